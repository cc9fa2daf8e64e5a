//! English words without the endings of plurals, past and participle.
//!
//! After M. F. Porter, *An algorithm for suffix stripping* (1980): its steps 1 and 5a, which take back what
//! grammar adds. Its other steps take back what makes another word (`-ation`, `-ness`), and are left out.

use std::borrow::Cow;

/// The stem of a word of the letters from a to z.
pub(super) fn stem(word: &str) -> Cow<'_, str> {
    if word.len() < 3 {
        return Cow::Borrowed(word);
    }
    let mut word = singular(word).to_owned();
    tenseless(&mut word);
    if word.ends_with('y') && has_vowel(&word[..word.len() - 1]) {
        replace(&mut word, 1, "i");
    }
    if word.ends_with('e') {
        let stem = &word[..word.len() - 1];
        let measure = measure(stem);
        if measure > 1 || (measure == 1 && !is_short(stem)) {
            word.pop();
        }
    }
    Cow::Owned(word)
}

/// Step 1a.
fn singular(word: &str) -> &str {
    match word {
        _ if word.ends_with("sses") || word.ends_with("ies") => &word[..word.len() - 2],
        _ if word.ends_with("ss") => word,
        _ => word.strip_suffix('s').unwrap_or(word),
    }
}

/// Step 1b.
fn tenseless(word: &mut String) {
    if let Some(stem) = word.strip_suffix("eed") {
        if measure(stem) > 0 {
            word.pop();
        }
        return;
    }
    let stem = word.strip_suffix("ed").or_else(|| word.strip_suffix("ing"));
    let Some(length) = stem.filter(|stem| has_vowel(stem)).map(str::len) else { return };
    word.truncate(length);
    if ["at", "bl", "iz"].iter().any(|ending| word.ends_with(ending)) || (measure(word) == 1 && is_short(word)) {
        word.push('e');
    } else if is_doubled(word) && !word.ends_with(['l', 's', 'z']) {
        word.pop();
    }
}

fn replace(word: &mut String, letters: usize, ending: &str) {
    word.truncate(word.len() - letters);
    word.push_str(ending);
}

/// Whether the letter at this place is a consonant: y is one at the beginning and after a vowel.
fn is_consonant(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => false,
        b'y' => at == 0 || !is_consonant(word, at - 1),
        _ => true,
    }
}

fn has_vowel(stem: &str) -> bool {
    (0..stem.len()).any(|at| !is_consonant(stem.as_bytes(), at))
}

/// How often a consonant follows a vowel.
fn measure(stem: &str) -> usize {
    let stem = stem.as_bytes();
    (1..stem.len()).filter(|at| is_consonant(stem, *at) && !is_consonant(stem, at - 1)).count()
}

/// Whether it ends with consonant, vowel, consonant, of which the last is none of w, x and y.
fn is_short(stem: &str) -> bool {
    let (stem, length) = (stem.as_bytes(), stem.len());
    length >= 3
        && is_consonant(stem, length - 3)
        && !is_consonant(stem, length - 2)
        && is_consonant(stem, length - 1)
        && !matches!(stem[length - 1], b'w' | b'x' | b'y')
}

fn is_doubled(stem: &str) -> bool {
    let (stem, length) = (stem.as_bytes(), stem.len());
    length >= 2 && stem[length - 1] == stem[length - 2] && is_consonant(stem, length - 1)
}
