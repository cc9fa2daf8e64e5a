//! The site looked at as a whole: what no file can know alone. One file for each check.
//!
//! In: all of the site, whatever its standing. Out: diagnostics, in no order that matters.

pub mod assets;
pub mod documents;
pub mod ground;
pub mod ledger;
pub mod lint;
pub mod messages;
pub mod names;
pub mod parity;
pub mod prose;
pub mod references;
mod texts;
pub mod verdict;
pub mod zones;

use std::sync::Arc;

use indexmap::IndexMap;
use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::diagnostic::Diagnostic;
use crate::model::document::Document;
use crate::model::memo::{Encoded, Verdicts};
use crate::model::site::{ParsedDocument, Site};
use crate::share;
use crate::theme::Theme;
pub use ground::Ground;
pub use verdict::{Verdict, verdict};

/// What every check of the whole site reads.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The site, of every standing.
    pub site: &'a Site,
    /// The theme, with the messages of every locale.
    pub theme: &'a Theme,
    /// The documents by path below `content/`, one for each standing that its editions have.
    pub documents: &'a ByPath<'a>,
    /// What each document is judged by.
    pub ground: &'a Ground<'a>,
    /// What is known of each document by itself, in the order of [`Site::parsed`].
    pub verdicts: &'a [Verdict],
    /// Whether all could be read.
    pub reading: Reading,
}

/// Whether everything could be read that the checks look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// It could.
    Whole,
    /// There were mistakes on the way: what seems to be missing may only be hidden by them.
    Partial,
}

impl<'a> Subject<'a> {
    /// A document of this path, of any standing.
    pub fn document(&self, id: &str) -> Option<&'a Document> {
        self.documents.get(id).and_then(|found| found.first().copied())
    }
}

/// One check of the whole site: its name and what it does.
pub type Check = (&'static str, fn(Subject<'_>) -> Vec<Diagnostic>);

/// Every check of the whole site. What a document says by itself is in its [verdict](verdict()).
pub static CHECKS: &[Check] = &[
    ("documents", documents::run),
    ("references", references::run),
    ("messages", messages::run),
    ("lint", lint::run),
    ("ledger", ledger::run),
    ("zones", zones::run),
    ("assets", assets::run),
    ("names", names::run),
];

/// Judges every document, and runs every check of the whole site.
pub fn run(site: &Site, theme: &Theme, reading: Reading) -> Vec<Diagnostic> {
    run_known(site, theme, reading, None)
}

/// The same with the verdicts that are known from the last time, which are brought up to date.
pub fn run_known(site: &Site, theme: &Theme, reading: Reading, mut known: Option<&mut Verdicts>) -> Vec<Diagnostic> {
    let documents = by_path(site);
    let ground = Ground::of(&site.public.settings, theme);
    let parts = |id: &str| documents.get(id).map(Vec::as_slice).unwrap_or_default();
    let digest = ground.digest();
    let before = known.as_deref();
    let judge = |folder: &ParsedDocument| {
        let Some(before) = before else { return (verdict(&ground, folder, parts(&folder.id)), None) };
        let made_of = verdict::made_of(digest, folder, parts(&folder.id));
        let kept = before.get(&folder.id).filter(|(known, _)| *known == made_of).map(|(_, kept)| kept);
        if let Some((value, kept)) = kept.and_then(|kept| Some((kept.cast().value()?, kept.clone()))) {
            return (value, Some((made_of, kept)));
        }
        let verdict = verdict(&ground, folder, parts(&folder.id));
        // What was said of a body that could not be read must not be known.
        let is_lost = folder.words.iter().any(|(_, words)| words.as_ref().is_some_and(|words| words.is_lost()));
        let kept = (!is_lost).then(|| (made_of, Encoded::of(&verdict).cast()));
        (verdict, kept)
    };
    let (verdicts, kept): (Vec<Verdict>, Vec<_>) =
        site.parsed.par_iter().with_max_len(share::DOCUMENTS).map(judge).unzip();
    if let Some(known) = &mut known {
        let ids = site.parsed.iter().map(|folder| &folder.id);
        **known = ids.zip(kept).filter_map(|(id, kept)| Some((Arc::clone(id), kept?))).collect();
    }
    let subject = Subject { site, theme, documents: &documents, ground: &ground, verdicts: &verdicts, reading };
    let mut said: Vec<Diagnostic> = CHECKS.par_iter().flat_map(|(_, check)| check(subject)).collect();
    said.extend(verdicts.into_iter().flat_map(|verdict| verdict.said));
    said
}

/// The documents by path below `content/`, in the order of these, one for each standing that its editions have.
pub type ByPath<'a> = IndexMap<&'a str, Vec<&'a Document>, FxBuildHasher>;

fn by_path(site: &Site) -> ByPath<'_> {
    let mut documents = ByPath::with_capacity_and_hasher(site.parsed.len(), FxBuildHasher);
    site.all().for_each(|document| documents.entry(document.id.as_ref()).or_default().push(document));
    // Public ones are in order already, and nearly all of a site's are.
    documents.sort_keys();
    documents
}
