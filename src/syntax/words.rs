//! `<locale>.md` as typed words: front matter and body of one edition.

mod front;

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use self::front::Front;
use super::digests::{KeptWording, Wording, WordsDigests};
use super::face::Face;
use super::facts::{COMMON_KEYS, Word};
use super::highlight::Coloured;
use super::markdown::{self, Body};
use super::weekday::{Calendar, Wrong};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported, Span};
use crate::late::Late;
use crate::settings::{RawHtml, Settings, is_segment};
use crate::source::Source;
use crate::source::yaml::{self, Fields, Node};

/// The words of one edition.
#[derive(Debug)]
pub struct Words {
    /// The file.
    pub file: Arc<str>,
    /// The title; may hold language parts and placeables.
    pub title: Word,
    /// One or two sentences for lists; the same.
    pub summary: Option<Word>,
    /// The last part of the URL.
    pub slug: Option<Word>,
    /// Whether a slug is written that cannot be in a URL: a diagnostic said so, and it is not missing.
    pub has_faulty_slug: bool,
    /// Words for search engines.
    pub keywords: Vec<String>,
    /// The picture above the body.
    pub image: Option<Box<ImageWords>>,
    /// Whether this edition alone is held back.
    pub is_draft: bool,
    /// What others may need of the body.
    pub face: Face,
    /// The body.
    body: Late<Body>,
    /// What is written, part by part; none of a translation, whose parts nobody asks for.
    pub wording: Option<Wording>,
}

impl Words {
    /// Words that have a title and nothing else.
    fn of_title(title: Word, file: &Arc<str>) -> Words {
        Words {
            file: Arc::clone(file),
            title,
            summary: None,
            slug: None,
            has_faulty_slug: false,
            keywords: Vec::new(),
            image: None,
            is_draft: false,
            face: Face::default(),
            body: Late::empty(),
            wording: None,
        }
    }

    /// The body. Empty where it is read again, and its file is no longer what it was ([`Words::is_lost`]).
    pub fn body(&self) -> &Body {
        self.body.get()
    }

    /// Whether the body was asked for and could not be read: whatever was made of it must not be used.
    pub fn is_lost(&self) -> bool {
        self.body.is_lost()
    }

    /// Says so where [`Words::is_lost`].
    pub fn lost(&self) -> Option<Diagnostic> {
        self.is_lost().then(|| Diagnostic::new(&codes::SOURCE_CHANGED, Place::start_of(&self.file)))
    }

    /// Where its slug is written, or else the file.
    pub fn slug_place(&self) -> Place {
        self.slug.as_ref().map_or_else(|| Place::start_of(&self.file), |slug| slug.place.clone())
    }
}

/// The picture of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageWords {
    /// Its file in the document's folder.
    pub src: Word,
    /// What it shows.
    pub alt: String,
    /// Where that is written.
    pub alt_place: Place,
    /// A caption; may hold language parts and placeables.
    pub caption: Option<Word>,
    /// Whose it is.
    pub credit: Option<String>,
}

/// Keys that belong into `document.yaml`, besides those that every kind has.
const FACTS_KEYS: [&str; 20] = [
    "place",
    "number",
    "contact",
    "country",
    "organization",
    "speaker",
    "delivered",
    "delivery",
    "agenda",
    "text",
    "adopted",
    "standing",
    "starts",
    "ends",
    "time_zone",
    "venue",
    "mode",
    "parent",
    "states",
    "programme",
];

/// What is kept of a words file between builds: enough to make its [`Words`] without the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extract {
    /// Whether the body was read with raw HTML let through.
    allows_html: bool,
    front: Kept,
    face: Face,
    wording: Option<KeptWording>,
}

/// What the words of a file are to those in other languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Translations are accepted against their parts; so it is, too, as long as no original is known.
    Original,
    /// Another language is the original.
    Translation,
}

/// What is kept of the front matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Kept {
    /// What it says: there was nothing to say of it.
    Typed(Front),
    /// Itself: it is judged again.
    Matter(Node),
}

impl Extract {
    /// Whether the settings ask for the same reading of bodies, and all is here that is asked of words of this role.
    pub fn fits(&self, settings: &Settings, role: Role) -> bool {
        let has_parts = role == Role::Translation || self.wording.is_some();
        has_parts && self.allows_html == (settings.html == RawHtml::Allow)
    }
}

/// Reads a words file. None if its front matter is missing or not YAML, or it has no title. Weekdays are
/// judged where there is a calendar of its language.
pub fn read(source: &Source, settings: &Settings, calendar: Option<&Calendar>) -> Reported<Option<Words>> {
    read_kept(source, settings, (calendar, None), Role::Original).map(|(words, _)| words)
}

