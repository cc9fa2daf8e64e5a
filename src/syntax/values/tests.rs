//! That no value begins where the table of beginnings says that none can: with it and without it the same is
//! read.

use std::ops::Range;

use proptest::prelude::*;

use super::compare::{lacking, taken_apart};
use super::cut::{is_unseen, kind_of};
use super::starters::Starters;
use super::token::{Kind, LONGEST_WORD, Tokens};
use super::{Found, Reader, scan};
use crate::locale::Locale;
use crate::syntax::sieve::Sieve;

/// What words that mean a number, a part, an hour are put together from.
const STARTS: [&str; 9] = ["", "ke", "per", "se", "seper", "ber", "kese", "keper", "pertama"];
const STEMS: [&str; 71] = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "lima",
    "sembilan",
    "sepuluh",
    "sebelas",
    "belas",
    "puluh",
    "ratus",
    "seratus",
    "ribu",
    "seribu",
    "juta",
    "sejuta",
    "miliar",
    "setengah",
    "separuh",
    "jam",
    "pukul",
    "pkl",
    "tengah",
    "hari",
    "malam",
    "pekan",
    "abad",
    "dekade",
    "minggu",
    "selasa",
    "november",
    "mei",
    "one",
    "two",
    "five",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "twent",
    "fort",
    "third",
    "fifth",
    "first",
    "hundred",
    "thousand",
    "million",
    "half",
    "halves",
    "quarter",
    "noon",
    "midnight",
    "clock",
    "decade",
    "fortnight",
    "year",
    "hour",
    "tuesday",
    "may",
    "sept",
    "minus",
    "wita",
    "z",
    "rp",
    "usd",
    "us",
    "tel",
    "xiv",
    "central",
    "a",
];
const ENDS: [&str; 7] = ["", "nya", "s", "th", "ieth", "fold", "y"];

/// What may stand around such a word.
const AROUND: [(&str, &str); 17] = [
    ("", ""),
    ("", "$5"),
    ("a ", " of"),
    ("the ", " past six"),
    ("5 ", " rupiah"),
    ("", " 16 November 2021"),
    ("Selasa, ", " 5"),
    ("dua ", " lima"),
    ("one ", " and a half"),
    ("", "-19"),
    ("-", "$5"),
    ("(", ")"),
    ("12", "/2021"),
    ("pukul ", " malam"),
    ("", ". (021) 344 1508"),
    ("+62 ", " Indonesia time"),
    ("è", "\u{ad}é"),
];

/// Signs and figures beside which a value may begin.
const PIECES: [&str; 24] = [
    " ", " ", " ", "-", "–", ".", ",", "/", "(", ")", ":", "$", "€", "½", "+", "%", "12", "2021", "08", "٣", "\n",
    "\0", "www.", "@",
];

fn with_sieve(reader: Reader) -> (Reader, Sieve) {
    let sieve = Sieve::new([reader.starters()], None, []);
    (reader, sieve)
}

fn readers() -> Vec<(Reader, Sieve)> {
    let readers = ["id", "en", "de"].into_iter().filter_map(Locale::parse).map(|locale| Reader::of(&locale));
    readers.map(with_sieve).collect()
}

/// As the comparison of languages reads a text: not at all where its words say that it holds nothing.
fn both((reader, sieve): &(Reader, Sieve), text: &str) -> (Vec<Found>, Vec<Found>) {
    let filtered = reader.read_sifted(text, &sieve.sift(text));
    (filtered, scan::read(reader, Tokens::unfiltered(text)))
}

#[test]
fn every_word_that_begins_a_value_is_in_the_table() {
    for reader in readers() {
        for (start, stem, end) in STARTS
            .iter()
            .flat_map(|start| STEMS.iter().flat_map(move |stem| ENDS.iter().map(move |end| (*start, *stem, *end))))
        {
            let word = format!("{start}{stem}{end}");
            for word in [word.to_uppercase(), word] {
                for (before, behind) in AROUND {
                    let text = format!("{before}{word}{behind}");
                    let (filtered, unfiltered) = both(&reader, &text);
                    assert_eq!(filtered, unfiltered, "{text}");
                }
            }
        }
    }
}

