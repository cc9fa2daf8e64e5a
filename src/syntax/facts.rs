//! `document.yaml` as typed facts: what is the same in all languages.
//!
//! In: the file's text, the kind of its collection, the settings. Out: [`Facts`] and every mistake at
//! once. Whether a document, term or agenda item that is named here exists is found by `assemble`.

mod kept;

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use self::kept::{Extract, read_by};
use super::figures::{is_decimal, meant_figure};
use super::kinds::{self, KindFacts};
use super::life::{self, LifeFacts};
use super::waive::{self, Waiver};
use super::words::marks_of;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported, Span};
use crate::locale::{Instant, InstantMistake, Locale, PerLocale, When, Zone};
use crate::settings::{Kind, Settings, Terms, redirect};
use crate::source::Source;
use crate::source::yaml::{self, Fields, Key, Node, Value};

/// The name of the facts' file in a document's folder.
pub const FACTS_FILE: &str = "document.yaml";

/// Keys that belong into a words file.
const WORDS_KEYS: [&str; 5] = ["title", "summary", "slug", "keywords", "image"];

/// Keys that every facts file may have, whatever the kind.
pub const COMMON_KEYS: [&str; 14] = [
    "status",
    "publish",
    "original",
    "authoritative",
    "event",
    "figures",
    "dates",
    "files",
    "extra",
    "changes",
    "withdrawn",
    "removed",
    "redirect_from",
    "waive",
];

/// What is the same in all languages of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The file, for diagnostics about what is missing from it.
    pub file: Arc<str>,
    /// How far it has come.
    pub status: Status,
    /// When it goes out.
    pub publish: Publish,
    /// The edition that the others were translated from.
    pub original: Option<(Locale, Place)>,
    /// Which edition is authoritative; none for no notice.
    pub authoritative: Option<(Authoritative, Place)>,
    /// The event that it belongs to.
    pub event: Option<Pointer>,
    /// The terms that it names, by taxonomy, in the order of the settings.
    pub terms: Vec<(String, Vec<Word>)>,
    /// Figures for its prose, decimals as typed.
    pub figures: Vec<(String, String)>,
    /// Dates for its prose.
    pub dates: Vec<(String, Date)>,
    /// Files to download, in the order written.
    pub files: Vec<FileFact>,
    /// Free values for templates.
    pub extra: Option<Node>,
    /// What happened to it after its release.
    pub life: LifeFacts,
    /// Paths below the base at which its editions once stood, by locale, decoded.
    pub redirect_from: PerLocale<Vec<Word>>,
    /// Differences between its languages that are wanted.
    pub waive: Vec<Waiver>,
    /// The facts of its kind.
    pub kind: KindFacts,
    /// Which of `status`, `publish` and `original` are written and could not be read: a diagnostic said
    /// so, and they must not be said to be missing besides.
    pub faulty: Vec<&'static str>,
}

/// How far a document has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// `status` is missing; counts as a draft, and `check` says so.
    Missing,
    /// Not to be shown.
    Draft,
    /// Ready.
    Approved,
}

/// When a document goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Publish {
    /// Not said.
    Missing,
    /// All languages at one instant.
    Together(Instant, Place),
    /// Each language at its own.
    Apart(PerLocale<(Instant, Place)>),
}

impl Publish {
    /// The instant for one language.
    pub fn instant(&self, locale: &Locale) -> Option<&Instant> {
        match self {
            Publish::Missing => None,
            Publish::Together(instant, _) => Some(instant),
            Publish::Apart(instants) => instants.get(locale).map(|(instant, _)| instant),
        }
    }
}

/// Which edition is authoritative.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Authoritative {
    /// All of them equally.
    All,
    /// One of them.
    One(Locale),
}

/// The path of a document below `content/`, and where it is named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pointer {
    /// The path.
    pub target: String,
    /// Where it is named.
    pub place: Place,
}

/// A word and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word.
    pub word: String,
    /// Where it is written.
    pub place: Place,
}

