//! The join: parsed files in, the site out, parted by standing.

mod edited;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::acceptance;
use super::canonical;
use super::cards::{cards, parted};
use super::document::{Card, Document, Edition, EditionChange, EditionWithdrawal};
use super::inline;
use super::ledger::Ledger;
use super::life::{self, Standing};
use super::memo::{TermsOf, Texts};
use super::news;
use super::removal::{Removed, Stone, Subject};
use super::route::{Route, Shape};
use super::staleness;
use super::terms::{self, Terms};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::digest::{Digest, Hashed};
use crate::locale::{Instant, Locale, PerLocale, Voice};
use crate::settings::{Collection, Kind, PathPart, Search, Settings};
use crate::share;
use crate::source::{Asset, Source};
use crate::syntax::facts::{Authoritative, Facts, Publish, Status};
use crate::syntax::life::Removal;
use crate::syntax::lock::Lock;
use crate::syntax::words::Words;
pub use edited::{rejoined, revised};

/// One document's folder, parsed.
#[derive(Debug, Clone)]
pub struct ParsedDocument {
    /// Its path below `content/`.
    pub id: Arc<str>,
    /// Its facts; none where their file could not be read (a diagnostic said why).
    pub facts: Option<Arc<Hashed<Facts>>>,
    /// Its words by locale, in the site's order; none where a file could not be read.
    pub words: Vec<(Locale, Option<Arc<Hashed<Words>>>)>,
    /// Its assets, by name in its folder.
    pub assets: Vec<(String, Arc<Asset>)>,
    /// What was accepted of it; none where there is no lock, or it could not be read.
    pub lock: Option<Arc<Lock>>,
    /// Whether a lock is there that could not be read (a diagnostic said why).
    pub has_faulty_lock: bool,
}

/// Everything that was parsed and is to be joined.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The documents' folders.
    pub documents: Vec<ParsedDocument>,
    /// Files that are copied as they are.
    pub statics: Vec<Arc<Asset>>,
    /// The ledger at the instant that they are joined for; none where none is kept.
    pub ledger: Option<Ledger>,
    /// Signatures of lists of texts.
    pub signatures: Vec<Source>,
}

/// The messages of every locale of the site.
pub type Voices = PerLocale<Arc<dyn Voice>>;

/// The whole site: what outputs may show, and what only checks may see.
#[derive(Debug, Clone)]
pub struct Site {
    /// What outputs may show.
    pub public: Arc<Public>,
    /// Editions that are approved and not yet due, or wait for another language.
    pub held: Vec<Document>,
    /// Editions that are not approved.
    pub drafts: Vec<Document>,
    /// For each document's folder, what its mistakes weigh.
    pub weights: BTreeMap<Arc<str>, Weight>,
    /// Every document as its folder was read, whatever its standing, sorted by path.
    pub parsed: Vec<ParsedDocument>,
}

impl Site {
    /// Every document of every standing. One whose editions differ in standing comes up once for each.
    pub fn all(&self) -> impl Iterator<Item = &Document> {
        self.public.documents.iter().map(Arc::as_ref).chain(&self.held).chain(&self.drafts)
    }

    /// Whether any document has this path below `content/`.
    pub fn has_document(&self, id: &str) -> bool {
        // What lies in a collection that could not be read may well be there.
        let faulty = &self.public.settings.faulty_collections;
        // Nearly every one is public, and found at once.
        self.public.places.contains_key(id)
            || self.weights.contains_key(id)
            || id.split('/').next().is_some_and(|name| faulty.iter().any(|known| known == name))
    }

    /// What the mistakes in this file weigh; a file of no document weighs fully.
    pub fn weight_of(&self, file: &str) -> Weight {
        self.owner_of(file).map_or(Weight::Public, |(_, weight)| *weight)
    }

    /// The same where the mistake is that of one edition: by its own standing, which may be less than its
    /// document's.
    pub fn weight_of_edition(&self, file: &str) -> Weight {
        let Some((id, weight)) = self.owner_of(file) else { return Weight::Public };
        let editions = self.all().filter(|document| document.id == *id).flat_map(|document| document.editions.values());
        let own = editions.filter(|edition| *edition.words.file == *file).map(|edition| weight_of(&edition.standing));
        own.min().unwrap_or(*weight).min(*weight)
    }

