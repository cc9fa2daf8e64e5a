//! The words of a text and what stands between them.

use std::borrow::Cow;
use std::ops::Range;

use icu::normalizer::ComposingNormalizerBorrowed;

use crate::syntax::wordset::plain_run;

/// A word: letters and figures.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// What stands between it and the word before.
    pub(super) gap: &'t str,
}

/// The words of a text, in order. Scripts that write without spaces have a word for each letter.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let bytes = text.as_bytes();
    let mut words: Vec<Word<'_>> = Vec::with_capacity(text.len() / 6);
    let (mut at, mut end, mut is_open) = (0, 0, false);
    while let Some(byte) = bytes.get(at) {
        let run = plain_run(&bytes[at..]);
        // Most of a text are runs of ASCII letters, with a space between.
        let (after, is_alone) = if run > 0 {
            (at + run, false)
        } else if byte.is_ascii() {
            (at, is_open) = (at + 1, false);
            continue;
        } else {
            let Some(letter) = text[at..].chars().next() else { break };
            let after = at + letter.len_utf8();
            if !is_letter(letter) {
                // What only says where a word may be broken, or that it may not, does not end it.
                (at, is_open) = (after, is_open && is_unseen(letter));
                continue;
            }
            (after, is_unspaced(letter))
        };
        match words.last_mut().filter(|_| is_open && !is_alone) {
            Some(word) => word.range.end = after,
            None => words.push(Word { range: at..after, gap: &text[end..at] }),
        }
        (at, end, is_open) = (after, after, !is_alone);
    }
    words
}

/// Whether a text has any word.
pub fn has_words(text: &str) -> bool {
    text.chars().any(is_letter)
}

/// A word by its letters: composed, as most systems write them and some do not, and without what is not seen.
pub(super) fn folded_word(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    if !word.contains(is_unseen) {
        return nfc.normalize(word);
    }
    let seen: String = word.chars().filter(|letter| !is_unseen(*letter)).collect();
    Cow::Owned(nfc.normalize(&seen).into_owned())
}

/// A word in small letters, folded.
pub(super) fn small(word: &str) -> Cow<'_, str> {
    match folded_word(word) {
        Cow::Borrowed(word) if word.is_ascii() && !word.bytes().any(|byte| byte.is_ascii_uppercase()) => {
            Cow::Borrowed(word)
        }
        word => Cow::Owned(word.to_lowercase()),
    }
}

/// The byte at which so many letters at the end of a word begin.
pub(super) fn start_of_last(word: &str, letters: usize) -> Option<usize> {
    let seen = word.char_indices().rev().filter(|(_, letter)| !is_unseen(*letter));
    seen.map(|(at, _)| at).nth(letters.checked_sub(1)?)
}

/// The soft hyphen, and spaces and joiners of no width.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}')
}

/// Thai, Lao, Burmese, Khmer, Japanese, Chinese.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// What stands between two words, by what it means: white space is one space, every apostrophe and every
/// hyphen are one. A line feed stays, and so is in no name.
pub(super) fn folded_gap(gap: &str) -> Cow<'_, str> {
    if matches!(gap, " " | "" | "-" | "'") {
        return Cow::Borrowed(gap);
    }
    let mut folded = String::new();
    for letter in gap.chars() {
        match letter {
            '\n' => folded.push('\n'),
            unseen if is_unseen(unseen) => {}
            space if space.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            '’' | '‘' | 'ʼ' | '`' | '\'' => folded.push('\''),
            '-' | '‐' | '‑' => folded.push('-'),
            other => folded.push(other),
        }
    }
    Cow::Owned(folded)
}
