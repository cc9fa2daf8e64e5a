//! Small sites with invented states: what comes of each, file by file, and the rules behind it.
//!
//! A site is `sites/<name>/site.txtar` over the theme of `sites/plain.txtar`; what comes out of it, in
//! both forms of URLs, is `sites/<name>/expected/`.

use std::fmt::Write;
use std::path::PathBuf;

use roxmltree::Document;
use warta::pipeline::{Origin, Project};
use warta::settings::UrlStyle;

use crate::support::page::Page;
use crate::support::{self, Built, built, golden};

/// After everything of the sites but what is held on purpose.
const AT: &str = "2031-05-20T00:00:00Z";

fn folder(name: &str) -> PathBuf {
    support::repository().join("tests/sites").join(name)
}

/// The text of a site with the plain theme underneath.
pub(crate) fn site(name: &str) -> String {
    let files = |path: PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        // What stands before the first file says what the site is for.
        text[text.find("-- ").unwrap()..].to_owned()
    };
    files(folder("plain.txtar")) + &files(folder(name).join("site.txtar"))
}

fn project(text: &str) -> Project {
    Project { at: support::at(AT), ..support::project(text) }
}

fn in_style(text: &str, style: UrlStyle) -> Built {
    built(&Project { urls: Some(style), ..project(text) })
}

fn page(built: &Built, file: &str) -> Page {
    Page::read(file, built.text(file))
}

/// The site without the files whose names begin so.
fn without(text: &str, start: &str) -> String {
    let mut kept = String::new();
    let mut is_in = false;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("-- ") {
            is_in = name.starts_with(start);
        }
        if !is_in {
            writeln!(kept, "{line}").unwrap();
        }
    }
    assert_ne!(kept.len(), text.len(), "there is no {start}");
    kept
}

#[test]
fn the_islands_come_out_byte_for_byte_with_clean_urls() {
    golden::assert_tree(&in_style(&site("islands"), UrlStyle::Clean).files, &folder("islands/expected/clean"));
}

#[test]
fn the_islands_come_out_byte_for_byte_with_a_folder_for_each_page() {
    golden::assert_tree(&in_style(&site("islands"), UrlStyle::Directory).files, &folder("islands/expected/directory"));
}

#[test]
fn a_site_in_three_languages_comes_out_byte_for_byte_with_clean_urls() {
    golden::assert_tree(&in_style(&site("three"), UrlStyle::Clean).files, &folder("three/expected/clean"));
}

#[test]
fn a_site_in_three_languages_comes_out_byte_for_byte_with_a_folder_for_each_page() {
    golden::assert_tree(&in_style(&site("three"), UrlStyle::Directory).files, &folder("three/expected/directory"));
}

#[test]
fn held_documents_and_drafts_leave_no_trace_in_any_file_or_file_name() {
    for style in [UrlStyle::Clean, UrlStyle::Directory] {
        let built = in_style(&site("islands"), style);
        for word in ["canary", "kenari", "draft"] {
            assert_eq!(built.mentioning(word), Vec::<&str>::new(), "{word}");
        }
    }
}

#[test]
fn a_held_release_stands_on_its_page_in_lists_feeds_and_the_sitemap_from_its_instant_on_and_not_a_second_before() {
    let text = site("islands");
    let on = |instant: &str| built(&Project { at: support::at(instant), ..project(&text) });
    assert_eq!(on("2031-06-01 07.59.59 WITA").mentioning("canary"), Vec::<&str>::new());
    let released = on("2031-06-01 08.00 WITA");
    let english: Vec<&str> =
        released.mentioning("canary").into_iter().filter(|file| !file.starts_with("id/")).collect();
    let wanted = [
        "en/feed.xml",
        "en/index.html",
        "en/releases/2031/canary.html",
        "en/releases/2031/canary.txt",
        "en/releases/2031/index.html",
        "en/releases/2031/tide.html",
        "en/releases/feed.xml",
        "en/releases/index.html",
        "en/topics/wind/index.html",
        "files/releases/2031/plan/canary-annex.txt",
        "index.html",
        "news-sitemap.xml",
        "sha256sums.txt",
        "sitemap.xml",
        "verify/texts.js",
    ];
    // The parts of the search have their digests in their names.
    let (search, english): (Vec<&str>, Vec<&str>) = english.into_iter().partition(|file| file.starts_with("search/"));
    // The one with its card; that with its words has them as stems.
    assert!(search.len() == 1 && search[0].starts_with("search/en/parts/c"), "{search:?}");
    assert_eq!(english, wanted);
}

