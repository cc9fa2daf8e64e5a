//! The rules of bodies and of words, each by an example.

use std::sync::Arc;

use super::*;
use crate::diagnostic::Span;
use crate::syntax::placeable::Placeable;

fn read_with(text: &str, options: Options<'_>) -> Reported<Body> {
    read(&Arc::from("content/a/en.md"), text, 0, options)
}

fn clean(text: &str) -> Body {
    let read = read_with(text, Options::default());
    assert_eq!(codes(&read), Vec::<String>::new(), "{text}");
    read.value
}

// `W0501 3:7`: code, line, column.
fn codes<T>(read: &Reported<T>) -> Vec<String> {
    let code = |said: &crate::diagnostic::Diagnostic| {
        let span = said.place.as_ref().expect("a mistake in a text has a place").span;
        format!("{} {}:{}", said.code.name, span.line, span.column)
    };
    read.said.iter().map(code).collect()
}

fn said(text: &str) -> Vec<String> {
    codes(&read_with(text, Options::default()))
}

// The HTML with what each slot stands for between guillemets.
fn shown(body: &Body, prose: &Prose) -> String {
    let name = |fillable: &Fillable| match fillable.kind {
        SlotKind::Placeable(at) => format!("«{}»", body.placeables[at as usize].source),
        SlotKind::LinkOpen(at) => format!("«{}»", body.references[at as usize].target),
        SlotKind::LinkClose(_) => "«/»".to_owned(),
        SlotKind::Asset(at) => format!("«asset {}»", body.assets[at as usize].name),
        SlotKind::Dimensions(_) => " «size»".to_owned(),
        SlotKind::Base => "«base»".to_owned(),
        SlotKind::PictureOpen(_) | SlotKind::PictureClose(_) => String::new(),
        SlotKind::Message(label, None) => format!("«{}»", label.id()),
        SlotKind::Message(label, Some(number)) => format!("«{} {number}»", label.id()),
    };
    prose.fill(&body.fillables().iter().map(name).collect::<Vec<_>>())
}

fn html(text: &str) -> String {
    let body = clean(text);
    shown(&body, &body.prose)
}

#[test]
fn top_level_blocks_are_numbered_and_headings_may_have_their_own_id() {
    let body = clean("Satu.\n\n## Dua {#dua}\n\n3. tiga\n4. empat\n\n***\n\n> lima\n>\n> masih lima\n\n- enam\n");
    assert_eq!(body.anchors().collect::<Vec<_>>(), ["p1", "dua", "p3", "p4", "p5", "p6", "p3-3", "p3-4"]);
    assert_eq!(
        body.prose.html,
        "<p id=\"p1\">Satu.</p>\n<h2 id=\"dua\">Dua</h2>\n<ol id=\"p3\" start=\"3\">\n<li id=\"p3-3\">tiga</li>\n\
         <li id=\"p3-4\">empat</li>\n</ol>\n<hr id=\"p4\">\n<blockquote id=\"p5\">\n<p>lima</p>\n<p>masih lima</p>\n\
         </blockquote>\n<ul id=\"p6\">\n<li>enam</li>\n</ul>\n"
    );
    let kinds: Vec<_> = body.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::*;
    assert_eq!(kinds, [Paragraph, Heading(2), NumberedList, Break, Quotation, List]);
    let parts: String = body.blocks.iter().map(|block| body.prose.fill_part(block.html.clone(), &[])).collect();
    assert_eq!(parts, body.prose.html);
}

#[test]
fn two_languages_of_one_structure_have_the_same_anchors() {
    let id =
        clean("## Pembukaan\n\nAda 4.300 peserta.[^a]\n\n1. data\n2. etika\n\n[^a]: Sumber.\n\n![foto](asset:a.jpg)\n");
    let en =
        clean("## Opening\n\n[^x]: Source.\n\n4,300 took part.[^x]\n\n1. data\n2. ethics\n\n![photo](asset:a.jpg)\n");
    assert_eq!(id.anchors().collect::<Vec<_>>(), en.anchors().collect::<Vec<_>>());
}

