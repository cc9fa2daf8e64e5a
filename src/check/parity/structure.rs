//! Blocks: which one edition lacks, headings, lists, tables, quotations, footnotes, code.

use super::align::Step;
use super::unit::{Side, Unit};
use super::{Finding, Pair};
use crate::diagnostic::codes;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::syntax::markdown::{BlockKind, Shape};

/// Says if only one edition has a summary.
pub(super) fn parts(here: &Side<'_>, there: &Side<'_>) -> Option<Finding> {
    let [title, summary] = &here.front;
    let [other_title, other] = &there.front;
    let case = match (summary, other) {
        (None, Some(_)) => "missing",
        (Some(_), None) => "extra",
        _ => return None,
    };
    let span = |part: &Option<Unit<'_>>| part.as_ref().map(|unit| unit.span);
    let place = Place::new(&here.edition.words.file, span(summary).or(span(title)).unwrap_or(Span::START));
    let original = Place::new(&there.edition.words.file, span(other).or(span(other_title)).unwrap_or(Span::START));
    let said = Diagnostic::new(&codes::PARITY_MISSING_PART, place).and(original).with("case", case);
    Some(Finding { at: "summary".to_owned(), said })
}

/// Says which blocks one edition lacks, or has elsewhere, in parts or as another kind.
pub(super) fn blocks(here: &Side<'_>, there: &Side<'_>, steps: &[Step]) -> Vec<Finding> {
    steps.iter().filter_map(|step| block(here, there, step)).collect()
}

fn block(here: &Side<'_>, there: &Side<'_>, step: &Step) -> Option<Finding> {
    let one = |at: usize| here.blocks.get(at);
    let other = |at: usize| there.blocks.get(at);
    let (case, count, place, original, subject) = match step {
        Step::Missing { here: at, there } => {
            let before = at.checked_sub(1).and_then(one).or(one(0));
            ("missing", there.len(), before, other(there.start), other(there.start)?)
        }
        Step::Extra { here, there } => {
            let before = there.checked_sub(1).and_then(other).or(other(0));
            ("extra", here.len(), one(here.start), before, one(here.start)?)
        }
        Step::Moved { here, there } => ("moved", 1, one(here.start), other(there.start), one(here.start)?),
        Step::Pair { here, there } => {
            let (first, second) = (one(here.start)?, other(there.start)?);
            let case = match (here.len(), there.len()) {
                (1, 1) if is_other_kind(first, second) => "kind",
                (1, 1) => return None,
                (1, _) => "joined",
                _ => "split",
            };
            (case, here.len().max(there.len()), Some(first), Some(second), first)
        }
    };
    let span = |block: Option<&Unit<'_>>| block.map_or(Span::START, |block| block.span);
    let said = Diagnostic::new(&codes::PARITY_BLOCK, Place::new(&here.edition.words.file, span(place)))
        .and(Place::new(&there.edition.words.file, span(original)))
        .with("case", case)
        .with("count", count.to_string())
        .with("kind", word(subject))
        .with("original", original.map_or("", word));
    Some(Finding { at: subject.anchor.to_owned(), said })
}

/// Whether two blocks are of kinds that no other check compares.
fn is_other_kind(one: &Unit<'_>, other: &Unit<'_>) -> bool {
    use BlockKind::{Heading, List, NumberedList};
    let pair = (one.kind, other.kind);
    let is_compared =
        matches!(pair, (Some(Heading(_)), Some(Heading(_))) | (Some(List | NumberedList), Some(List | NumberedList)));
    one.kind != other.kind && !is_compared && !is_quotation(one) && !is_quotation(other)
}

fn is_quotation(block: &Unit<'_>) -> bool {
    matches!(block.kind, Some(BlockKind::Quotation | BlockKind::Alert))
}

