//! Bad input through the program, on a disk: files that cannot be read, folders that cannot be written,
//! builds that are cut off.
#![expect(clippy::disallowed_methods, reason = "a test makes its sites")]

mod cut;
mod memory;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use warta::digest::Sha256;
use warta::source::Source;

use crate::check::{Case, base};

const OPENING: &str = "content/releases/opening";

/// A folder with a site, one beside it, and one for the output.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn of(files: &BTreeMap<String, String>) -> Desk {
        let desk = Desk { folder: TempDir::new().expect("a folder can be made") };
        for (file, text) in files {
            desk.write(file, text.as_bytes());
        }
        desk
    }

    fn root(&self) -> std::path::PathBuf {
        self.folder.path().join("site")
    }

    fn beside(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("folders can be made");
        fs::write(path, bytes).expect("the site can be written");
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
        let root = self.root();
        command.args(arguments).args(["--locale", "en", "--format", "json", "--at", "2021-11-20 00.00 UTC", "--root"]);
        command.arg(&root).env_clear().current_dir(root);
        command
    }

    /// Runs the program: its exit status, and what it said as the cases have it.
    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.command(arguments).output().expect("the program runs");
        (output.status.code().unwrap_or(-1), self.said(&output))
    }

    /// The diagnostics of the JSON form in the form of the cases; `…` for the folder.
    fn said(&self, output: &Output) -> String {
        let said: Vec<Value> = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
        let mut text = String::new();
        for one in &said {
            if let Some(place) = one["place"].as_object() {
                let file = place["file"].as_str().unwrap_or_default().escape_default();
                let _ = write!(text, "{file}:{}:{}: ", place["line"], place["column"]);
            }
            let of = |key: &str| one[key].as_str().unwrap_or_default();
            let _ = writeln!(text, "{}[{}]: {}", of("severity"), of("code"), of("message"));
            let _ = writeln!(text, "  help: {}", of("help"));
        }
        text.replace(&*self.folder.path().to_string_lossy(), "…")
    }
}

/// Runs a case through the program, after its site was prepared.
fn compare(name: &str, prepare: impl Fn(&Desk), arguments: &[&str]) {
    let case = Case::named(name);
    let desk = Desk::of(&case.files());
    prepare(&desk);
    let (status, said) = desk.run(arguments);
    assert_eq!(status, 1, "{said}");
    case.compare(&said).unwrap_or_else(|error| panic!("{error}"));
}

/// Every file of a folder with its bytes, the manifest's included.
fn files_of(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
    files.map(|entry| (name(entry.path()), fs::read(entry.path()).expect("it can be read"))).collect()
}

#[test]
fn text_that_is_not_utf8_is_said_at_the_first_wrong_byte() {
    let latin = b"---\ntitle: The harbour conference opens\nslug: caf\xe9\n---\n";
    compare("W0101-not-utf8", |desk| desk.write(&format!("{OPENING}/en.md"), latin), &["check"]);
}

#[test]
fn a_text_over_the_limit_is_not_read() {
    let large = vec![b'a'; 4 * 1024 * 1024 + 1];
    compare("W0102-file-too-large", |desk| desk.write(&format!("{OPENING}/en.md"), &large), &["check"]);
}

#[test]
fn links_out_of_the_site_are_not_followed() {
    let prepare = |desk: &Desk| {
        fs::create_dir(desk.beside("secrets")).expect("a folder can be made");
        fs::write(desk.beside("secrets/plan.txt"), "secret").expect("it can be written");
        let opening = desk.root().join(OPENING);
        symlink(desk.beside("secrets/plan.txt"), opening.join("secret.txt")).expect("links can be made");
        symlink("../../../../secrets", opening.join("folder")).expect("links can be made");
        symlink(desk.beside("secrets"), desk.root().join("static")).expect("links can be made");
        // A link inside the site is fine.
        symlink("en.md", opening.join("copy.txt")).expect("links can be made");
    };
    compare("W0103-link-leaves-site", prepare, &["check"]);
}

