//! The pages that every site has without a document: what was corrected and withdrawn, and how a text is
//! verified, with the same in short on each document's page.

use warta::digest::Sha256;
use warta::pipeline::{Project, View};
use warta::settings::UrlStyle;

use crate::support::page::Page;
use crate::support::{self, Built, built, project, said};

/// What the cases add to or change in.
const SITE: &str = r#"-- warta.yaml --
base_url: https://press.example/office
locales: [id, en]
time_zone: Asia/Jakarta
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  pages: {kind: page, pairing: announced}
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
  - at: 2032-01-01 06.30 WIB
    grade: update
    note: {id: Jadwal hari kedua ditambahkan., en: The second day was added.}
  - at: 2031-05-22 09.00 WIB
    grade: correction
    note: {id: "Yang hadir sembilan kota, bukan sepuluh.", en: "Nine cities attended, not ten."}
    affects: [en]
withdrawn:
  at: 2032-02-03 09.00 WIB
  editions: [en]
  reason: {id: Terjemahannya keliru., en: The translation was faulty.}
  replaced_by: releases/market
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
-- content/releases/market/document.yaml --
status: approved
publish: 2031-05-20 08.00 WIB
original: id
changes:
  - at: 2031-05-23 09.00 WIB
    grade: clarification
    note: {id: Pasar buka setiap pagi.}
-- content/releases/market/id.md --
---
title: Pasar ikan dibuka
slug: pasar
---

Pasar dibuka.
-- content/releases/plan/document.yaml --
status: draft
publish: 2031-05-20 08.00 WIB
original: en
changes:
  - at: 2031-05-23 09.00 WIB
    grade: correction
    note: {en: A draft cannot be corrected.}
-- content/releases/plan/en.md --
---
title: A plan
slug: plan
---

A plan.
"#;

const ENGLISH: &str = "en/corrections-and-withdrawals.html";
const INDONESIAN: &str = "id/koreksi-dan-penarikan.html";

fn at(text: &str, instant: &str) -> Built {
    built(&Project { at: support::at(instant), ..project(text) })
}

fn late(text: &str) -> Built {
    at(text, "2032-06-01 00.00 WIB")
}

fn page(built: &Built, file: &str) -> Page {
    Page::read(file, built.text(file))
}

/// Each entry of a page of corrections: its text, white space collapsed.
fn entries(built: &Built, file: &str) -> Vec<String> {
    page(built, file).select("main ol > li")
}

fn with_settings(more: &str) -> String {
    SITE.replace("-- i18n/id/site.ftl --", &format!("{more}\n-- i18n/id/site.ftl --"))
}

#[test]
fn while_nothing_has_been_corrected_the_page_says_so_in_each_language() {
    let built = at(SITE, "2031-05-21 10.00 WIB");
    assert_eq!(page(&built, ENGLISH).select("main .empty"), ["So far nothing has been corrected or withdrawn."]);
    assert_eq!(page(&built, INDONESIAN).select("main .empty"), ["Sejauh ini belum ada yang dikoreksi atau ditarik."]);
    assert_eq!(entries(&built, ENGLISH), Vec::<String>::new(), "an editorial change is no entry");
}

#[test]
fn what_was_corrected_and_withdrawn_in_a_language_stands_on_its_page_under_the_year_the_newest_first() {
    let built = late(SITE);
    let english = [
        "3 February 2032, 09:00 WIBWithdrawnPress releases The forum opens The translation was faulty. \
         Replaced by: Pasar ikan dibuka in Indonesian only",
        "1 January 2032, 06:30 WIBUpdatePress releases The forum opens The second day was added.",
        "22 May 2031, 09:00 WIBCorrectionPress releases The forum opens Nine cities attended, not ten.",
    ];
    assert_eq!(entries(&built, ENGLISH), english);
    let indonesian = [
        "1 Januari 2032, pukul 06.30 WIBPemutakhiranSiaran pers Forum dibuka Jadwal hari kedua ditambahkan.",
        "23 Mei 2031, pukul 09.00 WIBPenjelasanSiaran pers Pasar ikan dibuka Pasar buka setiap pagi.",
    ];
    assert_eq!(entries(&built, INDONESIAN), indonesian, "and nothing of another language");
    for file in [ENGLISH, INDONESIAN] {
        // 06.30 in Jakarta is the day before in UTC: years are those of the office.
        assert_eq!(page(&built, file).select("main h2"), ["2032", "2031"]);
    }
    let links = page(&built, ENGLISH).attribute("main h3 a", "href");
    assert_eq!(links, ["/office/en/news/forum", "/office/en/news/forum", "/office/en/news/forum"]);
}

