//! The site looked at as a whole: what no file can know alone. One file for each check.
//!
//! In: all of the site, whatever its standing. Out: diagnostics, in no order that matters.

pub mod assets;
pub mod documents;
pub mod ledger;
pub mod lint;
pub mod messages;
pub mod names;
pub mod parity;
pub mod prose;
pub mod references;
pub mod zones;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::document::Document;
use crate::model::site::Site;
use crate::theme::Theme;
use names::Registers;

/// What every check reads.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The site, of every standing.
    pub site: &'a Site,
    /// The theme, with the messages of every locale.
    pub theme: &'a Theme,
    /// The documents by path below `content/`, one for each standing that its editions have.
    pub documents: &'a BTreeMap<&'a str, Vec<&'a Document>>,
    /// The names of each language.
    pub names: &'a Registers,
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

/// One check: its name and what it does.
pub type Check = (&'static str, fn(Subject<'_>) -> Vec<Diagnostic>);

/// Every check.
pub static CHECKS: &[Check] = &[
    ("documents", documents::run),
    ("references", references::run),
    ("messages", messages::run),
    ("lint", lint::run),
    ("ledger", ledger::run),
    ("zones", zones::run),
    ("parity", parity::run),
    ("assets", assets::run),
    ("prose", prose::run),
    ("names", names::run),
];

/// Runs every check.
pub fn run(site: &Site, theme: &Theme, reading: Reading) -> Vec<Diagnostic> {
    let mut documents: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
    site.all().for_each(|document| documents.entry(document.id.as_ref()).or_default().push(document));
    let names = Registers::of(theme);
    let subject = Subject { site, theme, documents: &documents, names: &names, reading };
    let mut said: Vec<Diagnostic> = CHECKS.par_iter().flat_map(|(_, check)| check(subject)).collect();
    prose::without_doubles(&mut said);
    said
}
