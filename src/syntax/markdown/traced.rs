//! The words of a stretch of a body, placeables resolved, that know where each letter stands in the file.
//!
//! In: the HTML of one block or footnote with its slots. Out: plain text as [`super::plain`] makes it, a
//! line for each paragraph, item, cell; of any bytes of it the place in the source, and whether they are
//! code or in another language. Never fails: what is no tag is text.

use std::ops::Range;

use super::body::{Body, Prose, SlotKind, Within};
use super::plain::{LINES, after, end_of_tag, entity};
use crate::diagnostic::Span;
use crate::locale::{Locale, Phrase};

/// Words and where they come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traced {
    /// The words. Lines end with a line feed.
    pub text: String,
    /// The bytes that are code, marked as another language's, or the words of a placeable; in order.
    pub foreign: Vec<Range<usize>>,
    /// What each of them is; one may lie in another.
    pub parts: Vec<(Range<usize>, Part)>,
    pieces: Vec<(usize, From)>,
}

/// What some of the words are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Code.
    Code,
    /// The words of a placeable.
    Placeable,
    /// Words in this language.
    Language(Locale),
}

/// Where the words from a byte on come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// Letter by letter from this line and column on.
    Letters(u32, u32),
    /// All of them from this stretch.
    Whole(Span),
    /// It is not known.
    Unknown,
}

impl Traced {
    /// The words of a phrase that is written at `span`.
    pub fn of_phrase(phrase: &Phrase, span: Span) -> Traced {
        let mut traced = Traced { pieces: vec![(0, From::Whole(span))], ..Traced::default() };
        for run in &phrase.runs {
            let start = traced.text.len();
            traced.text.push_str(&run.text);
            traced.foreign.extend(run.lang.as_ref().map(|_| start..traced.text.len()));
            traced.language(start, run.lang.clone());
        }
        traced
    }

    /// The stretch of the file that some bytes of the words stand in; none where that is not known, as in
    /// a caption.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let (start, _) = self.ends(range.start)?;
        let last = self.text.get(range.clone()).and_then(|words| words.chars().next_back());
        let (_, end) = self.ends(range.end.saturating_sub(last.map_or(0, char::len_utf8)))?;
        let (end_line, end_column) = end.max(start);
        Some(Span { line: start.0, column: start.1, end_line, end_column })
    }

    /// The bytes whose place is not known.
    pub fn unplaced(&self) -> Vec<Range<usize>> {
        let ends = self.pieces.iter().skip(1).map(|(start, _)| *start).chain([self.text.len()]);
        let pieces = self.pieces.iter().zip(ends).filter(|((_, from), _)| *from == From::Unknown);
        pieces.map(|((start, _), end)| *start..end).collect()
    }

    /// Whether any of these bytes is code, in another language, or the words of a placeable.
    pub fn is_foreign(&self, range: &Range<usize>) -> bool {
        let first = self.foreign.partition_point(|foreign| foreign.end <= range.start);
        self.foreign.get(first).is_some_and(|foreign| foreign.start < range.end)
    }

    /// Line and column before and behind the letter at a byte.
    fn ends(&self, at: usize) -> Option<((u32, u32), (u32, u32))> {
        let which = self.pieces.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
        let (start, from) = self.pieces.get(which)?;
        match from {
            From::Letters(line, column) => {
                let column = column + self.text.get(*start..at)?.chars().count() as u32;
                Some(((*line, column), (*line, column + 1)))
            }
            From::Whole(span) => Some(((span.line, span.column), (span.end_line, span.end_column))),
            From::Unknown => None,
        }
    }

    /// Notes that the words from a byte on are in a language.
    fn language(&mut self, start: usize, lang: Option<Locale>) {
        let range = start..self.text.len();
        self.parts.extend(lang.filter(|_| !range.is_empty()).map(|lang| (range, Part::Language(lang))));
    }

    fn piece(&mut self, from: From) {
        let at = self.text.len();
        self.pieces.pop_if(|(start, _)| *start == at);
        self.pieces.push((at, from));
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

/// The words of a stretch of `prose`, which is that of `body` or of one of its notes; `say` gives the words
/// of a placeable as it was typed.
pub fn traced(body: &Body, prose: &Prose, part: &Range<u32>, say: &dyn Fn(&str) -> Phrase) -> Traced {
    let end = part.end as usize;
    let mut reading = Reading { body, prose, say, out: Traced::default(), open: Vec::new(), code: None, pre: 0 };
    let (mut slots, mut origins) = (prose.slots_in(part), prose.origins_in(part));
    let mut at = part.start as usize;
    loop {
        while let Some((slot, rest)) = slots.split_first().filter(|(slot, _)| slot.at as usize <= at) {
            slots = rest;
            if slot.at as usize == at {
                reading.slot(slot.fill);
            }
        }
        while let Some((origin, rest)) = origins.split_first().filter(|(origin, _)| origin.at as usize <= at) {
            origins = rest;
            let from = if origin.line == 0 { From::Unknown } else { From::Letters(origin.line, origin.column) };
            reading.out.piece(from);
        }
        if at >= end {
            return reading.out;
        }
        let next = slots.first().map(|slot| slot.at).into_iter().chain(origins.first().map(|origin| origin.at));
        let next = next.min().map_or(end, |next| end.min(next as usize));
        at = reading.step(at, next, end);
    }
}

struct Reading<'a> {
    body: &'a Body,
    prose: &'a Prose,
    say: &'a dyn Fn(&str) -> Phrase,
    out: Traced,
    /// Of each open element that may have a language, where its words begin and which, if it has one.
    open: Vec<Option<(usize, Option<Locale>)>>,
    code: Option<usize>,
    pre: u32,
}

