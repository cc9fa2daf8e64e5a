//! Words that tell of a part, or of a time as people say it: "sepertiga", "three-quarters", "half an hour",
//! "half past midnight", "around the clock". All are doubtful: they answer a value and are never missed.

use super::clock::{Clock, Half};
use super::lexicon;
use super::scan::{Atom, Raw};
use super::token::{Kind, Tokens};
use super::{Decimal, Reader, Value};
use crate::syntax::weekday::words::Tongue;

/// Adds what such words say, where nothing else was read.
pub(super) fn add(reader: &Reader, tokens: &Tokens<'_>, atoms: &mut Vec<Atom>) {
    if reader.tongue == Tongue::Other {
        return;
    }
    let mut found: Vec<Atom> = Vec::new();
    let mut known = 0;
    for at in tokens.starts().filter(|at| tokens.kind(*at) == Some(Kind::Word)) {
        while atoms.get(known).is_some_and(|atom| atom.to <= at) {
            known += 1;
        }
        let is_taken = atoms.get(known).is_some_and(|atom| atom.from <= at && atom.is_sure);
        if !is_taken && !tokens.is_dead(at) {
            found.extend(at_word(reader, tokens, at));
        }
    }
    if !found.is_empty() {
        atoms.append(&mut found);
        atoms.sort_by_key(|atom| atom.from);
    }
}

fn at_word(reader: &Reader, tokens: &Tokens<'_>, at: usize) -> Vec<Atom> {
    let word = tokens.word(at);
    if word.is_empty() {
        return Vec::new();
    }
    if let Some(day) = reader.weekdays.get(word) {
        return vec![doubtful(at, Value::Weekday(*day), Vec::new())];
    }
    if let Some(parts) = denominator(reader.tongue, word) {
        return share(reader, tokens, at, parts);
    }
    match (reader.tongue, word) {
        (Tongue::English, "clock") if tokens.before_word(at) == "the" => vec![doubtful(at, figure(24), Vec::new())],
        (Tongue::English, _) => one_span(tokens, at, word).into_iter().collect(),
        (Tongue::Indonesian, "sejam") => vec![doubtful(at, figure(1), vec![figure(60)])],
        _ => Vec::new(),
    }
}

fn doubtful(at: usize, value: Value, also: Vec<Value>) -> Atom {
    Atom { raw: Raw::Said(value), from: at, to: at + 1, is_sure: false, also, is_definite: false }
}

fn figure(number: u128) -> Value {
    Value::Figure(Decimal::from(number))
}

fn percent(number: u128) -> Value {
    Value::Percent(Decimal::from(number))
}

/// The two hours that "half past six" may be.
fn hour_of_words(reader: &Reader, tokens: &Tokens<'_>, at: usize, minute: u8) -> Vec<Value> {
    let hour = match tokens.word(at) {
        "midnight" => return vec![Value::Time { hour: 0, minute, zone: None }],
        "noon" | "midday" => return vec![Value::Time { hour: 12, minute, zone: None }],
        _ if tokens.digit_count(at) > 0 => tokens.digits(at).parse().ok(),
        _ => reader.spelled(tokens, at).and_then(|spelled| spelled.value.small()),
    };
    let Some(hour) = hour.and_then(|hour: u32| u8::try_from(hour).ok()).filter(|hour| (1..=12).contains(hour)) else {
        return Vec::new();
    };
    let clock = |half| Clock { hour, minute, half: Some(half), zone: None }.value();
    vec![clock(Half::Morning), clock(Half::Afternoon)]
}

/// The position before white space or a hyphen.
fn before(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let is_hyphen = at.checked_sub(1).is_some_and(|before| tokens.is_sign(before, &lexicon::HYPHENS));
    if is_hyphen { at.checked_sub(2) } else { tokens.before_space(at) }
}

/// "an hour", "a year", "an hour and a half", "an hour and a quarter".
fn one_span(tokens: &Tokens<'_>, at: usize, word: &str) -> Option<Atom> {
    let (factor, _) = lexicon::span(Tongue::English, word)?;
    if !matches!(tokens.before_word(at), "a" | "an" | "one") {
        return None;
    }
    let factor = u128::from(factor);
    let words: Vec<&str> = (at + 1..at + 8).map(|at| tokens.word(at)).filter(|word| !word.is_empty()).collect();
    let (value, more) = match words.as_slice() {
        ["and", "a", "half", ..] => (Decimal::of("1", "5"), factor / 2),
        ["and", "a", "quarter", ..] => (Decimal::of("1", "25"), factor / 4),
        _ => (Decimal::from(1), 0),
    };
    Some(doubtful(at, Value::Figure(value), vec![figure(factor + more)]))
}

