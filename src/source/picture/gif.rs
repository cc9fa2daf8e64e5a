//! A GIF's blocks (GIF89a, 1990).

use super::form::{Format, Parts, part};

/// The application blocks that belong to the picture: how often it moves, and what its colours mean.
const APPLICATIONS: [&[u8; 11]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

/// Copies the blocks that belong to the picture. None where it ends before its trailer.
pub(super) fn take_apart(bytes: &[u8], clean: &mut Vec<u8>) -> Option<Parts> {
    let head = 13 + colours(*bytes.get(10)?);
    clean.extend(bytes.get(..head)?);
    let mut at = head;
    loop {
        let (block, is_kept) = match bytes.get(at)? {
            0x3b => {
                clean.push(0x3b);
                return Some(Parts { is_scalable: false, format: Format::Gif, orientation: 1 });
            }
            0x2c => {
                // The descriptor, its colours, and how wide the codes are; then the dots.
                let before = 11 + colours(*bytes.get(at + 9)?);
                (before + blocks(bytes, at + before)?, true)
            }
            0x21 => {
                let application = part(bytes, at + 3, 11);
                let is_kept = match bytes.get(at + 1)? {
                    0xf9 => true,
                    0xff => APPLICATIONS.iter().any(|known| application == Some(known.as_slice())),
                    _ => false,
                };
                (2 + blocks(bytes, at + 2)?, is_kept)
            }
            _ => return None,
        };
        let block = part(bytes, at, block)?;
        if is_kept {
            clean.extend(block);
        }
        at += block.len();
    }
}

/// How many bytes the table of colours has that these flags tell of.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// How many bytes the sub-blocks from here have, with the empty one that ends them.
fn blocks(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        match usize::from(*bytes.get(at)?) {
            0 => return Some(at + 1 - start),
            length => at += 1 + length,
        }
    }
}
