//! What is asked, how often, and what is made of the answers.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

use warta::diagnostic::Diagnostic;
use warta::diagnostic::print;
use warta::external::{self, Found, Known, Manner};
use warta::pipeline::{self, Origin, Project, Strictness};
use warta::source::Sources;

use super::server::{Log, Server};
use crate::check::{Case, base, both_languages, faults, shown};
use crate::support::office::Office;
use crate::support::{at, project};

const AT: &str = "2021-11-20 00.00 UTC";
const OPENING: &str = "content/releases/opening/en.md";
const MEMORY: &str = ".warta/links.json";

/// Long enough for the loopback on a busy machine.
const PATIENT: Manner = Manner { timeout: Duration::from_secs(20), total: Duration::from_secs(60) };

/// The site beneath the cases, with these paragraphs in a release.
fn site(paragraphs: &str) -> BTreeMap<String, String> {
    let mut files = base("newsroom");
    let text = format!("---\ntitle: The harbour conference opens\nslug: conference-opens\n---\n\n{paragraphs}\n");
    files.insert(OPENING.to_owned(), text);
    files
}

fn txtar(files: &BTreeMap<String, String>) -> String {
    files.iter().map(|(name, text)| format!("-- {name} --\n{text}")).collect()
}

/// A paragraph with a link to each address.
fn links(addresses: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    addresses.into_iter().fold(String::new(), |mut text, address| {
        let _ = write!(text, "[it]({}) ", address.as_ref());
        text
    })
}

fn checked(project: &Project) -> pipeline::Report {
    pipeline::check(project).unwrap()
}

/// Asks the links of a site in memory, of which nothing is known.
fn asked(files: &BTreeMap<String, String>, manner: Manner) -> Found {
    let report = checked(&project(&txtar(files)));
    assert!(!report.has_errors(), "{:?}", crate::support::codes(&report.said));
    external::run(&report.prepared.unwrap().site, &mut Known::read(b"", &at(AT)), manner, &|_, _| {})
}

/// What is said of the site in the folder: the lines of the format `short` in the code's area.
fn told(office: &Office, more: &[&str]) -> Vec<String> {
    let output = office.run("check", AT, &[&["--external"], more].concat());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said.lines().map(str::to_owned).collect()
}

fn reasons(found: &Found) -> Vec<(String, String)> {
    let value = |said: &Diagnostic, name: &str| {
        said.arguments.iter().find(|(known, _)| *known == name).map_or(String::new(), |(_, value)| value.clone())
    };
    let mut all: Vec<_> = found.said.iter().map(|said| (value(said, "address"), value(said, "reason"))).collect();
    all.sort();
    all
}

