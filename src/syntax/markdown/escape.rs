//! Characters that HTML and URLs give a meaning.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::bytes::position;

/// What stands for each byte of a placeable while Markdown is parsed: SUBSTITUTE, a control
/// character that Markdown gives no meaning and that no text should hold.
pub(super) const MASK: u8 = 0x1A;

/// The next byte from `from` on that cannot be copied as it is: markup, a control character, a brace.
pub(super) fn next_special(text: &str, from: usize) -> Option<usize> {
    // By comparing, not by a table: so the bytes of a paragraph are looked at many together.
    position(&text.as_bytes()[from..], is_special).map(|distance| from + distance)
}

fn is_special(byte: u8) -> bool {
    let is_control = (byte < 0x20 && byte != b'\t' && byte != b'\n' && byte != b'\r') | (byte == 0x7F);
    let is_mark = (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == b'{');
    is_control | is_mark
}

/// What to write for a byte that [`next_special`] found: nothing for a control character.
pub(super) fn entity(byte: u8) -> &'static str {
    match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'{' => "{",
        _ => "",
    }
}

/// Adds plain words to HTML; they may stand between tags or in a quoted attribute.
pub(super) fn push_text(html: &mut String, text: &str) {
    let mut from = 0;
    while let Some(at) = next_special(text, from) {
        html.push_str(&text[from..at]);
        html.push_str(entity(text.as_bytes()[at]));
        from = at + 1;
    }
    html.push_str(&text[from..]);
}

// The URL standard's path set, and what would end the attribute. A percent sign stays: the author
// may have encoded already. A backslash would be read as a slash by browsers.
const URL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\'');

/// Adds a URL to a quoted attribute.
pub(super) fn push_url(html: &mut String, url: &str) {
    for piece in utf8_percent_encode(url, URL) {
        push_text(html, piece);
    }
}

/// A URL as pages have it, before its signs become entities: what may not stand in one percent-encoded.
pub fn encoded_url(url: &str) -> String {
    utf8_percent_encode(url, URL).collect()
}
