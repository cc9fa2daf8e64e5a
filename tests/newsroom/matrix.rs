//! The statements of the conference: state by agenda item by language, with the gaps.

use super::newsrooms;
use crate::support::page::Page;

/// The states announced for 2021, in the order of the English alphabet.
const ENGLISH: [&str; 21] = [
    "Australia",
    "Brunei Darussalam",
    "Cambodia",
    "Chile",
    "China",
    "Fiji",
    "Finland",
    "India",
    "Indonesia",
    "Japan",
    "Lao PDR",
    "Malaysia",
    "New Zealand",
    "Philippines",
    "Republic of Korea",
    "Singapore",
    "South Africa",
    "Thailand",
    "United Kingdom",
    "United States of America",
    "Viet Nam",
];

/// The same in the order of the Indonesian alphabet.
const INDONESIAN: [&str; 21] = [
    "Afrika Selatan",
    "Amerika Serikat",
    "Australia",
    "Brunei Darussalam",
    "Chile",
    "Fiji",
    "Filipina",
    "Finlandia",
    "India",
    "Indonesia",
    "Inggris",
    "Jepang",
    "Kamboja",
    "Korea Selatan",
    "Laos",
    "Malaysia",
    "Selandia Baru",
    "Singapura",
    "Thailand",
    "Tiongkok",
    "Vietnam",
];

/// The event's page in both languages, in every form of URLs.
fn both() -> impl Iterator<Item = (&'static Page, &'static Page)> {
    newsrooms().map(|newsroom| {
        let page = |path: &str| {
            newsroom.page_at(&newsroom.url_of(path)).or_else(|| newsroom.page_at(&format!("{}/{path}/", newsroom.path)))
        };
        (page("id/acara/icdd-2021").unwrap(), page("en/events/icdd-2021").unwrap())
    })
}

#[test]
fn the_matrix_names_the_21_announced_states_in_the_order_of_each_language() {
    for (indonesian, english) in both() {
        assert_eq!(indonesian.select(".matrix tbody th"), INDONESIAN);
        assert_eq!(english.select(".matrix tbody th"), ENGLISH);
    }
}

#[test]
fn the_matrix_shows_two_states_with_text_and_nineteen_gaps() {
    for (indonesian, english) in both() {
        assert_eq!(indonesian.select(".matrix tbody tr:not(.without) th"), ["Indonesia", "Vietnam"]);
        assert_eq!(english.select(".matrix tbody tr:not(.without) th"), ["Indonesia", "Viet Nam"]);
        assert_eq!(indonesian.select(".matrix td.gap"), ["belum ada teks"; 19]);
        assert_eq!(english.select(".matrix td.gap"), ["no text held"; 19]);
        assert_eq!(english.select(".matrix > p"), ["The texts of 2 states are held; 19 states have none."]);
    }
}

#[test]
fn statements_without_an_agenda_item_stand_under_not_recorded() {
    for (indonesian, english) in both() {
        for (page, column) in [(indonesian, "Tidak tercatat"), (english, "Not recorded")] {
            let columns = page.select(".matrix thead th");
            assert_eq!((columns.len(), columns.last().map(String::as_str)), (4, Some(column)), "{}", page.file);
            let speakers = page.select(".matrix td[aria-colindex='4'] .entry-speaker");
            assert_eq!(speakers, ["Retno L.P. Marsudi", "Bui Thanh Son"], "{}", page.file);
        }
    }
}

#[test]
fn the_matrix_links_each_statement_in_every_language_by_the_language_s_own_name() {
    for (indonesian, english) in both() {
        for page in [indonesian, english] {
            let languages = page.attribute(".matrix .entry a", "hreflang");
            assert_eq!(languages, ["id", "en", "id", "en"], "{}", page.file);
            let names = page.select(".matrix .entry a > span[lang]");
            assert_eq!(names, ["Bahasa Indonesia", "English", "Bahasa Indonesia", "English"], "{}", page.file);
        }
    }
}