#[test]
fn before_its_instant_a_release_changes_no_byte_of_what_is_public() {
    // The reference to it goes too: the words stay, as they are in plain text.
    let whole = site("islands");
    let unreferred = |text: &str| {
        text.replace("[rencana](doc:releases/2031/plan)", "rencana")
            .replace("[the plan](doc:releases/2031/plan)", "the plan")
    };
    let with = in_style(&whole, UrlStyle::Clean);
    let bare = in_style(
        &unreferred(&without(&without(&whole, "content/releases/2031/plan/"), "content/releases/2031/draft/")),
        UrlStyle::Clean,
    );
    support::assert_same(&with.files, &bare.files, "with and without what is not public");
}

#[test]
fn a_link_to_what_is_not_public_yet_is_plain_text() {
    let built = in_style(&site("islands"), UrlStyle::Clean);
    assert!(built.text("en/releases/2031/tide.html").contains("</a> and the plan.</p>"));
}

#[test]
fn an_edition_in_one_language_is_listed_in_the_other_under_its_own_language_and_has_no_page_there() {
    let built = in_style(&site("islands"), UrlStyle::Clean);
    assert_eq!(
        built.names().iter().filter(|name| name.contains("borea")).collect::<Vec<_>>(),
        [&"en/statements/moot/borea.html", &"en/statements/moot/borea.txt"]
    );
    let list = page(&built, "id/pernyataan/index.html");
    let foreign = list.select("p:has(a[lang='en'])");
    assert_eq!(foreign, ["Borea speaks in one language (hanya dalam bahasa Inggris) 11 Maret 2031"]);
    assert_eq!(list.attribute("p > a[lang='en']", "href"), ["/en/statements/moot/borea"]);
}

#[test]
fn an_edition_in_one_language_names_no_other_as_its_alternate() {
    let built = in_style(&site("islands"), UrlStyle::Clean);
    let borea = page(&built, "en/statements/moot/borea.html");
    let languages: Vec<&str> = borea.alternates().into_keys().collect();
    assert_eq!(languages, ["en", "x-default"]);
    assert_eq!(borea.select(".missing"), ["Indonesian"]);
    let xml = Document::parse(built.text("sitemap.xml")).unwrap();
    let url = xml
        .descendants()
        .find(|node| node.has_tag_name("url") && node.descendants().any(|loc| loc.text() == borea.canonical()));
    let named: Vec<&str> = url.unwrap().children().filter_map(|link| link.attribute("hreflang")).collect();
    assert_eq!(named, ["en", "x-default"]);
}

#[test]
fn the_matrix_shows_the_languages_that_a_statement_lacks() {
    let built = in_style(&site("islands"), UrlStyle::Clean);
    assert_eq!(page(&built, "en/events/moot.html").select("td i"), ["Bahasa Indonesia", "English"]);
    assert_eq!(page(&built, "en/events/moot.html").select("th"), ["Arcania", "Borea", "Zelandry", "Union of Gulls"]);
    assert_eq!(page(&built, "id/acara/musyawarah.html").select("th"), ["Arkania", "Borea", "Çelanda", "Serikat Camar"]);
}

