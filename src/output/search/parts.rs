//! Which documents have a term: the index of a locale, parted by the hashes of terms.
//!
//! In: the terms of editions, sorted, as they are kept between builds. Out: for each part the terms that
//! stand in it with their documents and weights. One pass over all terms; a part's bytes are made only if
//! what stands in it is not what stood there.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Part;
use crate::diagnostic::Reported;
use crate::digest::{Digest, Hashed};
use crate::locale::stem::{self, Stemming};
use crate::locale::{DateStyle, Voice};
use crate::model::document::Card;
use crate::model::terms::{Terms, Weight};
use crate::output::desk::Desk;
use crate::output::{Artifact, Newsroom};

/// How many bytes of kept terms a part has at most on average: it comes to some 10 kB compressed.
const PART: usize = 96 * 1024;

/// How many bits of a hash tell the part at most.
const MOST_BITS: u32 = 12;

/// How many letters of a term tell its part: all that begin with as many letters stand together, so that a
/// reader can look for the beginning of a word.
const TELLING: usize = 4;

/// What a part's bytes are made of: its name, and what stands in it.
#[derive(Debug, Hash)]
struct PartInput {
    name: String,
    entries: Hashed<Vec<u8>>,
}

/// What stands in a part while documents are added, in their order: how far its number is from that of the
/// one before, the weight, the length of the term, the term.
#[derive(Default)]
struct Entries {
    last: usize,
    bytes: Vec<u8>,
}

/// The term that all documents of the collection of this number have. No word has such a sign.
pub(super) fn term_of_collection(nth: usize) -> String {
    format!("={nth}")
}

/// The number of bits that tell a term's part, and the parts with the terms of these documents.
pub(super) fn plan(newsroom: &Newsroom, desk: &Arc<Desk>, documents: &[Arc<Card>]) -> (u32, Vec<Part>) {
    let kept: Vec<Option<&Terms>> = documents.iter().map(|card| terms_of(newsroom, card)).collect();
    let length: usize = kept.iter().flatten().map(|terms| terms.bytes().len()).sum();
    let bits = bits(length);
    let mut parts: Vec<Entries> = (0..1usize << bits).map(|_| Entries::default()).collect();
    let mut besides = Besides::of(newsroom, desk);
    for (nth, (card, terms)) in documents.iter().zip(kept).enumerate() {
        let mut add = |term: &[u8], weight: Weight| parts[place(term, bits)].add(nth, term, weight);
        besides.of_card(card, |term, weight| add(term.as_bytes(), weight));
        if let Some(terms) = terms {
            terms.each(add);
        }
    }
    let part = |(nth, entries): (usize, Entries)| {
        let digest = Digest::of_bytes(&entries.bytes);
        Part::new((desk, 't', nth), digest, |route, name| {
            Artifact::new(route, PartInput { name, entries: Hashed::with_digest(entries.bytes, digest) }, bytes)
        })
    };
    (bits, parts.into_iter().enumerate().map(part).collect())
}

fn terms_of<'a>(newsroom: &'a Newsroom, card: &Card) -> Option<&'a Terms> {
    newsroom.public.document(&card.document)?.editions.get(&card.locale)?.terms.as_ref()
}

fn bits(length: usize) -> u32 {
    length.div_ceil(PART).next_power_of_two().ilog2().min(MOST_BITS)
}

/// The part in which a term stands: the first bits of a hash (FNV-1a, stirred once more) of its first letters.
/// `assets/search-folding.js` does the same.
fn place(term: &[u8], bits: u32) -> usize {
    if bits == 0 {
        return 0;
    }
    let step = |hash: u32, letter: u32| (hash ^ letter).wrapping_mul(0x0100_0193);
    const START: u32 = 0x811c_9dc5;
    let first = &term[..term.len().min(TELLING)];
    let hash = match first.is_ascii() {
        true => first.iter().fold(START, |hash, byte| step(hash, u32::from(*byte))),
        false => {
            let letters = String::from_utf8_lossy(term);
            letters.chars().take(TELLING).fold(START, |hash, letter| step(hash, u32::from(letter)))
        }
    };
    ((hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d) >> (32 - bits)) as usize
}

impl Entries {
    fn add(&mut self, document: usize, term: &[u8], weight: Weight) {
        let mut distance = document - self.last;
        self.last = document;
        while distance > 127 {
            self.bytes.push(distance as u8 | 128);
            distance >>= 7;
        }
        self.bytes.extend([distance as u8, weight as u8, term.len() as u8]);
        self.bytes.extend(term);
    }
}

/// Reads back what [`Entries::add`] wrote.
fn entries(mut bytes: &[u8]) -> Vec<(&[u8], usize, Weight)> {
    let (mut entries, mut document) = (Vec::new(), 0);
    while !bytes.is_empty() {
        let (mut distance, mut shift) = (0, 0);
        while let [byte, rest @ ..] = bytes {
            distance |= usize::from(byte & 127) << shift;
            shift += 7;
            bytes = rest;
            if byte & 128 == 0 {
                break;
            }
        }
        document += distance;
        let [weight, length, rest @ ..] = bytes else { break };
        let (term, rest) = rest.split_at(usize::from(*length).min(rest.len()));
        entries.push((term, document, Weight::ALL[usize::from(*weight).min(Weight::ALL.len() - 1)]));
        bytes = rest;
    }
    entries
}

