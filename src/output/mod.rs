//! The public site as artifacts: what goes where, and how its bytes are made. No bytes yet.
//!
//! In: [`Public`] and the theme. Out: a [`Plan`]. Every artifact holds its input and nothing else, and
//! the digest of the input is its fingerprint: a file whose fingerprint has not changed need not be
//! made again. One file here for each output.

pub mod chooser;
mod contact;
pub mod corrections;
pub mod desk;
pub mod document;
pub mod event;
pub mod feed;
pub mod files;
pub mod fills;
mod folder;
pub mod frame;
pub mod home;
mod hosts;
pub mod list;
pub mod matrix;
pub mod news;
pub mod own;
pub mod parallel;
pub mod pictures;
mod redirect;
pub mod search;
pub mod set;
mod shelf;
mod signature;
pub mod sitemap;
pub mod surroundings;
pub mod terms;
pub mod texts;
pub mod tombstone;
pub mod verification;
mod versions;

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt;
use std::hash::Hash;
use std::io;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported, nearest};
use crate::digest::Digest;
use crate::locale::{Locale, PerLocale};
use crate::model::document::{Card, Document, Edition};
use crate::model::route::Route;
use crate::model::site::{Public, Site, View};
use crate::model::taxonomy::{self, TaxonomyIndex};
use crate::source::Asset;
use crate::syntax::markdown::LinkKind;
use crate::theme::Theme;

use desk::Desk;
use surroundings::Surroundings;
use versions::Versions;

#[cfg(test)]
mod tests;

/// The file in the output in which the store keeps what it wrote. No artifact may have its name.
pub const MANIFEST: &str = ".warta.json";

/// A file of the output: where it goes, and how its bytes are made.
pub struct Artifact {
    /// Where it goes.
    pub route: Route,
    /// Whether it is a page that search engines are shown: it is then in the sitemap.
    pub listing: Listing,
    /// Where the author wrote what it shows, for diagnostics.
    pub place: Option<Place>,
    /// Whether machines follow the public site by it: a feed, the sitemap. A preview has none.
    pub is_followed: bool,
    /// Whether its address tells which bytes it has, so that a reader may keep it for ever.
    pub is_lasting: bool,
    /// Whether it stands at its address only until a document wants it: the index of a folder.
    pub gives_way: bool,
    /// Of what is made of the files of one document and of the [`surroundings`] alone, its pages and texts: its path.
    pub document: Option<Arc<str>>,
    /// Whether all that it is made of is known to be as it was when the tree was written.
    pub is_settled: bool,
    produce: Produce,
}

/// Whether an artifact is a page, and one that the sitemap lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listing {
    /// No page: a feed, an asset.
    File,
    /// A page that is not listed: an error page.
    Unlisted,
    /// A listed page, with its routes in every language that it exists in, itself included.
    Listed(Arc<[(Locale, Route)]>),
}

enum Produce {
    Bytes(Digest, Box<dyn Fn() -> Reported<Vec<u8>> + Send + Sync>),
    Copy(Arc<Asset>),
    Late(Box<dyn Fn() -> Ready<'static> + Send + Sync>),
    Member(Digest, set::Member),
}

/// What an artifact is made of, in hand: its fingerprint, and how its bytes are made.
pub struct Ready<'a> {
    /// The digest of everything that its bytes are made of.
    pub fingerprint: Digest,
    produce: Bytes<'a>,
}

enum Bytes<'a> {
    Made(Box<dyn Fn() -> Reported<Vec<u8>> + 'a>),
    Copied(&'a Asset),
}

impl fmt::Debug for Ready<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Ready").field("fingerprint", &self.fingerprint).finish_non_exhaustive()
    }
}

impl<'a> Ready<'a> {
    fn of<I: Hash + 'a>(input: I, produce: fn(&I) -> Reported<Vec<u8>>) -> Ready<'a> {
        let fingerprint = Digest::of(&input);
        Ready { fingerprint, produce: Bytes::Made(Box::new(move || produce(&input))) }
    }

    /// Makes the bytes. Only a copied file can fail to be read.
    pub fn bytes(&self) -> io::Result<Reported<Vec<u8>>> {
        match &self.produce {
            Bytes::Made(produce) => Ok(produce()),
            Bytes::Copied(asset) => asset.bytes().map(Reported::clean),
        }
    }
}

