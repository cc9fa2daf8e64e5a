//! The command `warta`: arguments in, exit status out.

use std::process::ExitCode;

/// Pages and checks are made of many small texts, and asking the system's allocator for them took a tenth of the
/// time of a build.
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    warta::command::run(std::env::args_os())
}
