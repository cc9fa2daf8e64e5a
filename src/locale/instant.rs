//! Moments as authors write them: always with a zone or an offset.
//!
//! In: text such as `2021-11-16 18.00 WITA`. Out: an [`Instant`] or the mistake. The IANA database
//! is the one inside the binary, so that every machine reads an instant alike. Never here: the clock.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp, Zoned};
use smol_str::SmolStr;

/// A time zone: one of the IANA database, or a fixed offset from UTC.
#[derive(Clone)]
pub struct Zone {
    name: SmolStr,
    zone: TimeZone,
}

/// The abbreviations an author may write. Other abbreviations mean several zones (IST, CST).
const ABBREVIATIONS: [(&str, &str); 4] =
    [("WIB", "Asia/Jakarta"), ("WITA", "Asia/Makassar"), ("WIT", "Asia/Jayapura"), ("UTC", "UTC")];

impl Zone {
    /// Finds a zone by its IANA name (`Asia/Makassar`) or as WIB, WITA, WIT or UTC. Names are taken
    /// in any case and kept in that of the database.
    pub fn named(name: &str) -> Option<Zone> {
        let known = ABBREVIATIONS.iter().find(|(short, _)| short.eq_ignore_ascii_case(name));
        let name = known.map_or(name, |(_, full)| full);
        if name == "UTC" {
            return Some(Zone::utc());
        }
        let zone = TimeZoneDatabase::bundled().get(name).ok().filter(|zone| !zone.is_unknown())?;
        let name = zone.iana_name()?.into();
        Some(Zone { name, zone })
    }

    /// The zone that has this name ([`Zone::name`]): one of the database, or an offset.
    pub fn of_name(name: &str) -> Option<Zone> {
        parse_zone(name).ok()
    }

    /// Coordinated Universal Time.
    pub fn utc() -> Zone {
        Zone { name: SmolStr::new_static("UTC"), zone: TimeZone::UTC }
    }

    /// The IANA name, or the offset (`+08:00`) of a zone that is only an offset.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The abbreviation in use at `moment`, where letters are in use: `WITA`, `CEST`, `UTC`.
    pub fn abbreviation(&self, moment: Timestamp) -> Option<String> {
        let known = ABBREVIATIONS.iter().find(|(_, full)| *full == self.name());
        if let Some((short, _)) = known {
            return Some((*short).to_owned());
        }
        // The database writes `+08` where a place has no abbreviation of its own.
        let info = self.zone.to_offset_info(moment);
        let short = info.abbreviation();
        short.bytes().all(|byte| byte.is_ascii_alphabetic()).then(|| short.to_owned())
    }

    /// How far local time is from UTC at `moment`.
    pub fn offset(&self, moment: Timestamp) -> Offset {
        self.zone.to_offset(moment)
    }

    fn fixed(offset: Offset) -> Zone {
        let seconds = offset.seconds();
        let (sign, distance) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
        let name = format!("{sign}{:02}:{:02}", distance / 3600, distance / 60 % 60);
        Zone { name: name.into(), zone: TimeZone::fixed(offset) }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Zone) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl Hash for Zone {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.name)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.name)
    }
}

/// A moment, and the zone it is written in. Ordered by the moment; of one moment in two zones, by
/// the name of the zone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Instant {
    moment: Timestamp,
    zone: Zone,
}

/// Why a text is no instant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InstantMistake {
    /// The hour has no zone.
    NoZone,
    /// There is a date and no hour.
    NoTime,
    /// The zone is none that is known; the text.
    UnknownZone(String),
    /// There is no such day (`2021-02-30`); the text.
    NotADate(String),
    /// There is no such hour (`25.00`); the text.
    NotATime(String),
    /// It does not look like an instant at all.
    NotAnInstant,
}

impl Instant {
    /// Takes a moment as seen in `zone`.
    pub fn new(moment: Timestamp, zone: Zone) -> Instant {
        Instant { moment, zone }
    }

