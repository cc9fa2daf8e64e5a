//! The press contact on a release's page: addresses and numbers are links, and nothing else becomes one.

use warta::pipeline::Project;

use crate::support::page::Page;
use crate::support::{self, built, project};

const SITE: &str = r#"-- warta.yaml --
base_url: https://press.example/office
locales: [id]
time_zone: Asia/Jakarta
collections:
  releases: {kind: release, section: {id: siaran}, path: "{section}/{slug}", pairing: announced, acceptance: off}
-- i18n/id/site.ftl --
site-title = Kantor Pers Teluk Biru
site-description = Siaran pers.
collection-releases = Siaran pers
-- content/releases/news/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
contact:
  id: >-
    [Press desk]{lang=en} "<b>Ana</b>", pukul 08.00-16.00 WIB, tel. (021) 555 0142 atau +62 (0)812-5550-1420,
    pers@kantor.example.
-- content/releases/news/id.md --
---
title: Berita
slug: berita
---

Berita.
"#;

#[test]
fn addresses_and_numbers_of_a_press_contact_are_links_and_all_else_is_escaped_words() {
    let built = built(&Project { at: support::at("2031-06-01 09.00 WIB"), ..project(SITE) });
    let page = Page::read("id/siaran/berita.html", built.text("id/siaran/berita.html"));
    let targets = ["tel:0215550142", "tel:+6281255501420", "mailto:pers@kantor.example"];
    assert_eq!(page.attribute(".contact a", "href"), targets);
    let words = ["(021) 555 0142", "+62 (0)812-5550-1420", "pers@kantor.example"];
    assert_eq!(page.select(".contact a"), words, "a link says what stands there");
    assert_eq!(page.select(".contact span[lang=en]"), ["Press desk"]);
    let whole = "Press desk \"<b>Ana</b>\", pukul 08.00-16.00 WIB, tel. (021) 555 0142 atau +62 (0)812-5550-1420, \
                 pers@kantor.example.";
    assert_eq!(page.select(".contact p"), [whole]);
    assert_eq!(page.select(".contact b"), Vec::<String>::new());
}
