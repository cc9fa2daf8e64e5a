//! The words of each edition by themselves: links that say nothing, and words of other languages.
//!
//! In: the site. Out: what readers who hear a text, or read its links alone, would miss, at the words. What
//! an author holds back by its own `status` is not finished and left alone, as the comparison of languages
//! does.

mod foreign;
mod italics;
mod lexicon;
mod links;
mod names;

use std::ops::Range;

use rayon::prelude::*;

use super::Subject;
use crate::diagnostic::codes;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::locale::{Locale, Phrase, Voice};
use crate::model::document::{Document, Edition};
use crate::model::inline;
use crate::model::worddiff::shortened;
use crate::syntax::fluent::Messages;
use crate::syntax::markdown::traced::{Traced, traced, traced_words};
use foreign::Tongues;
use names::Register;

/// How many letters of what was found are told.
const LONGEST: usize = 60;

/// The codes of this room.
static CODES: [&Code; 3] = [&codes::VAGUE_LINK_TEXT, &codes::UNMARKED_ITALICS, &codes::UNMARKED_FOREIGN];

/// One language of the site, with what is made once for all its editions.
struct Tongue<'a> {
    locale: &'a Locale,
    voice: &'a Messages,
    register: Register,
    tongues: Vec<Tongues>,
}

/// One text of an edition: a title, a summary, a block, a footnote.
struct Text<'a> {
    tongue: &'a Tongue<'a>,
    edition: &'a Edition,
    words: Traced,
    span: Span,
}

/// Looks at every edition.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let settings = &subject.site.public.settings;
    if CODES.iter().all(|code| settings.is_off(code)) {
        return Vec::new();
    }
    let tongues: Vec<Tongue<'_>> = settings.tags().filter_map(|locale| tongue(subject, locale)).collect();
    let documents: Vec<&Document> = subject.site.all().collect();
    let of_document = |document: &&Document| {
        let editions = document.editions.values().filter(|edition| !edition.words.is_draft);
        let judged = editions.flat_map(|edition| judge(document, edition, &tongues));
        judged.collect::<Vec<_>>()
    };
    documents.par_iter().flat_map_iter(of_document).filter_map(|found| settings.weigh(found)).collect()
}

/// Takes out what the comparison of languages says too: a sentence that nobody translated.
pub(super) fn without_doubles(said: &mut Vec<Diagnostic>) {
    let place = |said: &Diagnostic| said.place.clone();
    let told: Vec<Place> =
        said.iter().filter(|said| said.code == &codes::PARITY_UNTRANSLATED).filter_map(place).collect();
    let mut told: Vec<(&str, Span)> = told.iter().map(|place| (place.file.as_ref(), place.span)).collect();
    told.sort_unstable();
    let is_told = |place: &Place| {
        let (file, start) = (place.file.as_ref(), (place.span.line, place.span.column));
        let after = told.partition_point(|(known, span)| (*known, span.line, span.column) <= (file, start.0, start.1));
        let last = after.checked_sub(1).and_then(|at| told.get(at));
        last.is_some_and(|(known, span)| *known == file && start < (span.end_line, span.end_column))
    };
    said.retain(|said| said.code != &codes::UNMARKED_FOREIGN || !said.place.as_ref().is_some_and(is_told));
}

fn tongue<'a>(subject: Subject<'a>, locale: &'a Locale) -> Option<Tongue<'a>> {
    let voice = subject.theme.voice(locale)?.as_ref();
    let others = subject.site.public.settings.tags().filter(|other| !other.is_same_language(locale));
    let tongues = others.filter_map(|other| Tongues::of(locale.language(), other.language())).collect();
    Some(Tongue { locale, voice, register: Register::of(voice, locale), tongues })
}

/// Judges every text of an edition.
fn judge(document: &Document, edition: &Edition, tongues: &[Tongue<'_>]) -> Vec<Diagnostic> {
    let Some(tongue) = tongues.iter().find(|tongue| *tongue.locale == edition.locale) else { return Vec::new() };
    let mut said = Vec::new();
    for (words, span) in texts(document, edition, tongue.voice) {
        let text = Text { tongue, edition, words, span };
        links::judge(&text, &mut said);
        let unmarked = italics::judge(&text, &mut said);
        foreign::judge(&text, &unmarked, &mut said);
    }
    said
}

/// The texts of an edition with where each stands.
fn texts(document: &Document, edition: &Edition, voice: &Messages) -> Vec<(Traced, Span)> {
    let arguments = inline::arguments(&document.facts);
    // What cannot be resolved has no words; another check says so.
    let say = |source: &str| -> Phrase { voice.resolve(source, &arguments).unwrap_or_default() };
    let words = &edition.words;
    let front = std::iter::once(&words.title).chain(&words.summary);
    let mut texts: Vec<(Traced, Span)> =
        front.map(|word| (traced_words(&word.word, &word.place, &say), word.place.span)).collect();
    let body = words.body();
    let blocks = body.blocks.iter();
    texts.extend(blocks.map(|block| (traced(body, &body.prose, &block.html, &say), block.span)));
    let notes = body.notes.iter();
    let whole = |end: usize| 0..end as u32;
    texts.extend(notes.map(|note| (traced(body, &note.prose, &whole(note.prose.html.len()), &say), note.span)));
    texts
}

impl Text<'_> {
    /// The words of some bytes.
    fn said(&self, range: &Range<usize>) -> &str {
        self.words.text.get(range.clone()).unwrap_or_default()
    }

    /// Some bytes without the white space around them.
    fn trimmed(&self, range: &Range<usize>) -> Range<usize> {
        let words = self.said(range);
        let start = range.start + (words.len() - words.trim_start().len());
        start..(start + words.trim().len())
    }

    /// A finding at some bytes, with their words, shortened.
    fn finding(&self, code: &'static Code, range: &Range<usize>) -> Diagnostic {
        let span = self.words.span(range).unwrap_or(self.span);
        let place = Place::new(&self.edition.words.file, span);
        Diagnostic::new(code, place).with("value", shortened(self.said(range), LONGEST))
    }
}
