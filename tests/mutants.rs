//! Mutants of the newsroom: one figure, date, link, heading or name is changed in one language of one
//! document, and the comparison of languages must find it, at its line.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use rayon::prelude::*;
use warta::diagnostic::Diagnostic;
use warta::pipeline;

use crate::support::{self, golden};

/// Of the mutants of each sort, and of all, so many in a hundred are found.
const WANTED: usize = 98;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Figure,
    Date,
    Link,
    Heading,
    Name,
}

/// One file with one change.
#[derive(Debug)]
struct Mutant {
    sort: Sort,
    file: String,
    /// The line that was changed, from 1.
    line: u32,
    text: String,
    /// Which of the headings is gone, if one is.
    heading: Option<usize>,
    /// What stands there now instead of what.
    told: String,
}

type Sources = BTreeMap<String, String>;

fn newsroom() -> Sources {
    let root = support::repository();
    let mut files = Sources::new();
    for top in ["content", "i18n"] {
        for (name, bytes) in golden::read(&root.join(top)) {
            files.extend(String::from_utf8(bytes).ok().map(|text| (format!("{top}/{name}"), text)));
        }
    }
    let settings = std::fs::read_to_string(root.join("warta.yaml")).unwrap();
    // What was released must not change: that is told elsewhere.
    files.insert("warta.yaml".to_owned(), settings.replace("ledger: on", "ledger: off"));
    files
}

/// The folders of the documents that have both languages.
fn documents(files: &Sources) -> Vec<String> {
    let folders = files.keys().filter_map(|name| name.strip_suffix("/id.md"));
    folders.filter(|folder| files.contains_key(&format!("{folder}/en.md"))).map(str::to_owned).collect()
}

