//! Artifacts into a tree: makes what changed, writes what differs, prunes what is gone.

use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::manifest::{self, Entry, Manifest, State};
use super::rows::{Change, Files};
use super::sizes::Sizes;
use super::tree::{Tree, Writing};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Reported};
use crate::digest::Digest;
use crate::model::site::View;
use crate::output::{Artifact, Plan, set};
use crate::share;

/// What a build did to a tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// How many files were written.
    pub written: usize,
    /// How many were left as they were.
    pub unchanged: usize,
    /// How many were removed.
    pub removed: usize,
    /// Whether every file was made: if not, nothing was removed and the manifest says *incomplete*.
    pub is_complete: bool,
    /// The digest of the manifest's bytes; none where the build did not come to its end.
    pub manifest: Option<Digest>,
}

/// What a build believes of earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// What they wrote down, as long as it fits.
    Known,
    /// Nothing: everything is made again.
    Nothing,
}

/// Called as files are done, with how many are done and how many there are.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// What a tree's manifest was found to be.
#[derive(Debug)]
pub enum Found {
    /// There is none.
    None,
    /// It is whole, and its bytes have this digest.
    Whole(Manifest, Digest),
    /// It is there, and cannot be read as one; what the tree shows can be told all the same.
    Broken(View),
    /// The system would not hand it out.
    Unread(io::Error),
}

impl Found {
    /// Looks into a tree.
    pub fn of(tree: &dyn Tree) -> Found {
        match tree.read(manifest::FILE) {
            Ok(None) => Found::None,
            Ok(Some(bytes)) => {
                let digest = Digest::of_bytes(&bytes);
                match Manifest::read(bytes) {
                    Ok(manifest) => Found::Whole(manifest, digest),
                    Err(bytes) => Found::Broken(Manifest::view_of(&bytes)),
                }
            }
            Err(error) => Found::Unread(error),
        }
    }
}

/// Writes a plan into a tree, whose manifest was looked at before. `name` is the tree's name for diagnostics.
///
/// A tree that holds files and no manifest of Warta's is refused, and a preview over a release, and a
/// release over a preview: none comes back where nothing was
/// written. A file whose fingerprint the manifest knows is not even made, unless the tree was left
/// incomplete or its size is another now. Bytes that are the same are not written. Errors of the
/// machine in one file do not stop the others.
pub fn write(
    plan: &Plan,
    tree: (&dyn Tree, Found),
    name: &str,
    (progress, trust): (Progress<'_>, Trust),
) -> Reported<Option<Written>> {
    let mut said = Vec::new();
    let (tree, found) = tree;
    let manifest = if let Found::Whole(_, digest) = &found { Some(*digest) } else { None };
    let Some(mut before) = before(plan, (tree, found), name, &mut said) else { return Reported::new(None, said) };
    before.is_good &= before.is_new || trust == Trust::Known;
    let how = if before.is_new { Writing::InPlace } else { Writing::ByRename };
    let done = AtomicUsize::new(0);
    let known = || if before.is_good { entries(plan, &before.files) } else { vec![None; plan.artifacts.len()] };
    let (known, stale) = rayon::join(known, || stale(plan, &before.files));
    let pending = plan.artifacts.par_iter().zip(known).with_max_len(share::FILES).map_init(
        || tree.sizes(),
        |sizes, (artifact, known)| (!has(known, artifact, sizes.as_mut())).then_some(artifact),
    );
    let pending: Vec<&Artifact> = pending.flatten_iter().collect();
    let unchanged = plan.artifacts.len() - pending.len();
    if pending.is_empty() && stale.is_empty() && before.is_good {
        let done = Written { unchanged, is_complete: true, manifest, ..Written::default() };
        return Reported::new(Some(done), said);
    }
    if let Err(error) = mark_incomplete(&pending, plan.view, (tree, &before), how) {
        if before.is_new {
            // Half a manifest would only be in the way: nothing else was written.
            let _ = tree.remove(manifest::FILE);
        }
        said.push(failed(manifest::FILE, &error));
        return Reported::new(None, said);
    }
    let told = |made: Made| {
        progress(unchanged + done.fetch_add(1, Ordering::Relaxed) + 1, plan.artifacts.len());
        made
    };
    // Sets first, then what shows many documents and so has no place of its own: they take the longest, and nobody
    // should wait for the last one.
    let (mut alone, sets) = set::parted(&pending);
    alone.sort_by_key(|artifact| artifact.place.is_some());
    let of_sets = sets.par_iter().flat_map_iter(|artifacts| make_set(artifacts, tree, &before, how)).map(told);
    let alone =
        alone.par_iter().with_max_len(share::DOCUMENTS).map(|artifact| told(make(artifact, tree, &before, how)));
    let made: Vec<Made> = of_sets.chain(alone).collect();
    finish(plan, tree, (&before.files, &stale), made, said).map(Some)
}

/// What the tree has at the file of each artifact. Both are in one order.
fn entries<'a>(plan: &Plan, files: &'a Files) -> Vec<Option<&'a Entry>> {
    let mut files = files.iter().peekable();
    let entry = |artifact: &Artifact| {
        let file = artifact.route.file.as_ref();
        while files.next_if(|(known, _)| *known < file).is_some() {}
        files.next_if(|(known, _)| *known == file).map(|(_, entry)| entry)
    };
    plan.artifacts.iter().map(entry).collect()
}

