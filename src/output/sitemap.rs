//! `sitemap.xml` with the alternates of every page (sitemaps.org 0.9; alternates by XHTML links), split
//! and indexed past 50,000 URLs; and `robots.txt`, which names it and the news sitemap.

use std::sync::Arc;

use super::desk::Desk;
use super::feed::Xml;
use super::{Artifact, Listing, Newsroom};
use crate::diagnostic::Reported;
use crate::locale::Locale;
use crate::model::route::Route;
use crate::model::site::View;

/// The file that tells search engines where they may go.
pub(super) const ROBOTS: &str = "robots.txt";

/// The protocol's limit of URLs in one file.
const URLS: usize = 50_000;

#[derive(Debug, Hash)]
struct SitemapInput {
    desk: Arc<Desk>,
    pages: Vec<PageInput>,
}

#[derive(Debug, Hash)]
struct PageInput {
    route: Route,
    editions: Vec<(Locale, Route)>,
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
    let mut pages: Vec<PageInput> = artifacts.iter().filter_map(|artifact| page(newsroom, artifact)).collect();
    pages.sort_by(|one, other| one.route.url.cmp(&other.route.url));
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
    Some(PageInput { route: artifact.route.clone(), editions: editions.clone(), x_default })
}

fn split(desk: &Arc<Desk>, pages: Vec<PageInput>) -> Vec<Artifact> {
    if pages.len() <= URLS {
        let input = SitemapInput { desk: Arc::clone(desk), pages };
        return vec![Artifact::new(Route::file("sitemap.xml"), input, sitemap).followed()];
    }
    let mut planned = Vec::new();
    let mut parts = Vec::new();
    let mut pages = pages.into_iter().peekable();
    while pages.peek().is_some() {
        let route = Route::file(&format!("sitemap-{}.xml", parts.len() + 1));
        let input = SitemapInput { desk: Arc::clone(desk), pages: pages.by_ref().take(URLS).collect() };
        planned.push(Artifact::new(route.clone(), input, sitemap).followed());
        parts.push(route);
    }
    let index = Artifact::new(Route::file("sitemap.xml"), IndexInput { desk: Arc::clone(desk), parts }, index);
    planned.push(index.followed());
    planned
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
