//! The pages that every site has without a document, and the key `sections`, which names their addresses.

use std::sync::Arc;

use super::read::{check_segment, per_locale};
use crate::diagnostic::Place;
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
pub(super) fn read(fields: &mut Fields<'_>, file: &Arc<str>, tags: &[Locale]) -> Vec<OwnSection> {
    let Some(node) = fields.node("sections") else { return Vec::new() };
    let mut inner = Fields::of(file, node);
    let mut sections = Vec::new();
    for (word, page) in OwnPage::ALL {
        let Some(written) = inner.node(word) else { continue };
        let segments = per_locale(&mut inner, word, tags);
        for (locale, segment) in segments.iter() {
            check_segment(&mut inner, segment, locale, written.span);
        }
        sections.push(OwnSection { page, segments, place: Place::new(file, written.span) });
    }
    fields.said.extend(inner.finish(|_| None));
    sections
}