#[test]
fn settings_through_a_link_out_of_the_site_are_refused() {
    let desk = Desk::of(&base("newsroom"));
    fs::rename(desk.root().join("warta.yaml"), desk.beside("warta.yaml")).expect("it can be moved");
    symlink(desk.beside("warta.yaml"), desk.root().join("warta.yaml")).expect("links can be made");
    let (status, said) = desk.run(&["check"]);
    assert_eq!(
        (status, said.lines().next()),
        (1, Some("warta.yaml:1:1: error[W0103]: the symbolic link leads out of the site"))
    );
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_read() {
    let prepare = |desk: &Desk| {
        let opening = desk.root().join(OPENING);
        symlink(desk.root().join("content/releases"), opening.join("again")).expect("links can be made");
        symlink("nowhere", opening.join("annex.pdf")).expect("links can be made");
    };
    compare("W0104-unreadable", prepare, &["check"]);
}

#[test]
fn names_that_cannot_be_in_a_url_are_refused() {
    let prepare = |desk: &Desk| {
        let opening = desk.root().join(OPENING);
        let names: [&[u8]; 3] = [b"an\nex.pdf", b"back\\slash.pdf", b"caf\xe9.pdf"];
        for name in names {
            fs::write(opening.join(std::ffi::OsStr::from_bytes(name)), "PDF").expect("it can be written");
        }
    };
    compare("W0106-bad-file-name", prepare, &["check"]);
}

#[test]
fn the_output_lies_neither_among_the_sources_nor_around_them() {
    compare("W0902-output-inside-source", |_| {}, &["build", "--out", "content/public"]);
    let desk = Desk::of(&base("newsroom"));
    symlink(desk.root().join("static"), desk.beside("link")).expect("links can be made");
    fs::create_dir(desk.root().join("static")).expect("a folder can be made");
    for out in ["site/content", "site", ".", "site/public/../content/x", "link", "link/below"] {
        let out = desk.folder.path().join(out);
        let (status, said) = desk.run(&["build", "--out", &out.to_string_lossy()]);
        assert!(status == 1 && said.starts_with("error[W0902]"), "{out:?}: {said}");
    }
}

#[test]
fn a_file_where_the_output_should_be_stays() {
    let prepare = |desk: &Desk| fs::write(desk.beside("public"), "mine").expect("it can be written");
    let case = Case::named("W0903-output-not-writable");
    let desk = Desk::of(&case.files());
    prepare(&desk);
    let (status, said) = desk.run(&["build", "--out", &desk.beside("public").to_string_lossy()]);
    assert_eq!(status, 1, "{said}");
    case.compare(&said).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(fs::read(desk.beside("public")).expect("it is there"), b"mine");
}

#[test]
fn a_folder_that_warta_did_not_make_is_left_as_it_is() {
    let desk = Desk::of(&base("newsroom"));
    fs::create_dir(desk.beside("mine")).expect("a folder can be made");
    fs::write(desk.beside("mine/index.html"), "mine").expect("it can be written");
    let (status, said) = desk.run(&["build", "--out", &desk.beside("mine").to_string_lossy()]);
    assert!(status == 1 && said.starts_with("error[W0901]"), "{said}");
    assert_eq!(files_of(&desk.beside("mine")), BTreeMap::from([("index.html".to_owned(), b"mine".to_vec())]));
}

#[test]
fn a_manifest_cannot_make_warta_remove_what_lies_outside() {
    let desk = Desk::of(&base("newsroom"));
    fs::write(desk.beside("victim"), "precious").expect("it can be written");
    let out = desk.beside("public");
    let out_word = out.to_string_lossy().into_owned();
    assert_eq!(desk.run(&["build", "--out", &out_word]), (0, String::new()));
    let manifest = fs::read_to_string(out.join(".warta.json")).expect("it is there");
    let entry = manifest.lines().nth(1).and_then(|line| line.split_once("\":")).expect("it lists files").1;
    let forged =
        manifest.replacen("\"files\":{", &format!("\"files\":{{\n\"../victim\":{},", entry.trim_end_matches(',')), 1);
    fs::write(out.join(".warta.json"), forged).expect("it can be written");
    let (status, said) = desk.run(&["build", "--out", &out_word]);
    assert!(status == 1 && said.contains("W0903"), "{status} {said}");
    assert_eq!(fs::read(desk.beside("victim")).expect("it is there"), b"precious");
}

#[test]
fn a_byte_order_mark_and_carriage_returns_change_nothing() {
    let files = base("newsroom");
    let desk = Desk::of(&files);
    let plain = desk.beside("plain");
    assert_eq!(desk.run(&["build", "--out", &plain.to_string_lossy()]), (0, String::new()));
    for (file, text) in &files {
        desk.write(file, format!("\u{feff}{}", text.replace('\n', "\r\n")).as_bytes());
    }
    let windows = desk.beside("windows");
    assert_eq!(desk.run(&["build", "--out", &windows.to_string_lossy()]), (0, String::new()));
    let (mut plain, mut windows) = (files_of(&plain), files_of(&windows));
    // Fingerprints are those of the files as they are.
    plain.remove(".warta.json");
    windows.remove(".warta.json");
    let differ: Vec<&String> = plain.keys().filter(|file| plain.get(*file) != windows.get(*file)).collect();
    assert_eq!(differ, Vec::<&String>::new());
    assert_eq!(plain.len(), windows.len());
}

/// Runs a script in a mount namespace of its own, with the program's command as `"$@"` and a folder to
/// mount on as `$OUT`. None where this machine allows no such thing: then there is nothing to test with.
fn with_mounts(desk: &Desk, script: &str) -> Option<Output> {
    fs::create_dir(desk.beside("out")).expect("a folder can be made");
    let out = desk.beside("out");
    let inner = desk.command(&["build", "--out", &out.to_string_lossy()]);
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]);
        command.arg(inner.get_program()).args(inner.get_args()).env("OUT", &out).stdin(Stdio::null());
        command.output().ok()
    };
    unshare("mount -t tmpfs -o size=64k tmpfs \"$OUT\"").filter(|output| output.status.success())?;
    unshare(script)
}

