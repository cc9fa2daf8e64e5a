//! What `change` and `withdraw` share: a released document is found, something is added to its facts, and
//! the file is written only if all that it said before it says still.

mod stamp;
mod write;

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

use clap::ArgMatches;

use super::arguments::NOTE;
use super::console::Console;
use super::site;
use super::{End, Failure, Outcome};
use crate::diagnostic::Diagnostic;
use crate::locale::{Instant, Locale, PerLocale};
use crate::model::life::{self, Standing};
use crate::model::{acceptance, folder};
use crate::settings::{Kind, Settings};
use crate::source::stamp::Nothing;
use crate::source::{Source, Sources, load};
use crate::syntax::facts::{self, FACTS_FILE, Facts};

use stamp::{Unit, written};

/// A document to whose facts something is to be added.
pub(super) struct Record {
    root: PathBuf,
    pub(super) settings: Settings,
    sources: Sources,
    /// The instant to be written down, as exact as it was given.
    pub(super) at: Instant,
    /// Whether the instant was given, and is not the clock's.
    is_given: bool,
    /// The document's path below `content/`.
    pub(super) document: String,
    source: Source,
    kind: Kind,
    pub(super) facts: Facts,
    /// Its editions, in the site's order, and how far each has come at the instant.
    pub(super) editions: PerLocale<Standing>,
}

/// Finds the document that the arguments name, and reads it. None where its facts or the settings have
/// mistakes, which are then printed.
pub(super) fn open(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Result<Option<Record>, Failure> {
    let root = site::root(console, matches)?;
    let (at, is_given) = stamp(console, own)?;
    let Some(settings) = site::settings(console, &root)? else { return Ok(None) };
    let mut said = Vec::new();
    let sources = load::folder(&root, &settings.theme, &Nothing).map_err(|error| unreadable(console, &root, &error))?;
    let sources = sources.take(&mut said);
    let document = site::document_of(own.get_one::<String>("document").map_or("", String::as_str));
    let Some((kind, files)) = files_of(&settings, &sources, &document) else {
        let known = documents(&settings, &sources);
        return Err(site::unknown_document(console, &document, known.iter().map(String::as_str)));
    };
    let file = format!("content/{document}/{FACTS_FILE}");
    let Some(source) = sources.documents.iter().find(|source| *source.file == *file).cloned() else {
        return if files.contains(&file.as_str()) {
            refuse(console, &root, said, &file).map(|_| None)
        } else {
            let values = [("document", document), ("file", file)];
            Err(Failure::Usage(console.words.say("usage-no-facts", &values)))
        };
    };
    let read = facts::read(&source, kind, &settings);
    let is_faulty = read.said.iter().any(Diagnostic::is_error);
    let Some(facts) = read.value.filter(|_| !is_faulty) else {
        return refuse(console, &root, read.said, &file).map(|_| None);
    };
    let editions = editions(&settings, &sources, &document, &facts, kind, &at);
    Ok(Some(Record { root, settings, sources, at, is_given, document, source, kind, facts, editions }))
}

/// The instant to write down: that of the option, else the clock's, and whether it was given. The
/// environment's pins builds; what an author does is done now.
fn stamp(console: &Console<'_>, own: &ArgMatches) -> Result<(Instant, bool), Failure> {
    match own.get_one::<String>("at") {
        None => Ok((site::now(), false)),
        Some(text) => Instant::parse(text)
            .map(|at| (at, true))
            .map_err(|_| Failure::Usage(console.words.say("usage-bad-instant", &[("value", text.clone())]))),
    }
}

fn unreadable(console: &Console<'_>, root: &std::path::Path, error: &io::Error) -> Failure {
    let values = [("file", root.display().to_string()), ("reason", error.to_string())];
    Failure::Machine(console.words.say("machine-read", &values))
}

/// The kind of a document and its facts and words files; none where there is no such document.
fn files_of<'a>(settings: &Settings, sources: &'a Sources, document: &str) -> Option<(Kind, Vec<&'a str>)> {
    let (collection, _) = document.split_once('/')?;
    let kind = settings.collection(collection)?.kind;
    let all = sources.documents.iter().map(|source| &source.file).chain(&sources.unread);
    let own = |file: &&'a str| folder_of(file) == Some(document) && is_part(settings, file);
    let files: Vec<&str> = all.map(AsRef::as_ref).filter(own).collect();
    (!files.is_empty()).then_some((kind, files))
}

