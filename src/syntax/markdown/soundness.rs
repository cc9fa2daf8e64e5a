//! What holds for every text, however strange: no panic, slots in order, tags in pairs, ids once.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::diagnostic::Span;

// Pieces that Markdown and braces give a meaning, in any order, are likelier to break something than any text.
fn markdown_soup() -> impl Strategy<Value = String> {
    let pieces = [
        "{",
        "}",
        "{ $x }",
        "{lang=en}",
        "{#id}",
        "[",
        "]",
        "(",
        ")",
        "[^a]",
        "\n[^a]: ",
        "\n\n",
        "\n",
        " ",
        "*",
        "**",
        "_",
        "`",
        "```",
        "\n    ",
        "\n> ",
        "\n- ",
        "\n1. ",
        "# ",
        "## ",
        "|",
        "\n|-|-|\n",
        "![",
        "](",
        "asset:a",
        "doc:b",
        "https://c ",
        "<b>",
        "<!--",
        "-->",
        "\\",
        "\"",
        "é",
        "🎌",
        "\u{1a}",
        "\u{0}",
        "\r\n",
        "\t",
        "&amp;",
        ": ",
        "[!NOTE]",
        "~~",
        "<",
        ">",
        "$x ->",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

// All signs of markup in text are escaped, so each `<` begins a tag of ours.
fn is_balanced(html: &str) -> bool {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let name = tag.split([' ', '>']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            None if !matches!(name, "br" | "hr" | "img") => open.push(name),
            _ => {}
        }
    }
    open.is_empty()
}

fn assert_sound(prose: &Prose, fillables: usize) -> Result<(), TestCaseError> {
    for slot in &prose.slots {
        prop_assert!(prose.html.is_char_boundary(slot.at as usize) && slot.at as usize <= prose.html.len());
        prop_assert!((slot.fill as usize) < fillables);
    }
    prop_assert!(prose.slots.is_sorted_by_key(|slot| slot.at));
    Ok(())
}

proptest! {
    #[test]
    fn any_text_becomes_a_sound_body(text in prop_oneof![".*", markdown_soup()], allow: bool) {
        let html = if allow { Html::Allow } else { Html::Refuse };
        let body = read(&Arc::from("en.md"), &text, 0, Options { html, ..Options::default() }).value;
        for prose in std::iter::once(&body.prose).chain(body.notes.iter().map(|note| &note.prose)).chain(body.outline.iter().map(|heading| &heading.prose)) {
            assert_sound(prose, body.fillables().len())?;
        }
        prop_assert!(allow || is_balanced(&body.prose.html), "{}", body.prose.html);
        let has_mask = body.prose.html.contains(char::from(escape::MASK));
        prop_assert!(allow || !has_mask, "a mask is left");
        let mut anchors: Vec<_> = body.anchors().collect();
        let all = anchors.len();
        anchors.sort_unstable();
        anchors.dedup();
        prop_assert_eq!(all, anchors.len());
        let blocks: String = body.blocks.iter().map(|block| body.prose.fill_part(block.html.clone(), &[])).collect();
        prop_assert_eq!(blocks, body.prose.html);
    }

    #[test]
    fn any_text_becomes_sound_words(text in prop_oneof![".*", markdown_soup()]) {
        let words = read_words(&Arc::from("en.md"), &text, Span::START).value;
        assert_sound(&words.prose, words.fillables().len())?;
    }
}
