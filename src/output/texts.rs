//! What a reader verifies a text with: the canonical text of each edition, the list of their digests in
//! the format of `sha256sum`, and its signature.

use std::fmt::Write;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;

use super::desk::Desk;
use super::{Artifact, Newsroom, Output, signature, versions};
use crate::diagnostic::Reported;
use crate::digest::{Hashed, Sha256};
use crate::model::canonical;
use crate::model::document::{Document, Edition};
use crate::model::route::Route;
use crate::syntax::facts::Facts;

/// The list's file.
pub const LIST: &str = "sha256sums.txt";

/// How many bytes a SHA-256 has.
const SHA256: usize = 32;

/// The texts and their lists.
#[derive(Debug)]
pub struct Texts;

/// What a canonical text is made of.
#[derive(Debug)]
struct TextInput {
    desk: Arc<Desk>,
    edition: Arc<Edition>,
    facts: Arc<Hashed<Facts>>,
}

// The bytes are those whose digest is known already: whatever else changes, they are the same.
impl Hash for TextInput {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.edition.digests.hash(state);
    }
}

impl Output for Texts {
    fn name(&self) -> &'static str {
        "texts"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let texts = || {
            let editions: Vec<_> = editions(newsroom).collect();
            let texts = editions.into_par_iter().filter_map(|(document, edition)| text(newsroom, document, edition));
            texts.collect::<Vec<Artifact>>()
        };
        let (mut artifacts, (list, versions)) =
            rayon::join(texts, || rayon::join(|| list(newsroom), || versions::plan(newsroom)));
        let mut said = Vec::new();
        if let Some(signature) = signature::fitting(&newsroom.public, list.as_bytes()).take(&mut said) {
            artifacts.push(plain(&format!("{LIST}.minisig"), signature));
        }
        artifacts.push(plain(LIST, list));
        artifacts.extend(versions);
        Reported::new(artifacts, said)
    }
}

fn plain(file: &str, text: String) -> Artifact {
    Artifact::new(Route::file(file), text, |text| Reported::clean(text.clone().into_bytes())).followed()
}

/// The public editions with a page.
pub(super) fn editions(newsroom: &Newsroom) -> impl Iterator<Item = (&Arc<Document>, &Arc<Edition>)> {
    let documents = newsroom.public.documents.iter().filter(|document| document.has_page());
    documents.flat_map(|document| document.editions.values().map(move |edition| (document, edition)))
}

pub(super) fn text(newsroom: &Newsroom, document: &Document, edition: &Arc<Edition>) -> Option<Artifact> {
    let (desk, facts) = (Arc::clone(newsroom.desks.get(&edition.locale)?), Arc::clone(&document.facts));
    let (route, place, own) = (edition.text_route(), edition.words.slug_place(), Arc::clone(edition));
    let input = move || TextInput { desk: Arc::clone(&desk), edition: Arc::clone(&own), facts: Arc::clone(&facts) };
    let make = |input: &TextInput| {
        let text = canonical::of(&input.edition.words, &input.facts, input.desk.voice.as_ref());
        Reported::new(text.text().into_bytes(), input.edition.words.lost().into_iter().collect())
    };
    Some(Artifact::late(route, input, make).written_at(place).followed().of_document(&document.id))
}

/// `<digest>  <file>` a line, sorted by file, as `sha256sum -c` reads it.
pub(super) fn list(newsroom: &Newsroom) -> String {
    let digested =
        editions(newsroom).filter_map(|(_, edition)| Some((edition.text_route().file, edition.digests?.sha256)));
    let mut lines: Vec<(Arc<str>, Sha256)> = digested.collect();
    lines.sort();
    let mut text = String::with_capacity(lines.iter().map(|(file, _)| file.len() + 2 * SHA256 + 3).sum());
    for (file, digest) in lines {
        // A string takes whatever is written to it.
        let _ = writeln!(text, "{digest}  {file}");
    }
    text
}
