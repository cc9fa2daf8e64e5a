//! A built page as plain values: elements with their attributes and language, and the texts between.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Node, Selector};

/// A page.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its file in the output.
    pub(crate) file: String,
    /// Its bytes.
    pub(crate) source: String,
    /// Its elements, in document order.
    pub(crate) elements: Vec<Element>,
    /// Its texts that are not only white space, in document order.
    pub(crate) texts: Vec<Text>,
}

/// An element of a page.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    /// All text inside, white space collapsed.
    pub(crate) text: String,
}

impl Element {
    /// An attribute's value; nothing where it is not there.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// A stretch of text.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) text: String,
    /// The language of the nearest element that says one.
    pub(crate) lang: String,
    /// The element that it stands in.
    pub(crate) parent: String,
}

impl Page {
    /// Reads a page as a browser does.
    pub(crate) fn read(file: &str, source: &str) -> Page {
        let html = Html::parse_document(source);
        let mut page =
            Page { file: file.to_owned(), source: source.to_owned(), elements: Vec::new(), texts: Vec::new() };
        page.add(html.root_element(), "");
        page
    }

    fn add(&mut self, element: ElementRef<'_>, above: &str) {
        let value = element.value();
        let lang = value.attr("lang").unwrap_or(above).to_owned();
        let attributes = value.attrs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let text = collapsed(&element.text().collect::<String>());
        self.elements.push(Element { name: value.name().to_owned(), attributes, text });
        for child in element.children() {
            if let Some(inner) = ElementRef::wrap(child) {
                self.add(inner, &lang);
            } else if let Node::Text(text) = child.value()
                && !text.trim().is_empty()
            {
                let parent = value.name().to_owned();
                self.texts.push(Text { text: collapsed(text), lang: lang.clone(), parent });
            }
        }
    }

    /// The elements of this name.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The text of the one element of this name.
    pub(crate) fn only(&self, name: &str) -> &str {
        let found: Vec<&Element> = self.all(name).collect();
        assert_eq!(found.len(), 1, "{}: <{name}>", self.file);
        &found[0].text
    }

    /// The language that the page says it is in.
    pub(crate) fn lang(&self) -> &str {
        self.elements[0].get("lang")
    }

    /// The targets of `<link rel=…>`, with their `hreflang`.
    pub(crate) fn links(&self, rel: &str) -> Vec<(&str, &str)> {
        let links = self.all("link").filter(|link| link.get("rel") == rel);
        links.map(|link| (link.get("hreflang"), link.get("href"))).collect()
    }

    /// The alternates by language, feeds not counted.
    pub(crate) fn alternates(&self) -> BTreeMap<&str, &str> {
        self.links("alternate").into_iter().filter(|(lang, _)| !lang.is_empty()).collect()
    }

    /// The page's own URL, as it says itself; none on error pages.
    pub(crate) fn canonical(&self) -> Option<&str> {
        self.links("canonical").first().map(|(_, href)| *href)
    }

    /// The texts of what a selector finds.
    pub(crate) fn select(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let html = Html::parse_document(&self.source);
        html.select(&selector).map(|found| collapsed(&found.text().collect::<String>())).collect()
    }

    /// An attribute of what a selector finds.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let html = Html::parse_document(&self.source);
        html.select(&selector).filter_map(|found| found.value().attr(name).map(str::to_owned)).collect()
    }
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
