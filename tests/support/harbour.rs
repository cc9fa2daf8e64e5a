//! A small office on disk that is built over and over, with what is remembered of it from the last time.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;
use warta::source::stamp::Stamp;
use warta::store::cache::{self, Cache};

use super::{Files, assert_same, golden};

/// The site: documents that are public, held, drafts, removed and withdrawn, with links, figures, notes, raw
/// HTML and mistakes that are warnings.
const SITE: &str = include_str!("harbour.txtar");

/// The instant for which everything is settled.
pub(crate) const JUNE: &str = "2031-06-01 08.00 WITA";

/// A site in a folder of the test's own, with outputs beside it.
pub(crate) struct Harbour {
    folder: TempDir,
    /// The instant of its builds, or none for that of the environment.
    pub(crate) at: String,
    /// What the environment of its builds has.
    pub(crate) environment: Vec<(String, String)>,
}

/// What a run of the program came to: its status, its diagnostics as JSON, and the rest of what it said but
/// for times and counts of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) status: Option<i32>,
    pub(crate) said: String,
    pub(crate) rest: Vec<String>,
}

impl Ran {
    fn of(output: &Output) -> Ran {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let is_measured = |line: &&str| ["built ", "read ", "checked "].iter().any(|word| line.starts_with(word));
        let rest = text(&output.stderr).lines().filter(|line| !is_measured(line)).map(str::to_owned).collect();
        Ran { status: output.status.code(), said: text(&output.stdout), rest }
    }
}

impl Harbour {
    /// Lays the site out; all its translations but that of the event are accepted.
    pub(crate) fn laid_out() -> Harbour {
        Harbour::bare(SITE)
    }

    /// A site of these files, each of which begins at a line `-- name --`.
    pub(crate) fn bare(site: &str) -> Harbour {
        let (folder, at) = (tempfile::tempdir().unwrap(), JUNE.to_owned());
        let harbour = Harbour { folder, at, environment: Vec::new() };
        for part in format!("\n{site}").split("\n-- ").skip(1) {
            let (name, text) = part.split_once(" --\n").unwrap();
            harbour.put(name, format!("{}\n", text.trim_end_matches('\n')).as_bytes());
        }
        harbour
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.beside("site")
    }

    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.root().join(file)
    }

    /// The cache's file.
    pub(crate) fn memo(&self) -> PathBuf {
        self.path(cache::FILE)
    }

    pub(crate) fn out(&self) -> Files {
        golden::read(&self.beside("out"))
    }

    pub(crate) fn read(&self, file: &str) -> String {
        String::from_utf8_lossy(&fs::read(self.path(file)).unwrap()).into_owned()
    }

    /// The names of all files below the site's folders, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        golden::read(&self.root()).into_keys().filter(|name| !name.starts_with(".warta/")).collect()
    }

    /// Writes a file as an editor does that truncates it.
    pub(crate) fn put(&self, file: &str, bytes: &[u8]) {
        put(&self.path(file), bytes, Pen::Truncate);
    }

    /// Replaces words that must be there.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from:?}");
        self.put(file, text.replace(from, to).as_bytes());
    }

    pub(crate) fn accept(&self, document: &str, locale: &str) -> bool {
        let arguments = ["accept", document, locale, "--root"];
        self.program().args(arguments).arg(self.root()).args(["--at", JUNE]).output().unwrap().status.success()
    }

    fn program(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_warta"));
        program.env_clear().envs(self.environment.iter().cloned()).current_dir(self.folder.path());
        program
    }

    /// A command on this site at its instant, ready to run.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut program = self.program();
        program.args(arguments).args(["--locale", "en", "--format", "json", "--root"]).arg(self.root());
        if !self.at.is_empty() {
            program.args(["--at", &self.at]);
        }
        program
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&self.command(arguments).output().unwrap())
    }

    /// Builds over what there is, with what is remembered.
    pub(crate) fn build(&self) -> Ran {
        self.run(&["build", "--out", "out"])
    }

    /// The same site built from nothing: what was said, and every file.
    pub(crate) fn clean(&self) -> (Ran, Files) {
        let _ = fs::remove_dir_all(self.beside("clean"));
        let ran = self.run(&["build", "--no-cache", "--out", "clean"]);
        (ran, golden::read(&self.beside("clean")))
    }

    /// Builds over the last output with what is remembered, and from nothing: both are the same, and say the
    /// same. A build that is refused leaves what there was.
    pub(crate) fn assert_right(&self, when: &str) -> Ran {
        let before = self.out();
        let (ran, (wanted, files)) = (self.build(), self.clean());
        assert_eq!(ran, wanted, "{when}");
        assert_same(&self.out(), if ran.status == Some(0) { &files } else { &before }, when);
        ran
    }

    /// The same of a check.
    pub(crate) fn assert_checked(&self, when: &str) {
        assert_eq!(self.run(&["check"]), self.run(&["check", "--no-cache"]), "{when}");
    }

    /// Builds until the files are old enough for their stamps to be believed: each build has to be right.
    /// Nothing can set the clock by which the disk dates a change.
    pub(crate) fn grow_old(&self) {
        let is_young = || {
            let memo = Cache::known(&self.root()).unwrap();
            let ledger = memo.ledger.iter().map(|known| known.stamp);
            memo.files.values().map(|known| known.stamp).chain(ledger).any(|stamp| stamp == Stamp::default())
        };
        while {
            assert_eq!(self.build().status, Some(0));
            is_young()
        } {}
        self.assert_right("once it is old");
    }
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pen {
    /// In place.
    Truncate,
    /// Under another name, then renamed.
    Rename,
    /// In place, and then dated as it was before.
    DateBack,
    /// In place, and dated far ahead.
    Ahead,
    /// In place, and dated 1970.
    Epoch,
}

/// Writes a file, again until its stamp is another: on some systems the clock of the disk is coarse.
pub(crate) fn put(path: &Path, bytes: &[u8], pen: Pen) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let before = Stamp::of(path);
    let dated = fs::metadata(path).and_then(|meta| meta.modified()).ok();
    while {
        match pen {
            Pen::Rename => {
                let aside = path.with_file_name(".aside");
                fs::write(&aside, bytes).unwrap();
                fs::rename(&aside, path).unwrap();
            }
            _ => fs::write(path, bytes).unwrap(),
        }
        match pen {
            Pen::Truncate | Pen::Rename => {}
            Pen::DateBack => dated.into_iter().for_each(|time| date(path, time)),
            Pen::Ahead => date(path, SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000)),
            Pen::Epoch => date(path, SystemTime::UNIX_EPOCH),
        }
        Stamp::of(path) == before
    } {}
}

/// Dates a file.
pub(crate) fn date(path: &Path, time: SystemTime) {
    File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}
