//! Translations and their acceptance: what the public site holds of one before and after somebody signed
//! it off.

use warta::model::due;
use warta::pipeline;
use warta::pipeline::Project;
use warta::store::tree::Memory;

use crate::support::{self, assert_same, built, codes, project, said};

const SETTINGS: &str = r#"-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Jakarta
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: "{section}/{slug}", pairing: announced}
-- i18n/id/site.ftl --
site-title = Kantor Pers Teluk Biru
site-description = Siaran pers.
collection-releases = Siaran pers
-- i18n/en/site.ftl --
site-title = Teluk Biru Press Office
site-description = Press releases.
collection-releases = Press releases
"#;

const RELEASE: &str = "\
-- content/releases/forum/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
original: id
-- content/releases/forum/id.md --
---
title: Forum dibuka
slug: forum-dibuka
---

Forum dibuka hari ini.
";

const TRANSLATION: &str = "\
-- content/releases/forum/en.md --
---
title: The harbour gathering opens
slug: gathering
---

The gathering opens today.
";

const EN: &str = "content/releases/forum/en.md:1:1";

/// A lock that accepts the English edition against this original as it is.
fn lock(original: &str) -> String {
    format!(
        "-- content/releases/forum/document.lock --\n{{\"version\": 2, \"accepted\": {{\"en\": {{\n\
         \"original\": \"{original}\", \"at\": \"2031-05-19T01:00:00Z\", \
         \"title\": \"Forum dibuka\", \"blocks\": [\"Forum dibuka hari ini.\"], \"notes\": []}}}}}}\n"
    )
}

/// The site of these parts, at nine o'clock of this day.
fn site(day: &str, parts: &[&str]) -> Project {
    let mut project = project(&parts.concat());
    project.at = support::at(&format!("{day} 09.00 WIB"));
    project
}

fn paired() -> String {
    SETTINGS.replace("pairing: announced", "pairing: required")
}

#[test]
fn a_translation_that_nobody_accepted_leaves_no_byte_at_any_instant() {
    for day in ["2031-05-19", "2031-05-20", "2031-05-21", "2035-01-01"] {
        let with = site(day, &[SETTINGS, RELEASE, TRANSLATION]);
        let without = built(&site(day, &[SETTINGS, RELEASE]));
        assert_same(&built(&with).files, &without.files, day);
        assert_eq!(codes(&without.report.said), Vec::<String>::new(), "one edition needs no acceptance");
        assert_eq!(said(&with), [format!("W0432 {EN}")], "{day}");
    }
}

#[test]
fn an_accepted_translation_goes_out_as_if_none_had_been_asked_for() {
    let off = SETTINGS.replace("pairing: announced", "pairing: announced, acceptance: off");
    for day in ["2031-05-19", "2031-05-20", "2035-01-01"] {
        let accepted = built(&site(day, &[SETTINGS, RELEASE, TRANSLATION, &lock("id")]));
        assert_same(&accepted.files, &built(&site(day, &[&off, RELEASE, TRANSLATION])).files, day);
        assert_eq!(codes(&accepted.report.said), Vec::<String>::new(), "{day}");
        assert_eq!(accepted.mentioning("gathering").is_empty(), day < "2031-05-20", "{day}");
    }
}

#[test]
fn where_languages_go_out_together_the_original_waits_for_the_acceptance_and_the_build_says_so() {
    let waiting = site("2031-05-20", &[&paired(), RELEASE, TRANSLATION]);
    let report = pipeline::build(&waiting, &Memory::default(), "public", &|_, _| {}).unwrap();
    let facts = "content/releases/forum/document.yaml:1:1";
    assert_eq!(codes(&report.said), [format!("W0423 {facts}"), format!("W0432 {EN}")]);
    let waits = report.said.iter().find(|said| said.code.id == "W0423").unwrap();
    assert_eq!(waits.arguments, [("locales".into(), "en".to_owned())]);
    for word in ["forum-dibuka", "gathering"] {
        assert_eq!(built(&waiting).mentioning(word), Vec::<&str>::new());
    }
    let out = built(&site("2031-05-20", &[&paired(), RELEASE, TRANSLATION, &lock("id")]));
    for page in ["id/siaran/forum-dibuka.html", "en/news/gathering.html"] {
        assert!(out.files.contains_key(page), "{page} is not among {:?}", out.names());
    }
}