impl Artifact {
    /// A file made of `input` by `produce`, which is a plain function: it can read its input and
    /// nothing else.
    pub fn new<I: Hash + Send + Sync + 'static>(
        route: Route,
        input: I,
        produce: fn(&I) -> Reported<Vec<u8>>,
    ) -> Artifact {
        let fingerprint = Digest::of(&input);
        Artifact::by(route, Produce::Bytes(fingerprint, Box::new(move || produce(&input))))
    }

    /// The same where the input is made when it is asked for, out of what all share: a site has as many
    /// of these as it has editions, and hardly any is asked for.
    pub fn late<I: Hash + 'static>(
        route: Route,
        input: impl Fn() -> I + Send + Sync + 'static,
        produce: fn(&I) -> Reported<Vec<u8>>,
    ) -> Artifact {
        Artifact::by(route, Produce::Late(Box::new(move || Ready::of(input(), produce))))
    }

    fn by(route: Route, produce: Produce) -> Artifact {
        let (is_followed, is_lasting, gives_way, is_settled) = (false, false, false, false);
        let (listing, place, document) = (Listing::File, None, None);
        Artifact { route, listing, place, is_followed, is_lasting, gives_way, document, is_settled, produce }
    }

    /// A file that is handed on as it is.
    pub fn copy(route: Route, asset: &Arc<Asset>) -> Artifact {
        Artifact::by(route, Produce::Copy(Arc::clone(asset))).written_at(Place::start_of(&asset.file))
    }

    /// The same as a page.
    pub fn listed(mut self, listing: Listing) -> Artifact {
        self.listing = listing;
        self
    }

    /// The same as a file by which machines follow the public site.
    pub fn followed(mut self) -> Artifact {
        self.is_followed = true;
        self
    }

    /// The same as a file whose address holds a digest of all that its bytes are made of.
    pub fn lasting(mut self) -> Artifact {
        self.is_lasting = true;
        self
    }

    /// The same as a page that stands there until a document wants its address.
    pub fn giving_way(mut self) -> Artifact {
        self.gives_way = true;
        self
    }

    /// The same as made of the files of this document and of the [`surroundings`] alone.
    pub fn of_document(mut self, id: &Arc<str>) -> Artifact {
        self.document = Some(Arc::clone(id));
        self
    }

    /// The same, with the place where the author wrote it.
    pub fn written_at(mut self, place: Place) -> Artifact {
        self.place = Some(place);
        self
    }

    /// What it is made of. Of a late artifact it is made now, and again at the next question.
    pub fn ready(&self) -> Ready<'_> {
        match &self.produce {
            Produce::Bytes(fingerprint, produce) => {
                Ready { fingerprint: *fingerprint, produce: Bytes::Made(Box::new(produce)) }
            }
            Produce::Copy(asset) => Ready { fingerprint: asset.digest, produce: Bytes::Copied(asset) },
            Produce::Late(make) => make(),
            Produce::Member(fingerprint, member) => {
                Ready { fingerprint: *fingerprint, produce: Bytes::Made(Box::new(|| member.bytes())) }
            }
        }
    }

    /// The digest of everything that its bytes are made of.
    pub fn fingerprint(&self) -> Digest {
        self.ready().fingerprint
    }

    /// Says of a copied file that it is another by now than when it was read, if these bytes are not its.
    pub fn changed(&self, bytes: Digest) -> Option<Diagnostic> {
        let is_copy = matches!(self.produce, Produce::Copy(_));
        let place = self.place.clone().filter(|_| is_copy && bytes != self.fingerprint())?;
        Some(Diagnostic::new(&codes::SOURCE_CHANGED, place))
    }

    /// Makes its bytes. Only a copied file can fail to be read.
    pub fn bytes(&self) -> io::Result<Reported<Vec<u8>>> {
        self.ready().bytes()
    }
}

impl fmt::Debug for Artifact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Artifact").field("route", &self.route).finish_non_exhaustive()
    }
}

/// Everything that goes out, sorted by file.
#[derive(Debug, Default)]
pub struct Plan {
    /// The artifacts, sorted by file.
    pub artifacts: Vec<Artifact>,
    /// What they show.
    pub view: View,
    /// What a release has and a preview has not: links to it are no mistake.
    pub withheld: Vec<Route>,
    /// The files of the pages at old addresses, which lead on.
    pub redirected: BTreeSet<Arc<str>>,
    /// What it was made of.
    pub newsroom: Option<Arc<Newsroom>>,
    /// What pages and texts of documents are made of besides their files; none where nobody asked.
    pub surroundings: Option<Surroundings>,
}

