//! A newsroom in a folder of its own, and what is done to it between two measurements.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use walkdir::WalkDir;

use crate::child::{self, Program};
use crate::newsroom::Shape;

/// The instant at which the ledger is sealed: the newest releases are not out by then.
const SEALED_AT: &str = "2025-12-31 18.00 WITA";

/// A newsroom, with a place for its output. Gone when dropped.
pub(crate) struct Place {
    folder: TempDir,
    pub(crate) shape: Shape,
    pub(crate) program: Program,
}

impl Place {
    /// Lays a newsroom out in a folder below `on`, and seals its ledger with the program itself.
    pub(crate) fn new(shape: Shape, on: &Path, program: &Program) -> io::Result<Place> {
        let folder = tempfile::Builder::new().prefix("warta-speed-").tempdir_in(on)?;
        let place = Place { folder, shape, program: program.clone() };
        lay_out(&shape, &place.site(), program)?;
        Ok(place)
    }

    pub(crate) fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    pub(crate) fn copy(&self) -> PathBuf {
        self.folder.path().join("copy")
    }

    /// Takes away all that an earlier build left: the output, and what is kept below the site's root.
    pub(crate) fn cool(&self) {
        for folder in [self.out(), self.copy(), self.site().join(".warta")] {
            let _ = fs::remove_dir_all(folder);
        }
    }

    /// `warta build` into the place for the output.
    pub(crate) fn build(&self) -> Command {
        let mut build = self.program.on_site("build", &self.site());
        build.arg("--out").arg(self.out());
        build
    }

    /// A file of the newest release.
    pub(crate) fn newest(&self, file: &str) -> PathBuf {
        self.site().join("content").join(self.shape.newest()).join(file)
    }
}

/// Writes a newsroom and seals its ledger.
pub(crate) fn lay_out(shape: &Shape, root: &Path, program: &Program) -> io::Result<()> {
    shape.lay_out(root)?;
    let mut seal = program.command();
    seal.args(["seal", "--locale", "en", "--at", SEALED_AT, "--root"]).arg(root);
    let ran = child::run(&mut seal);
    assert!(ran.is_good, "the newsroom can be sealed: {}", ran.said);
    Ok(())
}

/// Adds a sentence of its own to the first paragraph of a words file: words change, and nothing else that
/// the languages have to agree in.
pub(crate) fn with_sentence(text: &str, number: usize) -> String {
    text.replacen("\n\n", &format!(" The text was read again, {}.\n\n", mark(number)), 1)
}

/// Letters that stand for a number: a figure would have to stand in the other language too.
pub(crate) fn mark(number: usize) -> String {
    let letters = number.to_string().bytes().map(|digit| char::from(b'a' + (digit - b'0'))).collect::<String>();
    format!("mark{letters}")
}

/// Writes a file in one step, as careful editors do.
pub(crate) fn save(path: &Path, text: &str) {
    let beside = PathBuf::from(format!("{}~", path.display()));
    fs::write(&beside, text).expect("a copy");
    fs::rename(beside, path).expect("the file");
}

/// How many files there are below a folder, how many of them are pages, and their bytes.
pub(crate) fn counted(root: &Path) -> (usize, usize, u64) {
    let files = WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files.fold((0, 0, 0), |(files, pages, bytes), entry| {
        let is_page = entry.path().extension().is_some_and(|extension| extension == "html");
        (files + 1, pages + usize::from(is_page), bytes + entry.metadata().map_or(0, |meta| meta.len()))
    })
}
