//! Circles among messages, and messages that become too long: found whether or not anything uses them.

use std::collections::BTreeMap;

use super::anatomy::{Cost, PatternCost};
use super::file::{Entry, EntryKind, Reference, Target};
use crate::diagnostic::Diagnostic;
use crate::locale::Unresolved;

/// The bundle resolves no more placeables than these for one message.
const MOST_PLACEABLES: u32 = 100;

type Entries = BTreeMap<(EntryKind, String), Entry>;

/// A value or an attribute of an entry.
type Node<'a> = (EntryKind, &'a str, Option<&'a str>);

/// Says where a reference closes a circle, and which messages have more placeables than can be
/// resolved, in their longest variants. One that only refers to such a one is not said besides.
pub(super) fn judge(entries: &Entries) -> Vec<Diagnostic> {
    let mut walk = Walk { entries, known: BTreeMap::new(), said: Vec::new() };
    for entry in entries.values() {
        for pattern in &entry.anatomy.patterns {
            walk.from((entry.kind, &entry.id, pattern.attribute.as_deref()));
        }
    }
    walk.said
}

/// How far a node has come.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Open,
    Done(u32),
}

struct Walk<'a> {
    entries: &'a Entries,
    known: BTreeMap<Node<'a>, Mark>,
    said: Vec<Diagnostic>,
}

impl<'a> Walk<'a> {
    /// Visits all that a node leads to. A stack of its own: a chain of messages may be as long as a
    /// catalogue.
    fn from(&mut self, start: Node<'a>) {
        if self.known.contains_key(&start) {
            return;
        }
        self.known.insert(start, Mark::Open);
        let mut stack = vec![(start, 0)];
        while let Some((node, next)) = stack.pop() {
            let Some((entry, pattern)) = self.pattern(node) else { continue };
            let Some(reference) = pattern.references.get(next).and_then(|at| entry.references.get(*at)) else {
                self.close(node, entry, pattern);
                continue;
            };
            stack.push((node, next + 1));
            let Some(target) = node_of(reference).filter(|target| self.pattern(*target).is_some()) else { continue };
            match self.known.get(&target) {
                Some(Mark::Open) => self.said.push(Unresolved::Circle.diagnostic(reference.place.clone())),
                Some(Mark::Done(_)) => {}
                None => {
                    self.known.insert(target, Mark::Open);
                    stack.push((target, 0));
                }
            }
        }
    }

    fn close(&mut self, node: Node<'a>, entry: &Entry, pattern: &PatternCost) {
        let cost = self.sum(&pattern.cost, entry);
        let is_inherited = pattern.references.iter().any(|at| self.cost_of(entry, *at) > MOST_PLACEABLES);
        if cost > MOST_PLACEABLES && !is_inherited {
            self.said.push(Unresolved::TooLong.diagnostic(entry.place.clone()));
        }
        self.known.insert(node, Mark::Done(cost));
    }

    fn sum(&self, costs: &[Cost], entry: &Entry) -> u32 {
        let one = |cost: &Cost| match cost {
            Cost::One => 1,
            Cost::Of(at) => self.cost_of(entry, *at),
            Cost::Most(variants) => variants.iter().map(|variant| self.sum(variant, entry)).max().unwrap_or(0),
        };
        costs.iter().map(one).fold(0, u32::saturating_add)
    }

    fn cost_of(&self, entry: &Entry, at: usize) -> u32 {
        match entry.references.get(at).and_then(node_of).and_then(|node| self.known.get(&node).copied()) {
            Some(Mark::Done(cost)) => cost,
            // A circle has no length; it was said.
            _ => 0,
        }
    }

    fn pattern(&self, (kind, id, attribute): Node<'_>) -> Option<(&'a Entry, &'a PatternCost)> {
        let entry = self.entries.get(&(kind, id.to_owned()))?;
        let pattern = entry.anatomy.patterns.iter().find(|pattern| pattern.attribute.as_deref() == attribute)?;
        Some((entry, pattern))
    }
}

fn node_of(reference: &Reference) -> Option<Node<'_>> {
    let kind = match reference.target {
        Target::Message => EntryKind::Message,
        Target::Term => EntryKind::Term,
        Target::Function => return None,
    };
    Some((kind, &reference.name, reference.attribute.as_deref()))
}
