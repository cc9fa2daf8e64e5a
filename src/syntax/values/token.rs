//! A text as words, runs of digits, white space and signs, with the stretches that hold no values:
//! addresses, e-mail addresses, document numbers.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon;
use super::starters::Starters;
use crate::syntax::weekday::BARRIER;

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

/// Where it begins is a byte of the text, as 32 bits: a page has a thousand tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: u32,
}

/// A text by its tokens. Positions are indices of tokens; beyond the last there is nothing.
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    pub(super) is_ascii: bool,
    /// Each ends where the next begins, but for those that are [`Tokens::cut_short`].
    pub(super) tokens: Vec<Token>,
    /// The positions of tokens before marks that are not seen, and the byte at which each ends; in order.
    pub(super) cut_short: Vec<(usize, u32)>,
    /// The text in small letters, and behind it the words that are not ASCII.
    pub(super) lowered: String,
    /// The positions at which anything may begin, in order: a value, or the number of a document.
    pub(super) starts: Vec<usize>,
    /// The stretches that are addresses or numbers of documents, in order.
    dead: Vec<Range<usize>>,
    /// Where each number of a document begins and ends, in order.
    documents: Vec<(usize, usize)>,
    /// The positions of signs that are in every address and every number of a document.
    pub(super) marks: Vec<usize>,
    /// The positions of words that are not ASCII, or stand beside what is not, and where in `lowered` those are
    /// that are not; in order.
    pub(super) others: Vec<(usize, Range<usize>)>,
}

/// The zero of the script of a decimal digit: Latin, Arabic, Persian, Devanagari or fullwidth.
pub(super) fn zero_of(letter: char) -> Option<char> {
    ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}']
        .into_iter()
        .find(|zero| u32::from(letter).checked_sub(u32::from(*zero)).is_some_and(|value| value < 10))
}

/// No word that is looked for is longer, in bytes.
pub(super) const LONGEST_WORD: usize = 32;

impl<'a> Tokens<'a> {
    /// Cuts a text into tokens. Linear. `first` are the bytes at which words of ASCII begin that a value may begin
    /// with, in order, but for those beside figures or what is not ASCII; `starters` tell of the latter.
    pub(super) fn of(text: &'a str, first: &[usize], starters: &Starters) -> Tokens<'a> {
        // Letters of ASCII keep their places in small letters; other words are written behind them.
        let lowered = text.to_ascii_lowercase();
        let tokens = Vec::with_capacity(text.len() / 3 + 1);
        let (starts, dead, documents) = (Vec::with_capacity(text.len() / 32 + 4), Vec::new(), Vec::new());
        let (is_ascii, cut_short, marks, others) = (text.is_ascii(), Vec::new(), Vec::new(), Vec::new());
        let mut tokens = Tokens { text, is_ascii, tokens, cut_short, lowered, starts, dead, documents, marks, others };
        tokens.cut();
        let position = |at: &usize| tokens.tokens.partition_point(|token| (token.start as usize) < *at);
        tokens.starts.extend(first.iter().map(position));
        tokens.lower_others(starters);
        tokens.bury();
        if !tokens.starts.is_sorted_by(|one, next| one < next) {
            tokens.starts.sort_unstable();
            tokens.starts.dedup();
        }
        tokens
    }

    /// The same with a look at every token, as if anything could begin anywhere, and any point or stroke be that
    /// of an address.
    #[cfg(test)]
    pub(super) fn unfiltered(text: &'a str) -> Tokens<'a> {
        let mut tokens = Tokens::of(text, &[], &Starters::default());
        tokens.marks = (0..tokens.tokens.len()).filter(|at| tokens.is_sign(*at, &['/', '@', '.'])).collect();
        tokens.dead.clear();
        tokens.documents.clear();
        tokens.bury();
        tokens.starts = (0..tokens.tokens.len()).collect();
        tokens
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
        &self.text[self.range(at)]
    }

    /// The bytes of a token; none beyond the last.
    fn range(&self, at: usize) -> Range<usize> {
        let start = self.start(at);
        start..if self.cut_short.is_empty() { self.start(at + 1) } else { self.end(at + 1).max(start) }
    }

    /// The bytes of the tokens from one position up to another, which is not before it.
    pub(super) fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.start(from);
        let end = if (1..=self.tokens.len()).contains(&to) { self.end(to) } else { start };
        start..end.max(start)
    }

    /// The byte at which a token begins; the end of the text beyond the last.
    fn start(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.text.len(), |token| token.start as usize)
    }

    /// The byte at which the token before a position ends; there is one.
    fn end(&self, at: usize) -> usize {
        let short = self.cut_short.binary_search_by_key(&at, |(known, _)| *known + 1).ok();
        short.and_then(|short| self.cut_short.get(short)).map_or_else(|| self.start(at), |(_, end)| *end as usize)
    }

    /// The word at a position in small letters; empty where there is none, or an endless one.
    pub(super) fn word(&self, at: usize) -> &str {
        if self.kind(at) != Some(Kind::Word) {
            return "";
        }
        let range = self.range(at);
        if range.len() > LONGEST_WORD {
            return "";
        }
        let range = self.other(at).filter(|lowered| !lowered.is_empty()).unwrap_or(range);
        self.lowered.get(range).unwrap_or_default()
    }

    /// Where a word that is not ASCII stands in small letters.
    fn other(&self, at: usize) -> Option<Range<usize>> {
        let found = self.others.binary_search_by_key(&at, |(known, _)| *known).ok()?;
        self.others.get(found).map(|(_, range)| range.clone())
    }

    /// The positions at which anything may begin, in order: that of every value and of every number of a
    /// document is one; that of nine tokens in ten is none.
    pub(super) fn starts(&self) -> impl Iterator<Item = usize> {
        self.starts.iter().copied()
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
            Some(Kind::Digits) if self.is_ascii => self.range(at).len(),
            Some(Kind::Digits) => self.text(at).chars().filter(|letter| zero_of(*letter).is_some()).count(),
            _ => 0,
        }
    }

    /// The digits at a position as ASCII, whatever their script.
    pub(super) fn digits(&self, at: usize) -> Cow<'a, str> {
        let text = self.text(at);
        if self.is_ascii && self.kind(at) == Some(Kind::Digits) || text.bytes().all(|byte| byte.is_ascii_digit()) {
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
