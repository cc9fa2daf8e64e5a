//! The command: transcripts, and what a transcript cannot show.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::support::{Files, assert_same, golden, repository};

/// The program, in a language and at an instant that no machine's settings change.
fn warta(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.current_dir(folder).args(arguments);
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    warta(folder, arguments).output().unwrap()
}

fn status(output: &Output) -> Option<i32> {
    output.status.code()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A copy of the site of a transcript, to build in.
fn copy_of(site: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in golden::read(&repository().join("tests/command").join(site)) {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn output_files(folder: &Path) -> Files {
    let mut files = golden::read(folder);
    files.remove(".warta.json").unwrap();
    files
}

const AT: [&str; 2] = ["--at", "2031-05-20T00:00:00Z"];

#[test]
fn the_transcripts_are_what_the_program_does() {
    let cases = trycmd::TestCases::new();
    // The language may not come from the machine that runs the tests. Every command that has an
    // instant names it.
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
        cases.env(name, "C");
    }
    cases.case("tests/command/*.md");
    if !cfg!(feature = "serve") {
        // These name the command `serve`.
        cases.skip("tests/command/help.md");
        cases.skip("tests/command/init.md");
    }
    cases.run();
}

#[test]
fn what_is_built_goes_to_public_in_the_site_from_wherever_below_it_the_command_is_called() {
    let site = copy_of("build.in");
    let below = site.path().join("content/releases/2031");
    let output = run(&below, &[&["build"], &AT[..]].concat());
    assert_eq!(status(&output), Some(0), "{output:?}");
    assert!(site.path().join("public/en/releases/2031/tide.html").is_file());
}

#[test]
fn out_is_a_path_from_where_the_command_is_called_and_root_may_be_anywhere() {
    let (site, elsewhere) = (copy_of("build.in"), TempDir::new().unwrap());
    let root = site.path().to_str().unwrap();
    let output = run(elsewhere.path(), &[&["build", "--root", root, "--out", "a/b"], &AT[..]].concat());
    assert_eq!(status(&output), Some(0), "{output:?}");
    assert!(elsewhere.path().join("a/b/index.html").is_file());
    assert!(!site.path().join("public").exists());
}

#[test]
fn what_people_read_goes_to_stderr_and_results_to_stdout() {
    let site = copy_of("check.in");
    let human = run(site.path(), &[&["check"], &AT[..]].concat());
    assert_eq!((status(&human), text(&human.stdout)), (Some(1), ""));
    assert!(text(&human.stderr).contains("error[W0410]"), "{human:?}");
    for format in ["short", "json", "sarif", "github"] {
        let machine = run(site.path(), &[&["check", "--format", format], &AT[..]].concat());
        assert_eq!(status(&machine), Some(1), "{format}");
        // The instant and what is held are said at every build; nothing else is, beside a format for machines.
        let said: Vec<&str> = text(&machine.stderr).lines().collect();
        assert!(said[0].starts_with("at 2031-05-20 08.00 WITA (2031-05-20 00:00 UTC)"), "{said:?}");
        assert!(said[1..].iter().all(|line| line.contains("held") || line.contains("until") || line.contains("draft")));
        assert!(text(&machine.stdout).contains("W0410"), "{format}");
    }
    let explained = run(site.path(), &["explain", "W0410"]);
    assert_eq!((status(&explained), text(&explained.stderr)), (Some(0), ""));
    assert!(text(&explained.stdout).starts_with("W0410 unknown-document"));
}

#[test]
fn json_is_one_list_that_a_machine_can_read() {
    let site = copy_of("check.in");
    let output = run(site.path(), &[&["check", "--format", "json"], &AT[..]].concat());
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes: Vec<&str> = said.as_array().unwrap().iter().map(|said| said["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["W0501", "W0410"]);
    assert_eq!(said[1]["place"]["file"], "content/releases/2031/plan/en.md");
    assert_eq!((&said[1]["place"]["line"], &said[1]["place"]["column"]), (&5.into(), &10.into()));
    let clean = run(copy_of("build.in").path(), &[&["check", "--format", "json"], &AT[..]].concat());
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&clean.stdout).unwrap(), serde_json::json!([]));
}

const NIGHT: &str = "2031-03-13T00:00:00Z";

/// A command of each kind that prints diagnostics, the site of its transcript, and its status.
const SPEAKING: [(&str, i32, &[&str]); 11] = [
    ("check.in", 1, &["check", "--at", "2031-05-20T00:00:00Z"]),
    ("check.in", 0, &["build", "--at", "2031-05-20T00:00:00Z"]),
    ("check.in", 1, &["due", "--at", "2031-06-02T00:00:00Z"]),
    ("accept.in", 1, &["accept", "releases/2031/reef", "id", "--at", "2031-03-12T01:00:00Z"]),
    ("accept.in", 0, &["accept", "releases/2031/tide", "en", "--at", "2031-03-12T01:00:00Z"]),
    ("seal.in/careless", 1, &["seal", "--at", "2031-03-14T00:05:00Z"]),
    ("seal.in/press", 0, &["seal", "--at", "2031-03-14T00:05:00Z"]),
    ("change.in", 1, &["change", "releases/2031/faulty", "--grade", "editorial", "--en", "x"]),
    (
        "change.in",
        0,
        &["change", "releases/2031/tide", "--grade", "editorial", "--id", "x", "--en", "x", "--at", NIGHT],
    ),
    ("change.in", 1, &["withdraw", "releases/2031/faulty", "--en", "x"]),
    ("change.in", 0, &["withdraw", "releases/2031/tide", "--id", "x", "--en", "x", "--at", NIGHT]),
];

#[test]
fn whatever_else_a_command_says_a_document_stands_alone_on_stdout() {
    for (site, expected, arguments) in SPEAKING {
        for language in ["en", "id"] {
            for format in ["json", "sarif"] {
                let folder = copy_of(site);
                let output = run(folder.path(), &[arguments, &["--format", format, "--locale", language]].concat());
                let what = format!("{arguments:?} {format}: {output:?}");
                assert_eq!(status(&output), Some(expected), "{what}");
                let said: serde_json::Value = serde_json::from_slice(&output.stdout).expect(&what);
                let found = if format == "json" { &said } else { &said["runs"][0]["results"] };
                let level = if format == "json" { "severity" } else { "level" };
                let errors = found.as_array().unwrap().iter().filter(|said| said[level] == "error").count();
                assert_eq!(errors > 0, expected == 1, "{what}");
            }
        }
    }
}

#[test]
fn every_command_speaks_to_github_in_both_languages() {
    for (site, expected, arguments) in SPEAKING {
        let folder = copy_of(site);
        for (language, help) in [("en", "%0Ahelp: "), ("id", "%0Abantuan: ")] {
            let output = run(folder.path(), &[arguments, &["--format", "github", "--locale", language]].concat());
            let errors: Vec<&str> = text(&output.stdout).lines().filter(|line| line.starts_with("::error ")).collect();
            assert_eq!(errors.is_empty(), expected == 0, "{arguments:?}: {output:?}");
            assert!(errors.iter().all(|line| line.contains("file=") && line.contains(help)), "{errors:?}");
            assert!(!text(&output.stderr).contains("::"), "{output:?}");
        }
    }
}

#[test]
fn what_was_recorded_is_told_beside_a_document_too() {
    let site = copy_of("seal.in/press");
    let output = run(site.path(), &["seal", "--format", "sarif", "--at", "2031-03-14T00:05:00Z"]);
    assert!(text(&output.stderr).starts_with("changed: releases/forum (en), "), "{output:?}");
    let site = copy_of("change.in");
    let arguments = ["withdraw", "releases/2031/tide", "--id", "x", "--en", "x", "--at", NIGHT, "--format", "json"];
    let output = run(site.path(), &arguments);
    assert!(text(&output.stderr).starts_with("withdrawn:\n  at: "), "{output:?}");
}

#[test]
fn completions_know_every_format() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(Path::new("/"), &["completions", shell]);
        let script = text(&output.stdout);
        assert!(script.contains("human") && script.contains("sarif") && script.contains("github"), "{shell}: {script}");
    }
}

