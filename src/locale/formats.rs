//! The formatters of one locale, made once: figures, lists, names, order, plurals.
//!
//! In: decimals as typed, words, codes. Out: words as that language writes them, by CLDR and the
//! house rules over it. Dates and hours are in `dates.rs`. Never here: a fallback to another
//! language than the one asked for.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::decimal::DecimalFormatter;
use icu::decimal::options::GroupingStrategy;
use icu::list::ListFormatter;
use icu::locale::subtags::Region;
use icu::plurals::{PluralCategory, PluralRules};
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_experimental::displaynames::multi::{LanguageDisplayNames, LocaleDisplayNamesFormatter, RegionDisplayNames};
use writeable::Writeable;

use super::dates::Dates;
use super::figure::{decimal, shaped};
use super::{Grouping, Locale, NumberOptions, NumberStyle};

/// Everything that is written differently from locale to locale. Made once per locale (some
/// microseconds), used from all threads. Two are equal, and hash alike, if their locales are.
pub struct Formats {
    locale: Locale,
    notation: Locale,
    grouped: DecimalFormatter,
    ungrouped: DecimalFormatter,
    percent: PercentFormatter<DecimalFormatter>,
    pub(super) dates: Dates,
    list: ListFormatter,
    cardinal: PluralRules,
    ordinal: PluralRules,
    // None for a language in which CLDR names nothing.
    regions: Option<RegionDisplayNames>,
    locales: Option<LocaleDisplayNamesFormatter>,
    // For languages in which CLDR names languages and not scripts or variants, as Javanese.
    languages: Option<LanguageDisplayNames>,
    collator: CollatorBorrowed<'static>,
}

impl Formats {
    /// Makes the formatters: names, plurals and order are those of `locale`, figures, dates and
    /// lists are written as in `formats` (`en` with `en-GB`). None if the data has neither locale
    /// nor root, which compiled data always has.
    pub fn new(locale: &Locale, formats: &Locale) -> Option<Formats> {
        let (words, notation) =
            (icu::locale::Locale::from(locale.identifier()), icu::locale::Locale::from(formats.identifier()));
        let ungrouped = DecimalFormatter::try_new((&notation).into(), GroupingStrategy::Never.into()).ok()?;
        Some(Formats {
            locale: locale.clone(),
            notation: formats.clone(),
            grouped: DecimalFormatter::try_new((&notation).into(), GroupingStrategy::Auto.into()).ok()?,
            ungrouped,
            percent: PercentFormatter::try_new((&notation).into(), Default::default()).ok()?,
            dates: Dates::new(&notation)?,
            list: ListFormatter::try_new_and((&notation).into(), Default::default()).ok()?,
            cardinal: PluralRules::try_new_cardinal((&words).into()).ok()?,
            ordinal: PluralRules::try_new_ordinal((&words).into()).ok()?,
            regions: RegionDisplayNames::try_new((&words).into(), Default::default()).ok(),
            locales: LocaleDisplayNamesFormatter::try_new((&words).into(), Default::default()).ok(),
            languages: LanguageDisplayNames::try_new((&words).into(), Default::default()).ok(),
            collator: Collator::try_new((&words).into(), CollatorOptions::default()).ok()?,
        })
    }

    /// The formatters of a locale with its usual notation (`en-GB` for `en`).
    pub fn of(locale: &Locale) -> Option<Formats> {
        Formats::new(locale, &locale.usual_formats())
    }

    /// The locale whose words these are.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The locale whose notation is used.
    pub fn notation(&self) -> &Locale {
        &self.notation
    }

    /// The form that Open Graph wants: `id_ID`, `en_GB`.
    pub fn open_graph(&self) -> String {
        self.locale.open_graph(&self.notation)
    }

