//! The register of a language: its terms and the names of states, with what else they may be called and
//! what they must not be.
//!
//! In: the messages of a locale. Out: a [`Register`] that finds names in texts, and what is wrong with the
//! attributes `.also` and `.not`. Made once for each locale and shared.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Named;
use super::found::resolve;
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::locale::{Arguments, Locale, Voice};
use crate::syntax::fluent::{Entry, EntryKind, Messages, PLACEABLE};
use crate::syntax::names::{Hit, Matcher, folded, has_capital, has_words, states, states::Kind};
use crate::syntax::sieve::Sifted;
use crate::syntax::wordset::WordSet;

/// How the ids of the names of states begin.
pub(in crate::check) const COUNTRY: &str = "country-";

/// The attribute with other names that are right, and that with those that are wrong.
pub(in crate::check) const ATTRIBUTES: [&str; 2] = ["also", "not"];

/// Whose name it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) enum Bearer {
    /// A term, by its id.
    Term(String),
    /// A state, by its code.
    State(String),
}

/// What a name in the register is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Worth {
    /// It names its bearer and nothing else.
    Name,
    /// It may name its bearer.
    Hint,
    /// It names its state where it stands among states or alone, and may elsewhere.
    Doubtful,
    /// It must not be written.
    Wrong,
    /// It is nobody's and hides a name inside of it.
    Hides,
}

/// One way in which something is called.
pub(super) struct Form {
    pub(super) bearer: Option<Bearer>,
    pub(super) worth: Worth,
    /// Whether the house has it in its messages.
    pub(super) is_registered: bool,
    words: String,
}

/// The names of one language.
pub(in crate::check) struct Register {
    locale: Locale,
    matcher: Matcher,
    forms: Vec<Form>,
    /// What each is called here.
    right: BTreeMap<Bearer, String>,
    has_table: bool,
    has_wrong: bool,
}

impl Register {
    /// Reads the register of a language.
    pub(super) fn of(voice: &Messages, said: &mut Vec<Diagnostic>) -> Register {
        let language = voice.locale().language();
        let mut forms = Vec::new();
        let mut right = BTreeMap::new();
        let mut variants = Vec::new();
        for entry in voice.entries() {
            let Some(bearer) = bearer_of(entry) else { continue };
            let values = values(voice, entry, &bearer);
            if let Some(name) = values.first() {
                right.insert(bearer.clone(), name.clone());
            }
            let worth = worth_of(entry, &bearer, language);
            forms.extend(values.iter().map(|name| registered(&bearer, name, worth(name))));
            variants
                .extend(values.into_iter().map(|words| (Variant::Value, bearer.clone(), words, entry.place.clone())));
            variants.extend(written(entry, &bearer, said));
        }
        judge(&variants, said);
        forms.extend(variants.iter().filter_map(|(kind, bearer, words, _)| match kind {
            Variant::Value => None,
            Variant::Also => Some(registered(bearer, words, Worth::Name)),
            Variant::Not => Some(registered(bearer, words, Worth::Wrong)),
        }));
        plurals(language, &mut forms);
        let has_table = states(voice, &mut forms, &mut right);
        let has_wrong = forms.iter().any(|form| form.worth == Worth::Wrong);
        let matcher = Matcher::new(language, forms.iter().map(|form| form.words.as_str()));
        Register { locale: voice.locale().clone(), matcher, forms, right, has_table, has_wrong }
    }

    /// Its language.
    pub(super) fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Whether anything must not be written.
    pub(super) fn has_wrong(&self) -> bool {
        self.has_wrong
    }

    /// What something is called here.
    pub(in crate::check) fn right(&self, bearer: &Bearer) -> Option<&str> {
        self.right.get(bearer).map(String::as_str)
    }

    /// Whether something has a name here and in another register, so that the two can be compared. States
    /// are, where it is known what else they are called in both languages.
    pub(in crate::check) fn shares(&self, other: &Register, bearer: &Bearer) -> bool {
        let are_known = self.right.contains_key(bearer) && other.right.contains_key(bearer);
        are_known && (matches!(bearer, Bearer::Term(_)) || self.has_table && other.has_table)
    }

