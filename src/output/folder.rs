//! An index for each folder of a page's URL that has no page yet: what lies below it, the newest first. A
//! long one is parted by time, as lists are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::desk::Desk;
use super::frame::Frame;
use super::list::{self, ListInput};
use super::shelf::{Groups, Period, Shelf};
use super::{Artifact, Newsroom};
use crate::locale::{Locale, Phrase};
use crate::model::document::{Card, Document, Edition};
use crate::model::route::{Route, Shape};
use crate::model::site::Public;
use crate::settings::UrlStyle;

/// A folder of a locale, and what lies below it.
struct Folder {
    parts: Vec<String>,
    cards: Vec<Arc<Card>>,
    shelf: Shelf<Arc<Card>>,
    /// The pages that its list has of its own.
    periods: Vec<Period>,
}

/// The folders of a locale by the parts of their address.
type Folders = BTreeMap<Vec<String>, Folder>;

/// Plans the indexes of the folders where nothing stands yet.
pub(super) fn plan(newsroom: &Newsroom, artifacts: &[Artifact]) -> Vec<Artifact> {
    let public = &newsroom.public;
    let locales: Vec<&Locale> = newsroom.desks.locales().collect();
    let taken = || artifacts.iter().map(|artifact| artifact.route.file.as_ref()).collect::<FxHashSet<&str>>();
    let by_name = || locales.par_iter().map(|locale| by_name(public, locale)).collect::<Vec<_>>();
    let (taken, by_name) = rayon::join(taken, by_name);
    let folders = locales.into_par_iter().zip(by_name);
    let folders = folders.map(|(locale, by_name)| (locale, folders_of(public, by_name, &taken)));
    let folders: BTreeMap<&Locale, Folders> = folders.collect::<Vec<_>>().into_iter().collect();
    let of_locale = |locale| folders.get(locale).into_iter().flat_map(BTreeMap::values);
    let desks = newsroom.desks.iter().flat_map(|(locale, desk)| of_locale(locale).map(move |folder| (desk, folder)));
    let pages = desks.collect::<Vec<_>>().into_par_iter().flat_map_iter(|(desk, folder)| {
        let groups = folder.shelf.groups(desk, |period| route(public, &folder.parts, period));
        let page = |period: &Period| index(newsroom, desk, &folders, (folder, &groups), *period);
        folder.periods.iter().map(page).map(Artifact::giving_way).collect::<Vec<_>>()
    });
    pages.collect()
}

/// The cards of a locale by the names of the folders that they lie in.
fn by_name<'a>(public: &'a Public, locale: &Locale) -> FxHashMap<&'a str, Vec<Arc<Card>>> {
    let style = public.settings.urls;
    let cards = public.cards.get(locale).map_or(&[][..], Vec::as_slice);
    // By their names first, without a copy for each card: they have few folders.
    let mut by_name: FxHashMap<&str, Vec<Arc<Card>>> = FxHashMap::default();
    for cards in cards.chunk_by(|one, next| lowest_above(&one.route, style) == lowest_above(&next.route, style)) {
        let names = cards.first().into_iter().flat_map(|card| names_above(&card.route, style));
        names.for_each(|name| by_name.entry(name).or_default().extend(cards.iter().cloned()));
    }
    by_name
}

fn folders_of(public: &Public, mut by_name: FxHashMap<&str, Vec<Arc<Card>>>, taken: &FxHashSet<&str>) -> Folders {
    let names: BTreeSet<Vec<String>> = by_name.keys().map(|name| parts_of(name)).collect();
    let below = names.iter().filter_map(|parts| Some((parts, by_name.remove(parts.join("/").as_str())?)));
    let free = below.filter(|(parts, _)| !taken.contains(route(public, parts, Period::All).file.as_ref()));
    free.map(|(parts, cards)| (parts.clone(), folder(public, parts.clone(), cards, &names, taken))).collect()
}

/// A year's folder, which many addresses have, stands for the page of the year. If a document has the address
/// that a page would need, the list stays whole: a folder gives way to documents.
fn folder(
    public: &Public,
    parts: Vec<String>,
    cards: Vec<Arc<Card>>,
    names: &BTreeSet<Vec<String>>,
    taken: &FxHashSet<&str>,
) -> Folder {
    let shelf = Shelf::if_long(cards.clone(), |card: &Arc<Card>| card.day(&public.settings.time_zone));
    let is_folder = |period: &Period| {
        let above = period.above().into_iter().chain([*period]).filter(|above| *above != Period::All);
        above.map(|above| [parts.clone(), above.segments()].concat()).any(|own| names.contains(&own))
    };
    let periods: Vec<Period> = shelf.periods().into_iter().filter(|period| !is_folder(period)).collect();
    let is_taken = |period: &Period| is_taken(&route(public, &parts, *period), taken);
    if periods.iter().any(|period| *period != Period::All && is_taken(period)) {
        return Folder { parts, shelf: Shelf::whole(cards.clone()), cards, periods: vec![Period::All] };
    }
    Folder { parts, cards, shelf, periods }
}

/// Whether one of these files has the address of a folder, with a slash at its end or without.
pub(super) fn is_taken(folder: &Route, taken: &FxHashSet<&str>) -> bool {
    taken.contains(folder.file.as_ref()) || taken.contains(format!("{}.html", folder.stem()).as_str())
}

/// Where the index of a folder is, or the page of a period of it.
fn route(public: &Public, parts: &[String], period: Period) -> Route {
    Route::page(&[parts, &period.segments()].concat(), Shape::Folder, public.settings.urls)
}

/// The folders that a page's file lies in, below the locale's, the page's own in directory style not
/// counted.
fn folders_above(route: &Route, style: UrlStyle) -> Vec<Vec<String>> {
    names_above(route, style).map(parts_of).collect()
}

