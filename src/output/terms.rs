//! Taxonomies and their terms: an index of each taxonomy, a page for each term that has a public card,
//! linked with the same term in the other languages; a long one is parted by time, as lists are.

use std::sync::Arc;

use rayon::prelude::*;
use tera::Value;
use tera::value::Key;

use super::desk::Desk;
use super::frame::Frame;
use super::list;
use super::shelf::{Groups, Page, Period, Shelf};
use super::{Artifact, Listing, Newsroom, Output};
use crate::diagnostic::Reported;
use crate::locale::{Locale, PerLocale, Phrase, Voice};
use crate::model::document::Card;
use crate::model::route::{Route, Shape};
use crate::model::taxonomy::{TaxonomyIndex, TermIndex};
use crate::theme::view::{self, Html};

/// The pages of taxonomies and terms.
#[derive(Debug)]
pub struct TermPages;

#[derive(Debug, Hash)]
struct TaxonomyInput {
    frame: Frame,
    terms: Vec<(Phrase, Route, usize)>,
}

#[derive(Debug, Hash)]
struct TermInput {
    frame: Frame,
    taxonomy: (Phrase, Route),
    page: Page<Arc<Card>>,
}

impl Output for TermPages {
    fn name(&self) -> &'static str {
        "terms"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let planned = newsroom.taxonomies.par_iter().flat_map(|index| of_taxonomy(newsroom, index));
        let mut said = Vec::new();
        let planned: Vec<Vec<Artifact>> =
            planned.collect::<Vec<_>>().into_iter().map(|planned| planned.take(&mut said)).collect();
        Reported::new(planned.into_iter().flatten().collect(), said)
    }
}

/// The pages of a taxonomy in each language.
fn of_taxonomy(newsroom: &Newsroom, index: &TaxonomyIndex) -> Vec<Reported<Vec<Artifact>>> {
    let shelves: Vec<Shelves> = index.terms.par_iter().map(|term| shelves(newsroom, term)).collect();
    let desks: Vec<&Arc<Desk>> = newsroom.desks.values().collect();
    desks.into_par_iter().map(|desk| pages(newsroom, desk, index, &shelves)).collect()
}

/// The cards of a term, by locale.
type Shelves = PerLocale<Shelf<Arc<Card>>>;

fn shelves(newsroom: &Newsroom, term: &TermIndex) -> Shelves {
    let zone = &newsroom.public.settings.time_zone;
    term.cards.map(|_, cards| Shelf::if_long(cards.clone(), |card: &Arc<Card>| card.day(zone)))
}

/// A term's label and page in the desk's language; none where it has no card in it.
pub(super) fn link(desk: &Desk, index: &TaxonomyIndex, term: &TermIndex) -> Option<(Phrase, Route)> {
    let (label, slug) = term.labels.get(&desk.locale)?;
    let section = index.section.get(&desk.locale)?;
    Some((label.clone(), desk.route(&[section, slug], Shape::Folder)))
}

fn pages(newsroom: &Newsroom, desk: &Arc<Desk>, index: &TaxonomyIndex, shelves: &[Shelves]) -> Reported<Vec<Artifact>> {
    let own: Vec<(&TermIndex, &Shelves, Phrase, Route)> = index
        .terms
        .iter()
        .zip(shelves)
        .filter_map(|(term, shelves)| link(desk, index, term).map(|(label, route)| (term, shelves, label, route)))
        .collect();
    let Some(section) = index.section.get(&desk.locale).filter(|_| !own.is_empty()) else { return Reported::default() };
    let place = newsroom
        .public
        .settings
        .taxonomies
        .iter()
        .find(|taxonomy| taxonomy.name == index.name)
        .map(|taxonomy| &taxonomy.place);
    let Some(place) = place else { return Reported::default() };
    let mut said = Vec::new();
    let label = desk.need(&index.name, place, &mut said);
    let route = desk.route(&[section], Shape::Folder);
    let terms: Vec<(Phrase, Route, usize)> = own
        .iter()
        .map(|(term, _, title, route)| (title.clone(), route.clone(), term.cards.get(&desk.locale).map_or(0, Vec::len)))
        .collect();
    let mut artifacts = vec![taxonomy_page(newsroom, desk, index, terms, &label, &route)];
    let taxonomy = (label, route);
    for (term, shelves, title, _) in &own {
        let pages = TermPage { newsroom, desk, index, term, shelves, title, taxonomy: &taxonomy };
        let Some(shelf) = shelves.get(&desk.locale) else { continue };
        let groups = shelf.groups(desk, |period| pages.own(period));
        artifacts.extend(shelf.periods().into_iter().map(|period| pages.of(period, shelf, &groups)));
    }
    Reported::new(artifacts.into_iter().map(|artifact| artifact.written_at(place.clone())).collect(), said)
}

