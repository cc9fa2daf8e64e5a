//! What templates need of one another, and what Tera says of their mistakes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{Error, ErrorKind, Tera};

use crate::diagnostic::{Code, Diagnostic, Place, Span, codes};
use crate::digest::Digest;
use crate::source::Source;

use super::{chain, place_of, source_of, template_name};

/// The digest of each template with all that it extends and includes, and with every template that
/// defines components, since any may call them. A circle of templates ends where it closes.
pub fn closures(templates: &[Source]) -> BTreeMap<String, Digest> {
    let by_name: BTreeMap<&str, &Source> =
        templates.iter().map(|source| (template_name(&source.file), source)).collect();
    let shared: BTreeSet<&str> =
        by_name.iter().filter(|(_, source)| defines_components(&source.text)).map(|(name, _)| *name).collect();
    let closure = |name: &str| {
        let mut wanted: Vec<&str> = shared.iter().copied().chain([name]).collect();
        let mut seen = BTreeSet::new();
        while let Some(next) = wanted.pop() {
            if let (true, Some(source)) = (seen.insert(next.to_owned()), by_name.get(next)) {
                wanted.extend(
                    needed_by(&source.text).filter_map(|needed| by_name.get_key_value(needed)).map(|(name, _)| *name),
                );
            }
        }
        let digests: Vec<(&String, Digest)> =
            seen.iter().filter_map(|name| Some((name, by_name.get(name.as_str())?.digest))).collect();
        Digest::of(&digests)
    };
    by_name.keys().map(|name| ((*name).to_owned(), closure(name))).collect()
}

fn defines_components(text: &str) -> bool {
    let mut tags = text.match_indices("{%").map(|(at, _)| text[at + 2..].trim_start_matches('-').trim_start());
    tags.any(|tag| tag.starts_with("component"))
}

/// The names of the templates that a template extends or includes.
fn needed_by(text: &str) -> impl Iterator<Item = &str> {
    ["extends", "include"].into_iter().flat_map(move |word| {
        text.match_indices(word).filter_map(move |(at, _)| {
            let rest = text[at + word.len()..].trim_start();
            let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            rest[1..].split(quote).next()
        })
    })
}

/// Adds the templates to `tera`, and says everything that keeps them from being one theme.
///
/// Tera stops at the first template that it cannot parse. So each is then parsed alone, and the rest
/// is joined with empty templates in place of the broken ones; what is only wrong because of those is
/// not said.
pub fn add(tera: &mut Tera, templates: &[Source]) -> Vec<Diagnostic> {
    if tera.add_raw_templates(named(templates, &BTreeSet::new())).is_ok() {
        return Vec::new();
    }
    let (mut broken, mut said) = (BTreeSet::new(), Vec::new());
    for source in templates {
        let Err(error) = Tera::new().add_raw_template(template_name(&source.file), &source.text) else { continue };
        if matches!(error.kind(), ErrorKind::SyntaxError(_)) {
            broken.insert(Arc::clone(&source.file));
            said.extend(diagnostics(&error, templates, &codes::TEMPLATE_SYNTAX, None));
        }
    }
    // Each round empties at least one more template, so the rounds end.
    while let Err(error) = tera.add_raw_templates(named(templates, &broken)) {
        let found = diagnostics(&error, templates, &codes::TEMPLATE_SYNTAX, None);
        let files: BTreeSet<Arc<str>> =
            found.iter().filter_map(|said| Some(Arc::clone(&said.place.as_ref()?.file))).collect();
        said.extend(found.into_iter().filter(|said| !follows(said, templates, &broken)));
        let known = broken.len();
        broken.extend(files);
        if broken.len() == known {
            break;
        }
    }
    said
}

fn named<'a>(templates: &'a [Source], broken: &BTreeSet<Arc<str>>) -> Vec<(&'a str, &'a str)> {
    let text = |source: &'a Source| if broken.contains(&source.file) { "" } else { source.text.as_str() };
    templates.iter().map(|source| (template_name(&source.file), text(source))).collect()
}

/// Whether a mistake may be there only because a template that its own needs is broken.
fn follows(said: &Diagnostic, templates: &[Source], broken: &BTreeSet<Arc<str>>) -> bool {
    let Some(place) = &said.place else { return !broken.is_empty() };
    let of = |name: &str| templates.iter().find(|source| template_name(&source.file) == name);
    let mut wanted: Vec<&Source> = templates.iter().filter(|source| source.file == place.file).collect();
    // Any template may call a component.
    wanted.extend(templates.iter().filter(|source| has_components(source) && broken.contains(&source.file)));
    let mut seen = BTreeSet::new();
    while let Some(source) = wanted.pop() {
        if broken.contains(&source.file) {
            return true;
        }
        if seen.insert(&source.file) {
            wanted.extend(needed_by(&source.text).filter_map(of));
        }
    }
    false
}