/// Whether the tree has what this artifact would make.
fn has(known: Option<&Entry>, artifact: &Artifact, sizes: &mut dyn Sizes) -> bool {
    let is_there = |entry: &&Entry| sizes.of(&artifact.route.file) == Some(entry.size);
    known.filter(is_there).is_some_and(|entry| artifact.is_settled || entry.made_of == artifact.fingerprint())
}

/// The files of a tree that are not planned any more. Both are in one order.
fn stale(plan: &Plan, files: &Files) -> Vec<String> {
    let mut planned = plan.artifacts.iter().map(|artifact| artifact.route.file.as_ref()).peekable();
    let is_stale = |file: &&str| {
        while planned.next_if(|planned| planned < file).is_some() {}
        planned.peek() != Some(file)
    };
    files.iter().map(|(file, _)| file).filter(is_stale).map(str::to_owned).collect()
}

/// Whether a tree still has every file that its manifest, of these bytes, tells of, by their sizes: how many
/// there are, if none is missing.
pub fn untouched(manifest: &[u8], tree: &dyn Tree) -> Option<usize> {
    let manifest = Manifest::parse(manifest).filter(|manifest| manifest.state == State::Complete)?;
    let files: Vec<(&str, &Entry)> = manifest.files.iter().collect();
    let is_there = |sizes: &mut Box<dyn Sizes + '_>, (file, entry): &(&str, &Entry)| sizes.of(file) == Some(entry.size);
    files
        .par_iter()
        .with_max_len(share::FILES)
        .map_init(|| tree.sizes(), is_there)
        .all(|is_there| is_there)
        .then_some(files.len())
}

/// Why a file is made again, or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Neither what it is made of has changed, nor the file.
    Unchanged,
    /// The tree does not have it yet.
    New,
    /// The last build was cut off, or failed.
    Incomplete,
    /// Another version of the program made the tree.
    Program,
    /// Nothing that was there is believed.
    Untrusted,
    /// It is gone from the tree.
    Missing,
    /// It has another size than it was written with.
    Size,
    /// What it is made of is another.
    Input,
}

impl Why {
    /// Its word for messages.
    pub fn word(self) -> &'static str {
        match self {
            Why::Unchanged => "unchanged",
            Why::New => "new",
            Why::Incomplete => "incomplete",
            Why::Program => "program",
            Why::Untrusted => "untrusted",
            Why::Missing => "missing",
            Why::Size => "size",
            Why::Input => "input",
        }
    }
}

