//! Reading a site: settings, files, and what is known of them, as far as it is to be asked.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant as Clock;

use super::{Origin, Project, Report, settled};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::digest::Digest;
use crate::model::memo::{Kept, Memo};
use crate::settings::{self, Settings};
use crate::source::folders::Folders;
use crate::source::stamp::{Known, Nothing, Stamp};
use crate::source::{LEDGER_FILE, LedgerFile, SETTINGS_FILE, Sources, load};

/// A site that was read, and nothing else yet.
#[derive(Debug)]
pub struct Begun {
    pub(super) report: Report,
    pub(super) read: Read,
    pub(super) made_of: settled::MadeOf,
    /// What folders were remembered to hold, and what they were found to hold.
    folders: (Folders, Folders),
}

/// Reads a site.
pub fn begin(project: &Project, memo: Option<&Memo>) -> io::Result<Begun> {
    begin_changed(project, memo, None)
}

/// The same, while what is known from the last time is fetched beside; what folders held is fetched first. None comes
/// back of a site in memory, and where not even the settings could be read.
pub fn begin_fetching<M: AsRef<Memo> + Send>(
    project: &Project,
    folders: impl FnOnce() -> Folders + Send,
    fetch: impl FnOnce() -> Option<M> + Send,
) -> io::Result<(Begun, Option<M>)> {
    let mut fetched = (None, (Folders::default(), Folders::default()));
    let begun = begin_by(project, |root, settings| {
        let walk = || {
            let before = folders();
            (load::walked(root, &settings.theme, &before), before)
        };
        let ((walked, before), memo) = rayon::join(walk, fetch);
        let mut walked = walked?;
        let known: &dyn Known = memo.as_ref().map_or(&Nothing, |memo| memo.as_ref());
        let now = walked.take_folders();
        let sources = load::read_walked(root, walked, known);
        fetched = (memo, (before, now));
        sources
    })?;
    let (memo, folders) = fetched;
    Ok((Begun { folders, ..begun }, memo))
}

/// Reads a site of which no more has changed than these files, where that is told.
pub fn begin_changed(project: &Project, memo: Option<&Memo>, changed: Option<&[String]>) -> io::Result<Begun> {
    begin_by(project, |root, settings| {
        let known: &dyn Known = memo.map_or(&Nothing, |memo| memo);
        let some = memo.zip(changed).and_then(|(memo, changed)| only(root, memo, changed));
        some.map_or_else(|| load::folder(root, &settings.theme, known), Ok)
    })
}

/// Reads a site, what lies in a folder by `folder`; with the digest of all of it.
fn begin_by(
    project: &Project,
    folder: impl FnOnce(&Path, &Settings) -> io::Result<Reported<Sources>>,
) -> io::Result<Begun> {
    let start = Clock::now();
    let mut report = Report::default();
    let mut read = None;
    if let Some((settings, file)) = settings_of(project)?.take(&mut report.said) {
        let sources = match &project.origin {
            Origin::Folder(root) => folder(root, &settings)?.take(&mut report.said),
            Origin::Memory(_, sources) => sources.clone(),
        };
        read = Some((settings, file, sources));
    }
    let made_of = read
        .as_ref()
        .map(|(settings, file, sources)| settled::MadeOf::of(project, (settings, *file), sources, &report.said));
    report.stages.0.push(("read", start.elapsed()));
    Ok(Begun { report, read, made_of: made_of.unwrap_or_default(), folders: Default::default() })
}

impl Begun {
    /// Hands out what folders were remembered to hold, and what they were found to hold.
    pub fn take_folders(&mut self) -> (Folders, Folders) {
        std::mem::take(&mut self.folders)
    }

    /// The ledger's file, if there is one.
    pub fn ledger(&self) -> Option<&LedgerFile> {
        self.read.as_ref()?.2.ledger.as_ref()
    }

    /// The stamps of the files that were found.
    pub fn stamps(&self) -> &[(Arc<str>, Stamp)] {
        self.read.as_ref().map_or(&[], |(_, _, sources)| &sources.stamps)
    }
}

/// The settings with the digest of their file, and everything else that was read; none where not even the settings could be.
pub(super) type Read = Option<(Arc<Settings>, Digest, Sources)>;

/// The settings as the project wants them, and the digest of their file.
type Set = (Arc<Settings>, Digest);

/// Reads them; none where they cannot be read.
fn settings_of(project: &Project) -> io::Result<Reported<Option<Set>>> {
    let mut said = Vec::new();
    let source = match &project.origin {
        Origin::Folder(root) => load::settings(root)?.take(&mut said),
        Origin::Memory(source, _) => source.clone(),
    };
    if source.is_none() && said.is_empty() {
        said.push(Diagnostic::new(&codes::NO_SETTINGS, Place::start_of(&SETTINGS_FILE.into())));
    }
    let settings = source.and_then(|source| {
        let mut settings = settings::read(&source).take(&mut said)?;
        settings.base_url = project.base_url.clone().unwrap_or(settings.base_url);
        settings.urls = project.urls.unwrap_or(settings.urls);
        Some((Arc::new(settings), source.digest))
    });
    Ok(Reported::new(settings, said))
}

/// The site with these files read again and everything else as it is known; none where that is not enough:
/// where a file is new or gone, or any could not be read.
fn only(root: &Path, memo: &Memo, changed: &[String]) -> Option<Reported<Sources>> {
    let changed: BTreeSet<&str> = changed.iter().map(String::as_str).collect();
    let beside = |file: &&&str| !matches!(**file, SETTINGS_FILE | LEDGER_FILE);
    if !memo.is_whole
        || changed.contains(SETTINGS_FILE)
        || !changed.iter().filter(beside).all(|file| memo.files.contains_key(*file))
    {
        return None;
    }
    let mut again: Vec<Arc<str>> = Vec::new();
    let (mut same, mut assets, mut stamps) = (Vec::new(), Vec::new(), Vec::new());
    for (file, known) in &memo.files {
        match &known.kept {
            _ if changed.contains(file.as_ref()) => again.push(Arc::clone(file)),
            Kept::Nothing => again.push(Arc::clone(file)),
            Kept::Asset(size, picture) => {
                assets.push(load::asset(root, file, (known.digest, *size, *picture)));
                stamps.push((Arc::clone(file), known.stamp));
            }
            Kept::Facts(_) | Kept::Words(_) | Kept::Lock(_) => {
                same.push((Arc::clone(file), known.digest));
                stamps.push((Arc::clone(file), known.stamp));
            }
        }
    }
    let mut said = Vec::new();
    let mut sources = load::some(root, &again, memo)?.take(&mut said);
    sources.same.extend(same);
    sources.stamps.extend(stamps);
    assets.into_iter().for_each(|asset| sources.add_asset(asset));
    sources.sort();
    Some(Reported::new(sources, said))
}
