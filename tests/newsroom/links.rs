//! Links: to pages, files and anchors that exist; the sitemap.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Document;

use super::{Newsroom, assert_none, newsrooms, pages};
use crate::support::page::Page;

/// What a page refers to by URL: the attribute's value.
fn references(page: &Page) -> impl Iterator<Item = &str> {
    let attributes = ["href", "src", "poster", "action"];
    let all = page.elements.iter().flat_map(move |element| attributes.map(|name| element.get(name)));
    all.filter(|url| !url.is_empty())
}

fn is_elsewhere(newsroom: &Newsroom, url: &str) -> bool {
    let has_scheme = url.starts_with("mailto:") || url.starts_with("tel:") || url.contains("://");
    has_scheme && !url.starts_with(newsroom.origin)
}

/// Follows a reference: the file, and the page's ids if it is a page.
fn problem(newsroom: &Newsroom, page: &Page, url: &str) -> Option<String> {
    let (target, anchor) = url.split_once('#').unwrap_or((url, ""));
    let file = if target.is_empty() { Some(page.file.as_str()) } else { newsroom.file_at(target) };
    let Some(file) = file else { return Some("leads nowhere".to_owned()) };
    let other = newsroom.pages.get(file)?;
    if !target.is_empty() && !newsroom.url_of(file).ends_with(target) {
        return Some(format!("is not the address of {file}"));
    }
    let has_anchor = anchor.is_empty() || other.elements.iter().any(|element| element.get("id") == anchor);
    (!has_anchor).then(|| format!("{file} has no #{anchor}"))
}

#[test]
fn every_link_inside_the_site_leads_to_a_file_or_page_by_its_own_address_and_to_an_anchor_that_is_there() {
    for (newsroom, page) in pages() {
        let inside = references(page).filter(|url| !is_elsewhere(newsroom, url));
        let found = inside.filter_map(|url| Some(format!("{}: {url} {}", page.file, problem(newsroom, page, url)?)));
        assert_none(found.collect(), newsroom.form);
    }
}

#[test]
fn every_link_in_feeds_leads_to_a_page_or_feed() {
    for newsroom in newsrooms() {
        for (name, bytes) in newsroom.built.files.iter().filter(|(name, _)| name.ends_with("feed.xml")) {
            let text = std::str::from_utf8(bytes).unwrap();
            let xml = Document::parse(text).unwrap();
            let links: Vec<&str> = xml.descendants().filter_map(|node| node.attribute("href")).collect();
            assert!(links.len() > 1, "{name}");
            let dead =
                links.into_iter().filter(|href| !href.starts_with(newsroom.origin) || newsroom.file_at(href).is_none());
            assert_none(dead.map(str::to_owned).collect(), name);
        }
    }
}

#[test]
fn no_id_stands_twice_on_a_page() {
    for (_, page) in pages() {
        let mut seen = BTreeSet::new();
        let ids = page.elements.iter().map(|element| element.get("id")).filter(|id| !id.is_empty());
        assert_none(ids.filter(|id| !seen.insert(*id)).map(str::to_owned).collect(), &page.file);
    }
}

#[test]
fn every_id_that_an_element_is_labelled_by_is_there() {
    for (_, page) in pages() {
        let ids: BTreeSet<&str> = page.elements.iter().map(|element| element.get("id")).collect();
        let named = page
            .elements
            .iter()
            .flat_map(|element| ["aria-labelledby", "aria-describedby", "for"].map(|name| element.get(name)));
        let missing = named.flat_map(str::split_whitespace).filter(|id| !ids.contains(id));
        assert_none(missing.map(str::to_owned).collect(), &page.file);
    }
}

#[test]
fn every_page_can_be_reached_from_the_chooser_by_links() {
    for newsroom in newsrooms() {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next = vec!["index.html"];
        while let Some(file) = next.pop() {
            if reached.insert(file) {
                let hrefs = newsroom.pages[file].all("a").map(|link| link.get("href"));
                let files = hrefs.filter_map(|href| newsroom.file_at(href));
                next.extend(files.filter(|file| newsroom.pages.contains_key(*file)));
            }
        }
        let lost = newsroom.listed().filter(|page| !reached.contains(page.file.as_str()));
        assert_none(lost.map(|page| page.file.clone()).collect(), newsroom.form);
    }
}

#[test]
fn the_sitemap_lists_every_page_that_may_be_found_and_no_other_with_the_same_alternates() {
    for newsroom in newsrooms() {
        let xml = Document::parse(newsroom.built.text("sitemap.xml")).unwrap();
        let space = "http://www.sitemaps.org/schemas/sitemap/0.9";
        assert!(xml.root_element().has_tag_name((space, "urlset")));
        let mut listed: BTreeMap<String, BTreeMap<&str, &str>> = BTreeMap::new();
        for url in xml.root_element().children().filter(roxmltree::Node::is_element) {
            let links = url.children().filter(|node| node.has_tag_name(("http://www.w3.org/1999/xhtml", "link")));
            let alternates = links.map(|link| (link.attribute("hreflang").unwrap(), link.attribute("href").unwrap()));
            let place = url.children().find(|node| node.has_tag_name((space, "loc"))).unwrap();
            let before = listed.insert(place.text().unwrap().to_owned(), alternates.collect());
            assert_eq!(before, None, "twice in the sitemap");
        }
        let wanted: BTreeMap<String, BTreeMap<&str, &str>> =
            newsroom.listed().map(|page| (page.canonical().unwrap().to_owned(), page.alternates())).collect();
        let urls: BTreeSet<&String> = listed.keys().chain(wanted.keys()).collect();
        let wrong = urls.into_iter().filter(|url| listed.get(*url) != wanted.get(*url));
        let shown = wrong.map(|url| format!("{url}: {:?}, and the page says {:?}", listed.get(url), wanted.get(url)));
        assert_none(shown.collect(), newsroom.form);
    }
}

#[test]
fn robots_txt_names_the_sitemap() {
    for newsroom in newsrooms() {
        let sitemap = format!("Sitemap: {}{}/sitemap.xml\n", newsroom.origin, newsroom.path);
        assert!(newsroom.built.text("robots.txt").contains(&sitemap), "{}", newsroom.form);
    }
}
