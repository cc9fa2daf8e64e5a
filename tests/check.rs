//! The cases of `check/`: one mistake of an author each, what is said of it, and where.
//!
//! A case is a Markdown file named after a code. Its first fence holds a site as txtar, laid file by
//! file over `check/base/<base>.txtar`; its last one what must be said, in English, with the help.
//! Lines before the first fence say how it is run:
//!
//! - `base: newsroom`: the site underneath; without the line there is none;
//! - `without: content/pages/about/id.md`: a file of the base that is left out;
//! - `run: build`: through a build into memory, in place of a check; a fence `tree` then holds what
//!   is in the output before;
//! - `run: command`: only through the program itself, by the test of this name in `bad_input.rs`.
//!
//! `SNAPSHOTS=overwrite` accepts what is said now.
#![expect(clippy::disallowed_methods, reason = "a test reads its cases")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use snapbox::{Assert, Data};
use warta::diagnostic::codes::{self, CODES, Code};
use warta::diagnostic::print::{self, Colour};
use warta::diagnostic::words::{Language, Words};
use warta::diagnostic::{Diagnostic, Place};
use warta::locale::Instant;
use warta::pipeline::{self, Origin, Project, Strictness, View};
use warta::source::Sources;
use warta::store::tree::{Memory, Tree, Writing};

/// Codes that concern no file of the site.
const NOWHERE: [&str; 10] = ["W0703", "W0704", "W0801", "W0901", "W0902", "W0903", "W0904", "W0905", "W0906", "W0907"];

/// A case, read.
pub(crate) struct Case {
    path: PathBuf,
    text: String,
    code: &'static Code,
    base: Option<String>,
    without: Vec<String>,
    pub(crate) run: String,
    site: String,
    tree: String,
}

impl Case {
    /// The case of this name, without `.md`.
    pub(crate) fn named(name: &str) -> Case {
        Case::read(&folder().join(format!("{name}.md")))
    }

    fn read(path: &Path) -> Case {
        let text = std::fs::read_to_string(path).expect("the case can be read");
        let name = path.file_stem().and_then(|name| name.to_str()).expect("the case has a name");
        let id = name.split('-').next().unwrap_or(name);
        let code = codes::find(id).unwrap_or_else(|| panic!("{name}: no code {id}"));
        let fences = fences(&text);
        let fence =
            |kind: &str| fences.iter().find(|(known, _)| *known == kind).map_or("", |(_, text)| text).to_owned();
        let head = text.split("\n```").next().unwrap_or(&text);
        let told = |key: &str| {
            head.lines()
                .filter_map(|line| line.strip_prefix(key))
                .map(|word| word.trim().to_owned())
                .collect::<Vec<_>>()
        };
        Case {
            path: path.to_path_buf(),
            code,
            base: told("base:").pop(),
            without: told("without:"),
            run: told("run:").pop().unwrap_or_else(|| "check".to_owned()),
            site: fence("txtar"),
            tree: fence("tree"),
            text,
        }
    }

    /// The files of the site, base and all.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        if let Some(base) = &self.base {
            files = self::base(base);
        }
        self.without
            .iter()
            .for_each(|file| assert!(files.remove(file).is_some(), "{:?}: the base has no {file}", self.path));
        files.extend(txtar(&self.site));
        files
    }

    /// Runs the case in memory, and gives what was said, sorted, and the texts of the sources.
    pub(crate) fn run(&self) -> (Vec<Diagnostic>, impl Fn(&str) -> Option<String> + use<>) {
        let strictness = if self.run == "build" { Strictness::Build } else { Strictness::Check };
        run(&self.files(), strictness, &txtar(&self.tree))
    }

    /// Compares with the last fence of the case.
    pub(crate) fn compare(&self, said: &str) -> Result<(), String> {
        let (head, _) = self.text.rsplit_once("\n```text\n").ok_or("no fence `text` at the end")?;
        let actual = Data::text(format!("{head}\n```text\n{said}```\n"));
        let expected = Data::read_from(&self.path, None).raw();
        Assert::new().action_env("SNAPSHOTS").try_eq(None, actual, expected).map_err(|error| error.to_string())
    }
}

/// Checks a site in memory, and gives what was said, sorted, and the texts of the sources.
pub(crate) fn run_files(
    files: &BTreeMap<String, String>,
) -> (Vec<Diagnostic>, impl Fn(&str) -> Option<String> + use<>) {
    run(files, Strictness::Check, &BTreeMap::new())
}

fn run(
    files: &BTreeMap<String, String>,
    strictness: Strictness,
    before: &BTreeMap<String, String>,
) -> (Vec<Diagnostic>, impl Fn(&str) -> Option<String> + use<>) {
    let text: String = files.iter().map(|(name, text)| format!("-- {name} --\n{text}{}", end_of(text))).collect();
    let (settings, sources) = Sources::from_txtar(&text);
    let project = Project {
        origin: Origin::Memory(settings, sources),
        at: Instant::parse("2021-11-20 00.00 UTC").expect("it is an instant"),
        base_url: None,
        urls: None,
        strictness,
        view: View::Public,
        only: None,
    };
    let tree = Memory::default();
    for (name, text) in before {
        tree.write(name, text.as_bytes(), Writing::InPlace).expect("memory can be written");
    }
    let report = match strictness {
        Strictness::Build => pipeline::build(&project, &tree, "public", &|_, _| {}),
        Strictness::Check => pipeline::check(&project),
    };
    let mut said = report.expect("memory can be read").said;
    print::sort(&mut said);
    (said, move |file: &str| pipeline::text_again(&project.origin, file))
}

