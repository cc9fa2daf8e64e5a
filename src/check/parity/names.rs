//! Names: what is registered, and states, are named in both languages.
//!
//! Asked is whether a name is there, not how often: "the ministry … it" is told otherwise in each
//! language. What only may be a name (a demonym, *Jordan*) is never missed, but answers for the name.

use std::collections::BTreeSet;

use super::unit::{Side, Unit};
use super::{Finding, Pair};
use crate::check::names::{Bearer, Found, Register};
use crate::diagnostic::codes;

/// Says which names stand in one of two texts only.
pub(super) fn compare(pair: &Pair<'_>, found: &mut Vec<Finding>) {
    let (translation, original) = pair.sides;
    let says_none = |units: &[Unit<'_>]| units.iter().all(|unit| unit.named.found.iter().all(|it| !it.is_certain));
    if says_none(pair.here) && says_none(pair.there) {
        return;
    }
    let Some((here, there)) = Named::of(translation, pair.here).zip(Named::of(original, pair.there)) else { return };
    for lone in here.without(&there) {
        let span = lone.unit.words.span(&lone.found.range);
        let mut finding = pair.finding(&codes::PARITY_NAME, span, None);
        finding.said =
            finding.said.with("case", "extra").with("name", lone.words()).with("original", lone.right(&there));
        found.push(finding);
    }
    for lone in there.without(&here) {
        let span = lone.unit.words.span(&lone.found.range);
        let mut finding = pair.finding(&codes::PARITY_NAME, None, span);
        finding.said =
            finding.said.with("case", "missing").with("name", lone.right(&here)).with("original", lone.words());
        found.push(finding);
    }
}

/// The names in some texts of one language.
struct Named<'a> {
    register: &'a Register,
    units: &'a [Unit<'a>],
    names: Vec<(&'a Unit<'a>, &'a Found<'a>)>,
    /// In order.
    bearers: Vec<&'a Bearer>,
}

/// A name that the other language lacks.
struct Lone<'a, 'n> {
    unit: &'a Unit<'a>,
    found: &'n Found<'a>,
    bearer: &'a Bearer,
}

impl<'a> Named<'a> {
    fn of(side: &Side<'a>, units: &'a [Unit<'a>]) -> Option<Named<'a>> {
        let register = side.names.get(&side.edition.locale)?;
        let named = |unit: &'a Unit<'a>| unit.named.found.iter().map(move |it| (unit, it));
        let names: Vec<(&Unit<'_>, &Found<'_>)> = units.iter().flat_map(named).collect();
        let mut bearers: Vec<&Bearer> = names.iter().flat_map(|(_, found)| found.bearers.iter().copied()).collect();
        bearers.sort_unstable();
        Some(Named { register, units, names, bearers })
    }

    /// The names that are certain here and have no answer there, each once. A name may be several things
    /// by itself, and one that holds others may be told by them.
    fn without<'n>(&'n self, there: &Named<'_>) -> Vec<Lone<'a, 'n>> {
        let mut told = BTreeSet::new();
        let mut lone = Vec::new();
        for (unit, found) in self.names.iter().filter(|(_, found)| found.is_certain) {
            let answers = |bearer: &&Bearer| there.bearers.binary_search(bearer).is_ok();
            if found.bearers.iter().chain(&found.inner).any(answers) {
                continue;
            }
            let Some(bearer) = found.bearers.iter().find(|bearer| self.register.shares(there.register, bearer)) else {
                continue;
            };
            let name = Lone { unit, found, bearer };
            if !there.has_same_words(&name) && told.insert(*bearer) {
                lone.push(name);
            }
        }
        lone
    }
}

impl Named<'_> {
    /// Whether a term is called here what it is called in the other language.
    fn has_same_words(&self, lone: &Lone<'_, '_>) -> bool {
        let words = lone.words();
        matches!(lone.bearer, Bearer::Term(_)) && self.units.iter().any(|unit| unit.words.text.contains(&words))
    }
}

impl Lone<'_, '_> {
    fn words(&self) -> String {
        let words = self.unit.words.text.get(self.found.range.clone()).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the other language calls it.
    fn right(&self, there: &Named<'_>) -> String {
        there.register.right(self.bearer).unwrap_or_default().to_owned()
    }
}
