//! `warta.yaml` as a resolved value: no option left that has a default.
//!
//! In: the settings' text. Out: [`Settings`], and every mistake in the file at once. Knows no
//! document; whether a menu's target exists is found when the site is assembled.

pub mod checks;
mod own;
mod read;
pub mod redirect;

use crate::diagnostic::{Code, Place};
use crate::locale::{Locale, PerLocale, Zone};

pub use own::{OwnPage, OwnSection};
pub use read::{by_locale, per_locale, read};

/// The longest part of a URL in bytes: with `.html` and what a deploy adds it must fit into a file name.
const LONGEST_SEGMENT: usize = 200;

/// The longest word that Warta puts after another part of a URL, in bytes: both must fit.
const LONGEST_ENDING: usize = 40;

/// The name of the theme that is part of the program.
pub const DEFAULT_THEME: &str = "warta";

/// The settings of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where the site will stand.
    pub base_url: BaseUrl,
    /// The site's locales, in the order of the language switch.
    pub locales: Vec<LocaleSettings>,
    /// What stands at `/`.
    pub x_default: XDefault,
    /// The zone of the press office.
    pub time_zone: Zone,
    /// Whether a zone is written that could not be read: no offset can then be called foreign.
    pub has_faulty_zone: bool,
    /// The theme's name, which is its folder's below `themes/`.
    pub theme: String,
    /// Where it is written; none where it is not.
    pub theme_place: Option<Place>,
    /// The form of URLs.
    pub urls: UrlStyle,
    /// The id of a message shown on every page.
    pub notice: Option<(String, Place)>,
    /// The collections, in the order written.
    pub collections: Vec<Collection>,
    /// The names of collections whose kind could not be read: what lies in them cannot be judged, and is
    /// not said to be nowhere.
    pub faulty_collections: Vec<String>,
    /// The taxonomies, in the order written.
    pub taxonomies: Vec<Taxonomy>,
    /// The menu.
    pub menu: Vec<MenuEntry>,
    /// Links to documents at the foot of every page.
    pub footer: Vec<MenuEntry>,
    /// The addresses of Warta's own pages, where the settings give them.
    pub sections: Vec<OwnSection>,
    /// The words at the end of the addresses of parallel views, where the settings give them.
    pub parallel: PerLocale<String>,
    /// Who publishes.
    pub publisher: Publisher,
    /// Whether readers can look for words.
    pub search: Search,
    /// Whether pictures are made as AVIF too; never where this program cannot.
    pub avif: Avif,
    /// Whether raw HTML is let through in Markdown.
    pub html: RawHtml,
    /// Whether a ledger is kept, and where that is written.
    pub ledger: (Keeping, Option<Place>),
    /// Old addresses and where they lead, in the order written.
    pub redirects: Vec<redirect::Redirect>,
    /// The hosts for which files are written, each once.
    pub hosts: Vec<Host>,
    /// The checks that weigh otherwise here than they do by themselves.
    pub checks: Vec<(&'static Code, checks::Weighed)>,
}

impl Settings {
    /// The locales' tags, in the order of the language switch.
    pub fn tags(&self) -> impl Iterator<Item = &Locale> {
        self.locales.iter().map(|locale| &locale.tag)
    }

    /// The locale of the site with this tag, as it is written there.
    pub fn tag(&self, tag: &str) -> Option<&Locale> {
        self.tags().find(|known| known.as_str() == tag)
    }

    /// The collection of this name.
    pub fn collection(&self, name: &str) -> Option<&Collection> {
        self.collections.iter().find(|collection| collection.name == name)
    }

    /// The pages of Warta's own that this site has.
    pub fn own_pages(&self) -> impl Iterator<Item = (&'static str, OwnPage)> {
        let has = |page: OwnPage| page != OwnPage::Search || self.search == Search::On;
        OwnPage::ALL.into_iter().filter(move |(_, page)| has(*page))
    }

    /// What the settings say of the address of a page of Warta's own.
    pub fn section(&self, page: OwnPage) -> Option<&OwnSection> {
        self.sections.iter().find(|section| section.page == page)
    }
}

/// A site's address: scheme and host, and the path below which the site lives.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    /// `https://newsroom.example.org`, without a slash at its end.
    pub origin: String,
    /// Nothing, or `/press`: begins with a slash, does not end with one.
    pub path: String,
}

