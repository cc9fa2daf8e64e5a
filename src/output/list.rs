//! Lists of a collection: the latest, then by year, a year with many cards by month, and such a month by
//! day, so that a new release never shifts an old page.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::shelf::{Groups, Page, Period, Shelf};
use super::{Artifact, Listing, Newsroom, Output};
use crate::diagnostic::Reported;
use crate::locale::{Locale, Phrase};
use crate::model::document::Card;
use crate::model::route::{Route, Shape};
use crate::model::site::Public;
use crate::settings::Collection;

/// The lists.
#[derive(Debug)]
pub struct Lists;

/// What a page of a list is made of.
#[derive(Debug, Hash)]
pub(super) struct ListInput {
    pub(super) frame: Frame,
    pub(super) page: Page<Arc<Card>>,
}

/// The cards of a collection, by locale.
type Shelves = BTreeMap<Locale, Shelf<Arc<Card>>>;

impl Output for Lists {
    fn name(&self) -> &'static str {
        "lists"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let mut lists = Vec::new();
        let shelves = shelves(newsroom);
        for collection in &newsroom.public.settings.collections {
            let Some(shelves) = shelves.get(collection.name.as_str()) else { continue };
            for (locale, desk) in newsroom.desks.iter() {
                if let (Some(section), Some(shelf)) = (collection.section.get(locale), shelves.get(locale)) {
                    lists.push(CollectionLists { newsroom, desk, collection, section, shelf, shelves });
                }
            }
        }
        Reported::clean(lists.par_iter().flat_map_iter(CollectionLists::plan).collect())
    }
}

/// The shelves of every collection, an empty one for each locale that has nothing in it.
fn shelves(newsroom: &Newsroom) -> BTreeMap<&str, Shelves> {
    let locales: Vec<&Locale> = newsroom.desks.locales().collect();
    let by_locale: Vec<_> = locales.into_par_iter().map(|locale| (locale, shelves_in(newsroom, locale))).collect();
    let mut shelves: BTreeMap<&str, Shelves> = BTreeMap::new();
    for (locale, own) in by_locale {
        own.into_iter().for_each(|(name, shelf)| drop(shelves.entry(name).or_default().insert(locale.clone(), shelf)));
    }
    shelves
}

/// The shelf of every collection in a locale.
fn shelves_in<'a>(newsroom: &'a Newsroom, locale: &Locale) -> BTreeMap<&'a str, Shelf<Arc<Card>>> {
    let settings = &newsroom.public.settings;
    let names = settings.collections.iter().map(|collection| collection.name.as_str());
    let mut cards: BTreeMap<&str, Vec<Arc<Card>>> = names.map(|name| (name, Vec::new())).collect();
    for card in newsroom.shown(locale) {
        cards.entry(card.collection.as_ref()).or_default().push(Arc::clone(card));
    }
    let shelved = |cards| Shelf::by_years(cards, |card: &Arc<Card>| card.day(&settings.time_zone));
    cards.into_iter().map(|(name, cards)| (name, shelved(cards))).collect()
}

struct CollectionLists<'a> {
    newsroom: &'a Newsroom,
    desk: &'a Arc<Desk>,
    collection: &'a Collection,
    section: &'a str,
    shelf: &'a Shelf<Arc<Card>>,
    shelves: &'a Shelves,
}

impl CollectionLists<'_> {
    fn plan(&self) -> Vec<Artifact> {
        let groups = self.shelf.groups(self.desk, |period| route(self.desk, &[self.section], period));
        self.shelf.periods().into_iter().map(|period| self.list(period, &groups)).collect()
    }

    fn list(&self, period: Period, groups: &Groups) -> Artifact {
        let (public, desk) = (&self.newsroom.public, self.desk);
        let label = desk.label(&self.collection.name);
        let route = |period: Period| route(desk, &[self.section], period);
        let mut frame = Frame::new(desk, "list.html", "list", period.title(desk, &label), route(period));
        frame.editions = self.editions(period);
        frame.x_default = super::chooser::x_default(public, &frame.editions);
        frame.feeds = vec![super::feed::of_collection(public, desk, &self.collection.name)];
        frame.crumbs = vec![Frame::home_crumb(desk)];
        frame.crumbs.extend(crumbs(desk, period, &label, route));
        let page = self.shelf.page(desk, period, groups);
        planned(ListInput { frame, page })
    }

    /// The same list in every language that has it.
    fn editions(&self, period: Period) -> Vec<(Locale, Route)> {
        let editions = self.newsroom.desks.iter().filter_map(|(locale, desk)| {
            let section = self.collection.section.get(locale)?;
            let shelf = self.shelves.get(locale)?;
            shelf.has(period).then(|| (locale.clone(), route(desk, &[section], period)))
        });
        editions.collect()
    }
}

/// Where the page of a period is, below its list.
pub(super) fn route(desk: &Desk, list: &[&str], period: Period) -> Route {
    let below = period.segments();
    let parts: Vec<&str> = list.iter().copied().chain(below.iter().map(String::as_str)).collect();
    desk.route(&parts, Shape::Folder)
}

/// The pages of a list that a page of it is a part of.
pub(super) fn crumbs(
    desk: &Desk,
    period: Period,
    label: &Phrase,
    route: impl Fn(Period) -> Route,
) -> Vec<(Phrase, Route)> {
    let title = |above: Period| match above {
        Period::All => label.clone(),
        _ => Phrase::plain(&above.name(desk)),
    };
    period.above().into_iter().map(|above| (title(above), route(above))).collect()
}

/// A list as a page that search engines are shown.
pub(super) fn planned(input: ListInput) -> Artifact {
    let listing = Listing::Listed(input.frame.editions.as_slice().into());
    Artifact::new(input.frame.route.clone(), input, page).listed(listing)
}

fn page(input: &ListInput) -> Reported<Vec<u8>> {
    let Frame { desk, title, route, .. } = &input.frame;
    input.frame.render([("list", Value::from_serializable(&input.page.view(desk, title, route)))])
}

/// How many of a locale's cards a feed or the chooser takes.
pub(super) fn latest(public: &Public, locale: &Locale, count: usize) -> Vec<Arc<Card>> {
    let cards = public.cards.get(locale).into_iter().flatten();
    cards.filter(|card| card.kind != crate::settings::Kind::Page).take(count).cloned().collect()
}
