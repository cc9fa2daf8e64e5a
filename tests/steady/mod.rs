//! The same sources give the same bytes: whatever the threads, the order of the files, and what was
//! in the folder before.

mod edits;
mod walk;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use tempfile::TempDir;
use warta::pipeline::{self, Origin, Project, Report};
use warta::source::Sources;
use warta::store::manifest::{self, Manifest, State};
use warta::store::tree::{Folder, Memory, Tree, Writing};

use edits::{Desk, Edit};

use crate::support::{self, Files, assert_same, built, golden};

/// The newsroom of this repository in memory, so that tests can change it.
fn newsroom() -> BTreeMap<String, String> {
    let root = support::repository();
    let mut files = BTreeMap::new();
    for top in ["content", "i18n", "static"] {
        for (name, bytes) in golden::read(&root.join(top)) {
            files.insert(format!("{top}/{name}"), String::from_utf8(bytes).unwrap());
        }
    }
    // Texts are edited here at will: what the ledger and the other language say of that is tested elsewhere.
    // Translations that are left behind say so on their pages.
    let settings = fs::read_to_string(root.join("warta.yaml")).unwrap().replace("ledger: on", "ledger: off");
    let settings = settings.replace("{kind:", "{stale: banner, kind:");
    let settings = settings
        + "checks: {parity-block: off, parity-links: off, parity-untranslated: off, parity-figure: off, parity-date: off}
";
    files.insert("warta.yaml".to_owned(), settings);
    files
}

fn of(files: &BTreeMap<String, String>) -> Project {
    let text: String = files.iter().map(|(name, text)| format!("-- {name} --\n{text}")).collect();
    support::project(&text)
}

/// Builds into a tree that may hold an earlier build.
fn build_into(project: &Project, tree: &dyn Tree) -> Report {
    let report = pipeline::build(project, tree, "public", &|_, _| {}).unwrap();
    assert!(!report.has_errors(), "{:#?}", support::codes(&report.said));
    report
}

fn pages(tree: &Memory) -> Files {
    let mut files = tree.files();
    files.remove(manifest::FILE).unwrap();
    files
}

fn in_pool<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

/// A generator of its own seed: a failure is the same failure the next time.
pub(crate) fn seeded(seed: u8) -> TestRng {
    TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32])
}

#[test]
fn one_thread_gives_the_same_bytes_as_many() {
    let project = of(&newsroom());
    let wanted = in_pool(1, || built(&project)).files;
    for threads in [2, 7] {
        let found = in_pool(threads, || built(&project)).files;
        assert_same(&found, &wanted, &format!("{threads} threads"));
    }
}

#[test]
fn one_thread_says_the_same_in_the_same_order_as_many() {
    let mut files = newsroom();
    for (name, text) in &mut files {
        if name.ends_with(".md") {
            text.push_str("\n[lost](doc:nowhere) and <b>HTML</b> and { $nothing }\n");
        }
    }
    let project = of(&files);
    let said = |threads| {
        in_pool(threads, || pipeline::build(&project, &Memory::default(), "public", &|_, _| {}).unwrap().said)
    };
    let wanted = said(1);
    assert!(wanted.len() > 60, "{}", wanted.len());
    assert_eq!(said(2), wanted);
    assert_eq!(said(7), wanted);
}

/// The groups of a template in the order of their first items: Tera's own filter gives them in another order each time.
#[test]
fn groups_stand_in_the_order_of_their_first_items() {
    let names = ["f", "b", "i", "a", "j", "c", "h", "d", "g", "e", "b", "a"];
    let items = names.map(|name| format!("{{'of': {{'name': '{name}'}}}}")).join(", ");
    let page = format!(
        "{{% set groups = [{items}, {{'of': {{'name': 2}}}}, {{'of': {{'name': none}}}}, {{'of': {{'name': true}}}}] | group_by(attribute='of.name') %}}\
         {{% for name, group in groups %}}{{{{ name }}}}{{{{ group | length }}}} {{% endfor %}}\
         {{{{ [] | group_by(attribute='x') | length }}}}\n"
    );
    let mut files = newsroom();
    files.insert("themes/warta/templates/error.html".to_owned(), page);
    assert_eq!(built(&of(&files)).text("en/404.html").trim(), "f1 b2 i1 a2 j1 c1 h1 d1 g1 e1 21 true1 0");
}

