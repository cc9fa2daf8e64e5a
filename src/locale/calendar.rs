//! The words of dates: what a language calls the days of the week and the months inside a date.
//!
//! In: the formatters of a locale. Out: its words by CLDR, as they stand in a whole date: in the case
//! that the language wants there. Never here: what people abbreviate by habit.

use icu::datetime::parts;
use jiff::civil::Date;

use super::Formats;
use super::dates::Pieces;

/// The words of a language's dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarWords {
    /// The days of the week, Monday first.
    pub weekdays: Vec<String>,
    /// The months, January first.
    pub months: Vec<String>,
    /// The words between the parts of a whole date: `de` in Spanish.
    pub between: Vec<String>,
    /// Whether a whole date goes weekday, day, month, year.
    pub is_day_first: bool,
}

impl Formats {
    /// The words of a whole date in this notation; none where CLDR writes one without words.
    pub fn calendar_words(&self) -> Option<CalendarWords> {
        // 1 January 2024 is a Monday.
        let weekday = |day| self.part(Date::new(2024, 1, day).ok()?, parts::WEEKDAY);
        let month = |month| self.part(Date::new(2024, month, 1).ok()?, parts::MONTH);
        let weekdays = (1..=7).map(weekday).collect::<Option<Vec<_>>>()?;
        let months = (1..=12).map(month).collect::<Option<Vec<_>>>()?;
        let has_words = months.iter().all(|month| month.chars().all(|letter| !letter.is_numeric()));
        let pieces = self.full_pieces(Date::new(2024, 1, 1).ok()?)?;
        let ranges = [parts::WEEKDAY, parts::DAY, parts::MONTH, parts::YEAR].map(|part| pieces.hull(&[part]));
        let [Some(weekday), Some(day), Some(month), Some(year)] = ranges else { return None };
        let is_day_first = weekday.end <= day.start && day.end <= month.start && month.end <= year.start;
        let gaps = if is_day_first { pieces.outside(&[weekday, day, month, year]) } else { String::new() };
        let words = gaps.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        let between = words.map(str::to_owned).collect();
        has_words.then_some(CalendarWords { weekdays, months, between, is_day_first })
    }

    fn part(&self, day: Date, part: writeable::Part) -> Option<String> {
        let pieces = self.full_pieces(day)?;
        let range = pieces.hull(&[part])?;
        Some(pieces.text[range].to_owned())
    }
}

impl Pieces {
    /// The text without some stretches of it, a space in the place of each.
    fn outside(&self, ranges: &[std::ops::Range<usize>]) -> String {
        let inside = |at: usize| ranges.iter().any(|range| range.contains(&at));
        self.text.char_indices().map(|(at, letter)| if inside(at) { ' ' } else { letter }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn words(tag: &str) -> Option<CalendarWords> {
        Formats::of(&Locale::parse(tag).expect("a tag of the test")).expect("compiled data").calendar_words()
    }

    #[test]
    fn a_language_has_its_words_as_they_stand_in_a_date() {
        let of =
            |tag: &str| words(tag).map(|words| (words.weekdays[1].clone(), words.months[10].clone(), words.between));
        let owned = |word: &str| word.to_owned();
        assert_eq!(of("id"), Some((owned("Selasa"), owned("November"), vec![])));
        assert_eq!(of("es"), Some((owned("martes"), owned("noviembre"), vec![owned("de"), owned("de")])));
        assert_eq!(of("pt-BR"), Some((owned("terça-feira"), owned("novembro"), vec![owned("de"), owned("de")])));
        assert_eq!(of("pl"), Some((owned("wtorek"), owned("listopada"), vec![])));
        assert!(words("id").is_some_and(|words| words.is_day_first));
        // 2024年1月1日星期一
        assert!(words("zh").is_none_or(|words| !words.is_day_first));
    }
}
