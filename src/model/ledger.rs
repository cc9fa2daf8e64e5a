//! What was released, as far as it is known at an instant.
//!
//! In: the lines of the ledger and the instant. Out: for each edition its lines in time. Lines that
//! begin later are left out here, once for everybody.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::document::{Document, Edition};
use super::site::{Public, Voices};
use crate::locale::{Instant, Locale, Voice};
use crate::settings::Kind;
use crate::syntax::ledger::{Event, Line};

use super::canonical::{self, CanonicalText};
use crate::diagnostic::Place;
use crate::digest::Sha256;

#[cfg(test)]
mod tests;

/// The ledger's file, relative to the site's root.
pub use crate::source::LEDGER_FILE;

/// The lines of every edition, in time.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// All of them, as [`sort`] sorts them: those of an edition side by side, and so those of a document.
    lines: Vec<Line>,
    /// Which of them are a document's.
    documents: FxHashMap<Arc<str>, Range<usize>>,
    latest: Option<Instant>,
    /// Whether there is a ledger at all.
    pub is_kept: bool,
}

impl Ledger {
    /// The ledger of these lines at an instant; none of them is later.
    pub fn at(mut lines: Vec<Line>, at: &Instant) -> Ledger {
        lines.retain(|line| line.at.moment() <= at.moment());
        sort(&mut lines);
        let mut documents = FxHashMap::default();
        let mut start = 0;
        for of_one in lines.chunk_by(|one, next| one.document == next.document) {
            let end = start + of_one.len();
            documents.extend(of_one.first().map(|line| (Arc::clone(&line.document), start..end)));
            start = end;
        }
        let latest = lines.iter().map(|line| &line.at).max().cloned();
        Ledger { lines, documents, latest, is_kept: true }
    }

    /// The lines of an edition, the oldest first.
    pub fn edition(&self, document: &str, locale: &Locale) -> &[Line] {
        // A document has few lines, and whether two languages are one is told sooner than which comes first.
        let lines = self.lines_of(document).chunk_by(|one, next| one.locale == next.locale);
        lines.into_iter().find(|lines| lines[0].locale == *locale).unwrap_or_default()
    }

    /// The editions of a document with their lines, the oldest first; never without one.
    pub fn document(&self, document: &str) -> impl Iterator<Item = (&Locale, &[Line])> {
        by_edition(self.lines_of(document)).map(|(_, locale, lines)| (locale, lines))
    }

    /// Every edition with its lines, the oldest first; never without one.
    pub fn editions(&self) -> impl Iterator<Item = (&Arc<str>, &Locale, &[Line])> {
        by_edition(&self.lines)
    }

    /// The latest instant of any line.
    pub fn latest(&self) -> Option<&Instant> {
        self.latest.as_ref()
    }

    fn lines_of(&self, document: &str) -> &[Line] {
        self.documents.get(document).map_or(&[], |range| &self.lines[range.clone()])
    }
}

/// Lines in their order, edition by edition.
fn by_edition(lines: &[Line]) -> impl Iterator<Item = (&Arc<str>, &Locale, &[Line])> {
    let editions = lines.chunk_by(|one, next| one.locale == next.locale && one.document == next.document);
    editions.filter_map(|lines| lines.first().map(|line| (&line.document, &line.locale, lines)))
}

/// Sorts lines by document, language and time; of those that agree in all of it, the one that stands first in the
/// file is the first.
pub fn sort(lines: &mut [Line]) {
    let place = |line: &Line| (Arc::clone(&line.document), line.locale.clone(), order(line));
    let is_sorted = lines.is_sorted_by(|one, next| {
        let by_edition = one.document.cmp(&next.document).then_with(|| one.locale.cmp(&next.locale));
        by_edition.then_with(|| order(one).cmp(&order(next))).is_le()
    });
    if !is_sorted {
        lines.sort_by_cached_key(place);
    }
}

/// By the number of changes first: a line that records a message's new words is dated when it was sealed,
/// which may be after a change that was sealed later still.
fn order(line: &Line) -> (u32, jiff::Timestamp, Event) {
    (line.change, line.at.moment(), line.event)
}

/// Whether two URLs are one address: a slash at the end is a matter of the form of URLs.
pub fn is_same_address(one: &str, other: &str) -> bool {
    one.trim_end_matches('/') == other.trim_end_matches('/')
}

/// What is to be said of an edition, seen against its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// No line tells of it.
    Unsealed,
    /// A change or withdrawal that no line tells of yet.
    Newer,
    /// It is at another address than its last line says.
    Moved,
    /// Its words are as they were written; what messages or formats make of them is not.
    Formatter,
    /// Its text is another, and no change says why.
    Differs,
    /// A change, withdrawal or removal that a line tells of is no longer in the facts.
    RecordGone,
    /// Its instant of release is another.
    ReleaseMoved,
    /// What stood at this anchor of an outcome stands at another now, or nowhere: the anchor, and where
    /// it stands now.
    AnchorMoved(String, Option<String>),
}

