//! Words without Markdown: titles, summaries, labels. They know placeables and languages of parts, no more.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::Event;

use super::Html;
use super::body::{Fillable, Prose};
use super::marks::{self, Syntax};
use super::mask;
use super::notes::Numbering;
use super::report::Report;
use super::write::{Page, Writer};
use crate::diagnostic::{Reported, Span};
use crate::syntax::placeable::Placeable;

/// A title, a summary or a label as a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Words {
    /// The HTML: text and languages of parts.
    pub prose: Prose,
    /// The placeables, in the order found.
    pub placeables: Vec<Placeable>,
    pub(super) fillables: Vec<Fillable>,
}

impl Words {
    /// What is to be filled in: one string for each, in this order, for [`Prose::fill`]. All are placeables.
    pub fn fillables(&self) -> &[Fillable] {
        &self.fillables
    }
}

/// Reads words that stand in `file` from the start of `place` on.
///
/// `\{`, `\[` and `\]` are the characters themselves; every other character stands for itself.
pub fn read_words(file: &Arc<str>, text: &str, place: Span) -> Reported<Words> {
    let mut report = Report::new(file, text, (place.line, place.column));
    let masked = mask::mask_words(text);
    let events = split(&masked.text);
    let marks = marks::find(&masked, &events, Syntax::Words, &mut report);
    let (notes, html) = (Numbering::default(), Html::default());
    let page = Page { masked: &masked, events: &events, marks: &marks, notes: &notes, html, coloured: None };
    let words = Writer::new(&page, &mut report).write_words();
    Reported::new(words, report.finish())
}

// The same shape that Markdown gives: a bare bracket is a text of one byte, an escaped one has lost
// its backslash and is part of the text behind it.
fn split(text: &str) -> Vec<(Event<'_>, Range<usize>)> {
    let mut events = Vec::new();
    let mut push = |range: Range<usize>| {
        if !range.is_empty() {
            events.push((Event::Text(text[range.clone()].into()), range));
        }
    };
    let mut from = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(['[', ']', '\\']).map(|distance| at + distance) {
        let is_escape = text.as_bytes()[found] == b'\\';
        if is_escape && !matches!(text.as_bytes().get(found + 1), Some(b'[' | b']')) {
            at = found + 1;
            continue;
        }
        push(from..found);
        if is_escape {
            (from, at) = (found + 1, found + 2);
        } else {
            push(found..found + 1);
            (from, at) = (found + 1, found + 1);
        }
    }
    push(from..text.len());
    events
}
