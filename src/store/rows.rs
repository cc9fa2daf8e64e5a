//! The files of a manifest, as they stand on disk.
//!
//! In: the rows of a manifest's text, or files with what is known of them. Out: each by its name, in the order of
//! names, and the text of a manifest in which some are another. A build after an edit writes two manifests of twenty
//! thousand files of which three have changed: what stays as it was is neither taken apart into words of its own nor
//! written out again, but copied.

use std::collections::BTreeMap;
use std::ops::Range;

use super::manifest::{Entry, push_row};

/// The files of a manifest, sorted by name.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// The rows, `,` and a line feed between them.
    text: String,
    /// The names, where any does not stand in the text as it is.
    names: Option<String>,
    rows: Vec<Row>,
}

/// A file in the text.
#[derive(Debug, Clone)]
struct Row {
    at: usize,
    length: u32,
    name_length: u32,
    name_at: usize,
    entry: Entry,
}

impl Row {
    fn of(at: usize, length: usize, name: Range<usize>, entry: Entry) -> Option<Row> {
        let (length, name_length) = (u32::try_from(length).ok()?, u32::try_from(name.len()).ok()?);
        Some(Row { at, length, name_length, name_at: name.start, entry })
    }

    fn end(&self) -> usize {
        self.at + self.length as usize
    }
}

/// What becomes of a file: it has another entry, or is no more.
pub type Change<'a> = (&'a str, Option<Entry>);

impl Files {
    /// The files of the rows that stand in this part of a text. `read` takes one apart into its name, which has no
    /// escapes and stands right after the quotation mark, and what is known of the file. Gives the text back where a row
    /// is none, or not in its order.
    pub(super) fn of_rows(
        text: String,
        part: Range<usize>,
        read: impl Fn(&str) -> Option<(&str, Entry)>,
    ) -> Result<Files, String> {
        let rows = text.get(part.clone()).and_then(|rows| {
            let mut found = Vec::with_capacity(rows.len() / ROW);
            let (mut at, mut before) = (part.start, "");
            for line in rows.split('\n') {
                let is_last = at + line.len() == part.end;
                let line = if is_last { line } else { line.strip_suffix(',')? };
                let (name, entry) = read(line).filter(|(name, _)| found.is_empty() || *name > before)?;
                found.push(Row::of(at, line.len(), at + 1..at + 1 + name.len(), entry)?);
                (at, before) = (at + line.len() + SEPARATOR.len(), name);
            }
            Some(found)
        });
        match rows {
            Some(rows) => Ok(Files { text, names: None, rows }),
            None => Err(text),
        }
    }

    fn name<'a>(&'a self, row: &Row) -> &'a str {
        &self.names.as_ref().unwrap_or(&self.text)[row.name_at..][..row.name_length as usize]
    }

    /// Each with what is known of it, sorted by name.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Entry)> {
        self.rows.iter().map(|row| (self.name(row), &row.entry))
    }

    /// What is known of a file.
    pub fn get(&self, name: &str) -> Option<&Entry> {
        let at = self.rows.binary_search_by(|row| self.name(row).cmp(name)).ok()?;
        Some(&self.rows[at].entry)
    }

    /// Adds the rows to a text, some of them another: `changes` are sorted by name, each name once.
    pub(super) fn write<'a>(&self, text: &mut String, changes: impl Iterator<Item = Change<'a>>) {
        text.reserve(self.text.len() + ROW * changes.size_hint().0);
        let (start, mut next) = (text.len(), 0);
        let copy = |text: &mut String, from: usize, to: usize| {
            if let [first, ..] = &self.rows[from..to] {
                separate(text, start);
                text.push_str(&self.text[first.at..self.rows[to - 1].end()]);
            }
        };
        for (name, entry) in changes {
            let until = next + self.rows[next..].partition_point(|row| self.name(row) < name);
            copy(text, next, until);
            next = until + usize::from(self.rows.get(until).is_some_and(|row| self.name(row) == name));
            if let Some(entry) = entry {
                separate(text, start);
                push_row(text, name, Some(&entry));
            }
        }
        copy(text, next, self.rows.len());
    }

    /// Adds rows to a text that tell no more than the names of these files and of others, which are sorted.
    pub(super) fn write_names<'a>(&'a self, text: &mut String, others: impl Iterator<Item = &'a str>) {
        let start = text.len();
        let mut others = others.peekable();
        let mut push = |name: &str| {
            separate(text, start);
            push_row(text, name, None);
        };
        for (name, _) in self.iter() {
            while let Some(other) = others.next_if(|other| *other <= name) {
                if other < name {
                    push(other);
                }
            }
            push(name);
        }
        others.for_each(push);
    }
}

