//! `warta accept`: the press officer signs a translation off.
//!
//! In: a document and the locale of a translation. Out: the document's lock, which says against which
//! original the translation was accepted and what that said then. What changed in the original since an
//! earlier acceptance is shown before. Nothing is signed off while there are other errors in the
//! document's own files.

use std::path::Path;

use clap::ArgMatches;

use super::console::Console;
use super::{End, Failure, Outcome, site};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::locale::{Instant, Locale};
use crate::model::acceptance;
use crate::model::site::ParsedDocument;
use crate::model::staleness::{self, How};
use crate::pipeline::{Prepared, Project, Report, Strictness};
use crate::settings::{Collection, Pairing};
use crate::store::tree::{Folder, Tree, Writing};
use crate::syntax::facts::{FACTS_FILE, Facts, Status};
use crate::syntax::lock::{Accepted, LOCK_FILE, Lock};

/// Accepts a translation.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let root = site::root(console, matches)?;
    let project = site::project_as_set(console, &root, own, Strictness::Check)?;
    let mut report = site::prepare(console, &root, &project)?;
    let Some(prepared) = report.prepared.take() else {
        site::say(console, &project, &mut report)?;
        return Ok(End::Errors);
    };
    let parsed = document(console, &prepared, own)?;
    let locale = locale(console, &prepared, parsed, own)?;
    let original = original(console, parsed, &locale)?;
    let end = refuse(console, &project, &prepared, parsed, report)?;
    let (Some(facts), Some(original), End::Clean) = (&parsed.facts, original, end) else { return Ok(End::Errors) };
    let Some(accepted) = acceptance_of(parsed, &locale, &original, &project.at) else { return Ok(End::Errors) };
    show_changes(console, parsed, facts, &locale)?;
    let lock = sign(console, &root, parsed, accepted)?;
    let parsed = ParsedDocument { lock: Some(lock.into()), ..parsed.clone() };
    say_what_is_left(console, &prepared, &parsed, facts);
    Ok(End::Clean)
}

/// The document that is meant.
fn document<'a>(
    console: &Console<'_>,
    prepared: &'a Prepared,
    own: &ArgMatches,
) -> Result<&'a ParsedDocument, Failure> {
    let id = site::document_of(own.get_one::<String>("document").map_or("", String::as_str));
    let known = || prepared.site.weights.keys().map(AsRef::as_ref);
    prepared.site.parsed(&id).ok_or_else(|| site::unknown_document(console, &id, known()))
}

/// The locale that is meant: one of the site's, in which the document has words.
fn locale(
    console: &Console<'_>,
    prepared: &Prepared,
    parsed: &ParsedDocument,
    own: &ArgMatches,
) -> Result<Locale, Failure> {
    let given = own.get_one::<String>("language").map_or("", String::as_str);
    let tags: Vec<&str> = prepared.settings.tags().map(Locale::as_str).collect();
    let Some(locale) = prepared.settings.tag(given) else {
        let near = nearest(given, tags.iter().copied()).unwrap_or("").to_owned();
        let values = [("language", given.to_owned()), ("nearest", near), ("known", tags.join(", "))];
        return Err(Failure::Usage(console.words.say("usage-unknown-language", &values)));
    };
    if !parsed.words.iter().any(|(known, _)| known == locale) {
        let values = [("document", parsed.id.to_string()), ("language", given.to_owned())];
        return Err(Failure::Usage(console.words.say("usage-no-words", &values)));
    }
    Ok(locale.clone())
}

/// The original that the edition was translated from. None where a mistake in the facts hides it, which
/// is an error that is told.
fn original(console: &Console<'_>, parsed: &ParsedDocument, locale: &Locale) -> Result<Option<Locale>, Failure> {
    let Some(facts) = &parsed.facts else { return Ok(None) };
    let document = ("document", parsed.id.to_string());
    match &facts.original {
        None if facts.is_faulty("original") => Ok(None),
        None => Err(Failure::Usage(console.words.say("usage-no-original", &[document]))),
        Some((original, _)) if original == locale => {
            let values = [document, ("language", locale.as_str().to_owned())];
            Err(Failure::Usage(console.words.say("usage-is-original", &values)))
        }
        Some((original, _)) => Ok(Some(original.clone())),
    }
}

/// Prints the errors in the document's own files, whatever its standing makes of them: what is wrong in a
/// draft is as wrong when it is signed off.
fn refuse(
    console: &Console<'_>,
    project: &Project,
    prepared: &Prepared,
    parsed: &ParsedDocument,
    report: Report,
) -> Result<End, Failure> {
    let is_own = |said: &Diagnostic| {
        let owner = said.place.as_ref().and_then(|place| prepared.site.document_of(&place.file));
        // To sign a translation off again is how it stops being stale.
        let counts = said.code.severity == Severity::Error && said.code != &codes::STALE_TRANSLATION;
        counts && owner == Some(parsed.id.as_ref())
    };
    let own = report.said.into_iter().filter(is_own);
    let said: Vec<Diagnostic> = own.map(|said| Diagnostic { severity: said.code.severity, ..said }).collect();
    let mut report = Report { said, ..Report::default() };
    let end = site::say(console, project, &mut report)?;
    if end == End::Errors {
        console.tell("accept-refused", &[("document", parsed.id.to_string())]);
    }
    Ok(end)
}

