//! The floors of the house (ARCHITECTURE.md): imports go down only, and some things stay in one room.
//!
//! Reads the program's sources as text. What is looked at is the program, not its unit tests.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{golden, repository};

/// The rooms with their floors. The pipeline stands between the store and the server.
const FLOORS: [(&str, u8); 19] = [
    ("bytes", 0),
    ("diagnostic", 0),
    ("digest", 0),
    ("late", 0),
    ("share", 0),
    ("locale", 0),
    ("source", 10),
    ("settings", 10),
    ("syntax", 20),
    ("model", 30),
    ("check", 40),
    ("theme", 40),
    ("output", 50),
    ("store", 60),
    ("pipeline", 65),
    ("serve", 70),
    ("external", 70),
    ("deploy", 70),
    ("command", 80),
];

/// Words that stand in some rooms or files only: the word, and where it may.
const ONLY_IN: [(&[&str], &[&str]); 8] = [
    (&["std::fs", "fs::"], &["source/", "store/"]),
    (&["tokio", "axum", "notify::", "notify_debouncer_full"], &["serve/", "command/serve.rs"]),
    (&["ureq"], &["external/ask.rs"]),
    (&["rustix"], &["source/folders/", "source/stamp.rs", "source/stamps.rs", "store/sizes.rs", "serve/background.rs"]),
    (
        &["println!", "eprintln!", "print!", "eprint!", "io::stdout", "io::stderr", "stdout()", "stderr()"],
        &["command/"],
    ),
    (&["SystemTime::now", "Timestamp::now", "Zoned::now"], &["command/"]),
    (&["std::process::exit", "process::exit"], &[]),
    (&["unsafe ", "static mut", "thread_local!"], &[]),
];

/// Words that must not stand in a room, whatever else may.
const NEVER_IN: [(&str, &[&str]); 4] = [
    ("model/", &["pulldown_cmark", "tera::", "fluent_bundle", "fluent_syntax", "serde_json", "quick_xml"]),
    ("check/", &["crate::output", "crate::store"]),
    ("output/", &["crate::check", "crate::store"]),
    ("settings", &["tera::", "pulldown_cmark"]),
];

/// Locks and other state that is shared: not below the server, these files excepted.
const STATE: [&str; 6] = ["Mutex", "RwLock", "OnceLock", "LazyLock", "RefCell", "OnceCell"];

/// The highlighter's syntaxes are loaded when first needed, and so are bodies that were read in an earlier
/// build; the tree in memory is written from many threads.
const STATEFUL: [&str; 3] = ["syntax/highlight.rs", "late.rs", "store/tree.rs"];

/// The program's sources by file below `src/`, without unit tests and comments.
fn sources() -> BTreeMap<String, String> {
    let files = golden::read(&repository().join("src")).into_iter();
    let rust = files.filter(|(name, _)| name.ends_with(".rs") && !name.ends_with("tests.rs"));
    rust.map(|(name, bytes)| (name, program(std::str::from_utf8(&bytes).unwrap()))).collect()
}

fn program(text: &str) -> String {
    let upto = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let code = text[..upto].lines().map(|line| match line.trim_start().starts_with("//") {
        true => "",
        false => line,
    });
    code.collect::<Vec<_>>().join("\n")
}

fn room_of(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap()
}

fn floor_of(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// The rooms that a file names by `crate::` or by as many `super::` as lead to the crate, with the line.
fn imports(file: &str, text: &str) -> Vec<(usize, String)> {
    let depth = file.trim_end_matches("/mod.rs").trim_end_matches(".rs").split('/').count();
    let mut found = Vec::new();
    for root in ["crate::".to_owned(), "super::".repeat(depth)] {
        for (at, _) in text.match_indices(&root) {
            let line = line_of(text, at);
            let is_whole =
                !text[..at].ends_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ':' | '$'));
            let rest = &text[at + root.len()..];
            if is_whole && !rest.starts_with("super::") {
                found.extend(first_words(rest).into_iter().map(|word| (line, word)));
            }
        }
    }
    found
}

/// The first word of a path, or of each path in braces.
fn first_words(path: &str) -> Vec<String> {
    let word =
        |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>();
    let Some(inside) = path.strip_prefix('{') else { return vec![word(path)] };
    let (mut words, mut depth, mut is_start) = (Vec::new(), 0, true);
    for (at, letter) in inside.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => is_start = true,
            _ if is_start && !letter.is_whitespace() => {
                words.push(word(&inside[at..]));
                is_start = false;
            }
            _ => {}
        }
    }
    words
}

/// Everything that is against the rules, as `file:line: what`.
fn violations(sources: &BTreeMap<String, String>) -> Vec<String> {
    let mut found = Vec::new();
    let mut edges: BTreeSet<(&str, String)> = BTreeSet::new();
    for (file, text) in sources.iter().filter(|(file, _)| !matches!(file.as_str(), "lib.rs" | "main.rs")) {
        let room = room_of(file);
        let Some(floor) = floor_of(room) else {
            found.push(format!("{file}: {room} has no floor"));
            continue;
        };
        for (line, other) in imports(file, text).into_iter().filter(|(_, other)| other != room) {
            match floor_of(&other) {
                None => found.push(format!("{file}:{line}: {other} has no floor")),
                Some(above) if above > floor => {
                    found.push(format!("{file}:{line}: {room} imports {other}, which is above it"))
                }
                Some(_) => {
                    edges.insert((room, other));
                }
            }
        }
        words(file, text, &mut found);
    }
    let both = edges
        .iter()
        .filter(|(room, other)| *room < other.as_str() && edges.contains(&(other.as_str(), (*room).to_owned())));
    found.extend(both.map(|(room, other)| format!("{room} and {other} import each other")));
    found
}

