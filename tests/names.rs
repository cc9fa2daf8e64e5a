//! The register of names: what is the same in two languages, what must not be written, and where.

use std::collections::BTreeMap;

use warta::diagnostic::Diagnostic;
use warta::pipeline::{self, Project};

use crate::check::base;
use crate::support;

/// The pairs: Indonesian, English, `agree` or `differ`.
const PAIRS: &str = include_str!("names.tsv");

/// The base of the cases of parity with these files over it.
fn site(changes: &[(&str, &str)]) -> Project {
    let mut files: BTreeMap<String, String> = base("parity");
    files.extend(changes.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    let text: String = files.iter().map(|(name, text)| format!("-- {name} --\n{}\n", text.trim_end())).collect();
    support::project(&text)
}

/// What is said of names: the name of the code, the file's name, line and both columns.
fn said(project: &Project) -> Vec<String> {
    let said = pipeline::check(project).expect("memory can be read").said;
    let of_names = ["W0614", "W0625", "W0626", "W1112", "W1113", "W1117"];
    let place = |said: &Diagnostic| {
        let place = said.place.as_ref().expect("it has a place");
        let (file, span) = (place.file.rsplit('/').next().unwrap_or_default(), place.span);
        format!("{} {file}:{}:{}-{}", said.code.name, span.line, span.column, span.end_column)
    };
    let mut told: Vec<String> = said.iter().filter(|said| of_names.contains(&said.code.id)).map(place).collect();
    told.sort();
    told
}

fn edition(body: &str) -> String {
    format!("---\ntitle: \"1\"\nslug: pact\n---\n\n{body}\n")
}

const REGISTER_ID: &str = "-forum = Forum Pelabuhan Teluk Biru\n    .also = BBPF\n-bay = Teluk Biru\n-pact = Pakta\n    .lang = id\n\
    -long-pact = Pakta tentang Dermaga Biru\n-ministry = Kementerian Laut Republik Indonesia\n-boat = perahu\n\
    -only = Dewan Karang\n-guild = { $case ->\n    [of] Serikatnya\n   *[plain] Serikat Pandu\n }\n";
const REGISTER_EN: &str = "-forum = Blue Bay Ports Forum\n    .also = BBPF | the ports forum\n-bay = Blue Bay\n-pact = Pact\n    .lang = en\n\
    -long-pact = Pact on the Blue Pier\n-ministry = Ministry of the Sea of the Republic of Indonesia\n-boat = boat\n\
    -guild = { $case ->\n    [of] Pilots’ Guilds\n   *[plain] Pilots’ Guild\n }\n";

/// Findings of `parity-name` in one document with the rows as blocks, by row.
fn differing(rows: &[(usize, &str, &str)]) -> Vec<usize> {
    // A row for itself each: alignment is tested elsewhere.
    let block = |text: &str, at: usize| format!("## Row {{#row-{at}}}\n\n{text}\n\n");
    let body =
        |of: fn(&(usize, &str, &str)) -> String| -> String { rows.iter().map(|row| block(&of(row), row.0)).collect() };
    let (id, en) = (edition(&body(|row| row.1.to_owned())), edition(&body(|row| row.2.to_owned())));
    let project = site(&[
        ("content/releases/opening/id.md", &id),
        ("content/releases/opening/en.md", &en),
        ("i18n/id/names.ftl", REGISTER_ID),
        ("i18n/en/names.ftl", REGISTER_EN),
    ]);
    let said = pipeline::check(&project).expect("memory can be read").said;
    let of_blocks: Vec<&Diagnostic> = said.iter().filter(|said| said.code.name == "parity-block").collect();
    assert_eq!(of_blocks, Vec::<&Diagnostic>::new());
    let names = said.iter().filter(|said| said.code.name == "parity-name");
    let line = |said: &Diagnostic| said.place.as_ref().map_or(0, |place| place.span.line as usize);
    // Four lines of front matter and one empty; a row is four lines.
    let mut found: Vec<usize> = names.map(|said| (line(said) - 6) / 4).collect();
    found.dedup();
    found
}

#[test]
fn pairs_of_phrases_name_the_same_or_do_not() {
    let rows: Vec<Vec<&str>> =
        PAIRS.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    assert!(rows.len() >= 60, "{}", rows.len());
    let numbered: Vec<(usize, &str, &str)> = rows.iter().enumerate().map(|(at, row)| (at, row[0], row[1])).collect();
    let found = differing(&numbered);
    let wrong = rows.iter().enumerate().filter(|(at, row)| (row[2] == "differ") != found.contains(at));
    assert_eq!(wrong.collect::<Vec<_>>(), Vec::new());
}

#[test]
fn a_forbidden_name_is_waived_weighed_and_left_alone_where_nothing_forbids_it() {
    let register = "-forum = Blue Bay Ports Forum\n    .not = BBFP\n";
    let en = edition("He said: “the BBFP is over”.\n\nThe BBFP’s end.");
    let id = edition("Katanya: “sudah selesai”.\n\nBBFP usai.");
    let facts = base("parity")["content/releases/opening/document.yaml"].clone();
    let files = |facts: &str, settings: &str| {
        let yaml = base("parity")["warta.yaml"].clone() + settings;
        said(&site(&[
            ("warta.yaml", &yaml),
            ("i18n/en/names.ftl", register),
            ("content/releases/opening/document.yaml", facts),
            ("content/releases/opening/en.md", &en),
            ("content/releases/opening/id.md", &id),
        ]))
    };
    assert_eq!(files(&facts, ""), ["forbidden-name en.md:6:15-19", "forbidden-name en.md:8:5-9"]);
    let waived = facts.clone() + "waive: [{check: forbidden-name, at: p1, reason: so he said}]\n";
    assert_eq!(files(&waived, ""), ["forbidden-name en.md:8:5-9", "waived document.yaml:4:10-15"]);
    let unused = facts.clone() + "waive: [{check: forbidden-name, at: p9, locale: id, reason: so he said}]\n";
    assert_eq!(files(&unused, "").last().map(String::as_str), Some("waiver-unused document.yaml:4:10-15"));
    assert_eq!(files(&facts, "checks: {forbidden-name: off}\n"), [""; 0]);
}

#[test]
fn a_forbidden_name_in_a_longer_registered_one_in_code_or_in_an_address_is_none() {
    let register = "-forum = Blue Bay Ports Forum\n    .not = Ports Forum | tide house\n-house = Great Tide House\n    .also = Tide House Museum\n";
    let en = "The Blue Bay\nPorts Forum, the { -forum }, the Great Tide House and the Tide House Museum; `Ports Forum`, \
              [here](https://tide-house.example/Ports%20Forum), [Ports Forum]{lang=id}, Ports Forums, Ports, Forum.\n\n\
              The tide  house and TIDE HOUSE, a tide\nhouse’s.";
    let project = site(&[("i18n/en/names.ftl", register), ("content/releases/opening/en.md", &edition(en))]);
    let lines: Vec<String> = said(&project).into_iter().filter(|said| said.starts_with("forbidden")).collect();
    assert_eq!(lines, ["forbidden-name en.md:9:21-31", "forbidden-name en.md:9:35-6", "forbidden-name en.md:9:5-16"]);
}

#[test]
fn a_term_that_stands_in_a_text_as_plain_words_is_used() {
    let register = "-forum = Blue Bay Ports Forum\n-house = Great Tide House\n";
    let files = |en: &str| said(&site(&[("i18n/en/names.ftl", register), ("content/releases/opening/en.md", en)]));
    let both = ["unused-message names.ftl:1:2-7", "unused-message names.ftl:2:2-7"];
    assert_eq!(files(&edition("Nothing.")), both);
    assert_eq!(files(&edition("At the Blue Bay Ports Forum.")), both[1..]);
}