    /// The path below `content/` of the document that this file belongs to.
    pub fn document_of(&self, file: &str) -> Option<&str> {
        self.owner_of(file).map(|(id, _)| id.as_ref())
    }

    /// The document of this path below `content/` as its folder was read.
    pub fn parsed(&self, id: &str) -> Option<&ParsedDocument> {
        self.parsed.binary_search_by(|document| document.id.as_ref().cmp(id)).ok().map(|at| &self.parsed[at])
    }

    fn owner_of(&self, file: &str) -> Option<(&Arc<str>, &Weight)> {
        let inside = file.strip_prefix("content/")?;
        let folders = inside.match_indices('/').map(|(at, _)| &inside[..at]);
        folders.filter_map(|folder| self.weights.get_key_value(folder)).next_back()
    }
}

/// What the mistakes of a document weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// A draft's: warnings.
    Draft,
    /// Held: warnings in a build, errors in a check.
    Held,
    /// Public: as they are.
    Public,
}

/// The part of the site that outputs may show.
#[derive(Debug, Clone)]
pub struct Public {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The documents with a public edition, holding only those, sorted by path.
    pub documents: Vec<Arc<Document>>,
    /// Where each of them is: a page asks for a dozen by their paths.
    places: Places,
    /// The cards of each locale, the newest first, then by path.
    pub cards: PerLocale<Vec<Arc<Card>>>,
    /// The cards of withdrawn editions, likewise.
    pub withdrawn: PerLocale<Vec<Arc<Card>>>,
    /// Where the card of each document is among them.
    card_places: PerLocale<Places>,
    /// The cards that are news, of all locales, the latest release first.
    pub news: Vec<Arc<Card>>,
    /// The documents that are removed and whose place is known, sorted by path.
    pub removed: Vec<Arc<Removed>>,
    /// Files that are copied as they are.
    pub statics: Vec<Arc<Asset>>,
    /// What was released before.
    pub ledger: Arc<Ledger>,
    /// Signatures of lists of texts, of today and of other days.
    pub signatures: Arc<Vec<Source>>,
    /// What "public" means here.
    pub view: View,
    /// Whether this is one document by itself: nothing that it links to is there.
    pub is_alone: bool,
}

impl Public {
    /// The public document of this path below `content/`.
    pub fn document(&self, id: &str) -> Option<&Arc<Document>> {
        self.places.get(id).map(|at| &self.documents[*at])
    }

    /// The card of an edition.
    pub fn card(&self, id: &str, locale: &Locale) -> Option<&Arc<Card>> {
        self.cards.get(locale)?.get(self.place_of_card(id, locale)?)
    }

    /// Where the card of an edition is among the cards of its locale.
    pub fn place_of_card(&self, id: &str, locale: &Locale) -> Option<usize> {
        self.card_places.get(locale)?.get(id).copied()
    }

    /// One document by itself, with the files that its own text names; none where it has no page.
    pub fn alone(&self, id: &str) -> Option<Public> {
        let document = self.document(id).filter(|document| document.has_page())?;
        let cards: PerLocale<Vec<Arc<Card>>> =
            self.cards.map(|_, cards| cards.iter().filter(|card| *card.document == *id).cloned().collect());
        let card_places = cards.map(|_, cards| card_places(cards));
        let statics = self.statics.iter().filter(|asset| is_named(document, &asset.file)).cloned().collect();
        let (settings, documents) = (Arc::clone(&self.settings), vec![Arc::clone(document)]);
        // A copy for approval has no feeds, the one place where a withdrawn card is told of.
        let withdrawn = PerLocale::default();
        let (news, removed, ledger, signatures) = (Vec::new(), Vec::new(), Arc::default(), Arc::default());
        let (view, is_alone) = (self.view, true);
        let places = places(&documents);
        Some(Public {
            settings,
            documents,
            places,
            cards,
            withdrawn,
            card_places,
            news,
            removed,
            statics,
            ledger,
            signatures,
            view,
            is_alone,
        })
    }

    /// The edition of a document for a reader of `locale`: in that language, or else the first that
    /// is public. None for a document without a page.
    pub fn edition_for<'a>(document: &'a Document, locale: &Locale) -> Option<&'a Arc<Edition>> {
        if !document.has_page() {
            return None;
        }
        document.editions.get(locale).or_else(|| document.editions.values().next())
    }
}

