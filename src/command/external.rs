//! `warta check --external`: what is asked, and what is remembered of it.

use std::path::Path;
use std::time::Duration;

use clap::ArgMatches;

use super::console::Console;
use super::site;
use crate::external::{self, FILE, FOLDER, Known, Manner};
use crate::pipeline::{self, Project, Report};
use crate::source::load;
use crate::store::tree::{Folder, Tree, Writing};

/// How long to wait for one address, where `--timeout` does not say.
const TIMEOUT: u16 = 10;

/// How long to wait for all of them.
const TOTAL: Duration = Duration::from_secs(15 * 60);

/// Numbers for the closing line.
type Numbers = [(&'static str, String); 5];

/// Asks the addresses outside the site, and adds what there is to say of them to the report. None where the
/// site could not be read.
pub(super) fn ask(
    console: &Console<'_>,
    own: &ArgMatches,
    root: &Path,
    project: &Project,
    report: &mut Report,
) -> Option<Numbers> {
    let prepared = report.prepared.as_ref()?;
    let mut known = remembered(root);
    let seconds = own.get_one::<u16>("timeout").copied().unwrap_or(TIMEOUT);
    let manner = Manner { timeout: Duration::from_secs(seconds.into()), total: TOTAL };
    let bar = console.progress("progress-external");
    let mut found = external::run(&prepared.site, &mut known, manner, &|done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    remember(root, &known, found.there);
    pipeline::weigh(&mut found.said, &prepared.site, project.strictness);
    report.said.append(&mut found.said);
    let asked = found.there + found.gone + found.not_asked;
    let numbers = [asked, found.there, found.gone, found.not_asked, found.known].map(|number| number.to_string());
    let [asked, there, gone, silent, known] = numbers;
    Some([("asked", asked), ("there", there), ("gone", gone), ("silent", silent), ("known", known)])
}

/// What an earlier run found to be there, by the clock: `--at` does not count here.
fn remembered(root: &Path) -> Known {
    let bytes = folder(root).and_then(|folder| load::outside(&folder.root().join(FILE)).ok());
    Known::read(&bytes.unwrap_or_default(), &site::now())
}

/// Keeps what is there. That it cannot be kept (a folder that may only be read) is no mistake of the site's:
/// the next run asks again.
fn remember(root: &Path, known: &Known, there: usize) {
    if let Some(folder) = folder(root).filter(|_| there > 0) {
        let _ = folder.write(FILE, &known.bytes(), Writing::ByRename);
    }
}

/// The folder of what Warta remembers; none where it is a link to another.
fn folder(root: &Path) -> Option<Folder> {
    let path = load::resolved(root).join(FOLDER);
    (load::resolved(&path) == path).then(|| Folder::at(path))
}
