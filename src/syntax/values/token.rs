//! A text as words, runs of digits, white space and signs, with the stretches that hold no values:
//! addresses, e-mail addresses, document numbers.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::{self, HYPHENS};
use crate::syntax::weekday::BARRIER;
use crate::syntax::wordset::WordSet;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Decimal digits of one script.
    Digits,
    /// White space of any length.
    Space,
    /// Any other character by itself.
    Sign(char),
}

/// Places are those of the text in bytes, as 32 bits: a page has a thousand tokens.
#[derive(Debug, Clone, Copy)]
struct Token {
    kind: Kind,
    start: u32,
    end: u32,
}

impl Token {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A text by its tokens. Positions are indices of tokens; beyond the last there is nothing.
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    tokens: Vec<Token>,
    /// The text in small letters, and behind it the words that are not ASCII.
    lowered: String,
    /// The positions at which anything may begin, in order: a value, or the number of a document.
    starts: Vec<usize>,
    /// The stretches that are addresses or numbers of documents, in order.
    dead: Vec<Range<usize>>,
    /// Where each number of a document begins and ends, in order.
    documents: Vec<(usize, usize)>,
    /// The positions of signs that are in every address and every number of a document.
    marks: Vec<usize>,
    /// The positions of words that are not ASCII, or stand beside what is not, and where in `lowered` those are
    /// that are not; in order.
    others: Vec<(usize, Range<usize>)>,
}

/// Marks that are not seen: isolation, direction, joiners, soft hyphens.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The zero of the script of a decimal digit: Latin, Arabic, Persian, Devanagari or fullwidth.
fn zero_of(letter: char) -> Option<char> {
    ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}']
        .into_iter()
        .find(|zero| u32::from(letter).checked_sub(u32::from(*zero)).is_some_and(|value| value < 10))
}

fn kind_of(letter: char) -> (Kind, Option<char>) {
    match zero_of(letter) {
        Some(zero) => (Kind::Digits, Some(zero)),
        None if letter.is_whitespace() => (Kind::Space, None),
        // "m²", "№", "Ⅻ" and so on are parts of words; "½" is a sign that is read.
        None if letter.is_alphanumeric() && lexicon::vulgar(letter).is_none() => (Kind::Word, None),
        None => (Kind::Sign(letter), None),
    }
}

/// No word that is looked for is longer, in bytes.
const LONGEST_WORD: usize = 32;

/// What an ASCII character is, as [`kind_of`] says it.
const fn ascii_kind(byte: u8) -> Kind {
    match byte {
        b'0'..=b'9' => Kind::Digits,
        b'a'..=b'z' | b'A'..=b'Z' => Kind::Word,
        b' ' | b'\t'..=b'\r' => Kind::Space,
        _ => Kind::Sign(byte as char),
    }
}

/// What runs on as the same token.
const LETTERS: u8 = 1;
const DIGITS: u8 = 2;
const SPACES: u8 = 3;

/// Of each byte what of these it is; 0 what does not run on, or is not ASCII. A table, because every byte of
/// every text is asked.
const RUNS: [u8; 256] = {
    let (mut runs, mut byte) = ([0; 256], 0);
    while byte < 128 {
        runs[byte] = match ascii_kind(byte as u8) {
            Kind::Word => LETTERS,
            Kind::Digits => DIGITS,
            Kind::Space => SPACES,
            Kind::Sign(_) => 0,
        };
        byte += 1;
    }
    runs
};

/// How many bytes from here on are of the run of the first.
fn run(bytes: &[u8]) -> usize {
    match bytes.first().map_or(0, |byte| RUNS[usize::from(*byte)]) {
        0 => 1,
        first => bytes.iter().position(|byte| RUNS[usize::from(*byte)] != first).unwrap_or(bytes.len()),
    }
}

