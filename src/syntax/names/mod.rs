//! Names in running text: states, and what a house has registered.
//!
//! In: a list of names as they are written, made into a [`Matcher`] once for each language; then any text.
//! Out: where each name stands in it, shorter ones inside of longer ones too. What a name means, and which
//! of two counts, is for who asks. Never here: messages, files, diagnostics.
//!
//! A text is read by words, so that cost is linear in it and does not grow with the number of names.

pub mod states;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashMap;
use std::ops::Range;

use super::sieve::Sifted;
use super::wordset::{Quick, WordSet, plain_run};
pub use words::has_words;
use words::{Word, Words, folded_gap, folded_word, small, small_in, start_of_last, words, words_behind, words_from};

/// A name of more words is a text, and is not looked for.
const MOST_WORDS: usize = 30;

/// The gap before the first word of a name, whatever it is.
const ANY: &str = " ";

/// What Indonesian and Malay write onto the end of a word.
const CLITICS: [&str; 6] = ["nya", "lah", "kah", "pun", "ku", "mu"];

/// Many names, ready to be found. Shared by threads.
#[derive(Debug, Default)]
pub struct Matcher {
    clitics: &'static [&'static str],
    /// For each last letter of these, the last but one, a bit for each letter of the alphabet.
    clitic_ends: [u32; 32],
    words: HashMap<String, u32, Quick>,
    /// The first words of names: most words of a text are none of them, and are passed.
    first: WordSet,
    /// The names of one word, and the second words of others: "the" begins many, and stands before few.
    alone: WordSet,
    second: WordSet,
    /// All words of names, likewise.
    further: WordSet,
    gaps: HashMap<String, u32, Quick>,
    /// From a node over a gap and a word to the next.
    edges: HashMap<(u32, u32, u32), u32, Quick>,
    /// The names that end at each node.
    ends: Vec<Vec<usize>>,
    names: Vec<Written>,
}

/// A name as it is written.
#[derive(Debug)]
struct Written {
    words: Vec<String>,
    case: Case,
}

/// Which case a name may have in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// Only its own: an abbreviation, which in small letters is a word.
    Only,
    /// Its own; another is told.
    Own,
    /// Any: it has no capital.
    Any,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which of the names, by its number in the list.
    pub name: usize,
    /// Its bytes, without what is written onto its end.
    pub range: Range<usize>,
    /// Whether its capitals are those of the name; a name without any has any.
    pub is_as_written: bool,
}

