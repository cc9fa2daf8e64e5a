//! Text some parts of which are in another language.
//!
//! A phrase keeps the language of its parts from the message or title to the page, the feed and
//! the JSON. Between a message file and a phrase the parts are marked by control characters
//! ([`marks`]), since Fluent resolves to plain text; no text of an author holds them.

use std::convert::Infallible;

use super::{Direction, Locale};
use crate::bytes::position;

/// The control characters that travel through a Fluent message.
pub(crate) mod marks {
    /// Opens a part in another language.
    pub(crate) const OPEN: char = '\u{1}';
    /// Ends the part's words; [`TAG`], `lang=`, the tag and [`SHUT`] follow.
    pub(crate) const CLOSE: char = '\u{2}';
    /// Begins the attribute of a part.
    pub(crate) const TAG: char = '\u{3}';
    /// Ends the attribute of a part.
    pub(crate) const SHUT: char = '\u{4}';
    /// Opens a value with its exact form, which is for functions and not shown.
    pub(crate) const VALUE: char = '\u{5}';
    /// Ends the exact form; the words to show follow.
    pub(crate) const SHOWN: char = '\u{6}';
    /// Ends a value.
    pub(crate) const VALUE_END: char = '\u{7}';
    /// Opens what a function has to complain about.
    pub(crate) const FAULT: char = '\u{e}';
    /// Ends it.
    pub(crate) const FAULT_END: char = '\u{f}';
    /// Stands before each line of a rewritten pattern, so that spaces and brackets there are text.
    pub(crate) const GUARD: char = '\u{10}';

    /// Whether a character may be in a text at all: no control character but tab and line feed.
    pub(crate) fn is_plain(letter: char) -> bool {
        !letter.is_control() || matches!(letter, '\t' | '\n')
    }

    /// A text up to the first byte with which a control character may begin, and the rest: of most texts all and
    /// nothing.
    pub(crate) fn plain_start(text: &str) -> (&str, &str) {
        // U+0080 to U+009F begin with C2, as do other letters, which are looked at one by one then.
        let is_doubtful = |byte| byte < b' ' || byte == 0x7f || byte == 0xc2;
        text.split_at(crate::bytes::position(text.as_bytes(), is_doubtful).unwrap_or(text.len()))
    }

    /// Adds what of a text is no control character.
    pub(crate) fn push_plain(out: &mut String, text: &str) {
        let (plain, rest) = plain_start(text);
        out.push_str(plain);
        out.extend(rest.chars().filter(|letter| is_plain(*letter)));
    }
}

/// Text with language parts, flat: of nested parts the innermost language counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Phrase {
    /// The runs in order; neighbours differ in language, none is empty.
    pub runs: Vec<Run>,
}

/// A stretch of a phrase in one language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Run {
    /// Its language, if it is another than that of its surroundings.
    pub lang: Option<Locale>,
    /// Its words.
    pub text: String,
}

impl Phrase {
    /// A phrase in the language of its surroundings.
    pub fn plain(text: &str) -> Phrase {
        let mut phrase = Phrase::default();
        phrase.push(None, text);
        phrase
    }

    /// A phrase that is wholly in `lang`.
    pub fn in_language(lang: &Locale, text: &str) -> Phrase {
        let mut phrase = Phrase::default();
        phrase.push(Some(lang), text);
        phrase
    }

