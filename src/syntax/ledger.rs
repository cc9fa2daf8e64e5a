//! `ledger.jsonl` as typed lines: what was released, when, where, and with which text.
//!
//! In: the file's text. Out: its lines, in the order written, and every mistake at once. Each line
//! stands for itself, so that git may merge two branches' ledgers by taking the lines of both
//! (`merge=union`); nothing here depends on their order. What a line means for the site is found by the
//! checks.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported, Span};
use crate::digest::Sha256;
use crate::locale::{Instant, Locale};
use crate::source::Source;

/// What a line records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Event {
    /// An edition went out.
    Released,
    /// A change of it came into force.
    Changed,
    /// It was withdrawn: its text stays, marked.
    Withdrawn,
    /// Its address is another now.
    Moved,
    /// A message or the way of writing dates and figures gave its text other words.
    Formatter,
    /// It was removed: a tombstone stands at its address.
    Removed,
}

/// One line: an edition as it stood from an instant on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// The document's path below `content/`.
    pub document: Arc<str>,
    /// The edition's locale.
    pub locale: Locale,
    /// Its URL below the site's base: begins with `/`.
    pub url: String,
    /// What is recorded.
    pub event: Event,
    /// Since when it holds: the release, the change, the withdrawal; else when it was sealed.
    pub at: Instant,
    /// When the edition was released.
    pub released: Instant,
    /// How many changes of the edition had come into force.
    pub change: u32,
    /// The number of the definition of the canonical text.
    pub form: u32,
    /// The digest of the canonical text.
    pub sha256: Sha256,
    /// The digest of the canonical text with its white space folded.
    pub folded: Sha256,
    /// The digest of the words as they were written, before placeables.
    pub written: Sha256,
    /// The digests of its parts, eight digits each, in order.
    pub parts: String,
    /// Of an outcome: the digest of each block by its anchor.
    pub anchors: BTreeMap<String, String>,
    /// What its placeables gave.
    pub placed: BTreeMap<String, String>,
    /// Where the line stands.
    pub place: Place,
}

/// A line as it stands in the file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    document: String,
    locale: String,
    url: String,
    event: Event,
    at: String,
    released: String,
    change: u32,
    form: u32,
    sha256: Sha256,
    folded: Sha256,
    written: Sha256,
    parts: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    anchors: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    placed: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    check: Option<String>,
}

/// Reads a ledger. A line that cannot be read is a diagnostic, and the others are read all the same; one
/// that stands there twice is taken once.
pub fn read(source: &Source) -> Reported<Vec<Line>> {
    let mut said = Vec::new();
    let mut seen = HashSet::new();
    let is_cut = !source.text.is_empty() && !source.text.ends_with('\n');
    let last = source.text.lines().count();
    let mut lines: Vec<Line> = Vec::with_capacity(last);
    for (number, text) in source.text.lines().enumerate().map(|(at, text)| (at + 1, text.trim())) {
        if text.is_empty() || !seen.insert(text) {
            continue;
        }
        let place = Place::new(&source.file, span_of(number, text));
        match line(text, place, is_cut && number == last) {
            Ok(line) => lines.push(line),
            Err(wrong) => said.push(*wrong),
        }
    }
    Reported::new(lines, said)
}

fn span_of(number: usize, text: &str) -> Span {
    let line = u32::try_from(number).unwrap_or(u32::MAX);
    Span { line, column: 1, end_line: line, end_column: text.chars().count() as u32 + 1 }
}

fn line(text: &str, place: Place, is_cut: bool) -> Result<Line, Box<Diagnostic>> {
    let bad = |mistake: &str, reason: String| {
        let said = Diagnostic::new(&codes::LEDGER_LINE, place.clone());
        Box::new(said.with("mistake", mistake).with("reason", reason))
    };
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| text.starts_with(mark)) {
        return Err(bad("conflict", String::new()));
    }
    let written: Written = serde_json::from_str(text)
        .map_err(|error| if is_cut { bad("cut", String::new()) } else { bad("json", reason(&error)) })?;
    if !is_as_sealed(text) && written.check.as_deref() != Some(check_of(&written).as_str()) {
        return Err(Box::new(Diagnostic::new(&codes::LEDGER_EDITED, place)));
    }
    let instant = |text: &str| Instant::parse(text).map_err(|_| bad("json", text.to_owned()));
    let at = instant(&written.at)?;
    // A release is recorded as of its own instant, and most lines are of releases.
    let released = if written.released == written.at { at.clone() } else { instant(&written.released)? };
    Ok(Line {
        locale: Locale::parse(&written.locale).ok_or_else(|| bad("json", written.locale.clone()))?,
        at,
        released,
        document: written.document.into(),
        url: written.url,
        event: written.event,
        change: written.change,
        form: written.form,
        sha256: written.sha256,
        folded: written.folded,
        written: written.written,
        parts: written.parts,
        anchors: written.anchors,
        placed: written.placed,
        place,
    })
}

/// What the parser says, without its own line, which is always the first.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}

/// The line's own checksum: sixteen digits over everything else in it. It tells a slip of an editor, not
/// a forger, whom git's history tells.
fn check_of(line: &Written) -> String {
    let bare = Written { check: None, ..line.clone() };
    Sha256::of_bytes(json(&bare).as_bytes()).short(16)
}

/// Whether a line has its very bytes still: then what it says need not be written out again to tell.
fn is_as_sealed(text: &str) -> bool {
    let parts = text.strip_suffix("\"}").and_then(|text| text.rsplit_once(",\"check\":\""));
    parts.is_some_and(|(bare, check)| Sha256::of_pieces([bare, "}"].into_iter()).short(16) == check)
}

fn json(line: &Written) -> String {
    // Strings, numbers and maps of strings have a JSON form, always.
    serde_json::to_string(line).unwrap_or_default()
}

impl Line {
    /// The line for the file, without a line feed.
    pub fn json(&self) -> String {
        let mut written = Written {
            document: self.document.to_string(),
            locale: self.locale.to_string(),
            url: self.url.clone(),
            event: self.event,
            at: self.at.iso(),
            released: self.released.iso(),
            change: self.change,
            form: self.form,
            sha256: self.sha256,
            folded: self.folded,
            written: self.written,
            parts: self.parts.clone(),
            anchors: self.anchors.clone(),
            placed: self.placed.clone(),
            check: None,
        };
        written.check = Some(check_of(&written));
        json(&written)
    }

    /// What the line says, apart from where it stands.
    pub fn says_the_same(&self, other: &Line) -> bool {
        Line { place: other.place.clone(), ..self.clone() } == *other
    }
}
