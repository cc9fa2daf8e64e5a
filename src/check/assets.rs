//! The files in documents' folders: those that nothing names, pictures whose size they do not tell, and those of
//! which nothing can be made, or that tell more than they show; and pictures that are copied as they are.

use std::collections::BTreeSet;
use std::sync::Arc;

use percent_encoding::percent_decode_str;
use rayon::prelude::*;

use super::{Reading, Subject};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::document::{Document, Edition};
use crate::model::site::{ParsedDocument, Site};
use crate::settings::redirect::Target;
use crate::settings::{RawHtml, Settings};
use crate::source::Asset;
use crate::source::picture::form::{Form, PIXEL_LIMIT, Tells, is_decodable};
use crate::source::picture::{Dimensions, Flaw, Size};
use crate::source::yaml::{Node, Value};
use crate::syntax::facts::Facts;
use crate::syntax::kinds::{KindFacts, TextHeld};
use crate::syntax::markdown::{AssetUsage, Body};

/// Looks at the files of every document.
pub fn run(subject: Subject<'_>) -> Vec<Diagnostic> {
    let settings = &subject.site.public.settings;
    let mut said = Vec::new();
    // A file that could not be read, or a key that was not understood, may name what seems unused.
    if subject.reading == Reading::Whole && !settings.is_off(&codes::UNUSED_ASSET) {
        let paths = paths(subject.site);
        // Most folders hold no file, and name none.
        let folders = subject.site.parsed.par_iter().filter(|folder| !folder.assets.is_empty());
        let unused = folders.flat_map_iter(|folder| unused(settings, folder, &paths));
        said.par_extend(unused.map(|(name, asset)| {
            Diagnostic::new(&codes::UNUSED_ASSET, Place::start_of(&asset.file)).with("value", name)
        }));
    }
    let published =
        subject.site.parsed.par_iter().filter(|folder| folder.facts.as_ref().is_some_and(|facts| is_published(facts)));
    said.par_extend(published.flat_map_iter(flaws));
    let own = subject.theme.assets.iter().map(|(asset, _)| asset);
    said.extend(subject.site.public.statics.iter().chain(own).filter_map(|asset| unclean(asset)));
    let documents: Vec<&Document> = subject.site.all().filter(|document| !document.assets.is_empty()).collect();
    said.par_extend(documents.par_iter().flat_map_iter(|document| {
        let mut said = Vec::new();
        document.editions.values().for_each(|edition| pictures(document, edition, &mut said));
        said
    }));
    said.into_iter().filter_map(|said| settings.weigh(said)).collect()
}

/// Every path of this host that a text, a picture or a redirect leads to, below the base and decoded.
fn paths(site: &Site) -> BTreeSet<String> {
    let settings = &site.public.settings;
    let base = &settings.base_url;
    let own = format!("{}{}", base.origin, base.path);
    let of_folder = |folder: &ParsedDocument| {
        let mut paths = Vec::new();
        for words in folder.words.iter().filter_map(|(_, words)| words.as_ref()) {
            let links = words.face.links.iter().map(|link| link.target.as_str());
            for target in links.chain(words.face.images.iter().map(|image| image.source.as_str())) {
                let path = target.strip_prefix(&own).unwrap_or(target);
                if path.starts_with('/') {
                    let path = path.split(['#', '?']).next().unwrap_or(path);
                    paths.push(percent_decode_str(path).decode_utf8_lossy().into_owned());
                }
            }
        }
        paths
    };
    let found: Vec<String> = site.parsed.par_iter().flat_map_iter(of_folder).collect();
    let mut paths: BTreeSet<String> = found.into_iter().collect();
    paths.extend(settings.redirects.iter().filter_map(|redirect| match &redirect.to {
        Target::Path(path, _) => Some(path.clone()),
        Target::Url(_) => None,
    }));
    paths
}

/// The bodies of a folder's editions, those too that are nowhere on the site yet.
fn bodies(folder: &ParsedDocument) -> impl Iterator<Item = &Body> {
    folder.words.iter().filter_map(|(_, words)| words.as_ref()).map(|words| words.body())
}

/// The files of a folder that nothing names. A document without a page publishes none, nor does one that is
/// removed.
fn unused<'a>(
    settings: &Settings,
    folder: &'a ParsedDocument,
    paths: &BTreeSet<String>,
) -> Vec<&'a (String, Arc<Asset>)> {
    let Some(facts) = folder.facts.as_ref().filter(|facts| is_published(facts)) else { return Vec::new() };
    let named = names(folder, facts);
    let is_in_html =
        |name: &str| settings.html == RawHtml::Allow && bodies(folder).any(|body| body.prose.html.contains(name));
    let is_unused = |name: &str| {
        !named.contains(name)
            && !paths.contains(&format!("/files/{}/{name}", folder.id))
            && !facts.extra.as_ref().is_some_and(|extra| is_named(extra, name))
            && !is_in_html(name)
    };
    folder.assets.iter().filter(|(name, _)| is_unused(name)).collect()
}

