//! Facts that name other things: documents, terms, agenda items, assets, editions.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Subject;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::locale::{Instant, Locale};
use crate::model::document::Document;
use crate::model::site::Site;
use crate::settings::{Kind, MenuTarget, PathPart, Terms};
use crate::syntax::facts::{Facts, Pointer, Texts, Word};
use crate::syntax::kinds::KindFacts;

/// Looks at the facts of every document once, whatever the standing of its editions.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    settings(subject.site, &mut said);
    let documents: Vec<&Vec<&Document>> = subject.documents.values().collect();
    said.par_extend(documents.par_iter().flat_map_iter(|parts| document(subject, parts)));
    said
}

/// Looks at the facts of a document once, and at what each of its parts needs.
fn document(subject: Subject<'_>, parts: &[&Document]) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    if let Some(first) = parts.first() {
        facts(subject, first, &mut said);
    }
    for document in parts {
        texts(document, &mut said);
        for image in document.editions.values().filter_map(|edition| edition.words.image.as_ref()) {
            asset(document, &image.src, &mut said);
        }
    }
    said
}

/// Says which documents that the settings name do not exist, or are not public in some language: the
/// menu is then without them.
fn settings(site: &Site, said: &mut Vec<Diagnostic>) {
    let settings = &site.public.settings;
    let listed = settings.menu.iter().chain(&settings.footer).filter_map(|entry| match &entry.target {
        MenuTarget::Document(id) => Some((id, &entry.place)),
        _ => None,
    });
    let corrections = settings.publisher.corrections.iter().map(|(id, place)| (id, place));
    for (id, place) in listed.chain(corrections) {
        if !site.has_document(id) {
            said.push(unknown_document(site, id, place.clone()));
            continue;
        }
        for locale in settings.tags().filter(|locale| site.public.card(id, locale).is_none()) {
            let without = Diagnostic::new(&codes::MENU_WITHOUT_PAGE, place.clone());
            said.push(without.with("value", id).with("locale", locale.as_str()));
        }
    }
}

fn facts(subject: Subject<'_>, document: &Document, said: &mut Vec<Diagnostic>) {
    let site = subject.site;
    let facts = &document.facts;
    if let Some(event) = &facts.event
        && points_to(subject, event, Kind::Event, said)
    {
        public_event(subject, document, event, said);
        if *event.target == *document.id {
            said.push(event_circle(event, "event"));
        }
    }
    life(subject, document, said);
    terms(site, facts, said);
    for file in &facts.files {
        asset(document, &file.src, said);
    }
    match &facts.kind {
        KindFacts::Statement(statement) => {
            if let (Some(agenda), Some(event)) = (&statement.agenda, &facts.event) {
                agenda_item(subject, agenda, event, said);
            }
        }
        KindFacts::Event(event) => {
            if let Some(parent) = &event.parent
                && points_to(subject, parent, Kind::Event, said)
            {
                circle(subject, document, parent, said);
            }
        }
        _ => {}
    }
}

/// Says which changes and withdrawals cannot be: before the release, or of no edition.
fn life(subject: Subject<'_>, document: &Document, said: &mut Vec<Diagnostic>) {
    let facts = &document.facts;
    if facts.life.changes.is_empty() && facts.life.withdrawn.is_none() {
        return;
    }
    let all = subject.documents.get(document.id.as_ref()).into_iter().flatten();
    let locales: Vec<&Locale> = all.flat_map(|document| document.editions.locales()).collect();
    let released = |covers: &dyn Fn(&Locale) -> bool| {
        locales.iter().filter(|locale| covers(locale)).filter_map(|locale| facts.publish.instant(locale)).min()
    };
    let mut judge = |at: &Instant, covers: &dyn Fn(&Locale) -> bool, place: &Place, what: &'static str| {
        if !locales.iter().any(|locale| covers(locale)) {
            said.push(Diagnostic::new(&codes::AFFECTS_NO_EDITION, place.clone()).with("what", what));
        } else if released(covers).is_some_and(|released| at.moment() < released.moment()) {
            said.push(Diagnostic::new(&codes::BEFORE_RELEASE, place.clone()).with("what", what));
        }
    };
    for change in &facts.life.changes {
        judge(&change.at, &|locale| change.affects(locale), &change.place, "change");
    }
    if let Some(withdrawal) = &facts.life.withdrawn {
        judge(&withdrawal.at, &|locale| withdrawal.covers(locale), &withdrawal.place, "withdrawal");
    }
    let replacement = facts.life.withdrawn.as_ref().and_then(|withdrawal| withdrawal.replaced_by.as_ref());
    if let Some(replacement) = replacement.filter(|replacement| !subject.site.has_document(&replacement.target)) {
        said.push(unknown_document(subject.site, &replacement.target, replacement.place.clone()));
    }
}

