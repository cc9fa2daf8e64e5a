//! The words and signs that mean something beside a number, by language.

use crate::syntax::weekday::words::Tongue;

/// Dashes and hyphens.
pub(super) const DASHES: [char; 7] = ['-', '–', '—', '‐', '‑', '−', '‒'];

/// Those that join a word to another.
pub(super) const HYPHENS: [char; 3] = ['-', '‐', '‑'];

/// Units that may stand right behind a figure: `5km`. Others make a code of it: `5G`.
const UNITS: [&str; 42] = [
    "km", "m", "cm", "mm", "kg", "g", "mg", "t", "ha", "l", "ml", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh",
    "kB", "KB", "MB", "GB", "TB", "PB", "kbps", "Mbps", "Gbps", "Hz", "kHz", "MHz", "GHz", "V", "kV", "W", "C", "min",
    "s", "km²", "m²", "m³", "MT",
];

/// Zones whose abbreviation means one offset, in minutes east of Greenwich.
const ZONES: [(&str, i16); 15] = [
    ("WIB", 420),
    ("WITA", 480),
    ("WIT", 540),
    ("UTC", 0),
    ("GMT", 0),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("JST", 540),
    ("KST", 540),
    ("SGT", 480),
    ("HKT", 480),
    ("AWST", 480),
    ("AEST", 600),
    ("AEDT", 660),
];

/// Codes before or behind an amount.
const CODES: [&str; 22] = [
    "IDR", "USD", "EUR", "GBP", "JPY", "CNY", "SGD", "AUD", "NZD", "CAD", "HKD", "MYR", "THB", "PHP", "VND", "KRW",
    "INR", "CHF", "SAR", "AED", "BND", "TWD",
];

/// Signs, and the letters before a dollar sign.
const SIGNS: [(char, &str); 9] = [
    ('$', "USD"),
    ('€', "EUR"),
    ('£', "GBP"),
    ('¥', "JPY"),
    ('₹', "INR"),
    ('₩', "KRW"),
    ('฿', "THB"),
    ('₱', "PHP"),
    ('₫', "VND"),
];

const DOLLARS: [(&str, &str); 11] = [
    ("US", "USD"),
    ("S", "SGD"),
    ("SG", "SGD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("NZ", "NZD"),
    ("HK", "HKD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("B", "BND"),
    ("NT", "TWD"),
];

/// Names of currencies that are one word and mean nothing else.
const NAMES: [(&str, &str); 12] = [
    ("rupiah", "IDR"),
    ("rupiahs", "IDR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("yen", "JPY"),
    ("ringgit", "MYR"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("baht", "THB"),
    ("poundsterling", "GBP"),
    ("rupee", "INR"),
    ("rupees", "INR"),
];

/// Whose dollars they are, in Indonesian behind the word and in English before it.
const WHOSE: [(&str, &str); 10] = [
    ("as", "USD"),
    ("amerika", "USD"),
    ("us", "USD"),
    ("american", "USD"),
    ("singapura", "SGD"),
    ("singapore", "SGD"),
    ("australia", "AUD"),
    ("australian", "AUD"),
    ("kanada", "CAD"),
    ("canadian", "CAD"),
];

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// Whether this may stand right behind a figure.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// The offset of a zone in minutes.
pub(super) fn zone(word: &str) -> Option<i16> {
    // Newspapers write "Wita", hurried people "wib".
    match word {
        "Wib" | "wib" => Some(420),
        "Wita" | "wita" => Some(480),
        _ => find(&ZONES, word),
    }
}

/// The currency of a code or of `Rp` and `RM`.
pub(super) fn currency_code(word: &str) -> Option<&'static str> {
    match word {
        "Rp" | "rp" | "RP" => Some("IDR"),
        "RM" => Some("MYR"),
        "RMB" => Some("CNY"),
        _ => CODES.iter().find(|code| **code == word).copied(),
    }
}

/// The currency of a sign.
pub(super) fn currency_sign(sign: char) -> Option<&'static str> {
    SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, code)| *code)
}

/// The currency of a dollar sign behind these letters.
pub(super) fn dollar(letters: &str) -> Option<&'static str> {
    find(&DOLLARS, letters)
}

/// The currency of a name in small letters.
pub(super) fn currency_name(word: &str) -> Option<&'static str> {
    find(&NAMES, word)
}

/// Whose dollar it is.
pub(super) fn whose_dollar(word: &str) -> Option<&'static str> {
    find(&WHOSE, word)
}

/// The digits behind the mark of a vulgar fraction that is a decimal; empty for one that is not.
pub(super) fn vulgar(sign: char) -> Option<&'static str> {
    Some(match sign {
        '½' => "5",
        '¼' => "25",
        '¾' => "75",
        '⅕' => "2",
        '⅖' => "4",
        '⅗' => "6",
        '⅘' => "8",
        '⅛' => "125",
        '⅜' => "375",
        '⅝' => "625",
        '⅞' => "875",
        '⅓' | '⅔' | '⅙' | '⅚' | '⅐' | '⅑' | '⅒' => "",
        _ => return None,
    })
}

