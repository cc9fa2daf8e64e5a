//! Places of byte offsets in one file.

use std::sync::Arc;

use crate::diagnostic::{Place, Span};

/// Line and column of many offsets, so that each of many places is found without counting from the
/// start of the file, or of a very long line.
pub(super) struct Lines<'a> {
    file: &'a Arc<str>,
    text: &'a str,
    /// Offset, line and column of each line's start, and of every so many characters in it.
    known: Vec<(usize, u32, u32)>,
}

/// Characters between two known columns of a line.
const STRIDE: u32 = 256;

impl<'a> Lines<'a> {
    /// Reads the text once.
    pub(super) fn new(file: &'a Arc<str>, text: &'a str) -> Lines<'a> {
        let (mut known, mut line, mut column) = (vec![(0, 1, 1)], 1, 1);
        for (at, letter) in text.char_indices() {
            (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
            if column % STRIDE == 1 {
                known.push((at + letter.len_utf8(), line, column));
            }
        }
        Lines { file, text, known }
    }

    /// The place of the bytes `start..end`.
    pub(super) fn place(&self, start: usize, end: usize) -> Place {
        let (start, end) = (start.min(self.text.len()), end.min(self.text.len()));
        let (from, line, column) = self.known[self.known.partition_point(|(from, ..)| *from <= start) - 1];
        let mut span = Span::of(&self.text[from..], start - from, end.max(start) - from);
        // On the line of the known column, columns count from there.
        if span.end_line == 1 {
            span.end_column += column - 1;
        }
        if span.line == 1 {
            span.column += column - 1;
        }
        Place::new(self.file, span.shifted(line - 1))
    }
}
