//! The command line: arguments in, exit status out. The only room that prints.
//!
//! Human output goes to stderr, results to stdout. Exit status: 0 clean, 1 diagnostics of error
//! severity, 2 wrong usage, 3 the machine failed.

mod accept;
mod arguments;
mod build;
mod change;
mod check;
mod completions;
mod console;
mod due;
mod explain;
#[cfg(feature = "external")]
mod external;
mod init;
mod new;
mod record;
mod seal;
mod verify;

#[cfg(feature = "serve")]
mod serve;
mod site;
mod status;
mod theme;
mod withdraw;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::diagnostic::words::Words;

use console::Console;

/// How a command can end without having done its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It was called wrongly: a line of the program's words.
    Usage(String),
    /// The machine failed: a line of the program's words.
    Machine(String),
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Clean.
    Clean,
    /// There are diagnostics of error severity.
    Errors,
}

type Outcome = Result<End, Failure>;

/// Runs the command line. `arguments` begin with the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = arguments::language(&arguments, |name| std::env::var(name).ok());
    let words = Words::new(language);
    match arguments::read(&arguments, &words) {
        Ok(matches) => dispatch(&matches, &words),
        Err(arguments::Stop::Help(text)) => print_result(&Console::plain(&words), &text),
        Err(arguments::Stop::Wrong(lines)) => {
            let console = Console::plain(&words);
            lines.iter().for_each(|line| console.line(line));
            ExitCode::from(2)
        }
    }
}

fn print_result(console: &Console<'_>, text: &str) -> ExitCode {
    match console.result(text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => end(console, Err(failure)),
    }
}

fn dispatch(matches: &ArgMatches, words: &Words) -> ExitCode {
    let console = Console::new(matches, words);
    let outcome = match matches.subcommand() {
        Some(("init", own)) => init::run(&console, own),
        Some(("new", own)) => new::run(&console, matches, own),
        Some(("build", own)) => build::run(&console, matches, own),
        Some(("check", own)) => check::run(&console, matches, own),
        Some(("accept", own)) => accept::run(&console, matches, own),
        Some(("change", own)) => change::run(&console, matches, own),
        Some(("withdraw", own)) => withdraw::run(&console, matches, own),
        Some(("status", own)) => status::run(&console, matches, own),
        Some(("due", own)) => due::run(&console, matches, own),
        Some(("seal", own)) => seal::run(&console, matches, own),
        Some(("verify", own)) => verify::run(&console, matches, own),
        #[cfg(feature = "serve")]
        Some(("serve", own)) => serve::run(&console, matches, own),
        Some(("theme", own)) => theme::run(&console, matches, own),
        Some(("explain", own)) => explain::run(&console, own),
        Some(("completions", own)) => completions::run(&console, own),
        _ => Err(Failure::Usage(words.say("usage-missing-command", &[]))),
    };
    end(&console, outcome)
}

fn end(console: &Console<'_>, outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(End::Clean) => ExitCode::SUCCESS,
        Ok(End::Errors) => ExitCode::from(1),
        Err(Failure::Usage(line)) => {
            console.error(&line);
            ExitCode::from(2)
        }
        Err(Failure::Machine(line)) => {
            console.error(&line);
            ExitCode::from(3)
        }
    }
}
