//! Whether a translation was accepted, and what there is to say about a document's lock.
//!
//! In: a document's folder as it was read, its facts, its collection. Out: what is lacking. Whether the
//! original has changed since is not judged here: an acceptance stays one.

use std::sync::Arc;

use super::life::Candidate;
use super::site::ParsedDocument;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::Locale;
use crate::settings::{Acceptance, Collection};
use crate::syntax::facts::{Facts, Status};
use crate::syntax::lock::LOCK_FILE;

/// The locale of the original that the edition in `locale` was translated from; none where it is the
/// original itself, or where no original with words is named.
pub fn original_of<'a>(parsed: &ParsedDocument, facts: &'a Facts, locale: &Locale) -> Option<&'a Locale> {
    let (original, _) = facts.original.as_ref()?;
    let has_words = parsed.words.iter().any(|(known, _)| known == original);
    (original != locale && has_words).then_some(original)
}

/// Whether the edition in `locale` is a translation that has to be accepted and is not: its document's
/// lock says nothing of it, or names another original.
///
/// A lock that cannot be read lacks nothing: that it cannot be read is an error, and must not soften
/// itself by making a draft of what it speaks of.
pub fn is_lacking(parsed: &ParsedDocument, facts: &Facts, collection: &Collection, locale: &Locale) -> bool {
    let Some(original) = original_of(parsed, facts, locale) else { return false };
    let accepted = parsed.lock.as_ref().and_then(|lock| lock.of(locale));
    collection.acceptance == Acceptance::Required
        && !parsed.has_faulty_lock
        && accepted.is_none_or(|accepted| accepted.original != *original)
}

/// What is known of a document's editions before their standing is judged, in the site's order. A words
/// file that cannot be read is not missing: what it says is wrong stops the build.
pub fn candidates(parsed: &ParsedDocument, facts: &Facts, collection: &Collection) -> Vec<Candidate> {
    let editions = parsed.words.iter().map(|(locale, words)| Candidate {
        locale: locale.clone(),
        is_draft: words.as_ref().is_some_and(|words| words.is_draft),
        lacks_acceptance: is_lacking(parsed, facts, collection, locale),
    });
    editions.collect()
}

/// Says which translations of an approved document are not accepted, and which entries of its lock have
/// no edition. A translation that calls itself a draft is not asked for.
pub(super) fn judge(parsed: &ParsedDocument, facts: &Facts, collection: &Collection) -> Vec<Diagnostic> {
    let ready = parsed.words.iter().filter_map(|(locale, words)| Some((locale, words.as_ref()?)));
    let ready = ready.filter(|(_, words)| facts.status == Status::Approved && !words.is_draft);
    let lacking = ready.filter(|(locale, _)| is_lacking(parsed, facts, collection, locale));
    let lacking = lacking.map(|(locale, words)| not_accepted(parsed, facts, locale, &words.file));
    lacking.chain(without_edition(parsed)).collect()
}

fn not_accepted(parsed: &ParsedDocument, facts: &Facts, locale: &Locale, file: &Arc<str>) -> Diagnostic {
    let against = parsed.lock.as_ref().and_then(|lock| lock.of(locale)).map(|accepted| accepted.original.as_str());
    Diagnostic::new(&codes::NOT_ACCEPTED, Place::start_of(file))
        .with("document", parsed.id.as_ref())
        .with("locale", locale.as_str())
        .with("original", facts.original.as_ref().map_or("", |(original, _)| original.as_str()))
        .with("against", against.unwrap_or_default())
}

fn without_edition(parsed: &ParsedDocument) -> impl Iterator<Item = Diagnostic> {
    let accepted = parsed.lock.iter().flat_map(|lock| &lock.accepted);
    let orphans = accepted.filter(|accepted| !parsed.words.iter().any(|(locale, _)| *locale == accepted.locale));
    orphans.map(|accepted| {
        let file: Arc<str> = format!("content/{}/{LOCK_FILE}", parsed.id).into();
        Diagnostic::new(&codes::LOCK_WITHOUT_EDITION, Place::new(&file, accepted.span))
            .with("locale", accepted.locale.as_str())
    })
}
