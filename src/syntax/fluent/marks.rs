//! Makes the text of a message file safe for the parser, byte for byte, so that places stay true.
//!
//! `[words]{lang=en}` would be a placeable to Fluent: its brackets and braces become control
//! characters that `Phrase::from_marked` reads. Placeables nested so deeply that the parser would
//! run out of stack, and escapes at which it would split a character, become question marks.

use crate::locale::Locale;
use crate::locale::phrase::marks;

/// Deeper nesting has no use, and the parser recurses.
const DEEPEST: usize = 32;

/// The text for the parser, as long as the original, and what is wrong with it.
pub(super) struct Masked {
    pub(super) text: String,
    pub(super) flaws: Vec<Flaw>,
}

/// A mistake that the parser will not see: bytes of the text, and its words.
pub(super) struct Flaw {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: FlawKind,
}

/// What is wrong.
pub(super) enum FlawKind {
    /// Placeables nested too deeply.
    Depth,
    /// A control character in the file.
    Control(char),
    /// A language part with a bad tag.
    Tag(String),
    /// A language part without an opening bracket.
    Brackets,
}

/// Masks a whole file.
pub(super) fn mask(text: &str) -> Masked {
    let mut scan = Scan {
        text,
        out: text.as_bytes().to_vec(),
        at: 0,
        frames: Vec::new(),
        brackets: Vec::new(),
        flaws: Vec::new(),
    };
    scan.controls();
    scan.run();
    // Characters were replaced whole and by ASCII, so it is UTF-8 still.
    let masked = String::from_utf8(scan.out).unwrap_or_default();
    Masked { text: masked, flaws: scan.flaws }
}

#[derive(Clone, Copy, PartialEq)]
enum Frame {
    Expression,
    Variants,
    Arguments,
}

struct Scan<'a> {
    text: &'a str,
    out: Vec<u8>,
    at: usize,
    frames: Vec<Frame>,
    /// Offset of each open bracket, and how many frames were open there.
    brackets: Vec<(usize, usize)>,
    flaws: Vec<Flaw>,
}

