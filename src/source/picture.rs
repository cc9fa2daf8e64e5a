//! What a file is as a picture, told without decoding it: how wide and high it is, so that a page does not jump
//! while it loads, and what may be made of it.
//!
//! In: a file's name and bytes. Out: its size, or why it cannot be told; and of which parts it consists, so that
//! what it tells besides the picture can be left out ([`form::clean`]). Nothing fails: what cannot be read is a
//! [`Flaw`], or a [`form::Form::Broken`].

mod exif;
pub mod form;
mod gif;
mod jpeg;
mod png;
mod webp;

use form::{Form, Inside, Tells};
use imagesize::ImageType;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde::{Deserialize, Serialize};

/// A picture's size in CSS pixels, as a page shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dimensions {
    /// From one side to the other; at least 1.
    pub width: u32,
    /// From top to bottom; at least 1.
    pub height: u32,
}

/// What a file is as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// How large pages say it is.
    pub size: Size,
    /// What is made of it.
    pub form: Form,
    /// How its Exif part says it has to be turned: 1 to 8, where 1 is as it is stored (Exif 2.32, tag 0x0112).
    pub orientation: u8,
    /// How many bytes it has without what it tells besides the picture; none where nothing is taken out.
    pub clean: Option<u64>,
    /// What it tells of who took it, as it is.
    pub tells: Tells,
}

/// How large a file is as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Size {
    /// Its name is that of no picture that browsers show.
    None,
    /// It is known.
    Known(Dimensions),
    /// Its name is that of a picture, and its size cannot be told.
    Unknown(Flaw),
}

/// Why a picture's size cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flaw {
    /// It is of another kind than its name says, or no picture at all.
    OtherKind,
    /// It is cut off or broken.
    Broken,
    /// It is an SVG that names neither width and height nor a view box.
    Unnamed,
}

/// The endings of pictures that browsers show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Avif,
    Bmp,
    Gif,
    Ico,
    Jpeg,
    Png,
    Svg,
    Webp,
}

impl Picture {
    /// A file that is no picture.
    pub const NONE: Picture =
        Picture { size: Size::None, form: Form::Other, orientation: 1, clean: None, tells: Tells::NOTHING };

    /// Reads the file of this name.
    pub fn read(name: &str, bytes: &[u8]) -> Picture {
        let Inside { form, orientation, clean } = form::look(bytes);
        let size = match Size::read(name, bytes) {
            // Browsers turn a picture as its camera says: a portrait may be stored lying.
            Size::Known(Dimensions { width, height }) if orientation >= 5 => {
                Size::Known(Dimensions { width: height, height: width })
            }
            size => size,
        };
        let clean = clean.filter(|clean| *clean != bytes.len() as u64);
        Picture { size, form, orientation, clean, tells: form::tells(bytes) }
    }

    /// Its size, if it is known.
    pub fn dimensions(self) -> Option<Dimensions> {
        match self.size {
            Size::Known(dimensions) => Some(dimensions),
            Size::None | Size::Unknown(_) => None,
        }
    }
}

impl Size {
    fn read(name: &str, bytes: &[u8]) -> Size {
        let Some(kind) = kind_of_name(name) else { return Size::None };
        let read = if kind == Kind::Svg { svg(bytes) } else { raster(kind, bytes) };
        match read {
            Ok(Dimensions { width, height }) if width == 0 || height == 0 => Size::Unknown(Flaw::Broken),
            Ok(dimensions) => Size::Known(dimensions),
            Err(flaw) => Size::Unknown(flaw),
        }
    }
}

fn kind_of_name(name: &str) -> Option<Kind> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending.to_ascii_lowercase().as_str() {
        "avif" => Kind::Avif,
        "bmp" => Kind::Bmp,
        "gif" => Kind::Gif,
        "ico" => Kind::Ico,
        "jpg" | "jpeg" => Kind::Jpeg,
        "png" => Kind::Png,
        "svg" => Kind::Svg,
        "webp" => Kind::Webp,
        _ => return None,
    })
}

fn raster(kind: Kind, bytes: &[u8]) -> Result<Dimensions, Flaw> {
    let found = match imagesize::image_type(bytes) {
        Ok(ImageType::Bmp) => Kind::Bmp,
        Ok(ImageType::Gif) => Kind::Gif,
        Ok(ImageType::Heif(_)) => Kind::Avif,
        Ok(ImageType::Ico) => Kind::Ico,
        Ok(ImageType::Jpeg) => Kind::Jpeg,
        Ok(ImageType::Png) => Kind::Png,
        Ok(ImageType::Webp) => Kind::Webp,
        _ => return Err(Flaw::OtherKind),
    };
    if found != kind {
        return Err(Flaw::OtherKind);
    }
    let size = imagesize::blob_size(bytes).map_err(|_| Flaw::Broken)?;
    let side = |side: usize| u32::try_from(side).map_err(|_| Flaw::Broken);
    let (width, height) = (side(size.width)?, side(size.height)?);
    Ok(Dimensions { width, height })
}

/// The size that the root of an SVG names: width and height, else that of its view box.
fn svg(bytes: &[u8]) -> Result<Dimensions, Flaw> {
    let text = std::str::from_utf8(bytes).map_err(|_| Flaw::OtherKind)?;
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(root) | Event::Empty(root)) if root.local_name().as_ref() == "svg" => {
                return size_of(&root);
            }
            Ok(Event::Start(_) | Event::Empty(_) | Event::Eof) => return Err(Flaw::OtherKind),
            Err(_) => return Err(Flaw::Broken),
            Ok(_) => {}
        }
    }
}

