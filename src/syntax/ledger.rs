//! `ledger.jsonl` as typed lines: what was released, when, where, and with which text.
//!
//! In: the file's text. Out: its lines, in the order written, and every mistake at once. Each line
//! stands for itself, so that git may merge two branches' ledgers by taking the lines of both
//! (`merge=union`); nothing here depends on their order. What a line means for the site is found by the
//! checks.

pub mod kept;

use std::collections::{BTreeMap, HashSet};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rayon::prelude::*;
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

/// How many bytes at the end of a line are hashed to tell it from others: its checksum is among them.
const TAIL: usize = 32;

/// A line as it stands there. Two are the same if all of them is; the end is enough to look for one.
#[derive(PartialEq, Eq)]
struct Text<'a>(&'a str);

impl Hash for Text<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let bytes = self.0.as_bytes();
        state.write(&bytes[bytes.len().saturating_sub(TAIL)..]);
    }
}

/// Reads a ledger, its lines side by side. A line that cannot be read is a diagnostic, and the others are read all
/// the same; one that stands there twice is taken once.
pub fn read(source: &Source) -> Reported<Vec<Line>> {
    let mut seen = HashSet::new();
    let is_cut = !source.text.is_empty() && !source.text.ends_with('\n');
    let texts = source.text.lines().enumerate().map(|(at, text)| (at + 1, text.trim()));
    let mut last = 0;
    let texts = texts.inspect(|(number, _)| last = *number);
    let texts: Vec<(usize, &str)> = texts.filter(|(_, text)| !text.is_empty() && seen.insert(Text(text))).collect();
    let read = texts.into_par_iter().map(|(number, text)| {
        let place = Place::new(&source.file, span_of(number, text));
        line(text, place, is_cut && number == last)
    });
    let read: Vec<Result<Line, Box<Diagnostic>>> = read.collect();
    let mut said = Vec::new();
    let lines = read.into_iter().filter_map(|read| read.map_err(|wrong| said.push(*wrong)).ok()).collect();
    Reported::new(lines, said)
}

fn span_of(number: usize, text: &str) -> Span {
    span_of_length(u32::try_from(number).unwrap_or(u32::MAX), text.chars().count() as u32)
}

/// Where a line of so many characters stands.
fn span_of_length(line: u32, length: u32) -> Span {
    Span { line, column: 1, end_line: line, end_column: length.saturating_add(1) }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(number: usize) -> String {
        let at = Instant::parse("2021-11-16 18.00 WITA").unwrap();
        let digest = Sha256::of_bytes(b"text");
        let line = Line {
            document: "pages/about".into(),
            locale: Locale::parse("en").unwrap(),
            url: format!("/en/{number}"),
            event: Event::Released,
            released: at.clone(),
            at,
            change: 0,
            form: 1,
            sha256: digest,
            folded: digest,
            written: digest,
            parts: String::new(),
            anchors: BTreeMap::new(),
            placed: BTreeMap::new(),
            place: Place::start_of(&"ledger.jsonl".into()),
        };
        line.json()
    }

    #[test]
    fn lines_are_read_in_their_order_and_told_apart_by_all_of_them() {
        let end = "no JSON at all, and the same to its end in many lines";
        let (one, other) = (format!("one: {end}"), format!("other: {end}"));
        let mut text: Vec<String> = (0..500).map(sealed).collect();
        text.splice(200..200, [one.clone(), String::new(), sealed(7), other.clone(), format!("  {one} "), other]);
        text.push("{\"document\":\"pages/ab".to_owned());
        let read = read(&Source::new("ledger.jsonl", text.join("\n")));
        let urls: Vec<String> = read.value.iter().map(|line| line.url.clone()).collect();
        assert_eq!(urls, (0..500).map(|number| format!("/en/{number}")).collect::<Vec<_>>());
        let numbers: Vec<u32> = read.value.iter().map(|line| line.place.span.line).collect();
        assert_eq!(numbers, (1..=200).chain(207..=506).collect::<Vec<_>>());
        let said = read.said.iter().map(|said| {
            let mistake =
                said.arguments.iter().find(|(name, _)| name == "mistake").map(|(_, mistake)| mistake.as_str());
            (said.place.as_ref().map(|place| place.span.line), mistake)
        });
        let wrong = [(Some(201), Some("json")), (Some(204), Some("json")), (Some(507), Some("cut"))];
        assert_eq!(said.collect::<Vec<_>>(), wrong);
    }
}