#[test]
fn the_pairs_of_the_table_are_read_the_same_without_the_filter() {
    for reader in readers() {
        for line in include_str!("../../../tests/values.tsv").lines() {
            let (filtered, unfiltered) = both(&reader, line);
            assert_eq!(filtered, unfiltered, "{line}");
        }
    }
}

#[test]
fn readings_that_say_the_same_lack_nothing_when_they_are_taken_apart_either() {
    let readers = readers();
    let texts: Vec<&str> =
        include_str!("../../../tests/values.tsv").lines().flat_map(|line| line.split('\t')).collect();
    for (at, text) in texts.iter().enumerate() {
        let (one, other) = (readers[at % 2].0.read(text), texts.get(at + 1).unwrap_or(text));
        for (reader, _) in &readers {
            for second in [reader.read(text), reader.read(other)] {
                assert_eq!(lacking(&one, &second), taken_apart(&one, &second), "{text} / {other}");
            }
        }
    }
}

#[test]
fn a_number_that_stands_alone_is_read_without_what_is_behind_it() {
    let pieces = ["", "1", "12", "2021", "000", "٣", ".", ",", "’", "٫", " ", "\u{a0}", "½", "⅓", "-", "a"];
    for (reader, _) in readers() {
        for (one, other) in pieces.iter().flat_map(|one| pieces.iter().map(move |other| (one, other))) {
            for first in ["1", "12", "2021", "٣", &"1".repeat(301)] {
                for text in [format!("{first}{one}{other}"), format!("{first}{one}{other}000")] {
                    let tokens = Tokens::unfiltered(&text);
                    let is_alone = reader.written(&tokens, 0).end == 1;
                    assert_eq!(reader.is_alone(&tokens, 0), is_alone, "{text}");
                }
            }
        }
    }
}

/// The tokens of a text, letter by letter.
fn slowly(text: &str) -> Vec<(Kind, Range<usize>)> {
    let mut tokens: Vec<(Kind, Range<usize>)> = Vec::new();
    let mut last_zero = None;
    for (at, letter) in text.char_indices().filter(|(_, letter)| !is_unseen(*letter)) {
        let ((kind, zero), end) = (kind_of(letter), at + letter.len_utf8());
        match tokens.last_mut() {
            Some((last, range)) if *last == kind && zero == last_zero && !matches!(kind, Kind::Sign(_)) => {
                range.end = end;
            }
            _ => tokens.push((kind, at..end)),
        }
        last_zero = zero;
    }
    tokens
}

proptest! {
    #[test]
    fn the_tokens_of_a_text_are_those_that_are_found_letter_by_letter(
        text in "[a-cA-C ]{0,70}([A-Z0-9@`{/:\\[ \t\u{7f}]{0,70}|[a-z]{120,140})[x.1 é٣„\u{ad}\u{a0}Ⅻ½]{0,70}",
        any in any::<String>(),
    ) {
        for text in [text, any] {
            let tokens = Tokens::of(&text, &[], &Starters::default());
            let slowly = slowly(&text);
            let found = (0..).map_while(|at| Some((tokens.kind(at)?, tokens.bytes(at, at + 1)))).collect::<Vec<_>>();
            prop_assert_eq!(&found, &slowly, "{:?}", text);
            for (at, (kind, range)) in slowly.into_iter().enumerate() {
                let is_word = kind == Kind::Word && range.len() <= LONGEST_WORD;
                let word: String = text[range].chars().flat_map(char::to_lowercase).collect();
                prop_assert_eq!(tokens.word(at), if is_word { word.as_str() } else { "" }, "{:?}", text);
            }
        }
    }

    #[test]
    fn any_text_is_read_the_same_without_the_filter(
        text in any::<String>(),
        parts in proptest::collection::vec((0..STARTS.len(), 0..STEMS.len(), 0..ENDS.len(), 0..PIECES.len()), 0..12),
    ) {
        let part = |(start, stem, end, piece): (usize, usize, usize, usize)| {
            [STARTS[start], STEMS[stem], ENDS[end], PIECES[piece]].concat()
        };
        let parts: String = parts.into_iter().map(part).collect();
        for reader in readers() {
            for text in [&text, &parts, &format!("{parts}{text}{parts}")] {
                let (filtered, unfiltered) = both(&reader, text);
                prop_assert_eq!(filtered, unfiltered, "{}", text);
            }
        }
    }
}
