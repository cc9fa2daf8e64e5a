//! Images: from the document's own folder or the site, with words for those who do not see them.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::body::{AssetReference, AssetUsage, Image, SlotKind};
use super::escape;
use super::marks::MarkKind;
use super::target::{Target, classify};
use super::write::{Close, Mode, Writer};
use crate::diagnostic::codes;

impl Writer<'_, '_, '_> {
    /// Opens an image; what it holds is its alternative text. Inside another one, and in the
    /// outline, its alternative text is all that is left of it.
    pub(super) fn image(&mut self, at: usize, source: &str, range: &Range<usize>) -> Close {
        if self.mode != Mode::Page {
            return Close::Html("");
        }
        let span = self.report.span(range);
        let markup = self.page.source(range).trim_end().to_owned();
        self.body.images.push(Image { source: source.to_owned(), has_alternative: false, markup, span });
        if matches!(classify(source), Target::Asset(..)) {
            self.slot(SlotKind::PictureOpen(self.last_image()));
        }
        self.out.html.push_str("<img");
        self.image_source(source, range);
        self.out.html.push_str(" alt=\"");
        self.mode = Mode::Attribute;
        Close::Image { start: at, alternative: self.out.html.len() }
    }

    fn image_source(&mut self, source: &str, range: &Range<usize>) {
        let code = match classify(source) {
            Target::Asset(name, _) => {
                self.out.html.push_str(" src=\"");
                self.asset(name, AssetUsage::Image, range);
                self.out.html.push('"');
                return self.dimensions();
            }
            Target::Path => {
                self.out.html.push_str(" src=\"");
                self.attribute_slot(SlotKind::Base);
                escape::push_url(&mut self.out.html, source);
                self.out.html.push('"');
                return self.dimensions();
            }
            Target::Empty => &codes::EMPTY_LINK,
            Target::Malformed => &codes::BAD_REFERENCE,
            Target::Relative => &codes::RELATIVE_LINK,
            Target::Outside | Target::Anchor | Target::Document(..) | Target::Forbidden(_) => &codes::FOREIGN_IMAGE,
        };
        self.report.say_with(code, range, "target", source);
    }

    // The image being written is the last one known.
    fn dimensions(&mut self) {
        self.attribute_slot(SlotKind::Dimensions(self.last_image()));
    }

    fn last_image(&self) -> u32 {
        self.body.images.len().saturating_sub(1) as u32
    }

    /// Adds a slot for the URL of an asset.
    pub(super) fn asset(&mut self, name: &str, usage: AssetUsage, range: &Range<usize>) {
        let span = self.report.span(range);
        self.attribute_slot(SlotKind::Asset(self.body.assets.len() as u32));
        self.body.assets.push(AssetReference { name: name.to_owned(), usage, span });
    }

    /// Closes an image: its title, which is the caption of a figure.
    pub(super) fn end_image(&mut self, at: usize, start: usize, alternative: usize) {
        let (Event::Start(Tag::Image { title, .. }), range) = &self.page.events[start] else { return };
        let has_alternative = !self.out.html[alternative..].trim().is_empty()
            || self.out.slots.last().is_some_and(|slot| slot.at as usize >= alternative);
        if !has_alternative {
            self.report.say(&codes::IMAGE_WITHOUT_ALT, range);
        }
        if let Some(image) = self.body.images.last_mut() {
            image.has_alternative = has_alternative;
        }
        self.out.html.push('"');
        let title_from = if at > start + 1 { self.page.events[at - 1].1.end } else { range.start };
        let is_figure = self.figure.is_some_and(|(image, _)| image == start);
        if !is_figure {
            self.title_attribute(title, title_from..range.end);
        }
        self.mode = Mode::Page;
        self.out.html.push('>');
        if self.body.images.last().is_some_and(|image| matches!(classify(&image.source), Target::Asset(..))) {
            self.slot(SlotKind::PictureClose(self.last_image()));
        }
        if is_figure && !title.is_empty() {
            self.out.html.push_str("\n<figcaption>");
            self.origin_unknown();
            self.title(title, title_from..range.end);
            self.out.html.push_str("</figcaption>");
        }
    }

    /// Writes the language of a figure, which is that of its image and its caption.
    pub(super) fn figure_language(&mut self, image: usize) {
        let marks = self.page.marks;
        for (_, mark) in marks.on(image) {
            if let MarkKind::OpenBefore(language) = mark {
                self.language_attributes(&marks.languages[*language]);
            }
        }
    }
}