    /// Takes seconds since 1970 as in `SOURCE_DATE_EPOCH`, in UTC. None beyond the year 9999.
    pub fn from_epoch(seconds: i64) -> Option<Instant> {
        Some(Instant::new(Timestamp::from_second(seconds).ok()?, Zone::utc()))
    }

    /// Reads `2021-11-16 18.00 WITA` (or with `18:00`, with seconds, with an IANA name or an offset)
    /// and `2021-11-16T18:00:00+08:00` (or with `Z`). Of an hour that the change to summer time
    /// skips or repeats, the one that a clock not yet changed would show.
    pub fn parse(text: &str) -> Result<Instant, InstantMistake> {
        let text = text.trim();
        let (day, rest) = match text.find(['T', 't', ' ']) {
            Some(at) => (&text[..at], text[at + 1..].trim_start()),
            None => (text, ""),
        };
        let date = parse_date(day)?;
        if rest.is_empty() {
            return Err(InstantMistake::NoTime);
        }
        let end =
            rest.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ':')).unwrap_or(rest.len());
        let time = parse_time(&rest[..end]).ok_or_else(|| InstantMistake::NotATime(rest[..end].to_owned()))?;
        let zone = parse_zone(rest[end..].trim())?;
        let zoned = zone.zone.to_zoned(DateTime::from_parts(date, time));
        let moment = zoned.map_err(|_| InstantMistake::NotADate(day.to_owned()))?.timestamp();
        Ok(Instant::new(moment, zone))
    }

    /// The moment.
    pub fn moment(&self) -> Timestamp {
        self.moment
    }

    /// The zone it is written in.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The moment as numbers, of which it is made again much sooner than of a text: seconds since 1970, and nanoseconds.
    pub fn numbers(&self) -> (i64, i32) {
        (self.moment.as_second(), self.moment.subsec_nanosecond())
    }

    /// The moment of these [numbers](Instant::numbers) as seen in `zone`; none beyond the years that there are.
    pub fn of_numbers((second, nanosecond): (i64, i32), zone: Zone) -> Option<Instant> {
        Some(Instant::new(Timestamp::new(second, nanosecond).ok()?, zone))
    }

    /// The same moment, written in another zone.
    pub fn in_zone(&self, zone: &Zone) -> Instant {
        Instant::new(self.moment, zone.clone())
    }

    /// The moment so many hours later, written in the same zone; none past the end of the calendar.
    pub fn after_hours(&self, hours: i64) -> Option<Instant> {
        let moment = self.moment.checked_add(SignedDuration::from_hours(hours)).ok()?;
        Some(Instant::new(moment, self.zone.clone()))
    }

    /// RFC 3339 with seconds and the offset of its zone: `2021-11-16T18:00:00+08:00`.
    pub fn iso(&self) -> String {
        let zoned = self.zoned();
        let (day, time, offset) = (zoned.date(), zoned.time(), zoned.offset().seconds());
        // The formatter takes five times as long; it writes the years and offsets that RFC 3339 has no form for.
        if !(0..10_000).contains(&day.year()) || offset % 60 != 0 {
            return zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
        }
        let mut text = String::with_capacity("2021-11-16T18:00:00+08:00".len());
        let mut two = |before: &str, number: u16| {
            text.push_str(before);
            text.extend([number / 10 % 10, number % 10].map(|figure| char::from(b'0' + figure as u8)));
        };
        let (year, minutes) = (day.year().unsigned_abs(), (offset.unsigned_abs() / 60) as u16);
        two("", year / 100);
        two("", year % 100);
        two("-", day.month().unsigned_abs().into());
        two("-", day.day().unsigned_abs().into());
        two("T", time.hour().unsigned_abs().into());
        two(":", time.minute().unsigned_abs().into());
        two(":", time.second().unsigned_abs().into());
        two(if offset < 0 { "-" } else { "+" }, minutes / 60);
        two(":", minutes % 60);
        text
    }

    /// The day in its zone.
    pub fn date(&self) -> Date {
        self.zoned().date()
    }

    /// The hour in its zone.
    pub fn time(&self) -> Time {
        self.zoned().time()
    }

    /// Whether the offset it is written in is that of `zone` at that moment.
    pub fn matches_zone(&self, zone: &Zone) -> bool {
        self.zone.offset(self.moment) == zone.offset(self.moment)
    }

    fn zoned(&self) -> Zoned {
        self.moment.to_zoned(self.zone.zone.clone())
    }
}

