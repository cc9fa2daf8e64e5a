//! Lists of a collection: the latest, then by year, and a year with many cards by month, so that a new
//! release never shifts an old page; and an index for every folder that a URL has.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::home::shown_cards;
use super::{Artifact, Listing, Newsroom, Output};
use crate::diagnostic::Reported;
use crate::locale::{DateStyle, Locale, Phrase, Voice, Zone};
use crate::model::document::{Card, Document, Edition};
use crate::model::route::{Route, Shape};
use crate::model::site::Public;
use crate::settings::{Collection, UrlStyle};
use crate::theme::view::{self, Html};

/// How many cards the first page of a collection shows.
const LATEST: usize = 20;

/// A year with more cards than this is split into months.
const MONTHS_PAST: usize = 200;

/// The lists.
#[derive(Debug)]
pub struct Lists;

#[derive(Debug, Hash)]
struct ListInput {
    frame: Frame,
    cards: Vec<Arc<Card>>,
    groups: Vec<GroupInput>,
    group_kind: &'static str,
    total: usize,
    period: String,
}

#[derive(Debug, Clone, Hash)]
struct GroupInput {
    title: String,
    route: Route,
    count: usize,
}

/// The cards of one collection in one locale, by year and month.
#[derive(Debug, Default)]
struct Shelf {
    cards: Vec<Arc<Card>>,
    years: BTreeMap<i16, BTreeMap<i8, Vec<Arc<Card>>>>,
}

impl Output for Lists {
    fn name(&self) -> &'static str {
        "lists"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let public = &newsroom.public;
        let mut artifacts = Vec::new();
        let shelves = shelves(newsroom);
        for collection in &public.settings.collections {
            let Some(shelves) = shelves.get(collection.name.as_str()) else { continue };
            for (locale, desk) in newsroom.desks.iter() {
                if let (Some(section), Some(shelf)) = (collection.section.get(locale), shelves.get(locale)) {
                    let lists = CollectionLists { newsroom, desk, collection, section, shelf, shelves };
                    lists.plan(&mut artifacts);
                }
            }
        }
        Reported::clean(artifacts)
    }
}

/// The shelves of every collection, an empty one for each locale that has nothing in it.
fn shelves(newsroom: &Newsroom) -> BTreeMap<&str, BTreeMap<Locale, Shelf>> {
    let public = &newsroom.public;
    let names = public.settings.collections.iter().map(|collection| collection.name.as_str());
    let empty = || newsroom.desks.locales().map(|locale| (locale.clone(), Shelf::default())).collect();
    let mut shelves: BTreeMap<&str, BTreeMap<Locale, Shelf>> = names.map(|name| (name, empty())).collect();
    for locale in newsroom.desks.locales() {
        for card in shown_cards(public, locale) {
            let shelf = shelves.get_mut(card.collection.as_ref()).and_then(|shelves| shelves.get_mut(locale));
            if let Some(shelf) = shelf {
                shelf.add(card, &public.settings.time_zone);
            }
        }
    }
    shelves
}

impl Shelf {
    fn add(&mut self, card: Arc<Card>, zone: &Zone) {
        if let Some(day) = card.day(zone) {
            self.years.entry(day.year()).or_default().entry(day.month()).or_default().push(Arc::clone(&card));
        }
        self.cards.push(card);
    }
}

struct CollectionLists<'a> {
    newsroom: &'a Newsroom,
    desk: &'a Arc<Desk>,
    collection: &'a Collection,
    section: &'a str,
    shelf: &'a Shelf,
    shelves: &'a BTreeMap<Locale, Shelf>,
}

