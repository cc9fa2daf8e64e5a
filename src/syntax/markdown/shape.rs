//! What of a body is the same in every language, whatever the words: shapes of blocks, footnotes referred
//! to, code; and where the words of the HTML come from.

use std::ops::Range;

use super::body::{Body, Prose};
use super::write::{Mode, Writer};
use crate::diagnostic::Span;
use crate::digest::Digest;

/// What a block is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Shape {
    /// Paragraphs that stand in it directly: of a quotation or an alert.
    pub paragraphs: u32,
    /// Items of a list, terms of a list of definitions.
    pub items: u32,
    /// Items of all lists inside of it.
    pub inner_items: u32,
    /// Rows of tables, the head not counted.
    pub rows: u32,
    /// Columns of tables.
    pub columns: u32,
}

/// A reference to a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NoteReference {
    /// The number of the note.
    pub number: u32,
    /// Where it stands.
    pub span: Span,
}

/// A block of code, also inside another block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodeBlock {
    /// The digest of its text.
    pub digest: Digest,
    /// Where it stands.
    pub span: Span,
}

/// Where the words of the HTML from a byte on stand in the file: letter by letter, up to the next origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The byte of the HTML.
    pub at: u32,
    /// The line in the file; 0 where it is not known.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl Prose {
    /// The origins of a stretch of the HTML: the last one before it may reach into it, and is not given.
    pub fn origins_in(&self, part: &Range<u32>) -> &[Origin] {
        let first = self.origins.partition_point(|origin| origin.at < part.start);
        let end = self.origins.partition_point(|origin| origin.at < part.end);
        &self.origins[first..end]
    }

    /// The slots of a stretch of the HTML.
    pub fn slots_in(&self, part: &Range<u32>) -> &[super::body::Slot] {
        let first = self.slots.partition_point(|slot| slot.at < part.start);
        let is_last = part.end as usize == self.html.len();
        let end = self.slots.partition_point(|slot| slot.at < part.end || is_last);
        &self.slots[first..end]
    }
}

impl Body {
    /// Changes the shape of the top-level block that is being written.
    fn reshape(&mut self, change: impl FnOnce(&mut Shape)) {
        if let Some(block) = self.blocks.last_mut() {
            change(&mut block.shape);
        }
    }
}

impl Writer<'_, '_, '_> {
    /// Counts something that opens here: `direct` if it stands in a top-level block directly, else `deeper`.
    /// Footnotes are no blocks.
    pub(super) fn count(&mut self, direct: impl FnOnce(&mut Shape), deeper: impl FnOnce(&mut Shape)) {
        if !self.outer.is_empty() {
            return;
        }
        match self.open.len() {
            0 => {}
            1 => self.body.reshape(direct),
            _ => self.body.reshape(deeper),
        }
    }

    /// Counts the columns of a table or, with none, a row of it.
    pub(super) fn count_table(&mut self, columns: Option<usize>) {
        if self.outer.is_empty() {
            self.body.reshape(|shape| match columns {
                Some(columns) => shape.columns += columns as u32,
                None => shape.rows += 1,
            });
        }
    }

    /// Notes that the words from here on stand at this byte of the source.
    pub(super) fn origin_at(&mut self, byte: usize) {
        if self.mode == Mode::Page {
            let (at, (line, column)) = (self.out.html.len() as u32, self.report.origin(byte));
            self.out.origins.push(Origin { at, line, column });
        }
    }

    /// Notes that it is not known where the words from here on stand.
    pub(super) fn origin_unknown(&mut self) {
        if self.mode == Mode::Page {
            self.out.origins.push(Origin { at: self.out.html.len() as u32, line: 0, column: 0 });
        }
    }
}
