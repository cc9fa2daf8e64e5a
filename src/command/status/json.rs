//! The table as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Findings, Row, Table};
use crate::command::Failure;
use crate::command::console::Console;
use crate::locale::{Instant, Locale, Zone};
use crate::model::staleness::{How, Staleness};
use crate::model::status::{Entry, State};

#[derive(Serialize)]
struct Said<'a> {
    at: String,
    utc: String,
    documents: Vec<Document<'a>>,
    totals: Totals,
}

#[derive(Serialize)]
struct Document<'a> {
    document: &'a str,
    findings: Findings,
    editions: Vec<Edition<'a>>,
}

#[derive(Serialize)]
struct Edition<'a> {
    locale: &'a str,
    state: &'static str,
    /// Until when it is held, or since when it is what it is: in the site's zone, in WIB, in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    instant: Option<Clocks>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waits_for: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stale: Option<Stale<'a>>,
}

#[derive(Serialize)]
struct Clocks {
    local: String,
    wib: String,
    utc: String,
}

#[derive(Serialize)]
struct Stale<'a> {
    original: &'a str,
    accepted: String,
    changed: Vec<&'a str>,
    new: Vec<&'a str>,
    removed: Vec<&'a str>,
    moved: Vec<&'a str>,
}

#[derive(Serialize)]
struct Totals {
    documents: usize,
    editions: BTreeMap<&'static str, usize>,
    stale: usize,
    findings: Findings,
}

pub(super) fn json(console: &Console<'_>, table: &Table<'_>) -> Result<String, Failure> {
    let said = Said {
        at: table.at.in_zone(table.zone).iso(),
        utc: table.at.in_zone(&Zone::utc()).iso(),
        documents: table.rows.iter().map(|row| document(row, table.zone)).collect(),
        totals: Totals {
            documents: table.rows.len(),
            editions: table.states().collect(),
            stale: table.stale(),
            findings: table.findings(),
        },
    };
    let text = serde_json::to_string_pretty(&said)
        .map_err(|error| Failure::Machine(console.words.say("machine-output", &[("reason", error.to_string())])))?;
    Ok(text + "\n")
}

fn document<'a>(row: &'a Row<'a>, zone: &Zone) -> Document<'a> {
    let editions = row.editions.iter().map(|entry| edition(entry, zone)).collect();
    Document { document: row.document, findings: row.findings, editions }
}

fn edition<'a>(entry: &'a Entry<'a>, zone: &Zone) -> Edition<'a> {
    let waits_for = match &entry.state {
        State::Waiting(locales) => Some(locales.iter().map(Locale::as_str).collect()),
        _ => None,
    };
    Edition {
        locale: entry.locale.as_str(),
        state: entry.state.name(),
        instant: entry.state.instant().map(|at| clocks(at, zone)),
        waits_for,
        stale: entry.stale.as_ref().map(|stale| stale_of(stale, zone)),
    }
}

fn clocks(at: &Instant, zone: &Zone) -> Clocks {
    let shown = |zone: &Zone| at.in_zone(zone).iso();
    Clocks { local: shown(zone), wib: shown(&super::text::wib()), utc: shown(&Zone::utc()) }
}

fn stale_of<'a>(stale: &'a Staleness<'a>, zone: &Zone) -> Stale<'a> {
    let names = |how: How| stale.names(how).collect();
    Stale {
        original: stale.accepted.original.as_str(),
        accepted: stale.accepted.at.in_zone(zone).iso(),
        changed: names(How::Changed),
        new: names(How::New),
        removed: names(How::Removed),
        moved: names(How::Moved),
    }
}
