//! `document.lock`: against which original a translation was accepted. Written by Warta, read as a source.
//!
//! In: the file's text. Out: [`Lock`], or a diagnostic at the first thing that Warta would not have
//! written. The file is JSON, one entry a line, so that a difference shows what became of it:
//!
//! ```json
//! {
//!   "version": 2,
//!   "accepted": {
//!     "en": {
//!       "original": "id",
//!       "at": "2021-11-15T09:00:00Z",
//!       "title": "Konferensi ditutup",
//!       "summary": "Konferensi berakhir dengan sebuah pesan.",
//!       "blocks": [
//!         "Konferensi ditutup hari ini.",
//!         "- satu\n- dua"
//!       ],
//!       "notes": []
//!     }
//!   }
//! }
//! ```
//!
//! The texts are those of the *original* at that time ([`WordsDigests`] says how they are taken). An
//! entry is not about the words of the translation itself. Version 1 had the digest of each part in place
//! of its text; what was accepted so, and not since, stands as `{"digest": "…"}` in version 2.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::digests::{KeptWording, Part, Wording, WordsDigests};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported, Span};
use crate::digest::Digest;
use crate::locale::{Instant, Locale, Zone};
use crate::source::Source;

/// The name of the file in a document's folder.
pub const LOCK_FILE: &str = "document.lock";

/// The form of the file that this program writes. It reads the first one too.
const VERSION: u32 = 2;

/// The form with digests alone.
const DIGESTS: u32 = 1;

/// What was accepted of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// The accepted translations, sorted by the tags of their locales.
    pub accepted: Vec<Accepted>,
}

/// One accepted translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Its locale.
    pub locale: Locale,
    /// The locale of the original that it was accepted against.
    pub original: Locale,
    /// When.
    pub at: Instant,
    /// What the original said then.
    pub words: Wording,
    /// Where its locale is written; for one that is not yet written, the start of a file.
    pub span: Span,
}

impl Lock {
    /// The acceptance of the translation into this locale.
    pub fn of(&self, locale: &Locale) -> Option<&Accepted> {
        self.accepted.iter().find(|accepted| accepted.locale == *locale)
    }

    /// The same lock with this acceptance, in place of an older one of its locale.
    pub fn with(&self, accepted: Accepted) -> Lock {
        let mut all = self.accepted.clone();
        all.retain(|other| other.locale != accepted.locale);
        let at = all.partition_point(|other| other.locale < accepted.locale);
        all.insert(at, accepted);
        Lock { accepted: all }
    }

    /// The text of the file: the same for the same lock, with LF at every line's end.
    pub fn text(&self) -> String {
        let entries = self.accepted.iter().map(|accepted| (accepted.locale.clone(), Entry::of(accepted))).collect();
        let written = Written { version: VERSION, accepted: Entries(entries) };
        // Strings, numbers and lists under keys that are strings: JSON has a form for each.
        let text = serde_json::to_string_pretty(&written).unwrap_or_else(|_| unreachable!("a lock is JSON"));
        text + "\n"
    }
}

/// What is kept of a lock between builds: all but the texts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Extract(Vec<Kept>);

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    locale: String,
    original: String,
    /// Seconds and nanoseconds since 1970, and the zone.
    at: (i64, i32, String),
    words: KeptWording,
    span: Span,
}

impl Extract {
    /// What may be kept of a lock; nothing where it lacks a text, as those of the first form do.
    pub fn of(lock: &Lock) -> Option<Extract> {
        let kept = |accepted: &Accepted| {
            let Accepted { locale, original, at, words, span } = accepted;
            let (locale, original) = (locale.as_str().into(), original.as_str().into());
            let ((second, nanosecond), zone) = (at.numbers(), at.zone().name().into());
            Some(Kept { locale, original, at: (second, nanosecond, zone), words: words.kept()?, span: *span })
        };
        lock.accepted.iter().map(kept).collect::<Option<_>>().map(Extract)
    }

