//! Stale translations: what is told of an original that changed after an acceptance, what stops a build,
//! and what readers see.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use warta::diagnostic::{Diagnostic, Severity};
use warta::pipeline::{self, Project, Strictness};
use warta::store::tree::Memory;

use crate::support::{self, built, codes, project};

const SETTINGS: &str = r#"-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Jakarta
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: "{section}/{slug}", pairing: announced}
checks: {parity-block: off, parity-list: off, parity-missing-part: off, parity-footnotes: off, parity-figure: off}
-- i18n/id/site.ftl --
site-title = Kantor Pers Teluk Biru
site-description = Siaran pers.
collection-releases = Siaran pers
-- i18n/en/site.ftl --
site-title = Teluk Biru Press Office
site-description = Press releases.
collection-releases = Press releases
"#;

const FACTS: &str = "\
-- content/releases/forum/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
original: id
";

const ORIGINAL: &str = "\
-- content/releases/forum/id.md --
---
title: Forum dibuka
summary: Forum pelabuhan dibuka.
slug: forum-dibuka
---

Forum dibuka hari ini oleh Aluria.

Sepuluh kota hadir di forum itu.[^a]

- dermaga
- mercu suar

Forum ditutup besok pagi.

[^a]: Menurut panitia.
";

const TRANSLATION: &str = "\
-- content/releases/forum/en.md --
---
title: The forum opens
summary: The ports forum opens.
slug: forum-opens
---

Aluria opened the forum today.

Ten cities attended the forum.[^a]

- quays
- lighthouses

The forum closes tomorrow morning.

[^a]: According to the organisers.
";

const LOCK: &str = r#"-- content/releases/forum/document.lock --
{
  "version": 2,
  "accepted": {
    "en": {
      "original": "id",
      "at": "2031-05-19T01:00:00Z",
      "title": "Forum dibuka",
      "summary": "Forum pelabuhan dibuka.",
      "blocks": [
        "Forum dibuka hari ini oleh Aluria.",
        "Sepuluh kota hadir di forum itu.[^a]",
        "- dermaga\n- mercu suar",
        "Forum ditutup besok pagi."
      ],
      "notes": [
        "[^a]: Menurut panitia."
      ]
    }
  }
}
"#;

/// The site of these parts, at nine o'clock of this day.
fn of(day: &str, parts: &[&str]) -> Project {
    let mut project = project(&parts.concat());
    project.at = support::at(&format!("{day} 09.00 WIB"));
    project
}

/// The site on the day after the release, with this original.
fn site(original: &str) -> Project {
    of("2031-05-21", &[SETTINGS, FACTS, original, TRANSLATION, LOCK])
}

fn policy(word: &str) -> String {
    SETTINGS.replace("pairing: announced", &format!("pairing: announced, stale: {word}"))
}

fn report(project: &Project) -> Vec<Diagnostic> {
    pipeline::build(project, &Memory::default(), "public", &|_, _| {}).unwrap().said
}

fn value<'a>(said: &'a Diagnostic, name: &str) -> &'a str {
    said.arguments.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

/// What is told of the original that this one became: changed, new, removed, moved, and the first diff.
fn told(original: &str) -> [String; 5] {
    let said = report(&site(original));
    let [said] = &said[..] else { panic!("{:?}", codes(&said)) };
    assert_eq!((said.code.id, said.severity), ("W0440", Severity::Error));
    ["changed", "new", "removed", "moved", "diff"].map(|name| value(said, name).to_owned())
}

#[test]
fn an_original_that_is_as_it_was_accepted_makes_nothing_stale() {
    assert_eq!(codes(&report(&site(ORIGINAL))), Vec::<String>::new());
    let spaced = ORIGINAL.replace("Aluria.\n", "Aluria.   \n\n");
    assert_eq!(codes(&report(&site(&spaced))), Vec::<String>::new(), "white space is no change");
}

