//! Words: nothing unresolved, nothing in the wrong language, figures and dates as each language writes them.

use std::collections::BTreeSet;

use super::{assert_none, is_in_all_languages, newsrooms, pages};
use crate::support::page::{Page, Text};

/// Official titles that are in English wherever they stand.
const ENGLISH_NAMES: [&str; 9] = [
    "International Conference on Digital Diplomacy",
    "Regional Conference on Digital Diplomacy",
    "Unmasking Digital Diplomacy in the New Normal",
    "ICDD Week",
    "Countries’ Review",
    "Bali Message",
    "Jakarta Message",
    "Digital Diplomacy for Crisis Management",
    "Digital Diplomacy and the New Era of Opportunities",
];

/// Words that are English and not Indonesian.
const ENGLISH_WORDS: [&str; 26] = [
    "and",
    "the",
    "of",
    "from",
    "with",
    "January",
    "February",
    "March",
    "May",
    "June",
    "July",
    "August",
    "October",
    "December",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "by",
    "is",
    "was",
    "no",
    "not",
];

/// Words that are Indonesian and not English.
const INDONESIAN_WORDS: [&str; 24] = [
    "dan", "yang", "dari", "dengan", "untuk", "Januari", "Februari", "Maret", "Mei", "Juni", "Juli", "Agustus",
    "Oktober", "Desember", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu", "pukul", "tidak", "hanya",
];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The texts that readers see or hear in a language: those between elements, titles excepted, which
/// cannot mark a language.
fn texts<'a>(page: &'a Page, lang: &'a str) -> impl Iterator<Item = &'a Text> {
    page.texts.iter().filter(move |text| text.lang == lang && text.parent != "title")
}

#[test]
fn every_page_says_in_its_language_that_this_is_a_demonstration() {
    for (newsroom, page) in pages() {
        let shown = page.select("aside.notice p");
        let found = |start: &str| shown.iter().any(|notice| notice.starts_with(start));
        let (indonesian, english) = (found("Situs demonstrasi:"), found("Demonstration site:"));
        let wanted = if is_in_all_languages(page) { (true, true) } else { (page.lang() == "id", page.lang() == "en") };
        assert_eq!((indonesian, english), wanted, "{} ({})", page.file, newsroom.form);
    }
}

#[test]
fn nothing_unresolved_stands_on_any_page_feed_or_sitemap() {
    let ids = message_ids();
    assert!(ids.contains("skip-to-content") && ids.contains("site-notice"), "{ids:?}");
    for newsroom in newsrooms() {
        for (name, bytes) in newsroom.built.files.iter().filter(|(name, _)| name.ends_with("ml")) {
            let text = std::str::from_utf8(bytes).unwrap();
            let marks = [
                "{$",
                "{ $",
                "{-",
                "{ -",
                "??",
                "{{",
                "{%",
                "[object",
                "]{lang",
                "NUMBER(",
                "DATETIME(",
                "doc:",
                "asset:",
            ];
            assert_none(marks.into_iter().filter(|mark| text.contains(mark)).map(str::to_owned).collect(), name);
        }
        for page in newsroom.pages.values() {
            let shown = page.texts.iter().map(|text| text.text.as_str());
            let labels = page.elements.iter().map(|element| element.get("aria-label"));
            assert_none(
                shown.chain(labels).filter(|text| ids.contains(*text)).map(str::to_owned).collect(),
                &page.file,
            );
        }
    }
}

/// The ids of the theme's and the site's messages that have a hyphen: no reader should ever see one.
fn message_ids() -> BTreeSet<String> {
    let root = crate::support::repository();
    let folders = ["i18n/en", "themes/warta/i18n/en"];
    let files = folders.iter().flat_map(|folder| crate::support::golden::read(&root.join(folder)).into_values());
    let texts = files.map(|bytes| String::from_utf8(bytes).unwrap()).collect::<Vec<_>>();
    let ids = texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
    ids.filter(|id| id.contains('-') && !id.starts_with('-') && !id.contains(' ')).map(str::to_owned).collect()
}

