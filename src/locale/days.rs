//! Long dates and hours by their pieces: what CLDR says of the twelve months, the seven days of the week and the
//! hours of a day is asked once.
//!
//! A page writes some ten dates, and CLDR's machine takes longer for one than it takes to escape all words around
//! it.

use icu::datetime::parts;
use jiff::civil::Date;

use super::dates::Pieces;
use crate::bytes::push_number;

/// How a locale writes days: of each month what stands around the day and the year.
pub(super) struct Days {
    months: [Vec<Piece>; 12],
    weekdays: [String; 7],
}

#[derive(Debug, PartialEq)]
enum Piece {
    Text(String),
    Day,
    Year,
}

impl Days {
    /// Learns from one day of each month and each day of a week; none where another day of a month is then not
    /// written as `long` writes it: with other figures, or with more of them.
    pub(super) fn learn(
        long: impl Fn(Date) -> Option<Pieces>,
        weekday: impl Fn(Date) -> Option<String>,
    ) -> Option<Days> {
        let mut months: [Vec<Piece>; 12] = Default::default();
        for (pieces, month) in months.iter_mut().zip(1..) {
            *pieces = taken_apart(&long(Date::new(2019, month, 8).ok()?)?, "8", "2019")?;
        }
        let mut weekdays: [String; 7] = Default::default();
        for (name, day) in weekdays.iter_mut().zip(4..) {
            // The fourth of January 2021 was a Monday.
            *name = weekday(Date::new(2021, 1, day).ok()?)?;
        }
        let days = Days { months, weekdays };
        let is_as_written = |month| {
            let day = Date::new(1987, month, 27).ok()?;
            Some(days.long(day)? == long(day)?.text)
        };
        (1..=12).all(|month| is_as_written(month) == Some(true)).then_some(days)
    }

    /// `16 November 2021`. None of a year with more or fewer than four figures.
    pub(super) fn long(&self, day: Date) -> Option<String> {
        let mut text = String::with_capacity(32);
        self.push_long(day, &mut text)?;
        Some(text)
    }

    /// `Selasa, 16 November 2021`.
    pub(super) fn full(&self, day: Date) -> Option<String> {
        let mut text = String::with_capacity(48);
        text.push_str(self.weekdays.get(day.weekday().to_monday_zero_offset().unsigned_abs() as usize)?);
        text.push_str(", ");
        self.push_long(day, &mut text)?;
        Some(text)
    }

    fn push_long(&self, day: Date, text: &mut String) -> Option<()> {
        let year = day.year().unsigned_abs();
        if !(1000..10_000).contains(&day.year()) {
            return None;
        }
        for piece in self.months.get(usize::from(day.month().unsigned_abs()).checked_sub(1)?)? {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Day => push_number(text, day.day().unsigned_abs().into()),
                Piece::Year => push_number(text, year.into()),
            }
        }
        Some(())
    }
}

/// How a locale writes the time of day: of each hour what stands before and behind the minute.
pub(super) struct Hours([(String, String); 24]);

impl Hours {
    /// Learns from one minute of each hour, given hour and minute; none where another is then not written as `clock`
    /// writes it.
    pub(super) fn learn(clock: impl Fn(u8, u8) -> Option<String>) -> Option<Hours> {
        let mut hours = Hours(Default::default());
        for (around, hour) in hours.0.iter_mut().zip(0..) {
            let written = clock(hour, 37)?;
            let (before, behind) = written.split_once("37")?;
            *around = (before.to_owned(), behind.to_owned());
        }
        let is_as_written = |hour, minute| Some(hours.at(hour, minute)? == clock(hour, minute)?);
        (0..24).all(|hour| is_as_written(hour, 4) == Some(true)).then_some(hours)
    }

    /// `18.00`. None for no time of day.
    pub(super) fn at(&self, hour: u8, minute: u8) -> Option<String> {
        let (before, behind) = self.0.get(usize::from(hour))?;
        let mut text = String::with_capacity(before.len() + behind.len() + 2);
        text.push_str(before);
        text.push(char::from(b'0' + minute / 10 % 10));
        text.push(char::from(b'0' + minute % 10));
        text.push_str(behind);
        Some(text)
    }
}

/// The pieces of a date whose day and year are written so.
fn taken_apart(written: &Pieces, day: &str, year: &str) -> Option<Vec<Piece>> {
    let (of_day, of_year) = (written.hull(&[parts::DAY])?, written.hull(&[parts::YEAR])?);
    if written.text.get(of_day.clone())? != day || written.text.get(of_year.clone())? != year {
        return None;
    }
    let mut slots = [(of_day, Piece::Day), (of_year, Piece::Year)];
    slots.sort_by_key(|(range, _)| range.start);
    let (mut pieces, mut at) = (Vec::new(), 0);
    for (range, slot) in slots {
        pieces.push(Piece::Text(written.text.get(at..range.start)?.to_owned()));
        pieces.push(slot);
        at = range.end;
    }
    pieces.push(Piece::Text(written.text.get(at..)?.to_owned()));
    pieces.retain(|piece| *piece != Piece::Text(String::new()));
    Some(pieces)
}