fn words(file: &str, text: &str, found: &mut Vec<String>) {
    let mut refuse = |word: &str| {
        for (at, _) in text.match_indices(word) {
            let is_word = !text[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
            if is_word {
                found.push(format!("{file}:{}: {word} does not belong here", line_of(text, at)));
            }
        }
    };
    for (words, rooms) in ONLY_IN {
        if !rooms.iter().any(|room| file.starts_with(room)) {
            words.iter().for_each(|word| refuse(word));
        }
    }
    for (room, words) in NEVER_IN {
        if file.starts_with(room) {
            words.iter().for_each(|word| refuse(word));
        }
    }
    if floor_of(room_of(file)) <= Some(65) && !STATEFUL.contains(&file) {
        STATE.iter().for_each(|word| refuse(word));
    }
}

#[test]
fn imports_go_down_only_and_what_belongs_to_one_room_stays_there() {
    let found = violations(&sources());
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_program_is_read_whole() {
    let sources = sources();
    for file in ["lib.rs", "pipeline.rs", "model/site.rs", "output/document.rs", "store/write.rs", "command/build.rs"] {
        assert!(sources.contains_key(file), "{file}");
    }
    let rooms: BTreeSet<&str> = sources.keys().map(|file| room_of(file)).collect();
    let known: BTreeSet<&str> = FLOORS.iter().map(|(room, _)| *room).chain(["lib", "main"]).collect();
    assert!(rooms.is_subset(&known), "{rooms:?}");
    let edges = sources.iter().map(|(file, text)| imports(file, text).len()).sum::<usize>();
    assert!(edges > 200, "{edges} imports were found");
}

/// What is found in one planted file.
fn planted(file: &str, text: &str) -> Vec<String> {
    violations(&BTreeMap::from([(file.to_owned(), program(text))]))
}

#[test]
fn an_upward_import_is_caught_in_every_form_it_can_be_written_in() {
    let upward = "model/site.rs:1: model imports output, which is above it";
    for line in [
        "use crate::output::Artifact;",
        "use crate::{output::Artifact, locale::{Locale, output}};",
        "fn f() -> crate::output::Artifact {",
        "use super::super::output;",
    ] {
        assert_eq!(planted("model/site.rs", line), [upward], "{line}");
    }
    assert_eq!(
        planted("pipeline.rs", "use super::serve;"),
        ["pipeline.rs:1: pipeline imports serve, which is above it"]
    );
    assert_eq!(
        planted("check/mod.rs", "use super::command::run;"),
        ["check/mod.rs:1: check imports command, which is above it"]
    );
}

#[test]
fn an_import_from_the_same_room_or_from_below_is_not_caught() {
    let text = "use crate::{locale::Locale, model::route};\nuse super::route::Route;\nuse super::super::source::Source;\n// crate::output\n";
    assert_eq!(planted("model/site.rs", text), Vec::<String>::new());
    let text = "use crate::model::site;\n#[cfg(test)]\nmod tests {\n    use crate::command;\n}\n";
    assert_eq!(planted("output/page.rs", text), Vec::<String>::new());
}

#[test]
fn rooms_of_one_floor_that_import_each_other_are_caught() {
    let sources = [("check/mod.rs", "use crate::theme::Theme;"), ("theme/mod.rs", "use crate::check::run;")];
    let sources = sources.map(|(file, text)| (file.to_owned(), text.to_owned()));
    assert_eq!(violations(&BTreeMap::from(sources)), ["check and theme import each other"]);
}

#[test]
fn what_belongs_to_one_room_is_caught_in_others() {
    for (file, text, word) in [
        ("model/site.rs", "use std::fs;", "std::fs"),
        ("output/page.rs", "let page = fs::read(path);", "fs::"),
        ("store/write.rs", "println!(\"done\");", "println!"),
        ("serve/mod.rs", "std::io::stdout().write()", "io::stdout"),
        ("pipeline.rs", "use tokio::spawn;", "tokio"),
        ("model/inline.rs", "use serde_json::Value;", "serde_json"),
        ("syntax/words.rs", "use std::sync::Mutex;", "Mutex"),
        ("check/links.rs", "jiff::Timestamp::now()", "Timestamp::now"),
        ("external/crew.rs", "ureq::get(address)", "ureq"),
    ] {
        let found = planted(file, text);
        assert!(found.contains(&format!("{file}:1: {word} does not belong here")), "{file}: {found:?}");
    }
}

#[test]
fn a_room_without_a_floor_is_caught() {
    assert_eq!(planted("utils/mod.rs", ""), ["utils/mod.rs: utils has no floor"]);
}
