//! Every address outside the site, once, with all places that link to it.
//!
//! Links in the bodies, addresses in `extra` of the facts, which templates may show, and redirects of the
//! settings. Images come from the site, and messages and one-line texts hold no links.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::Place;
use crate::model::document::Document;
use crate::model::site::Site;
use crate::settings::BaseUrl;
use crate::settings::redirect::Target;
use crate::source::yaml::{Node, Value};
use crate::syntax::markdown::{LinkKind, encoded_url};

/// Addresses with the places that link to them.
type Addresses = BTreeMap<String, BTreeSet<Place>>;

/// Every address outside the site that is linked in it. Linear in the links.
pub(super) fn addresses(site: &Site) -> Addresses {
    let mut found = Gathering { base: &site.public.settings.base_url, addresses: Addresses::new() };
    for redirect in &site.public.settings.redirects {
        if let Target::Url(url) = &redirect.to {
            found.add(url, redirect.to_place.clone());
        }
    }
    site.all().for_each(|document| found.document(document));
    found.addresses
}

struct Gathering<'a> {
    base: &'a BaseUrl,
    addresses: Addresses,
}

impl Gathering<'_> {
    fn document(&mut self, document: &Document) {
        for edition in document.editions.values() {
            let links = edition.words.face.links.iter().filter(|link| link.kind == LinkKind::Outside);
            links.for_each(|link| self.add(&link.target, Place::new(&edition.words.file, link.span)));
        }
        if let Some(extra) = &document.facts.extra {
            self.extra(&document.facts.file, extra);
        }
    }

    /// A free map: what is an address and nothing else counts.
    fn extra(&mut self, file: &Arc<str>, node: &Node) {
        match &node.value {
            Value::Null => {}
            Value::Scalar(text) if text.contains(char::is_whitespace) => {}
            Value::Scalar(text) => self.add(text, Place::new(file, node.span)),
            Value::List(nodes) => nodes.iter().for_each(|node| self.extra(file, node)),
            Value::Map(pairs) => pairs.iter().for_each(|(_, node)| self.extra(file, node)),
        }
    }

    fn add(&mut self, written: &str, place: Place) {
        let Some(address) = address(written).filter(|address| !is_own(address, self.base)) else { return };
        self.addresses.entry(address).or_default().insert(place);
    }
}

/// An `http` or `https` URL as it is asked: without anchor, encoded as pages have it, scheme and host in small
/// letters, so that two spellings are asked once. None for `mailto:` and other texts.
fn address(written: &str) -> Option<String> {
    let (scheme, rest) = written.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or(rest);
    // What has no host is kept, to be told as an address that cannot be asked.
    let Some(rest) = rest.strip_prefix("//") else {
        return Some(encoded_url(&format!("{scheme}:{}", without_user(rest))));
    };
    let rest = without_user(rest);
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let slash = if path.starts_with('/') { "" } else { "/" };
    Some(encoded_url(&format!("{scheme}://{}{slash}{path}", host.to_ascii_lowercase())))
}

/// What follows the scheme of an address, without a name and password: neither is sent, told or kept.
pub(super) fn without_user(rest: &str) -> &str {
    let end = rest.find(['/', '?', '\\']).unwrap_or(rest.len());
    rest[..end].rfind('@').map_or(rest, |at| &rest[at + 1..])
}

/// Whether an address is one of the site itself.
fn is_own(address: &str, base: &BaseUrl) -> bool {
    let inside = address.strip_prefix(&base.origin).and_then(|rest| rest.strip_prefix(&base.path));
    inside.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_one_address_are_asked_once_and_other_schemes_never() {
        for (written, expected) in [
            ("https://un.org", Some("https://un.org/")),
            ("HTTPS://UN.org/A#b", Some("https://un.org/A")),
            ("http://un.org?a=b c", Some("http://un.org/?a=b%20c")),
            ("https://un.org/é%20'x'", Some("https://un.org/%C3%A9%20%27x%27")),
            ("https:un.org", Some("https:un.org")),
            ("https://user:secret@UN.org/a@b", Some("https://un.org/a@b")),
            ("https:user:secret@un.org", Some("https:un.org")),
            ("mailto:press@un.org", None),
            ("tel:+62", None),
            ("plain words", None),
        ] {
            assert_eq!(address(written).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn the_site_itself_is_told_from_one_whose_name_begins_alike() {
        let base = BaseUrl::parse("https://a.org/press").expect("it is a URL");
        for own in ["https://a.org/press", "https://a.org/press/", "https://a.org/press?x", "https://a.org/press/en"] {
            assert!(is_own(own, &base), "{own}");
        }
        for other in ["https://a.org/", "https://a.org/pressroom", "https://a.org.evil/press", "http://a.org/press"] {
            assert!(!is_own(other, &base), "{other}");
        }
    }
}
