//! Rewrites an entry into Fluent that `fluent-bundle` resolves exactly and completely.
//!
//! - Ids get `m-` or `t-`: the bundle keeps messages, terms and functions in one map.
//! - A bare `{ $x }` becomes `VALUE($x, name: "x")`, since a missing variable inside a term is not
//!   reported by the bundle.
//! - A selection becomes `SELECTOR(…, keys: "one|1|other", usual: "2")` over `v0`, `v1` …: which
//!   variant it is, is decided by CLDR's rules on the exact decimal. A complaint of a function in the
//!   selector gets a variant of its own, in which it is shown again and so is found.
//! - Number literals become text: the bundle would read them as binary fractions.
//! - A function that does not exist becomes `UNKNOWN`, which complains.
//! - Each line of text gets a guard, so that its spaces and brackets are text wherever it stands.

use fluent_syntax::ast;

use super::functions::FUNCTIONS;
use super::values::figure_value;
use crate::locale::Locale;
use crate::locale::phrase::{closing, marks};

/// Rewrites a message.
pub(super) fn message(message: &ast::Message<&str>) -> String {
    let mut out = ["m-", message.id.name, " ="].concat();
    if let Some(value) = &message.value {
        pattern(&mut out, value, None);
    }
    attributes(&mut out, &message.attributes);
    out.push('\n');
    out
}

/// Rewrites a term, its value marked as being in `lang`.
pub(super) fn term(term: &ast::Term<&str>, lang: Option<&Locale>) -> String {
    let mut out = ["-t-", term.id.name, " ="].concat();
    pattern(&mut out, &term.value, lang);
    attributes(&mut out, &term.attributes);
    out.push('\n');
    out
}

fn attributes(out: &mut String, all: &[ast::Attribute<&str>]) {
    for attribute in all {
        out.push_str("\n    .");
        out.push_str(attribute.id.name);
        out.push_str(" =");
        pattern(out, &attribute.value, None);
    }
}

fn pattern(out: &mut String, pattern: &ast::Pattern<&str>, lang: Option<&Locale>) {
    out.push(' ');
    // A sole placeable needs no guard, and with one it would no longer be sole: the bundle
    // isolates only placeables that have neighbours.
    if lang.is_some() || !matches!(pattern.elements[..], [ast::PatternElement::Placeable { .. }]) {
        out.push(marks::GUARD);
    }
    out.extend(lang.map(|_| marks::OPEN));
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => text(out, value),
            ast::PatternElement::Placeable { expression: placeable } => expression(out, placeable),
        }
    }
    if let Some(lang) = lang {
        out.push_str(&closing(lang.as_str()));
    }
}

fn text(out: &mut String, value: &str) {
    for letter in value.chars() {
        match letter {
            '\r' => {}
            '\n' => {
                out.push_str("\n    ");
                out.push(marks::GUARD);
            }
            other => out.push(other),
        }
    }
}

fn expression(out: &mut String, placeable: &ast::Expression<&str>) {
    match placeable {
        ast::Expression::Inline(ast::InlineExpression::Placeable { expression: inner }) => expression(out, inner),
        ast::Expression::Inline(inline) => {
            out.push_str("{ ");
            shown(out, inline);
            out.push_str(" }");
        }
        ast::Expression::Select { selector, variants } => selection(out, selector, variants),
    }
}

fn selection(out: &mut String, selector: &ast::InlineExpression<&str>, variants: &[ast::Variant<&str>]) {
    let keys: Vec<&str> = variants.iter().map(|variant| key(&variant.key)).collect();
    let usual = variants.iter().position(|variant| variant.default).unwrap_or(0);
    out.push_str("{ SELECTOR(");
    given(out, selector);
    out.push_str(&format!(", keys: \"{}\", usual: \"{usual}\") ->", keys.join("|")));
    for (at, variant) in variants.iter().enumerate() {
        out.push_str(if variant.default { "\n   *" } else { "\n    " });
        out.push_str(&format!("[v{at}]"));
        pattern(out, &variant.value, None);
    }
    out.push_str("\n    [fault] { VALUE(");
    given(out, selector);
    out.push_str(", name: \"\") }\n    }");
}

fn key<'a>(key: &ast::VariantKey<&'a str>) -> &'a str {
    match key {
        ast::VariantKey::Identifier { name } => name,
        ast::VariantKey::NumberLiteral { value } => value,
    }
}

/// Writes an expression whose result is shown.
fn shown(out: &mut String, inline: &ast::InlineExpression<&str>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            out.push_str(&format!("VALUE(${0}, name: \"{0}\")", id.name));
        }
        ast::InlineExpression::NumberLiteral { .. } => {
            out.push_str("NUMBER(");
            given(out, inline);
            out.push(')');
        }
        other => given(out, other),
    }
}

/// Writes an expression whose result is given to a function.
fn given(out: &mut String, inline: &ast::InlineExpression<&str>) {
    match inline {
        ast::InlineExpression::StringLiteral { value } => string(out, value),
        ast::InlineExpression::NumberLiteral { value } => string(out, &figure_value(value)),
        ast::InlineExpression::VariableReference { id } => out.push_str(&format!("${}", id.name)),
        ast::InlineExpression::Placeable { expression: inner } => expression(out, inner),
        ast::InlineExpression::MessageReference { id, attribute } => reference(out, "m-", id.name, attribute.as_ref()),
        ast::InlineExpression::TermReference { id, attribute, arguments } => {
            reference(out, "-t-", id.name, attribute.as_ref());
            if let Some(arguments) = arguments {
                // Fluent ignores what is given to a term without a name.
                let named = arguments.named.iter().map(|argument| (argument.name.name, term_argument(&argument.value)));
                call(out, &[], named);
            }
        }
        ast::InlineExpression::FunctionReference { id, arguments } => function(out, id.name, arguments),
    }
}

fn reference(out: &mut String, prefix: &str, id: &str, attribute: Option<&ast::Identifier<&str>>) {
    out.push_str(prefix);
    out.push_str(id);
    if let Some(attribute) = attribute {
        out.push('.');
        out.push_str(attribute.name);
    }
}

fn function(out: &mut String, name: &str, arguments: &ast::CallArguments<&str>) {
    if !FUNCTIONS.contains(&name) {
        out.push_str(&format!("UNKNOWN(name: \"{name}\")"));
        return;
    }
    out.push_str(name);
    let named = arguments.named.iter().map(|argument| (argument.name.name, option(&argument.value)));
    call(out, &arguments.positional, named);
}

fn call<'a>(
    out: &mut String,
    positional: &[ast::InlineExpression<&str>],
    named: impl Iterator<Item = (&'a str, String)>,
) {
    out.push('(');
    for value in positional {
        given(out, value);
        out.push_str(", ");
    }
    for (name, value) in named {
        out.push_str(name);
        out.push_str(": ");
        string(out, &value);
        out.push_str(", ");
    }
    out.push(')');
}

/// An option of a function: a literal, as text.
fn option(value: &ast::InlineExpression<&str>) -> String {
    match value {
        ast::InlineExpression::StringLiteral { value } | ast::InlineExpression::NumberLiteral { value } => {
            (*value).to_owned()
        }
        // The parser lets nothing else through.
        _ => String::new(),
    }
}

fn term_argument(value: &ast::InlineExpression<&str>) -> String {
    match value {
        ast::InlineExpression::NumberLiteral { value } => figure_value(value),
        other => option(other),
    }
}

fn string(out: &mut String, value: &str) {
    out.push('"');
    out.push_str(value);
    out.push('"');
}
