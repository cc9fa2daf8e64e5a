//! `warta due`: when the site changes next by the clock alone, and why.

use std::thread;
use std::time::Duration;

use clap::ArgMatches;
use serde::Serialize;

use super::console::Console;
use super::site;
use super::{End, Failure, Outcome};
use crate::locale::{Instant, Locale, Zone};
use crate::model::due::{self, Due};
use crate::pipeline::Strictness;

/// How far ahead an instant may lie for `--wait`, where `--within` does not say.
const WITHIN: &str = "15m";

/// The longest sleep before the clock is asked again: it may be set meanwhile, or the machine sleep.
const LONGEST_NAP: Duration = Duration::from_secs(20);

/// Prints what is due, and waits for the next instant if that is asked for.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let root = site::root(console, matches)?;
    let within = within(console, own)?;
    let project = site::project_as_set(console, &root, own, Strictness::Build)?;
    let mut report = site::prepare(console, &root, &project)?;
    if report.has_errors() {
        return site::say(console, &project, &mut report);
    }
    let Some(prepared) = &report.prepared else { return Ok(End::Clean) };
    let due = due::upcoming(&prepared.site, &project.at);
    let moments: Vec<&[Due]> = due::by_moment(&due).collect();
    let zone = &prepared.settings.time_zone;
    match own.get_flag("json") {
        true => say_json(console, &moments, &project.at, zone, within)?,
        false => say_text(console, &moments, &project.at, zone, within)?,
    }
    Ok(End::Clean)
}

/// How long the command may wait, as it was written and as a length; none where it is not to wait.
fn within<'a>(console: &Console<'_>, own: &'a ArgMatches) -> Result<Option<(&'a str, Duration)>, Failure> {
    if !own.get_flag("wait") {
        return Ok(None);
    }
    let text = own.get_one::<String>("within").map_or(WITHIN, String::as_str);
    let wrong = || Failure::Usage(console.words.say("usage-bad-duration", &[("value", text.to_owned())]));
    Ok(Some((text, duration(text).ok_or_else(wrong)?)))
}

/// Reads `2h`, `20m`, `90s`, `1h30m`: each unit at most once, the larger first.
fn duration(text: &str) -> Option<Duration> {
    let mut units = [('h', 3600), ('m', 60), ('s', 1)].into_iter();
    let (mut rest, mut seconds) = (text, None);
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_ascii_digit())?;
        let count: u64 = rest[..end].parse().ok()?;
        let unit = rest[end..].chars().next()?;
        let (_, length) = units.find(|(name, _)| *name == unit)?;
        seconds = Some(count.checked_mul(length)?.checked_add(seconds.unwrap_or(0))?);
        rest = &rest[end + unit.len_utf8()..];
    }
    seconds.map(Duration::from_secs)
}

/// Waits for the first of the moments, if it lies within so much of the clock; whether it has come.
fn wait(moments: &[&[Due]], within: Duration) -> bool {
    let Some(at) = moments.first().and_then(|due| due.first()).map(|due| &due.at) else { return false };
    if left(at) > within {
        return false;
    }
    loop {
        match left(at) {
            Duration::ZERO => return true,
            left => thread::sleep(left.min(LONGEST_NAP)),
        }
    }
}

/// How far an instant lies ahead of the clock; zero if it has passed.
fn left(at: &Instant) -> Duration {
    Duration::try_from(at.moment().duration_since(site::now().moment())).unwrap_or_default()
}

/// Whole seconds from one instant to a later one, never more than there are.
fn seconds(from: &Instant, to: &Instant) -> u64 {
    u64::try_from(to.moment().duration_since(from.moment()).as_secs()).unwrap_or_default()
}

fn say_text(
    console: &Console<'_>,
    moments: &[&[Due]],
    at: &Instant,
    zone: &Zone,
    within: Option<(&str, Duration)>,
) -> Result<(), Failure> {
    let lines = match moments {
        [] => vec![console.words.say("due-nothing", &[])],
        _ => moments.iter().enumerate().flat_map(|(which, due)| lines(console, due, which, at, zone)).collect(),
    };
    console.result(&(lines.join("\n") + "\n"))?;
    let Some((text, within)) = within.filter(|_| !moments.is_empty()) else { return Ok(()) };
    let line = match wait(moments, within) {
        true => console.words.say("due-come", &[]),
        false => console.words.say("due-not-within", &[("within", text.to_owned())]),
    };
    console.result(&(line + "\n"))
}