/// What the pages of a term in a language are planned of.
struct TermPage<'a> {
    newsroom: &'a Newsroom,
    desk: &'a Arc<Desk>,
    index: &'a TaxonomyIndex,
    term: &'a TermIndex,
    shelves: &'a Shelves,
    title: &'a Phrase,
    taxonomy: &'a (Phrase, Route),
}

impl TermPage<'_> {
    /// The page of a period: the only one of a short list is that of all.
    fn of(&self, period: Period, shelf: &Shelf<Arc<Card>>, groups: &Groups) -> Artifact {
        let desk = self.desk;
        let own = |period: Period| self.own(period);
        let mut frame = Frame::new(desk, "term.html", "term", period.title(desk, self.title), own(period));
        frame.crumbs = vec![Frame::home_crumb(desk), self.taxonomy.clone()];
        frame.crumbs.extend(list::crumbs(desk, period, self.title, own));
        frame.editions = editions(self.newsroom, |desk| {
            let has = self.shelves.get(&desk.locale).is_some_and(|shelf| shelf.has(period));
            self.route(desk, period).filter(|_| has)
        });
        frame.x_default = super::chooser::x_default(&self.newsroom.public, &frame.editions);
        let listing = Listing::Listed(frame.editions.as_slice().into());
        let route = frame.route.clone();
        let input = TermInput { taxonomy: self.taxonomy.clone(), page: shelf.page(desk, period, groups), frame };
        Artifact::new(route, input, term_page).listed(listing)
    }

    fn own(&self, period: Period) -> Route {
        self.route(self.desk, period).unwrap_or_else(|| self.taxonomy.1.clone())
    }

    fn route(&self, desk: &Desk, period: Period) -> Option<Route> {
        let (_, slug) = self.term.labels.get(&desk.locale)?;
        let section = self.index.section.get(&desk.locale)?;
        Some(list::route(desk, &[section, slug], period))
    }
}

fn taxonomy_page(
    newsroom: &Newsroom,
    desk: &Arc<Desk>,
    index: &TaxonomyIndex,
    mut terms: Vec<(Phrase, Route, usize)>,
    label: &Phrase,
    route: &Route,
) -> Artifact {
    let mut frame = Frame::new(desk, "taxonomy.html", "taxonomy", label.clone(), route.clone());
    frame.crumbs = vec![Frame::home_crumb(desk)];
    frame.editions = editions(newsroom, |desk| {
        let has_terms = index.terms.iter().any(|term| term.labels.has(&desk.locale));
        let section = index.section.get(&desk.locale).filter(|_| has_terms)?;
        Some(desk.route(&[section], Shape::Folder))
    });
    frame.x_default = super::chooser::x_default(&newsroom.public, &frame.editions);
    let formats = desk.voice.formats();
    terms.sort_by(|(one, ..), (other, ..)| formats.compare(&one.text(), &other.text()));
    let listing = Listing::Listed(frame.editions.as_slice().into());
    Artifact::new(route.clone(), TaxonomyInput { frame, terms }, taxonomy_bytes).listed(listing)
}

fn editions(newsroom: &Newsroom, route: impl Fn(&Desk) -> Option<Route>) -> Vec<(Locale, Route)> {
    newsroom.desks.iter().filter_map(|(locale, desk)| Some((locale.clone(), route(desk)?))).collect()
}

fn taxonomy_bytes(input: &TaxonomyInput) -> Reported<Vec<u8>> {
    let desk = &input.frame.desk;
    let terms: Vec<view::Group> = input
        .terms
        .iter()
        .map(|(title, route, count)| view::Group {
            title: Html(desk.html(title)),
            href: desk.href(route),
            count: *count,
            current: false,
        })
        .collect();
    input.frame.render([("terms", Value::from_serializable(&terms))])
}

fn term_page(input: &TermInput) -> Reported<Vec<u8>> {
    let desk = &input.frame.desk;
    let taxonomy = view::Crumb { title: Html(desk.html(&input.taxonomy.0)), href: desk.href(&input.taxonomy.1) };
    let list = input.page.view(desk, &input.frame.title, &input.frame.route);
    let (taxonomy, list) = (Value::from_serializable(&taxonomy), Value::from_serializable(&list));
    // Templates that know nothing of a term's years have its cards by themselves.
    let cards = list.as_map().and_then(|list| list.get(&Key::Str("cards")).cloned());
    input.frame.render([("taxonomy", taxonomy), ("cards", cards.unwrap_or_else(Value::none)), ("list", list)])
}
