//! The program's own words, in the author's language.
//!
//! In: a diagnostic or the id of a message, with values. Out: a sentence. The texts are Fluent
//! files inside the program (`en.ftl`, `id.ftl` for diagnostics, `program.en.ftl`,
//! `program.id.ftl` for the command line). What visitors of a site read never passes here.
//!
//! Values are text. Two functions make more of them in a message: `NUMBER($count)` groups digits
//! and selects a plural, `GIVEN($nearest)` is `yes` or `no`, whether the value is there and
//! not empty. A value outside `NUMBER` is printed as it is, so a year is never grouped.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use super::{Code, Diagnostic, Severity};

/// A value longer than this many characters is cut: it would hide the sentence around it.
const LONGEST_VALUE: usize = 2_000;

/// A language that the program itself speaks, whatever the locales of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Indonesian.
    Indonesian,
}

impl Language {
    /// Both, in the order of the explanations.
    pub const ALL: [Language; 2] = [Language::English, Language::Indonesian];

    /// Finds the language by its tag, `en` or `id`.
    pub fn parse(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Indonesian => "id",
        }
    }

    /// Takes the language from `LC_ALL`, `LC_MESSAGES`, `LANG`: the first that is set and not empty
    /// decides (POSIX, Base Definitions 8.2). Indonesian for `id`, `id_ID.UTF-8` and the like, else
    /// English.
    pub fn from_environment(get: impl Fn(&str) -> Option<String>) -> Language {
        let value = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(get).find(|value| !value.is_empty());
        let value = value.unwrap_or_default();
        match value.split(['_', '-', '.', '@']).next() {
            Some(primary) if primary.eq_ignore_ascii_case("id") => Language::Indonesian,
            _ => Language::English,
        }
    }

    fn texts(self) -> [&'static str; 2] {
        match self {
            Language::English => [include_str!("en.ftl"), include_str!("program.en.ftl")],
            Language::Indonesian => [include_str!("id.ftl"), include_str!("program.id.ftl")],
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().expect("both tags are well-formed")
    }
}

/// Every sentence the program can say, in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the embedded texts of `language`. About a millisecond: once a run is enough.
    pub fn new(language: Language) -> Words {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Both languages are written from left to right, and marks would end up in logs and JSON.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| grouped(value, ',', '.'),
            Language::Indonesian => |value, _| grouped(value, '.', ','),
        }));
        for text in language.texts() {
            // A test proves that the texts parse and share no id; what could be read is kept anyway.
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, _)| rest);
            bundle.add_resource_overriding(resource);
        }
        // Fails only for a name taken twice, and these two are the only ones.
        let _ = bundle.add_function("NUMBER", |values, _| number(values.first()));
        let _ = bundle.add_function("GIVEN", |values, _| given(values.first()));
        Words { language, bundle }
    }

    /// The language spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence of a diagnostic, on one line. The code's name where a message is missing.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        let message = self.value(diagnostic.code.name, &values_of(diagnostic));
        one_line(&message.unwrap_or_else(|| diagnostic.code.name.to_owned()))
    }

    /// What the author can do, possibly on several lines.
    pub fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.attribute(diagnostic.code.name, "help", &values_of(diagnostic))
    }

    /// What the second place of a diagnostic is: the attribute `.other` of its message, else "see here".
    pub fn other(&self, diagnostic: &Diagnostic) -> String {
        let own = self.attribute(diagnostic.code.name, "other", &values_of(diagnostic));
        one_line(&own.unwrap_or_else(|| self.say("level-other", &[])))
    }

    /// The word for a severity: error, warning, note.
    pub fn severity(&self, severity: Severity) -> String {
        match severity {
            Severity::Error => self.say("level-error", &[]),
            Severity::Warning => self.say("level-warning", &[]),
            Severity::Note => self.say("level-note", &[]),
        }
    }

    /// The message of a code in general, with `…` for each value.
    pub fn outline(&self, code: &Code) -> String {
        let Some(pattern) = self.bundle.get_message(code.name).and_then(|message| message.value()) else {
            return code.name.to_owned();
        };
        let mut values = FluentArgs::new();
        // Each round names at least one variable that had no value, so the rounds end.
        loop {
            let (text, unknown) = self.format(pattern, &values);
            if unknown.is_empty() {
                return one_line(&text);
            }
            unknown.into_iter().for_each(|name| values.set(name, "…"));
        }
    }

    /// The variables that the message, help or label of a diagnostic shows and that it has no value
    /// for. For tests: a stage must give all that its messages name.
    pub fn lacking(&self, diagnostic: &Diagnostic) -> Vec<String> {
        let Some(message) = self.bundle.get_message(diagnostic.code.name) else { return Vec::new() };
        let attributes = message.attributes().map(|attribute| attribute.value());
        let values = values_of(diagnostic);
        message.value().into_iter().chain(attributes).flat_map(|pattern| self.format(pattern, &values).1).collect()
    }

    /// A message of the command line with its values. The id itself where the message is missing.
    pub fn say(&self, id: &str, values: &[(&str, String)]) -> String {
        let values = values.iter().map(|(name, value)| (&**name, value.as_str())).collect::<Vec<_>>();
        self.value(id, &arguments(&values)).unwrap_or_else(|| id.to_owned())
    }

    fn value(&self, id: &str, values: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        Some(self.format(pattern, values).0)
    }

    fn attribute(&self, id: &str, attribute: &str, values: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.get_attribute(attribute)?.value();
        Some(self.format(pattern, values).0)
    }

    /// Resolves a pattern; also returns the names of the variables that had no value.
    fn format(&self, pattern: &Pattern<&str>, values: &FluentArgs<'_>) -> (String, Vec<String>) {
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(values), &mut errors).into_owned();
        (text, errors.into_iter().filter_map(unknown_variable).collect())
    }
}

