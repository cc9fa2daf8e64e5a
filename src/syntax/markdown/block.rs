//! Blocks: what opens and what closes them.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Tag};

use super::body::{BlockKind, Label, Note, SlotKind};
use super::escape;
use super::marks::lone_image;
use super::shape::NoteReference;
use super::write::{Close, Mode, Writer, numbered, push_id};
use crate::bytes::push_number;
use crate::diagnostic::codes;

// A block without further attributes: the start of its tag, the rest of it, its end.
struct Element {
    kind: BlockKind,
    open: &'static str,
    rest: &'static str,
    close: &'static str,
}

const PARAGRAPH: Element = Element { kind: BlockKind::Paragraph, open: "<p", rest: ">", close: "</p>\n" };
const QUOTATION: Element =
    Element { kind: BlockKind::Quotation, open: "<blockquote", rest: ">\n", close: "</blockquote>\n" };
const LIST: Element = Element { kind: BlockKind::List, open: "<ul", rest: ">\n", close: "</ul>\n" };
const DEFINITIONS: Element = Element { kind: BlockKind::Definitions, open: "<dl", rest: ">\n", close: "</dl>\n" };

impl<'a> Writer<'a, '_, '_> {
    /// Opens an element.
    pub(super) fn start(&mut self, at: usize, tag: &'a Tag<'a>, range: &Range<usize>) {
        let close = if self.is_too_deep(range) { Close::Html("") } else { self.open_element(at, tag, range) };
        self.open.push(close);
    }

    fn open_element(&mut self, at: usize, tag: &'a Tag<'a>, range: &Range<usize>) -> Close {
        match tag {
            Tag::Paragraph => self.paragraph(at, range),
            Tag::Heading { level, id, classes, attrs } => {
                let attributes = classes.iter().chain(attrs.iter().map(|(name, _)| name));
                self.judge_attributes(attributes.map(|name| &**name), range);
                self.heading(at, *level as u8, id.as_deref(), range)
            }
            Tag::BlockQuote(None) => self.element(&QUOTATION, range),
            Tag::BlockQuote(Some(kind)) => self.alert(*kind, range),
            Tag::CodeBlock(kind) => self.code_block(kind, range),
            Tag::HtmlBlock => self.html_block(range),
            Tag::List(None) => self.element(&LIST, range),
            Tag::List(Some(first)) => self.numbered_list(*first, range),
            Tag::Item => self.item(),
            Tag::FootnoteDefinition(label) => self.note(at, label, range),
            Tag::DefinitionList => self.element(&DEFINITIONS, range),
            Tag::DefinitionListTitle => {
                self.count(|shape| shape.items += 1, |shape| shape.inner_items += 1);
                self.plain("<dt>", "</dt>\n")
            }
            Tag::DefinitionListDefinition => self.plain("<dd>", "</dd>\n"),
            Tag::Table(columns) => self.table(columns, range),
            Tag::TableHead => self.table_head(),
            Tag::TableRow => self.table_row(),
            Tag::TableCell => self.table_cell(at),
            _ => self.open_inline(at, tag, range),
        }
    }

    /// Closes the element that was opened last.
    pub(super) fn end(&mut self, at: usize) {
        // Events are balanced, says pulldown-cmark.
        let Some(close) = self.open.pop() else { return };
        match close {
            Close::Html(html) => self.out.html.push_str(html),
            Close::Link => self.end_link(),
            Close::Reference { fill, reference, start } => self.end_reference(at, fill, reference, start),
            Close::Heading { start, level, id } => self.end_heading(at, start, level, id),
            Close::Image { start, alternative } => self.end_image(at, start, alternative),
            Close::Code { language } => self.end_code(&language),
            Close::Note { number, label, source } => self.end_note(number, label, &source),
        }
        self.end_block();
    }

    /// Writes HTML that is no block of its own.
    pub(super) fn plain(&mut self, open: &str, close: &'static str) -> Close {
        self.out.html.push_str(open);
        Close::Html(close)
    }

    /// Writes a thematic break.
    pub(super) fn rule(&mut self, range: &Range<usize>) {
        self.open_block("<hr", BlockKind::Break, range);
        self.out.html.push_str(">\n");
        self.end_block();
    }

    fn element(&mut self, element: &Element, range: &Range<usize>) -> Close {
        self.open_block(element.open, element.kind, range);
        self.plain(element.rest, element.close)
    }

