//! A facts file with one thing more, as text: everything else in it stays as it was written.
//!
//! In: the text of a `document.yaml` and a change or withdrawal. Out: the new text, or none where the
//! file has a shape in which the place cannot be told surely. A guess is never handed out: whatever was
//! put together is read again, and must say what the old text said and the addition, nothing else.

use std::sync::Arc;

use super::life::{Grade, LifeFacts};
use crate::diagnostic::Span;
use crate::locale::{Instant, Locale, PerLocale};
use crate::source::yaml::{self, Node, Value};

/// What is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Addition {
    /// An entry of `changes`.
    Change(NewChange),
    /// `withdrawn`.
    Withdrawal(NewWithdrawal),
}

/// A change that is not in the file yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChange {
    /// When it was made, as it is to be written.
    pub at: String,
    /// What kind of change it is.
    pub grade: Grade,
    /// Whether readers have to know, where that is to be written.
    pub major: Option<bool>,
    /// What was changed, in the order to be written.
    pub note: PerLocale<String>,
    /// The editions that it changes; none for all.
    pub affects: Option<Vec<Locale>>,
}

/// A withdrawal that is not in the file yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWithdrawal {
    /// Since when, as it is to be written.
    pub at: String,
    /// The editions that are withdrawn; none for all.
    pub editions: Option<Vec<Locale>>,
    /// Why, in the order to be written.
    pub reason: PerLocale<String>,
    /// The path below `content/` of what takes its place.
    pub replaced_by: Option<String>,
}

impl Addition {
    /// The key below which it stands.
    pub fn key(&self) -> &'static str {
        match self {
            Addition::Change(_) => "changes",
            Addition::Withdrawal(_) => "withdrawn",
        }
    }

    /// The whole of it with its key, as it stands in a file that has nothing of its kind.
    pub fn block(&self) -> String {
        text_of(&self.lines(0), "\n")
    }

    /// The entry alone, without the key of its list.
    pub fn entry(&self) -> String {
        match self {
            Addition::Change(_) => text_of(&listed(&self.values(), 2, 1), "\n"),
            Addition::Withdrawal(_) => self.block(),
        }
    }

    /// Whether facts read with the addition hold it, over those read without.
    pub fn is_in(&self, old: &LifeFacts, new: &LifeFacts) -> bool {
        match self {
            Addition::Change(change) => {
                new.changes.len() == old.changes.len() + 1
                    && new.changes.iter().any(|found| {
                        is_instant(&found.at, &change.at)
                            && found.grade == change.grade
                            && found.is_major == change.major.unwrap_or(change.grade.is_major())
                            && found.note.texts == change.note
                            && found.affects == change.affects
                    })
            }
            Addition::Withdrawal(withdrawal) => new.withdrawn.as_ref().is_some_and(|found| {
                old.withdrawn.is_none()
                    && is_instant(&found.at, &withdrawal.at)
                    && found.editions == withdrawal.editions
                    && found.reason.texts == withdrawal.reason
                    && found.replaced_by.as_ref().map(|pointer| &pointer.target) == withdrawal.replaced_by.as_ref()
            }),
        }
    }

    /// Its lines with the key, all this far to the right.
    fn lines(&self, indent: usize) -> Vec<String> {
        let mut lines = vec![format!("{}{}:", spaces(indent), self.key())];
        lines.extend(self.below(indent));
        lines
    }

    /// Its lines below a key that stands this far to the right.
    fn below(&self, indent: usize) -> Vec<String> {
        match self {
            Addition::Change(_) => listed(&self.values(), indent + 2, 1),
            Addition::Withdrawal(_) => {
                self.values().iter().map(|line| format!("{}{line}", spaces(indent + 2))).collect()
            }
        }
    }

    /// Its keys and values, from the left margin on.
    fn values(&self) -> Vec<String> {
        let mut lines = Vec::new();
        match self {
            Addition::Change(change) => {
                let grade = Grade::ALL.iter().find(|(_, grade)| *grade == change.grade).map_or("", |(word, _)| word);
                lines.push(format!("at: {}", change.at));
                lines.push(format!("grade: {grade}"));
                lines.extend(change.major.map(|major| format!("major: {major}")));
                lines.extend(texts("note", &change.note));
                lines.extend(change.affects.as_ref().map(|locales| tags("affects", locales)));
            }
            Addition::Withdrawal(withdrawal) => {
                lines.push(format!("at: {}", withdrawal.at));
                lines.extend(withdrawal.editions.as_ref().map(|locales| tags("editions", locales)));
                lines.extend(texts("reason", &withdrawal.reason));
                lines.extend(withdrawal.replaced_by.as_ref().map(|target| format!("replaced_by: {}", plain(target))));
            }
        }
        lines
    }
}