#[test]
fn spans_count_from_the_top_of_the_file() {
    let body = read(&Arc::from("en.md"), "a\n\nb [c](https://e.org)", 5, Options::default()).value;
    assert_eq!(body.links[0].span, Span { line: 8, column: 3, end_line: 8, end_column: 21 });
    assert_eq!(body.blocks[1].span, Span { line: 8, column: 1, end_line: 8, end_column: 21 });
}

#[test]
fn placeables_are_slots_wherever_there_are_words() {
    assert_eq!(html("Ada { $n } \"{ -term }\"."), "<p id=\"p1\">Ada «{ $n }» “«{ -term }»”.</p>\n");
    assert_eq!(
        html("**{$n}** `{ $n }` \\{ {{ x }}"),
        "<p id=\"p1\"><strong>«{$n}»</strong> <code>{ $n }</code> { {{ x }}</p>\n"
    );
    assert_eq!(html("## Di { -bali } {#di}"), "<h2 id=\"di\">Di «{ -bali }»</h2>\n");
    assert_eq!(html("## Di { -bali }"), "<h2 id=\"p1\">Di «{ -bali }»</h2>\n");
    assert_eq!(html("## Di \\{ bali } {{ x }}"), "<h2 id=\"p1\">Di { bali } {{ x }}</h2>\n");
    assert_eq!(
        html("Ada { $n ->\n    [one] satu\n   *[other] *banyak*\n} orang\n\n    { $n }\n"),
        "<p id=\"p1\">Ada «{ $n ->\n    [one] satu\n   *[other] *banyak*\n}» orang</p>\n<pre id=\"p2\" tabindex=\"0\"><code>{ $n }\n</code></pre>\n"
    );
    assert_eq!(
        html("| a |\n|---|\n| { NUMBER($n, x: \"|\") } |"),
        "<div class=\"table\" id=\"p1\" role=\"region\" tabindex=\"0\" aria-label=\"«table-label 1»\">\n<table>\n\
         <thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n<tr><td>«{ NUMBER($n, x: \"|\") }»</td></tr>\n\
         </tbody>\n</table>\n</div>\n"
    );
    let body = clean("[a { $a }](https://e.org \"b { $b }\") ![c { $c }](/d.jpg \"e { $e }\")");
    let sources: Vec<_> = body.placeables.iter().map(|placeable| placeable.source.as_str()).collect();
    assert_eq!(sources, ["{ $b }", "{ $a }", "{ $c }", "{ $e }"]);
    let within: Vec<_> = body.fillables().iter().map(|fillable| fillable.within).collect();
    // The address of the host before `/d.jpg`, and the size of the picture, are attributes too.
    let attributes = [Within::Attribute; 4];
    assert_eq!(within, [&[Within::Attribute, Within::Text][..], &attributes].concat());
    let span = Span { line: 1, column: 4, end_line: 1, end_column: 10 };
    assert_eq!(body.placeables[1], Placeable { source: "{ $a }".to_owned(), span });
}

#[test]
fn bad_placeables_are_said_where_they_stand() {
    assert_eq!(said("a\n\nb { $x"), ["unclosed-placeable 3:3"]);
    assert_eq!(said("{ a, b }"), ["bad-placeable 1:1"]);
    assert_eq!(said("[x]({ $url })"), ["misplaced-placeable 1:5"]);
    assert_eq!(said("[x](https://e.org/{ $y })"), ["misplaced-placeable 1:19"]);
    assert_eq!(said("[x]\n\n[x]: /u \"{ $y }\""), ["misplaced-placeable 3:10"]);
    assert_eq!(said("```{ $x }\ncode\n```"), Vec::<String>::new());
}