impl Plan {
    /// The artifact that a reader or a pipeline would name so: by its file, or by its address with or without
    /// the slash before it.
    pub fn named(&self, name: &str) -> Option<&Artifact> {
        let name = name.trim_start_matches('/');
        let stem = name.trim_end_matches('/');
        let index = if stem.is_empty() { "index.html".to_owned() } else { format!("{stem}/index.html") };
        self.at_file(name).or_else(|| self.at_file(&format!("{stem}.html"))).or_else(|| self.at_file(&index))
    }

    /// How many of the artifacts are pages.
    pub fn pages(&self) -> usize {
        self.artifacts.iter().filter(|artifact| artifact.listing != Listing::File).count()
    }

    /// The artifact that goes to this file.
    pub fn at_file(&self, file: &str) -> Option<&Artifact> {
        let at = self.artifacts.binary_search_by(|artifact| artifact.route.file.as_ref().cmp(file)).ok()?;
        Some(&self.artifacts[at])
    }
}

/// What every output reads.
pub struct Newsroom {
    /// The public site.
    pub public: Arc<Public>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// The terms that have public cards.
    pub taxonomies: Vec<TaxonomyIndex>,
    /// What pages of a locale share.
    pub desks: PerLocale<Arc<Desk>>,
    /// What belongs to what.
    relations: document::Relations,
    /// Every version of every text; none before the whole is planned.
    versions: Versions,
    /// The editions with a page, sorted by its file, each by its numbers among the documents and the editions of its
    /// document: what is planned of them is sorted then. None before it is planned.
    by_file: Vec<(u32, u32)>,
    /// What lists of each locale show, the newest first.
    shown: PerLocale<Vec<Arc<Card>>>,
}

impl Newsroom {
    /// Sets up what all outputs share. What it lacks is said.
    pub fn of(public: &Arc<Public>, theme: &Arc<Theme>) -> Reported<Newsroom> {
        let mut said = Vec::new();
        let of_terms = || taxonomy::index(public, &theme.voices());
        let (taxonomies, shown) = rayon::join(of_terms, || home::shown_cards(public));
        let taxonomies = taxonomies.take(&mut said);
        let desks = desk::desks(public, theme, &taxonomies).take(&mut said);
        let (public, theme) = (Arc::clone(public), Arc::clone(theme));
        let relations = document::Relations::of(&public, &desks);
        let (versions, by_file) = (Versions::default(), Vec::new());
        Reported::new(Newsroom { public, theme, taxonomies, desks, relations, versions, by_file, shown }, said)
    }

    /// The same with what only the plan of the whole needs, or that of one document where it stands alone.
    fn of_plan(public: &Arc<Public>, theme: &Arc<Theme>) -> Reported<Newsroom> {
        let versions = || if public.is_alone { Versions::default() } else { Versions::of(public) };
        let of_texts = || (versions(), by_file(public));
        let (newsroom, (versions, by_file)) = rayon::join(|| Newsroom::of(public, theme), of_texts);
        newsroom.map(|newsroom| Newsroom { versions, by_file, ..newsroom })
    }

    /// What lists of a locale show, the newest first.
    fn shown(&self, locale: &Locale) -> &[Arc<Card>] {
        self.shown.get(locale).map_or(&[], Vec::as_slice)
    }

    /// The editions with a page, sorted by its file.
    fn editions(&self) -> impl Iterator<Item = (&Arc<Document>, &Arc<Edition>)> {
        self.by_file.iter().filter_map(|(document, edition)| {
            let document = self.public.documents.get(*document as usize)?;
            Some((document, document.editions.values().nth(*edition as usize)?))
        })
    }

    /// An artifact of each of those editions, in their order.
    fn of_editions(
        self: &Arc<Newsroom>,
        artifact: impl Fn(&Arc<Room>, &Arc<Document>, &Arc<Edition>) -> Artifact + Sync,
    ) -> Vec<Artifact> {
        let desk_of = |edition: &Edition| self.desks.locales().position(|locale| *locale == edition.locale);
        let editions = self.editions().filter_map(|(document, own)| Some((desk_of(own)?, document, own)));
        let editions: Vec<_> = editions.collect();
        let rooms = || self.desks.values().map(|desk| Room::of(self, desk)).collect::<Vec<_>>();
        let artifacts = editions.into_par_iter();
        artifacts.map_init(rooms, |rooms, (desk, document, own)| artifact(&rooms[desk], document, own)).collect()
    }
}

