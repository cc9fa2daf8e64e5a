//! The form for people: the lines of the source with marks under them.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::super::words::Words;
use super::super::{Diagnostic, Place, Severity, Span};
use super::{Colour, clean_line};

/// Columns that the human form may take; a longer line of a source is cut around its marks.
pub(super) const WIDTH: usize = 120;

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

/// `clean_line` for what may have several lines.
fn clean_lines(text: &str) -> String {
    text.lines().map(clean_line).collect::<Vec<_>>().join("\n")
}

/// The source lines to show: those of the place, then those of the other one; both in one piece
/// where they are in one file and stand near enough to be seen together.
fn places<'a>(
    diagnostic: &Diagnostic,
    words: &Words,
    text: Option<&str>,
    source: &dyn Fn(&str) -> Option<String>,
) -> Vec<Element<'a>> {
    let Some(place) = &diagnostic.place else {
        return Vec::new();
    };
    let first = Mark { span: place.span, label: None };
    let Some(other) = &diagnostic.other else {
        return vec![shown(place, text, vec![first]).unwrap_or_else(|| alone(place))];
    };
    let label = clean_line(&words.other(diagnostic));
    let second = Mark { span: other.span, label: Some(label.clone()) };
    if other.file == place.file && text.is_some_and(|text| fit_together(text, place.span, other.span)) {
        return vec![shown(place, text, vec![first, second]).unwrap_or_else(|| alone(place))];
    }
    let other_text = if other.file == place.file { text.map(str::to_owned) } else { source(&other.file) };
    let named = || {
        let level = Level::NOTE.with_name(words.severity(Severity::Note));
        Element::from(level.message(format!("{label}: {}", clean_line(&other.to_string()))))
    };
    vec![
        shown(place, text, vec![first]).unwrap_or_else(|| alone(place)),
        shown(other, other_text.as_deref(), vec![second]).unwrap_or_else(named),
    ]
}

/// A stretch to mark in a source; that of the second place has a label.
struct Mark {
    span: Span,
    label: Option<String>,
}

/// Whether both begin on lines of the text, and a line that holds both marks can be shown: the renderer
/// cuts all lines of a piece alike, and none around two marks that are far apart.
fn fit_together(text: &str, one: Span, other: Span) -> bool {
    let lines = text.split('\n').count();
    let columns = [one, other].map(|span| (span.column, span.end_column.max(span.column)));
    let from = columns.iter().map(|(start, _)| *start).min().unwrap_or_default();
    let to = columns.iter().map(|(_, end)| *end).max().unwrap_or_default();
    let are_there = [one, other].iter().all(|span| span.line as usize <= lines);
    are_there && (to as usize <= WIDTH || (to - from) as usize <= WIDTH / 2)
}

/// A place whose line cannot be shown.
fn alone<'a>(place: &Place) -> Element<'a> {
    let origin = Origin::path(clean_line(&place.file)).line(place.span.line as usize);
    origin.char_column(place.span.column as usize).into()
}

/// Shows the lines of `marks`; none where there is no text, or it has no such line.
fn shown<'a>(place: &Place, text: Option<&str>, marks: Vec<Mark>) -> Option<Element<'a>> {
    let text = text?;
    let spans = marks.iter().map(|mark| narrowed(text, mark.span)).collect::<Vec<_>>();
    let (first_line, lines, ranges) = excerpt(text, &spans)?;
    let annotations = ranges.into_iter().zip(marks).map(|(range, mark)| annotation(range, mark.label));
    let snippet = Snippet::source(lines).line_start(first_line as usize).path(clean_line(&place.file));
    Some(snippet.annotations(annotations.collect::<Vec<_>>()).into())
}

/// The part of a span to mark: its first line, if it has several and one of them is too wide to be shown
/// whole. The renderer cuts a line around its marks, but not the lines between them.
fn narrowed(text: &str, span: Span) -> Span {
    let rest = span.end_line.saturating_sub(span.line);
    let mut lines = text.split('\n').skip(span.line.max(1) as usize - 1).take(rest as usize + 1);
    match rest > 0 && lines.any(|line| line.chars().count() > WIDTH) {
        true => Span { end_line: span.line, end_column: u32::MAX, ..span },
        false => span,
    }
}

fn annotation<'a>(range: Range<usize>, label: Option<String>) -> Annotation<'a> {
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
