//! Random newsrooms: with and without what is not public, the same files; the same files between two
//! instants at which something is due, and others at those.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use warta::model::due::{self, Due};
use warta::model::ledger::{self, LEDGER_FILE, Recording};
use warta::pipeline::{self, Prepared, Project};
use warta::store::manifest;
use warta::store::tree::Memory;
use warta::syntax::ledger::Line;

use super::draw::Draw;
use super::model::{Document, Edition, Moment, Newsroom};
use super::render::{self, Lens, instant};
use super::{Sources, project};
use crate::support::{self, Files};

/// How many cases each of the parts below has: together more than two hundred.
const CASES: u32 = 51;

/// A newsroom, and the moments that a case looks at.
#[derive(Debug)]
struct Case {
    newsroom: Newsroom,
    at: Moment,
    /// When the ledger was sealed, before and after; never where none is kept.
    sealed: Vec<Moment>,
    /// Whether what is due is looked at too.
    has_due: bool,
}

impl Case {
    fn draw(numbers: &[u16]) -> Case {
        let mut draw = Draw::new(numbers);
        // The moments first: a small newsroom keeps them.
        let (nth, shift) = (draw.below(1000), draw.pick(&[-1, 0, -1, 1, 60 * 24]));
        let (is_sealed, has_due) = (draw.chance(22), draw.chance(22));
        let (before, after) = (draw.below(12) as Moment, draw.below(12) as Moment);
        let newsroom = Newsroom::draw(&mut draw);
        let moments: Vec<Moment> = newsroom.moments().into_iter().collect();
        let at = if moments.is_empty() { 0 } else { moments[nth % moments.len()] } + shift;
        let day = 24 * 60;
        let sealed = if is_sealed { vec![at - before * day, at + after * day] } else { Vec::new() };
        Case { newsroom, at, sealed, has_due }
    }

    fn files(&self, ledger: &[Line], is_bare: bool) -> Sources {
        let mut files = render::files(&self.newsroom, Lens { words_at: self.at, is_bare });
        if !self.sealed.is_empty() {
            // Of the time after its moment, and of what is not public then, a bare newsroom has no line.
            let lines = ledger.iter().filter(|line| !is_bare || self.is_known(line));
            files.insert(LEDGER_FILE.to_owned(), lines.map(|line| line.json() + "\n").collect());
        }
        files
    }

    /// The lines that `warta seal` writes at each of the moments, with the words of that moment.
    fn ledger(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut text = String::new();
        for at in &self.sealed {
            let mut files = render::files(&self.newsroom, Lens { words_at: *at, is_bare: false });
            files.insert(LEDGER_FILE.to_owned(), text.clone());
            let project = project(&files, &instant(*at));
            let prepared = prepared(&project);
            let new = ledger::unsealed(&prepared.site.public, &prepared.theme.voices(), &project.at, Recording::Life);
            new.iter().for_each(|line| text += &(line.json() + "\n"));
            lines.extend(new);
        }
        lines
    }

    fn is_known(&self, line: &Line) -> bool {
        let newsroom = &self.newsroom;
        let is_own = |document: &&Document| *document.id == *line.document;
        let is_public = newsroom.documents.iter().find(is_own).is_some_and(|document| {
            let is_own = |edition: &&Edition| newsroom.locales[edition.locale] == line.locale.as_str();
            let edition = document.editions.iter().find(is_own);
            edition.is_some_and(|edition| newsroom.is_public(document, edition, self.at))
        });
        is_public && render::moment(&line.at) <= self.at
    }
}

fn prepared(project: &Project) -> Prepared {
    let report = pipeline::prepare(project).unwrap();
    assert!(!report.has_errors(), "{:#?}", support::codes(&report.said));
    report.prepared.unwrap()
}

/// What comes of a project that has no mistake, and the site that it is made of.
fn output(project: &Project) -> Result<(Files, Prepared), TestCaseError> {
    let tree = Memory::default();
    let report = pipeline::build(project, &tree, "public", &|_, _| {}).unwrap();
    let errors: Vec<_> = report.said.iter().filter(|said| said.is_error()).cloned().collect();
    prop_assert!(errors.is_empty(), "{:#?}", support::codes(&errors));
    let mut files = tree.files();
    files.remove(manifest::FILE).unwrap();
    Ok((files, report.prepared.unwrap()))
}

/// The first file in which two outputs differ, with the first line that does.
fn difference(one: &Files, other: &Files) -> Option<String> {
    let mut names: Vec<&String> = one.keys().chain(other.keys()).collect();
    names.sort();
    let name = names.into_iter().find(|name| one.get(*name) != other.get(*name))?;
    let text = |files: &Files| files.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let (Some(one), Some(other)) = (text(one), text(other)) else { return Some(format!("{name} is in one only")) };
    let lines = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    Some(format!("{name}: {lines:#?}"))
}

fn judge(case: &Case) -> Result<(), TestCaseError> {
    let mut ledger = case.ledger();
    let at = instant(case.at);
    let (found, prepared) = output(&project(&case.files(&ledger, false), &at))?;
    let (bare, _) = output(&project(&case.files(&ledger, true), &at))?;
    let differs = difference(&found, &bare);
    prop_assert!(differs.is_none(), "with and without what is not public at {at}: {}", differs.unwrap());
    if !case.has_due {
        return Ok(());
    }
    // Lines of the time after were sealed with the words of that time.
    ledger.retain(|line| case.is_known(line));
    let due = due::upcoming(&prepared.site, &support::at(&at));
    judge_due(case, &case.files(&ledger, false), &found, &due)
}

/// Nothing changes a minute before the first instant that is due, and something does at it.
fn judge_due(case: &Case, files: &Sources, found: &Files, due: &[Due]) -> Result<(), TestCaseError> {
    let Some(first) = due::by_moment(due).next() else { return Ok(()) };
    let moment = render::moment(&first[0].at);
    let (before, _) = output(&project(files, &instant(moment - 1)))?;
    let differs = difference(found, &before);
    prop_assert!(differs.is_none(), "nothing was due before {}: {}", first[0].at.iso(), differs.unwrap());
    let (then, _) = output(&project(files, &instant(moment)))?;
    // A statement without words stands in its event's table, if that is public, and nowhere else.
    let is_seen = first.iter().any(|due| {
        let own = case.newsroom.documents.iter().find(|document| *document.id == *due.document);
        own.is_some_and(|own| own.text != "none")
    });
    prop_assert!(!is_seen || difference(&before, &then).is_some(), "nothing happens when it is due: {first:#?}");
    Ok(())
}

/// Cases of one seed. Parted, so that they run side by side.
fn run(seed: u8) {
    let config = Config { cases: CASES, failure_persistence: None, max_shrink_iters: 120, ..Config::default() };
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let numbers = proptest::collection::vec(any::<u16>(), 100..350);
    let outcome = TestRunner::new_with_rng(config, random).run(&numbers, |numbers| {
        let case = Case::draw(&numbers);
        judge(&case).map_err(|failure| match failure {
            TestCaseError::Fail(why) => TestCaseError::fail(format!("{why}\n{case:?}")),
            other => other,
        })
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn what_is_not_public_changes_no_byte_of_a_random_newsroom() {
    run(1);
}

#[test]
fn what_is_not_public_changes_no_byte_of_a_second_part_of_random_newsrooms() {
    run(2);
}

#[test]
fn what_is_not_public_changes_no_byte_of_a_third_part_of_random_newsrooms() {
    run(3);
}

#[test]
fn what_is_not_public_changes_no_byte_of_a_fourth_part_of_random_newsrooms() {
    run(4);
}