#[test]
fn a_changed_block_is_named_with_its_words_and_both_places() {
    assert_eq!(
        told(&ORIGINAL.replace("Sepuluh kota hadir", "Sembilan kota hadir")),
        ["p2", "", "", "", "-Sepuluh- +Sembilan+ kota hadir di forum itu.[^a]"].map(str::to_owned)
    );
    let said = report(&site(&ORIGINAL.replace("Sepuluh", "Sembilan")));
    assert_eq!(codes(&said), ["W0440 content/releases/forum/en.md:9:1"]);
    let other = said[0].other.as_ref().unwrap();
    assert_eq!(other.to_string(), "content/releases/forum/id.md:9:1");
    let values = ["document", "locale", "original", "count", "part"].map(|name| value(&said[0], name));
    assert_eq!(values, ["releases/forum", "en", "id", "1", "p2"]);
}

#[test]
fn a_block_that_came_or_went_is_told_alone_and_not_what_stands_behind_it() {
    let came = ORIGINAL.replace("\nSepuluh", "\nIni alinea baru.\n\nSepuluh");
    assert_eq!(told(&came), ["", "p2", "", "", "+Ini alinea baru.+"].map(str::to_owned));
    let first = ORIGINAL.replace("---\n\nForum", "---\n\n## Pembukaan\n\nForum");
    assert_eq!(told(&first), ["", "p1", "", "", "+## Pembukaan+"].map(str::to_owned));
    let went = ORIGINAL.replace("- dermaga\n- mercu suar\n\n", "");
    assert_eq!(told(&went), ["", "", "p3", "", "-- dermaga - mercu suar-"].map(str::to_owned));
}

#[test]
fn a_block_that_came_beside_one_that_changed_is_not_taken_for_it() {
    let both = ORIGINAL.replace("Sepuluh kota hadir", "Alinea yang lain sama sekali.\n\nSembilan kota hadir");
    assert_eq!(told(&both)[..3], ["p3", "p2", ""].map(str::to_owned));
    let went = ORIGINAL
        .replace("Forum dibuka hari ini oleh Aluria.\n\n", "")
        .replace("Sepuluh kota hadir", "Sembilan kota hadir");
    assert_eq!(told(&went)[..3], ["p1", "", "p1"].map(str::to_owned));
}

#[test]
fn a_block_that_stands_elsewhere_was_moved() {
    let moved = ORIGINAL
        .replace("Forum dibuka hari ini oleh Aluria.\n\n", "")
        .replace("besok pagi.\n", "besok pagi.\n\nForum dibuka hari ini oleh Aluria.\n");
    assert_eq!(told(&moved), ["", "", "", "p4", ""].map(str::to_owned));
}

#[test]
fn title_summary_and_notes_are_parts_too() {
    let title = ORIGINAL.replace("title: Forum dibuka", "title: Forum ditunda");
    assert_eq!(told(&title), ["title", "", "", "", "Forum -dibuka- +ditunda+"].map(str::to_owned));
    let summary = ORIGINAL.replace("summary: Forum pelabuhan dibuka.\n", "");
    assert_eq!(told(&summary), ["", "", "summary", "", "-Forum pelabuhan dibuka.-"].map(str::to_owned));
    let note = ORIGINAL.replace("Menurut panitia", "Menurut dewan");
    assert_eq!(told(&note), ["note-1", "", "", "", "[^a]: Menurut -panitia.- +dewan.+"].map(str::to_owned));
    let all = ORIGINAL.replace("Forum", "Rapat").replace("panitia", "dewan");
    assert_eq!(told(&all)[0], "title, summary, p1, p4, note-1");
}

