//! Words of another of the site's languages that nobody marked (WCAG 2.2, SC 3.1.2): names of the register,
//! and runs of plain words.
//!
//! A run is told by its function words, since nearly every other word may be a loan: at least four words, at
//! least two of them function words of the other language alone, none of the text's own among them. What
//! stands between capitals is a name: `Convention on the Law of the Sea`.

use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::{self, Lexicon};
use super::{Text, names};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes;
use crate::syntax::markdown::traced::Traced;
use crate::syntax::sieve::Sifted;
use crate::syntax::wordset::{WordSet, plain_run};

/// So many words are a run.
const WORDS: usize = 4;

/// So many function words tell a language.
const SURE: usize = 2;

/// How many words before the first function word may belong to a run at the beginning of a segment.
const LEAD: usize = 1;

/// A text's own language and another of the site's.
pub(super) struct Tongues {
    own: &'static Lexicon,
    other: &'static Lexicon,
    /// The other's function words.
    sure: WordSet,
    other_tag: String,
}

impl Tongues {
    /// Two languages by their subtags, if both are known.
    pub(super) fn of(own: &str, other: &str) -> Option<Tongues> {
        let (own, known) = (Lexicon::of(own)?, Lexicon::of(other)?);
        let sure = known.sure_words().iter().copied().collect();
        Some(Tongues { own, other: known, sure, other_tag: other.to_owned() })
    }

    /// Its function words.
    pub(super) fn function_words(&self) -> &WordSet {
        &self.sure
    }

    /// Whether a text has enough function words of the other language for a run; of hardly any text is more
    /// asked.
    fn may_be_in(&self, text: &str, sifted: &Sifted) -> bool {
        let mut found = 0;
        sifted.foreign().any(|(range, is_ascii)| {
            let words = &text[range];
            found += match is_ascii {
                true => usize::from(self.is_sure(words)),
                false => plain_words(words).filter(|word| self.is_sure(word)).count(),
            };
            found >= SURE
        })
    }

    /// Whether a word of ASCII is a function word of the other language, in whatever case.
    fn is_sure(&self, word: &str) -> bool {
        self.sure.may_have(word) && self.other.is_sure(&word.to_ascii_lowercase())
    }

    /// Whether a word in small letters tells that it is of the other language.
    pub(super) fn has_other(&self, word: &str) -> bool {
        self.other.is_sure(word)
    }
}

/// The words of a text, or of a stretch of it, that are ASCII throughout, as function words are.
fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let start = at;
            let end = at + plain_run(&bytes[at..]);
            at = end;
            if bytes.get(end).is_none_or(u8::is_ascii) {
                at += 1;
            } else {
                let rest = text[end..].chars();
                // Whatever other letters the word goes on with make another of it.
                at += rest.take_while(|letter| letter.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
                let is_plain = at == end;
                at += text[at..].chars().next().map_or(0, char::len_utf8);
                if !is_plain {
                    continue;
                }
            }
            if end > start {
                return Some(&text[start..end]);
            }
        }
        None
    })
}

/// Says which names and runs of words are in another language without a mark. `told` was told already.
pub(super) fn judge(text: &Text<'_>, told: &[Range<usize>], said: &mut Vec<Diagnostic>) {
    let words = text.words;
    let mut tongues =
        text.tongue.tongues.iter().filter(|tongues| tongues.may_be_in(&words.text, text.sifted)).peekable();
    if tongues.peek().is_none() && !text.tongue.register.has_foreign() {
        return;
    }
    let mut passed: Vec<Range<usize>> = words.foreign.iter().chain(told).cloned().collect();
    for (range, foreign) in text.tongue.register.find(&words.text) {
        if words.is_foreign(&range) || overlaps(told, &range) {
            continue;
        }
        let finding = text.finding(&codes::UNMARKED_FOREIGN, &range).with("kind", "name");
        said.push(finding.with("term", &foreign.id).with("language", &foreign.language));
        passed.push(range);
    }
    passed.sort_by_key(|range| range.start);
    for tongues in tongues {
        for run in runs(words, tongues, &passed) {
            let finding = text.finding(&codes::UNMARKED_FOREIGN, &run).with("kind", "run").with("term", "");
            said.push(finding.with("language", &tongues.other_tag));
        }
    }
}

