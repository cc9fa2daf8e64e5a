//! What is added stands where it should, and nothing else moves.

use proptest::prelude::*;

use super::*;
use crate::settings::{self, Kind, Settings};
use crate::source::Source;
use crate::syntax::facts::{self, Facts};

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a tag of the test")
}

fn both(id: &str, en: &str) -> PerLocale<String> {
    [(locale("id"), id.to_owned()), (locale("en"), en.to_owned())].into_iter().collect()
}

fn change() -> Addition {
    let note = both("Salah angka.", "A wrong figure.");
    Addition::Change(NewChange {
        at: "2031-03-13 08.00 WITA".into(),
        grade: Grade::Correction,
        major: None,
        note,
        affects: None,
    })
}

fn withdrawal() -> Addition {
    Addition::Withdrawal(NewWithdrawal {
        at: "2031-03-14 08.00 WITA".into(),
        editions: Some(vec![locale("en")]),
        reason: both("Keliru.", "Faulty."),
        replaced_by: Some("releases/2031/plan".into()),
    })
}

fn amended(text: &str, addition: &Addition) -> Option<String> {
    super::amended(&"document.yaml".into(), text, addition)
}

fn site() -> Settings {
    let text =
        "base_url: https://a.example\nlocales: [id, en]\ntime_zone: Asia/Makassar\ncollections: {a: {kind: release}}\n";
    settings::read(&Source::new("warta.yaml", text)).value.expect("good settings")
}

fn facts(text: &str) -> (Facts, Vec<String>) {
    let read = facts::read(&Source::new("content/a/b/document.yaml", text), Kind::Release, &site());
    let said = read.said.iter().map(|said| format!("{} {:?}", said.code.id, said.arguments)).collect();
    (read.value.expect("it is YAML"), said)
}

const CHANGE: &str = "  - at: 2031-03-13 08.00 WITA\n    grade: correction\n    note:\n      id: \"Salah angka.\"\n      en: \"A wrong figure.\"\n";

#[test]
fn where_there_is_nothing_of_its_kind_it_goes_to_the_end() {
    for text in
        ["", "# only a remark\n", "status: approved\n", "status: approved\n\n# the end\n\n", "---\nstatus: approved\n"]
    {
        assert_eq!(amended(text, &change()), Some(format!("{text}changes:\n{CHANGE}")), "{text:?}");
        let added = "withdrawn:\n  at: 2031-03-14 08.00 WITA\n  editions: [en]\n  reason:\n    id: \"Keliru.\"\n    en: \"Faulty.\"\n  replaced_by: releases/2031/plan\n";
        assert_eq!(amended(text, &withdrawal()), Some(format!("{text}{added}")), "{text:?}");
    }
    assert_eq!(amended("status: approved", &change()), Some(format!("status: approved\nchanges:\n{CHANGE}")));
    assert_eq!(
        amended("  status: draft\n  number: x\n", &change()),
        Some(format!(
            "  status: draft\n  number: x\n  changes:\n{}",
            CHANGE.replace("  - ", "    - ").replace("\n    ", "\n      ").replace("\n      - ", "\n    - ")
        ))
    );
}

#[test]
fn behind_the_last_change_it_stands_as_that_one_does() {
    let old = "  - at: 2031-03-12 19.00 WITA\n    grade: editorial   # by the desk\n    note: {id: Salah ketik., en: A typo.}\n";
    for (before, after) in [("changes:\n", ""), ("status: approved\nchanges:  # all of them\n", "number: 7\n")] {
        let text = format!("{before}{old}{after}");
        assert_eq!(amended(&text, &change()), Some(format!("{before}{old}{CHANGE}{after}")), "{text:?}");
    }
    // Comments: those deeper than the dash belong to the entry, others to what follows.
    let text = format!("changes:\n{old}    # checked\n\n# the number\nnumber: 7\n");
    assert_eq!(
        amended(&text, &change()),
        Some(format!("changes:\n{old}    # checked\n{CHANGE}\n# the number\nnumber: 7\n"))
    );
    // At the margin, and with a wider gap.
    let text = "changes:\n-   at: 2031-03-12 19.00 WITA\n    grade: editorial\n    note: {id: a, en: b}\nnumber: 7\n";
    let added = "-   at: 2031-03-13 08.00 WITA\n    grade: correction\n    note:\n      id: \"Salah angka.\"\n      en: \"A wrong figure.\"\n";
    assert_eq!(amended(text, &change()), Some(text.replace("number", &format!("{added}number"))));
    // Items in flow style in a block list, and a value over lines.
    let text = "changes:\n  - {at: 2031-03-12 19.00 WITA, grade: editorial,\n     note: {id: a, en: b}}\nnumber: 7\n";
    assert_eq!(amended(text, &change()), Some(text.replace("number", &format!("{CHANGE}number"))));
    let text = "changes:\n  - at: 2031-03-12 19.00 WITA\n    grade: editorial\n    note:\n      id: a\n      en: |\n        one\n        # two\n\nnumber: 7\n";
    assert_eq!(amended(text, &change()), Some(text.replace("\n\nnumber", &format!("\n{CHANGE}\nnumber"))));
}

