//! What a body names: documents, anchors, assets, placeables.

use rayon::prelude::*;

use super::Subject;
use super::documents::{texts_of, unknown_asset, unknown_document};
use super::texts::Texts;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::model::document::{Document, Edition};
use crate::model::inline;
use crate::syntax::facts::Facts;
use crate::syntax::markdown::{LinkKind, Reference};

/// Looks at every edition's body. What its placeables say is in the document's verdict.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let documents: Vec<&Document> = subject.site.all().collect();
    let judge = |document: &&Document| {
        let mut said = Vec::new();
        document.editions.values().for_each(|edition| references(subject, document, edition, &mut said));
        said
    };
    documents.par_iter().flat_map_iter(judge).collect()
}

fn references(subject: Subject<'_>, document: &Document, edition: &Edition, said: &mut Vec<Diagnostic>) {
    let face = &edition.words.face;
    let place = |span| Place::new(&edition.words.file, span);
    for reference in &face.references {
        if subject.site.has_document(&reference.target) {
            anchor(subject, edition, reference, said);
        } else {
            said.push(unknown_document(subject.site, &reference.target, place(reference.span)));
        }
    }
    for asset in face.assets.iter().filter(|asset| document.asset(&asset.name).is_none()) {
        said.push(unknown_asset(document, &asset.name, place(asset.span)));
    }
    for link in face.links.iter().filter(|link| link.kind == LinkKind::Anchor) {
        let wanted = link.target.trim_start_matches('#');
        if !face.anchors.has(wanted) {
            said.push(unknown_anchor(wanted, face.anchors.iter(), place(link.span)));
        }
    }
}

/// Says if the document that a reader would come to has no such anchor.
fn anchor(subject: Subject<'_>, from: &Edition, reference: &Reference, said: &mut Vec<Diagnostic>) {
    let Some(wanted) = &reference.anchor else { return };
    let documents = subject.documents.get(reference.target.as_str()).into_iter().flatten();
    let editions: Vec<&Edition> =
        documents.flat_map(|document| document.editions.values().map(AsRef::as_ref)).collect();
    let same = editions.iter().find(|edition| edition.locale == from.locale);
    let Some(target) = same.or_else(|| editions.first()) else { return };
    let anchors = &target.words.face.anchors;
    if !anchors.has(wanted) {
        let said_here = unknown_anchor(wanted, anchors.iter(), Place::new(&from.words.file, reference.span));
        said.push(said_here.and(Place::start_of(&target.words.file)));
    }
}

fn unknown_anchor<'a>(wanted: &str, known: impl Iterator<Item = &'a str>, place: Place) -> Diagnostic {
    Diagnostic::new(&codes::UNKNOWN_ANCHOR, place)
        .with("value", wanted)
        .with("nearest", nearest(wanted, known).unwrap_or(""))
}

/// Says which placeables of an edition, its body's, its image's and those of its facts, cannot be resolved.
pub(super) fn placeables(facts: &Facts, texts: &Texts<'_>, said: &mut Vec<Diagnostic>) {
    let (edition, voice) = (texts.edition, texts.voice);
    let (arguments, known) = (inline::arguments(facts), said.len());
    for placeable in &edition.words.face.placeables {
        if let Some(Err(unresolved)) = texts.placed.get(placeable.source.as_str()) {
            said.push(unresolved.diagnostic(Place::new(&edition.words.file, placeable.span)));
        }
    }
    for texts in texts_of(facts) {
        if let Some(text) = texts.texts.get(&edition.locale) {
            inline::resolve(text, &texts.place, voice, &arguments, said);
        }
    }
    let caption = edition.words.image.as_ref().and_then(|image| image.caption.as_ref());
    if let Some(caption) = caption {
        inline::resolve_word(caption, voice, &arguments, said);
    }
    // A circle is said where it is.
    let mut at = 0;
    said.retain(|said| {
        at += 1;
        at <= known || said.code != &codes::FLUENT_CYCLE
    });
}
