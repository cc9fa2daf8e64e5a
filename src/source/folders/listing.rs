//! The walk by listings, each folder from the one above it.

use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, RawDir, Statx, StatxFlags, openat, statfs, statx};

use super::{Below, Folders, Listed};
use crate::source::Home;
use crate::source::stamp::Stamp;
use crate::source::walk::{Found, is_odd, is_passed_over};

/// File systems of this machine that give a folder another time whenever a name in it changes: ext2 to ext4, XFS,
/// Btrfs, F2FS, ZFS and memory. Those of other machines and those that lie over others may change behind its back.
const TIMED: [u32; 6] = [0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x2FC1_2FC1, 0x0102_1994];

/// The longest name, with all folders above it. The plain walk cannot go further than the system's paths.
const LONGEST: usize = 500;

/// How many folders at least are walked in one go: to ask for one takes less than to share the work.
const FEW: usize = 16;

/// Room for the names of some hundred files.
const ROOM: usize = 1 << 15;

/// What is asked of a folder.
const WANTED: StatxFlags = StatxFlags::BASIC_STATS;

/// The files below a folder of the site, told by what folders held before as far as they are as they were. None where
/// anything is out of the ordinary, or cannot be told so.
pub(in crate::source) fn below(root: &Path, top: &str, before: &Folders) -> Option<Below> {
    let is_timed = statfs(root).is_ok_and(|told| TIMED.contains(&(told.f_type as u32)));
    let site = is_timed.then(|| openat(CWD, root, way(), Mode::empty()).ok()).flatten()?;
    let told = statx(&site, "", AtFlags::EMPTY_PATH, WANTED).ok()?;
    let walk = Walk { root, top, before, device: (told.stx_dev_major, told.stx_dev_minor) };
    walk.below(Folder { above: site.as_fd(), name: top, file: top.to_owned() })
}

/// How a folder is opened to ask for what is in it.
fn way() -> OFlags {
    OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC
}

struct Walk<'a> {
    root: &'a Path,
    top: &'a str,
    before: &'a Folders,
    /// That of the site: another file system may be of another kind.
    device: (u32, u32),
}

/// A folder: the one that it is asked for from, its name there, and that from the site's root.
struct Folder<'a> {
    above: BorrowedFd<'a>,
    name: &'a str,
    file: String,
}

impl Walk<'_> {
    fn below(&self, folder: Folder<'_>) -> Option<Below> {
        let (open, listed) = self.listed(&folder)?;
        let mut below = Below::default();
        let names = || listed.names.lines();
        let at = |name: &str| [&folder.file, "/", name].concat();
        for name in names().filter(|name| !name.ends_with('/')) {
            below.found.push(self.found(at(name))?);
        }
        let folders: Vec<&str> = names().filter_map(|name| name.strip_suffix('/')).collect();
        if !folders.is_empty() {
            let open = open.or_else(|| self.open(&folder, way()))?;
            let inside = |name: &&str| self.below(Folder { above: open.as_fd(), name, file: at(name) });
            let parts: Option<Vec<Below>> = folders.par_iter().with_min_len(FEW).map(inside).collect();
            below = below.with(parts?);
        }
        below.folders.push((folder.file.into(), listed));
        Some(below)
    }

    /// What a folder holds, from the last time if it is the same; open if it had to be.
    fn listed(&self, folder: &Folder<'_>) -> Option<(Option<OwnedFd>, Listed)> {
        if let Some(listed) = self.before.0.get(folder.file.as_str()) {
            let told = statx(folder.above, folder.name, self.links(folder), WANTED).ok()?;
            if self.stamp(&told)? == listed.stamp {
                return Some((None, listed.clone()));
            }
        }
        let open = self.open(folder, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC)?;
        // Before it is listed: what is added meanwhile gives it another.
        let stamp = self.stamp(&statx(&open, "", AtFlags::EMPTY_PATH, WANTED).ok()?)?;
        let names = list(&open, self.top)?;
        Some((Some(open), Listed { stamp, names }))
    }

    /// The stamp of a folder of the site's own file system.
    fn stamp(&self, told: &Statx) -> Option<Stamp> {
        let is_folder = FileType::from_raw_mode(told.stx_mode.into()) == FileType::Directory;
        let is_here = (told.stx_dev_major, told.stx_dev_minor) == self.device;
        (is_folder && is_here).then(|| Stamp::from_statx(told))
    }

    fn open(&self, folder: &Folder<'_>, how: OFlags) -> Option<OwnedFd> {
        let links = if self.links(folder).is_empty() { OFlags::empty() } else { OFlags::NOFOLLOW };
        openat(folder.above, folder.name, how | links, Mode::empty()).ok()
    }

    /// The site's own folders may be links; where those lead was looked at.
    fn links(&self, folder: &Folder<'_>) -> AtFlags {
        if folder.name == self.top { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW }
    }

    fn found(&self, file: String) -> Option<Found> {
        let home = Home::of(&file).filter(|_| file.len() <= LONGEST)?;
        let mut path = PathBuf::with_capacity(self.root.as_os_str().len() + 1 + file.len());
        path.extend([self.root, Path::new(&file)]);
        Some(Found { file: file.into(), path, home })
    }
}

/// The names in a folder, as [`Listed`] has them; none where one is out of the ordinary.
fn list(open: &OwnedFd, top: &str) -> Option<Box<str>> {
    let mut room = Vec::with_capacity(ROOM);
    let mut entries = RawDir::new(open, room.spare_capacity_mut());
    let mut names = String::new();
    while let Some(entry) = entries.next() {
        let entry = entry.ok()?;
        let name = entry.file_name().to_str().ok()?;
        let end = match entry.file_type() {
            _ if matches!(name, "." | "..") => continue,
            FileType::RegularFile => "\n",
            FileType::Directory => "/\n",
            _ => return None,
        };
        if is_odd(name) {
            return None;
        }
        if !is_passed_over(name, top) {
            names.push_str(name);
            names.push_str(end);
        }
    }
    let mut sorted: Vec<&str> = names.lines().collect();
    sorted.sort_unstable();
    Some(sorted.join("\n").into())
}
