//! Bad input: whatever lies in a site, there is a diagnostic and never a panic.
//!
//! What fits into memory goes through the pipeline; what needs a disk goes through the program.
#![expect(clippy::disallowed_methods, reason = "a test makes its sites")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use warta::diagnostic::print;

use crate::check::{Case, base, both_languages, faults, run_files};

const ABOUT: &str = "content/pages/about/en.md";
const OPENING: &str = "content/releases/opening/en.md";
const FACTS: &str = "content/releases/opening/document.yaml";

/// The base site with some files replaced, added, or, where there is no text, taken out; what is said
/// of it as `file:line:column code`.
fn said_of(changes: &[(&str, Option<&str>)]) -> Vec<String> {
    let mut files = base("newsroom");
    for (file, text) in changes {
        match text {
            Some(text) => drop(files.insert((*file).to_owned(), (*text).to_owned())),
            None => drop(files.remove(*file)),
        }
    }
    said_of_files(&files)
}

fn said_of_files(files: &BTreeMap<String, String>) -> Vec<String> {
    let (mut said, source) = run_files(files);
    print::sort(&mut said);
    let words = both_languages();
    let wrong: Vec<String> = said.iter().flat_map(|diagnostic| faults(diagnostic, &words, &source)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let shown = |diagnostic: &warta::diagnostic::Diagnostic| {
        let place = diagnostic.place.as_ref().map(ToString::to_string);
        format!("{} {}", place.unwrap_or_default(), diagnostic.code.id).trim().to_owned()
    };
    said.iter().map(shown).collect()
}

fn s(text: impl Into<String>) -> Option<&'static str> { Some(Box::leak(text.into().into_boxed_str())) }

fn settings(locales: &str, collections: &str) -> String {
    format!("base_url: https://press.example\nlocales: {locales}\ntime_zone: Asia/Makassar\ncollections: {collections}\n")
}

#[test]
fn probe() {
    let deep_yaml = format!("status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nextra: {}x{}\n", "[".repeat(100), "]".repeat(100));
    let very_deep_yaml = format!("status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nextra: {}x{}\n", "[".repeat(100_000), "]".repeat(100_000));
    let block_deep = format!("status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nextra:\n{}", (0..100).map(|n| format!("{}a:\n", " ".repeat(n + 1))).collect::<String>());
    let bomb = format!("status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nextra:\n  a0: &a0 [x, x]\n{}", (1..30).map(|n| format!("  a{n}: &a{n} [*a{0}, *a{0}]\n", n - 1)).collect::<String>());
    let front = |matter: &str, body: &str| format!("---\n{matter}\n---\n\n{body}\n");
    let list_deep = front("title: T\nslug: s", &(0..100).map(|n| format!("{}- a\n", "  ".repeat(n))).collect::<String>());
    let huge_line = front("title: T\nslug: s", &"word ".repeat(400_000));
    let huge_title = front(&format!("title: {}\nslug: s", "word ".repeat(10_000)), "x");
    let nul = front("title: T\0T\nslug: s", "a\0b\n\n## c\0\n");
    let folders = format!("content/releases/{}deep/en.md", "a/".repeat(100));
    let ftl = (0..10_000).map(|n| format!("message-{n} = Words {{ message-{} }}\n", n / 2)).collect::<String>();
    let probes: Vec<(&str, Vec<(&str, Option<&str>)>)> = vec![
        ("empty words", vec![(ABOUT, Some(""))]),
        ("empty facts", vec![(FACTS, Some(""))]),
        ("empty settings", vec![("warta.yaml", Some(""))]),
        ("settings: list", vec![("warta.yaml", Some("- a\n"))]),
        ("settings: scalar", vec![("warta.yaml", Some("hello\n"))]),
        ("settings: null", vec![("warta.yaml", Some("~\n"))]),
        ("front matter only", vec![(ABOUT, Some("---\ntitle: About\nslug: about\n---"))]),
        ("front matter empty", vec![(ABOUT, Some("---\n---\n"))]),
        ("front matter list", vec![(ABOUT, Some("---\n- a\n---\n"))]),
        ("front matter scalar", vec![(ABOUT, Some("---\nhello\n---\n"))]),
        ("front matter ...", vec![(ABOUT, Some("---\ntitle: About\nslug: about\n...\nText\n"))]),
        ("only ---", vec![(ABOUT, Some("---"))]),
        ("two docs in yaml", vec![(FACTS, Some("status: draft\n---\nstatus: approved\n"))]),
        ("facts list", vec![(FACTS, Some("- status: draft\n"))]),
        ("facts directive", vec![(FACTS, Some("%YAML 1.2\n---\nstatus: draft\n"))]),
        ("facts tag", vec![(FACTS, Some("status: !!binary approved\npublish: !foo 2021-11-16 18.00 WITA\noriginal: en\n"))]),
        ("facts merge key", vec![(FACTS, Some("status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nextra: {<<: {a: 1}, b: 2}\n"))]),
        ("facts complex key", vec![(FACTS, Some("? [a, b]\n: c\n"))]),
        ("facts number key", vec![(FACTS, Some("status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nextra: {1: a, true: b, ~: c}\n"))]),
        ("unknown alias", vec![(FACTS, Some("status: *nothing\n"))]),
        ("deep yaml", vec![(FACTS, s(deep_yaml))]),
        ("very deep yaml", vec![(FACTS, s(very_deep_yaml))]),
        ("block deep yaml", vec![(FACTS, s(block_deep))]),
        ("bomb", vec![(FACTS, s(bomb))]),
        ("recursive alias", vec![(FACTS, Some("extra: &a [*a]\n"))]),
        ("deep list", vec![(OPENING, s(list_deep))]),
        ("huge line", vec![(OPENING, s(huge_line))]),
        ("huge title", vec![(OPENING, s(huge_title))]),
        ("nul", vec![(OPENING, s(nul))]),
        ("deep folders", vec![(folders.as_str(), Some("---\ntitle: T\nslug: s\n---\n"))]),
        ("ftl 10000", vec![("i18n/en/many.ftl", s(ftl))]),
        ("ftl nul", vec![("i18n/en/nul.ftl", Some("a = b\0c\n\0\n"))]),
        ("ftl junk", vec![("i18n/en/junk.ftl", Some("%%%\n{{{{\n\n}}}}\n"))]),
        ("ftl no locale", vec![("i18n/fr/a.ftl", Some("a = b\n")), ("i18n/a.ftl", Some("b = c\n"))]),
        ("ftl crlf", vec![("i18n/en/crlf.ftl", Some("a = b\r\n    c\r\nd = { a }\r\n"))]),
        ("ftl empty", vec![("i18n/en/e.ftl", Some(""))]),
        ("blank title", vec![(OPENING, Some("---\ntitle: \"   \"\nslug: s\n---\n"))]),
        ("empty title", vec![(OPENING, Some("---\ntitle: \"\"\nslug: s\n---\n"))]),
        ("null title", vec![(OPENING, Some("---\ntitle:\nslug: s\n---\n"))]),
        ("title with a placeable", vec![(OPENING, Some("---\ntitle: \"The { $x } and { bad, } [y]{lang=!}\"\nsummary: \"{ open\"\nslug: s\n---\n"))]),
        ("slug section", vec![(ABOUT, Some("---\ntitle: A\nslug: press-releases\n---\n"))]),
        ("slug feed.xml", vec![(ABOUT, Some("---\ntitle: A\nslug: feed.xml\n---\n"))]),
        ("slug feed", vec![(ABOUT, Some("---\ntitle: A\nslug: feed\n---\n"))]),
        ("slug index", vec![(ABOUT, Some("---\ntitle: A\nslug: index\n---\n"))]),
        ("slug 404", vec![(ABOUT, Some("---\ntitle: A\nslug: \"404\"\n---\n"))]),
        ("slug .hidden", vec![(ABOUT, Some("---\ntitle: A\nslug: .hidden\n---\n"))]),
        ("slug umlaut", vec![(ABOUT, Some("---\ntitle: A\nslug: größe\n---\n"))]),
        ("slug dot end", vec![(ABOUT, Some("---\ntitle: A\nslug: a.html\n---\n"))]),
        ("slug a year", vec![("warta.yaml", s(base("newsroom")["warta.yaml"].replace("{section}/{year}/{slug}", "{section}/{slug}"))), (OPENING, Some("---\ntitle: A\nslug: \"2021\"\n---\n"))]),
        ("slug page 2", vec![(OPENING, Some("---\ntitle: A\nslug: page\n---\n"))]),
        ("slug long", vec![(ABOUT, s(format!("---\ntitle: A\nslug: {}\n---\n", "a".repeat(300))))]),
        ("document named feed.xml", vec![("content/pages/feed.xml/en.md", Some("---\ntitle: A\nslug: feed-a\n---\n")), ("content/pages/feed.xml/id.md", Some("---\ntitle: A\nslug: feed-b\n---\n"))]),
        ("spaces and umlauts", vec![("content/pages/über uns/en.md", Some("---\ntitle: A\nslug: us\n---\n![a ship](<asset:ein schönes Schiff.jpg>)\n")), ("content/pages/über uns/id.md", Some("---\ntitle: A\nslug: kami\n---\n")), ("content/pages/über uns/ein schönes Schiff.jpg", Some("JPEG"))]),
        ("case of files", vec![("content/releases/opening/a.pdf", Some("a")), ("content/releases/opening/A.pdf", Some("b"))]),
        ("case of locale", vec![("content/pages/about/EN.md", Some("---\ntitle: A\nslug: us\n---\n"))]),
        ("case of folders", vec![("content/pages/About/en.md", Some("---\ntitle: A\nslug: us\n---\n")), ("content/pages/About/id.md", Some("---\ntitle: A\nslug: kami\n---\n"))]),
        ("statics over pages", vec![("static/index.html", Some("x")), ("static/robots.txt", Some("x")), ("static/sitemap.xml", Some("x")), ("static/en/about.html", Some("x")), ("static/.warta.json", Some("x")), ("static/files/releases/opening/a", Some("x")), ("static/en", Some("x"))]),
        ("static folder over file", vec![("static/en/about.html/x", Some("x"))]),
        ("nested document", vec![("content/releases/opening/more/en.md", Some("---\ntitle: A\nslug: more\n---\n"))]),
        ("menu message", vec![("warta.yaml", s(format!("{}notice: nothing\npublisher: {{name: nobody}}\nmenu: [{{to: \"collection:releases\", label: nothing-near}}]\n", base("newsroom")["warta.yaml"])))]),
        ("label gone", vec![("i18n/en/site.ftl", Some("site-title = A\n"))]),
        ("one locale", vec![("warta.yaml", s(settings("[en]", "{pages: {kind: page}}")))]),
        ("locales: id", vec![("warta.yaml", s(settings("id", "{pages: {kind: page}}")))]),
        ("locales: []", vec![("warta.yaml", s(settings("[]", "{pages: {kind: page}}")))]),
        ("collections: []", vec![("warta.yaml", s(settings("[id, en]", "[]")))]),
        ("collections: {}", vec![("warta.yaml", s(settings("[id, en]", "{}")))]),
        ("collections null", vec![("warta.yaml", s(settings("[id, en]", "")))]),
        ("collection null", vec![("warta.yaml", s(settings("[id, en]", "{pages: }")))]),
        ("collection ..", vec![("warta.yaml", s(settings("[id, en]", "{../x: {kind: page}, \"\": {kind: page}}")))]),
        ("x_default", vec![("warta.yaml", s(format!("{}x_default: fr\n", base("newsroom")["warta.yaml"])))]),
        ("taxonomy name", vec![("warta.yaml", s(base("newsroom")["warta.yaml"].replace("topics: {", "status: {")))]),
        ("term slug empty", vec![("warta.yaml", s(base("newsroom")["warta.yaml"].replace("[harbours, tides]", "[{harbours: {slug: {id: ../x, en: \"\"}}}, tides, tides]")))]),
        ("term label no letters", vec![("i18n/en/site.ftl", s(base("newsroom")["i18n/en/site.ftl"].replace("= Tides", "= { \"!!!\" }"))), (FACTS, Some("status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\ntopics: [tides]\n"))]),
        ("event itself", vec![("content/events/harbours/document.yaml", Some("status: approved\npublish: 2021-11-01 09.00 WITA\noriginal: en\nstarts: 2021-11-16\nevent: events/harbours\nagenda:\n  dredging: {id: Pengerukan, en: Dredging}\n"))]),
        ("crlf", vec![(FACTS, Some("status: aproved\r\npublish: 2021-11-16 18.00 WITA\r\noriginal: en\r\ncolour: red\r\n")), (OPENING, Some("---\r\ntitle: A\r\nslug: a\r\nsumary: x\r\n---\r\n\r\nSee [x](annex.pdf).\r\n\r\n{ $nothing }\r\n"))]),
        ("bom", vec![(FACTS, Some("\u{feff}status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\ncolour: red\n")), (OPENING, Some("\u{feff}---\ntitle: A\nslug: a\n---\nText\n"))]),
        ("tera calls", vec![("themes/warta/templates/page.html", Some("{{ shout(x=1) }}\n{{ doc.title | shout }}\n{{<shout a=\"1\"/>}}\n{{ t(id=\"nothing\") }}\n{{ t(id=doc.title) }}\n"))]),
        ("tera utf8 columns", vec![("themes/warta/templates/page.html", Some("<p>größe – {{ doc.nothing.more }}</p>\n"))]),
        ("tera self include", vec![("themes/warta/templates/page.html", Some("{% include \"page.html\" %}"))]),
        ("tera empty base", vec![("themes/warta/templates/base.html", Some(""))]),
        ("tera empty page", vec![("themes/warta/templates/page.html", Some(""))]),
        ("tera loop", vec![("themes/warta/templates/page.html", Some("{% for a in range(end=100000000) %}x{% endfor %}"))]),
        ("tera env", vec![("themes/warta/templates/page.html", Some("{{ get_env(name=\"PATH\") }}"))]),
        ("theme yaml", vec![("themes/warta/theme.yaml", Some("- a\n"))]),
        ("theme stray", vec![("themes/warta/pictures/a.jpg", Some("- a\n"))]),
        ("figures odd", vec![(FACTS, Some("status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nfigures: {a: 99999999999999999999999999999999999999.5, b: -0, c: 1e9, d: 0x10, e: .5, f: 5., \"g h\": 1, i: ~, j: [1]}\n"))]),
        ("publish far", vec![(FACTS, Some("status: approved\npublish: 9999-12-31 23.59 WITA\noriginal: en\n"))]),
        ("publish year 0", vec![(FACTS, Some("status: approved\npublish: 0000-01-01 00.00 WITA\noriginal: en\n"))]),
        ("publish big", vec![(FACTS, Some("status: approved\npublish: 99999-12-31 23.59 WITA\noriginal: en\n"))]),
        ("publish locale", vec![(FACTS, Some("status: approved\npublish: {id: 2021-11-16 18.00 WITA, fr: 2021-11-16 18.00 WITA}\noriginal: en\n"))]),
        ("release in an event collection path", vec![(FACTS, Some("status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nevent: \"\"\nfiles: [{src: ../../../etc/passwd}, {src: \"\"}, a]\n"))]),
    ];
    for (name, changes) in probes {
        let start = std::time::Instant::now();
        let said = std::panic::catch_unwind(|| said_of(&changes));
        let time = start.elapsed();
        let mut out = format!("### {name} ({time:.1?})\n");
        match said {
            Ok(said) => { let n = said.len(); for line in said.into_iter().take(12) { out.push_str(&format!("  {line}\n")); } if n > 12 { out.push_str(&format!("  … {n}\n")); } }
            Err(e) => out.push_str(&format!("  PANIC {:?}\n", e.downcast_ref::<String>())),
        }
        std::fs::OpenOptions::new().append(true).create(true).open("/tmp/w/casegen/probe.txt").and_then(|mut f| std::io::Write::write_all(&mut f, out.as_bytes())).unwrap();
    }
}
