//! Every version of every text that is known, for the page that compares a pasted text: as scripts, since the
//! page's policy lets no script ask for anything else, and in parts, so that a reader loads one of them.
//!
//! A version is in the part that the first digits of its folded digest name. All that a pasted text can be
//! has the same folded digest, so one part tells everything; what a version needs of others it says itself.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::mem::discriminant;
use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;

use super::{Artifact, Newsroom, texts};
use crate::diagnostic::Reported;
use crate::digest::Sha256;
use crate::locale::Instant;
use crate::model::canonical::TextDigests;
use crate::model::document::Edition;
use crate::model::route::Route;
use crate::model::site::Public;
use crate::syntax::ledger::{Event, Line};

/// How many versions a part holds on average, at most: about 12 kB, compressed, and hardly ever half as many
/// again.
const PART: usize = 48;

/// A version of a text, as the ledger or its edition knows it: what the script says of it is made when the
/// part is.
#[derive(Debug)]
enum Known {
    Present(Arc<Edition>),
    Earlier(Arc<Edition>, Box<Line>),
    Removed(Box<Line>),
}

// Of an edition what is said of it here, which is little of what it has: all parts together have all editions.
impl Hash for Known {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let digests = self.digests();
        digests.iter().for_each(|digests| digests.folded.hash(state));
        discriminant(self).hash(state);
        match self {
            Known::Present(edition) => {
                digests.iter().for_each(|digests| digests.hash(state));
                Told(edition).hash(state);
            }
            Known::Earlier(edition, line) => (line, Told(edition)).hash(state),
            Known::Removed(line) => (&line.locale, line).hash(state),
        }
    }
}

/// An edition, as far as [`Version`] tells of it.
struct Told<'a>(&'a Edition);

impl Hash for Told<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let edition = self.0;
        (&edition.locale, &edition.title, &edition.route, edition.instant()).hash(state);
        let last = edition.changes.last().map(|change| &change.at);
        (edition.changes.len(), last, edition.withdrawal.is_some()).hash(state);
    }
}

/// The same where it stands.
enum Found<'a> {
    Present(&'a Arc<Edition>, &'a TextDigests),
    Earlier(&'a Arc<Edition>, &'a Line),
    Removed(&'a Line),
}

/// Every version that is known, in the parts that go out, each of which is there with versions or without: a part
/// that failed to load and one that is not there could not be told apart.
#[derive(Debug, Default)]
pub(super) struct Versions {
    /// How many digits name a part.
    pub(super) digits: usize,
    parts: Vec<Arc<Part>>,
}

/// What a script holds of one version of one text.
#[derive(Debug, Serialize)]
struct Version {
    sha256: String,
    folded: String,
    lang: String,
    title: String,
    page: String,
    text: String,
    version: u32,
    since: String,
    state: &'static str,
    /// The state of what is on the page today; left out where the version is that.
    #[serde(skip_serializing_if = "Option::is_none")]
    today: Option<&'static str>,
}

/// A part: the digits that name it, its versions, and what stands before every path.
#[derive(Debug, Hash)]
struct Part {
    digits: String,
    known: Vec<Known>,
    base: Arc<str>,
}

impl Versions {
    /// Those of a public site.
    pub(super) fn of(public: &Public) -> Versions {
        let found: Vec<Found<'_>> = found(public).collect();
        let digits = digits_for(found.len());
        let mut parts: Vec<Vec<Known>> = (0..1_usize << (4 * digits)).map(|_| Vec::new()).collect();
        for version in found {
            if let Some(part) = parts.get_mut(version.folded().leading(digits)) {
                part.push(version.known());
            }
        }
        let base: Arc<str> = public.settings.base_url.path.as_str().into();
        let name = |number: usize| if digits == 0 { String::new() } else { format!("{number:0digits$x}") };
        let named = parts.into_iter().enumerate().map(|(number, known)| (name(number), known));
        let parts = named.map(|(digits, known)| Arc::new(Part { digits, known, base: Arc::clone(&base) }));
        Versions { digits, parts: parts.collect() }
    }
}

/// Plans the parts.
pub(super) fn plan(newsroom: &Newsroom) -> impl Iterator<Item = Artifact> {
    newsroom.versions.parts.iter().map(|part| {
        let (route, part) = (part_route(&part.digits), Arc::clone(part));
        Artifact::late(route, move || Arc::clone(&part), |part| script(part)).followed()
    })
}

fn digits_for(versions: usize) -> usize {
    let mut digits = 0;
    while versions > PART << (4 * digits) {
        digits += 1;
    }
    digits
}

/// The script of the part that these digits name: `verify/texts-3f.js`.
pub(super) fn part_route(digits: &str) -> Route {
    match digits {
        "" => Route::file("verify/texts.js"),
        _ => Route::file(&format!("verify/texts-{digits}.js")),
    }
}

