//! The words of a text and what stands between them.

use std::borrow::Cow;
use std::ops::Range;

use icu::normalizer::ComposingNormalizerBorrowed;

use crate::syntax::wordset::{Stretches, plain_run, stretches, stretches_from};

/// A word: letters and figures.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// Where the word before ended.
    before: usize,
    /// Whether all of it is ASCII.
    pub(super) is_ascii: bool,
}

impl Word {
    /// A word of ASCII, without what stands before it.
    pub(super) fn plain(range: Range<usize>) -> Word {
        Word { before: range.start, range, is_ascii: true }
    }

    /// What stands between it and the word before, in the text that it is a word of.
    pub(super) fn gap<'t>(&self, text: &'t str) -> &'t str {
        &text[self.before..self.range.start]
    }
}

/// The words of a text on the way. To go back to a word, keep a clone: it is a few numbers.
#[derive(Debug, Clone)]
pub(super) struct Words<'t> {
    text: &'t str,
    stretches: Stretches<'t>,
    /// What is still to be read of a stretch that is not ASCII throughout.
    mixed: Range<usize>,
    /// Where the last word ended.
    end: usize,
    /// Whether the last word may go on.
    is_open: bool,
}

/// The words of a text, in order. Scripts that write without spaces have a word for each letter.
pub(super) fn words(text: &str) -> Words<'_> {
    Words { text, stretches: stretches(text), mixed: 0..0, end: 0, is_open: false }
}

/// The words of a text from one of its stretches on that is not ASCII throughout.
pub(super) fn words_from(text: &str, stretch: Range<usize>) -> Words<'_> {
    let (start, behind) = (stretch.start, stretches_from(text, stretch.end));
    Words { text, stretches: behind, mixed: stretch, end: start, is_open: false }
}

/// The words of a text behind a word that ends at this byte, and is ASCII throughout.
pub(super) fn words_behind(text: &str, end: usize) -> Words<'_> {
    Words { text, stretches: stretches_from(text, end), mixed: 0..0, end, is_open: false }
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        loop {
            if !self.mixed.is_empty() {
                match self.mixed_word() {
                    Some(word) => return Some(word),
                    None => continue,
                }
            }
            let stretch = self.stretches.next()?;
            if stretch.is_ascii {
                let before = std::mem::replace(&mut self.end, stretch.range.end);
                return Some(Word { range: stretch.range, before, is_ascii: true });
            }
            (self.mixed, self.is_open) = (stretch.range, false);
        }
    }
}

impl Words<'_> {
    /// The next word of a stretch that is not ASCII throughout; none where there is no letter left.
    fn mixed_word(&mut self) -> Option<Word> {
        let mut word: Option<Word> = None;
        while !self.mixed.is_empty() {
            let at = self.mixed.start;
            let run = plain_run(&self.text.as_bytes()[self.mixed.clone()]);
            let (after, is_alone) = if run > 0 {
                (at + run, false)
            } else {
                let Some(letter) = self.text[at..].chars().next() else { break };
                let after = at + letter.len_utf8();
                if !is_letter(letter) {
                    // What only says where a word may be broken, or that it may not, does not end it.
                    (self.mixed.start, self.is_open) = (after, self.is_open && is_unseen(letter));
                    continue;
                }
                (after, is_unspaced(letter))
            };
            match &mut word {
                Some(word) if self.is_open && !is_alone => (word.range.end, word.is_ascii) = (after, false),
                Some(_) => return word,
                None => word = Some(Word { range: at..after, before: self.end, is_ascii: run > 0 }),
            }
            (self.mixed.start, self.end, self.is_open) = (after, after, !is_alone);
        }
        word
    }
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

/// The same, written into `room` where it is not the word itself.
pub(super) fn small_in<'w>(word: &Word, text: &'w str, room: &'w mut String) -> &'w str {
    let written = &text[word.range.clone()];
    if !word.is_ascii {
        *room = small(written).into_owned();
        return room;
    }
    if !written.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return written;
    }
    room.clear();
    room.push_str(written);
    room.make_ascii_lowercase();
    room
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
