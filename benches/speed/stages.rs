//! The stages of a build, from the library: as `warta build` runs them, and some by themselves.

use std::hint::black_box;
use std::io;
use std::path::Path;
use std::time::Instant;

use walkdir::WalkDir;
use warta::locale;
use warta::output::Listing;
use warta::pipeline::{self, Origin, Project, Report, Strictness, View};
use warta::settings::{Kind, Settings};
use warta::source::stamp::Nothing;
use warta::source::{Source, load};
use warta::store::manifest::{self, Manifest};
use warta::store::tree::Folder;
use warta::syntax::{facts, lock, words};

use crate::newsroom::AT;
use crate::place::Place;
use crate::table::{Series, Table, shown};

/// Times of named stages, in the order in which they first came.
#[derive(Default)]
struct Times(Vec<(String, Series)>);

impl Times {
    fn add(&mut self, name: &str, time: std::time::Duration) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, series)) => series.add(time),
            None => self.0.push((name.to_owned(), Series(vec![time]))),
        }
    }

    fn time<T>(&mut self, name: &str, stage: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let value = stage();
        self.add(name, start.elapsed());
        value
    }
}

/// Measures every stage.
pub(crate) fn measure(place: &Place, runs: usize, table: &mut Table) -> io::Result<()> {
    let mut times = Times::default();
    for _ in 0..runs {
        place.cool();
        let report = pipeline::build(&project(&place.site()), &Folder::at(place.out()), "out", &|_, _| {})?;
        assert!(!report.has_errors() && report.written.is_some(), "the newsroom has no mistake");
        report.stages.0.iter().for_each(|(name, time)| times.add(&format!("stage {name}"), *time));
        by_themselves(place, &report, &mut times)?;
    }
    let documents = place.shape.documents as u32;
    for (name, series) in &times.0 {
        table.told(name, series, format!("{} a document", shown(series.median() / documents)));
    }
    Ok(())
}

/// What stages are made of, on one thread.
fn by_themselves(place: &Place, report: &Report, times: &mut Times) -> io::Result<()> {
    let Some(prepared) = &report.prepared else { return Ok(()) };
    let (site, settings) = (place.site(), prepared.settings.as_ref());
    times.time("walk, one thread", || black_box(WalkDir::new(&site).into_iter().count()));
    let sources = times.time("walk and read, all threads", || load::folder(&site, &settings.theme, &Nothing))?.value;
    let is = |end: &'static str| sources.documents.iter().filter(move |source| source.file.ends_with(end));
    times.time("YAML of facts, one thread", || {
        is("/document.yaml")
            .for_each(|source| drop(black_box(facts::read(source, kind_of(source, settings), settings))));
    });
    times.time("words and their Markdown, one thread", || {
        is(".md").for_each(|source| drop(black_box(words::read(source, settings, None))));
    });
    times.time("locks, one thread", || is(".lock").for_each(|source| drop(black_box(lock::read(source)))));
    times.time("render every page, one thread", || {
        let pages = prepared.plan.artifacts.iter().filter(|artifact| artifact.listing != Listing::File);
        pages.map(|page| page.bytes().map(|made| made.value.len())).sum::<io::Result<usize>>()
    })?;
    let bytes = std::fs::read(place.out().join(manifest::FILE))?;
    let manifest = times.time("manifest read", || Manifest::parse(&bytes)).ok_or(io::ErrorKind::InvalidData)?;
    times.time("manifest written", || black_box(manifest.bytes()));
    Ok(())
}

fn kind_of(source: &Source, settings: &Settings) -> Kind {
    let name = source.file.split('/').nth(1).unwrap_or_default();
    settings.collection(name).map_or(Kind::Page, |collection| collection.kind)
}

fn project(root: &Path) -> Project {
    Project {
        origin: Origin::Folder(root.to_path_buf()),
        at: locale::Instant::parse(AT).expect("the instant of the newsroom is one"),
        base_url: None,
        urls: None,
        strictness: Strictness::Build,
        view: View::Public,
        only: None,
    }
}
