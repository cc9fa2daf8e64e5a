//! What commands on a site share: finding it, the instant, the closing lines.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use jiff::Timestamp;

use super::console::Console;
use super::{End, Failure};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::locale::{Instant, Zone};
use crate::pipeline::{self, Held, Origin, Project, Report, Strictness, Summary};
use crate::settings::{self, BaseUrl, Settings, UrlStyle};
use crate::source::load;

/// Where the instant of a build came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AtOrigin {
    Option,
    Epoch,
    Clock,
}

/// The root of the site that the arguments mean.
pub(crate) fn root(console: &Console<'_>, matches: &ArgMatches) -> Result<PathBuf, Failure> {
    let machine = |error: std::io::Error| {
        let values = [("file", ".".to_owned()), ("reason", error.to_string())];
        Failure::Machine(console.words.say("machine-read", &values))
    };
    let (start, found) = match matches.get_one::<String>("root") {
        Some(given) => {
            let start = std::path::absolute(given).map_err(machine)?;
            let found = start.join(crate::source::SETTINGS_FILE).is_file().then(|| start.clone());
            (start, found)
        }
        None => {
            let start = std::env::current_dir().map_err(machine)?;
            let found = load::find_root(&start);
            (start, found)
        }
    };
    let found = found.map(|root| load::resolved(&root));
    found.ok_or_else(|| {
        let values = [("folder", start.display().to_string())];
        Failure::Usage(console.words.say("usage-no-site", &values))
    })
}

/// The settings; none where they have mistakes, which are then printed: a document made by settings that
/// are not what their author meant would only be one mistake more.
pub(crate) fn settings(console: &Console<'_>, root: &Path) -> Result<Option<Settings>, Failure> {
    let source = load::settings(root).map_err(|error| {
        let values = [("file", crate::source::SETTINGS_FILE.to_owned()), ("reason", error.to_string())];
        Failure::Machine(console.words.say("machine-read", &values))
    })?;
    let mut said = Vec::new();
    let settings = source.take(&mut said).and_then(|source| settings::read(&source).take(&mut said));
    let has_errors = said.iter().any(Diagnostic::is_error);
    if !said.is_empty() {
        console.diagnostics(&mut said, &|file| load::again(root, file))?;
    }
    Ok(settings.filter(|_| !has_errors))
}

/// Everything before the first byte of a site; that it cannot be read is the machine's failure.
pub(crate) fn prepare(console: &Console<'_>, root: &Path, project: &Project) -> Result<Report, Failure> {
    pipeline::prepare(project).map_err(|error| {
        let values = [("file", root.display().to_string()), ("reason", error.to_string())];
        Failure::Machine(console.words.say("machine-read", &values))
    })
}

/// The document that is meant: the shell completes its path from the site's root, and ends it with a slash.
pub(crate) fn document_of(given: &str) -> String {
    let path = given.strip_prefix("./").unwrap_or(given);
    let path = path.strip_prefix("content/").unwrap_or(path);
    path.trim_end_matches('/').to_owned()
}

/// There is no document of this path: which one may be meant.
pub(crate) fn unknown_document<'a>(
    console: &Console<'_>,
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Failure {
    let near = nearest(id, known).unwrap_or("").to_owned();
    Failure::Usage(console.words.say("usage-unknown-document", &[("document", id.to_owned()), ("nearest", near)]))
}

/// The project that the arguments mean, and where its instant came from.
pub(crate) fn project(
    console: &Console<'_>,
    root: &Path,
    own: &ArgMatches,
    strictness: Strictness,
) -> Result<(Project, AtOrigin), Failure> {
    let (at, origin) = instant(console, own)?;
    let base_url = match own.get_one::<String>("base-url") {
        None => None,
        Some(text) => Some(
            BaseUrl::parse(text)
                .ok_or_else(|| Failure::Usage(console.words.say("usage-bad-base-url", &[("value", text.clone())])))?,
        ),
    };
    let urls = own.get_one::<String>("urls").map(|style| match style.as_str() {
        "directory" => UrlStyle::Directory,
        _ => UrlStyle::Clean,
    });
    let view = pipeline::View::Public;
    Ok((
        Project { origin: Origin::Folder(root.to_path_buf()), at, base_url, urls, strictness, view, only: None },
        origin,
    ))
}

/// What the thread does that runs a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caller {
    /// It is one of those that share the work.
    Works,
    /// It waits for other things.
    #[cfg_attr(not(feature = "serve"), expect(dead_code, reason = "the server's"))]
    Waits,
}

/// Sets up as many threads as are asked for, else as the machine has cores.
pub(crate) fn threads(own: &ArgMatches, caller: Caller) {
    let jobs = own.get_one::<u16>("jobs").copied().unwrap_or_default();
    let threads = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs));
    let threads = if caller == Caller::Works { threads.use_current_thread() } else { threads };
    // Only the first call in a process counts, and there is but one.
    let _ = threads.build_global();
}

