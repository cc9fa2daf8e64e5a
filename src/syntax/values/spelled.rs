//! Numbers written as words, in Indonesian and English: "sembilan belas", "twenty-first".

use super::Reader;
use super::decimal::Decimal;
use super::lexicon::{self, HYPHENS};
use super::token::Tokens;
use crate::syntax::weekday::words::Tongue;

/// What a word is in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// 0 to 9.
    Unit(u128),
    /// 10 to 19.
    Teen(u128),
    /// 20, 30 … 90.
    Tens(u128),
    /// "belas": ten more.
    Belas,
    /// "puluh": ten times.
    Puluh,
    /// A hundred times.
    Hundred,
    /// A hundred by itself.
    OneHundred,
    /// So many zeros.
    Zeros(usize),
    /// The same by itself: "seribu".
    OneOf(usize),
    /// A place in an order.
    Place(u128),
    /// A part of a whole: "pertiga", "thirds".
    Share,
    /// "per" in "dua per tiga".
    Per,
    /// "setengah", "half".
    Half,
    And,
    A,
}

/// What number words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Number,
    Place,
    /// A fraction such as "dua pertiga": no value.
    Share,
}

/// A number in words.
#[derive(Debug, Clone)]
pub(super) struct Spelled {
    pub(super) sense: Sense,
    pub(super) value: Decimal,
    pub(super) is_sure: bool,
    pub(super) end: usize,
}

/// No number in words has more of them.
const MOST_WORDS: usize = 16;

/// A number of so many digits is still counted exactly.
const MOST_ZEROS: usize = 30;

