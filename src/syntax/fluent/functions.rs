//! The functions of messages, over the formats of the locale.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ready;
use super::values::{Given, LINE, fault, plain, read_value, tagged};
use crate::locale::phrase::{Phrase, marks};
use crate::locale::{
    DateStyle, Formats, Grouping, Instant, Misuse, NumberOptions, NumberStyle, Zone, is_decimal, is_same_number,
    parse_date,
};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

/// The functions that messages and placeables may call.
pub const FUNCTIONS: [&str; 5] = ["NUMBER", "DATETIME", "DATERANGE", "LIST", "COUNTRY"];

/// Names of states by code, marked, that take precedence over CLDR's.
pub(super) type HouseNames = BTreeMap<String, String>;

type Outcome = Result<String, Fault>;

/// What a function complains about: what it is, and marked text of an inner complaint as it came.
enum Fault {
    Misuse(Misuse),
    Inner(String),
}

impl From<Misuse> for Fault {
    fn from(misuse: Misuse) -> Fault {
        Fault::Misuse(misuse)
    }
}

/// Registers all functions, those of `lower` included.
pub(super) fn register(
    bundle: &mut FluentBundle<Arc<FluentResource>>,
    formats: &Arc<Formats>,
    house: &Arc<HouseNames>,
) -> Result<(), FluentError> {
    let with = |function: fn(&Call, &Formats) -> Outcome| (Arc::clone(formats), function);
    for (name, (formats, function)) in
        [("NUMBER", with(number)), ("DATETIME", with(datetime)), ("DATERANGE", with(date_range)), ("LIST", with(list))]
    {
        bundle
            .add_function(name, move |values, options| answer(name, function(&Call { values, options }, &formats)))?;
    }
    let (formats_, house) = (Arc::clone(formats), Arc::clone(house));
    bundle.add_function("COUNTRY", move |values, options| {
        answer("COUNTRY", country(&Call { values, options }, &formats_, &house))
    })?;
    let (selecting, showing) = (Arc::clone(formats), Arc::clone(formats));
    bundle.add_function("SELECTOR", move |values, options| select(&Call { values, options }, &selecting).into())?;
    bundle.add_function("VALUE", move |values, options| value(&Call { values, options }, &showing).into())?;
    bundle.add_function("UNKNOWN", |values, options| {
        fault("function", "", Call { values, options }.option("name").unwrap_or_default()).into()
    })
}

/// What a bundle would answer to one call. None for a function that it alone can answer.
pub(super) fn called(call: &ready::Call, formats: &Formats) -> Option<String> {
    let function: fn(&Call, &Formats) -> Outcome = match call.function {
        "NUMBER" => number,
        "DATETIME" => datetime,
        _ => return None,
    };
    let values = [FluentValue::from(call.value.as_str())];
    let options: FluentArgs = call.options.iter().map(|(name, text)| (*name, FluentValue::from(*text))).collect();
    match answer(call.function, function(&Call { values: &values, options: &options }, formats)) {
        FluentValue::String(text) => Some(text.into_owned()),
        _ => None,
    }
}

fn answer<'a>(name: &str, outcome: Outcome) -> FluentValue<'a> {
    match outcome {
        Ok(text) | Err(Fault::Inner(text)) => text.into(),
        Err(Fault::Misuse(misuse)) => {
            let (kind, detail) = misuse.word();
            fault(kind, name, detail).into()
        }
    }
}

/// What a function was given.
struct Call<'a, 'v> {
    values: &'a [FluentValue<'v>],
    options: &'a FluentArgs<'a>,
}

impl Call<'_, '_> {
    fn given(&self, at: usize) -> Result<Given, Fault> {
        match self.values.get(at) {
            Some(FluentValue::String(text)) if text.contains(marks::FAULT) => {
                Err(Fault::Inner(text.clone().into_owned()))
            }
            Some(FluentValue::String(text)) => Ok(read_value(text)),
            Some(FluentValue::Number(number)) => {
                Ok(Given::Figure { digits: number.as_string().into_owned(), ordinal: false })
            }
            _ => Err(Misuse::Missing.into()),
        }
    }

