//! Weekdays that contradict the date behind them: "Tuesday, 17 November 2021" was a Wednesday.
//!
//! In: a text without markup, and the words of its language. Out: where a weekday is wrong, and which
//! would be right. What is not surely one whole date after one weekday is left alone: a false alarm
//! would cost more than a find is worth.

mod date;
#[cfg(test)]
mod tests;
pub(super) mod words;

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::{DateStyle, Formats, Locale};
use crate::syntax::wordset::openings;

use words::{Name, Tongue, prefix, starts_word};

/// Stands between texts that have nothing to do with one another: nothing is read across it.
pub const BARRIER: char = '\0';

/// How many words before a weekday are searched for another one, as in "Monday to Tuesday, …".
const WORDS_BEFORE: usize = 3;

/// What a language calls its days and months. Made once for a locale, used for all its texts.
#[derive(Debug)]
pub struct Calendar {
    formats: Formats,
    tongue: Tongue,
    /// The weekdays, the longest name first.
    weekdays: Vec<Name<Weekday>>,
    /// The months by their number, likewise.
    months: Vec<Name<i8>>,
    /// Words that may stand between a weekday and its date.
    lead: Vec<String>,
    /// Words that may stand between the parts of a date.
    between: Vec<String>,
    /// The bytes with which a weekday can begin: where nothing else is known, most words are passed over by this.
    first: [bool; 256],
    /// The first three letters of the weekdays, each as one of 4096 bits: hardly any other word has one of these.
    /// None where a weekday has fewer, or others than those of ASCII.
    keys: Option<[u64; 64]>,
}

/// A weekday that is not that of its date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The bytes of the weekday.
    pub range: Range<usize>,
    /// The date.
    pub date: Date,
    /// The weekday of the date, in the language and in the letters of the one that is written.
    pub right: String,
}

impl Calendar {
    /// The calendar of a language; none where CLDR has no words for it, or writes a date in another order
    /// than weekday, day, month, year.
    pub fn of(locale: &Locale) -> Option<Calendar> {
        let formats = Formats::of(locale)?;
        let tongue = Tongue::of(locale);
        let known = formats.calendar_words().filter(|known| known.is_day_first || tongue != Tongue::Other)?;
        let weekdays = words::weekdays(tongue, &known);
        let mut first = [false; 256];
        for letter in weekdays.iter().filter_map(|name| name.lowered.chars().next()) {
            letter.to_lowercase().chain(letter.to_uppercase()).for_each(|letter| {
                first[usize::from(letter.encode_utf8(&mut [0; 4]).as_bytes()[0])] = true;
            });
        }
        let keys = weekdays.iter().try_fold([0; 64], |mut keys, name| {
            let at = place(words::key(name.lowered.as_bytes())?);
            keys[at / 64] |= 1 << (at % 64);
            Some(keys)
        });
        let months = words::months(tongue, &known);
        let (lead, between) = words::fillers(tongue, &known);
        Some(Calendar { formats, tongue, weekdays, months, lead, between, first, keys })
    }

    /// Finds the weekdays that contradict their dates, in order. Linear in the text.
    pub fn wrong(&self, text: &str) -> Vec<Wrong> {
        self.named(text).filter_map(|(range, name)| self.judge(text, range, name)).collect()
    }

    /// Whether the text names a weekday at all: few do, and need a closer look.
    pub fn may_be_wrong(&self, text: &str) -> bool {
        self.named(text).next().is_some()
    }

    /// Says that a weekday is wrong. `text` is what the finding is about.
    pub fn diagnostic(&self, wrong: &Wrong, text: &str, place: Place) -> Diagnostic {
        Diagnostic::new(&codes::WRONG_WEEKDAY, place)
            .with("weekday", &text[wrong.range.clone()])
            .with("date", self.formats.date(wrong.date, DateStyle::Long))
            .with("right", &wrong.right)
    }

