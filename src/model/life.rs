//! How far an edition has come at an instant.
//!
//! Parted by type: outputs receive public editions only, so none can show a held one by mistake.
//! The instant of the build selects here and is in no output's input.

use crate::locale::{Instant, Locale};
use crate::settings::{Kind, Pairing};
use crate::syntax::facts::{Facts, Publish, Status};

/// How far an edition has come at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Not approved, or a translation that is not accepted.
    Draft,
    /// Approved, and its instant is still to come.
    Held(Instant),
    /// Approved and due, and waits for these languages, because all go out together.
    Waiting(Vec<Locale>),
    /// Public since this instant; none for a page without one.
    Public(Option<Instant>),
    /// Public since the first instant and withdrawn since the second: the page stays, marked, and nothing
    /// lists it.
    Withdrawn(Option<Instant>, Instant),
}

impl Standing {
    /// When the edition went or goes out, where that is known.
    pub fn instant(&self) -> Option<&Instant> {
        match self {
            Standing::Public(instant) | Standing::Withdrawn(instant, _) => instant.as_ref(),
            Standing::Held(instant) => Some(instant),
            Standing::Draft | Standing::Waiting(_) => None,
        }
    }

    /// Whether outputs may show it.
    pub fn is_public(&self) -> bool {
        matches!(self, Standing::Public(_) | Standing::Withdrawn(..))
    }
}

/// What is known of one edition before its standing is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its locale.
    pub locale: Locale,
    /// Whether its words file says that it is a draft.
    pub is_draft: bool,
    /// Whether it is a translation that has yet to be accepted.
    pub lacks_acceptance: bool,
}

/// Judges all editions of one document at `at`, in the order given. `site` are the site's locales.
pub fn judge(
    facts: &Facts,
    kind: Kind,
    pairing: Pairing,
    candidates: &[Candidate],
    site: &[Locale],
    at: &Instant,
) -> Vec<Standing> {
    let ready: Vec<bool> = candidates.iter().map(|edition| is_ready(facts, kind, edition)).collect();
    let missing: Vec<Locale> = site
        .iter()
        .filter(|locale| !candidates.iter().zip(&ready).any(|(edition, ready)| edition.locale == **locale && *ready))
        .cloned()
        .collect();
    // All together or none: the last of the instants counts for each.
    let together = candidates.iter().filter_map(|edition| facts.publish.instant(&edition.locale)).max();
    let standings = candidates.iter().zip(&ready).map(|(edition, ready)| {
        let instant = match pairing {
            Pairing::Required => together,
            Pairing::Announced => facts.publish.instant(&edition.locale),
        };
        match instant {
            _ if !ready => Standing::Draft,
            Some(instant) if instant.moment() > at.moment() => Standing::Held(instant.clone()),
            _ if pairing == Pairing::Required && !missing.is_empty() => Standing::Waiting(missing.clone()),
            instant => public(facts, edition, instant.cloned(), at),
        }
    });
    standings.collect()
}

fn public(facts: &Facts, edition: &Candidate, released: Option<Instant>, at: &Instant) -> Standing {
    match &facts.life.withdrawn {
        Some(withdrawal) if withdrawal.covers(&edition.locale) && withdrawal.at.moment() <= at.moment() => {
            Standing::Withdrawn(released, withdrawal.at.clone())
        }
        _ => Standing::Public(released),
    }
}

fn is_ready(facts: &Facts, kind: Kind, edition: &Candidate) -> bool {
    let untimed = kind == Kind::Page && facts.publish == Publish::Missing && !facts.is_faulty("publish");
    let timed = untimed || facts.publish.instant(&edition.locale).is_some();
    facts.status == Status::Approved && !edition.is_draft && !edition.lacks_acceptance && timed
}
