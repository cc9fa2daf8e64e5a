//! Figures, dates and times: the same values in every language, each in its own notation.
//!
//! Order is free within a block, but for the cells of a table. What one language has and the other lacks is
//! told one beside the other, in order, since a wrong figure is both.

mod cells;

use std::mem::discriminant;
use std::ops::Range;

use super::unit::{Side, Unit};
use super::{Finding, Pair};
use crate::diagnostic::{Code, Span, codes};
use crate::locale::{Locale, PerLocale};
use crate::model::worddiff::shortened;
use crate::settings::Settings;
use crate::syntax::markdown::BlockKind;
use crate::syntax::markdown::traced::PartKind;
use crate::syntax::values::{self, Found, Reader, Value};
use crate::syntax::wordset::WordSet;

/// How many letters of a value are told.
const LONGEST: usize = 60;

/// What reads the values of each language of the site, in the notation that the settings give it.
#[derive(Debug)]
pub(in crate::check) struct Readers(PerLocale<Reader>);

impl Readers {
    /// One for each locale, made once for all documents.
    pub(in crate::check) fn of(settings: &Settings) -> Readers {
        let locales = settings.locales.iter();
        Readers(locales.map(|known| (known.tag.clone(), Reader::new(&known.tag, &known.formats))).collect())
    }

    /// The words that values of a locale begin with.
    pub(in crate::check) fn starters(&self, locale: &Locale) -> Option<&WordSet> {
        self.of_tag(locale.as_str()).map(Reader::starters)
    }

    /// The reader of a language tag: of this locale, or of one of the same language.
    pub(super) fn of_tag(&self, tag: &str) -> Option<&Reader> {
        let same = |known: &Locale| known.language() == tag.split('-').next().unwrap_or(tag);
        let exact = self.0.iter().find(|(known, _)| known.as_str().eq_ignore_ascii_case(tag));
        exact.or_else(|| self.0.iter().find(|(known, _)| same(known))).map(|(_, reader)| reader)
    }
}

/// Says which values one text has and the other lacks.
pub(super) fn compare(pair: &Pair<'_>, found: &mut Vec<Finding>) {
    let (mut here, mut there) = (Reading::of(pair, true), Reading::of(pair, false));
    let reads_words = |side: &Side<'_>| side.reader.is_none_or(Reader::reads_words);
    if reads_words(pair.sides.0) != reads_words(pair.sides.1) {
        here.soften(reads_words(pair.sides.0));
        there.soften(reads_words(pair.sides.1));
    }
    let lacking = values::lacking(&here.found, &there.found);
    tell(pair, (&here, &lacking.only_first), (&there, &lacking.only_second), found);
    if lacking.is_empty() {
        for (one, other) in cells::exchanged(&here, &there) {
            tell(pair, (&here, &one), (&there, &other), found);
        }
    }
}

/// Tells what each side has alone.
fn tell(
    pair: &Pair<'_>,
    (here, only_here): (&Reading<'_>, &[&Found]),
    (there, only_there): (&Reading<'_>, &[&Found]),
    found: &mut Vec<Finding>,
) {
    if only_here.is_empty() && only_there.is_empty() {
        return;
    }
    for code in [&codes::PARITY_FIGURE, &codes::PARITY_DATE, &codes::PARITY_TIME] {
        let of_code = |found: &&&Found| code_of(&found.value) == code;
        let one: Vec<&Found> = only_here.iter().filter(of_code).copied().collect();
        let other: Vec<&Found> = only_there.iter().filter(of_code).copied().collect();
        for (one, other) in beside(one, other) {
            found.push(finding(pair, code, (here, one), (there, other)));
        }
    }
}

/// Puts beside each other what is probably meant to be the same: first values of one sort (a percentage
/// beside a percentage), then what is left, both in order.
fn beside<'f>(here: Vec<&'f Found>, mut there: Vec<&'f Found>) -> Vec<(Option<&'f Found>, Option<&'f Found>)> {
    let is_like = |one: &Found, other: &Found| discriminant(&one.value) == discriminant(&other.value);
    let mut pairs: Vec<(Option<&Found>, Option<&Found>)> = here.into_iter().map(|one| (Some(one), None)).collect();
    for (one, other) in &mut pairs {
        let at = there.iter().position(|other| one.is_some_and(|one| is_like(one, other)));
        *other = at.map(|at| there.remove(at));
    }
    let mut rest = there.into_iter();
    pairs.iter_mut().filter(|(_, other)| other.is_none()).for_each(|(_, other)| *other = rest.next());
    pairs.extend(rest.map(|other| (None, Some(other))));
    pairs
}

fn code_of(value: &Value) -> &'static Code {
    match value {
        Value::Figure(_) | Value::Percent(_) | Value::Money { .. } | Value::Ordinal(_) | Value::Code(_) => {
            &codes::PARITY_FIGURE
        }
        Value::Date(_) | Value::Weekday(_) => &codes::PARITY_DATE,
        Value::Time { .. } | Value::Zone(_) => &codes::PARITY_TIME,
    }
}