impl BaseUrl {
    /// Reads an absolute `http` or `https` URL without query and fragment.
    pub fn parse(text: &str) -> Option<BaseUrl> {
        let (scheme, rest) = text.split_once("://")?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let clean = |part: &str| part.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>?#\\^`{|}@".contains(&byte));
        if !matches!(scheme, "http" | "https") || host.is_empty() || !clean(host) || !clean(path) {
            return None;
        }
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        if parts.iter().any(|part| matches!(*part, "." | "..")) {
            return None;
        }
        let path = parts.iter().map(|part| format!("/{part}")).collect();
        Some(BaseUrl { origin: format!("{scheme}://{}", host.to_ascii_lowercase()), path })
    }
}

/// A host, or a program that serves files, that reads a file of its own in the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Host {
    /// Netlify, and Cloudflare Pages, which reads the same files.
    Netlify,
    /// Apache.
    Apache,
    /// nginx.
    Nginx,
}

impl Host {
    /// Each host with its word in the settings.
    pub const ALL: [(&'static str, Host); 3] =
        [("netlify", Host::Netlify), ("apache", Host::Apache), ("nginx", Host::Nginx)];
}

/// A locale of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LocaleSettings {
    /// Its tag, in URLs and `lang`.
    pub tag: Locale,
    /// The locale whose dates and numbers it uses: `en` writes those of `en-GB` unless told otherwise.
    pub formats: Locale,
}

/// What stands at `/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum XDefault {
    /// A page in all languages with the latest of each.
    Chooser,
    /// The edition in one locale; `/` is the chooser all the same.
    Locale(Locale),
}

/// The form of URLs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UrlStyle {
    /// A document is `/en/press-releases/2021/icdd-closes`, its file `….html`.
    Clean,
    /// Every page is a folder with an `index.html`.
    Directory,
}

/// The kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A press release.
    Release,
    /// A statement of a state or organisation.
    Statement,
    /// An outcome document.
    Outcome,
    /// An event.
    Event,
    /// A page.
    Page,
}

impl Kind {
    /// Each kind with its word in settings and templates.
    pub const ALL: [(&'static str, Kind); 5] = [
        ("release", Kind::Release),
        ("statement", Kind::Statement),
        ("outcome", Kind::Outcome),
        ("event", Kind::Event),
        ("page", Kind::Page),
    ];

    /// Its word in settings and templates.
    pub fn word(self) -> &'static str {
        Kind::ALL.iter().find(|(_, kind)| *kind == self).map_or("page", |(word, _)| word)
    }
}

/// Whether the languages of a document go out together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pairing {
    /// All locales of the site go out together or not at all.
    Required,
    /// An edition may go out alone.
    Announced,
}

/// Whether a translation goes out only once somebody has accepted it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Acceptance {
    /// A translation that nobody has accepted is a draft.
    Required,
    /// A translation goes out as it is.
    Off,
}

impl Acceptance {
    /// What holds for a kind where the settings say nothing: texts that an office answers for word by
    /// word are accepted, pages and events are not.
    pub fn usual(kind: Kind) -> Acceptance {
        match kind {
            Kind::Release | Kind::Statement | Kind::Outcome => Acceptance::Required,
            Kind::Event | Kind::Page => Acceptance::Off,
        }
    }
}

/// What becomes of a translation whose original has changed since it was accepted. It stays public in
/// any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stale {
    /// Nothing goes out until somebody has accepted it again.
    Error,
    /// The author is told.
    Warning,
    /// The author is told, and so are readers, on its page.
    Banner,
}

impl Stale {
    /// What holds where the settings say nothing: who has translations signed off does not want one to
    /// fall behind unnoticed.
    pub fn usual(acceptance: Acceptance) -> Stale {
        match acceptance {
            Acceptance::Required => Stale::Error,
            Acceptance::Off => Stale::Warning,
        }
    }
}

/// A top folder of `content/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collection {
    /// The folder's name.
    pub name: String,
    /// The kind of its documents.
    pub kind: Kind,
    /// The name of its part of URLs, by locale; empty for a collection without lists.
    pub section: PerLocale<String>,
    /// How a document's URL is made.
    pub path: PathPattern,
    /// Whether the languages of a document go out together.
    pub pairing: Pairing,
    /// Whether a translation goes out only once somebody has accepted it.
    pub acceptance: Acceptance,
    /// What becomes of a translation whose original has changed since.
    pub stale: Stale,
    /// Where it is written.
    pub place: Place,
}

/// How a document's URL is made, below the locale: text, `{section}`, `{year}`, `{event}`, `{slug}`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PathPattern(pub Vec<PathPart>);

/// A part of a [`PathPattern`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PathPart {
    /// As it is.
    Text(String),
    /// The collection's section.
    Section,
    /// The year in which the document is published, in the site's zone.
    Year,
    /// The slug of the event that the document belongs to.
    Event,
    /// The document's own slug.
    Slug,
}

