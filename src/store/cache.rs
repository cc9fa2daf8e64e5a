//! The folder `.warta/` below the site's root: what is known of the site from the last time, as one file.
//!
//! In: a [`Memo`]. Out: the same in another process. A file that is not whole, or of another program, is as
//! good as none, and so is a folder that cannot be written to: what was known is made anew then. Nothing in it
//! is needed to build the site, and it may be deleted at any time.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::manifest;
use super::tree::{Aside, Folder, Tree, Writing};
use super::whole;
use crate::digest::{Digest, Digesting};
use crate::model::canonical::TextDigests;
use crate::model::memo::{Encoded, FileMemo, Kept, KeptKind, KeptLedger, Memo, Table};
use crate::model::terms::Terms;
use crate::source::stamp::Stamp;

/// The folder, below the site's root.
const FOLDER: &str = ".warta";

/// The file, below the site's root.
pub const FILE: &str = ".warta/memo";

/// The file whose time of writing tells when the reading of the site began, by the clock of its disk.
const BEGUN: &str = ".warta/begun";

/// What stands before everything else: the form of the file.
const MARK: &[u8; 8] = b"warta-m7";

/// How many bytes a row of the tables mostly has.
const ROW: usize = 128;

/// What is known of a site, and when that was last read.
#[derive(Debug, Default)]
pub struct Cache {
    /// What is known.
    pub memo: Memo,
    /// What the last build wrote down of itself, for whoever made it.
    pub last: Option<Encoded<()>>,
    begun: Option<Stamp>,
    /// The digest of what was read; none where nothing could be used.
    before: Option<Digest>,
}

/// The file as it is written: tables first, then the bytes that they speak of.
#[derive(Serialize, Deserialize)]
struct Index<'a> {
    #[serde(borrow)]
    program: &'a str,
    #[serde(borrow)]
    files: Vec<FileRow<'a>>,
    #[serde(borrow)]
    texts: Vec<(&'a str, Digest, TextDigests)>,
    #[serde(borrow)]
    verdicts: Vec<LengthRow<'a>>,
    #[serde(borrow)]
    terms: Vec<LengthRow<'a>>,
    ledger: Option<LedgerRow>,
}

#[derive(Serialize, Deserialize)]
struct LedgerRow {
    /// None as of any file.
    stamp: Option<Stamp>,
    digest: Digest,
    length: u32,
}

/// A name, the digest of what was made of, and how many bytes of it are kept.
type LengthRow<'a> = (&'a str, Digest, u32);

#[derive(Serialize, Deserialize)]
struct FileRow<'a> {
    file: &'a str,
    /// None where the file was written so shortly before it was read that it may have been written again
    /// without a trace.
    stamp: Option<Stamp>,
    digest: Digest,
    kind: KeptKind,
    length: u32,
}

impl AsRef<Memo> for Cache {
    fn as_ref(&self) -> &Memo {
        &self.memo
    }
}

impl Cache {
    /// What is known of the site at `root`, for who will not keep more; none where there is no cache that can
    /// be used.
    pub fn known(root: &Path) -> Option<Memo> {
        read(Folder::at(root).read(FILE).ok().flatten()?).map(|(memo, ..)| memo)
    }

    /// Opens the cache of the site at `root`. Empty where there is none that can be used.
    pub fn open(root: &Path) -> Cache {
        Cache::begin(root).read(root)
    }

    /// An empty cache of the site at `root`, before the first of its files is looked at: their stamps are judged by
    /// when that was.
    pub fn begin(root: &Path) -> Cache {
        let folder = Folder::at(root);
        // A file of this name is somebody's: a tree would put its folder in the place of it.
        let has_place = folder.size(FOLDER).is_none();
        let begin = || folder.write(BEGUN, b"", Writing::InPlace).ok().and_then(|()| Stamp::of(&root.join(BEGUN)));
        Cache { begun: has_place.then(begin).flatten(), ..Cache::default() }
    }

    /// When it was begun, by the clock of the site's disk; none where nothing can be kept.
    pub fn begun(&self) -> Option<Stamp> {
        self.begun
    }

    /// The same with what is known of the site. Empty where there is nothing that can be used.
    pub fn read(self, root: &Path) -> Cache {
        let known = Folder::at(root).read(FILE).ok().flatten().and_then(read);
        let known = known.map(|(memo, last, digest)| (memo, last, Some(digest)));
        let (memo, last, before) = known.unwrap_or_default();
        Cache { memo, last, before, ..self }
    }

