//! What templates may see: the only types that reach them.
//!
//! The documentation of these structs is the guide for theme authors: `tests/guide.rs` makes the tables in
//! `docs/theme.md` of it, and reads from “Seen as” which templates have a struct under which name.
//! Fields of the type [`Html`] are safe HTML and are printed as they are; every other text is escaped by Tera.

use serde::{Serialize, Serializer};

/// Safe HTML, made by Warta.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Html(pub String);

impl Serialize for Html {
    // Tera takes its own values through unchanged, and with them the mark that they are safe.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

/// What is the same on every page of a locale.
///
/// Seen as `site` by all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Site {
    /// The site's title.
    pub title: String,
    /// What the site is, in a sentence.
    pub description: String,
    /// The notice of every page, or nothing.
    pub notice: Html,
    /// The URL of the locale's home page; nothing where a document stands alone.
    pub home: String,
    /// Whether this is a preview, never to be published.
    pub preview: bool,
    /// Who publishes, or nothing.
    pub publisher: String,
    /// The URL of the policy on corrections, or nothing.
    pub corrections: String,
    /// The page of everything that was corrected and withdrawn; empty where a document stands alone.
    pub corrections_page: Crumb,
    /// The page on which readers verify a text; empty where a document stands alone.
    pub verification_page: Crumb,
    /// The page on which readers look for words; empty where the site has none, or a document stands alone.
    pub search_page: Crumb,
    /// The URL of the icon, or nothing.
    pub icon: String,
    /// Links at the foot of every page; those to the two pages above among them.
    pub footer: Vec<MenuItem>,
}

/// An entry of the menu.
///
/// Seen as `menu`, a list, by all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct MenuItem {
    /// Its words.
    pub title: Html,
    /// Where it leads.
    pub href: String,
    /// Whether the page is that target or below it.
    pub current: bool,
    /// The same as `aria-current` has it: `page` on the target itself, `true` below it, else nothing.
    pub aria_current: &'static str,
}

/// What every page has.
///
/// Seen as `page` by all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Page {
    /// `home`, `list`, `document`, `parallel`, `taxonomy`, `term`, `corrections`, `verification`, `search`,
    /// `tombstone`, `redirect`, `chooser`, `error`, `errors`.
    pub kind: &'static str,
    /// The title.
    pub title: Html,
    /// The title without marks.
    pub title_text: String,
    /// The title for the browser's window: the page's and the site's.
    pub head_title: String,
    /// A description for search engines, or nothing.
    pub description: String,
    /// The page's absolute URL.
    pub canonical: String,
    /// Open Graph's type: `article` or `website`.
    pub og_type: &'static str,
    /// Open Graph's locale: `id_ID`.
    pub og_locale: String,
    /// Open Graph's locales of the other editions.
    pub og_alternates: Vec<String>,
    /// Whether search engines are asked to leave it out.
    pub noindex: bool,
    /// The page in every language that it exists in, itself included, and `x-default`.
    pub alternates: Vec<Alternate>,
    /// Feeds about what the page shows.
    pub feeds: Vec<FeedLink>,
    /// The way from the home page down to the page's parent; nothing on the home page.
    pub crumbs: Vec<Crumb>,
    /// The languages that the page exists in, itself included.
    pub switcher: Vec<Language>,
    /// The languages of the site that it does not exist in; `href` is their home page.
    pub missing: Vec<Language>,
}

/// A page in some language, for search engines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Alternate {
    /// The language's tag, or `x-default`.
    pub hreflang: String,
    /// The absolute URL.
    pub href: String,
}

/// A feed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct FeedLink {
    /// Its URL.
    pub href: String,
    /// What it is called.
    pub title: String,
}

/// A page above this one.
///
/// Seen as `taxonomy` by `term.html`: the index that the term is in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Crumb {
    /// Its title.
    pub title: Html,
    /// Its URL.
    pub href: String,
}

/// A language of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Language {
    /// Its tag.
    pub lang: String,
    /// Its own name: “Bahasa Indonesia”.
    pub name: String,
    /// Its name in the page's language.
    pub language: String,
    /// Where the page is in it.
    pub href: String,
    /// Whether it is the page's own.
    pub current: bool,
}

/// A day or an instant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Moment {
    /// ISO 8601, for `datetime`.
    pub iso: String,
    /// “16 November 2021”.
    pub date: String,
    /// “Selasa, 16 November 2021”.
    pub full: String,
    /// “pukul 18.00 WITA”; nothing for a day.
    pub time: String,
}