impl Reading<'_> {
    /// Reads one tag, one entity, or the words up to `next`; gives where it ended.
    fn step(&mut self, at: usize, next: usize, end: usize) -> usize {
        let Some(rest) = self.prose.html.get(at..end) else { return end };
        match rest.as_bytes().first() {
            Some(b'<') => match end_of_tag(rest) {
                Some(length) => at + self.tag(rest, length),
                None => self.words(rest, at),
            },
            Some(b'&') => {
                let (letter, length) = entity(rest);
                self.out.text.push(letter);
                at + length
            }
            _ => {
                let words = rest.get(..next.saturating_sub(at)).filter(|words| !words.is_empty()).unwrap_or(rest);
                let length = words.find(['<', '&']).unwrap_or(words.len());
                self.words(&rest[..length], at)
            }
        }
    }

    fn words(&mut self, words: &str, at: usize) -> usize {
        match self.pre {
            0 => {
                // Between tags the writer breaks its lines; inside of a paragraph it is the author's break.
                let is_start = self.out.text.is_empty() || self.out.text.ends_with('\n');
                let said = if is_start { words.trim_start_matches('\n') } else { words };
                self.out.text.extend(said.chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
            }
            _ => self.out.text.push_str(words),
        }
        at + words.len()
    }

    /// Reads the tag of this length at the start of `html`; gives how much of it is read then.
    fn tag(&mut self, html: &str, length: usize) -> usize {
        let tag = &html[..length];
        let is_end = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = &name[..name.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(name.len())];
        match name {
            "script" | "style" if !is_end => return html.len() - after(&html[length..], name).len(),
            "sup" if tag.contains("class=\"note-ref\"") => return html.len() - after(&html[length..], name).len(),
            "pre" if is_end => self.pre = self.pre.saturating_sub(1),
            "pre" => self.pre += 1,
            "code" if is_end => {
                if let Some(start) = self.code.take() {
                    self.out.foreign.push(start..self.out.text.len());
                    self.out.parts.push((start..self.out.text.len(), Part::Code));
                }
            }
            "code" => self.code = Some(self.out.text.len()),
            "span" | "figure" if is_end => {
                let opened = self.open.pop().flatten();
                let start = opened.map(|(start, lang)| {
                    self.out.language(start, lang);
                    start
                });
                // What lies in code or in another language already is not told twice.
                let last = self.out.foreign.last().map_or(0, |last| last.end);
                let start = start.map(|start| start.max(last)).filter(|start| *start < self.out.text.len());
                self.out.foreign.extend(start.map(|start| start..self.out.text.len()));
            }
            "span" | "figure" => self.open.push(language_of(tag).map(|lang| (self.out.text.len(), lang))),
            _ => {}
        }
        if LINES.contains(&name) || matches!(name, "td" | "th") {
            self.out.end_line();
        }
        length
    }

    /// Puts the words of a placeable here; what else may stand in a slot has none.
    fn slot(&mut self, fill: u32) {
        let fillable = self.body.fillables().get(fill as usize).filter(|fillable| fillable.within == Within::Text);
        let Some(SlotKind::Placeable(at)) = fillable.map(|fillable| fillable.kind) else { return };
        let Some(placeable) = self.body.placeables.get(at as usize) else { return };
        self.out.piece(From::Whole(placeable.span));
        let start = self.out.text.len();
        for run in (self.say)(&placeable.source).runs {
            let start = self.out.text.len();
            self.out.text.push_str(&run.text);
            self.out.language(start, run.lang);
        }
        self.out.foreign.push(start..self.out.text.len());
        self.out.parts.push((start..self.out.text.len(), Part::Placeable));
        self.out.piece(From::Unknown);
    }
}

