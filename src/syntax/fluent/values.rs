//! The values that travel through messages.
//!
//! Fluent's own numbers are binary fractions and its custom values cannot select, so each value is
//! text: its exact form, which functions read, and the words to show, both between marks. What a
//! function has to complain about is text between marks too, and is found in the result.

use jiff::civil::Date;

use crate::locale::phrase::marks;
use crate::locale::{Argument, DateStyle, Formats, Instant, Misuse, NumberOptions, Unresolved, Zone, parse_date};

/// A value that a function reads.
pub(super) enum Given {
    Figure {
        digits: String,
        ordinal: bool,
    },
    Day(Date),
    At(Instant),
    Lines(Vec<String>),
    /// Marked text.
    Text(String),
}

impl Given {
    /// What functions read of it.
    pub(super) fn exact(&self) -> String {
        match self {
            Given::Figure { digits, ordinal: false } => ["F", digits].concat(),
            Given::Figure { digits, ordinal: true } => ["O", digits].concat(),
            Given::Day(day) => format!("D{day}"),
            Given::At(instant) => format!("A{}[{}]", instant.iso(), instant.zone()),
            Given::Lines(lines) => format!("L{}", lines.join(LINE)),
            Given::Text(text) => text.clone(),
        }
    }

    /// The words for it, as a message shows it where no function says otherwise.
    pub(super) fn shown(&self, formats: &Formats) -> String {
        match self {
            Given::Figure { digits, .. } => formats.number(digits, &NumberOptions::default()),
            Given::Day(day) => formats.date(*day, DateStyle::Long),
            Given::At(instant) => formats.moment(instant, instant.zone()),
            Given::Lines(lines) => formats.list(lines),
            Given::Text(text) => text.clone(),
        }
    }
}

/// Writes an argument as the text that travels through a message. Its words are made only where it
/// is shown (`VALUE`), since a message rarely uses all that it is given.
pub(super) fn argument_value(argument: &Argument) -> String {
    let exact = match argument {
        Argument::Text(text) => return plain(text),
        Argument::Phrase(phrase) => return phrase.marked(),
        Argument::Figure(typed) => return figure_value(&plain(typed)),
        Argument::Day(day) => Given::Day(*day).exact(),
        Argument::At(instant) => Given::At(instant.clone()).exact(),
        Argument::Lines(lines) => Given::Lines(lines.iter().map(|line| plain(line)).collect()).exact(),
    };
    tagged(&exact, "")
}

/// A figure as it travels, by its digits as typed.
pub(super) fn figure_value(typed: &str) -> String {
    tagged_as("F", typed, "")
}

/// Finds the first complaint in a resolved text.
pub(super) fn complaint(resolved: &str) -> Option<Unresolved> {
    let (_, rest) = resolved.split_once(marks::FAULT)?;
    let mut parts = rest.split(marks::FAULT_END).next()?.splitn(3, marks::SHOWN);
    let (kind, function, detail) = (parts.next()?, parts.next()?.to_owned(), parts.next()?.to_owned());
    let misuse = match kind {
        "variable" => return Some(Unresolved::Variable { name: detail, nearest: None }),
        "function" => return Some(Unresolved::Function { name: detail, nearest: None }),
        "not-a-figure" => Misuse::NotAFigure(detail),
        "not-a-date" => Misuse::NotADate(detail),
        "not-a-moment" => Misuse::NotAMoment(detail),
        "unknown-country" => Misuse::UnknownCountry(detail),
        "unknown-option" => Misuse::UnknownOption(detail),
        "bad-option" => Misuse::BadOption(detail),
        _ => Misuse::Missing,
    };
    Some(Unresolved::Misused { function, misuse })
}

/// Stands between the lines of a list's exact form.
pub(super) const LINE: &str = "\u{1f}";

/// The text without control characters, which are the marks.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    marks::push_plain(&mut out, text);
    out
}

/// A value as it travels: its exact form for functions, and the words to show.
pub(super) fn tagged(exact: &str, shown: &str) -> String {
    tagged_as("", exact, shown)
}

// Without the formatter: a message is given all figures and dates of its document.
fn tagged_as(kind: &str, exact: &str, shown: &str) -> String {
    let mut tagged = String::with_capacity(kind.len() + exact.len() + shown.len() + 3);
    tagged.push(marks::VALUE);
    tagged.push_str(kind);
    tagged.push_str(exact);
    tagged.push(marks::SHOWN);
    tagged.push_str(shown);
    tagged.push(marks::VALUE_END);
    tagged
}

/// A complaint as it travels.
pub(super) fn fault(kind: &str, function: &str, detail: &str) -> String {
    let [open, part, end] = [marks::FAULT, marks::SHOWN, marks::FAULT_END];
    format!("{open}{kind}{part}{function}{part}{}{end}", plain(detail))
}

/// Reads what a function was given.
pub(super) fn read_value(text: &str) -> Given {
    // Isolation marks and guards stand around a value that came through a message.
    let bare = text.trim_matches(['\u{2068}', '\u{2069}', marks::GUARD]);
    let exact = bare.strip_prefix(marks::VALUE).and_then(|rest| rest.split_once(marks::SHOWN));
    let Some((exact, _)) =
        exact.filter(|(_, rest)| rest.find(marks::VALUE_END).is_some_and(|end| end + 1 == rest.len()))
    else {
        return Given::Text(bare.to_owned());
    };
    let rest = exact.get(1..).unwrap_or_default();
    let read = match exact.chars().next() {
        Some(kind @ ('F' | 'O')) => Some(Given::Figure { digits: rest.to_owned(), ordinal: kind == 'O' }),
        Some('D') => parse_date(rest).ok().map(Given::Day),
        Some('A') => read_instant(rest).map(Given::At),
        Some('L') => Some(Given::Lines(rest.split(LINE).filter(|line| !line.is_empty()).map(str::to_owned).collect())),
        _ => None,
    };
    read.unwrap_or_else(|| Given::Text(bare.to_owned()))
}

fn read_instant(text: &str) -> Option<Instant> {
    let (iso, zone) = text.strip_suffix(']')?.split_once('[')?;
    let instant = Instant::parse(iso).ok()?;
    // A zone that is only an offset has no name to be found by; the instant has it already.
    Some(Zone::named(zone).map_or(instant.clone(), |zone| instant.in_zone(&zone)))
}