/// A file of a txtar ends with its line.
fn end_of(text: &str) -> &'static str {
    if text.is_empty() || text.ends_with('\n') { "" } else { "\n" }
}

/// The files of a base.
pub(crate) fn base(name: &str) -> BTreeMap<String, String> {
    txtar(&std::fs::read_to_string(folder().join(format!("base/{name}.txtar"))).expect("the base can be read"))
}

/// The folder of the cases.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")
}

/// Every case.
pub(crate) fn cases() -> Vec<Case> {
    let entries = std::fs::read_dir(folder()).expect("the folder of cases is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    paths.iter().map(|path| Case::read(path)).collect()
}

/// The fences of a Markdown file: first word of the info string, and text.
fn fences(text: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        if ticks >= 3 {
            let inside = lines.by_ref().take_while(|inner| *inner != &line[..ticks]);
            found.push((&line[ticks..], inside.map(|inner| format!("{inner}\n")).collect()));
        }
    }
    found
}

fn txtar(text: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines() {
        match line.strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
            Some(next) => {
                name = next.to_owned();
                files.insert(name.clone(), String::new());
            }
            None => {
                let file = files.get_mut(&name).expect("a txtar begins with a name");
                file.push_str(line);
                file.push('\n');
            }
        }
    }
    files
}

/// The short form, with the second place and the help below each line.
pub(crate) fn shown(said: &[Diagnostic], words: &Words) -> String {
    let mut text = String::new();
    for diagnostic in said {
        text.push_str(&print::short(std::slice::from_ref(diagnostic), words));
        if let Some(other) = &diagnostic.other {
            let _ = writeln!(text, "  {}: {other}", words.other(diagnostic));
        }
        for (at, line) in words.help(diagnostic).unwrap_or_default().lines().enumerate() {
            let _ = writeln!(text, "  {}{line}", if at == 0 { "help: " } else { "      " });
        }
    }
    text
}

/// What every diagnostic must be: said in full in both languages, and in a place that exists.
pub(crate) fn faults(
    diagnostic: &Diagnostic,
    words: &[Words; 2],
    source: &dyn Fn(&str) -> Option<String>,
) -> Vec<String> {
    let id = diagnostic.code.id;
    let mut faults = Vec::new();
    for words in words {
        let language = words.language().tag();
        for name in words.lacking(diagnostic) {
            faults.push(format!("{id}: the message in {language} names ${name}, and no value was given"));
        }
        if words.message(diagnostic) == diagnostic.code.name
            || words.help(diagnostic).is_none_or(|help| help.trim().is_empty())
        {
            faults.push(format!("{id}: no message or help in {language}"));
        }
        print::human(std::slice::from_ref(diagnostic), words, source, Colour::Off);
    }
    let [one, other] = words;
    if one.message(diagnostic) == other.message(diagnostic) || one.help(diagnostic) == other.help(diagnostic) {
        faults.push(format!("{id}: message or help is the same in both languages: {}", one.message(diagnostic)));
    }
    let places = diagnostic.place.iter().chain(&diagnostic.other);
    faults
        .extend(places.filter(|place| !exists(place, source)).map(|place| format!("{id}: there is no place {place}")));
    if diagnostic.place.is_none() && !NOWHERE.contains(&id) {
        faults.push(format!("{id}: has no place"));
    }
    faults
}

/// Whether the file has this line and column; what is missing from a file that is not there stands
/// at its start.
fn exists(place: &Place, source: &dyn Fn(&str) -> Option<String>) -> bool {
    let text = source(&place.file).unwrap_or_default();
    let length = |line: u32| text.split('\n').nth(line as usize - 1).map(|line| line.chars().count() as u32);
    let inside =
        |line: u32, column: u32| line >= 1 && column >= 1 && length(line).is_some_and(|length| column <= length + 1);
    let span = place.span;
    inside(span.line, span.column) && (span.line, span.column) <= (span.end_line, span.end_column)
}

pub(crate) fn both_languages() -> [Words; 2] {
    Language::ALL.map(Words::new)
}

fn judge(case: &Case) -> Vec<String> {
    let words = both_languages();
    let Ok((said, source)) = catch_unwind(AssertUnwindSafe(|| case.run())) else {
        return vec!["it panics".to_owned()];
    };
    let mut found: Vec<String> = said.iter().flat_map(|diagnostic| faults(diagnostic, &words, &source)).collect();
    if !said.iter().any(|diagnostic| diagnostic.code == case.code) {
        found.push(format!("{} is not said", case.code.id));
    }
    found.extend(case.compare(&shown(&said, &words[0])).err());
    found
}

#[test]
fn every_mistake_is_said_where_it_is_with_what_to_do() {
    let cases: Vec<Case> = cases().into_iter().filter(|case| case.run != "command").collect();
    let found: Vec<String> = cases
        .par_iter()
        .flat_map(|case| {
            let name = case.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            judge(case).into_iter().map(move |fault| format!("{name}: {fault}")).collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_code_has_a_case_that_is_named_after_it() {
    let names: BTreeSet<String> =
        cases().iter().filter_map(|case| Some(case.path.file_stem()?.to_string_lossy().into_owned())).collect();
    let lacking: Vec<String> =
        CODES.iter().map(|code| format!("{}-{}", code.id, code.name)).filter(|name| !names.contains(name)).collect();
    assert!(lacking.is_empty(), "no case for {lacking:?}");
}

#[test]
fn the_site_underneath_the_cases_is_clean() {
    assert_eq!(shown(&run_files(&base("newsroom")).0, &both_languages()[0]), "");
}
