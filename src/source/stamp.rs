//! Whether a file is still the one that was read: its stamp, which the system tells without reading it.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Source;
use super::picture::Picture;
use crate::digest::Digest;

/// What the system tells of a file: size, both times, and which file it is. A file that was written,
/// replaced or renamed has another, but for one that is written twice within the grain of the clock
/// ([`Stamp::is_settled`]).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    size: u64,
    /// Seconds and nanoseconds since 1970.
    modified: (i64, u32),
    /// The same of the last change of any kind, which no program can set; zero where the system has none.
    changed: (i64, u32),
    inode: u64,
}

/// How coarse the clock of a file system may be: that of FAT counts in steps of two seconds.
const GRAIN_SECONDS: i64 = 2;

impl Stamp {
    /// The stamp of the file at a path, links followed; none where the system tells none.
    pub fn of(path: &Path) -> Option<Stamp> {
        metadata(path).map(|meta| Stamp::from_metadata(&meta))
    }

    /// The stamp of a file that is open; none where the system tells none.
    pub(super) fn of_open(file: &std::fs::File) -> Option<Stamp> {
        file.metadata().ok().map(|meta| Stamp::from_metadata(&meta))
    }

    /// The size in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether a later writing of the file would have given it another stamp: it was written last well
    /// before `read`, a stamp of the same file system from when the reading began. Git calls an entry
    /// that is not so *racily clean* (Documentation/technical/racy-git). A file from the future is never
    /// settled.
    pub fn is_settled(&self, read: &Stamp) -> bool {
        let latest = self.modified.0.max(self.changed.0);
        latest.saturating_add(GRAIN_SECONDS) < read.modified.0
    }

    #[cfg(unix)]
    fn from_metadata(meta: &std::fs::Metadata) -> Stamp {
        use std::os::unix::fs::MetadataExt;
        let nanos = |nanos: i64| u32::try_from(nanos).unwrap_or_default();
        Stamp {
            size: meta.len(),
            modified: (meta.mtime(), nanos(meta.mtime_nsec())),
            changed: (meta.ctime(), nanos(meta.ctime_nsec())),
            inode: meta.ino(),
        }
    }

    /// The same from an answer of the system of its own kind.
    #[cfg(target_os = "linux")]
    pub(super) fn from_statx(told: &rustix::fs::Statx) -> Stamp {
        Stamp {
            size: told.stx_size,
            modified: (told.stx_mtime.tv_sec, told.stx_mtime.tv_nsec),
            changed: (told.stx_ctime.tv_sec, told.stx_ctime.tv_nsec),
            inode: told.stx_ino,
        }
    }

    #[cfg(not(unix))]
    fn from_metadata(meta: &std::fs::Metadata) -> Stamp {
        let since = meta.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        let modified = since.map_or((0, 0), |since| (since.as_secs() as i64, since.subsec_nanos()));
        Stamp { size: meta.len(), modified, changed: (0, 0), inode: 0 }
    }
}

fn metadata(path: &Path) -> Option<std::fs::Metadata> {
    std::fs::metadata(path).ok()
}

/// What is known of a file that was read before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownFile {
    /// Which file it was.
    pub stamp: Stamp,
    /// The digest of its bytes.
    pub digest: Digest,
    /// Of a file that is handed on as it is: its size, and what it is as a picture.
    pub asset: Option<(u64, Picture)>,
}

/// Who knows files from before.
pub trait Known: Sync {
    /// What is known of this file, as long as it has its stamp; none where it has to be read whatever that is.
    fn file(&self, file: &str) -> Option<KnownFile>;

    /// The stamp of the ledger and the digest of its bytes, likewise.
    fn ledger(&self) -> Option<(Stamp, Digest)> {
        None
    }
}

/// Nothing is known.
#[derive(Debug, Clone, Copy)]
pub struct Nothing;

impl Known for Nothing {
    fn file(&self, _: &str) -> Option<KnownFile> {
        None
    }
}

/// Who can give the text of a file once more.
pub trait Again: Send + Sync {
    /// The file, if its bytes still have this digest.
    fn source(&self, file: &Arc<str>, digest: Digest) -> Option<Source>;
}
