//! Which messages templates may ask for, by the letters of the templates.
//!
//! A template can take an id from anywhere, so this errs on one side only: what may be used is used.
//! Every text between quotation marks counts as an id; `"alert-" ~ kind` as all that begin so; an id of
//! which nothing is written out as any id at all.

use std::collections::BTreeSet;

/// The ids that templates may ask for.
#[derive(Debug, Default)]
pub(super) struct Ids {
    written: BTreeSet<String>,
    made: Vec<Made>,
}

/// An id that is put together: what is written of it, in order, with anything between.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Made {
    begins: String,
    within: Vec<String>,
    ends: String,
}

impl Ids {
    /// Whether a template may ask for this message.
    pub(super) fn may_name(&self, id: &str) -> bool {
        self.written.contains(id) || self.made.iter().any(|made| made.may_be(id))
    }
}

impl Made {
    fn may_be(&self, id: &str) -> bool {
        let rest = id.strip_prefix(self.begins.as_str()).and_then(|rest| rest.strip_suffix(self.ends.as_str()));
        let Some(mut rest) = rest else { return false };
        for part in &self.within {
            let Some((_, after)) = rest.split_once(part.as_str()) else { return false };
            rest = after;
        }
        true
    }
}

/// Finds the ids in the texts of templates.
pub(super) fn ids<'a>(templates: impl Iterator<Item = &'a str>) -> Ids {
    let (mut written, mut made) = (BTreeSet::new(), BTreeSet::new());
    for template in templates {
        for code in codes(template) {
            written.extend(literals(code).into_iter().map(|id| id.split('.').next().unwrap_or(id).to_owned()));
            made.extend(asked(code).filter_map(made_of));
        }
    }
    Ids { written, made: made.into_iter().collect() }
}

/// What stands in `{{ … }}` and `{% … %}`.
fn codes(template: &str) -> Vec<&str> {
    let (mut found, mut rest) = (Vec::new(), template);
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        let Some(kind) = rest.chars().next().filter(|kind| matches!(kind, '{' | '%')) else { continue };
        let end = if kind == '{' { "}}" } else { "%}" };
        let code = &rest[1..];
        let length = code.find(end).unwrap_or(code.len());
        found.push(&code[..length]);
        rest = &code[length..];
    }
    found
}

/// The texts between quotation marks.
fn literals(code: &str) -> Vec<&str> {
    let (mut found, mut rest) = (Vec::new(), code);
    while let Some((text, after)) = literal_in(rest) {
        found.push(text);
        rest = after;
    }
    found
}

fn literal_in(code: &str) -> Option<(&str, &str)> {
    let open = code.find(['"', '\'', '`'])?;
    let quote = code[open..].chars().next()?;
    let text = &code[open + 1..];
    let end = text.find(quote)?;
    Some((&text[..end], &text[end + 1..]))
}

/// The expressions that are given to `t` and the like as `id`.
fn asked(code: &str) -> impl Iterator<Item = &str> {
    code.match_indices("id").filter_map(|(at, _)| {
        let before = code[..at].trim_end().chars().next_back();
        let value = code[at + 2..].trim_start().strip_prefix('=').filter(|value| !value.starts_with('='))?;
        matches!(before, Some('(' | ',')).then(|| expression(value))
    })
}

/// An argument up to its comma or the end of the call.
fn expression(value: &str) -> &str {
    let (mut depth, mut quote) = (0u32, None);
    for (at, letter) in value.char_indices() {
        match (quote, letter) {
            (Some(open), _) => quote = Some(open).filter(|open| *open != letter),
            (None, '"' | '\'' | '`') => quote = Some(letter),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ',') if depth == 0 => return &value[..at],
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    value
}

/// What is known of an id that is put together; none for one that is written out.
fn made_of(expression: &str) -> Option<Made> {
    let pieces = joined(expression);
    let texts: Vec<Option<&str>> = pieces.iter().map(|piece| whole_literal(piece)).collect();
    if let [Some(_)] = texts[..] {
        return None;
    }
    let begins: String = texts.iter().map_while(|text| *text).collect();
    let is_written_out = texts.iter().all(Option::is_some);
    let ends = if is_written_out { String::new() } else { ending(&texts) };
    let known = texts.iter().skip_while(|text| text.is_some()).flatten().map(|text| (*text).to_owned());
    let mut within: Vec<String> = known.collect();
    if !ends.is_empty() {
        within.truncate(within.len() - texts.iter().rev().take_while(|text| text.is_some()).count());
    }
    Some(Made { begins, within, ends })
}

fn ending(texts: &[Option<&str>]) -> String {
    let last: Vec<&str> = texts.iter().rev().map_while(|text| *text).collect();
    last.into_iter().rev().collect()
}

/// The pieces between `~`, outside texts and parentheses.
fn joined(expression: &str) -> Vec<&str> {
    let (mut pieces, mut from, mut depth, mut quote) = (Vec::new(), 0, 0u32, None);
    for (at, letter) in expression.char_indices() {
        match (quote, letter) {
            (Some(open), _) => quote = Some(open).filter(|open| *open != letter),
            (None, '"' | '\'' | '`') => quote = Some(letter),
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth = depth.saturating_sub(1),
            (None, '~') if depth == 0 => {
                pieces.push(expression[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(expression[from..].trim());
    pieces
}

fn whole_literal(piece: &str) -> Option<&str> {
    let (text, rest) = literal_in(piece)?;
    (piece.len() == text.len() + 2 && rest.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(template: &str, id: &str) -> bool {
        ids([template].into_iter()).may_name(id)
    }

    #[test]
    fn an_id_in_a_template_is_found_however_it_is_made() {
        for (template, id) in [
            (r#"{{ t(id="menu") }}"#, "menu"),
            ("{{ t(id='menu', count=list.total) }}", "menu"),
            ("{%- set label = `menu` -%}{{ t(lang=l, id = label) }}", "menu"),
            (r#"{{ t_text(id="menu.label") }}"#, "menu"),
            (r#"{{ t(id="alert-" ~ kind) }}"#, "alert-note"),
            (r#"{{ t(id=kind ~ "-title") }}"#, "event-title"),
            (r#"{{ t(id="a-" ~ kind ~ "-of-" ~ name ~ "-z") }}"#, "a-b-of-c-z"),
            ("{{ t(id=kind) }}", "anything"),
            (r#"{{ t(id="a" if x else kind) }}"#, "anything"),
            (r#"{{ t(id=("alert-" ~ kind) | lower) }}"#, "anything"),
        ] {
            assert!(named(template, id), "{template}: {id}");
        }
    }

    #[test]
    fn an_id_that_no_template_can_make_is_not_found() {
        for (template, id) in [
            (r#"menu "menu" {{ t(id="other") }}"#, "menu"),
            (r#"{{ t(id="alert-" ~ kind) }}"#, "alarm-note"),
            (r#"{{ t(id="a-" ~ kind ~ "-z") }}"#, "a-b"),
            (r#"{{ f(void=x) }}{% if id == kind %}"#, "menu"),
        ] {
            assert!(!named(template, id), "{template}: {id}");
        }
    }
}
