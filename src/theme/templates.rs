//! What templates need of one another, and what Tera says of their mistakes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{Error, ErrorKind};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::digest::Digest;
use crate::source::Source;

use super::{place_of, template_name};

/// The digest of each template with all that it extends and includes, and with every template that
/// defines components, since any may call them. A circle of templates ends where it closes.
pub fn closures(templates: &[Source]) -> BTreeMap<String, Digest> {
    let by_name: BTreeMap<&str, &Source> =
        templates.iter().map(|source| (template_name(&source.file), source)).collect();
    let shared: BTreeSet<&str> =
        by_name.iter().filter(|(_, source)| defines_components(&source.text)).map(|(name, _)| *name).collect();
    let closure = |name: &str| {
        let mut wanted: Vec<&str> = shared.iter().copied().chain([name]).collect();
        let mut seen = BTreeSet::new();
        while let Some(next) = wanted.pop() {
            if let (true, Some(source)) = (seen.insert(next.to_owned()), by_name.get(next)) {
                wanted.extend(
                    needed_by(&source.text).filter_map(|needed| by_name.get_key_value(needed)).map(|(name, _)| *name),
                );
            }
        }
        let digests: Vec<(&String, Digest)> =
            seen.iter().filter_map(|name| Some((name, by_name.get(name.as_str())?.digest))).collect();
        Digest::of(&digests)
    };
    by_name.keys().map(|name| ((*name).to_owned(), closure(name))).collect()
}

fn defines_components(text: &str) -> bool {
    let mut tags = text.match_indices("{%").map(|(at, _)| text[at + 2..].trim_start_matches('-').trim_start());
    tags.any(|tag| tag.starts_with("component"))
}

/// The names of the templates that a template extends or includes.
fn needed_by(text: &str) -> impl Iterator<Item = &str> {
    ["extends", "include"].into_iter().flat_map(move |word| {
        text.match_indices(word).filter_map(move |(at, _)| {
            let rest = text[at + word.len()..].trim_start();
            let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            rest[1..].split(quote).next()
        })
    })
}

/// Turns an error of Tera into a diagnostic with file, line and column. `places` are the files of the
/// templates by name.
pub fn diagnostic(error: &Error, places: &BTreeMap<String, Arc<str>>, code: &'static Code) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let said = match places.get(report.filename()) {
                Some(file) => Diagnostic::new(code, place_of(file, report.span())),
                None => Diagnostic::nowhere(code),
            };
            said.with("reason", lower(report.message())).with("chain", chain(&error.to_string()))
        }
        other => {
            let text = other.to_string();
            let reason = text.lines().next().unwrap_or("").trim_start_matches("error: ").to_owned();
            let said = match place_in(&text, places) {
                Some(place) => Diagnostic::new(code, place),
                None => Diagnostic::nowhere(code),
            };
            said.with("reason", lower(&reason)).with("chain", chain(&text))
        }
    }
}

/// Messages begin in lower case here, Tera's do not.
fn lower(message: &str) -> String {
    let first = message.lines().next().unwrap_or("");
    let mut letters = first.chars();
    let is_word = first.chars().nth(1).is_some_and(char::is_lowercase);
    match letters.next() {
        Some(letter) if is_word => letter.to_lowercase().chain(letters).collect(),
        _ => first.to_owned(),
    }
}

/// The notes of a report: where the template was included or its component called.
fn chain(report: &str) -> String {
    let notes = report.lines().map(str::trim).filter(|line| line.contains("called from") || line.contains("included"));
    notes.map(|note| note.trim_start_matches(['=', '|', ' ']).to_owned()).collect::<Vec<_>>().join("; ")
}

/// Tera reports unknown filters, functions and templates as finished text: the place is read back
/// from its `--> name:line:column`.
fn place_in(report: &str, places: &BTreeMap<String, Arc<str>>) -> Option<Place> {
    for line in report.lines() {
        let Some((_, place)) = line.split_once("--> ").or_else(|| line.split_once("[")) else { continue };
        let mut parts = place.trim_end_matches(']').trim().rsplitn(3, ':');
        let (column, row, name) = (parts.next()?, parts.next()?, parts.next()?);
        if let (Ok(column), Ok(line), Some(file)) = (column.trim().parse::<u32>(), row.parse::<u32>(), places.get(name))
        {
            let span = crate::diagnostic::Span { line, column, end_line: line, end_column: column + 1 };
            return Some(Place::new(file, span));
        }
    }
    let named = places.iter().find(|(name, _)| report.contains(name.as_str()))?;
    Some(Place::start_of(named.1))
}
