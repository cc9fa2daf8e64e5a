//! Whether the languages of a document agree: each translation against its original, block by block.
//!
//! In: the texts of a document's editions. Out: what differs, at the place in the translation, with that in the original. The blocks
//! are aligned first ([`align`]), so that a block that is missing is told once and what follows it is
//! compared with its own counterpart. Then every pair goes through [`COMPARISONS`]. A comparison of another
//! kind is one more file and one more function there: it reads `unit.words.text`, placeables resolved, of
//! each text of the pair, and `unit.words.span(range)` is the place of any bytes of it in the source;
//! [`Pair::finding`] takes the block's where there is none. What a comparison has to know of a language
//! is made once, in the [`Ground`], and handed on by [`Side`].

mod align;
mod links;
mod names;
mod structure;
mod unit;
mod values;
pub(super) mod waivers;
mod words;

use std::collections::BTreeMap;

use super::ground::Ground;
use super::texts::Texts;
use crate::diagnostic::{Code, Diagnostic, Place, Span, codes};
use crate::locale::Locale;
use crate::model::document::Edition;
use crate::settings::{Settings, checks};
use crate::syntax::facts::Facts;
use align::Step;
use unit::{Side, Unit};
pub(super) use values::Readers;

/// One comparison of a pair of texts.
type Comparison = fn(&Pair<'_>, &mut Vec<Finding>);

/// Every comparison of aligned texts, in the order in which they are told.
static COMPARISONS: &[Comparison] = &[
    structure::compare,
    structure::code,
    links::links,
    links::images,
    words::untranslated,
    values::compare,
    names::compare,
];

/// Those of what texts say, whatever they are made of: also of captions and of texts in the facts.
static OF_VALUES: [Comparison; 2] = [values::compare, names::compare];

/// Whether the site asks for any comparison. If nobody asks, nothing is compared, and no waiver can be
/// called unused.
pub(super) fn is_asked(settings: &Settings) -> bool {
    checks::waivable().any(|code| code != &codes::FORBIDDEN_NAME && !settings.is_off(code))
}

/// Compares the editions of one document, whatever the standing of each.
pub(super) fn judge(ground: &Ground<'_>, facts: &Facts, editions: &[Texts<'_>]) -> Vec<Diagnostic> {
    let editions: BTreeMap<&Locale, &Texts<'_>> = editions.iter().map(|it| (&it.edition.locale, it)).collect();
    let original = facts.original.as_ref().and_then(|(locale, _)| editions.get(locale).copied());
    let Some(original) = original.filter(|_| !facts.is_faulty("original")) else { return Vec::new() };
    let is_translation = |texts: &&&Texts<'_>| texts.edition.locale != original.edition.locale;
    let translations: Vec<&Texts<'_>> = editions.values().filter(is_translation).copied().collect();
    let mut found = Vec::new();
    let mut there = None;
    for translation in translations.iter().filter(|texts| is_compared(texts.edition, original.edition)) {
        let there = &*there.get_or_insert_with(|| Side::of(ground, original));
        let waived = waivers::Target { locale: &translation.edition.locale, is_only: translations.len() == 1 };
        let here = Side::of(ground, translation);
        found.extend(compare(&here, there).into_iter().map(|finding| waived.finding(finding)));
    }
    let is_whole = is_whole(facts, &editions);
    // Forbidden names are looked for, and waived, by themselves.
    waivers::apply(facts, &|code| code != &codes::FORBIDDEN_NAME, found, is_whole)
}

/// An edition that its own author holds back is not finished; nothing is said of it yet.
fn is_compared(translation: &Edition, original: &Edition) -> bool {
    !translation.words.is_draft && !original.words.is_draft
}