    /// The lock again, its parts left to its file; none where it cannot be one. `known` has the site's locales, which
    /// nearly all of its are: a tag by itself is looked at much longer.
    pub fn lock(self, known: impl Fn(&str) -> Option<Locale>) -> Option<Lock> {
        let locale = |tag: &str| known(tag).or_else(|| Locale::parse(tag));
        let accepted = |kept: Kept| {
            let Kept { locale: own, original, at: (second, nanosecond, zone), words, span } = kept;
            let at = Instant::of_numbers((second, nanosecond), Zone::of_name(&zone)?)?;
            Some(Accepted { locale: locale(&own)?, original: locale(&original)?, at, words: words.into(), span })
        };
        Some(Lock { accepted: self.0.into_iter().map(accepted).collect::<Option<_>>()? })
    }
}

/// Reads a lock. None, and what is wrong, if it is anything but what Warta writes: an entry that is half
/// understood could let a translation out that nobody accepted.
pub fn read(source: &Source) -> Reported<Option<Lock>> {
    read_beside(source, &|_| None)
}

/// The same beside the words of its document as they are now, by locale. Nearly all parts are as they were accepted, and
/// have digests already.
pub fn read_beside<'a>(source: &Source, now: Now<'_, 'a>) -> Reported<Option<Lock>> {
    // Nearly every lock is just what Warta writes. What another is, and what is wrong with it, is told below.
    if let Some(lock) = read_usual(&source.text, now) {
        return Reported::clean(Some(lock));
    }
    read_any(source)
}

/// The words of a document in a locale, where they are known.
type Now<'f, 'a> = &'f dyn Fn(&Locale) -> Option<&'a WordsDigests>;

/// Reads a lock of this version that has the text of each part; none where it is anything else.
fn read_usual(text: &str, now: Now<'_, '_>) -> Option<Lock> {
    let written: Written<WrittenText> = serde_json::from_str(text).ok()?;
    (written.version == VERSION).then(|| written.lock(text, now))
}

fn read_any(source: &Source) -> Reported<Option<Lock>> {
    let bad = |mistake: &'static str, span: Span| {
        let said = Diagnostic::new(&codes::BAD_LOCK, Place::new(&source.file, span));
        Reported::new(None, vec![said.with("mistake", mistake)])
    };
    if let Some(span) = conflict(&source.text) {
        return bad("conflict", span);
    }
    let read = match serde_json::from_str::<Version>(&source.text) {
        Ok(known) if known.version == DIGESTS => {
            serde_json::from_str::<Written<Digest>>(&source.text).map(|written| written.lock(&source.text, &|_| None))
        }
        Ok(known) if known.version != VERSION => return bad("version", key_span(&source.text, "version")),
        // What is wrong with its version is told with the rest.
        _ => serde_json::from_str::<Written<WrittenPart>>(&source.text)
            .map(|written| written.lock(&source.text, &|_| None)),
    };
    match read {
        Ok(lock) => Reported::clean(Some(lock)),
        Err(error) if error.is_data() => bad("form", span_of(&source.text, &error)),
        Err(error) => bad("json", span_of(&source.text, &error)),
    }
}

/// The first line that a merge left behind.
fn conflict(text: &str) -> Option<Span> {
    let is_mark = |line: &str| ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark));
    let (at, line) = text.lines().enumerate().find(|(_, line)| is_mark(line))?;
    let (line_number, end_column) = (at as u32 + 1, line.chars().count() as u32 + 1);
    Some(Span { line: line_number, column: 1, end_line: line_number, end_column })
}

/// The entry in which the parser stopped, up to there. It counts bytes, and may stand behind the end.
fn span_of(text: &str, error: &serde_json::Error) -> Span {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let end = text.floor_char_boundary((before + error.column()).min(text.trim_end().len()));
    let read = &text[..end];
    let last = text[..text.floor_char_boundary(end.saturating_sub(1))].rfind(['{', '}', '[', ']', ',']);
    let start = last.map_or(0, |at| at + 1);
    Span::of(text, end - read[start..].trim_start().len(), end)
}

