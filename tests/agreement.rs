//! How often the comparison of languages errs: paragraphs and whole texts of invented press offices, written
//! by people who had not seen what compares them. What it says wrongly, and what it misses, is listed here and
//! counted in `docs/parity.md`; a change that makes it err more is a change that fails.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use warta::diagnostic::Diagnostic;
use warta::pipeline;

use crate::support;

const PARAGRAPHS: &str = include_str!("agreement/paragraphs.txt");

const SETTINGS: &str = "-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Makassar
ledger: off
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: \"{section}/{slug}\", acceptance: off}
";

/// A text in both languages, with what was changed in one of them: how it reads in each, or `-`.
#[derive(Default)]
struct Text<'a> {
    id: &'a str,
    en: &'a str,
    differ: Vec<[&'a str; 2]>,
}

/// What is said of the languages of each text, by its number.
fn said(texts: &BTreeMap<&str, Text<'_>>) -> BTreeMap<String, Vec<Diagnostic>> {
    let mut site = SETTINGS.to_owned();
    for locale in ["id", "en"] {
        write!(site, "-- i18n/{locale}/site.ftl --\nsite-title = A\nsite-description = A\n").unwrap();
        site.push_str("publisher-name = A\ncollection-releases = A\n");
    }
    for (number, text) in texts {
        let folder = format!("content/releases/t{number}");
        write!(site, "-- {folder}/document.yaml --\nstatus: approved\npublish: 2021-11-01 09.00 WITA\n").unwrap();
        site.push_str("original: id\n");
        for (locale, text) in [("id", text.id), ("en", text.en)] {
            writeln!(site, "-- {folder}/{locale}.md --\n{}", edition(number, text)).unwrap();
        }
    }
    let mut found: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for said in pipeline::check(&support::project(&site)).unwrap().said {
        let file = said.place.as_ref().map(|place| place.file.to_string()).unwrap_or_default();
        let number = file.strip_prefix("content/releases/t").and_then(|rest| rest.split('/').next());
        if said.code.id.starts_with("W11") {
            found.entry(number.unwrap_or_default().to_owned()).or_default().push(said);
        }
    }
    found
}

/// The words file of `title: …`, `summary: …`, an empty line and a body, each of its lines two further down.
fn edition(number: &str, text: &str) -> String {
    let mut lines = text.trim().lines();
    let mut field = |name: &str| {
        let value = lines.next().and_then(|line| line.strip_prefix(name)).unwrap();
        format!("{name}'{}'", value.trim().replace('\'', "''"))
    };
    let (title, summary) = (field("title: "), field("summary: "));
    let body = lines.collect::<Vec<_>>().join("\n");
    let text = format!("---\n{title}\n{summary}\nslug: t{number}\n---\n{body}");
    text.replace('{', "\\{")
}

fn read(txtar: &str) -> BTreeMap<&str, Text<'_>> {
    let mut texts: BTreeMap<&str, Text<'_>> = BTreeMap::new();
    for file in txtar.split("-- ").skip(1).collect::<Vec<_>>() {
        let Some((name, text)) = file.split_once(" --\n") else { continue };
        let (number, name) = name.split_once('/').unwrap();
        let known = texts.entry(number).or_default();
        match name {
            "id.md" => known.id = text,
            "en.md" => known.en = text,
            _ => {
                let lines = text.lines().filter_map(|line| {
                    let mut cells = line.split('\t').skip(1);
                    Some([cells.next()?, cells.next()?])
                });
                known.differ = lines.collect();
            }
        }
    }
    texts
}

/// Where some words begin in a words file, as [`edition`] writes it.
fn line_of(number: &str, text: &str, words: &str) -> Option<u32> {
    let edition = edition(number, text).replace("''", "'");
    let words = words.trim_start_matches("| ").trim_end_matches(" |");
    edition.lines().zip(1..).find(|(line, _)| line.contains(words)).map(|(_, line)| line)
}

/// Whether one of the findings is at the changed words, in either language.
fn is_found(number: &str, text: &Text<'_>, differ: &[&str; 2], said: &[Diagnostic]) -> bool {
    let lines = [("id", line_of(number, text.id, differ[0])), ("en", line_of(number, text.en, differ[1]))];
    let is_at = |said: &Diagnostic| {
        said.place.iter().chain(&said.other).any(|place| {
            lines.iter().any(|(locale, line)| {
                let is_file = place.file.ends_with(&format!("/{locale}.md"));
                let lines = place.span.line..=place.span.end_line;
                is_file && line.is_some_and(|line| lines.contains(&line))
            })
        })
    };
    said.iter().any(is_at)
}

/// What came out, as `number: what` of texts that agree and are called different, and of changes missed.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    texts: usize,
    is_said_wrongly: BTreeSet<String>,
    changes: usize,
    is_missed: BTreeSet<String>,
}