#[test]
fn language_of_parts_nests_and_holds_links_and_emphasis() {
    assert_eq!(
        html("Kata [press *release*]{lang=en}."),
        "<p id=\"p1\">Kata <span lang=\"en\">press <em>release</em></span>.</p>\n"
    );
    assert_eq!(
        html("[luar [inside]{lang=en} [كتاب [in]{lang=en-gb}]{lang=ar}]{lang=id}"),
        "<p id=\"p1\"><span lang=\"id\">luar <span lang=\"en\">inside</span> <span lang=\"ar\" dir=\"rtl\">كتاب \
         <span lang=\"en-GB\" dir=\"ltr\">in</span></span></span></p>\n"
    );
    assert_eq!(
        html("`code`{lang=en} [text](https://e.org){lang=fr} [[a](/b)]{lang=fa}"),
        "<p id=\"p1\"><span lang=\"en\"><code>code</code></span> <span lang=\"fr\"><a href=\"https://e.org\">text</a></span> \
         <span lang=\"fa\" dir=\"rtl\"><a href=\"«base»/b\">a</a></span></p>\n"
    );
    assert_eq!(html("## [Words]{lang=en}"), "<h2 id=\"p1\"><span lang=\"en\">Words</span></h2>\n");
    assert_eq!(html("[a] \\[b\\]"), "<p id=\"p1\">[a] [b]</p>\n");
}

#[test]
fn wrong_languages_of_parts_are_said() {
    assert_eq!(said("[a]{lang=}"), ["bad-language 1:4"]);
    assert_eq!(said("[a]{lang=english please}"), ["bad-language 1:4"]);
    assert_eq!(said("[a]{lang=en_US}"), ["bad-language 1:4"]);
    assert_eq!(said("[a]{.class}"), ["unknown-attributes 1:4"]);
    assert_eq!(said("*a [b*]{lang=en}"), ["stray-attributes 1:8"]);
    assert_eq!(said("(a){lang=en}"), ["stray-attributes 1:4"]);
    assert_eq!(said("A paragraph. {#id}"), ["stray-attributes 1:14"]);
}

#[test]
fn headings_make_the_outline_without_links() {
    let body = clean("## [Teks](doc:a/b) *dan* `kode` { $n } [en]{lang=en}[^1]\n\n### Sub\n\n[^1]: x\n");
    assert_eq!(shown(&body, &body.outline[0].prose), "Teks dan kode «{ $n }» <span lang=\"en\">en</span>");
    assert_eq!((body.outline[1].level, body.outline[1].id.as_str()), (3, "p2"));
    assert_eq!(body.placeables.len(), 1);
    assert_eq!(body.references.len(), 1);
}

#[test]
fn wrong_headings_are_said() {
    assert_eq!(said("# A"), ["heading-level-one 1:1"]);
    assert_eq!(said("## A\n\n#### B"), ["heading-jump 3:1"]);
    assert_eq!(said("## A {#a}\n\n## B {#a}"), ["duplicate-anchor 3:8"]);
    assert_eq!(
        said("## A {#p7}\n\n## B {#p7-1}\n\n## C {#note-1}"),
        ["reserved-anchor 1:8", "reserved-anchor 3:8", "reserved-anchor 5:8"]
    );
    assert_eq!(said("## A {#é}"), ["bad-anchor 1:8"]);
    assert_eq!(said("## A {#a .c k=v}"), ["heading-attribute 1:11", "heading-attribute 1:13"]);
}

#[test]
fn links_to_documents_and_assets_are_slots_with_their_places() {
    let body = clean("Lihat [Pesan *Bali*](doc:outcomes/bali-message#p3) dan [lampiran](asset:a.pdf#page=2).");
    assert_eq!(
        shown(&body, &body.prose),
        "<p id=\"p1\">Lihat «outcomes/bali-message»Pesan <em>Bali</em>«/» dan <a href=\"«asset a.pdf»#page=2\">lampiran</a>.</p>\n"
    );
    let reference = &body.references[0];
    assert_eq!((reference.target.as_str(), reference.anchor.as_deref()), ("outcomes/bali-message", Some("p3")));
    assert_eq!(reference.span, Span { line: 1, column: 7, end_line: 1, end_column: 51 });
    assert_eq!(reference.text_span, Span { line: 1, column: 8, end_line: 1, end_column: 20 });
    assert_eq!(body.assets[0].usage, AssetUsage::Link);
}

