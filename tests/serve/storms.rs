//! Changes that come in heaps: a checkout of thousands of files, folders that go and come, an editor that
//! saves faster than anything can be built. In the end the server shows what a fresh one shows.

use std::fs;

use super::{ABOUT, News, Server, Site, Standing, WORDS, get};

/// A way to save some words.
type Save<'a> = &'a dyn Fn(&str);

/// So many documents, of three files each.
const DOCUMENTS: usize = 700;

/// Writes documents below a folder the way a version control system does: file by file, in place.
fn check_out(site: &Site, folder: &str, documents: usize) {
    for number in 0..documents {
        let own = site.root().join(format!("content/pages/{folder}-{number}"));
        fs::create_dir_all(&own).expect("a folder");
        let words = |title: &str, lang: &str| {
            format!("---\ntitle: {title} {number}\nsummary: S.\nslug: {folder}-{number}-{lang}\n---\nText.\n")
        };
        fs::write(own.join("document.yaml"), "status: approved\noriginal: id\n").expect("the facts");
        fs::write(own.join("id.md"), words("Berkas", "id")).expect("the words");
        fs::write(own.join("en.md"), words("File", "en")).expect("the words");
    }
}

/// Makes one more change, and waits until the whole site was made with it: what came before is in it too.
pub(super) fn settle(site: &Site, server: &mut Server, mark: &str) {
    site.write(ABOUT, &WORDS.replace("Hello.", mark));
    loop {
        let News::Built(build) = server.wait() else { panic!("a build was to come") };
        let has = |name: &str| build.changed.iter().any(|changed| changed == name);
        // Who read the mark has read all that was written before it.
        assert!(!has(ABOUT) || build.standing == Standing::Fresh, "{:?}", build.said);
        // A folder of the top that is another one is read whole, whatever was written in it meanwhile.
        if (has(ABOUT) || has(".") || has("content")) && get(server, "/en/about").body.contains(mark) {
            return;
        }
    }
}

/// What a browser gets, whoever serves it: without the address of the server, and the fingerprint that
/// follows from it.
fn shown(server: &Server, path: &str) -> (u16, String) {
    let answer = get(server, path);
    let body = answer.body.replace(&server.address().to_string(), "HERE");
    let parts: Vec<&str> = body.split("data-fingerprint=\"").collect();
    let rest = parts[1..].iter().map(|part| part.split_once('"').map_or(*part, |(_, rest)| rest));
    (answer.status, parts[0].to_owned() + &rest.collect::<String>())
}

fn assert_is_as_fresh(site: &Site, server: &Server, paths: &[&str]) {
    let (fresh, _) = site.served();
    for path in paths {
        assert_eq!(shown(server, path), shown(&fresh, path), "{path}");
    }
    fresh.stop();
}

#[test]
fn a_checkout_of_thousands_of_files_ends_in_what_the_folder_holds() {
    let site = Site::new();
    let (mut server, _) = site.served();
    check_out(&site, "one", DOCUMENTS);
    settle(&site, &mut server, "After the first.");
    assert_eq!(get(&server, "/en/one-0-en").status, 200);
    assert_eq!(get(&server, "/id/one-699-id").status, 200);
    assert_is_as_fresh(&site, &server, &["/en/", "/id/", "/en/about", "/en/one-350-en", "/en/sitemap.xml"]);
    // Another branch: all of them gone, others there, one that stayed with other words.
    for number in 1..DOCUMENTS {
        fs::remove_dir_all(site.root().join(format!("content/pages/one-{number}"))).expect("it was there");
    }
    check_out(&site, "two", 40);
    let stayed = "---\ntitle: File 0\nsummary: S.\nslug: one-0-en\n---\nOther words.\n";
    fs::write(site.root().join("content/pages/one-0/en.md"), stayed).expect("the words");
    settle(&site, &mut server, "After the second.");
    assert_eq!((get(&server, "/en/one-1-en").status, get(&server, "/en/two-39-en").status), (404, 200));
    assert!(get(&server, "/en/one-0-en").body.contains("Other words."));
    assert_is_as_fresh(&site, &server, &["/en/", "/id/", "/en/about", "/en/one-0-en", "/en/one-1-en", "/id/two-7-id"]);
}

