//! The site as it is served at one moment, and how the next one is made of it.
//!
//! In: the project and the snapshot before. Out: a snapshot that never changes. Where the sources have
//! errors it keeps the pages of the one before, so that a half-typed sentence takes no page away.
//!
//! After a change of words, of a document's facts or of templates there are two: what its author looks at,
//! at once ([`Maker::hurry`]), and the whole site, of which no more is read than what changed, as soon as it
//! is joined, judged and planned ([`Maker::make`]).

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant as Clock};

use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, print};
use crate::model::memo::Memo;
use crate::model::site::Site;
use crate::output::{Artifact, Newsroom, Plan};
use crate::pipeline::{self, Hurried, Origin, Project, Report};
use crate::settings::{self, BaseUrl, Settings};
use crate::source::{SETTINGS_FILE, load};

/// What is served, and what there is to say about it.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// The pages; none before the first build without errors.
    pub(super) pages: Option<Arc<Pages>>,
    /// What was made in a hurry since.
    pub(super) ahead: Ahead,
    /// What there is to say of the sources as they are now, in the order of printing.
    pub(super) said: Vec<Diagnostic>,
    /// How the pages stand to the sources.
    pub(super) standing: Standing,
}

/// Every file of a site, and where it stands.
#[derive(Debug)]
pub(super) struct Pages {
    pub(super) plan: Plan,
    pub(super) settings: Arc<Settings>,
    site: Arc<Site>,
}

/// What was made in a hurry, after the pages.
#[derive(Debug, Clone, Default)]
pub(super) struct Ahead {
    /// By file: it stands before the pages.
    files: BTreeMap<String, Arc<Artifact>>,
    /// What the pages would be made of, where facts have changed.
    newsroom: Option<Arc<Newsroom>>,
    /// Whether the pages themselves were made in a hurry.
    is_all: bool,
}

impl Snapshot {
    /// What stands at this file.
    pub(super) fn at_file(&self, file: &str) -> Option<&Artifact> {
        let ahead = self.ahead.files.get(file).map(Arc::as_ref);
        ahead.or_else(|| self.pages.as_ref()?.plan.at_file(file))
    }

    /// The site made again, to be shown in place of this one. None where this one's pages are newer, since
    /// their templates changed after the sources of the other were read.
    pub(super) fn followed_by(&self, made: Snapshot, is_late: bool) -> Option<Snapshot> {
        match is_late {
            false => Some(made),
            true if self.ahead.is_all => None,
            true => Some(Snapshot { ahead: self.ahead.clone(), ..made }),
        }
    }
}

/// How the pages that are served stand to the sources on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They are made of them.
    Fresh,
    /// The sources have errors: the pages are those of before.
    Stale,
    /// The sources have errors, and there are no pages from before.
    Broken,
}

/// What a build came to.
#[derive(Debug)]
pub struct Build {
    /// The files that changed, from the site's root; none at the first build.
    pub changed: Vec<String>,
    /// What there is to say.
    pub said: Vec<Diagnostic>,
    /// How the pages stand now.
    pub standing: Standing,
    /// The settings in force; none before the first build without errors.
    pub settings: Option<Arc<Settings>>,
    /// From the change to the new pages.
    pub took: Duration,
}

/// Makes snapshots.
#[derive(Debug)]
pub(super) struct Maker {
    project: Project,
    address: SocketAddr,
    /// What is known of the site; whoever makes a snapshot has it to itself.
    memo: Mutex<Memo>,
}

impl Ahead {
    fn put(&mut self, files: Vec<Artifact>) {
        self.files.extend(files.into_iter().map(|artifact| (artifact.route.file.to_string(), Arc::new(artifact))));
    }
}

impl Maker {
    pub(super) fn new(project: Project, address: SocketAddr) -> Maker {
        Maker { project, address, memo: Mutex::new(Memo::staying()) }
    }