#[test]
fn other_links_are_written_as_they_are_and_escaped() {
    assert_eq!(
        html("<https://e.org/?a=1&b=%20> <press@e.org> [t](tel:+62 \"a<b\") [u](#p1) [v](/é\"x)"),
        "<p id=\"p1\"><a href=\"https://e.org/?a=1&amp;b=%20\">https://e.org/?a=1&amp;b=%20</a> \
         <a href=\"mailto:press@e.org\">press@e.org</a> <a href=\"tel:+62\" title=\"a&lt;b\">t</a> <a href=\"#p1\">u</a> \
         <a href=\"«base»/%C3%A9%22x\">v</a></p>\n"
    );
    let body = clean("[a](https://e.org) [b](#p1) [c](/x)");
    let kinds: Vec<_> = body.links.iter().map(|link| link.kind).collect();
    assert_eq!(kinds, [LinkKind::Outside, LinkKind::Anchor, LinkKind::Path]);
}

#[test]
fn wrong_links_are_said_and_lead_nowhere() {
    for (text, expected) in [
        ("a [x](javascript:alert(1))", "forbidden-scheme 1:3"),
        ("[x](data:text/html,y)", "forbidden-scheme 1:1"),
        ("[x](//evil.example)", "forbidden-scheme 1:1"),
        ("[x](../y)", "relative-link 1:1"),
        ("[x](annex.pdf)", "relative-link 1:1"),
        ("[x](java&#9;script:y)", "relative-link 1:1"),
        ("[x](doc:)", "bad-reference 1:1"),
        ("[x](asset:../y)", "bad-reference 1:1"),
        ("[x]()", "empty-link 1:1"),
        ("[](https://e.org)", "empty-link 1:1"),
        ("<doc:a/b>", "empty-link 1:1"),
        ("[x][nope]", "undefined-link 1:1"),
        ("[x][]", "undefined-link 1:1"),
        ("[x](doc:a b)", "broken-link 1:1"),
    ] {
        let read = read_with(text, Options::default());
        assert_eq!(codes(&read), [expected], "{text}");
        assert!(!read.value.prose.html.contains("<a"), "{}", read.value.prose.html);
    }
}

#[test]
fn raw_html_is_refused_and_shown_as_text_unless_allowed() {
    let text = "a <b>b</b>\n\n<div>\nc\n</div>\n\n<!-- d -->\n\ne <!-- f -->";
    let read = read_with(text, Options::default());
    assert_eq!(codes(&read), ["raw-html 1:3", "raw-html 3:1", "html-comment 7:1", "html-comment 9:3"]);
    assert!(!read.value.prose.html.contains("<b>") && !read.value.prose.html.contains("<!--"));
    let allowed = read_with("a <b>b</b>\n\n<div>{ $c }</div>\n", Options { html: Html::Allow, ..Options::default() });
    assert_eq!(codes(&allowed), Vec::<String>::new());
    assert_eq!(allowed.value.prose.html, "<p id=\"p1\">a <b>b</b></p>\n<div id=\"p2\">\n<div>{ $c }</div>\n</div>\n");
}

#[test]
fn an_image_alone_is_a_figure_with_its_title_as_caption() {
    assert_eq!(
        html("![Foto { $n }](asset:a.jpg \"Di \\\"Bali\\\" { -x }\")"),
        "<figure id=\"p1\"><img src=\"«asset a.jpg»\" «size» alt=\"Foto «{ $n }»\">\n<figcaption>Di &quot;Bali&quot; «{ -x }»</figcaption></figure>\n"
    );
    assert_eq!(
        html("![a *b*](/c.jpg){lang=en}"),
        "<figure id=\"p1\" lang=\"en\"><img src=\"«base»/c.jpg\" «size» alt=\"a b\"></figure>\n"
    );
    assert_eq!(
        html("x ![a](/c.jpg \"t\")"),
        "<p id=\"p1\">x <img src=\"«base»/c.jpg\" «size» alt=\"a\" title=\"t\"></p>\n"
    );
    assert_eq!(said("![](asset:a.jpg)"), ["image-without-alt 1:1"]);
    assert_eq!(said("![a](https://e.org/a.jpg)"), ["foreign-image 1:1"]);
    assert_eq!(said("![a](a.jpg)"), ["relative-link 1:1"]);
}