#[test]
fn a_lock_of_digests_names_the_parts_and_shows_no_words() {
    let digests = r#"-- content/releases/forum/document.lock --
{"version": 1, "accepted": {"en": {"original": "id", "at": "2031-05-19T01:00:00Z",
"title": "000102030405060708090a0b0c0d0e0f",
"blocks": ["000102030405060708090a0b0c0d0e0f", "000102030405060708090a0b0c0d0e0f"], "notes": []}}}
"#;
    let said = report(&of("2031-05-21", &[SETTINGS, FACTS, ORIGINAL, TRANSLATION, digests]));
    assert_eq!(codes(&said), ["W0440 content/releases/forum/en.md:1:1"]);
    assert_eq!(value(&said[0], "changed"), "title, p1, p2");
    assert_eq!(value(&said[0], "new"), "summary, p3, p4, note-1");
    assert_eq!(value(&said[0], "diff"), "");
}

#[test]
fn a_stale_translation_stays_as_public_as_it_was_and_stops_the_build_where_the_settings_say() {
    let changed = ORIGINAL.replace("Sepuluh", "Sembilan");
    let severity = |settings: &str| {
        let site = of("2031-05-21", &[settings, FACTS, &changed, TRANSLATION, LOCK]);
        let report = pipeline::build(&site, &Memory::default(), "public", &|_, _| {}).unwrap();
        assert_eq!(codes(&report.said), ["W0440 content/releases/forum/en.md:9:1"]);
        let prepared = report.prepared.unwrap();
        let document = prepared.site.public.document("releases/forum").unwrap();
        assert_eq!(document.editions.locales().count(), 2, "no edition becomes a draft again");
        report.said[0].severity
    };
    assert_eq!(severity(SETTINGS), Severity::Error);
    assert_eq!(severity(&policy("error")), Severity::Error);
    assert_eq!(severity(&policy("warning")), Severity::Warning);
    assert_eq!(severity(&policy("banner")), Severity::Warning);
    let off = SETTINGS.replace("pairing: announced", "pairing: announced, acceptance: off");
    assert_eq!(severity(&off), Severity::Warning);
}

#[test]
fn only_a_banner_tells_readers_and_only_on_the_page_of_the_translation() {
    let changed = ORIGINAL.replace("Sepuluh", "Sembilan");
    let page = |settings: &str, facts: &str, locale: &str| {
        let site = built(&of("2031-05-23", &[settings, facts, &changed, TRANSLATION, LOCK]));
        site.text(if locale == "en" { "en/news/forum-opens.html" } else { "id/siaran/forum-dibuka.html" }).to_owned()
    };
    let banner = policy("banner");
    let without = "The original in Indonesian has changed since; this translation does not show that yet.";
    assert!(page(&banner, FACTS, "en").contains(without));
    assert!(!page(&policy("warning"), FACTS, "en").contains("role=\"note\""));
    assert!(!page(&banner, FACTS, "id").contains("class=\"life stale\""));
    let change = "changes:\n- {at: 2031-05-22 08.00 WIB, grade: correction, note: {id: Sembilan kota., en: Nine.}, affects: [id]}\n";
    let dated = page(&banner, &format!("{FACTS}{change}"), "en");
    assert!(dated.contains("The original in Indonesian was changed on 22 May 2031; this translation"), "{dated}");
    // A change that is still to come is told to nobody.
    let later = change.replace("05-22", "05-25");
    assert!(page(&banner, &format!("{FACTS}{later}"), "en").contains(without));
    // A change that was made before the acceptance is not what the translation lacks.
    let before = change.replace("2031-05-22", "2031-05-20").replace("08.00", "10.00");
    let accepted = LOCK.replace("2031-05-19T01", "2031-05-21T01");
    let site = built(&of("2031-05-23", &[&banner, &format!("{FACTS}{before}"), &changed, TRANSLATION, &accepted]));
    assert!(site.text("en/news/forum-opens.html").contains(without));
}

#[test]
fn the_banner_is_in_the_language_of_the_page() {
    let facts = FACTS.replace("original: id", "original: en");
    let lock = LOCK.replace("\"en\": {", "\"id\": {").replace("\"original\": \"id\"", "\"original\": \"en\"");
    let site = built(&of("2031-05-21", &[&policy("banner"), &facts, ORIGINAL, TRANSLATION, &lock]));
    let told = "Naskah asli dalam bahasa Inggris telah diubah; terjemahan ini belum memuat perubahan itu.";
    let page = site.text("id/siaran/forum-dibuka.html");
    assert!(page.contains(told), "{page}");
}

