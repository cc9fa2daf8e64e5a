//! The speed that must not be lost, counted: ratios of times are held by `cargo bench -- --only guard`.
//!
//! The newsrooms are those of the benchmarks (`benches/newsroom`), small.

#[path = "../benches/newsroom/mod.rs"]
pub(crate) mod newsroom;

use std::fs;

use tempfile::TempDir;
use warta::pipeline::{self, Project, Strictness};
use warta::store::tree::Folder;
use warta::store::write::Written;

use newsroom::Shape;

use crate::support::{self, golden};

/// A newsroom in a folder of the test's own, gone with the test.
pub(crate) struct Place(TempDir, Shape);

impl Place {
    pub(crate) fn of(shape: Shape) -> Place {
        let place = Place(tempfile::tempdir().unwrap(), shape);
        shape.lay_out(&place.site()).unwrap();
        place
    }

    fn site(&self) -> std::path::PathBuf {
        self.0.path().join("site")
    }

    pub(crate) fn project(&self) -> Project {
        Project { at: support::at(newsroom::AT), ..support::project_in(self.site()) }
    }

    /// Builds over what an earlier build left.
    fn build(&self) -> Written {
        let tree = Folder::at(self.0.path().join("out"));
        let report = pipeline::build(&self.project(), &tree, "out", &|_, _| {}).unwrap();
        assert_eq!(support::codes(&report.said), Vec::<String>::new());
        report.written.unwrap()
    }

    fn edit(&self, file: &str, change: impl FnOnce(String) -> String) {
        let path = self.site().join("content").join(self.1.newest()).join(file);
        fs::write(&path, change(fs::read_to_string(&path).unwrap())).unwrap();
    }
}

/// So many documents with short texts: it is the number of documents that counts here.
pub(crate) fn short(documents: usize) -> Shape {
    Shape { words: 40, ..Shape::of(documents) }
}

#[test]
fn the_newsroom_of_the_benchmarks_has_nothing_to_be_said_about() {
    let place = Place::of(Shape::of(60));
    let project = Project { strictness: Strictness::Check, ..place.project() };
    let report = pipeline::check(&project).unwrap();
    assert_eq!(support::codes(&report.said), Vec::<String>::new());
    let prepared = report.prepared.unwrap();
    let kinds: std::collections::BTreeSet<_> =
        prepared.site.public.documents.iter().map(|document| document.collection.to_string()).collect();
    assert_eq!(Vec::from_iter(kinds), ["events", "outcomes", "pages", "releases", "statements"]);
}

#[test]
fn the_same_seed_gives_the_same_newsroom_and_another_one_another() {
    let files = |seed: u64| {
        let folder = tempfile::tempdir().unwrap();
        Shape { seed, ..short(60) }.lay_out(folder.path()).unwrap();
        golden::read(folder.path())
    };
    let first = files(1);
    assert!(files(1) == first);
    assert!(files(2) != first);
}

#[test]
fn a_build_of_what_has_not_changed_writes_nothing() {
    let place = Place::of(short(40));
    let first = place.build();
    let second = place.build();
    assert_eq!((second.written, second.removed, second.unchanged), (0, 0, first.written));
}

#[test]
fn an_edit_of_one_text_writes_as_few_files_in_a_large_newsroom_as_in_a_small_one() {
    let written = [40, 160].map(|documents| {
        let place = Place::of(short(documents));
        place.build();
        place.edit("en.md", |text| text.replacen("\n\n", " The text was read again.\n\n", 1));
        place.build().written
    });
    // The page, its canonical text, and what lists the digests of texts or shows the newest in full; of the
    // search what names its parts, and a part for each of five words: in a small newsroom it is the same one.
    assert!((1..=10).contains(&written[0]), "{written:?}");
    assert!((written[0]..=written[0] + 4).contains(&written[1]), "{written:?}");
}

#[test]
fn another_topic_of_one_release_writes_as_few_files_in_a_large_newsroom_as_in_a_small_one() {
    let written = [80, 240].map(|documents| {
        let place = Place::of(short(documents));
        place.build();
        place.edit("document.yaml", |text| {
            let new = (0..newsroom::TOPICS).map(newsroom::topic).find(|topic| !text.contains(topic)).unwrap();
            let old = text.lines().find(|line| line.starts_with("topics: ")).unwrap();
            text.replace(old, &format!("topics: [{new}]"))
        });
        place.build().written
    });
    // Pages of topics that had no document before, or have none now, come and go.
    assert!(written[1] <= written[0] + 8, "{written:?}");
}
