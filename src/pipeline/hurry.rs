//! What the author of an edit sees at once, while the whole site is made again.
//!
//! In: the site as it is shown, and the names of files that changed. Out: what is another now because of just
//! these files. Nothing here is the last word: what only the whole site knows is told when that is judged, and
//! wherever an edit could change more, or anything is wrong with it, there is nothing.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::check;
use crate::diagnostic::Diagnostic;
use crate::digest::Hashed;
use crate::locale::{Instant, Locale};
use crate::model::document::Document;
use crate::model::site::{self, ParsedDocument, Site};
use crate::output::{self, Artifact, Newsroom, Plan};
use crate::settings::Settings;
use crate::source::{Source, Sources, load};
use crate::syntax::facts::{self, FACTS_FILE};
use crate::syntax::weekday::Calendar;
use crate::syntax::words;

/// The site as it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// Where its files are.
    pub root: &'a Path,
    /// The site as it was joined last.
    pub site: &'a Site,
    /// What its pages are made of; newer than the site where facts were edited since.
    pub newsroom: &'a Arc<Newsroom>,
    /// The instant that it is shown for.
    pub at: &'a Instant,
}

/// What is another after an edit.
#[derive(Debug)]
pub enum Hurried {
    /// After words: these files.
    Files(Vec<Artifact>),
    /// After facts: these files, and what all are made of now.
    Cards(Vec<Artifact>, Arc<Newsroom>),
    /// After templates and other files of the theme: everything.
    All(Box<Plan>),
}

/// Makes what is another after a change of these files alone.
pub fn hurried(shown: Shown<'_>, changed: &[String]) -> Option<Hurried> {
    let is_all = |is: fn(&str) -> bool| !changed.is_empty() && changed.iter().all(|file| is(file));
    if is_all(|file| file.starts_with("themes/")) {
        return themed(shown, changed).map(Box::new).map(Hurried::All);
    }
    if is_all(|file| file.starts_with("content/") && file.ends_with(".md")) {
        return reworded(shown, changed).map(Hurried::Files);
    }
    match changed {
        [file] => refiled(shown, file),
        _ => None,
    }
}

/// These files and nothing else: what the whole site asks besides grows with it.
fn read(root: &Path, files: &[String]) -> Option<Sources> {
    let files: Vec<Arc<str>> = files.iter().map(|file| Arc::from(file.as_str())).collect();
    let read = load::these(root, &files)?;
    read.said.is_empty().then_some(read.value)
}

/// Another theme: every page may be another, and is made when it is asked for.
fn themed(shown: Shown<'_>, changed: &[String]) -> Option<Plan> {
    let public = &shown.newsroom.public;
    let files = read(shown.root, changed)?;
    let theme = shown.newsroom.theme.revised(&public.settings, &files)?;
    let plan = output::plan(public, &Arc::new(theme));
    plan.said.iter().all(|said| !said.is_error()).then_some(plan.value)
}

/// Other words: the pages and texts of these editions.
fn reworded(shown: Shown<'_>, changed: &[String]) -> Option<Vec<Artifact>> {
    let newsroom = shown.newsroom;
    let mut documents: BTreeMap<&str, Arc<Document>> = BTreeMap::new();
    let mut editions: Vec<(&str, &Locale)> = Vec::new();
    for source in &read(shown.root, changed)?.documents {
        let name = changed.iter().find(|name| name.as_str() == source.file.as_ref())?;
        let (id, locale) = edition_of(name, &newsroom.public.settings)?;
        let known = documents.get(id).or_else(|| newsroom.public.document(id))?;
        let revised = with_words(known, (locale, source), newsroom)?;
        documents.insert(id, Arc::new(revised));
        editions.push((id, locale));
    }
    let is_sound = documents.values().all(|document| is_sound(newsroom, document));
    let made = || editions.iter().flat_map(|(id, locale)| output::of_edition(newsroom, &documents[id], locale));
    is_sound.then(|| made().collect())
}

/// The document and the locale of a words file by its name.
fn edition_of<'a>(file: &'a str, settings: &'a Settings) -> Option<(&'a str, &'a Locale)> {
    let (id, name) = file.strip_prefix("content/")?.rsplit_once('/')?;
    let locale = settings.tags().find(|tag| name.strip_suffix(".md") == Some(tag.as_str()))?;
    Some((id, locale))
}

fn with_words(known: &Document, (locale, source): (&Locale, &Source), newsroom: &Newsroom) -> Option<Document> {
    let calendar = Calendar::of(locale);
    let read = words::read(source, &newsroom.public.settings, calendar.as_ref());
    let has_errors = read.said.iter().any(Diagnostic::is_error);
    let words = read.value.filter(|_| !has_errors)?;
    let words = Arc::new(Hashed::with_digest(words, source.digest));
    site::revised(known, (locale, words), &newsroom.theme.voices())
}

/// Other facts of a document: its pages and texts, and every page that shows its card.
fn refiled(shown: Shown<'_>, file: &str) -> Option<Hurried> {
    let (id, name) = file.strip_prefix("content/")?.rsplit_once('/')?;
    let (public, theme) = (&shown.newsroom.public, &shown.newsroom.theme);
    let kind = public.document(id).filter(|_| name == FACTS_FILE)?.kind;
    let sources = read(shown.root, &[file.to_owned()])?;
    let source = sources.documents.first()?;
    let read = facts::read(source, kind, &public.settings);
    let facts = read.value.filter(|_| read.said.is_empty())?;
    let facts = Arc::new(Hashed::with_digest(facts, source.digest));
    let (public, document) = site::rejoined((shown.site, public), (id, facts), &theme.voices(), shown.at)?;
    let made = Newsroom::of(&Arc::new(public), theme);
    let newsroom = Arc::new(made.value);
    if made.said.iter().any(Diagnostic::is_error) || !is_sound(&newsroom, &document) {
        return None;
    }
    let own = document.editions.locales().flat_map(|locale| output::of_edition(&newsroom, &document, locale));
    let files = own.chain(output::of_cards(&newsroom)).collect();
    Some(Hurried::Cards(files, newsroom))
}

/// Whether nothing that a document says by itself is an error.
fn is_sound(newsroom: &Newsroom, document: &Document) -> bool {
    let ground = check::Ground::of(&newsroom.public.settings, &newsroom.theme);
    let words = document.editions.iter();
    let folder = ParsedDocument {
        id: Arc::clone(&document.id),
        facts: Some(Arc::clone(&document.facts)),
        words: words.map(|(locale, edition)| (locale.clone(), Some(Arc::clone(&edition.words)))).collect(),
        assets: Vec::new(),
        lock: None,
        has_faulty_lock: false,
    };
    !check::verdict(&ground, &folder, &[document]).said.iter().any(Diagnostic::is_error)
}
