//! Which block of a translation says what which block of its original says.
//!
//! In: the blocks of both. Out: steps through both in order: pairs, blocks that only one has, blocks that
//! stand elsewhere, paragraphs that were split or joined. A path of least cost: what two blocks cost
//! together is told by their kinds, lengths, figures, names and links, never by words.

use std::collections::HashMap;
use std::ops::Range;

use super::unit::Unit;
use crate::syntax::markdown::BlockKind;

/// One step through both editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// These say the same; several where one was split.
    Pair { here: Range<usize>, there: Range<usize> },
    /// Only the translation has these; they stand where the original has come to `there`.
    Extra { here: Range<usize>, there: usize },
    /// Only the original has these; they are missing before `here`.
    Missing { here: usize, there: Range<usize> },
    /// The same block elsewhere.
    Moved { here: Range<usize>, there: Range<usize> },
}

/// What a block costs that has no counterpart: half of the worst pair of one kind.
const GAP: u32 = 45;

/// What blocks of kinds cost that do not go together.
const STRANGERS: u32 = 50;

/// What it costs to read two paragraphs as one.
const SPLIT: u32 = GAP;

/// Up to here nobody looks for a better counterpart.
const GOOD: u32 = 36;

/// Up to here a block that is elsewhere is the same.
const SAME: u32 = 16;

/// How far counterparts may be from the same place, besides the difference in length.
const BAND: usize = 64;

/// More cells than this are not filled: texts of so different lengths are not each other's translation.
const MOST_CELLS: usize = 6_000_000;

/// Aligns the blocks of a translation with those of its original.
pub(super) fn align(here: &[Unit<'_>], there: &[Unit<'_>]) -> Vec<Step> {
    if is_in_step(here, there) {
        return (0..here.len()).map(|at| Step::Pair { here: at..at + 1, there: at..at + 1 }).collect();
    }
    let band = Band::of(here.len(), there.len(), BAND);
    let cells = band.width().saturating_mul(here.len() + 1);
    let plain = side_by_side(here.len(), there.len());
    let moves = if cells > MOST_CELLS { plain } else { cheapest(here, there, total(here, there, &plain)) };
    joined(moved(here, there, steps(&moves)))
}

/// What a path costs.
fn total(here: &[Unit<'_>], there: &[Unit<'_>], moves: &[Move]) -> u32 {
    let mut at = (0, 0);
    moves.iter().fold(0, |total: u32, step| {
        at = (at.0 + usize::from(step.0), at.1 + usize::from(step.1));
        total.saturating_add(step_cost(here, there, at, *step))
    })
}

/// Whether each block goes well with the one at the same place.
fn is_in_step(here: &[Unit<'_>], there: &[Unit<'_>]) -> bool {
    here.len() == there.len()
        && here.iter().zip(there).all(|(one, other)| one.kind == other.kind && cost(one, other) <= GOOD)
}

/// What two blocks cost as a pair: from 0, the same, to 90 for blocks of one kind that have nothing in common.
fn cost(one: &Unit<'_>, other: &Unit<'_>) -> u32 {
    let apart = apart(one.kind, other.kind);
    let words = distance((one.length, &one.tokens), (other.length, &other.tokens));
    if apart >= STRANGERS { apart + words / 2 } else { apart + words }
}

fn distance(one: (usize, &[u64]), other: (usize, &[u64])) -> u32 {
    by_length(one.0, other.0) + by_tokens(one.1, other.1)
}

/// How far two kinds of blocks are apart.
fn apart(one: Option<BlockKind>, other: Option<BlockKind>) -> u32 {
    use BlockKind::{Alert, Heading, List, NumberedList, Paragraph, Quotation};
    match (one, other) {
        (one, other) if one == other => 0,
        (Some(Heading(_)), Some(Heading(_))) => 12,
        (Some(List), Some(NumberedList)) | (Some(NumberedList), Some(List)) => 12,
        (Some(Quotation | Alert), Some(Quotation | Alert)) => 12,
        (Some(Quotation | Alert), Some(Paragraph)) | (Some(Paragraph), Some(Quotation | Alert)) => 22,
        _ => STRANGERS,
    }
}

/// Up to 30: nothing for lengths that translations have, all for three times as long.
fn by_length(one: usize, other: usize) -> u32 {
    let (short, long) = (one.min(other) + 12, one.max(other) + 12);
    let percent = (long * 100 / short).min(400) as u32;
    (percent.saturating_sub(115) / 6).min(30)
}

