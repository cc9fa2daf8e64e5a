//! Pictures of documents: clean of what they tell besides, and in the sizes that pages ask for.
//!
//! In: a document's assets and what was told of them as pictures when they were read. Out: what a page says of a
//! picture ([`Shown`]), and the artifacts. Nothing is decoded in planning; all that is made of one file is
//! made at once, and stays as long as that file does.

mod make;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Artifact, set};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::digest::{Digest, Hashed};
use crate::model::document::{Document, Edition};
use crate::model::route::Route;
use crate::settings::Avif;
use crate::source::Asset;
use crate::source::picture::form::{self, Form, Format};
use crate::source::picture::{Dimensions, Picture};
use crate::syntax::markdown::AssetUsage;

/// The widths in which a picture is made, as far as it is wider: a telephone's, twice and three times as fine, and
/// the measure of a page twice as fine.
const WIDTHS: [u32; 4] = [480, 800, 1200, 1600];

/// The width for programs that cannot choose: old browsers, readers of feeds.
const USUAL_WIDTH: u32 = 1200;

/// The folder of sizes: they have a digest in their names and lie apart from files that have none, so that one rule of
/// a host is for all of them.
const FOLDER: &str = "sizes";

/// Counts the ways in which pictures were made: another way is another file.
const RECIPE: u32 = 1;

/// A picture as a page shows it.
#[derive(Debug, Clone, Hash)]
pub struct Shown {
    /// Where it is, for programs that cannot choose.
    pub src: Route,
    /// Where it is in each of its widths, in pixels, the narrowest first; none where there is no choice.
    pub choices: Vec<(Route, u32)>,
    /// The same as AVIF; none where that is not made.
    pub avif: Vec<(Route, u32)>,
    /// How large it is, if that is known.
    pub dimensions: Option<Dimensions>,
}

/// What a picture of this document is for a page; none where there is no file of this name.
pub fn shown(document: &Document, name: &str, avif: Avif) -> Option<Shown> {
    let asset = document.asset(name)?;
    let dimensions = asset.picture.dimensions();
    let own = document.asset_route(name);
    let mut choices: Vec<(Route, u32)> =
        cuts(asset.picture, Avif::Off).map(|cut| choice(document, name, asset, cut)).collect();
    let has_widest = reaches_widest(&sizes(asset.picture));
    // Where the widest is made, the whole file is for who asks for it.
    if let Some(whole) = dimensions.filter(|_| !choices.is_empty() && !has_widest) {
        choices.push((own.clone(), whole.width));
    }
    let usual = choices.iter().rev().find(|(_, width)| *width <= USUAL_WIDTH);
    let src = usual.map_or(own, |(route, _)| route.clone());
    let avif = cuts(asset.picture, avif).filter(|cut| matches!(cut, Cut::Avif(_)));
    let avif = avif.map(|cut| choice(document, name, asset, cut)).collect();
    Some(Shown { src, choices, avif, dimensions })
}

/// The files of a document: pictures clean, and in sizes where a page shows them; others as they are.
pub fn artifacts(document: &Document, avif: Avif) -> Vec<Artifact> {
    // Most documents have none.
    if document.assets.is_empty() {
        return Vec::new();
    }
    let shown: BTreeSet<&str> = document.editions.values().flat_map(|edition| names(edition)).collect();
    let mut artifacts = Vec::new();
    for (name, asset) in &document.assets {
        let whole = document.asset_route(name);
        let mut made: Vec<(Route, Cut)> = Vec::new();
        match is_handed_on(asset.picture) {
            true => artifacts.push(Artifact::copy(whole, asset)),
            false => made.push((whole, Cut::Whole)),
        }
        if shown.contains(name.as_str()) {
            made.extend(cuts(asset.picture, avif).map(|cut| (route(&document.id, name, asset, cut), cut)));
        }
        artifacts.extend(made_of(asset, made));
    }
    artifacts
}

/// The pictures that the page of an edition shows.
fn names(edition: &Edition) -> impl Iterator<Item = &str> {
    let above = edition.words.image.iter().map(|image| image.src.word.as_str());
    let shown = edition.words.face.assets.iter().filter(|asset| asset.usage == AssetUsage::Image);
    above.chain(shown.map(|asset| asset.name.as_str()))
}

/// What is made of a picture besides the whole: its sizes and, where that is wanted, each of them as AVIF.
fn cuts(picture: Picture, avif: Avif) -> impl Iterator<Item = Cut> {
    let sizes = sizes(picture);
    let whole = picture.dimensions().filter(|whole| is_scalable(picture) && !reaches_widest(&sizes) && whole.width > 0);
    // The whole is the widest choice where no other is: it is one as AVIF too.
    let as_avif = sizes.clone().into_iter().chain(whole).filter(move |_| avif == Avif::On);
    sizes.into_iter().map(Cut::Size).chain(as_avif.map(Cut::Avif))
}

