//! The page of each locale on which readers look for words, and the index that it looks in.
//!
//! The index is static and parted, so that a reader fetches a few parts of it and no more, however many
//! documents there are:
//!
//! - `search/<locale>/index.js` tells how many documents there are and how the parts are named;
//! - `parts/t<n>-<digest>.js` holds the terms whose hash begins with the bits of `n`, each with its documents;
//! - `parts/c<n>-<digest>.js` holds the cards of thirty-two documents.
//!
//! They are scripts that call `wartaSearch(name, part)`, not files that a script fetches: so one policy holds
//! for every page, which lets no script connect to anything, not even to this site, and what a reader types
//! cannot go anywhere. A part has its digest in its name: a page from before a release never mixes parts
//! from before and after.

mod cards;
mod parts;

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Newsroom, Output, own};
use crate::diagnostic::Reported;
use crate::digest::Digest;
use crate::locale::{Arguments, Locale, Phrase};
use crate::model::document::Card;
use crate::model::route::{Route, Shape};
use crate::settings::{OwnPage, Search as Setting};
use crate::theme::view::{self, Html};

/// The folder of all indexes.
pub const FOLDER: &str = "search";

/// The folder in the folder of an index that holds its parts, and nothing else: one rule of a host is for all of them.
const PARTS: &str = "parts";

/// Counts the ways in which parts were made: another way is another name.
const RECIPE: u32 = 1;

/// The pages of search with their indexes.
#[derive(Debug)]
pub struct Search;

/// Everything that the page is made of.
#[derive(Debug, Hash)]
struct SearchInput {
    frame: Frame,
    /// The locale whose numbers are used.
    formats: String,
    /// Name, label and term of each collection.
    collections: Vec<(String, Phrase, String)>,
    years: Vec<String>,
    lists: Vec<(Phrase, Route)>,
}

/// What a reader's browser has to know of an index before it fetches parts.
#[derive(Debug, Hash, Serialize)]
struct Contents {
    /// How many documents there are; each has a number, the newest the highest.
    docs: usize,
    /// How many bits of a hash tell the part of a term.
    bits: u32,
    /// The digests in the names of the parts with terms, eight digits each.
    t: String,
    /// The same of the parts with cards.
    c: String,
    /// The years, each with the number of its first document.
    years: Vec<(String, usize)>,
    /// The languages that the texts are in.
    langs: Vec<String>,
}

impl Output for Search {
    fn name(&self) -> &'static str {
        "search"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        if newsroom.public.settings.search == Setting::Off {
            return Reported::default();
        }
        let desks: Vec<&Arc<Desk>> = newsroom.desks.values().collect();
        let planned = desks.into_par_iter().flat_map_iter(|desk| of_locale(newsroom, desk));
        Reported::clean(planned.collect())
    }
}

/// The page of a locale, and its index.
fn of_locale(newsroom: &Newsroom, desk: &Arc<Desk>) -> Vec<Artifact> {
    let mut documents = newsroom.shown(&desk.locale).to_vec();
    // What is new then gets a number of its own, and what is old keeps its.
    documents.reverse();
    let years = years(desk, &documents);
    let mut artifacts: Vec<Artifact> = page(newsroom, desk, &years).into_iter().collect();
    let (bits, terms) = parts::plan(newsroom, desk, &documents);
    let cards = cards::plan(desk, formats(newsroom, desk), &documents);
    let contents = Contents {
        docs: documents.len(),
        bits,
        t: terms.iter().map(|part| part.mark()).collect(),
        c: cards.iter().map(|part| part.mark()).collect(),
        years,
        langs: languages(desk, &documents),
    };
    let route = Route::file(&format!("{FOLDER}/{}/index.js", desk.locale));
    artifacts.push(Artifact::new(route, contents, |contents| script("index", contents)));
    artifacts.extend(terms.into_iter().chain(cards).map(|part| part.artifact));
    artifacts
}

/// A part of an index, with the digest that its name tells it by.
struct Part {
    digest: Digest,
    artifact: Artifact,
}

impl Part {
    /// The part of a locale of this kind and number.
    fn new(
        (desk, kind, nth): (&Desk, char, usize),
        digest: Digest,
        artifact: impl FnOnce(Route, String) -> Artifact,
    ) -> Part {
        let name = format!("{kind}{nth}-{}", mark(digest));
        let route = Route::file(&format!("{FOLDER}/{}/{PARTS}/{name}.js", desk.locale));
        Part { digest, artifact: artifact(route, name).lasting() }
    }

    fn mark(&self) -> String {
        mark(self.digest)
    }
}

