//! Whether a file of Warta's own is whole: its form stands at its beginning, and at its end the digest of all between.

use crate::digest::Digest;

/// How many bytes the digest at the end has.
pub(super) const DIGEST: usize = 16;

/// What stands between the mark and the digest, with that; none of a file of another form, or that is not whole.
pub(super) fn payload<'a>(bytes: &'a [u8], mark: &[u8; 8]) -> Option<(&'a [u8], Digest)> {
    let (payload, written) = bytes.strip_prefix(mark)?.split_last_chunk::<DIGEST>()?;
    let digest = Digest::of_bytes(payload);
    (*written == digest.to_bytes()).then_some((payload, digest))
}
