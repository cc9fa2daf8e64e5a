//! The forms in which diagnostics are shown.
//!
//! In: diagnostics in the order of [`sort`], the words of a language, and, for the human form, a
//! way to read a source again. Out: text for the caller to write. Nothing is read or written here.
//!
//! - [`human`]: for a person at a terminal, with the line of the source and marks under it;
//! - [`short`]: one line each, for editors and `grep`;
//! - [`json`]: one array, for programs;
//! - [`sarif`]: one SARIF 2.1.0 log, for services that collect findings;
//! - [`github`]: workflow commands, which GitHub shows beside the lines of a change.

mod github;
mod human;
mod sarif;

use std::fmt::Write;

use annotate_snippets::normalize_untrusted_str;
use serde::Serialize;

use super::words::Words;
use super::{Diagnostic, Place, Severity, Span};

pub use github::github;
pub use human::human;
pub use sarif::sarif;

/// A form of printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// With source lines and marks.
    #[default]
    Human,
    /// One line each.
    Short,
    /// One JSON array.
    Json,
    /// One SARIF log.
    Sarif,
    /// One GitHub workflow command each.
    Github,
}

impl Format {
    /// Every form, in the order of the help.
    pub const ALL: [Format; 5] = [Format::Human, Format::Short, Format::Json, Format::Sarif, Format::Github];

    /// Finds a form by the name that the command line takes.
    pub fn parse(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Human => "human",
            Format::Short => "short",
            Format::Json => "json",
            Format::Sarif => "sarif",
            Format::Github => "github",
        }
    }

    /// Whether what is printed is one document, so that nothing else may stand beside it.
    pub fn is_whole(self) -> bool {
        matches!(self, Format::Json | Format::Sarif)
    }
}

/// Whether the human form may use the terminal's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Colour {
    /// Plain text.
    #[default]
    Off,
    /// ANSI colours.
    On,
}

/// Puts diagnostics in order (file, line, column, code; those of no file first) and removes
/// repetitions. Of two that differ in severity only, the graver stays.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    let start =
        |place: &Option<Place>| place.as_ref().map(|place| (place.file.clone(), place.span.line, place.span.column));
    diagnostics.sort_by(|a, b| {
        start(&a.place)
            .cmp(&start(&b.place))
            .then_with(|| a.code.id.cmp(b.code.id))
            .then_with(|| a.place.cmp(&b.place))
            .then_with(|| a.other.cmp(&b.other))
            .then_with(|| a.arguments.cmp(&b.arguments))
            .then_with(|| b.severity.cmp(&a.severity))
    });
    diagnostics.dedup_by(|later, first| {
        (later.code.id, &later.place, &later.other, &later.arguments)
            == (first.code.id, &first.place, &first.other, &first.arguments)
    });
}

/// Prints in the given form. `source` hands out the text of a file by its path in the site; it is
/// asked in the human form only.
pub fn print(
    diagnostics: &[Diagnostic],
    format: Format,
    words: &Words,
    source: &dyn Fn(&str) -> Option<String>,
    colour: Colour,
) -> String {
    match format {
        Format::Human => human(diagnostics, words, source, colour),
        Format::Short => short(diagnostics, words),
        Format::Json => json(diagnostics, words),
        Format::Sarif => sarif(diagnostics, words),
        Format::Github => github(diagnostics, words),
    }
}

/// Prints one line each: `file:line:column: error[W0202]: message`.
pub fn short(diagnostics: &[Diagnostic], words: &Words) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        if let Some(place) = &diagnostic.place {
            let _ = write!(lines, "{}: ", clean_line(&place.to_string()));
        }
        let level = words.severity(diagnostic.severity);
        let _ = writeln!(lines, "{level}[{}]: {}", diagnostic.code.id, clean_line(&words.message(diagnostic)));
    }
    lines
}

/// Prints one JSON array, a diagnostic a line.
///
/// Each has, in this order: `code` (`"W0202"`), `name` (`"unknown-key"`), `severity` (`"error"`,
/// `"warning"` or `"note"`, in English whatever the language), `message`, `help` (text or null),
/// `place` and `other` (null, or `file`, `line`, `column`, `endLine`, `endColumn`; counted from 1,
/// columns in characters, the end exclusive). Fields may be added, never renamed or removed.
pub fn json(diagnostics: &[Diagnostic], words: &Words) -> String {
    let lines = diagnostics.iter().map(|diagnostic| {
        serde_json::to_string(&Form::of(diagnostic, words)).expect("text and numbers have a JSON form")
    });
    match lines.collect::<Vec<_>>().join(",\n") {
        none if none.is_empty() => "[]\n".to_owned(),
        lines => format!("[\n{lines}\n]\n"),
    }
}

#[derive(Serialize)]
struct Form<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    message: String,
    help: Option<String>,
    place: Option<PlaceForm<'a>>,
    other: Option<PlaceForm<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlaceForm<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

impl<'a> Form<'a> {
    fn of(diagnostic: &'a Diagnostic, words: &Words) -> Form<'a> {
        Form {
            code: diagnostic.code.id,
            name: diagnostic.code.name,
            severity: level(diagnostic.severity),
            message: words.message(diagnostic),
            help: words.help(diagnostic),
            place: diagnostic.place.as_ref().map(PlaceForm::of),
            other: diagnostic.other.as_ref().map(PlaceForm::of),
        }
    }
}

/// A text without what moves a terminal's cursor or turns the direction of letters, on one line: the name
/// of a file may hold anything.
fn clean_line(text: &str) -> String {
    normalize_untrusted_str(text).replace('\n', "␊")
}

/// The word for a severity in formats for programs, whatever the language; SARIF has the same.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

impl<'a> PlaceForm<'a> {
    fn of(place: &'a Place) -> PlaceForm<'a> {
        let Span { line, column, end_line, end_column } = place.span;
        PlaceForm { file: &place.file, line, column, end_line, end_column }
    }
}

#[cfg(test)]
mod tests;
