//! The canonical text of an edition: the words that a reader can verify, and nothing else.
//!
//! In: an edition's parsed words, its document's facts, the messages of its language. Out: its parts in
//! order (title, summary, top-level blocks, footnotes) as plain text. No URL, no label that a theme
//! makes, no markup: a new template never changes it. The definition for others to implement stands in
//! `docs/verification.md`; [`FORM`] is its number.

use std::borrow::Cow;

use icu::normalizer::ComposingNormalizerBorrowed;
use serde::{Deserialize, Serialize};

use super::inline;
use crate::digest::{Digest, Hashed, Sha256};
use crate::locale::{Phrase, Voice};
use crate::settings::RawHtml;
use crate::syntax::face::Face;
use crate::syntax::facts::Facts;
use crate::syntax::markdown::{SlotKind, Within, plain};
use crate::syntax::placeable::{self, BraceKind};
use crate::syntax::words::Words;

/// The number of the definition: it changes if ever the same words give another text.
pub const FORM: u32 = 1;

/// One part of a canonical text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// `title`, `summary`, the anchor of a block (`p1`), or that of a footnote (`note-1`).
    pub name: String,
    /// Its lines, without a line feed at the end; never empty.
    pub text: String,
}

/// The canonical text of an edition, part by part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CanonicalText {
    /// The parts that have words, in order.
    pub parts: Vec<Part>,
}

/// The digests by which a canonical text is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextDigests {
    /// Of the text itself: the bytes of its `.txt`.
    pub sha256: Sha256,
    /// Of the text with its white space folded ([`folded`]).
    pub folded: Sha256,
}

impl CanonicalText {
    /// The whole text: the parts, an empty line between two of them, a line feed at the end.
    pub fn text(&self) -> String {
        let length: usize = self.parts.iter().map(|part| part.text.len() + 2).sum();
        let mut text = String::with_capacity(length + 1);
        for (at, part) in self.parts.iter().enumerate() {
            text.push_str(if at > 0 { "\n\n" } else { "" });
            text.push_str(&part.text);
        }
        text.push('\n');
        text
    }

    /// Its digests.
    pub fn digests(&self) -> TextDigests {
        let text = self.text();
        // Its lines are folded already, and none is empty but those between its parts.
        let mut folded = String::with_capacity(text.len());
        for line in text.trim_end().split('\n').filter(|line| !line.is_empty()) {
            folded.push_str(if folded.is_empty() { "" } else { " " });
            folded.push_str(line);
        }
        TextDigests { sha256: Sha256::of_bytes(text.as_bytes()), folded: Sha256::of_bytes(folded.as_bytes()) }
    }

    /// The first eight hexadecimal digits of the SHA-256 of each part, one after the other: enough to
    /// tell which part is another now.
    pub fn part_digests(&self) -> String {
        self.parts.iter().map(|part| part_digest(&part.text)).collect()
    }
}

/// The first eight hexadecimal digits of the SHA-256 of a part's text.
pub fn part_digest(text: &str) -> String {
    Sha256::of_bytes(text.as_bytes()).short(8)
}

/// The canonical text of an edition. Placeables that cannot be resolved give nothing: the checks say so.
pub fn of(words: &Words, facts: &Facts, voice: &dyn Voice) -> CanonicalText {
    let arguments = inline::arguments(facts);
    let line = |word: &str| inline::resolve(word, &words.slug_place(), voice, &arguments, &mut Vec::new()).text();
    let fills = fills(&words.face, &|source| voice.resolve(source, &arguments).unwrap_or_default());
    parts(words, &line, &fills)
}

/// The digest of all that a canonical text is made of: the words and whether raw HTML in them was read as
/// such, the facts, the messages, and how.
pub fn made_of(words: (&Hashed<Words>, RawHtml), facts: &Hashed<Facts>, voice: &dyn Voice) -> Digest {
    let (words, html) = words;
    Digest::of(&(FORM, words.digest(), html, facts.digest(), voice.digest()))
}

/// The words as they are written: the canonical text with every placeable as it was typed, and behind it,
/// a line each, the figures and dates of the facts that placeables name. It changes if an author changed
/// something, and does not if only a message or the way of writing dates is another.
pub fn as_written(words: &Words, facts: &Facts) -> String {
    let fills = fills(&words.face, &|source| Phrase::plain(source));
    let mut text = parts(words, &|word| word.to_owned(), &fills).text();
    let named = placeables(words);
    for (name, figure) in &facts.figures {
        text.extend(is_named(&named, name).then(|| format!("{name} = {figure}\n")));
    }
    for (name, date) in &facts.dates {
        text.extend(is_named(&named, name).then(|| format!("{name} = {date}\n")));
    }
    text
}

