//! A PNG's chunks (W3C, PNG third edition, section 5).

use super::exif;
use super::form::{Format, Parts, part};

/// The chunks that belong to the picture: its dots, how its colours are meant, and its movement.
const KEPT: [&[u8; 4]; 18] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// Copies the chunks that belong to the picture. None where it ends before its last chunk.
pub(super) fn take_apart(bytes: &[u8], clean: &mut Vec<u8>) -> Option<Parts> {
    clean.extend(bytes.get(..8)?);
    let mut parts = Parts { is_scalable: true, format: Format::Png, orientation: 1 };
    let mut at = 8;
    loop {
        let length = usize::try_from(u32::from_be_bytes(part(bytes, at, 4)?.try_into().ok()?)).ok()?;
        let name = part(bytes, at + 4, 4)?;
        // Its length, its name, and its checksum are four bytes each.
        let chunk = part(bytes, at, length.checked_add(12)?)?;
        if KEPT.iter().any(|kept| *kept == name) {
            clean.extend(chunk);
        }
        match name {
            b"eXIf" => parts.orientation = exif::orientation(&chunk[8..8 + length]),
            b"acTL" => parts.is_scalable = false,
            b"IEND" => return Some(parts),
            _ => {}
        }
        at += chunk.len();
    }
}
