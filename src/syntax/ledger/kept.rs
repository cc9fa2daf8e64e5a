//! The ledger's lines as they are kept between builds: reading them again takes a tenth of parsing their text and
//! hashing each for its checksum.
//!
//! In: the lines of a text of which there was nothing to say. Out: the same lines, in the same order, for as long as
//! the text has the same bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Event, Line, span_of_length};
use crate::diagnostic::Place;
use crate::digest::Sha256;
use crate::locale::{Instant, Locale, Zone};

/// Some lines, with what many of them share written once.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Lines<'a> {
    #[serde(borrow)]
    zones: Vec<&'a str>,
    #[serde(borrow)]
    locales: Vec<&'a str>,
    #[serde(borrow)]
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Row<'a> {
    /// None where it is that of the line before.
    document: Option<&'a str>,
    locale: u32,
    url: &'a str,
    event: Event,
    at: Moment,
    /// None where it is the same.
    released: Option<Moment>,
    change: u32,
    form: u32,
    sha256: Sha256,
    folded: Sha256,
    /// None where it is that of the text, as of all words without placeables.
    written: Option<Sha256>,
    parts: &'a str,
    #[serde(borrow)]
    anchors: Vec<(&'a str, &'a str)>,
    #[serde(borrow)]
    placed: Vec<(&'a str, &'a str)>,
    /// The number of the line in the file, and how many characters it has.
    number: u32,
    length: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Moment {
    second: i64,
    nanosecond: i32,
    zone: u32,
}

impl<'a> Lines<'a> {
    /// What is kept of these lines, which stand in one file.
    pub fn of(lines: &'a [Line]) -> Lines<'a> {
        let mut kept = Lines::default();
        let mut before = None;
        for line in lines {
            let row = kept.row(line, before);
            kept.rows.push(row);
            before = Some(&line.document);
        }
        kept
    }

    fn row(&mut self, line: &'a Line, before: Option<&Arc<str>>) -> Row<'a> {
        Row {
            document: (before != Some(&line.document)).then_some(&line.document),
            locale: place_in(&mut self.locales, line.locale.as_str()),
            url: &line.url,
            event: line.event,
            at: self.moment(&line.at),
            released: (line.released != line.at).then(|| self.moment(&line.released)),
            change: line.change,
            form: line.form,
            sha256: line.sha256,
            folded: line.folded,
            written: (line.written != line.sha256).then_some(line.written),
            parts: &line.parts,
            anchors: borrowed(&line.anchors),
            placed: borrowed(&line.placed),
            number: line.place.span.line,
            length: line.place.span.end_column - 1,
        }
    }

    fn moment(&mut self, at: &'a Instant) -> Moment {
        let (second, nanosecond) = at.numbers();
        Moment { second, nanosecond, zone: place_in(&mut self.zones, at.zone().name()) }
    }

    /// The lines again, of the file of this name. None where these are none, whatever else they are.
    pub fn lines(self, file: &Arc<str>) -> Option<Vec<Line>> {
        let zones: Option<Vec<Zone>> = self.zones.into_iter().map(Zone::of_name).collect();
        let locales: Option<Vec<Locale>> = self.locales.into_iter().map(Locale::parse).collect();
        let shared = Shared { file, zones: zones?, locales: locales? };
        let mut lines: Vec<Line> = Vec::with_capacity(self.rows.len());
        for row in self.rows {
            let document = match row.document {
                Some(document) => document.into(),
                None => Arc::clone(&lines.last()?.document),
            };
            lines.push(shared.line(row, document)?);
        }
        Some(lines)
    }
}

/// What many lines share.
struct Shared<'a> {
    file: &'a Arc<str>,
    zones: Vec<Zone>,
    locales: Vec<Locale>,
}

impl Shared<'_> {
    fn line(&self, row: Row<'_>, document: Arc<str>) -> Option<Line> {
        let at = self.instant(&row.at)?;
        let released = match &row.released {
            Some(released) => self.instant(released)?,
            None => at.clone(),
        };
        Some(Line {
            document,
            locale: self.locales.get(row.locale as usize)?.clone(),
            url: row.url.to_owned(),
            event: row.event,
            at,
            released,
            change: row.change,
            form: row.form,
            sha256: row.sha256,
            folded: row.folded,
            written: row.written.unwrap_or(row.sha256),
            parts: row.parts.to_owned(),
            anchors: owned(&row.anchors),
            placed: owned(&row.placed),
            place: Place::new(self.file, span_of_length(row.number, row.length)),
        })
    }

