//! A place for files: a folder, memory, or nothing at all.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::sizes::Sizes;

/// A place for files. Names are relative, with `/` between folders.
pub trait Tree: Send + Sync {
    /// A file's bytes; none if there is no such file.
    fn read(&self, file: &str) -> io::Result<Option<Vec<u8>>>;

    /// Writes a file, with the folders it needs. `how` says whether readers may be looking.
    fn write(&self, file: &str, bytes: &[u8], how: Writing) -> io::Result<()>;

    /// Removes a file, and the folders that become empty by it. One that is not there is no error.
    fn remove(&self, file: &str) -> io::Result<()>;

    /// Whether a file is there, and how large it is.
    fn size(&self, file: &str) -> Option<u64>;

    /// Asks for the sizes of many files, those of a folder one after another.
    fn sizes(&self) -> Box<dyn Sizes + '_> {
        Box::new(|file: &str| self.size(file))
    }

    /// Whether nothing is there.
    fn is_empty(&self) -> io::Result<bool>;
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// Under another name, then renamed: a reader sees the old bytes or the new ones.
    ByRename,
    /// In place: nobody looks yet.
    InPlace,
}

/// A folder on disk.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder at this path, which need not be there yet.
    pub fn at(root: impl Into<PathBuf>) -> Folder {
        Folder { root: root.into() }
    }

    /// Its path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn path(&self, file: &str) -> io::Result<PathBuf> {
        // The last door before the disk: nothing above makes such a name, and nothing gets past here.
        let leaves = file.split('/').any(|part| part.is_empty() || matches!(part, "." | "..")) || file.contains('\\');
        match leaves {
            true => Err(io::Error::new(ErrorKind::InvalidInput, format!("{file:?} leaves the output folder"))),
            false => Ok(self.root.join(file)),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "store is the one writer of disk, and reads back what it wrote")]
impl Tree for Folder {
    fn read(&self, file: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path(file)?) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn write(&self, file: &str, bytes: &[u8], how: Writing) -> io::Result<()> {
        let path = self.path(file)?;
        let put = |path: &Path| match how {
            Writing::InPlace => fs::write(path, bytes),
            Writing::ByRename => by_rename(path, |aside| fs::write(aside, bytes)),
        };
        // Most folders are there already: asking first would cost a call for every file.
        match put(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                fs::create_dir_all(path.parent().unwrap_or(&self.root))?;
                put(&path)
            }
            // What was a page's file is now a folder, or the other way round.
            Err(error) if matches!(error.kind(), ErrorKind::NotADirectory | ErrorKind::IsADirectory) => {
                self.clear_way(file)?;
                fs::create_dir_all(path.parent().unwrap_or(&self.root))?;
                put(&path)
            }
            other => other,
        }
    }

    fn remove(&self, file: &str) -> io::Result<()> {
        let path = self.path(file)?;
        match fs::remove_file(&path) {
            Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Err(error),
            _ => {}
        }
        let above =
            path.ancestors().skip(1).take_while(|folder| *folder != self.root && folder.starts_with(&self.root));
        for folder in above {
            // The first that is not empty ends it.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    fn size(&self, file: &str) -> Option<u64> {
        let meta = fs::symlink_metadata(self.path(file).ok()?).ok()?;
        meta.is_file().then_some(meta.len())
    }

    #[cfg(target_os = "linux")]
    fn sizes(&self) -> Box<dyn Sizes + '_> {
        Box::new(super::sizes::ByFolder::of(self))
    }

    fn is_empty(&self) -> io::Result<bool> {
        match fs::read_dir(&self.root) {
            Ok(mut entries) => Ok(entries.next().is_none()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
            Err(error) => Err(error),
        }
    }
}

impl Folder {
    /// Begins to write a file of many pieces, under another name and in a folder that is there.
    pub fn aside(&self, file: &str) -> io::Result<Aside> {
        let path = self.path(file)?;
        let aside = aside_of(&path);
        let out = io::BufWriter::with_capacity(1 << 16, fs::File::create(&aside)?);
        Ok(Aside { path, aside: Some(aside), out })
    }

    /// Removes a file that stands where a folder has to be, or an empty folder where a file has to be.
    #[expect(clippy::disallowed_methods, reason = "store is the one writer of disk")]
    fn clear_way(&self, file: &str) -> io::Result<()> {
        for (at, _) in file.match_indices('/') {
            let above = self.root.join(&file[..at]);
            if fs::symlink_metadata(&above).is_ok_and(|meta| meta.is_file()) {
                fs::remove_file(above)?;
            }
        }
        match fs::remove_dir(self.root.join(file)) {
            Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Err(error),
            _ => Ok(()),
        }
    }
}

/// A file that is written under another name. One that is not put in its place is removed.
#[derive(Debug)]
pub struct Aside {
    path: PathBuf,
    /// Its name meanwhile; none once it is in its place.
    aside: Option<PathBuf>,
    out: io::BufWriter<fs::File>,
}

impl Aside {
    /// Writes the bytes that follow.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Puts it in its place: a reader sees the old bytes or the new ones.
    #[expect(clippy::disallowed_methods, reason = "store is the one writer of disk")]
    pub fn put(mut self) -> io::Result<()> {
        self.out.flush()?;
        match self.aside.take() {
            Some(aside) => fs::rename(&aside, &self.path).inspect_err(|_| self.aside = Some(aside)),
            None => Ok(()),
        }
    }
}

impl Drop for Aside {
    #[expect(clippy::disallowed_methods, reason = "store is the one writer of disk")]
    fn drop(&mut self) {
        // The half-written copy is of no use to anyone; that it cannot be removed changes nothing.
        self.aside.iter().for_each(|aside| drop(fs::remove_file(aside)));
    }
}

/// The name under which a file is written before it is put in its place.
pub(super) fn aside_of(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".new");
    path.with_file_name(name)
}

/// Writes a file under another name, and renames it.
#[expect(clippy::disallowed_methods, reason = "store is the one writer of disk")]
fn by_rename(path: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let aside = aside_of(path);
    let put = write(&aside).and_then(|()| fs::rename(&aside, path));
    if put.is_err() {
        // The half-written copy is of no use to anyone; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&aside);
    }
    put
}

/// Memory: for tests, and for comparing two builds.
#[derive(Debug, Default)]
pub struct Memory {
    // A lock below `serve`, and the only one: the trait writes from many threads, and memory has no
    // file system to keep them apart.
    files: std::sync::Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// Every file with its bytes.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.lock().clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Tree for Memory {
    fn read(&self, file: &str) -> io::Result<Option<Vec<u8>>> {
        Ok(self.lock().get(file).cloned())
    }

    fn write(&self, file: &str, bytes: &[u8], _: Writing) -> io::Result<()> {
        self.lock().insert(file.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn remove(&self, file: &str) -> io::Result<()> {
        self.lock().remove(file);
        Ok(())
    }

    fn size(&self, file: &str) -> Option<u64> {
        self.lock().get(file).map(|bytes| bytes.len() as u64)
    }

    fn is_empty(&self) -> io::Result<bool> {
        Ok(self.lock().is_empty())
    }
}
