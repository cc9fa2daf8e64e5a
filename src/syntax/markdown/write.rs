//! Events in, HTML with slots out, in one pass and without recursion, however deep the text nests.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event};

use super::body::{Block, BlockKind, Body, Fillable, Prose, Slot, SlotKind, Within};
use super::escape;
use super::marks::Marks;
use super::mask::Masked;
use super::notes::Numbering;
use super::report::Report;
use super::shape::Shape;
use super::words::Words;
use super::{Events, Html};
use crate::bytes::push_number;
use crate::diagnostic::codes;
use crate::syntax::highlight::Coloured;
use crate::syntax::placeable::{BraceKind, Placeable};

/// Everything that is known about a text before it is written.
pub(super) struct Page<'a> {
    pub(super) masked: &'a Masked<'a>,
    pub(super) events: &'a Events<'a>,
    pub(super) marks: &'a Marks,
    pub(super) notes: &'a Numbering,
    pub(super) html: Html,
    pub(super) coloured: Option<&'a Coloured>,
}

impl<'a> Page<'a> {
    /// The source of some bytes.
    pub(super) fn source(&self, range: &Range<usize>) -> &'a str {
        self.masked.source.get(range.clone()).unwrap_or_default()
    }
}

/// Where the words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Into the page.
    Page,
    /// Into an attribute: no markup.
    Attribute,
    /// Into the outline, after the page: languages of parts only, and nothing is said twice.
    Outline,
}

/// What ends an open element.
pub(super) enum Close {
    /// This HTML.
    Html(&'static str),
    /// A link that is plain HTML.
    Link,
    /// A link to a document: the fillable that closes it, and its number among the references.
    Reference { fill: u32, reference: usize, start: usize },
    /// A heading: its first event, its level, and its id if it is a top-level block.
    Heading { start: usize, level: u8, id: Option<String> },
    /// An image: its first event, and where in the HTML its alternative text begins.
    Image { start: usize, alternative: usize },
    /// A block of code in this language.
    Code { language: String },
    /// A footnote: its number, unless nothing refers to it.
    Note { number: Option<u32>, label: String, source: Range<usize> },
}

/// The writer of one text.
pub(super) struct Writer<'a, 'r, 't> {
    pub(super) page: &'a Page<'a>,
    pub(super) report: &'r mut Report<'t>,
    pub(super) body: Body,
    pub(super) out: Prose,
    pub(super) mode: Mode,
    pub(super) open: Vec<Close>,
    // The page while a footnote is written.
    pub(super) outer: Vec<Prose>,
    // Of each open span, whether its language is written from right to left.
    pub(super) directions: Vec<bool>,
    pub(super) block_number: u32,
    // Of the top-level numbered list: its block, and the number of the next item.
    pub(super) items: Option<(u32, u64)>,
    pub(super) explicit_ids: HashMap<String, Range<usize>>,
    pub(super) last_level: u8,
    pub(super) figure: Option<(usize, usize)>,
    pub(super) code: Option<String>,
    pub(super) table: TableState<'a>,
    pub(super) note_uses: HashMap<u32, u32>,
    pub(super) refused_tags: u32,
    pub(super) open_links: u32,
    // For each brace: its fillable, once it has been written.
    fill_of: Vec<Option<u32>>,
    used: Vec<bool>,
    too_deep: bool,
}

/// The table being written.
#[derive(Default)]
pub(super) struct TableState<'a> {
    pub(super) number: u32,
    pub(super) columns: &'a [Alignment],
    pub(super) column: usize,
    pub(super) is_head: bool,
}

// Browsers stop nesting at 512 elements; nobody reads past ten.
const DEEPEST: usize = 100;