/// Prints what changed in the original since the translation was last accepted, part by part.
fn show_changes(console: &Console<'_>, parsed: &ParsedDocument, facts: &Facts, locale: &Locale) -> Result<(), Failure> {
    let Some(stale) = staleness::of(parsed, facts, locale) else { return Ok(()) };
    let head = [("original", stale.accepted.original.as_str().to_owned()), ("count", stale.changes.len().to_string())];
    let mut text = console.words.say("accept-changes", &head) + "\n";
    for change in &stale.changes {
        let id = match change.how {
            How::Changed => "accept-part-changed",
            How::New => "accept-part-new",
            How::Removed => "accept-part-removed",
            How::Moved => "accept-part-moved",
        };
        let values = [("part", change.name.clone()), ("diff", change.diff().unwrap_or_default())];
        text += &format!("  {}\n", console.words.say(id, &values).trim_end());
    }
    console.result(&text)
}

/// What is signed: the words of the original as they are now.
fn acceptance_of(parsed: &ParsedDocument, locale: &Locale, original: &Locale, at: &Instant) -> Option<Accepted> {
    let (_, words) = parsed.words.iter().find(|(known, _)| known == original)?;
    Some(Accepted {
        locale: locale.clone(),
        original: original.clone(),
        at: at.clone(),
        words: words.as_ref()?.wording.clone()?,
        span: crate::diagnostic::Span::START,
    })
}

/// Writes the lock, if that changes it, and says so.
fn sign(console: &Console<'_>, root: &Path, parsed: &ParsedDocument, accepted: Accepted) -> Result<Lock, Failure> {
    let old = parsed.lock.as_deref().cloned().unwrap_or_default();
    let values = [
        ("document", parsed.id.to_string()),
        ("language", accepted.locale.as_str().to_owned()),
        ("original", accepted.original.as_str().to_owned()),
    ];
    // Digests alone cannot be shown when the original changes again: they give way to texts.
    let is_full = |known: &Accepted| known.words.has_texts() || !accepted.words.has_texts();
    let is_same =
        |known: &Accepted| (&known.original, &known.words) == (&accepted.original, &accepted.words) && is_full(known);
    if old.of(&accepted.locale).is_some_and(is_same) {
        console.tell("accept-unchanged", &values);
        return Ok(old);
    }
    let lock = old.with(accepted);
    let file = format!("content/{}/{LOCK_FILE}", parsed.id);
    Folder::at(root).write(&file, lock.text().as_bytes(), Writing::ByRename).map_err(|error| {
        let values = [("file", file.clone()), ("reason", error.to_string())];
        Failure::Machine(console.words.say("machine-write", &values))
    })?;
    console.tell("accept-done", &values);
    console.tell("accept-file", &[("file", file)]);
    Ok(lock)
}

/// Says whether the document is complete now, or which languages it still waits for and why.
fn say_what_is_left(console: &Console<'_>, prepared: &Prepared, parsed: &ParsedDocument, facts: &Facts) {
    let Some(collection) = prepared.settings.collection(parsed.id.split('/').next().unwrap_or_default()) else {
        return;
    };
    let document = || ("document", parsed.id.to_string());
    let mut is_complete = true;
    for locale in prepared.settings.tags() {
        let Some(lack) = lack(parsed, facts, collection, locale) else { continue };
        is_complete = false;
        console.tell(lack, &[document(), ("language", locale.as_str().to_owned())]);
    }
    if is_complete {
        console.tell("accept-complete", &[document()]);
    }
    if facts.status != Status::Approved {
        console.tell("new-step-status", &[("file", format!("content/{}/{FACTS_FILE}", parsed.id))]);
    }
}

/// The line that says what the edition in `locale` lacks; none where it lacks nothing, or is not asked for.
fn lack(parsed: &ParsedDocument, facts: &Facts, collection: &Collection, locale: &Locale) -> Option<&'static str> {
    let words = parsed.words.iter().find(|(known, _)| known == locale).map(|(_, words)| words.as_deref());
    match words {
        None => (collection.pairing == Pairing::Required).then_some("accept-waits-words"),
        Some(Some(words)) if words.is_draft => Some("accept-waits-draft"),
        Some(_) => acceptance::is_lacking(parsed, facts, collection, locale).then_some("accept-waits-acceptance"),
    }
}
