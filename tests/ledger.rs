//! The ledger over the life of a site: what is sealed, what fails after that, what may change all the same.
//!
//! Sites lie in folders of the test's own, and the program itself seals and checks them.
#![expect(clippy::disallowed_methods, reason = "a test lays out a site and edits it as an author would")]

use std::fs;

use crate::support;
use crate::support::office::Office;

const SITE: &str = r#"
-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Jakarta
ledger: on
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  outcomes: {kind: outcome, section: {id: hasil, en: outcomes}, path: "{section}/{slug}", pairing: announced, acceptance: off}
-- ledger.jsonl --
-- i18n/id/site.ftl --
site-title = Kantor Pers Teluk Biru
site-description = Siaran pers.
collection-releases = Siaran pers
collection-outcomes = Dokumen hasil
-forum = Forum Teluk
-- i18n/en/site.ftl --
site-title = Teluk Biru Press Office
site-description = Press releases.
collection-releases = Press releases
collection-outcomes = Outcomes
-forum = Bay Forum
-- content/releases/forum/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
figures: {cities: 12}
-- content/releases/forum/en.md --
---
title: "{ -forum } opens"
slug: forum
---

{ $cities } cities take part.

They meet for two days.
-- content/releases/next/document.yaml --
status: approved
publish: 2031-06-01 09.00 WIB
-- content/releases/next/en.md --
---
title: The next release
slug: next
---

More to come.
-- content/outcomes/appeal/document.yaml --
status: approved
publish: 2031-05-21 09.00 WIB
-- content/outcomes/appeal/en.md --
---
title: Bay Appeal
slug: appeal
---

We met.

We agreed.

We go on.
"#;

const FORUM: &str = "content/releases/forum/en.md";
const FACTS: &str = "content/releases/forum/document.yaml";
const CHANGE: &str = "changes:\n  - at: 2031-05-22 09.00 WIB\n    grade: correction\n    note: {en: Eleven cities.}\n";

/// The site above, sealed on the day after the outcome.
fn sealed() -> Office {
    let office = Office::of(SITE);
    office.good("seal", "2031-05-22 08.00 WIB", &[]);
    office
}

const LATER: &str = "2031-05-23 08.00 WIB";

#[test]
fn what_is_out_is_sealed_once_and_what_is_held_is_not() {
    let office = sealed();
    let ledger = office.read("ledger.jsonl");
    let named: Vec<&str> = ledger.lines().map(|line| line.split('"').nth(3).unwrap()).collect();
    assert_eq!(named, ["releases/forum", "outcomes/appeal"]);
    assert!(!ledger.contains("next"));
    office.good("seal", LATER, &[]);
    assert_eq!(office.read("ledger.jsonl"), ledger);
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    office.good("seal", "2031-06-02 08.00 WIB", &[]);
    assert!(office.read("ledger.jsonl").starts_with(&ledger));
    assert_eq!(office.read("ledger.jsonl").lines().count(), 3);
}

#[test]
fn a_silent_edit_of_a_released_text_fails_where_the_text_parts() {
    let office = sealed();
    office.edit(FORUM, "two days", "three days");
    assert_eq!(office.errors(LATER), ["W1005 content/releases/forum/en.md:8:1"]);
    assert_eq!(office.run("seal", LATER, &[]).status.code(), Some(1));
    assert_eq!(office.run("check", LATER, &[]).status.code(), Some(1));
    // Bringing the words back mends it, and so does any way of writing the same words.
    office.edit(FORUM, "They meet for three days.", "They *meet*\nfor two days.");
    assert_eq!(office.errors(LATER), Vec::<String>::new());
}

#[test]
fn a_figure_of_the_facts_is_part_of_the_text() {
    let office = sealed();
    office.edit(FACTS, "cities: 12", "cities: 11");
    assert_eq!(office.errors(LATER), ["W1005 content/releases/forum/en.md:6:1"]);
}

#[test]
fn a_recorded_change_lets_the_text_change_once_it_is_in_force_and_not_before() {
    let office = sealed();
    office.add(FACTS, CHANGE);
    assert_eq!(office.errors("2031-05-22 08.59 WIB"), Vec::<String>::new());
    office.edit(FACTS, "cities: 12", "cities: 11");
    assert_eq!(office.errors("2031-05-22 08.59 WIB"), ["W1006 content/releases/forum/en.md:6:1"]);
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    office.good("seal", LATER, &[]);
    // Sealed, the changed text is what holds.
    office.edit(FACTS, "cities: 11", "cities: 10");
    assert_eq!(office.errors(LATER), ["W1005 content/releases/forum/en.md:6:1"]);
}

