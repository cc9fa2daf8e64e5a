//! Messages and assets that templates ask for by name.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Span, nearest};
use crate::locale::{Locale, Unresolved, Voice};
use crate::source::Source;
use crate::syntax::fluent::EntryKind;

/// Messages that the program itself takes from the theme or the site.
pub(super) const OWN: [&str; 20] = [
    "withdrawn-title",
    "corrections-title",
    "corrections-summary",
    "verification-title",
    "verification-summary",
    "search-title",
    "search-summary",
    "home-name",
    "not-found-title",
    "feed-title",
    "only-in-language",
    "chooser-enter",
    "not-recorded",
    "footnote-ref",
    "table-label",
    "alert-note",
    "alert-tip",
    "alert-important",
    "alert-warning",
    "alert-caution",
];

/// Looks at every `t(id="…")`, `say["…"]` and `asset(path="…")` of the templates whose name is written out.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let mut seen = BTreeSet::new();
    for source in &subject.theme.templates {
        for (word, key) in [("t", "id"), ("t_text", "id"), ("t_in", "id")] {
            for (name, span) in named(source, word, key) {
                message(subject, source, (name, span), &mut seen, &mut said);
            }
        }
        for word in ["say", "say_text"] {
            for (name, span) in looked_up(source, word) {
                message(subject, source, (name, span), &mut seen, &mut said);
            }
        }
        for (name, span) in named(source, "asset", "path") {
            asset(subject, source, name, span, &mut said);
        }
    }
    for voice in subject.theme.voices.values() {
        let missing = OWN.iter().filter(|id| !voice.has(id) && !seen.contains(&(**id, voice.locale())));
        for id in missing {
            said.push(
                Diagnostic::nowhere(&codes::TEMPLATE_MESSAGE)
                    .with("id", *id)
                    .with("locale", voice.locale().as_str())
                    .with("nearest", ""),
            );
        }
    }
    said
}

/// Says in which locales a message, or an attribute of it, is missing, once: half the templates ask for
/// the same ones.
fn message<'a>(
    subject: Subject<'a>,
    source: &Source,
    (name, span): (&'a str, Span),
    seen: &mut BTreeSet<(&'a str, &'a Locale)>,
    said: &mut Vec<Diagnostic>,
) {
    let (id, attribute) = name.split_once('.').map_or((name, None), |(id, attribute)| (id, Some(attribute)));
    let place = || Place::new(&source.file, span);
    for voice in subject.theme.voices.values() {
        let Some(entry) = voice.entry(EntryKind::Message, id) else {
            if seen.insert((id, voice.locale())) {
                said.push(
                    Diagnostic::new(&codes::TEMPLATE_MESSAGE, place())
                        .with("id", id)
                        .with("locale", voice.locale().as_str())
                        .with("nearest", nearest(id, voice.ids()).unwrap_or("")),
                );
            }
            continue;
        };
        let lacking = attribute.filter(|wanted| !entry.attributes.iter().any(|known| known == wanted));
        if let Some(attribute) = lacking.filter(|_| seen.insert((name, voice.locale()))) {
            let unknown = Unresolved::Attribute { id: id.to_owned(), attribute: attribute.to_owned() };
            said.push(unknown.diagnostic(place()).and(entry.place.clone()));
        }
    }
}

fn asset(subject: Subject<'_>, source: &Source, path: &str, span: Span, said: &mut Vec<Diagnostic>) {
    let known: Vec<&str> = subject
        .theme
        .assets
        .iter()
        .filter_map(|(asset, _)| asset.file.split_once("/assets/").map(|(_, path)| path))
        .collect();
    if !known.contains(&path) {
        said.push(
            Diagnostic::new(&codes::TEMPLATE_ASSET, Place::new(&source.file, span))
                .with("path", path)
                .with("nearest", nearest(path, known.iter().copied()).unwrap_or("")),
        );
    }
}

/// Finds `word["name"]` and gives each name with its place.
fn looked_up<'a>(source: &'a Source, word: &'a str) -> Vec<(&'a str, Span)> {
    let text = source.text.as_str();
    let mut found = Vec::new();
    for at in places(text, word) {
        let name = text[at + word.len()..].strip_prefix("[\"").and_then(|rest| rest.split_once("\"]"));
        if let Some((name, _)) = name {
            let offset = at + word.len() + 2;
            found.push((name, Span::of(text, offset, offset + name.len())));
        }
    }
    found
}

/// Where a word stands by itself, not as the end of another.
fn places(text: &str, word: &str) -> impl Iterator<Item = usize> {
    text.match_indices(word).map(|(at, _)| at).filter(|at| {
        let before = text[..*at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    })
}

/// Finds `word(… key="name" …)` and gives each name with its place.
fn named<'a>(source: &'a Source, word: &'a str, key: &'a str) -> Vec<(&'a str, Span)> {
    let text = source.text.as_str();
    let mut found = Vec::new();
    for at in places(text, word) {
        let Some(rest) = text[at + word.len()..].strip_prefix('(') else { continue };
        let call = &rest[..rest.find(')').unwrap_or(rest.len())];
        let start = call.find(&format!("{key}=\"")).map(|start| start + key.len() + 2);
        let Some(start) = start else { continue };
        let Some(end) = call[start..].find('"') else { continue };
        // `"alert-" ~ kind` is only the beginning of a name.
        if !matches!(call[start + end + 1..].trim_start().chars().next(), None | Some(',')) {
            continue;
        }
        let offset = at + word.len() + 1 + start;
        found.push((&text[offset..offset + end], Span::of(text, offset, offset + end)));
    }
    found
}