fn folder_of(file: &str) -> Option<&str> {
    file.strip_prefix("content/")?.rsplit_once('/').map(|(folder, _)| folder)
}

/// Whether a file below `content/` is the facts or the words of a document.
fn is_part(settings: &Settings, file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    name == FACTS_FILE || settings.tags().any(|tag| name.strip_suffix(".md") == Some(tag.as_str()))
}

/// The paths of all documents.
fn documents(settings: &Settings, sources: &Sources) -> BTreeSet<String> {
    let all = sources.documents.iter().map(|source| &source.file).chain(&sources.unread);
    all.filter(|file| is_part(settings, file)).filter_map(|file| folder_of(file)).map(str::to_owned).collect()
}

/// The editions whose files are there, and how far each has come.
fn editions(
    settings: &Settings,
    sources: &Sources,
    document: &str,
    facts: &Facts,
    kind: Kind,
    at: &Instant,
) -> PerLocale<Standing> {
    let own = |file: &str| folder_of(file) == Some(document);
    let sources = Sources {
        documents: sources.documents.iter().filter(|source| own(&source.file)).cloned().collect(),
        unread: sources.unread.iter().filter(|file| own(file)).cloned().collect(),
        ..Sources::default()
    };
    // What is wrong with them is told when the site is prepared.
    let parsed = folder::read(&sources, settings).value;
    let collection = document.split('/').next().and_then(|name| settings.collection(name));
    let (Some(parsed), Some(collection)) = (parsed.first(), collection) else { return PerLocale::default() };
    let candidates = acceptance::candidates(parsed, facts, collection);
    let site: Vec<Locale> = settings.tags().cloned().collect();
    let standings = life::judge(facts, kind, collection.pairing, &candidates, &site, at);
    candidates.into_iter().map(|edition| edition.locale).zip(standings).collect()
}

/// Prints what is wrong with a file, and that nothing was written.
fn refuse(console: &Console<'_>, root: &std::path::Path, said: Vec<Diagnostic>, file: &str) -> Outcome {
    let of_file = |said: &Diagnostic| said.place.as_ref().is_some_and(|place| *place.file == *file);
    let mut said: Vec<Diagnostic> = said.into_iter().filter(of_file).collect();
    console.diagnostics(&mut said, &|file| load::again(root, file))?;
    console.tell("record-not-written", &[]);
    Ok(End::Errors)
}

impl Record {
    /// The languages that an option names; none where it is not there.
    pub(super) fn named(
        &self,
        console: &Console<'_>,
        own: &ArgMatches,
        option: &str,
    ) -> Result<Option<Vec<Locale>>, Failure> {
        let Some(typed) = own.get_many::<String>(option) else { return Ok(None) };
        let named = typed.map(|tag| self.edition(console, tag)).collect::<Result<Vec<_>, _>>()?;
        let ordered = self.editions.locales().filter(|locale| named.contains(locale));
        Ok(Some(ordered.cloned().collect()))
    }

    /// The edition of a tag as typed, which the site and the document must have.
    fn edition(&self, console: &Console<'_>, tag: &str) -> Result<Locale, Failure> {
        let joined = |locales: Vec<&Locale>| locales.iter().map(|tag| tag.as_str()).collect::<Vec<_>>().join(", ");
        let locale = Locale::parse(tag).filter(|locale| self.settings.tags().any(|known| known == locale));
        let language = ("language", tag.to_owned());
        let Some(locale) = locale else {
            let known = ("known", joined(self.settings.tags().collect()));
            return Err(Failure::Usage(console.words.say("usage-foreign-language", &[language, known])));
        };
        if !self.editions.has(&locale) {
            let known = ("known", joined(self.editions.locales().collect()));
            let values = [language, known, ("document", self.document.clone())];
            return Err(Failure::Usage(console.words.say("usage-no-edition", &values)));
        }
        Ok(locale)
    }

