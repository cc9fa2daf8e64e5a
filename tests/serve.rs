//! The development server, as browsers and editors meet it.
//!
//! Nothing here sleeps: a test waits for what the server sends, at most [`PATIENCE`].
#![expect(clippy::disallowed_methods, reason = "the tests write the sites that the server watches")]

mod storms;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use warta::diagnostic::words::Language;
use warta::locale::Instant;
use warta::pipeline::{Origin, Project, Strictness, View};
use warta::serve::{Build, CannotStart, News, Options, Port, Server, Standing};
use warta::settings::BaseUrl;

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

const ABOUT: &str = "content/pages/about/en.md";
const WORDS: &str = "---\ntitle: About us\nsummary: Who we are.\nslug: about\n---\nHello.\n";

/// A small site, as files and their texts.
const SITE: &[(&str, &str)] = &[
    (
        "warta.yaml",
        "base_url: https://newsroom.example.org\nlocales: [id, en]\nx_default: chooser\ntime_zone: Asia/Makassar\n\
         theme: warta\nurls: clean\ncollections:\n  pages: {kind: page, path: \"{slug}\", pairing: required}\n\
         menu: [doc:pages/about]\npublisher: {name: publisher-name}\n",
    ),
    (
        "i18n/id/site.ftl",
        "site-title = Ruang berita\nsite-description = Siaran\npublisher-name = Kementerian\ncollection-pages = Halaman\n",
    ),
    (
        "i18n/en/site.ftl",
        "site-title = Newsroom\nsite-description = Releases\npublisher-name = Ministry\ncollection-pages = Pages\n",
    ),
    ("content/pages/about/document.yaml", "status: approved\noriginal: id\n"),
    ("content/pages/about/id.md", "---\ntitle: Tentang kami\nsummary: Siapa kami.\nslug: tentang\n---\nHalo.\n"),
    (ABOUT, WORDS),
    ("content/pages/plans/document.yaml", "status: draft\noriginal: id\n"),
    ("content/pages/plans/id.md", "---\ntitle: Rencana\nsummary: Nanti.\nslug: rencana\n---\nNanti.\n"),
    ("content/pages/plans/en.md", "---\ntitle: Plans\nsummary: Later.\nslug: plans\n---\nLater.\n"),
    ("static/.well-known/security.txt", "Contact: mailto:security@example.org\n"),
];

/// A site in a folder of its own.
struct Site(TempDir);

impl Site {
    fn new() -> Site {
        let site = Site(tempfile::tempdir().expect("a folder"));
        SITE.iter().for_each(|(file, text)| site.write(file, text));
        site
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file in one step, as careful editors do.
    fn write(&self, file: &str, text: &str) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
        let copy = self.root().join(format!("{file}~"));
        fs::write(&copy, text).expect("a copy");
        fs::rename(copy, path).expect("the file");
    }

    fn served(&self) -> (Server, Build) {
        self.served_with(View::Preview, None)
    }

    fn served_with(&self, view: View, base_url: Option<BaseUrl>) -> (Server, Build) {
        let at = Instant::parse("2021-11-16 18.00 WITA").expect("an instant");
        let origin = Origin::Folder(self.root().to_path_buf());
        let project = Project { origin, at, base_url, urls: None, strictness: Strictness::Build, view, only: None };
        let options = Options { project, port: Port::Exactly(0), language: Language::English };
        Server::start(options).expect("it starts")
    }

    fn files(&self) -> Vec<PathBuf> {
        let walk = walkdir::WalkDir::new(self.root()).sort_by_file_name();
        walk.into_iter().map(|entry| entry.expect("it can be walked").into_path()).collect()
    }
}

/// An answer of the server.
#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect_timeout(&address, PATIENCE).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
    stream
}

fn ask(address: SocketAddr, request: &str) -> Answer {
    let mut stream = connect(address);
    stream.write_all(request.as_bytes()).expect("it reads");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("it answers in time");
    let answer = String::from_utf8(answer).expect("text");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    Answer { status, head: head.to_owned(), body: body.to_owned() }
}

