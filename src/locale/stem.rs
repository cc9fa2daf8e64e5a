//! Words as a search compares them: folded, and taken back to a stem where the language is known.
//!
//! In: a text and its language. Out: its words, without case, marks, apostrophes and grouping of figures,
//! each with its stem. `assets/search-folding.js` does the same to what a reader types; `tests/browser/` holds
//! both to one table, `search-folding.tsv`. No dictionary: what helps is that all forms of a word come to
//! the same, not that this is a word.

mod english;
mod indonesian;

use std::borrow::Cow;

use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};

use super::Locale;

/// How many letters of a word count: what is longer is an address or a mistake.
pub const LONGEST: usize = 40;

/// Which rules take a word back to its stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stemming {
    /// Indonesian affixes.
    Indonesian,
    /// English endings.
    English,
    /// None: words count as they are.
    None,
}

impl Stemming {
    /// The rules for a language.
    pub fn of(locale: &Locale) -> Stemming {
        match locale.language() {
            "id" => Stemming::Indonesian,
            "en" => Stemming::English,
            _ => Stemming::None,
        }
    }

    /// The stem of a folded word. Words with other letters than those from a to z are their own stem.
    pub fn stem(self, word: &str) -> Cow<'_, str> {
        if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Cow::Borrowed(word);
        }
        match self {
            Stemming::Indonesian => indonesian::stem(word),
            Stemming::English => english::stem(word),
            Stemming::None => Cow::Borrowed(word),
        }
    }
}

/// A text folded: lower case, decomposed by compatibility, without marks.
pub fn folded(text: &str) -> Cow<'_, str> {
    if text.chars().all(|letter| letter.is_ascii() || is_mere_punctuation(letter)) {
        return match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(text.to_ascii_lowercase()),
            false => Cow::Borrowed(text),
        };
    }
    let categories = CodePointMapData::<GeneralCategory>::new();
    let is_mark = |letter: char| !letter.is_ascii() && GeneralCategoryGroup::Mark.contains(categories.get(letter));
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let letters = decomposed.chars().filter(|letter| !is_mark(*letter)).flat_map(char::to_lowercase);
    // Greek has a form of its own for the end of a word, which scripts write and Rust's letters do not.
    Cow::Owned(letters.map(|letter| if letter == 'ς' { 'σ' } else { letter }).collect())
}

/// Dashes and quotation marks, which good typography puts into every other paragraph, and which folding leaves as
/// they are.
fn is_mere_punctuation(letter: char) -> bool {
    matches!(letter, '–' | '—' | '‘' | '’' | '“' | '”')
}

/// Gives each word of a folded text, in order. Apostrophes inside a word are left out, and so are points and
/// commas inside a figure, so that `4.300` and `4,300` are one. Hyphens part: `negara-negara` is one word
/// twice. Chinese and Japanese have no spaces: each sign is a word.
pub fn words(folded: &str, mut each: impl FnMut(&str)) {
    let (bytes, mut word, mut at) = (folded.as_bytes(), String::new(), 0);
    while at < bytes.len() {
        // Most words are letters of ASCII and nothing else: these are taken as they stand.
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        match (length, bytes.get(at + length)) {
            (1.., next) if ends(bytes[at + length - 1], next.copied(), bytes.get(at + length + 1).copied()) => {
                each(&folded[at..at + length.min(LONGEST)]);
                at += length;
            }
            (0, Some(next)) if next.is_ascii() => at += 1,
            _ => at += any_word(&folded[at..], &mut word, &mut each),
        }
    }
}

/// Whether a word is over for certain, by its last byte and the two behind it.
fn ends(last: u8, next: Option<u8>, second: Option<u8>) -> bool {
    match next {
        Some(b'.' | b',') => !(last.is_ascii_digit() && second.is_some_and(|byte| byte.is_ascii_digit())),
        Some(next) => next.is_ascii() && next != b'\'',
        None => true,
    }
}

