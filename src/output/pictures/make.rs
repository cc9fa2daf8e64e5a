//! A picture of a picture: decoded, scaled, turned, written again.
//!
//! Colours stay as they are meant: the profile of the file goes with them. Nothing else of the file does, since
//! what is written is made of dots alone.

#[cfg(feature = "avif")]
mod avif;

use std::borrow::Cow;
use std::io::Cursor;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, GrayAlphaImage, GrayImage, ImageDecoder, ImageEncoder, RgbImage, RgbaImage};
use jpeg_encoder::{Encoder, SamplingFactor};
use rayon::prelude::*;

use super::Cut;
use crate::source::picture::form::{self, Format, is_decodable};
use crate::source::picture::{Dimensions, Picture};

/// The quality of a JPEG that is made smaller: what is lost cannot be seen at that size.
const QUALITY: u8 = 82;

/// The quality of a whole JPEG that has to be written again, because it has to be turned.
const FINE: u8 = 92;

/// How much memory a decoder may ask for besides the picture itself.
const DECODER_LIMIT: u64 = 640 * 1024 * 1024;

/// Makes these pictures of one, in their order; it is decoded once for all of them. What cannot be made is told with
/// the reason.
pub(super) fn cuts(bytes: &[u8], picture: Picture, cuts: &[&Cut]) -> Vec<Result<Vec<u8>, String>> {
    let Some(format) = picture.form.cleanable() else { return cuts.iter().map(|_| Err(String::new())).collect() };
    let turn = Orientation::from_exif(picture.orientation).unwrap_or(Orientation::NoTransforms);
    let is_same = |cut: &Cut| *cut == Cut::Whole && turn == Orientation::NoTransforms;
    let decoded = cuts.iter().any(|cut| !is_same(cut)).then(|| decoded(bytes, format));
    let (dots, profile) = match decoded {
        Some(Ok((whole, profile))) => (Ok(whole), profile),
        Some(Err(reason)) => (Err(reason), None),
        None => (Err(String::new()), None),
    };
    // Up to here nothing waits for another thread, so that no more pictures are decoded at once than there are
    // threads; behind it none is held any more.
    let begun: Vec<Result<Begun, String>> = {
        let flat = dots.as_ref().map(plain);
        let begin = |cut: &&Cut| match (cut, &flat) {
            (cut, _) if is_same(cut) => form::clean(format, bytes).ok_or_else(String::new).map(Begun::Made),
            (_, Err(reason)) => Err((*reason).clone()),
            (Cut::Whole, Ok(flat)) => {
                let whole =
                    dots.as_ref().map_or(flat.as_ref(), |whole| if format == Format::Png { whole } else { flat });
                again(&turned(whole, turn), profile.clone(), format).map(Begun::Made)
            }
            (Cut::Size(size) | Cut::Avif(size), Ok(flat)) => small(flat, *size, turn).map(Begun::Small),
        };
        cuts.iter().map(begin).collect()
    };
    drop(dots);
    let finish = |(begun, cut): (Result<Begun, String>, &&Cut)| match (begun?, cut) {
        (Begun::Made(bytes), _) => Ok(bytes),
        (Begun::Small(small), Cut::Avif(_)) => as_avif(&small, profile.as_deref()),
        (Begun::Small(small), _) => written(&small, profile.clone(), format, QUALITY),
    };
    begun.into_par_iter().zip(cuts).map(finish).collect()
}

/// What is left to do once the picture itself is no longer needed.
enum Begun {
    /// Nothing.
    Made(Vec<u8>),
    /// It has to be encoded.
    Small(DynamicImage),
}

/// Writes a whole picture again. A file keeps its kind under its name: what had losses as WebP is written without
/// further ones.
fn again(whole: &DynamicImage, profile: Option<Vec<u8>>, format: Format) -> Result<Vec<u8>, String> {
    let format = if format == Format::WebpPhoto { Format::Webp } else { format };
    written(whole, profile, format, FINE)
}

fn turned(image: &DynamicImage, turn: Orientation) -> DynamicImage {
    match turn {
        Orientation::NoTransforms => image.clone(),
        Orientation::Rotate90 => image.rotate90(),
        Orientation::Rotate180 => image.rotate180(),
        Orientation::Rotate270 => image.rotate270(),
        Orientation::FlipHorizontal => image.fliph(),
        Orientation::FlipVertical => image.flipv(),
        Orientation::Rotate90FlipH => image.rotate90().fliph(),
        Orientation::Rotate270FlipH => image.rotate270().fliph(),
    }
}

/// Makes a picture as wide and high as it is to be once it is turned; then turns it.
fn small(image: &DynamicImage, size: Dimensions, turn: Orientation) -> Result<DynamicImage, String> {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let is_lying = matches!(turn, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH);
    let (width, height) = if is_lying { (size.height, size.width) } else { (size.width, size.height) };
    let mut small = scaled(image, width, height)?;
    small.apply_orientation(turn);
    Ok(small)
}

/// The dots of a picture, and the profile of their colours.
fn decoded(bytes: &[u8], format: Format) -> Result<(DynamicImage, Option<Vec<u8>>), String> {
    let bytes = Cursor::new(bytes);
    match format {
        Format::Jpeg => JpegDecoder::new(bytes).map_err(reason).and_then(read),
        Format::Png => PngDecoder::new(bytes).map_err(reason).and_then(read),
        Format::Webp | Format::WebpPhoto => WebPDecoder::new(bytes).map_err(reason).and_then(read),
        Format::Gif => Err("GIF".to_owned()),
    }
}

