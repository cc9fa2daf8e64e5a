//! The Atom feeds, read back and compared with the documents and the pages.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};
use warta::pipeline::Prepared;

use super::{Newsroom, newsrooms};

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// What a feed says of one document.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    title: String,
    published: String,
    alternates: Vec<(String, String)>,
}

fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Node<'a, 'input> {
    let found: Vec<Node<'_, '_>> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "<{name}> of {:?}", node.tag_name());
    found[0]
}

fn text_of(node: Node<'_, '_>, name: &str) -> String {
    let child = child(node, name);
    let text = child.text().unwrap_or_default();
    match child.attribute("type") {
        Some("html") => scraper::Html::parse_fragment(text).root_element().text().collect(),
        _ => text.to_owned(),
    }
}

fn links(node: Node<'_, '_>, rel: &str) -> Vec<(String, String)> {
    let links =
        node.children().filter(|child| child.has_tag_name((ATOM, "link")) && child.attribute("rel") == Some(rel));
    links
        .map(|link| {
            (link.attribute("hreflang").unwrap_or_default().to_owned(), link.attribute("href").unwrap().to_owned())
        })
        .collect()
}

fn entries<'a, 'input>(feed: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    feed.children().filter(|child| child.has_tag_name((ATOM, "entry")))
}

/// The feeds of a newsroom by file.
fn feeds(newsroom: &Newsroom) -> impl Iterator<Item = (&str, Document<'_>)> {
    let names = newsroom.built.names().into_iter().filter(|name| name.ends_with("feed.xml"));
    names.map(|name| (name, Document::parse(newsroom.built.text(name)).unwrap()))
}

fn prepared(newsroom: &Newsroom) -> &Prepared {
    newsroom.built.report.prepared.as_ref().unwrap()
}

/// What the feed of a locale and section should say: every released document in it.
fn wanted(newsroom: &Newsroom, lang: &str, section: Option<&str>) -> BTreeMap<String, Entry> {
    let prepared = prepared(newsroom);
    let absolute = |url: &str| format!("{}{}{url}", newsroom.origin, newsroom.path);
    let mut wanted = BTreeMap::new();
    for document in &prepared.site.public.documents {
        let collection = prepared.settings.collection(&document.collection).unwrap();
        let own = document.editions.iter().find(|(locale, _)| locale.as_str() == lang);
        let Some((locale, edition)) = own else { continue };
        let Some(released) = edition.instant() else { continue };
        if section.is_some_and(|section| collection.section.get(locale).map(String::as_str) != Some(section)) {
            continue;
        }
        let alternates = document
            .editions
            .iter()
            .map(|(locale, edition)| (locale.as_str().to_owned(), absolute(&edition.route.url)));
        let published = released.in_zone(&prepared.settings.time_zone).iso();
        let title = newsroom.pages[&*edition.route.file].only("h1").to_owned();
        wanted.insert(document.id.to_string(), Entry { title, published, alternates: alternates.collect() });
    }
    wanted
}

#[test]
fn each_feed_holds_exactly_the_released_documents_of_its_language_and_section_with_their_instants_and_pages() {
    for newsroom in newsrooms() {
        for (name, xml) in feeds(newsroom) {
            let parts: Vec<&str> = name.split('/').collect();
            let section = (parts.len() == 3).then(|| parts[1]);
            let mut found = BTreeMap::new();
            for entry in entries(xml.root_element()) {
                let id = text_of(entry, "id");
                let document = id.split_once(&format!(":{}/", parts[0])).unwrap().1.to_owned();
                // The one major change of the newsroom: the advisory of 8 November, on the closing day.
                let updated = match document.ends_with("icdd-advisory") {
                    true => "2021-11-16T20:00:00+08:00".to_owned(),
                    false => text_of(entry, "published"),
                };
                assert_eq!(text_of(entry, "updated"), updated, "{id}");
                let said = Entry {
                    title: text_of(entry, "title"),
                    published: text_of(entry, "published"),
                    alternates: links(entry, "alternate"),
                };
                assert_eq!(found.insert(document, said), None, "{id} stands twice");
            }
            assert_eq!(found, wanted(newsroom, parts[0], section), "{name} ({})", newsroom.form);
        }
    }
}

