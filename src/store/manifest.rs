//! What a tree holds: the route of each file, its fingerprint, its size.
//!
//! The manifest lies in the tree as `.warta.json`. Before the first write of a build it says
//! *incomplete*: a tree whose manifest says so was cut off half way, is not to be deployed, and is
//! mended by the next build.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::model::site::View;

/// The manifest's file in the tree.
pub const FILE: &str = crate::output::MANIFEST;

/// What a tree holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The program that wrote it: another version may make other bytes of the same input.
    pub program: String,
    /// What the tree shows. One without the word is older than previews, so a release.
    #[serde(default)]
    pub view: View,
    /// Whether the build that wrote it came to its end.
    pub state: State,
    /// The files, by name.
    pub files: BTreeMap<String, Entry>,
}

/// Whether a build came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It did.
    Complete,
    /// It was cut off, or a page failed.
    Incomplete,
}

/// One file of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The digest of what it was made of.
    pub made_of: Digest,
    /// The digest of its bytes.
    pub bytes: Digest,
    /// Its size in bytes.
    pub size: u64,
}

impl Manifest {
    /// A manifest without files.
    pub fn new(state: State, view: View) -> Manifest {
        Manifest { program: program(), view, state, files: BTreeMap::new() }
    }

    /// Reads a manifest; none if it is not one.
    pub fn parse(bytes: &[u8]) -> Option<Manifest> {
        serde_json::from_slice(bytes).ok()
    }

    /// What the tree of these bytes shows, also where they are no manifest any more: that of a preview
    /// that was cut off still begins as one.
    pub fn view_of(bytes: &[u8]) -> View {
        let mark = b"\"view\":\"preview\"";
        let broken = || if bytes.windows(mark.len()).any(|part| part == mark) { View::Preview } else { View::Public };
        Manifest::parse(bytes).map_or_else(broken, |manifest| manifest.view)
    }

    /// Its bytes: JSON, one file a line.
    pub fn bytes(&self) -> Vec<u8> {
        bytes_of(&self.program, (self.state, self.view), self.files.iter().map(|(file, entry)| (file.as_str(), *entry)))
    }
}

/// The bytes of a manifest of these files, which are sorted.
pub(super) fn bytes_of<'a>(
    program: &str,
    (state, view): (State, View),
    files: impl Iterator<Item = (&'a str, Entry)>,
) -> Vec<u8> {
    let [program, view, state] = [json(&program), json(&view), json(&state)];
    let mut text = format!("{{\"program\":{program},\"view\":{view},\"state\":{state},\"files\":{{");
    text.reserve(files.size_hint().0 * 192);
    for (at, (file, Entry { made_of, bytes, size })) in files.enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        push_json(&mut text, file);
        // A string takes whatever is written to it.
        let _ = write!(text, ":{{\"made_of\":\"{made_of}\",\"bytes\":\"{bytes}\",\"size\":{size}}}");
    }
    text.push_str("\n}}\n");
    text.into_bytes()
}

/// Adds a string as JSON. Nearly every file has a name without anything to escape.
fn push_json(text: &mut String, word: &str) {
    let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'"' | b'\\' | 0x7f);
    match word.bytes().all(is_plain) {
        true => text.extend(["\"", word, "\""]),
        false => text.push_str(&json(&word)),
    }
}

fn json<T: Serialize>(value: &T) -> String {
    // Strings, numbers and structs of them have a JSON form, always.
    serde_json::to_string(value).unwrap_or_default()
}

/// The program's name, version and target.
pub fn program() -> String {
    format!("warta {} {}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH, std::env::consts::OS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_back_as_it_was_written() {
        let mut manifest = Manifest::new(State::Complete, View::Preview);
        let entry = Entry { made_of: Digest::of_bytes(b"a"), bytes: Digest::of_bytes(b"b"), size: 3 };
        manifest.files.insert("en/\"quoted\".html".to_owned(), entry);
        assert_eq!(Manifest::parse(&manifest.bytes()), Some(manifest));
        assert_eq!(Manifest::parse(b"{}"), None);
    }

    #[test]
    fn what_a_tree_shows_is_known_without_the_word_and_from_half_a_manifest() {
        let old = b"{\"program\":\"warta 0.0.0\",\"state\":\"complete\",\"files\":{}}";
        assert_eq!(Manifest::view_of(old), View::Public);
        let bytes = Manifest::new(State::Incomplete, View::Preview).bytes();
        assert_eq!(Manifest::view_of(&bytes[..bytes.len() / 2 + 20]), View::Preview);
        assert_eq!(Manifest::view_of(b"{"), View::Public);
    }
}
