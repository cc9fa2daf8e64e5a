//! `warta change` and `warta withdraw`: what is written, to the byte, and what leaves everything as it was.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use warta::locale::Instant;

use crate::support::{built, golden, project_in};

const SETTINGS: &str = "base_url: https://isles.example.org\nlocales: [id, en, ar, pt-BR]\ntime_zone: Asia/Makassar\n\
    collections:\n  releases: {kind: release, section: {id: siaran, en: releases, ar: releases, pt-BR: notas}, pairing: announced, acceptance: off}\n  pages: {kind: page}\n";

const FACTS: &str = "status: approved\npublish: 2021-03-12 18.00 WITA\noriginal: id\n";

const TIDE: &str = "content/releases/tide/document.yaml";

/// A site in four languages with one release in these, and its facts.
fn site(languages: &[&str], facts: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "warta.yaml", SETTINGS);
    put(folder.path(), TIDE, facts);
    for tag in languages {
        let words = format!("---\ntitle: Tide ({tag})\nslug: tide\n---\n\nThe tide rose.\n");
        put(folder.path(), &format!("content/releases/tide/{tag}.md"), &words);
    }
    folder
}

/// The same in the two languages that the theme speaks, so that it can be built.
fn site_to_build(facts: &str) -> TempDir {
    let folder = site(&["id", "en"], facts);
    put(
        folder.path(),
        "warta.yaml",
        &SETTINGS.replace(", ar, pt-BR]", "]").replace(", ar: releases, pt-BR: notas", ""),
    );
    put(
        folder.path(),
        "i18n/id/site.ftl",
        "site-title = Pulau\nsite-description = Berita\ncollection-releases = Siaran\ncollection-pages = Halaman\n",
    );
    put(
        folder.path(),
        "i18n/en/site.ftl",
        "site-title = Isles\nsite-description = News\ncollection-releases = Releases\ncollection-pages = Pages\n",
    );
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    // What an author does is done now, whatever the build is pinned to.
    command.env("SOURCE_DATE_EPOCH", "1752019200");
    command.current_dir(folder).args(arguments).output().unwrap()
}

fn said(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Runs a command that must write, and gives the facts.
fn written(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
    fs::read_to_string(folder.join(TIDE)).unwrap()
}

/// Runs a command that must be refused with this status and these words, and write nothing.
fn refused(folder: &Path, arguments: &[&str], status: i32, words: &str) {
    let before = golden::read(folder);
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(status), "{arguments:?}: {output:?}");
    assert!(said(&output).contains(words), "{arguments:?}: {}", said(&output));
    assert_eq!(golden::read(folder), before, "{arguments:?}");
}

const CHANGE: [&str; 4] = ["change", "releases/tide", "--grade", "correction"];
const AT: [&str; 2] = ["--at", "2031-03-13 08.00 WITA"];
const BOTH: [&str; 4] = ["--id", "Salah.", "--en", "Wrong."];
const ENTRY: &str =
    "  - at: 2031-03-13 08.00 WITA\n    grade: correction\n    note:\n      id: \"Salah.\"\n      en: \"Wrong.\"\n";

