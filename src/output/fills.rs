//! What goes into the slots of a body: words of messages, links to documents, URLs of assets.

use super::desk::Desk;
use crate::locale::{Argument, Arguments, Locale, Phrase, Voice};
use crate::model::document::{Document, Edition};
use crate::model::inline;
use crate::model::route::Route;
use crate::model::site::Public;
use crate::source::picture::Dimensions;
use crate::syntax::facts::Facts;
use crate::syntax::markdown::{Fillable, Reference, SlotKind, Within};

/// What the body of an edition names outside of its document, as far as it is there: all that its fills are
/// made of besides the words, the facts and what the pages of its language share.
#[derive(Debug, Hash)]
pub struct Places {
    /// Where each link to a document leads, and the language there.
    links: Vec<Option<(Route, Locale)>>,
    /// How large each image is.
    dimensions: Vec<Option<Dimensions>>,
}

/// Finds what the body of an edition names.
pub fn places(desk: &Desk, public: &Public, document: &Document, edition: &Edition) -> Places {
    let face = &edition.words.face;
    let links = face.references.iter().map(|link| {
        let target = Public::edition_for(public.document(&link.target)?, &desk.locale)?;
        Some((target.route.clone(), target.locale.clone()))
    });
    let dimensions = face.images.iter().map(|image| dimensions(public, document, &image.source));
    Places { links: links.collect(), dimensions: dimensions.collect() }
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
            escape(&desk.href(&Document::route_of_asset(&edition.document, name)))
        }
        SlotKind::Dimensions(at) => {
            places.dimensions.get(at as usize).copied().flatten().map(attributes).unwrap_or_default()
        }
        SlotKind::Base => escape(&desk.base.path),
        SlotKind::Message(label, number) => {
            let arguments = number.map(|number| Arguments::new().with("number", Argument::Figure(number.to_string())));
            shown(desk, &desk.say(label.id(), &arguments.unwrap_or_default()), fillable.within)
        }
    }
}

/// How large the image of this source is: an asset of the document, or a file of `static/`.
fn dimensions(public: &Public, document: &Document, source: &str) -> Option<Dimensions> {
    let path = source.split(['#', '?']).next().unwrap_or(source);
    let asset = match path.strip_prefix("asset:") {
        Some(name) => document.asset(name),
        None => {
            let file = format!("static{path}");
            let at = public.statics.binary_search_by(|asset| asset.file.as_ref().cmp(&file)).ok();
            at.and_then(|at| public.statics.get(at))
        }
    };
    asset?.picture.dimensions()
}

fn attributes(dimensions: Dimensions) -> String {
    format!(" width=\"{}\" height=\"{}\"", dimensions.width, dimensions.height)
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