/// What stands between rows.
const SEPARATOR: &str = ",\n";

/// How long a row is at least.
const ROW: usize = 128;

fn separate(text: &mut String, start: usize) {
    if text.len() > start {
        text.push_str(SEPARATOR);
    }
}

impl From<BTreeMap<String, Entry>> for Files {
    fn from(files: BTreeMap<String, Entry>) -> Files {
        let (mut text, mut names, mut rows) = (String::new(), String::new(), Vec::with_capacity(files.len()));
        for (name, entry) in files {
            separate(&mut text, 0);
            let (at, name_at) = (text.len(), names.len());
            push_row(&mut text, &name, Some(&entry));
            names.push_str(&name);
            // No system has names of four thousand million bytes.
            rows.extend(Row::of(at, text.len() - at, name_at..names.len(), entry));
        }
        Files { text, names: Some(names), rows }
    }
}

impl PartialEq for Files {
    fn eq(&self, other: &Files) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Files {}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::digest::Digest;
    use crate::model::site::View;
    use crate::store::manifest::{Manifest, State};

    fn entry(number: u8) -> Entry {
        Entry { made_of: Digest::of(&number), bytes: Digest::of_bytes(&[number]), size: u64::from(number) * 10 }
    }

    fn names() -> impl Strategy<Value = BTreeMap<String, Entry>> {
        prop::collection::btree_map("[ab\"é/]{0,3}", (0..9_u8).prop_map(entry), 0..9)
    }

    proptest! {
        #[test]
        fn rows_are_written_as_a_table_of_all_of_them_is(
            before in names(), changes in prop::collection::btree_map("[ab\"é/]{0,3}", prop::option::of((0..9_u8).prop_map(entry)), 0..9)
        ) {
            let mut now = before.clone();
            for (name, change) in &changes {
                match change {
                    Some(entry) => drop(now.insert(name.clone(), *entry)),
                    None => drop(now.remove(name)),
                }
            }
            let manifest = |files: &BTreeMap<String, Entry>| Manifest {
                files: files.clone().into(),
                ..Manifest::new(State::Complete, View::Public)
            };
            // As it was made, and as it was read.
            let read = Manifest::parse(&manifest(&before).bytes()).unwrap();
            for known in [manifest(&before), read] {
                let changes = changes.iter().map(|(name, change)| (name.as_str(), *change));
                prop_assert_eq!(&known.bytes_with(|text| known.files.write(text, changes)), &manifest(&now).bytes());
                prop_assert_eq!(known.files.iter().map(|(name, entry)| (name.to_owned(), *entry)).collect::<BTreeMap<_, _>>(), before.clone());
                for name in before.keys().chain(now.keys()) {
                    prop_assert_eq!(known.files.get(name), before.get(name));
                }
            }
        }

        #[test]
        fn a_manifest_of_names_has_all_of_them_once(before in names(), others in prop::collection::btree_set("[ab\"é/]{0,3}", 0..9)) {
            let files = Files::from(before.clone());
            let manifest = Manifest::new(State::Incomplete, View::Preview);
            let text = manifest.bytes_with(|text| files.write_names(text, others.iter().map(String::as_str)));
            let read = Manifest::parse(&text).unwrap();
            prop_assert_eq!((read.state, read.view), (State::Incomplete, View::Preview));
            let wanted: Vec<&str> = others.iter().chain(before.keys()).map(String::as_str).collect::<std::collections::BTreeSet<_>>().into_iter().collect();
            prop_assert_eq!(read.files.iter().map(|(name, _)| name).collect::<Vec<_>>(), wanted);
            prop_assert!(read.files.iter().all(|(_, entry)| *entry == Entry::default()));
        }
    }
}
