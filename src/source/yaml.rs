//! YAML as a tree with the place of every key and value, and a reader that finds all mistakes.
//!
//! The library parses; it would stop at the first value of a wrong type, so the tree is read by
//! [`Fields`], which says everything there is to say about a file at once. Scalars are kept as
//! typed: `4.300` stays `4.300`, `NO` is Norway.

mod lines;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_yaml::Spanned;

use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported, Span, nearest};

/// The deepest level of lists and maps: a programme of an event has four.
const DEEPEST: usize = 24;

/// The most values that aliases may repeat: a few lines of them can mean millions.
const MOST_REPEATED: usize = 10_000;

/// A value of a YAML file and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// What a YAML value can be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Nothing: `key:` or `~`.
    Null,
    /// A scalar, as typed, without quotation marks.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written.
    Map(Vec<(Key, Node)>),
}

/// A key of a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// Parses `text`, which begins `first_line` lines below the top of `file`. None, and a diagnostic,
/// if it is not YAML. An empty text is an empty map.
pub fn parse(file: &Arc<str>, text: &str, first_line: u32) -> Reported<Option<Node>> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Reported::clean(Some(Node { value: Value::Map(Vec::new()), span: Span::START.shifted(first_line) }));
    }
    match lines::read(text, first_line) {
        Some(node) => Reported::clean(Some(node)),
        None => parse_any(file, text, first_line),
    }
}

/// Parses any YAML with the library.
fn parse_any(file: &Arc<str>, text: &str, first_line: u32) -> Reported<Option<Node>> {
    let options = serde_yaml::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
        // The parser calls itself for each level, and has two mebibytes of stack in a thread.
        budget: serde_yaml::budget! { max_depth: DEEPEST },
        alias_limits: serde_yaml::alias_limits! { max_total_replayed_events: MOST_REPEATED },
    };
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options) {
        Ok(raw) => Reported::clean(Some(placed(raw, text, first_line))),
        Err(error) => Reported::new(None, vec![mistake(file, text, first_line, &error)]),
    }
}

/// Parses a text that should be keys with values; none, and a diagnostic, if it is anything else.
pub fn parse_map(file: &Arc<str>, text: &str, first_line: u32) -> Reported<Option<Node>> {
    let mut said = Vec::new();
    let node = parse(file, text, first_line).take(&mut said).filter(|node| match node.value {
        Value::Map(_) | Value::Null => true,
        Value::Scalar(_) | Value::List(_) => {
            said.push(wrong_type(file, node, "map"));
            false
        }
    });
    Reported::new(node, said)
}

fn mistake(file: &Arc<str>, text: &str, first_line: u32, error: &serde_yaml::Error) -> Diagnostic {
    let error = error.without_snippet();
    let span = error.location().map_or(Span::START, |at| {
        // Scanner errors have no byte offsets, only lines and columns; one past the end of the
        // text (an unclosed bracket) is moved to its last line.
        let last = text.lines().count().max(1) as u32;
        let line = (at.line() as u32).clamp(1, last);
        let column = (at.column() as u32).max(1);
        Span { line, column, end_line: line, end_column: column + 1 }
    });
    let place = Place::new(file, span.shifted(first_line));
    let words = error.to_string();
    match words.split_once("duplicate mapping key") {
        Some((_, rest)) => Diagnostic::new(&codes::DUPLICATE_KEY, place)
            .with("key", rest.split_once(": ").map_or(rest, |(_, key)| key).split([',', ' ']).next().unwrap_or("")),
        None => Diagnostic::new(&codes::YAML_SYNTAX, place).with("reason", reason_of(&words)),
    }
}

/// The parser's words without the place that it appends or prepends.
fn reason_of(words: &str) -> String {
    let first = words.lines().next().unwrap_or(words);
    let bare = first.strip_prefix("error: ").unwrap_or(first);
    let bare = match bare.split_once(": ") {
        Some((head, tail)) if head.starts_with("line ") => tail,
        _ => bare,
    };
    bare.split(" at line ").next().unwrap_or(bare).trim().to_owned()
}

fn placed(raw: Spanned<Raw>, text: &str, first_line: u32) -> Node {
    let bytes = bytes_of(&raw.defined);
    let span = place_of(&raw.referenced, text, first_line);
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Text(text) => Value::Scalar(text),
        Raw::Typed(shown) => {
            let typed = bytes.and_then(|(start, end)| text.get(start..end)).map(str::trim);
            Value::Scalar(typed.filter(|typed| !typed.is_empty()).map_or(shown, str::to_owned))
        }
        Raw::List(nodes) => Value::List(nodes.into_iter().map(|node| placed(node, text, first_line)).collect()),
        Raw::Map(pairs) => Value::Map(
            pairs
                .into_iter()
                .map(|(key, node)| {
                    let span = place_of(&key.referenced, text, first_line);
                    (Key { name: key.value, span }, placed(node, text, first_line))
                })
                .collect(),
        ),
    };
    Node { value, span }
}