    /// Puts before the pages what is another because of these files alone; none where that may be more, or
    /// where anything is wrong.
    pub(super) fn hurry(&self, changed: &[String], last: &Snapshot) -> Option<Snapshot> {
        let Origin::Folder(root) = &self.project.origin else { return None };
        let pages = last.pages.as_ref().filter(|_| last.standing == Standing::Fresh)?;
        let newsroom = last.ahead.newsroom.as_ref().or(pages.plan.newsroom.as_ref())?;
        let shown = pipeline::Shown { root, site: &pages.site, newsroom, at: &self.project.at };
        let (mut pages, mut ahead) = (Arc::clone(pages), last.ahead.clone());
        match pipeline::hurried(shown, changed)? {
            Hurried::Files(files) => ahead.put(files),
            // Words that were edited since are not in what the facts were joined with.
            Hurried::Cards(..) if ahead.newsroom.is_none() && !ahead.files.is_empty() => return None,
            Hurried::Cards(files, newsroom) => {
                ahead.put(files);
                ahead.newsroom = Some(newsroom);
            }
            Hurried::All(_) if !ahead.files.is_empty() => return None,
            Hurried::All(plan) => {
                let (settings, site) = (Arc::clone(&pages.settings), Arc::clone(&pages.site));
                pages = Arc::new(Pages { plan: *plan, settings, site });
                ahead.is_all = true;
            }
        }
        Some(Snapshot { pages: Some(pages), ahead, said: last.said.clone(), standing: last.standing })
    }

    /// Prepares the site as its files are now. Of a site that was prepared before, only what changed is
    /// read.
    pub(super) fn make(&self, changed: Vec<String>, last: Option<&Snapshot>) -> (Snapshot, Build) {
        let start = Clock::now();
        let project = Project { base_url: Some(self.base_url()), ..self.project.clone() };
        let report = self.prepare(&project, last.map(|_| changed.as_slice())).unwrap_or_else(|error| Report {
            said: vec![
                Diagnostic::new(&codes::UNREADABLE, Place::start_of(&SETTINGS_FILE.into()))
                    .with("reason", error.to_string()),
            ],
            ..Report::default()
        });
        let snapshot = snapshot(report, last);
        let build = Build {
            changed,
            said: snapshot.said.clone(),
            standing: snapshot.standing,
            settings: snapshot.pages.as_ref().map(|pages| Arc::clone(&pages.settings)),
            took: start.elapsed(),
        };
        (snapshot, build)
    }

    fn prepare(&self, project: &Project, changed: Option<&[String]>) -> io::Result<Report> {
        // One that panicked left it as it was before, or half new: every entry holds by itself.
        let mut memo = self.memo.lock().unwrap_or_else(PoisonError::into_inner);
        // What the system says has changed is not judged by its stamp, which may be the same.
        memo.forget(changed.unwrap_or_default());
        let begun = pipeline::begin_changed(project, Some(&memo), changed)?;
        Ok(pipeline::go_on(project, begun, Some(&mut memo)))
    }

    /// The address served from with the path of the settings, unless another one was asked for. Absolute
    /// links then lead to this server too.
    fn base_url(&self) -> BaseUrl {
        if let Some(given) = &self.project.base_url {
            return given.clone();
        }
        let source = match &self.project.origin {
            Origin::Folder(root) => load::settings(root).ok().and_then(|source| source.value),
            Origin::Memory(source, _) => source.clone(),
        };
        // What is wrong with the settings is said when the site is prepared.
        let settings = source.and_then(|source| settings::read(&source).value);
        let path = settings.map(|settings| settings.base_url.path).unwrap_or_default();
        BaseUrl { origin: format!("http://{}", self.address), path }
    }
}

fn snapshot(report: Report, last: Option<&Snapshot>) -> Snapshot {
    let has_errors = report.has_errors();
    let mut said = report.said;
    print::sort(&mut said);
    match report.prepared.filter(|_| !has_errors) {
        Some(prepared) => {
            let pages = Pages { plan: prepared.plan, settings: prepared.settings, site: Arc::new(prepared.site) };
            let (standing, ahead) = (Standing::Fresh, Ahead::default());
            Snapshot { pages: Some(Arc::new(pages)), ahead, said, standing }
        }
        None => {
            let pages = last.and_then(|last| last.pages.clone());
            let standing = if pages.is_some() { Standing::Stale } else { Standing::Broken };
            let ahead = last.map(|last| last.ahead.clone()).unwrap_or_default();
            Snapshot { pages, ahead, said, standing }
        }
    }
}
