//! What a value takes from its neighbour: "13–15 November", "5–6 persen", "13.00–17.40 WITA".

use super::clock::{Clock, Half};
use super::lexicon::{self, DASHES, Joint};
use super::scan::{Atom, Number, Raw};
use super::tail::Unit;
use super::token::{Kind, Tokens};
use super::{DateParts, Reader};

/// More words than these do not stand between two values of one stretch.
const LONGEST_JOINT: usize = 10;

/// Completes values by those they are joined with: backwards, since what is shared stands at the end.
pub(super) fn join(reader: &Reader, tokens: &Tokens<'_>, atoms: &mut [Atom]) {
    for at in 1..atoms.len() {
        let (before, behind) = atoms.split_at_mut(at);
        let (Some(first), second) = (before.last_mut(), &mut behind[0]) else { continue };
        if joint(reader, tokens, first.to, second.from) == Some(Joint::Upto) {
            forwards(first, second);
        }
        said_again(tokens, first, second);
    }
    let mut is_list = false;
    for at in (1..atoms.len()).rev() {
        let (before, behind) = atoms.split_at_mut(at);
        let (Some(first), second) = (before.last_mut(), &behind[0]) else { continue };
        is_list = match joint(reader, tokens, first.to, second.from) {
            Some(Joint::Comma) if !is_list => false,
            Some(joint) => backwards(first, second, joint),
            None => false,
        };
    }
}

/// "Rp5.000.000 (lima juta rupiah)", "10 (sepuluh) hari": what stands in brackets says it again.
fn said_again(tokens: &Tokens<'_>, first: &Atom, second: &mut Atom) {
    let is_bracketed = tokens.is_sign(second.from.wrapping_sub(1), &['(']) && second.from.saturating_sub(first.to) <= 2;
    let (Raw::Number(one), Raw::Number(other)) = (&first.raw, &second.raw) else { return };
    let amount = |number: &Number| number.amount.scaled(number.zeros.unwrap_or(0));
    second.is_sure &= !(is_bracketed && first.is_sure && amount(one) == amount(other));
}

/// What stands between two values, if it joins them and nothing else is there.
fn joint(reader: &Reader, tokens: &Tokens<'_>, from: usize, to: usize) -> Option<Joint> {
    if to < from || to - from > LONGEST_JOINT {
        return None;
    }
    let mut found = None;
    for at in from..to {
        let word = tokens.word(at);
        let said = match tokens.kind(at)? {
            Kind::Space => continue,
            Kind::Sign(sign) if DASHES.contains(&sign) => Some(Joint::Upto),
            Kind::Sign(',') => Some(Joint::Comma),
            Kind::Sign('&') => Some(Joint::And),
            // "s.d.", "s/d"
            Kind::Sign('.' | '/') if matches!(tokens.word_before(at), "s" | "d") => continue,
            Kind::Word if word == "s" || word == "d" => Some(Joint::Upto),
            Kind::Word if is_between(reader, word) => continue,
            Kind::Word => Some(lexicon::joint(reader.tongue, word)?),
            _ => return None,
        };
        found = stronger(found, said);
    }
    found
}

/// Words that may stand before the second value: "sampai dengan Selasa, 16 November".
fn is_between(reader: &Reader, word: &str) -> bool {
    matches!(word, "dengan" | "tanggal" | "hari" | "the" | "on") || reader.weekdays.contains_key(word)
}

fn stronger(one: Option<Joint>, other: Option<Joint>) -> Option<Joint> {
    match (one, other) {
        (Some(Joint::Comma) | None, other) => other.or(one),
        (one, _) => one,
    }
}

/// "pukul 13.00–17.40", "US$5 million–6 million": what the second takes from the first.
fn forwards(first: &Atom, second: &mut Atom) {
    match (&first.raw, &mut second.raw) {
        (Raw::Time(_), Raw::Bare(clock)) => {
            (second.raw, second.is_sure) = (Raw::Time(*clock), true);
        }
        // "2019–24"
        (Raw::Number(Number { amount, plain: 4, .. }), Raw::Number(number)) if number.plain == 2 => {
            let years = amount.small().zip(number.amount.small());
            if let Some((year, end)) = years.filter(|(year, end)| (1600..2200).contains(year) && year % 100 < *end) {
                number.amount = u128::from(year - year % 100 + end).into();
                number.plain = 4;
            }
        }
        (Raw::Number(Number { unit: unit @ Unit::Money(_), .. }), Raw::Number(number))
            if number.unit == Unit::None && number.zeros.is_some() =>
        {
            number.unit = *unit;
        }
        _ => {}
    }
}

