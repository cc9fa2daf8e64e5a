//! `warta verify`: which edition and version a text is, or the nearest one and where they part.

use std::io::Read;
use std::path::Path;

use clap::ArgMatches;
use rayon::prelude::*;
use serde::Serialize;

use super::console::Console;
use super::site;
use super::{End, Failure, Outcome};
use crate::digest::Sha256;
use crate::model::canonical;
use crate::model::compare::{self, Shingles};
use crate::model::document::{Document, Edition};
use crate::model::ledger;
use crate::model::site::Public;
use crate::model::worddiff::shortened;
use crate::pipeline::{Prepared, Strictness};
use crate::source::load;

/// How alike two texts must be, in thousandths, for the one to be called near the other.
const NEAR: u32 = 150;

/// How many differences are shown.
const SHOWN: usize = 8;

/// How many letters of a difference are shown.
const LONGEST: usize = 100;

/// What a text turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Found {
    /// The text of an edition as it is published.
    Current,
    /// That of an edition that was withdrawn.
    Withdrawn,
    /// That of an earlier version.
    Earlier,
    /// That of a document that was removed.
    Removed,
    /// None, but like one.
    Differs,
    /// None.
    Unknown,
}

/// The answer, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Answer {
    result: Found,
    /// Whether the bytes are those of the canonical text; not if only white space differs.
    exact: bool,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<Named>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differences: Vec<Differing>,
}

/// The edition and version that is meant.
#[derive(Debug, Serialize)]
struct Named {
    document: String,
    language: String,
    url: String,
    /// From 1.
    version: u32,
    /// How many versions there are now.
    versions: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    sha256: String,
}

#[derive(Debug, Serialize)]
struct Differing {
    line: usize,
    column: usize,
    released: String,
    given: String,
}

/// Looks a text up among those that are public at the instant, and those that the ledger knows. Ends
/// clean only for a text that is published as it is.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let root = site::root(console, matches)?;
    let project = site::project_as_set(console, &root, own, Strictness::Build)?;
    let report = site::prepare(console, &root, &project)?;
    let Some(prepared) = &report.prepared else { return site::say(console, &project, &mut { report }) };
    let given = own.get_one::<String>("text").map_or("", String::as_str);
    let answer = match by_url(&prepared.site.public, given) {
        Some((document, edition)) if !Path::new(given).is_file() => published(document, edition),
        _ => answer(prepared, &text_of(console, given)?),
    };
    match own.get_flag("json") {
        true => console.result(&(serde_json::to_string_pretty(&answer).unwrap_or_default() + "\n"))?,
        false => say(console, &answer, prepared)?,
    }
    Ok(if answer.result == Found::Current { End::Clean } else { End::Errors })
}

/// The text of a file, or what comes on standard input.
fn text_of(console: &Console<'_>, given: &str) -> Result<String, Failure> {
    let read = match given {
        "-" => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
        path => load::outside(Path::new(path)),
    };
    let bytes = read.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Failure::Usage(console.words.say("usage-nothing-to-verify", &[("value", given.to_owned())]))
        }
        _ => {
            let values = [("file", given.to_owned()), ("reason", error.to_string())];
            Failure::Machine(console.words.say("machine-read", &values))
        }
    })?;
    String::from_utf8(bytes)
        .map_err(|_| Failure::Usage(console.words.say("usage-verify-not-text", &[("value", given.to_owned())])))
}

fn editions(public: &Public) -> Vec<(&Document, &Edition)> {
    let documents = public.documents.iter().filter(|document| document.has_page());
    documents.flat_map(|document| document.editions.values().map(move |edition| (&**document, &**edition))).collect()
}

/// The edition that has this URL, or whose text has it; with or without the site's address before it.
fn by_url<'a>(public: &'a Public, given: &str) -> Option<(&'a Document, &'a Edition)> {
    let base = &public.settings.base_url;
    let path = given.strip_prefix(&base.origin).unwrap_or(given);
    let path = path.split(['#', '?']).next().unwrap_or(path);
    let path = path.strip_prefix(&base.path).filter(|rest| rest.starts_with('/')).unwrap_or(path);
    if !path.starts_with('/') {
        return None;
    }
    let wanted = path.strip_suffix(".txt").or_else(|| path.strip_suffix(".html")).unwrap_or(path);
    editions(public).into_iter().find(|(_, edition)| ledger::is_same_address(&edition.route.url, wanted))
}

fn published(document: &Document, edition: &Edition) -> Answer {
    let edition_named = named(document, edition);
    let result = if edition.withdrawal.is_some() { Found::Withdrawn } else { Found::Current };
    Answer {
        result,
        exact: true,
        sha256: edition_named.sha256.clone(),
        edition: Some(edition_named),
        differences: Vec::new(),
    }
}

fn named(document: &Document, edition: &Edition) -> Named {
    let version = edition.changes.len() as u32 + 1;
    let since = edition.changes.last().map(|change| &change.at).or(edition.instant());
    Named {
        document: document.id.to_string(),
        language: edition.locale.to_string(),
        url: edition.route.url.to_string(),
        version,
        versions: version,
        since: since.map(|since| since.iso()),
        sha256: edition.digests.map(|digests| digests.sha256.to_string()).unwrap_or_default(),
    }
}

