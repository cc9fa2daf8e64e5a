//! What is said while reading: from bytes of the text to places in the file.

use std::ops::Range;
use std::sync::Arc;

use crate::bytes::line_starts;
use crate::diagnostic::{Code, Diagnostic, Place, Span};

/// Turns bytes into places and keeps what was said.
pub(super) struct Report<'a> {
    file: &'a Arc<str>,
    text: &'a str,
    lines: Vec<usize>,
    first: (u32, u32),
    last: (usize, usize, u32),
    said: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    /// A report about `text`, whose first character stands at `first` (line and column) of the file.
    pub(super) fn new(file: &'a Arc<str>, text: &'a str, first: (u32, u32)) -> Report<'a> {
        let lines = line_starts(text);
        Report { file, text, lines, first, last: (0, 0, 0), said: Vec::new() }
    }

    /// The place of some bytes, without the white space at their end.
    pub(super) fn span(&mut self, range: &Range<usize>) -> Span {
        let source = self.text.get(range.clone()).unwrap_or_default();
        let trimmed = source.trim_end().len();
        let end = range.start + if trimmed == 0 { source.len() } else { trimmed };
        let (line, column) = self.place(range.start);
        // Stretches begin in order, but may lie in one another: the count goes on from the last beginning.
        let beginning = self.last;
        let (end_line, end_column) = self.place(end);
        self.last = beginning;
        Span { line, column, end_line, end_column }
    }

    /// Says `code` about some bytes.
    pub(super) fn say(&mut self, code: &'static Code, range: &Range<usize>) {
        let diagnostic = self.about(code, range);
        self.said.push(diagnostic);
    }

    /// Says `code` about some bytes, with one value for its message.
    pub(super) fn say_with(&mut self, code: &'static Code, range: &Range<usize>, name: &'static str, value: &str) {
        let diagnostic = self.about(code, range).with(name, value);
        self.said.push(diagnostic);
    }

    /// Says what was put together elsewhere.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.said.push(diagnostic);
    }

    /// A diagnostic about some bytes, to be completed and pushed.
    pub(super) fn about(&mut self, code: &'static Code, range: &Range<usize>) -> Diagnostic {
        let place = self.place_of(range);
        Diagnostic::new(code, place)
    }

    /// The place of some bytes in the file.
    pub(super) fn place_of(&mut self, range: &Range<usize>) -> Place {
        let span = self.span(range);
        Place::new(self.file, span)
    }

    /// Everything said, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.said.sort_by_key(|diagnostic| diagnostic.place.as_ref().map(|place| place.span));
        self.said
    }

    /// The line and column of a byte.
    pub(super) fn origin(&mut self, byte: usize) -> (u32, u32) {
        self.place(byte)
    }

    fn place(&mut self, offset: usize) -> (u32, u32) {
        // Questions mostly go forward: counting on from the last one keeps one endless line linear.
        let (last_line, last_offset, last_column) = self.last;
        let is_within = |line: usize| {
            let starts = self.lines.get(line).is_some_and(|start| *start <= offset);
            starts && self.lines.get(line + 1).is_none_or(|next| offset < *next)
        };
        let near = [last_line, last_line + 1].into_iter().find(|line| is_within(*line));
        let line = near.unwrap_or_else(|| self.lines.partition_point(|start| *start <= offset).max(1) - 1);
        let (from, before) =
            if line == last_line && offset >= last_offset { (last_offset, last_column) } else { (self.lines[line], 0) };
        let column = before + self.text.get(from..offset).unwrap_or_default().chars().count() as u32;
        self.last = (line, offset, column);
        let base = if line == 0 { self.first.1 } else { 1 };
        (self.first.0 + line as u32, base + column)
    }
}
