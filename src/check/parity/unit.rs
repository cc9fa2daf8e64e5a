//! An edition as parity looks at it: title, summary, top-level blocks and footnotes, each with its words,
//! what it links to and what it is made of.

use std::ops::Range;
use std::sync::Arc;

use super::values::Readers;
use crate::check::ground::Ground;
use crate::check::names::{Named, Registers};
use crate::check::texts::{Text, Texts};
use crate::diagnostic::Span;
use crate::digest::Digest;
use crate::model::document::Edition;
use crate::syntax::fluent::Messages;
use crate::syntax::markdown::traced::Traced;
use crate::syntax::markdown::{AssetUsage, BlockKind, Body, Shape};
use crate::syntax::sieve::Sifted;
use crate::syntax::values::Reader;
use crate::syntax::wordset::plain_run;

/// One edition.
pub(super) struct Side<'a> {
    /// The edition.
    pub(super) edition: &'a Edition,
    /// The names of all languages.
    pub(super) names: &'a Registers,
    /// The messages of its language.
    pub(super) voice: &'a Messages,
    /// What reads the values of each language.
    pub(super) readers: &'a Readers,
    /// What reads those of its own.
    pub(super) reader: Option<&'a Reader>,
    /// Title and summary.
    pub(super) front: [Option<Unit<'a>>; 2],
    /// Caption and alternative text of its image, and its texts in the facts: the same in both editions of
    /// a pair, none where one lacks it. Only what they say is compared.
    pub(super) further: Vec<Option<Unit<'a>>>,
    /// The top-level blocks.
    pub(super) blocks: Vec<Unit<'a>>,
    /// The footnotes, by number.
    pub(super) notes: Vec<Unit<'a>>,
}

/// One text of an edition.
pub(super) struct Unit<'a> {
    /// `title`, `summary`, `image`, `facts`, or the anchor.
    pub(super) anchor: &'a str,
    /// What kind of block it is; none for what is no block.
    pub(super) kind: Option<BlockKind>,
    /// What it is made of.
    pub(super) shape: Shape,
    /// The file that it stands in.
    pub(super) file: &'a Arc<str>,
    /// Where it stands.
    pub(super) span: Span,
    /// Its words, placeables resolved.
    pub(super) words: &'a Traced,
    /// Those of its words that may be a name, a value or of another language.
    pub(super) sifted: &'a Sifted,
    /// The names in it.
    pub(super) named: &'a Named<'a>,
    /// Its links and images, in order.
    pub(super) targets: Vec<Target>,
    /// The footnotes that it refers to, in order, and where.
    pub(super) notes: Vec<(u32, Span)>,
    /// Its code, in order.
    pub(super) code: Vec<(Digest, Span)>,
    /// The length of its words in letters.
    pub(super) length: usize,
    /// What of its words is the same in any language: figures, names, targets. Hashes, sorted.
    pub(super) tokens: Vec<u64>,
}

/// What a link leads to, or an image shows.
pub(super) struct Target {
    /// Whether it is an image.
    pub(super) is_image: bool,
    /// As the author wrote it.
    pub(super) name: String,
    /// Where.
    pub(super) span: Span,
}

