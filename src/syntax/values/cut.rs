//! How a text is cut into tokens, and where anything may begin in it.

use super::edges::edges;
use super::lexicon::{self, HYPHENS};
use super::starters::Starters;
use super::token::{Kind, LONGEST_WORD, Token, Tokens, zero_of};

/// Marks that are not seen: isolation, direction, joiners, soft hyphens.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// What a character is, and the zero of the script of a digit.
pub(super) fn kind_of(letter: char) -> (Kind, Option<char>) {
    match zero_of(letter) {
        Some(zero) => (Kind::Digits, Some(zero)),
        None if letter.is_whitespace() => (Kind::Space, None),
        // "m²", "№", "Ⅻ" and so on are parts of words; "½" is a sign that is read.
        None if letter.is_alphanumeric() && lexicon::vulgar(letter).is_none() => (Kind::Word, None),
        None => (Kind::Sign(letter), None),
    }
}

/// What a byte runs on with as one token: [`LETTERS`], [`SPACES`] or [`DIGITS`]; else what it is.
const LETTERS: u8 = 0;
const SPACES: u8 = 1;
const DIGITS: u8 = 2;
const SIGN: u8 = 3;
const NO_ASCII: u8 = 4;

/// Of each byte what of these it is. A table, because nearly every token of every text is asked by it.
const SORTS: [u8; 256] = {
    let (mut sorts, mut byte) = ([NO_ASCII; 256], 0);
    while byte < 128 {
        sorts[byte] = match byte as u8 {
            b'0'..=b'9' => DIGITS,
            b'a'..=b'z' | b'A'..=b'Z' => LETTERS,
            b' ' | b'\t'..=b'\r' => SPACES,
            _ => SIGN,
        };
        byte += 1;
    }
    sorts
};

/// Of each byte the token that it begins, where that is all there is to say: letters, white space, and signs of ASCII
/// with which nothing begins and that are in no address. Nearly every token of every text is one of these, and a
/// processor cannot guess which.
const USUAL: [Option<Kind>; 256] = {
    let (mut usual, mut byte) = ([None; 256], 0);
    while byte < 128 {
        usual[byte] = match (SORTS[byte], byte as u8) {
            (LETTERS, _) => Some(Kind::Word),
            (SPACES, _) => Some(Kind::Space),
            (DIGITS, _) | (_, b'/' | b'@' | b'.' | b'$' | b'+' | b'(' | b'-') => None,
            (_, sign) => Some(Kind::Sign(sign as char)),
        };
        byte += 1;
    }
    usual
};

/// How many bytes from here on are of the run of the first.
fn run(bytes: &[u8]) -> usize {
    let sort = |byte: &u8| SORTS[usize::from(*byte)];
    match bytes.first().map_or(SIGN, sort) {
        SIGN.. => 1,
        first => bytes.iter().position(|byte| sort(byte) != first).unwrap_or(bytes.len()),
    }
}