#[test]
fn folders_that_are_renamed_or_removed_take_their_pages_along() {
    let site = Site::new();
    check_out(&site, "one", 3);
    let (mut server, _) = site.served();
    let folder = |name: &str| site.root().join("content/pages").join(name);
    fs::rename(folder("one-0"), folder("zero")).expect("it was there");
    fs::remove_dir_all(folder("one-1")).expect("it was there");
    fs::rename(site.root().join("static"), site.root().join("static.old")).expect("it was there");
    settle(&site, &mut server, "Moved.");
    assert_eq!(get(&server, "/.well-known/security.txt").status, 404);
    // The address is the slug's, whatever the folder is called.
    assert_eq!((get(&server, "/en/one-0-en").status, get(&server, "/en/one-1-en").status), (200, 404));
    assert_is_as_fresh(&site, &server, &["/en/", "/en/about", "/en/one-0-en", "/en/one-1-en", "/en/one-2-en"]);
    fs::rename(site.root().join("static.old"), site.root().join("static")).expect("it was there");
    fs::rename(site.root().join("content"), site.root().join("away")).expect("it was there");
    fs::rename(site.root().join("away"), site.root().join("content")).expect("it was there");
    settle(&site, &mut server, "Back again.");
    assert_eq!(get(&server, "/.well-known/security.txt").status, 200);
    assert_is_as_fresh(&site, &server, &["/en/", "/en/about", "/en/one-0-en", "/en/one-2-en"]);
}

#[test]
fn a_burst_of_savings_ends_in_the_last() {
    let site = Site::new();
    let (mut server, _) = site.served();
    let path = site.root().join("content/pages/about/id.md");
    for time in 1..=300 {
        // Cut to nothing first, then written: a reader in between sees an empty file.
        let text = "lagi ".repeat(time);
        let words =
            format!("---\ntitle: Tentang kami\nsummary: Siapa kami.\nslug: tentang\n---\nHalo {text}selesai.\n");
        fs::write(&path, words).expect("the words");
    }
    settle(&site, &mut server, "After the burst.");
    assert!(get(&server, "/id/tentang").body.contains(&format!("Halo {}selesai.", "lagi ".repeat(300))));
    assert_is_as_fresh(&site, &server, &["/id/", "/id/tentang", "/en/about"]);
}

#[test]
fn however_an_editor_saves_the_page_follows() {
    let site = Site::new();
    let (mut server, _) = site.served();
    let path = site.root().join("content/pages/about/id.md");
    let words = |text: &str| format!("---\ntitle: Tentang kami\nsummary: S.\nslug: tentang\n---\n{text}\n");
    let [copy, backup] = [".id.md.tmp", "id.md~"].map(|name| path.with_file_name(name));
    let saves: [(&str, Save<'_>); 4] = [
        ("in place", &|text| fs::write(&path, words(text)).expect("the words")),
        ("by another name", &|text| {
            fs::write(&copy, words(text)).expect("a copy");
            fs::rename(&copy, &path).expect("the words");
        }),
        ("old one aside", &|text| {
            fs::rename(&path, &backup).expect("it was there");
            fs::write(&path, words(text)).expect("the words");
            fs::remove_file(&backup).expect("it was there");
        }),
        ("removed first", &|text| {
            fs::remove_file(&path).expect("it was there");
            fs::write(&path, words(text)).expect("the words");
        }),
    ];
    for (way, save) in saves {
        let text = format!("Simpan: {way}.");
        save(&text);
        settle(&site, &mut server, way);
        assert!(get(&server, "/id/tentang").body.contains(&text), "{way}");
    }
    assert_is_as_fresh(&site, &server, &["/id/", "/id/tentang", "/en/about"]);
}
