//! The words of a text and what stands between them.

use std::borrow::Cow;
use std::ops::Range;

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
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut end = 0;
    let mut is_open = false;
    for (at, letter) in text.char_indices() {
        let after = at + letter.len_utf8();
        if !is_letter(letter) {
            is_open = false;
            continue;
        }
        let is_alone = is_unspaced(letter);
        match words.last_mut().filter(|_| is_open && !is_alone) {
            Some(word) => word.range.end = after,
            None => words.push(Word { range: at..after, gap: &text[end..at] }),
        }
        end = after;
        is_open = !is_alone;
    }
    words
}

/// Whether a text has any word.
pub fn has_words(text: &str) -> bool {
    text.chars().any(is_letter)
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
            '\u{ad}' | '\u{200b}' | '\u{2060}' => {}
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
