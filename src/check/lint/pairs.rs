//! One message in its locales: its attributes, variables, language parts and terms agree.
//!
//! The first locale that has the message is held against each other one, so the work is linear in the
//! messages. Terms are left alone: what attributes and parts a name has is its language's affair.

use std::collections::BTreeSet;

use super::super::names::{ATTRIBUTES, code_in};
use super::Member;
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::syntax::fluent::{Entry, EntryKind, Messages, Target, VariableUse};

/// A message resolves no more placeables than this, so no more references are followed.
const MOST: usize = 100;

/// A term of one word is looked for only if it has this many letters: shorter ones are words of the
/// language too.
const LONG_WORD: usize = 8;

/// Says where the locales of one message differ.
pub(super) fn judge(family: &[Member<'_>], said: &mut Vec<Diagnostic>) {
    let Some((first, others)) = family.split_first().filter(|(first, _)| first.entry.kind == EntryKind::Message) else {
        return;
    };
    for other in others {
        for (one, two) in [(first, other), (other, first)] {
            // Said in the file that has more, if that or the other is the author's to mend.
            if one.is_of_site || two.is_of_site {
                attributes(one, two, said);
                variables(one, two, said);
                parts(one, two, said);
                terms(one, two, said);
            }
        }
    }
}

/// A diagnostic at a place in `one` about something that `two` lacks, turned round where `one` is the
/// program's own file.
fn differs(code: &'static crate::diagnostic::Code, place: &Place, one: &Member<'_>, two: &Member<'_>) -> Diagnostic {
    let (here, there) = match one.is_of_site {
        true => (place, &two.entry.place),
        false => (&two.entry.place, place),
    };
    Diagnostic::new(code, here.clone())
        .and(there.clone())
        .with("id", &one.entry.id)
        .with("has", one.locale.as_str())
        .with("lacks", two.locale.as_str())
}

fn attributes(one: &Member<'_>, two: &Member<'_>, said: &mut Vec<Diagnostic>) {
    let own = one.entry.anatomy.attributes.iter();
    // What else a state may be called, and what not, is each language's affair.
    let is_register = code_in(&one.entry.id).is_some();
    let more = own.filter(|(name, _)| {
        let is_variant = is_register && ATTRIBUTES.contains(&name.as_str());
        !is_variant && !two.entry.attributes.contains(name)
    });
    said.extend(more.map(|(name, place)| differs(&codes::DIFFERING_ATTRIBUTE, place, one, two).with("name", name)));
}

/// A variable that one locale shows and the other does not know. One that only selects is the grammar's.
fn variables(one: &Member<'_>, two: &Member<'_>, said: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    let shown = one.entry.anatomy.variables.iter().filter(|used| !used.only_selects);
    for VariableUse { name, place, .. } in shown.filter(|used| seen.insert(used.name.as_str())) {
        if !reaches_variable(two.voice, two.entry, name) {
            said.push(differs(&codes::DIFFERING_VARIABLE, place, one, two).with("name", name));
        }
    }
}

/// Whether a message uses a variable, itself or through messages that it refers to.
fn reaches_variable(voice: &Messages, entry: &Entry, name: &str) -> bool {
    let (mut pending, mut seen) = (vec![entry], BTreeSet::new());
    while let Some(entry) = pending.pop() {
        if entry.variables.iter().any(|used| used == name) {
            return true;
        }
        if seen.len() < MOST && seen.insert(entry.id.as_str()) {
            pending.extend(referred(voice, entry, Target::Message));
        }
    }
    false
}

fn referred<'a>(voice: &'a Messages, entry: &'a Entry, target: Target) -> impl Iterator<Item = &'a Entry> {
    let kind = if target == Target::Term { EntryKind::Term } else { EntryKind::Message };
    let own = entry.references.iter().filter(move |reference| reference.target == target).take(MOST);
    own.filter_map(move |reference| voice.entry(kind, &reference.name))
}

/// A part in a third language that only one of two languages marks.
fn parts(one: &Member<'_>, two: &Member<'_>, said: &mut Vec<Diagnostic>) {
    let foreign = one
        .entry
        .anatomy
        .parts
        .iter()
        .filter(|(tag, _)| [one.locale, two.locale].into_iter().all(|locale| locale.language() != tag.language()));
    let mut seen = BTreeSet::new();
    for (tag, place) in foreign.filter(|(tag, _)| seen.insert(tag.language())) {
        if !marks_language(two, tag.language()) {
            said.push(differs(&codes::DIFFERING_LANGUAGE_PART, place, one, two).with("tag", tag.as_str()));
        }
    }
}

/// Whether a message has a part in a language, itself or in what it refers to.
fn marks_language(member: &Member<'_>, language: &str) -> bool {
    let names = |entry: &Entry| {
        let lang = entry.anatomy.language.iter();
        entry.anatomy.parts.iter().map(|(tag, _)| tag).chain(lang).any(|tag| tag.language() == language)
    };
    let terms = referred(member.voice, member.entry, Target::Term);
    names(member.entry) || terms.chain(referred(member.voice, member.entry, Target::Message)).any(names)
}

/// A term that `two` uses, and whose words stand written out in `one`.
fn terms(one: &Member<'_>, two: &Member<'_>, said: &mut Vec<Diagnostic>) {
    if !one.is_of_site {
        return;
    }
    let mut seen = BTreeSet::new();
    let used = two.entry.references.iter().filter(|reference| reference.target == Target::Term).take(MOST);
    for reference in used.filter(|reference| seen.insert(reference.name.as_str())) {
        let is_own = |own: &crate::syntax::fluent::Reference| own.target == Target::Term && own.name == reference.name;
        if one.entry.references.iter().any(is_own) {
            continue;
        }
        let words = one.voice.entry(EntryKind::Term, &reference.name).and_then(words_of);
        let Some(words) = words.filter(|words| is_distinct(words)) else { continue };
        if let Some(place) = written_out(one.entry, &words) {
            said.push(
                Diagnostic::new(&codes::WRITTEN_OUT_TERM, place)
                    .and(reference.place.clone())
                    .with("words", words)
                    .with("name", format!("-{}", reference.name))
                    .with("other", two.locale.as_str()),
            );
        }
    }
}

/// The words of a term whose value is only words.
fn words_of(term: &Entry) -> Option<String> {
    let wording = term.anatomy.wordings.first()?;
    (!wording.text.contains(crate::syntax::fluent::PLACEABLE)).then(|| wording.plain())
}

fn is_distinct(words: &str) -> bool {
    words.split_whitespace().count() > 1 || words.chars().count() >= LONG_WORD
}

fn written_out(entry: &Entry, words: &str) -> Option<Place> {
    entry.anatomy.wordings.iter().find_map(|wording| {
        let stands_alone = |at: usize| {
            let (before, after) = (&wording.text[..at], &wording.text[at + words.len()..]);
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        };
        let (at, _) = wording.text.match_indices(words).find(|(at, _)| stands_alone(*at))?;
        wording.place(at, at + words.len())
    })
}