fn answer(prepared: &Prepared, text: &str) -> Answer {
    let public = &prepared.site.public;
    let sha256 = Sha256::of_bytes(text.as_bytes());
    let folded = Sha256::of_bytes(canonical::folded(text).as_bytes());
    let known = editions(public);
    let is_this = |edition: &Edition| edition.digests.is_some_and(|own| own.sha256 == sha256 || own.folded == folded);
    if let Some((document, edition)) = known.iter().find(|(_, edition)| is_this(edition)) {
        let exact = edition.digests.is_some_and(|own| own.sha256 == sha256);
        return Answer { exact, sha256: sha256.to_string(), ..published(document, edition) };
    }
    match earlier(public, &known, sha256, folded) {
        Some((result, exact, edition)) => Answer { result, exact, edition: Some(edition), ..unknown(sha256) },
        None => nearest(prepared, &known, text).unwrap_or_else(|| unknown(sha256)),
    }
}

fn unknown(sha256: Sha256) -> Answer {
    Answer { result: Found::Unknown, exact: false, sha256: sha256.to_string(), edition: None, differences: Vec::new() }
}

/// The version in the ledger that has this digest.
fn earlier(
    public: &Public,
    known: &[(&Document, &Edition)],
    sha256: Sha256,
    folded: Sha256,
) -> Option<(Found, bool, Named)> {
    let lines = public.ledger.editions().flat_map(|(_, _, lines)| lines);
    let line = lines.filter(|line| line.sha256 == sha256 || line.folded == folded).last()?;
    let is_own = |edition: &&(&Document, &Edition)| edition.0.id == line.document && edition.1.locale == line.locale;
    let now = known.iter().find(is_own).map(|(document, edition)| named(document, edition));
    let result = if now.is_some() { Found::Earlier } else { Found::Removed };
    let edition = Named {
        document: line.document.to_string(),
        language: line.locale.to_string(),
        url: line.url.clone(),
        version: line.change + 1,
        versions: now.map_or(line.change + 1, |now| now.versions),
        since: Some(line.at.iso()),
        sha256: line.sha256.to_string(),
    };
    Some((result, line.sha256 == sha256, edition))
}

/// The edition whose text is most like this one, with what differs.
fn nearest(prepared: &Prepared, known: &[(&Document, &Edition)], text: &str) -> Option<Answer> {
    let given = Shingles::of(&canonical::folded(text));
    let text_of = |document: &Document, edition: &Edition| {
        let voice = prepared.theme.voice(&edition.locale)?;
        Some(canonical::of(&edition.words, &document.facts, voice.as_ref()).text())
    };
    let likeness = known.par_iter().filter_map(|(document, edition)| {
        let likeness = Shingles::of(&text_of(document, edition)?).likeness(&given);
        Some((likeness, *document, *edition))
    });
    // Of equals the first counts, on any number of threads.
    let (_, document, edition) =
        likeness.filter(|(likeness, _, _)| *likeness >= NEAR).max_by_key(|(likeness, document, edition)| {
            (*likeness, std::cmp::Reverse((document.id.to_string(), edition.locale.to_string())))
        })?;
    let differences = compare::differences(&text_of(document, edition)?, text);
    let differences = differences.into_iter().map(|found| Differing {
        line: found.line,
        column: found.column,
        released: found.released,
        given: found.given,
    });
    Some(Answer {
        result: Found::Differs,
        edition: Some(named(document, edition)),
        differences: differences.collect(),
        ..unknown(Sha256::of_bytes(text.as_bytes()))
    })
}

fn say(console: &Console<'_>, answer: &Answer, prepared: &Prepared) -> Result<(), Failure> {
    let mut values = vec![("exact", if answer.exact { "yes" } else { "no" }.to_owned())];
    values.push(("sha256", answer.sha256.clone()));
    if let Some(edition) = &answer.edition {
        let base = &prepared.settings.base_url;
        let since = edition.since.as_deref().and_then(|since| crate::locale::Instant::parse(since).ok());
        let since = since.map(|since| site::both(&since, &prepared.settings.time_zone));
        let (local, utc) = since.unwrap_or_default();
        values.extend([
            ("document", edition.document.clone()),
            ("language", edition.language.clone()),
            ("url", format!("{}{}{}", base.origin, base.path, edition.url)),
            ("version", edition.version.to_string()),
            ("versions", edition.versions.to_string()),
            // A message or a format may have given one version other words since.
            ("wording", if edition.version == edition.versions { "yes" } else { "no" }.to_owned()),
            ("local", local),
            ("utc", utc),
        ]);
    }
    let id = match answer.result {
        Found::Current => "verify-current",
        Found::Withdrawn => "verify-withdrawn",
        Found::Earlier => "verify-earlier",
        Found::Removed => "verify-removed",
        Found::Differs => "verify-differs",
        Found::Unknown => "verify-unknown",
    };
    let mut text = console.words.say(id, &values) + "\n";
    for differing in answer.differences.iter().take(SHOWN) {
        let values = [
            ("line", differing.line.to_string()),
            ("column", differing.column.to_string()),
            ("released", shortened(&differing.released, LONGEST)),
            ("given", shortened(&differing.given, LONGEST)),
        ];
        text += &(console.words.say("verify-difference", &values) + "\n");
    }
    if answer.differences.len() > SHOWN {
        let more = answer.differences.len() - SHOWN;
        text += &(console.words.say("verify-more", &[("count", more.to_string())]) + "\n");
    }
    console.result(&text)
}
