//! Official names: what each language calls things, and what it must not call them.
//!
//! In: the messages, which hold the register ([`register`]), and every text of the site. Out: names that
//! must not be written and stand there all the same, each with the name to write; mistakes in the register.
//! Whether two languages name the same is asked by `parity`, of the same registers.

mod found;
mod joined;
mod passages;
mod register;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::Subject;
use super::ground::Ground;
use super::parity::waivers;
use super::texts::Texts;
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::locale::{Locale, PerLocale, Voice};
use crate::syntax::facts::Facts;
use crate::syntax::fluent::{Entry, EntryKind, Messages};
use crate::syntax::markdown::traced::{PartKind, Traced};
use crate::syntax::sieve::Sifted;
use passages::Passage;

pub(super) use found::Found;
pub(super) use register::{ATTRIBUTES, Bearer, Register, code_in};

/// The registers of all languages.
pub struct Registers {
    registers: PerLocale<Register>,
    said: Vec<Diagnostic>,
    has_wrong: bool,
}

/// The names in a text, found once for all who ask.
#[derive(Default)]
pub(super) struct Named<'a> {
    /// What the text names, in order. A part in another language is read by the names of that too, which
    /// then only answer; code names nothing.
    pub(super) found: Vec<Found<'a>>,
    /// What must not be written, and whose name it was to be.
    wrong: Vec<(Range<usize>, &'a Bearer)>,
    /// The terms that the names of its own language name, code or not.
    terms: Vec<&'a str>,
}

impl Named<'_> {
    fn has_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }
}

impl Registers {
    /// Reads the registers of a site.
    pub fn of(voices: &PerLocale<Arc<Messages>>) -> Registers {
        let mut said = Vec::new();
        let registers = voices.map(|_, voice| Register::of(voice, &mut said));
        let has_wrong = registers.values().any(Register::has_wrong);
        Registers { registers, said, has_wrong }
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

    /// The names in a text of an edition, whose words were sifted.
    pub(super) fn named<'a>(&'a self, locale: &Locale, traced: &Traced, sifted: &Sifted) -> Named<'a> {
        let Some(own) = self.get(locale) else { return Named::default() };
        let mut named = own.read_sifted(&traced.text, sifted);
        for part in &traced.parts {
            let (range, language) = (&part.range, part.kind.language().and_then(Locale::parse));
            let Some(language) = &language else { continue };
            let Some(text) = traced.text.get(range.clone()) else { continue };
            let Some(other) = self.by_language(language).filter(|other| !std::ptr::eq(*other, own)) else { continue };
            named.found.extend(other.read(text).found.into_iter().map(|found| Found {
                range: found.range.start + range.start..found.range.end + range.start,
                is_certain: false,
                ..found
            }));
        }
        let code: Vec<&Range<usize>> =
            traced.parts.iter().filter(|part| part.kind == PartKind::Code).map(|part| &part.range).collect();
        named.found.retain(|found| !touches(&code, &found.range));
        named
    }
}

/// Whether a stretch shares bytes with any of these.
fn touches(ranges: &[&Range<usize>], range: &Range<usize>) -> bool {
    ranges.iter().any(|other| other.start < range.end && range.start < other.end)
}

/// Looks at the register and at messages.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let mut said = subject.ground.names.said.clone();
    if subject.ground.names.has_wrong {
        said.extend(messages(subject));
    }
    said.into_iter().filter_map(|said| subject.ground.settings.weigh(said)).collect()
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
                let passage = Passage::typed(voice.locale(), text, parts);
                said.extend(wrong(subject.ground, &passage, &|range| {
                    wording.place(range.start, range.end).unwrap_or_else(|| entry.place.clone())
                }));
            }
        }
    }
    said
}

/// The forbidden names in the facts and editions of one document, but for what is waived; and the ids of the
/// terms whose names stand in some text of a language in which they are terms.
pub(super) fn judge(ground: &Ground<'_>, facts: &Facts, editions: &[Texts<'_>]) -> (Vec<Diagnostic>, BTreeSet<String>) {
    let (mut found, mut terms) = (Vec::new(), BTreeSet::new());
    let is_only = editions.len() < 2;
    let mut look = |at: &str, passage: &Passage<'_>, place: &dyn Fn(Range<usize>) -> Place| {
        let read;
        let named = match passage.named {
            Some(named) => named,
            None => {
                read = ground.names.get(passage.locale).map(|own| own.read(&passage.text)).unwrap_or_default();
                &read
            }
        };
        for id in &named.terms {
            if !terms.contains(*id) {
                terms.insert((*id).to_owned());
            }
        }
        let target = waivers::Target { locale: passage.locale, is_only };
        found.extend(wrong_in(ground, passage, named, place).into_iter().map(|said| target.found(at, said)));
    };
    passages::of_facts(facts, &mut look);
    editions.iter().for_each(|texts| passages::of_edition(texts, &mut look));
    (waivers::apply(facts, &|code| code == &codes::FORBIDDEN_NAME, found, true), terms)
}

/// The forbidden names in one text.
fn wrong(ground: &Ground<'_>, passage: &Passage<'_>, place: &dyn Fn(Range<usize>) -> Place) -> Vec<Diagnostic> {
    let named = ground.names.get(passage.locale).map(|own| own.read(&passage.text)).unwrap_or_default();
    wrong_in(ground, passage, &named, place)
}

/// The same of a text whose names are known.
fn wrong_in(
    ground: &Ground<'_>,
    passage: &Passage<'_>,
    named: &Named<'_>,
    place: &dyn Fn(Range<usize>) -> Place,
) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    if !ground.names.has_wrong {
        return said;
    }
    let left: Vec<&Range<usize>> = passage.left.iter().collect();
    let mut judge = |register: &Register, range: Range<usize>, bearer: &Bearer, foreign: &[&Range<usize>]| {
        if !touches(foreign, &range) && !touches(&left, &range) {
            let words = passage.text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            let name = register.right(bearer).unwrap_or_default();
            let told = Diagnostic::new(&codes::FORBIDDEN_NAME, place(range)).with("waiver", "");
            said.push(told.with("words", words).with("name", name).with("locale", register.locale().as_str()));
        }
    };
    if let Some(own) = ground.names.get(passage.locale) {
        let foreign: Vec<&Range<usize>> = passage.parts.iter().map(|(range, _)| range).collect();
        named.wrong.iter().for_each(|(range, bearer)| judge(own, range.clone(), bearer, &foreign));
    }
    for (at, (within, language)) in passage.parts.iter().enumerate() {
        // Inner parts stand before outer ones and are judged by themselves.
        let inner: Vec<&Range<usize>> = passage.parts[..at].iter().map(|(inner, _)| inner).collect();
        let Some(register) = ground.names.by_language(language).filter(|register| register.has_wrong()) else {
            continue;
        };
        let Some(text) = passage.text.get(within.clone()) else { continue };
        for (range, bearer) in register.read(text).wrong {
            judge(register, range.start + within.start..range.end + within.start, bearer, &inner);
        }
    }
    said
}