#[test]
fn term_pages_are_linked_with_the_same_term_in_the_other_languages() {
    let built = in_style(&site("three"), UrlStyle::Clean);
    let english = page(&built, "en/topics/law/index.html");
    let base = "https://three.example.org/press";
    let arabic =
        format!("{base}/ar/{}/{}/", warta::model::route::encode("مواضيع"), warta::model::route::encode("قانون"));
    let wanted = [
        ("ar", arabic),
        ("en", format!("{base}/en/topics/law/")),
        ("id", format!("{base}/id/topik/hukum/")),
        ("x-default", format!("{base}/en/topics/law/")),
    ];
    let found: Vec<(&str, String)> =
        english.alternates().into_iter().map(|(lang, href)| (lang, href.to_owned())).collect();
    assert_eq!(found, wanted);
}

#[test]
fn arabic_pages_run_from_right_to_left_with_their_foreign_parts_marked_and_values_isolated() {
    let built = in_style(&site("three"), UrlStyle::Clean);
    let charter = page(&built, "ar/وثائق/ميثاق.html");
    assert_eq!((charter.lang(), charter.elements[0].get("dir")), ("ar", "rtl"));
    assert_eq!(charter.select("span[lang='de']"), ["Wahrheit"]);
    let chooser = page(&built, "index.html");
    assert_eq!(chooser.attribute("section", "dir"), ["ltr", "rtl", "ltr"]);
}

#[test]
fn with_a_locale_as_x_default_the_chooser_names_no_alternates() {
    let built = in_style(&site("three"), UrlStyle::Clean);
    assert!(page(&built, "index.html").alternates().is_empty());
    assert_eq!(page(&built, "id/index.html").alternates()["x-default"], "https://three.example.org/press/en/");
}

#[test]
fn a_document_with_others_below_it_is_the_index_of_its_folder() {
    for style in [UrlStyle::Clean, UrlStyle::Directory] {
        let built = in_style(&site("three"), style);
        let charter = page(&built, "en/docs/charter/index.html");
        assert_eq!(charter.only("h1"), "The charter, page by page");
        assert_eq!(charter.canonical(), Some("https://three.example.org/press/en/docs/charter/"));
        assert!(!built.files.contains_key("en/docs/charter.html"));
    }
}

/// A site of `count` releases, one every day and a half of 2031.
fn many(count: usize) -> Project {
    let mut text = site("islands");
    for number in 0..count {
        let (month, day) = (number * 12 / count + 1, number % 28 + 1);
        let facts = format!("status: approved\npublish: 2031-{month:02}-{day:02} 12.00 WITA\noriginal: en\n");
        let words = |title: &str| format!("---\ntitle: {title} {number}\nslug: n-{number}\n---\nText.\n");
        write!(text, "-- content/releases/many/{number}/document.yaml --\n{facts}").unwrap();
        write!(text, "-- content/releases/many/{number}/en.md --\n{}", words("Number")).unwrap();
        write!(text, "-- content/releases/many/{number}/id.md --\n{}", words("Nomor")).unwrap();
    }
    Project { at: support::at("2032-01-01T00:00:00Z"), ..project(&text) }
}

#[test]
fn a_year_with_more_than_200_documents_is_split_into_months() {
    // With the two of the islands: 201.
    let built = built(&many(199));
    let year = page(&built, "en/releases/2031/index.html");
    assert_eq!(year.select("a.group").len(), 12);
    assert_eq!(year.attribute("a.group", "href")[2], "/en/releases/2031/03/");
    assert_eq!(year.select("p:has(a)").len(), 0, "the documents stand under their months");
    let march = page(&built, "en/releases/2031/03/index.html");
    assert_eq!(march.only("h1"), "Releases, March 2031");
    let listed: usize = (1..=12)
        .map(|month| page(&built, &format!("id/siaran/2031/{month:02}/index.html")).select("p:has(a)").len())
        .sum();
    assert_eq!(listed, 201);
}

