//! `warta seal`: records in the ledger what is released, changed, withdrawn, moved or removed.

use std::path::Path;

use clap::ArgMatches;

use super::console::Console;
use super::site;
use super::{End, Failure, Outcome};
use crate::diagnostic::codes;
use crate::model::ledger::{self, LEDGER_FILE, Recording};
use crate::pipeline::{Prepared, Strictness};
use crate::settings::Keeping;
use crate::store::tree::{Folder, Tree, Writing};
use crate::syntax::ledger::{Event, Line};

/// Appends to the ledger what it lacks.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let root = site::root(console, matches)?;
    let recording = if own.get_flag("formatter") { Recording::Formatter } else { Recording::Life };
    let mut project = site::project_as_set(console, &root, own, Strictness::Build)?;
    let mut report = site::prepare(console, &root, &project)?;
    if recording == Recording::Formatter {
        // What is about to be recorded is no mistake any more.
        report.said.retain(|said| said.code != &codes::TEXT_RESOLVED_OTHERWISE);
    }
    let end = site::say(console, &project, &mut report)?;
    let Some(prepared) = report.prepared.as_ref().filter(|_| end == End::Clean) else {
        console.tell("seal-refused", &[]);
        return Ok(End::Errors);
    };
    if prepared.settings.ledger.0 == Keeping::Off {
        return Err(Failure::Usage(console.words.say("usage-ledger-off", &[])));
    }
    project.at = project.at.in_zone(&prepared.settings.time_zone);
    let lines = ledger::unsealed(&prepared.site.public, &prepared.theme.voices(), &project.at, recording);
    if !lines.is_empty() || !prepared.site.public.ledger.is_kept {
        append(&root, &lines).map_err(|error| {
            let values = [("file", LEDGER_FILE.to_owned()), ("reason", error.to_string())];
            Failure::Machine(console.words.say("machine-write", &values))
        })?;
    }
    say(console, prepared, &lines)?;
    Ok(End::Clean)
}

/// Writes the ledger with more lines: every byte that it has stays, and it is never there by half.
fn append(root: &Path, lines: &[Line]) -> std::io::Result<()> {
    let folder = Folder::at(root);
    let mut bytes = folder.read(LEDGER_FILE)?.unwrap_or_default();
    if bytes.last().is_some_and(|last| *last != b'\n') {
        bytes.push(b'\n');
    }
    for line in lines {
        bytes.extend(line.json().into_bytes());
        bytes.push(b'\n');
    }
    folder.write(LEDGER_FILE, &bytes, Writing::ByRename)
}

/// A line on stdout for each record, and what it comes to on stderr.
fn say(console: &Console<'_>, prepared: &Prepared, lines: &[Line]) -> Result<(), Failure> {
    let mut text = String::new();
    for line in lines {
        let (local, utc) = site::both(&line.at, &prepared.settings.time_zone);
        let values = [
            ("event", word(line.event).to_owned()),
            ("document", line.document.to_string()),
            ("language", line.locale.to_string()),
            ("url", line.url.clone()),
            ("local", local),
            ("utc", utc),
        ];
        text += &(console.words.say("seal-line", &values) + "\n");
    }
    console.record(&text)?;
    console.tell("seal-done", &[("count", lines.len().to_string()), ("file", LEDGER_FILE.to_owned())]);
    Ok(())
}

fn word(event: Event) -> &'static str {
    match event {
        Event::Released => "released",
        Event::Changed => "changed",
        Event::Withdrawn => "withdrawn",
        Event::Moved => "moved",
        Event::Formatter => "formatter",
        Event::Removed => "removed",
    }
}
