//! Old addresses: which of them lead on, the page at each for hosts that cannot redirect, and what is
//! wrong with them.
//!
//! What goes out is planned of the public site and its artifacts alone; mistakes are looked for in
//! documents of every standing ([`mistakes`]), as what collides on the day is said before.

mod mistakes;

use std::collections::{BTreeMap, BTreeSet};

use std::sync::Arc;

use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Listing, Newsroom, decoded};
use crate::diagnostic::{Place, Reported};
use crate::locale::{Arguments, Locale, Phrase};
use crate::model::document::Document;
use crate::model::removal::Removed;
use crate::model::route::{Route, encode};
use crate::model::site::Public;
use crate::settings::redirect::{Target, key};
use crate::settings::{Settings, UrlStyle};
use crate::theme::view;

pub(super) use mistakes::mistakes;

/// The longest part of a path that a file can be named after.
const LONGEST_PART: usize = 200;

/// The longest ending that an old path is taken to have: `.html`, `.aspx`.
const LONGEST_ENDING: usize = 5;

/// An old address and what it leads to.
#[derive(Debug)]
struct Way<'a> {
    from: &'a str,
    place: &'a Place,
    goal: Goal<'a>,
}

/// What an old address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goal<'a> {
    Written(&'a Target, &'a Place),
    Edition(&'a Route, &'a Locale),
}

impl Goal<'_> {
    /// Its path below the base as it is written, percent-encoded, and its anchor with `#` or nothing; none
    /// where it is elsewhere.
    fn path(&self) -> Option<(String, String)> {
        match self {
            Goal::Edition(route, _) => Some((route.url.to_string(), String::new())),
            Goal::Written(Target::Path(path, anchor), _) => {
                let anchor = anchor.as_ref().map(|anchor| format!("#{}", encode(anchor)));
                Some((encoded(path), anchor.unwrap_or_default()))
            }
            Goal::Written(Target::Url(_), _) => None,
        }
    }
}

/// The ways of the settings.
fn of_settings(settings: &Settings) -> impl Iterator<Item = Way<'_>> {
    settings.redirects.iter().map(|redirect| Way {
        from: &redirect.from,
        place: &redirect.place,
        goal: Goal::Written(&redirect.to, &redirect.to_place),
    })
}

/// The ways to the editions that a document has here.
fn of_document(document: &Document) -> Vec<Way<'_>> {
    let mut ways = Vec::new();
    // Most documents have always been where they are.
    if document.facts.redirect_from.is_empty() {
        return ways;
    }
    for (locale, edition) in document.editions.iter().filter(|_| document.has_page()) {
        let old = document.facts.redirect_from.get(locale).into_iter().flatten();
        ways.extend(old.map(|word| Way {
            from: &word.word,
            place: &word.place,
            goal: Goal::Edition(&edition.route, locale),
        }));
    }
    ways
}

/// The ways to what stands in the place of a removed document.
fn of_removed(removed: &Removed) -> Vec<Way<'_>> {
    let mut ways = Vec::new();
    for (locale, old) in removed.facts.redirect_from.iter() {
        // The address that it had last: the others are behind it.
        let is_last = |stone: &&crate::model::removal::Stone| {
            stone.locale == *locale && !old.iter().any(|word| key(&word.word) == key(&stone.route.file))
        };
        let Some(stone) = removed.stones.iter().find(is_last) else { continue };
        let goal = Goal::Edition(&stone.route, &stone.locale);
        ways.extend(old.iter().map(|word| Way { from: &word.word, place: &word.place, goal }));
    }
    ways
}

fn of_public(public: &Public) -> Vec<Way<'_>> {
    let documents = public.documents.iter().flat_map(|document| of_document(document));
    of_settings(&public.settings)
        .chain(documents)
        .chain(public.removed.iter().flat_map(|removed| of_removed(removed)))
        .collect()
}

/// A redirect that goes out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Redirect {
    /// The old path below the base, decoded.
    pub(super) from: String,
    /// Where it leads: a path of the host, or an absolute URL.
    pub(super) to: String,
}

