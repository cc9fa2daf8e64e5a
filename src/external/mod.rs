//! Whether the links that lead out of the site lead anywhere: the one room that asks the network.
//!
//! In: the site, what an earlier run found there ([`Known`]), how long to wait ([`Manner`]). Out: what is gone
//! ([`codes::LINK_GONE`]) and what could not be asked ([`codes::LINK_NOT_ASKED`]), at every place that links to
//! it. Each address is asked once ([`gather`]), by few threads that are polite to each host ([`crew`]). Never
//! reads or writes a file; the caller keeps what is known.

mod answer;
mod ask;
mod crew;
mod gather;
mod known;
mod redirect;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

pub use answer::{Answer, Why};
pub use known::{FILE, FOLDER, Known};

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::model::site::Site;
use crate::settings::Settings;

/// The letters of an address that messages show; the data of a picture or a map may have thousands.
const MOST_SHOWN: usize = 150;

/// How long to wait.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// For one request, redirects and all.
    pub timeout: Duration,
    /// For all of them: what is not asked by then is told as not asked.
    pub total: Duration,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Found {
    /// What there is to say, not yet weighed by the standing of the documents.
    pub said: Vec<Diagnostic>,
    /// How many addresses are there, by this run's asking.
    pub there: usize,
    /// How many are gone.
    pub gone: usize,
    /// How many could not be asked.
    pub not_asked: usize,
    /// How many were there not long ago, and were not asked again.
    pub known: usize,
}

/// Asks every address outside the site that is linked in it, of whatever standing, and notes in `known` which
/// are there. `progress` is called with how many are done and how many there are.
pub fn run(site: &Site, known: &mut Known, manner: Manner, progress: &dyn Fn(usize, usize)) -> Found {
    let settings = &site.public.settings;
    let addresses = gather::addresses(site);
    let open: Vec<&str> = addresses.keys().map(String::as_str).filter(|address| !known.has(address)).collect();
    let mut found = Found { known: addresses.len() - open.len(), ..Found::default() };
    let answers = crew::ask(&open, manner, progress);
    for (address, answer) in answers {
        match answer {
            Answer::There => {
                found.there += 1;
                known.note(address);
                continue;
            }
            Answer::Gone(_) => found.gone += 1,
            Answer::NotAsked(_) => found.not_asked += 1,
        }
        found.said.extend(told(settings, &addresses, address, answer));
    }
    found
}

/// A diagnostic for each place that links to an address.
fn told(
    settings: &Settings,
    addresses: &BTreeMap<String, BTreeSet<Place>>,
    address: &str,
    answer: Answer,
) -> Vec<Diagnostic> {
    let places = addresses.get(address).into_iter().flatten();
    let said = places.filter_map(|place| settings.weigh(diagnostic(place.clone(), address, answer)?));
    said.collect()
}

fn diagnostic(place: Place, address: &str, answer: Answer) -> Option<Diagnostic> {
    let said = match answer {
        Answer::There => return None,
        Answer::Gone(status) => Diagnostic::new(&codes::LINK_GONE, place).with("status", status.to_string()),
        Answer::NotAsked(why) => {
            let said = Diagnostic::new(&codes::LINK_NOT_ASKED, place).with("reason", why.word());
            said.with("status", why.status().map_or(String::new(), |status| status.to_string()))
        }
    };
    Some(said.with("address", shortened(address)))
}

/// An address as messages show it: the place says where the whole stands.
fn shortened(address: &str) -> String {
    match address.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &address[..end]),
        None => address.to_owned(),
    }
}