/// What the first takes from the second; whether it took anything.
fn backwards(first: &mut Atom, second: &Atom, joint: Joint) -> bool {
    match (&mut first.raw, &second.raw) {
        (Raw::Number(number), Raw::Date(date)) => match day_of(number, date) {
            Some(date) => {
                (first.raw, first.is_sure) = (Raw::Date(date), true);
                true
            }
            None => false,
        },
        (Raw::Date(one), Raw::Date(other)) => share_year(one, other),
        (Raw::Time(one), Raw::Time(other)) => share_zone(one, other, joint),
        (Raw::Bare(one), Raw::Time(other)) => {
            let mut one = *one;
            share_zone(&mut one, other, joint);
            (first.raw, first.is_sure) = (Raw::Time(one), true);
            true
        }
        (Raw::Number(number), Raw::Time(other)) if joint != Joint::Comma => match hour_of(number, other) {
            Some(clock) => {
                (first.raw, first.is_sure) = (Raw::Time(clock), true);
                true
            }
            None => false,
        },
        (Raw::Number(one), Raw::Number(other)) => share_unit(one, other),
        _ => false,
    }
}

/// A number as a day of the month behind it.
fn day_of(number: &Number, date: &DateParts) -> Option<DateParts> {
    let day = number.amount.small().and_then(|day| i8::try_from(day).ok());
    let is_day = (1..=2).contains(&number.plain) && date.day.is_some();
    let day = day.filter(|day| is_day && (1..=31).contains(day))?;
    Some(DateParts { day: Some(day), ..*date })
}

fn share_year(one: &mut DateParts, other: &DateParts) -> bool {
    let is_before = (one.month, one.day) <= (other.month, other.day);
    let takes = one.year.is_none() && other.year.is_some() && is_before;
    if takes {
        one.year = other.year;
    }
    takes
}

fn share_zone(one: &mut Clock, other: &Clock, joint: Joint) -> bool {
    let takes = one.zone.is_none() && other.zone.is_some();
    if takes {
        one.zone = other.zone;
    }
    // "1:00–5:40 p.m."
    if joint == Joint::Upto && one.half.is_none() && one.hour <= 12 {
        one.half = half_of(one.hour, other);
    }
    takes
}

/// A number as the first hour of "1–5 p.m.", "9–11 WITA".
fn hour_of(number: &Number, other: &Clock) -> Option<Clock> {
    let (hour, minute) = number.amount.hour()?;
    // "9.30–11.00 WITA" as some write in English.
    let is_bare = number.zeros.is_none() && number.unit == Unit::None;
    let is_hour = is_bare && ((1..=2).contains(&number.plain) || number.is_clock || number.plain == 0 && minute > 0);
    let half = half_of(hour, other);
    is_hour.then_some(Clock { hour, minute, half, zone: other.zone })
}

/// The half of the day of an hour before another: "11–1 p.m." begins in the morning.
fn half_of(hour: u8, other: &Clock) -> Option<Half> {
    match other.half {
        Some(Half::Afternoon) if hour % 12 > other.hour % 12 => Some(Half::Morning),
        half => half,
    }
}

/// "5–6 million", "5 to 6 per cent": the size and the unit of the second are also the first's.
fn share_unit(one: &mut Number, other: &Number) -> bool {
    let is_year = one.plain == 4;
    let is_rising = one.amount < other.amount;
    let has_own = one.zeros.is_some() || is_year || !is_rising;
    let is_alike = one.unit == Unit::None || one.unit == other.unit;
    let takes =
        !has_own && is_alike && (other.zeros.is_some() || other.unit == Unit::Percent && one.unit == Unit::None);
    if takes {
        (one.zeros, one.unit) = (other.zeros, if one.unit == Unit::None { other.unit } else { one.unit });
    }
    takes
}
