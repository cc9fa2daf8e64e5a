//! How far each edition of a document has come, the ones that are not there included.
//!
//! In: a document's folder as it was read, the settings, the instant. Out: a state for each of the site's
//! locales, and what the original has changed since a translation was accepted.

use super::acceptance;
use super::life::{self, Standing};
use super::site::ParsedDocument;
use super::staleness::{self, Staleness};
use crate::locale::{Instant, Locale};
use crate::settings::{Collection, Settings};
use crate::syntax::facts::{Facts, Status};

/// How far an edition has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There are no words.
    Missing,
    /// Its words, or the document's facts, cannot be read.
    Unreadable,
    /// Not approved.
    Draft,
    /// Approved, and a translation that nobody has accepted.
    NotAccepted,
    /// Approved and accepted, and its instant is still to come.
    Held(Instant),
    /// Due, and waits for these languages.
    Waiting(Vec<Locale>),
    /// Public since this instant; none for a page without one.
    Released(Option<Instant>),
    /// Withdrawn since this instant.
    Withdrawn(Instant),
    /// Removed since this instant.
    Removed(Instant),
}

impl State {
    /// The names of all states, in the order of a life.
    pub const NAMES: [&'static str; 9] =
        ["missing", "unreadable", "draft", "not-accepted", "held", "waiting", "released", "withdrawn", "removed"];

    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            State::Missing => "missing",
            State::Unreadable => "unreadable",
            State::Draft => "draft",
            State::NotAccepted => "not-accepted",
            State::Held(_) => "held",
            State::Waiting(_) => "waiting",
            State::Released(_) => "released",
            State::Withdrawn(_) => "withdrawn",
            State::Removed(_) => "removed",
        }
    }

    /// Until when it is held, or since when it is what it is.
    pub fn instant(&self) -> Option<&Instant> {
        match self {
            State::Held(at) | State::Withdrawn(at) | State::Removed(at) => Some(at),
            State::Released(at) => at.as_ref(),
            _ => None,
        }
    }
}

/// An edition of the table.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Its locale.
    pub locale: Locale,
    /// How far it has come.
    pub state: State,
    /// What its original has changed since it was accepted.
    pub stale: Option<Staleness<'a>>,
}

/// The editions of a document in every locale of the site, in the site's order.
pub fn of<'a>(parsed: &'a ParsedDocument, settings: &Settings, at: &Instant) -> Vec<Entry<'a>> {
    let collection = parsed.id.split('/').next().and_then(|name| settings.collection(name));
    let facts = parsed.facts.as_ref().zip(collection);
    let site: Vec<Locale> = settings.tags().cloned().collect();
    let standings = facts.map(|(facts, collection)| {
        let candidates = acceptance::candidates(parsed, facts, collection);
        life::judge(facts, collection.kind, collection.pairing, &candidates, &site, at)
    });
    let entry = |locale: &Locale| {
        let place = parsed.words.iter().position(|(known, _)| known == locale);
        let standing = place.and_then(|place| standings.as_ref()?.get(place));
        let state = match (facts, place) {
            (Some((facts, _)), None) => absent(parsed, facts, at),
            (None, None) => State::Missing,
            (Some((facts, collection)), Some(place)) if parsed.words[place].1.is_some() => {
                standing.map_or(State::Draft, |standing| present(parsed, facts, collection, locale, standing, at))
            }
            _ => State::Unreadable,
        };
        let can_be_stale = matches!(state, State::Draft | State::Held(_) | State::Waiting(_) | State::Released(_));
        let facts = facts.filter(|_| can_be_stale);
        Entry {
            locale: locale.clone(),
            state,
            stale: facts.and_then(|(facts, _)| staleness::of(parsed, facts, locale)),
        }
    };
    site.iter().map(entry).collect()
}

/// The words of a removed document may be gone.
fn absent(parsed: &ParsedDocument, facts: &Facts, at: &Instant) -> State {
    match removed_at(facts, at).filter(|_| parsed.words.is_empty()) {
        Some(since) => State::Removed(since.clone()),
        None => State::Missing,
    }
}

fn removed_at<'a>(facts: &'a Facts, at: &Instant) -> Option<&'a Instant> {
    let removal = facts.life.removed.as_ref()?;
    (removal.at.moment() <= at.moment()).then_some(&removal.at)
}

fn present(
    parsed: &ParsedDocument,
    facts: &Facts,
    collection: &Collection,
    locale: &Locale,
    standing: &Standing,
    at: &Instant,
) -> State {
    if let Some(since) = removed_at(facts, at).filter(|_| standing.is_public()) {
        return State::Removed(since.clone());
    }
    let is_own_draft =
        parsed.words.iter().any(|(known, words)| known == locale && words.as_ref().is_some_and(|words| words.is_draft));
    let lacks_acceptance = acceptance::is_lacking(parsed, facts, collection, locale);
    match standing {
        Standing::Draft if facts.status == Status::Approved && !is_own_draft && lacks_acceptance => State::NotAccepted,
        Standing::Draft => State::Draft,
        Standing::Held(at) => State::Held(at.clone()),
        Standing::Waiting(locales) => State::Waiting(locales.clone()),
        Standing::Public(since) => State::Released(since.clone()),
        Standing::Withdrawn(_, since) => State::Withdrawn(since.clone()),
    }
}