#[test]
fn what_cannot_be_grouped_is_told_with_the_template() {
    let told = |given: &str| {
        let mut files = newsroom();
        let page = format!("{{% set groups = {given} %}}{{{{ groups | length }}}}\n");
        files.insert("themes/warta/templates/error.html".to_owned(), page);
        let report = pipeline::build(&of(&files), &Memory::default(), "public", &|_, _| {}).unwrap();
        let said: Vec<String> = report.said.iter().map(|said| format!("{} {:?}", said.code.id, said)).collect();
        said.join("\n")
    };
    for (given, reason) in [
        ("[{'a': 1}, {'b': 1}] | group_by(attribute='a')", "has nothing at \\\"a\\\""),
        ("[{'a': 1.5}] | group_by(attribute='a')", "cannot name a group"),
        ("[{'a': 1}] | group_by()", "attribute"),
    ] {
        let told = told(given);
        assert!(told.contains("W0702") && told.contains(reason), "{given}: {told}");
    }
}

#[test]
fn the_order_in_which_files_are_found_changes_no_byte() {
    let project = of(&newsroom());
    let wanted = built(&project).files;
    let Origin::Memory(settings, sources) = &project.origin else { unreachable!("it is in memory") };
    for seed in 0..3 {
        let found =
            built(&Project { origin: Origin::Memory(settings.clone(), shuffled(sources, seed)), ..project.clone() })
                .files;
        assert_same(&found, &wanted, &format!("shuffle {seed}"));
    }
}

fn shuffled(sources: &Sources, seed: u8) -> Sources {
    fn shuffle<T>(list: &mut [T], random: &mut TestRng) {
        for at in (1..list.len()).rev() {
            list.swap(at, (random.next_u32() as usize) % (at + 1));
        }
    }
    let (mut sources, mut random) = (sources.clone(), seeded(seed));
    for list in [&mut sources.documents, &mut sources.messages, &mut sources.theme] {
        shuffle(list, &mut random);
    }
    for list in [&mut sources.assets, &mut sources.statics, &mut sources.theme_assets] {
        shuffle(list, &mut random);
    }
    sources
}

#[test]
fn a_second_build_writes_nothing_and_leaves_every_file_as_old_as_it_was() {
    let out = TempDir::new().unwrap();
    let project = of(&newsroom());
    let first = build_into(&project, &Folder::at(out.path())).written.unwrap();
    let ages = ages(out.path());
    let second = build_into(&project, &Folder::at(out.path())).written.unwrap();
    assert_eq!((second.written, second.removed, second.is_complete), (0, 0, true));
    assert_eq!(second.unchanged, first.written);
    assert_eq!(self::ages(out.path()), ages);
}

#[test]
fn an_edit_of_one_page_leaves_pages_that_do_not_show_it_as_old_as_they_were() {
    let out = TempDir::new().unwrap();
    let mut files = newsroom();
    build_into(&of(&files), &Folder::at(out.path()));
    let before = ages(out.path());
    files.get_mut("content/pages/imprint/en.md").unwrap().push_str("\nOne more paragraph.\n");
    build_into(&of(&files), &Folder::at(out.path()));
    let after = ages(out.path());
    let touched: Vec<&String> = after.keys().filter(|name| after.get(*name) != before.get(*name)).collect();
    // The parts of the search have their digests in their names.
    let (search, touched): (Vec<&str>, Vec<&str>) =
        touched.into_iter().map(String::as_str).partition(|file| file.starts_with("search/"));
    assert!(!search.is_empty() && search.iter().all(|file| file.starts_with("search/en/")), "{search:?}");
    let texts = ["en/imprint.html", "en/imprint.txt", "sha256sums.txt", "verify/texts.js"];
    assert_eq!(touched[0], ".warta.json");
    assert_eq!(touched[1..], texts);
}

