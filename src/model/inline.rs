//! Text on one line with language parts and placeables: titles, summaries, labels in the facts.

use crate::diagnostic::{Diagnostic, Place};
use crate::locale::{Argument, Phrase, Voice};
use crate::syntax::facts::{Facts, Word};
use crate::syntax::placeable;

/// Resolves a text in the language of `voice`. A placeable that cannot be resolved, or a bad
/// language part, is a diagnostic at `word`'s place; the rest of the text still comes out.
pub fn resolve(word: &str, place: &Place, voice: &dyn Voice, arguments: &[(&str, Argument)], said: &mut Vec<Diagnostic>) -> Phrase {
    if !word.contains(['{', '\\']) {
        return Phrase::plain(word);
    }
    let mut marked = String::with_capacity(word.len());
    for part in placeable::parts(word, place, said) {
        match part {
            placeable::Part::Text(text) => marked.push_str(&text),
            placeable::Part::Placeable(source) => match voice.placeable(&source, arguments) {
                Ok(phrase) => marked.push_str(&phrase.marked()),
                Err(unresolved) => said.push(unresolved.diagnostic(place.clone())),
            },
        }
    }
    Phrase::from_marked(&marked)
}

/// The same for a word with its place.
pub fn resolve_word(word: &Word, voice: &dyn Voice, arguments: &[(&str, Argument)], said: &mut Vec<Diagnostic>) -> Phrase {
    resolve(&word.word, &word.place, voice, arguments, said)
}

/// A document's figures and dates, as its prose may name them.
pub fn arguments(facts: &Facts) -> Vec<(&str, Argument)> {
    let figures = facts.figures.iter().map(|(name, figure)| (name.as_str(), Argument::Figure(figure.clone())));
    let dates = facts.dates.iter().map(|(name, date)| (name.as_str(), Argument::Day(*date)));
    figures.chain(dates).collect()
}
