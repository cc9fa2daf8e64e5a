//! What a body is once it has been read: HTML with slots, and what others need to know about it.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::shape::{CodeBlock, NoteReference, Origin, Shape};
use crate::diagnostic::Span;
use crate::syntax::placeable::Placeable;

/// The Markdown of one edition as a value. It knows no other file: what depends on other files is a slot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Body {
    /// The HTML, without the footnotes.
    pub prose: Prose,
    /// The footnotes that the text refers to, in the order of their numbers.
    pub notes: Vec<Note>,
    /// The headings among the top-level blocks, in order.
    pub outline: Vec<Heading>,
    /// The top-level blocks, in order; footnotes are none.
    pub blocks: Vec<Block>,
    /// The placeables, in the order found.
    pub placeables: Vec<Placeable>,
    /// The links to documents, in order.
    pub references: Vec<Reference>,
    /// The links to assets and the images that are assets, in order.
    pub assets: Vec<AssetReference>,
    /// The other links, in order.
    pub links: Vec<Link>,
    /// The images, in order.
    pub images: Vec<Image>,
    /// The references to footnotes, in order.
    pub note_references: Vec<NoteReference>,
    /// The blocks of code, in order.
    pub code: Vec<CodeBlock>,
    pub(super) fillables: Vec<Fillable>,
    pub(super) further_anchors: Vec<String>,
}

impl Body {
    /// Gives back the room that was kept for more: a site keeps every body until its page is written.
    pub(super) fn shrink(&mut self) {
        let inner = self.outline.iter_mut().map(|heading| &mut heading.prose);
        let inner = inner.chain(self.notes.iter_mut().map(|note| &mut note.prose));
        inner.chain([&mut self.prose]).for_each(Prose::shrink);
        self.notes.shrink_to_fit();
        self.outline.shrink_to_fit();
        self.blocks.shrink_to_fit();
        self.placeables.shrink_to_fit();
        self.references.shrink_to_fit();
        self.assets.shrink_to_fit();
        self.links.shrink_to_fit();
        self.images.shrink_to_fit();
        self.note_references.shrink_to_fit();
        self.code.shrink_to_fit();
        self.fillables.shrink_to_fit();
        self.further_anchors.shrink_to_fit();
    }

    /// What is to be filled in: whoever resolves makes one string for each, in this order, and hands
    /// them to [`Prose::fill`] of the body, its notes and its outline alike.
    pub fn fillables(&self) -> &[Fillable] {
        &self.fillables
    }

    /// Every id of the HTML: of blocks, of items of numbered lists, of inner headings, of footnotes
    /// (`note-1`, which the template writes) and of the references to them (`note-ref-1`).
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        let blocks = self.blocks.iter().map(|block| block.anchor.as_str());
        let notes = self.notes.iter().map(|note| note.id.as_str());
        blocks.chain(notes).chain(self.further_anchors.iter().map(String::as_str))
    }
}

/// HTML with places to fill in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Prose {
    /// The HTML without the fills. Never holds words that depend on another file.
    pub html: String,
    /// Where the fills go, sorted by place; two may share a place.
    pub slots: Vec<Slot>,
    /// Where its words stand in the file, in order.
    pub origins: Vec<Origin>,
}

impl Prose {
    fn shrink(&mut self) {
        self.html.shrink_to_fit();
        self.slots.shrink_to_fit();
        self.origins.shrink_to_fit();
    }

    /// Puts the fills in: one for each of [`Body::fillables`]. A fill that is not there fills nothing.
    pub fn fill(&self, fills: &[String]) -> String {
        self.fill_part(0..self.html.len() as u32, fills)
    }

    /// The same for a stretch of the HTML, such as [`Block::html`].
    pub fn fill_part(&self, part: Range<u32>, fills: &[String]) -> String {
        self.filled_part(part, fills).into_owned()
    }

    /// The same, taken as it is where it has no slot: most blocks have none.
    pub fn filled_part(&self, part: Range<u32>, fills: &[String]) -> Cow<'_, str> {
        let first = self.slots.partition_point(|slot| slot.at < part.start);
        let slots = self.slots[first..].iter().take_while(|slot| slot.at < part.end || part.end == self.end());
        let mut slots = slots.peekable();
        if slots.peek().is_none() {
            return Cow::Borrowed(self.piece(part));
        }
        let mut filled = String::with_capacity(part.len() + 64);
        let mut from = part.start;
        for slot in slots {
            filled.push_str(self.piece(from..slot.at));
            filled.push_str(fills.get(slot.fill as usize).map_or("", String::as_str));
            from = slot.at;
        }
        filled.push_str(self.piece(from..part.end));
        Cow::Owned(filled)
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty() && self.slots.is_empty()
    }

    fn piece(&self, range: Range<u32>) -> &str {
        self.html.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    fn end(&self) -> u32 {
        self.html.len() as u32
    }
}

