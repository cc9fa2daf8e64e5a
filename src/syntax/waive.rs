//! `waive`: differences between languages that a press officer has looked at and wants.

use super::facts::FactsReader;
use crate::diagnostic::{Code, Place};
use crate::locale::Locale;
use crate::settings::checks;
use crate::source::yaml::{self, Node, Value};

/// A difference that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The check that would tell of it.
    pub check: &'static Code,
    /// The anchor, `title` or `summary` that it is about; none for the whole document.
    pub at: Option<String>,
    /// The translation that it is about; none for all.
    pub locale: Option<Locale>,
    /// Why.
    pub reason: String,
    /// Where it is written.
    pub place: Place,
}

/// Reads the list. A waiver without a reason, or with the dots of the line that was pasted, is a mistake.
pub(crate) fn read(reader: &mut FactsReader<'_>) -> Vec<Waiver> {
    let mut waivers = Vec::new();
    for node in reader.fields.list("waive") {
        let mut inner = reader.inner(node);
        let check = check(&mut inner);
        let at = inner.fields.text("at").map(|(at, _)| at.trim_start_matches('#').to_owned());
        let locale = inner.fields.text("locale").and_then(|(text, span)| inner.locale(text, span));
        let reason = inner.fields.text("reason").map(|(reason, _)| reason.trim().to_owned());
        let reason = reason.filter(|reason| reason.chars().any(char::is_alphanumeric));
        if reason.is_none() {
            inner.fields.missing("reason");
        }
        reader.fields.said.extend(inner.fields.finish(|_| None));
        let place = reader.fields.place(start_of(node));
        if let (Some(check), Some(reason)) = (check, reason) {
            waivers.push(Waiver { check, at, locale, reason, place });
        }
    }
    waivers
}

fn check(reader: &mut FactsReader<'_>) -> Option<&'static Code> {
    reader.fields.required("check");
    let (name, span) = reader.fields.text("check")?;
    let found = checks::waivable().find(|code| code.name == name);
    if found.is_none() {
        let names: Vec<&str> = checks::waivable().map(|code| code.name).collect();
        let said = yaml::unknown_value(reader.file, span, "check", name, &names);
        reader.fields.say(said);
    }
    found
}

/// The first key of a waiver: a list's own span may be many lines.
fn start_of(node: &Node) -> crate::diagnostic::Span {
    match &node.value {
        Value::Map(pairs) => pairs.first().map_or(node.span, |(key, _)| key.span),
        _ => node.span,
    }
}
