//! HTML of this module's writer back to plain text, line by line.
//!
//! In: filled HTML of one block. Out: its words without markup, without the numbers of footnotes, one
//! line for each paragraph, item, row or line of code. Raw HTML that the settings let through is read
//! the same way. Never fails: what is no tag is text.

use memchr::{memchr, memchr3};

use crate::syntax::wordset::plain_run;

/// Whether an element begins and ends a line.
pub(super) fn is_line(name: &str) -> bool {
    // Of every tag this is asked, and most are the first two.
    matches!(
        name,
        "p" | "li"
            | "address"
            | "article"
            | "aside"
            | "blockquote"
            | "br"
            | "caption"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "figcaption"
            | "figure"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "main"
            | "nav"
            | "ol"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// The words of some HTML. Lines end with a line feed. Of white space around them nearly none is left, inside of
/// them it is as it was written: who asks tidies them.
pub fn words(html: &str) -> String {
    // A return is a space wherever it stands.
    let spaced = memchr(b'\r', html.as_bytes()).map(|_| html.replace('\r', " "));
    let mut rest = spaced.as_deref().unwrap_or(html);
    let mut reading = Reading { out: String::with_capacity(rest.len()), preformatted: 0 };
    while !rest.is_empty() {
        rest = match rest.as_bytes()[0] {
            b'<' => reading.tag(rest).unwrap_or_else(|| reading.all(rest)),
            _ => reading.piece(rest),
        };
    }
    reading.out
}

struct Reading {
    out: String,
    preformatted: u32,
}

impl Reading {
    /// Adds a line feed, an entity, or letters up to one of these or to a tag; gives what follows.
    fn piece<'a>(&mut self, text: &'a str) -> &'a str {
        match text.as_bytes()[0] {
            b'\n' => {
                if self.preformatted > 0 {
                    self.end_line()
                } else {
                    self.space()
                }
                &text[1..]
            }
            b'&' => {
                let (letter, length) = entity(text);
                self.out.push(letter);
                &text[length..]
            }
            _ => {
                let end = memchr3(b'<', b'&', b'\n', &text.as_bytes()[1..]).map_or(text.len(), |at| at + 1);
                self.out.push_str(&text[..end]);
                &text[end..]
            }
        }
    }

    /// Adds all of a text, in which no tag is looked for any more; nothing follows.
    fn all<'a>(&mut self, text: &'a str) -> &'a str {
        let mut rest = text;
        while !rest.is_empty() {
            rest = self.piece(rest);
        }
        rest
    }

    /// Adds a space, if it would part two words of a line.
    fn space(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b' ' | b'\n')) {
            self.out.push(' ');
        }
    }

    /// Ends the line, if anything stands on it.
    fn end_line(&mut self) {
        if self.out.ends_with(' ') {
            self.out.pop();
        }
        if !matches!(self.out.as_bytes().last(), None | Some(b'\n')) {
            self.out.push('\n');
        }
    }

    /// Reads the tag at the start of `html` and gives what follows it; none if it is not closed.
    fn tag<'a>(&mut self, html: &'a str) -> Option<&'a str> {
        let is_end = html.as_bytes().get(1) == Some(&b'/');
        let start = if is_end { 2 } else { 1 };
        let name_end = start + plain_run(&html.as_bytes()[start..]);
        let (tag, rest) = html.split_at(end_of_tag(html, name_end)?);
        let lower;
        // Warta's own tags are in small letters; an author's need not be.
        let name = match &html[start..name_end] {
            name if name.bytes().any(|byte| byte.is_ascii_uppercase()) => {
                lower = name.to_ascii_lowercase();
                &lower
            }
            name => name,
        };
        match name {
            "script" | "style" if !is_end => return Some(after(rest, name)),
            "sup" if tag.contains("class=\"note-ref\"") => return Some(after(rest, name)),
            "pre" if is_end => self.preformatted = self.preformatted.saturating_sub(1),
            "pre" => self.preformatted += 1,
            "td" | "th" if !is_end => self.space(),
            _ => {}
        }
        if is_line(name) {
            self.end_line();
        }
        Some(rest)
    }
}

/// The length of the tag or comment at the start, whose name ends at a byte; none if it is not closed.
pub(super) fn end_of_tag(html: &str, name_end: usize) -> Option<usize> {
    if html.starts_with("<!--") {
        return html.find("-->").map(|at| at + 3);
    }
    let (bytes, mut at) = (html.as_bytes(), name_end);
    loop {
        match *bytes.get(at)? {
            b'>' => return Some(at + 1),
            // What stands in a value is none of the tag's.
            quote @ (b'"' | b'\'') => at += 2 + bytes[at + 1..].iter().position(|byte| *byte == quote)?,
            _ => at += 1,
        }
    }
}

/// What follows the end tag of this name.
pub(super) fn after<'a>(html: &'a str, name: &str) -> &'a str {
    let is_named = |at: &usize| {
        let found = html.as_bytes().get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    let Some(at) = html.match_indices("</").map(|(at, _)| at).find(is_named) else { return "" };
    html[at..].find('>').map_or("", |close| &html[at + close + 1..])
}