/// A text by locale and where it is written. May hold language parts and placeables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// The texts, in the site's order of locales.
    pub texts: PerLocale<String>,
    /// Where each stands.
    pub places: PerLocale<Place>,
    /// Where the map stands.
    pub place: Place,
}

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFact {
    /// Its name in the document's folder.
    pub src: Word,
    /// The language it is in.
    pub lang: Option<Locale>,
    /// What it is called.
    pub label: Option<Texts>,
}

impl Facts {
    /// The facts of a page that has no facts file: approved, nothing else.
    pub fn of_page(file: Arc<str>) -> Facts {
        Facts {
            file,
            status: Status::Approved,
            publish: Publish::Missing,
            original: None,
            authoritative: None,
            event: None,
            terms: Vec::new(),
            figures: Vec::new(),
            dates: Vec::new(),
            files: Vec::new(),
            extra: None,
            life: LifeFacts::default(),
            redirect_from: PerLocale::default(),
            waive: Vec::new(),
            kind: KindFacts::Page,
            faulty: Vec::new(),
        }
    }

    /// Whether this key is written and could not be read.
    pub fn is_faulty(&self, key: &str) -> bool {
        self.faulty.contains(&key)
    }
}

/// Reads a facts file of a collection of this kind. None if it is not YAML.
pub fn read(source: &Source, kind: Kind, settings: &Settings) -> Reported<Option<Facts>> {
    let mut said = Vec::new();
    let facts = parse(source).take(&mut said).map(|node| of_node(&source.file, &node, kind, settings).take(&mut said));
    Reported::new(facts, said)
}

/// Parses a facts file as YAML.
pub fn parse(source: &Source) -> Reported<Option<Node>> {
    yaml::parse_map(&source.file, &source.text, 0)
}

/// Takes the facts out of a file that was parsed.
pub fn of_node(file: &Arc<str>, node: &Node, kind: Kind, settings: &Settings) -> Reported<Facts> {
    let mut reader = FactsReader {
        fields: Fields::of(file, node),
        file,
        tags: settings.tags().collect(),
        zones: if settings.has_faulty_zone { Vec::new() } else { vec![settings.time_zone.clone()] },
    };
    let facts = reader.facts(kind, settings);
    Reported::new(facts, reader.fields.finish(|key| home(key, kind)))
}

/// The right file for a key that does not belong into the facts of this kind.
fn home(key: &str, kind: Kind) -> Option<&'static str> {
    match key {
        _ if WORDS_KEYS.contains(&key) => Some("words"),
        "starts" | "ends" | "venue" | "mode" | "states" | "programme" | "parent" if kind != Kind::Event => {
            Some("event")
        }
        "country" | "organization" | "speaker" | "delivered" | "delivery" if kind != Kind::Statement => {
            Some("statement")
        }
        "place" | "number" | "contact" if kind != Kind::Release => Some("release"),
        "adopted" | "standing" if kind != Kind::Outcome => Some("outcome"),
        _ => None,
    }
}

/// Reads the facts; the kinds' own are read in [`kinds`].
pub(crate) struct FactsReader<'a> {
    pub(crate) fields: Fields<'a>,
    pub(crate) file: &'a Arc<str>,
    pub(crate) tags: Vec<&'a Locale>,
    /// The office's zone, and the event's where the file is an event's with one of its own. Empty where
    /// one of them could not be read: no offset is then foreign.
    pub(crate) zones: Vec<Zone>,
}

impl<'a> FactsReader<'a> {
    fn facts(&mut self, kind: Kind, settings: &Settings) -> Facts {
        let status = self.fields.choice("status", &[("draft", Status::Draft), ("approved", Status::Approved)]);
        // An event may stand in another zone than the office; its instants are judged by its own.
        if kind == Kind::Event {
            self.event_zone();
        } else if self.fields.node("event").is_some() {
            // What belongs to an event may be dated in the event's zone, which another file tells.
            self.zones.clear();
        }
        let publish = self.publish();
        let original = self.original();
        let is_read =
            [("status", status.is_some()), ("publish", self.is_whole(&publish)), ("original", original.is_some())];
        let faulty = is_read.iter().filter(|(key, is_read)| !is_read && self.fields.node(key).is_some());
        let faulty = faulty.map(|(key, _)| *key).collect();
        Facts {
            file: Arc::clone(self.file),
            status: status.unwrap_or(Status::Missing),
            publish,
            original,
            authoritative: self.authoritative(),
            event: self.pointer("event"),
            terms: self.terms(settings),
            figures: self.figures(),
            dates: self.dates(),
            files: self.files(),
            extra: self.fields.node("extra").cloned(),
            life: life::read(self),
            redirect_from: self.redirect_from(),
            waive: waive::read(self),
            kind: kinds::read(self, kind),
            faulty,
        }
    }