fn text_of(lines: &[String], ending: &str) -> String {
    lines.iter().flat_map(|line| [line.as_str(), ending]).collect()
}

fn is_instant(found: &Instant, written: &str) -> bool {
    Instant::parse(written).is_ok_and(|written| written.moment() == found.moment())
}

fn spaces(count: usize) -> String {
    " ".repeat(count)
}

/// The lines of an item of a list, its dash this far to the right and its first key behind a gap.
fn listed(lines: &[String], indent: usize, gap: usize) -> Vec<String> {
    let first = format!("{}-{}", spaces(indent), spaces(gap));
    let further = spaces(indent + 1 + gap);
    lines.iter().enumerate().map(|(at, line)| format!("{}{line}", if at == 0 { &first } else { &further })).collect()
}

fn texts(key: &str, texts: &PerLocale<String>) -> Vec<String> {
    let pairs = texts.iter().map(|(locale, text)| format!("  {locale}: {}", quoted(text)));
    std::iter::once(format!("{key}:")).chain(pairs).collect()
}

fn tags(key: &str, locales: &[Locale]) -> String {
    let tags: Vec<&str> = locales.iter().map(Locale::as_str).collect();
    format!("{key}: [{}]", tags.join(", "))
}

fn plain(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_');
    if text.bytes().all(is_plain) { text.to_owned() } else { quoted(text) }
}

/// A text as a double-quoted scalar of YAML on one line.
fn quoted(text: &str) -> String {
    let mut scalar = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => scalar.push_str("\\\""),
            '\\' => scalar.push_str("\\\\"),
            '\n' => scalar.push_str("\\n"),
            // Separators of lines to some, a mark that readers of files take away, and what no YAML holds as it
            // is (YAML 1.2.2, 5.1).
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                scalar.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            letter => scalar.push(letter),
        }
    }
    scalar.push('"');
    scalar
}

/// The text of a facts file with an addition. None where there is no place for it that is sure: it is
/// there in flow style, or in a shape that no text could be put behind.
pub fn amended(file: &Arc<str>, text: &str, addition: &Addition) -> Option<String> {
    let old = yaml::parse_map(file, text, 0).value?;
    let expected = with(bare(&old), addition)?;
    let is_exact =
        |new: &String| yaml::parse_map(file, new, 0).value.is_some_and(|node| bare(&node).value == expected.value);
    places(text, &old, addition).into_iter().map(|(at, lines)| inserted(text, at, &lines)).find(is_exact)
}

/// The tree without places: only what is written counts.
fn bare(node: &Node) -> Node {
    let value = match &node.value {
        Value::Null => Value::Null,
        Value::Scalar(text) => Value::Scalar(text.clone()),
        Value::List(nodes) => Value::List(nodes.iter().map(bare).collect()),
        Value::Map(pairs) => Value::Map(
            pairs
                .iter()
                .map(|(key, node)| (yaml::Key { name: key.name.clone(), span: Span::START }, bare(node)))
                .collect(),
        ),
    };
    Node { value, span: Span::START }
}

