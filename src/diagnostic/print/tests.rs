use std::sync::Arc;

use proptest::prelude::*;

use super::super::codes::{
    BAD_DATE, DUPLICATE_KEY, FOREIGN_OUTPUT_FOLDER, INCOMPLETE_TREE, MISPLACED_KEY, UNKNOWN_KEY, YAML_SYNTAX,
};
use super::super::words::Language;
use super::*;

const WORDS: &str = "---\r\ntitle: ICDD ditutup\r\nsummry: Bali Message\r\n---\r\n";
const FACTS: &str = "status: approved\npublish: 2021-11-16 18.00 WITA\nspeaker: {name: 日本 x: y}\n\ttopics: [data]\npublish: 2021-11-16\n";

/// A small site: what `source` hands out by path.
fn source(file: &str) -> Option<String> {
    match file {
        "content/releases/icdd/id.md" => Some(WORDS.to_owned()),
        "content/releases/icdd/document.yaml" => Some(FACTS.to_owned()),
        "empty.md" => Some(String::new()),
        _ => None,
    }
}

fn at(file: &str, word: &str) -> Place {
    let path: Arc<str> = format!("content/releases/icdd/{file}").into();
    let text = source(&path).unwrap_or_default();
    let start = text.find(word).unwrap_or_default();
    Place::new(&path, Span::of(&text, start, start + word.len()))
}

fn place(file: &str, line: u32, column: u32, end_line: u32, end_column: u32) -> Place {
    Place::new(&file.into(), Span { line, column, end_line, end_column })
}

fn unknown_key() -> Diagnostic {
    let diagnostic = Diagnostic::new(&UNKNOWN_KEY, at("id.md", "summry")).with("key", "summry");
    diagnostic.with("nearest", "summary").with("known", "title, summary")
}

fn misplaced_key() -> Diagnostic {
    let diagnostic = Diagnostic::new(&MISPLACED_KEY, at("document.yaml", "status")).with("key", "status");
    diagnostic.with("home", "words").and(at("id.md", "title")).softened()
}

fn bad_date(place: Place) -> Diagnostic {
    Diagnostic::new(&BAD_DATE, place).with("value", "16/11")
}

fn plain(diagnostics: &[Diagnostic], language: Language) -> String {
    human(diagnostics, &Words::new(language), &source, Colour::Off)
}

#[test]
fn the_human_form_shows_the_line_with_marks_and_the_help() {
    let incomplete = Diagnostic::nowhere(&INCOMPLETE_TREE).with("folder", "public");
    let expected = r#"note[W0905]: the last build into "public" was cut off; this one writes what is missing
 |
 = help: nothing is needed unless this build stops too

error[W0202]: unknown key "summry"
 --> content/releases/icdd/id.md:3:1
  |
3 | summry: Bali Message
  | ^^^^^^
  |
  = help: did you mean `summary`?
"#;
    assert_eq!(plain(&[incomplete, unknown_key()], Language::English), expected);
}

#[test]
fn the_human_form_speaks_indonesian() {
    let incomplete = Diagnostic::nowhere(&INCOMPLETE_TREE).with("folder", "public");
    let expected = r#"catatan[W0905]: pembangunan terakhir ke "public" terputus; kali ini yang kurang ditulis
 |
 = bantuan: tidak perlu tindakan, kecuali jika pembangunan ini juga terhenti

peringatan[W0203]: kunci "status" berisi kata-kata, sedangkan berkas ini berisi fakta
 --> content/releases/icdd/document.yaml:1:1
  |
1 | status: approved
  | ^^^^^^
  |
 ::: content/releases/icdd/id.md:2:1
  |
2 | title: ICDD ditutup
  | ----- lihat di sini
  |
  = bantuan: pindahkan baris ini ke bagian awal `<bahasa>.md` di samping berkas ini, dalam tiap bahasa

galat[W0202]: kunci "summry" tidak dikenal
 --> content/releases/icdd/id.md:3:1
  |
3 | summry: Bali Message
  | ^^^^^^
  |
  = bantuan: apakah maksudnya `summary`?
"#;
    assert_eq!(plain(&[incomplete, misplaced_key(), unknown_key()], Language::Indonesian), expected);
}