/// What a list shows of a document.
///
/// Seen as `cards`, a list, by `term.html`: those of `list`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Card {
    /// The title.
    pub title: Html,
    /// The title without marks.
    pub title_text: String,
    /// The summary, or nothing.
    pub summary: Html,
    /// Its URL.
    pub href: String,
    /// Its language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Whether its language is not the page's.
    pub foreign: bool,
    /// The name of its language in the page's language.
    pub language: String,
    /// `release`, `statement`, `outcome`, `event`, `page`.
    pub kind: &'static str,
    /// The label of its collection.
    pub collection: String,
    /// The name of its collection in the settings.
    pub collection_name: String,
    /// The day or instant that it tells of.
    pub date: Option<Moment>,
    /// A statement's state.
    pub country: Option<Country>,
    /// Who spoke.
    pub speaker: Option<String>,
    /// The labels of its terms, of taxonomies whose terms are not states.
    pub topics: Vec<String>,
}

/// A state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Its name in the page's language.
    pub name: String,
    /// The URL of its page, or nothing.
    pub href: String,
}

/// A link to a document, which may be in another language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Link {
    /// The title.
    pub title: Html,
    /// The URL.
    pub href: String,
    /// The target's language.
    pub lang: String,
    /// Whether that is not the page's.
    pub foreign: bool,
    /// The name of that language in the page's language.
    pub language: String,
}

/// What stands first on the home page.
///
/// Seen as `featured` by `home.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Featured {
    /// The latest event.
    pub event: Option<Card>,
    /// The latest outcome document.
    pub outcome: Option<Card>,
}

/// A collection on the home page.
///
/// Seen as `sections`, a list, by `home.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Section {
    /// The collection's name.
    pub name: String,
    /// Its label.
    pub title: Html,
    /// The URL of its list.
    pub href: String,
    /// The URL of its feed.
    pub feed: String,
    /// Its latest cards.
    pub cards: Vec<Card>,
}

/// A list of cards.
///
/// Seen as `list` by `list.html`, `term.html`, `corrections.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct List {
    /// What is listed.
    pub title: Html,
    /// The cards.
    pub cards: Vec<Card>,
    /// The list's parts: years, a year's months, a month's days; none of a short one.
    pub groups: Vec<Group>,
    /// `years`, `months`, `days`, `none`.
    pub group_kind: &'static str,
    /// How many there are in all.
    pub total: usize,
    /// The year, month or day shown; nothing on the latest.
    pub period: String,
}

/// A part of a list, or a term: a name with a count.
///
/// Seen as `terms`, a list, by `taxonomy.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Group {
    /// Its name.
    pub title: Html,
    /// Its URL.
    pub href: String,
    /// How many cards it has.
    pub count: usize,
    /// Whether it is the page's own.
    pub current: bool,
}

/// A language on the chooser.
///
/// Seen as `columns`, a list, by `chooser.html`, `errors.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Column {
    /// Its tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Its own name.
    pub name: String,
    /// The site's title in it.
    pub title: Html,
    /// The site's description in it.
    pub description: String,
    /// The site's notice in it.
    pub notice: Html,
    /// The URL of its home page.
    pub href: String,
    /// The words of the link there.
    pub label: Html,
    /// Its latest cards.
    pub cards: Vec<Card>,
    /// The URL of its feed.
    pub feed: String,
}

