//! The guide for authors of themes, `docs/theme.md`, against what the program does.
//!
//! Between its two markers stand the tables of what templates see. They are made of the documentation in
//! `src/theme/view.rs`; `SNAPSHOTS=overwrite` writes them anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::support::{built, project, repository};

const BEGIN: &str = "<!-- made from src/theme/view.rs: begin -->\n";
const END: &str = "<!-- made from src/theme/view.rs: end -->\n";

/// A struct that templates see.
#[derive(Debug, Default)]
struct Shape {
    name: String,
    /// Its documentation, a paragraph an entry.
    doc: Vec<String>,
    fields: Vec<Field>,
}

#[derive(Debug)]
struct Field {
    name: String,
    kind: String,
    doc: String,
}

impl Shape {
    /// Under which name it is seen, whether as a list, by which templates; none by themselves where by all.
    fn seen(&self) -> Option<(&str, bool, Vec<&str>)> {
        let line = self.doc.iter().find_map(|line| line.strip_prefix("Seen as `"))?;
        let (name, rest) = line.split_once('`').expect("a name between backticks");
        let (list, by) = rest.split_once("by ").expect("`by` and what sees it");
        let templates = by.split('`').skip(1).step_by(2).filter(|word| word.ends_with(".html")).collect();
        Some((name, list.contains("a list"), templates))
    }
}

/// Reads the structs of a file: `///` before them and before their public fields.
fn shapes(text: &str) -> Vec<Shape> {
    let (mut shapes, mut doc) = (Vec::new(), String::new());
    let mut shape: Option<Shape> = None;
    for line in text.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            let words = words.trim();
            doc += if words.is_empty() {
                "\n"
            } else if doc.is_empty() || doc.ends_with('\n') {
                ""
            } else {
                " "
            };
            doc += words;
            continue;
        }
        if let Some(name) = line.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) {
            let doc = doc.lines().map(str::to_owned).collect();
            shape = Some(Shape { name: name.to_owned(), doc, fields: Vec::new() });
        } else if line == "}" {
            shapes.extend(shape.take());
        } else if let (Some(shape), Some(field)) = (&mut shape, line.strip_prefix("pub ")) {
            let (name, kind) = field.trim_end_matches(',').split_once(": ").expect("a field has a type");
            let name = name.trim_start_matches("r#").to_owned();
            shape.fields.push(Field { name, kind: kind.to_owned(), doc: doc.clone() });
        }
        if !line.starts_with("#[") {
            doc.clear();
        }
    }
    shapes
}

/// A type in the words of the guide.
fn kind(kind: &str, known: &BTreeSet<&str>) -> String {
    let inside = |outer: &str| kind.strip_prefix(outer)?.strip_suffix('>');
    if let Some(inner) = inside("Option<") {
        return format!("{} or none", self::kind(inner, known));
    }
    if let Some(inner) = inside("Vec<") {
        return format!("list of {}", self::kind(inner, known));
    }
    match kind {
        "String" => "text".to_owned(),
        "&'static str" => "word".to_owned(),
        "Html" => "HTML".to_owned(),
        "bool" => "true or false".to_owned(),
        "usize" | "u32" | "u8" => "number".to_owned(),
        "serde_json::Value" => "values".to_owned(),
        name if known.contains(name) => format!("[{name}](#{})", name.to_lowercase()),
        other => panic!("the guide has no word for the type {other}"),
    }
}

fn tables(text: &str) -> String {
    let shapes = shapes(text);
    let known: BTreeSet<&str> = shapes.iter().map(|shape| shape.name.as_str()).collect();
    let mut out = "\n### By template\n\n| template | variables, besides those of all |\n| --- | --- |\n".to_owned();
    for (template, seen) in by_template(&shapes) {
        writeln!(out, "| `{template}` | {} |", seen.join("; ")).unwrap();
    }
    for shape in &shapes {
        writeln!(out, "\n### {}\n\n{}\n", shape.name, shape.doc.join("\n")).unwrap();
        out += "| field | type | what |\n| --- | --- | --- |\n";
        for field in &shape.fields {
            assert!(!field.doc.is_empty(), "{}.{} is not documented", shape.name, field.name);
            let kind = kind(&field.kind, &known);
            writeln!(out, "| `{}` | {kind} | {} |", field.name, field.doc.replace('|', "\\|")).unwrap();
        }
    }
    out.push('\n');
    out
}

/// What each template sees, by its name.
fn by_template(shapes: &[Shape]) -> BTreeMap<&str, Vec<String>> {
    let mut seen: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for shape in shapes {
        let Some((name, is_list, templates)) = shape.seen() else { continue };
        let list = if is_list { "list of " } else { "" };
        for template in templates {
            let link = format!("`{name}`: {list}[{}](#{})", shape.name, shape.name.to_lowercase());
            seen.entry(template).or_default().push(link);
        }
    }
    seen
}

fn view() -> String {
    std::fs::read_to_string(repository().join("src/theme/view.rs")).unwrap()
}

#[test]
fn the_variables_in_the_guide_are_those_of_the_program() {
    let path = repository().join("docs/theme.md");
    let written = std::fs::read_to_string(&path).unwrap();
    let (head, rest) = written.split_once(BEGIN).expect("the guide marks where the tables begin");
    let (_, tail) = rest.split_once(END).expect("the guide marks where the tables end");
    let made = format!("{head}{BEGIN}{}{END}{tail}", tables(&view()));
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(made, snapbox::Data::read_from(&path, None).raw());
}

