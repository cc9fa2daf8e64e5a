//! What the files of a new document say.
//!
//! The facts: those that a draft needs, and the others of its kind as commented lines that teach. The
//! words: sentences to be written over, in the language of each file.

use super::super::site;
use crate::diagnostic::words::{Language, Words};
use crate::locale::{Formats, Instant, Locale};
use crate::settings::{Kind, PathPart, Settings, Terms};
use crate::syntax::facts::FACTS_FILE;
use crate::syntax::kinds::{Delivery, Mode, Standing, TextHeld};

/// How wide a fact may be for remarks to stand in one column.
const WIDEST: usize = 56;

/// A document to be made.
pub(super) struct Draft<'a> {
    /// The settings of its site.
    pub(super) settings: &'a Settings,
    /// Its kind.
    pub(super) kind: Kind,
    /// Its path below `content/`.
    pub(super) id: &'a str,
    /// When it is to go out.
    pub(super) publish: Instant,
    /// The event that it belongs to, if its path tells.
    pub(super) event: Option<String>,
    /// The program's words, for the remarks.
    pub(super) words: &'a Words,
}

/// One line of a facts file.
struct Fact {
    key: String,
    value: String,
    remark: String,
    counts: Use,
}

/// Whether a fact counts as it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It counts.
    Set,
    /// It is commented out, to be taken up.
    Offered,
}

impl Draft<'_> {
    /// Names, in the document's folder, and texts: the facts first, if they need a file, then the words
    /// in the site's order of locales.
    pub(super) fn files(&self) -> Vec<(String, String)> {
        let has_facts = self.kind != Kind::Page || self.settings.locales.len() > 1;
        let facts = has_facts.then(|| (FACTS_FILE.to_owned(), lines(&self.facts())));
        let words = self.settings.tags().map(|locale| (format!("{locale}.md"), self.words_file(locale, has_facts)));
        facts.into_iter().chain(words).collect()
    }

    fn words_file(&self, locale: &Locale, has_facts: bool) -> String {
        let slug = self.id.rsplit('/').next().unwrap_or(self.id);
        let say = |id: &str| sentence(id, locale);
        let (title, summary, text) = (say("new-words-title"), say("new-words-summary"), say("new-words-text"));
        // A page without facts is approved: then the words have to hold it back.
        let status = if has_facts { "" } else { "status: draft\n" };
        format!("---\ntitle: {title}\nsummary: {summary}\nslug: {}\n{status}---\n\n{text}\n", scalar(slug))
    }

    fn facts(&self) -> Vec<Fact> {
        let mut facts = vec![self.set("status", "draft", "new-fact-status")];
        if self.kind != Kind::Page {
            facts.push(self.set("publish", &moment(&self.publish), "new-fact-publish"));
        }
        let locales: Vec<&str> = self.settings.tags().map(Locale::as_str).collect();
        let first = locales.first().copied().unwrap_or_default();
        if locales.len() > 1 {
            facts.push(self.set("original", first, "new-fact-original"));
            facts.push(self.offered("authoritative", first, "new-fact-authoritative"));
        }
        facts.extend(self.event());
        facts.extend(self.own());
        facts.extend(self.terms());
        if self.kind != Kind::Page {
            facts.push(self.offered("figures", "{participants: 1250}", "new-fact-figures"));
            let file = format!("[{{src: annex.pdf, lang: {first}, label: {}}}]", self.by_locale());
            facts.push(self.offered("files", &file, "new-fact-files"));
        }
        facts
    }

    /// The facts of its kind alone.
    fn own(&self) -> Vec<Fact> {
        match self.kind {
            Kind::Release => self.release(),
            Kind::Statement => self.statement(),
            Kind::Outcome => {
                vec![self.offered("adopted", &self.day(), "new-fact-adopted"), choice("standing", &Standing::ALL)]
            }
            Kind::Event => self.event_own(),
            Kind::Page => Vec::new(),
        }
    }

    fn release(&self) -> Vec<Fact> {
        vec![
            self.offered("place", &self.by_locale(), "new-fact-place"),
            self.offered("number", &format!("1/{}", self.publish.date().year()), "new-fact-number"),
            self.offered("contact", &self.by_locale(), "new-fact-contact"),
        ]
    }

    fn statement(&self) -> Vec<Fact> {
        let speaker = format!("{{name: …, role: {}}}", self.by_locale());
        vec![
            self.set("country", "XX", "new-fact-country"),
            self.offered("organization", &self.by_locale(), "new-fact-organization"),
            self.offered("speaker", &speaker, "new-fact-speaker"),
            self.offered("delivered", &self.day(), "new-fact-delivered"),
            choice("delivery", &Delivery::ALL),
            self.offered("agenda", "…", "new-fact-agenda-item"),
            choice("text", &TextHeld::ALL),
        ]
    }

    fn event_own(&self) -> Vec<Fact> {
        let agenda = format!("{{first-item: {}}}", self.by_locale());
        vec![
            self.set("starts", &self.day(), "new-fact-starts"),
            self.offered("ends", &self.day(), "new-fact-starts"),
            self.offered("venue", &self.by_locale(), "new-fact-venue"),
            choice("mode", &Mode::ALL),
            self.offered("agenda", &agenda, "new-fact-agenda"),
            self.offered("states", "[ID, XX]", "new-fact-states"),
        ]
    }

    /// The event that it belongs to: as found, or the place where one is looked for.
    fn event(&self) -> Option<Fact> {
        let events = self.settings.collections.iter().find(|collection| collection.kind == Kind::Event)?;
        let example = format!("{}/…", events.name);
        match (self.kind, &self.event) {
            (Kind::Page, _) => None,
            (Kind::Event, _) => Some(self.offered("parent", &example, "new-fact-parent")),
            (_, Some(event)) => Some(self.set("event", event, "new-fact-event")),
            (_, None) if self.needs_event() => Some(self.offered("event", &example, "new-fact-event-needed")),
            (_, None) => Some(self.offered("event", &example, "new-fact-event")),
        }
    }

    fn needs_event(&self) -> bool {
        let collection = self.id.split('/').next().and_then(|name| self.settings.collection(name));
        collection.is_some_and(|collection| collection.path.uses(&PathPart::Event))
    }

    fn terms(&self) -> Vec<Fact> {
        let listed = self.settings.taxonomies.iter().filter_map(|taxonomy| match &taxonomy.terms {
            Terms::Listed(terms) => Some((taxonomy, terms)),
            Terms::Countries => None,
        });
        let facts = listed.map(|(taxonomy, terms)| {
            let terms: Vec<&str> = terms.iter().take(2).map(|term| term.name.as_str()).collect();
            self.offered(&taxonomy.name, &format!("[{}]", terms.join(", ")), "new-fact-terms")
        });
        facts.collect()
    }

    fn set(&self, key: &str, value: &str, remark: &str) -> Fact {
        Fact { key: key.to_owned(), value: value.to_owned(), remark: self.words.say(remark, &[]), counts: Use::Set }
    }

    fn offered(&self, key: &str, value: &str, remark: &str) -> Fact {
        Fact { counts: Use::Offered, ..self.set(key, value, remark) }
    }

    fn day(&self) -> String {
        self.publish.date().to_string()
    }

    /// `{id: …, en: …}`, for the site's locales.
    fn by_locale(&self) -> String {
        let texts: Vec<String> = self.settings.tags().map(|locale| format!("{locale}: …")).collect();
        format!("{{{}}}", texts.join(", "))
    }
}

