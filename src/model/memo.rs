//! What is known of a site from the last time it was read: nothing here is asked twice.
//!
//! In: what reading, joining and checking came to. Out: the same, for whoever asks with the same inputs:
//! every entry is kept with the digest of all that it was made of, and one that does not fit is as good as
//! none. A memo is never the only place of anything: without it everything is made anew, and equal.

use std::marker::PhantomData;
use std::ops::Range;
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::canonical::TextDigests;
use super::folder::Typed;
use super::terms::Terms;
use crate::digest::Digest;
use crate::source::picture::Picture;
use crate::source::stamp::{Known, KnownFile, Stamp};
use crate::source::{LEDGER_FILE, LedgerFile, Sources};
use crate::syntax::{facts, ledger, lock, words};

/// What is known of a site.
#[derive(Debug, Clone, Default)]
pub struct Memo {
    /// The files that were read, by name.
    pub files: Files,
    /// The digests of canonical texts, by the file of their words, each with the digest of what it was
    /// made of.
    pub texts: Texts,
    /// What a search finds editions by, likewise.
    pub terms: TermsOf,
    /// What checks said of each document by itself, by its path below `content/`, likewise.
    pub verdicts: Verdicts,
    /// The lines of the ledger; none where there is anything to say of its text.
    pub ledger: Option<KeptLedger>,
    /// Documents' files as values; none where they need not be kept.
    pub typed: Option<Typed>,
    /// Whether everything that is there could be read.
    pub is_whole: bool,
}

/// Something by name. Names are long and begin alike, and a site has some fifteen thousand of them, each of which is asked
/// for several times: a table that compares them takes four times as long to answer. Its order is that in which they were
/// put in, and so the same for the same site.
pub type Table<T> = IndexMap<Arc<str>, T, FxBuildHasher>;

/// What is known of files, in the order of their names.
pub type Files = Table<FileMemo>;

/// The digests of canonical texts, by the file of their words, each with the digest of what it was made of.
pub type Texts = Table<(Digest, TextDigests)>;

/// What a search finds editions by, by the file of their words, each with the digest of what it was made of.
pub type TermsOf = Table<(Digest, Terms)>;

/// What checks say of each document by itself, by its path below `content/`, with the digest of what that
/// follows from. What is in the bytes is known to the checks.
pub type Verdicts = Table<(Digest, Encoded<()>)>;

/// What is known of the ledger.
#[derive(Debug, Clone)]
pub struct KeptLedger {
    /// Which file it was.
    pub stamp: Stamp,
    /// The digest of its text.
    pub digest: Digest,
    /// Its lines.
    pub lines: KeptLines,
}

/// The lines of a ledger, which borrow from these bytes where they are read.
pub type KeptLines = Encoded<ledger::kept::Lines<'static>>;

/// What is known of a file.
#[derive(Debug, Clone)]
pub struct FileMemo {
    /// Which file it was.
    pub stamp: Stamp,
    /// The digest of its bytes.
    pub digest: Digest,
    /// What it held.
    pub kept: Kept,
}

/// What a file held.
#[derive(Debug, Clone)]
pub enum Kept {
    /// It is read each time: it is no document's, or there is something to say of it.
    Nothing,
    /// A facts file.
    Facts(KeptFacts),
    /// A words file, without its body.
    Words(Encoded<words::Extract>),
    /// A lock, without the parts that were accepted.
    Lock(Encoded<lock::Extract>),
    /// A file that is handed on as it is: its size and what it is as a picture.
    Asset(u64, Picture),
}

/// What is kept of a facts file, which borrows from these bytes where it is read.
pub type KeptFacts = Encoded<facts::Extract<'static>>;

/// A value as bytes (postcard): made into the value again only if somebody asks for it.
#[derive(Debug, Clone)]
pub struct Encoded<T> {
    bytes: Arc<Vec<u8>>,
    range: Range<usize>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Encoded<T> {
    /// Some of these bytes, which [`Encoded::bytes`] gave. None where there are not so many.
    pub fn within(bytes: &Arc<Vec<u8>>, range: Range<usize>) -> Option<Encoded<T>> {
        bytes.get(range.clone())?;
        Some(Encoded { bytes: Arc::clone(bytes), range, kind: PhantomData })
    }

    /// The same bytes, taken for another kind of value.
    pub fn cast<U>(&self) -> Encoded<U> {
        Encoded { bytes: Arc::clone(&self.bytes), range: self.range.clone(), kind: PhantomData }
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(self.range.clone()).unwrap_or_default()
    }
}

/// How many bytes most values that are kept have at the most.
const USUAL: usize = 2048;

impl<T: Serialize> Encoded<T> {
    /// The bytes of a value.
    pub fn of(value: &T) -> Encoded<T> {
        Encoded::of_about(value, USUAL)
    }