    /// Writes a decimal as typed (`4300`, `31.89`) in the locale's notation, exactly. What is no
    /// decimal ([`super::is_decimal`]) comes back unchanged: facts are checked where they are read.
    pub fn number(&self, typed: &str, options: &NumberOptions) -> String {
        let Some(decimal) = decimal(typed) else {
            return typed.to_owned();
        };
        let decimal = shaped(decimal, options);
        match (options.style, options.grouping) {
            (NumberStyle::Percent, _) => self.percent.format(&decimal).write_to_string().into_owned(),
            (NumberStyle::Decimal, Grouping::Usual) => self.grouped.format(&decimal).write_to_string().into_owned(),
            (NumberStyle::Decimal, Grouping::None) => self.ungrouped.format(&decimal).write_to_string().into_owned(),
        }
    }

    /// Joins words with the locale's commas and its word for "and".
    pub fn list<S: AsRef<str>>(&self, words: &[S]) -> String {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        self.list.format(words.iter()).write_to_string().into_owned()
    }

    /// Names a state by its code of ISO 3166-1 alpha-2 in capitals, as CLDR does. None for a code
    /// that CLDR does not know. The house's own names are messages and take precedence
    /// ([`super::Voice::country`]).
    pub fn country(&self, code: &str) -> Option<String> {
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        // CLDR names these too, for testing and for "unknown".
        if !is_code || matches!(code, "ZZ" | "XA" | "XB" | "QO") {
            return None;
        }
        Some(self.regions.as_ref()?.of(Region::try_from_str(code).ok()?)?.to_owned())
    }

    /// Names a language inside a sentence: "Indonesian", "bahasa Inggris". The tag where CLDR has
    /// no name.
    pub fn language(&self, language: &Locale) -> String {
        let locale = icu::locale::Locale::from(language.identifier());
        let whole = self.locales.as_ref().map(|names| names.of(&locale).into_owned());
        let alone = || self.languages.as_ref()?.of(locale.id.language).map(str::to_owned);
        let name = whole.or_else(alone).unwrap_or_else(|| language.to_string());
        if !self.is_indonesian() || name == language.as_str() {
            return name;
        }
        // "Inggris" alone is the country (England); the language is "bahasa Inggris" (KBBI).
        format!("bahasa {name}")
    }

    /// The name of this language in itself, as it stands alone in a language switch: "Bahasa
    /// Indonesia", "English". The tag where CLDR has no name.
    pub fn own_name(&self) -> String {
        let name = match self.locale.language() {
            "ms" => format!("Bahasa {}", self.language(&self.locale)),
            _ => self.language(&self.locale),
        };
        if name == self.locale.as_str() {
            return name;
        }
        let mut letters = name.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }

    /// Orders two names as a reader of the language looks them up.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.collator.compare(one, other)
    }

    /// The plural category of a decimal as typed: `one`, `other` and so on. `other` for what is no
    /// decimal.
    pub fn plural(&self, typed: &str) -> &'static str {
        decimal(typed).map_or("other", |decimal| name_of(self.cardinal.category_for(&decimal)))
    }

    /// The category of a decimal as an ordinal: in English `one` for 1st, 21st.
    pub fn ordinal_plural(&self, typed: &str) -> &'static str {
        decimal(typed).map_or("other", |decimal| name_of(self.ordinal.category_for(&decimal)))
    }

    /// The categories that the language has, in CLDR's order.
    pub fn plural_categories(&self) -> Vec<&'static str> {
        self.cardinal.categories().map(name_of).collect()
    }

    /// The categories that the language has for ordinals, in CLDR's order.
    pub fn ordinal_categories(&self) -> Vec<&'static str> {
        self.ordinal.categories().map(name_of).collect()
    }

    pub(super) fn is_indonesian(&self) -> bool {
        self.locale.language() == "id"
    }
}

fn name_of(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

impl Hash for Formats {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.locale, &self.notation).hash(state);
    }
}

impl PartialEq for Formats {
    fn eq(&self, other: &Formats) -> bool {
        (&self.locale, &self.notation) == (&other.locale, &other.notation)
    }
}