#[test]
fn two_places_in_one_file_are_shown_in_one_piece() {
    let second = place("content/releases/icdd/document.yaml", 5, 1, 5, 8);
    let diagnostic = Diagnostic::new(&DUPLICATE_KEY, second).with("key", "publish").and(at("document.yaml", "publish"));
    let expected = r#"error[W0207]: the key "publish" stands here for the second time
 --> content/releases/icdd/document.yaml:5:1
  |
2 | publish: 2021-11-16 18.00 WITA
  | ------- the first one
...
5 | publish: 2021-11-16
  | ^^^^^^^
  |
  = help: keep one of the two lines
"#;
    assert_eq!(plain(&[diagnostic], Language::English), expected);
}

#[test]
fn marks_stand_under_the_words_behind_tabs_and_wide_letters() {
    let tab = bad_date(at("document.yaml", "topics"));
    let wide = bad_date(at("document.yaml", "x: y"));
    let expected = r#"error[W0209]: "16/11" is not a date
 --> content/releases/icdd/document.yaml:4:2
  |
4 |     topics: [data]
  |     ^^^^^^
  |
  = help: write year, month and day of a day that exists: `2021-11-16`

error[W0209]: "16/11" is not a date
 --> content/releases/icdd/document.yaml:3:20
  |
3 | speaker: {name: 日本 x: y}
  |                      ^^^^
  |
  = help: write year, month and day of a day that exists: `2021-11-16`
"#;
    assert_eq!(plain(&[tab, wide], Language::English), expected);
}

#[test]
fn a_source_that_is_gone_or_has_no_such_line_leaves_the_place_alone() {
    let expected = |place: &str| {
        format!(
            "error[W0209]: \"16/11\" is not a date\n--> {place}\n = help: write year, month and day of a day that exists: `2021-11-16`\n"
        )
    };
    let gone = bad_date(place("gone.md", 7, 3, 7, 9));
    assert_eq!(plain(&[gone], Language::English), expected("gone.md:7:3"));
    let shorter = bad_date(place("content/releases/icdd/id.md", 70, 1, 70, 2));
    assert_eq!(plain(&[shorter], Language::English), expected("content/releases/icdd/id.md:70:1"));
}

/// The second of two keys at `first` and `other` in `text`, whatever their files; `gone.md` is not there.
fn twice(text: &str, first: Place, other: Place) -> String {
    let diagnostic = Diagnostic::new(&DUPLICATE_KEY, first).with("key", "x").and(other);
    let source = |file: &str| (file != "gone.md").then(|| text.to_owned());
    let printed = human(&[diagnostic], &Words::new(Language::English), &source, Colour::Off);
    let heading = "error[W0207]: the key \"x\" stands here for the second time\n";
    printed.strip_prefix(heading).map(str::to_owned).unwrap_or(printed)
}

#[test]
fn of_two_places_the_one_that_is_there_is_shown() {
    let there = || place("a.md", 1, 1, 1, 4);
    let shown = " --> a.md:1:1\n  |\n1 | one\n  | ^^^\n  |\n";
    let help = "= help: keep one of the two lines\n";
    for file in ["a.md", "gone.md"] {
        let second = twice("one\n", there(), place(file, 9, 2, 9, 3));
        assert_eq!(second, format!("{shown}  = note: the first one: {file}:9:2\n  {help}"));
        let first = twice("one\n", place(file, 9, 2, 9, 3), there());
        let other = " ::: a.md:1:1\n  |\n1 | one\n  | --- the first one\n  |\n";
        assert_eq!(first, format!(" --> {file}:9:2\n  |\n{other}  {help}"));
    }
    let neither = twice("one\n", place("gone.md", 1, 1, 1, 2), place("gone.md", 3, 1, 3, 2));
    assert_eq!(neither, format!("--> gone.md:1:1\n = note: the first one: gone.md:3:1\n {help}"));
}

#[test]
fn an_empty_file_and_the_end_of_one_have_a_place_to_mark() {
    let start = Place::start_of;
    let printed = twice("", start(&"a.md".into()), start(&"b.md".into()));
    let expected = " --> a.md:1:1\n  |\n1 |\n  | ^\n  |\n ::: b.md:1:1\n  |\n1 |\n  | - the first one\n";
    assert!(printed.starts_with(expected), "{printed}");
    let end = twice("one\n", place("a.md", 2, 1, 2, 1), place("b.md", 1, 40, 1, 50));
    assert!(end.contains("2 |\n  | ^\n") && end.contains("1 | one\n  |    - the first one\n"), "{end}");
}

