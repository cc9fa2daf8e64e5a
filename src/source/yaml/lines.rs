//! The YAML that nearly every file is: keys with a value on the same line, read without the library.
//!
//! In: the text of a file. Out: the very tree that the library gives ([`super::parse`]), or none where any
//! line is more than that: nested in lines of its own, escaped, commented, wrong. Then the library reads the
//! whole text. Nothing is ever said here. The library takes a fifth of the time in which a site is read, most of it to be ready for
//! what these files do not hold.

use memchr::memchr;

use super::{Key, Node, Value};
use crate::diagnostic::Span;

/// The longest text that is read here: of longer ones the library counts the values.
const LONGEST: usize = 16 * 1024;

/// The longest key; YAML 1.2.2 allows 1,024 letters (8.2.2).
const LONGEST_KEY: usize = 128;

/// The longest figure that is one whatever a parser makes of it.
const LONGEST_FIGURE: usize = 15;

/// How many maps may lie in one another: the role of a speaker is one in a map.
const DEEPEST: usize = 2;

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
            b'{' => line.map(value, DEEPEST).filter(|(_, rest)| rest.is_empty())?.0,
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
        // No key holds a colon, so that a look for one byte does: the library's look for two costs more than the rest.
        let colon = memchr(b':', pair.as_bytes())?;
        let (name, value) = (&pair[..colon], pair[colon + 1..].strip_prefix(' ')?);
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
        let words = words.map(|word| self.simple(word));
        Some(Node { value: Value::List(words.collect::<Option<_>>()?), span: self.span(start, 1) })
    }

    /// `{id: Kota Contoh, en: Sample City}` at the start of this text, and what follows it.
    fn map(&self, text: &'a str, depth: usize) -> Option<(Node, &'a str)> {
        let mut pairs = Vec::new();
        let mut rest = text.strip_prefix('{').filter(|_| depth > 0)?;
        loop {
            let (key, value) = self.pair(self.at(rest), rest)?;
            let (node, next) = self.inner(value, depth)?;
            add(&mut pairs, key, node)?;
            rest = match next.strip_prefix('}') {
                Some(rest) => {
                    return Some((Node { value: Value::Map(pairs), span: self.span(self.at(text), 1) }, rest));
                }
                None => next.strip_prefix(", ")?,
            };
        }
    }

    /// A value in a map at the start of this text, and what follows it.
    fn inner(&self, text: &'a str, depth: usize) -> Option<(Node, &'a str)> {
        let length = match text.as_bytes().first()? {
            b'{' => return self.map(text, depth - 1),
            mark @ (b'\'' | b'"') => text.bytes().skip(1).position(|byte| byte == *mark)? + 2,
            _ => text.find([',', '}'])?,
        };
        let (value, rest) = text.split_at(length);
        let is_quoted = value.starts_with(['\'', '"']);
        let node = if is_quoted { self.quoted(self.at(value), value)? } else { self.simple(value)? };
        Some((node, rest))
    }

    fn simple(&self, word: &'a str) -> Option<Node> {
        is_simple(word).then(|| self.scalar(self.at(word), word))
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
        && !value.as_bytes().windows(2).any(|two| two == b": " || two == b" #")
        && !value.contains(is_unclear)
}

/// Whether a letter may be refused, or read as a line's end.
fn is_unclear(letter: char) -> bool {
    !(' '..='~').contains(&letter)
        && (letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'))
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
