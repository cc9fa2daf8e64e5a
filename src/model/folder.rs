//! Parsed files into document folders: what belongs together by path alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::memo::{Encoded, Kept, KeptFacts, Learned, Memo, Table};
use super::site::ParsedDocument;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::digest::{Digest, Hashed};
use crate::locale::{Locale, PerLocale};
use crate::settings::{Kind, Settings};
use crate::share;
use crate::source::stamp::Again;
use crate::source::{Asset, Source, Sources};
use crate::syntax::digests::{Wording, WordsDigests};
use crate::syntax::facts::{self, FACTS_FILE, Facts};
use crate::syntax::highlight::Coloured;
use crate::syntax::lock::{self, LOCK_FILE, Lock};
use crate::syntax::weekday::Calendar;
use crate::syntax::words::{self, Role, Words};

/// The words of dates in each language of the site.
type Calendars = PerLocale<Calendar>;

/// What files are parsed with.
pub struct Reading<'a> {
    /// What was read; the texts of documents stand beside it.
    pub sources: &'a Sources,
    /// The settings.
    pub settings: &'a Settings,
    /// What is known from the last time, and how to come by what is not kept of it.
    pub known: Option<Knowledge<'a>>,
}

/// What is known from the last time.
#[derive(Clone)]
pub struct Knowledge<'a> {
    /// What was kept.
    pub memo: &'a Memo,
    /// Who gives a text once more whose file was not read.
    pub again: Arc<dyn Again>,
    /// The settings by which it is then read.
    pub settings: Arc<Settings>,
    /// The digest of everything in them.
    pub settings_digest: Digest,
}

/// Files as values, kept while a process lives: with one edit, all others are taken over as they are.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The digest of the settings that they were read by.
    with: Digest,
    files: Table<(Digest, ParsedFile)>,
}

/// The documents, and what may be kept of their files.
#[derive(Debug, Default)]
pub struct Folders {
    /// The documents, sorted by path.
    pub documents: Vec<ParsedDocument>,
    /// What was learned of each of their files.
    pub learned: Vec<Learned>,
    /// The files as values, where they are to be kept.
    pub typed: Option<Typed>,
}

/// [`read_known`] without anything known.
pub fn read(sources: &Sources, settings: &Settings) -> Reported<Vec<ParsedDocument>> {
    let reading = Reading { sources, settings, known: None };
    read_known(sources.documents.clone(), &reading).map(|folders| folders.documents)
}

/// Parses every file of every document, folder by folder and many at a time, and puts the folders together:
/// sorted by path. A text is given back as soon as it is parsed, and what of it only its own folder needs as
/// soon as that is settled: together they are as much as all pages.
///
/// A document is a folder below a collection's that holds facts or words; an asset belongs to the
/// nearest document above it, a lock to the document of its own folder. Folders that lack facts or words,
/// files in no collection and words in no locale of the site are diagnostics.
pub fn read_known(texts: Vec<Source>, reading: &Reading<'_>) -> Reported<Folders> {
    let (sources, settings) = (reading.sources, reading.settings);
    let mut said = Vec::new();
    let calendars: Calendars = settings.tags().filter_map(|tag| Some((tag.clone(), Calendar::of(tag)?))).collect();
    let facts_by = facts::read_by(settings);
    let parser = Parser { reading, calendars: Arc::new(calendars), facts_by };
    let found = by_folder(texts, &sources.same).into_par_iter().with_max_len(share::DOCUMENTS);
    let found = found.map(|(id, files)| parser.folder(id, files));
    let found: Vec<ParsedFolder> = found.collect();
    let mut typed = parser.typed();
    let mut learned = Vec::new();
    let mut folders: BTreeMap<&str, Folder> = BTreeMap::new();
    let mut locks: Vec<(Arc<str>, Option<Arc<Lock>>)> = Vec::new();
    let ids: Vec<String> = found.iter().map(|found| found.id.clone()).collect();
    for (id, mut found) in ids.iter().zip(found) {
        said.extend(found.said);
        learned.extend(found.learned);
        typed.iter_mut().for_each(|typed| typed.files.extend(found.typed.drain(..)));
        match found.folder {
            // It was left behind.
            Folder { facts: None, lock: Some(lock), words, .. } if words.is_empty() => {
                locks.push((format!("content/{id}/{LOCK_FILE}").into(), lock));
            }
            folder if folder.facts.is_some() || !folder.words.is_empty() => drop(folders.insert(id, folder)),
            _ => {}
        }
    }
    for file in &sources.unread {
        match is_lock(file) {
            true => locks.push((Arc::clone(file), None)),
            false => add_unread(&mut folders, file, settings),
        }
    }
    add_locks(&mut folders, locks, &mut said);
    add_assets(&mut folders, &sources.assets, &mut said);
    let documents = folders.into_par_iter().map(|(id, folder)| {
        let mut said = Vec::new();
        let document = document(id, folder, settings, &mut said);
        Reported::new(document, said)
    });
    let documents: Vec<Reported<Option<ParsedDocument>>> = documents.collect();
    let documents = documents.into_iter().filter_map(|document| document.take(&mut said)).collect();
    Reported::new(Folders { documents, learned, typed }, said)
}

