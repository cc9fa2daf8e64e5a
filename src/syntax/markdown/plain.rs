//! HTML of this module's writer back to plain text, line by line.
//!
//! In: filled HTML of one block. Out: its words without markup, without the numbers of footnotes, one
//! line for each paragraph, item, row or line of code. Raw HTML that the settings let through is read
//! the same way. Never fails: what is no tag is text.

use memchr::{memchr, memchr3};

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

/// The words of some HTML. Lines end with a line feed; white space around them and inside of them is as it was
/// written, and some are empty: who asks tidies them.
pub fn words(html: &str) -> String {
    let mut reading = Reading { out: String::with_capacity(html.len()), preformatted: 0 };
    let mut rest = html;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        reading.words(&rest[..at]);
        rest = reading.tag(&rest[at..]);
    }
    reading.words(rest);
    reading.out
}

struct Reading {
    out: String,
    preformatted: u32,
}

impl Reading {
    /// Adds the words between two tags.
    fn words(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = memchr3(b'&', b'\n', b'\r', rest.as_bytes()) {
            self.out.push_str(&rest[..at]);
            rest = &rest[at..];
            let (letter, length) = match rest.as_bytes()[0] {
                b'&' => entity(rest),
                b'\n' if self.preformatted > 0 => ('\n', 1),
                _ => (' ', 1),
            };
            self.out.push(letter);
            rest = &rest[length..];
        }
        self.out.push_str(rest);
    }

    /// Reads the tag at the start of `html` and gives what follows it.
    fn tag<'a>(&mut self, html: &'a str) -> &'a str {
        let Some(end) = end_of_tag(html) else {
            self.words(html);
            return "";
        };
        let (tag, rest) = html.split_at(end);
        let is_end = tag.starts_with("</");
        let name = &tag[if is_end { 2 } else { 1 }..];
        let length = name.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(name.len());
        let lower;
        // Warta's own tags are in small letters; an author's need not be.
        let name = match &name[..length] {
            name if name.bytes().any(|byte| byte.is_ascii_uppercase()) => {
                lower = name.to_ascii_lowercase();
                &lower
            }
            name => name,
        };
        match name {
            "script" | "style" if !is_end => return after(rest, name),
            "sup" if tag.contains("class=\"note-ref\"") => return after(rest, name),
            "pre" if is_end => self.preformatted = self.preformatted.saturating_sub(1),
            "pre" => self.preformatted += 1,
            "td" | "th" if !is_end => self.out.push(' '),
            _ => {}
        }
        if is_line(name) {
            self.out.push('\n');
        }
        rest
    }
}

/// The length of the tag or comment at the start; none if it is not closed.
pub(super) fn end_of_tag(html: &str) -> Option<usize> {
    if html.starts_with("<!--") {
        return html.find("-->").map(|at| at + 3);
    }
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => return Some(at + 1),
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    None
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
