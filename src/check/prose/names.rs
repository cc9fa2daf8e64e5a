//! The register of names in one language's messages: terms, with those of another language apart.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::locale::{Arguments, Locale, Voice};
use crate::syntax::fluent::{EntryKind, Messages};
use crate::syntax::wordset::{WordSet, plain_run};

/// The names of a language.
pub(super) struct Register {
    names: HashSet<String>,
    /// The names in another language by their first word, the longest first.
    foreign: HashMap<String, Vec<Foreign>>,
    /// Those first words, as far as they are ASCII: most words of a text are none of them.
    first: WordSet,
}

/// A name in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Foreign {
    /// The name as it stands in texts.
    pub(super) name: String,
    /// The term's id, without its hyphen.
    pub(super) id: String,
    /// The tag of its language.
    pub(super) language: String,
}

impl Register {
    /// The register of a language's messages. Terms that need arguments have no one form and are left out.
    pub(super) fn of(voice: &Messages, locale: &Locale) -> Register {
        let mut register = Register { names: HashSet::new(), foreign: HashMap::new(), first: WordSet::default() };
        for term in voice.entries().filter(|entry| entry.kind == EntryKind::Term) {
            let Ok(phrase) = voice.resolve(&format!("{{ -{} }}", term.id), Arguments::NONE) else { continue };
            let name = straight(&phrase.text());
            if name.chars().nth(1).is_none() {
                continue;
            }
            let [run] = &phrase.runs[..] else { continue };
            if let Some(language) = run.lang.as_ref().filter(|language| !language.is_same_language(locale)) {
                let foreign =
                    Foreign { name: name.clone(), id: term.id.clone(), language: language.as_str().to_owned() };
                register.first.add(first_word(&name));
                register.foreign.entry(first_word(&name).to_owned()).or_default().push(foreign);
            }
            register.names.insert(name);
        }
        register
            .foreign
            .values_mut()
            .for_each(|names| names.sort_by_key(|foreign| std::cmp::Reverse(foreign.name.len())));
        register
    }

    /// Whether any name is in another language.
    pub(super) fn has_foreign(&self) -> bool {
        !self.foreign.is_empty()
    }

    /// Whether some words are a name of the register, whole.
    pub(super) fn is_name(&self, words: &str) -> bool {
        self.names.contains(&straight(words))
    }

    /// Where names in another language stand in a text, in order; of names that begin alike the longest.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, &Foreign)> {
        let mut found: Vec<(Range<usize>, &Foreign)> = Vec::new();
        if self.foreign.is_empty() {
            return found;
        }
        for word in words(text) {
            if found.last().is_some_and(|(last, _)| word.start < last.end) {
                continue;
            }
            let own = &text[word.clone()];
            if own.is_ascii() && !self.first.may_have(own) {
                continue;
            }
            let key = if own.contains('’') { Cow::Owned(straight(own)) } else { Cow::Borrowed(own) };
            let candidates = self.foreign.get(key.as_ref()).into_iter().flatten();
            let mut named =
                candidates.filter_map(|foreign| Some((length_of(&foreign.name, &text[word.start..])?, foreign)));
            let first = named.next();
            found.extend(first.map(|(length, foreign)| (word.start..word.start + length, foreign)));
        }
        found
    }
}

/// The words of a text: letters and digits, with hyphens and apostrophes among them.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + use<'_> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at = text[at..].find(char::is_alphanumeric).map(|distance| at + distance)?;
        let start = at;
        loop {
            // Most of a word are ASCII letters.
            at += plain_run(&text.as_bytes()[at..]);
            let mut letters = text[at..].chars();
            let Some(letter) = letters.next() else { break };
            let joins = matches!(letter, '-' | '\'' | '’') && letters.next().is_some_and(char::is_alphanumeric);
            if !letter.is_alphanumeric() && !joins {
                break;
            }
            at += letter.len_utf8();
        }
        Some(start..at)
    })
}

/// The bytes of a text that are this name: straight and curly apostrophes are the same, and behind it no
/// word goes on.
fn length_of(name: &str, text: &str) -> Option<usize> {
    let mut wanted = name.chars();
    for (at, letter) in text.char_indices() {
        let Some(next) = wanted.next() else {
            return (!letter.is_alphanumeric()).then_some(at);
        };
        if next != plain(letter) {
            return None;
        }
    }
    wanted.next().is_none().then_some(text.len())
}

fn first_word(name: &str) -> &str {
    words(name).next().map_or(name, |word| &name[word])
}

fn straight(text: &str) -> String {
    text.trim().chars().map(plain).collect()
}

/// A letter as names are compared: smart punctuation and line breaks aside.
fn plain(letter: char) -> char {
    match letter {
        '’' => '\'',
        '\n' | '\u{a0}' => ' ',
        _ => letter,
    }
}
