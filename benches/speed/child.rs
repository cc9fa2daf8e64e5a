//! The program in a process of its own: its time, its CPU time, its peak of memory.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::newsroom::AT;

/// The program under test.
#[derive(Debug, Clone)]
pub(crate) struct Program(PathBuf);

/// Ticks of a second in `/proc`, the same on every Linux (`USER_HZ`, proc(5)).
const TICKS: u64 = 100;

/// How often memory is looked at: often enough to see the peak, seldom enough to cost nothing.
const LOOK: Duration = Duration::from_millis(4);

/// What a process came to. CPU time and memory are zero where there is no `/proc`.
#[derive(Debug, Clone)]
pub(crate) struct Ran {
    pub(crate) wall: Duration,
    pub(crate) cpu: Duration,
    pub(crate) peak_kb: u64,
    pub(crate) said: String,
    pub(crate) is_good: bool,
}

impl Program {
    /// The one at `path`, or else the one that was compiled with the benchmark.
    pub(crate) fn at(path: Option<&Path>) -> Program {
        Program(path.map_or_else(|| env!("CARGO_BIN_EXE_warta").into(), Path::to_owned))
    }

    /// The program by itself.
    pub(crate) fn command(&self) -> Command {
        Command::new(&self.0)
    }

    /// The program with a command on a site, for the instant of the newsroom.
    pub(crate) fn on_site(&self, command: &str, root: &Path) -> Command {
        let mut warta = self.command();
        warta.args([command, "--locale", "en", "--at", AT, "--root"]).arg(root).env_remove("SOURCE_DATE_EPOCH");
        warta
    }
}

/// Runs a process to its end. Its standard error closes when it ends, which is seen at once.
pub(crate) fn run(command: &mut Command) -> Ran {
    let start = Instant::now();
    let spawned = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut child = spawned.expect("the program starts");
    let (is_over, peak, pid) = (AtomicBool::new(false), AtomicU64::new(0), child.id());
    let mut said = String::new();
    let wall = thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                peak.fetch_max(peak_kb(pid), Ordering::Relaxed);
                thread::sleep(LOOK);
            }
        });
        let _ = child.stderr.take().map(|mut stderr| stderr.read_to_string(&mut said));
        let wall = start.elapsed();
        is_over.store(true, Ordering::Relaxed);
        wall
    });
    let cpu = cpu_of_ended(pid);
    let is_good = child.wait().is_ok_and(|status| status.success());
    Ran { wall, cpu, peak_kb: peak.into_inner(), said, is_good }
}

/// The high-water mark of a process's memory.
fn peak_kb(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// The CPU time of a process that has closed its files and was not waited for: once it is a zombie, all
/// of its threads are counted.
fn cpu_of_ended(pid: u32) -> Duration {
    for _ in 0..20_000 {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        // The name in brackets may hold spaces; behind it the state is the first field.
        let Some((_, fields)) = stat.rsplit_once(") ") else { return Duration::ZERO };
        let fields: Vec<&str> = fields.split(' ').collect();
        if fields[0] == "Z" {
            let ticks: u64 = fields[11..13].iter().filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
            return Duration::from_millis(ticks * 1000 / TICKS);
        }
        thread::sleep(Duration::from_micros(100));
    }
    Duration::ZERO
}

/// A process that is ended with its owner.
pub(crate) struct Ended(pub(crate) Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
