//! Random edits on disk: what is remembered of the site changes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use warta::model::memo::Memo;
use warta::pipeline::{self, Project, Report, Settled};
use warta::store::tree::{Folder, Memory};
use warta::store::write;

use super::seeded;
use crate::support::harbour::{Harbour, Pen, put};
use crate::support::{self, Files, assert_same, golden};

/// Where two digits stand that an edit replaces, so that no file gets another size: a file's name ends so, and
/// the words before the digits. Then what a switch turns into what.
const DIGITS: [(&str, &[&str]); 8] = [
    ("en.md", &["Text ", "With { $boats } boats of { -aluria } at the { quay }. "]),
    ("id.md", &["Naskah "]),
    (
        ".md",
        &["\ntitle: Boats ashore ", "\ntitle: Berths open ", "\ntitle: Fleet ", "\ntitle: Tentang ", "\ntitle: Lomba "],
    ),
    ("document.yaml", &["boats: "]),
    ("document.yaml", &["publish: 2031-05-"]),
    ("i18n/en/site.ftl", &["quay ", "releases "]),
    ("i18n/id/site.ftl", &["dermaga ", "pers "]),
    ("error.html", &["Mark "]),
];
const SWITCHES: [(&str, &str, &str); 18] = [
    ("document.yaml", "status: approved", "status: draft"),
    ("document.yaml", "topics: [reef]", "topics: [tide]"),
    ("document.yaml", "original: en", "original: id"),
    ("document.yaml", "figures: {boats: ", "figures: {ships: "),
    ("document.yaml", "\ntopics:", "\nwaive: [{check: parity-figure, at: p1, reason: counted}]\ntopics:"),
    (
        "document.yaml",
        "\ntopics:",
        "\nchanges: [{at: 2031-05-08 09.00 WITA, grade: correction, note: {id: Bukan sepuluh., en: Not ten.}}]\ntopics:",
    ),
    (".md", "doc:releases/berths", "doc:releases/fleet"),
    (".md", "{ $boats }", "{ $goats }"),
    (".md", "\nslug: ", "\nslug: x"),
    (".md", "---\n\n", "---\n\nAnd <i>more</i>.\n\n"),
    (".md", "\ntitle:", "\nstatus: draft\ntitle:"),
    ("warta.yaml", "html: allow", "html: refuse"),
    ("warta.yaml", "parity-figure: warning", "parity-figure: error"),
    ("warta.yaml", "urls: clean", "urls: directory"),
    ("warta.yaml", "https://press.example", "https://other.example/below"),
    ("warta.yaml", "formats: en-GB", "formats: en-US"),
    ("warta.yaml", "locales: [id, ", "locales: [id, ms, "),
    ("warta.yaml", "Asia/Makassar", "Asia/Jakarta"),
];
const INSTANTS: [&str; 6] = [
    "2031-04-30 08.00 WITA",
    "2031-05-04 08.00 WITA",
    "2031-06-01 08.00 WITA",
    "2031-06-09 08.00 WITA",
    "2031-07-05 08.00 WITA",
    "2031-07-07 08.00 WITA",
];
const PENS: [Pen; 5] = [Pen::Truncate, Pen::Rename, Pen::DateBack, Pen::Ahead, Pen::Epoch];
/// What is no text of a document, whatever its file is.
const BROKEN: [&[u8]; 4] = [b"---\ntitle: caf\xe9\n---\n", b"---\ntitle: [\n---\n\nText.\n", b"", b"status: {\n"];

