//! The one thing of Exif that belongs to the picture: how it has to be turned.

/// The orientation that a TIFF header names (Exif 2.32, tag 0x0112): 1 where it names none that there is.
pub(super) fn orientation(tiff: &[u8]) -> u8 {
    let tiff = tiff.strip_prefix(b"Exif\0\0").unwrap_or(tiff);
    match named(tiff) {
        Some(turn @ 2..=8) => turn as u8,
        _ => 1,
    }
}

fn named(tiff: &[u8]) -> Option<u16> {
    let is_big = tiff.starts_with(b"MM");
    let short = |at: usize| {
        let two: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    };
    let long = |at: usize| {
        let four: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if is_big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    };
    let table = usize::try_from(long(4)?).ok()?;
    let mut entries = (0..usize::from(short(table)?)).map(|entry| table + 2 + entry * 12);
    entries.find(|entry| short(*entry) == Some(0x0112)).and_then(|entry| short(entry + 8))
}
