//! `warta build`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;

use super::console::Console;
use super::site;
use super::{End, Failure, Outcome};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes;
use crate::digest::Digest;
use crate::model::memo::{Encoded, Memo};
use crate::output::Plan;
use crate::pipeline::{self, Project, Report, Strictness, View};
use crate::source::load;
use crate::store::cache::Cache;
use crate::store::folders;
use crate::store::tree::Folder;
use crate::store::write::{self, Trust};

/// The stages whose times are told.
const STAGES: [&str; 7] = ["read", "parse", "assemble", "check", "plan", "write", "keep"];

/// Builds the site into a folder.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let root = site::root(console, matches)?;
    site::threads(own, site::Caller::Works);
    let (mut project, origin) = site::project(console, &root, own, Strictness::Build)?;
    if own.get_flag("preview") {
        project.view = View::Preview;
        project.only = own.get_one::<String>("only").map(|given| site::document_of(given));
    }
    let trust = if own.get_flag("no-cache") { Trust::Nothing } else { Trust::Known };
    let given = own.get_one::<String>("out");
    // Resolved: `public/../content` is no less `content` than it is by that name.
    let out = load::resolved(&match given {
        Some(given) => std::path::absolute(given).unwrap_or_else(|_| PathBuf::from(given)),
        None if project.view == View::Preview => root.join("preview"),
        None => root.join("public"),
    });
    let name = shown(&root, &out, given);
    let mut report = match refused_folder(&root, &out, &name) {
        Some(said) => Report { said: vec![said], ..Report::default() },
        None => build(console, (&project, &root), &out, &name, (trust, own.get_one::<String>("explain")))?,
    };
    let end = site::say(console, &project, &mut report)?;
    close(console, &report, &name, end);
    site::say_at(console, &project, &report, origin);
    // The process is about to end: to hand back a hundred thousand pieces one by one took a tenth of a build.
    std::mem::forget(report);
    Ok(end)
}

fn build(
    console: &Console<'_>,
    (project, root): (&Project, &Path),
    out: &Path,
    name: &str,
    (trust, asked): (Trust, Option<&String>),
) -> Result<Report, Failure> {
    let cache = (trust == Trust::Known).then(|| Cache::begin(root));
    let tree = Folder::at(out);
    let is_trusting = cache.is_some();
    let folders = || if is_trusting { folders::read(root) } else { Default::default() };
    let fetch = || cache.map(|cache| cache.read(root));
    let (mut begun, mut cache) = pipeline::begin_fetching(project, folders, fetch).map_err(|error| {
        let values = [("file", name.to_owned()), ("reason", error.to_string())];
        Failure::Machine(console.words.say("machine-read", &values))
    })?;
    let (listed, since) = (begun.take_folders(), cache.as_ref().and_then(Cache::begun));
    let keep = move || since.into_iter().for_each(|since| folders::keep(root, &listed, &since));
    // Who asks why wants all looked at.
    let last = cache.as_ref().filter(|_| asked.is_none()).and_then(|cache| cache.last.as_ref()?.cast().value());
    let unchanged = pipeline::unchanged(project, &begun, last.as_ref(), &tree);
    if let Some(report) = unchanged {
        if let Some(cache) = &mut cache
            && cache.memo.grow_up(begun.stamps(), begun.ledger())
        {
            cache.save(cache.begin_saving(root));
        }
        keep();
        return Ok(report);
    }
    let known = cache.as_ref().filter(|_| asked.is_some()).map(|cache| digests(&cache.memo));
    let memo = cache.as_mut().map(|cache| &mut cache.memo);
    let (mut report, (found, ())) =
        rayon::join(|| pipeline::go_on(project, begun, memo), || (write::Found::of(&tree), keep()));
    if let Some(last) = last {
        last.mark(&mut report, &found);
    }
    if let Some(id) = &project.only {
        demand(console, &report, id)?;
    }
    if let (Some(path), Some(prepared)) = (asked, &report.prepared) {
        let now = cache.as_ref().map(|cache| digests(&cache.memo)).unwrap_or_default();
        explain(console, (path, &prepared.plan), (&tree, trust), (known.unwrap_or_default(), now))?;
    }
    let bar = console.progress("progress-write");
    let progress = |done: usize, all: usize| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let (mut report, saving) = rayon::join(
        || pipeline::finish_trusting(report, (&tree, found), name, (&progress, trust)),
        || cache.as_ref().and_then(|cache| cache.begin_saving(root)),
    );
    bar.finish_and_clear();
    if let Some(cache) = &mut cache {
        cache.last = pipeline::settle(project, &report).map(|settled| Encoded::of(&settled).cast());
        report.stages.time("keep", || cache.save(saving));
    }
    std::mem::forget(cache);
    Ok(report)
}

