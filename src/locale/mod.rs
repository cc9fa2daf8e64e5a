//! Languages, and how each of them writes figures, dates, times, lists and names.
//!
//! In: language tags, decimals as typed, dates, instants. Out: words. All formatting of the program
//! for readers is here, over the data of Unicode CLDR (ICU4X) and the IANA time-zone database, both
//! inside the binary. Never here: the system's clock, the system's locale, a file.

mod calendar;
mod dates;
mod days;
mod figure;
pub mod formats;
pub mod instant;
mod per_locale;
pub mod phrase;
pub mod stem;
pub mod voice;

use std::fmt;

use icu::locale::{LanguageIdentifier, LocaleDirectionality, LocaleExpander};
use smol_str::SmolStr;

pub use calendar::CalendarWords;
pub use dates::DateStyle;
pub use figure::{Grouping, NumberOptions, NumberStyle, is_decimal, is_same_number};
pub use formats::Formats;
pub use instant::{Instant, InstantMistake, When, Zone, parse_date};
pub use per_locale::PerLocale;
pub(crate) use phrase::escaped;
pub use phrase::{Phrase, Run};
pub use voice::{Argument, Arguments, Misuse, Unresolved, Voice};

/// A language tag of BCP 47 in its canonical case (`id`, `en-GB`, `zh-Hant-TW`), validated once.
/// Extensions and private use are not part of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(SmolStr);

/// The direction in which a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Locale {
    /// Reads a tag: a language of two or three letters, then, where needed, script, region and
    /// variants. Any case of the letters; hyphens only. None for what is not well-formed, and for
    /// `und`, which names no language.
    pub fn parse(tag: &str) -> Option<Locale> {
        let primary = tag.split('-').next()?;
        if !matches!(primary.len(), 2 | 3) || tag.contains('_') {
            return None;
        }
        let identifier = LanguageIdentifier::try_from_str(tag).ok()?;
        if identifier.language.is_unknown() {
            return None;
        }
        Some(Locale(SmolStr::new(identifier.to_string())))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone: `en` of `en-GB`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Whether both are the same language, whatever script and region they name.
    pub fn is_same_language(&self, other: &Locale) -> bool {
        self.language() == other.language()
    }

    /// The direction in which it is written, by its script or its likely script (CLDR). From left
    /// to right where CLDR does not know.
    pub fn direction(&self) -> Direction {
        match LocaleDirectionality::new_extended().is_right_to_left(&self.identifier()) {
            true => Direction::Rtl,
            false => Direction::Ltr,
        }
    }

    /// The locale whose notation is used unless the settings name another: `en-GB` for `en`, since
    /// CLDR's plain `en` writes dates as in the United States; itself for every other.
    pub fn usual_formats(&self) -> Locale {
        match self.as_str() {
            "en" => Locale(SmolStr::new_static("en-GB")),
            _ => self.clone(),
        }
    }

    /// The form that Open Graph wants, language and region: `id_ID`, `en_GB`. The region is the
    /// tag's own, else that of `formats` if it is of the same language, else the likely one
    /// (CLDR); without any, the language alone.
    pub fn open_graph(&self, formats: &Locale) -> String {
        let mut identifier = self.identifier();
        if identifier.region.is_none() && self.is_same_language(formats) {
            identifier.region = formats.identifier().region;
        }
        if identifier.region.is_none() {
            LocaleExpander::new_extended().maximize(&mut identifier);
        }
        match identifier.region {
            Some(region) => format!("{}_{region}", identifier.language),
            None => identifier.language.to_string(),
        }
    }

    /// The tag as ICU4X takes it.
    pub(crate) fn identifier(&self) -> LanguageIdentifier {
        // `parse` took the tag from this very parser, so the other branch is never used.
        LanguageIdentifier::try_from_str(&self.0).unwrap_or(LanguageIdentifier::UNKNOWN)
    }
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::parse(tag).expect("a tag of the test")
    }

    #[test]
    fn tags_take_their_canonical_case_and_nonsense_is_refused() {
        assert_eq!(locale("EN-gb").as_str(), "en-GB");
        assert_eq!(locale("zh-hant-tw").as_str(), "zh-Hant-TW");
        assert_eq!(locale("jav").as_str(), "jav");
        for nonsense in
            ["", "e", "english", "en_GB", "en-", "-en", "und", "en-u-nu-latn", "x-house", "e1", "id indonesia"]
        {
            assert_eq!(Locale::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn direction_follows_the_script() {
        assert_eq!(locale("id").direction(), Direction::Ltr);
        assert_eq!(locale("ar").direction(), Direction::Rtl);
        assert_eq!(locale("ms-Arab").direction(), Direction::Rtl);
        assert_eq!(locale("qqx").direction(), Direction::Ltr);
    }

    #[test]
    fn open_graph_takes_the_region_from_tag_formats_or_likelihood() {
        assert_eq!(locale("id").open_graph(&locale("id")), "id_ID");
        assert_eq!(locale("en").open_graph(&locale("en-GB")), "en_GB");
        assert_eq!(locale("en").open_graph(&locale("id")), "en_US");
        assert_eq!(locale("pt-BR").open_graph(&locale("pt-PT")), "pt_BR");
        assert_eq!(locale("en").usual_formats(), locale("en-GB"));
    }
}
