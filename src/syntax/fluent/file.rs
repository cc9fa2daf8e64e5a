//! One message file: its entries, and where everything in them is.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_syntax::ast;
use fluent_syntax::parser::{ErrorKind, ParserError, parse_runtime};

use super::anatomy::{Anatomist, Anatomy};
use super::lines::Lines;
use super::lower;
use super::marks::{Flaw, FlawKind, Masked, mask};
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Place, Reported, codes};
use crate::locale::{Locale, Unresolved};

/// The entries of one message file, in its order, each id once.
#[derive(Debug, Clone)]
pub struct MessageFile {
    file: Arc<str>,
    locale: Locale,
    entries: Vec<Entry>,
}

/// A message or a term.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id; of a term without the hyphen.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Where its id stands.
    pub place: Place,
    /// Whether it has a value besides attributes; a term always has.
    pub has_value: bool,
    /// The names of its attributes, in order.
    pub attributes: Vec<String>,
    /// The names of the variables that it uses, attributes included, in the order of first use.
    pub variables: Vec<String>,
    /// What it refers to, in order.
    pub references: Vec<Reference>,
    /// What it is made of besides.
    pub anatomy: Arc<Anatomy>,
    /// The entry as the bundle gets it.
    pub(super) lowered: String,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntryKind {
    /// A message, which can be said.
    Message,
    /// A term, which only messages can use.
    Term,
}

/// A reference, with the place of the name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// What it names.
    pub target: Target,
    /// The name; of a term without the hyphen.
    pub name: String,
    /// The attribute, if it is one that is meant.
    pub attribute: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// What a reference can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A message.
    Message,
    /// A term.
    Term,
    /// A function.
    Function,
}

