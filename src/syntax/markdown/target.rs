//! Where a link or an image may lead: an allow-list.

/// What the destination of a link says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target<'a> {
    /// `doc:path#anchor`.
    Document(&'a str, Option<&'a str>),
    /// `asset:name#fragment`.
    Asset(&'a str, Option<&'a str>),
    /// An allowed scheme.
    Outside,
    /// `#anchor`.
    Anchor,
    /// `/path`.
    Path,
    /// Nothing.
    Empty,
    /// `doc:` or `asset:` with something that is no path.
    Malformed,
    /// A path that depends on where the page is.
    Relative,
    /// A scheme that is not allowed (`//host` counts: it takes the scheme of the page).
    Forbidden(&'a str),
}

/// Reads a destination.
pub(super) fn classify(destination: &str) -> Target<'_> {
    let (path, fragment) = split_fragment(destination);
    match scheme(destination) {
        _ if matches!(destination, "" | "#") => Target::Empty,
        _ if destination.starts_with('#') => Target::Anchor,
        None if destination.starts_with("//") || destination.starts_with("/\\") => Target::Forbidden("//"),
        None if destination.starts_with('/') => Target::Path,
        None => Target::Relative,
        Some("doc") if is_path(&path[4..]) => Target::Document(&path[4..], fragment),
        Some("asset") if is_path(&path[6..]) => Target::Asset(&path[6..], fragment),
        Some("doc" | "asset") => Target::Malformed,
        Some(scheme) if is_allowed(scheme) => Target::Outside,
        Some(scheme) => Target::Forbidden(scheme),
    }
}

fn split_fragment(destination: &str) -> (&str, Option<&str>) {
    match destination.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment).filter(|fragment| !fragment.is_empty())),
        None => (destination, None),
    }
}

// RFC 3986, section 3.1.
fn scheme(destination: &str) -> Option<&str> {
    let (scheme, _) = destination.split_once(':')?;
    let mut bytes = scheme.bytes();
    let is_scheme = bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then_some(scheme)
}

fn is_allowed(scheme: &str) -> bool {
    ["https", "http", "mailto", "tel"].iter().any(|allowed| allowed.eq_ignore_ascii_case(scheme))
}

fn is_path(path: &str) -> bool {
    let is_name = |name: &str| !matches!(name, "" | "." | "..");
    path.split('/').all(is_name) && !path.contains(|letter: char| letter == '\\' || letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn destinations_are_allowed_by_name_and_nothing_else_is() {
        assert_eq!(classify("doc:outcomes/bali-message#p3"), Target::Document("outcomes/bali-message", Some("p3")));
        assert_eq!(classify("asset:annex.pdf#page=2"), Target::Asset("annex.pdf", Some("page=2")));
        assert_eq!(classify("HTTPS://example.org/a:b"), Target::Outside);
        assert_eq!(classify("mailto:press@example.org"), Target::Outside);
        assert_eq!(classify("#p3"), Target::Anchor);
        assert_eq!(classify("/en/feed.xml"), Target::Path);
        assert_eq!(classify("javascript:alert(1)"), Target::Forbidden("javascript"));
        assert_eq!(classify("data:text/html,x"), Target::Forbidden("data"));
        assert_eq!(classify("//evil.example"), Target::Forbidden("//"));
        assert_eq!(classify("/\\evil.example"), Target::Forbidden("//"));
        assert_eq!(classify("../foo.jpg"), Target::Relative);
        assert_eq!(classify("java\tscript:alert(1)"), Target::Relative);
        assert_eq!(classify("doc:../x"), Target::Malformed);
        assert_eq!(classify("asset:"), Target::Malformed);
        assert_eq!(classify("#"), Target::Empty);
    }
}