#[test]
fn nothing_is_coloured_where_nobody_looks() {
    let site = copy_of("check.in");
    for no_colour in ["", "1"] {
        let output = warta(site.path(), &["check"]).env("NO_COLOR", no_colour).output().unwrap();
        assert!(!output.stderr.contains(&0x1b) && !output.stdout.contains(&0x1b));
    }
}

#[test]
fn the_program_speaks_the_language_of_the_option_else_of_the_environment_else_english() {
    let spoken = |environment: &[(&str, &str)], options: &[&str]| {
        let output = warta(Path::new("/"), &[options, &["explain", "W9999"]].concat())
            .envs(environment.iter().copied())
            .output()
            .unwrap();
        if text(&output.stderr).starts_with("galat: ") { "id" } else { "en" }
    };
    assert_eq!(spoken(&[], &[]), "en");
    assert_eq!(spoken(&[("LANG", "id_ID.UTF-8")], &[]), "id");
    assert_eq!(spoken(&[("LANG", "id_ID.UTF-8"), ("LC_ALL", "en_GB.UTF-8")], &[]), "en");
    assert_eq!(spoken(&[("LANG", "fr_FR.UTF-8")], &[]), "en");
    assert_eq!(spoken(&[("LANG", "id_ID.UTF-8")], &["--locale", "en"]), "en");
    assert_eq!(spoken(&[("LANG", "en_GB.UTF-8")], &["--locale=id"]), "id");
}

