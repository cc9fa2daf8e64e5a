//! Newsrooms of any size, made of a seed: the same shape gives the same bytes.
//!
//! In: how many documents, how long a text, a seed. Out: a folder that `warta check` has nothing to say
//! about, in Indonesian and English, with releases, statements, outcomes, events and pages; tables, notes,
//! lists, code, photographs, links from one document to another, corrections, withdrawals, drafts and what
//! is held; translations that were accepted. States, institutions, towns and people are invented.
//! Used by the benchmarks and by the tests of speed.

mod body;
mod chance;
mod document;
mod fixed;
mod locks;
mod phrases;

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use document::{Document, Written};
pub(crate) use fixed::{TOPICS, topic};
use locks::Acceptance;

/// The instant that a newsroom is built for.
pub(crate) const AT: &str = "2026-01-01 09.00 WITA";

/// What a newsroom is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// How many documents it has; twenty at least.
    pub(crate) documents: usize,
    /// How many words a text has at least; the last paragraph and the notes make it a tenth longer.
    pub(crate) words: usize,
    /// What its chances come from.
    pub(crate) seed: u64,
}

impl Shape {
    /// So many documents of the usual length: about 660 words.
    pub(crate) fn of(documents: usize) -> Shape {
        Shape { documents: documents.max(20), words: 580, seed: 2031 }
    }

    /// The path below `content/` of the newest release: public, in both languages, accepted, not sealed. Its
    /// English text may be edited without anything to be said.
    pub(crate) fn newest(&self) -> String {
        Document { shape: self, number: self.documents - 1 }.id()
    }

    /// Writes the newsroom into a folder that is empty or not there.
    pub(crate) fn lay_out(&self, root: &Path) -> io::Result<()> {
        let once = [
            ("warta.yaml", fixed::settings()),
            ("i18n/id/site.ftl", fixed::messages("id")),
            ("i18n/en/site.ftl", fixed::messages("en")),
            ("static/.well-known/security.txt", "Contact: mailto:press@example.org\n".to_owned()),
            ("ledger.jsonl", String::new()),
        ];
        once.iter().try_for_each(|(name, text)| put(&root.join(name), text.as_bytes()))?;
        let (photo, acceptance) = (fixed::photo(), Acceptance::of_settings(&fixed::settings()));
        (0..self.documents).into_par_iter().try_for_each(|number| {
            let document = Document { shape: self, number };
            let folder = format!("content/{}", document.id());
            document_files(&folder, &document.written(), &photo, &acceptance)
                .into_iter()
                .try_for_each(|(name, bytes)| put(&root.join(name), &bytes))
        })
    }
}

fn document_files(folder: &str, written: &Written, photo: &[u8], acceptance: &Acceptance) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![(format!("{folder}/document.yaml"), written.facts.clone().into_bytes())];
    for (locale, text) in &written.words {
        files.push((format!("{folder}/{locale}.md"), text.clone().into_bytes()));
    }
    if written.needs_acceptance {
        files.push((format!("{folder}/document.lock"), acceptance.lock(folder, written).into_bytes()));
    }
    if written.has_photo {
        files.push((format!("{folder}/photo.png"), photo.to_vec()));
    }
    files
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, bytes)
}
