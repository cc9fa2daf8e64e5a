//! What a message is made of besides its names: choices, words, marked parts. For checks.
//!
//! In: an entry as the parser read it. Out: its [`Anatomy`], everything with its place. Nothing is
//! judged here, since one file alone cannot be.

use std::ops::Range;

use fluent_syntax::ast;

use super::lines::Lines;
use crate::diagnostic::{Place, Span};
use crate::locale::Locale;
use crate::locale::phrase::marks;

/// Stands in a [`Wording`] for a placeable.
pub const PLACEABLE: char = '\u{fffc}';

/// What an entry is made of.
#[derive(Debug, Clone, Default)]
pub struct Anatomy {
    /// Its attributes with their places.
    pub attributes: Vec<(String, Place)>,
    /// Each use of a variable.
    pub variables: Vec<VariableUse>,
    /// Its choices, inner ones after outer ones.
    pub choices: Vec<Choice>,
    /// The languages of its parts, and where each is named.
    pub parts: Vec<(Locale, Place)>,
    /// The text of each of its patterns, those of variants included; the value's first.
    pub wordings: Vec<Wording>,
    /// For each attribute the number of its wording, which those of its variants follow.
    starts: Vec<usize>,
    /// The language that the name of a term is in, by its attribute `.lang`.
    pub language: Option<Locale>,
    /// The codes that `COUNTRY` is given; none where it is given a value that is not known here.
    pub countries: Vec<Option<String>>,
    /// Its value and its attributes: what each refers to, and how many placeables it has.
    pub(super) patterns: Vec<PatternCost>,
}

impl Anatomy {
    /// The wordings of the value: its own, and those of its variants.
    pub fn value(&self) -> &[Wording] {
        self.wordings.get(..self.starts.first().copied().unwrap_or(self.wordings.len())).unwrap_or_default()
    }

    /// The attributes with their wordings.
    pub fn by_attribute(&self) -> impl Iterator<Item = (&str, &[Wording])> {
        let ends = self.starts.iter().skip(1).copied().chain([self.wordings.len()]);
        let ranges = self.starts.iter().copied().zip(ends);
        let wordings = ranges.map(|(start, end)| self.wordings.get(start..end).unwrap_or_default());
        self.attributes.iter().map(|(name, _)| name.as_str()).zip(wordings)
    }
}

/// One use of a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableUse {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// Whether it only decides which variant is taken.
    pub only_selects: bool,
}

/// A choice between variants.
#[derive(Debug, Clone)]
pub struct Choice {
    /// By what.
    pub selector: Selector,
    /// Where it begins: at its first variant's key.
    pub place: Place,
    /// The variants in order.
    pub variants: Vec<Variant>,
}

/// By what a choice is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selector {
    /// A figure.
    Cardinal,
    /// A figure as an ordinal.
    Ordinal,
    /// A variable, which may be a figure.
    Variable,
    /// Something else.
    Other,
}

/// A variant of a choice.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Its key.
    pub key: String,
    /// Whether the key is a number.
    pub is_number: bool,
    /// Whether it is the default.
    pub is_default: bool,
    /// Where the key stands.
    pub place: Place,
}

/// The text of one pattern, a line feed being a space and [`PLACEABLE`] each placeable.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    /// The text; language parts are still marked.
    pub text: String,
    /// Where in it each piece of the source begins, and the place of that.
    pieces: Vec<(usize, Place)>,
}

impl Wording {
    /// The place of the bytes `start..end` of the text. Both must be on the boundary of a character.
    pub fn place(&self, start: usize, end: usize) -> Option<Place> {
        let (from, before) = self.point(start)?;
        let (last, after) = self.point(end)?;
        let columns = |from: usize, to: usize| self.text[from..to].chars().count() as u32;
        let span = Span {
            line: before.span.line,
            column: before.span.column + columns(from, start),
            end_line: after.span.line,
            end_column: after.span.column + columns(last, end),
        };
        Some(Place { file: before.file.clone(), span })
    }

