//! The words that a value may begin with: most words of a text are none of them, and are passed.

use std::collections::HashMap;

use crate::syntax::wordset::{Quick, WordSet};

/// These words, to be asked for in any case of their ASCII letters.
#[derive(Debug, Default)]
pub(super) struct Starters {
    /// Their places, to be asked together with those of other words.
    pub(super) set: WordSet,
    /// The words of each place.
    words: HashMap<u32, Vec<Box<str>>, Quick>,
}

impl Starters {
    /// Whether a word is one of these. What is not ASCII is to be asked in small letters.
    pub(super) fn have(&self, word: &str) -> bool {
        let alike = place(word).and_then(|place| self.words.get(&place));
        alike.is_some_and(|alike| alike.iter().any(|known| known.eq_ignore_ascii_case(word)))
    }
}

fn place(word: &str) -> Option<u32> {
    WordSet::place(word.as_bytes()).map(|place| place as u32)
}

impl FromIterator<Box<str>> for Starters {
    fn from_iter<I: IntoIterator<Item = Box<str>>>(words: I) -> Starters {
        let mut starters = Starters::default();
        for word in words {
            starters.set.add(&word);
            if let Some(place) = place(&word) {
                starters.words.entry(place).or_default().push(word);
            }
        }
        starters
    }
}