/// Whether others can be made of a picture.
fn is_scalable(picture: Picture) -> bool {
    matches!(picture.form, Form::Scalable(_)) && picture.dimensions().is_some_and(form::is_decodable)
}

/// Whether the widest of all sizes is among these.
fn reaches_widest(sizes: &[Dimensions]) -> bool {
    sizes.last().is_some_and(|size| size.width == WIDTHS[WIDTHS.len() - 1])
}

/// The sizes in which a picture is made.
fn sizes(picture: Picture) -> Vec<Dimensions> {
    let Some(whole) = picture.dimensions().filter(|_| is_scalable(picture)) else { return Vec::new() };
    let scaled = |width: u32| {
        let height = (u64::from(whole.height) * u64::from(width) + u64::from(whole.width) / 2) / u64::from(whole.width);
        Dimensions { width, height: u32::try_from(height).unwrap_or(u32::MAX).max(1) }
    };
    // One that is hardly narrower than the whole saves nothing.
    let narrower = WIDTHS.into_iter().filter(|width| u64::from(*width) * 10 <= u64::from(whole.width) * 9);
    narrower.map(scaled).collect()
}

/// A cut as a page offers it: where it is, and how wide.
fn choice(document: &Document, name: &str, asset: &Asset, cut: Cut) -> (Route, u32) {
    let width = match cut {
        Cut::Size(size) | Cut::Avif(size) => size.width,
        Cut::Whole => 0,
    };
    (route(&document.id, name, asset, cut), width)
}

/// Where a picture goes in one of its sizes: under its name, its width and ten digits of what it is made of.
fn route(document: &str, name: &str, asset: &Asset, cut: Cut) -> Route {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let (size, ending) = match (cut, asset.picture.form.cleanable()) {
        (Cut::Whole, _) => return Document::route_of_asset(document, name),
        (Cut::Avif(size), _) => (size, "avif"),
        (Cut::Size(size), Some(Format::Png)) => (size, "png"),
        (Cut::Size(size), Some(Format::Webp)) => (size, "webp"),
        (Cut::Size(size), _) => (size, "jpg"),
    };
    let digits = Digest::of(&(asset.digest, size, RECIPE)).short();
    Route::file(&format!("{FOLDER}/{document}/{stem}-{}.{digits}.{ending}", size.width))
}

/// Whether the file itself goes out: there is nothing to take out of it, and it need not be turned.
fn is_handed_on(picture: Picture) -> bool {
    !matches!(picture.form, Form::Broken(_)) && picture.clean.is_none() && picture.orientation <= 1
}

/// What is made of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Cut {
    /// The picture itself, clean and upright.
    Whole,
    /// The same in this size.
    Size(Dimensions),
    /// The same in this size, as AVIF.
    Avif(Dimensions),
}

/// What pictures are made of: a file. What is made of it is its [`Cut`].
#[derive(Debug, Hash)]
struct Making {
    asset: Hashed<Arc<Asset>>,
    recipe: u32,
}

/// All that is made of one file: it is read and decoded once for all of it.
fn made_of(asset: &Arc<Asset>, cuts: Vec<(Route, Cut)>) -> impl Iterator<Item = Artifact> {
    let hashed = Hashed::with_digest(Arc::clone(asset), asset.digest);
    let place = Place::start_of(&asset.file);
    let has_digest: Vec<bool> = cuts.iter().map(|(_, cut)| *cut != Cut::Whole).collect();
    let artifacts = set::plan(Making { asset: hashed, recipe: RECIPE }, cuts, made).into_iter();
    artifacts.zip(has_digest).map(move |(artifact, has_digest)| {
        let artifact = artifact.written_at(place.clone());
        if has_digest { artifact.lasting() } else { artifact }
    })
}

fn made(making: &Making, cuts: &[&Cut]) -> Vec<Reported<Vec<u8>>> {
    let asset: &Asset = &making.asset;
    let said = |code| Diagnostic::new(code, Place::start_of(&asset.file));
    let refused = |said: Diagnostic| Reported::new(Vec::new(), vec![said]);
    let all_refused = |said: Diagnostic| cuts.iter().map(|_| refused(said.clone())).collect();
    let bytes = match asset.bytes() {
        Ok(bytes) => bytes,
        Err(error) => return all_refused(said(&codes::UNREADABLE).with("reason", error.to_string())),
    };
    if Digest::of_bytes(&bytes) != asset.digest {
        return all_refused(said(&codes::SOURCE_CHANGED));
    }
    let name = asset.file.rsplit('/').next().unwrap_or(&asset.file);
    let made = make::cuts(&bytes, asset.picture, cuts).into_iter();
    made.map(|made| match made {
        Ok(made) => Reported::clean(made),
        Err(reason) => {
            let reason = if reason.is_empty() { "blank".to_owned() } else { reason };
            refused(said(&codes::BROKEN_PICTURE).with("value", name).with("reason", reason))
        }
    })
    .collect()
}