#[test]
fn an_original_that_is_not_public_stops_no_build_and_tells_no_reader() {
    let facts =
        FACTS.replace("publish: 2031-05-20 09.00 WIB", "publish: {id: 2031-06-20 09.00 WIB, en: 2031-05-20 09.00 WIB}");
    let changed = ORIGINAL.replace("Sepuluh", "Sembilan");
    for word in ["error", "banner"] {
        let with = of("2031-05-21", &[&policy(word), &facts, &changed, TRANSLATION, LOCK]);
        let before = of("2031-05-21", &[&policy(word), &facts, ORIGINAL, TRANSLATION, LOCK]);
        support::assert_same(&built(&with).files, &built(&before).files, word);
        assert_eq!(codes(&built(&with).report.said), ["W0440 content/releases/forum/en.md:9:1"]);
    }
}

#[test]
fn in_a_held_document_it_is_a_warning_for_a_build_and_an_error_for_a_check() {
    let changed = ORIGINAL.replace("Sepuluh", "Sembilan");
    let mut held = of("2031-05-19", &[SETTINGS, FACTS, &changed, TRANSLATION, LOCK]);
    assert_eq!(report(&held)[0].severity, Severity::Warning);
    held.strictness = Strictness::Check;
    assert_eq!(pipeline::check(&held).unwrap().said[0].severity, Severity::Error);
    let draft = FACTS.replace("approved", "draft");
    let mut draft = of("2031-05-21", &[SETTINGS, &draft, &changed, TRANSLATION, LOCK]);
    draft.strictness = Strictness::Check;
    assert_eq!(pipeline::check(&draft).unwrap().said[0].severity, Severity::Warning);
}

#[test]
fn nothing_is_asked_of_what_is_withdrawn_removed_a_draft_of_its_own_or_not_accepted() {
    let changed = ORIGINAL.replace("Sepuluh", "Sembilan");
    let withdrawn = "withdrawn: {at: 2031-05-20 12.00 WIB, reason: {id: Keliru., en: Wrong.}}\n";
    let removed = "removed: {at: 2031-05-20 12.00 WIB, reason: {id: Keliru., en: Wrong.}}\n";
    for facts in [withdrawn, removed] {
        let said = report(&of("2031-05-21", &[SETTINGS, FACTS, facts, &changed, TRANSLATION, LOCK]));
        assert_eq!(codes(&said), Vec::<String>::new(), "{facts}");
    }
    let own = TRANSLATION.replace("slug: forum-opens", "slug: forum-opens\nstatus: draft");
    assert_eq!(codes(&report(&of("2031-05-21", &[SETTINGS, FACTS, &changed, &own, LOCK]))), Vec::<String>::new());
    let said = report(&of("2031-05-21", &[SETTINGS, FACTS, &changed, TRANSLATION]));
    assert_eq!(codes(&said), ["W0432 content/releases/forum/en.md:1:1"]);
}

#[test]
fn a_long_text_that_was_written_anew_is_told_in_a_short_line() {
    let long = |word: &str| (0..3000).map(|at| format!("{word}{at} ")).collect::<String>();
    let changed = ORIGINAL.replace("Sepuluh kota hadir", &long("kata"));
    assert!(told(&changed)[4].chars().count() <= 241);
    let many: String = (0..20_000).map(|at| format!("Alinea {at}.\n\n")).collect();
    let said = told(&ORIGINAL.replace("- dermaga", &format!("{many}- dermaga")));
    assert_eq!(said[1], "p3, p4, p5, p6, p7, p8, p9, p10, …");
}

fn warta(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.current_dir(folder).args(arguments).output().unwrap()
}

