//! The messages of all locales held against each other, against their uses and against their language.
//!
//! In: the messages in force, and everything that names them. Out: what is missing, unused, different,
//! or cannot be said in the language. What the program brings along is never found fault with: only the
//! site's own files are (`i18n/`, and files of its own theme).

mod pairs;
mod plurals;
mod style;
mod templates;
mod uses;

use std::collections::{BTreeMap, BTreeSet};

use super::names::code_in;
use super::{Reading, Subject};
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::locale::Locale;
use crate::syntax::fluent::{Entry, EntryKind, Messages};

use uses::Used;

pub(super) use plurals::Rules;
pub use uses::Uses;
pub(super) use uses::of_document as uses_of;

/// How the ids of the names of states begin. Where one is missing, CLDR has a name.
const COUNTRY: &str = "country-";

/// What every part of the lint reads.
struct Lint<'a> {
    subject: Subject<'a>,
    /// The entries of each id, in the site's order of locales.
    families: BTreeMap<(EntryKind, &'a str), Vec<Member<'a>>>,
    uses: Used,
    /// The terms that some text names.
    named: BTreeSet<&'a str>,
}

/// One entry in one locale.
#[derive(Clone, Copy)]
struct Member<'a> {
    voice: &'a Messages,
    locale: &'a Locale,
    entry: &'a Entry,
    /// Whether its file is the site's to mend.
    is_of_site: bool,
}

/// Looks at all messages.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let lint = Lint { subject, families: families(subject), uses: uses::of(subject), named: named(subject) };
    let mut said = Vec::new();
    for ((_, id), family) in &lint.families {
        if let Some(first) = family.iter().find(|member| is_own(member.entry)) {
            said.extend(lint.unused(first.entry));
            said.extend(lint.untranslated(id, family, first));
        }
        pairs::judge(family, &mut said);
        for member in family.iter().filter(|member| member.is_of_site) {
            style::judge(member.entry, &lint.uses, &mut said);
        }
    }
    for (locale, voice) in subject.theme.voices.iter() {
        let Some(rules) = subject.ground.rules.get(locale) else { continue };
        for entry in voice.entries().filter(|entry| subject.theme.is_of_site(&entry.place.file)) {
            rules.judge(entry, &mut said);
        }
    }
    said
}

fn named(subject: Subject<'_>) -> BTreeSet<&str> {
    subject.verdicts.iter().flat_map(|verdict| &verdict.named).map(String::as_str).collect()
}

fn families<'a>(subject: Subject<'a>) -> BTreeMap<(EntryKind, &'a str), Vec<Member<'a>>> {
    let mut families: BTreeMap<(EntryKind, &str), Vec<Member<'_>>> = BTreeMap::new();
    for (locale, voice) in subject.theme.voices.iter() {
        for entry in voice.entries() {
            let is_of_site = subject.theme.is_of_site(&entry.place.file);
            let member = Member { voice, locale, entry, is_of_site };
            families.entry((entry.kind, entry.id.as_str())).or_default().push(member);
        }
    }
    families
}

/// Whether an entry is of the site's messages, not of its theme's.
fn is_own(entry: &Entry) -> bool {
    entry.place.file.starts_with("i18n/")
}

impl Lint<'_> {
    /// Whether it is certain that nothing uses the message or term.
    fn is_unused(&self, entry: &Entry) -> bool {
        self.subject.reading == Reading::Whole && !self.uses.has(entry.kind, &entry.id)
    }

    fn unused(&self, entry: &Entry) -> Option<Diagnostic> {
        // A term with attributes is an entry of the register of names, in use or not; so is a state.
        let is_register = match entry.kind {
            EntryKind::Term => !entry.attributes.is_empty(),
            EntryKind::Message => code_in(&entry.id).is_some(),
        };
        if is_register || !self.is_unused(entry) {
            return None;
        }
        if entry.kind == EntryKind::Term && self.named.contains(entry.id.as_str()) {
            return None;
        }
        let (kind, hyphen) = match entry.kind {
            EntryKind::Message => ("message", ""),
            EntryKind::Term => ("term", "-"),
        };
        let said = Diagnostic::new(&codes::UNUSED_MESSAGE, entry.place.clone());
        Some(said.with("kind", kind).with("name", format!("{hyphen}{}", entry.id)))
    }

    /// A message that another locale lacks; a term is needed only where it is used, which is said there.
    fn untranslated(&self, id: &str, family: &[Member<'_>], first: &Member<'_>) -> Vec<Diagnostic> {
        let entry = first.entry;
        // Where a file could not be read as a whole, the message may be in the part that was not.
        let is_read = self.subject.reading == Reading::Whole;
        if !is_read || entry.kind == EntryKind::Term || id.starts_with(COUNTRY) || self.is_unused(entry) {
            return Vec::new();
        }
        let lacks = |locale: &&Locale| family.iter().all(|member| member.locale != *locale);
        let lacking = self.subject.theme.voices.locales().filter(lacks);
        lacking.map(|locale| untranslated(entry, first.locale, locale)).collect()
    }
}

fn untranslated(entry: &Entry, has: &Locale, lacks: &Locale) -> Diagnostic {
    let own = format!("i18n/{has}/");
    let name = entry.place.file.strip_prefix(own.as_str()).unwrap_or("site.ftl");
    let file = format!("i18n/{lacks}/{name}");
    Diagnostic::new(&codes::UNTRANSLATED_MESSAGE, entry.place.clone())
        .and(Place::start_of(&file.as_str().into()))
        .with("name", &entry.id)
        .with("locale", lacks.as_str())
        .with("file", file)
}

/// Leaves out what is said as an error besides: a message that something needs and that a locale lacks.
pub fn without_doubles(said: &mut Vec<Diagnostic>) {
    let value = |said: &Diagnostic, key: &str| {
        said.arguments.iter().find(|(name, _)| *name == key).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let needed = |said: &Diagnostic| match said.code {
        code if code == &codes::TEMPLATE_MESSAGE => Some((value(said, "id"), value(said, "locale"))),
        code if code == &codes::UNKNOWN_MESSAGE => Some((value(said, "name"), value(said, "locale"))),
        _ => None,
    };
    let errors: std::collections::BTreeSet<(String, String)> = said.iter().filter_map(needed).collect();
    said.retain(|said| {
        said.code != &codes::UNTRANSLATED_MESSAGE || !errors.contains(&(value(said, "name"), value(said, "locale")))
    });
}