fn read<D: ImageDecoder>(mut decoder: D) -> Result<(DynamicImage, Option<Vec<u8>>), String> {
    let (width, height) = decoder.dimensions();
    if !is_decodable(Dimensions { width, height }) {
        return Err(format!("{width} × {height}"));
    }
    let mut limits = image::Limits::no_limits();
    limits.max_alloc = Some(DECODER_LIMIT);
    decoder.set_limits(limits).map_err(reason)?;
    let profile = decoder.icc_profile().map_err(reason)?;
    let image = DynamicImage::from_decoder(decoder).map_err(reason)?;
    // A profile says for which colours it is (ICC.1:2022, 7.2.8): one of inks does not fit their conversion.
    let wanted: &[u8] = if image.color().has_color() { b"RGB " } else { b"GRAY" };
    let profile = profile.filter(|profile| profile.get(16..20) == Some(wanted));
    Ok((image, profile))
}

/// The same in eight bits a channel: more is not seen in a picture that was made smaller.
fn plain(image: &DynamicImage) -> Cow<'_, DynamicImage> {
    Cow::Owned(match image.color() {
        ColorType::L8 | ColorType::La8 | ColorType::Rgb8 | ColorType::Rgba8 => return Cow::Borrowed(image),
        ColorType::L16 => DynamicImage::ImageLuma8(image.to_luma8()),
        ColorType::La16 => DynamicImage::ImageLumaA8(image.to_luma_alpha8()),
        color if color.has_alpha() => DynamicImage::ImageRgba8(image.to_rgba8()),
        _ => DynamicImage::ImageRgb8(image.to_rgb8()),
    })
}

fn scaled(image: &DynamicImage, width: u32, height: u32) -> Result<DynamicImage, String> {
    let pixel = match image.color() {
        ColorType::L8 => PixelType::U8,
        ColorType::La8 => PixelType::U8x2,
        ColorType::Rgb8 => PixelType::U8x3,
        _ => PixelType::U8x4,
    };
    let whole = ImageRef::new(image.width(), image.height(), image.as_bytes(), pixel).map_err(reason)?;
    let mut small = Image::new(width, height, pixel);
    Resizer::new().resize(&whole, &mut small, None).map_err(reason)?;
    let dots = small.into_vec();
    let small = match pixel {
        PixelType::U8 => GrayImage::from_raw(width, height, dots).map(DynamicImage::ImageLuma8),
        PixelType::U8x2 => GrayAlphaImage::from_raw(width, height, dots).map(DynamicImage::ImageLumaA8),
        PixelType::U8x3 => RgbImage::from_raw(width, height, dots).map(DynamicImage::ImageRgb8),
        _ => RgbaImage::from_raw(width, height, dots).map(DynamicImage::ImageRgba8),
    };
    small.ok_or_else(String::new)
}

fn written(image: &DynamicImage, profile: Option<Vec<u8>>, format: Format, quality: u8) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match format {
        Format::Jpeg | Format::WebpPhoto | Format::Gif => jpeg(image, profile, quality, &mut bytes)?,
        Format::Png => {
            let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
            write_with(encoder, image, profile)?;
        }
        Format::Webp => write_with(WebPEncoder::new_lossless(&mut bytes), image, profile)?,
    }
    Ok(bytes)
}

#[cfg(feature = "avif")]
fn as_avif(image: &DynamicImage, profile: Option<&[u8]>) -> Result<Vec<u8>, String> {
    avif::written(image, profile)
}

// Without the feature the settings ask for none.
#[cfg(not(feature = "avif"))]
fn as_avif(_: &DynamicImage, _: Option<&[u8]>) -> Result<Vec<u8>, String> {
    Err("AVIF".to_owned())
}

fn write_with(mut encoder: impl ImageEncoder, image: &DynamicImage, profile: Option<Vec<u8>>) -> Result<(), String> {
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).map_err(|error| error.to_string())?;
    }
    image.write_with_encoder(encoder).map_err(reason)
}

fn jpeg(image: &DynamicImage, profile: Option<Vec<u8>>, quality: u8, bytes: &mut Vec<u8>) -> Result<(), String> {
    let side = |side: u32| u16::try_from(side).map_err(reason);
    let (width, height) = (side(image.width())?, side(image.height())?);
    let mut encoder = Encoder::new(bytes, quality);
    // Tables of its own would save a tenth more, but part the colours into scans, which not every reader joins.
    encoder.set_optimized_huffman_tables(false);
    // Eyes see brightness twice as finely as colour; a whole picture keeps what it has.
    encoder.set_sampling_factor(if quality == FINE { SamplingFactor::F_1_1 } else { SamplingFactor::F_2_2 });
    if let Some(profile) = profile {
        encoder.add_icc_profile(&profile).map_err(reason)?;
    }
    match image {
        DynamicImage::ImageLuma8(gray) => encoder.encode(gray, width, height, jpeg_encoder::ColorType::Luma),
        image => encoder.encode(&image.to_rgb8(), width, height, jpeg_encoder::ColorType::Rgb),
    }
    .map_err(reason)
}

fn reason(error: impl std::fmt::Display) -> String {
    error.to_string()
}
