//! The words of a body without their markup, and where each of them stands: for looking at phrases that
//! emphasis, links and line breaks run through.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Events;
use super::report::Report;
use crate::syntax::weekday::{BARRIER, Calendar};

/// The words of a text. Code, raw HTML and URLs are left out; between blocks stands a [`BARRIER`].
struct Flat {
    text: String,
    /// Where each piece begins in `text`, and the bytes of the source that it comes from.
    pieces: Vec<(usize, Range<usize>)>,
}

/// Says which weekdays of a body contradict the dates behind them.
pub(super) fn judge_weekdays(source: &str, events: &Events<'_>, calendar: &Calendar, report: &mut Report<'_>) {
    // A weekday stands in few texts, and markup seldom in the midst of one.
    if !calendar.may_be_wrong(source) {
        return;
    }
    let flat = Flat::of(events);
    for wrong in calendar.wrong(&flat.text) {
        let place = report.place_of(&flat.source(&wrong.range));
        report.push(calendar.diagnostic(&wrong, &flat.text, place));
    }
}

impl Flat {
    fn of(events: &Events<'_>) -> Flat {
        let mut flat = Flat { text: String::new(), pieces: Vec::new() };
        // How many elements are open in which nothing is read, and what else was open when they began.
        let mut skipped = 0;
        for (event, range) in events {
            match event {
                Event::Start(tag) if skipped > 0 || is_passed_over(tag) => {
                    skipped += 1;
                    flat.barrier();
                }
                Event::End(_) if skipped > 0 => skipped -= 1,
                _ if skipped > 0 => {}
                Event::Text(text) => flat.push(text, range),
                Event::SoftBreak | Event::HardBreak => flat.push(" ", range),
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
                | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
                | Event::FootnoteReference(_) => {}
                _ => flat.barrier(),
            }
        }
        flat
    }

    fn push(&mut self, text: &str, range: &Range<usize>) {
        self.pieces.push((self.text.len(), range.clone()));
        self.text.push_str(text);
    }

    fn barrier(&mut self) {
        if !self.text.ends_with(BARRIER) {
            self.text.push(BARRIER);
        }
    }

    /// The bytes of the source that some bytes of the words come from.
    fn source(&self, range: &Range<usize>) -> Range<usize> {
        let (first, is_same, begin) = self.piece(range.start);
        let start = if is_same { first.start + (range.start - begin) } else { first.start };
        let (last, is_same, begin) = self.piece(range.end.saturating_sub(1));
        let end = if is_same { last.start + (range.end - begin) } else { last.end };
        start..end.max(start)
    }

    /// The piece that holds a byte of the words: its bytes of the source, whether it is written in the
    /// same letters there (and not as `&amp;`), and where it begins among the words.
    fn piece(&self, at: usize) -> (Range<usize>, bool, usize) {
        let which = self.pieces.partition_point(|(start, _)| *start <= at).max(1) - 1;
        let Some((start, range)) = self.pieces.get(which) else { return (0..0, false, 0) };
        let end = self.pieces.get(which + 1).map_or(self.text.len(), |(next, _)| *next);
        let length = self.text[*start..end].trim_end_matches(BARRIER).len();
        (range.clone(), length == range.len(), *start)
    }
}

/// Whether nothing in this element is prose: code, raw HTML, and a URL that stands for itself.
fn is_passed_over(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => true,
        Tag::Link { link_type, .. } => matches!(link_type, LinkType::Autolink | LinkType::Email),
        _ => false,
    }
}
