//! An edition's words as they are written, part by part, with the digest of each.
//!
//! In: the parsed words and the text of their body. Out: the title, the summary, each top-level block and
//! each footnote. `document.lock` keeps those of the original that a translation was accepted against, so
//! that later the parts that changed can be named and shown. A digest is the first 128 bits of
//! BLAKE3 over the UTF-8 of the part as its author wrote it: before placeables and references, lines ended
//! by one LF each but for the last, without white space at their ends. So neither an editor's line endings
//! nor a new figure changes it.

use memchr::{memchr, memchr_iter};
use serde::{Deserialize, Serialize};

use super::markdown::Body;
use super::words::Words;
use crate::bytes::line_starts;
use crate::digest::Digest;

/// A part of an edition's words: its digest, and its text where that is kept. Equal where the digests are.
#[derive(Debug, Clone, Default)]
pub struct Part {
    digest: Digest,
    /// None where no more than its digest was ever written down.
    text: Option<Box<str>>,
}

impl Part {
    /// The part of this text, as its author wrote it.
    pub fn of(text: &str) -> Part {
        Part::like(text, None)
    }

    /// The same, where another part may be known that has the same text: then that has its digest too.
    pub(super) fn like(text: &str, other: Option<&Part>) -> Part {
        if is_bare(text) {
            return Part::kept(text.trim_matches('\n'), other);
        }
        let mut bare = String::with_capacity(text.len());
        // A return by itself ends a line too (CommonMark 0.31, 2.1); that of `\r\n` is white space at an end.
        let lines = text.split('\n').flat_map(|line| line.trim_end().split('\r'));
        for line in lines {
            bare.push_str(line.trim_end());
            bare.push('\n');
        }
        Part::kept(bare.trim_matches('\n'), other)
    }

    /// The part of this text, which has no white space at the ends of its lines.
    fn kept(bare: &str, other: Option<&Part>) -> Part {
        let digest = other.filter(|other| other.text() == Some(bare)).map(Part::digest);
        Part { digest: digest.unwrap_or_else(|| Digest::of_words(bare)), text: Some(bare.into()) }
    }

    /// A part of which no more than the digest is known.
    pub fn known(digest: Digest) -> Part {
        Part { digest, text: None }
    }

    /// Its digest.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Its text, with LF between lines and no white space at their ends; none where it is not kept.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }
}

/// Whether no line has white space at its end, and none a return.
fn is_bare(text: &str) -> bool {
    let is_white = |letter: char| letter.is_whitespace() && letter != '\n';
    let mut ends = memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    memchr(b'\r', text.as_bytes()).is_none() && ends.all(|end| !text[..end].ends_with(is_white))
}

impl PartialEq for Part {
    fn eq(&self, other: &Part) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Part {}

/// The words of one edition, part by part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordsDigests {
    /// The title.
    pub title: Part,
    /// The summary, if there is one.
    pub summary: Option<Part>,
    /// The top-level blocks, in order. A link's definition (`[label]: https://…`) belongs to the block
    /// above it.
    pub blocks: Vec<Part>,
    /// The footnotes, in the order of their numbers.
    pub notes: Vec<Part>,
}

impl WordsDigests {
    /// Takes the parts of `words`, whose body is `text` and begins `first_line` lines below the top of
    /// the file. Linear in the text.
    pub(super) fn of(words: &Words, body: &Body, text: &str, first_line: u32) -> WordsDigests {
        let blocks: Vec<Lines> = body.blocks.iter().map(|block| (block.span.line, block.span.end_line)).collect();
        let notes: Vec<Lines> = body.notes.iter().map(|note| (note.span.line, note.span.end_line)).collect();
        let parts = Parts::new(text, first_line, blocks.iter().chain(&notes).map(|(first, _)| *first));
        let written = |all: &[Lines]| all.iter().map(|lines| Part::of(parts.text(*lines))).collect();
        WordsDigests {
            title: Part::of(&words.title.word),
            summary: words.summary.as_ref().map(|summary| Part::of(&summary.word)),
            blocks: written(&blocks),
            notes: written(&notes),
        }
    }

    /// Every part.
    pub fn all(&self) -> impl Iterator<Item = &Part> {
        [&self.title].into_iter().chain(&self.summary).chain(&self.blocks).chain(&self.notes)
    }