/// A place in HTML to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// The byte of the HTML before which the fill goes.
    pub at: u32,
    /// Which of the fills: an index into [`Body::fillables`].
    pub fill: u32,
}

/// One thing to be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fillable {
    /// What goes there.
    pub kind: SlotKind,
    /// Whether markup may go there.
    pub within: Within,
}

/// What goes into a slot. Numbers are indices into lists of the [`Body`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SlotKind {
    /// The words of a placeable: of [`Body::placeables`].
    Placeable(u32),
    /// `<a …>` of a link to a document, or nothing where that is not public: of [`Body::references`].
    LinkOpen(u32),
    /// `</a>` of the same link, or nothing.
    LinkClose(u32),
    /// The URL of an asset: of [`Body::assets`].
    Asset(u32),
    /// The width and height of an image, as attributes, or nothing where they are not known: of
    /// [`Body::images`].
    Dimensions(u32),
    /// The path of the base URL, before a path from the site's root.
    Base,
    /// A message of the theme, with its `$number` if it has one.
    Message(Label, Option<u32>),
    /// `<picture>` with another form of an image of the document, or nothing: of [`Body::images`].
    PictureOpen(u32),
    /// `</picture>` of the same image, or nothing.
    PictureClose(u32),
}

/// A message of the theme that stands in bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Label {
    /// The head of a note.
    Note,
    /// The head of a tip.
    Tip,
    /// The head of what is important.
    Important,
    /// The head of a warning.
    Warning,
    /// The head of a caution.
    Caution,
    /// What a reference to a footnote is called.
    Footnote,
    /// What a table is called.
    Table,
}

impl Label {
    /// The message's id.
    pub fn id(self) -> &'static str {
        match self {
            Label::Note => "alert-note",
            Label::Tip => "alert-tip",
            Label::Important => "alert-important",
            Label::Warning => "alert-warning",
            Label::Caution => "alert-caution",
            Label::Footnote => "footnote-ref",
            Label::Table => "table-label",
        }
    }
}

/// Where a fill stands. In both, `&`, `<` and `"` of plain words must be escaped by whoever fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Within {
    /// Between tags: markup may be filled in.
    Text,
    /// Inside a quoted attribute: plain words only.
    Attribute,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Note {
    /// Its number, from 1 in the order of first reference.
    pub number: u32,
    /// Its id, which the template writes: `note-1`. The first reference to it has the id `note-ref-1`.
    pub id: String,
    /// Its label in the source.
    pub label: String,
    /// Its blocks.
    pub prose: Prose,
    /// Where it is defined.
    pub span: Span,
}

/// A heading among the top-level blocks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its id.
    pub id: String,
    /// Its words without links, emphasis and footnotes; languages of parts stay.
    pub prose: Prose,
    /// Where it stands.
    pub span: Span,
}

/// A top-level block.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its id in the HTML.
    pub anchor: String,
    /// What it is made of.
    pub shape: Shape,
    /// Its bytes of the body's HTML.
    pub html: Range<u32>,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading of level 2 to 6.
    Heading(u8),
    /// A quotation.
    Quotation,
    /// An alert: note, tip, important, warning, caution.
    Alert,
    /// A list with bullets.
    List,
    /// A numbered list.
    NumberedList,
    /// A list of definitions.
    Definitions,
    /// A table.
    Table,
    /// A block of code.
    Code,
    /// An image alone in its paragraph.
    Figure,
    /// A thematic break.
    Break,
    /// Raw HTML.
    Html,
}

/// A link to a document of the site: `doc:outcomes/bali-message#p3`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reference {
    /// The document's path under `content/`.
    pub target: String,
    /// The anchor in it.
    pub anchor: Option<String>,
    /// The title that the author gave the link; empty if none.
    pub title: String,
    /// The whole link.
    pub span: Span,
    /// Its words.
    pub text_span: Span,
}

/// A file of the document that is linked or shown: `asset:annex.pdf`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AssetReference {
    /// The file's name in the document's folder.
    pub name: String,
    /// What it is used for.
    pub usage: AssetUsage,
    /// The whole link or image.
    pub span: Span,
}

/// What an asset is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AssetUsage {
    /// A link leads to it.
    Link,
    /// It is shown.
    Image,
}

/// A link that needs no other document to be written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Link {
    /// As the author wrote it, escapes resolved.
    pub target: String,
    /// Where it leads.
    pub kind: LinkKind,
    /// The whole link.
    pub span: Span,
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LinkKind {
    /// Out of the site: `https:`, `http:`, `mailto:`, `tel:`.
    Outside,
    /// To an anchor of the same page: `#p3`.
    Anchor,
    /// To a path of the site: `/en/feed.xml`.
    Path,
}

/// An image.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Image {
    /// As the author wrote it: `asset:signing.jpg` or `/logo.svg`.
    pub source: String,
    /// Whether it has an alternative text.
    pub has_alternative: bool,
    /// The whole image as it was written.
    pub markup: String,
    /// The whole image.
    pub span: Span,
}