#[test]
fn the_output_may_not_reach_the_sources_by_a_detour() {
    let site = copy_of("build.in");
    let before = golden::read(site.path());
    let detours =
        ["public/../content/x", "./i18n", "content/releases/../../static", "static/y/z", "..", "../.", "themes/warta"];
    for out in detours {
        let output = run(site.path(), &[&["build", "--format", "short", "--out", out], &AT[..]].concat());
        assert_eq!(status(&output), Some(1), "{out}: {output:?}");
        assert!(text(&output.stdout).contains("W0902"), "{out}: {output:?}");
    }
    assert_eq!(golden::read(site.path()), before);
}

#[cfg(unix)]
#[test]
fn the_output_may_not_reach_the_sources_by_a_link() {
    let site = copy_of("build.in");
    std::os::unix::fs::symlink(site.path().join("content"), site.path().join("public")).unwrap();
    let output = run(site.path(), &[&["build", "--format", "short"], &AT[..]].concat());
    assert_eq!(status(&output), Some(1), "{output:?}");
    assert!(text(&output.stdout).contains("W0902"), "{output:?}");
}

#[test]
fn the_epoch_of_the_environment_builds_what_the_option_builds() {
    let site = copy_of("build.in");
    let by_option = run(site.path(), &["build", "--out", "option", "--at", "2031-06-01 08.00 WITA"]);
    let by_epoch =
        warta(site.path(), &["build", "--out", "epoch"]).env("SOURCE_DATE_EPOCH", "1938038400").output().unwrap();
    assert_eq!((status(&by_option), status(&by_epoch)), (Some(0), Some(0)), "{by_epoch:?}");
    let files = output_files(&site.path().join("option"));
    assert!(files.contains_key("en/releases/2031/plan.html"), "{by_option:?}");
    assert_same(&output_files(&site.path().join("epoch")), &files, "by epoch");
}

