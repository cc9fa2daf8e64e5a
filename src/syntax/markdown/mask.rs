//! Hides braces from Markdown: each becomes as many control characters, so that every byte keeps its place.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr3, memmem};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::escape::MASK;
use crate::syntax::placeable::{self, Brace, BraceKind};

/// A text with its braces hidden.
pub(super) struct Masked<'a> {
    /// The text as it was written.
    pub(super) source: &'a str,
    /// As long as the source; equal outside the hidden braces.
    pub(super) text: Cow<'a, str>,
    /// All braces outside code, in order.
    pub(super) braces: Vec<Brace>,
}

impl Masked<'_> {
    /// The brace that starts at this byte: an index into `braces`.
    pub(super) fn brace_at(&self, start: usize) -> Option<usize> {
        self.braces.binary_search_by_key(&start, |brace| brace.range.start).ok()
    }

    /// The hidden braces within some bytes: indices into `braces`.
    pub(super) fn hidden_within(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let first = self.braces.partition_point(|brace| brace.range.start < range.start);
        let inside = self.braces[first..].iter().take_while(move |brace| brace.range.end <= range.end);
        inside.enumerate().filter(|(_, brace)| is_hidden(brace.kind)).map(move |(at, _)| first + at)
    }
}

/// Hides the braces of a Markdown text, except those in code and the attributes of headings.
pub(super) fn mask_markdown(source: &str, options: Options) -> Masked<'_> {
    if memchr(b'{', source.as_bytes()).is_none() {
        return Masked { source, text: Cow::Borrowed(source), braces: Vec::new() };
    }
    let code = if may_hold_code(source) { verbatim_ranges(source, options) } else { Vec::new() };
    mask(source, placeable::find_outside(source, &code))
}

/// Hides the braces of a text without Markdown.
pub(super) fn mask_words(source: &str) -> Masked<'_> {
    mask(source, placeable::find(source))
}

fn mask(source: &str, braces: Vec<Brace>) -> Masked<'_> {
    if !braces.iter().any(|brace| is_hidden(brace.kind)) {
        return Masked { source, text: Cow::Borrowed(source), braces };
    }
    let mut text = String::with_capacity(source.len());
    let mut from = 0;
    for brace in braces.iter().filter(|brace| is_hidden(brace.kind)) {
        text.push_str(&source[from..brace.range.start]);
        text.extend(std::iter::repeat_n(char::from(MASK), brace.range.len()));
        from = brace.range.end;
    }
    text.push_str(&source[from..]);
    Masked { source, text: Cow::Owned(text), braces }
}

fn is_hidden(kind: BraceKind) -> bool {
    !matches!(kind, BraceKind::Attributes | BraceKind::Unclosed)
}

// Most pages hold no code; a look at the letters is far cheaper than a parse.
fn may_hold_code(source: &str) -> bool {
    memchr3(b'`', b'\t', b'<', source.as_bytes()).is_some()
        || source.starts_with("    ")
        || ["~~~", "\n    "].iter().any(|mark| memmem::find(source.as_bytes(), mark.as_bytes()).is_some())
}

// Code and raw HTML, where a brace is only a brace. In order, since events are.
fn verbatim_ranges(source: &str, options: Options) -> Vec<Range<usize>> {
    let is_verbatim = |event: &Event<'_>| {
        matches!(event, Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::CodeBlock(_)))
    };
    let events = Parser::new_ext(source, options).into_offset_iter();
    events.filter(|(event, _)| is_verbatim(event)).map(|(_, range)| range).collect()
}
