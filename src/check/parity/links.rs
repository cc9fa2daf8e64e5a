//! Links and images: the same targets in every language.

use super::unit::{Target, Unit};
use super::{Finding, Pair};
use crate::diagnostic::Code;
use crate::diagnostic::codes;
use crate::locale::Locale;

/// Compares what two texts link to, in any order.
pub(super) fn links(pair: &Pair<'_>, found: &mut Vec<Finding>) {
    compare(pair, &codes::PARITY_LINKS, false, found);
}

/// Compares the images of two texts, in any order.
pub(super) fn images(pair: &Pair<'_>, found: &mut Vec<Finding>) {
    compare(pair, &codes::PARITY_IMAGES, true, found);
}

fn compare(pair: &Pair<'_>, code: &'static Code, is_image: bool, found: &mut Vec<Finding>) {
    fn of<'a>(units: &'a [Unit<'_>], is_image: bool) -> Vec<&'a Target> {
        units.iter().flat_map(|unit| &unit.targets).filter(|target| target.is_image == is_image).collect()
    }
    let (mut here, mut there) = (of(pair.here, is_image), of(pair.there, is_image));
    if here.is_empty() && there.is_empty() {
        return;
    }
    let (locale, original) = pair.locales();
    take_common(&mut here, &mut there, &|one, other| one == other);
    take_common(&mut here, &mut there, &|one, other| is_counterpart((one, locale), (other, original)));
    for at in 0..here.len().max(there.len()) {
        let (one, other) = (here.get(at), there.get(at));
        let case = match (one, other) {
            (Some(_), Some(_)) => "other",
            (Some(_), None) => "extra",
            _ => "missing",
        };
        let name = |target: Option<&&Target>| target.map_or(String::new(), |target| target.name.clone());
        let mut finding = pair.finding(code, one.map(|target| target.span), other.map(|target| target.span));
        finding.said = finding.said.with("case", case).with("target", name(one)).with("original", name(other));
        found.push(finding);
    }
}

/// Takes out of both what goes together, each once.
fn take_common(here: &mut Vec<&Target>, there: &mut Vec<&Target>, is_same: &dyn Fn(&str, &str) -> bool) {
    here.retain(|one| match there.iter().position(|other| is_same(&one.name, &other.name)) {
        Some(at) => {
            there.remove(at);
            false
        }
        None => true,
    });
}

/// Whether each of two addresses is the other's in its own language: `…/id/about` and `…/en/about`,
/// `chart-id.svg` and `chart-en.svg`. Where both name their language, the rest of a path may be translated
/// too, as long as the site is the same.
fn is_counterpart((one, locale): (&str, &Locale), (other, original): (&str, &Locale)) -> bool {
    // Documents and anchors are called the same in every language.
    if [one, other].iter().any(|name| name.starts_with("doc:") || name.starts_with('#')) {
        return false;
    }
    let (one, other) = (Address::of(one, locale), Address::of(other, original));
    if !one.is_marked || !other.is_marked || one.host != other.host {
        return false;
    }
    one.path == other.path || one.is_folder && other.is_folder
}

/// An address with `*` for the language that it is written for.
struct Address {
    host: String,
    path: String,
    is_marked: bool,
    /// Whether the language is a whole folder of the path, or the first part of the host's name.
    is_folder: bool,
}

impl Address {
    fn of(name: &str, locale: &Locale) -> Address {
        let language = locale.as_str().split('-').next().unwrap_or_default();
        let is_own = |part: &str| part.eq_ignore_ascii_case(language) || part.eq_ignore_ascii_case(locale.as_str());
        let (scheme, rest) = name.split_once("://").map_or(("", name), |(scheme, rest)| (scheme, rest));
        // Whether a host is asked safely is the office's own affair, and told nowhere else.
        let (host, path) =
            if scheme.is_empty() { ("", rest) } else { rest.split_at(rest.find('/').unwrap_or(rest.len())) };
        let first = host.split('.').next().filter(|first| is_own(first));
        let has_folder = path.split(['?', '#']).next().unwrap_or(path).split('/').any(is_own);
        let marked = marked(path, &is_own);
        Address {
            host: first.map_or_else(|| host.to_owned(), |first| format!("*{}", &host[first.len()..])),
            is_marked: first.is_some() || marked != path,
            is_folder: first.is_some() || !scheme.is_empty() && has_folder || name.starts_with('/') && has_folder,
            path: marked,
        }
    }
}

/// The path with `*` for each part that names the language; the name of a field (`?id=5`) does not.
fn marked(path: &str, is_own: &dyn Fn(&str) -> bool) -> String {
    let mut marked = String::with_capacity(path.len());
    let mut rest = path;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        marked.push_str(if is_own(part) && !after.starts_with('=') { "*" } else { part });
        let mark = after.chars().next();
        marked.extend(mark);
        rest = &after[mark.map_or(0, char::len_utf8)..];
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_other_language_is_the_same_and_another_address_is_not() {
        let [id, en] = ["id", "en"].map(|tag| Locale::parse(tag).expect("it is a tag"));
        let same = |one: &str, other: &str| is_counterpart((one, &id), (other, &en));
        for (one, other) in [
            ("https://un.example/id/about", "https://un.example/en/about"),
            ("https://ministry.example/id/berita/9", "https://ministry.example/en/news/9"),
            ("https://id.wiki.example/Bali", "https://en.wiki.example/Bali"),
            ("https://a.example/b?id=5&lang=id", "https://a.example/b?id=5&lang=en"),
            ("/id/feed.xml", "/en/feed.xml"),
            ("asset:chart-id.svg", "asset:chart-en.svg"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("https://ministry.example/a", "https://ministry.example/b"),
            ("https://un.example/id/about", "https://ilo.example/en/about"),
            ("https://un.example/en/about", "https://un.example/id/about"),
            ("https://a.example/b?id=5", "https://a.example/b?id=6"),
            ("asset:chart-id.svg", "asset:map-en.svg"),
            ("doc:pages/id", "doc:pages/en"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
    }
}
