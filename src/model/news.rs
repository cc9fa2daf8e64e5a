//! What is news at an instant: released in the two days before it.
//!
//! The instant of the build selects here, as it does for standings, and is in no output's input.

use std::sync::Arc;

use super::document::Card;
use crate::locale::{Instant, PerLocale};
use crate::settings::Kind;

/// How long a release is news: two days, as Google News wants it.
const HOURS: i64 = 48;

/// Whether documents of this kind are news when they go out: releases, statements and outcome
/// documents. Events and pages are kept up to date rather than published.
pub fn is_news(kind: Kind) -> bool {
    matches!(kind, Kind::Release | Kind::Statement | Kind::Outcome)
}

/// The instant at which a release of this instant is news no more; none past the end of the calendar.
pub fn end(released: &Instant) -> Option<Instant> {
    released.after_hours(HOURS)
}

/// The cards that are news at `at`, of all locales, the latest release first, then by path and locale.
pub(super) fn window(cards: &PerLocale<Vec<Arc<Card>>>, at: &Instant) -> Vec<Arc<Card>> {
    let is_in = |card: &Card| {
        let end = card.released.as_ref().and_then(end);
        is_news(card.kind) && end.is_some_and(|end| end.moment() > at.moment())
    };
    let mut news: Vec<Arc<Card>> = cards.values().flatten().filter(|card| is_in(card)).cloned().collect();
    let moment = |card: &Card| card.released.as_ref().map(Instant::moment);
    news.sort_by(|one, other| {
        let by_path = || (&one.document, &one.route.url).cmp(&(&other.document, &other.route.url));
        moment(other).cmp(&moment(one)).then_with(by_path)
    });
    news
}
