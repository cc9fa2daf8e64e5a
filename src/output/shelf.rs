//! A long list parted by time, so that no page of it grows for ever: a year, a year's months, a month's days.
//!
//! In: entries with the day under which they are filed. Out: which pages the list has, and what stands on
//! each. A page is there because of what is public alone, and a new entry never moves an old one to another.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use jiff::civil::Date;

use super::desk::Desk;
use crate::locale::{DateStyle, Phrase, Voice};
use crate::model::document::Card;
use crate::model::route::Route;
use crate::theme::view::{self, Html};

/// How many entries the first page of a parted list shows.
const LATEST: usize = 20;

/// A page with more entries than this is parted: with titles and summaries of a usual length so many are
/// 20 kB, compressed.
const PAGE: usize = 200;

/// What a page of a list shows the entries of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// The whole list; its latest where it is parted.
    All,
    /// A year.
    Year(i16),
    /// A year and a month of it.
    Month(i16, i8),
    /// A day, which is never parted: it is over soon.
    Day(Date),
}

impl Period {
    /// Whether a day lies in it, before it or after it.
    fn place_of(self, day: Date) -> Ordering {
        match self {
            Period::All => Ordering::Equal,
            Period::Year(year) => day.year().cmp(&year),
            Period::Month(year, month) => (day.year(), day.month()).cmp(&(year, month)),
            Period::Day(own) => day.cmp(&own),
        }
    }

    /// The part of it in which a day lies.
    fn part_of(self, day: Date) -> Option<Period> {
        match self {
            Period::All => Some(Period::Year(day.year())),
            Period::Year(_) => Some(Period::Month(day.year(), day.month())),
            Period::Month(..) => Some(Period::Day(day)),
            Period::Day(_) => None,
        }
    }

    /// The period that it is a part of.
    fn whole(self) -> Option<Period> {
        match self {
            Period::All => None,
            Period::Year(_) => Some(Period::All),
            Period::Month(year, _) => Some(Period::Year(year)),
            Period::Day(day) => Some(Period::Month(day.year(), day.month())),
        }
    }

    /// The periods that it is a part of, the whole list first.
    pub(super) fn above(self) -> Vec<Period> {
        let mut above: Vec<Period> = std::iter::successors(self.whole(), |period| period.whole()).collect();
        above.reverse();
        above
    }

    /// What its pages' addresses have after the list's own.
    pub(super) fn segments(self) -> Vec<String> {
        match self {
            Period::All => Vec::new(),
            Period::Year(year) => vec![year.to_string()],
            Period::Month(year, month) => vec![year.to_string(), format!("{month:02}")],
            Period::Day(day) => {
                vec![day.year().to_string(), format!("{:02}", day.month()), format!("{:02}", day.day())]
            }
        }
    }

    /// Its name in the desk's language; nothing for the whole.
    pub(super) fn name(self, desk: &Desk) -> String {
        match self {
            Period::All => String::new(),
            Period::Year(year) => year.to_string(),
            Period::Month(year, month) => {
                desk.voice.formats().date(Date::new(year, month, 1).unwrap_or_default(), DateStyle::Month)
            }
            Period::Day(day) => desk.voice.formats().date(day, DateStyle::Long),
        }
    }

    /// A list's label with its name.
    pub(super) fn title(self, desk: &Desk, label: &Phrase) -> Phrase {
        let mut title = label.clone();
        if self != Period::All {
            title.push(None, &format!(", {}", self.name(desk)));
        }
        title
    }

    /// The word for its parts.
    fn kind_of_parts(self) -> &'static str {
        match self {
            Period::All => "years",
            Period::Year(_) => "months",
            Period::Month(..) => "days",
            Period::Day(_) => "none",
        }
    }
}

/// The entries of a list, the newest first.
#[derive(Debug, Default)]
pub(super) struct Shelf<T> {
    dated: Vec<(Date, T)>,
    /// Pages that have no day stand on the first page.
    undated: Vec<T>,
    is_parted: bool,
}

impl<T: Clone> Shelf<T> {
    /// A list that is parted by years whatever its length.
    pub(super) fn by_years(entries: impl IntoIterator<Item = T>, day: impl Fn(&T) -> Option<Date>) -> Shelf<T> {
        let mut shelf = Shelf { dated: Vec::new(), undated: Vec::new(), is_parted: true };
        for entry in entries {
            match day(&entry) {
                Some(day) => shelf.dated.push((day, entry)),
                None => shelf.undated.push(entry),
            }
        }
        // Of one day they keep their order.
        shelf.dated.sort_by_key(|(day, _)| Reverse(*day));
        shelf
    }

    /// A list that stays on one page as long as it is short.
    pub(super) fn if_long(entries: Vec<T>, day: impl Fn(&T) -> Option<Date>) -> Shelf<T> {
        if entries.len() > PAGE { Shelf::by_years(entries, day) } else { Shelf::whole(entries) }
    }

    /// A list that stays on one page.
    pub(super) fn whole(entries: Vec<T>) -> Shelf<T> {
        Shelf { dated: Vec::new(), undated: entries, is_parted: false }
    }

