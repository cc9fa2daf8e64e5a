//! Characters that HTML and URLs give a meaning.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What stands for each byte of a placeable while Markdown is parsed: SUBSTITUTE, a control
/// character that Markdown gives no meaning and that no text should hold.
pub(super) const MASK: u8 = 0x1A;

const SPECIAL: [bool; 256] = special();

const fn special() -> [bool; 256] {
    let mut table = [false; 256];
    let mut control = 0;
    while control < 0x20 {
        table[control] = control != b'\t' as usize && control != b'\n' as usize && control != b'\r' as usize;
        control += 1;
    }
    table[0x7F] = true;
    table[b'&' as usize] = true;
    table[b'<' as usize] = true;
    table[b'>' as usize] = true;
    table[b'"' as usize] = true;
    table[b'{' as usize] = true;
    table
}

/// The next byte from `from` on that cannot be copied as it is: markup, a control character, a brace.
pub(super) fn next_special(text: &str, from: usize) -> Option<usize> {
    text.as_bytes()[from..].iter().position(|byte| SPECIAL[*byte as usize]).map(|distance| from + distance)
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
