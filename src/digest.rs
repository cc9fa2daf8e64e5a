//! Fingerprints: XXH3 behind [`std::hash::Hasher`], so that a `#[derive(Hash)]` input has one.
//!
//! Those are for the build's own use, and tell what is the same by chance; whoever wants two inputs to collide
//! can write the sources anyway. What an approval rests on ([`Digest::of_words`]) is BLAKE3, which withstands
//! an enemy. What readers see and the ledger keeps is [`Sha256`], which they can compute with the tools that
//! they have. Writes lengths and numbers in little-endian order, so that a manifest may travel between machines.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use arrayvec::ArrayVec;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Serialize};
use sha2::Digest as _;
use twox_hash::{XxHash3_128, xxhash3_128};

#[cfg(test)]
mod tests;

/// How many bytes of a value are gathered before they are hashed.
const FEW: usize = 4096;

/// 128 bits: enough that no two inputs of any site share one by chance.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Digest([u8; 16]);

impl Digest {
    /// The digest of some bytes.
    pub fn of_bytes(bytes: &[u8]) -> Digest {
        Digest::of_number(XxHash3_128::oneshot(bytes))
    }

    /// The digest of words that somebody approved: no others can be found that have the same.
    pub fn of_words(words: &str) -> Digest {
        Digest::of_approved(words.as_bytes())
    }

    /// The same of any bytes that an approval rests on.
    pub fn of_approved(bytes: &[u8]) -> Digest {
        let mut half = [0; 16];
        half.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
        Digest(half)
    }

    /// The digest of a value, by its `Hash`.
    pub fn of<T: Hash + ?Sized>(value: &T) -> Digest {
        let mut hasher = Gathering { hasher: None, gathered: ArrayVec::new() };
        value.hash(&mut hasher);
        let rest = hasher.gathered.as_slice();
        match &mut hasher.hasher {
            Some(hasher) => {
                hasher.write(rest);
                Digest::of_number(hasher.finish_128())
            }
            None => Digest::of_bytes(rest),
        }
    }

    /// The first ten hexadecimal digits, for file names.
    pub fn short(&self) -> String {
        self.to_string()[..10].to_owned()
    }

    /// Reads its 32 lower-case hexadecimal digits; none where these are no others.
    pub fn parse(digits: &str) -> Option<Digest> {
        unhex(digits).map(Digest)
    }

    /// Adds its hexadecimal digits to a text: the formatter takes three times as long, and a manifest has some forty
    /// thousand of them.
    pub fn push_to(&self, text: &mut String) {
        text.push_str(hex_in(&self.0, &mut [0; 2 * LONGEST]));
    }

    /// Its bytes.
    pub fn to_bytes(self) -> [u8; 16] {
        self.0
    }

    // In the order in which XXH3 is written everywhere.
    fn of_number(number: u128) -> Digest {
        Digest(number.to_be_bytes())
    }
}

/// The digest of bytes that are not all there yet.
#[derive(Clone, Default)]
pub struct Digesting(xxhash3_128::Hasher);

impl fmt::Debug for Digesting {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Digesting").field(&self.digest()).finish()
    }
}

impl Digesting {
    /// Takes in the bytes that follow.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    /// The digest of all of them so far, as [`Digest::of_bytes`] gives it.
    pub fn digest(&self) -> Digest {
        Digest::of_number(self.0.finish_128())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(&self.0, out)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

// In hexadecimal digits where people may read it, as it is elsewhere.
impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_str(self),
            false => serializer.serialize_bytes(&self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Digest, D::Error> {
        if !deserializer.is_human_readable() {
            return deserializer.deserialize_bytes(Bytes).map(Digest);
        }
        let wrong = || serde::de::Error::custom("a digest is 32 hexadecimal digits");
        Digest::parse(&String::deserialize(deserializer)?).ok_or_else(wrong)
    }
}

/// Takes so many bytes in one go. What is known of a site has a quarter of a million digests: byte by byte, as arrays
/// are read, they take ten times as long.
struct Bytes<const N: usize>;

impl<const N: usize> Visitor<'_> for Bytes<N> {
    type Value = [u8; N];

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{N} bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<[u8; N], E> {
        bytes.try_into().map_err(|_| E::invalid_length(bytes.len(), &self))
    }
}

/// The longest digest in bytes.
const LONGEST: usize = 32;

/// Writes each byte as two lower-case hexadecimal digits.
fn write_hex(bytes: &[u8], out: &mut fmt::Formatter<'_>) -> fmt::Result {
    out.write_str(hex_in(bytes, &mut [0; 2 * LONGEST]))
}

/// The digits of at most [`LONGEST`] bytes, written into `room`.
fn hex_in<'r>(bytes: &[u8], room: &'r mut [u8; 2 * LONGEST]) -> &'r str {
    let length = 2 * bytes.len().min(LONGEST);
    // The room is as long as it has to be, so there is no error.
    const_hex::encode_to_str(bytes, &mut room[..length]).map_or("", |digits| digits)
}

