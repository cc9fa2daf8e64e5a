//! The development server: a site in memory, on loopback, for the person who writes it.
//!
//! In: a project, a port, the program's language. A change on disk makes a new [`snapshot`] of the whole
//! site; a page's bytes are made when a browser asks for them, by the same functions that `build` writes
//! with; browsers whose page would be another one are told so. Out, for the command to print: [`News`].
//!
//! Nothing is ever written to disk or printed here. Answers go to this machine only, and only to who
//! names it as localhost, so that no page from elsewhere can read a held document through a browser.

mod address;
mod background;
mod events;
mod http;
mod kept;
mod media;
mod page;
mod panel;
mod snapshot;
mod watching;

use std::collections::BTreeSet;
use std::future::{Future, poll_fn};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use tokio::runtime::{self, Runtime};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::words::{Language, Words};
use crate::pipeline::{Origin, Project};

use background::Background;
use http::Desk;
pub use snapshot::{Build, Standing};
use snapshot::{Maker, Snapshot};
use watching::Watching;

/// How many ports after the first one are tried where none was asked for.
const MORE_PORTS: u16 = 20;

/// How long an answer under way may take once the server is told to stop.
const PATIENCE: Duration = Duration::from_secs(1);

/// What to serve, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// The site. One in memory is served too, but never changes.
    pub project: Project,
    /// Where to listen.
    pub port: Port,
    /// The language of what the server itself says in the browser.
    pub language: Language,
}

/// A port of this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// This one and no other; 0 is any free one.
    Exactly(u16),
    /// This one, or the next free one of the twenty after it.
    From(u16),
}

/// Why the server cannot start.
#[derive(Debug)]
pub enum CannotStart {
    /// Another program has the port.
    PortTaken(u16),
    /// The address cannot be listened on for another reason.
    Listen(SocketAddr, io::Error),
    /// The site's folder cannot be watched.
    Watch(PathBuf, String),
    /// The threads cannot be started.
    Threads(io::Error),
}

/// What happened while serving.
#[derive(Debug)]
pub enum News {
    /// Something changed, and the site was prepared again.
    Built(Build),
    /// A page could not be made without saying this.
    Page(Vec<Diagnostic>),
    /// The person wants to stop.
    Interrupted,
}

/// A server that runs until it is stopped or dropped.
///
/// ```
/// use std::io::{Read, Write};
/// use std::net::TcpStream;
///
/// use warta::diagnostic::words::Language;
/// use warta::locale::Instant;
/// use warta::pipeline::{Origin, Project, Strictness, View};
/// use warta::serve::{Options, Port, Server, Standing};
/// use warta::source::Sources;
///
/// let (settings, sources) = Sources::from_txtar("-- warta.yaml --\nbase_urk: https://example.org\n");
/// let at = Instant::parse("2021-11-16 18.00 WITA").expect("an instant");
/// let (strictness, view) = (Strictness::Build, View::Preview);
/// let origin = Origin::Memory(settings, sources);
/// let project = Project { origin, at, base_url: None, urls: None, strictness, view, only: None };
/// let options = Options { project, port: Port::Exactly(0), language: Language::English };
/// let (server, first) = Server::start(options).expect("loopback has a free port");
/// assert_eq!(first.standing, Standing::Broken);
///
/// let mut browser = TcpStream::connect(server.address()).expect("it listens");
/// browser.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("it reads");
/// let mut answer = String::new();
/// browser.read_to_string(&mut answer).expect("it answers");
/// assert!(answer.starts_with("HTTP/1.1 500"));
/// assert!(answer.contains("base_urk"));
/// server.stop();
/// ```
#[derive(Debug)]
pub struct Server {
    runtime: Runtime,
    address: SocketAddr,
    news: mpsc::UnboundedReceiver<News>,
    teller: mpsc::UnboundedSender<News>,
}