#[test]
fn a_record_that_is_taken_back_is_missed() {
    let office = sealed();
    let facts = office.read(FACTS);
    office.add(FACTS, CHANGE);
    office.good("seal", LATER, &[]);
    office.write(FACTS, &facts);
    assert_eq!(office.errors(LATER), ["W1011 content/releases/forum/document.yaml:1:1"]);
    office.add(FACTS, "withdrawn: {at: 2031-05-23 07.00 WIB, reason: {en: Wrong.}}\n");
    office.add(FACTS, CHANGE);
    office.good("seal", LATER, &[]);
    office.write(FACTS, &(facts + CHANGE));
    assert_eq!(office.errors(LATER), ["W1011 content/releases/forum/document.yaml:1:1"]);
}

#[test]
fn a_moved_url_needs_a_redirect_from_the_old_one() {
    let office = sealed();
    office.edit(FORUM, "slug: forum", "slug: bay-forum");
    assert_eq!(office.errors(LATER), ["W1008 ledger.jsonl:1:1"]);
    // Another document at the old address is no redirect.
    office.edit("content/outcomes/appeal/en.md", "slug: appeal", "slug: forum");
    assert_eq!(office.errors(LATER).len(), 2);
}

#[test]
fn an_edition_that_is_no_longer_public_leaves_an_address_behind() {
    for (from, to) in [("status: approved", "status: draft"), ("2031-05-20 09.00", "2031-07-20 09.00")] {
        let office = sealed();
        office.edit(FACTS, from, to);
        assert_eq!(office.errors(LATER), ["W1008 ledger.jsonl:1:1"], "{to}");
    }
    let office = sealed();
    fs::remove_dir_all(office.path().join("content/releases/forum")).unwrap();
    assert_eq!(office.errors(LATER), ["W1008 ledger.jsonl:1:1"]);
}

#[test]
fn a_release_that_is_dated_otherwise_later_is_an_error() {
    let office = sealed();
    office.edit(FACTS, "2031-05-20 09.00", "2031-05-19 09.00");
    assert_eq!(office.errors(LATER), ["W1010 content/releases/forum/document.yaml:1:1"]);
    // The same moment in another zone is no other moment.
    office.edit(FACTS, "2031-05-19 09.00 WIB", "2031-05-20 02.00 UTC");
    assert_eq!(office.errors(LATER), Vec::<String>::new());
}

#[test]
fn an_anchor_of_an_outcome_stays_where_it_is_even_with_a_change() {
    let office = sealed();
    let facts = "content/outcomes/appeal/document.yaml";
    office.add(facts, &CHANGE.replace("Eleven cities.", "One sentence more."));
    office.edit("content/outcomes/appeal/en.md", "We agreed.", "We were many.\n\nWe agreed.");
    assert_eq!(office.errors(LATER), ["W1009 content/outcomes/appeal/en.md:10:1"]);
    office.edit("content/outcomes/appeal/en.md", "We were many.\n\nWe agreed.", "We agreed on it.");
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    office.edit("content/outcomes/appeal/en.md", "\nWe go on.\n", "");
    assert_eq!(office.errors(LATER).len(), 1);
}

#[test]
fn where_a_message_makes_the_text_another_the_cause_is_named_and_can_be_recorded() {
    let office = sealed();
    office.edit("i18n/en/site.ftl", "Bay Forum", "Forum of the Bay");
    assert_eq!(office.errors(LATER), ["W1007 content/releases/forum/en.md:2:8"]);
    let said = String::from_utf8(office.run("build", LATER, &[]).stdout).unwrap();
    assert!(said.contains("{ -forum } gave \"Bay Forum\" and now gives \"Forum of the Bay\""), "{said}");
    assert_eq!(office.run("seal", LATER, &[]).status.code(), Some(1));
    office.good("seal", LATER, &["--formatter"]);
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    assert!(office.read("ledger.jsonl").contains("\"event\":\"formatter\""));
    let ledger = office.read("ledger.jsonl");
    office.good("seal", LATER, &["--formatter"]);
    assert_eq!(office.read("ledger.jsonl"), ledger);
}

