//! The canonical text of an edition: what stands in it, what leaves it as it is, and the lists and
//! signatures by which readers know it.
//!
//! `canonical/everything.txtar` is a document with all that a text can hold; what nobody sees is written
//! there by its number (`⟨00AD⟩`).

use std::collections::BTreeMap;

use minisign::KeyPair;
use warta::digest::Sha256;
use warta::model::canonical::folded;
use warta::pipeline::{Project, View};
use warta::settings::UrlStyle;

use crate::sites;
use crate::support::{self, Built, built, project};

/// A file of `canonical/`, with characters for their numbers.
fn fixture(name: &str) -> String {
    let path = support::repository().join("tests/canonical").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let mut parts = text.split('⟨');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (number, rest) = part.split_once('⟩').unwrap();
        text + &char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap().to_string() + rest
    })
}

/// A site in three languages, one of them written from right to left, with the document of everything.
fn everything() -> Project {
    let text = sites::site("three") + &fixture("everything.txtar");
    Project { at: support::at("2031-05-20T00:00:00Z"), ..project(&text) }
}

#[test]
fn a_text_is_its_words_line_by_line_and_nothing_that_a_site_adds() {
    let built = built(&everything());
    assert_eq!(built.text("en/docs/charter/all.txt"), fixture("everything.en.txt"));
    assert_eq!(built.text("ar/docs/charter/كل.txt"), fixture("everything.ar.txt"));
}

/// The site with other words of the theme, other labels, another template, another form of URLs.
fn looking_otherwise() -> Project {
    let text = sites::site("three") + &fixture("everything.txtar");
    let text =
        text.replace("<body>", "<body><p>A new template.</p>").replace("\nalert-warning = ", "\nalert-warning = New: ");
    let text = text.replace("A label of a file", "A new label").replace("chart.svg, alt: No", "chart.svg, alt: New");
    assert!(["A new template", "= New: ", "A new label", "alt: New"].iter().all(|new| text.contains(new)));
    let urls = Some(UrlStyle::Directory);
    Project { at: support::at("2031-05-20T00:00:00Z"), urls, ..project(&text) }
}

fn texts(built: &Built) -> BTreeMap<&str, &[u8]> {
    let files = built.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    files.filter(|(name, _)| name.ends_with(".txt") && !["robots.txt", "sha256sums.txt"].contains(name)).collect()
}

#[test]
fn a_new_template_new_labels_and_new_forms_of_urls_leave_every_text_as_it_is() {
    let (before, after) = (built(&everything()), built(&looking_otherwise()));
    assert!(!after.mentioning("New: ").is_empty() && !after.mentioning("A new template.").is_empty());
    assert_eq!(texts(&after), texts(&before));
    assert_eq!(after.text("sha256sums.txt"), before.text("sha256sums.txt"));
}

#[test]
fn the_list_names_every_text_with_its_true_digest_sorted_by_file() {
    let built = built(&everything());
    let line = |(name, bytes): (&str, &[u8])| format!("{}  {name}\n", Sha256::of_bytes(bytes));
    let texts = texts(&built);
    assert_eq!(texts.len(), 8, "{texts:#?}");
    assert_eq!(built.text("sha256sums.txt"), texts.into_iter().map(line).collect::<String>());
}

#[test]
fn a_preview_has_neither_texts_nor_lists() {
    let built = built(&Project { view: View::Preview, ..everything() });
    assert!(texts(&built).is_empty());
    assert!(["sha256sums.txt", "verify/texts.js"].iter().all(|file| !built.files.contains_key(*file)));
}

#[test]
fn the_script_gives_both_digests_of_every_text() {
    let built = built(&everything());
    let script = built.text("verify/texts.js");
    let json =
        script.strip_prefix("(window.wartaTexts ||= {})[\"\"] = ").and_then(|rest| rest.strip_suffix(";\n")).unwrap();
    let versions: Vec<serde_json::Value> = serde_json::from_str(json).unwrap();
    assert_eq!(versions.len(), texts(&built).len());
    for version in versions {
        let file = percent_decoded(version["text"].as_str().unwrap().strip_prefix("/press/").unwrap());
        let text = built.text(&file);
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(version["sha256"], Sha256::of_bytes(text.as_bytes()).to_string(), "{file}");
        assert_eq!(version["folded"], Sha256::of_bytes(folded.as_bytes()).to_string(), "{file}");
    }
}

