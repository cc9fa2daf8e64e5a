//! Language of parts: `[phrase]{lang=en}`, found among the events of Markdown or words.
//!
//! In: events, where a bare bracket is a text of one byte. Out: marks on events, and which braces
//! they used. Brackets pair only within the same emphasis, link or block, so that spans nest.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Events;
use super::mask::Masked;
use super::report::Report;
use crate::diagnostic::codes;
use crate::locale::{Direction, Locale};
use crate::syntax::placeable::{self, BraceKind};

/// A language, as it is written into HTML.
#[derive(Debug)]
pub(super) struct Language {
    /// The BCP 47 tag in its canonical case.
    pub(super) tag: String,
    /// Whether it is written from right to left.
    pub(super) is_rtl: bool,
}

/// What a mark does with the event it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MarkKind {
    /// A span in this language opens instead of a bracket.
    OpenInstead(usize),
    /// The span closes instead of a bracket.
    CloseInstead,
    /// A span in this language opens before a link, an image or code.
    OpenBefore(usize),
    /// That span closes after it.
    CloseAfter,
}

/// The marks of one text.
pub(super) struct Marks {
    marks: Vec<(usize, MarkKind)>,
    /// The languages that marks name.
    pub(super) languages: Vec<Language>,
    /// For each brace of the text, whether a mark used it.
    pub(super) used: Vec<bool>,
}

impl Marks {
    /// The marks on one event, at most two.
    pub(super) fn on(&self, event: usize) -> &[(usize, MarkKind)] {
        let first = self.marks.partition_point(|(at, _)| *at < event);
        let rest = &self.marks[first..];
        &rest[..rest.iter().take_while(|(at, _)| *at == event).count()]
    }
}

/// Whether brackets may be links that lead nowhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// Markdown: `[x][y]` was meant as a link.
    Markdown,
    /// Words: it was not.
    Words,
}

/// Finds the marks; says which languages and links are wrong.
pub(super) fn find<'a>(
    masked: &'a Masked<'_>,
    events: &'a Events<'_>,
    syntax: Syntax,
    report: &mut Report<'_>,
) -> Marks {
    let marks = Marks { marks: Vec::new(), languages: Vec::new(), used: vec![false; masked.braces.len()] };
    let mut finder = Finder {
        source: masked.source,
        masked,
        events,
        syntax,
        marks,
        open: Vec::new(),
        brackets: Vec::new(),
        last: None,
    };
    for (at, (event, range)) in events.iter().enumerate() {
        finder.event(at, event, range, report);
    }
    finder.marks.marks.sort_unstable();
    finder.marks
}

// Where a span stands: instead of its brackets, or around a link, an image, code.
#[derive(Clone, Copy)]
enum Stand {
    Instead,
    Around,
}

impl Stand {
    fn marks(self, language: usize) -> (MarkKind, MarkKind) {
        match self {
            Stand::Instead => (MarkKind::OpenInstead(language), MarkKind::CloseInstead),
            Stand::Around => (MarkKind::OpenBefore(language), MarkKind::CloseAfter),
        }
    }
}

struct Finder<'a, 'e> {
    source: &'a str,
    masked: &'a Masked<'a>,
    events: &'a Events<'e>,
    syntax: Syntax,
    marks: Marks,
    // For each open element: its event, and how many brackets were open before it.
    open: Vec<(usize, usize)>,
    brackets: Vec<usize>,
    // The bytes of the last pair of brackets, if no mark used it.
    last: Option<Range<usize>>,
}

impl Finder<'_, '_> {
    fn event(&mut self, at: usize, event: &Event<'_>, range: &Range<usize>, report: &mut Report<'_>) {
        match event {
            Event::Start(_) => self.open.push((at, self.brackets.len())),
            Event::End(end) => {
                let Some((start, brackets)) = self.open.pop() else { return };
                self.brackets.truncate(brackets);
                if matches!(end, TagEnd::Link | TagEnd::Image) {
                    self.attach(Stand::Around, start, at, report);
                }
            }
            Event::Code(_) => drop(self.attach(Stand::Around, at, at, report)),
            Event::Text(text) if &**text == "[" && self.is_bare(range) => self.brackets.push(at),
            Event::Text(text) if &**text == "]" && self.is_bare(range) => self.close_bracket(at, range, report),
            _ => {}
        }
    }

    fn is_bare(&self, range: &Range<usize>) -> bool {
        range.len() == 1 && !placeable::is_escaped(self.source, range.start)
    }

    fn close_bracket(&mut self, at: usize, range: &Range<usize>, report: &mut Report<'_>) {
        let floor = self.open.last().map_or(0, |(_, brackets)| *brackets);
        if self.brackets.len() <= floor {
            return;
        }
        let Some(opening) = self.brackets.pop() else { return };
        if self.attach(Stand::Instead, opening, at, report) {
            return;
        }
        let pair = self.events[opening].1.start..range.end;
        if self.syntax == Syntax::Markdown {
            self.judge_pair(&pair, report);
        }
        self.last = Some(pair);
    }

