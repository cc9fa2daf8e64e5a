//! The site after an edit of one document's words or facts, without joining all others again.
//!
//! Both decline where the edit can change more than the document itself and what lists show of it.

use std::sync::Arc;

use super::{Join, KnownTexts, OfSite, Places, Public, Site, Voices, card_places, digest, patterns};
use crate::diagnostic::Diagnostic;
use crate::digest::{Digest, Hashed};
use crate::locale::{Instant, Locale, PerLocale};
use crate::model::canonical;
use crate::model::cards;
use crate::model::document::{Document, Edition};
use crate::model::inline;
use crate::model::memo::{TermsOf, Texts};
use crate::model::news;
use crate::model::site::ParsedDocument;
use crate::syntax::facts::Facts;
use crate::syntax::words::Words;

/// A document with other words in one of its languages, while nothing else has changed. None where the
/// edition is not there, or the words change more than themselves: its address, or whether it is a draft.
pub fn revised(
    document: &Document,
    (locale, words): (&Locale, Arc<Hashed<Words>>),
    voices: &Voices,
) -> Option<Document> {
    let (edition, voice) = (document.editions.get(locale)?, voices.get(locale)?);
    let before = &edition.words;
    let slug = |words: &Words| words.slug.as_ref().map(|slug| slug.word.clone());
    if slug(&words) != slug(before) || words.is_draft != before.is_draft {
        return None;
    }
    let (arguments, mut said) = (inline::arguments(&document.facts), Vec::new());
    let mut resolve = |word| inline::resolve_word(word, voice.as_ref(), &arguments, &mut said);
    let (title, summary) = (resolve(&words.title), words.summary.as_ref().map(&mut resolve));
    let digests = edition.digests.map(|_| canonical::of(&words, &document.facts, voice.as_ref()).digests());
    // Nobody keeps what is known of it.
    let text_of = Digest::default();
    let edition = Arc::new(Edition { words, title, summary, text_of, digests, ..Edition::clone(edition) });
    let editions = document
        .editions
        .iter()
        .map(|(known, other)| (known.clone(), if known == locale { Arc::clone(&edition) } else { Arc::clone(other) }));
    said.is_empty().then(|| Document { editions: editions.collect(), ..document.clone() })
}

/// The public site where a public document has other facts. None where that changes the languages or the
/// addresses in which it is public, where anything is wrong with it, or where it was to be removed.
pub fn rejoined(
    (site, public): (&Site, &Public),
    (id, facts): (&str, Arc<Hashed<Facts>>),
    voices: &Voices,
    at: &Instant,
) -> Option<(Public, Arc<Document>)> {
    let before = site.parsed(id)?;
    let known = before.facts.as_ref()?;
    let original = |facts: &Facts| facts.original.as_ref().map(|(locale, _)| locale.clone());
    if original(known) != original(&facts) {
        return None;
    }
    let parsed = ParsedDocument { facts: Some(facts), ..before.clone() };
    let mut document = joined(site, public, &parsed, voices, at)?;
    let addresses = |document: &Document| {
        let editions = document.editions.iter();
        editions.map(|(locale, edition)| (locale.clone(), edition.route.clone())).collect::<Vec<_>>()
    };
    if addresses(&document) != addresses(public.document(id)?) {
        return None;
    }
    let known = KnownTexts { texts: &Texts::default(), terms: &TermsOf::default() };
    digest(&mut document, &public.settings, voices, known);
    let document = Arc::new(document);
    Some((public.with(&document, at)?, document))
}

/// The document joined by itself; none unless it is sound, and public in all its languages.
fn joined(site: &Site, public: &Public, parsed: &ParsedDocument, voices: &Voices, at: &Instant) -> Option<Document> {
    let (settings, ledger, view) = (&public.settings, &public.ledger, public.view);
    let (patterns, locales) = (patterns(settings), settings.tags().cloned().collect());
    let of_site = OfSite { settings, voices, ledger, at, view, parsed: &site.parsed, patterns, locales };
    let mut join = Join::of(&of_site);
    let mut parts: [Vec<Document>; 3] = Default::default();
    join.document(parsed, &mut parts);
    let is_sound = !join.said.iter().any(Diagnostic::is_error) && join.removed.is_empty();
    let [mut shown, held, drafts] = parts;
    let is_whole = held.is_empty() && drafts.is_empty() && shown.len() == 1;
    shown.pop().filter(|_| is_sound && is_whole)
}

impl Public {
    /// The same with another version of a document that it has; none where it has none.
    fn with(&self, document: &Arc<Document>, at: &Instant) -> Option<Public> {
        let zone = &self.settings.time_zone;
        let place = *self.places.get(&document.id)?;
        let mut documents = self.documents.clone();
        documents[place] = Arc::clone(document);
        let own = std::slice::from_ref(document);
        let locales = self.cards.locales();
        let fresh: PerLocale<_> = locales.map(|locale| (locale.clone(), cards::cards(own, locale, zone))).collect();
        let (fresh, gone) = cards::parted(fresh);
        let none = Vec::new();
        let instead = |locale: &Locale, all: &[_], fresh: &PerLocale<Vec<_>>| {
            cards::instead(all, &document.id, fresh.get(locale).unwrap_or(&none), zone)
        };
        let cards = self.cards.map(|locale, all| instead(locale, all, &fresh));
        let withdrawn = self.withdrawn.map(|locale, all| instead(locale, all, &gone));
        let card_places = cards.map(|locale, cards| {
            // Nearly always its card stands where it stood, and with it all others.
            let is_same = |known: &&Places| {
                let own = known.get(&document.id).map(|at| cards.get(*at));
                known.len() == cards.len() && own.is_none_or(|own| own.is_some_and(|own| own.document == document.id))
            };
            self.card_places.get(locale).filter(is_same).map_or_else(|| card_places(cards), Arc::clone)
        });
        let news = news::window(&cards, at);
        Some(Public { documents, cards, withdrawn, card_places, news, ..self.clone() })
    }
}
