//! The page of each locale on which a reader finds out whether a text is the office's, and the same in
//! short on the page of each document.

use std::sync::Arc;

use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Newsroom, Output, list, own, signature, texts, versions};
use crate::diagnostic::Reported;
use crate::model::document::Edition;
use crate::model::route::Route;
use crate::model::site::View;
use crate::settings::OwnPage;
use crate::theme::view;

/// How many digits of a digest stand together.
const GROUP: usize = 8;

/// The pages of verification.
#[derive(Debug)]
pub struct Verification;

/// Everything that the page is made of.
#[derive(Debug, Hash)]
struct VerificationInput {
    frame: Frame,
    /// How many digits name a part of the list.
    digits: usize,
    /// The newest text of the language, with which the commands are shown.
    example: Option<Route>,
    /// The public key by which the list's signature verifies; none where it has none.
    key: Option<String>,
    /// The locale whose dates are used.
    formats: String,
}

impl Output for Verification {
    fn name(&self) -> &'static str {
        "verification"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let digits = newsroom.versions.digits;
        let artifacts = newsroom.desks.values().filter_map(|desk| {
            let frame = own::frame(newsroom, desk, OwnPage::Verification, "verification.html")?;
            let artifact = Artifact::new(frame.route.clone(), input(newsroom, desk, frame.clone(), digits), page);
            Some(own::listed(newsroom, OwnPage::Verification, &frame, artifact))
        });
        Reported::clean(artifacts.collect())
    }
}

fn input(newsroom: &Newsroom, desk: &Arc<Desk>, frame: Frame, digits: usize) -> VerificationInput {
    let public = &newsroom.public;
    let newest = list::latest(public, &desk.locale, 1).into_iter().next();
    let edition = newest.and_then(|card| public.document(&card.document)?.editions.get(&desk.locale).cloned());
    let formats = public.settings.locales.iter().find(|known| known.tag == desk.locale);
    VerificationInput {
        frame,
        digits,
        example: edition.map(|edition| edition.text_route()),
        key: signing_key(newsroom),
        formats: formats.map_or(&desk.locale, |known| &known.formats).as_str().to_owned(),
    }
}

/// The office's key, if the list goes out with a signature. What is wrong with signatures is said where the
/// list is planned.
fn signing_key(newsroom: &Newsroom) -> Option<String> {
    let (key, _) = newsroom.public.settings.publisher.key.as_ref()?;
    signature::fitting(&newsroom.public, texts::list(newsroom).as_bytes()).value?;
    Some(key.clone())
}

fn page(input: &VerificationInput) -> Reported<Vec<u8>> {
    let view = Value::from_serializable(&view_of(input));
    input.frame.render([("verification", view)])
}

fn view_of(input: &VerificationInput) -> view::VerificationPage {
    let desk = &input.frame.desk;
    let mut view = view::VerificationPage { formats: input.formats.clone(), ..view::VerificationPage::default() };
    // A preview has no texts: what could be verified by it would never have been published.
    if desk.view == View::Preview {
        return view;
    }
    let list = Route::file(texts::LIST);
    view.texts = desk.href(&versions::part_route(""));
    view.digits = input.digits;
    view.list = desk.href(&list);
    view.list_address = desk.absolute(&list);
    view.example = input.example.as_ref().map(|text| example(desk, text));
    if let Some(key) = &input.key {
        view.key = key.clone();
        view.signature = desk.href(&Route::file(&format!("{}.minisig", texts::LIST)));
    }
    view
}

fn example(desk: &Desk, text: &Route) -> view::ExampleText {
    view::ExampleText {
        name: text.file.rsplit('/').next().unwrap_or(&text.file).to_owned(),
        path: text.file.to_string(),
        href: desk.href(text),
        address: desk.absolute(text),
    }
}

/// What the page of a document says of its verification. None where there is no list: in a preview, and
/// where the document stands alone.
pub(super) fn of_edition(desk: &Desk, edition: &Edition) -> Option<view::Verification> {
    if desk.view == View::Preview || desk.is_alone {
        return None;
    }
    let sha256 = edition.digests?.sha256.to_string();
    Some(view::Verification {
        groups: grouped(&sha256),
        sha256,
        text: desk.href(&edition.text_route()),
        list: desk.href(&Route::file(texts::LIST)),
        version: edition.changes.len() + 1,
    })
}

/// Digits in groups of eight.
fn grouped(digits: &str) -> Vec<String> {
    (0..digits.len()).step_by(GROUP).map(|at| digits[at..digits.len().min(at + GROUP)].to_owned()).collect()
}