/// Where a key is written: the string with a colon behind it.
fn key_span(text: &str, key: &str) -> Span {
    let quoted = format!("\"{key}\"");
    let is_key = |at: &usize| text[at + quoted.len()..].trim_start().starts_with(':');
    let found = text.match_indices(&quoted).map(|(at, _)| at).find(is_key);
    found.map_or(Span::START, |at| Span::of(text, at, at + quoted.len()))
}

/// The version of a file, whatever else it holds.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// The file as it is written, with parts of one form.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "P: Deserialize<'de>"))]
struct Written<P> {
    version: u32,
    accepted: Entries<P>,
}

impl<P: ReadPart> Written<P> {
    fn lock(self, text: &str, now: Now<'_, '_>) -> Lock {
        let accepted = self.accepted.0.into_iter().map(|(locale, entry)| entry.accepted(locale, text, now));
        let mut accepted: Vec<Accepted> = accepted.collect();
        accepted.sort_by(|one, other| one.locale.cmp(&other.locale));
        Lock { accepted }
    }
}

/// A part as version 2 writes it: its text, or the digest alone where no text was kept.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum WrittenPart {
    Text(String),
    Digest(OnlyDigest),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnlyDigest {
    digest: Digest,
}

/// A part as it was read from a lock.
trait ReadPart {
    /// The part itself. `now` is what stands in its place today, which may well be the same.
    fn part(self, now: Option<&Part>) -> Part;
}

/// A part as nearly every lock has it: the file's own bytes where nothing in it is escaped.
struct WrittenText<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for WrittenText<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<WrittenText<'de>, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = WrittenText<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<WrittenText<'de>, E> {
        Ok(WrittenText(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<WrittenText<'de>, E> {
        Ok(WrittenText(Cow::Owned(text.to_owned())))
    }
}

impl ReadPart for WrittenText<'_> {
    fn part(self, now: Option<&Part>) -> Part {
        Part::like(&self.0, now)
    }
}

impl ReadPart for Digest {
    fn part(self, _: Option<&Part>) -> Part {
        Part::known(self)
    }
}

impl ReadPart for WrittenPart {
    fn part(self, _: Option<&Part>) -> Part {
        match self {
            WrittenPart::Text(text) => Part::of(&text),
            WrittenPart::Digest(only) => Part::known(only.digest),
        }
    }
}

impl From<&Part> for WrittenPart {
    fn from(part: &Part) -> WrittenPart {
        let only = || WrittenPart::Digest(OnlyDigest { digest: part.digest() });
        part.text().map_or_else(only, |text| WrittenPart::Text(text.to_owned()))
    }
}

/// One acceptance as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry<P> {
    #[serde(serialize_with = "write_locale", deserialize_with = "read_locale")]
    original: Locale,
    #[serde(serialize_with = "write_instant", deserialize_with = "read_instant")]
    at: Instant,
    title: P,
    #[serde(default = "nothing", skip_serializing_if = "Option::is_none")]
    summary: Option<P>,
    blocks: Vec<P>,
    notes: Vec<P>,
}

/// A summary that is not there. `Default` would ask the part for one of its own.
fn nothing<P>() -> Option<P> {
    None
}

impl Entry<WrittenPart> {
    fn of(accepted: &Accepted) -> Entry<WrittenPart> {
        // Whoever accepts reads the files, and leaves the parts of a lock to its file only where there is nothing to write.
        let Some(words) = accepted.words.parts() else { unreachable!("a lock is written with its parts") };
        let parts = |parts: &[Part]| parts.iter().map(WrittenPart::from).collect();
        Entry {
            original: accepted.original.clone(),
            at: accepted.at.clone(),
            title: WrittenPart::from(&words.title),
            summary: words.summary.as_ref().map(WrittenPart::from),
            blocks: parts(&words.blocks),
            notes: parts(&words.notes),
        }
    }
}

