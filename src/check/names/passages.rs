//! Every text of a document that readers see, one by one, with the place of any stretch of it.
//!
//! Texts of the facts and of the front matter, alternative texts and captions are read as they were typed,
//! with what is no word blanked byte for byte, so that a byte has the same place; bodies as their words are
//! traced.

use std::borrow::Cow;
use std::ops::Range;

use super::super::documents::texts_of;
use super::super::texts::{Text, Texts};
use super::Named;
use crate::diagnostic::{Place, Span};
use crate::locale::Locale;
use crate::syntax::facts::Facts;
use crate::syntax::markdown::Image;
use crate::syntax::markdown::traced::{Part, PartKind};
use crate::syntax::placeable::{self, BraceKind};

/// A text to be judged.
pub(super) struct Passage<'a> {
    /// The text.
    pub(super) text: Cow<'a, str>,
    /// Its language.
    pub(super) locale: &'a Locale,
    /// Its parts in other languages, inner ones first.
    pub(super) parts: Vec<(Range<usize>, Locale)>,
    /// What in it is not judged: code, and what placeables say, which is judged where it is written.
    pub(super) left: Vec<Range<usize>>,
    /// The names in it, where they are known already.
    pub(super) named: Option<&'a Named<'a>>,
}

impl<'a> Passage<'a> {
    /// A text as it was typed, with what is no word blanked.
    pub(super) fn typed(locale: &'a Locale, text: String, parts: Vec<(Range<usize>, Locale)>) -> Passage<'a> {
        Passage { text: text.into(), locale, parts, left: Vec::new(), named: None }
    }

    /// A text of a body. Words whose place is not known are a caption's, which is read with its image.
    fn traced(locale: &'a Locale, text: &'a Text<'a>) -> Passage<'a> {
        let words = &text.words;
        let may_be_wrong = text.named.has_wrong() || words.parts.iter().any(|part| part.kind.language().is_some());
        let (text, named) = (Cow::Borrowed(words.text.as_str()), Some(&text.named));
        let mut passage = Passage { text, locale, parts: Vec::new(), left: Vec::new(), named };
        // Nothing is left out where nothing is found.
        if !may_be_wrong {
            return passage;
        }
        passage.left = words.unplaced();
        for Part { range, kind, .. } in &words.parts {
            match kind {
                PartKind::Language(tag) => {
                    passage.parts.extend(Locale::parse(tag).map(|language| (range.clone(), language)))
                }
                PartKind::Code | PartKind::Placeable => passage.left.push(range.clone()),
                PartKind::Link | PartKind::Picture | PartKind::Italics => {}
            }
        }
        passage
    }
}

/// What is done with a text: the place that a waiver would name, the text, and where a stretch of it stands.
pub(super) type Look<'a> = dyn FnMut(&str, &Passage<'_>, &dyn Fn(Range<usize>) -> Place) + 'a;

/// The texts by locale of a document's facts.
pub(super) fn of_facts(facts: &Facts, look: &mut Look<'_>) {
    for texts in texts_of(facts) {
        for (locale, text) in texts.texts.iter() {
            line(locale, "", text, texts.places.get(locale).unwrap_or(&texts.place), look);
        }
    }
}

/// The texts of an edition.
pub(super) fn of_edition(texts: &Texts<'_>, look: &mut Look<'_>) {
    let (words, locale) = (&texts.edition.words, &texts.edition.locale);
    line(locale, "title", &words.title.word, &words.title.place, look);
    if let Some(summary) = &words.summary {
        line(locale, "summary", &summary.word, &summary.place, look);
    }
    if let Some(image) = &words.image {
        line(locale, "", &image.alt, &image.alt_place, look);
        image.caption.iter().for_each(|caption| line(locale, "", &caption.word, &caption.place, look));
    }
    for text in texts.blocks.iter().chain(&texts.notes) {
        let place = |range: Range<usize>| Place::new(text.file, text.words.span(&range).unwrap_or(text.span));
        look(text.anchor, &Passage::traced(locale, text), &place);
    }
    let body = words.body();
    for image in &body.images {
        let after = body.blocks.partition_point(|block| (block.span.line, block.span.column) <= start(image));
        let block = after.checked_sub(1).and_then(|at| body.blocks.get(at));
        image_words(locale, block.map_or("", |block| &block.anchor), image, &words.file, look);
    }
}

fn start(image: &Image) -> (u32, u32) {
    (image.span.line, image.span.column)
}

/// A text on one line, as it was typed.
fn line(locale: &Locale, at: &str, source: &str, place: &Place, look: &mut Look<'_>) {
    let (text, parts) = blanked(&source.replace('\n', " "));
    look(at, &Passage::typed(locale, text, parts), &|range| part_of(place, source, &range));
}

/// Where some bytes of a value stand. The whole where YAML wrote it on several lines or with escapes.
fn part_of(place: &Place, value: &str, range: &Range<usize>) -> Place {
    let span = place.span;
    let width = span.end_column.saturating_sub(span.column) as usize;
    let quotes = width.checked_sub(value.chars().count()).filter(|quotes| matches!(quotes, 0 | 2));
    let Some(quotes) = quotes.filter(|_| span.line == span.end_line) else { return place.clone() };
    let columns = |to: usize| span.column + (quotes / 2 + value[..to].chars().count()) as u32;
    let span = Span { column: columns(range.start), end_column: columns(range.end), ..span };
    Place::new(&place.file, span)
}

/// A text with placeables, attributes and brackets blanked byte for byte; and its parts by language.
fn blanked(source: &str) -> (String, Vec<(Range<usize>, Locale)>) {
    let (mut text, mut parts) = (source.to_owned(), Vec::new());
    for brace in placeable::find(source) {
        let typed = &source[brace.range.clone()];
        let tag = typed.trim_matches(['{', '}']).trim().strip_prefix("lang=").map(|tag| tag.trim_matches('"'));
        let language = tag.filter(|_| brace.kind == BraceKind::Attached).and_then(Locale::parse);
        let part = language.and_then(|language| Some((opened(source, brace.range.start)?, language)));
        parts.extend(part.map(|(start, language)| (start..brace.range.start, language)));
        text.replace_range(brace.range.clone(), &"\0".repeat(brace.range.len()));
    }
    (text, parts)
}

/// Where the bracket opens that closes right before a byte.
fn opened(source: &str, end: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in source.as_bytes()[..end].iter().enumerate().rev() {
        match byte {
            b']' => depth += 1,
            b'[' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return (*byte == b'[').then_some(at);
        }
    }
    None
}

/// The alternative text and the title of an image, as they were typed: `![…](target "…")`.
fn image_words(locale: &Locale, at: &str, image: &Image, file: &std::sync::Arc<str>, look: &mut Look<'_>) {
    let source = image.markup.as_str();
    let (mut text, parts) = blanked(source);
    if let Some(from) = source.rfind("](") {
        let target = &source[from..];
        let length = target.find(char::is_whitespace).unwrap_or(target.len());
        text.replace_range(from..from + length, &"\0".repeat(length));
    }
    let passage = Passage::typed(locale, text.replace('\n', " "), parts);
    let (line, column) = start(image);
    look(at, &passage, &|range| {
        let mut span = Span::of(source, range.start, range.end);
        span.column += if span.line == 1 { column - 1 } else { 0 };
        span.end_column += if span.end_line == 1 { column - 1 } else { 0 };
        Place::new(file, span.shifted(line - 1))
    });
}
