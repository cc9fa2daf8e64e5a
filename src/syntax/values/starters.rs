//! The words that a value may begin with: most words of a text are none of them, and are passed.

use std::collections::HashSet;

use crate::syntax::wordset::{Quick, WordSet};

/// These words, to be asked for in any case of their ASCII letters.
#[derive(Debug, Default)]
pub(super) struct Starters {
    /// Their places, to be asked together with those of other words.
    pub(super) set: WordSet,
    /// The words that are short enough to be one number: nearly all.
    short: HashSet<u128, Quick>,
    /// The others.
    long: Vec<Box<str>>,
}

impl Starters {
    /// Whether a word is one of these. What is not ASCII is to be asked in small letters.
    pub(super) fn have(&self, word: &str) -> bool {
        match number(word) {
            Some(number) => self.short.contains(&number),
            None => self.long.iter().any(|known| known.eq_ignore_ascii_case(word)),
        }
    }
}

/// The bytes of a word with its ASCII letters in small ones, as one number; none where they are too many. No word has a
/// nought.
fn number(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    Some(u128::from_le_bytes(bytes))
}

impl FromIterator<Box<str>> for Starters {
    fn from_iter<I: IntoIterator<Item = Box<str>>>(words: I) -> Starters {
        let mut starters = Starters::default();
        for word in words {
            starters.set.add(&word);
            match number(&word) {
                // Nothing begins with no letters.
                Some(0) => {}
                Some(number) => drop(starters.short.insert(number)),
                None => starters.long.push(word),
            }
        }
        starters
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_had_that_are_among_these_letter_by_letter(
            known in prop::collection::vec("[a-cA-Cé]{0,20}", 0..20),
            others in prop::collection::vec("[a-cA-Cé]{0,20}", 0..20),
        ) {
            let starters: Starters = known.iter().map(|word| word.clone().into_boxed_str()).collect();
            let turned = known.iter().map(|word| word.to_ascii_uppercase());
            for word in turned.chain(others).chain(known.iter().cloned()) {
                let is_known = !word.is_empty() && known.iter().any(|known| known.eq_ignore_ascii_case(&word));
                prop_assert_eq!(starters.have(&word), is_known, "{}", word);
            }
        }
    }
}
