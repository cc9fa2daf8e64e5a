//! What a tree holds: the route of each file, its fingerprint, its size.
//!
//! The manifest lies in the tree as `.warta.json`. Before the first write of a build it says
//! *incomplete*: a tree whose manifest says so was cut off half way, is not to be deployed, and is
//! mended by the next build.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::rows::Files;
use crate::digest::Digest;
use crate::model::site::View;

/// The manifest's file in the tree.
pub const FILE: &str = crate::output::MANIFEST;

/// What a tree holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The program that wrote it: another version may make other bytes of the same input.
    pub program: String,
    /// What the tree shows. One without the word is older than previews, so a release.
    pub view: View,
    /// Whether the build that wrote it came to its end.
    pub state: State,
    /// The files, by name. One of a build that did not come to its end tells no more of them.
    pub files: Files,
}

/// A manifest as JSON has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    program: String,
    #[serde(default)]
    view: View,
    state: State,
    files: BTreeMap<String, Option<Entry>>,
}

impl From<Written> for Manifest {
    fn from(Written { program, view, state, files }: Written) -> Manifest {
        let files = files.into_iter().map(|(name, entry)| (name, entry.unwrap_or_default()));
        Manifest { program, view, state, files: files.collect::<BTreeMap<_, _>>().into() }
    }
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
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
        Manifest { program: program(), view, state, files: Files::default() }
    }

    /// Reads a manifest; none if it is not one.
    pub fn parse(bytes: &[u8]) -> Option<Manifest> {
        Manifest::read(bytes.to_vec()).ok()
    }

    /// The same of bytes that nobody else needs. Gives them back if they are no manifest.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Manifest, Vec<u8>> {
        let other = |bytes: Vec<u8>| serde_json::from_slice::<Written>(&bytes).map(Manifest::from).map_err(|_| bytes);
        let text = String::from_utf8(bytes).map_err(std::string::FromUtf8Error::into_bytes)?;
        Manifest::as_written(text).or_else(|text| other(text.into_bytes()))
    }

    /// Reads one that stands there as [`Manifest::bytes`] writes it, which takes a third of the time. Gives the text
    /// back if anything is another way, and then it may be a manifest all the same.
    fn as_written(text: String) -> Result<Manifest, String> {
        let head = text.split_once('\n').filter(|_| text.ends_with(END)).map(|(head, _)| head);
        let written = head.and_then(|head| Some((head.len() + 1, serde_json::from_str(&format!("{head}}}}}")).ok()?)));
        let Some((start, head)): Option<(usize, Written)> = written else { return Err(text) };
        let end = text.len() - END.len();
        Files::of_rows(text, start..end, row).map(|files| Manifest { files, ..Manifest::from(head) })
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
        self.bytes_with(|text| self.files.write(text, std::iter::empty()))
    }

    /// The bytes of the same with other files, whose rows are added to the text.
    pub(super) fn bytes_with(&self, rows: impl FnOnce(&mut String)) -> Vec<u8> {
        let [program, view, state] = [json(&self.program), json(&self.view), json(&self.state)];
        let mut text = format!("{{\"program\":{program},\"view\":{view},\"state\":{state},\"files\":{{");
        let start = text.len();
        text.push('\n');
        rows(&mut text);
        // The end brings its own.
        if text.len() == start + 1 {
            text.truncate(start);
        }
        text.push_str(END);
        text.into_bytes()
    }
}

/// How a manifest of some files ends.
const END: &str = "\n}}\n";

/// What stands in a row before the digest of the input, before that of the bytes, and before the size.
const BEFORE: [&str; 3] = [":{\"made_of\":\"", "\",\"bytes\":\"", "\",\"size\":"];

/// How many hexadecimal digits a digest has.
const DIGITS: usize = 32;

/// A file of the manifest, as it is written.
fn row(text: &str) -> Option<(&str, Entry)> {
    let (file, rest) = text.strip_prefix('"')?.split_once('"')?;
    let (made_of, rest) = rest.strip_prefix(BEFORE[0])?.split_at_checked(DIGITS)?;
    let (bytes, rest) = rest.strip_prefix(BEFORE[1])?.split_at_checked(DIGITS)?;
    let digits = rest.strip_prefix(BEFORE[2])?.strip_suffix('}')?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    let size = digits.parse().ok().filter(|_| is_number && is_plain(file))?;
    Some((file, Entry { made_of: Digest::parse(made_of)?, bytes: Digest::parse(bytes)?, size }))
}

/// Adds the row of a file to a text: its name, and what is known of it.
pub(super) fn push_row(text: &mut String, name: &str, entry: Option<&Entry>) {
    push_json(text, name);
    let Some(Entry { made_of, bytes, size }) = entry else { return text.push_str(":null") };
    for (before, digest) in BEFORE.iter().zip([made_of, bytes]) {
        text.push_str(before);
        digest.push_to(text);
    }
    text.push_str(BEFORE[2]);
    // A string takes whatever is written to it.
    let _ = write!(text, "{size}}}");
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
        manifest.files = BTreeMap::from([("en/\"quoted\".html".to_owned(), entry)]).into();
        assert_eq!(Manifest::parse(&manifest.bytes()), Some(manifest));
        assert_eq!(Manifest::parse(b"{}"), None);
    }

    #[test]
    fn what_is_written_as_ever_is_read_as_any_other_json_is() {
        let names = ["a.html", "b/c d.txt", "\u{e9}:{.html"].into_iter().enumerate();
        let files: BTreeMap<String, Entry> = names
            .map(|(at, name)| {
                let entry = Entry { made_of: Digest::of(&at), bytes: Digest::of_bytes(b"b"), size: at as u64 * 10 };
                (name.to_owned(), entry)
            })
            .collect();
        let manifest = Manifest { files: files.into(), ..Manifest::new(State::Incomplete, View::Public) };
        let as_any = |text: &str| serde_json::from_str::<Written>(text).ok().map(Manifest::from);
        let text = String::from_utf8(manifest.bytes()).unwrap();
        assert_eq!(Manifest::as_written(text.clone()), Ok(manifest.clone()));
        assert_eq!(as_any(&text), Some(manifest.clone()));
        // Written in another way, and saying the same or nothing at all.
        let edits =
            [(":0}", ":00}"), (":10}", ":+10}"), (":10}", ":10 }"), (":10}", ":10}}"), ("\"a.html", "\"a\\u002ehtml")];
        for (from, to) in
            edits.into_iter().chain([("\n}}\n", "\n}}"), ("\"state\"", "\"stat\""), ("\":{\"made", "\x01\":{\"made")])
        {
            let other = text.replacen(from, to, 1);
            assert_ne!(other, text);
            assert_eq!(Manifest::as_written(other.clone()), Err(other.clone()), "{to}");
            assert_eq!(Manifest::parse(other.as_bytes()), as_any(&other), "{to}");
        }
        let rows: Vec<&str> = text.split_inclusive('\n').collect();
        let turned = [rows[0], rows[2], rows[1], rows[3], rows[4]].concat();
        assert_eq!(Manifest::as_written(turned.clone()), Err(turned.clone()));
        assert_eq!(Manifest::parse(turned.as_bytes()), Some(manifest));
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