impl<'a> Tokens<'a> {
    /// Cuts a text into tokens. Linear. `starters` are the words that a value may begin with.
    pub(super) fn of(text: &'a str, starters: &WordSet) -> Tokens<'a> {
        // Letters of ASCII keep their places in small letters; other words are written behind them.
        let lowered = text.to_ascii_lowercase();
        let tokens = Vec::with_capacity(text.len() / 3 + 1);
        let (starts, dead, documents) = (Vec::with_capacity(text.len() / 16), Vec::new(), Vec::new());
        let mut tokens =
            Tokens { text, tokens, lowered, starts, dead, documents, marks: Vec::new(), others: Vec::new() };
        tokens.cut(starters);
        tokens.lower_others(starters);
        tokens.bury();
        if !tokens.starts.is_sorted() {
            tokens.starts.sort_unstable();
        }
        tokens
    }

    /// The same with a look at every token, as if anything could begin anywhere.
    #[cfg(test)]
    pub(super) fn unfiltered(text: &'a str) -> Tokens<'a> {
        let mut tokens = Tokens::of(text, &WordSet::default());
        tokens.starts = (0..tokens.tokens.len()).collect();
        tokens
    }

    fn cut(&mut self, starters: &WordSet) {
        let (bytes, mut at) = (self.text.as_bytes(), 0);
        // The last character is not ASCII: what follows may go on with it.
        let (mut may_join, mut last_zero) = (false, None);
        while let Some(byte) = bytes.get(at) {
            if !byte.is_ascii() || may_join {
                let Some((end, zero)) = self.cut_any(at, last_zero) else { return };
                (may_join, last_zero, at) = (!byte.is_ascii(), zero, end);
                continue;
            }
            let end = at + run(&bytes[at..]);
            last_zero = None;
            match RUNS[usize::from(*byte)] {
                LETTERS => self.cut_word(starters, at..end),
                SPACES => self.add(Kind::Space, at..end),
                DIGITS => {
                    self.push(Kind::Digits, at..end);
                    last_zero = Some('0');
                }
                _ => self.push(Kind::Sign(char::from(*byte)), at..end),
            }
            at = end;
        }
    }

    /// Cuts a character that is not ASCII, or ASCII behind one; the byte behind it, and the zero of its script.
    /// None at the end.
    fn cut_any(&mut self, at: usize, last_zero: Option<char>) -> Option<(usize, Option<char>)> {
        let letter = self.text[at..].chars().next()?;
        if is_unseen(letter) {
            return Some((at + letter.len_utf8(), last_zero));
        }
        let (kind, zero) = kind_of(letter);
        let end = at + if letter.is_ascii() { run(&self.text.as_bytes()[at..]) } else { letter.len_utf8() };
        match self.tokens.last_mut() {
            Some(last) if last.kind == kind && zero == last_zero && !matches!(kind, Kind::Sign(_)) => {
                last.end = end as u32;
            }
            _ => self.push(kind, at..end),
        }
        let last = self.tokens.len() - 1;
        if kind == Kind::Word && self.others.last().is_none_or(|(known, _)| *known != last) {
            self.others.push((last, 0..0));
        }
        Some((end, zero))
    }

    fn push(&mut self, kind: Kind, range: Range<usize>) {
        let at = self.tokens.len();
        match kind {
            Kind::Word | Kind::Space => {}
            Kind::Digits => self.starts.push(at),
            Kind::Sign(sign) => {
                if matches!(sign, '/' | '@' | '.') {
                    self.marks.push(at);
                }
                if sign == '$' || HYPHENS.contains(&sign) {
                    self.start_before(at, sign);
                }
                // All others of ASCII begin nothing.
                if !sign.is_ascii() || matches!(sign, '$' | '+' | '(' | '-') {
                    self.starts.push(at);
                }
            }
        }
        self.add(kind, range);
    }

    fn add(&mut self, kind: Kind, range: Range<usize>) {
        self.tokens.push(Token { kind, start: range.start as u32, end: range.end as u32 });
    }

    /// Cuts a word of ASCII, and notes whether anything may begin with it.
    fn cut_word(&mut self, starters: &WordSet, word: Range<usize>) {
        let at = self.tokens.len();
        if self.text.as_bytes().get(word.end).is_some_and(|next| !next.is_ascii()) {
            // It may go on.
            self.others.push((at, 0..0));
        } else if word.len() <= LONGEST_WORD && starters.may_have(&self.text[word.clone()]) {
            self.starts.push(at);
        }
        self.add(Kind::Word, word);
    }

    /// Notes that something may begin with the word before a sign: "A$5", "ke-19". Both are words of every
    /// other sentence, and begin nothing without their sign.
    fn start_before(&mut self, at: usize, sign: char) {
        let Some(word) = self.tokens.last().filter(|last| last.kind == Kind::Word) else { return };
        if (sign == '$' || word.range().len() == "ke".len()) && self.starts.last() != Some(&(at - 1)) {
            self.starts.push(at - 1);
        }
    }

    /// What stands at a position.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// What stands before a position.
    pub(super) fn kind_before(&self, at: usize) -> Option<Kind> {
        at.checked_sub(1).and_then(|at| self.kind(at))
    }

    /// Whether nothing at this position may be read.
    pub(super) fn is_dead(&self, at: usize) -> bool {
        let stretch = self.dead.get(self.dead.partition_point(|stretch| stretch.end <= at));
        at >= self.tokens.len() || stretch.is_some_and(|stretch| stretch.contains(&at))
    }

    /// The text of a token; empty beyond the last.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &self.text[token.range()])
    }

    /// The bytes of the tokens from one position up to another, which is not before it.
    pub(super) fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.tokens.get(from).map_or(self.text.len(), |token| token.start as usize);
        let last = to.checked_sub(1).and_then(|last| self.tokens.get(last));
        start..last.map_or(start, |token| (token.end as usize).max(start))
    }

