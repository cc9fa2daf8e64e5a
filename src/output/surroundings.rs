//! What the pages and texts of documents are made of besides the files of their own documents, as digests.
//!
//! In: the newsroom. Out: one digest of what any of them may show of others, and one for each document of what is its
//! own and comes with time or from files that are no text. While both are the same, the page of a document of which
//! no file has changed is the same too: after an edit of one text nobody has to put together what ten thousand other
//! pages are made of. What [`document`](super::document), [`parallel`](super::parallel) and [`texts`](super::texts)
//! read of other documents is here: whoever lets them read more has to add that.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::mem::discriminant;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Newsroom, Plan};
use crate::digest::Digest;
use crate::model::document::Document;

/// What pages of documents are made of besides the files of their documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surroundings {
    /// Of what any page may show, the settings left out; the paths of all documents are among it.
    shared: Digest,
    /// Of what only the pages of one document show, in the order of the paths.
    own: Vec<Digest>,
}

impl Surroundings {
    /// Those of a newsroom.
    pub fn of(newsroom: &Newsroom) -> Surroundings {
        let documents = &newsroom.public.documents;
        let own = || documents.par_iter().map(|document| Digest::of(&Own(document))).collect();
        let (shared, own) = rayon::join(|| shared(newsroom), own);
        Surroundings { shared, own }
    }
}

impl Plan {
    /// Marks what is as it was with the surroundings `before`: the pages and texts of documents that are not fresh and
    /// have their own as it was. Where what any page may show is another, nothing is marked.
    pub fn mark_settled(&mut self, before: &Surroundings, fresh: &BTreeSet<Arc<str>>) {
        let (Some(now), Some(newsroom)) = (&self.surroundings, &self.newsroom) else { return };
        if now.shared != before.shared {
            return;
        }
        // The paths are the same, so both have as many.
        let own = newsroom.public.documents.iter().zip(now.own.iter().zip(&before.own));
        let other: BTreeSet<&Arc<str>> =
            own.filter(|(_, (now, before))| now != before).map(|(document, _)| &document.id).chain(fresh).collect();
        for artifact in &mut self.artifacts {
            artifact.is_settled = artifact.document.as_ref().is_some_and(|document| !other.contains(document));
        }
    }
}

fn shared(newsroom: &Newsroom) -> Digest {
    let (public, theme) = (&newsroom.public, &newsroom.theme);
    let desks: Vec<_> = newsroom.desks.values().collect();
    let statics: Vec<_> = public.statics.iter().map(|asset| (asset.file.as_ref(), asset.digest)).collect();
    let documents: Vec<_> = public.documents.iter().map(|document| Shown(document)).collect();
    let cards = (&public.cards, &public.withdrawn);
    Digest::of(&(desks, theme.closures(), statics, documents, cards, public.view, public.is_alone))
}

/// What pages show of another document that is in no card.
struct Shown<'a>(&'a Document);

impl Hash for Shown<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.0.id, &self.0.facts, self.0.editions.len()).hash(state);
        let has_page = self.0.has_page();
        for edition in self.0.editions.values() {
            // By its slug the folder of an event is known.
            (&edition.locale, edition.words.slug.as_ref().map(|slug| &slug.word)).hash(state);
            if !has_page {
                (&edition.route, &edition.title, &edition.summary, &edition.withdrawal).hash(state);
            }
        }
    }
}

/// What a document's own pages show that is not in its texts.
struct Own<'a>(&'a Document);

impl Hash for Own<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.assets.len(), self.0.editions.len()).hash(state);
        self.0.assets.iter().for_each(|(name, asset)| (name, asset.digest).hash(state));
        for edition in self.0.editions.values() {
            (discriminant(&edition.standing), edition.instant(), &edition.changes).hash(state);
            (&edition.withdrawal, &edition.stale).hash(state);
        }
    }
}