    /// Whether the text of each part is known.
    fn has_texts(&self) -> bool {
        self.all().all(|part| part.text.is_some())
    }

    /// The digest of all of them: of how many of each there are, and of each one's own.
    fn digest(&self) -> Digest {
        let counts = [self.summary.iter().count(), self.blocks.len(), self.notes.len()];
        let mut bytes = Vec::with_capacity(8 * counts.len() + 16 * (1 + counts.iter().sum::<usize>()));
        counts.iter().for_each(|count| bytes.extend((*count as u64).to_le_bytes()));
        self.all().for_each(|part| bytes.extend(part.digest.to_bytes()));
        Digest::of_approved(&bytes)
    }
}

/// The words of one edition: what tells whether they are the same, and their parts. Hardly anybody asks for these: where
/// they have texts, they may be left to the file that they stand in. Equal where the parts are.
#[derive(Debug, Clone)]
pub struct Wording {
    digest: Digest,
    parts: Option<Box<WordsDigests>>,
}

impl Wording {
    /// The wording of these parts.
    pub fn of(parts: WordsDigests) -> Wording {
        Wording { digest: parts.digest(), parts: Some(Box::new(parts)) }
    }

    /// The parts; none where only their file has them.
    pub fn parts(&self) -> Option<&WordsDigests> {
        self.parts.as_deref()
    }

    /// Whether the text of each part is known, or stands in its file.
    pub fn has_texts(&self) -> bool {
        self.parts().is_none_or(WordsDigests::has_texts)
    }

    /// What may be kept of it between builds, which is as good as [`Wording::forget`]; nothing where a text is known
    /// nowhere.
    pub fn kept(&self) -> Option<KeptWording> {
        self.has_texts().then_some(KeptWording(self.digest))
    }

    /// Leaves the parts to their file, if all of them are there: nobody will ask for them.
    pub fn forget(&mut self) {
        if self.has_texts() {
            self.parts = None;
        }
    }
}

impl PartialEq for Wording {
    fn eq(&self, other: &Wording) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Wording {}

/// A [`Wording`] whose parts are in their file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWording(Digest);

impl From<KeptWording> for Wording {
    fn from(kept: KeptWording) -> Wording {
        Wording { digest: kept.0, parts: None }
    }
}

/// The first and the last line of a part, in lines of the file.
type Lines = (u32, u32);

/// A body cut into lines.
struct Parts<'a> {
    text: &'a str,
    /// Where each line begins, and at last where the text ends.
    starts: Vec<usize>,
    /// The line of the file on which the body begins.
    first: u32,
    /// The lines on which parts begin, sorted.
    heads: Vec<u32>,
}

impl<'a> Parts<'a> {
    fn new(text: &'a str, first_line: u32, heads: impl Iterator<Item = u32>) -> Parts<'a> {
        let mut starts = line_starts(text);
        starts.push(text.len());
        let mut heads: Vec<u32> = heads.collect();
        heads.sort_unstable();
        Parts { text, starts, first: first_line + 1, heads }
    }

    /// The text of a part: to the line before the next one begins, so that what stands in no block, such
    /// as a link's definition, is in the digest of one all the same.
    fn text(&self, (first, last): Lines) -> &'a str {
        let next = self.heads.partition_point(|head| *head <= first);
        let end = self.heads.get(next).map_or(u32::MAX, |next| (*next).max(last.saturating_add(1)));
        let is_first = self.heads.first() == Some(&first);
        let start = if is_first { 0 } else { self.start_of(first) };
        self.text.get(start..self.start_of(end)).unwrap_or_default()
    }