fn percent_decoded(url: &str) -> String {
    percent_encoding::percent_decode_str(url).decode_utf8().unwrap().into_owned()
}

const SIGNED: &str = "\
-- warta.yaml --
base_url: https://press.example
locales: [en]
time_zone: Asia/Makassar
collections:
  releases: {kind: release, section: {en: news}, path: \"{section}/{slug}\"}
publisher: {name: site-title, key: KEY}
-- i18n/en/site.ftl --
site-title = Press Office of Aluria
site-description = An invented newsroom.
collection-releases = Press releases
-- content/releases/harbour/document.yaml --
status: approved
publish: 2031-05-20 09.00 WITA
-- content/releases/harbour/en.md --
---
title: The harbour opens
slug: harbour
---

Nine ships came in.
-- content/releases/quay/document.yaml --
status: approved
publish: 2031-05-21 09.00 WITA
-- content/releases/quay/en.md --
---
title: The quay opens
slug: quay
---

The quay is open.
";

/// The site of a key with signatures, at an hour of 20 or 21 May.
fn signed(key: &KeyPair, signatures: &[&str], at: &str) -> Project {
    let mut text = SIGNED.replace("KEY", &key.pk.to_base64());
    for (number, signature) in signatures.iter().enumerate() {
        text += &format!("-- signatures/{number}.minisig --\n{signature}");
    }
    Project { at: support::at(at), ..project(&text) }
}

#[test]
fn the_signature_that_fits_the_list_goes_out_with_it_and_the_others_wait_for_theirs() {
    let key = KeyPair::generate_unencrypted_keypair().unwrap();
    let (first, second) = ("2031-05-20 09.00 WITA", "2031-05-21 09.00 WITA");
    let sign = |at: &str| {
        let built = built(&signed(&key, &[], at));
        assert!(!built.files.contains_key("sha256sums.txt.minisig"));
        let list = built.text("sha256sums.txt").as_bytes();
        minisign::sign(None, &key.sk, list, Some("of Aluria"), None).unwrap().to_string()
    };
    let signatures = [sign(first), sign(second)];
    let signatures: Vec<&str> = signatures.iter().map(String::as_str).collect();
    for (at, signature) in [(first, signatures[0]), (second, signatures[1])] {
        let built = built(&signed(&key, &signatures, at));
        assert_eq!(support::codes(&built.report.said), Vec::<String>::new(), "{at}");
        assert_eq!(built.text("sha256sums.txt.minisig"), signature, "{at}");
    }
    let late = built(&signed(&key, &signatures[..1], second));
    assert_eq!(support::codes(&late.report.said), ["W1015 signatures/0.minisig:1:1"]);
    assert!(!late.files.contains_key("sha256sums.txt.minisig"));
}

#[test]
fn the_example_of_the_manual_is_true() {
    let manual = std::fs::read_to_string(support::repository().join("docs/verification.md")).unwrap();
    let example = &manual[manual.find("### An example").unwrap()..];
    let fence = |kind: &str| example.split(&format!("```{kind}\n")).nth(1).unwrap().split("```").next().unwrap();
    let digest = |of: &str| example.split(&format!("| {of} | `")).nth(1).unwrap().split('`').next().unwrap();
    let facts = "-- content/releases/forum/document.yaml --\nstatus: approved\npublish: 2031-05-20 09.00 WITA\n\
                 figures: {cities: 9}\n-- content/releases/forum/hall.jpg --\n\n";
    let words = format!("-- content/releases/forum/en.md --\n{}", fence("markdown"));
    let site = SIGNED.replace(", key: KEY", "") + facts + &words;
    let built = built(&Project { at: support::at("2031-05-20 09.00 WITA"), ..project(&site) });
    let text = built.text("en/news/forum-closes.txt");
    assert_eq!(text, fence("text"));
    assert_eq!(digest("of the text"), Sha256::of_bytes(text.as_bytes()).to_string());
    assert_eq!(digest("of the folded text"), Sha256::of_bytes(folded(text).as_bytes()).to_string());
}
