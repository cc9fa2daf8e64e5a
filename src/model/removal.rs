//! The removal of documents: where each stood, and why it is gone. No word of it is here.

use std::collections::BTreeSet;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::inline;
use super::ledger::Ledger;
use super::life::Standing;
use super::route::{Route, Shape};
use super::site::{ParsedDocument, Voices};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place};
use crate::digest::Hashed;
use crate::locale::{Instant, Locale, Phrase};
use crate::settings::{Kind, UrlStyle};
use crate::syntax::facts::{Facts, Publish, Status};
use crate::syntax::kinds::{KindFacts, TextHeld};
use crate::syntax::life::Removal;

/// A document that was public and is removed.
#[derive(Debug, Clone)]
pub struct Removed {
    /// Its path below `content/`.
    pub document: Arc<str>,
    /// Since when.
    pub at: Instant,
    /// Where the removal is written.
    pub place: Place,
    /// Its facts, for the old addresses that led to it.
    pub facts: Arc<Hashed<Facts>>,
    /// Where its editions stood, no place twice.
    pub stones: Vec<Stone>,
}

/// An address at which an edition stood before its removal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stone {
    /// The edition's locale.
    pub locale: Locale,
    /// The address.
    pub route: Route,
    /// Why the document is gone, in that language.
    pub reason: Phrase,
}

/// A document with a removal, whatever its instant.
pub(super) struct Subject<'a> {
    pub(super) parsed: &'a ParsedDocument,
    pub(super) facts: &'a Arc<Hashed<Facts>>,
    pub(super) removal: &'a Removal,
    pub(super) kind: Kind,
    pub(super) at: &'a Instant,
    pub(super) voices: &'a Voices,
    /// What was released up to the instant.
    pub(super) ledger: &'a Ledger,
    pub(super) urls: UrlStyle,
}

