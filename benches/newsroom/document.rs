//! One document: its facts and the front matter of its words.

use jiff::civil::{Date, date};

use super::Shape;
use super::body::Writer;
use super::chance::Chance;
use super::fixed;
use super::phrases::{self, Both, STATES, THINGS, TOWNS};

/// Documents come in rounds: of fifty, two are events with four statements and an outcome each, one is a
/// page, and the others are releases.
const ROUND: usize = 50;

/// The pages that every newsroom has; rounds begin after them.
const PAGES: [&str; 4] = ["about", "policy", "imprint", "access"];

/// The newest releases: public, in both languages, and not yet sealed, as those of the day are.
const FRESH: usize = 3;

/// What a document is, told by its number alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Release,
    Statement { event: usize, speaker: usize },
    Outcome { event: usize },
    Event,
    Page,
}

/// What the public sees of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Public,
    Held,
    Draft,
}

/// A document's place in its newsroom.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Document<'a> {
    pub(crate) shape: &'a Shape,
    pub(crate) number: usize,
}

/// The files of a document's folder: facts, and words by locale.
pub(crate) struct Written {
    pub(crate) facts: String,
    pub(crate) words: Vec<(&'static str, String)>,
    pub(crate) original: &'static str,
    pub(crate) has_photo: bool,
    pub(crate) needs_acceptance: bool,
}

impl<'a> Document<'a> {
    pub(crate) fn kind(self) -> Kind {
        if self.number < PAGES.len() {
            return Kind::Page;
        }
        let at = (self.number - PAGES.len()) % ROUND;
        let of_event = at % 25;
        match (at, of_event) {
            _ if self.is_fresh() => Kind::Release,
            (49, _) => Kind::Page,
            (_, 0) => Kind::Event,
            (_, 1..=4) => Kind::Statement { event: self.number - of_event, speaker: of_event },
            (_, 5) => Kind::Outcome { event: self.number - of_event },
            _ => Kind::Release,
        }
    }

    fn is_fresh(self) -> bool {
        self.number + FRESH >= self.shape.documents && self.number >= PAGES.len()
    }

    /// Its path below `content/`.
    pub(crate) fn id(self) -> String {
        let number = self.number;
        match self.kind() {
            Kind::Release => format!("releases/{}/release-{number}", self.released().year()),
            Kind::Statement { event, speaker } => format!("statements/forum-{event}/speaker-{speaker}"),
            Kind::Outcome { event } => format!("outcomes/declaration-{event}"),
            Kind::Event => format!("events/forum-{number}"),
            Kind::Page => match PAGES.get(number) {
                Some(name) => format!("pages/{name}"),
                None => format!("pages/service-{number}"),
            },
        }
    }

    /// The day of its release: evenly over the years, an office's quarter of a thousand a year, for twenty
    /// years at most.
    fn released(self) -> Date {
        let last = date(2025, 12, 30);
        if self.is_fresh() {
            return date(2025, 12, 31);
        }
        let years = (self.shape.documents / 250).clamp(1, 20);
        let days = years * 365 - 1;
        let before = days - days * self.number / self.shape.documents;
        last.saturating_sub(jiff::Span::new().days(before as i64))
    }

    fn standing(self) -> Standing {
        match self.number % 500 {
            _ if self.kind() != Kind::Release || self.is_fresh() => Standing::Public,
            77 | 299 => Standing::Held,
            41 | 142 | 243 | 344 | 441 => Standing::Draft,
            _ => Standing::Public,
        }
    }

    fn is_withdrawn(self) -> bool {
        self.number % 300 == 33 && self.is_plain() && self.is_long_ago()
    }

    /// A public release or outcome in both languages, to which others can link.
    fn is_plain(self) -> bool {
        self.kind() == Kind::Release && self.standing() == Standing::Public
    }

    /// Released well before the ledger was last sealed, so that something may have happened to it since.
    fn is_long_ago(self) -> bool {
        self.number * 10 < self.shape.documents * 9
    }

    fn at(self, number: usize) -> Document<'a> {
        Document { number, ..self }
    }

    /// Writes it.
    pub(crate) fn written(self) -> Written {
        let mut chance = Chance::of(self.shape.seed, self.number);
        let kind = self.kind();
        let original = if !self.is_fresh() && chance.once_in(5) { "en" } else { "id" };
        let in_english_only = matches!(kind, Kind::Statement { speaker: 4, .. }) && self.number.is_multiple_of(3);
        let has_photo = kind == Kind::Release && chance.once_in(8);
        let has_facts = matches!(kind, Kind::Release) && chance.once_in(2);
        let facts = self.facts(&mut chance, original, in_english_only, has_facts);
        let words = self.words(&mut chance, in_english_only, has_facts, has_photo);
        let needs_acceptance = matches!(kind, Kind::Release | Kind::Statement { .. } | Kind::Outcome { .. });
        Written { facts, words, original, has_photo, needs_acceptance: needs_acceptance && !in_english_only }
    }

