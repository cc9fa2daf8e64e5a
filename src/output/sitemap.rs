//! `sitemap.xml` with the alternates of every page (sitemaps.org 0.9; alternates by XHTML links), split
//! and indexed past 50,000 URLs or 50 MiB; and `robots.txt`, which names it and the news sitemap.

use std::sync::Arc;

use rayon::prelude::*;

use super::desk::Desk;
use super::feed::Xml;
use super::{Artifact, Listing, Newsroom};
use crate::diagnostic::Reported;
use crate::locale::Locale;
use crate::model::route::Route;
use crate::model::site::View;

/// The file that tells search engines where they may go.
pub(super) const ROBOTS: &str = "robots.txt";

/// The protocol's limits of one file: how many URLs, how many bytes.
const URLS: usize = 50_000;
const BYTES: usize = 50 * 1024 * 1024;

/// The markup around each address, generously, and that around all.
const MARKUP: usize = 100;

#[derive(Debug, Hash)]
struct SitemapInput {
    desk: Arc<Desk>,
    pages: Vec<PageInput>,
}

#[derive(Debug, Hash)]
struct PageInput {
    route: Route,
    editions: Arc<[(Locale, Route)]>,
    x_default: Option<Route>,
}

#[derive(Debug, Hash)]
struct IndexInput {
    desk: Arc<Desk>,
    parts: Vec<Route>,
}

/// Plans the sitemap of all listed pages, and `robots.txt` unless the site has its own. That of a preview
/// closes it, whatever the site's own says.
pub fn plan(newsroom: &Newsroom, artifacts: &[Artifact]) -> Vec<Artifact> {
    let Some(desk) = newsroom.desks.values().next() else { return Vec::new() };
    let mut pages: Vec<PageInput> = artifacts.par_iter().filter_map(|artifact| page(newsroom, artifact)).collect();
    pages.par_sort_by(|one, other| one.route.url.cmp(&other.route.url));
    let mut planned = split(desk, pages);
    if newsroom.public.view == View::Preview {
        planned.push(Artifact::new(Route::file(ROBOTS), (), nothing_for_robots));
    } else if !newsroom.public.statics.iter().any(|asset| asset.file.as_ref() == "static/robots.txt") {
        let sitemaps = ["sitemap.xml", super::news::NEWS_SITEMAP].map(|file| desk.absolute(&Route::file(file)));
        planned.push(Artifact::new(Route::file(ROBOTS), sitemaps, robots));
    }
    planned
}

fn page(newsroom: &Newsroom, artifact: &Artifact) -> Option<PageInput> {
    let Listing::Listed(editions) = &artifact.listing else { return None };
    let x_default = if editions.is_empty() { None } else { super::chooser::x_default(&newsroom.public, editions) };
    Some(PageInput { route: artifact.route.clone(), editions: Arc::clone(editions), x_default })
}

fn split(desk: &Arc<Desk>, pages: Vec<PageInput>) -> Vec<Artifact> {
    let mut files = parted(desk, pages);
    let file = |route: Route, pages: Vec<PageInput>| {
        let input = Arc::new(SitemapInput { desk: Arc::clone(desk), pages });
        Artifact::late(route, move || Arc::clone(&input), |input| sitemap(input)).followed()
    };
    if files.len() <= 1 {
        return vec![file(Route::file("sitemap.xml"), files.pop().unwrap_or_default())];
    }
    let parts: Vec<Route> = (1..=files.len()).map(|number| Route::file(&format!("sitemap-{number}.xml"))).collect();
    let mut planned: Vec<Artifact> = parts.iter().zip(files).map(|(route, pages)| file(route.clone(), pages)).collect();
    let index = Artifact::new(Route::file("sitemap.xml"), IndexInput { desk: Arc::clone(desk), parts }, index);
    planned.push(index.followed());
    planned
}

/// The pages in as many files as the limits make necessary.
fn parted(desk: &Desk, pages: Vec<PageInput>) -> Vec<Vec<PageInput>> {
    let mut files: Vec<Vec<PageInput>> = Vec::new();
    let mut bytes = 0;
    for page in pages {
        let own = bytes_of(desk, &page);
        match files.last_mut().filter(|file| file.len() < URLS && bytes + own <= BYTES) {
            Some(file) => {
                file.push(page);
                bytes += own;
            }
            None => {
                files.push(vec![page]);
                bytes = MARKUP * 2 + own;
            }
        }
    }
    files
}

/// How many bytes an entry has at most.
fn bytes_of(desk: &Desk, page: &PageInput) -> usize {
    let base = desk.base.origin.len() + desk.base.path.len() + MARKUP;
    let alternates = page.editions.iter().map(|(_, route)| route).chain(&page.x_default);
    std::iter::once(&page.route).chain(alternates).map(|route| base + route.url.len()).sum()
}

fn sitemap(input: &SitemapInput) -> Reported<Vec<u8>> {
    let mut xml = Xml::new();
    let spaces =
        [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    xml.open("urlset", &spaces);
    for page in &input.pages {
        xml.open("url", &[]);
        xml.leaf("loc", &[], &input.desk.absolute(&page.route));
        let editions = page.editions.iter().map(|(locale, route)| (locale.as_str(), route));
        for (hreflang, route) in editions.chain(page.x_default.iter().map(|route| ("x-default", route))) {
            let href = input.desk.absolute(route);
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", hreflang), ("href", &href)]);
        }
        xml.close("url");
    }
    xml.close("urlset");
    Reported::clean(xml.finish())
}

fn index(input: &IndexInput) -> Reported<Vec<u8>> {
    let mut xml = Xml::new();
    xml.open("sitemapindex", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]);
    for part in &input.parts {
        xml.open("sitemap", &[]);
        xml.leaf("loc", &[], &input.desk.absolute(part));
        xml.close("sitemap");
    }
    xml.close("sitemapindex");
    Reported::clean(xml.finish())
}

fn robots([pages, news]: &[String; 2]) -> Reported<Vec<u8>> {
    Reported::clean(format!("User-agent: *\nAllow: /\n\nSitemap: {pages}\nSitemap: {news}\n").into_bytes())
}

fn nothing_for_robots((): &()) -> Reported<Vec<u8>> {
    Reported::clean(b"User-agent: *\nDisallow: /\n".to_vec())
}
