//! `warta change`: an entry in `changes`, stamped with the instant.

use clap::ArgMatches;

use super::console::Console;
use super::record::{self, Record};
use super::{End, Failure, Outcome};
use crate::locale::Locale;
use crate::syntax::amend::{Addition, NewChange};
use crate::syntax::life::Grade;

/// Records a change of a released document.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let Some(record) = record::open(console, matches, own)? else { return Ok(End::Errors) };
    let affects = record.named(console, own, "affects")?;
    let all: Vec<Locale> = record.editions.locales().cloned().collect();
    let covered = affects.clone().unwrap_or(all);
    record.demand_public(console, &covered)?;
    demand_all_public(console, &record, &covered)?;
    let note = record.notes(console, own)?;
    let at = record.written_instant(&covered);
    let addition = Addition::Change(NewChange { at, grade: grade(own), major: major(own), note, affects });
    record.add(console, &addition, &covered)
}

/// An edition that is still to come has no history: what changed has to be named.
fn demand_all_public(console: &Console<'_>, record: &Record, covered: &[Locale]) -> Result<(), Failure> {
    let is_public = |locale: &&Locale| record.editions.get(locale).is_some_and(|standing| standing.is_public());
    let (public, others): (Vec<&Locale>, Vec<&Locale>) = covered.iter().partition(is_public);
    if others.is_empty() {
        return Ok(());
    }
    let languages: Vec<&str> = others.iter().map(|locale| locale.as_str()).collect();
    let option: Vec<String> = public.iter().map(|locale| format!("--affects {locale}")).collect();
    let values = [("languages", languages.join(", ")), ("option", option.join(" "))];
    Err(Failure::Usage(console.words.say("usage-partly-public", &values)))
}

fn grade(own: &ArgMatches) -> Grade {
    let word = own.get_one::<String>("grade").map_or("", String::as_str);
    // The parser of the arguments lets no other word through.
    Grade::ALL.iter().find(|(known, _)| *known == word).map_or(Grade::Correction, |(_, grade)| *grade)
}

/// Whether readers have to know, where the author says.
fn major(own: &ArgMatches) -> Option<bool> {
    match (own.get_flag("major"), own.get_flag("minor")) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}