    /// The names in a text, in order; those inside of others count less ([`resolve`]).
    pub(super) fn read(&self, text: &str) -> Named<'_> {
        self.named(text, self.matcher.find(text))
    }

    /// The same in a text whose words were sifted with [`Register::first`].
    pub(super) fn read_sifted(&self, text: &str, sifted: &Sifted) -> Named<'_> {
        self.named(text, self.matcher.find_sifted(text, sifted))
    }

    /// What a sieve for its names is made of.
    pub(in crate::check) fn first(&self) -> (&WordSet, [u32; 32]) {
        self.matcher.first()
    }

    fn named(&self, text: &str, hits: Vec<Hit>) -> Named<'_> {
        if hits.is_empty() {
            return Named::default();
        }
        let found = resolve(self.locale.language(), text, &hits, &self.forms);
        let bearers = found.iter().flat_map(|found| &found.bearers);
        let terms = bearers.filter_map(|bearer| match bearer {
            Bearer::Term(id) => Some(id.as_str()),
            Bearer::State(_) => None,
        });
        Named { terms: terms.collect(), wrong: self.wrong(&hits), found }
    }

    /// The names of a text that must not be written, and whose they were to be. One inside of a longer
    /// registered name is none.
    fn wrong(&self, hits: &[Hit]) -> Vec<(Range<usize>, &Bearer)> {
        let mut wrong: Vec<(Range<usize>, &Bearer)> = Vec::new();
        if !self.has_wrong {
            return wrong;
        }
        // Hits come by their beginning, longer ones first: what reaches furthest so far holds what follows.
        let mut right: Range<usize> = 0..0;
        for hit in hits.iter().filter(|hit| hit.is_as_written) {
            let Some(form) = self.forms.get(hit.name) else { continue };
            if form.worth == Worth::Wrong {
                let is_inside = hit.range.end <= right.end && hit.range.len() < right.len();
                let is_known = wrong.last().is_some_and(|(range, _)| hit.range.end <= range.end);
                wrong
                    .extend(form.bearer.as_ref().filter(|_| !is_inside && !is_known).map(|it| (hit.range.clone(), it)));
            } else if form.is_registered && hit.range.end > right.end {
                right = hit.range.clone();
            }
        }
        wrong
    }
}

/// Whose names an entry gives; none where it is a message of another kind.
fn bearer_of(entry: &Entry) -> Option<Bearer> {
    match entry.kind {
        EntryKind::Term => Some(Bearer::Term(entry.id.clone())),
        EntryKind::Message => code_in(&entry.id).map(|code| Bearer::State(code.to_owned())),
    }
}

/// The code of a state in the id of a message.
pub(in crate::check) fn code_in(id: &str) -> Option<&str> {
    id.strip_prefix(COUNTRY).filter(|code| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
}

fn registered(bearer: &Bearer, words: &str, worth: Worth) -> Form {
    Form { bearer: Some(bearer.clone()), worth, is_registered: true, words: words.to_owned() }
}

/// What a name that an entry has as its value is worth: a term in small letters with neither another name
/// nor a language is a word, and no name; what is doubtful in the table of states stays so.
fn worth_of(entry: &Entry, bearer: &Bearer, language: &str) -> impl Fn(&str) -> Worth {
    let is_state = matches!(bearer, Bearer::State(_));
    let is_name = |attribute: &String| matches!(attribute.as_str(), "also" | "lang");
    let is_plain = entry.kind == EntryKind::Term && !entry.attributes.iter().any(is_name);
    move |name| {
        let is_word = is_plain && !has_capital(name) && name.chars().any(char::is_lowercase);
        let is_doubtful = is_state && states::is_doubtful(language, name);
        match (is_doubtful, is_word) {
            (true, _) => Worth::Doubtful,
            (_, true) => Worth::Hint,
            _ => Worth::Name,
        }
    }
}

/// The names that an entry gives as its value: that which it has by itself, and where it is a choice, each.
fn values(voice: &Messages, entry: &Entry, bearer: &Bearer) -> Vec<String> {
    let said = match bearer {
        Bearer::Term(id) => voice.resolve(&format!("{{ -{id} }}"), Arguments::NONE),
        Bearer::State(_) => voice.phrase(&entry.id, Arguments::NONE),
    };
    let mut values: Vec<String> = said.ok().map(|phrase| phrase.text()).into_iter().collect();
    let wordings = entry.anatomy.value();
    if wordings.first().is_some_and(|whole| whole.plain() == PLACEABLE.to_string()) {
        values.extend(wordings.iter().skip(1).map(|wording| wording.plain()).filter(|text| !text.contains(PLACEABLE)));
    }
    values.iter_mut().for_each(|value| *value = value.split_whitespace().collect::<Vec<_>>().join(" "));
    values.retain(|value| has_words(value));
    let mut seen = BTreeSet::new();
    values.retain(|value| seen.insert(value.clone()));
    values
}

/// Where a name of the register comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Variant {
    Value,
    Also,
    Not,
}

type Written = (Variant, Bearer, String, Place);

