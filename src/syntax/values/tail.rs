//! What stands around a number: its size, its unit, its currency; and what makes it none.

use super::digits::Shape;
use super::lexicon;
use super::scan::{Number, Raw, Scan};
use super::token::Kind;
use crate::syntax::weekday::words::Tongue;

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Unit {
    #[default]
    None,
    Percent,
    Money(&'static str),
}

/// What stands behind a number.
pub(super) struct Tail {
    pub(super) zeros: Option<usize>,
    pub(super) unit: Unit,
    pub(super) end: usize,
}

/// No number has more words of size behind it.
const MOST_SIZES: usize = 3;

impl Scan<'_> {
    /// Reads what stands behind a number that ends at `at`. None if letters make a code of it.
    pub(super) fn tail(&self, at: usize, currency: Option<&'static str>) -> Option<Tail> {
        let (glued, zeros) = self.glued(at, currency)?;
        let (zeros, end) = self.sizes(glued, zeros);
        let (unit, end) = match currency {
            Some(currency) => (Unit::Money(currency), end),
            None => self.unit(end),
        };
        Some(Tail { zeros, unit, end })
    }

    /// Letters right behind digits: "5km", "1990s", "4.7bn". None if they are none of these.
    fn glued(&self, at: usize, currency: Option<&'static str>) -> Option<(usize, Option<usize>)> {
        match self.tokens.kind(at) {
            Some(Kind::Digits) => return None,
            Some(Kind::Word) => {}
            _ => return Some((at, None)),
        }
        let written = self.tokens.text(at);
        if matches!(self.tokens.kind(at + 1), Some(Kind::Digits)) {
            return None;
        }
        match lexicon::zeros(self.reader.tongue, self.tokens.word(at)) {
            Some(zeros) => Some((at + 1, Some(zeros))),
            None if currency.is_some() && matches!(written, "m" | "M") => Some((at + 1, Some(6))),
            None if written == "m" && self.reader.tongue == Tongue::English => None,
            None if lexicon::is_unit(written) || is_name_of_money(written) => Some((at, None)),
            None => None,
        }
    }

    fn sizes(&self, at: usize, glued: Option<usize>) -> (Option<usize>, usize) {
        let (mut zeros, mut end) = (glued, at);
        for _ in 0..MOST_SIZES {
            let word = self.tokens.next_word(end);
            let Some(more) = lexicon::zeros(self.reader.tongue, self.tokens.word(word)) else { break };
            (zeros, end) = (Some(zeros.unwrap_or(0) + more), word + 1);
        }
        (zeros, end)
    }

    fn unit(&self, at: usize) -> (Unit, usize) {
        let next = self.tokens.next_word(at);
        if self.tokens.is_sign(self.tokens.past_space(at), &['%', '٪', '％']) {
            return (Unit::Percent, self.tokens.past_space(at) + 1);
        }
        let (word, second) = (self.tokens.word(next), self.tokens.next_word(next + 1));
        match (word, self.tokens.word(second)) {
            ("persen" | "percent" | "pct", _) => return (Unit::Percent, next + 1),
            ("per", "cent") => return (Unit::Percent, second + 1),
            _ => {}
        }
        match self.currency_behind(next) {
            Some((currency, end)) => (Unit::Money(currency), end),
            None => (Unit::None, at),
        }
    }

    /// A currency behind an amount: "rupiah", "dolar AS", "US dollars", "USD".
    fn currency_behind(&self, at: usize) -> Option<(&'static str, usize)> {
        let (word, second) = (self.tokens.word(at), self.tokens.next_word(at + 1));
        let next = self.tokens.word(second);
        let known = lexicon::currency_name(word).or_else(|| {
            // "Rp" before its own amount is not the currency of this one.
            let is_before = self.tokens.digit_count(self.tokens.past_space(at + 1)) > 0;
            lexicon::currency_code(self.tokens.text(at)).filter(|_| !is_before)
        });
        if let Some(currency) = known {
            return Some((currency, at + 1));
        }
        match (word, next) {
            ("pound" | "pounds", "sterling") => Some(("GBP", second + 1)),
            ("dolar", _) => Some(self.whose(at, second)),
            ("dollar" | "dollars", _) => Some(("USD", at + 1)),
            (whose, "dollar" | "dollars") => Some((lexicon::whose_dollar(whose)?, second + 1)),
            _ => None,
        }
    }

    /// "dolar AS", "dolar Amerika Serikat"
    fn whose(&self, at: usize, second: usize) -> (&'static str, usize) {
        let Some(currency) = lexicon::whose_dollar(self.tokens.word(second)) else { return ("USD", at + 1) };
        let third = self.tokens.past_space(second + 1);
        let is_long = self.tokens.word(third) == "serikat";
        (currency, if is_long { third + 1 } else { second + 1 })
    }

    /// A currency before an amount, and the position behind it.
    pub(super) fn currency_at(&self, at: usize) -> Option<(&'static str, usize)> {
        let written = self.tokens.text(at);
        if let Some(Kind::Sign(sign)) = self.tokens.kind(at) {
            return Some((lexicon::currency_sign(sign)?, at + 1));
        }
        match lexicon::currency_code(written) {
            Some(currency) => Some((currency, at + 1 + usize::from(self.tokens.is_sign(at + 1, &['.'])))),
            None if self.tokens.is_sign(at + 1, &['$']) => Some((lexicon::dollar(written)?, at + 2)),
            None => None,
        }
    }

    /// Reads an amount behind its currency; the position behind it, or `from` if there is none.
    pub(super) fn money(&mut self, from: usize, behind: usize, currency: &'static str) -> usize {
        let at = self.tokens.past_space(behind);
        if self.tokens.digit_count(at) == 0 || self.tokens.is_dead(at) {
            return from;
        }
        let written = self.reader.written(self.tokens, at);
        let Some(tail) = self.tail(written.end, Some(currency)) else { return written.end };
        if matches!(written.shape, Shape::Odd | Shape::Chain) {
            return tail.end;
        }
        let number = Number { amount: written.value, zeros: tail.zeros, unit: tail.unit, ..Number::default() };
        self.note(Raw::Number(number), from, tail.end, true)
    }

    /// A telephone number or identifier behind its label: "Telp. (021) 344 1508", "ISBN 978-…".
    pub(super) fn labelled(&self, at: usize, word: &str) -> Option<usize> {
        if !lexicon::is_label_of_number(word) {
            return None;
        }
        let is_between = |at: &usize| {
            let is_number = matches!(self.tokens.word(*at), "nomor" | "no" | "number" | "online");
            is_number || matches!(self.tokens.kind(*at), Some(Kind::Space | Kind::Sign('.' | ':' | '(' | '+')))
        };
        let start = (at + 1..at + 7).find(|at| !is_between(at))?;
        let (end, digits) = self.chain(start);
        (digits > 4).then_some(end)
    }

    /// A telephone number: behind a plus, or beginning with the nought of an area.
    pub(super) fn telephone(&self, at: usize, start: usize, has_plus: bool) -> Option<usize> {
        if self.tokens.digit_count(start) == 0 {
            return None;
        }
        let first = self.tokens.digits(start);
        let is_area = first.starts_with('0') && (first.len() > 2 || start > at) && first.len() > 1;
        if !has_plus && !is_area {
            return None;
        }
        let (end, digits) = self.chain(start);
        (digits > 6).then_some(end)
    }

    /// The position behind digits and the signs between them, and how many digits there are.
    fn chain(&self, start: usize) -> (usize, usize) {
        /// A telephone number has a dozen digits or so.
        const LONGEST: usize = 24;
        let (mut end, mut digits) = (start, 0);
        for at in start..start + LONGEST {
            match self.tokens.kind(at) {
                Some(Kind::Digits) => {
                    digits += self.tokens.digit_count(at);
                    end = at + 1;
                }
                Some(Kind::Space | Kind::Sign('-' | '.' | '(' | ')' | '/' | '–' | '‑')) => {}
                _ => break,
            }
        }
        (end, digits)
    }
}

fn is_name_of_money(written: &str) -> bool {
    lexicon::currency_code(written).is_some() || lexicon::currency_name(written).is_some()
}
