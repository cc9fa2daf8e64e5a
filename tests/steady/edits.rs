//! Random edits: a build over the last one equals a build from nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use warta::pipeline::Project;
use warta::store::tree::{Memory, Tree, Writing};

use super::{build_into, newsroom, of, pages, seeded};
use crate::support::{self, Files, assert_same, built};

/// One thing that an office may do between two builds.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    AddToBody(usize, String),
    Retitle(usize, String),
    Remove(usize),
    Add(u8),
    Withhold(usize),
    Message(usize, String),
    Topic(usize, usize),
    At(usize),
    Theme(usize, u8),
    Settings(usize),
    Urls,
}

fn edit() -> impl Strategy<Value = Edit> {
    let word = "[a-z]{1,6}";
    prop_oneof![
        3 => (any::<usize>(), word).prop_map(|(at, word)| Edit::AddToBody(at, word)),
        2 => (any::<usize>(), word).prop_map(|(at, word)| Edit::Retitle(at, word)),
        2 => any::<usize>().prop_map(Edit::Remove),
        2 => (0..20u8).prop_map(Edit::Add),
        1 => any::<usize>().prop_map(Edit::Withhold),
        2 => (any::<usize>(), word).prop_map(|(at, word)| Edit::Message(at, word)),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(at, topic)| Edit::Topic(at, topic)),
        1 => any::<usize>().prop_map(Edit::At),
        2 => (any::<usize>(), any::<u8>()).prop_map(|(at, mark)| Edit::Theme(at, mark)),
        2 => any::<usize>().prop_map(Edit::Settings),
        1 => Just(Edit::Urls),
    ]
}

/// A site under edit.
pub(super) struct Desk {
    pub(super) files: BTreeMap<String, String>,
    pub(super) at: &'static str,
}

const INSTANTS: [&str; 4] = ["2020-01-01T00:00:00Z", "2021-11-16T10:00:00Z", "2021-11-16T12:00:00Z", support::LATE];
const TOPICS: [&str; 5] = ["digital-economy", "data", "smes", "crisis-management", "capacity-building"];
const SETTINGS: [(&str, &str); 7] = [
    ("formats: en-GB", "formats: en-US"),
    ("x_default: chooser", "x_default: id"),
    ("time_zone: Asia/Makassar", "time_zone: Asia/Jakarta"),
    ("notice: site-notice\n", ""),
    ("https://newsroom.example.org", "https://other.example.org/below"),
    ("  - collection:statements\n", ""),
    ("section: {id: topik,", "section: {id: pokok,"),
];

impl Desk {
    pub(super) fn project(&self) -> Project {
        Project { at: support::at(self.at), ..of(&self.files) }
    }

    fn nth(&self, at: usize, is_wanted: impl Fn(&str) -> bool) -> Option<String> {
        let names: Vec<&String> = self.files.keys().filter(|name| is_wanted(name)).collect();
        (!names.is_empty()).then(|| names[at % names.len()].clone())
    }

    pub(super) fn change(&mut self, name: Option<String>, change: impl FnOnce(&str) -> String) {
        if let Some(text) = name.and_then(|name| self.files.get_mut(&name)) {
            *text = change(text);
        }
    }

    pub(super) fn apply(&mut self, edit: &Edit) {
        let is_words = |name: &str| name.starts_with("content/") && name.ends_with(".md");
        match edit {
            Edit::AddToBody(at, word) => self.change(self.nth(*at, is_words), |text| format!("{text}\nAnd {word}.\n")),
            Edit::Retitle(at, word) => self.change(self.nth(*at, is_words), |text| {
                let quoted = text.replacen("\ntitle: '", &format!("\ntitle: '{word} "), 1);
                if quoted == text { text.replacen("\ntitle: ", &format!("\ntitle: {word} "), 1) } else { quoted }
            }),
            Edit::Remove(at) => self.remove(*at),
            Edit::Add(number) => self.add(*number),
            Edit::Withhold(at) => {
                let lock = self.nth(*at, |name| name.ends_with("document.lock"));
                lock.and_then(|lock| self.files.remove(&lock));
            }
            Edit::Message(at, word) => {
                let file = self.nth(*at, |name| name.starts_with("i18n/"));
                self.change(file, |text| text.replacen(" = ", &format!(" = {word} "), 1));
            }
            Edit::Topic(at, topic) => {
                let facts = self.nth(*at, |name| name.ends_with("document.yaml") && !name.contains("/pages/"));
                self.change(facts, |text| {
                    let kept = text.lines().filter(|line| !line.starts_with("topics:"));
                    kept.map(|line| format!("{line}\n")).collect::<String>()
                        + &format!("topics: [{}]\n", TOPICS[topic % TOPICS.len()])
                });
            }
            Edit::At(at) => self.at = INSTANTS[at % INSTANTS.len()],
            Edit::Theme(at, mark) => self.theme(*at, *mark),
            Edit::Settings(at) => {
                let (from, to) = SETTINGS[at % SETTINGS.len()];
                self.change(Some("warta.yaml".to_owned()), |text| text.replacen(from, to, 1));
            }
            Edit::Urls => self.change(Some("warta.yaml".to_owned()), |text| match text.contains("urls: clean") {
                true => text.replace("urls: clean", "urls: directory"),
                false => text.replace("urls: directory", "urls: clean"),
            }),
        }
    }

