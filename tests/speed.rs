//! The speed that must not be lost: counted where it can be, else ratios within one run, never seconds.
//!
//! The newsrooms are those of the benchmarks (`benches/newsroom`), small.

#[path = "../benches/newsroom/mod.rs"]
pub(crate) mod newsroom;

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;
use warta::check::{self, Reading};
use warta::output;
use warta::pipeline::{self, Origin, Project, Strictness};
use warta::source::stamp::Nothing;
use warta::source::{Sources, load};
use warta::store::tree::Folder;
use warta::store::write::Written;

use newsroom::Shape;

use crate::support::{self, golden};

/// A newsroom in a folder of the test's own, gone with the test.
struct Place(TempDir, Shape);

impl Place {
    fn of(shape: Shape) -> Place {
        let place = Place(tempfile::tempdir().unwrap(), shape);
        shape.lay_out(&place.site()).unwrap();
        place
    }

    fn site(&self) -> std::path::PathBuf {
        self.0.path().join("site")
    }

    fn project(&self) -> Project {
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
fn short(documents: usize) -> Shape {
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
    assert_eq!(written[0], written[1]);
    // The page, its canonical text, and what lists the digests of texts or shows the newest in full.
    assert!((1..=8).contains(&written[0]), "{written:?}");
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

/// The CPU time that this thread has for some work, to the nanosecond; none where the system does not
/// tell it.
fn thread_time<T>(work: impl FnOnce() -> T) -> (T, Option<Duration>) {
    let now = || {
        let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    };
    let start = now();
    let value = work();
    let took = start.zip(now()).and_then(|(start, end)| end.checked_sub(start));
    (value, took)
}

/// The CPU time of everything before the first byte, of the checks by themselves, and of planning: for the
/// files of a site in memory, on one thread.
fn times(sources: Sources, root: &Path) -> Option<[Duration; 3]> {
    let settings = load::settings(root).unwrap().value;
    let origin = Origin::Memory(settings, sources);
    let project = Project { origin, at: support::at(newsroom::AT), ..support::project_in(root) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    pool.install(|| {
        let (report, all) = thread_time(|| pipeline::prepare(&project).unwrap());
        assert!(!report.has_errors());
        let prepared = report.prepared.unwrap();
        // Others use the machine too: the least of several runs is what the work itself costs.
        let checks =
            (0..2).filter_map(|_| thread_time(|| check::run(&prepared.site, &prepared.theme, Reading::Whole)).1);
        let plans = (0..3).filter_map(|_| thread_time(|| output::plan(&prepared.site.public, &prepared.theme)).1);
        Some([all?, checks.min()?, plans.min()?])
    })
}

/// How much more a document costs in a newsroom four times as large: 1 where cost is linear, near 4 where
/// it is quadratic. None without a clock of the thread.
fn growth(documents: usize) -> Option<[f64; 3]> {
    const NONE: usize = 20;
    let [none, one, four] = [NONE, NONE + documents, NONE + 4 * documents].map(|documents| {
        let place = Place::of(short(documents));
        let sources = load::folder(&place.site(), "warta", &Nothing).unwrap().value;
        times(sources, &place.site())
    });
    let (none, one, four) = (none?, one?, four?);
    let above = |time: Duration, part: usize| time.saturating_sub(none[part]).as_secs_f64();
    Some([0, 1, 2].map(|part| above(four[part], part) / above(one[part], part) / 4.0))
}

#[test]
fn a_document_costs_little_more_in_a_newsroom_four_times_as_large() {
    let Some(growth) = growth(100) else { return };
    eprintln!("growth {growth:?}");
    // Linear code gives 1.0 to 1.1. The whole is measured once and therefore allowed more.
    let parts = [("everything before the first byte", 1.6), ("the checks", 1.4), ("planning", 1.4)];
    for ((part, most), growth) in parts.iter().zip(growth) {
        assert!(growth <= *most, "{part}: a document costs {growth:.2} times as much in a site four times as large");
    }
}
