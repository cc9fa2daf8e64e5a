//! What is due when, and waiting for it. No test sleeps: what is waited for has passed, or lies
//! beyond what may be waited for.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;
use warta::model::due::{self, Due};
use warta::pipeline;

use crate::support::{at, project};

const SETTINGS: &str = "-- warta.yaml --
base_url: https://islands.example.org
locales: [id, en]
time_zone: Asia/Makassar
collections:
  releases: {kind: release, path: \"r/{slug}\", acceptance: off}
  notes: {kind: release, path: \"n/{slug}\", pairing: announced, acceptance: off}
-- i18n/id/site.ftl --
site-title = Kabar
site-description = Kabar rekaan.
collection-releases = Siaran
collection-notes = Catatan
-- i18n/en/site.ftl --
site-title = News
site-description = Invented news.
collection-releases = Releases
collection-notes = Notes
";

/// A document of both languages.
fn both(id: &str, facts: &str) -> String {
    let slug = id.rsplit('/').next().unwrap();
    let words =
        |locale: &str| format!("-- content/{id}/{locale}.md --\n---\ntitle: {slug}\nslug: {slug}\n---\nWords.\n");
    format!("-- content/{id}/document.yaml --\n{facts}\noriginal: id\n{}{}", words("id"), words("en"))
}

fn approved(id: &str, publish: &str) -> String {
    both(id, &format!("status: approved\npublish: {publish}"))
}

/// What is due in a site of these documents: `2031-06-01T08:00:00+08:00 releases/plan id en`.
fn upcoming(documents: &[String], instant: &str) -> Vec<String> {
    let mut project = project(&(SETTINGS.to_owned() + &documents.concat()));
    project.at = at(instant);
    let report = pipeline::prepare(&project).unwrap();
    assert!(!report.has_errors(), "{:#?}", report.said);
    let mut due = due::upcoming(&report.prepared.unwrap().site, &project.at);
    // The end of the days in which something is news has tests of its own.
    due.retain(|due| due.why != due::Why::NewsWindow);
    assert_eq!(due::by_moment(&due).flatten().count(), due.len());
    due.iter().map(line).collect()
}

fn line(due: &Due) -> String {
    let locales: Vec<&str> = due.locales.iter().map(|locale| locale.as_str()).collect();
    format!("{} {} {}", due.at.iso(), due.document, locales.join(" "))
}

#[test]
fn the_soonest_comes_first_and_of_one_moment_the_documents_in_order() {
    let documents = [
        approved("releases/late", "2031-07-01 08.00 WITA"),
        approved("releases/b", "2031-06-01 08.00 WITA"),
        approved("releases/a", "2031-06-01 09.00 WIT"),
        approved("releases/soon", "2031-05-01 08.00 WITA"),
        approved("releases/past", "2001-05-01 08.00 WITA"),
    ];
    let due = upcoming(&documents, "2031-04-01 00.00 UTC");
    let expected = [
        "2031-05-01T08:00:00+08:00 releases/soon id en",
        "2031-06-01T09:00:00+09:00 releases/a id en",
        "2031-06-01T08:00:00+08:00 releases/b id en",
        "2031-07-01T08:00:00+08:00 releases/late id en",
    ];
    assert_eq!(due, expected);
    assert_eq!(upcoming(&documents, "2031-05-01T00:00:00Z"), expected[1..]);
    assert_eq!(upcoming(&documents, "2031-06-01T00:00:00Z"), expected[3..]);
    assert_eq!(upcoming(&documents, "2031-07-01T00:00:00Z"), [""; 0]);
}

#[test]
fn languages_that_go_out_apart_are_two_and_together_one_at_the_last_instant() {
    let apart = "{en: 2031-06-01 12.00 WITA, id: 2031-06-01 08.00 WITA}";
    let due = upcoming(&[approved("notes/x", apart), approved("releases/x", apart)], "2031-04-01 00.00 UTC");
    let expected = [
        "2031-06-01T08:00:00+08:00 notes/x id",
        "2031-06-01T12:00:00+08:00 notes/x en",
        "2031-06-01T12:00:00+08:00 releases/x id en",
    ];
    assert_eq!(due, expected);
}

#[test]
fn one_moment_in_two_zones_is_one_release() {
    let zones = "{id: 2031-06-01 08.00 WITA, en: 2031-06-01 00.00 UTC}";
    let due = upcoming(&[approved("notes/x", zones)], "2031-04-01 00.00 UTC");
    assert_eq!(due, ["2031-06-01T08:00:00+08:00 notes/x id en"]);
}

#[test]
fn what_the_clock_alone_does_not_bring_out_is_not_due() {
    let document = approved("releases/alone", "2031-06-01 08.00 WITA");
    let alone = document[..document.find("-- content/releases/alone/en.md").unwrap()].to_owned();
    let waits = approved("releases/waits", "2031-06-01 08.00 WITA");
    let (rest, words) = waits.rsplit_once("slug: waits").unwrap();
    let waits = format!("{rest}slug: waits\nstatus: draft{words}");
    let draft = both("releases/draft", "status: draft\npublish: 2031-06-01 08.00 WITA");
    let waiting = alone.replace("alone", "waiting").replace("2031-06-01", "2001-06-01");
    let note = alone.replace("releases", "notes");
    let due = upcoming(&[alone, waits, draft, waiting, note], "2031-04-01 00.00 UTC");
    assert_eq!(due, ["2031-06-01T08:00:00+08:00 notes/alone id"]);
}

/// A site in a folder.
fn folder(documents: &[String]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let text = SETTINGS.to_owned() + &documents.concat();
    for file in format!("\n{text}").split("\n-- ").skip(1) {
        let (name, text) = file.split_once(" --\n").unwrap();
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("{text}\n")).unwrap();
    }
    folder
}

fn run(folder: &Path, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"] {
        command.env_remove(name);
    }
    command.current_dir(folder).arg("due").args(options).output().unwrap()
}

