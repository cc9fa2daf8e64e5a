//! What uses messages: templates, texts, settings, facts, the program itself, and messages that are used.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::super::Subject;
use super::super::documents::texts_of;
use super::super::ground::Ground;
use super::super::messages::OWN;
use super::plurals::Rules;
use super::{COUNTRY, templates};
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::{Locale, PerLocale};
use crate::model::site::ParsedDocument;
use crate::settings::{OwnPage, Settings, Terms};
use crate::source::yaml::{Node, Value};
use crate::syntax::facts::{Facts, Word};
use crate::syntax::fluent::{Entry, EntryKind, Target, read_placeable};
use crate::syntax::kinds::KindFacts;
use crate::syntax::placeable::{self, BraceKind};
use crate::syntax::words::Words;

/// The messages and terms that something uses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uses {
    ids: BTreeSet<(EntryKind, String)>,
    /// Whether a name of a state is asked for whose code is not written out.
    any_country: bool,
    /// Whether something names messages that cannot be read.
    any_message: bool,
}

/// What the whole site uses.
pub(super) struct Used {
    all: Uses,
    /// Those whose form the settings decide, not the author of the messages.
    given: BTreeSet<String>,
    templates: templates::Ids,
}

impl Used {
    /// Whether something uses, or may use, the message or term.
    pub(super) fn has(&self, kind: EntryKind, id: &str) -> bool {
        let all = &self.all;
        let may_be = || all.any_message || self.templates.may_name(id) || all.any_country && id.starts_with(COUNTRY);
        all.ids.contains(&(kind, id.to_owned())) || kind == EntryKind::Message && may_be()
    }

    /// Whether the id follows from the settings or the code of a state.
    pub(super) fn is_given(&self, id: &str) -> bool {
        self.given.contains(id)
            || id.strip_prefix(COUNTRY).is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_uppercase()))
    }
}

impl Uses {
    fn message(&mut self, id: &str) {
        let id = id.split('.').next().unwrap_or(id);
        self.ids.insert((EntryKind::Message, id.to_owned()));
    }

    fn country(&mut self, code: &str) {
        self.message(&format!("{COUNTRY}{code}"));
    }

    /// Takes in what something else uses.
    fn add(&mut self, other: &Uses) {
        for used in &other.ids {
            if !self.ids.contains(used) {
                self.ids.insert(used.clone());
            }
        }
        self.any_country |= other.any_country;
        self.any_message |= other.any_message;
    }

    /// Takes in what an entry or a placeable names.
    fn entry(&mut self, entry: &Entry) {
        for (kind, id) in named_by(entry) {
            self.ids.insert((kind, id.to_owned()));
        }
        for code in &entry.anatomy.countries {
            match code {
                Some(code) => self.country(code),
                None => self.any_country = true,
            }
        }
    }
}

fn named_by(entry: &Entry) -> impl Iterator<Item = (EntryKind, &str)> {
    entry.references.iter().filter_map(|reference| {
        let kind = match reference.target {
            Target::Message => EntryKind::Message,
            Target::Term => EntryKind::Term,
            Target::Function => return None,
        };
        Some((kind, reference.name.as_str()))
    })
}

/// Collects all uses.
pub(super) fn of(subject: Subject<'_>) -> Used {
    let templates = templates::ids(subject.theme.templates.iter().map(|source| source.text.as_str()));
    let mut all = Uses::default();
    OWN.iter().for_each(|id| all.message(id));
    ["parallel-address", "event-releases"].iter().for_each(|id| all.message(id));
    OwnPage::ALL.iter().for_each(|(word, _)| all.message(&format!("{word}-title")));
    let given = settings(&subject.site.public.settings, &mut all);
    subject.verdicts.iter().for_each(|verdict| all.add(&verdict.uses));
    let mut used = Used { all, given, templates };
    follow(subject, &mut used);
    used
}

/// Takes in what the settings use; gives what they decide the form of.
fn settings(settings: &Settings, uses: &mut Uses) -> BTreeSet<String> {
    let mut given: Vec<String> = vec!["site-title".to_owned(), "site-description".to_owned()];
    given.extend(settings.collections.iter().map(|collection| format!("collection-{}", collection.name)));
    for taxonomy in &settings.taxonomies {
        given.push(taxonomy.name.clone());
        if let Terms::Listed(terms) = &taxonomy.terms {
            given.extend(terms.iter().map(|term| format!("{}-{}", taxonomy.name, term.name)));
        }
    }
    let labels = settings.menu.iter().chain(&settings.footer).filter_map(|entry| entry.label.as_deref());
    let named = [&settings.notice, &settings.publisher.name].into_iter().flatten().map(|(id, _)| id.as_str());
    labels.chain(named).for_each(|id| uses.message(id));
    given.iter().for_each(|id| uses.message(id));
    given.into_iter().collect()
}

