//! Document pages: one for each public edition.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::matrix::{self, MatrixInput};
use super::{Artifact, Listing, Newsroom, Output, fills};
use crate::diagnostic::Reported;
use crate::digest::Hashed;
use crate::locale::{Instant, Locale, Phrase, Voice, When};
use crate::model::document::{Card, Document, Edition, EditionChange};
use crate::model::life;
use crate::model::route::{Route, Shape};
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
    fills: Vec<String>,
    collection: (Phrase, Option<Route>),
    original: bool,
    topics: Vec<(Phrase, Route)>,
    event: Option<Arc<Card>>,
    agenda: Option<Phrase>,
    files: Vec<FileInput>,
    image: Option<Route>,
    newer: Option<Arc<Card>>,
    older: Option<Arc<Card>>,
    related: Vec<Arc<Card>>,
    programme: Option<EventInput>,
    state: &'static str,
    replacement: Option<Arc<Card>>,
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
    statements: Vec<Arc<Card>>,
    matrix: Option<MatrixInput>,
}

impl Output for Documents {
    fn name(&self) -> &'static str {
        "documents"
    }

    fn plan(&self, newsroom: &Newsroom<'_>) -> Reported<Vec<Artifact>> {
        let relations = Relations::of(newsroom.public);
        let artifacts = newsroom
            .public
            .documents
            .par_iter()
            .filter(|document| document.has_page())
            .flat_map_iter(|document| {
                let relations = &relations;
                document.editions.iter().filter_map(move |(locale, edition)| {
                    let desk = newsroom.desks.get(locale)?;
                    Some(artifact(newsroom, relations, desk, document, edition))
                })
            })
            .collect();
        Reported::clean(artifacts)
    }
}

/// The next newer and the next older card of a collection.
type Neighbours<'a> = (Option<&'a Arc<Card>>, Option<&'a Arc<Card>>);

/// What belongs to what, found once for all pages.
struct Relations<'a> {
    of_event: BTreeMap<&'a str, Vec<&'a Arc<Document>>>,
    children: BTreeMap<&'a str, Vec<&'a Arc<Document>>>,
    neighbours: BTreeMap<(&'a str, &'a str), Neighbours<'a>>,
}

