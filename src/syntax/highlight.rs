//! Colours of code, as class names only: the strict content security policy allows no style attribute.
//!
//! In: the language named at a fence and the code. Out: HTML with `<span class="z-…">`, or nothing
//! where the language is unknown. Never fails: code that a grammar stumbles over stays plain.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

/// What stands before each class name, so that a theme can style code and nothing else.
pub const PREFIX: &str = "z-";

// The one static that the house allows: grammars take a millisecond to load, and few pages show code.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

// Grammars are regular expressions with backtracking: a long line can take seconds.
const LONGEST_CODE: usize = 64 * 1024;
const LONGEST_LINE: usize = 2000;

/// Code that is coloured already, by its language. A translation shows the code of its original, and colouring a line
/// takes as long as reading all of a text.
#[derive(Debug, Default)]
pub struct Coloured(RefCell<HashMap<String, HashMap<String, String>>>);

impl Coloured {
    /// [`html`], asked once for each piece of code.
    pub fn html(&self, language: &str, code: &str) -> Option<String> {
        let mut known = self.0.borrow_mut();
        if let Some(html) = known.get(language).and_then(|known| known.get(code)) {
            return Some(html.clone());
        }
        let html = html(language, code)?;
        known.entry(language.to_owned()).or_default().insert(code.to_owned(), html.clone());
        Some(html)
    }
}

/// Colours `code` in `language` (a name or file extension, whatever the case of its letters).
///
/// None if the language is unknown or the code too long; the caller then shows it plain. The HTML
/// is escaped and its spans are balanced.
pub fn html(language: &str, code: &str) -> Option<String> {
    if is_plain(language) || code.len() > LONGEST_CODE || code.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let syntax = SYNTAXES.find_syntax_by_token(language)?;
    let style = ClassStyle::SpacedPrefixed { prefix: PREFIX };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, style);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

// Asked before the grammars are loaded.
fn is_plain(language: &str) -> bool {
    ["", "text", "txt", "plain", "plaintext"].iter().any(|plain| plain.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_languages_get_classes_and_unknown_ones_nothing() {
        let coloured = html("rust", "let x = \"<b>\";\n").expect("Rust is known");
        assert!(coloured.contains("class=\"z-"), "{coloured}");
        assert!(!coloured.contains("<b>") && !coloured.contains("style="), "{coloured}");
        assert_eq!(html("klingon", "Qapla'"), None);
        assert_eq!(html("text", "plain"), None);
    }

    #[test]
    fn code_that_is_asked_for_again_is_coloured_as_alone_and_in_its_own_language() {
        let coloured = Coloured::default();
        for _ in 0..2 {
            for (language, code) in
                [("rust", "let x = 1;\n"), ("yaml", "let x = 1;\n"), ("yaml", "a: 1\n"), ("text", "a")]
            {
                assert_eq!(coloured.html(language, code), html(language, code), "{language}");
            }
        }
    }
}
