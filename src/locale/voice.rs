//! What the messages of one locale can say, as the rooms above see it.
//!
//! In: the id of a message and its arguments. Out: a phrase, or what keeps it from being one; never
//! an empty string, never another language. `syntax::fluent::Messages` is the implementation.

use std::fmt;

use jiff::civil::Date;

use super::{Formats, Instant, Locale, Phrase};
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::digest::Digest;

/// The messages of one locale, with its formats.
pub trait Voice: Send + Sync {
    /// The formatters of the locale.
    fn formats(&self) -> &Formats;

    /// Says the message `id`, or its attribute (`id.attribute`).
    fn phrase(&self, id: &str, arguments: &Arguments) -> Result<Phrase, Unresolved>;

    /// Resolves one placeable with its braces, as written in prose: `{ NUMBER($registrants) }`.
    fn resolve(&self, placeable: &str, arguments: &Arguments) -> Result<Phrase, Unresolved>;

    /// Whether there is a message `id`.
    fn has(&self, id: &str) -> bool;

    /// Names a state by its code in capitals: the message `country-XX`, else CLDR's name.
    fn country(&self, code: &str) -> Option<String>;

    /// The digest of everything that can change what this voice says.
    fn digest(&self) -> Digest;

    /// The locale.
    fn locale(&self) -> &Locale {
        self.formats().locale()
    }

    /// Says the message without its language parts, for attributes.
    fn text(&self, id: &str, arguments: &Arguments) -> Result<String, Unresolved> {
        self.phrase(id, arguments).map(|phrase| phrase.text())
    }
}

/// A value for a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Argument {
    /// Words in the language of the message. Not formatted.
    Text(String),
    /// Words with language parts.
    Phrase(Phrase),
    /// A decimal as typed; written in the locale's notation, selects plurals, exact.
    Figure(String),
    /// A day; written long.
    Day(Date),
    /// A moment, in the zone in which it is to be shown; written with weekday and hour.
    At(Instant),
    /// Words to be joined as a list.
    Lines(Vec<String>),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Argument {
        Argument::Text(text.to_owned())
    }
}

/// Values for a message by the names of its variables, in the order given. Of two values of one
/// name the later counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Arguments(Vec<(String, Argument)>);

impl Arguments {
    /// No values.
    pub const NONE: &'static Arguments = &Arguments(Vec::new());

    /// No values yet.
    pub fn new() -> Arguments {
        Arguments::default()
    }

    /// The same with one more value.
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Argument>) -> Arguments {
        self.0.push((name.into(), value.into()));
        self
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Argument)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&Argument> {
        self.0.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The names in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(name, _)| name)
    }
}

impl<N: Into<String>> FromIterator<(N, Argument)> for Arguments {
    fn from_iter<I: IntoIterator<Item = (N, Argument)>>(pairs: I) -> Arguments {
        Arguments(pairs.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}

/// Why a message could not be said. `nearest` is a known name like the unknown one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unresolved {
    /// There is no such message.
    Message {
        /// Its id.
        id: String,
        /// A message that may have been meant.
        nearest: Option<String>,
    },
    /// There is no such term.
    Term {
        /// Its id, without the hyphen.
        id: String,
        /// A term that may have been meant.
        nearest: Option<String>,
    },
    /// The message or term has no such attribute.
    Attribute {
        /// The id; of a term with its hyphen.
        id: String,
        /// The attribute.
        attribute: String,
    },
    /// A variable has no value.
    Variable {
        /// Its name, without the sign.
        name: String,
        /// A variable with a value that may have been meant.
        nearest: Option<String>,
    },
    /// There is no such function.
    Function {
        /// Its name.
        name: String,
        /// A function that may have been meant.
        nearest: Option<String>,
    },
    /// A function cannot use what it was given.
    Misused {
        /// The function.
        function: String,
        /// What is wrong.
        misuse: Misuse,
    },
    /// The message has attributes and no value.
    NoValue {
        /// Its id.
        id: String,
    },
    /// Messages refer to one another in a circle.
    Circle,
    /// The message holds more than a hundred placeables, those of what it refers to included.
    TooLong,
    /// It is not Fluent.
    Syntax {
        /// A word for the mistake, as the message `fluent-syntax` knows it.
        mistake: &'static str,
        /// What was found or expected, by the mistake; may be empty.
        detail: String,
    },
}

/// What is wrong with what a function was given.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Misuse {
    /// A value is missing.
    Missing,
    /// The value is no figure; the value.
    NotAFigure(String),
    /// The value is neither a day nor a moment; the value.
    NotADate(String),
    /// One end is a day and the other a moment, or a moment is needed; the value.
    NotAMoment(String),
    /// No state has the code; the code.
    UnknownCountry(String),
    /// The function has no such option; the option.
    UnknownOption(String),
    /// The option does not take the value; the option with the value, `dateStyle: "ful"`.
    BadOption(String),
}