const INDONESIAN: [(&str, u128); 9] = [
    ("dua", 2),
    ("tiga", 3),
    ("empat", 4),
    ("lima", 5),
    ("enam", 6),
    ("tujuh", 7),
    ("delapan", 8),
    ("sembilan", 9),
    ("sepuluh", 10),
];
const ENGLISH: [(&str, u128); 8] = [
    ("third", 3),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("hundredth", 100),
];

/// Every word that tells of a part or of a time.
pub(super) fn starters(tongue: Tongue) -> Vec<String> {
    let words = match tongue {
        Tongue::Indonesian => vec!["setengah", "separuh", "separo", "sejam"],
        Tongue::English => vec!["half", "halves", "quarter", "quarters", "clock"],
        Tongue::Other => Vec::new(),
    };
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    for (part, _) in INDONESIAN.iter().filter(|_| tongue == Tongue::Indonesian) {
        words.extend(["per", "seper"].map(|start| format!("{start}{part}")));
        words.extend(["per", "seper"].map(|start| format!("{start}{part}nya")));
    }
    let english = ENGLISH.iter().filter(|_| tongue == Tongue::English);
    words.extend(english.flat_map(|(part, _)| [(*part).to_owned(), format!("{part}s")]));
    words
}

/// In how many parts a word divides: "sepertiga", "pertiga", "thirds".
fn denominator(tongue: Tongue, word: &str) -> Option<u128> {
    let find = |table: &[(&str, u128)], word: &str| table.iter().find(|(known, _)| *known == word).map(|known| known.1);
    match (tongue, word) {
        (Tongue::Indonesian, "setengah" | "separuh" | "separo") | (Tongue::English, "half" | "halves") => Some(2),
        (Tongue::English, "quarter" | "quarters") => Some(4),
        (Tongue::Indonesian, _) => {
            let parts = word.strip_suffix("nya").unwrap_or(word);
            find(&INDONESIAN, parts.strip_prefix("seper").or_else(|| parts.strip_prefix("per"))?)
        }
        (Tongue::English, _) => find(&ENGLISH, word.strip_suffix('s').unwrap_or(word)),
        (Tongue::Other, _) => None,
    }
}

/// So many parts: how many, of how many, how many of a hundred, and how many of what follows ("half an
/// hour", "setengah abad", "a quarter of a million", "half past six").
fn share(reader: &Reader, tokens: &Tokens<'_>, at: usize, parts: u128) -> Vec<Atom> {
    let is_one = tokens.word(at).starts_with("se") || parts == 2;
    let numerator = before(tokens, at).filter(|_| !is_one);
    let spelled = numerator.and_then(|before| reader.small_word(tokens.word(before)));
    let count = spelled.unwrap_or(1);
    let is_whole = |of: u128| count < parts && (count * of).is_multiple_of(parts);
    let mut values = Vec::new();
    values.extend(is_whole(100).then(|| percent(count * 100 / parts)));
    let decimal = || Value::Figure(Decimal::of("", &format!("{:03}", count * 1_000 / parts)));
    values.extend(is_whole(1_000).then(decimal));
    let (what, noun) = of_what(reader, tokens, at);
    values.extend(what.filter(|what| is_whole(*what)).map(|what| figure(count * what / parts)));
    if tokens.word(noun) == "past" && parts <= 4 {
        values.extend(hour_of_words(reader, tokens, tokens.next_word(noun + 1), (60 / parts) as u8));
    }
    let mut found: Vec<Atom> = Vec::new();
    if let (Some(numerator), Some(_)) = (numerator, spelled) {
        found.push(doubtful(numerator, figure(count), Vec::new()));
    }
    found.push(doubtful(at, figure(parts), values));
    found
}

/// How many smaller ones the noun behind a share has, and where it stands.
fn of_what(reader: &Reader, tokens: &Tokens<'_>, at: usize) -> (Option<u128>, usize) {
    let mut noun = tokens.next_word(at + 1);
    for _ in 0..2 {
        if matches!(tokens.word(noun), "of" | "a" | "an" | "dari") {
            noun = tokens.next_word(noun + 1);
        }
    }
    let word = tokens.word(noun);
    let span = || lexicon::span(reader.tongue, word).map(|(factor, _)| u128::from(factor));
    let zeros = || lexicon::zeros(reader.tongue, word).and_then(|zeros| 10_u128.checked_pow(zeros as u32));
    let dozen = || matches!(word, "dozen" | "lusin").then_some(12);
    (span().or_else(zeros).or_else(dozen), noun)
}