    fn instant(&self, moment: &Moment) -> Option<Instant> {
        let zone = self.zones.get(moment.zone as usize)?.clone();
        Instant::of_numbers((moment.second, moment.nanosecond), zone)
    }
}

/// Where a text stands in a list of a few, to which it is added if it is not in it.
fn place_in<'a>(list: &mut Vec<&'a str>, text: &'a str) -> u32 {
    let at = list.iter().position(|known| *known == text).unwrap_or_else(|| {
        list.push(text);
        list.len() - 1
    });
    at as u32
}

fn borrowed(texts: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

fn owned(texts: &[(&str, &str)]) -> BTreeMap<String, String> {
    // Nearly every line has none, and to collect none takes as long as all the rest of it.
    match texts {
        [] => BTreeMap::new(),
        texts => texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::Source;
    use crate::syntax::ledger;

    fn a_line() -> impl Strategy<Value = Line> {
        let texts = || proptest::collection::btree_map("[a-z]{0,3}", "\\PC{0,5}", 0..3);
        let instant = || {
            let texts = [
                "2021-11-16 18.00 WITA",
                "2021-11-16T10:00:00Z",
                "2021-03-28T02:30:00-03:30",
                "2021-11-16T18:00:00.5+08:00",
            ];
            let instants: Vec<Instant> = texts.iter().filter_map(|text| Instant::parse(text).ok()).collect();
            assert!(instants.len() >= 3);
            proptest::sample::select(instants)
        };
        let digest = || "[ab]{0,1}".prop_map(|text: String| Sha256::of_bytes(text.as_bytes()));
        let event = proptest::sample::select(vec![Event::Released, Event::Changed, Event::Formatter]);
        let place = ("[ab]{1,2}", proptest::sample::select(vec!["en", "id", "zh-Hant-TW"]), "\\PC{0,8}", event);
        let numbers = (any::<u32>(), any::<u32>(), 1..u32::MAX, 0..u32::MAX);
        let rest = ("[0-9a-f]{0,16}", texts(), texts());
        (place, (instant(), instant()), (digest(), digest(), digest()), numbers, rest).prop_map(
            |((document, locale, url, event), (at, released), digests, (change, form, number, length), rest)| Line {
                document: document.into(),
                locale: Locale::parse(locale).unwrap(),
                url,
                event,
                at,
                released,
                change,
                form,
                sha256: digests.0,
                folded: digests.1,
                written: digests.2,
                parts: rest.0,
                anchors: rest.1,
                placed: rest.2,
                place: Place::new(&"ledger.jsonl".into(), span_of_length(number, length)),
            },
        )
    }

    fn again(lines: &[Line]) -> Option<Vec<Line>> {
        let bytes = postcard::to_allocvec(&Lines::of(lines)).unwrap();
        postcard::from_bytes::<Lines<'_>>(&bytes).unwrap().lines(&"ledger.jsonl".into())
    }

    proptest! {
        #[test]
        fn lines_that_were_kept_are_the_lines_that_were_read(lines in proptest::collection::vec(a_line(), 0..8)) {
            prop_assert_eq!(again(&lines), Some(lines.clone()));
            // As the file has them, with its places.
            let text: String = lines.iter().map(|line| line.json() + "\n").collect();
            let read = ledger::read(&Source::new("ledger.jsonl", text)).value;
            prop_assert_eq!(again(&read), Some(read));
        }
    }

    #[test]
    fn a_row_that_speaks_of_what_is_not_there_is_none() {
        let row = |document, locale, zone| Row {
            document,
            locale,
            url: "/",
            event: Event::Released,
            at: Moment { second: 0, nanosecond: 0, zone },
            released: None,
            change: 0,
            form: 1,
            sha256: Sha256::of_bytes(b""),
            folded: Sha256::of_bytes(b""),
            written: None,
            parts: "",
            anchors: Vec::new(),
            placed: Vec::new(),
            number: 1,
            length: 1,
        };
        let lines = |zone, row| Lines { zones: vec![zone], locales: vec!["en"], rows: vec![row] };
        let file: Arc<str> = "ledger.jsonl".into();
        assert!(lines("Asia/Makassar", row(Some("pages/about"), 0, 0)).lines(&file).is_some());
        assert!(lines("Asia/Makassar", row(None, 0, 0)).lines(&file).is_none());
        assert!(lines("Asia/Makassar", row(Some("pages/about"), 1, 0)).lines(&file).is_none());
        assert!(lines("Asia/Makassar", row(Some("pages/about"), 0, 1)).lines(&file).is_none());
        assert!(lines("Asia/Nowhere", row(Some("pages/about"), 0, 0)).lines(&file).is_none());
    }
}
