//! The words of dates in each language: names, short forms, and what may stand between them.

use jiff::civil::Weekday;

use super::BARRIER;
use crate::locale::{CalendarWords, Locale};

/// The languages whose habits are known; of the others, what CLDR tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::syntax) enum Tongue {
    Indonesian,
    English,
    Other,
}

impl Tongue {
    pub(in crate::syntax) fn of(locale: &Locale) -> Tongue {
        match locale.language() {
            "id" => Tongue::Indonesian,
            "en" => Tongue::English,
            _ => Tongue::Other,
        }
    }
}

/// A name of a day or month.
#[derive(Debug, Clone)]
pub(in crate::syntax) struct Name<T> {
    /// In small letters, to be compared with.
    pub(in crate::syntax) lowered: String,
    /// As it is shown.
    pub(in crate::syntax) shown: String,
    /// What it names.
    pub(in crate::syntax) value: T,
    /// Whether it is cut short.
    pub(in crate::syntax) is_short: bool,
    /// Whether it is the usual one of its kind.
    pub(in crate::syntax) is_usual: bool,
}

impl<T> Name<T> {
    fn new(shown: &str, value: T, is_short: bool, is_usual: bool) -> Name<T> {
        Name { lowered: shown.to_lowercase(), shown: shown.to_owned(), value, is_short, is_usual }
    }
}

const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Other names of days in Indonesian: Friday with each apostrophe that is typed, and Sunday.
const INDONESIAN_DAYS: [(&str, Weekday); 4] =
    [("Jum'at", Weekday::Friday), ("Jum’at", Weekday::Friday), ("Jum‘at", Weekday::Friday), ("Ahad", Weekday::Sunday)];

const ENGLISH_DAYS: [(&str, Weekday); 11] = [
    ("Mon", Weekday::Monday),
    ("Tue", Weekday::Tuesday),
    ("Wed", Weekday::Wednesday),
    ("Thu", Weekday::Thursday),
    ("Fri", Weekday::Friday),
    ("Sat", Weekday::Saturday),
    ("Sun", Weekday::Sunday),
    ("Tues", Weekday::Tuesday),
    ("Weds", Weekday::Wednesday),
    ("Thur", Weekday::Thursday),
    ("Thurs", Weekday::Thursday),
];

const INDONESIAN_MONTHS: [(&str, i8); 20] = [
    ("Jan", 1),
    ("Feb", 2),
    ("Pebruari", 2),
    ("Peb", 2),
    ("Mar", 3),
    ("Apr", 4),
    ("Jun", 6),
    ("Jul", 7),
    ("Agu", 8),
    ("Agt", 8),
    ("Ags", 8),
    ("Agust", 8),
    ("Sep", 9),
    ("Sept", 9),
    ("Okt", 10),
    ("Nov", 11),
    ("Nop", 11),
    ("Nopember", 11),
    ("Des", 12),
    ("Agus", 8),
];

const ENGLISH_MONTHS: [(&str, i8); 12] = [
    ("Jan", 1),
    ("Feb", 2),
    ("Mar", 3),
    ("Apr", 4),
    ("Jun", 6),
    ("Jul", 7),
    ("Aug", 8),
    ("Sep", 9),
    ("Sept", 9),
    ("Oct", 10),
    ("Nov", 11),
    ("Dec", 12),
];

/// Between a weekday and its date: parts of the day, and what points at a day.
const INDONESIAN_LEAD: [&str; 14] = [
    "tanggal",
    "tgl",
    "pada",
    "pagi",
    "siang",
    "sore",
    "petang",
    "malam",
    "dini",
    "hari",
    "ini",
    "lalu",
    "mendatang",
    "kemarin",
];

const ENGLISH_LEAD: [&str; 6] = ["the", "morning", "afternoon", "evening", "night", "on"];

/// Before a short name, words that may have a capital at the beginning of a sentence.
pub(super) const PREPOSITIONS: [&str; 6] = ["on", "by", "from", "until", "till", "since"];

/// Before "minggu", what makes it a week: "dua minggu", "akhir minggu".
const WEEKS: [&str; 17] = [
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "beberapa",
    "tiap",
    "per",
    "awal",
    "tengah",
    "pertengahan",
    "akhir",
];

/// After "minggu" these make it a week too: "minggu lalu, 16 November 2021".
pub(super) const POINTING: [&str; 4] = ["ini", "lalu", "mendatang", "kemarin"];

