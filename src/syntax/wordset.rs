//! Whether a word may be among some words: asked of every word of every text, and answered without a look at
//! the words themselves.
//!
//! In: the words that mean something to who asks. Out: "surely not" or "perhaps", letters large or small.
//! Nine words of ten mean nothing to any reader of values, names or function words; for those this is all
//! the work there is.

use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::blocks::{BLOCK, bits, block_of};

/// How many places a set has for words.
pub const PLACES: usize = 1 << 14;

/// Bits by the first three letters, the last one and the length. Two kilobytes, so that it stays at hand.
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
        if let Some(place) = WordSet::place(word.as_bytes()) {
            self.0[place / 64] |= 1 << (place % 64);
        }
    }

    /// The places of all words that were taken in.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        (0..PLACES).filter(|place| self.0[place / 64] >> (place % 64) & 1 == 1)
    }

    /// As if every word were one of these.
    #[cfg(test)]
    pub fn of_all() -> WordSet {
        WordSet([u64::MAX; 256])
    }

    /// Whether a word may be one of these, whatever the case of its ASCII letters. What is not ASCII is to be
    /// asked in the form in which it was taken in.
    #[inline]
    pub fn may_have(&self, word: &str) -> bool {
        self.may_have_bytes(word.as_bytes())
    }

    /// The same for the bytes of a word, which need not be whole letters.
    #[inline]
    pub fn may_have_bytes(&self, word: &[u8]) -> bool {
        WordSet::place(word).is_some_and(|place| self.0[place / 64] >> (place % 64) & 1 == 1)
    }

    /// Which of the [`PLACES`] a word has, whatever the case of its ASCII letters; none where it is empty.
    #[inline]
    pub fn place(word: &[u8]) -> Option<usize> {
        let last = *word.last()?;
        let letters = match *word {
            [first, second, third, ..] => [first, second, third, last],
            [first, ..] => [first, 0, 0, last],
            [] => return None,
        };
        // A bit of an ASCII letter is its case.
        let letters = u32::from_le_bytes(letters) | 0x2020_2020;
        // Odd numbers that spread well: the upper bits depend on every letter. Function words are so frequent
        // that a poor spread makes one of a hundred of them look like a number.
        let mixed = (letters ^ (word.len() as u32).wrapping_mul(0x85eb_ca6b)).wrapping_mul(0x9e37_79b1);
        Some((mixed >> (32 - PLACES.ilog2())) as usize)
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

/// The stretches of a text without a sign or white space of ASCII, in order: a word of ASCII is one, and what
/// has other letters or signs is for who asks to part further.
///
/// A text is looked at in blocks of 64 bytes without a branch, which takes less than half of the time of a walk
/// by letters: the end of a word is what a processor guesses worst.
#[derive(Debug, Clone)]
pub struct Stretches<'t> {
    text: &'t [u8],
    /// Where the block begins that is looked at.
    block: usize,
    /// Where the next one does.
    next: usize,
    /// Where in the block a stretch begins or ends, as bits.
    edges: u64,
    /// Whether the block's last byte is in a stretch.
    is_inside: bool,
    /// Whether all of the block is ASCII.
    is_ascii: bool,
}

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether it is a word: ASCII throughout.
    pub is_ascii: bool,
}

/// The stretches of a text.
pub fn stretches(text: &str) -> Stretches<'_> {
    stretches_from(text, 0)
}

/// The stretches of a text that begin at a byte or behind it; none may go on there. Nothing is looked at before the
/// first one is asked for.
pub fn stretches_from(text: &str, start: usize) -> Stretches<'_> {
    let text = text.as_bytes();
    Stretches { text, block: start, next: start, edges: 0, is_inside: false, is_ascii: false }
}

/// The letters and figures of ASCII in a block, as bits, and with them whatever is not ASCII where that is wanted.
fn marks(block: &[u8; BLOCK], with_others: bool) -> u64 {
    let mut flags = [0_u8; BLOCK];
    for (flag, byte) in flags.iter_mut().zip(block) {
        let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
        let is_figure = byte.wrapping_sub(b'0') < 10;
        *flag = u8::from(is_letter) | u8::from(is_figure) | byte >> 7 & u8::from(with_others);
    }
    bits(&flags)
}

/// The bytes of a block that are in stretches, as bits, and whether all of it is ASCII. By itself, so that a walk
/// keeps its numbers in registers.
#[inline(never)]
fn look(text: &[u8], start: usize) -> (u64, bool) {
    let block = block_of(text, start);
    (marks(&block, true), block.is_ascii())
}

/// Whether all of a stretch is ASCII. By itself, for the same reason: few stretches are asked.
#[inline(never)]
fn is_ascii_throughout(stretch: &[u8]) -> bool {
    stretch.is_ascii()
}

