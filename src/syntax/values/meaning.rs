//! What a value may mean besides what it says: "dua dekade" is twenty years, "6.30 on Sunday morning" an
//! hour. And which numbers the other language need not have: "the two countries".

use std::ops::Range;

use super::clock::{Clock, Half};
use super::lexicon::{self, HYPHENS};
use super::scan::{Atom, Number, Raw};
use super::tail::Unit;
use super::token::{Kind, Tokens};
use super::{Reader, Value};
use crate::syntax::weekday::words::Tongue;

/// Words between an hour and the part of the day: "6.30 on Sunday morning".
const BETWEEN: [&str; 12] =
    ["in", "the", "this", "that", "on", "at", "local", "o", "clock", "tomorrow", "yesterday", "today"];

/// Words before a number that names what is known: "the three days".
const DEFINITE: [&str; 12] =
    ["the", "these", "those", "all", "both", "its", "their", "our", "his", "her", "my", "your"];

/// Words between those and the number: "the last four".
const AMONG: [&str; 14] = [
    "first",
    "last",
    "past",
    "next",
    "other",
    "remaining",
    "previous",
    "following",
    "latest",
    "final",
    "same",
    "new",
    "main",
    "top",
];

/// Words before an hour: "at 6.30".
const BEFORE_HOURS: [&str; 12] =
    ["at", "around", "about", "by", "until", "till", "from", "before", "after", "to", "between", "and"];

/// Adds what the numbers may mean besides.
pub(super) fn complete(reader: &Reader, tokens: &Tokens<'_>, atoms: &mut [Atom]) {
    for at in 0..atoms.len() {
        let (head, rest) = atoms.split_at_mut(at + 1);
        let Some(Atom { raw: Raw::Number(number), from, to, is_sure, also, is_definite }) = head.last_mut() else {
            continue;
        };
        let place = *from..*to;
        if tokens.word(place.start) == "fortnight" {
            also.push(Value::Figure(14.into()));
        }
        if number.unit != Unit::None || number.zeros.is_some() {
            continue;
        }
        *is_sure &= !spans(reader, tokens, (&place, number, also), rest.first_mut());
        behind_one(reader, tokens, (&place, number, also));
        if reader.tongue == Tongue::English {
            hours(reader, tokens, (&place, number, also));
            let is_known = is_definite_at(tokens, &place, number);
            (*is_definite, *is_sure) = (*is_definite || is_known, *is_sure && !is_known);
        }
    }
}

/// A number, its positions, and what else it may mean.
type Of<'a> = (&'a Range<usize>, &'a Number, &'a mut Vec<Value>);

/// "dua dekade" is twenty years; "satu jam dua belas menit" is 72 minutes. Whether it is such an hour.
fn spans(reader: &Reader, tokens: &Tokens<'_>, (place, number, also): Of<'_>, behind: Option<&mut Atom>) -> bool {
    let unit = tokens.next_word(place.end);
    let Some((factor, smaller)) = lexicon::span(reader.tongue, tokens.word(unit)) else { return false };
    let Some(amount) = number.amount.times(factor) else { return false };
    let mut is_hour = false;
    if let Some(behind) = behind
        && let Raw::Number(rest) = &behind.raw
        && is_next(tokens, unit + 1, behind.from)
        && smaller.contains(&tokens.word(tokens.next_word(behind.to)))
        && let (Some(amount), Some(rest)) = (amount.small(), rest.amount.small())
    {
        behind.also.push(Value::Figure((u128::from(amount) + u128::from(rest)).into()));
        is_hour = true;
    }
    also.push(Value::Figure(amount));
    is_hour
}

/// "an hour and 35 minutes" is 95 minutes.
fn behind_one(reader: &Reader, tokens: &Tokens<'_>, (place, number, also): Of<'_>) {
    let word = |back: usize| place.start.checked_sub(back + 1).map(|at| tokens.word(at)).unwrap_or_default();
    if word(1) != "and" || !matches!(word(5), "a" | "an") {
        return;
    }
    let Some((factor, smaller)) = lexicon::span(reader.tongue, word(3)) else { return };
    let rest = number.amount.small().filter(|_| smaller.contains(&tokens.word(tokens.next_word(place.end))));
    also.extend(rest.map(|rest| Value::Figure(u128::from(factor + rest.min(factor)).into())));
}

/// Whether nothing but white space and "and" stands between two positions.
fn is_next(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let is_joint = |at: usize| matches!(tokens.kind(at), Some(Kind::Space)) || matches!(tokens.word(at), "and" | "dan");
    from < to && to - from <= 4 && (from..to).all(is_joint)
}

/// "6.30 on Sunday morning", "three in the afternoon", "at 6.30".
fn hours(reader: &Reader, tokens: &Tokens<'_>, (place, number, also): Of<'_>) {
    let Some((hour, minute)) = number.amount.hour().filter(|(hour, _)| (1..=12).contains(hour)) else { return };
    let halves: &[Half] = match part_of_day(reader, tokens, place.end) {
        Some(Half::Morning) => &[Half::Morning],
        Some(_) => &[Half::Afternoon],
        None if BEFORE_HOURS.contains(&tokens.before_word(place.start)) => &[Half::Morning, Half::Afternoon],
        None => &[],
    };
    let hours = halves.iter().map(|half| Clock { hour, minute, half: Some(*half), zone: None }.value());
    also.extend(hours);
}

fn part_of_day(reader: &Reader, tokens: &Tokens<'_>, from: usize) -> Option<Half> {
    /// "in the early hours of Sunday morning" is long enough.
    const LONGEST: usize = 12;
    for at in from..from + LONGEST {
        let word = tokens.word(at);
        match (tokens.kind(at)?, word) {
            (Kind::Space | Kind::Sign('\'' | '’'), _) => {}
            (Kind::Word, "morning") => return Some(Half::Morning),
            (Kind::Word, "afternoon" | "evening" | "night" | "tonight") => return Some(Half::Afternoon),
            (Kind::Word, word) if BETWEEN.contains(&word) || reader.weekdays.contains_key(word) => {}
            _ => return None,
        }
    }
    None
}

/// "the two countries": the other language may say "both", or nothing.
fn is_definite_at(tokens: &Tokens<'_>, place: &Range<usize>, number: &Number) -> bool {
    let is_word = tokens.kind(place.start) == Some(Kind::Word) && place.len() == 1;
    let is_short = || number.amount.small().is_some_and(|amount| (2..=10).contains(&amount));
    // "the three-day visit" says how long it was.
    if !is_word || !is_short() || tokens.is_sign(place.end, &HYPHENS) {
        return false;
    }
    let Some(mut before) = tokens.before_space(place.start) else { return false };
    if AMONG.contains(&tokens.word(before)) {
        let Some(further) = tokens.before_space(before) else { return false };
        before = further;
    }
    DEFINITE.contains(&tokens.word(before))
}
