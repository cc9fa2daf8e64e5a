//! The YAML that nearly every file is: keys with a value on the same line, read without the library.
//!
//! In: the text of a file. Out: the very tree that the library gives ([`super::parse`]), or none where any
//! line is more than that: nested, escaped, commented, wrong. Then the library reads the whole text. Nothing is
//! ever said here. The library takes a fifth of the time in which a site is read, most of it to be ready for
//! what these files do not hold.

use super::{Key, Node, Value};
use crate::diagnostic::Span;

/// The longest text that is read here: of longer ones the library counts the values.
const LONGEST: usize = 16 * 1024;

/// The longest key; YAML 1.2.2 allows 1,024 letters (8.2.2).
const LONGEST_KEY: usize = 128;

/// The longest figure that is one whatever a parser makes of it.
const LONGEST_FIGURE: usize = 15;

/// Reads keys with values on their lines; none where there is anything else.
pub(super) fn read(text: &str, first_line: u32) -> Option<Node> {
    if text.len() > LONGEST {
        return None;
    }
    let mut pairs: Vec<(Key, Node)> = Vec::new();
    for (at, text) in text.strip_suffix('\n').unwrap_or(text).split('\n').enumerate() {
        let line = Line { text, number: first_line + at as u32 + 1 };
        let (key, value) = line.pair(0, text)?;
        let value = match value.as_bytes().first()? {
            b'[' => line.list(line.at(value), value)?,
            b'{' => line.map(line.at(value), value)?,
            b'\'' | b'"' => line.quoted(line.at(value), value)?,
            _ => line.scalar(line.at(value), Some(value).filter(|value| is_plain(value))?),
        };
        add(&mut pairs, key, value)?;
    }
    let start = pairs.first()?.0.span;
    let span = Span { end_line: start.line, end_column: start.column, ..start };
    Some(Node { value: Value::Map(pairs), span })
}

/// Adds a pair; none where the key is there already.
fn add(pairs: &mut Vec<(Key, Node)>, key: Key, node: Node) -> Option<()> {
    if pairs.iter().any(|(known, _)| known.name == key.name) {
        return None;
    }
    pairs.push((key, node));
    Some(())
}

/// A line and its number in the file.
struct Line<'a> {
    text: &'a str,
    number: u32,
}

impl<'a> Line<'a> {
    /// The byte at which a part of the line begins.
    fn at(&self, part: &str) -> usize {
        part.as_ptr() as usize - self.text.as_ptr() as usize
    }

    /// Where a stretch of the line stands.
    fn span(&self, start: usize, length: usize) -> Span {
        let letters = |part: &str| if part.is_ascii() { part.len() } else { part.chars().count() } as u32;
        let column = 1 + letters(&self.text[..start]);
        let end_column = column + letters(&self.text[start..start + length]);
        Span { line: self.number, column, end_line: self.number, end_column }
    }

    /// The key and the value of `key: value`, which begins at this byte.
    fn pair(&self, start: usize, pair: &'a str) -> Option<(Key, &'a str)> {
        let (name, value) = pair.split_once(": ")?;
        is_key(name).then(|| (Key { name: name.to_owned(), span: self.span(start, name.len()) }, value))
    }

    fn scalar(&self, start: usize, word: &str) -> Node {
        Node { value: Value::Scalar(word.to_owned()), span: self.span(start, word.len()) }
    }

    /// `'Said: no'`, with nothing in it that is written otherwise than it is read.
    fn quoted(&self, start: usize, value: &str) -> Option<Node> {
        let mark = value.chars().next()?;
        let word = value.strip_prefix(mark)?.strip_suffix(mark)?;
        let is_clear = !word.is_empty() && !word.contains([mark, '\\']) && !word.contains(is_unclear);
        is_clear.then(|| Node { value: Value::Scalar(word.to_owned()), span: self.span(start, value.len()) })
    }

    /// `[data, smes]`.
    fn list(&self, start: usize, list: &'a str) -> Option<Node> {
        let words = list.strip_prefix('[')?.strip_suffix(']')?.split(", ");
        let words = words.map(|word| is_simple(word).then(|| self.scalar(self.at(word), word)));
        Some(Node { value: Value::List(words.collect::<Option<_>>()?), span: self.span(start, 1) })
    }

    /// `{id: Kota Contoh, en: Sample City}`.
    fn map(&self, start: usize, map: &'a str) -> Option<Node> {
        let mut pairs = Vec::new();
        for pair in map.strip_prefix('{')?.strip_suffix('}')?.split(", ") {
            let (key, word) = self.pair(self.at(pair), pair)?;
            let node = is_simple(word).then(|| self.scalar(self.at(word), word))?;
            add(&mut pairs, key, node)?;
        }
        Some(Node { value: Value::Map(pairs), span: self.span(start, 1) })
    }
}

fn is_key(name: &str) -> bool {
    let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    is_name && name.len() <= LONGEST_KEY && !is_nothing(name)
}

/// Whether a value is a scalar of one line, without quotation marks, that means itself.
fn is_plain(value: &str) -> bool {
    is_word(value)
        && !value.ends_with(|last: char| last == ':' || last.is_whitespace())
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.contains(is_unclear)
}

/// Whether a letter may be refused, or read as a line's end.
fn is_unclear(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The same inside of brackets, where more signs have a meaning.
fn is_simple(word: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_' | '.' | '/');
    is_word(word) && !word.ends_with(' ') && word.chars().all(is_letter)
}

/// Whether a word begins like one, or is a date or a short figure: others may be out of some bounds.
fn is_word(word: &str) -> bool {
    let Some(first) = word.chars().next() else { return false };
    let is_figure = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
    let is_short = word.len() <= LONGEST_FIGURE && word.bytes().all(is_figure);
    // "120/PR/2025" is the number of a release, and no figure.
    let is_clear = !first.is_numeric() || is_short || word.contains([' ', '/']);
    first.is_alphanumeric() && is_clear && !is_nothing(word)
}

fn is_nothing(word: &str) -> bool {
    word.eq_ignore_ascii_case("null")
}