/// A document page.
///
/// Seen as `doc` by `release.html`, `statement.html`, `outcome.html`, `event.html`, `page.html`.
#[derive(Debug, Clone, Default, PartialEq, Hash, Serialize)]
pub struct Doc {
    /// Its path below `content/`.
    pub id: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its collection.
    pub collection: Crumb,
    /// The title.
    pub title: Html,
    /// The title without marks.
    pub title_text: String,
    /// The summary, or nothing.
    pub summary: Html,
    /// Its keywords.
    pub keywords: Vec<String>,
    /// The body.
    pub body: Html,
    /// Of an outcome document the same block by block, each to be cited by its anchor; of others nothing.
    pub blocks: Vec<Block>,
    /// The URL of its parallel view, or nothing.
    pub parallel: String,
    /// The footnotes.
    pub notes: Vec<Note>,
    /// The headings of the body.
    pub outline: Vec<Heading>,
    /// When it was released.
    pub published: Option<Moment>,
    /// In a preview `draft`, `held` or `waiting`; nothing for what is public.
    pub state: &'static str,
    /// In a preview, until when it is held.
    pub held_until: Option<Moment>,
    /// When it last changed in a way that readers have to know of, if it has.
    pub updated: Option<Moment>,
    /// Its latest major change.
    pub notice: Option<Change>,
    /// All its changes, the latest first.
    pub changes: Vec<Change>,
    /// Its withdrawal.
    pub withdrawn: Option<Withdrawal>,
    /// That its original has changed since it was translated, where readers are told.
    pub stale: Option<Stale>,
    /// How a reader verifies its text; none in a preview and where it stands alone.
    pub verification: Option<Verification>,
    /// Its language.
    pub lang: String,
    /// Whether it is the original.
    pub original: bool,
    /// The name of the original's language.
    pub original_language: String,
    /// `this`, `other`, `all`, or nothing.
    pub authoritative: &'static str,
    /// The name of the authoritative language.
    pub authoritative_language: String,
    /// Its terms.
    pub topics: Vec<Crumb>,
    /// The event that it belongs to.
    pub event: Option<Link>,
    /// Files to download.
    pub files: Vec<File>,
    /// The picture.
    pub image: Option<Image>,
    /// The one before it in its collection.
    pub previous: Option<Link>,
    /// The one after it.
    pub next: Option<Link>,
    /// Others of the same event, the latest release first.
    pub related: Vec<Card>,
    /// The facts' free values.
    pub extra: serde_json::Value,
    /// Whether the body has code.
    pub has_code: bool,
    /// A press release's facts.
    pub release: Option<Release>,
    /// A statement's facts.
    pub statement: Option<Statement>,
    /// An outcome's facts.
    pub outcome: Option<Outcome>,
    /// An event's facts.
    pub event_facts: Option<Event>,
}

/// A top-level block of a body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Block {
    /// Its anchor: the same in all languages.
    pub anchor: String,
    /// The number in the anchor: of `p12` 12; nothing where the anchor is a word.
    pub number: String,
    /// Whether it is a heading.
    pub heading: bool,
    /// Its HTML, with the anchor as its id.
    pub html: Html,
}

/// The editions of an outcome document side by side.
///
/// Seen as `parallel` by `parallel.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Parallel {
    /// The editions, the one in the page's language first.
    pub columns: Vec<ParallelColumn>,
    /// Their blocks, those of one anchor in one row.
    pub rows: Vec<ParallelRow>,
}

/// An edition in a parallel view.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ParallelColumn {
    /// Its language's tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Its language's own name.
    pub name: String,
    /// The name of that language in the page's language.
    pub language: String,
    /// The URL of its page.
    pub href: String,
    /// The absolute URL of its page.
    pub address: String,
    /// Who publishes, or the site's title, in its language.
    pub publisher: String,
    /// When it was released.
    pub published: Option<Moment>,
    /// Its title.
    pub title: Html,
    /// Its summary, or nothing.
    pub summary: Html,
    /// Whether the others were translated from it.
    pub original: bool,
    /// Whether its text is authoritative, alone or with others.
    pub authoritative: bool,
    /// Its footnotes.
    pub notes: Vec<Note>,
}

/// Blocks of one anchor in a parallel view.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ParallelRow {
    /// The anchor.
    pub anchor: String,
    /// The number in the anchor: of `p12` 12; nothing where the anchor is a word.
    pub number: String,
    /// Whether it is a heading.
    pub heading: bool,
    /// The block of each column, in the order of the columns; nothing where an edition lacks it.
    pub cells: Vec<Html>,
}

/// A change of a released document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Change {
    /// When it was made.
    pub date: Moment,
    /// `editorial`, `clarification`, `correction`, `update`.
    pub grade: &'static str,
    /// Whether readers have to know.
    pub major: bool,
    /// What was changed.
    pub note: Html,
}

/// A withdrawal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Withdrawal {
    /// Since when.
    pub date: Moment,
    /// Why.
    pub reason: Html,
    /// What takes its place.
    pub replaced_by: Option<Link>,
}

/// A translation that its original has left behind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Stale {
    /// When the original was changed, where the facts tell.
    pub changed: Option<Moment>,
    /// The name of the original's language.
    pub language: String,
}

/// How a reader verifies the text of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Verification {
    /// The SHA-256 of the text: 64 hexadecimal digits.
    pub sha256: String,
    /// The same in groups of eight digits.
    pub groups: Vec<String>,
    /// The URL of the text.
    pub text: String,
    /// The URL of the list of all digests.
    pub list: String,
    /// 1, and 1 more for each change of the edition.
    pub version: usize,
}

