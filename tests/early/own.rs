//! Each document of this repository's newsroom: a second before its release, and before each of its
//! changes, the output equals a build of sources that do not have it yet.
//!
//! What goes out earlier in the sources' own time stays in both; a statement whose event is taken out is
//! held then anyway, and loses the key that names it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use warta::locale::Instant;
use warta::pipeline;

use super::{Sources, project};
use crate::support::{self, Files, assert_same, built, golden};

/// What is taken out of the sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Taken {
    /// The document, or one language of it.
    Release,
    /// A change, by its place among those of its document.
    Change(usize),
    Withdrawal,
}

fn newsroom() -> Sources {
    let root = support::repository();
    let mut files = Sources::new();
    for top in ["content", "i18n", "static"] {
        for (name, bytes) in golden::read(&root.join(top)) {
            files.insert(format!("{top}/{name}"), String::from_utf8(bytes).unwrap());
        }
    }
    for name in ["warta.yaml", "ledger.jsonl"] {
        files.insert(name.to_owned(), std::fs::read_to_string(root.join(name)).unwrap());
    }
    // A reference that is taken out of an original changes it, and stops nothing here.
    let settings = files.get_mut("warta.yaml").unwrap();
    *settings = settings.replace("{kind:", "{stale: warning, kind:");
    files
}

/// Everything that happens to the newsroom's documents: when, to which, what.
fn happenings(files: &Sources) -> BTreeSet<(Instant, String, Taken)> {
    let report = pipeline::prepare(&project(files, support::LATE)).unwrap();
    let site = report.prepared.unwrap().site;
    let mut found = BTreeSet::new();
    for document in site.all() {
        let mut add = |at: &Instant, what| found.insert((at.clone(), document.id.to_string(), what));
        for locale in document.editions.locales() {
            // Editions at their own instants would have to be taken out one by one.
            document.facts.publish.instant(locale).into_iter().for_each(|at| _ = add(at, Taken::Release));
        }
        for (number, change) in document.facts.life.changes.iter().enumerate() {
            add(&change.at, Taken::Change(number));
        }
        document.facts.life.withdrawn.iter().for_each(|own| _ = add(&own.at, Taken::Withdrawal));
    }
    found
}

/// A second before an instant, as `--at` takes it.
fn second_before(instant: &Instant) -> String {
    jiff::Timestamp::from_second(instant.moment().as_second() - 1).unwrap().to_string()
}

/// The sources without it.
fn without(files: &Sources, id: &str, at: &Instant, what: Taken) -> Sources {
    let facts = format!("content/{id}/document.yaml");
    let mut bare = files.clone();
    match what {
        Taken::Release => {
            let folder = format!("content/{id}/");
            bare.retain(|name, _| !name.starts_with(&folder));
            bare.values_mut().for_each(|text| *text = unreferred(text, id));
        }
        Taken::Change(number) => {
            let entries = entries(&files[&facts], "changes");
            assert!(number < entries.len(), "{facts}");
            let text = files[&facts].replacen(&entries[number], "", 1);
            // A list that has lost its only entry is no list.
            let text = if entries.len() == 1 { text.replacen("changes:\n", "", 1) } else { text };
            bare.insert(facts, text);
        }
        Taken::Withdrawal => {
            let text = files[&facts].replacen(&block(&files[&facts], "withdrawn"), "", 1);
            bare.insert(facts, text);
        }
    }
    let is_later = |line: &str| {
        let line: BTreeMap<String, serde_json::Value> = serde_json::from_str(line).unwrap();
        let began = support::at(line["at"].as_str().unwrap());
        line["document"] == id && began.moment() >= at.moment()
    };
    let kept = files["ledger.jsonl"].lines().filter(|line| !is_later(line));
    bare.insert("ledger.jsonl".to_owned(), kept.map(|line| format!("{line}\n")).collect());
    assert_ne!(bare, *files, "{id}: nothing was taken out");
    bare
}

/// A top key of a facts file with everything below it.
fn block(text: &str, key: &str) -> String {
    let from = text.split_inclusive('\n').skip_while(|line| !line.starts_with(&format!("{key}:")));
    let mut lines = from.enumerate().take_while(|(at, line)| *at == 0 || line.starts_with([' ', '-']));
    lines.by_ref().map(|(_, line)| line).collect()
}

/// The entries of a list under a top key.
fn entries(text: &str, key: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in block(text, key).split_inclusive('\n').skip(1) {
        match (line.trim_start().starts_with("- "), entries.last_mut()) {
            (false, Some(last)) => last.push_str(line),
            _ => entries.push(line.to_owned()),
        }
    }
    entries
}

/// A file without its references to a document: the words of links stay, as plain text; keys of facts,
/// and entries of the menu, go.
fn unreferred(text: &str, id: &str) -> String {
    let names = |line: &str| {
        let line = line.trim();
        ["event", "parent", "replaced_by"].iter().any(|key| line == format!("{key}: {id}"))
            || line.starts_with("- ") && line.contains(&format!("\"doc:{id}\""))
    };
    let kept: String = text.split_inclusive('\n').filter(|line| !names(line)).collect();
    let mut text = kept;
    for end in [")", "#"] {
        let target = format!("](doc:{id}{end}");
        while let Some(at) = text.find(&target) {
            let open = text[..at].rfind('[').unwrap();
            let close = at + text[at..].find(')').unwrap() + 1;
            text = format!("{}{}{}", &text[..open], &text[open + 1..at], &text[close..]);
        }
    }
    assert!(!text.contains(&format!("doc:{id}\"")) && !text.contains(&format!("doc:{id})")), "{id} in {text}");
    text
}

#[test]
fn a_second_before_each_release_and_change_of_the_newsroom_its_output_equals_one_without_it() {
    let files = newsroom();
    let happenings = happenings(&files);
    assert!(happenings.len() > 8 && happenings.iter().any(|(.., what)| *what != Taken::Release), "{happenings:#?}");
    let instants: BTreeSet<&Instant> = happenings.iter().map(|(at, ..)| at).collect();
    let before: BTreeMap<&Instant, Files> =
        instants.into_par_iter().map(|at| (at, built(&project(&files, &second_before(at))).files)).collect();
    happenings.par_iter().for_each(|(at, id, what)| {
        let bare = built(&project(&without(&files, id, at, *what), &second_before(at))).files;
        assert_same(&before[at], &bare, &format!("a second before {}: {id}, {what:?}", at.iso()));
        let then = built(&project(&files, &at.iso())).files;
        assert_ne!(before[at], then, "{}: {id}, {what:?} changes no byte", at.iso());
    });
}
