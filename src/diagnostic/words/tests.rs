use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::super::codes::{self, CODES};
use super::super::explain;
use super::*;

/// The variables of each message and attribute (`unknown-key.help`) of a text.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn messages_of(text: &str) -> Messages {
    let resource = fluent_syntax::parser::parse(text).expect("every embedded text is valid Fluent");
    let mut all = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let own = message.value.as_ref().map(|pattern| (message.id.name.to_owned(), pattern));
        let attributes = message
            .attributes
            .iter()
            .map(|attribute| (format!("{}.{}", message.id.name, attribute.id.name), &attribute.value));
        for (id, pattern) in own.into_iter().chain(attributes) {
            let mut variables = BTreeSet::new();
            in_pattern(pattern, &mut variables);
            assert!(all.insert(id.clone(), variables).is_none(), "{id} stands twice");
        }
    }
    all
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            variants.iter().for_each(|variant| in_pattern(&variant.value, found));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(found.insert(id.name.to_owned())),
        InlineExpression::FunctionReference { id, arguments } => {
            assert!(["NUMBER", "GIVEN"].contains(&id.name), "there is no function {}", id.name);
            in_arguments(arguments, found);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        _ => {}
    }
}

fn in_arguments(arguments: &CallArguments<&str>, found: &mut BTreeSet<String>) {
    arguments.positional.iter().for_each(|inline| in_inline(inline, found));
}

fn differences(one: &Messages, other: &Messages, file: &str) -> Vec<String> {
    let differs = |id: &String| match other.get(id) {
        None => Some(format!("{file} lacks {id}")),
        Some(variables) if *variables != one[id] => Some(format!("{file}: {id} has other variables")),
        Some(_) => None,
    };
    one.keys().filter_map(differs).collect()
}

const NOTHING: Vec<String> = Vec::new();

#[test]
fn every_code_has_message_and_help_in_both_languages_with_the_same_variables() {
    let [en, id] = [include_str!("../en.ftl"), include_str!("../id.ftl")].map(messages_of);
    let mut missing = Vec::new();
    for code in CODES {
        for part in [code.name.to_owned(), format!("{}.help", code.name)] {
            missing.extend((!en.contains_key(&part)).then(|| format!("en.ftl lacks {part}")));
        }
    }
    missing.extend(differences(&en, &id, "id.ftl"));
    missing.extend(differences(&id, &en, "en.ftl"));
    assert_eq!(missing, NOTHING);
}

#[test]
fn every_message_belongs_to_a_code() {
    let names = messages_of(include_str!("../en.ftl")).into_keys();
    let strange = names.filter(|id| codes::find(id.split('.').next().unwrap_or(id)).is_none());
    assert_eq!(strange.collect::<Vec<_>>(), NOTHING);
}

#[test]
fn every_code_is_explained_in_both_languages_with_an_example() {
    let mut missing = Vec::new();
    for language in Language::ALL {
        for code in CODES {
            let text = explain::explain(code, language);
            if text.lines().count() < 8 || !text.contains("\n```") {
                missing.push(format!("explain/{}.md lacks {} {}", language.tag(), code.id, code.name));
            }
        }
    }
    assert_eq!(missing, NOTHING);
}

#[test]
fn the_command_line_speaks_both_languages_with_the_same_variables() {
    let [en, id] = [include_str!("../program.en.ftl"), include_str!("../program.id.ftl")].map(messages_of);
    let mut missing = differences(&en, &id, "program.id.ftl");
    missing.extend(differences(&id, &en, "program.en.ftl"));
    // Both texts of a language share one bundle.
    missing.extend(CODES.iter().filter(|code| en.contains_key(code.name)).map(|code| code.name.to_owned()));
    assert_eq!(missing, NOTHING);
}

#[test]
fn messages_of_codes_begin_in_lower_case_and_end_without_a_full_stop() {
    let mut wrong = Vec::new();
    for words in Language::ALL.map(Words::new) {
        for code in CODES {
            let message = words.outline(code);
            let mut letters = message.chars();
            let capital =
                letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
            if capital || message.ends_with('.') {
                wrong.push(message);
            }
        }
    }
    assert_eq!(wrong, NOTHING);
}

