//! A newsroom as files: all that the office wrote, or only what is public at a moment.

use std::fmt::Write;

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use warta::diagnostic::Span;
use warta::locale::Locale;
use warta::syntax::digests::{Wording, WordsDigests};
use warta::syntax::lock::{Accepted, Lock};

use super::Sources;
use super::model::{AGENDA, Authoritative, Block, Document, Edition, Kind, Moment, Newsroom, Publish, TOPICS};

/// What is rendered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lens {
    /// The moment for which the office wrote: a change that has come has changed the words.
    pub(super) words_at: Moment,
    /// Whether what is not public at that moment is left out, with every reference to it.
    pub(super) is_bare: bool,
}

/// A moment as `--at` takes it.
pub(super) fn instant(moment: Moment) -> String {
    timestamp(moment).to_string()
}

/// The moment of an instant.
pub(super) fn moment(instant: &warta::locale::Instant) -> Moment {
    (instant.moment().as_second() - timestamp(0).as_second()) / 60
}

fn timestamp(moment: Moment) -> Timestamp {
    let start: Timestamp = "2031-01-01T00:00:00Z".parse().unwrap();
    Timestamp::from_second(start.as_second() + moment * 60).unwrap()
}

/// A moment as an author may write it.
fn written(moment: Moment, notation: usize) -> String {
    let (name, hours) =
        [("WITA", 8), ("WIB", 7), ("WIT", 9), ("UTC", 0), ("+08:00", 8), ("Z", 0), ("-05:00", -5)][notation];
    let local = timestamp(moment).to_zoned(TimeZone::fixed(Offset::constant(hours)));
    match notation {
        0..4 => format!("{} {name}", local.strftime("%Y-%m-%d %H.%M")),
        _ => format!("{}{name}", local.strftime("%Y-%m-%dT%H:%M:00")),
    }
}

/// The files of a newsroom.
pub(super) fn files(newsroom: &Newsroom, lens: Lens) -> Sources {
    let mut files = Sources::new();
    let room = Room { newsroom, lens };
    files.insert("warta.yaml".to_owned(), room.settings());
    for locale in &newsroom.locales {
        files.insert(format!("i18n/{locale}/site.ftl"), messages(locale));
    }
    if newsroom.locales.contains(&"ar") {
        // The theme knows no third language: it is given the words of another.
        let theme = std::fs::read_to_string(crate::support::repository().join("themes/warta/i18n/en/theme.ftl"));
        files.insert("themes/warta/i18n/ar/theme.ftl".to_owned(), theme.unwrap());
    }
    files.insert("static/open/leaflet.txt".to_owned(), "Public at once.\n".to_owned());
    if newsroom.has_robots {
        files.insert("static/robots.txt".to_owned(), "User-agent: *\nAllow: /\n".to_owned());
    }
    for document in 0..newsroom.documents.len() {
        room.add(document, &mut files);
    }
    files
}

fn messages(locale: &str) -> String {
    let mut text = format!(
        "site-title = Office ({locale})\nsite-description = News in {locale}.\n-tide-pact = Tide Pact\n    .lang = en\n\
         country-XA = Arcania {locale}\ncountry-XB = Borea {locale}\ntopics = Topics {locale}\n\
         countries = States {locale}\n"
    );
    for name in ["releases", "statements", "outcomes", "events", "pages", "notes"] {
        writeln!(text, "collection-{name} = The {name} ({locale})").unwrap();
    }
    for topic in TOPICS {
        writeln!(text, "topics-{topic} = On {topic} ({locale})").unwrap();
    }
    text
}

struct Room<'a> {
    newsroom: &'a Newsroom,
    lens: Lens,
}