fn finding(
    pair: &Pair<'_>,
    code: &'static Code,
    (here, one): (&Reading<'_>, Option<&Found>),
    (there, other): (&Reading<'_>, Option<&Found>),
) -> Finding {
    let (value, original) = (one.map(|found| here.written(found)), other.map(|found| there.written(found)));
    let is_twice = |value: &Option<String>, reading: &Reading<'_>| {
        value.as_deref().and_then(signs_of).is_some_and(|signs| reading.is_written(signs))
    };
    let case = match (&value, &original) {
        // 4.300 in both: a figure copied with the signs of the other language.
        _ if is_twice(&value, there) || is_twice(&original, here) => "notation",
        (Some(_), Some(_)) => "other",
        (Some(_), None) => "extra",
        _ => "missing",
    };
    let place = |reading: &Reading<'_>, found: Option<&Found>, from: (&Reading<'_>, Option<&Found>)| match found {
        Some(found) => reading.span(found),
        None => from.1.and_then(|found| reading.line_beside(from.0, found)),
    };
    let (at, beside) = (place(here, one, (there, other)), place(there, other, (here, one)));
    let mut finding = pair.finding(code, at, beside);
    let (value, original) = (value.unwrap_or_default(), original.unwrap_or_default());
    finding.said = finding.said.with("case", case).with("value", value).with("original", original);
    finding
}

/// The digits of a value with the signs in them, if there are any.
fn signs_of(value: &str) -> Option<&str> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let start = value.find(is_digit)?;
    let rest = &value[start..];
    let end = rest.find(|letter: char| !is_digit(letter) && !matches!(letter, '.' | ',')).unwrap_or(rest.len());
    let signs = rest[..end].trim_end_matches(['.', ',']);
    signs.contains(['.', ',']).then_some(signs)
}

/// The values of one side of a pair.
struct Reading<'a> {
    units: &'a [Unit<'a>],
    /// In order; the bytes are counted through all texts.
    found: Vec<Found>,
}

