//! The one thing of Exif that belongs to the picture, how it has to be turned; and what must not go out unseen.

use super::form::Tells;

/// The orientation that a TIFF header names (Exif 2.32, tag 0x0112): 1 where it names none that there is.
pub(super) fn orientation(tiff: &[u8]) -> u8 {
    let tiff = tiff.strip_prefix(b"Exif\0\0").unwrap_or(tiff);
    match named(tiff) {
        Some(turn @ 2..=8) => turn as u8,
        _ => 1,
    }
}

fn named(tiff: &[u8]) -> Option<u16> {
    let tiff = Tiff(tiff);
    tiff.entry(tiff.offset(4)?, 0x0112).and_then(|entry| tiff.short(entry + 8))
}

/// Numbers of a camera and its lens, in the table of Exif (Exif 2.32, tags 0xa431 and 0xa435).
const NUMBERS: [u16; 2] = [0xa431, 0xa435];

/// The same of a camera, in the first table (DNG 1.7, tag 0xc62f).
const CAMERA: u16 = 0xc62f;

/// Latitude and longitude, in the table of positions (Exif 2.32, tags 0x0002 and 0x0004).
const POSITION: [u16; 2] = [0x0002, 0x0004];

/// What a TIFF header tells of the place and the camera.
pub(super) fn tells(tiff: &[u8]) -> Tells {
    let tiff = Tiff(tiff);
    let Some(first) = tiff.offset(4) else { return Tells::default() };
    let table = |tag: u16| tiff.entry(first, tag).and_then(|entry| tiff.offset(entry + 8));
    // A text of one byte is the end of an empty one.
    let has = |table: usize, tag: u16| tiff.entry(table, tag).and_then(|entry| tiff.offset(entry + 4)) > Some(1);
    let in_table = |table: Option<usize>, tags: &[u16]| table.is_some_and(|at| tags.iter().any(|tag| has(at, *tag)));
    Tells { place: in_table(table(0x8825), &POSITION), camera: in_table(table(0x8769), &NUMBERS) || has(first, CAMERA) }
}

/// A TIFF header with what it leads to (TIFF 6.0, section 2).
struct Tiff<'a>(&'a [u8]);

impl Tiff<'_> {
    fn short(&self, at: usize) -> Option<u16> {
        let two: [u8; 2] = self.0.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.0.starts_with(b"MM") { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    }

    fn offset(&self, at: usize) -> Option<usize> {
        let four: [u8; 4] = self.0.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let long = if self.0.starts_with(b"MM") { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) };
        usize::try_from(long).ok()
    }

    /// Where the entry of this tag begins in a table.
    fn entry(&self, table: usize, tag: u16) -> Option<usize> {
        let entries = (0..usize::from(self.short(table)?)).map(|entry| table + 2 + entry * 12);
        entries.into_iter().find(|entry| self.short(*entry) == Some(tag))
    }
}
