//! Golden trees: every file of an output, byte for byte, as it was once read and accepted.

use std::path::{Path, PathBuf};

use snapbox::Data;

use super::Files;

/// Compares an output with the tree at `expected`, file by file. `SNAPSHOTS=overwrite` accepts what
/// came out: it writes the tree anew.
pub(crate) fn assert_tree(files: &Files, expected: &Path) {
    if std::env::var("SNAPSHOTS").as_deref() == Ok("overwrite") {
        overwrite(files, expected);
    }
    let wanted = read(expected);
    assert_eq!(files.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>(), "{}", expected.display());
    for (name, bytes) in files {
        if *bytes != wanted[name] {
            let (found, wanted) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&wanted[name]));
            snapbox::assert_data_eq!(found.into_owned(), Data::text(wanted.into_owned()).raw());
            panic!("{name} differs in its bytes");
        }
    }
}

fn overwrite(files: &Files, expected: &Path) {
    for name in read(expected).keys().filter(|name| !files.contains_key(*name)) {
        std::fs::remove_file(expected.join(name)).unwrap();
    }
    for (name, bytes) in files {
        let path = expected.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// Every file below a folder, by its name with `/` between folders.
pub(crate) fn read(root: &Path) -> Files {
    let mut files = Files::new();
    let mut folders: Vec<PathBuf> = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let parts = path.strip_prefix(root).unwrap().components();
                let name: Vec<String> = parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
                files.insert(name.join("/"), std::fs::read(&path).unwrap());
            }
        }
    }
    files
}
