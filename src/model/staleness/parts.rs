//! Two lists of parts side by side: which are the same, which became which, which came, went or moved.
//!
//! What is the same holds the lists together, so that a part that came or went is told alone. Between two
//! such parts, those that have the most words in common are one another's; the rest is paired in order.

use std::collections::{BTreeMap, BTreeSet};

use similar::DiffOp;

use super::{Change, How};
use crate::diagnostic::Span;
use crate::model::worddiff;
use crate::syntax::digests::Part;

/// Replaced blocks are paired by likeness where there are no more pairs to look at than this.
const PAIRS: usize = 10_000;

/// Blocks that have less than this in common, in thousandths, are no forms of one another.
const ALIKE: u64 = 200;

/// The words of a block by which it is compared with others.
const WORDS: usize = 200;

/// Blocks or notes, as they were and as they are.
pub(super) struct List<'a, 'b> {
    pub(super) old: &'a [Part],
    pub(super) new: &'a [Part],
    /// The name and place of each of the new ones.
    pub(super) places: &'b [(&'b str, Span)],
    /// What the names of those without an own one begin with.
    pub(super) prefix: &'b str,
    /// Where those stood that have nothing before them.
    pub(super) start: Span,
}

impl<'a> List<'a, '_> {
    /// What changed, in the order of the new list. What is the same stays aligned around what came or went.
    pub(super) fn changes(&self) -> Vec<Change<'a>> {
        let digests = |parts: &[Part]| parts.iter().map(Part::digest).collect::<Vec<_>>();
        let mut pairs: Vec<(Option<usize>, Option<usize>)> = Vec::new();
        for op in worddiff::ops(&digests(self.old), &digests(self.new)) {
            match op {
                DiffOp::Equal { .. } => {}
                _ => pairs.extend(self.paired(op.old_range().collect(), op.new_range().collect())),
            }
        }
        self.with_moves(pairs)
    }

    /// Which of some old parts became which of the new ones in their place.
    fn paired(&self, old: Vec<usize>, new: Vec<usize>) -> Vec<(Option<usize>, Option<usize>)> {
        let anchors = self.alike(&old, &new);
        let (mut pairs, mut from) = (Vec::new(), (0, 0));
        for to in anchors.into_iter().map(Some).chain([None]) {
            let end = to.unwrap_or((old.len(), new.len()));
            // What stands in the same place and is like nothing was written anew.
            let rest = (from.0..end.0).len().max((from.1..end.1).len());
            let nth = |list: &[usize], at: usize, end: usize| (at < end).then(|| list[at]);
            pairs.extend((0..rest).map(|at| (nth(&old, from.0 + at, end.0), nth(&new, from.1 + at, end.1))));
            if let Some((one, other)) = to {
                pairs.push((Some(old[one]), Some(new[other])));
                from = (one + 1, other + 1);
            }
        }
        pairs
    }

    /// The pairs of old and new parts in order that have the most in common, as numbers of the lists.
    fn alike(&self, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
        if old.len().max(new.len()) == 1 || old.len().saturating_mul(new.len()) > PAIRS {
            return Vec::new();
        }
        let words = |list: &'a [Part], at: &usize| list[*at].text().map(bag).unwrap_or_default();
        let old: Vec<_> = old.iter().map(|at| words(self.old, at)).collect();
        let new: Vec<_> = new.iter().map(|at| words(self.new, at)).collect();
        best(&old.iter().map(|old| new.iter().map(|new| likeness(old, new)).collect()).collect::<Vec<Vec<u64>>>())
    }

    /// The changes of these pairs; what went in one place and came in another was moved.
    fn with_moves(&self, pairs: Vec<(Option<usize>, Option<usize>)>) -> Vec<Change<'a>> {
        let mut gone: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for old in pairs.iter().filter_map(|(old, _)| *old) {
            gone.entry(self.old[old].digest()).or_default().push(old);
        }
        let mut changes = Vec::new();
        let mut moved = BTreeSet::new();
        for (_, new) in &pairs {
            let from = new.and_then(|new| gone.get_mut(&self.new[new].digest())?.pop());
            moved.extend(from);
            changes.push(from);
        }
        let all = pairs.into_iter().zip(changes).flat_map(|((old, new), from)| {
            let old = old.filter(|old| !moved.contains(old));
            match (from, new) {
                (Some(from), _) => [Some(self.change(How::Moved, Some(from), new)), self.left(old, None)],
                (None, _) => [self.left(old, new), None],
            }
        });
        all.flatten().collect()
    }

    fn left(&self, old: Option<usize>, new: Option<usize>) -> Option<Change<'a>> {
        let how = match (old, new) {
            (Some(_), Some(_)) => How::Changed,
            (None, Some(_)) => How::New,
            (Some(_), None) => How::Removed,
            (None, None) => return None,
        };
        Some(self.change(how, old, new))
    }

    fn change(&self, how: How, old: Option<usize>, new: Option<usize>) -> Change<'a> {
        let place = new.and_then(|new| self.places.get(new));
        // What is gone stood behind what is before it now.
        let before = old.and_then(|old| self.places.get(old.checked_sub(1)?.min(self.places.len().checked_sub(1)?)));
        let number = old.or(new).map_or(0, |at| at + 1);
        Change {
            how,
            name: place.map_or_else(|| format!("{}{number}", self.prefix), |(name, _)| (*name).to_owned()),
            was: old.map(|old| &self.old[old]),
            is: new.map(|new| &self.new[new]),
            old_block: old,
            span: place.or(before).map_or(self.start, |(_, span)| *span),
        }
    }
}

/// The first words of a text, sorted.
fn bag(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
    words.sort_unstable();
    words
}

/// How much two bags have in common, in thousandths; nothing where that is little.
fn likeness(one: &[&str], other: &[&str]) -> u64 {
    let (mut left, mut right, mut shared) = (0, 0, 0);
    while left < one.len() && right < other.len() {
        match one[left].cmp(other[right]) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                (left, right, shared) = (left + 1, right + 1, shared + 1);
            }
        }
    }
    let all = (one.len() + other.len()) as u64;
    (2000 * shared as u64).checked_div(all).filter(|likeness| *likeness >= ALIKE).unwrap_or_default()
}

/// The pairs in order whose values come to the most; those of no value are left out.
fn best(values: &[Vec<u64>]) -> Vec<(usize, usize)> {
    let width = values.first().map_or(0, Vec::len);
    let mut most = vec![vec![0; width + 1]; values.len() + 1];
    for (one, row) in values.iter().enumerate().rev() {
        for (other, value) in row.iter().enumerate().rev() {
            let paired = value + most[one + 1][other + 1];
            most[one][other] = paired.max(most[one + 1][other]).max(most[one][other + 1]);
        }
    }
    let (mut pairs, mut at) = (Vec::new(), (0, 0));
    while at.0 < values.len() && at.1 < width {
        let (one, other) = at;
        if values[one][other] > 0 && most[one][other] == values[one][other] + most[one + 1][other + 1] {
            pairs.push(at);
            at = (one + 1, other + 1);
        } else if most[one][other] == most[one + 1][other] {
            at = (one + 1, other);
        } else {
            at = (one, other + 1);
        }
    }
    pairs
}
