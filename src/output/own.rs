//! Warta's own pages, for which there is no document: where they are in each language, and the frame
//! around them.

use std::sync::Arc;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Listing, Newsroom};
use crate::diagnostic::Place;
use crate::locale::{Arguments, Locale, Phrase};
use crate::model::route::{Route, Shape, slug_of};
use crate::settings::{MenuEntry, MenuTarget, OwnPage, Settings, is_ending, is_segment};
use crate::theme::view::{self, Html};

/// The message with the word at the end of the addresses of parallel views. No reader sees it, and a language
/// may lack it.
const PARALLEL: &str = "parallel-address";

/// The message above the press releases of an event.
const RELEASES: &str = "event-releases";

/// A page of Warta's own in the desk's language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OwnTarget {
    /// Which it is.
    pub page: OwnPage,
    /// Its title.
    pub title: Phrase,
    /// Its own part of the address.
    pub segment: String,
    /// Where it is.
    pub route: Route,
}

/// Warta's own pages in the desk's language, in the order of [`OwnPage::ALL`].
pub(super) fn targets(desk: &Desk, settings: &Settings) -> Vec<OwnTarget> {
    settings.own_pages().map(|(_, page)| target(desk, settings, page)).collect()
}

/// The address is the one of the settings, else made from the title; a title without a letter makes none,
/// and the page has its word in the settings for an address.
fn target(desk: &Desk, settings: &Settings, page: OwnPage) -> OwnTarget {
    let title = desk.say(&format!("{}-title", page.word()), Arguments::NONE);
    let given = settings.section(page).and_then(|section| section.segments.get(&desk.locale));
    let made = slug_of(&title.text());
    let segment = match given {
        Some(given) => given.as_str(),
        None if is_segment(&made) => &made,
        None => page.word(),
    };
    let route = desk.route(&[segment], Shape::Leaf);
    OwnTarget { page, title, segment: segment.to_owned(), route }
}

/// The word at the end of the addresses of parallel views: the one of the settings, else that of the theme
/// or the site. A language without a word, or with one that cannot be part of a URL, has `parallel`.
pub(super) fn parallel(desk: &Desk, settings: &Settings) -> String {
    if let Some(given) = settings.parallel.get(&desk.locale) {
        return given.clone();
    }
    ending(&desk.say(PARALLEL, Arguments::NONE), "parallel")
}

/// Words at the end of an address; another word where they cannot be part of a URL.
fn ending(words: &Phrase, other: &str) -> String {
    let made = slug_of(&words.text());
    if is_ending(&made) { made } else { other.to_owned() }
}

/// What stands above the press releases of an event, in templates too, and the same at the end of the address of
/// their list; a label without a letter makes none, and it has `releases`.
pub(super) fn releases(desk: &Desk) -> (Phrase, String) {
    let label = Some(desk.say(RELEASES, Arguments::NONE)).filter(|label| !label.is_empty());
    let label = label.unwrap_or_else(|| Phrase::plain("Releases"));
    let word = ending(&label, "releases");
    (label, word)
}

/// A page of Warta's own as a link; nothing where a document stands alone.
pub(super) fn link(desk: &Desk, page: OwnPage) -> view::Crumb {
    let target = desk.own(page).filter(|_| !desk.is_alone);
    let link =
        |target: &OwnTarget| view::Crumb { title: Html(desk.html(&target.title)), href: desk.href(&target.route) };
    target.map(link).unwrap_or_default()
}

/// The links at the foot of every page to those pages that the settings do not put there themselves. The
/// search is at the head.
pub(super) fn footer(desk: &Desk, footer: &[MenuEntry]) -> Vec<view::MenuItem> {
    let is_named = |page: OwnPage| footer.iter().any(|entry| entry.target == MenuTarget::Own(page));
    let unnamed = desk.own.iter().filter(|target| target.page != OwnPage::Search && !is_named(target.page));
    let item = |target: &OwnTarget| view::MenuItem {
        title: Html(desk.html(&target.title)),
        href: desk.href(&target.route),
        ..view::MenuItem::default()
    };
    unnamed.map(item).collect()
}

/// The frame of such a page in the desk's language, which leads to it in all others.
pub(super) fn frame(newsroom: &Newsroom, desk: &Arc<Desk>, page: OwnPage, template: &'static str) -> Option<Frame> {
    let target = desk.own(page)?;
    let mut frame = Frame::new(desk, template, page.word(), target.title.clone(), target.route.clone());
    frame.description = desk.say(&format!("{}-summary", page.word()), Arguments::NONE).text();
    frame.editions = editions(newsroom, page);
    frame.x_default = super::chooser::x_default(&newsroom.public, &frame.editions);
    frame.crumbs = vec![Frame::home_crumb(desk)];
    Some(frame)
}

fn editions(newsroom: &Newsroom, page: OwnPage) -> Vec<(Locale, Route)> {
    let editions = newsroom.desks.iter();
    editions.filter_map(|(locale, desk)| Some((locale.clone(), desk.own(page)?.route.clone()))).collect()
}

/// The page as one that search engines are shown. It was "written" where the settings give its address,
/// else in the settings as a whole: there it can be given another.
pub(super) fn listed(newsroom: &Newsroom, page: OwnPage, frame: &Frame, artifact: Artifact) -> Artifact {
    let given = newsroom.public.settings.section(page).map(|section| section.place.clone());
    let place = given.unwrap_or_else(|| Place::start_of(&crate::source::SETTINGS_FILE.into()));
    artifact.listed(Listing::Listed(frame.editions.as_slice().into())).written_at(place)
}
