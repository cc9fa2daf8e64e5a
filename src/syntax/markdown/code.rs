//! Code, in lines and in blocks, and raw HTML, which is shown as code of a kind where it is refused.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

use super::Html;
use super::body::BlockKind;
use super::escape;
use super::shape::CodeBlock;
use super::write::{Close, Mode, Writer};
use crate::diagnostic::codes;
use crate::digest::Digest;
use crate::syntax::highlight;

impl Writer<'_, '_, '_> {
    /// Opens a block of code. Its text is gathered until its end.
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) -> Close {
        let span = self.report.span(range);
        self.body.code.push(CodeBlock { digest: Digest::default(), span });
        self.code = Some(String::new());
        self.open_block("<pre", BlockKind::Code, range);
        // A long line scrolls, and whoever has only a keyboard has to come to it.
        self.out.html.push_str(" tabindex=\"0\"><code");
        let language = match kind {
            CodeBlockKind::Fenced(words) => language_of(words),
            CodeBlockKind::Indented => String::new(),
        };
        if !language.is_empty() {
            self.out.html.push_str(" class=\"language-");
            self.out.html.push_str(&language);
            self.out.html.push('"');
        }
        self.out.html.push('>');
        Close::Code { language }
    }

    /// Writes the gathered code, coloured if its language is known.
    pub(super) fn end_code(&mut self, language: &str) {
        let code = self.code.take().unwrap_or_default();
        // Blocks of code hold no others, so the last one is this.
        if let Some(block) = self.body.code.last_mut() {
            block.digest = Digest::of_bytes(code.as_bytes());
        }
        self.origin_unknown();
        let coloured = match self.page.coloured {
            Some(known) => known.html(language, &code),
            None => highlight::html(language, &code),
        };
        match coloured {
            Some(coloured) => self.out.html.push_str(&coloured),
            None => escape::push_text(&mut self.out.html, &code),
        }
        self.out.html.push_str("</code></pre>\n");
    }

    /// Writes code in a line.
    pub(super) fn inline_code(&mut self, code: &str) {
        let (open, close) = if self.mode == Mode::Page { ("<code>", "</code>") } else { ("", "") };
        self.out.html.push_str(open);
        escape::push_text(&mut self.out.html, code);
        self.out.html.push_str(close);
    }

    /// Opens a block of raw HTML.
    pub(super) fn html_block(&mut self, range: &Range<usize>) -> Close {
        match self.page.html {
            Html::Allow => {
                self.open_block("<div", BlockKind::Html, range);
                self.plain(">\n", "</div>\n")
            }
            Html::Refuse => {
                let first_line = self.page.source(range).find('\n').map_or(range.end, |at| range.start + at);
                self.refuse_html(&(range.start..first_line));
                self.open_block("<p", BlockKind::Html, range);
                self.plain(">", "</p>\n")
            }
        }
    }

    /// Writes a line of a block of raw HTML.
    pub(super) fn block_html(&mut self, range: &Range<usize>) {
        let source = self.page.source(range);
        match self.page.html {
            Html::Allow => self.out.html.push_str(source),
            Html::Refuse => escape::push_text(&mut self.out.html, source),
        }
    }

    /// Writes a tag inside a line.
    pub(super) fn inline_html(&mut self, range: &Range<usize>) {
        let is_refused = self.page.html == Html::Refuse;
        if is_refused && self.mode != Mode::Outline {
            self.refuse_html(range);
        }
        let source = self.page.source(range);
        match (is_refused, self.mode) {
            (false, Mode::Page) => self.out.html.push_str(source),
            (false, _) => {}
            (true, _) => escape::push_text(&mut self.out.html, source),
        }
    }

    // One diagnostic for a pair of tags: the closing one goes with the opening one.
    fn refuse_html(&mut self, range: &Range<usize>) {
        let source = self.page.source(range);
        if source.starts_with("<!--") {
            return self.report.say(&codes::HTML_COMMENT, range);
        }
        if source.starts_with("</") && self.refused_tags > 0 {
            self.refused_tags -= 1;
            return;
        }
        self.refused_tags += 1;
        self.report.say_with(&codes::RAW_HTML, range, "tag", &tag_name(source));
    }
}

fn tag_name(html: &str) -> String {
    let name = html.trim_start_matches(['<', '/']);
    let end = name.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')).unwrap_or(name.len());
    name[..end].to_lowercase()
}

// The first word at the fence, without what has no place in a class name.
fn language_of(words: &str) -> String {
    let first = words.split(|letter: char| letter.is_whitespace() || letter == ',').next().unwrap_or_default();
    let is_fit = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '+' | '#' | '.');
    first.chars().filter(is_fit).collect()
}