#[derive(Debug, Clone)]
enum Parsed {
    Facts(Option<Arc<Hashed<Facts>>>),
    Words(Locale, Option<Arc<Hashed<Words>>>),
    Lock(Option<Arc<Lock>>),
}

/// The words in one locale; none where they could not be read.
type FolderWords = (Locale, Option<Arc<Hashed<Words>>>);

#[derive(Default)]
struct Folder {
    facts: Option<Option<Arc<Hashed<Facts>>>>,
    words: Vec<FolderWords>,
    lock: Option<Option<Arc<Lock>>>,
    assets: Vec<(String, Arc<Asset>)>,
    /// The code of its words, as long as they are read.
    coloured: Coloured,
}

/// A file of a document: its text, or its name and digest where it is known and was not read.
enum File {
    Read(Source),
    Same(Arc<str>, Digest),
}

impl File {
    fn name(&self) -> &Arc<str> {
        match self {
            File::Read(source) => &source.file,
            File::Same(name, _) => name,
        }
    }
}

/// The files of one folder, parsed and settled.
struct ParsedFolder {
    id: String,
    folder: Folder,
    learned: Vec<Learned>,
    typed: Vec<(Arc<str>, (Digest, ParsedFile))>,
    said: Vec<Diagnostic>,
}

/// Puts files that lie in one folder together, sorted by folder.
fn by_folder(texts: Vec<Source>, same: &[(Arc<str>, Digest)]) -> Vec<(String, Vec<File>)> {
    let same = same.iter().map(|(file, digest)| File::Same(Arc::clone(file), *digest));
    let mut runs: Vec<(String, Vec<File>)> = Vec::new();
    for file in texts.into_iter().map(File::Read).chain(same) {
        let name = file.name();
        // They are sorted: mostly the next one lies in the same folder.
        match runs.last_mut().filter(|(folder, _)| folder == folder_of(name)) {
            Some((_, files)) => files.push(file),
            None => runs.push((folder_of(name).to_owned(), vec![file])),
        }
    }
    runs.sort_by(|(one, _), (other, _)| one.cmp(other));
    runs.dedup_by(|(next, more), (folder, files)| {
        let is_same = next == folder;
        if is_same {
            files.append(more);
        }
        is_same
    });
    runs
}

/// The folder of a file below `content/`, without `content/`.
pub(crate) fn folder_of(file: &str) -> &str {
    let inside = file.strip_prefix("content/").unwrap_or(file);
    inside.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn kind_of(id: &str, settings: &Settings) -> Option<Kind> {
    let (collection, _) = id.split_once('/')?;
    settings.collection(collection).map(|collection| collection.kind)
}

/// What a file of a document is by its name and place.
enum Part {
    Facts(Kind),
    Words(Locale),
    Lock,
}

/// Tells what a file is; none, and why, for one that belongs nowhere.
fn part_of(file: &Arc<str>, settings: &Settings) -> Reported<Option<Part>> {
    if is_lock(file) {
        return Reported::clean(Some(Part::Lock));
    }
    let folder = folder_of(file);
    let Some(kind) = kind_of(folder, settings) else {
        let collection = folder.split('/').next().unwrap_or(folder);
        if settings.faulty_collections.iter().any(|faulty| faulty == collection) {
            return Reported::clean(None);
        }
        let known: Vec<&str> = settings.collections.iter().map(|collection| collection.name.as_str()).collect();
        let said = Diagnostic::new(&codes::NO_COLLECTION, Place::start_of(file)).with("known", known.join(", "));
        return Reported::new(None, vec![said]);
    };
    let name = file.rsplit('/').next().unwrap_or(file);
    if name == FACTS_FILE {
        return Reported::clean(Some(Part::Facts(kind)));
    }
    let tag = name.strip_suffix(".md").unwrap_or(name);
    let Some(locale) = settings.tag(tag).cloned() else {
        let known: Vec<&str> = settings.tags().map(Locale::as_str).collect();
        let said = Diagnostic::new(&codes::WORDS_OF_UNKNOWN_LOCALE, Place::start_of(file))
            .with("value", tag)
            .with("known", known.join(", "));
        return Reported::new(None, vec![said]);
    };
    Reported::clean(Some(Part::Words(locale)))
}

/// One file, parsed, with what may be kept of it.
type ParsedFile = Reported<(Option<Parsed>, Option<Learned>)>;

struct Parser<'a> {
    reading: &'a Reading<'a>,
    calendars: Arc<Calendars>,
    /// The digest of what facts are read by.
    facts_by: Digest,
}