#[test]
fn there_is_a_feed_for_each_language_and_for_each_section() {
    for newsroom in newsrooms() {
        let names: Vec<&str> = feeds(newsroom).map(|(name, _)| name).collect();
        let english = [
            "en/events/feed.xml",
            "en/feed.xml",
            "en/outcomes/feed.xml",
            "en/press-releases/feed.xml",
            "en/statements/feed.xml",
        ];
        let indonesian = [
            "id/acara/feed.xml",
            "id/dokumen-hasil/feed.xml",
            "id/feed.xml",
            "id/pernyataan/feed.xml",
            "id/siaran-pers/feed.xml",
        ];
        assert_eq!(names, [english, indonesian].concat(), "{}", newsroom.form);
    }
}

#[test]
fn each_feed_has_what_atom_requires_and_names_itself_and_its_page() {
    for newsroom in newsrooms() {
        for (name, xml) in feeds(newsroom) {
            let feed = xml.root_element();
            assert!(feed.has_tag_name((ATOM, "feed")), "{name}");
            let lang = feed.attribute(("http://www.w3.org/XML/1998/namespace", "lang"));
            assert_eq!(lang, name.split('/').next(), "{name}");
            assert!(!text_of(feed, "id").is_empty() && !text_of(feed, "title").is_empty(), "{name}");
            assert!(!text_of(child(feed, "author"), "name").is_empty(), "{name}");
            let own = format!("{}{}/{name}", newsroom.origin, newsroom.path);
            assert_eq!(links(feed, "self"), [(String::new(), own)], "{name}");
            let page = links(feed, "alternate");
            assert_eq!(page[0].1, newsroom.url_of(&name.replace("feed.xml", "index.html")), "{name}");
        }
    }
}

#[test]
fn a_feed_was_updated_when_its_newest_entry_was_and_the_newest_stand_first() {
    for newsroom in newsrooms() {
        for (name, xml) in feeds(newsroom) {
            let feed = xml.root_element();
            let mut dates: Vec<String> = entries(feed).map(|entry| text_of(entry, "updated")).collect();
            let shown = dates.clone();
            dates.sort();
            dates.reverse();
            assert_eq!(shown, dates, "{name}");
            assert_eq!(Some(&text_of(feed, "updated")), dates.first(), "{name}");
        }
    }
}

#[test]
fn ids_of_entries_are_the_same_in_every_form_of_urls_but_for_the_host() {
    let ids = |newsroom: &Newsroom| -> Vec<String> {
        let all = feeds(newsroom)
            .flat_map(|(_, xml)| entries(xml.root_element()).map(|entry| text_of(entry, "id")).collect::<Vec<_>>());
        let host = newsroom.origin.trim_start_matches("https://");
        all.map(|id| id.replace(host, "HOST")).collect()
    };
    let mut forms = newsrooms().map(ids);
    let first = forms.next().unwrap();
    assert!(first.iter().all(|id| id.starts_with("tag:HOST,")), "{first:?}");
    assert!(forms.all(|ids| ids == first));
}

#[test]
fn pages_point_to_the_feed_of_their_section_and_the_home_page_to_that_of_its_language() {
    for newsroom in newsrooms() {
        for page in newsroom.listed().filter(|page| page.file.contains('/')) {
            let feeds = page.attribute("link[rel='alternate'][type='application/atom+xml']", "href");
            let parts: Vec<&str> = page.file.split('/').collect();
            let section = format!("{}/{}/{}/feed.xml", newsroom.path, parts[0], parts[1]);
            let of_section = newsroom.file_at(&section).map(|_| section);
            let wanted = if page.file.ends_with("/index.html") && parts.len() == 2 {
                Some(format!("{}/{}/feed.xml", newsroom.path, parts[0]))
            } else {
                of_section
            };
            assert_eq!(feeds.first(), wanted.as_ref(), "{}", page.file);
        }
    }
}