impl Subject<'_> {
    /// Whether the removal has come.
    pub(super) fn is_in_force(&self) -> bool {
        self.removal.at.moment() <= self.at.moment()
    }

    /// Whether an edition of this standing leaves the site now.
    pub(super) fn covers(&self, standing: &Standing) -> bool {
        self.is_in_force() && standing.is_public()
    }

    /// The stone of an edition at this address; none for one that was never public: it came after the
    /// removal, or has no page.
    pub(super) fn stone(&self, locale: &Locale, standing: &Standing, route: Route) -> Option<Stone> {
        let released = match standing {
            Standing::Public(released) | Standing::Withdrawn(released, _) => released.as_ref(),
            _ => return None,
        };
        let is_late = released.is_some_and(|released| released.moment() > self.removal.at.moment());
        (!is_late && has_page(self.facts)).then(|| self.stone_at(locale, route))
    }

    fn stone_at(&self, locale: &Locale, route: Route) -> Stone {
        let voice = self.voices.get(locale);
        let reason = voice.map(|voice| inline::resolve_texts(&self.removal.reason, self.facts, voice.as_ref()));
        Stone { locale: locale.clone(), route, reason: reason.unwrap_or_default() }
    }

    /// The stones that the ledger tells of, the latest address of each edition first.
    fn recorded(&self) -> Vec<Stone> {
        let mut stones = Vec::new();
        let before = self.removal.at.moment();
        for (locale, lines) in self.ledger.document(&self.parsed.id) {
            let lines = lines.iter().rev().filter(|line| line.released.moment() <= before);
            let routes = lines.filter_map(|line| route_of(&line.url, self.urls));
            stones.extend(routes.map(|route| self.stone_at(locale, route)));
        }
        stones
    }

    /// The removed document with these stones and those that the ledger tells of; none, and a warning, where it is not known where it stood.
    pub(super) fn removed(&self, mut stones: Vec<Stone>, said: &mut Vec<Diagnostic>) -> Option<Arc<Removed>> {
        stones.extend(self.recorded());
        if stones.is_empty() {
            if self.was_public() {
                said.push(Diagnostic::new(&codes::TOMBSTONE_WITHOUT_URL, self.removal.place.clone()));
            }
            return None;
        }
        let place = |url: &str| url.trim_end_matches('/').to_owned();
        let mut known: Vec<String> = Vec::new();
        stones.retain(|stone| {
            let place = place(&stone.route.url);
            let is_new = !known.contains(&place);
            known.push(place);
            is_new
        });
        Some(Arc::new(Removed {
            document: Arc::clone(&self.parsed.id),
            at: self.removal.at.clone(),
            place: self.removal.place.clone(),
            facts: Arc::clone(self.facts),
            stones,
        }))
    }

    // By its facts alone: its words may be gone. What could not be read was said.
    fn was_public(&self) -> bool {
        let facts = self.facts;
        let is_whole = self.parsed.words.iter().all(|(_, words)| words.is_some()) && !facts.is_faulty("publish");
        let is_due = match &facts.publish {
            Publish::Missing => self.kind == Kind::Page,
            Publish::Together(instant, _) => instant.moment() <= self.removal.at.moment(),
            Publish::Apart(instants) => {
                instants.values().any(|(instant, _)| instant.moment() <= self.removal.at.moment())
            }
        };
        is_whole && is_due && facts.status == Status::Approved && has_page(facts)
    }

    /// Says what is wrong with the removal itself, before and after its instant.
    pub(super) fn demand(&self, said: &mut Vec<Diagnostic>) {
        let (removal, facts) = (self.removal, self.facts);
        if self.parsed.words.is_empty() && !self.is_in_force() {
            said.push(Diagnostic::new(&codes::NO_WORDS, Place::start_of(&facts.file)));
        }
        let last = match &facts.publish {
            Publish::Missing => None,
            Publish::Together(instant, _) => Some(instant),
            Publish::Apart(instants) => instants.values().map(|(instant, _)| instant).max(),
        };
        if last.is_some_and(|last| removal.at.moment() < last.moment()) {
            said.push(Diagnostic::new(&codes::BEFORE_RELEASE, removal.place.clone()).with("what", "removal"));
        }
        let recorded = self.ledger.document(&self.parsed.id).map(|(locale, _)| locale);
        let editions: BTreeSet<&Locale> = self.parsed.words.iter().map(|(locale, _)| locale).chain(recorded).collect();
        for locale in editions.into_iter().filter(|locale| removal.reason.texts.get(locale).is_none()) {
            let said_here = Diagnostic::new(&codes::TEXT_WITHOUT_LOCALE, removal.reason.place.clone());
            said.push(said_here.with("locale", locale.as_str()));
        }
        let arguments = inline::arguments(facts);
        for (locale, text) in removal.reason.texts.iter() {
            let Some(voice) = self.voices.get(locale) else { continue };
            inline::resolve(text, &removal.reason.place, voice.as_ref(), &arguments, said);
        }
    }
}

/// The route of an address that the ledger tells of, in the site's form of URLs: with and without a slash at
/// its end it is one place.
fn route_of(url: &str, urls: UrlStyle) -> Option<Route> {
    let parts = url.split('/').filter(|part| !part.is_empty());
    let decode = |part: &str| percent_decode_str(part).decode_utf8().ok().map(|part| part.into_owned());
    let parts: Vec<String> = parts.map(decode).collect::<Option<_>>()?;
    let is_path = |part: &String| !matches!(part.as_str(), "." | "..") && !part.contains(['/', '\\', '\0']);
    let shape = if url.ends_with('/') { Shape::Folder } else { Shape::Leaf };
    (!parts.is_empty() && parts.iter().all(is_path)).then(|| Route::page(&parts, shape, urls))
}

fn has_page(facts: &Facts) -> bool {
    !matches!(&facts.kind, KindFacts::Statement(statement) if statement.text == TextHeld::None)
}