fn ages(root: &Path) -> BTreeMap<String, SystemTime> {
    let names = golden::read(root).into_keys();
    names.map(|name| (name.clone(), fs::metadata(root.join(&name)).unwrap().modified().unwrap())).collect()
}

#[test]
fn what_is_gone_from_the_site_is_gone_from_the_folder_with_the_folders_it_leaves_empty() {
    let out = TempDir::new().unwrap();
    let mut files = newsroom();
    build_into(&of(&files), &Folder::at(out.path()));
    assert!(out.path().join("en/press-releases/2022").is_dir());
    files.retain(|name, _| !name.contains("pacific-workshop"));
    files
        .values_mut()
        .for_each(|text| *text = text.replace("(doc:releases/2022/pacific-workshop)", "(doc:pages/about)"));
    let written = build_into(&of(&files), &Folder::at(out.path())).written.unwrap();
    assert!(written.removed >= 4, "{written:?}");
    assert!(!out.path().join("en/press-releases/2022").exists());
    assert_same(&folder_files(out.path()), &built(&of(&files)).files, "after a removal");
    let manifest = Manifest::parse(&fs::read(out.path().join(manifest::FILE)).unwrap()).unwrap();
    assert_eq!(
        manifest.files.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        folder_files(out.path()).keys().collect::<Vec<_>>()
    );
    let again = build_into(&of(&files), &Folder::at(out.path())).written.unwrap();
    assert_eq!((again.written, again.removed), (0, 0));
}

fn folder_files(root: &Path) -> Files {
    let mut files = golden::read(root);
    files.remove(manifest::FILE).unwrap();
    files
}

#[test]
fn words_of_another_language_that_a_template_asks_for_are_made_again_with_that_language() {
    let tree = Memory::default();
    let mut desk = Desk { files: newsroom(), at: support::LATE };
    desk.apply(&Edit::Theme(2, 1));
    build_into(&desk.project(), &tree);
    desk.change(Some("i18n/en/site.ftl".to_owned()), |text| text.replace("A sample bilingual", "A bilingual"));
    build_into(&desk.project(), &tree);
    let page = String::from_utf8(pages(&tree).remove("id/404.html").unwrap()).unwrap();
    assert!(page.contains("A bilingual newsroom"), "{page}");
}

#[test]
fn what_a_failed_build_wrote_is_pruned_once_the_site_no_longer_has_it() {
    let tree = Memory::default();
    let mut desk = Desk { files: failing_on_one_page(), at: support::LATE };
    desk.apply(&Edit::Add(1));
    let failed = pipeline::build(&desk.project(), &tree, "public", &|_, _| {}).unwrap();
    assert!(failed.has_errors() && tree.size("en/press-releases/2022/new-1.html").is_some());
    let whole = of(&newsroom());
    build_into(&whole, &tree);
    assert_same(&pages(&tree), &built(&whole).files, "after the mending");
}

#[test]
fn a_page_that_becomes_a_folder_and_a_folder_that_becomes_a_page_are_written_over_the_old_tree() {
    let out = TempDir::new().unwrap();
    let mut desk = Desk { files: newsroom(), at: support::LATE };
    for _ in 0..3 {
        build_into(&desk.project(), &Folder::at(out.path()));
        assert_same(&folder_files(out.path()), &built(&desk.project()).files, "after the change of URLs");
        desk.apply(&Edit::Urls);
    }
}

