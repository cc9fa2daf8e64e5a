//! What is wrong with redirects, over documents of every standing.

use std::collections::{BTreeMap, BTreeSet};

use super::{Goal, Way, above, of_document, of_public, of_settings, place};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::model::document::Document;
use crate::model::site::Site;
use crate::output::{Plan, decoded};
use crate::settings::redirect::{Target, key};

/// Says which redirects lead away from what is there, to nothing, on to other redirects, or to two
/// targets; and which wait for a page that is not public yet.
pub(in crate::output) fn mistakes(plan: &Plan, site: &Site) -> Vec<Diagnostic> {
    let hidden: Vec<&Document> = site.held.iter().chain(&site.drafts).collect();
    let mut ways = of_public(&site.public);
    let shown = ways.len();
    ways.extend(hidden.iter().flat_map(|document| of_document(document)));
    if ways.is_empty() {
        return Vec::new();
    }
    let mut look = Look { addresses: Addresses::of(plan, site, &hidden), by_key: BTreeMap::new(), said: Vec::new() };
    for way in &ways {
        look.once(way);
    }
    for (at, way) in ways.iter().enumerate() {
        look.taken(way, at < shown);
    }
    for way in of_settings(&site.public.settings) {
        look.target(&way);
    }
    look.said
}

/// What has which address, now or on its day.
struct Addresses {
    /// By key: what is planned, with its place.
    planned: BTreeMap<String, Option<Place>>,
    files: BTreeSet<String>,
    /// The paths of what is planned, and of what will be, without a slash at the end.
    paths: BTreeMap<String, String>,
    hidden_paths: BTreeSet<String>,
    /// By key: what is held or a draft, with its place.
    hidden: BTreeMap<String, Place>,
    /// The keys of documents that will be removed: a redirect takes their place then.
    leaving: BTreeSet<String>,
}

impl Addresses {
    fn of(plan: &Plan, site: &Site, hidden: &[&Document]) -> Addresses {
        let own = plan.artifacts.iter().filter(|artifact| !plan.redirected.contains(&artifact.route.file));
        let planned = own.map(|artifact| (&artifact.route, artifact.place.clone()));
        let withheld = plan.withheld.iter().filter(|route| !plan.redirected.contains(&route.file));
        let planned: Vec<_> = planned.chain(withheld.map(|route| (route, None))).collect();
        let editions = |document: &Document| document.editions.values().cloned().collect::<Vec<_>>();
        let paged = hidden.iter().filter(|document| document.has_page());
        let later: Vec<_> = paged.flat_map(|document| editions(document)).collect();
        let known = site.public.documents.iter().map(AsRef::as_ref).chain(hidden.iter().copied());
        let leaving = known.filter(|document| document.facts.life.removed.is_some());
        let leaving = leaving.flat_map(editions);
        Addresses {
            files: planned.iter().map(|(route, _)| route.file.to_lowercase()).collect(),
            paths: planned
                .iter()
                .map(|(route, _)| (place(&decoded(&route.url)), decoded(&route.url).into_owned()))
                .collect(),
            hidden_paths: later.iter().map(|edition| place(&decoded(&edition.route.url))).collect(),
            hidden: later.iter().map(|edition| (key(&edition.route.file), edition.words.slug_place())).collect(),
            leaving: leaving.map(|edition| key(&edition.route.file)).collect(),
            planned: planned.into_iter().map(|(route, place)| (key(&route.file), place)).collect(),
        }
    }
}

struct Look<'a> {
    addresses: Addresses,
    by_key: BTreeMap<String, (Goal<'a>, &'a Place)>,
    said: Vec<Diagnostic>,
}

impl<'a> Look<'a> {
    /// Notes the first way from an address, and says if another leads elsewhere.
    fn once(&mut self, way: &Way<'a>) {
        let key = key(way.from);
        match self.by_key.get(&key) {
            None => {
                self.by_key.insert(key, (way.goal, way.place));
            }
            Some((goal, _)) if same(goal, &way.goal) => {}
            Some((_, first)) => {
                let said = Diagnostic::new(&codes::REDIRECT_TWICE, way.place.clone()).with("value", way.from);
                self.said.push(said.and((*first).clone()));
            }
        }
    }

    /// Says if a page or file has the address that is led away from. Of one that is not public yet it is
    /// said at its own place: its standing is what the mistake weighs.
    fn taken(&mut self, way: &Way<'_>, is_shown: bool) {
        let addresses = &self.addresses;
        let own = key(way.from);
        let is_written = matches!(way.goal, Goal::Written(..));
        if is_written && addresses.leaving.contains(&own) {
            return;
        }
        let planned = addresses.planned.get(&own);
        let said = if let Some(other) = planned {
            let said = Diagnostic::new(&codes::REDIRECT_TAKEN, way.place.clone());
            other.iter().fold(said, |said, other| said.and(other.clone()))
        } else if above(way.from).any(|folder| addresses.files.contains(&folder)) {
            Diagnostic::new(&codes::REDIRECT_TAKEN, way.place.clone())
        } else if let Some(other) = addresses.hidden.get(&own) {
            let (first, second) = if is_shown { (other, way.place) } else { (way.place, other) };
            Diagnostic::new(&codes::REDIRECT_TAKEN, first.clone()).and(second.clone())
        } else {
            return;
        };
        self.said.push(said.with("value", way.from));
    }

    /// Says what is wrong with a target that the settings name.
    fn target(&mut self, way: &Way<'_>) {
        let Goal::Written(Target::Path(path, _), written_at) = way.goal else { return };
        let addresses = &self.addresses;
        if addresses.paths.contains_key(&place(path)) {
            return;
        }
        let said = if addresses.hidden_paths.contains(&place(path)) {
            Diagnostic::new(&codes::REDIRECT_WAITS, written_at.clone())
        } else if self.by_key.contains_key(&key(path)) {
            match self.end(way.from, path) {
                Some(end) => Diagnostic::new(&codes::REDIRECT_CHAIN, written_at.clone()).with("end", end),
                None => Diagnostic::new(&codes::REDIRECT_LOOP, written_at.clone()),
            }
        } else {
            let near = nearest(path, addresses.paths.values().map(String::as_str)).unwrap_or("");
            Diagnostic::new(&codes::REDIRECT_TO_NOTHING, written_at.clone()).with("nearest", near)
        };
        self.said.push(said.with("from", way.from).with("value", path));
    }

    /// Where a chain of redirects ends; none where it never does.
    fn end(&self, from: &str, path: &str) -> Option<String> {
        let mut seen = BTreeSet::from([key(from)]);
        let mut at = key(path);
        loop {
            if !seen.insert(at.clone()) {
                return None;
            }
            let (goal, _) = self.by_key.get(&at)?;
            let next = match goal {
                Goal::Written(Target::Url(url), _) => return Some(url.clone()),
                Goal::Written(Target::Path(path, _), _) => path.clone(),
                Goal::Edition(route, _) => return Some(route.url.to_string()),
            };
            if !self.by_key.contains_key(&key(&next)) {
                return goal.path().map(|(path, anchor)| path + &anchor);
            }
            at = key(&next);
        }
    }
}

/// Whether two ways lead to the same place, wherever that is written.
fn same(one: &Goal<'_>, other: &Goal<'_>) -> bool {
    match (one, other) {
        (Goal::Written(Target::Url(one), _), Goal::Written(Target::Url(other), _)) => one == other,
        _ => {
            let address = |goal: &Goal<'_>| goal.path().map(|(path, anchor)| (place(&path), anchor));
            address(one).is_some() && address(one) == address(other)
        }
    }
}
