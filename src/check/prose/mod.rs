//! The words of each edition by themselves: links that say nothing, and words of other languages.
//!
//! In: the texts of an edition. Out: what readers who hear a text, or read its links alone, would miss, at the words. What
//! an author holds back by its own `status` is not finished and left alone, as the comparison of languages
//! does.

mod foreign;
mod italics;
mod lexicon;
mod links;
mod names;

use std::ops::Range;
use std::sync::Arc;

use super::ground::Ground;
use super::texts::Texts;
use crate::diagnostic::codes;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::locale::{Locale, PerLocale};
use crate::model::worddiff::shortened;
use crate::settings::Settings;
use crate::syntax::fluent::Messages;
use crate::syntax::markdown::traced::Traced;
use crate::syntax::sieve::Sifted;
use crate::syntax::wordset::WordSet;
use foreign::Tongues;
use names::Register;

/// How many letters of what was found are told.
const LONGEST: usize = 60;

/// The codes of this room.
static CODES: [&Code; 3] = [&codes::VAGUE_LINK_TEXT, &codes::UNMARKED_ITALICS, &codes::UNMARKED_FOREIGN];

/// One language of the site, with what is made once for all its editions.
pub(super) struct Tongue<'a> {
    locale: &'a Locale,
    register: Register,
    tongues: Vec<Tongues>,
}

impl<'a> Tongue<'a> {
    /// A language of the site; none where it has no messages (a diagnostic said so).
    pub(super) fn of(
        settings: &'a Settings,
        voices: &PerLocale<Arc<Messages>>,
        locale: &'a Locale,
    ) -> Option<Tongue<'a>> {
        let voice = voices.get(locale)?.as_ref();
        let others = settings.tags().filter(|other| !other.is_same_language(locale));
        let tongues = others.filter_map(|other| Tongues::of(locale.language(), other.language())).collect();
        Some(Tongue { locale, register: Register::of(voice, locale), tongues })
    }

    /// Whether it is this language.
    pub(super) fn is_of(&self, locale: &Locale) -> bool {
        self.locale == locale
    }

    /// The function words of each other language.
    pub(super) fn function_words(&self) -> impl Iterator<Item = &WordSet> {
        self.tongues.iter().map(Tongues::function_words)
    }
}

/// One text of an edition: a title, a summary, a block, a footnote.
struct Text<'a> {
    tongue: &'a Tongue<'a>,
    file: &'a Arc<str>,
    words: &'a Traced,
    sifted: &'a Sifted,
    span: Span,
}

/// Whether the site asks for any of this.
pub(super) fn is_asked(settings: &Settings) -> bool {
    CODES.iter().any(|code| !settings.is_off(code))
}

/// Judges every text of an edition.
pub(super) fn judge(ground: &Ground<'_>, texts: &Texts<'_>) -> Vec<Diagnostic> {
    let tongue = ground.tongues.iter().find(|tongue| *tongue.locale == texts.edition.locale);
    let Some(tongue) = tongue.filter(|_| !texts.edition.words.is_draft) else { return Vec::new() };
    let mut said = Vec::new();
    for text in texts.all() {
        let text =
            Text { tongue, file: &texts.edition.words.file, words: &text.words, sifted: &text.sifted, span: text.span };
        links::judge(&text, &mut said);
        let unmarked = italics::judge(&text, &mut said);
        foreign::judge(&text, &unmarked, &mut said);
    }
    said
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
        let place = Place::new(self.file, span);
        Diagnostic::new(code, place).with("value", shortened(self.said(range), LONGEST))
    }
}