#[test]
fn the_option_goes_before_the_epoch_of_the_environment() {
    let site = copy_of("build.in");
    let output = warta(site.path(), &["build", "--at", "2031-05-20T00:00:00Z"])
        .env("SOURCE_DATE_EPOCH", "1938038400")
        .output()
        .unwrap();
    assert_eq!(status(&output), Some(0));
    assert!(!site.path().join("public/en/releases/2031/plan.html").exists());
}

#[test]
fn the_number_of_jobs_changes_no_byte() {
    let site = copy_of("build.in");
    for jobs in ["1", "5"] {
        let output = run(site.path(), &[&["build", "--jobs", jobs, "--out", jobs], &AT[..]].concat());
        assert_eq!(status(&output), Some(0), "{output:?}");
    }
    assert_same(&output_files(&site.path().join("1")), &output_files(&site.path().join("5")), "jobs");
}

#[test]
fn urls_and_base_url_of_the_command_line_go_before_those_of_the_settings() {
    let site = copy_of("build.in");
    let options = ["build", "--urls", "directory", "--base-url", "https://press.example.org/isles/"];
    let output = run(site.path(), &[&options[..], &AT[..]].concat());
    assert_eq!(status(&output), Some(0), "{output:?}");
    let page = fs::read_to_string(site.path().join("public/en/releases/2031/tide/index.html")).unwrap();
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://press.example.org/isles/en/releases/2031/tide/\">"),
        "{page}"
    );
    assert!(page.contains("href=\"/isles/en/about/\""), "{page}");
}

#[test]
fn a_check_writes_nothing() {
    let site = copy_of("check.in");
    let before = golden::read(site.path());
    run(site.path(), &[&["check"], &AT[..]].concat());
    assert_eq!(golden::read(site.path()), before);
}

#[test]
fn a_refused_build_writes_nothing() {
    let site = copy_of("check.in");
    let before = golden::read(site.path());
    let output = run(site.path(), &["build", "--at", "2031-06-01 08.00 WITA"]);
    assert_eq!(status(&output), Some(1), "{output:?}");
    // What was learned is kept: the author mends one file, and only that is read anew.
    let after = golden::read(site.path()).into_iter().filter(|(file, _)| !file.starts_with(".warta/"));
    assert_eq!(after.collect::<std::collections::BTreeMap<_, _>>(), before);
}

