//! A build after which nothing has changed: it is over once that is known.
//!
//! In: what was read, and what the last build wrote down of itself. Out: the same report, where every file
//! that was read is the same, the instant lies where nothing is due, and the tree is as that build left it.
//! No body is read, nothing is joined, nothing planned.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Prepared, Project, Report};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::locale::Instant;
use crate::model::ledger;
use crate::model::life::Standing;
use crate::model::memo::Encoded;
use crate::model::site::{ParsedDocument, View};
use crate::output::surroundings::Surroundings;
use crate::settings::Settings;
use crate::source::Sources;
use crate::store::manifest;
use crate::store::tree::Tree;
use crate::store::write::{self, Found, Written};
use crate::syntax::facts::Facts;
use crate::syntax::ledger::Line;

/// What a build that came to its end wrote down of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The digest of all that it was made of, but for the instant.
    inputs: Digest,
    /// The digest of what it was asked for.
    asked: Digest,
    /// What the pages of documents were made of besides their documents' files; none where nobody asked for it.
    surroundings: Option<Surroundings>,
    /// The instant that it was made for, in nanoseconds since 1970.
    since: i128,
    /// When anything that was read says that something happens next.
    until: Option<i128>,
    /// The digest of the tree's manifest.
    manifest: Digest,
    said: Vec<Diagnostic>,
    summary: Summary,
}

/// What there is to tell of a build besides its diagnostics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// What it shows.
    pub view: View,
    /// How many pages there are.
    pub pages: usize,
    /// How many other files.
    pub others: usize,
    /// The editions that are not public yet, by the path of their document.
    pub held: Vec<(String, Held)>,
    /// How many documents are held.
    pub held_documents: usize,
    /// How many documents are drafts.
    pub drafts: usize,
    /// How many released editions and changes the ledger does not tell of, if there is one.
    pub unsealed: usize,
    /// The name of the site's zone.
    pub zone: String,
}

/// What an edition waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Held {
    /// Its instant, in seconds since 1970.
    Until(i64),
    /// These languages.
    For(Vec<String>),
}

impl Summary {
    /// What there is to tell of a site that was prepared.
    pub fn of(prepared: &Prepared) -> Summary {
        let (site, plan) = (&prepared.site, &prepared.plan);
        let pages = plan.pages();
        let counts = site.public.ledger.is_kept && site.public.view == View::Public;
        let held = site.held.iter().flat_map(|document| {
            let mut standings: Vec<&Standing> = document.editions.values().map(|edition| &edition.standing).collect();
            standings.dedup();
            standings.into_iter().filter_map(|standing| Some((document.id.to_string(), held(standing)?)))
        });
        Summary {
            view: plan.view,
            pages,
            others: plan.artifacts.len() - pages,
            held: held.collect(),
            held_documents: site.held.len(),
            drafts: site.drafts.len(),
            unsealed: if counts { ledger::count_unsealed(&site.public, &prepared.theme.voices()) } else { 0 },
            zone: prepared.settings.time_zone.name().to_owned(),
        }
    }
}

fn held(standing: &Standing) -> Option<Held> {
    match standing {
        Standing::Held(instant) => Some(Held::Until(instant.moment().as_second())),
        Standing::Waiting(locales) => Some(Held::For(locales.iter().map(ToString::to_string).collect())),
        Standing::Draft | Standing::Public(_) | Standing::Withdrawn(..) => None,
    }
}

/// What a build is made of.
#[derive(Debug, Clone, Default)]
pub struct MadeOf {
    /// The digest of all of it, but for its instant: every file by name and content, what was said while they were
    /// looked for, since a link that leads nowhere is no file, and what it was asked for.
    pub inputs: Digest,
    /// The digest of what it was asked for, the settings among it.
    pub asked: Digest,
    /// When anything that was read happens next, in nanoseconds since 1970.
    pub until: Option<i128>,
}

impl MadeOf {
    pub(super) fn of(
        project: &Project,
        (settings, settings_file): (&Settings, Digest),
        sources: &Sources,
        said: &[Diagnostic],
    ) -> MadeOf {
        let asked = asked(project, settings, settings_file);
        MadeOf { inputs: inputs(asked, sources, said), asked, until: None }
    }
}

fn asked(project: &Project, settings: &Settings, settings_file: Digest) -> Digest {
    let is_check = project.strictness == super::Strictness::Check;
    let asked = (&settings.base_url, settings.urls, settings.avif, is_check, project.view, &project.only);
    Digest::of(&(manifest::program(), settings_file, asked))
}