fn get(server: &Server, path: &str) -> Answer {
    ask(server.address(), &format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
}

/// The codes and places that the panel of a page shows.
fn panel(server: &Server, path: &str) -> Vec<(String, String)> {
    let answer = get(server, &format!("/.warta/diagnostics?path={path}"));
    assert_eq!(answer.header("content-type"), Some("application/json; charset=utf-8"));
    let panel: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let entries = panel["diagnostics"].as_array().expect("a list");
    entries.iter().map(|entry| (text(&entry["code"]), text(&entry["place"]))).collect()
}

/// A tab of a browser that waits for events.
struct Tab(BufReader<TcpStream>);

impl Tab {
    fn at(server: &Server, query: &str) -> Tab {
        let mut stream = connect(server.address());
        let request = format!("GET /.warta/events?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut tab = Tab(BufReader::new(stream));
        assert_eq!(tab.line().as_deref(), Some("HTTP/1.1 200 OK"));
        while tab.line().is_some_and(|line| !line.is_empty()) {}
        tab
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.0.read_line(&mut line).expect("something comes in time");
        (read > 0).then(|| line.trim_end().to_owned())
    }

    /// The name of the next event; none at the end of the stream.
    fn next(&mut self) -> Option<String> {
        loop {
            if let Some(name) = self.line()?.strip_prefix("event: ") {
                return Some(name.to_owned());
            }
        }
    }
}

#[test]
fn a_page_is_served_at_its_clean_address_with_the_script_and_a_policy_that_allows_it() {
    let site = Site::new();
    let (server, first) = site.served();
    assert_eq!(first.standing, Standing::Fresh, "{:?}", first.said);
    let page = get(&server, "/en/about");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert!(page.body.contains("Hello."));
    assert!(page.body.contains("<script src=\"/.warta/reload.js\""));
    assert!(page.body.contains("connect-src 'self'"));
    assert!(page.body.contains(&format!("<link rel=\"canonical\" href=\"http://{}/en/about\">", server.address())));
    assert_eq!(get(&server, "/en/about.html").body, page.body);
    assert_eq!(get(&server, "/en/%61bout").body, page.body);
    assert_eq!(get(&server, "/en/").status, 200);
    assert_eq!(get(&server, "/en/feed.xml").status, 404, "a preview has no feeds");
    let (public, _) = site.served_with(View::Public, None);
    let feed = get(&public, "/en/feed.xml");
    assert_eq!(feed.header("content-type"), Some("application/atom+xml; charset=utf-8"));
    assert!(!feed.body.contains("reload.js"));
    let contact = get(&server, "/.well-known/security.txt");
    assert_eq!(contact.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(contact.body, "Contact: mailto:security@example.org\n");
}

#[test]
fn a_folder_without_its_slash_is_sent_to_it_and_keeps_the_query() {
    let site = Site::new();
    let (server, _) = site.served();
    let answer = get(&server, "/en?from=mail");
    assert_eq!((answer.status, answer.header("location")), (308, Some("/en/?from=mail")));
    assert_eq!(get(&server, "//evil.example").status, 404);
}

#[test]
fn what_is_not_there_shows_the_error_page_of_the_language() {
    let site = Site::new();
    let (server, _) = site.served();
    let (indonesian, english, both) = (get(&server, "/id/apa"), get(&server, "/en/what/now"), get(&server, "/what"));
    for answer in [&indonesian, &english, &both] {
        assert_eq!(answer.status, 404);
        assert!(answer.body.contains("reload.js"));
    }
    assert!(indonesian.body.contains("<html lang=\"id\""));
    assert!(english.body.contains("<html lang=\"en\""));
    assert!(both.body.contains("lang=\"id\"") && both.body.contains("lang=\"en\""));
    assert_eq!(get(&server, "/en/../../../etc/passwd").status, 404);
    assert_eq!(get(&server, "/en/%2e%2e/%2e%2e/etc/passwd").status, 404);
}

#[test]
fn only_this_machine_by_its_own_names_may_ask_and_only_to_read() {
    let site = Site::new();
    let (server, _) = site.served();
    let head = ask(server.address(), "HEAD /en/about HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    let length = get(&server, "/en/about").body.len().to_string();
    assert_eq!(head.header("content-length"), Some(length.as_str()));
    for path in ["/en/about", "/.warta/diagnostics", "/.warta/events"] {
        let rebound = format!("GET {path} HTTP/1.1\r\nHost: evil.example:8000\r\nConnection: close\r\n\r\n");
        assert_eq!(ask(server.address(), &rebound).status, 403);
    }
    let post = "POST /en/about HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let post = ask(server.address(), post);
    assert_eq!((post.status, post.header("allow")), (405, Some("GET, HEAD")));
}

#[test]
fn a_site_below_a_path_is_served_below_it() {
    let site = Site::new();
    let (server, _) = site.served_with(View::Preview, BaseUrl::parse("https://example.org/press"));
    assert_eq!(get(&server, "/press/en/about").status, 200);
    assert_eq!(get(&server, "/en/about").status, 404);
    assert_eq!(get(&server, "/pressed/en/about").status, 404);
    let (root, bare) = (get(&server, "/"), get(&server, "/press"));
    assert_eq!((root.status, root.header("location")), (307, Some("/press/")));
    assert_eq!((bare.status, bare.header("location")), (307, Some("/press/")));
}

#[test]
fn a_preview_shows_drafts_and_the_public_view_does_not() {
    let site = Site::new();
    let (preview, _) = site.served_with(View::Preview, None);
    let (public, _) = site.served_with(View::Public, None);
    assert_eq!(get(&preview, "/en/plans").status, 200);
    assert_eq!(get(&public, "/en/plans").status, 404);
}

#[test]
fn a_change_reaches_the_tabs_whose_page_it_changes_and_no_other() {
    let site = Site::new();
    let before = site.files();
    let (mut server, _) = site.served();
    let (mut english, mut indonesian) = (Tab::at(&server, "path=%2Fen%2Fabout"), Tab::at(&server, "path=/id/tentang"));
    site.write(ABOUT, &WORDS.replace("Hello.", "Good morning."));
    assert_eq!(english.next().as_deref(), Some("change"));
    assert!(get(&server, "/en/about").body.contains("Good morning."));
    let News::Built(build) = server.wait() else { panic!("a build was to come") };
    assert_eq!(build.changed, [ABOUT]);
    // The next thing that the other tab hears is this.
    site.write(ABOUT, &WORDS.replace("title", "titel"));
    assert_eq!(indonesian.next().as_deref(), Some("diagnostics"));
    site.write(ABOUT, WORDS);
    assert_eq!(indonesian.next().as_deref(), Some("diagnostics"));
    assert_eq!(site.files(), before, "nothing is written");
}

#[cfg(unix)]
#[test]
fn an_edit_is_shown_while_the_whole_site_is_still_on_its_way() {
    let site = Site::new();
    let (mut server, _) = site.served();
    let (mut tab, ledger) = (Tab::at(&server, "path=/en/about"), site.root().join("ledger.jsonl"));
    // A ledger that nobody writes to holds up whoever reads it, and the whole site cannot be made without it.
    assert!(Command::new("mkfifo").arg(&ledger).status().expect("mkfifo").success());
    let writer = fs::OpenOptions::new().write(true).open(&ledger).expect("the whole site is on its way");
    site.write(ABOUT, &WORDS.replace("Hello.", "Good morning."));
    let (teller, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || teller.send(tab.next()));
    let event = told.recv_timeout(PATIENCE / 3);
    let page = get(&server, "/en/about").body;
    // Before anything is judged: a server whose work is held up cannot end.
    fs::remove_file(&ledger).expect("it was there");
    drop(writer);
    assert_eq!(event.ok().flatten().as_deref(), Some("change"));
    assert!(page.contains("Good morning."));
    storms::settle(&site, &mut server, "In the end.");
}

#[test]
fn an_acceptance_that_is_written_brings_the_translation_out() {
    let site = Site::new();
    site.write("warta.yaml", &SITE[0].1.replace("pairing: required", "acceptance: required"));
    let (mut server, _) = site.served_with(View::Public, None);
    assert_eq!(get(&server, "/en/about").status, 404);
    let lock = "{\"version\": 2, \"accepted\": {\"en\": {\"original\": \"id\", \"at\": \"2021-11-15T09:00:00Z\", \
                \"title\": \"Tentang kami\", \"summary\": \"Siapa kami.\", \"blocks\": [\"Halo.\"], \
                \"notes\": []}}}";
    site.write("content/pages/about/document.lock", lock);
    let News::Built(build) = server.wait() else { panic!("a build was to come") };
    assert_eq!(build.changed, ["content/pages/about/document.lock"]);
    assert_eq!(get(&server, "/en/about").status, 200);
}

#[test]
fn an_error_leaves_the_pages_as_they_were_and_shows_in_the_panel_until_it_is_mended() {
    let site = Site::new();
    let (server, _) = site.served();
    let quiet = panel(&server, "/en/about");
    let page = get(&server, "/en/about").body;
    let mut tab = Tab::at(&server, "path=/en/about");
    site.write(ABOUT, &WORDS.replace("Hello.", "{ $nothing }"));
    assert_eq!(tab.next().as_deref(), Some("diagnostics"));
    assert_eq!(get(&server, "/en/about").body, page);
    let said = panel(&server, "/en/about");
    assert!(said[0].1.starts_with("content/pages/about/en.md:6:"), "{said:?}");
    site.write(ABOUT, WORDS);
    assert_eq!(tab.next().as_deref(), Some("diagnostics"));
    assert_eq!(panel(&server, "/en/about"), quiet);
    assert_eq!(get(&server, "/en/about").body, page);
}

#[test]
fn a_site_that_was_never_whole_shows_its_errors_everywhere_until_it_is() {
    let site = Site::new();
    site.write("warta.yaml", "base_urk: https://newsroom.example.org\n");
    let (server, first) = site.served();
    assert_eq!(first.standing, Standing::Broken);
    let page = get(&server, "/en/about");
    assert_eq!(page.status, 500);
    assert!(page.body.contains("warta.yaml:1:1") && page.body.contains("base_urk"), "{}", page.body);
    let mut tab = Tab::at(&server, "path=/en/about");
    site.write(SITE[0].0, SITE[0].1);
    assert_eq!(tab.next().as_deref(), Some("change"));
    assert_eq!(get(&server, "/en/about").status, 200);
}

#[test]
fn a_template_that_fails_on_one_page_says_so_there_and_leaves_the_others_alone() {
    let site = Site::new();
    site.write(
        "themes/warta/templates/page.html",
        "{% if doc.lang == \"en\" %}{{ doc.nothing.at.all }}{% endif %}Own.",
    );
    let (mut server, first) = site.served();
    assert_eq!(first.standing, Standing::Fresh, "{:?}", first.said);
    assert!(get(&server, "/id/tentang").body.contains("Own."));
    let broken = get(&server, "/en/about");
    assert_eq!(broken.status, 500);
    assert!(broken.body.contains("themes/warta/templates/page.html:1:"), "{}", broken.body);
    assert!(panel(&server, "/id/tentang").iter().all(|(_, place)| !place.starts_with("themes/")));
    assert!(panel(&server, "/en/about").iter().any(|(_, place)| place.starts_with("themes/")));
    assert!(matches!(server.wait(), News::Page(said) if said[0].is_error()));
}

#[test]
fn a_folder_made_while_serving_is_watched_too() {
    let site = Site::new();
    let (server, _) = site.served();
    let mut tab = Tab::at(&server, "path=/en/about");
    site.write("themes/warta/templates/page.html", "First.");
    assert_eq!(tab.next().as_deref(), Some("change"));
    site.write("themes/warta/templates/page.html", "Second.");
    while !get(&server, "/en/about").body.contains("Second.") {
        assert_eq!(tab.next().as_deref(), Some("change"));
    }
}

#[test]
fn a_tab_that_missed_a_change_hears_of_it_when_it_comes_back() {
    let site = Site::new();
    let (server, _) = site.served();
    let page = get(&server, "/en/about").body;
    let fingerprint = |page: &str| {
        let (_, rest) = page.split_once("data-fingerprint=\"").expect("the script has one");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let old = fingerprint(&page);
    let mut there = Tab::at(&server, "path=/en/about");
    site.write(ABOUT, &WORDS.replace("Hello.", "Good night."));
    assert_eq!(there.next().as_deref(), Some("change"));
    let mut back = Tab::at(&server, &format!("path=/en/about&fingerprint={old}"));
    assert_eq!(back.next().as_deref(), Some("change"));
}

#[test]
fn a_port_that_is_taken_is_said_or_passed_over() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port();
    let site = Site::new();
    let start = |port: Port| {
        let at = Instant::parse("2021-11-16 18.00 WITA").expect("an instant");
        let origin = Origin::Folder(site.root().to_path_buf());
        let project = Project {
            origin,
            at,
            base_url: None,
            urls: None,
            strictness: Strictness::Build,
            view: View::Public,
            only: None,
        };
        Server::start(Options { project, port, language: Language::English })
    };
    assert!(matches!(start(Port::Exactly(port)), Err(CannotStart::PortTaken(said)) if said == port));
    let (server, _) = start(Port::From(port)).expect("one of the next twenty is free");
    assert_ne!(server.address().port(), port);
}

#[test]
fn stopping_ends_the_streams_and_frees_the_port() {
    let site = Site::new();
    let (server, _) = site.served();
    let address = server.address();
    let mut tab = Tab::at(&server, "path=/en/about");
    server.stop();
    assert_eq!(tab.next(), None);
    assert!(TcpStream::connect(address).is_err());
}

#[cfg(unix)]
#[test]
fn the_command_prints_the_address_serves_and_ends_clean_at_an_interrupt() {
    let site = Site::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    command.args(["serve", "--port", "0", "--locale", "id", "--root"]).arg(site.root());
    let mut child = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut said = BufReader::new(child.stderr.take().expect("it is piped")).lines().map(|line| line.expect("text"));
    let line = said.by_ref().find(|line| line.contains("http://")).expect("an address");
    let (_, rest) = line.split_once("http://").expect("an address");
    let (address, _) = rest.split_once('/').expect("its end");
    let page = ask(address.parse().expect("an address"), "GET /id/tentang HTTP/1.0\r\nHost: localhost\r\n\r\n");
    assert_eq!(page.status, 200);
    assert!(said.by_ref().any(|line| line == "menunggu perubahan"));
    let interrupted = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(interrupted.success());
    assert_eq!(said.collect::<Vec<_>>(), ["berhenti"]);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}
