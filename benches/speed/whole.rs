//! The program as a process, against the floor of the same minute.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use walkdir::WalkDir;

use crate::child::{self, Program, Ran};
use crate::place::{self, Place};
use crate::table::{Series, Table};

/// What is left of a run for a comparison of sizes.
pub(crate) struct Cost {
    pub(crate) documents: usize,
    pub(crate) pages: usize,
    pub(crate) cpu: Duration,
    /// What a build of what has not changed took, in parts of a cold one.
    pub(crate) unchanged: f64,
    /// What a build after an edit of one text took, likewise.
    pub(crate) edited: f64,
}

/// What was measured, run by run.
#[derive(Default)]
struct Measured {
    floor: Series,
    cold: Series,
    cpu: Series,
    unchanged: Series,
    edited: Series,
    peaks_kb: Vec<u64>,
}

/// Cold, unchanged and edited builds in memory, the floor between them.
pub(crate) fn in_memory(place: &Place, runs: usize, table: &mut Table) -> io::Result<Cost> {
    let mut measured = Measured::default();
    let words = place.newest("en.md");
    let text = fs::read_to_string(&words)?;
    for run in 0..runs {
        cold(place, &mut measured)?;
        measured.unchanged.add(good(&mut place.build()).wall);
        place::save(&words, &place::with_sentence(&text, run));
        measured.edited.add(good(&mut place.build()).wall);
        place::save(&words, &text);
    }
    let (_, pages, bytes) = place::counted(&place.out());
    let milliseconds = measured.cpu.median().as_secs_f64() * 1e3 / pages as f64;
    measured.peaks_kb.sort_unstable();
    let peak_mb = measured.peaks_kb[runs / 2] as f64 / 1e3;
    let floor = ("floor", &measured.floor);
    table.told("floor in memory", &measured.floor, format!("{pages} pages, {:.1} MB", bytes as f64 / 1e6));
    table.ratio("cold build in memory", &measured.cold, floor, 2.5);
    table.told("its CPU time", &measured.cpu, String::new());
    table.quantity("CPU time a page", (milliseconds, "ms"), 0.2);
    table.quantity("peak memory", (peak_mb, "MB"), 60.0 + 0.02 * pages as f64);
    table.ratio("nothing changed", &measured.unchanged, ("cold", &measured.cold), 0.1);
    table.ratio("one words file edited", &measured.edited, ("cold", &measured.cold), 0.15);
    let part = |series: &Series| series.median().as_secs_f64() / measured.cold.median().as_secs_f64();
    let (unchanged, edited) = (part(&measured.unchanged), part(&measured.edited));
    Ok(Cost { documents: place.shape.documents, pages, cpu: measured.cpu.median(), unchanged, edited })
}

/// What the search adds to a cold build: both kinds in turn.
pub(crate) fn search(place: &Place, runs: usize, table: &mut Table) -> io::Result<()> {
    let settings = place.site().join("warta.yaml");
    let off = fs::read_to_string(&settings)?;
    let on = off.replace("search: off", "search: on");
    let (mut without, mut with) = (Measured::default(), Measured::default());
    for _ in 0..runs {
        cold(place, &mut without)?;
        place::save(&settings, &on);
        cold(place, &mut with)?;
        place::save(&settings, &off);
    }
    let peak = |measured: &mut Measured| {
        measured.peaks_kb.sort_unstable();
        measured.peaks_kb[runs / 2] as f64 / 1e3
    };
    let more_cpu = with.cpu.median().as_secs_f64() - without.cpu.median().as_secs_f64();
    let more_memory = peak(&mut with) - peak(&mut without);
    let note = format!("{more_cpu:.2} s of CPU and {more_memory:.0} MB more than without");
    table.told("cold build with the search", &with.cold, note);
    Ok(())
}

/// Cold builds on disk.
pub(crate) fn on_disk(place: &Place, disk: &Path, runs: usize, table: &mut Table) -> io::Result<()> {
    let place = Place::new(place.shape, disk, &place.program)?;
    let mut measured = Measured::default();
    for _ in 0..runs {
        cold(&place, &mut measured)?;
    }
    table.told("floor on disk", &measured.floor, String::new());
    table.ratio("cold build on disk", &measured.cold, ("floor", &measured.floor), 1.5);
    Ok(())
}

/// How long the program takes to say its version, and to check this repository's newsroom.
pub(crate) fn start_up(program: &Program, runs: usize, table: &mut Table) {
    let (mut version, mut check) = (Series::default(), Series::default());
    let newsroom = Path::new(env!("CARGO_MANIFEST_DIR"));
    for _ in 0..runs {
        version.add(good(program.command().arg("--version")).wall);
        let mut command = program.command();
        command.args(["check", "--at", "2026-11-22 09.00 WITA", "--root"]).arg(newsroom);
        check.add(good(&mut command).wall);
    }
    table.limit("`warta --version`", &version, Duration::from_millis(10));
    table.limit("`warta check` of the newsroom", &check, Duration::from_millis(100));
}

/// A cold build, and the floor right after it: copying what it made, and reading every input once.
fn cold(place: &Place, measured: &mut Measured) -> io::Result<()> {
    place.cool();
    let ran = good(&mut place.build());
    measured.cold.add(ran.wall);
    measured.cpu.add(ran.cpu);
    measured.peaks_kb.push(ran.peak_kb);
    let copied = good(Command::new("cp").arg("-r").arg(place.out()).arg(place.copy()));
    let read = Instant::now();
    read_all(&place.site())?;
    measured.floor.add(copied.wall + read.elapsed());
    fs::remove_dir_all(place.copy())
}

/// Reads every file below a folder once.
fn read_all(root: &Path) -> io::Result<()> {
    let files = WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    for entry in files {
        std::hint::black_box(fs::read(entry.path())?);
    }
    Ok(())
}

fn good(command: &mut Command) -> Ran {
    let ran = child::run(command);
    assert!(ran.is_good, "{command:?}: {}", ran.said);
    ran
}
