//! The words of a stretch of a body, placeables resolved, that know where each letter stands in the file.
//!
//! In: the HTML of one block or footnote with its slots. Out: plain text as [`super::plain`] makes it, a
//! line for each paragraph, item, cell; of any bytes of it the place in the source, and whether they are
//! code, in another language, a link or in italics. Never fails: what is no tag is text.

use std::ops::Range;

use memchr::{memchr, memchr2};

use super::body::{Body, Fillable, Prose, SlotKind, Within};
use super::plain::{after, end_of_tag, entity, is_line};
use super::words::read_words;
use crate::diagnostic::{Place, Span};
use crate::locale::Phrase;
use crate::syntax::placeable::Placeable;
use crate::syntax::wordset::plain_run;

/// More parts in one another are passed over: only raw HTML without ends has them.
const MOST_INSIDE: usize = 200;

/// Words and where they come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traced {
    /// The words. Lines end with a line feed.
    pub text: String,
    /// The bytes that are code, marked as another language's, or the words of a placeable; in order.
    pub foreign: Vec<Range<usize>>,
    /// What is more than words, in the order of the ends.
    pub parts: Vec<Part>,
    pieces: Vec<(usize, From)>,
}

/// A stretch of the words that is more than words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its bytes of the words.
    pub range: Range<usize>,
    /// The innermost language that is marked around it.
    pub language: Option<String>,
}

/// What a stretch of the words is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartKind {
    /// The words of a link.
    Link,
    /// A picture, which has no words here.
    Picture,
    /// Words in italics.
    Italics,
    /// Words in this language, marked or from a placeable.
    Language(String),
    /// Code.
    Code,
    /// The words of a placeable.
    Placeable,
}

impl PartKind {
    /// The language that the words are in, if they are marked for it.
    pub fn language(&self) -> Option<&str> {
        match self {
            PartKind::Language(tag) => Some(tag),
            _ => None,
        }
    }
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
            let Some(lang) = &run.lang else { continue };
            let (range, kind) = (start..traced.text.len(), PartKind::Language(lang.as_str().to_owned()));
            traced.foreign.push(range.clone());
            traced.parts.push(Part { kind, range, language: None });
        }
        traced
    }

    /// The parts inside of one, by its index: they end before it does.
    pub fn inside(&self, at: usize) -> impl Iterator<Item = &Part> {
        let start = self.parts.get(at).map_or(0, |part| part.range.start);
        let before = self.parts.get(..at).unwrap_or_default().iter().rev();
        before.take_while(move |part| part.range.start >= start).take(MOST_INSIDE)
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
    let source = Source { fillables: body.fillables(), placeables: &body.placeables, prose };
    read(source, part, say)
}

/// The words of a title or summary that is written at `place`, as YAML gives it.
pub fn traced_words(word: &str, place: &Place, say: &dyn Fn(&str) -> Phrase) -> Traced {
    let span = place.span;
    // Written on one line, with or without quotation marks: then every letter has its column. What YAML
    // folded or escaped has not.
    let written = (span.line == span.end_line).then(|| span.end_column.saturating_sub(span.column));
    let letters = word.chars().count() as u32;
    let quotes = written.and_then(|written| written.checked_sub(letters)).filter(|more| matches!(more, 0 | 2));
    let start = Span { column: span.column + quotes.unwrap_or_default() / 2, ..span };
    let words = read_words(&place.file, word, start).value;
    let source = Source { fillables: words.fillables(), placeables: &words.placeables, prose: &words.prose };
    let mut traced = read(source, &(0..words.prose.html.len() as u32), say);
    if quotes.is_none() {
        traced.pieces = vec![(0, From::Whole(span))];
    }
    traced
}

/// HTML with what its slots stand for.
#[derive(Clone, Copy)]
struct Source<'a> {
    fillables: &'a [Fillable],
    placeables: &'a [Placeable],
    prose: &'a Prose,
}

fn read(source: Source<'_>, part: &Range<u32>, say: &dyn Fn(&str) -> Phrase) -> Traced {
    let (end, prose) = (part.end as usize, source.prose);
    let out = Traced { text: String::with_capacity(end.saturating_sub(part.start as usize)), ..Traced::default() };
    let mut reading = Reading { source, say, out, open: Vec::new(), code: None, pre: 0 };
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
    source: Source<'a>,
    say: &'a dyn Fn(&str) -> Phrase,
    out: Traced,
    /// Of each open element that may be a part, where its words begin, what it is, and its language.
    open: Vec<(usize, Option<PartKind>, Option<String>)>,
    code: Option<usize>,
    pre: u32,
}

