//! What goes into the slots of a body: words of messages, links to documents, URLs of assets.

use super::desk::Desk;
use crate::locale::{Argument, Arguments, Phrase, Voice};
use crate::model::document::{Document, Edition};
use crate::model::inline;
use crate::model::site::Public;
use crate::source::picture::Dimensions;
use crate::syntax::markdown::{Fillable, Reference, SlotKind, Within};

/// Makes the fills of an edition's body, one for each of its fillables.
///
/// A link to a document that is not public gives nothing, so that its words stand as plain text; one
/// to a document in another language only is labelled. What cannot be resolved was said by the
/// checks, and gives nothing.
pub fn of(desk: &Desk, public: &Public, document: &Document, edition: &Edition) -> Vec<String> {
    let arguments = inline::arguments(&document.facts);
    edition
        .words
        .face
        .fillables
        .iter()
        .map(|fillable| fill(desk, public, document, edition, &arguments, fillable))
        .collect()
}

fn fill(
    desk: &Desk,
    public: &Public,
    document: &Document,
    edition: &Edition,
    arguments: &Arguments,
    fillable: &Fillable,
) -> String {
    let face = &edition.words.face;
    match fillable.kind {
        SlotKind::Placeable(at) => {
            let source = face.placeables.get(at as usize).map_or("", |placeable| placeable.source.as_str());
            let phrase = desk.voice.resolve(source, arguments).unwrap_or_default();
            shown(desk, &phrase, fillable.within)
        }
        SlotKind::LinkOpen(at) => {
            face.references.get(at as usize).map(|link| opening(desk, public, link)).unwrap_or_default()
        }
        SlotKind::LinkClose(at) => {
            face.references.get(at as usize).map(|link| closing(desk, public, link)).unwrap_or_default()
        }
        SlotKind::Asset(at) => {
            let name = face.assets.get(at as usize).map_or("", |asset| asset.name.as_str());
            escape(&desk.href(&document.asset_route(name)))
        }
        SlotKind::Dimensions(at) => {
            let source = face.images.get(at as usize).map_or("", |image| image.source.as_str());
            dimensions(public, document, source).map(attributes).unwrap_or_default()
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

fn target<'a>(desk: &Desk, public: &'a Public, link: &Reference) -> Option<&'a Edition> {
    let document = public.document(&link.target)?;
    Public::edition_for(document, &desk.locale).map(AsRef::as_ref)
}

fn opening(desk: &Desk, public: &Public, link: &Reference) -> String {
    let Some(edition) = target(desk, public, link) else { return String::new() };
    let anchor = link.anchor.as_ref().map(|anchor| format!("#{}", escape(anchor))).unwrap_or_default();
    let language = match edition.locale == desk.locale {
        true => String::new(),
        false => format!(" hreflang=\"{}\"", edition.locale),
    };
    let title = match link.title.is_empty() {
        true => String::new(),
        false => format!(" title=\"{}\"", escape(&link.title)),
    };
    format!("<a href=\"{}{anchor}\"{language}{title}>", escape(&desk.href(&edition.route)))
}

fn closing(desk: &Desk, public: &Public, link: &Reference) -> String {
    let Some(edition) = target(desk, public, link) else { return String::new() };
    if edition.locale == desk.locale {
        return "</a>".to_owned();
    }
    let language = Arguments::new().with("language", desk.language(&edition.locale).as_str());
    format!("</a> <span class=\"tag\">{}</span>", desk.html(&desk.say("only-in-language", &language)))
}

/// Escapes a text for HTML, also inside a quoted attribute.
fn escape(text: &str) -> String {
    Phrase::plain(text).html()
}