impl<'a, 'r, 't> Writer<'a, 'r, 't> {
    /// A writer at the start of `page`.
    pub(super) fn new(page: &'a Page<'a>, report: &'r mut Report<'t>) -> Writer<'a, 'r, 't> {
        let braces = page.masked.braces.len();
        let html = String::with_capacity(page.masked.source.len() * 3 / 2);
        // What is left over is given back at the end. Of three events one has words.
        let origins = Vec::with_capacity(page.events.len() / 2);
        let body = Body { blocks: Vec::with_capacity(page.events.len() / 6), ..Body::default() };
        Writer {
            page,
            report,
            body,
            out: Prose { html, origins, ..Prose::default() },
            mode: Mode::Page,
            open: Vec::new(),
            outer: Vec::new(),
            directions: Vec::new(),
            block_number: 0,
            items: None,
            explicit_ids: HashMap::new(),
            last_level: 1,
            figure: None,
            code: None,
            table: TableState::default(),
            note_uses: HashMap::new(),
            refused_tags: 0,
            open_links: 0,
            fill_of: vec![None; braces],
            used: page.marks.used.clone(),
            too_deep: false,
        }
    }

    /// Writes everything.
    pub(super) fn write(mut self) -> Body {
        for at in 0..self.page.events.len() {
            self.event(at);
        }
        self.judge_braces();
        self.body.notes.sort_by_key(|note| note.number);
        self.body.prose = self.out;
        self.body.shrink();
        self.body
    }

    /// Writes words, which have no blocks.
    pub(super) fn write_words(mut self) -> Words {
        for at in 0..self.page.events.len() {
            self.event(at);
        }
        self.judge_braces();
        Words { prose: self.out, placeables: self.body.placeables, fillables: self.body.fillables }
    }

    /// Writes one event.
    pub(super) fn event(&mut self, at: usize) {
        let page = self.page;
        let (event, range) = &page.events[at];
        let marks = page.marks.on(at);
        if self.marks_before(at, marks) {
            return;
        }
        match event {
            Event::Start(tag) => self.start(at, tag, range),
            Event::End(_) => self.end(at),
            Event::Text(text) => self.text(text, range),
            Event::Code(code) => self.inline_code(code),
            Event::Html(_) => self.block_html(range),
            Event::InlineHtml(_) => self.inline_html(range),
            Event::FootnoteReference(label) => self.note_reference(label, range),
            Event::SoftBreak if self.mode == Mode::Page => self.out.html.push('\n'),
            Event::HardBreak if self.mode == Mode::Page => self.out.html.push_str("<br>\n"),
            Event::SoftBreak | Event::HardBreak => self.out.html.push(' '),
            Event::Rule => self.rule(range),
            // Their extensions are off.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
        self.marks_after(at, marks);
    }

    /// Whether an element here would be nested too deeply; says so once.
    pub(super) fn is_too_deep(&mut self, range: &Range<usize>) -> bool {
        let is_too_deep = self.open.len() >= DEEPEST;
        if is_too_deep && !self.too_deep {
            self.too_deep = true;
            self.report.say(&codes::TOO_DEEP, range);
        }
        is_too_deep
    }

    /// Whether the next block is a top-level one.
    pub(super) fn is_top_level(&self) -> bool {
        self.open.is_empty() && self.mode == Mode::Page
    }

    /// Writes the start of a tag (`<p`), and its id if it is a top-level block.
    pub(super) fn open_block(&mut self, tag: &str, kind: BlockKind, range: &Range<usize>) {
        let is_top_level = self.is_top_level();
        if is_top_level {
            self.begin_block(kind, range, None);
        }
        self.out.html.push_str(tag);
        if let Some(block) = self.body.blocks.last().filter(|_| is_top_level) {
            push_id(&mut self.out.html, &block.anchor);
        }
    }

    /// Counts a top-level block, which begins here, under its own id or its number.
    pub(super) fn begin_block(&mut self, kind: BlockKind, range: &Range<usize>, id: Option<String>) {
        self.block_number += 1;
        self.items = None;
        let anchor = id.unwrap_or_else(|| numbered("p", self.block_number.into()));
        let start = self.out.html.len() as u32;
        let span = self.report.span(range);
        self.body.blocks.push(Block { kind, anchor, shape: Shape::default(), html: start..start, span });
    }

    /// Ends the top-level block, if the element that just closed was one.
    pub(super) fn end_block(&mut self) {
        if self.is_top_level()
            && let Some(block) = self.body.blocks.last_mut()
        {
            block.html.end = self.out.html.len() as u32;
        }
    }

    /// Adds a slot here; gives the index of its fillable.
    pub(super) fn slot(&mut self, kind: SlotKind) -> u32 {
        let within = if self.mode == Mode::Attribute { Within::Attribute } else { Within::Text };
        let fill = self.fillable(kind, within);
        self.put_slot(fill);
        fill
    }

    /// Adds a slot inside an attribute here.
    pub(super) fn attribute_slot(&mut self, kind: SlotKind) {
        let fill = self.fillable(kind, Within::Attribute);
        self.put_slot(fill);
    }

    /// Adds something to be filled in, without a slot for it.
    pub(super) fn fillable(&mut self, kind: SlotKind, within: Within) -> u32 {
        self.body.fillables.push(Fillable { kind, within });
        self.body.fillables.len() as u32 - 1
    }

    /// Adds a slot for a known fillable here.
    pub(super) fn put_slot(&mut self, fill: u32) {
        self.out.slots.push(Slot { at: self.out.html.len() as u32, fill });
    }

    /// Writes what a hidden brace stands for. The outline shows the fill that the page shows.
    pub(super) fn brace(&mut self, at: usize) {
        let brace = &self.page.masked.braces[at];
        let was_used = std::mem::replace(&mut self.used[at], true);
        match brace.kind {
            BraceKind::Placeable => {
                let fill = self.fill_of[at].unwrap_or_else(|| self.placeable(at));
                self.put_slot(fill);
            }
            // A mark has read it, or else it stands behind nothing that can have a language.
            BraceKind::Attached if was_used => {}
            BraceKind::Attached => {
                self.used[at] = false;
                escape::push_text(&mut self.out.html, self.page.source(&brace.range));
            }
            _ => escape::push_text(&mut self.out.html, brace.literal(self.page.masked.source)),
        }
        self.origin_at(brace.range.end);
    }

    fn placeable(&mut self, at: usize) -> u32 {
        let range = &self.page.masked.braces[at].range;
        let (source, span) = (self.page.source(range).to_owned(), self.report.span(range));
        let within = if self.mode == Mode::Attribute { Within::Attribute } else { Within::Text };
        let fill = self.fillable(SlotKind::Placeable(self.body.placeables.len() as u32), within);
        self.body.placeables.push(Placeable { source, span });
        self.fill_of[at] = Some(fill);
        fill
    }

    // Every brace that reached no slot is where Markdown has no words: in a reference definition, a fence …
    fn judge_braces(&mut self) {
        for (brace, used) in self.page.masked.braces.iter().zip(&self.used) {
            let source = self.page.source(&brace.range);
            match brace.kind {
                BraceKind::Placeable if !used => self.report.say(&codes::MISPLACED_PLACEABLE, &brace.range),
                BraceKind::Attached if !used => {
                    self.report.say_with(&codes::STRAY_ATTRIBUTES, &brace.range, "attributes", source);
                }
                BraceKind::Faulty => self.report.say_with(&codes::BAD_PLACEABLE, &brace.range, "placeable", source),
                BraceKind::Unclosed => self.report.say(&codes::UNCLOSED_PLACEABLE, &brace.range),
                _ => {}
            }
        }
    }
}

/// An id with a number at its end.
pub(super) fn numbered(prefix: &str, number: u64) -> String {
    let mut id = String::with_capacity(prefix.len() + 3);
    id.push_str(prefix);
    push_number(&mut id, number);
    id
}

/// Writes an id. Its characters were checked.
pub(super) fn push_id(html: &mut String, id: &str) {
    html.push_str(" id=\"");
    html.push_str(id);
    html.push('"');
}