/// Whether any of these stretches, which are in order, has some of these bytes.
fn overlaps(stretches: &[Range<usize>], range: &Range<usize>) -> bool {
    let first = stretches.partition_point(|known| known.end <= range.start);
    stretches.get(first).is_some_and(|known| known.start < range.end)
}

/// A word of a text.
struct Word {
    range: Range<usize>,
    /// In small letters, without what follows an apostrophe.
    folded: String,
    kind: Kind,
}

/// What a word tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It is of the text's own language.
    Own,
    /// It is a function word of the other language.
    Sure,
    /// It may be in a name or in either language, and joins others.
    Joining,
    /// It begins with a capital.
    Name,
    /// Digits.
    Number,
    /// Anything else.
    Plain,
}

/// Which part of a segment a stretch is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// All of it.
    Whole,
    /// Its beginning.
    Start,
    /// What stands behind a word of the text's own.
    Rest,
}

/// The runs of words of the other language, in order. Where one follows another without a word of the
/// text's own between them, they are one.
fn runs(words: &Traced, tongues: &Tongues, passed: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut is_one = false;
    for segment in segments(&words.text, tongues, passed) {
        let is_own = |word: &Word| word.kind == Kind::Own;
        for (at, stretch) in segment.split(is_own).enumerate() {
            // Before every stretch but the first of a segment stands a word of the text's own.
            is_one &= at == 0;
            let part = match at {
                0 if stretch.len() == segment.len() => Part::Whole,
                0 => Part::Start,
                _ => Part::Rest,
            };
            let Some(run) = run(stretch, part) else { continue };
            match runs.last_mut().filter(|last| is_one && !words.text[last.end..run.start].contains('\n')) {
                Some(last) if !overlaps(passed, &(last.end..run.start)) => last.end = run.end,
                _ => runs.push(run),
            }
            is_one = true;
        }
    }
    runs
}

/// The words of a text, parted where a clause, a line or a sentence ends and at what is passed over.
fn segments(text: &str, tongues: &Tongues, passed: &[Range<usize>]) -> Vec<Vec<Word>> {
    let mut segments: Vec<Vec<Word>> = vec![Vec::new()];
    let mut end = 0;
    let mut passed = passed.iter().peekable();
    for range in names::words(text) {
        while passed.next_if(|known| known.end <= range.start && known.end <= end).is_some() {}
        let is_passed = passed.peek().is_some_and(|known| known.start < range.end && end < known.end);
        if is_passed || is_parted(&text[end..range.start]) {
            segments.push(Vec::new());
        }
        let is_inside = passed.peek().is_some_and(|known| known.start < range.end && range.start < known.end);
        end = range.end;
        if let Some(segment) = segments.last_mut().filter(|_| !is_inside) {
            let is_first = segment.is_empty();
            segment.push(word(text, range, tongues, is_first));
        }
    }
    segments
}

/// Whether what stands between two words parts them: commas and single quotation marks do not.
fn is_parted(between: &str) -> bool {
    let ends = |letter: char| matches!(letter, '.' | '!' | '?' | '…');
    let parts = |letter: char| matches!(letter, '\n' | ':' | ';' | '(' | ')' | '"' | '“' | '”' | '«' | '»' | '—' | '–');
    between.contains(parts) || between.trim_start_matches(['\'', '’']).starts_with(ends)
}

