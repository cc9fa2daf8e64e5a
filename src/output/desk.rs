//! What the pages of a locale share: messages, names, menu; and how model values become views.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use tera::Value;

use super::own::{self, OwnTarget};
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::digest::Digest;
use crate::locale::{Arguments, DateStyle, Locale, PerLocale, Phrase, Voice, When, Zone};
use crate::model::document::{Card, Document};
use crate::model::inline;
use crate::model::route::{Route, Shape};
use crate::model::site::{Public, View};
use crate::model::taxonomy::{TaxonomyIndex, TermIndex};
use crate::settings::{BaseUrl, MenuEntry, MenuTarget, OwnPage, Terms, UrlStyle};
use crate::syntax::facts::{Facts, Texts};
use crate::syntax::fluent::Messages;
use crate::theme::Theme;
use crate::theme::functions::Say;
use crate::theme::view::{self, Html};

/// What the pages of a locale share. Hashes as the digest of everything in it that a page can show.
pub struct Desk {
    digest: Digest,
    /// The locale.
    pub locale: Locale,
    /// Where the site stands.
    pub base: BaseUrl,
    /// The form of URLs.
    pub urls: UrlStyle,
    /// What the pages show.
    pub view: View,
    /// Whether a document stands alone: no other page is there.
    pub is_alone: bool,
    /// The office's zone.
    pub zone: Zone,
    /// The theme.
    pub theme: Arc<Theme>,
    /// The locale's messages.
    pub voice: Arc<Messages>,
    /// What every page says of the site.
    pub site: view::Site,
    /// The menu.
    pub menu: Vec<view::MenuItem>,
    /// The two as templates see them, made once and shared by all pages.
    pub shared: Shared,
    /// The site's locales, in the order of the switch, each with its own name and its name here.
    pub locales: Vec<LocaleNames>,
    /// The home page.
    pub home: Route,
    /// The labels of the collections.
    pub labels: Vec<(String, Phrase)>,
    /// The lists of the collections that have one in this language.
    pub lists: Vec<(String, Route)>,
    /// The feeds of the collections: their routes and titles.
    pub feeds: Vec<(String, (Route, String))>,
    /// What the home page is called among the crumbs.
    pub home_name: Phrase,
    /// The pages of the states that have one: code and URL.
    pub countries: Vec<(String, String)>,
    /// Warta's own pages.
    pub own: Vec<OwnTarget>,
    /// The word at the end of the addresses of parallel views.
    pub parallel: String,
    /// What stands above the press releases of an event, and the word at the end of the address of their list.
    pub releases: (Phrase, String),
    /// The labels of terms by taxonomy and name; of states none, which have names.
    pub topics: FxHashMap<(String, String), String>,
    /// The labels and pages of terms that may have one in this language, by taxonomy and name.
    pub terms: BTreeMap<String, BTreeMap<String, (Phrase, Route)>>,
}

/// What templates see on every page of a locale. A value of Tera's that is cloned is not copied.
#[derive(Debug, Clone)]
pub struct Shared {
    /// [`Desk::site`].
    pub site: Value,
    /// The locale's messages that need no arguments.
    pub say: Say,
    /// [`Desk::menu`]: each entry as it is on other pages, on pages below its target, and on the target itself.
    pub menu: Vec<[Value; 3]>,
}

impl Shared {
    fn of(site: &view::Site, menu: &[view::MenuItem], say: Say) -> Shared {
        let item = |item: &view::MenuItem, aria_current: &'static str| {
            let current = !aria_current.is_empty();
            Value::from_serializable(&view::MenuItem { current, aria_current, ..item.clone() })
        };
        let menu = menu.iter().map(|own| ["", "true", "page"].map(|current| item(own, current))).collect();
        Shared { site: Value::from_serializable(site), say, menu }
    }
}

/// A locale's names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LocaleNames {
    /// The locale.
    pub locale: Locale,
    /// Its own name.
    pub own: String,
    /// Its name in the desk's language.
    pub here: String,
    /// Open Graph's form of it.
    pub open_graph: String,
    /// The URL of its home page.
    pub home: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
}