/// The tree that the new text must have.
fn with(mut old: Node, addition: &Addition) -> Option<Node> {
    let Value::Map(added) = bare(&yaml::parse(&"".into(), &addition.block(), 0).value?).value else { return None };
    let (key, value) = added.into_iter().next()?;
    if old.value == Value::Null {
        old.value = Value::Map(Vec::new());
    }
    let Value::Map(pairs) = &mut old.value else { return None };
    match pairs.iter_mut().find(|(known, _)| known.name == key.name).map(|(_, node)| node) {
        None => pairs.push((key, value)),
        Some(there) => match (&mut there.value, value.value) {
            (Value::Null, value) => there.value = value,
            (Value::List(nodes), Value::List(more)) => nodes.extend(more),
            _ => return None,
        },
    }
    Some(old)
}

/// Where lines could go, the likeliest first: the byte, and the lines.
fn places(text: &str, old: &Node, addition: &Addition) -> Vec<(usize, Vec<String>)> {
    let pairs: &[(yaml::Key, Node)] = match &old.value {
        Value::Map(pairs) => pairs,
        _ => &[],
    };
    let Some(indent) = pairs.first().map_or(Some(0), |(key, _)| margin(text, key.span)) else { return Vec::new() };
    match pairs.iter().find(|(key, _)| key.name == addition.key()) {
        None => vec![(text.len(), addition.lines(indent))],
        Some((key, Node { value: Value::Null, .. })) => {
            vec![(lines_upto(text, key.span.line as usize), addition.below(indent))]
        }
        Some((_, Node { value: Value::List(nodes), .. })) => {
            nodes.last().map(|last| behind(text, pairs, last, addition)).unwrap_or_default()
        }
        Some(_) => Vec::new(),
    }
}

/// How far to the right a key of the whole file stands; none where something stands before it.
fn margin(text: &str, key: Span) -> Option<usize> {
    let before = line_before(text, key);
    before.bytes().all(|byte| byte == b' ').then_some(before.len())
}

/// What stands on its line before a place.
fn line_before(text: &str, place: Span) -> &str {
    let (line, start) = (lines_upto(text, place.line as usize - 1), place.start_in(text));
    text.get(line..start).unwrap_or_default()
}

/// The byte behind this many lines.
fn lines_upto(text: &str, lines: usize) -> usize {
    text.split_inclusive('\n').take(lines).map(str::len).sum()
}

/// Behind the last item of a block list: behind all that is further to the right than its dash, or, where
/// that is a comment that belongs to something else, behind the last line that says something.
fn behind(text: &str, pairs: &[(yaml::Key, Node)], last: &Node, addition: &Addition) -> Vec<(usize, Vec<String>)> {
    let start = match &last.value {
        Value::Map(pairs) => pairs.first().map_or(last.span, |(key, _)| key.span),
        _ => last.span,
    };
    let before = line_before(text, start);
    let indent = before.len() - before.trim_start_matches(' ').len();
    let Some(rest) = before[indent..].strip_prefix('-').filter(|rest| rest.starts_with(' ')) else { return Vec::new() };
    let gap = if rest.trim_matches(' ').is_empty() { rest.len() } else { 1 };
    let first = start.line as usize;
    let next = pairs.iter().map(|(key, _)| key.span.line as usize).filter(|line| *line > first).min();
    let region = text.split('\n').enumerate().take(next.map_or(usize::MAX, |next| next - 1)).skip(first);
    let (mut deep, mut full) = (first, first);
    for (at, line) in region.filter(|(_, line)| !line.trim().is_empty()) {
        if line.len() - line.trim_start_matches(' ').len() > indent {
            deep = at + 1;
        }
        if !line.trim_start().starts_with('#') {
            full = at + 1;
        }
    }
    let lines = listed(&addition.values(), indent, gap);
    [deep, full].map(|upto| (lines_upto(text, upto), lines.clone())).into()
}

/// The text with lines put in before a byte, ended as the line before them is.
fn inserted(text: &str, at: usize, lines: &[String]) -> String {
    let (before, after) = text.split_at(at);
    let last = before.rfind('\n').or_else(|| text.find('\n'));
    let ending = if last.is_some_and(|last| text[..last].ends_with('\r')) { "\r\n" } else { "\n" };
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { ending };
    format!("{before}{gap}{}{after}", text_of(lines, ending))
}

#[cfg(test)]
mod tests;