fn unknown_variable(error: FluentError) -> Option<String> {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => Some(id),
        _ => None,
    }
}

fn values_of(diagnostic: &Diagnostic) -> FluentArgs<'_> {
    let values = diagnostic.arguments.iter().map(|(name, value)| (name.as_ref(), value.as_str())).collect::<Vec<_>>();
    arguments(&values)
}

fn arguments<'a>(values: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
    values.iter().map(|(name, value)| (*name, shortened(value))).collect()
}

fn shortened(value: &str) -> FluentValue<'_> {
    match value.char_indices().nth(LONGEST_VALUE) {
        None => FluentValue::from(value),
        Some((end, _)) => FluentValue::from(format!("{}…", &value[..end])),
    }
}

fn one_line(text: &str) -> String {
    if !text.contains(['\n', '\r']) {
        return text.to_owned();
    }
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Makes a number of a text of at most 15 digits and 3 decimals, and leaves any other text
/// alone; `…` where there is no value.
///
/// More would lose digits in `f64`, and the plural rules of Fluent panic on what is not finite and
/// overflow on many decimals.
fn number<'a>(value: Option<&FluentValue<'a>>) -> FluentValue<'a> {
    let Some(FluentValue::String(text)) = value else {
        return FluentValue::from("…");
    };
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse::<FluentNumber>() {
        Ok(number) if digits(whole, 15) && digits(decimals, 3) => FluentValue::Number(number),
        _ => FluentValue::String(text.clone()),
    }
}

fn given<'a>(value: Option<&FluentValue<'a>>) -> FluentValue<'a> {
    match value {
        Some(FluentValue::String(text)) if !text.is_empty() => FluentValue::from("yes"),
        Some(FluentValue::Number(_)) => FluentValue::from("yes"),
        _ => FluentValue::from("no"),
    }
}

/// Writes a number with `group` between thousands, as CLDR does for both languages from four
/// digits on, and `decimal` before the decimals. None for what is not a number.
fn grouped(value: &FluentValue<'_>, group: char, decimal: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.as_string();
    let (whole, decimals) = match plain.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (plain.as_ref(), None),
    };
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push(decimal);
        text.push_str(decimals);
    }
    Some(text)
}

#[cfg(test)]
mod tests;
