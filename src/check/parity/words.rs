//! Sentences that were not translated.

use std::collections::HashSet;
use std::ops::Range;

use super::unit::{NOTHING, Unit, hashed};
use super::{Finding, Pair};
use crate::diagnostic::codes;
use crate::locale::{Arguments, Voice};
use crate::model::worddiff::shortened;
use crate::syntax::blocks::places;
use crate::syntax::fluent::{EntryKind, Messages};
use crate::syntax::markdown::BlockKind;

/// So many words of a sentence can hardly be the same in two languages.
const WORDS: usize = 4;

/// How many letters of such a sentence are told.
const LONGEST: usize = 60;

/// Says which sentences read the same in both languages.
pub(super) fn untranslated(pair: &Pair<'_>, found: &mut Vec<Finding>) {
    if pair.locales().0.as_str().split('-').next() == pair.locales().1.as_str().split('-').next() {
        return;
    }
    // Hardly any two sentences are alike even by their marks, which are taken without a copy of a word. Of many, some
    // begin with the same few letters.
    let letters = if pair.there.iter().any(|unit| unit.words.text.len() > LONG) { MARKED } else { FIRST };
    let mut there: Vec<(u64, &str)> = Vec::with_capacity(16);
    for unit in pair.there {
        let text = unit.words.text.as_str();
        each_sentence(text, |range| there.push((mark(&text[range.clone()], letters), &text[range])));
    }
    let mut original: Option<HashSet<String>> = None;
    for unit in pair.here {
        let text = unit.words.text.as_str();
        each_sentence(text, |range| {
            let sentence = &text[range.clone()];
            let first = mark(sentence, letters);
            let is_alike = |other: &str| mark(other, MARKED) == mark(sentence, MARKED);
            let may_be_alike =
                first != NO_WORDS && there.iter().any(|(known, other)| *known == first && is_alike(other));
            if !may_be_alike || !is_own(unit, &range) {
                return;
            }
            let original = original.get_or_insert_with(|| own_sentences(pair.there));
            if !original.contains(&folded(sentence)) || has_names_only(sentence, pair.sides.0.voice) {
                return;
            }
            let mut finding = pair.finding(&codes::PARITY_UNTRANSLATED, unit.words.span(&range), None);
            finding.said = finding.said.with("words", shortened(sentence, LONGEST));
            found.push(finding);
        });
    }
}

/// The sentences of some texts that have enough words of their own language.
fn own_sentences(units: &[Unit<'_>]) -> HashSet<String> {
    let mut own = HashSet::new();
    for unit in units {
        each_sentence(&unit.words.text, |range| {
            if is_own(unit, &range) {
                own.insert(folded(&unit.words.text[range]));
            }
        });
    }
    own
}

/// Whether a sentence has enough words of its own language.
fn is_own(unit: &Unit<'_>, range: &Range<usize>) -> bool {
    let text = unit.words.text.as_str();
    let is_headline = !matches!(unit.kind, Some(kind) if !matches!(kind, BlockKind::Heading(_)));
    let own: Vec<&str> =
        words(text, range).filter(|word| !unit.words.is_foreign(word)).map(|word| &text[word]).collect();
    own.len() >= WORDS && (is_headline || !is_name(&own))
}

/// Whether words are a name: every longer one begins with a capital. Headlines may be written so too.
fn is_name(words: &[&str]) -> bool {
    let mut longer = words.iter().filter(|word| word.chars().nth(3).is_some());
    longer.all(|word| word.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase))
}

/// The words with letters in a stretch of a text, without the marks around them.
fn words<'a>(text: &'a str, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let is_mark = |letter: char| !letter.is_alphanumeric();
    let parts = text[range.clone()].split_inclusive(char::is_whitespace);
    let parts = parts.scan(range.start, |at, part| {
        let start = *at;
        *at += part.len();
        Some((start, part))
    });
    parts.filter_map(move |(start, part)| {
        let at = start + (part.len() - part.trim_start_matches(is_mark).len());
        let word = part.trim_matches(is_mark);
        word.chars().any(char::is_alphabetic).then(|| at..at + word.len())
    })
}

/// The mark of what has neither letters nor figures.
const NO_WORDS: u64 = NOTHING;

/// How many letters and figures of a sentence make its mark: hardly any two sentences of two languages begin
/// with so many that are the same.
const MARKED: usize = 12;

/// How many of them are looked at first: most sentences begin with other ones.
const FIRST: usize = 4;

/// A text of more bytes has so many sentences that all their marked letters are looked at first.
const LONG: usize = 8 * 1024;

