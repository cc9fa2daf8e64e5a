//! Dates, hours and stretches of time in words.
//!
//! House rules over CLDR (design, section 4): a day has no leading zero, the weekday is always
//! computed, the hour is that of a 24-hour clock and always has its zone.

use std::fmt::{self, Write};
use std::ops::Range;

use icu::calendar::{Date as IcuDate, Gregorian};
use icu::datetime::fieldsets::{E, T, YM, YMD, YMDE};
use icu::datetime::input::Time;
use icu::datetime::options::YearStyle;
use icu::datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter, parts};
use icu::locale::Locale as IcuLocale;
use icu::locale::preferences::extensions::unicode::keywords::HourCycle;
use jiff::civil::Date;
use writeable::{Part, PartsWrite, Writeable};

use super::days::Days;
use super::{Formats, Instant, When, Zone};

/// How much of a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateStyle {
    /// `Selasa, 16 November 2021`.
    Full,
    /// `16 November 2021`.
    Long,
    /// `16 Nov 2021`.
    Medium,
    /// `16/11/2021`.
    Short,
    /// `November 2021`.
    Month,
}

impl DateStyle {
    /// Finds a style by its word: `full`, `long`, `medium`, `short`, `month`.
    pub fn parse(word: &str) -> Option<DateStyle> {
        Some(match word {
            "full" => DateStyle::Full,
            "long" => DateStyle::Long,
            "medium" => DateStyle::Medium,
            "short" => DateStyle::Short,
            "month" => DateStyle::Month,
            _ => return None,
        })
    }
}

type DateFormatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

pub(super) struct Dates {
    weekday: DateFormatter<E>,
    full: DateFormatter<YMDE>,
    long: DateFormatter<YMD>,
    medium: DateFormatter<YMD>,
    short: DateFormatter<YMD>,
    month: DateFormatter<YM>,
    hour: NoCalendarFormatter<T>,
    // None where days are not written by figures of ASCII.
    days: Option<Days>,
}

impl Dates {
    pub(super) fn new(notation: &IcuLocale) -> Option<Dates> {
        let mut clock: icu::datetime::DateTimeFormatterPreferences = notation.into();
        clock.hour_cycle = Some(HourCycle::H23);
        let weekday = DateFormatter::try_new(notation.into(), E::long()).ok()?;
        let long = DateFormatter::try_new(notation.into(), YMD::long()).ok()?;
        let days = Days::learn(|day| pieces(&long, day), |day| Some(weekday.format(&gregorian(day)?).to_string()));
        Some(Dates {
            weekday,
            full: DateFormatter::try_new(notation.into(), YMDE::long()).ok()?,
            long,
            medium: DateFormatter::try_new(notation.into(), YMD::medium()).ok()?,
            short: DateFormatter::try_new(notation.into(), YMD::short().with_year_style(YearStyle::Full)).ok()?,
            month: DateFormatter::try_new(notation.into(), YM::long()).ok()?,
            hour: NoCalendarFormatter::try_new(clock, T::hm()).ok()?,
            days,
        })
    }
}

impl Formats {
    /// Writes a day.
    pub fn date(&self, day: Date, style: DateStyle) -> String {
        let quickly = self.dates.days.as_ref().and_then(|days| match style {
            DateStyle::Full if self.has_own_full() => days.full(day),
            DateStyle::Long => days.long(day),
            _ => None,
        });
        quickly.unwrap_or_else(|| self.slow_date(day, style))
    }

    /// The same by CLDR's machine.
    fn slow_date(&self, day: Date, style: DateStyle) -> String {
        let Some(day) = gregorian(day) else {
            return day.to_string();
        };
        match style {
            DateStyle::Full => self.full_date(&day),
            DateStyle::Long => self.dates.long.format(&day).to_string(),
            DateStyle::Medium => self.dates.medium.format(&day).to_string(),
            DateStyle::Short => self.dates.short.format(&day).to_string(),
            DateStyle::Month => self.dates.month.format(&day).to_string(),
        }
    }