impl Parser<'_> {
    /// Room for the files as values, where the memo keeps such.
    fn typed(&self) -> Option<Typed> {
        let known = self.reading.known.as_ref().filter(|known| known.memo.typed.is_some())?;
        Some(Typed { with: known.settings_digest, files: Table::default() })
    }

    /// One folder.
    fn folder(&self, id: String, mut files: Vec<File>) -> ParsedFolder {
        let is_kept = self.typed().is_some();
        // A lock is read beside the words of its document, and those beside its facts: as far as these were read before
        // them, it is known which are translations.
        if let Some(at) = files.iter().position(|file| is_lock(file.name())) {
            files[at..].rotate_left(1);
        }
        let (mut folder, mut said) = (Folder::default(), Vec::new());
        let (mut learned, mut typed) = (Vec::new(), Vec::new());
        for file in files {
            let (name, digest, parsed) = match file {
                File::Read(source) => (Arc::clone(&source.file), source.digest, self.read(&source, &folder)),
                File::Same(name, digest) => (Arc::clone(&name), digest, self.same(&name, digest, &folder)),
            };
            typed.extend(is_kept.then(|| (name, (digest, parsed.clone()))));
            let (parsed, kept) = parsed.take(&mut said);
            learned.extend(kept);
            match parsed {
                Some(Parsed::Facts(facts)) => folder.facts = Some(facts),
                Some(Parsed::Words(locale, words)) => folder.words.push((locale, words)),
                Some(Parsed::Lock(lock)) => folder.lock = Some(lock),
                None => {}
            }
        }
        folder.coloured = Coloured::default();
        said.extend(folder.settle(&id, self));
        // All of them are to be in the order of their names, and nearly are then.
        learned.sort_by(|(one, ..): &Learned, (other, ..)| one.cmp(other));
        ParsedFolder { id, folder, learned, typed, said }
    }

    /// The file as a value, if it was kept, its bytes and the settings are the same, and all is there that is asked of it
    /// now.
    fn kept(&self, file: &str, digest: Digest, beside: &Folder) -> Option<ParsedFile> {
        let known = self.reading.known.as_ref()?;
        let typed = known.memo.typed.as_ref().filter(|typed| typed.with == known.settings_digest)?;
        let (_, parsed) = typed.files.get(file).filter(|(known, _)| *known == digest)?;
        let lacks_parts = match &parsed.value.0 {
            Some(Parsed::Words(locale, Some(words))) => {
                words.wording.is_none() && beside.role_of(locale) == Role::Original
            }
            _ => false,
        };
        (!lacks_parts).then(|| parsed.clone())
    }

    /// A file that was read. One of the same bytes was parsed already, if it is known.
    fn read(&self, source: &Source, beside: &Folder) -> ParsedFile {
        if let Some(kept) = self.kept(&source.file, source.digest, beside) {
            return kept;
        }
        let mut said = Vec::new();
        let Some(part) = part_of(&source.file, self.reading.settings).take(&mut said) else {
            return Reported::new((None, None), said);
        };
        let known = self.known(&source.file, source.digest, (&part, beside)).map(|(parsed, kept)| {
            let learned = (Arc::clone(&source.file), source.digest, kept.clone());
            parsed.map(|parsed| (Some(parsed), Some(learned)))
        });
        known.unwrap_or_else(|| self.anew(source, part, beside))
    }

    /// A file that was not read, since it is known. Where what was kept of it is of no use, it is read now.
    fn same(&self, file: &Arc<str>, digest: Digest, beside: &Folder) -> ParsedFile {
        if let Some(kept) = self.kept(file, digest, beside) {
            return kept;
        }
        let mut said = Vec::new();
        let Some(part) = part_of(file, self.reading.settings).take(&mut said) else {
            return Reported::new((None, None), said);
        };
        // The memo goes on knowing what it knows: nothing was learned, but for who keeps it beside the value.
        let known = self.known(file, digest, (&part, beside)).map(|(parsed, kept)| {
            let learned = self.typed().map(|_| (Arc::clone(file), digest, kept.clone()));
            parsed.map(|parsed| (Some(parsed), learned))
        });
        known.unwrap_or_else(|| match self.again(file, digest) {
            Some(source) => self.anew(&source, part, beside),
            None => Reported::new((None, None), vec![lost(file)]),
        })
    }

    fn again(&self, file: &Arc<str>, digest: Digest) -> Option<Source> {
        self.reading.known.as_ref()?.again.source(file, digest)
    }

    /// The file out of what was kept of it, and that.
    fn known(
        &self,
        file: &Arc<str>,
        digest: Digest,
        (part, beside): (&Part, &Folder),
    ) -> Option<(Reported<Parsed>, &Kept)> {
        let known = self.reading.known.as_ref()?;
        let kept = known.memo.kept(file, digest)?;
        let settings = self.reading.settings;
        let parsed = match (part, kept) {
            (Part::Facts(kind), Kept::Facts(kept)) => kept
                .facts()?
                .facts(file, *kind, (settings, self.facts_by))?
                .map(|facts| Parsed::Facts(Some(Arc::new(Hashed::with_digest(facts, digest))))),
            (Part::Lock, Kept::Lock(lock)) => {
                Reported::clean(Parsed::Lock(Some(Arc::new(lock.value()?.lock(|tag| settings.tag(tag).cloned())?))))
            }
            (Part::Words(locale), Kept::Words(extract)) => {
                let extract = extract.value().filter(|extract| extract.fits(settings, beside.role_of(locale)))?;
                let (known, file_again) = ((Arc::clone(&known.again), Arc::clone(&known.settings)), Arc::clone(file));
                let (calendars, tag) = (Arc::clone(&self.calendars), locale.clone());
                let body = move || {
                    let source = known.0.source(&file_again, digest)?;
                    Some(words::read_body(&source, &known.1, calendars.get(&tag)))
                };
                words::from_kept(file, extract, settings, body).map(|words| {
                    Parsed::Words(locale.clone(), words.map(|words| Arc::new(Hashed::with_digest(words, digest))))
                })
            }
            _ => return None,
        };
        Some((parsed, kept))
    }

    /// The file out of its text. `beside` is what of its folder was read before it.
    fn anew(&self, source: &Source, part: Part, beside: &Folder) -> ParsedFile {
        let (digest, settings) = (source.digest, self.reading.settings);
        let mut said = Vec::new();
        let (parsed, kept) = match part {
            Part::Lock => {
                let now = |locale: &Locale| -> Option<&WordsDigests> {
                    let (_, words) = beside.words.iter().find(|(known, _)| known == locale)?;
                    words.as_ref()?.wording.as_ref()?.parts()
                };
                let lock = lock::read_beside(source, &now).take(&mut said);
                let kept = lock.as_ref().and_then(lock::Extract::of).map(|lock| Kept::Lock(Encoded::of(&lock)));
                (Parsed::Lock(lock.map(Arc::new)), kept)
            }
            Part::Facts(kind) => {
                let node = facts::parse(source).take(&mut said);
                let facts = node.as_ref().map(|node| facts::of_node(&source.file, node, kind, settings));
                let kept = node.zip(facts.as_ref()).map(|(node, facts)| {
                    Kept::Facts(KeptFacts::of_facts(&facts::Extract::of(node, facts, self.facts_by)))
                });
                let facts = facts.map(|facts| facts.take(&mut said));
                (Parsed::Facts(facts.map(|facts| Arc::new(Hashed::with_digest(facts, digest)))), kept)
            }
            Part::Words(locale) => {
                let known = (self.calendars.get(&locale), Some(&beside.coloured));
                let (words, extract) =
                    words::read_kept(source, settings, known, beside.role_of(&locale)).take(&mut said);
                let words = words.map(|words| Arc::new(Hashed::with_digest(words, digest)));
                (Parsed::Words(locale, words), extract.map(|extract| Kept::Words(Encoded::of(&extract))))
            }
        };
        let learned = kept.map(|kept| (Arc::clone(&source.file), digest, kept));
        Reported::new((Some(parsed), learned), said)
    }

    /// The words of a file with the texts of their parts.
    fn words_with_texts(&self, words: &Hashed<Words>, locale: &Locale) -> Option<Arc<Hashed<Words>>> {
        let source = self.again(&words.file, words.digest())?;
        let read = words::read(&source, self.reading.settings, self.calendars.get(locale)).value?;
        Some(Arc::new(Hashed::with_digest(read, source.digest)))
    }

    /// A lock with the texts of its parts: its file is as it was, or was only just read.
    fn lock_with_texts(&self, file: &Arc<str>) -> Option<Arc<Lock>> {
        let same = self.reading.sources.same.binary_search_by(|(known, _)| known.cmp(file)).ok();
        let digest = match same {
            Some(at) => self.reading.sources.same[at].1,
            None => self.reading.known.as_ref()?.memo.files.get(file)?.digest,
        };
        lock::read(&self.again(file, digest)?).value.map(Arc::new)
    }
}

