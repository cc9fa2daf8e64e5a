//! What two readings of one text in two languages do not share.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use super::{Decimal, Found, Value};

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

/// Compares two readings as multisets: order is free, each value is answered once. A doubtful value
/// answers a sure one that it may mean, and is itself never missed.
pub fn lacking<'a>(first: &'a [Found], second: &'a [Found]) -> Lacking<'a> {
    let (one, other) = (lonely(first, second), lonely(second, first));
    Lacking { only_first: unanswered(one, second), only_second: unanswered(other, first) }
}

/// The sure values of one reading without an equal one in the other.
fn lonely<'a>(reading: &'a [Found], other: &'a [Found]) -> Vec<&'a Found> {
    let mut there: BTreeMap<&Value, usize> = BTreeMap::new();
    for found in other.iter().filter(|found| found.is_sure) {
        *there.entry(&found.value).or_default() += 1;
    }
    let mut is_there = |found: &Found| take(&mut there, &found.value);
    reading.iter().filter(|found| found.is_sure && !is_there(found)).collect()
}

/// Those that no doubtful value of the other reading may mean.
fn unanswered<'a>(lonely: Vec<&'a Found>, other: &[Found]) -> Vec<&'a Found> {
    let mut doubtful: BTreeMap<Value, usize> = BTreeMap::new();
    for found in other.iter().filter(|found| !found.is_sure) {
        *doubtful.entry(loosely(&found.value)).or_default() += 1;
    }
    let mut is_answered = |found: &&Found| meanings(&found.value).into_iter().any(|value| take(&mut doubtful, &value));
    lonely.into_iter().filter(|found| !is_answered(found)).collect()
}

fn take<K: Ord + Borrow<Value>>(counts: &mut BTreeMap<K, usize>, value: &Value) -> bool {
    let count = counts.get_mut(value).filter(|count| **count > 0);
    count.map(|count| *count -= 1).is_some()
}

/// A doubtful value without what is in doubt: a place in an order may be a number.
fn loosely(value: &Value) -> Value {
    match value {
        Value::Ordinal(place) => Value::Figure(Decimal::from(u128::from(*place))),
        other => other.clone(),
    }
}

/// The doubtful values that may mean a sure one.
fn meanings(value: &Value) -> Vec<Value> {
    let mut meanings = vec![loosely(value)];
    if let Value::Date(date) = value {
        // 05/06/2021 in English is the fifth of June or the sixth of May.
        let swapped = date.day.map(|day| super::DateParts { month: day, day: Some(date.month), ..*date });
        meanings.extend(swapped.map(Value::Date));
    }
    meanings
}