/// The bytes of a text that stand right behind no letter or figure of ASCII, in order: nearly all of them begin a word.
pub fn openings(text: &str) -> impl Iterator<Item = usize> {
    let text = text.as_bytes();
    let (mut block, mut next, mut bits, mut is_inside) = (0, 0, 0, false);
    std::iter::from_fn(move || {
        while bits == 0 {
            if next >= text.len() {
                return None;
            }
            let marks = marks(&block_of(text, next), false);
            bits = !(marks << 1 | u64::from(is_inside));
            is_inside = marks >> (BLOCK - 1) == 1;
            (block, next) = (next, next + BLOCK);
        }
        let at = block + bits.trailing_zeros() as usize;
        bits &= bits - 1;
        (at < text.len()).then_some(at)
    })
}

impl Stretches<'_> {
    /// Goes on to the next block; false where there is none.
    #[inline]
    fn advance(&mut self) -> bool {
        if self.next >= self.text.len() {
            return false;
        }
        (self.block, self.next) = (self.next, self.next + BLOCK);
        let (marks, is_ascii) = look(self.text, self.block);
        self.is_ascii = is_ascii;
        self.edges = marks ^ (marks << 1 | u64::from(self.is_inside));
        self.is_inside = marks >> (BLOCK - 1) == 1;
        true
    }

    #[inline]
    fn edge(&mut self) -> Option<usize> {
        while self.edges == 0 {
            if !self.advance() {
                return None;
            }
        }
        let at = self.block + self.edges.trailing_zeros() as usize;
        self.edges &= self.edges - 1;
        Some(at)
    }
}

impl Iterator for Stretches<'_> {
    type Item = Stretch;

    #[inline]
    fn next(&mut self) -> Option<Stretch> {
        let start = self.edge()?;
        let (block, is_ascii) = (self.block, self.is_ascii);
        // Behind a stretch that ends a text of whole blocks there is no edge.
        let range = start..self.edge().unwrap_or(self.text.len());
        let is_ascii = is_ascii && block == self.block || is_ascii_throughout(&self.text[range.clone()]);
        Some(Stretch { range, is_ascii })
    }

    // Every word of every text comes by here, block by block: half of the time that it takes to ask for each.
    #[inline]
    fn fold<A, F: FnMut(A, Stretch) -> A>(mut self, init: A, mut take: F) -> A {
        // Where a stretch began that goes on behind its block.
        let (mut all, mut open) = (init, None);
        loop {
            let (mut edges, block) = (self.edges, self.block);
            let mut next = || {
                let at = (edges != 0).then(|| block + edges.trailing_zeros() as usize)?;
                edges &= edges - 1;
                Some(at)
            };
            while let Some(at) = next() {
                let (start, is_here) = open.take().map_or((at, true), |start| (start, false));
                let Some(end) = (if is_here { next() } else { Some(at) }) else {
                    open = Some(start);
                    break;
                };
                let is_ascii = is_here && self.is_ascii || is_ascii_throughout(&self.text[start..end]);
                all = take(all, Stretch { range: start..end, is_ascii });
            }
            if !self.advance() {
                if open.is_none() {
                    return all;
                }
                // The last stretch ends with the text. It is handed on above, because what is called in one place
                // becomes part of it.
                (self.block, self.edges) = (self.text.len(), 1);
            }
        }
    }
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

    fn write_u128(&mut self, value: u128) {
        self.take(value as u64);
        self.take((value >> 64) as u64);
    }

    fn finish(&self) -> u64 {
        // A table asks the upper bits too.
        self.0 ^ self.0.rotate_left(32)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    /// The same, letter by letter.
    fn slowly(text: &str) -> Vec<Stretch> {
        let is_in = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        let places: Vec<usize> = (0..text.len()).filter(|at| is_in(&text.as_bytes()[*at])).collect();
        let stretch = |range: Range<usize>| Stretch { is_ascii: text[range.clone()].is_ascii(), range };
        places.chunk_by(|one, other| one + 1 == *other).map(|run| stretch(run[0]..run[run.len() - 1] + 1)).collect()
    }

    proptest! {
        #[test]
        fn the_stretches_of_a_text_are_those_that_are_found_letter_by_letter(
            text in "[a-c ]{0,70}([A-Z0-9@`{/:\\[é„ \u{80}\u{7f}]{0,70}|[a-z]{120,140})[x.]{0,70}",
            any in any::<String>(),
            skipped in 0_usize..20,
        ) {
            for text in [&text, &any, &"x".repeat(text.len()), &"é".repeat(text.len())] {
                prop_assert_eq!(stretches(text).collect::<Vec<_>>(), slowly(text), "{}", text);
                let mut read = stretches(text);
                let first: Vec<Stretch> = read.by_ref().take(skipped).collect();
                let all = read.fold(first, |mut all, stretch| {
                    all.push(stretch);
                    all
                });
                prop_assert_eq!(all, slowly(text), "{}", text);
                let is_opening = |at: &usize| *at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric();
                prop_assert!(openings(text).eq((0..text.len()).filter(is_opening)), "{}", text);
            }
        }
    }
}
