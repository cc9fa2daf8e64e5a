//! When the public site changes next without anybody changing its sources, and why.
//!
//! In: the site as it was joined, and an instant. Out: what is to come after it, in order. The same
//! sources built at any two instants between which nothing is due give the same files.

use std::sync::Arc;

use super::document::Document;
use super::life::Standing;
use super::site::Site;
use crate::locale::{Instant, Locale};
use crate::settings::Pairing;

/// Why the site changes at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Editions go out.
    Release,
    /// A change of editions comes into force.
    Change,
    /// Editions are withdrawn.
    Withdrawal,
}

impl Why {
    /// Its name for machines: `release`, `change`, `withdrawal`.
    pub fn name(self) -> &'static str {
        match self {
            Why::Release => "release",
            Why::Change => "change",
            Why::Withdrawal => "withdrawal",
        }
    }
}

/// What happens to one document at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// When.
    pub at: Instant,
    /// Why the site changes then.
    pub why: Why,
    /// The document's path below `content/`.
    pub document: Arc<str>,
    /// The editions that it happens to, in the site's order of locales.
    pub locales: Vec<Locale>,
}

/// Everything that is due after `at`, the soonest first, then by document. Never empty of locales.
///
/// What nobody approved has no entry, nor what waits for another language or will wait for it when
/// its instant comes: the clock alone does not bring it out.
pub fn upcoming(site: &Site, at: &Instant) -> Vec<Due> {
    let mut due: Vec<Due> = site.held.iter().flat_map(|document| releases(site, document)).collect();
    due.extend(site.public.documents.iter().flat_map(|document| later(document)));
    due.retain(|due| due.at.moment() > at.moment());
    due.sort_by(|one, other| {
        let key = |due: &Due| (due.at.moment(), Arc::clone(&due.document), due.why);
        key(one).cmp(&key(other))
    });
    due
}

/// The releases of one document: the editions that go out at one moment are one release, in whatever
/// zone their hour is written.
fn releases(site: &Site, document: &Document) -> Vec<Due> {
    let mut due: Vec<Due> = Vec::new();
    if !comes_out(site, document) {
        return due;
    }
    for (locale, edition) in document.editions.iter() {
        let Standing::Held(at) = &edition.standing else { continue };
        match due.iter_mut().find(|due| due.at.moment() == at.moment()) {
            Some(release) => release.locales.push(locale.clone()),
            None => due.push(Due {
                at: at.clone(),
                why: Why::Release,
                document: Arc::clone(&document.id),
                locales: vec![locale.clone()],
            }),
        }
    }
    due
}

/// What is to come for the public editions of one document: changes and a withdrawal. Those of a held
/// document are told of once it is out: before that it has no instant of its own but its release.
fn later(document: &Document) -> Vec<Due> {
    let life = &document.facts.life;
    let entry = |at: &Instant, why: Why, covers: &dyn Fn(&Locale) -> bool| Due {
        at: at.clone(),
        why,
        document: Arc::clone(&document.id),
        locales: document.editions.locales().filter(|locale| covers(locale)).cloned().collect(),
    };
    let changes = life.changes.iter().map(|change| entry(&change.at, Why::Change, &|locale| change.affects(locale)));
    let withdrawn = life.withdrawn.iter();
    let withdrawn = withdrawn.map(|own| entry(&own.at, Why::Withdrawal, &|locale| own.covers(locale)));
    changes.chain(withdrawn).filter(|due| !due.locales.is_empty()).collect()
}

/// Whether its instant brings it out: where all languages go out together, all must be there.
fn comes_out(site: &Site, document: &Document) -> bool {
    match document.pairing {
        Pairing::Announced => true,
        Pairing::Required => site.public.settings.tags().all(|locale| document.editions.has(locale)),
    }
}

/// Parts what [`upcoming`] gave by the moment: each part is not empty and of one moment.
pub fn by_moment(due: &[Due]) -> impl Iterator<Item = &[Due]> {
    due.chunk_by(|one, other| one.at.moment() == other.at.moment())
}