impl Hash for Desk {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.digest.hash(state);
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Desk").field("locale", &self.locale).field("digest", &self.digest).finish_non_exhaustive()
    }
}

/// Sets up the desk of every locale. Messages that the program itself needs and that are missing, and
/// targets of the menu without a page, are diagnostics.
pub fn desks(public: &Public, theme: &Arc<Theme>, taxonomies: &[TaxonomyIndex]) -> Reported<PerLocale<Arc<Desk>>> {
    let mut said = Vec::new();
    let desks = public.settings.tags().filter_map(|locale| {
        let desk = desk(public, theme, taxonomies, locale, &mut said)?;
        Some((locale.clone(), Arc::new(desk)))
    });
    let desks = desks.collect();
    Reported::new(desks, said)
}

fn desk(
    public: &Public,
    theme: &Arc<Theme>,
    taxonomies: &[TaxonomyIndex],
    locale: &Locale,
    said: &mut Vec<Diagnostic>,
) -> Option<Desk> {
    let settings = &public.settings;
    let voice = theme.voice(locale)?;
    let mut desk = Desk {
        digest: Digest::default(),
        locale: locale.clone(),
        base: settings.base_url.clone(),
        urls: settings.urls,
        view: public.view,
        is_alone: public.is_alone,
        zone: settings.time_zone.clone(),
        theme: Arc::clone(theme),
        voice: Arc::clone(voice),
        site: view::Site::default(),
        menu: Vec::new(),
        shared: Shared::of(&view::Site::default(), &[], Say::default()),
        locales: Vec::new(),
        home: Route::page_named(locale.as_str(), Shape::Folder, settings.urls),
        labels: Vec::new(),
        lists: Vec::new(),
        feeds: Vec::new(),
        home_name: Phrase::default(),
        countries: Vec::new(),
        own: Vec::new(),
        parallel: String::new(),
        releases: (Phrase::default(), String::new()),
        topics: FxHashMap::default(),
        terms: BTreeMap::new(),
    };
    desk.own = own::targets(&desk, settings);
    desk.parallel = own::parallel(&desk, settings);
    desk.releases = own::releases(&desk);
    let formats = voice.formats();
    desk.locales = settings
        .locales
        .iter()
        .map(|known| LocaleNames {
            locale: known.tag.clone(),
            own: theme.voice(&known.tag).map(|voice| voice.formats().own_name()).unwrap_or_default(),
            here: formats.language(&known.tag),
            open_graph: known.tag.open_graph(&known.formats),
            home: desk.href(&desk.home_route(&known.tag)),
            dir: known.tag.direction().as_str(),
        })
        .collect();
    desk.labels = settings
        .collections
        .iter()
        .filter(|collection| !collection.section.is_empty())
        .map(|collection| {
            let label = desk.need(&format!("collection-{}", collection.name), &collection.place, said);
            (collection.name.clone(), label)
        })
        .collect();
    let lists = settings.collections.iter().filter_map(|collection| {
        let section = collection.section.get(locale)?;
        Some((collection.name.clone(), desk.route(&[section], Shape::Folder)))
    });
    desk.lists = lists.collect();
    desk.site = site(&desk, public, said);
    desk.feeds = super::feed::of_collections(settings, &desk);
    desk.home_name = desk.say("home-name", Arguments::NONE);
    let topics = topics(&desk, public, taxonomies);
    desk.terms = terms(&desk, taxonomies);
    if !desk.is_alone {
        desk.countries = country_pages(&desk, taxonomies);
        desk.menu = menu(&desk, public, taxonomies, &settings.menu, said);
        desk.site.footer = menu(&desk, public, taxonomies, &settings.footer, said);
        desk.site.footer.extend(own::footer(&desk, &settings.footer));
    }
    desk.shared = Shared::of(&desk.site, &desk.menu, theme.say(locale));
    let shown = (
        &desk.locale,
        &desk.base,
        desk.zone.name(),
        &desk.site,
        &desk.menu,
        &desk.locales,
        &desk.labels,
        &desk.countries,
        &desk.own,
        &topics,
        (desk.view, desk.is_alone),
    );
    // A template may name any asset, whose URL changes with its bytes, and by `t_in` the words of any
    // language.
    let assets: Vec<&Route> = theme.assets.iter().map(|(_, route)| route).collect();
    let voices: Vec<Digest> = theme.voices.values().map(|voice| voice.digest()).collect();
    desk.digest = Digest::of(&(shown, assets, voices, &theme.picture_sizes));
    desk.topics = topics.into_iter().collect();
    Some(desk)
}

