//! Previews: what is held and drafted, marked and closed; one document as a copy for approval; and that
//! neither meets a release in one folder.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use warta::pipeline::{self, Project, View};
use warta::store::tree::{Memory, Tree};

use crate::check::base;
use crate::support::{Built, assert_same, at, built, codes, project};

/// What the base of the cases has, a release that is held until the evening, and a draft.
const MORE: &str = "\
-- content/releases/closing/document.yaml --
status: approved
publish: 2021-11-18 18.00 WITA
original: en
topics: [harbours]
-- content/releases/closing/id.md --
---
title: Konferensi kanariheld ditutup
slug: kanariheld
---
Penutupan, setelah [pembukaan](doc:releases/opening).
-- content/releases/closing/en.md --
---
title: The canaryheld conference closes
slug: canaryheld
---
Closed, after [the opening](doc:releases/opening), [feed](/en/feed.xml). ![A map](/map.svg)
-- content/releases/plan/document.yaml --
status: draft
publish: 2021-12-01 18.00 WITA
original: en
-- content/releases/plan/id.md --
---
title: Rencana kanaridraft
slug: kanaridraft
---
Rencana.
-- content/releases/plan/en.md --
---
title: A canarydraft plan
slug: canarydraft
---
A plan with [a list](asset:annex.txt).
-- content/releases/plan/annex.txt --
canaryannex
-- static/robots.txt --
User-agent: *
Allow: /
-- static/map.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
-- static/canarystatic.txt --
canarystatic
";

/// The words that a release, or a copy of the opening, must not have.
const CANARIES: [&str; 6] = ["kanariheld", "canaryheld", "kanaridraft", "canarydraft", "canaryannex", "canarystatic"];

fn site(view: View) -> Project {
    let text: String = base("newsroom").iter().map(|(name, text)| format!("-- {name} --\n{text}")).collect();
    Project { at: at("2021-11-17 09.00 WITA"), view, ..project(&(text + MORE)) }
}

fn copy_of(document: &str) -> Built {
    built(&Project { only: Some(document.to_owned()), ..site(View::Preview) })
}

fn pages(built: &Built) -> Vec<(&str, &str)> {
    let names = built.names().into_iter().filter(|name| name.ends_with(".html"));
    names.map(|name| (name, built.text(name))).collect()
}

#[test]
fn a_preview_shows_what_is_held_and_drafted_and_says_so() {
    let preview = built(&site(View::Preview));
    let of = |slug: &str| preview.text(&format!("en/press-releases/2021/{slug}.html"));
    assert!(of("canaryheld").contains("this document is held until"), "{}", of("canaryheld"));
    assert!(of("canarydraft").contains("this document is a draft"), "{}", of("canarydraft"));
    assert!(!of("conference-opens").contains("this document is"));
    assert!(preview.text("en/index.html").contains("canaryheld"));
    assert!(preview.names().contains(&"files/releases/plan/annex.txt"));
    let release = built(&site(View::Public));
    for canary in &CANARIES[..5] {
        assert_eq!(release.mentioning(canary), Vec::<&str>::new());
    }
}

#[test]
fn every_page_of_a_preview_is_marked_and_closed_to_search_engines() {
    let preview = built(&site(View::Preview));
    for (name, page) in pages(&preview) {
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{name} is open");
        let is_marked = page.contains("Not for publication.") || page.contains("Bukan untuk diterbitkan.");
        assert!(is_marked, "{name} does not say what it is");
    }
    let chooser = preview.text("index.html");
    assert!(chooser.contains("Not for publication.") && chooser.contains("Bukan untuk diterbitkan."));
    assert_eq!(preview.text("robots.txt"), "User-agent: *\nDisallow: /\n");
    let release = built(&site(View::Public));
    for (name, page) in pages(&release) {
        assert_eq!(page.contains("noindex"), name.ends_with("404.html"), "{name}");
        assert!(!page.contains("Not for publication."), "{name}");
    }
    assert!(release.text("robots.txt").contains("Allow: /"));
}

#[test]
fn a_preview_has_no_sitemap_and_no_feed_and_names_none() {
    let preview = built(&site(View::Preview));
    let names = preview.names();
    let followed = names.iter().filter(|name| name.ends_with("feed.xml") || name.contains("sitemap"));
    assert_eq!(followed.collect::<Vec<_>>(), Vec::<&&str>::new());
    // What the author wrote into a text is left as it is, and is no mistake.
    assert_eq!(preview.mentioning("feed.xml"), ["en/press-releases/2021/canaryheld.html"]);
    assert!(built(&site(View::Public)).names().contains(&"en/feed.xml"));
}

#[test]
fn neither_kind_of_tree_is_written_over_the_other() {
    for (first, second, words) in [(View::Public, View::Preview, "preview"), (View::Preview, View::Public, "release")] {
        let tree = Memory::default();
        let build = |view: View| pipeline::build(&site(view), &tree, "public", &|_, _| {}).unwrap();
        assert!(build(first).written.is_some());
        let before = tree.files();
        let report = build(second);
        assert_eq!(codes(&report.said), ["W0907"], "{words}");
        assert!(report.written.is_none());
        assert_same(&tree.files(), &before, words);
        assert_eq!(build(first).written.unwrap().written, 0);
        // Nor where the manifest was cut off.
        let cut = before[".warta.json"][..90].to_vec();
        tree.write(".warta.json", &cut, warta::store::tree::Writing::InPlace).unwrap();
        let said = codes(&build(View::Public).said);
        assert_eq!(said, [if first == View::Preview { "W0907" } else { "W0906" }]);
    }
}

