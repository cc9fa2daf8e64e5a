//! Official names: what each language calls things, and what it must not call them.
//!
//! In: the messages, which hold the register ([`register`]), and every text of the site. Out: names that
//! must not be written and stand there all the same, each with the name to write; mistakes in the register.
//! Whether two languages name the same is asked by `parity`, of the same registers.

mod found;
mod joined;
mod passages;
mod register;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;

use super::Subject;
use super::parity::waivers;
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::locale::{Locale, PerLocale};
use crate::model::document::Document;
use crate::syntax::facts::Facts;
use crate::syntax::fluent::{Entry, EntryKind};
use crate::syntax::markdown::traced::{PartKind, Traced};
use crate::theme::Theme;
use passages::Passage;

pub(super) use found::Found;
pub(super) use register::{ATTRIBUTES, Bearer, Register, code_in};

/// The registers of all languages.
pub struct Registers {
    registers: PerLocale<Register>,
    said: Vec<Diagnostic>,
}

impl Registers {
    /// Reads the registers of a site.
    pub fn of(theme: &Theme) -> Registers {
        let mut said = Vec::new();
        let registers = theme.voices.map(|_, voice| Register::of(voice, &mut said));
        Registers { registers, said }
    }

    /// The register by which a part in a language is judged: that of the locale, else one of its language.
    fn by_language(&self, locale: &Locale) -> Option<&Register> {
        let same = |register: &&Register| register.locale().language() == locale.language();
        self.registers.get(locale).or_else(|| self.registers.values().find(same))
    }

    /// The register of a locale of the site.
    pub(super) fn get(&self, locale: &Locale) -> Option<&Register> {
        self.registers.get(locale)
    }

    /// The names in a text of an edition, in order. A part in another language is read by the names of
    /// that too, which then only answer; code names nothing.
    pub(super) fn named<'a>(&'a self, locale: &Locale, traced: &Traced) -> Vec<Found<'a>> {
        let Some(own) = self.get(locale) else { return Vec::new() };
        let mut found = own.named(&traced.text);
        for part in &traced.parts {
            let (range, language) = (&part.range, part.kind.language().and_then(Locale::parse));
            let Some(language) = &language else { continue };
            let Some(text) = traced.text.get(range.clone()) else { continue };
            let Some(other) = self.by_language(language).filter(|other| !std::ptr::eq(*other, own)) else { continue };
            found.extend(other.named(text).into_iter().map(|found| Found {
                range: found.range.start + range.start..found.range.end + range.start,
                is_certain: false,
                ..found
            }));
        }
        let code: Vec<&Range<usize>> =
            traced.parts.iter().filter(|part| part.kind == PartKind::Code).map(|part| &part.range).collect();
        found.retain(|found| !touches(&code, &found.range));
        found
    }
}

/// Whether a stretch shares bytes with any of these.
fn touches(ranges: &[&Range<usize>], range: &Range<usize>) -> bool {
    ranges.iter().any(|other| other.start < range.end && range.start < other.end)
}

/// Looks at the register, at messages, at facts and at every edition.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let mut said = subject.names.said.clone();
    let has_wrong = subject.names.registers.values().any(Register::has_wrong);
    if has_wrong {
        said.extend(messages(subject));
    }
    let waives = |facts: &Facts| facts.waive.iter().any(|waiver| waiver.check == &codes::FORBIDDEN_NAME);
    let documents: Vec<&Vec<&Document>> = subject.documents.values().collect();
    let documents = documents.par_iter().filter(|parts| {
        // Most sites forbid nothing; a waiver is then one of nothing.
        has_wrong || parts.first().is_some_and(|first| waives(&first.facts))
    });
    said.par_extend(documents.flat_map_iter(|parts| document(subject, parts)));
    let settings = &subject.site.public.settings;
    said.into_iter().filter_map(|said| settings.weigh(said)).collect()
}