/// Hands on the sentences of a text: up to a full stop before a space, or the end of a line.
fn each_sentence(text: &str, mut tell: impl FnMut(Range<usize>)) {
    let mut start = 0;
    for at in may_end(text) {
        let Some(letter) = text[at..].chars().next() else { break };
        let end = at + letter.len_utf8();
        let is_end = match letter {
            '\n' => true,
            '.' | '!' | '?' | '…' | '؟' | '。' | '।' => {
                text[end..].chars().next().is_none_or(char::is_whitespace)
            }
            _ => false,
        };
        if is_end {
            tell(trimmed(text, start..end));
            start = end;
        }
    }
    tell(trimmed(text, start..text.len()));
}

/// Where a sentence may end: the signs of ASCII that end one, the ends of lines, every letter of three bytes or
/// more, and the Arabic ones.
fn may_end(text: &str) -> impl Iterator<Item = usize> {
    places(text, |block, flags| {
        for (flag, byte) in flags.iter_mut().zip(block) {
            let is_sign = (*byte == b'.') | (*byte == b'!') | (*byte == b'?') | (*byte == b'\n');
            *flag = u8::from(is_sign | (*byte >= 0xd8));
        }
    })
}

/// What tells nearly every sentence from every other: so many of its first letters and figures. It is the same
/// for those that are the same by their words alone ([`folded`]).
fn mark(sentence: &str, letters: usize) -> u64 {
    let (mut mark, mut left) = (NO_WORDS, letters);
    for (at, byte) in sentence.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() {
            mark = hashed(mark, byte);
            left -= 1;
            if left == 0 {
                break;
            }
        } else if !byte.is_ascii() {
            let letters = sentence[at..].chars().filter(|letter| letter.is_alphanumeric());
            return letters.take(left).fold(mark, hashed);
        }
    }
    mark
}

#[inline]
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    // Most sentences have a space before them and none behind.
    let own = &text.as_bytes()[range.clone()];
    let range = range.start + usize::from(own.first() == Some(&b' '))..range.end;
    let own = &text.as_bytes()[range.clone()];
    if own.first().zip(own.last()).is_some_and(|(first, last)| first.is_ascii_graphic() && last.is_ascii_graphic()) {
        return range;
    }
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..(start + part.trim().len())
}

/// A sentence by its words alone.
fn folded(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether hardly a word is left without the names of the register.
fn has_names_only(text: &str, voice: &Messages) -> bool {
    let mut rest = text.to_owned();
    for term in voice.entries().filter(|entry| entry.kind == EntryKind::Term) {
        let name = voice.resolve(&format!("{{ -{} }}", term.id), Arguments::NONE).unwrap_or_default().text();
        if name.chars().nth(1).is_some() {
            rest = rest.replace(&name, " ");
        }
    }
    words(&rest, &(0..rest.len())).count() < WORDS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sentences_end_at_stops_and_lines_and_figures_do_not_end_them() {
        let text = "Rp1.000 was paid. Why?\nNobody knows … yes";
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["Rp1.000 was paid.", "Why?", "", "Nobody knows …", "yes"]);
        assert_eq!(folded(" “One,  two” — (three)."), "One two three");
        let marks = ["(One two", " One,  “two”", "One three", " — "].map(|sentence| mark(sentence, MARKED));
        assert!(marks[0] == marks[1] && marks[0] != marks[2] && marks[3] == NO_WORDS);
    }

    fn sentences(text: &str) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        each_sentence(text, |range| sentences.push(range));
        sentences
    }

    /// The ends of sentences, letter by letter.
    fn slowly(text: &str) -> Vec<Range<usize>> {
        let (mut found, mut start) = (Vec::new(), 0);
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            let is_stop = matches!(letter, '.' | '!' | '?' | '…' | '؟' | '。' | '।');
            if letter == '\n' || is_stop && text[end..].chars().next().is_none_or(char::is_whitespace) {
                found.push(trimmed(text, start..end));
                start = end;
            }
        }
        found.push(trimmed(text, start..text.len()));
        found
    }

    proptest! {
        #[test]
        fn sentences_are_those_that_are_found_letter_by_letter_and_the_same_words_have_the_same_mark(
            text in "[ab1Éé .!?…؟。।\n“”\u{a0},߿]{0,60}",
            words in proptest::collection::vec("[a-cé1]{1,9}", 0..8),
        ) {
            prop_assert_eq!(sentences(&text), slowly(&text), "{:?}", text);
            let (one, other) = (words.join(" "), words.join(", “"));
            prop_assert_eq!(folded(&one), folded(&other));
            for letters in [FIRST, MARKED] {
                prop_assert_eq!(mark(&one, letters), mark(&other, letters), "{:?}", words);
            }
        }
    }
}
