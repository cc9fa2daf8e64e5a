//! What two readings of one text in two languages do not share.

use std::collections::BTreeMap;

use super::{DateParts, Found, Value};

/// What each of two readings has and the other lacks, each in the order of its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lacking<'a> {
    /// What only the first one has.
    pub only_first: Vec<&'a Found>,
    /// What only the second one has.
    pub only_second: Vec<&'a Found>,
}

impl Lacking<'_> {
    /// Whether both say the same.
    pub fn is_empty(&self) -> bool {
        self.only_first.is_empty() && self.only_second.is_empty()
    }
}

/// More than so many pairs are not looked through for values that are alike without being equal.
const MOST_PAIRS: usize = 50_000;

/// Compares two readings as multisets: order is free, each value is answered once. First by equal values;
/// then a value answers another that it may be (the day of a year that is not written twice, 20 years and
/// two decades); then a doubtful value answers a sure one that it may mean, and is itself never missed;
/// last a place in an order answers a number ("lantai 2", "the 2nd floor").
/// Codes, and numbers of what is known, are lacking in pairs only: where both readings have one that the
/// other has not.
pub fn lacking<'a>(first: &'a [Found], second: &'a [Found]) -> Lacking<'a> {
    // Most texts say the same in the same order, or nothing.
    if is_plainly_said(first) && is_plainly_said(second) && values(first).eq(values(second)) {
        return Lacking::default();
    }
    taken_apart(first, second)
}

/// The same of any readings.
pub(super) fn taken_apart<'a>(first: &'a [Found], second: &'a [Found]) -> Lacking<'a> {
    let (mut one, mut other) = (lonely(first, second), lonely(second, first));
    let (mut maybe, mut maybe_other) = (doubtful(first), doubtful(second));
    let (here, there) = (Around::of(first), Around::of(second));
    let alike = |is_loose| {
        let (here, there) = (&here, &there);
        move |one: &Found, other: &Found| is_alike((one, here), (other, there), is_loose)
    };
    take_alike(&mut one, &mut other, &alike(false));
    take_alike(&mut one, &mut maybe_other, &|sure, maybe| alike(true)(sure, maybe) || is_swapped(sure, maybe));
    take_alike(&mut maybe, &mut other, &|maybe, sure| alike(true)(maybe, sure) || is_swapped(sure, maybe));
    take_alike(&mut one, &mut other, &alike(true));
    take_alike(&mut maybe, &mut maybe_other, &alike(true));
    let (mut codes, mut other_codes) = (codes(first), codes(second));
    take_alike(&mut codes, &mut other_codes, &|one, other| is_same_code(&one.value, &other.value));
    let of =
        |sort: fn(&Found) -> bool, maybe: &[&'a Found]| maybe.iter().filter(|found| sort(found)).copied().collect();
    for (first, second) in [
        (of(is_count, &maybe), of(is_count, &maybe_other)),
        (of(is_month, &maybe), of(is_month, &maybe_other)),
        (codes, other_codes),
    ] {
        let (first, second): (Vec<&Found>, Vec<&Found>) = (first, second);
        let count = first.len().min(second.len());
        one.extend(&first[..count]);
        other.extend(&second[..count]);
    }
    one.sort_by_key(|found| found.range.start);
    other.sort_by_key(|found| found.range.start);
    Lacking { only_first: one, only_second: other }
}

/// Whether every value of a reading counts, and as nothing but itself.
fn is_plainly_said(reading: &[Found]) -> bool {
    reading.iter().all(|found| found.is_sure && !matches!(found.value, Value::Code(_)))
}

fn values(reading: &[Found]) -> impl Iterator<Item = &Value> {
    reading.iter().map(|found| &found.value)
}

/// The sure values of one reading without an equal one in the other.
fn lonely<'a>(reading: &'a [Found], other: &'a [Found]) -> Vec<&'a Found> {
    let mut there: BTreeMap<&Value, usize> = BTreeMap::new();
    for found in other.iter().filter(|found| found.is_sure) {
        *there.entry(&found.value).or_default() += 1;
    }
    let mut is_there = |found: &Found| {
        let count = there.get_mut(&found.value).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    };
    reading.iter().filter(|found| found.is_sure && !is_there(found)).collect()
}

/// The values of a reading that the other need not have.
fn doubtful(reading: &[Found]) -> Vec<&Found> {
    reading.iter().filter(|found| !found.is_sure && !matches!(found.value, Value::Code(_))).collect()
}

/// Whether a value counts what is known, from three on: "the two" and "kedua" say no more than "both".
fn is_count(found: &Found) -> bool {
    let number = match &found.value {
        Value::Ordinal(place) => Some(*place),
        Value::Figure(number) => number.small(),
        _ => None,
    };
    found.is_definite && number.is_some_and(|number| number > 2)
}

/// Whether a value is a month by itself.
fn is_month(found: &Found) -> bool {
    matches!(found.value, Value::Date(DateParts { year: None, day: None, .. }))
}

/// Takes out of both what goes together, each once. Of very many nothing is taken.
fn take_alike<'a>(one: &mut Vec<&'a Found>, other: &mut Vec<&'a Found>, is_alike: &dyn Fn(&Found, &Found) -> bool) {
    if one.len() * other.len() > MOST_PAIRS {
        return;
    }
    one.retain(|found| match other.iter().position(|candidate| is_alike(found, candidate)) {
        Some(at) => {
            other.remove(at);
            false
        }
        None => true,
    });
}