    /// Whether every instant that is written under `publish` could be read.
    fn is_whole(&mut self, publish: &Publish) -> bool {
        match (publish, self.fields.node("publish").map(|node| &node.value)) {
            (Publish::Apart(instants), Some(Value::Map(pairs))) => instants.iter().count() == pairs.len(),
            (publish, _) => *publish != Publish::Missing,
        }
    }

    fn event_zone(&mut self) {
        let Some((text, span)) = self.fields.text("time_zone") else { return };
        match Zone::named(text) {
            Some(zone) => self.zones.insert(0, zone),
            None => {
                self.say(&codes::UNKNOWN_ZONE, span, &[("value", text)]);
                self.zones.clear();
            }
        }
    }

    fn publish(&mut self) -> Publish {
        let Some(node) = self.fields.node("publish") else { return Publish::Missing };
        match &node.value {
            Value::Map(pairs) => {
                let apart = pairs.iter().filter_map(|(key, node)| {
                    let locale = self.locale(&key.name, key.span)?;
                    let (text, span) = self.fields.scalar(node)?;
                    Some((locale, (self.instant(text, span)?, self.fields.place(span))))
                });
                Publish::Apart(apart.collect::<Vec<_>>().into_iter().collect())
            }
            _ => {
                let Some((text, span)) = self.fields.scalar(node) else { return Publish::Missing };
                let place = self.fields.place(span);
                self.instant(text, span).map_or(Publish::Missing, |instant| Publish::Together(instant, place))
            }
        }
    }

    fn original(&mut self) -> Option<(Locale, Place)> {
        let (text, span) = self.fields.text("original")?;
        Some((self.locale(text, span)?, self.fields.place(span)))
    }

    fn authoritative(&mut self) -> Option<(Authoritative, Place)> {
        let (text, span) = self.fields.text("authoritative")?;
        let which = if text == "all" { Authoritative::All } else { Authoritative::One(self.locale(text, span)?) };
        Some((which, self.fields.place(span)))
    }

    fn terms(&mut self, settings: &Settings) -> Vec<(String, Vec<Word>)> {
        let mut terms = Vec::new();
        for taxonomy in settings.taxonomies.iter().filter(|known| matches!(known.terms, Terms::Listed(_))) {
            let words: Vec<Word> = self
                .fields
                .list_named(&taxonomy.name)
                .iter()
                .filter_map(|node| self.fields.scalar(node))
                .map(|(word, span)| Word { word: word.to_owned(), place: Place::new(self.file, span) })
                .collect();
            if !words.is_empty() {
                terms.push((taxonomy.name.clone(), words));
            }
        }
        terms
    }

    fn figures(&mut self) -> Vec<(String, String)> {
        let mut figures: Vec<(String, String)> = Vec::new();
        for (key, node) in self.fields.map("figures") {
            // `{share: 0,5}` is `{share: 0, 5: null}` to YAML: say what the author meant.
            let halved = node.value == Value::Null && key.name.bytes().all(|byte| byte.is_ascii_digit());
            if let (true, Some((_, whole))) = (halved, figures.last()) {
                let typed = format!("{whole},{}", key.name);
                self.figure_notation(&typed, key.span);
                continue;
            }
            let Some((text, span)) = self.fields.scalar(node) else { continue };
            self.name(key);
            if !is_decimal(text) {
                self.figure_notation(text, span);
            }
            // What was meant stands in, so that prose which names the figure is not called wrong too.
            let figure = if is_decimal(text) { text.to_owned() } else { meant_figure(text) };
            figures.push((key.name.clone(), figure));
        }
        figures
    }

