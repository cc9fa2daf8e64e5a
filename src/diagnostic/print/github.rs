//! GitHub's workflow commands: a runner turns each line into a mark beside the lines of a change.
//!
//! In: diagnostics and the words of a language. Out: a line each,
//! `::error file=…,line=…,title=W0410 unknown-document::message`, with what a line or a property cannot
//! hold written as `%` and two digits, the way the runner undoes it.
//!
//! The columns of a workflow command are the first and the last one marked: the toolkit for actions takes
//! the first for the last where only one is given. They may be given only where both are on one line.

use std::fmt::Write;

use super::super::words::Words;
use super::super::{Diagnostic, Place, Severity, Span};
use super::clean_line;

/// Prints one workflow command each. The help and the second place follow the message on lines of their
/// own, as the runner shows them.
pub fn github(diagnostics: &[Diagnostic], words: &Words) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let title = property(&format!("{} {}", diagnostic.code.id, diagnostic.code.name));
        let place = diagnostic.place.as_ref().map(properties).unwrap_or_default();
        let _ = writeln!(lines, "::{command} {place}title={title}::{}", data(&text(diagnostic, words)));
    }
    lines
}

/// The file, lines and columns, each with a comma behind it.
fn properties(place: &Place) -> String {
    let (line, end_line, columns) = covered(place.span);
    let mut properties = format!("file={},line={line},endLine={end_line},", property(&place.file));
    if let Some((column, end_column)) = columns {
        let _ = write!(properties, "col={column},endColumn={end_column},");
    }
    properties
}

/// The first and the last line that a span covers, and, if it is one, the first and the last column. A
/// span that ends before the first column of a line covers nothing of it. An empty one marks the
/// character where it stands.
fn covered(span: Span) -> (u32, u32, Option<(u32, u32)>) {
    let (line, column) = (span.line.max(1), span.column.max(1));
    match span.end_line {
        end if end > line && span.end_column <= 1 => (line, end - 1, None),
        end if end > line => (line, end, None),
        _ => (line, line, Some((column, span.end_column.saturating_sub(1).max(column)))),
    }
}

/// The message, the help and the second place, a line each; the help may have more.
fn text(diagnostic: &Diagnostic, words: &Words) -> String {
    let mut lines = vec![clean_line(&words.message(diagnostic))];
    if let Some(help) = words.help(diagnostic) {
        let help = format!("{}: {help}", words.say("level-help", &[]));
        lines.extend(help.lines().map(clean_line));
    }
    if let Some(other) = &diagnostic.other {
        lines.push(clean_line(&format!("{}: {other}", words.other(diagnostic))));
    }
    lines.join("\n")
}

/// Escapes what follows the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a value before it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
