//! A JPEG's segments (ITU-T T.81, annex B).

use super::exif;
use super::form::{Format, Parts, part};

/// How long the picture's own part of a JFIF header is, behind its marker and length; a thumbnail may follow.
const JFIF: usize = 14;

/// The same of Adobe's segment, which says how the colours are stored.
const ADOBE: usize = 12;

/// Copies the segments that belong to the picture. None where it ends before its end marker.
pub(super) fn take_apart(bytes: &[u8], clean: &mut Vec<u8>) -> Option<Parts> {
    clean.extend(bytes.get(..2)?);
    let (mut at, mut orientation, mut inks) = (2, 1, 3);
    loop {
        // What stands between two segments is nothing, and so are further 0xff before a marker.
        at += memchr::memchr(0xff, bytes.get(at..)?)?;
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            0x00 | 0x01 | 0xd0..=0xd8 => at += 2,
            0xd9 => {
                clean.extend([0xff, 0xd9]);
                return Some(Parts { is_scalable: inks != 4, format: Format::Jpeg, orientation });
            }
            _ => {
                let length = usize::from(u16::from_be_bytes(part(bytes, at + 2, 2)?.try_into().ok()?));
                let content = part(bytes, at + 4, length.checked_sub(2)?)?;
                match marker {
                    0xe1 if content.starts_with(b"Exif\0\0") => orientation = exif::orientation(content),
                    0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => inks = *content.get(5)?,
                    _ => {}
                }
                if let Some(kept) = kept(marker, content) {
                    // It is no longer than the segment was.
                    clean.extend([0xff, marker]);
                    clean.extend((kept.len() as u16 + 2).to_be_bytes());
                    clean.extend(kept);
                    if marker == 0xe0 && kept.len() == JFIF {
                        // No thumbnail: it may show what was cut away.
                        let end = clean.len();
                        clean[end - 2..].fill(0);
                    }
                }
                at += 2 + length;
                if marker == 0xda {
                    at += scan(bytes.get(at..)?, clean)?;
                }
            }
        }
    }
}

/// What of a segment belongs to the picture.
fn kept(marker: u8, content: &[u8]) -> Option<&[u8]> {
    match marker {
        // Frames, tables, scans, restarts.
        0xc0..=0xcf | 0xda..=0xdf => Some(content),
        0xe0 if content.starts_with(b"JFIF\0") => content.get(..JFIF),
        0xe2 if content.starts_with(b"ICC_PROFILE\0") => Some(content),
        0xee if content.starts_with(b"Adobe") => content.get(..ADOBE),
        _ => None,
    }
}

/// Copies the coded dots up to the next marker; gives how many bytes they are.
fn scan(bytes: &[u8], clean: &mut Vec<u8>) -> Option<usize> {
    let mut marks = memchr::memchr_iter(0xff, bytes);
    let end = marks.find(|at| !matches!(bytes.get(at + 1), Some(0x00 | 0xd0..=0xd7 | 0xff)))?;
    clean.extend(&bytes[..end]);
    Some(end)
}
