//! Numbers written in digits: `4.300`, `0,5`, and what only looks like one.

use std::borrow::Cow;

use super::Reader;
use super::decimal::{Decimal, MOST_DIGITS};
use super::token::{Kind, Tokens};

/// How digits stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Digits alone, so many.
    Whole(usize),
    /// A number with groups or a fraction, as the language writes it.
    Notated,
    /// Two runs of digits with the sign of groups between them that are no group: `4.0` in Indonesian.
    Odd,
    /// Anything else: `1.2.3`, digits of two scripts, endless digits.
    Chain,
}

/// A run of digits and signs that belong together.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) shape: Shape,
    /// What it says as a number; nought for a chain.
    pub(super) value: Decimal,
    /// The position behind it.
    pub(super) end: usize,
}

/// The signs that may stand inside a number.
const INSIDE: [char; 6] = ['.', ',', '\'', '’', '٫', '٬'];

/// White space that does not break a line, as typed between groups.
const UNBREAKABLE: [&str; 3] = ["\u{a0}", "\u{202f}", "\u{2009}"];

/// What is no number.
const CHAIN: (Shape, Decimal) = (Shape::Chain, Decimal::NOUGHT);

impl Reader {
    /// Reads the digits that begin at a position, which must hold some.
    pub(super) fn written(&self, tokens: &Tokens<'_>, at: usize) -> Written {
        let (first, mut end) = (tokens.digits(at), at + 1);
        let (shape, value) = match self.inner_sign(tokens, end) {
            // Most numbers are digits alone.
            None if tokens.kind(end) == Some(Kind::Digits) || first.len() > MOST_DIGITS => CHAIN,
            None => (Shape::Whole(first.len()), Decimal::of(&first, "")),
            Some(sign) => self.joined(tokens, (first, sign), &mut end),
        };
        Written { shape, value: fraction_behind(tokens, &mut end, shape, value), end }
    }

    /// Whether the digits at a position are all that [`Reader::written`] reads there: asked of nearly every
    /// number, most of which are in neither a date nor a fraction.
    pub(super) fn is_alone(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        let has_fraction = || match tokens.kind(at + 1) {
            Some(Kind::Sign(sign)) => super::lexicon::vulgar(sign).is_some_and(|fraction| !fraction.is_empty()),
            _ => false,
        };
        self.inner_sign(tokens, at + 1).is_none() && (!has_fraction() || tokens.digits(at).len() > MOST_DIGITS)
    }

    /// Reads digits with signs between them, of which the first of both are known. `end` is moved behind them.
    fn joined(&self, tokens: &Tokens<'_>, (first, sign): (Cow<'_, str>, char), end: &mut usize) -> (Shape, Decimal) {
        let second = tokens.digits(*end + 1);
        *end += 2;
        match self.inner_sign(tokens, *end) {
            Some(next) => self.chained(tokens, (vec![first, second], vec![sign], next), end),
            // Nearly all have one sign.
            None => self.whole_shape(tokens, (&[first, second], &[sign]), *end),
        }
    }

    /// The same with more than one sign.
    fn chained<'a>(
        &self,
        tokens: &Tokens<'a>,
        (mut parts, mut signs, next): (Vec<Cow<'a, str>>, Vec<char>, char),
        end: &mut usize,
    ) -> (Shape, Decimal) {
        let mut next = Some(next);
        while let Some(sign) = next {
            signs.push(sign);
            parts.push(tokens.digits(*end + 1));
            *end += 2;
            next = self.inner_sign(tokens, *end);
        }
        self.whole_shape(tokens, (&parts, &signs), *end)
    }

    fn whole_shape(
        &self,
        tokens: &Tokens<'_>,
        (parts, signs): (&[Cow<'_, str>], &[char]),
        end: usize,
    ) -> (Shape, Decimal) {
        let is_glued = tokens.kind(end) == Some(Kind::Digits);
        let is_long = parts.iter().map(|part| part.len()).sum::<usize>() > MOST_DIGITS;
        if is_glued || is_long { CHAIN } else { self.shape(parts, signs) }
    }

    /// The sign at a position inside a number: one with digits behind it. White space counts as the
    /// sign of groups, if three digits follow three at most.
    fn inner_sign(&self, tokens: &Tokens<'_>, at: usize) -> Option<char> {
        let next = tokens.digit_count(at + 1);
        match tokens.kind(at)? {
            Kind::Sign(sign) if INSIDE.contains(&sign) && next > 0 => Some(sign),
            Kind::Space if next == 3 && tokens.digit_count(at - 1) <= 3 => {
                let space = tokens.text(at);
                let is_typed = self.group.is_whitespace() && space == " ";
                (UNBREAKABLE.contains(&space) || is_typed).then_some(' ')
            }
            _ => None,
        }
    }

    fn shape(&self, parts: &[Cow<'_, str>], signs: &[char]) -> (Shape, Decimal) {
        let Some(last) = signs.last() else { return CHAIN };
        let has_fraction = self.is_mark(*last);
        let groups = parts.len() - usize::from(has_fraction);
        let fraction = if has_fraction { parts[groups].as_ref() } else { "" };
        if self.is_grouped(&parts[..groups], &signs[..groups - 1]) {
            let whole = match &parts[..groups] {
                [whole] => Decimal::of(whole, fraction),
                groups => Decimal::whole(groups.concat()).with_fraction(fraction),
            };
            return (Shape::Notated, whole);
        }
        match parts {
            [whole, fraction] if *last != ' ' => (Shape::Odd, Decimal::of(whole, fraction)),
            _ => CHAIN,
        }
    }

    fn is_mark(&self, sign: char) -> bool {
        sign == self.mark || sign == '٫'
    }

    fn is_group(&self, sign: char) -> bool {
        let is_apostrophe = |sign| matches!(sign, '\'' | '’');
        sign == self.group || matches!(sign, '٬' | ' ') || is_apostrophe(sign) && is_apostrophe(self.group)
    }

    fn is_grouped(&self, parts: &[Cow<'_, str>], signs: &[char]) -> bool {
        let [first, inner @ ..] = parts else { return false };
        let is_size = |(at, part): (usize, &Cow<'_, str>)| {
            part.len() == 3 || self.has_short_groups && part.len() == 2 && at + 1 < inner.len()
        };
        let is_first = inner.is_empty() || first.len() <= 3 && !first.starts_with('0');
        let is_same = signs.windows(2).all(|pair| pair[0] == pair[1]);
        is_first && is_same && inner.iter().enumerate().all(is_size) && signs.iter().all(|sign| self.is_group(*sign))
    }
}

/// Takes a vulgar fraction right behind a whole number: `2½`.
fn fraction_behind(tokens: &Tokens<'_>, end: &mut usize, shape: Shape, value: Decimal) -> Decimal {
    let Some(Kind::Sign(sign)) = tokens.kind(*end) else { return value };
    match super::lexicon::vulgar(sign) {
        Some(fraction) if !fraction.is_empty() && matches!(shape, Shape::Whole(_)) => {
            *end += 1;
            Decimal::of(&value.to_string(), fraction)
        }
        _ => value,
    }
}