impl CollectionLists<'_> {
    fn plan(&self, artifacts: &mut Vec<Artifact>) {
        let label = self.desk.label(&self.collection.name);
        let years = self.years();
        let latest: Vec<Arc<Card>> = self.shelf.cards.iter().take(LATEST).cloned().collect();
        artifacts.push(self.list(
            label.clone(),
            &[],
            latest,
            years.clone(),
            "years",
            self.shelf.cards.len(),
            String::new(),
        ));
        for (year, months) in &self.shelf.years {
            let total: usize = months.values().map(Vec::len).sum();
            let period = year.to_string();
            let title = phrase_and(&label, &period);
            if total <= MONTHS_PAST {
                let cards = months.values().rev().flatten().cloned().collect();
                artifacts.push(self.list(title, &[&period], cards, years.clone(), "years", total, period.clone()));
                continue;
            }
            let groups = self.months(*year, months);
            artifacts.push(self.list(title, &[&period], Vec::new(), groups.clone(), "months", total, period.clone()));
            for (month, cards) in months {
                let named = self.month_name(*year, *month);
                let title = phrase_and(&label, &named);
                let path = [period.as_str(), &format!("{month:02}")];
                artifacts.push(self.list(title, &path, cards.clone(), groups.clone(), "months", cards.len(), named));
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "each is one thing that the list shows")]
    fn list(
        &self,
        title: Phrase,
        below: &[&str],
        cards: Vec<Arc<Card>>,
        groups: Vec<GroupInput>,
        group_kind: &'static str,
        total: usize,
        period: String,
    ) -> Artifact {
        let public = &self.newsroom.public;
        let parts: Vec<&str> = std::iter::once(self.section).chain(below.iter().copied()).collect();
        let mut frame = Frame::new(self.desk, "list.html", "list", title, self.desk.route(&parts, Shape::Folder));
        frame.editions = self.editions(below);
        frame.x_default = super::chooser::x_default(public, &frame.editions);
        frame.feeds = vec![super::feed::of_collection(public, self.desk, &self.collection.name)];
        frame.crumbs = vec![Frame::home_crumb(self.desk)];
        let label = self.desk.label(&self.collection.name);
        (0..below.len()).for_each(|upto| {
            let title = if upto == 0 { label.clone() } else { Phrase::plain(below[upto - 1]) };
            frame.crumbs.push((title, self.desk.route(&parts[..=upto], Shape::Folder)));
        });
        let listing = Listing::Listed(frame.editions.clone());
        let route = frame.route.clone();
        Artifact::new(route, ListInput { frame, cards, groups, group_kind, total, period }, page).listed(listing)
    }

    /// The same list in every language that has it.
    fn editions(&self, below: &[&str]) -> Vec<(Locale, Route)> {
        let editions = self.newsroom.desks.iter().filter_map(|(locale, desk)| {
            let section = self.collection.section.get(locale)?;
            let shelf = self.shelves.get(locale)?;
            let has = match below {
                [] => true,
                [year] => year.parse().is_ok_and(|year: i16| shelf.years.contains_key(&year)),
                [year, month, ..] => {
                    let months = year.parse().ok().and_then(|year: i16| shelf.years.get(&year))?;
                    let is_split = months.values().map(Vec::len).sum::<usize>() > MONTHS_PAST;
                    is_split && month.parse().is_ok_and(|month: i8| months.contains_key(&month))
                }
            };
            let parts: Vec<&str> = std::iter::once(section.as_str()).chain(below.iter().copied()).collect();
            has.then(|| (locale.clone(), desk.route(&parts, Shape::Folder)))
        });
        editions.collect()
    }

    fn years(&self) -> Vec<GroupInput> {
        let group = |(year, months): (&i16, &BTreeMap<i8, Vec<Arc<Card>>>)| GroupInput {
            title: year.to_string(),
            route: self.desk.route(&[self.section, &year.to_string()], Shape::Folder),
            count: months.values().map(Vec::len).sum(),
        };
        self.shelf.years.iter().rev().map(group).collect()
    }

    fn months(&self, year: i16, months: &BTreeMap<i8, Vec<Arc<Card>>>) -> Vec<GroupInput> {
        let group = |(month, cards): (&i8, &Vec<Arc<Card>>)| GroupInput {
            title: self.month_name(year, *month),
            route: self.desk.route(&[self.section, &year.to_string(), &format!("{month:02}")], Shape::Folder),
            count: cards.len(),
        };
        months.iter().map(group).collect()
    }

    fn month_name(&self, year: i16, month: i8) -> String {
        let day = Date::new(year, month, 1).unwrap_or_default();
        self.desk.voice.formats().date(day, DateStyle::Month)
    }
}

fn phrase_and(label: &Phrase, period: &str) -> Phrase {
    let mut title = label.clone();
    title.push(None, &format!(", {period}"));
    title
}

/// An index for each folder of a page's URL that has no page yet: what lies below it, by title.
pub fn folders(newsroom: &Newsroom, artifacts: &[Artifact]) -> Vec<Artifact> {
    let public = &newsroom.public;
    let taken: BTreeSet<&str> = artifacts.iter().map(|artifact| artifact.route.file.as_str()).collect();
    let mut found: Vec<Artifact> = Vec::new();
    for (locale, desk) in newsroom.desks.iter() {
        let mut below: BTreeMap<Vec<String>, Vec<Arc<Card>>> = BTreeMap::new();
        for card in public.cards.get(locale).into_iter().flatten() {
            for folder in folders_above(&card.route, public.settings.urls) {
                below.entry(folder).or_default().push(Arc::clone(card));
            }
        }
        for (parts, cards) in below {
            let route = Route::page(&parts, Shape::Folder, public.settings.urls);
            if !taken.contains(route.file.as_str()) {
                found.push(folder(newsroom, desk, &parts, route, cards).giving_way());
            }
        }
    }
    found
}

/// The folders that a page's file lies in, below the locale's, the page's own in directory style not
/// counted.
fn folders_above(route: &Route, style: UrlStyle) -> Vec<Vec<String>> {
    let mut parts: Vec<String> = route.file.split('/').map(str::to_owned).collect();
    parts.pop();
    if style == UrlStyle::Directory || route.url.ends_with('/') {
        parts.pop();
    }
    (2..=parts.len()).map(|upto| parts[..upto].to_vec()).collect()
}

