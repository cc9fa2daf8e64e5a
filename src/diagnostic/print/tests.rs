use std::sync::Arc;

use super::super::codes::*;
use super::super::words::Language;
use super::*;

#[test]
fn look() {
    let file: Arc<str> = "content/releases/2021/icdd-closes/id.md".into();
    let doc: Arc<str> = "content/releases/2021/icdd-closes/document.yaml".into();
    let text = "---\r\ntitle: ICDD ditutup\r\nsummry: Bali Message\r\n---\r\n";
    let yaml = "status: approved\npublish: 2021-11-16 18.00 WITA\n\ttopics: [data]\nspeaker: 日本 x: y\npublish: 2021-11-16 20.00\n";
    let long = format!("{} target {}\n", "lorem ipsum ".repeat(40), "dolor sit amet ".repeat(40));
    let at = long.find("target").unwrap();
    let all_long = format!("{}\n", "lorem ipsum ".repeat(80));
    let source = |name: &str| match name {
        n if n.ends_with("id.md") => Some(text.to_owned()),
        n if n.ends_with("document.yaml") => Some(yaml.to_owned()),
        "long" => Some(long.clone()),
        "all_long" => Some(all_long.clone()),
        "empty" => Some(String::new()),
        _ => None,
    };
    let of = |t: &str, w: &str| { let a = t.find(w).unwrap(); Span::of(t, a, a + w.len()) };
    let p = |n: &str, s: Span| Place::new(&n.into(), s);
    let all = vec![
        Diagnostic::nowhere(&FOREIGN_OUTPUT_FOLDER).with("folder", "public"),
        Diagnostic::new(&UNKNOWN_KEY, Place::new(&file, of(text, "summry"))).with("key", "summry").with("suggestion", "summary").with("known", ""),
        Diagnostic::new(&DUPLICATE_KEY, Place::new(&doc, Span { line: 5, column: 1, end_line: 5, end_column: 8 })).with("key", "publish").and(Place::new(&doc, of(yaml, "publish"))),
        Diagnostic::new(&YAML_SYNTAX, Place::new(&doc, of(yaml, "topics"))).with("reason", "tab"),
        Diagnostic::new(&YAML_SYNTAX, Place::new(&doc, of(yaml, "x: y"))).with("reason", "two \u{1b}[31mcolons"),
        Diagnostic::new(&MISPLACED_KEY, Place::new(&doc, of(yaml, "status"))).with("key", "status").with("home", "id.md").and(Place::new(&file, of(text, "title"))).softened(),
        Diagnostic::new(&BAD_DATE, p("long", Span::of(&long, at, at + 6))).with("value", "target"),
        Diagnostic::new(&BAD_DATE, p("all_long", Span::of(&all_long, 0, all_long.len() - 1))).with("value", "target"),
        Diagnostic::new(&BAD_DATE, p("empty", Span::START)).with("value", "target"),
        Diagnostic::new(&BAD_DATE, p("gone", Span { line: 7, column: 3, end_line: 7, end_column: 9 })).with("value", "target"),
        Diagnostic::new(&BAD_DATE, Place::new(&doc, Span { line: 70, column: 3, end_line: 70, end_column: 9 })).with("value", "target"),
        Diagnostic::new(&BAD_DATE, Place::new(&doc, Span { line: 1, column: 9, end_line: 5, end_column: 3 })).with("value", "multi"),
        Diagnostic::new(&BAD_DATE, Place::new(&doc, Span { line: 2, column: 300, end_line: 2, end_column: 300 })).with("value", "past"),
        Diagnostic::new(&BAD_DATE, Place::new(&doc, Span::default())).with("value", "zero"),
    ];
    for l in Language::ALL { eprintln!("{}", human(&all, &Words::new(l), &source, Colour::Off)); eprintln!("{}", short(&all, &Words::new(l)));}
    eprintln!("{}", json(&all[..3], &Words::new(Language::Indonesian)));
    eprintln!("{}", human(&all[1..2], &Words::new(Language::Indonesian), &source, Colour::On));
    panic!();
}
