//! What goes into the slots of a body: words of messages, links to documents, URLs of assets.

use super::desk::Desk;
use super::pictures::{self, Shown};
use crate::locale::{Argument, Arguments, Locale, Phrase, Voice};
use crate::model::document::{Document, Edition};
use crate::model::inline;
use crate::model::route::Route;
use crate::model::site::Public;
use crate::source::picture::Dimensions;
use crate::syntax::facts::Facts;
use crate::syntax::markdown::{AssetUsage, Fillable, Reference, SlotKind, Within};

/// What the body of an edition names outside of its document, as far as it is there: all that its fills are
/// made of besides the words, the facts and what the pages of its language share.
#[derive(Debug, Hash)]
pub struct Places {
    /// Where each link to a document leads, and the language there.
    links: Vec<Option<(Route, Locale)>>,
    /// What each image is: where, and how large.
    pictures: Vec<Option<Shown>>,
    /// What each asset is that is shown as an image.
    shown: Vec<Option<Route>>,
    /// Whether a picture stands above the text.
    has_lead: bool,
}

/// Finds what the body of an edition names.
pub fn places(desk: &Desk, public: &Public, document: &Document, edition: &Edition) -> Places {
    let face = &edition.words.face;
    let links = face.references.iter().map(|link| {
        let target = Public::edition_for(public.document(&link.target)?, &desk.locale)?;
        Some((target.route.clone(), target.locale.clone()))
    });
    let pictures = face.images.iter().map(|image| picture(public, document, &image.source));
    let shown = face.assets.iter().map(|asset| {
        let is_image = asset.usage == AssetUsage::Image;
        let shown = is_image.then(|| pictures::shown(document, &asset.name, public.settings.avif));
        shown.flatten().map(|shown| shown.src)
    });
    let has_lead = edition.words.image.is_some();
    Places { links: links.collect(), pictures: pictures.collect(), shown: shown.collect(), has_lead }
}

/// Makes the fills of an edition's body, one for each of its fillables.
///
/// A link to a document that is not public gives nothing, so that its words stand as plain text; one
/// to a document in another language only is labelled. What cannot be resolved was said by the
/// checks, and gives nothing.
pub fn of(desk: &Desk, places: &Places, facts: &Facts, edition: &Edition) -> Vec<String> {
    let arguments = inline::arguments(facts);
    let fillables = edition.words.face.fillables.iter();
    fillables.map(|fillable| fill(desk, places, edition, &arguments, fillable)).collect()
}

fn fill(desk: &Desk, places: &Places, edition: &Edition, arguments: &Arguments, fillable: &Fillable) -> String {
    let face = &edition.words.face;
    let link = |at: u32| Some((face.references.get(at as usize)?, places.links.get(at as usize)?.as_ref()?));
    match fillable.kind {
        SlotKind::Placeable(at) => {
            let source = face.placeables.get(at as usize).map_or("", |placeable| placeable.source.as_str());
            let phrase = desk.voice.resolve(source, arguments).unwrap_or_default();
            shown(desk, &phrase, fillable.within)
        }
        SlotKind::LinkOpen(at) => link(at).map(|(link, target)| opening(desk, link, target)).unwrap_or_default(),
        SlotKind::LinkClose(at) => link(at).map(|(_, target)| closing(desk, target)).unwrap_or_default(),
        SlotKind::Asset(at) => {
            let name = face.assets.get(at as usize).map_or("", |asset| asset.name.as_str());
            let shown = places.shown.get(at as usize).and_then(Option::as_ref);
            escape(&shown.map_or_else(
                || desk.href(&Document::route_of_asset(&edition.document, name)),
                |route| desk.href(route),
            ))
        }
        SlotKind::Dimensions(at) => {
            let picture = places.pictures.get(at as usize).and_then(Option::as_ref);
            attributes(desk, picture, at > 0 || places.has_lead)
        }
        SlotKind::PictureOpen(at) => places
            .pictures
            .get(at as usize)
            .and_then(Option::as_ref)
            .map(|shown| source(desk, shown))
            .unwrap_or_default(),
        SlotKind::PictureClose(at) => match places.pictures.get(at as usize) {
            Some(Some(shown)) if !shown.avif.is_empty() => "</picture>".to_owned(),
            _ => String::new(),
        },
        SlotKind::Base => escape(&desk.base.path),
        SlotKind::Message(label, number) => {
            let arguments = number.map(|number| Arguments::new().with("number", Argument::Figure(number.to_string())));
            shown(desk, &desk.say(label.id(), &arguments.unwrap_or_default()), fillable.within)
        }
    }
}

