//! Who asks what: few threads, and never more than two at one host.
//!
//! Addresses are parted by host, those of one host into at most two lanes; a thread takes a lane and goes
//! through it to its end. So politeness needs no lock.

use std::collections::BTreeMap;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Instant;

use super::Manner;
use super::answer::{Answer, Why};
use super::ask::{self, Asker};

/// How many addresses are asked at once.
const CREW: usize = 8;

/// How many of them may be at one host.
const AT_HOST: usize = 2;

/// After so many failures in a row of one kind a host is not asked further: a release may link to it a hundred
/// times, and each would wait.
const FAILURES: usize = 3;

/// Asks every address once, and gives the answers in the order of the addresses.
pub(super) fn ask<'a>(
    addresses: &[&'a str],
    manner: Manner,
    progress: &dyn Fn(usize, usize),
) -> BTreeMap<&'a str, Answer> {
    let lanes = lanes(addresses);
    let asker = Asker::new(manner.timeout, Instant::now() + manner.total);
    let next = AtomicUsize::new(0);
    let (sender, answers) = mpsc::channel();
    thread::scope(|scope| {
        let crew: Vec<_> = (0..CREW.min(lanes.len()))
            .map(|_| {
                let (lanes, next, asker, sender) = (&lanes, &next, &asker, sender.clone());
                scope.spawn(move || work(lanes, next, asker, &sender))
            })
            .collect();
        // The last sender is that of the last thread: with it the answers end.
        drop(sender);
        let mut found = BTreeMap::new();
        for (address, answer) in answers {
            found.insert(address, answer);
            progress(found.len(), addresses.len());
        }
        // A thread that panicked has lost its answers: that is a mistake of the program's, and shows.
        crew.into_iter().for_each(|thread| thread.join().unwrap_or_else(|cause| panic::resume_unwind(cause)));
        found
    })
}

/// Takes one lane after the other that nobody has taken.
fn work<'a>(lanes: &[Vec<&'a str>], next: &AtomicUsize, asker: &Asker, sender: &Sender<(&'a str, Answer)>) {
    while let Some(lane) = lanes.get(next.fetch_add(1, Ordering::Relaxed)) {
        go_through(lane, asker, sender);
    }
}

/// The addresses of each host, in at most two lanes; the longest lanes first, so that they do not end last.
fn lanes<'a>(addresses: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(ask::host(address).unwrap_or_default()).or_default().push(address);
    }
    let split = |of_host: Vec<&'a str>| {
        let length = of_host.len().div_ceil(AT_HOST);
        of_host.chunks(length).map(<[&str]>::to_vec).collect::<Vec<_>>()
    };
    let mut lanes: Vec<Vec<&str>> = hosts.into_values().flat_map(split).collect();
    lanes.sort_by_key(|lane| std::cmp::Reverse(lane.len()));
    lanes
}

fn go_through<'a>(lane: &[&'a str], asker: &Asker, sender: &Sender<(&'a str, Answer)>) {
    let mut failures: Vec<Why> = Vec::new();
    for address in lane {
        let answer = match failures.last() {
            Some(why) if failures.len() == FAILURES => Answer::NotAsked(*why),
            _ => asker.ask(address),
        };
        match answer {
            Answer::NotAsked(why) if failures.len() < FAILURES && why.is_of_host() => {
                failures.retain(|known| *known == why);
                failures.push(why);
            }
            Answer::NotAsked(_) if failures.len() == FAILURES => {}
            _ => failures.clear(),
        }
        // The receiver waits for all of them.
        let _ = sender.send((address, answer));
    }
}
