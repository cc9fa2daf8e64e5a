//! Dates with words and in figures.

use super::digits::Shape;
use super::lexicon::{self, DASHES, HYPHENS};
use super::scan::{Number, Raw, Scan};
use super::token::Kind;
use super::{DateParts, Value};
use crate::syntax::weekday::words::Tongue;

/// A day of a month.
type Day = i8;

/// Years that stand behind a month; another number of four digits is an amount.
const YEARS: std::ops::RangeInclusive<i16> = 1583..=2200;

/// The date of these parts, if there is such a day in some year.
fn date(year: Option<i16>, month: i8, day: Option<Day>) -> Option<DateParts> {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    day.is_none_or(|day| (1..=longest).contains(&day)).then_some(DateParts { year, month, day })
}

impl Scan<'_> {
    /// `16 November 2021`, `16th of November`.
    pub(super) fn day_first(&mut self, at: usize) -> Option<usize> {
        let (day, mut end) = self.day(at)?;
        if self.reader.tongue == Tongue::Other && self.tokens.is_sign(end, &['.', 'º', 'ª', '°']) {
            end += 1;
        }
        let next = self.past_filler(self.past_hyphen(end));
        let month = self.month(next).filter(|_| next > end)?;
        let (year, end) = self.year_behind(next + 1);
        let date = date(year, month, Some(day))?;
        Some(self.note(Raw::Date(date), at, end, true))
    }

    fn past_hyphen(&self, at: usize) -> usize {
        if self.tokens.is_sign(at, &HYPHENS) { at + 1 } else { self.tokens.past_space(at) }
    }

    /// A day in one or two digits, and the position behind it and its ending.
    fn day(&self, at: usize) -> Option<(Day, usize)> {
        let is_short = (1..=2).contains(&self.tokens.digit_count(at));
        let is_whole = is_short && self.reader.is_alone(self.tokens, at);
        let is_whole = is_whole && self.tokens.kind(at + 1) != Some(Kind::Digits);
        let day: Day = is_whole.then(|| self.tokens.digits(at).parse().ok())?.filter(|day| (1..=31).contains(day))?;
        let suffix = self.tokens.word(at + 1);
        let has_ending = match self.reader.tongue {
            Tongue::English => matches!(suffix, "st" | "nd" | "rd" | "th"),
            Tongue::Indonesian => false,
            Tongue::Other => matches!(suffix, "er" | "e"),
        };
        Some((day, at + 1 + usize::from(has_ending)))
    }

    /// The month whose name stands at a position.
    pub(super) fn month(&self, at: usize) -> Option<i8> {
        let (month, is_short) = self.reader.months.get(self.tokens.word(at))?;
        // "may", "march", "mar" and "des" are words of their own.
        let needs_capital = *is_short || self.reader.tongue == Tongue::English;
        let is_capital = self.tokens.text(at).starts_with(char::is_uppercase);
        (is_capital || !needs_capital).then_some(*month)
    }

    /// Passes a word such as "of" between the parts of a date.
    fn past_filler(&self, at: usize) -> usize {
        let word = self.tokens.word(at);
        let is_filler = match self.reader.tongue {
            Tongue::Indonesian => matches!(word, "bulan" | "tahun"),
            Tongue::English => word == "of",
            Tongue::Other => matches!(word, "de" | "del" | "di" | "do" | "d"),
        };
        if is_filler { self.tokens.past_space(at + 1) } else { at }
    }

    /// The year behind a month or a day, and the position behind it; `at` where there is none.
    fn year_behind(&self, at: usize) -> (Option<i16>, usize) {
        let dot = at + usize::from(self.tokens.is_sign(at, &['.']));
        // A comma before a year is English; elsewhere a figure of its own follows.
        let is_comma = self.reader.tongue == Tongue::English && self.tokens.is_sign(dot, &[',']);
        let hyphen = if is_comma { dot + 1 } else { dot };
        let next = self.past_hyphen(hyphen);
        let year = if next > hyphen { self.year(self.past_filler(next)) } else { None };
        (year, year.map_or(at, |_| self.past_filler(next) + 1))
    }

    fn year(&self, at: usize) -> Option<i16> {
        if self.tokens.digit_count(at) != 4 || self.tokens.is_dead(at) {
            return None;
        }
        let is_alone = self.reader.is_alone(self.tokens, at);
        let is_glued = self.tokens.kind(at + 1) == Some(Kind::Word);
        self.tokens.digits(at).parse().ok().filter(|year| is_alone && !is_glued && YEARS.contains(year))
    }

    /// What begins with a month: `November 2021`, in English `November 16, 2021`.
    pub(super) fn month_first(&mut self, at: usize) -> Option<usize> {
        let month = self.month(at)?;
        if let (Some(year), end) = self.year_behind(at + 1) {
            return Some(self.note(Raw::Date(date(Some(year), month, None)?), at, end, true));
        }
        if self.reader.tongue == Tongue::English
            && let Some(end) = self.days_behind(at, month)
        {
            return Some(end);
        }
        // "November–Desember 2021": the year comes from behind. A month alone is told beside another only.
        let joined = self.past_joint(at + 1);
        let is_sure = joined.is_some_and(|at| self.month(at).is_some() && self.year_behind(at + 1).0.is_some());
        let end = self.note(Raw::Date(date(None, month, None)?), at, at + 1, is_sure);
        self.mark_definite(!is_sure);
        Some(end)
    }

    /// `16`, `16, 2021`, `13–15, 2021` behind an English month.
    fn days_behind(&mut self, from: usize, month: i8) -> Option<usize> {
        let dot = from + 1 + usize::from(self.tokens.is_sign(from + 1, &['.']));
        let at = self.tokens.past_space(dot);
        let (day, end) = self.day(at).filter(|(_, end)| at > dot && !self.is_counted(*end))?;
        let first = date(None, month, Some(day))?;
        if let Some((second_at, second, second_end)) = self.second_day(end, month) {
            let (year, behind) = self.year_behind(second_end);
            self.note(Raw::Date(DateParts { year, ..first }), from, end, true);
            return Some(self.note(Raw::Date(DateParts { year, ..second }), second_at, behind, true));
        }
        let (year, end) = self.year_behind(end);
        Some(self.note(Raw::Date(DateParts { year, ..first }), from, end, true))
    }

    /// Whether what follows makes an amount or an hour of a number: "million", ":30", "p.m."
    fn is_counted(&self, at: usize) -> bool {
        let word = self.tokens.word(self.past_hyphen(at));
        let is_counting = lexicon::zeros(self.reader.tongue, word).is_some()
            || matches!(word, "percent" | "per" | "pm" | "am" | "p" | "a");
        is_counting || self.tokens.kind(at) == Some(Kind::Word) || self.tokens.is_sign(at, &[':', '%', '/'])
    }

    /// The second day of "13–15" and of "13 and 15, 2021".
    fn second_day(&self, at: usize, month: i8) -> Option<(usize, DateParts, usize)> {
        let is_dash = self.tokens.is_sign(self.tokens.past_space(at), &DASHES);
        let next = self.past_joint(at)?;
        let (day, end) = self.day(next).filter(|(_, end)| !self.is_counted(*end))?;
        let is_sure = is_dash || self.year_behind(end).0.is_some();
        let is_own = self.month(self.past_filler(self.tokens.past_space(end))).is_some();
        Some((next, date(None, month, Some(day)).filter(|_| is_sure && !is_own)?, end))
    }

    /// The position behind a dash or a word such as "to".
    fn past_joint(&self, at: usize) -> Option<usize> {
        let next = self.tokens.past_space(at);
        let is_dash = self.tokens.is_sign(next, &DASHES);
        let is_word = lexicon::joint(self.reader.tongue, self.tokens.word(next)).is_some();
        (is_dash || is_word).then(|| self.tokens.past_space(next + 1))
    }

    /// `2021-11-16`, `16/11/2021`, `16.11.2021`; and three or more numbers that are no date.
    pub(super) fn numeric_date(&mut self, at: usize) -> Option<usize> {
        let sign = ['-', '/', '.', '‑'].into_iter().find(|sign| self.tokens.is_sign(at + 1, &[*sign]))?;
        let mut end = at + 1;
        while self.tokens.is_sign(end, &[sign]) && self.tokens.digit_count(end + 1) > 0 {
            end += 2;
        }
        let is_chain = end > at + 3;
        let read = (end == at + 5).then(|| self.three([at, at + 2, at + 4], sign)).flatten();
        if let Some((date, is_sure)) = read {
            let behind = self.note(Raw::Date(date), at, end, is_sure);
            return Some(self.hour_of_iso(behind));
        }
        if !is_chain {
            return None;
        }
        // "1.234.567" is a number.
        let is_number = sign == '.' && !matches!(self.reader.written(self.tokens, at).shape, Shape::Chain);
        // "123-456-7890", "1.2.4"
        self.note_code(at, Some(end).filter(|_| !is_number))
    }

    /// The `T` and hour behind a date of ISO 8601.
    fn hour_of_iso(&mut self, at: usize) -> usize {
        let is_hour = self.tokens.text(at) == "T" && self.tokens.is_sign(at + 2, &[':']);
        if is_hour { self.hour(at + 1, at + 1, false).unwrap_or(at) } else { at }
    }

    fn three(&self, places: [usize; 3], sign: char) -> Option<(DateParts, bool)> {
        let counts = places.map(|at| self.tokens.digit_count(at));
        if counts.iter().any(|count| *count > 4) {
            return None;
        }
        let [one, two, three] = places.map(|at| self.tokens.digits(at).parse::<i16>().unwrap_or(0));
        let small = |number: i16| i8::try_from(number).unwrap_or(0);
        match counts {
            [4, 1..=2, 1..=2] => Some((date(Some(one), small(two), Some(small(three)))?, true)),
            [1..=2, 1..=2, 4] => self.ordered(small(one), small(two), three, sign),
            [1..=2, 1..=2, 2] if sign != '.' => {
                self.ordered(small(one), small(two), 2000 + three, sign).map(|(date, _)| (date, false))
            }
            _ => None,
        }
    }

    /// Day and month in the order of the language. English has both orders: sure is only a day past
    /// the twelfth, and a date with points.
    fn ordered(&self, one: i8, two: i8, year: i16, sign: char) -> Option<(DateParts, bool)> {
        let day_first = date(Some(year), two, Some(one));
        let month_first = date(Some(year), one, Some(two));
        match (self.reader.tongue, self.reader.is_month_first) {
            (Tongue::English, _) if sign == '.' => Some((day_first?, true)),
            (Tongue::English, is_month_first) => match (day_first, month_first) {
                (Some(one), Some(other)) => Some((if is_month_first { other } else { one }, one == other)),
                (one, other) => Some((one.or(other)?, true)),
            },
            (_, true) => Some((month_first?, true)),
            _ => Some((day_first?, true)),
        }
    }

    /// Two numbers with a stroke between: "Selasa (16/11)", "2020/2021", "No. 12/2014", "1/2".
    pub(super) fn joined_by_signs(&mut self, at: usize) -> Option<usize> {
        let counts = (self.tokens.digit_count(at), self.tokens.digit_count(at + 2));
        let is_two = self.tokens.is_sign(at + 1, &['/', '⁄']) && counts.1 > 0;
        if !is_two || ![at, at + 2].into_iter().all(|at| self.reader.is_alone(self.tokens, at)) {
            return None;
        }
        let end = at + 3;
        if self.tokens.kind(end) == Some(Kind::Word) {
            return Some(end + 1);
        }
        if let Some((date, day)) = self.day_of_week(at, at) {
            self.note(Raw::Date(date), at, end, true);
            self.answered_by(day);
            return Some(end);
        }
        if let Some(date) = self.day_in_brackets(at) {
            return Some(self.note(Raw::Date(date), at, end, false));
        }
        if self.is_season(at) {
            return Some(self.season(at));
        }
        // A fraction, or an hour and a half: "1/2", "24/7".
        if counts.1 < 3 && counts.0 < 3 {
            return Some(end);
        }
        for place in [at, at + 2] {
            let (amount, plain) = (self.reader.written(self.tokens, place).value, self.tokens.digit_count(place));
            let number = Number { amount, plain, ..Number::default() };
            self.note(Raw::Number(number), place, place + 1, counts == (4, 4));
        }
        Some(end)
    }

    /// "Sandira (21/5)" in Indonesian, a day if the other language has it.
    fn day_in_brackets(&self, at: usize) -> Option<DateParts> {
        let is_bracketed = self.tokens.is_sign(at.wrapping_sub(1), &['(']) && self.tokens.is_sign(at + 3, &[')']);
        let part = |at: usize| self.tokens.digits(at).parse::<i8>().ok();
        let is_indonesian = self.reader.tongue == Tongue::Indonesian;
        date(None, part(at + 2)?, Some(part(at)?)).filter(|_| is_bracketed && is_indonesian)
    }

    /// Whether a year and the last two digits of the next stand here: "2025/26".
    fn is_season(&self, at: usize) -> bool {
        let number = |at: usize| self.tokens.digits(at).parse::<u32>().ok();
        let is_short = (self.tokens.digit_count(at), self.tokens.digit_count(at + 2)) == (4, 2);
        is_short && number(at).zip(number(at + 2)).is_some_and(|(year, next)| (year + 1) % 100 == next)
    }

    /// Notes both years; the position behind them.
    fn season(&mut self, at: usize) -> usize {
        let first = self.reader.written(self.tokens, at).value;
        let second = first.small().map(|year| u128::from(year + 1).into());
        for (place, amount) in [(at, Some(first)), (at + 2, second)] {
            let number = amount.map(|amount| Number { amount, plain: 4, ..Number::default() });
            number.into_iter().for_each(|number| {
                self.note(Raw::Number(number), place, place + 1, true);
            });
        }
        at + 3
    }

    /// "Selasa hingga Kamis (7–9/2)": two days behind a weekday, in Indonesian.
    pub(super) fn days_of_week(&mut self, at: usize) -> Option<usize> {
        let second = at + 2;
        let is_range = self.tokens.is_sign(at + 1, &DASHES) && (1..=2).contains(&self.tokens.digit_count(at));
        let is_month = self.tokens.is_sign(second + 1, &['/']) && self.tokens.is_sign(second + 3, &[')']);
        let is_short = (1..=2).contains(&self.tokens.digit_count(second)) && self.tokens.digit_count(second + 2) > 0;
        // Hardly a number is asked further.
        let (last, _) = (is_range && is_month && is_short).then(|| self.day_of_week(second, at))??;
        let first = date(None, last.month, self.tokens.digits(at).parse().ok())?;
        self.note(Raw::Date(first), at, at + 1, true);
        Some(self.note(Raw::Date(last), second, second + 3, true))
    }

    /// The other language may name the day of the week alone.
    fn answered_by(&mut self, day: i8) {
        if let Some(atom) = self.atoms.last_mut() {
            atom.also.push(Value::Weekday(day));
        }
    }

    /// "Selasa (16/11)": day and month at a position, behind a weekday that stands before another one, in
    /// Indonesian; and the weekday.
    fn day_of_week(&self, at: usize, start: usize) -> Option<(DateParts, i8)> {
        let is_bracket = |at: usize| self.tokens.is_sign(at, &['(', ',']);
        let before = self.tokens.before_space(start)?;
        let mut before = if is_bracket(before) { self.tokens.before_space(before)? } else { before };
        // "Minggu malam (4/12)", "Jumat dini hari (5/3)"
        for _ in 0..2 {
            let word = self.tokens.word(before);
            if !matches!(word, "pagi" | "siang" | "sore" | "petang" | "malam" | "dini" | "hari") {
                break;
            }
            before = self.tokens.before_space(before)?;
        }
        let day = self.reader.weekdays.get(self.tokens.word(before)).copied();
        let part = |at: usize| self.tokens.digits(at).parse::<i8>().ok();
        let is_indonesian = self.reader.tongue == Tongue::Indonesian;
        date(None, part(at + 2)?, Some(part(at)?)).zip(day).filter(|_| is_indonesian)
    }
}