/// Says if a document does not exist, or is not of this kind.
fn points_to(subject: Subject<'_>, pointer: &Pointer, kind: Kind, said: &mut Vec<Diagnostic>) -> bool {
    if !subject.site.has_document(&pointer.target) {
        said.push(unknown_document(subject.site, &pointer.target, pointer.place.clone()));
        return false;
    }
    match subject.document(&pointer.target) {
        Some(document) if document.kind != kind => {
            said.push(
                Diagnostic::new(&codes::WRONG_KIND, pointer.place.clone())
                    .with("value", &pointer.target)
                    .with("found", document.kind.word())
                    .with("wanted", kind.word()),
            );
            false
        }
        _ => true,
    }
}

/// A public document whose URL holds its event's slug tells of the event: it must be public too. An event
/// that could not be read well enough to tell has its own diagnostics.
fn public_event(subject: Subject<'_>, document: &Document, event: &Pointer, said: &mut Vec<Diagnostic>) {
    let public = &subject.site.public;
    let collection = public.settings.collection(&document.collection);
    let is_named = collection.is_some_and(|collection| collection.path.uses(&PathPart::Event));
    let is_known = subject
        .document(&event.target)
        .is_some_and(|event| !event.facts.is_faulty("publish") && !event.facts.is_faulty("status"));
    let is_public = public.document(&document.id).is_some();
    if is_named && is_known && is_public && has_hidden_slug(subject, document, event) {
        said.push(Diagnostic::new(&codes::EVENT_NOT_PUBLIC, event.place.clone()).with("value", &event.target));
    }
}

/// Whether the URL of any of these editions has the slug of an edition of the event that is not public:
/// that in the same language, or where there is none, that in the site's first.
fn has_hidden_slug(subject: Subject<'_>, document: &Document, event: &Pointer) -> bool {
    let public = &subject.site.public;
    let parts = subject.documents.get(event.target.as_str());
    let is_there = |locale: &Locale| parts.into_iter().flatten().any(|part| part.editions.has(locale));
    let is_shown = |locale: &Locale| public.document(&event.target).is_some_and(|event| event.editions.has(locale));
    document.editions.locales().any(|locale| {
        let first = || public.settings.tags().find(|tag| is_there(tag));
        let named = if is_there(locale) { Some(locale) } else { first() };
        named.is_some_and(|named| !is_shown(named))
    })
}

/// Says that no document has this path, and which one may be meant.
pub(super) fn unknown_document(site: &Site, target: &str, place: Place) -> Diagnostic {
    let known = site.weights.keys().map(AsRef::as_ref);
    let near = nearest(target, known).or_else(|| {
        // A path whose end is right is a document under another folder.
        let last = target.rsplit('/').next().unwrap_or(target);
        site.weights.keys().map(AsRef::as_ref).find(|id: &&str| id.rsplit('/').next() == Some(last))
    });
    Diagnostic::new(&codes::UNKNOWN_DOCUMENT, place).with("value", target).with("nearest", near.unwrap_or(""))
}

fn circle(subject: Subject<'_>, document: &Document, parent: &Pointer, said: &mut Vec<Diagnostic>) {
    let parent_of = |id: &str| {
        let found = subject.document(id)?;
        let KindFacts::Event(event) = &found.facts.kind else { return None };
        event.parent.as_ref().map(|parent| parent.target.clone())
    };
    let mut seen = BTreeSet::new();
    let mut next = Some(parent.target.clone());
    while let Some(id) = next {
        if *id == *document.id {
            said.push(event_circle(&Pointer { target: id, place: parent.place.clone() }, "parent"));
            return;
        }
        next = if seen.insert(id.clone()) { parent_of(&id) } else { None };
    }
}