/// The same, with what may be kept of it; nothing where there is anything to say of the text itself, which
/// has to be said again next time. `coloured` is what code was coloured in the document's other languages.
pub fn read_kept(
    source: &Source,
    settings: &Settings,
    (calendar, coloured): (Option<&Calendar>, Option<&Coloured>),
    role: Role,
) -> Reported<(Option<Words>, Option<Extract>)> {
    let mut said = Vec::new();
    let Some((matter, text, first_line)) = split(&source.text) else {
        return Reported::new((None, None), vec![no_front_matter(source)]);
    };
    let body = body(source, settings, (calendar, coloured), (text, first_line)).take(&mut said);
    let Some(matter) = yaml::parse_map(&source.file, matter, 1).take(&mut said) else {
        return Reported::new((None, None), said);
    };
    let face = Face::of(&body);
    let typed = typed(&source.file, &matter, settings);
    let mut words = typed.value;
    if let Some(words) = &mut words {
        words.wording = (role == Role::Original).then(|| Wording::of(WordsDigests::of(words, &body, text, first_line)));
        words.face = face.clone();
        words.body = Late::ready(body);
        let front = words.summary.iter().chain([&words.title]);
        let wrong = calendar
            .into_iter()
            .flat_map(|calendar| front.clone().flat_map(move |word| wrong_weekdays(word, &source.text, calendar)));
        said.extend(wrong);
    }
    let extract = words.as_ref().filter(|_| said.is_empty()).map(|words| Extract {
        allows_html: settings.html == RawHtml::Allow,
        front: if typed.said.is_empty() { Kept::Typed(Front::of(words)) } else { Kept::Matter(matter) },
        face,
        wording: words.wording.as_ref().and_then(Wording::kept),
    });
    said.extend(typed.said);
    Reported::new((words, extract), said)
}

/// Makes the words of a file again from what was kept of it. `body` reads the rest when it is asked for, and
/// gives none where the file is no longer what it was.
pub fn from_kept(
    file: &Arc<str>,
    kept: Extract,
    settings: &Settings,
    body: impl Fn() -> Option<Body> + Send + Sync + 'static,
) -> Reported<Option<Words>> {
    let Extract { front, face, wording, .. } = kept;
    let mut typed = match front {
        Kept::Typed(front) => Reported::clean(Some(front.words(file))),
        Kept::Matter(matter) => typed(file, &matter, settings),
    };
    if let Some(words) = &mut typed.value {
        (words.face, words.wording, words.body) = (face, wording.map(Wording::from), Late::of(body));
    }
    typed
}

/// Reads the body of a words file by itself, of which something was kept.
pub fn read_body(source: &Source, settings: &Settings, calendar: Option<&Calendar>) -> Body {
    let Some((_, text, first_line)) = split(&source.text) else { return Body::default() };
    body(source, settings, (calendar, None), (text, first_line)).value
}

fn body(
    source: &Source,
    settings: &Settings,
    (calendar, coloured): (Option<&Calendar>, Option<&Coloured>),
    (text, first_line): (&str, u32),
) -> Reported<Body> {
    let html = match settings.html {
        RawHtml::Refuse => markdown::Html::Refuse,
        RawHtml::Allow => markdown::Html::Allow,
    };
    markdown::read(&source.file, text, first_line, markdown::Options { html, calendar, coloured })
}

/// The front matter as words, without body and digests.
fn typed(file: &Arc<str>, matter: &Node, settings: &Settings) -> Reported<Option<Words>> {
    let mut fields = Fields::of(file, matter);
    let words = words(&mut fields, file);
    let said = fields.finish(|key| {
        let is_fact = COMMON_KEYS.contains(&key) || FACTS_KEYS.contains(&key);
        let is_taxonomy = settings.taxonomies.iter().any(|taxonomy| taxonomy.name == key);
        (is_fact || is_taxonomy).then_some("facts")
    });
    Reported::new(words, said)
}

fn words(fields: &mut Fields<'_>, file: &Arc<str>) -> Option<Words> {
    fields.required("title");
    let title = word(fields, "title");
    if title.as_ref().is_some_and(|title| title.word.trim().is_empty()) {
        fields.missing("title");
    }
    let summary = word(fields, "summary");
    for word in title.iter().chain(&summary) {
        judge_marks(fields, word);
    }
    let slug = word(fields, "slug").filter(|slug| slug_is_good(fields, slug));
    let has_faulty_slug = slug.is_none() && fields.node("slug").is_some();
    let keywords = fields.texts("keywords").into_iter().map(|(keyword, _)| keyword.to_owned()).collect();
    let image = image(fields, file);
    let is_draft = fields.choice("status", &[("draft", ())]).is_some();
    Some(Words { summary, slug, has_faulty_slug, keywords, image, is_draft, ..Words::of_title(title?, file) })
}

