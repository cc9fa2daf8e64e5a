//! Walks the site's folders and reads what is in them, in parallel.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::folders::{Below, Folders};
use super::picture::Picture;
use super::stamp::{Again, Known, KnownFile, Nothing, Stamp};
use super::stamps::Stamps;
use super::walk::{Found, real, walk};
use super::{Asset, Content, Home, LEDGER_FILE, LedgerFile, SETTINGS_FILE, Source, Sources, TEXT_LIMIT, decode};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::digest::Digest;
use crate::share;

/// Reads the settings' file of the site at `root`; none if there is no such file.
pub fn settings(root: &Path) -> io::Result<Reported<Option<Source>>> {
    let file: Arc<str> = SETTINGS_FILE.into();
    let path = root.join(SETTINGS_FILE);
    if real(&path).is_ok_and(|target| real(root).is_ok_and(|root| !target.starts_with(root))) {
        return Ok(Reported::new(None, vec![Diagnostic::new(&codes::LINK_LEAVES_SITE, Place::start_of(&file))]));
    }
    match read(&path) {
        Ok(bytes) => Ok(decode(&file, bytes).map(|text| text.map(|text| Source::new(file, text)))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Reported::clean(None)),
        Err(error) => Err(error),
    }
}

/// Reads the site at `root`: `content/`, `static/`, `i18n/` and the folder of `theme`, as far as
/// they exist. What `known` knows of an unchanged file is taken over, and the file is not read. Files whose name begins with a dot are left alone, except below `static/`; so are
/// editors' copies (`name~`). A link that leaves the site, a file that cannot be read, or is too
/// large or not UTF-8, is a diagnostic, and the rest is read all the same.
pub fn folder(root: &Path, theme: &str, known: &dyn Known) -> io::Result<Reported<Sources>> {
    read_walked(root, walked(root, theme, &Folders::default())?, known)
}

/// The files of a site, found and not read yet.
#[derive(Debug)]
pub struct Walked {
    real_root: PathBuf,
    found: Vec<Found>,
    said: Vec<Diagnostic>,
    folders: Folders,
}

impl Walked {
    /// Hands out what was found in folders, to be remembered.
    pub fn take_folders(&mut self) -> Folders {
        std::mem::take(&mut self.folders)
    }
}

/// Finds the files that [`folder`] reads. Nothing need be known of them for that: what is can be fetched meanwhile.
/// A folder that is as it was `before` is not listed again.
pub fn walked(root: &Path, theme: &str, before: &Folders) -> io::Result<Walked> {
    let real_root = real(root)?;
    let theme_folder = format!("themes/{theme}");
    let tops = ["content", "static", "i18n", "signatures", &theme_folder];
    let tops: Vec<Reported<Below>> = tops.par_iter().map(|top| walk((root, &real_root), top, before)).collect();
    let mut said = Vec::new();
    let all = Below::default().with(tops.into_iter().map(|below| below.take(&mut said)).collect());
    Ok(Walked { real_root, found: all.found, said, folders: all.folders.into_iter().collect() })
}

/// Reads what was found, as [`folder`] does.
pub fn read_walked(root: &Path, walked: Walked, known: &dyn Known) -> io::Result<Reported<Sources>> {
    let Walked { real_root, mut found, mut said, .. } = walked;
    let (read, ledger): (Vec<_>, _) = rayon::join(
        || {
            // In order from here on.
            found.par_sort_unstable_by(|one, other| one.file.cmp(&other.file));
            let found = found.into_par_iter().with_max_len(share::FILES);
            found.map_init(Stamps::default, |stamps, found| load(found, known, stamps)).collect()
        },
        || ledger((root, &real_root), known),
    );
    let mut sources = Sources { ledger: ledger?.take(&mut said), ..Sources::default() };
    sort_in(&mut sources, read, &mut said);
    sources.sort();
    Ok(Reported::new(sources, said))
}

/// Reads these files of the site, which were there before, and the ledger, unless that is known. None where one of
/// them is not there, is no plain file, or cannot be read: the whole site has to be walked then.
pub fn some(root: &Path, files: &[Arc<str>], known: &dyn Known) -> Option<Reported<Sources>> {
    let Reported { value: mut sources, mut said } = these(root, files)?;
    sources.ledger = ledger((root, &real(root).ok()?), known).ok()?.take(&mut said);
    Some(Reported::new(sources, said))
}