impl Ord for Instant {
    fn cmp(&self, other: &Instant) -> Ordering {
        self.moment.cmp(&other.moment).then_with(|| self.zone.name.cmp(&other.zone.name))
    }
}

impl PartialOrd for Instant {
    fn partial_cmp(&self, other: &Instant) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A day, or a moment: what a document may give as its date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// A day without an hour.
    Day(Date),
    /// A moment.
    At(Instant),
}

impl When {
    /// `2021-11-16`, or RFC 3339 with the offset.
    pub fn iso(&self) -> String {
        match self {
            When::Day(day) => day.to_string(),
            When::At(instant) => instant.iso(),
        }
    }

    /// The day; of a moment, the day in its zone.
    pub fn date(&self) -> Date {
        match self {
            When::Day(day) => *day,
            When::At(instant) => instant.date(),
        }
    }
}

/// Reads a day, `2021-11-16` and nothing else. The mistake is `NotADate` for a day that the calendar
/// does not have, `NotAnInstant` for another notation.
pub fn parse_date(text: &str) -> Result<Date, InstantMistake> {
    let text = text.trim();
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return Err(InstantMistake::NotAnInstant);
    };
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return Err(InstantMistake::NotAnInstant);
    }
    let wrong = || InstantMistake::NotADate(text.to_owned());
    let number = |part: &str| part.parse::<i16>().map_err(|_| wrong());
    // Both have two digits, so they fit.
    Date::new(number(year)?, number(month)? as i8, number(day)? as i8).map_err(|_| wrong())
}

fn parse_time(text: &str) -> Option<Time> {
    let parts: Vec<&str> = text.split(['.', ':']).collect();
    let (hour, minute, second) = match parts[..] {
        [hour, minute] => (hour, minute, "00"),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    if !matches!(hour.len(), 1 | 2) || minute.len() != 2 || second.len() != 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, second.parse().ok()?, 0).ok()
}

fn parse_zone(text: &str) -> Result<Zone, InstantMistake> {
    let unknown = || InstantMistake::UnknownZone(text.to_owned());
    match text.chars().next() {
        None => Err(InstantMistake::NoZone),
        Some('Z' | 'z') if text.len() == 1 => Ok(Zone::utc()),
        Some('+') => parse_offset(&text[1..]).map(Zone::fixed).ok_or_else(unknown),
        Some('-') => parse_offset(&text[1..]).map(|offset| Zone::fixed(-offset)).ok_or_else(unknown),
        Some(_) => Zone::named(text).ok_or_else(unknown),
    }
}

