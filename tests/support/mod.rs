//! What tests share: sites built in memory, and their pages read the way a browser would.

pub(crate) mod golden;
pub(crate) mod harbour;
pub(crate) mod office;
pub(crate) mod page;

use std::collections::BTreeMap;
use std::path::PathBuf;

use warta::diagnostic::Diagnostic;
use warta::locale::Instant;
use warta::pipeline::{self, Origin, Project, Report, Strictness, View};
use warta::source::Sources;
use warta::store::manifest;
use warta::store::tree::Memory;

/// The instant for which tests build where it does not matter: after everything was released.
pub(crate) const LATE: &str = "2026-11-22T00:00:00Z";

/// Every file of an output, without the manifest, which is Warta's own.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A site that was built without a mistake.
#[derive(Debug)]
pub(crate) struct Built {
    pub(crate) files: Files,
    pub(crate) report: Report,
}

impl Built {
    /// The text of a file that must be there.
    pub(crate) fn text(&self, file: &str) -> &str {
        let bytes = self.files.get(file).unwrap_or_else(|| panic!("no {file} among {:#?}", self.names()));
        std::str::from_utf8(bytes).unwrap()
    }

    /// The names of all files.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    /// The files in which a word stands, or whose name it is in.
    pub(crate) fn mentioning(&self, word: &str) -> Vec<&str> {
        let holds = |bytes: &[u8]| bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()));
        let found = self.files.iter().filter(|(name, bytes)| name.contains(word) || holds(bytes));
        found.map(|(name, _)| name.as_str()).collect()
    }
}

/// The folder of this repository.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A project of files in one text, as [`Sources::from_txtar`] reads it.
pub(crate) fn project(txtar: &str) -> Project {
    let (settings, sources) = Sources::from_txtar(txtar);
    of_origin(Origin::Memory(settings, sources))
}

/// A project in a folder.
pub(crate) fn project_in(folder: impl Into<PathBuf>) -> Project {
    of_origin(Origin::Folder(folder.into()))
}

fn of_origin(origin: Origin) -> Project {
    let (base_url, urls) = (None, None);
    Project { origin, at: at(LATE), base_url, urls, strictness: Strictness::Build, view: View::Public, only: None }
}

/// An instant that is one.
pub(crate) fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

/// Builds into a tree in memory and gives every file but the manifest. There must be no error.
pub(crate) fn built(project: &Project) -> Built {
    let tree = Memory::default();
    let report = pipeline::build(project, &tree, "public", &|_, _| {}).unwrap();
    assert!(!report.has_errors(), "{:#?}", codes(&report.said));
    let mut files = tree.files();
    files.remove(manifest::FILE).unwrap();
    Built { files, report }
}

/// What is said of a site when it is built: `W0410 content/x/en.md:7:3`, sorted.
pub(crate) fn said(project: &Project) -> Vec<String> {
    codes(&pipeline::build(project, &Memory::default(), "public", &|_, _| {}).unwrap().said)
}

/// Diagnostics as code and first place, sorted.
pub(crate) fn codes(said: &[Diagnostic]) -> Vec<String> {
    let line = |said: &Diagnostic| match &said.place {
        Some(place) => format!("{} {}:{}:{}", said.code.id, place.file, place.span.line, place.span.column),
        None => said.code.id.to_owned(),
    };
    let mut lines: Vec<String> = said.iter().map(line).collect();
    lines.sort();
    lines
}

/// Shows the first file in which two outputs differ, so that a failure says more than "not equal".
pub(crate) fn assert_same(found: &Files, wanted: &Files, when: &str) {
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(found), names(wanted), "{when}: the files differ");
    for (name, bytes) in wanted {
        if found[name] != *bytes {
            let (found, wanted) = (String::from_utf8_lossy(&found[name]), String::from_utf8_lossy(bytes));
            snapbox::assert_data_eq!(found.into_owned(), snapbox::Data::text(wanted.into_owned()).raw());
            panic!("{when}: {name} differs in its bytes");
        }
    }
}