/// What artifacts of a language hold together, those that one thread plans: threads that count at once who holds the
/// one newsroom wait for each other.
struct Room {
    newsroom: Arc<Newsroom>,
    desk: Arc<Desk>,
}

impl Room {
    fn of(newsroom: &Arc<Newsroom>, desk: &Arc<Desk>) -> Arc<Room> {
        Arc::new(Room { newsroom: Arc::clone(newsroom), desk: Arc::clone(desk) })
    }
}

/// The editions with a page, sorted by its file; those of one file by document.
fn by_file(public: &Public) -> Vec<(u32, u32)> {
    let documents = (0..).zip(&public.documents).filter(|(_, document)| document.has_page());
    let files = documents.flat_map(|(at, document)| {
        (0..).zip(document.editions.values()).map(move |(own, edition)| (edition.route.file.as_ref(), (at, own)))
    });
    let mut files: Vec<(&str, (u32, u32))> = files.collect();
    files.par_sort_by(|(one, _), (other, _)| one.cmp(other));
    files.into_iter().map(|(_, numbers)| numbers).collect()
}

impl fmt::Debug for Newsroom {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Newsroom").field("public", &self.public).finish_non_exhaustive()
    }
}

/// The page and the text of an edition, by themselves: what the author of an edit sees before the whole is
/// planned again.
pub fn of_edition(newsroom: &Arc<Newsroom>, document: &Arc<Document>, locale: &Locale) -> Vec<Artifact> {
    let known = newsroom.desks.get(locale).zip(document.editions.get(locale)).filter(|_| document.has_page());
    let Some((desk, edition)) = known else { return Vec::new() };
    let room = Room::of(newsroom, desk);
    let text = (newsroom.public.view == View::Public).then(|| texts::text(&room, document, edition));
    [document::artifact(&room, document, edition)].into_iter().chain(text).collect()
}

/// The pages that show cards, by themselves: home pages, lists, terms, lists of events.
pub fn of_cards(newsroom: &Arc<Newsroom>) -> Vec<Artifact> {
    let listing: [&dyn Output; 4] = [&home::Homes, &list::Lists, &terms::TermPages, &event::EventLists];
    // What is wrong is said when the whole is planned.
    listing.par_iter().flat_map_iter(|output| output.plan(newsroom).value).collect()
}

/// A kind of file that goes out.
pub trait Output: Sync {
    /// Its name.
    fn name(&self) -> &'static str;

    /// Says what goes where.
    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>>;
}

/// Every output. The sitemap, the pages at old addresses and the files for hosts are not among them: they
/// are made of what these plan.
pub static OUTPUTS: &[&dyn Output] = &[
    &corrections::Corrections,
    &verification::Verification,
    &search::Search,
    &document::Documents,
    &parallel::Parallels,
    &home::Homes,
    &list::Lists,
    &terms::TermPages,
    &event::EventLists,
    &chooser::Chooser,
    &chooser::ErrorPages,
    &feed::Feeds,
    &files::Files,
    &texts::Texts,
    &news::NewsSitemap,
    &tombstone::Tombstones,
];

/// The outputs of one document by itself.
static ALONE: &[&dyn Output] = &[&document::Documents, &files::Files];

