//! What changed in an original since a translation of it was accepted.
//!
//! In: a document's folder as it was read, and the locale of a translation. Out: the parts of the original
//! that are another now, and what there is to say of them. A stale translation stays as public as it was;
//! one that nobody accepted is never stale.

mod parts;

use parts::List;

use super::acceptance;
use super::life::Standing;
use super::site::ParsedDocument;
use super::worddiff;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Severity, Span};
use crate::locale::{Instant, Locale};
use crate::settings::Stale;
use crate::syntax::digests::{Part, Wording};
use crate::syntax::facts::Facts;
use crate::syntax::lock::Accepted;
use crate::syntax::words::Words;

/// What of a part's words is shown in a diagnostic, in letters.
const LONGEST: usize = 240;

/// How many names of parts are shown in a diagnostic.
const NAMES: usize = 8;

/// A translation that the original has left behind.
#[derive(Debug, Clone)]
pub struct Staleness<'a> {
    /// What was accepted.
    pub accepted: &'a Accepted,
    /// The original's words as they are now.
    pub original: &'a Words,
    /// What changed: the title, the summary, blocks in order, notes in order. At least one.
    pub changes: Vec<Change<'a>>,
}

/// What became of a part of the original.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// What became of it.
    pub how: How,
    /// `title`, `summary`, or the anchor; of what is gone the one that it had by its number.
    pub name: String,
    /// What it was; none for a new one.
    pub was: Option<&'a Part>,
    /// What it is; none for one that is gone.
    pub is: Option<&'a Part>,
    /// Its number among the blocks as they were, for a block.
    pub old_block: Option<usize>,
    /// Where it stands in the original, or would.
    pub span: Span,
}

/// What became of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Its words are others.
    Changed,
    /// It was not there.
    New,
    /// It is not there any more.
    Removed,
    /// The same words stand elsewhere.
    Moved,
}

impl Change<'_> {
    /// What became of its words, `-was- +is+`; none where the words as they were are not known.
    pub fn diff(&self) -> Option<String> {
        let text = |part: Option<&Part>| part.map_or(Some(""), Part::text).map(str::to_owned);
        (self.how != How::Moved).then_some(())?;
        Some(worddiff::shown(&text(self.was)?, &text(self.is)?))
    }
}

impl Staleness<'_> {
    /// The names of the parts of which this became.
    pub fn names(&self, how: How) -> impl Iterator<Item = &str> {
        self.changes.iter().filter(move |change| change.how == how).map(|change| change.name.as_str())
    }

    /// The same for a line: the first few.
    pub fn named(&self, how: How) -> String {
        let mut names: Vec<&str> = self.names(how).take(NAMES + 1).collect();
        if names.len() > NAMES {
            names[NAMES] = "…";
        }
        names.join(", ")
    }
}

/// What changed in the original of the edition in `locale` since that was accepted; none where nothing
/// did, or it is no accepted translation.
pub fn of<'a>(parsed: &'a ParsedDocument, facts: &Facts, locale: &Locale) -> Option<Staleness<'a>> {
    let original = acceptance::original_of(parsed, facts, locale)?;
    let accepted = parsed.lock.as_ref()?.of(locale).filter(|accepted| accepted.original == *original)?;
    let words = words_of(parsed, original)?;
    let changes = changes(accepted, words);
    (!changes.is_empty()).then_some(Staleness { accepted, original: words, changes })
}

/// A stale edition on its page: what readers are told.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Notice {
    /// The language of the original.
    pub original: Locale,
    /// When that was changed since the acceptance, where the facts tell of a change.
    pub changed: Option<Instant>,
}

/// What is known of a document whose editions are judged.
pub(super) struct Judge<'a> {
    /// Its folder.
    pub(super) parsed: &'a ParsedDocument,
    /// Its facts.
    pub(super) facts: &'a Facts,
    /// What the settings want.
    pub(super) policy: Stale,
    /// How far each of its editions has come, in the order of its words.
    pub(super) standings: &'a [Standing],
    /// The instant of the build.
    pub(super) at: &'a Instant,
}

impl Judge<'_> {
    /// Says that the edition in `locale` is stale, and gives the notice for its page where there is to be
    /// one. A withdrawn edition and one that calls itself a draft are left as they are.
    pub(super) fn edition(&self, locale: &Locale, said: &mut Vec<Diagnostic>) -> Option<Notice> {
        let standing = self.standing(locale)?;
        let is_draft = words_of(self.parsed, locale).is_none_or(|words| words.is_draft);
        if is_draft || matches!(standing, Standing::Withdrawn(..)) {
            return None;
        }
        let stale = of(self.parsed, self.facts, locale)?;
        let original = stale.accepted.original.clone();
        // An original that is not public tells nobody, and its changes stop nothing that is.
        let is_told = !standing.is_public() || self.standing(&original).is_some_and(Standing::is_public);
        let policy = if is_told { self.policy } else { Stale::Warning };
        said.extend(diagnostic(self.parsed, &stale, locale, policy));
        let changed = changed_at(self.facts, stale.accepted, self.at);
        (policy == Stale::Banner).then_some(Notice { original, changed })
    }

    fn standing(&self, locale: &Locale) -> Option<&Standing> {
        let at = self.parsed.words.iter().position(|(known, _)| known == locale)?;
        self.standings.get(at)
    }
}