/// One thing that somebody may do between two builds. Numbers choose among what there is.
#[derive(Debug, Clone)]
enum Edit {
    Digits(usize, usize, u8, Pen),
    Switch(usize, usize, Pen),
    Break(usize, usize),
    SwapFiles(usize),
    SwapFolders(usize, usize),
    Add(u8),
    Remove(usize),
    Move(usize),
    Asset(usize, u8),
    Accept(usize),
    Unlock(usize),
    At(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let (any, pen) = (any::<usize>, || (0..PENS.len()).prop_map(|at| PENS[at]));
    prop_oneof![
        8 => (any(), any(), 1..28u8, pen()).prop_map(|(kind, at, to, pen)| Edit::Digits(kind, at, to, pen)),
        8 => (any(), any(), pen()).prop_map(|(kind, at, pen)| Edit::Switch(kind, at, pen)),
        2 => (any(), any()).prop_map(|(at, kind)| Edit::Break(at, kind)),
        2 => any().prop_map(Edit::SwapFiles),
        2 => (any(), any()).prop_map(|(one, two)| Edit::SwapFolders(one, two)),
        2 => (0..9u8).prop_map(Edit::Add),
        1 => any().prop_map(Edit::Remove),
        2 => any().prop_map(Edit::Move),
        2 => (any(), 0..10u8).prop_map(|(at, mark)| Edit::Asset(at, mark)),
        2 => any().prop_map(Edit::Accept),
        1 => any().prop_map(Edit::Unlock),
        3 => any().prop_map(Edit::At),
    ]
}

/// The one of these that a number chooses.
fn nth<T>(list: impl IntoIterator<Item = T>, at: usize) -> Option<T> {
    let mut list: Vec<T> = list.into_iter().collect();
    (!list.is_empty()).then(|| list.swap_remove(at % list.len()))
}

/// An edit that changes nothing, since what it is about is not there, is none.
fn apply(harbour: &mut Harbour, edit: &Edit) -> Option<()> {
    let files = harbour.files();
    let ending = |end: &'static str| files.iter().filter(move |name| name.ends_with(end));
    let releases = || {
        let folders = ending("document.yaml").filter(|name| name.starts_with("content/releases/"));
        folders.map(|name| harbour.path(name.trim_end_matches("/document.yaml")))
    };
    match edit {
        Edit::Digits(kind, at, to, pen) => {
            let (end, markers) = DIGITS[kind % DIGITS.len()];
            let found = ending(end).flat_map(|file| markers.iter().map(move |marker| (file, *marker)));
            let (file, marker) = nth(found.filter(|(file, marker)| harbour.read(file).contains(marker)), *at)?;
            let (before, after) = harbour.read(file).split_once(marker).map(|(a, b)| (a.to_owned(), b.to_owned()))?;
            let text = format!("{before}{marker}{to:02}{}", after.get(2..)?);
            put(&harbour.path(file), text.as_bytes(), *pen);
        }
        Edit::Switch(kind, at, pen) => {
            let (end, from, to) = SWITCHES[kind % SWITCHES.len()];
            let has_one = |file: &&String| [from, to].iter().any(|word| harbour.read(file).contains(word));
            let file = nth(ending(end).filter(has_one), *at)?;
            let text = harbour.read(file);
            let text = if text.contains(to) { text.replacen(to, from, 1) } else { text.replacen(from, to, 1) };
            put(&harbour.path(file), text.as_bytes(), *pen);
        }
        Edit::Break(at, kind) => {
            let file = nth(files.iter().filter(|name| name.starts_with("content/releases/")), *at)?;
            harbour.put(file, BROKEN[kind % BROKEN.len()]);
        }
        Edit::SwapFiles(at) => {
            let folder = nth(releases(), *at)?;
            let others: Vec<PathBuf> = releases().filter(|other| *other != folder).collect();
            swap(&folder.join("en.md"), &nth(others, *at)?.join("en.md"))?;
        }
        Edit::SwapFolders(one, two) => swap(&nth(releases(), *one)?, &nth(releases(), *two)?)?,
        Edit::Add(number) => {
            let folder = format!("content/releases/new-{number}");
            let facts = "status: approved\npublish: 2031-05-08 09.00 WITA\noriginal: en\ntopics: [reef]\n";
            harbour.put(&format!("{folder}/document.yaml"), facts.as_bytes());
            let words = format!("---\ntitle: New {number}\nslug: new-{number}\n---\n\nText 10 of {number}.\n");
            harbour.put(&format!("{folder}/en.md"), words.as_bytes());
        }
        Edit::Remove(at) => fs::remove_dir_all(nth(releases(), *at)?).ok()?,
        Edit::Move(at) => {
            let folder = nth(releases(), *at)?;
            let moved = folder.with_file_name(format!("{}-x", folder.file_name()?.to_str()?));
            fs::rename(folder, moved).ok()?;
        }
        Edit::Asset(at, mark) => {
            let file = nth(releases(), *at)?.join("photo.svg");
            let is_there = file.exists();
            match mark {
                0..3 if is_there => fs::remove_file(file).ok()?,
                _ => put(&file, format!("<svg width=\"1{mark}\" height=\"10\"/>").as_bytes(), PENS[at % PENS.len()]),
            }
        }
        Edit::Accept(at) => {
            let folder = nth(releases(), *at)?;
            let document = format!("releases/{}", folder.file_name()?.to_str()?);
            ["id", "en"].iter().any(|locale| harbour.accept(&document, locale)).then_some(())?;
        }
        Edit::Unlock(at) => fs::remove_file(harbour.path(nth(ending("document.lock"), *at)?)).ok()?,
        Edit::At(at) => harbour.at = INSTANTS[at % INSTANTS.len()].to_owned(),
    }
    Some(())
}

/// Two names change places; the files behind them stay as they were.
fn swap(one: &Path, two: &Path) -> Option<()> {
    let aside = one.with_file_name(".aside");
    fs::rename(one, &aside).ok()?;
    if fs::rename(two, one).is_err() {
        fs::rename(&aside, one).unwrap();
        return None;
    }
    fs::rename(&aside, two).ok()
}

/// A site with what a process remembers of it.
struct Desk {
    harbour: Harbour,
    memo: Memo,
    last: Option<Settled>,
    good: (Files, String),
}

impl Desk {
    fn opened() -> Desk {
        let harbour = Harbour::laid_out();
        let good = good(&harbour);
        let mut desk = Desk { harbour, memo: Memo::default(), last: None, good };
        assert!(desk.round("at first"), "the site is sound");
        desk
    }