fn is_published(facts: &Facts) -> bool {
    let has_page = !matches!(&facts.kind, KindFacts::Statement(statement) if statement.text == TextHeld::None);
    has_page && facts.life.removed.is_none()
}

/// The files that the facts and the editions of a folder name.
fn names<'a>(folder: &'a ParsedDocument, facts: &'a Facts) -> BTreeSet<&'a str> {
    let mut named: BTreeSet<&str> = facts.files.iter().map(|file| file.src.word.as_str()).collect();
    for words in folder.words.iter().filter_map(|(_, words)| words.as_ref()) {
        named.extend(words.image.iter().map(|image| image.src.word.as_str()));
        named.extend(words.face.assets.iter().map(|asset| asset.name.as_str()));
    }
    named
}

/// Whether a value for templates names a file: as it is called, or at the end of a path.
fn is_named(node: &Node, name: &str) -> bool {
    match &node.value {
        Value::Null => false,
        Value::Scalar(text) => {
            text.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with(['/', ':']))
        }
        Value::List(nodes) => nodes.iter().any(|node| is_named(node, name)),
        Value::Map(pairs) => pairs.iter().any(|(_, node)| is_named(node, name)),
    }
}

/// Says which pictures of an edition do not tell their size.
fn pictures(document: &Document, edition: &Edition, said: &mut Vec<Diagnostic>) {
    let words = &edition.words;
    let shown = words.face.assets.iter().filter(|asset| asset.usage == AssetUsage::Image);
    let shown = shown.map(|asset| (asset.name.as_str(), Place::new(&words.file, asset.span)));
    let above = words.image.iter().map(|image| (image.src.word.as_str(), image.src.place.clone()));
    for (name, place) in above.chain(shown) {
        let Some(asset) = document.asset(name) else { continue };
        let mistake = match asset.picture.size {
            // Of one that is broken or too large it is said where the file is.
            _ if matches!(asset.picture.form, Form::Broken(_)) => continue,
            Size::Known(_) => continue,
            Size::None => "name",
            Size::Unknown(Flaw::OtherKind) => "kind",
            Size::Unknown(Flaw::Broken) => "broken",
            Size::Unknown(Flaw::Unnamed) => "unnamed",
        };
        let unsized_picture = Diagnostic::new(&codes::IMAGE_WITHOUT_DIMENSIONS, place);
        said.push(unsized_picture.with("value", name).with("mistake", mistake));
    }
}

/// Says of which pictures of a folder nothing can be made, and which tell what cannot be taken out of them.
fn flaws(folder: &ParsedDocument) -> Vec<Diagnostic> {
    let flaw = |(name, asset): &(String, Arc<Asset>)| {
        let picture = asset.picture;
        let said = |code| Diagnostic::new(code, Place::start_of(&asset.file)).with("value", name);
        match (picture.form, picture.dimensions()) {
            (Form::Broken(_), _) => Some(said(&codes::BROKEN_PICTURE).with("reason", "blank")),
            (Form::Other, _) => unclean(asset),
            (Form::Telling, _) => Some(said(&codes::TELLING_PICTURE)),
            // One that is only handed on is not decoded, unless it has to be turned.
            (form, Some(size))
                if !is_decodable(size)
                    && (picture.orientation > 1 || matches!(form, Form::Scalable(_)) && is_shown(folder, name)) =>
            {
                let said = said(&codes::PICTURE_TOO_LARGE).with("dimensions", shown(size));
                Some(said.with("limit", (PIXEL_LIMIT / 1_000_000).to_string()))
            }
            _ => None,
        }
    };
    folder.assets.iter().filter_map(flaw).collect()
}

/// Says what a picture tells that goes out as it is.
fn unclean(asset: &Asset) -> Option<Diagnostic> {
    let what = match asset.picture.tells {
        Tells { place: true, camera: true } => "both",
        Tells { place: true, .. } => "place",
        Tells { camera: true, .. } => "camera",
        Tells::NOTHING => return None,
    };
    let name = asset.file.rsplit('/').next().unwrap_or(&asset.file);
    Some(Diagnostic::new(&codes::UNCLEAN_PICTURE, Place::start_of(&asset.file)).with("value", name).with("what", what))
}

/// Whether an edition of a folder shows this picture.
fn is_shown(folder: &ParsedDocument, name: &str) -> bool {
    folder.words.iter().filter_map(|(_, words)| words.as_ref()).any(|words| {
        let shown = words.face.assets.iter().filter(|asset| asset.usage == AssetUsage::Image);
        words.image.iter().any(|image| image.src.word == name) || shown.into_iter().any(|asset| asset.name == name)
    })
}

fn shown(Dimensions { width, height }: Dimensions) -> String {
    format!("{width} × {height}")
}
