//! One document through its life, by the instant of the build: what its page, its lists, its feed and the
//! sitemap say at each.

use std::collections::BTreeMap;

use crate::support::{self, built, project};

const SITE: &str = r#"
-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Jakarta
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: "{section}/{slug}", pairing: announced, acceptance: off}
-- i18n/id/site.ftl --
site-title = Kantor Pers Teluk Biru
site-description = Siaran pers.
collection-releases = Siaran pers
-- i18n/en/site.ftl --
site-title = Teluk Biru Press Office
site-description = Press releases.
collection-releases = Press releases
-- content/releases/forum/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
original: id
changes:
  - at: 2031-05-21 09.00 WIB
    grade: editorial
    note: {id: Salah ketik dibetulkan., en: A misprint was put right.}
  - at: 2031-05-22 09.00 WIB
    grade: correction
    note: {id: Yang hadir sembilan kota., en: Nine cities attended.}
    affects: [en]
withdrawn:
  at: 2031-05-23 09.00 WIB
  editions: [en]
  reason: {id: Terjemahannya keliru., en: The translation was faulty.}
  replaced_by: releases/second
-- content/releases/forum/id.md --
---
title: Forum dibuka
slug: forum
---

Forum dibuka hari ini.
-- content/releases/forum/en.md --
---
title: The forum opens
slug: forum
---

The forum opens today.
-- content/releases/second/document.yaml --
status: approved
publish: 2031-05-20 08.00 WIB
original: en
-- content/releases/second/en.md --
---
title: Second release
slug: second
---

It replaces the first; see [the first](doc:releases/forum).
"#;

fn at(day: u8) -> BTreeMap<String, String> {
    let mut site = project(SITE.trim_start());
    site.at = support::at(&format!("2031-05-{day} 10.00 WIB"));
    let files = built(&site).files;
    files.into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

/// The feed's entry whose id ends so: its title and its `updated`.
fn entry(files: &BTreeMap<String, String>, feed: &str, id: &str) -> Option<(String, String)> {
    let xml = roxmltree::Document::parse(&files[feed]).unwrap();
    let text = |node: roxmltree::Node<'_, '_>, name: &str| {
        let found = node.children().find(|child| child.tag_name().name() == name);
        found.and_then(|child| child.text()).unwrap_or_default().to_owned()
    };
    let entries: Vec<_> = xml.descendants().filter(|node| node.tag_name().name() == "entry").collect();
    let found = entries.into_iter().find(|node| text(*node, "id").ends_with(id))?;
    Some((text(found, "title"), text(found, "updated")))
}

#[test]
fn before_its_instant_a_release_is_nowhere() {
    let files = at(19);
    assert!(!files.contains_key("en/news/forum.html"));
    assert!(files.values().all(|text| !text.contains("forum")), "the word stands in no file");
}

#[test]
fn on_its_day_a_release_has_no_notice_and_no_history() {
    let files = at(20);
    let page = &files["en/news/forum.html"];
    assert!(!page.contains("w-changes") && !page.contains("class=\"life"), "{page}");
    assert_eq!(
        entry(&files, "en/feed.xml", "en/releases/forum"),
        Some(("The forum opens".to_owned(), "2031-05-20T09:00:00+07:00".to_owned()))
    );
    assert!(page.contains("hreflang=\"id\"") && files["sitemap.xml"].contains("/en/news/forum"));
}

#[test]
fn an_editorial_change_is_in_the_history_and_moves_no_feed() {
    let files = at(21);
    let page = &files["id/siaran/forum.html"];
    assert!(page.contains("Salah ketik dibetulkan."), "{page}");
    assert!(!page.contains("class=\"life\""), "no notice: {page}");
    assert_eq!(entry(&files, "id/feed.xml", "id/releases/forum").unwrap().1, "2031-05-20T09:00:00+07:00");
}

#[test]
fn a_correction_shows_a_notice_and_moves_the_feed_of_the_edition_that_it_affects_only() {
    let before = at(21);
    assert!(before.values().all(|text| !text.contains("Nine cities")), "not before its instant");
    let files = at(22);
    let page = &files["en/news/forum.html"];
    assert!(page.contains("class=\"life\"") && page.matches("Nine cities attended.").count() == 2, "{page}");
    assert_eq!(entry(&files, "en/feed.xml", "en/releases/forum").unwrap().1, "2031-05-22T09:00:00+07:00");
    assert_eq!(before["id/siaran/forum.html"], files["id/siaran/forum.html"]);
    assert_eq!(before["id/feed.xml"], files["id/feed.xml"]);
}

#[test]
fn a_withdrawn_edition_keeps_its_page_and_leaves_every_list() {
    let files = at(23);
    let page = &files["en/news/forum.html"];
    for part in ["The translation was faulty.", "The forum opens today.", "/en/news/second", "content=\"noindex\""] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("<link rel=\"alternate\" hreflang="), "a withdrawn page is no alternate: {page}");
    assert!(page.contains("href=\"/id/siaran/forum\""), "its reader finds the other language: {page}");
    assert!(!files["id/siaran/forum.html"].contains("hreflang=\"en\" href=\"https"), "its sibling names it no more");
    assert!(!files["sitemap.xml"].contains("/en/news/forum"));
    assert!(!files["en/news/index.html"].contains("/en/news/forum"));
    assert!(!files["en/index.html"].contains("/en/news/forum\""));
    assert_eq!(
        entry(&files, "en/feed.xml", "en/releases/forum"),
        Some(("Withdrawn: The forum opens".to_owned(), "2031-05-23T09:00:00+07:00".to_owned()))
    );
    assert!(files["en/news/second.html"].contains("href=\"/en/news/forum\""), "who refers to it still finds it");
}

#[test]
fn what_is_still_to_come_is_due_in_order_with_its_cause_and_its_languages() {
    let mut site = project(SITE.trim_start());
    site.at = support::at("2031-05-20 10.00 WIB");
    let report = warta::pipeline::prepare(&site).unwrap();
    let due = warta::model::due::upcoming(&report.prepared.unwrap().site, &site.at);
    let said: Vec<_> = due
        .iter()
        .map(|due| {
            (due.at.date().day(), due.why.name(), due.locales.iter().map(|locale| locale.as_str()).collect::<Vec<_>>())
        })
        .collect();
    let expected = [
        (21, "change", vec!["id", "en"]),
        (22, "news-window", vec!["en"]),
        (22, "change", vec!["en"]),
        (22, "news-window", vec!["id", "en"]),
        (23, "withdrawal", vec!["en"]),
    ];
    assert_eq!(said, expected);
}
