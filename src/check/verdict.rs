//! What is to be said of one document by itself: whether its languages agree, how its prose is written, what
//! it calls things, whether its placeables can be resolved.
//!
//! In: the [ground](Ground), one folder, the document's editions. Out: a [`Verdict`]. Nothing of another
//! document, so that all are judged side by side, and a verdict holds as long as what it follows from.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ground::Ground;
use super::lint::Uses;
use super::texts::Texts;
use super::{lint, names, parity, prose, references};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::model::document::Document;
use crate::model::site::ParsedDocument;

/// What is known of one document by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// What there is to say, as the site weighs it; not yet lowered for what is held or a draft.
    pub said: Vec<Diagnostic>,
    /// The ids of the terms that its texts name, for the lint of messages.
    pub named: BTreeSet<String>,
    /// The messages and terms that it uses, likewise.
    pub uses: Uses,
}

/// Judges one document: `folder` as it was parsed, and `parts`, its editions as they were joined, one
/// [`Document`] for each standing; none where it could not be joined, or is removed.
///
/// A verdict follows from these and from nothing else:
/// - the ground ([`Ground::digest`]);
/// - the document's path below `content/`, which names its files;
/// - the bytes of its facts and of each of its words, and for each file whether it could be read at all
///   (`folder.facts` and `folder.words`, none or some with their digests);
/// - which locales have an edition in `parts`: an approved edition without a URL, and what is removed at the
///   instant, have none.
///
/// Waivers are among the facts. Not among them: how far an edition has come, the lock, assets, the instant,
/// the rest of the site.
pub fn verdict(ground: &Ground<'_>, folder: &ParsedDocument, parts: &[&Document]) -> Verdict {
    let mut verdict = Verdict::default();
    verdict.uses = lint::uses_of(ground, folder, &mut verdict.said);
    let Some(facts) = parts.first().map(|document| &document.facts) else { return verdict };
    let editions = parts.iter().flat_map(|part| part.editions.values());
    let editions: Vec<Texts<'_>> = editions.filter_map(|edition| Texts::of(ground, facts, edition)).collect();
    let settings = ground.settings;
    let (said, named) = names::judge(ground, facts, &editions);
    verdict.named = named;
    let mut weighed = said;
    if parity::is_asked(settings) {
        weighed.extend(parity::judge(ground, facts, &editions));
    }
    if prose::is_asked(settings) {
        editions.iter().for_each(|texts| weighed.extend(prose::judge(ground, texts)));
    }
    verdict.said.extend(weighed.into_iter().filter_map(|said| settings.weigh(said)));
    prose::without_doubles(&mut verdict.said);
    editions.iter().for_each(|texts| references::placeables(facts, texts, &mut verdict.said));
    verdict
}

/// The digest of all that [`verdict`] follows from, where `ground` is the ground's.
pub(super) fn made_of(ground: Digest, folder: &ParsedDocument, parts: &[&Document]) -> Digest {
    let facts = folder.facts.as_ref().map(|facts| facts.digest());
    let words: Vec<_> =
        folder.words.iter().map(|(locale, words)| (locale, words.as_ref().map(|words| words.digest()))).collect();
    let joined: Vec<Vec<_>> = parts.iter().map(|part| part.editions.locales().collect()).collect();
    Digest::of(&(ground, &folder.id, facts, words, joined))
}