/// A folder with the files of a txtar.
fn folder(txtar: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for part in txtar.split("-- ").skip(1) {
        let Some((name, text)) = part.split_once(" --\n") else { continue };
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn accepted_changed_stale_and_accepted_again() {
    let site = folder(&[SETTINGS, FACTS, ORIGINAL, TRANSLATION].concat());
    let (root, words) = (site.path(), site.path().join("content/releases/forum/id.md"));
    let accept = |at: &str| warta(root, &["accept", "releases/forum", "en", "--at", at]);
    let build = || warta(root, &["build", "--format", "short", "--at", "2031-05-21 09.00 WIB"]);
    let out = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
    assert_eq!(out(&accept("2031-05-19 08.00 WIB")), "", "nothing was accepted before");
    let lock = std::fs::read_to_string(root.join("content/releases/forum/document.lock")).unwrap();
    assert_eq!(lock, LOCK.split_once(" --\n").unwrap().1);
    assert_eq!(build().status.code(), Some(0));
    let text = std::fs::read_to_string(&words).unwrap();
    std::fs::write(
        &words,
        text.replace("Sepuluh", "Sembilan").replace("- mercu suar\n\nForum ditutup besok pagi.", ""),
    )
    .unwrap();
    let stale = build();
    assert_eq!(stale.status.code(), Some(1));
    assert!(out(&stale).contains("content/releases/forum/en.md:9:1: error[W0440]"), "{stale:?}");
    let signed = accept("2031-05-21 08.00 WIB");
    assert_eq!(signed.status.code(), Some(0), "{signed:?}");
    assert_eq!(
        out(&signed),
        "3 parts of the original in id have changed since this translation was accepted:\n  \
         changed p2: -Sepuluh- +Sembilan+ kota hadir di forum itu.[^a]\n  \
         changed p3: - dermaga -- mercu suar-\n  \
         removed p4: -Forum ditutup besok pagi.-\n"
    );
    assert_eq!(build().status.code(), Some(0));
    assert_eq!(out(&accept("2031-05-21 08.30 WIB")), "", "nothing has changed since");
}

#[test]
fn other_errors_come_before_the_acceptance_of_a_stale_translation() {
    let changed = ORIGINAL.replace("Sepuluh", "{ $nothing }");
    let site = folder(&[SETTINGS, FACTS, &changed, TRANSLATION, LOCK].concat());
    let refused = warta(site.path(), &["accept", "releases/forum", "en", "--at", "2031-05-21 09.00 WIB"]);
    assert_eq!((refused.status.code(), &refused.stdout[..]), (Some(1), &b""[..]));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("W0606") && !said.contains("W0440"), "{said}");
}

#[test]
fn an_acceptance_by_digests_gets_its_texts_when_it_is_given_again() {
    let site = folder(&[SETTINGS, FACTS, ORIGINAL, TRANSLATION].concat());
    let accept = || warta(site.path(), &["accept", "releases/forum", "en", "--at", "2031-05-19 08.00 WIB"]);
    accept();
    let file = site.path().join("content/releases/forum/document.lock");
    let lock: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    std::fs::write(&file, digested(&lock)).unwrap();
    let check = warta(site.path(), &["check", "--format", "short", "--at", "2031-05-21 09.00 WIB"]);
    assert_eq!((check.status.code(), &check.stdout[..]), (Some(0), &b""[..]), "{check:?}");
    accept();
    let again: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(again, lock);
}

/// The same lock as version 1 wrote it.
fn digested(lock: &serde_json::Value) -> String {
    use serde_json::{Value, json};
    let digest = |text: &Value| json!(warta::digest::Digest::of_words(text.as_str().unwrap()));
    let all = |texts: &Value| texts.as_array().unwrap().iter().map(digest).collect::<Vec<_>>();
    let own = &lock["accepted"]["en"];
    let entry = json!({
        "original": own["original"], "at": own["at"], "title": digest(&own["title"]),
        "summary": digest(&own["summary"]), "blocks": all(&own["blocks"]), "notes": all(&own["notes"]),
    });
    json!({"version": 1, "accepted": {"en": entry}}).to_string()
}