/// A fact with the first of the words that it may have; the remark lists them all.
fn choice<T>(key: &str, table: &[(&'static str, T)]) -> Fact {
    let words: Vec<&str> = table.iter().map(|(word, _)| *word).collect();
    let first = words.first().copied().unwrap_or_default().to_owned();
    Fact { key: key.to_owned(), value: first, remark: words.join(", "), counts: Use::Offered }
}

fn lines(facts: &[Fact]) -> String {
    let fact = |fact: &Fact| {
        let mark = if fact.counts == Use::Set { "" } else { "# " };
        format!("{mark}{}: {}", fact.key, fact.value)
    };
    let wide = |text: &str| text.chars().count();
    let column = facts.iter().map(|one| wide(&fact(one))).filter(|width| *width <= WIDEST).max().unwrap_or(0);
    facts.iter().map(|one| format!("{:column$}  # {}\n", fact(one), one.remark)).collect()
}

/// `2026-11-23 09.00 WIB` in a zone whose abbreviation an author may write, else with the offset.
fn moment(instant: &Instant) -> String {
    let abbreviation = instant.zone().abbreviation(instant.moment());
    match abbreviation.as_deref() {
        Some("WIB" | "WITA" | "WIT" | "UTC") => site::both(instant, instant.zone()).0,
        _ => instant.iso(),
    }
}

/// A slug as YAML takes it for text: `null`, `2026` and the like are quoted.
fn scalar(slug: &str) -> String {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    let is_plain = slug.starts_with(|first: char| first.is_ascii_lowercase()) && !words.contains(&slug);
    if is_plain { slug.to_owned() } else { format!("\"{slug}\"") }
}

/// A sentence to be written over, in the language of `locale`; where the program does not speak it, in
/// English, with the name of the language.
fn sentence(id: &str, locale: &Locale) -> String {
    if let Some(language) = Language::parse(locale.language()) {
        return Words::new(language).say(id, &[]);
    }
    let english = Words::new(Language::English);
    let formats = Locale::parse("en").and_then(|english| Formats::of(&english));
    let name = formats.map_or_else(|| locale.to_string(), |formats| formats.language(locale));
    english.say("new-words-foreign", &[("words", english.say(id, &[])), ("language", name)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings;
    use crate::source::{Source, Sources};

    const SITE: &str = "base_url: https://a.example\nlocales: [LOCALES]\ntime_zone: Asia/Makassar\ncollections:\n  \
        releases: {kind: release}\n  statements: {kind: statement}\n  outcomes: {kind: outcome}\n  \
        events: {kind: event}\n  pages: {kind: page}\n\
        taxonomies: {topics: {section: {SECTION}, terms: [data, trade]}}\n";

    fn site(locales: &[&str]) -> Settings {
        let section: Vec<String> = locales.iter().map(|locale| format!("{locale}: topics")).collect();
        let text = SITE.replace("LOCALES", &locales.join(", ")).replace("SECTION", &section.join(", "));
        settings::read(&Source::new("warta.yaml", text)).take(&mut Vec::new()).expect("good settings")
    }

    fn files(locales: &[&str], kind: Kind, name: &str) -> Vec<(String, String)> {
        let words = Words::new(Language::English);
        let publish = Instant::parse("2026-11-23 09.00 WITA").expect("a well-formed instant");
        let id = format!("{}s/2026/{name}", kind.word());
        let draft = Draft { settings: &site(locales), kind, id: &id, publish, event: None, words: &words };
        draft.files()
    }

    /// What there is to say about the files of a document, alone in its site; with every offer taken
    /// up, if `taken_up`.
    fn said(locales: &[&str], kind: Kind, name: &str, taken_up: bool) -> Vec<String> {
        let settings = site(locales);
        let files = files(locales, kind, name).into_iter().map(|(file, text)| {
            let text = if taken_up { text.replace("\n# ", "\n") } else { text };
            format!("-- content/{}s/2026/{name}/{file} --\n{text}", kind.word())
        });
        let (_, sources) = Sources::from_txtar(&files.collect::<String>());
        let mut said = Vec::new();
        crate::model::folder::read(&sources, &settings).take(&mut said);
        said.iter().map(|said| format!("{} {:?} {:?}", said.code.name, said.place, said.arguments)).collect()
    }

    #[test]
    fn nothing_is_wrong_with_a_new_document_of_any_kind_with_or_without_what_it_offers() {
        for (word, kind) in Kind::ALL {
            for locales in [&["id"][..], &["id", "en"], &["fr", "zh-Hans", "en"]] {
                for taken_up in [false, true] {
                    let said = said(locales, kind, "first-day", taken_up);
                    assert_eq!(said, Vec::<String>::new(), "{word} in {locales:?}, taken up: {taken_up}");
                }
            }
        }
    }

    #[test]
    fn a_name_that_yaml_would_take_for_something_else_is_a_slug_all_the_same() {
        for name in ["null", "true", "no", "2026", "2026-11-16", "1e3", "0x1f", "-a", "a"] {
            assert_eq!(said(&["id", "en"], Kind::Release, name, false), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn words_are_in_the_language_of_their_file_or_say_which_is_wanted() {
        let files = files(&["id", "en", "fr"], Kind::Page, "visitors");
        let titles = files.iter().filter_map(|(_, text)| text.lines().find(|line| line.starts_with("title: ")));
        let expected =
            ["title: Tulis judul di sini", "title: Write the title here", "title: Write the title here (in French)"];
        assert_eq!(titles.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_page_in_one_language_is_held_back_by_its_words() {
        let files = files(&["id"], Kind::Page, "visitors");
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["id.md"]);
        assert!(files[0].1.contains("\nstatus: draft\n"), "{}", files[0].1);
    }

    #[test]
    fn an_instant_is_written_so_that_it_can_be_read_back() {
        for (typed, written) in [
            ("2026-11-23 09.00 WIT", "2026-11-23 09.00 WIT"),
            ("2026-11-23 09.00 Asia/Jakarta", "2026-11-23 09.00 WIB"),
            ("2026-11-23 09.00 Europe/Berlin", "2026-11-23T09:00:00+01:00"),
            ("2026-11-23 09.00 Asia/Kathmandu", "2026-11-23T09:00:00+05:45"),
        ] {
            assert_eq!(moment(&Instant::parse(typed).expect("a well-formed instant")), written);
        }
    }
}
