//! Links: to documents and assets through slots, elsewhere as they are, to nowhere with a diagnostic.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, TagEnd};

use super::body::{AssetUsage, Link, LinkKind, Reference, SlotKind, Within};
use super::escape::{self, MASK};
use super::target::{Target, classify};
use super::write::{Close, Mode, Writer};
use crate::diagnostic::{Span, codes};

/// A link as Markdown gives it.
pub(super) struct Written<'a> {
    /// How it was written.
    pub(super) kind: LinkType,
    /// Its destination, escapes resolved.
    pub(super) target: &'a str,
    /// Its title; empty if none.
    pub(super) title: &'a str,
}

impl Writer<'_, '_, '_> {
    /// Opens a link. In attributes and in the outline only its words are left.
    pub(super) fn link(&mut self, at: usize, link: &Written<'_>, range: &Range<usize>) -> Close {
        if self.mode != Mode::Page {
            return Close::Html("");
        }
        if link.kind == LinkType::Email {
            return self.url_link(at, &format!("mailto:{}", link.target), LinkKind::Outside, link.title, range);
        }
        if self.has_no_words(at, link) {
            self.report.say_with(&codes::EMPTY_LINK, range, "target", link.target);
            return Close::Html("");
        }
        let code = match classify(link.target) {
            Target::Document(target, anchor) => return self.reference(at, target, anchor, link.title, range),
            Target::Asset(name, fragment) => return self.asset_link(at, name, fragment, link.title, range),
            Target::Outside => return self.url_link(at, link.target, LinkKind::Outside, link.title, range),
            Target::Anchor => return self.url_link(at, link.target, LinkKind::Anchor, link.title, range),
            Target::Path => return self.url_link(at, link.target, LinkKind::Path, link.title, range),
            Target::Empty => &codes::EMPTY_LINK,
            Target::Malformed => &codes::BAD_REFERENCE,
            Target::Relative => &codes::RELATIVE_LINK,
            Target::Forbidden(scheme) => {
                self.report.say_with(&codes::FORBIDDEN_SCHEME, range, "scheme", scheme);
                return Close::Html("");
            }
        };
        self.report.say_with(code, range, "target", link.target);
        Close::Html("")
    }

    /// Closes a link that is plain HTML.
    pub(super) fn end_link(&mut self) {
        self.open_links = self.open_links.saturating_sub(1);
        self.out.html.push_str("</a>");
    }

    /// Closes a link to a document.
    pub(super) fn end_reference(&mut self, at: usize, fill: u32, reference: usize, start: usize) {
        self.open_links = self.open_links.saturating_sub(1);
        self.put_slot(fill);
        let words = self.page.events[start + 1].1.start..self.page.events[at - 1].1.end;
        let span = self.report.span(&words);
        if let Some(reference) = self.body.references.get_mut(reference) {
            reference.text_span = span;
        }
    }

    // `<doc:…>` would show the reader a path that means nothing to him.
    fn has_no_words(&self, at: usize, link: &Written<'_>) -> bool {
        let is_empty = matches!(self.page.events.get(at + 1), Some((Event::End(TagEnd::Link), _)));
        is_empty
            || (link.kind == LinkType::Autolink
                && !matches!(classify(link.target), Target::Outside | Target::Forbidden(_)))
    }

    fn reference(&mut self, at: usize, target: &str, anchor: Option<&str>, title: &str, range: &Range<usize>) -> Close {
        let reference = self.body.references.len();
        let span = self.report.span(range);
        self.body.references.push(Reference {
            target: target.to_owned(),
            anchor: anchor.map(str::to_owned),
            title: title.chars().filter(|letter| *letter != char::from(MASK)).collect(),
            span,
            text_span: Span::default(),
        });
        self.slot(SlotKind::LinkOpen(reference as u32));
        let fill = self.fillable(SlotKind::LinkClose(reference as u32), Within::Text);
        self.open_links += 1;
        Close::Reference { fill, reference, start: at }
    }

    fn asset_link(
        &mut self,
        at: usize,
        name: &str,
        fragment: Option<&str>,
        title: &str,
        range: &Range<usize>,
    ) -> Close {
        self.out.html.push_str("<a href=\"");
        self.asset(name, AssetUsage::Link, range);
        if let Some(fragment) = fragment {
            self.out.html.push('#');
            escape::push_url(&mut self.out.html, fragment);
        }
        self.open_link(at, title, range)
    }

    fn url_link(&mut self, at: usize, target: &str, kind: LinkKind, title: &str, range: &Range<usize>) -> Close {
        let span = self.report.span(range);
        self.body.links.push(Link { target: target.to_owned(), kind, span });
        self.out.html.push_str("<a href=\"");
        escape::push_url(&mut self.out.html, target);
        self.open_link(at, title, range)
    }

    // After the URL.
    fn open_link(&mut self, at: usize, title: &str, range: &Range<usize>) -> Close {
        self.out.html.push('"');
        // Braces of the words belong to the words, not to the title.
        let title_from = if title.as_bytes().contains(&MASK) { self.end_of_words(at) } else { range.start };
        self.mode = Mode::Attribute;
        self.title_attribute(title, title_from..range.end);
        self.mode = Mode::Page;
        self.out.html.push('>');
        self.open_links += 1;
        Close::Link
    }

    // Links hold no links, so the next end is this one's.
    fn end_of_words(&self, at: usize) -> usize {
        let rest = &self.page.events[at + 1..];
        let words = rest.iter().take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Link)));
        words.last().map_or(self.page.events[at].1.start, |(_, range)| range.end)
    }
}
