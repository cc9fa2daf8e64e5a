//! Languages that agree: what a whole site says of editions that do not.

use std::time::{Duration, Instant as Clock};

use warta::diagnostic::{Diagnostic, Severity};
use warta::pipeline::{self, Project, Strictness};

use crate::support;

const SETTINGS: &str = "-- warta.yaml --
base_url: https://press.example
locales: [id, en, ar]
time_zone: Asia/Makassar
collections:
  outcomes: {kind: outcome, section: {id: hasil, en: outcomes, ar: نتائج}, path: \"{section}/{slug}\", pairing: announced, acceptance: off}
";

const MESSAGES: &str = "
site-title = Aluria
site-description = Aluria
publisher-name = Aluria
collection-outcomes = Aluria
";

/// A site with one document in these languages, and lines for its facts and for the settings.
fn site(editions: &[(&str, &str)], facts: &str, settings: &str) -> Project {
    let mut text = format!("{SETTINGS}{settings}");
    for locale in ["id", "en", "ar"] {
        text.push_str(&format!("-- i18n/{locale}/site.ftl --{MESSAGES}"));
    }
    text.push_str("-- content/outcomes/pact/document.yaml --\nstatus: approved\npublish: 2021-11-01 09.00 WITA\n");
    text.push_str(&format!("original: en\n{facts}"));
    for (locale, body) in editions {
        text.push_str(&format!("-- content/outcomes/pact/{locale}.md --\n---\ntitle: Pact {locale}\nslug: pact\n"));
        text.push_str(&format!("---\n\n{body}\n"));
    }
    support::project(&text)
}

/// What is said of the languages: code and place.
fn said(project: &Project) -> Vec<String> {
    let said = pipeline::check(project).expect("memory can be read").said;
    let of_parity = said.iter().filter(|said| said.code.id.starts_with("W11"));
    let place = |said: &Diagnostic| {
        let place = said.place.as_ref().expect("it has a place");
        format!("{} {}:{}", said.code.name, place.file.rsplit('/').next().unwrap_or_default(), place.span.line)
    };
    let mut told: Vec<String> = of_parity.map(place).collect();
    told.sort();
    told
}

#[test]
fn every_translation_is_held_against_the_original_and_a_waiver_may_name_one() {
    let editions = [("en", "- a\n- b\n"), ("id", "- a\n"), ("ar", "- ا\n- ب\n- ج\n")];
    assert_eq!(said(&site(&editions, "", "")), ["parity-list ar.md:6", "parity-list id.md:6"]);
    let waive = "waive: [{check: parity-list, at: p1, locale: ar, reason: three words are needed}]\n";
    assert_eq!(said(&site(&editions, waive, "")), ["parity-list id.md:6", "waived document.yaml:4"]);
}

#[test]
fn numerals_of_another_script_and_direction_align_as_any_other() {
    let english = "In 2019 there were 12 ships.\n\nIn 2020 there were 35 ships.\n\nIn 2021 there were 48 ships.\n";
    let arabic = "في ٢٠١٩ كانت هناك ١٢ سفينة.\n\nفي ٢٠٢١ كانت هناك ٤٨ سفينة.\n";
    assert_eq!(said(&site(&[("en", english), ("ar", arabic)], "", "")), ["parity-block ar.md:6"]);
}

#[test]
fn a_language_of_which_only_digits_are_read_is_compared_by_its_digits() {
    let english = "Twelve ships, 5 million tonnes, 1:30 p.m. WITA, 16 November 2021; 35 harbours.\n";
    let arabic = |harbours: &str| {
        format!("اثنتا عشرة سفينة و5 ملايين طن في الساعة 13:30 في 16 تشرين الثاني 2021 و{harbours} ميناء.\n")
    };
    assert_eq!(said(&site(&[("en", english), ("ar", &arabic("35"))], "", "")), [""; 0]);
    assert_eq!(said(&site(&[("en", english), ("ar", &arabic("36"))], "", "")), ["parity-figure ar.md:6"]);
}

#[test]
fn figures_that_changed_places_in_a_table_are_told_unless_rows_are_sorted_by_language() {
    let table = |rows: [(&str, u32); 3]| -> String {
        rows.iter().fold("| A | B |\n| - | - |\n".to_owned(), |table, (name, figure)| {
            table + &format!("| {name} | {figure} |\n")
        })
    };
    let english = table([("North", 5), ("South", 6), ("East", 7)]);
    let right = table([("Utara", 5), ("Selatan", 6), ("Timur", 7)]);
    let wrong = table([("Utara", 6), ("Selatan", 5), ("Timur", 7)]);
    assert_eq!(said(&site(&[("en", &english), ("id", &right)], "", "")), [""; 0]);
    let told = ["parity-figure id.md:8", "parity-figure id.md:9"];
    assert_eq!(said(&site(&[("en", &english), ("id", &wrong)], "", "")), told);
    let (english, sorted) =
        (table([("Germany", 5), ("Japan", 6), ("Spain", 7)]), table([("Jepang", 6), ("Jerman", 5), ("Spanyol", 7)]));
    assert_eq!(said(&site(&[("en", &english), ("id", &sorted)], "", "checks: {parity-name: off}\n")), [""; 0]);
}

#[test]
fn an_empty_edition_is_one_finding() {
    let english: String = (0..40).map(|at| format!("Paragraph {at} of the pact.\n\n")).collect();
    assert_eq!(said(&site(&[("en", &english), ("id", "")], "", "")), ["parity-block id.md:1"]);
    assert_eq!(said(&site(&[("en", ""), ("id", &english)], "", "")), ["parity-block id.md:6"]);
}

#[test]
fn a_thousand_blocks_with_one_missing_are_one_finding_in_well_under_a_second() {
    let pact = |word: &str, without: usize| -> String {
        let blocks = (0..1_000).filter(|at| *at != without);
        blocks.map(|at| format!("{word} {at} Aluria {} Borania.\n\n", at * 7)).collect()
    };
    let project = site(&[("en", &pact("Article", 1_000)), ("id", &pact("Pasal", 500))], "", "");
    let start = Clock::now();
    assert_eq!(said(&project), ["parity-block id.md:1004"]);
    // The whole check, unoptimised, on any machine.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn the_settings_say_how_much_a_check_weighs() {
    let editions = [("en", "- a\n- b\n"), ("id", "- a\n")];
    let severity = |settings: &str| {
        let said = pipeline::check(&site(&editions, "", settings)).expect("memory can be read").said;
        said.iter().find(|said| said.code.name == "parity-list").map(|said| said.severity)
    };
    assert_eq!(severity(""), Some(Severity::Error));
    assert_eq!(severity("checks: {parity-list: warning}\n"), Some(Severity::Warning));
    assert_eq!(severity("checks: {parity-list: off}\n"), None);
}

#[test]
fn names_and_weights_of_checks_that_are_not_known_are_said() {
    let project = site(&[("en", "a")], "", "checks: {parity-lists: off, parity-list: loud}\n");
    let said = pipeline::check(&project).expect("memory can be read").said;
    let of_yaml = said.iter().filter(|said| said.code.id.starts_with("W02"));
    let codes: Vec<&str> = of_yaml.map(|said| said.code.name).collect();
    assert_eq!(codes, ["unknown-key", "unknown-value"]);
    assert!(said[0].arguments.contains(&("nearest".into(), "parity-list".to_owned())), "{:?}", said[0]);
}

#[test]
fn a_waiver_needs_a_check_that_exists_and_a_reason() {
    for (waiver, wanted) in [
        ("{check: parity-list, at: p1}", "missing-key"),
        ("{check: parity-list, at: p1, reason: \"…\"}", "missing-key"),
        ("{check: parity-lis, reason: it is so}", "unknown-value"),
        ("{at: p1, reason: it is so}", "missing-key"),
    ] {
        let project = site(&[("en", "- a\n- b\n"), ("id", "- a\n")], &format!("waive: [{waiver}]\n"), "");
        let said = pipeline::check(&project).expect("memory can be read").said;
        assert!(said.iter().any(|said| said.code.name == wanted), "{waiver}");
        assert!(said.iter().any(|said| said.code.name == "parity-list"), "{waiver}");
    }
}

#[test]
fn a_draft_of_its_own_is_left_alone_and_what_is_held_stops_no_build() {
    let body = "- a\n- b\n";
    let draft = site(&[("en", body), ("id", "- a\n")], "waive: [{check: parity-code, reason: so it is}]\n", "");
    assert_eq!(said(&draft), ["parity-list id.md:6", "waiver-unused document.yaml:4"]);
    let mut held = site(&[("en", body), ("id", "- a\n")], "", "");
    held.at = warta::locale::Instant::parse("2021-10-01 09.00 WITA").expect("it is an instant");
    let weighs = |project: &Project| {
        let said = pipeline::prepare(project).expect("memory can be read").said;
        said.iter().find(|said| said.code.name == "parity-list").map(|said| said.severity)
    };
    held.strictness = Strictness::Build;
    assert_eq!(weighs(&held), Some(Severity::Warning));
    held.strictness = Strictness::Check;
    assert_eq!(weighs(&held), Some(Severity::Error));
}
