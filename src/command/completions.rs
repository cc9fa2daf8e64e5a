//! `warta completions`.

use clap::ArgMatches;
use clap_complete::Shell;

use super::arguments;
use super::console::Console;
use super::{End, Outcome};

/// Prints the completions for a shell.
pub(super) fn run(console: &Console<'_>, own: &ArgMatches) -> Outcome {
    let shell = match own.get_one::<String>("shell").map(String::as_str) {
        Some("elvish") => Shell::Elvish,
        Some("fish") => Shell::Fish,
        Some("powershell") => Shell::PowerShell,
        Some("zsh") => Shell::Zsh,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut arguments::command(console.words), "warta", &mut script);
    console.result(&String::from_utf8_lossy(&script)).map(|()| End::Clean)
}