#[test]
fn both_places_have_their_marks_behind_tabs_wide_letters_and_carriage_returns() {
    let text = "\t日本 x: \té\u{301} 1\r\ny: 2\r\n";
    let printed = twice(text, place("a.md", 1, 5, 1, 6), place("b.md", 1, 12, 1, 13));
    let expected = r#" --> a.md:1:5
  |
1 |     日本 x:     é́ 1
  |          ^
  |
 ::: b.md:1:12
  |
1 |     日本 x:     é́ 1
  |                   - the first one
  |
"#;
    assert!(printed.starts_with(expected), "{printed}");
    let both = twice(text, place("a.md", 2, 1, 2, 3), place("a.md", 1, 5, 1, 7));
    assert!(both.contains("  |          -- the first one\n2 | y: 2\n  | ^^\n"), "{both}");
}

#[test]
fn places_far_apart_on_long_lines_of_one_file_are_shown_one_after_the_other() {
    let line = format!("{}16/11{}\n", "lorem ipsum ".repeat(80), " dolor sit".repeat(100));
    let far = place("a.md", 1, 961, 1, 966);
    for other in [place("a.md", 1, 13, 1, 18), place("a.md", 3, 13, 3, 18)] {
        let printed = twice(&format!("{line}\n{line}"), far.clone(), other.clone());
        assert!(printed.lines().all(|line| line.chars().count() <= human::WIDTH), "{printed}");
        assert!(printed.contains(" ::: a.md:") && printed.contains("----- the first one"), "{printed}");
    }
    let near = twice(&line, far, place("a.md", 1, 955, 1, 960));
    assert!(near.lines().all(|line| line.chars().count() <= human::WIDTH) && !near.contains(":::"), "{near}");
}

#[test]
fn a_long_paragraph_that_is_marked_whole_stays_within_the_width() {
    let text = format!("{0}\n{0}\n", "lorem ipsum ".repeat(80).trim_end());
    for end_line in [1, 2] {
        let printed = twice(&text, place("a.md", 1, 1, end_line, 960), place("b.md", 1, 1, end_line, 960));
        assert!(printed.lines().all(|line| line.chars().count() <= human::WIDTH), "{printed}");
        assert!(printed.contains("^^^^^...^^^^^") && printed.contains("-----...-----"), "{printed}");
    }
}

#[test]
fn the_name_of_a_file_stays_on_its_line() {
    let said = [bad_date(place("a\n::error::x\u{1b}.md", 1, 1, 1, 2))];
    let english = Words::new(Language::English);
    let shown = "a␊::error::x␛.md:1:1";
    assert_eq!(short(&said, &english), format!("{shown}: error[W0209]: \"16/11\" is not a date\n"));
    assert!(plain(&said, Language::English).contains(&format!("--> {shown}\n")));
}

#[test]
fn a_long_line_is_cut_around_its_mark() {
    let text = format!("{}16/11{}\n", "lorem ipsum ".repeat(80), " dolor sit".repeat(10_000));
    let long: Arc<str> = "long.md".into();
    let diagnostic = bad_date(Place::new(&long, Span::of(&text, 960, 965)));
    let printed = human(&[diagnostic], &Words::new(Language::English), &|_| Some(text.clone()), Colour::Off);
    let lines = printed.lines().collect::<Vec<_>>();
    assert_eq!(lines[1], " --> long.md:1:961");
    assert!(lines[3].chars().count() <= human::WIDTH && lines[3].contains("..."), "{printed}");
    assert_eq!(lines[3].find("16/11"), lines[4].find("^^^^^"), "{printed}");
}

#[test]
fn colours_are_written_only_when_they_are_on() {
    let words = Words::new(Language::English);
    assert!(!human(&[unknown_key()], &words, &source, Colour::Off).contains('\u{1b}'));
    assert!(human(&[unknown_key()], &words, &source, Colour::On).contains("\u{1b}["));
}