/// Up to 60, for figures, names and links none of which is common to both.
fn by_tokens(one: &[u64], other: &[u64]) -> u32 {
    let all = one.len() + other.len();
    if all == 0 {
        return 4;
    }
    // One name more or less says little where there are few.
    let without = all as u32 - 2 * common(one, other);
    60 * without / (all as u32 + 2)
}

/// How many figures, names and links two blocks share.
fn common(one: &[u64], other: &[u64]) -> u32 {
    let (mut at, mut to, mut common) = (0, 0, 0);
    while let (Some(left), Some(right)) = (one.get(at), other.get(to)) {
        common += u32::from(left == right);
        at += usize::from(left <= right);
        to += usize::from(right <= left);
    }
    common
}

/// Whether a block that is elsewhere is this one.
fn is_same(one: &Unit<'_>, other: &Unit<'_>) -> bool {
    let cost = cost(one, other);
    one.kind == other.kind && (cost <= SAME || cost <= GOOD && common(&one.tokens, &other.tokens) > 1)
}

/// How far from the diagonal the path may be.
#[derive(Debug, Clone, Copy)]
struct Band {
    before: usize,
    after: usize,
}

impl Band {
    fn of(here: usize, there: usize, far: usize) -> Band {
        Band { before: here.saturating_sub(there) + far, after: there.saturating_sub(here) + far }
    }

    fn width(self) -> usize {
        self.before + self.after + 1
    }

    /// The column of the original's block `there` in the row of the translation's block `here`.
    fn column(self, here: usize, there: usize) -> Option<usize> {
        (there + self.before).checked_sub(here).filter(|column| *column < self.width())
    }
}

/// How a cell is reached: so many blocks of the translation, so many of the original.
type Move = (u8, u8);

const MOVES: [Move; 5] = [(1, 1), (0, 1), (1, 0), (2, 1), (1, 2)];

/// The cheapest path as its moves, by dynamic programming within the band. Some path in it costs no more than
/// `most`: what only leads to dearer ones is left, which is nearly all where editions have the same blocks.
fn cheapest(here: &[Unit<'_>], there: &[Unit<'_>], most: u32) -> Vec<Move> {
    // A gap and a split lead from the diagonal, or back to it, by one block, and cost so much at least.
    let least = here.iter().chain(there).map(gap).fold(SPLIT, u32::min);
    let apart = here.len().abs_diff(there.len());
    let farthest = ((most / least) as usize).saturating_sub(apart) / 2;
    let band = Band::of(here.len(), there.len(), farthest.min(BAND));
    let width = band.width();
    let mut costs = vec![u32::MAX; (here.len() + 1) * width];
    let mut chosen = vec![0u8; (here.len() + 1) * width];
    for row in 0..=here.len() {
        let first = row.saturating_sub(band.before);
        for to in first..=there.len().min(row + band.after) {
            let Some(cell) = band.column(row, to).map(|column| row * width + column) else { continue };
            if (row, to) == (0, 0) {
                costs[cell] = 0;
                continue;
            }
            for (which, step) in MOVES.iter().enumerate() {
                let Some(from) = before(&costs, band, (row, to), *step) else { continue };
                let total = from.saturating_add(step_cost(here, there, (row, to), *step));
                if total < costs[cell] {
                    (costs[cell], chosen[cell]) = (total, which as u8);
                }
            }
            let away = (here.len() - row).abs_diff(there.len() - to) as u32;
            if costs[cell].saturating_add(away.saturating_mul(least)) > most {
                costs[cell] = u32::MAX;
            }
        }
    }
    walked_back(&chosen, band, here.len(), there.len())
}

/// What the cell costs from which a move comes; none where there is none or nothing leads to it.
fn before(costs: &[u32], band: Band, (row, to): (usize, usize), (of_here, of_there): Move) -> Option<u32> {
    let (row, to) = (row.checked_sub(of_here.into())?, to.checked_sub(of_there.into())?);
    let column = band.column(row, to)?;
    costs.get(row * band.width() + column).copied().filter(|cost| *cost < u32::MAX)
}

/// What a move that ends before these blocks costs.
fn step_cost(here: &[Unit<'_>], there: &[Unit<'_>], (row, to): (usize, usize), step: Move) -> u32 {
    match step {
        (1, 1) => cost(&here[row - 1], &there[to - 1]),
        (0, 1) => gap(&there[to - 1]),
        (1, 0) => gap(&here[row - 1]),
        (2, _) => split(&there[to - 1], &here[row - 2], &here[row - 1]),
        _ => split(&here[row - 1], &there[to - 2], &there[to - 1]),
    }
}

fn gap(block: &Unit<'_>) -> u32 {
    if block.kind == Some(BlockKind::Break) { GAP / 2 } else { GAP }
}