/// Every version that is known: the texts as they are, and what the ledger tells of earlier ones and of those
/// of removed documents.
fn found(public: &Public) -> impl Iterator<Item = Found<'_>> {
    let present = texts::editions(public).filter_map(|(document, edition)| {
        let digests = edition.digests.as_ref()?;
        let lines = public.ledger.edition(&document.id, &edition.locale).iter();
        let earlier = others(lines, vec![digests.sha256]).into_iter().map(|line| Found::Earlier(edition, line));
        Some(earlier.chain([Found::Present(edition, digests)]))
    });
    let removed: BTreeSet<&str> = public.removed.iter().map(|removed| removed.document.as_ref()).collect();
    let removed = public.ledger.editions().filter(move |(document, ..)| removed.contains(document.as_ref()));
    let gone = removed.flat_map(|(_, _, lines)| {
        let lines = lines.iter().filter(|line| line.event != Event::Removed);
        others(lines, Vec::new()).into_iter().map(Found::Removed)
    });
    present.flatten().chain(gone)
}

/// The lines of other texts than these, the latest of each text.
fn others<'a>(lines: impl DoubleEndedIterator<Item = &'a Line>, mut seen: Vec<Sha256>) -> Vec<&'a Line> {
    let mut found = Vec::new();
    for line in lines.rev() {
        if !seen.contains(&line.sha256) {
            seen.push(line.sha256);
            found.push(line);
        }
    }
    found
}

impl Found<'_> {
    fn folded(&self) -> Sha256 {
        match self {
            Found::Present(_, digests) => digests.folded,
            Found::Earlier(_, line) | Found::Removed(line) => line.folded,
        }
    }

    fn known(&self) -> Known {
        match *self {
            Found::Present(edition, _) => Known::Present(Arc::clone(edition)),
            Found::Earlier(edition, line) => Known::Earlier(Arc::clone(edition), Box::new(line.clone())),
            Found::Removed(line) => Known::Removed(Box::new(line.clone())),
        }
    }
}

impl Known {
    /// The digests of its text: what is found has some.
    fn digests(&self) -> Option<TextDigests> {
        match self {
            Known::Present(edition) => edition.digests,
            Known::Earlier(_, line) | Known::Removed(line) => {
                Some(TextDigests { sha256: line.sha256, folded: line.folded })
            }
        }
    }

    /// Since when it holds, and what is said of it.
    fn version(&self, base: &str) -> Option<(Timestamp, Version)> {
        Some(match self {
            Known::Present(edition) => {
                let since = edition.changes.last().map(|change| &change.at).or(edition.instant());
                let moment = since.map_or(Timestamp::UNIX_EPOCH, Instant::moment);
                (moment, present(edition, self.digests()?, since, base))
            }
            Known::Earlier(edition, line) => (line.at.moment(), earlier(edition, line, base)),
            Known::Removed(line) => (line.at.moment(), removed(line, base)),
        })
    }
}

/// The versions of a part, the newest first; at one moment by address.
fn versions(known: &[Known], base: &str) -> Vec<Version> {
    let mut versions: Vec<(Timestamp, Version)> = known.iter().filter_map(|known| known.version(base)).collect();
    versions.sort_by(|(one, of_one), (other, of_other)| other.cmp(one).then_with(|| of_one.text.cmp(&of_other.text)));
    versions.into_iter().map(|(_, version)| version).collect()
}

fn state(edition: &Edition) -> &'static str {
    if edition.withdrawal.is_some() { "withdrawn" } else { "current" }
}

fn present(edition: &Edition, digests: TextDigests, since: Option<&Instant>, base: &str) -> Version {
    Version {
        sha256: digests.sha256.to_string(),
        folded: digests.folded.to_string(),
        lang: edition.locale.to_string(),
        title: edition.title.text(),
        page: [base, &edition.route.url].concat(),
        text: [base, &edition.text_route().url].concat(),
        version: edition.changes.len() as u32 + 1,
        since: since.map(Instant::iso).unwrap_or_default(),
        state: state(edition),
        today: None,
    }
}

/// A version of an edition that is another text now.
fn earlier(edition: &Edition, line: &Line, base: &str) -> Version {
    let digests = TextDigests { sha256: line.sha256, folded: line.folded };
    Version {
        version: line.change + 1,
        state: "earlier",
        today: Some(state(edition)),
        ..present(edition, digests, Some(&line.at), base)
    }
}

/// What is told of the text of a removed document: its address, and no word of it.
fn removed(line: &Line, base: &str) -> Version {
    let address = format!("{base}{}", line.url);
    Version {
        sha256: line.sha256.to_string(),
        folded: line.folded.to_string(),
        lang: line.locale.to_string(),
        title: address.clone(),
        page: address,
        text: String::new(),
        version: line.change + 1,
        since: line.at.iso(),
        state: "removed",
        today: None,
    }
}

fn script(part: &Part) -> Reported<Vec<u8>> {
    // Strings and numbers have a JSON form, always. JSON is script but for two line separators, which
    // scripts have allowed in strings since ECMAScript 2019.
    let versions = versions(&part.known, &part.base);
    let lines: Vec<String> =
        versions.iter().map(|version| serde_json::to_string(version).unwrap_or_default()).collect();
    let (digits, lines) = (&part.digits, lines.join(",\n"));
    Reported::clean(format!("(window.wartaTexts ||= {{}})[\"{digits}\"] = [\n{lines}\n];\n").into_bytes())
}