/// The word for a kind of block that the messages know.
fn word(block: &Unit<'_>) -> &'static str {
    match block.kind {
        Some(BlockKind::Heading(_)) => "heading",
        Some(BlockKind::Quotation) => "quotation",
        Some(BlockKind::Alert) => "alert",
        Some(BlockKind::List) => "list",
        Some(BlockKind::NumberedList) => "numbered-list",
        Some(BlockKind::Definitions) => "definitions",
        Some(BlockKind::Table) => "table",
        Some(BlockKind::Code) => "code",
        Some(BlockKind::Figure) => "figure",
        Some(BlockKind::Break) => "break",
        Some(BlockKind::Html) => "html",
        Some(BlockKind::Paragraph) | None => "paragraph",
    }
}

/// Compares what two blocks are made of.
pub(super) fn compare(pair: &Pair<'_>, found: &mut Vec<Finding>) {
    let ([here], [there]) = (pair.here, pair.there) else { return };
    found.extend(heading(pair, here, there));
    found.extend(quotation(pair, here, there));
    // A block of another kind was told; that it has no rows goes without saying.
    if !is_other_kind(here, there) {
        found.extend(list(pair, here, there));
        found.extend(table(pair, here.shape, there.shape));
    }
}

fn heading(pair: &Pair<'_>, here: &Unit<'_>, there: &Unit<'_>) -> Option<Finding> {
    let (Some(BlockKind::Heading(level)), Some(BlockKind::Heading(original))) = (here.kind, there.kind) else {
        return None;
    };
    (level != original).then(|| counted(pair, &codes::PARITY_HEADING, level.into(), original.into()))
}

fn quotation(pair: &Pair<'_>, here: &Unit<'_>, there: &Unit<'_>) -> Option<Finding> {
    if !is_quotation(here) && !is_quotation(there) {
        return None;
    }
    let (count, original) = (here.shape.paragraphs, there.shape.paragraphs);
    let case = match (here.kind != there.kind, count != original) {
        (true, _) => "kind",
        (false, true) => "length",
        (false, false) => return None,
    };
    let mut finding = counted(pair, &codes::PARITY_QUOTATION, count, original);
    finding.said = finding.said.with("case", case).with("kind", word(here)).with("other", word(there));
    Some(finding)
}

fn list(pair: &Pair<'_>, here: &Unit<'_>, there: &Unit<'_>) -> Option<Finding> {
    let items = |shape: Shape| (shape.items, shape.inner_items);
    let (one, other) = (items(here.shape), items(there.shape));
    let is_list = |unit: &Unit<'_>| matches!(unit.kind, Some(BlockKind::List | BlockKind::NumberedList));
    let case = match (one != other, here.kind != there.kind && is_list(here) && is_list(there)) {
        (true, _) if one.0 != other.0 => "items",
        (true, _) => "inner",
        (false, true) if here.kind == Some(BlockKind::NumberedList) => "numbered",
        (false, true) => "bullets",
        (false, false) => return None,
    };
    let (count, original) = if one.0 == other.0 { (one.1, other.1) } else { (one.0, other.0) };
    let mut finding = counted(pair, &codes::PARITY_LIST, count, original);
    finding.said = finding.said.with("case", case);
    Some(finding)
}

fn table(pair: &Pair<'_>, here: Shape, there: Shape) -> Option<Finding> {
    let case = match (here.rows == there.rows, here.columns == there.columns) {
        (true, true) => return None,
        (false, _) => "rows",
        (true, false) => "columns",
    };
    let (count, original) = if case == "rows" { (here.rows, there.rows) } else { (here.columns, there.columns) };
    let mut finding = counted(pair, &codes::PARITY_TABLE, count, original);
    finding.said = finding.said.with("case", case);
    Some(finding)
}

fn counted(pair: &Pair<'_>, code: &'static Code, count: u32, original: u32) -> Finding {
    let finding = pair.finding(code, None, None);
    let said = finding.said.with("count", count.to_string()).with("original", original.to_string());
    Finding { said, ..finding }
}

/// Compares the blocks of code of two texts: they are the same in every language.
pub(super) fn code(pair: &Pair<'_>, found: &mut Vec<Finding>) {
    if pair.here.iter().chain(pair.there).all(|unit| unit.code.is_empty()) {
        return;
    }
    let (here, there) = pair.texts();
    let one: Vec<_> = here.flat_map(|unit| &unit.code).collect();
    let other: Vec<_> = there.flat_map(|unit| &unit.code).collect();
    let differs = (0..one.len().max(other.len())).find(|at| match (one.get(*at), other.get(*at)) {
        (Some((digest, _)), Some((original, _))) => digest != original,
        _ => true,
    });
    // A block that is code in one language only is told as another kind.
    let is_told =
        one.len() != other.len() && pair.here.iter().zip(pair.there).any(|(one, other)| is_other_kind(one, other));
    if let Some(at) = differs.filter(|_| !is_told) {
        let span = |code: &[&(_, Span)]| code.get(at).map(|(_, span)| *span);
        let case = if one.len() == other.len() { "text" } else { "count" };
        let mut finding = pair.finding(&codes::PARITY_CODE, span(&one), span(&other));
        finding.said = finding.said.with("case", case);
        found.push(finding);
    }
}

/// Says where one text refers to more footnotes than the other; a reference that only stands in another
/// block is told once.
pub(super) fn footnotes(here: &Side<'_>, there: &Side<'_>, pairs: &[Pair<'_>]) -> Vec<Finding> {
    let count = |units: &[Unit<'_>]| units.iter().map(|unit| unit.notes.len()).sum::<usize>();
    // Each pair as often as it has a footnote too many or too few.
    let counts = pairs.iter().map(|pair| (pair, count(pair.here), count(pair.there)));
    let counts = counts.flat_map(|(pair, one, other)| std::iter::repeat_n((pair, one, other), one.abs_diff(other)));
    let (more, fewer): (Vec<_>, Vec<_>) = counts.partition(|(_, one, other)| one > other);
    let mut found = Vec::new();
    let moved = more.len().min(fewer.len());
    for (at, (pair, one, other)) in more.iter().enumerate() {
        let last = pair.here.iter().flat_map(|unit| &unit.notes).last().map(|(_, span)| *span);
        let elsewhere = fewer.get(at).and_then(|(pair, ..)| pair.there.iter().flat_map(|unit| &unit.notes).last());
        let finding = pair.finding(&codes::PARITY_FOOTNOTES, last, elsewhere.map(|(_, span)| *span));
        found.push(noted(finding, if at < moved { "moved" } else { "count" }, *one, *other));
    }
    for (pair, one, other) in fewer.iter().skip(moved) {
        let last = pair.there.iter().flat_map(|unit| &unit.notes).last().map(|(_, span)| *span);
        found.push(noted(pair.finding(&codes::PARITY_FOOTNOTES, None, last), "count", *one, *other));
    }
    let (one, other) = (here.notes.len(), there.notes.len());
    // As many references in each block, and yet fewer notes: one is referred to twice.
    if found.is_empty() && one != other && count(&here.blocks) == count(&there.blocks) {
        found.push(noted(fewer_notes(here, there), "notes", one, other));
    }
    found
}

fn noted(finding: Finding, case: &str, count: usize, original: usize) -> Finding {
    let said = finding.said.with("case", case).with("count", count.to_string()).with("original", original.to_string());
    Finding { said, ..finding }
}

/// At the first note that the other edition has not, or else at the last one that it has.
fn fewer_notes(here: &Side<'_>, there: &Side<'_>) -> Finding {
    let common = here.notes.len().min(there.notes.len());
    let near = |side: &Side<'_>| {
        let note = side.notes.get(common).or(side.notes.last());
        Place::new(&side.edition.words.file, note.map_or(Span::START, |note| note.span))
    };
    let at = here.notes.get(common).or(there.notes.get(common)).map_or("", |note| note.anchor);
    Finding { at: at.to_owned(), said: Diagnostic::new(&codes::PARITY_FOOTNOTES, near(here)).and(near(there)) }
}

/// The numbers of the notes that two aligned texts refer to in the same place, each once: a note that is
/// missing in one language must not set the next ones against one another.
pub(super) fn notes(pairs: &[Pair<'_>]) -> Vec<(u32, u32)> {
    let numbers = |units: &[Unit<'_>]| units.iter().flat_map(|unit| &unit.notes).map(|(number, _)| *number).collect();
    let mut notes: Vec<(u32, u32)> = Vec::new();
    for pair in pairs {
        let (one, other): (Vec<u32>, Vec<u32>) = (numbers(pair.here), numbers(pair.there));
        if one.len() == other.len() {
            notes.extend(one.into_iter().zip(other));
        }
    }
    notes.sort_unstable();
    notes.dedup_by_key(|(number, _)| *number);
    notes
}