    fn facts(self, chance: &mut Chance, original: &str, in_english_only: bool, has_facts: bool) -> String {
        let status = if self.standing() == Standing::Draft { "draft" } else { "approved" };
        let mut text = format!("status: {status}\n");
        if self.kind() != Kind::Page {
            text += &format!("publish: {}\n", self.instant(chance));
        }
        if !in_english_only {
            text += &format!("original: {original}\n");
        }
        if self.kind() != Kind::Page {
            text += &format!("topics: [{}]\n", self.topics(chance).join(", "));
        }
        text += &self.kind_facts(chance, in_english_only);
        if has_facts {
            let opened = self.released().saturating_sub(jiff::Span::new().days(3));
            let delegates = chance.between(40, 9_000);
            text += &format!("figures: {{delegates: {delegates}}}\ndates: {{opened: {opened}}}\n");
        }
        text + &self.life(chance)
    }

    fn instant(self, chance: &mut Chance) -> String {
        let (hour, minute) = (chance.between(8, 17), chance.between(0, 60));
        match self.standing() {
            Standing::Held => format!("2026-02-{:02} {hour:02}.{minute:02} WITA", chance.between(1, 28)),
            _ if self.is_fresh() => format!("2025-12-31 21.{minute:02} WITA"),
            _ => format!("{} {hour:02}.{minute:02} WITA", self.released()),
        }
    }

    fn topics(self, chance: &mut Chance) -> Vec<String> {
        let first = chance.between(0, fixed::TOPICS);
        let second = (first + chance.between(1, fixed::TOPICS)) % fixed::TOPICS;
        let count = if self.is_fresh() { 1 } else { chance.between(1, 3) };
        [first, second].into_iter().take(count).map(fixed::topic).collect()
    }

    fn kind_facts(self, chance: &mut Chance, in_english_only: bool) -> String {
        let town = chance.pick(&TOWNS);
        match self.kind() {
            Kind::Release => {
                let (number, year) = (self.number, self.released().year());
                let event =
                    self.number.checked_sub(9).map(|event| self.at(event)).filter(|other| other.kind() == Kind::Event);
                let event = event.map(|event| format!("event: {}\n", event.id())).unwrap_or_default();
                format!("number: {number}/PR/{year}\nplace: {{id: {town}, en: {town}}}\n{event}")
            }
            Kind::Statement { event, speaker } => self.statement_facts(chance, event, speaker, in_english_only),
            Kind::Outcome { event } => {
                format!("event: {}\nadopted: {}\nstanding: voluntary\n", self.at(event).id(), self.released())
            }
            Kind::Event => self.event_facts(town),
            Kind::Page => String::new(),
        }
    }

    fn statement_facts(self, chance: &mut Chance, event: usize, speaker: usize, in_english_only: bool) -> String {
        let (code, ..) = STATES[(event + speaker) % STATES.len()];
        let role = match in_english_only {
            true => "{en: Minister of Harbours}",
            false => "{id: Menteri Pelabuhan, en: Minister of Harbours}",
        };
        let agenda = if chance.once_in(2) { "quays" } else { "charts" };
        format!(
            "event: {}\ncountry: {code}\nspeaker: {{name: Rara Wulansekar, role: {role}}}\ndelivered: {}\ndelivery: in-person\nagenda: {agenda}\n",
            self.at(event).id(),
            self.released()
        )
    }

    fn event_facts(self, town: &str) -> String {
        let (starts, ends) = (self.released(), self.released().saturating_add(jiff::Span::new().days(1)));
        let states: Vec<&str> = (1..7).map(|at| STATES[(self.number + at) % STATES.len()].0).collect();
        format!(
            "starts: {starts} 09.30 WITA
ends: {ends} 16.00 WITA
mode: hybrid
venue: {{id: 'Balai Warga, {town}', en: 'Civic Hall, {town}'}}
agenda:
  quays: {{id: Perbaikan dermaga, en: Repair of quays}}
  charts: {{id: Peta laut, en: Sea charts}}
states: [{}]
programme:
  - {{starts: {starts} 09.30 WITA, ends: {starts} 12.00 WITA, title: {{id: Pembukaan dan sambutan, en: Opening and addresses}}}}
  - {{starts: {ends} 13.00 WITA, ends: {ends} 16.00 WITA, title: {{id: Sidang penutup, en: Closing session}}}}
",
            states.join(", ")
        )
    }