/// Each placeable of an edition once, as it was typed, with the words that it gives; in order.
pub fn placed(words: &Words, facts: &Facts, voice: &dyn Voice) -> Vec<(String, String)> {
    let arguments = inline::arguments(facts);
    let mut placed: Vec<(String, String)> = Vec::new();
    for source in placeables(words) {
        if placed.iter().all(|(known, _)| *known != source) {
            let said = voice.resolve(&source, &arguments).unwrap_or_default().text();
            placed.push((source, tidied(&said)));
        }
    }
    placed
}

/// A text with every run of white space folded to one space, none at either end, in NFC and without
/// marks that nobody sees: the same for a text whose lines were broken elsewhere.
///
/// ```
/// use warta::model::canonical::folded;
///
/// assert_eq!(folded(" One\u{a0}two\r\n\n  three\u{ad}s "), "One two threes");
/// ```
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push_folded(&mut folded, &normalised(text));
    folded
}

fn parts(words: &Words, line: &dyn Fn(&str) -> String, fills: &[String]) -> CanonicalText {
    let body = words.body();
    // Pages show either as one line, however it was typed.
    let mut parts = vec![("title".to_owned(), folded(&line(&words.title.word)))];
    parts.extend(words.summary.as_ref().map(|summary| ("summary".to_owned(), folded(&line(&summary.word)))));
    for block in &body.blocks {
        parts.push((block.anchor.clone(), plain::words(&body.prose.fill_part(block.html.clone(), fills))));
    }
    for note in &body.notes {
        parts.push((note.id.clone(), plain::words(&note.prose.fill(fills))));
    }
    let parts = parts.into_iter().map(|(name, text)| Part { name, text: tidied(&text) });
    CanonicalText { parts: parts.filter(|part| !part.text.is_empty()).collect() }
}

/// What stands in the slots of a body: words for placeables between tags, nothing for links, labels and
/// attributes.
fn fills(face: &Face, say: &dyn Fn(&str) -> Phrase) -> Vec<String> {
    let fill = |kind: SlotKind| match kind {
        SlotKind::Placeable(at) => {
            face.placeables.get(at as usize).map(|placeable| say(&placeable.source).html()).unwrap_or_default()
        }
        _ => String::new(),
    };
    let fillables = face.fillables.iter();
    fillables.map(|place| if place.within == Within::Text { fill(place.kind) } else { String::new() }).collect()
}

/// Every placeable of an edition as it was typed, in order.
fn placeables(words: &Words) -> Vec<String> {
    let in_words = words.summary.iter().chain(std::iter::once(&words.title)).flat_map(|word| {
        let braces = placeable::find(&word.word).into_iter();
        braces.filter(|brace| brace.kind == BraceKind::Placeable).map(|brace| word.word[brace.range].to_owned())
    });
    in_words.chain(words.face.placeables.iter().map(|placeable| placeable.source.clone())).collect()
}

fn is_named(placeables: &[String], name: &str) -> bool {
    placeables.iter().any(|source| {
        source.match_indices(name).any(|(at, _)| {
            let follows = source[at + name.len()..].chars().next();
            let is_whole =
                follows.is_none_or(|letter| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
            source[..at].ends_with('$') && is_whole
        })
    })
}

/// Lines in NFC, white space in them folded, empty ones left out.
fn tidied(text: &str) -> String {
    let text = normalised(text);
    let mut tidied = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !tidied.is_empty() {
            tidied.push('\n');
        }
        push_folded(&mut tidied, line);
    }
    tidied
}

/// Adds words with one space between two of them.
fn push_folded(out: &mut String, text: &str) {
    // Nearly every line is as it should be, and then it is taken whole.
    if !text.starts_with(' ') && !text.ends_with(' ') && is_usual(text.as_bytes()) {
        return out.push_str(text);
    }
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// Whether there is nothing but printed ASCII, and no space behind another. Every byte is looked at, because
/// without a way out on the way the compiler looks at many together.
fn is_usual(text: &[u8]) -> bool {
    let is_printed = text.iter().fold(true, |all, byte| all & (b' '..=b'~').contains(byte));
    let is_doubled = text.iter().zip(text.iter().skip(1)).fold(false, |any, pair| any | (pair == (&b' ', &b' ')));
    is_printed && !is_doubled
}

/// In NFC, without soft hyphens, marks of directions that Fluent sets, and byte-order marks. Costs next to
/// nothing for a text that is so already, as nearly all are.
fn normalised(text: &str) -> Cow<'_, str> {
    let is_unseen = |letter: char| matches!(letter, '\u{ad}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    if text.contains(is_unseen) {
        let seen: String = text.chars().filter(|letter| !is_unseen(*letter)).collect();
        return Cow::Owned(nfc.normalize(&seen).into_owned());
    }
    nfc.normalize(text)
}
