//! The page of each locale on which everything stands that was corrected, clarified, updated or withdrawn
//! after its release.

use std::cmp::Reverse;
use std::sync::Arc;

use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Newsroom, Output, own};
use crate::diagnostic::Reported;
use crate::locale::{Instant, Locale, Phrase, When};
use crate::model::document::{Card, Document, Edition};
use crate::model::route::Route;
use crate::model::site::Public;
use crate::settings::OwnPage;
use crate::syntax::kinds;
use crate::syntax::life::Grade;
use crate::theme::view::{self, Html};

/// The pages of corrections.
#[derive(Debug)]
pub struct Corrections;

/// Everything that the page is made of; the newest entry first.
#[derive(Debug, Hash)]
struct CorrectionsInput {
    frame: Frame,
    entries: Vec<EntryInput>,
}

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
        let artifacts = newsroom.desks.values().filter_map(|desk| {
            let frame = own::frame(newsroom, desk, OwnPage::Corrections, "corrections.html")?;
            let input = CorrectionsInput { entries: entries(&newsroom.public, desk), frame: frame.clone() };
            let artifact = Artifact::new(frame.route.clone(), input, page);
            Some(own::listed(newsroom, OwnPage::Corrections, &frame, artifact))
        });
        Reported::clean(artifacts.collect())
    }
}

/// What happened to the public editions of the desk's language, the newest first; at one moment by
/// document. An edition in another language stands on that language's page.
fn entries(public: &Public, desk: &Desk) -> Vec<EntryInput> {
    let with_pages = public.documents.iter().filter(|document| document.has_page());
    let own = with_pages.filter_map(|document| Some((document, document.editions.get(&desk.locale)?)));
    // A preview gives outputs what is not public too.
    let mut entries: Vec<EntryInput> = own
        .filter(|(_, edition)| edition.standing.is_public())
        .flat_map(|(document, edition)| entries_of(public, desk, document, edition))
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

fn page(input: &CorrectionsInput) -> Reported<Vec<u8>> {
    let desk = &input.frame.desk;
    let year = |entry: &EntryInput| entry.at.in_zone(&desk.zone).date().year();
    let years: Vec<view::CorrectionsYear> = input
        .entries
        .chunk_by(|one, other| year(one) == year(other))
        .map(|entries| view::CorrectionsYear {
            year: entries.first().map(|first| year(first).to_string()).unwrap_or_default(),
            entries: entries.iter().map(|entry| view_of(desk, entry)).collect(),
        })
        .collect();
    input.frame.render([("years", Value::from_serializable(&years))])
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
