//! The way from the template that a page begins with to a mistake in another one.
//!
//! Tera tells which include or call of a component it was in, the innermost first, and nothing of `extends`.
//! The words in a way are those of the templates themselves, so that it reads alike in every language:
//! `release.html:1:12 extends → document.html:188:4 <cards> → components.html:54:9 <card> → components.html:31:4`.

use crate::diagnostic::{Place, Span};
use crate::source::Source;

use super::{source_of, template_name};

/// The way from `begins` (where that is known) to the place of a mistake, by Tera's report of it. Nothing where
/// the mistake is in that template itself.
pub(super) fn way(templates: &[Source], begins: Option<&str>, place: Option<&Place>, report: &str) -> String {
    let mut way = Way { templates, here: begins.map(str::to_owned), steps: Vec::new() };
    let mut calls: Vec<(&Source, Span)> = report.lines().filter_map(|line| call(line, templates)).collect();
    calls.reverse();
    calls.into_iter().for_each(|(source, span)| way.call(source, span));
    if let Some(place) = place {
        way.climb(template_name(&place.file));
        way.end(place);
    }
    way.steps.join(" → ")
}

/// A way as far as it has been gone.
struct Way<'a> {
    templates: &'a [Source],
    /// The template that was reached.
    here: Option<String>,
    steps: Vec<String>,
}

impl Way<'_> {
    /// Goes to a template through what is extended, if it is reached so.
    fn climb(&mut self, to: &str) {
        let Some(mut here) = self.here.clone() else { return };
        let mut steps = Vec::new();
        // Templates that extend one another in a circle are refused before a page is made.
        while here != to && steps.len() < self.templates.len() {
            let Some((source, (span, parent))) =
                source_of(self.templates, &here).and_then(|source| Some((source, parent(&source.text)?)))
            else {
                return;
            };
            steps.push(step(source, span, "extends"));
            here = parent.to_owned();
        }
        if here == to {
            self.steps.extend(steps);
        }
    }

    /// Goes through an include or the call of a component.
    fn call(&mut self, source: &Source, span: Span) {
        self.climb(template_name(&source.file));
        let written = source.text.get(span.start_in(&source.text)..).unwrap_or_default();
        let (word, target) = match written.chars().next() {
            Some(quote @ ('"' | '\'')) => ("include".to_owned(), written[1..].split(quote).next().map(str::to_owned)),
            Some('<') => {
                let name = written[1..].trim_start();
                let name = &name[..name.find(|letter: char| !is_name(letter)).unwrap_or(name.len())];
                (format!("<{name}>"), self.home_of(name))
            }
            _ => (String::new(), None),
        };
        self.steps.push(step(source, span, &word));
        self.here = target;
    }

    /// The template that defines a component.
    fn home_of(&self, name: &str) -> Option<String> {
        let defines = |source: &&Source| tags(&source.text).any(|(_, tag)| word_behind("component", tag) == Some(name));
        self.templates.iter().find(defines).map(|source| template_name(&source.file).to_owned())
    }

    /// The mistake itself, where there was a way to it.
    fn end(&mut self, place: &Place) {
        if !self.steps.is_empty() {
            let at = format!("{}:{}:{}", template_name(&place.file), place.span.line, place.span.column);
            self.steps.push(at);
        }
    }
}

fn step(source: &Source, span: Span, word: &str) -> String {
    format!("{}:{}:{} {word}", template_name(&source.file), span.line, span.column).trim_end().to_owned()
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-')
}

/// A note of a report, `note: called from page.html:2:12`, as a place in a template.
fn call<'a>(line: &str, templates: &'a [Source]) -> Option<(&'a Source, Span)> {
    let mut parts = line.strip_prefix("note: called from ")?.rsplitn(3, ':');
    let (column, line, name) = (parts.next()?, parts.next()?, parts.next()?);
    let (line, column) = (line.parse().ok()?, column.parse().ok()?);
    Some((source_of(templates, name)?, Span { line, column, end_line: line, end_column: column }))
}

/// Where a template names its parent, and the parent.
fn parent(text: &str) -> Option<(Span, &str)> {
    let (at, tag) = tags(text).find(|(_, tag)| tag.starts_with("extends"))?;
    let rest = tag["extends".len()..].trim_start();
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let start = at + tag.len() - rest.len();
    let name = rest[1..].split(quote).next()?;
    Some((Span::of(text, start, start + name.len() + 2), name))
}

/// What stands inside the `{% … %}` of a template, with its place.
fn tags(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("{%").map(|(at, _)| {
        let tag = text[at + 2..].split("%}").next().unwrap_or_default();
        let bare = tag.trim_start_matches('-').trim_start();
        (at + 2 + tag.len() - bare.len(), bare)
    })
}

/// The name behind a word that a tag begins with.
fn word_behind<'a>(word: &str, tag: &'a str) -> Option<&'a str> {
    let rest = tag.strip_prefix(word)?.trim_start();
    Some(&rest[..rest.find(|letter: char| !is_name(letter)).unwrap_or(rest.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn templates() -> Vec<Source> {
        let files = [
            ("release.html", "{#- extends \"other.html\" -#}{% extends \"document.html\" %}"),
            ("document.html", "{%- extends 'base.html' -%}\n{% block main %}<p>{{ <card doc={doc}/> }}"),
            ("base.html", "<html>\n{{ page.nothing }}"),
            ("own.html", "{% component cards(x) %}{% endcomponent cards %}\n{%- component card(doc) %}\n{{ doc.x }}"),
        ];
        files.map(|(name, text)| Source::new(format!("themes/warta/templates/{name}"), text)).into()
    }

    fn way_to(file: &str, line: u32, column: u32, report: &str) -> String {
        let templates = templates();
        let file = source_of(&templates, file).map(|source| source.file.clone()).expect("one of the templates");
        let place = Place::new(&file, Span { line, column, end_line: line, end_column: column + 1 });
        way(&templates, Some("release.html"), Some(&place), report)
    }

    #[test]
    fn what_is_extended_is_on_the_way_and_a_mistake_in_the_first_template_has_none() {
        assert_eq!(way_to("release.html", 1, 3, ""), "");
        assert_eq!(way_to("document.html", 2, 3, ""), "release.html:1:40 extends → document.html:2:3");
        let wanted = "release.html:1:40 extends → document.html:1:13 extends → base.html:2:9";
        assert_eq!(way_to("base.html", 2, 9, ""), wanted);
    }

    #[test]
    fn a_call_in_a_parent_is_reached_through_what_is_extended() {
        let report = "error: Gone\n --> own.html:3:8\n\nnote: called from document.html:2:23\n  |\n";
        let wanted = "release.html:1:40 extends → document.html:2:23 <card> → own.html:3:8";
        assert_eq!(way_to("own.html", 3, 8, report), wanted);
    }

    #[test]
    fn notes_that_name_no_place_are_no_step() {
        for note in ["nothing.html:1:2", "document.html:x:2", "document.html", "", "document.html:1:99999999999"] {
            assert_eq!(way_to("release.html", 1, 3, &format!("note: called from {note}")), "", "{note}");
        }
        let far = way_to("own.html", 3, 8, "note: called from document.html:999:0");
        assert_eq!(far, "release.html:1:40 extends → document.html:999:0 → own.html:3:8");
    }
}
