//! Tables cell by cell: a figure that changed places with another one is in both languages, and wrong.

use super::{Found, Reading, values};
use crate::syntax::markdown::BlockKind;

/// The values of two tables of one shape that stand in other cells: of each cell those that the other
/// language does not have there. Nothing where the rows of both are sorted by their first cell, each in its
/// own language.
pub(super) fn exchanged<'r>(here: &'r Reading<'_>, there: &'r Reading<'_>) -> Vec<(Vec<&'r Found>, Vec<&'r Found>)> {
    let ([one], [other]) = (here.units, there.units) else { return Vec::new() };
    if [one, other].iter().any(|unit| unit.kind != Some(BlockKind::Table)) {
        return Vec::new();
    }
    let (lines, others) = (lines(&one.words.text), lines(&other.words.text));
    let columns = one.shape.columns as usize;
    let is_same = one.shape == other.shape && columns > 0 && lines.len() == others.len();
    // An empty cell has no line; then it is not known which cell a line is.
    let is_full = lines.len() == columns * (one.shape.rows as usize + 1);
    if !is_same || !is_full || is_sorted(&lines, columns) && is_sorted(&others, columns) {
        return Vec::new();
    }
    let cells = by_line(&here.found, &one.words.text).into_iter().zip(by_line(&there.found, &other.words.text));
    let lacking = cells.map(|(one, other)| {
        let lacking = values::lacking(one, other);
        (lacking.only_first, lacking.only_second)
    });
    lacking.filter(|(one, other)| !one.is_empty() || !other.is_empty()).collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.trim_end().split('\n').collect()
}

/// Whether the rows below the head are sorted by their first cell; two rows may be so by chance.
fn is_sorted(lines: &[&str], columns: usize) -> bool {
    let first: Vec<String> = lines.iter().skip(columns).step_by(columns).map(|cell| cell.to_lowercase()).collect();
    first.len() > 2 && first.is_sorted()
}

/// The values of each line.
fn by_line<'f>(found: &'f [Found], text: &str) -> Vec<&'f [Found]> {
    let mut rest = found;
    let mut end = 0;
    let mut cells = Vec::new();
    for line in text.trim_end().split_inclusive('\n') {
        end += line.len();
        let (cell, behind) = rest.split_at(rest.partition_point(|found| found.range.start < end));
        cells.push(cell);
        rest = behind;
    }
    cells
}