impl<'a> Reading<'a> {
    fn of(pair: &Pair<'a>, is_here: bool) -> Reading<'a> {
        let (units, side) = if is_here { (pair.here, pair.sides.0) } else { (pair.there, pair.sides.1) };
        let mut reading = Reading { units, found: Vec::new() };
        let mut start = 0;
        for unit in units {
            // Code is compared letter by letter.
            if unit.kind != Some(BlockKind::Code) {
                let found = read(unit, side);
                match start {
                    0 => reading.found = found,
                    _ => reading.found.extend(found.into_iter().map(|found| shifted(found, start))),
                }
            }
            start += unit.words.text.len();
        }
        reading
    }

    /// Whether these signs stand somewhere in the texts, and not inside a longer figure.
    fn is_written(&self, signs: &str) -> bool {
        let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        self.units.iter().any(|unit| {
            let text = unit.words.text.as_str();
            text.match_indices(signs).any(|(at, signs)| {
                !is_part(text[..at].chars().next_back()) && !is_part(text[at + signs.len()..].chars().next())
            })
        })
    }

    /// Makes what the other language cannot be read for doubtful: words, sizes, hours. What it has in digits
    /// is answered by them.
    fn soften(&mut self, reads_words: bool) {
        let mut more: Vec<Found> = Vec::new();
        for found in &mut self.found {
            let parts: Vec<u128> = match found.value {
                Value::Time { hour, minute, .. } => vec![u128::from(hour), u128::from(minute)],
                Value::Date(date) if reads_words => {
                    let [day, year] = [date.day.map(i16::from), date.year];
                    [day, year].into_iter().flatten().filter_map(|part| u128::try_from(part).ok()).collect()
                }
                Value::Figure(_) | Value::Percent(_) | Value::Money { .. } | Value::Ordinal(_) if reads_words => {
                    Vec::new()
                }
                _ => continue,
            };
            let doubtful = |part: u128| Found {
                value: Value::Figure(part.into()),
                is_sure: false,
                also: Vec::new(),
                is_definite: false,
                range: found.range.clone(),
            };
            more.extend(parts.into_iter().map(doubtful));
            let written = locate(self.units, found).and_then(|(unit, range)| unit.words.text.get(range));
            let is_word = written.is_none_or(|written| written.contains(char::is_alphabetic));
            if is_word || !matches!(found.value, Value::Figure(_) | Value::Percent(_)) {
                (found.is_sure, found.is_definite) = (false, false);
                let number = written.map(|written| written.trim_start_matches(|letter: char| !letter.is_ascii_digit()));
                let digits = number.and_then(|number| number.split(|letter: char| !letter.is_ascii_digit()).next());
                let whole = digits.and_then(|digits| digits.parse::<u128>().ok());
                found.also.extend(whole.map(|whole| Value::Figure(whole.into())));
            }
        }
        self.found.extend(more);
        self.found.sort_by_key(|found| found.range.start);
    }

    fn written(&self, found: &Found) -> String {
        let text = locate(self.units, found).and_then(|(unit, range)| unit.words.text.get(range));
        shortened(text.unwrap_or_default(), LONGEST)
    }

    fn span(&self, found: &Found) -> Option<Span> {
        locate(self.units, found).and_then(|(unit, range)| unit.words.span(&range))
    }

    /// The item, cell or row where a value of the other side is missing: the one of the same number, where
    /// both texts have as many.
    fn line_beside(&self, other: &Reading<'_>, found: &Found) -> Option<Span> {
        let ([unit], (there, range)) = (self.units, locate(other.units, found)?) else { return None };
        let lines = |text: &str| text.trim_end().matches('\n').count();
        if lines(&unit.words.text) != lines(&there.words.text) {
            return None;
        }
        let number = there.words.text.get(..range.start)?.matches('\n').count();
        let line = unit.words.text.split('\n').nth(number).filter(|line| !line.is_empty())?;
        let start = unit.words.text.split_inclusive('\n').take(number).map(str::len).sum::<usize>();
        unit.words.span(&(start..start + line.len()))
    }
}

/// The text that a value stands in, and its bytes there: the bytes of a value are counted through all texts.
fn locate<'a>(units: &'a [Unit<'a>], found: &Found) -> Option<(&'a Unit<'a>, Range<usize>)> {
    let mut start = 0;
    units.iter().find_map(|unit| {
        let end = start + unit.words.text.len();
        let is_in = found.range.start < end;
        let range = found.range.start.saturating_sub(start)..found.range.end.saturating_sub(start);
        start = end;
        is_in.then_some((unit, range))
    })
}

fn shifted(found: Found, by: usize) -> Found {
    Found { range: found.range.start + by..found.range.end + by, ..found }
}

/// The values of a text: a part that is marked as another language's in that language's notation, and
/// what is code not at all.
fn read(unit: &Unit<'_>, side: &Side<'_>) -> Vec<Found> {
    let Some(reader) = side.reader else { return Vec::new() };
    let (words, text) = (unit.words, unit.words.text.as_str());
    let languages = || words.parts.iter().filter_map(|part| Some((&part.range, part.kind.language()?)));
    let code = || words.parts.iter().filter(|part| part.kind == PartKind::Code).map(|part| &part.range);
    if code().next().is_none() && languages().next().is_none() {
        return reader.read_sifted(text, unit.sifted);
    }
    // A part inside another ends first, and is masked when the outer one is read.
    let mut rest = masked(text, code());
    let mut found = Vec::new();
    for (range, tag) in languages() {
        if let (Some(part), Some(reader)) = (rest.get(range.clone()), side.readers.of_tag(tag)) {
            found.extend(reader.read(part).into_iter().map(|found| shifted(found, range.start)));
            rest = masked(&rest, [range].into_iter());
        }
    }
    found.extend(reader.read(&rest));
    found.sort_by_key(|found| found.range.start);
    found
}

/// A text with barriers instead of some of its bytes; what is no whole letters is left.
fn masked<'r>(text: &str, ranges: impl Iterator<Item = &'r Range<usize>>) -> String {
    let mut masked = text.to_owned();
    for range in ranges.filter(|range| text.get((*range).clone()).is_some()) {
        masked.replace_range(range.clone(), &"\0".repeat(range.len()));
    }
    masked
}