/// Tells why [`write`] would make this artifact, or why it would not.
pub fn why(artifact: &Artifact, tree: &dyn Tree, trust: Trust) -> Why {
    let file = &artifact.route.file;
    let manifest = tree.read(manifest::FILE).ok().flatten().and_then(|bytes| Manifest::parse(&bytes));
    let Some(manifest) = manifest else { return Why::New };
    let Some(entry) = manifest.files.get(file) else { return Why::New };
    match tree.size(file) {
        _ if manifest.state == State::Incomplete => Why::Incomplete,
        _ if manifest.program != manifest::program() => Why::Program,
        _ if trust == Trust::Nothing => Why::Untrusted,
        None => Why::Missing,
        Some(size) if size != entry.size => Why::Size,
        Some(_) if entry.made_of != artifact.fingerprint() => Why::Input,
        Some(_) => Why::Unchanged,
    }
}

/// What the tree held before.
struct Before {
    files: Files,
    /// Nothing was there at all.
    is_new: bool,
    /// The manifest was whole, complete, and of this program: fingerprints can be believed.
    is_good: bool,
}

fn before(plan: &Plan, (tree, found): (&dyn Tree, Found), name: &str, said: &mut Vec<Diagnostic>) -> Option<Before> {
    let view = match &found {
        Found::None => None,
        Found::Whole(manifest, _) => Some(manifest.view),
        Found::Broken(view) => Some(*view),
        Found::Unread(error) => {
            said.push(failed(manifest::FILE, error));
            return None;
        }
    };
    let Some(view) = view else {
        match tree.is_empty() {
            Ok(true) => return Some(Before { files: Files::default(), is_new: true, is_good: true }),
            Ok(false) => said.push(Diagnostic::nowhere(&codes::FOREIGN_OUTPUT_FOLDER).with("folder", name)),
            Err(error) => said.push(failed(name, &error)),
        }
        return None;
    };
    if view != plan.view {
        said.push(other_kind(name, view, plan.view));
        return None;
    }
    let Found::Whole(manifest, _) = found else {
        // It is Warta's folder all the same; what cannot be told is which of its files are stale.
        said.push(Diagnostic::nowhere(&codes::MANIFEST_CORRUPT).with("file", format!("{name}/{}", manifest::FILE)));
        return Some(Before { files: Files::default(), is_new: false, is_good: false });
    };
    if manifest.state == State::Incomplete {
        said.push(Diagnostic::nowhere(&codes::INCOMPLETE_TREE).with("folder", name));
    }
    let is_good = manifest.state == State::Complete && manifest.program == manifest::program();
    Some(Before { files: manifest.files, is_new: false, is_good })
}

/// Says that a release was to go over a preview, or a preview over a release.
fn other_kind(name: &str, found: View, wanted: View) -> Diagnostic {
    let word = |view: View| if view == View::Preview { "preview" } else { "release" };
    let said = Diagnostic::nowhere(&codes::PREVIEW_OVER_RELEASE).with("folder", name);
    said.with("found", word(found)).with("wanted", word(wanted))
}

/// Names every file that may be there before the build is done: one that is cut off half way leaves
/// nothing behind that a later build would not know to be Warta's.
fn mark_incomplete(
    pending: &[&Artifact],
    view: View,
    (tree, before): (&dyn Tree, &Before),
    how: Writing,
) -> io::Result<()> {
    let mut pending: Vec<&str> = pending.iter().map(|artifact| artifact.route.file.as_ref()).collect();
    pending.sort_unstable();
    let names = |text: &mut String| before.files.write_names(text, pending.into_iter());
    let bytes = Manifest::new(State::Incomplete, view).bytes_with(names);
    tree.write(manifest::FILE, &bytes, how)
}

/// What became of one artifact.
struct Made {
    file: String,
    entry: Option<Entry>,
    is_written: bool,
    said: Vec<Diagnostic>,
}

fn make(artifact: &Artifact, tree: &dyn Tree, before: &Before, how: Writing) -> Made {
    let ready = artifact.ready();
    keep((artifact, ready.fingerprint), ready.bytes(), (tree, before), how)
}

