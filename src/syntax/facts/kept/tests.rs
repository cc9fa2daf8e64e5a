use super::*;
use crate::settings;
use crate::source::Source;
use crate::syntax::facts::{FACTS_FILE, parse};

const SETTINGS: &str = "base_url: https://a.example\nlocales: [id, en]\ntime_zone: Asia/Makassar\n\
                        collections: {releases: {kind: release}}\n\
                        taxonomies: {topics: {terms: [sea, port]}, areas: {terms: [north]}}\n";

fn settings(text: &str) -> Settings {
    settings::read(&Source::new("warta.yaml", text)).take(&mut Vec::new()).expect("settings")
}

/// The facts of a text, and what is made of what is kept of it with other settings, as facts of another kind.
fn again(
    text: &str,
    (kind, of): (Kind, &Settings),
    (other_kind, now): (Kind, &Settings),
) -> (Reported<Facts>, bool, Option<Reported<Facts>>) {
    let source = Source::new("content/releases/a/document.yaml", text);
    assert!(source.file.ends_with(FACTS_FILE));
    let tree = parse(&source).value.expect("YAML");
    let read = of_node(&source.file, &tree, kind, of);
    let bytes = postcard::to_allocvec(&Extract::of(tree, &read, read_by(of))).expect("facts can be kept");
    let kept: Extract<'_> = postcard::from_bytes(&bytes).expect("what was kept");
    let is_typed = matches!(kept, Extract::Typed(..));
    let facts = kept.facts(&source.file, other_kind, (now, read_by(now)));
    (read, is_typed, facts)
}

/// Lines of facts, each of which a file may have; those of kinds only theirs.
const COMMON: [&str; 14] = [
    "status: approved",
    "publish: 2025-12-31 21.10 WITA",
    "publish: {id: 2025-12-31 21.10.05 WITA, en: 2026-01-01T00:00:00+08:00}",
    "original: en",
    "authoritative: all",
    "authoritative: id",
    "event: doc:events/forum",
    "topics: [sea, port]",
    "areas: [north, 'So\"uth']",
    "figures: {share: 4.300, year: 2025}",
    "dates: {start: 2025-01-01}",
    "files: [{src: a.pdf, lang: en, label: {id: A, en: B}}]",
    "extra: {a: [b, c]}",
    "redirect_from: {en: [/old]}",
];
const LIFE: [&str; 4] = [
    "changes: [{at: 2026-01-02 10.00 WITA, grade: correction, note: {id: a, en: b}}]",
    "withdrawn: {at: 2026-01-02 10.00 WITA, reason: {id: a, en: b}}",
    "removed: {at: 2026-01-02 10.00 WITA, reason: {id: a, en: b}}",
    "waive: [{check: parity-number, at: p1, reason: wanted}]",
];
const RELEASE: [&str; 3] = ["place: {en: Sea, id: Laut}", "number: 4999/PR/2025", "contact: {id: A}"];
const STATEMENT: [&str; 8] = [
    "country: XA",
    "organization: {id: A, en: B}",
    "speaker: {name: N, role: {id: A, en: B}}",
    "speaker: {name: N}",
    "delivered: 2025-01-01",
    "delivery: recorded",
    "agenda: quays",
    "text: summary",
];
const OUTCOME: [&str; 2] = ["adopted: 2025-01-01", "standing: binding"];
const EVENT: [&str; 3] = ["starts: 2025-01-01", "time_zone: Asia/Jakarta", "venue: {id: A, en: B}"];

const KINDS: [Kind; 5] = [Kind::Release, Kind::Statement, Kind::Outcome, Kind::Event, Kind::Page];

fn lines_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Release => &RELEASE,
        Kind::Statement => &STATEMENT,
        Kind::Outcome => &OUTCOME,
        Kind::Event => &EVENT,
        Kind::Page => &[],
    }
}

/// A text of these lines of what a kind may say, without two of one key; lines of nothing are left out.
fn text(kind: Kind, chosen: &[usize]) -> String {
    let all: Vec<&str> = COMMON.iter().chain(&LIFE).chain(lines_of(kind)).copied().collect();
    let mut lines: Vec<&str> = Vec::new();
    for line in chosen.iter().map(|at| all[at % all.len()]) {
        let key = |line: &str| line.split(':').next().map(str::to_owned);
        if !lines.iter().any(|known| key(known) == key(line)) {
            lines.push(line);
        }
    }
    lines.join("\n") + "\n"
}

proptest::proptest! {
    #[test]
    fn facts_that_were_kept_are_those_that_were_read(
        kind in 0..KINDS.len(),
        chosen in proptest::collection::vec(0usize..1000, 0..12),
    ) {
        let (kind, settings) = (KINDS[kind], settings(SETTINGS));
        let text = text(kind, &chosen);
        let (read, is_typed, again) = again(&text, (kind, &settings), (kind, &settings));
        let again = again.expect("the settings are the same");
        proptest::prop_assert_eq!((&again.value, &again.said), (&read.value, &read.said), "{}", text);
        proptest::prop_assert!(!is_typed || read.said.is_empty(), "{}", text);
        let is_rare = LIFE.iter().chain(&COMMON[11..]).any(|line| text.contains(line));
        let is_usual = read.said.is_empty() && kind != Kind::Event && !is_rare;
        proptest::prop_assert_eq!(is_typed, is_usual, "{}", text);
    }
}

#[test]
fn facts_are_read_anew_by_other_settings_and_as_another_kind() {
    let own = settings(SETTINGS);
    let text = "status: approved\npublish: 2025-12-31 21.10 WITA\noriginal: en\ntopics: [sea]\n";
    let of = |now: &Settings| again(text, (Kind::Release, &own), (Kind::Release, now)).2.map(|again| again.value);
    let read = of(&own).expect("the same settings");
    let others = [
        SETTINGS.replace("[id, en]", "[id]"),
        SETTINGS.replace("[id, en]", "[en, id]"),
        SETTINGS.replace("Makassar", "Jakarta"),
        SETTINGS.replace("Makassar", "Nowhere"),
        SETTINGS.replace("topics", "themes"),
        SETTINGS.replace(", areas: {terms: [north]}", ""),
    ];
    for other in others.iter().map(|other| settings(other)) {
        assert_eq!(of(&other), None);
    }
    // These say nothing that facts are read by.
    for other in [SETTINGS.replace("a.example", "b.example"), SETTINGS.replace("[sea, port]", "[port]")] {
        assert_eq!(of(&settings(&other)), Some(read.clone()));
    }
    for kind in KINDS.into_iter().filter(|kind| *kind != Kind::Release) {
        assert_eq!(again(text, (Kind::Release, &own), (kind, &own)).2.map(|again| again.value), None);
    }
}
