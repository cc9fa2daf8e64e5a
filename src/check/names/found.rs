//! What the names in a text are worth, by what stands around them.
//!
//! In: every hit of a register in a text. Out: for each stretch whose name it is, and whether it names it
//! for certain. The longest counts: *Papua New Guinea* is not Guinea.

use std::ops::Range;

use super::joined;
use super::register::{Bearer, Form, Worth};
use crate::syntax::names::Hit;

/// A name in a text.
#[derive(Debug)]
pub(in crate::check) struct Found<'a> {
    /// Its bytes.
    pub(in crate::check) range: Range<usize>,
    /// Whether it is a name for certain; else it only answers for one.
    pub(in crate::check) is_certain: bool,
    /// Whose it may be.
    pub(in crate::check) bearers: Vec<&'a Bearer>,
    /// The terms whose names stand inside of it.
    pub(in crate::check) inner: Vec<&'a Bearer>,
    pub(super) hides: bool,
    /// Whether it is the name of a state that is also something else.
    pub(super) is_doubtful: bool,
    /// Whether what stands around it makes it that of a language or a currency.
    pub(super) is_weak: bool,
}

impl Found<'_> {
    pub(super) fn is_state(&self) -> bool {
        self.bearers.iter().all(|bearer| matches!(bearer, Bearer::State(_)))
    }
}

/// What the hits in a text come to. `hits` are by their beginning, of one beginning the longer first.
///
/// A name inside of another only answers; a state inside of the name of a state, or of a name that is no
/// state's (*South China Sea*), is not there at all.
pub(super) fn resolve<'a>(language: &str, text: &str, hits: &[Hit], forms: &'a [Form]) -> Vec<Found<'a>> {
    let mut kept: Vec<Found<'a>> = Vec::new();
    let mut outer: Option<usize> = None;
    let mut outers = Vec::new();
    for mut found in grouped(hits, forms) {
        found.is_weak = found.is_state() && is_weak(language, text, &found.range);
        found.is_certain &= !found.is_weak;
        let holder = outer.and_then(|at| kept.get_mut(at)).filter(|holder| found.range.end <= holder.range.end);
        let Some(holder) = holder else {
            outer = Some(kept.len());
            outers.push(kept.len());
            kept.push(found);
            continue;
        };
        holder.inner.extend(found.bearers.iter().filter(|bearer| matches!(bearer, Bearer::Term(_))));
        found.is_certain = false;
        if holder.is_state() {
            found.bearers.retain(|bearer| matches!(bearer, Bearer::Term(_)));
        }
        kept.push(found);
    }
    joined::settle(text, &mut kept, &outers);
    kept.retain(|found| !found.hides && !found.bearers.is_empty());
    kept
}

/// The hits by their stretch.
fn grouped<'a>(hits: &[Hit], forms: &'a [Form]) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = Vec::new();
    for hit in hits {
        let Some(form) = forms.get(hit.name) else { continue };
        let is_certain = hit.is_as_written && form.worth == Worth::Name;
        let hides = form.worth == Worth::Hides;
        let is_doubtful = hit.is_as_written && form.worth == Worth::Doubtful;
        let bearers = form.bearer.iter();
        match found.last_mut().filter(|last| last.range == hit.range) {
            Some(last) => {
                last.is_certain |= is_certain;
                last.hides |= hides;
                last.is_doubtful |= is_doubtful;
                last.bearers.extend(bearers);
            }
            None => found.push(Found {
                range: hit.range.clone(),
                is_certain,
                bearers: bearers.collect(),
                inner: Vec::new(),
                hides,
                is_doubtful,
                is_weak: false,
            }),
        }
    }
    found
}

/// Words before which in Indonesian the name of a state is that of a language or a currency.
const BEFORE: [&str; 14] = [
    "bahasa",
    "berbahasa",
    "dolar",
    "yen",
    "won",
    "yuan",
    "peso",
    "ringgit",
    "baht",
    "dinar",
    "riyal",
    "rupee",
    "franc",
    "krona",
];

/// Words before which in English it is a currency's.
const BEHIND: [&str; 2] = ["dollar", "dollars"];

/// Whether the name of a state is not that here: of a language or currency (*bahasa Jepang*, *dolar AS*,
/// *US$*), or a short word among words in capitals (*CONTACT US*).
fn is_weak(language: &str, text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let is_word = |letter: char| letter.is_alphanumeric();
    let last = before.trim_end_matches([' ', '\u{a0}']).rsplit(|letter| !is_word(letter)).next().unwrap_or_default();
    let next = after.trim_start_matches([' ', '\u{a0}']).split(|letter| !is_word(letter)).next().unwrap_or_default();
    let own = &text[range.clone()];
    let is_short = own.chars().all(char::is_uppercase) && own.chars().nth(3).is_none();
    let shouts = |word: &str| word.chars().nth(3).is_some() && word.chars().all(char::is_uppercase);
    after.starts_with('$')
        || language == "id" && BEFORE.contains(&last.to_lowercase().as_str())
        || language == "en" && BEHIND.contains(&next)
        || is_short && (shouts(last) || shouts(next))
}
