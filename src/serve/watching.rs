//! Watching the files that a site is made of.
//!
//! In: the site's root. Out: again and again, the names of what changed. Only what
//! [`source`](crate::source) reads counts; the output and the folders of other programs are not even
//! looked at, since watching costs a handle a folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};
use tokio::sync::mpsc;

use crate::source::{LEDGER_FILE, SETTINGS_FILE};

/// The folders that a site is made of.
const TOPS: [&str; 5] = ["content", "i18n", "signatures", "static", "themes"];

/// The files beside them.
const FILES: [&str; 2] = [SETTINGS_FILE, LEDGER_FILE];

/// How long things must be quiet: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(10);

/// What stands for everything, where the system cannot say what changed.
const ANYTHING: &str = ".";

/// A site under watch, until dropped.
#[derive(Debug)]
pub(super) struct Watching {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    root: PathBuf,
    names: mpsc::UnboundedReceiver<Vec<String>>,
}

impl Watching {
    /// Watches the site at `root`.
    pub(super) fn on(root: &Path) -> notify::Result<Watching> {
        let (teller, names) = mpsc::unbounded_channel();
        let own = root.to_path_buf();
        let tell = move |events: DebounceEventResult| {
            let names = names_of(&own, events);
            if !names.is_empty() {
                // Nobody listens any more when the server goes down.
                let _ = teller.send(names);
            }
        };
        let debouncer = new_debouncer(QUIET, None, tell)?;
        let mut watching = Watching { debouncer, root: root.to_path_buf(), names };
        // For the settings, and for folders that are made later.
        watching.debouncer.watch(root, RecursiveMode::NonRecursive)?;
        TOPS.iter().try_for_each(|top| watching.watch(top))?;
        Ok(watching)
    }

    /// Waits for changes and names the files, from the site's root, sorted. None if watching ended.
    pub(super) async fn changed(&mut self) -> Option<Vec<String>> {
        let mut names: BTreeSet<String> = self.names.recv().await?.into_iter().collect();
        while let Ok(more) = self.names.try_recv() {
            names.extend(more);
        }
        // A folder of the top that was made, or made anew, is another one to the system.
        for top in TOPS.iter().filter(|top| names.contains(**top)) {
            let _ = self.debouncer.unwatch(self.root.join(top));
            // It may be gone again by now; then another change follows.
            let _ = self.watch(top);
        }
        Some(names.into_iter().collect())
    }

    fn watch(&mut self, top: &str) -> notify::Result<()> {
        let folder = self.root.join(top);
        match folder.is_dir() {
            true => self.debouncer.watch(folder, RecursiveMode::Recursive),
            false => Ok(()),
        }
    }
}

fn names_of(root: &Path, events: DebounceEventResult) -> Vec<String> {
    let Ok(events) = events else { return vec![ANYTHING.to_owned()] };
    events.iter().flat_map(|event| names_in(root, event)).collect()
}

fn names_in(root: &Path, event: &DebouncedEvent) -> Vec<String> {
    if event.need_rescan() {
        return vec![ANYTHING.to_owned()];
    }
    // A file that is only read, by this program for one, has not changed.
    if matches!(event.kind, EventKind::Access(_)) {
        return Vec::new();
    }
    event.paths.iter().filter_map(|path| name_in(root, path)).collect()
}

/// The name of a file that the site may be made of, from its root; none for any other.
fn name_in(root: &Path, path: &Path) -> Option<String> {
    // Some systems tell the real path of a root that was given through a link.
    let Ok(inside) = path.strip_prefix(root) else { return Some(ANYTHING.to_owned()) };
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let (top, rest) = parts.split_first()?;
    let is_passed_over = |part: &str| (part.starts_with('.') && top != "static") || part.ends_with('~');
    let counts = (rest.is_empty() && FILES.contains(&top.as_ref())) || TOPS.contains(&top.as_ref());
    (counts && !rest.iter().any(|part| is_passed_over(part))).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_site_is_made_of_counts() {
        let name = |path: &str| name_in(Path::new("/site"), &Path::new("/site").join(path));
        for counts in [
            "warta.yaml",
            "ledger.jsonl",
            "content/pages/about/id.md",
            "content/pages/about/document.lock",
            "static/.well-known/security.txt",
            "themes",
        ] {
            assert_eq!(name(counts).as_deref(), Some(counts));
        }
        for other in [
            "",
            "public/index.html",
            ".warta/manifest.json",
            ".git/HEAD",
            "content/.id.md.swp",
            "i18n/id/site.ftl~",
            "README.md",
        ] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