fn asked(folder: &Path, options: &[&str]) -> Value {
    let output = run(folder, &[&["--json"], options].concat());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn json_tells_the_next_moment_the_later_ones_and_how_long_a_cache_may_keep_a_page() {
    let site = folder(&[
        approved("releases/b", "2031-06-01 08.00 WITA"),
        approved("notes/a", "{id: 2031-06-01 08.00 WITA, en: 2031-06-02 08.00 WITA}"),
    ]);
    let release =
        |document: &str, locales: &[&str]| json!({"why": "release", "document": document, "locales": locales});
    let expected = json!({
        "at": "2031-06-01T07:00:00+08:00",
        "next": {
            "at": "2031-06-01T08:00:00+08:00", "utc": "2031-06-01T00:00:00+00:00", "seconds": 3600,
            "causes": [release("notes/a", &["id"]), release("releases/b", &["id", "en"])],
        },
        "later": [{
            "at": "2031-06-02T08:00:00+08:00", "utc": "2031-06-02T00:00:00+00:00", "seconds": 90_000,
            "causes": [release("notes/a", &["en"])],
        }],
        "max_age": 3600,
        "waited": null,
    });
    assert_eq!(asked(site.path(), &["--at", "2031-05-31T23:00:00Z"]), expected);
    let nothing =
        json!({"at": "2031-06-04T08:00:00+08:00", "next": null, "later": [], "max_age": null, "waited": null});
    assert_eq!(asked(site.path(), &["--at", "2031-06-04T00:00:00Z"]), nothing);
    let two_days = asked(site.path(), &["--at", "2031-06-03T00:00:00Z"]);
    let cause = json!([{"why": "news-window", "document": "notes/a", "locales": ["en"]}]);
    assert_eq!((&two_days["max_age"], &two_days["next"]["causes"]), (&json!(86_400), &cause));
}

#[test]
fn waiting_ends_at_once_for_what_has_passed_what_is_too_far_and_nothing() {
    let site = folder(&[
        approved("releases/past", "2001-06-01 08.00 WITA"),
        approved("releases/far", "9000-06-01 08.00 WITA"),
    ]);
    let waited = |options: &[&str]| asked(site.path(), &[&["--wait"], options].concat())["waited"].clone();
    assert_eq!(waited(&["--at", "2001-05-31T23:59:59Z"]), true);
    assert_eq!(waited(&["--at", "2001-05-31T23:59:59Z", "--within", "0s"]), true);
    assert_eq!(waited(&[]), false);
    assert_eq!(waited(&["--within", "1000h"]), false);
    assert_eq!(waited(&["--at", "9001-01-01T00:00:00Z"]), false);
    let last_line = |options: &[&str]| {
        let output = run(site.path(), &[&["--wait"], options].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        String::from_utf8(output.stdout).unwrap().lines().last().unwrap().to_owned()
    };
    assert_eq!(last_line(&["--at", "2001-05-31T23:59:59Z"]), "that instant has come: build now");
    assert_eq!(last_line(&["--within", "1h30m"]), "nothing is due within 1h30m");
    assert_eq!(last_line(&["--at", "9001-01-01T00:00:00Z"]), "nothing is due");
}

#[test]
fn a_site_with_errors_tells_them_and_waits_for_nothing() {
    let broken = approved("releases/past", "2001-06-01 08.00 WITA").replace("slug: past", "slug: past\nsummry: x");
    let site = folder(&[broken, approved("releases/far", "9000-06-01 08.00 WITA")]);
    for options in [&["--json"][..], &["--wait"], &[]] {
        let output = run(site.path(), options);
        assert_eq!((output.status.code(), &output.stdout[..]), (Some(1), &b""[..]), "{output:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("error[W0202]"));
    }
}

#[test]
fn the_mistakes_of_what_is_held_do_not_hide_its_hour() {
    let broken = approved("releases/far", "9000-06-01 08.00 WITA").replace("slug: far", "slug: far\nsummry: x");
    let site = folder(&[broken]);
    let output = run(site.path(), &[]);
    assert_eq!((output.status.code(), &output.stderr[..]), (Some(0), &b""[..]), "{output:?}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("releases/far goes out in id, en"));
}
