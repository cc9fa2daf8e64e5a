//! A newsroom as a value of the test's own: what an office may write, and, judged anew by the rules of
//! the manual, what of it is public when.

use std::collections::BTreeSet;

use super::draw::Draw;

/// Minutes since the beginning of 2031 in UTC.
pub(super) type Moment = i64;

const DAY: Moment = 24 * 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Release,
    Statement,
    Outcome,
    Event,
    Page,
}

#[derive(Debug, Clone)]
pub(super) struct Newsroom {
    pub(super) locales: Vec<&'static str>,
    pub(super) zone: &'static str,
    pub(super) urls: &'static str,
    pub(super) base: &'static str,
    pub(super) is_chooser: bool,
    pub(super) has_robots: bool,
    pub(super) has_taxonomies: bool,
    pub(super) collections: Vec<Collection>,
    /// Events first: what belongs to one comes after it.
    pub(super) documents: Vec<Document>,
    /// Documents in the menu and at the foot.
    pub(super) menu: Vec<usize>,
    pub(super) footer: Vec<usize>,
    /// Outcomes to which an old address in the settings leads, each in a locale.
    pub(super) redirects: Vec<(usize, usize)>,
}

#[derive(Debug, Clone)]
pub(super) struct Collection {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
    /// Whether a translation that is not accepted is a draft.
    pub(super) needs_acceptance: bool,
    pub(super) path: &'static str,
}

#[derive(Debug, Clone)]
pub(super) struct Document {
    pub(super) id: String,
    pub(super) slug: String,
    pub(super) collection: usize,
    pub(super) is_approved: bool,
    /// None: a page that has none.
    pub(super) publish: Option<Publish>,
    pub(super) editions: Vec<Edition>,
    /// An index of the site's locales.
    pub(super) original: usize,
    pub(super) authoritative: Option<Authoritative>,
    pub(super) event: Option<usize>,
    pub(super) parent: Option<usize>,
    pub(super) topics: Vec<&'static str>,
    pub(super) changes: Vec<Change>,
    pub(super) withdrawn: Option<Withdrawal>,
    pub(super) removed: Option<Moment>,
    pub(super) has_old_address: bool,
    pub(super) blocks: Vec<Block>,
    pub(super) has_summary: bool,
    pub(super) has_image: bool,
    pub(super) has_file: bool,
    pub(super) agenda: Option<&'static str>,
    pub(super) country: Option<&'static str>,
    pub(super) text: &'static str,
    pub(super) has_agenda: bool,
    pub(super) states: Vec<&'static str>,
    pub(super) has_programme: bool,
    /// How its instants are written.
    pub(super) notation: usize,
}

#[derive(Debug, Clone)]
pub(super) enum Publish {
    Together(Moment),
    /// One for each edition, in their order.
    Apart(Vec<Moment>),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Authoritative {
    All,
    Original,
}

#[derive(Debug, Clone)]
pub(super) struct Edition {
    pub(super) locale: usize,
    pub(super) is_draft: bool,
    pub(super) is_accepted: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) at: Moment,
    pub(super) grade: &'static str,
    pub(super) is_major: Option<bool>,
    /// Locales; none for all.
    pub(super) affects: Option<Vec<usize>>,
}

#[derive(Debug, Clone)]
pub(super) struct Withdrawal {
    pub(super) at: Moment,
    pub(super) editions: Option<Vec<usize>>,
    pub(super) replaced_by: Option<usize>,
}

/// A block of a body; the numbers are documents that it links to.
#[derive(Debug, Clone)]
pub(super) enum Block {
    Words,
    Figures,
    Heading(Option<usize>),
    Link(usize),
    AnchoredLink(usize),
    TitledLink(usize),
    List(usize, usize),
    Table(usize),
    Note(usize),
    Alert(usize),
    Picture,
}

/// The slug of the page below which others lie.
const ABOUT: &str = "about";

pub(super) const TOPICS: [&str; 4] = ["sea", "wind", "law", "trade"];
const STATES: [&str; 5] = ["ID", "VN", "FJ", "XA", "XB"];
pub(super) const AGENDA: [&str; 2] = ["ports", "tides"];