/// Plans every output of the public site, or of one document where it stands alone.
pub fn plan(public: &Arc<Public>, theme: &Arc<Theme>) -> Reported<Plan> {
    let mut said = Vec::new();
    let newsroom = Arc::new(Newsroom::of_plan(public, theme).take(&mut said));
    let public = &newsroom.public;
    let outputs = if public.is_alone { ALONE } else { OUTPUTS };
    let planned: Vec<Reported<Vec<Artifact>>> = outputs.par_iter().map(|output| output.plan(&newsroom)).collect();
    let planned: Vec<Vec<Artifact>> = planned.into_iter().map(|planned| planned.take(&mut said)).collect();
    let mut artifacts: Vec<Artifact> = Vec::with_capacity(planned.iter().map(Vec::len).sum());
    planned.into_iter().for_each(|planned| artifacts.extend(planned));
    if !public.is_alone {
        artifacts.extend(folder::plan(&newsroom, &artifacts));
    }
    artifacts.extend(sitemap::plan(&newsroom, &artifacts));
    let mut redirected = BTreeSet::new();
    if !public.is_alone {
        let (redirects, pages) = redirect::plan(&newsroom, &artifacts);
        let files = hosts::plan(&newsroom, &artifacts, redirects).take(&mut said);
        redirected.extend(pages.iter().map(|page| page.route.file.clone()));
        artifacts.extend(pages.into_iter().chain(files));
    }
    artifacts.par_sort_by(|one, two| one.route.file.cmp(&two.route.file));
    said.extend(collisions(&artifacts));
    // In a preview a draft that wants another's address is a warning: the first of them is shown.
    artifacts.dedup_by(|next, first| next.route.file == first.route.file);
    let mut withheld = Vec::new();
    if public.view == View::Preview {
        withheld.extend(artifacts.extract_if(.., |artifact| artifact.is_followed).map(|artifact| artifact.route));
    }
    let (view, newsroom) = (newsroom.public.view, Some(newsroom));
    Reported::new(Plan { artifacts, view, withheld, redirected, newsroom, surroundings: None }, said)
}

/// Says which files two artifacts want, which file is wanted as a folder too, and which is the
/// manifest's. Letters of either case are one: some hosts and disks do not tell them apart.
fn collisions(artifacts: &[Artifact]) -> Vec<Diagnostic> {
    let files: Vec<Cow<'_, str>> = artifacts.par_iter().map(|artifact| lowercase(&artifact.route.file)).collect();
    let (folders, (taken, mut said)) = rayon::join(|| folders(&files, artifacts), || taken(&files, artifacts));
    let last = files
        .iter()
        .zip(artifacts)
        .filter(|(file, artifact)| taken.get(file.as_ref()).is_some_and(|last| std::ptr::eq(*last, *artifact)));
    for (file, artifact) in last {
        // `/en/news` and `/en/news/` are one address to every reader, and to many hosts. A slug `forum.txt`
        // is the address of the text of `forum`.
        let stem = file.strip_suffix(".html").filter(|_| artifact.listing != Listing::File);
        let other = folders.get(file.as_ref()).or_else(|| folders.get(stem?)).or_else(|| taken.get(stem?));
        if let Some(other) = other {
            said.push(collision(&artifact.route, artifact.place.clone(), other.place.clone()));
        }
    }
    said
}

/// A name in small letters: nearly every name is.
fn lowercase(name: &str) -> Cow<'_, str> {
    // All of it is looked at, which is many letters at a time.
    let is_lower = name.bytes().fold(true, |is_lower, byte| is_lower & byte.is_ascii() & !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(name) } else { Cow::Owned(name.to_lowercase()) }
}

/// What is at files or folders, by their names in small letters.
type ByName<'a> = FxHashMap<&'a str, &'a Artifact>;

/// The folders that files lie in, with the first file of each.
fn folders<'a>(files: &'a [Cow<'_, str>], artifacts: &'a [Artifact]) -> ByName<'a> {
    let mut folders = ByName::default();
    let mut last = "";
    for (file, artifact) in files.iter().zip(artifacts) {
        // They are sorted: mostly the next file lies in the same folder.
        let own = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        if own != last {
            for (at, _) in file.match_indices('/') {
                folders.entry(&file[..at]).or_insert(artifact);
            }
            last = own;
        }
    }
    folders
}

/// What is at each file, the last where two artifacts want it, and what is to be said of those.
fn taken<'a>(files: &'a [Cow<'_, str>], artifacts: &'a [Artifact]) -> (ByName<'a>, Vec<Diagnostic>) {
    let mut taken = ByName::with_capacity_and_hasher(files.len(), FxBuildHasher);
    let mut said = Vec::new();
    // Two documents that want one page want one text too: their author needs to hear it once.
    let mut told: BTreeSet<(Option<Place>, Option<Place>)> = BTreeSet::new();
    for (file, artifact) in files.iter().zip(artifacts) {
        let other = taken.insert(file, artifact);
        if other.is_some() || *artifact.route.file == *MANIFEST {
            let places = (artifact.place.clone(), other.and_then(|other| other.place.clone()));
            if places.0.is_none() || told.insert(places.clone()) {
                said.push(collision(&artifact.route, places.0, places.1));
            }
        }
    }
    (taken, said)
}