impl<P: ReadPart> Entry<P> {
    fn accepted(self, locale: Locale, text: &str, now: Now<'_, '_>) -> Accepted {
        let now = now(&self.original);
        let parts = |parts: Vec<P>, now: Option<&[Part]>| {
            let parts = parts.into_iter().enumerate();
            parts.map(|(at, part)| part.part(now.and_then(|now| now.get(at)))).collect()
        };
        let words = WordsDigests {
            title: self.title.part(now.map(|now| &now.title)),
            summary: self.summary.map(|summary| summary.part(now.and_then(|now| now.summary.as_ref()))),
            blocks: parts(self.blocks, now.map(|now| now.blocks.as_slice())),
            notes: parts(self.notes, now.map(|now| now.notes.as_slice())),
        };
        let span = key_span(text, locale.as_str());
        Accepted { locale, original: self.original, at: self.at, words: Wording::of(words), span }
    }
}

/// The entries with their locales. A map of Rust's would keep the last of two entries for one locale and
/// say nothing, and two branches that were merged can leave two.
struct Entries<P>(Vec<(Locale, Entry<P>)>);

impl<P: Serialize> Serialize for Entries<P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(locale, entry)| (locale.as_str(), entry)))
    }
}

impl<'de, P: Deserialize<'de>> Deserialize<'de> for Entries<P> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Entries<P>, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<P>(PhantomData<P>);

impl<'de, P: Deserialize<'de>> Visitor<'de> for EntriesVisitor<P> {
    type Value = Entries<P>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a map by locale")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<P>, A::Error> {
        let mut entries: Vec<(Locale, Entry<P>)> = Vec::new();
        while let Some(tag) = map.next_key::<String>()? {
            let locale = Locale::parse(&tag).ok_or_else(|| A::Error::custom("not a locale"))?;
            if entries.iter().any(|(known, _)| *known == locale) {
                return Err(A::Error::custom("the same locale twice"));
            }
            entries.push((locale, map.next_value()?));
        }
        Ok(Entries(entries))
    }
}

fn write_locale<S: Serializer>(locale: &Locale, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(locale.as_str())
}

fn read_locale<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Locale, D::Error> {
    Locale::parse(&String::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("not a locale"))
}

// In UTC: the same whoever writes it, and wherever.
fn write_instant<S: Serializer>(at: &Instant, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&at.in_zone(&Zone::utc()).iso().replace("+00:00", "Z"))
}

