//! The text of a document: blocks in the same order in both languages.

use super::chance::Chance;
use super::phrases::{self, BODIES, Both, THINGS, TOWNS};

/// What a text is written about, and with.
pub(crate) struct Writer<'a> {
    pub(crate) chance: &'a mut Chance,
    pub(crate) year: i16,
    /// Paths below `content/` of earlier documents, for links; may be empty.
    pub(crate) earlier: Vec<String>,
    /// Whether the facts have `$delegates` and `$opened`.
    pub(crate) has_facts: bool,
    /// Whether `photo.png` lies in the document's folder.
    pub(crate) has_photo: bool,
    patterns: Vec<Both>,
    /// How many of the patterns were used: none comes again before all others did.
    used: usize,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(chance: &'a mut Chance, year: i16) -> Writer<'a> {
        let patterns = phrases::patterns();
        Writer { chance, year, earlier: Vec::new(), has_facts: false, has_photo: false, patterns, used: 0 }
    }

    /// A text of about so many English words, without front matter.
    pub(crate) fn body(&mut self, words: usize) -> Both {
        let mut blocks = vec![self.lead()];
        let mut notes = Vec::new();
        let extras = self.extras();
        let mut extras = extras.into_iter();
        let count = |blocks: &[Both]| blocks.iter().map(|block| block.en.split_whitespace().count()).sum::<usize>();
        while count(&blocks) < words {
            if blocks.len() % 4 == 3 {
                blocks.push(self.heading());
            }
            blocks.push(self.paragraph(&mut notes));
            blocks.extend(extras.next());
        }
        blocks.extend(extras);
        blocks.extend(notes);
        let mut text = Both::default();
        for block in &blocks {
            text.push(block);
            text.push(&Both::same("\n\n"));
        }
        Both::of(text.id.trim_end().to_owned() + "\n", text.en.trim_end().to_owned() + "\n")
    }

    pub(crate) fn sentence(&mut self) -> Both {
        let at = self.used % self.patterns.len();
        let other = self.chance.between(at, self.patterns.len());
        self.patterns.swap(at, other);
        self.used += 1;
        phrases::sentence(self.chance, &self.patterns[at], self.year)
    }

    fn sentences(&mut self, count: usize) -> Both {
        let mut text = self.sentence();
        for _ in 1..count {
            text.push(&Both::same(" "));
            text.push(&self.sentence());
        }
        text
    }

    fn lead(&mut self) -> Both {
        let mut text = Both::default();
        if self.has_facts {
            text.push(&Both::of(
                "Sebanyak { $delegates } delegasi hadir sejak { DATETIME($opened, dateStyle: \"full\") }. ",
                "There were { $delegates } delegates present from { DATETIME($opened, dateStyle: \"full\") }. ",
            ));
        }
        text.push(&self.sentences(2));
        text
    }

    fn heading(&mut self) -> Both {
        let thing = phrases::pair(self.chance, &THINGS);
        match self.chance.between(0, 3) {
            0 => Both::of(format!("## Tentang {}", thing.id), format!("## About {}", thing.en)),
            1 => Both::of(format!("## Langkah untuk {}", thing.id), format!("## Steps for {}", thing.en)),
            _ => Both::of(format!("## Rencana bagi {}", thing.id), format!("## Plans for {}", thing.en)),
        }
    }

    /// A paragraph, now and then with a link, a strong phrase or a footnote.
    fn paragraph(&mut self, notes: &mut Vec<Both>) -> Both {
        let count = self.chance.between(3, 6);
        let mut text = self.sentences(count);
        if self.chance.once_in(6) && notes.len() < 3 {
            let mark = notes.len() + 1;
            text.push(&Both::same(&format!("[^{mark}]")));
            let note = self.sentence();
            notes.push(Both::of(format!("[^{mark}]: {}", note.id), format!("[^{mark}]: {}", note.en)));
        }
        match self.chance.between(0, 5) {
            0 => text.push(&self.link()),
            1 => {
                let thing = phrases::pair(self.chance, &THINGS);
                text.push(&Both::of(
                    format!(" Yang diutamakan ialah **{}**.", thing.id),
                    format!(" Priority goes to **{}**.", thing.en),
                ));
            }
            _ => {}
        }
        text
    }

    fn link(&mut self) -> Both {
        let thing = phrases::pair(self.chance, &THINGS);
        let target = match self.earlier.is_empty() || self.chance.once_in(3) {
            true => format!("https://archive.example.org/papers/{}", self.chance.between(100, 999)),
            false => format!("doc:{}", self.chance.pick(&self.earlier)),
        };
        Both::of(
            format!(" Lihat juga [keterangan tentang {}]({target}).", thing.id),
            format!(" See also [the account of {}]({target}).", thing.en),
        )
    }

    /// Blocks that are no paragraphs, in the shares of a newsroom.
    fn extras(&mut self) -> Vec<Both> {
        let mut extras = Vec::new();
        if self.chance.once_in(2) {
            extras.push(self.list());
        }
        if self.chance.once_in(3) {
            extras.push(self.table());
        }
        if self.chance.once_in(3) {
            let quoted = self.sentences(2);
            extras.push(Both::of(format!("> {}", quoted.id), format!("> {}", quoted.en)));
        }
        if self.has_photo {
            let town = self.chance.pick(&TOWNS);
            extras.push(Both::of(
                format!("![Dermaga di {town} pada pagi hari](asset:photo.png \"Dermaga {town}, foto: meja pers\")"),
                format!(
                    "![The quay in {town} in the morning](asset:photo.png \"The {town} quay, photograph: press desk\")"
                ),
            ));
        }
        if self.chance.once_in(20) {
            let said = self.sentence();
            extras.push(Both::of(format!("> [!NOTE]\n> {}", said.id), format!("> [!NOTE]\n> {}", said.en)));
        }
        if self.chance.once_in(50) {
            extras.push(self.code());
        }
        extras
    }

    fn list(&mut self) -> Both {
        let marker = if self.chance.once_in(3) { "1. " } else { "- " };
        let mut text = Both::default();
        for at in 0..self.chance.between(3, 7) {
            let said = self.sentence();
            let break_before = if at == 0 { "" } else { "\n" };
            text.push(&Both::of(
                format!("{break_before}{marker}{}", said.id),
                format!("{break_before}{marker}{}", said.en),
            ));
        }
        text
    }

    fn table(&mut self) -> Both {
        let mut text = Both::of(
            "| Kota | Lembaga | Kapal |\n| --- | --- | ---: |",
            "| Town | Institution | Ships |\n| --- | --- | ---: |",
        );
        for _ in 0..self.chance.between(3, 9) {
            let town = self.chance.pick(&TOWNS);
            let (body, ships) = (phrases::pair(self.chance, &BODIES), self.chance.between(11, 9_900));
            let ships = phrases::figure(ships);
            text.push(&Both::of(
                format!("\n| {town} | {} | {} |", body.id, ships.id),
                format!("\n| {town} | {} | {} |", body.en, ships.en),
            ));
        }
        text
    }

    /// Code is the same in every language.
    fn code(&mut self) -> Both {
        let (port, seconds) = (self.chance.between(1_000, 9_999), self.chance.between(5, 90));
        let code = match self.chance.between(0, 3) {
            0 => format!("```json\n{{\"station\": {port}, \"interval\": {seconds}, \"units\": \"metric\"}}\n```"),
            1 => format!(
                "```python\nstation = {port}\nfor reading in readings(station, every={seconds}):\n    print(reading.height)\n```"
            ),
            _ => format!("```yaml\nstation: {port}\ninterval: {seconds}\nfields: [height, wind, salinity]\n```"),
        };
        Both::same(&code)
    }
}