/// The same without the ledger, which is as large as all texts of a small site.
pub fn these(root: &Path, files: &[Arc<str>]) -> Option<Reported<Sources>> {
    let found: Option<Vec<Found>> = files
        .iter()
        .map(|file| {
            let path = root.join(file.as_ref());
            let is_plain = path.symlink_metadata().is_ok_and(|meta| meta.is_file());
            Some(Found { file: Arc::clone(file), path, home: Home::of(file).filter(|_| is_plain)? })
        })
        .collect();
    let load = |found| load(found, &Nothing, &mut Stamps::default());
    let read: Vec<_> = found?.into_par_iter().map(load).collect();
    if read.iter().any(|(_, stamp, loaded)| stamp.is_none() || matches!(loaded.value, Loaded::Unread(..))) {
        return None;
    }
    let (mut sources, mut said) = (Sources::default(), Vec::new());
    sort_in(&mut sources, read, &mut said);
    Some(Reported::new(sources, said))
}

/// A file that is handed on as it is, of which all is known: digest, size and what it is as a picture.
pub fn asset(root: &Path, file: &Arc<str>, (digest, size, picture): (Digest, u64, Picture)) -> Asset {
    Asset { file: Arc::clone(file), content: Content::Disk(root.join(file.as_ref())), digest, size, picture }
}

/// Sorts what was read into the lists of the site.
fn sort_in(sources: &mut Sources, read: Vec<(Arc<str>, Option<Stamp>, Reported<Loaded>)>, said: &mut Vec<Diagnostic>) {
    for (file, stamp, loaded) in read {
        sources.stamps.extend(stamp.map(|stamp| (file, stamp)));
        match loaded.take(said) {
            Loaded::Same(file, digest) => sources.same.push((file, digest)),
            Loaded::Text(Home::Document, source) => sources.documents.push(source),
            Loaded::Text(Home::Message, source) => sources.messages.push(source),
            Loaded::Text(Home::Signature, source) => sources.signatures.push(source),
            Loaded::Text(_, source) => sources.theme.push(source),
            Loaded::Asset(asset) => sources.add_asset(asset),
            Loaded::Unread(Home::Document, file) => sources.unread.push(file),
            Loaded::Unread(..) => {}
        }
    }
}

/// Reads the ledger, unless it is known; none if there is none. It has no size limit: it grows with every release.
fn ledger((root, real_root): (&Path, &Path), known: &dyn Known) -> io::Result<Reported<Option<LedgerFile>>> {
    let file: Arc<str> = LEDGER_FILE.into();
    let path = root.join(LEDGER_FILE);
    let none = |said| Ok(Reported::new(None, vec![said]));
    if real(&path).is_ok_and(|target| !target.starts_with(real_root)) {
        return none(Diagnostic::new(&codes::LINK_LEAVES_SITE, Place::start_of(&file)));
    }
    // The stamp is taken first: what is written meanwhile has another.
    let stamp = Stamp::of(&path);
    if let Some((_, digest)) = known.ledger().filter(|(known, _)| stamp == Some(*known)) {
        return Ok(Reported::clean(Some(LedgerFile { file, digest, stamp, source: None })));
    }
    match read(&path) {
        Ok(bytes) => Ok(decode(&file, bytes)
            .map(|text| text.map(|text| LedgerFile::read(Source::new(Arc::clone(&file), text), stamp)))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Reported::clean(None)),
        Err(error) => {
            none(Diagnostic::new(&codes::UNREADABLE, Place::start_of(&file)).with("reason", error.to_string()))
        }
    }
}

/// Reads one file of the site again, to print the lines of a diagnostic; none if it cannot be read.
pub fn again(root: &Path, file: &str) -> Option<String> {
    read(&root.join(file)).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The files of a site, to read one of them once more.
#[derive(Debug, Clone)]
pub struct Files {
    /// The site's folder.
    pub root: PathBuf,
}

impl Again for Files {
    fn source(&self, file: &Arc<str>, digest: Digest) -> Option<Source> {
        let bytes = read(&self.root.join(file.as_ref())).ok()?;
        let source = Source::new(Arc::clone(file), decode(file, bytes).value?);
        (source.digest == digest).then_some(source)
    }
}

/// Reads a file that need not be part of the site: a text to verify.
pub fn outside(path: &Path) -> io::Result<Vec<u8>> {
    read(path)
}

/// Where a path leads once links, `.` and `..` are followed. What does not exist yet is taken as it is
/// written.
pub fn resolved(path: &Path) -> PathBuf {
    let mut rest = Vec::new();
    for above in path.ancestors() {
        if let Ok(found) = real(above) {
            return rest.into_iter().rev().fold(found, step);
        }
        rest.extend(above.components().next_back());
    }
    rest.into_iter().rev().fold(PathBuf::new(), step)
}

fn step(mut path: PathBuf, part: Component<'_>) -> PathBuf {
    match part {
        Component::CurDir => {}
        Component::ParentDir => {
            path.pop();
        }
        part => path.push(part),
    }
    path
}

/// Finds the nearest folder, from `start` upwards, that holds a `warta.yaml`.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(SETTINGS_FILE).is_file()).map(Path::to_path_buf)
}