    /// The weekdays that a text names, with their bytes.
    fn named<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, &'a Name<Weekday>)> {
        // Nearly every byte stands inside a word of ASCII, which no weekday begins in. Of the words themselves one
        // question passes over all but one in a hundred, so that a processor guesses the answer.
        let begins = move |at: &usize| match (&self.keys, &text.as_bytes()[*at..]) {
            (Some(keys), rest @ [one, two, three, ..]) => {
                let place = place(u32::from_be_bytes([0, one | 0x20, two | 0x20, three | 0x20]));
                keys[place / 64] >> (place % 64) & 1 == 1 && words::key(rest).is_some()
            }
            (Some(_), _) => false,
            (None, rest) => rest.first().is_some_and(|byte| self.first[usize::from(*byte)]),
        };
        let starts = openings(text).filter(begins).filter(|at| starts_word(text, *at));
        starts.filter_map(|at| self.weekday_at(text, at))
    }

    fn weekday_at<'a>(&'a self, text: &str, at: usize) -> Option<(Range<usize>, &'a Name<Weekday>)> {
        let rest = &text[at..];
        let first = rest.as_bytes().first()?.to_ascii_lowercase();
        // Names in other letters are compared whole.
        let may_be = |name: &&Name<Weekday>| {
            let wanted = name.lowered.as_bytes().first().copied().unwrap_or_default();
            wanted == first || !wanted.is_ascii() || !first.is_ascii()
        };
        let (length, name) =
            self.weekdays.iter().filter(may_be).find_map(|name| Some((prefix(rest, &name.lowered)?, name)))?;
        let is_capital = rest.starts_with(char::is_uppercase);
        // "sat", "sun" and "wed" are words of their own.
        (is_capital || !name.is_short).then_some((at..at + length, name))
    }

    fn judge(&self, text: &str, range: Range<usize>, name: &Name<Weekday>) -> Option<Wrong> {
        if self.is_doubtful(text, &range, name) {
            return None;
        }
        let date = self.date_after(&text[range.end..], name)?;
        let is_wrong = date.weekday() != name.value;
        is_wrong.then(|| Wrong { date, right: self.right(date, name, &text[range.clone()]), range })
    }

    /// Whether the words before a weekday leave open that it belongs to the date behind it.
    fn is_doubtful(&self, text: &str, range: &Range<usize>, name: &Name<Weekday>) -> bool {
        let before = words::before(text, range.start, WORDS_BEFORE);
        let folded = |at: &usize| prefix_word(&text[*at..]).to_lowercase();
        let last = before.first().map(folded).unwrap_or_default();
        let is_named = |at: &usize| {
            let other = self.weekday_at(text, *at);
            other.is_some_and(|(other, name)| !is_week(self.tongue, name, &text[other]))
        };
        if before.iter().any(is_named) {
            return true;
        }
        match self.tongue {
            // "malam Minggu" is the evening before.
            Tongue::Indonesian if last == "malam" => true,
            Tongue::Indonesian if name.lowered == "minggu" => {
                words::counts_weeks(&last) || last != "hari" && is_week(self.tongue, name, &text[range.clone()])
            }
            // "The Sun", "Vancouver Sun" are newspapers.
            Tongue::English if name.is_short => {
                let is_name = before.first().is_some_and(|at| text[*at..].starts_with(char::is_uppercase));
                last == "the" || is_name && !words::PREPOSITIONS.contains(&last.as_str())
            }
            _ => false,
        }
    }

    /// The weekday of a date as the author would write it: short if theirs was, in capitals likewise.
    fn right(&self, date: Date, wrong: &Name<Weekday>, written: &str) -> String {
        let same = |name: &&Name<Weekday>| name.value == date.weekday() && name.is_short == wrong.is_short;
        let right = self.weekdays.iter().filter(same).find(|name| name.is_usual);
        let right = right.map_or_else(|| wrong.shown.clone(), |name| name.shown.clone());
        let is_capitals = written.chars().count() > 1 && !written.chars().any(char::is_lowercase);
        let is_cased = written.chars().any(char::is_uppercase);
        if is_capitals && is_cased { right.to_uppercase() } else { right }
    }
}

/// One of 4096 places for three letters.
fn place(key: u32) -> usize {
    // An odd number that spreads well.
    (key.wrapping_mul(0x9e37_79b1) >> 20) as usize
}

/// Whether a name of Sunday is the word for a week: "dua minggu". Days have a capital in Indonesian.
fn is_week(tongue: Tongue, name: &Name<Weekday>, written: &str) -> bool {
    tongue == Tongue::Indonesian && name.lowered == "minggu" && !written.starts_with(char::is_uppercase)
}

/// The word with which a text begins.
fn prefix_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}
