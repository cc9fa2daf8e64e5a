//! Documents, their editions, and what others may show of them.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::life::Standing;
use super::route::Route;
use crate::digest::Hashed;
use crate::locale::{Instant, Locale, PerLocale, Phrase, When};
use crate::settings::{Kind, Pairing};
use crate::source::Asset;
use crate::syntax::facts::Facts;
use crate::syntax::kinds::{KindFacts, TextHeld};
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
        Route::file(&format!("files/{}/{name}", self.id))
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
}

impl Edition {
    /// When it went or goes out.
    pub fn instant(&self) -> Option<&Instant> {
        match &self.standing {
            Standing::Public(instant) => instant.as_ref(),
            Standing::Held(instant) => Some(instant),
            Standing::Draft | Standing::Waiting(_) => None,
        }
    }
}

// What it shows follows from these; the parsed words are in through their digest.
impl Hash for Edition {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.document.hash(state);
        self.locale.hash(state);
        self.words.hash(state);
        self.route.hash(state);
        self.title.hash(state);
        self.summary.hash(state);
        self.instant().hash(state);
    }
}

/// What lists, feeds and sitemaps may show of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Card {
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