fn has_components(source: &Source) -> bool {
    source.text.contains("{% component")
}

/// Turns an error of Tera into diagnostics with file, line and column: one, or one for each of the
/// references that lead nowhere. `begins` is the template of the page that was made.
pub fn diagnostics(error: &Error, templates: &[Source], code: &'static Code, begins: Option<&str>) -> Vec<Diagnostic> {
    let chain = |place: Option<&Place>, report: &str| chain::way(templates, begins, place, report);
    let at = |place: Option<Place>, reason: &str, chain: String| {
        let said = place.map_or_else(|| Diagnostic::nowhere(code), |place| Diagnostic::new(code, place));
        said.with("reason", lower(reason)).with("chain", chain)
    };
    let text = error.to_string();
    let reason = text.lines().next().unwrap_or("");
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = source_of(templates, report.filename()).map(|source| place_of(&source.file, report.span()));
            let chain = chain(place.as_ref(), &text);
            vec![at(place, report.message(), chain)]
        }
        ErrorKind::MissingParent { current, parent } => {
            vec![at(mention(templates, current, parent), reason, String::new())]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: names }
        | ErrorKind::CircularInclude { tpl, include_chain: names } => {
            let next = names.iter().find(|name| mention(templates, tpl, name).is_some()).unwrap_or(tpl);
            let reason = reason.split(". ").next().unwrap_or(reason);
            vec![at(mention(templates, tpl, next), reason, names.join(" → "))]
        }
        _ if text.contains("error: ") => {
            let reports = text.split("error: ").skip(1);
            let said = |report: &str| {
                let place = place_in(report, templates);
                let chain = chain(place.as_ref(), report);
                at(place, report.lines().next().unwrap_or(""), chain)
            };
            reports.map(said).collect()
        }
        _ => {
            let named = templates.iter().find(|source| text.contains(template_name(&source.file)));
            vec![at(named.map(|source| Place::start_of(&source.file)), reason, chain(None, &text))]
        }
    }
}

/// Leaves one of the pages that fail at the same place of a template for the same reason, and says how
/// many more there are: one slip in a theme is one mistake, however many pages it has.
pub fn merged(said: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::new();
    let mut more: BTreeMap<(Option<Place>, String), (usize, usize)> = BTreeMap::new();
    for diagnostic in said {
        if diagnostic.code != &codes::TEMPLATE_RENDERING {
            kept.push(diagnostic);
            continue;
        }
        let reason = diagnostic.arguments.iter().find(|(name, _)| *name == "reason");
        let key = (diagnostic.place.clone(), reason.map(|(_, reason)| reason.clone()).unwrap_or_default());
        let (_, count) = more.entry(key).or_insert_with(|| {
            kept.push(diagnostic);
            (kept.len() - 1, 0)
        });
        *count += 1;
    }
    for (at, count) in more.into_values() {
        kept[at].arguments.push(("more".into(), if count > 1 { (count - 1).to_string() } else { String::new() }));
    }
    kept
}

/// Where a template names another one between quotation marks; its start where it does not.
fn mention(templates: &[Source], template: &str, other: &str) -> Option<Place> {
    let source = source_of(templates, template)?;
    let found = needed_by(&source.text).find(|needed| *needed == other)?;
    let start = found.as_ptr() as usize - source.text.as_ptr() as usize;
    Some(Place::new(&source.file, Span::of(&source.text, start, start + found.len())))
}

/// Messages begin in lower case here and end without a full stop, Tera's do not.
fn lower(message: &str) -> String {
    let first = message.lines().next().unwrap_or("").trim_end_matches('.');
    let mut letters = first.chars();
    let is_word = first.chars().nth(1).is_some_and(char::is_lowercase);
    match letters.next() {
        Some(letter) if is_word => letter.to_lowercase().chain(letters).collect(),
        _ => first.to_owned(),
    }
}

/// Tera reports unknown filters, functions and templates as finished text: the place is read back
/// from its `--> name:line:column`.
fn place_in(report: &str, templates: &[Source]) -> Option<Place> {
    let (_, place) = report.lines().find_map(|line| line.split_once("--> "))?;
    let mut parts = place.trim().rsplitn(3, ':');
    let (column, line, name) = (parts.next()?, parts.next()?, parts.next()?);
    let (line, column) = (line.parse().ok()?, column.parse::<u32>().ok()?);
    let source = source_of(templates, name)?;
    Some(Place::new(&source.file, Span { line, column, end_line: line, end_column: column + 1 }))
}
