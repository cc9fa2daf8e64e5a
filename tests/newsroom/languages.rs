//! Which languages a page is in, and says that it is in.

use std::collections::{BTreeMap, BTreeSet};

use super::{assert_none, is_error_page, is_in_all_languages, newsrooms, pages};

#[test]
fn every_page_names_the_language_of_its_path() {
    for (newsroom, page) in pages() {
        let wanted = if is_in_all_languages(page) { "id" } else { page.file.split('/').next().unwrap() };
        assert_eq!((page.lang(), page.elements[0].get("dir")), (wanted, "ltr"), "{} ({})", page.file, newsroom.form);
    }
}

#[test]
fn every_page_has_a_title_that_no_other_page_of_its_language_has() {
    for newsroom in newsrooms() {
        let mut titles: BTreeMap<(&str, &str), &str> = BTreeMap::new();
        let mut found = Vec::new();
        for page in newsroom.pages.values() {
            let title = page.only("title");
            if title.is_empty() {
                found.push(format!("{} has none", page.file));
            }
            if let Some(other) = titles.insert((page.lang(), title), &page.file) {
                found.push(format!("{title}: {other} and {}", page.file));
            }
        }
        assert_none(found, newsroom.form);
    }
}

#[test]
fn every_page_but_the_error_pages_has_its_own_url_as_canonical() {
    for (newsroom, page) in pages() {
        let wanted = (!is_error_page(page)).then(|| newsroom.url_of(&page.file));
        assert_eq!(page.canonical(), wanted.as_deref(), "{}", page.file);
        let shown = page.attribute("meta[property='og:url']", "content");
        assert_eq!(shown.first().map(String::as_str), page.canonical(), "{}", page.file);
    }
}

#[test]
fn error_pages_are_kept_from_search_engines_and_no_other_page_is() {
    for (_, page) in pages() {
        let robots = page.attribute("meta[name='robots']", "content");
        assert_eq!(robots == ["noindex"], is_error_page(page), "{}: {robots:?}", page.file);
    }
}

#[test]
fn alternates_name_the_page_itself_and_the_page_for_all_other_languages() {
    for newsroom in newsrooms() {
        for page in newsroom.listed() {
            let alternates = page.alternates();
            let own = if is_in_all_languages(page) { "x-default" } else { page.lang() };
            assert_eq!(alternates.get(own).copied(), page.canonical(), "{} ({})", page.file, newsroom.form);
            let chooser = format!("{}{}/", newsroom.origin, newsroom.path);
            assert_eq!(alternates.get("x-default").copied(), Some(chooser.as_str()), "{}", page.file);
        }
    }
}

#[test]
fn every_alternate_exists_in_its_language_and_names_the_page_in_turn() {
    for newsroom in newsrooms() {
        let mut found = Vec::new();
        for page in newsroom.listed() {
            for (lang, href) in page.alternates().into_iter().filter(|(lang, _)| *lang != "x-default") {
                match newsroom.page_at(href) {
                    None => found.push(format!("{}: {href} does not exist", page.file)),
                    Some(other) if other.lang() != lang => found.push(format!("{href} is in {}", other.lang())),
                    Some(other) if other.canonical() != Some(href) => {
                        found.push(format!("{href} is not {}", other.file))
                    }
                    Some(other) if other.alternates() != page.alternates() => {
                        found.push(format!("{} and {} name different pages", page.file, other.file));
                    }
                    Some(_) => {}
                }
            }
        }
        assert_none(found, newsroom.form);
    }
}

#[test]
fn every_document_of_the_newsroom_exists_in_both_languages() {
    for newsroom in newsrooms() {
        for page in newsroom.listed() {
            let languages: Vec<&str> = page.alternates().into_keys().collect();
            assert_eq!(languages, ["en", "id", "x-default"], "{} ({})", page.file, newsroom.form);
        }
    }
}

#[test]
fn the_language_switcher_leads_where_the_alternates_say() {
    for newsroom in newsrooms() {
        for page in newsroom.listed().filter(|page| !is_in_all_languages(page)) {
            let mut switch: BTreeSet<(String, String)> = BTreeSet::new();
            let links = page
                .attribute("nav.languages a", "hreflang")
                .into_iter()
                .zip(page.attribute("nav.languages a", "href"));
            switch.extend(links.map(|(lang, href)| (lang, format!("{}{href}", newsroom.origin))));
            let here = page.attribute("nav.languages [aria-current]", "lang");
            assert_eq!(here, [page.lang()], "{}", page.file);
            switch.insert((page.lang().to_owned(), page.canonical().unwrap().to_owned()));
            let alternates = page.alternates().into_iter().filter(|(lang, _)| *lang != "x-default");
            let wanted = alternates.map(|(lang, href)| (lang.to_owned(), href.to_owned())).collect();
            assert_eq!(switch, wanted, "{} ({})", page.file, newsroom.form);
        }
    }
}

#[test]
fn open_graph_names_the_same_languages_as_the_alternates() {
    for newsroom in newsrooms() {
        for page in newsroom.listed() {
            let mut named = page.attribute("meta[property='og:locale']", "content");
            assert_eq!(named, [if page.lang() == "id" { "id_ID" } else { "en_GB" }], "{}", page.file);
            named.extend(page.attribute("meta[property='og:locale:alternate']", "content"));
            named.sort();
            assert_eq!(named, ["en_GB", "id_ID"], "{}", page.file);
        }
    }
}
