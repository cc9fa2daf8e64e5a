//! What may be made of a picture, and the same picture without what it tells besides.
//!
//! Told by the bytes, whatever the file is called: a JPEG under the name of a PNG tells where it was taken just as
//! well. A picture is taken apart by its container alone; only parts that are known to belong to the picture are
//! kept, everything else is left out: Exif, XMP, IPTC, comments, thumbnails, maker's notes, and what stands behind
//! its end.

use serde::{Deserialize, Serialize};

use super::{Dimensions, exif, gif, jpeg, png, webp};

/// The most pixels that a picture may have of which others are made: decoded, that many take 256 MB.
pub const PIXEL_LIMIT: u64 = 64_000_000;

/// What is made of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// It is handed on as it is: no picture, or of a kind that is not taken apart (SVG, BMP, ICO, AVIF).
    Other,
    /// It is handed on clean, and in sizes.
    Scalable(Format),
    /// It is handed on clean: it moves, or its colours are those of a printing press.
    Fixed(Format),
    /// It begins as a picture and cannot be followed to its end: it cannot be cleaned.
    Broken(Format),
    /// It is an AVIF or HEIF with Exif or XMP, which is not taken apart.
    Telling,
}

/// The kinds of pictures that are taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// GIF.
    Gif,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP without loss, or with transparency.
    Webp,
    /// WebP with loss and without transparency: a photograph.
    WebpPhoto,
}

impl Form {
    /// Its format, where it can be taken apart.
    pub fn cleanable(self) -> Option<Format> {
        match self {
            Form::Scalable(format) | Form::Fixed(format) => Some(format),
            Form::Other | Form::Broken(_) | Form::Telling => None,
        }
    }
}

/// What a picture's own notes tell of who took it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tells {
    /// Where it was taken.
    pub place: bool,
    /// The number of the camera or its lens.
    pub camera: bool,
}

impl Tells {
    /// Nothing.
    pub const NOTHING: Tells = Tells { place: false, camera: false };
}

/// Whether a picture is small enough to be decoded.
pub fn is_decodable(dimensions: Dimensions) -> bool {
    u64::from(dimensions.width) * u64::from(dimensions.height) <= PIXEL_LIMIT
}

/// What is inside a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Inside {
    pub(super) form: Form,
    pub(super) orientation: u8,
    pub(super) clean: Option<u64>,
}

/// What was found when a picture was taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    /// Whether it can be scaled.
    pub(super) is_scalable: bool,
    /// Which format it is after all.
    pub(super) format: Format,
    /// 1 to 8.
    pub(super) orientation: u8,
}

/// Looks into a file.
pub(super) fn look(bytes: &[u8]) -> Inside {
    let Some(format) = format_of(bytes) else {
        let form = if is_telling(bytes) { Form::Telling } else { Form::Other };
        return Inside { form, orientation: 1, clean: None };
    };
    let mut clean = Vec::with_capacity(bytes.len());
    match take_apart(format, bytes, &mut clean) {
        Some(Parts { is_scalable, format, orientation }) => Inside {
            form: if is_scalable { Form::Scalable(format) } else { Form::Fixed(format) },
            // Nothing turns what moves.
            orientation: if is_scalable || format == Format::Jpeg { orientation } else { 1 },
            clean: Some(clean.len() as u64),
        },
        None => Inside { form: Form::Broken(format), orientation: 1, clean: None },
    }
}

/// The same picture, dot for dot, without what it tells besides. None where it cannot be followed to its end.
pub fn clean(format: Format, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut clean = Vec::with_capacity(bytes.len());
    take_apart(format, bytes, &mut clean).map(|_| clean)
}

fn take_apart(format: Format, bytes: &[u8], clean: &mut Vec<u8>) -> Option<Parts> {
    match format {
        Format::Gif => gif::take_apart(bytes, clean),
        Format::Jpeg => jpeg::take_apart(bytes, clean),
        Format::Png => png::take_apart(bytes, clean),
        Format::Webp | Format::WebpPhoto => webp::take_apart(bytes, clean),
    }
}

fn format_of(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Format::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Format::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Format::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::Webp),
        _ => None,
    }
}

/// How Exif begins, in each order of bytes (TIFF 6.0, section 2).
const EXIF: [&[u8]; 2] = [b"MM\0\x2a", b"II\x2a\0"];

/// What XMP calls positions (Exif 2.32 for XMP).
const PLACES: [&[u8]; 2] = [b"exif:GPSLatitude", b"exif:GPSLongitude"];

/// What XMP calls the numbers of cameras and lenses.
const CAMERAS: [&[u8]; 3] = [b"aux:SerialNumber", b"BodySerialNumber", b"LensSerialNumber"];

/// What a picture tells of who took it: in Exif or XMP, wherever in the file that stands, also in a second picture
/// behind its end.
pub(super) fn tells(bytes: &[u8]) -> Tells {
    let is_tiff = EXIF.iter().any(|start| bytes.starts_with(start));
    if !is_tiff && format_of(bytes).is_none() && bytes.get(4..8) != Some(b"ftyp") {
        return Tells::NOTHING;
    }
    let found = |words: &[&[u8]]| words.iter().any(|word| memchr::memmem::find(bytes, word).is_some());
    let mut tells = Tells { place: found(&PLACES), camera: found(&CAMERAS) };
    for start in EXIF.iter().flat_map(|start| memchr::memmem::find_iter(bytes, start)) {
        let exif = exif::tells(&bytes[start..]);
        tells = Tells { place: tells.place || exif.place, camera: tells.camera || exif.camera };
    }
    tells
}

/// Whether a file is an AVIF or HEIF whose table of contents (ISO/IEC 14496-12, `meta`) names Exif or XMP.
fn is_telling(bytes: &[u8]) -> bool {
    let is_heif = bytes.get(4..8) == Some(b"ftyp");
    let has = |word: &[u8]| memchr::memmem::find(bytes, word).is_some();
    is_heif && (has(b"infe") && has(b"Exif") || has(b"application/rdf+xml"))
}

/// Some bytes of a file; none where it is shorter.
pub(super) fn part(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}