#[test]
fn a_reader_who_goes_away_is_no_failure() {
    let folder = TempDir::new().unwrap();
    let mut child = warta(folder.path(), &["explain"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((status(&output), text(&output.stderr)), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_machine_that_cannot_take_the_result_is_status_3() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = warta(Path::new("/"), &["explain", "W0101"]).stdout(full).output().unwrap();
    assert_eq!(status(&output), Some(3), "{output:?}");
    assert!(text(&output.stderr).starts_with("error: "), "{output:?}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_a_diagnostic_that_names_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let site = copy_of("build.in");
    // A superuser may write anywhere: a file where a folder has to be stops even him.
    let public = site.path().join("public");
    fs::create_dir(&public).unwrap();
    fs::set_permissions(&public, fs::Permissions::from_mode(0o555)).unwrap();
    let may_write_anywhere = fs::write(public.join("probe"), "").is_ok();
    let out = if may_write_anywhere { "warta.yaml/public" } else { "public" };
    let output = run(site.path(), &[&["build", "--format", "short", "--out", out], &AT[..]].concat());
    fs::set_permissions(&public, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(status(&output), Some(1), "{output:?}");
    assert!(text(&output.stdout).contains("W0903"), "{output:?}");
}

#[test]
fn a_text_on_standard_input_is_verified_as_one_in_a_file_is() {
    let site = copy_of("verify.in");
    let arguments = ["verify", "-", "--root", "press", "--json", "--at", "2031-03-17 08.00 WITA"];
    for (file, expected) in [("copy.txt", "current"), ("last-week.txt", "earlier")] {
        let given = fs::File::open(site.path().join(file)).unwrap();
        let output = warta(site.path(), &arguments).stdin(given).output().unwrap();
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((&answer["result"], &answer["exact"]), (&expected.into(), &true.into()), "{answer}");
        assert_eq!(status(&output), Some(if expected == "current" { 0 } else { 1 }));
    }
    let output = warta(site.path(), &arguments).stdin(Stdio::null()).output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((status(&output), &answer["result"]), (Some(1), &"unknown".into()));
}

#[test]
fn why_a_file_is_made_again_is_told_with_the_sources_that_changed() {
    let site = copy_of("build.in");
    let build = |more: &[&str]| {
        let output = run(site.path(), &[&["build", "--at", "2031-06-01 08.00 WITA"], more].concat());
        assert_eq!(status(&output), Some(0), "{output:?}");
        text(&output.stdout).to_owned() + text(&output.stderr)
    };
    let asked = ["--explain", "/en/about"];
    let said = build(&asked);
    assert!(said.contains("en/about.html: made; the folder does not have it yet"), "{said}");
    assert!(said.contains("nothing is remembered of an earlier build"), "{said}");
    let said = build(&asked);
    assert!(said.contains("en/about.html: not made again"), "{said}");
    assert!(said.contains("no source has changed since the last build"), "{said}");
    let words = site.path().join("content/pages/about/en.md");
    fs::write(&words, fs::read_to_string(&words).unwrap().replace("title: About", "title: About us")).unwrap();
    let said = build(&asked);
    assert!(said.contains("en/about.html: made again; what it is made of has changed"), "{said}");
    assert!(said.contains("changed since the last build: content/pages/about/en.md\n"), "{said}");
    fs::remove_file(site.path().join("public/en/about.html")).unwrap();
    assert!(build(&asked).contains("en/about.html: made again; the file is gone from the folder"));
    assert!(build(&["--explain", "en/about", "--no-cache"]).contains("--no-cache believes nothing"));
    let output = run(site.path(), &["build", "--explain", "en/nowhere"]);
    assert_eq!(status(&output), Some(2), "{output:?}");
}

#[test]
fn a_theme_that_was_copied_whole_changes_no_byte() {
    let site = copy_of("build.in");
    let build = |out: &str, more: &[&str]| {
        let output = run(site.path(), &[&["build", "--out", out], more, &AT[..]].concat());
        assert_eq!(status(&output), Some(0), "{output:?}");
        (output_files(&site.path().join(out)), output)
    };
    let (before, said) = build("before", &[]);
    let output = run(site.path(), &["theme", "eject", "."]);
    assert_eq!(status(&output), Some(0), "{output:?}");
    let warned = |output: &Output| text(&output.stderr).matches("warning").count();
    for (out, more) in [("after", &[][..]), ("anew", &["--no-cache"][..])] {
        let (after, told) = build(out, more);
        assert_same(&after, &before, out);
        assert_eq!(warned(&told), warned(&said), "{told:?}");
    }
    let listed = run(site.path(), &["theme", "list"]);
    assert!(text(&listed.stdout).lines().all(|line| line.starts_with("= ")), "{listed:?}");
}

#[test]
fn of_a_theme_nothing_is_copied_where_one_file_is_there_or_in_the_way() {
    let site = copy_of("build.in");
    let theme = site.path().join("themes/warta");
    fs::create_dir_all(theme.join("templates")).unwrap();
    fs::write(theme.join("templates/page.html"), "mine").unwrap();
    fs::write(theme.join("assets"), "a file").unwrap();
    for path in [".", "templates", "templates/page.html", "assets", "assets/css/site.css"] {
        let output = run(site.path(), &["theme", "eject", path]);
        assert_eq!(status(&output), Some(2), "{path}: {output:?}");
    }
    let files = golden::read(&theme);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["assets", "templates/page.html"]);
    assert_eq!(files["templates/page.html"], b"mine");
}