impl Tokens<'_> {
    /// Cuts the text. Of words of ASCII it notes none that anything may begin with, but for those beside digits and
    /// certain signs.
    pub(super) fn cut(&mut self) {
        let (text, mut known) = (self.text, 0);
        edges(text).for_each(|at| {
            let byte = text.as_bytes()[at];
            match USUAL[usize::from(byte)] {
                _ if at < known => {}
                Some(kind) => self.add(kind, at),
                None if byte.is_ascii_digit() => self.push(Kind::Digits, at),
                None if byte.is_ascii() => self.push(Kind::Sign(char::from(byte)), at),
                None => known = self.cut_mixed(at),
            }
        });
    }

    /// Cuts what begins with a character that is not ASCII, and what it goes on with; the byte behind.
    fn cut_mixed(&mut self, start: usize) -> usize {
        let last = self.tokens.last().map(|last| last.kind);
        let mut last_zero = (last == Some(Kind::Digits)).then_some('0');
        if last == Some(Kind::Word) {
            // The word before may go on.
            self.others.push((self.tokens.len() - 1, 0..0));
        }
        let (mut at, mut is_mixed) = (start, true);
        while is_mixed && let Some((end, zero)) = self.cut_any(at, last_zero) {
            is_mixed = !self.text.as_bytes()[at].is_ascii();
            (at, last_zero) = (end, zero);
        }
        self.start_behind_digits(at);
        at
    }

    /// Cuts a character that is not ASCII, or ASCII behind one; the byte behind it, and the zero of its script.
    /// None at the end.
    fn cut_any(&mut self, at: usize, last_zero: Option<char>) -> Option<(usize, Option<char>)> {
        let letter = self.text[at..].chars().next()?;
        let before = self.tokens.len().checked_sub(1);
        let is_short = before.is_some() && self.cut_short.last().map(|(known, _)| *known) == before;
        if is_unseen(letter) {
            let short = before.filter(|_| !is_short).map(|before| (before, at as u32));
            self.cut_short.extend(short);
            return Some((at + letter.len_utf8(), last_zero));
        }
        let (kind, zero) = kind_of(letter);
        let end = at + if letter.is_ascii() { run(&self.text.as_bytes()[at..]) } else { letter.len_utf8() };
        match self.tokens.last() {
            Some(last) if last.kind == kind && zero == last_zero && !matches!(kind, Kind::Sign(_)) => {
                // It goes on behind what is not seen.
                self.cut_short.truncate(self.cut_short.len() - usize::from(is_short));
            }
            _ => self.push(kind, at),
        }
        let last = self.tokens.len() - 1;
        if kind == Kind::Word && self.others.last().is_none_or(|(known, _)| *known != last) {
            self.others.push((last, 0..0));
        }
        Some((end, zero))
    }

    /// Notes a token, and whether anything may begin with it.
    fn push(&mut self, kind: Kind, start: usize) {
        let at = self.tokens.len();
        match kind {
            Kind::Word | Kind::Space => self.add(kind, start),
            Kind::Digits => {
                if self.kind_before(at) == Some(Kind::Word) {
                    self.start_at(at - 1);
                }
                self.start_at(at);
                self.add(kind, start);
                self.start_behind_digits(start + run(&self.text.as_bytes()[start..]));
            }
            Kind::Sign(sign) => {
                if matches!(sign, '/' | '@') || sign == '.' && self.is_inner_point(start) {
                    self.marks.push(at);
                }
                // "A$5", "ke-19": both are words of every other sentence, and begin nothing without their sign.
                let is_before = sign == '$' || HYPHENS.contains(&sign) && self.is_short_word(at, start);
                if is_before && self.kind_before(at) == Some(Kind::Word) {
                    self.start_at(at - 1);
                }
                // All others of ASCII begin nothing ([`USUAL`]).
                if !sign.is_ascii() || matches!(sign, '$' | '+' | '(' | '-') {
                    self.start_at(at);
                }
                self.add(kind, start);
            }
        }
    }

    fn add(&mut self, kind: Kind, start: usize) {
        self.tokens.push(Token { kind, start: start as u32 });
    }

    fn start_at(&mut self, at: usize) {
        if self.starts.last() != Some(&at) {
            self.starts.push(at);
        }
    }

    /// Notes that something may begin with the word right behind the last digits, which end at a byte.
    fn start_behind_digits(&mut self, end: usize) {
        let is_last = self.tokens.last().is_some_and(|last| last.kind == Kind::Digits);
        if is_last && self.text.as_bytes().get(end).is_some_and(u8::is_ascii_alphabetic) {
            self.start_at(self.tokens.len());
        }
    }

    /// Whether the word before a sign may be "ke". What is not seen is not counted.
    fn is_short_word(&self, at: usize, start: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.is_some_and(|before| start - before.start as usize == "ke".len() || !self.cut_short.is_empty())
    }

    /// Whether a point may be in an address: not where it ends a sentence.
    fn is_inner_point(&self, point: usize) -> bool {
        let bytes = self.text.as_bytes();
        let is_end = bytes.get(point + 1).is_none_or(|next| SORTS[usize::from(*next)] == SPACES);
        // "www." is an address by itself.
        !is_end || bytes[..point].last() == Some(&b'w')
    }

    /// Writes the words that are not ASCII in small letters, and notes whether anything may begin with them and with
    /// those beside what is not ASCII.
    pub(super) fn lower_others(&mut self, starters: &Starters) {
        for which in 0..self.others.len() {
            let at = self.others[which].0;
            let word = self.text(at);
            if word.len() > LONGEST_WORD {
                continue;
            }
            let start = self.lowered.len();
            if !word.is_ascii() {
                self.lowered.extend(word.chars().flat_map(char::to_lowercase));
                self.others[which].1 = start..self.lowered.len();
            }
            let lowered = if word.is_ascii() { word } else { &self.lowered[start..] };
            if starters.have(lowered) {
                self.starts.push(at);
            }
        }
    }
}