/// A line for a moment, and one for each document below it.
fn lines(console: &Console<'_>, due: &[Due], which: usize, at: &Instant, zone: &Zone) -> Vec<String> {
    let Some(first) = due.first() else { return Vec::new() };
    let (local, utc) = site::both(&first.at, zone);
    let id = if which == 0 { "due-next" } else { "due-later" };
    let values = [("local", local), ("utc", utc), ("left", span(console, seconds(at, &first.at)))];
    let document = |due: &Due| {
        let languages: Vec<&str> = due.locales.iter().map(Locale::as_str).collect();
        let values = [("document", due.document.to_string()), ("languages", languages.join(", "))];
        format!("  {}", console.words.say(&format!("due-{}", due.why.name()), &values))
    };
    let head = console.words.say(id, &values);
    std::iter::once(head).chain(due.iter().map(document)).collect()
}

/// A length in words, in its largest unit and the one below that.
fn span(console: &Console<'_>, seconds: u64) -> String {
    let parts = [
        ("due-days", seconds / 86_400),
        ("due-hours", seconds / 3600 % 24),
        ("due-minutes", seconds / 60 % 60),
        ("due-seconds", seconds % 60),
    ];
    let largest = parts.iter().position(|(_, count)| *count > 0).unwrap_or(parts.len() - 1);
    let shown = parts[largest..].iter().take(2).enumerate();
    let shown = shown.filter(|(which, (_, count))| *which == 0 || *count > 0);
    let words: Vec<String> =
        shown.map(|(_, (id, count))| console.words.say(id, &[("count", count.to_string())])).collect();
    words.join(" ")
}

/// What `--json` prints.
#[derive(Serialize)]
struct Said<'a> {
    at: String,
    next: Option<Moment<'a>>,
    later: Vec<Moment<'a>>,
    max_age: Option<u64>,
    waited: Option<bool>,
}

/// A moment at which something is due.
#[derive(Serialize)]
struct Moment<'a> {
    at: String,
    utc: String,
    seconds: u64,
    causes: Vec<Cause<'a>>,
}

/// What happens then to one document.
#[derive(Serialize)]
struct Cause<'a> {
    why: &'static str,
    document: &'a str,
    locales: Vec<&'a str>,
}

fn say_json(
    console: &Console<'_>,
    moments: &[&[Due]],
    at: &Instant,
    zone: &Zone,
    within: Option<(&str, Duration)>,
) -> Result<(), Failure> {
    let mut later = moments.iter().filter_map(|due| moment(due, at, zone));
    let next = later.next();
    let max_age = next.as_ref().map(|next| next.seconds);
    let later = later.collect();
    let waited = within.map(|(_, within)| wait(moments, within));
    let said = Said { at: at.in_zone(zone).iso(), next, later, max_age, waited };
    let text = serde_json::to_string_pretty(&said)
        .map_err(|error| Failure::Machine(console.words.say("machine-output", &[("reason", error.to_string())])))?;
    console.result(&(text + "\n"))
}

fn moment<'a>(due: &'a [Due], at: &Instant, zone: &Zone) -> Option<Moment<'a>> {
    let first = &due.first()?.at;
    let cause = |due: &'a Due| Cause {
        why: due.why.name(),
        document: &due.document,
        locales: due.locales.iter().map(Locale::as_str).collect(),
    };
    Some(Moment {
        at: first.in_zone(zone).iso(),
        utc: first.in_zone(&Zone::utc()).iso(),
        seconds: seconds(at, first),
        causes: due.iter().map(cause).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_hours_minutes_and_seconds_each_once_the_larger_first() {
        for (text, seconds) in [("20m", 1200), ("90s", 90), ("2h", 7200), ("1h30m", 5400), ("1h1s", 3601), ("0s", 0)] {
            assert_eq!(duration(text), Some(Duration::from_secs(seconds)), "{text}");
        }
        let huge = "99999999999999999999s";
        for text in ["", "20", "m", "-5m", "1.5h", "30m1h", "1m1m", "5é", "1h 30m", "2d", huge, "18446744073709551615h"]
        {
            assert_eq!(duration(text), None, "{text}");
        }
    }
}
