//! The files that a newsroom has once: settings, messages, a photograph.

use super::phrases::{STATES, THINGS};

/// `warta.yaml`. The ledger is kept: an empty one is a beginning, and `warta seal` fills it. The search is
/// measured by itself.
pub(crate) const SETTINGS: &str = r#"base_url: https://newsroom.example.org
locales: [id, {tag: en, formats: en-GB}]
x_default: chooser
time_zone: Asia/Makassar
notice: site-notice
ledger: on
search: off

collections:
  releases:   {kind: release,   section: {id: siaran-pers, en: press-releases}, path: "{section}/{year}/{slug}"}
  statements: {kind: statement, section: {id: pernyataan, en: statements}, path: "{section}/{event}/{slug}", pairing: announced}
  outcomes:   {kind: outcome,   section: {id: dokumen-hasil, en: outcomes}}
  events:     {kind: event,     section: {id: acara, en: events}}
  pages:      {kind: page,      path: "{slug}"}

taxonomies:
  topics:    {section: {id: topik, en: topics}, terms: [TERMS]}
  countries: {section: {id: negara, en: countries}, of: country}

menu:
  - collection:releases
  - collection:statements
  - collection:events
  - taxonomy:topics
  - doc:pages/about
publisher: {name: publisher-name, corrections: "doc:pages/policy"}
footer: [doc:pages/policy, doc:pages/imprint]
"#;

/// The settings, with the topics.
pub(crate) fn settings() -> String {
    let terms: Vec<String> = (0..TOPICS).map(topic).collect();
    SETTINGS.replace("TERMS", &terms.join(", "))
}

/// How many topics there are: an office has a dozen, however much it writes.
pub(crate) const TOPICS: usize = 12;

/// The key of a topic. Its label without capitals, so that its page has the same name.
pub(crate) fn topic(number: usize) -> String {
    THINGS[number].1.trim_start_matches("the ").replace(' ', "-")
}

/// The messages of a locale.
pub(crate) fn messages(locale: &str) -> String {
    let is_indonesian = locale == "id";
    let mut text = String::from(if is_indonesian { INDONESIAN } else { ENGLISH });
    for (number, (id, en)) in THINGS.iter().enumerate().take(TOPICS) {
        let label = if is_indonesian { id } else { en.trim_start_matches("the ") };
        let label = label[..1].to_uppercase() + &label[1..];
        text += &format!("topics-{} = {label}\n", topic(number));
    }
    for (code, id, en) in STATES {
        text += &format!("country-{code} = {}\n", if is_indonesian { id } else { en });
    }
    text
}

const INDONESIAN: &str = "site-title = Kabar Kepulauan
site-description = Kabar dari negara rekaan, untuk mengukur.
site-notice = Ruang berita rekaan: semua negara, lembaga, dan orang di sini tidak ada.
publisher-name = Meja Pers Kepulauan
collection-releases = Siaran Pers
collection-statements = Pernyataan
collection-outcomes = Dokumen Hasil
collection-events = Acara
collection-pages = Halaman
topics = Topik
countries = Negara
";

const ENGLISH: &str = "site-title = News of the Isles
site-description = News of invented states, for measuring.
site-notice = An invented newsroom: none of its states, institutions and people exist.
publisher-name = Press Desk of the Isles
collection-releases = Press releases
collection-statements = Statements
collection-outcomes = Outcome documents
collection-events = Events
collection-pages = Pages
topics = Topics
countries = States
";

/// A photograph: 96 × 64 points of sea and sky as a PNG, its data stored and not compressed (18 kB).
pub(crate) fn photo() -> Vec<u8> {
    let (width, height) = (96_u32, 64_u32);
    let mut rows = Vec::new();
    for y in 0..height {
        rows.push(0);
        for x in 0..width {
            let wave = ((x * 7 + y * 13) % 23) as u8;
            rows.extend(if y < 24 { [150 + wave, 190 + wave, 230] } else { [10 + wave, 60 + wave, 110 + wave] });
        }
    }
    let mut head = Vec::new();
    head.extend(width.to_be_bytes());
    head.extend(height.to_be_bytes());
    head.extend([8, 2, 0, 0, 0]);
    let mut file = vec![0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];
    for (name, bytes) in [(b"IHDR", head), (b"IDAT", stored(&rows)), (b"IEND", Vec::new())] {
        file.extend((bytes.len() as u32).to_be_bytes());
        let checked = [name.as_slice(), &bytes].concat();
        file.extend(&checked);
        file.extend(crc(&checked).to_be_bytes());
    }
    file
}

/// Bytes as a zlib stream that stores them (RFC 1950, RFC 1951 section 3.2.4): one block, so under 64 kB.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let length = bytes.len() as u16;
    let mut stream = vec![0x78, 0x01, 0x01];
    stream.extend(length.to_le_bytes());
    stream.extend((!length).to_le_bytes());
    stream.extend(bytes);
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    stream.extend((high << 16 | low).to_be_bytes());
    stream
}

/// The checksum of a PNG's parts (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