/// Eight digits: that two versions of one part have the same is as good as never.
fn mark(digest: Digest) -> String {
    Digest::of(&(RECIPE, digest)).short()[..8].to_owned()
}

/// A part as the script that hands it over.
fn script(name: &str, part: &impl Serialize) -> Reported<Vec<u8>> {
    // Strings, numbers and lists have a JSON form, always, and JSON is script.
    let part = serde_json::to_string(part).unwrap_or_default();
    Reported::clean(format!("wartaSearch(\"{name}\", {part});\n").into_bytes())
}

/// The years of these documents, which are in order, each with the number of its first.
fn years(desk: &Desk, documents: &[Arc<Card>]) -> Vec<(String, usize)> {
    let mut years: Vec<(String, usize)> = Vec::new();
    for (nth, card) in documents.iter().enumerate() {
        let Some(day) = card.day(&desk.zone) else { continue };
        let year = day.year().to_string();
        if years.last().is_none_or(|(last, _)| *last != year) {
            years.push((year, nth));
        }
    }
    years
}

/// The desk's own, then those of documents that are there in another only.
fn languages(desk: &Desk, documents: &[Arc<Card>]) -> Vec<String> {
    let mut languages: Vec<&Locale> = vec![&desk.locale];
    for card in documents {
        if !languages.contains(&&card.locale) {
            languages.push(&card.locale);
        }
    }
    languages.into_iter().map(Locale::to_string).collect()
}

/// The locale whose numbers and dates the desk's uses.
fn formats<'a>(newsroom: &'a Newsroom, desk: &'a Desk) -> &'a str {
    let known = newsroom.public.settings.locales.iter().find(|known| known.tag == desk.locale);
    known.map_or(&desk.locale, |known| &known.formats).as_str()
}

fn page(newsroom: &Newsroom, desk: &Arc<Desk>, years: &[(String, usize)]) -> Option<Artifact> {
    let settings = &newsroom.public.settings;
    let frame = own::frame(newsroom, desk, OwnPage::Search, "search.html")?;
    let listed = settings.collections.iter().enumerate().filter(|(_, collection)| !collection.section.is_empty());
    let collections =
        listed.map(|(nth, own)| (own.name.clone(), desk.label(&own.name), parts::term_of_collection(nth)));
    let input = SearchInput {
        formats: formats(newsroom, desk).to_owned(),
        collections: collections.collect(),
        years: years.iter().rev().map(|(year, _)| year.clone()).collect(),
        lists: lists(newsroom, desk),
        frame: frame.clone(),
    };
    let artifact = Artifact::new(frame.route.clone(), input, render);
    Some(own::listed(newsroom, OwnPage::Search, &frame, artifact))
}

/// What there is for a reader without script: the lists of collections, the indexes of taxonomies.
fn lists(newsroom: &Newsroom, desk: &Desk) -> Vec<(Phrase, Route)> {
    let collections = newsroom.public.settings.collections.iter().filter_map(|collection| {
        let section = collection.section.get(&desk.locale)?;
        Some((desk.label(&collection.name), desk.route(&[section], Shape::Folder)))
    });
    let taxonomies = newsroom.taxonomies.iter().filter_map(|taxonomy| {
        let has_terms = taxonomy.terms.iter().any(|term| term.cards.has(&desk.locale));
        let section = taxonomy.section.get(&desk.locale).filter(|_| has_terms)?;
        Some((desk.say(&taxonomy.name, Arguments::NONE), desk.route(&[section], Shape::Folder)))
    });
    collections.chain(taxonomies).collect()
}

fn render(input: &SearchInput) -> Reported<Vec<u8>> {
    let desk = &input.frame.desk;
    let collection = |(name, title, term): &(String, Phrase, String)| view::SearchCollection {
        name: name.clone(),
        title: title.text(),
        term: term.clone(),
    };
    let list = |(title, route): &(Phrase, Route)| view::Crumb { title: Html(desk.html(title)), href: desk.href(route) };
    let others = desk.locales.iter().filter(|names| names.locale != desk.locale);
    let language = |names: &super::desk::LocaleNames| view::Language {
        lang: names.locale.as_str().to_owned(),
        name: names.own.clone(),
        language: names.here.clone(),
        href: names.home.clone(),
        current: false,
    };
    let view = view::SearchPage {
        action: desk.href(&input.frame.route),
        languages: others.map(language).collect(),
        index: desk.href(&Route::file(&format!("{FOLDER}/{}/", desk.locale))),
        formats: input.formats.clone(),
        collections: input.collections.iter().map(collection).collect(),
        years: input.years.clone(),
        lists: input.lists.iter().map(list).collect(),
    };
    input.frame.render([("search", Value::from_serializable(&view))])
}