/// A year on the page of corrections.
///
/// Seen as `years`, a list, by `corrections.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct CorrectionsYear {
    /// The year: “2031”.
    pub year: String,
    /// What happened in it, the newest first. Never empty.
    pub entries: Vec<Correction>,
}

/// A change or a withdrawal on the page of corrections.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Correction {
    /// When.
    pub date: Moment,
    /// `clarification`, `correction`, `update`, `withdrawn`.
    pub kind: &'static str,
    /// What was changed, or why it was withdrawn.
    pub note: Html,
    /// The document.
    pub document: Link,
    /// The label of its collection, or nothing.
    pub collection: String,
    /// What takes the place of what was withdrawn.
    pub replaced_by: Option<Link>,
}

/// The page on which readers verify a text.
///
/// Seen as `verification` by `verification.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct VerificationPage {
    /// The URL of the script with the digests of all texts; nothing in a preview, which has none.
    pub texts: String,
    /// How many digits name a part of that script, `texts-3f.js`; 0 where it is whole.
    pub digits: usize,
    /// The URL of the list of all digests; nothing in a preview.
    pub list: String,
    /// The list's absolute URL; nothing in a preview.
    pub list_address: String,
    /// The newest text, with which commands are shown.
    pub example: Option<ExampleText>,
    /// The office's public key for minisign, or nothing.
    pub key: String,
    /// The URL of the list's signature; nothing without a key.
    pub signature: String,
    /// The locale whose dates the page uses: `en-GB`.
    pub formats: String,
}

/// A text with which commands are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ExampleText {
    /// The name of its file: `forum.txt`.
    pub name: String,
    /// Its name in the list: `en/news/forum.txt`.
    pub path: String,
    /// Its URL.
    pub href: String,
    /// Its absolute URL.
    pub address: String,
}

/// The page on which readers look for words.
///
/// Seen as `search` by `search.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct SearchPage {
    /// The page's own URL, to which the form leads.
    pub action: String,
    /// The URL of the folder of the index, with a slash at its end.
    pub index: String,
    /// The locale whose way of writing numbers is used.
    pub formats: String,
    /// The collections, to choose one of.
    pub collections: Vec<SearchCollection>,
    /// The years, the latest first, to choose one of.
    pub years: Vec<String>,
    /// The site's other languages, in which a result may be.
    pub languages: Vec<Language>,
    /// Where else documents are found: lists of collections, indexes of taxonomies.
    pub lists: Vec<Crumb>,
}

/// A collection that a search can be narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct SearchCollection {
    /// Its name, for the address.
    pub name: String,
    /// Its label.
    pub title: String,
    /// The term of the index that all its documents have.
    pub term: String,
}

/// A footnote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Note {
    /// Its number.
    pub number: u32,
    /// Its anchor.
    pub id: String,
    /// The URL of the place that refers to it.
    pub back: String,
    /// Its text.
    pub html: Html,
}

/// A heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub title: Html,
}

/// A file to download.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct File {
    /// What it is called.
    pub title: Html,
    /// Its URL.
    pub href: String,
    /// Its language, or nothing.
    pub lang: String,
    /// The name of that language.
    pub language: String,
    /// Whether that is not the page's.
    pub foreign: bool,
    /// Its size: “120 kB”.
    pub size: String,
    /// Its type: “PDF”.
    pub r#type: String,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Image {
    /// Its URL, for programs that cannot choose.
    pub src: String,
    /// Its URL in each of its widths, as `srcset` has them; nothing where there is no choice.
    pub srcset: String,
    /// The same as AVIF; nothing unless the settings have `pictures: {avif: on}`.
    pub avif: String,
    /// How wide pages show it, as `sizes` has it: what `theme.yaml` says under `picture_sizes`.
    pub sizes: String,
    /// What it shows.
    pub alt: String,
    /// Its caption, or nothing.
    pub caption: Html,
    /// Whose it is, or nothing.
    pub credit: String,
    /// Its width in pixels; 0 where it is not known.
    pub width: u32,
    /// Its height in pixels; 0 where it is not known.
    pub height: u32,
}

/// A press release's facts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Release {
    /// The dateline, or nothing.
    pub place: Html,
    /// The number, or nothing.
    pub number: String,
    /// Whom to ask, or nothing. Addresses of e-mail and telephone numbers in it are links.
    pub contact: Html,
}