    /// Writes the hour in `zone`: `pukul 18.00 WITA`, `18:00 WITA`.
    pub fn time(&self, instant: &Instant, zone: &Zone) -> String {
        let instant = instant.in_zone(zone);
        [self.before_hour(), &self.hour(&instant), " ", &zone_name(&instant)].concat()
    }

    /// Writes day and hour in `zone`: `Selasa, 16 November 2021, pukul 18.00 WITA`.
    pub fn moment(&self, instant: &Instant, zone: &Zone) -> String {
        format!("{}, {}", self.date(instant.in_zone(zone).date(), DateStyle::Full), self.time(instant, zone))
    }

    /// Writes a day (long), or a moment with its hour in `zone`.
    pub fn when(&self, when: &When, zone: &Zone) -> String {
        match when {
            When::Day(day) => self.date(*day, DateStyle::Long),
            When::At(instant) => self.moment(instant, zone),
        }
    }

    /// Writes the days from `from` to `to` without repeating what they share: `13–15 November 2021`,
    /// `30 November–2 Desember 2021`. Days in different years are both written whole; `from` alone
    /// if it is the same day.
    pub fn date_range(&self, from: Date, to: Date) -> String {
        let whole = |day| self.date(day, DateStyle::Long);
        if from == to {
            return whole(from);
        }
        let shared = match (from.year() == to.year(), from.month() == to.month()) {
            (true, true) => self.joined(from, to, &[parts::DAY]),
            (true, false) => self.joined(from, to, &[parts::DAY, parts::MONTH]),
            (false, _) => None,
        };
        shared.unwrap_or_else(|| format!("{}–{}", whole(from), whole(to)))
    }

    /// Writes a stretch of time in `zone`: `Selasa, 16 November 2021, pukul 13.00–17.40 WITA`, in
    /// English `Tuesday, 16 November 2021, 13:00–17:40 WITA (UTC+8)`: who reads it there may not
    /// know the abbreviation. Over midnight, both ends are written whole.
    pub fn instant_range(&self, from: &Instant, to: &Instant, zone: &Zone) -> String {
        let (from, to) = (from.in_zone(zone), to.in_zone(zone));
        let start = format!("{}, {}{}", self.date(from.date(), DateStyle::Full), self.before_hour(), self.hour(&from));
        let end = format!("{} {}{}", self.hour(&to), zone_name(&to), self.offset_note(&to));
        // Summer time that ends in between gives the ends different names.
        let start_zone =
            if zone_name(&from) == zone_name(&to) { String::new() } else { format!(" {}", zone_name(&from)) };
        if from.date() == to.date() {
            return format!("{start}{start_zone}–{end}");
        }
        format!("{start}{start_zone} – {}, {}{end}", self.date(to.date(), DateStyle::Full), self.before_hour())
    }

    fn full_date(&self, day: &IcuDate<Gregorian>) -> String {
        if self.has_own_full() {
            return format!("{}, {}", self.dates.weekday.format(day), self.dates.long.format(day));
        }
        self.dates.full.format(day).to_string()
    }

    // CLDR writes "Kamis, 09 September 2021" in Indonesian and leaves out the comma in en-GB.
    fn has_own_full(&self) -> bool {
        matches!(self.notation().language(), "id" | "en")
    }

    fn hour(&self, instant: &Instant) -> String {
        let time = instant.time();
        // jiff's ranges are inside ICU4X's.
        match Time::try_new(time.hour().unsigned_abs(), time.minute().unsigned_abs(), 0, 0) {
            Ok(time) => self.dates.hour.format(&time).to_string(),
            Err(_) => time.to_string(),
        }
    }

