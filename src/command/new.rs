//! `warta new`.
//!
//! In: a kind and a path. Out: the files of a draft, complete enough for `warta check` to find nothing
//! wrong. Where the document goes is decided here, what its files say in [`skeleton`].

mod skeleton;

use std::path::Path;

use clap::ArgMatches;

use super::console::Console;
use super::{End, Failure, Outcome, init, site};
use crate::diagnostic::nearest;
use crate::locale::{Instant, Zone};
use crate::settings::{Acceptance, Kind, Settings};
use crate::store::tree::Folder;
use crate::syntax::facts::FACTS_FILE;

use skeleton::Draft;

/// Writes the files of a new document.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let argument = |name: &str| own.get_one::<String>(name).map_or("", String::as_str);
    let kind = kind(console, argument("kind"))?;
    let root = site::root(console, matches)?;
    let Some(settings) = site::settings(console, &root)? else { return Ok(End::Errors) };
    let id = document_id(&settings, kind, argument("path"))
        .map_err(|misplaced| refusal(console, &settings, kind, argument("path"), misplaced))?;
    let folder = format!("content/{id}");
    if let Some(taken) = taken(&root, &folder) {
        return Err(Failure::Usage(console.words.say("usage-path-exists", &[("path", taken.to_owned())])));
    }
    let publish = tomorrow_at_nine(&site::now(), &settings.time_zone);
    let event = event_of(&root, &settings, &id);
    let draft = Draft { settings: &settings, kind, id: &id, publish, event, words: console.words };
    let files: Vec<init::NewFile> =
        draft.files().into_iter().map(|(name, text)| (format!("{folder}/{name}"), text.into_bytes())).collect();
    init::write(&Folder::at(&root), &files).map_err(|(file, error)| {
        Failure::Machine(console.words.say("machine-write", &[("file", file), ("reason", error.to_string())]))
    })?;
    say_made(console, kind, &files);
    say_accept(console, &settings, &id);
    Ok(End::Clean)
}

fn kind(console: &Console<'_>, word: &str) -> Result<Kind, Failure> {
    let known = Kind::ALL.map(|(word, _)| word);
    Kind::ALL.into_iter().find(|(name, _)| *name == word).map(|(_, kind)| kind).ok_or_else(|| {
        let values = [
            ("kind", word.to_owned()),
            ("nearest", nearest(word, known).unwrap_or("").to_owned()),
            ("known", known.join(", ")),
        ];
        Failure::Usage(console.words.say("usage-unknown-kind", &values))
    })
}

/// Why a path is no place for a document.
#[derive(Debug, PartialEq, Eq)]
enum Misplaced {
    /// It has letters that a path cannot have.
    Letters,
    /// It is in no collection of the kind.
    Collection,
}

/// The path below `content/` that is meant: as given, or with the one collection of the kind before it.
fn document_id(settings: &Settings, kind: Kind, given: &str) -> Result<String, Misplaced> {
    // The shell completes from the site's root, and ends folders with a slash.
    let path = given.strip_prefix("content/").unwrap_or(given);
    let path = path.strip_suffix('/').unwrap_or(path);
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let (collection, rest) = match settings.collection(first) {
        Some(collection) if collection.kind != kind || rest.is_empty() => return Err(Misplaced::Collection),
        Some(collection) => (collection, rest),
        None if !path.split('/').all(is_part) => return Err(Misplaced::Letters),
        None => {
            let mut of_kind = settings.collections.iter().filter(|collection| collection.kind == kind);
            match (of_kind.next(), of_kind.next()) {
                (Some(only), None) => (only, path),
                _ => return Err(Misplaced::Collection),
            }
        }
    };
    if !rest.split('/').all(is_part) {
        return Err(Misplaced::Letters);
    }
    Ok(format!("{}/{rest}", collection.name))
}

fn is_part(part: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    part.bytes().all(allowed) && part.bytes().any(|byte| byte != b'-')
}

fn refusal(console: &Console<'_>, settings: &Settings, kind: Kind, path: &str, misplaced: Misplaced) -> Failure {
    let path = ("path", path.to_owned());
    Failure::Usage(match misplaced {
        Misplaced::Letters => console.words.say("usage-bad-path", &[path]),
        Misplaced::Collection => {
            let of_kind = settings.collections.iter().filter(|collection| collection.kind == kind);
            let folders: Vec<String> = of_kind.map(|collection| format!("{}/", collection.name)).collect();
            let values = [path, ("kind", kind.word().to_owned()), ("collections", folders.join(", "))];
            console.words.say("usage-wrong-collection", &values)
        }
    })
}

