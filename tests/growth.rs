//! What a reader loads stays as small in a newsroom of many years as in one of a few: no list grows without
//! bound, and everything is still found from it.
//!
//! The newsrooms here are made of words that compress as badly as those of a language, in one collection, of
//! one topic, in one folder, with a correction each; half of a newsroom is of one month.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use warta::digest::Sha256;
use warta::pipeline::Project;

use crate::support::page::Page;
use crate::support::{self, Built};

/// What a page may weigh on its way to a reader, compressed, without pictures.
const HEAVIEST: usize = 30_000;

/// A page of a list shows no more than this.
const LONGEST: usize = 200;

const SETTINGS: &str = "\
-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Makassar
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: \"archive/{slug}\", acceptance: off, pairing: announced}
taxonomies:
  topics: {section: {id: topik, en: topics}, terms: [tide]}
-- i18n/id/site.ftl --
site-title = Kantor Pers Aluria
site-description = Ruang berita rekaan.
collection-releases = Siaran pers
topics = Topik
topics-tide = Pasang surut
-- i18n/en/site.ftl --
site-title = Press Office of Aluria
site-description = An invented newsroom.
collection-releases = Press releases
topics = Topics
topics-tide = Tides
";

/// Words of no language; the same for the same seed.
fn words(seed: usize, count: usize) -> String {
    let mut state = seed as u64 * 2_654_435_769 + 97;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let syllables = ["ba", "ko", "ri", "ten", "mu", "sal", "da", "pir", "lo", "nu", "gar", "wi"];
    let mut word = || (0..2 + next(2)).map(|_| syllables[next(12) as usize]).collect::<String>();
    (0..count).map(|_| word()).collect::<Vec<_>>().join(" ")
}

/// The day of a document: of those with even numbers in March 2024, of the others in the years up to then.
fn day(number: usize) -> String {
    match number % 2 {
        0 => format!("2024-03-{:02}", 1 + number / 2 % 28),
        _ => format!("{}-{:02}-{:02}", 2021 + number / 2 % 3, 1 + number % 12, 1 + number % 28),
    }
}

/// One in three is in both languages, the others are in English.
fn is_bilingual(number: usize) -> bool {
    number.is_multiple_of(3)
}

/// A document that goes out at this hour of its day.
fn document(number: usize, publish: &str) -> String {
    let (day, folder) = (day(number), format!("content/releases/release-{number}"));
    let note = words(number * 3 + 1, 16);
    let of_both = if is_bilingual(number) { format!("id: {note}, en: {note}") } else { format!("en: {note}") };
    let original = if is_bilingual(number) { "original: en\n" } else { "" };
    let mut text = format!(
        "-- {folder}/document.yaml --\nstatus: approved\npublish: {publish}\n{original}topics: [tide]
changes:\n  - {{at: {day} 21.00 WITA, grade: correction, note: {{{of_both}}}}}\n"
    );
    for locale in ["en", "id"].into_iter().take(1 + usize::from(is_bilingual(number))) {
        let (title, summary) = (words(number * 3, 8), words(number * 3 + 2, 22));
        let slug = title.replace(' ', "-");
        text += &format!(
            "-- {folder}/{locale}.md --\n---\ntitle: {title}\nsummary: {summary}\nslug: {slug}\n---\n\n{number}.\n"
        );
    }
    text
}

fn newsroom(documents: usize) -> Project {
    let documents = (0..documents).map(|number| document(number, &format!("{} 09.00 WITA", day(number))));
    support::project(&(SETTINGS.to_owned() + &documents.collect::<String>()))
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

/// What readers load of a site, the heaviest first: its pages, and the parts of the list of digests.
fn loads(built: &Built) -> Vec<(usize, &str)> {
    let loaded = |name: &str| name.ends_with(".html") || name.starts_with("verify/");
    let files = built.files.iter().filter(|(name, _)| loaded(name));
    let mut loads: Vec<(usize, &str)> = files.map(|(name, bytes)| (compressed(bytes), name.as_str())).collect();
    loads.sort_unstable_by(|one, other| other.cmp(one));
    loads
}

fn page(built: &Built, file: &str) -> Page {
    Page::read(file, built.text(file))
}

#[test]
fn nothing_that_a_reader_loads_grows_with_the_newsroom() {
    let heaviest = [300, 900].map(|documents| {
        let built = support::built(&newsroom(documents));
        let loads = loads(&built);
        assert!(loads[0].0 <= HEAVIEST, "{:?}", &loads[..5]);
        loads[0].0
    });
    assert!(heaviest[1] * 10 <= heaviest[0] * 13, "{heaviest:?}");
}

/// The pages to which a page's list of documents and its years, months and days lead.
fn below<'a>(built: &'a Built, list: &str) -> BTreeMap<&'a str, Vec<String>> {
    let pages = built.files.keys().filter(|file| file.starts_with(list) && file.ends_with(".html"));
    let cards = |file: &str| {
        let page = page(built, file);
        let hrefs = page.all("a").map(|link| link.get("href").to_owned());
        hrefs.filter(|href| href.contains("/archive/") && !href.ends_with('/')).collect()
    };
    pages.map(|file| (file.as_str(), cards(file))).collect()
}

