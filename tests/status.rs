//! `warta status` beyond its transcripts: what is unreadable, what belongs to no document, how wide it is.

use std::process::{Command, Output};

use tempfile::TempDir;

use crate::support::{golden, repository};

/// The site of the transcripts, in a folder to spoil.
fn site() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in golden::read(&repository().join("tests/command/status.in")) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn status(site: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.current_dir(site.path()).args(["status", "--at", "2031-03-14 08.00 WITA"]).args(arguments).output().unwrap()
}

fn json(site: &TempDir) -> serde_json::Value {
    let output = status(site, &["--json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The states of a document, by locale.
fn states(json: &serde_json::Value, id: &str) -> Vec<String> {
    let documents = json["documents"].as_array().unwrap();
    let document = documents.iter().find(|document| document["document"] == id).unwrap();
    let editions = document["editions"].as_array().unwrap().iter();
    editions.map(|edition| format!("{} {}", edition["locale"], edition["state"]).replace('"', "")).collect()
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_fails() {
    let site = site();
    std::fs::write(site.path().join("content/releases/2031/tide/en.md"), "no front matter").unwrap();
    std::fs::write(site.path().join("content/releases/2031/port/document.yaml"), "{").unwrap();
    std::fs::write(site.path().join("content/notes/lamp/document.lock"), "{").unwrap();
    let json = json(&site);
    assert_eq!(states(&json, "releases/2031/tide"), ["id released", "en unreadable"]);
    assert_eq!(states(&json, "releases/2031/port"), ["id unreadable", "en unreadable"]);
    assert_eq!(states(&json, "notes/lamp"), ["id draft", "en missing"]);
    assert_eq!(json["totals"]["editions"]["unreadable"], 3);
}

#[test]
fn a_language_that_is_waited_for_is_named() {
    let json = json(&site());
    let port = &json["documents"][4]["editions"][0];
    assert_eq!((&port["state"], &port["waits_for"]), (&"waiting".into(), &serde_json::json!(["en"])));
}

#[test]
fn what_is_found_in_no_document_counts_for_the_whole_site_only() {
    let site = site();
    std::fs::write(site.path().join("i18n/en/more.ftl"), "site-title = Twice\nnot fluent\n").unwrap();
    let whole = String::from_utf8(status(&site, &[]).stdout).unwrap();
    assert!(whole.contains("\n  in no document  "), "{whole}");
    let part = String::from_utf8(status(&site, &["notes"]).stdout).unwrap();
    assert!(!part.contains("in no document") && part.contains("no errors, no warnings"), "{part}");
}

#[test]
fn no_line_is_longer_than_a_terminal() {
    let site = site();
    for language in ["id", "en"] {
        let text = String::from_utf8(status(&site, &["--locale", language]).stdout).unwrap();
        let long: Vec<&str> = text.lines().filter(|line| line.chars().count() > 80).collect();
        assert_eq!(long, Vec::<&str>::new());
    }
}
