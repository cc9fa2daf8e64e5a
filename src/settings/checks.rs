//! `checks`: how much each check weighs that a site may weigh otherwise.

use super::Settings;
use crate::diagnostic::codes::{self, Code};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::yaml::{self, Fields, Value};

/// How the codes of languages that do not agree begin.
const PARITY_AREA: &str = "W11";

/// The checks that a site may weigh otherwise, by the names of their codes.
pub static ADJUSTABLE: &[&Code] = &[
    &codes::PARITY_BLOCK,
    &codes::PARITY_HEADING,
    &codes::PARITY_LIST,
    &codes::PARITY_TABLE,
    &codes::PARITY_FOOTNOTES,
    &codes::PARITY_IMAGES,
    &codes::PARITY_CODE,
    &codes::PARITY_LINKS,
    &codes::PARITY_QUOTATION,
    &codes::PARITY_UNTRANSLATED,
    &codes::PARITY_MISSING_PART,
    &codes::PARITY_FIGURE,
    &codes::PARITY_DATE,
    &codes::PARITY_TIME,
    &codes::UNUSED_ASSET,
    &codes::IMAGE_WITHOUT_DIMENSIONS,
    &codes::TELLING_PICTURE,
    &codes::UNCLEAN_PICTURE,
    &codes::VAGUE_LINK_TEXT,
    &codes::UNMARKED_ITALICS,
    &codes::UNMARKED_FOREIGN,
    &codes::LINK_GONE,
    &codes::LINK_NOT_ASKED,
    &codes::PARITY_NAME,
    &codes::FORBIDDEN_NAME,
];

/// What a site makes of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weighed {
    /// Its findings are of this severity.
    As(Severity),
    /// Its findings are not told.
    Off,
}

const WORDS: [(&str, Weighed); 3] =
    [("error", Weighed::As(Severity::Error)), ("warning", Weighed::As(Severity::Warning)), ("off", Weighed::Off)];

/// The check of this name.
pub fn adjustable(name: &str) -> Option<&'static Code> {
    ADJUSTABLE.iter().find(|code| code.name == name).copied()
}

/// The checks that a waiver may pass over: those that compare languages, and forbidden names, which a
/// quotation may hold. What the others find is mended, or marked, where it stands.
pub fn waivable() -> impl Iterator<Item = &'static Code> {
    ADJUSTABLE.iter().copied().filter(|code| code.id.starts_with(PARITY_AREA) || *code == &codes::FORBIDDEN_NAME)
}

/// The names of all of them, in order.
pub fn names() -> Vec<&'static str> {
    ADJUSTABLE.iter().map(|code| code.name).collect()
}

impl Settings {
    /// Whether a check is off.
    pub fn is_off(&self, code: &Code) -> bool {
        self.checks.iter().any(|(known, weighed)| *known == code && *weighed == Weighed::Off)
    }

    /// A finding as the site weighs its check; none where the check is off.
    pub fn weigh(&self, found: Diagnostic) -> Option<Diagnostic> {
        match self.checks.iter().find(|(code, _)| *code == found.code).map(|(_, weighed)| *weighed) {
            None => Some(found),
            Some(Weighed::As(severity)) => Some(Diagnostic { severity, ..found }),
            Some(Weighed::Off) => None,
        }
    }
}

/// Reads the map; says which names and values are not known.
pub(super) fn read(fields: &mut Fields<'_>) -> Vec<(&'static Code, Weighed)> {
    let mut checks = Vec::new();
    for (key, node) in fields.map("checks") {
        let place = fields.place(key.span);
        let Some(code) = adjustable(&key.name) else {
            fields.say(yaml::unknown_key(place, &key.name, &names()));
            continue;
        };
        // A check without a value weighs as it always does.
        if node.value == Value::Null {
            continue;
        }
        let Some((word, span)) = fields.scalar(node) else { continue };
        match WORDS.iter().find(|(known, _)| *known == word) {
            Some((_, weighed)) => checks.push((code, *weighed)),
            None => {
                let known = WORDS.map(|(word, _)| word);
                fields.say(yaml::unknown_value(&place.file, span, code.name, word, &known));
            }
        }
    }
    checks
}
