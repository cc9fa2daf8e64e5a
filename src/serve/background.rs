//! Threads for what nobody looks at yet: the whole site, made again.
//!
//! In: work that takes seconds on all threads. Out: what it comes to. Whoever saves a file meanwhile has the other
//! threads to himself: what is shown at once neither stands in a queue behind this work nor shares a core with it
//! evenly.

use std::io;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// How far these threads step back, of 19 steps that there are: beside a thread that does not, one of them gets a
/// quarter of a core, and all of it when nothing else is to be done. Further, the whole site would hardly come on
/// beside other programs that keep the machine busy.
#[cfg(target_os = "linux")]
const STEPS_BACK: i32 = 5;

/// The threads.
#[derive(Debug)]
pub(super) struct Background(ThreadPool);

impl Background {
    /// As many threads as share the work elsewhere in the process.
    pub(super) fn new() -> io::Result<Background> {
        let threads = ThreadPoolBuilder::new().num_threads(rayon::current_num_threads());
        let threads = threads.thread_name(|number| format!("background-{number}"));
        threads.build().map(Background).map_err(io::Error::other)
    }

    /// Does some work and waits for it.
    pub(super) fn finish<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        self.0.install(work)
    }

    /// Does some work, some time.
    pub(super) fn begin(&self, work: impl FnOnce() + Send + 'static) {
        self.0.spawn(work);
    }

    /// Lets other threads go first from now on.
    pub(super) fn step_back(&self) {
        self.0.broadcast(|_| step_back());
    }
}

/// Lets other threads go before this one. Linux counts this by thread; elsewhere it would be the whole process.
#[cfg(target_os = "linux")]
fn step_back() {
    // Where that is not allowed the work is done as fast as ever, and so is all other.
    let _ = rustix::process::nice(STEPS_BACK);
}

#[cfg(not(target_os = "linux"))]
fn step_back() {}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use rayon::prelude::*;

    use super::*;

    #[test]
    fn work_elsewhere_does_not_wait_for_the_background() {
        let background = Background::new().expect("threads");
        let held: Vec<mpsc::Sender<()>> = (0..rayon::current_num_threads())
            .map(|_| {
                let (holder, held) = mpsc::channel();
                background.begin(move || assert!(held.recv().is_err()));
                holder
            })
            .collect();
        let (teller, told) = mpsc::channel();
        std::thread::spawn(move || teller.send((0..1000_u32).into_par_iter().sum::<u32>()));
        assert_eq!(told.recv_timeout(Duration::from_secs(20)), Ok(499_500));
        drop(held);
        assert_eq!(background.finish(|| 7), 7);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn every_thread_of_the_background_steps_back_and_no_other() {
        let priority = || rustix::process::getpriority_process(None).expect("a priority");
        let (background, own) = (Background::new().expect("threads"), priority());
        assert_eq!(background.finish(priority), own);
        background.step_back();
        assert_eq!(
            background.0.broadcast(|_| priority()),
            vec![(own + STEPS_BACK).min(19); background.0.current_num_threads()]
        );
        assert_eq!((priority(), rayon::scope(|_| priority())), (own, own));
    }
}
