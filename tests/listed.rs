//! Folders that need not be listed again: whatever becomes of what they held, a build over the last one and a check
//! are those from nothing.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use warta::store::folders;

use crate::support::harbour::Harbour;

/// An overlay, whose folders are listed each time.
const OVERLAY: u32 = 0x794c_7630;

/// A site whose folders are all remembered.
fn remembered() -> Harbour {
    let harbour = Harbour::laid_out();
    harbour.grow_old();
    let known = folders::read(&harbour.root()).count();
    let is_timed = rustix::fs::statfs(harbour.root()).is_ok_and(|told| told.f_type as u32 != OVERLAY);
    let tops = ["content", "static", "i18n", "themes/warta"];
    let there: usize = tops.iter().map(|top| count(&harbour.path(top))).sum();
    assert_eq!(known, if is_timed { there } else { 0 });
    harbour
}

/// How many folders there are from this one on.
fn count(folder: &Path) -> usize {
    let inside = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    1 + inside.filter(|path| path.is_dir()).map(|path| count(&path)).sum::<usize>()
}

/// Does something to a site, and takes it back.
fn there_and_back(harbour: &Harbour, when: &str, there: impl Fn(&Path), back: impl Fn(&Path)) {
    there(&harbour.root());
    harbour.assert_checked(when);
    harbour.assert_right(when);
    back(&harbour.root());
    harbour.assert_checked(&format!("{when}, and back"));
    assert_eq!(harbour.assert_right(&format!("{when}, and back")).status, Some(0));
}

fn write(file: &'static str) -> impl Fn(&Path) {
    move |root| fs::write(root.join(file), "<svg width=\"9\" height=\"9\"/>").unwrap()
}

fn remove(file: &'static str) -> impl Fn(&Path) {
    move |root| fs::remove_file(root.join(file)).unwrap()
}

fn rename(from: &'static str, to: &'static str) -> impl Fn(&Path) {
    move |root| fs::rename(root.join(from), root.join(to)).unwrap()
}

fn link(to: &'static str, name: &'static str) -> impl Fn(&Path) {
    move |root| symlink(to, root.join(name)).unwrap()
}

/// Each in a folder of its own: what was just changed is listed in any case.
#[test]
fn whatever_becomes_of_folders_that_need_not_be_listed_is_found() {
    let harbour = remembered();
    let there_and_back = |when: &str, there: &dyn Fn(&Path), back: &dyn Fn(&Path)| {
        there_and_back(&harbour, when, there, back);
    };
    let photo = "content/releases/berths/new.svg";
    there_and_back("a file more", &write(photo), &remove(photo));
    let (words, aside) = ("content/releases/fleet/en.md", "content/releases/fleet/en.txt");
    there_and_back("a file by another name", &rename(words, aside), &rename(aside, words));
    for (to, file) in [
        ("../..", "content/releases/ashore/link.svg"),
        ("/usr", "content/releases/dredger/link.svg"),
        ("nowhere", "content/releases/ebb/link.svg"),
        ("en.md", "content/releases/cables/link.svg"),
        ("../content", "static/link"),
    ] {
        there_and_back(&format!("a link to {to}"), &link(to, file), &remove(file));
    }
    there_and_back("a stray file", &write("i18n/en/README"), &remove("i18n/en/README"));
    let (cables, moved) = ("content/releases/cables", "content/releases/cables-x");
    there_and_back("a folder by another name", &rename(cables, moved), &rename(moved, cables));
}

#[test]
fn what_stands_in_the_place_of_a_folder_that_need_not_be_listed_is_found() {
    let harbour = remembered();
    let (event, about) = ("content/events/regatta", "content/pages/about");
    let there = |root: &Path| {
        rename(event, "away")(root);
        write(event)(root);
    };
    let back = |root: &Path| {
        remove(event)(root);
        rename("away", event)(root);
    };
    there_and_back(&harbour, "a file", there, back);
    let there = |root: &Path| {
        rename(about, "away")(root);
        link("../../away", about)(root);
    };
    let back = |root: &Path| {
        remove(about)(root);
        rename("away", about)(root);
    };
    there_and_back(&harbour, "a link", there, back);
}

#[test]
fn a_memory_of_folders_that_is_damaged_is_as_good_as_none() {
    let harbour = remembered();
    let (file, right) = (harbour.path(folders::FILE), folders::read(&harbour.root()));
    let good = fs::read(&file).unwrap_or_default();
    for bytes in [&b""[..], b"warta-f1", b"warta-f0", &good[..good.len() / 2], &good[..good.len().saturating_sub(1)]] {
        fs::write(&file, bytes).unwrap();
        harbour.assert_right("it is damaged");
        assert_eq!(folders::read(&harbour.root()), right, "and whole again");
    }
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    harbour.assert_right("a folder is in its place");
    assert_eq!(harbour.run(&["check"]).status, Some(0));
}
