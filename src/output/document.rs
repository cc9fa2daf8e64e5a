//! Document pages: one for each public edition.

mod page;

use std::collections::HashMap;
use std::sync::Arc;

use tera::Value;

use super::contact;
use super::desk::Desk;
use super::frame::Frame;
use super::matrix::{self, MatrixInput};
use super::pictures::{self, Shown};
use super::shelf::Shelf;
use super::{Artifact, Listing, Newsroom, Output, Room, event, fills, verification};
use crate::diagnostic::Reported;
use crate::digest::Hashed;
use crate::locale::{Instant, Locale, PerLocale, Phrase, Voice, When};
use crate::model::document::{Card, Document, Edition, EditionChange};
use crate::model::life;
use crate::model::route::Route;
use crate::model::site::Public;
use crate::settings::Kind;
use crate::source::yaml::{Node, Value as Yaml};
use crate::syntax::facts::{Authoritative, Facts};
use crate::syntax::kinds::{self, Delivery, EventFacts, KindFacts, Mode, Standing, StatementFacts, TextHeld};
use crate::syntax::life::Grade;
use crate::theme::view::{self, Html};

/// How many related cards a page shows at most.
const RELATED: usize = 4;

/// The document pages.
#[derive(Debug)]
pub struct Documents;

/// Everything that a document page is made of.
#[derive(Debug, Hash)]
struct DocumentInput {
    frame: Frame,
    edition: Arc<Edition>,
    facts: Arc<FactsOf>,
    places: fills::Places,
    collection: (Phrase, Option<Route>),
    original: bool,
    topics: Vec<(Phrase, Route)>,
    event: Option<Arc<Card>>,
    agenda: Option<Phrase>,
    files: Vec<FileInput>,
    image: Option<Shown>,
    newer: Option<Arc<Card>>,
    older: Option<Arc<Card>>,
    related: Vec<Arc<Card>>,
    programme: Option<EventInput>,
    state: &'static str,
    replacement: Option<Arc<Card>>,
    parallel: Option<Route>,
}

/// A document's facts; they hash as the digest of their file.
#[derive(Debug, Hash)]
struct FactsOf(Arc<Hashed<Facts>>);

#[derive(Debug, Hash)]
struct FileInput {
    title: Phrase,
    route: Route,
    lang: Option<Locale>,
    size: u64,
    ending: String,
}

/// What an event's page shows of other documents.
#[derive(Debug, Hash)]
struct EventInput {
    parent: Option<Arc<Card>>,
    children: Vec<Arc<Card>>,
    outcomes: Vec<Arc<Card>>,
    releases: Vec<Arc<Card>>,
    /// The list of the releases, where the page does not show them all, and how many it has.
    list: Option<(Route, usize)>,
    statements: Vec<Arc<Card>>,
    matrix: Option<MatrixInput>,
}

impl Output for Documents {
    fn name(&self) -> &'static str {
        "documents"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        Reported::clean(newsroom.of_editions(artifact))
    }
}

/// The next newer and the next older card of a collection.
pub(super) type Neighbours = (Option<Arc<Card>>, Option<Arc<Card>>);

/// What belongs to what, found once for all pages.
#[derive(Default)]
pub(super) struct Relations {
    of_event: HashMap<Arc<str>, Vec<Arc<Document>>>,
    /// The cards of what belongs to an event, by the reader's locale and its path, the latest release first.
    cards: PerLocale<HashMap<Arc<str>, Vec<Arc<Card>>>>,
    /// The releases of events that have too many for their pages, by the reader's locale.
    shelves: PerLocale<event::Shelves>,
    children: HashMap<Arc<str>, Vec<Arc<Document>>>,
}

impl Relations {
    /// What belongs to which event.
    pub(super) fn of(public: &Public, desks: &PerLocale<Arc<Desk>>) -> Relations {
        let mut relations = Relations::default();
        for document in &public.documents {
            // What belongs to an event that is not public is not related by it yet: that would tell of it.
            let event = document.facts.event.as_ref().and_then(|event| public.document(&event.target));
            if let Some(event) = event {
                relations.of_event.entry(Arc::clone(&event.id)).or_default().push(Arc::clone(document));
            }
            if let KindFacts::Event(event) = &document.facts.kind
                && let Some(parent) = &event.parent
            {
                relations.children.entry(parent.target.as_str().into()).or_default().push(Arc::clone(document));
            }
        }
        relations.cards = public.cards.map(|locale, _| {
            let desk = desks.get(locale);
            public
                .documents
                .iter()
                .filter_map(|event| {
                    let documents = relations.of_event.get(&event.id)?;
                    let mut cards: Vec<Arc<Card>> =
                        documents.iter().filter_map(|document| desk?.card_of(public, document).cloned()).collect();
                    cards.sort_by(|one, other| one.by_release(other));
                    Some((Arc::clone(&event.id), cards))
                })
                .collect()
        });
        relations.shelves = event::shelves(public, desks, &relations.cards);
        relations
    }