/// What is in the way of a new folder: something of its name, or a file where a folder above it has to be.
fn taken<'a>(root: &Path, folder: &'a str) -> Option<&'a str> {
    let above = folder.match_indices('/').map(|(at, _)| &folder[..at]);
    let file = above.into_iter().find(|above| {
        let path = root.join(above);
        path.symlink_metadata().is_ok() && !path.is_dir()
    });
    file.or_else(|| root.join(folder).symlink_metadata().is_ok().then_some(folder))
}

/// The event whose folder has the name of one that the document lies in: `statements/icdd-2021/fiji`
/// belongs to `events/icdd-2021`.
fn event_of(root: &Path, settings: &Settings, id: &str) -> Option<String> {
    let (_, inside) = id.split_once('/')?;
    let folders = inside.rsplit('/').skip(1);
    let events = settings.collections.iter().filter(|collection| collection.kind == Kind::Event);
    let mut candidates = events.flat_map(|events| folders.clone().map(|folder| format!("{}/{folder}", events.name)));
    candidates.find(|event| root.join("content").join(event).join(FACTS_FILE).is_file())
}

fn tomorrow_at_nine(now: &Instant, zone: &Zone) -> Instant {
    let here = now.in_zone(zone);
    let tomorrow = here.date().tomorrow().unwrap_or_else(|_| here.date());
    Instant::parse(&format!("{tomorrow} 09.00 {}", zone.name())).unwrap_or(here)
}

fn say_made(console: &Console<'_>, kind: Kind, files: &[init::NewFile]) {
    for (file, _) in files {
        console.tell("new-made", &[("file", file.clone())]);
    }
    console.tell("new-next", &[]);
    console.tell("new-step-words", &[]);
    if let Some((first, _)) = files.first() {
        let step = match kind {
            _ if !first.ends_with(FACTS_FILE) => "new-step-draft",
            Kind::Page => "new-step-status",
            _ => "new-step-facts",
        };
        console.tell(step, &[("file", first.clone())]);
    }
    console.tell("new-step-check", &[]);
}

/// Which translations have to be accepted: all but the first language, which is the original's.
fn say_accept(console: &Console<'_>, settings: &Settings, id: &str) {
    let collection = settings.collection(id.split('/').next().unwrap_or(id));
    if collection.is_none_or(|collection| collection.acceptance == Acceptance::Off) {
        return;
    }
    for locale in settings.tags().skip(1) {
        let values = [("document", id.to_owned()), ("language", locale.as_str().to_owned())];
        console.tell("new-step-accept", &values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings;
    use crate::source::Source;

    fn site(collections: &str) -> Settings {
        let text = format!("base_url: https://a.example\nlocales: [id, en]\ncollections:\n{collections}");
        settings::read(&Source::new("warta.yaml", text)).take(&mut Vec::new()).expect("good settings")
    }

    #[test]
    fn a_path_is_taken_as_it_is_or_put_into_the_only_collection_of_its_kind() {
        let site = site("  news: {kind: release}\n  pages: {kind: page}\n");
        let id = |path: &str| document_id(&site, Kind::Release, path);
        for path in ["news/2026/a-1", "2026/a-1", "content/news/2026/a-1/"] {
            assert_eq!(id(path).as_deref(), Ok("news/2026/a-1"), "{path}");
        }
        for path in ["pages/a", "news", "news/", "content/news"] {
            assert_eq!(id(path), Err(Misplaced::Collection), "{path}");
        }
        for path in
            ["", "/", "/news/a", "news//a", "../a", "news/../a", "news/A", "news/a.md", "news/é", "news/-", "a b"]
        {
            assert_eq!(id(path), Err(Misplaced::Letters), "{path}");
        }
        assert_eq!(document_id(&site, Kind::Outcome, "a"), Err(Misplaced::Collection));
    }

    #[test]
    fn of_two_collections_of_a_kind_one_must_be_named() {
        let site = site("  news: {kind: release}\n  Press_notes: {kind: release}\n");
        assert_eq!(document_id(&site, Kind::Release, "a"), Err(Misplaced::Collection));
        assert_eq!(document_id(&site, Kind::Release, "Press_notes/a").as_deref(), Ok("Press_notes/a"));
    }

    #[test]
    fn tomorrow_is_that_of_the_site() {
        let late = Instant::parse("2026-11-22 23.30 UTC").expect("a well-formed instant");
        let zone = |name: &str| Zone::named(name).expect("a known zone");
        assert_eq!(tomorrow_at_nine(&late, &zone("WITA")).iso(), "2026-11-24T09:00:00+08:00");
        assert_eq!(tomorrow_at_nine(&late, &zone("America/Lima")).iso(), "2026-11-23T09:00:00-05:00");
    }
}
