//! Braces in prose: Fluent placeables `{ $registrants }`, attributes `{lang=en}`, and braces that are text.
//!
//! In: a body, a title, a summary. Out: where each brace stands and what it is. Nothing is resolved
//! here: the words of a placeable are known only when all files are.

use std::ops::Range;

use memchr::memchr;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Span;

/// A Fluent placeable as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Placeable {
    /// The source with its braces.
    pub source: String,
    /// Where it stands.
    pub span: Span,
}

/// Something in braces, or a brace alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brace {
    /// The bytes, from the opening brace (or the backslash before it) to after the closing one.
    pub range: Range<usize>,
    /// What it is.
    pub kind: BraceKind,
}

/// What stands in braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BraceKind {
    /// A placeable that Fluent can read.
    Placeable,
    /// Attributes right behind a bracket, a parenthesis or code: `]{lang=en}`.
    Attached,
    /// Attributes that stand alone, as at the end of a heading: `{#id}`.
    Attributes,
    /// Braces that are text: `\{`, `{{`, `{%`.
    Literal,
    /// Closed, but nothing that Fluent can read.
    Faulty,
    /// An opening brace without its closing one in the same paragraph.
    Unclosed,
}

impl Brace {
    /// The text that a literal brace stands for: itself without the backslash.
    pub fn literal<'a>(&self, text: &'a str) -> &'a str {
        let source = &text[self.range.clone()];
        source.strip_prefix('\\').unwrap_or(source)
    }
}

/// Finds the braces of a text without code, in order and without overlap. Linear.
pub fn find(text: &str) -> Vec<Brace> {
    find_outside(text, &[])
}

/// Finds the braces that do not open inside one of `code`, which must be in order.
pub fn find_outside(text: &str, code: &[Range<usize>]) -> Vec<Brace> {
    let mut found = Vec::new();
    let mut code = code.iter().peekable();
    let mut from = 0;
    while let Some(open) = memchr(b'{', &text.as_bytes()[from..]).map(|distance| from + distance) {
        while code.peek().is_some_and(|range| range.end <= open) {
            code.next();
        }
        if let Some(range) = code.peek().filter(|range| range.start <= open) {
            from = range.end;
            continue;
        }
        let (brace, next) = brace_at(text, open);
        found.push(brace);
        from = next;
    }
    found
}

/// Whether Fluent can read `source`, a placeable with its braces. Nesting must have been bounded before.
pub fn is_fluent(source: &str) -> bool {
    // A pattern of one placeable is the smallest message that holds it.
    let message = format!("x = {source}\n");
    fluent_syntax::parser::parse_runtime(message.as_str()).is_ok_and(|resource| resource.body.len() == 1)
}