#[test]
fn a_key_without_a_value_gets_it() {
    assert_eq!(amended("changes:\nnumber: 7\n", &change()), Some(format!("changes:\n{CHANGE}number: 7\n")));
    assert_eq!(
        amended("number: 7\nchanges:  # none yet", &change()),
        Some(format!("number: 7\nchanges:  # none yet\n{CHANGE}"))
    );
}

#[test]
fn line_endings_are_those_of_the_file() {
    let text = "status: approved\r\nnumber: 7\r\n";
    let added = format!("changes:\n{CHANGE}").replace('\n', "\r\n");
    assert_eq!(amended(text, &change()), Some(format!("{text}{added}")));
    let text = format!("{text}{added}");
    assert_eq!(amended(&text, &change()), Some(format!("{text}{}", CHANGE.replace('\n', "\r\n"))));
}

#[test]
fn a_shape_that_is_not_sure_is_left_alone() {
    for text in [
        "changes: []\n",
        "changes: [{at: 2031-03-12 19.00 WITA, grade: editorial, note: {id: a, en: b}}]\n",
        "changes: [\n  {at: 2031-03-12 19.00 WITA, grade: editorial, note: {id: a, en: b}}\n]\n",
        "{status: approved}\n",
        "{status: approved,\n number: 7}\n",
        "changes:\n  -\n    at: 2031-03-12 19.00 WITA\n    grade: editorial\n    note: {id: a, en: b}\n",
        "changes: ~\n",
        "changes: x\n",
        "changes: {at: x}\n",
        "status: approved\n...\n",
        "status: [\n",
        "- a\n",
        "contact: |+\n  one\nchanges: !!seq []\n",
        "? status\n: approved\n",
    ] {
        assert_eq!(amended(text, &change()), None, "{text:?}");
    }
    assert_eq!(amended("withdrawn: {at: x}\n", &withdrawal()), None);
    assert_eq!(amended("withdrawn:\n  at: x\n", &withdrawal()), None);
}

#[test]
fn every_note_is_read_back_as_it_was_given() {
    for note in [
        "\"Sepuluh\", bukan 'sembilan'",
        "C:\\temp\\new \\n \\u0041",
        "# not a remark: [a, b] {c} & *d !e |",
        "- at: x",
        "satu\ndua\n\ntiga\n",
        "🎌 é 漢字 العربية \u{202e}x\u{2028}y\u{feff}z\u{85}",
        " trailing and leading ",
        "@`%",
        "~",
        "true",
        "---",
    ] {
        let addition = Addition::Change(NewChange {
            at: "2031-03-13T08:00+08:00".into(),
            grade: Grade::Update,
            major: Some(false),
            note: both(note, note),
            affects: Some(vec![locale("en")]),
        });
        let new = amended("status: approved\n", &addition).unwrap_or_else(|| panic!("{note:?}"));
        assert!(addition.is_in(&LifeFacts::default(), &facts(&new).0.life), "{note:?} {new}");
    }
}