#[test]
fn a_year_with_200_documents_is_one_list() {
    let built = built(&many(198));
    let year = page(&built, "en/releases/2031/index.html");
    assert_eq!(year.select("p:has(a)").len(), 200);
    assert!(!built.files.contains_key("en/releases/2031/03/index.html"));
}

#[test]
fn the_first_list_and_the_feed_hold_the_newest_only() {
    let built = built(&many(199));
    assert_eq!(page(&built, "en/releases/index.html").select("p:has(a)").len(), 20);
    let xml = Document::parse(built.text("en/releases/feed.xml")).unwrap();
    let titles: Vec<&str> = xml
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "entry")))
        .filter_map(|entry| {
            entry.children().find(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", "title")))?.text()
        })
        .collect();
    assert_eq!(titles.len(), 50);
    assert_eq!(page(&built, "en/releases/index.html").select("p > a")[0], titles[0]);
}

#[test]
fn a_language_in_which_nothing_is_public_has_its_home_page_lists_and_feeds_all_the_same() {
    let nothing =
        without(&without(&without(&site("islands"), "content/releases"), "content/statements"), "content/events");
    let built = in_style(&nothing.replace("taxonomy:topics, ", ""), UrlStyle::Clean);
    for file in ["id/index.html", "id/siaran/index.html", "id/siaran/feed.xml", "en/feed.xml"] {
        assert!(built.files.contains_key(file), "{file}");
    }
    assert!(built.text("en/feed.xml").contains("<updated>1970-01-01T00:00:00Z</updated>"));
}

#[test]
fn the_instant_of_a_build_stands_in_no_file() {
    let text = site("islands");
    let on = |instant: &str| built(&Project { at: support::at(instant), ..project(&text) });
    support::assert_same(&on(AT).files, &on("2031-05-29T23:59:59Z").files, "nine days later");
}

#[test]
fn a_memory_tree_and_a_folder_get_the_same_files() {
    let folder = tempfile::tempdir().unwrap();
    let Origin::Memory(settings, _) = project(&site("islands")).origin else { unreachable!("it is in memory") };
    for (name, text) in txtar(&site("islands")) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    assert!(settings.is_some());
    let read = Project { at: support::at(AT), ..support::project_in(folder.path()) };
    support::assert_same(
        &built(&read).files,
        &built(&project(&site("islands"))).files,
        "from a folder and from memory",
    );
}

fn txtar(text: &str) -> Vec<(&str, String)> {
    let mut files: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
            files.push((name, String::new()));
        } else if let Some((_, text)) = files.last_mut() {
            writeln!(text, "{line}").unwrap();
        }
    }
    files
}

#[test]
fn a_held_page_may_take_the_place_of_the_index_of_its_folder_and_a_held_text_that_of_nothing() {
    let site = r#"
-- warta.yaml --
base_url: https://press.example
locales: [en]
collections:
  pages: {kind: page, path: "{slug}"}
  notes: {kind: page, path: "about/{slug}"}
-- i18n/en/site.ftl --
site-title = Press
site-description = News.
-- content/pages/about/document.yaml --
status: approved
publish: 2031-05-20T09:00:00Z
-- content/pages/about/en.md --
---
title: About
slug: about
---

Us.
-- content/notes/law/en.md --
---
title: Law
slug: law
---

Law.
"#;
    let on = |day: &str| Project { at: support::at(day), ..project(site.trim_start()) };
    let before = support::built(&on("2031-05-19T09:00:00Z"));
    assert!(before.text("en/about/index.html").contains("/en/about/law"), "an index until then");
    let after = support::built(&on("2031-05-20T09:00:00Z"));
    assert!(after.text("en/about/index.html").contains("Us."), "and then the page");
    let clash = site.replace("slug: about\n", "slug: law.txt\n").replace("\"{slug}\"}", "\"about/{slug}\"}");
    let held = Project { at: support::at("2031-05-19T09:00:00Z"), ..project(clash.trim_start()) };
    assert_eq!(support::said(&held), ["W0801 content/pages/about/en.md:3:7"], "told before the day");
}
