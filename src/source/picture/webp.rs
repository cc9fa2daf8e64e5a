//! A WebP's chunks (RFC 9649, section 2).

use super::exif;
use super::form::{Format, Parts, part};

/// Of the flags in `VP8X`: that there is Exif, XMP.
const TELLS: u8 = 0b0000_1100;

/// Copies the chunks that belong to the picture. None where the file is shorter than it says.
pub(super) fn take_apart(bytes: &[u8], clean: &mut Vec<u8>) -> Option<Parts> {
    let length = |at: usize| usize::try_from(u32::from_le_bytes(part(bytes, at, 4)?.try_into().ok()?)).ok();
    let end = length(4)?.checked_add(8).filter(|end| *end <= bytes.len())?;
    clean.extend(bytes.get(..12)?);
    let (mut at, mut is_moving, mut orientation) = (12, false, 1);
    let (mut has_loss, mut is_clear) = (false, false);
    while at < end {
        let (name, size) = (part(bytes, at, 4)?, length(at + 4)?);
        let content = part(&bytes[..end], at + 8, size)?;
        let is_kept = matches!(name, b"VP8X" | b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP");
        match name {
            b"ANIM" | b"ANMF" => is_moving = true,
            b"VP8 " => has_loss = true,
            b"ALPH" => is_clear = true,
            b"EXIF" => orientation = exif::orientation(content),
            _ => {}
        }
        if is_kept {
            let flags = clean.len() + 8;
            clean.extend(&bytes[at..at + 8]);
            clean.extend(content);
            // Chunks begin at even bytes.
            clean.extend((size % 2 == 1).then_some(0));
            if name == b"VP8X" {
                *clean.get_mut(flags)? &= !TELLS;
            }
        }
        at += 8 + size + size % 2;
    }
    let size = u32::try_from(clean.len() - 8).ok()?;
    clean[4..8].copy_from_slice(&size.to_le_bytes());
    let format = if has_loss && !is_clear { Format::WebpPhoto } else { Format::Webp };
    Some(Parts { is_scalable: !is_moving, format, orientation })
}