impl<'a> Relations<'a> {
    fn of(public: &'a Public) -> Relations<'a> {
        let mut relations =
            Relations { of_event: Default::default(), children: Default::default(), neighbours: Default::default() };
        for document in &public.documents {
            if let Some(event) = &document.facts.event {
                relations.of_event.entry(event.target.as_str()).or_default().push(document);
            }
            if let KindFacts::Event(event) = &document.facts.kind
                && let Some(parent) = &event.parent
            {
                relations.children.entry(parent.target.as_str()).or_default().push(document);
            }
        }
        for (locale, cards) in public.cards.iter() {
            relations.add_neighbours(locale, cards);
        }
        relations
    }

    /// In each collection, the card before and the one after in time.
    fn add_neighbours(&mut self, locale: &'a Locale, cards: &'a [Arc<Card>]) {
        let mut newest: BTreeMap<&str, &Arc<Card>> = Default::default();
        for card in cards.iter().filter(|card| card.kind != Kind::Page) {
            let newer = newest.insert(card.collection.as_ref(), card);
            self.neighbours.insert((locale.as_str(), card.document.as_ref()), (newer, None));
            if let Some(newer) = newer
                && let Some(pair) = self.neighbours.get_mut(&(locale.as_str(), newer.document.as_ref()))
            {
                pair.1 = Some(card);
            }
        }
    }
}

fn artifact(
    newsroom: &Newsroom<'_>,
    relations: &Relations<'_>,
    desk: &Arc<Desk>,
    document: &Arc<Document>,
    edition: &Arc<Edition>,
) -> Artifact {
    let input = input(newsroom, relations, desk, document, edition);
    let listing = match edition.withdrawal {
        Some(_) => Listing::Unlisted,
        None => Listing::Listed(input.frame.editions.clone()),
    };
    Artifact::new(edition.route.clone(), input, page).listed(listing).written_at(edition.words.slug_place())
}

fn input(
    newsroom: &Newsroom<'_>,
    relations: &Relations<'_>,
    desk: &Arc<Desk>,
    document: &Arc<Document>,
    edition: &Arc<Edition>,
) -> DocumentInput {
    let public = newsroom.public;
    let facts = &document.facts;
    let key = (desk.locale.as_str(), document.id.as_ref());
    let (newer, older) = relations.neighbours.get(&key).copied().unwrap_or_default();
    let event = facts.event.as_ref().and_then(|event| desk.card_of(public, public.document(&event.target)?));
    DocumentInput {
        frame: frame(newsroom, desk, document, edition),
        edition: Arc::clone(edition),
        facts: Arc::new(FactsOf(Arc::clone(facts))),
        fills: fills::of(desk, public, document, edition),
        collection: collection(public, desk, document),
        original: facts.original.as_ref().is_none_or(|(original, _)| *original == desk.locale),
        topics: topics(newsroom, desk, document),
        event: event.cloned(),
        agenda: agenda(public, desk, facts),
        files: files(desk, document),
        image: edition
            .words
            .image
            .as_ref()
            .filter(|image| document.asset(&image.src.word).is_some())
            .map(|image| document.asset_route(&image.src.word)),
        newer: newer.cloned(),
        older: older.cloned(),
        related: related(public, relations, desk, document),
        state: state(edition),
        replacement: replacement(public, desk, edition),
        programme: matches!(facts.kind, KindFacts::Event(_)).then(|| event_input(public, relations, desk, document)),
    }
}

fn frame(newsroom: &Newsroom<'_>, desk: &Arc<Desk>, document: &Document, edition: &Edition) -> Frame {
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
    frame.x_default = super::chooser::x_default(newsroom.public, &frame.editions);
    frame.noindex = !edition.standing.is_public() || edition.withdrawal.is_some();
    frame.crumbs = vec![Frame::home_crumb(desk)];
    if let (label, Some(route)) = collection(newsroom.public, desk, document) {
        frame.feeds = vec![super::feed::of_collection(newsroom.public, desk, &document.collection)];
        frame.crumbs.push((label, route));
    }
    frame.crumbs.extend(super::list::folder_crumbs(newsroom.public, desk, document, edition));
    frame
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

fn collection(public: &Public, desk: &Desk, document: &Document) -> (Phrase, Option<Route>) {
    let section =
        public.settings.collection(&document.collection).and_then(|collection| collection.section.get(&desk.locale));
    match section {
        Some(section) => (desk.label(&document.collection), Some(desk.route(&[section], Shape::Folder))),
        None => (Phrase::plain(""), None),
    }
}

fn topics(newsroom: &Newsroom<'_>, desk: &Desk, document: &Document) -> Vec<(Phrase, Route)> {
    let mut topics = Vec::new();
    for (taxonomy, words) in &document.facts.terms {
        let Some(index) = newsroom.taxonomies.iter().find(|index| index.name == *taxonomy) else { continue };
        for word in words {
            let Some(term) = index.terms.iter().find(|term| term.name == word.word) else { continue };
            topics.extend(super::terms::link(desk, index, term));
        }
    }
    topics
}

/// What takes the place of a withdrawn edition, if that is public.
fn replacement(public: &Public, desk: &Desk, edition: &Edition) -> Option<Arc<Card>> {
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
            size: asset.size,
            ending: file.src.word.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_uppercase()),
        })
    });
    files.collect()
}

/// Others of the same event, then of the same terms, the newest first.
fn related(public: &Public, relations: &Relations<'_>, desk: &Desk, document: &Document) -> Vec<Arc<Card>> {
    if matches!(document.kind, Kind::Event | Kind::Page) {
        return Vec::new();
    }
    let of_event = document.facts.event.as_ref().and_then(|event| relations.of_event.get(event.target.as_str()));
    let mut cards: Vec<&Arc<Card>> = of_event
        .into_iter()
        .flatten()
        .filter(|other| other.id != document.id)
        .filter_map(|other| desk.card_of(public, other))
        .collect();
    cards.sort_by(|one, other| other.released.cmp(&one.released).then_with(|| one.document.cmp(&other.document)));
    cards.truncate(RELATED);
    cards.into_iter().cloned().collect()
}

