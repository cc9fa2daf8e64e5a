//! Footnotes: numbered by first reference, whatever the order of their definitions.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Events;
use super::report::Report;
use crate::diagnostic::codes;

/// The numbers of the footnotes of one body.
#[derive(Default)]
pub(super) struct Numbering {
    by_label: HashMap<String, u32>,
    by_event: HashMap<usize, u32>,
}

impl Numbering {
    /// The number of the note with this label, if it is defined.
    pub(super) fn of_label(&self, label: &str) -> Option<u32> {
        self.by_label.get(&label.to_lowercase()).copied()
    }

    /// The number of the note whose definition starts at this event; none if nothing refers to it.
    pub(super) fn of_definition(&self, event: usize) -> Option<u32> {
        self.by_event.get(&event).copied()
    }
}

struct Definition {
    label: String,
    event: usize,
    source: Range<usize>,
    refers_to: Vec<String>,
}

/// Numbers the footnotes; says which are defined twice or never referred to.
///
/// References inside a footnote come after all those of the text.
pub(super) fn number(events: &Events<'_>, report: &mut Report<'_>) -> Numbering {
    let (definitions, waiting) = collect(events);
    let mut numbering = Numbering::default();
    if definitions.is_empty() {
        return numbering;
    }
    let by_label = index(&definitions, report);
    let mut waiting = VecDeque::from(waiting);
    while let Some(label) = waiting.pop_front() {
        let Some(definition) = by_label.get(&label).map(|at| &definitions[*at]) else { continue };
        if numbering.by_label.contains_key(&label) {
            continue;
        }
        let next = numbering.by_label.len() as u32 + 1;
        numbering.by_event.insert(definition.event, next);
        numbering.by_label.insert(label, next);
        waiting.extend(definition.refers_to.iter().cloned());
    }
    for definition in &definitions {
        let is_first = by_label.get(&definition.label).is_some_and(|at| definitions[*at].event == definition.event);
        if is_first && !numbering.by_label.contains_key(&definition.label) {
            report.say_with(&codes::UNUSED_FOOTNOTE, &definition.source, "label", &definition.label);
        }
    }
    numbering
}

// The definitions, and the labels that the text itself refers to, both in order.
fn collect(events: &Events<'_>) -> (Vec<Definition>, Vec<String>) {
    let mut definitions: Vec<Definition> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut outside = Vec::new();
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                open.push(definitions.len());
                let label = label.to_lowercase();
                definitions.push(Definition { label, event: at, source: range.clone(), refers_to: Vec::new() });
            }
            Event::End(TagEnd::FootnoteDefinition) => drop(open.pop()),
            Event::FootnoteReference(label) => match open.last() {
                Some(definition) => definitions[*definition].refers_to.push(label.to_lowercase()),
                None => outside.push(label.to_lowercase()),
            },
            _ => {}
        }
    }
    (definitions, outside)
}

// The first definition of a label counts, as in Markdown everywhere.
fn index(definitions: &[Definition], report: &mut Report<'_>) -> HashMap<String, usize> {
    let mut by_label = HashMap::new();
    for (at, definition) in definitions.iter().enumerate() {
        let first = *by_label.entry(definition.label.clone()).or_insert(at);
        if first != at {
            let other = report.place_of(&definitions[first].source);
            let said = report.about(&codes::DUPLICATE_FOOTNOTE, &definition.source);
            report.push(said.with("label", definition.label.as_str()).and(other));
        }
    }
    by_label
}
