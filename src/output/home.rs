//! The home page of each locale.

use std::sync::Arc;

use rayon::prelude::*;
use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Listing, Newsroom, Output};
use crate::diagnostic::Reported;
use crate::locale::{Locale, PerLocale, Phrase};
use crate::model::document::{Card, CardContent};
use crate::model::route::{Route, Shape};
use crate::model::site::Public;
use crate::settings::{Collection, Kind, Pairing};
use crate::theme::view::{self, Html};

/// How many cards a section of the home page shows.
const LATEST: usize = 5;

/// The home pages.
#[derive(Debug)]
pub struct Homes;

#[derive(Debug, Hash)]
struct HomeInput {
    frame: Frame,
    event: Option<Arc<Card>>,
    outcome: Option<Arc<Card>>,
    sections: Vec<SectionInput>,
}

#[derive(Debug, Hash)]
struct SectionInput {
    name: String,
    title: Phrase,
    list: Route,
    feed: Route,
    cards: Vec<Arc<Card>>,
}

impl Output for Homes {
    fn name(&self) -> &'static str {
        "homes"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let artifacts = newsroom.desks.values().map(|desk| {
            let input = input(newsroom, desk);
            let listing = Listing::Listed(input.frame.editions.as_slice().into());
            Artifact::new(input.frame.route.clone(), input, page).listed(listing)
        });
        Reported::clean(artifacts.collect())
    }
}

fn input(newsroom: &Newsroom, desk: &Arc<Desk>) -> HomeInput {
    let public = &newsroom.public;
    let title = Phrase::plain(&desk.site.title);
    let mut frame = Frame::new(desk, "home.html", "home", title, desk.home.clone());
    frame.description = desk.site.description.clone();
    frame.editions = newsroom.desks.locales().map(|locale| (locale.clone(), desk.home_route(locale))).collect();
    frame.x_default = super::chooser::x_default(public, &frame.editions);
    frame.feeds = vec![super::feed::of_locale(desk)];
    let cards = newsroom.shown(&desk.locale);
    let first = |kind: Kind| cards.iter().find(|card| card.kind == kind).cloned();
    let sections = public.settings.collections.iter().filter_map(|collection| {
        let section = collection.section.get(&desk.locale)?;
        let own = cards.iter().filter(|card| *card.collection == *collection.name).take(LATEST).cloned();
        Some(SectionInput {
            name: collection.name.clone(),
            title: desk.label(&collection.name),
            list: desk.route(&[section], Shape::Folder),
            feed: super::feed::of_collection(public, desk, &collection.name).0,
            cards: own.collect(),
        })
    });
    HomeInput { event: first(Kind::Event), outcome: first(Kind::Outcome), sections: sections.collect(), frame }
}

/// What lists of each locale show: its own cards, and, where a collection lets an edition go out alone,
/// the cards of documents that it lacks, in the site's next language. The newest first.
pub(super) fn shown_cards(public: &Public) -> PerLocale<Vec<Arc<Card>>> {
    let locales: Vec<&Locale> = public.settings.tags().collect();
    let shown = locales.into_par_iter().map(|locale| (locale.clone(), shown_in(public, locale)));
    shown.collect::<Vec<_>>().into_iter().collect()
}

fn shown_in(public: &Public, locale: &Locale) -> Vec<Arc<Card>> {
    let mut shown: Vec<Arc<Card>> = public.cards.get(locale).cloned().unwrap_or_default();
    let own = shown.len();
    let announced = |card: &Arc<Card>| {
        let pairing = public.settings.collection(&card.collection).map(|collection: &Collection| collection.pairing);
        pairing == Some(Pairing::Announced) && public.card(&card.document, locale).is_none()
    };
    for (other, cards) in public.cards.iter().filter(|(other, _)| *other != locale) {
        let is_first = |card: &Arc<Card>| {
            public.document(&card.document).and_then(|document| document.editions.locales().next()) == Some(other)
        };
        shown.extend(cards.iter().filter(|card| announced(card) && is_first(card)).cloned());
    }
    // Both parts are in order: only where something was added need they be sorted again.
    if shown.len() > own { CardContent::sorted(shown.into_iter(), &public.settings.time_zone) } else { shown }
}

fn page(input: &HomeInput) -> Reported<Vec<u8>> {
    let desk = &input.frame.desk;
    let card = |card: &Option<Arc<Card>>| card.as_ref().map(|card| desk.card(card));
    let featured = view::Featured { event: card(&input.event), outcome: card(&input.outcome) };
    let sections: Vec<view::Section> = input
        .sections
        .iter()
        .map(|section| view::Section {
            name: section.name.clone(),
            title: Html(desk.html(&section.title)),
            href: desk.href(&section.list),
            feed: desk.feed_href(&section.feed),
            cards: section.cards.iter().map(|card| desk.card(card)).collect(),
        })
        .collect();
    input
        .frame
        .render([("featured", Value::from_serializable(&featured)), ("sections", Value::from_serializable(&sections))])
}