/// Where each document, or its card, is, by its path.
type Places = Arc<FxHashMap<Arc<str>, usize>>;

fn places(documents: &[Arc<Document>]) -> Places {
    Arc::new(documents.iter().enumerate().map(|(at, document)| (Arc::clone(&document.id), at)).collect())
}

fn card_places(cards: &[Arc<Card>]) -> Places {
    Arc::new(cards.iter().enumerate().map(|(at, card)| (Arc::clone(&card.document), at)).collect())
}

/// Whether a page of this document needs this file of `static/`: the site's icon, or what its text names.
fn is_named(document: &Document, file: &str) -> bool {
    let path = file.strip_prefix("static").unwrap_or(file);
    let names = |edition: &Arc<Edition>| {
        let face = &edition.words.face;
        let links = face.links.iter().map(|link| link.target.as_str());
        links.chain(face.images.iter().map(|image| image.source.as_str())).any(|target| {
            let target = target.split(['#', '?']).next().unwrap_or(target);
            // A path of the host may begin with that of the site.
            target.starts_with('/') && target.ends_with(path)
        })
    };
    path == "/favicon.svg" || document.editions.values().any(names)
}

/// What outputs are given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// What is public.
    #[default]
    Public,
    /// Held editions and drafts too, marked: for the office's own eyes, never for publication.
    Preview,
}

/// What is known of texts from the last time.
#[derive(Debug, Clone, Copy)]
pub struct KnownTexts<'a> {
    /// Their digests.
    pub texts: &'a Texts,
    /// What a search finds them by.
    pub terms: &'a TermsOf,
}

/// Joins everything that was parsed, at an instant. Digests and terms of texts that are known are not taken
/// again.
pub fn assemble(
    settings: &Arc<Settings>,
    parsed: Parsed,
    voices: &Voices,
    at: &Instant,
    view: View,
    known: KnownTexts<'_>,
) -> Reported<Site> {
    let Parsed { documents: mut parsed, statics, ledger, signatures } = parsed;
    let ledger = Arc::new(ledger.unwrap_or_default());
    parsed.sort_by(|one, two| one.id.cmp(&two.id));
    let (patterns, locales) = (patterns(settings), settings.tags().cloned().collect::<Vec<_>>());
    let of_site = OfSite { settings, voices, ledger: &ledger, at, view, parsed: &parsed, patterns, locales };
    let joined = parsed.par_iter().with_max_len(share::DOCUMENTS).map(|document| {
        let mut join = Join::of(&of_site);
        let mut parts: [Vec<Document>; 3] = Default::default();
        let weight = join.document(document, &mut parts);
        parts[0].iter_mut().for_each(|document| digest(document, settings, voices, known));
        (weight, parts, join.said, join.removed)
    });
    let joined: Vec<_> = joined.collect();
    let (mut said, mut removed, mut weights) = (Vec::new(), Vec::new(), Vec::with_capacity(parsed.len()));
    let [mut public, mut held, mut drafts]: [Vec<Document>; 3] = Default::default();
    for (document, (weight, parts, own, gone)) in parsed.iter().zip(joined) {
        weights.push((Arc::clone(&document.id), weight));
        said.extend(own);
        removed.extend(gone);
        for (all, part) in [&mut public, &mut held, &mut drafts].into_iter().zip(parts) {
            all.extend(part);
        }
    }
    let documents: Vec<Arc<Document>> = public.into_iter().map(Arc::new).collect();
    let weights = weights.into_iter().collect();
    let locales: Vec<&Locale> = settings.tags().collect();
    let cards = locales.into_par_iter().map(|locale| (locale.clone(), cards(&documents, locale, &settings.time_zone)));
    let cards: PerLocale<Vec<Arc<Card>>> = cards.collect::<Vec<_>>().into_iter().collect();
    // A withdrawn edition keeps its page and leaves every list; feeds tell of it once more.
    let (cards, withdrawn) = parted(cards);
    let card_places = cards.map(|_, cards| card_places(cards));
    let (settings, news) = (Arc::clone(settings), news::window(&cards, at));
    let (signatures, is_alone) = (Arc::new(signatures), false);
    let places = places(&documents);
    let public = Public {
        settings,
        documents,
        places,
        cards,
        withdrawn,
        card_places,
        news,
        removed,
        statics,
        ledger,
        signatures,
        view,
        is_alone,
    };
    Reported::new(Site { public: Arc::new(public), held, drafts, weights, parsed }, said)
}