    fn paragraph(&mut self, at: usize, range: &Range<usize>) -> Close {
        match lone_image(self.page.events, at, self.page.masked) {
            Some(image) => {
                self.figure = Some(image);
                self.open_block("<figure", BlockKind::Figure, range);
                self.figure_language(image.0);
                self.plain(">", "</figure>\n")
            }
            None => {
                self.count(|shape| shape.paragraphs += 1, |_| {});
                self.element(&PARAGRAPH, range)
            }
        }
    }

    fn alert(&mut self, kind: BlockQuoteKind, range: &Range<usize>) -> Close {
        let (class, message) = match kind {
            BlockQuoteKind::Note => ("<div class=\"alert alert-note\"", Label::Note),
            BlockQuoteKind::Tip => ("<div class=\"alert alert-tip\"", Label::Tip),
            BlockQuoteKind::Important => ("<div class=\"alert alert-important\"", Label::Important),
            BlockQuoteKind::Warning => ("<div class=\"alert alert-warning\"", Label::Warning),
            BlockQuoteKind::Caution => ("<div class=\"alert alert-caution\"", Label::Caution),
        };
        self.open_block(class, BlockKind::Alert, range);
        self.out.html.push_str(">\n<p class=\"alert-title\">");
        self.slot(SlotKind::Message(message, None));
        self.plain("</p>\n", "</div>\n")
    }

    fn numbered_list(&mut self, first: u64, range: &Range<usize>) -> Close {
        let is_top_level = self.is_top_level();
        self.open_block("<ol", BlockKind::NumberedList, range);
        if is_top_level {
            self.items = Some((self.block_number, first));
        }
        if first != 1 {
            self.out.html.push_str(&format!(" start=\"{first}\""));
        }
        self.plain(">\n", "</ol>\n")
    }

    // A citation names the item by the number that the reader sees: `#p3-2`.
    fn item(&mut self) -> Close {
        self.count(|shape| shape.items += 1, |shape| shape.inner_items += 1);
        self.out.html.push_str("<li");
        if self.open.len() == 1
            && let Some((block, number)) = self.items
        {
            let mut id = String::with_capacity("p10-10".len());
            id.push('p');
            push_number(&mut id, block.into());
            id.push('-');
            push_number(&mut id, number);
            push_id(&mut self.out.html, &id);
            self.body.further_anchors.push(id);
            self.items = Some((block, number.saturating_add(1)));
        }
        self.plain(">", "</li>\n")
    }

    fn note(&mut self, at: usize, label: &str, range: &Range<usize>) -> Close {
        self.outer.push(std::mem::take(&mut self.out));
        let number = self.page.notes.of_definition(at);
        Close::Note { number, label: label.to_owned(), source: range.clone() }
    }

    fn end_note(&mut self, number: Option<u32>, label: String, source: &Range<usize>) {
        let page = self.outer.pop().unwrap_or_default();
        let prose = std::mem::replace(&mut self.out, page);
        let Some(number) = number else { return };
        let span = self.report.span(source);
        self.body.notes.push(Note { number, id: numbered("note-", number.into()), label, prose, span });
    }

    /// Writes a reference to a footnote.
    pub(super) fn note_reference(&mut self, label: &str, range: &Range<usize>) {
        if self.mode != Mode::Page {
            return;
        }
        let Some(number) = self.page.notes.of_label(label) else {
            self.report.say_with(&codes::UNDEFINED_FOOTNOTE, range, "label", label);
            return escape::push_text(&mut self.out.html, self.page.source(range));
        };
        let uses = self.note_uses.entry(number).or_default();
        *uses += 1;
        let id = if *uses == 1 { numbered("note-ref-", number.into()) } else { format!("note-ref-{number}-{uses}") };
        self.out.html.push_str("<sup class=\"note-ref\"");
        self.note_link(number, &id);
        self.out.html.push_str("</sup>");
        self.body.further_anchors.push(id);
        let span = self.report.span(range);
        self.body.note_references.push(NoteReference { number, span });
    }

    // A link inside a link is no HTML: there the number stands alone.
    fn note_link(&mut self, number: u32, id: &str) {
        if self.open_links > 0 {
            push_id(&mut self.out.html, id);
            self.out.html.push('>');
            return push_number(&mut self.out.html, number.into());
        }
        self.out.html.push_str("><a");
        push_id(&mut self.out.html, id);
        self.out.html.push_str(" href=\"#note-");
        push_number(&mut self.out.html, number.into());
        self.out.html.push_str("\" aria-label=\"");
        self.attribute_slot(SlotKind::Message(Label::Footnote, Some(number)));
        self.out.html.push_str("\">");
        push_number(&mut self.out.html, number.into());
        self.out.html.push_str("</a>");
    }
}
