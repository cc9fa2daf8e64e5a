//! One document through all states, with the program alone: draft, not accepted, held, released, changed,
//! withdrawn in one language, brought back, removed. At each instant: page, list, feed, sitemap, links
//! between languages, matrix of digests, ledger.

use std::fs;

use crate::support::office::Office;

const SITE: &str = r#"
-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Jakarta
ledger: on
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: "{section}/{slug}", pairing: required}
-- ledger.jsonl --
-- i18n/id/site.ftl --
site-title = Kantor Pers Teluk Biru
site-description = Siaran pers.
collection-releases = Siaran pers
-- i18n/en/site.ftl --
site-title = Teluk Biru Press Office
site-description = Press releases.
collection-releases = Press releases
-- content/releases/forum/document.yaml --
status: draft
publish: 2031-05-20 09.00 WIB
original: id
-- content/releases/forum/id.md --
---
title: Forum dibuka
slug: forum
---

Sepuluh kota hadir.
-- content/releases/forum/en.md --
---
title: The forum opens
slug: forum
---

Ten cities attend.
"#;

const FACTS: &str = "content/releases/forum/document.yaml";

/// Where a document shows, in the order asserted: pages, texts, list, feed, sitemap, list of digests.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    id_page: bool,
    en_page: bool,
    en_text: bool,
    en_list: bool,
    en_feed: bool,
    en_sitemap: bool,
    en_digest: bool,
    /// Whether the Indonesian page names the English one as its alternate.
    alternate: bool,
    noindex: bool,
    ledger_lines: usize,
}

const NOWHERE: Shown = Shown {
    id_page: false,
    en_page: false,
    en_text: false,
    en_list: false,
    en_feed: false,
    en_sitemap: false,
    en_digest: false,
    alternate: false,
    noindex: false,
    ledger_lines: 0,
};

const OUT: Shown = Shown {
    id_page: true,
    en_page: true,
    en_text: true,
    en_list: true,
    en_feed: true,
    en_sitemap: true,
    en_digest: true,
    alternate: true,
    noindex: false,
    ledger_lines: 2,
};

/// Builds at an instant, publishes, seals; and looks where the document shows.
fn shown(office: &Office, at: &str) -> Shown {
    assert_eq!(office.errors(at), Vec::<String>::new(), "at {at}");
    office.good("seal", at, &[]);
    let text = |file: &str| fs::read_to_string(office.path().join("public").join(file)).unwrap_or_default();
    let (id, en) = (text("id/siaran/forum.html"), text("en/news/forum.html"));
    Shown {
        id_page: !id.is_empty(),
        en_page: !en.is_empty(),
        en_text: !text("en/news/forum.txt").is_empty(),
        en_list: text("en/news/index.html").contains("/en/news/forum"),
        en_feed: text("en/feed.xml").contains("The forum opens"),
        en_sitemap: text("sitemap.xml").contains("/en/news/forum"),
        en_digest: text("sha256sums.txt").contains("en/news/forum.txt"),
        alternate: id.contains("hreflang=\"en\" href=\"https://press.example/en/news/forum\""),
        noindex: en.contains("content=\"noindex\""),
        ledger_lines: office.read("ledger.jsonl").lines().count(),
    }
}

#[test]
fn one_document_walks_through_all_states() {
    let office = Office::of(SITE);
    let late = "2031-05-20 09.00 WIB";
    assert_eq!(shown(&office, late), NOWHERE, "a draft");
    office.edit(FACTS, "draft", "approved");
    assert_eq!(shown(&office, late), NOWHERE, "not accepted");
    accept(&office);
    assert_eq!(shown(&office, "2031-05-20 08.59.59 WIB"), NOWHERE, "held");
    assert_eq!(shown(&office, late), OUT, "released");

    let said = office.run_as(
        "human",
        "change",
        "2031-05-21 09.00 WIB",
        &["releases/forum", "--grade", "correction", "--id", "Sembilan kota.", "--en", "Nine cities."],
    );
    let next = String::from_utf8(said.stderr).unwrap();
    assert!(next.contains("warta accept releases/forum en"), "what is next: {next}");
    office.edit("content/releases/forum/id.md", "Sepuluh kota hadir.", "Sembilan kota hadir.");
    office.edit("content/releases/forum/en.md", "Ten cities attend.", "Nine cities attend.");
    assert_eq!(office.errors("2031-05-21 09.00 WIB").len(), 1, "stale");
    accept(&office);
    let changed = Shown { ledger_lines: 4, ..OUT };
    assert_eq!(shown(&office, "2031-05-21 09.00 WIB"), changed, "changed");
    assert!(office.read("public/en/news/forum.html").contains("Nine cities."));
    assert!(office.read("public/en/corrections-and-withdrawals.html").contains("Nine cities."));
    assert!(office.read("public/verify/texts.js").contains("\"state\":\"earlier\""));

    office.good(
        "withdraw",
        "2031-05-22 09.00 WIB",
        &["releases/forum", "--editions", "en", "--id", "Terjemahannya keliru.", "--en", "Translated wrongly."],
    );
    let withdrawn =
        Shown { en_list: false, en_sitemap: false, alternate: false, noindex: true, ledger_lines: 5, ..OUT };
    assert_eq!(shown(&office, "2031-05-21 10.00 WIB"), changed, "the withdrawal is still to come");
    assert_eq!(shown(&office, "2031-05-22 09.00 WIB"), withdrawn, "withdrawn");
    assert!(office.read("public/en/feed.xml").contains("Withdrawn: The forum opens"));

    office.add(FACTS, "removed: {at: 2031-05-23 09.00 WIB, reason: {id: Salah terbit., en: Published in error.}}\n");
    assert_eq!(shown(&office, "2031-05-22 10.00 WIB"), withdrawn, "the removal is still to come");
    let removed = Shown { id_page: true, en_page: true, noindex: true, ledger_lines: 7, ..NOWHERE };
    assert_eq!(shown(&office, "2031-05-23 09.00 WIB"), removed, "removed");
    let tombstone = office.read("public/en/news/forum.html");
    assert!(tombstone.contains("Published in error.") && !tombstone.contains("Nine cities"), "{tombstone}");
}

/// Signs the translation off, as a press officer does.
fn accept(office: &Office) {
    office.good("accept", "2031-05-19 09.00 WIB", &["releases/forum", "en"]);
}
