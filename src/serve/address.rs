//! The path of a request → the artifact that stands there, as a static host with clean URLs finds it.

use percent_encoding::percent_decode_str;

use super::snapshot::{Pages, Snapshot};
use crate::digest::Digest;
use crate::output::Artifact;

/// What stands at a path.
#[derive(Debug)]
pub(super) enum Found<'a> {
    /// A file.
    File(&'a Artifact),
    /// Nothing: the error page to show, if the site has one.
    Nothing(Option<&'a Artifact>),
    /// Nothing, but a folder: its path.
    Folder(String),
    /// Nothing, because the site lives below this path.
    Elsewhere(String),
    /// Nothing yet anywhere: the site has errors.
    Broken,
}

impl Found<'_> {
    /// Tells two answers apart: it changes whenever the answer would.
    pub(super) fn fingerprint(&self, snapshot: &Snapshot) -> String {
        match self {
            Found::File(artifact) => artifact.fingerprint().to_string(),
            Found::Nothing(Some(artifact)) => format!("404-{}", artifact.fingerprint()),
            Found::Nothing(None) => "404".to_owned(),
            Found::Folder(path) | Found::Elsewhere(path) => format!("to-{}", Digest::of(path)),
            Found::Broken => format!("500-{}", Digest::of(&format!("{:?}", snapshot.said))),
        }
    }
}

/// Finds what stands at `path`, percent-encoded as it came.
pub(super) fn find<'a>(snapshot: &'a Snapshot, path: &str) -> Found<'a> {
    let Some(pages) = &snapshot.pages else { return Found::Broken };
    let base = &pages.settings.base_url.path;
    let below = path.strip_prefix(base.as_str()).unwrap_or_default();
    let Some(below) = below.strip_prefix('/') else {
        return match path == "/" || path == base {
            true => Found::Elsewhere(format!("{base}/")),
            false => Found::Nothing(error_page(snapshot, pages, "")),
        };
    };
    let Some(file) = decoded(below) else { return Found::Nothing(error_page(snapshot, pages, "")) };
    if file.is_empty() || file.ends_with('/') {
        let index = snapshot.at_file(&format!("{file}index.html"));
        return index.map_or_else(|| Found::Nothing(error_page(snapshot, pages, &file)), Found::File);
    }
    if let Some(artifact) = snapshot.at_file(&file).or_else(|| snapshot.at_file(&format!("{file}.html"))) {
        return Found::File(artifact);
    }
    match snapshot.at_file(&format!("{file}/index.html")) {
        Some(_) => Found::Folder(format!("{path}/")),
        None => Found::Nothing(error_page(snapshot, pages, &file)),
    }
}

/// Decodes each part of a path. None for what no file can have: an empty part before the last, a slash
/// in disguise, bytes that are no text.
fn decoded(path: &str) -> Option<String> {
    let mut parts = Vec::new();
    let mut rest = path.split('/').peekable();
    while let Some(part) = rest.next() {
        let part = percent_decode_str(part).decode_utf8().ok()?;
        if part.contains('/') || (part.is_empty() && rest.peek().is_some()) {
            return None;
        }
        parts.push(part);
    }
    Some(parts.join("/"))
}

/// The error page of the locale that the path begins with, else the one in every language.
fn error_page<'a>(snapshot: &'a Snapshot, pages: &Pages, file: &str) -> Option<&'a Artifact> {
    let first = file.split('/').next().unwrap_or_default();
    let locale = pages.settings.tag(first);
    let own = locale.and_then(|tag| snapshot.at_file(&format!("{tag}/404.html")));
    own.or_else(|| snapshot.at_file("404.html"))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn parts_are_decoded_one_by_one() {
        assert_eq!(decoded("en/a%20b/").as_deref(), Some("en/a b/"));
        assert_eq!(decoded("").as_deref(), Some(""));
        assert_eq!(decoded("en/%D9%86").as_deref(), Some("en/ن"));
    }

    #[test]
    fn a_slash_in_disguise_an_empty_part_and_bytes_that_are_no_text_are_nowhere() {
        for path in ["en%2Fabout", "/evil.example", "en//about", "en/%FF", "/"] {
            assert_eq!(decoded(path), None, "{path}");
        }
    }
}