    fn before_hour(&self) -> &'static str {
        if self.is_indonesian() { "pukul " } else { "" }
    }

    fn offset_note(&self, instant: &Instant) -> String {
        let (name, offset) = (zone_name(instant), offset_name(instant));
        if self.is_indonesian() || name == offset { String::new() } else { format!(" ({offset})") }
    }

    /// Writes `to` with the stretch that holds all of `differing` doubled: that of `from`, a dash,
    /// its own. None if a date of this locale does not hold such a stretch.
    fn joined(&self, from: Date, to: Date, differing: &[Part]) -> Option<String> {
        let (from, to) = (pieces(&self.dates.long, from)?, pieces(&self.dates.long, to)?);
        let (first, last) = (from.hull(differing)?, to.hull(differing)?);
        let (before, after) = (&to.text[..last.start], &to.text[last.end..]);
        Some(format!("{before}{}–{}{after}", &from.text[first], &to.text[last.clone()]))
    }

    /// A whole date with its weekday, by its parts.
    pub(super) fn full_pieces(&self, day: Date) -> Option<Pieces> {
        let mut pieces = Pieces::default();
        self.dates.full.format(&gregorian(day)?).write_to_parts(&mut pieces).ok()?;
        Some(pieces)
    }
}

/// A long date by its parts.
fn pieces(long: &DateFormatter<YMD>, day: Date) -> Option<Pieces> {
    let mut pieces = Pieces::default();
    long.format(&gregorian(day)?).write_to_parts(&mut pieces).ok()?;
    Some(pieces)
}

fn gregorian(day: Date) -> Option<IcuDate<Gregorian>> {
    IcuDate::try_new_gregorian(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

fn zone_name(instant: &Instant) -> String {
    instant.zone().abbreviation(instant.moment()).unwrap_or_else(|| offset_name(instant))
}

/// `UTC+8`, `UTC+5:30`, `UTC`.
fn offset_name(instant: &Instant) -> String {
    let seconds = instant.zone().offset(instant.moment()).seconds();
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs() / 60);
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

/// A formatted date, and where in it each part stands.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) text: String,
    parts: Vec<(Part, Range<usize>)>,
}

impl Pieces {
    /// The shortest stretch that holds all of `wanted`.
    pub(super) fn hull(&self, wanted: &[Part]) -> Option<Range<usize>> {
        let all: Option<Vec<&Range<usize>>> = wanted
            .iter()
            .map(|part| self.parts.iter().find(|(known, _)| known == part).map(|(_, range)| range))
            .collect();
        let all = all?;
        Some(all.iter().map(|range| range.start).min()?..all.iter().map(|range| range.end).max()?)
    }
}

impl Write for Pieces {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.push_str(text);
        Ok(())
    }
}