const INDONESIAN: [&str; 10] = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const PLACES: [&str; 20] = [
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

fn place_in(table: &[&str], word: &str) -> Option<u128> {
    table.iter().zip(0..).find(|(known, _)| **known == word && !word.is_empty()).map(|(_, number)| number)
}

fn indonesian(word: &str) -> Option<Part> {
    let share = || {
        word.strip_prefix("per").filter(|rest| {
            matches!(indonesian(rest.strip_suffix("nya").unwrap_or(rest)), Some(Part::Unit(_) | Part::Teen(_)))
        })
    };
    Some(match word {
        "sepuluh" => Part::Teen(10),
        "sebelas" => Part::Teen(11),
        "belas" => Part::Belas,
        "puluh" => Part::Puluh,
        "ratus" => Part::Hundred,
        "seratus" => Part::OneHundred,
        "seribu" => Part::OneOf(3),
        "sejuta" => Part::OneOf(6),
        "setengah" => Part::Half,
        "per" => Part::Per,
        _ => {
            let unit = place_in(&INDONESIAN, word).map(Part::Unit);
            let zeros = || lexicon::zeros(Tongue::Indonesian, word).map(Part::Zeros);
            return unit.or_else(zeros).or_else(|| share().map(|_| Part::Share));
        }
    })
}

fn english(word: &str) -> Option<Part> {
    let number =
        place_in(&ENGLISH, word).map(|number| if number < 10 { Part::Unit(number) } else { Part::Teen(number) });
    let tens = || place_in(&TENS, word).map(|at| Part::Tens((at + 2) * 10));
    let tens_place = || place_in(&TENS, &word.strip_suffix("ieth").map(|stem| format!("{stem}y")).unwrap_or_default());
    let place = || place_in(&PLACES, word).or_else(|| tens_place().map(|at| (at + 2) * 10)).map(Part::Place);
    let share = || word.strip_suffix('s').and_then(|one| place_in(&PLACES[3..], one)).map(|_| Part::Share);
    let zeros = || lexicon::zeros(Tongue::English, word).map(Part::Zeros);
    let other = || {
        Some(match word {
            "hundred" => Part::Hundred,
            "hundredth" => Part::Place(100),
            "quarters" | "quarter" | "halves" => Part::Share,
            "half" => Part::Half,
            "and" => Part::And,
            "a" => Part::A,
            _ => return None,
        })
    };
    number.or_else(tens).or_else(place).or_else(share).or_else(zeros).or_else(other)
}

/// Words of size and share that stand in no table.
const OTHERS: [&str; 18] = [
    "sepuluh",
    "sebelas",
    "belas",
    "puluh",
    "ratus",
    "seratus",
    "seribu",
    "sejuta",
    "setengah",
    "per",
    "hundred",
    "hundredth",
    "quarters",
    "quarter",
    "halves",
    "half",
    "and",
    "a",
];

/// Every word that a number in words may begin with. "and" and "a" begin none.
pub(super) fn starters(tongue: Tongue) -> Vec<String> {
    let owned = |words: &[&str]| -> Vec<String> { words.iter().map(|word| (*word).to_owned()).collect() };
    let mut words = owned(&OTHERS[..OTHERS.len() - 2]);
    match tongue {
        Tongue::Indonesian => {
            words.extend(owned(&INDONESIAN));
            words.extend(lexicon::sizes(tongue).map(str::to_owned));
            let with = |start: &str, words: &[String]| words.iter().map(|word| format!("{start}{word}")).collect();
            let shares: Vec<String> = with("per", &words);
            words.extend(shares);
            // "kedua", "ketiga"
            let places: Vec<String> = with("ke", &words);
            words.extend(places);
            let known: Vec<String> = words.iter().map(|word| format!("{word}nya")).collect();
            words.extend(known);
        }
        Tongue::English => {
            words.extend([&ENGLISH[..], &TENS, &PLACES[1..]].concat().into_iter().map(str::to_owned));
            words.extend(TENS.iter().map(|tens| format!("{}ieth", tens.trim_end_matches('y'))));
            words.extend(PLACES[1..].iter().map(|place| format!("{place}s")));
        }
        Tongue::Other => {}
    }
    words
}

impl Reader {
    /// Reads the number words that begin at a position.
    pub(super) fn spelled(&self, tokens: &Tokens<'_>, at: usize) -> Option<Spelled> {
        let first = tokens.word(at);
        let (is_place, first) = match first.strip_prefix("ke").filter(|_| self.tongue == Tongue::Indonesian) {
            Some(rest) => (true, self.part(rest.strip_suffix("nya").unwrap_or(rest))?),
            None => (false, self.part(first)?),
        };
        let (parts, ends) = self.parts(tokens, at, first);
        let mut spelled = count(&parts)?;
        let used = spelled.end;
        spelled.end = *ends.get(used.checked_sub(1)?)?;
        if is_place {
            spelled.sense = Sense::Place;
            spelled.is_sure = false;
        }
        // "a third" is a share or a place.
        let is_share = spelled.sense == Sense::Place
            && matches!(tokens.before_space(at), Some(before) if tokens.word(before) == "a");
        spelled.is_sure &= !is_share;
        Some(spelled)
    }

    /// Whether a word is, or is part of, a number.
    pub(super) fn is_number_word(&self, word: &str) -> bool {
        !matches!(self.part(word), None | Some(Part::And | Part::A))
    }

    /// The number that a word is by itself, below twenty.
    pub(super) fn small_word(&self, word: &str) -> Option<u128> {
        match self.part(word) {
            Some(Part::Unit(number) | Part::Teen(number)) => Some(number),
            _ => None,
        }
    }

    fn part(&self, word: &str) -> Option<Part> {
        match self.tongue {
            Tongue::Indonesian => indonesian(word),
            Tongue::English => english(word),
            Tongue::Other => None,
        }
    }

    /// The number words from a position on, and where each ends.
    fn parts(&self, tokens: &Tokens<'_>, at: usize, first: Part) -> (Vec<Part>, Vec<usize>) {
        let (mut parts, mut ends) = (vec![first], vec![at + 1]);
        while let Some(end) = ends.last().copied().filter(|_| parts.len() < MOST_WORDS) {
            let is_joined = tokens.is_sign(end, &HYPHENS) || tokens.past_space(end) > end;
            let next = if is_joined { self.part(tokens.word(end + 1)) } else { None };
            let Some(next) = next else { break };
            parts.push(next);
            ends.push(end + 2);
        }
        (parts, ends)
    }
}

/// Counts the longest number with which the words begin; its end is the number of words.
fn count(parts: &[Part]) -> Option<Spelled> {
    let spelled = |sense, value, is_sure, end| Some(Spelled { sense, value, is_sure, end });
    if let [Part::Place(place), ..] = parts {
        return spelled(Sense::Place, Decimal::from(*place), *place > 2, 1);
    }
    // "setengah juta", "half a million"
    if let [Part::Half, Part::Zeros(_), ..] = parts {
        return spelled(Sense::Share, Decimal::default(), true, 2);
    }
    if let [Part::Half, Part::A, Part::Zeros(_), ..] = parts {
        return spelled(Sense::Share, Decimal::default(), true, 3);
    }
    let (mut total, mut used, mut is_sure) = below_thousand(parts).unwrap_or((0, 0, true));
    match parts.get(used..) {
        // "two-thirds", "one fifth", "dua pertiga"
        Some([Part::Share, ..]) if used > 0 => return spelled(Sense::Share, Decimal::default(), true, used + 1),
        Some([Part::Per, Part::Unit(_) | Part::Teen(_), ..]) if used > 0 => {
            return spelled(Sense::Share, Decimal::default(), true, used + 2);
        }
        Some([Part::Place(place), ..]) if used > 0 && is_fraction(&parts[..used], *place) => {
            return spelled(Sense::Share, Decimal::default(), true, used + 1);
        }
        Some([Part::Place(place), ..])
            if *place < 10 && matches!(parts.get(used.wrapping_sub(1)), Some(Part::Tens(_))) =>
        {
            return spelled(Sense::Place, Decimal::from(total + place), true, used + 1);
        }
        _ => {}
    }
    let half = half_behind(&parts[used..]).filter(|_| used > 0);
    used += half.unwrap_or(0);
    let zeros = zeros(parts, &mut used, &mut is_sure, &mut total)?;
    let value = Decimal::of(&total.to_string(), if half.is_some() { "5" } else { "" }).scaled(zeros);
    let is_vague = zeros == 0 && half.is_none() && total < 2;
    let (value, used) = if half.is_none() && zeros > 0 { rest(parts, used, total, zeros)? } else { (value, used) };
    spelled(Sense::Number, value, is_sure && !is_vague, used)
}

/// "one third", "two fifth": a number below ten before a place, of the third on.
fn is_fraction(before: &[Part], place: u128) -> bool {
    place > 2 && matches!(before, [Part::Unit(_)])
}

/// How many words say "and a half".
fn half_behind(parts: &[Part]) -> Option<usize> {
    match parts {
        [Part::Half, ..] => Some(1),
        [Part::And, Part::A, Part::Half, ..] => Some(3),
        _ => None,
    }
}

/// Takes the words of size from `used` on; none where there is no number at all.
fn zeros(parts: &[Part], used: &mut usize, is_sure: &mut bool, total: &mut u128) -> Option<usize> {
    let mut zeros = 0;
    if *used == 0 {
        let (Part::OneOf(size) | Part::Zeros(size)) = parts.first()? else { return None };
        (*total, *used, *is_sure, zeros) = (1, 1, false, *size);
    }
    while let Some(Part::Zeros(more)) = parts.get(*used).filter(|_| zeros < MOST_ZEROS - 12) {
        zeros += more;
        *used += 1;
    }
    Some(zeros)
}

/// Adds the smaller sizes behind the first: "dua juta tiga ratus ribu".
fn rest(parts: &[Part], used: usize, total: u128, zeros: usize) -> Option<(Decimal, usize)> {
    let power = |zeros: usize| 10_u128.checked_pow(u32::try_from(zeros).ok()?);
    let (mut sum, mut used, mut last) = (total.checked_mul(power(zeros)?)?, used, zeros);
    while last > 0 {
        let skipped = used + usize::from(parts.get(used) == Some(&Part::And));
        let Some((more, words, _)) = parts.get(skipped..).and_then(below_thousand) else { break };
        let size = match parts.get(skipped + words) {
            Some(Part::Zeros(size)) => *size,
            _ => 0,
        };
        if size >= last || words == 0 {
            break;
        }
        sum = sum.checked_add(more.checked_mul(power(size)?)?)?;
        (used, last) = (skipped + words + usize::from(size > 0), size);
    }
    Some((Decimal::from(sum), used))
}

/// A number below a thousand, how many words it has, and whether it is surely one.
fn below_thousand(parts: &[Part]) -> Option<(u128, usize, bool)> {
    let (hundreds, used, is_sure) = match parts {
        [Part::OneHundred | Part::Hundred, ..] => (100, 1, false),
        [Part::Unit(unit), Part::Hundred, ..] => (unit * 100, 2, true),
        _ => (0, 0, true),
    };
    let skipped = used + usize::from(used > 0 && parts.get(used) == Some(&Part::And));
    let (rest, more) = below_hundred(&parts[skipped..]);
    match (used, more) {
        (0, 0) => None,
        (_, 0) => Some((hundreds, used, is_sure)),
        _ => Some((hundreds + rest, skipped + more, true)),
    }
}

fn below_hundred(parts: &[Part]) -> (u128, usize) {
    match parts {
        [Part::Teen(number), ..] => (*number, 1),
        [Part::Unit(unit), Part::Belas, ..] => (10 + unit, 2),
        [Part::Unit(_), Part::Puluh, Part::Unit(_), Part::Belas | Part::Puluh | Part::Hundred, ..] => {
            tens(parts, false)
        }
        [Part::Unit(_), Part::Puluh, ..] => tens(parts, true),
        [Part::Tens(tens), Part::Unit(unit), ..] => (tens + unit, 2),
        [Part::Tens(tens), ..] => (*tens, 1),
        [Part::Unit(unit), ..] => (*unit, 1),
        _ => (0, 0),
    }
}

/// "dua puluh", and "satu" behind it if it belongs to it.
fn tens(parts: &[Part], takes_unit: bool) -> (u128, usize) {
    match parts {
        [Part::Unit(tens), _, Part::Unit(unit), ..] if takes_unit => (tens * 10 + unit, 3),
        [Part::Unit(tens), ..] => (tens * 10, 2),
        _ => (0, 0),
    }
}