#[test]
fn what_will_wait_for_an_acceptance_is_not_due() {
    let due = |parts: &[&str]| {
        let project = site("2031-05-19", parts);
        let prepared = pipeline::prepare(&project).unwrap().prepared.unwrap();
        due::upcoming(&prepared.site, &project.at).into_iter().map(|due| due.locales).collect::<Vec<_>>().concat()
    };
    assert_eq!(due(&[&paired(), RELEASE, TRANSLATION]), []);
    assert_eq!(due(&[&paired(), RELEASE, TRANSLATION, &lock("id")]).len(), 2);
    assert_eq!(due(&[SETTINGS, RELEASE, TRANSLATION]).len(), 1);
}

#[test]
fn an_acceptance_against_another_original_is_none() {
    let other = site("2031-05-20", &[SETTINGS, RELEASE, TRANSLATION, &lock("ar")]);
    assert_same(&built(&other).files, &built(&site("2031-05-20", &[SETTINGS, RELEASE])).files, "another original");
    assert_eq!(said(&other), [format!("W0432 {EN}")]);
    // The original is now the English text, and the Indonesian one the translation.
    let turned = RELEASE.replace("original: id", "original: en");
    let turned = site("2031-05-20", &[SETTINGS, &turned, TRANSLATION, &lock("id")]);
    assert_eq!(built(&turned).mentioning("forum-dibuka"), Vec::<&str>::new());
    assert_eq!(said(&turned), ["W0432 content/releases/forum/id.md:1:1"]);
}

#[test]
fn a_lock_that_cannot_be_read_stops_the_build_and_takes_no_page_away() {
    let conflict = lock("id").replace("\"original\"", "<<<<<<< HEAD\n\"original\"");
    for settings in [SETTINGS, &paired()] {
        let site = site("2031-05-21", &[settings, RELEASE, TRANSLATION, &conflict]);
        let report = pipeline::build(&site, &Memory::default(), "public", &|_, _| {}).unwrap();
        assert!(report.has_errors() && report.written.is_none());
        assert_eq!(codes(&report.said), ["W0431 content/releases/forum/document.lock:2:1"]);
    }
    let draft = RELEASE.replace("approved", "draft");
    let draft = built(&site("2031-05-21", &[SETTINGS, &draft, TRANSLATION, &conflict]));
    assert_eq!(codes(&draft.report.said), ["W0431 content/releases/forum/document.lock:2:1"], "as a warning");
}

#[test]
fn a_translation_that_calls_itself_a_draft_is_not_asked_for() {
    let own = TRANSLATION.replace("slug: gathering", "slug: gathering\nstatus: draft");
    assert_eq!(said(&site("2031-05-21", &[SETTINGS, RELEASE, &own])), Vec::<String>::new());
    let draft = RELEASE.replace("approved", "draft");
    assert_eq!(said(&site("2031-05-21", &[SETTINGS, &draft, TRANSLATION])), Vec::<String>::new());
}

#[test]
fn a_lock_that_no_document_has_is_a_stray_file() {
    let left = lock("id").replace("releases/forum/", "releases/gone/");
    let said = said(&site("2031-05-21", &[SETTINGS, RELEASE, &left]));
    assert_eq!(said, ["W0105 content/releases/gone/document.lock:1:1"]);
}

#[test]
fn releases_statements_and_outcomes_ask_for_acceptance_where_the_settings_do_not_say() {
    for (kind, lacks) in [("release", true), ("statement", true), ("outcome", true), ("page", false)] {
        let settings = SETTINGS.replace("kind: release", &format!("kind: {kind}"));
        let said = said(&site("2031-05-21", &[&settings, RELEASE, TRANSLATION]));
        assert_eq!(said.contains(&format!("W0432 {EN}")), lacks, "{kind}: {said:?}");
    }
}