/// What one paragraph costs as the two that it became: both must be as long together as it is.
fn split(whole: &Unit<'_>, first: &Unit<'_>, second: &Unit<'_>) -> u32 {
    let are_paragraphs = [whole, first, second].iter().all(|block| block.kind == Some(BlockKind::Paragraph));
    let length = first.length + second.length;
    let is_as_long = whole.length * 4 > length * 3 && length * 4 > whole.length * 3;
    let is_shared = first.length * 5 > whole.length && second.length * 5 > whole.length;
    if !are_paragraphs || !is_as_long || !is_shared {
        return u32::MAX / 2;
    }
    let mut tokens: Vec<u64> = first.tokens.iter().chain(&second.tokens).copied().collect();
    tokens.sort_unstable();
    tokens.dedup();
    SPLIT + distance((whole.length, &whole.tokens), (length, &tokens))
}

fn walked_back(chosen: &[u8], band: Band, mut row: usize, mut to: usize) -> Vec<Move> {
    let mut moves = Vec::with_capacity(row.max(to));
    while (row, to) != (0, 0) {
        let cell = band.column(row, to).and_then(|column| chosen.get(row * band.width() + column));
        let step = cell.map_or((1, 1), |which| MOVES[usize::from(*which)]);
        // A path always leads back; were it not so, the rest would still be told as gaps.
        let step = match (row < step.0.into(), to < step.1.into()) {
            (true, _) => (0, 1),
            (_, true) => (1, 0),
            _ => step,
        };
        moves.push(step);
        row = row.saturating_sub(step.0.into());
        to = to.saturating_sub(step.1.into());
    }
    moves.reverse();
    moves
}

/// Each block with that at its place, the rest without.
fn side_by_side(here: usize, there: usize) -> Vec<Move> {
    let common = here.min(there);
    let pairs = std::iter::repeat_n((1, 1), common);
    let rest = std::iter::repeat_n((1, 0), here - common).chain(std::iter::repeat_n((0, 1), there - common));
    pairs.chain(rest).collect()
}

fn steps(moves: &[Move]) -> Vec<Step> {
    let (mut row, mut to) = (0, 0);
    let step = |(of_here, of_there): &Move| {
        let (here, there) = (row..row + usize::from(*of_here), to..to + usize::from(*of_there));
        (row, to) = (here.end, there.end);
        match (of_here, of_there) {
            (0, _) => Step::Missing { here: here.start, there },
            (_, 0) => Step::Extra { here, there: there.start },
            _ => Step::Pair { here, there },
        }
    };
    moves.iter().map(step).collect()
}

/// Finds for each block that the original seems to lack the one that it is, elsewhere.
fn moved(here: &[Unit<'_>], there: &[Unit<'_>], steps: Vec<Step>) -> Vec<Step> {
    let mut missing: Vec<usize> = Vec::new();
    missing.extend(steps.iter().filter_map(|step| match step {
        Step::Missing { there, .. } => Some(there.start),
        _ => None,
    }));
    // Texts of very different lengths have other troubles than order.
    if missing.len() > 200 {
        return steps;
    }
    let mut found: HashMap<usize, usize> = HashMap::new();
    for step in &steps {
        let Step::Extra { here: block, .. } = step else { continue };
        let one = &here[block.start];
        let near = missing.iter().enumerate().map(|(which, at)| (cost(one, &there[*at]), which, *at)).min();
        if let Some((_, which, at)) = near.filter(|(_, _, at)| is_same(one, &there[*at])) {
            missing.swap_remove(which);
            found.insert(at, block.start);
        }
    }
    let here_of = |at: &usize| found.iter().find(|(_, here)| *here == at).map(|(there, _)| *there);
    let told = |step: Step| match step {
        Step::Missing { there, .. } if found.contains_key(&there.start) => None,
        Step::Extra { here, there } => Some(match here_of(&here.start) {
            Some(at) => Step::Moved { here, there: at..at + 1 },
            None => Step::Extra { here, there },
        }),
        step => Some(step),
    };
    steps.into_iter().filter_map(told).collect()
}

/// Neighbours that only one edition has are told as one.
fn joined(steps: Vec<Step>) -> Vec<Step> {
    let mut joined: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        match (joined.last_mut(), &step) {
            (Some(Step::Extra { here, .. }), Step::Extra { here: next, .. }) if here.end == next.start => {
                here.end = next.end;
            }
            (Some(Step::Missing { there, .. }), Step::Missing { there: next, .. }) if there.end == next.start => {
                there.end = next.end;
            }
            _ => joined.push(step),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
