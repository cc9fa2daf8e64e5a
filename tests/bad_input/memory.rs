//! Strange sites in memory: each says what is wrong with it, all at once, and none ends the program.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;
use warta::diagnostic::Diagnostic;

use crate::check::{base, both_languages, faults, run_files};

const ABOUT: &str = "content/pages/about/en.md";
const OPENING: &str = "content/releases/opening/en.md";
const FACTS: &str = "content/releases/opening/document.yaml";
const APPROVED: &str = "status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\n";

/// A file and its text.
type Change = (&'static str, String);

/// A name, what differs from the base site, and what is said.
type Strange = (&'static str, Vec<Change>, &'static [&'static str]);

fn to(file: &'static str, text: impl Into<String>) -> Change {
    (file, text.into())
}

/// What is said of the base site with these files, as `file:line:column code`.
fn said_of(changes: &[Change]) -> Vec<String> {
    let mut files = base("newsroom");
    files.extend(changes.iter().map(|(file, text)| ((*file).to_owned(), text.clone())));
    let (said, source) = run_files(&files);
    let words = both_languages();
    let wrong: Vec<String> = said.iter().flat_map(|diagnostic| faults(diagnostic, &words, &source)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    said.iter().map(shown).collect()
}

fn shown(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().map(ToString::to_string);
    format!("{} {}", place.unwrap_or_default(), diagnostic.code.id).trim().to_owned()
}

fn judge(sites: &[Strange]) {
    let judged = sites.par_iter().filter_map(|(name, changes, expected)| {
        let said = catch_unwind(AssertUnwindSafe(|| said_of(changes))).unwrap_or_else(|_| vec!["panics".to_owned()]);
        (said != *expected).then(|| format!("{name}: {said:#?}\n  and not {expected:#?}"))
    });
    let wrong: Vec<String> = judged.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn settings(locales: &str, collections: &str) -> String {
    format!(
        "base_url: https://press.example\nlocales: {locales}\ntime_zone: Asia/Makassar\ncollections: {collections}\n"
    )
}

#[test]
fn every_strange_file_gets_its_diagnostic() {
    judge(&[
        ("empty words", vec![to(ABOUT, "")], &["content/pages/about/en.md:1:1 W0403"]),
        (
            "empty facts",
            vec![to(FACTS, "")],
            &["content/releases/opening/document.yaml:1:1 W0407", "content/releases/opening/document.yaml:1:1 W0408"],
        ),
        (
            "empty settings",
            vec![to("warta.yaml", "")],
            &["warta.yaml:1:1 W0205", "warta.yaml:1:1 W0205", "warta.yaml:1:1 W0205"],
        ),
        ("settings: list", vec![to("warta.yaml", "- a\n")], &["warta.yaml:1:1 W0204"]),
        ("settings: scalar", vec![to("warta.yaml", "hello\n")], &["warta.yaml:1:1 W0204"]),
        ("front matter only", vec![to(ABOUT, "---\ntitle: About\nslug: about\n---")], &[]),
        ("front matter empty", vec![to(ABOUT, "---\n---\n")], &["content/pages/about/en.md:2:1 W0205"]),
        ("front matter list", vec![to(ABOUT, "---\n- a\n---\n")], &["content/pages/about/en.md:2:1 W0204"]),
        ("front matter scalar", vec![to(ABOUT, "---\nhello\n---\n")], &["content/pages/about/en.md:2:1 W0204"]),
        ("only ---", vec![to(ABOUT, "---")], &["content/pages/about/en.md:1:1 W0403"]),
        (
            "two docs in yaml",
            vec![to(FACTS, "status: draft\n---\nstatus: approved\n")],
            &["content/releases/opening/document.yaml:3:1 W0201"],
        ),
        ("facts list", vec![to(FACTS, "- status: draft\n")], &["content/releases/opening/document.yaml:1:1 W0204"]),
        (
            "facts directive",
            vec![to(FACTS, "%YAML 1.2\n---\nstatus: draft\n")],
            &["content/releases/opening/document.yaml:1:1 W0408"],
        ),
        (
            "facts tag",
            vec![to(FACTS, "status: !!binary approved\npublish: !foo 2021-11-16 18.00 WITA\noriginal: en\n")],
            &["content/releases/opening/document.yaml:1:18 W0201"],
        ),
        (
            "facts merge key",
            vec![to(
                FACTS,
                "status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nextra: {<<: {a: 1}, b: 2}\n",
            )],
            &[],
        ),
        (
            "facts complex key",
            vec![to(FACTS, "? [a, b]\n: c\n")],
            &["content/releases/opening/document.yaml:1:3 W0201"],
        ),
        ("unknown alias", vec![to(FACTS, "status: *nothing\n")], &["content/releases/opening/document.yaml:1:9 W0201"]),
        (
            "recursive alias",
            vec![to(FACTS, "extra: &a [*a]\n")],
            &["content/releases/opening/document.yaml:1:12 W0201"],
        ),
        (
            "ftl nul",
            vec![to("i18n/en/nul.ftl", "a = b\0c\n\0\n")],
            &["i18n/en/nul.ftl:1:6 W0601", "i18n/en/nul.ftl:2:1 W0601"],
        ),
        ("ftl junk", vec![to("i18n/en/junk.ftl", "%%%\n{{{{\n\n}}}}\n")], &["i18n/en/junk.ftl:1:1 W0601"]),
        (
            "ftl no locale",
            vec![to("i18n/fr/a.ftl", "a = b\n"), to("i18n/a.ftl", "b = c\n")],
            &["i18n/a.ftl:1:1 W0105", "i18n/fr/a.ftl:1:1 W0105"],
        ),
        (
            "ftl crlf",
            vec![to("i18n/en/crlf.ftl", "a = b\r\n    c\r\nd = { a }\r\n")],
            &["i18n/en/crlf.ftl:1:1 W0614", "i18n/en/crlf.ftl:3:1 W0614"],
        ),
        (
            "blank title",
            vec![to(OPENING, "---\ntitle: \"   \"\nslug: s\n---\n")],
            &["content/releases/opening/en.md:2:1 W0205"],
        ),
        (
            "empty title",
            vec![to(OPENING, "---\ntitle: \"\"\nslug: s\n---\n")],
            &["content/releases/opening/en.md:2:1 W0205"],
        ),
        ("null title", vec![to(OPENING, "---\ntitle:\nslug: s\n---\n")], &["content/releases/opening/en.md:2:1 W0205"]),
        (
            "title with a placeable",
            vec![to(
                OPENING,
                "---\ntitle: \"The { $x } and { bad, } [y]{lang=!}\"\nsummary: \"{ open\"\nslug: s\n---\n",
            )],
            &[
                "content/releases/opening/en.md:2:8 W0509",
                "content/releases/opening/en.md:2:8 W0513",
                "content/releases/opening/en.md:2:8 W0606",
                "content/releases/opening/en.md:3:10 W0512",
            ],
        ),
        (
            "slug section",
            vec![to(ABOUT, "---\ntitle: A\nslug: press-releases\n---\n")],
            &["content/pages/about/en.md:3:7 W0801"],
        ),
        // The host would hand out the feed.
        (
            "slug feed.xml",
            vec![to(ABOUT, "---\ntitle: A\nslug: feed.xml\n---\n")],
            &["content/pages/about/en.md:3:7 W0801"],
        ),
        ("slug index", vec![to(ABOUT, "---\ntitle: A\nslug: index\n---\n")], &["content/pages/about/en.md:3:7 W0801"]),
        ("slug 404", vec![to(ABOUT, "---\ntitle: A\nslug: \"404\"\n---\n")], &["content/pages/about/en.md:3:7 W0801"]),
        (
            "slug .hidden",
            vec![to(ABOUT, "---\ntitle: A\nslug: .hidden\n---\n")],
            &["content/pages/about/en.md:3:7 W0404"],
        ),
        (
            "slug a year",
            vec![
                to("warta.yaml", base("newsroom")["warta.yaml"].replace("{section}/{year}/{slug}", "{section}/{slug}")),
                to(OPENING, "---\ntitle: A\nslug: \"2021\"\n---\n"),
            ],
            &["content/releases/opening/en.md:3:7 W0801"],
        ),
        (
            "document named feed.xml",
            vec![
                to("content/pages/feed.xml/en.md", "---\ntitle: A\nslug: feed-a\n---\n"),
                to("content/pages/feed.xml/id.md", "---\ntitle: A\nslug: feed-b\n---\n"),
            ],
            &[],
        ),
        (
            "spaces and umlauts",
            vec![
                to(
                    "content/pages/über uns/en.md",
                    "---\ntitle: A\nslug: us\n---\n![a ship](<asset:ein schönes Schiff.svg>)\n",
                ),
                to("content/pages/über uns/id.md", "---\ntitle: A\nslug: kami\n---\n"),
                to("content/pages/über uns/ein schönes Schiff.svg", "<svg viewBox='0 0 4 3'/>"),
            ],
            &[],
        ),
        (
            "case of files",
            vec![to("content/releases/opening/a.pdf", "a"), to("content/releases/opening/A.pdf", "b")],
            &[
                "content/releases/opening/A.pdf:1:1 W0441",
                "content/releases/opening/a.pdf:1:1 W0441",
                "content/releases/opening/a.pdf:1:1 W0801",
            ],
        ),
        (
            "case of locale",
            vec![to("content/pages/about/EN.md", "---\ntitle: A\nslug: us\n---\n")],
            &["content/pages/about/EN.md:1:1 W0419"],
        ),
        (
            "case of folders",
            vec![
                to("content/pages/About/en.md", "---\ntitle: A\nslug: us\n---\n"),
                to("content/pages/About/id.md", "---\ntitle: A\nslug: kami\n---\n"),
            ],
            &[],
        ),
        (
            "statics over pages",
            vec![
                to("static/index.html", "x"),
                to("static/robots.txt", "x"),
                to("static/sitemap.xml", "x"),
                to("static/en/about.html", "x"),
                to("static/.warta.json", "x"),
                to("static/files/releases/opening/a", "x"),
                to("static/en", "x"),
            ],
            &[
                "static/.warta.json:1:1 W0801",
                "static/en:1:1 W0801",
                "static/en/about.html:1:1 W0801",
                "static/index.html:1:1 W0801",
                "static/sitemap.xml:1:1 W0801",
            ],
        ),
        ("static folder over file", vec![to("static/en/about.html/x", "x")], &["content/pages/about/en.md:3:7 W0801"]),
        (
            "nested document",
            vec![to("content/releases/opening/more/en.md", "---\ntitle: A\nslug: more\n---\n")],
            &["content/releases/opening/more/document.yaml:1:1 W0401"],
        ),
        (
            "menu message",
            vec![to(
                "warta.yaml",
                format!(
                    "{}notice: nothing\npublisher: {{name: nobody}}\nmenu: [{{to: \"collection:releases\", label: nothing-near}}]\n",
                    base("newsroom")["warta.yaml"]
                ),
            )],
            &[
                "warta.yaml:12:9 W0603",
                "warta.yaml:12:9 W0603",
                "warta.yaml:13:19 W0603",
                "warta.yaml:13:19 W0603",
                "warta.yaml:14:13 W0603",
                "warta.yaml:14:13 W0603",
            ],
        ),
        (
            "label gone",
            vec![to("i18n/en/site.ftl", "site-title = A\n")],
            &[
                "i18n/id/site.ftl:6:1 W0613",
                "i18n/id/site.ftl:7:1 W0613",
                "i18n/id/site.ftl:8:1 W0613",
                "i18n/id/site.ftl:9:1 W0613",
                "warta.yaml:1:1 W0603",
                "warta.yaml:5:3 W0603",
                "warta.yaml:6:3 W0603",
                "warta.yaml:7:3 W0603",
            ],
        ),
        ("locales: id", vec![to("warta.yaml", settings("id", "{pages: {kind: page}}"))], &["warta.yaml:2:10 W0204"]),
        ("locales: []", vec![to("warta.yaml", settings("[]", "{pages: {kind: page}}"))], &["warta.yaml:2:1 W0205"]),
        ("collections: []", vec![to("warta.yaml", settings("[id, en]", "[]"))], &["warta.yaml:4:14 W0204"]),
        ("collections: {}", vec![to("warta.yaml", settings("[id, en]", "{}"))], &["warta.yaml:4:1 W0205"]),
        ("collections null", vec![to("warta.yaml", settings("[id, en]", ""))], &["warta.yaml:4:1 W0205"]),
        ("collection null", vec![to("warta.yaml", settings("[id, en]", "{pages: }"))], &["warta.yaml:4:20 W0205"]),
        (
            "x_default",
            vec![to("warta.yaml", format!("{}x_default: fr\n", base("newsroom")["warta.yaml"]))],
            &["warta.yaml:12:12 W0206"],
        ),
        (
            "term slug empty",
            vec![to(
                "warta.yaml",
                base("newsroom")["warta.yaml"]
                    .replace("[harbours, tides]", "[{harbours: {slug: {id: ../x, en: \"\"}}}, tides, tides]"),
            )],
            &["warta.yaml:10:55 W0404", "warta.yaml:10:55 W0404"],
        ),
        (
            "term label no letters",
            vec![
                to("i18n/en/site.ftl", base("newsroom")["i18n/en/site.ftl"].replace("= Tides", "= { \"!!!\" }")),
                to(FACTS, "status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\ntopics: [tides]\n"),
            ],
            &[],
        ),
        (
            "event itself",
            vec![to(
                "content/events/harbours/document.yaml",
                "status: approved\npublish: 2021-11-01 09.00 WITA\noriginal: en\nstarts: 2021-11-16\nevent: events/harbours\nagenda:\n  dredging: {id: Pengerukan, en: Dredging}\n",
            )],
            &["content/events/harbours/document.yaml:5:8 W0420"],
        ),
        (
            "crlf",
            vec![
                to(FACTS, "status: aproved\r\npublish: 2021-11-16 18.00 WITA\r\noriginal: en\r\ncolour: red\r\n"),
                to(
                    OPENING,
                    "---\r\ntitle: A\r\nslug: a\r\nsumary: x\r\n---\r\n\r\nSee [x](annex.pdf).\r\n\r\n{ $nothing }\r\n",
                ),
            ],
            &[
                "content/releases/opening/document.yaml:1:9 W0206",
                "content/releases/opening/document.yaml:4:1 W0202",
                "content/releases/opening/en.md:4:1 W0202",
                "content/releases/opening/en.md:7:5 W0515",
                "content/releases/opening/en.md:9:1 W0606",
            ],
        ),
        (
            "tera calls",
            vec![to(
                "themes/warta/templates/page.html",
                "{{ shout(x=1) }}\n{{ doc.title | shout }}\n{{<shout a=\"1\"/>}}\n{{ t(id=\"nothing\") }}\n{{ t(id=doc.title) }}\n{{ say[\"absent\"] }}\n{{ say_text[\"lacking\"] }}\n",
            )],
            &[
                "themes/warta/templates/page.html:1:4 W0701",
                "themes/warta/templates/page.html:2:16 W0701",
                "themes/warta/templates/page.html:3:3 W0701",
                "themes/warta/templates/page.html:4:10 W0704",
                "themes/warta/templates/page.html:4:10 W0704",
                "themes/warta/templates/page.html:6:9 W0704",
                "themes/warta/templates/page.html:6:9 W0704",
                "themes/warta/templates/page.html:7:14 W0704",
                "themes/warta/templates/page.html:7:14 W0704",
            ],
        ),
        (
            "tera utf8 columns",
            vec![to("themes/warta/templates/page.html", "<p>größe – {{ doc.nothing.more }}</p>\n")],
            &["themes/warta/templates/page.html:1:19 W0702"],
        ),
        (
            "tera self include",
            vec![to("themes/warta/templates/page.html", "{% include \"page.html\" %}")],
            &["themes/warta/templates/page.html:1:13 W0701"],
        ),
        (
            "tera loop",
            vec![to("themes/warta/templates/page.html", "{% for a in range(end=100000000) %}x{% endfor %}")],
            &["themes/warta/templates/page.html:1:13 W0702"],
        ),
        (
            "tera env",
            vec![to("themes/warta/templates/page.html", "{{ get_env(name=\"PATH\") }}")],
            &["themes/warta/templates/page.html:1:4 W0701"],
        ),
        ("theme yaml", vec![to("themes/warta/theme.yaml", "- a\n")], &["themes/warta/theme.yaml:1:1 W0204"]),
        (
            "figures odd",
            vec![to(
                FACTS,
                "status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nfigures: {a: 99999999999999999999999999999999999999.5, b: -0, c: 1e9, d: 0x10, e: .5, f: 5., \"g h\": 1, i: ~, j: [1]}\n",
            )],
            &[
                "content/releases/opening/document.yaml:4:66 W0208",
                "content/releases/opening/document.yaml:4:74 W0208",
                "content/releases/opening/document.yaml:4:83 W0208",
                "content/releases/opening/document.yaml:4:90 W0208",
                "content/releases/opening/document.yaml:4:94 W0426",
                "content/releases/opening/document.yaml:4:107 W0204",
                "content/releases/opening/document.yaml:4:113 W0204",
            ],
        ),
        (
            "publish far",
            vec![to(FACTS, "status: approved\npublish: 9999-12-31 23.59 WITA\noriginal: en\n")],
            &["content/releases/opening/document.yaml:2:10 W0210"],
        ),
        ("publish year 0", vec![to(FACTS, "status: approved\npublish: 0000-01-01 00.00 WITA\noriginal: en\n")], &[]),
        (
            "publish locale",
            vec![to(
                FACTS,
                "status: approved\npublish: {id: 2021-11-16 18.00 WITA, fr: 2021-11-16 18.00 WITA}\noriginal: en\n",
            )],
            &["content/releases/opening/document.yaml:1:1 W0423", "content/releases/opening/document.yaml:2:38 W0304"],
        ),
        (
            "release in an event collection path",
            vec![to(
                FACTS,
                "status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\nevent: \"\"\nfiles: [{src: ../../../etc/passwd}, {src: \"\"}, a]\n",
            )],
            &[
                "content/releases/opening/document.yaml:4:8 W0410",
                "content/releases/opening/document.yaml:5:15 W0421",
                "content/releases/opening/document.yaml:5:43 W0421",
                "content/releases/opening/document.yaml:5:48 W0204",
                "content/releases/opening/document.yaml:5:48 W0205",
            ],
        ),
    ]);
}

#[test]
fn what_is_nested_without_end_is_said_and_does_not_end_the_program() {
    let lists = |depth: usize| format!("{APPROVED}extra: {}x{}\n", "[".repeat(depth), "]".repeat(depth));
    let maps: String = (1..100).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let aliases: String = (1..30).map(|n| format!("  a{n}: &a{n} [*a{0}, *a{0}]\n", n - 1)).collect();
    let words = |body: &str| format!("---\ntitle: T\nslug: s\n---\n\n{body}\n");
    let items: String = (0..100).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    judge(&[
        ("lists in YAML", vec![to(FACTS, lists(100))], &["content/releases/opening/document.yaml:4:31 W0201"]),
        ("more of them", vec![to(FACTS, lists(100_000))], &["content/releases/opening/document.yaml:4:263 W0201"]),
        (
            "maps in YAML",
            vec![to(FACTS, format!("{APPROVED}extra:\n{maps}"))],
            &["content/releases/opening/document.yaml:28:25 W0201"],
        ),
        (
            "an alias bomb",
            vec![to(FACTS, format!("{APPROVED}extra:\n  a0: &a0 [x, x]\n{aliases}"))],
            &["content/releases/opening/document.yaml:15:19 W0201"],
        ),
        ("lists in Markdown", vec![to(OPENING, words(&items))], &["content/releases/opening/en.md:56:101 W0526"]),
        ("quotations", vec![to(OPENING, words(&">".repeat(10_000)))], &["content/releases/opening/en.md:6:101 W0526"]),
        ("brackets", vec![to(OPENING, words(&"[".repeat(100_000)))], &[]),
        ("braces", vec![to(OPENING, words(&"{ ".repeat(10_000)))], &["content/releases/opening/en.md:6:1 W0512"]),
        (
            "placeables in Fluent",
            vec![to("i18n/en/deep.ftl", format!("a = {}$x{}\n", "{ ".repeat(10_000), " }".repeat(10_000)))],
            &["i18n/en/deep.ftl:1:69 W0601"],
        ),
    ]);
}

#[test]
fn large_files_are_read() {
    let messages: String =
        (0..10_000).map(|n| format!("message-{n} = Words {{ message-{} }}\n", n / 2 + 10_000)).collect();
    let targets: String = (10_000..15_000).map(|n| format!("message-{n} = Words\n")).collect();
    judge(&[
        (
            "a line of two megabytes",
            vec![to(OPENING, format!("---\ntitle: T\nslug: s\n---\n\n{}\n", "word ".repeat(400_000)))],
            &[],
        ),
        (
            "a title of fifty thousand letters",
            vec![to(OPENING, format!("---\ntitle: {}\nslug: s\n---\n", "word ".repeat(10_000)))],
            &[],
        ),
        (
            "a slug of three hundred",
            vec![to(ABOUT, format!("---\ntitle: T\nslug: {}\n---\n", "a".repeat(300)))],
            &["content/pages/about/en.md:3:7 W0404"],
        ),
        (
            "fifteen thousand messages",
            vec![
                to("i18n/en/many.ftl", format!("{messages}{targets}")),
                to("i18n/id/many.ftl", format!("{messages}{targets}")),
                to("themes/warta/templates/many.html", "{% set n = 1 %}{{ t(id=\"message-\" ~ n) }}"),
            ],
            &[],
        ),
        ("NUL in words", vec![to(OPENING, "---\ntitle: T\nslug: s\n---\n\na\0b\n\n## c\0\n")], &[]),
        (
            "NUL in front matter",
            vec![to(OPENING, "---\ntitle: T\0T\nslug: s\n---\n")],
            &["content/releases/opening/en.md:2:9 W0201"],
        ),
    ]);
}

#[test]
fn a_site_of_one_language_and_one_without_documents_are_sites() {
    let mut files = base("newsroom");
    files.retain(|file, _| !file.starts_with("content/"));
    // Without a statement, nothing needs the name of its state: it stays in the register all the same.
    assert_eq!(run_files(&files).0.iter().map(shown).collect::<Vec<_>>(), [""; 0]);
    let mut files = base("newsroom");
    files.retain(|file, _| *file == ABOUT || file == "i18n/en/site.ftl");
    files.insert("warta.yaml".to_owned(), settings("[en]", "{pages: {kind: page}}"));
    // What the other settings needed is left over.
    let unused = [3, 4, 5, 7, 8, 9].map(|line| format!("i18n/en/site.ftl:{line}:1 W0614"));
    assert_eq!(run_files(&files).0.iter().map(shown).collect::<Vec<_>>(), unused);
    files.clear();
    assert_eq!(run_files(&files).0.iter().map(shown).collect::<Vec<_>>(), ["warta.yaml:1:1 W0310"]);
}
