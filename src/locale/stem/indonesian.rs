//! Indonesian words without their affixes, by rules alone.
//!
//! After F. Z. Tala, *A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia* (2003): an
//! affix goes only from a word of more than two vowels. Three things are otherwise, for the prose of an
//! office: `-lah`, `-kah`, `-pun`, `-ku` and `-mu` stay, since there they are the ends of roots (masalah,
//! temu) far more often; `-i` goes only where a verb's prefix went before (ekonomi); and roots that look as
//! if they had a prefix are named.

use std::borrow::Cow;

/// Beginnings of roots that look as if they had a prefix.
pub(super) const ROOTS: &[&str] = &[
    "asean",
    "berita",
    "berlian",
    "dialog",
    "diaspora",
    "digital",
    "dimensi",
    "dinami",
    "diplom",
    "direk",
    "disiplin",
    "diskusi",
    "distribusi",
    "diversi",
    "kecuali",
    "kelompok",
    "kelola",
    "keluarga",
    "kembal",
    "kembang",
    "kemuka",
    "kend",
    "kepala",
    "kerangka",
    "kerja",
    "ketua",
    "media",
    "mekanis",
    "melayu",
    "memor",
    "menteri",
    "merdeka",
    "metod",
    "nilai",
    "pelabuhan",
    "percaya",
    "perdana",
    "perempuan",
    "perhati",
    "perintah",
    "period",
    "perlu",
    "perspektif",
    "pertama",
    "peristiwa",
    "pesawat",
    "personal",
    "personel",
    "peserta",
    "petisi",
    "tentara",
    "terap",
    "terima",
    "teritori",
    "terminal",
    "teror",
    "terus",
    "terowongan",
    "terjemah",
    "pengaruh",
];

/// Beginnings of roots whose k goes after `meng-` and `peng-`.
pub(super) const OF_K: &[&str] = &[
    "kaji", "kait", "kecam", "kelola", "kembal", "kembang", "kemuka", "kenai", "kendali", "kerja", "ketahu", "kirim",
    "kuat", "kumpul", "kurang", "kutip", "kutuk",
];

/// Beginnings of roots whose first letter is m after `mem-` and `pem-`; else it is p.
pub(super) const OF_M: &[&str] = &["main", "masuk", "milik", "minta", "muat", "mula"];

/// Beginnings of roots whose first letter is n after `men-` and `pen-`; else it is t.
pub(super) const OF_N: &[&str] = &["naik", "nama", "nasihat", "nikah", "nikmat", "nilai"];

/// What the prefixes that went say of the suffixes that may go.
#[derive(Default)]
struct Gone {
    /// me-, di-, ter-.
    of_verb: bool,
    /// ke-, pe- with a nasal.
    of_noun: bool,
}

/// The stem of a word of the letters from a to z.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    let mut word = Cow::Borrowed(word);
    if is_long(&word) {
        cut(&mut word, "nya");
    }
    let mut gone = Gone::default();
    for _ in 0..2 {
        if !is_long(&word) || !may_begin(&word) || begins(&word, ROOTS) {
            break;
        }
        let Some(rest) = without_prefix(&word, &mut gone) else { break };
        word = Cow::Owned(rest);
    }
    if is_long(&word) && !ROOTS.contains(&word.as_ref()) {
        without_suffix(&mut word, &gone);
    }
    word
}

/// Whether a word has more than two vowels.
fn is_long(word: &str) -> bool {
    word.bytes().filter(|byte| is_vowel(*byte)).count() > 2
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether a word may have a prefix by its first two letters: the roots are many, and most words need not be
/// held against them.
fn may_begin(word: &str) -> bool {
    matches!(word.as_bytes(), [b'b' | b'k' | b'm' | b'p' | b't', b'e', ..] | [b'd', b'i', ..])
}

fn begins(word: &str, roots: &[&str]) -> bool {
    roots.iter().any(|root| word.starts_with(root))
}

/// Cuts an ending off, if the word has it.
fn cut(word: &mut Cow<'_, str>, ending: &str) -> bool {
    let Some(length) = word.strip_suffix(ending).map(str::len) else { return false };
    match word {
        Cow::Borrowed(text) => *text = &text[..length],
        Cow::Owned(text) => text.truncate(length),
    }
    true
}

/// The word without its first prefix, with the root's own first letter where a nasal took its place.
fn without_prefix(word: &str, gone: &mut Gone) -> Option<String> {
    for whole in ["pelajar", "belajar"] {
        if word.starts_with(whole) {
            return Some(word[3..].to_owned());
        }
    }
    if let Some(rest) = word.strip_prefix("di").or_else(|| word.strip_prefix("ter")) {
        gone.of_verb = true;
        return Some(rest.to_owned());
    }
    if let Some(rest) = word.strip_prefix("per").or_else(|| word.strip_prefix("ber")) {
        return Some(rest.to_owned());
    }
    if let Some(rest) = word.strip_prefix("be") {
        // bekerja: the r of ber- is left out before a syllable with r.
        let is_ber = rest.get(1..3) == Some("er") && !rest.as_bytes().first().copied().is_some_and(is_vowel);
        return is_ber.then(|| rest.to_owned());
    }
    if let Some(rest) = word.strip_prefix("ke") {
        gone.of_noun = true;
        return Some(rest.to_owned());
    }
    let rest = word.strip_prefix("me").or_else(|| word.strip_prefix("pe"))?;
    match word.starts_with('m') {
        true => gone.of_verb = true,
        false => gone.of_noun = true,
    }
    Some(after_nasal(rest))
}

/// What follows `me-` or `pe-`, without the nasal.
fn after_nasal(rest: &str) -> String {
    let or = |letter: &str, rest: &str, roots: &[&str], other: &str| {
        let own = format!("{letter}{rest}");
        if begins(&own, roots) { own } else { format!("{other}{rest}") }
    };
    let has_vowel = |rest: &str| rest.bytes().next().is_some_and(is_vowel);
    match rest {
        _ if rest.starts_with("ny") && has_vowel(&rest[2..]) => format!("s{}", &rest[2..]),
        _ if rest.starts_with("ng") => or("k", &rest[2..], OF_K, ""),
        _ if rest.starts_with('m') && has_vowel(&rest[1..]) => or("m", &rest[1..], OF_M, "p"),
        _ if rest.starts_with('n') && has_vowel(&rest[1..]) => or("n", &rest[1..], OF_N, "t"),
        _ if rest.starts_with(['m', 'n']) => rest[1..].to_owned(),
        _ => rest.to_owned(),
    }
}

fn without_suffix(word: &mut Cow<'_, str>, gone: &Gone) {
    let is_gone = (!gone.of_noun && cut(word, "kan")) || (!gone.of_verb && cut(word, "an"));
    if !is_gone && gone.of_verb && !word.ends_with("si") {
        cut(word, "i");
    }
}
