//! What every document is judged by: the settings and the messages of the site, made ready once.

use super::lint::Rules;
use super::names::{Register, Registers};
use super::parity::Readers;
use super::prose::Tongue;
use crate::digest::Digest;
use crate::locale::{Locale, PerLocale, Voice};
use crate::settings::Settings;
use crate::syntax::fluent::Messages;
use crate::syntax::sieve::Sieve;
use crate::theme::Theme;
use std::sync::Arc;

/// What is made once for a site, and the only thing besides its own files that a document's
/// [verdict](super::verdict()) follows from.
///
/// It follows itself from the settings that [`Ground::digest`] names and from the messages of each locale
/// (the site's over the theme's). Templates, assets, other documents, the ledger, standings and the instant
/// have no part in it.
pub struct Ground<'a> {
    /// The settings; of them what the [digest](Ground::digest) names.
    pub(super) settings: &'a Settings,
    /// The messages of each language.
    pub(super) voices: &'a PerLocale<Arc<Messages>>,
    /// The names of each language.
    pub(super) names: Registers,
    /// What reads the values of each language.
    pub(super) readers: Readers,
    /// What the words of each language may be, for all who look for some.
    pub(super) sieves: PerLocale<Sieve>,
    /// What prose of each language is judged by.
    pub(super) tongues: Vec<Tongue<'a>>,
    /// The plurals of each language.
    pub(super) rules: PerLocale<Rules<'a>>,
}

impl<'a> Ground<'a> {
    /// Makes it of the settings and messages of a site.
    pub fn of(settings: &'a Settings, theme: &'a Theme) -> Ground<'a> {
        let voices = &theme.voices;
        let (names, readers) = (Registers::of(voices), Readers::of(settings));
        let tongues: Vec<Tongue<'a>> =
            settings.tags().filter_map(|locale| Tongue::of(settings, voices, locale)).collect();
        let sieve = |locale: &Locale| {
            let foreign = tongues.iter().filter(|tongue| tongue.is_of(locale)).flat_map(Tongue::function_words);
            Sieve::new(readers.starters(locale), names.get(locale).map(Register::first), foreign)
        };
        Ground {
            settings,
            voices,
            sieves: settings.tags().map(|locale| (locale.clone(), sieve(locale))).collect(),
            names,
            readers,
            tongues,
            rules: voices.iter().map(|(locale, voice)| (locale.clone(), Rules::of(voice))).collect(),
        }
    }

    /// The digest of everything that can change a verdict without a change in the document's own files: the
    /// locales with their formats, how each check weighs, and what of the settings a document's files are read
    /// by (raw HTML, the kinds of the collections, the zone); the messages of each locale. Not in it: the
    /// version of the program.
    pub fn digest(&self) -> Digest {
        let settings = self.settings;
        let checks: Vec<_> = settings.checks.iter().map(|(code, weighed)| (code.id, weighed)).collect();
        let kinds: Vec<_> = settings.collections.iter().map(|collection| (&collection.name, collection.kind)).collect();
        let zone = (settings.time_zone.name(), settings.has_faulty_zone);
        let voices: Vec<_> = self.voices.iter().map(|(locale, voice)| (locale, voice.digest())).collect();
        Digest::of(&(&settings.locales, checks, settings.html, kinds, zone, voices))
    }
}
