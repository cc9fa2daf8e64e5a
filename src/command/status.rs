//! `warta status`: how far every edition has come, what is stale, what is found wrong.
//!
//! In: the site at an instant, and which part of it is asked for. Out: a table on stdout, as text or JSON.
//! It reports and does not judge: findings do not make it fail.

mod json;
mod text;

use std::collections::BTreeMap;

use clap::ArgMatches;

use super::console::Console;
use super::{End, Failure, Outcome, site};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::{Instant, Zone};
use crate::model::site::{ParsedDocument, Site};
use crate::model::status::{self, Entry, State};
use crate::pipeline::{Prepared, Report, Strictness};
use crate::source::SETTINGS_FILE;

/// What `--only` may name besides a state.
const STALE: &str = "stale";

/// Every word that `--only` takes.
pub(super) fn selections() -> impl Iterator<Item = &'static str> {
    State::NAMES.into_iter().chain([STALE])
}

/// A document of the table.
struct Row<'a> {
    document: &'a str,
    editions: Vec<Entry<'a>>,
    findings: Findings,
}

/// How much is found wrong.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
struct Findings {
    errors: usize,
    warnings: usize,
}

/// What is printed.
struct Table<'a> {
    at: &'a Instant,
    zone: &'a Zone,
    rows: Vec<Row<'a>>,
    /// What is found in files of no document; nothing where only a part of the site is asked for.
    elsewhere: Findings,
}

impl Findings {
    fn count(&mut self, said: &Diagnostic) {
        match said.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => {}
        }
    }

    fn with(self, other: Findings) -> Findings {
        Findings { errors: self.errors + other.errors, warnings: self.warnings + other.warnings }
    }

    fn is_none(self) -> bool {
        self == Findings::default()
    }
}

impl Table<'_> {
    /// How many editions are in each state, in the order of a life.
    fn states(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let editions = || self.rows.iter().flat_map(|row| &row.editions);
        State::NAMES.into_iter().map(move |name| (name, editions().filter(|entry| entry.state.name() == name).count()))
    }

    fn stale(&self) -> usize {
        self.rows.iter().flat_map(|row| &row.editions).filter(|entry| entry.stale.is_some()).count()
    }

    fn findings(&self) -> Findings {
        self.rows.iter().fold(self.elsewhere, |all, row| all.with(row.findings))
    }
}

/// Prints the table.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let root = site::root(console, matches)?;
    // As a check judges it: what is about to go out counts as if it were public.
    let project = site::project_as_set(console, &root, own, Strictness::Check)?;
    let mut report = site::prepare(console, &root, &project)?;
    let Some(prepared) = report.prepared.take() else { return site::say(console, &project, &mut report) };
    if report.said.iter().any(is_of_settings) {
        // Nothing can be told of documents where the settings do not say what they are.
        let said = report.said.into_iter().filter(is_of_settings).collect();
        return site::say(console, &project, &mut Report { said, ..Report::default() });
    }
    let table = table(console, &prepared, &report.said, &project.at, own)?;
    let text = if own.get_flag("json") { json::json(console, &table)? } else { text::text(console, &table) };
    console.result(&text)?;
    Ok(End::Clean)
}

fn is_of_settings(said: &Diagnostic) -> bool {
    said.is_error() && said.place.as_ref().is_some_and(|place| *place.file == *SETTINGS_FILE)
}

fn table<'a>(
    console: &Console<'_>,
    prepared: &'a Prepared,
    said: &[Diagnostic],
    at: &'a Instant,
    own: &ArgMatches,
) -> Result<Table<'a>, Failure> {
    let folder = own.get_one::<String>("path").map(|path| site::document_of(path)).filter(|path| !path.is_empty());
    let asked: Vec<&ParsedDocument> = prepared
        .site
        .parsed
        .iter()
        .filter(|parsed| folder.as_ref().is_none_or(|folder| is_in(&parsed.id, folder)))
        .collect();
    if let (Some(folder), true) = (&folder, asked.is_empty()) {
        return Err(site::unknown_document(console, folder, prepared.site.weights.keys().map(AsRef::as_ref)));
    }
    let only = own.get_one::<String>("only");
    let (by_document, elsewhere) = findings(&prepared.site, said);
    let row = |parsed: &'a ParsedDocument| {
        let mut editions = status::of(parsed, &prepared.settings, at);
        editions.retain(|entry| only.is_none_or(|only| is_asked(entry, only)));
        let findings = by_document.get(parsed.id.as_ref()).copied().unwrap_or_default();
        Row { document: &parsed.id, editions, findings }
    };
    let rows = asked.into_iter().map(row).filter(|row| !row.editions.is_empty()).collect();
    let is_whole = folder.is_none() && only.is_none();
    let elsewhere = if is_whole { elsewhere } else { Findings::default() };
    Ok(Table { at, zone: &prepared.settings.time_zone, rows, elsewhere })
}

/// Whether a document is this one, or lies in this folder.
fn is_in(document: &str, folder: &str) -> bool {
    document.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_asked(entry: &Entry<'_>, only: &str) -> bool {
    if only == STALE { entry.stale.is_some() } else { entry.state.name() == only }
}

/// What is found in each document, and in files of none.
fn findings<'a>(site: &'a Site, said: &[Diagnostic]) -> (BTreeMap<&'a str, Findings>, Findings) {
    let (mut by_document, mut elsewhere) = (BTreeMap::<&str, Findings>::new(), Findings::default());
    for said in said {
        match said.place.as_ref().and_then(|place| site.document_of(&place.file)) {
            Some(document) => by_document.entry(document).or_default().count(said),
            None => elsewhere.count(said),
        }
    }
    (by_document, elsewhere)
}