#[test]
fn a_full_disk_leaves_an_incomplete_tree_that_the_next_build_mends() {
    let case = Case::named("W0904-disk-full");
    let desk = Desk::of(&case.files());
    let script = "mount -t tmpfs -o size=16k tmpfs \"$OUT\" && { \"$@\"; status=$?; \
        grep -q '\"state\":\"incomplete\"' \"$OUT/.warta.json\" && echo incomplete >&2; exit $status; }";
    let Some(output) = with_mounts(&desk, script) else { return };
    let said = desk.said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("incomplete"), "{output:?}");
    // Which files still fit depends on who writes first; that each of the others is named does not.
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("error")).collect();
    assert!(!lines.is_empty() && lines.iter().all(|line| line.starts_with("error[W0904]")), "{said}");
    let shape: String = said.lines().take(2).map(|line| format!("{line}\n")).collect();
    let name = shape.split('"').nth(1).unwrap_or_default().to_owned();
    case.compare(&shape.replace(&name, "…")).unwrap_or_else(|error| panic!("{error}"));
    fs::remove_dir(desk.beside("out")).expect("it is empty outside the namespace");
    let fresh = desk.beside("fresh");
    assert_eq!(desk.run(&["build", "--out", &fresh.to_string_lossy()]), (0, String::new()));
    // Of the second, with room for its own folder and nothing else, not even what says that the build began could be kept.
    for (room, told) in [("size=16k", "note[W0905]"), ("nr_inodes=1", "")] {
        let script = format!(
            "mount -t tmpfs -o {room} tmpfs \"$OUT\" && {{ \"$@\" >/dev/null; \
             mount -o remount,size=64m,nr_inodes=10k \"$OUT\" && \"$@\" && cp -a \"$OUT\" \"$OUT.mended\"; }}"
        );
        let output = with_mounts(&desk, &script).expect("it did so before");
        assert!(output.status.success(), "{output:?}");
        let said = desk.said(&output);
        assert!(said.starts_with(told) && said.is_empty() == told.is_empty(), "{room}: {output:?}");
        assert_eq!(files_of(&desk.beside("out.mended")), files_of(&fresh), "{room}");
        fs::remove_dir(desk.beside("out")).expect("it is empty outside the namespace");
        fs::remove_dir_all(desk.beside("out.mended")).expect("it was copied there");
    }
}

#[test]
fn a_folder_that_may_only_be_read_is_named() {
    let desk = Desk::of(&base("newsroom"));
    let Some(output) = with_mounts(&desk, "mount -t tmpfs -o ro tmpfs \"$OUT\" && exec \"$@\"") else { return };
    let said = desk.said(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.starts_with("error[W0903]: \".warta.json\" cannot be written: "), "{said}");
}

/// A site with enough pages to be cut off in.
fn large_site(notice: &str) -> BTreeMap<String, String> {
    let mut files = base("newsroom");
    for number in 0..60 {
        let folder = format!("content/releases/r{number}");
        let facts = "status: approved\npublish: 2021-11-16 18.00 WITA\noriginal: en\n";
        files.insert(format!("{folder}/document.yaml"), facts.to_owned());
        for locale in ["id", "en"] {
            files.insert(
                format!("{folder}/{locale}.md"),
                format!("---\ntitle: R {number}\nslug: r{number}\n---\n\n{notice}\n"),
            );
        }
    }
    files
}

