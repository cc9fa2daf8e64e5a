//! The parallel view of an outcome document: which documents have one, and what stands beside what.

use std::collections::BTreeSet;

use warta::pipeline::Project;

use crate::support::page::Page;
use crate::support::{self, Built, built, project, said};

const SITE: &str = r#"-- warta.yaml --
base_url: https://press.example/office
locales: [id, en]
time_zone: Asia/Jakarta
collections:
  outcomes: {kind: outcome, section: {id: hasil, en: outcomes}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  releases: {kind: release, section: {id: siaran, en: news}, path: "{section}/{slug}", pairing: announced, acceptance: off}
-- i18n/id/site.ftl --
site-title = Kantor Pers Teluk Biru
site-description = Siaran pers.
collection-outcomes = Hasil
collection-releases = Siaran pers
-- i18n/en/site.ftl --
site-title = Teluk Biru Press Office
site-description = Press releases.
collection-outcomes = Outcomes
collection-releases = Press releases
-- content/outcomes/message/document.yaml --
status: approved
publish: {id: 2031-05-20 09.00 WIB, en: 2031-05-21 09.00 WIB}
original: id
authoritative: id
waive: [{check: parity-block, at: p6, locale: en, reason: The note on names is for readers of one language.}]
-- content/outcomes/message/id.md --
---
title: Pesan Teluk
slug: pesan
---

Kami sepakat.[^a]

## Laut {#sea}

Lihat [awal](#p1).

1. Satu.
2. Dua.

> Laut milik bersama.

[^a]: Dengan suara bulat.
-- content/outcomes/message/en.md --
---
title: Message of the Bay
slug: message
---

We agree.[^a]

## Sea {#sea}

See the [beginning](#p1).

1. One.
2. Two.

> The sea is shared.

A note on names.

[^a]: By all votes.
-- content/releases/news/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
original: id
-- content/releases/news/id.md --
---
title: Berita
slug: berita
---

Berita.
-- content/releases/news/en.md --
---
title: News
slug: news
---

News.
"#;

const ENGLISH: &str = "en/outcomes/message-parallel.html";
const INDONESIAN: &str = "id/hasil/pesan-berdampingan.html";

fn at(text: &str, instant: &str) -> Built {
    built(&Project { at: support::at(instant), ..project(text) })
}

fn views(built: &Built) -> Vec<&str> {
    built.names().into_iter().filter(|name| name.contains("-parallel") || name.contains("-berdampingan")).collect()
}

#[test]
fn only_an_outcome_with_two_public_editions_has_a_parallel_view_in_each_language() {
    let before = at(SITE, "2031-05-21 08.59.59 WIB");
    assert_eq!(views(&before), Vec::<&str>::new());
    for word in ["-parallel", "-berdampingan"] {
        assert_eq!(before.mentioning(word), Vec::<&str>::new(), "and nothing leads there");
    }
    let after = at(SITE, "2031-05-21 09.00 WIB");
    assert_eq!(views(&after), [ENGLISH, INDONESIAN]);
    let page = Page::read(ENGLISH, after.text("en/outcomes/message.html"));
    assert_eq!(page.attribute(".tools a", "href")[0], "/office/en/outcomes/message-parallel");
}

#[test]
fn a_withdrawn_edition_stands_beside_none() {
    let withdrawn = "withdrawn: {at: 2031-06-01 09.00 WIB, editions: [en], reason: {en: Wrong., id: Salah.}}\nwaive:";
    let site = SITE.replace("waive:", withdrawn);
    assert_eq!(views(&at(&site, "2031-06-01 08.59.59 WIB")).len(), 2);
    assert_eq!(views(&at(&site, "2031-06-01 09.00 WIB")), Vec::<&str>::new());
}

#[test]
fn blocks_of_one_anchor_stand_in_one_row_the_pages_own_language_first() {
    let built = at(SITE, "2031-05-22 09.00 WIB");
    let page = Page::read(ENGLISH, built.text(ENGLISH));
    let rows: Vec<Vec<String>> =
        (2..8).map(|row| page.select(&format!(".pairs > .pair:nth-child({row}) .pair-text"))).collect();
    assert_eq!(rows[0], ["We agree.1", "Kami sepakat.1"]);
    assert_eq!(rows[1], ["Sea", "Laut"]);
    assert_eq!(rows[3], ["One. Two.", "Satu. Dua."]);
    assert_eq!(rows[5], ["A note on names.", "This part is not in the text in Indonesian."]);
    assert_eq!(page.select(".anchor"), ["1", "§", "3", "4", "5", "6"]);
    assert_eq!(page.attribute(".pair:nth-child(2) .pair-text", "lang"), ["en", "id"]);
    let indonesian = Page::read(INDONESIAN, built.text(INDONESIAN));
    let last = indonesian.select(".pairs > .pair:nth-child(7) .pair-text");
    assert_eq!(last, ["Bagian ini tidak ada dalam teks bahasa Indonesia.", "A note on names."]);
}

#[test]
fn an_address_with_an_anchor_is_good_in_the_view_too_and_no_id_is_there_twice() {
    let built = at(SITE, "2031-05-22 09.00 WIB");
    let page = Page::read(ENGLISH, built.text(ENGLISH));
    let ids = page.attribute("[id]", "id");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    for wanted in
        ["p1", "sea", "p4-2", "note-1", "note-ref-1", "id-p1", "id-sea", "id-p4-2", "id-note-1", "id-note-ref-1"]
    {
        assert!(ids.iter().any(|id| id == wanted), "{wanted} in {ids:?}");
    }
    for target in page.attribute("a[href^='#']", "href") {
        assert!(ids.iter().any(|id| target == format!("#{id}")), "{target}");
    }
    assert_eq!(page.attribute(".pair-text[lang=id] p > a", "href"), ["#id-p1"]);
}

#[test]
fn the_view_leads_to_the_same_view_in_the_other_language_and_up_to_its_document() {
    let built = at(SITE, "2031-05-22 09.00 WIB");
    let page = Page::read(ENGLISH, built.text(ENGLISH));
    let alternates = page.alternates();
    assert_eq!(alternates["id"], "https://press.example/office/id/hasil/pesan-berdampingan");
    assert!(built.text("sitemap.xml").contains("https://press.example/office/en/outcomes/message-parallel"));
    assert_eq!(page.attribute(".languages a", "href"), ["/office/id/hasil/pesan-berdampingan"]);
    assert_eq!(page.select(".pair-heads .tag"), ["Naskah asli", "Teks acuan"]);
    let crumbs = page.attribute(".crumbs a", "href");
    assert_eq!(crumbs, ["/office/en/", "/office/en/outcomes/", "/office/en/outcomes/message"]);
}

#[test]
fn every_block_of_an_outcome_has_a_link_to_itself_with_its_number_and_other_documents_have_none() {
    let built = at(SITE, "2031-05-22 09.00 WIB");
    let page = Page::read("outcome", built.text("en/outcomes/message.html"));
    assert_eq!(page.attribute(".anchor", "href"), ["#p1", "#sea", "#p3", "#p4", "#p5", "#p6"]);
    assert_eq!(page.attribute(".anchor", "aria-label")[0], "Link to paragraph 1");
    assert_eq!(Page::read("release", built.text("en/news/news.html")).select(".anchor"), Vec::<String>::new());
}

#[test]
fn a_citation_is_in_the_form_of_its_language_and_the_view_has_it_in_all_and_it_can_be_copied_without_script() {
    let built = at(SITE, "2031-05-22 09.00 WIB");
    let citation = |file: &str| Page::read(file, built.text(file)).select(".citation");
    assert_eq!(
        citation("en/news/news.html"),
        ["Teluk Biru Press Office, ‘News’, 20 May 2031, https://press.example/office/en/news/news"]
    );
    assert_eq!(
        citation("id/siaran/berita.html"),
        ["Kantor Pers Teluk Biru. “Berita”. 20 Mei 2031. https://press.example/office/id/siaran/berita"]
    );
    assert_eq!(
        citation(ENGLISH),
        [
            "Teluk Biru Press Office, ‘Message of the Bay’, 21 May 2031, https://press.example/office/en/outcomes/message",
            "Kantor Pers Teluk Biru. “Pesan Teluk”. 20 Mei 2031. https://press.example/office/id/hasil/pesan"
        ]
    );
}

#[test]
fn the_address_of_a_view_ends_in_the_settings_word_else_in_the_messages_else_in_parallel() {
    let addresses = |text: &str| {
        let built = at(text, "2031-05-22 09.00 WIB");
        ["en/outcomes/message.html", "id/hasil/pesan.html"]
            .map(|file| Page::read(file, built.text(file)).attribute(".tools a", "href")[0].clone())
    };
    let [english, indonesian] = ["/office/en/outcomes/message-parallel", "/office/id/hasil/pesan-parallel"];
    let set = SITE.replace("time_zone:", "sections: {parallel: {id: dwibahasa, en: side-by-side}}\ntime_zone:");
    assert_eq!(addresses(&set), ["/office/en/outcomes/message-side-by-side", "/office/id/hasil/pesan-dwibahasa"]);
    let own = |word: &str| SITE.replace("-- i18n/id/site.ftl --", &format!("-- i18n/id/site.ftl --\n{word}"));
    let renamed = addresses(&own("parallel-address = Kedua Bahasa"));
    assert_eq!(renamed, [english, "/office/id/hasil/pesan-kedua-bahasa"]);
    assert_eq!(addresses(&own("parallel-address = …")), [english, indonesian]);
    // With the longest slug it would be no file's name any more.
    let long = "berdampingan-".repeat(4);
    assert_eq!(addresses(&own(&format!("parallel-address = {long}"))), [english, indonesian]);
    let set = SITE.replace("time_zone:", &format!("sections: {{parallel: {{id: {long}x, en: a b}}}}\ntime_zone:"));
    let mut said = said(&project(&set));
    said.retain(|line| line.starts_with("W0308"));
    assert_eq!(said, ["W0308 warta.yaml:3:22", "W0308 warta.yaml:3:22"]);
}

#[test]
fn a_document_at_the_address_of_a_view_is_told_whether_the_view_is_there_or_still_to_come() {
    let other = "\n-- content/outcomes/other/document.yaml --\nstatus: approved\npublish: 2031-01-01 09.00 WIB\n\
        -- content/outcomes/other/id.md --\n---\ntitle: Lain\nslug: pesan-berdampingan\n---\n\nLain.\n";
    let site = format!("{SITE}{other}");
    for instant in ["2031-05-22 09.00 WIB", "2031-05-20 12.00 WIB", "2031-02-01 09.00 WIB"] {
        let mut said = said(&Project { at: support::at(instant), ..project(&site) });
        said.retain(|line| line.starts_with("W0801"));
        assert_eq!(said, ["W0801 content/outcomes/message/id.md:3:7"], "{instant}");
    }
}