/// The character that an entity at the start stands for, and its length; the ampersand itself where it
/// begins none that the writer makes.
pub(super) fn entity(text: &str) -> (char, usize) {
    let Some(end) = text.bytes().take(12).position(|byte| byte == b';') else { return ('&', 1) };
    let letter = match &text[1..end] {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{a0}'),
        name => name.strip_prefix('#').and_then(|number| {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
            code.and_then(char::from_u32)
        }),
    };
    letter.map_or(('&', 1), |letter| (letter, end + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The words as canonical texts have them, line by line.
    fn lines(html: &str) -> String {
        let words = words(html);
        words.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn blocks_rows_and_items_are_lines_and_markup_is_gone() {
        assert_eq!(lines("<p>One <em>two</em>\nthree &amp; &lt;four&gt;.</p>\n"), "One two three & <four>.\n");
        assert_eq!(lines("<ul>\n<li>a</li>\n<li>b<ul><li>c</li></ul></li>\n</ul>\n"), "a\nb\nc\n");
        let table = "<table><thead><tr><th scope=\"col\">A</th><th>B</th></tr></thead><tr><td>1</td><td>2</td></tr>";
        assert_eq!(lines(table), "A B\n1 2\n");
        assert_eq!(lines("<pre><code>x  = 1\n\ny\n</code></pre>"), "x  = 1\ny\n");
    }

    /// The end of a tag, byte by byte.
    fn end_slowly(html: &str) -> Option<usize> {
        let mut quote = None;
        for (at, letter) in html.char_indices() {
            match quote {
                Some(open) if letter == open => quote = None,
                Some(_) => {}
                None if letter == '>' => return Some(at + 1),
                None => quote = Some(letter).filter(|letter| matches!(letter, '"' | '\'')),
            }
        }
        None
    }

    /// The words of some HTML with all white space that it has, tag by tag.
    fn slowly(html: &str) -> String {
        let (mut out, mut rest, mut preformatted, mut is_open) = (String::new(), html, 0_u32, false);
        while let Some(first) = rest.chars().next() {
            let is_comment = rest.starts_with("<!--");
            let end = if is_comment { rest.find("-->").map(|at| at + 3) } else { end_slowly(rest) };
            // Behind a tag without an end there are no tags.
            let end = end.filter(|_| first == '<' && !is_open);
            is_open |= first == '<' && end.is_none();
            let Some(end) = end else {
                let (letter, length) = if first == '&' { entity(rest) } else { (first, first.len_utf8()) };
                let is_break = first == '\r' || first == '\n' && preformatted == 0;
                out.push(if is_break { ' ' } else { letter });
                rest = &rest[length..];
                continue;
            };
            let tag = rest[..end].to_ascii_lowercase();
            let name = tag.strip_prefix("</").unwrap_or(&tag[1..]);
            let name = &name[..name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len())];
            let is_end = tag.starts_with("</");
            rest = match name {
                "script" | "style" if !is_end => after(&rest[end..], name),
                "sup" if rest[..end].contains("class=\"note-ref\"") => after(&rest[end..], name),
                _ => &rest[end..],
            };
            match (name, is_end) {
                ("pre", true) => preformatted = preformatted.saturating_sub(1),
                ("pre", false) => preformatted += 1,
                ("td" | "th", false) => out.push(' '),
                _ => {}
            }
            out.push_str(if is_line(name) { "\n" } else { "" });
        }
        out
    }

    /// Each line with one space between two words, and none that is empty: what is left of white space.
    fn tidied(words: &str) -> Vec<Vec<&str>> {
        let lines = words.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>());
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// What HTML is put together from.
    const PIECES: [&str; 32] = [
        "a",
        "b ",
        " ",
        "\n",
        "\r\n",
        "é",
        "<p>",
        "</p>",
        "<P id=\"x\">",
        "<li>",
        "<td>",
        "<th a='>\"'>",
        "</td>",
        "<pre>",
        "</pre>",
        "<em>",
        "</em>",
        "<br>",
        "<!-- > -->",
        "<!--",
        "<script>",
        "</script >",
        "<sup class=\"note-ref\">",
        "</sup>",
        "&amp;",
        "&#32;",
        "&lt",
        ";",
        "<",
        "\"",
        "'",
        "<a title=\"\n",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn words_are_those_that_are_read_letter_by_letter(parts in prop::collection::vec(0..PIECES.len(), 0..30)) {
            let html: String = parts.iter().map(|part| PIECES[*part]).collect();
            let (quick, slow) = (words(&html), slowly(&html));
            prop_assert_eq!(tidied(&quick), tidied(&slow), "{:?}", html);
        }
    }

    #[test]
    fn numbers_of_footnotes_scripts_and_comments_are_no_words() {
        let noted = "<p>Said<sup class=\"note-ref\"><a id=\"n\" aria-label=\"a > b\">1</a></sup>, x<sup>2</sup>.</p>";
        assert_eq!(lines(noted), "Said, x2.\n");
        assert_eq!(lines("a<!-- > --><SCRIPT>x < y</script >b<style>p{}</style>"), "ab\n");
    }

    #[test]
    fn broken_html_ends_without_a_panic() {
        for html in ["<", "a < b", "<p", "<script>", "&", "&;", "&#x110000;", "&#é;", "<p title='>", "é&nbsp"] {
            lines(html);
        }
        assert_eq!(lines("5 &#233;&#x41;&bogus;"), "5 éA&bogus;\n");
    }
}