impl Newsroom {
    pub(super) fn draw(draw: &mut Draw<'_>) -> Newsroom {
        let locales: &[&[&str]] = &[&["id", "en"], &["en", "id"], &["id", "en", "ar"], &["ar", "id", "en"]];
        let mut newsroom = Newsroom {
            locales: locales[draw.below(8) % 5 % 4].to_vec(),
            zone: draw.pick(&["Asia/Makassar", "UTC", "Asia/Jakarta", "Europe/Berlin"]),
            urls: draw.pick(&["clean", "directory"]),
            base: draw.pick(&["https://press.example", "https://press.example:8443/below/it"]),
            is_chooser: !draw.chance(30),
            has_robots: draw.chance(20),
            has_taxonomies: !draw.chance(10),
            collections: collections(draw),
            documents: Vec::new(),
            menu: Vec::new(),
            footer: Vec::new(),
            redirects: Vec::new(),
        };
        let counts = [(3, 1 + draw.below(2)), (0, 1 + draw.below(3)), (1, draw.below(4)), (2, draw.below(2))];
        let pages = [(4, draw.below(2)), (5, draw.below(2))];
        let counts = || counts.iter().chain(&pages).copied();
        let total = counts().map(|(_, count)| count).sum();
        for (collection, count) in counts() {
            for number in 0..count {
                newsroom.add(draw, collection, number, total);
            }
        }
        let all: Vec<usize> = (0..total).collect();
        newsroom.menu = draw.some(&all);
        newsroom.footer = draw.some(&all);
        let outcomes: Vec<usize> = all.into_iter().filter(|at| newsroom.kind(*at) == Kind::Outcome).collect();
        for at in outcomes {
            let locales: Vec<usize> = newsroom.documents[at].editions.iter().map(|edition| edition.locale).collect();
            newsroom.redirects.extend(draw.some(&locales).into_iter().map(|locale| (at, locale)));
        }
        newsroom.obey();
        newsroom
    }

    fn add(&mut self, draw: &mut Draw<'_>, collection: usize, number: usize, total: usize) {
        let (own, kind) = (self.documents.len(), self.collections[collection].kind);
        let editions = self.draw_editions(draw, self.collections[collection].is_required);
        let publish = match kind {
            Kind::Page if !draw.chance(30) => None,
            _ => Some(draw_publish(draw, editions.len())),
        };
        let events = (0..own).filter(|other| self.kind(*other) == Kind::Event).collect::<Vec<_>>();
        let needs_event = self.collections[collection].path.contains("{event}");
        let has_event = kind != Kind::Event && (needs_event || !draw.chance(40));
        let event = Some(draw.pick(&events.iter().copied().chain([0]).collect::<Vec<_>>()));
        let mut document = Document {
            id: format!("{}/{number}-folder", self.collections[collection].name),
            slug: if kind == Kind::Page && number == 0 { ABOUT.to_owned() } else { format!("slug-{own}") },
            collection,
            is_approved: !draw.chance(12),
            original: editions[0].locale,
            authoritative: draw.pick(&[None, Some(Authoritative::All), Some(Authoritative::Original)]),
            event: event.filter(|_| has_event),
            parent: if kind == Kind::Event && own > 0 && draw.chance(60) { Some(draw.below(own)) } else { None },
            topics: draw.some(&TOPICS),
            changes: Vec::new(),
            withdrawn: None,
            removed: None,
            has_old_address: draw.chance(30),
            blocks: (0..1 + draw.below(4)).map(|_| draw_block(draw, own, total)).collect(),
            has_summary: draw.chance(50),
            has_image: draw.chance(25),
            has_file: draw.chance(25),
            agenda: None,
            country: if draw.chance(75) { Some(draw.pick(&STATES)) } else { None },
            text: if kind == Kind::Statement { draw.pick(&["full", "full", "summary", "none"]) } else { "full" },
            has_agenda: draw.chance(50),
            states: draw.some(&STATES),
            has_programme: draw.chance(40),
            notation: draw.below(7),
            publish,
            editions,
        };
        let has_items = document.event.is_some_and(|event| self.documents[event].has_agenda);
        document.agenda = if has_items && draw.chance(60) { Some(draw.pick(&AGENDA)) } else { None };
        document.changes = (0..draw.below(6).saturating_sub(2)).filter_map(|_| draw_change(draw, &document)).collect();
        document.withdrawn = if draw.chance(20) { draw_withdrawal(draw, &document, own, total) } else { None };
        if !matches!(kind, Kind::Event) && document.slug != ABOUT && draw.chance(15) {
            document.removed = Some(draw_later(draw, &document, None) + 10 * DAY);
        }
        self.documents.push(document);
    }

    fn draw_editions(&self, draw: &mut Draw<'_>, is_required: bool) -> Vec<Edition> {
        let all = 0..self.locales.len();
        // A language that is missing is waited for where all go out together.
        let missing = if is_required { 10 } else { 30 };
        let mut kept: Vec<usize> = all.filter(|_| !draw.chance(missing)).collect();
        if kept.is_empty() {
            kept.push(draw.below(self.locales.len()));
        }
        kept.into_iter()
            .map(|locale| Edition { locale, is_draft: draw.chance(8), is_accepted: !draw.chance(15) })
            .collect()
    }

