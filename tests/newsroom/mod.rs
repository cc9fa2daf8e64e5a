//! The newsroom of this repository, built in every form of URLs, and every page of it read.

mod feeds;
mod languages;
mod links;
mod lists;
mod matrix;
mod safety;
mod words;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use warta::settings::{BaseUrl, UrlStyle};

use crate::support::page::Page;
use crate::support::{self, Built};

/// The newsroom in one form of URLs.
struct Newsroom {
    /// The form, for failures.
    form: &'static str,
    built: Built,
    pages: BTreeMap<String, Page>,
    /// `https://host`
    origin: &'static str,
    /// What stands before every path.
    path: &'static str,
    style: UrlStyle,
}

/// Built once: every test only reads.
static NEWSROOMS: LazyLock<[Newsroom; 3]> = LazyLock::new(|| {
    [
        newsroom("clean", ("https://newsroom.example.org", ""), UrlStyle::Clean),
        newsroom("directory", ("https://newsroom.example.org", ""), UrlStyle::Directory),
        newsroom("below a path", ("https://press.example.org", "/demo/news"), UrlStyle::Clean),
    ]
});

/// The newsroom in every form of URLs.
fn newsrooms() -> impl Iterator<Item = &'static Newsroom> {
    NEWSROOMS.iter()
}

/// Every page in every form of URLs.
fn pages() -> impl Iterator<Item = (&'static Newsroom, &'static Page)> {
    newsrooms().flat_map(|newsroom| newsroom.pages.values().map(move |page| (newsroom, page)))
}

fn newsroom(form: &'static str, (origin, path): (&'static str, &'static str), style: UrlStyle) -> Newsroom {
    let mut project = support::project_in(support::repository());
    project.urls = Some(style);
    project.base_url = Some(BaseUrl::parse(&format!("{origin}{path}")).unwrap());
    let built = support::built(&project);
    let html = built.files.keys().filter(|name| name.ends_with(".html"));
    let pages = html.map(|name| (name.clone(), Page::read(name, built.text(name)))).collect();
    Newsroom { form, built, pages, origin, path, style }
}

impl Newsroom {
    /// The absolute URL that a page's file is served at.
    fn url_of(&self, file: &str) -> String {
        let short = match (file.strip_suffix("index.html"), self.style) {
            (Some(folder), _) => folder,
            // Hosts serve error pages by the name of their file.
            (None, UrlStyle::Clean) if !file.ends_with("404.html") => file.strip_suffix(".html").unwrap_or(file),
            (None, _) => file,
        };
        format!("{}{}/{short}", self.origin, self.path)
    }

    /// The file that a static host serves for a URL or path, without its anchor. None for another
    /// host, and for what is not there.
    fn file_at(&self, url: &str) -> Option<&str> {
        let path = url.strip_prefix(self.origin).unwrap_or(url);
        let path = path.split('#').next().unwrap().strip_prefix(self.path)?.strip_prefix('/')?;
        let path = percent_decode_str(path).decode_utf8().unwrap();
        let names = match path.is_empty() || path.ends_with('/') {
            true => [format!("{path}index.html"), String::new()],
            false => [path.to_string(), format!("{path}.html")],
        };
        names.iter().find_map(|name| self.built.files.get_key_value(name)).map(|(name, _)| name.as_str())
    }

    /// The page that is served at a URL.
    fn page_at(&self, url: &str) -> Option<&Page> {
        self.pages.get(self.file_at(url)?)
    }

    /// The pages that are shown to search engines.
    fn listed(&self) -> impl Iterator<Item = &Page> {
        self.pages.values().filter(|page| !is_error_page(page))
    }
}

/// Whether this is a page for addresses that are not there.
fn is_error_page(page: &Page) -> bool {
    page.file.ends_with("404.html")
}

/// Whether this page is in all languages at once.
fn is_in_all_languages(page: &Page) -> bool {
    !page.file.contains('/')
}

/// What was found wrong must be nothing; all of it is shown.
fn assert_none(found: Vec<String>, what: &str) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}