/// Makes artifacts of one set, all of them before the first is written.
fn make_set(artifacts: &[&Artifact], tree: &dyn Tree, before: &Before, how: Writing) -> Vec<Made> {
    let made = artifacts.iter().zip(set::bytes(artifacts));
    made.map(|(artifact, bytes)| keep((artifact, artifact.fingerprint()), Ok(bytes), (tree, before), how)).collect()
}

/// Writes the bytes of an artifact, if the tree has not got them and nothing is wrong with them.
fn keep(
    (artifact, fingerprint): (&Artifact, Digest),
    bytes: io::Result<Reported<Vec<u8>>>,
    (tree, before): (&dyn Tree, &Before),
    how: Writing,
) -> Made {
    let file = artifact.route.file.to_string();
    let mut made = Made { file, entry: None, is_written: false, said: Vec::new() };
    let bytes = match bytes {
        Ok(reported) => reported.take(&mut made.said),
        Err(error) => {
            made.said.push(failed(&made.file, &error));
            return made;
        }
    };
    if made.said.iter().any(Diagnostic::is_error) {
        return made;
    }
    let entry = Entry { made_of: fingerprint, bytes: Digest::of_bytes(&bytes), size: bytes.len() as u64 };
    if let Some(said) = artifact.changed(entry.bytes) {
        made.said.push(said);
        return made;
    }
    if !is_same(tree, before, &made.file, &entry, &bytes) {
        if let Err(error) = tree.write(&made.file, &bytes, how) {
            made.said.push(failed(&made.file, &error));
            return made;
        }
        made.is_written = true;
    }
    made.entry = Some(entry);
    made
}

/// Whether the tree has these bytes already: told by the manifest where it can be believed, else by
/// reading the file.
fn is_same(tree: &dyn Tree, before: &Before, file: &str, entry: &Entry, bytes: &[u8]) -> bool {
    if before.is_new || tree.size(file) != Some(entry.size) {
        return false;
    }
    match before.files.get(file) {
        Some(known) if before.is_good => known.bytes == entry.bytes,
        _ => tree.read(file).is_ok_and(|found| found.as_deref() == Some(bytes)),
    }
}

fn finish(
    plan: &Plan,
    tree: &dyn Tree,
    (files, stale): (&Files, &[String]),
    mut made: Vec<Made>,
    mut said: Vec<Diagnostic>,
) -> Reported<Written> {
    // In the order of the plan, whichever was made first.
    made.sort_by(|one, other| one.file.cmp(&other.file));
    let mut done = Written { is_complete: true, ..Written::default() };
    for made in &mut made {
        said.append(&mut made.said);
        done.written += usize::from(made.is_written);
        done.is_complete &= made.entry.is_some();
    }
    done.unchanged = plan.artifacts.len().saturating_sub(done.written);
    if !done.is_complete {
        return Reported::new(done, said);
    }
    for file in stale {
        match tree.remove(file) {
            Ok(()) => done.removed += 1,
            Err(error) => {
                said.push(failed(file, &error));
                done.is_complete = false;
            }
        }
    }
    if done.is_complete {
        // What was not made again is there as it was.
        let now = made.iter().map(|made| (made.file.as_str(), made.entry));
        let mut changes: Vec<Change<'_>> = now.chain(stale.iter().map(|file| (file.as_str(), None))).collect();
        changes.sort_by_key(|(file, _)| *file);
        let rows = |text: &mut String| files.write(text, changes.into_iter());
        let bytes = Manifest::new(State::Complete, plan.view).bytes_with(rows);
        match tree.write(manifest::FILE, &bytes, Writing::ByRename) {
            Ok(()) => done.manifest = Some(Digest::of_bytes(&bytes)),
            Err(error) => {
                said.push(failed(manifest::FILE, &error));
                done.is_complete = false;
            }
        }
    }
    Reported::new(done, said)
}

fn failed(file: &str, error: &io::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Diagnostic::nowhere(&codes::DISK_FULL).with("file", file),
        _ => Diagnostic::nowhere(&codes::OUTPUT_NOT_WRITABLE).with("file", file).with("reason", error.to_string()),
    }
}