fn outcome(texts: &BTreeMap<&str, Text<'_>>) -> Outcome {
    let said = said(texts);
    let mut outcome = Outcome { texts: 0, is_said_wrongly: BTreeSet::new(), changes: 0, is_missed: BTreeSet::new() };
    for (number, text) in texts {
        let said = said.get(*number).map(Vec::as_slice).unwrap_or_default();
        if text.differ.is_empty() {
            outcome.texts += 1;
            outcome.is_said_wrongly.extend(said.iter().map(|said| {
                let value = |key: &str| said.arguments.iter().find(|(name, _)| *name == key).map(|(_, value)| value);
                let [value, original] = ["value", "original"].map(|key| value(key).cloned().unwrap_or_default());
                format!("{number}: {} {value}|{original}", said.code.name)
            }));
        }
        for differ in &text.differ {
            outcome.changes += 1;
            if !is_found(number, text, differ, said) {
                outcome.is_missed.insert(format!("{number}: {}|{}", differ[0], differ[1]));
            }
        }
    }
    outcome
}

fn outcome_is(texts: &BTreeMap<&str, Text<'_>>, counts: (usize, usize), wrongly: &[&str], missed: &[&str]) {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let (texts_wanted, changes) = counts;
    let wanted = Outcome { texts: texts_wanted, is_said_wrongly: set(wrongly), changes, is_missed: set(missed) };
    assert_eq!(outcome(texts), wanted);
}

#[test]
fn of_a_hundred_paragraphs_two_are_called_different_wrongly_and_no_change_is_missed() {
    let records: Vec<&str> = PARAGRAPHS.split("\n\n").filter(|record| record.starts_with("## ")).collect();
    let of = |record: &str, key: &str| {
        record.lines().find_map(|line| line.strip_prefix(key)).map(str::to_owned).unwrap_or_default()
    };
    // A footnote's mark needs its footnote.
    let body = |text: String| {
        let note = if text.contains("[^1]") { "\n\n[^1]: A" } else { "" };
        format!("title: A\nsummary: A\n\n{text}{note}")
    };
    let owned: Vec<(String, [String; 2], bool)> = records
        .iter()
        .map(|record| {
            let mut head = record.trim_start_matches("## ").split_whitespace();
            let (number, verdict) = (head.next().unwrap().to_owned(), head.next().unwrap() == "differ");
            (number, ["id: ", "en: "].map(|key| body(of(record, key))), verdict)
        })
        .collect();
    let texts: BTreeMap<&str, Text<'_>> = owned
        .iter()
        .map(|(number, [id, en], is_differ)| {
            // The whole paragraph is one line.
            let line = |text: &'_ str| text.lines().nth(3).map(str::len).unwrap_or_default();
            let start = "title: A\nsummary: A\n\n".len();
            let differ = is_differ.then(|| [&id[start..start + line(id)], &en[start..start + line(en)]]);
            (number.as_str(), Text { id, en, differ: differ.into_iter().collect() })
        })
        .collect();
    let wrongly = ["29: parity-time 9 a.m. WIB (UTC+7)|", "69: parity-figure |50"];
    outcome_is(&texts, (64, 36), &wrongly, &[]);
}

#[test]
fn of_the_second_set_a_paragraph_that_was_split_is_told_and_states_without_a_register_are_missed() {
    let missed = [
        "24: Kepulauan Auria akan menjadi tuan rumah|hosted by the State of Bahari",
        // Lines of one paragraph are no list.
        "24: c. pembukaan rute feri Teluk Jernih–Tanjung Kencana; dan|-",
        // It is told at the mark that leads to the footnote.
        "25: [^1]: Bunga sudah termasuk biaya komitmen 0,25 persen atas dana yang belum dicairkan.|-",
        "26: Uni Selvara|Republic of Verantia",
    ];
    outcome_is(&read(include_str!("agreement/second.txtar")), (20, 42), &["20: parity-block |paragraph"], &missed);
}

#[test]
fn of_the_third_set_two_turns_of_phrase_are_told_and_states_that_are_exchanged_are_missed() {
    let missed = [
        "19: Tasmera akan menyumbang EUR 2,4 juta dan Antares EUR 3,1 juta|Antares will contribute EUR 2.4 million \
         and Tasmera EUR 3.1 million",
        "20: terbanyak berasal dari Antares (14.200), disusul Verel (11.900)|the largest group being from Verel \
         (14,200), followed by Antares (11,900)",
        "21: Liv Tormund | Lumen|Liv Tormund | Verel",
        "22: Lumen membantu kita membuat peta stok ikan, sedangkan Verel memberikan pelatihan bagi 500 \
         nakhoda.|Verel is helping us to map fish stocks, while Lumen is training 500 skippers.",
        "24: Lumen menyatakan akan menyumbangkan 20 ton beras|Tasmera has said that it will donate 20 tonnes of rice",
    ];
    let wrongly = ["03: parity-figure |enam", "08: parity-figure |tiga"];
    outcome_is(&read(include_str!("agreement/third.txtar")), (16, 32), &wrongly, &missed);
}

#[test]
fn of_the_fourth_set_one_turn_of_phrase_is_told_and_no_change_is_missed() {
    let wrongly = ["01: parity-figure |24"];
    outcome_is(&read(include_str!("agreement/fourth.txtar")), (12, 32), &wrongly, &[]);
}
