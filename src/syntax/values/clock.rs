//! Hours: `pukul 13.00 WITA`, `1:30 p.m.`, `13:00 WITA (UTC+8)`.

use super::Value;
use super::lexicon;
use super::scan::{Raw, Scan};
use super::token::Kind;
use crate::syntax::weekday::words::Tongue;

/// An hour as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) half: Option<Half>,
    pub(super) zone: Option<i16>,
}

/// The part of the day that says which of two hours is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Morning,
    Noon,
    Afternoon,
    Evening,
}

impl Clock {
    /// The hour of a clock of 24 hours.
    pub(super) fn value(self) -> Value {
        let hour = match (self.half, self.hour) {
            (Some(Half::Morning | Half::Evening), 12) => 0,
            (Some(Half::Afternoon), hour @ 1..=11) => hour + 12,
            (Some(Half::Noon), hour @ 1..=6) => hour + 12,
            (Some(Half::Evening), hour @ 5..=11) => hour + 12,
            (_, hour) => hour % 24,
        };
        Value::Time { hour, minute: self.minute, zone: self.zone }
    }
}

impl Scan<'_> {
    /// Reads an hour whose digits begin at `at`; `is_announced` by a word such as "pukul".
    pub(super) fn hour(&mut self, from: usize, at: usize, is_announced: bool) -> Option<usize> {
        let (mut clock, sign, end) = self.digits_of_hour(at)?;
        let (half, after) = self.half(end, clock.hour, is_announced || sign.is_some());
        let (zone, after) = self.zone(after);
        (clock.half, clock.zone) = (half, zone);
        let is_marked = is_announced || half.is_some() || zone.is_some() || sign == Some(':');
        if self.tokens.kind(end) == Some(Kind::Word) && after == end {
            return None;
        }
        match sign {
            _ if is_marked => Some(self.note(Raw::Time(clock), from, after, true)),
            Some('.') if self.reader.mark != '.' => Some(self.note(Raw::Bare(clock), from, after, false)),
            _ => None,
        }
    }

    /// `13.00`, `13:00:00`, `1300`, `13` and the sign in it.
    fn digits_of_hour(&self, at: usize) -> Option<(Clock, Option<char>, usize)> {
        let clock = |hour: u8, minute: u8| {
            let is_one = hour < 24 && minute < 60 || hour == 24 && minute == 0;
            is_one.then_some(Clock { hour, minute, half: None, zone: None })
        };
        let digits = self.tokens.digits(at);
        let sign = [':', '.'].into_iter().find(|sign| self.tokens.is_sign(at + 1, &[*sign]));
        let (count, minutes) = (digits.len(), self.tokens.digit_count(at + 2));
        let is_inside =
            |at: usize| self.tokens.is_sign(at, &['.', ',', ':', '/']) && self.tokens.digit_count(at + 1) > 0;
        match (count, sign) {
            (1..=2, Some(sign)) if minutes == 2 => {
                let is_exact =
                    sign == ':' && self.tokens.is_sign(at + 3, &[':']) && self.tokens.digit_count(at + 4) == 2;
                let end = if is_exact { at + 5 } else { at + 3 };
                let clock = clock(digits.parse().ok()?, self.tokens.digits(at + 2).parse().ok()?)?;
                (!is_inside(end)).then_some((clock, Some(sign), end))
            }
            (1..=2, _) if !is_inside(at + 1) => Some((clock(digits.parse().ok()?, 0)?, None, at + 1)),
            // "1300 UTC", never the year before another word.
            (4, _) if !is_inside(at + 1) && self.zone(at + 1).0.is_some() => {
                Some((clock(digits[..2].parse().ok()?, digits[2..].parse().ok()?)?, None, at + 1))
            }
            _ => None,
        }
    }

    /// The part of the day behind an hour.
    fn half(&self, at: usize, hour: u8, is_hour: bool) -> (Option<Half>, usize) {
        let next = self.tokens.past_space(at);
        let word = self.tokens.word(next);
        if self.reader.tongue == Tongue::Indonesian {
            let half = if is_hour && hour <= 12 { part_of_day(word) } else { None };
            return (half, if half.is_some() { next + 1 } else { at });
        }
        let half = match word {
            _ if hour > 12 || self.reader.tongue != Tongue::English => None,
            "am" | "a" => Some(Half::Morning),
            "pm" | "p" => Some(Half::Afternoon),
            "noon" if hour == 12 => Some(Half::Afternoon),
            "midnight" if hour == 12 => Some(Half::Morning),
            _ => None,
        };
        match (half, word.len()) {
            (Some(_), 1) => match self.tokens.is_sign(next + 1, &['.']) && self.tokens.word(next + 2) == "m" {
                true => (half, next + 3 + usize::from(self.tokens.is_sign(next + 3, &['.']))),
                false => (None, at),
            },
            (Some(_), _) => (half, next + 1),
            (None, _) => (None, at),
        }
    }

    /// The zone behind an hour, and once more in brackets.
    fn zone(&self, at: usize) -> (Option<i16>, usize) {
        let Some((zone, end)) = self.one_zone(at) else { return (None, at) };
        let end = self
            .one_zone(end)
            .filter(|_| self.tokens.is_sign(self.tokens.past_space(end), &['(']))
            .map_or(end, |it| it.1);
        (Some(zone), end)
    }

    fn one_zone(&self, at: usize) -> Option<(i16, usize)> {
        let next = self.tokens.past_space(at);
        if self.tokens.is_sign(next, &['(']) {
            let (zone, end) = self.bare_zone(next + 1)?;
            return self.tokens.is_sign(end, &[')']).then_some((zone, end + 1));
        }
        self.bare_zone(next)
    }

    fn bare_zone(&self, at: usize) -> Option<(i16, usize)> {
        let written = self.tokens.text(at);
        if written == "Z" && self.tokens.digit_count(at.wrapping_sub(1)) == 2 {
            return Some((0, at + 1));
        }
        let Some(zone) = lexicon::zone(written) else { return self.named_zone(at) };
        match (zone, self.offset(at + 1)) {
            (0, Some(offset)) => Some(offset),
            _ => Some((zone, at + 1)),
        }
    }

    /// `+8`, `+08:00`, `−5` behind UTC.
    fn offset(&self, at: usize) -> Option<(i16, usize)> {
        let is_west = self.tokens.is_sign(at, &['-', '−', '–']);
        if !is_west && !self.tokens.is_sign(at, &['+']) || !(1..=2).contains(&self.tokens.digit_count(at + 1)) {
            return None;
        }
        let hours: i16 = self.tokens.digits(at + 1).parse().ok().filter(|hours| *hours <= 14)?;
        let has_minutes = self.tokens.is_sign(at + 2, &[':', '.']) && self.tokens.digit_count(at + 3) == 2;
        let minutes: i16 = if has_minutes { self.tokens.digits(at + 3).parse().ok()? } else { 0 };
        let offset = hours * 60 + minutes;
        Some((if is_west { -offset } else { offset }, if has_minutes { at + 4 } else { at + 2 }))
    }

    /// "waktu Indonesia tengah", "Central Indonesia Time".
    fn named_zone(&self, at: usize) -> Option<(i16, usize)> {
        let words = [at, at + 2, at + 4].map(|at| self.tokens.word(at));
        let [first, second, third] = words;
        let side = match (first, second, third) {
            ("waktu", "indonesia", side) => side,
            (side, "indonesia" | "indonesian", "time") => side,
            _ => return None,
        };
        let zone = match side {
            "barat" | "western" => 420,
            "tengah" | "central" => 480,
            "timur" | "eastern" => 540,
            _ => return None,
        };
        Some((zone, at + 5))
    }

    /// An hour behind "pukul", and noon and midnight.
    pub(super) fn announced(&mut self, at: usize, word: &str) -> Option<usize> {
        let is_word = self.reader.tongue == Tongue::Indonesian && matches!(word, "pukul" | "jam" | "pkl");
        if is_word {
            // "selama dua jam": so many hours, and no hour.
            if self.is_number(self.tokens.before_space(at)) {
                return None;
            }
            let dot = at + 1 + usize::from(word == "pkl" && self.tokens.is_sign(at + 1, &['.']));
            let next = self.tokens.past_space(dot);
            let is_digits = self.tokens.digit_count(next) > 0 && !self.tokens.is_dead(next);
            return if is_digits { self.hour(at, next, true) } else { self.spelled_hour(at, next) };
        }
        let next = self.tokens.word(self.tokens.past_space(at + 1));
        let (half, end) = match (self.reader.tongue, word, next) {
            (Tongue::English, "noon", _) => (Half::Afternoon, at + 1),
            (Tongue::English, "midnight", _) => (Half::Morning, at + 1),
            (Tongue::Indonesian, "tengah", "hari") => (Half::Afternoon, at + 3),
            (Tongue::Indonesian, "tengah", "malam") => (Half::Morning, at + 3),
            _ => return None,
        };
        let (zone, end) = self.zone(end);
        Some(self.note(Raw::Time(Clock { hour: 12, minute: 0, half: Some(half), zone }), at, end, zone.is_some()))
    }

    fn is_number(&self, at: Option<usize>) -> bool {
        let is_word = |at: usize| self.reader.is_number_word(self.tokens.word(at));
        at.is_some_and(|at| self.tokens.digit_count(at) > 0 || is_word(at))
    }

    /// "pukul tujuh malam", "pukul setengah tujuh"
    fn spelled_hour(&mut self, from: usize, at: usize) -> Option<usize> {
        let is_half = self.tokens.word(at) == "setengah";
        let spelled = self.reader.spelled(self.tokens, if is_half { self.tokens.past_space(at + 1) } else { at })?;
        let hour = spelled.value.small().and_then(|hour| u8::try_from(hour).ok()).filter(|hour| *hour <= 24)?;
        let (half, end) = self.half(spelled.end, hour, true);
        let (zone, end) = self.zone(end);
        let (hour, minute) =
            if is_half { (if hour == 1 { 12 } else { hour.saturating_sub(1) }, 30) } else { (hour, 0) };
        Some(self.note(Raw::Time(Clock { hour, minute, half, zone }), from, end, true))
    }

    /// A zone that stands by itself: "all times are WITA".
    pub(super) fn lone_zone(&mut self, at: usize) -> Option<usize> {
        let (zone, end) = self.bare_zone(at)?;
        Some(self.note(Raw::Zone(zone), at, end, false))
    }
}

fn part_of_day(word: &str) -> Option<Half> {
    match word {
        "pagi" | "dini" => Some(Half::Morning),
        "siang" => Some(Half::Noon),
        "sore" | "petang" => Some(Half::Afternoon),
        "malam" => Some(Half::Evening),
        _ => None,
    }
}