impl Eq for Formats {}

impl fmt::Debug for Formats {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Formats({} as {})", self.locale, self.notation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(tag: &str) -> Formats {
        Formats::of(&Locale::parse(tag).expect("a tag of the test")).expect("compiled data")
    }

    #[test]
    fn figures_are_exact_and_in_the_notation_of_the_locale() {
        let (id, en, plain) = (formats("id"), formats("en"), NumberOptions::default());
        assert_eq!((id.number("4300", &plain), en.number("4300", &plain)), ("4.300".into(), "4,300".into()));
        assert_eq!((id.number("31.89", &plain), en.number("31.89", &plain)), ("31,89".into(), "31.89".into()));
        assert_eq!(id.number("9007199254740993", &plain), "9.007.199.254.740.993");
        assert_eq!(en.number("-0.10", &plain), "-0.10");
        assert_eq!(en.number("4,300", &plain), "4,300");
        let year = NumberOptions { grouping: Grouping::None, ..plain };
        assert_eq!(id.number("2021", &year), "2021");
        let share = NumberOptions { style: NumberStyle::Percent, maximum_fraction_digits: Some(1), ..plain };
        assert_eq!((id.number("0.2575", &share), en.number("0.2575", &share)), ("25,8%".into(), "25.8%".into()));
    }

    #[test]
    fn lists_have_no_oxford_comma() {
        let names = ["Brunei", "Indonesia", "Malaysia"];
        assert_eq!(formats("id").list(&names), "Brunei, Indonesia, dan Malaysia");
        assert_eq!(formats("en").list(&names), "Brunei, Indonesia and Malaysia");
        assert_eq!(formats("en").list(&names[..2]), "Brunei and Indonesia");
        assert_eq!(formats("en").list::<&str>(&[]), "");
    }

    #[test]
    fn states_and_languages_have_names() {
        let (id, en) = (formats("id"), formats("en"));
        let [indonesian, english] = ["id", "en"].map(|tag| Locale::parse(tag).expect("a tag of the test"));
        assert_eq!((id.country("NL"), en.country("NL")), (Some("Belanda".into()), Some("Netherlands".into())));
        assert_eq!((en.country("ZZ"), en.country("nl"), en.country("XX"), en.country("é")), (None, None, None, None));
        assert_eq!((id.language(&english), en.language(&indonesian)), ("bahasa Inggris".into(), "Indonesian".into()));
        let own = |tag| formats(tag).own_name();
        assert_eq!((own("id"), own("en")), ("Bahasa Indonesia".into(), "English".into()));
        assert_eq!((own("ms"), own("fr"), own("qqx")), ("Bahasa Melayu".into(), "Français".into(), "qqx".into()));
        assert_eq!(
            (own("jv"), own("de-AT"), own("zh-Hant-TW")),
            ("Jawa".into(), "Österreichisches Deutsch".into(), "繁體中文 (台灣)".into())
        );
        assert_eq!(formats("qqx").country("NL"), None);
        assert_eq!(en.language(&Locale::parse("qqx").expect("a tag of the test")), "qqx");
    }

    #[test]
    fn names_are_ordered_by_the_language_and_plurals_chosen_by_it() {
        let mut names = vec!["Zimbabwe", "Éire", "zambia", "Belanda", "Åland"];
        names.sort_by(|one, other| formats("id").compare(one, other));
        assert_eq!(names, ["Åland", "Belanda", "Éire", "zambia", "Zimbabwe"]);
        let (id, en) = (formats("id"), formats("en"));
        assert_eq!(
            (id.plural("1"), en.plural("1"), en.plural("1.0"), en.plural("9007199254740993")),
            ("other", "one", "other", "other")
        );
        assert_eq!((en.ordinal_plural("21"), en.ordinal_plural("12")), ("one", "other"));
        assert_eq!((id.plural_categories(), en.plural_categories()), (vec!["other"], vec!["one", "other"]));
    }
}
