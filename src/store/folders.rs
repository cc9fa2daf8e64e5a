//! The file `.warta/folders` below the site's root: what its folders held when they were listed last.
//!
//! In: [`Folders`]. Out: the same in another process. It stands apart from the rest of what is known, since the walk
//! needs it first and the rest is fetched meanwhile. A file that is not whole, or of another program, is as good as
//! none: the folders are listed then.

use std::path::Path;

use super::manifest;
use super::tree::{Folder, Tree, Writing};
use super::whole;
use crate::digest::Digest;
use crate::source::folders::Folders;
use crate::source::stamp::Stamp;

/// The file, below the site's root.
pub const FILE: &str = ".warta/folders";

/// What stands before everything else: the form of the file.
const MARK: &[u8; 8] = b"warta-f1";

/// What is remembered of the folders of the site at `root`; nothing where there is nothing that can be used.
pub fn read(root: &Path) -> Folders {
    Folder::at(root).read(FILE).ok().flatten().and_then(|bytes| decoded(&bytes)).unwrap_or_default()
}

/// Remembers what the folders of the site at `root` hold, as far as it can be believed of a walk that came after
/// `begun`, if that is not what was remembered before. That it cannot be written is no mistake of anybody's.
pub fn keep(root: &Path, (before, now): &(Folders, Folders), begun: &Stamp) {
    if !now.is_settled_as(before, begun) {
        let _ = Folder::at(root).write(FILE, &encoded(&now.settled(begun)), Writing::ByRename);
    }
}

fn encoded(folders: &Folders) -> Vec<u8> {
    // No value in it has a length that is not known, which alone has no form in postcard.
    let payload = postcard::to_allocvec(&(manifest::program(), folders)).unwrap_or_default();
    let digest = Digest::of_bytes(&payload).to_bytes();
    [&MARK[..], &payload, &digest].concat()
}

fn decoded(bytes: &[u8]) -> Option<Folders> {
    let (payload, _) = whole::payload(bytes, MARK)?;
    let (program, folders): (String, Folders) = postcard::from_bytes(payload).ok()?;
    (program == manifest::program()).then_some(folders)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_back_and_what_is_not_whole_is_none() {
        let bytes = encoded(&Folders::default());
        assert_eq!(decoded(&bytes), Some(Folders::default()));
        for at in 0..bytes.len() {
            assert_eq!(decoded(&bytes[..at]), None, "cut off at {at}");
            let mut wrong = bytes.clone();
            wrong[at] ^= 0x10;
            assert_eq!(decoded(&wrong), None, "a bit is another at {at}");
        }
        assert_eq!(decoded(&[bytes, vec![0]].concat()), None, "longer than it was");
    }
}