/// What documents are found by besides their text.
struct Besides<'a> {
    newsroom: &'a Newsroom,
    desk: &'a Desk,
    stemming: Stemming,
    /// The names of states, in every language of the site, and of months.
    states: BTreeMap<String, Vec<String>>,
    months: BTreeMap<(i16, i8), Vec<String>>,
}

impl<'a> Besides<'a> {
    fn of(newsroom: &'a Newsroom, desk: &'a Desk) -> Besides<'a> {
        let (states, months) = (BTreeMap::new(), BTreeMap::new());
        Besides { newsroom, desk, stemming: Stemming::of(&desk.locale), states, months }
    }

    /// The collection, the day, the state, who spoke.
    fn of_card(&mut self, card: &Card, mut each: impl FnMut(&str, Weight)) {
        let collections = &self.newsroom.public.settings.collections;
        if let Some(nth) = collections.iter().position(|known| *known.name == *card.collection) {
            each(&term_of_collection(nth), Weight::Once);
        }
        if let Some(day) = card.day(&self.desk.zone) {
            let (desk, stemming) = (self.desk, self.stemming);
            let name = || terms(stemming, &desk.voice.formats().date(day, DateStyle::Long));
            let month = self.months.entry((day.year(), day.month())).or_insert_with(|| {
                name().into_iter().filter(|word| !word.starts_with(|letter: char| letter.is_ascii_digit())).collect()
            });
            month.iter().for_each(|term| each(term, Weight::Once));
            each(&day.year().to_string(), Weight::Once);
            each(&day.day().to_string(), Weight::Once);
        }
        if let Some(code) = &card.country {
            let (newsroom, stemming) = (self.newsroom, self.stemming);
            let names = || newsroom.desks.values().filter_map(|desk| desk.voice.country(code));
            let known = self.states.entry(code.clone());
            let state = known.or_insert_with(|| names().flat_map(|name| terms(stemming, &name)).collect());
            state.iter().for_each(|term| each(term, Weight::Summary));
        }
        if let Some(speaker) = &card.speaker {
            terms(self.stemming, speaker).iter().for_each(|term| each(term, Weight::Summary));
        }
    }
}

/// The terms of a few words.
fn terms(stemming: Stemming, text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    stem::words(&stem::folded(text), |word| terms.push(stemming.stem(word).into_owned()));
    terms
}

/// A part as text: `;term lists;term lists;`, the lists of each weight, the least first, parted by commas. A
/// list has for each document how many others stand between it and the one before, in digits of base 32, the
/// least first; all but the last of a number are 32 higher.
fn bytes(input: &PartInput) -> Reported<Vec<u8>> {
    let mut entries = entries(&input.entries);
    // The sort is stable: documents stay in order.
    entries.sort_by_key(|(one, ..)| *one);
    let mut text = String::new();
    for own in entries.chunk_by(|(one, ..), (other, ..)| one == other) {
        text.push(';');
        text.push_str(&String::from_utf8_lossy(own[0].0));
        text.push(' ');
        push_lists(&mut text, own);
    }
    text.push(';');
    super::script(&input.name, &text)
}

/// A document that has a term twice, in its text and besides, counts once, by the greater weight.
fn push_lists(text: &mut String, entries: &[(&[u8], usize, Weight)]) {
    let mut lists: [(String, usize); Weight::ALL.len()] = Default::default();
    for own in entries.chunk_by(|(_, one, _), (_, other, _)| one == other) {
        let Some((document, weight)) = own.iter().map(|(_, document, weight)| (*document, *weight)).max() else {
            continue;
        };
        let (list, next) = &mut lists[weight as usize];
        push_number(list, document - *next);
        *next = document + 1;
    }
    let used = lists.iter().rposition(|(list, _)| !list.is_empty()).map_or(0, |last| last + 1);
    let lists: Vec<&str> = lists[..used].iter().map(|(list, _)| list.as_str()).collect();
    text.push_str(&lists.join(","));
}

fn push_number(list: &mut String, mut number: usize) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    while number > 31 {
        list.push(char::from(DIGITS[32 | (number & 31)]));
        number >>= 5;
    }
    list.push(char::from(DIGITS[number]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_stands_in_the_part_in_which_the_browsers_script_looks_for_it() {
        let found = ["negara", "nega", "a", "é", "=0", "외교"].map(|term| place(term.as_bytes(), 10));
        // The same as in tests/browser/search.test.mjs.
        assert_eq!(found, [425, 425, 44, 879, 201, 268]);
        assert_eq!(place(b"negara", 0), 0);
    }

    #[test]
    fn entries_read_back_as_they_were_added() {
        let mut added = Entries::default();
        let all =
            [("a", 0, Weight::Once), ("é", 0, Weight::Title), ("b", 127, Weight::Often), ("c", 60_000, Weight::Twice)];
        all.iter().for_each(|(term, document, weight)| added.add(*document, term.as_bytes(), *weight));
        let found = entries(&added.bytes);
        assert_eq!(found, all.map(|(term, document, weight)| (term.as_bytes(), document, weight)));
    }

    #[test]
    fn a_part_has_each_document_once_by_its_greatest_weight() {
        let mut text = String::new();
        let entries: [(&[u8], usize, Weight); 4] =
            [(b"a", 2, Weight::Once), (b"a", 2, Weight::Title), (b"a", 40, Weight::Once), (b"a", 41, Weight::Once)];
        push_lists(&mut text, &entries);
        assert_eq!(text, "oBA,,,,C");
        assert_eq!((bits(0), bits(PART), bits(PART + 1), bits(usize::MAX / 2)), (0, 0, 1, MOST_BITS));
    }
}