#[test]
fn a_copy_holds_one_document_and_nothing_of_others() {
    let copy = copy_of("releases/opening");
    for canary in CANARIES {
        assert_eq!(copy.mentioning(canary), Vec::<&str>::new());
    }
    let names: Vec<&str> = copy.names().into_iter().filter(|name| !name.starts_with("assets/")).collect();
    let wanted =
        ["en/press-releases/2021/conference-opens.html", "id/siaran-pers/2021/konferensi-dibuka.html", "robots.txt"];
    assert_eq!(names, wanted);
    assert!(copy.text(wanted[0]).contains("noindex"));
}

#[test]
fn every_link_of_a_copy_leads_somewhere() {
    let copy = copy_of("releases/closing");
    let page = copy.text("en/press-releases/2021/canaryheld.html");
    assert!(page.contains("Closed, after the opening, "), "{page}");
    assert!(page.contains("Harbours"), "{page}");
    assert!(copy.names().contains(&"map.svg"));
    for (name, page) in pages(&copy) {
        for part in page.split(" href=\"").skip(1).chain(page.split(" src=\"").skip(1)) {
            let href = part.split('"').next().unwrap_or_default();
            let Some(path) = href.strip_prefix('/') else { continue };
            // The text of the document names the feed by hand.
            let is_there = copy.files.contains_key(path) || copy.files.contains_key(&format!("{path}.html"));
            assert!(is_there || path == "en/feed.xml", "{name} leads to {href}");
        }
        assert!(!page.contains("href=\"\""), "{name}");
        assert!(!page.contains("hreflang=\"x-default\""), "{name}");
    }
}

#[test]
fn previews_and_releases_share_no_fingerprint_of_a_page() {
    let made_of = |view: View| -> BTreeMap<String, String> {
        let prepared = pipeline::prepare(&site(view)).unwrap().prepared.unwrap();
        let pages = prepared.plan.artifacts.into_iter().filter(|artifact| artifact.route.file.ends_with(".html"));
        pages.map(|page| (page.route.file.to_string(), format!("{:?}", page.fingerprint()))).collect()
    };
    let (preview, release) = (made_of(View::Preview), made_of(View::Public));
    for (file, fingerprint) in &release {
        assert_ne!(preview.get(file), Some(fingerprint), "{file}");
    }
}

fn on_disk() -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut files = base("newsroom");
    files.extend(MORE.split("-- ").filter_map(|part| {
        let (name, text) = part.split_once(" --\n")?;
        Some((name.to_owned(), text.to_owned()))
    }));
    for (file, text) in files {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// Runs the program: its exit status and what it says.
fn run(root: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    command.args(arguments).args(["--locale", "en"]).env_clear().current_dir(root);
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn the_command_keeps_previews_in_a_folder_of_their_own() {
    let site = on_disk();
    let at = ["--at", "2021-11-17 09.00 WITA"];
    let run = |arguments: &[&str]| run(site.path(), &[arguments, &at].concat());
    let (status, said) = run(&["build", "--preview"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("\"preview\" is a preview"), "{said}");
    assert!(site.path().join("preview/en/press-releases/2021/canarydraft.html").is_file());
    assert!(!site.path().join("public").exists());
    let (status, said) = run(&["build"]);
    assert!(status == Some(0) && !said.contains("is a preview"), "{said}");
    let (status, said) = run(&["build", "--preview", "--out", "public"]);
    assert!(status == Some(1) && said.contains("W0907"), "{said}");
    let (status, said) = run(&["build", "--preview", "--only", "content/releases/opening/", "--out", "copy"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(site.path().join("copy/en/press-releases/2021/conference-opens.html").is_file());
    assert!(!site.path().join("copy/index.html").exists());
}

#[test]
fn a_copy_of_what_is_not_there_is_wrong_usage() {
    let site = on_disk();
    let (status, said) = run(site.path(), &["build", "--preview", "--only", "releases/openin"]);
    assert!(status == Some(2) && said.contains("did you mean \"releases/opening\"?"), "{status:?} {said}");
    let (status, said) = run(site.path(), &["build", "--only", "releases/opening"]);
    assert!(status == Some(2) && said.contains("--preview"), "{status:?} {said}");
    std::fs::write(site.path().join("content/releases/plan/id.md"), "---\ntitle: Rencana\n---\n").unwrap();
    std::fs::write(site.path().join("content/releases/plan/en.md"), "---\ntitle: A plan\n---\n").unwrap();
    let (status, said) = run(site.path(), &["build", "--preview", "--only", "releases/plan"]);
    assert!(status == Some(2) && said.contains("has no page to show"), "{status:?} {said}");
    assert!(!site.path().join("preview").exists());
}
