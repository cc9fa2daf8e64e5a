//! An edition's words as they are written, part by part, with the digest of each.
//!
//! In: the parsed words and the text of their body. Out: the title, the summary, each top-level block and
//! each footnote. `document.lock` keeps those of the original that a translation was accepted against, so
//! that later the parts that changed can be named and shown. A digest is the first 128 bits of
//! BLAKE3 over the UTF-8 of the part as its author wrote it: before placeables and references, lines ended
//! by one LF each but for the last, without white space at their ends. So neither an editor's line endings
//! nor a new figure changes it.

use memchr::{memchr, memchr_iter};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::markdown::Body;
use super::words::Words;
use crate::digest::Digest;

/// A part of an edition's words: its digest, and its text where that is kept. Equal where the digests are.
#[derive(Debug, Clone, Default)]
pub struct Part {
    digest: Digest,
    text: PartText,
}

/// What is known of the text of a part.
#[derive(Debug, Clone, Default)]
enum PartText {
    /// No more than its digest was ever written down.
    #[default]
    Unknown,
    /// Its file has it.
    Forgotten,
    /// It.
    Kept(Box<str>),
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
        Part { digest: digest.unwrap_or_else(|| Digest::of_words(bare)), text: PartText::Kept(bare.into()) }
    }

    /// A part of which no more than the digest is known.
    pub fn known(digest: Digest) -> Part {
        Part { digest, text: PartText::Unknown }
    }

    /// Its digest.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Its text, with LF between lines and no white space at their ends; none where it is not kept.
    pub fn text(&self) -> Option<&str> {
        match &self.text {
            PartText::Kept(text) => Some(text),
            PartText::Forgotten | PartText::Unknown => None,
        }
    }

    /// Its digest alone: nothing of its text is copied.
    fn without_text(&self) -> Part {
        let text = if matches!(self.text, PartText::Unknown) { PartText::Unknown } else { PartText::Forgotten };
        Part { digest: self.digest, text }
    }
}

/// Whether no line has white space at its end, and none a return.
fn is_bare(text: &str) -> bool {
    let is_white = |letter: char| letter.is_whitespace() && letter != '\n';
    let mut ends = memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    memchr(b'\r', text.as_bytes()).is_none() && ends.all(|end| !text[..end].ends_with(is_white))
}

// The text itself stays in the file that it stands in.
impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.digest, !matches!(self.text, PartText::Unknown)).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Part, D::Error> {
        let (digest, has_text) = <(Digest, bool)>::deserialize(deserializer)?;
        Ok(Part { digest, text: if has_text { PartText::Forgotten } else { PartText::Unknown } })
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Part) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Part {}

/// The words of one edition, part by part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Whether the text of each part is kept, or stands in its file.
    pub fn has_texts(&self) -> bool {
        self.all().all(|part| !matches!(part.text, PartText::Unknown))
    }

    /// Whether there are texts that only their file has.
    pub fn has_forgotten(&self) -> bool {
        self.all().any(|part| matches!(part.text, PartText::Forgotten))
    }

    /// The digests alone, as they are kept between builds: nothing of the texts is copied.
    pub fn without_texts(&self) -> WordsDigests {
        WordsDigests {
            title: self.title.without_text(),
            summary: self.summary.as_ref().map(Part::without_text),
            blocks: self.blocks.iter().map(Part::without_text).collect(),
            notes: self.notes.iter().map(Part::without_text).collect(),
        }
    }

    /// Forgets the texts, where nobody will ask for them: the digests say the same.
    pub fn forget_texts(&mut self) {
        let all = [&mut self.title].into_iter().chain(&mut self.summary).chain(&mut self.blocks).chain(&mut self.notes);
        all.for_each(|part| *part = part.without_text());
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
        let inner = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        let starts = std::iter::once(0).chain(inner).chain([text.len()]).collect();
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
        words.and_then(|words| words.digests).expect("words with a title")
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

    proptest::proptest! {
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
