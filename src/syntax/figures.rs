//! Figures as authors type them: plain decimals, and what a figure in a locale's notation may mean.

/// Whether a text is a plain decimal: `4300`, `-0.5`.
pub(super) fn is_decimal(text: &str) -> bool {
    let bare = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = bare.split_once('.').unwrap_or((bare, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    // `4.300` is four thousand three hundred to an Indonesian and 4.3 to YAML: it must be said which.
    digits(whole) && digits(fraction) && !(bare.contains('.') && fraction.len() == 3 && whole != "0")
}

/// What the author of a figure in a locale's notation may have meant.
pub(super) fn meant_figure(text: &str) -> String {
    let bare: String =
        text.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-')).collect();
    let groups: Vec<&str> = bare.split(['.', ',']).collect();
    let thousands = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
    match bare.rfind([',', '.']) {
        Some(_) if thousands => bare.replace(['.', ','], ""),
        Some(at) => format!("{}.{}", bare[..at].replace(['.', ','], ""), &bare[at + 1..]),
        None => bare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_in_a_locales_notation_are_refused_and_the_meaning_offered() {
        for good in ["4300", "-0.5", "0.125", "31.89", "1"] {
            assert!(is_decimal(good), "{good}");
        }
        for (typed, meant) in [
            ("4.300", "4300"),
            ("0,5", "0.5"),
            ("4,300", "4300"),
            ("1.234.567,89", "1234567.89"),
            ("Rp125.000", "125000"),
        ] {
            assert!(!is_decimal(typed), "{typed}");
            assert_eq!(meant_figure(typed), meant);
        }
    }
}
