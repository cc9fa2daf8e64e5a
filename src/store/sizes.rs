//! The sizes of many files of a tree.
//!
//! In: names, those of a folder one after another. Out: what [`Tree::size`](super::tree::Tree::size) says of each.
//! A build after an edit asks for every file that is there, and the way to one through all folders above it takes the
//! system as long as the answer: so the folder above a file's own is opened once, and its files are asked for from
//! there. Most pages have a folder of their own, which is not worth opening for a file or two.

/// Who is asked.
pub trait Sizes {
    /// How large a file is; none if there is no such file.
    fn of(&mut self, file: &str) -> Option<u64>;
}

impl<F: FnMut(&str) -> Option<u64>> Sizes for F {
    fn of(&mut self, file: &str) -> Option<u64> {
        self(file)
    }
}

#[cfg(target_os = "linux")]
pub(super) use by_folder::ByFolder;

#[cfg(target_os = "linux")]
mod by_folder {
    use rustix::fs::{AtFlags, FileType, statat};

    use super::Sizes;
    use crate::source::stamps::OneFolder;
    use crate::store::tree::{Folder, Tree};

    /// A folder on disk, of which one folder is open.
    #[derive(Debug)]
    pub(in crate::store) struct ByFolder<'a> {
        tree: &'a Folder,
        open: OneFolder,
    }

    impl<'a> ByFolder<'a> {
        pub(in crate::store) fn of(tree: &'a Folder) -> ByFolder<'a> {
            ByFolder { tree, open: OneFolder::default() }
        }
    }

    impl Sizes for ByFolder<'_> {
        fn of(&mut self, file: &str) -> Option<u64> {
            // All but the last two names.
            let above = file.rmatch_indices('/').nth(1).map_or(0, |(at, _)| at);
            let (above, inside) = file.split_at(above);
            let inside = if above.is_empty() { inside } else { &inside[1..] };
            // What leads elsewhere is refused where one file is asked for.
            let is_name = |name: &str| !matches!(name, "" | "." | "..") && !name.contains('\\');
            let are_names = !file.starts_with('/') && inside.split('/').all(is_name);
            let tree = self.tree;
            let path = || if above.is_empty() { Some(tree.root().to_path_buf()) } else { tree.path(above).ok() };
            let Some(open) = self.open.at(above.as_bytes(), path).filter(|_| are_names) else { return tree.size(file) };
            let stat = statat(open, inside, AtFlags::SYMLINK_NOFOLLOW).ok()?;
            let is_file = FileType::from_raw_mode(stat.st_mode) == FileType::RegularFile;
            u64::try_from(stat.st_size).ok().filter(|_| is_file)
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests lay out what is asked for")]
mod tests {
    use std::fs;

    use crate::store::tree::{Folder, Tree};

    #[test]
    fn many_sizes_are_those_of_each_file_by_itself() {
        let root = tempfile::tempdir().unwrap();
        let at = |file: &str| root.path().join(file);
        fs::create_dir_all(at("a/b/c/d")).unwrap();
        let files = [("top", "1"), ("a/one", "22"), ("a/b/two", "333"), ("a/b.txt", ""), ("a/three", "4444")];
        for (file, bytes) in files.into_iter().chain([("a/b/c/five", "55555"), ("a/b/c/d/six", "666666")]) {
            fs::write(at(file), bytes).unwrap();
        }
        #[cfg(unix)]
        for (to, link) in [("one", "a/link"), ("b", "a/folder"), ("nowhere", "a/gone"), ("c", "a/b/x")] {
            std::os::unix::fs::symlink(to, at(link)).unwrap();
        }
        let tree = Folder::at(root.path());
        let mut sizes = tree.sizes();
        let there = ["top", "a/one", "a/b/two", "a/b.txt", "a/three", "a/folder/two", "a/b/c/five", "a/b/c/d/six"];
        let there = there.into_iter().chain(["a/b/x/five", "a/folder/x/d/six"]);
        let found: Vec<Option<u64>> = there.clone().map(|file| sizes.of(file)).collect();
        assert_eq!(found, [1, 2, 3, 0, 4, 3, 5, 6, 5, 6].map(Some));
        for file in there.chain([
            "",
            ".",
            "a",
            "a/",
            "a/b",
            "a/link",
            "a/folder",
            "a/gone",
            "a/nothing",
            "b/nothing",
            "top/x",
            "a/../top",
            "../x",
            "a//one",
            "a/./one",
            "a/b\\two",
            "/top",
            "//top",
            "a/b/",
            "a/b/c/",
            "a/b/../one",
            "a/b/c/..",
            "a/../a/one",
            "a/b//two",
            "a//b/two",
            "./a/one",
            "a/b/c\\five",
            "a\\b/c/five",
            "a/b/gone/x",
            "a/gone/two",
            "gone/c/five",
            "a/b/c/link",
        ]) {
            assert_eq!(sizes.of(file), tree.size(file), "{file:?}");
        }
        fs::remove_file(at("a/one")).unwrap();
        fs::write(at("a/three"), "55555").unwrap();
        assert_eq!([sizes.of("a/one"), sizes.of("a/three")], [None, Some(5)]);
    }
}
