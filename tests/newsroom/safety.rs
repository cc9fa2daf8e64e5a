//! What no page may do, and what every page must have for readers who do not see it.

use super::{assert_none, newsrooms, pages};

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
                      form-action 'self'; base-uri 'none'";

#[test]
fn every_page_carries_the_content_security_policy() {
    for (_, page) in pages() {
        let policy = page.attribute("meta[http-equiv='Content-Security-Policy']", "content");
        assert_eq!(policy, [POLICY], "{}", page.file);
    }
}

#[test]
fn no_page_has_inline_style_inline_script_or_event_handlers() {
    for (_, page) in pages() {
        let mut found = Vec::new();
        for element in &page.elements {
            let handlers = element.attributes.keys().filter(|name| *name == "style" || name.starts_with("on"));
            found.extend(handlers.map(|name| format!("<{} {name}>", element.name)));
            if element.name == "style" || element.name == "script" && element.get("src").is_empty() {
                found.push(format!("<{}>", element.name));
            }
            if element.attributes.values().any(|value| value.trim_start().starts_with("javascript:")) {
                found.push(format!("<{}> with a script for a URL", element.name));
            }
        }
        assert_none(found, &page.file);
    }
}

#[test]
fn no_page_loads_anything_from_another_host() {
    for (newsroom, page) in pages() {
        let loads = page.elements.iter().flat_map(|element| {
            let names: &[&str] = match (element.name.as_str(), element.get("rel")) {
                ("a", _) | ("link", "canonical" | "alternate") => &[],
                ("link", _) => &["href"],
                _ => &["src", "srcset", "data", "action", "poster", "background", "ping", "href"],
            };
            names.iter().map(|name| element.get(name)).filter(|url| !url.is_empty())
        });
        let foreign = loads.filter(|url| !url.starts_with('/') || url.starts_with("//"));
        assert_none(foreign.map(str::to_owned).collect(), &format!("{} ({})", page.file, newsroom.form));
    }
}

#[test]
fn style_sheets_load_nothing_from_another_host() {
    for newsroom in newsrooms() {
        let sheets: Vec<&str> = newsroom.built.names().into_iter().filter(|name| name.ends_with(".css")).collect();
        assert_eq!(sheets.len(), 2, "{sheets:?}");
        for name in sheets {
            let sheet = newsroom.built.text(name);
            for forbidden in ["http:", "https:", "url(//", "url('//", "url(\"//", "@import"] {
                assert!(!sheet.contains(forbidden), "{forbidden} in {name}");
            }
        }
    }
}

#[test]
fn every_page_has_one_main_heading_and_leaves_out_no_level() {
    for (_, page) in pages() {
        let level = |name: &str| name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        let levels: Vec<u8> = page.elements.iter().filter_map(|element| level(&element.name)).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{}", page.file);
        let jumps = levels.windows(2).filter(|pair| pair[1] > pair[0] + 1);
        assert_none(jumps.map(|pair| format!("h{} → h{}", pair[0], pair[1])).collect(), &page.file);
        let empty = page.elements.iter().filter(|element| level(&element.name).is_some() && element.text.is_empty());
        assert_none(empty.map(|element| element.name.clone()).collect(), &page.file);
    }
}

#[test]
fn the_main_heading_says_what_the_title_says() {
    for (_, page) in pages() {
        let (heading, title) = (page.only("h1"), page.only("title"));
        let words = |text: &str| text.replace([' ', '/'], "");
        assert!(words(title).starts_with(&words(heading)), "{}: {heading} / {title}", page.file);
    }
}

#[test]
fn every_image_has_alternative_text_and_every_link_and_button_has_words() {
    for (_, page) in pages() {
        let lacking = page.elements.iter().filter(|element| match element.name.as_str() {
            "img" => element.get("alt").is_empty(),
            "a" | "button" => element.text.is_empty() && element.get("aria-label").is_empty(),
            _ => false,
        });
        assert_none(
            lacking.map(|element| format!("<{}> {:?}", element.name, element.attributes)).collect(),
            &page.file,
        );
    }
}

#[test]
fn every_page_begins_with_a_link_to_its_main_part() {
    for (_, page) in pages() {
        let first = page.all("a").next().unwrap();
        assert_eq!((first.get("class"), first.get("href")), ("skip", "#w-content"), "{}", page.file);
        assert_eq!(page.all("main").map(|main| main.get("id")).collect::<Vec<_>>(), ["w-content"], "{}", page.file);
    }
}
