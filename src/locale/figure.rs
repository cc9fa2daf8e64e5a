//! Decimals as typed, and the digits they are to be written with.
//!
//! Never a binary fraction: 0.1 stays 0.1, and 9007199254740993 stays what it is.

use icu::decimal::input::Decimal;

/// How a figure is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct NumberOptions {
    /// At least so many digits after the decimal mark; missing ones are zeros.
    pub minimum_fraction_digits: Option<u8>,
    /// At most so many; the last is rounded, half away from zero.
    pub maximum_fraction_digits: Option<u8>,
    /// Whether digits are grouped.
    pub grouping: Grouping,
    /// What the figure is.
    pub style: NumberStyle,
}

impl NumberOptions {
    /// The digits of a decimal as typed once these options have rounded and padded it, still as
    /// typed: what decides its plural. None for what is no decimal.
    pub fn digits(&self, typed: &str) -> Option<String> {
        Some(shaped(decimal(typed)?, self).to_string())
    }
}

/// Whether two decimals as typed are the same number: 1, 1.0 and 01 are.
pub fn is_same_number(one: &str, other: &str) -> bool {
    let value = |text| {
        decimal(text)
            .map(|decimal| (decimal.absolute.is_zero(), decimal.sign, decimal.absolute.trimmed_start().trimmed_end()))
    };
    match (value(one), value(other)) {
        (Some((true, ..)), Some((true, ..))) => true,
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// Whether digits are grouped, `4.300` or `4300`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Grouping {
    /// As the locale does.
    #[default]
    Usual,
    /// Not at all, for years and reference numbers.
    None,
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum NumberStyle {
    /// A plain number.
    #[default]
    Decimal,
    /// A share of one: 0.25 is written as 25%.
    Percent,
}

/// The longest decimal that is taken for one. ICU4X keeps magnitudes in 16 bits; no press release
/// needs more digits than this.
const MOST_DIGITS: usize = 300;

/// Whether `text` is a decimal as facts are typed: digits, perhaps a sign before them, perhaps a
/// point and digits after them. No grouping, no exponent.
pub fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    digits(whole) && digits(fraction) && text.len() <= MOST_DIGITS
}

/// Reads a decimal as typed, all its digits kept, trailing zeros too.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    is_decimal(text).then(|| Decimal::try_from_str(text).ok()).flatten()
}

/// Gives the decimal the digits that `options` ask for.
pub(super) fn shaped(mut decimal: Decimal, options: &NumberOptions) -> Decimal {
    if options.style == NumberStyle::Percent {
        decimal.absolute.multiply_pow10(2);
    }
    decimal.absolute.trim_start();
    // A maximum below the minimum is raised to it, as in ECMA-402's defaults.
    let minimum = i16::from(options.minimum_fraction_digits.unwrap_or(0));
    if let Some(maximum) = options.maximum_fraction_digits {
        decimal.round(-minimum.max(i16::from(maximum)));
        // Zeros past the minimum say nothing once a maximum is given: 4.10 with at most two is 4.1.
        decimal.absolute.trim_end();
    }
    // Padding to fewer digits than there are would take away zeros that were typed.
    if -minimum < *decimal.absolute.magnitude_range().start() {
        decimal.absolute.pad_end(-minimum);
    }
    decimal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_decimals_are_decimals() {
        for good in ["0", "4300", "-1", "0.5", "31.890", "9007199254740993"] {
            assert!(is_decimal(good), "{good}");
        }
        for bad in ["", "-", ".5", "5.", "4,300", "1e9", "+1", "٤", "1.2.3", "NaN"] {
            assert!(!is_decimal(bad), "{bad}");
        }
    }

    #[test]
    fn numbers_are_the_same_by_value() {
        assert!(is_same_number("1", "1.0") && is_same_number("-0", "0.00") && is_same_number("007", "7"));
        assert!(
            !is_same_number("1", "-1")
                && !is_same_number("9007199254740993", "9007199254740992")
                && !is_same_number("x", "x")
        );
    }

    #[test]
    fn digits_are_rounded_and_padded_exactly() {
        let digits = |text, minimum, maximum| {
            let options = NumberOptions {
                minimum_fraction_digits: minimum,
                maximum_fraction_digits: maximum,
                ..Default::default()
            };
            shaped(decimal(text).expect("a decimal of the test"), &options).to_string()
        };
        assert_eq!(digits("2.675", None, Some(2)), "2.68");
        assert_eq!(digits("4.10", None, None), "4.10");
        assert_eq!(digits("4.10", None, Some(2)), "4.1");
        assert_eq!(digits("4", Some(2), Some(2)), "4.00");
        assert_eq!(digits("4", Some(2), None), "4.00");
    }
}
