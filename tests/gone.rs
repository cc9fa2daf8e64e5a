//! What is no longer where it was: removal, old addresses, the files for hosts; and the news sitemap, which
//! forgets by itself.

use std::collections::BTreeMap;

use warta::model::due;
use warta::pipeline::{self, View};
use warta::settings::{BaseUrl, UrlStyle};

use crate::support::{self, assert_same, built, project, said};

const SITE: &str = r#"
-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Jakarta
hosts: [netlify, apache, nginx]
publisher: {name: publisher-name}
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: "{section}/{slug}", pairing: announced, acceptance: off}
redirects:
  /archive: /en/news/
  /archive/2029.php: https://old.example/a?b=1&c=2
  /later: /en/news/later
-- i18n/id/site.ftl --
site-title = Kantor Pers Teluk Biru
site-description = Siaran pers.
publisher-name = Kantor Teluk Biru
collection-releases = Siaran pers
-- i18n/en/site.ftl --
site-title = Teluk Biru Press Office
site-description = Press releases.
publisher-name = Office of Teluk Biru
collection-releases = Press releases
-- content/releases/forum/document.yaml --
status: approved
publish: 2031-05-20 09.00 WIB
original: id
redirect_from: {id: [/lama], en: [/old, /older/page.html]}
removed: {at: 2031-05-23 09.00 WIB, reason: {id: Diterbitkan karena keliru., en: Published in error.}}
-- content/releases/forum/photo.txt --
An asset of the document.
-- content/releases/forum/id.md --
---
title: Forum rahasia
slug: forum
---

Isi yang hilang.
-- content/releases/forum/en.md --
---
title: The secret gathering
slug: forum
---

Words that vanish. ![](asset:photo.txt)
-- content/releases/later/document.yaml --
status: approved
publish: 2031-06-20 09.00 WIB
original: en
redirect_from: {en: /soon}
-- content/releases/later/en.md --
---
title: What comes later
slug: later
---

Held words.
-- content/releases/second/document.yaml --
status: approved
publish: 2031-05-20 08.00 WIB
original: en
-- content/releases/second/en.md --
---
title: Second release
slug: second
---

See [the first](doc:releases/forum).
"#;

type Texts = BTreeMap<String, String>;

fn site_of(text: &str, at: &str) -> warta::pipeline::Project {
    let mut site = project(text.replace("![](asset:photo.txt)", "").trim_start());
    site.at = support::at(at);
    site
}

fn texts(site: &warta::pipeline::Project) -> Texts {
    let files = built(site).files;
    files.into_iter().map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

fn at(day: u8) -> Texts {
    texts(&site_of(SITE, &format!("2031-05-{day} 10.00 WIB")))
}

/// The files that hold a word, in any case, or have it in their names.
fn holding<'a>(files: &'a Texts, word: &str) -> Vec<&'a str> {
    let word = word.to_lowercase();
    let is_in = |(name, text): &(&'a String, &String)| {
        name.to_lowercase().contains(&word) || text.to_lowercase().contains(&word)
    };
    files.iter().filter(is_in).map(|(name, _)| name.as_str()).collect()
}

#[test]
fn before_its_instant_a_removal_shows_nowhere() {
    let files = at(22);
    for word in ["Published in error", "keliru"] {
        assert_eq!(holding(&files, word), [""; 0], "{word}");
    }
    let without = texts(&site_of(&SITE.replace("removed: {at", "extra: {at"), "2031-05-22 10.00 WIB"));
    assert_eq!(files, without, "the removal of tomorrow changes no byte of today");
}

#[test]
fn a_removed_document_leaves_every_output_and_a_tombstone_stands_at_each_of_its_addresses() {
    let before = at(22);
    assert!(!holding(&before, "secret gathering").is_empty());
    let files = at(23);
    for word in ["secret", "rahasia", "vanish", "Isi yang hilang"] {
        assert_eq!(holding(&files, word), [""; 0], "{word}");
    }
    assert!(!files.contains_key("files/releases/forum/photo.txt"), "its assets are gone");
    let page = &files["en/news/forum.html"];
    for part in ["Document removed", "Published in error.", "23 May 2031", "content=\"noindex\"", "lang=\"en\""] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let page = &files["id/siaran/forum.html"];
    assert!(page.contains("Dokumen dihapus") && page.contains("Diterbitkan karena keliru."), "{page}");
    for listed in ["sitemap.xml", "news-sitemap.xml", "en/feed.xml", "en/news/index.html", "en/index.html"] {
        assert!(!files[listed].contains("news/forum"), "{listed}: {}", files[listed]);
    }
    let second = &files["en/news/second.html"];
    assert!(!second.contains("news/forum") && second.contains("the first"), "a reference is plain text: {second}");
}