/// The names that an entry has as `.also` and `.not`; says which are none.
fn written(entry: &Entry, bearer: &Bearer, said: &mut Vec<Diagnostic>) -> Vec<Written> {
    let mut variants = Vec::new();
    for (name, wordings) in entry.anatomy.by_attribute() {
        let kind = match name {
            "also" => Variant::Also,
            "not" => Variant::Not,
            _ => continue,
        };
        let Some(wording) = wordings.first() else { continue };
        let (text, _) = wording.blanked();
        let mut start = 0;
        for part in text.split('|') {
            let from = start + (part.len() - part.trim_start().len());
            let to = (start + part.trim_end().len()).max(from);
            let place = wording.place(from, to).unwrap_or_else(|| entry.place.clone());
            start += part.len() + 1;
            let mistake = match part {
                part if part.contains(PLACEABLE) => "placeable",
                part if !has_words(part) => "empty",
                _ => {
                    variants.push((kind, bearer.clone(), part.trim().replace('\0', ""), place));
                    continue;
                }
            };
            said.push(bad(mistake, place, entry.place.clone()).with("attribute", name));
        }
    }
    variants
}

fn bad(case: &'static str, place: Place, other: Place) -> Diagnostic {
    let said = Diagnostic::new(&codes::BAD_NAME_VARIANT, place).and(other).with("case", case);
    said.with("name", "").with("attribute", "")
}

/// Says which variants are the name itself, and which are forbidden by one entry and allowed by another.
fn judge(variants: &[Written], said: &mut Vec<Diagnostic>) {
    let mut allowed: BTreeMap<String, Vec<&Written>> = BTreeMap::new();
    for variant in variants.iter().filter(|(kind, ..)| *kind != Variant::Not) {
        allowed.entry(folded(&variant.2).to_lowercase()).or_default().push(variant);
    }
    for variant in variants {
        let (kind, bearer, words, place) = variant;
        let known = allowed.get(&folded(words).to_lowercase()).into_iter().flatten().copied();
        let is_same = |other: &Written| folded(&other.2) == folded(words);
        let other = match kind {
            Variant::Value => continue,
            // Of two alike in one entry the later is told.
            Variant::Also => known
                .take_while(|other| !std::ptr::eq(*other, variant))
                .find(|other| other.1 == *bearer && is_same(other)),
            Variant::Not => known.into_iter().find(|other| is_same(other) || !has_capital(words)),
        };
        let Some(other) = other else { continue };
        let case = if other.1 == *bearer { "itself" } else { "allowed" };
        let attribute = if *kind == Variant::Also { "also" } else { "not" };
        said.push(bad(case, place.clone(), other.3.clone()).with("name", &other.2).with("attribute", attribute));
    }
}

/// Adds the plurals of the names of terms in English: *Prime Ministers* is said of what *Prime Minister* is.
/// One that the house has for itself is its own; what must not be written is forbidden as it stands.
fn plurals(language: &str, forms: &mut Vec<Form>) {
    if language != "en" {
        return;
    }
    let known: BTreeSet<String> = forms.iter().map(|form| folded(&form.words)).collect();
    let is_term = |form: &&Form| matches!(form.bearer, Some(Bearer::Term(_))) && form.worth != Worth::Wrong;
    let terms = forms.iter().filter(is_term);
    let more = terms.filter_map(|form| {
        let words = plural(&form.words).filter(|words| !known.contains(&folded(words)))?;
        Some(registered(form.bearer.as_ref()?, &words, form.worth))
    });
    let more: Vec<Form> = more.collect();
    forms.extend(more);
}

/// The plural of the last word of a name in English, by the rule.
fn plural(name: &str) -> Option<String> {
    let last = name.chars().next_back().filter(char::is_ascii_alphabetic)?;
    let before = name.chars().rev().nth(1).unwrap_or(last);
    let is_hissed = matches!(last, 's' | 'x' | 'z') || name.ends_with("sh") || name.ends_with("ch");
    Some(match last {
        'y' if !matches!(before, 'a' | 'e' | 'i' | 'o' | 'u') => format!("{}ies", name.trim_end_matches('y')),
        _ if is_hissed => format!("{name}es"),
        _ => format!("{name}s"),
    })
}

/// Adds the names that states usually have in the language; false where these are not known.
fn states(voice: &Messages, forms: &mut Vec<Form>, right: &mut BTreeMap<Bearer, String>) -> bool {
    let language = voice.locale().language();
    let Some(names) = states::in_language(language) else { return false };
    for known in names {
        let bearer = known.code.map(|code| Bearer::State(code.to_owned()));
        // The first of its names is the usual one.
        if let Some(bearer) = &bearer
            && !right.contains_key(bearer)
        {
            right.insert(bearer.clone(), known.name.to_owned());
        }
        let worth = match known.kind {
            _ if known.code.is_none() => Worth::Hides,
            Kind::Certain => Worth::Name,
            Kind::Doubtful => Worth::Doubtful,
            Kind::OfPeople => Worth::Hint,
        };
        forms.push(Form { bearer, worth, is_registered: false, words: known.name.to_owned() });
    }
    true
}