/// The project for a command that has no option but the instant: everything else as the settings say.
pub(crate) fn project_as_set(
    console: &Console<'_>,
    root: &Path,
    own: &ArgMatches,
    strictness: Strictness,
) -> Result<Project, Failure> {
    let (at, _) = instant(console, own)?;
    let (origin, view) = (Origin::Folder(root.to_path_buf()), pipeline::View::Public);
    Ok(Project { origin, at, base_url: None, urls: None, strictness, view, only: None })
}

/// The instant that the arguments or the environment name, else that of the clock, and its origin.
pub(crate) fn instant(console: &Console<'_>, own: &ArgMatches) -> Result<(Instant, AtOrigin), Failure> {
    let usage = |id: &str, value: &str| Failure::Usage(console.words.say(id, &[("value", value.to_owned())]));
    if let Some(text) = own.get_one::<String>("at") {
        return Instant::parse(text).map(|at| (at, AtOrigin::Option)).map_err(|_| usage("usage-bad-instant", text));
    }
    match std::env::var("SOURCE_DATE_EPOCH").ok().filter(|text| !text.is_empty()) {
        Some(text) => {
            let at = text.trim().parse().ok().and_then(Instant::from_epoch);
            at.map(|at| (at, AtOrigin::Epoch)).ok_or_else(|| usage("usage-bad-epoch", &text))
        }
        None => Ok((now(), AtOrigin::Clock)),
    }
}

/// The clock, asked once.
#[expect(clippy::disallowed_methods, reason = "the start of the command is the one place where the clock is asked")]
pub(crate) fn now() -> Instant {
    Instant::new(Timestamp::now(), Zone::utc())
}

/// Prints what a report says and how it weighs.
pub(crate) fn say(console: &Console<'_>, project: &Project, report: &mut Report) -> Result<End, Failure> {
    let source = |file: &str| pipeline::text_again(&project.origin, file);
    console.diagnostics(&mut report.said, &source)?;
    let of = |severity: Severity| report.said.iter().filter(|said| said.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    if errors + warnings > 0 {
        let first = report.said.iter().max_by_key(|said| said.severity).map(|said| said.code.id).unwrap_or_default();
        console.tell("closing-counts", &[("errors", errors.to_string()), ("warnings", warnings.to_string())]);
        console.tell("closing-explain", &[("code", first.to_owned())]);
    }
    Ok(if errors > 0 { End::Errors } else { End::Clean })
}

/// Prints the instant of a build, its origin, what is held and what is waited for.
pub(crate) fn say_at(console: &Console<'_>, project: &Project, report: &Report, origin: AtOrigin) {
    let Some(summary) = report.summary.clone().or_else(|| report.prepared.as_ref().map(Summary::of)) else { return };
    let zone = &Zone::named(&summary.zone).unwrap_or_else(Zone::utc);
    let word = match origin {
        AtOrigin::Option => "option",
        AtOrigin::Epoch => "epoch",
        AtOrigin::Clock => "clock",
    };
    let (local, utc) = both(&project.at, zone);
    console.say("closing-at", &[("local", local), ("utc", utc), ("origin", word.to_owned())]);
    if origin == AtOrigin::Epoch {
        let minutes = (now().moment().as_second() - project.at.moment().as_second()) / 60;
        if minutes > 5 {
            console.say("closing-behind", &[("minutes", minutes.to_string())]);
        }
    }
    say_held(console, &summary, zone);
    if summary.unsealed > 0 {
        console.tell("closing-unsealed", &[("count", summary.unsealed.to_string())]);
    }
}

fn say_held(console: &Console<'_>, summary: &Summary, zone: &Zone) {
    if summary.held_documents > 0 {
        console.say("closing-held", &[("count", summary.held_documents.to_string())]);
    }
    for (document, held) in &summary.held {
        let id = ("document", document.to_owned());
        match held {
            Held::Until(second) => {
                let Some(instant) = Instant::from_epoch(*second) else { continue };
                let (local, utc) = both(&instant, zone);
                console.say("closing-held-document", &[id, ("local", local), ("utc", utc)]);
            }
            Held::For(languages) => console.say("closing-waiting", &[id, ("languages", languages.join(", "))]),
        }
    }
    if summary.drafts > 0 {
        console.say("closing-drafts", &[("count", summary.drafts.to_string())]);
    }
}

/// An instant in the site's zone and in UTC: `2021-11-16 18.00 WITA`, `2021-11-16 10:00 UTC`.
pub(crate) fn both(at: &Instant, zone: &Zone) -> (String, String) {
    let shown = |zone: &Zone, stop: char| {
        let here = at.in_zone(zone);
        let time = here.time();
        let name = zone.abbreviation(at.moment()).unwrap_or_else(|| zone.offset(at.moment()).to_string());
        format!("{} {:02}{stop}{:02} {name}", here.date(), time.hour(), time.minute())
    };
    (shown(zone, '.'), shown(&Zone::utc(), ':'))
}

/// Seconds with two decimals.
pub(crate) fn seconds(report: &Report) -> String {
    let total: std::time::Duration = report.stages.0.iter().map(|(_, time)| *time).sum();
    format!("{:.2}", total.as_secs_f64())
}