    /// The releases of an event that has too many for its page, for a reader of this locale.
    pub(super) fn shelf_of(&self, event: &str, locale: &Locale) -> Option<&Shelf<Arc<Card>>> {
        self.shelves.get(locale)?.get(event)
    }

    /// The cards of what belongs to an event, for a reader of this locale.
    fn cards_of(&self, event: &str, locale: &Locale) -> &[Arc<Card>] {
        self.cards.get(locale).and_then(|cards| cards.get(event)).map_or(&[], Vec::as_slice)
    }
}

/// The cards of an edition's collection before and after its own in time; none for what has no time, and for what no
/// list shows. They are looked for when its page is made: hardly any is.
pub(super) fn neighbours(public: &Public, own: &Document, locale: &Locale) -> Neighbours {
    let cards = public.cards.get(locale).map_or(&[][..], Vec::as_slice);
    let at = public.place_of_card(&own.id, locale).filter(|_| own.kind != Kind::Page);
    let Some((newer, rest)) = at.and_then(|at| cards.split_at_checked(at)) else { return Neighbours::default() };
    let is_beside = |card: &&Arc<Card>| card.kind != Kind::Page && card.collection == own.collection;
    (newer.iter().rfind(is_beside).cloned(), rest.iter().skip(1).find(is_beside).cloned())
}

pub(super) fn artifact(room: &Arc<Room>, document: &Arc<Document>, edition: &Arc<Edition>) -> Artifact {
    let listing = match edition.withdrawal {
        Some(_) => Listing::Unlisted,
        None => Listing::Listed(editions(document, edition).into()),
    };
    let (route, place) = (edition.route.clone(), edition.words.slug_place());
    let (room, own, edition) = (Arc::clone(room), Arc::clone(document), Arc::clone(edition));
    let input = move || input(&room.newsroom, &room.desk, &own, &edition);
    Artifact::late(route, input, page::page).listed(listing).written_at(place).of_document(&document.id)
}

/// What it reads of other documents has to be in the [`surroundings`](super::surroundings).
fn input(newsroom: &Newsroom, desk: &Arc<Desk>, document: &Arc<Document>, edition: &Arc<Edition>) -> DocumentInput {
    let (public, relations) = (&newsroom.public, &newsroom.relations);
    let facts = &document.facts;
    let (newer, older) = neighbours(public, document, &desk.locale);
    let event = facts.event.as_ref().and_then(|event| desk.card_of(public, public.document(&event.target)?));
    DocumentInput {
        frame: frame(newsroom, desk, document, edition),
        edition: Arc::clone(edition),
        facts: Arc::new(FactsOf(Arc::clone(facts))),
        places: fills::places(desk, public, document, edition),
        collection: collection(desk, document),
        original: facts.original.as_ref().is_none_or(|(original, _)| *original == desk.locale),
        topics: topics(desk, document),
        event: event.cloned(),
        agenda: agenda(public, desk, facts),
        files: files(desk, document),
        image: edition
            .words
            .image
            .as_ref()
            .and_then(|image| pictures::shown(document, &image.src.word, public.settings.avif)),
        newer,
        older,
        related: related(relations, desk, document),
        state: state(edition),
        replacement: replacement(public, desk, edition),
        parallel: super::parallel::route(desk, document, edition).filter(|_| !public.is_alone),
        programme: matches!(facts.kind, KindFacts::Event(_)).then(|| event_input(newsroom, desk, document)),
    }
}

fn frame(newsroom: &Newsroom, desk: &Arc<Desk>, document: &Document, edition: &Edition) -> Frame {
    let template = match document.kind {
        Kind::Release => "release.html",
        Kind::Statement => "statement.html",
        Kind::Outcome => "outcome.html",
        Kind::Event => "event.html",
        Kind::Page => "page.html",
    };
    let mut frame = Frame::new(desk, template, "document", edition.title.clone(), edition.route.clone());
    frame.description = edition.summary.as_ref().map(Phrase::text).unwrap_or_default();
    frame.editions = editions(document, edition);
    frame.x_default = super::chooser::x_default(&newsroom.public, &frame.editions);
    frame.noindex = !edition.standing.is_public() || edition.withdrawal.is_some();
    frame.crumbs = crumbs(&newsroom.public, desk, document, edition);
    if desk.list(&document.collection).is_some() {
        frame.feeds = vec![super::feed::of_collection(&newsroom.public, desk, &document.collection)];
    }
    frame
}

/// The way from the home page down to what is above an edition's page.
pub(super) fn crumbs(public: &Public, desk: &Desk, document: &Document, edition: &Edition) -> Vec<(Phrase, Route)> {
    let mut crumbs = vec![Frame::home_crumb(desk)];
    if let (label, Some(route)) = collection(desk, document) {
        crumbs.push((label, route));
    }
    crumbs.extend(super::folder::crumbs(public, desk, document, edition));
    crumbs
}