    fn option<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        match self.options.get(name) {
            Some(FluentValue::String(text)) => Some(text.as_ref()),
            _ => None,
        }
    }

    /// Reads the option with `read`; complains if it cannot.
    fn read<T>(&self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Misuse> {
        let Some(value) = self.option(name) else {
            return Ok(None);
        };
        read(value).map(Some).ok_or_else(|| Misuse::BadOption(format!("{name}: \"{value}\"")))
    }

    fn only(&self, known: &[&str]) -> Result<(), Misuse> {
        match self.options.iter().find(|(name, _)| !known.contains(name)) {
            Some((name, _)) => Err(Misuse::UnknownOption(name.to_owned())),
            None => Ok(()),
        }
    }
}

fn number(call: &Call, formats: &Formats) -> Outcome {
    let digits = match call.given(0)? {
        Given::Figure { digits, .. } => digits,
        Given::Text(text) => Phrase::from_marked(&text).text(),
        Given::Day(day) => day.to_string(),
        Given::At(instant) => instant.iso(),
        Given::Lines(lines) => lines.join(", "),
    };
    if !is_decimal(&digits) {
        return Err(Misuse::NotAFigure(digits).into());
    }
    call.only(&["minimumFractionDigits", "maximumFractionDigits", "useGrouping", "style", "type"])?;
    let places = |text: &str| text.parse::<u8>().ok().filter(|places| *places <= 100);
    let options = NumberOptions {
        minimum_fraction_digits: call.read("minimumFractionDigits", places)?,
        maximum_fraction_digits: call.read("maximumFractionDigits", places)?,
        grouping: call.read("useGrouping", read_grouping)?.unwrap_or_default(),
        style: call.read("style", read_style)?.unwrap_or_default(),
    };
    let ordinal = call.read("type", |word| ["cardinal", "ordinal"].iter().position(|known| *known == word))? == Some(1);
    let exact = options.digits(&digits).unwrap_or(digits.clone());
    Ok(tagged(&Given::Figure { digits: exact, ordinal }.exact(), &formats.number(&digits, &options)))
}

fn read_grouping(word: &str) -> Option<Grouping> {
    match word {
        "true" | "1" => Some(Grouping::Usual),
        "false" | "0" => Some(Grouping::None),
        _ => None,
    }
}

fn read_style(word: &str) -> Option<NumberStyle> {
    match word {
        "decimal" => Some(NumberStyle::Decimal),
        "percent" => Some(NumberStyle::Percent),
        _ => None,
    }
}

fn datetime(call: &Call, formats: &Formats) -> Outcome {
    let given = date_of(call.given(0)?)?;
    call.only(&["dateStyle", "timeStyle", "timeZone"])?;
    let style = call.read("dateStyle", DateStyle::parse)?;
    let hour = call.read("timeStyle", |word| (word == "short").then_some(()))?;
    let zone = call.read("timeZone", Zone::named)?;
    let instant = match (given, hour) {
        (Given::At(instant), _) => instant,
        (Given::Day(day), None) => {
            return Ok(tagged(&format!("D{day}"), &formats.date(day, style.unwrap_or(DateStyle::Long))));
        }
        (Given::Day(day), Some(())) => return Err(Misuse::NotAMoment(day.to_string()).into()),
        (other, _) => return Err(not_a_date(other)),
    };
    let zone = zone.unwrap_or_else(|| instant.zone().clone());
    let instant = instant.in_zone(&zone);
    let shown = match (style, hour) {
        (None, None) => formats.moment(&instant, &zone),
        (None, Some(())) => formats.time(&instant, &zone),
        (Some(style), None) => formats.date(instant.date(), style),
        (Some(style), Some(())) => {
            format!("{}, {}", formats.date(instant.date(), style), formats.time(&instant, &zone))
        }
    };
    Ok(tagged(&Given::At(instant).exact(), &shown))
}