#[test]
fn labels_and_the_theme_are_no_part_of_a_text() {
    let office = sealed();
    office.edit("i18n/en/site.ftl", "site-description = Press releases.", "site-description = News.");
    office.edit("warta.yaml", "ledger: on\n", "ledger: on\nurls: directory\n");
    fs::create_dir_all(office.path().join("themes/warta/templates")).unwrap();
    office.write("themes/warta/templates/release.html", "<!doctype html><title>x</title>{{ doc.body }}");
    assert_eq!(office.errors(LATER), Vec::<String>::new());
}

#[test]
fn ledgers_of_two_branches_merge_line_by_line_in_any_order() {
    let office = sealed();
    let both = office.read("ledger.jsonl");
    // Each branch sealed the same releases, and one of them a change besides.
    office.add(FACTS, CHANGE);
    office.edit(FACTS, "cities: 12", "cities: 11");
    office.good("seal", LATER, &[]);
    let one = office.read("ledger.jsonl");
    let mut merged: Vec<&str> = one.lines().chain(both.lines()).collect();
    merged.reverse();
    office.write("ledger.jsonl", &(merged.join("\n") + "\n"));
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    office.good("seal", LATER, &[]);
    assert_eq!(office.read("ledger.jsonl").lines().count(), merged.len());
}

#[test]
fn git_merges_two_branches_ledgers_by_union() {
    let office = Office::of(SITE);
    let git = |arguments: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.current_dir(office.path()).args(["-c", "user.name=Office", "-c", "user.email=office@press.example"]);
        let output = git.args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    office.write(".gitattributes", "ledger.jsonl merge=union\n");
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "-A"]);
    git(&["commit", "-qm", "site"]);
    git(&["checkout", "-qb", "night"]);
    office.good("seal", "2031-05-20 10.00 WIB", &[]);
    git(&["commit", "-qam", "forum"]);
    git(&["checkout", "-q", "main"]);
    office.good("seal", "2031-05-22 08.00 WIB", &[]);
    git(&["commit", "-qam", "forum and appeal"]);
    git(&["merge", "-q", "night"]);
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    let merged = office.read("ledger.jsonl");
    office.good("seal", LATER, &[]);
    assert_eq!(office.read("ledger.jsonl"), merged);
}

#[test]
fn two_texts_sealed_as_one_version_contradict_each_other() {
    let office = sealed();
    let ledger = office.read("ledger.jsonl");
    office.write("ledger.jsonl", "");
    office.edit(FORUM, "two days", "three days");
    office.good("seal", "2031-05-22 08.00 WIB", &[]);
    office.add("ledger.jsonl", &ledger);
    assert_eq!(office.errors(LATER), ["W1005 content/releases/forum/en.md:8:1", "W1004 ledger.jsonl:3:1"]);
}

#[test]
fn a_ledger_that_is_missing_cut_off_edited_or_in_conflict_is_an_error() {
    let office = sealed();
    let ledger = office.read("ledger.jsonl");
    office.write("ledger.jsonl", &ledger[..ledger.len() - 30]);
    assert_eq!(office.errors(LATER), ["W1002 ledger.jsonl:2:1"]);
    assert_eq!(office.run("seal", LATER, &[]).status.code(), Some(1));
    office.write("ledger.jsonl", &ledger.replacen("/en/news/forum", "/en/news/fora", 1));
    assert_eq!(office.errors(LATER), ["W1003 ledger.jsonl:1:1"]);
    office.write("ledger.jsonl", &format!("<<<<<<< night\n{ledger}=======\n>>>>>>> main\nnonsense\n"));
    assert_eq!(office.errors(LATER).len(), 4);
    fs::remove_file(office.path().join("ledger.jsonl")).unwrap();
    assert_eq!(office.errors(LATER), ["W1001 warta.yaml:4:9"]);
    assert_eq!(office.run("seal", LATER, &[]).status.code(), Some(1), "a lost ledger is not begun anew");
}

#[test]
fn a_line_that_was_lost_is_missed_once_later_ones_are_there() {
    let office = sealed();
    let ledger = office.read("ledger.jsonl");
    office.write("ledger.jsonl", &ledger.lines().skip(1).map(|line| format!("{line}\n")).collect::<String>());
    let said = String::from_utf8(office.run("build", LATER, &[]).stdout).unwrap();
    assert!(said.contains("warning[W1012]"), "{said}");
}

