//! An instant as authors write it down.

use crate::locale::{Instant, Zone};

/// How exactly an instant is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// To the minute.
    Minutes,
    /// To the second.
    Seconds,
}

/// An instant as authors write it: `2021-11-16 18.00 WITA` where they have such a name for their zone,
/// else by ISO 8601 with the offset. What is smaller than the unit is cut off: a record is never dated
/// later than it was made.
pub(super) fn written(at: &Instant, zone: &Zone, unit: Unit) -> String {
    let here = at.in_zone(zone);
    let (date, time) = (here.date(), here.time());
    let seconds = |stop: char| match unit {
        Unit::Minutes => String::new(),
        Unit::Seconds => format!("{stop}{:02}", time.second()),
    };
    let (hour, minute) = (time.hour(), time.minute());
    let name = zone.abbreviation(at.moment()).filter(|name| matches!(name.as_str(), "WIB" | "WITA" | "WIT"));
    let named = name.map(|name| format!("{date} {hour:02}.{minute:02}{} {name}", seconds('.')));
    // A name that meant another offset in those days would shift the instant.
    let is_same = |text: &String| Instant::parse(text).is_ok_and(|read| read.matches_zone(zone));
    named.filter(is_same).unwrap_or_else(|| {
        let iso = here.iso();
        let offset = iso.get(19..).unwrap_or_default();
        format!("{date}T{hour:02}:{minute:02}{}{offset}", seconds(':'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_as_authors_write_it_and_never_later_than_it_is() {
        let at = Instant::parse("2031-03-12T11:59:58Z").expect("a well-formed instant");
        let shown = |zone: &str, unit| written(&at, &Zone::named(zone).expect("a known zone"), unit);
        assert_eq!(shown("WITA", Unit::Minutes), "2031-03-12 19.59 WITA");
        assert_eq!(shown("Asia/Pontianak", Unit::Seconds), "2031-03-12 18.59.58 WIB");
        assert_eq!(shown("UTC", Unit::Minutes), "2031-03-12T11:59+00:00");
        assert_eq!(shown("America/St_Johns", Unit::Seconds), "2031-03-12T09:29:58-02:30");
    }
}