impl PartsWrite for Pieces {
    type SubPartsWrite = Pieces;

    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Pieces) -> fmt::Result) -> fmt::Result {
        let start = self.text.len();
        write(self)?;
        self.parts.push((part, start..self.text.len()));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Locale, parse_date};

    fn formats(tag: &str) -> Formats {
        Formats::of(&Locale::parse(tag).expect("a tag of the test")).expect("compiled data")
    }

    fn day(text: &str) -> Date {
        parse_date(text).expect("a day of the test")
    }

    fn instant(text: &str) -> Instant {
        Instant::parse(text).expect("an instant of the test")
    }

    fn wita() -> Zone {
        Zone::named("WITA").expect("known")
    }

    #[test]
    fn dates_have_no_leading_zero_and_a_computed_weekday() {
        use DateStyle::*;
        let written = |tag| [Full, Long, Medium, Short, Month].map(|style| formats(tag).date(day("2021-09-09"), style));
        assert_eq!(
            written("id"),
            ["Kamis, 9 September 2021", "9 September 2021", "9 Sep 2021", "09/09/2021", "September 2021"]
        );
        assert_eq!(
            written("en"),
            ["Thursday, 9 September 2021", "9 September 2021", "9 Sept 2021", "09/09/2021", "September 2021"]
        );
    }

    #[test]
    fn dates_by_their_pieces_are_those_of_cldr() {
        let tags = ["id", "en", "de", "fr", "ca", "ja", "ar", "hi", "jv", "ru", "pt", "zh", "fa", "hu", "eu"];
        let known = tags.map(|tag| (tag, formats(tag)));
        let quick = known.iter().filter(|(_, formats)| formats.dates.days.is_some()).map(|(tag, _)| *tag);
        assert!(quick.clone().count() > 9 && ["id", "en"].iter().all(|tag| quick.clone().any(|known| known == *tag)));
        for (tag, formats) in &known {
            for at in (0..400).map(|at| day("0990-01-01").saturating_add(jiff::Span::new().days(at * 991))) {
                for style in [DateStyle::Full, DateStyle::Long] {
                    assert_eq!(formats.date(at, style), formats.slow_date(at, style), "{tag} {at}");
                }
            }
        }
    }

    #[test]
    fn the_hour_is_that_of_the_zone_and_has_its_name() {
        let (id, en, at) = (formats("id"), formats("en"), instant("2021-11-16T10:00:00Z"));
        assert_eq!((id.time(&at, &wita()), en.time(&at, &wita())), ("pukul 18.00 WITA".into(), "18:00 WITA".into()));
        assert_eq!(id.time(&at, &Zone::named("WIB").expect("known")), "pukul 17.00 WIB");
        assert_eq!(en.time(&instant("2021-11-16 00.05 UTC"), &Zone::utc()), "00:05 UTC");
        assert_eq!(en.time(&at, &Zone::named("Asia/Singapore").expect("known")), "18:00 UTC+8");
        assert_eq!(en.time(&at, &Zone::named("Asia/Kathmandu").expect("known")), "15:45 UTC+5:45");
        assert_eq!(en.time(&at, &Zone::named("Europe/Paris").expect("known")), "11:00 CET");
        assert_eq!(id.moment(&at, &wita()), "Selasa, 16 November 2021, pukul 18.00 WITA");
        assert_eq!(en.moment(&at, &wita()), "Tuesday, 16 November 2021, 18:00 WITA");
        let american =
            Formats::new(&Locale::parse("en").expect("a tag"), &Locale::parse("en-US").expect("a tag")).expect("data");
        assert_eq!(american.moment(&at, &wita()), "Tuesday, November 16, 2021, 18:00 WITA");
    }

    #[test]
    fn ranges_of_days_repeat_nothing_that_is_shared() {
        let (id, en) = (formats("id"), formats("en"));
        let range = |formats: &Formats, from, to| formats.date_range(day(from), day(to));
        assert_eq!(range(&en, "2021-11-13", "2021-11-15"), "13–15 November 2021");
        assert_eq!(range(&id, "2021-11-30", "2021-12-02"), "30 November–2 Desember 2021");
        assert_eq!(range(&id, "2021-12-30", "2022-01-02"), "30 Desember 2021–2 Januari 2022");
        assert_eq!(range(&en, "2021-11-13", "2021-11-13"), "13 November 2021");
        let american =
            Formats::new(&Locale::parse("en").expect("a tag"), &Locale::parse("en-US").expect("a tag")).expect("data");
        assert_eq!(range(&american, "2021-11-30", "2021-12-02"), "November 30–December 2, 2021");
    }

    #[test]
    fn ranges_of_hours_name_the_zone_once_and_in_english_its_offset() {
        let (id, en) = (formats("id"), formats("en"));
        let (from, to) = (instant("2021-11-16 13.00 WITA"), instant("2021-11-16 17.40 WITA"));
        assert_eq!(id.instant_range(&from, &to, &wita()), "Selasa, 16 November 2021, pukul 13.00–17.40 WITA");
        assert_eq!(en.instant_range(&from, &to, &wita()), "Tuesday, 16 November 2021, 13:00–17:40 WITA (UTC+8)");
        assert_eq!(en.instant_range(&from, &to, &Zone::utc()), "Tuesday, 16 November 2021, 05:00–09:40 UTC");
        let late = instant("2021-11-17 01.00 WITA");
        assert_eq!(
            id.instant_range(&from, &late, &wita()),
            "Selasa, 16 November 2021, pukul 13.00 – Rabu, 17 November 2021, pukul 01.00 WITA"
        );
        let paris = Zone::named("Europe/Paris").expect("known");
        let (from, to) = (instant("2021-10-31T00:30:00Z"), instant("2021-10-31T05:00:00Z"));
        assert_eq!(en.instant_range(&from, &to, &paris), "Sunday, 31 October 2021, 02:30 CEST–06:00 CET (UTC+1)");
    }
}