/// 05/06/2021 in English is the fifth of June or the sixth of May.
fn is_swapped(sure: &Found, maybe: &Found) -> bool {
    let (Value::Date(date), Value::Date(other)) = (&sure.value, &maybe.value) else { return false };
    date.day.is_some_and(|day| DateParts { month: day, day: Some(date.month), ..*date } == *other)
}

/// What a reading names that its other values may leave out.
struct Around {
    zones: Vec<i16>,
    currencies: Vec<&'static str>,
}

impl Around {
    fn of(reading: &[Found]) -> Around {
        let mut around = Around { zones: Vec::new(), currencies: Vec::new() };
        for found in reading {
            match found.value {
                Value::Time { zone, .. } => around.zones.extend(zone),
                Value::Zone(zone) => around.zones.push(zone),
                Value::Money { currency, .. } => around.currencies.push(currency),
                _ => {}
            }
        }
        around
    }
}

/// Whether two values that are not equal may be the same; each with what is around it. If `is_loose`, a place
/// in an order is a number.
fn is_alike((one, here): (&Found, &Around), (other, there): (&Found, &Around), is_loose: bool) -> bool {
    fn meanings(found: &Found) -> impl Iterator<Item = &Value> {
        std::iter::once(&found.value).chain(&found.also)
    }
    let is_same = |one: &Value, other: &Value| {
        one == other || is_loose && is_place(one, other) || completes((one, here), (other, there))
    };
    meanings(one).any(|one| meanings(other).any(|other| is_same(one, other)))
}

/// Whether one is a place in an order, and the other the number of it.
fn is_place(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Ordinal(place), Value::Figure(number)) | (Value::Figure(number), Value::Ordinal(place)) => {
            number.small() == Some(*place)
        }
        _ => false,
    }
}

/// Whether one of two values is the other with what its own text leaves out.
fn completes((one, here): (&Value, &Around), (other, there): (&Value, &Around)) -> bool {
    match (one, other) {
        (Value::Date(one), Value::Date(other)) => {
            // The year is clear from what stands around it.
            one.year.is_none() != other.year.is_none() && (one.month, one.day) == (other.month, other.day)
        }
        // "1 billion rupiah, and 870 million for spices": the currency is clear too.
        (Value::Figure(number), Value::Money { currency, amount }) => {
            number == amount && here.currencies.contains(currency)
        }
        (Value::Money { currency, amount }, Value::Figure(number)) => {
            number == amount && there.currencies.contains(currency)
        }
        (Value::Time { hour, minute, zone }, Value::Time { hour: hours, minute: minutes, zone: other }) => {
            // A zone that is written once holds for the hours around it.
            let is_named = match (zone, other) {
                (Some(zone), None) => there.zones.contains(zone),
                (None, Some(zone)) => here.zones.contains(zone),
                _ => false,
            };
            (hour, minute) == (hours, minutes) && is_named
        }
        _ => false,
    }
}

fn codes(reading: &[Found]) -> Vec<&Found> {
    reading.iter().filter(|found| matches!(found.value, Value::Code(_))).collect()
}

/// Whether two codes name the same: (021) 555 0199 is +62 21 555 0199.
fn is_same_code(one: &Value, other: &Value) -> bool {
    let (Value::Code(one), Value::Code(other)) = (one, other) else { return false };
    let is_number = |code: &str| code.bytes().all(|byte| byte.is_ascii_digit());
    let own = |code: &str| code.trim_start_matches('0').to_owned();
    let ends = |long: &str, short: &str| !short.is_empty() && long.ends_with(short);
    one == other || is_number(one) && is_number(other) && (ends(&own(one), &own(other)) || ends(&own(other), &own(one)))
}