    /// The same of a value that has about so many bytes: where there is room for them, they are not moved about.
    pub fn of_about(value: &T, length: usize) -> Encoded<T> {
        // Only a sequence of unknown length has no form in postcard, and no value kept here has one.
        let bytes = postcard::to_extend(value, Vec::with_capacity(length));
        let mut bytes = bytes.unwrap_or_else(|error| unreachable!("a value can be kept: {error}"));
        // They are kept to the end of a build, and have room for as much again.
        bytes.shrink_to_fit();
        Encoded { range: 0..bytes.len(), bytes: Arc::new(bytes), kind: PhantomData }
    }
}

/// How many bytes a line of the ledger mostly has.
const LINE: usize = 384;

impl KeptLines {
    /// What is kept of these lines.
    pub fn of_lines(lines: &[ledger::Line]) -> KeptLines {
        Encoded::of_about(&ledger::kept::Lines::of(lines), lines.len() * LINE).cast()
    }

    /// The lines, of the file of this name; none where the bytes are not such.
    pub fn lines(&self, file: &Arc<str>) -> Option<Vec<ledger::Line>> {
        postcard::from_bytes::<ledger::kept::Lines<'_>>(self.bytes()).ok()?.lines(file)
    }
}

impl KeptFacts {
    /// The bytes of what is kept.
    pub fn of_facts(kept: &facts::Extract<'_>) -> KeptFacts {
        Encoded::of(kept).cast()
    }

    /// What was kept; none where the bytes are not such.
    pub fn facts(&self) -> Option<facts::Extract<'_>> {
        postcard::from_bytes(self.bytes()).ok()
    }
}

impl<T: DeserializeOwned> Encoded<T> {
    /// The value; none where the bytes are not one.
    pub fn value(&self) -> Option<T> {
        postcard::from_bytes(self.bytes()).ok()
    }
}

/// A document's file that was parsed: its name, its digest, and what may be kept of it.
pub type Learned = (Arc<str>, Digest, Kept);

impl AsRef<Memo> for Memo {
    fn as_ref(&self) -> &Memo {
        self
    }
}

impl Memo {
    /// What was kept of a file with these bytes.
    pub fn kept(&self, file: &str, digest: Digest) -> Option<&Kept> {
        self.files.get(file).filter(|known| known.digest == digest).map(|known| &known.kept)
    }

    /// Takes over the stamps of files that were compared byte by byte, since they were too young to be
    /// believed, and turned out to be the same. Tells whether there were any.
    pub fn grow_up(&mut self, stamps: &[(Arc<str>, Stamp)], ledger: Option<&LedgerFile>) -> bool {
        let read = ledger.and_then(|read| Some((read.digest, read.stamp?)));
        let young = self.ledger.as_mut().filter(|known| known.stamp == Stamp::default()).zip(read);
        let young = young.filter(|(known, (digest, _))| known.digest == *digest);
        let mut has_grown = young.map(|(known, (_, stamp))| known.stamp = stamp).is_some();
        for (file, stamp) in stamps {
            let young = self.files.get_mut(file).filter(|known| known.stamp == Stamp::default());
            has_grown |= young.map(|known| known.stamp = *stamp).is_some();
        }
        has_grown
    }

