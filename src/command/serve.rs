//! `warta serve`.

use clap::ArgMatches;

use super::console::Console;
use super::site;
use super::{End, Failure, Outcome};
use crate::diagnostic::words::Words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Zone;
use crate::pipeline::{self, Project, Strictness, View};
use crate::serve::{Build, CannotStart, News, Options, Port, Server, Standing};

/// The port where none is asked for.
const USUAL_PORT: u16 = 8000;

/// Serves the site until Ctrl-C.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let root = site::root(console, matches)?;
    site::threads(own, site::Caller::Waits);
    let (mut project, _) = site::project(console, &root, own, Strictness::Build)?;
    if !own.contains_id("at") {
        project.view = View::Preview;
    }
    let port = own.get_one::<u16>("port").map_or(Port::From(USUAL_PORT), |port| Port::Exactly(*port));
    let options = Options { project: project.clone(), port, language: console.words.language() };
    let (mut server, first) = Server::start(options).map_err(|error| failure(console.words, error))?;
    server.heed_interrupt();
    let mut desk = Desk { console, project, printed: Vec::new() };
    desk.first(&server, first)?;
    loop {
        match server.wait() {
            News::Built(build) => desk.built(build)?,
            News::Page(said) => desk.page(said)?,
            News::Interrupted => break,
        }
    }
    server.stop();
    console.tell("serve-stopped", &[]);
    Ok(End::Clean)
}

fn failure(words: &Words, error: CannotStart) -> Failure {
    let (id, values) = match error {
        CannotStart::PortTaken(port) => ("machine-port-taken", vec![("port", port.to_string())]),
        CannotStart::Listen(address, error) => {
            ("machine-listen", vec![("address", address.to_string()), ("reason", error.to_string())])
        }
        CannotStart::Watch(folder, reason) => {
            ("machine-watch", vec![("folder", folder.display().to_string()), ("reason", reason)])
        }
        CannotStart::Threads(error) => ("machine-threads", vec![("reason", error.to_string())]),
    };
    Failure::Machine(words.say(id, &values))
}

/// What is printed, and what was.
struct Desk<'a> {
    console: &'a Console<'a>,
    project: Project,
    printed: Vec<Diagnostic>,
}

impl Desk<'_> {
    fn first(&mut self, server: &Server, build: Build) -> Result<(), Failure> {
        let settings = build.settings.clone();
        self.said(build.said, build.standing)?;
        let path = settings.as_ref().map(|settings| settings.base_url.path.clone()).unwrap_or_default();
        self.console.say("serve-address", &[("url", format!("http://{}{path}/", server.address()))]);
        match self.project.view {
            View::Preview => self.console.tell("serve-preview", &[]),
            View::Public => {
                let zone = settings.map_or_else(Zone::utc, |settings| settings.time_zone.clone());
                let (local, utc) = site::both(&self.project.at, &zone);
                self.console.tell("serve-public", &[("local", local), ("utc", utc)]);
            }
        }
        self.console.tell("serve-waiting", &[]);
        Ok(())
    }

    fn built(&mut self, build: Build) -> Result<(), Failure> {
        let words = self.console.words;
        let file = build.changed.first().cloned().unwrap_or_default();
        let others = build.changed.len().saturating_sub(1).to_string();
        let mut line = words.say("serve-changed", &[("file", file), ("others", others)]);
        if build.standing == Standing::Fresh {
            let took = words.say("serve-rebuilt", &[("milliseconds", build.took.as_millis().to_string())]);
            line = format!("{line}, {took}");
        }
        self.console.tell_line(&line);
        self.said(build.said, build.standing)
    }

    /// What a page says is found out when it is asked for, and said once.
    fn page(&mut self, said: Vec<Diagnostic>) -> Result<(), Failure> {
        let mut new: Vec<Diagnostic> = said.into_iter().filter(|said| !self.printed.contains(said)).collect();
        if !new.is_empty() {
            self.print(&mut new)?;
            self.printed.extend(new);
        }
        Ok(())
    }

    /// Prints what there is to say in full where it is not what was last said, and how much it is.
    fn said(&mut self, mut said: Vec<Diagnostic>, standing: Standing) -> Result<(), Failure> {
        if said != self.printed {
            self.print(&mut said)?;
        }
        let of = |severity: Severity| said.iter().filter(|said| said.severity == severity).count();
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        if errors + warnings > 0 {
            self.console.tell("serve-problems", &[("errors", errors.to_string()), ("warnings", warnings.to_string())]);
        }
        if standing == Standing::Stale {
            self.console.tell("serve-stale", &[]);
        }
        self.printed = said;
        Ok(())
    }

    fn print(&self, said: &mut Vec<Diagnostic>) -> Result<(), Failure> {
        self.console.diagnostics(said, &|file: &str| pipeline::text_again(&self.project.origin, file))
    }
}