/// The diagnostic of a stale edition: an error only where `policy` wants one.
pub(super) fn diagnostic(
    parsed: &ParsedDocument,
    stale: &Staleness<'_>,
    locale: &Locale,
    policy: Stale,
) -> Option<Diagnostic> {
    let (own, first) = (words_of(parsed, locale)?, stale.changes.first()?);
    let said = Diagnostic::new(&codes::STALE_TRANSLATION, place_in(own, stale, first))
        .and(Place::new(&stale.original.file, first.span))
        .with("document", parsed.id.as_ref())
        .with("locale", locale.as_str())
        .with("original", stale.accepted.original.as_str())
        .with("count", stale.changes.len().to_string())
        .with("changed", stale.named(How::Changed))
        .with("new", stale.named(How::New))
        .with("removed", stale.named(How::Removed))
        .with("moved", stale.named(How::Moved))
        .with("part", first.name.as_str())
        .with("diff", first.diff().map(|diff| worddiff::shortened(&diff, LONGEST)).unwrap_or_default());
    Some(match policy {
        Stale::Error => said,
        Stale::Warning | Stale::Banner => Diagnostic { severity: Severity::Warning, ..said },
    })
}

/// When the original was last changed since the acceptance, as far as its facts tell at `at`.
fn changed_at(facts: &Facts, accepted: &Accepted, at: &Instant) -> Option<Instant> {
    let changes =
        facts.life.changes.iter().filter(|change| change.affects(&accepted.original)).map(|change| &change.at);
    let later = changes.filter(|change| change.moment() > accepted.at.moment() && change.moment() <= at.moment());
    later.max_by_key(|change| change.moment()).cloned()
}

fn words_of<'a>(parsed: &'a ParsedDocument, locale: &Locale) -> Option<&'a Words> {
    let (_, words) = parsed.words.iter().find(|(known, _)| known == locale)?;
    Some(words.as_ref()?)
}

/// The place in the translation: the block that was made from the changed one, where the translation has
/// as many blocks as the original had; else its start.
fn place_in(own: &Words, stale: &Staleness<'_>, first: &Change<'_>) -> Place {
    let blocks = &own.body().blocks;
    let is_even = stale.accepted.words.parts().is_some_and(|accepted| blocks.len() == accepted.blocks.len());
    let block = first.old_block.filter(|_| is_even).and_then(|at| blocks.get(at));
    block.map_or_else(|| Place::start_of(&own.file), |block| Place::new(&own.file, block.span))
}

/// Every part that is another now.
fn changes<'a>(accepted: &'a Accepted, words: &'a Words) -> Vec<Change<'a>> {
    let new = words.wording.as_ref().filter(|new| **new != accepted.words);
    // Where they are not the same, both were read; what could not be read again was said to be lost.
    let parts = new.and_then(Wording::parts).zip(accepted.words.parts());
    let Some((new, old)) = parts else { return Vec::new() };
    let body = words.body();
    let title =
        (old.title != new.title).then(|| front("title", Some(&old.title), Some(&new.title), words.title.place.span));
    let span = words.summary.as_ref().map_or(words.title.place.span, |summary| summary.place.span);
    let summary =
        (old.summary != new.summary).then(|| front("summary", old.summary.as_ref(), new.summary.as_ref(), span));
    let blocks: Vec<(&str, Span)> = body.blocks.iter().map(|block| (block.anchor.as_str(), block.span)).collect();
    let notes: Vec<(&str, Span)> = body.notes.iter().map(|note| (note.id.as_str(), note.span)).collect();
    let blocks =
        List { old: &old.blocks, new: &new.blocks, places: &blocks, prefix: "p", start: words.title.place.span };
    let end = body.blocks.last().map_or(words.title.place.span, |block| block.span);
    let notes = List { old: &old.notes, new: &new.notes, places: &notes, prefix: "note-", start: end };
    let notes = notes.changes().into_iter().map(|note| Change { old_block: None, ..note });
    title.into_iter().chain(summary).chain(blocks.changes()).chain(notes).collect()
}

fn front<'a>(name: &str, was: Option<&'a Part>, is: Option<&'a Part>, span: Span) -> Change<'a> {
    let how = match (was, is) {
        (None, _) => How::New,
        (_, None) => How::Removed,
        _ => How::Changed,
    };
    Change { how, name: name.to_owned(), was, is, old_block: None, span }
}