fn event_input(public: &Public, relations: &Relations<'_>, desk: &Desk, document: &Document) -> EventInput {
    let mut own: Vec<&Arc<Card>> = relations
        .of_event
        .get(document.id.as_ref())
        .into_iter()
        .flatten()
        .filter_map(|other| desk.card_of(public, other))
        .collect();
    own.sort_by(|one, other| other.released.cmp(&one.released).then_with(|| one.document.cmp(&other.document)));
    let of_kind = |kind: Kind| own.iter().filter(|card| card.kind == kind).map(|card| Arc::clone(card)).collect();
    let parent = match &document.facts.kind {
        KindFacts::Event(event) => {
            event.parent.as_ref().and_then(|parent| desk.card_of(public, public.document(&parent.target)?))
        }
        _ => None,
    };
    let children = relations.children.get(document.id.as_ref()).into_iter().flatten();
    EventInput {
        parent: parent.cloned(),
        children: children.filter_map(|child| desk.card_of(public, child)).cloned().collect(),
        outcomes: of_kind(Kind::Outcome),
        releases: of_kind(Kind::Release),
        statements: of_kind(Kind::Statement),
        matrix: matrix::input(
            public,
            relations.of_event.get(document.id.as_ref()).map_or(&[], Vec::as_slice),
            desk,
            document,
        ),
    }
}

fn page(input: &DocumentInput) -> Reported<Vec<u8>> {
    let view = Value::from_serializable(&view(input));
    input.frame.render([("doc", view)])
}

fn view(input: &DocumentInput) -> view::Doc {
    let desk = &input.frame.desk;
    let facts: &Facts = &input.facts.0;
    let words = &input.edition.words;
    let kind = kind_of(facts);
    let original = facts.original.as_ref().map(|(original, _)| desk.language(original));
    let (authoritative, authoritative_language) = authoritative(desk, facts);
    let collection = view::Crumb {
        title: Html(desk.html(&input.collection.0)),
        href: input.collection.1.as_ref().filter(|_| !desk.is_alone).map(|route| desk.href(route)).unwrap_or_default(),
    };
    let mut doc = view::Doc {
        id: input.edition.document.to_string(),
        kind: kind.word(),
        collection,
        title: Html(desk.html(&input.edition.title)),
        title_text: input.edition.title.text(),
        summary: input.edition.summary.as_ref().map(|summary| Html(desk.html(summary))).unwrap_or_default(),
        keywords: words.keywords.clone(),
        body: Html(words.body.prose.fill(&input.fills)),
        state: input.state,
        held_until: (input.state == "held")
            .then(|| input.edition.instant().map(|instant| desk.moment(&When::At(instant.clone()))))
            .flatten(),
        published: input.edition.instant().map(|instant| desk.moment(&When::At(instant.clone()))),
        lang: desk.locale.as_str().to_owned(),
        original: input.original,
        original_language: original.unwrap_or_default(),
        authoritative,
        authoritative_language,
        topics: input
            .topics
            .iter()
            .map(|(title, route)| view::Crumb {
                title: Html(desk.html(title)),
                href: if desk.is_alone { String::new() } else { desk.href(route) },
            })
            .collect(),
        event: input.event.as_ref().map(|card| desk.link(card)),
        files: input.files.iter().map(|file| file_view(desk, file)).collect(),
        image: image(input),
        previous: input.older.as_ref().map(|card| desk.link(card)),
        next: input.newer.as_ref().map(|card| desk.link(card)),
        related: input.related.iter().map(|card| desk.card(card)).collect(),
        extra: facts.extra.as_ref().map_or(serde_json::Value::Null, json),
        has_code: words.body.has_code,
        ..view::Doc::default()
    };
    add_parts(&mut doc, input);
    add_life(&mut doc, input);
    add_kind(&mut doc, input);
    doc
}

fn add_parts(doc: &mut view::Doc, input: &DocumentInput) {
    let body = &input.edition.words.body;
    doc.notes = body
        .notes
        .iter()
        .map(|note| view::Note {
            number: note.number,
            id: format!("note-{}", note.number),
            back: format!("#note-ref-{}", note.number),
            html: Html(note.prose.fill(&input.fills)),
        })
        .collect();
    doc.outline = body
        .outline
        .iter()
        .map(|heading| view::Heading {
            level: heading.level,
            id: heading.id.clone(),
            title: Html(heading.prose.fill(&input.fills)),
        })
        .collect();
}

