//! Fluent: message files with places, and the messages of a locale.
//!
//! In: the text of a message file. Out: its entries with the places of everything in them
//! ([`MessageFile`]), and from the files of a locale its [`Messages`], which say phrases.
//!
//! `fluent-syntax` parses and `fluent-bundle` resolves. Between the two each entry is rewritten
//! (`lower`), because the bundle keeps numbers as binary fractions, takes a message and a term
//! of one name for one, loses a function's complaint, and panics on some legal messages. Never
//! here: a fallback from one locale to another.

mod anatomy;
mod circles;
mod file;
mod functions;
mod lines;
mod lower;
mod marks;
mod messages;
mod ready;
#[cfg(test)]
mod tests;
mod values;

pub use anatomy::{Anatomy, Choice, PLACEABLE, Selector, VariableUse, Variant, Wording};
pub use file::{Entry, EntryKind, MessageFile, Reference, Target};
pub use functions::FUNCTIONS;
pub use messages::{Isolation, Messages, read_placeable};
