//! Results: medians beside what they are held against.

use std::time::Duration;

/// Measurements of one thing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Series(pub(crate) Vec<Duration>);

impl Series {
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time);
        self.0.sort();
    }

    pub(crate) fn median(&self) -> Duration {
        self.0.get(self.0.len() / 2).copied().unwrap_or_default()
    }

    fn ends(&self) -> String {
        let (Some(least), Some(most)) = (self.0.first(), self.0.last()) else { return String::new() };
        format!("{} to {}", shown(*least), shown(*most))
    }
}

/// A duration with three digits that count.
pub(crate) fn shown(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds >= 10.0 => format!("{seconds:.1} s"),
        seconds if seconds >= 1.0 => format!("{seconds:.2} s"),
        seconds if seconds >= 0.01 => format!("{:.0} ms", seconds * 1e3),
        seconds => format!("{:.2} ms", seconds * 1e3),
    }
}

/// The table of one newsroom.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<[String; 5]>);

impl Table {
    /// A time against another one: at most so many times as long.
    pub(crate) fn ratio(&mut self, what: &str, times: &Series, of: (&str, &Series), goal: f64) {
        let ratio = times.median().as_secs_f64() / of.1.median().as_secs_f64();
        self.row(what, times, format!("{ratio:.2} × {}", of.0), format!("≤ {goal} ×"), ratio <= goal);
    }

    /// A time against a limit.
    pub(crate) fn limit(&mut self, what: &str, times: &Series, goal: Duration) {
        let is_reached = times.median() <= goal;
        self.row(what, times, String::new(), format!("≤ {} ms", goal.as_millis()), is_reached);
    }

    /// A time that is only told.
    pub(crate) fn told(&mut self, what: &str, times: &Series, note: String) {
        self.0.push([what.to_owned(), shown(times.median()), times.ends(), note, String::new()]);
    }

    /// A quantity against a limit.
    pub(crate) fn quantity(&mut self, what: &str, found: (f64, &str), goal: f64) {
        let (found, unit) = found;
        let goal = format!("≤ {goal:.2} {unit}, {}", word(found <= goal));
        self.0.push([what.to_owned(), format!("{found:.3} {unit}"), String::new(), String::new(), goal]);
    }

    fn row(&mut self, what: &str, times: &Series, note: String, goal: String, is_reached: bool) {
        let goal = format!("{goal}, {}", word(is_reached));
        self.0.push([what.to_owned(), shown(times.median()), times.ends(), note, goal]);
    }

    /// The table as Markdown.
    pub(crate) fn markdown(&self) -> String {
        let head = "| what | median | least to most | against | goal |\n| --- | ---: | --- | --- | --- |\n";
        let rows = self.0.iter().map(|cells| format!("| {} |\n", cells.join(" | ")));
        head.to_owned() + &rows.collect::<String>()
    }
}

fn word(is_reached: bool) -> &'static str {
    if is_reached { "reached" } else { "**not reached**" }
}
