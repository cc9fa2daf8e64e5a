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
    if text.is_ascii() {
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

/// Gives each word of a folded text, in order. Apostrophes inside a word are left out, and so are points and
/// commas inside a figure, so that `4.300` and `4,300` are one. Hyphens part: `negara-negara` is one word
/// twice. Chinese and Japanese have no spaces: each sign is a word.
pub fn words(folded: &str, mut each: impl FnMut(&str)) {
    let mut word = String::new();
    let mut count = 0;
    let mut rest = folded.chars().peekable();
    let mut last = ' ';
    while let Some(letter) = rest.next() {
        let mut follows = |is: fn(char) -> bool| rest.peek().is_some_and(|next| is(*next));
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
            finish(&mut word, &mut count, &mut each);
            if is_sign {
                each(letter.encode_utf8(&mut [0; 4]));
            }
        }
        last = letter;
    }
    finish(&mut word, &mut count, &mut each);
}

fn finish(word: &mut String, count: &mut usize, each: &mut impl FnMut(&str)) {
    if !word.is_empty() {
        each(word);
        word.clear();
    }
    *count = 0;
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
