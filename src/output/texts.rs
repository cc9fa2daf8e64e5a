//! What a reader verifies a text with: the canonical text of each edition, the list of their digests in
//! the format of `sha256sum`, and its signature.

use std::fmt::Write;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::desk::Desk;
use super::{Artifact, Newsroom, Output, Room, signature, versions};
use crate::diagnostic::Reported;
use crate::digest::{Hashed, Sha256};
use crate::model::canonical;
use crate::model::document::{Document, Edition};
use crate::model::route::Route;
use crate::model::site::Public;
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
        let (mut artifacts, list) = rayon::join(|| newsroom.of_editions(text), || list(newsroom));
        let mut said = Vec::new();
        if let Some(signature) = signature::fitting(&newsroom.public, list.as_bytes()).take(&mut said) {
            artifacts.push(plain(&format!("{LIST}.minisig"), signature));
        }
        artifacts.push(plain(LIST, list));
        artifacts.extend(versions::plan(newsroom));
        Reported::new(artifacts, said)
    }
}

fn plain(file: &str, text: String) -> Artifact {
    Artifact::new(Route::file(file), text, |text| Reported::clean(text.clone().into_bytes())).followed()
}

/// The public editions with a page.
pub(super) fn editions(public: &Public) -> impl Iterator<Item = (&Arc<Document>, &Arc<Edition>)> {
    let documents = public.documents.iter().filter(|document| document.has_page());
    documents.flat_map(|document| document.editions.values().map(move |edition| (document, edition)))
}

pub(super) fn text(room: &Arc<Room>, document: &Arc<Document>, edition: &Arc<Edition>) -> Artifact {
    let (route, place) = (edition.text_route(), edition.words.slug_place());
    let (room, of, own) = (Arc::clone(room), Arc::clone(document), Arc::clone(edition));
    let input = move || {
        let (desk, facts) = (Arc::clone(&room.desk), Arc::clone(&of.facts));
        TextInput { desk, edition: Arc::clone(&own), facts }
    };
    let make = |input: &TextInput| {
        let text = canonical::of(&input.edition.words, &input.facts, input.desk.voice.as_ref());
        Reported::new(text.text().into_bytes(), input.edition.words.lost().into_iter().collect())
    };
    Artifact::late(route, input, make).written_at(place).followed().of_document(&document.id)
}

/// `<digest>  <file>` a line, sorted by file, as `sha256sum -c` reads it.
pub(super) fn list(newsroom: &Newsroom) -> String {
    let digested = newsroom.editions().filter_map(|(_, edition)| Some((edition.text_file(), edition.digests?.sha256)));
    let mut lines: Vec<(String, Sha256)> = digested.collect();
    // Sorted as their pages are they nearly are already.
    lines.sort();
    let mut text = String::with_capacity(lines.iter().map(|(file, _)| file.len() + 2 * SHA256 + 3).sum());
    for (file, digest) in lines {
        // A string takes whatever is written to it.
        let _ = writeln!(text, "{digest}  {file}");
    }
    text
}