/// The forbidden names in the site's own messages. What the register itself says is judged there.
fn messages(subject: Subject<'_>) -> Vec<Diagnostic> {
    let own = |entry: &&Entry| subject.theme.is_of_site(&entry.place.file);
    let is_register = |entry: &Entry| entry.kind == EntryKind::Term || code_in(&entry.id).is_some();
    let mut said = Vec::new();
    for voice in subject.theme.voices.values() {
        for entry in voice.entries().filter(own).filter(|entry| !is_register(entry)) {
            for wording in &entry.anatomy.wordings {
                let (text, parts) = wording.blanked();
                let passage =
                    Passage { text, locale: crate::locale::Voice::locale(voice.as_ref()), parts, left: Vec::new() };
                said.extend(wrong(subject, &passage, &|range| {
                    wording.place(range.start, range.end).unwrap_or_else(|| entry.place.clone())
                }));
            }
        }
    }
    said
}

/// The forbidden names in the facts and editions of one document, but for what is waived.
fn document(subject: Subject<'_>, parts: &[&Document]) -> Vec<Diagnostic> {
    let Some(first) = parts.first() else { return Vec::new() };
    let mut found = Vec::new();
    let is_only = parts.iter().map(|part| part.editions.len()).sum::<usize>() < 2;
    let mut judge = |locale: &Locale, at: &str, passage: &Passage<'_>, place: &dyn Fn(Range<usize>) -> Place| {
        let target = waivers::Target { locale, is_only };
        found.extend(wrong(subject, passage, place).into_iter().map(|said| target.found(at, said)));
    };
    passages::of_facts(&first.facts, &mut judge);
    for part in parts {
        for edition in part.editions.values() {
            passages::of_edition(subject, &part.facts, edition, &mut judge);
        }
    }
    waivers::apply(&first.facts, &|code| code == &codes::FORBIDDEN_NAME, found, true)
}

/// The forbidden names in one text.
fn wrong(subject: Subject<'_>, passage: &Passage<'_>, place: &dyn Fn(Range<usize>) -> Place) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let foreign: Vec<&Range<usize>> = passage.parts.iter().map(|(range, _)| range).collect();
    let left: Vec<&Range<usize>> = passage.left.iter().collect();
    let mut judge = |register: &Register, within: Range<usize>, foreign: &[&Range<usize>]| {
        let Some(text) = passage.text.get(within.clone()) else { return };
        for (range, bearer) in register.wrong(text) {
            let range = range.start + within.start..range.end + within.start;
            if !touches(foreign, &range) && !touches(&left, &range) {
                let words = passage.text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
                let name = register.right(bearer).unwrap_or_default();
                let told = Diagnostic::new(&codes::FORBIDDEN_NAME, place(range)).with("waiver", "");
                said.push(told.with("words", words).with("name", name).with("locale", register.locale().as_str()));
            }
        }
    };
    if let Some(own) = subject.names.get(passage.locale) {
        judge(own, 0..passage.text.len(), &foreign);
    }
    for (at, (range, language)) in passage.parts.iter().enumerate() {
        // Inner parts stand before outer ones and are judged by themselves.
        let inner: Vec<&Range<usize>> = passage.parts[..at].iter().map(|(inner, _)| inner).collect();
        if let Some(register) = subject.names.by_language(language) {
            judge(register, range.clone(), &inner);
        }
    }
    said
}

/// The ids of the terms whose names stand in some text of a language in which they are terms.
pub(super) fn terms_in_prose(subject: Subject<'_>) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut known: BTreeMap<&Locale, &Register> = BTreeMap::new();
    known.extend(subject.names.registers.iter());
    let mut look = |locale: &Locale, _: &str, passage: &Passage<'_>, _: &dyn Fn(Range<usize>) -> Place| {
        let Some(register) = known.get(locale) else { return };
        for bearer in register.named(&passage.text).into_iter().flat_map(|found| found.bearers) {
            if let Bearer::Term(id) = bearer {
                ids.insert(id.clone());
            }
        }
    };
    for parts in subject.documents.values() {
        if let Some(first) = parts.first() {
            passages::of_facts(&first.facts, &mut look);
        }
        for part in parts {
            part.editions.values().for_each(|edition| passages::of_edition(subject, &part.facts, edition, &mut look));
        }
    }
    ids
}