impl<'a> Side<'a> {
    /// An edition with its words.
    pub(super) fn of(ground: &'a Ground<'_>, texts: &'a Texts<'a>) -> Side<'a> {
        let body = texts.edition.words.body();
        let units = |texts: &'a [Option<Text<'a>>]| texts.iter().map(|text| text.as_ref().map(unit));
        let [title, summary] = &texts.front;
        let blocks = body.blocks.iter().zip(&texts.blocks);
        let mut side = Side {
            edition: texts.edition,
            names: &ground.names,
            voice: texts.voice,
            readers: &ground.readers,
            reader: ground.readers.of_tag(texts.edition.locale.as_str()),
            front: [title, summary].map(|text| text.as_ref().map(unit)),
            further: units(&texts.further).collect(),
            blocks: blocks
                .map(|(block, text)| Unit { kind: Some(block.kind), shape: block.shape, ..unit(text) })
                .collect(),
            notes: texts.notes.iter().map(unit).collect(),
        };
        side.put_in_place(body);
        side.blocks.iter_mut().for_each(Unit::sum_up);
        side
    }

    /// The note of this number.
    pub(super) fn note(&self, number: u32) -> Option<&Unit<'a>> {
        self.notes.get((number as usize).checked_sub(1)?)
    }

    /// Gives every link, image, footnote and block of code to the text that it stands in.
    fn put_in_place(&mut self, body: &Body) {
        let mut order: Vec<(Span, bool, usize)> = Vec::new();
        order.extend(self.blocks.iter().enumerate().map(|(at, block)| (block.span, false, at)));
        order.extend(self.notes.iter().enumerate().map(|(at, note)| (note.span, true, at)));
        order.sort_by_key(|(span, _, _)| (span.line, span.column));
        for target in targets(body) {
            if let Some(unit) = self.at(&order, target.span) {
                unit.targets.push(target);
            }
        }
        for reference in &body.note_references {
            if let Some(unit) = self.at(&order, reference.span) {
                unit.notes.push((reference.number, reference.span));
            }
        }
        for code in &body.code {
            if let Some(unit) = self.at(&order, code.span) {
                unit.code.push((code.digest, code.span));
            }
        }
    }

    /// The text that holds the beginning of a stretch: of those that do, the one that begins last.
    fn at(&mut self, order: &[(Span, bool, usize)], span: Span) -> Option<&mut Unit<'a>> {
        let start = (span.line, span.column);
        let after = order.partition_point(|(known, _, _)| (known.line, known.column) <= start);
        let holds = |(known, _, _): &&(Span, bool, usize)| start < (known.end_line, known.end_column);
        // A block may hold a footnote's definition, hardly ever more than a few.
        let (_, is_note, at) = order[..after].iter().rev().take(8).find(holds)?;
        if *is_note { self.notes.get_mut(*at) } else { self.blocks.get_mut(*at) }
    }
}

/// A text with nothing in it but its words.
pub(super) fn unit<'a>(text: &'a Text<'a>) -> Unit<'a> {
    let (kind, shape, length) = (None, Shape::default(), text.words.text.chars().count());
    let (targets, notes, code, tokens) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let Text { anchor, file, span, words, sifted, named } = text;
    Unit { anchor, kind, shape, file, span: *span, words, sifted, named, targets, notes, code, length, tokens }
}

/// The links and images of a body with their places, each kind in order.
fn targets(body: &Body) -> impl Iterator<Item = Target> {
    let target = |is_image: bool, name: String, span: Span| Target { is_image, name, span };
    let links = body.links.iter().map(move |link| target(false, link.target.clone(), link.span));
    let references = body.references.iter().map(move |reference| {
        let anchor = reference.anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
        target(false, format!("doc:{}{anchor}", reference.target), reference.span)
    });
    let assets = body.assets.iter().filter(|asset| asset.usage == AssetUsage::Link);
    let assets = assets.map(move |asset| target(false, format!("asset:{}", asset.name), asset.span));
    let images = body.images.iter().map(move |image| target(true, image.source.clone(), image.span));
    links.chain(references).chain(assets).chain(images)
}

impl Unit<'_> {
    /// Gathers what of a block is the same in any language.
    fn sum_up(&mut self) {
        // One word of five begins with a capital or a figure, and words have six letters.
        let most = self.targets.len() + self.words.text.len() / 24 + self.notes.len() + 4;
        let mut tokens = Vec::with_capacity(most);
        tokens.extend(self.targets.iter().map(|target| token(&target.name)));
        each_token(&self.words.text, self.sifted, |token| tokens.push(token));
        tokens.extend(self.notes.iter().map(|_| token("[^]")));
        if !self.anchor.strip_prefix('p').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())) {
            tokens.push(token(&format!("#{}", self.anchor)));
        }
        tokens.sort_unstable();
        tokens.dedup();
        self.tokens = tokens;
    }
}

/// What of a word is the same in any language: a figure, or what has a capital and is not short.
fn token_in(word: &str) -> Option<u64> {
    // Of most words the first letter says that nothing is to be gathered.
    if word.as_bytes().first().is_some_and(u8::is_ascii_lowercase) {
        return None;
    }
    let word = word.trim_matches(is_inner);
    if word.is_ascii() {
        return plain_token(word.as_bytes());
    }
    let first = word.chars().next()?;
    if first.is_numeric() {
        return Some(token_of(word.chars().filter_map(digit)));
    }
    let is_gathered = first.is_uppercase() && word.chars().nth(2).is_some();
    is_gathered.then(|| token(&word.to_lowercase()))
}

/// The same of a word of ASCII without signs around it.
fn plain_token(word: &[u8]) -> Option<u64> {
    match word {
        // However a figure is parted: 4.300 is 4,300.
        [b'0'..=b'9', ..] => Some(
            word.iter().filter(|byte| !matches!(byte, b'.' | b',')).fold(NOTHING, |hash, byte| hashed(hash, *byte)),
        ),
        // A bit of an ASCII letter is its case; figures and the signs in them have it.
        [b'A'..=b'Z', _, _, ..] => Some(word.iter().fold(NOTHING, |hash, byte| hashed(hash, *byte | 0x20))),
        _ => None,
    }
}