#[test]
fn a_removed_document_without_words_is_known_by_its_ledger_or_said_to_be_nowhere() {
    let cut = |text: &str| {
        let (before, rest) = text.split_once("-- content/releases/forum/id.md --").unwrap();
        let (_, after) = rest.split_once("-- content/releases/later/document.yaml --").unwrap();
        format!("{before}-- content/releases/later/document.yaml --{after}")
    };
    let site = site_of(&cut(SITE), "2031-05-24 10.00 WIB");
    assert!(said(&site).iter().any(|line| line.starts_with("W0436")), "{:?}", said(&site));
    let early = site_of(&cut(SITE), "2031-05-22 10.00 WIB");
    assert!(said(&early).iter().any(|line| line.starts_with("W0402")), "{:?}", said(&early));
}

#[test]
fn with_a_ledger_tombstones_stand_where_editions_stood_though_their_words_are_gone() {
    let site = site_of(&format!("{SITE}-- ledger.jsonl --\n"), "2031-05-22 10.00 WIB");
    let prepared = pipeline::prepare(&site).unwrap().prepared.unwrap();
    let recording = warta::model::ledger::Recording::Life;
    let lines = warta::model::ledger::unsealed(&prepared.site.public, &prepared.theme.voices(), &site.at, recording);
    let ledger: String = lines.iter().map(|line| line.json() + "\n").collect();
    let (before, rest) = SITE.split_once("-- content/releases/forum/id.md --").unwrap();
    let (_, after) = rest.split_once("-- content/releases/later/document.yaml --").unwrap();
    let text = format!("{before}-- content/releases/later/document.yaml --{after}-- ledger.jsonl --\n{ledger}");
    let files = texts(&site_of(&text, "2031-05-24 10.00 WIB"));
    assert!(files["en/news/forum.html"].contains("Published in error."));
    assert!(files["id/siaran/forum.html"].contains("Diterbitkan karena keliru."));
    let mut other = site_of(&text, "2031-05-24 10.00 WIB");
    other.urls = Some(UrlStyle::Directory);
    let files = texts(&other);
    assert!(files["en/news/forum/index.html"].contains("Published in error."), "the same place in the other form");
    let mut kept = site_of(&format!("{SITE}-- ledger.jsonl --\n{ledger}"), "2031-05-24 10.00 WIB");
    kept.urls = Some(UrlStyle::Directory);
    let both = texts(&kept);
    assert_eq!(files["en/news/forum/index.html"], both["en/news/forum/index.html"], "words or none, one tombstone");
}

#[test]
fn what_was_never_public_has_no_tombstone() {
    let late =
        SITE.replace("publish: 2031-05-20 09.00 WIB\noriginal: id", "publish: 2031-05-25 09.00 WIB\noriginal: id");
    for day in [24, 26] {
        let site = site_of(&late, &format!("2031-05-{day} 10.00 WIB"));
        let report = pipeline::prepare(&site).unwrap();
        let plan = report.prepared.unwrap().plan;
        assert!(plan.at_file("en/news/forum.html").is_none(), "{day}");
        assert!(report.said.iter().any(|said| said.code.id == "W0428"), "{day}");
    }
}

#[test]
fn a_redirect_of_the_settings_takes_the_place_of_a_tombstone_from_its_day_on() {
    let text = SITE.replace("  /archive: ", "  /en/news/forum: /en/news/second\n  /archive: ");
    let files = texts(&site_of(&text, "2031-05-22 10.00 WIB"));
    assert_eq!(files["en/news/forum.html"], at(22)["en/news/forum.html"]);
    assert!(!files["_redirects"].contains("/en/news/forum /en/news/second"));
    let files = texts(&site_of(&text, "2031-05-23 10.00 WIB"));
    assert!(files["en/news/forum.html"].contains("url=/en/news/second"), "{}", files["en/news/forum.html"]);
    assert!(files["_redirects"].contains("/en/news/forum /en/news/second 301\n"));
    assert!(!files["nginx.conf"].contains("return 410; }\nlocation = \"/en/news/forum\""));
    assert!(files["id/siaran/forum.html"].contains("Dokumen dihapus"));
}