/// Says it where a document is written rather than where the settings give an address.
fn collision(route: &Route, place: Option<Place>, other: Option<Place>) -> Diagnostic {
    let rank = |place: &Option<Place>| match place {
        Some(place) if *place.file == *crate::source::SETTINGS_FILE => 1,
        Some(_) => 0,
        None => 2,
    };
    let (first, second) = if rank(&place) <= rank(&other) { (place, other) } else { (other, place) };
    let said = match first {
        Some(place) => Diagnostic::new(&codes::ROUTE_TAKEN, place),
        None => Diagnostic::nowhere(&codes::ROUTE_TAKEN),
    };
    let said = said.with("url", &*route.url);
    match second {
        Some(other) => said.and(other),
        None => said,
    }
}

/// Says which held editions and drafts want the file of another edition or of anything planned:
/// it would come out only on the day.
pub fn hidden_collisions(plan: &Plan, site: &Site) -> Vec<Diagnostic> {
    let hidden = site.held.iter().chain(&site.drafts).flat_map(|document| document.editions.values());
    let of_edition = |edition: &Edition| {
        let text = edition.text_route();
        let of_text = addresses(&text, false).map(Cow::into_owned).collect::<Vec<_>>();
        addresses(&edition.route, true).map(Cow::into_owned).chain(of_text).collect()
    };
    let hidden: Vec<(&Arc<Edition>, BTreeSet<String>)> = hidden.map(|edition| (edition, of_edition(edition))).collect();
    let views = parallel::hidden(plan, site);
    // Few are hidden, and much is planned.
    let of_views = views.iter().flat_map(|(route, _)| addresses(route, true).map(Cow::into_owned));
    let wanted: FxHashSet<String> = hidden.iter().flat_map(|(_, own)| own.iter().cloned()).chain(of_views).collect();
    let mut taken = planned_at(plan, &wanted);
    let mut said = Vec::new();
    for (edition, own) in hidden {
        let place = edition.words.slug_place();
        if let Some(other) = own.iter().find_map(|address| taken.get(address)) {
            said.push(collision(&edition.route, Some(place.clone()), other.clone()));
        }
        taken.extend(own.into_iter().map(|address| (address, Some(place.clone()))));
    }
    for (route, place) in views {
        // A view that is there already stands where it will stand.
        let other = addresses(&route, true).find_map(|address| taken.get(address.as_ref()));
        if let Some(other) = other.filter(|other| other.as_ref() != Some(&place)) {
            said.push(collision(&route, Some(place), other.clone()));
        }
    }
    said
}

/// What is planned for good at any of these addresses, by where it is written.
fn planned_at(plan: &Plan, wanted: &FxHashSet<String>) -> HashMap<String, Option<Place>> {
    if wanted.is_empty() {
        return HashMap::new();
    }
    let planned = plan.artifacts.par_iter().filter(|artifact| !artifact.gives_way);
    let at = planned.flat_map_iter(|artifact| {
        let addresses = addresses(&artifact.route, artifact.listing != Listing::File);
        let wanted = addresses.filter(|address| wanted.contains(address.as_ref()));
        wanted.map(|address| (address.into_owned(), artifact.place.clone()))
    });
    at.collect()
}

/// The files that a route cannot share: its own, and for a page the one of the very name in its URL.
/// Letters of either case are one.
fn addresses(route: &Route, is_page: bool) -> impl Iterator<Item = Cow<'_, str>> {
    let file = lowercase(&route.file);
    let stem = match &file {
        Cow::Borrowed(file) => file_stem(file).map(Cow::Borrowed),
        Cow::Owned(file) => file_stem(file).map(|stem| Cow::Owned(stem.to_owned())),
    };
    std::iter::once(file).chain(stem.filter(|_| is_page))
}

/// The name in the URL of a page that is no folder's.
fn file_stem(file: &str) -> Option<&str> {
    file.strip_suffix(".html").filter(|stem| !stem.ends_with("/index"))
}

/// Says what is wrong with redirects, whatever the standing of what they lead to.
pub fn redirect_mistakes(plan: &Plan, site: &Site) -> Vec<Diagnostic> {
    redirect::mistakes(plan, site)
}