/// Judges a public edition against its lines, the oldest first. `text` is its canonical text, which is
/// asked for only where its digest does not settle the matter. Empty where all is as recorded.
pub fn judge(document: &Document, edition: &Edition, lines: &[Line], text: &dyn Fn() -> CanonicalText) -> Vec<Finding> {
    let Some(last) = lines.last() else { return vec![Finding::Unsealed] };
    let known = |event: Event| lines.iter().any(|line| line.event == event);
    let changes = edition.changes.len() as u32;
    let mut found = Vec::new();
    let is_same = edition.digests.is_some_and(|digests| digests.sha256 == last.sha256);
    let withdrawn = lines.iter().rev().find(|line| line.event == Event::Withdrawn);
    // A text that comes back after its withdrawal does so with a change that says so.
    let is_withdrawal_gone = edition.withdrawal.is_none() && withdrawn.is_some_and(|line| changes <= line.change);
    if changes < last.change || is_withdrawal_gone || known(Event::Removed) {
        found.push(Finding::RecordGone);
    }
    let is_newer = changes > last.change || is_withdrawn_anew(edition, withdrawn);
    if is_newer {
        found.push(Finding::Newer);
    }
    if !is_same && changes <= last.change {
        let is_as_written = written(document, edition) == last.written;
        found.push(if is_as_written { Finding::Formatter } else { Finding::Differs });
    }
    if edition.instant().is_some_and(|released| released.moment() != last.released.moment()) {
        found.push(Finding::ReleaseMoved);
    }
    if !is_newer && !is_same_address(&edition.route.url, &last.url) {
        found.push(Finding::Moved);
    }
    if !is_same && !last.anchors.is_empty() {
        found.extend(moved_anchor(&last.anchors, &anchors(&text())));
    }
    found
}

/// Whether an edition is withdrawn since another instant than the line says, if there is one.
fn is_withdrawn_anew(edition: &Edition, line: Option<&Line>) -> bool {
    let (Some(withdrawal), Some(released)) = (&edition.withdrawal, edition.instant()) else { return false };
    let since = not_before(&withdrawal.at, released).moment();
    line.is_none_or(|line| line.at.moment() != since)
}

/// The later of two instants; of one moment, the first.
fn not_before<'a>(at: &'a Instant, first: &'a Instant) -> &'a Instant {
    if at.moment() < first.moment() { first } else { at }
}

/// The first anchor whose block is elsewhere now.
fn moved_anchor(before: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> Option<Finding> {
    let kept = |anchor: &String, digest: &String| now.get(anchor) == Some(digest);
    let elsewhere = |digest: &String| {
        now.iter()
            .find(|(anchor, found)| *found == digest && before.get(*anchor) != Some(digest))
            .map(|(anchor, _)| anchor)
    };
    before.iter().filter(|(anchor, digest)| !kept(anchor, digest)).find_map(|(anchor, digest)| {
        match elsewhere(digest) {
            Some(other) => Some(Finding::AnchorMoved(anchor.clone(), Some(other.clone()))),
            None if !now.contains_key(anchor) => Some(Finding::AnchorMoved(anchor.clone(), None)),
            None => None,
        }
    })
}

/// What the next line of an edition records, and since when: never since before its own release, which
/// may come after a change of its document, or even its withdrawal. `lines` are those that it has.
pub fn next_event(edition: &Edition, lines: &[Line]) -> Option<(Event, Instant)> {
    let released = edition.instant()?;
    let since = |at: &Instant| not_before(at, released).clone();
    let withdrawn = lines.iter().rev().find(|line| line.event == Event::Withdrawn);
    if let Some(withdrawal) = edition.withdrawal.as_ref().filter(|_| is_withdrawn_anew(edition, withdrawn)) {
        return Some((Event::Withdrawn, since(&withdrawal.at)));
    }
    let change = edition.changes.last().map(|change| (Event::Changed, since(&change.at)));
    change.or_else(|| Some((Event::Released, released.clone())))
}

/// The line that would record an edition: as it is, from `at` on. None for one without an instant of
/// release, which is never sealed.
pub fn line_of(
    document: &Document,
    edition: &Edition,
    text: &CanonicalText,
    voice: &dyn Voice,
    event: Event,
    at: &Instant,
) -> Option<Line> {
    let released = edition.instant()?.clone();
    let digests = text.digests();
    let anchors = match document.kind {
        Kind::Outcome => anchors(text),
        _ => BTreeMap::new(),
    };
    Some(Line {
        document: Arc::clone(&document.id),
        locale: edition.locale.clone(),
        url: edition.route.url.to_string(),
        event,
        at: at.clone(),
        released,
        change: edition.changes.len() as u32,
        form: canonical::FORM,
        sha256: digests.sha256,
        folded: digests.folded,
        written: written(document, edition),
        parts: text.part_digests(),
        anchors,
        placed: canonical::placed(&edition.words, &document.facts, voice).into_iter().collect(),
        place: Place::start_of(&LEDGER_FILE.into()),
    })
}

/// The digest of an edition's words as they are written.
pub fn written(document: &Document, edition: &Edition) -> Sha256 {
    Sha256::of_bytes(canonical::as_written(&edition.words, &document.facts).as_bytes())
}

/// The digest of each block by its anchor: what a citation leads to.
pub fn anchors(text: &CanonicalText) -> BTreeMap<String, String> {
    let blocks = text.parts.iter().filter(|part| !matches!(part.name.as_str(), "title" | "summary"));
    blocks.map(|part| (part.name.clone(), canonical::part_digest(&part.text))).collect()
}

/// What is to be recorded of an edition; of several the first counts.
enum Pending {
    /// A release, a change, a withdrawal.
    Life,
    /// Another address.
    Address,
    /// The words that messages or formats give now.
    Wording,
}

fn pending(found: &[Finding]) -> Option<Pending> {
    let is_life = |found: &Finding| matches!(found, Finding::Unsealed | Finding::Newer);
    match found {
        found if found.iter().any(is_life) => Some(Pending::Life),
        found if found.contains(&Finding::Moved) => Some(Pending::Address),
        found if found.contains(&Finding::Formatter) => Some(Pending::Wording),
        _ => None,
    }
}

/// Whether texts that read otherwise only because of a message or a format are recorded too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recording {
    /// Releases, changes, withdrawals, removals and new addresses.
    Life,
    /// Those, and texts that messages or formats made another.
    Formatter,
}

