//! Pictures as AVIF, in a program that was built with the encoder.

use std::collections::BTreeSet;

use super::*;

fn site() -> String {
    SITE.replacen("locales:", "pictures: {avif: on}\nlocales:", 1)
}

/// Small pictures: it takes seconds to make large ones.
fn small() -> [(&'static str, Vec<u8>); 4] {
    [
        ("signing.jpg", camera::jpeg(&camera::view(96, 540), 6)),
        ("chart.png", camera::png(&camera::view(50, 31), 1)),
        ("sea.webp", camera::webp(&camera::view(24, 20), 1)),
        ("mark.gif", camera::gif()),
    ]
}

/// The quay with small pictures, built once.
fn shore() -> &'static Built {
    static SHORE: OnceLock<Built> = OnceLock::new();
    SHORE.get_or_init(|| built(&with(&site(), &small())))
}

fn avif(built: &Built) -> Vec<&str> {
    built.names().into_iter().filter(|name| name.ends_with(".avif")).collect()
}

#[test]
fn pages_offer_avif_first_and_what_they_offer_otherwise_behind_it() {
    let plain = built(&with(SITE, &small()));
    assert_eq!(avif(&plain), Vec::<&str>::new());
    let page = Page::read("en/news/quay.html", shore().text("en/news/quay.html"));
    let sources: Vec<_> = page.elements.iter().filter(|element| element.name == "source").collect();
    let widths: Vec<Vec<u32>> =
        sources.iter().map(|source| choices(source).iter().map(|choice| choice.1).collect()).collect();
    // The moving GIF has none.
    assert_eq!(widths, [vec![480, 540], vec![50], vec![24]]);
    let offered: BTreeSet<String> = sources.iter().flat_map(|source| choices(source)).map(|choice| choice.0).collect();
    assert_eq!(offered, avif(shore()).into_iter().map(str::to_owned).collect());
    assert!(sources.iter().all(|source| source.get("type") == "image/avif" && !source.get("sizes").is_empty()));
    let html = shore().text("en/news/quay.html");
    assert_eq!((html.matches("<picture><source ").count(), html.matches("></picture>").count()), (3, 3));
    let without = |html: &str| {
        let mut rest = String::new();
        for part in html.split("<picture>") {
            rest.push_str(part.split_once("sizes=\"(min-width: 42rem) 40rem, 100vw\">").map_or(
                part,
                |(head, tail)| {
                    if head.starts_with("<source") { tail } else { part }
                },
            ));
        }
        rest.replace("</picture>", "")
    };
    assert_eq!(without(html), plain.text("en/news/quay.html"));
}

#[test]
fn an_avif_has_the_width_that_is_promised_the_profile_of_its_colours_and_nothing_else() {
    for source in Page::read("en/news/quay.html", shore().text("en/news/quay.html")).elements {
        for (file, width) in choices(&source).into_iter().filter(|(file, _)| file.ends_with(".avif")) {
            let bytes = &shore().files[&file];
            assert_eq!(&bytes[4..12], b"ftypavif", "{file}");
            assert_eq!(imagesize::blob_size(bytes).map(|size| size.width).ok(), Some(width as usize), "{file}");
            for mark in [SECRET, b"Exif", b"XMP", b"rdf+xml"] {
                assert!(!holds(bytes, mark), "{file} has {}", String::from_utf8_lossy(mark));
            }
            assert_eq!(holds(bytes, b"colrprof"), file.contains("/signing"), "{file}");
            assert_eq!(holds(bytes, b"Wide colours"), file.contains("/signing"), "{file}");
        }
    }
}

#[test]
fn every_length_and_place_in_an_avif_still_holds_behind_the_profile() {
    let file = avif(shore()).into_iter().find(|file| file.contains("/signing")).unwrap();
    let bytes = &shore().files[file];
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let boxes = |start: usize, end: usize| {
        let (mut at, mut found) = (start, Vec::new());
        while at < end {
            found.push((String::from_utf8_lossy(&bytes[at + 4..at + 8]).into_owned(), at, at + number(at)));
            at += number(at);
        }
        assert_eq!(at, end, "a box is longer than what holds it");
        found
    };
    let find =
        |found: &[(String, usize, usize)], name: &str| found.iter().find(|(own, ..)| own == name).cloned().unwrap();
    let top = boxes(0, bytes.len());
    let (_, meta, meta_end) = find(&top, "meta");
    let parts = boxes(meta + 12, meta_end);
    let (_, properties, end) = find(&parts, "iprp");
    let tables = boxes(properties + 8, end);
    let (_, list, list_end) = find(&tables, "ipco");
    let all = boxes(list + 8, list_end);
    assert_eq!(&bytes[all.last().unwrap().1 + 4..][..8], b"colrprof");
    let (_, owners, owners_end) = find(&tables, "ipma");
    let count = usize::from(bytes[owners + 18]);
    assert_eq!((owners + 19 + count, usize::from(bytes[owners + 18 + count])), (owners_end, all.len()));
    let (_, places, _) = find(&parts, "iloc");
    let (_, data, data_end) = find(&top, "mdat");
    assert_eq!((number(places + 22), number(places + 22) + number(places + 26)), (data + 8, data_end));
}

#[test]
fn an_avif_is_made_once_and_again_when_its_picture_is_another() {
    let (project, tree) = (with(&site(), &small()), Memory::default());
    pipeline::build(&project, &tree, "public", &|_, _| {}).unwrap();
    let mut hollow = with(&site(), &small());
    let Origin::Memory(_, sources) = &mut hollow.origin else { unreachable!("it is in memory") };
    for asset in &mut sources.assets {
        asset.content = warta::source::Content::Memory(Vec::new().into());
    }
    let report = pipeline::build(&hollow, &tree, "public", &|_, _| {}).unwrap();
    assert_eq!(support::codes(&report.said), Vec::<String>::new());
    let mut other = small();
    other[1].1 = camera::png(&camera::view(50, 32), 1);
    let report = pipeline::build(&with(&site(), &other), &tree, "public", &|_, _| {}).unwrap();
    assert_eq!(report.written.map(|written| written.removed), Some(1));
    let names: Vec<String> = tree.files().into_keys().filter(|name| name.ends_with(".avif")).collect();
    assert_eq!(names.iter().filter(|name| avif(shore()).contains(&name.as_str())).count(), 3);
}