    /// The text with the marks and languages of its parts blanked, byte for byte, so that a byte of it
    /// has the same place; and which bytes are in which language, inner ones first.
    pub fn blanked(&self) -> (String, Vec<(Range<usize>, Locale)>) {
        let (mut blanked, mut parts, mut open) = (String::with_capacity(self.text.len()), Vec::new(), Vec::new());
        let mut tag: Option<usize> = None;
        for (at, letter) in self.text.char_indices() {
            match letter {
                marks::OPEN => open.push(at),
                marks::TAG => tag = Some(at + 1),
                marks::SHUT => {
                    let named = tag.take().and_then(|from| self.text.get(from..at)?.strip_prefix("lang="));
                    let part = open.pop().zip(named.and_then(Locale::parse));
                    parts.extend(part.map(|(start, locale)| (start..at, locale)));
                }
                other if tag.is_none() && marks::is_plain(other) => {
                    blanked.push(other);
                    continue;
                }
                _ => {}
            }
            blanked.extend(std::iter::repeat_n('\0', letter.len_utf8()));
        }
        (blanked, parts)
    }

    fn point(&self, at: usize) -> Option<(usize, &Place)> {
        let next = self.pieces.partition_point(|(from, _)| *from <= at);
        self.pieces.get(next.checked_sub(1)?).map(|(from, place)| (*from, place))
    }

    /// The text without the marks of language parts and without spaces at its ends.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        let mut in_tag = false;
        for letter in self.text.chars() {
            match letter {
                marks::TAG => in_tag = true,
                marks::SHUT => in_tag = false,
                _ if in_tag || !marks::is_plain(letter) => {}
                other => plain.push(other),
            }
        }
        plain.trim().to_owned()
    }
}

/// A value or an attribute as a node of the graph of references.
#[derive(Debug, Clone, Default)]
pub(super) struct PatternCost {
    pub(super) attribute: Option<String>,
    /// What it refers to: indices into the entry's references.
    pub(super) references: Vec<usize>,
    pub(super) cost: Vec<Cost>,
}

/// How many placeables a part of a pattern has.
#[derive(Debug, Clone)]
pub(super) enum Cost {
    One,
    /// Those of what is referred to: an index into the entry's references.
    Of(usize),
    /// The most of these, of which one is taken.
    Most(Vec<Vec<Cost>>),
}

/// Reads the anatomy of an entry. `references` counts on as the reader of references does, so each
/// reference has the index that it has there.
pub(super) struct Anatomist<'a> {
    pub(super) masked: &'a str,
    pub(super) lines: &'a Lines<'a>,
    pub(super) anatomy: Anatomy,
    references: usize,
    pattern: PatternCost,
}

impl<'a> Anatomist<'a> {
    pub(super) fn new(masked: &'a str, lines: &'a Lines<'a>) -> Anatomist<'a> {
        Anatomist { masked, lines, anatomy: Anatomy::default(), references: 0, pattern: PatternCost::default() }
    }

    pub(super) fn read(mut self, value: Option<&ast::Pattern<&str>>, attributes: &[ast::Attribute<&str>]) -> Anatomy {
        if let Some(value) = value {
            self.whole(None, value);
        }
        for attribute in attributes {
            let name = attribute.id.name;
            if let ("lang", [ast::PatternElement::TextElement { value }]) = (name, &attribute.value.elements[..]) {
                self.anatomy.language = Locale::parse(value.trim());
            }
            self.anatomy.attributes.push((name.to_owned(), self.place(name)));
            self.anatomy.starts.push(self.anatomy.wordings.len());
            self.whole(Some(name), &attribute.value);
        }
        self.anatomy
    }

    fn whole(&mut self, attribute: Option<&str>, pattern: &ast::Pattern<&str>) {
        self.pattern = PatternCost { attribute: attribute.map(str::to_owned), ..PatternCost::default() };
        let cost = self.pattern(pattern);
        let whole = PatternCost { cost, ..std::mem::take(&mut self.pattern) };
        self.anatomy.patterns.push(whole);
    }

    fn pattern(&mut self, pattern: &ast::Pattern<&str>) -> Vec<Cost> {
        let at = self.anatomy.wordings.len();
        self.anatomy.wordings.push(Wording::default());
        let (mut wording, mut cost) = (Wording::default(), Vec::new());
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => {
                    self.parts(value);
                    wording.pieces.push((wording.text.len(), self.place(value)));
                    wording.text.extend(value.chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
                }
                ast::PatternElement::Placeable { expression } => {
                    wording.text.push(PLACEABLE);
                    cost.push(Cost::One);
                    cost.extend(self.expression(expression));
                }
            }
        }
        self.anatomy.wordings[at] = wording;
        cost
    }