/// Every document stands on one page below the first of a parted list, the latest on the first too.
fn assert_parted(built: &Built, list: &str, documents: usize) {
    let pages = below(built, list);
    let first = format!("{list}index.html");
    assert_eq!(pages[first.as_str()].len(), 20, "{first}");
    let mut found: Vec<&String> =
        pages.iter().filter(|(file, _)| **file != first).flat_map(|(_, cards)| cards).collect();
    let longest = pages.values().map(Vec::len).max().unwrap();
    assert!(longest <= LONGEST, "{list}: {longest}");
    found.sort();
    let all = found.len();
    found.dedup();
    assert_eq!((all, found.len()), (documents, documents), "{list}: each once");
    // Every page is on the way down from the first.
    let mut led: BTreeSet<String> = BTreeSet::from([format!("/{list}")]);
    for file in pages.keys() {
        let inner = format!("/{list}");
        let page = page(built, file);
        led.extend(
            page.all("a")
                .map(|link| link.get("href").to_owned())
                .filter(|href| href.starts_with(&inner) && href.ends_with('/')),
        );
    }
    let wanted: BTreeSet<String> =
        pages.keys().map(|file| format!("/{}", file.trim_end_matches("index.html"))).collect();
    assert_eq!(led, wanted, "{list}");
}

#[test]
fn a_long_term_collection_or_folder_is_parted_by_years_months_and_days() {
    let built = support::built(&newsroom(450));
    for list in ["en/topics/tides/", "en/news/"] {
        assert_parted(&built, list, 450);
        let files: Vec<&str> = below(&built, list).into_keys().collect();
        // March 2024 has 225 documents, no other year has more than 75.
        assert!(files.contains(&format!("{list}2021/index.html").as_str()), "{files:?}");
        assert!(files.contains(&format!("{list}2024/03/28/index.html").as_str()), "{files:?}");
        assert!(!files.iter().any(|file| file.starts_with(&format!("{list}2021/0"))), "{files:?}");
    }
    let index = "en/archive/index.html";
    assert_eq!(page(&built, index).all("article").count(), 20);
    assert!(built.files.contains_key("en/archive/2024/03/01/index.html"));
    let month = page(&built, "en/topics/tides/2024/03/index.html");
    assert_eq!(month.only("h1"), "Tides, March 2024");
    assert!(!month.source.contains("Nothing has been published"), "the days are there");
    let day = page(&built, "en/topics/tides/2024/03/01/index.html");
    let crumbs = ["/en/", "/en/topics/", "/en/topics/tides/", "/en/topics/tides/2024/", "/en/topics/tides/2024/03/"];
    let hrefs: Vec<&str> = day.all("a").map(|link| link.get("href")).collect();
    assert!(crumbs.iter().all(|crumb| hrefs.contains(crumb)), "{hrefs:?}");
    assert!(built.text("sitemap.xml").contains("<loc>https://press.example/en/topics/tides/2024/03/01/</loc>"));
}

#[test]
fn a_page_of_a_parted_list_names_only_the_languages_that_have_it() {
    let built = support::built(&newsroom(450));
    let alternates = |file: &str| {
        let page = page(&built, file);
        let links = page.all("link").filter(|link| !link.get("hreflang").is_empty());
        links.map(|link| (link.get("hreflang").to_owned(), link.get("href").to_owned())).collect::<BTreeMap<_, _>>()
    };
    // 150 in Indonesian stay on one page.
    assert!(!built.files.contains_key("id/topik/pasang-surut/2021/index.html"));
    let of_term = alternates("en/topics/tides/index.html");
    assert_eq!(of_term["id"], "https://press.example/id/topik/pasang-surut/");
    assert_eq!(alternates("en/topics/tides/2021/index.html").into_keys().collect::<Vec<_>>(), ["en", "x-default"]);
    // Lists of a collection show what is in the other language alone, so both have the day.
    assert_eq!(alternates("en/news/2024/03/01/index.html")["id"], "https://press.example/id/siaran/2024/03/01/");
    assert_eq!(alternates("id/siaran/2024/03/01/index.html")["en"], "https://press.example/en/news/2024/03/01/");
}

#[test]
fn what_is_held_parts_no_list() {
    let public: String = (0..LONGEST).map(|number| document(number, &format!("{} 09.00 WITA", day(number)))).collect();
    let held: String = (LONGEST..LONGEST + 40).map(|number| document(number, "2030-01-01 09.00 WITA")).collect();
    let held = held.replace("changes:\n  - {at: 2021", "changes:\n  - {at: 2031").replace("at: 2022", "at: 2031");
    let held = held.replace("at: 2023", "at: 2031").replace("at: 2024", "at: 2031");
    let with = support::built(&support::project(&(SETTINGS.to_owned() + &public + &held)));
    let without = support::built(&support::project(&(SETTINGS.to_owned() + &public)));
    support::assert_same(&with.files, &without.files, "with and without what is held");
    assert!(!with.files.contains_key("en/topics/tides/2024/index.html"));
    assert_eq!(page(&with, "en/topics/tides/index.html").all("article").count(), LONGEST);
}