    /// Takes out what is a mistake by the manual at some instant, so that no case has any.
    fn obey(&mut self) {
        for at in 0..self.documents.len() {
            if self.documents[at].slug == ABOUT {
                self.keep_about(at);
            }
            if self.collections[self.documents[at].collection].path.contains("{event}") {
                self.follow_event(at);
            }
            self.order_original(at);
            self.order_life(at);
        }
    }

    /// The folder of other pages is a page itself, always: where it is held and they are not, an index
    /// stands at its address until then, and W0801 says so.
    fn keep_about(&mut self, at: usize) {
        let whole =
            (0..self.locales.len()).map(|locale| Edition { locale, is_draft: false, is_accepted: true }).collect();
        let about = &mut self.documents[at];
        (about.is_approved, about.publish, about.editions) = (true, None, whole);
    }

    /// A document whose URL names its event goes out with all of it or later (W0425).
    fn follow_event(&mut self, at: usize) {
        let Some(event) = self.documents[at].event else { return };
        let own = &self.documents[event];
        let whole = own.editions.iter().map(|edition| self.released(own, edition)).collect::<Option<Vec<_>>>();
        let whole = whole.and_then(|released| released.into_iter().max());
        let document = &mut self.documents[at];
        let Some(whole) = whole else {
            document.is_approved = false;
            return;
        };
        match &mut document.publish {
            Some(Publish::Together(own)) => *own = whole.max(*own),
            Some(Publish::Apart(instants)) => instants.iter_mut().for_each(|own| *own = whole.max(*own)),
            None => {}
        }
    }

    /// The original that a public edition names exists in every build (W0409): it is the one that goes
    /// out first. The language of an original is a fact of each of its translations.
    fn order_original(&mut self, at: usize) {
        let document = &self.documents[at];
        let released = |edition: &&Edition| self.released(document, edition).unwrap_or(Moment::MAX);
        self.documents[at].original = document.editions.iter().min_by_key(released).map_or(0, |first| first.locale);
    }

    /// Changes and a withdrawal are not dated before the release of what they are about, nor a removal
    /// before the last (W0428); what never goes out has no release.
    fn order_life(&mut self, at: usize) {
        let document = &self.documents[at];
        let first = |locales: &Option<Vec<usize>>| {
            let covered = |edition: &&Edition| locales.as_ref().is_none_or(|own| own.contains(&edition.locale));
            let own = || document.editions.iter().filter(covered);
            let known = own().filter(|edition| self.released(document, edition).is_some());
            let known = known.map(|edition| document.publish_of(edition.locale)).min();
            known.or(own().map(|edition| document.publish_of(edition.locale)).min()).unwrap_or(0)
        };
        let changes: Vec<Moment> = document.changes.iter().map(|change| first(&change.affects)).collect();
        let withdrawn = document.withdrawn.as_ref().map(|own| first(&own.editions));
        let last = document.last_instant();
        let document = &mut self.documents[at];
        document.changes.iter_mut().zip(changes).for_each(|(change, first)| change.at = change.at.max(first));
        document.withdrawn.iter_mut().zip(withdrawn).for_each(|(own, first)| own.at = own.at.max(first));
        document.removed.iter_mut().for_each(|own| *own = last.max(*own));
    }

    pub(super) fn kind(&self, document: usize) -> Kind {
        self.collections[self.documents[document].collection].kind
    }

    /// When an edition goes out; none if never, as things are. A page without an instant always was out.
    fn released(&self, document: &Document, edition: &Edition) -> Option<Moment> {
        let needs_acceptance = self.collections[document.collection].needs_acceptance;
        let is_accepted =
            |edition: &Edition| !needs_acceptance || edition.is_accepted || edition.locale == document.original;
        let is_ready = |edition: &Edition| document.is_approved && !edition.is_draft && is_accepted(edition);
        if !is_ready(edition) {
            return None;
        }
        if !self.collections[document.collection].is_required {
            return Some(document.publish_of(edition.locale));
        }
        let is_whole = document.editions.len() == self.locales.len() && document.editions.iter().all(is_ready);
        is_whole.then(|| document.last_instant())
    }

    pub(super) fn is_public(&self, document: &Document, edition: &Edition, at: Moment) -> bool {
        self.released(document, edition).is_some_and(|released| released <= at)
    }

    /// Whether any edition of a document is public.
    pub(super) fn is_out(&self, document: usize, at: Moment) -> bool {
        let document = &self.documents[document];
        document.editions.iter().any(|edition| self.is_public(document, edition, at))
    }

    /// Every moment at which something happens.
    pub(super) fn moments(&self) -> BTreeSet<Moment> {
        let mut moments = BTreeSet::new();
        for document in &self.documents {
            moments.extend(document.editions.iter().filter_map(|edition| self.released(document, edition)));
            moments.extend(document.changes.iter().map(|change| change.at));
            moments.extend(document.withdrawn.iter().map(|own| own.at));
            moments.extend(document.removed);
        }
        moments.remove(&Moment::MIN);
        moments
    }
}

