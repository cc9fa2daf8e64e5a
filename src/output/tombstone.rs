//! Tombstones: a page at each address where a document stood that is removed. It says when and why, and
//! no word of the document.

use std::sync::Arc;

use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Listing, Newsroom, Output};
use crate::diagnostic::Reported;
use crate::locale::{Arguments, Instant, Locale, Phrase, When};
use crate::model::removal::{Removed, Stone};
use crate::model::route::Route;
use crate::model::site::Public;
use crate::settings::redirect;
use crate::theme::view::{self, Html};

/// The tombstones.
#[derive(Debug)]
pub struct Tombstones;

#[derive(Debug, Hash)]
struct TombstoneInput {
    frame: Frame,
    at: Instant,
    reason: Phrase,
}

impl Output for Tombstones {
    fn name(&self) -> &'static str {
        "tombstones"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let mut artifacts = Vec::new();
        for (removed, stone) in stones(&newsroom.public) {
            let Some(desk) = newsroom.desks.get(&stone.locale) else { continue };
            artifacts.push(tombstone(desk, removed, stone));
        }
        Reported::clean(artifacts)
    }
}

/// Every address that has a tombstone. One that leads on has none: a redirect of the settings, or an
/// address that the document had given up before.
pub(super) fn stones(public: &Public) -> impl Iterator<Item = (&Removed, &Stone)> {
    let redirects = &public.settings.redirects;
    let leads_on = move |removed: &Removed, stone: &Stone| {
        let key = redirect::key(&stone.route.file);
        let own = removed.facts.redirect_from.get(&stone.locale).into_iter().flatten();
        redirects.iter().any(|known| redirect::key(&known.from) == key)
            || own.into_iter().any(|known| redirect::key(&known.word) == key)
    };
    let all =
        public.removed.iter().flat_map(|removed| removed.stones.iter().map(move |stone| (removed.as_ref(), stone)));
    all.filter(move |(removed, stone)| !leads_on(removed, stone))
}

fn tombstone(desk: &Arc<Desk>, removed: &Removed, stone: &Stone) -> Artifact {
    let title = desk.say("removed-title", Arguments::NONE);
    let mut frame = Frame::new(desk, "tombstone.html", "tombstone", title, stone.route.clone());
    frame.noindex = true;
    frame.editions = editions(removed, stone);
    let input = TombstoneInput { frame, at: removed.at.clone(), reason: stone.reason.clone() };
    let artifact = Artifact::new(stone.route.clone(), input, page);
    artifact.listed(Listing::Unlisted).written_at(removed.place.clone())
}

/// The tombstones of the other languages, for the switch: one for each.
fn editions(removed: &Removed, own: &Stone) -> Vec<(Locale, Route)> {
    let mut editions: Vec<(Locale, Route)> = Vec::new();
    for stone in &removed.stones {
        if !editions.iter().any(|(locale, _)| *locale == stone.locale) {
            let route = if stone.locale == own.locale { &own.route } else { &stone.route };
            editions.push((stone.locale.clone(), route.clone()));
        }
    }
    editions
}

fn page(input: &TombstoneInput) -> Reported<Vec<u8>> {
    let desk = &input.frame.desk;
    let date = desk.moment(&When::At(input.at.clone()));
    let stone = view::Tombstone { date, reason: Html(desk.html(&input.reason)) };
    input.frame.render([("stone", Value::from_serializable(&stone))])
}