/// The digests of files by name.
type Digests = BTreeMap<Arc<str>, Digest>;

fn digests(memo: &Memo) -> Digests {
    memo.files.iter().map(|(file, known)| (Arc::clone(file), known.digest)).collect()
}

/// Tells why a file of the output is made, and which sources have changed since the last build.
fn explain(
    console: &Console<'_>,
    (path, plan): (&str, &Plan),
    (tree, trust): (&Folder, Trust),
    (before, now): (Digests, Digests),
) -> Result<(), Failure> {
    let Some(artifact) = plan.named(path) else {
        return Err(Failure::Usage(console.words.say("usage-unknown-output", &[("path", path.to_owned())])));
    };
    let why = write::why(artifact, tree, trust);
    console.say("explain-file", &[("file", artifact.route.file.to_string()), ("why", why.word().to_owned())]);
    let other = |file: &&Arc<str>| before.get(*file) != now.get(*file);
    let changed: BTreeSet<&str> = before.keys().chain(now.keys()).filter(other).map(AsRef::as_ref).collect();
    match changed.is_empty() {
        _ if before.is_empty() => console.say("explain-first", &[]),
        true => console.say("explain-unchanged", &[]),
        false => {
            let changed: Vec<&str> = changed.into_iter().collect();
            console.say("explain-changed", &[("files", changed.join(", "))]);
        }
    }
    Ok(())
}

/// The one document that is asked for has to be there, and to have a page.
fn demand(console: &Console<'_>, report: &Report, id: &str) -> Result<(), Failure> {
    let Some(prepared) = &report.prepared else { return Ok(()) };
    if !prepared.site.weights.contains_key(id) {
        return Err(site::unknown_document(console, id, prepared.site.weights.keys().map(AsRef::as_ref)));
    }
    // What is wrong with it may be why, and is told then.
    if prepared.lacks_only && !report.has_errors() {
        return Err(Failure::Usage(console.words.say("usage-document-without-page", &[("document", id.to_owned())])));
    }
    Ok(())
}

/// The folder's name as a person at the site's root would write it; of one elsewhere, as it was given.
fn shown(root: &Path, out: &Path, given: Option<&String>) -> String {
    match (out.strip_prefix(load::resolved(root)), given) {
        (Ok(inside), _) if inside == Path::new("") => ".".to_owned(),
        (Ok(inside), _) => inside.display().to_string(),
        (Err(_), Some(given)) => given.clone(),
        (Err(_), None) => out.display().to_string(),
    }
}

/// The output must neither hold what is read nor lie in it.
fn refused_folder(root: &Path, out: &Path, name: &str) -> Option<Diagnostic> {
    let inside = |source: &str| out.starts_with(load::resolved(&root.join(source)));
    let source = ["content", "static", "i18n", "themes"].into_iter().find(|source| inside(source));
    let source = source.or_else(|| load::resolved(root).starts_with(out).then_some("."))?;
    Some(Diagnostic::nowhere(&codes::OUTPUT_INSIDE_SOURCE).with("folder", name).with("source", source))
}

fn close(console: &Console<'_>, report: &Report, name: &str, end: End) {
    let (Some(written), Some(summary)) = (&report.written, &report.summary) else {
        if end == End::Errors {
            console.tell("closing-refused", &[]);
        }
        return;
    };
    if !written.is_complete {
        console.tell("closing-incomplete", &[("folder", name.to_owned())]);
        return;
    }
    let values = [
        ("pages", summary.pages.to_string()),
        ("others", summary.others.to_string()),
        ("written", written.written.to_string()),
        ("unchanged", written.unchanged.to_string()),
        ("removed", written.removed.to_string()),
        ("seconds", site::seconds(report)),
    ];
    console.tell("closing-built", &values);
    if summary.view == View::Preview {
        console.tell("closing-preview", &[("folder", name.to_owned())]);
    }
    let took =
        |name: &str| report.stages.0.iter().find(|(known, _)| *known == name).map_or(0, |(_, time)| time.as_millis());
    // A build that finds nothing changed has few of them.
    let stages = STAGES.map(|name| (name, took(name).to_string()));
    console.tell("closing-stages", &stages);
}
