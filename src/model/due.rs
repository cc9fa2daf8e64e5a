//! When the public site changes next without anybody changing its sources, and why.
//!
//! In: the site as it was joined, and an instant. Out: what is to come after it, in order. The same
//! sources built at any two instants between which nothing is due give the same files.

use std::sync::Arc;

use super::document::{Document, Edition};
use super::life::Standing;
use super::news;
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
    /// A document is removed.
    Removal,
    /// Editions leave the news sitemap: two days have passed.
    NewsWindow,
}

impl Why {
    /// Its name for machines: `release`, `change`, `withdrawal`, `removal`, `news-window`.
    pub fn name(self) -> &'static str {
        match self {
            Why::Release => "release",
            Why::Change => "change",
            Why::Withdrawal => "withdrawal",
            Why::Removal => "removal",
            Why::NewsWindow => "news-window",
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
        // What is removed before its release never goes out.
        let removal = document.facts.life.removed.as_ref();
        if removal.is_none_or(|removal| removal.at.moment() >= at.moment()) {
            add(&mut due, document, locale, at, Why::Release);
        }
    }
    due
}

/// Adds an edition to the entry of its moment, or begins one.
fn add(due: &mut Vec<Due>, document: &Document, locale: &Locale, at: &Instant, why: Why) {
    match due.iter_mut().find(|due| due.at.moment() == at.moment()) {
        Some(known) => known.locales.push(locale.clone()),
        None => {
            let (document, locales) = (Arc::clone(&document.id), vec![locale.clone()]);
            due.push(Due { at: at.clone(), why, document, locales });
        }
    }
}

/// What is to come for the public editions of one document: changes, a withdrawal, a removal, the end of
/// the days in which it is news; of what is removed, nothing after that. Those of a held
/// document are told of once it is out: before that it has no instant of its own but its release.
fn later(document: &Document) -> Vec<Due> {
    let life = &document.facts.life;
    let entry = |at: &Instant, why: Why, covers: &dyn Fn(&Locale) -> bool| Due {
        at: at.clone(),
        why,
        document: Arc::clone(&document.id),
        locales: document.editions.locales().filter(|locale| covers(locale)).cloned().collect(),
    };
    // A change of what has no page is seen nowhere.
    let changes = life.changes.iter().filter(|_| document.has_page());
    let changes = changes.map(|change| entry(&change.at, Why::Change, &|locale| change.affects(locale)));
    let withdrawn = life.withdrawn.iter();
    let withdrawn = withdrawn.map(|own| entry(&own.at, Why::Withdrawal, &|locale| own.covers(locale)));
    let removed = life.removed.as_ref().map(|removal| &removal.at);
    let removal = removed.map(|at| entry(at, Why::Removal, &|_| true));
    let mut due: Vec<Due> = changes.chain(withdrawn).chain(news_windows(document)).collect();
    due.retain(|due| !due.locales.is_empty() && removed.is_none_or(|at| due.at.moment() < at.moment()));
    due.extend(removal);
    due
}

/// When the editions of one document leave the news sitemap, unless they are withdrawn before.
fn news_windows(document: &Document) -> Vec<Due> {
    let mut due = Vec::new();
    if !news::is_news(document.kind) || !document.has_page() {
        return due;
    }
    let is_withdrawn = |edition: &Edition, end: &Instant| {
        let withdrawal = document.facts.life.withdrawn.as_ref();
        withdrawal.is_some_and(|own| own.covers(&edition.locale) && own.at.moment() <= end.moment())
    };
    for (locale, edition) in document.editions.iter() {
        let end = edition.instant().and_then(news::end).filter(|end| !is_withdrawn(edition, end));
        if let Some(end) = end {
            add(&mut due, document, locale, &end, Why::NewsWindow);
        }
    }
    due
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