#[test]
fn the_first_variable_of_the_environment_that_is_set_decides() {
    let from = |values: &[(&str, &str)]| {
        Language::from_environment(|name| {
            values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    };
    assert_eq!(from(&[]), Language::English);
    assert_eq!(from(&[("LANG", "id_ID.UTF-8")]), Language::Indonesian);
    assert_eq!(from(&[("LC_ALL", ""), ("LC_MESSAGES", "id"), ("LANG", "en_GB.UTF-8")]), Language::Indonesian);
    assert_eq!(from(&[("LC_ALL", "C.UTF-8"), ("LANG", "id_ID.UTF-8")]), Language::English);
    assert_eq!(from(&[("LANG", "ido")]), Language::English);
}

#[test]
fn counts_are_grouped_and_take_the_right_plural() {
    let built = |language, pages: &str| {
        let values = [
            ("pages", pages),
            ("others", "1"),
            ("written", "4300"),
            ("unchanged", "0"),
            ("removed", "0"),
            ("seconds", "1.20"),
        ];
        Words::new(language).say("closing-built", &values.map(|(name, value)| (name, value.to_owned())))
    };
    assert_eq!(
        built(Language::English, "1"),
        "built 1 page and 1 other file (4,300 written, 0 unchanged, 0 removed) in 1.20 s"
    );
    assert_eq!(
        built(Language::English, "1234567"),
        "built 1,234,567 pages and 1 other file (4,300 written, 0 unchanged, 0 removed) in 1.20 s"
    );
    assert_eq!(
        built(Language::Indonesian, "4300"),
        "4.300 halaman dan 1 berkas lain dibangun (4.300 ditulis, 0 tidak berubah, 0 dihapus) dalam 1,20 detik"
    );
}

#[test]
fn no_count_is_taken_as_none_and_not_as_a_plural() {
    let counts = |errors: &str, warnings: &str| {
        let values = [("errors", errors.to_owned()), ("warnings", warnings.to_owned())];
        Language::ALL.map(|language| Words::new(language).say("closing-counts", &values))
    };
    assert_eq!(counts("0", "1"), ["no errors, 1 warning", "tidak ada galat, 1 peringatan"]);
    assert_eq!(counts("2", "0"), ["2 errors, no warnings", "2 galat, tidak ada peringatan"]);
}

#[test]
fn a_year_or_a_path_is_printed_as_it_was_typed() {
    let diagnostic = Diagnostic::nowhere(&codes::BAD_DATE).with("value", "2021");
    assert_eq!(Words::new(Language::English).message(&diagnostic), "\"2021\" is not a date");
}

#[test]
fn strange_numbers_are_printed_and_never_panic() {
    let words = Words::new(Language::English);
    for strange in
        ["", "-", "-1", "NaN", "inf", "1e400", "1.", ".5", "0.12345678901234567890123456", "99999999999999999999", "٤"]
    {
        let line = words.say("closing-held", &[("count", strange.to_owned())]);
        assert_eq!(line, format!("{strange} documents are held:"));
    }
    assert_eq!(words.say("closing-held", &[]), "… documents are held:");
}

#[test]
fn a_value_that_a_stage_forgot_is_named() {
    let words = Words::new(Language::English);
    let diagnostic = Diagnostic::nowhere(&codes::UNKNOWN_KEY).with("key", "summry").with("nearest", "");
    assert_eq!(words.lacking(&diagnostic), ["known"]);
    assert_eq!(words.lacking(&diagnostic.with("known", "title")), NOTHING);
}

#[test]
fn a_missing_message_shows_its_name() {
    static UNWRITTEN: Code = Code { id: "W9999", name: "unwritten", severity: Severity::Error };
    let words = Words::new(Language::Indonesian);
    let diagnostic = Diagnostic::nowhere(&UNWRITTEN);
    assert_eq!(words.message(&diagnostic), "unwritten");
    assert_eq!(words.help(&diagnostic), None);
    assert_eq!(words.other(&diagnostic), "lihat di sini");
    assert_eq!(words.say("unwritten", &[]), "unwritten");
    assert_eq!(explain::explain(&UNWRITTEN, Language::English), "W9999 unwritten\n");
}

#[test]
fn a_suggestion_is_made_only_where_there_is_one() {
    let help = |suggestion: &str| {
        let diagnostic = Diagnostic::nowhere(&codes::UNKNOWN_KEY).with("key", "summry");
        let diagnostic = diagnostic.with("nearest", suggestion).with("known", "title, summary");
        Language::ALL.map(|language| Words::new(language).help(&diagnostic).unwrap_or_default())
    };
    assert_eq!(help("summary"), ["did you mean `summary`?", "apakah maksudnya `summary`?"]);
    assert_eq!(help(""), ["the keys known here are: title, summary", "kunci yang dikenal di sini: title, summary"]);
}

#[test]
fn a_type_is_named_in_the_language_of_the_author() {
    let diagnostic = Diagnostic::nowhere(&codes::WRONG_TYPE).with("wanted", "map-by-locale").with("found", "text");
    let [en, id] = Language::ALL.map(Words::new);
    assert_eq!(en.message(&diagnostic), "this is a text where a text for each language is wanted");
    assert_eq!(en.help(&diagnostic).as_deref(), Some("write `{id: …, en: …}`"));
    assert_eq!(id.message(&diagnostic), "ini teks, padahal diperlukan teks untuk tiap bahasa");
    assert_eq!(id.help(&diagnostic).as_deref(), Some("tulis `{id: …, en: …}`"));
}

#[test]
fn a_message_stays_on_one_line_and_a_huge_value_is_cut() {
    let words = Words::new(Language::English);
    let diagnostic = Diagnostic::nowhere(&codes::YAML_SYNTAX).with("reason", "first\n   second\r\nthird");
    assert_eq!(words.message(&diagnostic), "this is not YAML: first second third");
    let diagnostic = Diagnostic::nowhere(&codes::BAD_DATE).with("value", "é".repeat(1_000_000));
    assert_eq!(words.message(&diagnostic), format!("\"{}…\" is not a date", "é".repeat(LONGEST_VALUE)));
}

#[test]
fn the_list_of_codes_is_a_table_with_severity_and_message() {
    let list = explain::list(&Words::new(Language::English));
    assert_eq!(list.lines().count(), CODES.len());
    let line = list.lines().find(|line| line.starts_with("W0202")).unwrap_or_default();
    assert_eq!(line.split_whitespace().collect::<Vec<_>>().join(" "), "W0202 error unknown-key unknown key \"…\"");
}

#[test]
fn an_explanation_is_its_own_section_only() {
    let text = explain::explain(&codes::UNKNOWN_KEY, Language::Indonesian);
    assert!(text.starts_with("W0202 unknown-key\n\nAda kunci yang tidak dikenal Warta di tempat ini.\n"));
    assert!(text.ends_with("di `document.yaml`.\n"), "{text}");
    assert!(!text.contains("W0203"));
}