fn read_instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Instant, D::Error> {
    Instant::parse(&String::deserialize(deserializer)?).map_err(|_| D::Error::custom("not an instant"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "version": 2,
  "accepted": {
    "ar": {
      "original": "id",
      "at": "2031-05-19T01:00:00Z",
      "title": "000102030405060708090a0b0c0d0e0f",
      "blocks": [],
      "notes": []
    },
    "en": {
      "original": "id",
      "at": "2031-05-20T01:00:00Z",
      "title": "000102030405060708090a0b0c0d0e0f",
      "summary": "000102030405060708090a0b0c0d0e0f",
      "blocks": [
        "000102030405060708090a0b0c0d0e0f"
      ],
      "notes": []
    }
  }
}
"#;

    /// The same file in the first form: what stands for texts was digests.
    fn first(text: &str) -> String {
        text.replace("\"version\": 2", "\"version\": 1")
    }

    fn said(text: &str) -> String {
        let reported = read(&Source::new("content/a/b/document.lock", text));
        assert_eq!(reported.value.is_none(), !reported.said.is_empty(), "{text}");
        let shown = |said: &Diagnostic| {
            let span = said.place.as_ref().map_or(Span::START, |place| place.span);
            let mistake = said.arguments.first().map_or("", |(_, mistake)| mistake.as_str());
            format!("{mistake} {}:{}", span.line, span.column)
        };
        reported.said.iter().map(shown).collect()
    }

    #[test]
    fn a_lock_is_written_as_it_is_read() {
        let lock = read(&Source::new("content/a/b/document.lock", TEXT)).value.expect("a good lock");
        assert_eq!(lock.text(), TEXT);
        let tags: Vec<&str> = lock.accepted.iter().map(|accepted| accepted.locale.as_str()).collect();
        assert_eq!(tags, ["ar", "en"]);
        assert_eq!(lock.accepted[1].span.line, 11);
    }

    #[test]
    fn a_new_acceptance_takes_the_place_of_an_older_one_and_leaves_the_others() {
        let lock = read(&Source::new("content/a/b/document.lock", TEXT)).value.expect("a good lock");
        let english = Accepted { original: Locale::parse("ar").expect("a tag"), ..lock.accepted[1].clone() };
        let new = lock.with(english);
        assert_eq!(
            new.text(),
            TEXT.replace("\"id\",\n      \"at\": \"2031-05-20", "\"ar\",\n      \"at\": \"2031-05-20")
        );
        let first = Accepted { locale: Locale::parse("aa").expect("a tag"), ..lock.accepted[1].clone() };
        let tags: Vec<String> = lock.with(first).accepted.iter().map(|accepted| accepted.locale.to_string()).collect();
        assert_eq!(tags, ["aa", "ar", "en"]);
    }

    #[test]
    fn what_warta_would_not_have_written_is_told_with_its_place() {
        assert_eq!(said(""), "json 1:1");
        assert_eq!(said("{\n  \"version\": 1,\n"), "json 2:3");
        assert_eq!(said(&TEXT.replace("\"version\": 2", "\"version\": 3")), "version 2:3");
        assert_eq!(said(&TEXT.replace("\"version\": 2", "\"version\": \"1\"")), "form 2:3");
        assert_eq!(said(&TEXT.replacen("notes", "remarks", 1)), "form 9:7");
        assert_eq!(said(&first(TEXT).replacen("\"000102", "\"zz0102", 1)), "form 7:7");
        assert_eq!(said(&TEXT.replace("2031-05-20T01:00:00Z", "yesterday")), "form 13:7");
        assert_eq!(said(&TEXT.replace("\"ar\"", "\"en\"")), "form 11:5");
        assert_eq!(said(&TEXT.replace("    \"en\"", "<<<<<<< HEAD\n    \"en\"")), "conflict 11:1");
    }

    #[test]
    fn what_was_accepted_by_its_digests_keeps_them_beside_texts() {
        let old = read(&Source::new("content/a/b/document.lock", first(TEXT).as_str())).value.expect("a good lock");
        assert!(old.accepted.iter().all(|accepted| !accepted.words.has_texts()));
        let words = Wording::of(WordsDigests { title: Part::of("Dua\nbaris"), ..WordsDigests::default() });
        let new = old.with(Accepted { words, ..old.accepted[1].clone() });
        let text = new.text();
        assert!(text.contains("\"digest\": \"000102030405060708090a0b0c0d0e0f\""), "{text}");
        assert!(text.contains("\"title\": \"Dua\\nbaris\""), "{text}");
        let again = read(&Source::new("content/a/b/document.lock", text.as_str())).value.expect("a good lock");
        assert_eq!(again.text(), text);
        assert_eq!(again.accepted[0].words, old.accepted[0].words);
    }

    #[test]
    fn a_lock_that_was_kept_is_the_one_that_was_read_but_for_its_parts() {
        let known = ["id", "en"].map(|tag| Locale::parse(tag).expect("a tag of the test"));
        let zones = TEXT.replacen("2031-05-19T01:00:00Z", "2031-05-19T09:00:00+08:00", 1);
        for text in [TEXT, &zones, "{\"version\": 2, \"accepted\": {}}"] {
            let lock = read(&Source::new("content/a/b/document.lock", text)).value.expect("a good lock");
            let bytes = postcard::to_allocvec(&Extract::of(&lock).expect("each text is there")).expect("bytes");
            let kept: Extract = postcard::from_bytes(&bytes).expect("what was kept");
            let again = kept.lock(|tag| known.iter().find(|known| known.as_str() == tag).cloned()).expect("a lock");
            assert_eq!(again, lock);
            assert!(again.accepted.iter().all(|accepted| accepted.words.parts().is_none()));
        }
        let old = read(&Source::new("content/a/b/document.lock", first(TEXT).as_str())).value.expect("a good lock");
        assert!(Extract::of(&old).is_none(), "it has no texts");
    }

    #[test]
    fn a_usual_lock_is_read_as_any_is() {
        let texts = [TEXT, &TEXT.replace("\"0001", "\"  Dua\\nbaris \\u00e9 \\r\\n"), &TEXT.replace("000", "é")];
        for text in texts {
            let any = read_any(&Source::new("content/a/b/document.lock", text)).value.expect("a good lock");
            let usual = read_usual(text, &|_| None).expect("a usual lock");
            assert_eq!((usual.text(), &usual), (any.text(), &any), "{text}");
        }
        let digest = "{\"digest\": \"000102030405060708090a0b0c0d0e0f\"}";
        let others = [
            first(TEXT),
            TEXT.replace("\"version\": 2", "\"version\": 3"),
            TEXT.replacen("\"000102030405060708090a0b0c0d0e0f\"", digest, 1),
            TEXT.replacen("\"000102030405060708090a0b0c0d0e0f\"", "7", 1),
            TEXT.replace("\"ar\"", "\"en\""),
            TEXT.replace("    \"en\"", "<<<<<<< HEAD\n    \"en\""),
            TEXT.replacen("notes", "remarks", 1),
        ];
        others.iter().for_each(|text| assert_eq!(read_usual(text, &|_| None), None, "{text}"));
        (0..TEXT.len() - 1).for_each(|end| assert_eq!(read_usual(&TEXT[..end], &|_| None), None));
    }

    #[test]
    fn beside_the_words_of_today_a_lock_is_read_as_by_itself() {
        let text = TEXT.replace("\"000102030405060708090a0b0c0d0e0f\"\n      ],", "\"satu\", \"dua \\n\", \"tiga\"],");
        let by_itself = read_usual(&text, &|_| None).expect("a usual lock");
        let part = |text| Part::of(text);
        // One part is as it was, one has other white space, the others are not there or are others.
        let (blocks, summary) = (vec![part("satu"), part("dua"), part("empat")], Some(part("Ringkasan")));
        let now = WordsDigests { title: part("Judul"), summary, blocks, notes: Vec::new() };
        let same = by_itself.accepted[1].words.parts().expect("just read").clone();
        for now in [&now, &same, &WordsDigests::default()] {
            let beside = read_usual(&text, &|_| Some(now)).expect("a usual lock");
            assert_eq!((beside.text(), &beside), (by_itself.text(), &by_itself));
            let fresh = |part: &Part| part.text().is_none_or(|text| Part::of(text).digest() == part.digest());
            let all = beside.accepted.iter().map(|accepted| accepted.words.parts().expect("just read"));
            assert!(all.flat_map(WordsDigests::all).all(fresh));
        }
    }

    #[test]
    fn no_text_makes_the_reader_fail() {
        for end in 0..TEXT.len() - 1 {
            said(&TEXT[..end]);
        }
        for text in
            ["[]", "null", "{}", "\u{fffd}\n\n", "{\"version\":1,\"accepted\":{\"é\":{}}}", "\n\n\n", "{\"a\":\n\n"]
        {
            said(text);
        }
    }
}