fn topics(desk: &Desk, public: &Public, taxonomies: &[TaxonomyIndex]) -> BTreeMap<(String, String), String> {
    let is_of_states =
        |name: &str| public.settings.taxonomies.iter().any(|own| own.name == name && own.terms == Terms::Countries);
    let named = taxonomies.iter().filter(|taxonomy| !is_of_states(&taxonomy.name));
    let terms = named.flat_map(|taxonomy| taxonomy.terms.iter().map(move |term| (taxonomy, term)));
    let labelled = terms.filter_map(|(taxonomy, term)| {
        let (label, _) = term.labels.get(&desk.locale)?;
        Some(((taxonomy.name.clone(), term.name.clone()), label.text()))
    });
    labelled.collect()
}

fn terms(desk: &Desk, taxonomies: &[TaxonomyIndex]) -> BTreeMap<String, BTreeMap<String, (Phrase, Route)>> {
    let of = |index: &TaxonomyIndex| {
        let link = |term: &TermIndex| Some((term.name.clone(), super::terms::link(desk, index, term)?));
        index.terms.iter().filter_map(link).collect()
    };
    taxonomies.iter().map(|index| (index.name.clone(), of(index))).collect()
}

fn country_pages(desk: &Desk, taxonomies: &[TaxonomyIndex]) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for taxonomy in taxonomies {
        for term in &taxonomy.terms {
            let Some((_, slug)) = term.labels.get(&desk.locale) else { continue };
            let Some(section) = taxonomy.section.get(&desk.locale) else { continue };
            if term.cards.values().flatten().any(|card| card.country.as_deref() == Some(term.name.as_str())) {
                pages.push((term.name.clone(), desk.href(&desk.route(&[section, slug], Shape::Folder))));
            }
        }
    }
    pages
}

fn site(desk: &Desk, public: &Public, said: &mut Vec<Diagnostic>) -> view::Site {
    let settings = &public.settings;
    let start = Place::start_of(&crate::source::SETTINGS_FILE.into());
    let publisher = settings.publisher.name.as_ref().map(|(id, place)| desk.need(id, place, said).text());
    let corrections = settings.publisher.corrections.as_ref().and_then(|(id, _)| {
        let route = document_route(desk, public, id)?;
        Some(desk.href(&route))
    });
    let icon = public.statics.iter().find(|asset| asset.file.as_ref() == "static/favicon.svg");
    view::Site {
        title: desk.need("site-title", &start, said).text(),
        description: desk.need("site-description", &start, said).text(),
        notice: settings
            .notice
            .as_ref()
            .map(|(id, place)| Html(desk.html(&desk.need(id, place, said))))
            .unwrap_or_default(),
        home: if desk.is_alone { String::new() } else { desk.href(&desk.home) },
        preview: desk.view == View::Preview,
        publisher: publisher.unwrap_or_default(),
        corrections: corrections.unwrap_or_default(),
        corrections_page: own::link(desk, OwnPage::Corrections),
        verification_page: own::link(desk, OwnPage::Verification),
        search_page: own::link(desk, OwnPage::Search),
        icon: icon.map(|_| desk.href(&Route::file("favicon.svg"))).unwrap_or_default(),
        footer: Vec::new(),
    }
}

/// The page of a document in the desk's language; none where it is not public. The checks say so.
fn document_route(desk: &Desk, public: &Public, id: &str) -> Option<Route> {
    let edition = public.document(id)?.editions.get(&desk.locale)?;
    Some(edition.route.clone())
}

