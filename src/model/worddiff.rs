//! Two texts as one line of words that shows what became of the first.
//!
//! In: what a part said, and what it says. Out: `harbours of -two- +three+ cities`: words that went stand
//! between minuses, words that came between pluses, and of a long run of words that stayed only its ends.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How many words that stayed are shown on each side of a change.
const AROUND: usize = 4;

/// More words than this that differ are not compared: all of them went, all of them came.
const MOST: usize = 8_000;

/// The words of a text that became another. Either may be empty. Linear where the texts are alike.
pub fn shown(was: &str, is: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (was.split_whitespace().collect(), is.split_whitespace().collect());
    let ops = ops(&old, &new);
    let last = ops.len().saturating_sub(1);
    let runs = ops.iter().enumerate().flat_map(|(at, op)| match op {
        DiffOp::Equal { .. } => vec![kept(&new[op.new_range()], at == 0, at == last)],
        _ => vec![marked(&old[op.old_range()], '-'), marked(&new[op.new_range()], '+')],
    });
    let runs: Vec<String> = runs.filter(|run| !run.is_empty()).collect();
    runs.join(" ").chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

/// The beginning of a long line.
pub fn shortened(line: &str, letters: usize) -> String {
    match line.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}

/// How one list becomes the other. Lists of which too much differs are taken as wholly different: the
/// search for the shortest way is quadratic in what differs.
pub(super) fn ops<T: std::hash::Hash + Ord>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let before = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (&old[before..], &new[before..]);
    let after = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old_len, new_len) = (old_rest.len() - after, new_rest.len() - after);
    if old_len + new_len <= MOST {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let head = DiffOp::Equal { old_index: 0, new_index: 0, len: before };
    let middle = DiffOp::Replace { old_index: before, old_len, new_index: before, new_len };
    let tail = DiffOp::Equal { old_index: before + old_len, new_index: before + new_len, len: after };
    [head, middle, tail].into_iter().filter(|op| !op.old_range().is_empty() || !op.new_range().is_empty()).collect()
}

fn marked(words: &[&str], mark: char) -> String {
    if words.is_empty() { String::new() } else { format!("{mark}{}{mark}", words.join(" ")) }
}

/// Words that stayed: all of a few, of many those beside a change.
fn kept(words: &[&str], is_first: bool, is_last: bool) -> String {
    let (head, tail) = (if is_first { 0 } else { AROUND }, if is_last { 0 } else { AROUND });
    if words.len() <= head + tail + 1 {
        return words.join(" ");
    }
    let parts = [words[..head].join(" "), "…".to_owned(), words[words.len() - tail..].join(" ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_went_and_came_stand_between_marks() {
        assert_eq!(
            shown("Ten cities\ntook part.", "Nine cities took part today."),
            "-Ten- +Nine+ cities took -part.- +part today.+"
        );
        assert_eq!(shown("a b c d e f g h", "a b c d e f g x"), "… d e f g -h- +x+");
        assert_eq!(shown("a b c d e f g h", "x b c d e f g h"), "-a- +x+ b c d e …");
        assert_eq!(shown("x 1 2 3 4 5 6 7 8 9 y", "z 1 2 3 4 5 6 7 8 9 z"), "-x- +z+ 1 2 3 4 5 6 7 8 9 -y- +z+");
        assert_eq!(shown("", "all new"), "+all new+");
        assert_eq!(shown("gone", ""), "-gone-");
    }

    #[test]
    fn texts_that_have_nothing_in_common_are_not_searched_for_long() {
        let text = |letter: &str| (0..100_000).map(|at| format!("{letter}{at} ")).collect::<String>();
        let line = shown(&format!("same {}", text("a")), &format!("same {}", text("b")));
        assert!(line.starts_with("same -a0 a1") && line.ends_with("b99999+"));
        assert_eq!(shortened(&line, 8), "same -a0…");
    }

    #[test]
    fn nothing_that_a_terminal_would_obey_is_shown() {
        assert_eq!(shown("a", "\u{1b}[2J"), "-a- +\u{fffd}[2J+");
    }
}
