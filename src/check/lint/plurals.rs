//! Choices by number, held against the plurals that CLDR gives the language.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, codes};
use crate::locale::{Formats, Locale, Voice};
use crate::syntax::fluent::{Choice, Entry, Messages, Selector, Variant};

/// CLDR's names for plurals.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A plural that no whole number up to here takes is not asked for: CLDR gives French, Spanish and
/// Portuguese one for millions, which few texts need.
const COMMON: u32 = 200;

/// The plurals of a language, for figures and for ordinals.
pub(in crate::check) struct Rules<'a> {
    locale: &'a Locale,
    cardinal: Plurals,
    ordinal: Plurals,
}

struct Plurals {
    known: Vec<&'static str>,
    common: BTreeSet<&'static str>,
}

impl<'a> Rules<'a> {
    /// The plurals of a language.
    pub(in crate::check) fn of(voice: &'a Messages) -> Rules<'a> {
        let formats = voice.formats();
        Rules {
            locale: voice.locale(),
            cardinal: plurals(formats.plural_categories(), formats, Formats::plural),
            ordinal: plurals(formats.ordinal_categories(), formats, Formats::ordinal_plural),
        }
    }

    /// Says what is wrong with the choices by number of an entry.
    pub(super) fn judge(&self, entry: &Entry, said: &mut Vec<Diagnostic>) {
        for choice in entry.anatomy.choices.iter().filter(|choice| is_plural(choice)) {
            let plurals = if choice.selector == Selector::Ordinal { &self.ordinal } else { &self.cardinal };
            self.foreign(choice, plurals, said);
            self.lacking(choice, plurals, said);
            self.default(choice, said);
        }
    }

    fn foreign(&self, choice: &Choice, plurals: &Plurals, said: &mut Vec<Diagnostic>) {
        let is_foreign = |variant: &&Variant| {
            !variant.is_number && !variant.is_default && !plurals.known.contains(&variant.key.as_str())
        };
        said.extend(choice.variants.iter().filter(is_foreign).map(|variant| {
            Diagnostic::new(&codes::FOREIGN_PLURAL, variant.place.clone())
                .with("key", &variant.key)
                .with("locale", self.locale.as_str())
                .with("known", listed(plurals.known.iter().copied()))
        }));
    }

    /// A choice that tells plurals apart tells all of them apart: what is left out would be worded as
    /// another. One with exact numbers only needs none.
    fn lacking(&self, choice: &Choice, plurals: &Plurals, said: &mut Vec<Diagnostic>) {
        let keys = || choice.variants.iter().filter(|variant| !variant.is_number).map(|variant| variant.key.as_str());
        if !keys().any(|key| key != "other" && plurals.known.contains(&key)) {
            return;
        }
        let lacking =
            plurals.common.iter().copied().filter(|wanted| *wanted != "other" && keys().all(|key| key != *wanted));
        let lacking = listed(lacking);
        if !lacking.is_empty() {
            said.push(
                Diagnostic::new(&codes::LACKING_PLURAL, choice.place.clone())
                    .with("keys", lacking)
                    .with("locale", self.locale.as_str()),
            );
        }
    }

    fn default(&self, choice: &Choice, said: &mut Vec<Diagnostic>) {
        let default = choice.variants.iter().find(|variant| variant.is_default && variant.key != "other");
        said.extend(
            default.map(|variant| {
                Diagnostic::new(&codes::PLURAL_DEFAULT, variant.place.clone()).with("key", &variant.key)
            }),
        );
    }
}

fn plurals(known: Vec<&'static str>, formats: &Formats, of: fn(&Formats, &str) -> &'static str) -> Plurals {
    let common = match known.len() {
        0 | 1 => BTreeSet::new(),
        _ => (0..=COMMON).map(|number| of(formats, &number.to_string())).collect(),
    };
    Plurals { known, common }
}

/// Whether a choice is by number. By `NUMBER` it is. By a variable alone it may be by a word, as
/// `[draft] … *[other] …`, unless all its words are names of plurals and not just `other`.
fn is_plural(choice: &Choice) -> bool {
    let mut words = choice.variants.iter().filter(|variant| !variant.is_number).map(|variant| variant.key.as_str());
    match choice.selector {
        Selector::Cardinal | Selector::Ordinal => true,
        Selector::Variable => words.clone().all(|word| CATEGORIES.contains(&word)) && words.any(|word| word != "other"),
        Selector::Other => false,
    }
}

fn listed<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    let in_order: BTreeSet<usize> = keys.filter_map(|key| CATEGORIES.iter().position(|known| *known == key)).collect();
    in_order.into_iter().map(|at| format!("[{}]", CATEGORIES[at])).collect::<Vec<_>>().join(", ")
}
