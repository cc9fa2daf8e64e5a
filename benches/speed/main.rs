//! The speed of Warta, against the floor of the same machine in the same minutes: the time that copying
//! the finished tree and reading the inputs takes. How to run it and how to read it stands in
//! `docs/speed.md`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "it lays out sites, reads what came out, and prints what it found"
)]

mod child;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod options;
mod place;
mod serve;
mod stages;
mod table;
mod whole;

use std::io;
use std::process::ExitCode;

use child::Program;
use newsroom::Shape;
use options::Options;
use place::Place;
use table::Table;
use whole::Cost;

/// That of the program: the stages are measured in this process.
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    let Some(options) = Options::read(std::env::args().skip(1)) else {
        eprintln!("{}", options::USAGE);
        return ExitCode::from(2);
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the measurement broke off: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> io::Result<()> {
    let program = Program::at(options.program.as_deref());
    if let Some(folder) = &options.lay_out {
        return options.shapes().try_for_each(|shape| place::lay_out(&shape, folder, &program));
    }
    let costs: Vec<Cost> =
        options.shapes().map(|shape| measure(shape, &program, options)).collect::<io::Result<Vec<_>>>()?;
    compare(costs.iter().filter(|cost| cost.pages > 0));
    if options.guards() { hold(&costs) } else { Ok(()) }
}

/// What must hold of a release build on any machine, however busy: parts of one run, with room above what
/// is measured on a quiet one (0.05, 0.2 and 1.0 at 1,200 documents).
const UNCHANGED: f64 = 0.25;
const EDITED: f64 = 0.5;
const GROWTH: f64 = 1.35;

/// Fails where a build costs more than it may, seen against a cold one and against a smaller newsroom.
fn hold(costs: &[Cost]) -> io::Result<()> {
    let a_page = |cost: &Cost| cost.cpu.as_secs_f64() / cost.pages as f64;
    let (Some(small), Some(large)) = (costs.first(), costs.last()) else { return Ok(()) };
    let held = [
        ("a build of what has not changed, in parts of a cold one", large.unchanged, UNCHANGED),
        ("a build after an edit of one text, in parts of a cold one", large.edited, EDITED),
        ("the CPU time a page, in parts of that of the smallest newsroom", a_page(large) / a_page(small), GROWTH),
    ];
    for (what, found, limit) in held {
        println!("{what}: {found:.2} (at most {limit})");
    }
    match held.iter().find(|(_, found, limit)| found > limit) {
        Some((what, ..)) => Err(io::Error::other(format!("too slow: {what}"))),
        None => Ok(()),
    }
}

/// Measures one newsroom and prints its tables.
fn measure(shape: Shape, program: &Program, options: &Options) -> io::Result<Cost> {
    let place = Place::new(shape, &options.on, program)?;
    let (files, _, bytes) = place::counted(&place.site());
    let documents = shape.documents;
    println!(
        "\n## {documents} documents in two languages ({files} files, {:.1} MB), {} runs\n",
        bytes as f64 / 1e6,
        options.runs
    );
    let mut table = Table::default();
    let mut cost = Cost { documents, pages: 0, cpu: std::time::Duration::ZERO, unchanged: 0.0, edited: 0.0 };
    if options.has("whole") {
        whole::start_up(program, options.runs, &mut table);
        cost = whole::in_memory(&place, options.runs, &mut table)?;
        whole::search(&place, options.runs, &mut table)?;
        if let Some(disk) = &options.disk {
            whole::on_disk(&place, disk, options.runs, &mut table)?;
        }
    }
    if options.has("serve") {
        serve::saves(&place, options.runs, &mut table)?;
    }
    if options.has("whole") || options.has("serve") {
        println!("{}", table.markdown());
    }
    if options.has("stages") {
        let mut table = Table::default();
        stages::measure(&place, options.runs, &mut table)?;
        println!("{}", table.markdown());
    }
    Ok(cost)
}

/// What a page costs at each size, against the first.
fn compare<'a>(costs: impl Iterator<Item = &'a Cost>) {
    let a_page = |cost: &Cost| cost.cpu.as_secs_f64() * 1e3 / cost.pages as f64;
    let mut costs = costs.peekable();
    let Some(first) = costs.next() else { return };
    for cost in costs {
        let ratio = a_page(cost) / a_page(first);
        println!(
            "A page of {} documents costs {:.3} ms of CPU, {ratio:.2} × that of {} (goal: ≤ 1.2 ×).",
            cost.documents,
            a_page(cost),
            first.documents
        );
    }
}