fn inputs(asked: Digest, sources: &Sources, said: &[Diagnostic]) -> Digest {
    let texts = [&sources.documents, &sources.messages, &sources.theme, &sources.signatures].into_iter().flatten();
    let assets = [&sources.assets, &sources.statics, &sources.theme_assets].into_iter().flatten();
    let mut files: Vec<(&str, Digest)> = texts.map(|source| (source.file.as_ref(), source.digest)).collect();
    files.extend(assets.map(|asset| (asset.file.as_ref(), asset.digest)));
    files.extend(sources.same.iter().map(|(file, digest)| (file.as_ref(), *digest)));
    // Stable, which is quick with lists that are sorted one by one.
    files.sort();
    let ledger = sources.ledger.as_ref().map(|ledger| ledger.digest);
    Digest::of(&(asked, files, &sources.unread, ledger, Encoded::of(&said).bytes()))
}

/// The first instant after `at` that any document tells of, in nanoseconds since 1970.
pub(super) fn until(documents: &[ParsedDocument], at: &Instant) -> Option<i128> {
    let first = documents.par_iter().filter_map(|document| {
        let facts = document.facts.iter().flat_map(|facts| instants(facts));
        let accepted = document.lock.iter().flat_map(|lock| lock.accepted.iter().map(|accepted| accepted.at.clone()));
        first_after(at, facts.chain(accepted).map(|instant| instant.moment()))
    });
    first.min()
}

/// The same of lines of the ledger.
pub(super) fn until_lines(lines: &[Line], at: &Instant) -> Option<i128> {
    first_after(at, lines.iter().flat_map(|line| [line.at.moment(), line.released.moment()]))
}

fn first_after(at: &Instant, moments: impl Iterator<Item = jiff::Timestamp>) -> Option<i128> {
    moments.filter(|then| *then > at.moment()).min().map(jiff::Timestamp::as_nanosecond)
}

/// Every instant that decides what is shown of a document.
fn instants(facts: &Facts) -> Vec<Instant> {
    use crate::syntax::facts::Publish;
    let mut instants: Vec<Instant> = match &facts.publish {
        Publish::Missing => Vec::new(),
        Publish::Together(instant, _) => vec![instant.clone()],
        Publish::Apart(apart) => apart.values().map(|(instant, _)| instant.clone()).collect(),
    };
    let ends: Vec<Instant> = instants.iter().filter_map(crate::model::news::end).collect();
    instants.extend(ends);
    instants.extend(facts.life.changes.iter().map(|change| change.at.clone()));
    instants.extend(facts.life.withdrawn.iter().map(|withdrawal| withdrawal.at.clone()));
    instants.extend(facts.life.removed.iter().map(|removal| removal.at.clone()));
    instants
}

impl Settled {
    /// What a build that just came to its end writes down; none where it did not.
    pub(super) fn of(at: &Instant, report: &Report) -> Option<Settled> {
        let manifest = report.written.as_ref()?.manifest?;
        let MadeOf { inputs, asked, until } = *report.made_of.as_ref()?;
        let surroundings = report.prepared.as_ref().and_then(|prepared| prepared.plan.surroundings.clone());
        let (said, summary) = (report.said.clone(), report.summary.clone()?);
        let since = at.moment().as_nanosecond();
        Some(Settled { inputs, asked, surroundings, since, until, manifest, said, summary })
    }

    /// Marks the pages of what was prepared that a tree, whose manifest was found to be this, has as they would be
    /// made: if the tree is as this build left it, what nothing has reached since then.
    pub fn mark(&self, report: &mut Report, found: &Found) {
        let is_left = matches!(found, Found::Whole(_, manifest) if *manifest == self.manifest);
        let is_asked = report.made_of.as_ref().is_some_and(|made_of| made_of.asked == self.asked);
        let Some(prepared) = report.prepared.as_mut().filter(|_| is_left && is_asked) else { return };
        if let (Some(before), Some(fresh)) = (&self.surroundings, &prepared.fresh) {
            prepared.plan.mark_settled(before, fresh);
        }
    }

    /// The report of a build of these inputs for this instant into this tree, if nothing at all has changed.
    pub(super) fn report(&self, inputs: Digest, at: &Instant, tree: &dyn Tree) -> Option<Report> {
        let now = at.moment().as_nanosecond();
        let is_due = now < self.since || self.until.is_some_and(|until| until <= now);
        if self.inputs != inputs || is_due {
            return None;
        }
        let bytes = tree.read(manifest::FILE).ok()??;
        if Digest::of_bytes(&bytes) != self.manifest {
            return None;
        }
        let unchanged = write::untouched(&bytes, tree)?;
        let written = Written { unchanged, is_complete: true, ..Written::default() };
        let (said, summary) = (self.said.clone(), Some(self.summary.clone()));
        Some(Report { said, summary, written: Some(written), ..Report::default() })
    }
}
