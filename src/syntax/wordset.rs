//! Whether a word may be among some words: asked of every word of every text, and answered without a look at
//! the words themselves.
//!
//! In: the words that mean something to who asks. Out: "surely not" or "perhaps", letters large or small.
//! Nine words of ten mean nothing to any reader of values, names or function words; for those this is all
//! the work there is.

use std::hash::{BuildHasherDefault, Hasher};

/// Bits by the first two letters, the last one and the length. Two kilobytes, so that it stays at hand.
#[derive(Debug, Clone)]
pub struct WordSet([u64; 256]);

impl Default for WordSet {
    fn default() -> WordSet {
        WordSet([0; 256])
    }
}

impl WordSet {
    /// Takes in a word.
    pub fn add(&mut self, word: &str) {
        if let Some((at, bit)) = WordSet::place(word.as_bytes()) {
            self.0[at] |= bit;
        }
    }

    /// Whether a word may be one of these, whatever the case of its ASCII letters. What is not ASCII is to be
    /// asked in the form in which it was taken in.
    pub fn may_have(&self, word: &str) -> bool {
        WordSet::place(word.as_bytes()).is_some_and(|(at, bit)| self.0[at] & bit != 0)
    }

    fn place(word: &[u8]) -> Option<(usize, u64)> {
        // A bit of an ASCII letter is its case.
        let letter = |byte: &u8| usize::from(byte | 0x20);
        let (first, last) = (word.first().map(letter)?, word.last().map_or(0, letter));
        let second = word.get(1).map_or(0, letter);
        let place = (first * 67 + second * 31 + last * 193 + word.len() * 977) % (256 * 64);
        Some((place / 64, 1 << (place % 64)))
    }
}

impl<'a> FromIterator<&'a str> for WordSet {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> WordSet {
        let mut set = WordSet::default();
        words.into_iter().for_each(|word| set.add(word));
        set
    }
}

/// Whether a byte is a letter or a figure of ASCII. A table, because every byte of every text is asked.
const PLAIN: [bool; 256] = {
    let (mut plain, mut byte) = ([false; 256], 0);
    while byte < 128 {
        plain[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

/// How many letters and figures of ASCII a text begins with.
pub fn plain_run(text: &[u8]) -> usize {
    text.iter().position(|byte| !PLAIN[usize::from(*byte)]).unwrap_or(text.len())
}

/// Hashes of short words and small numbers, FNV-1a: a third of the time of a hash that withstands an enemy,
/// and the names of a house are none.
pub type Quick = BuildHasherDefault<Fnv>;

/// A hash on the way.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn take(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x100_0000_01b3);
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.take((*byte).into()));
    }

    fn write_u32(&mut self, value: u32) {
        self.take(value.into());
    }

    fn finish(&self) -> u64 {
        // A table asks the upper bits too.
        self.0 ^ self.0.rotate_left(32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_in_is_had_in_any_case_and_most_other_words_are_not() {
        let words = ["Bali", "nya", "ke", "é", "a"];
        let set: WordSet = words.into_iter().collect();
        assert!(words.into_iter().all(|word| set.may_have(word)));
        assert!(set.may_have("bali") && set.may_have("NYA") && !set.may_have(""));
        let others = ["the", "conference", "dan", "yang", "minister", "digital"];
        assert!(others.into_iter().filter(|word| set.may_have(word)).count() < 2);
    }
}
