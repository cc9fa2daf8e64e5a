//! What is said without the resolver: messages of words and bare variables, and placeables that are one call.
//!
//! Nine messages of ten are such, and each page says a dozen with what it is given. The resolver is asked for all
//! others, and wherever it might have something to complain about: what this gives is what it would give.

use fluent_syntax::ast;

use super::values::{Given, argument_value};
use crate::locale::phrase::{Run, marks};
use crate::locale::{Argument, Arguments, Formats, Phrase};

/// More of them in one message are the resolver's to refuse.
const PIECES: usize = 50;

/// A message that is only words and bare variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ready(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Variable(String),
}

impl Ready {
    /// Reads the pattern of a rewritten message. None for one that has anything else in it.
    pub(super) fn of(pattern: &ast::Pattern<&str>) -> Option<Ready> {
        let pieces: Option<Vec<Piece>> = pattern.elements.iter().map(Piece::of).collect();
        pieces.filter(|pieces| pieces.len() <= PIECES).map(Ready)
    }

    /// Says it. None where a variable has no value, or one that the resolver is to look at.
    pub(super) fn say(&self, arguments: &Arguments, formats: &Formats) -> Option<Phrase> {
        let mut saying = Saying { phrase: Phrase::default(), text: String::with_capacity(self.room()), formats };
        for piece in &self.0 {
            match piece {
                Piece::Words(words) => saying.text.push_str(words),
                Piece::Variable(name) => saying.argument(arguments.get(name)?)?,
            }
        }
        saying.flush();
        Some(saying.phrase)
    }

    /// About how many bytes it has in words.
    fn room(&self) -> usize {
        let room = |piece: &Piece| if let Piece::Words(words) = piece { words.len() } else { 24 };
        self.0.iter().map(room).sum()
    }
}

impl Piece {
    fn of(element: &ast::PatternElement<&str>) -> Option<Piece> {
        match element {
            ast::PatternElement::TextElement { value } => {
                let words: String = value.chars().filter(|letter| *letter != marks::GUARD).collect();
                words.chars().all(marks::is_plain).then_some(Piece::Words(words))
            }
            ast::PatternElement::Placeable { expression: ast::Expression::Inline(inline) } => {
                let ast::InlineExpression::FunctionReference { id, arguments } = inline else { return None };
                match (id.name, &arguments.positional[..]) {
                    ("VALUE", [ast::InlineExpression::VariableReference { id }]) => {
                        Some(Piece::Variable(id.name.to_owned()))
                    }
                    _ => None,
                }
            }
            ast::PatternElement::Placeable { .. } => None,
        }
    }
}

/// A phrase while it is being said: its words in the language of the message wait in `text`.
struct Saying<'a> {
    phrase: Phrase,
    text: String,
    formats: &'a Formats,
}

impl Saying<'_> {
    fn argument(&mut self, argument: &Argument) -> Option<()> {
        match argument {
            Argument::Text(text) => self.text.push_str(own(text)?),
            Argument::Figure(typed) => {
                let figure = Given::Figure { digits: own(typed)?.to_owned(), ordinal: false };
                self.text.push_str(&figure.shown(self.formats));
            }
            Argument::Phrase(phrase) => {
                for run in &phrase.runs {
                    self.run(run, own(&run.text)?);
                }
            }
            Argument::Day(_) | Argument::At(_) | Argument::Lines(_) => return None,
        }
        Some(())
    }

    fn run(&mut self, run: &Run, words: &str) {
        match &run.lang {
            None => self.text.push_str(words),
            lang => {
                self.flush();
                self.phrase.push(lang.as_ref(), words);
            }
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        match self.phrase.runs.is_empty() {
            true if !text.is_empty() => self.phrase.runs.push(Run { lang: None, text }),
            _ => self.phrase.push(None, &text),
        }
    }
}

/// A text in which nothing is for the resolver: no control character, and at its ends no sign that sets it apart.
fn own(text: &str) -> Option<&str> {
    let is_apart = text.starts_with(['\u{2068}', '\u{2069}']) || text.ends_with(['\u{2068}', '\u{2069}']);
    (!is_apart && marks::plain_start(text).1.is_empty()).then_some(text)
}

/// A placeable that is one call on one variable: `{ DATETIME($opened, dateStyle: "full") }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call<'a> {
    /// The name of the function.
    pub(super) function: &'a str,
    /// The value that travels.
    pub(super) value: String,
    /// The options by name, each once.
    pub(super) options: Vec<(&'a str, &'a str)>,
}

impl<'a> Call<'a> {
    /// Reads a placeable with its braces. None for any other, and for a variable without a value.
    pub(super) fn read(placeable: &'a str, arguments: &Arguments) -> Option<Call<'a>> {
        let call = placeable.strip_prefix('{')?.strip_suffix('}')?.trim_matches(' ');
        let (function, given) = call.strip_suffix(')')?.split_once('(')?;
        let mut given = given.split(',').map(|part| part.trim_matches(' '));
        let value = argument_value(arguments.get(variable(given.next()?)?)?);
        let mut options: Vec<(&str, &str)> = Vec::new();
        for part in given {
            let (name, text) = option(part)?;
            if options.iter().any(|(known, _)| *known == name) {
                return None;
            }
            options.push((name, text));
        }
        Some(Call { function, value, options })
    }
}

/// The name of a variable with its sign.
pub(super) fn variable(written: &str) -> Option<&str> {
    written.strip_prefix('$').filter(|name| is_name(name))
}

/// `name: "text"`, the text without anything that Fluent reads as more than itself.
fn option(written: &str) -> Option<(&str, &str)> {
    let (name, text) = written.split_once(':')?;
    let text = text.trim_matches(' ').strip_prefix('"')?.strip_suffix('"')?;
    let is_word = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_+- ".contains(&byte));
    let name = name.trim_end_matches(' ');
    (is_word && is_name(name)).then_some((name, text))
}

/// An identifier of Fluent.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
