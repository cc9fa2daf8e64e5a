//! SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"): one log with one run.
//!
//! In: diagnostics and the words of a language. Out: JSON in the order of the structs below, the same
//! for the same diagnostics. No time, no name of a machine and no absolute path is in it.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::super::words::Words;
use super::super::{Code, Diagnostic, Place, Span, explain};
use super::level;
use crate::digest::Digest;

/// The schema that the log follows.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The base of all paths: the folder of the site. Where it lies is left to the reader of the log.
const ROOT: &str = "SRCROOT";

/// What a path is written with in a URI: the unreserved characters of RFC 3986, and `/`. A colon would
/// make a scheme of the first folder.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Prints one SARIF log, also where there is nothing to say.
///
/// A result has its rule, level, message with the help, place, second place as a related location, and
/// a fingerprint over code, file and arguments, which stays when lines above it come and go. A
/// diagnostic that concerns no file has no location.
pub fn sarif(diagnostics: &[Diagnostic], words: &Words) -> String {
    let codes: BTreeMap<&str, &Code> = diagnostics.iter().map(|said| (said.code.id, said.code)).collect();
    let ids: Vec<&str> = codes.keys().copied().collect();
    let driver = Driver {
        name: "Warta",
        version: env!("CARGO_PKG_VERSION"),
        language: words.language().tag(),
        rules: codes.values().map(|code| Rule::of(code, words)).collect(),
    };
    let run = Run {
        tool: Tool { driver },
        invocations: [Invocation { execution_successful: true }],
        language: words.language().tag(),
        original_uri_base_ids: BTreeMap::from([(ROOT, Base { description: Text::of(words.say("sarif-root", &[])) })]),
        results: diagnostics.iter().map(|diagnostic| Finding::of(diagnostic, &ids, words)).collect(),
        column_kind: "unicodeCodePoints",
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    serde_json::to_string_pretty(&log).expect("text and numbers have a JSON form") + "\n"
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    invocations: [Invocation; 1],
    language: &'a str,
    original_uri_base_ids: BTreeMap<&'a str, Base>,
    column_kind: &'a str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'a str,
    version: &'a str,
    language: &'a str,
    rules: Vec<Rule<'a>>,
}

/// That the program came to its end, whatever it found.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
}

#[derive(Serialize)]
struct Base {
    description: Text,
}

#[derive(Serialize)]
struct Text {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    name: String,
    short_description: Text,
    full_description: Text,
    help: Text,
    default_configuration: Configuration<'a>,
}

#[derive(Serialize)]
struct Configuration<'a> {
    level: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'a str, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

impl Text {
    fn of(text: String) -> Text {
        Text { text: unmistakable(&text), markdown: None }
    }
}

/// Doubles the braces of `{0}`, for which a reader would put an argument in. The specification (3.11.5)
/// wants every brace doubled; but readers show a text without arguments as it stands, and an author who
/// pasted a doubled `{{ $figure }}` would paste a mistake.
fn unmistakable(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let digits = rest[open + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let close = open + 1 + digits;
        if digits > 0 && rest[close..].starts_with('}') {
            safe += &format!("{}{{{{{}}}}}", &rest[..open], &rest[open + 1..close]);
            rest = &rest[close + 1..];
        } else {
            safe += &rest[..=open];
            rest = &rest[open + 1..];
        }
    }
    safe + rest
}

impl<'a> Rule<'a> {
    fn of(code: &'a Code, words: &Words) -> Rule<'a> {
        let outline = words.outline(code);
        let text = explain::section(code, words.language()).unwrap_or(&outline);
        let first = text.split("\n\n").next().unwrap_or(text).replace('\n', " ");
        Rule {
            id: code.id,
            name: pascal(code.name),
            full_description: Text::of(first),
            help: Text { markdown: Some(unmistakable(text)), ..Text::of(text.to_owned()) },
            default_configuration: Configuration { level: level(code.severity) },
            short_description: Text::of(outline),
        }
    }
}

/// `UnknownKey` of `unknown-key`.
fn pascal(name: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    name.split('-').map(capital).collect()
}

impl<'a> Finding<'a> {
    fn of(diagnostic: &'a Diagnostic, ids: &[&str], words: &Words) -> Finding<'a> {
        let code = diagnostic.code;
        let place = |place: &Place| Location { id: None, physical_location: Physical::of(place), message: None };
        let other = |other: &Place| {
            let message = Some(Text::of(words.other(diagnostic)));
            Location { id: Some(1), physical_location: Physical::of(other), message }
        };
        Finding {
            rule_id: code.id,
            rule_index: ids.partition_point(|id| *id < code.id),
            level: level(diagnostic.severity),
            message: Text::of(message(diagnostic, words)),
            locations: diagnostic.place.iter().map(place).collect(),
            related_locations: diagnostic.other.iter().map(other).collect(),
            partial_fingerprints: BTreeMap::from([("codeFileArguments/v1", fingerprint(diagnostic))]),
        }
    }
}

/// The message, and the help on a line of its own.
fn message(diagnostic: &Diagnostic, words: &Words) -> String {
    let message = words.message(diagnostic);
    match words.help(diagnostic) {
        Some(help) => format!("{message}\n{}: {help}", words.say("level-help", &[])),
        None => message,
    }
}

/// Neither the line nor the words: the same mistake keeps it while the text around it changes, and in
/// either language.
fn fingerprint(diagnostic: &Diagnostic) -> String {
    let file = diagnostic.place.as_ref().map(|place| &*place.file);
    Digest::of(&(diagnostic.code.id, file, &diagnostic.arguments)).to_string()
}

impl Physical {
    fn of(place: &Place) -> Physical {
        let uri = utf8_percent_encode(&place.file, PATH).to_string();
        Physical { artifact_location: Artifact { uri, uri_base_id: ROOT }, region: Region::of(place.span) }
    }
}

impl Region {
    /// SARIF counts as [`Span`] does, the end exclusive; what a span cannot be is put right.
    fn of(span: Span) -> Region {
        let (start_line, start_column) = (span.line.max(1), span.column.max(1));
        let end = (span.end_line, span.end_column.max(1)).max((start_line, start_column));
        Region { start_line, start_column, end_line: end.0, end_column: end.1 }
    }
}