/// Takes the digests of the texts of one document's public editions, and what a search finds them by: both
/// from one reading of a body, or none.
fn digest(document: &mut Document, settings: &Settings, voices: &Voices, known: KnownTexts<'_>) {
    let has_page = document.has_page();
    for edition in document.editions.values_mut() {
        // Just made, each has one owner.
        let Some(own) = Arc::get_mut(edition) else { continue };
        let Some(voice) = voices.get(&own.locale) else { continue };
        let made_of = canonical::made_of((&own.words, settings.html), &document.facts, voice.as_ref());
        let text = || canonical::of(&own.words, &document.facts, voice.as_ref());
        let digests = known.texts.get(&own.words.file).filter(|(known, _)| *known == made_of);
        let digests = digests.map(|(_, digests)| *digests);
        let is_found = settings.search == Search::On && has_page && own.withdrawal.is_none();
        let terms = is_found.then(|| known.terms.get(&own.words.file)).flatten();
        let terms = terms.filter(|(known, _)| *known == terms_of(made_of)).map(|(_, terms)| terms.clone());
        let text = (digests.is_none() || (is_found && terms.is_none())).then(text);
        let (made, found) = match &text {
            Some(text) => (Some(text.digests()), is_found.then(|| Terms::of(text, &own.locale))),
            None => (None, None),
        };
        (own.text_of, own.digests, own.terms) = (made_of, digests.or(made), terms.or(found));
    }
}

/// The digest of all that terms are made of, from that of their text.
fn terms_of(text: Digest) -> Digest {
    Digest::of(&(terms::FORM, text))
}

/// The digests of all public texts and what a search finds them by, with what each was made of, to be known
/// the next time.
pub fn texts(public: &Public) -> (Texts, TermsOf) {
    let (mut texts, mut terms) = (Texts::default(), TermsOf::default());
    let count = public.documents.iter().map(|document| document.editions.len()).sum();
    texts.reserve(count);
    terms.reserve(count);
    for edition in public.documents.iter().flat_map(|document| document.editions.values()) {
        // What is made of a body that could not be read must not be known.
        let Some(digests) = edition.digests.filter(|_| !edition.words.is_lost()) else { continue };
        let file = &edition.words.file;
        texts.insert(Arc::clone(file), (edition.text_of, digests));
        let found = edition.terms.as_ref().map(|found| (terms_of(edition.text_of), found.clone()));
        terms.extend(found.map(|found| (Arc::clone(file), found)));
    }
    (texts, terms)
}

/// What every document is joined with.
struct OfSite<'a> {
    settings: &'a Settings,
    voices: &'a Voices,
    ledger: &'a Ledger,
    at: &'a Instant,
    view: View,
    /// Every document, sorted by path: a URL may hold the slug of the event that its document belongs to.
    parsed: &'a [ParsedDocument],
    patterns: Patterns,
    /// The site's locales, in order.
    locales: Vec<Locale>,
}

/// The join of one document.
struct Join<'a> {
    site: &'a OfSite<'a>,
    said: Vec<Diagnostic>,
    removed: Vec<Arc<Removed>>,
}

/// The parts of the URLs of each collection in each locale, by its name: fixed words, or none for what differs from
/// document to document.
type Patterns = PerLocale<Vec<(String, Vec<Option<String>>)>>;

fn patterns(settings: &Settings) -> Patterns {
    let of = |locale: &Locale| {
        let segments = |collection: &Collection| {
            let section = collection.section.get(locale).map_or("", String::as_str);
            (collection.name.clone(), collection.path.segments(section))
        };
        settings.collections.iter().map(segments).collect()
    };
    settings.tags().map(|locale| (locale.clone(), of(locale))).collect()
}