fn parse_offset(text: &str) -> Option<Offset> {
    let digits = text.replacen(':', "", 1);
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = (digits[..2].parse::<i32>().ok()?, digits[2..].parse::<i32>().unwrap_or(0));
    // No place on earth is or was further from UTC in these centuries (IANA tz: at most UTC+14).
    let seconds = (hours * 60 + minutes) * 60;
    (minutes < 60 && seconds <= 14 * 3600).then(|| Offset::from_seconds(seconds).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> Instant {
        Instant::parse(text).expect("an instant of the test")
    }

    #[test]
    fn the_form_for_machines_is_that_of_the_formatter() {
        let zones = ["Asia/Makassar", "America/New_York", "Asia/Kolkata", "Africa/Monrovia", "UTC"];
        for zone in zones.map(|zone| Zone::named(zone).expect("a zone of the test")) {
            for at in (-70_000_000_000..253_402_000_000_i64).step_by(799_999_999) {
                let moment = Timestamp::from_second(at).expect("a second of the test");
                let instant = Instant::new(moment, zone.clone());
                assert_eq!(instant.iso(), instant.zoned().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string());
            }
        }
    }

    #[test]
    fn an_hour_is_written_with_a_point_or_a_colon_and_a_zone_or_an_offset() {
        let expected = "2021-11-16T18:00:00+08:00";
        for text in [
            "2021-11-16 18.00 WITA",
            "2021-11-16 18:00 WITA",
            "2021-11-16 18.00.00 wita",
            " 2021-11-16  18:00:00 Asia/Makassar ",
            "2021-11-16T18:00:00+08:00",
            "2021-11-16 18:00 +08:00",
            "2021-11-16T18:00+0800",
            "2021-11-16t18:00+08",
        ] {
            assert_eq!(instant(text).iso(), expected, "{text}");
        }
        assert_eq!(instant("2021-11-16T10:00:00Z").iso(), "2021-11-16T10:00:00+00:00");
        assert_eq!(
            instant("2021-11-16T10:00:00Z").in_zone(&Zone::named("WIT").expect("known")).iso(),
            "2021-11-16T19:00:00+09:00"
        );
        assert_eq!(instant("2021-11-16 05:30 -03:30").iso(), "2021-11-16T05:30:00-03:30");
    }

    #[test]
    fn each_mistake_has_its_name() {
        use InstantMistake::*;
        for (text, mistake) in [
            ("2021-11-16 18.00", NoZone),
            ("2021-11-16", NoTime),
            ("2021-11-16 18.00 CST", UnknownZone("CST".into())),
            ("2021-11-16 18.00 +25:00", UnknownZone("+25:00".into())),
            ("2021-11-16 18.00 +é", UnknownZone("+é".into())),
            ("2021-02-30 18.00 WITA", NotADate("2021-02-30".into())),
            ("2021-11-16 25.00 WITA", NotATime("25.00".into())),
            ("2021-11-16 18 WITA", NotATime("18".into())),
            ("2021-11-16 WITA", NotATime("".into())),
            ("16 November 2021", NotAnInstant),
            ("", NotAnInstant),
        ] {
            assert_eq!(Instant::parse(text), Err(mistake), "{text}");
        }
        assert_eq!(parse_date("2021-13-01"), Err(NotADate("2021-13-01".into())));
        assert_eq!(parse_date("2021-1-1"), Err(NotAnInstant));
    }

    #[test]
    fn order_is_that_of_the_moments() {
        assert!(instant("2021-11-16 18.00 WITA") < instant("2021-11-16 18.00 WIB"));
        assert!(instant("2021-11-16 18.00 WITA") > instant("2021-11-16 18.00 WIT"));
    }

    #[test]
    fn an_offset_is_compared_with_the_zone_at_that_date() {
        let london = Zone::named("europe/london").expect("known");
        assert_eq!(london.name(), "Europe/London");
        assert!(instant("2021-07-01T12:00:00+01:00").matches_zone(&london));
        assert!(!instant("2021-12-01T12:00:00+01:00").matches_zone(&london));
        assert!(instant("2021-11-16 18.00 +08:00").matches_zone(&Zone::named("WITA").expect("known")));
        assert_eq!(Zone::named("Mars/Olympus"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,30}", day in "[0-9]{4}-[0-9]{2}-[0-9]{2}") {
            let _ = Instant::parse(&text);
            let _ = Instant::parse(&format!("{day} {text}"));
            let _ = Instant::parse(&format!("{day} 18.00 {text}"));
            let _ = Zone::named(&text);
        }
    }
}