    /// Begins to write down what is known, but for what the last build writes down of itself: to be done while that
    /// build still writes. None where nothing can be kept.
    pub fn begin_saving(&self, root: &Path) -> Option<Saving> {
        let index = index(&self.memo, self.begun.as_ref()?);
        let length = length_of(&index);
        let mut saving = Saving { file: Folder::at(root).aside(FILE).ok()?, digesting: Digesting::default() };
        saving.file.add(MARK).ok()?;
        payload(&self.memo, (&length, &index)).try_for_each(|piece| saving.add(piece)).ok()?;
        Some(saving)
    }

    /// Writes down what is known, if that is not what was known before. That it cannot be written is no
    /// mistake of anybody's: the next time everything is made anew.
    pub fn save(&self, saving: Option<Saving>) {
        let Some(mut saving) = saving else { return };
        let is_whole = saving.add(self.last.as_ref().map_or(&[][..], Encoded::bytes)).is_ok();
        let digest = saving.digesting.digest();
        if is_whole && self.before != Some(digest) && saving.file.add(&digest.to_bytes()).is_ok() {
            let _ = saving.file.put();
        }
    }
}

/// The file on its way, with the digest of what is written.
#[derive(Debug)]
pub struct Saving {
    file: Aside,
    digesting: Digesting,
}

impl Saving {
    fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.digesting.add(bytes);
        self.file.add(bytes)
    }
}

/// The tables of the file.
fn index(memo: &Memo, begun: &Stamp) -> Encoded<()> {
    let verdicts = memo.verdicts.iter().map(|(id, (made_of, kept))| (id.as_ref(), *made_of, kept.bytes().len() as u32));
    let terms = memo.terms.iter().map(|(file, (made_of, kept))| (file.as_ref(), *made_of, kept.bytes().len() as u32));
    let settled = |stamp: &Stamp| Some(*stamp).filter(|stamp| stamp.is_settled(begun));
    let files = memo.files.iter().map(|(file, known)| {
        let (kind, bytes) = known.kept.parts();
        FileRow { file, stamp: settled(&known.stamp), digest: known.digest, kind, length: bytes.len() as u32 }
    });
    let program = manifest::program();
    let index = Index {
        program: &program,
        files: files.collect(),
        texts: memo.texts.iter().map(|(file, (made_of, digests))| (file.as_ref(), *made_of, *digests)).collect(),
        verdicts: verdicts.collect(),
        terms: terms.collect(),
        ledger: memo.ledger.as_ref().map(|KeptLedger { stamp, digest, lines }| LedgerRow {
            stamp: settled(stamp),
            digest: *digest,
            length: lines.bytes().len() as u32,
        }),
    };
    let rows = index.files.len() + index.texts.len() + index.verdicts.len() + index.terms.len();
    Encoded::of_about(&index, rows * ROW).cast()
}

/// How long the tables are, as it is written before them.
fn length_of(index: &Encoded<()>) -> [u8; 8] {
    (index.bytes().len() as u64).to_le_bytes()
}

/// What the digest is of, piece by piece, since all of it stands in memory already: the tables after their
/// length, and the bytes that they speak of in their order. What the last build wrote down of itself follows.
fn payload<'a>(memo: &'a Memo, (length, index): (&'a [u8; 8], &'a Encoded<()>)) -> impl Iterator<Item = &'a [u8]> {
    let files = memo.files.values().map(|known| known.kept.parts().1);
    let verdicts = memo.verdicts.values().map(|(_, kept)| kept.bytes());
    let terms = memo.terms.values().map(|(_, kept)| kept.bytes());
    let ledger = memo.ledger.iter().map(|known| known.lines.bytes());
    [&length[..], index.bytes()].into_iter().chain(files).chain(verdicts).chain(terms).chain(ledger)
}

