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
    match section(code, language) {
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

/// The explanation of a code without its heading, in Markdown. None where it is missing.
pub fn section(code: &Code, language: Language) -> Option<&'static str> {
    let (_, rest) = text_of(language).split_once(&format!("\n## {} {}\n", code.id, code.name))?;
    // A code's heading begins with `W`, so that a heading inside an example does not end a section.
    let end = rest.find("\n## W").unwrap_or(rest.len());
    Some(rest[..end].trim())
}

/// The tables of the manual, in Markdown: the areas, and every code with `…` for the values of its message.
pub fn markdown(words: &Words) -> String {
    let say = |id: &str| words.say(id, &[]);
    let mut text = format!("| {} | {} |\n| --- | --- |\n", say("explain-area"), say("explain-codes"));
    let mut areas: Vec<&str> = CODES.iter().map(|code| area(code)).collect();
    areas.dedup();
    for area in areas {
        text += &format!("| {} | W{area}xx |\n", say(&format!("area-{area}")));
    }
    let heads = ["explain-code", "explain-name", "explain-severity", "explain-meaning"].map(say);
    text += &format!("\n| {} |\n| --- | --- | --- | --- |\n", heads.join(" | "));
    for code in CODES {
        let meaning = words.outline(code).replace('|', "\\|");
        text += &format!("| {} | {} | {} | {meaning} |\n", code.id, code.name, words.severity(code.severity));
    }
    text
}

/// The first two digits of a code.
fn area(code: &Code) -> &str {
    code.id.get(1..3).unwrap_or(code.id)
}

fn text_of(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("explain/en.md"),
        Language::Indonesian => include_str!("explain/id.md"),
    }
}