enum Loaded {
    Text(Home, Source),
    /// A document's file that is as it was.
    Same(Arc<str>, Digest),
    Asset(Asset),
    /// There, and not read: a diagnostic said why.
    Unread(Home, Arc<str>),
}

/// Reads a file, unless it is known. The stamp is taken first: what is written meanwhile has another.
fn load(found: Found, known: &dyn Known, stamps: &mut Stamps) -> (Arc<str>, Option<Stamp>, Reported<Loaded>) {
    let file = Arc::clone(&found.file);
    // Of a file that nobody knows it is taken once that is open, which saves the system the way to it.
    let known = known.file(&file);
    let stamp = known.as_ref().and_then(|_| stamps.of(&found.path));
    let same = known.filter(|known| stamp == Some(known.stamp));
    let loaded = match (same, found.home) {
        (Some(KnownFile { digest, asset: None, .. }), Home::Document) => {
            Reported::clean(Loaded::Same(found.file, digest))
        }
        (Some(KnownFile { digest, asset: Some((size, picture)), .. }), _) => {
            let content = Content::Disk(found.path);
            Reported::clean(Loaded::Asset(Asset { file: found.file, content, digest, size, picture }))
        }
        _ => {
            let (stamp, loaded) = read_found(found);
            return (file, stamp, loaded);
        }
    };
    (file, stamp, loaded)
}

fn read_found(found: Found) -> (Option<Stamp>, Reported<Loaded>) {
    let opened = open(&found.path);
    let stamp = opened.as_ref().ok().and_then(Stamp::of_open);
    (stamp, read_opened(found, opened, stamp.map_or(0, |stamp| stamp.size())))
}

fn read_opened(found: Found, opened: io::Result<File>, size: u64) -> Reported<Loaded> {
    let is_text = matches!(found.home, Home::Document | Home::Message | Home::ThemeText | Home::Signature);
    let unread = |said| Reported::new(Loaded::Unread(found.home, Arc::clone(&found.file)), vec![said]);
    if is_text && size > TEXT_LIMIT {
        let said = Diagnostic::new(&codes::FILE_TOO_LARGE, Place::start_of(&found.file));
        return unread(said.with("size", size.to_string()).with("limit", TEXT_LIMIT.to_string()));
    }
    let bytes = match opened.and_then(|file| whole(file, size)) {
        Ok(bytes) => bytes,
        Err(error) => {
            let said = Diagnostic::new(&codes::UNREADABLE, Place::start_of(&found.file));
            return unread(said.with("reason", error.to_string()));
        }
    };
    if is_text {
        return decode(&found.file, bytes).map(|text| match text {
            Some(text) => Loaded::Text(found.home, Source::new(found.file, text)),
            None => Loaded::Unread(found.home, found.file),
        });
    }
    let asset = Asset {
        digest: Digest::of_bytes(&bytes),
        size: bytes.len() as u64,
        picture: Picture::read(&found.file, &bytes),
        file: found.file,
        content: Content::Disk(found.path),
    };
    Reported::clean(Loaded::Asset(asset))
}

#[expect(clippy::disallowed_methods, reason = "source is the one reader of disk")]
fn read(path: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(path)
}

fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Reads a file of about this size. The library asks the system twice more for each file: how large it is, and
/// whether that was all.
fn whole(mut file: impl Read, size: u64) -> io::Result<Vec<u8>> {
    let size = usize::try_from(size).unwrap_or(usize::MAX - 1);
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(size + 1).map_err(io::Error::from)?;
    bytes.resize(size + 1, 0);
    let mut length = 0;
    loop {
        match file.read(&mut bytes[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
        // There was room for more, and there was no more.
        if length == size {
            break;
        }
        if length == bytes.len() {
            bytes.resize(length * 2, 0);
        }
    }
    bytes.truncate(length);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a text in pieces of so many bytes.
    struct Pieces<'a>(&'a [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let length = room.len().min(self.1).min(self.0.len());
            let (given, rest) = self.0.split_at(length);
            room[..length].copy_from_slice(given);
            self.0 = rest;
            Ok(length)
        }
    }

    #[test]
    fn a_file_is_read_whole_whatever_it_was_said_to_have() {
        let text = b"a text of some bytes";
        for said in [0, 1, text.len() - 1, text.len() + 1, 500] {
            assert_eq!(whole(Pieces(text, 500), said as u64).unwrap(), text, "{said}");
        }
        // What comes in pieces ends where nothing more comes, or where it was said to end.
        for pieces in [1, 3, 7, 500] {
            assert_eq!(whole(Pieces(text, pieces), text.len() as u64).unwrap(), text);
            assert_eq!(whole(Pieces(text, pieces), 500).unwrap(), text);
            assert_eq!(whole(Pieces(b"", pieces), 0).unwrap(), b"");
        }
    }
}
