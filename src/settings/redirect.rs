//! Old addresses and where they lead: paths as an author writes them, in the settings or the facts.
//!
//! In: the text. Out: a path below the site's base, decoded, or a target; none where it can be neither.
//! Whether a page is there is not known here.

use percent_encoding::percent_decode_str;

use super::BaseUrl;
use crate::diagnostic::Place;

/// An old address that the settings send on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The old path below the base, decoded: `/old page`.
    pub from: String,
    /// Where it leads.
    pub to: Target,
    /// Where the old path is written.
    pub place: Place,
    /// Where the target is written.
    pub to_place: Place,
}

/// Where an old address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A path of the site below its base, decoded, and an anchor on the page.
    Path(String, Option<String>),
    /// An absolute `https` URL.
    Url(String),
}

impl Target {
    /// Reads a path, also with an anchor, or an absolute `https` URL.
    pub fn parse(text: &str) -> Option<Target> {
        if text.starts_with("https://") {
            return is_https(text).then(|| Target::Url(text.to_owned()));
        }
        match text.split_once('#') {
            None => Some(Target::Path(path(text)?, None)),
            Some((before, anchor)) => {
                let anchor = percent_decode_str(anchor).decode_utf8().ok()?.into_owned();
                let is_anchor = !anchor.is_empty() && !anchor.chars().any(|letter| letter.is_control());
                Some(Target::Path(path(before)?, is_anchor.then_some(Some(anchor))?))
            }
        }
    }
}

// A host with a name before `@` is not the one that a reader sees first.
fn is_https(text: &str) -> bool {
    let head = text.split(['?', '#']).next().unwrap_or(text);
    let is_plain = |letter: char| !letter.is_control() && !letter.is_whitespace() && !"\"<>\\^`{|}".contains(letter);
    BaseUrl::parse(&head.chars().filter(char::is_ascii).collect::<String>()).is_some() && text.chars().all(is_plain)
}

/// Reads a path below the site's base, percent-encoded or not: `/a`, `/a/`, `/a/b.html`. None for what
/// does not begin with `/`, for a query, an anchor, `.` and `..`, an empty part, a slash or control
/// character in disguise, and bytes that are no text.
pub fn path(text: &str) -> Option<String> {
    let inside = text.strip_prefix('/')?;
    if inside.contains(['?', '#', '\\']) {
        return None;
    }
    let parts: Vec<&str> = inside.split('/').collect();
    let last = parts.len() - 1;
    let mut path = String::new();
    for (at, part) in parts.into_iter().enumerate() {
        let part = percent_decode_str(part).decode_utf8().ok()?;
        let is_empty = part.is_empty() && at < last;
        let is_wrong = |letter: char| letter.is_control() || matches!(letter, '/' | '\\');
        if is_empty || matches!(part.as_ref(), "." | "..") || part.chars().any(is_wrong) {
            return None;
        }
        path.push('/');
        path.push_str(&part);
    }
    Some(path)
}

/// What is the same for all spellings of an address that hosts take for one: with and without a slash
/// at the end, `.html` or `index.html`, in capital and small letters.
pub fn key(path: &str) -> String {
    let path = path.trim_matches('/').to_lowercase();
    let path = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path.strip_suffix(".html").unwrap_or(&path),
    };
    path.trim_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_and_keeps_its_slash() {
        for (text, expected) in [("/old", "/old"), ("/a%20b/", "/a b/"), ("/", "/"), ("/é/x.php", "/é/x.php")] {
            assert_eq!(path(text).as_deref(), Some(expected));
        }
        for text in
            ["old", "", "//a", "/a//b", "/a?b", "/a#b", "/a/../b", "/%2e%2e/b", "/a%2fb", "/a%0ab", "/%ff", "/a\\b"]
        {
            assert_eq!(path(text), None, "{text}");
        }
    }

    #[test]
    fn a_target_is_a_path_or_an_https_url() {
        assert_eq!(Target::parse("/a#b"), Some(Target::Path("/a".into(), Some("b".into()))));
        assert!(matches!(Target::parse("https://example.org/a?b=c#d"), Some(Target::Url(_))));
        for text in
            ["http://example.org", "https://", "https://a@b.example", "https://a b", "mailto:a", "a", "/a#", "/a?b"]
        {
            assert_eq!(Target::parse(text), None, "{text}");
        }
    }

    #[test]
    fn spellings_that_hosts_take_for_one_have_one_key() {
        for text in ["/A/b", "/a/b/", "/a/b.html", "/a/b/index.html"] {
            assert_eq!(key(text), "a/b");
        }
        assert_eq!((key("/"), key("/index.html"), key("/myindex.html")), ("".into(), "".into(), "myindex".into()));
    }
}
