//! The list of an event's press releases, where its page would grow too long with them: the page shows the
//! latest then, and the list has all, parted by time as lists are.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::desk::Desk;
use super::folder::is_taken;
use super::frame::Frame;
use super::list::{self, ListInput};
use super::shelf::{Groups, Period, Shelf};
use super::{Artifact, Newsroom, Output};
use crate::diagnostic::Reported;
use crate::locale::{Locale, PerLocale};
use crate::model::document::{Card, Document, Edition};
use crate::model::route::{Route, Shape};
use crate::model::site::Public;
use crate::settings::Kind;

/// The page of an event shows all its releases up to this many: it has a text, an agenda and its statements
/// besides.
const WHOLE: usize = 50;

/// The lists of events.
#[derive(Debug)]
pub struct EventLists;

/// The releases of each event that has too many for its page, by the event's path.
pub(super) type Shelves = HashMap<Arc<str>, Shelf<Arc<Card>>>;

/// What the page of such an event tells of its list.
#[derive(Debug)]
pub(super) struct Listed {
    /// Where the list is.
    pub(super) route: Route,
    /// How many releases it has.
    pub(super) total: usize,
    /// Those that the event's page shows.
    pub(super) latest: Vec<Arc<Card>>,
}

/// Finds the events with too many releases among the cards of what belongs to events in each locale. Where a
/// document has the address that the list would need, the event's page shows them all.
pub(super) fn shelves(
    public: &Public,
    desks: &PerLocale<Arc<Desk>>,
    cards: &PerLocale<HashMap<Arc<str>, Vec<Arc<Card>>>>,
) -> PerLocale<Shelves> {
    let taken = std::cell::LazyCell::new(|| taken(public));
    cards.map(|locale, cards| {
        let long = cards.iter().filter(|(_, cards)| releases(cards).count() > WHOLE);
        let shelf = |(event, cards): (&Arc<str>, &Vec<Arc<Card>>)| {
            let edition = public.document(event).filter(|event| event.has_page())?.editions.get(locale)?;
            let route = route(desks.get(locale)?, edition, Period::All);
            let zone = &public.settings.time_zone;
            let shelf = || Shelf::by_years(releases(cards).cloned(), |card| card.day(zone));
            (!is_taken(&route, &taken)).then(|| (Arc::clone(event), shelf()))
        };
        long.filter_map(shelf).collect()
    })
}

fn releases(cards: &[Arc<Card>]) -> impl Iterator<Item = &Arc<Card>> {
    cards.iter().filter(|card| card.kind == Kind::Release)
}

fn taken(public: &Public) -> FxHashSet<&str> {
    let editions = public.documents.iter().flat_map(|document| document.editions.values());
    editions.map(|edition| edition.route.file.as_ref()).collect()
}

/// What the page of an event tells of its list; nothing where it has none.
pub(super) fn listed(newsroom: &Newsroom, desk: &Desk, event: &Document) -> Option<Listed> {
    let shelf = newsroom.relations.shelf_of(&event.id, &desk.locale)?;
    let edition = event.editions.get(&desk.locale)?;
    // Of the ways to its parts the event's page shows none.
    let page = shelf.page(desk, Period::All, &Groups::default());
    Some(Listed { route: route(desk, edition, Period::All), total: page.total, latest: page.shown })
}

impl Output for EventLists {
    fn name(&self) -> &'static str {
        "event lists"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let events = newsroom.public.documents.iter().filter(|document| document.kind == Kind::Event);
        let lists = events.flat_map(|event| {
            event.editions.iter().flat_map(move |(locale, edition)| {
                let own = newsroom.desks.get(locale).zip(newsroom.relations.shelf_of(&event.id, locale));
                own.into_iter().flat_map(move |(desk, shelf)| {
                    let list = EventList { newsroom, desk, event, edition, shelf };
                    let groups = shelf.groups(desk, |period| route(desk, edition, period));
                    shelf.periods().into_iter().map(move |period| list.page(period, &groups))
                })
            })
        });
        Reported::clean(lists.collect())
    }
}

/// Where a page of the list of an event is: beside the event's own, whose address it has with the words that
/// stand above the list.
fn route(desk: &Desk, event: &Edition, period: Period) -> Route {
    let list = format!("{}-{}", event.route.stem(), desk.releases.1);
    let parts: Vec<String> = [list].into_iter().chain(period.segments()).collect();
    Route::page(&parts, Shape::Folder, desk.urls)
}

/// What the pages of such a list are planned of.
struct EventList<'a> {
    newsroom: &'a Newsroom,
    desk: &'a Arc<Desk>,
    event: &'a Document,
    edition: &'a Edition,
    shelf: &'a Shelf<Arc<Card>>,
}

impl EventList<'_> {
    fn page(&self, period: Period, groups: &Groups) -> Artifact {
        let Self { newsroom, desk, event, edition, shelf } = *self;
        let label = &desk.releases.0;
        let mut whole = label.clone();
        whole.push(None, ": ");
        whole.push_phrase(&edition.title);
        let own = |period: Period| route(desk, edition, period);
        let mut frame = Frame::new(desk, "list.html", "list", period.title(desk, &whole), own(period));
        frame.crumbs = super::document::crumbs(&newsroom.public, desk, event, edition);
        frame.crumbs.push((edition.title.clone(), edition.route.clone()));
        frame.crumbs.extend(list::crumbs(desk, period, label, own));
        frame.editions = self.editions(period);
        frame.x_default = super::chooser::x_default(&newsroom.public, &frame.editions);
        let page = shelf.page(desk, period, groups);
        list::planned(ListInput { frame, page }).giving_way().written_at(edition.words.slug_place())
    }

    /// The same page in every language that has it.
    fn editions(&self, period: Period) -> Vec<(Locale, Route)> {
        let editions = self.newsroom.desks.iter().filter_map(|(locale, desk)| {
            let shelf = self.newsroom.relations.shelf_of(&self.event.id, locale)?;
            let edition = self.event.editions.get(locale)?;
            shelf.has(period).then(|| (locale.clone(), route(desk, edition, period)))
        });
        editions.collect()
    }
}
