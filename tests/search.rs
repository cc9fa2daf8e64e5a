//! The search: what the index of each language finds and what it must not, its parts, and that it is the same
//! however it was made.

use std::collections::BTreeMap;

use warta::locale::Locale;
use warta::locale::stem::{self, Stemming};
use warta::pipeline::{self, Project, View};
use warta::store::tree::Memory;

use crate::support::page::Page;
use crate::support::{self, Built, built, project};

/// What the cases add to or change in.
const SITE: &str = r#"-- warta.yaml --
base_url: https://press.example/office
locales: [id, en]
time_zone: Asia/Jakarta
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  statements: {kind: statement, section: {id: pernyataan, en: statements}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  pages: {kind: page, pairing: announced}
taxonomies:
  countries: {section: {id: negara, en: countries}, of: country}
-- i18n/id/site.ftl --
site-title = Kantor Pers Teluk Biru
site-description = Siaran pers.
collection-releases = Siaran pers
collection-statements = Pernyataan
countries = Negara
country-XA = Boreania Utara
-- i18n/en/site.ftl --
site-title = Teluk Biru Press Office
site-description = Press releases.
collection-releases = Press releases
collection-statements = Statements
countries = States
country-XA = Northern Borea
-- content/releases/forum/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
original: id
-- content/releases/forum/id.md --
---
title: Para menteri membuka forum
summary: Enam negara-negara hadir.
slug: forum
---

Pertemuan itu menegaskan kesepakatan. Catatan[^1].

[^1]: Menurut zirkonia.
-- content/releases/forum/en.md --
---
title: The ministers open a forum
summary: Six countries attend.
slug: forum
---

The meeting adopted a policy. A note[^1].

[^1]: After zirconia.
-- content/releases/market/document.yaml --
status: approved
publish: 2030-04-19 08.00 WIB
-- content/releases/market/en.md --
---
title: "A [pasar]{lang=id} by the sea"
slug: market
---

Fish and forums.
-- content/statements/borea/document.yaml --
status: approved
publish: 2031-05-21 08.00 WIB
original: id
country: XA
speaker: {name: Ursa Quill}
text: full
-- content/statements/borea/id.md --
---
title: Pernyataan di forum
slug: borea
---

Terima kasih.
-- content/statements/borea/en.md --
---
title: A statement at the forum
slug: borea
---

Thank you.
"#;

/// What must be in no index: a word for each standing, in both languages.
const HIDDEN: &str = r#"-- content/releases/held/document.yaml --
status: approved
publish: 2099-05-20 09.00 WIB
original: id
-- content/releases/held/id.md --
---
title: Cxheldid
slug: held
---
Cxheldid.
-- content/releases/held/en.md --
---
title: Cxhelden
slug: held
---
Cxhelden.
-- content/releases/drafted/document.yaml --
status: draft
publish: 2031-05-20 09.00 WIB
original: id
-- content/releases/drafted/id.md --
---
title: Cxdraftid
slug: drafted
---
Cxdraftid.
-- content/releases/drafted/en.md --
---
title: Cxdraften
slug: drafted
---
Cxdraften.
-- content/releases/unfinished/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
original: id
-- content/releases/unfinished/id.md --
---
title: Selesai
slug: unfinished
---
Selesai.
-- content/releases/unfinished/en.md --
---
title: Cxunfinished
slug: unfinished
status: draft
---
Cxunfinished.
-- content/releases/withdrawn/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
original: id
withdrawn: {at: 2031-06-01 09.00 WIB, reason: {id: Keliru., en: Wrong.}}
-- content/releases/withdrawn/id.md --
---
title: Cxwithdrawnid
slug: withdrawn
---
Cxwithdrawnid.
-- content/releases/withdrawn/en.md --
---
title: Cxwithdrawnen
slug: withdrawn
---
Cxwithdrawnen.
-- content/releases/removed/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
original: id
removed: {at: 2031-06-01 09.00 WIB, reason: {id: Salah., en: Faulty.}}
-- content/releases/removed/id.md --
---
title: Cxremovedid
slug: removed
---
Cxremovedid.
-- content/releases/removed/en.md --
---
title: Cxremoveden
slug: removed
---
Cxremoveden.
-- content/statements/silent/document.yaml --
status: approved
publish: 2031-05-21 08.00 WIB
original: id
country: XA
text: none
-- content/statements/silent/id.md --
---
title: Cxsilentid
slug: silent
---
-- content/statements/silent/en.md --
---
title: Cxsilenten
slug: silent
---
"#;

fn late(site: &str) -> Project {
    Project { at: support::at("2032-01-01T00:00:00Z"), ..project(site) }
}

/// The index of a language, read as the browser's script reads it.
struct Index {
    locale: Locale,
    /// Each term with its documents: number and weight, the least 0.
    terms: BTreeMap<String, BTreeMap<usize, usize>>,
    cards: Vec<serde_json::Value>,
    contents: serde_json::Value,
    /// The parts with terms: how many bytes each has.
    parts: Vec<usize>,
}

impl Index {
    fn of(built: &Built, tag: &str) -> Index {
        let part = |name: &str| -> serde_json::Value {
            let folder = if name == "index" { "" } else { "parts/" };
            let text = built.text(&format!("search/{tag}/{folder}{name}.js"));
            let call = text.strip_prefix(&format!("wartaSearch(\"{name}\", ")).unwrap();
            serde_json::from_str(call.strip_suffix(");\n").unwrap()).unwrap()
        };
        let contents = part("index");
        let parts = |kind: &str| -> Vec<serde_json::Value> {
            let marks = contents[kind].as_str().unwrap();
            (0..marks.len() / 8).map(|nth| part(&format!("{kind}{nth}-{}", &marks[nth * 8..nth * 8 + 8]))).collect()
        };
        let mut terms: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
        let texts = parts("t");
        for text in &texts {
            for entry in text.as_str().unwrap().split(';').filter(|entry| !entry.is_empty()) {
                let (term, lists) = entry.split_once(' ').unwrap();
                let lists = lists.split(',').enumerate();
                let documents = lists.flat_map(|(weight, list)| decoded(list).into_iter().map(move |id| (id, weight)));
                assert!(terms.insert(term.to_owned(), documents.collect()).is_none(), "{term} twice");
            }
        }
        let cards: Vec<_> = parts("c").into_iter().flat_map(|cards| cards.as_array().unwrap().clone()).collect();
        assert_eq!(contents["docs"], cards.len());
        let files = built.names().into_iter().filter(|name| name.starts_with(&format!("search/{tag}/"))).count();
        assert_eq!(files, 1 + texts.len() + cards.len().div_ceil(32), "no part that nobody finds");
        let parts = texts.iter().map(|text| text.as_str().unwrap().len()).collect();
        Index { locale: Locale::parse(tag).unwrap(), terms, cards, contents, parts }
    }

    /// The addresses of what has all these words, in no order.
    fn find(&self, query: &str) -> Vec<String> {
        let mut found: Option<Vec<usize>> = None;
        let stemming = Stemming::of(&self.locale);
        stem::words(&stem::folded(query), |word| {
            let own = self.terms.get(stemming.stem(word).as_ref());
            let own: Vec<usize> = own.map(|documents| documents.keys().copied().collect()).unwrap_or_default();
            let both = found.take().map(|found| found.into_iter().filter(|id| own.contains(id)).collect());
            found = Some(both.unwrap_or(own));
        });
        let address = |id: usize| self.cards[id][1].as_str().unwrap().trim_start_matches("/office/").to_owned();
        found.unwrap_or_default().into_iter().map(address).collect()
    }
}

fn decoded(list: &str) -> Vec<usize> {
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (mut ids, mut next, mut number, mut shift) = (Vec::new(), 0, 0, 0);
    for letter in list.chars() {
        let digit = digits.find(letter).unwrap();
        number |= (digit & 31) << shift;
        shift += 5;
        if digit < 32 {
            ids.push(next + number);
            (next, number, shift) = (next + number + 1, 0, 0);
        }
    }
    ids
}

#[test]
fn forms_of_a_word_find_each_other_in_indonesian_and_in_english() {
    let built = built(&late(SITE));
    let (id, en) = (Index::of(&built, "id"), Index::of(&built, "en"));
    for query in ["menteri", "kementerian", "penegasan", "bersepakat", "bertemu", "Negara", "dibuka", "catatannya"] {
        assert_eq!(id.find(query), ["id/siaran/forum"], "{query}");
    }
    for query in ["minister", "Meetings", "policies", "adopting", "country", "attended", "Forum's ministers"] {
        assert_eq!(en.find(query), ["en/news/forum"], "{query}");
    }
    assert_eq!(id.find("zirkonia"), ["id/siaran/forum"], "a word of a note");
}

#[test]
fn a_statement_is_found_by_its_state_in_either_language_and_by_who_spoke_and_when() {
    let built = built(&late(SITE));
    for (tag, address) in [("id", "id/pernyataan/borea"), ("en", "en/statements/borea")] {
        for query in ["Boreania Utara", "northern borea", "Quill", "21 2031"] {
            assert_eq!(Index::of(&built, tag).find(query), [address], "{query}");
        }
    }
    assert_eq!(Index::of(&built, "id").find("Mei 2031").len(), 2);
    assert_eq!(Index::of(&built, "en").find("May 2031").len(), 2);
}

#[test]
fn what_is_there_in_another_language_only_is_found_under_it() {
    let built = built(&late(SITE));
    let id = Index::of(&built, "id");
    assert_eq!(id.contents["langs"], serde_json::json!(["id", "en"]));
    assert_eq!(Index::of(&built, "en").contents["langs"], serde_json::json!(["en"]));
    assert_eq!(id.find("fish"), ["en/news/market"]);
    let card = &id.cards[0];
    assert_eq!(card[0], serde_json::json!(["A ", {"lang": "id", "dir": "ltr", "text": "pasar"}, " by the sea"]));
    assert_eq!((card[6].as_str(), card[7].as_str()), (Some("en"), Some("ltr")));
}

#[test]
fn every_public_title_word_is_found_and_a_title_weighs_most() {
    let built = built(&late(SITE));
    for tag in ["id", "en"] {
        let index = Index::of(&built, tag);
        assert!(!index.cards.is_empty());
        for (nth, card) in index.cards.iter().enumerate() {
            let stemming = Stemming::of(&Locale::parse(card[6].as_str().unwrap_or(tag)).unwrap());
            let runs = card[0].as_array().unwrap().iter();
            let title: String = runs.map(|run| run.as_str().or(run["text"].as_str()).unwrap()).collect();
            stem::words(&stem::folded(&title), |word| {
                let term = stemming.stem(word).into_owned();
                assert_eq!(index.terms[&term][&nth], 4, "{term} of {title}");
            });
        }
    }
    let en = Index::of(&built, "en");
    assert!(en.terms["fish"].values().all(|weight| *weight == 0));
    assert_eq!(en.contents["years"], serde_json::json!([["2030", 0], ["2031", 1]]));
    assert_eq!(en.terms["=0"].len(), 2);
}

#[test]
fn what_is_held_a_draft_withdrawn_removed_or_without_words_is_in_no_index() {
    let with = built(&late(&format!("{SITE}{HIDDEN}")));
    let found: Vec<&str> = with.mentioning("cx").into_iter().filter(|name| name.starts_with("search/")).collect();
    assert_eq!(found, Vec::<&str>::new());
    for tag in ["id", "en"] {
        let index = Index::of(&with, tag);
        assert!(!index.terms.keys().any(|term| term.starts_with("cx")));
        // Of `unfinished` the other edition is there.
        assert_eq!(index.cards.len(), 4);
    }
    // The search is seen to find: at its instant what was held is there.
    let then = Project { at: support::at("2099-06-01T00:00:00Z"), ..late(&format!("{SITE}{HIDDEN}")) };
    let then = built(&then);
    assert_eq!(Index::of(&then, "id").find("cxheldid"), ["id/siaran/held"]);
    assert_eq!(Index::of(&then, "en").find("cxhelden"), ["en/news/held"]);
    assert!(!then.mentioning("cxwithdrawn").iter().any(|name| name.starts_with("search/")));
}

/// The site with so many releases more, each of many words.
fn large(releases: usize) -> String {
    let mut site = SITE.to_owned();
    for nth in 0..releases {
        let words: Vec<String> = (0..400).map(|word| spelled(nth * 37 + word * word)).collect();
        let body = words.join(" ");
        site += &format!(
            "-- content/releases/r{nth}/document.yaml --\nstatus: approved\npublish: 2031-01-01 09.00 WIB\n\
             -- content/releases/r{nth}/en.md --\n---\ntitle: Release {}\nslug: r{nth}\n---\n\n{body}\n",
            spelled(nth)
        );
    }
    site
}

/// A number in letters.
fn spelled(number: usize) -> String {
    number
        .to_string()
        .bytes()
        .map(|digit| ["ko", "ra", "mu", "ti", "ba", "no", "li", "su", "ga", "wo"][usize::from(digit - b'0')])
        .collect()
}

#[test]
fn parts_stay_small_however_many_documents_there_are() {
    let [small, large] = [2, 160].map(|releases| Index::of(&built(&late(&large(releases))), "en"));
    assert_eq!(small.parts.len(), 1);
    assert!(large.parts.len() >= 4, "{:?}", large.parts);
    // Many of these words begin alike, as no language's do.
    assert!(large.parts.iter().all(|length| *length < 192 * 1024), "{:?}", large.parts);
    assert_eq!(large.find(&format!("release {}", spelled(77))), ["en/news/r77"]);
}

#[test]
fn an_edit_of_one_text_changes_no_part_without_its_words() {
    let site = large(160);
    let before = built(&late(&site));
    let after = built(&late(&site.replace("Fish and forums.", "Fish and quokkas.")));
    let changed: Vec<&str> = after
        .names()
        .into_iter()
        .filter(|name| name.starts_with("search/en/"))
        .filter(|name| before.files.get(*name) != after.files.get(*name))
        .collect();
    // The table of contents, a part that `forum` left, one that `quokka` came to.
    assert!((2..=3).contains(&changed.len()), "{changed:?}");
    assert!(changed.iter().all(|name| !name.starts_with("search/en/parts/c")), "{changed:?}");
    assert_eq!(Index::of(&after, "en").find("quokka"), ["en/news/market"]);
}

#[test]
fn the_page_has_the_form_and_without_script_what_to_use_instead() {
    let site = built(&late(SITE));
    for (file, tag) in [("id/pencarian.html", "id"), ("en/search.html", "en")] {
        let page = Page::read(file, site.text(file));
        let has = |selector: &str| assert!(!page.select(selector).is_empty(), "{file} has no {selector}");
        has("form#w-search[role=search][method=get][hidden] input[name=q]");
        has("label[for=w-search-q]");
        has("#w-search-no-script");
        has("#w-search-status[role=status]");
        has("select[name=kind] option[value=releases][data-term='=0']");
        has("a[href^='/office/'][href$='/siaran/'], a[href$='/news/']");
        assert_eq!(page.attribute("form#w-search", "data-index"), [format!("/office/search/{tag}/")]);
        assert_eq!(page.attribute("form#w-search", "action"), [format!("/office/{}", file.trim_end_matches(".html"))]);
        assert!(site.text("index.html").contains("</html>"));
        let home = Page::read("home", site.text(&format!("{tag}/index.html")));
        assert_eq!(
            home.attribute(".masthead a[rel=search]", "href"),
            [format!("/office/{}", file.trim_end_matches(".html"))]
        );
    }
}

#[test]
fn the_browsers_script_names_nothing_that_the_page_has_not() {
    let built = built(&late(SITE));
    let script = std::fs::read_to_string(support::repository().join("themes/warta/assets/search.js")).unwrap();
    let folding = std::fs::read_to_string(support::repository().join("themes/warta/assets/search-folding.js")).unwrap();
    assert!(script.len() < 10_000 && folding.len() < 10_000, "{} and {} bytes", script.len(), folding.len());
    let between = |start: &str, end: char| -> Vec<String> {
        script.split(start).skip(1).filter_map(|rest| rest.split(end).next()).map(str::to_owned).collect()
    };
    let page = built.text("id/pencarian.html");
    for name in between("tell(\"", '"').iter().chain(
        &["none", "found", "some", "card", "only-en", "phrase", "phrase-rest", "phrase-limit"].map(str::to_owned),
    ) {
        assert!(page.contains(&format!("<template id=\"w-search-{name}\">")), "{name}");
    }
    for name in between("fill(\"", '"') {
        assert!(page.contains(&format!("data-slot=\"{name}\"")), "{name}");
    }
}

#[test]
fn a_site_without_search_has_neither_page_nor_index_nor_link() {
    let off = built(&late(&SITE.replace("time_zone:", "search: off\ntime_zone:")));
    assert!(off.names().iter().all(|name| !name.starts_with("search/") && !name.contains("pencarian")));
    assert_eq!(off.mentioning("rel=\"search\""), Vec::<&str>::new());
    let menu = SITE.replace("time_zone:", "search: off\nmenu: [\"page:search\"]\ntime_zone:");
    assert_eq!(support::said(&late(&menu)), ["W0206 warta.yaml:4:8"]);
    let other =
        SITE.replace("time_zone:", "sections: {search: {id: cari, en: find}}\nmenu: [\"page:search\"]\ntime_zone:");
    let other = built(&late(&other));
    assert!(other.files.contains_key("id/cari.html") && other.files.contains_key("en/find.html"));
}

#[test]
fn a_copy_for_approval_has_no_search() {
    let only = Some("releases/forum".to_owned());
    let copy = built(&Project { only, view: View::Preview, ..late(SITE) });
    assert_eq!(copy.mentioning("rel=\"search\""), Vec::<&str>::new());
    assert!(copy.names().iter().all(|name| !name.starts_with("search/")));
}

#[test]
fn a_second_build_makes_no_part_again() {
    let tree = Memory::default();
    let build = || pipeline::build(&late(SITE), &tree, "public", &|_, _| {}).unwrap().written.unwrap();
    build();
    assert_eq!(build().written, 0);
}