/// Whether a sign may stand in a figure.
fn is_inner(sign: char) -> bool {
    matches!(sign, '.' | ',' | '-')
}

/// Hands on what each word or figure of a text, with the signs that may stand in figures, has that is the same in
/// any language. One that begins with neither a capital nor a figure has nothing.
fn each_token(text: &str, sifted: &Sifted, mut tell: impl FnMut(u64)) {
    let mut known = 0;
    for (range, is_ascii) in sifted.large() {
        if range.start < known {
            continue;
        }
        let whole = whole(text.as_bytes(), range.clone());
        known = whole.end;
        let words = &text.as_bytes()[whole.clone()];
        match is_ascii && whole == range || words.is_ascii() {
            true => plain_token(words).into_iter().for_each(&mut tell),
            false => mixed_words(&text[whole]).filter_map(token_in).for_each(&mut tell),
        }
    }
}

/// A stretch with all to which signs that may stand in figures join it.
#[inline]
fn whole(bytes: &[u8], stretch: Range<usize>) -> Range<usize> {
    // Most stand between spaces, or end a clause.
    let is_first = matches!(bytes[..stretch.start], [] | [.., b' ' | b'\n' | b'(']);
    let is_last = matches!(bytes[stretch.end..], [] | [b' ' | b'\n', ..] | [b'.' | b',', b' ' | b'\n', ..]);
    if is_first && is_last {
        return stretch;
    }
    let is_in = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let is_part = |byte: &u8| is_in(byte) || is_inner((*byte).into());
    let before = bytes[..stretch.start].iter().rposition(|byte| !is_part(byte)).map_or(0, |at| at + 1);
    let behind = bytes[stretch.end..].iter().position(|byte| !is_part(byte)).map_or(bytes.len(), |at| stretch.end + at);
    let start = bytes[before..behind].iter().position(is_in).map_or(before, |at| before + at);
    let end = bytes[start..behind].iter().rposition(is_in).map_or(behind, |at| start + at + 1);
    start..end
}

/// The words and figures where not all is ASCII, with the signs around them.
fn mixed_words(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let start = at;
            loop {
                at += plain_run(&bytes[at..]);
                let is_part = |letter: &char| letter.is_alphanumeric() || is_inner(*letter);
                match text[at..].chars().next().filter(is_part) {
                    Some(letter) => at += letter.len_utf8(),
                    None => break,
                }
            }
            let end = at;
            at += text[at..].chars().next().map_or(0, char::len_utf8);
            if end > start {
                return Some(&text[start..end]);
            }
        }
        None
    })
}

/// The digit that a numeral of any script stands for; letters in a figure (`2021a`) stay as they are.
fn digit(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let of = |zero: u32| char::from_digit(code - zero, 10);
    match letter {
        '.' | ',' => None,
        '\u{660}'..='\u{669}' => of(0x660),
        '\u{6f0}'..='\u{6f9}' => of(0x6f0),
        '\u{966}'..='\u{96f}' => of(0x966),
        _ => Some(letter),
    }
}

/// The same for the same text within one run, which is all that it is compared in.
fn token(text: &str) -> u64 {
    token_of(text.chars())
}

fn token_of(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(NOTHING, hashed)
}

/// The hash of no letters.
pub(super) const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

/// A hash with one letter more, FNV-1a: a third of the time of a hash that withstands an enemy, and there is none
/// here.
pub(super) fn hashed(hash: u64, letter: impl Into<u64>) -> u64 {
    (hash ^ letter.into()).wrapping_mul(0x100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::syntax::sieve::Sieve;

    proptest! {
        #[test]
        fn what_is_gathered_of_a_text_is_that_of_its_words_one_by_one(
            text in "[a-cA-C14 .,-]{0,70}[ab .,–“É٣Ab1-]{0,40}",
            any in any::<String>(),
        ) {
            for text in [text, any] {
                let mut gathered = Vec::new();
                let sifted = Sieve::new([], None, []).sift(&text);
                each_token(&text, &sifted, |token| gathered.push(token));
                let one_by_one: Vec<u64> = mixed_words(&text).filter_map(token_in).collect();
                prop_assert_eq!(gathered, one_by_one, "{:?}", text);
            }
        }
    }
}