    /// The word at a position in small letters; empty where there is none, or an endless one.
    pub(super) fn word(&self, at: usize) -> &str {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == Kind::Word) else { return "" };
        let range = token.range();
        if range.len() > LONGEST_WORD {
            return "";
        }
        match self.lowered.get(range).filter(|word| word.is_ascii()) {
            Some(word) => word,
            None => self.other(at).and_then(|range| self.lowered.get(range)).unwrap_or_default(),
        }
    }

    /// Where a word that is not ASCII stands in small letters.
    fn other(&self, at: usize) -> Option<Range<usize>> {
        let found = self.others.binary_search_by_key(&at, |(known, _)| *known).ok()?;
        self.others.get(found).map(|(_, range)| range.clone())
    }

    /// The first position from one on at which anything may begin: that of every value and of every number
    /// of a document is one; that of nine tokens in ten is none.
    pub(super) fn next_start(&self, from: usize) -> Option<usize> {
        self.starts.get(self.starts.partition_point(|start| *start < from)).copied()
    }

    /// Writes the other words in small letters.
    fn lower_others(&mut self, starters: &WordSet) {
        for (at, lowered) in &mut self.others {
            let Some(token) = self.tokens.get(*at).filter(|token| token.range().len() <= LONGEST_WORD) else {
                continue;
            };
            let word = &self.text[token.range()];
            if !word.is_ascii() {
                let start = self.lowered.len();
                self.lowered.extend(word.chars().flat_map(char::to_lowercase));
                *lowered = start..self.lowered.len();
            }
            let lowered = if word.is_ascii() { word } else { &self.lowered[lowered.clone()] };
            if starters.may_have(lowered) {
                self.starts.push(*at);
            }
        }
    }

    /// The word that ends right before a position, in small letters.
    pub(super) fn word_before(&self, at: usize) -> &str {
        at.checked_sub(1).map(|at| self.word(at)).unwrap_or_default()
    }

    /// The word before a position and white space, in small letters; empty where there is none.
    pub(super) fn before_word(&self, at: usize) -> &str {
        self.before_space(at).map(|before| self.word(before)).unwrap_or_default()
    }

    /// Where the number of a document that begins at a position ends.
    pub(super) fn document_number(&self, at: usize) -> Option<usize> {
        let found = self.documents.binary_search_by_key(&at, |(start, _)| *start).ok()?;
        self.documents.get(found).map(|(_, end)| *end)
    }

    /// Whether this sign stands at a position.
    pub(super) fn is_sign(&self, at: usize, signs: &[char]) -> bool {
        matches!(self.kind(at), Some(Kind::Sign(sign)) if signs.contains(&sign))
    }

    /// The position behind white space, if there is any.
    pub(super) fn past_space(&self, at: usize) -> usize {
        at + usize::from(self.kind(at) == Some(Kind::Space))
    }

    /// The position behind white space or a hyphen.
    pub(super) fn next_word(&self, at: usize) -> usize {
        if self.is_sign(at, &lexicon::HYPHENS) { at + 1 } else { self.past_space(at) }
    }

    /// The position of the last thing before `at` that is not white space.
    pub(super) fn before_space(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.kind(before) == Some(Kind::Space) { before.checked_sub(1) } else { Some(before) }
    }

    /// How many digits a position holds, none for other tokens.
    pub(super) fn digit_count(&self, at: usize) -> usize {
        match self.kind(at) {
            Some(Kind::Digits) if self.text(at).is_ascii() => self.text(at).len(),
            Some(Kind::Digits) => self.text(at).chars().filter(|letter| zero_of(*letter).is_some()).count(),
            _ => 0,
        }
    }

    /// The digits at a position as ASCII, whatever their script.
    pub(super) fn digits(&self, at: usize) -> Cow<'a, str> {
        let text = self.text(at);
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Cow::Borrowed(text);
        }
        let ascii = |letter: char| {
            let value = u32::from(letter) - u32::from(zero_of(letter)?);
            char::from_digit(value, 10)
        };
        Cow::Owned(text.chars().filter_map(ascii).collect())
    }

    /// Finds the stretches without white space that are addresses or document numbers.
    fn bury(&mut self) {
        let mut known = 0;
        for mark in std::mem::take(&mut self.marks) {
            if mark < known {
                continue;
            }
            let is_end = |token: &Token| matches!(token.kind, Kind::Space | Kind::Sign(BARRIER));
            let start = mark - self.tokens[known..mark].iter().rev().take_while(|token| !is_end(token)).count();
            let end = mark + self.tokens[mark..].iter().take_while(|token| !is_end(token)).count();
            known = end;
            let is_document = self.is_document_number(start, end);
            let is_address = self.is_address(start, end);
            if is_document || is_address {
                self.dead.push(start..end);
            }
            if is_document && !is_address {
                let (first, behind) = self.bare(start, end);
                self.starts.push(first);
                self.documents.push((first, behind));
            }
        }
    }

    /// The same stretch without the marks around it.
    fn bare(&self, start: usize, end: usize) -> (usize, usize) {
        let is_part = |at: &usize| matches!(self.kind(*at), Some(Kind::Word | Kind::Digits));
        let first = (start..end).find(is_part).unwrap_or(start);
        (first, (first..end).rev().find(is_part).map_or(end, |last| last + 1))
    }

    fn is_address(&self, start: usize, end: usize) -> bool {
        let text = &self.text[self.bytes(start, end)];
        let is_alphanumeric = |at: usize| matches!(self.kind(at), Some(Kind::Word | Kind::Digits));
        let between = |at: usize| at > start && at + 1 < end && is_alphanumeric(at - 1) && is_alphanumeric(at + 1);
        // "p.m." and "U.S." are no domains.
        let is_label = |at: usize| self.kind(at) == Some(Kind::Word) && self.text(at).len() > 1;
        let is_dot = |at: &usize| self.is_sign(*at, &['.']) && is_label(at - 1) && is_label(at + 1);
        let is_domain = || (start + 1..end.saturating_sub(1)).any(|at| is_dot(&at) && !self.is_capital(at + 1));
        let is_mail = || (start..end).any(|at| self.is_sign(at, &['@']) && between(at));
        text.contains("://") || text.starts_with("www.") || is_mail() || is_domain()
    }

    fn is_capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// `123/PR/XI/2021`, `S-45/KU.1/2021`, `A/RES/70/1`; not `16/11/2021`, `Rp5.000/kg`, `WITA/12.00`.
    fn is_document_number(&self, start: usize, end: usize) -> bool {
        let slashes = (start..end).filter(|at| self.is_sign(*at, &['/'])).count();
        let has = |kind| (start..end).any(|at| self.kind(at) == Some(kind));
        if slashes == 0 || !has(Kind::Word) || !has(Kind::Digits) {
            return false;
        }
        let is_known = |at: usize| {
            let word = self.text(at);
            lexicon::zone(word).is_some() || lexicon::roman(word).is_some()
        };
        let is_code = |at: usize| {
            let word = self.text(at);
            self.kind(at) == Some(Kind::Word) && word.chars().all(char::is_uppercase) && !is_known(at)
        };
        // "Rp14.250/US$1" is a rate of exchange.
        let is_money = |at: usize| match self.kind(at) {
            Some(Kind::Sign(sign)) => lexicon::currency_sign(sign).is_some(),
            _ => lexicon::currency_code(self.text(at)).is_some(),
        };
        !(start..end).any(is_money) && (start..end).any(is_code)
    }
}