    /// Says if prose cannot name a figure or date: Fluent's variables are letters, digits, `-` and `_`,
    /// a letter first.
    fn name(&mut self, key: &Key) {
        let mut letters = key.name.chars();
        let is_first = letters.next().is_some_and(|first| first.is_ascii_alphabetic());
        if !is_first || !letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')) {
            self.say(&codes::BAD_FIGURE_NAME, key.span, &[("value", &key.name)]);
        }
    }

    fn figure_notation(&mut self, text: &str, span: Span) {
        let meant = meant_figure(text);
        self.say(&codes::FIGURE_NOTATION, span, &[("value", text), ("meant", &meant)]);
    }

    fn dates(&mut self) -> Vec<(String, Date)> {
        let mut dates = Vec::new();
        for (key, node) in self.fields.map("dates") {
            self.name(key);
            let Some((text, span)) = self.fields.scalar(node) else { continue };
            if let Some(date) = self.date_of(text, span) {
                dates.push((key.name.clone(), date));
            }
        }
        dates
    }

    fn files(&mut self) -> Vec<FileFact> {
        let mut files = Vec::new();
        for node in self.fields.list("files") {
            let mut inner = self.inner(node);
            inner.fields.required("src");
            let src = inner.word("src");
            let lang = inner.fields.text("lang").and_then(|(text, span)| {
                let locale = Locale::parse(text);
                if locale.is_none() {
                    inner.say(&codes::BAD_LOCALE, span, &[("value", text)]);
                }
                locale
            });
            let label = inner.texts("label");
            self.fields.said.extend(inner.fields.finish(|_| None));
            files.extend(src.map(|src| FileFact { src, lang, label }));
        }
        files
    }

    fn redirect_from(&mut self) -> PerLocale<Vec<Word>> {
        let mut found = Vec::new();
        for (key, node) in self.fields.map("redirect_from") {
            let Some(locale) = self.locale(&key.name, key.span) else { continue };
            let nodes = match &node.value {
                Value::List(nodes) => nodes.iter().collect(),
                _ => vec![node],
            };
            let paths = nodes.into_iter().filter_map(|node| self.old_path(node)).collect::<Vec<_>>();
            found.push((locale, paths));
        }
        found.into_iter().collect()
    }

    fn old_path(&mut self, node: &'a Node) -> Option<Word> {
        let (text, span) = self.fields.scalar(node)?;
        let path = redirect::path(text);
        if path.is_none() {
            self.say(&codes::BAD_REDIRECT, span, &[("value", text), ("what", "source")]);
        }
        Some(Word { word: path?, place: self.fields.place(span) })
    }

    /// A reader of a map inside this file.
    pub(crate) fn inner<'b>(&self, node: &'b Node) -> FactsReader<'b>
    where
        'a: 'b,
    {
        FactsReader {
            fields: Fields::of(self.file, node),
            file: self.file,
            tags: self.tags.clone(),
            zones: self.zones.clone(),
        }
    }

    /// A word and its place.
    pub(crate) fn word(&mut self, key: &'static str) -> Option<Word> {
        let (text, span) = self.fields.text(key)?;
        Some(Word { word: text.to_owned(), place: self.fields.place(span) })
    }

    /// A path below `content/`, also written with `doc:` before it.
    pub(crate) fn pointer(&mut self, key: &'static str) -> Option<Pointer> {
        let (text, span) = self.fields.text(key)?;
        let target = text.strip_prefix("doc:").unwrap_or(text).to_owned();
        Some(Pointer { target, place: self.fields.place(span) })
    }

    /// A text by locale.
    pub(crate) fn texts(&mut self, key: &'static str) -> Option<Texts> {
        let node = self.fields.node(key)?;
        self.texts_of(node)
    }

    /// The same of a node.
    pub(crate) fn texts_of(&mut self, node: &'a Node) -> Option<Texts> {
        let Value::Map(pairs) = &node.value else {
            self.fields.said.push(yaml::wrong_type(self.file, node, "map-by-locale"));
            return None;
        };
        let found: Vec<(Locale, String, Place)> = pairs.iter().filter_map(|pair| self.text_pair(pair)).collect();
        let inorder = || self.tags.iter().filter_map(|tag| found.iter().find(|(locale, ..)| locale == *tag));
        let texts = inorder().map(|(locale, text, _)| (locale.clone(), text.clone())).collect();
        let places = inorder().map(|(locale, _, place)| (locale.clone(), place.clone())).collect();
        Some(Texts { texts, places, place: Place::new(self.file, node.span) })
    }

    fn text_pair(&mut self, (key, node): &'a (Key, Node)) -> Option<(Locale, String, Place)> {
        let locale = self.locale(&key.name, key.span)?;
        let (text, span) = self.fields.scalar(node)?;
        let place = self.fields.place(span);
        marks_of(text, &place).into_iter().for_each(|said| self.fields.say(said));
        Some((locale, text.to_owned(), place))
    }

    /// A locale of the site.
    pub(crate) fn locale(&mut self, text: &str, span: Span) -> Option<Locale> {
        let found = self.tags.iter().find(|tag| tag.as_str() == text).map(|tag| (*tag).clone());
        if found.is_none() {
            let known: Vec<&str> = self.tags.iter().map(|tag| tag.as_str()).collect();
            let known = known.join(", ");
            self.say(&codes::UNKNOWN_LOCALE, span, &[("value", text), ("known", &known)]);
        }
        found
    }

    /// A list of the site's locales under a key; none if the key is missing.
    pub(crate) fn locales(&mut self, key: &'static str) -> Option<Vec<Locale>> {
        self.fields.node(key)?;
        let texts = self.fields.texts(key);
        Some(texts.into_iter().filter_map(|(text, span)| self.locale(text, span)).collect())
    }

    /// An instant under a key, or a diagnostic that the key is missing.
    pub(crate) fn required_instant(&mut self, key: &'static str) -> Option<Instant> {
        self.fields.required(key)?;
        let (text, span) = self.fields.text(key)?;
        self.instant(text, span)
    }

    /// A date under a key.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Date> {
        let (text, span) = self.fields.text(key)?;
        self.date_of(text, span)
    }

    fn date_of(&mut self, text: &str, span: Span) -> Option<Date> {
        let date = crate::locale::parse_date(text).ok();
        if date.is_none() {
            self.say(&codes::BAD_DATE, span, &[("value", text)]);
        }
        date
    }

    /// A date, or an instant, under a key.
    pub(crate) fn when(&mut self, key: &'static str) -> Option<When> {
        let (text, span) = self.fields.text(key)?;
        match crate::locale::parse_date(text) {
            Ok(date) => Some(When::Day(date)),
            Err(_) => self.instant(text, span).map(When::At),
        }
    }

    fn instant(&mut self, text: &str, span: Span) -> Option<Instant> {
        match Instant::parse(text) {
            Ok(instant) => {
                if !self.zones.is_empty() && !self.zones.iter().any(|zone| instant.matches_zone(zone)) {
                    let zone = self.zones.first().map(|zone| zone.name().to_owned()).unwrap_or_default();
                    self.say(&codes::FOREIGN_OFFSET, span, &[("value", text), ("zone", &zone)]);
                }
                Some(instant)
            }
            Err(InstantMistake::NoZone) => {
                self.say(&codes::INSTANT_WITHOUT_ZONE, span, &[("value", text)]);
                None
            }
            Err(_) => {
                self.say(&codes::BAD_INSTANT, span, &[("value", text)]);
                None
            }
        }
    }

    /// Says something about a stretch of this file.
    pub(crate) fn say(
        &mut self,
        code: &'static crate::diagnostic::Code,
        span: Span,
        arguments: &[(&'static str, &str)],
    ) {
        let mut said = Diagnostic::new(code, self.fields.place(span));
        for (name, value) in arguments {
            said = said.with(name, *value);
        }
        self.fields.say(said);
    }
}