impl PathPattern {
    /// Reads a pattern; the error is the part that is not known.
    pub fn parse(text: &str) -> Result<PathPattern, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or_else(|| format!("{{{after}"))?;
            if !before.is_empty() {
                parts.push(PathPart::Text(before.to_owned()));
            }
            parts.push(match name {
                "section" => PathPart::Section,
                "year" => PathPart::Year,
                "event" => PathPart::Event,
                "slug" => PathPart::Slug,
                _ => return Err(format!("{{{name}}}")),
            });
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(PathPart::Text(rest.to_owned()));
        }
        let pattern = PathPattern(parts);
        if pattern.uses(&PathPart::Slug) { Ok(pattern) } else { Err("{slug}".to_owned()) }
    }

    /// The parts of the URLs that it makes, with `section` put in: a fixed text, or none for what differs
    /// from document to document.
    pub fn segments(&self, section: &str) -> Vec<Option<String>> {
        let mut segments: Vec<Option<String>> = vec![Some(String::new())];
        for part in &self.0 {
            let text = match part {
                PathPart::Text(text) => text.as_str(),
                PathPart::Section => section,
                PathPart::Year | PathPart::Event | PathPart::Slug => {
                    segments.pop();
                    segments.push(None);
                    continue;
                }
            };
            for (at, piece) in text.split('/').enumerate() {
                if at > 0 {
                    segments.push(Some(String::new()));
                }
                // Text beside a changing part changes with it.
                if let Some(Some(last)) = segments.last_mut() {
                    last.push_str(piece);
                }
            }
        }
        segments.retain(|segment| segment.as_deref() != Some(""));
        segments
    }

    /// Whether the pattern has this part.
    pub fn uses(&self, part: &PathPart) -> bool {
        self.0.contains(part)
    }
}

/// A taxonomy: a way to group cards by terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taxonomy {
    /// Its name: the key in the facts, and the id of its label's message.
    pub name: String,
    /// The name of its part of URLs, by locale.
    pub section: PerLocale<String>,
    /// Where its terms come from.
    pub terms: Terms,
    /// Where it is written.
    pub place: Place,
}

/// Where the terms of a taxonomy come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Terms {
    /// A list; a document names its terms under the taxonomy's name in its facts.
    Listed(Vec<Term>),
    /// The states of statements.
    Countries,
}

/// A term of a listed taxonomy. Its label is the message `<taxonomy>-<name>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its name in the facts.
    pub name: String,
    /// Its slug by locale, where it should not be made from the label.
    pub slug: PerLocale<String>,
    /// Where it is written.
    pub place: Place,
}

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    /// Where it leads.
    pub target: MenuTarget,
    /// The id of the message with its words; else they are those of the target.
    pub label: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// Where an entry of the menu leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuTarget {
    /// The list of a collection.
    Collection(String),
    /// A document, by its path below `content/`.
    Document(String),
    /// The index of a taxonomy.
    Taxonomy(String),
    /// A page of Warta's own.
    Own(OwnPage),
}

/// Who publishes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Publisher {
    /// The id of the message with its name.
    pub name: Option<(String, Place)>,
    /// The page with the policy on corrections.
    pub corrections: Option<(String, Place)>,
    /// The office's public key, in minisign's form: signatures of the list of texts are checked by it.
    pub key: Option<(String, Place)>,
}

/// Whether a ledger is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Keeping {
    /// It must be there.
    On,
    /// It is not read.
    Off,
    /// It is kept if it is there: what a site does that says nothing.
    IfThere,
}

/// Whether a site has a page on which readers look for words, and the index for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Search {
    /// It has.
    On,
    /// It has not.
    Off,
}

/// Whether the pictures of documents are made as AVIF too, which is half as large and takes seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Avif {
    /// They are.
    On,
    /// They are not.
    Off,
}

/// Whether raw HTML is let through in Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RawHtml {
    /// It is a mistake.
    Refuse,
    /// It goes to the page as it is.
    Allow,
}

/// Whether a text can be one part of a URL: letters, digits, `-`, `_` and `.`, without a dot at either
/// end. Hosts hide what begins with a dot, Windows drops one at the end, and no file system takes a name
/// of more than 255 bytes.
pub fn is_segment(text: &str) -> bool {
    let allowed = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    (1..=LONGEST_SEGMENT).contains(&text.len())
        && text.chars().all(allowed)
        && !text.starts_with('.')
        && !text.ends_with('.')
}

/// Whether a text can stand at the end of a part of a URL, after a hyphen.
pub fn is_ending(text: &str) -> bool {
    is_segment(text) && text.len() <= LONGEST_ENDING
}