#[test]
fn a_build_that_is_killed_leaves_whole_files_and_the_next_one_is_right() {
    let desk = Desk::of(&large_site("Before."));
    let build = |out: &Path| desk.run(&["build", "--out", &out.to_string_lossy()]);
    let (before, after, out) = (desk.beside("before"), desk.beside("after"), desk.beside("out"));
    assert_eq!(build(&before), (0, String::new()));
    for (file, text) in large_site("Afterwards.") {
        desk.write(&file, text.as_bytes());
    }
    assert_eq!(build(&after), (0, String::new()));
    let (before, after) = (files_of(&before), files_of(&after));
    for cut in [1, 20, 70, 120] {
        let _ = fs::remove_dir_all(&out);
        for (file, bytes) in &before {
            fs::create_dir_all(out.join(file).parent().expect("it has a folder")).expect("folders can be made");
            fs::write(out.join(file), bytes).expect("it can be written");
        }
        let mut running = desk.command(&["build", "--out", &out.to_string_lossy()]);
        let mut running = running.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs");
        let changed =
            || before.iter().filter(|(file, old)| fs::read(out.join(file)).is_ok_and(|new| new != **old)).count();
        while changed() < cut && running.try_wait().expect("it can be asked").is_none() {}
        running.kill().expect("it can be killed");
        running.wait().expect("it ends");
        let halfway = files_of(&out);
        let torn = |(file, bytes): &(&String, &Vec<u8>)| {
            let is_whole = before.get(*file) == Some(bytes) || after.get(*file) == Some(bytes);
            !is_whole && !file.ends_with(".new") && file.as_str() != ".warta.json"
        };
        assert_eq!(halfway.iter().filter(torn).map(|(file, _)| file).collect::<Vec<_>>(), Vec::<&String>::new());
        let (status, said) = build(&out);
        assert!(status == 0 && (said.is_empty() || said.starts_with("note[W0905]")), "{said}");
        assert_eq!(files_of(&out), after, "cut at {cut}");
    }
}

/// A site with one release and its line.
fn sealed() -> BTreeMap<String, String> {
    let mut files = Case::named("W1015-no-signature-fits").files();
    files.retain(|file, _| !file.starts_with("signatures/"));
    files
}

#[test]
fn a_ledger_that_is_cut_off_is_told_apart_from_one_that_lacks_its_last_line_feed() {
    let desk = Desk::of(&sealed());
    let line = sealed()["ledger.jsonl"].clone();
    assert_eq!(desk.run(&["check"]), (0, String::new()));
    desk.write("ledger.jsonl", line.trim_end().as_bytes());
    assert_eq!(desk.run(&["check"]), (0, String::new()));
    desk.write("ledger.jsonl", &line.as_bytes()[..line.len() / 2]);
    let (status, said) = desk.run(&["check"]);
    assert_eq!(status, 1);
    assert!(said.starts_with("ledger.jsonl:1:1: error[W1002]: the last line of the ledger is cut off\n"), "{said}");
}

#[test]
fn a_line_is_appended_to_a_ledger_without_a_last_line_feed_as_a_line_of_its_own() {
    let desk = Desk::of(&sealed());
    let line = sealed()["ledger.jsonl"].clone();
    desk.write("ledger.jsonl", line.trim_end().as_bytes());
    for (name, text) in sealed().iter().filter(|(name, _)| name.starts_with("content/")) {
        let text = text.replace("slug: harbour-opens", "slug: quay-opens");
        desk.write(&name.replace("/harbour/", "/quay/"), text.as_bytes());
    }
    assert_eq!(desk.command(&["seal"]).status().expect("the program runs").code(), Some(0));
    let ledger = fs::read_to_string(desk.root().join("ledger.jsonl")).expect("the ledger can be read");
    let lines: Vec<&str> = ledger.lines().collect();
    assert_eq!((lines.len(), lines[0], ledger.ends_with('\n')), (2, line.trim_end(), true), "{ledger}");
    assert_eq!(desk.run(&["check"]), (0, String::new()));
}

#[test]
fn a_text_that_another_version_of_the_program_writes_otherwise_is_no_change_of_the_author() {
    let mut line = warta::syntax::ledger::read(&Source::new("ledger.jsonl", sealed()["ledger.jsonl"].clone())).value;
    let mut line = line.pop().expect("it has a line");
    line.sha256 = Sha256::of_bytes(b"The harbour  opens\n");
    let desk = Desk::of(&sealed());
    desk.write("ledger.jsonl", (line.json() + "\n").as_bytes());
    let (status, said) = desk.run(&["check"]);
    assert_eq!(status, 1);
    assert!(
        said.contains("error[W1007]: a released text reads otherwise, though neither words nor messages"),
        "{said}"
    );
    assert_eq!(desk.command(&["seal", "--formatter"]).status().expect("the program runs").code(), Some(0));
    assert_eq!(desk.run(&["check"]), (0, String::new()));
}

#[test]
fn a_picture_that_claims_to_be_huge_is_refused_before_it_is_decoded() {
    let bomb = b"\xff\xd8\xff\xc0\x00\x11\x08\xea\x60\xea\x60\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9";
    let prepare = |desk: &Desk| desk.write(&format!("{OPENING}/harbour.jpg"), bomb);
    compare("W0446-picture-too-large", prepare, &["build"]);
}