    /// Removes a release that nothing else needs; its mentions become plain words.
    fn remove(&mut self, at: usize) {
        let Some(facts) = self.nth(at, |name| name.starts_with("content/releases/") && name.ends_with("document.yaml"))
        else {
            return;
        };
        let folder = facts.trim_end_matches("document.yaml").to_owned();
        self.files.retain(|name, _| !name.starts_with(&folder));
        let reference = format!("(doc:{})", folder.trim_start_matches("content/").trim_end_matches('/'));
        self.files.values_mut().for_each(|text| *text = text.replace(&reference, "(doc:pages/about)"));
    }

    fn add(&mut self, number: u8) {
        let folder = format!("content/releases/2022/new-{number}");
        let facts = format!(
            "status: approved\npublish: 2022-{:02}-05 10.00 WITA\noriginal: en\ntopics: [data]\n",
            number % 12 + 1
        );
        self.files.insert(format!("{folder}/document.yaml"), facts);
        for lang in ["id", "en"] {
            let words = format!(
                "---\ntitle: New {number}\nslug: new-{number}\n---\nNew, see [the event](doc:events/icdd-2021).\n"
            );
            self.files.insert(format!("{folder}/{lang}.md"), words);
        }
        let lock = "{\"version\": 1, \"accepted\": {\"id\": {\"original\": \"en\", \"at\": \"2022-01-01T00:00:00Z\", \
                    \"title\": \"000102030405060708090a0b0c0d0e0f\", \"blocks\": [], \"notes\": []}}}\n";
        self.files.insert(format!("{folder}/document.lock"), lock.to_owned());
    }

    /// Puts a file of the theme of the site's own over the embedded one, changed a little.
    fn theme(&mut self, at: usize, mark: u8) {
        const FILES: [(&str, &str, &str); 6] = [
            ("templates/base.html", "<body", "<body data-mark=\"{}\""),
            ("templates/components.html", "<article class=\"card ", "<article class=\"card m{} "),
            ("templates/error.html", "</header>", "</header>{{ t_in(lang=\"en\", id=\"site-description\") }}{}"),
            ("templates/list.html", "<section class=\"ledger\"", "<section class=\"ledger m{}\""),
            ("assets/css/site.css", "", "/* {} */"),
            ("i18n/en/theme.ftl", "home-name = Home", "home-name = Home {}"),
        ];
        let (file, found, put) = FILES[at % FILES.len()];
        let text = fs::read_to_string(support::repository().join("themes/warta").join(file)).unwrap();
        let put = put.replace("{}", &mark.to_string());
        let changed = if found.is_empty() { put + &text } else { text.replacen(found, &put, 1) };
        assert_ne!(changed, text, "{file} has no {found}");
        self.files.insert(format!("themes/warta/{file}"), changed);
    }
}

#[test]
fn after_any_edits_a_build_over_the_last_one_equals_a_build_from_nothing() {
    let config = Config { cases: 8, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, seeded(7));
    let edits = proptest::collection::vec(proptest::collection::vec(edit(), 1..4), 1..4);
    let whole = Memory::default();
    build_into(&of(&newsroom()), &whole);
    let outcome = runner.run(&edits, |rounds| {
        let tree = copy(&whole);
        let mut desk = Desk { files: newsroom(), at: support::LATE };
        for edits in rounds {
            edits.iter().for_each(|edit| desk.apply(edit));
            build_into(&desk.project(), &tree);
            let differing = differing(&pages(&tree), &built(&desk.project()).files);
            prop_assert!(differing.is_empty(), "{differing:?} after {edits:?}");
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// The files that two outputs do not have in common.
fn differing(found: &Files, wanted: &Files) -> Vec<String> {
    let names = found.keys().chain(wanted.keys()).filter(|name| found.get(*name) != wanted.get(*name));
    names.cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

fn copy(tree: &Memory) -> Memory {
    let copy = Memory::default();
    tree.files().iter().for_each(|(name, bytes)| copy.write(name, bytes, Writing::InPlace).unwrap());
    copy
}

/// Every kind of edit by itself: a random walk may miss one.
#[test]
fn after_each_kind_of_edit_a_build_over_the_last_one_equals_a_build_from_nothing() {
    let word = || "word".to_owned();
    let mut edits =
        vec![Edit::Urls, Edit::Add(3), Edit::Remove(0), Edit::Topic(2, 1), Edit::At(1), Edit::AddToBody(0, word())];
    edits.extend((0..3).map(Edit::Withhold));
    edits.extend((0..6).map(|at| Edit::Theme(at, 9)));
    edits.extend((0..SETTINGS.len()).map(Edit::Settings));
    edits.extend((0..4).map(|at| Edit::Message(at, word())));
    edits.extend((0..2).map(|at| Edit::Retitle(at * 5, word())));
    let whole = Memory::default();
    build_into(&of(&newsroom()), &whole);
    for edit in edits {
        let tree = copy(&whole);
        let mut desk = Desk { files: newsroom(), at: support::LATE };
        let before = desk.files.clone();
        desk.apply(&edit);
        assert!(desk.files != before || desk.at != support::LATE, "{edit:?} changes nothing");
        build_into(&desk.project(), &tree);
        assert_same(&pages(&tree), &built(&desk.project()).files, &format!("{edit:?}"));
    }
}
