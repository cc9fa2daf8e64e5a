//! Words: text with its braces, emphasis, titles, languages of parts.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::escape::{self, MASK};
use super::link::Written;
use super::marks::{Language, MarkKind};
use super::write::{Close, Mode, Writer};
use crate::diagnostic::codes;
use crate::syntax::placeable::BraceKind;

impl<'a> Writer<'a, '_, '_> {
    /// Opens an element inside a line.
    pub(super) fn open_inline(&mut self, at: usize, tag: &'a Tag<'a>, range: &Range<usize>) -> Close {
        match tag {
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link(&Written { at, range, kind: *link_type, target: dest_url, title })
            }
            Tag::Image { dest_url, .. } => self.image(at, dest_url, range),
            Tag::Emphasis => self.emphasis("<em>", "</em>"),
            Tag::Strong => self.emphasis("<strong>", "</strong>"),
            Tag::Strikethrough => self.emphasis("<del>", "</del>"),
            // Their extensions are off.
            _ => Close::Html(""),
        }
    }

    fn emphasis(&mut self, open: &str, close: &'static str) -> Close {
        if self.mode == Mode::Page { self.plain(open, close) } else { Close::Html("") }
    }

    /// Writes text, or gathers it if it is code.
    pub(super) fn text(&mut self, text: &str, range: &Range<usize>) {
        let page = self.page;
        // An entity or a typographic quote is not what stands in the source, and holds no brace.
        let is_verbatim = text.len() == range.len();
        match &mut self.code {
            Some(code) => code.push_str(if is_verbatim { page.source(range) } else { text }),
            None => {
                self.origin_at(range.start);
                self.words(text, |at| page.masked.brace_at(range.start + at).filter(|_| is_verbatim));
            }
        }
    }

    /// Writes the title of a link or image into an attribute of its own.
    pub(super) fn title_attribute(&mut self, title: &str, within: Range<usize>) {
        if title.is_empty() {
            return;
        }
        self.out.html.push_str(" title=\"");
        self.title(title, within);
        self.out.html.push('"');
    }

    /// Writes a title. Its braces are the hidden ones `within` these bytes, in order: a title has
    /// no bytes of its own in the source, since escapes in it are resolved.
    pub(super) fn title(&mut self, title: &str, within: Range<usize>) {
        let page = self.page;
        let mut hidden = page.masked.hidden_within(within);
        self.words(title, |at| if title.as_bytes()[at] == MASK { hidden.next() } else { None });
    }

    // Escapes words and writes what their braces stand for; `brace_of` finds the brace that starts at a byte.
    fn words(&mut self, text: &str, mut brace_of: impl FnMut(usize) -> Option<usize>) {
        let mut from = 0;
        while let Some(at) = escape::next_special(text, from) {
            self.out.html.push_str(&text[from..at]);
            let byte = text.as_bytes()[at];
            let brace = if matches!(byte, MASK | b'{') { brace_of(at) } else { None };
            from = match brace {
                Some(brace) if byte == MASK => {
                    self.brace(brace);
                    text.len().min(at + self.page.masked.braces[brace].range.len())
                }
                other => {
                    self.judge_attributes_in_text(other);
                    self.out.html.push_str(escape::entity(byte));
                    at + 1
                }
            };
        }
        self.out.html.push_str(&text[from..]);
    }

    fn judge_attributes_in_text(&mut self, brace: Option<usize>) {
        let Some(brace) = brace.map(|at| &self.page.masked.braces[at]) else { return };
        if brace.kind == BraceKind::Attributes && self.mode != Mode::Outline {
            let source = self.page.source(&brace.range);
            self.report.say_with(&codes::STRAY_ATTRIBUTES, &brace.range, "attributes", source);
        }
    }

    /// Opens the spans that begin at an event; true if a span stands instead of the event.
    pub(super) fn marks_before(&mut self, at: usize, marks: &[(usize, MarkKind)]) -> bool {
        let mut is_replaced = false;
        for (_, mark) in marks {
            match mark {
                MarkKind::OpenBefore(language) if !self.is_figure(at) => self.open_language(*language),
                MarkKind::OpenInstead(language) => self.open_language(*language),
                MarkKind::CloseInstead => self.close_language(),
                MarkKind::OpenBefore(_) | MarkKind::CloseAfter => continue,
            }
            is_replaced |= !matches!(mark, MarkKind::OpenBefore(_));
        }
        is_replaced
    }

    /// Closes the spans that end with an event.
    pub(super) fn marks_after(&mut self, at: usize, marks: &[(usize, MarkKind)]) {
        for (_, mark) in marks {
            if *mark == MarkKind::CloseAfter && !self.is_figure(at) {
                self.close_language();
            }
        }
    }

    // The language of a figure stands on the figure.
    fn is_figure(&self, at: usize) -> bool {
        self.figure.is_some_and(|(start, end)| at == start || at == end)
    }

    fn open_language(&mut self, language: usize) {
        if self.mode == Mode::Attribute {
            return;
        }
        let language = &self.page.marks.languages[language];
        self.out.html.push_str("<span");
        self.language_attributes(language);
        self.out.html.push('>');
        self.directions.push(language.is_rtl);
    }

    fn close_language(&mut self) {
        if self.mode != Mode::Attribute {
            self.directions.pop();
            self.out.html.push_str("</span>");
        }
    }

    /// Writes `lang`, and `dir` where the direction turns.
    pub(super) fn language_attributes(&mut self, language: &Language) {
        let is_inside_rtl = self.directions.last().copied().unwrap_or_default();
        self.out.html.push_str(" lang=\"");
        self.out.html.push_str(&language.tag);
        self.out.html.push_str(match (language.is_rtl, is_inside_rtl) {
            (true, _) => "\" dir=\"rtl\"",
            (false, true) => "\" dir=\"ltr\"",
            (false, false) => "\"",
        });
    }
}