/// A case whose addresses are those of this test's host.
fn compare(name: &str) {
    let (case, server) = (Case::named(name), Server::start());
    let closed = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    // Too long for a name, so that no name server is asked.
    let (port, closed, long) = (server.port.to_string(), closed.to_string(), "n".repeat(70));
    let put = |text: &str| text.replace("PORT", &port).replace("CLOSED", &closed).replace("NAME", &long);
    let files = case.files().into_iter().map(|(file, text)| (file, put(&text))).collect();
    let project = Project { strictness: Strictness::Check, at: at(AT), ..project(&txtar(&files)) };
    let mut report = checked(&project);
    let site = report.prepared.unwrap().site;
    let mut found = external::run(&site, &mut Known::read(b"", &at(AT)), PATIENT, &|_, _| {});
    pipeline::weigh(&mut found.said, &site, Strictness::Check);
    report.said.append(&mut found.said);
    print::sort(&mut report.said);
    let words = both_languages();
    let source = |file: &str| pipeline::text_again(&project.origin, file);
    let wrong: Vec<String> = report.said.iter().flat_map(|said| faults(said, &words, &source)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let said = shown(&report.said, &words[0]);
    let said = said.replace(&port, "PORT").replace(&closed, "CLOSED").replace(&long, "NAME");
    case.compare(&said).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn an_address_where_nothing_is_any_more_is_told_at_every_place() {
    compare("W0443-link-gone");
}

#[test]
fn an_address_that_could_not_be_asked_is_told_with_the_reason() {
    compare("W0444-link-not-asked");
}

#[test]
fn no_refusal_of_a_head_is_believed_and_a_host_may_ask_for_a_moment() {
    let server = Server::start();
    let paths = ["/there", "/head-refused", "/head-lies", "/busy", "/cut-once", "/hop/5"];
    let found = asked(&site(&links(paths.map(|path| server.url(path)))), PATIENT);
    assert_eq!((found.there, found.gone, found.not_asked), (6, 0, 0), "{:?}", reasons(&found));
    let requests = server.log.take();
    let of = |path: &str| requests.iter().filter(|request| request.ends_with(path)).cloned().collect::<Vec<_>>();
    assert_eq!(of("/there"), ["HEAD /there"]);
    for path in ["/head-refused", "/head-lies", "/busy", "/cut-once"] {
        assert_eq!(of(path), [format!("GET {path}"), format!("HEAD {path}")]);
    }
    assert_eq!(requests.iter().filter(|request| request.contains("/hop/")).count(), 6);
}

#[test]
fn a_circle_a_way_of_six_steps_and_one_to_another_protocol_are_not_followed_to_an_end() {
    let server = Server::start();
    let [circle, long, astray] = ["/loop", "/hop/6", "/astray"].map(|path| server.url(path));
    let found = asked(&site(&links([&circle, &long, &astray])), PATIENT);
    let expected = [(astray, "protocol"), (long, "redirects"), (circle, "redirects")];
    assert_eq!(reasons(&found), expected.map(|(address, reason)| (address, reason.to_owned())));
}

#[test]
fn a_redirect_to_a_file_is_none_of_the_web_and_asks_for_nothing_more() {
    let server = Server::start();
    let file = server.url("/to-a-file");
    let found = asked(&site(&links([&file])), PATIENT);
    assert_eq!(reasons(&found), [(file, "protocol".to_owned())]);
    let requests = server.log.take();
    assert!(requests.iter().all(|request| request.ends_with(" /to-a-file")), "{requests:?}");
}

#[test]
fn a_password_is_neither_sent_nor_told_and_a_long_address_is_shortened() {
    let server = Server::start();
    let secret = server.url("/forbidden").replace("http://", "http://guest:tide@");
    let long = format!("https://tide.example/{}", "é".repeat(200));
    let found = asked(&site(&links([&secret, &long])), PATIENT);
    let told = reasons(&found);
    assert!(told.iter().any(|(address, _)| *address == server.url("/forbidden")), "{told:?}");
    assert!(told.iter().all(|(address, _)| address.chars().count() <= 151), "{told:?}");
    assert!(told.iter().any(|(address, _)| address.ends_with('…')), "{told:?}");
    let heads = server.log.heads().concat().to_lowercase();
    assert!(!heads.contains("authorization") && !heads.contains("tide"), "{heads}");
}

#[test]
fn a_host_that_asks_to_wait_for_an_hour_is_not_waited_for() {
    let server = Server::start();
    let found = asked(&site(&links([server.url("/busy-long")])), PATIENT);
    assert_eq!(found.said[0].arguments[1], ("status".into(), "503".to_owned()));
    assert_eq!(server.log.take(), ["HEAD /busy-long"]);
}

#[test]
fn of_a_film_only_the_beginning_is_taken() {
    let server = Server::start();
    let found = asked(&site(&links([server.url("/large")])), PATIENT);
    assert_eq!(found.there, 1, "{:?}", reasons(&found));
    assert!(server.log.sent() < 64 * 1024 * 1024, "{}", server.log.sent());
}

#[test]
fn each_address_is_asked_once_without_its_anchor_and_the_site_itself_never() {
    let server = Server::start();
    let [plain, anchored, shouted] = [
        server.url("/a b".replace(' ', "%20").as_str()),
        server.url("/a%20b#part"),
        server.url("/a%20b").replace("http", "HTTP"),
    ];
    let own = "https://press.example/en/press-releases/2021/conference-opens";
    let mut files = site(&links([plain.as_str(), &anchored, &shouted, own, "mailto:press@aluria.org", "tel:+62"]));
    let text = files[OPENING].replace("The harbour", "Harbour").replace("conference-opens", "again");
    files.insert("content/releases/again/en.md".to_owned(), text.clone());
    files.insert("content/releases/again/id.md".to_owned(), text);
    let facts = files["content/releases/opening/document.yaml"].clone();
    files.insert("content/releases/again/document.yaml".to_owned(), facts);
    let settings = files["warta.yaml"].clone() + &format!("redirects: {{/old: \"{}\"}}\n", "https://moved.invalid/x");
    files.insert("warta.yaml".to_owned(), settings);
    let found = asked(&files, PATIENT);
    assert_eq!((found.there, found.not_asked), (1, 1));
    assert_eq!(server.log.take(), ["HEAD /a%20b"]);
    assert_eq!(&*found.said[0].place.as_ref().unwrap().file, "warta.yaml");
}

#[test]
fn a_host_learns_the_name_of_the_program_and_nothing_of_who_asks_or_from_where() {
    let server = Server::start();
    asked(&site(&links([server.url("/hop/1")])), PATIENT);
    let agent = format!("user-agent: warta/{}", env!("CARGO_PKG_VERSION"));
    let heads = server.log.heads();
    assert_eq!(heads.len(), 2);
    for head in heads.iter().map(|head| head.to_lowercase()) {
        let names: Vec<&str> = head.lines().skip(1).filter_map(|line| Some(line.split_once(':')?.0)).collect();
        assert!(names.iter().all(|name| ["host", "user-agent", "accept"].contains(name)), "{head}");
        assert!(head.lines().any(|line| line == agent), "{head}");
    }
}

#[test]
fn a_host_is_asked_by_two_at_once_and_all_hosts_together_by_eight() {
    let server = Server::start();
    let paths = (0..5).map(|at| server.url(&format!("/together/{at}")));
    assert_eq!(asked(&site(&links(paths)), PATIENT).there, 5);
    assert_eq!(server.log.most_together(), 2);
    if !cfg!(target_os = "linux") {
        // Elsewhere the loopback has one address unless somebody gave it more.
        return;
    }
    let log: Arc<Log> = Arc::default();
    let servers: Vec<Server> = (1..7).map(|at| Server::start_at(Ipv4Addr::new(127, 0, 0, at), &log)).collect();
    let paths = servers.iter().flat_map(|server| [server.url("/together/1"), server.url("/together/2")]);
    assert_eq!(asked(&site(&links(paths)), PATIENT).there, 12);
    assert_eq!(log.most_together(), 8);
}

#[test]
fn a_host_that_keeps_silent_is_given_up_and_others_are_asked_all_the_same() {
    let [silent, other] = [Server::start(), Server::start_at(Ipv4Addr::LOCALHOST, &Arc::default())];
    let dead: Vec<String> = (0..40).map(|at| silent.url(&format!("/silent/{at}"))).collect();
    let there = other.url("/there").replace("127.0.0.1", "localhost");
    let start = Instant::now();
    let manner = Manner { timeout: Duration::from_millis(700), ..PATIENT };
    let found = asked(&site(&links(dead.iter().chain([&there]))), manner);
    assert_eq!((found.there, found.not_asked), (1, 40), "{:?}", reasons(&found));
    assert!(reasons(&found).iter().all(|(_, reason)| reason == "timeout"));
    assert_eq!(silent.log.take().len(), 6, "three of each of two at once");
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn once_the_time_for_all_is_over_the_rest_is_told_as_not_asked() {
    let server = Server::start();
    let files = site(&links([server.url("/there"), server.url("/gone")]));
    let found = asked(&files, Manner { total: Duration::ZERO, ..PATIENT });
    assert!(reasons(&found).iter().all(|(_, reason)| reason == "time"), "{:?}", reasons(&found));
    assert_eq!((found.not_asked, server.log.take().len()), (2, 0));
}

#[test]
fn what_was_there_is_not_asked_again_for_a_week_and_what_was_gone_is() {
    let server = Server::start();
    let office = Office::of(&txtar(&site(&links([server.url("/there"), server.url("/gone")]))));
    let gone = ["GET /gone", "HEAD /gone"];
    let all = ["GET /gone", "HEAD /gone", "HEAD /there"];
    let first = told(&office, &[]);
    assert!(first.len() == 1 && first[0].contains("en.md:6:") && first[0].contains("error[W0443]"), "{first:?}");
    assert_eq!(server.log.take(), all);
    assert_eq!((told(&office, &[]), server.log.take()), (first.clone(), gone.map(str::to_owned).to_vec()));
    let memory = office.read(MEMORY);
    let second: i64 = memory.split(": ").last().unwrap().trim_matches(['\n', ' ', '}']).parse().unwrap();
    let week = 7 * 24 * 60 * 60;
    for (other, expected) in [
        (memory.replace(&second.to_string(), &(second - week + 3600).to_string()), gone.as_slice()),
        (memory.replace(&second.to_string(), &(second - week).to_string()), all.as_slice()),
        (memory.replace(&second.to_string(), &(second + 3600).to_string()), all.as_slice()),
        (memory.replace(&second.to_string(), &i64::MIN.to_string()), all.as_slice()),
        (memory.replace("\"version\": 1", "\"version\": 2"), all.as_slice()),
        (memory[..memory.len() / 2].to_owned(), all.as_slice()),
        (String::new(), all.as_slice()),
    ] {
        office.write(MEMORY, &other);
        assert_eq!(told(&office, &[]), first);
        assert_eq!(server.log.take(), expected, "{other}");
    }
    // Told by the clock, not by the instant of the check.
    office.run("check", "2041-01-01 00.00 UTC", &["--external"]);
    assert_eq!(server.log.take(), gone);
}

#[test]
fn a_check_that_asks_writes_nothing_but_what_it_remembers() {
    let server = Server::start();
    let files = site(&links([server.url("/there")]));
    let office = Office::of(&txtar(&files));
    assert_eq!(told(&office, &[]), Vec::<String>::new());
    let after = crate::support::golden::read(office.path());
    let names: Vec<&str> = after.keys().map(String::as_str).filter(|name| !files.contains_key(*name)).collect();
    assert_eq!(names, [MEMORY]);
    std::fs::remove_dir_all(office.path().join(".warta")).unwrap();
    assert_eq!(told(&office, &[]), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_memory_that_is_a_link_to_elsewhere_is_neither_read_nor_written() {
    let (server, elsewhere) = (Server::start(), tempfile::tempdir().unwrap());
    let office = Office::of(&txtar(&site(&links([server.url("/there")]))));
    std::os::unix::fs::symlink(elsewhere.path(), office.path().join(".warta")).unwrap();
    told(&office, &[]);
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn every_format_shows_it_and_the_closing_line_counts() {
    let server = Server::start();
    let office = Office::of(&txtar(&site(&links([server.url("/there"), server.url("/gone"), server.url("/fault")]))));
    for format in ["json", "sarif", "github"] {
        let output = office.run_as(format, "check", AT, &["--external"]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("W0443") && said.contains("W0444"), "{said}");
        assert_eq!(output.status.code(), Some(1));
    }
    let human = office.run_as("human", "check", AT, &["--external"]);
    let said = String::from_utf8(human.stderr).unwrap();
    let closing = "asked 2 addresses outside the site: 0 there, 1 gone, 1 could not be asked; 1 more were there";
    assert!(said.contains(closing), "{said}");
}

#[test]
fn a_site_may_weigh_otherwise_and_no_waiver_may_name_it() {
    let server = Server::start();
    let office = Office::of(&txtar(&site(&links([server.url("/gone"), server.url("/fault")]))));
    office.edit("warta.yaml", "checks: {", "checks: {link-gone: warning, link-not-asked: off, ");
    let output = office.run("check", AT, &["--external"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("warning[W0443]") && !said.contains("W0444"), "{said}");
    assert_eq!(output.status.code(), Some(0));
    office.add("content/releases/opening/document.yaml", "waive: [{check: link-gone, reason: known}]\n");
    let said = told(&office, &[]);
    assert!(said.iter().any(|line| line.contains("error[W0206]") && line.contains("link-gone")), "{said:?}");
}

#[test]
fn a_held_document_is_asked_beforehand_and_a_draft_only_warns() {
    let server = Server::start();
    let office = Office::of(&txtar(&site(&links([server.url("/gone")]))));
    office.edit("content/releases/opening/document.yaml", "2021-11-16", "2031-11-16");
    assert!(told(&office, &[]).iter().any(|line| line.contains("error[W0443]")));
    office.edit("content/releases/opening/document.yaml", "approved", "draft");
    assert!(told(&office, &[]).iter().any(|line| line.contains("warning[W0443]")));
}

#[test]
fn a_timeout_needs_the_option_that_it_is_of() {
    let office = Office::of(&txtar(&site("Nothing.")));
    for more in [&["--timeout", "5"][..], &["--external", "--timeout", "0"], &["--external", "--timeout", "x"]] {
        assert_eq!(office.run("check", AT, more).status.code(), Some(2), "{more:?}");
    }
    assert_eq!(told(&office, &["--timeout", "5"]), Vec::<String>::new());
    assert!(!office.path().join(".warta").exists());
}

#[test]
fn links_of_any_shape_make_no_panic() {
    let odd = [
        "http://",
        "https://:80/",
        "http://[::1",
        "http://[::g]/",
        "http://a:99999/",
        "http://a:b@/",
        "https:///x",
        "http://%00/",
        "http://a%20b/",
        "http://…/é",
        "HTTP:",
        "http://.example",
        "http://example",
        "http://x.test.:1/",
        "https://é.example/\\",
        "http://?",
        "http://@@@",
        "http:/a",
    ];
    let mut files = base("newsroom");
    let mut facts = files["content/releases/opening/document.yaml"].clone() + "extra:\n  all:\n";
    odd.iter().for_each(|odd| facts.push_str(&format!("    - '{odd}'\n")));
    files.insert("content/releases/opening/document.yaml".to_owned(), facts);
    let (settings, sources) = Sources::from_txtar(&txtar(&files));
    let project = Project { origin: Origin::Memory(settings, sources), ..project("") };
    let site = checked(&project).prepared.unwrap().site;
    let found = external::run(&site, &mut Known::read(b"", &at(AT)), PATIENT, &|_, _| {});
    assert_eq!((found.there, found.gone), (0, 0));
    let wrong: Vec<_> =
        reasons(&found).into_iter().filter(|(_, reason)| !["address", "reserved"].contains(&reason.as_str())).collect();
    assert_eq!(wrong, []);
    // Without what stands before the @, three are the same.
    assert_eq!(found.not_asked, odd.len() - 2);
}