#[test]
fn another_documentation_makes_other_tables() {
    let text = view();
    let (one, other) = ("/// Its type: “PDF”.", "/// Its type, in words.");
    assert!(text.contains(one));
    assert_ne!(tables(&text), tables(&text.replace(one, other)));
}

/// A site with every kind of page.
const EVERY_KIND: &str = "\
-- content/outcomes/charter/document.yaml --
status: approved
publish: 2021-11-16 18.00 WITA
original: en
adopted: 2021-11-16
topics: [harbours]
-- content/outcomes/charter/id.md --
---
title: Piagam
slug: piagam
---

Paragraf.
-- content/outcomes/charter/en.md --
---
title: Charter
slug: charter
---

A paragraph.
-- content/pages/gone/document.yaml --
status: approved
removed: {at: 2021-11-17 18.00 WITA, reason: {id: Keliru., en: Wrong.}}
-- content/pages/gone/id.md --
---
title: Hilang
slug: hilang
---

Teks.
-- content/pages/gone/en.md --
---
title: Gone
slug: gone
---

Words.
";

/// The names that each template is given, from pages that list them.
fn given() -> BTreeMap<String, BTreeSet<String>> {
    let base = std::fs::read_to_string(repository().join("tests/check/base/newsroom.txtar")).unwrap();
    let base = base.replacen(
        "collections:\n",
        "redirects:\n  /old: /en/about\ncollections:\n  outcomes: {kind: outcome, section: {id: hasil, en: outcomes}, acceptance: off}\n",
        1,
    );
    let mut site = format!("{base}{EVERY_KIND}");
    for template in std::fs::read_dir(repository().join("themes/warta/templates")).unwrap() {
        let name = template.unwrap().file_name().into_string().unwrap();
        let own = format!("{name}:{{% for name, value in __tera_context %}} {{{{ name }}}}{{% endfor %}}\n");
        site += &format!("-- themes/warta/templates/{name} --\n{own}");
    }
    for locale in ["id", "en"] {
        site += &format!("-- i18n/{locale}/outcomes.ftl --\ncollection-outcomes = Outcomes\n");
    }
    let built = built(&project(&site));
    let pages = built.names().into_iter().filter(|name| name.ends_with(".html")).map(|name| built.text(name));
    let lines = pages.filter_map(|page| page.lines().next()?.split_once(':'));
    lines.map(|(name, seen)| (name.to_owned(), seen.split_whitespace().map(str::to_owned).collect())).collect()
}

#[test]
fn a_card_in_a_list_is_written_as_the_card_by_itself() {
    let components = include_str!("../themes/warta/templates/components.html");
    let (_, card) = components.split_once("@lang) -%}\n<article").expect("the card");
    let (card, _) = card.split_once("\n{%- endcomponent card").expect("its end");
    let in_list = card.replace("{{ card.", "{{ item.").replace("{% if card.", "{% if item.");
    let in_list = in_list.replace("{%- if card.", "{%- if item.").replace("or card.", "or item.");
    let in_list = in_list.replace("language=card.", "language=item.");
    assert!(components.contains(&format!("><article{in_list}</li>")), "{in_list}");
}

#[test]
fn each_template_sees_what_the_guide_says_and_nothing_else() {
    let text = view();
    let shapes = shapes(&text);
    let seen = shapes.iter().filter_map(Shape::seen);
    let for_all = seen.clone().filter(|(_, _, templates)| templates.is_empty()).map(|(name, _, _)| name);
    let for_all: BTreeSet<&str> = for_all.chain(["lang", "dir", "say", "say_text"]).collect();
    let told = |template: &str| -> BTreeSet<String> {
        let own = seen.clone().filter(|(_, _, templates)| templates.contains(&template)).map(|(name, _, _)| name);
        own.chain(for_all.iter().copied()).map(str::to_owned).collect()
    };
    let given = given();
    let named: BTreeSet<&str> = seen.clone().flat_map(|(_, _, templates)| templates).chain(["error.html"]).collect();
    assert_eq!(given.keys().map(String::as_str).collect::<BTreeSet<_>>(), named);
    for (template, names) in &given {
        assert_eq!(*names, told(template), "{template}");
    }
}

#[test]
fn every_block_component_and_template_of_the_theme_is_in_the_guide() {
    let guide = std::fs::read_to_string(repository().join("docs/theme.md")).unwrap();
    let mut lacking = BTreeSet::new();
    for template in std::fs::read_dir(repository().join("themes/warta/templates")).unwrap() {
        let template = template.unwrap();
        let text = std::fs::read_to_string(template.path()).unwrap();
        let blocks = text.split("{%").skip(1).map(|tag| tag.trim_start_matches('-').trim_start());
        let names = blocks.filter_map(|tag| tag.strip_prefix("block ").or_else(|| tag.strip_prefix("component ")));
        let names = names.map(|rest| rest.split(['(', ' ']).next().unwrap().to_owned());
        let wanted = names.chain([template.file_name().into_string().unwrap()]);
        lacking.extend(
            wanted.filter(|name| !guide.contains(&format!("`{name}`")) && !guide.contains(&format!("`{name}("))),
        );
    }
    assert_eq!(lacking, BTreeSet::new());
}
