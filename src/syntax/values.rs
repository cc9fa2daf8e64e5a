//! The figures, dates and times of a running text, by value, so that languages can be compared.
//!
//! In: a text without markup and its language. Out: the values in order, each with its bytes; 4.300
//! in Indonesian and 4,300 in English are one value. What is not surely a value is left out or marked
//! as doubtful: it may answer a value of the other language and is never missed itself. The rules for
//! authors are in `docs/parity.md`. Never here: a binary fraction, a file, another text.

mod clock;
mod compare;
mod cut;
mod date;
mod decimal;
mod digits;
mod edges;
mod join;
mod lexicon;
mod meaning;
mod part;
mod scan;
mod spelled;
mod starters;
mod tail;
#[cfg(test)]
mod tests;
mod token;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use crate::locale::{DateStyle, Formats, Locale, NumberOptions, parse_date};
use crate::syntax::sieve::Sifted;
use crate::syntax::weekday::words::{self, Tongue};
use crate::syntax::wordset::{WordSet, stretches};
use starters::Starters;

pub use compare::{Lacking, lacking};
pub use decimal::Decimal;

/// One value found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Found {
    /// What it says.
    pub value: Value,
    /// The bytes of the text.
    pub range: Range<usize>,
    /// Whether it is surely this value. What is not ("kedua" may be *second*, *both* or *the two*) can
    /// answer a value of the other language, and nothing is said where it answers none ([`lacking`]).
    pub is_sure: bool,
    /// What else it may mean: "dua dekade" is 2, and 20 where the other language counts years.
    pub also: Vec<Value>,
    /// Whether it counts what is known already ("the five areas", "kelima bidang"): the other language may
    /// leave it out, but where it counts as well, it must count the same.
    pub is_definite: bool,
}

/// What a text says in figures, whatever its notation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A number.
    Figure(Decimal),
    /// So many of a hundred.
    Percent(Decimal),
    /// An amount of money.
    Money {
        /// The code of ISO 4217.
        currency: &'static str,
        /// How much of it.
        amount: Decimal,
    },
    /// A place in an order: `ke-19`, `19th`.
    Ordinal(u32),
    /// A day, a day of any year, or a month of a year.
    Date(DateParts),
    /// An hour.
    Time {
        /// 0 to 23.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// The offset of its zone in minutes east of Greenwich, if one is named.
        zone: Option<i16>,
    },
    /// A zone by itself, in minutes: never missed, it tells what hours around it are of that zone.
    Zone(i16),
    /// A day of the week, 1 for Monday: never missed, it answers a date that is written beside the same day
    /// in the other language.
    Weekday(i8),
    /// A number that names something and counts nothing: the digits of a telephone number, the number of
    /// a document. Never missed; two that differ are told ([`lacking`]).
    Code(String),
}

/// As much of a date as is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateParts {
    /// The year.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: i8,
    /// The day of the month.
    pub day: Option<i8>,
}

impl fmt::Display for DateParts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(out, "{year:04}-{:02}", self.month)?,
            None => write!(out, "--{:02}", self.month)?,
        }
        self.day.map_or(Ok(()), |day| write!(out, "-{day:02}"))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Figure(number) => write!(out, "{number}"),
            Value::Percent(number) => write!(out, "{number}%"),
            Value::Money { currency, amount } => write!(out, "{currency} {amount}"),
            Value::Ordinal(place) => write!(out, "#{place}"),
            Value::Date(date) => write!(out, "{date}"),
            Value::Zone(zone) => write!(out, "zone {zone:+}"),
            Value::Weekday(day) => write!(out, "day {day}"),
            Value::Code(code) => write!(out, "number {code}"),
            Value::Time { hour, minute, zone: None } => write!(out, "{hour:02}:{minute:02}"),
            Value::Time { hour, minute, zone: Some(zone) } => {
                let (sign, distance) = (if *zone < 0 { '-' } else { '+' }, zone.unsigned_abs());
                write!(out, "{hour:02}:{minute:02}{sign}{:02}:{:02}", distance / 60, distance % 60)
            }
        }
    }
}

/// Reads the values of a text in the notation of `locale`, in order, none inside another. Linear in
/// the text. For many texts of one language make one [`Reader`].
pub fn read(text: &str, locale: &Locale) -> Vec<Found> {
    Reader::of(locale).read(text)
}

/// What is known of a language's notation. Made once for a locale, used for all its texts.
#[derive(Debug)]
pub struct Reader {
    tongue: Tongue,
    /// The names of months, with the number, and whether it is a short one.
    months: BTreeMap<String, (i8, bool)>,
    /// The names of weekdays, 1 for Monday.
    weekdays: BTreeMap<String, i8>,
    /// The sign before the fraction.
    mark: char,
    /// The sign between groups of digits.
    group: char,
    /// Whether groups may have two digits, as in India.
    has_short_groups: bool,
    /// Whether a date in figures begins with the month.
    is_month_first: bool,
    /// The words that a value may begin with.
    starters: Starters,
}

