//! What a search finds an edition by: the stems of its words, each with its weight.
//!
//! In: a canonical text and its language. Out: [`Terms`], sorted, as bytes: a site has hundreds for each
//! edition, and they are kept between builds so that an index is made again without reading a body.

use std::borrow::Cow;
use std::sync::Arc;

use super::canonical::CanonicalText;
use super::memo::Encoded;
use crate::locale::Locale;
use crate::locale::stem::{self, Stemming};

/// The number of the definition: it changes if ever the same text gives other terms.
pub const FORM: u32 = 1;

/// How much it says of an edition that a term is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Once in the body.
    Once,
    /// Twice or three times.
    Twice,
    /// More often.
    Often,
    /// In the summary.
    Summary,
    /// In the title.
    Title,
}

impl Weight {
    /// All of them, the least first.
    pub const ALL: [Weight; 5] = [Weight::Once, Weight::Twice, Weight::Often, Weight::Summary, Weight::Title];

    fn of_count(count: u16) -> Weight {
        match count {
            0 | 1 => Weight::Once,
            2 | 3 => Weight::Twice,
            _ => Weight::Often,
        }
    }
}

/// The terms of an edition.
///
/// For each, in the order of their bytes: how many bytes it shares with the one before, how many more it has,
/// these, its weight.
#[derive(Debug, Clone)]
pub struct Terms(Encoded<()>);

impl Terms {
    /// The terms of a text.
    pub fn of(text: &CanonicalText, locale: &Locale) -> Terms {
        let stemming = Stemming::of(locale);
        let (letters, ends) = spelled(text);
        let words = counted(&letters, &ends).into_iter();
        let stems = words.map(|word| (stemming.stem(word.word), word.count, word.front));
        let mut stems: Vec<(Cow<'_, str>, u16, Option<Weight>)> = stems.collect();
        stems.sort_unstable();
        stems.dedup_by(|next, first| {
            let is_same = next.0 == first.0;
            if is_same {
                first.1 = first.1.saturating_add(next.1);
                first.2 = first.2.max(next.2);
            }
            is_same
        });
        let mut bytes = Vec::with_capacity(stems.len() * 6);
        let mut last: &str = "";
        for (term, count, front) in &stems {
            let shared = last.bytes().zip(term.bytes()).take_while(|(one, other)| one == other).count();
            let own = &term.as_bytes()[shared..];
            // A word has at most forty letters, of at most four bytes.
            bytes.extend([shared as u8, own.len() as u8]);
            bytes.extend(own);
            bytes.push(front.unwrap_or(Weight::of_count(*count)) as u8);
            last = term;
        }
        Terms::kept(&Arc::new(bytes))
    }

    fn kept(bytes: &Arc<Vec<u8>>) -> Terms {
        let empty = || unreachable!("all of its bytes are within it");
        Terms(Encoded::within(bytes, 0..bytes.len()).unwrap_or_else(empty))
    }

    /// The same again from the bytes that [`Terms::bytes`] gave.
    pub fn of_bytes(bytes: Encoded<()>) -> Terms {
        Terms(bytes)
    }

    /// Its bytes, to be kept.
    pub fn bytes(&self) -> &[u8] {
        self.0.bytes()
    }

    /// Gives each term with its weight, sorted by bytes. What is no term ends it.
    pub fn each(&self, mut each: impl FnMut(&[u8], Weight)) {
        let (mut term, mut rest) = (Vec::new(), self.bytes());
        while let [shared, length, more @ ..] = rest {
            let Some((own, more)) = more.split_at_checked(usize::from(*length)) else { return };
            let Some((weight, more)) = more.split_first() else { return };
            let Some(weight) = Weight::ALL.get(usize::from(*weight)) else { return };
            term.truncate(usize::from(*shared));
            term.extend(own);
            each(&term, *weight);
            rest = more;
        }
    }
}

/// A word with how often it stands in the body, and where else.
#[derive(Debug, Clone, Copy)]
struct Counted<'a> {
    word: &'a str,
    count: u16,
    front: Option<Weight>,
}

/// The words of a text one after another, each with where it ends and where it stands if that is not the body.
fn spelled(text: &CanonicalText) -> (String, Vec<(usize, Option<Weight>)>) {
    let (mut letters, mut ends) = (String::new(), Vec::new());
    for part in &text.parts {
        let front = match part.name.as_str() {
            "title" => Some(Weight::Title),
            "summary" => Some(Weight::Summary),
            _ => None,
        };
        stem::words(&stem::folded(&part.text), |word| {
            letters.push_str(word);
            ends.push((letters.len(), front));
        });
    }
    (letters, ends)
}

/// Each word once, sorted.
fn counted<'a>(letters: &'a str, ends: &[(usize, Option<Weight>)]) -> Vec<Counted<'a>> {
    let starts = std::iter::once(0).chain(ends.iter().map(|(end, _)| *end));
    let words = starts.zip(ends).map(|(start, (end, front))| (&letters[start..*end], *front));
    let words = words.map(|(word, front)| Counted { word, count: u16::from(front.is_none()), front });
    let mut words: Vec<Counted<'a>> = words.collect();
    words.sort_unstable_by_key(|word| word.word);
    words.dedup_by(|next, first| {
        let is_same = next.word == first.word;
        if is_same {
            first.count = first.count.saturating_add(next.count);
            first.front = first.front.max(next.front);
        }
        is_same
    });
    words
}