/// Gives the word that a text begins with, if it does, and tells how many bytes were looked at.
fn any_word(text: &str, word: &mut String, each: &mut impl FnMut(&str)) -> usize {
    word.clear();
    let (mut count, mut last) = (0, ' ');
    let mut rest = text.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        let mut follows = |is: fn(char) -> bool| rest.peek().is_some_and(|(_, next)| is(*next));
        let joins = match letter {
            '\'' | '’' | '‘' | 'ʼ' => last.is_alphabetic() && follows(char::is_alphabetic),
            '.' | ',' => last.is_ascii_digit() && follows(|next| next.is_ascii_digit()),
            _ => false,
        };
        let is_sign = is_sign(letter);
        if letter.is_alphanumeric() && letter != 'ʼ' && !is_sign {
            if count < LONGEST {
                word.push(letter);
            }
            count += 1;
        } else if !joins {
            if !word.is_empty() {
                each(word);
            }
            if is_sign {
                each(letter.encode_utf8(&mut [0; 4]));
            }
            return at + letter.len_utf8();
        }
        last = letter;
    }
    if !word.is_empty() {
        each(word);
    }
    text.len()
}

/// Whether a letter is a word by itself.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table that the browser's script is held to as well.
    const TABLE: &str = include_str!("../../tests/browser/search-folding.tsv");

    #[test]
    fn words_come_to_the_same_as_in_the_table_of_the_browsers_script() {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let mut count = 0;
        for row in rows {
            let [tag, text, wanted]: [&str; 3] = row.split('\t').collect::<Vec<_>>().try_into().expect(row);
            let stemming = Stemming::of(&Locale::parse(tag).expect(tag));
            let mut found = Vec::new();
            words(&folded(text), |word| found.push(stemming.stem(word).into_owned()));
            assert_eq!(found.join(" "), wanted, "{row}");
            count += 1;
        }
        assert!(count > 75, "{count} rows");
    }

    #[test]
    fn the_browsers_script_knows_the_same_roots() {
        let script = include_str!("../../themes/warta/assets/search-folding.js");
        for roots in [indonesian::ROOTS, indonesian::OF_K, indonesian::OF_M, indonesian::OF_N] {
            assert!(script.contains(&format!("\"{}\"", roots.join(" "))), "{roots:?}");
        }
    }

    fn found(text: &str, look: impl Fn(&str, &mut dyn FnMut(&str))) -> Vec<String> {
        let mut found = Vec::new();
        look(text, &mut |word| found.push(word.to_owned()));
        found
    }

    proptest::proptest! {
        #[test]
        fn words_of_ascii_are_those_that_are_found_letter_by_letter(
            text in "([a-z0-9]{1,3}|[ .,'’‘ʼ-]|[éß1٣]|[国の]|x{45}|\\PC){0,24}",
        ) {
            let slowly = found(&text, |text, each| {
                let (mut at, mut word, mut each) = (0, String::new(), each);
                while at < text.len() {
                    at += any_word(&text[at..], &mut word, &mut each);
                }
            });
            proptest::prop_assert_eq!(found(&text, |text, each| words(text, each)), slowly);
        }

        #[test]
        fn what_is_mere_punctuation_folds_to_itself(text in "[ -~–—‘’“”]{0,24}") {
            let long = format!("{text}é");
            proptest::prop_assert_eq!(format!("{}e", folded(&text)), folded(&long).into_owned());
        }
    }

    #[test]
    fn a_word_of_any_letters_and_length_has_a_stem() {
        for text in
            ["", "a", "e", "ed", "ing", "s", "di", "me", "men", "meng", "peny", "nya", "ber", "'", "1,", "…", "ß"]
        {
            for tag in ["id", "en", "fr"] {
                let stemming = Stemming::of(&Locale::parse(tag).expect(tag));
                words(&folded(text), |word| assert!(!stemming.stem(word).is_empty(), "{text}"));
            }
        }
        let mut found = Vec::new();
        words(&"x".repeat(90), |word| found.push(word.len()));
        assert_eq!(found, [LONGEST]);
    }
}
