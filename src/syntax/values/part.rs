//! Words that tell of a part, or of a time as people say it: "sepertiga", "three-quarters", "half an hour",
//! "half past midnight", "around the clock". All are doubtful: they answer a value and are never missed.

use super::clock::{Clock, Half};
use super::lexicon;
use super::meaning::next;
use super::scan::{Atom, Raw};
use super::token::Tokens;
use super::{Decimal, Reader, Value};
use crate::syntax::weekday::words::Tongue;

/// Adds what such words say, where nothing else was read.
pub(super) fn add(reader: &Reader, tokens: &Tokens<'_>, atoms: &mut Vec<Atom>) {
    if reader.tongue == Tongue::Other {
        return;
    }
    let mut found: Vec<Atom> = Vec::new();
    let mut known = 0;
    for at in 0..tokens.len() {
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
    match (reader.tongue, word.as_str()) {
        (Tongue::Indonesian, "setengah" | "separuh" | "separo") | (Tongue::English, "half") => half(reader, tokens, at),
        (Tongue::English, "quarter" | "quarters") => quarter(reader, tokens, at),
        (Tongue::English, "clock") if tokens.before_word(at) == "the" => vec![doubtful(at, figure(24), Vec::new())],
        (Tongue::English, "hour") => {
            an_hour(tokens, at).map(|(hour, minutes)| doubtful(at, hour, vec![minutes])).into_iter().collect()
        }
        (Tongue::Indonesian, "sejam") => vec![doubtful(at, figure(1), vec![figure(60)])],
        _ => match denominator(reader.tongue, &word) {
            Some(parts) => share(reader, tokens, at, parts),
            None => Vec::new(),
        },
    }
}

fn doubtful(at: usize, value: Value, also: Vec<Value>) -> Atom {
    Atom { raw: Raw::Said(value), from: at, to: at + 1, is_sure: false, also }
}

fn figure(number: u128) -> Value {
    Value::Figure(Decimal::from(number))
}

fn percent(number: u128) -> Value {
    Value::Percent(Decimal::from(number))
}

/// "half an hour", "setengah abad", "half a million", "half past six", "half" alone.
fn half(reader: &Reader, tokens: &Tokens<'_>, at: usize) -> Vec<Atom> {
    let behind = next(tokens, at + 1);
    let is_article = matches!(tokens.word(behind).as_str(), "a" | "an");
    let noun = if is_article { next(tokens, behind + 1) } else { behind };
    let word = tokens.word(noun);
    let mut values = vec![percent(50)];
    values.extend(lexicon::half_span(reader.tongue, &word).map(figure));
    values.extend(lexicon::zeros(reader.tongue, &word).map(|zeros| Value::Figure(Decimal::of("", "5").scaled(zeros))));
    if word == "past" {
        values.extend(hour_of_words(reader, tokens, next(tokens, noun + 1), 30));
    }
    vec![doubtful(at, Value::Figure(Decimal::of("", "5")), values)]
}

/// The two hours that "half past six" may be.
fn hour_of_words(reader: &Reader, tokens: &Tokens<'_>, at: usize, minute: u8) -> Vec<Value> {
    let hour = match tokens.word(at).as_str() {
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

/// "a quarter of an hour", "three quarters", "a quarter past six", "a quarter" alone.
fn quarter(reader: &Reader, tokens: &Tokens<'_>, at: usize) -> Vec<Atom> {
    let is_three = is_three(tokens, at);
    let (decimal, share, minutes) = if is_three { ("75", 75, 45) } else { ("25", 25, 15) };
    let mut values = vec![percent(share), figure(4)];
    let words: Vec<String> = (at + 1..at + 8).map(|at| tokens.word(at)).filter(|word| !word.is_empty()).collect();
    match words.first().map(String::as_str) {
        Some("of") if words.iter().take(3).any(|word| word == "hour") => values.push(figure(minutes)),
        Some("past") => values.extend(hour_of_words(reader, tokens, next(tokens, next(tokens, at + 1) + 1), 15)),
        _ => {}
    }
    let mut found: Vec<Atom> = Vec::new();
    if is_three && let Some(before) = before(tokens, at) {
        found.push(doubtful(before, figure(3), Vec::new()));
    }
    found.push(doubtful(at, Value::Figure(Decimal::of("", decimal)), values));
    found
}

fn is_three(tokens: &Tokens<'_>, at: usize) -> bool {
    before(tokens, at).is_some_and(|before| tokens.word(before) == "three")
}

/// The position before white space or a hyphen.
fn before(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let is_hyphen = at.checked_sub(1).is_some_and(|before| tokens.is_sign(before, &lexicon::HYPHENS));
    if is_hyphen { at.checked_sub(2) } else { tokens.before_space(at) }
}

/// "an hour", "an hour and a half", "an hour and a quarter".
fn an_hour(tokens: &Tokens<'_>, at: usize) -> Option<(Value, Value)> {
    if !matches!(tokens.before_word(at).as_str(), "a" | "an") {
        return None;
    }
    let words: Vec<String> = (at + 1..at + 8).map(|at| tokens.word(at)).filter(|word| !word.is_empty()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Some(match words.as_slice() {
        ["and", "a", "half", ..] => (Value::Figure(Decimal::of("1", "5")), figure(90)),
        ["and", "a", "quarter", ..] => (Value::Figure(Decimal::of("1", "25")), figure(75)),
        _ => (figure(1), figure(60)),
    })
}

/// In how many parts a word divides: "sepertiga", "pertiga", "thirds".
fn denominator(tongue: Tongue, word: &str) -> Option<u128> {
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
    let find = |table: &[(&str, u128)], word: &str| table.iter().find(|(known, _)| *known == word).map(|known| known.1);
    match tongue {
        Tongue::Indonesian => {
            let parts = word.strip_suffix("nya").unwrap_or(word);
            find(&INDONESIAN, parts.strip_prefix("seper").or_else(|| parts.strip_prefix("per"))?)
        }
        Tongue::English => find(&ENGLISH, word.strip_suffix('s').unwrap_or(word)),
        Tongue::Other => None,
    }
}

/// So many parts: how many, of how many, and how many of a hundred.
fn share(reader: &Reader, tokens: &Tokens<'_>, at: usize, parts: u128) -> Vec<Atom> {
    let is_one = tokens.word(at).starts_with("seper");
    let numerator = before(tokens, at).filter(|_| !is_one);
    let spelled = numerator.and_then(|before| reader.small_word(&tokens.word(before)));
    let count = spelled.unwrap_or(1);
    let mut values = Vec::new();
    values.extend((count < parts && count * 100 % parts == 0).then(|| percent(count * 100 / parts)));
    let mut found: Vec<Atom> = Vec::new();
    if let (Some(numerator), Some(_)) = (numerator, spelled) {
        found.push(doubtful(numerator, figure(count), Vec::new()));
    }
    found.push(doubtful(at, figure(parts), values));
    found
}
