//! Parsed files into document folders: what belongs together by path alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::site::ParsedDocument;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::digest::Hashed;
use crate::locale::{Locale, PerLocale};
use crate::settings::{Kind, Settings};
use crate::source::{Asset, Source, Sources};
use crate::syntax::facts::{self, FACTS_FILE, Facts};
use crate::syntax::lock::{self, LOCK_FILE, Lock};
use crate::syntax::weekday::Calendar;
use crate::syntax::words::{self, Words};

/// The words of dates in each language of the site.
type Calendars = PerLocale<Calendar>;

/// Parses every file of every document, in parallel, and puts the folders together: sorted by path.
///
/// A document is a folder below a collection's that holds facts or words; an asset belongs to the
/// nearest document above it, a lock to the document of its own folder. Folders that lack facts or words,
/// files in no collection and words in no locale of the site are diagnostics.
pub fn read(sources: &Sources, settings: &Settings) -> Reported<Vec<ParsedDocument>> {
    let mut said = Vec::new();
    let calendars: Calendars = settings.tags().filter_map(|tag| Some((tag.clone(), Calendar::of(tag)?))).collect();
    let parsed: Vec<Reported<Option<Parsed>>> =
        sources.documents.par_iter().map(|source| parse(source, settings, &calendars)).collect();
    let mut folders: BTreeMap<&str, Folder> = BTreeMap::new();
    let mut locks: Vec<(&Arc<str>, Option<Arc<Lock>>)> = Vec::new();
    for (source, parsed) in sources.documents.iter().zip(parsed) {
        let Some(parsed) = parsed.take(&mut said) else { continue };
        let folder = || folder_of(&source.file);
        match parsed {
            Parsed::Facts(facts) => folders.entry(folder()).or_default().facts = Some(facts),
            Parsed::Words(locale, words) => folders.entry(folder()).or_default().words.push((locale, words)),
            Parsed::Lock(lock) => locks.push((&source.file, lock)),
        }
    }
    for file in &sources.unread {
        match is_lock(file) {
            true => locks.push((file, None)),
            false => add_unread(&mut folders, file, settings),
        }
    }
    add_locks(&mut folders, locks, &mut said);
    add_assets(&mut folders, &sources.assets, &mut said);
    let documents = folders.into_iter().filter_map(|(id, folder)| document(id, folder, settings, &mut said));
    let documents = documents.collect();
    Reported::new(documents, said)
}

enum Parsed {
    Facts(Option<Arc<Hashed<Facts>>>),
    Words(Locale, Option<Arc<Hashed<Words>>>),
    Lock(Option<Arc<Lock>>),
}

#[derive(Default)]
struct Folder {
    facts: Option<Option<Arc<Hashed<Facts>>>>,
    words: Vec<(Locale, Option<Arc<Hashed<Words>>>)>,
    lock: Option<Option<Arc<Lock>>>,
    assets: Vec<(String, Arc<Asset>)>,
}

/// The folder of a file below `content/`, without `content/`.
fn folder_of(file: &str) -> &str {
    let inside = file.strip_prefix("content/").unwrap_or(file);
    inside.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn kind_of(id: &str, settings: &Settings) -> Option<Kind> {
    let (collection, _) = id.split_once('/')?;
    settings.collection(collection).map(|collection| collection.kind)
}

fn parse(source: &Source, settings: &Settings, calendars: &Calendars) -> Reported<Option<Parsed>> {
    if is_lock(&source.file) {
        return lock::read(source).map(|lock| Some(Parsed::Lock(lock.map(Arc::new))));
    }
    let folder = folder_of(&source.file);
    let Some(kind) = kind_of(folder, settings) else {
        let collection = folder.split('/').next().unwrap_or(folder);
        if settings.faulty_collections.iter().any(|faulty| faulty == collection) {
            return Reported::clean(None);
        }
        let known: Vec<&str> = settings.collections.iter().map(|collection| collection.name.as_str()).collect();
        let said =
            Diagnostic::new(&codes::NO_COLLECTION, Place::start_of(&source.file)).with("known", known.join(", "));
        return Reported::new(None, vec![said]);
    };
    let name = source.file.rsplit('/').next().unwrap_or(&source.file);
    if name == FACTS_FILE {
        return facts::read(source, kind, settings)
            .map(|facts| Some(Parsed::Facts(facts.map(|facts| Arc::new(Hashed::with_digest(facts, source.digest))))));
    }
    let tag = name.strip_suffix(".md").unwrap_or(name);
    let Some(locale) = settings.tags().find(|locale| locale.as_str() == tag).cloned() else {
        let known: Vec<&str> = settings.tags().map(Locale::as_str).collect();
        let said = Diagnostic::new(&codes::WORDS_OF_UNKNOWN_LOCALE, Place::start_of(&source.file))
            .with("value", tag)
            .with("known", known.join(", "));
        return Reported::new(None, vec![said]);
    };
    words::read(source, settings, calendars.get(&locale)).map(|words| {
        Some(Parsed::Words(locale, words.map(|words| Arc::new(Hashed::with_digest(words, source.digest)))))
    })
}

/// Puts in place of a file that could not be read that it is there.
fn add_unread<'a>(folders: &mut BTreeMap<&'a str, Folder>, file: &'a str, settings: &Settings) {
    let (folder, name) = (folder_of(file), file.rsplit('/').next().unwrap_or(file));
    if kind_of(folder, settings).is_none() {
        return;
    }
    if name == FACTS_FILE {
        folders.entry(folder).or_default().facts = Some(None);
    } else if let Some(locale) = settings.tags().find(|locale| name.strip_suffix(".md") == Some(locale.as_str())) {
        folders.entry(folder).or_default().words.push((locale.clone(), None));
    }
}