#[test]
fn an_entry_comes_at_its_instant_and_not_a_second_before() {
    for (before, on, file, words) in [
        ("2031-05-22 08.59.59 WIB", "2031-05-22 09.00 WIB", ENGLISH, "Nine cities attended, not ten."),
        ("2032-02-03 08.59.59 WIB", "2032-02-03 09.00 WIB", ENGLISH, "The translation was faulty."),
        ("2031-05-23 08.59.59 WIB", "2031-05-23 09.00 WIB", INDONESIAN, "Pasar buka setiap pagi."),
    ] {
        assert_eq!(at(SITE, before).mentioning(words), Vec::<&str>::new(), "{words}");
        assert!(at(SITE, on).mentioning(words).contains(&file), "{words}");
    }
}

#[test]
fn a_preview_lists_no_change_of_what_is_not_public() {
    let preview = built(&Project { view: View::Preview, at: support::at("2032-06-01 00.00 WIB"), ..project(SITE) });
    assert_eq!(entries(&preview, ENGLISH).len(), 3);
    assert_eq!(preview.mentioning("A draft cannot be corrected."), ["en/news/plan.html"]);
}

#[test]
fn both_pages_are_in_every_language_in_the_sitemap_and_at_the_foot_of_every_page() {
    let built = late(SITE);
    for (english, indonesian) in [(ENGLISH, INDONESIAN), ("en/verify-a-text.html", "id/verifikasi-teks.html")] {
        let url = |file: &str| format!("https://press.example/office/{}", file.trim_end_matches(".html"));
        for file in [english, indonesian] {
            let page = page(&built, file);
            assert_eq!(page.canonical(), Some(url(file).as_str()));
            let alternates = page.alternates();
            assert_eq!(alternates["en"], url(english));
            assert_eq!(alternates["id"], url(indonesian));
            assert_eq!(alternates["x-default"], "https://press.example/office/");
            let lang = page.lang();
            assert_eq!(page.attribute(".crumbs a", "href"), [format!("/office/{lang}/")]);
            assert!(built.text("sitemap.xml").contains(&format!("<loc>{}</loc>", url(file))));
        }
    }
    for file in ["en/index.html", "en/news/index.html", "en/news/forum.html", "en/404.html", ENGLISH] {
        let foot = page(&built, file).attribute(".colophon a", "href");
        let wanted = ["/office/en/corrections-and-withdrawals", "/office/en/verify-a-text"];
        assert!(wanted.iter().all(|href| foot.iter().any(|found| found == href)), "{file}: {foot:?}");
    }
}

#[test]
fn the_history_and_the_notice_of_a_withdrawal_lead_to_the_page_of_corrections() {
    let built = late(SITE);
    let found = page(&built, "en/news/forum.html");
    for part in [".withdrawn a", ".changes a"] {
        assert!(found.attribute(part, "href").contains(&"/office/en/corrections-and-withdrawals".to_owned()), "{part}");
    }
}

#[test]
fn the_settings_give_the_pages_other_addresses_in_either_form_of_urls() {
    let text =
        with_settings("sections: {corrections: {id: ralat, en: errata}, verification: {id: periksa, en: check}}");
    let clean = late(&text);
    let files = ["en/check.html", "en/errata.html", "id/periksa.html", "id/ralat.html"];
    assert!(files.iter().all(|file| clean.files.contains_key(*file)), "{:?}", clean.names());
    assert!(!clean.files.contains_key(ENGLISH));
    let directory = built(&Project { urls: Some(UrlStyle::Directory), ..project(&text) });
    let files = ["en/check/index.html", "en/errata/index.html", "id/periksa/index.html", "id/ralat/index.html"];
    assert!(files.iter().all(|file| directory.files.contains_key(*file)), "{:?}", directory.names());
}

#[test]
fn a_title_of_the_sites_own_gives_the_address_and_one_without_a_letter_does_not() {
    let text =
        SITE.replace("site-title = Teluk", "corrections-title = Errata\nverification-title = ★\nsite-title = Teluk");
    let built = late(&text);
    assert!(built.files.contains_key("en/errata.html") && built.files.contains_key("en/verification.html"));
    assert_eq!(page(&built, "en/errata.html").only("h1"), "Errata");
}

/// A page of the site at this address.
fn own_page(status: &str, slug: &str) -> String {
    format!(
        "-- content/pages/own/document.yaml --\nstatus: {status}\n-- content/pages/own/en.md --\n\
         ---\ntitle: Our own\nslug: {slug}\n---\n\nOurs.\n"
    )
}