#[test]
fn an_old_address_has_a_page_that_leads_on_in_the_language_of_its_target() {
    let files = at(22);
    let page = &files["old.html"];
    for part in [
        "http-equiv=\"refresh\" content=\"0; url=/en/news/forum\"",
        "<link rel=\"canonical\" href=\"https://press.example/en/news/forum\">",
        "href=\"/en/news/forum\">Go to the new address</a>",
        "<html lang=\"en\"",
        "content=\"noindex\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("Buka alamat"), "{page}");
    assert_eq!(page.matches("rel=\"canonical\"").count(), 1);
    assert!(files["lama.html"].contains("Buka alamat yang baru"));
    assert!(files.contains_key("older/page.html"), "the ending is kept");
    assert!(files.contains_key("archive/index.html"), "another old address lies below");
    assert!(!files.keys().any(|name| name.contains(".php")), "{:?}", files.keys());
    assert!(!files["sitemap.xml"].contains("/old"));
    let mut site = site_of(SITE, "2031-05-22 10.00 WIB");
    site.urls = Some(UrlStyle::Directory);
    assert!(texts(&site)["old/index.html"].contains("url=/en/news/forum/"));
}

#[test]
fn a_target_without_a_language_is_named_in_all() {
    let text = SITE.replace("/archive/2029.php:", "/far:");
    let page = &texts(&site_of(&text, "2031-05-22 10.00 WIB"))["far.html"];
    assert!(page.contains("Go to the new address") && page.contains("Buka alamat yang baru"), "{page}");
    assert!(page.contains("https://old.example/a?b=1&amp;c=2"), "{page}");
}

#[test]
fn old_addresses_of_a_removed_document_lead_to_its_tombstone() {
    let files = at(23);
    assert!(files["old.html"].contains("url=/en/news/forum"));
    assert!(files["_redirects"].contains("/old /en/news/forum 301\n"));
}

#[test]
fn no_byte_tells_of_a_redirect_to_or_from_what_is_held() {
    let files = at(22);
    for word in ["/later", "later.html", "soon"] {
        assert_eq!(holding(&files, word), [""; 0], "{word}");
    }
    let (before, rest) = SITE.split_once("-- content/releases/later/document.yaml --").unwrap();
    let (_, after) = rest.split_once("-- content/releases/second/document.yaml --").unwrap();
    let without = format!("{before}-- content/releases/second/document.yaml --{after}");
    let without = texts(&site_of(&without.replace("  /later: /en/news/later\n", ""), "2031-05-22 10.00 WIB"));
    assert_eq!(files, without);
    let site = site_of(SITE, "2031-05-22 10.00 WIB");
    assert_eq!(said(&site), ["W0437 warta.yaml:11:11"]);
    let released = texts(&site_of(SITE, "2031-06-20 10.00 WIB"));
    assert!(released["later.html"].contains("url=/en/news/later") && released.contains_key("soon.html"));
}

#[test]
fn headers_and_redirects_are_written_as_netlify_and_cloudflare_read_them() {
    let files = at(22);
    let headers = &files["_headers"];
    let policy = "  Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                  font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\n";
    for part in [
        "/*\n",
        policy,
        "  X-Content-Type-Options: nosniff\n",
        "  Referrer-Policy: strict-origin-when-cross-origin\n",
        "/en/*\n  Cache-Control: public, max-age=0, must-revalidate\n",
        "/sitemap.xml\n  Cache-Control: public, max-age=0, must-revalidate\n",
        "/en/news/feed.xml\n  Content-Type: application/atom+xml; charset=utf-8\n",
        "/*.txt\n  Content-Type: text/plain; charset=utf-8\n",
    ] {
        assert!(headers.contains(part), "{part}: {headers}");
    }
    assert!(!headers.contains("X-Robots-Tag"), "{headers}");
    assert!(headers.contains("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"), "{headers}");
    assert_eq!(
        files["_redirects"],
        "/archive /en/news/ 301\n/archive/ /en/news/ 301\n\
         /archive/2029.php https://old.example/a?b=1&c=2 301\n\
         /lama /id/siaran/forum 301\n/lama/ /id/siaran/forum 301\n\
         /old /en/news/forum 301\n/old/ /en/news/forum 301\n/older/page.html /en/news/forum 301\n"
    );
}

#[test]
fn apache_and_nginx_answer_gone_with_the_tombstone_and_find_pages_without_their_ending() {
    let files = at(23);
    for part in [
        "ErrorDocument 410 /en/news/forum.html",
        "RewriteRule \"^en/news/forum/?$\" - [G]",
        "RewriteRule \"^old/?$\" \"/en/news/forum\" [R=301,L,NE]",
        "ErrorDocument 404 /id/404.html",
        "RewriteRule \"^(.*[^/])$\" \"$1.html\" [L]",
        "Header always set Cache-Control \"public, max-age=0, must-revalidate\"",
    ] {
        assert!(files[".htaccess"].contains(part), "{part}: {}", files[".htaccess"]);
    }
    for part in [
        "location = \"/en/news/forum\" { error_page 410 \"/en/news/forum.html\"; return 410; }",
        "location = \"/old\" { return 301 \"/en/news/forum\"; }",
        "try_files $uri $uri.html $uri/ =404;",
        "error_page 404 /id/404.html;",
        "frame-ancestors 'none'\" always;",
    ] {
        assert!(files["nginx.conf"].contains(part), "{part}: {}", files["nginx.conf"]);
    }
    let mut site = site_of(SITE, "2031-05-23 10.00 WIB");
    site.urls = Some(UrlStyle::Directory);
    let files = texts(&site);
    assert!(files["nginx.conf"].contains("try_files $uri $uri/ =404;"));
    assert!(!files[".htaccess"].contains("$1.html"));
}

#[test]
fn below_a_path_every_rule_begins_with_it() {
    let mut site = site_of(SITE, "2031-05-23 10.00 WIB");
    site.base_url = BaseUrl::parse("https://press.example/pers");
    let files = texts(&site);
    assert!(files["old.html"].contains("url=/pers/en/news/forum"));
    assert!(files["old.html"].contains("href=\"https://press.example/pers/en/news/forum\""));
    assert!(files["_redirects"].contains("/pers/old /pers/en/news/forum 301\n"));
    assert!(files["_headers"].starts_with("/pers/*\n"));
    assert!(files["nginx.conf"].contains("location = \"/pers/old\" { return 301 \"/pers/en/news/forum\"; }"));
    assert!(files["nginx.conf"].contains("location /pers/en/ {"));
    assert!(files[".htaccess"].contains("RewriteRule \"^old/?$\" \"/pers/en/news/forum\""));
}

#[test]
fn what_means_something_to_a_host_is_escaped() {
    let text = SITE.replace("  /archive: ", "  \"/a b*:$1(\\\"é.x\": /en/news/#a b\n  /archive: ");
    let files = texts(&site_of(&text, "2031-05-22 10.00 WIB"));
    assert!(files["_redirects"].contains("/a%20b%2A%3A%241%28%22%C3%A9.x /en/news/#a%20b 301\n"));
    assert!(files["nginx.conf"].contains("location = \"/a b*:$1(\\\"é.x\" { return 301 \"/en/news/#a%20b\"; }"));
    let rule = "RewriteRule \"^a\\x20b\\x2a\\x3a\\x241\\x28\\x22é\\x2ex$\" \"/en/news/#a\\%20b\" [R=301,L,NE]";
    assert!(files[".htaccess"].contains(rule), "{}", files[".htaccess"]);
}

#[test]
fn a_site_without_hosts_has_no_file_for_one_and_its_own_files_win() {
    let none = texts(&site_of(&SITE.replace("[netlify, apache, nginx]", "[]"), "2031-05-22 10.00 WIB"));
    for name in ["_headers", "_redirects", ".htaccess", "nginx.conf"] {
        assert!(!none.contains_key(name), "{name}");
    }
    assert!(none.contains_key("old.html"), "pages at old addresses need no host");
    let own = site_of(&format!("{SITE}-- static/_headers --\n# mine\n"), "2031-05-22 10.00 WIB");
    assert_eq!(texts(&own)["_headers"], "# mine\n");
    assert!(said(&own).contains(&"W0438 static/_headers:1:1".to_owned()), "{:?}", said(&own));
}

#[test]
fn a_preview_is_closed_by_its_headers_and_has_no_redirects_and_no_news() {
    let mut site = site_of(&format!("{SITE}-- static/_headers --\n# mine\n"), "2031-05-22 10.00 WIB");
    site.view = View::Preview;
    let files = texts(&site);
    assert!(files["_headers"].contains("/*\n") && files["_headers"].contains("  X-Robots-Tag: noindex\n"));
    assert!(files[".htaccess"].contains("X-Robots-Tag \"noindex\""));
    assert!(files["nginx.conf"].contains("add_header X-Robots-Tag \"noindex\" always;"));
    for name in ["_redirects", "old.html", "soon.html", "news-sitemap.xml"] {
        assert!(!files.contains_key(name), "{name}");
    }
}

/// The paths in the news sitemap.
fn news(files: &Texts) -> Vec<String> {
    let xml = roxmltree::Document::parse(&files["news-sitemap.xml"]).unwrap();
    let places =
        xml.descendants().filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")));
    places.map(|node| node.text().unwrap().replace("https://press.example", "")).collect()
}

#[test]
fn the_news_sitemap_has_what_went_out_in_two_days_and_nothing_else() {
    let files = at(20);
    assert_eq!(news(&files), ["/en/news/forum", "/id/siaran/forum", "/en/news/second"]);
    let text = &files["news-sitemap.xml"];
    for part in [
        "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"",
        "<news:name>Office of Teluk Biru</news:name>",
        "<news:language>en</news:language>",
        "<news:publication_date>2031-05-20T09:00:00+07:00</news:publication_date>",
        "<news:title>The secret gathering</news:title>",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(files["robots.txt"].contains("Sitemap: https://press.example/news-sitemap.xml\n"));
    let one = texts(&site_of(SITE, "2031-05-22 08.59.59 WIB"));
    assert_eq!(news(&one), ["/en/news/forum", "/id/siaran/forum"]);
    let none = texts(&site_of(SITE, "2031-05-22 09.00 WIB"));
    assert_eq!(news(&none), [""; 0]);
    assert!(none["news-sitemap.xml"].contains("<urlset"), "{}", none["news-sitemap.xml"]);
}

#[test]
fn what_is_withdrawn_is_no_news() {
    let text = SITE.replace(
        "original: en\n-- content/releases/second/en.md",
        "original: en\nwithdrawn: {at: 2031-05-20 10.00 WIB, reason: {en: Wrong.}}\n-- content/releases/second/en.md",
    );
    assert_ne!(text, SITE);
    assert_eq!(news(&texts(&site_of(&text, "2031-05-20 10.00 WIB"))), ["/en/news/forum", "/id/siaran/forum"]);
}

#[test]
fn between_two_instants_that_are_due_no_byte_changes() {
    let mut site = site_of(SITE, "2031-05-20 07.00 WIB");
    let prepared = pipeline::prepare(&site).unwrap().prepared.unwrap();
    let mut instants = vec![site.at.clone()];
    let mut due = due::upcoming(&prepared.site, &site.at);
    while let Some(next) = due.first() {
        instants.push(next.at.clone());
        site.at = next.at.clone();
        due = due::upcoming(&pipeline::prepare(&site).unwrap().prepared.unwrap().site, &site.at);
    }
    let shown: Vec<String> = instants.iter().map(|at| at.iso()).collect();
    let expected = ["20T08", "20T09", "22T08", "22T09", "23T09"].map(|day| format!("2031-05-{day}:00:00+07:00"));
    assert_eq!(shown[1..6], expected);
    for pair in instants.windows(2) {
        let last = warta::locale::Instant::parse(&pair[1].iso()).unwrap();
        let last = last.moment() - jiff::SignedDuration::from_secs(1);
        let files = |at: warta::locale::Instant| {
            let mut site = site_of(SITE, "2031-05-20 07.00 WIB");
            site.at = at;
            built(&site).files
        };
        let before = files(warta::locale::Instant::new(last, warta::locale::Zone::utc()));
        assert_same(&files(pair[0].clone()), &before, &pair[0].iso());
        assert_ne!(before, files(pair[1].clone()), "{} is due for something", pair[1].iso());
    }
}

#[test]
fn a_removal_and_the_end_of_news_are_due_with_their_causes() {
    let site = site_of(SITE, "2031-05-20 10.00 WIB");
    let prepared = pipeline::prepare(&site).unwrap().prepared.unwrap();
    let due = due::upcoming(&prepared.site, &site.at);
    let shown: Vec<String> =
        due.iter().map(|due| format!("{} {} {}", due.at.iso(), due.why.name(), due.document)).collect();
    assert_eq!(
        shown[..3],
        [
            "2031-05-22T08:00:00+07:00 news-window releases/second",
            "2031-05-22T09:00:00+07:00 news-window releases/forum",
            "2031-05-23T09:00:00+07:00 removal releases/forum",
        ]
    );
}