fn word(text: &str, range: Range<usize>, tongues: &Tongues, is_first: bool) -> Word {
    let own = &text[range.clone()];
    let folded = own.split(['\'', '’']).next().unwrap_or(own).to_lowercase();
    let is_capital = own.starts_with(char::is_uppercase);
    let kind = match () {
        () if !own.contains(char::is_alphabetic) => Kind::Number,
        // In the midst of a sentence `Dan` is somebody's name.
        () if is_capital && !is_first => Kind::Name,
        () if tongues.other.is_sure(&folded) => Kind::Sure,
        () if tongues.own.looks_own(&folded) && !tongues.other.joins(&folded) => Kind::Own,
        () if tongues.other.joins(&folded) => Kind::Joining,
        () if is_capital => Kind::Name,
        () => Kind::Plain,
    };
    Word { range, folded, kind }
}

/// The run in a stretch without words of the text's own, which is a whole segment or a part of one.
fn run(stretch: &[Word], part: Part) -> Option<Range<usize>> {
    let sure = evidence(stretch);
    // A preposition that comes again is the pattern of many loans: `by name by address`.
    let (joins, others): (Vec<&str>, Vec<&str>) =
        sure.iter().map(|at| stretch[*at].folded.as_str()).partition(|word| lexicon::follows_a_word(word));
    let told = others.len() + joins.into_iter().collect::<HashSet<_>>().len();
    let (first, last) = (*sure.first()?, *sure.last()?);
    let begin = begin(stretch, first, part);
    // What follows the last function word may be the text's own again, but for the next word.
    let certain = stretch[begin..].iter().take(last + 2 - begin).filter(|word| word.kind != Kind::Number);
    let is_run = told >= SURE && certain.count() >= WORDS;
    is_run.then(|| stretch[begin].range.start..stretch[stretch.len() - 1].range.end)
}

/// Where the run begins that this function word is the first of.
fn begin(stretch: &[Word], first: usize, part: Part) -> usize {
    if part == Part::Whole {
        return 0;
    }
    let mut begin = first;
    while begin > 0 && (stretch[begin - 1].kind == Kind::Joining || lexicon::follows_a_word(&stretch[begin].folded)) {
        begin -= 1;
    }
    if part == Part::Start && begin <= LEAD { 0 } else { begin }
}

/// The function words that tell of their language: those that are not in a name, between two words with
/// capitals, or before one at the beginning.
fn evidence(stretch: &[Word]) -> Vec<usize> {
    let mut after = vec![false; stretch.len()];
    let mut is_name = false;
    for (at, word) in stretch.iter().enumerate().rev() {
        after[at] = is_name;
        is_name = name_so_far(word, is_name);
    }
    let mut sure = Vec::new();
    is_name = true;
    for (at, word) in stretch.iter().enumerate() {
        sure.extend((word.kind == Kind::Sure && !(is_name && after[at])).then_some(at));
        is_name = name_so_far(word, is_name);
    }
    sure
}

/// Whether the nearest word that is neither a function word nor a figure has a capital.
fn name_so_far(word: &Word, nearest: bool) -> bool {
    match word.kind {
        Kind::Sure | Kind::Joining | Kind::Number => nearest,
        Kind::Own | Kind::Name | Kind::Plain => word.kind == Kind::Name,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::syntax::sieve::Sieve;

    /// Function words of both languages, and what may stand beside them.
    const PIECES: [&str; 12] = ["the", "The", "of", "yang", "dan", "é", "“", " ", " ", "-", "x", "\n"];

    proptest! {
        #[test]
        fn a_text_may_be_in_another_language_as_often_as_word_by_word(
            parts in proptest::collection::vec(0..PIECES.len(), 0..12),
        ) {
            let text: String = parts.into_iter().map(|part| PIECES[part]).collect();
            for (own, other) in [("id", "en"), ("en", "id")] {
                let tongues = Tongues::of(own, other).expect("both are known");
                let sure = plain_words(&text).filter(|word| tongues.has_other(&word.to_ascii_lowercase()));
                let sifted = Sieve::new([], None, [tongues.function_words()]).sift(&text);
                prop_assert_eq!(tongues.may_be_in(&text, &sifted), sure.count() >= SURE, "{:?}", text);
            }
        }
    }
}
