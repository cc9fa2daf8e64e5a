//! `warta check`.

use clap::ArgMatches;

use super::console::Console;
use super::site;
use super::{Failure, Outcome};
use crate::pipeline::{self, Strictness};
use crate::store::cache::Cache;
use crate::store::folders;

/// Judges every approved document as if it were released, and writes nothing of the site.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    if cfg!(not(feature = "external")) && own.get_flag("external") {
        return Err(Failure::Usage(console.words.say("usage-without-external", &[])));
    }
    let root = site::root(console, matches)?;
    site::threads(own, site::Caller::Works);
    let (project, origin) = site::project(console, &root, own, Strictness::Check)?;
    // Known bodies and verdicts make it quick; what it learns is left to the next build to keep.
    let is_trusting = !own.get_flag("no-cache");
    let folders = || if is_trusting { folders::read(&root) } else { Default::default() };
    let fetch = || is_trusting.then(|| Cache::known(&root)).flatten();
    let checked = pipeline::begin_fetching(&project, folders, fetch)
        .and_then(|(begun, mut memo)| pipeline::check_known(&project, begun, memo.as_mut()));
    let mut report = checked.map_err(|error| {
        let values = [("file", root.display().to_string()), ("reason", error.to_string())];
        Failure::Machine(console.words.say("machine-read", &values))
    })?;
    #[cfg(feature = "external")]
    let asked = own.get_flag("external").then(|| super::external::ask(console, own, &root, &project, &mut report));
    let end = site::say(console, &project, &mut report)?;
    if let Some(prepared) = &report.prepared {
        let documents = prepared.site.weights.len();
        let editions: usize = prepared.site.all().map(|document| document.editions.len()).sum();
        let values = [
            ("documents", documents.to_string()),
            ("editions", editions.to_string()),
            ("seconds", site::seconds(&report)),
        ];
        console.tell("closing-checked", &values);
        #[cfg(feature = "external")]
        asked.flatten().iter().for_each(|values| console.tell("closing-external", values));
    }
    site::say_at(console, &project, &report, origin);
    Ok(end)
}