impl Scan<'_> {
    fn controls(&mut self) {
        for (at, letter) in self.text.char_indices().filter(|(_, letter)| !marks::is_plain(*letter) && *letter != '\r')
        {
            self.blank(at, letter);
            self.flaws.push(Flaw { start: at, end: at + letter.len_utf8(), kind: FlawKind::Control(letter) });
        }
    }

    fn run(&mut self) {
        while let Some(byte) = self.byte(self.at) {
            if self.at == 0 || self.byte(self.at - 1) == Some(b'\n') {
                self.line();
                if byte == b'#' {
                    self.at += self.text[self.at..].find('\n').unwrap_or(self.text.len() - self.at);
                    continue;
                }
            }
            match self.frames.last() {
                None | Some(Frame::Variants) => self.text_byte(byte),
                Some(_) => self.code_byte(byte),
            }
            self.at += 1;
        }
    }

    /// A comment or `name =` in the first column ends whatever was open: inside a placeable it is a
    /// mistake at which the parser gives up the entry. An attribute or variant ends brackets.
    fn line(&mut self) {
        let rest = &self.text[self.at..];
        if rest.starts_with('#') || is_entry_start(rest) {
            self.frames.clear();
            self.brackets.clear();
        }
        if rest.trim_start_matches(' ').starts_with(['.', '[', '*']) {
            let depth = self.frames.len();
            self.brackets.retain(|(_, frames)| *frames < depth);
        }
    }

    fn text_byte(&mut self, byte: u8) {
        match byte {
            b'{' => self.open(Frame::Expression),
            b'}' => {
                self.frames.pop();
                let depth = self.frames.len();
                self.brackets.retain(|(_, frames)| *frames <= depth);
            }
            b'[' => self.brackets.push((self.at, self.frames.len())),
            b']' => self.bracket_end(),
            _ => {}
        }
    }

    fn code_byte(&mut self, byte: u8) {
        match byte {
            b'"' => self.string(),
            b'{' => self.open(Frame::Expression),
            b'(' => self.open(Frame::Arguments),
            b')' if self.frames.last() == Some(&Frame::Arguments) => {
                self.frames.pop();
            }
            b'}' => while self.frames.pop() == Some(Frame::Arguments) {},
            b'>' if self.at > 0 && self.byte(self.at - 1) == Some(b'-') => {
                if let Some(frame @ Frame::Expression) = self.frames.last_mut() {
                    *frame = Frame::Variants;
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, frame: Frame) {
        if self.frames.len() < DEEPEST {
            self.frames.push(frame);
            return;
        }
        self.out[self.at] = b'?';
        self.flaws.push(Flaw { start: self.at, end: self.at + 1, kind: FlawKind::Depth });
    }

    /// Passes a string; strings end with the line. The parser slices one byte past an incomplete
    /// `\u` escape, wherever that falls.
    fn string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.byte(self.at) {
            match byte {
                b'"' => return,
                b'\n' => {
                    self.at -= 1;
                    return;
                }
                b'\\' => self.escape(),
                _ => self.at += 1,
            }
        }
        self.at -= 1;
    }

    fn escape(&mut self) {
        let digits = match self.byte(self.at + 1) {
            Some(b'u') => 4,
            Some(b'U') => 6,
            Some(b'\\' | b'"' | b'{') => {
                self.at += 2;
                return;
            }
            _ => {
                self.at += 1;
                return;
            }
        };
        self.at += 2;
        let hex =
            self.text.as_bytes()[self.at..].iter().take(digits).take_while(|byte| byte.is_ascii_hexdigit()).count();
        self.at += hex;
        let next = self.text[self.at..].chars().next().filter(|letter| hex < digits && !letter.is_ascii());
        if let Some(letter) = next {
            self.blank(self.at, letter);
        }
    }

    fn bracket_end(&mut self) {
        let opened = self.brackets.pop();
        let rest = &self.text[self.at..];
        let Some(tag) = rest.strip_prefix("]{lang=").and_then(|rest| rest.split(['}', '\n']).next()) else {
            return;
        };
        let shut = self.at + "]{lang=".len() + tag.len();
        if self.byte(shut) != Some(b'}') {
            return;
        }
        match opened.filter(|(_, frames)| *frames == self.frames.len()) {
            Some((open, _)) => self.put(open, marks::OPEN),
            None => self.flaws.push(Flaw { start: self.at, end: shut + 1, kind: FlawKind::Brackets }),
        }
        if Locale::parse(tag).is_none() {
            self.flaws.push(Flaw { start: shut - tag.len(), end: shut, kind: FlawKind::Tag(tag.to_owned()) });
        }
        self.put(self.at, marks::CLOSE);
        self.put(self.at + 1, marks::TAG);
        self.put(shut, marks::SHUT);
        self.at = shut;
    }

    fn put(&mut self, at: usize, mark: char) {
        // The marks are ASCII control characters, one byte each.
        self.out[at] = mark as u8;
    }

    fn blank(&mut self, at: usize, letter: char) {
        self.out[at..at + letter.len_utf8()].fill(b'?');
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }
}

/// Whether a line begins with `name =` or `-name =` in its first column.
fn is_entry_start(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let rest = name.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'));
    name.starts_with(|letter: char| letter.is_ascii_alphabetic()) && rest.trim_start_matches(' ').starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str) -> String {
        let masked = mask(text).text;
        assert_eq!(masked.len(), text.len());
        masked
    }

    #[test]
    fn language_parts_are_masked_in_messages_variants_and_nested_ones() {
        assert_eq!(masked("a = The [Bali]{lang=id} day"), "a = The \u{1}Bali\u{2}\u{3}lang=id\u{4} day");
        assert_eq!(
            masked("a = [b [c]{lang=id}]{lang=en}"),
            "a = \u{1}b \u{1}c\u{2}\u{3}lang=id\u{4}\u{2}\u{3}lang=en\u{4}"
        );
        assert_eq!(
            masked("a = { $n ->\n  [one] \"[b]{lang=en}\n *[other] c\n }"),
            "a = { $n ->\n  [one] \"\u{1}b\u{2}\u{3}lang=en\u{4}\n *[other] c\n }"
        );
    }

    #[test]
    fn comments_strings_and_other_brackets_stay() {
        for text in
            ["# [a]{lang=en}", "a = [b] { $c }", "a = { FOO(\"[b]{lang=en}\") }", "a = [b]{ $lang }", "a = b]{lang=en"]
        {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn parts_with_a_bad_tag_or_without_a_beginning_are_flaws() {
        assert!(matches!(
            mask("a = [b]{lang=English}").flaws[..],
            [Flaw { start: 13, end: 20, kind: FlawKind::Tag(_) }]
        ));
        assert!(matches!(mask("a = b]{lang=en}").flaws[..], [Flaw { kind: FlawKind::Brackets, .. }]));
        assert!(matches!(mask("a = [b\n .c = d]{lang=en}").flaws[..], [Flaw { kind: FlawKind::Brackets, .. }]));
        assert!(matches!(
            mask("a = [ { $n ->\n *[b] c]{lang=en}\n }").flaws[..],
            [Flaw { kind: FlawKind::Brackets, .. }]
        ));
    }
}