/// What the image of this source is: an asset of the document, or a file of `static/`, which has one size.
fn picture(public: &Public, document: &Document, source: &str) -> Option<Shown> {
    let path = source.split(['#', '?']).next().unwrap_or(source);
    if let Some(name) = path.strip_prefix("asset:") {
        return pictures::shown(document, name, public.settings.avif);
    }
    let file = format!("static{path}");
    let at = public.statics.binary_search_by(|asset| asset.file.as_ref().cmp(&file)).ok()?;
    let dimensions = public.statics.get(at)?.picture.dimensions();
    Some(Shown { src: Route::file(path.trim_start_matches('/')), choices: Vec::new(), avif: Vec::new(), dimensions })
}

/// The attributes of an image besides its address and its words. All but the first picture of a page are loaded
/// once they are near.
fn attributes(desk: &Desk, picture: Option<&Shown>, is_late: bool) -> String {
    let mut attributes = String::new();
    if let Some(choices) = picture.map(|picture| srcset(desk, &picture.choices)).filter(|choices| !choices.is_empty()) {
        let sizes = escape(&desk.theme.picture_sizes);
        attributes += &format!(" srcset=\"{}\" sizes=\"{sizes}\"", escape(&choices));
    }
    if let Some(Dimensions { width, height }) = picture.and_then(|picture| picture.dimensions) {
        attributes += &format!(" width=\"{width}\" height=\"{height}\"");
    }
    attributes + if is_late { " loading=\"lazy\" decoding=\"async\"" } else { " decoding=\"async\"" }
}

/// The beginning of a picture that is there as AVIF too: a browser that knows it takes that. Nothing where it is not.
fn source(desk: &Desk, picture: &Shown) -> String {
    if picture.avif.is_empty() {
        return String::new();
    }
    let (choices, sizes) = (escape(&srcset(desk, &picture.avif)), escape(&desk.theme.picture_sizes));
    format!("<picture><source type=\"image/avif\" srcset=\"{choices}\" sizes=\"{sizes}\">")
}

/// The choices of a picture as HTML has them: each address with its width. Nothing where there is no choice.
pub(super) fn srcset(desk: &Desk, choices: &[(Route, u32)]) -> String {
    let choices = choices.iter().map(|(route, width)| format!("{} {width}w", desk.href(route)));
    choices.collect::<Vec<_>>().join(", ")
}

fn shown(desk: &Desk, phrase: &Phrase, within: Within) -> String {
    match within {
        Within::Text => desk.html(phrase),
        Within::Attribute => escape(&phrase.text()),
    }
}

fn opening(desk: &Desk, link: &Reference, (route, locale): &(Route, Locale)) -> String {
    let anchor = link.anchor.as_ref().map(|anchor| format!("#{}", escape(anchor))).unwrap_or_default();
    let language = match *locale == desk.locale {
        true => String::new(),
        false => format!(" hreflang=\"{locale}\""),
    };
    let title = match link.title.is_empty() {
        true => String::new(),
        false => format!(" title=\"{}\"", escape(&link.title)),
    };
    format!("<a href=\"{}{anchor}\"{language}{title}>", escape(&desk.href(route)))
}

fn closing(desk: &Desk, (_, locale): &(Route, Locale)) -> String {
    if *locale == desk.locale {
        return "</a>".to_owned();
    }
    let language = Arguments::new().with("language", desk.language(locale).as_str());
    format!("</a> <span class=\"tag\">{}</span>", desk.html(&desk.say("only-in-language", &language)))
}

/// Escapes a text for HTML, also inside a quoted attribute.
fn escape(text: &str) -> String {
    Phrase::plain(text).html()
}