impl Matcher {
    /// Makes a matcher of names in a language (`id`, `en`). A name without words is never found.
    pub fn new<'a>(language: &str, names: impl IntoIterator<Item = &'a str>) -> Matcher {
        let clitics: &[&str] = if matches!(language, "id" | "ms") { &CLITICS } else { &[] };
        let mut clitic_ends = [0; 32];
        for clitic in clitics {
            if let [.., before, last] = clitic.as_bytes() {
                clitic_ends[place(*last)] |= 1 << place(*before);
            }
        }
        let mut matcher = Matcher { clitics, clitic_ends, ends: vec![Vec::new()], ..Matcher::default() };
        matcher.gaps.insert(ANY.to_owned(), 0);
        names.into_iter().for_each(|name| matcher.add(name));
        matcher
    }

    fn add(&mut self, name: &str) {
        let read: Vec<Word> = words(name).collect();
        let written = read.iter().map(|word| folded_word(&name[word.range.clone()]).into_owned()).collect();
        if !read.is_empty() && read.len() <= MOST_WORDS {
            let mut node = 0;
            let (word, set) = match read.get(1) {
                Some(word) => (word, &mut self.second),
                None => (&read[0], &mut self.alone),
            };
            set.add(&small(&name[word.range.clone()]));
            for (at, word) in read.iter().enumerate() {
                let gap = if at == 0 { ANY } else { word.gap(name) };
                node = self.edge(node, gap, &name[word.range.clone()]);
            }
            self.ends[node as usize].push(self.names.len());
        }
        self.names.push(Written { words: written, case: case_of(name) });
    }

    fn edge(&mut self, node: u32, gap: &str, word: &str) -> u32 {
        let (gaps, words, nodes) = (self.gaps.len() as u32, self.words.len() as u32, self.ends.len() as u32);
        let gap = *self.gaps.entry(folded_gap(gap).into_owned()).or_insert(gaps);
        let word = small(word);
        if node == 0 {
            self.first.add(&word);
        }
        self.further.add(&word);
        let word = *self.words.entry(word.into_owned()).or_insert(words);
        let next = *self.edges.entry((node, gap, word)).or_insert(nodes);
        if next == nodes {
            self.ends.push(Vec::new());
        }
        next
    }

    /// Finds every name in a text, by where they begin, of one beginning the longer first. A line feed
    /// parts names; any other white space is one space.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        if !self.names.is_empty() {
            self.find_in(words(text), text.len(), (text, &mut Room::default()), &mut hits);
        }
        hits
    }

    /// The same in a text whose words were sifted with [`Matcher::first`].
    pub fn find_sifted(&self, text: &str, sifted: &Sifted) -> Vec<Hit> {
        let (mut hits, mut room) = (Vec::new(), Room::default());
        if self.names.is_empty() {
            return hits;
        }
        for (range, is_ascii) in sifted.names() {
            let end = range.end;
            if !is_ascii {
                self.find_in(words_from(text, range), end, (text, &mut room), &mut hits);
                continue;
            }
            // What is ASCII throughout is one word, and most of these begin no name all the same.
            let word = Word::plain(range);
            if self.may_begin(&word, text) {
                self.find_at(word, words_behind(text, end), (text, &mut room), &mut hits);
            }
        }
        hits
    }

    /// The words that a name may begin with, and for each last letter of what may be written onto its end, the last
    /// but one: what a [`Sieve`](super::sieve::Sieve) is made of.
    pub fn first(&self) -> (&WordSet, [u32; 32]) {
        (&self.first, self.clitic_ends)
    }

    /// Finds the names that begin with these words, up to a byte.
    fn find_in(&self, mut read: Words<'_>, end: usize, (text, room): (&str, &mut Room), hits: &mut Vec<Hit>) {
        while let Some(word) = read.next().filter(|word| word.range.start < end) {
            if self.may_begin(&word, text) {
                self.find_at(word, read.clone(), (text, room), hits);
            }
        }
    }

    /// Whether a name may begin with a word: it is one by itself, or goes on with the word behind it.
    fn may_begin(&self, word: &Word, text: &str) -> bool {
        if !self.may_be(&self.first, word, text) {
            return false;
        }
        let [b' ', behind @ ..] = &text.as_bytes()[word.range.end..] else { return true };
        if self.may_be(&self.alone, word, text) {
            return true;
        }
        let (start, length) = (word.range.end + 1, plain_run(behind));
        // What is not ASCII may be written in several ways.
        if length == 0 || behind.get(length).is_some_and(|byte| !byte.is_ascii()) {
            return true;
        }
        self.may_be(&self.second, &Word::plain(start..start + length), text)
    }

    /// Whether a word, or what is left of it without what is written onto its end, may be one of these.
    #[inline]
    fn may_be(&self, known: &WordSet, word: &Word, text: &str) -> bool {
        // What is not ASCII may be written in several ways, and is looked up.
        if !word.is_ascii {
            return true;
        }
        let word = &text.as_bytes()[word.range.clone()];
        known.may_have_bytes(word) || self.may_have_clitic(word) && self.may_be_stem(known, word)
    }

    /// Whether what is left of a word without what is written onto its end may be one of these. By itself, since few
    /// words are asked.
    #[inline(never)]
    fn may_be_stem(&self, known: &WordSet, word: &[u8]) -> bool {
        let stem = |clitic: &&str| {
            let (stem, end) = word.split_at_checked(word.len().checked_sub(clitic.len())?)?;
            end.eq_ignore_ascii_case(clitic.as_bytes()).then_some(stem)
        };
        self.clitics.iter().filter_map(stem).any(|stem| known.may_have_bytes(stem))
    }

    /// Whether anything may be written onto the end of a word. Its last letters tell of most that nothing is.
    fn may_have_clitic(&self, word: &[u8]) -> bool {
        let [.., before, last] = word else { return false };
        self.clitic_ends[place(*last)] & 1 << place(*before) != 0
    }

    /// The numbers of a word in small letters: of itself, and of what is left without what is written onto its
    /// end.
    fn known(&self, small: &str) -> Known {
        let stem = self.clitics.iter().filter(|_| self.may_have_clitic(small.as_bytes())).find_map(|clitic| {
            let stem = small.strip_suffix(clitic).filter(|stem| !stem.is_empty())?;
            // Clitics are of one byte a letter.
            Some((self.words.get(stem).copied()?, clitic.len()))
        });
        Known { word: self.words.get(small).copied(), stem }
    }

    /// The number of what stands before a word; most gaps are a space.
    fn gap(&self, gap: &str) -> Option<u32> {
        if gap == ANY { Some(0) } else { self.gaps.get(folded_gap(gap).as_ref()).copied() }
    }

    /// Finds the names that begin with a word, the longer first. `rest` are the words behind it.
    fn find_at(&self, word: Word, rest: Words<'_>, (text, room): (&str, &mut Room), hits: &mut Vec<Hit>) {
        let from = hits.len();
        room.read.clear();
        room.read.push(word);
        self.follow(room, rest, text, hits);
        hits[from..].reverse();
    }

    /// The names that begin with the one word that is read, shorter ones first. `rest` are the words behind it.
    fn follow(&self, room: &mut Room, mut rest: Words<'_>, text: &str, hits: &mut Vec<Hit>) {
        let (mut node, mut at) = (0, 0);
        let Room { read, small } = room;
        while let Some(word) = read.get(at) {
            if at > 0 && !self.may_be(&self.further, word, text) {
                return;
            }
            let known = self.known(small_in(word, text, small));
            if known.word.is_none() && known.stem.is_none() {
                return;
            }
            let Some(gap) = (if at == 0 { Some(0) } else { self.gap(word.gap(text)) }) else { return };
            let next = |word: Option<u32>| word.and_then(|word| self.edges.get(&(node, gap, word))).copied();
            if let Some((stem, clitic)) = known.stem
                && let Some(end) = next(Some(stem))
                && let Some(end_at) = start_of_last(&text[word.range.clone()], clitic).map(|at| word.range.start + at)
            {
                self.ending(end, &read[..=at], end_at, text, hits);
            }
            let Some(following) = next(known.word) else { return };
            node = following;
            self.ending(node, &read[..=at], word.range.end, text, hits);
            read.extend(rest.next());
            at += 1;
        }
    }

    fn ending(&self, node: u32, read: &[Word], end: usize, text: &str, hits: &mut Vec<Hit>) {
        let (Some(names), Some(first)) = (self.ends.get(node as usize), read.first()) else { return };
        for name in names {
            let Some(written) = self.names.get(*name) else { continue };
            let own = read.iter().zip(&written.words).enumerate().all(|(at, (word, wanted))| {
                let found = folded_word(&text[word.range.start..word.range.end.min(end)]);
                found == wanted.as_str() || at == 0 && is_capitalised(&found, wanted)
            });
            let is_as_written = own || written.case == Case::Any;
            if is_as_written || written.case == Case::Own {
                hits.push(Hit { name: *name, range: first.range.start..end, is_as_written });
            }
        }
    }
}

