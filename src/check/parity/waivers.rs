//! What a press officer has looked at and wants: told as a note, and as a mistake once it is gone.

use super::Finding;
use crate::diagnostic::codes;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locale;
use crate::syntax::facts::Facts;
use crate::syntax::waive::Waiver;

/// The translation that is compared.
pub(in crate::check) struct Target<'a> {
    /// Its locale.
    pub(in crate::check) locale: &'a Locale,
    /// Whether the document has no other translation: a waiver then need not name it.
    pub(in crate::check) is_only: bool,
}

/// A finding with the translation in which it was made.
pub(in crate::check) struct Found {
    at: String,
    locale: Locale,
    said: Diagnostic,
}

impl Target<'_> {
    /// A finding with the line that waives it.
    pub(super) fn finding(&self, finding: Finding) -> Found {
        self.found(&finding.at, finding.said)
    }

    /// The same of something that was said about the text at this place.
    pub(in crate::check) fn found(&self, at: &str, said: Diagnostic) -> Found {
        let place = if at.is_empty() { String::new() } else { format!("at: {at}, ") };
        let locale = if self.is_only { String::new() } else { format!("locale: {}, ", self.locale) };
        let waiver = format!("- {{check: {}, {place}{locale}reason: \"…\"}}", said.code.name);
        Found { said: said.with("waiver", waiver), at: at.to_owned(), locale: self.locale.clone() }
    }
}

fn is_waived(found: &Found, waiver: &Waiver) -> bool {
    waiver.check == found.said.code
        && waiver.at.as_ref().is_none_or(|at| *at == found.at)
        && waiver.locale.as_ref().is_none_or(|locale| *locale == found.locale)
}

/// Takes out what is waived, with a note for each waiver; says which waivers waive nothing, if every
/// edition was there to be compared. Only waivers of the codes that `is_own` accepts are looked at.
pub(in crate::check) fn apply(
    facts: &Facts,
    is_own: &dyn Fn(&Code) -> bool,
    found: Vec<Found>,
    is_whole: bool,
) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    for waiver in facts.waive.iter().filter(|waiver| is_own(waiver.check)) {
        let waived: Vec<&Found> = found.iter().filter(|found| is_waived(found, waiver)).collect();
        let code = if waived.is_empty() { &codes::WAIVER_UNUSED } else { &codes::WAIVED };
        if waived.is_empty() && !is_whole {
            continue;
        }
        let mut told = Diagnostic::new(code, waiver.place.clone());
        told.other = waived.first().and_then(|found| found.said.place.clone());
        let told = told.with("check", waiver.check.name).with("at", waiver.at.as_deref().unwrap_or_default());
        said.push(told.with("count", waived.len().to_string()).with("reason", &waiver.reason));
    }
    let is_left = |found: &Found| !facts.waive.iter().any(|waiver| is_waived(found, waiver));
    said.extend(found.into_iter().filter(is_left).map(|found| found.said));
    said
}
