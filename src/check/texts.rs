//! The texts of an edition, read once for every check that looks at them.
//!
//! In: an edition, its facts, the messages of its language. Out: title, summary, blocks, footnotes and what
//! stands beside them, each as words that know their places ([`Traced`]), sifted for all who look for some, and
//! with the names in it. To trace a body is a tenth of what a check costs, and to look at each of its words
//! another: four checks share both.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::documents::texts_of;
use super::ground::Ground;
use super::names::Named;
use crate::diagnostic::{Place, Span};
use crate::locale::{Arguments, Phrase, Unresolved, Voice};
use crate::model::document::Edition;
use crate::model::inline;
use crate::syntax::facts::Facts;
use crate::syntax::fluent::Messages;
use crate::syntax::markdown::traced::{Traced, traced, traced_words};
use crate::syntax::sieve::{Sieve, Sifted};

/// One text of an edition.
pub(super) struct Text<'a> {
    /// `title`, `summary`, `image`, `facts`, or the anchor of a block or note.
    pub(super) anchor: &'a str,
    /// The file that it stands in.
    pub(super) file: &'a Arc<str>,
    /// Where it stands.
    pub(super) span: Span,
    /// Its words, placeables resolved.
    pub(super) words: Traced,
    /// Those of its words that may be a name, a value or of another language.
    pub(super) sifted: Sifted,
    /// The names in it.
    pub(super) named: Named<'a>,
}

/// An edition with its texts.
pub(super) struct Texts<'a> {
    /// The edition.
    pub(super) edition: &'a Edition,
    /// The messages of its language.
    pub(super) voice: &'a Messages,
    /// What each placeable of its body says, by its source, or what keeps it from being said. A text names
    /// the same figure again and again, and each is read by a parser.
    pub(super) placed: BTreeMap<&'a str, Result<Phrase, Unresolved>>,
    /// Title and summary.
    pub(super) front: [Option<Text<'a>>; 2],
    /// Caption and alternative text of its image, and its texts in the facts: the same in all editions of a
    /// document, none where one lacks it.
    pub(super) further: Vec<Option<Text<'a>>>,
    /// The top-level blocks.
    pub(super) blocks: Vec<Text<'a>>,
    /// The footnotes, by number.
    pub(super) notes: Vec<Text<'a>>,
}

impl<'a> Texts<'a> {
    /// Reads an edition; none where its language has no messages (a diagnostic said so).
    pub(super) fn of(ground: &'a Ground<'_>, facts: &'a Facts, edition: &'a Edition) -> Option<Texts<'a>> {
        let voice = ground.voices.get(&edition.locale)?.as_ref();
        let arguments = inline::arguments(facts);
        let mut placed = BTreeMap::new();
        for placeable in &edition.words.face.placeables {
            let resolve = || voice.resolve(&placeable.source, &arguments);
            placed.entry(placeable.source.as_str()).or_insert_with(resolve);
        }
        let say = |source: &str| match placed.get(source) {
            Some(said) => said.clone().unwrap_or_default(),
            None => words_of(voice, source, &arguments),
        };
        let reading = Reading { ground, edition, sieve: ground.sieves.get(&edition.locale), say: &say };
        let (body, file) = (edition.words.body(), &edition.words.file);
        let block = |(at, span, words)| reading.text(at, (file, span), words);
        let blocks = body.blocks.iter().map(|it| (&*it.anchor, it.span, traced(body, &body.prose, &it.html, &say)));
        let notes = body.notes.iter().map(|note| {
            let whole = 0..note.prose.html.len() as u32;
            (&*note.id, note.span, traced(body, &note.prose, &whole, &say))
        });
        let (blocks, notes) = (blocks.map(block).collect(), notes.map(block).collect());
        let (front, further) = (reading.front(), reading.further(facts));
        Some(Texts { edition, voice, placed, front, further, blocks, notes })
    }

    /// Title, summary, blocks and notes.
    pub(super) fn all(&self) -> impl Iterator<Item = &Text<'a>> {
        self.front.iter().flatten().chain(&self.blocks).chain(&self.notes)
    }
}

/// The words of a placeable; nothing where it cannot be resolved, which another check says.
fn words_of(voice: &dyn Voice, source: &str, arguments: &Arguments) -> Phrase {
    voice.resolve(source, arguments).unwrap_or_default()
}

/// What every text of an edition is read with.
struct Reading<'a, 'g, 's> {
    ground: &'a Ground<'g>,
    edition: &'a Edition,
    sieve: Option<&'a Sieve>,
    say: &'s dyn Fn(&str) -> Phrase,
}

impl<'a> Reading<'a, '_, '_> {
    fn text(&self, anchor: &'a str, (file, span): (&'a Arc<str>, Span), words: Traced) -> Text<'a> {
        let sifted = self.sieve.map(|sieve| sieve.sift(&words.text)).unwrap_or_default();
        let named = self.ground.names.named(&self.edition.locale, &words, &sifted);
        Text { anchor, file, span, words, sifted, named }
    }

    /// A text on one line of YAML.
    fn line(&self, anchor: &'a str, words: &str, place: &'a Place) -> Text<'a> {
        self.text(anchor, (&place.file, place.span), traced_words(words, place, self.say))
    }

    fn front(&self) -> [Option<Text<'a>>; 2] {
        let words = &self.edition.words;
        let title = self.line("title", &words.title.word, &words.title.place);
        let summary = words.summary.as_ref().map(|summary| self.line("summary", &summary.word, &summary.place));
        [Some(title), summary]
    }

    fn further(&self, facts: &'a Facts) -> Vec<Option<Text<'a>>> {
        let image = self.edition.words.image.as_ref();
        let caption = image.and_then(|image| image.caption.as_ref());
        let caption = caption.map(|caption| self.line("image", &caption.word, &caption.place));
        let alternative = image.map(|image| self.line("image", &image.alt, &image.alt_place));
        let of_facts = texts_of(facts).into_iter().map(|texts| {
            let place = texts.places.get(&self.edition.locale).unwrap_or(&texts.place);
            texts.texts.get(&self.edition.locale).map(|words| self.line("facts", words, place))
        });
        [caption, alternative].into_iter().chain(of_facts).collect()
    }
}