    /// Takes back what the stamps of these files, and of those in these folders, tell: they are read again.
    pub fn forget(&mut self, names: &[String]) {
        for name in names {
            let is_in = |file: &str| {
                file.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            let own = self.files.iter_mut().filter(|(file, _)| is_in(file));
            own.for_each(|(_, known)| known.stamp = Stamp::default());
            self.ledger.iter_mut().filter(|_| is_in(LEDGER_FILE)).for_each(|known| known.stamp = Stamp::default());
        }
    }

    /// Takes out the files that are known. Whoever finds none finds that not all are.
    pub fn take_files(&mut self) -> Files {
        self.is_whole = false;
        std::mem::take(&mut self.files)
    }

    /// Takes in the files that are there now.
    pub fn put_files(&mut self, files: Files, sources: &Sources) {
        self.is_whole = sources.unread.is_empty();
        self.files = files;
    }

    /// The files that are there now, with what was learned of them, out of those that were there before. What is gone
    /// is forgotten.
    pub fn renewed(before: Files, sources: &Sources, learned: Vec<Learned>) -> Files {
        let assets = [&sources.assets, &sources.statics, &sources.theme_assets].into_iter().flatten();
        let assets = assets.map(|own| (Arc::clone(&own.file), own.digest, Kept::Asset(own.size, own.picture)));
        let mut fresh: Vec<Learned> = learned.into_iter().chain(assets).collect();
        fresh.sort_by(|one, other| one.0.cmp(&other.0));
        let others = [&sources.documents, &sources.messages, &sources.theme, &sources.signatures];
        let digests: FxHashMap<&str, Digest> =
            others.into_iter().flatten().map(|source| (source.file.as_ref(), source.digest)).collect();
        // All of them are in the order of the names.
        let mut fresh = fresh.into_iter().peekable();
        let mut before = before.into_iter().peekable();
        let mut same = sources.same.iter().peekable();
        let files = sources.stamps.iter().filter_map(|(file, stamp)| {
            while before.next_if(|(known, _)| known < file).is_some() {}
            while same.next_if(|(known, _)| known < file).is_some() {}
            while fresh.next_if(|(known, ..)| known < file).is_some() {}
            let old = before.next_if(|(known, _)| known == file).map(|(_, old)| (old.digest, old.kept));
            // One that could not be read has a stamp too, and is not what it was: nothing is known of it.
            let old = old.filter(|_| same.peek().is_some_and(|(same, _)| same == file));
            let own = fresh.next_if(|(known, ..)| known == file).map(|(_, digest, kept)| (digest, kept));
            let read = || digests.get(file.as_ref()).map(|digest| (*digest, Kept::Nothing));
            let (digest, kept) = own.or_else(read).or(old)?;
            Some((Arc::clone(file), FileMemo { stamp: *stamp, digest, kept }))
        });
        files.collect()
    }
}

impl Memo {
    /// A memo for a process that stays: it keeps documents' files as values too.
    pub fn staying() -> Memo {
        Memo { typed: Some(Typed::default()), ..Memo::default() }
    }
}

impl Known for Memo {
    fn file(&self, file: &str) -> Option<KnownFile> {
        let known = self.files.get(file).filter(|known| known.stamp != Stamp::default())?;
        let asset = match &known.kept {
            Kept::Nothing => return None,
            Kept::Facts(_) | Kept::Words(_) | Kept::Lock(_) => None,
            Kept::Asset(size, picture) => Some((*size, *picture)),
        };
        Some(KnownFile { stamp: known.stamp, digest: known.digest, asset })
    }

    fn ledger(&self) -> Option<(Stamp, Digest)> {
        let known = self.ledger.as_ref().filter(|known| known.stamp != Stamp::default())?;
        Some((known.stamp, known.digest))
    }
}

/// What of an entry is written down besides its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeptKind {
    /// [`Kept::Nothing`].
    Nothing,
    /// [`Kept::Facts`].
    Facts,
    /// [`Kept::Words`].
    Words,
    /// [`Kept::Lock`].
    Lock,
    /// [`Kept::Asset`].
    Asset(u64, Picture),
}

impl Kept {
    /// Its kind and its bytes.
    pub fn parts(&self) -> (KeptKind, &[u8]) {
        match self {
            Kept::Nothing => (KeptKind::Nothing, &[]),
            Kept::Facts(kept) => (KeptKind::Facts, kept.bytes()),
            Kept::Words(kept) => (KeptKind::Words, kept.bytes()),
            Kept::Lock(kept) => (KeptKind::Lock, kept.bytes()),
            Kept::Asset(size, picture) => (KeptKind::Asset(*size, *picture), &[]),
        }
    }

    /// The same again from its kind and some of these bytes.
    pub fn of_parts(kind: KeptKind, bytes: &Arc<Vec<u8>>, range: Range<usize>) -> Option<Kept> {
        Some(match kind {
            KeptKind::Nothing => Kept::Nothing,
            KeptKind::Facts => Kept::Facts(Encoded::within(bytes, range)?),
            KeptKind::Words => Kept::Words(Encoded::within(bytes, range)?),
            KeptKind::Lock => Kept::Lock(Encoded::within(bytes, range)?),
            KeptKind::Asset(size, picture) => Kept::Asset(size, picture),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_forgotten_by_its_name_and_by_that_of_its_folder() {
        let mut memo = Memo::default();
        let stamp = Stamp::of(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")))
            .expect("the crate's own file");
        for file in ["content/a", "content/a.md", "content/a/en.md", "content/b/a/en.md", "content/ab/en.md"] {
            let known = FileMemo { stamp, digest: Digest::default(), kept: Kept::Nothing };
            memo.files.insert(file.into(), known);
        }
        memo.forget(&["content/a".to_owned(), "content/ab/en.md".to_owned(), "content/c".to_owned()]);
        let forgotten = memo.files.iter().filter(|(_, known)| known.stamp == Stamp::default());
        let forgotten: Vec<&str> = forgotten.map(|(file, _)| file.as_ref()).collect();
        assert_eq!(forgotten, ["content/a", "content/a/en.md", "content/ab/en.md"]);
    }
}
