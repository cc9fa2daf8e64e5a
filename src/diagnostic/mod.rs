//! What can be said to the author.
//!
//! In: a code from [`codes`], the place, the arguments. Out: a value without prose; the words are
//! made at printing, in the reader's language ([`print`]). A stage that finds a mistake goes on:
//! it returns what it could make together with everything it has to say ([`Reported`]).

pub mod codes;
pub mod explain;
pub mod print;
pub mod words;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

pub use codes::Code;
use serde::{Deserialize, Serialize};

/// How much a diagnostic weighs. Ordered: an error is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Something worth knowing that asks for nothing.
    Note,
    /// Should be mended, does not stop a build.
    Warning,
    /// Stops a build.
    Error,
}

/// A stretch of one file: lines and columns count from 1, columns in characters (Unicode scalar
/// values). The end is exclusive: the first column after the stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First line.
    pub line: u32,
    /// First column.
    pub column: u32,
    /// Line of the end.
    pub end_line: u32,
    /// Column after the end.
    pub end_column: u32,
}

impl Span {
    /// The start of a file, for what is missing from it.
    pub const START: Span = Span { line: 1, column: 1, end_line: 1, end_column: 1 };

    /// Finds lines and columns of the bytes `start..end` of `text`. Offsets past the end, or inside
    /// a character, are moved back to the nearest boundary. Linear in `start`.
    pub fn of(text: &str, start: usize, end: usize) -> Span {
        let start = floor_boundary(text, start);
        let end = floor_boundary(text, end.max(start));
        let (line, column) = advance(1, 1, &text[..start]);
        let (end_line, end_column) = advance(line, column, &text[start..end]);
        Span { line, column, end_line, end_column }
    }

    /// The byte of `text` at which the stretch begins; the end of the text where it has no such place.
    pub fn start_in(self, text: &str) -> usize {
        byte_at(text, self.line, self.column)
    }

    /// The byte of `text` at which the stretch ends, likewise.
    pub fn end_in(self, text: &str) -> usize {
        byte_at(text, self.end_line, self.end_column)
    }

    /// The same stretch in a file where `lines` more lines stand before it.
    pub fn shifted(self, lines: u32) -> Span {
        Span { line: self.line + lines, end_line: self.end_line + lines, ..self }
    }
}

fn byte_at(text: &str, line: u32, column: u32) -> usize {
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(line.saturating_sub(1) as usize).map(str::len).sum();
    let line = lines.next().unwrap_or_default();
    before + line.char_indices().nth(column.saturating_sub(1) as usize).map_or(line.len(), |(at, _)| at)
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn advance(line: u32, column: u32, passed: &str) -> (u32, u32) {
    match passed.rfind('\n') {
        None => (line, column + passed.chars().count() as u32),
        Some(last) => {
            let lines = passed.bytes().filter(|byte| *byte == b'\n').count() as u32;
            (line + lines, 1 + passed[last + 1..].chars().count() as u32)
        }
    }
}

/// A stretch of a named file. The file is relative to the site's root, with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub file: Arc<str>,
    /// Where in it.
    pub span: Span,
}

impl Place {
    /// A place in `file`.
    pub fn new(file: &Arc<str>, span: Span) -> Place {
        Place { file: Arc::clone(file), span }
    }

    /// The start of `file`.
    pub fn start_of(file: &Arc<str>) -> Place {
        Place::new(file, Span::START)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}", self.file, self.span.line, self.span.column)
    }
}

/// One thing to tell the author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Which mistake it is.
    #[serde(serialize_with = "codes::write", deserialize_with = "codes::read")]
    pub code: &'static Code,
    /// The code's severity, unless the standing of the document lowered it.
    pub severity: Severity,
    /// Where it is; none for what concerns no file (a folder that cannot be written).
    pub place: Option<Place>,
    /// Where the other half is, if there is one.
    pub other: Option<Place>,
    /// Values for the message, by the name that the message uses.
    pub arguments: Vec<(Cow<'static, str>, String)>,
}

impl Diagnostic {
    /// A diagnostic of `code` at `place`, without arguments.
    pub fn new(code: &'static Code, place: Place) -> Diagnostic {
        Diagnostic { code, severity: code.severity, place: Some(place), other: None, arguments: Vec::new() }
    }

    /// A diagnostic that concerns no file.
    pub fn nowhere(code: &'static Code) -> Diagnostic {
        Diagnostic { code, severity: code.severity, place: None, other: None, arguments: Vec::new() }
    }

    /// The same with a value for the message's `$name`, in place of an earlier one.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Diagnostic {
        self.arguments.retain(|(known, _)| *known != name);
        self.arguments.push((Cow::Borrowed(name), value.into()));
        self
    }

    /// The same with the place of its other half.
    pub fn and(mut self, other: Place) -> Diagnostic {
        self.other = Some(other);
        self
    }

    /// The same, at most a warning: what is not about to be public does not stop a build.
    pub fn softened(mut self) -> Diagnostic {
        self.severity = self.severity.min(Severity::Warning);
        self
    }

    /// Whether it stops a build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// A value, and what was said while making it.
#[derive(Debug, Clone, Default)]
pub struct Reported<T> {
    /// What could be made.
    pub value: T,
    /// What there is to say, in the order found.
    pub said: Vec<Diagnostic>,
}

impl<T> Reported<T> {
    /// A value about which nothing is to be said.
    pub fn clean(value: T) -> Reported<T> {
        Reported { value, said: Vec::new() }
    }

    /// A value with what was said.
    pub fn new(value: T, said: Vec<Diagnostic>) -> Reported<T> {
        Reported { value, said }
    }

    /// Hands out the value and adds what was said to `all`.
    pub fn take(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.said);
        self.value
    }

    /// Changes the value, keeps what was said.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reported<U> {
        Reported { value: change(self.value), said: self.said }
    }
}

/// Finds the known word nearest to `word`, for "did you mean": at most a third of its letters
/// away, the earlier of two equally near ones. None if nothing is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let text = "satu\ndé dua\n";
        let at = text.find("dua").expect("it is there");
        assert_eq!(Span::of(text, at, at + 3), Span { line: 2, column: 4, end_line: 2, end_column: 7 });
        assert_eq!(Span::of(text, 999, 1000).line, 3);
        let span = Span::of(text, at, at + 3);
        assert_eq!((span.start_in(text), span.end_in(text)), (at, at + 3));
        assert_eq!(Span { line: 9, ..span }.start_in(text), text.len());
    }

    #[test]
    fn a_misspelt_word_finds_its_neighbour_and_a_strange_one_finds_nothing() {
        assert_eq!(nearest("summry", ["title", "summary"]), Some("summary"));
        assert_eq!(nearest("colour", ["title", "summary"]), None);
    }
}