fn menu(
    desk: &Desk,
    public: &Public,
    taxonomies: &[TaxonomyIndex],
    entries: &[MenuEntry],
    said: &mut Vec<Diagnostic>,
) -> Vec<view::MenuItem> {
    let items = entries.iter().filter_map(|entry| {
        let (own, route) = menu_target(desk, public, taxonomies, entry, said)?;
        let title = match &entry.label {
            Some(id) => desk.need(id, &entry.place, said),
            None => own,
        };
        Some(view::MenuItem { title: Html(desk.html(&title)), href: desk.href(&route), ..view::MenuItem::default() })
    });
    items.collect()
}

/// The words and the route of a menu's target; none where it has no page in this language.
fn menu_target(
    desk: &Desk,
    public: &Public,
    taxonomies: &[TaxonomyIndex],
    entry: &MenuEntry,
    said: &mut Vec<Diagnostic>,
) -> Option<(Phrase, Route)> {
    match &entry.target {
        MenuTarget::Collection(name) => {
            let list = desk.list(name)?;
            Some((desk.label(name), list.clone()))
        }
        MenuTarget::Taxonomy(name) => {
            let taxonomy = taxonomies.iter().find(|taxonomy| taxonomy.name == *name)?;
            let has_terms = taxonomy.terms.iter().any(|term| term.cards.has(&desk.locale));
            let section = taxonomy.section.get(&desk.locale).filter(|_| has_terms)?;
            Some((desk.need(name, &entry.place, said), desk.route(&[section], Shape::Folder)))
        }
        MenuTarget::Own(page) => {
            let target = desk.own(*page)?;
            Some((target.title.clone(), target.route.clone()))
        }
        MenuTarget::Document(id) => {
            let route = document_route(desk, public, id)?;
            Some((public.card(id, &desk.locale)?.title.clone(), route))
        }
    }
}

impl Desk {
    /// A route's URL from the host's root.
    pub fn href(&self, route: &Route) -> String {
        [self.base.path.as_str(), &route.url].concat()
    }

    /// A route's absolute URL.
    pub fn absolute(&self, route: &Route) -> String {
        [self.base.origin.as_str(), &self.base.path, &route.url].concat()
    }

    /// A feed's URL, or nothing in a preview, which has none: it could be subscribed to by mistake.
    pub fn feed_href(&self, feed: &Route) -> String {
        if self.view == View::Preview { String::new() } else { self.href(feed) }
    }

    /// A phrase as HTML on a page of this locale.
    pub fn html(&self, phrase: &Phrase) -> String {
        phrase.html_in(&self.locale)
    }

    /// The route of a page below this locale's home.
    pub fn route(&self, parts: &[&str], shape: Shape) -> Route {
        let parts: Vec<&str> = std::iter::once(self.locale.as_str()).chain(parts.iter().copied()).collect();
        Route::page_named(&parts.join("/"), shape, self.urls)
    }

    /// The route of a locale's home page.
    pub fn home_route(&self, locale: &Locale) -> Route {
        Route::page_named(locale.as_str(), Shape::Folder, self.urls)
    }

    /// The list of a collection, if it has one in this language.
    pub fn list(&self, collection: &str) -> Option<&Route> {
        self.lists.iter().find(|(name, _)| name == collection).map(|(_, route)| route)
    }

    /// A page of Warta's own.
    pub fn own(&self, page: OwnPage) -> Option<&OwnTarget> {
        self.own.iter().find(|target| target.page == page)
    }

    /// A message, or a diagnostic at `place` that it cannot be had.
    pub fn need(&self, id: &str, place: &Place, said: &mut Vec<Diagnostic>) -> Phrase {
        self.voice.phrase(id, Arguments::NONE).unwrap_or_else(|unresolved| {
            said.push(unresolved.diagnostic(place.clone()).with("locale", self.locale.as_str()));
            Phrase::plain("")
        })
    }

