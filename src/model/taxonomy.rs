//! Terms that have a public card, by locale.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::document::Card;
use super::route::slug_of;
use super::site::{Public, Voices};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Reported};
use crate::locale::{Arguments, Locale, PerLocale, Phrase};
use crate::settings::{Taxonomy, Terms, is_segment};

/// A taxonomy with the terms that have a public card.
#[derive(Debug, Clone)]
pub struct TaxonomyIndex {
    /// The taxonomy's name.
    pub name: String,
    /// Its part of URLs, by locale.
    pub section: PerLocale<String>,
    /// Its terms, in the order of the settings; countries by code.
    pub terms: Vec<TermIndex>,
}

/// A term and its cards.
#[derive(Debug, Clone)]
pub struct TermIndex {
    /// Its name in the facts; a country's code.
    pub name: String,
    /// Its label and slug in each locale.
    pub labels: PerLocale<(Phrase, String)>,
    /// Its cards in each locale that has any, newest first.
    pub cards: PerLocale<Vec<Arc<Card>>>,
}

/// Groups the public cards by term. A label that no message gives is a diagnostic at the place where
/// the term is listed.
pub fn index(public: &Public, voices: &Voices) -> Reported<Vec<TaxonomyIndex>> {
    let mut said = Vec::new();
    let indexes = public.settings.taxonomies.iter().map(|taxonomy| {
        let found = cards_by_term(taxonomy, public);
        let mut terms: Vec<TermIndex> = names(taxonomy, &found)
            .into_iter()
            .map(|name| {
                let cards = found.get(&name).cloned().unwrap_or_default();
                term(taxonomy, name, cards, voices, &mut said)
            })
            .collect();
        terms.retain(|term| !term.cards.is_empty());
        let doubles = same_slugs(taxonomy, &terms, &mut said);
        terms.retain(|term| !doubles.contains(&term.name));
        TaxonomyIndex { name: taxonomy.name.clone(), section: taxonomy.section.clone(), terms }
    });
    let indexes = indexes.collect();
    Reported::new(indexes, said)
}

/// The names of a taxonomy's terms: as listed, or of the states that have cards.
fn names(taxonomy: &Taxonomy, found: &CardsByTerm) -> Vec<String> {
    match &taxonomy.terms {
        Terms::Listed(terms) => terms.iter().map(|term| term.name.clone()).collect(),
        Terms::Countries => found.keys().cloned().collect(),
    }
}

/// The cards of each term by its name, in each locale that has any.
type CardsByTerm = BTreeMap<String, PerLocale<Vec<Arc<Card>>>>;

/// The cards of each term in each locale that has any, found in one pass over all cards of each.
fn cards_by_term(taxonomy: &Taxonomy, public: &Public) -> CardsByTerm {
    let locales: Vec<(&Locale, &Vec<Arc<Card>>)> = public.cards.iter().collect();
    let by_locale = locales.into_par_iter().map(|(locale, cards)| {
        let mut found: BTreeMap<&str, Vec<Arc<Card>>> = BTreeMap::new();
        for card in cards {
            terms_of(card, taxonomy).into_iter().for_each(|name| found.entry(name).or_default().push(Arc::clone(card)));
        }
        (locale, found)
    });
    let mut all = CardsByTerm::new();
    for (locale, found) in by_locale.collect::<Vec<_>>() {
        for (name, cards) in found {
            all.entry(name.to_owned()).or_default().insert(locale.clone(), cards);
        }
    }
    all
}

/// The names of a card's terms in a taxonomy, each once.
fn terms_of<'a>(card: &'a Card, taxonomy: &Taxonomy) -> BTreeSet<&'a str> {
    match taxonomy.terms {
        Terms::Countries => card.country.as_deref().into_iter().collect(),
        Terms::Listed(_) => {
            let own = card.terms.iter().filter(|(of, _)| *of == taxonomy.name);
            own.map(|(_, name)| name.as_str()).collect()
        }
    }
}

fn term(
    taxonomy: &Taxonomy,
    name: String,
    cards: PerLocale<Vec<Arc<Card>>>,
    voices: &Voices,
    said: &mut Vec<Diagnostic>,
) -> TermIndex {
    let labels = cards.locales().filter_map(|locale| {
        let label = label(taxonomy, &name, locale, voices, said)?;
        let slug = given_slug(taxonomy, &name, locale).unwrap_or_else(|| slug_of(&label.text()));
        // A label without a letter makes no address.
        let slug = if slug.is_empty() { slug_of(&name) } else { slug };
        if !is_segment(&slug) {
            let said_here = Diagnostic::new(&codes::BAD_SLUG, term_place(taxonomy, &name));
            said.push(said_here.with("value", slug));
            return None;
        }
        Some((locale.clone(), (label, slug)))
    });
    let labels = labels.collect();
    TermIndex { name, labels, cards }
}

fn label(
    taxonomy: &Taxonomy,
    name: &str,
    locale: &Locale,
    voices: &Voices,
    said: &mut Vec<Diagnostic>,
) -> Option<Phrase> {
    let voice = voices.get(locale)?;
    if taxonomy.terms == Terms::Countries {
        return voice.country(name).map(|name| Phrase::plain(&name)).or_else(|| Some(Phrase::plain(name)));
    }
    match voice.phrase(&format!("{}-{name}", taxonomy.name), Arguments::NONE) {
        Ok(label) => Some(label),
        Err(unresolved) => {
            said.push(unresolved.diagnostic(term_place(taxonomy, name)).with("locale", locale.as_str()));
            None
        }
    }
}

fn term_place(taxonomy: &Taxonomy, name: &str) -> crate::diagnostic::Place {
    match &taxonomy.terms {
        Terms::Listed(terms) => terms.iter().find(|term| term.name == name).map(|term| term.place.clone()),
        Terms::Countries => None,
    }
    .unwrap_or_else(|| taxonomy.place.clone())
}

fn given_slug(taxonomy: &Taxonomy, name: &str, locale: &Locale) -> Option<String> {
    let Terms::Listed(terms) = &taxonomy.terms else { return None };
    terms.iter().find(|term| term.name == name)?.slug.get(locale).cloned()
}

/// Says which terms have the slug of an earlier one, and gives their names.
fn same_slugs(taxonomy: &Taxonomy, terms: &[TermIndex], said: &mut Vec<Diagnostic>) -> BTreeSet<String> {
    let mut doubles = BTreeSet::new();
    let mut seen: BTreeMap<(&Locale, &str), &str> = BTreeMap::new();
    for term in terms {
        for (locale, (_, slug)) in term.labels.iter() {
            if let Some(other) = seen.insert((locale, slug), &term.name) {
                doubles.insert(term.name.clone());
                said.push(
                    Diagnostic::new(&codes::SAME_TERM_SLUG, term_place(taxonomy, &term.name))
                        .and(term_place(taxonomy, other))
                        .with("slug", slug)
                        .with("term", &term.name)
                        .with("other", other),
                );
            }
        }
    }
    doubles
}