/// Says that a file is another than it was when the build began.
pub(crate) fn lost(file: &Arc<str>) -> Diagnostic {
    Diagnostic::new(&codes::SOURCE_CHANGED, Place::start_of(file))
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
    file.strip_suffix(LOCK_FILE).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
}

/// A lock by itself is no document: it was left behind.
fn add_locks(
    folders: &mut BTreeMap<&str, Folder>,
    locks: Vec<(Arc<str>, Option<Arc<Lock>>)>,
    said: &mut Vec<Diagnostic>,
) {
    for (file, lock) in locks {
        match folders.get_mut(folder_of(&file)) {
            Some(folder) => folder.lock = Some(lock),
            None => said.push(Diagnostic::new(&codes::STRAY_FILE, Place::start_of(&file))),
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

/// Forgets the parts that nobody will ask for: of translations always; of the original too, and of its lock, where
/// each translation is accepted against just these words. A site has many such. Where parts will be asked for and are
/// only in their files, they are read.
fn settle_texts(
    words: &mut [FolderWords],
    lock: &mut Option<Arc<Lock>>,
    original: &Locale,
    (id, parser): (&str, &Parser<'_>),
) -> Vec<Diagnostic> {
    let now = words.iter().find(|(locale, _)| locale == original).and_then(|(_, words)| words.clone());
    let is_settled = |locale: &Locale| {
        let accepted = lock.as_ref().and_then(|lock| lock.of(locale)).filter(|known| known.original == *original);
        let same = accepted.zip(now.as_ref()).filter(|(accepted, now)| now.wording.as_ref() == Some(&accepted.words));
        *locale == *original || same.is_some_and(|(accepted, _)| accepted.words.has_texts())
    };
    let all_settled = words.iter().all(|(locale, _)| is_settled(locale));
    // Each has one owner now that this one is gone.
    drop(now);
    let is_left = |wording: &Wording| wording.parts().is_none();
    let mut said = Vec::new();
    for (locale, words) in words {
        if all_settled || locale != original {
            let own = words.as_mut().and_then(Arc::get_mut);
            own.and_then(|own| own.value_mut().wording.as_mut()).into_iter().for_each(Wording::forget);
        } else if let Some(known) = words.as_mut().filter(|words| lock.is_some() && words.wording.iter().any(is_left)) {
            match parser.words_with_texts(known, locale) {
                Some(read) => *known = read,
                None => said.push(lost(&known.file)),
            }
        }
    }
    let Some(lock) = lock else { return said };
    let is_left = || lock.accepted.iter().any(|accepted| is_left(&accepted.words));
    if !all_settled && is_left() {
        let file: Arc<str> = format!("content/{id}/{LOCK_FILE}").into();
        match parser.lock_with_texts(&file) {
            Some(read) => *lock = read,
            None => said.push(lost(&file)),
        }
    } else if all_settled && let Some(own) = Arc::get_mut(lock) {
        own.accepted.iter_mut().for_each(|accepted| accepted.words.forget());
    }
    said
}

impl Folder {
    /// What the words of a locale are, as far as the facts are read.
    fn role_of(&self, locale: &Locale) -> Role {
        let original = self.facts.iter().flatten().find_map(|facts| facts.original.as_ref());
        if original.is_none_or(|(original, _)| original == locale) { Role::Original } else { Role::Translation }
    }

    fn settle(&mut self, id: &str, parser: &Parser<'_>) -> Vec<Diagnostic> {
        let facts = self.facts.iter().flatten().next();
        let Some((original, _)) = facts.and_then(|facts| facts.original.as_ref()) else { return Vec::new() };
        let mut none = None;
        settle_texts(&mut self.words, self.lock.as_mut().unwrap_or(&mut none), original, (id, parser))
    }
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
    let lock = folder.lock.flatten();
    Some(ParsedDocument { id: id.into(), facts, words: folder.words, assets: folder.assets, lock, has_faulty_lock })
}