/// The language that a tag names; none within where it is no tag.
fn language_of(tag: &str) -> Option<Option<Locale>> {
    let (_, named) = tag.split_once(" lang=\"")?;
    Some(named.split('"').next().and_then(Locale::parse))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::markdown::{Options, read};

    fn first(text: &str) -> Traced {
        let body = read(&"en.md".into(), text, 4, Options::default()).value;
        let part = body.blocks.first().map_or(0..0, |block| block.html.clone());
        traced(&body, &body.prose, &part, &|source| Phrase::plain(&source.to_uppercase()))
    }

    /// Each word of the text with the line and columns that it is said to have.
    fn place(traced: &Traced, word: &str) -> Option<(u32, u32, u32)> {
        let at = traced.text.find(word).expect("it is there");
        traced.span(&(at..at + word.len())).map(|span| (span.line, span.column, span.end_column))
    }

    #[test]
    fn every_word_has_its_place_through_markup_entities_and_placeables() {
        let text = first("One *two* it’s \"q\" &amp; [{ -x } six](/a)\n`co de` \\* é { $n } ten.[^a]\n\n[^a]: Note\n");
        assert_eq!(text.text.trim(), "One two it’s “q” & { -X } six co de * é { $N } ten.");
        assert_eq!(place(&text, "two"), Some((5, 6, 9)));
        assert_eq!(place(&text, "q"), Some((5, 17, 18)));
        assert_eq!(place(&text, "{ -X }"), Some((5, 27, 33)));
        assert_eq!(place(&text, "six"), Some((5, 34, 37)));
        assert_eq!(place(&text, "é"), Some((6, 12, 13)));
        assert_eq!(place(&text, "ten"), Some((6, 21, 24)));
        let foreign: Vec<&str> = text.foreign.iter().map(|range| &text.text[range.clone()]).collect();
        assert_eq!(foreign, ["{ -X }", "co de", "{ $N }"]);
    }

    #[test]
    fn cells_and_items_are_lines_and_other_languages_are_known() {
        let table = first("| A | B |\n| - | - |\n| 1 | [zwei drei]{lang=de} |\n");
        assert_eq!(table.text, "A\nB\n1\nzwei drei\n");
        assert_eq!(place(&table, "drei"), Some((7, 13, 17)));
        assert_eq!(&table.text[table.foreign[0].clone()], "zwei drei");
        let german = Locale::parse("de").map(Part::Language).expect("a tag of the test");
        assert_eq!(table.parts, [(table.foreign[0].clone(), german)]);
        assert_eq!(first("- a\n  - b\n- c\n").text, "a\nb\nc\n");
    }

    #[test]
    fn broken_html_ends_without_a_panic() {
        for text in ["<", "<p", "a <b", "&", "```\n<x\n```\n", "{ $x }", "<div", "![a](/b \"c { $d } e\")"] {
            let _ = first(text).span(&(0..1));
        }
    }
}