#[test]
fn no_control_characters_and_no_isolation_marks_stand_in_any_text_file() {
    for newsroom in newsrooms() {
        for (name, bytes) in newsroom.built.files.iter().filter(|(name, _)| !name.ends_with(".css")) {
            let text = std::str::from_utf8(bytes).unwrap();
            let forbidden = |letter: &char| match *letter {
                '\n' | '\t' => false,
                '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}' | '\u{FFFD}' => true,
                letter => letter.is_control() || (0xF_0000..=0x10_FFFF).contains(&u32::from(letter)),
            };
            let found = text.chars().filter(forbidden).map(|letter| format!("U+{:04X}", u32::from(letter)));
            assert_none(found.collect(), name);
        }
    }
}

#[test]
fn every_official_english_name_on_an_indonesian_page_says_that_it_is_english() {
    for (_, page) in pages().filter(|(_, page)| page.lang() == "id") {
        let unmarked = texts(page, "id").filter(|text| ENGLISH_NAMES.iter().any(|name| text.text.contains(name)));
        assert_none(unmarked.map(|text| text.text.clone()).collect(), &page.file);
    }
}

#[test]
fn the_own_name_of_a_language_says_which_it_is() {
    for (_, page) in pages() {
        for (name, lang) in [("Bahasa Indonesia", "id"), ("English", "en")] {
            let wrong = page.texts.iter().filter(|text| text.text == name && text.lang != lang);
            assert_none(wrong.map(|text| text.text.clone()).collect(), &page.file);
        }
    }
}

#[test]
fn no_english_words_stand_in_indonesian_text_and_no_indonesian_ones_in_english() {
    for (_, page) in pages() {
        for (lang, others) in [("id", &ENGLISH_WORDS[..]), ("en", &INDONESIAN_WORDS[..])] {
            let wrong = texts(page, lang).filter(|text| words(&text.text).any(|word| others.contains(&word)));
            assert_none(wrong.map(|text| text.text.clone()).collect(), &format!("{lang} on {}", page.file));
        }
    }
}

#[test]
fn every_language_named_on_a_page_is_one_of_the_site_s() {
    for (_, page) in pages() {
        let langs: BTreeSet<&str> =
            page.elements.iter().map(|element| element.get("lang")).filter(|lang| !lang.is_empty()).collect();
        assert!(langs.iter().all(|lang| ["en", "id"].contains(lang)), "{}: {langs:?}", page.file);
    }
}

#[test]
fn thousands_are_parted_by_a_full_stop_in_indonesian_and_by_a_comma_in_english() {
    for newsroom in newsrooms() {
        let shows = |lang: &str, figure: &str| {
            newsroom.pages.values().any(|page| texts(page, lang).any(|text| text.text.contains(figure)))
        };
        assert_eq!((shows("id", "4.300"), shows("id", "1.500")), (true, true), "{}", newsroom.form);
        assert_eq!((shows("en", "4,300"), shows("en", "1,500")), (true, true), "{}", newsroom.form);
        for wrong in ["4300", "1500"] {
            assert!(!shows("id", wrong) && !shows("en", wrong), "{wrong} ({})", newsroom.form);
        }
        assert!(!shows("en", "4.300") && !shows("id", "4,300"), "{}", newsroom.form);
    }
}

#[test]
fn dates_stand_in_the_words_of_the_page_with_the_weekday_computed() {
    for newsroom in newsrooms() {
        let shows = |lang: &str, date: &str| {
            newsroom.pages.values().any(|page| texts(page, lang).any(|text| text.text.contains(date)))
        };
        assert!(
            shows("id", "Selasa, 16 November 2021") && shows("en", "Tuesday, 16 November 2021"),
            "{}",
            newsroom.form
        );
        assert!(shows("id", "pukul 18.00 WITA") && shows("en", "18:00 WITA"), "{}", newsroom.form);
        for wrong in ["Senin, 16 November", "Rabu, 16 November", "November 16", "16/11/2021", "18:00 WITA"] {
            assert!(!shows("id", wrong), "{wrong} ({})", newsroom.form);
        }
    }
}

#[test]
fn every_time_element_holds_a_date_or_an_instant_with_its_offset() {
    for (_, page) in pages() {
        for element in page.all("time") {
            let iso = element.get("datetime");
            let is_day = iso.len() == 10 && warta::locale::parse_date(iso).is_ok();
            let is_instant = iso.ends_with("+08:00") && warta::locale::Instant::parse(iso).is_ok();
            assert!(is_day || is_instant, "{}: {iso}", page.file);
        }
    }
}