#[test]
fn a_page_of_the_site_at_the_same_address_is_told_at_the_page_whether_it_is_public_or_not() {
    for slug in ["corrections-and-withdrawals", "Verify-a-Text"] {
        let public = said(&project(&(SITE.to_owned() + &own_page("approved", slug))));
        assert_eq!(public, ["W0801 content/pages/own/en.md:3:7"], "{slug}");
    }
    let draft = said(&project(&(SITE.to_owned() + &own_page("draft", "verify-a-text"))));
    assert_eq!(draft, ["W0801 content/pages/own/en.md:3:7"]);
    // A collection of that name would make a folder of the page.
    let section = SITE.replace("en: news", "en: verify-a-text");
    assert!(said(&project(&section)).iter().any(|line| line.starts_with("W0801")), "{:?}", said(&project(&section)));
}

#[test]
fn two_addresses_of_the_settings_that_are_the_same_are_told_where_they_are_written() {
    let text = with_settings("sections: {corrections: {id: ralat, en: same}, verification: {id: periksa, en: same}}");
    assert_eq!(said(&project(&text)), ["W0801 warta.yaml:7:62"]);
}

#[test]
fn entries_of_the_menu_and_the_foot_lead_to_the_pages_and_the_foot_names_none_twice() {
    let text = with_settings(
        "menu: [\"page:corrections\"]\nfooter: [{to: \"page:verification\", label: collection-releases}]",
    );
    let built = late(&text);
    let found = page(&built, ENGLISH);
    assert_eq!(found.select(".menu a"), ["Corrections and withdrawals"]);
    assert_eq!(found.attribute(".menu a", "href"), ["/office/en/corrections-and-withdrawals"]);
    assert_eq!(found.attribute(".menu a", "aria-current"), ["page"]);
    let foot = found.select(".colophon ul a");
    assert_eq!(foot, ["Press releases", "Corrections and withdrawals"]);
    assert_eq!(page(&built, "id/index.html").attribute(".menu a", "href"), ["/office/id/koreksi-dan-penarikan"]);
}

#[test]
fn the_block_of_verification_tells_the_digest_the_version_and_where_to_go() {
    let text = "The forum opens\n\nThe forum opens today.\n";
    for (instant, version) in [("2031-05-20 10.00 WIB", "1"), ("2031-05-22 10.00 WIB", "3")] {
        let built = at(SITE, instant);
        let found = page(&built, "en/news/forum.html");
        let groups = found.select(".verification .digest span");
        assert_eq!(groups.len(), 8);
        assert_eq!(groups.concat(), Sha256::of_bytes(text.as_bytes()).to_string());
        assert_eq!(built.text("en/news/forum.txt"), text);
        assert!(built.text("sha256sums.txt").contains(&format!("{}  en/news/forum.txt\n", groups.concat())));
        assert_eq!(found.select(".verification .digest"), [groups.concat()], "what is copied has no spaces");
        assert_eq!(found.select(".verification dd")[0], version);
        let links = found.attribute(".verification .links a", "href");
        assert_eq!(links, ["/office/en/news/forum.txt", "/office/sha256sums.txt", "/office/en/verify-a-text"]);
        assert!(found.attribute("details.verification", "open").is_empty(), "it is folded");
    }
}

