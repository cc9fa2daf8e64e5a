//! Where a redirect leads.
//!
//! The client of HTTP takes what it cannot read for a path of the same host (`file:///etc/passwd`), so that
//! another thing would be asked than the host has said; therefore addresses are joined here (RFC 3986, 5.2).

use super::gather::without_user;
use crate::syntax::markdown::encoded_url;

/// The address that a redirect from `base` leads to; none where it is not one of the web.
pub(super) fn target(base: &str, location: &str) -> Option<String> {
    let location = location.trim().split('#').next().unwrap_or_default();
    if let Some((scheme, rest)) = location.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
        let scheme = scheme.to_ascii_lowercase();
        let rest = rest.strip_prefix("//").filter(|_| matches!(scheme.as_str(), "http" | "https"))?;
        return Some(encoded_url(&format!("{scheme}://{}", without_user(rest))));
    }
    let (scheme, rest) = base.split_once("://")?;
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let path = path.split('?').next().unwrap_or_default();
    let joined = match location {
        _ if location.starts_with("//") => without_user(location.trim_start_matches('/')).to_owned(),
        _ if location.starts_with('/') => format!("{host}{}", without_dots(location)),
        _ if location.is_empty() || location.starts_with('?') => format!("{host}{path}{location}"),
        _ => {
            let folder = path.rfind('/').map_or("", |at| &path[..at]);
            format!("{host}{}", without_dots(&format!("{folder}/{location}")))
        }
    };
    Some(encoded_url(&format!("{scheme}://{joined}")))
}

fn is_scheme(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    text.starts_with(|letter: char| letter.is_ascii_alphabetic()) && text.bytes().all(is_part)
}

/// A path from the root without `.` and `..`.
fn without_dots(path: &str) -> String {
    let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    let mut kept: Vec<&str> = Vec::new();
    let mut is_folder = false;
    for part in path.split('/').skip(1) {
        is_folder = matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => drop(kept.pop()),
            part => kept.push(part),
        }
    }
    let end = if is_folder && !kept.is_empty() { "/" } else { "" };
    format!("/{}{end}{query}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_leads_to_an_address_of_the_web_or_nowhere() {
        for (location, expected) in [
            ("https://b.org/x#y", Some("https://b.org/x")),
            ("HTTP://u:p@b.org", Some("http://b.org")),
            ("//b.org/x", Some("https://b.org/x")),
            ("/x/../y", Some("https://a.org/y")),
            ("z?q=/..", Some("https://a.org/one/z?q=/..")),
            ("../..", Some("https://a.org/")),
            (".", Some("https://a.org/one/")),
            ("?q", Some("https://a.org/one/two?q")),
            ("", Some("https://a.org/one/two")),
            ("a/b:c", Some("https://a.org/one/a/b:c")),
            ("file:///etc/passwd", None),
            ("javascript:alert(1)", None),
            ("https:x", None),
        ] {
            assert_eq!(target("https://a.org/one/two?three", location).as_deref(), expected, "{location}");
        }
    }
}