    // A pair without a language: text, unless it looks like a link that Markdown did not take for one.
    fn judge_pair(&mut self, pair: &Range<usize>, report: &mut Report<'_>) {
        let inner = &self.source[pair.start + 1..pair.end - 1];
        // Labels hold no brackets; without this, nested ones would be repeated in each message.
        let is_label = |label: &&str| !label.contains('[');
        let is_note = |label: &&str| !label.contains(|letter: char| letter.is_whitespace() || letter == '[');
        if let Some(label) = inner.strip_prefix('^').filter(is_note) {
            report.say_with(&codes::UNDEFINED_FOOTNOTE, pair, "label", label);
        } else if let Some(before) = self.last.take().filter(|last| last.end == pair.start && is_label(&inner)) {
            let label = if inner.is_empty() { &self.source[before.start + 1..before.end - 1] } else { inner };
            report.say_with(&codes::UNDEFINED_LINK, &(before.start..pair.end), "label", label);
        } else if self.source[pair.end..].starts_with('(') {
            self.judge_destination(pair, report);
        }
    }

    // `[text](…` that is no link: its destination holds a placeable, or white space.
    fn judge_destination(&mut self, pair: &Range<usize>, report: &mut Report<'_>) {
        let first = self.masked.braces.partition_point(|brace| brace.range.start < pair.end);
        // A look ahead of bounded length: brackets without end must not make it quadratic.
        let ahead = self.source.as_bytes()[pair.end..].iter().take(LONGEST_DESTINATION);
        let end = ahead.clone().position(|byte| matches!(byte, b'\n' | b')')).map_or(pair.end, |at| pair.end + at + 1);
        match self.masked.braces.get(first).filter(|brace| brace.range.start < end) {
            Some(brace) if brace.kind == BraceKind::Placeable => {
                report.say(&codes::MISPLACED_PLACEABLE, &brace.range);
            }
            _ => report.say(&codes::BROKEN_LINK, &(pair.start..end)),
        }
    }

    // Whether attributes stand behind the event `last`; if they name a language, marks are set.
    fn attach(&mut self, stand: Stand, first: usize, last: usize, report: &mut Report<'_>) -> bool {
        let end = self.events[last].1.end;
        let Some(at) = self.masked.brace_at(end) else { return false };
        let brace = &self.masked.braces[at];
        if brace.kind != BraceKind::Attached || self.marks.used[at] {
            return false;
        }
        self.marks.used[at] = true;
        if let Some(language) = language_of(&self.source[brace.range.clone()], &brace.range, report) {
            let (open, close) = stand.marks(self.marks.languages.len());
            self.marks.marks.extend([(first, open), (last, close)]);
            self.marks.languages.push(language);
        }
        true
    }
}

const LONGEST_DESTINATION: usize = 300;

// Reads `{lang=en}`.
fn language_of(attributes: &str, range: &Range<usize>, report: &mut Report<'_>) -> Option<Language> {
    let Some(tag) = attributes.trim_matches(['{', '}']).trim().strip_prefix("lang=") else {
        report.say_with(&codes::UNKNOWN_ATTRIBUTES, range, "attributes", attributes);
        return None;
    };
    let Some(language) = Locale::parse(tag) else {
        report.say_with(&codes::BAD_LANGUAGE, range, "tag", tag);
        return None;
    };
    Some(Language { is_rtl: language.direction() == Direction::Rtl, tag: language.as_str().to_owned() })
}

/// The image of a paragraph that holds nothing else but perhaps its language: the events of its
/// start and of its end. `paragraph` is the event that starts the paragraph.
pub(super) fn lone_image(events: &Events<'_>, paragraph: usize, masked: &Masked<'_>) -> Option<(usize, usize)> {
    let start = paragraph + 1;
    if !matches!(events.get(start), Some((Event::Start(Tag::Image { .. }), _))) {
        return None;
    }
    let mut depth = 0;
    let length = events[start..].iter().position(|(event, _)| {
        match event {
            Event::Start(Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    let end = start + length;
    let is_language = |range: &Range<usize>| {
        let brace = masked.brace_at(range.start).map(|at| &masked.braces[at]);
        brace.is_some_and(|brace| brace.kind == BraceKind::Attached && brace.range == *range)
    };
    match (&events.get(end + 1)?.0, &events.get(end + 2).map(|(event, _)| event)) {
        (Event::End(TagEnd::Paragraph), _) => Some((start, end)),
        (Event::Text(_), Some(Event::End(TagEnd::Paragraph))) if is_language(&events[end + 1].1) => Some((start, end)),
        _ => None,
    }
}