#[test]
fn a_preview_and_a_copy_for_approval_have_no_block_and_no_links_to_a_list() {
    let preview = Project { view: View::Preview, at: support::at("2032-06-01 00.00 WIB"), ..project(SITE) };
    let copy = Project { only: Some("releases/forum".to_owned()), ..preview.clone() };
    for project in [preview, copy] {
        let built = built(&project);
        let html = built.files.keys().filter(|file| file.ends_with(".html")).map(|file| built.text(file));
        for text in html.collect::<Vec<_>>() {
            for word in ["class=\"band-body verification\"", "href=\"/office/sha256sums.txt\"", "verify/texts.js"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}

#[test]
fn the_page_of_verification_has_all_that_its_script_asks_for_in_each_language() {
    let built = late(SITE);
    let script = std::fs::read_to_string(support::repository().join("themes/warta/assets/verify.js")).unwrap();
    assert!(script.len() < 4500, "{} bytes", script.len());
    let after = |start: &str, end: char| -> Vec<String> {
        let parts = script.split(start).skip(1);
        parts.filter_map(|rest| rest.split(end).next()).map(str::to_owned).collect()
    };
    let (parts, slots) = (after("copy(\"", '"'), after("fill(\"", '"'));
    assert!(parts.len() == 5 && slots.len() == 4, "{parts:?} {slots:?}");
    for (file, lang) in [("en/verify-a-text.html", "en"), ("id/verifikasi-teks.html", "id")] {
        let found = page(&built, file);
        let has = |selector: &str| assert!(!found.select(selector).is_empty(), "{file} has no {selector}");
        let part = |name: &str| {
            let start = format!("<template id=\"w-verify-{name}\">");
            let (_, rest) = found.source.split_once(&start).unwrap_or_else(|| panic!("{file} has no {start}"));
            rest.split_once("</template>").unwrap().0
        };
        assert!(parts.iter().all(|name| part(name).contains("<p>")), "each result has words");
        let result = part("found");
        for name in slots.iter().map(String::as_str).chain(["document", "since"]) {
            assert!(result.contains(&format!("data-slot=\"{name}\"")), "{file}: {name}");
        }
        for state in ["current", "earlier", "withdrawn", "removed", "changed", "since"] {
            assert!(result.contains(&format!("data-when=\"{state}")), "{file}: {state}");
        }
        has("#w-verify textarea[aria-describedby=w-verify-hint]");
        has("#w-verify label[for=w-verify-text]");
        has("#w-verify button[type=button]");
        has("#w-verify [role=status]");
        // Without script: the form is not there, and a sentence says what to do.
        has("form#w-verify[hidden]");
        has("#w-verify-insecure[hidden]");
        has("#w-verify-no-script:not([hidden])");
        assert_eq!(found.attribute("#w-verify", "data-texts"), ["/office/verify/texts.js"]);
        assert_eq!(found.attribute("#w-verify", "data-digits"), ["0"]);
        assert_eq!(found.attribute("#w-verify", "data-language-id"), ["Bahasa Indonesia"]);
        assert_eq!(found.attribute("#w-verify", "data-language-en"), ["English"]);
        assert_eq!(found.attribute("#w-verify", "data-formats"), [if lang == "en" { "en-GB" } else { "id" }]);
        let scripts = found.attribute("script", "src");
        assert!(scripts.iter().all(|script| script.starts_with("/office/assets/")), "{scripts:?}");
        assert!(scripts.iter().any(|script| script.starts_with("/office/assets/verify.")), "{scripts:?}");
        let words = if lang == "en" { "Not found:" } else { "Tidak ditemukan:" };
        assert!(part("missing").contains(words), "{}", part("missing"));
    }
}

#[test]
fn the_page_of_verification_shows_the_commands_with_the_newest_text_of_its_language() {
    let built = late(SITE);
    let commands = page(&built, "id/verifikasi-teks.html").select("main code").join("\n");
    for command in [
        "sha256sum forum.txt",
        "shasum -a 256 forum.txt",
        "Get-FileHash forum.txt",
        "certutil -hashfile forum.txt SHA256",
        "curl -O https://press.example/office/sha256sums.txt",
        "curl --create-dirs -o id/siaran/forum.txt https://press.example/office/id/siaran/forum.txt",
        "sha256sum --ignore-missing -c sha256sums.txt",
    ] {
        assert!(commands.contains(command), "{command} in {commands}");
    }
    // The one English release was withdrawn.
    assert!(!built.text("en/verify-a-text.html").contains("forum.txt"));
}

#[test]
fn a_signed_list_is_told_with_the_key_and_one_that_is_not_signed_is_not() {
    let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let key = pair.pk.to_base64();
    let text = with_settings(&format!("publisher: {{key: {key}}}"));
    let unsigned = late(&text);
    assert!(!unsigned.text("en/verify-a-text.html").contains("minisign"), "a key alone signs nothing");
    let list = unsigned.text("sha256sums.txt");
    let signature = minisign::sign(Some(&pair.pk), &pair.sk, list.as_bytes(), None, None).unwrap().into_string();
    let signed = late(&format!("{text}-- signatures/list.minisig --\n{signature}"));
    assert!(signed.files.contains_key("sha256sums.txt.minisig"), "{:?}", signed.names());
    for file in ["en/verify-a-text.html", "id/verifikasi-teks.html"] {
        let found = page(&signed, file);
        let links = found.attribute("[aria-labelledby=w-signature] a", "href");
        assert_eq!(links, ["/office/sha256sums.txt", "/office/sha256sums.txt.minisig"]);
        let command = found.select("[aria-labelledby=w-signature] code");
        assert_eq!(command, [format!("minisign -Vm sha256sums.txt -P {key}")]);
    }
}