fn bytes_of(at: &serde_yaml::Location) -> Option<(usize, usize)> {
    let start = at.span().byte_offset()? as usize;
    Some((start, start + at.span().byte_len()? as usize))
}

fn place_of(at: &serde_yaml::Location, text: &str, first_line: u32) -> Span {
    let span = match bytes_of(at) {
        Some((start, end)) => {
            let end = text.get(start..end.min(text.len())).map_or(end, |part| start + part.trim_end().len());
            Span::of(text, start, end)
        }
        None => {
            let (line, column) = (at.line().max(1) as u32, at.column().max(1) as u32);
            Span { line, column, end_line: line, end_column: column + 1 }
        }
    };
    span.shifted(first_line)
}

enum Raw {
    Null,
    Text(String),
    /// A number or boolean: its own text is looked up in the source, this is the fall-back.
    Typed(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = seq.next_element()? {
            nodes.push(node);
        }
        Ok(Raw::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Raw::Map(pairs))
    }
}

/// Reads the fields of one map, each key once, and says what is wrong with any of them.
///
/// Call the typed readers for every key that may be there, then [`Fields::finish`], which names the
/// keys that nobody asked for.
#[derive(Debug)]
pub struct Fields<'a> {
    file: &'a Arc<str>,
    pairs: &'a [(Key, Node)],
    // Nearly all are known before the program runs.
    asked: Vec<Cow<'static, str>>,
    at: Span,
    /// What there is to say so far.
    pub said: Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    /// Begins reading `node`, which should be a map; anything else is a diagnostic and reads as an
    /// empty one.
    pub fn of(file: &'a Arc<str>, node: &'a Node) -> Fields<'a> {
        let mut said = Vec::new();
        let pairs: &[(Key, Node)] = match &node.value {
            Value::Map(pairs) => pairs,
            Value::Null => &[],
            _ => {
                said.push(wrong_type(file, node, "map"));
                &[]
            }
        };
        Fields { file, pairs, asked: Vec::new(), at: node.span, said }
    }

    /// The value of `key`, whatever it is; none for a key that is missing or has no value.
    pub fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.asked.push(Cow::Borrowed(key));
        self.found(key)
    }

    /// The same for a key that is not known before the program runs (a taxonomy's name).
    pub fn node_named(&mut self, key: &str) -> Option<&'a Node> {
        self.asked.push(Cow::Owned(key.to_owned()));
        self.found(key)
    }

    fn found(&self, key: &str) -> Option<&'a Node> {
        let (_, node) = self.pairs.iter().find(|(found, _)| found.name == key)?;
        (node.value != Value::Null).then_some(node)
    }

    /// The value of `key`, or a diagnostic that it is missing.
    pub fn required(&mut self, key: &'static str) -> Option<&'a Node> {
        let node = self.node(key);
        if node.is_none() {
            self.missing(key);
        }
        node
    }

    /// Says that `key` is missing.
    pub fn missing(&mut self, key: &'static str) {
        let at = self.pairs.iter().find(|(found, _)| found.name == key).map_or_else(
            || Span { end_line: self.at.line, end_column: self.at.column, ..self.at },
            |(found, _)| found.span,
        );
        let said = Diagnostic::new(&codes::MISSING_KEY, Place::new(self.file, at)).with("key", key);
        self.said.push(said);
    }

    /// A scalar as typed.
    pub fn text(&mut self, key: &'static str) -> Option<(&'a str, Span)> {
        let node = self.node(key)?;
        self.scalar(node)
    }

    /// A scalar as typed, of any node.
    pub fn scalar(&mut self, node: &'a Node) -> Option<(&'a str, Span)> {
        match &node.value {
            Value::Scalar(text) => Some((text, node.span)),
            _ => {
                self.said.push(wrong_type(self.file, node, "text"));
                None
            }
        }
    }

    /// A list.
    pub fn list(&mut self, key: &'static str) -> &'a [Node] {
        self.list_named(key)
    }

    /// The same for a key that is not known before the program runs.
    pub fn list_named(&mut self, key: &str) -> &'a [Node] {
        let Some(node) = self.node_named(key) else { return &[] };
        match &node.value {
            Value::List(nodes) => nodes,
            _ => {
                self.said.push(wrong_type(self.file, node, "list"));
                &[]
            }
        }
    }

    /// A list of scalars.
    pub fn texts(&mut self, key: &'static str) -> Vec<(&'a str, Span)> {
        let nodes = self.list(key);
        nodes.iter().filter_map(|node| self.scalar(node)).collect()
    }

    /// A map, as pairs in the order written.
    pub fn map(&mut self, key: &'static str) -> &'a [(Key, Node)] {
        let Some(node) = self.node(key) else { return &[] };
        match &node.value {
            Value::Map(pairs) => pairs,
            _ => {
                self.said.push(wrong_type(self.file, node, "map"));
                &[]
            }
        }
    }

    /// One of a few words, by a table of them.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let (text, span) = self.text(key)?;
        let found = choices.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice);
        if found.is_none() {
            let known: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            self.said.push(unknown_value(self.file, span, key, text, &known));
        }
        found
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        self.choice(key, &[("true", true), ("false", false)])
    }

    /// Adds a diagnostic.
    pub fn say(&mut self, diagnostic: Diagnostic) {
        self.said.push(diagnostic);
    }

    /// A place in this file.
    pub fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }

    /// Says which keys nobody asked for: `home` names the right file of a key that belongs
    /// elsewhere, the rest are unknown. Returns all that was said.
    pub fn finish(mut self, home: impl Fn(&str) -> Option<&'static str>) -> Vec<Diagnostic> {
        for (key, _) in self.pairs {
            if self.asked.iter().any(|asked| *asked == key.name) {
                continue;
            }
            let place = Place::new(self.file, key.span);
            self.said.push(match home(&key.name) {
                Some(file) => Diagnostic::new(&codes::MISPLACED_KEY, place).with("key", &key.name).with("home", file),
                None => {
                    let mut known: Vec<&str> = Vec::with_capacity(self.asked.len());
                    for asked in &self.asked {
                        // Some keys are asked for twice, and are named once.
                        known.extend((!known.contains(&asked.as_ref())).then_some(asked.as_ref()));
                    }
                    unknown_key(place, &key.name, &known)
                }
            });
        }
        self.said
    }
}