/// Says that an event leads back to itself through this key.
fn event_circle(event: &Pointer, key: &str) -> Diagnostic {
    Diagnostic::new(&codes::EVENT_CIRCLE, event.place.clone()).with("value", &event.target).with("key", key)
}

fn terms(site: &Site, facts: &Facts, said: &mut Vec<Diagnostic>) {
    for (name, words) in &facts.terms {
        let taxonomy = site.public.settings.taxonomies.iter().find(|taxonomy| taxonomy.name == *name);
        let Some(Terms::Listed(known)) = taxonomy.map(|taxonomy| &taxonomy.terms) else { continue };
        for word in words.iter().filter(|word| !known.iter().any(|term| term.name == word.word)) {
            let known: Vec<&str> = known.iter().map(|term| term.name.as_str()).collect();
            said.push(
                Diagnostic::new(&codes::UNKNOWN_TERM_NAME, word.place.clone())
                    .with("value", &word.word)
                    .with("taxonomy", name)
                    .with("nearest", nearest(&word.word, known.iter().copied()).unwrap_or(""))
                    .with("known", known.join(", ")),
            );
        }
    }
}

fn agenda_item(subject: Subject<'_>, agenda: &Word, event: &Pointer, said: &mut Vec<Diagnostic>) {
    let found = subject.document(&event.target);
    let Some(KindFacts::Event(event)) = found.map(|document| &document.facts.kind) else { return };
    let known: Vec<&str> = event.agenda.iter().map(|(key, _)| key.word.as_str()).collect();
    if !known.contains(&agenda.word.as_str()) {
        said.push(
            Diagnostic::new(&codes::UNKNOWN_AGENDA_ITEM, agenda.place.clone())
                .with("value", &agenda.word)
                .with("nearest", nearest(&agenda.word, known.iter().copied()).unwrap_or(""))
                .with("known", known.join(", ")),
        );
    }
}

fn asset(document: &Document, name: &Word, said: &mut Vec<Diagnostic>) {
    if document.asset(&name.word).is_none() {
        said.push(unknown_asset(document, &name.word, name.place.clone()));
    }
}

/// Says that a document's folder has no such file.
pub(super) fn unknown_asset(document: &Document, name: &str, place: Place) -> Diagnostic {
    let known: Vec<&str> = document.assets.iter().map(|(name, _)| name.as_str()).collect();
    Diagnostic::new(&codes::UNKNOWN_ASSET, place)
        .with("value", name)
        .with("nearest", nearest(name, known.iter().copied()).unwrap_or(""))
        .with("folder", format!("content/{}", document.id))
}

/// Says which texts by locale lack a locale in which the document has an edition.
fn texts(document: &Document, said: &mut Vec<Diagnostic>) {
    let all = texts_of(&document.facts);
    for locale in document.editions.locales() {
        for texts in all.iter().filter(|texts| texts.texts.get(locale).is_none()) {
            said.push(
                Diagnostic::new(&codes::TEXT_WITHOUT_LOCALE, texts.place.clone()).with("locale", locale.as_str()),
            );
        }
    }
}

/// Every text by locale in the facts.
pub(in crate::check) fn texts_of(facts: &Facts) -> Vec<&Texts> {
    let mut texts: Vec<&Texts> = facts.files.iter().filter_map(|file| file.label.as_ref()).collect();
    texts.extend(facts.life.changes.iter().map(|change| &change.note));
    texts.extend(facts.life.withdrawn.iter().map(|withdrawal| &withdrawal.reason));
    match &facts.kind {
        KindFacts::Release(release) => texts.extend(release.place.iter().chain(&release.contact)),
        KindFacts::Statement(statement) => {
            texts.extend(&statement.organization);
            texts.extend(statement.speaker.as_ref().and_then(|speaker| speaker.role.as_ref()));
        }
        KindFacts::Event(event) => {
            texts.extend(&event.venue);
            texts.extend(event.agenda.iter().map(|(_, title)| title));
            texts.extend(event.programme.iter().map(|entry| &entry.title));
        }
        KindFacts::Outcome(_) | KindFacts::Page => {}
    }
    texts
}