impl Reading<'_> {
    /// Reads one tag, one entity, or the words up to `next`; gives where it ended.
    fn step(&mut self, at: usize, next: usize, end: usize) -> usize {
        let Some(rest) = self.source.prose.html.get(at..end) else { return end };
        match rest.as_bytes().first() {
            Some(b'<') => match end_of_tag(rest, 1) {
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
                let length = memchr2(b'<', b'&', words.as_bytes()).unwrap_or(words.len());
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
                let mut rest = said;
                while let Some(end) = memchr(b'\n', rest.as_bytes()) {
                    self.out.text.push_str(&rest[..end]);
                    self.out.text.push(' ');
                    rest = &rest[end + 1..];
                }
                self.out.text.push_str(rest);
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
        let name = &name[..plain_run(name.as_bytes())];
        match name {
            "script" | "style" if !is_end => return html.len() - after(&html[length..], name).len(),
            "sup" if tag.contains("class=\"note-ref\"") => return html.len() - after(&html[length..], name).len(),
            "pre" if is_end => self.pre = self.pre.saturating_sub(1),
            "pre" => self.pre += 1,
            "code" if is_end => {
                if let Some(start) = self.code.take() {
                    self.out.foreign.push(start..self.out.text.len());
                    self.part(PartKind::Code, start);
                }
            }
            "code" => self.code = Some(self.out.text.len()),
            "img" => self.part(PartKind::Picture, self.out.text.len()),
            "span" | "figure" | "em" | "a" if is_end => self.close(),
            "span" | "figure" => self.open(None, tag),
            "em" => self.open(Some(PartKind::Italics), tag),
            "a" => self.open(Some(PartKind::Link), tag),
            _ => {}
        }
        if is_line(name) || matches!(name, "td" | "th") {
            self.out.end_line();
        }
        length
    }

    /// Opens what may be a part.
    fn open(&mut self, kind: Option<PartKind>, tag: &str) {
        let language = tag.split_once(" lang=\"").and_then(|(_, rest)| rest.split_once('"'));
        self.open.push((self.out.text.len(), kind, language.map(|(language, _)| language.to_owned())));
    }

    /// Closes what was opened last.
    fn close(&mut self) {
        let Some((start, kind, language)) = self.open.pop() else { return };
        if let Some(language) = language {
            // What lies in code or in another language already is not told twice.
            let last = self.out.foreign.last().map_or(0, |last| last.end).max(start);
            self.out.foreign.extend(Some(last..self.out.text.len()).filter(|range| !range.is_empty()));
            self.part(PartKind::Language(language), start);
        }
        kind.into_iter().for_each(|kind| self.part(kind, start));
    }

    /// Notes what the words since a byte are.
    fn part(&mut self, kind: PartKind, start: usize) {
        let around = self.open.iter().rev().take(MOST_INSIDE).find_map(|(_, _, language)| language.clone());
        self.out.parts.push(Part { kind, range: start..self.out.text.len(), language: around });
    }

    /// Puts the words of a placeable here, and notes where a link to a document begins and ends; what else
    /// may stand in a slot has no words.
    fn slot(&mut self, fill: u32) {
        let fillable = self.source.fillables.get(fill as usize).filter(|fillable| fillable.within == Within::Text);
        let at = match fillable.map(|fillable| fillable.kind) {
            Some(SlotKind::Placeable(at)) => at,
            Some(SlotKind::LinkOpen(_)) => return self.open(Some(PartKind::Link), ""),
            Some(SlotKind::LinkClose(_)) => return self.close(),
            _ => return,
        };
        let Some(placeable) = self.source.placeables.get(at as usize) else { return };
        self.out.piece(From::Whole(placeable.span));
        let start = self.out.text.len();
        for run in (self.say)(&placeable.source).runs {
            let begin = self.out.text.len();
            self.out.text.push_str(&run.text);
            run.lang.into_iter().for_each(|lang| self.part(PartKind::Language(lang.as_str().to_owned()), begin));
        }
        self.out.foreign.push(start..self.out.text.len());
        self.part(PartKind::Placeable, start);
        self.out.piece(From::Unknown);
    }
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
        let languages: Vec<_> = table.parts.iter().map(|part| (&part.range, part.kind.language())).collect();
        assert_eq!(languages, [(&table.foreign[0], Some("de"))]);
        assert_eq!(first("- a\n  - b\n- c\n").text, "a\nb\nc\n");
    }

    #[test]
    fn links_italics_and_languages_are_parts_and_pictures_have_no_words() {
        let text = first("[one](doc:a/b) *two [drei]{lang=de}* [![x](/x.png) four](/a) <https://a.example>\n");
        let part = |part: &Part| format!("{:?} {}", part.kind, &text.text[part.range.clone()]);
        let parts: Vec<String> = text.parts.iter().map(part).collect();
        assert_eq!(
            parts,
            [
                "Link one",
                "Language(\"de\") drei",
                "Italics two drei",
                "Picture ",
                "Link  four",
                "Link https://a.example"
            ]
        );
    }

    #[test]
    fn letters_of_a_title_have_columns_where_yaml_wrote_them_as_they_are() {
        let place =
            |end_line, end_column| Place::new(&"en.md".into(), Span { line: 2, column: 8, end_line, end_column });
        let say = |source: &str| Phrase::plain(&source.to_uppercase());
        let columns = |place: &Place| {
            let traced = traced_words("The [Pekan]{lang=id} of { -x } opens", place, &say);
            assert_eq!(traced.text, "The Pekan of { -X } opens");
            let at = traced.text.find("opens").expect("it is there");
            traced.span(&(at..at + 5)).map(|span| (span.line, span.column, span.end_column))
        };
        assert_eq!(columns(&place(2, 44)), Some((2, 39, 44)));
        assert_eq!(columns(&place(2, 46)), Some((2, 40, 45)));
        assert_eq!(columns(&place(3, 9)), Some((2, 8, 9)));
    }

    #[test]
    fn broken_html_ends_without_a_panic() {
        for text in ["<", "<p", "a <b", "&", "```\n<x\n```\n", "{ $x }", "<div", "![a](/b \"c { $d } e\")"] {
            let _ = first(text).span(&(0..1));
        }
    }
}
