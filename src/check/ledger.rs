//! What was released, against what is about to be: nothing changes silently, nothing vanishes.
//!
//! In: the public editions and the lines of the ledger up to the instant. Whether each recorded address
//! still answers is found where routes are known (`output::gone_addresses`).

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Subject;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::Voice;
use crate::model::canonical::{self, CanonicalText};
use crate::model::document::{Document, Edition};
use crate::model::ledger::{self, Finding, Ledger};
use crate::syntax::ledger::Line;

/// How long a released edition may be without a line, in seconds, where later ones have theirs.
const GRACE: i64 = 60 * 60;

/// Looks at every public edition, and at the lines themselves.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let public = &subject.site.public;
    if !public.ledger.is_kept {
        return Vec::new();
    }
    let mut said = contradictions(&public.ledger);
    let judged: Vec<Judged> = public
        .documents
        .par_iter()
        .filter(|document| document.has_page())
        .flat_map_iter(|document| judged(subject, document))
        .collect();
    let mut causes: BTreeMap<Cause, Vec<&Judged>> = BTreeMap::new();
    for judged in &judged {
        for finding in &judged.findings {
            match finding {
                Finding::Formatter => causes.entry(judged.cause.clone()).or_default().push(judged),
                finding => said.extend(diagnostic(&public.ledger, judged, finding)),
            }
        }
    }
    said.extend(causes.iter().map(|(cause, editions)| resolved_otherwise(cause, editions)));
    said
}

/// A public edition with what is to be said of it.
struct Judged<'a> {
    document: &'a Document,
    edition: &'a Edition,
    last: Option<&'a Line>,
    findings: Vec<Finding>,
    cause: Cause,
    /// Where the first part that is another now stands.
    place: Place,
}

/// Why a text reads otherwise although its words are as they were written: the placeable, what it gave
/// and what it gives; all empty where it is none of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cause {
    placeable: String,
    before: String,
    now: String,
}

fn judged<'a>(subject: Subject<'a>, document: &'a Document) -> impl Iterator<Item = Judged<'a>> {
    let ledger = &subject.site.public.ledger;
    document.editions.iter().filter(|(_, edition)| edition.standing.is_public()).filter_map(move |(locale, edition)| {
        edition.instant()?;
        let voice = subject.theme.voice(locale)?;
        let text = || canonical::of(&edition.words, &document.facts, voice.as_ref());
        let lines = ledger.edition(&document.id, locale);
        let findings = ledger::judge(document, edition, lines, &text);
        let differs = |finding: &Finding| matches!(finding, Finding::Differs | Finding::Formatter);
        let mut judged = Judged {
            document,
            edition,
            last: lines.last(),
            cause: Cause::default(),
            place: Place::start_of(&edition.words.file),
            findings,
        };
        if judged.findings.iter().any(differs)
            && let Some(last) = judged.last
        {
            judged.place = first_difference(edition, &text(), last);
            judged.cause = cause(document, edition, voice.as_ref(), last);
        }
        Some(judged)
    })
}

/// Where the first part stands whose text is not what the ledger says.
fn first_difference(edition: &Edition, text: &CanonicalText, last: &Line) -> Place {
    let words = &edition.words;
    let digests = last.parts.as_bytes().chunks(8);
    let known: Vec<&str> = digests.map(|digest| std::str::from_utf8(digest).unwrap_or_default()).collect();
    let differs =
        |(at, part): &(usize, &canonical::Part)| known.get(*at) != Some(&canonical::part_digest(&part.text).as_str());
    let Some((_, part)) = text.parts.iter().enumerate().find(differs) else {
        // Something at the end is gone.
        let end = words.body().blocks.last().map(|block| block.span);
        return end.map_or_else(|| Place::start_of(&words.file), |span| Place::new(&words.file, span));
    };
    place_of(edition, &part.name)
}

/// Where a part of the canonical text is written.
fn place_of(edition: &Edition, part: &str) -> Place {
    let words = &edition.words;
    let block = words.body().blocks.iter().find(|block| block.anchor == part).map(|block| block.span);
    let note = words.body().notes.iter().find(|note| note.id == part).map(|note| note.span);
    match (part, &words.summary, block.or(note)) {
        ("summary", Some(summary), _) => summary.place.clone(),
        (_, _, Some(span)) => Place::new(&words.file, span),
        _ => words.title.place.clone(),
    }
}

