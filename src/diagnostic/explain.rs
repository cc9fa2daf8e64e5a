//! What a code means, at length.
//!
//! In: a code and a language. Out: its section of `explain/en.md` or `explain/id.md`, both inside
//! the program: the meaning, why it matters to a press office, an example and how to mend it.

use super::codes::CODES;
use super::words::{Language, Words};
use super::{Code, Severity};

/// Explains a code. The text is Markdown without the mark of its heading and ends in a line feed.
/// Only the heading where the explanation is missing, which a test forbids.
pub fn explain(code: &Code, language: Language) -> String {
    let heading = format!("{} {}", code.id, code.name);
    match section(text_of(language), &heading) {
        Some(text) => format!("{heading}\n\n{text}\n"),
        None => format!("{heading}\n"),
    }
}

/// Lists every code, a line each: id, severity, name, and the message with `…` for its values.
pub fn list(words: &Words) -> String {
    let levels = [Severity::Error, Severity::Warning, Severity::Note].map(|level| words.severity(level));
    let level_width = levels.iter().map(|level| level.chars().count()).max().unwrap_or_default();
    let name_width = CODES.iter().map(|code| code.name.len()).max().unwrap_or_default();
    let line = |code: &&Code| {
        let level = words.severity(code.severity);
        format!("{}  {level:level_width$}  {:name_width$}  {}\n", code.id, code.name, words.outline(code))
    };
    CODES.iter().map(line).collect()
}

fn text_of(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("explain/en.md"),
        Language::Indonesian => include_str!("explain/id.md"),
    }
}

fn section(all: &'static str, heading: &str) -> Option<&'static str> {
    let (_, rest) = all.split_once(&format!("\n## {heading}\n"))?;
    // A code's heading begins with `W`, so that a heading inside an example does not end a section.
    let end = rest.find("\n## W").unwrap_or(rest.len());
    Some(rest[..end].trim())
}