    fn start_of(&self, line: u32) -> usize {
        let at = line.saturating_sub(self.first) as usize;
        self.starts.get(at).copied().unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings;
    use crate::source::Source;
    use crate::syntax::words;

    fn digests(text: &str) -> WordsDigests {
        let settings = "base_url: https://a.example\nlocales: [en]\ncollections: {pages: {kind: page}}\n";
        let settings = settings::read(&Source::new("warta.yaml", settings)).take(&mut Vec::new()).expect("settings");
        let words = words::read(&Source::new("content/pages/a/en.md", text), &settings, None).value;
        let wording = words.and_then(|words| words.wording).expect("words with a title");
        wording.parts().cloned().expect("parts that were just read")
    }

    const TEXT: &str = "---\ntitle: Harbour\nsummary: Ships.\n---\n\nOne[^a] and [two].\n\n[two]: /two\n\n\
                        - three\n- four\n\n[^a]: A note.\n\n## Five\n";

    #[test]
    fn each_block_and_each_note_has_a_digest_of_its_own_text() {
        let own = digests(TEXT);
        let texts = ["One[^a] and [two].\n\n[two]: /two", "- three\n- four", "## Five"];
        assert_eq!(own.blocks, texts.map(Part::of));
        assert_eq!(own.notes, [Part::of("[^a]: A note.")]);
        assert_eq!(own.blocks[1].text(), Some("- three\n- four"));
        assert_eq!((own.title, own.summary), (Part::of("Harbour"), Some(Part::of("Ships."))));
    }

    #[test]
    fn line_endings_and_white_space_at_the_ends_of_lines_change_nothing() {
        assert_eq!(digests(&TEXT.replace('\n', "\r\n")), digests(TEXT));
        assert_eq!(digests(&TEXT.replace("three\n", "three  \n").replace("Five\n", "Five\t\n\n\n")), digests(TEXT));
    }

    /// Parts by their texts; no more than the digest is known of one that is written in capitals.
    fn parts((title, summary, blocks, notes): (String, Option<String>, Vec<String>, Vec<String>)) -> WordsDigests {
        let part = |text: &String| match text.chars().any(char::is_uppercase) {
            true => Part::known(Digest::of_words(text)),
            false => Part::of(text),
        };
        let all = |texts: &[String]| texts.iter().map(part).collect();
        WordsDigests {
            title: part(&title),
            summary: summary.as_ref().map(part),
            blocks: all(&blocks),
            notes: all(&notes),
        }
    }

    proptest::proptest! {
        #[test]
        fn a_wording_is_that_of_its_parts_whether_they_are_kept_or_not(
            one in ("[ab]", proptest::option::of("[ab]"), proptest::collection::vec("[abA]", 0..3), proptest::collection::vec("[ab]", 0..2)),
            other in ("[ab]", proptest::option::of("[ab]"), proptest::collection::vec("[abA]", 0..3), proptest::collection::vec("[ab]", 0..2)),
        ) {
            let (one, other) = (parts(one), parts(other));
            let whole = Wording::of(one.clone());
            let mut forgotten = whole.clone();
            forgotten.forget();
            let has_texts = one.all().all(|part| part.text().is_some());
            proptest::prop_assert_eq!(whole.has_texts(), has_texts);
            proptest::prop_assert_eq!(forgotten.has_texts(), has_texts);
            // What is known nowhere else is not forgotten, and not kept.
            proptest::prop_assert_eq!(forgotten.parts().is_none(), has_texts);
            proptest::prop_assert_eq!(whole.kept().is_some(), has_texts);
            for known in [&whole, &forgotten].into_iter().cloned().chain(whole.kept().map(Wording::from)) {
                proptest::prop_assert_eq!(known == Wording::of(other.clone()), one == other);
                proptest::prop_assert_eq!(known.has_texts(), has_texts);
            }
        }

        #[test]
        fn a_text_without_white_space_at_ends_is_taken_as_any_is(text in "([a \t\r\n\u{a0}é]|\n|ab){0,12}") {
            let lines = text.split('\n').flat_map(|line| line.trim_end().split('\r')).map(str::trim_end);
            let bare = lines.collect::<Vec<_>>().join("\n");
            let part = Part::of(&text);
            proptest::prop_assert_eq!(part.text(), Some(bare.trim_matches('\n')));
            proptest::prop_assert_eq!(part.digest(), Digest::of_words(bare.trim_matches('\n')));
        }
    }

    #[test]
    fn a_change_is_in_the_digest_of_its_own_block_only() {
        let (before, after) = (digests(TEXT), digests(&TEXT.replace("four", "five")));
        let changed: Vec<usize> = (0..3).filter(|at| before.blocks[*at] != after.blocks[*at]).collect();
        assert_eq!((changed, before.notes == after.notes), (vec![1], true));
        let moved = digests(&TEXT.replace("/two", "/three"));
        assert_ne!(moved.blocks[0], before.blocks[0], "a link's target belongs to the text");
    }
}