fn change(options: &[&'static str]) -> Vec<&'static str> {
    [&CHANGE[..], &AT, options].concat()
}

#[test]
fn all_that_the_file_said_stays_byte_for_byte() {
    let facts = [
        FACTS.to_owned(),
        format!("\u{feff}# A mark, and a remark\r\n{}\r\n# end", FACTS.replace('\n', "\r\n").trim_end()),
        format!(
            "{FACTS}changes:\n- {{at: 2022-01-01 08.00 WITA, grade: update, note: {{id: 'A: b', en: \"c\\td\"}}}}\n"
        ),
        format!(
            "changes:\n  - at: 2022-01-01 08.00 WITA   # early\n    grade: update\n    note: {{id: a, en: b}}\n\n\n# facts\n{FACTS}"
        ),
    ];
    for old in facts {
        let folder = site(&["id", "en"], &old);
        let new = written(folder.path(), &change(&BOTH));
        let front = old.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
        let back = old.bytes().rev().zip(new.bytes().rev()).take_while(|(one, other)| one == other).count();
        assert!(front + back >= old.len(), "{old:?}\n{new:?}");
        assert!(new.replace("\r\n", "\n").contains(ENTRY.trim_start()) || new.contains("- at: 2031"), "{new:?}");
        assert_eq!(old.contains('\r'), new.contains('\r'));
        assert!(
            !new.replace("\r\n", "").contains('\r') && (!old.contains('\r') || !new.replace("\r\n", "").contains('\n'))
        );
    }
}

#[test]
fn a_note_may_hold_anything_that_can_be_seen_and_readers_get_it() {
    let folder = site_to_build(FACTS);
    let note = "\"Ten\" \\ 'nine': # [x] 🌊\nand a second line";
    let new = written(folder.path(), &[&CHANGE[..], &AT, &["--id", "Sepuluh, sembilan.", "--en", note]].concat());
    assert!(new.contains("      en: \"\\\"Ten\\\" \\\\ 'nine': # [x] 🌊\\nand a second line\"\n"), "{new}");
    let mut project = project_in(folder.path());
    project.at = Instant::parse("2031-03-14 00.00 UTC").unwrap();
    let page = built(&project).text("en/releases/tide.html").to_owned();
    assert!(page.contains("&quot;Ten&quot; \\ &#39;nine&#39;: # [x] 🌊\nand a second line"), "{page}");
}

#[test]
fn without_an_instant_it_is_the_clocks_minute_in_the_zone_of_the_site() {
    let folder = site(&["id", "en"], FACTS);
    let new = written(folder.path(), &[&CHANGE[..], &BOTH].concat());
    let line = new.lines().find_map(|line| line.strip_prefix("  - at: ")).unwrap();
    assert!(line.ends_with(" WITA") && line.len() == "2031-03-13 08.00 WITA".len(), "{line}");
    let behind = jiff::Timestamp::now().duration_since(Instant::parse(line).unwrap().moment()).as_secs();
    assert!((0..180).contains(&behind), "{line} is {behind} s ago");
}

#[test]
fn every_language_of_the_site_is_an_option() {
    let folder = site(&["id", "en", "ar", "pt-BR"], FACTS);
    let options = ["--pt-BR", "Errado.", "--ar=خطأ", "--en", "Wrong."];
    refused(folder.path(), &change(&options), 2, "add --id \"…\"");
    let new = written(folder.path(), &change(&[&options[..], &["--id", "Salah."]].concat()));
    let notes = "    note:\n      id: \"Salah.\"\n      en: \"Wrong.\"\n      ar: \"خطأ\"\n      pt-BR: \"Errado.\"\n";
    assert!(new.ends_with(notes), "{new}");
    let some = ["--affects", "pt-BR,ar", "--id", "Salah.", "--en", "Wrong.", "--ar", "خطأ", "--pt-br", "Errado."];
    let new = written(folder.path(), &change(&some));
    assert!(new.ends_with(&format!("{notes}    affects: [ar, pt-BR]\n")), "{new}");
}

#[test]
fn a_folder_may_be_called_as_a_command_is() {
    let above = TempDir::new().unwrap();
    let folder = site(&["ar"], FACTS);
    fs::rename(folder.path(), above.path().join("change")).unwrap();
    let withdraw = ["--root", "change", "withdraw", "releases/tide", "--ar", "خطأ"];
    let output = run(above.path(), &[&withdraw[..], &AT].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn a_note_is_for_an_edition_that_is_there_and_has_words() {
    let folder = site(&["id", "en"], FACTS);
    let with = |more: &[&'static str]| change(&[&BOTH[..], more].concat());
    refused(folder.path(), &change(&[]), 2, "add --id \"…\" --en \"…\"");
    refused(folder.path(), &with(&["--ar", "خطأ"]), 2, "has no edition in ar, only in id, en: leave ar out");
    refused(folder.path(), &with(&["--fr", "Faux."]), 2, "has no language fr, only id, en, ar, pt-BR");
    refused(folder.path(), &with(&["--affects", "ar"]), 2, "has no edition in ar");
    refused(folder.path(), &with(&["--xyzzy", "x"]), 2, "no option or argument \"--xyzzy\"");
    refused(folder.path(), &with(&["--fr"]), 2, "wants a value");
    refused(folder.path(), &change(&["--id", " \n", "--en", "Wrong."]), 2, "--id has no words");
    refused(folder.path(), &change(&["--id", "a\u{7}b", "--en", "Wrong."]), 2, "--id holds a control character");
    refused(folder.path(), &change(&["--id", "a\tb", "--en", "Wrong."]), 2, "--id holds a control character");
}

#[test]
fn what_is_not_public_needs_no_record() {
    let standings = [
        ("status: draft\npublish: 2021-03-12 18.00 WITA\noriginal: id\n", "it is a draft"),
        ("status: approved\npublish: 2031-03-13 08.01 WITA\noriginal: id\n", "it goes out at 2031-03-13 08.01 WITA"),
    ];
    for (facts, why) in standings {
        let folder = site(&["id", "en"], facts);
        refused(folder.path(), &change(&BOTH), 2, why);
        refused(folder.path(), &[&["withdraw", "releases/tide"], &AT[..], &BOTH].concat(), 2, why);
    }
    let folder = site(&["id", "en"], FACTS);
    let settings = SETTINGS.replace("pairing: announced", "pairing: required");
    put(folder.path(), "warta.yaml", &settings);
    refused(folder.path(), &change(&BOTH), 2, "it waits for ar, pt-BR");
    let early = [&CHANGE[..], &BOTH, &["--at", "2021-03-12 17.59 WITA"]].concat();
    let folder = site(&["id", "en"], FACTS);
    refused(folder.path(), &early, 2, "it goes out at 2021-03-12 18.00 WITA");
}

#[test]
fn where_one_edition_is_still_to_come_what_changed_has_to_be_named() {
    let facts = "status: approved\npublish: {id: 2021-03-12 18.00 WITA, en: 2031-04-01 08.00 WITA}\noriginal: id\n";
    let folder = site_to_build(facts);
    refused(folder.path(), &change(&BOTH), 2, "not public in en yet: say which languages changed with --affects id");
    written(folder.path(), &change(&[&BOTH[..], &["--affects", "id"]].concat()));
    // A withdrawal reaches the edition that is still to come too.
    let new = written(folder.path(), &[&["withdraw", "releases/tide"], &AT[..], &BOTH].concat());
    assert!(
        new.ends_with("withdrawn:\n  at: 2031-03-13 08.00 WITA\n  reason:\n    id: \"Salah.\"\n    en: \"Wrong.\"\n"),
        "{new}"
    );
    let report = built(&project_in(folder.path())).report;
    assert_eq!(report.said, []);
}

#[test]
fn a_shape_that_is_not_sure_is_not_touched_and_the_entry_is_printed() {
    let shapes = [
        "changes: []\n",
        "changes: [{at: 2022-01-01 08.00 WITA, grade: update, note: {id: a, en: b}}]\n",
        "changes:\n  -\n    at: 2022-01-01 08.00 WITA\n    grade: update\n    note: {id: a, en: b}\n",
    ];
    for shape in shapes {
        let folder = site(&["id", "en"], &format!("{FACTS}{shape}"));
        refused(folder.path(), &change(&BOTH), 1, "paste this entry by hand");
        let output = run(folder.path(), &change(&BOTH));
        assert_eq!(std::str::from_utf8(&output.stdout).unwrap(), ENTRY, "{shape:?}");
    }
    let folder = site(&["id", "en"], "{status: approved, publish: 2021-03-12 18.00 WITA, original: id}\n");
    refused(folder.path(), &[&["withdraw", "releases/tide"], &AT[..], &BOTH].concat(), 1, "paste this entry by hand");
}

#[test]
fn an_entry_that_would_be_a_mistake_is_not_written() {
    let folder = site(&["id", "en"], FACTS);
    refused(folder.path(), &change(&["--id", "{ $x }", "--en", "Wrong."]), 1, "error[W0606]");
    refused(folder.path(), &change(&["--id", "{", "--en", "Wrong."]), 1, "error[W0512]");
    let folder = site(&["id", "en"], &format!("{FACTS}grade: 1\n"));
    refused(folder.path(), &change(&BOTH), 1, "error[W0202]");
    let folder = site(&["id", "en"], "status: [\n");
    refused(folder.path(), &change(&BOTH), 1, "error[W0201]");
    let folder = site(&["id", "en"], FACTS);
    fs::write(folder.path().join(TIDE), b"status: \xff\n").unwrap();
    refused(folder.path(), &change(&BOTH), 1, "error[W0101]");
    let folder = site(&["id", "en"], FACTS);
    put(folder.path(), "warta.yaml", &format!("{SETTINGS}unknown: 1\n"));
    refused(folder.path(), &change(&BOTH), 1, "error[W0202]");
}

#[test]
fn mistakes_elsewhere_do_not_keep_a_change_back() {
    let folder = site(&["id", "en"], FACTS);
    put(folder.path(), "content/releases/other/document.yaml", "status: [\n");
    put(folder.path(), "content/releases/tide/en.md", "---\nsummary: no title\n---\n\nText.\n");
    written(folder.path(), &change(&BOTH));
}

#[test]
fn what_a_withdrawal_breaks_elsewhere_is_told() {
    let folder = site(&["id", "en"], FACTS);
    put(folder.path(), "warta.yaml", &format!("{SETTINGS}menu: [doc:releases/tide]\n"));
    let output = run(folder.path(), &[&["withdraw", "releases/tide"], &AT[..], &BOTH].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(said(&output).contains("is to be mended too") && said(&output).contains("W0803"), "{}", said(&output));
}

#[test]
fn nothing_but_the_facts_is_written_and_nothing_is_left_beside_them() {
    let folder = site(&["id", "en"], FACTS);
    let mut before = golden::read(folder.path());
    written(folder.path(), &change(&BOTH));
    let mut after = golden::read(folder.path());
    assert_eq!(after.remove(TIDE), Some(format!("{FACTS}changes:\n{ENTRY}").into_bytes()));
    before.remove(TIDE).unwrap();
    assert_eq!(after, before);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_what_it_leads_to_is_written() {
    let folder = site(&["id", "en"], "");
    put(folder.path(), "shared.yaml", FACTS);
    fs::remove_file(folder.path().join(TIDE)).unwrap();
    std::os::unix::fs::symlink(folder.path().join("shared.yaml"), folder.path().join(TIDE)).unwrap();
    let new = written(folder.path(), &change(&BOTH));
    assert!(folder.path().join(TIDE).is_symlink());
    assert_eq!(fs::read_to_string(folder.path().join("shared.yaml")).unwrap(), new);
}

#[test]
fn beside_a_format_for_machines_only_the_result_is_said_and_never_beside_a_document() {
    for format in ["short", "github"] {
        let folder = site(&["id", "en"], FACTS);
        let output = run(folder.path(), &[&change(&BOTH)[..], &["--format", format]].concat());
        assert_eq!((output.status.code(), said(&output)), (Some(0), ""));
        assert_eq!(std::str::from_utf8(&output.stdout).unwrap(), ENTRY);
    }
    let folder = site(&["id", "en"], FACTS);
    let output = run(folder.path(), &[&change(&BOTH)[..], &["--format", "json"]].concat());
    assert_eq!((output.status.code(), said(&output)), (Some(0), ENTRY));
    assert_eq!(std::str::from_utf8(&output.stdout).unwrap(), "[]\n");
}