impl Reader {
    /// The reader of a locale in its usual notation.
    pub fn of(locale: &Locale) -> Reader {
        Reader::new(locale, &locale.usual_formats())
    }

    /// The reader of the words of `locale` with figures in the notation of `formats`.
    pub fn new(locale: &Locale, formats: &Locale) -> Reader {
        let tongue = Tongue::of(locale);
        let formats = Formats::new(locale, formats);
        let (mut months, mut weekdays) = (BTreeMap::new(), BTreeMap::new());
        if let Some(known) = formats.as_ref().and_then(Formats::calendar_words) {
            for name in words::months(tongue, &known) {
                months.insert(last_word(&name.lowered), (name.value, name.is_short));
            }
            weekdays.extend(
                words::weekdays(tongue, &known)
                    .into_iter()
                    .map(|name| (name.lowered, name.value.to_monday_one_offset())),
            );
        }
        let number = formats.as_ref().map(|formats| formats.number("1234567.5", &NumberOptions::default()));
        let (group, mark) = signs(number.as_deref().unwrap_or_default());
        let has_short_groups = number.is_some_and(|number| number.split(group).nth(1).is_some_and(|it| it.len() == 2));
        let is_month_first = formats.is_some_and(|formats| is_month_first(&formats));
        let names = months.keys().chain(weekdays.keys()).map(String::as_str);
        let starters = starters(tongue, names);
        Reader { tongue, months, weekdays, mark, group, has_short_groups, is_month_first, starters }
    }

    /// Whether words are read too: numbers, sizes, hours. Of most languages only digits and months are.
    pub fn reads_words(&self) -> bool {
        self.tongue != Tongue::Other
    }

    /// The words that a value may begin with, for a sieve. A text without one of them, without figures and without
    /// signs that are not ASCII holds none.
    pub fn starters(&self) -> &WordSet {
        &self.starters.set
    }

    /// Reads the values of a text, in order, none inside another. Linear in the text.
    pub fn read(&self, text: &str) -> Vec<Found> {
        let words = stretches(text).filter(|stretch| stretch.is_ascii).map(|stretch| stretch.range);
        scan::scan(self, text, &self.first_of(text, words))
    }

    /// The same of a text whose words were sifted with [`Reader::starters`].
    pub fn read_sifted(&self, text: &str, sifted: &Sifted) -> Vec<Found> {
        let first = self.first_of(text, sifted.values());
        // Of two texts that hold neither figures nor such a word, one has a word that looks like one to the sieve.
        if first.is_empty() && !sifted.may_hold_figures() {
            return Vec::new();
        }
        scan::scan(self, text, &first)
    }

    /// Where those of these words begin that a value may begin with.
    fn first_of(&self, text: &str, words: impl Iterator<Item = Range<usize>>) -> Vec<usize> {
        let mut first = Vec::new();
        words.filter(|word| self.starters.have(&text[word.clone()])).for_each(|word| first.push(word.start));
        first
    }
}

/// Every word that a value may begin with, and these names.
fn starters<'a>(tongue: Tongue, names: impl Iterator<Item = &'a str>) -> Starters {
    let made = spelled::starters(tongue).into_iter().chain(part::starters(tongue)).chain(lexicon::romans());
    let known = lexicon::starters(tongue).map(Box::from).chain(names.map(Box::from));
    known.chain(made.map(String::into_boxed_str)).collect()
}

/// The last word of a name: "de novembre" is found as "novembre".
fn last_word(name: &str) -> String {
    name.split(|letter: char| !letter.is_alphanumeric()).rfind(|word| !word.is_empty()).unwrap_or_default().to_owned()
}

/// The sign between groups and the sign before the fraction of a number as it is formatted.
fn signs(number: &str) -> (char, char) {
    let mut signs = number.chars().filter(|letter| !letter.is_alphanumeric());
    let first = signs.next().unwrap_or(',');
    match signs.next_back() {
        Some(last) => (first, last),
        // A language that does not group: the only sign is the mark.
        None => (if first == ',' { '.' } else { ',' }, first),
    }
}

/// Whether 16 November is written as 11/16; where the year comes first, ISO 8601 is read anyway.
fn is_month_first(formats: &Formats) -> bool {
    let written = parse_date("2021-11-16").map(|day| formats.date(day, DateStyle::Short)).unwrap_or_default();
    !written.starts_with("2021") && written.find("11") < written.find("16")
}