#[test]
fn many_corrections_are_parted_by_years() {
    let built = support::built(&newsroom(450));
    let first = page(&built, "en/corrections-and-withdrawals.html");
    let entries = |page: &Page| page.all("h3").filter(|title| title.get("class") == "card-title").count();
    assert_eq!(entries(&first), 20);
    assert!(first.all("a").any(|link| link.get("href") == "/en/corrections-and-withdrawals-2021"));
    let year = page(&built, "en/corrections-and-withdrawals-2021.html");
    assert_eq!((entries(&year), year.only("h1")), (75, "Corrections and withdrawals, 2021"));
    let parts = built.files.keys().filter(|file| file.starts_with("en/corrections-and-withdrawals"));
    let all: usize = parts.map(|file| entries(&page(&built, file))).sum();
    assert_eq!(all, 450 + 20);
    assert_eq!(entries(&page(&built, "id/koreksi-dan-penarikan.html")), 150);
}

#[test]
fn a_folder_stays_whole_where_a_document_has_the_address_of_a_year() {
    let wanted = document(450, "2024-05-01 09.00 WITA");
    let slug = format!("slug: {}\n", words(450 * 3, 8).replace(' ', "-"));
    let documents = (0..450).map(|number| document(number, &format!("{} 09.00 WITA", day(number))));
    let site = SETTINGS.to_owned() + &documents.collect::<String>() + &wanted.replace(&slug, "slug: '2021'\n");
    let built = support::built(&support::project(&site.replace("at: 2024-03-02 21.00", "at: 2024-05-02 21.00")));
    assert!(built.files.contains_key("en/archive/2021.html"));
    assert_eq!(page(&built, "en/archive/index.html").all("article").count(), 451);
}

/// The versions that a part of the list of digests holds.
fn part(built: &Built, name: &str) -> Vec<serde_json::Value> {
    let script = built.text(&format!("verify/texts-{name}.js"));
    let json = script.strip_prefix(&format!("(window.wartaTexts ||= {{}})[\"{name}\"] = ")).unwrap();
    serde_json::from_str(json.strip_suffix(";\n").unwrap()).unwrap()
}

#[test]
fn a_long_list_of_digests_lies_in_parts_named_by_the_first_digit_of_the_folded_digest() {
    let built = support::built(&newsroom(300));
    let form = page(&built, "en/verify-a-text.html");
    let form = form.all("form").find(|form| form.get("id") == "w-verify").unwrap();
    assert_eq!((form.get("data-texts"), form.get("data-digits")), ("/verify/texts.js", "1"));
    assert!(!built.files.contains_key("verify/texts.js"));
    let mut texts = BTreeSet::new();
    for name in "0123456789abcdef".chars().map(String::from) {
        for version in part(&built, &name) {
            let file = version["text"].as_str().unwrap().trim_start_matches('/').to_owned();
            let folded = built.text(&file).split_whitespace().collect::<Vec<_>>().join(" ");
            let folded = Sha256::of_bytes(folded.as_bytes()).to_string();
            assert!(version["folded"] == folded && folded.starts_with(&name), "{file}: {folded} in {name}");
            texts.insert(file);
        }
    }
    let wanted: BTreeSet<String> = built.files.keys().filter(|file| file.ends_with(".txt")).cloned().collect();
    assert_eq!(texts, wanted.into_iter().filter(|file| !file.contains("sha256sums") && file != "robots.txt").collect());
}

#[test]
fn a_feed_has_the_latest_of_many_documents() {
    // One of the oldest is changed last of all.
    let late = |text: String| text.replace(&format!("at: {} 21.00", day(1)), "at: 2024-06-01 21.00");
    let documents = (0..300).map(|number| document(number, &format!("{} 09.00 WITA", day(number))));
    let documents = documents.enumerate().map(|(number, text)| if number == 1 { late(text) } else { text });
    let built = support::built(&support::project(&(SETTINGS.to_owned() + &documents.collect::<String>())));
    let changed = |number: usize| if number == 1 { "2024-06-01".to_owned() } else { day(number) };
    let mut all: Vec<(String, String, usize)> =
        (0..300).map(|number| (changed(number), format!("releases/release-{number}"), number)).collect();
    all.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let wanted = all[..50].iter().map(|(_, id, number)| format!("tag:press.example,{}:en/{id}", day(*number)));
    let ids = built.text("en/feed.xml").lines().map(str::trim).filter(|line| line.starts_with("<id>tag:"));
    let ids: Vec<&str> = ids.map(|line| line.trim_start_matches("<id>").trim_end_matches("</id>")).collect();
    assert_eq!(ids, wanted.collect::<Vec<_>>());
}
