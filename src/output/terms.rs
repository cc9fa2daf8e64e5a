//! Taxonomies and their terms: an index of each taxonomy, a page for each term that has a public card,
//! linked with the same term in the other languages.

use std::sync::Arc;

use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Listing, Newsroom, Output};
use crate::diagnostic::{Diagnostic, Reported};
use crate::locale::{Locale, Phrase, Voice};
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
    cards: Vec<Arc<Card>>,
}

impl Output for TermPages {
    fn name(&self) -> &'static str {
        "terms"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let mut said = Vec::new();
        let mut artifacts = Vec::new();
        for index in &newsroom.taxonomies {
            for desk in newsroom.desks.values() {
                artifacts.extend(pages(newsroom, desk, index, &mut said));
            }
        }
        Reported::new(artifacts, said)
    }
}

/// A term's label and page in the desk's language; none where it has no card in it.
pub(super) fn link(desk: &Desk, index: &TaxonomyIndex, term: &TermIndex) -> Option<(Phrase, Route)> {
    let (label, slug) = term.labels.get(&desk.locale)?;
    let section = index.section.get(&desk.locale)?;
    Some((label.clone(), desk.route(&[section, slug], Shape::Folder)))
}

fn pages(newsroom: &Newsroom, desk: &Arc<Desk>, index: &TaxonomyIndex, said: &mut Vec<Diagnostic>) -> Vec<Artifact> {
    let own: Vec<(&TermIndex, Phrase, Route)> = index
        .terms
        .iter()
        .filter_map(|term| link(desk, index, term).map(|(label, route)| (term, label, route)))
        .collect();
    let Some(section) = index.section.get(&desk.locale).filter(|_| !own.is_empty()) else { return Vec::new() };
    let place = newsroom
        .public
        .settings
        .taxonomies
        .iter()
        .find(|taxonomy| taxonomy.name == index.name)
        .map(|taxonomy| &taxonomy.place);
    let Some(place) = place else { return Vec::new() };
    let label = desk.need(&index.name, place, said);
    let route = desk.route(&[section], Shape::Folder);
    let mut artifacts = vec![taxonomy_page(newsroom, desk, index, &own, &label, &route).written_at(place.clone())];
    for (term, title, own_route) in &own {
        let mut frame = Frame::new(desk, "term.html", "term", title.clone(), own_route.clone());
        frame.crumbs = vec![Frame::home_crumb(desk), (label.clone(), route.clone())];
        frame.editions = editions(newsroom, |desk| link(desk, index, term).map(|(_, route)| route));
        frame.x_default = super::chooser::x_default(&newsroom.public, &frame.editions);
        let listing = Listing::Listed(frame.editions.clone());
        let cards = term.cards.get(&desk.locale).cloned().unwrap_or_default();
        let input = TermInput { frame, taxonomy: (label.clone(), route.clone()), cards };
        artifacts.push(Artifact::new(own_route.clone(), input, term_page).listed(listing).written_at(place.clone()));
    }
    artifacts
}

fn taxonomy_page(
    newsroom: &Newsroom,
    desk: &Arc<Desk>,
    index: &TaxonomyIndex,
    own: &[(&TermIndex, Phrase, Route)],
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
    let mut terms: Vec<(Phrase, Route, usize)> = own
        .iter()
        .map(|(term, title, route)| (title.clone(), route.clone(), term.cards.get(&desk.locale).map_or(0, Vec::len)))
        .collect();
    let formats = desk.voice.formats();
    terms.sort_by(|(one, ..), (other, ..)| formats.compare(&one.text(), &other.text()));
    let listing = Listing::Listed(frame.editions.clone());
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
    let cards: Vec<view::Card> = input.cards.iter().map(|card| desk.card(card)).collect();
    input.frame.render([("taxonomy", Value::from_serializable(&taxonomy)), ("cards", Value::from_serializable(&cards))])
}
