//! Instants of what belongs to an event: an offset may be the office's or the event's, which is another
//! file's to say. Every other document was judged when its facts were read.

use rayon::prelude::*;

use super::Subject;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::{Instant, Zone};
use crate::model::document::Document;
use crate::syntax::facts::{Facts, Publish};
use crate::syntax::kinds::KindFacts;

/// Looks at the facts of every document of an event once.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let documents: Vec<&Document> = subject.documents.values().filter_map(|parts| parts.first().copied()).collect();
    documents.par_iter().flat_map_iter(|document| foreign(subject, document)).collect()
}

fn foreign(subject: Subject<'_>, document: &Document) -> Vec<Diagnostic> {
    let settings = &subject.site.public.settings;
    let Some(event) = document.facts.event.as_ref().filter(|_| !settings.has_faulty_zone) else { return Vec::new() };
    let of_event = subject.document(&event.target).and_then(|event| match &event.facts.kind {
        KindFacts::Event(facts) => facts.time_zone.clone(),
        _ => None,
    });
    let zones: Vec<Zone> = of_event.into_iter().chain([settings.time_zone.clone()]).collect();
    let is_foreign = |at: &Instant| !zones.iter().any(|zone| at.matches_zone(zone));
    let foreign = instants(&document.facts).into_iter().filter(|(at, _)| is_foreign(at));
    foreign
        .map(|(at, place)| {
            let said = Diagnostic::new(&codes::FOREIGN_OFFSET, place.clone()).with("value", at.iso());
            said.with("zone", zones.first().map_or("", Zone::name))
        })
        .collect()
}

/// Every instant of the facts that concerns the life of a document, and where it is written.
fn instants(facts: &Facts) -> Vec<(&Instant, &Place)> {
    let mut instants: Vec<(&Instant, &Place)> = match &facts.publish {
        Publish::Missing => Vec::new(),
        Publish::Together(at, place) => vec![(at, place)],
        Publish::Apart(apart) => apart.values().map(|(at, place)| (at, place)).collect(),
    };
    instants.extend(facts.life.changes.iter().map(|change| (&change.at, &change.place)));
    instants.extend(facts.life.withdrawn.iter().map(|withdrawal| (&withdrawal.at, &withdrawal.place)));
    instants.extend(facts.life.removed.iter().map(|removal| (&removal.at, &removal.place)));
    instants
}