#[test]
fn a_folder_with_files_that_warta_did_not_make_is_refused_and_left_as_it_is() {
    let out = TempDir::new().unwrap();
    fs::write(out.path().join("thesis.txt"), "the only copy").unwrap();
    let report = pipeline::build(&of(&newsroom()), &Folder::at(out.path()), "public", &|_, _| {}).unwrap();
    assert_eq!(support::codes(&report.said), ["W0901"]);
    let left = golden::read(out.path());
    assert_eq!(left, Files::from([("thesis.txt".to_owned(), b"the only copy".to_vec())]));
}

#[test]
fn files_that_others_laid_into_the_folder_are_left_alone() {
    let out = TempDir::new().unwrap();
    let mut files = newsroom();
    build_into(&of(&files), &Folder::at(out.path()));
    fs::write(out.path().join("en/verification.html"), "of a search engine").unwrap();
    files.remove("static/favicon.svg");
    build_into(&of(&files), &Folder::at(out.path()));
    assert!(out.path().join("en/verification.html").exists());
    assert!(!out.path().join("favicon.svg").exists());
}

#[test]
fn a_manifest_that_cannot_be_read_is_made_anew_by_the_next_build() {
    let tree = Memory::default();
    let project = of(&newsroom());
    build_into(&project, &tree);
    tree.write("en/index.html", b"cut o", Writing::InPlace).unwrap();
    tree.write(manifest::FILE, b"{\"program\":", Writing::InPlace).unwrap();
    let report = build_into(&project, &tree);
    assert_eq!(support::codes(&report.said), ["W0906"]);
    assert_eq!(report.written.unwrap().written, 1, "only what differs is written");
    assert_same(&pages(&tree), &built(&project).files, "after the mending");
    assert_eq!(manifest_of(&tree).state, State::Complete);
    assert!(build_into(&project, &tree).said.is_empty());
}

#[test]
fn a_tree_that_an_earlier_build_left_half_way_is_finished_by_the_next() {
    let tree = Memory::default();
    let project = of(&newsroom());
    build_into(&project, &tree);
    let mut half = manifest_of(&tree);
    half.state = State::Incomplete;
    tree.write(manifest::FILE, &half.bytes(), Writing::InPlace).unwrap();
    // Of the same size: the manifest's digest must not be believed.
    let size = tree.size("en/index.html").unwrap();
    tree.write("en/index.html", &vec![b'x'; size.try_into().unwrap()], Writing::InPlace).unwrap();
    tree.remove("id/index.html").unwrap();
    let report = build_into(&project, &tree);
    assert_eq!(support::codes(&report.said), ["W0905"]);
    assert_eq!(report.written.unwrap().written, 2);
    assert_same(&pages(&tree), &built(&project).files, "after the mending");
    assert_eq!(manifest_of(&tree).state, State::Complete);
}

#[test]
fn a_tree_of_another_version_of_the_program_is_made_again() {
    let tree = Memory::default();
    let project = of(&newsroom());
    build_into(&project, &tree);
    let mut other = manifest_of(&tree);
    other.program = "warta 0.0.1 somewhere".to_owned();
    tree.write(manifest::FILE, &other.bytes(), Writing::InPlace).unwrap();
    let size = tree.size("en/index.html").unwrap();
    tree.write("en/index.html", &vec![b'x'; size.try_into().unwrap()], Writing::InPlace).unwrap();
    build_into(&project, &tree);
    assert_same(&pages(&tree), &built(&project).files, "after the update");
}

#[test]
fn a_file_that_was_lost_from_the_folder_comes_back() {
    let out = TempDir::new().unwrap();
    let project = of(&newsroom());
    build_into(&project, &Folder::at(out.path()));
    fs::remove_file(out.path().join("en/about.html")).unwrap();
    fs::write(out.path().join("id/tentang.html"), "short").unwrap();
    build_into(&project, &Folder::at(out.path()));
    assert_same(&folder_files(out.path()), &built(&project).files, "after the loss");
}

fn manifest_of(tree: &Memory) -> Manifest {
    Manifest::parse(&tree.read(manifest::FILE).unwrap().unwrap()).unwrap()
}

