use super::*;
use crate::check::parity::unit::unit;
use crate::check::texts::Text;
use crate::diagnostic::Span;
use crate::syntax::markdown::Shape;
use crate::syntax::markdown::traced::Traced;

/// A pseudo-random number: the same sequence in every run.
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

fn block(kind: BlockKind, length: usize, tokens: Vec<u64>) -> Unit<'static> {
    let (words, sifted, named) = (Traced::default(), Default::default(), Default::default());
    let file = &*Box::leak(Box::new("id.md".into()));
    // A test's blocks last as long as the test.
    let text = Box::leak(Box::new(Text { anchor: "p1", file, span: Span::START, words, sifted, named }));
    Unit { kind: Some(kind), shape: Shape::default(), length, tokens, ..unit(text) }
}

/// A document of so many blocks as two languages would have it: lengths and first words differ a little.
fn editions(count: usize, seed: &mut u64) -> (Vec<Unit<'static>>, Vec<Unit<'static>>) {
    let mut editions = (Vec::new(), Vec::new());
    for at in 0..count as u64 {
        let kind = match next(seed) % 9 {
            0 => BlockKind::Heading(2),
            1 => BlockKind::List,
            _ => BlockKind::Paragraph,
        };
        let length = 40 + next(seed) as usize % 400;
        let names: Vec<u64> = (0..2 + next(seed) % 5).map(|name| at * 10 + name).collect();
        let common = [1, 2, 3].into_iter().filter(|name| (at + name) % 3 == 0);
        let tokens = |own: u64| {
            let mut tokens: Vec<u64> =
                names.iter().copied().chain(common.clone()).chain([1_000_000 + own + at]).collect();
            tokens.sort_unstable();
            tokens
        };
        let longer = length + length * (next(seed) as usize % 25) / 100;
        editions.0.push(block(kind, length, tokens(0)));
        editions.1.push(block(kind, longer, tokens(500_000)));
    }
    editions
}

fn not_pairs(steps: &[Step]) -> Vec<Step> {
    steps
        .iter()
        .filter(|step| !matches!(step, Step::Pair { here, there } if here.len() == there.len()))
        .cloned()
        .collect()
}

#[test]
fn one_block_taken_out_or_put_in_is_that_block() {
    let mut seed = 7;
    for _ in 0..300 {
        let count = 1 + next(&mut seed) as usize % 30;
        let (mut here, mut there) = editions(count, &mut seed);
        assert_eq!(not_pairs(&align(&here, &there)), []);
        let at = next(&mut seed) as usize % count;
        if next(&mut seed).is_multiple_of(2) {
            here.remove(at);
            assert_eq!(not_pairs(&align(&here, &there)), [Step::Missing { here: at, there: at..at + 1 }]);
        } else {
            there.remove(at);
            assert_eq!(not_pairs(&align(&here, &there)), [Step::Extra { here: at..at + 1, there: at }]);
        }
    }
}

#[test]
fn one_block_elsewhere_is_that_block() {
    let mut seed = 11;
    for _ in 0..300 {
        let count = 6 + next(&mut seed) as usize % 30;
        let (mut here, there) = editions(count, &mut seed);
        let from = next(&mut seed) as usize % count;
        let to = (from + 2 + next(&mut seed) as usize % (count - 4)) % count;
        let block = here.remove(from);
        let to = to.min(here.len());
        here.insert(to, block);
        let told = not_pairs(&align(&here, &there));
        let expected = if to == from { vec![] } else { vec![Step::Moved { here: to..to + 1, there: from..from + 1 }] };
        // Of two neighbours that change places either may be the one that moved.
        if to.abs_diff(from) > 1 {
            assert_eq!(told, expected, "{from} {to} of {count}");
        }
    }
}

#[test]
fn a_paragraph_in_two_parts_is_one_pair() {
    let mut seed = 13;
    let (mut here, there) = editions(12, &mut seed);
    let mut there = there;
    there[5] = block(BlockKind::Paragraph, 400, vec![901, 902, 903, 904]);
    here[5] = block(BlockKind::Paragraph, 190, vec![901, 902]);
    here.insert(6, block(BlockKind::Paragraph, 200, vec![903, 904]));
    assert_eq!(not_pairs(&align(&here, &there)), [Step::Pair { here: 5..7, there: 5..6 }]);
    assert_eq!(not_pairs(&align(&there, &here)), [Step::Pair { here: 5..6, there: 5..7 }]);
}

#[test]
fn empty_and_very_different_texts_are_aligned_whole() {
    let mut seed = 17;
    let (here, there) = editions(1_000, &mut seed);
    assert_eq!(align(&[], &[]), []);
    assert_eq!(align(&[], &there), [Step::Missing { here: 0, there: 0..1_000 }]);
    assert_eq!(align(&here, &[]), [Step::Extra { here: 0..1_000, there: 0 }]);
    for (here, there) in [(&here[..3], &there[..]), (&here[..], &there[900..]), (&here[..400], &there[..])] {
        let steps = align(here, there);
        let count = |side: fn(&Step) -> usize| steps.iter().map(side).sum::<usize>();
        let of_here = count(|step| match step {
            Step::Pair { here, .. } | Step::Extra { here, .. } | Step::Moved { here, .. } => here.len(),
            Step::Missing { .. } => 0,
        });
        let of_there = count(|step| match step {
            Step::Pair { there, .. } | Step::Missing { there, .. } | Step::Moved { there, .. } => there.len(),
            Step::Extra { .. } => 0,
        });
        assert_eq!((of_here, of_there), (here.len(), there.len()), "every block is told of once");
    }
}

#[test]
fn texts_beyond_all_use_are_set_side_by_side() {
    let mut seed = 19;
    let (here, there) = editions(20_000, &mut seed);
    let steps = align(&here[..5_000], &there);
    assert_eq!(steps.last(), Some(&Step::Missing { here: 5_000, there: 5_000..20_000 }));
}

#[test]
fn what_costs_too_much_is_left_without_a_change_of_the_path() {
    let mut seed = 29;
    for _ in 0..400 {
        let count = next(&mut seed) as usize % 24;
        let (mut here, mut there) = editions(count, &mut seed);
        for _ in 0..next(&mut seed) % 4 {
            let side = if next(&mut seed).is_multiple_of(2) { &mut here } else { &mut there };
            let (from, to) = (next(&mut seed) as usize, next(&mut seed) as usize);
            if side.is_empty() {
                continue;
            }
            let mut taken = side.remove(from % side.len());
            match next(&mut seed) % 4 {
                0 => {}
                1 => side.insert(to % (side.len() + 1), taken),
                2 => side.insert(to % (side.len() + 1), block(BlockKind::Break, 0, Vec::new())),
                _ => {
                    taken.length /= 2;
                    let rest =
                        block(BlockKind::Paragraph, taken.length, taken.tokens.split_off(taken.tokens.len() / 2));
                    side.splice(0..0, [taken, rest]);
                }
            }
        }
        let most = total(&here, &there, &side_by_side(here.len(), there.len()));
        assert_eq!(cheapest(&here, &there, most), cheapest(&here, &there, u32::MAX));
    }
}
