//! The date right behind a weekday: day, month and year, or nothing.

use jiff::civil::{Date, Weekday};

use super::Calendar;
use super::words::{Name, POINTING, Tongue, prefix};

/// The years that are judged: the calendar of today begins in 1582, and what goes beyond this is the
/// year of another calendar (2564 of the Buddhist one was 2021).
const YEARS: std::ops::RangeInclusive<i16> = 1583..=2200;

/// The most words and signs between a weekday and its date.
const LONGEST_LEAD: usize = 8;

const DASHES: [char; 4] = ['-', '–', '—', '‐'];

/// What is still to be read.
struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    /// Passes white space; whether there was any.
    fn spaces(&mut self) -> bool {
        let before = self.rest.len();
        self.rest = self.rest.trim_start();
        self.rest.len() < before
    }

    /// Passes one of these characters.
    fn sign(&mut self, signs: &[char]) -> Option<char> {
        let letter = self.rest.chars().next().filter(|letter| signs.contains(letter))?;
        self.rest = &self.rest[letter.len_utf8()..];
        Some(letter)
    }

    /// Passes one of these words, if it is there as a whole.
    fn word<'b>(&mut self, words: impl IntoIterator<Item = &'b str>) -> bool {
        let length = words.into_iter().find_map(|word| prefix(self.rest, word));
        self.rest = &self.rest[length.unwrap_or(0)..];
        length.is_some()
    }

    /// Passes a whole number of one to `most` digits, in whatever script.
    fn number(&mut self, most: usize) -> Option<i16> {
        let digits: Vec<(usize, u32)> = self.rest.chars().map_while(digit).take(most + 1).collect();
        if digits.is_empty() || digits.len() > most {
            return None;
        }
        self.rest = &self.rest[digits.iter().map(|(length, _)| length).sum()..];
        i16::try_from(digits.iter().fold(0, |number, (_, digit)| number * 10 + digit)).ok()
    }

    fn year(&mut self) -> Option<i16> {
        // Of two digits it could be a day, of five an amount.
        let is_four = self.rest.chars().map_while(digit).count() == 4;
        let year = self.number(4).filter(|year| is_four && YEARS.contains(year))?;
        let ends = !self.rest.starts_with(|next: char| next.is_alphanumeric() || next == '/');
        (ends && !self.goes_on()).then_some(year)
    }

    /// Whether a dash leads on to another day: the date is then the beginning of a stretch.
    fn goes_on(&self) -> bool {
        let rest = self.rest.trim_start();
        rest.strip_prefix(DASHES).is_some_and(|rest| rest.trim_start().chars().next().and_then(digit).is_some())
    }
}

/// A digit and how many bytes it has: of Latin, Arabic, Persian or Devanagari script.
fn digit(letter: char) -> Option<(usize, u32)> {
    let zeros = ['0', '\u{660}', '\u{6f0}', '\u{966}'];
    let value =
        zeros.iter().find_map(|zero| u32::from(letter).checked_sub(u32::from(*zero)).filter(|value| *value < 10));
    value.map(|value| (letter.len_utf8(), value))
}

impl Calendar {
    /// The date with which a text begins that follows a weekday.
    pub(super) fn date_after(&self, text: &str, weekday: &Name<Weekday>) -> Option<Date> {
        let mut cursor = Cursor { rest: text };
        if weekday.is_short {
            cursor.sign(&['.']);
        }
        if !self.lead(&mut cursor, weekday) {
            return None;
        }
        let (year, month, day) = match self.tongue {
            Tongue::English => self.month_first(&mut cursor).or_else(|| self.day_first(&mut cursor)),
            Tongue::Indonesian => numeric(&mut cursor).or_else(|| self.day_first(&mut cursor)),
            Tongue::Other => self.day_first(&mut cursor),
        }?;
        Date::new(year, month, i8::try_from(day).ok()?).ok()
    }

    /// Passes what may stand before a date; whether anything did, white space at least.
    fn lead(&self, cursor: &mut Cursor<'_>, weekday: &Name<Weekday>) -> bool {
        let is_week = self.tongue == Tongue::Indonesian && weekday.lowered == "minggu";
        let words = || self.lead.iter().map(String::as_str).filter(|word| !is_week || !POINTING.contains(word));
        let mut is_apart = cursor.spaces();
        for _ in 0..LONGEST_LEAD {
            let is_sign = cursor.sign(&[',', '،', '(']).is_some();
            let is_word = !is_sign && is_apart && cursor.word(words());
            if !is_sign && !is_word {
                break;
            }
            // "tgl. 16"
            if is_word && self.tongue == Tongue::Indonesian {
                cursor.sign(&['.']);
            }
            is_apart |= is_sign;
            cursor.spaces();
        }
        is_apart
    }

    /// `16 November 2021`, `16th of November, 2021`.
    fn day_first(&self, cursor: &mut Cursor<'_>) -> Option<(i16, i8, i16)> {
        let mut ahead = Cursor { rest: cursor.rest };
        let day = ahead.number(2)?;
        self.ordinal(&mut ahead);
        ahead.spaces().then_some(())?;
        self.filler(&mut ahead);
        let month = self.month(&mut ahead)?;
        self.before_year(&mut ahead)?;
        Some((ahead.year()?, month, day))
    }

    /// `November 16, 2021`.
    fn month_first(&self, cursor: &mut Cursor<'_>) -> Option<(i16, i8, i16)> {
        let mut ahead = Cursor { rest: cursor.rest };
        let month = self.month(&mut ahead)?;
        ahead.sign(&['.']);
        ahead.spaces().then_some(())?;
        let day = ahead.number(2)?;
        self.ordinal(&mut ahead);
        self.before_year(&mut ahead)?;
        Some((ahead.year()?, month, day))
    }

    fn month(&self, cursor: &mut Cursor<'_>) -> Option<i8> {
        let (length, month) =
            self.months.iter().find_map(|name| Some((prefix(cursor.rest, &name.lowered)?, name.value)))?;
        cursor.rest = &cursor.rest[length..];
        Some(month)
    }

    /// `16th`, in German `16.`, in French `1er`.
    fn ordinal(&self, cursor: &mut Cursor<'_>) {
        match self.tongue {
            Tongue::English => drop(cursor.word(["st", "nd", "rd", "th"])),
            Tongue::Indonesian => {}
            Tongue::Other => {
                if cursor.sign(&['.', 'º', 'ª', '°']).is_none() {
                    cursor.word(["er"]);
                }
            }
        }
    }

    /// Passes what stands between month and year; none if nothing does.
    fn before_year(&self, cursor: &mut Cursor<'_>) -> Option<()> {
        cursor.sign(&['.']);
        let is_sign = cursor.sign(&[',', '،']).is_some();
        let is_apart = cursor.spaces() || is_sign;
        is_apart.then(|| self.filler(cursor))
    }

    /// Passes a word such as "of" and the space behind it.
    fn filler(&self, cursor: &mut Cursor<'_>) {
        if cursor.word(self.between.iter().map(String::as_str)) {
            cursor.spaces();
        }
    }
}

/// `16/11/2021`, `16-11-2021`, `16.11.2021`: day, month, year.
fn numeric(cursor: &mut Cursor<'_>) -> Option<(i16, i8, i16)> {
    let mut ahead = Cursor { rest: cursor.rest };
    let day = ahead.number(2)?;
    let sign = ahead.sign(&['/', '.', '-'])?;
    let month = ahead.number(2)?;
    ahead.sign(&[sign])?;
    Some((ahead.year()?, i8::try_from(month).ok()?, day))
}
