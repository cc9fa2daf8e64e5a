//! The pages that every site has without a document, and the key `sections`, which names their addresses
//! and the word at the end of those of parallel views.

use std::sync::Arc;

use super::read::{bad_segment, check_segment, per_locale};
use super::{is_ending, is_segment};
use crate::diagnostic::{Place, Span};
use crate::locale::{Locale, PerLocale};
use crate::source::yaml::Fields;

/// A page that every site has without a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnPage {
    /// What was corrected, clarified, updated and withdrawn.
    Corrections,
    /// How a reader finds out whether a text is the office's.
    Verification,
    /// Where a reader looks for words.
    Search,
}

impl OwnPage {
    /// Each with its word in settings.
    pub const ALL: [(&'static str, OwnPage); 3] =
        [("corrections", OwnPage::Corrections), ("verification", OwnPage::Verification), ("search", OwnPage::Search)];

    /// Its word in settings, with which the ids of its messages begin too.
    pub fn word(self) -> &'static str {
        match self {
            OwnPage::Corrections => "corrections",
            OwnPage::Verification => "verification",
            OwnPage::Search => "search",
        }
    }
}

/// The key of parallel views, which are no page of their own: each stands beside its document.
const PARALLEL: &str = "parallel";

/// What the settings say of addresses that Warta makes by itself.
#[derive(Debug, Default)]
pub(super) struct Sections {
    /// Those of its own pages.
    pub(super) pages: Vec<OwnSection>,
    /// The words at the end of those of parallel views.
    pub(super) parallel: PerLocale<String>,
}

/// The address of a page of Warta's own, as the settings give it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSection {
    /// The page.
    pub page: OwnPage,
    /// The part of its URL below the locale.
    pub segments: PerLocale<String>,
    /// Where it is written.
    pub place: Place,
}

/// Reads `sections`: a map from pages to their segments by locale. A page that is not there keeps the
/// address that its title gives it; a segment that cannot be part of a URL is a diagnostic.
pub(super) fn read(fields: &mut Fields<'_>, file: &Arc<str>, tags: &[Locale]) -> Sections {
    let Some(node) = fields.node("sections") else { return Sections::default() };
    let mut inner = Fields::of(file, node);
    let mut sections = Sections::default();
    for (word, page) in OwnPage::ALL {
        if let Some((segments, span)) = segments(&mut inner, word, tags) {
            sections.pages.push(OwnSection { page, segments, place: Place::new(file, span) });
        }
    }
    if let Some((words, span)) = segments(&mut inner, PARALLEL, tags) {
        for (locale, word) in words.iter().filter(|(_, word)| is_segment(word) && !is_ending(word)) {
            inner.say(bad_segment(inner.place(span), word, locale));
        }
        sections.parallel = words;
    }
    fields.said.extend(inner.finish(|_| None));
    sections
}

/// The segments under a key, and where it is written.
fn segments(fields: &mut Fields<'_>, key: &'static str, tags: &[Locale]) -> Option<(PerLocale<String>, Span)> {
    let span = fields.node(key)?.span;
    let segments = per_locale(fields, key, tags);
    for (locale, segment) in segments.iter() {
        check_segment(fields, segment, locale, span);
    }
    Some((segments, span))
}