/// Whether every edition is there to be compared: else a waiver may be about one that is not.
fn is_whole(facts: &Facts, editions: &BTreeMap<&Locale, &Texts<'_>>) -> bool {
    let is_draft = editions.values().any(|texts| texts.edition.words.is_draft);
    let names_other = facts.waive.iter().filter_map(|waiver| waiver.locale.as_ref());
    !is_draft && editions.len() > 1 && names_other.into_iter().all(|locale| editions.contains_key(locale))
}

/// What differs, with the place that a waiver would name.
pub(super) struct Finding {
    at: String,
    said: Diagnostic,
}

/// Texts of two editions that say the same: one of each, or as many as one was split into.
pub(super) struct Pair<'a> {
    here: &'a [Unit<'a>],
    there: &'a [Unit<'a>],
    sides: (&'a Side<'a>, &'a Side<'a>),
}

impl<'a> Pair<'a> {
    /// The texts of the translation and of the original, one beside the other where there are as many.
    fn texts(&self) -> (impl Iterator<Item = &'a Unit<'a>>, impl Iterator<Item = &'a Unit<'a>>) {
        (self.here.iter(), self.there.iter())
    }

    /// A finding at a place in the translation, with one in the original; without one, of the whole text.
    fn finding(&self, code: &'static Code, here: Option<Span>, there: Option<Span>) -> Finding {
        let place = |span: Option<Span>, units: &[Unit<'_>], side: &Side<'_>| match units.first() {
            Some(unit) => Place::new(unit.file, span.unwrap_or(unit.span)),
            None => Place::new(&side.edition.words.file, span.unwrap_or(Span::START)),
        };
        let (place, other) = (place(here, self.here, self.sides.0), place(there, self.there, self.sides.1));
        let at = self.here.first().or(self.there.first()).map_or("", |unit| unit.anchor);
        Finding { at: at.to_owned(), said: Diagnostic::new(code, place).and(other) }
    }

    /// Both locales: of the translation, of the original.
    fn locales(&self) -> (&'a Locale, &'a Locale) {
        (&self.sides.0.edition.locale, &self.sides.1.edition.locale)
    }
}

/// Everything in which a translation differs from its original.
fn compare(here: &Side<'_>, there: &Side<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = structure::parts(here, there).into_iter().collect();
    let steps = align::align(&here.blocks, &there.blocks);
    found.extend(structure::blocks(here, there, &steps));
    let sides = (here, there);
    let mut pairs: Vec<Pair<'_>> =
        here.front.iter().zip(&there.front).filter_map(|(here, there)| front(sides, here, there)).collect();
    for step in &steps {
        let (Step::Pair { here: of_here, there: of_there } | Step::Moved { here: of_here, there: of_there }) = step
        else {
            continue;
        };
        let (one, other) = (here.blocks.get(of_here.clone()), there.blocks.get(of_there.clone()));
        pairs.extend(one.zip(other).map(|(here, there)| Pair { here, there, sides }));
    }
    found.extend(structure::footnotes(here, there, &pairs));
    let notes = structure::notes(&pairs);
    pairs.extend(notes.into_iter().filter_map(|(one, other)| {
        let (here, there) = (here.note(one)?, there.note(other)?);
        Some(Pair { here: std::slice::from_ref(here), there: std::slice::from_ref(there), sides })
    }));
    for pair in &pairs {
        COMPARISONS.iter().for_each(|compare| compare(pair, &mut found));
    }
    let further = here.further.iter().zip(&there.further).filter_map(|(here, there)| front(sides, here, there));
    further.for_each(|pair| OF_VALUES.iter().for_each(|compare| compare(&pair, &mut found)));
    found
}

/// Two titles, or two summaries, captions and so on if both are there.
fn front<'a>(
    sides: (&'a Side<'a>, &'a Side<'a>),
    here: &'a Option<Unit<'a>>,
    there: &'a Option<Unit<'a>>,
) -> Option<Pair<'a>> {
    let (here, there) = (here.as_ref()?, there.as_ref()?);
    Some(Pair { here: std::slice::from_ref(here), there: std::slice::from_ref(there), sides })
}
