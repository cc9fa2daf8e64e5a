//! Addresses of e-mail and telephone numbers in the words of a press contact, which become links.
//!
//! In: a phrase as its author wrote it. Out: the same words as HTML, nothing added or left out, each address
//! and number a link. What is not certainly one stays as it is: hours, dates and numbers of letters are no
//! telephone numbers, and a number without `+` or a leading zero cannot be told from them.

use super::desk::Desk;
use crate::locale::{Locale, Phrase};

/// How many digits a number has after a `+` (ITU-T E.164), and after a leading zero: with fewer it could be a
/// day or a time.
const ABROAD: std::ops::RangeInclusive<usize> = 8..=15;
const AT_HOME: std::ops::RangeInclusive<usize> = 9..=15;

/// A phrase as HTML on a page of the desk's language, its addresses and numbers as links.
pub(super) fn html(desk: &Desk, phrase: &Phrase) -> String {
    // A number reads from left to right in every script; between letters from right to left it has to say so.
    let direction = if desk.dir(&desk.locale) == "rtl" { " dir=\"ltr\"" } else { "" };
    let mut out = String::new();
    for run in &phrase.runs {
        for piece in pieces(&run.text) {
            let words = words(&desk.locale, run.lang.as_ref(), piece.text);
            match piece.target {
                Some(target) => out.push_str(&format!("<a href=\"{target}\"{direction}>{words}</a>")),
                None => out.push_str(&words),
            }
        }
    }
    out
}

fn words(around: &Locale, lang: Option<&Locale>, text: &str) -> String {
    let mut phrase = Phrase::default();
    phrase.push(lang, text);
    phrase.html_in(around)
}

/// A stretch of a text, and where it leads.
#[derive(Debug, PartialEq, Eq)]
struct Piece<'a> {
    text: &'a str,
    target: Option<String>,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut done, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let is_start = !text[..at].chars().next_back().is_some_and(is_of_word);
        let found = if is_start { address(rest).or_else(|| number(rest)) } else { None };
        let Some((length, target)) = found else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        pieces.push(Piece { text: &text[done..at], target: None });
        pieces.push(Piece { text: &text[at..at + length], target });
        at += length;
        done = at;
    }
    pieces.push(Piece { text: &text[done..], target: None });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// What an address or a number cannot be in the midst of.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '@' | '.' | '_' | '-' | '+' | '%' | '/')
}

/// The length of the address of e-mail that a text begins with, and its link. Only signs that need no
/// encoding in either (RFC 6068) are taken for parts of one.
fn address(text: &str) -> Option<(usize, Option<String>)> {
    let local = length_of(text, |byte| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte));
    let is_local = local > 0 && !text[..local].ends_with('.') && !text[..local].contains("..");
    let host = text[local..].strip_prefix('@').filter(|_| is_local)?;
    let length = length_of(host, |byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    // A full stop or a dash after it belongs to the sentence.
    let name = host[..length].trim_end_matches(['.', '-']);
    let is_followed = host[name.len()..].chars().next().is_some_and(|next| next.is_alphanumeric() || next == '@');
    let labels: Vec<&str> = name.split('.').collect();
    let is_label = |label: &&str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    let is_top = |label: &&str| label.len() > 1 && label.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_host = labels.len() > 1 && labels.iter().all(is_label) && labels.last().is_some_and(is_top);
    let length = local + 1 + name.len();
    (is_host && !is_followed).then(|| (length, Some(format!("mailto:{}", &text[..length]))))
}

fn length_of(text: &str, is_part: impl Fn(u8) -> bool) -> usize {
    text.bytes().position(|byte| !is_part(byte)).unwrap_or(text.len())
}

/// The length of the telephone number that a text begins with, and its link (RFC 3966): `+` or `0`, which may
/// stand in brackets, and digits that single signs part. More digits than a number has are several, which
/// nothing tells apart: they have no link.
fn number(text: &str) -> Option<(usize, Option<String>)> {
    let is_abroad = text.starts_with('+');
    if !is_abroad && !text.starts_with('0') && !text.starts_with("(0") {
        return None;
    }
    let length = extent(text, is_abroad);
    let written = &text[..length];
    // `0123456789/PR` is the number of a letter.
    let after = text[length..].strip_prefix('/').unwrap_or(&text[length..]);
    let is_longer =
        after.chars().next().is_some_and(char::is_alphabetic) || text[length..].starts_with(char::is_numeric);
    // Brackets around the whole are not part of it.
    if is_longer || written.ends_with(')') || written.matches('(').count() != written.matches(')').count() {
        return None;
    }
    // From abroad the zero in `+62 (0)21` is not dialled.
    let dialled = if is_abroad { written.replacen("(0)", "", 1) } else { written.to_owned() };
    let digits: String = dialled.chars().filter(char::is_ascii_digit).collect();
    let (range, sign) = if is_abroad { (ABROAD, "+") } else { (AT_HOME, "") };
    let target = (digits.len() <= *range.end()).then(|| format!("tel:{sign}{digits}"));
    (digits.len() >= *range.start()).then_some((length, target))
}