    /// What happened since: one release in twenty was changed, a few were withdrawn.
    fn life(self, chance: &mut Chance) -> String {
        if self.is_withdrawn() {
            let at = self.released().saturating_add(jiff::Span::new().days(9));
            return format!(
                "withdrawn:\n  at: {at} 10.00 WITA\n  reason: {{id: Diganti dengan siaran yang lebih lengkap., en: Replaced by a fuller release.}}\n"
            );
        }
        if !(self.is_plain() && self.is_long_ago() && self.number % 20 == 13) {
            return String::new();
        }
        let at = self.released().saturating_add(jiff::Span::new().days(2));
        let grade = chance.pick(&["editorial", "clarification", "correction", "update"]);
        format!(
            "changes:\n  - at: {at} 10.00 WITA\n    grade: {grade}\n    note: {{id: Nama kapal diperbaiki., en: The name of a ship was put right.}}\n"
        )
    }

    fn words(
        self,
        chance: &mut Chance,
        in_english_only: bool,
        has_facts: bool,
        has_photo: bool,
    ) -> Vec<(&'static str, String)> {
        let (title, slug) = self.title(chance);
        let year = self.released().year();
        let earlier = self.links(chance);
        let mut writer = Writer::new(chance, year);
        (writer.earlier, writer.has_facts, writer.has_photo) = (earlier, has_facts, has_photo);
        let summary = writer.sentence();
        let body = writer.body(self.shape.words);
        let image = |alt: &str, credit: &str| match has_photo {
            true => format!("image: {{src: photo.png, alt: {alt}, credit: {credit}}}\n"),
            false => String::new(),
        };
        let file = |title: &str, summary: &str, slug: &str, image: String, body: &str| {
            let summary = summary.replace('*', "").replace('\'', "’");
            format!("---\ntitle: '{title}'\nsummary: '{summary}'\nslug: {slug}\n{image}---\n{body}")
        };
        let english = file(&title.en, &summary.en, &slug.en, image("A quay at dawn", "Press desk"), &body.en);
        if in_english_only {
            return vec![("en", english)];
        }
        let indonesian = image("Dermaga pada dini hari", "Meja pers");
        vec![("id", file(&title.id, &summary.id, &slug.id, indonesian, &body.id)), ("en", english)]
    }

    fn title(self, chance: &mut Chance) -> (Both, Both) {
        let (thing, town) = (phrases::pair(chance, &THINGS), chance.pick(&TOWNS));
        let number = self.number;
        let slug = Both::of(format!("{}-{number}", slug(&thing.id)), format!("{}-{number}", slug(&thing.en)));
        let title = match self.kind() {
            Kind::Release => match chance.between(0, 3) {
                0 => Both::of(
                    format!("Kota {town} menyambut {}", thing.id),
                    format!("City of {town} welcomes {}", thing.en),
                ),
                1 => Both::of(
                    format!("Dana tambahan untuk {} di {town}", thing.id),
                    format!("More funds for {} in {town}", thing.en),
                ),
                _ => Both::of(
                    format!("Rapat di {town} membahas {}", thing.id),
                    format!("Meeting in {town} discusses {}", thing.en),
                ),
            },
            Kind::Statement { event, speaker } => {
                let (_, id, en) = STATES[(event + speaker) % STATES.len()];
                Both::of(format!("Pernyataan {id} tentang {}", thing.id), format!("Statement of {en} on {}", thing.en))
            }
            Kind::Outcome { .. } => Both::of(
                format!("Deklarasi {town} tentang {}", thing.id),
                format!("{town} Declaration on {}", thing.en),
            ),
            Kind::Event => {
                Both::of(format!("Forum {town} tentang {}", thing.id), format!("{town} Forum on {}", thing.en))
            }
            Kind::Page => match PAGES.get(number) {
                Some(_) => return fixed_page(number),
                None => Both::of(format!("Layanan {}", thing.id), format!("Service for {}", thing.en)),
            },
        };
        (title, slug)
    }

    /// Some earlier documents that are public in both languages.
    fn links(self, chance: &mut Chance) -> Vec<String> {
        let candidates: Vec<usize> = match self.number {
            0..10 => Vec::new(),
            number => (0..4).map(|_| chance.between(4, number)).collect(),
        };
        let others = candidates.into_iter().map(|number| self.at(number));
        others.filter(|other| other.is_plain() && !other.is_withdrawn()).map(Document::id).collect()
    }
}

fn fixed_page(number: usize) -> (Both, Both) {
    let (id, en, slug_id, slug_en) = [
        ("Tentang kami", "About us", "tentang", "about"),
        ("Kebijakan koreksi", "Corrections policy", "kebijakan-koreksi", "corrections-policy"),
        ("Penerbit", "Imprint", "penerbit", "imprint"),
        ("Kemudahan akses", "Ease of access", "kemudahan-akses", "ease-of-access"),
    ][number];
    (Both::of(id, en), Both::of(slug_id, slug_en))
}

fn slug(words: &str) -> String {
    words.trim_start_matches("the ").replace('’', "").replace(' ', "-")
}
