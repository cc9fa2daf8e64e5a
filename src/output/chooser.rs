//! `/`, in every language at once, and the error pages: one for each locale, one for all.

use std::sync::Arc;

use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Listing, Newsroom, Output};
use crate::diagnostic::Reported;
use crate::locale::{Arguments, Locale, Phrase};
use crate::model::document::Card;
use crate::model::route::Route;
use crate::model::site::Public;
use crate::settings::XDefault;
use crate::theme::view::{self, Html};

/// How many cards the chooser shows of each language.
const LATEST: usize = 3;

/// The page at `/`.
#[derive(Debug)]
pub struct Chooser;

/// The error pages.
#[derive(Debug)]
pub struct ErrorPages;

#[derive(Debug, Hash)]
struct ColumnsInput {
    frame: Frame,
    columns: Vec<(Arc<Desk>, Vec<Arc<Card>>)>,
}

/// The page for readers of no language of the site: the chooser, or the edition in the one that the
/// settings name.
pub(super) fn x_default(public: &Public, editions: &[(Locale, Route)]) -> Option<Route> {
    match &public.settings.x_default {
        XDefault::Chooser => Some(Route::page(&[], crate::model::route::Shape::Folder, public.settings.urls)),
        XDefault::Locale(wanted) => {
            editions.iter().find(|(locale, _)| locale == wanted).map(|(_, route)| route.clone())
        }
    }
}

impl Output for Chooser {
    fn name(&self) -> &'static str {
        "chooser"
    }

    // With a locale as x-default `/` is the chooser all the same: a reader who comes there has a
    // choice, and no host needs to redirect. The home pages then do not name it, so it names no
    // alternates either: search engines want them mutual.
    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let Some(first) = newsroom.desks.values().next() else { return Reported::clean(Vec::new()) };
        let route = Route::page(&[], crate::model::route::Shape::Folder, newsroom.public.settings.urls);
        let titles: Vec<&str> = newsroom.desks.values().map(|desk| desk.site.title.as_str()).collect();
        let mut frame = Frame::new(first, "chooser.html", "chooser", Phrase::plain(&titles.join(" / ")), route.clone());
        frame.editions.clear();
        if newsroom.public.settings.x_default == XDefault::Chooser {
            frame.editions =
                newsroom.desks.locales().map(|locale| (locale.clone(), first.home_route(locale))).collect();
            frame.x_default = Some(route.clone());
        }
        frame.feeds = newsroom.desks.values().map(|desk| super::feed::of_locale(desk)).collect();
        let listing = Listing::Listed(frame.editions.as_slice().into());
        let input = ColumnsInput { frame, columns: columns(newsroom, LATEST) };
        Reported::clean(vec![Artifact::new(route, input, columns_page).listed(listing)])
    }
}

impl Output for ErrorPages {
    fn name(&self) -> &'static str {
        "error-pages"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let mut artifacts: Vec<Artifact> = newsroom.desks.values().map(error_page).collect();
        artifacts.extend(newsroom.desks.values().next().map(|first| {
            let mut titles: Vec<String> = Vec::new();
            for desk in newsroom.desks.values() {
                titles.push(desk.say("not-found-title", Arguments::NONE).text());
            }
            let route = Route::file("404.html");
            let mut frame =
                Frame::new(first, "errors.html", "errors", Phrase::plain(&titles.join(" / ")), route.clone());
            frame.noindex = true;
            frame.editions = Vec::new();
            let input = ColumnsInput { frame, columns: columns(newsroom, 0) };
            Artifact::new(route, input, columns_page).listed(Listing::Unlisted)
        }));
        Reported::clean(artifacts)
    }
}

fn error_page(desk: &Arc<Desk>) -> Artifact {
    let route = Route::file(&format!("{}/404.html", desk.locale));
    let title = desk.say("not-found-title", Arguments::NONE);
    let mut frame = Frame::new(desk, "error.html", "error", title, route.clone());
    frame.noindex = true;
    frame.editions = desk
        .locales
        .iter()
        .map(|names| (names.locale.clone(), Route::file(&format!("{}/404.html", names.locale))))
        .collect();
    Artifact::new(route, frame, |frame: &Frame| frame.render([])).listed(Listing::Unlisted)
}

fn columns(newsroom: &Newsroom, count: usize) -> Vec<(Arc<Desk>, Vec<Arc<Card>>)> {
    let column = |(locale, desk): (&Locale, &Arc<Desk>)| {
        (Arc::clone(desk), super::list::latest(&newsroom.public, locale, count))
    };
    newsroom.desks.iter().map(column).collect()
}

fn columns_page(input: &ColumnsInput) -> Reported<Vec<u8>> {
    let columns: Vec<view::Column> = input.columns.iter().map(|(desk, cards)| column(desk, cards)).collect();
    input.frame.render([("columns", Value::from_serializable(&columns))])
}

fn column(desk: &Desk, cards: &[Arc<Card>]) -> view::Column {
    let own = desk.locales.iter().find(|names| names.locale == desk.locale);
    view::Column {
        lang: desk.locale.as_str().to_owned(),
        dir: desk.locale.direction().as_str(),
        name: own.map(|names| names.own.clone()).unwrap_or_default(),
        title: Html(desk.html(&Phrase::plain(&desk.site.title))),
        description: desk.site.description.clone(),
        notice: desk.site.notice.clone(),
        href: desk.site.home.clone(),
        label: Html(desk.html(&desk.say("chooser-enter", Arguments::NONE))),
        cards: cards.iter().map(|card| desk.card(card)).collect(),
        feed: desk.feed_href(&super::feed::of_locale(desk).0),
    }
}
