//! A source file of the site with other bytes: for commands that amend what an author wrote.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::tree::aside_of;

/// Puts `bytes` into the place of the file at `path`, which must be there, in one step: whoever reads it,
/// or pulls the plug, finds the old bytes or the new ones. The file keeps its permissions. `path` must not
/// be a link, or the link would be replaced.
#[expect(clippy::disallowed_methods, reason = "store is the one writer of disk")]
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let aside = aside_of(path);
    let permissions = fs::metadata(path)?.permissions();
    let put = (|| {
        let mut file = File::create(&aside)?;
        file.write_all(bytes)?;
        file.set_permissions(permissions)?;
        // On the disk before it has the name: a power cut must not leave an empty file.
        file.sync_all()?;
        fs::rename(&aside, path)
    })();
    if put.is_err() {
        // The half-written copy is of no use to anyone; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&aside);
    }
    put
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    #[test]
    fn a_file_gets_other_bytes_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("document.yaml");
        assert!(replace(&path, b"new").is_err(), "there is nothing to replace");
        fs::write(&path, b"old").expect("it can be written");
        replace(&path, b"new").expect("it can be replaced");
        assert_eq!(fs::read(&path).expect("it is there"), b"new");
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    }

    #[cfg(unix)]
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    #[test]
    fn it_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("document.yaml");
        fs::write(&path, b"old").expect("it can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("it is ours");
        replace(&path, b"new").expect("it can be replaced");
        assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o640);
    }
}