fn date_range(call: &Call, formats: &Formats) -> Outcome {
    let (from, to) = (date_of(call.given(0)?)?, date_of(call.given(1)?)?);
    call.only(&["timeZone"])?;
    let zone = call.read("timeZone", Zone::named)?;
    match (from, to) {
        (Given::Day(from), Given::Day(to)) => Ok(formats.date_range(from, to)),
        (Given::At(from), Given::At(to)) => {
            let zone = zone.unwrap_or_else(|| from.zone().clone());
            Ok(formats.instant_range(&from, &to, &zone))
        }
        (Given::Day(day), _) | (_, Given::Day(day)) => Err(Misuse::NotAMoment(day.to_string()).into()),
        (other, _) => Err(not_a_date(other)),
    }
}

/// Reads a date or moment written as text; leaves what is neither as it is, for `not_a_date`.
fn date_of(given: Given) -> Result<Given, Fault> {
    let text = match given {
        Given::Text(text) => Phrase::from_marked(&text).text(),
        Given::Day(_) | Given::At(_) => return Ok(given),
        other => return Err(not_a_date(other)),
    };
    if let Ok(day) = parse_date(&text) {
        return Ok(Given::Day(day));
    }
    Instant::parse(&text).map(Given::At).map_err(|_| Misuse::NotADate(text).into())
}

fn not_a_date(given: Given) -> Fault {
    let text = match given {
        Given::Figure { digits, .. } => digits,
        Given::Lines(lines) => lines.join(", "),
        Given::Text(text) => text,
        Given::Day(day) => day.to_string(),
        Given::At(instant) => instant.iso(),
    };
    Misuse::NotADate(text).into()
}

fn list(call: &Call, formats: &Formats) -> Outcome {
    call.only(&[])?;
    let mut words: Vec<String> = Vec::new();
    for at in 0..call.values.len().max(1) {
        match call.given(at)? {
            Given::Lines(lines) => words.extend(lines),
            other => words.push(other.shown(formats)),
        }
    }
    Ok(tagged(
        &format!("L{}", words.iter().map(|word| plain(word)).collect::<Vec<_>>().join(LINE)),
        &formats.list(&words),
    ))
}

fn country(call: &Call, formats: &Formats, house: &HouseNames) -> Outcome {
    let given = call.given(0)?;
    call.only(&[])?;
    let Given::Text(text) = given else {
        return Err(Misuse::UnknownCountry(String::new()).into());
    };
    let code = Phrase::from_marked(&text).text();
    let name = house.get(&code).cloned().or_else(|| formats.country(&code));
    name.ok_or_else(|| Misuse::UnknownCountry(code).into())
}

/// Chooses a variant: `v` and its number, or `fault`.
fn select(call: &Call, formats: &Formats) -> String {
    let usual = format!("v{}", call.option("usual").unwrap_or("0"));
    let given = match call.given(0) {
        Ok(given) => given,
        // In a term this is how "no such parameter" selects; elsewhere the bundle reports it.
        Err(Fault::Misuse(_)) => return usual,
        Err(Fault::Inner(_)) => return "fault".to_owned(),
    };
    let matches = |key: &str| match &given {
        Given::Figure { digits, ordinal: false } => is_same_number(digits, key) || formats.plural(digits) == key,
        Given::Figure { digits, ordinal: true } => is_same_number(digits, key) || formats.ordinal_plural(digits) == key,
        Given::Text(text) => Phrase::from_marked(text).text() == key,
        Given::Day(_) | Given::At(_) | Given::Lines(_) => false,
    };
    let chosen = call.option("keys").and_then(|keys| keys.split('|').position(matches));
    chosen.map_or(usual, |at| format!("v{at}"))
}

/// Shows a variable: writes its words, or complains that it has no value.
fn value(call: &Call, formats: &Formats) -> String {
    match call.given(0) {
        Err(Fault::Inner(text)) => text,
        Err(Fault::Misuse(_)) => fault("variable", "", call.option("name").unwrap_or_default()),
        Ok(given) => said(given, formats),
    }
}

/// A value as a message shows it where no function says otherwise.
pub(super) fn said(given: Given, formats: &Formats) -> String {
    match given {
        Given::Text(text) => text,
        given => tagged(&given.exact(), &given.shown(formats)),
    }
}
