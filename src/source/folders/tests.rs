//! What is told by listings is what a plain walk tells.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::{Folders, Listed, listing};
use crate::source::stamp::Stamp;
use crate::source::walk::{Found, plainly, walk};

const TOPS: [&str; 3] = ["content", "static", "i18n"];

/// Names of folders and of files, among them such as are no part of a site or have something to be said of.
const FOLDERS: [&str; 5] = ["content", "content/a", "content/a/b", "static/a", "i18n/en"];
const NAMES: [&str; 10] = ["a", "b", "en.md", "b.txt", "site.ftl", "c~", ".d", "with space", "line\nbreak", "é"];

/// Where a link leads to: a file, a folder, nowhere, upwards, and out of the site.
const LINKS: [&str; 5] = ["en.md", "a", "nowhere", "..", "/usr"];

/// One thing that somebody may do; numbers choose among folders and names.
#[derive(Debug, Clone)]
enum Step {
    File(usize, usize),
    Folder(usize, usize),
    Link(usize, usize, usize),
    Remove(usize, usize),
    Rename((usize, usize), (usize, usize)),
}

fn step() -> impl Strategy<Value = Step> {
    let place = || (0..FOLDERS.len(), 0..NAMES.len());
    prop_oneof![
        6 => place().prop_map(|(at, name)| Step::File(at, name)),
        4 => place().prop_map(|(at, name)| Step::Folder(at, name)),
        1 => (place(), 0..LINKS.len()).prop_map(|((at, name), to)| Step::Link(at, name, to)),
        3 => place().prop_map(|(at, name)| Step::Remove(at, name)),
        3 => (place(), place()).prop_map(|(from, to)| Step::Rename(from, to)),
    ]
}

/// What cannot be done, since something is or is not there, changes nothing.
fn apply(root: &Path, step: &Step) {
    let at = |folder: usize, name: usize| root.join(FOLDERS[folder]).join(NAMES[name]);
    let _ = match *step {
        Step::File(folder, name) => fs::write(at(folder, name), "x"),
        Step::Folder(folder, name) => fs::create_dir(at(folder, name)),
        Step::Link(folder, name, to) => symlink(LINKS[to], at(folder, name)),
        Step::Remove(folder, name) => {
            let path = at(folder, name);
            if path.is_dir() && !path.is_symlink() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
        }
        Step::Rename((from, name), (to, other)) => fs::rename(at(from, name), at(to, other)),
    };
}

/// Gives a folder that is another and has the stamp that it had, which nobody would believe as yet, another stamp.
fn age(root: &Path, before: &Folders) {
    for (name, listed) in &before.0 {
        let (folder, tick) = (root.join(&**name), root.join(&**name).join(".tick"));
        while Stamp::of(&folder) == Some(listed.stamp) && names(&folder) != *listed.names {
            fs::write(&tick, "").unwrap();
            fs::remove_file(&tick).unwrap();
        }
    }
}

/// What is in a folder as the system tells it, but for what is no part of the site.
fn names(folder: &Path) -> String {
    let Ok(entries) = fs::read_dir(folder) else { return "gone".to_owned() };
    let entries = entries.map(Result::unwrap).map(|entry| {
        let end = if entry.file_type().unwrap().is_dir() { "/" } else { "" };
        entry.file_name().into_string().unwrap() + end
    });
    let is_dotted = |name: &String| name.starts_with('.') && !folder.to_str().unwrap().contains("/static");
    let is_part = |name: &String| !is_dotted(name) && !name.trim_end_matches('/').ends_with('~');
    let mut names: Vec<String> = entries.filter(is_part).collect();
    names.sort();
    names.join("\n")
}

fn told(mut found: Vec<Found>) -> Vec<(String, PathBuf)> {
    found.sort_by(|one, other| one.file.cmp(&other.file));
    found.into_iter().map(|found| (found.file.to_string(), found.path)).collect()
}

/// Walks a site both ways; hands out what is to be remembered.
fn both(root: &Path, before: &Folders) -> Folders {
    let real = fs::canonicalize(root).unwrap();
    let walked = TOPS.map(|top| {
        let (below, plain) = (walk((root, &real), top, before), plainly((root, &real), top));
        assert_eq!(below.said, plain.said, "{top}");
        let below = below.value;
        assert_eq!(told(below.found), told(plain.value), "{top}");
        below.folders
    });
    walked.into_iter().flatten().collect()
}

fn site() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    FOLDERS.iter().for_each(|folder| fs::create_dir_all(root.path().join(folder)).unwrap());
    root
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_steps_listings_tell_what_a_plain_walk_tells(
        rounds in proptest::collection::vec(proptest::collection::vec(step(), 1..4), 1..12),
    ) {
        let root = site();
        let mut before = both(root.path(), &Folders::default());
        for steps in rounds {
            steps.iter().for_each(|step| apply(root.path(), step));
            age(root.path(), &before);
            before = both(root.path(), &before);
        }
    }
}

#[test]
fn a_folder_that_is_as_it_was_is_not_listed_and_one_that_is_not_is() {
    let root = site();
    fs::write(root.path().join("content/a/en.md"), "x").unwrap();
    // Somewhere folders may have no times that can be believed.
    let Some(below) = listing::below(root.path(), "content", &Folders::default()) else { return };
    assert_eq!(below.folders.len(), 3);
    let lie = |(name, listed): (Box<str>, Listed)| {
        (name, Listed { names: listed.names.replace("en.md", "id.md").into(), ..listed })
    };
    let before: Folders = below.folders.into_iter().map(lie).collect();
    let files = |before: &Folders| -> Vec<String> {
        let below = listing::below(root.path(), "content", before).unwrap();
        told(below.found).into_iter().map(|(file, _)| file).collect()
    };
    assert_eq!(files(&before), ["content/a/id.md"], "what is remembered is believed");
    let stamp = || Stamp::of(&root.path().join("content/a"));
    let was = stamp();
    while stamp() == was {
        fs::write(root.path().join("content/a/b.txt"), "").unwrap();
        fs::remove_file(root.path().join("content/a/b.txt")).unwrap();
    }
    assert_eq!(files(&before), ["content/a/en.md"], "and no longer");
}

#[test]
fn only_folders_that_are_older_than_the_walk_are_remembered() {
    let root = site();
    let Some(below) = listing::below(root.path(), "content", &Folders::default()) else { return };
    let folders: Folders = below.folders.into_iter().collect();
    let now = Stamp::of(root.path()).unwrap();
    assert_eq!((folders.count(), folders.settled(&now).count()), (3, 0));
}
