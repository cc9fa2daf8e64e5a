//! Atom feeds (RFC 4287): one for each locale, one for each of its collections.
//!
//! An entry's id is a `tag:` URI (RFC 4151) of the document's path and locale, which no move of the
//! page changes. Alternates name the entry's other editions by `hreflang`.

use std::sync::Arc;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::desk::Desk;
use super::{Artifact, Newsroom, Output};
use crate::diagnostic::Reported;
use crate::locale::{Argument, Arguments, Instant, Locale, Phrase};
use crate::model::document::{Card, Edition};
use crate::model::route::Route;
use crate::model::site::Public;
use crate::settings::{Kind, Settings};

/// How many entries a feed has at most.
const ENTRIES: usize = 50;

/// The feeds.
#[derive(Debug)]
pub struct Feeds;

#[derive(Debug, Hash)]
struct FeedInput {
    desk: Arc<Desk>,
    route: Route,
    title: String,
    html: Route,
    entries: Vec<EntryInput>,
}

#[derive(Debug, Hash)]
struct EntryInput {
    card: Arc<Card>,
    released: Instant,
    updated: Instant,
    editions: Vec<(Locale, Route)>,
}

impl Output for Feeds {
    fn name(&self) -> &'static str {
        "feeds"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let public = &newsroom.public;
        let mut artifacts = Vec::new();
        for desk in newsroom.desks.values() {
            let (route, title) = of_locale(desk);
            artifacts.push(feed(public, desk, route, title, desk.home.clone(), |_| true));
            for collection in &public.settings.collections {
                let Some(section) = collection.section.get(&desk.locale) else { continue };
                let (route, title) = of_collection(public, desk, &collection.name);
                let html = desk.route(&[section], crate::model::route::Shape::Folder);
                artifacts.push(feed(public, desk, route, title, html, |card| *card.collection == *collection.name));
            }
        }
        Reported::clean(artifacts)
    }
}

/// The feed of a locale: its route and title.
pub(super) fn of_locale(desk: &Desk) -> (Route, String) {
    (Route::file(&format!("{}/feed.xml", desk.locale)), desk.site.title.clone())
}

/// The feed of a collection: its route and title.
pub(super) fn of_collection(public: &Public, desk: &Desk, name: &str) -> (Route, String) {
    let made = desk.feeds.iter().find(|(known, _)| known == name);
    made.map_or_else(|| named(&public.settings, desk, name), |(_, feed)| feed.clone())
}

/// The feed of every collection, made once: each of its documents has a link to it.
pub(super) fn of_collections(settings: &Settings, desk: &Desk) -> Vec<(String, (Route, String))> {
    let names = settings.collections.iter().map(|collection| collection.name.clone());
    names.map(|name| (name.clone(), named(settings, desk, &name))).collect()
}

fn named(settings: &Settings, desk: &Desk, name: &str) -> (Route, String) {
    let section = settings.collection(name).and_then(|collection| collection.section.get(&desk.locale));
    let route = Route::file(&format!("{}/{}/feed.xml", desk.locale, section.map_or(name, String::as_str)));
    let arguments =
        Arguments::new().with("site", desk.site.title.as_str()).with("section", desk.label(name).text().as_str());
    (route, desk.say("feed-title", &arguments).text())
}

fn feed(
    public: &Public,
    desk: &Arc<Desk>,
    route: Route,
    title: String,
    html: Route,
    is_in: impl Fn(&Card) -> bool,
) -> Artifact {
    let mut cards: Vec<&Arc<Card>> = public
        .cards
        .get(&desk.locale)
        .into_iter()
        .chain(public.withdrawn.get(&desk.locale))
        .flatten()
        .filter(|card| card.kind != Kind::Page && card.released.is_some() && is_in(card))
        .collect();
    let newest = |one: &&Arc<Card>, other: &&Arc<Card>| {
        updated(other).cmp(&updated(one)).then_with(|| one.document.cmp(&other.document))
    };
    // Of thousands a few are shown. No two are of one document, so none is as new as another.
    if cards.len() > ENTRIES {
        cards.select_nth_unstable_by(ENTRIES, newest);
        cards.truncate(ENTRIES);
    }
    cards.sort_by(newest);
    let entry = |card: &Arc<Card>| {
        let document = public.document(&card.document)?;
        let is_named = |edition: &Edition| edition.withdrawal.is_none() || edition.locale == card.locale;
        let editions = document.editions.iter().filter(|(_, edition)| is_named(edition));
        let editions = editions.map(|(locale, edition)| (locale.clone(), edition.route.clone())).collect();
        let (released, updated) = (card.released.clone()?, updated(card)?.clone());
        Some(EntryInput { card: Arc::clone(card), released, updated, editions })
    };
    let entries = cards.into_iter().filter_map(entry).collect();
    Artifact::new(route.clone(), FeedInput { desk: Arc::clone(desk), route, title, html, entries }, atom).followed()
}