fn cause(document: &Document, edition: &Edition, voice: &dyn Voice, last: &Line) -> Cause {
    let placed = canonical::placed(&edition.words, &document.facts, voice);
    let other = placed.into_iter().find_map(|(placeable, now)| {
        let before = last.placed.get(&placeable).filter(|before| **before != now)?.clone();
        Some(Cause { placeable, before, now })
    });
    other.unwrap_or_default()
}

fn diagnostic(ledger: &Ledger, judged: &Judged<'_>, finding: &Finding) -> Option<Diagnostic> {
    let facts = Place::start_of(&judged.document.facts.file);
    let line = judged.last.map(|last| last.place.clone());
    let seen = |code, place: Place| {
        let said = Diagnostic::new(code, place).with("document", judged.document.id.as_ref());
        let said = said.with("locale", judged.edition.locale.as_str());
        match &line {
            Some(line) => said.and(line.clone()),
            None => said,
        }
    };
    match finding {
        Finding::Differs => Some(changed(judged, seen)),
        Finding::RecordGone => Some(seen(&codes::RECORD_GONE, facts)),
        Finding::ReleaseMoved => {
            let before = judged.last.map(|last| last.released.iso()).unwrap_or_default();
            Some(seen(&codes::RELEASE_MOVED, facts).with("before", before))
        }
        Finding::AnchorMoved(anchor, now) => {
            let place = place_of(judged.edition, now.as_deref().unwrap_or(anchor));
            let said = seen(&codes::ANCHOR_MOVED, place).with("anchor", anchor);
            Some(said.with("now", now.clone().unwrap_or_default()))
        }
        Finding::Unsealed => is_overdue(ledger, judged).then(|| seen(&codes::NOT_SEALED, facts)),
        Finding::Newer | Finding::Moved | Finding::Formatter => None,
    }
}

/// A text that is another: before the instant of a change that covers it, or without any.
fn changed(judged: &Judged<'_>, seen: impl Fn(&'static crate::diagnostic::Code, Place) -> Diagnostic) -> Diagnostic {
    let (edition, life) = (judged.edition, &judged.document.facts.life);
    let mut changes = life.changes_since(edition.instant(), &edition.locale);
    match changes.nth(edition.changes.len()) {
        Some(coming) => {
            let early = Diagnostic { other: None, ..seen(&codes::TEXT_CHANGED_EARLY, judged.place.clone()) };
            early.with("at", coming.at.iso()).and(coming.place.clone())
        }
        None => seen(&codes::TEXT_CHANGED, judged.place.clone()),
    }
}

/// Whether the ledger was sealed since the edition went out, and does not know it: a line was lost, or
/// the edition came with an instant in the past.
fn is_overdue(ledger: &Ledger, judged: &Judged<'_>) -> bool {
    let released = judged.edition.instant().map(|released| released.moment().as_second());
    let latest = ledger.latest().map(|latest| latest.moment().as_second());
    matches!((released, latest), (Some(released), Some(latest)) if released + GRACE < latest)
}

/// One diagnostic for all editions that read otherwise for one reason.
fn resolved_otherwise(cause: &Cause, editions: &[&Judged<'_>]) -> Diagnostic {
    let first = editions[0];
    let files: Vec<&str> = editions.iter().map(|judged| judged.edition.words.file.as_ref()).collect();
    Diagnostic::new(&codes::TEXT_RESOLVED_OTHERWISE, first.place.clone())
        .with("placeable", &cause.placeable)
        .with("before", &cause.before)
        .with("now", &cause.now)
        .with("count", editions.len().to_string())
        .with("files", files.join(", "))
}

/// Lines that say different things of one version of one edition.
fn contradictions(ledger: &Ledger) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    for (_, _, lines) in ledger.editions() {
        for (at, line) in lines.iter().enumerate() {
            let is_same_version = |other: &&Line| {
                (other.at.moment(), other.change, other.event) == (line.at.moment(), line.change, line.event)
            };
            let earlier = lines[..at].iter().filter(is_same_version).find(|other| other.sha256 != line.sha256);
            said.extend(earlier.map(|other| {
                let said = Diagnostic::new(&codes::LEDGER_CONTRADICTION, line.place.clone());
                said.with("document", line.document.as_ref())
                    .with("locale", line.locale.as_str())
                    .and(other.place.clone())
            }));
        }
    }
    said
}
