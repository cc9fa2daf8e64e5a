//! A picture of a picture: decoded, scaled, turned, written again.
//!
//! Colours stay as they are meant: the profile of the file goes with them. Nothing else of the file does, since
//! what is written is made of dots alone.

use std::io::Cursor;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, GrayAlphaImage, GrayImage, ImageDecoder, ImageEncoder, RgbImage, RgbaImage};
use jpeg_encoder::{Encoder, SamplingFactor};

use crate::source::picture::form::{self, Format, is_decodable};
use crate::source::picture::{Dimensions, Picture};

/// The quality of a JPEG that is made smaller: what is lost cannot be seen at that size.
const QUALITY: u8 = 82;

/// The quality of a whole JPEG that has to be written again, because it has to be turned.
const FINE: u8 = 92;

/// How much memory a decoder may ask for besides the picture itself.
const DECODER_LIMIT: u64 = 640 * 1024 * 1024;

/// Makes a picture in this size, or whole and clean. What cannot be made is told with the reason.
pub(super) fn picture(bytes: &[u8], picture: Picture, size: Option<Dimensions>) -> Result<Vec<u8>, String> {
    let Some(format) = picture.form.cleanable() else { return Err(String::new()) };
    let turn = Orientation::from_exif(picture.orientation).unwrap_or(Orientation::NoTransforms);
    let Some(size) = size else {
        return match turn {
            Orientation::NoTransforms => form::clean(format, bytes).ok_or_else(String::new),
            turn => turned(bytes, format, turn),
        };
    };
    let (whole, profile) = decoded(bytes, format)?;
    let is_lying = picture.orientation >= 5;
    let (width, height) = if is_lying { (size.height, size.width) } else { (size.width, size.height) };
    let mut small = scaled(&plain(whole), width, height)?;
    small.apply_orientation(turn);
    written(&small, profile, format, QUALITY)
}

fn turned(bytes: &[u8], format: Format, turn: Orientation) -> Result<Vec<u8>, String> {
    let (whole, profile) = decoded(bytes, format)?;
    let mut whole = if format == Format::Png { whole } else { plain(whole) };
    whole.apply_orientation(turn);
    // A file keeps its kind under its name: what had losses as WebP is written without further ones.
    let format = if format == Format::WebpPhoto { Format::Webp } else { format };
    written(&whole, profile, format, FINE)
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
fn plain(image: DynamicImage) -> DynamicImage {
    match image.color() {
        ColorType::L8 | ColorType::La8 | ColorType::Rgb8 | ColorType::Rgba8 => image,
        ColorType::L16 => DynamicImage::ImageLuma8(image.into_luma8()),
        ColorType::La16 => DynamicImage::ImageLumaA8(image.into_luma_alpha8()),
        color if color.has_alpha() => DynamicImage::ImageRgba8(image.into_rgba8()),
        _ => DynamicImage::ImageRgb8(image.into_rgb8()),
    }
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
