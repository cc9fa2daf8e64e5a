//! Exact decimals: digits as written, without the zeros that say nothing. Never a binary fraction.

use std::cmp::Ordering;
use std::fmt;

/// The longest number that is taken for one; what is longer is no figure of a press release.
pub(super) const MOST_DIGITS: usize = 300;

/// A decimal of any length, normalised: 1, 1.0 and 01 are equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Decimal {
    is_negative: bool,
    /// Without leading zeros; empty for nought.
    whole: String,
    /// Without trailing zeros.
    fraction: String,
}

impl Decimal {
    /// Nought.
    pub(super) const NOUGHT: Decimal = Decimal { is_negative: false, whole: String::new(), fraction: String::new() };

    /// Reads a plain decimal: digits, perhaps a minus before them, perhaps a point and digits after
    /// them (`4300`, `-0.5`). None for anything else, and beyond 300 characters.
    pub fn parse(text: &str) -> Option<Decimal> {
        let plain = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_one = digits(whole) && digits(fraction) && text.len() <= MOST_DIGITS;
        is_one.then(|| Decimal::of(whole, fraction).signed(text.starts_with('-')))
    }

    /// The decimal of ASCII digits before and behind the mark.
    pub(super) fn of(whole: &str, fraction: &str) -> Decimal {
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        Decimal { is_negative: false, whole: whole.to_owned(), fraction: fraction.to_owned() }
    }

    /// Itself, below nought if `is_negative`; nought has no sign.
    pub(super) fn signed(mut self, is_negative: bool) -> Decimal {
        self.is_negative = is_negative && !(self.whole.is_empty() && self.fraction.is_empty());
        self
    }

    /// The decimal of ASCII digits before the mark that are at hand.
    pub(super) fn whole(mut whole: String) -> Decimal {
        if whole.starts_with('0') {
            whole = whole.trim_start_matches('0').to_owned();
        }
        Decimal { is_negative: false, whole, fraction: String::new() }
    }

    /// Itself with these ASCII digits behind the mark.
    pub(super) fn with_fraction(mut self, fraction: &str) -> Decimal {
        fraction.trim_end_matches('0').clone_into(&mut self.fraction);
        self
    }

    /// Ten to the power of `zeros` times itself.
    pub(super) fn into_scaled(self, zeros: usize) -> Decimal {
        if zeros == 0 { self } else { self.scaled(zeros) }
    }

    /// The same of one that is needed further.
    pub(super) fn scaled(&self, zeros: usize) -> Decimal {
        if zeros == 0 {
            return self.clone();
        }
        let moved = zeros.min(self.fraction.len());
        let (up, rest) = self.fraction.split_at(moved);
        let whole = format!("{}{up}{}", self.whole, "0".repeat(zeros - moved));
        Decimal::of(&whole, rest).signed(self.is_negative)
    }

    /// So many times itself; none where that is longer than any figure that is looked for.
    pub(super) fn times(&self, factor: u32) -> Option<Decimal> {
        let digits: u128 = format!("0{}{}", self.whole, self.fraction).parse().ok()?;
        let product = format!("{:0>1$}", digits.checked_mul(u128::from(factor))?, self.fraction.len());
        let (whole, fraction) = product.split_at_checked(product.len() - self.fraction.len())?;
        Some(Decimal::of(whole, fraction).signed(self.is_negative))
    }

    /// The number if it is a whole one, not below nought, that fits.
    pub(super) fn small(&self) -> Option<u32> {
        let is_whole = self.fraction.is_empty() && !self.is_negative;
        let digits = if self.whole.is_empty() { "0" } else { &self.whole };
        is_whole.then(|| digits.parse().ok()).flatten()
    }

    /// By what two numbers without their signs are compared.
    fn size(&self) -> (usize, &str, &str) {
        (self.whole.len(), &self.whole, &self.fraction)
    }

    /// Hour and minute of a number such as 9.30; none if it cannot be a time.
    pub(super) fn hour(&self) -> Option<(u8, u8)> {
        let hour = if self.whole.is_empty() { Some(0) } else { self.whole.parse().ok() };
        let minute: Option<u8> = match self.fraction.len() {
            0 => Some(0),
            1 => self.fraction.parse().ok().map(|tens: u8| tens * 10),
            2 => self.fraction.parse().ok(),
            _ => None,
        };
        let (hour, minute) = (hour?, minute?);
        (!self.is_negative && hour <= 24 && minute < 60).then_some((hour, minute))
    }
}

impl From<u128> for Decimal {
    fn from(number: u128) -> Decimal {
        Decimal::of(&number.to_string(), "")
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        match (self.is_negative, other.is_negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.size().cmp(&other.size()),
            (true, true) => other.size().cmp(&self.size()),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative { "-" } else { "" };
        let whole = if self.whole.is_empty() { "0" } else { &self.whole };
        match self.fraction.as_str() {
            "" => write!(out, "{sign}{whole}"),
            fraction => write!(out, "{sign}{whole}.{fraction}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a decimal of the test")
    }

    #[test]
    fn decimals_are_exact_and_have_one_form_and_an_order() {
        for (text, shown) in [("007", "7"), ("1.50", "1.5"), ("-0.0", "0"), ("9007199254740993", "9007199254740993")] {
            assert_eq!(decimal(text).to_string(), shown);
        }
        for bad in ["", "-", ".5", "5.", "1,5", "1e9", "٤", "1.2.3"] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
        assert_eq!(decimal("4.7").scaled(9), decimal("4700000000"));
        assert_eq!(decimal("-0.123456").scaled(3), decimal("-123.456"));
        let hours = ["9.3", "9.05", "0.5", "24", "9.6", "9.123", "25", "-1", "300"].map(|text| decimal(text).hour());
        assert_eq!(hours[..4], [Some((9, 30)), Some((9, 5)), Some((0, 50)), Some((24, 0))]);
        assert_eq!(hours[4..], [None; 5]);
        let mut numbers = ["10", "-2", "9.5", "-10", "0", "9.25"].map(decimal);
        numbers.sort();
        assert_eq!(numbers.map(|number| number.to_string()), ["-10", "-2", "0", "9.25", "9.5", "10"]);
    }
}
