//! What a reader verifies a text with: the canonical text of each edition, the list of their digests in
//! the format of `sha256sum`, its signature, and the same list with earlier versions for the page that
//! compares a pasted text.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::desk::Desk;
use super::{Artifact, Newsroom, Output, signature};
use crate::diagnostic::Reported;
use crate::digest::{Hashed, Sha256};
use crate::model::canonical;
use crate::model::document::{Document, Edition};
use crate::model::route::Route;
use crate::syntax::facts::Facts;
use crate::syntax::ledger::{Event, Line};

/// The list's file.
pub const LIST: &str = "sha256sums.txt";

/// The script that holds the list for the page that compares.
pub const SCRIPT: &str = "verify/texts.js";

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

/// What the script holds of one version of one text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
struct Version {
    sha256: String,
    folded: String,
    lang: String,
    title: String,
    page: String,
    text: String,
    version: u32,
    since: String,
    state: &'static str,
}

impl Output for Texts {
    fn name(&self) -> &'static str {
        "texts"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let mut artifacts: Vec<Artifact> = editions(newsroom)
            .collect::<Vec<_>>()
            .into_par_iter()
            .filter_map(|(document, edition)| text(newsroom, document, edition))
            .collect();
        let list = list(newsroom);
        let mut said = Vec::new();
        if let Some(signature) = signature::fitting(&newsroom.public, list.as_bytes()).take(&mut said) {
            artifacts.push(plain(&format!("{LIST}.minisig"), signature));
        }
        artifacts.push(plain(LIST, list));
        let known = Arc::clone(newsroom);
        artifacts.push(Artifact::late(Route::file(SCRIPT), move || versions(&known), script).followed());
        Reported::new(artifacts, said)
    }
}

fn plain(file: &str, text: String) -> Artifact {
    Artifact::new(Route::file(file), text, |text| Reported::clean(text.clone().into_bytes())).followed()
}

/// The public editions with a page.
fn editions(newsroom: &Newsroom) -> impl Iterator<Item = (&Arc<Document>, &Arc<Edition>)> {
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
    Some(Artifact::late(route, input, make).written_at(place).followed())
}

/// `<digest>  <file>` a line, sorted by file, as `sha256sum -c` reads it.
pub(super) fn list(newsroom: &Newsroom) -> String {
    let digested =
        editions(newsroom).filter_map(|(_, edition)| Some((edition.text_route().file, edition.digests?.sha256)));
    let mut lines: Vec<(String, Sha256)> = digested.collect();
    lines.sort();
    lines.iter().map(|(file, digest)| format!("{digest}  {file}\n")).collect()
}

#[expect(clippy::ptr_arg, reason = "an artifact's function takes its whole input")]
fn script(versions: &Vec<Version>) -> Reported<Vec<u8>> {
    // Strings and numbers have a JSON form, always. JSON is script but for two line separators, which
    // scripts have allowed in strings since ECMAScript 2019.
    let lines: Vec<String> =
        versions.iter().map(|version| serde_json::to_string(version).unwrap_or_default()).collect();
    Reported::clean(format!("window.wartaTexts = [\n{}\n];\n", lines.join(",\n")).into_bytes())
}

/// Every version that is known, the newest first: the texts as they are, and what the ledger tells of
/// earlier ones.
fn versions(newsroom: &Newsroom) -> Vec<Version> {
    let public = &newsroom.public;
    let base = &public.settings.base_url.path;
    let mut versions: Vec<(jiff::Timestamp, Version)> = Vec::new();
    for (document, edition) in editions(newsroom) {
        let Some(digests) = edition.digests else { continue };
        let since = edition.changes.last().map(|change| &change.at).or(edition.instant());
        let current = Version {
            sha256: digests.sha256.to_string(),
            folded: digests.folded.to_string(),
            lang: edition.locale.to_string(),
            title: edition.title.text(),
            page: format!("{base}{}", edition.route.url),
            text: format!("{base}{}", edition.text_route().url),
            version: edition.changes.len() as u32 + 1,
            since: since.map(|since| since.iso()).unwrap_or_default(),
            state: if edition.withdrawal.is_some() { "withdrawn" } else { "current" },
        };
        let mut known = vec![digests.sha256];
        for line in public.ledger.edition(&document.id, &edition.locale).iter().rev() {
            if !known.contains(&line.sha256) {
                known.push(line.sha256);
                versions.push((line.at.moment(), earlier(&current, line)));
            }
        }
        versions.push((since.map_or(jiff::Timestamp::UNIX_EPOCH, |since| since.moment()), current));
    }
    versions.extend(removed(newsroom));
    versions.sort_by(|(one, of_one), (other, of_other)| other.cmp(one).then_with(|| of_one.text.cmp(&of_other.text)));
    versions.into_iter().map(|(_, version)| version).collect()
}

/// What the ledger tells of the texts of removed documents: each once, under its address, without words.
fn removed(newsroom: &Newsroom) -> Vec<(jiff::Timestamp, Version)> {
    let public = &newsroom.public;
    let mut versions: Vec<(jiff::Timestamp, Version)> = Vec::new();
    for (document, locale, lines) in public.ledger.editions() {
        if !public.removed.iter().any(|removed| removed.document == *document) {
            continue;
        }
        let mut known = Vec::new();
        for line in lines.iter().rev().filter(|line| line.event != Event::Removed) {
            if !known.contains(&line.sha256) {
                known.push(line.sha256);
                let address = format!("{}{}", public.settings.base_url.path, line.url);
                let version = Version {
                    sha256: line.sha256.to_string(),
                    folded: line.folded.to_string(),
                    lang: locale.to_string(),
                    title: address.clone(),
                    page: address,
                    text: String::new(),
                    version: line.change + 1,
                    since: line.at.iso(),
                    state: "removed",
                };
                versions.push((line.at.moment(), version));
            }
        }
    }
    versions
}

/// A version of an edition that is another text now.
fn earlier(current: &Version, line: &Line) -> Version {
    Version {
        sha256: line.sha256.to_string(),
        folded: line.folded.to_string(),
        version: line.change + 1,
        since: line.at.iso(),
        state: "earlier",
        ..current.clone()
    }
}