/// When an entry last changed in a way that readers have to know of (RFC 4287, section 4.2.15): a
/// withdrawal is such a change, an editorial one is not.
fn updated(card: &Card) -> Option<&Instant> {
    card.withdrawal.as_ref().map(|withdrawal| &withdrawal.at).or(card.updated.as_ref())
}

fn atom(input: &FeedInput) -> Reported<Vec<u8>> {
    let mut xml = Xml::new();
    let desk = &input.desk;
    // A feed without entries has never changed: the epoch says so, and is the same in every build.
    let updated = input.entries.iter().map(|entry| &entry.updated).max();
    let updated = updated.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |at| at.in_zone(&desk.zone).iso());
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", desk.locale.as_str())]);
    xml.leaf("id", &[], &desk.absolute(&input.route));
    xml.leaf("title", &[], &input.title);
    xml.leaf("updated", &[], &updated);
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &desk.absolute(&input.route))]);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &desk.absolute(&input.html))]);
    xml.open("author", &[]);
    let publisher = if desk.site.publisher.is_empty() { &desk.site.title } else { &desk.site.publisher };
    xml.leaf("name", &[], publisher);
    xml.close("author");
    for entry in &input.entries {
        add_entry(&mut xml, desk, entry);
    }
    xml.close("feed");
    Reported::clean(xml.finish())
}

fn add_entry(xml: &mut Xml, desk: &Desk, entry: &EntryInput) {
    let released = entry.released.in_zone(&desk.zone).iso();
    xml.open("entry", &[]);
    xml.leaf("id", &[], &entry_id(desk, &entry.card, &released));
    xml.phrase("title", &title(desk, &entry.card), &entry.card.locale);
    xml.leaf("published", &[], &released);
    xml.leaf("updated", &[], &entry.updated.in_zone(&desk.zone).iso());
    for (locale, route) in &entry.editions {
        let href = desk.absolute(route);
        xml.empty(
            "link",
            &[("rel", "alternate"), ("type", "text/html"), ("hreflang", locale.as_str()), ("href", &href)],
        );
    }
    let reason = entry.card.withdrawal.as_ref().map(|withdrawal| &withdrawal.reason);
    if let Some(summary) = reason.or(entry.card.summary.as_ref()) {
        xml.phrase("summary", summary, &entry.card.locale);
    }
    xml.close("entry");
}

/// The title; of a withdrawn edition, with the word for that before it.
fn title(desk: &Desk, card: &Card) -> Phrase {
    match card.withdrawal {
        None => card.title.clone(),
        Some(_) => desk.say("withdrawn-title", &Arguments::new().with("title", Argument::Phrase(card.title.clone()))),
    }
}

/// RFC 4151: the authority's name, a date on which it held the name, and what it names.
fn entry_id(desk: &Desk, card: &Card, released: &str) -> String {
    let host = desk.base.origin.split("://").nth(1).unwrap_or_default().split(':').next().unwrap_or_default();
    format!("tag:{host},{}:{}/{}", &released[..10.min(released.len())], card.locale, card.document)
}

/// A tag with its attributes, in room that is made once: a sitemap has some ten thousand.
fn tag(name: &str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
    let room = |(name, value): &(&str, &str)| name.len() + value.len() + 8;
    let mut content = String::with_capacity(name.len() + attributes.iter().map(room).sum::<usize>());
    content.push_str(name);
    BytesStart::from_content(content, name.len()).with_attributes(attributes.iter().copied())
}

/// XML with line breaks between elements.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    pub(super) fn new() -> Xml {
        let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml
    }

    fn write(&mut self, event: Event<'_>) {
        // Writing to memory cannot fail.
        let _ = self.0.write_event(event);
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Start(tag(name, attributes)));
    }

    pub(super) fn close(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(tag(name, attributes)));
    }

    pub(super) fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.write(Event::Text(BytesText::new(text)));
        self.close(name);
    }

    /// A phrase: as text where it is in one language, else as HTML, which keeps the languages of parts.
    fn phrase(&mut self, name: &str, phrase: &Phrase, locale: &Locale) {
        match phrase.runs.iter().all(|run| run.lang.is_none()) {
            true => self.leaf(name, &[], &phrase.text()),
            false => self.leaf(name, &[("type", "html")], &phrase.html_in(locale)),
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }
}