impl Server {
    /// Listens, watches, builds the site a first time and begins to answer. What that first build came to
    /// is handed back beside the server; mistakes in the site are no reason not to start.
    pub fn start(options: Options) -> Result<(Server, Build), CannotStart> {
        let listener = listen(options.port)?;
        let address = listener.local_addr().map_err(|error| CannotStart::Listen(loopback(0), error))?;
        let runtime = runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.map_err(CannotStart::Threads)?;
        // Before the first build, so that no change slips through between the two.
        let watching = watching(&options.project.origin)?;
        let background = Background::new().map_err(CannotStart::Threads)?;
        let maker = Maker::new(options.project, address);
        // All that follows takes the room that the first build leaves: an allocator gives that to no other thread.
        let (snapshot, first) = background.finish(|| maker.make(Vec::new(), None));
        background.step_back();
        let (shown, seen) = watch::channel(Arc::new(snapshot));
        let (teller, news) = mpsc::unbounded_channel();
        let desk =
            Desk { seen, words: Arc::new(Words::new(options.language)), news: teller.clone(), kept: Arc::default() };
        let within = runtime.enter();
        let listener = tokio::net::TcpListener::from_std(listener);
        let listener = listener.map_err(|error| CannotStart::Listen(address, error))?;
        runtime.spawn(http::answer(listener, desk));
        if let Some(watching) = watching {
            let makers = (Arc::new(maker), Arc::new(background));
            runtime.spawn(rebuild(watching, makers, shown, teller.clone()));
        }
        drop(within);
        Ok((Server { runtime, address, news, teller }, first))
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes Ctrl-C as [`News::Interrupted`] from now on, instead of as the end of the process.
    pub fn heed_interrupt(&self) {
        let (teller, (ready, is_ready)) = (self.teller.clone(), std::sync::mpsc::channel());
        self.runtime.spawn(async move {
            let mut interrupt = pin!(tokio::signal::ctrl_c());
            // The first look is what sets the system's handler.
            let first = poll_fn(|context| Poll::Ready(interrupt.as_mut().poll(context))).await;
            let _ = ready.send(());
            let end = match first {
                Poll::Ready(end) => end,
                Poll::Pending => interrupt.await,
            };
            // Where no such signal can be had, the system ends the process as ever.
            if end.is_ok() {
                let _ = teller.send(News::Interrupted);
            }
        });
        let _ = is_ready.recv();
    }

    /// Waits for what happens next.
    pub fn wait(&mut self) -> News {
        // The server holds a sender itself, so there is always more to come.
        self.news.blocking_recv().unwrap_or(News::Interrupted)
    }

    /// Stops answering and watching, and frees the port.
    pub fn stop(self) {
        self.runtime.shutdown_timeout(PATIENCE);
    }
}

fn loopback(port: u16) -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, port))
}

fn listen(port: Port) -> Result<TcpListener, CannotStart> {
    let (first, last) = match port {
        Port::Exactly(port) => (port, port),
        Port::From(port) => (port, port.saturating_add(MORE_PORTS)),
    };
    for port in first..=last {
        let bound = TcpListener::bind(loopback(port)).and_then(|listener| {
            listener.set_nonblocking(true)?;
            Ok(listener)
        });
        match bound {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(CannotStart::Listen(loopback(port), error)),
        }
    }
    Err(CannotStart::PortTaken(first))
}

fn watching(origin: &Origin) -> Result<Option<Watching>, CannotStart> {
    match origin {
        Origin::Memory(..) => Ok(None),
        Origin::Folder(root) => {
            Watching::on(root).map(Some).map_err(|error| CannotStart::Watch(root.clone(), error.to_string()))
        }
    }
}

/// Makes new snapshots at every change, for as long as anybody looks: what can be had at once at once, and
/// the whole site in the background, where changes that come meanwhile wait for the next one. The background has
/// threads of its own: rayon takes what comes from elsewhere only when a thread has nothing left to do, and in
/// the middle of a large site that is seconds later.
async fn rebuild(
    mut watching: Watching,
    (maker, background): (Arc<Maker>, Arc<Background>),
    shown: watch::Sender<Arc<Snapshot>>,
    teller: mpsc::UnboundedSender<News>,
) {
    let mut waiting: BTreeSet<String> = BTreeSet::new();
    // What changed while the whole site is being made, after it was read.
    let mut late: BTreeSet<String> = BTreeSet::new();
    let mut work: Option<JoinHandle<Made>> = None;
    loop {
        tokio::select! {
            changed = watching.changed() => {
                let Some(changed) = changed else { return };
                let (hurrying, last) = (Arc::clone(&maker), Arc::clone(&shown.borrow()));
                let names = changed.clone();
                let made = tokio::task::spawn_blocking(move || hurrying.hurry(&names, &last)).await;
                // The other case is the runtime going down.
                let Ok(made) = made else { return };
                made.into_iter().for_each(|snapshot| drop(shown.send_replace(Arc::new(snapshot))));
                late.extend(changed.iter().filter(|_| work.is_some()).cloned());
                waiting.extend(changed);
            }
            made = finished(&mut work), if work.is_some() => {
                work = None;
                let Some((snapshot, build)) = made else { return };
                let snapshot = shown.borrow().followed_by(snapshot, !late.is_empty());
                late.clear();
                if let Some(snapshot) = snapshot {
                    // To give it back takes a tenth of the time of making it, and nobody should wait for that.
                    let old = shown.send_replace(Arc::new(snapshot));
                    background.begin(move || drop(old));
                }
                if teller.send(News::Built(build)).is_err() {
                    return;
                }
            }
        }
        if work.is_none() && !waiting.is_empty() {
            let changed: Vec<String> = std::mem::take(&mut waiting).into_iter().collect();
            let (maker, background, last) = (Arc::clone(&maker), Arc::clone(&background), Arc::clone(&shown.borrow()));
            let make = move || background.finish(|| maker.make(changed, Some(&last)));
            work = Some(tokio::task::spawn_blocking(make));
        }
    }
}

/// The whole site, made again.
type Made = (Snapshot, Build);

/// What became of the work under way; none where the runtime goes down.
async fn finished(work: &mut Option<JoinHandle<Made>>) -> Option<Made> {
    match work {
        Some(work) => work.await.ok(),
        None => std::future::pending().await,
    }
}