impl Room<'_> {
    /// Whether a reference to a document is written.
    fn has(&self, document: usize) -> bool {
        !self.lens.is_bare || self.newsroom.is_out(document, self.lens.words_at)
    }

    fn has_edition(&self, document: &Document, edition: &Edition) -> bool {
        !self.lens.is_bare || self.newsroom.is_public(document, edition, self.lens.words_at)
    }

    /// Whether what begins at a moment is written.
    fn has_come(&self, at: Moment) -> bool {
        !self.lens.is_bare || at <= self.lens.words_at
    }

    fn id(&self, document: usize) -> &str {
        &self.newsroom.documents[document].id
    }

    fn settings(&self) -> String {
        let newsroom = self.newsroom;
        let first = newsroom.locales[0];
        // One edition may be ahead of the other by a version, which is a figure of its text.
        let mut text = format!(
            "base_url: {}\nlocales: [{}]\nx_default: {}\ntime_zone: {}\nurls: {}\n\
             checks: {{parity-figure: off}}\ncollections:\n",
            newsroom.base,
            newsroom.locales.join(", "),
            if newsroom.is_chooser { "chooser" } else { first },
            newsroom.zone,
            newsroom.urls
        );
        for collection in &newsroom.collections {
            let (name, kind) = (collection.name, format!("{:?}", collection.kind).to_lowercase());
            let pairing = if collection.is_required { "required" } else { "announced" };
            let section = match collection.kind {
                Kind::Page => String::new(),
                _ => format!("section: {}, ", self.by_locale(&|locale| format!("{name}-{locale}"))),
            };
            let path = collection.path;
            let acceptance = if collection.needs_acceptance { "required" } else { "off" };
            // The locks hold no word of any original: every accepted translation is stale, and says so.
            let rules = format!("pairing: {pairing}, acceptance: {acceptance}, stale: banner");
            writeln!(text, "  {name}: {{kind: {kind}, {section}path: \"{path}\", {rules}}}").unwrap();
        }
        if newsroom.has_taxonomies {
            let topics = self.by_locale(&|locale| format!("topics-{locale}"));
            let states = self.by_locale(&|locale| format!("states-{locale}"));
            writeln!(text, "taxonomies:\n  topics: {{section: {topics}, terms: [{}]}}", TOPICS.join(", ")).unwrap();
            writeln!(text, "  countries: {{section: {states}, of: country}}").unwrap();
        }
        let taxonomies: &[&str] =
            if newsroom.has_taxonomies { &["\"taxonomy:topics\"", "\"taxonomy:countries\""] } else { &[] };
        let linked = |documents: &[usize]| {
            let kept = documents.iter().filter(|document| self.has(**document));
            kept.map(|document| format!("\"doc:{}\"", self.id(*document))).collect::<Vec<_>>()
        };
        let menu: Vec<String> = taxonomies.iter().map(|own| own.to_string()).chain(linked(&newsroom.menu)).collect();
        writeln!(text, "menu: [\"collection:releases\", {}]", menu.join(", ")).unwrap();
        writeln!(text, "footer: [{}]", linked(&newsroom.footer).join(", ")).unwrap();
        writeln!(text, "hosts: [netlify, apache, nginx]\nredirects: {{{}}}", self.redirects().join(", ")).unwrap();
        text
    }

    /// Old addresses that lead to editions of outcomes, whose URLs are known without looking.
    fn redirects(&self) -> Vec<String> {
        let mut redirects = Vec::new();
        for (at, index) in &self.newsroom.redirects {
            let document = &self.newsroom.documents[*at];
            let edition = document.editions.iter().find(|edition| edition.locale == *index).unwrap();
            if self.has_edition(document, edition) {
                let (locale, slug) = (self.newsroom.locales[*index], &document.slug);
                redirects.push(format!("/gone/{at}/{locale}: /{locale}/outcomes-{locale}/{slug}"));
            }
        }
        redirects
    }

    fn by_locale(&self, word: &dyn Fn(&str) -> String) -> String {
        let pairs = self.newsroom.locales.iter().map(|locale| format!("{locale}: {}", word(locale)));
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
    }

    fn add(&self, at: usize, files: &mut Sources) {
        if !self.has(at) {
            return;
        }
        let document = &self.newsroom.documents[at];
        let folder = format!("content/{}", document.id);
        files.insert(format!("{folder}/document.yaml"), self.facts(at));
        for edition in document.editions.iter().filter(|edition| self.has_edition(document, edition)) {
            let locale = self.newsroom.locales[edition.locale];
            files.insert(format!("{folder}/{locale}.md"), self.words(at, edition));
        }
        if let Some(lock) = self.lock(document) {
            files.insert(format!("{folder}/document.lock"), lock);
        }
        if document.has_file || document.has_image || document.blocks.iter().any(|own| matches!(own, Block::Picture)) {
            files.insert(format!("{folder}/picture-{at}.svg"), format!("<svg><!-- {at} --></svg>\n"));
            files.insert(format!("{folder}/annex-{at}.txt"), format!("Annex {at}.\n"));
        }
    }

    /// What says which translations are accepted. Against which words makes no difference to a build.
    fn lock(&self, document: &Document) -> Option<String> {
        let original = Locale::parse(self.newsroom.locales[document.original])?;
        let mut lock = Lock::default();
        let is_written = |edition: &&Edition| edition.is_accepted && self.has_edition(document, edition);
        for edition in document.editions.iter().filter(is_written) {
            if edition.locale != document.original {
                let locale = Locale::parse(self.newsroom.locales[edition.locale])?;
                let (at, words) = (crate::support::at("2030-01-01T00:00:00Z"), Wording::of(WordsDigests::default()));
                lock = lock.with(Accepted { locale, original: original.clone(), at, words, span: Span::START });
            }
        }
        (!lock.accepted.is_empty()).then(|| lock.text())
    }

    /// The locales in which a document's facts have words.
    fn texts(&self, document: &Document, text: &str) -> String {
        let kept = document.editions.iter().filter(|edition| self.has_edition(document, edition));
        let pairs = kept.map(|edition| {
            let locale = self.newsroom.locales[edition.locale];
            format!("{locale}: {text} in {locale}")
        });
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
    }

    /// A list of locales under a key, those left out of which the build knows nothing; none if no
    /// edition that it speaks of is written.
    fn locales(&self, document: &Document, key: &str, locales: Option<&Vec<usize>>) -> Option<String> {
        let Some(locales) = locales else { return Some(String::new()) };
        let is_kept = |locale: &&usize| {
            document.editions.iter().any(|edition| edition.locale == **locale && self.has_edition(document, edition))
        };
        let kept: Vec<&str> = locales.iter().filter(is_kept).map(|locale| self.newsroom.locales[*locale]).collect();
        (!kept.is_empty()).then(|| format!(", {key}: [{}]", kept.join(", ")))
    }

    fn facts(&self, at: usize) -> String {
        let document = &self.newsroom.documents[at];
        let status = if document.is_approved { "approved" } else { "draft" };
        let mut text = format!("status: {status}\noriginal: {}\n", self.newsroom.locales[document.original]);
        text += "figures: {boats: 4300, share: 0.5}\ndates: {signed: 2031-03-12}\nextra: {mark: own}\n";
        match document.authoritative {
            None => {}
            Some(Authoritative::All) => text += "authoritative: all\n",
            Some(Authoritative::Original) => {
                writeln!(text, "authoritative: {}", self.newsroom.locales[document.original]).unwrap();
            }
        }
        self.add_publish(document, &mut text);
        if let Some(event) = document.event.filter(|event| self.has(*event)) {
            writeln!(text, "event: {}", self.id(event)).unwrap();
        }
        if self.newsroom.has_taxonomies {
            writeln!(text, "topics: [{}]", document.topics.join(", ")).unwrap();
        }
        if document.has_file {
            let label = self.texts(document, &format!("Annex {at}"));
            writeln!(text, "files: [{{src: annex-{at}.txt, lang: en, label: {label}}}]").unwrap();
        }
        self.add_life(at, &mut text);
        self.add_kind(at, &mut text);
        text
    }

    fn add_publish(&self, document: &Document, text: &mut String) {
        match &document.publish {
            None => {}
            Some(Publish::Together(own)) => writeln!(text, "publish: {}", written(*own, document.notation)).unwrap(),
            Some(Publish::Apart(instants)) => {
                text.push_str("publish:\n");
                for (at, (edition, own)) in document.editions.iter().zip(instants).enumerate() {
                    if self.has_edition(document, edition) {
                        let notation = (document.notation + at) % 7;
                        let locale = self.newsroom.locales[edition.locale];
                        writeln!(text, "  {locale}: {}", written(*own, notation)).unwrap();
                    }
                }
            }
        }
    }

    fn add_life(&self, at: usize, text: &mut String) {
        let document = &self.newsroom.documents[at];
        let mut changes = String::new();
        for (number, change) in document.changes.iter().enumerate().filter(|(_, change)| self.has_come(change.at)) {
            let Some(affects) = self.locales(document, "affects", change.affects.as_ref()) else { continue };
            let major = change.is_major.map(|is_major| format!(", major: {is_major}")).unwrap_or_default();
            let (when, note) = (written(change.at, document.notation), self.texts(document, &format!("Note {number}")));
            let grade = change.grade;
            writeln!(changes, "  - {{at: '{when}', grade: {grade}, note: {note}{major}{affects}}}").unwrap();
        }
        if !changes.is_empty() {
            write!(text, "changes:\n{changes}").unwrap();
        }
        if let Some(own) = document.removed.filter(|own| self.has_come(*own)) {
            let (when, reason) = (written(own, document.notation), self.texts(document, "Gone"));
            writeln!(text, "removed: {{at: '{when}', reason: {reason}}}").unwrap();
        }
        if document.has_old_address {
            let kept = document.editions.iter().filter(|edition| self.has_edition(document, edition));
            let locales = kept.map(|edition| self.newsroom.locales[edition.locale]);
            let old: Vec<String> = locales.map(|locale| format!("{locale}: [/old/{locale}/{at}]")).collect();
            writeln!(text, "redirect_from: {{{}}}", old.join(", ")).unwrap();
        }
        let Some(own) = document.withdrawn.as_ref().filter(|own| self.has_come(own.at)) else { return };
        let Some(editions) = self.locales(document, "editions", own.editions.as_ref()) else { return };
        let replaced = own.replaced_by.filter(|other| self.has(*other));
        let replaced = replaced.map(|other| format!(", replaced_by: {}", self.id(other))).unwrap_or_default();
        let (when, reason) = (written(own.at, document.notation), self.texts(document, "Reason"));
        writeln!(text, "withdrawn: {{at: '{when}', reason: {reason}{replaced}{editions}}}").unwrap();
    }

    fn add_kind(&self, at: usize, text: &mut String) {
        let document = &self.newsroom.documents[at];
        match self.newsroom.kind(at) {
            Kind::Release => {
                let (place, contact) = (self.texts(document, "Harbour"), self.texts(document, "Desk"));
                writeln!(text, "place: {place}\nnumber: {at}/2031\ncontact: {contact}").unwrap();
            }
            Kind::Statement => self.add_statement(at, text),
            Kind::Outcome => text.push_str("adopted: 2031-01-02\nstanding: voluntary\n"),
            Kind::Event => self.add_event(at, text),
            Kind::Page => {}
        }
    }

    fn add_statement(&self, at: usize, text: &mut String) {
        let document = &self.newsroom.documents[at];
        match document.country {
            Some(country) => writeln!(text, "country: {country}").unwrap(),
            // A row of an event's table has a name in every language.
            None => {
                writeln!(text, "organization: {}", self.by_locale(&|locale| format!("Union {at} {locale}"))).unwrap()
            }
        }
        let role = self.texts(document, "Minister");
        writeln!(text, "speaker: {{name: Speaker {at}, role: {role}}}\ndelivered: 2031-01-0{}", at % 9 + 1).unwrap();
        writeln!(text, "delivery: written\ntext: {}", document.text).unwrap();
        if let Some(agenda) = document.agenda {
            writeln!(text, "agenda: {agenda}").unwrap();
        }
    }

    fn add_event(&self, at: usize, text: &mut String) {
        let document = &self.newsroom.documents[at];
        writeln!(text, "starts: 2031-01-10 09.30 WIB\nends: 2031-01-12\ntime_zone: Asia/Jakarta\nmode: hybrid")
            .unwrap();
        writeln!(text, "venue: {}\nstates: [{}]", self.texts(document, "Hall"), document.states.join(", ")).unwrap();
        if let Some(parent) = document.parent.filter(|parent| self.has(*parent)) {
            writeln!(text, "parent: {}", self.id(parent)).unwrap();
        }
        if document.has_agenda {
            // What others' pages call an item by is in every language.
            let item = |item: &str| format!("{item}: {}", self.by_locale(&|locale| format!("Item {item} {locale}")));
            writeln!(text, "agenda: {{{}}}", AGENDA.map(item).join(", ")).unwrap();
        }
        if document.has_programme {
            let title = self.texts(document, "Opening");
            writeln!(text, "programme: [{{starts: 2031-01-10 09.30 WIB, title: {title}}}]").unwrap();
        }
    }

    fn words(&self, at: usize, edition: &Edition) -> String {
        let document = &self.newsroom.documents[at];
        let locale = self.newsroom.locales[edition.locale];
        let mut text =
            format!("---\ntitle: 'Title {at} of the {{ -tide-pact }} in {locale}'\nslug: {}\n", document.slug);
        if document.has_summary {
            writeln!(text, "summary: 'Summary {at} with {{ $boats }} in {locale}'\nkeywords: [key-{at}]").unwrap();
        }
        if document.has_image {
            writeln!(text, "image: {{src: picture-{at}.svg, alt: Alt {at}, caption: Caption, credit: Credit}}")
                .unwrap();
        }
        if edition.is_draft {
            text += "status: draft\n";
        }
        text += "---\n";
        writeln!(text, "Version {} in {locale}.\n", document.version(edition.locale, self.lens.words_at)).unwrap();
        for (number, block) in document.blocks.iter().enumerate() {
            text += &self.block(at, number, block);
        }
        text
    }

    fn link(&self, target: usize, rest: &str) -> String {
        match self.has(target) {
            true => format!("[the *words* {target}](doc:{}{rest})", self.id(target)),
            false => format!("the *words* {target}"),
        }
    }

    fn block(&self, at: usize, number: usize, block: &Block) -> String {
        match block {
            Block::Words => format!("Words of {at}, and [eine Phrase]{{lang=de}}.\n\n"),
            Block::Figures => {
                "On { DATETIME($signed, dateStyle: \"full\") } there were { $boats }, { $share }.\n\n".into()
            }
            Block::Heading(None) => format!("## Heading {number}\n\n"),
            Block::Heading(Some(target)) => format!("## Heading with {}\n\n", self.link(*target, "")),
            Block::Link(target) => format!("See {}, please.\n\n", self.link(*target, "")),
            Block::AnchoredLink(target) => format!("See **{}**.\n\n", self.link(*target, "#p1")),
            Block::TitledLink(target) => format!("See {}!\n\n", self.link(*target, " \"A title\"")),
            Block::List(one, other) => format!("- {}\n- then {}\n\n", self.link(*one, ""), self.link(*other, "#p1")),
            Block::Table(target) => format!("| A | B |\n| :-- | --: |\n| {} | 2 |\n\n", self.link(*target, "")),
            Block::Note(target) => {
                format!("A claim.[^n{number}]\n\n[^n{number}]: By {}.\n\n", self.link(*target, ""))
            }
            Block::Alert(target) => format!("> [!NOTE]\n> Mind {}.\n\n", self.link(*target, "")),
            Block::Picture => format!("![Shown {at}](asset:picture-{at}.svg)\n\n"),
        }
    }
}