#[test]
fn footnotes_are_numbered_by_first_reference() {
    let body = clean("A[^b] B[^a] C[^b]\n\n[^a]: Dua, lihat[^c].\n[^b]: Satu { $n }.\n[^c]: Tiga.\n");
    let sup = |id: &str, number| {
        format!(
            "<sup class=\"note-ref\"><a id=\"{id}\" href=\"#note-{number}\" aria-label=\"«footnote-ref {number}»\">{number}</a></sup>"
        )
    };
    let expected =
        format!("<p id=\"p1\">A{} B{} C{}</p>\n", sup("note-ref-1", 1), sup("note-ref-2", 2), sup("note-ref-1-2", 1));
    assert_eq!(shown(&body, &body.prose), expected);
    let labels: Vec<_> = body.notes.iter().map(|note| (note.number, note.label.as_str())).collect();
    assert_eq!(labels, [(1, "b"), (2, "a"), (3, "c")]);
    assert_eq!(shown(&body, &body.notes[0].prose), "<p>Satu «{ $n }».</p>\n");
    assert_eq!(said("a[^x]"), ["undefined-footnote 1:2"]);
    assert_eq!(said("a\n\n[^x]: b"), ["unused-footnote 3:1"]);
    assert_eq!(said("a[^x]\n\n[^x]: b\n\n[^x]: c"), ["duplicate-footnote 5:1"]);
}

#[test]
fn alerts_definitions_code_and_aligned_tables() {
    assert_eq!(
        html("> [!WARNING]\n> Awas\n"),
        "<div class=\"alert alert-warning\" id=\"p1\">\n<p class=\"alert-title\">«alert-warning»</p>\n<p>Awas</p>\n</div>\n"
    );
    assert_eq!(html("A\n: b\n"), "<dl id=\"p1\">\n<dt>A</dt>\n<dd>b</dd>\n</dl>\n");
    assert_eq!(html("~~a~~ -- \"b\""), "<p id=\"p1\"><del>a</del> – “b”</p>\n");
    let table = html("| a | |\n|:-:|--:|\n| <x> | 1 |\n".replace("<x>", "&lt;").as_str());
    assert!(
        table.contains("<th scope=\"col\" class=\"align-center\">a</th><td class=\"align-right\"></td>"),
        "{table}"
    );
    assert!(table.contains("<td class=\"align-center\">&lt;</td>"), "{table}");
    let body = clean("```rust\nlet x = \"<\";\n```\n\n```nosuch\n<{ $x }>\n```\n");
    assert!(
        !body.code.is_empty()
            && body.prose.html.contains("<pre id=\"p1\" tabindex=\"0\"><code class=\"language-rust\"><span class=\"z-")
    );
    assert!(body.prose.html.contains("<code class=\"language-nosuch\">&lt;{ $x }&gt;\n</code>"), "{}", body.prose.html);
    assert!(!body.prose.html.contains("style="));
}

#[test]
fn deep_and_long_texts_are_bounded() {
    assert_eq!(said(&format!("{} a", ">".repeat(2000))), ["too-deep 1:101"]);
    let read = read_with(&"[a](".repeat(20_000), Options::default());
    assert_eq!(read.value.blocks.len(), 1);
    assert_eq!(said(&"{".repeat(20_001)).len(), 1);
}

#[test]
fn words_know_placeables_and_languages_and_nothing_else() {
    let place = Span { line: 3, column: 8, end_line: 3, end_column: 40 };
    let read = |text: &str| read_words(&Arc::from("en.md"), text, place);
    let words = read("*Pesan* { -bali } & [new [x] normal]{lang=en} \\{ \\[a\\] <b>");
    assert_eq!(codes(&words), Vec::<String>::new());
    assert_eq!(
        words.value.prose.fill(&["Bali".to_owned()]),
        "*Pesan* Bali &amp; <span lang=\"en\">new [x] normal</span> { [a] &lt;b&gt;"
    );
    assert_eq!(words.value.placeables[0].span, Span { line: 3, column: 16, end_line: 3, end_column: 25 });
    assert_eq!(words.value.fillables().len(), 1);
    assert_eq!(
        codes(&read("a {#x} [b]{lang=} { ,")),
        ["stray-attributes 3:10", "bad-language 3:18", "unclosed-placeable 3:26"]
    );
}
