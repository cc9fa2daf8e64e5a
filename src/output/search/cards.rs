//! What the results of a search show: the cards of an index, thirty-two a part.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::Serialize;

use super::{Part, script};
use crate::diagnostic::Reported;
use crate::digest::Digest;
use crate::locale::{Locale, Phrase};
use crate::model::document::Card;
use crate::output::Artifact;
use crate::output::desk::Desk;

/// How many cards a part has; `assets/search.js` knows it too.
const CARDS: usize = 32;

/// What a part is made of.
#[derive(Debug)]
struct CardsInput {
    digest: Digest,
    name: String,
    desk: Arc<Desk>,
    cards: Vec<Arc<Card>>,
}

impl Hash for CardsInput {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.digest.hash(state);
    }
}

/// A text, or a part of one in another language.
#[derive(Serialize)]
#[serde(untagged)]
enum Text<'a> {
    Own(&'a str),
    Other { lang: &'a str, dir: &'static str, text: &'a str },
}

/// The parts with the cards of these documents; `formats` is the locale whose dates they show.
pub(super) fn plan(desk: &Arc<Desk>, formats: &str, documents: &[Arc<Card>]) -> Vec<Part> {
    let chunks = documents.chunks(CARDS).enumerate();
    let part = |(nth, cards): (usize, &[Arc<Card>])| {
        let digest = shown(desk, formats, cards);
        Part::new((desk, 'c', nth), digest, |route, name| {
            let input = CardsInput { digest, name, desk: Arc::clone(desk), cards: cards.to_vec() };
            Artifact::new(route, input, bytes)
        })
    };
    chunks.map(part).collect()
}

/// The digest of what these cards show, and of nothing else: it is in a name that readers see, and what is not
/// public must not change it. A card names terms and events that may be held, and the messages have words that
/// only held texts use.
fn shown(desk: &Desk, formats: &str, cards: &[Arc<Card>]) -> Digest {
    let cards: Vec<_> = cards
        .iter()
        .map(|card| {
            let words = (&card.title, &card.summary, desk.label(&card.collection));
            (words, &card.route, &card.when, &card.locale)
        })
        .collect();
    Digest::of(&(&desk.locale, formats, &desk.base, desk.zone.name(), cards))
}

/// The cards as `[title, href, iso, date, collection, summary]`, and of another language behind these its tag
/// and direction.
fn bytes(input: &CardsInput) -> Reported<Vec<u8>> {
    let desk = &input.desk;
    let cards: Vec<serde_json::Value> = input.cards.iter().map(|card| row(desk, card)).collect();
    script(&input.name, &cards)
}

fn row(desk: &Desk, card: &Card) -> serde_json::Value {
    let moment = card.when.as_ref().map(|when| desk.moment(when)).unwrap_or_default();
    let title = texts(desk, &card.locale, &card.title);
    let summary = card.summary.as_ref().map(|summary| texts(desk, &card.locale, summary));
    let (href, label) = (desk.href(&card.route), desk.label(&card.collection).text());
    let own = serde_json::json!([title, href, moment.iso, moment.date, label, summary]);
    match own {
        serde_json::Value::Array(mut own) if card.locale != desk.locale => {
            own.extend([card.locale.as_str().into(), desk.dir(&card.locale).into()]);
            own.into()
        }
        own => own,
    }
}

fn texts<'a>(desk: &Desk, around: &Locale, phrase: &'a Phrase) -> Vec<Text<'a>> {
    let text = |run: &'a crate::locale::Run| match &run.lang {
        Some(lang) if lang != around => Text::Other { lang: lang.as_str(), dir: desk.dir(lang), text: &run.text },
        _ => Text::Own(&run.text),
    };
    phrase.runs.iter().map(text).collect()
}