/// Says which paths from the site's root lead to no file: links and images of every edition.
pub fn dead_paths(plan: &Plan, site: &Site) -> Vec<Diagnostic> {
    let routes = || plan.artifacts.iter().map(|artifact| &artifact.route).chain(&plan.withheld);
    // Most sites link by the names of documents, and nothing has to be known of all files.
    let names: LazyCell<HashSet<&str>, _> = LazyCell::new(|| routes().map(|route| route.file.as_ref()).collect());
    let addresses: LazyCell<HashSet<Cow<'_, str>>, _> =
        LazyCell::new(|| routes().map(|route| decoded(&route.url)).collect());
    let is_known =
        |path: &str| addresses.contains(path) || path.strip_prefix('/').is_some_and(|name| names.contains(name));
    let mut said = Vec::new();
    for edition in site.all().flat_map(|document| document.editions.values()) {
        let face = &edition.words.face;
        let links = face.links.iter().filter(|link| link.kind == LinkKind::Path);
        let links = links.map(|link| (link.target.as_str(), link.span));
        let images = face.images.iter().filter(|image| image.source.starts_with('/'));
        let images = images.map(|image| (image.source.as_str(), image.span));
        for (target, span) in links.chain(images) {
            let path = decoded(target.split(['#', '?']).next().unwrap_or(target));
            if !is_known(&path) {
                let place = Place::new(&edition.words.file, span);
                let unknown = Diagnostic::new(&codes::UNKNOWN_PATH, place);
                said.push(unknown.with("value", target).with("nearest", nearest_path(&path, routes())));
            }
        }
    }
    said
}

/// The path of a planned file that is most like this one; none of them is, where it is like none.
fn nearest_path<'a>(path: &str, routes: impl Iterator<Item = &'a Route>) -> String {
    let known: BTreeSet<String> =
        routes.flat_map(|route| [format!("/{}", route.file), decoded(&route.url).into_owned()]).collect();
    nearest(path, known.iter().map(String::as_str)).unwrap_or_default().to_owned()
}

/// Says at which addresses of released editions nothing of them is any more: neither the edition, nor a
/// redirect, nor a tombstone. What else may stand there now is another document's.
pub fn gone_addresses(plan: &Plan, site: &Site) -> Vec<Diagnostic> {
    let public = &site.public;
    let is_public = |edition: &&Arc<Edition>| edition.standing.is_public();
    // Nearly every edition is where its lines say, and of what else is anywhere nothing has to be known.
    let answering: LazyCell<HashSet<&str>, _> = LazyCell::new(|| answering(plan));
    let owners: LazyCell<HashMap<&str, (&str, &Locale)>, _> = LazyCell::new(|| {
        let editions = public.documents.iter().flat_map(|document| document.editions.values());
        let owned = editions
            .filter(is_public)
            .map(|edition| (edition.route.url.trim_end_matches('/'), (edition.document.as_ref(), &edition.locale)));
        owned.collect()
    });
    let mut said = Vec::new();
    for (document, locale, lines) in public.ledger.editions() {
        let own = public.document(document).and_then(|document| document.editions.get(locale)).filter(is_public);
        let own = own.map(|edition| edition.route.url.trim_end_matches('/'));
        let mut seen = Vec::new();
        // The latest line of an address is the one to point at.
        for line in lines.iter().rev() {
            let url = line.url.trim_end_matches('/');
            if own == Some(url) || seen.contains(&url) {
                continue;
            }
            seen.push(url);
            let owner = owners.get(url);
            if owner.is_some() || !answering.contains(url) {
                let gone = Diagnostic::new(&codes::ADDRESS_GONE, line.place.clone()).with("url", &line.url);
                let gone = gone.with("document", document.as_ref()).with("locale", locale.as_str());
                said.push(gone.with("owner", owner.map_or("", |(id, _)| id)));
            }
        }
    }
    said
}

/// The addresses of pages without a slash at the end, those that lead on among them.
fn answering(plan: &Plan) -> HashSet<&str> {
    let pages = plan.artifacts.iter().filter(|artifact| artifact.listing != Listing::File);
    // A preview has no pages at old addresses; the release has.
    let withheld = plan.withheld.iter().filter(|route| plan.redirected.contains(&route.file));
    let routes = pages.map(|page| &page.route).chain(withheld);
    routes.map(|route| route.url.trim_end_matches('/')).collect()
}

fn decoded(path: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(path).decode_utf8_lossy()
}
