//! What is measured, and where: arguments behind `cargo bench --`.

use std::path::PathBuf;

use crate::newsroom::Shape;

/// How the benchmark is used.
pub(crate) const USAGE: &str = "\
cargo bench -- [--documents N[,N…]] [--runs N] [--on DIR] [--disk DIR] [--program FILE]
               [--only stages|whole|serve|guard]
cargo bench -- --documents N --lay-out DIR

  --documents N   how many documents, in two languages each; several sizes are compared (default 200)
  --runs N        how often each is measured; the median counts (default 5)
  --on DIR        a folder in memory (default /dev/shm where there is one, else the temporary folder)
  --disk DIR      a folder on disk, for the cold build there
  --program FILE  another program than the one that is compiled here; stages are always those of the latter
  --only PART     one part by itself; guard measures the whole and fails where it has become too slow
  --lay-out DIR   writes the newsroom there, seals its ledger and measures nothing";

/// What is measured, and where.
pub(crate) struct Options {
    pub(crate) sizes: Vec<usize>,
    pub(crate) runs: usize,
    pub(crate) on: PathBuf,
    pub(crate) disk: Option<PathBuf>,
    pub(crate) program: Option<PathBuf>,
    pub(crate) only: Option<String>,
    pub(crate) lay_out: Option<PathBuf>,
}

impl Options {
    /// Reads the arguments; none if they are wrong. Cargo adds `--bench`.
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Option<Options> {
        let memory = PathBuf::from("/dev/shm");
        let on = if memory.is_dir() { memory } else { std::env::temp_dir() };
        let mut options =
            Options { sizes: vec![200], runs: 5, on, disk: None, program: None, only: None, lay_out: None };
        let mut arguments = arguments.filter(|argument| argument != "--bench");
        while let Some(argument) = arguments.next() {
            let value = arguments.next()?;
            match argument.as_str() {
                "--documents" => {
                    options.sizes = value.split(',').map(|size| size.parse().ok()).collect::<Option<_>>()?
                }
                "--runs" => options.runs = value.parse().ok().filter(|runs| *runs > 0)?,
                "--on" => options.on = value.into(),
                "--disk" => options.disk = Some(value.into()),
                "--program" => options.program = Some(value.into()),
                "--only" => {
                    options.only = Some(value).filter(|part| ["stages", "whole", "serve", "guard"].contains(&&**part))
                }
                "--lay-out" => options.lay_out = Some(value.into()),
                _ => return None,
            }
        }
        Some(options)
    }

    /// Whether a part is measured.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == part) || part == "whole" && self.guards()
    }

    /// Whether what is measured has to hold.
    pub(crate) fn guards(&self) -> bool {
        self.only.as_deref() == Some("guard")
    }

    /// The newsrooms that are measured.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = Shape> {
        self.sizes.iter().map(|size| Shape::of(*size))
    }
}
