//! `warta explain`.

use clap::ArgMatches;

use super::console::Console;
use super::{End, Failure, Outcome};
use crate::diagnostic::codes::{self, CODES};
use crate::diagnostic::explain;
use crate::diagnostic::nearest;

/// Prints the explanation of a code, or the list of all.
pub(super) fn run(console: &Console<'_>, own: &ArgMatches) -> Outcome {
    let words = console.words;
    let text = match own.get_one::<String>("code") {
        None if own.get_flag("markdown") => explain::markdown(words),
        None => explain::list(words),
        Some(word) => match codes::find(word) {
            Some(code) => explain::explain(code, words.language()),
            None => {
                let known = CODES.iter().flat_map(|code| [code.id, code.name]);
                let near = nearest(word, known).unwrap_or("").to_owned();
                let line = words.say("usage-unknown-code", &[("code", word.clone()), ("nearest", near)]);
                return Err(Failure::Usage(line));
            }
        },
    };
    console.result(&text).map(|()| End::Clean)
}
