//! Documents, their editions, and what others may show of them.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::canonical::TextDigests;
use super::life::Standing;
use super::route::Route;
use super::staleness::Notice;
use super::terms::Terms;
use crate::digest::{Digest, Hashed};
use crate::locale::{Instant, Locale, PerLocale, Phrase, When};
use crate::settings::{Kind, Pairing};
use crate::source::Asset;
use crate::syntax::facts::Facts;
use crate::syntax::kinds::{KindFacts, TextHeld};
use crate::syntax::life::Grade;
use crate::syntax::words::Words;

/// One work: its facts and its editions.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its path below `content/`.
    pub id: Arc<str>,
    /// The name of its collection.
    pub collection: Arc<str>,
    /// Its kind.
    pub kind: Kind,
    /// Whether its languages go out together.
    pub pairing: Pairing,
    /// What is the same in all languages.
    pub facts: Arc<Hashed<Facts>>,
    /// Its editions of one standing, in the site's order of locales.
    pub editions: PerLocale<Arc<Edition>>,
    /// Its assets, by name in its folder.
    pub assets: Vec<(String, Arc<Asset>)>,
}

impl Document {
    /// Whether it has pages: a statement of which no words are held stands in the event's table only.
    pub fn has_page(&self) -> bool {
        !matches!(&self.facts.kind, KindFacts::Statement(statement) if statement.text == TextHeld::None)
    }

    /// The route of one of its assets.
    pub fn asset_route(&self, name: &str) -> Route {
        Document::route_of_asset(&self.id, name)
    }

    /// The route of an asset of the document of this path.
    pub fn route_of_asset(id: &str, name: &str) -> Route {
        Route::file(&format!("files/{id}/{name}"))
    }

    /// One of its assets by name.
    pub fn asset(&self, name: &str) -> Option<&Arc<Asset>> {
        self.assets.iter().find(|(known, _)| known == name).map(|(_, asset)| asset)
    }
}

/// A document in one locale.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The document's path below `content/`.
    pub document: Arc<str>,
    /// Its locale.
    pub locale: Locale,
    /// Its words, parsed.
    pub words: Arc<Hashed<Words>>,
    /// How far it has come.
    pub standing: Standing,
    /// Where it goes; none where it could not be told (a diagnostic says why).
    pub route: Route,
    /// The title, resolved.
    pub title: Phrase,
    /// The summary, resolved.
    pub summary: Option<Phrase>,
    /// What was changed since its release, the oldest first; what is still to come is not here.
    pub changes: Vec<EditionChange>,
    /// Its withdrawal.
    pub withdrawal: Option<EditionWithdrawal>,
    /// What readers are told where the original has changed since it was accepted.
    pub stale: Option<Notice>,
    /// The digest of all that its canonical text is made of; of nothing where that was not asked for.
    pub text_of: Digest,
    /// The digests of its canonical text; only of what is public.
    pub digests: Option<TextDigests>,
    /// What a search finds it by; only of what lists show, where the site has a search.
    pub terms: Option<Terms>,
}

/// A change of a released edition, in its language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EditionChange {
    /// When it was made.
    pub at: Instant,
    /// What kind of change it is.
    pub grade: Grade,
    /// Whether readers have to know.
    pub is_major: bool,
    /// What was changed.
    pub note: Phrase,
}

/// The withdrawal of an edition, in its language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EditionWithdrawal {
    /// Since when.
    pub at: Instant,
    /// Why.
    pub reason: Phrase,
    /// The path below `content/` of what takes its place.
    pub replaced_by: Option<String>,
}

/// How the names of canonical texts end.
const TEXT: &str = ".txt";

impl Edition {
    /// Where its canonical text goes: its own URL, without a slash at the end, and `.txt`.
    pub fn text_route(&self) -> Route {
        Route::new(self.text_file(), [self.route.url.trim_end_matches('/'), TEXT].concat())
    }

    /// The file of that.
    pub fn text_file(&self) -> String {
        [self.route.stem(), TEXT].concat()
    }

    /// When it went or goes out.
    pub fn instant(&self) -> Option<&Instant> {
        self.standing.instant()
    }
}

impl Edition {
    /// When it last changed in a way that readers have to know of; else its release.
    pub fn updated(&self) -> Option<&Instant> {
        let major = self.changes.iter().filter(|change| change.is_major).map(|change| &change.at);
        self.instant().into_iter().chain(major).max()
    }
}

// What it shows follows from these; the parsed words are in through their digest. What finds it is no part of it.
impl Hash for Edition {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.document.hash(state);
        self.locale.hash(state);
        self.words.hash(state);
        self.route.hash(state);
        self.title.hash(state);
        self.summary.hash(state);
        self.instant().hash(state);
        self.changes.hash(state);
        self.withdrawal.hash(state);
        self.stale.hash(state);
        self.digests.hash(state);
    }
}

/// What lists, feeds and sitemaps may show of an edition. Its digest is taken once: a card is in the input of
/// a dozen pages.
pub type Card = Hashed<CardContent>;

/// What a [`Card`] holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CardContent {
    /// The document's path below `content/`.
    pub document: Arc<str>,
    /// The locale.
    pub locale: Locale,
    /// The kind.
    pub kind: Kind,
    /// The collection's name.
    pub collection: Arc<str>,
    /// Where the edition is.
    pub route: Route,
    /// The title.
    pub title: Phrase,
    /// The summary.
    pub summary: Option<Phrase>,
    /// Since when it is public.
    pub released: Option<Instant>,
    /// When it last changed in a way that readers have to know of; else its release.
    pub updated: Option<Instant>,
    /// Its withdrawal: such a card is in feeds only.
    pub withdrawal: Option<EditionWithdrawal>,
    /// The day or instant that it tells of: an event's start, a statement's day; else the release.
    pub when: Option<When>,
    /// A statement's state.
    pub country: Option<String>,
    /// A statement's speaker.
    pub speaker: Option<String>,
    /// The event that it belongs to.
    pub event: Option<Arc<str>>,
    /// Its terms: taxonomy and name.
    pub terms: Vec<(String, String)>,
}
