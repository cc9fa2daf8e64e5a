//! Builds that end at any moment, and disks that are full, where the next build has something to remember.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use proptest::prelude::Rng;
use proptest::test_runner::TestRng;
use warta::source::stamp::Stamp;
use warta::store::cache::Cache;

use super::{Desk, files_of, with_mounts};
use crate::check::Case;
use crate::speed::newsroom::{self, Shape};
use crate::steady::seeded;
use crate::support::harbour::{Harbour, Ran};
use crate::support::{Files, assert_same};

const SHAPE: Shape = Shape { documents: 120, words: 20, seed: 7 };

/// Two states of a newsroom between which it is edited back and forth: every page differs, and a text.
struct Newsroom {
    harbour: Harbour,
    edited: PathBuf,
    is_second: bool,
}

impl Newsroom {
    fn laid_out() -> Newsroom {
        let mut harbour = Harbour::bare("");
        SHAPE.lay_out(&harbour.root()).unwrap();
        newsroom::AT.clone_into(&mut harbour.at);
        let edited = harbour.path(&format!("content/{}/en.md", SHAPE.newest()));
        Newsroom { harbour, edited, is_second: false }
    }

    fn edit(&mut self) {
        self.is_second = !self.is_second;
        let (from, to) = ("\n\n", " The text was read again.\n\n");
        let (from, to) = if self.is_second { (from, to) } else { (to, from) };
        fs::write(&self.edited, fs::read_to_string(&self.edited).unwrap().replacen(from, to, 1)).unwrap();
        let settings = self.harbour.path("warta.yaml");
        let text = fs::read_to_string(&settings).unwrap();
        let base = |text: &str| text.lines().find(|line| line.starts_with("base_url:")).unwrap().to_owned();
        let other =
            if self.is_second { "base_url: https://press-b.example" } else { "base_url: https://press-a.example" };
        fs::write(settings, text.replace(&base(&text), other)).unwrap();
    }
}

/// When a build is cut off.
#[derive(Debug)]
enum Cut {
    /// As soon as this file of the output is another.
    Written(String),
    /// After this part of the time that a whole build takes.
    Moment(Duration),
    /// As soon as it writes down what it remembers.
    Remembering,
}

/// Waits for the moment without a sleep: asks the disk and the clock until then.
fn wait(child: &mut Child, cut: &Cut, harbour: &Harbour) {
    let start = Instant::now();
    let watched = match cut {
        Cut::Written(file) => harbour.beside("out").join(file),
        Cut::Remembering | Cut::Moment(_) => harbour.path(".warta/.memo.new"),
    };
    let before = Stamp::of(&watched);
    while child.try_wait().unwrap().is_none() {
        let is_time = match cut {
            Cut::Moment(moment) => start.elapsed() >= *moment,
            Cut::Written(_) | Cut::Remembering => Stamp::of(&watched) != before,
        };
        if is_time {
            return;
        }
        std::thread::yield_now();
    }
}

fn cut(random: &mut TestRng, round: usize, (whole, files): (Duration, &Files)) -> Cut {
    let mut any = |of: usize| random.next_u32() as usize % of;
    match round % 5 {
        0 | 2 => Cut::Written(files.keys().nth(any(files.len())).unwrap().clone()),
        1 | 3 => Cut::Moment(whole.mul_f64(any(1000) as f64 / 1000.0)),
        _ => Cut::Remembering,
    }
}

#[test]
fn a_build_that_is_killed_at_any_moment_is_made_good_by_the_next() {
    let (mut newsroom, mut random) = (Newsroom::laid_out(), seeded(31));
    newsroom.edit();
    let start = Instant::now();
    let first = newsroom.harbour.clean();
    let whole = start.elapsed();
    newsroom.edit();
    let second = newsroom.harbour.clean();
    assert_eq!((first.0.status, second.0.status), (Some(0), Some(0)));
    for round in 0..10 {
        newsroom.edit();
        let harbour = &newsroom.harbour;
        if round % 4 == 0 {
            // A first build of all.
            let _ = fs::remove_dir_all(harbour.beside("out"));
            let _ = fs::remove_dir_all(harbour.path(".warta"));
        }
        let cut = cut(&mut random, round, (whole, &first.1));
        let mut build = harbour.command(&["build", "--out", "out"]);
        let mut child = build.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        wait(&mut child, &cut, harbour);
        child.kill().unwrap();
        child.wait().unwrap();
        if round % 3 == 2 {
            // What was cut off is taken back: half of the tree is of the other state.
            newsroom.edit();
        }
        let harbour = &newsroom.harbour;
        let when = format!("round {round}, {cut:?} of {whole:?}");
        assert_mended(harbour, if newsroom.is_second { &first } else { &second }, &when);
    }
}

/// The next build is that of a clean tree, and may say that the last one was cut off, or that it was so early that
/// its manifest is not whole.
fn assert_mended(harbour: &Harbour, (ran, files): &(Ran, Files), when: &str) {
    let next = harbour.build();
    let is_known = next.said == ran.said || ["W0905", "W0906"].iter().any(|code| next.said.contains(code));
    assert!(next.status == Some(0) && is_known && !next.said.contains("\"error\""), "{when}: {next:?}");
    let mut found = harbour.out();
    // A copy that was not renamed yet lies there until somebody removes it.
    found.retain(|name, _| !name.ends_with(".new"));
    assert_same(&found, files, when);
    assert!(Cache::known(&harbour.root()).is_some(), "{when}: it remembers again");
}

#[test]
fn a_disk_that_is_full_of_what_is_remembered_changes_nothing() {
    let case = Case::named("W0904-disk-full");
    let desk = Desk::of(&case.files());
    fs::create_dir(desk.root().join(".warta")).unwrap();
    // The first build has no room for either, the second for its pages, the third for everything.
    let script = "MEMO=\"$OUT/../site/.warta\" && mount -t tmpfs -o size=4k tmpfs \"$MEMO\" && \
        mount -t tmpfs -o size=8k tmpfs \"$OUT\" && { \"$@\" >/dev/null; \
        mount -o remount,size=64m \"$OUT\" && \"$@\" >/dev/null && cp -a \"$OUT\" \"$OUT.second\" && \
        mount -o remount,size=64m \"$MEMO\" && \"$@\" && \"$@\" && cp -a \"$MEMO\" \"$OUT.memo\" && \
        cp -a \"$OUT\" \"$OUT.mended\"; }";
    let Some(output) = with_mounts(&desk, script) else { return };
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim().replace(char::is_whitespace, ""), "[][]", "{output:?}");
    assert!(desk.beside("out.memo").join("memo").exists(), "there was room in the end");
    let fresh = desk.beside("fresh");
    assert_eq!(desk.run(&["build", "--no-cache", "--out", &fresh.to_string_lossy()]), (0, String::new()));
    for mended in ["out.second", "out.mended"] {
        assert_eq!(files_of(&desk.beside(mended)), files_of(&fresh), "{mended}");
    }
}
