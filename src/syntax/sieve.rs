//! What the words of a text may be: every word is looked at once for all who look for some.
//!
//! In: the sets of words that values, names and runs of another language begin with, made into a [`Sieve`] once
//! for each language; then any text. Out: the few words that may be one of these ([`Sifted`]), for readers that
//! then look again and closely. Nine words of ten are none.

use std::ops::Range;

use super::wordset::{PLACES, WordSet, plain_run, stretches};

/// A value may begin with it.
const VALUE: u8 = 1;
/// A name may begin with it.
const NAME: u8 = 2;
/// It may be a function word of another of the site's languages.
const FOREIGN: u8 = 4;
/// It begins with a capital or a figure.
const LARGE: u8 = 8;
/// Not all of it is ASCII: it may be several words, and any of them.
const MIXED: u8 = 16;

/// How many caught words are put among the others at once.
const TOGETHER: usize = 32;

/// The sets of words of one language, to be asked together.
pub struct Sieve {
    /// Of each place in a [`WordSet`] the sets that have it.
    kinds: Box<[u8; PLACES]>,
    /// For each last letter of what may be written onto the end of a name, the last but one: a bit for each letter
    /// of the alphabet.
    ends: [u32; 32],
}

/// The words of a text that may be anything, in order.
#[derive(Debug, Default)]
pub struct Sifted {
    words: Vec<Caught>,
    /// Whether there is a figure, or what is not ASCII and may be a value.
    may_hold_figures: bool,
}

/// A word, or what is not ASCII throughout.
#[derive(Debug, Clone, Copy, Default)]
struct Caught {
    start: u32,
    end: u32,
    kinds: u8,
}

impl Sieve {
    /// A sieve for the words that values begin with, those that names begin with and what may be written onto their
    /// ends, and the function words of other languages.
    pub fn new<'a>(
        values: impl IntoIterator<Item = &'a WordSet>,
        names: Option<(&WordSet, [u32; 32])>,
        foreign: impl IntoIterator<Item = &'a WordSet>,
    ) -> Sieve {
        let mut sieve = Sieve { kinds: Box::new([0; PLACES]), ends: names.map_or([0; 32], |(_, ends)| ends) };
        values.into_iter().for_each(|words| sieve.add(VALUE, words));
        names.iter().for_each(|(words, _)| sieve.add(NAME, words));
        foreign.into_iter().for_each(|words| sieve.add(FOREIGN, words));
        sieve
    }

    fn add(&mut self, kind: u8, words: &WordSet) {
        for place in words.places() {
            self.kinds[place] |= kind;
        }
    }

    /// Takes out of a text what may be anything.
    pub fn sift(&self, text: &str) -> Sifted {
        let bytes = text.as_bytes();
        // Up to one word of three begins with a capital or may be something, and words have six letters.
        let mut words = Vec::with_capacity(text.len() / 16 + 4);
        let mut may_hold_figures = bytes.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
        // Each word is written down, and one that is nothing is written over by the next: which words are something
        // is what a processor cannot guess.
        let (mut room, mut count) = ([Caught::default(); TOGETHER], 0);
        stretches(text).for_each(|stretch| {
            let own = &bytes[stretch.range.clone()];
            let kinds = if stretch.is_ascii { self.kinds_of(own) } else { MIXED };
            may_hold_figures |= kinds == MIXED && self.may_be_value(own);
            room[count] = Caught { start: stretch.range.start as u32, end: stretch.range.end as u32, kinds };
            count += usize::from(kinds != 0);
            if count == TOGETHER {
                words.extend_from_slice(&room);
                count = 0;
            }
        });
        words.extend_from_slice(&room[..count]);
        Sifted { words, may_hold_figures }
    }

    #[inline]
    fn kinds_of(&self, word: &[u8]) -> u8 {
        let large = if word[0].is_ascii_lowercase() { 0 } else { LARGE };
        let ending = match word {
            [.., before, last] => (self.ends[usize::from(last & 0x1f)] >> (before & 0x1f)) as u8 & 1,
            _ => 0,
        };
        self.kinds[WordSet::place(word).unwrap_or_default()] | large | (ending * NAME)
    }

    /// Whether there may be a value in what is not ASCII throughout. In words between quotation marks and dashes
    /// there is one only if one of them begins it.
    #[inline(never)]
    fn may_be_value(&self, mut rest: &[u8]) -> bool {
        while let Some(first) = rest.first() {
            let length = match *rest {
                _ if first.is_ascii() => {
                    let length = plain_run(rest);
                    if self.kinds_of(&rest[..length]) & VALUE != 0 {
                        return true;
                    }
                    length
                }
                // From the hyphen (U+2010) to the hyphenation point (U+2027): nothing begins with these.
                [0xe2, 0x80, 0x90..=0xa7, ..] => 3,
                _ => return true,
            };
            rest = &rest[length..];
        }
        false
    }
}

impl Sifted {
    /// Whether a value may begin in the text with anything but one of [`Sifted::values`]: with a figure, or with
    /// what is not ASCII.
    pub fn may_hold_figures(&self) -> bool {
        self.may_hold_figures
    }

    /// The words of ASCII that a value may begin with.
    pub fn values(&self) -> impl Iterator<Item = Range<usize>> {
        let words = self.words.iter().filter(|word| word.kinds & VALUE != 0);
        words.map(|word| word.start as usize..word.end as usize)
    }

    /// The words that a name may begin with, and what is not ASCII; with whether it is.
    pub fn names(&self) -> impl Iterator<Item = (Range<usize>, bool)> {
        self.of(NAME)
    }

    /// The words that may be function words of another language, likewise.
    pub fn foreign(&self) -> impl Iterator<Item = (Range<usize>, bool)> {
        self.of(FOREIGN)
    }

    /// The words that begin with a capital or a figure, likewise.
    pub fn large(&self) -> impl Iterator<Item = (Range<usize>, bool)> {
        self.of(LARGE)
    }

    fn of(&self, kind: u8) -> impl Iterator<Item = (Range<usize>, bool)> {
        let wanted = self.words.iter().filter(move |word| word.kinds & (kind | MIXED) != 0);
        wanted.map(|word| (word.start as usize..word.end as usize, word.kinds != MIXED))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_caught_are_the_words_that_are_something_one_by_one(
            words in prop::collection::vec("[abAB]{1,3}|[a-c]{4}|é[a-c]{0,2}|[0-9]{1,2}", 0..150),
        ) {
            let set = |words: &[&str]| words.iter().copied().collect::<WordSet>();
            let (values, names, foreign) = (set(&["ab", "b"]), set(&["a", "ab", "abba"]), set(&["bb"]));
            let sieve = Sieve::new([&values], Some((&names, [0; 32])), [&foreign]);
            let text = words.join(" ");
            let one_by_one = stretches(&text).map(|stretch| {
                let own = &text.as_bytes()[stretch.range.clone()];
                (stretch.range, if stretch.is_ascii { sieve.kinds_of(own) } else { MIXED })
            });
            let one_by_one: Vec<_> = one_by_one.filter(|(_, kinds)| *kinds != 0).collect();
            let range = |word: &Caught| word.start as usize..word.end as usize;
            let caught: Vec<_> = sieve.sift(&text).words.iter().map(|word| (range(word), word.kinds)).collect();
            prop_assert_eq!(caught, one_by_one, "{}", text);
        }
    }
}