impl Misuse {
    /// The word for it that the message `bad-function-argument` knows, and the detail.
    pub fn word(&self) -> (&'static str, &str) {
        match self {
            Misuse::Missing => ("missing", ""),
            Misuse::NotAFigure(value) => ("not-a-figure", value),
            Misuse::NotADate(value) => ("not-a-date", value),
            Misuse::NotAMoment(value) => ("not-a-moment", value),
            Misuse::UnknownCountry(code) => ("unknown-country", code),
            Misuse::UnknownOption(option) => ("unknown-option", option),
            Misuse::BadOption(option) => ("bad-option", option),
        }
    }
}

impl Unresolved {
    /// The diagnostic for a use of the message at `place`.
    pub fn diagnostic(&self, place: Place) -> Diagnostic {
        let named = |code, name: &str, nearest: &Option<String>| {
            Diagnostic::new(code, place.clone()).with("name", name).with("nearest", nearest.clone().unwrap_or_default())
        };
        match self {
            // Who knows the locale says it; a reference inside a file shows it by its place.
            Unresolved::Message { id, nearest } => named(&codes::UNKNOWN_MESSAGE, id, nearest).with("locale", ""),
            Unresolved::Term { id, nearest } => named(&codes::UNKNOWN_TERM, id, nearest),
            Unresolved::Variable { name, nearest } => named(&codes::UNKNOWN_VARIABLE, name, nearest),
            Unresolved::Function { name, nearest } => named(&codes::UNKNOWN_FUNCTION, name, nearest),
            Unresolved::Attribute { id, attribute } => {
                Diagnostic::new(&codes::UNKNOWN_ATTRIBUTE, place).with("name", id).with("attribute", attribute)
            }
            Unresolved::Misused { function, misuse } => {
                let (mistake, detail) = misuse.word();
                let said = Diagnostic::new(&codes::BAD_FUNCTION_ARGUMENT, place);
                said.with("function", function).with("mistake", mistake).with("detail", detail)
            }
            Unresolved::NoValue { id } => Diagnostic::new(&codes::MESSAGE_WITHOUT_VALUE, place).with("name", id),
            Unresolved::Circle => Diagnostic::new(&codes::FLUENT_CYCLE, place),
            Unresolved::TooLong => Diagnostic::new(&codes::FLUENT_TOO_LONG, place),
            Unresolved::Syntax { mistake, detail } => {
                Diagnostic::new(&codes::FLUENT_SYNTAX, place).with("mistake", *mistake).with("detail", detail)
            }
        }
    }
}

/// The code's name and what it is about, for errors that pass through other crates; what authors
/// read is the diagnostic.
impl fmt::Display for Unresolved {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unresolved::Message { id, .. } => write!(out, "{} {id}", codes::UNKNOWN_MESSAGE.name),
            Unresolved::Term { id, .. } => write!(out, "{} -{id}", codes::UNKNOWN_TERM.name),
            Unresolved::Attribute { id, attribute } => {
                write!(out, "{} {id}.{attribute}", codes::UNKNOWN_ATTRIBUTE.name)
            }
            Unresolved::Variable { name, .. } => write!(out, "{} ${name}", codes::UNKNOWN_VARIABLE.name),
            Unresolved::Function { name, .. } => write!(out, "{} {name}", codes::UNKNOWN_FUNCTION.name),
            Unresolved::Misused { function, misuse } => {
                let (word, detail) = misuse.word();
                write!(out, "{} {function} {word} {detail}", codes::BAD_FUNCTION_ARGUMENT.name)
            }
            Unresolved::NoValue { id } => write!(out, "{} {id}", codes::MESSAGE_WITHOUT_VALUE.name),
            Unresolved::Circle => out.write_str(codes::FLUENT_CYCLE.name),
            Unresolved::TooLong => out.write_str(codes::FLUENT_TOO_LONG.name),
            Unresolved::Syntax { mistake, detail } => write!(out, "{} {mistake} {detail}", codes::FLUENT_SYNTAX.name),
        }
    }
}

impl std::error::Error for Unresolved {}
