//! Pictures: the sizes that pages ask for, what is taken out of every file, and what is refused.

#[cfg(feature = "avif")]
mod avif;
mod camera;
#[cfg(not(feature = "avif"))]
mod without_avif;

use std::sync::OnceLock;

use image::GenericImageView;
use proptest::prelude::*;
use warta::pipeline::{self, Origin, Project};
use warta::source::Asset;
use warta::store::tree::{Memory, Tree};

use crate::support::harbour::Harbour;
use crate::support::page::Page;
use crate::support::{self, Built, built};
use camera::SECRET;

const SITE: &str = "\
-- warta.yaml --
base_url: https://press.example/sub
locales: [en]
time_zone: Asia/Makassar
collections:
  news: {kind: release, section: {en: news}, path: \"{section}/{slug}\", acceptance: off}
-- i18n/en/site.ftl --
site-title = Office
site-description = Press releases.
collection-news = News
-- content/news/quay/document.yaml --
status: approved
publish: 2026-05-01 09.00 WITA
files: [{src: signing.jpg}]
-- content/news/quay/en.md --
---
title: The quay
slug: quay
image: {src: signing.jpg, alt: Two people sign a book, caption: At noon, credit: Press desk}
---

![A chart](asset:chart.png \"Ships\")

Text with ![the sea](asset:sea.webp) and ![a mark](asset:mark.gif).
";

fn with(site: &str, assets: &[(&str, Vec<u8>)]) -> Project {
    let mut project = support::project(site);
    let Origin::Memory(_, sources) = &mut project.origin else { unreachable!("it is in memory") };
    for (name, bytes) in assets {
        sources.add_asset(Asset::in_memory(format!("content/news/quay/{name}"), bytes.clone()));
    }
    sources.sort();
    project
}

fn album() -> [(&'static str, Vec<u8>); 4] {
    [
        ("signing.jpg", camera::jpeg(&camera::view(2000, 1501), 1)),
        ("chart.png", camera::png(&camera::view(1000, 333), 1)),
        ("sea.webp", camera::webp(&camera::view(700, 400), 1)),
        ("mark.gif", camera::gif()),
    ]
}

/// The quay with all its pictures, built once.
fn quay() -> &'static Built {
    static QUAY: OnceLock<Built> = OnceLock::new();
    QUAY.get_or_init(|| built(&with(SITE, &album())))
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

fn images(built: &Built) -> Vec<crate::support::page::Element> {
    let page = Page::read("en/news/quay.html", built.text("en/news/quay.html"));
    page.elements.into_iter().filter(|element| element.name == "img").collect()
}

/// The choices of an image: the file in the output, and the width that is promised.
fn choices(image: &crate::support::page::Element) -> Vec<(String, u32)> {
    let parts = image.get("srcset").split(", ").filter(|part| !part.is_empty());
    let choice = |part: &str| {
        let (url, width) = part.split_once(' ').unwrap();
        (url.strip_prefix("/sub/").unwrap().to_owned(), width.strip_suffix('w').unwrap().parse().unwrap())
    };
    parts.map(choice).collect()
}

fn decoded(built: &Built, file: &str) -> image::DynamicImage {
    image::load_from_memory(&built.files[file]).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn pages_offer_their_pictures_in_sizes_the_first_at_once_and_the_others_later() {
    let digits = |html: &str| {
        let mut shown = String::new();
        for part in html.split_inclusive('.') {
            let digest =
                part.strip_suffix('.').filter(|part| part.len() == 10 && part.bytes().all(|b| b.is_ascii_hexdigit()));
            shown.push_str(digest.map_or(part, |_| "DIGEST."));
        }
        shown
    };
    let page = quay().text("en/news/quay.html");
    let shown: Vec<String> =
        page.split("<img").skip(1).map(|rest| digits(rest.split_once('>').unwrap().0.trim())).collect();
    let sizes = "sizes=\"(min-width: 42rem) 40rem, 100vw\"";
    let (at, sizes_at) = ("/sub/files/news/quay", "/sub/sizes/news/quay");
    assert_eq!(
        shown,
        [
            format!(
                "src=\"{sizes_at}/signing-1200.DIGEST.jpg\" srcset=\"{sizes_at}/signing-480.DIGEST.jpg 480w, \
                 {sizes_at}/signing-800.DIGEST.jpg 800w, {sizes_at}/signing-1200.DIGEST.jpg 1200w, \
                 {sizes_at}/signing-1600.DIGEST.jpg 1600w\" {sizes} width=\"2000\" height=\"1501\" \
                 fetchpriority=\"high\" decoding=\"async\" alt=\"Two people sign a book\""
            ),
            format!(
                "src=\"{at}/chart.png\" srcset=\"{sizes_at}/chart-480.DIGEST.png 480w, {sizes_at}/chart-800.DIGEST.png 800w, \
                 {at}/chart.png 1000w\" {sizes} width=\"1000\" height=\"333\" loading=\"lazy\" \
                 decoding=\"async\" alt=\"A chart\""
            ),
            format!(
                "src=\"{at}/sea.webp\" srcset=\"{sizes_at}/sea-480.DIGEST.webp 480w, {at}/sea.webp 700w\" {sizes} \
                 width=\"700\" height=\"400\" loading=\"lazy\" decoding=\"async\" alt=\"the sea\""
            ),
            format!(
                "src=\"{at}/mark.gif\" width=\"1\" height=\"1\" loading=\"lazy\" decoding=\"async\" alt=\"a mark\""
            ),
        ]
    );
}

#[test]
fn no_file_that_goes_out_tells_where_or_by_whom_a_picture_was_taken() {
    for (name, bytes) in album() {
        assert!(holds(&bytes, SECRET), "{name} has something to tell");
    }
    let told: Vec<&String> =
        quay().files.iter().filter(|(_, bytes)| holds(bytes, SECRET)).map(|(name, _)| name).collect();
    assert_eq!(told, Vec::<&String>::new());
    for (name, bytes) in
        quay().files.iter().filter(|(name, _)| name.starts_with("files/") || name.starts_with("sizes/"))
    {
        for mark in [
            &b"Exif"[..],
            b"eXIf",
            b"EXIF",
            b"XMP",
            b"xmpmeta",
            b"Photoshop",
            b"JFXX",
            b"MPF",
            b"tEXt",
            b"iTXt",
            b"tIME",
        ] {
            assert!(!holds(bytes, mark), "{name} has {}", String::from_utf8_lossy(mark));
        }
    }
}

#[test]
fn the_whole_file_shows_the_same_dots_and_keeps_the_profile_of_its_colours() {
    for (name, bytes) in &album()[..3] {
        let before = image::load_from_memory(bytes).unwrap();
        assert!(before == decoded(quay(), &format!("files/news/quay/{name}")), "{name} shows something else");
    }
    let wide: Vec<&str> = quay().mentioning("Wide colours");
    let own = |name: &&str| name.contains("/signing");
    assert_eq!((wide.len(), wide.iter().all(own)), (5, true), "the whole and each size: {wide:?}");
    assert!(holds(&quay().files["files/news/quay/mark.gif"], b"NETSCAPE2.0"), "it still moves");
}

#[test]
fn the_size_of_a_file_to_download_is_that_of_what_is_downloaded() {
    let mut assets = album();
    assets[0].1 = camera::jpeg(&camera::view(20, 20), 1);
    let site = built(&with(SITE, &assets));
    let size = site.files["files/news/quay/signing.jpg"].len().div_ceil(1000);
    assert!(assets[0].1.len().div_ceil(1000) > size);
    assert!(site.text("en/news/quay.html").contains(&format!("{size} kB")));
}

#[test]
fn a_picture_is_turned_as_its_camera_says_before_that_is_forgotten() {
    let site = "![It](asset:it.NAME)\n".to_owned();
    let site = format!("{}{site}", SITE.split("image:").next().unwrap()) + "---\n";
    // The front matter ends before the text.
    let site = site
        .replace("![It](asset:it.NAME)\n---\n", "---\n\n![It](asset:it.NAME)\n")
        .replace("files: [{src: signing.jpg}]\n", "");
    let view = camera::view(1000, 600);
    type Camera = fn(&image::RgbImage, u8) -> Vec<u8>;
    let made: [(&str, Camera); 3] = [("jpg", camera::jpeg), ("png", camera::png), ("webp", camera::webp)];
    for (name, make) in made {
        for (orientation, red) in [(1, (1, 1)), (3, (3, 3)), (6, (3, 1)), (8, (1, 3))] {
            let site = built(&with(&site.replace("NAME", name), &[(&format!("it.{name}"), make(&view, orientation))]));
            let image = images(&site).remove(0);
            let (width, height) = if orientation >= 5 { (600, 1000) } else { (1000, 600) };
            assert_eq!((image.get("width"), image.get("height")), (&*width.to_string(), &*height.to_string()));
            let choices = choices(&image);
            assert_eq!(choices.len(), if width == 1000 { 3 } else { 2 }, "{name} {orientation}");
            for (file, wide) in choices {
                let shown = decoded(&site, &file).to_rgb8();
                assert_eq!(shown.width(), wide, "{file}");
                let dot = |(x, y): (u32, u32)| shown.get_pixel(shown.width() * x / 4, shown.height() * y / 4).0;
                assert!(dot(red)[0] > 180 && dot(red)[2] < 80, "{file} turned by {orientation}: {:?}", dot(red));
                assert!(!holds(&site.files[&file], SECRET), "{file}");
            }
        }
    }
}

#[test]
fn a_second_build_makes_no_picture_and_one_that_changed_is_made_again() {
    let harbour = Harbour::bare(&SITE.replace("/sub", ""));
    for (name, bytes) in album() {
        harbour.put(&format!("content/news/quay/{name}"), &bytes);
    }
    assert_eq!(harbour.build().status, Some(0));
    let before = harbour.out();
    let of = |name: &'static str| move |file: &&String| file.contains(&format!("s/news/quay/{name}"));
    assert_eq!(before.keys().filter(of("signing")).count(), 5);
    harbour.grow_old();
    harbour.put("content/news/quay/signing.jpg", &camera::jpeg(&camera::view(1700, 900), 1));
    harbour.assert_right("another picture");
    let after = harbour.out();
    assert_eq!(after.keys().filter(of("signing")).count(), 4, "the whole serves as the widest");
    assert!(before.keys().filter(of("signing-")).all(|file| !after.contains_key(file)), "the old sizes are gone");
    assert!(before.keys().filter(of("chart")).all(|file| before[file] == after[file]));
}

#[test]
fn what_is_known_by_its_fingerprint_is_not_made_again() {
    let (project, tree) = (with(SITE, &album()), Memory::default());
    pipeline::build(&project, &tree, "public", &|_, _| {}).unwrap();
    // The same digests over bytes that nobody could make a picture of: had anything been made, it would be said.
    let mut hollow = with(SITE, &album());
    let Origin::Memory(_, sources) = &mut hollow.origin else { unreachable!("it is in memory") };
    for asset in &mut sources.assets {
        asset.content = warta::source::Content::Memory(Vec::new().into());
    }
    let before = tree.files();
    let report = pipeline::build(&hollow, &tree, "public", &|_, _| {}).unwrap();
    assert_eq!(support::codes(&report.said), Vec::<String>::new());
    assert!(before == tree.files());
    tree.remove("files/news/quay/chart.png").unwrap();
    let report = pipeline::build(&hollow, &tree, "public", &|_, _| {}).unwrap();
    assert_eq!(support::codes(&report.said), ["W0107 content/news/quay/chart.png:1:1"]);
}

/// The lifetimes that `_headers` gives a file: one for each rule that is for it.
fn lifetimes<'a>(headers: &'a str, file: &str) -> Vec<&'a str> {
    let path = format!("/sub/{}", file.strip_suffix("index.html").unwrap_or(file));
    let rules: Vec<&str> = headers.lines().collect();
    let of = |pair: &[&'a str]| {
        let value = pair[1].strip_prefix("  Cache-Control: ")?;
        let is_for = pair[0].strip_suffix('*').map_or(path == pair[0], |folder| path.starts_with(folder));
        is_for.then_some(value)
    };
    rules.windows(2).filter_map(of).collect()
}

#[test]
fn what_has_a_digest_in_its_name_may_be_kept_for_ever_and_nothing_else_by_one_rule_for_each_file() {
    let site = SITE.replacen("locales:", "hosts: [netlify, apache, nginx]\nlocales:", 1);
    let own = format!("{site}-- static/sizes/table.txt --\nOur own.\n");
    for (site, has_own) in [(site, false), (own, true)] {
        let site = built(&with(&site, &album()));
        let headers = site.text("_headers");
        let read_by_hosts = ["_headers", ".htaccess", "nginx.conf"];
        for file in site.names().into_iter().filter(|file| !read_by_hosts.contains(file)) {
            let is_sized = file.starts_with("sizes/news/quay/") && file.len() > "sizes/news/quay/sea-480.webp".len();
            let is_lasting = is_sized || file.starts_with("assets/") || file.starts_with("search/en/parts/");
            let value =
                if is_lasting { "public, max-age=31536000, immutable" } else { "public, max-age=0, must-revalidate" };
            assert_eq!(lifetimes(headers, file), [value], "{file}: {headers}");
        }
        let folder = if has_own { "/sub/sizes/news/" } else { "/sub/sizes/" };
        let nginx =
            format!("if ($uri ~ \"^{folder}\") {{ set $warta_cache \"public, max-age=31536000, immutable\"; }}");
        assert!(site.text("nginx.conf").contains(&nginx), "{}", site.text("nginx.conf"));
        let apache = format!("<If \"%{{REQUEST_URI}} =~ m#^{}#\">", folder.replace('.', "\\x2e"));
        assert!(site.text(".htaccess").contains(&apache), "{}", site.text(".htaccess"));
    }
}

#[test]
fn a_picture_that_is_copied_as_it_is_and_tells_where_it_was_taken_is_warned_of() {
    let view = camera::view(20, 20);
    let plain = camera::encoded(&image::DynamicImage::ImageRgb8(view.clone()), image::ImageFormat::Jpeg);
    let located = |number: bool| [&b"Exif\0\0"[..], &camera::located(number)].concat();
    let segment = |content: Vec<u8>| [&[0xff, 0xe1][..], &(content.len() as u16 + 2).to_be_bytes(), &content].concat();
    let shot = |number: bool| [&plain[..2], &segment(located(number)), &plain[2..]].concat();
    // A second picture behind the end of the first, as cameras leave previews.
    let files = [
        ("static/plain.jpg", plain.clone()),
        ("static/noted.jpg", camera::jpeg(&view, 1)),
        ("static/shot.jpg", shot(false)),
        ("static/numbered.bin", shot(true)),
        ("static/preview.jpg", [plain.clone(), shot(false)].concat()),
        ("static/scan.tif", camera::located(false)),
        ("content/news/quay/scan.tif", camera::located(true)),
        ("content/news/quay/signing.jpg", shot(true)),
    ];
    let said = |site: &str| {
        let mut project = with(site, &album()[1..]);
        let Origin::Memory(_, sources) = &mut project.origin else { unreachable!("it is in memory") };
        files.iter().for_each(|(name, bytes)| sources.add_asset(Asset::in_memory((*name).to_owned(), bytes.clone())));
        sources.sort();
        let report = pipeline::check(&project).unwrap();
        let what = |said: &warta::diagnostic::Diagnostic| {
            let what = said.arguments.iter().find(|(name, _)| *name == "what");
            what.map(|(_, what)| format!("{} {what}", said.place.as_ref().unwrap().file))
        };
        let mut all: Vec<String> = report.said.iter().filter(|said| said.code.id == "W0448").filter_map(what).collect();
        all.sort();
        all
    };
    let expected = [
        "content/news/quay/scan.tif both",
        "static/numbered.bin both",
        "static/preview.jpg place",
        "static/scan.tif place",
        "static/shot.jpg place",
    ];
    assert_eq!(said(SITE), expected);
    let off = SITE.replacen("locales:", "checks: {unclean-picture: off}\nlocales:", 1);
    assert_eq!(said(&off), Vec::<String>::new());
}

#[test]
fn a_size_is_made_only_of_what_a_public_text_shows() {
    let held = SITE
        .replace("locales: [en]", "locales: [en, id]")
        .replace("section: {en: news}", "section: {en: news, id: kabar}, pairing: announced");
    let held = held.replace(
        "publish: 2026-05-01 09.00 WITA",
        "original: en\npublish: {en: 2026-05-01 09.00 WITA, id: 2031-01-01 09.00 WITA}",
    );
    let held = held
        + "-- i18n/id/site.ftl --\nsite-title = Kantor\nsite-description = Siaran pers.\ncollection-news = Kabar\n"
        + "-- content/news/quay/id.md --\n---\ntitle: Dermaga\nslug: dermaga\nimage: {src: later.jpg, alt: Nanti}\n---\n\nTeks.\n";
    let assets = [album().to_vec(), vec![("later.jpg", camera::jpeg(&camera::view(1000, 600), 1))]].concat();
    let site = built(&with(&held, &assets));
    let sizes = |name: &str| site.names().into_iter().filter(|file| file.contains(name)).count();
    assert_eq!((sizes("signing-"), sizes("later-")), (4, 0));
    let whole = SITE.replace("2026-05-01", "2031-05-01");
    assert!(
        built(&with(&whole, &album()))
            .names()
            .iter()
            .all(|file| !file.starts_with("files/") && !file.starts_with("sizes/"))
    );
}

#[test]
fn a_picture_that_is_cut_off_or_cannot_be_decoded_stops_the_build_and_does_not_go_out() {
    let whole = camera::jpeg(&camera::view(1000, 600), 1);
    let plain = camera::encoded(&image::DynamicImage::ImageRgb8(camera::view(1000, 600)), image::ImageFormat::Png);
    let mut spoilt = plain.clone();
    let middle = spoilt.len() / 2;
    spoilt[middle..middle + 40].fill(0xa5);
    let cases: [(&str, &str, Vec<u8>); 3] = [
        ("signing.jpg", "W0445", whole[..whole.len() / 3].to_vec()),
        ("chart.png", "W0445", plain[..plain.len() - 5].to_vec()),
        ("chart.png", "W0445", spoilt),
    ];
    for (name, code, bytes) in cases {
        let mut assets = album().to_vec();
        assets.iter_mut().filter(|(known, _)| *known == name).for_each(|(_, own)| own.clone_from(&bytes));
        let (project, tree) = (with(SITE, &assets), Memory::default());
        let report = pipeline::build(&project, &tree, "public", &|_, _| {}).unwrap();
        let said = support::codes(&report.said);
        assert!(!said.is_empty() && report.has_errors(), "{name}");
        assert!(said.iter().all(|said| *said == format!("{code} content/news/quay/{name}:1:1")), "{name}: {said:?}");
    }
}

#[test]
fn a_picture_under_the_name_of_another_kind_is_cleaned_and_warned_of() {
    let mut assets = album();
    assets[1].1 = camera::jpeg(&camera::view(1000, 600), 1);
    let site = built(&with(SITE, &assets));
    assert_eq!(support::codes(&site.report.said), ["W0442 content/news/quay/en.md:7:1"]);
    assert!(!holds(&site.files["files/news/quay/chart.png"], SECRET));
}

#[test]
fn grey_and_clear_and_deep_pictures_are_scaled_as_what_they_are() {
    let site =
        SITE.replace("![A chart](asset:chart.png \"Ships\")", "![A](asset:a.png) ![B](asset:b.png) ![C](asset:c.png)");
    let grey = image::DynamicImage::ImageRgb8(camera::view(600, 300)).to_luma8();
    let deep = image::DynamicImage::ImageRgb8(camera::view(600, 300)).to_rgb16();
    let clear = image::RgbaImage::from_fn(600, 300, |x, _| image::Rgba([0, 200, 0, if x < 300 { 0 } else { 255 }]));
    let png = |image| camera::encoded(&image, image::ImageFormat::Png);
    let more = vec![
        ("a.png", png(image::DynamicImage::ImageLuma8(grey))),
        ("b.png", png(image::DynamicImage::ImageRgba8(clear))),
        ("c.png", png(image::DynamicImage::ImageRgb16(deep))),
    ];
    let site = built(&with(&site, &[album().to_vec(), more].concat()));
    let colours: Vec<_> = images(&site)[1..4].iter().map(|image| decoded(&site, &choices(image)[0].0)).collect();
    let kinds: Vec<_> = colours.iter().map(image::DynamicImage::color).collect();
    assert_eq!(kinds, [image::ColorType::L8, image::ColorType::Rgba8, image::ColorType::Rgb8]);
    assert_eq!((colours[1].get_pixel(20, 20).0[3], colours[1].get_pixel(460, 20).0), (0, [0, 200, 0, 255]));
}

#[test]
fn four_inks_are_cleaned_and_left_in_one_size() {
    let mut bytes = Vec::new();
    let dots = vec![40; 600 * 300 * 4];
    jpeg_encoder::Encoder::new(&mut bytes, 80).encode(&dots, 600, 300, jpeg_encoder::ColorType::Cmyk).unwrap();
    bytes.splice(2..2, [&b"\xff\xfe\x00\x0a"[..], SECRET].concat());
    let mut assets = album();
    assets[0].1 = bytes;
    let site = built(&with(SITE, &assets));
    assert_eq!(images(&site)[0].get("srcset"), "");
    assert!(!holds(&site.files["files/news/quay/signing.jpg"], SECRET));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]
    #[test]
    fn every_width_that_is_promised_is_there_and_looks_the_same(
        width in 1u32..1900, height in 1u32..700, turned in any::<bool>(),
    ) {
        let mut assets = album();
        assets[0].1 = camera::jpeg(&camera::view(width, height), if turned { 6 } else { 1 });
        let site = built(&with(SITE, &assets));
        let image = images(&site).remove(0);
        let (width, height) = if turned { (height, width) } else { (width, height) };
        prop_assert_eq!(image.get("width"), width.to_string());
        for (file, wide) in choices(&image) {
            let shown = decoded(&site, &file);
            prop_assert!(wide <= width);
            prop_assert_eq!(shown.width(), wide);
            let wanted = f64::from(height) * f64::from(wide) / f64::from(width);
            prop_assert!((f64::from(shown.height()) - wanted).abs() <= 1.0, "{} {}", file, shown.height());
        }
    }

    #[test]
    fn a_picture_with_any_bytes_changed_makes_nothing_fail(
        which in 0usize..4, at in 0usize..4000, bytes in proptest::collection::vec(any::<u8>(), 1..20), cut in any::<bool>(),
    ) {
        let small = camera::view(600, 20);
        let mut assets = [
            ("signing.jpg", camera::jpeg(&small, 6)), ("chart.png", camera::png(&small, 6)),
            ("sea.webp", camera::webp(&small, 6)), ("mark.gif", camera::gif()),
        ];
        let own = &mut assets[which].1;
        let at = at % own.len();
        let end = (at + bytes.len()).min(own.len());
        own[at..end].copy_from_slice(&bytes[..end - at]);
        if cut {
            own.truncate(at);
        }
        let report = pipeline::build(&with(SITE, &assets), &Memory::default(), "public", &|_, _| {}).unwrap();
        prop_assert!(report.said.iter().all(|said| said.place.is_some()));
    }
}
