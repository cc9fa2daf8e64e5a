//! The formats for programs: SARIF against the schema of its standard, GitHub's workflow commands
//! against what a runner makes of them, and each with whatever a diagnostic can hold.
//!
//! `formats/sarif-schema-2.1.0.json` is the schema of OASIS (`sarif-schema-2.1.0.json` of the standard
//! SARIF 2.1.0), as the crate serde-sarif 0.8.0 (MIT) carries it, unchanged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use warta::diagnostic::codes::{self, CODES};
use warta::diagnostic::explain;
use warta::diagnostic::print::{self, Colour, Format};
use warta::diagnostic::words::{Language, Words};
use warta::diagnostic::{Diagnostic, Place, Severity, Span};

use crate::check::cases;
use crate::support::repository;

/// The pattern of a language in the schema has a bracket that closes nothing. JavaScript takes it as it
/// is; the validator wants it escaped.
fn schema() -> Validator {
    let schema = include_str!("formats/sarif-schema-2.1.0.json").replace("{2}]?$", r"{2}\\]?$");
    jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap()
}

/// What is wrong with a log by the schema.
fn faults(schema: &Validator, log: &Value) -> Vec<String> {
    schema.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn sarif(said: &[Diagnostic], language: Language) -> Value {
    serde_json::from_str(&print::sarif(said, &Words::new(language))).unwrap()
}

fn place(file: &str, line: u32, column: u32, end_line: u32, end_column: u32) -> Place {
    Place::new(&Arc::from(file), Span { line, column, end_line, end_column })
}

/// One with all that a diagnostic can have, and one that concerns no file.
fn two() -> Vec<Diagnostic> {
    let full = Diagnostic::new(&codes::MISPLACED_KEY, place("content/releases/100 %: é/document.yaml", 4, 3, 4, 9));
    let full = full.with("key", "status").with("home", "words").softened();
    let full = full.and(place("content/releases/100 %: é/id.md", 2, 1, 2, 6));
    vec![Diagnostic::nowhere(&codes::INCOMPLETE_TREE).with("folder", "public"), full]
}

#[test]
fn every_case_makes_a_sarif_log_that_the_standard_takes() {
    let schema = schema();
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for case in cases().iter().filter(|case| case.run != "command") {
        let (said, _) = case.run();
        for log in Language::ALL.map(|language| sarif(&said, language)) {
            found.extend(faults(&schema, &log));
            let results = log["runs"][0]["results"].as_array().unwrap();
            let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
            assert_eq!(results.len(), said.len());
            for result in results {
                let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
                assert_eq!(rule["id"], result["ruleId"]);
            }
            seen.extend(rules.iter().map(|rule| rule["id"].as_str().unwrap().to_owned()));
        }
    }
    assert_eq!(found, Vec::<String>::new());
    assert!(seen.len() > 100, "{seen:?}");
}

#[test]
fn the_schema_refuses_what_is_no_log() {
    let mut log = sarif(&two(), Language::English);
    log["runs"][0]["results"][0]["level"] = "fatal".into();
    assert_eq!(faults(&schema(), &log).len(), 1);
    assert_eq!(faults(&schema(), &sarif(&[], Language::English)), Vec::<String>::new());
}

#[test]
fn a_sarif_result_has_places_rule_and_help_in_the_language_of_the_program() {
    let log = sarif(&two(), Language::Indonesian);
    let run = &log["runs"][0];
    assert_eq!((&run["columnKind"], &run["language"]), (&"unicodeCodePoints".into(), &"id".into()));
    let [nowhere, full] = run["results"].as_array().unwrap().as_slice() else { panic!("{run}") };
    assert_eq!(
        (&nowhere["ruleId"], &nowhere["ruleIndex"], &nowhere["level"]),
        (&"W0905".into(), &1.into(), &"note".into())
    );
    assert!(nowhere.get("locations").is_none());
    assert_eq!((&full["ruleIndex"], &full["level"]), (&0.into(), &"warning".into()));
    let text = full["message"]["text"].as_str().unwrap();
    assert!(
        text.starts_with("kunci \"status\" berisi kata-kata, sedangkan berkas ini berisi fakta\nbantuan: "),
        "{text}"
    );
    let physical = &full["locations"][0]["physicalLocation"];
    let artifact =
        serde_json::json!({"uri": "content/releases/100%20%25%3A%20%C3%A9/document.yaml", "uriBaseId": "SRCROOT"});
    assert_eq!(physical["artifactLocation"], artifact);
    let region = serde_json::json!({"startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 9});
    assert_eq!(physical["region"], region);
    let related = &full["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["region"]["startLine"], 2);
    assert_eq!(related["message"]["text"], "lihat di sini");
    let rule = &run["tool"]["driver"]["rules"][0];
    assert_eq!((&rule["id"], &rule["name"]), (&"W0203".into(), &"MisplacedKey".into()));
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
    let explained = explain::explain(&codes::MISPLACED_KEY, Language::Indonesian);
    assert!(explained.ends_with(&format!("{}\n", rule["help"]["markdown"].as_str().unwrap())), "{rule}");
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_in_either_language() {
    let print_of = |said: Diagnostic, language| {
        sarif(&[said], language)["runs"][0]["results"][0]["partialFingerprints"]["codeFileArguments/v1"].clone()
    };
    let said = |file: &str, line: u32, value: &str| {
        Diagnostic::new(&codes::BAD_DATE, place(file, line, 1, line, 3)).with("value", value)
    };
    let first = print_of(said("a.md", 1, "x"), Language::English);
    assert_eq!(print_of(said("a.md", 70, "x").softened(), Language::Indonesian), first);
    assert_ne!(print_of(said("b.md", 1, "x"), Language::English), first);
    assert_ne!(print_of(said("a.md", 1, "y"), Language::English), first);
    assert_eq!(first.as_str().unwrap().len(), 32);
}

#[test]
fn a_text_in_braces_is_not_taken_for_an_argument() {
    let text = |value: &str| {
        let said = Diagnostic::nowhere(&codes::BAD_DATE).with("value", value);
        let log = sarif(&[said], Language::English);
        log["runs"][0]["results"][0]["message"]["text"].as_str().unwrap().split(" is not").next().unwrap().to_owned()
    };
    assert_eq!(text("{ $x } {0} {{12}} {} {1a} {3"), "\"{ $x } {{0}} {{{12}}} {} {1a} {3\"");
}

#[test]
fn a_workflow_command_holds_place_title_message_help_and_second_place() {
    let printed = print::github(&two(), &Words::new(Language::English));
    let expected = "\
::notice title=W0905 incomplete-tree::the last build into \"public\" was cut off; this one writes what is missing%0Ahelp: nothing is needed unless this build stops too
::warning file=content/releases/100 %25%3A é/document.yaml,line=4,endLine=4,col=3,endColumn=8,title=W0203 misplaced-key::the key \"status\" is words, and this file holds facts%0Ahelp: move the line to the front matter of `<language>.md` beside this file, in each language%0Asee here: content/releases/100 %25: é/id.md:2:1
";
    assert_eq!(printed, expected);
    let indonesian = print::github(&two(), &Words::new(Language::Indonesian));
    assert!(indonesian.contains("%0Abantuan: ") && indonesian.contains("%0Alihat di sini: "), "{indonesian}");
}

#[test]
fn a_workflow_command_has_columns_only_on_one_line() {
    let head = |place| {
        let printed = print::github(&[Diagnostic::new(&codes::BAD_DATE, place)], &Words::new(Language::English));
        printed.split(",title=").next().unwrap().to_owned()
    };
    assert_eq!(head(place("a,b.md", 3, 5, 3, 8)), "::error file=a%2Cb.md,line=3,endLine=3,col=5,endColumn=7");
    assert_eq!(head(place("a.md", 1, 1, 1, 1)), "::error file=a.md,line=1,endLine=1,col=1,endColumn=1");
    assert_eq!(head(place("a.md", 3, 5, 5, 2)), "::error file=a.md,line=3,endLine=5");
    assert_eq!(head(place("a.md", 3, 1, 4, 1)), "::error file=a.md,line=3,endLine=3");
    assert_eq!(head(place("a.md", 0, 0, 0, 0)), "::error file=a.md,line=1,endLine=1,col=1,endColumn=1");
}

/// What GitHub's runner reads out of a line.
struct Command {
    name: String,
    properties: BTreeMap<String, String>,
    message: String,
}

/// Reads a line as the runner does; nothing for a line that is no command.
fn runner(line: &str) -> Option<Command> {
    let (head, message) = line.strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let data = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let value = |text: &str| data(&text.replace("%3A", ":").replace("%2C", ","));
    let pairs = properties.split(',').filter_map(|pair| pair.split_once('='));
    let properties = pairs.map(|(name, text)| (name.to_owned(), value(text))).collect();
    Some(Command { name: name.to_owned(), properties, message: data(message) })
}

/// Any text, and more often what is hard to print.
fn hard() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a%:,;\"'\\\\{}\\[\\]<>&|`$0-9 \t\n\r\u{0}\u{7}\u{1b}\u{85}\u{200d}\u{202e}\u{2028}\u{2066}\u{301}שלום日👩]{0,40}",
        Just("%0A%25::error::x".to_owned()),
    ]
}

fn places() -> impl Strategy<Value = Place> {
    let number = || prop_oneof![0u32..9, Just(u32::MAX)];
    (hard(), number(), number(), number(), number())
        .prop_map(|(file, line, column, end_line, end_column)| place(&file, line, column, end_line, end_column))
}

fn diagnostics() -> impl Strategy<Value = Diagnostic> {
    let names = prop::sample::subsequence(vec!["key", "value", "reason", "file", "nearest", "document", "count"], 0..7);
    let severity = prop::sample::select(vec![Severity::Error, Severity::Warning, Severity::Note]);
    let place = || prop::option::of(places());
    (prop::sample::select(CODES), severity, place(), place(), names, hard()).prop_map(
        |(code, severity, place, other, names, value)| Diagnostic {
            code,
            severity,
            place,
            other,
            arguments: names.into_iter().map(|name| (name.into(), value.clone())).collect(),
        },
    )
}

/// What a format makes of `said` and should not.
fn misprinted(said: &[Diagnostic], source: Option<&String>, schema: &Validator, words: &Words) -> Vec<String> {
    let mut found = Vec::new();
    let mut hold = |holds: bool, what: &str| found.extend((!holds).then(|| what.to_owned()));
    for colour in [Colour::Off, Colour::On] {
        let human = print::print(said, Format::Human, words, &|_| source.cloned(), colour);
        hold(said.iter().all(|said| human.contains(said.code.id)), "human");
    }
    hold(print::short(said, words).matches('\n').count() == said.len(), "short");
    let json: Value = serde_json::from_str(&print::json(said, words)).unwrap();
    hold(json.as_array().unwrap().len() == said.len(), "json");
    let sarif: Value = serde_json::from_str(&print::sarif(said, words)).unwrap();
    hold(sarif["runs"][0]["results"].as_array().unwrap().len() == said.len(), "sarif");
    let github = print::github(said, words);
    hold(!github.contains('\r') && github.matches('\n').count() == said.len(), "github");
    for (line, said) in github.split('\n').zip(said) {
        let command = runner(line).unwrap();
        let of = |name: &str| command.properties.get(name).map(String::as_str);
        let is_known = ["error", "warning", "notice"].contains(&command.name.as_str());
        hold(is_known && !command.message.is_empty(), "command");
        hold(of("file") == said.place.as_ref().map(|place| &*place.file), "file");
        hold(of("title") == Some(&format!("{} {}", said.code.id, said.code.name)), "title");
    }
    found.extend(faults(schema, &sarif));
    found
}

#[test]
fn whatever_is_said_is_printed_in_every_format_and_can_be_read_back() {
    let (schema, words) = (schema(), Language::ALL.map(Words::new));
    let cases = (prop::collection::vec(diagnostics(), 0..4), prop::option::of(hard()));
    let mut runner = TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() });
    let run = runner.run(&cases, |(said, source)| {
        for words in &words {
            prop_assert_eq!(misprinted(&said, source.as_ref(), &schema, words), Vec::<String>::new());
        }
        Ok(())
    });
    run.unwrap();
}

#[test]
fn the_list_of_codes_in_the_manual_is_that_of_the_program() {
    let path = repository().join("docs/diagnostics.md");
    let written = std::fs::read_to_string(&path).unwrap();
    let (head, _) = written.split_once("\n## All codes\n\n").expect("the manual lists the codes below this heading");
    let made = format!("{head}\n## All codes\n\n{}", explain::markdown(&Words::new(Language::English)));
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(made, snapbox::Data::read_from(&path, None).raw());
}

#[test]
fn every_area_of_codes_has_a_name_in_both_languages() {
    for words in Language::ALL.map(Words::new) {
        let text = explain::markdown(&words);
        assert!(!text.contains("area-") && !text.contains("explain-"), "{text}");
        assert_eq!(text.lines().filter(|line| line.starts_with("| W")).count(), CODES.len());
    }
}
