//! The page of an event with many press releases shows the latest, and a list beside it has them all.

use std::collections::BTreeSet;
use std::fmt::Write;

use warta::pipeline::Project;

use crate::support::page::Page;
use crate::support::{self, Built};

const SITE: &str = "\
-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Makassar
collections:
  releases: {kind: release, section: {id: siaran, en: news}, acceptance: off, pairing: announced}
  events: {kind: event, section: {id: acara, en: events}, pairing: announced}
-- i18n/id/site.ftl --
site-title = Kantor Pers Aluria
site-description = Ruang berita rekaan.
collection-releases = Siaran pers
collection-events = Acara
-- i18n/en/site.ftl --
site-title = Press Office of Aluria
site-description = An invented newsroom.
collection-releases = Press releases
collection-events = Events
-- content/events/moot/document.yaml --
status: approved
publish: 2024-01-01 09.00 WITA
original: en
starts: 2024-03-01 09.30 WITA
-- content/events/moot/id.md --
---
title: Musyawarah Pulau
slug: musyawarah
---
Musyawarah.
-- content/events/moot/en.md --
---
title: Moot of the Isles
slug: moot
---
A moot.
";

/// Releases of the event, some of a day; the first `bilingual` of them are in Indonesian too.
fn releases(count: usize, bilingual: usize) -> String {
    let mut text = String::new();
    for number in 0..count {
        let day = format!("2024-03-{:02}", 1 + number % 28);
        let folder = format!("content/releases/release-{number}");
        let original = if number < bilingual { "original: en\n" } else { "" };
        let facts = format!("status: approved\npublish: {day} 09.00 WITA\n{original}event: events/moot\n");
        let words = format!("---\ntitle: Release {number}\nslug: release-{number}\n---\nThe isles met.\n");
        let _ = write!(text, "-- {folder}/document.yaml --\n{facts}-- {folder}/en.md --\n{words}");
        if number < bilingual {
            let words = format!("---\ntitle: Siaran {number}\nslug: siaran-{number}\n---\nPulau bertemu.\n");
            let _ = write!(text, "-- {folder}/id.md --\n{words}");
        }
    }
    text
}

fn newsroom(more: &str) -> Project {
    support::project(&(SITE.to_owned() + more))
}

fn page(built: &Built, file: &str) -> Page {
    Page::read(file, built.text(file))
}

fn hrefs(page: &Page) -> BTreeSet<String> {
    page.all("a").map(|link| link.get("href").to_owned()).collect()
}

/// The releases that a page shows as cards.
fn cards(page: &Page) -> usize {
    page.all("article").filter(|card| card.get("class").contains("card-release")).count()
}

fn lists(built: &Built) -> Vec<&str> {
    let lists = built.files.keys().filter(|file| file.contains("/moot-") || file.contains("/musyawarah-"));
    lists.map(String::as_str).filter(|file| file.ends_with(".html")).collect()
}

#[test]
fn up_to_fifty_releases_stand_on_the_page_of_the_event() {
    let built = support::built(&newsroom(&releases(50, 0)));
    assert_eq!(lists(&built), <[&str; 0]>::default());
    assert_eq!(cards(&page(&built, "en/events/moot.html")), 50);
}

#[test]
fn more_have_a_list_that_is_parted_by_time() {
    let built = support::built(&newsroom(&releases(230, 51)));
    let event = page(&built, "en/events/moot.html");
    assert_eq!(cards(&event), 20);
    assert!(hrefs(&event).contains("/en/events/moot-press-releases/"));
    assert!(event.source.contains("230 documents"), "{}", event.source);
    let first = page(&built, "en/events/moot-press-releases/index.html");
    assert_eq!((cards(&first), first.only("h1")), (20, "Press releases: Moot of the Isles"));
    assert!(hrefs(&first).contains("/en/events/moot-press-releases/2024/"));
    assert!(hrefs(&first).contains("/en/events/moot"), "the way back");
    let month = page(&built, "en/events/moot-press-releases/2024/03/index.html");
    assert_eq!((cards(&month), month.only("h1")), (0, "Press releases: Moot of the Isles, March 2024"));
    let days = (1..=28).map(|day| format!("en/events/moot-press-releases/2024/03/{day:02}/index.html"));
    assert_eq!(days.map(|day| cards(&page(&built, &day))).sum::<usize>(), 230);
    // Readers of Indonesian are shown what is in English alone too.
    let event = page(&built, "id/acara/musyawarah.html");
    assert_eq!(cards(&event), 20);
    assert!(hrefs(&event).contains("/id/acara/musyawarah-siaran-pers/"));
    let year = page(&built, "id/acara/musyawarah-siaran-pers/2024/index.html");
    assert!(hrefs(&year).contains("/en/events/moot-press-releases/2024/"), "the switch of languages");
    assert!(built.text("sitemap.xml").contains("<loc>https://press.example/en/events/moot-press-releases/2024/</loc>"));
}

#[test]
fn in_directories_the_list_stands_beside_the_folder_of_the_event() {
    let site = SITE.replace("time_zone:", "urls: directory\ntime_zone:") + &releases(51, 0);
    let built = support::built(&support::project(&site));
    let year = page(&built, "en/events/moot-press-releases/2024/index.html");
    assert_eq!(cards(&year), 51);
    assert!(hrefs(&year).contains("/en/events/moot/"));
}

#[test]
fn the_event_shows_them_all_where_a_document_has_the_address_of_the_list() {
    let other = "\
-- content/events/other/document.yaml --
status: approved
publish: 2024-01-01 09.00 WITA
starts: 2024-03-02 09.30 WITA
-- content/events/other/en.md --
---
title: Other
slug: moot-press-releases
---
Another.
";
    let built = support::built(&newsroom(&(releases(60, 0) + other)));
    assert_eq!(cards(&page(&built, "en/events/moot.html")), 60);
    assert!(built.text("en/events/moot-press-releases.html").contains("Another."));
    // The list in Indonesian is there all the same.
    assert_eq!(cards(&page(&built, "id/acara/musyawarah.html")), 20);
}

#[test]
fn what_is_held_makes_no_list() {
    let held = releases(60, 0)
        .replace("release-59/document.yaml --\nstatus: approved", "release-59/document.yaml --\nstatus: draft");
    let drafts = (50..59).fold(held, |text, number| {
        let facts = format!("release-{number}/document.yaml --\nstatus: ");
        text.replace(&format!("{facts}approved"), &format!("{facts}draft"))
    });
    let with = support::built(&newsroom(&drafts));
    let without = support::built(&newsroom(&releases(50, 0)));
    support::assert_same(&with.files, &without.files, "with and without drafts");
}
