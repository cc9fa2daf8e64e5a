//! That what is quick for the texts of nearly all editions is what the definition says, for every text.

use proptest::prelude::*;

use super::*;

/// Letters that stay as they are, and those that a rule is for: white space of every kind, what nobody sees, what NFC
/// puts together or takes apart.
fn texts() -> impl Strategy<Value = String> {
    let letters = "ab  \t\r\n\u{b}\u{c}\u{1b}\u{7f}\u{85}\u{a0}\u{a1}\u{ad}éŀ\u{2ff}\u{300}e\u{301}\u{1100}\u{1161}\u{1680}\
                   \u{2000}\u{2009}\u{200b}–’“”…\u{2027}\u{2028}\u{2029}\u{202f}\u{205f}\u{2066}\u{2069}\u{2126}\u{3000}\
                   \u{feff}ك🎌";
    let letters: Vec<char> = letters.chars().collect();
    let usual: Vec<char> = "abc  \n’é".chars().collect();
    let of = |letters: &[char]| prop::sample::select(letters.to_vec());
    let rare = prop_oneof![12 => of(&usual), 1 => of(&letters)];
    let texts = prop_oneof![prop::collection::vec(of(&letters), 0..60), prop::collection::vec(rare, 0..80)];
    texts.prop_map(|letters| letters.into_iter().collect())
}

/// The definition (`docs/verification.md`), word for word.
fn by_definition(text: &str) -> String {
    let is_unseen = |letter: &char| matches!(letter, '\u{ad}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let seen: String = text.chars().filter(|letter| !is_unseen(letter)).collect();
    ComposingNormalizerBorrowed::new_nfc().normalize(&seen).into_owned()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn texts_are_folded_and_tidied_by_the_definition(text in texts()) {
        let normal = by_definition(&text);
        prop_assert_eq!(folded(&text), words(&normal));
        let lines: Vec<String> = normal.lines().map(words).filter(|line| !line.is_empty()).collect();
        prop_assert_eq!(tidied(&text), lines.join("\n"));
        prop_assert_eq!(tidy(text), lines.join("\n"));
    }

    #[test]
    fn digests_are_those_of_the_text_and_of_the_text_folded(texts in prop::collection::vec(texts(), 0..5)) {
        let parts = texts.iter().map(|text| Part { name: String::new(), text: tidied(text) });
        let text = CanonicalText { parts: parts.filter(|part| !part.text.is_empty()).collect() };
        let (whole, digests) = (text.text(), text.digests());
        prop_assert_eq!(digests.sha256, Sha256::of_bytes(whole.as_bytes()));
        prop_assert_eq!(digests.folded, Sha256::of_bytes(folded(&whole).as_bytes()));
    }
}

#[test]
fn every_settled_letter_is_its_own_normal_form_and_no_white_space() {
    let letters = (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|letter| !letter.is_ascii());
    for letter in letters.filter(|letter| is_settled(letter.encode_utf8(&mut [0; 4]))) {
        // Behind a letter that many marks go with, and before one.
        let text = format!("a{letter}a");
        assert_eq!((by_definition(&text), letter.is_whitespace()), (text, false));
    }
}