fn is_lock(file: &str) -> bool {
    file.rsplit('/').next() == Some(LOCK_FILE)
}

/// A lock by itself is no document: it was left behind.
fn add_locks<'a>(
    folders: &mut BTreeMap<&'a str, Folder>,
    locks: Vec<(&'a Arc<str>, Option<Arc<Lock>>)>,
    said: &mut Vec<Diagnostic>,
) {
    for (file, lock) in locks {
        match folders.get_mut(folder_of(file)) {
            Some(folder) => folder.lock = Some(lock),
            None => said.push(Diagnostic::new(&codes::STRAY_FILE, Place::start_of(file))),
        }
    }
}

fn add_assets(folders: &mut BTreeMap<&str, Folder>, assets: &[Asset], said: &mut Vec<Diagnostic>) {
    for asset in assets {
        let inside = asset.file.strip_prefix("content/").unwrap_or(&asset.file);
        let above = inside.rmatch_indices('/').map(|(at, _)| &inside[..at]);
        let owner = above.into_iter().find(|folder| folders.contains_key(folder));
        match owner.and_then(|owner| folders.get_mut(owner).map(|folder| (owner, folder))) {
            Some((owner, folder)) => {
                folder.assets.push((inside[owner.len() + 1..].to_owned(), Arc::new(asset.clone())))
            }
            None => said.push(Diagnostic::new(&codes::STRAY_FILE, Place::start_of(&asset.file))),
        }
    }
}

/// Forgets the texts of parts that nobody will ask for: of translations always; of the original too, and
/// of its lock, where each translation is accepted against just these words. A site has many such.
fn forget_texts(
    words: &mut [(Locale, Option<Arc<Hashed<Words>>>)],
    mut lock: Option<&mut Arc<Lock>>,
    original: &Locale,
) {
    let now = words.iter().find(|(locale, _)| locale == original).and_then(|(_, words)| words.clone());
    let is_settled = |locale: &Locale| {
        let accepted = lock.as_ref().and_then(|lock| lock.of(locale)).filter(|known| known.original == *original);
        let same = accepted.zip(now.as_ref()).filter(|(accepted, now)| accepted.words == now.digests);
        *locale == *original || same.is_some_and(|(accepted, _)| accepted.words.has_texts())
    };
    let all_settled = words.iter().all(|(locale, _)| is_settled(locale));
    // Each has one owner now that this one is gone.
    drop(now);
    for (locale, words) in words {
        let own = words.as_mut().filter(|_| all_settled || locale != original).and_then(Arc::get_mut);
        own.into_iter().for_each(|own| own.value_mut().digests.forget_texts());
    }
    let lock = lock.as_mut().filter(|_| all_settled).and_then(|lock| Arc::get_mut(lock));
    lock.into_iter().flat_map(|lock| &mut lock.accepted).for_each(|accepted| accepted.words.forget_texts());
}

fn document(id: &str, mut folder: Folder, settings: &Settings, said: &mut Vec<Diagnostic>) -> Option<ParsedDocument> {
    let kind = kind_of(id, settings)?;
    let facts_file: Arc<str> = format!("content/{id}/{FACTS_FILE}").into();
    // The words of a removed document may be gone; whether its instant has come is judged when it is joined.
    let is_removed = folder.facts.iter().flatten().any(|facts: &Arc<Hashed<Facts>>| facts.life.removed.is_some());
    if folder.words.is_empty() && !is_removed {
        said.push(Diagnostic::new(&codes::NO_WORDS, Place::start_of(&facts_file)));
    }
    let facts = match folder.facts {
        Some(facts) => facts,
        None if kind == Kind::Page => {
            let words = folder.words.iter().find_map(|(_, words)| words.as_ref());
            let facts = Facts::of_page(words.map_or(facts_file, |words| Arc::clone(&words.file)));
            Some(Arc::new(Hashed::with_digest(facts, crate::digest::Digest::default())))
        }
        None => {
            said.push(Diagnostic::new(&codes::NO_FACTS, Place::start_of(&facts_file)));
            None
        }
    };
    let place = |locale: &Locale| settings.tags().position(|known| known == locale);
    folder.words.sort_by_key(|(locale, _)| place(locale));
    let has_faulty_lock = folder.lock == Some(None);
    let mut lock = folder.lock.flatten();
    if let Some((original, _)) = facts.as_ref().and_then(|facts| facts.original.as_ref()) {
        forget_texts(&mut folder.words, lock.as_mut(), original);
    }
    Some(ParsedDocument { id: id.into(), facts, words: folder.words, assets: folder.assets, lock, has_faulty_lock })
}