/// The same by their names, the topmost first: `en/news`, `en/news/2021`.
fn names_above(route: &Route, style: UrlStyle) -> impl Iterator<Item = &str> {
    let lowest = lowest_above(route, style).unwrap_or_default();
    let ends = lowest.match_indices('/').map(|(at, _)| at).chain([lowest.len()]);
    ends.skip(1).map(move |end| &lowest[..end])
}

/// The folder that a page's file lies in, the page's own in directory style not counted; that of the locale too.
fn lowest_above(route: &Route, style: UrlStyle) -> Option<&str> {
    let has_own = style == UrlStyle::Directory || route.url.ends_with('/');
    let (folder, _) = route.file.rsplit_once('/')?;
    if has_own { folder.rsplit_once('/').map(|(above, _)| above) } else { Some(folder) }
}

fn parts_of(name: &str) -> Vec<String> {
    name.split('/').map(str::to_owned).collect()
}

/// The pages of the folders that a document's URL has below its section, with their names: an event's
/// folder by the event's title, any other, a year's above all, as it stands in the URL.
pub(super) fn crumbs(public: &Public, desk: &Desk, document: &Document, edition: &Edition) -> Vec<(Phrase, Route)> {
    let section = public.settings.collection(&document.collection).and_then(|found| found.section.get(&desk.locale));
    let event = document.facts.event.as_ref().and_then(|event| public.document(&event.target));
    let event = event.and_then(|event| event.editions.get(&desk.locale));
    let is_section = |name: &str| name.split('/').nth(1) == section.map(String::as_str) && name.split('/').count() == 2;
    let below = names_above(&edition.route, public.settings.urls).filter(|name| !is_section(name));
    below
        .map(|name| {
            let last = name.rsplit('/').next().unwrap_or(name);
            let named = event.filter(|event| event.words.slug.as_ref().is_some_and(|slug| slug.word == last));
            let title = named.map_or_else(|| Phrase::plain(last), |event| event.title.clone());
            (title, Route::page_named(name, Shape::Folder, public.settings.urls))
        })
        .collect()
}

fn index(
    newsroom: &Newsroom,
    desk: &Arc<Desk>,
    folders: &BTreeMap<&Locale, Folders>,
    (folder, groups): (&Folder, &Groups),
    period: Period,
) -> Artifact {
    let (public, parts) = (&newsroom.public, &folder.parts);
    let title = title_of(newsroom, desk, parts, &folder.cards);
    let own = |period: Period| route(public, parts, period);
    let mut frame = Frame::new(desk, "list.html", "list", period.title(desk, &title), own(period));
    frame.crumbs = vec![Frame::home_crumb(desk)];
    let collections = &public.settings.collections;
    if let Some(collection) = collections.iter().find(|known| known.section.get(&desk.locale) == parts.get(1)) {
        let section = desk.route(&[parts[1].as_str()], Shape::Folder);
        frame.crumbs.push((desk.label(&collection.name), section));
        frame.feeds = vec![super::feed::of_collection(public, desk, &collection.name)];
    }
    frame.crumbs.extend(list::crumbs(desk, period, &title, own));
    frame.editions = editions_of(newsroom, desk, folder, period, folders);
    frame.x_default = super::chooser::x_default(public, &frame.editions);
    let page = folder.shelf.page(desk, period, groups);
    list::planned(ListInput { frame, page })
}

/// A folder of statements is named by their event; any other by its own name.
fn title_of(newsroom: &Newsroom, desk: &Desk, parts: &[String], cards: &[Arc<Card>]) -> Phrase {
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
            label.push_phrase(&named);
            label
        }
        (Some(mut label), None) => {
            label.push(None, &format!(", {last}"));
            label
        }
        (None, named) => named.unwrap_or_else(|| Phrase::plain(last)),
    }
}

/// The same page of the folders in other languages that hold the same documents.
fn editions_of(
    newsroom: &Newsroom,
    desk: &Desk,
    own: &Folder,
    period: Period,
    folders: &BTreeMap<&Locale, Folders>,
) -> Vec<(Locale, Route)> {
    let public = &newsroom.public;
    let editions = newsroom.desks.locales().filter_map(|locale| {
        if *locale == desk.locale {
            return Some((locale.clone(), route(public, &own.parts, period)));
        }
        let other = own.cards.iter().find_map(|card| public.card(&card.document, locale))?;
        let above = folders_above(&other.route, public.settings.urls);
        let parts = above.into_iter().find(|folder| folder.len() == own.parts.len())?;
        let other = folders.get(locale).and_then(|folders| folders.get(&parts));
        let has = period == Period::All || other.is_some_and(|folder| folder.periods.contains(&period));
        has.then(|| (locale.clone(), route(public, &parts, period)))
    });
    editions.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_folders_above_a_page_are_those_of_its_file(
            parts in prop::collection::vec("[ab]{1,2}", 0..5),
            is_folder: bool,
            is_directory: bool,
        ) {
            let shape = if is_folder { Shape::Folder } else { Shape::Leaf };
            let style = if is_directory { UrlStyle::Directory } else { UrlStyle::Clean };
            let page = Route::page(&parts, shape, style);
            let has_own = is_directory || page.url.ends_with('/');
            let ends: Vec<usize> = page.file.match_indices('/').map(|(at, _)| at).collect();
            let count = ends.len().saturating_sub(usize::from(has_own));
            let wanted: Vec<&str> = ends.into_iter().take(count).skip(1).map(|end| &page.file[..end]).collect();
            prop_assert_eq!(names_above(&page, style).collect::<Vec<_>>(), wanted);
        }
    }
}
