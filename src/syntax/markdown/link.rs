//! Links: to documents and assets through slots, elsewhere as they are, to nowhere with a diagnostic.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, TagEnd};

use super::Events;
use super::body::{AssetUsage, Link, LinkKind, Reference, SlotKind, Within};
use super::escape::{self, MASK};
use super::target::{Target, classify};
use super::write::{Close, Mode, Writer};
use crate::diagnostic::{Span, codes};

/// A link as Markdown gives it.
pub(super) struct Written<'a> {
    /// The event that starts it.
    pub(super) at: usize,
    /// The whole link.
    pub(super) range: &'a Range<usize>,
    /// How it was written.
    pub(super) kind: LinkType,
    /// Its destination, escapes resolved.
    pub(super) target: &'a str,
    /// Its title; empty if none.
    pub(super) title: &'a str,
}

impl Writer<'_, '_, '_> {
    /// Opens a link. In attributes and in the outline only its words are left.
    pub(super) fn link(&mut self, link: &Written<'_>) -> Close {
        if self.mode != Mode::Page {
            return Close::Html("");
        }
        if link.kind == LinkType::Email {
            return self.url_link(link, &format!("mailto:{}", link.target), LinkKind::Outside);
        }
        if has_no_words(self.page.events, link) {
            self.report.say_with(&codes::EMPTY_LINK, link.range, "target", link.target);
            return Close::Html("");
        }
        let code = match classify(link.target) {
            Target::Document(target, anchor) => return self.reference(link, target, anchor),
            Target::Asset(name, fragment) => return self.asset_link(link, name, fragment),
            Target::Outside => return self.url_link(link, link.target, LinkKind::Outside),
            Target::Anchor => return self.url_link(link, link.target, LinkKind::Anchor),
            Target::Path => return self.url_link(link, link.target, LinkKind::Path),
            Target::Empty => &codes::EMPTY_LINK,
            Target::Malformed => &codes::BAD_REFERENCE,
            Target::Relative => &codes::RELATIVE_LINK,
            Target::Forbidden(scheme) => {
                self.report.say_with(&codes::FORBIDDEN_SCHEME, link.range, "scheme", scheme);
                return Close::Html("");
            }
        };
        self.report.say_with(code, link.range, "target", link.target);
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

    fn reference(&mut self, link: &Written<'_>, target: &str, anchor: Option<&str>) -> Close {
        let reference = self.body.references.len();
        let span = self.report.span(link.range);
        self.body.references.push(Reference {
            target: target.to_owned(),
            anchor: anchor.map(str::to_owned),
            title: link.title.chars().filter(|letter| *letter != char::from(MASK)).collect(),
            span,
            text_span: Span::default(),
        });
        self.slot(SlotKind::LinkOpen(reference as u32));
        let fill = self.fillable(SlotKind::LinkClose(reference as u32), Within::Text);
        self.open_links += 1;
        Close::Reference { fill, reference, start: link.at }
    }

    fn asset_link(&mut self, link: &Written<'_>, name: &str, fragment: Option<&str>) -> Close {
        self.out.html.push_str("<a href=\"");
        self.asset(name, AssetUsage::Link, link.range);
        if let Some(fragment) = fragment {
            self.out.html.push('#');
            escape::push_url(&mut self.out.html, fragment);
        }
        self.open_link(link)
    }

    fn url_link(&mut self, link: &Written<'_>, target: &str, kind: LinkKind) -> Close {
        let span = self.report.span(link.range);
        self.body.links.push(Link { target: target.to_owned(), kind, span });
        self.out.html.push_str("<a href=\"");
        if kind == LinkKind::Path {
            self.attribute_slot(SlotKind::Base);
        }
        escape::push_url(&mut self.out.html, target);
        self.open_link(link)
    }

    // After the URL.
    fn open_link(&mut self, link: &Written<'_>) -> Close {
        self.out.html.push('"');
        // Braces of the words belong to the words, not to the title.
        let title_from =
            if link.title.as_bytes().contains(&MASK) { self.end_of_words(link.at) } else { link.range.start };
        self.mode = Mode::Attribute;
        self.title_attribute(link.title, title_from..link.range.end);
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

// `<doc:…>` would show the reader a path that means nothing to him.
fn has_no_words(events: &Events<'_>, link: &Written<'_>) -> bool {
    let is_empty = matches!(events.get(link.at + 1), Some((Event::End(TagEnd::Link), _)));
    let is_shown_path = || !matches!(classify(link.target), Target::Outside | Target::Forbidden(_));
    is_empty || (link.kind == LinkType::Autolink && is_shown_path())
}