    /// Adds words at the end.
    pub fn push(&mut self, lang: Option<&Locale>, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.lang.as_ref() == lang => last.text.push_str(text),
            _ => self.runs.push(Run { lang: lang.cloned(), text: text.to_owned() }),
        }
    }

    /// Adds another phrase at the end.
    pub fn push_phrase(&mut self, other: &Phrase) {
        other.runs.iter().for_each(|run| self.push(run.lang.as_ref(), &run.text));
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The words alone.
    pub fn text(&self) -> String {
        match self.runs.as_slice() {
            // Nearly every phrase is one.
            [run] => run.text.clone(),
            runs => runs.iter().map(|run| run.text.as_str()).collect(),
        }
    }

    /// HTML: escaped, each part in a `span` with its `lang`, and with `dir` if it is not written
    /// from left to right.
    pub fn html(&self) -> String {
        self.marked_up(None)
    }

    /// HTML inside a text in `around`: a part in that same language needs no `span`, and `dir`
    /// stands where the direction is another than that of `around`.
    pub fn html_in(&self, around: &Locale) -> String {
        self.marked_up(Some(around))
    }

    /// Reads a resolved message: control characters of `marks` become the runs, all others are
    /// left out. A part that is not closed, or has no valid tag, is in the language around it.
    pub fn from_marked(marked: &str) -> Phrase {
        Reading::default().read(marked)
    }

    /// The phrase with its parts marked for [`Phrase::from_marked`].
    pub(crate) fn marked(&self) -> String {
        let mut out = String::new();
        for run in &self.runs {
            match &run.lang {
                None => marks::push_plain(&mut out, &run.text),
                Some(lang) => {
                    out.push(marks::OPEN);
                    marks::push_plain(&mut out, &run.text);
                    out.push_str(&closing(lang.as_str()));
                }
            }
        }
        out
    }

    fn marked_up(&self, around: Option<&Locale>) -> String {
        let mut out = String::with_capacity(self.runs.iter().map(|run| run.text.len() + 8).sum());
        for run in &self.runs {
            match run.lang.as_ref().filter(|lang| Some(*lang) != around) {
                None => escape_into(&mut out, &run.text),
                // Few phrases have such a part, and the direction is a question to CLDR.
                Some(lang) => {
                    let direction = around.map_or(Direction::Ltr, Locale::direction);
                    span_into(&mut out, lang, direction, &run.text);
                }
            }
        }
        out
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Phrase {
        Phrase::plain(text)
    }
}

/// The marks that end a part in the language `tag`.
pub(crate) fn closing(tag: &str) -> String {
    format!("{}{}lang={tag}{}", marks::CLOSE, marks::TAG, marks::SHUT)
}

fn span_into(out: &mut String, lang: &Locale, around: Direction, text: &str) {
    out.push_str("<span lang=\"");
    out.push_str(lang.as_str());
    if lang.direction() != around {
        out.push_str("\" dir=\"");
        out.push_str(lang.direction().as_str());
    }
    out.push_str("\">");
    escape_into(out, text);
    out.push_str("</span>");
}

fn escape_into(out: &mut String, text: &str) {
    let Ok(()) = escaped::<Infallible>(text, |piece| {
        out.push_str(piece);
        Ok(())
    });
}

/// Hands on a text piece by piece as HTML has it, also inside a quoted attribute.
pub(crate) fn escaped<E>(text: &str, mut push: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    let mut rest = text;
    // What is between two of them is handed on whole.
    let is_sign = |byte| (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == b'\'');
    while let Some(at) = position(rest.as_bytes(), is_sign) {
        push(&rest[..at])?;
        push(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    push(rest)
}

/// A part's language is known only at its end, so the runs wait here until then.
#[derive(Default)]
struct Reading {
    runs: Vec<Run>,
    open: Vec<usize>,
    text: String,
}

impl Reading {
    fn read(mut self, marked: &str) -> Phrase {
        let mut rest = marked;
        loop {
            let (plain, marked) = marks::plain_start(rest);
            self.text.push_str(plain);
            let Some(letter) = marked.chars().next() else { break };
            rest = &marked[letter.len_utf8()..];
            match letter {
                marks::OPEN => {
                    self.flush();
                    self.open.push(self.runs.len());
                }
                marks::CLOSE => rest = self.close(rest),
                marks::VALUE => rest = rest.find(marks::SHOWN).map_or("", |at| &rest[at + 1..]),
                letter if marks::is_plain(letter) => self.text.push(letter),
                _ => {}
            }
        }
        self.flush();
        if let [_] = &self.runs[..] {
            return Phrase { runs: self.runs };
        }
        let mut phrase = Phrase::default();
        self.runs.iter().for_each(|run| phrase.push(run.lang.as_ref(), &run.text));
        phrase
    }

    /// Closes the innermost part. Returns what follows its tag.
    fn close<'a>(&mut self, rest: &'a str) -> &'a str {
        self.flush();
        let attribute = rest.strip_prefix(marks::TAG).and_then(|rest| rest.split_once(marks::SHUT));
        let start = self.open.pop();
        let Some((attribute, rest)) = attribute else {
            return rest;
        };
        let lang = attribute.strip_prefix("lang=").and_then(Locale::parse);
        if let (Some(start), Some(lang)) = (start, lang) {
            // The innermost language counts: an inner part already has its own.
            self.runs[start..].iter_mut().for_each(|run| run.lang = run.lang.take().or_else(|| Some(lang.clone())));
        }
        rest
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.runs.push(Run { lang: None, text: std::mem::take(&mut self.text) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::parse(tag).expect("a tag of the test")
    }

    fn nested() -> Phrase {
        Phrase::from_marked(&format!("Pesan \u{1}Bali & \u{1}اجتماع{}!{} akhir", closing("ar"), closing("en")))
    }

    #[test]
    fn parts_keep_their_language_and_the_innermost_counts() {
        assert_eq!(nested().text(), "Pesan Bali & اجتماع! akhir");
        assert_eq!(
            nested().html(),
            "Pesan <span lang=\"en\">Bali &amp; </span><span lang=\"ar\" dir=\"rtl\">اجتماع</span><span lang=\"en\">!</span> akhir"
        );
    }

    #[test]
    fn a_part_in_the_language_around_it_needs_no_span() {
        assert_eq!(
            nested().html_in(&locale("en")),
            "Pesan Bali &amp; <span lang=\"ar\" dir=\"rtl\">اجتماع</span>! akhir"
        );
        assert_eq!(
            Phrase::in_language(&locale("en"), "ICDD").html_in(&locale("ar")),
            "<span lang=\"en\" dir=\"ltr\">ICDD</span>"
        );
    }

    #[test]
    fn marks_survive_a_round_and_words_cannot_forge_them() {
        assert_eq!(Phrase::from_marked(&nested().marked()), nested());
        let forged = Phrase::plain("a\u{1}b\u{2}\u{3}lang=en\u{4}c");
        assert_eq!(Phrase::from_marked(&forged.marked()), Phrase::plain("ablang=enc"));
    }

    #[test]
    fn broken_marks_lose_no_words() {
        for broken in
            ["\u{1}a", "a\u{2}", "\u{1}a\u{2}\u{3}lang=!\u{4}", "\u{1}a\u{2}\u{3}lang=en", "\u{5}x\u{6}a\u{7}"]
        {
            assert!(Phrase::from_marked(broken).text().starts_with('a'), "{broken:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_control_character_is_left_and_nothing_else_is_lost(text in "[\u{1}-\u{10}\t\na-zé\u{7f}-\u{a1}]{0,20}") {
            let mut pushed = String::new();
            marks::push_plain(&mut pushed, &text);
            let plain: String = text.chars().filter(|letter| marks::is_plain(*letter)).collect();
            proptest::prop_assert_eq!(pushed, plain);
        }

        #[test]
        fn no_text_makes_it_panic(text in "[\u{1}-\u{10}a-z=é-]{0,40}") {
            let phrase = Phrase::from_marked(&text);
            proptest::prop_assert_eq!(Phrase::from_marked(&phrase.marked()), phrase);
        }
    }
}