impl Document {
    fn publish_of(&self, locale: usize) -> Moment {
        let at = self.editions.iter().position(|edition| edition.locale == locale).unwrap_or(0);
        match &self.publish {
            None => Moment::MIN,
            Some(Publish::Together(own)) => *own,
            Some(Publish::Apart(instants)) => instants[at],
        }
    }

    fn last_instant(&self) -> Moment {
        self.editions.iter().map(|edition| self.publish_of(edition.locale)).max().unwrap_or(Moment::MIN)
    }

    /// How many changes of an edition have come into force.
    pub(super) fn version(&self, locale: usize, at: Moment) -> usize {
        let covers = |change: &&Change| change.affects.as_ref().is_none_or(|locales| locales.contains(&locale));
        self.changes.iter().filter(covers).filter(|change| change.at <= at).count()
    }
}

fn collections(draw: &mut Draw<'_>) -> Vec<Collection> {
    let of = |name, kind, path| (name, kind, path);
    let all = [
        of("releases", Kind::Release, draw.pick(&["{section}/{year}/{slug}", "{section}/{slug}"])),
        of("statements", Kind::Statement, draw.pick(&["{section}/{event}/{slug}", "{section}/{slug}"])),
        of("outcomes", Kind::Outcome, "{section}/{slug}"),
        of("events", Kind::Event, "{section}/{slug}"),
        of("pages", Kind::Page, "{slug}"),
        // A page of the collection above may be the folder that these lie in.
        of("notes", Kind::Page, "about/{slug}"),
    ];
    let made = all.map(|(name, kind, path)| Collection {
        name,
        kind,
        path,
        is_required: draw.chance(40),
        needs_acceptance: draw.chance(40),
    });
    made.into()
}

fn draw_moment(draw: &mut Draw<'_>) -> Moment {
    // Around the turn of a year, which lists part.
    (draw.below(60) as Moment - 30) * DAY + draw.below(24) as Moment * 60
}

fn draw_publish(draw: &mut Draw<'_>, editions: usize) -> Publish {
    match draw.chance(40) {
        false => Publish::Together(draw_moment(draw)),
        true => Publish::Apart((0..editions).map(|_| draw_moment(draw)).collect()),
    }
}

/// Some editions, or none for all of them.
fn draw_locales(draw: &mut Draw<'_>, document: &Document) -> Option<Vec<usize>> {
    let own: Vec<usize> = document.editions.iter().map(|edition| edition.locale).collect();
    let some = draw.some(&own);
    (!some.is_empty()).then_some(some)
}

/// An instant that is not before the release of what it is about (W0428).
fn draw_later(draw: &mut Draw<'_>, document: &Document, locales: Option<&[usize]>) -> Moment {
    let own = document.editions.iter().map(|edition| edition.locale);
    let covered = own.filter(|locale| locales.is_none_or(|locales| locales.contains(locale)));
    let first = covered.map(|locale| document.publish_of(locale)).min().unwrap_or(0);
    let first = if first == Moment::MIN { draw_moment(draw) } else { first };
    first + draw.below(20) as Moment * DAY / 2 + draw.below(60) as Moment
}

fn draw_change(draw: &mut Draw<'_>, document: &Document) -> Option<Change> {
    let affects = draw_locales(draw, document);
    Some(Change {
        at: draw_later(draw, document, affects.as_deref()),
        grade: draw.pick(&["editorial", "clarification", "correction", "update"]),
        is_major: draw.pick(&[None, None, Some(true), Some(false)]),
        affects,
    })
}

fn draw_withdrawal(draw: &mut Draw<'_>, document: &Document, own: usize, total: usize) -> Option<Withdrawal> {
    let editions = draw_locales(draw, document);
    let other = draw.below(total);
    Some(Withdrawal {
        at: draw_later(draw, document, editions.as_deref()),
        replaced_by: (other != own && draw.chance(60)).then_some(other),
        editions,
    })
}

fn draw_block(draw: &mut Draw<'_>, own: usize, total: usize) -> Block {
    let link = |draw: &mut Draw<'_>| (own + 1 + draw.below(total.max(2) - 1)) % total;
    match draw.below(13) {
        0 => Block::Words,
        1 => Block::Figures,
        2 => Block::Heading(None),
        3 => Block::Heading(Some(link(draw))),
        4 | 5 => Block::Link(link(draw)),
        6 => Block::AnchoredLink(link(draw)),
        7 => Block::TitledLink(link(draw)),
        8 => Block::List(link(draw), link(draw)),
        9 => Block::Table(link(draw)),
        10 => Block::Note(link(draw)),
        11 => Block::Alert(link(draw)),
        _ => Block::Picture,
    }
}
