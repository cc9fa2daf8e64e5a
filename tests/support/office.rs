//! A site in a folder of the test's own, which the program itself builds, checks and seals.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

/// A site in a folder, gone with the test.
pub(crate) struct Office(TempDir);

impl Office {
    /// Lays out a site: each file begins at a line `-- name --`.
    pub(crate) fn of(site: &str) -> Office {
        let folder = tempfile::tempdir().unwrap();
        for part in site.trim_start().split("-- ").filter(|part| !part.is_empty()) {
            let (name, text) = part.split_once(" --\n").unwrap();
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Office(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path().join(file)).unwrap()
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::write(self.path().join(file), text).unwrap();
    }

    /// Replaces words that must be there.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from:?}");
        self.write(file, &text.replace(from, to));
    }

    pub(crate) fn add(&self, file: &str, text: &str) {
        self.write(file, &(self.read(file) + text));
    }

    pub(crate) fn run(&self, command: &str, at: &str, more: &[&str]) -> Output {
        self.run_as("short", command, at, more)
    }

    /// Runs a command whose diagnostics are printed in a format.
    pub(crate) fn run_as(&self, format: &str, command: &str, at: &str, more: &[&str]) -> Output {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_warta"));
        program.args([command, "--locale", "en", "--format", format, "--at", at]).args(more);
        program.current_dir(self.path()).env_remove("SOURCE_DATE_EPOCH").output().unwrap()
    }

    /// Runs a command that must succeed, and gives everything that it said.
    pub(crate) fn good(&self, command: &str, at: &str, more: &[&str]) -> String {
        let output = self.run(command, at, more);
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{command} at {at}: {said}");
        said
    }

    /// Builds from nothing, and gives the errors as code and place; with an error nothing is written.
    pub(crate) fn errors(&self, at: &str) -> Vec<String> {
        let _ = fs::remove_dir_all(self.path().join("public"));
        let output = self.run("build", at, &[]);
        let text = String::from_utf8(output.stdout).unwrap();
        let found: Vec<String> = text
            .lines()
            .filter_map(|line| {
                let (place, rest) = line.split_once(" error[")?;
                Some(format!("{} {}", rest.split(']').next()?, place.trim_end_matches(':')))
            })
            .collect();
        assert_eq!(output.status.code(), Some(i32::from(!found.is_empty())), "{text}");
        assert_eq!(self.path().join("public").exists(), found.is_empty());
        found
    }
}
