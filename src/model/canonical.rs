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
use crate::bytes::{lines, position};
use crate::digest::{Digest, Hashed, Sha256};
use crate::locale::{Phrase, Voice};
use crate::settings::RawHtml;
use crate::syntax::face::Face;
use crate::syntax::facts::Facts;
use crate::syntax::markdown::{SlotKind, Within, plain};
use crate::syntax::placeable::{self, BraceKind};
use crate::syntax::words::Words;

#[cfg(test)]
mod tests;

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
        text.extend(self.pieces());
        text
    }

    /// The same, piece by piece.
    fn pieces(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().enumerate();
        parts.flat_map(|(at, part)| [if at > 0 { "\n\n" } else { "" }, &part.text]).chain(["\n"])
    }

    /// Its digests.
    pub fn digests(&self) -> TextDigests {
        // Its lines are folded already, and none is empty but those between its parts.
        let lines = self.parts.iter().flat_map(|part| lines(&part.text)).filter(|line| !line.is_empty());
        let folded = lines.enumerate().flat_map(|(at, line)| [if at > 0 { " " } else { "" }, line]);
        TextDigests { sha256: Sha256::of_pieces(self.pieces()), folded: Sha256::of_pieces(folded) }
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
    let (text, is_settled) = normalised(text);
    push_folded(&mut folded, &text, is_settled);
    folded
}

fn parts(words: &Words, line: &dyn Fn(&str) -> String, fills: &[String]) -> CanonicalText {
    let body = words.body();
    // Pages show either as one line, however it was typed.
    let title = ("title", folded(&line(&words.title.word)));
    let summary = words.summary.as_ref().map(|summary| ("summary", folded(&line(&summary.word))));
    let blocks = body
        .blocks
        .iter()
        .map(|block| (block.anchor.as_str(), plain::words(&body.prose.filled_part(block.html.clone(), fills))));
    let notes = body.notes.iter().map(|note| (note.id.as_str(), plain::words(&note.prose.fill(fills))));
    let mut parts = Vec::with_capacity(2 + body.blocks.len() + body.notes.len());
    for (name, text) in [title].into_iter().chain(summary).chain(blocks).chain(notes) {
        let text = tidy(text);
        if !text.is_empty() {
            parts.push(Part { name: name.to_owned(), text });
        }
    }
    CanonicalText { parts }
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

/// Lines in NFC, white space in them folded, empty ones left out. Nearly every text has nothing but a line feed too
/// many at its end, and is not copied.
fn tidy(mut text: String) -> String {
    let length = text.trim_end_matches('\n').len();
    text.truncate(length);
    if is_tidy(&text) { text } else { tidied(&text) }
}

/// Whether no letter of a text asks for a rule: every byte is looked at, because without a way out on the way the
/// compiler looks at many together.
fn is_tidy(text: &str) -> bool {
    let ([first, behind @ ..], [before @ .., last]) = (text.as_bytes(), text.as_bytes()) else { return true };
    // White space behind white space, or another control character than a line feed.
    let faulty = |before: u8, byte: u8| ((before <= b' ') & (byte <= b' ')) | ((byte < b' ') & (byte != b'\n'));
    let is_faulty = before.iter().zip(behind).fold(false, |any, (before, byte)| any | faulty(*before, *byte));
    !is_faulty && *first > b' ' && *last > b' ' && (text.is_ascii() || is_settled(text))
}

/// The same, letter by letter.
fn tidied(text: &str) -> String {
    let (text, is_settled) = normalised(text);
    let mut tidied = String::with_capacity(text.len());
    for line in lines(&text).map(str::trim).filter(|line| !line.is_empty()) {
        if !tidied.is_empty() {
            tidied.push('\n');
        }
        push_folded(&mut tidied, line, is_settled);
    }
    tidied
}

/// Adds words with one space between two of them. Of a settled text no letter beyond ASCII is white space.
fn push_folded(out: &mut String, text: &str, is_settled: bool) {
    // Nearly every line is as it should be, and then it is taken whole.
    let is_usual = !text.starts_with(' ') && !text.ends_with(' ') && has_single_spaces(text.as_bytes());
    if is_usual && (is_settled || text.is_ascii()) {
        return out.push_str(text);
    }
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// Whether there is no control character, and no space behind another. Every byte is looked at, because
/// without a way out on the way the compiler looks at many together.
fn has_single_spaces(text: &[u8]) -> bool {
    let has_control = text.iter().fold(false, |any, byte| any | (*byte < b' '));
    let is_doubled = text.iter().zip(text.iter().skip(1)).fold(false, |any, pair| any | (pair == (&b' ', &b' ')));
    !has_control && !is_doubled
}

/// In NFC, without soft hyphens, marks of directions that Fluent sets, and byte-order marks; and whether every
/// letter of it is settled. Costs next to nothing for a text that is so already, as nearly all are.
fn normalised(text: &str) -> (Cow<'_, str>, bool) {
    if is_settled(text) {
        return (Cow::Borrowed(text), true);
    }
    let is_unseen = |letter: char| matches!(letter, '\u{ad}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    if text.contains(is_unseen) {
        let seen: String = text.chars().filter(|letter| !is_unseen(*letter)).collect();
        return (Cow::Owned(nfc.normalize(&seen).into_owned()), false);
    }
    (nfc.normalize(text), false)
}

/// Whether every letter is ASCII, or one of those that stay as they are wherever they stand, and are no white
/// space: the letters of Latin, which NFC leaves alone up to U+02FF, dashes, quotation marks and points.
fn is_settled(text: &str) -> bool {
    let is_settled = |letter| matches!(letter, '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}');
    let mut rest = text;
    while let Some(at) = position(rest.as_bytes(), |byte| !byte.is_ascii()) {
        // The first byte beyond ASCII begins a letter.
        let mut letters = rest[at..].chars();
        if !letters.next().is_some_and(is_settled) {
            return false;
        }
        rest = letters.as_str();
    }
    true
}
