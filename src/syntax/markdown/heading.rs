//! Headings: levels, ids, the outline.

use std::ops::Range;

use super::body::{BlockKind, Heading, Prose};
use super::write::{Close, Mode, Writer, push_id};
use crate::diagnostic::codes;

const TAGS: [(&str, &str); 5] =
    [("<h2", "</h2>\n"), ("<h3", "</h3>\n"), ("<h4", "</h4>\n"), ("<h5", "</h5>\n"), ("<h6", "</h6>\n")];

impl Writer<'_, '_, '_> {
    /// Opens a heading.
    pub(super) fn heading(&mut self, at: usize, level: u8, id: Option<&str>, range: &Range<usize>) -> Close {
        let is_top_level = self.is_top_level();
        let level = self.judge_level(level, range, is_top_level);
        let own = id.filter(|id| self.judge_id(id, range)).map(str::to_owned);
        let anchor = if is_top_level {
            self.begin_block(BlockKind::Heading(level), range, own);
            self.body.blocks.last().map(|block| block.anchor.clone())
        } else {
            self.body.further_anchors.extend(own.clone());
            own
        };
        self.out.html.push_str(tags(level).0);
        if let Some(anchor) = &anchor {
            push_id(&mut self.out.html, anchor);
        }
        self.out.html.push('>');
        Close::Heading { start: at, level, id: anchor.filter(|_| is_top_level) }
    }

    /// Closes a heading; one among the top-level blocks goes into the outline.
    pub(super) fn end_heading(&mut self, at: usize, start: usize, level: u8, id: Option<String>) {
        self.out.html.push_str(tags(level).1);
        let Some(id) = id else { return };
        let prose = self.outline_prose(start + 1..at);
        let span = self.body.blocks.last().map(|block| block.span).unwrap_or_default();
        self.body.outline.push(Heading { level, id, prose, span });
    }

    /// Says which attributes a heading cannot have: all but an id.
    pub(super) fn judge_attributes<'b>(&mut self, names: impl Iterator<Item = &'b str>, range: &Range<usize>) {
        for name in names {
            let place = self.within(range, name);
            self.report.say_with(&codes::HEADING_ATTRIBUTE, &place, "attribute", name);
        }
    }

    // The words once more, into a prose of their own. Slots share the fills of the page.
    fn outline_prose(&mut self, events: Range<usize>) -> Prose {
        let page = std::mem::take(&mut self.out);
        self.mode = Mode::Outline;
        for at in events {
            self.event(at);
        }
        self.mode = Mode::Page;
        std::mem::replace(&mut self.out, page)
    }

    // The title of the page is its only heading of level 1.
    fn judge_level(&mut self, level: u8, range: &Range<usize>, is_top_level: bool) -> u8 {
        if level == 1 {
            self.report.say(&codes::HEADING_LEVEL_ONE, range);
        }
        let level = level.max(2);
        if is_top_level {
            if level > self.last_level + 1 {
                let said = self.report.about(&codes::HEADING_JUMP, range);
                let said = said.with("from", self.last_level.to_string()).with("to", level.to_string());
                self.report.push(said);
            }
            self.last_level = level;
        }
        level
    }

    // Whether an id may be written.
    fn judge_id(&mut self, id: &str, range: &Range<usize>) -> bool {
        let place = self.within(range, id);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if id.is_empty() || !id.bytes().all(is_plain) {
            self.report.say_with(&codes::BAD_ANCHOR, &place, "id", id);
            return false;
        }
        if is_reserved(id) {
            self.report.say_with(&codes::RESERVED_ANCHOR, &place, "id", id);
            return false;
        }
        if let Some(first) = self.explicit_ids.get(id) {
            let other = self.report.place_of(first);
            let said = self.report.about(&codes::DUPLICATE_ANCHOR, &place).with("id", id).and(other);
            self.report.push(said);
            return false;
        }
        self.explicit_ids.insert(id.to_owned(), place);
        true
    }

    // Attributes stand at the end of a heading.
    fn within(&self, range: &Range<usize>, words: &str) -> Range<usize> {
        match self.page.source(range).rfind(words) {
            Some(at) if !words.is_empty() => range.start + at..range.start + at + words.len(),
            _ => range.clone(),
        }
    }
}

// `p3` and `p3-1` are numbers of blocks and items, `note-1` and `note-ref-1` those of footnotes.
fn is_reserved(id: &str) -> bool {
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_block = |number: &str| number.split('-').all(is_number);
    id.strip_prefix('p').is_some_and(is_block) || id.starts_with("note-")
}

fn tags(level: u8) -> (&'static str, &'static str) {
    TAGS[usize::from(level.clamp(2, 6)) - 2]
}
