//! Pictures that were made, for the next request: a size takes a moment to make, and a page is looked at often.
//!
//! In: an artifact. Out: its bytes, by its fingerprint, as they were made first. What is made in a moment is not
//! kept. When there is too much of it, what was made first goes.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diagnostic::Reported;
use crate::digest::Digest;
use crate::output::Artifact;

/// How many bytes are kept: all the pictures of some two hundred documents.
const LIMIT: usize = 64 * 1024 * 1024;

/// What is kept.
#[derive(Debug)]
pub(super) struct Kept {
    limit: usize,
    shelf: Mutex<Shelf>,
}

#[derive(Debug, Default)]
struct Shelf {
    /// How many bytes they have together.
    bytes: usize,
    /// The files, the one that was made first first.
    files: VecDeque<(Digest, Arc<[u8]>)>,
}

impl Default for Kept {
    fn default() -> Kept {
        Kept { limit: LIMIT, shelf: Mutex::default() }
    }
}

impl Kept {
    /// The bytes of an artifact, made now unless they are kept. What could not be made well is not kept.
    pub(super) fn bytes(&self, artifact: &Artifact) -> io::Result<Reported<Vec<u8>>> {
        if !artifact.is_of_set() {
            return artifact.bytes();
        }
        let fingerprint = artifact.fingerprint();
        if let Some(known) = self.find(fingerprint) {
            return Ok(Reported::clean(known.to_vec()));
        }
        // Nobody waits meanwhile: two who ask at once make it twice.
        let made = artifact.bytes()?;
        if made.said.is_empty() {
            self.keep(fingerprint, &made.value);
        }
        Ok(made)
    }

    fn find(&self, fingerprint: Digest) -> Option<Arc<[u8]>> {
        // Whoever panicked with it left whole entries.
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.files.iter().find(|(known, _)| *known == fingerprint).map(|(_, bytes)| Arc::clone(bytes))
    }

    fn keep(&self, fingerprint: Digest, bytes: &[u8]) {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        let is_known = shelf.files.iter().any(|(known, _)| *known == fingerprint);
        if is_known || bytes.len() > self.limit {
            return;
        }
        shelf.bytes += bytes.len();
        shelf.files.push_back((fingerprint, bytes.into()));
        while shelf.bytes > self.limit {
            let Some((_, first)) = shelf.files.pop_front() else { return };
            shelf.bytes -= first.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_is_kept_by_its_fingerprint_and_the_first_goes_when_there_is_too_much() {
        let kept = Kept { limit: 5, ..Kept::default() };
        let [one, two, three] = [b"1", b"2", b"3"].map(|name| Digest::of_bytes(name));
        kept.keep(one, b"abc");
        kept.keep(one, b"abc");
        kept.keep(two, b"de");
        assert!(kept.find(one).is_some_and(|bytes| *bytes == *b"abc"));
        kept.keep(three, b"f");
        assert_eq!([one, two, three].map(|name| kept.find(name).is_some()), [false, true, true]);
        kept.keep(one, b"too long");
        assert_eq!([one, two, three].map(|name| kept.find(name).is_some()), [false, true, true]);
    }
}