/// The lines that the ledger lacks at `at`, sorted by instant, then by document and locale: appended to
/// it, there are none any more.
pub fn unsealed(public: &Public, voices: &Voices, at: &Instant, recording: Recording) -> Vec<Line> {
    let documents = public.documents.par_iter().filter(|document| document.has_page());
    let lines = documents.flat_map_iter(|document| {
        let editions = document.editions.iter().filter(|(_, edition)| edition.standing.is_public());
        editions.filter_map(move |(locale, edition)| {
            let voice = voices.get(locale)?.as_ref();
            let text = || canonical::of(&edition.words, &document.facts, voice);
            let known = public.ledger.edition(&document.id, locale);
            let found = judge(document, edition, known, &text);
            let (event, since) = match pending(&found)? {
                Pending::Life => next_event(edition, known)?,
                Pending::Address => (Event::Moved, at.clone()),
                Pending::Wording if recording == Recording::Formatter => (Event::Formatter, at.clone()),
                Pending::Wording => return None,
            };
            line_of(document, edition, &text(), voice, event, &since)
        })
    });
    let mut lines: Vec<Line> = lines.collect();
    lines.extend(removals(public));
    lines.sort_by(|one, other| {
        let key = |line: &Line| (line.at.moment(), Arc::clone(&line.document), line.locale.clone());
        key(one).cmp(&key(other))
    });
    lines
}

/// How many lines [`unsealed`] would give, without making them: releases, changes, withdrawals, removals and
/// new addresses.
pub fn count_unsealed(public: &Public, voices: &Voices) -> usize {
    let documents = public.documents.par_iter().filter(|document| document.has_page());
    let editions = documents.map(|document| {
        let editions = document.editions.iter().filter(|(_, edition)| edition.standing.is_public());
        let is_pending = |locale: &Locale, edition: &Edition| {
            let Some(voice) = voices.get(locale).filter(|_| edition.instant().is_some()) else { return false };
            let text = || canonical::of(&edition.words, &document.facts, voice.as_ref());
            let found = judge(document, edition, public.ledger.edition(&document.id, locale), &text);
            matches!(pending(&found), Some(Pending::Life | Pending::Address))
        };
        editions.filter(|(locale, edition)| is_pending(locale, edition)).count()
    });
    editions.sum::<usize>() + removals(public).count()
}

/// The lines of removals that are not recorded yet: the text as it was last, gone since.
fn removals(public: &Public) -> impl Iterator<Item = Line> {
    public.removed.iter().flat_map(|removed| {
        public.ledger.document(&removed.document).filter_map(|(_, lines)| {
            let is_known = lines.iter().any(|line| line.event == Event::Removed);
            let last = lines.last().filter(|_| !is_known)?.clone();
            Some(Line { event: Event::Removed, at: removed.at.clone(), ..last })
        })
    })
}