/// Reads a cache, with the digest of it; none if it is not whole, or another program's.
fn read(bytes: Vec<u8>) -> Option<(Memo, Option<Encoded<()>>, Digest)> {
    let bytes = Arc::new(bytes);
    let (payload, digest) = whole::payload(&bytes, MARK)?;
    let (length, rest) = payload.split_at_checked(8)?;
    let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
    let index: Index<'_> = postcard::from_bytes(rest.get(..length)?).ok()?;
    if index.program != manifest::program() {
        return None;
    }
    let Index { files, texts, verdicts, terms, ledger, .. } = index;
    // What a table speaks of begins where that of the one before it ends.
    let of_files = MARK.len() + 8 + length;
    let of_verdicts = of_files + files.iter().map(|row| row.length as usize).sum::<usize>();
    let of_terms = of_verdicts + length_of_all(&verdicts);
    let of_ledger = of_terms + length_of_all(&terms);
    let of_last = of_ledger + ledger.as_ref().map_or(0, |row| row.length as usize);
    let file = |row: &FileRow<'_>, at: Range<usize>| {
        let kept = Kept::of_parts(row.kind, &bytes, at)?;
        let known = FileMemo { stamp: row.stamp.unwrap_or_default(), digest: row.digest, kept };
        Some((row.file.into(), known))
    };
    let text = |(file, made_of, digests): &(&str, Digest, TextDigests)| ((*file).into(), (*made_of, *digests));
    let verdict = |row: &LengthRow<'_>, at: Range<usize>| {
        let (id, made_of, _) = *row;
        Some((id.into(), (made_of, Encoded::within(&bytes, at)?)))
    };
    let term = |row: &LengthRow<'_>, at: Range<usize>| {
        let (file, made_of, _) = *row;
        Some((file.into(), (made_of, Terms::of_bytes(Encoded::within(&bytes, at)?))))
    };
    // There are about as many files as of the others together.
    let (files, (texts, verdicts, terms)) = rayon::join(
        || table(&files, of_files, |row| row.length, file),
        || {
            let verdicts = table(&verdicts, of_verdicts, |(.., length)| *length, verdict);
            (texts.iter().map(text).collect(), verdicts, table(&terms, of_terms, |(.., length)| *length, term))
        },
    );
    let ledger = match ledger {
        Some(LedgerRow { stamp, digest, .. }) => {
            let lines = Encoded::within(&bytes, of_ledger..of_last)?;
            Some(KeptLedger { stamp: stamp.unwrap_or_default(), digest, lines })
        }
        None => None,
    };
    let memo = Memo { files: files?, texts, verdicts: verdicts?, terms: terms?, ledger, ..Memo::default() };
    let end = bytes.len() - whole::DIGEST;
    if of_last > end {
        return None;
    }
    let last = (of_last < end).then(|| Encoded::within(&bytes, of_last..end)).flatten();
    Some((memo, last, digest))
}

fn length_of_all(rows: &[LengthRow<'_>]) -> usize {
    rows.iter().map(|(.., length)| *length as usize).sum()
}

/// What is known by name, out of rows, each of which speaks of as many bytes as it says, the first of those from `at` on.
fn table<R, T>(
    rows: &[R],
    mut at: usize,
    length: impl Fn(&R) -> u32,
    entry: impl Fn(&R, Range<usize>) -> Option<(Arc<str>, T)>,
) -> Option<Table<T>> {
    let mut table = Table::with_capacity_and_hasher(rows.len(), Default::default());
    for row in rows {
        let end = at + length(row) as usize;
        let (name, known) = entry(row, at..end)?;
        table.insert(name, known);
        at = end;
    }
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::picture::Picture;

    fn memo() -> Memo {
        let mut memo = Memo::default();
        let known =
            FileMemo { stamp: Stamp::default(), digest: Digest::of_bytes(b"a"), kept: Kept::Asset(7, Picture::NONE) };
        memo.files.insert("static/a.svg".into(), known);
        memo.verdicts.insert("pages/a".into(), (Digest::of_bytes(b"b"), Encoded::of(&1_u8).cast()));
        let lines = Encoded::of(&2_u8).cast();
        memo.ledger = Some(KeptLedger { stamp: Stamp::default(), digest: Digest::of_bytes(b"c"), lines });
        memo
    }

    #[test]
    fn a_cache_reads_back_and_one_that_is_not_whole_is_none() {
        let memo = memo();
        let index = index(&memo, &Stamp::default());
        let length = length_of(&index);
        let payload: Vec<&[u8]> = payload(&memo, (&length, &index)).collect();
        let digest = Digest::of_bytes(&payload.concat()).to_bytes();
        let bytes = [&MARK[..], &payload.concat(), &digest].concat();
        let (again, ..) = read(bytes.clone()).expect("it was just written");
        assert_eq!(again.files["static/a.svg"].digest, Digest::of_bytes(b"a"));
        assert_eq!(again.verdicts["pages/a"].1.bytes(), memo.verdicts["pages/a"].1.bytes());
        let ledger = |memo: &Memo| memo.ledger.as_ref().map(|known| (known.digest, known.lines.bytes().to_vec()));
        assert_eq!((ledger(&again), ledger(&memo).is_some()), (ledger(&memo), true));
        for at in 0..bytes.len() {
            assert!(read(bytes[..at].to_vec()).is_none(), "cut off at {at}");
            let mut wrong = bytes.clone();
            wrong[at] ^= 0x10;
            assert!(read(wrong).is_none(), "a bit is another at {at}");
        }
        assert!(read([bytes, vec![0]].concat()).is_none(), "longer than it was");
    }
}