/// How far digits go with what may stand between them. At home a point does not: `08.00-16.00` are hours.
fn extent(text: &str, is_abroad: bool) -> usize {
    let is_between = |letter: char| match letter {
        ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2011}' => true,
        '.' => is_abroad,
        _ => false,
    };
    let (mut end, mut is_gap, mut is_open) = (0, false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '0'..='9' => (end, is_gap) = (at + 1, false),
            '+' if at == 0 => {}
            '(' if !is_open => (is_open, is_gap) = (true, false),
            ')' if is_open => (end, is_open, is_gap) = (at + 1, false, false),
            _ if is_between(letter) && !is_gap => is_gap = true,
            _ => break,
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str) -> Vec<(&str, String)> {
        pieces(text).into_iter().filter_map(|piece| Some((piece.text, piece.target?))).collect()
    }

    fn one(text: &str, words: &str, target: &str) {
        assert_eq!(links(text), [(words, target.to_owned())], "{text}");
    }

    #[test]
    fn addresses_of_e_mail_are_found_in_sentences() {
        one("Tulis ke pers@kantor.example.", "pers@kantor.example", "mailto:pers@kantor.example");
        one("<media+night@press.gov.example>", "media+night@press.gov.example", "mailto:media+night@press.gov.example");
        one(
            "(desk_1@press-office.example, weekdays)",
            "desk_1@press-office.example",
            "mailto:desk_1@press-office.example",
        );
    }

    #[test]
    fn telephone_numbers_are_found_as_they_are_written() {
        one("Tel. (021) 555 0142", "(021) 555 0142", "tel:0215550142");
        one("call +62 21 555 0142, or write", "+62 21 555 0142", "tel:+62215550142");
        one("+62 (0)21-555-0142.", "+62 (0)21-555-0142", "tel:+62215550142");
        one("+62 (21) 555\u{a0}0142", "+62 (21) 555\u{a0}0142", "tel:+62215550142");
        one("0812-3456-7890 (WhatsApp)", "0812-3456-7890", "tel:081234567890");
        one("(pers: 0215550142)", "0215550142", "tel:0215550142");
        one("(0215550142)", "0215550142", "tel:0215550142");
        one("(021) 555 0142/43", "(021) 555 0142", "tel:0215550142");
        one("+1.202.555.0142", "+1.202.555.0142", "tel:+12025550142");
        let both = links("Ana, 0812 5550 1420, ana@kantor.example; Bo");
        assert_eq!(
            both.iter().map(|(_, target)| target.as_str()).collect::<Vec<_>>(),
            ["tel:081255501420", "mailto:ana@kantor.example"]
        );
    }

    #[test]
    fn what_is_not_certainly_an_address_or_a_number_is_no_link() {
        for text in [
            "08.00-16.00 WIB",
            "08.00–16.00 WIB",
            "0800-1600",
            "01-11-2031",
            "110",
            "555 0142",
            "+62",
            "A+6221555014200",
            "0812 3456 7890 0813 4567 8901",
            "No. 0123456789/PR",
            "a@b",
            "@kantor.example",
            "pers@kantor..example",
            "pers@-kantor.example",
            "a@b.example@c.example",
            "pers@127.0.0.1",
            "0215550142x",
        ] {
            assert_eq!(links(text), [], "{text}");
        }
    }

    #[test]
    fn no_text_loses_or_gains_a_letter() {
        for text in
            ["", "a@b.example", " +62 21 555 0142 ", "é(021) 555 0142é", "<b>&amp;\" onclick=x@y.example\">", "+", "(0"]
        {
            assert_eq!(pieces(text).iter().map(|piece| piece.text).collect::<String>(), text);
        }
    }
}
