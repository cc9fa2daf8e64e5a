//! What changed in an original since a translation of it was accepted.
//!
//! In: a document's folder as it was read, and the locale of a translation. Out: the parts of the original
//! that are another now, and what there is to say of them. A stale translation stays as public as it was;
//! one that nobody accepted is never stale.

use std::collections::{BTreeMap, BTreeSet};

use similar::DiffOp;

use super::acceptance;
use super::life::Standing;
use super::site::ParsedDocument;
use super::worddiff;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Severity, Span};
use crate::locale::{Instant, Locale};
use crate::settings::Stale;
use crate::syntax::digests::{Part, WordsDigests};
use crate::syntax::facts::Facts;
use crate::syntax::lock::Accepted;
use crate::syntax::words::Words;

/// What of a part's words is shown in a diagnostic, in letters.
const LONGEST: usize = 240;

/// How many names of parts are shown in a diagnostic.
const NAMES: usize = 8;

/// Replaced blocks are paired by likeness where there are no more pairs to look at than this.
const PAIRS: usize = 10_000;

/// Blocks that have less than this in common, in thousandths, are no forms of one another.
const ALIKE: u64 = 200;

/// The words of a block by which it is compared with others.
const WORDS: usize = 200;

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
    let changes = changes(&accepted.words, words);
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
    let blocks = &own.body.blocks;
    let is_even = blocks.len() == stale.accepted.words.blocks.len();
    let block = first.old_block.filter(|_| is_even).and_then(|at| blocks.get(at));
    block.map_or_else(|| Place::start_of(&own.file), |block| Place::new(&own.file, block.span))
}

/// Every part that is another now.
fn changes<'a>(old: &'a WordsDigests, words: &'a Words) -> Vec<Change<'a>> {
    let (new, body) = (&words.digests, &words.body);
    if old == new {
        return Vec::new();
    }
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

/// Blocks or notes, as they were and as they are.
struct List<'a, 'b> {
    old: &'a [Part],
    new: &'a [Part],
    /// The name and place of each of the new ones.
    places: &'b [(&'b str, Span)],
    /// What the names of those without an own one begin with.
    prefix: &'b str,
    /// Where those stood that have nothing before them.
    start: Span,
}