// Pieces of facts files, each whole by itself.
fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    let pieces = [
        "status: approved\n",
        "publish: 2031-03-12 18.00 WITA   # the hour\n",
        "original: id\n",
        "place: {id: 'Teluk: \"Biru\"', en: \"Blue \\\"Bay\\\" # 1\"}\n",
        "figures:\n  cities: 9\n  # inside\n  share: 0.5\n",
        "extra:\n  text: |\n    satu\n    # dua\n  more: >-\n    a\n\n    b\n",
        "extra2:\n  keep: |+\n    a\n\n",
        "number: >\n  one\n  two\n",
        "contact:\n  id: 'a\n    b'\n  en: c\n",
        "files: [\n  {src: a.pdf,\n   lang: id}\n]\n",
        "dates:\n    opened: 2031-03-12\n",
        "\"event\": events/forum\n",
    ];
    proptest::sample::subsequence(pieces.to_vec(), 0..8).prop_shuffle()
}

fn remarks() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec!["", "", "\n", "# a remark\n", "  # further in\n", "\n\n# one\n#two: x\n\n", "   \n"])
}

fn changes() -> impl Strategy<Value = String> {
    let entry = (0..4usize, remarks()).prop_map(|(shape, remark)| {
        let entry = match shape {
            0 => "  - at: 2031-03-12 19.00 WITA\n    grade: editorial\n    note: {id: a, en: b}\n",
            1 => "  - {at: 2031-03-12 20.00 WITA, grade: update, note: {id: a, en: b}}\n",
            2 => "  - note:\n      id: |\n        a\n        # b\n      en: 'c\n        d'\n    at: 2031-03-12 21.00 WITA\n    grade: correction\n",
            _ => "  - grade: update\n    affects: [en]\n    # why\n    at: 2031-03-12 22.00 WITA\n    note:\n        id: a\n        en: b\n",
        };
        format!("{entry}{remark}")
    });
    proptest::collection::vec(entry, 0..4).prop_map(|entries| match entries.is_empty() {
        true => String::new(),
        false => format!("changes:\n{}", entries.concat()),
    })
}

proptest! {
    #[test]
    fn the_old_text_stays_and_the_old_changes_and_the_new_one_are_read(
        pieces in pieces(),
        remarks in proptest::collection::vec(remarks(), 10),
        changes in changes(),
        at in 0..8usize,
        note in "[^\\p{Cc}]{1,40}",
        carriage: bool,
        cut: bool,
    ) {
        let mut text = String::new();
        for (which, piece) in pieces.iter().enumerate() {
            text.push_str(remarks[which]);
            if which == at { text.push_str(&changes); }
            text.push_str(piece);
        }
        if at >= pieces.len() { text.push_str(&changes); }
        text.push_str(remarks[9]);
        if carriage { text = text.replace('\n', "\r\n"); }
        if cut { text.truncate(text.trim_end().len()); }
        let (old, old_said) = facts(&text);
        let addition = Addition::Change(NewChange {
            at: "2031-03-13 08.00 WITA".into(), grade: Grade::Clarification, major: None, note: both(&note, "x"), affects: None,
        });
        match amended(&text, &addition) {
            Some(new) => {
                let (new_facts, new_said) = facts(&new);
                prop_assert!(addition.is_in(&old.life, &new_facts.life));
                let marks = |said: &Vec<String>| said.iter().filter(|said| !note.contains(['{', '[', ']', '}', '\\']) || !said.starts_with("W05")).cloned().collect::<Vec<_>>();
                prop_assert_eq!(marks(&old_said), marks(&new_said));
                // The old text is there before and behind what was put in.
                let front = text.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
                let back = text.bytes().rev().zip(new.bytes().rev()).take_while(|(one, other)| one == other).count();
                prop_assert!(front + back >= text.len(), "{:?}\n{:?}", text, new);
                prop_assert_eq!(carriage && !text.is_empty() && text.contains('\n'), new.contains('\r') && !text.is_empty() && text.contains('\n'));
            }
            None => prop_assert!(false, "{}", text),
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "[a-z#:\\-\\[\\]{}\"' \n\r\t|>]{0,60}", key in "(changes|withdrawn)?") {
        for addition in [change(), withdrawal()] {
            for text in [text.clone(), format!("{key}:{text}"), format!("{key}:\n  - {text}")] {
                amended(&text, &addition);
            }
        }
    }
}
