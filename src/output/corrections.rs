//! The page of each locale on which everything stands that was corrected, clarified, updated or withdrawn
//! after its release; where that is much, parted by time, as lists are.

use std::cmp::Reverse;
use std::sync::Arc;

use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::own::OwnTarget;
use super::shelf::{Groups, Page, Period, Shelf};
use super::{Artifact, Newsroom, Output, list, own};
use crate::diagnostic::Reported;
use crate::locale::{Instant, Locale, PerLocale, Phrase, When};
use crate::model::document::{Card, Document, Edition};
use crate::model::route::{Route, Shape};
use crate::model::site::Public;
use crate::settings::OwnPage;
use crate::syntax::kinds;
use crate::syntax::life::Grade;
use crate::theme::view::{self, Html};

/// The pages of corrections.
#[derive(Debug)]
pub struct Corrections;

/// Everything that a page is made of; the newest entry first.
#[derive(Debug, Hash)]
struct CorrectionsInput {
    frame: Frame,
    page: Page<Arc<EntryInput>>,
}

/// The entries of each locale.
type Shelves = PerLocale<Shelf<Arc<EntryInput>>>;

/// A change or a withdrawal of one edition.
#[derive(Debug, Hash)]
struct EntryInput {
    at: Instant,
    /// A grade's word, or `withdrawn`.
    kind: &'static str,
    note: Phrase,
    title: Phrase,
    route: Route,
    collection: Phrase,
    replacement: Option<Arc<Card>>,
}

impl Output for Corrections {
    fn name(&self) -> &'static str {
        "corrections"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let shelves: Shelves = newsroom.desks.map(|_, desk| {
            let day = |entry: &Arc<EntryInput>| Some(entry.at.in_zone(&desk.zone).date());
            Shelf::if_long(entries(&newsroom.public, desk), day)
        });
        let mut artifacts = Vec::new();
        for (locale, desk) in newsroom.desks.iter() {
            let Some((shelf, target)) = shelves.get(locale).zip(desk.own(OwnPage::Corrections)) else { continue };
            let groups = shelf.groups(desk, |period| route(desk, target, period));
            let page = |period| planned(newsroom, desk, (&shelves, &groups), period);
            artifacts.extend(shelf.periods().into_iter().filter_map(page));
        }
        Reported::clean(artifacts)
    }
}

fn planned(
    newsroom: &Newsroom,
    desk: &Arc<Desk>,
    (shelves, groups): (&Shelves, &Groups),
    period: Period,
) -> Option<Artifact> {
    let target = desk.own(OwnPage::Corrections)?;
    let mut frame = own::frame(newsroom, desk, OwnPage::Corrections, "corrections.html")?;
    let own = |period: Period| route(desk, target, period);
    if period != Period::All {
        frame.title = period.title(desk, &target.title);
        frame.route = own(period);
        let with = newsroom.desks.iter().filter(|(locale, _)| shelves.get(locale).is_some_and(|own| own.has(period)));
        let route = |desk: &Desk| Some(route(desk, desk.own(OwnPage::Corrections)?, period));
        frame.editions = with.filter_map(|(locale, desk)| Some((locale.clone(), route(desk)?))).collect();
        frame.x_default = super::chooser::x_default(&newsroom.public, &frame.editions);
        frame.crumbs.extend(list::crumbs(desk, period, &target.title, own));
    }
    let page = shelves.get(&desk.locale)?.page(desk, period, groups);
    let input = CorrectionsInput { frame: frame.clone(), page };
    let artifact = Artifact::new(frame.route.clone(), input, corrections_page);
    Some(own::listed(newsroom, OwnPage::Corrections, &frame, artifact))
}

/// Beside the page itself, since nothing lies below a page that is no folder: `corrections-2031`.
fn route(desk: &Desk, target: &OwnTarget, period: Period) -> Route {
    let parts: Vec<String> = std::iter::once(target.segment.clone()).chain(period.segments()).collect();
    desk.route(&[&parts.join("-")], Shape::Leaf)
}

/// What happened to the public editions of the desk's language, the newest first; at one moment by
/// document. An edition in another language stands on that language's page.
fn entries(public: &Public, desk: &Desk) -> Vec<Arc<EntryInput>> {
    let with_pages = public.documents.iter().filter(|document| document.has_page());
    let own = with_pages.filter_map(|document| Some((document, document.editions.get(&desk.locale)?)));
    // A preview gives outputs what is not public too.
    let mut entries: Vec<Arc<EntryInput>> = own
        .filter(|(_, edition)| edition.standing.is_public())
        .flat_map(|(document, edition)| entries_of(public, desk, document, edition))
        .map(Arc::new)
        .collect();
    entries.sort_by_key(|entry| Reverse(entry.at.moment()));
    entries
}

/// The changes of one edition, the latest first, after its withdrawal: of one moment, the withdrawal is
/// what counts.
fn entries_of(public: &Public, desk: &Desk, document: &Document, edition: &Edition) -> Vec<EntryInput> {
    let entry = |at: &Instant, kind: &'static str, note: &Phrase| EntryInput {
        at: at.clone(),
        kind,
        note: note.clone(),
        title: edition.title.clone(),
        route: edition.route.clone(),
        collection: desk.label(&document.collection),
        replacement: None,
    };
    let withdrawal = edition.withdrawal.iter().map(|withdrawal| EntryInput {
        replacement: super::document::replacement(public, desk, edition),
        ..entry(&withdrawal.at, "withdrawn", &withdrawal.reason)
    });
    let told = edition.changes.iter().rev().filter(|change| change.grade != Grade::Editorial);
    let changes = told.map(|change| entry(&change.at, kinds::word_of(&Grade::ALL, &change.grade), &change.note));
    withdrawal.chain(changes).collect()
}

fn corrections_page(input: &CorrectionsInput) -> Reported<Vec<u8>> {
    let desk = &input.frame.desk;
    let list = input.page.view_without_cards(desk, &input.frame.title, &input.frame.route);
    let year = |entry: &EntryInput| entry.at.in_zone(&desk.zone).date().year();
    let years: Vec<view::CorrectionsYear> = input
        .page
        .shown
        .chunk_by(|one, other| year(one) == year(other))
        .map(|entries| view::CorrectionsYear {
            year: entries.first().map(|first| year(first).to_string()).unwrap_or_default(),
            entries: entries.iter().map(|entry| view_of(desk, entry)).collect(),
        })
        .collect();
    input.frame.render([("years", Value::from_serializable(&years)), ("list", Value::from_serializable(&list))])
}

fn view_of(desk: &Desk, entry: &EntryInput) -> view::Correction {
    let here: &Locale = &desk.locale;
    view::Correction {
        date: desk.moment(&When::At(entry.at.clone())),
        kind: entry.kind,
        note: Html(desk.html(&entry.note)),
        document: view::Link {
            title: Html(desk.html(&entry.title)),
            href: desk.href(&entry.route),
            lang: here.as_str().to_owned(),
            foreign: false,
            language: desk.language(here),
        },
        collection: entry.collection.text(),
        replaced_by: entry.replacement.as_ref().map(|card| desk.link(card)),
    }
}