/// Reads exactly as many lower-case hexadecimal digits as the bytes have.
fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    // The library takes capitals too, and `0x` before all: then there are not so many digits.
    let is_lower = text.bytes().fold(true, |is_lower, byte| is_lower & !byte.is_ascii_uppercase());
    let mut bytes = [0; N];
    const_hex::decode_to_slice(text, &mut bytes).ok().filter(|()| is_lower && text.len() == 2 * N)?;
    Some(bytes)
}

/// A SHA-256 (FIPS 180-4): what readers compare texts by. Shown as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256([u8; 32]);

impl Sha256 {
    /// The digest of some bytes.
    ///
    /// ```
    /// use warta::digest::Sha256;
    ///
    /// let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    /// assert_eq!(Sha256::of_bytes(b"").to_string(), empty);
    /// ```
    pub fn of_bytes(bytes: &[u8]) -> Sha256 {
        Sha256(sha2::Sha256::digest(bytes).into())
    }

    /// The digest of some texts, one after the other.
    pub fn of_pieces<'a>(pieces: impl Iterator<Item = &'a str>) -> Sha256 {
        let mut hasher = sha2::Sha256::new();
        pieces.for_each(|piece| hasher.update(piece));
        Sha256(hasher.finalize().into())
    }

    /// The number that its first hexadecimal digits are: `digits` of them, at most 16; 0 where there are none.
    pub fn leading(&self, digits: usize) -> usize {
        let leading = self.0.iter().take(8).fold(0_u64, |leading, byte| leading << 8 | u64::from(*byte));
        let shift = u64::BITS - 4 * (digits as u32).min(16);
        leading.checked_shr(shift).unwrap_or(0) as usize
    }

    /// The first hexadecimal digits of it: `digits` of them, at most all.
    pub fn short(&self, digits: usize) -> String {
        self.to_string().chars().take(digits).collect()
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(&self.0, out)
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

// In hexadecimal digits where people may read it, as it is elsewhere.
impl Serialize for Sha256 {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_str(self),
            false => serializer.serialize_bytes(&self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Sha256, D::Error> {
        if !deserializer.is_human_readable() {
            return deserializer.deserialize_bytes(Bytes).map(Sha256);
        }
        let wrong = || serde::de::Error::custom("a SHA-256 is 64 hexadecimal digits");
        unhex(&String::deserialize(deserializer)?).map(Sha256).ok_or_else(wrong)
    }
}

/// A value is hashed field by field, most of a few bytes; XXH3 is quick with many at once.
struct Gathering {
    /// None while everything has room: most values are small.
    hasher: Option<Box<xxhash3_128::Hasher>>,
    gathered: ArrayVec<u8, FEW>,
}

impl Gathering {
    /// The same as [`Hasher::write`] where it is known how many bytes there are: two of three writes are the length of a
    /// text or what ends it, and cost a call to copy them otherwise.
    fn write_few<const N: usize>(&mut self, bytes: [u8; N]) {
        if self.gathered.try_extend_from_slice(&bytes).is_err() {
            self.write(&bytes);
        }
    }
}

impl Hasher for Gathering {
    fn write(&mut self, bytes: &[u8]) {
        if self.gathered.try_extend_from_slice(bytes).is_ok() {
            return;
        }
        let hasher = self.hasher.get_or_insert_default();
        hasher.write(&self.gathered);
        self.gathered.clear();
        // What is longer than all the room goes by it.
        if self.gathered.try_extend_from_slice(bytes).is_err() {
            hasher.write(bytes);
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.write_few([number]);
    }

    fn write_u16(&mut self, number: u16) {
        self.write_few(number.to_le_bytes());
    }

    fn write_u32(&mut self, number: u32) {
        self.write_few(number.to_le_bytes());
    }

    fn write_u64(&mut self, number: u64) {
        self.write_few(number.to_le_bytes());
    }

    // A length has the machine's width otherwise, and a fingerprint would not travel.
    fn write_usize(&mut self, number: usize) {
        self.write_few((number as u64).to_le_bytes());
    }

    fn write_isize(&mut self, number: isize) {
        self.write_few((number as i64).to_le_bytes());
    }

    fn finish(&self) -> u64 {
        unreachable!("a digest is read through Digest::of, which takes all its bits")
    }
}

/// A value with its digest, for what is big, untyped, or has no `Hash`. Hashes as its digest.
#[derive(Debug, Clone, Default)]
pub struct Hashed<T> {
    digest: Digest,
    value: T,
}

impl<T: Hash> Hashed<T> {
    /// Takes the digest of `value` once.
    pub fn new(value: T) -> Hashed<T> {
        Hashed { digest: Digest::of(&value), value }
    }
}

impl<T> Hashed<T> {
    /// A value whose digest is known otherwise. The digest must change whenever the value does.
    pub fn with_digest(value: T, digest: Digest) -> Hashed<T> {
        Hashed { digest, value }
    }

    /// The digest.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The value, to change what its digest does not tell of.
    pub fn value_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T> Hash for Hashed<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.digest.hash(state);
    }
}

impl<T> PartialEq for Hashed<T> {
    fn eq(&self, other: &Hashed<T>) -> bool {
        self.digest == other.digest
    }
}

impl<T> Deref for Hashed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