/// The number by which a block of this anchor is cited: of `p12` 12, of an anchor in words nothing.
pub(super) fn number_of(anchor: &str) -> String {
    let digits = anchor.strip_prefix('p').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    digits.unwrap_or_default().to_owned()
}

/// The editions that a page leads to: from a withdrawn one to all, so that its reader finds the others;
/// from any other to those that are not withdrawn.
fn editions(document: &Document, own: &Edition) -> Vec<(Locale, Route)> {
    let is_named = |other: &Edition| own.withdrawal.is_some() || other.withdrawal.is_none();
    let named = document.editions.iter().filter(|(_, edition)| is_named(edition));
    named.map(|(locale, edition)| (locale.clone(), edition.route.clone())).collect()
}

/// What a preview has to say of an edition that is not public.
fn state(edition: &Edition) -> &'static str {
    match edition.standing {
        life::Standing::Public(_) | life::Standing::Withdrawn(..) => "",
        life::Standing::Draft => "draft",
        life::Standing::Held(_) => "held",
        life::Standing::Waiting(_) => "waiting",
    }
}

/// The label and the list of the document's collection; nothing where it has no list in the desk's language.
pub(super) fn collection(desk: &Desk, document: &Document) -> (Phrase, Option<Route>) {
    match desk.list(&document.collection) {
        Some(list) => (desk.label(&document.collection), Some(list.clone())),
        None => (Phrase::default(), None),
    }
}

fn topics(desk: &Desk, document: &Document) -> Vec<(Phrase, Route)> {
    let terms = document.facts.terms.iter().filter_map(|(taxonomy, words)| Some((desk.terms.get(taxonomy)?, words)));
    let pages = terms.flat_map(|(known, words)| words.iter().filter_map(|word| known.get(&word.word)));
    pages.cloned().collect()
}

/// What takes the place of a withdrawn edition, if that is public.
pub(super) fn replacement(public: &Public, desk: &Desk, edition: &Edition) -> Option<Arc<Card>> {
    let target = edition.withdrawal.as_ref()?.replaced_by.as_ref()?;
    desk.card_of(public, public.document(target)?).cloned()
}

fn agenda(public: &Public, desk: &Desk, facts: &Facts) -> Option<Phrase> {
    let KindFacts::Statement(statement) = &facts.kind else { return None };
    let event = public.document(&facts.event.as_ref()?.target)?;
    let KindFacts::Event(event_facts) = &event.facts.kind else { return None };
    let wanted = statement.agenda.as_ref()?;
    let (_, title) = event_facts.agenda.iter().find(|(key, _)| key.word == wanted.word)?;
    Some(desk.phrase(title, &event.facts))
}

fn files(desk: &Desk, document: &Document) -> Vec<FileInput> {
    let files = document.facts.files.iter().filter_map(|file| {
        let asset = document.asset(&file.src.word)?;
        let label =
            file.label.as_ref().map(|label| desk.phrase(label, &document.facts)).filter(|label| !label.is_empty());
        Some(FileInput {
            title: label.unwrap_or_else(|| Phrase::plain(&file.src.word)),
            route: document.asset_route(&file.src.word),
            lang: file.lang.clone(),
            size: asset.picture.clean.unwrap_or(asset.size),
            ending: file.src.word.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_uppercase()),
        })
    });
    files.collect()
}

/// Others of the same event, the latest release first.
fn related(relations: &Relations, desk: &Desk, document: &Document) -> Vec<Arc<Card>> {
    if matches!(document.kind, Kind::Event | Kind::Page) {
        return Vec::new();
    }
    let event = document.facts.event.as_ref().map_or("", |event| event.target.as_str());
    let others = relations.cards_of(event, &desk.locale).iter().filter(|card| card.document != document.id);
    others.take(RELATED).cloned().collect()
}

fn event_input(newsroom: &Newsroom, desk: &Desk, document: &Document) -> EventInput {
    let (public, relations) = (&newsroom.public, &newsroom.relations);
    let own = relations.cards_of(&document.id, &desk.locale);
    let of_kind = |kind: Kind| own.iter().filter(|card| card.kind == kind).cloned().collect();
    let parent = match &document.facts.kind {
        KindFacts::Event(event) => {
            event.parent.as_ref().and_then(|parent| desk.card_of(public, public.document(&parent.target)?))
        }
        _ => None,
    };
    let children = relations.children.get(document.id.as_ref()).into_iter().flatten();
    let (releases, list) = match event::listed(newsroom, desk, document) {
        Some(event::Listed { route, total, latest }) => (latest, Some((route, total))),
        None => (of_kind(Kind::Release), None),
    };
    EventInput {
        parent: parent.cloned(),
        children: children.filter_map(|child| desk.card_of(public, child)).cloned().collect(),
        outcomes: of_kind(Kind::Outcome),
        releases,
        list,
        statements: of_kind(Kind::Statement),
        matrix: matrix::input(
            public,
            relations.of_event.get(document.id.as_ref()).map_or(&[], Vec::as_slice),
            desk,
            document,
        ),
    }
}