/// How many zeros a word adds: `juta`, `million`.
const ZEROS: [(Tongue, &str, usize); 13] = [
    (Tongue::Indonesian, "ribu", 3),
    (Tongue::Indonesian, "juta", 6),
    (Tongue::Indonesian, "miliar", 9),
    (Tongue::Indonesian, "milyar", 9),
    (Tongue::Indonesian, "triliun", 12),
    (Tongue::Indonesian, "trilyun", 12),
    (Tongue::English, "thousand", 3),
    (Tongue::English, "million", 6),
    (Tongue::English, "mn", 6),
    (Tongue::English, "billion", 9),
    (Tongue::English, "bn", 9),
    (Tongue::English, "trillion", 12),
    (Tongue::English, "tn", 12),
];

/// How many zeros a word adds.
pub(super) fn zeros(tongue: Tongue, word: &str) -> Option<usize> {
    ZEROS.iter().find(|(known, size, _)| *known == tongue && *size == word).map(|(.., zeros)| *zeros)
}

/// What stands before a number that is a telephone number or an identifier.
const LABELS: [&str; 18] = [
    "tel",
    "telp",
    "telepon",
    "telephone",
    "phone",
    "fax",
    "faks",
    "faksimile",
    "hp",
    "wa",
    "whatsapp",
    "hotline",
    "isbn",
    "issn",
    "nip",
    "nik",
    "npwp",
    "doi",
];

/// Whether this stands before such a number.
pub(super) fn is_label_of_number(word: &str) -> bool {
    LABELS.contains(&word)
}

const ROMAN_UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

/// The value of a Roman numeral of I, V and X, two or more; none for what is not written as one.
pub(super) fn roman(word: &str) -> Option<u32> {
    if word.len() > 7 || !word.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X')) {
        return None;
    }
    (2..40u32).find(|value| {
        let tens = "X".repeat((value / 10) as usize);
        word.strip_prefix(tens.as_str()) == Some(ROMAN_UNITS[(value % 10) as usize])
    })
}

/// What joins two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// `–`, `sampai`, `to`.
    Upto,
    /// `dan`, `and`.
    And,
    /// A comma.
    Comma,
}

/// What a word between two values says.
pub(super) fn joint(tongue: Tongue, word: &str) -> Option<Joint> {
    match (tongue, word) {
        (Tongue::Indonesian, "sampai" | "hingga" | "sd") => Some(Joint::Upto),
        (Tongue::English, "to" | "until" | "till" | "through") => Some(Joint::Upto),
        (Tongue::Indonesian, "dan" | "serta" | "atau") | (Tongue::English, "and" | "or") => Some(Joint::And),
        _ => None,
    }
}

/// What a word may mean as a number, which only the other language can tell.
const LOOSE: [(Tongue, &str, u128); 58] = [
    (Tongue::English, "once", 1),
    (Tongue::English, "single", 1),
    (Tongue::Indonesian, "sekali", 1),
    (Tongue::Indonesian, "tunggal", 1),
    (Tongue::Indonesian, "pertama", 1),
    (Tongue::English, "both", 2),
    (Tongue::English, "pair", 2),
    (Tongue::English, "couple", 2),
    (Tongue::English, "twice", 2),
    (Tongue::English, "fortnight", 2),
    (Tongue::English, "duo", 2),
    (Tongue::English, "double", 2),
    (Tongue::English, "doubles", 2),
    (Tongue::English, "doubled", 2),
    (Tongue::English, "doubling", 2),
    (Tongue::English, "twofold", 2),
    (Tongue::Indonesian, "berdua", 2),
    (Tongue::Indonesian, "sepasang", 2),
    (Tongue::Indonesian, "ganda", 2),
    (Tongue::Indonesian, "duo", 2),
    (Tongue::English, "triple", 3),
    (Tongue::English, "tripled", 3),
    (Tongue::English, "tripling", 3),
    (Tongue::English, "treble", 3),
    (Tongue::English, "trebled", 3),
    (Tongue::English, "threefold", 3),
    (Tongue::English, "thrice", 3),
    (Tongue::English, "trio", 3),
    (Tongue::Indonesian, "bertiga", 3),
    (Tongue::Indonesian, "trio", 3),
    (Tongue::English, "quadruple", 4),
    (Tongue::English, "quadrupled", 4),
    (Tongue::English, "fourfold", 4),
    (Tongue::English, "fivefold", 5),
    // "bawah lima tahun"
    (Tongue::Indonesian, "balita", 5),
    (Tongue::English, "sixfold", 6),
    (Tongue::English, "sevenfold", 7),
    (Tongue::Indonesian, "sepekan", 7),
    (Tongue::Indonesian, "seminggu", 7),
    (Tongue::English, "eightfold", 8),
    (Tongue::Indonesian, "sewindu", 8),
    (Tongue::English, "decade", 10),
    (Tongue::English, "tenfold", 10),
    (Tongue::Indonesian, "dasawarsa", 10),
    (Tongue::Indonesian, "dekade", 10),
    (Tongue::English, "dozen", 12),
    (Tongue::Indonesian, "selusin", 12),
    (Tongue::Indonesian, "setahun", 12),
    (Tongue::English, "twenties", 20),
    (Tongue::English, "thirties", 30),
    (Tongue::English, "forties", 40),
    (Tongue::English, "fifties", 50),
    (Tongue::English, "sixties", 60),
    (Tongue::English, "seventies", 70),
    (Tongue::English, "eighties", 80),
    (Tongue::English, "nineties", 90),
    (Tongue::English, "hundredfold", 100),
    (Tongue::Indonesian, "seabad", 100),
];

