//! What is wrong with one message by itself: the form of its id, and HTML in its words.

use super::uses::Used;
use crate::diagnostic::{Diagnostic, codes};
use crate::syntax::fluent::{Entry, EntryKind};

/// Elements that people write into texts. Other words in angle brackets are words.
const ELEMENTS: [&str; 44] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "li",
    "mark",
    "ol",
    "p",
    "q",
    "s",
    "script",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "u",
    "ul",
    "wbr",
];

/// Entities that people write into texts.
const ENTITIES: [&str; 16] = [
    "amp", "apos", "bull", "copy", "gt", "hellip", "laquo", "ldquo", "lsquo", "lt", "mdash", "nbsp", "ndash", "quot",
    "rdquo", "rsquo",
];

/// Says what is wrong with an entry by itself.
pub(super) fn judge(entry: &Entry, uses: &Used, said: &mut Vec<Diagnostic>) {
    let is_message = entry.kind == EntryKind::Message;
    let is_given = is_message && uses.is_given(&entry.id);
    if !is_given && !is_kebab(&entry.id) {
        let meant = kebab(&entry.id);
        let hyphen = if is_message { "" } else { "-" };
        said.push(
            Diagnostic::new(&codes::MESSAGE_ID_FORM, entry.place.clone())
                .with("name", format!("{hyphen}{}", entry.id))
                .with("meant", format!("{hyphen}{meant}")),
        );
    }
    for wording in &entry.anatomy.wordings {
        let found = html_in(&wording.text).and_then(|(start, end)| Some((start, end, wording.place(start, end)?)));
        said.extend(found.map(|(start, end, place)| {
            Diagnostic::new(&codes::HTML_IN_MESSAGE, place).with("html", &wording.text[start..end])
        }));
    }
}

/// Small letters and digits, in words with one hyphen between, the first beginning with a letter.
fn is_kebab(id: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    id.starts_with(|letter: char| letter.is_ascii_lowercase()) && id.split('-').all(is_word)
}

/// The id in that form: `siteTitle` and `Site_Title` as `site-title`.
fn kebab(id: &str) -> String {
    let mut words = String::new();
    let mut after_small = false;
    for letter in id.chars() {
        match letter {
            '-' | '_' => words.push('-'),
            letter => {
                if letter.is_ascii_uppercase() && after_small {
                    words.push('-');
                }
                words.push(letter.to_ascii_lowercase());
            }
        }
        after_small = letter.is_ascii_lowercase() || letter.is_ascii_digit();
    }
    words.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The bytes of the first tag, comment or entity of HTML.
fn html_in(text: &str) -> Option<(usize, usize)> {
    text.match_indices(['<', '&']).find_map(|(at, sign)| {
        let length = if sign == "<" { tag(&text[at..])? } else { entity(&text[at..])? };
        Some((at, at + length))
    })
}

fn tag(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return Some("<!--".len());
    }
    let inner = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
    let rest = &inner[name.len()..];
    let is_tag = ELEMENTS.contains(&name.to_ascii_lowercase().as_str())
        && rest.starts_with(['>', '/', ' '])
        && rest.contains('>');
    // What its attributes hold may be a placeable or long: up to its name is shown.
    let ends = if rest.starts_with('>') { 1 } else { 0 };
    is_tag.then(|| text.len() - rest.len() + ends)
}

fn entity(text: &str) -> Option<usize> {
    let name = text[1..].split(';').next().filter(|name| name.len() + 1 < text.len())?;
    let is_number = name.strip_prefix('#').is_some_and(|digits| {
        !digits.is_empty()
            && digits.len() < 8
            && digits.trim_start_matches(['x', 'X']).bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    (is_number || ENTITIES.contains(&name)).then_some(name.len() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_comments_and_entities_are_html_and_other_signs_are_not() {
        for (text, html) in [
            ("a <b>c</b>", "<b>"),
            ("see <a href=x>", "<a"),
            ("one<br/>two", "<br"),
            ("x <!-- y", "<!--"),
            ("a&nbsp;b", "&nbsp;"),
            ("a&#8211;b", "&#8211;"),
        ] {
            let (start, end) = html_in(text).unwrap();
            assert_eq!(&text[start..end], html);
        }
        for text in
            ["1 < 2", "a <b c", "<press@office.example>", "R&D; more", "A & B", "<name>", "x <", "x &", "& ;", "<3"]
        {
            assert!(html_in(text).is_none(), "{text}");
        }
    }

    #[test]
    fn an_id_is_small_words_with_hyphens() {
        for (id, meant) in [("siteTitle", "site-title"), ("Site_Title", "site-title"), ("a--b", "a-b"), ("a-", "a")] {
            assert!(!is_kebab(id), "{id}");
            assert_eq!(kebab(id), meant);
        }
        assert!(["a", "site-title", "table-2", "s3"].into_iter().all(is_kebab));
    }
}
