//! Finds the files of the site's folders.
//!
//! In: a folder. Out: every file below it that is read, links followed, in any order. Where nothing is out of the
//! ordinary that is told by [`folders`]; the rest is here.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::Home;
use super::folders::{self, Below, Folders};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};

/// A file that was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) file: Arc<str>,
    pub(super) path: PathBuf,
    pub(super) home: Home,
}

/// How deep a folder is walked in one go; below, many at a time. A year of a collection lies so deep.
const APART: usize = 2;

/// What a walk came upon.
#[derive(Debug, Default)]
struct Walk {
    found: Vec<Found>,
    said: Vec<Diagnostic>,
    /// The folders that it did not go into, since they lie too deep.
    deeper: Vec<PathBuf>,
    /// Whether a link to a folder was followed.
    has_linked: bool,
}

/// Finds the files below a folder of the site, with the folders that may be remembered.
pub(super) fn walk((root, real_root): (&Path, &Path), top: &str, before: &Folders) -> Reported<Below> {
    let start = root.join(top);
    if !start.is_dir() {
        return Reported::clean(Below::default());
    }
    // The folder itself, or one above it, may be a link too.
    if real(&start).map_or(true, |target| !target.starts_with(real_root)) {
        let said = Diagnostic::new(&codes::LINK_LEAVES_SITE, Place::start_of(&top.into()));
        return Reported::new(Below::default(), vec![said]);
    }
    match folders::below(root, top, before) {
        Some(below) => Reported::clean(below),
        None => plainly((root, real_root), top).map(|found| Below { found, ..Below::default() }),
    }
}

/// The same, whatever there is in them, and nothing remembered.
pub(super) fn plainly((root, real_root): (&Path, &Path), top: &str) -> Reported<Vec<Found>> {
    let start = root.join(top);
    let mut all = walk_from(&start, APART, (root, real_root, top));
    let deeper = std::mem::take(&mut all.deeper);
    let parts: Vec<Walk> =
        deeper.par_iter().with_max_len(1).map(|folder| walk_from(folder, usize::MAX, (root, real_root, top))).collect();
    if parts.iter().any(|part| part.has_linked) {
        // Only who walks all of it sees that a link leads back to where it came from.
        all = walk_from(&start, usize::MAX, (root, real_root, top));
        return Reported::new(all.found, all.said);
    }
    for part in parts {
        all.found.extend(part.found);
        all.said.extend(part.said);
    }
    Reported::new(all.found, all.said)
}

fn walk_from(start: &Path, depth: usize, (root, real_root, top): (&Path, &Path, &str)) -> Walk {
    let mut walked = Walk::default();
    let mut walk = WalkDir::new(start).follow_links(true).max_depth(depth).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                walked.said.push(unreadable(root, &error));
                continue;
            }
        };
        let (is_folder, is_link) = (entry.file_type().is_dir(), entry.depth() > 0 && entry.path_is_symlink());
        let is_passed_over = entry.depth() > 0 && is_passed_over(&entry.file_name().to_string_lossy(), top);
        if is_passed_over || (is_link && leaves(&entry, real_root)) {
            if !is_passed_over {
                let place = Place::start_of(&name_of(root, entry.path()));
                walked.said.push(Diagnostic::new(&codes::LINK_LEAVES_SITE, place));
            }
            if is_folder {
                walk.skip_current_dir();
            }
        } else if is_folder {
            walked.has_linked |= is_link;
            walked.deeper.extend((entry.depth() == depth).then(|| entry.into_path()));
        } else if entry.file_type().is_file() {
            walked.found.extend(find(root, &entry, &mut walked.said));
        }
    }
    walked
}

fn find(root: &Path, entry: &DirEntry, said: &mut Vec<Diagnostic>) -> Option<Found> {
    let file = name_of(root, entry.path());
    if entry.path().to_str().is_none() || is_odd(&file) {
        said.push(Diagnostic::new(&codes::BAD_FILE_NAME, Place::start_of(&file)));
        return None;
    }
    let Some(home) = Home::of(&file) else {
        said.push(Diagnostic::new(&codes::STRAY_FILE, Place::start_of(&file)));
        return None;
    };
    Some(Found { file, path: entry.path().to_path_buf(), home })
}

/// Whether a name has what no file of the site may have in its name.
pub(super) fn is_odd(name: &str) -> bool {
    name.chars().any(char::is_control) || name.contains('\\')
}

/// Whether a name is no part of the site.
pub(super) fn is_passed_over(name: &str, top: &str) -> bool {
    (name.starts_with('.') && top != "static") || name.ends_with('~')
}

fn leaves(entry: &DirEntry, real_root: &Path) -> bool {
    real(entry.path()).map_or(true, |target| !target.starts_with(real_root))
}

fn name_of(root: &Path, path: &Path) -> Arc<str> {
    let inside = path.strip_prefix(root).unwrap_or(path);
    // Nearly every path is text as it has to be: names, and one slash between two of them.
    let is_plain = |name: &&str| cfg!(unix) && !name.contains("//") && !name.contains("/.");
    if let Some(name) = inside.to_str().filter(is_plain) {
        return name.into();
    }
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").into()
}

fn unreadable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let file = name_of(root, error.path().unwrap_or(root));
    let reason = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
    Diagnostic::new(&codes::UNREADABLE, Place::start_of(&file)).with("reason", reason)
}

#[expect(clippy::disallowed_methods, reason = "source is the one reader of disk")]
pub(super) fn real(path: &Path) -> io::Result<PathBuf> {
    std::fs::canonicalize(path)
}