#[test]
fn a_build_for_an_earlier_instant_passes_over_later_lines() {
    let office = sealed();
    office.good("seal", "2031-06-02 08.00 WIB", &[]);
    let with = office.read("ledger.jsonl");
    let build = |out: &str| {
        office.good("build", "2031-05-21 10.00 WIB", &["--out", out]);
        support::golden::read(&office.path().join(out))
    };
    let later = build("with");
    office.write("ledger.jsonl", &with.lines().take(2).map(|line| format!("{line}\n")).collect::<String>());
    let mut bare = build("without");
    let mut later = later;
    for files in [&mut bare, &mut later] {
        files.remove(".warta.json");
    }
    support::assert_same(&later, &bare, "with and without lines that are later");
}

#[test]
fn without_a_word_in_the_settings_a_ledger_counts_if_it_is_there_and_seal_begins_one() {
    let office = Office::of(SITE);
    office.edit("warta.yaml", "ledger: on\n", "");
    fs::remove_file(office.path().join("ledger.jsonl")).unwrap();
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    office.good("seal", LATER, &[]);
    office.edit(FORUM, "two days", "three days");
    assert_eq!(office.errors(LATER), ["W1005 content/releases/forum/en.md:8:1"]);
    office.add("warta.yaml", "ledger: off\n");
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    assert_eq!(office.run("seal", LATER, &[]).status.code(), Some(2));
}

#[test]
fn a_preview_shows_a_correction_that_is_not_recorded_yet() {
    let office = sealed();
    office.edit(FORUM, "two days", "three days");
    let said = office.good("build", LATER, &["--preview"]);
    assert!(said.contains("warning[W1005]"), "{said}");
    assert!(office.read("preview/en/news/forum.html").contains("three days"));
}

#[test]
fn a_redirect_from_the_old_address_or_a_tombstone_keeps_it() {
    let office = sealed();
    office.edit(FORUM, "slug: forum", "slug: bay-forum");
    office.add(FACTS, "redirect_from: {en: /en/news/forum}\n");
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    assert!(office.good("seal", LATER, &[]).contains("moved: releases/forum (en), /en/news/bay-forum"));
    let ledger = office.read("ledger.jsonl");
    office.good("seal", LATER, &[]);
    assert_eq!(office.read("ledger.jsonl"), ledger);
    // Both addresses are kept from now on.
    office.edit(FACTS, "redirect_from: {en: /en/news/forum}\n", "");
    assert_eq!(office.errors(LATER), ["W1008 ledger.jsonl:1:1"]);

    let office = sealed();
    office.add(FACTS, "removed: {at: 2031-05-22 10.00 WIB, reason: {en: Out of date.}}\n");
    fs::remove_file(office.path().join(FORUM)).unwrap();
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    assert!(office.read("public/en/news/forum.html").contains("Out of date."));
    assert!(office.read("public/verify/texts.js").contains("\"state\":\"removed\""));
    assert!(!office.read("public/verify/texts.js").contains("Bay Forum opens"));
    assert!(office.good("seal", LATER, &[]).contains("removed: releases/forum (en)"));
    let ledger = office.read("ledger.jsonl");
    office.good("seal", LATER, &[]);
    assert_eq!(office.read("ledger.jsonl"), ledger);
}

#[test]
fn a_withdrawn_text_comes_back_with_a_change_that_says_so_and_not_silently() {
    let office = sealed();
    let facts = office.read(FACTS);
    office.add(FACTS, "withdrawn: {at: 2031-05-22 07.00 WIB, reason: {en: Under review.}}\n");
    office.good("seal", "2031-05-22 08.00 WIB", &[]);
    office.write(FACTS, &facts);
    assert_eq!(office.errors(LATER), ["W1011 content/releases/forum/document.yaml:1:1"]);
    office.add(FACTS, CHANGE);
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    office.good("seal", LATER, &[]);
    assert_eq!(office.errors(LATER), Vec::<String>::new());
    office.add(FACTS, "withdrawn: {at: 2031-05-23 07.00 WIB, reason: {en: Wrong after all.}}\n");
    assert!(office.good("seal", LATER, &[]).contains("withdrawn: releases/forum (en)"));
    let ledger = office.read("ledger.jsonl");
    office.good("seal", LATER, &[]);
    assert_eq!(office.read("ledger.jsonl"), ledger);
}

#[test]
fn an_earlier_wording_of_the_present_version_is_told_as_one() {
    let office = sealed();
    office.good("build", LATER, &["--out", "old"]);
    office.edit("i18n/en/site.ftl", "Bay Forum", "Forum of the Bay");
    office.good("seal", LATER, &["--formatter"]);
    let output = office.run("verify", LATER, &["old/en/news/forum.txt"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("an earlier wording of version 1 of releases/forum (en)"), "{said}");
    assert_eq!(output.status.code(), Some(1));
}