impl MessageFile {
    /// Reads a message file. What is not Fluent is said, and left out; the rest is there.
    pub fn read(file: &Arc<str>, locale: &Locale, text: &str) -> Reported<MessageFile> {
        let masked = mask(text);
        let lines = Lines::new(file, text);
        let (resource, errors) = match parse_runtime(masked.text.as_str()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let mut said = said_of(&masked, &errors, &lines);
        said.extend(isolation_marks(text, &lines));
        let mut entries: Vec<Entry> = Vec::new();
        let mut known: BTreeMap<(EntryKind, String), Place> = BTreeMap::new();
        for syntax in &resource.body {
            let Some(entry) = Reader { masked: &masked.text, lines: &lines, said: &mut said }.entry(syntax) else {
                continue;
            };
            match known.get(&(entry.kind, entry.id.clone())) {
                Some(first) => said.push(duplicate(&entry, first)),
                None => {
                    known.insert((entry.kind, entry.id.clone()), entry.place.clone());
                    entries.push(entry);
                }
            }
        }
        Reported::new(MessageFile { file: Arc::clone(file), locale: locale.clone(), entries }, said)
    }

    /// The file.
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// The locale whose words it holds.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The entries in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// The diagnostic for an entry whose id was defined at `first` already.
pub(super) fn duplicate(entry: &Entry, first: &Place) -> Diagnostic {
    let kind = match entry.kind {
        EntryKind::Message => "message",
        EntryKind::Term => "term",
    };
    Diagnostic::new(&codes::FLUENT_DUPLICATE, entry.place.clone())
        .with("kind", kind)
        .with("name", &entry.id)
        .and(first.clone())
}

/// Names the mistake of the parser, with its detail, as the message `fluent-syntax` knows it.
pub(super) fn syntax_mistake(kind: &ErrorKind) -> Unresolved {
    let (mistake, detail) = match kind {
        ErrorKind::ExpectedToken(token) => ("expected-token", token.to_string()),
        ErrorKind::ExpectedCharRange { range } => ("expected-letters", range.escape_debug().to_string()),
        ErrorKind::ExpectedMessageField { entry_id } => ("expected-value", entry_id.clone()),
        ErrorKind::ExpectedTermField { entry_id } => ("expected-term-value", entry_id.clone()),
        ErrorKind::ForbiddenCallee => ("lower-case-function", String::new()),
        ErrorKind::MissingDefaultVariant => ("no-default", String::new()),
        ErrorKind::MissingValue => ("no-variant-value", String::new()),
        ErrorKind::MultipleDefaultVariants => ("two-defaults", String::new()),
        ErrorKind::MessageReferenceAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::ExpectedSimpleExpressionAsSelector => ("bad-selector", String::new()),
        ErrorKind::TermAttributeAsPlaceable => ("term-attribute", String::new()),
        ErrorKind::UnterminatedStringLiteral => ("open-string", String::new()),
        ErrorKind::PositionalArgumentFollowsNamed => ("mixed-arguments", String::new()),
        ErrorKind::DuplicatedNamedArgument(name) => ("twice-named", name.clone()),
        ErrorKind::UnknownEscapeSequence(code) => ("bad-escape", escape_of(code)),
        ErrorKind::InvalidUnicodeEscapeSequence(digits) => {
            // What stands behind the digits is not part of the escape, and may be a mask.
            let digits: String = digits.chars().take_while(char::is_ascii_hexdigit).collect();
            ("bad-escape", format!("\\u{digits}"))
        }
        ErrorKind::UnbalancedClosingBrace => ("closing-brace", String::new()),
        ErrorKind::ExpectedInlineExpression => ("expected-expression", String::new()),
        ErrorKind::ExpectedLiteral => ("expected-literal", String::new()),
    };
    Unresolved::Syntax { mistake, detail }
}

/// The parser gives the byte after the backslash as a decimal number.
fn escape_of(code: &str) -> String {
    match code.parse::<u8>() {
        Ok(byte) if byte.is_ascii_graphic() => format!("\\{}", char::from(byte)),
        _ => "\\".to_owned(),
    }
}

fn said_of(masked: &Masked, errors: &[ParserError], lines: &Lines) -> Vec<Diagnostic> {
    // One of these is usually a thousand of them, on one line.
    let first = |wanted: fn(&FlawKind) -> bool| masked.flaws.iter().find(|flaw| wanted(&flaw.kind));
    let depth = first(|kind| matches!(kind, FlawKind::Depth));
    let control = first(|kind| matches!(kind, FlawKind::Control(_)));
    let parts = masked.flaws.iter().filter(|flaw| matches!(flaw.kind, FlawKind::Tag(_) | FlawKind::Brackets));
    let flaws = depth.into_iter().chain(control).chain(parts);
    let mut said: Vec<Diagnostic> = flaws.map(|flaw| flaw_diagnostic(flaw, lines)).collect();
    let is_depth = |flaw: &&Flaw| matches!(flaw.kind, FlawKind::Depth);
    let masked_at: Vec<usize> = masked.flaws.iter().filter(is_depth).map(|flaw| flaw.start).collect();
    for error in errors {
        let junk = error.slice.clone().unwrap_or(error.pos.clone());
        // The question mark that was put there is no mistake of the author's.
        let next = masked_at.partition_point(|at| *at < junk.start);
        if masked_at.get(next).is_none_or(|at| *at >= junk.end) {
            said.push(syntax_mistake(&error.kind).diagnostic(lines.place(error.pos.start, error.pos.end)));
        }
    }
    said.sort_by(|one, other| one.place.cmp(&other.place));
    said
}

/// Marks of direction that somebody typed or pasted: nobody who reads the file sees them. Written as an
/// escape, `{"\\u200F"}`, they are seen and left alone. The first of each line is said.
fn isolation_marks(text: &str, lines: &Lines) -> Vec<Diagnostic> {
    let is_mark =
        |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let (mut said, mut from) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        if let Some((at, letter)) = line.char_indices().find(|(_, letter)| is_mark(*letter)) {
            let place = lines.place(from + at, from + at + letter.len_utf8());
            let mark = format!("{:04X}", u32::from(letter));
            said.push(Diagnostic::new(&codes::TYPED_DIRECTION_MARK, place).with("mark", mark));
        }
        from += line.len();
    }
    said
}

fn flaw_diagnostic(flaw: &Flaw, lines: &Lines) -> Diagnostic {
    let place = lines.place(flaw.start, flaw.end);
    let syntax = |mistake, detail| Unresolved::Syntax { mistake, detail };
    match &flaw.kind {
        FlawKind::Depth => syntax("nested-too-deeply", String::new()).diagnostic(place),
        FlawKind::Control(letter) => {
            syntax("control-character", format!("U+{:04X}", u32::from(*letter))).diagnostic(place)
        }
        FlawKind::Tag(tag) => bad_part(place, "tag", tag),
        FlawKind::Brackets => bad_part(place, "brackets", ""),
    }
}

fn bad_part(place: Place, mistake: &'static str, detail: &str) -> Diagnostic {
    Diagnostic::new(&codes::BAD_LANGUAGE_PART, place).with("mistake", mistake).with("detail", detail)
}

/// Reads one entry: names and references with their places.
struct Reader<'a> {
    masked: &'a str,
    lines: &'a Lines<'a>,
    said: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn entry(&mut self, syntax: &ast::Entry<&str>) -> Option<Entry> {
        let (id, kind, value, attributes, lowered) = match syntax {
            ast::Entry::Message(message) => (
                message.id.name,
                EntryKind::Message,
                message.value.as_ref(),
                &message.attributes,
                lower::message(message),
            ),
            ast::Entry::Term(term) => {
                let lang = self.term_language(term);
                (term.id.name, EntryKind::Term, Some(&term.value), &term.attributes, lower::term(term, lang.as_ref()))
            }
            _ => return None,
        };
        let mut entry = Entry {
            id: id.to_owned(),
            kind,
            place: self.place(id),
            has_value: value.is_some(),
            attributes: attributes.iter().map(|attribute| attribute.id.name.to_owned()).collect(),
            variables: Vec::new(),
            references: Vec::new(),
            anatomy: Arc::new(Anatomist::new(self.masked, self.lines).read(value, attributes)),
            lowered,
        };
        for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
            self.pattern(pattern, &mut entry);
        }
        Some(entry)
    }

    /// The language that a term says its name is in.
    fn term_language(&mut self, term: &ast::Term<&str>) -> Option<Locale> {
        let attribute = term.attributes.iter().find(|attribute| attribute.id.name == "lang")?;
        let tag = match &attribute.value.elements[..] {
            [ast::PatternElement::TextElement { value }] => *value,
            _ => attribute.id.name,
        };
        let locale = Locale::parse(tag.trim()).filter(|_| tag != attribute.id.name);
        if locale.is_none() {
            self.said.push(bad_part(self.place(tag), "tag", tag));
        }
        locale
    }

    fn pattern(&self, pattern: &ast::Pattern<&str>, entry: &mut Entry) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.expression(expression, entry);
            }
        }
    }

    fn expression(&self, expression: &ast::Expression<&str>, entry: &mut Entry) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, entry),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector, entry);
                variants.iter().for_each(|variant| self.pattern(&variant.value, entry));
            }
        }
    }

    fn inline(&self, inline: &ast::InlineExpression<&str>, entry: &mut Entry) {
        use ast::InlineExpression::{
            FunctionReference, MessageReference, NumberLiteral, Placeable, StringLiteral, TermReference,
            VariableReference,
        };
        match inline {
            StringLiteral { .. } | NumberLiteral { .. } => {}
            Placeable { expression } => self.expression(expression, entry),
            VariableReference { id } => {
                if !entry.variables.iter().any(|known| known == id.name) {
                    entry.variables.push(id.name.to_owned());
                }
            }
            MessageReference { id, attribute } => {
                entry.references.push(self.reference(Target::Message, id, attribute.as_ref()))
            }
            TermReference { id, attribute, arguments } => {
                entry.references.push(self.reference(Target::Term, id, attribute.as_ref()));
                arguments.iter().for_each(|arguments| self.arguments(arguments, entry));
            }
            FunctionReference { id, arguments } => {
                entry.references.push(self.reference(Target::Function, id, None));
                self.arguments(arguments, entry);
            }
        }
    }

    fn arguments(&self, arguments: &ast::CallArguments<&str>, entry: &mut Entry) {
        arguments.positional.iter().for_each(|value| self.inline(value, entry));
    }

    fn reference(
        &self,
        target: Target,
        id: &ast::Identifier<&str>,
        attribute: Option<&ast::Identifier<&str>>,
    ) -> Reference {
        let attribute = attribute.map(|attribute| attribute.name.to_owned());
        Reference { target, name: id.name.to_owned(), attribute, place: self.place(id.name) }
    }

    /// The AST has no places, but its slices are slices of the masked text.
    fn place(&self, slice: &str) -> Place {
        let start = (slice.as_ptr() as usize).saturating_sub(self.masked.as_ptr() as usize);
        self.lines.place(start, start + slice.len())
    }
}