fn slug_is_good(fields: &mut Fields<'_>, slug: &Word) -> bool {
    let good = is_segment(&slug.word);
    if !good {
        fields.say(Diagnostic::new(&codes::BAD_SLUG, slug.place.clone()).with("value", &slug.word));
    }
    good
}

fn image(fields: &mut Fields<'_>, file: &Arc<str>) -> Option<Box<ImageWords>> {
    let node = fields.node("image")?;
    let mut inner = Fields::of(file, node);
    inner.required("src");
    inner.required("alt");
    let src = word(&mut inner, "src");
    let alt = inner.text("alt").map(|(alt, span)| {
        let place = inner.place(span);
        if alt.trim().is_empty() {
            inner.say(Diagnostic::new(&codes::IMAGE_WITHOUT_ALT, place.clone()));
        }
        (alt.to_owned(), place)
    });
    let caption = word(&mut inner, "caption");
    if let Some(caption) = &caption {
        judge_marks(&mut inner, caption);
    }
    let credit = inner.text("credit").map(|(credit, _)| credit.to_owned());
    fields.said.extend(inner.finish(|_| None));
    let (alt, alt_place) = alt?;
    Some(Box::new(ImageWords { src: src?, alt, alt_place, caption, credit }))
}

/// Says what is wrong with the braces and language parts of a word, at the place of the whole: how YAML
/// wrote it, with quotation marks and escapes, is no longer known.
fn judge_marks(fields: &mut Fields<'_>, word: &Word) {
    for said in marks_of(&word.word, &word.place) {
        fields.say(said);
    }
}

/// The same for a text at a place.
pub(crate) fn marks_of(text: &str, place: &Place) -> Vec<Diagnostic> {
    if memchr::memchr2(b'{', b'[', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let said = markdown::read_words(&place.file, text, place.span).said;
    said.into_iter().map(|said| Diagnostic { place: Some(place.clone()), other: None, ..said }).collect()
}

/// Says which weekdays in a word of the front matter contradict their dates.
fn wrong_weekdays(word: &Word, text: &str, calendar: &Calendar) -> Vec<Diagnostic> {
    let said = |wrong: &Wrong| {
        let span = part_of(word.place.span, text, &word.word, &wrong.range).unwrap_or(word.place.span);
        calendar.diagnostic(wrong, &word.word, Place::new(&word.place.file, span))
    };
    calendar.wrong(&word.word).iter().map(said).collect()
}

/// Where some bytes of a value stand in the file. None where the value is written with other characters
/// around them, so that they cannot be told from others of their kind.
fn part_of(place: Span, file: &str, value: &str, range: &Range<usize>) -> Option<Span> {
    let (start, end) = (place.start_in(file), place.end_in(file));
    let written = file.get(start..end)?;
    let part = &value[range.clone()];
    let among = |text: &str| text.matches(part).count();
    if among(value) != among(written) {
        return None;
    }
    let (found, _) = written.match_indices(part).nth(among(&value[..range.start]))?;
    Some(Span::of(file, start + found, start + found + part.len()))
}

fn word(fields: &mut Fields<'_>, key: &'static str) -> Option<Word> {
    let (text, span) = fields.text(key)?;
    Some(Word { word: text.to_owned(), place: fields.place(span) })
}

/// Says that the front matter is missing, or where it begins without an end.
fn no_front_matter(source: &Source) -> Diagnostic {
    let is_open = source.text.lines().next().is_some_and(|line| line.trim_end() == "---");
    let end_column = if is_open { 4 } else { 1 };
    let span = Span { end_column, ..Span::START };
    Diagnostic::new(&codes::NO_FRONT_MATTER, Place::new(&source.file, span))
        .with("mistake", if is_open { "unclosed" } else { "missing" })
}

/// Splits a words file into front matter, body, and the line on which the body begins (counted from
/// 0). None if the file does not begin with `---`, or nothing closes it.
pub fn split(text: &str) -> Option<(&str, &str, u32)> {
    let rest = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    let mut at = 0;
    for (number, line) in rest.split_inclusive('\n').enumerate() {
        if line.trim_end() == "---" {
            return Some((&rest[..at], &rest[at + line.len()..], number as u32 + 2));
        }
        at += line.len();
    }
    None
}