/// The redirects of the public site, and the pages at the old addresses.
///
/// What is planned already is never led away from, nothing leads to what is not planned, and of two
/// redirects of one address the first counts: an error says the rest.
pub(super) fn plan(newsroom: &Newsroom, artifacts: &[Artifact]) -> (Vec<Redirect>, Vec<Artifact>) {
    let wanted = of_public(&newsroom.public);
    // Most sites have none, and what stands where is told of every file.
    if wanted.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let there = There::of(artifacts);
    let base = &newsroom.public.settings.base_url.path;
    let mut goals: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut ways: Vec<(Way<'_>, Redirect)> = Vec::new();
    for way in wanted {
        let to = match way.goal {
            Goal::Written(Target::Url(url), _) => Some(ascii(url)),
            goal => goal.path().and_then(|(path, anchor)| Some(format!("{base}{}{anchor}", there.url(&path)?))),
        };
        // The first counts even if nothing is there to lead to.
        let is_first = *goals.entry(key(way.from)).or_insert_with(|| to.clone()) == to;
        if let Some(to) = to.filter(|_| is_first && !there.is_taken(way.from)) {
            let from = way.from.to_owned();
            ways.push((way, Redirect { from, to }));
        }
    }
    let sources: Vec<String> = ways.iter().map(|(way, _)| way.from.trim_matches('/').to_owned()).collect();
    let is_folder = |from: &str| {
        let folder = format!("{}/", from.trim_matches('/'));
        artifacts.iter().any(|artifact| artifact.route.file.starts_with(&folder))
            || sources.iter().any(|source| source.starts_with(&folder))
    };
    let mut files = BTreeSet::new();
    let mut pages = Vec::new();
    for (way, redirect) in &ways {
        let route = page_route(way.from, newsroom.public.settings.urls, || is_folder(way.from));
        let Some(route) = route.filter(|route| files.insert(route.file.to_lowercase())) else { continue };
        pages.extend(page(newsroom, way, redirect, route));
    }
    (ways.into_iter().map(|(_, redirect)| redirect).collect(), pages)
}

/// What stands where: the addresses of artifacts.
struct There {
    keys: BTreeSet<String>,
    /// URLs by their paths, decoded, without a slash at the end.
    urls: BTreeMap<String, String>,
    files: BTreeSet<String>,
}

impl There {
    fn of(artifacts: &[Artifact]) -> There {
        let routes = || artifacts.iter().map(|artifact| &artifact.route);
        There {
            keys: routes().map(|route| key(&route.file)).collect(),
            urls: routes().map(|route| (place(&decoded(&route.url)), route.url.to_string())).collect(),
            files: routes().map(|route| route.file.to_lowercase()).collect(),
        }
    }

    /// Whether a page or file has this address, or a file stands where a folder above it would.
    fn is_taken(&self, from: &str) -> bool {
        self.keys.contains(&key(from)) || above(from).any(|folder| self.files.contains(&folder))
    }

    /// The URL of what is at a path, percent-encoded: in the form of URLs that the site has now.
    fn url(&self, path: &str) -> Option<&str> {
        self.urls.get(&place(&decoded(path))).map(String::as_str)
    }
}

/// A path as an address: a slash at its end makes no other one.
fn place(path: &str) -> String {
    path.trim_end_matches('/').to_owned()
}

/// The folders above a path, in small letters, without the slash before them.
fn above(from: &str) -> impl Iterator<Item = String> {
    let path = from.trim_matches('/').to_lowercase();
    let ends: Vec<usize> = path.match_indices('/').map(|(at, _)| at).collect();
    ends.into_iter().map(move |end| path[..end].to_owned())
}

/// A decoded path, percent-encoded part by part.
pub(super) fn encoded(path: &str) -> String {
    path.split('/').map(encode).collect::<Vec<_>>().join("/")
}

/// A URL with every letter beyond ASCII percent-encoded.
fn ascii(url: &str) -> String {
    percent_encoding::utf8_percent_encode(url, percent_encoding::CONTROLS).to_string()
}

/// Where the page at an old address goes: none where its path has an ending of another kind of file, or
/// no file can be named after it.
fn page_route(from: &str, style: UrlStyle, is_folder: impl Fn() -> bool) -> Option<Route> {
    let path = from.trim_matches('/');
    if path.is_empty() || path.split('/').any(|part| part.len() > LONGEST_PART) {
        return None;
    }
    let parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    let ending = if from.ends_with('/') { None } else { ending(path) };
    match ending {
        Some("html") => Some(Route::file(path)),
        Some(_) => None,
        None if from.ends_with('/') || style == UrlStyle::Directory || is_folder() => {
            Some(Route::page(&parts, crate::model::route::Shape::Folder, style))
        }
        None => Some(Route::page(&parts, crate::model::route::Shape::Leaf, style)),
    }
}

/// The ending of a file's name: a few letters and digits, one letter at least, behind the last dot.
pub(super) fn ending(path: &str) -> Option<&str> {
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    let is_ending = (1..=LONGEST_ENDING).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && ending.bytes().any(|byte| byte.is_ascii_alphabetic());
    is_ending.then_some(ending)
}

#[derive(Debug, Hash)]
struct PageInput {
    frame: Frame,
    /// The path of the host or absolute URL, and the absolute URL.
    to: (String, String),
    columns: Vec<Arc<Desk>>,
}

fn page(newsroom: &Newsroom, way: &Way<'_>, redirect: &Redirect, route: Route) -> Option<Artifact> {
    let columns = match language(&newsroom.public, &way.goal).and_then(|locale| newsroom.desks.get(locale)) {
        Some(desk) => vec![Arc::clone(desk)],
        None => newsroom.desks.values().cloned().collect(),
    };
    let first = columns.first()?;
    let titles: Vec<String> = columns.iter().map(|desk| desk.say("redirect-title", Arguments::NONE).text()).collect();
    let mut frame = Frame::new(first, "redirect.html", "redirect", Phrase::plain(&titles.join(" / ")), route.clone());
    frame.noindex = true;
    frame.editions = Vec::new();
    let absolute = match way.goal {
        Goal::Written(Target::Url(_), _) => redirect.to.clone(),
        _ => format!("{}{}", first.base.origin, redirect.to),
    };
    let input = PageInput { frame, to: (redirect.to.clone(), absolute), columns };
    let artifact = Artifact::new(route, input, html).listed(Listing::Unlisted).written_at(way.place.clone());
    Some(artifact.followed())
}

/// The language of a target: that of the edition, or of the folder that the path begins with.
fn language<'a>(public: &'a Public, goal: &Goal<'a>) -> Option<&'a Locale> {
    match goal {
        Goal::Edition(_, locale) => Some(locale),
        Goal::Written(Target::Path(path, _), _) => {
            let first = path.split('/').nth(1).unwrap_or_default();
            public.settings.tag(first)
        }
        Goal::Written(Target::Url(_), _) => None,
    }
}

fn html(input: &PageInput) -> Reported<Vec<u8>> {
    let languages = input.columns.iter();
    let languages = languages
        .map(|desk| view::InLanguage { lang: desk.locale.as_str().to_owned(), dir: desk.locale.direction().as_str() });
    let (href, canonical) = input.to.clone();
    let redirect = view::Redirect { href, canonical, languages: languages.collect() };
    input.frame.render([("redirect", Value::from_serializable(&redirect))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_goes_where_a_host_looks_for_the_old_address() {
        let file = |from: &str, style: UrlStyle| page_route(from, style, || false).map(|route| route.file);
        for (from, clean, directory) in [
            ("/old", "old.html", "old/index.html"),
            ("/old/", "old/index.html", "old/index.html"),
            ("/a/old.html", "a/old.html", "a/old.html"),
            ("/v1.2", "v1.2.html", "v1.2/index.html"),
        ] {
            assert_eq!(file(from, UrlStyle::Clean).as_deref(), Some(clean));
            assert_eq!(file(from, UrlStyle::Directory).as_deref(), Some(directory));
        }
        assert_eq!(file("/old.php", UrlStyle::Clean), None);
        assert_eq!(file(&format!("/{}", "a".repeat(300)), UrlStyle::Clean), None);
        let below = page_route("/old", UrlStyle::Clean, || true).map(|route| route.file);
        assert_eq!(below.as_deref(), Some("old/index.html"));
    }
}