fn add_life(doc: &mut view::Doc, input: &DocumentInput) {
    let desk = &input.frame.desk;
    let moment = |at: &Instant| desk.moment(&When::At(at.clone()));
    let change = |change: &EditionChange| view::Change {
        date: moment(&change.at),
        grade: kinds::word_of(&Grade::ALL, &change.grade),
        major: change.is_major,
        note: Html(desk.html(&change.note)),
    };
    let edition = &input.edition;
    doc.changes = edition.changes.iter().rev().map(change).collect();
    doc.notice = edition.changes.iter().rev().find(|change| change.is_major).map(change);
    doc.updated = edition.updated().filter(|updated| Some(*updated) != edition.instant()).map(moment);
    doc.withdrawn = edition.withdrawal.as_ref().map(|withdrawal| view::Withdrawal {
        date: moment(&withdrawal.at),
        reason: Html(desk.html(&withdrawal.reason)),
        replaced_by: input.replacement.as_ref().map(|card| desk.link(card)),
    });
}

fn add_kind(doc: &mut view::Doc, input: &DocumentInput) {
    let desk = &input.frame.desk;
    let facts: &Facts = &input.facts.0;
    match &facts.kind {
        KindFacts::Release(release) => {
            doc.release = Some(view::Release {
                place: desk.text(release.place.as_ref(), facts),
                number: release.number.clone().unwrap_or_default(),
                contact: desk.text(release.contact.as_ref(), facts),
            });
        }
        KindFacts::Statement(statement) => {
            doc.statement = Some(statement_view(desk, facts, statement, input.agenda.as_ref()))
        }
        KindFacts::Outcome(outcome) => {
            doc.outcome = Some(view::Outcome {
                adopted: outcome.adopted.map(|day| desk.moment(&When::Day(day))),
                standing: outcome.standing.map_or("", |standing| kinds::word_of(&Standing::ALL, &standing)),
            });
        }
        KindFacts::Event(event) => {
            doc.event_facts = input.programme.as_ref().map(|own| event_view(desk, facts, event, own))
        }
        KindFacts::Page => {}
    }
}

fn kind_of(facts: &Facts) -> Kind {
    match facts.kind {
        KindFacts::Release(_) => Kind::Release,
        KindFacts::Statement(_) => Kind::Statement,
        KindFacts::Outcome(_) => Kind::Outcome,
        KindFacts::Event(_) => Kind::Event,
        KindFacts::Page => Kind::Page,
    }
}

fn authoritative(desk: &Desk, facts: &Facts) -> (&'static str, String) {
    match facts.authoritative.as_ref().map(|(which, _)| which) {
        None => ("", String::new()),
        Some(Authoritative::All) => ("all", String::new()),
        Some(Authoritative::One(locale)) if *locale == desk.locale => ("this", desk.language(locale)),
        Some(Authoritative::One(locale)) => ("other", desk.language(locale)),
    }
}

fn image(input: &DocumentInput) -> Option<view::Image> {
    let desk = &input.frame.desk;
    let (image, route) = (input.edition.words.image.as_ref()?, input.image.as_ref()?);
    let facts: &Facts = &input.facts.0;
    let caption = image.caption.as_ref().map(|caption| {
        let arguments = crate::model::inline::arguments(facts);
        desk.html(&crate::model::inline::resolve_word(caption, desk.voice.as_ref(), &arguments, &mut Vec::new()))
    });
    Some(view::Image {
        src: desk.href(route),
        alt: image.alt.clone(),
        caption: Html(caption.unwrap_or_default()),
        credit: image.credit.clone().unwrap_or_default(),
    })
}

fn file_view(desk: &Desk, file: &FileInput) -> view::File {
    view::File {
        title: Html(desk.html(&file.title)),
        href: desk.href(&file.route),
        lang: file.lang.as_ref().map(|lang| lang.as_str().to_owned()).unwrap_or_default(),
        language: file.lang.as_ref().map(|lang| desk.language(lang)).unwrap_or_default(),
        foreign: file.lang.as_ref().is_some_and(|lang| *lang != desk.locale),
        size: size(desk, file.size),
        r#type: file.ending.clone(),
    }
}

