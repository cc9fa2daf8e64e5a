//! Tables, in a region that can be scrolled with the keyboard; aligned by class, since no style is allowed.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, TagEnd};

use super::body::{BlockKind, Label, SlotKind};
use super::write::{Close, Writer};

impl<'a> Writer<'a, '_, '_> {
    /// Opens a table.
    pub(super) fn table(&mut self, columns: &'a [Alignment], range: &Range<usize>) -> Close {
        self.table.number += 1;
        self.table.columns = columns;
        self.open_block("<div class=\"table\"", BlockKind::Table, range);
        self.count_table(Some(columns.len()));
        self.out.html.push_str(" role=\"region\" tabindex=\"0\" aria-label=\"");
        self.attribute_slot(SlotKind::Message(Label::Table, Some(self.table.number)));
        self.plain("\">\n<table>\n", "</tbody>\n</table>\n</div>\n")
    }

    /// Opens the head of a table.
    pub(super) fn table_head(&mut self) -> Close {
        self.table.is_head = true;
        self.table.column = 0;
        self.plain("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n")
    }

    /// Opens a row of a table.
    pub(super) fn table_row(&mut self) -> Close {
        self.table.is_head = false;
        self.count_table(None);
        self.table.column = 0;
        self.plain("<tr>", "</tr>\n")
    }

    /// Opens a cell. An empty one in the head is no heading: a screen reader would announce nothing.
    pub(super) fn table_cell(&mut self, at: usize) -> Close {
        let is_empty = matches!(self.page.events.get(at + 1), Some((Event::End(TagEnd::TableCell), _)));
        let (tag, close) =
            if self.table.is_head && !is_empty { ("<th scope=\"col\"", "</th>") } else { ("<td", "</td>") };
        self.out.html.push_str(tag);
        self.out.html.push_str(match self.table.columns.get(self.table.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::None) | None => "",
        });
        self.table.column += 1;
        self.plain(">", close)
    }
}
