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
pub(super) fn zeros(tongue: Tongue, word: &str) -> Option<usize> {
    match (tongue, word) {
        (Tongue::Indonesian, "ribu") | (Tongue::English, "thousand") => Some(3),
        (Tongue::Indonesian, "juta") | (Tongue::English, "million" | "mn") => Some(6),
        (Tongue::Indonesian, "miliar" | "milyar") | (Tongue::English, "billion" | "bn") => Some(9),
        (Tongue::Indonesian, "triliun" | "trilyun") | (Tongue::English, "trillion" | "tn") => Some(12),
        _ => None,
    }
}

/// What stands before a number that is a telephone number or an identifier.
pub(super) fn is_label_of_number(word: &str) -> bool {
    matches!(
        word,
        "tel"
            | "telp"
            | "telepon"
            | "telephone"
            | "phone"
            | "fax"
            | "faks"
            | "faksimile"
            | "hp"
            | "wa"
            | "whatsapp"
            | "hotline"
            | "isbn"
            | "issn"
            | "nip"
            | "nik"
            | "npwp"
            | "doi"
    )
}

/// The value of a Roman numeral of I, V and X, two or more; none for what is not written as one.
pub(super) fn roman(word: &str) -> Option<u32> {
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    if word.len() > 7 || !word.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X')) {
        return None;
    }
    (2..40u32).find(|value| {
        let tens = "X".repeat((value / 10) as usize);
        word.strip_prefix(tens.as_str()) == Some(UNITS[(value % 10) as usize])
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
pub(super) fn loose(tongue: Tongue, word: &str) -> Option<u128> {
    match (tongue, word) {
        (Tongue::English, "once" | "single") | (Tongue::Indonesian, "sekali" | "tunggal" | "pertama") => Some(1),
        (Tongue::English, "both" | "pair" | "couple" | "twice" | "fortnight" | "duo") => Some(2),
        (Tongue::English, "double" | "doubles" | "doubled" | "doubling" | "twofold") => Some(2),
        (Tongue::Indonesian, "berdua" | "sepasang" | "ganda" | "duo") => Some(2),
        (Tongue::English, "triple" | "tripled" | "tripling" | "treble" | "trebled" | "threefold") => Some(3),
        (Tongue::English, "thrice" | "trio") | (Tongue::Indonesian, "bertiga" | "trio") => Some(3),
        (Tongue::English, "quadruple" | "quadrupled" | "fourfold") => Some(4),
        // "bawah lima tahun"
        (Tongue::English, "fivefold") | (Tongue::Indonesian, "balita") => Some(5),
        (Tongue::English, "sixfold") => Some(6),
        (Tongue::English, "sevenfold") | (Tongue::Indonesian, "sepekan" | "seminggu") => Some(7),
        (Tongue::English, "eightfold") | (Tongue::Indonesian, "sewindu") => Some(8),
        (Tongue::English, "decade" | "tenfold") | (Tongue::Indonesian, "dasawarsa" | "dekade") => Some(10),
        (Tongue::English, "dozen") | (Tongue::Indonesian, "selusin" | "setahun") => Some(12),
        (Tongue::English, "twenties") => Some(20),
        (Tongue::English, "thirties") => Some(30),
        (Tongue::English, "forties") => Some(40),
        (Tongue::English, "fifties") => Some(50),
        (Tongue::English, "sixties") => Some(60),
        (Tongue::English, "seventies") => Some(70),
        (Tongue::English, "eighties") => Some(80),
        (Tongue::English, "nineties") => Some(90),
        (Tongue::English, "hundredfold") | (Tongue::Indonesian, "seabad") => Some(100),
        _ => None,
    }
}

/// How many of the next smaller unit a unit of time has, and whether that unit is the minute or month
/// that may follow it ("dua jam dua belas menit").
pub(super) fn span(tongue: Tongue, word: &str) -> Option<(u32, &'static [&'static str])> {
    Some(match (tongue, word) {
        (Tongue::English, "hour" | "hours") => (60, &["minute", "minutes"]),
        (Tongue::Indonesian, "jam") => (60, &["menit"]),
        (Tongue::English, "year" | "years") => (12, &["month", "months"]),
        (Tongue::Indonesian, "tahun") => (12, &["bulan"]),
        (Tongue::English, "day" | "days") | (Tongue::Indonesian, "hari") => (24, &[]),
        (Tongue::English, "week" | "weeks") | (Tongue::Indonesian, "pekan" | "minggu") => (7, &[]),
        (Tongue::English, "fortnight" | "fortnights") => (14, &[]),
        (Tongue::English, "decade" | "decades") | (Tongue::Indonesian, "dasawarsa" | "dekade") => (10, &[]),
        (Tongue::English, "century" | "centuries") | (Tongue::Indonesian, "abad") => (100, &[]),
        (Tongue::Indonesian, "windu") => (8, &[]),
        _ => return None,
    })
}