    /// Finds where languages are named in a piece of text.
    fn parts(&mut self, text: &str) {
        for (at, _) in text.match_indices(marks::TAG) {
            let named = text[at + 1..].split(marks::SHUT).next().unwrap_or_default();
            let Some(tag) = named.strip_prefix("lang=") else { continue };
            if let Some(locale) = Locale::parse(tag) {
                self.anatomy.parts.push((locale, self.place(tag)));
            }
        }
    }

    fn expression(&mut self, expression: &ast::Expression<&str>) -> Vec<Cost> {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, false),
            ast::Expression::Select { selector, variants } => {
                let mut cost = self.inline(selector, true);
                self.choice(selector, variants);
                cost.push(Cost::Most(variants.iter().map(|variant| self.pattern(&variant.value)).collect()));
                cost
            }
        }
    }

    fn choice(&mut self, selector: &ast::InlineExpression<&str>, variants: &[ast::Variant<&str>]) {
        let variant = |variant: &ast::Variant<&str>| {
            let (key, is_number) = match &variant.key {
                ast::VariantKey::Identifier { name } => (*name, false),
                ast::VariantKey::NumberLiteral { value } => (*value, true),
            };
            Variant { key: key.to_owned(), is_number, is_default: variant.default, place: self.place(key) }
        };
        let variants: Vec<Variant> = variants.iter().map(variant).collect();
        let Some(first) = variants.first() else { return };
        let place = first.place.clone();
        self.anatomy.choices.push(Choice { selector: selector_of(selector), place, variants });
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>, only_selects: bool) -> Vec<Cost> {
        use ast::InlineExpression::{
            FunctionReference, MessageReference, NumberLiteral, Placeable, StringLiteral, TermReference,
            VariableReference,
        };
        match inline {
            StringLiteral { .. } | NumberLiteral { .. } => Vec::new(),
            Placeable { expression } => self.expression(expression),
            VariableReference { id } => {
                let place = self.place(id.name);
                self.anatomy.variables.push(VariableUse { name: id.name.to_owned(), place, only_selects });
                Vec::new()
            }
            MessageReference { .. } => vec![self.reference()],
            TermReference { arguments, .. } => {
                let mut cost = vec![self.reference()];
                cost.extend(arguments.iter().flat_map(|arguments| self.arguments(arguments, only_selects)));
                cost
            }
            FunctionReference { id, arguments } => {
                // A function's name is a reference too, which leads to no pattern.
                self.references += 1;
                if id.name == "COUNTRY" {
                    self.anatomy.countries.extend(arguments.positional.iter().map(literal));
                }
                self.arguments(arguments, only_selects)
            }
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&str>, only_selects: bool) -> Vec<Cost> {
        arguments.positional.iter().flat_map(|value| self.inline(value, only_selects)).collect()
    }

    fn reference(&mut self) -> Cost {
        let at = self.references;
        self.references += 1;
        self.pattern.references.push(at);
        Cost::Of(at)
    }

    /// The AST has no places, but its slices are slices of the masked text.
    fn place(&self, slice: &str) -> Place {
        let start = (slice.as_ptr() as usize).saturating_sub(self.masked.as_ptr() as usize);
        self.lines.place(start, start + slice.len())
    }
}

fn literal(inline: &ast::InlineExpression<&str>) -> Option<String> {
    match inline {
        ast::InlineExpression::StringLiteral { value } => Some((*value).to_owned()),
        _ => None,
    }
}

fn selector_of(selector: &ast::InlineExpression<&str>) -> Selector {
    let ast::InlineExpression::FunctionReference { id, arguments } = selector else {
        let is_variable = matches!(selector, ast::InlineExpression::VariableReference { .. });
        return if is_variable { Selector::Variable } else { Selector::Other };
    };
    let is_ordinal = |argument: &ast::NamedArgument<&str>| {
        argument.name.name == "type"
            && matches!(argument.value, ast::InlineExpression::StringLiteral { value: "ordinal" })
    };
    match (id.name, arguments.named.iter().any(is_ordinal)) {
        ("NUMBER", true) => Selector::Ordinal,
        ("NUMBER", false) => Selector::Cardinal,
        _ => Selector::Other,
    }
}
