//! Pictures as cameras and programs leave them: with notes that nobody is to read.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

/// What every note holds.
pub(crate) const SECRET: &[u8] = b"Cxsecret";

/// A picture with something to see in it: the upper left corner is red, the rest shades into blue.
pub(crate) fn view(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => Rgb([220, 20, 20]),
        _ => Rgb([(x % 200) as u8, (y % 200) as u8, 200]),
    })
}

pub(crate) fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The TIFF block of Exif: the orientation, a camera's maker with the secret, and a table of positions.
pub(crate) fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x03".to_vec();
    tiff.extend(b"\x01\x0f\0\x02\0\0\0\x08\0\0\0\x40");
    tiff.extend([&b"\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation], b"\0\0"].concat());
    tiff.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x48");
    tiff.resize(0x40, 0);
    tiff.extend(SECRET);
    tiff.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02S\0\0\0\0\0\0\0GPSCxsecret");
    tiff
}

/// A TIFF block that leads to a position and, if it is wanted, to the number of a camera.
pub(crate) fn located(has_number: bool) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let table = |entries: &[Vec<u8>]| [&(entries.len() as u16).to_le_bytes()[..], &entries.concat(), &[0; 4]].concat();
    let first = table(&[entry(0x8769, 4, 1, 38), entry(0x8825, 4, 1, 56)]);
    let camera = table(&[entry(0xa431, 2, if has_number { 5 } else { 1 }, 0)]);
    let place = table(&[entry(0x0002, 5, 3, 0)]);
    [b"II\x2a\0\x08\0\0\0", &first[..], &camera, &place].concat()
}

/// A profile of colours: a head that says for which, and a name.
pub(crate) fn profile(space: &[u8; 4]) -> Vec<u8> {
    let mut profile = vec![0; 128];
    profile[3] = 140;
    profile[16..20].copy_from_slice(space);
    profile[36..40].copy_from_slice(b"acsp");
    profile.extend(b"Wide colours");
    profile
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &(content.len() as u16 + 2).to_be_bytes(), content].concat()
}

/// A JPEG with all that cameras and programs write into one, and a preview with notes of its own behind its end.
pub(crate) fn jpeg(image: &RgbImage, orientation: u8) -> Vec<u8> {
    let plain = encoded(&DynamicImage::ImageRgb8(image.clone()), ImageFormat::Jpeg);
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Cxsecret</x:xmpmeta>";
    let notes = [
        // JFIF with a thumbnail of two dots and a bit.
        segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x03\x01CxsecretC"),
        segment(0xe0, b"JFXX\0\x10Cxsecret"),
        segment(0xe1, &[&b"Exif\0\0"[..], &exif(orientation)].concat()),
        segment(0xe1, xmp),
        segment(0xe2, &[&b"ICC_PROFILE\0\x01\x01"[..], &profile(b"RGB ")].concat()),
        segment(0xe2, b"MPF\0Cxsecret"),
        segment(0xeb, b"JP\0\x01jumbCxsecret"),
        segment(0xed, b"Photoshop 3.0\08BIM\x04\x04Cxsecret"),
        segment(0xfe, b"Cxsecret"),
    ]
    .concat();
    let head = if plain[2..4] == [0xff, 0xe0] { 4 + usize::from(u16::from_be_bytes([plain[4], plain[5]])) } else { 2 };
    [&plain[..2], &notes, &plain[head..], &plain[..2], &segment(0xfe, SECRET), b"\xff\xd9"].concat()
}

fn chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32).to_be_bytes(), name, content, &crc([name, content].concat()).to_be_bytes()].concat()
}

/// The checksum of PNG (annex D of its standard).
fn crc(bytes: Vec<u8>) -> u32 {
    let turn = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum: u32, byte| (0..8).fold(sum ^ u32::from(*byte), turn))
}

/// A PNG with notes in all its kinds of chunks, and more behind its end.
pub(crate) fn png(image: &RgbImage, orientation: u8) -> Vec<u8> {
    let clear = RgbaImage::from_fn(image.width(), image.height(), |x, y| {
        let Rgb([red, green, blue]) = *image.get_pixel(x, y);
        Rgba([red, green, blue, 250])
    });
    let plain = encoded(&DynamicImage::ImageRgba8(clear), ImageFormat::Png);
    let notes = [
        chunk(b"tEXt", b"Author\0Cxsecret"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0Cxsecret"),
        chunk(b"eXIf", &exif(orientation)),
        chunk(b"tIME", b"\x07\xe5\x0b\x10\x0a\0\0"),
        chunk(b"prVt", SECRET),
    ]
    .concat();
    // The signature and the head come first.
    [&plain[..33], &notes, &plain[33..], SECRET].concat()
}

/// A WebP with Exif and XMP, behind an extended head.
pub(crate) fn webp(image: &RgbImage, orientation: u8) -> Vec<u8> {
    let plain = encoded(&DynamicImage::ImageRgb8(image.clone()), ImageFormat::WebP);
    let chunk = |name: &[u8], content: &[u8]| {
        [name, &(content.len() as u32).to_le_bytes(), content, &vec![0; content.len() % 2]].concat()
    };
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    let head = [vec![0b0000_1100, 0, 0, 0], side(image.width()), side(image.height())].concat();
    let notes = [chunk(b"EXIF", &exif(orientation)), chunk(b"XMP ", SECRET), chunk(b"NOTE", SECRET)].concat();
    let body = [&chunk(b"VP8X", &head)[..], &plain[12..], &notes].concat();
    [b"RIFF", &(body.len() as u32 + 4).to_le_bytes()[..], b"WEBP", &body, SECRET].concat()
}

/// A GIF of one dot that moves, with a comment and XMP.
pub(crate) fn gif() -> Vec<u8> {
    let blocks: [&[u8]; 7] = [
        b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0",
        b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0",
        b"\x21\xfe\x08Cxsecret\0",
        b"\x21\xff\x0bXMP DataXMP\x08Cxsecret\0",
        b"\x21\xf9\x04\x01\x0a\0\x01\0",
        b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0",
        b"\x3bCxsecret",
    ];
    blocks.concat()
}