impl<'a> Join<'a> {
    fn of(site: &'a OfSite<'a>) -> Join<'a> {
        Join { site, said: Vec::new(), removed: Vec::new() }
    }

    fn collection(&self, id: &str) -> Option<&'a Collection> {
        self.site.settings.collection(id.split('/').next().unwrap_or(id))
    }

    fn document(&mut self, parsed: &ParsedDocument, parts: &mut [Vec<Document>; 3]) -> Weight {
        // What cannot be read cannot be judged: its mistakes weigh fully.
        let Some(facts) = &parsed.facts else { return Weight::Public };
        let Some(collection) = self.collection(&parsed.id) else { return Weight::Public };
        let OfSite { at, view, locales, .. } = self.site;
        self.demand(parsed, facts, collection);
        self.said.extend(acceptance::judge(parsed, facts, collection));
        let candidates = acceptance::candidates(parsed, facts, collection);
        let standings = life::judge(facts, collection.kind, collection.pairing, &candidates, locales, at);
        let removal = facts.life.removed.as_ref().map(|removal| self.removal(parsed, facts, removal, collection));
        let mut stones: Vec<Stone> = Vec::new();
        let mut shares: [Vec<(Locale, Arc<Edition>)>; 3] = Default::default();
        for ((locale, words), standing) in parsed.words.iter().zip(&standings) {
            let Some(words) = words else { continue };
            if let Some(removal) = removal.as_ref().filter(|removal| removal.covers(standing)) {
                let route = self.route(&parsed.id, collection, facts, words, locale).ok();
                stones.extend(route.and_then(|route| removal.stone(locale, standing, route)));
                continue;
            }
            let share = if *view == View::Preview { 0 } else { share_of(standing) };
            let standings = standings.as_slice();
            let judge = staleness::Judge { parsed, facts, policy: collection.stale, standings, at };
            let stale = judge.edition(locale, &mut self.said);
            if let Some(edition) = self.edition(parsed, collection, facts, words, locale, standing) {
                let edition = Edition { stale, ..edition };
                shares[share].push((locale.clone(), Arc::new(edition)));
            }
        }
        match removal.filter(Subject::is_in_force) {
            Some(removal) => self.removed.extend(removal.removed(stones, &mut self.said)),
            None => self.waited_for(facts, &standings),
        }
        for (share, editions) in shares.into_iter().enumerate().filter(|(_, editions)| !editions.is_empty()) {
            parts[share].push(Document {
                id: Arc::clone(&parsed.id),
                collection: collection.name.as_str().into(),
                kind: collection.kind,
                pairing: collection.pairing,
                facts: Arc::clone(facts),
                editions: editions.into_iter().collect(),
                assets: parsed.assets.clone(),
            });
        }
        weight(facts, collection.kind, &standings)
    }

    fn removal<'b>(
        &self,
        parsed: &'b ParsedDocument,
        facts: &'b Arc<Hashed<Facts>>,
        removal: &'b Removal,
        collection: &Collection,
    ) -> Subject<'b>
    where
        'a: 'b,
    {
        let OfSite { settings, voices, ledger, at, .. } = *self.site;
        Subject { parsed, facts, removal, kind: collection.kind, urls: settings.urls, at, voices, ledger }
    }

    /// Says what an approved document lacks.
    fn demand(&mut self, parsed: &ParsedDocument, facts: &Arc<Hashed<Facts>>, collection: &Collection) {
        let place = Place::start_of(&facts.file);
        if let Some(removal) = &facts.life.removed {
            self.removal(parsed, facts, removal, collection).demand(&mut self.said);
        }
        if facts.status == Status::Missing && !facts.is_faulty("status") {
            self.said.push(Diagnostic::new(&codes::NO_STATUS, place.clone()));
        }
        if facts.status == Status::Approved && collection.kind != Kind::Page && !facts.is_faulty("publish") {
            let untimed = parsed.words.iter().filter(|(locale, _)| facts.publish.instant(locale).is_none());
            for (locale, _) in untimed.take(if facts.publish == Publish::Missing { 1 } else { usize::MAX }) {
                self.said.push(Diagnostic::new(&codes::NO_PUBLISH, place.clone()).with("locale", locale.as_str()));
            }
        }
        // A page's editions stand side by side; anything else was written in one language first.
        let original = facts.original.is_some() || facts.is_faulty("original");
        if !original && parsed.words.len() > 1 && collection.kind != Kind::Page {
            self.said.push(Diagnostic::new(&codes::NO_ORIGINAL, place));
        }
        let authoritative = facts.authoritative.as_ref().and_then(|(which, place)| match which {
            Authoritative::One(locale) => Some(("authoritative", locale, place)),
            Authoritative::All => None,
        });
        let original = facts.original.iter().map(|(locale, place)| ("original", locale, place));
        for (key, wanted, place) in original.chain(authoritative) {
            // The words of a removed document may be gone.
            let is_there = parsed.words.iter().any(|(locale, _)| locale == wanted);
            if !is_there && facts.life.removed.is_none() {
                let said = Diagnostic::new(&codes::NO_SUCH_EDITION, place.clone());
                self.said.push(said.with("locale", wanted.as_str()).with("key", key));
            }
        }
    }

    fn waited_for(&mut self, facts: &Facts, standings: &[Standing]) {
        let waiting = standings.iter().find_map(|standing| match standing {
            Standing::Waiting(missing) => Some(missing),
            _ => None,
        });
        if let Some(missing) = waiting {
            let missing: Vec<&str> = missing.iter().map(Locale::as_str).collect();
            let said =
                Diagnostic::new(&codes::WAITED_FOR, Place::start_of(&facts.file)).with("locales", missing.join(", "));
            self.said.push(said);
        }
    }

    fn edition(
        &mut self,
        parsed: &ParsedDocument,
        collection: &Collection,
        facts: &Facts,
        words: &Arc<Hashed<Words>>,
        locale: &Locale,
        standing: &Standing,
    ) -> Option<Edition> {
        let voice = self.site.voices.get(locale)?;
        let arguments = inline::arguments(facts);
        let title = inline::resolve_word(&words.title, voice.as_ref(), &arguments, &mut self.said);
        let summary = words
            .summary
            .as_ref()
            .map(|summary| inline::resolve_word(summary, voice.as_ref(), &arguments, &mut self.said));
        let route = match self.route(&parsed.id, collection, facts, words, locale) {
            Ok(route) => route,
            Err(said) => {
                // Only what is approved needs a URL, and why a slug cannot be in one was said.
                if *standing != Standing::Draft && !words.has_faulty_slug {
                    self.said.push(said);
                }
                return None;
            }
        };
        Some(Edition {
            document: Arc::clone(&parsed.id),
            locale: locale.clone(),
            words: Arc::clone(words),
            standing: standing.clone(),
            route,
            changes: self.changes(facts, standing, voice.as_ref()),
            withdrawal: withdrawal(facts, standing, voice.as_ref()),
            stale: None,
            text_of: Digest::default(),
            digests: None,
            terms: None,
            title,
            summary,
        })
    }

    /// The changes of an edition that have come into force.
    fn changes(&self, facts: &Facts, standing: &Standing, voice: &dyn Voice) -> Vec<EditionChange> {
        let since = facts.life.changes_since(standing.instant(), voice.locale());
        let due = since.filter(|change| change.at.moment() <= self.site.at.moment());
        due.map(|change| EditionChange {
            at: change.at.clone(),
            grade: change.grade,
            is_major: change.is_major,
            note: inline::resolve_texts(&change.note, facts, voice),
        })
        .collect()
    }

    /// Where an edition goes, or what is missing to tell.
    fn route(
        &self,
        id: &str,
        collection: &Collection,
        facts: &Facts,
        words: &Words,
        locale: &Locale,
    ) -> Result<Route, Diagnostic> {
        let path = self.path(id, collection, facts, words, locale)?;
        let shape = shape_of(self.site.patterns.get(locale).map_or(&[], Vec::as_slice), &collection.name, &path);
        Ok(Route::page_named(&path, shape, self.site.settings.urls))
    }

    /// The parts of an edition's URL with slashes between them, or what is missing to make it.
    fn path(
        &self,
        id: &str,
        collection: &Collection,
        facts: &Facts,
        words: &Words,
        locale: &Locale,
    ) -> Result<String, Diagnostic> {
        let lacks = |part: &str, place: Place| {
            Diagnostic::new(&codes::NO_PATH_PART, place).with("part", part).with("document", id)
        };
        // Room for most.
        let mut path = String::with_capacity(128);
        path.push_str(locale.as_str());
        path.push('/');
        for part in &collection.path.0 {
            match part {
                PathPart::Text(text) => path.push_str(text),
                PathPart::Section => path.push_str(collection.section.get(locale).map_or("", String::as_str)),
                PathPart::Year => {
                    let instant =
                        facts.publish.instant(locale).ok_or_else(|| lacks("{year}", Place::start_of(&facts.file)))?;
                    path.push_str(&instant.in_zone(&self.site.settings.time_zone).date().year().to_string());
                }
                PathPart::Event => {
                    let slug = facts.event.as_ref().and_then(|event| self.event_slug(&event.target, locale));
                    path.push_str(slug.ok_or_else(|| lacks("{event}", Place::start_of(&facts.file)))?);
                }
                PathPart::Slug => {
                    let slug = words.slug.as_ref();
                    let none = || Diagnostic::new(&codes::NO_SLUG, Place::start_of(&words.file));
                    path.push_str(slug.ok_or_else(none)?.word.as_str());
                }
            }
        }
        Ok(without_empty_parts(path))
    }

    /// The slug of a document in a locale, else in the first that has one.
    fn event_slug(&self, event: &str, locale: &Locale) -> Option<&'a str> {
        let at = self.site.parsed.binary_search_by(|document| document.id.as_ref().cmp(event)).ok()?;
        let words = self.site.parsed[at].words.iter();
        let slugs = words.filter_map(|(own, words)| Some((own, words.as_ref()?.slug.as_ref()?.word.as_str())));
        let own = slugs.clone().find(|(known, _)| *known == locale);
        own.or_else(|| slugs.clone().next()).map(|(_, slug)| slug)
    }
}

