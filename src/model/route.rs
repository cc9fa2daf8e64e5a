//! Where a file goes, and its public URL.

use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::settings::UrlStyle;

/// What a part of a URL keeps unencoded (RFC 3986, section 2.3).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Where a file goes, and its public URL below the site's base. A copy shares both: what links to a page has one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// The file in the output folder, with `/` between folders.
    pub file: Arc<str>,
    /// Its URL, percent-encoded, from the site's root: begins with `/`.
    pub url: Arc<str>,
}

/// Whether a page may have pages below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// It has none: a document.
    Leaf,
    /// It has: a home page, a list.
    Folder,
}

impl Route {
    /// A file and the URL that it is served at.
    pub fn new(file: impl Into<Arc<str>>, url: impl Into<Arc<str>>) -> Route {
        Route { file: file.into(), url: url.into() }
    }

    /// The route of a page under these parts; none for the site's root.
    ///
    /// ```
    /// use warta::model::route::{Route, Shape};
    /// use warta::settings::UrlStyle;
    ///
    /// let parts = ["en".to_owned(), "news".to_owned()];
    /// let leaf = Route::page(&parts, Shape::Leaf, UrlStyle::Clean);
    /// assert_eq!((&*leaf.file, &*leaf.url), ("en/news.html", "/en/news"));
    /// let folder = Route::page(&parts, Shape::Folder, UrlStyle::Clean);
    /// assert_eq!((&*folder.file, &*folder.url), ("en/news/index.html", "/en/news/"));
    /// ```
    pub fn page(parts: &[String], shape: Shape, style: UrlStyle) -> Route {
        if parts.is_empty() {
            return Route::new("index.html", "/");
        }
        Route::page_named(&parts.join("/"), shape, style)
    }

    /// The same of a page whose parts are joined by slashes.
    pub fn page_named(name: &str, shape: Shape, style: UrlStyle) -> Route {
        let is_leaf = (shape, style) == (Shape::Leaf, UrlStyle::Clean);
        let mut url = url_of(name);
        url.push_str(if is_leaf { "" } else { "/" });
        Route::new([name, if is_leaf { ".html" } else { "/index.html" }].concat(), url)
    }

    /// The file of a page without its ending, in either form of URLs: `en/news` of `en/news.html` and of
    /// `en/news/index.html`.
    pub fn stem(&self) -> &str {
        let file = self.file.as_ref();
        file.strip_suffix("/index.html").or_else(|| file.strip_suffix(".html")).unwrap_or(file)
    }

    /// The route of a file that is served under its own name.
    pub fn file(path: &str) -> Route {
        Route::new(path, url_of(path))
    }
}

/// A path from the site's root, percent-encoded part by part.
fn url_of(path: &str) -> String {
    let is_kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte);
    let mut url = String::with_capacity(path.len() + 2);
    url.push('/');
    match path.bytes().all(is_kept) {
        // Nearly every path is of such letters alone.
        true => url.push_str(path),
        false => url.push_str(&path.split('/').map(encode).collect::<Vec<_>>().join("/")),
    }
    url
}

/// Percent-encodes one part of a path.
pub fn encode(part: &str) -> String {
    utf8_percent_encode(part, UNRESERVED).to_string()
}

/// Makes a slug of a label: lower case, words joined by hyphens. Letters of every script stay;
/// marks that Latin letters carry in Indonesian and English loan words are taken off the common ones.
pub fn slug_of(label: &str) -> String {
    let mut slug = String::with_capacity(label.len());
    for letter in label.chars().flat_map(char::to_lowercase) {
        match letter {
            'à'..='å' => slug.push('a'),
            'è'..='ë' => slug.push('e'),
            'ì'..='ï' => slug.push('i'),
            'ò'..='ö' => slug.push('o'),
            'ù'..='ü' => slug.push('u'),
            'ç' => slug.push('c'),
            'ñ' => slug.push('n'),
            '\'' | '’' => {}
            _ if letter.is_alphanumeric() => slug.push(letter),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_a_folder_in_directory_style_whatever_its_shape() {
        let parts = ["id".to_owned(), "siaran pers".to_owned()];
        let route = Route::page(&parts, Shape::Leaf, UrlStyle::Directory);
        assert_eq!(route, Route { file: "id/siaran pers/index.html".into(), url: "/id/siaran%20pers/".into() });
        assert_eq!(&*Route::page(&[], Shape::Folder, UrlStyle::Clean).url, "/");
        assert_eq!(&*Route::file("files/a b.pdf").url, "/files/a%20b.pdf");
    }

    #[test]
    fn slugs_are_lower_case_words_joined_by_hyphens() {
        assert_eq!(slug_of("Ekonomi digital"), "ekonomi-digital");
        assert_eq!(slug_of("Côte d’Ivoire — (CI)"), "cote-divoire-ci");
        assert_eq!(slug_of("  "), "");
    }
}