fn size_of(root: &BytesStart<'_>) -> Result<Dimensions, Flaw> {
    // Numbers need no entities, and a length that has some is none.
    let value = |name: &str| root.try_get_attribute(name).ok().flatten().map(|found| found.value);
    let length = |name: &str| value(name).and_then(|value| pixels(&value));
    let view = value("viewBox").and_then(|value| view_box(&value));
    let (width, height) = match (length("width"), length("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((across, down))) => (width, width * down / across),
        (None, Some(height), Some((across, down))) => (height * across / down, height),
        (None, None, Some(view)) => view,
        _ => return Err(Flaw::Unnamed),
    };
    let side = |side: f64| if side.is_finite() { side.round().clamp(1.0, f64::from(u32::MAX)) as u32 } else { 1 };
    Ok(Dimensions { width: side(width), height: side(height) })
}

/// The width and height of a view box: `0 0 640 480`, also with commas.
fn view_box(text: &str) -> Option<(f64, f64)> {
    let numbers = text.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
    let numbers: Vec<f64> = numbers.map_while(|part| part.parse().ok()).collect();
    match numbers[..] {
        [_, _, across, down] if across > 0.0 && down > 0.0 => Some((across, down)),
        _ => None,
    }
}

/// A length in CSS pixels (CSS Values 4, 6.2). None for shares of the page (`100%`) and of the letters.
fn pixels(text: &str) -> Option<f64> {
    let text = text.trim();
    let at = text.find(|letter: char| letter.is_ascii_alphabetic() || letter == '%').unwrap_or(text.len());
    let number: f64 = text[..at].trim().parse().ok()?;
    let unit = match &text[at..] {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    Some(number * unit).filter(|length| *length > 0.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn size(name: &str, bytes: &[u8]) -> Result<(u32, u32), Flaw> {
        match Picture::read(name, bytes).size {
            Size::Known(Dimensions { width, height }) => Ok((width, height)),
            Size::Unknown(flaw) => Err(flaw),
            Size::None => unreachable!("{name} is a picture's name"),
        }
    }

    const GIF: &[u8] = b"GIF89a\x40\x01\xf0\x00\x00\x00\x00";

    /// A JPEG's beginning: 640 to 480, with this orientation.
    fn jpeg(orientation: u8) -> Vec<u8> {
        let mut bytes = b"\xff\xd8\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        bytes.push(orientation);
        bytes.extend(b"\0\0\0\0\0\0");
        bytes.extend(b"\xff\xc0\x00\x11\x08\x01\xe0\x02\x80\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9");
        bytes
    }

    #[test]
    fn rasters_are_measured_by_their_first_bytes_and_turned_as_the_camera_says() {
        assert_eq!(size("a.GIF", GIF), Ok((320, 240)));
        assert_eq!(size("a.jpg", &jpeg(1)), Ok((640, 480)));
        assert_eq!(size("a.jpeg", &jpeg(6)), Ok((480, 640)));
        assert_eq!(size("a.jpg", GIF), Err(Flaw::OtherKind));
        assert_eq!(size("a.png", b"%PDF-1.7"), Err(Flaw::OtherKind));
        assert_eq!(size("a.jpg", &jpeg(1)[..30]), Err(Flaw::Broken));
        assert_eq!(Picture::read("annex.pdf", b"%PDF-1.7"), Picture::NONE);
    }

    #[test]
    fn an_svg_is_as_large_as_its_root_says() {
        let svg = |attributes: &str| {
            size("a.svg", format!("<?xml version='1.0'?>\n<!-- a chart -->\n<svg {attributes}><g/></svg>").as_bytes())
        };
        assert_eq!(svg("width='640' height='480px'"), Ok((640, 480)));
        assert_eq!(svg("width='100%' height='100%' viewBox='0 0 300.4,200'"), Ok((300, 200)));
        assert_eq!(svg("width='10cm' viewBox='0 0 2 1'"), Ok((378, 189)));
        assert_eq!(svg("xmlns='http://www.w3.org/2000/svg'"), Err(Flaw::Unnamed));
        assert_eq!(svg("width='0' height='2'"), Err(Flaw::Unnamed));
        assert_eq!(svg("viewBox='0 0 -1 NaN'"), Err(Flaw::Unnamed));
        assert_eq!(size("a.svg", b"<html><svg width='1' height='1'/></html>"), Err(Flaw::OtherKind));
        assert_eq!(size("a.svg", b"\x89PNG"), Err(Flaw::OtherKind));
    }

    proptest! {
        #[test]
        fn nothing_that_is_called_a_picture_makes_the_program_fail(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0usize..60) {
            for name in ["a.png", "a.jpg", "a.gif", "a.webp", "a.avif", "a.ico", "a.bmp", "a.svg"] {
                let _ = Picture::read(name, &bytes);
            }
            for start in [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff\xe1", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x20ftypavif", b"\0\0\x01\0", b"BM", b"GIF89a"] {
                let broken = [start, &bytes[..]].concat();
                for name in ["a.png", "a.jpg", "a.webp", "a.avif", "a.ico", "a.bmp", "a.gif"] {
                    let _ = Picture::read(name, &broken);
                }
            }
            let whole = jpeg(6);
            let _ = Picture::read("a.jpg", &whole[..cut.min(whole.len())]);
        }
    }
}
