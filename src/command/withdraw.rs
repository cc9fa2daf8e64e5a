//! `warta withdraw`: `withdrawn`, stamped with the instant.

use clap::ArgMatches;

use super::console::Console;
use super::record::{self, Record};
use super::site;
use super::{End, Failure, Outcome};
use crate::locale::Locale;
use crate::syntax::amend::{Addition, NewWithdrawal};

/// Withdraws a released document, or some of its editions.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let Some(record) = record::open(console, matches, own)? else { return Ok(End::Errors) };
    if let Some(withdrawn) = &record.facts.life.withdrawn {
        let values = [("document", record.document.clone()), ("place", withdrawn.place.to_string())];
        return Err(Failure::Usage(console.words.say("usage-already-withdrawn", &values)));
    }
    let editions = record.named(console, own, "editions")?;
    let all: Vec<Locale> = record.editions.locales().cloned().collect();
    let covered = editions.clone().unwrap_or(all);
    record.demand_public(console, &covered)?;
    let replaced_by = replacement(console, &record, own)?;
    let reason = record.notes(console, own)?;
    let at = record.written_instant(&covered);
    record.add(console, &Addition::Withdrawal(NewWithdrawal { at, editions, reason, replaced_by }), &[])
}

/// What takes its place, which has to be another document that is there.
fn replacement(console: &Console<'_>, record: &Record, own: &ArgMatches) -> Result<Option<String>, Failure> {
    let Some(given) = own.get_one::<String>("replaced-by") else { return Ok(None) };
    let id = site::document_of(given);
    record.demand_document(console, &id)?;
    if id == record.document {
        return Err(Failure::Usage(console.words.say("usage-replaced-by-itself", &[("document", id)])));
    }
    Ok(Some(id))
}