/// A statement's facts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Statement {
    /// The state.
    pub country: Option<Country>,
    /// The organisation, or nothing.
    pub organization: Html,
    /// Who spoke, or nothing.
    pub speaker: String,
    /// In which office, or nothing.
    pub role: Html,
    /// On which day.
    pub delivered: Option<Moment>,
    /// `in-person`, `recorded`, `virtual`, `written`, or nothing.
    pub delivery: &'static str,
    /// Under which agenda item; nothing: not recorded.
    pub agenda: Html,
    /// `full`, `summary`, `none`.
    pub text: &'static str,
}

/// An outcome's facts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Outcome {
    /// On which day it was adopted.
    pub adopted: Option<Moment>,
    /// `voluntary`, `binding`, or nothing.
    pub standing: &'static str,
}

/// An event's facts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Event {
    /// When it starts.
    pub starts: Option<Moment>,
    /// When it ends.
    pub ends: Option<Moment>,
    /// Both, in words.
    pub when: String,
    /// Where, or nothing.
    pub venue: Html,
    /// `in-person`, `online`, `hybrid`, or nothing.
    pub mode: &'static str,
    /// The event that it is a part of.
    pub parent: Option<Link>,
    /// The events that are parts of it.
    pub children: Vec<Link>,
    /// The agenda.
    pub agenda: Vec<AgendaItem>,
    /// The programme.
    pub programme: Vec<ProgrammeEntry>,
    /// Its outcome documents.
    pub outcomes: Vec<Card>,
    /// Its press releases; of more than 50 the latest 20.
    pub releases: Vec<Card>,
    /// The URL of the list of them all; nothing where `releases` has them all.
    pub releases_list: String,
    /// How many there are in all.
    pub releases_count: usize,
    /// Its statements.
    pub statements: Vec<Card>,
    /// How many states were announced.
    pub states_count: usize,
    /// State × agenda item × language.
    pub matrix: Option<Matrix>,
}

/// An agenda item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct AgendaItem {
    /// Its name in the facts; nothing for “not recorded”.
    pub key: String,
    /// Its title; nothing for “not recorded”.
    pub title: Html,
}

/// A line of a programme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ProgrammeEntry {
    /// When, in words.
    pub when: String,
    /// What.
    pub title: Html,
}

/// The statements of an event: a row for each state, a column for each agenda item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Matrix {
    /// The agenda items; last, if any state needs it, one with an empty key: not recorded.
    pub columns: Vec<AgendaItem>,
    /// The states, in the order of their names.
    pub rows: Vec<Row>,
    /// The site's languages.
    pub locales: Vec<MatrixLocale>,
    /// For how many states a text or summary is held.
    pub with_text: usize,
    /// For how many none is.
    pub without_text: usize,
}

/// A language of the matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct MatrixLocale {
    /// Its tag.
    pub lang: String,
    /// Its name in the page's language.
    pub name: String,
    /// Its tag in capitals, for narrow cells.
    pub code: String,
}

/// A state's statements.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Row {
    /// ISO 3166-1 alpha-2; nothing for an organisation.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether any text or summary is held.
    pub held: bool,
    /// For each column the statements in it.
    pub cells: Vec<Vec<Entry>>,
}

/// A statement in the matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Entry {
    /// Its title.
    pub title: Html,
    /// Who spoke, or nothing.
    pub speaker: String,
    /// `full`, `summary`, `none`.
    pub text: &'static str,
    /// Its editions.
    pub editions: Vec<EntryEdition>,
    /// The languages without one.
    pub gaps: Vec<MatrixLocale>,
}

/// A statement's edition in the matrix.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct EntryEdition {
    /// Its language's tag.
    pub lang: String,
    /// That language's own name.
    pub name: String,
    /// The tag in capitals.
    pub code: String,
    /// Its URL.
    pub href: String,
}

/// What stands in the place of a removed document.
///
/// Seen as `stone` by `tombstone.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Tombstone {
    /// When it was removed.
    pub date: Moment,
    /// Why.
    pub reason: Html,
}

/// A page at an old address.
///
/// Seen as `redirect` by `redirect.html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Redirect {
    /// Where it leads: a path of the host, or an absolute URL.
    pub href: String,
    /// The absolute URL of that.
    pub canonical: String,
    /// The languages in which it is said: that of the target, or all.
    pub languages: Vec<InLanguage>,
}

/// A language that a part of a page is in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct InLanguage {
    /// Its tag.
    pub lang: String,
    /// Its direction: `ltr` or `rtl`.
    pub dir: &'static str,
}