/// A path without the parts in which there is nothing.
fn without_empty_parts(path: String) -> String {
    if path.split('/').all(|part| !part.is_empty()) {
        return path;
    }
    path.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

fn withdrawal(facts: &Facts, standing: &Standing, voice: &dyn Voice) -> Option<EditionWithdrawal> {
    let Standing::Withdrawn(_, at) = standing else { return None };
    let withdrawal = facts.life.withdrawn.as_ref()?;
    Some(EditionWithdrawal {
        at: at.clone(),
        reason: inline::resolve_texts(&withdrawal.reason, facts, voice),
        replaced_by: withdrawal.replaced_by.as_ref().map(|document| document.target.clone()),
    })
}

/// Whether documents can lie below this one's URL. The settings alone tell, and the document's own
/// parts: what other documents there are must not show in its URL before they are public.
fn shape_of(patterns: &[(String, Vec<Option<String>>)], own: &str, path: &str) -> Shape {
    let own = patterns.iter().find(|(name, _)| name == own).map_or(&[][..], |(_, own)| own.as_slice());
    let lies_below = |other: &[Option<String>]| {
        let below = other.len() > own.len();
        // The first part is the locale's, which no pattern has.
        below
            && other.iter().zip(own).zip(path.split('/').skip(1)).all(|((other, own), part)| match other {
                Some(fixed) => fixed == part,
                None => own.is_none(),
            })
    };
    if patterns.iter().any(|(_, other)| lies_below(other)) { Shape::Folder } else { Shape::Leaf }
}

fn share_of(standing: &Standing) -> usize {
    match standing {
        Standing::Public(_) | Standing::Withdrawn(..) => 0,
        Standing::Held(_) | Standing::Waiting(_) => 1,
        Standing::Draft => 2,
    }
}

fn weight(facts: &Facts, kind: Kind, standings: &[Standing]) -> Weight {
    // A slip in these words must not soften itself: it would hold a release back with a mere warning.
    if facts.is_faulty("status") || facts.status == Status::Approved && facts.is_faulty("publish") {
        return Weight::Public;
    }
    if facts.status != Status::Approved {
        return Weight::Draft;
    }
    // Approved without an instant: an error of its own, which must not soften itself.
    if kind != Kind::Page && facts.publish == Publish::Missing {
        return Weight::Public;
    }
    standings.iter().map(weight_of).max().unwrap_or(Weight::Public)
}

fn weight_of(standing: &Standing) -> Weight {
    match share_of(standing) {
        0 => Weight::Public,
        1 => Weight::Held,
        _ => Weight::Draft,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_the_parts_in_which_there_is_something() {
        for path in ["en", "en/", "en//a", "en/a/", "en/a/b", "en///a//b/"] {
            let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(without_empty_parts(path.to_owned()), parts.join("/"), "{path}");
        }
        assert_eq!(without_empty_parts("en//a/".to_owned()), "en/a");
    }
}
