//! Which of some texts another one is most like, and where the two part.
//!
//! In: words. Out: a measure between 0 and 1, and the stretches that differ, with their place in the
//! text that was given. White space makes no difference.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A stretch in which two texts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The line of the given text at which it begins, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The words of the released text; empty where the given one has more.
    pub released: String,
    /// The words of the given text; empty where it lacks some.
    pub given: String,
}

/// How many words stand together when texts are compared as wholes.
const SHINGLE: usize = 3;

/// A text as the counts of its stretches of three words.
#[derive(Debug, Clone)]
pub struct Shingles {
    counts: BTreeMap<u64, u32>,
    all: u32,
}

impl Shingles {
    /// Those of a text. One of fewer than three words counts as one stretch.
    pub fn of(text: &str) -> Shingles {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut counts = BTreeMap::new();
        let stretches = words.windows(SHINGLE.min(words.len().max(1)));
        for stretch in stretches {
            *counts.entry(number(stretch)).or_insert(0) += 1;
        }
        Shingles { all: counts.values().sum(), counts }
    }

    /// How much two texts have in common, in thousandths: twice the shared stretches over all of both
    /// (Sørensen and Dice).
    pub fn likeness(&self, other: &Shingles) -> u32 {
        let shared: u64 = self
            .counts
            .iter()
            .filter_map(|(stretch, count)| other.counts.get(stretch).map(|found| u64::from(*count.min(found))))
            .sum();
        let all = u64::from(self.all) + u64::from(other.all);
        (2000 * shared).checked_div(all).map_or(0, |likeness| likeness as u32)
    }
}

fn number(words: &[&str]) -> u64 {
    let digest = blake3::hash(words.join(" ").as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&digest.as_bytes()[..8]);
    u64::from_le_bytes(first)
}

/// Where `given` parts from `released`, in order. Words that differ and stand side by side are one
/// difference.
pub fn differences(released: &str, given: &str) -> Vec<Difference> {
    let old: Vec<&str> = released.split_whitespace().collect();
    let placed = placed_words(given);
    let new: Vec<&str> = placed.iter().map(|(word, _, _)| *word).collect();
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let end = placed.last().map_or((1, 1), |(word, line, column)| (*line, column + word.chars().count()));
    let differing = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    differing
        .map(|op| {
            let (before, now) = (op.old_range(), op.new_range());
            let (line, column) = placed.get(now.start).map_or(end, |(_, line, column)| (*line, *column));
            Difference { line, column, released: old[before].join(" "), given: new[now].join(" ") }
        })
        .collect()
}

/// Each word with its line and column.
fn placed_words(text: &str) -> Vec<(&str, usize, usize)> {
    let mut words = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut column = 1;
        for (at, part) in line.split(char::is_whitespace).enumerate() {
            column += usize::from(at > 0);
            if !part.is_empty() {
                words.push((part, number + 1, column));
            }
            column += part.chars().count();
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_another_is_found_with_its_place() {
        let found = differences("Nineteen states took part.", "Nineteen\n  cities took  part.");
        let expected = Difference { line: 2, column: 3, released: "states".to_owned(), given: "cities".to_owned() };
        assert_eq!(found, [expected]);
        assert_eq!(differences("a b", " a\u{a0}b\n"), []);
        assert_eq!(
            differences("a b c", "a b")[0],
            Difference { line: 1, column: 4, released: "c".into(), given: "".into() }
        );
    }

    #[test]
    fn likeness_is_between_nothing_and_a_thousand() {
        let text = "one two three four five";
        assert_eq!(Shingles::of(text).likeness(&Shingles::of(text)), 1000);
        assert_eq!(Shingles::of(text).likeness(&Shingles::of("six seven eight")), 0);
        assert_eq!(Shingles::of("").likeness(&Shingles::of("")), 0);
    }
}