pub(in crate::syntax) fn weekdays(tongue: Tongue, known: &CalendarWords) -> Vec<Name<Weekday>> {
    let full = known.weekdays.iter().zip(DAYS).map(|(word, day)| Name::new(word, day, false, true));
    let mut names: Vec<Name<Weekday>> = full.collect();
    match tongue {
        Tongue::Indonesian => {
            names.extend(INDONESIAN_DAYS.map(|(word, day)| Name::new(word, day, false, false)));
        }
        Tongue::English => {
            names.extend(ENGLISH_DAYS.map(|(word, day)| Name::new(word, day, true, word.len() == 3)));
        }
        Tongue::Other => {}
    }
    longest_first(names)
}

pub(in crate::syntax) fn months(tongue: Tongue, known: &CalendarWords) -> Vec<Name<i8>> {
    let full = known.months.iter().zip(1..).map(|(word, month)| Name::new(word, month, false, true));
    let mut names: Vec<Name<i8>> = full.collect();
    let short: &[(&str, i8)] = match tongue {
        Tongue::Indonesian => &INDONESIAN_MONTHS,
        Tongue::English => &ENGLISH_MONTHS,
        Tongue::Other => &[],
    };
    names.extend(short.iter().map(|(word, month)| Name::new(word, *month, true, true)));
    longest_first(names)
}

/// What may stand between a weekday and its date, and between the parts of the date.
pub(super) fn fillers(tongue: Tongue, known: &CalendarWords) -> (Vec<String>, Vec<String>) {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    match tongue {
        Tongue::Indonesian => (owned(&INDONESIAN_LEAD), owned(&["bulan", "tahun"])),
        Tongue::English => (owned(&ENGLISH_LEAD), owned(&["of"])),
        Tongue::Other => (known.between.clone(), known.between.clone()),
    }
}

/// Whether this word before "minggu" counts weeks.
pub(super) fn counts_weeks(word: &str) -> bool {
    WEEKS.contains(&word) || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn longest_first<T>(mut names: Vec<Name<T>>) -> Vec<Name<T>> {
    names.sort_by_key(|name| std::cmp::Reverse(name.lowered.len()));
    names
}

/// The first three letters whatever their case; none where there are not three of ASCII.
pub(super) fn key(text: &[u8]) -> Option<u32> {
    let [one, two, three, ..] = text else { return None };
    let is_ascii = one.is_ascii() && two.is_ascii() && three.is_ascii();
    is_ascii.then(|| u32::from_be_bytes([0, one | 0x20, two | 0x20, three | 0x20]))
}

/// Whether a word begins at this byte.
pub(super) fn starts_word(text: &str, at: usize) -> bool {
    match at.checked_sub(1).map(|before| text.as_bytes()[before]) {
        None => true,
        Some(before) if before.is_ascii() => !before.is_ascii_alphanumeric(),
        Some(_) => text.is_char_boundary(at) && !text[..at].ends_with(char::is_alphanumeric),
    }
}

/// How many bytes `text` begins with that are the word `lowered` in any case; none if it begins with
/// anything else, or with a longer word.
pub(super) fn prefix(text: &str, lowered: &str) -> Option<usize> {
    if lowered.is_ascii() {
        // Most names and texts, and a fraction of the time.
        let start = text.as_bytes().get(..lowered.len())?;
        let is_same = start.eq_ignore_ascii_case(lowered.as_bytes());
        return (is_same && !text[lowered.len()..].starts_with(char::is_alphanumeric)).then_some(lowered.len());
    }
    let mut wanted = lowered.chars().peekable();
    for (at, letter) in text.char_indices() {
        if wanted.peek().is_none() {
            return (!letter.is_alphanumeric()).then_some(at);
        }
        if !letter.to_lowercase().all(|letter| wanted.next() == Some(letter)) {
            return None;
        }
    }
    wanted.peek().is_none().then_some(text.len())
}

/// Where the last words before a byte begin, the nearest first, at most `most`.
pub(super) fn before(text: &str, at: usize, most: usize) -> Vec<usize> {
    // Words are short; a look back of bounded length keeps one endless line linear.
    const FARTHEST: usize = 120;
    let mut starts = Vec::new();
    let mut start = None;
    for (place, letter) in text[..at].char_indices().rev().take(FARTHEST) {
        match letter {
            BARRIER => break,
            letter if letter.is_alphanumeric() => start = Some(place),
            _ => starts.extend(start.take()),
        }
        if starts.len() == most {
            return starts;
        }
    }
    starts.extend(start);
    starts
}
