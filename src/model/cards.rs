//! Cards of the public editions: sorted, and parted by whether lists may show them.

use std::cmp::Ordering;
use std::sync::Arc;

use jiff::civil::Date;

use super::document::{Card, CardContent, Document, Edition};
use crate::digest::Hashed;
use crate::locale::{Locale, PerLocale, When, Zone};
use crate::syntax::kinds::KindFacts;

/// The cards of a locale, the newest first, then by path; withdrawn ones included.
pub(super) fn cards(documents: &[Arc<Document>], locale: &Locale, zone: &Zone) -> Vec<Arc<Card>> {
    let pages = documents.iter().filter(|document| document.has_page());
    let editions = pages.filter_map(|document| Some((document, document.editions.get(locale)?)));
    CardContent::sorted(editions.map(|(document, edition)| Arc::new(card(document, edition))), zone)
}

/// The cards of each locale in two parts: those that lists show, and those that are withdrawn.
pub(super) type Parted = (PerLocale<Vec<Arc<Card>>>, PerLocale<Vec<Arc<Card>>>);

/// Parts the cards of every locale.
pub(super) fn parted(cards: PerLocale<Vec<Arc<Card>>>) -> Parted {
    let part = |is_withdrawn: bool| {
        cards.map(|_, cards| {
            cards.iter().filter(|card| card.withdrawal.is_some() == is_withdrawn).cloned().collect::<Vec<_>>()
        })
    };
    (part(false), part(true))
}

/// The cards with those of one document replaced, in the same order.
pub(super) fn instead(all: &[Arc<Card>], document: &str, fresh: &[Arc<Card>], zone: &Zone) -> Vec<Arc<Card>> {
    let mut cards: Vec<Arc<Card>> = all.iter().filter(|card| *card.document != *document).cloned().collect();
    for card in fresh {
        let at = cards.partition_point(|other| other.in_lists(card, zone) == Ordering::Less);
        cards.insert(at, Arc::clone(card));
    }
    cards
}

fn card(document: &Document, edition: &Edition) -> Card {
    let released = edition.instant().cloned();
    let (mut when, mut country, mut speaker) = (released.clone().map(When::At), None, None);
    match &document.facts.kind {
        KindFacts::Statement(statement) => {
            when = statement.delivered.map(When::Day).or(when);
            country = statement.country.as_ref().map(|country| country.word.clone());
            speaker = statement.speaker.as_ref().map(|speaker| speaker.name.clone());
        }
        KindFacts::Event(event) => when = event.starts.clone().or(when),
        KindFacts::Outcome(outcome) => when = outcome.adopted.map(When::Day).or(when),
        KindFacts::Release(_) | KindFacts::Page => {}
    }
    let terms = document.facts.terms.iter();
    let terms = terms.flat_map(|(taxonomy, words)| words.iter().map(|word| (taxonomy.clone(), word.word.clone())));
    Hashed::new(CardContent {
        document: Arc::clone(&document.id),
        locale: edition.locale.clone(),
        kind: document.kind,
        collection: Arc::clone(&document.collection),
        route: edition.route.clone(),
        title: edition.title.clone(),
        summary: edition.summary.clone(),
        released,
        updated: edition.updated().cloned(),
        withdrawal: edition.withdrawal.clone(),
        when,
        country,
        speaker,
        event: document.facts.event.as_ref().map(|event| event.target.as_str().into()),
        terms: terms.collect(),
    })
}

/// The order of lists, with the days known: the latest day first, then by release.
fn filed((day, card): (Option<Date>, &CardContent), (other_day, other): (Option<Date>, &CardContent)) -> Ordering {
    other_day.cmp(&day).then_with(|| card.by_release(other))
}

impl CardContent {
    /// Cards in the order of lists. The day of each is asked for once.
    pub fn sorted(cards: impl Iterator<Item = Arc<Card>>, zone: &Zone) -> Vec<Arc<Card>> {
        let mut cards: Vec<(Option<Date>, Arc<Card>)> = cards.map(|card| (card.day(zone), card)).collect();
        cards.sort_by(|(day, card), (other_day, other)| filed((*day, card), (*other_day, other)));
        cards.into_iter().map(|(_, card)| card).collect()
    }

    /// The order of lists: the latest day first, then by release.
    pub fn in_lists(&self, other: &CardContent, zone: &Zone) -> Ordering {
        filed((self.day(zone), self), (other.day(zone), other))
    }

    /// The order by release, the latest first, then by path.
    pub fn by_release(&self, other: &CardContent) -> Ordering {
        other.released.cmp(&self.released).then_with(|| self.document.cmp(&other.document))
    }

    /// The day under which lists file it, in the office's zone.
    pub fn day(&self, zone: &Zone) -> Option<Date> {
        match self.when.as_ref()? {
            When::Day(day) => Some(*day),
            When::At(instant) => Some(instant.in_zone(zone).date()),
        }
    }
}
