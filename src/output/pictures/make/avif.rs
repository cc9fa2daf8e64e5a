//! Pictures as AVIF (feature `avif`).
//!
//! In: dots, and the profile of their colours. Out: a file that holds nothing else. The encoder knows no profiles, so
//! the profile is put into its file afterwards.

use std::ops::Range;

use image::DynamicImage;
use ravif::{BitDepth, EncodedImage, Encoder, Error, Img, RGB8, RGBA8};

/// The quality, on the encoder's own scale.
const QUALITY: f32 = 70.0;

/// How hard the encoder tries: 1 takes the longest, 10 the shortest. Harder than this takes twice as long and saves
/// nothing.
const SPEED: u8 = 9;

/// The property of a picture that holds a profile (ISO/IEC 14496-12, 12.1.5; ISO 15076-1).
const COLOURS: &[u8; 8] = b"colrprof";

/// How many bytes a box has before its content, and one with a version.
const HEAD: usize = 8;
const FULL_HEAD: usize = 12;

/// Encodes a picture. One thread makes it: of parts for several the bytes would be others.
pub(super) fn written(image: &DynamicImage, profile: Option<&[u8]>) -> Result<Vec<u8>, String> {
    let file = encoded(image).map_err(|error| error.to_string())?.avif_file;
    match profile {
        Some(profile) => with_profile(&file, profile).ok_or_else(|| "ICC".to_owned()),
        None => Ok(file),
    }
}

fn encoded(image: &DynamicImage) -> Result<EncodedImage, Error> {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let encoder = Encoder::new().with_quality(QUALITY).with_alpha_quality(QUALITY).with_speed(SPEED);
    let encoder = encoder.with_bit_depth(BitDepth::Eight).with_num_threads(Some(1));
    match image.color().has_alpha() {
        true => {
            let dots: Vec<RGBA8> = image.to_rgba8().pixels().map(|dot| RGBA8::from(dot.0)).collect();
            encoder.encode_rgba(Img::new(&dots, width, height))
        }
        false => {
            let dots: Vec<RGB8> = image.to_rgb8().pixels().map(|dot| RGB8::from(dot.0)).collect();
            encoder.encode_rgb(Img::new(&dots, width, height))
        }
    }
}

/// Puts a profile into a file as the encoder writes it. None where that is built otherwise than it was.
fn with_profile(file: &[u8], profile: &[u8]) -> Option<Vec<u8>> {
    let meta = found(file, 0, file.len(), b"meta")?;
    let inside = |name| found(file, meta.start + FULL_HEAD, meta.end, name);
    let (places, properties) = (inside(b"iloc")?, inside(b"iprp")?);
    let own = |name| found(file, properties.start + HEAD, properties.end, name);
    let (list, owners) = (own(b"ipco")?, own(b"ipma")?);
    let number = boxes(file, list.start + HEAD, list.end).count() + 1;
    let property = [&u32::try_from(HEAD + 4 + profile.len()).ok()?.to_be_bytes()[..], COLOURS, profile].concat();
    // The picture itself comes first of those that have properties: four bytes after the number of them.
    let owner = owners.start + FULL_HEAD + 4;
    let last = owner + 3 + usize::from(*file.get(owner + 2)?);
    let more = property.len() + 1;

    let mut out = file.get(..list.end)?.to_vec();
    out.extend(&property);
    out.extend(file.get(list.end..last)?);
    out.push(u8::try_from(number).ok().filter(|number| *number < 0x80)?);
    out.extend(file.get(last..)?);
    for (at, longer) in [(meta.start, more), (properties.start, more), (list.start, property.len())] {
        grow(&mut out, at, longer)?;
    }
    grow(&mut out, owners.start + property.len(), 1)?;
    let count = out.get_mut(owner + 2 + property.len())?;
    *count = count.checked_add(1)?;
    moved(&mut out, if places.start < list.end { places.start } else { places.start + more }, more)?;
    Some(out)
}

/// The boxes between two bytes, each with its name.
fn boxes(file: &[u8], start: usize, end: usize) -> impl Iterator<Item = (&[u8], Range<usize>)> {
    let mut at = start;
    std::iter::from_fn(move || {
        let length = usize::try_from(number(file, at)?).ok()?;
        let name = file.get(at + 4..at + HEAD)?;
        let own = at..at.checked_add(length).filter(|own| *own <= end && length >= HEAD)?;
        at = own.end;
        Some((name, own))
    })
}

/// The first box of this name.
fn found(file: &[u8], start: usize, end: usize, name: &[u8; 4]) -> Option<Range<usize>> {
    boxes(file, start, end).find(|(known, _)| known == name).map(|(_, own)| own)
}

fn number(file: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(file.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Adds to a number of four bytes: the length of the box that begins here, or a place in the file.
fn grow(file: &mut [u8], at: usize, more: usize) -> Option<()> {
    let sum = number(file, at)?.checked_add(u32::try_from(more).ok()?)?;
    file.get_mut(at..at + 4)?.copy_from_slice(&sum.to_be_bytes());
    Some(())
}

/// Says in the box of places (`iloc`, version 0 with places and lengths of four bytes) that all lies further back.
fn moved(file: &mut [u8], at: usize, more: usize) -> Option<()> {
    let at = at + FULL_HEAD;
    let short = |file: &[u8], at: usize| Some(usize::from(u16::from_be_bytes(file.get(at..at + 2)?.try_into().ok()?)));
    if *file.get(at)? != 0x44 || *file.get(at + 1)? != 0 {
        return None;
    }
    let mut next = at + 4;
    for _ in 0..short(file, at + 2)? {
        let pieces = short(file, next + 4)?;
        next += 6;
        for _ in 0..pieces {
            grow(file, next, more)?;
            next += 8;
        }
    }
    Some(())
}
