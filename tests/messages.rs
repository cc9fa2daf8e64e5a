//! Diagnostics as a whole: each code is used, and is told in both languages. That each has a case is
//! in `check.rs`.

use std::collections::{BTreeMap, BTreeSet};

use warta::diagnostic::codes::CODES;
use warta::diagnostic::explain;
use warta::diagnostic::words::Language;

use crate::support::{golden, repository};

/// The table of codes as it is written: constant by id.
fn constants() -> BTreeMap<String, String> {
    let table = std::fs::read_to_string(repository().join("src/diagnostic/codes.rs")).unwrap();
    let rows = table.lines().filter_map(|line| line.trim().strip_suffix(';')?.split_once(" = \"W"));
    rows.map(|(constant, rest)| (format!("W{}", rest.split('"').next().unwrap()), constant.to_owned())).collect()
}

#[test]
fn each_code_is_said_somewhere_in_the_program() {
    let sources = golden::read(&repository().join("src"));
    let texts = sources.iter().filter(|(name, _)| name.ends_with(".rs") && !name.ends_with("tests.rs"));
    let texts: Vec<&str> = texts.map(|(_, bytes)| std::str::from_utf8(bytes).unwrap()).collect();
    let constants = constants();
    assert_eq!(constants.len(), CODES.len(), "the table could not be read");
    let is_said = |constant: &str| {
        let name = format!("codes::{constant}");
        let is_whole = |text: &str, at: usize| {
            !text[at + name.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '_')
        };
        texts.iter().any(|text| text.match_indices(&name).any(|(at, _)| is_whole(text, at)))
    };
    let silent: Vec<&String> = constants.values().filter(|constant| !is_said(constant)).collect();
    assert!(silent.is_empty(), "no part of the program says {silent:?}");
}

#[test]
fn each_code_is_explained_in_both_languages_in_words_of_their_own() {
    for code in CODES {
        let [indonesian, english] =
            [Language::Indonesian, Language::English].map(|language| explain::explain(code, language));
        assert!(english.contains(code.id) && indonesian.contains(code.id), "{}", code.id);
        let body = |text: &str| text.lines().skip(1).collect::<String>();
        assert!(body(&english).len() > 80, "{}: {english}", code.id);
        assert_ne!(body(&indonesian), body(&english), "{}", code.id);
    }
}

#[test]
fn codes_are_in_order_and_no_two_share_an_id_or_a_name() {
    let ids: Vec<&str> = CODES.iter().map(|code| code.id).collect();
    assert!(ids.is_sorted_by(|one, other| one < other), "{ids:?}");
    let names: BTreeSet<&str> = CODES.iter().map(|code| code.name).collect();
    assert_eq!(names.len(), CODES.len());
}