/// The site with one document alone: what the others say does not matter here.
fn alone<'a>(files: &'a Sources, folder: &str) -> BTreeMap<&'a str, &'a str> {
    let prefix = format!("{folder}/");
    // The path of a statement has its event's.
    let is_kept =
        |name: &str| !name.starts_with("content/") || name.starts_with("content/events/") || name.starts_with(&prefix);
    files.iter().filter(|(name, _)| is_kept(name)).map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

/// What the comparison of languages says.
fn said(files: &BTreeMap<&str, &str>) -> Vec<Diagnostic> {
    let mut text = String::new();
    files.iter().for_each(|(name, file)| writeln!(text, "-- {name} --\n{}", file.trim_end()).unwrap());
    let said = pipeline::check(&support::project(&text)).unwrap().said;
    said.into_iter().filter(|said| said.code.id.starts_with("W11")).collect()
}

/// Whether something is said of this line, which is right without the change.
fn is_found(mutant: &Mutant, files: &Sources) -> bool {
    let (folder, name) = mutant.file.rsplit_once('/').unwrap();
    let mut mutated = alone(files, folder);
    mutated.insert(&mutant.file, &mutant.text);
    // A heading that is gone is at its line in the other language.
    let other = format!("{folder}/{}", if name == "id.md" { "en.md" } else { "id.md" });
    let gone = mutant.heading.and_then(|number| {
        let headings = files[&other].lines().zip(1..).filter(|(line, _)| line.starts_with("##"));
        headings.map(|(_, line)| line).nth(number)
    });
    let (file, line) = gone.map_or((&mutant.file, mutant.line), |line| (&other, line));
    let is_at = |said: &Diagnostic| {
        let mut places = said.place.iter().chain(&said.other);
        places.any(|place| *place.file == **file && (place.span.line..=place.span.end_line).contains(&line))
    };
    said(&mutated).iter().any(|said| said.code.name != "waived" && is_at(said))
}

const MONTHS: [[&str; 12]; 2] = [
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// Numbers that are no article and no place in an order.
const NUMBERS: [[&str; 9]; 2] = [
    ["dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"],
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
];

const NAMES: [[&str; 6]; 2] = [
    ["Indonesia", "Australia", "Singapura", "Jepang", "Tiongkok", "Belanda"],
    ["Indonesia", "Australia", "Singapore", "Japan", "China", "Netherlands"],
];

/// The bytes of a line that are no words: targets of links, placeables, marks of footnotes, code, attributes.
fn masked(line: &str) -> Vec<Range<usize>> {
    let mut masked = Vec::new();
    for (open, close) in [("](", ")"), ("{", "}"), ("[^", "]"), ("`", "`")] {
        let mut at = 0;
        while let Some(start) = line[at..].find(open).map(|start| at + start) {
            let Some(length) = line[start + open.len()..].find(close) else { break };
            let end = start + open.len() + length + close.len();
            masked.push(start..end);
            at = end;
        }
    }
    masked
}

/// Where a word stands by itself among the words of a line.
fn places(line: &str, word: &str) -> Vec<Range<usize>> {
    let masked = masked(line);
    let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '-');
    let found = line.match_indices(word).map(|(start, word)| start..start + word.len());
    found
        // A language is no state.
        .filter(|place| !line[..place.start].ends_with("bahasa "))
        .filter(|place| !is_part(line[..place.start].chars().next_back()))
        .filter(|place| !is_part(line[place.end..].chars().next()))
        .filter(|place| masked.iter().all(|masked| place.end <= masked.start || masked.end <= place.start))
        .collect()
}

/// Changes of one line: what is changed to what.
fn changes(line: &str, language: usize) -> Vec<(Sort, Range<usize>, String)> {
    let mut changes = Vec::new();
    for (sort, words) in
        [(Sort::Date, &MONTHS[language][..]), (Sort::Figure, &NUMBERS[language]), (Sort::Name, &NAMES[language])]
    {
        for (at, word) in words.iter().enumerate() {
            let other = words[(at + 1) % words.len()];
            changes.extend(places(line, word).into_iter().map(|place| (sort, place, other.to_owned())));
        }
    }
    changes.extend(digits(line, language));
    changes.extend(targets(line));
    changes.extend(placeables(line));
    changes
}

/// Each figure with another last digit.
fn digits(line: &str, language: usize) -> Vec<(Sort, Range<usize>, String)> {
    let masked = masked(line);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = line[at..].find(|letter: char| letter.is_ascii_digit()).map(|start| at + start) {
        let rest = &line[start..];
        let end = start + rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        at = end;
        let is_item = line[..start].trim().is_empty() && line[end..].starts_with(". ");
        // The groups of one figure are one figure: the last one is changed.
        let is_inner = line[end..].starts_with(['.', ',']) && line[end + 1..].starts_with(|l: char| l.is_ascii_digit());
        let is_word = line[..start].ends_with(|letter: char| letter.is_alphabetic() || letter == '-');
        if is_item || is_inner || is_word || masked.iter().any(|masked| masked.contains(&start)) {
            continue;
        }
        let last = line.as_bytes()[end - 1] - b'0';
        let other = format!("{}{}", &line[start..end - 1], if last == 9 { 8 } else { last + 1 });
        let is_date = MONTHS[language].iter().any(|month| line[end..].trim_start().starts_with(month));
        found.push((if is_date { Sort::Date } else { Sort::Figure }, start..end, other));
    }
    found
}

/// Each link to somewhere else.
fn targets(line: &str) -> Vec<(Sort, Range<usize>, String)> {
    let links = line.match_indices("](").filter_map(|(at, _)| {
        let start = at + 2;
        let end = start + line[start..].find(')')?;
        let target = &line[start..end];
        let other = match target {
            "doc:pages/about" => "doc:outcomes/bali-message".to_owned(),
            _ if target.starts_with("doc:") => "doc:pages/about".to_owned(),
            _ => format!("{target}-2"),
        };
        Some((Sort::Link, start..end, other))
    });
    links.collect()
}

/// Each figure or date of the facts, and each name of the register, as something else.
fn placeables(line: &str) -> Vec<(Sort, Range<usize>, String)> {
    let found = line.match_indices("{ ").filter_map(|(start, _)| {
        let end = start + line[start..].find('}')? + 1;
        let inner = &line[start..end];
        match inner {
            _ if inner.contains("DATETIME") => Some((Sort::Date, start..end, "17 November 2022".to_owned())),
            _ if inner.contains('$') => Some((Sort::Figure, start..end, "77".to_owned())),
            _ if inner.starts_with("{ -icdd") => Some((Sort::Name, start..end, "{ -rcdd }".to_owned())),
            _ if inner.starts_with("{ -") => Some((Sort::Name, start..end, "{ -icdd }".to_owned())),
            _ => None,
        }
    });
    found.collect()
}

/// Every mutant of one file.
fn mutants(file: &str, text: &str) -> Vec<Mutant> {
    let language = usize::from(file.ends_with("/en.md"));
    let lines: Vec<&str> = text.lines().collect();
    let body = lines.iter().skip(1).position(|line| *line == "---").unwrap() + 2;
    let mut mutants = Vec::new();
    let mut push = |sort, at: usize, new: Option<String>, told: String| {
        let with = lines.iter().enumerate().filter_map(|(number, line)| match &new {
            _ if number != at => Some((*line).to_owned()),
            new => new.clone(),
        });
        let text: String = with.map(|line| line + "\n").collect();
        let heading = new.is_none().then(|| lines[..at].iter().filter(|line| line.starts_with("##")).count());
        mutants.push(Mutant { sort, file: file.to_owned(), line: at as u32 + 1, text, heading, told });
    };
    let mut is_code = false;
    for (at, line) in lines.iter().enumerate() {
        is_code ^= line.starts_with("```");
        let is_words = at >= body || line.starts_with("title:") || line.starts_with("summary:");
        if is_code || !is_words {
            continue;
        }
        for (sort, place, other) in changes(line, language) {
            let told = format!("{} → {other}", &line[place.clone()]);
            let mut changed = (*line).to_owned();
            changed.replace_range(place, &other);
            push(sort, at, Some(changed), told);
        }
        if line.starts_with("##") {
            push(Sort::Heading, at, Some(format!("#{line}")), format!("#{line}"));
            push(Sort::Heading, at, None, format!("without {line}"));
        }
    }
    mutants
}

#[test]
fn a_change_in_one_language_of_the_newsroom_is_found_at_its_line() {
    let files = newsroom();
    let mut counts: BTreeMap<Sort, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for folder in documents(&files) {
        for locale in ["id", "en"] {
            let file = format!("{folder}/{locale}.md");
            let mutants = mutants(&file, &files[&file]);
            let found: Vec<bool> = mutants.par_iter().map(|mutant| is_found(mutant, &files)).collect();
            for (mutant, is_found) in mutants.iter().zip(found) {
                let (found, all) = counts.entry(mutant.sort).or_default();
                *found += usize::from(is_found);
                *all += 1;
                if !is_found {
                    missed.push(format!("{:?} {}:{} {}", mutant.sort, mutant.file, mutant.line, mutant.told));
                }
            }
        }
    }
    let sum = |(found, all): (usize, usize), (more, others): &(usize, usize)| (found + more, all + others);
    let (found, all) = counts.values().fold((0, 0), sum);
    assert!(counts.len() == 5 && all > 300, "too few: {counts:?}");
    assert!(found * 100 >= all * WANTED, "{found} of {all}: {counts:?}\n{}", missed.join("\n"));
}
