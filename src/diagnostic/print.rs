//! The forms in which diagnostics are shown.
//!
//! In: diagnostics in the order of [`sort`], the words of a language, and, for the human form, a
//! way to read a source again. Out: text for the caller to write. Nothing is read or written here.
//!
//! - [`human`]: for a person at a terminal, with the line of the source and marks under it;
//! - [`short`]: one line each, for editors and `grep`;
//! - [`json`]: one array, for programs.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Level, Origin, Renderer, Snippet, normalize_untrusted_str as clean,
};
use serde::Serialize;

use super::words::Words;
use super::{Diagnostic, Place, Severity, Span};

/// Columns that the human form may take; a longer line of a source is cut around its marks.
const WIDTH: usize = 120;

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
}

impl Format {
    /// Every form, in the order of the help.
    pub const ALL: [Format; 3] = [Format::Human, Format::Short, Format::Json];

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
        }
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
    }
}

/// Prints each diagnostic with its source lines, a blank line between two.
///
/// A source is read once for neighbours in one file. Where it cannot be read, or no longer has the
/// line, the place stands alone.
pub fn human(
    diagnostics: &[Diagnostic],
    words: &Words,
    source: &dyn Fn(&str) -> Option<String>,
    colour: Colour,
) -> String {
    let renderer = match colour {
        Colour::Off => Renderer::plain(),
        Colour::On => Renderer::styled(),
    };
    let renderer = renderer.term_width(WIDTH);
    let mut printed = Vec::new();
    for run in diagnostics.chunk_by(|one, next| file_of(one) == file_of(next)) {
        let text = file_of(&run[0]).and_then(source);
        printed.extend(run.iter().map(|diagnostic| one(diagnostic, words, text.as_deref(), source, &renderer)));
    }
    printed.join("\n")
}

/// Prints one line each: `file:line:column: error[W0202]: message`.
pub fn short(diagnostics: &[Diagnostic], words: &Words) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        if let Some(place) = &diagnostic.place {
            let _ = write!(lines, "{}: ", clean(&place.to_string()));
        }
        let level = words.severity(diagnostic.severity);
        let _ = writeln!(lines, "{level}[{}]: {}", diagnostic.code.id, clean(&words.message(diagnostic)));
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
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            message: words.message(diagnostic),
            help: words.help(diagnostic),
            place: diagnostic.place.as_ref().map(PlaceForm::of),
            other: diagnostic.other.as_ref().map(PlaceForm::of),
        }
    }
}

impl<'a> PlaceForm<'a> {
    fn of(place: &'a Place) -> PlaceForm<'a> {
        let Span { line, column, end_line, end_column } = place.span;
        PlaceForm { file: &place.file, line, column, end_line, end_column }
    }
}

fn file_of(diagnostic: &Diagnostic) -> Option<&str> {
    diagnostic.place.as_ref().map(|place| place.file.as_ref())
}

fn one(
    diagnostic: &Diagnostic,
    words: &Words,
    text: Option<&str>,
    source: &dyn Fn(&str) -> Option<String>,
    renderer: &Renderer,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.with_name(words.severity(diagnostic.severity)).primary_title(words.message(diagnostic));
    let help = words
        .help(diagnostic)
        .map(|help| Element::from(Level::HELP.with_name(words.say("level-help", &[])).message(clean_lines(&help))));
    let group = title.id(diagnostic.code.id).elements(places(diagnostic, words, text, source)).elements(help);
    format!("{}\n", renderer.render(&[group]))
}

/// `clean` for what may have several lines.
fn clean_lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<_>>().join("\n")
}

/// The source lines to show: those of the place, then those of the other one; both in one piece
/// where they are in one file.
fn places<'a>(
    diagnostic: &Diagnostic,
    words: &Words,
    text: Option<&str>,
    source: &dyn Fn(&str) -> Option<String>,
) -> Vec<Element<'a>> {
    let Some(place) = &diagnostic.place else {
        return Vec::new();
    };
    let Some(other) = &diagnostic.other else {
        return vec![shown(place, text, &[(place.span, None)])];
    };
    let label = clean(&words.other(diagnostic));
    if other.file == place.file {
        return vec![shown(place, text, &[(place.span, None), (other.span, Some(label))])];
    }
    let other_text = source(&other.file);
    vec![shown(place, text, &[(place.span, None)]), shown(other, other_text.as_deref(), &[(other.span, Some(label))])]
}

/// Shows the lines of `marks`; a mark with a label is the second place.
fn shown<'a>(place: &Place, text: Option<&str>, marks: &[(Span, Option<String>)]) -> Element<'a> {
    let spans = marks.iter().map(|(span, _)| *span).collect::<Vec<_>>();
    let Some((first_line, lines, ranges)) = text.and_then(|text| excerpt(text, &spans)) else {
        let origin = Origin::path(clean(&place.file)).line(place.span.line as usize);
        return origin.char_column(place.span.column as usize).into();
    };
    let annotations = ranges.into_iter().zip(marks).map(|(range, (_, label))| mark(range, label.clone()));
    let snippet = Snippet::source(lines).line_start(first_line as usize).path(clean(&place.file));
    snippet.annotations(annotations.collect::<Vec<_>>()).into()
}

fn mark<'a>(range: Range<usize>, label: Option<String>) -> Annotation<'a> {
    match label {
        None => AnnotationKind::Primary.span(range),
        Some(label) => AnnotationKind::Context.span(range).label(label),
    }
}

/// Cuts the lines from the first to the last of `spans` out of `text` and finds the bytes of each
/// span in them. Only these lines are handed to the renderer, whose cost grows with the source.
///
/// Returns the number of the first line, the lines, and a range per span. None if a span begins on
/// a line that is not there: the file has changed since it was read.
fn excerpt(text: &str, spans: &[Span]) -> Option<(u32, String, Vec<Range<usize>>)> {
    let first = spans.iter().map(|span| span.line).min()?.max(1);
    let last = spans.iter().map(|span| span.line.max(span.end_line)).max()?.max(first);
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let lines = lines.skip(first as usize - 1).take((last - first + 1) as usize).collect::<Vec<_>>();
    let ranges = spans.iter().map(|span| range(&lines, first, *span)).collect::<Option<Vec<_>>>()?;
    Some((first, lines.join("\n"), ranges))
}

fn range(lines: &[&str], first: u32, span: Span) -> Option<Range<usize>> {
    lines.get((span.line.max(1) - first) as usize)?;
    let start = offset(lines, first, span.line, span.column);
    let end = offset(lines, first, span.end_line, span.end_column).max(start);
    Some(start..end)
}

/// The byte of a line and column in `lines` joined by line feeds; past the end of a line, its end.
fn offset(lines: &[&str], first: u32, line: u32, column: u32) -> usize {
    let before = line.saturating_sub(first) as usize;
    let passed = lines.iter().take(before).map(|line| line.len() + 1).sum::<usize>();
    let Some(line) = lines.get(before) else {
        return passed.saturating_sub(1);
    };
    let within = line.char_indices().nth(column.saturating_sub(1) as usize).map_or(line.len(), |(at, _)| at);
    passed + within
}

#[cfg(test)]
mod tests;
