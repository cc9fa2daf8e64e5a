//! Looking for bytes in long texts: what reading a site does more often than anything else.
//!
//! The standard library looks for a letter one byte, or one word of the machine, at a time.

use memchr::{memchr, memchr_iter};

/// How many bytes are looked at together. The compiler makes a few instructions of so many where none of them
/// is a way out.
const TOGETHER: usize = 16;

/// Where the first byte of a kind stands. Quick where few are, and `is_kind` is a handful of comparisons.
///
/// ```
/// assert_eq!(warta::bytes::position(b"one < two", |byte| byte == b'<'), Some(4));
/// ```
pub fn position(bytes: &[u8], is_kind: impl Fn(u8) -> bool) -> Option<usize> {
    let has_none = |together: &[u8; TOGETHER]| !together.iter().fold(false, |any, byte| any | is_kind(*byte));
    let passed = TOGETHER * bytes.as_chunks().0.iter().take_while(|together| has_none(together)).count();
    let rest = &bytes[passed..];
    // What is left may be too few for that: then the last of all are looked at, some of them for a second time.
    if rest.len() < TOGETHER && bytes.last_chunk().is_some_and(has_none) {
        return None;
    }
    rest.iter().position(|byte| is_kind(*byte)).map(|found| passed + found)
}

/// Where each line of a text begins, as a byte of it, in order; an empty text has one line.
///
/// ```
/// assert_eq!(warta::bytes::line_starts("one\n\ntwo\n"), [0, 4, 5, 9]);
/// ```
pub fn line_starts(text: &str) -> Vec<usize> {
    // In prose half of the lines are empty, and the others are long.
    let mut starts = Vec::with_capacity(text.len() / 96 + 2);
    starts.push(0);
    starts.extend(memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
    starts
}

/// The lines of a text, each without the line feed behind it: as `split('\n')` gives them.
///
/// ```
/// assert!(warta::bytes::lines("one\n\ntwo\n").eq(["one", "", "two", ""]));
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = memchr(b'\n', text.as_bytes());
        rest = end.map(|end| &text[end + 1..]);
        Some(end.map_or(text, |end| &text[..end]))
    })
}

/// Adds the digits of a number to a text.
///
/// ```
/// let mut id = "p".to_owned();
/// warta::bytes::push_number(&mut id, 20);
/// assert_eq!(id, "p20");
/// ```
pub fn push_number(text: &mut String, number: u64) {
    let mut power = number.checked_ilog10().map_or(1, |digits| 10_u64.pow(digits));
    while power > 0 {
        // One digit is left of it.
        text.push(char::from(b'0' + (number / power % 10) as u8));
        power /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_byte_is_found_where_the_library_finds_it(text in "[a-c\n]{0,90}<?[a-c\n\u{e9}]{0,40}[<>]?[a-c]{0,40}") {
            let is_mark = |byte: u8| matches!(byte, b'<' | b'>');
            for from in 0..text.len().min(TOGETHER + 1) {
                let rest = &text.as_bytes()[from..];
                prop_assert_eq!(position(rest, is_mark), rest.iter().position(|byte| is_mark(*byte)));
            }
        }

        #[test]
        fn a_number_has_the_digits_that_the_library_gives_it(number: u64, bits in 0..64) {
            for number in [number, number >> bits, 1_u64 << bits, 10_u64.pow(bits as u32 % 20), 0] {
                let mut text = String::new();
                push_number(&mut text, number);
                prop_assert_eq!(text, number.to_string());
            }
        }

        #[test]
        fn lines_are_those_of_the_library(text in "[a\n\r\u{e9}]{0,40}") {
            prop_assert!(lines(&text).eq(text.split('\n')));
        }
    }
}
