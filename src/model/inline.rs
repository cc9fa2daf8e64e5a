//! Text on one line with language parts and placeables: titles, summaries, labels in the facts.

use crate::diagnostic::{Diagnostic, Place};
use crate::locale::{Argument, Arguments, Locale, Phrase, Voice};
use crate::syntax::facts::{Facts, Texts, Word};
use crate::syntax::placeable::{self, BraceKind};

/// Resolves a text in the language of `voice`. A placeable that cannot be resolved is a diagnostic at
/// `place`; the rest of the text still comes out. What is wrong with its braces was said when its
/// file was read.
pub fn resolve(
    text: &str,
    place: &Place,
    voice: &dyn Voice,
    arguments: &Arguments,
    said: &mut Vec<Diagnostic>,
) -> Phrase {
    if memchr::memchr2(b'{', b'\\', text.as_bytes()).is_none() {
        return Phrase::plain(text);
    }
    let mut reading = Reading { text, phrase: Phrase::default(), opened: Vec::new() };
    let mut from = 0;
    for brace in placeable::find(text) {
        // A brace inside what was read already (a nested one) is part of that.
        if brace.range.start < from {
            continue;
        }
        match brace.kind {
            BraceKind::Placeable => {
                reading.plain(from..brace.range.start);
                match voice.resolve(&text[brace.range.clone()], arguments) {
                    Ok(phrase) => reading.phrase.push_phrase(&phrase),
                    Err(unresolved) => said.push(unresolved.diagnostic(place.clone())),
                }
            }
            BraceKind::Attached => {
                reading.plain(from..brace.range.start);
                if !reading.close(&text[brace.range.clone()]) {
                    reading.phrase.push(None, &text[brace.range.clone()]);
                }
            }
            _ => {
                reading.plain(from..brace.range.start);
                reading.phrase.push(None, brace.literal(text));
            }
        }
        from = brace.range.end;
    }
    reading.plain(from..text.len());
    reading.phrase
}

/// The same for a word with its place.
pub fn resolve_word(word: &Word, voice: &dyn Voice, arguments: &Arguments, said: &mut Vec<Diagnostic>) -> Phrase {
    resolve(&word.word, &word.place, voice, arguments, said)
}

/// A text by locale of a document's facts, in the language of `voice`; nothing where it lacks that
/// language. What cannot be resolved was said by the checks.
pub fn resolve_texts(texts: &Texts, facts: &Facts, voice: &dyn Voice) -> Phrase {
    let Some(text) = texts.texts.get(voice.locale()) else { return Phrase::default() };
    resolve(text, &texts.place, voice, &arguments(facts), &mut Vec::new())
}

/// A document's figures and dates, as its prose may name them.
pub fn arguments(facts: &Facts) -> Arguments {
    let figures = facts.figures.iter().map(|(name, figure)| (name.as_str(), Argument::Figure(figure.clone())));
    let dates = facts.dates.iter().map(|(name, date)| (name.as_str(), Argument::Day(*date)));
    figures.chain(dates).collect()
}

/// A phrase being read, with the brackets that are open: which run and which byte of it each stands at.
struct Reading<'a> {
    text: &'a str,
    phrase: Phrase,
    opened: Vec<(usize, usize)>,
}

impl Reading<'_> {
    fn plain(&mut self, range: std::ops::Range<usize>) {
        let mut letters = self.text[range].chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' if matches!(letters.peek(), Some('[' | ']' | '{' | '}')) => {
                    let escaped = letters.next().map(String::from).unwrap_or_default();
                    self.phrase.push(None, &escaped);
                }
                '[' => {
                    self.opened.push(self.end());
                    self.phrase.push(None, "[");
                }
                _ => self.phrase.push(None, letter.encode_utf8(&mut [0; 4])),
            }
        }
    }

    fn end(&self) -> (usize, usize) {
        match self.phrase.runs.last() {
            Some(last) if last.lang.is_none() => (self.phrase.runs.len() - 1, last.text.len()),
            _ => (self.phrase.runs.len(), 0),
        }
    }

    /// Takes what stands since the last open bracket into the language that `attributes` name. False
    /// if there is no such bracket or language.
    fn close(&mut self, attributes: &str) -> bool {
        let tag = attributes.trim_matches(['{', '}']).trim().strip_prefix("lang=").map(|tag| tag.trim_matches('"'));
        let Some(lang) = tag.and_then(Locale::parse) else { return false };
        let closed = self.phrase.runs.last_mut().filter(|last| last.lang.is_none() && last.text.ends_with(']'));
        let (Some((run, byte)), Some(last)) = (self.opened.pop(), closed) else { return false };
        last.text.pop();
        let mut runs = std::mem::take(&mut self.phrase.runs).into_iter();
        let mut phrase = Phrase::default();
        for (at, part) in runs.by_ref().enumerate() {
            let language = part.lang.as_ref();
            if at < run {
                phrase.push(language, &part.text);
            } else if at == run {
                phrase.push(language, &part.text[..byte]);
                phrase.push(language.or(Some(&lang)), &part.text[byte + 1..]);
            } else {
                phrase.push(language.or(Some(&lang)), &part.text);
            }
        }
        self.phrase = phrase;
        true
    }
}