/// A size in kilobytes or megabytes of the SI, one decimal from a megabyte up.
fn size(desk: &Desk, bytes: u64) -> String {
    let formats = desk.voice.formats();
    let (figure, unit) = match bytes {
        0..1_000_000 => (bytes.div_ceil(1000).to_string(), "kB"),
        _ => (format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000), "MB"),
    };
    format!("{} {unit}", formats.number(&figure, &Default::default()))
}

fn statement_view(desk: &Desk, facts: &Facts, statement: &StatementFacts, agenda: Option<&Phrase>) -> view::Statement {
    let speaker = statement.speaker.as_ref();
    view::Statement {
        country: statement.country.as_ref().map(|code| desk.country(&code.word)),
        organization: desk.text(statement.organization.as_ref(), facts),
        speaker: speaker.map(|speaker| speaker.name.clone()).unwrap_or_default(),
        role: desk.text(speaker.and_then(|speaker| speaker.role.as_ref()), facts),
        delivered: statement.delivered.map(|day| desk.moment(&When::Day(day))),
        delivery: statement.delivery.map_or("", |delivery| kinds::word_of(&Delivery::ALL, &delivery)),
        agenda: Html(agenda.map(|agenda| desk.html(agenda)).unwrap_or_default()),
        text: kinds::word_of(&TextHeld::ALL, &statement.text),
    }
}

fn event_view(desk: &Desk, facts: &Facts, event: &EventFacts, own: &EventInput) -> view::Event {
    let cards = |cards: &[Arc<Card>]| cards.iter().map(|card| desk.card(card)).collect();
    view::Event {
        starts: event.starts.as_ref().map(|when| desk.moment(when)),
        ends: event.ends.as_ref().map(|when| desk.moment(when)),
        when: event.starts.as_ref().map(|starts| span_of(desk, event, starts, event.ends.as_ref())).unwrap_or_default(),
        venue: desk.text(event.venue.as_ref(), facts),
        mode: event.mode.map_or("", |mode| kinds::word_of(&Mode::ALL, &mode)),
        parent: own.parent.as_ref().map(|card| desk.link(card)),
        children: own.children.iter().map(|card| desk.link(card)).collect(),
        agenda: event
            .agenda
            .iter()
            .map(|(key, title)| view::AgendaItem { key: key.word.clone(), title: desk.text(Some(title), facts) })
            .collect(),
        programme: event
            .programme
            .iter()
            .map(|entry| view::ProgrammeEntry {
                when: span_of(desk, event, &entry.starts, entry.ends.as_ref()),
                title: desk.text(Some(&entry.title), facts),
            })
            .collect(),
        outcomes: cards(&own.outcomes),
        releases: cards(&own.releases),
        statements: cards(&own.statements),
        states_count: event.states.len(),
        matrix: own.matrix.as_ref().map(|matrix| matrix::view(desk, matrix)),
    }
}

/// From when to when, in words, in the event's own zone.
fn span_of(desk: &Desk, event: &EventFacts, starts: &When, ends: Option<&When>) -> String {
    let formats = desk.voice.formats();
    let zone = event.time_zone.as_ref().unwrap_or(&desk.zone);
    match (starts, ends) {
        (When::At(from), Some(When::At(to))) => formats.instant_range(from, to, zone),
        (When::Day(from), Some(to)) if to.date() != *from => formats.date_range(*from, to.date()),
        (starts, _) => formats.when(starts, zone),
    }
}

/// The facts' free values for templates: scalars as texts, as typed.
fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Yaml::Null => serde_json::Value::Null,
        Yaml::Scalar(text) if text == "true" || text == "false" => serde_json::Value::Bool(text == "true"),
        Yaml::Scalar(text) => serde_json::Value::String(text.clone()),
        Yaml::List(nodes) => nodes.iter().map(json).collect(),
        Yaml::Map(pairs) => pairs.iter().map(|(key, node)| (key.name.clone(), json(node))).collect(),
    }
}
