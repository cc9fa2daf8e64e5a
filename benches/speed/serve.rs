//! The development server: from a save to the new bytes over HTTP.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::child::Ended;
use crate::newsroom;
use crate::place::{self, Place};
use crate::table::{Series, Table};

/// Between two questions: short beside what is measured, and long enough that asking takes no core away.
const PAUSE: Duration = Duration::from_micros(300);

/// How long the server is left alone before the next save.
const REST: Duration = Duration::from_millis(400);

/// How long new bytes may take before something is wrong.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server, and where it listens.
struct Serving {
    address: SocketAddr,
    _process: Ended,
}

/// Saves of words, facts and a template.
pub(crate) fn saves(place: &Place, runs: usize, table: &mut Table) -> io::Result<()> {
    let template = place.site().join("themes/warta/templates/base.html");
    fs::create_dir_all(template.parent().unwrap_or(&template))?;
    let base = include_str!("../../themes/warta/templates/base.html");
    fs::write(&template, base)?;
    let (words, facts) = (place.newest("en.md"), place.newest("document.yaml"));
    let (english, yaml) = (fs::read_to_string(&words)?, fs::read_to_string(&facts)?);
    let slug = line_of(&english, "slug: ");
    let page = format!("/en/press-releases/2025/{slug}");
    let serving = Serving::start(place)?;
    let [mut of_words, mut of_facts, mut of_template] = [(); 3].map(|()| Series::default());
    for run in 0..runs {
        let mark = place::mark(run);
        let edited = place::with_sentence(&english, run);
        of_words.add(serving.time(&words, &edited, &[(&page, &mark)])?);
        // Another topic: the release leaves one page of a topic and comes to another.
        let (old, new) = (line_of(&yaml, "topics: ["), newsroom::topic(run % newsroom::TOPICS));
        let new = if old == format!("{new}]") { newsroom::topic((run + 1) % newsroom::TOPICS) } else { new };
        let moved = yaml.replace(&format!("topics: [{old}"), &format!("topics: [{new}]"));
        let list = format!("/en/topics/{new}/");
        of_facts.add(serving.time(&facts, &moved, &[(&page, &list), (&list, &slug)])?);
        let marked = base.replace("</head>", &format!("<meta name=\"edit\" content=\"{mark}\">\n</head>"));
        of_template.add(serving.time(&template, &marked, &[(&page, &format!("content=\"{mark}\""))])?);
        save_quietly(&facts, &yaml);
    }
    save_quietly(&words, &english);
    let limit = if place.shape.documents >= 50_000 { 100 } else { 50 };
    table.limit("serve: words saved, to the new page", &of_words, Duration::from_millis(limit));
    table.limit("serve: topic changed, to the new page and list", &of_facts, Duration::from_millis(150));
    table.limit("serve: template saved, to the first page", &of_template, Duration::from_millis(300));
    fs::remove_dir_all(place.site().join("themes"))
}

fn save_quietly(path: &std::path::Path, text: &str) {
    place::save(path, text);
    thread::sleep(REST);
}

/// The rest of the first line that begins so.
fn line_of(text: &str, start: &str) -> String {
    text.lines().find_map(|line| line.strip_prefix(start)).unwrap_or_default().to_owned()
}

impl Serving {
    fn start(place: &Place) -> io::Result<Serving> {
        let mut command = place.program.on_site("serve", &place.site());
        let spawned =
            command.args(["--port", "0"]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
        let mut process = Ended(spawned);
        let stderr = process.0.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let mut lines = BufReader::new(stderr).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains("http://")).ok_or(io::ErrorKind::NotConnected)?;
        let address = line.split_once("http://").and_then(|(_, rest)| rest.split('/').next()?.parse().ok());
        // What it says from now on must not fill the pipe.
        thread::spawn(move || lines.count());
        let serving = Serving { address: address.ok_or(io::ErrorKind::InvalidData)?, _process: process };
        thread::sleep(REST);
        Ok(serving)
    }

    /// From just before a save to the last byte of the pages that show it.
    fn time(&self, file: &Path, text: &str, shown: &[(&str, &str)]) -> io::Result<Duration> {
        thread::sleep(REST);
        let start = Instant::now();
        place::save(file, text);
        for (page, mark) in shown {
            while !self.get(page)?.contains(mark) {
                assert!(start.elapsed() < PATIENCE, "{page} shows {mark:?}");
                thread::sleep(PAUSE);
            }
        }
        Ok(start.elapsed())
    }

    fn get(&self, page: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.write_all(format!("GET {page} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }
}