/// Which letter of the alphabet a letter of ASCII is, large or small; other bytes share theirs with some letter.
fn place(letter: u8) -> usize {
    usize::from(letter & 0x1f)
}

/// What a text is read in, made once for it: the words of what may be a name, and a word in small letters.
#[derive(Debug, Default)]
struct Room {
    read: Vec<Word>,
    small: String,
}

/// What is known of a word of a text: its number, and the number of the word without what is written onto
/// its end, with the letters of that.
#[derive(Debug, Clone, Copy)]
struct Known {
    word: Option<u32>,
    stem: Option<(u32, usize)>,
}

/// A name by its words, so that two that differ in white space, apostrophes or hyphens are the same.
pub fn folded(name: &str) -> String {
    let mut folded = String::new();
    for word in words(name) {
        if !folded.is_empty() {
            folded.push_str(&folded_gap(word.gap(name)));
        }
        folded.push_str(&folded_word(&name[word.range]));
    }
    folded
}

/// Whether a name has a capital, and so a case of its own.
pub fn has_capital(name: &str) -> bool {
    name.chars().any(char::is_uppercase)
}

fn case_of(name: &str) -> Case {
    match (has_capital(name), name.chars().any(char::is_lowercase)) {
        (true, true) => Case::Own,
        (true, false) => Case::Only,
        (false, _) => Case::Any,
    }
}

/// Whether a word is one that begins small, at the beginning of a sentence.
fn is_capitalised(found: &str, wanted: &str) -> bool {
    let (mut found, mut wanted) = (found.chars(), wanted.chars());
    let first = wanted.next().zip(found.next());
    first.is_some_and(|(small, large)| small.is_lowercase() && small.to_uppercase().eq([large]))
        && found.as_str() == wanted.as_str()
}
