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
#[derive(Debug, Clone, Copy)]
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
        stretches(text).for_each(|stretch| {
            let own = &bytes[stretch.range.clone()];
            let kinds = if stretch.is_ascii { self.kinds_of(own) } else { MIXED };
            if kinds != 0 {
                may_hold_figures |= kinds == MIXED && self.may_be_value(own);
                words.push(Caught { start: stretch.range.start as u32, end: stretch.range.end as u32, kinds });
            }
        });
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