#[test]
fn the_short_form_is_one_line_each() {
    let diagnostics = [
        Diagnostic::nowhere(&FOREIGN_OUTPUT_FOLDER).with("folder", "public"),
        misplaced_key(),
        Diagnostic::new(&YAML_SYNTAX, at("id.md", "title")).with("reason", "two\nlines, \u{1b}[31mred"),
    ];
    let english = r#"error[W0901]: the folder "public" holds files, and no manifest that says Warta made them
content/releases/icdd/document.yaml:1:1: warning[W0203]: the key "status" is words, and this file holds facts
content/releases/icdd/id.md:2:1: error[W0201]: this is not YAML: two lines, ␛[31mred
"#;
    let indonesian = r#"galat[W0901]: folder "public" berisi berkas, tetapi tidak memuat manifes bahwa Warta yang membuatnya
content/releases/icdd/document.yaml:1:1: peringatan[W0203]: kunci "status" berisi kata-kata, sedangkan berkas ini berisi fakta
content/releases/icdd/id.md:2:1: galat[W0201]: ini bukan YAML: two lines, ␛[31mred
"#;
    assert_eq!(short(&diagnostics, &Words::new(Language::English)), english);
    assert_eq!(short(&diagnostics, &Words::new(Language::Indonesian)), indonesian);
}

#[test]
fn the_json_form_keeps_its_fields_and_their_order() {
    let diagnostics = [Diagnostic::nowhere(&INCOMPLETE_TREE).with("folder", "public"), misplaced_key()];
    let english = r#"[
{"code":"W0905","name":"incomplete-tree","severity":"note","message":"the last build into \"public\" was cut off; this one writes what is missing","help":"nothing is needed unless this build stops too","place":null,"other":null},
{"code":"W0203","name":"misplaced-key","severity":"warning","message":"the key \"status\" is words, and this file holds facts","help":"move the line to the front matter of `<language>.md` beside this file, in each language","place":{"file":"content/releases/icdd/document.yaml","line":1,"column":1,"endLine":1,"endColumn":7},"other":{"file":"content/releases/icdd/id.md","line":2,"column":1,"endLine":2,"endColumn":6}}
]
"#;
    assert_eq!(json(&diagnostics, &Words::new(Language::English)), english);
    let indonesian = r#"[
{"code":"W0202","name":"unknown-key","severity":"error","message":"kunci \"summry\" tidak dikenal","help":"apakah maksudnya `summary`?","place":{"file":"content/releases/icdd/id.md","line":3,"column":1,"endLine":3,"endColumn":7},"other":null}
]
"#;
    assert_eq!(json(&[unknown_key()], &Words::new(Language::Indonesian)), indonesian);
}

#[test]
fn nothing_to_say_is_nothing_or_an_empty_array() {
    let printed = Format::ALL.map(|format| print(&[], format, &Words::new(Language::English), &source, Colour::Off));
    assert_eq!([&printed[0], &printed[1], &printed[2], &printed[4]], ["", "", "[]\n", ""]);
}

#[test]
fn diagnostics_are_sorted_by_place_and_code_and_said_once() {
    let unsorted = [
        bad_date(place("b.md", 1, 1, 1, 2)),
        bad_date(place("a.md", 10, 1, 10, 2)),
        bad_date(place("a.md", 2, 5, 2, 6)).softened(),
        Diagnostic::new(&UNKNOWN_KEY, place("a.md", 2, 5, 2, 9)),
        bad_date(place("a.md", 2, 5, 2, 6)),
        Diagnostic::nowhere(&INCOMPLETE_TREE),
        bad_date(place("b.md", 1, 1, 1, 2)),
        bad_date(place("b.md", 1, 1, 1, 2)).with("zone", "WITA"),
    ];
    let mut sorted = unsorted.to_vec();
    sort(&mut sorted);
    let said = short(&sorted, &Words::new(Language::English));
    let starts = said.lines().map(|line| line.split("]: ").next().unwrap_or(line)).collect::<Vec<_>>();
    let expected = [
        "note[W0905",
        "a.md:2:5: error[W0202",
        "a.md:2:5: error[W0209",
        "a.md:10:1: error[W0209",
        "b.md:1:1: error[W0209",
        "b.md:1:1: error[W0209",
    ];
    assert_eq!(starts, expected);
}

#[test]
fn each_form_is_found_by_its_name() {
    assert_eq!(Format::ALL.map(|format| Format::parse(format.name())), Format::ALL.map(Some));
    assert_eq!(Format::parse("xml"), None);
}

proptest! {
    #[test]
    fn no_source_and_no_place_makes_printing_panic(
        text in "[a \t\n\ré日\u{200d}\u{202e}\u{1b}\u{301}👩]{0,60}",
        (line, column, end_line, end_column) in (0u32..7, 0u32..30, 0u32..9, 0u32..30),
        (other_line, other_column) in (0u32..7, 0u32..90),
    ) {
        let diagnostic = bad_date(place("a.md", line, column, end_line, end_column));
        let both = diagnostic.clone().and(place("a.md", other_line, other_column, other_line, other_column + 3));
        let far = bad_date(place("a.md", line, column, u32::MAX, u32::MAX)).and(place("b.md", u32::MAX, 1, 1, 1));
        let words = Words::new(Language::English);
        let printed = human(&[diagnostic, both, far], &words, &|_| Some(text.clone()), Colour::On);
        prop_assert!(printed.contains("W0209"));
    }
}