    /// The words for readers, by language: one for each that the document has, whichever of them changed,
    /// and no other. The record is the office's, not the edition's.
    pub(super) fn notes(&self, console: &Console<'_>, own: &ArgMatches) -> Result<PerLocale<String>, Failure> {
        let mut notes = Vec::new();
        let ids: Vec<String> = own.ids().map(ToString::to_string).collect();
        for id in ids.iter().filter(|id| id.starts_with(NOTE)) {
            let Some(text) = own.get_one::<String>(id) else { continue };
            let tag = &id[NOTE.len()..];
            notes.push((self.edition(console, tag)?, note(console, tag, text)?));
        }
        let lacks = |locale: &&Locale| !notes.iter().any(|(known, _)| known == *locale);
        let missing: Vec<String> =
            self.editions.locales().filter(lacks).map(|locale| format!("--{locale} \"…\"")).collect();
        if !missing.is_empty() {
            let options = [("options", missing.join(" "))];
            return Err(Failure::Usage(console.words.say("usage-missing-note", &options)));
        }
        let find = |locale: &Locale| notes.iter().find(|(known, _)| known == locale).cloned();
        Ok(self.editions.locales().filter_map(find).collect())
    }

    /// Refuses a document of which nothing of `covered` is public at the instant: no record is needed.
    pub(super) fn demand_public(&self, console: &Console<'_>, covered: &[Locale]) -> Result<(), Failure> {
        let standings: Vec<&Standing> = covered.iter().filter_map(|locale| self.editions.get(locale)).collect();
        if standings.iter().any(|standing| standing.is_public()) {
            return Ok(());
        }
        let zone = &self.settings.time_zone;
        let (at, _) = site::both(&self.at, zone);
        let (why, instant, languages) = match standings.iter().find(|standing| !matches!(standing, Standing::Draft)) {
            Some(Standing::Held(instant)) => ("held", site::both(instant, zone), String::new()),
            Some(Standing::Waiting(locales)) => {
                let tags: Vec<&str> = locales.iter().map(Locale::as_str).collect();
                ("waiting", Default::default(), tags.join(", "))
            }
            _ => ("draft", Default::default(), String::new()),
        };
        let (local, utc): (String, String) = instant;
        let values = [
            ("document", self.document.clone()),
            ("why", why.to_owned()),
            ("at", at),
            ("local", local),
            ("utc", utc),
            ("languages", languages),
        ];
        Err(Failure::Usage(console.words.say("usage-not-public", &values)))
    }

    /// The instant as authors write it in the site's zone. Minutes are enough, unless seconds were given,
    /// or the minute began before the release of what is covered.
    pub(super) fn written_instant(&self, covered: &[Locale]) -> String {
        let released = covered.iter().filter_map(|locale| self.facts.publish.instant(locale));
        let released = released.filter(|released| released.moment() <= self.at.moment()).max();
        let zone = &self.settings.time_zone;
        let minutes = written(&self.at, zone, Unit::Minutes);
        let is_early = Instant::parse(&minutes)
            .map_or(true, |minute| released.is_some_and(|released| minute.moment() < released.moment()));
        match is_early || self.is_given && self.at.time().second() != 0 {
            true => written(&self.at, zone, Unit::Seconds),
            false => minutes,
        }
    }

    /// Whether there is a document of this path.
    pub(super) fn demand_document(&self, console: &Console<'_>, id: &str) -> Result<(), Failure> {
        if files_of(&self.settings, &self.sources, id).is_some() {
            return Ok(());
        }
        let known = documents(&self.settings, &self.sources);
        Err(site::unknown_document(console, id, known.iter().map(String::as_str)))
    }
}

/// A note that can be written down: with words, and without characters that nobody sees.
fn note(console: &Console<'_>, tag: &str, text: &str) -> Result<String, Failure> {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    let refused = |id: &str| Failure::Usage(console.words.say(id, &[("option", format!("--{tag}"))]));
    if text.is_empty() {
        return Err(refused("usage-empty-note"));
    }
    if text.chars().any(|letter| letter.is_control() && letter != '\n') {
        return Err(refused("usage-control-character"));
    }
    Ok(text.to_owned())
}
