//! What `change` and `withdraw` share: a released document is found, something is added to its facts, and
//! the file is written only if all that it said before it says still.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::ArgMatches;

use super::arguments::NOTE;
use super::console::Console;
use super::site;
use super::{End, Failure, Outcome};
use crate::diagnostic::Diagnostic;
use crate::locale::{Instant, Locale, PerLocale, Zone};
use crate::model::life::{self, Candidate, Standing};
use crate::pipeline::{self, Origin, Project, Strictness, View};
use crate::settings::{Kind, Settings};
use crate::source::{Source, Sources, load};
use crate::store::replace::replace;
use crate::syntax::amend::{self, Addition};
use crate::syntax::facts::{self, FACTS_FILE, Facts};
use crate::syntax::words;

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
    let sources = load::folder(&root, &settings.theme).map_err(|error| unreadable(console, &root, &error))?;
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
    let name = |locale: &Locale| format!("content/{document}/{locale}.md");
    let candidates: Vec<Candidate> = settings
        .tags()
        .filter_map(|locale| {
            let file = name(locale);
            let source = sources.documents.iter().find(|source| *source.file == *file);
            // One that cannot be read is there all the same.
            let is_unread = || sources.unread.iter().any(|unread| **unread == *file);
            let words = source.and_then(|source| words::read(source, settings, None).value);
            let is_draft = words.is_some_and(|words| words.is_draft);
            (source.is_some() || is_unread()).then(|| Candidate { locale: locale.clone(), is_draft })
        })
        .collect();
    let site: Vec<Locale> = settings.tags().cloned().collect();
    let collection = document.split('/').next().and_then(|name| settings.collection(name));
    let pairing = collection.map_or(crate::settings::Pairing::Announced, |collection| collection.pairing);
    let standings = life::judge(facts, kind, pairing, &candidates, &site, at);
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

    /// The words for readers, by language: one for each of `covered`, and no other than the document has.
    pub(super) fn notes(
        &self,
        console: &Console<'_>,
        own: &ArgMatches,
        covered: &[Locale],
    ) -> Result<PerLocale<String>, Failure> {
        let mut notes = Vec::new();
        let ids: Vec<String> = own.ids().map(ToString::to_string).collect();
        for id in ids.iter().filter(|id| id.starts_with(NOTE)) {
            let Some(text) = own.get_one::<String>(id) else { continue };
            let tag = &id[NOTE.len()..];
            notes.push((self.edition(console, tag)?, note(console, tag, text)?));
        }
        let lacks = |locale: &&Locale| !notes.iter().any(|(known, _)| known == *locale);
        let missing: Vec<String> = covered.iter().filter(lacks).map(|locale| format!("--{locale} \"…\"")).collect();
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

    /// Adds to the facts, prints what was added, and tells what to do next.
    pub(super) fn add(&self, console: &Console<'_>, addition: &Addition, changed: &[Locale]) -> Outcome {
        let file = &self.source.file;
        let Some(text) = amend::amended(file, &self.source.text, addition).filter(|text| self.holds(text, addition))
        else {
            let values = [("file", file.to_string()), ("key", addition.key().to_owned())];
            console.error(&console.words.say("record-no-place", &values));
            return console.result(&addition.entry()).map(|()| End::Errors);
        };
        let (mut own, mut others) = self.new_mistakes(console, &text)?;
        if !own.is_empty() {
            console.diagnostics(&mut own, &|named| match named == &**file {
                true => Some(text.clone()),
                false => load::again(&self.root, named),
            })?;
            console.error(&console.words.say("record-wrong-entry", &[("file", file.to_string())]));
            return console.result(&addition.entry()).map(|()| End::Errors);
        }
        self.write(console, &text)?;
        console.result(&addition.entry())?;
        self.say_next(console, changed);
        if !others.is_empty() {
            console.tell("record-later", &[]);
            console.diagnostics(&mut others, &|file| load::again(&self.root, file))?;
        }
        Ok(End::Clean)
    }

    /// Whether the new text, read as facts, says the addition, and reads without a mistake.
    fn holds(&self, text: &str, addition: &Addition) -> bool {
        let source = Source::new(Arc::clone(&self.source.file), text);
        let read = facts::read(&source, self.kind, &self.settings);
        read.value.is_some_and(|facts| addition.is_in(&self.facts.life, &facts.life))
    }

    /// What is wrong with the site with the new text and was not before: in the facts, and elsewhere.
    fn new_mistakes(&self, console: &Console<'_>, text: &str) -> Result<(Vec<Diagnostic>, Vec<Diagnostic>), Failure> {
        let old = self.said(console, self.sources.clone())?;
        let mut sources = self.sources.clone();
        let own = sources.documents.iter_mut().filter(|source| source.file == self.source.file);
        own.for_each(|source| *source = Source::new(Arc::clone(&source.file), text));
        let key = |said: &Diagnostic| {
            let file = said.place.as_ref().map(|place| Arc::clone(&place.file));
            (said.code.id, file, said.arguments.clone())
        };
        let mut known: Vec<_> = old.iter().map(key).collect();
        let is_new = |said: &Diagnostic| match known.iter().position(|known| *known == key(said)) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        };
        let mut new = self.said(console, sources)?;
        let mut is_new = is_new;
        new.retain(|said| is_new(said));
        Ok(new.into_iter().partition(|said| said.place.as_ref().is_some_and(|place| place.file == self.source.file)))
    }

    /// What there is to say of the site at the instant of the record.
    fn said(&self, console: &Console<'_>, sources: Sources) -> Result<Vec<Diagnostic>, Failure> {
        let settings = load::settings(&self.root).map_err(|error| unreadable(console, &self.root, &error))?;
        let project = Project {
            origin: Origin::Memory(settings.value, sources),
            at: self.at.clone(),
            base_url: None,
            urls: None,
            strictness: Strictness::Build,
            view: View::Public,
            only: None,
        };
        let report = pipeline::prepare(&project).map_err(|error| unreadable(console, &self.root, &error))?;
        Ok(report.said)
    }

    /// Puts the new text into the place of the old one, if that is still what was read.
    fn write(&self, console: &Console<'_>, text: &str) -> Result<(), Failure> {
        let file = &self.source.file;
        // A link stays one: what it leads to is written.
        let path = load::resolved(&self.root.join(&**file));
        let found = load::again(&self.root, file).unwrap_or_default();
        // The reader takes a byte-order mark away; it goes back to its place.
        let mark = if found.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        if found.strip_prefix('\u{feff}').unwrap_or(&found) != self.source.text {
            return Err(Failure::Usage(console.words.say("usage-changed-meanwhile", &[("file", file.to_string())])));
        }
        replace(&path, format!("{mark}{text}").as_bytes()).map_err(|error| {
            let values = [("file", file.to_string()), ("reason", error.to_string())];
            Failure::Machine(console.words.say("machine-write", &values))
        })
    }

    fn say_next(&self, console: &Console<'_>, changed: &[Locale]) {
        console.tell("record-written", &[("file", self.source.file.to_string())]);
        console.tell("record-next", &[]);
        if !changed.is_empty() {
            let files: Vec<String> =
                changed.iter().map(|locale| format!("content/{}/{locale}.md", self.document)).collect();
            console.tell("record-step-words", &[("files", files.join(", "))]);
        }
        for step in ["record-step-check", "record-step-build", "record-step-seal"] {
            console.tell(step, &[]);
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

/// How exactly an instant is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Minutes,
    Seconds,
}

/// An instant as authors write it: `2021-11-16 18.00 WITA` where they have such a name for their zone,
/// else by ISO 8601 with the offset. What is smaller than the unit is cut off: a record is never dated
/// later than it was made.
fn written(at: &Instant, zone: &Zone, unit: Unit) -> String {
    let here = at.in_zone(zone);
    let (date, time) = (here.date(), here.time());
    let seconds = |stop: char| match unit {
        Unit::Minutes => String::new(),
        Unit::Seconds => format!("{stop}{:02}", time.second()),
    };
    let (hour, minute) = (time.hour(), time.minute());
    let name = zone.abbreviation(at.moment()).filter(|name| matches!(name.as_str(), "WIB" | "WITA" | "WIT"));
    let named = name.map(|name| format!("{date} {hour:02}.{minute:02}{} {name}", seconds('.')));
    // A name that meant another offset in those days would shift the instant.
    let is_same = |text: &String| Instant::parse(text).is_ok_and(|read| read.matches_zone(zone));
    named.filter(is_same).unwrap_or_else(|| {
        let iso = here.iso();
        let offset = iso.get(19..).unwrap_or_default();
        format!("{date}T{hour:02}:{minute:02}{}{offset}", seconds(':'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_as_authors_write_it_and_never_later_than_it_is() {
        let at = Instant::parse("2031-03-12T11:59:58Z").expect("a well-formed instant");
        let shown = |zone: &str, unit| written(&at, &Zone::named(zone).expect("a known zone"), unit);
        assert_eq!(shown("WITA", Unit::Minutes), "2031-03-12 19.59 WITA");
        assert_eq!(shown("Asia/Pontianak", Unit::Seconds), "2031-03-12 18.59.58 WIB");
        assert_eq!(shown("UTC", Unit::Minutes), "2031-03-12T11:59+00:00");
        assert_eq!(shown("America/St_Johns", Unit::Seconds), "2031-03-12T09:29:58-02:30");
    }
}
