//! The command `warta`: arguments in, exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    warta::command::run(std::env::args_os())
}
