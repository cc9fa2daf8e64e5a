//! Printing: lines for people on stderr, results on stdout.

use std::io::{self, IsTerminal, Write};

use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressStyle};

use super::Failure;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::print::{self, Colour, Format};
use crate::diagnostic::words::Words;

/// Where and how a command prints.
pub(crate) struct Console<'a> {
    pub(crate) words: &'a Words,
    format: Format,
    colour: Colour,
    is_terminal: bool,
}

impl<'a> Console<'a> {
    /// A console as the arguments and the environment want it.
    pub(crate) fn new(matches: &ArgMatches, words: &'a Words) -> Console<'a> {
        let format = matches.get_one::<String>("format").and_then(|name| Format::parse(name));
        Console { format: format.unwrap_or(Format::Human), ..Console::plain(words) }
    }

    /// A console before the arguments are read.
    pub(crate) fn plain(words: &'a Words) -> Console<'a> {
        let is_terminal = io::stderr().is_terminal();
        // https://no-color.org: present and not empty.
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let colour = if is_terminal && !no_colour { Colour::On } else { Colour::Off };
        Console { words, format: Format::Human, colour, is_terminal }
    }

    /// A progress bar, where there is a person who can watch it. `id` is the message before it.
    pub(crate) fn progress(&self, id: &str) -> ProgressBar {
        if !self.is_terminal || self.format != Format::Human {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(0);
        let template = format!("{} {{bar:30}} {{pos}}/{{len}}", self.words.say(id, &[]));
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        bar
    }

    /// A line for people. That nobody can read it is no reason to fail.
    pub(crate) fn line(&self, line: &str) {
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    /// A line of the program's words.
    pub(crate) fn say(&self, id: &str, values: &[(&str, String)]) {
        self.line(&self.words.say(id, values));
    }

    /// The same, left out where a machine reads: beside every format but the human one.
    pub(crate) fn tell(&self, id: &str, values: &[(&str, String)]) {
        if self.format == Format::Human {
            self.say(id, values);
        }
    }

    /// A line for people, left out where a machine reads.
    #[cfg(feature = "serve")]
    pub(crate) fn tell_line(&self, line: &str) {
        if self.format == Format::Human {
            self.line(line);
        }
    }

    /// An error that belongs to no file.
    pub(crate) fn error(&self, line: &str) {
        self.line(&format!("{}: {line}", self.words.say("level-error", &[])));
    }

    /// Prints diagnostics in the format asked for: for people on stderr, for machines on stdout.
    pub(crate) fn diagnostics(
        &self,
        said: &mut Vec<Diagnostic>,
        source: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), Failure> {
        print::sort(said);
        let text = print::print(said, self.format, self.words, source, self.colour);
        match self.format {
            Format::Human => {
                let _ = write!(io::stderr().lock(), "{text}");
                Ok(())
            }
            Format::Short | Format::Json | Format::Sarif | Format::Github => self.result(&text),
        }
    }

    /// What a command did, beside its diagnostics: on stdout, unless these are one document, which
    /// nothing else may follow.
    pub(crate) fn record(&self, text: &str) -> Result<(), Failure> {
        match self.format.is_whole() {
            true => {
                let _ = write!(io::stderr().lock(), "{text}");
                Ok(())
            }
            false => self.result(text),
        }
    }

    /// A result, on stdout. A reader who has gone away (a closed pipe) is no failure.
    pub(crate) fn result(&self, text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::Machine(self.words.say("machine-output", &[("reason", error.to_string())])))
            }
            _ => Ok(()),
        }
    }
}
