//! The stamps of many files.
//!
//! In: paths, those of a folder one after another. Out: what [`Stamp::of`] says of each. A build asks for every file
//! that it knows, and the way to one through all folders above it takes the system as long as the answer: so the
//! folder above a file's own is opened once, and its files are asked for from there. A document's own folder has but
//! three or four files, which is too few to open it for.

#[cfg(target_os = "linux")]
pub(crate) use from_folder::OneFolder;
#[cfg(target_os = "linux")]
pub(super) use from_folder::Stamps;

#[cfg(not(target_os = "linux"))]
pub(super) use one_by_one::Stamps;

#[cfg(target_os = "linux")]
mod from_folder {
    use std::ffi::OsStr;
    use std::os::fd::OwnedFd;
    use std::os::unix::ffi::OsStrExt;
    use std::path::{Path, PathBuf};

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, StatxFlags, openat, statx};

    use crate::source::stamp::Stamp;

    /// The folder that files are asked for from, open as long as one file after another is: its name, and what it is
    /// open by; none where it cannot be opened.
    #[derive(Debug, Default)]
    pub(crate) struct OneFolder(Option<(Box<[u8]>, Option<OwnedFd>)>);

    impl OneFolder {
        /// The folder of this name, which lies at `path`.
        pub(crate) fn at(&mut self, name: &[u8], path: impl FnOnce() -> Option<PathBuf>) -> Option<&OwnedFd> {
            if self.0.as_ref().is_none_or(|(open, _)| **open != *name) {
                let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
                let opened = path().and_then(|path| openat(CWD, path, flags, Mode::empty()).ok());
                self.0 = Some((name.into(), opened));
            }
            self.0.as_ref()?.1.as_ref()
        }
    }

    /// Whom to ask; one folder is open.
    #[derive(Debug, Default)]
    pub(in crate::source) struct Stamps {
        open: OneFolder,
    }

    impl Stamps {
        /// The stamp of the file at a path, links followed; none where the system tells none.
        pub(in crate::source) fn of(&mut self, path: &Path) -> Option<Stamp> {
            // What is amiss, and what an old system does not know, is left to the plain way.
            self.asked_above(path.as_os_str().as_bytes()).or_else(|| Stamp::of(path))
        }

        fn asked_above(&mut self, path: &[u8]) -> Option<Stamp> {
            let mut slashes = path.iter().enumerate().rev().filter(|(_, byte)| **byte == b'/');
            let above = slashes.nth(1).map(|(at, _)| at)?;
            let (above, inside) = (&path[..above], &path[above + 1..]);
            // What begins with a slash would be asked for from the top of all folders.
            let path = || Some(OsStr::from_bytes(above).into());
            let folder = self.open.at(above, path).filter(|_| !inside.starts_with(b"/"))?;
            let wanted = StatxFlags::SIZE | StatxFlags::MTIME | StatxFlags::CTIME | StatxFlags::INO;
            let told = statx(folder, OsStr::from_bytes(inside), AtFlags::empty(), wanted).ok()?;
            Some(Stamp::from_statx(&told))
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod one_by_one {
    use std::path::Path;

    use crate::source::stamp::Stamp;

    /// Whom to ask.
    #[derive(Debug, Default)]
    pub(in crate::source) struct Stamps;

    impl Stamps {
        /// The stamp of the file at a path, links followed; none where the system tells none.
        pub(in crate::source) fn of(&mut self, path: &Path) -> Option<Stamp> {
            Stamp::of(path)
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests lay out what is asked for")]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::Stamps;
    use crate::source::stamp::Stamp;

    /// Files in folders, links to both, and what is not there: each beside others of its folder and of other ones.
    const ASKED: [&str; 18] = [
        "a/b/one",
        "a/b/two",
        "a/c/one",
        "a/b/one",
        "a/three",
        "top",
        "a/b/link",
        "a/linked/one",
        "linked/b/two",
        "a/b/gone",
        "a/gone/one",
        "gone/b/one",
        "a/b/../c/one",
        "a//b/one",
        "a//tmp",
        "a/b",
        "top/b/one",
        "a/b/away",
    ];

    #[test]
    fn many_stamps_are_those_of_each_file_by_itself() {
        let root = tempfile::tempdir().unwrap();
        let at = |file: &str| root.path().join(file);
        for folder in ["a/b", "a/c"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        for (size, file) in ["a/b/one", "a/b/two", "a/c/one", "a/three", "top"].iter().enumerate() {
            fs::write(at(file), "x".repeat(size)).unwrap();
        }
        #[cfg(unix)]
        for (to, link) in [("one", "a/b/link"), ("b", "a/linked"), ("a", "linked"), ("nowhere", "a/b/away")] {
            std::os::unix::fs::symlink(to, at(link)).unwrap();
        }
        let mut stamps = Stamps::default();
        let mut of_both = |file: &str| (stamps.of(&at(file)), Stamp::of(&at(file)));
        for file in ASKED.iter().chain(ASKED.iter().rev()) {
            let (many, alone) = of_both(file);
            assert_eq!(many, alone, "{file}");
        }
        assert!(ASKED[..9].iter().all(|file| of_both(file).0.is_some()));
        let before = of_both("a/b/two").0;
        fs::write(at("a/b/two"), "longer than it was").unwrap();
        fs::remove_file(at("a/b/one")).unwrap();
        let after = of_both("a/b/two");
        assert!(after.0 == after.1 && after.0 != before && of_both("a/b/one") == (None, None));
        for file in ["", "/", "//", "name", "/name", "a/name"] {
            assert_eq!(Stamps::default().of(Path::new(file)), Stamp::of(Path::new(file)), "{file}");
        }
    }
}
