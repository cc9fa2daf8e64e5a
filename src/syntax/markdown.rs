//! The Markdown body of one edition, parsed alone into HTML with slots.
//!
//! In: the text of a body. Out: a [`Body`], and every mistake an author can make in it. What depends
//! on other files (messages, figures, routes, words of the theme) is a slot, to be filled by whoever
//! knows those files. The HTML holds no style, no script, no raw HTML of the author's, and an id for
//! each top-level block that is the same in every language: `p1`, `p2` …, or the heading's own.

mod block;
mod body;
mod code;
mod escape;
mod flat;
mod heading;
mod image;
mod inline;
mod link;
mod marks;
mod mask;
mod notes;
pub mod plain;
mod report;
mod shape;
#[cfg(test)]
mod soundness;
mod table;
mod target;
#[cfg(test)]
mod tests;
pub mod traced;
mod words;
mod write;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser};

pub use body::{
    AssetReference, AssetUsage, Block, BlockKind, Body, Fillable, Heading, Image, Label, Link, LinkKind, Note, Prose,
    Reference, Slot, SlotKind, Within,
};
pub use escape::encoded_url;
pub use shape::{CodeBlock, NoteReference, Origin, Shape};
pub use words::{Words, read_words};

use super::highlight::Coloured;
use super::weekday::Calendar;
use crate::diagnostic::Reported;
use report::Report;
use write::{Page, Writer};

/// How bodies are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// What becomes of raw HTML.
    pub html: Html,
    /// The words of dates in the language of the text; none where weekdays are not judged.
    pub calendar: Option<&'a Calendar>,
    /// What code was coloured in texts beside this one; none where it is read alone.
    pub coloured: Option<&'a Coloured>,
}

/// What becomes of raw HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Html {
    /// It is a mistake, and shown as text.
    #[default]
    Refuse,
    /// It is passed on as it is.
    Allow,
}

type Events<'a> = [(Event<'a>, Range<usize>)];

/// Reads the body of an edition. Its first line stands `first_line` lines below the top of `file`.
///
/// The value is complete whatever was said; a pure function, linear in the text.
pub fn read(file: &Arc<str>, text: &str, first_line: u32, options: Options<'_>) -> Reported<Body> {
    let mut report = Report::new(file, text, (first_line + 1, 1));
    let masked = mask::mask_markdown(text, extensions());
    // Some fifty letters an event.
    let mut events = Vec::with_capacity(text.len() / 32);
    events.extend(Parser::new_ext(&masked.text, extensions()).into_offset_iter());
    let marks = marks::find(&masked, &events, marks::Syntax::Markdown, &mut report);
    let notes = notes::number(&events, &mut report);
    if let Some(calendar) = options.calendar {
        flat::judge_weekdays(text, &events, calendar, &mut report);
    }
    let (html, coloured) = (options.html, options.coloured);
    let page = Page { masked: &masked, events: &events, marks: &marks, notes: &notes, html, coloured };
    let body = Writer::new(&page, &mut report).write();
    Reported::new(body, report.finish())
}

fn extensions() -> pulldown_cmark::Options {
    use pulldown_cmark::Options;
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_SMART_PUNCTUATION
}