/// Whether the byte at `at` is escaped: an odd number of backslashes stands before it.
pub fn is_escaped(text: &str, at: usize) -> bool {
    text.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

// The brace that opens at `open`, and where to look for the next one.
fn brace_at(text: &str, open: usize) -> (Brace, usize) {
    let brace = |range: Range<usize>, kind| Brace { range, kind };
    if is_escaped(text, open) {
        return (brace(open - 1..open + 1, BraceKind::Literal), open + 1);
    }
    if matches!(text.as_bytes().get(open + 1), Some(b'{' | b'%')) {
        return (brace(open..open + 2, BraceKind::Literal), open + 2);
    }
    match closing(text, open) {
        Closing::Missing { paragraph_end } => (brace(open..open + 1, BraceKind::Unclosed), paragraph_end),
        Closing::TooDeep { end } => (brace(open..end, BraceKind::Faulty), end),
        Closing::At(end) => (brace(open..end, kind_of(text, open, end)), end),
    }
}

fn kind_of(text: &str, open: usize, end: usize) -> BraceKind {
    let inner = text[open + 1..end - 1].trim();
    if is_attributes(inner) {
        let attached = text[..open].ends_with([']', ')', '`']);
        // `## Title (draft){#id}`: an id belongs to the heading, whatever stands before it.
        return if attached && !inner.starts_with('#') { BraceKind::Attached } else { BraceKind::Attributes };
    }
    if is_fluent(&text[open..end]) { BraceKind::Placeable } else { BraceKind::Faulty }
}

fn is_attributes(inner: &str) -> bool {
    if inner.starts_with(['#', '.']) {
        return true;
    }
    let key = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
    key > 0 && inner.as_bytes().get(key) == Some(&b'=')
}

enum Closing {
    At(usize),
    Missing { paragraph_end: usize },
    TooDeep { end: usize },
}

// Fluent's parser calls itself for each brace and parenthesis: without a bound, a text could end the program.
const DEEPEST: u32 = 16;

fn closing(text: &str, open: usize) -> Closing {
    let bytes = text.as_bytes();
    let (mut braces, mut parentheses, mut deepest) = (1u32, 0u32, 1u32);
    let mut in_string = false;
    let mut at = open + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\n' if is_blank_line_after(bytes, at) => return Closing::Missing { paragraph_end: at },
            // Fluent's strings end with their line.
            b'\n' => in_string = false,
            b'\\' if in_string => at += 1,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' => braces += 1,
            b'(' => parentheses += 1,
            b')' => parentheses = parentheses.saturating_sub(1),
            b'}' => braces -= 1,
            _ => {}
        }
        deepest = deepest.max(braces + parentheses);
        at += 1;
        if braces == 0 {
            return if deepest > DEEPEST { Closing::TooDeep { end: at } } else { Closing::At(at) };
        }
    }
    Closing::Missing { paragraph_end: text.len() }
}

fn is_blank_line_after(bytes: &[u8], newline: usize) -> bool {
    let next = bytes[newline + 1..].iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    next.is_none_or(|byte| *byte == b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, BraceKind)> {
        find(text).into_iter().map(|brace| (&text[brace.range], brace.kind)).collect()
    }

    #[test]
    fn each_brace_has_its_kind() {
        use BraceKind::*;
        assert_eq!(
            kinds("{ -term } {$x} { a-message } { NUMBER($x) } { DATETIME($d, dateStyle: \"full\") } { \"}\" }"),
            [
                ("{ -term }", Placeable),
                ("{$x}", Placeable),
                ("{ a-message }", Placeable),
                ("{ NUMBER($x) }", Placeable),
                ("{ DATETIME($d, dateStyle: \"full\") }", Placeable),
                ("{ \"}\" }", Placeable)
            ]
        );
        assert_eq!(
            kinds("[x]{lang=en} {#id} \\{ {{ y }}"),
            [("{lang=en}", Attached), ("{#id}", Attributes), ("\\{", Literal), ("{{", Literal)]
        );
        assert_eq!(
            kinds("{ a, b } and { never\n\n{ $x }"),
            [("{ a, b }", Faulty), ("{", Unclosed), ("{ $x }", Placeable)]
        );
    }

    #[test]
    fn a_select_expression_goes_over_lines() {
        let text = "{ $n ->\n    [one] satu\n   *[other] { $n } banyak\n} orang";
        assert_eq!(find(text), [Brace { range: 0..text.len() - 6, kind: BraceKind::Placeable }]);
    }

    #[test]
    fn deep_nesting_is_faulty_and_does_not_end_the_program() {
        let deep = format!("{}$x{}", "{ ".repeat(100_000), " }".repeat(100_000));
        assert_eq!(find(&deep)[0].kind, BraceKind::Faulty);
        let calls = format!("{{ {}$x{} }}", "F(".repeat(100_000), ")".repeat(100_000));
        assert_eq!(find(&calls)[0].kind, BraceKind::Faulty);
    }

    #[test]
    fn braces_in_code_are_left_alone() {
        let code = Range { start: 0, end: 8 };
        assert_eq!(find_outside("`{ $x }` { $y }", &[code]).len(), 1);
    }
}
