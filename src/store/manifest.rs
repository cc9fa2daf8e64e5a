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
        Manifest::as_written(bytes).or_else(|| serde_json::from_slice(bytes).ok())
    }

    /// Reads one that stands there as [`Manifest::bytes`] writes it, which takes a third of the time; none if
    /// anything is another way, and then it may be a manifest all the same.
    fn as_written(bytes: &[u8]) -> Option<Manifest> {
        let (head, files) = str::from_utf8(bytes).ok()?.strip_suffix(END)?.split_once('\n')?;
        let manifest: Manifest = serde_json::from_str(&format!("{head}}}}}")).ok()?;
        let (last, others) = files.rsplit_once('\n').map_or((files, None), |(others, last)| (last, Some(others)));
        let others = others.into_iter().flat_map(|others| others.split('\n')).map(|text| text.strip_suffix(','));
        let files: Option<BTreeMap<String, Entry>> = others.chain([Some(last)]).map(|text| row(text?)).collect();
        Some(Manifest { files: files?, ..manifest })
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

/// How a manifest of some files ends.
const END: &str = "\n}}\n";

/// What stands in a row before the digest of the input, before that of the bytes, and before the size.
const BEFORE: [&str; 3] = [":{\"made_of\":\"", "\",\"bytes\":\"", "\",\"size\":"];

/// How many hexadecimal digits a digest has.
const DIGITS: usize = 32;

/// A file of the manifest, as it is written.
fn row(text: &str) -> Option<(String, Entry)> {
    let (file, rest) = text.strip_prefix('"')?.split_once('"')?;
    let (made_of, rest) = rest.strip_prefix(BEFORE[0])?.split_at_checked(DIGITS)?;
    let (bytes, rest) = rest.strip_prefix(BEFORE[1])?.split_at_checked(DIGITS)?;
    let digits = rest.strip_prefix(BEFORE[2])?.strip_suffix('}')?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    let size = digits.parse().ok().filter(|_| is_number && is_plain(file))?;
    Some((file.to_owned(), Entry { made_of: Digest::parse(made_of)?, bytes: Digest::parse(bytes)?, size }))
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
        for (before, digest) in BEFORE.iter().zip([made_of, bytes]) {
            text.push_str(before);
            digest.push_to(&mut text);
        }
        text.push_str(BEFORE[2]);
        // A string takes whatever is written to it.
        let _ = write!(text, "{size}");
        text.push('}');
    }
    text.push_str(END);
    text.into_bytes()
}

/// Adds a string as JSON. Nearly every file has a name without anything to escape.
fn push_json(text: &mut String, word: &str) {
    match is_plain(word) {
        true => {
            text.push('"');
            text.push_str(word);
            text.push('"');
        }
        false => text.push_str(&json(&word)),
    }
}

/// Whether a string stands between its quotation marks as it is.
fn is_plain(word: &str) -> bool {
    // All of it, wherever the first is found: so many bytes are looked at in one go.
    word.bytes().fold(true, |is_plain, byte| is_plain & (byte >= b' ') & !matches!(byte, b'"' | b'\\' | 0x7f))
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
    fn what_is_written_as_ever_is_read_as_any_other_json_is() {
        let mut manifest = Manifest::new(State::Incomplete, View::Public);
        for (at, file) in ["a.html", "b/c d.txt", "\u{e9}:{.html"].into_iter().enumerate() {
            let entry = Entry { made_of: Digest::of(&at), bytes: Digest::of_bytes(b"b"), size: at as u64 * 10 };
            manifest.files.insert(file.to_owned(), entry);
        }
        let text = String::from_utf8(manifest.bytes()).unwrap();
        assert_eq!(Manifest::as_written(text.as_bytes()), Some(manifest.clone()));
        assert_eq!(serde_json::from_str::<Manifest>(&text).ok(), Some(manifest.clone()));
        // Written in another way, and saying the same or nothing at all.
        let edits =
            [(":0}", ":00}"), (":10}", ":+10}"), (":10}", ":10 }"), (":10}", ":10}}"), ("\"a.html", "\"a\\u002ehtml")];
        for (from, to) in
            edits.into_iter().chain([("\n}}\n", "\n}}"), ("\"state\"", "\"stat\""), ("\":{\"made", "\x01\":{\"made")])
        {
            let other = text.replacen(from, to, 1);
            assert_ne!(other, text);
            assert_eq!(Manifest::as_written(other.as_bytes()), None, "{to}");
            assert_eq!(Manifest::parse(other.as_bytes()), serde_json::from_str(&other).ok(), "{to}");
        }
        let digit = text.replacen("\"made_of\":\"", "\"made_of\":\"A", 1);
        assert_eq!(Manifest::parse(digit.as_bytes()), None);
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
