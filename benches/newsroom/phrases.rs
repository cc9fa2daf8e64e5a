//! Sentences in two languages that say the same: patterns with places for figures, days and names.

use super::chance::Chance;

/// The same in Indonesian and English.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Both {
    pub(crate) id: String,
    pub(crate) en: String,
}

impl Both {
    pub(crate) fn of(id: impl Into<String>, en: impl Into<String>) -> Both {
        Both { id: id.into(), en: en.into() }
    }

    /// What is the same in both languages.
    pub(crate) fn same(text: &str) -> Both {
        Both::of(text, text)
    }

    pub(crate) fn push(&mut self, other: &Both) {
        self.id += &other.id;
        self.en += &other.en;
    }

    /// Puts something in the place of a word of the pattern, once.
    fn fill(&mut self, place: &str, with: &Both) {
        self.id = self.id.replacen(place, &with.id, 1);
        self.en = self.en.replacen(place, &with.en, 1);
    }

    /// The beginning in capitals, as a sentence has it.
    fn capitalised(mut self) -> Both {
        for text in [&mut self.id, &mut self.en] {
            if let Some(first) = text.get(..1) {
                *text = first.to_uppercase() + &text[1..];
            }
        }
        self
    }
}

/// The sentences: Indonesian, a tab, English.
const SENTENCES: &str = include_str!("sentences.tsv");

/// Invented states by their codes, which the standard leaves to users.
pub(crate) const STATES: [(&str, &str, &str); 12] = [
    ("XA", "Arkania", "Arcania"),
    ("XB", "Borea", "Boreland"),
    ("XC", "Selanda", "Zelandry"),
    ("XD", "Dorvania", "Dorvany"),
    ("XE", "Estavia", "Estavy"),
    ("XF", "Feloria", "Felory"),
    ("XG", "Garuvia", "Garuvy"),
    ("XH", "Halmaria", "Halmary"),
    ("XI", "Ilvania", "Ilvany"),
    ("XJ", "Jorvia", "Jorvland"),
    ("XL", "Lunaria", "Lunary"),
    ("XM", "Mirandia", "Mirandy"),
];

pub(crate) const TOWNS: [&str; 12] = [
    "Muara Sela",
    "Tanjung Arum",
    "Teluk Randu",
    "Pulau Wening",
    "Kota Lembayung",
    "Bandar Sunyi",
    "Karang Jingga",
    "Labuhan Teduh",
    "Ujung Kelana",
    "Selat Rumbia",
    "Pantai Cempaka",
    "Bukit Nirmala",
];

const PEOPLE: [&str; 8] = [
    "Rara Wulansekar",
    "Bimo Tirtasegara",
    "Laksmi Purwandaru",
    "Jaka Samudrawan",
    "Niken Rembulana",
    "Surya Pradwipa",
    "Ambar Kusumaloka",
    "Wira Candrageni",
];

pub(crate) const BODIES: [(&str, &str); 8] = [
    ("Dewan Pelabuhan Kepulauan", "the Islands Ports Council"),
    ("Badan Cuaca Samudra", "the Ocean Weather Agency"),
    ("Komisi Mercusuar", "the Lighthouse Commission"),
    ("Balai Pasar Ikan", "the Fish Market Office"),
    ("Lembaga Peta Laut", "the Sea Charts Institute"),
    ("Dinas Dermaga Bersama", "the Common Quays Service"),
    ("Majelis Nelayan", "the Fishers’ Assembly"),
    ("Pusat Arsip Bahari", "the Maritime Archive Centre"),
];

/// What the news is about.
pub(crate) const THINGS: [(&str, &str); 16] = [
    ("jadwal pelayaran baru", "the new sailing timetable"),
    ("peta arus laut", "the map of sea currents"),
    ("lampu mercusuar hemat daya", "the economical lighthouse lamps"),
    ("pendaftaran kapal kecil", "the registration of small boats"),
    ("pasar ikan terapung", "the floating fish market"),
    ("jaringan stasiun cuaca", "the network of weather stations"),
    ("pelatihan juru mudi", "the training of helmsmen"),
    ("gudang pendingin bersama", "the shared cold store"),
    ("layanan surat antarpulau", "the mail service between the islands"),
    ("perpustakaan keliling", "the travelling library"),
    ("tiket feri elektronik", "the electronic ferry ticket"),
    ("papan petunjuk pelabuhan", "the harbour signs"),
    ("dana perbaikan dermaga", "the fund for the repair of quays"),
    ("pemetaan terumbu karang", "the survey of the coral reefs"),
    ("sekolah musim panas bahari", "the maritime summer school"),
    ("siaran radio nelayan", "the fishers’ radio programme"),
];

pub(crate) const MONTHS: [(&str, &str); 12] = [
    ("Januari", "January"),
    ("Februari", "February"),
    ("Maret", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Agustus", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Desember", "December"),
];

/// One of a list of pairs.
pub(crate) fn pair(chance: &mut Chance, list: &[(&str, &str)]) -> Both {
    let (id, en) = chance.pick(list);
    Both::of(*id, *en)
}

/// The patterns, read once for a document.
pub(crate) fn patterns() -> Vec<Both> {
    SENTENCES.lines().filter_map(|line| line.split_once('\t')).map(|(id, en)| Both::of(id, en)).collect()
}

/// A pattern as a sentence of a year's news.
pub(crate) fn sentence(chance: &mut Chance, pattern: &Both, year: i16) -> Both {
    let mut text = pattern.clone();
    while let Some(place) = place_in(&text.en) {
        let with = value(chance, place, year);
        text.fill(place, &with);
    }
    text.capitalised()
}

const PLACES: [&str; 9] = ["{body}", "{thing}", "{town}", "{state}", "{person}", "{n}", "{pct}", "{money}", "{day}"];

fn place_in(text: &str) -> Option<&'static str> {
    PLACES.into_iter().chain(["{time}"]).find(|place| text.contains(place))
}

fn value(chance: &mut Chance, place: &str, year: i16) -> Both {
    match place {
        "{body}" => pair(chance, &BODIES),
        "{thing}" => pair(chance, &THINGS),
        "{town}" => Both::same(chance.pick::<&str>(&TOWNS)),
        "{person}" => Both::same(chance.pick::<&str>(&PEOPLE)),
        "{state}" => {
            let (_, id, en) = chance.pick(&STATES);
            Both::of(*id, *en)
        }
        "{n}" => figure(chance.between(12, 98_000)),
        "{pct}" => {
            let (whole, tenth) = (chance.between(3, 96), chance.between(1, 10));
            Both::of(format!("{whole},{tenth} persen"), format!("{whole}.{tenth} per cent"))
        }
        "{money}" => {
            let (whole, tenth) = (chance.between(2, 90), chance.between(1, 10));
            Both::of(format!("Rp{whole},{tenth} miliar"), format!("Rp{whole}.{tenth} billion"))
        }
        "{day}" => {
            let (day, (id, en)) = (chance.between(1, 29), chance.pick(&MONTHS));
            Both::of(format!("{day} {id} {year}"), format!("{day} {en} {year}"))
        }
        _ => {
            let (hour, minute) = (chance.between(8, 20), chance.between(1, 6) * 10 % 60);
            Both::of(format!("{hour:02}.{minute:02} WITA"), format!("{hour:02}:{minute:02} WITA"))
        }
    }
}

/// A whole number as each language groups it.
pub(crate) fn figure(number: usize) -> Both {
    let digits = number.to_string();
    let mut english = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            english.push(',');
        }
        english.push(digit);
    }
    Both::of(english.replace(',', "."), english)
}