/// What a document uses, whatever the standing of its editions. A placeable of a text is judged as a choice
/// by number besides.
pub(in crate::check) fn of_document(
    ground: &Ground<'_>,
    document: &ParsedDocument,
    said: &mut Vec<Diagnostic>,
) -> Uses {
    let is_read = document.facts.is_some() && document.words.iter().all(|(_, words)| words.is_some());
    // What could not be read may use anything.
    let mut uses = Uses { any_message: !is_read, ..Uses::default() };
    let mut texts = Texts { rules: &ground.rules, uses: &mut uses, said };
    if let Some(facts) = &document.facts {
        texts.facts(facts);
    }
    for (locale, words) in &document.words {
        if let Some(words) = words {
            texts.words(locale, words);
        }
    }
    uses
}

/// Reads the uses in a document.
struct Texts<'a> {
    rules: &'a PerLocale<Rules<'a>>,
    uses: &'a mut Uses,
    said: &'a mut Vec<Diagnostic>,
}

impl Texts<'_> {
    fn facts(&mut self, facts: &Facts) {
        for texts in texts_of(facts) {
            for (locale, text) in texts.texts.iter() {
                self.text(locale, text, &texts.place);
            }
        }
        match &facts.kind {
            KindFacts::Statement(statement) => statement.country.iter().for_each(|code| self.uses.country(&code.word)),
            KindFacts::Event(event) => event.states.iter().for_each(|code| self.uses.country(&code.word)),
            KindFacts::Release(_) | KindFacts::Outcome(_) | KindFacts::Page => {}
        }
        // A template may take the id of a message from there.
        if let Some(extra) = &facts.extra {
            self.extra(extra);
        }
    }

    fn extra(&mut self, node: &Node) {
        match &node.value {
            Value::Scalar(text) => self.uses.message(text),
            Value::List(nodes) => nodes.iter().for_each(|node| self.extra(node)),
            Value::Map(entries) => entries.iter().for_each(|(_, node)| self.extra(node)),
            Value::Null => {}
        }
    }

    fn words(&mut self, locale: &Locale, words: &Words) {
        // What a text names again and again is read once, but for choices, whose mistakes have places.
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for placeable in &words.face.placeables {
            if !placeable.source.contains("->") && !known.insert(&placeable.source) {
                continue;
            }
            self.placeable(locale, &placeable.source, &Place::new(&words.file, placeable.span));
        }
        let caption = words.image.as_ref().and_then(|image| image.caption.as_ref());
        let lines: [Option<&Word>; 3] = [Some(&words.title), words.summary.as_ref(), caption];
        for line in lines.into_iter().flatten() {
            self.text(locale, &line.word, &line.place);
        }
    }

    fn text(&mut self, locale: &Locale, text: &str, place: &Place) {
        for brace in placeable::find(text).into_iter().filter(|brace| brace.kind == BraceKind::Placeable) {
            self.placeable(locale, &text[brace.range], place);
        }
    }

    fn placeable(&mut self, locale: &Locale, source: &str, place: &Place) {
        // A figure by itself, as most are, names neither a message nor a function.
        let inner = source.trim_start_matches('{').trim_end_matches('}').trim();
        let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if inner.strip_prefix('$').is_some_and(is_name) {
            return;
        }
        let Some(entry) = read_placeable(source, place, locale) else { return };
        self.uses.entry(&entry);
        if let Some(rules) = self.rules.get(locale) {
            rules.judge(&entry, self.said);
        }
    }
}

/// Adds what is used through other messages, in any locale, each entry looked at once.
fn follow(subject: Subject<'_>, used: &mut Used) {
    let voices: Vec<_> = subject.theme.voices.values().collect();
    let all = voices.iter().flat_map(|voice| voice.entries());
    let named: BTreeSet<(EntryKind, String)> = all
        .filter(|entry| {
            used.has(entry.kind, &entry.id) || entry.kind == EntryKind::Term && !entry.attributes.is_empty()
        })
        .map(|entry| (entry.kind, entry.id.clone()))
        .collect();
    let mut pending: Vec<(EntryKind, String)> = named.iter().cloned().collect();
    let mut seen = named;
    while let Some((kind, id)) = pending.pop() {
        for entry in voices.iter().filter_map(|voice| voice.entry(kind, &id)) {
            used.all.entry(entry);
            for (kind, id) in named_by(entry) {
                if seen.insert((kind, id.to_owned())) {
                    pending.push((kind, id.to_owned()));
                }
            }
            for code in entry.anatomy.countries.iter().flatten() {
                let country = (EntryKind::Message, format!("{COUNTRY}{code}"));
                if seen.insert(country.clone()) {
                    pending.push(country);
                }
            }
        }
    }
    used.all.ids.extend(seen);
}
