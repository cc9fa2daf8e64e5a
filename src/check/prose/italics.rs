//! Italics whose language nobody marked. In Indonesian they are for foreign words (EYD V, II.B).

use std::ops::Range;

use super::Text;
use super::lexicon::Lexicon;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes;
use crate::syntax::markdown::traced::{Part, PartKind};

/// So many words are a phrase; a single one is mostly a word that stands out.
const WORDS: usize = 2;

/// Says which words in italics have no language, neither inside nor around them. Gives where they are.
pub(super) fn judge(text: &Text<'_>, said: &mut Vec<Diagnostic>) -> Vec<Range<usize>> {
    let mut unmarked: Vec<Range<usize>> = Vec::new();
    let italics = text.words.parts.iter().enumerate().filter(|(_, part)| part.kind == PartKind::Italics);
    for (at, part) in italics {
        let range = text.trimmed(&part.range);
        if is_marked(text, at, part, &range) || own_words(text, &range) < WORDS || is_own(text, &range) {
            continue;
        }
        // Italics inside of others end first, and are told with them.
        while unmarked.pop_if(|inner| range.start <= inner.start).is_some() {}
        unmarked.push(range);
    }
    said.extend(unmarked.iter().map(|range| text.finding(&codes::UNMARKED_ITALICS, range)));
    unmarked
}

/// Whether a language is named for the words, or they are a name of the register.
fn is_marked(text: &Text<'_>, at: usize, part: &Part, range: &Range<usize>) -> bool {
    let is_language = |part: &Part| matches!(part.kind, PartKind::Language(_));
    part.language.is_some() || text.words.inside(at).any(is_language) || text.tongue.register.is_name(text.said(range))
}

/// Whether the words are a name, which no language owns (a ship's), or a title or emphasis in the language
/// of the text: function words tell. Of a language whose words are not known, neither is said.
fn is_own(text: &Text<'_>, range: &Range<usize>) -> bool {
    let Some(own) = Lexicon::of(text.tongue.locale.language()) else { return false };
    let is_mark = |letter: char| !letter.is_alphanumeric();
    let words: Vec<&str> = text.said(range).split_whitespace().map(|word| word.trim_matches(is_mark)).collect();
    let small = || words.iter().map(|word| word.to_lowercase());
    let is_name = words.iter().all(|word| !word.starts_with(char::is_lowercase));
    let is_foreign = small().any(|word| text.tongue.tongues.iter().any(|tongues| tongues.has_other(&word)));
    !is_foreign && (is_name || small().any(|word| own.is_sure(&word)))
}

/// How many words are neither code nor from a placeable.
fn own_words(text: &Text<'_>, range: &Range<usize>) -> usize {
    let mut at = range.start;
    let mut count = 0;
    for word in text.said(range).split_inclusive(char::is_whitespace) {
        let place = at..at + word.trim_end().len();
        at += word.len();
        count += usize::from(word.chars().any(char::is_alphabetic) && !text.words.is_foreign(&place));
    }
    count
}