/// Says that `word` is not a key here, with the nearest of the known ones.
pub fn unknown_key(place: Place, word: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(&codes::UNKNOWN_KEY, place)
        .with("key", word)
        .with("nearest", nearest(word, known.iter().copied()).unwrap_or(""))
        .with("known", known.join(", "))
}

/// Says that `word` is not one of the values `known` of `key`.
pub fn unknown_value(file: &Arc<str>, span: Span, key: &str, word: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(&codes::UNKNOWN_VALUE, Place::new(file, span))
        .with("key", key)
        .with("value", word)
        .with("nearest", nearest(word, known.iter().copied()).unwrap_or(""))
        .with("known", known.join(", "))
}

/// Says that a value is not a `wanted`: `text`, `list`, `map`, `number`.
pub fn wrong_type(file: &Arc<str>, node: &Node, wanted: &'static str) -> Diagnostic {
    let found = match &node.value {
        Value::Null => "nothing",
        Value::Scalar(_) => "text",
        Value::List(_) => "list",
        Value::Map(_) => "map",
    };
    Diagnostic::new(&codes::WRONG_TYPE, Place::new(file, node.span)).with("wanted", wanted).with("found", found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Reported<Option<Node>> {
        parse(&"document.yaml".into(), text, 0)
    }

    #[test]
    fn scalars_stay_as_typed_and_keys_know_their_place() {
        let node = read("figures: {a: 4.300, b: 0,5, c: NO, d: 012, e: 1e3, f: ~}\nat: 2021-11-16 18.00 WITA\n")
            .value
            .expect("it is YAML");
        let Value::Map(pairs) = node.value else { panic!("a map: {node:?}") };
        let Value::Map(figures) = &pairs[0].1.value else { panic!("a map") };
        let shown: Vec<_> = figures.iter().map(|(key, node)| (key.name.as_str(), node.value.clone())).collect();
        assert_eq!(
            shown[0..2],
            [("a", Value::Scalar("4.300".into())), ("b", Value::Scalar("0".into()))],
            "a comma in a flow map ends the value"
        );
        assert!(shown.contains(&("c", Value::Scalar("NO".into()))));
        assert!(shown.contains(&("d", Value::Scalar("012".into()))));
        assert!(shown.contains(&("e", Value::Scalar("1e3".into()))));
        assert!(shown.contains(&("f", Value::Null)));
        assert_eq!(pairs[1].1.value, Value::Scalar("2021-11-16 18.00 WITA".into()));
        assert_eq!(pairs[1].0.span, Span { line: 2, column: 1, end_line: 2, end_column: 3 });
        assert_eq!(pairs[1].1.span, Span { line: 2, column: 5, end_line: 2, end_column: 26 });
    }

    /// What is read line by line, and by the library.
    fn both(text: &str) -> (Option<Node>, Option<Node>) {
        (lines::read(text, 3), parse_any(&"document.yaml".into(), text, 3).value)
    }

    #[test]
    fn usual_files_are_read_line_by_line_as_the_library_reads_them() {
        let words = "title: Kota “Bahari” – dibuka, 5 – 7 Mei\nsummary: It said: no\n";
        let facts = "status: approved\npublish: 2022-08-02 09.00 WITA\ntopics: [data, smes]\nnumber: 0123\n\
                     figures: {n: 4497, share: 0.5, é: 1}\nplace: {id: Kota Contoh, en: Sample City}\n\
                     dates: {opened: 2021-11-16}\nkey: a/b-c\ncountry: NO\nflag: true\nrelease: 120/PR/2025\n\
                     title: 'It said: “no” # twice \"é\" '\nword: \"null: it's\"\nno: 'null'\n\
                     speaker: {name: Rara, role: {id: Menteri, en: 'Minister, {of} \"é\"'}, last: \"x: y\"}\n\
                     inner: {role: {id: Menteri}}";
        for text in [&words[..words.find("summary").unwrap_or(0)], &facts.replace(", é: 1", "")] {
            let (own, library) = both(text);
            assert!(own.is_some(), "{text}");
            assert_eq!(own, library, "{text}");
        }
        for text in [
            words,
            facts,
            "a: [b,c]",
            "a: 'b''c'",
            "a: 'b' # c",
            "a: \"\\n\"",
            "a: ''",
            "a: '",
            "a:\n  b: c",
            "a: {b: {c: {d: e}}}",
            "a: {b: {c: d}, }",
            "a: {b: 'c''d'}",
            "a: {b: 'c' }",
            "a: {b: {c: d}} ",
            "a: {b: {c: d}",
            "a: b # c",
            "a: |\n  b",
            "a: null",
            "a: b\na: c",
        ] {
            assert_eq!(both(text).0, None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_read_line_by_line_is_what_the_library_reads(
            lines in proptest::collection::vec(
                ("(on|n|y|no|NULL|true|nan|inf|a[-_a-z0-9]{0,2}|b|c|[ #]|<<)", ": ?", "[\\[{]?(true|NaN|inf|Null|0x1F|1e9|[0-9.-]{1,6}|[-a-zéß0-9:#,&*!|>'\"%@`~./“ ]{0,9}|k: [a-z0-9]{1,2}(, l: [a-z0-9 ]{1,2})?|k: [{]?(m: )?[a-z'\"]{1,3}(, [ln]: [a-z0-9{}:#' ]{1,4})?[}]?(, l: ('[a-zé,:#{} ]{0,4}'|\"[a-zé,:#{} ]{0,4}\"|[a-z]{1,2}))?|'[-a-zé0-9:#,&*!|>%@~./\"\\\\ ]{0,9}'|\"[-a-zé0-9:#,&*!|>%@~./' ]{0,9}\"|[0-9]{1,3}/[A-Zex0-9.]{1,3}/[0-9]{1,4}|[a-z0-9](, [a-z0-9é]{1,2}){1,2})[\\]}]?"),
                1..5,
            ),
            end in "\n{0,2}",
        ) {
            let lines: Vec<String> = lines.into_iter().map(|(key, colon, value)| key + &colon + &value).collect();
            let text = lines.join("\n") + &end;
            let (own, library) = both(&text);
            if own.is_some() {
                proptest::prop_assert_eq!(own, library, "{}", text);
            }
        }
    }

    #[test]
    fn what_is_not_yaml_has_a_place_and_a_reason() {
        for text in ["a: [1, 2\n", "a: b: c\n", "a:\n\t- b\n", "a: 'x\n", "a: 1\na: 2\n", "a: *b\n", "- x\ny: 1\n"] {
            let said = read(text).said;
            assert_eq!(said.len(), 1, "{text:?}");
            let place = said[0].place.clone().expect("a place");
            assert!(place.span.line >= 1 && place.span.line <= 2, "{text:?} {place}");
        }
    }
}