    /// A message that was needed before, with arguments; nothing where it cannot be had.
    pub fn say(&self, id: &str, arguments: &Arguments) -> Phrase {
        self.voice.phrase(id, arguments).unwrap_or_else(|_| Phrase::plain(""))
    }

    /// The label of a collection.
    pub fn label(&self, collection: &str) -> Phrase {
        self.labels.iter().find(|(name, _)| name == collection).map(|(_, label)| label.clone()).unwrap_or_default()
    }

    /// The name of a language in this one.
    pub fn language(&self, locale: &Locale) -> String {
        let known = self.locales.iter().find(|known| known.locale == *locale);
        known.map_or_else(|| self.voice.formats().language(locale), |known| known.here.clone())
    }

    /// The direction of a language, `ltr` or `rtl`. CLDR is asked once for those of the site: a list of a
    /// thousand cards would ask it as often.
    pub fn dir(&self, locale: &Locale) -> &'static str {
        let known = self.locales.iter().find(|known| known.locale == *locale);
        known.map_or_else(|| locale.direction().as_str(), |known| known.dir)
    }

    /// A text by locale of a document's facts, as HTML; nothing where it lacks this locale.
    pub fn text(&self, texts: Option<&Texts>, facts: &Facts) -> Html {
        Html(texts.map(|texts| self.html(&self.phrase(texts, facts))).unwrap_or_default())
    }

    /// The same as a phrase.
    pub fn phrase(&self, texts: &Texts, facts: &Facts) -> Phrase {
        inline::resolve_texts(texts, facts, self.voice.as_ref())
    }

    /// A state's view.
    pub fn country(&self, code: &str) -> view::Country {
        let page = self.countries.iter().find(|(known, _)| known == code);
        view::Country {
            code: code.to_owned(),
            name: self.voice.country(code).unwrap_or_else(|| code.to_owned()),
            href: page.map(|(_, url)| url.clone()).unwrap_or_default(),
        }
    }

    /// A day's or instant's view.
    pub fn moment(&self, when: &When) -> view::Moment {
        let formats = self.voice.formats();
        let (day, time) = match when {
            When::Day(day) => (*day, String::new()),
            When::At(instant) => {
                let here = instant.in_zone(&self.zone);
                (here.date(), formats.time(instant, &self.zone))
            }
        };
        let iso = match when {
            When::Day(day) => day.to_string(),
            When::At(instant) => instant.in_zone(&self.zone).iso(),
        };
        view::Moment { iso, date: formats.date(day, DateStyle::Long), full: formats.date(day, DateStyle::Full), time }
    }

    /// A card's view on a page of this locale.
    pub fn card(&self, card: &Card) -> view::Card {
        let phrase = |phrase: &Phrase| Html(phrase.html_in(&card.locale));
        view::Card {
            title: phrase(&card.title),
            title_text: card.title.text(),
            summary: card.summary.as_ref().map(phrase).unwrap_or_default(),
            href: self.href(&card.route),
            lang: card.locale.as_str().to_owned(),
            dir: self.dir(&card.locale),
            foreign: card.locale != self.locale,
            language: self.language(&card.locale),
            kind: card.kind.word(),
            collection: self.label(&card.collection).text(),
            collection_name: card.collection.to_string(),
            date: card.when.as_ref().map(|when| self.moment(when)),
            country: card.country.as_ref().map(|code| self.country(code)),
            speaker: card.speaker.clone(),
            topics: card.terms.iter().filter_map(|term| self.topics.get(term).cloned()).collect(),
        }
    }

    /// A card as a link.
    pub fn link(&self, card: &Card) -> view::Link {
        view::Link {
            title: Html(card.title.html_in(&card.locale)),
            href: self.href(&card.route),
            lang: card.locale.as_str().to_owned(),
            foreign: card.locale != self.locale,
            language: self.language(&card.locale),
        }
    }

    /// The card of a document for a reader of this locale: in this language, or else another.
    pub fn card_of<'a>(&self, public: &'a Public, document: &Document) -> Option<&'a Arc<Card>> {
        let edition = Public::edition_for(document, &self.locale)?;
        public.card(&document.id, &edition.locale)
    }
}
