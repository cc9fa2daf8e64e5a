//! What documents name and how it is named: files that nothing names, pictures and their sizes, links that
//! say nothing, words of other languages.

use std::collections::BTreeMap;

use warta::diagnostic::{Diagnostic, Severity};
use warta::pipeline::{self, Project};

use crate::support;

const SETTINGS: &str = "-- warta.yaml --
base_url: https://press.example/room
locales: [id, en]
time_zone: Asia/Makassar
collections:
  outcomes: {kind: outcome, section: {id: hasil, en: outcomes}, path: \"{section}/{slug}\", pairing: announced, acceptance: off}
  statements: {kind: statement, section: {id: pernyataan, en: statements}, path: \"{section}/{slug}\", pairing: announced, acceptance: off}
";

const MESSAGES: &str = "
site-title = Aluria
site-description = Aluria
publisher-name = Aluria
collection-outcomes = Aluria
collection-statements = Aluria
-tide = Tide Compact
    .lang = en
";

/// A site with one outcome in English, and further lines for the settings and further files.
fn site(body: &str, settings: &str, files: &str) -> Project {
    let mut text = format!("{SETTINGS}{settings}");
    ["id", "en"].iter().for_each(|locale| text.push_str(&format!("-- i18n/{locale}/site.ftl --{MESSAGES}")));
    text.push_str("-- content/outcomes/pact/document.yaml --\nstatus: approved\npublish: 2021-11-01 09.00 WITA\n");
    text.push_str(&format!(
        "original: en\n-- content/outcomes/pact/en.md --\n---\ntitle: Pact\nslug: pact\n---\n\n{body}\n"
    ));
    support::project(&(text + files))
}

/// What is said of references and languages of parts, by name and place.
fn said(project: &Project) -> Vec<String> {
    let asked = ["unused-asset", "image-without-dimensions", "vague-link-text", "unmarked-italics", "unmarked-foreign"];
    let said = pipeline::check(project).expect("memory can be read").said;
    let name = |said: &Diagnostic| {
        let place = said.place.as_ref().expect("it has a place");
        format!("{} {}:{}", said.code.name, place.file.rsplit('/').next().unwrap_or_default(), place.span.line)
    };
    let mut told: Vec<String> = said.iter().filter(|said| asked.contains(&said.code.name)).map(name).collect();
    told.sort();
    told
}

const SHIP: &str = "-- content/outcomes/pact/ship.svg --\n<svg width=\"4\" height=\"3\"/>\n";

#[test]
fn a_file_that_anything_leads_to_is_not_unused() {
    let other = |body: &str| {
        format!(
            "{SHIP}-- content/outcomes/tide/document.yaml --\nstatus: draft\n-- content/outcomes/tide/en.md --\n---\ntitle: Tide\n---\n\n{body}\n"
        )
    };
    let redirect = "redirects: {/ship: /files/outcomes/pact/ship.svg}\n";
    assert_eq!(said(&site("Words", "", SHIP)), ["unused-asset ship.svg:1"]);
    assert_eq!(said(&site("Words", redirect, SHIP)), [""; 0]);
    assert_eq!(said(&site("A [ship](asset:ship.svg#sail)", "", SHIP)), [""; 0]);
    assert_eq!(said(&site("Words", "", &other("A [ship](/files/outcomes/pact/ship.svg)"))), [""; 0]);
    assert_eq!(
        said(&site("Words", "", &other("A [ship](https://press.example/room/files/outcomes/pact/ship.svg?x)"))),
        [""; 0]
    );
    assert_eq!(
        said(&site("Words", "", &other("An [old ship](/files/outcomes/tide/ship.svg)"))),
        ["unused-asset ship.svg:1"]
    );
    let html = "markdown: {html: allow}\n";
    assert_eq!(said(&site("<object data=\"/room/files/outcomes/pact/ship.svg\"></object>", html, SHIP)), [""; 0]);
}

#[test]
fn no_file_is_called_unused_that_a_file_nobody_could_read_may_name_or_that_is_not_published() {
    let broken = format!("{SHIP}-- content/outcomes/pact/id.md --\n---\ntitle: [\n---\n");
    assert_eq!(said(&site("Words", "", &broken)), [""; 0]);
    let without_page = "-- content/statements/a/document.yaml --\nstatus: approved\npublish: 2021-11-01 09.00 WITA\n\
                        country: ID\ntext: none\n-- content/statements/a/en.md --\n---\ntitle: A\nslug: a\n---\n\
                        -- content/statements/a/a.pdf --\n%PDF\n";
    assert_eq!(said(&site("Words", "", without_page)), [""; 0]);
}

#[test]
fn pages_say_how_large_their_pictures_are_and_are_made_anew_when_that_changes() {
    let picture = |size: &str| {
        format!(
            "-- content/outcomes/pact/ship.svg --\n<svg {size}/>\n-- static/logo.svg --\n<svg viewBox=\"0 0 9 8\"/>\n"
        )
    };
    let body = "![A ship](asset:ship.svg) and ![the logo](/logo.svg)\n\n![A ship](asset:ship.svg \"The ship\")";
    let built = |size: &str| support::built(&site(body, "", &picture(size)));
    let page = |size: &str| built(size).text("en/outcomes/pact.html").to_owned();
    let first = page("width='4' height='3'");
    let sizes = |page: &str, size: &str| page.matches(size).count();
    assert_eq!(sizes(&first, "ship.svg\" width=\"4\" height=\"3\" "), 2, "{first}");
    assert_eq!(sizes(&first, "/room/logo.svg\" width=\"9\" height=\"8\" "), 1, "{first}");
    assert_eq!(sizes(&page("width='40' height='3'"), "width=\"40\" height=\"3\""), 2);
    // What cannot be told is not written.
    let unsized_page = page("");
    assert_eq!((sizes(&unsized_page, "alt=\"A ship\""), sizes(&unsized_page, "ship.svg\" width")), (2, 0));
    assert_eq!(built("width='4' height='3'").text("en/outcomes/pact.txt"), built("").text("en/outcomes/pact.txt"));
}

#[test]
fn the_picture_above_the_text_has_its_size_too() {
    let files = format!(
        "{SHIP}-- content/outcomes/tide/document.yaml --\nstatus: approved\npublish: 2021-11-01 09.00 WITA\n\
        -- content/outcomes/tide/en.md --\n---\ntitle: Tide\nslug: tide\nimage: {{src: a.svg, alt: A ship}}\n---\n\nWords\n\
        -- content/outcomes/tide/a.svg --\n<svg viewBox=\"0 0 16 9\"/>\n"
    );
    let built = support::built(&site("![x](asset:ship.svg)", "", &files));
    let page = built.text("en/outcomes/tide.html");
    assert!(
        page.contains("a.svg\" width=\"16\" height=\"9\" fetchpriority=\"high\" decoding=\"async\" alt=\"A ship\""),
        "{page}"
    );
}

#[test]
fn each_of_these_checks_weighs_what_the_settings_say_and_no_waiver_is_for_them() {
    let body = "[here](https://a.example) *two words* in the Tide Compact ![x](asset:ship.svg)";
    let files = "-- content/outcomes/pact/ship.svg --\n<svg/>\n-- content/outcomes/pact/b.pdf --\n%PDF\n-- content/outcomes/pact/id.md --\n---\ntitle: Tide Compact\nslug: pakta\n---\n\n![x](asset:ship.svg)\n";
    let all = ["unused-asset", "image-without-dimensions", "vague-link-text", "unmarked-italics", "unmarked-foreign"];
    let weighed = |how: &str| {
        let checks: Vec<String> = all.iter().map(|name| format!("{name}: {how}")).collect();
        let said =
            pipeline::check(&site(body, &format!("checks: {{{}}}\n", checks.join(", ")), files)).expect("memory").said;
        let of = |severity: Severity| {
            all.iter()
                .filter(|name| said.iter().any(|said| said.code.name == **name && said.severity == severity))
                .count()
        };
        (of(Severity::Error), of(Severity::Warning))
    };
    assert_eq!(weighed("error"), (5, 0));
    assert_eq!(weighed("warning"), (0, 5));
    assert_eq!(weighed("off"), (0, 0));
    let facts = "-- content/outcomes/tide/document.yaml --\nstatus: draft\nwaive: [{check: vague-link-text, reason: no}]\n-- content/outcomes/tide/en.md --\n---\ntitle: T\n---\n";
    let said = pipeline::check(&site("Words", "", facts)).expect("memory").said;
    assert!(said.iter().any(|said| said.code.name == "unknown-value"), "{said:?}");
}

#[test]
fn a_sentence_that_nobody_translated_is_told_once() {
    let files = "-- content/outcomes/pact/id.md --\n---\ntitle: Pakta\nslug: pakta\n---\n\nThe ships will sail with the tide. Lalu the crews will come to the quay.\n";
    let project = site("The ships will sail with the tide. Then the crews will come.", "", files);
    let told = pipeline::check(&project).expect("memory").said;
    let mut told: Vec<String> = told
        .iter()
        .filter(|said| ["parity-untranslated", "unmarked-foreign"].contains(&said.code.name))
        .map(|said| format!("{} {}", said.code.name, said.place.as_ref().map_or(0, |place| place.span.column)))
        .collect();
    told.sort();
    assert_eq!(told, ["parity-untranslated 1", "unmarked-foreign 41"]);
}

/// The sentences of `foreign.tsv`: locale, what is told, sentence.
fn sentences() -> Vec<(&'static str, Vec<&'static str>, &'static str)> {
    let lines = include_str!("foreign.tsv").lines().filter(|line| !line.starts_with('#'));
    let parts = lines.map(|line| {
        let mut parts = line.split('\t');
        let mut next = || parts.next().expect("three columns");
        (next(), next(), next())
    });
    parts
        .map(|(locale, told, sentence)| (locale, told.split('|').filter(|told| *told != "-").collect(), sentence))
        .collect()
}

#[test]
fn words_of_another_language_are_told_where_they_stand_and_names_and_loans_are_not() {
    let sentences = sentences();
    let (clean, foreign) = (sentences.iter().filter(|(_, told, _)| told.is_empty()).count(), sentences.len());
    assert!(clean >= 20 && foreign - clean >= 20, "the table is too small");
    let mut found: BTreeMap<(&str, usize), Vec<String>> = BTreeMap::new();
    for locale in ["id", "en"] {
        let own: Vec<&str> =
            sentences.iter().filter(|(of, ..)| *of == locale).map(|(_, _, sentence)| *sentence).collect();
        let file = format!(
            "-- content/outcomes/tide/document.yaml --\nstatus: approved\npublish: 2021-11-01 09.00 WITA\n\
            -- content/outcomes/tide/{locale}.md --\n---\ntitle: Laut\nslug: laut\n---\n\n{}\n",
            own.join("\n\n")
        );
        let said = pipeline::check(&site("Words", "", &file)).expect("memory can be read").said;
        for said in said.iter().filter(|said| said.code.name == "unmarked-foreign") {
            let span = said.place.as_ref().expect("it has a place").span;
            let line = own[(span.line as usize - 6) / 2];
            let words = line.chars().skip(span.column as usize - 1).take((span.end_column - span.column) as usize);
            let at =
                sentences.iter().position(|(of, _, sentence)| *of == locale && *sentence == line).expect("it is there");
            found.entry((locale, at)).or_default().push(words.collect());
        }
    }
    let differs = sentences.iter().enumerate().filter_map(|(at, (locale, told, sentence))| {
        let found = found.remove(&(*locale, at)).unwrap_or_default();
        (found != *told).then(|| format!("{sentence}\n  wanted {told:?}\n  found  {found:?}"))
    });
    let differs: Vec<String> = differs.collect();
    assert!(differs.is_empty(), "{}", differs.join("\n"));
}