/// The pages of the folders that a document's URL has below its section, with their names: an event's
/// folder by the event's title, any other, a year's above all, as it stands in the URL.
pub(super) fn folder_crumbs(
    public: &Public,
    desk: &Desk,
    document: &Document,
    edition: &Edition,
) -> Vec<(Phrase, Route)> {
    let section = public.settings.collection(&document.collection).and_then(|found| found.section.get(&desk.locale));
    let event = document.facts.event.as_ref().and_then(|event| public.document(&event.target));
    let event = event.and_then(|event| event.editions.get(&desk.locale));
    let folders = folders_above(&edition.route, public.settings.urls);
    let below =
        folders.into_iter().filter(|parts| parts.len() > 2 || section.is_none_or(|section| parts[1] != *section));
    below
        .map(|parts| {
            let last = parts.last().map_or("", String::as_str);
            let named = event.filter(|event| event.words.slug.as_ref().is_some_and(|slug| slug.word == last));
            let title = named.map_or_else(|| Phrase::plain(last), |event| event.title.clone());
            (title, Route::page(&parts, Shape::Folder, public.settings.urls))
        })
        .collect()
}

fn folder(newsroom: &Newsroom, desk: &Arc<Desk>, parts: &[String], route: Route, cards: Vec<Arc<Card>>) -> Artifact {
    let title = folder_title(newsroom, desk, parts, &cards);
    let mut frame = Frame::new(desk, "list.html", "list", title, route.clone());
    frame.crumbs = vec![Frame::home_crumb(desk)];
    let collection = newsroom
        .public
        .settings
        .collections
        .iter()
        .find(|collection| collection.section.get(&desk.locale) == parts.get(1));
    if let Some(collection) = collection {
        let section = desk.route(&[parts[1].as_str()], Shape::Folder);
        frame.crumbs.push((desk.label(&collection.name), section));
        frame.feeds = vec![super::feed::of_collection(&newsroom.public, desk, &collection.name)];
    }
    frame.editions = folder_editions(newsroom, desk, parts, &cards, &route);
    frame.x_default = super::chooser::x_default(&newsroom.public, &frame.editions);
    let listing = Listing::Listed(frame.editions.clone());
    let total = cards.len();
    let input = ListInput { frame, cards, groups: Vec::new(), group_kind: "none", total, period: String::new() };
    Artifact::new(route, input, page).listed(listing)
}

/// A folder of statements is named by their event; any other by its own name.
fn folder_title(newsroom: &Newsroom, desk: &Desk, parts: &[String], cards: &[Arc<Card>]) -> Phrase {
    let last = parts.last().map_or("", String::as_str);
    let event = cards.iter().find_map(|card| newsroom.public.document(card.event.as_ref()?));
    let named = event.and_then(|event| {
        let edition = event.editions.get(&desk.locale)?;
        (edition.words.slug.as_ref()?.word == last).then(|| edition.title.clone())
    });
    let label = newsroom
        .public
        .settings
        .collections
        .iter()
        .find(|collection| collection.section.get(&desk.locale) == parts.get(1))
        .map(|collection| desk.label(&collection.name));
    match (label, named) {
        (Some(mut label), Some(named)) => {
            label.push(None, ": ");
            named.runs.iter().for_each(|run| label.push(run.lang.as_ref(), &run.text));
            label
        }
        (Some(label), None) => phrase_and(&label, last),
        (None, named) => named.unwrap_or_else(|| Phrase::plain(last)),
    }
}

/// The folders in other languages that hold the same documents.
fn folder_editions(
    newsroom: &Newsroom,
    desk: &Desk,
    parts: &[String],
    cards: &[Arc<Card>],
    own: &Route,
) -> Vec<(Locale, Route)> {
    let public = &newsroom.public;
    let editions = newsroom.desks.locales().filter_map(|locale| {
        if *locale == desk.locale {
            return Some((locale.clone(), own.clone()));
        }
        let other = cards.iter().find_map(|card| public.card(&card.document, locale))?;
        let above = folders_above(&other.route, public.settings.urls);
        let folder = above.into_iter().find(|folder| folder.len() == parts.len())?;
        Some((locale.clone(), Route::page(&folder, Shape::Folder, public.settings.urls)))
    });
    editions.collect()
}

fn page(input: &ListInput) -> Reported<Vec<u8>> {
    let desk = &input.frame.desk;
    let here = &input.frame.route;
    let list = view::List {
        title: Html(desk.html(&input.frame.title)),
        cards: input.cards.iter().map(|card| desk.card(card)).collect(),
        groups: input
            .groups
            .iter()
            .map(|group| view::Group {
                title: Html(desk.html(&Phrase::plain(&group.title))),
                href: desk.href(&group.route),
                count: group.count,
                current: group.route == *here,
            })
            .collect(),
        group_kind: input.group_kind,
        total: input.total,
        period: input.period.clone(),
    };
    input.frame.render([("list", Value::from_serializable(&list))])
}

/// How many of a locale's cards a feed or the chooser takes.
pub(super) fn latest(public: &Public, locale: &Locale, count: usize) -> Vec<Arc<Card>> {
    let cards = public.cards.get(locale).into_iter().flatten();
    cards.filter(|card| card.kind != crate::settings::Kind::Page).take(count).cloned().collect()
}