    fn within(&self, period: Period) -> &[(Date, T)] {
        let from = self.dated.partition_point(|(day, _)| period.place_of(*day).is_gt());
        let upto = self.dated.partition_point(|(day, _)| period.place_of(*day).is_ge());
        &self.dated[from..upto]
    }

    fn is_parted(&self, period: Period) -> bool {
        match period {
            Period::All => self.is_parted,
            Period::Day(_) => false,
            Period::Year(_) | Period::Month(..) => self.within(period).len() > PAGE,
        }
    }

    /// Whether the list has a page for a period.
    pub(super) fn has(&self, period: Period) -> bool {
        let is_there = period == Period::All || !self.within(period).is_empty();
        is_there && period.above().into_iter().all(|whole| self.is_parted(whole))
    }

    /// The periods that have pages, each before its parts.
    pub(super) fn periods(&self) -> Vec<Period> {
        let mut periods = vec![Period::All];
        let mut at = 0;
        while let Some(period) = periods.get(at).copied() {
            periods.extend(self.parts(period).into_iter().map(|(part, _)| part));
            at += 1;
        }
        periods
    }

    /// The parts of a period that has some, with how many entries each has: years from the latest on, months
    /// and days from the first.
    fn parts(&self, period: Period) -> Vec<(Period, usize)> {
        if !self.is_parted(period) {
            return Vec::new();
        }
        let days = self.within(period).chunk_by(|(one, _), (other, _)| period.part_of(*one) == period.part_of(*other));
        let mut parts: Vec<(Period, usize)> =
            days.filter_map(|part| Some((period.part_of(part.first()?.0)?, part.len()))).collect();
        if period != Period::All {
            parts.reverse();
        }
        parts
    }

    /// The ways to the parts of every period that has some.
    pub(super) fn groups(&self, desk: &Desk, route: impl Fn(Period) -> Route) -> Groups {
        let group = |(part, count): (Period, usize)| Group { title: part.name(desk), route: route(part), count };
        let parted = self.periods().into_iter().filter(|period| self.is_parted(*period));
        Groups(parted.map(|period| (period, self.parts(period).into_iter().map(group).collect())).collect())
    }

    /// What stands on the page of a period.
    pub(super) fn page(&self, desk: &Desk, period: Period, groups: &Groups) -> Page<T> {
        let within = self.within(period).iter().map(|(_, entry)| entry.clone());
        let undated = || self.undated.iter().cloned();
        let shown = match period {
            Period::All => within.take(LATEST).chain(undated()).collect(),
            _ if self.is_parted(period) => Vec::new(),
            _ => within.collect(),
        };
        // What is not parted shows the way to its neighbours.
        let parted = if self.is_parted(period) { Some(period) } else { period.whole() };
        Page {
            shown,
            groups: parted.map(|parted| groups.of(parted)).unwrap_or_default(),
            group_kind: parted.map_or("none", Period::kind_of_parts),
            total: self.within(period).len() + if period == Period::All { self.undated.len() } else { 0 },
            period: period.name(desk),
        }
    }
}

/// The ways to the parts of periods. The page of a period and the pages of all its parts show the same.
#[derive(Debug, Default)]
pub(super) struct Groups(Vec<(Period, Arc<[Group]>)>);

impl Groups {
    fn of(&self, period: Period) -> Arc<[Group]> {
        let known = self.0.iter().find(|(known, _)| *known == period);
        known.map(|(_, groups)| Arc::clone(groups)).unwrap_or_default()
    }
}

/// What stands on a page of a list.
#[derive(Debug, Hash)]
pub(super) struct Page<T> {
    pub(super) shown: Vec<T>,
    groups: Arc<[Group]>,
    group_kind: &'static str,
    pub(super) total: usize,
    period: String,
}

#[derive(Debug, Hash)]
struct Group {
    title: String,
    route: Route,
    count: usize,
}

impl<T> Page<T> {
    /// As templates see it, with what `cards` gives.
    fn view_with(&self, desk: &Desk, title: &Phrase, here: &Route, cards: Vec<view::Card>) -> view::List {
        let group = |group: &Group| view::Group {
            title: Html(desk.html(&Phrase::plain(&group.title))),
            href: desk.href(&group.route),
            count: group.count,
            current: group.route == *here,
        };
        view::List {
            title: Html(desk.html(title)),
            cards,
            groups: self.groups.iter().map(group).collect(),
            group_kind: self.group_kind,
            total: self.total,
            period: self.period.clone(),
        }
    }

    /// As templates see it where the entries are no cards: they are given beside it.
    pub(super) fn view_without_cards(&self, desk: &Desk, title: &Phrase, here: &Route) -> view::List {
        self.view_with(desk, title, here, Vec::new())
    }
}

impl Page<Arc<Card>> {
    /// As templates see it.
    pub(super) fn view(&self, desk: &Desk, title: &Phrase, here: &Route) -> view::List {
        let cards = self.shown.iter().map(|card| desk.card(card)).collect();
        self.view_with(desk, title, here, cards)
    }
}
