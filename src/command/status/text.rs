//! The table as text: a document on its own line, its editions in columns below it.

use super::{Findings, Table};
use crate::command::console::Console;
use crate::command::site;
use crate::locale::{Instant, Locale, Zone};
use crate::model::staleness::{How, Staleness};
use crate::model::status::{Entry, State};

/// The zone of Indonesia's capital as it is named in tables.
pub(super) fn wib() -> Zone {
    Zone::named("WIB").unwrap_or_else(Zone::utc)
}

pub(super) fn text(console: &Console<'_>, table: &Table<'_>) -> String {
    let (local, utc) = site::both(table.at, table.zone);
    let mut lines = vec![console.words.say("status-at", &[("local", local), ("utc", utc)])];
    let columns = Columns::of(console, table);
    for row in &table.rows {
        lines.extend([String::new(), row.document.to_owned()]);
        if !row.findings.is_none() {
            lines.push(format!("  {}", counts(console, row.findings)));
        }
        lines.extend(row.editions.iter().flat_map(|entry| columns.edition(entry)));
    }
    lines.push(String::new());
    lines.extend(totals(console, table));
    lines.join("\n") + "\n"
}

/// The widths of the columns, in characters.
struct Columns<'a> {
    console: &'a Console<'a>,
    zone: &'a Zone,
    locale: usize,
    state: usize,
}

impl<'a> Columns<'a> {
    fn of(console: &'a Console<'a>, table: &'a Table<'a>) -> Columns<'a> {
        let locales = table.rows.iter().flat_map(|row| &row.editions).map(|entry| entry.locale.as_str().len());
        let states = super::selections().map(|name| word(console, name).chars().count());
        let (locale, state) = (locales.max().unwrap_or_default(), states.max().unwrap_or_default());
        Columns { console, zone: table.zone, locale, state }
    }

    fn edition(&self, entry: &Entry<'_>) -> Vec<String> {
        let state = word(self.console, entry.state.name());
        let mut lines = vec![self.line(entry.locale.as_str(), &state, &self.detail(&entry.state))];
        let parts = entry.stale.as_ref().map(|stale| self.parts(stale)).unwrap_or_default();
        for (at, parts) in parts.iter().enumerate() {
            let state = if at == 0 { word(self.console, super::STALE) } else { String::new() };
            lines.push(self.line("", &state, parts));
        }
        lines
    }

    fn line(&self, locale: &str, state: &str, detail: &str) -> String {
        let (first, second) = (self.locale, self.state);
        format!("  {locale:first$}  {state:second$}  {detail}").trim_end().to_owned()
    }

    fn detail(&self, state: &State) -> String {
        let since = |at: &Instant| ("local", site::both(at, self.zone).0);
        match state {
            State::Held(at) => clocks(at, self.zone),
            State::Waiting(locales) => {
                let languages: Vec<&str> = locales.iter().map(Locale::as_str).collect();
                self.console.words.say("status-waits", &[("languages", languages.join(", "))])
            }
            _ => state.instant().map(|at| self.console.words.say("status-since", &[since(at)])).unwrap_or_default(),
        }
    }

    /// A line for each way in which parts changed.
    fn parts(&self, stale: &Staleness<'_>) -> Vec<String> {
        let ways = [
            (How::Changed, "status-changed"),
            (How::New, "status-new"),
            (How::Removed, "status-removed"),
            (How::Moved, "status-moved"),
        ];
        let named = ways.into_iter().map(|(how, id)| (id, stale.named(how))).filter(|(_, names)| !names.is_empty());
        named.map(|(id, names)| self.console.words.say(id, &[("parts", names)])).collect()
    }
}

/// An instant in the office's zone, in WIB and in UTC; the day once where it is the same.
fn clocks(at: &Instant, zone: &Zone) -> String {
    let local = site::both(at, zone).0;
    let (wib, utc) = site::both(at, &wib());
    let day = local.split(' ').next().unwrap_or_default();
    let others = [wib, utc].into_iter().filter(|other| *other != local);
    let others: Vec<String> = others
        .map(|other| other.strip_prefix(day).map_or(other.clone(), |rest| rest.trim_start().to_owned()))
        .collect();
    format!("{local} ({})", others.join(", "))
}

fn word(console: &Console<'_>, state: &str) -> String {
    console.words.say(&format!("state-{state}"), &[])
}

fn counts(console: &Console<'_>, findings: Findings) -> String {
    let values = [("errors", findings.errors.to_string()), ("warnings", findings.warnings.to_string())];
    console.words.say("closing-counts", &values)
}

/// The figures for a weekly report.
fn totals(console: &Console<'_>, table: &Table<'_>) -> Vec<String> {
    let count = |id: &str, count: usize| (console.words.say(id, &[]), count.to_string());
    let states: Vec<(&str, usize)> = table.states().filter(|(_, count)| *count > 0).collect();
    let editions = states.iter().map(|(_, count)| count).sum();
    let mut lines = vec![count("status-documents", table.rows.len()), count("status-editions", editions)];
    lines.extend(states.into_iter().map(|(name, count)| (format!("  {}", word(console, name)), count.to_string())));
    lines.push(count("status-stale", table.stale()));
    lines.push((console.words.say("status-findings", &[]), counts(console, table.findings())));
    if !table.elsewhere.is_none() {
        lines.push((format!("  {}", console.words.say("status-elsewhere", &[])), counts(console, table.elsewhere)));
    }
    let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    lines.into_iter().map(|(name, value)| format!("{name:width$}  {value}")).collect()
}
