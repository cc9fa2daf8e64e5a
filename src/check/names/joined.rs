//! States whose name is also something else, where they stand among states or alone.
//!
//! In: the names in a text that are inside of no other. Out: those of them that are certain all the same:
//! joined to a certain state by a comma or "and" (*Japan, Jordan, and Türkiye*), or alone in a cell or item.

use std::ops::Range;

use super::found::Found;

/// Words that join the members of a list, in both languages.
const JOINTS: [&str; 6] = ["dan", "serta", "atau", "and", "or", "&"];

/// Marks that may stand behind what is alone in an item.
const ENDS: [char; 4] = ['.', ',', ';', ':'];

/// Makes certain what the names around it, or their lack, make certain. `outers` are the indexes of the
/// names to look at, in order.
pub(super) fn settle(text: &str, names: &mut [Found<'_>], outers: &[usize]) {
    let is_state = |at: &usize| names.get(*at).is_some_and(|found| found.is_state() && !found.hides);
    let states: Vec<usize> = outers.iter().copied().filter(is_state).collect();
    let is_next = |left: &usize, right: &usize| is_joint(text.get(names[*left].range.end..names[*right].range.start));
    let runs: Vec<&[usize]> = states.chunk_by(is_next).collect();
    for run in runs {
        let has_certain = run.iter().any(|at| names[*at].is_certain);
        let is_of_words = run.iter().any(|at| names[*at].is_weak);
        for at in run {
            let found = &mut names[*at];
            let is_member = has_certain && !is_of_words && !is_in_a_name(text, &found.range);
            found.is_certain |= found.is_doubtful && (is_member || is_alone(text, &found.range));
        }
    }
}

/// Whether this is all that stands between two members of a list.
fn is_joint(between: Option<&str>) -> bool {
    let Some(between) = between.filter(|between| !between.contains('\n')) else { return false };
    let between = between.trim();
    let rest = between.strip_prefix(',').unwrap_or(between).trim_start();
    // The article is part of no name.
    let rest = rest.strip_suffix("the").map_or(rest, str::trim_end);
    rest.is_empty() && between.starts_with(',') || JOINTS.contains(&rest)
}

/// Whether a word with a capital stands right before or behind, as in the names of people and places; one
/// that begins a sentence has its capital from there.
fn is_in_a_name(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let is_large = |word: &str| word.starts_with(char::is_uppercase);
    let gap = |letter: char| matches!(letter, ' ' | '\u{a0}');
    let next = after.strip_prefix(gap).is_some_and(is_large);
    let last = before.strip_suffix(gap).is_some_and(|before| {
        let ahead = before.trim_end_matches(char::is_alphanumeric);
        let begins = ahead.trim_end_matches(gap).ends_with(['\n', '.', '!', '?', ':', '“', '"']);
        is_large(&before[ahead.len()..]) && !ahead.is_empty() && !begins
    });
    next || last
}

/// Whether nothing else stands on its line: each paragraph, cell and item of a text is a line.
fn is_alone(text: &str, range: &Range<usize>) -> bool {
    let is_gap = |letter: char| letter.is_whitespace() && letter != '\n';
    let before = text[..range.start].trim_end_matches(is_gap);
    let after = text[range.end..].trim_start_matches(is_gap).trim_start_matches(ENDS).trim_start_matches(is_gap);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}