/// A template that fails on the page of one state only.
fn failing_on_one_page() -> BTreeMap<String, String> {
    let mut files = newsroom();
    let template = fs::read_to_string(support::repository().join("themes/warta/templates/release.html")).unwrap();
    let failing = "{% block main %}{% if doc.title_text == 'Photo exhibition on Indonesia’s diplomacy opens ICDD Week' %}{{ doc.nothing.at_all }}{% endif %}{{ super() }}{% endblock main %}\n";
    files.insert("themes/warta/templates/release.html".to_owned(), template + failing);
    files
}

#[test]
fn a_page_that_fails_keeps_the_old_one_prunes_nothing_and_leaves_the_tree_incomplete() {
    let tree = Memory::default();
    let whole = newsroom();
    build_into(&of(&whole), &tree);
    let before = pages(&tree);
    let mut files = failing_on_one_page();
    files.remove("static/favicon.svg");
    let report = pipeline::build(&of(&files), &tree, "public", &|_, _| {}).unwrap();
    assert_eq!(support::codes(&report.said), ["W0702 themes/warta/templates/release.html:18:110"]);
    let written = report.written.unwrap();
    assert_eq!((written.is_complete, written.removed), (false, 0));
    let after = pages(&tree);
    assert_eq!(after.get("favicon.svg"), before.get("favicon.svg"), "nothing is pruned");
    assert_eq!(after["en/press-releases/2021/icdd-week.html"], before["en/press-releases/2021/icdd-week.html"]);
    assert_eq!(manifest_of(&tree).state, State::Incomplete);
    build_into(&of(&whole), &tree);
    assert_same(&pages(&tree), &before, "after the template was mended");
}

#[test]
fn a_mistake_that_is_found_before_the_first_byte_leaves_the_tree_untouched() {
    let tree = Memory::default();
    let mut files = newsroom();
    build_into(&of(&files), &tree);
    let before = tree.files();
    files.get_mut("content/pages/about/en.md").unwrap().push_str("\n[lost](doc:nowhere)\n");
    files.get_mut("content/pages/imprint/en.md").unwrap().push_str("\nMore.\n");
    let report = pipeline::build(&of(&files), &tree, "public", &|_, _| {}).unwrap();
    assert!(report.has_errors() && report.written.is_none());
    assert_eq!(tree.files(), before);
}

#[test]
fn what_fails_when_it_is_built_fails_when_it_is_checked() {
    let project = of(&failing_on_one_page());
    let checked = support::codes(&pipeline::check(&project).unwrap().said);
    assert_eq!(checked, support::said(&project));
    assert_eq!(checked.len(), 1, "{checked:?}");
}

#[test]
fn a_file_where_a_folder_has_to_be_is_a_diagnostic() {
    let out = TempDir::new().unwrap();
    fs::write(out.path().join("public"), "a file").unwrap();
    let folder = Folder::at(out.path().join("public"));
    let report = pipeline::build(&of(&newsroom()), &folder, "public", &|_, _| {}).unwrap();
    assert!(report.has_errors());
    assert_eq!(fs::read_to_string(out.path().join("public")).unwrap(), "a file");
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_site_is_said_and_not_followed() {
    let outside = TempDir::new().unwrap();
    fs::write(outside.path().join("secret.md"), "---\ntitle: A secret\nslug: secret\n---\nSecret.\n").unwrap();
    let site = TempDir::new().unwrap();
    for (name, text) in newsroom() {
        let path = site.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::create_dir_all(site.path().join("content/pages/secret")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.md"), site.path().join("content/pages/secret/en.md"))
        .unwrap();
    std::os::unix::fs::symlink(outside.path(), site.path().join("static/all")).unwrap();
    let said = support::said(&support::project_in(site.path()));
    let lines: Vec<&String> = said.iter().filter(|line| line.starts_with("W0103")).collect();
    assert_eq!(lines, ["W0103 content/pages/secret/en.md:1:1", "W0103 static/all:1:1"]);
}