impl<'a> List<'a, '_> {
    /// What changed, in the order of the new list. What is the same stays aligned around what came or went.
    fn changes(&self) -> Vec<Change<'a>> {
        let digests = |parts: &[Part]| parts.iter().map(Part::digest).collect::<Vec<_>>();
        let mut pairs: Vec<(Option<usize>, Option<usize>)> = Vec::new();
        for op in worddiff::ops(&digests(self.old), &digests(self.new)) {
            match op {
                DiffOp::Equal { .. } => {}
                _ => pairs.extend(self.paired(op.old_range().collect(), op.new_range().collect())),
            }
        }
        self.with_moves(pairs)
    }

    /// Which of some old parts became which of the new ones in their place.
    fn paired(&self, old: Vec<usize>, new: Vec<usize>) -> Vec<(Option<usize>, Option<usize>)> {
        let anchors = self.alike(&old, &new);
        let (mut pairs, mut from) = (Vec::new(), (0, 0));
        for to in anchors.into_iter().map(Some).chain([None]) {
            let end = to.unwrap_or((old.len(), new.len()));
            // What stands in the same place and is like nothing was written anew.
            let rest = (from.0..end.0).len().max((from.1..end.1).len());
            let nth = |list: &[usize], at: usize, end: usize| (at < end).then(|| list[at]);
            pairs.extend((0..rest).map(|at| (nth(&old, from.0 + at, end.0), nth(&new, from.1 + at, end.1))));
            if let Some((one, other)) = to {
                pairs.push((Some(old[one]), Some(new[other])));
                from = (one + 1, other + 1);
            }
        }
        pairs
    }

    /// The pairs of old and new parts in order that have the most in common, as numbers of the lists.
    fn alike(&self, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
        if old.len().max(new.len()) == 1 || old.len().saturating_mul(new.len()) > PAIRS {
            return Vec::new();
        }
        let words = |list: &'a [Part], at: &usize| list[*at].text().map(bag).unwrap_or_default();
        let old: Vec<_> = old.iter().map(|at| words(self.old, at)).collect();
        let new: Vec<_> = new.iter().map(|at| words(self.new, at)).collect();
        best(&old.iter().map(|old| new.iter().map(|new| likeness(old, new)).collect()).collect::<Vec<Vec<u64>>>())
    }

    /// The changes of these pairs; what went in one place and came in another was moved.
    fn with_moves(&self, pairs: Vec<(Option<usize>, Option<usize>)>) -> Vec<Change<'a>> {
        let mut gone: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for old in pairs.iter().filter_map(|(old, _)| *old) {
            gone.entry(self.old[old].digest()).or_default().push(old);
        }
        let mut changes = Vec::new();
        let mut moved = BTreeSet::new();
        for (_, new) in &pairs {
            let from = new.and_then(|new| gone.get_mut(&self.new[new].digest())?.pop());
            moved.extend(from);
            changes.push(from);
        }
        let all = pairs.into_iter().zip(changes).flat_map(|((old, new), from)| {
            let old = old.filter(|old| !moved.contains(old));
            match (from, new) {
                (Some(from), _) => [Some(self.change(How::Moved, Some(from), new)), self.left(old, None)],
                (None, _) => [self.left(old, new), None],
            }
        });
        all.flatten().collect()
    }

    fn left(&self, old: Option<usize>, new: Option<usize>) -> Option<Change<'a>> {
        let how = match (old, new) {
            (Some(_), Some(_)) => How::Changed,
            (None, Some(_)) => How::New,
            (Some(_), None) => How::Removed,
            (None, None) => return None,
        };
        Some(self.change(how, old, new))
    }

    fn change(&self, how: How, old: Option<usize>, new: Option<usize>) -> Change<'a> {
        let place = new.and_then(|new| self.places.get(new));
        // What is gone stood behind what is before it now.
        let before = old.and_then(|old| self.places.get(old.checked_sub(1)?.min(self.places.len().checked_sub(1)?)));
        let number = old.or(new).map_or(0, |at| at + 1);
        Change {
            how,
            name: place.map_or_else(|| format!("{}{number}", self.prefix), |(name, _)| (*name).to_owned()),
            was: old.map(|old| &self.old[old]),
            is: new.map(|new| &self.new[new]),
            old_block: old,
            span: place.or(before).map_or(self.start, |(_, span)| *span),
        }
    }
}

/// The first words of a text, sorted.
fn bag(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
    words.sort_unstable();
    words
}

/// How much two bags have in common, in thousandths; nothing where that is little.
fn likeness(one: &[&str], other: &[&str]) -> u64 {
    let (mut left, mut right, mut shared) = (0, 0, 0);
    while left < one.len() && right < other.len() {
        match one[left].cmp(other[right]) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                (left, right, shared) = (left + 1, right + 1, shared + 1);
            }
        }
    }
    let all = (one.len() + other.len()) as u64;
    (2000 * shared as u64).checked_div(all).filter(|likeness| *likeness >= ALIKE).unwrap_or_default()
}

/// The pairs in order whose values come to the most; those of no value are left out.
fn best(values: &[Vec<u64>]) -> Vec<(usize, usize)> {
    let width = values.first().map_or(0, Vec::len);
    let mut most = vec![vec![0; width + 1]; values.len() + 1];
    for (one, row) in values.iter().enumerate().rev() {
        for (other, value) in row.iter().enumerate().rev() {
            let paired = value + most[one + 1][other + 1];
            most[one][other] = paired.max(most[one + 1][other]).max(most[one][other + 1]);
        }
    }
    let (mut pairs, mut at) = (Vec::new(), (0, 0));
    while at.0 < values.len() && at.1 < width {
        let (one, other) = at;
        if values[one][other] > 0 && most[one][other] == values[one][other] + most[one + 1][other + 1] {
            pairs.push(at);
            at = (one + 1, other + 1);
        } else if most[one][other] == most[one + 1][other] {
            at = (one + 1, other);
        } else {
            at = (one, other + 1);
        }
    }
    pairs
}
