//! That what is planned in a quick way is what the plain way gives.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::locale::Instant;
use crate::pipeline::{self, Origin, Project, Strictness};
use crate::settings::Kind;
use crate::source::Sources;

const SETTINGS: &str = "\
-- warta.yaml --
base_url: https://press.example
locales: [id, en]
time_zone: Asia/Makassar
collections:
  releases: {kind: release, section: {id: siaran, en: news}, path: \"{section}/{year}/{slug}\", acceptance: off}
  notes: {kind: release, section: {id: catatan, en: notes}, path: \"{slug}\", acceptance: off}
  pages: {kind: page, path: \"{slug}\", acceptance: off}
-- i18n/id/site.ftl --
site-title = Kantor Pers Aluria
site-description = Ruang berita rekaan.
collection-releases = Siaran pers
collection-notes = Catatan
-- i18n/en/site.ftl --
site-title = Press Office of Aluria
site-description = An invented newsroom.
collection-releases = Press releases
collection-notes = Notes
";

/// A document: its collection, the day and hour of its release, its slug, whether it is in one language alone.
type Told = (&'static str, u8, u8, String, bool);

fn told() -> impl Strategy<Value = Vec<Told>> {
    let collection = prop::sample::select(vec!["releases", "notes", "pages"]);
    prop::collection::vec((collection, 1_u8..4, 0_u8..24, "[ab]{1,2}(-[ab])?", any::<bool>()), 0..24)
}

fn document(number: usize, (collection, day, hour, slug, is_alone): &Told) -> String {
    let folder = format!("content/{collection}/{slug}-{number}");
    let publish =
        if *collection == "pages" { String::new() } else { format!("publish: 2030-01-0{day} {hour:02}.30 WITA\n") };
    let original = if *is_alone { "" } else { "original: en\n" };
    let mut text = format!("-- {folder}/document.yaml --\nstatus: approved\n{publish}{original}");
    for locale in ["en", "id"].into_iter().take(if *is_alone { 1 } else { 2 }) {
        text += &format!("-- {folder}/{locale}.md --\n---\ntitle: {slug}\nslug: {slug}-{number}\n---\n\n{number}.\n");
    }
    text
}

/// The newsroom of these documents as it is planned.
fn newsroom(told: &[Told]) -> (Plan, Arc<Newsroom>) {
    let documents = told.iter().enumerate().map(|(number, told)| document(number, told));
    let (settings, sources) = Sources::from_txtar(&(SETTINGS.to_owned() + &documents.collect::<String>()));
    let at = Instant::parse("2031-06-01T00:00:00Z").expect("an instant");
    let (origin, base_url, urls, only) = (Origin::Memory(settings, sources), None, None, None);
    let project = Project { origin, at, base_url, urls, strictness: Strictness::Build, view: View::Public, only };
    let report = pipeline::prepare(&project).expect("memory can be read");
    assert!(!report.has_errors(), "{:?}", report.said);
    let plan = report.prepared.expect("a site").plan;
    let newsroom = plan.newsroom.clone().expect("what it was made of");
    (plan, newsroom)
}

/// In each collection the card before and the one after in time, found in one pass.
fn plain_neighbours(cards: &[Arc<crate::model::document::Card>]) -> BTreeMap<&str, [Option<&str>; 2]> {
    let mut neighbours: BTreeMap<&str, [Option<&str>; 2]> = BTreeMap::new();
    let mut newest: BTreeMap<&str, &str> = BTreeMap::new();
    for card in cards.iter().filter(|card| card.kind != Kind::Page) {
        let newer = newest.insert(card.collection.as_ref(), card.document.as_ref());
        neighbours.insert(card.document.as_ref(), [newer, None]);
        if let Some(pair) = newer.and_then(|newer| neighbours.get_mut(newer)) {
            pair[1] = Some(card.document.as_ref());
        }
    }
    neighbours
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_card_has_its_neighbours_in_time(told in told()) {
        let (_, newsroom) = newsroom(&told);
        for (locale, cards) in newsroom.public.cards.iter() {
            let wanted = plain_neighbours(cards);
            for card in cards {
                let own = newsroom.public.document(&card.document).expect("it is public");
                let (newer, older) = document::neighbours(&newsroom.public, own, locale);
                let found = [&newer, &older].map(|card| card.as_ref().map(|card| card.document.as_ref()));
                let wanted = wanted.get(card.document.as_ref()).copied().unwrap_or_default();
                prop_assert_eq!(found, wanted, "{}", card.document);
            }
        }
    }

    #[test]
    fn every_edition_is_planned_once_in_the_order_of_the_files(told in told()) {
        let (plan, newsroom) = newsroom(&told);
        let files: Vec<&str> = newsroom.editions().map(|(_, edition)| edition.route.file.as_ref()).collect();
        let editions = newsroom.public.documents.iter().flat_map(|document| document.editions.values());
        let wanted: BTreeSet<&str> = editions.map(|edition| edition.route.file.as_ref()).collect();
        prop_assert_eq!(&files, &wanted.into_iter().collect::<Vec<_>>());
        let planned = plan.artifacts.iter().map(|artifact| artifact.route.file.as_ref());
        let planned: Vec<&str> = planned.collect();
        prop_assert!(planned.is_sorted_by(|one, next| one < next));
        prop_assert!(files.iter().all(|file| planned.contains(file)));
        let list = texts::list(&newsroom);
        let named: Vec<&str> = list.lines().filter_map(|line| line.split("  ").nth(1)).collect();
        let texts: BTreeSet<&str> = planned.iter().filter(|file| file.ends_with(".txt")).copied().collect();
        let texts = texts.into_iter().filter(|file| *file != "robots.txt" && *file != texts::LIST);
        prop_assert_eq!(named, texts.collect::<Vec<_>>());
    }
}

/// Names of files as authors give them, in letters of either case.
fn a_file() -> impl Strategy<Value = String> {
    let part = "[aAÄß]{1,2}";
    (prop::collection::vec(part, 1..4), prop::sample::select(vec!["", ".html", "/index.html", ".txt"]))
        .prop_map(|(parts, ending)| parts.join("/") + ending)
}

/// Which files two artifacts want, or one as a folder too, found one by one: each with its own name and the other's.
fn plain_collisions(artifacts: &[Artifact]) -> BTreeSet<String> {
    let name = |artifact: &Artifact| artifact.route.file.to_lowercase();
    let mut said = BTreeSet::new();
    for (at, artifact) in artifacts.iter().enumerate() {
        let own = name(artifact);
        let stem = own.strip_suffix(".html").filter(|_| artifact.listing != Listing::File);
        let is_wanted = artifacts[..at].iter().any(|other| name(other) == own);
        let is_last = !artifacts[at + 1..].iter().any(|other| name(other) == own);
        let beside = artifacts.iter().any(|other| {
            let is_in = |folder: &str| name(other).starts_with(&format!("{folder}/"));
            is_in(&own) || stem.is_some_and(|stem| is_in(stem) || name(other) == stem)
        });
        if is_wanted || is_last && beside {
            said.insert(artifact.route.url.to_string());
        }
    }
    said
}

proptest! {
    #[test]
    fn names_are_compared_in_small_letters(name in a_file(), is_page: bool) {
        let (wanted, found) = (name.to_lowercase(), lowercase(&name));
        prop_assert_eq!(found.as_ref(), wanted.as_str());
        let stem = wanted.strip_suffix(".html").filter(|stem| is_page && !stem.ends_with("/index"));
        let wanted: Vec<&str> = std::iter::once(wanted.as_str()).chain(stem).collect();
        let route = Route::file(&name);
        prop_assert_eq!(addresses(&route, is_page).collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn every_file_that_is_wanted_twice_is_found(files in prop::collection::vec((a_file(), any::<bool>()), 0..8)) {
        let artifact = |(file, is_page): &(String, bool)| {
            let listing = if *is_page { Listing::Unlisted } else { Listing::File };
            Artifact::new(Route::file(file), (), |()| Reported::clean(Vec::new())).listed(listing)
        };
        let mut artifacts: Vec<Artifact> = files.iter().map(artifact).collect();
        artifacts.sort_by(|one, other| one.route.file.cmp(&other.route.file));
        let said = collisions(&artifacts);
        let urls = said.iter().filter_map(|said| said.arguments.iter().find(|(name, _)| *name == "url"));
        let urls: BTreeSet<String> = urls.map(|(_, url)| url.to_string()).collect();
        prop_assert_eq!(urls, plain_collisions(&artifacts));
    }
}