    fn project(&self) -> Project {
        Project { at: support::at(&self.harbour.at), ..support::project_in(self.harbour.root()) }
    }

    /// Builds with what is remembered and from nothing; tells whether it could be built. What was wrong is
    /// told as often as it is asked.
    fn round(&mut self, when: &str) -> bool {
        let tree = Folder::at(self.harbour.beside("out"));
        let before = self.harbour.out();
        let clean = Memory::default();
        let wanted = pipeline::build(&self.project(), &clean, "out", &|_, _| {}).unwrap();
        let times: &[&str] = if wanted.has_errors() { &["", ", once more"] } else { &[""] };
        for time in times {
            let mut prepared = pipeline::prepare_known(&self.project(), Some(&mut self.memo)).unwrap();
            let manifest = write::Found::of(&tree);
            self.last.iter().for_each(|last| last.mark(&mut prepared, &manifest));
            let (on, trust): (write::Progress<'_>, _) = (&|_, _| {}, write::Trust::Known);
            let found = pipeline::finish_trusting(prepared, (&tree, manifest), "out", (on, trust));
            self.last = pipeline::settle(&self.project(), &found);
            assert_eq!(all_said(&found), all_said(&wanted), "{when}{time}");
            let files = if wanted.written.is_some() { &clean.files() } else { &before };
            assert_same(&self.harbour.out(), files, &format!("{when}{time}"));
        }
        !wanted.has_errors()
    }

    /// Does some edits, which are taken back where the site cannot be built with them.
    fn edited(&mut self, edits: &[Edit]) {
        let when = format!("after {edits:?}");
        edits.iter().for_each(|edit| _ = apply(&mut self.harbour, edit));
        if self.round(&when) {
            self.good = good(&self.harbour);
        } else {
            restore(&mut self.harbour, &self.good);
            assert!(self.round(&format!("{when}, mended")), "{when}: it was sound before");
        }
    }
}

/// The files and the instant of a site that could be built.
fn good(harbour: &Harbour) -> (Files, String) {
    (golden::read(&harbour.root()), harbour.at.clone())
}

/// Puts every file back that is not as it was.
fn restore(harbour: &mut Harbour, (good, at): &(Files, String)) {
    harbour.at.clone_from(at);
    let now = golden::read(&harbour.root());
    let is_kept = |name: &&String| name.starts_with(".warta/") || good.contains_key(*name);
    now.keys().filter(|name| !is_kept(name)).for_each(|name| fs::remove_file(harbour.path(name)).unwrap());
    let lost = good.iter().filter(|(name, bytes)| !name.starts_with(".warta/") && now.get(*name) != Some(bytes));
    lost.for_each(|(name, bytes)| harbour.put(name, bytes));
}

fn all_said(report: &Report) -> Vec<String> {
    let mut said: Vec<String> = report.said.iter().map(|said| format!("{said:?}")).collect();
    said.sort();
    said
}

#[test]
fn after_any_edits_on_disk_what_is_remembered_changes_neither_a_byte_nor_a_word() {
    let config = Config { cases: 4, failure_persistence: None, max_shrink_iters: 20, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, seeded(11));
    let edits = proptest::collection::vec(proptest::collection::vec(edit(), 1..4), 3..6);
    let outcome = runner.run(&edits, |rounds| {
        let mut desk = Desk::opened();
        rounds.iter().for_each(|edits| desk.edited(edits));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Each kind of edit by itself: a random walk may miss one.
#[test]
fn after_each_kind_of_edit_on_disk_what_is_remembered_changes_neither_a_byte_nor_a_word() {
    let pen = |at: usize| PENS[at % PENS.len()];
    let digits: Vec<Edit> = (0..DIGITS.len()).map(|kind| Edit::Digits(kind, kind, 21, pen(kind))).collect();
    let mut edits: Vec<Edit> = (0..SWITCHES.len()).map(|kind| Edit::Switch(kind, 0, pen(kind))).collect();
    edits.extend((0..BROKEN.len()).map(|kind| Edit::Break(kind, kind)));
    edits.extend((0..INSTANTS.len()).map(Edit::At));
    edits.extend([Edit::SwapFiles(0), Edit::SwapFolders(0, 1), Edit::Add(1), Edit::Move(3), Edit::Remove(3)]);
    edits.extend([Edit::Asset(0, 0), Edit::Asset(1, 5), Edit::Asset(1, 6), Edit::Unlock(1), Edit::Accept(1)]);
    let mut desk = Desk::opened();
    digits.chunks(3).chain(edits.chunks(1)).for_each(|edits| desk.edited(edits));
}

#[test]
fn the_program_remembers_nothing_wrong_of_files_that_are_old_enough_to_be_believed() {
    let mut harbour = Harbour::laid_out();
    harbour.grow_old();
    let mut sound = good(&harbour);
    let mut runner = TestRunner::new_with_rng(Config::default(), seeded(12));
    for round in 0..10 {
        let edits = proptest::collection::vec(edit(), 1..3).new_tree(&mut runner).unwrap().current();
        let when = format!("round {round}, after {edits:?}");
        edits.iter().for_each(|edit| _ = apply(&mut harbour, edit));
        if round % 2 == 0 {
            harbour.assert_checked(&when);
        }
        if harbour.assert_right(&when).status == Some(0) {
            sound = good(&harbour);
        } else {
            restore(&mut harbour, &sound);
            assert_eq!(harbour.assert_right(&format!("{when}, mended")).status, Some(0), "{when}");
        }
    }
}