/// What a word may mean as a number.
pub(super) fn loose(tongue: Tongue, word: &str) -> Option<u128> {
    LOOSE.iter().find(|(known, name, _)| *known == tongue && *name == word).map(|(.., number)| *number)
}

/// A unit of time, how many of the next smaller unit it has, and the names of that.
type TimeSpan = (Tongue, &'static str, u32, &'static [&'static str]);

const SPANS: [TimeSpan; 23] = [
    (Tongue::English, "hour", 60, &["minute", "minutes"]),
    (Tongue::English, "hours", 60, &["minute", "minutes"]),
    (Tongue::Indonesian, "jam", 60, &["menit"]),
    (Tongue::English, "year", 12, &["month", "months"]),
    (Tongue::English, "years", 12, &["month", "months"]),
    (Tongue::Indonesian, "tahun", 12, &["bulan"]),
    (Tongue::English, "day", 24, &[]),
    (Tongue::English, "days", 24, &[]),
    (Tongue::Indonesian, "hari", 24, &[]),
    (Tongue::English, "week", 7, &[]),
    (Tongue::English, "weeks", 7, &[]),
    (Tongue::Indonesian, "pekan", 7, &[]),
    (Tongue::Indonesian, "minggu", 7, &[]),
    (Tongue::English, "fortnight", 14, &[]),
    (Tongue::English, "fortnights", 14, &[]),
    (Tongue::English, "decade", 10, &[]),
    (Tongue::English, "decades", 10, &[]),
    (Tongue::Indonesian, "dasawarsa", 10, &[]),
    (Tongue::Indonesian, "dekade", 10, &[]),
    (Tongue::English, "century", 100, &[]),
    (Tongue::English, "centuries", 100, &[]),
    (Tongue::Indonesian, "abad", 100, &[]),
    (Tongue::Indonesian, "windu", 8, &[]),
];

/// How many of the next smaller unit a unit of time has, and whether that unit is the minute or month
/// that may follow it ("dua jam dua belas menit").
pub(super) fn span(tongue: Tongue, word: &str) -> Option<(u32, &'static [&'static str])> {
    let known = SPANS.iter().find(|(known, name, ..)| *known == tongue && *name == word);
    known.map(|(_, _, factor, smaller)| (*factor, *smaller))
}

/// The words of these tables that a value may begin with, in small letters or not; but for those that need a
/// sign behind them, as "A$5" and "ke-19" do.
pub(super) fn starters(tongue: Tongue) -> impl Iterator<Item = &'static str> {
    let zones = ZONES.iter().map(|(word, _)| *word);
    // "waktu Indonesia tengah", "Central Indonesia Time"
    let zones = zones.chain(["Z", "waktu", "barat", "western", "tengah", "central", "timur", "eastern"]);
    let money = CODES.into_iter().chain(["Rp", "RM", "RMB"]);
    let words = ["minus", "pukul", "jam", "pkl", "noon", "midnight", "tengah"];
    let of_tongue = move |known: &Tongue| *known == tongue;
    let loose = LOOSE.iter().filter(move |(known, ..)| of_tongue(known)).map(|(_, word, _)| *word);
    // "an hour": in Indonesian these are one word, "sejam".
    let spans = SPANS.iter().filter(move |(known, ..)| of_tongue(known) && tongue == Tongue::English);
    let spans = spans.map(|(_, word, ..)| *word);
    zones.chain(money).chain(words).chain(LABELS).chain(loose).chain(sizes(tongue)).chain(spans)
}

/// The words of size.
pub(super) fn sizes(tongue: Tongue) -> impl Iterator<Item = &'static str> {
    ZEROS.iter().filter(move |(known, ..)| *known == tongue).map(|(_, word, _)| *word)
}

/// The Roman numerals that are read.
pub(super) fn romans() -> impl Iterator<Item = String> {
    (2..40).map(|value: usize| format!("{}{}", "X".repeat(value / 10), ROMAN_UNITS[value % 10]))
}
