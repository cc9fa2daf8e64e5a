//! `warta init`.
//!
//! The newsroom that is written lies beside this file, in `init/`, as the plain site it is:
//! `warta check --root src/command/init` judges it.

use std::io;
use std::path::PathBuf;

use clap::ArgMatches;
use include_dir::{Dir, include_dir};

use super::console::Console;
use super::{End, Failure, Outcome};
use crate::store::tree::{Folder, Tree, Writing};

static NEWSROOM: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/command/init");

/// A file to write: its name with `/` between folders, and its bytes.
pub(super) type NewFile = (String, Vec<u8>);

/// Writes a small complete newsroom into a folder that is empty or not there yet.
pub(super) fn run(console: &Console<'_>, own: &ArgMatches) -> Outcome {
    let given = own.get_one::<String>("dir").map_or(".", String::as_str);
    let folder = Folder::at(empty_folder(console, given)?);
    let files = newsroom(&NEWSROOM);
    write(&folder, &files).map_err(|(file, error)| {
        let file = folder.root().join(file).display().to_string();
        Failure::Machine(console.words.say("machine-write", &[("file", file), ("reason", error.to_string())]))
    })?;
    console.tell("init-made", &[("folder", given.to_owned()), ("files", files.len().to_string())]);
    console.tell("init-next", &[]);
    if given != "." {
        console.tell("init-step-enter", &[("folder", shell_word(given))]);
    }
    if cfg!(feature = "serve") {
        console.tell("init-step-serve", &[]);
    }
    console.tell("init-step-build", &[]);
    console.tell("init-step-settings", &[]);
    Ok(End::Clean)
}

/// The path of the folder, once it is sure that nothing is in the way.
fn empty_folder(console: &Console<'_>, given: &str) -> Result<PathBuf, Failure> {
    let words = console.words;
    let unreadable = |error: io::Error| {
        let values = [("file", given.to_owned()), ("reason", error.to_string())];
        Failure::Machine(words.say("machine-read", &values))
    };
    if given.is_empty() {
        return Err(Failure::Usage(words.say("usage-missing-argument", &[("arguments", "DIR".to_owned())])));
    }
    let path = std::path::absolute(given).map_err(unreadable)?;
    if path.is_file() {
        return Err(Failure::Usage(words.say("usage-path-exists", &[("path", given.to_owned())])));
    }
    match Folder::at(&path).is_empty() {
        Ok(true) => Ok(path),
        Ok(false) => Err(Failure::Usage(words.say("usage-folder-not-empty", &[("folder", given.to_owned())]))),
        Err(error) => Err(unreadable(error)),
    }
}

/// Every embedded file, in the order of the names.
fn newsroom(folder: &'static Dir<'static>) -> Vec<NewFile> {
    let own = folder.files().filter_map(|file| Some((file.path().to_str()?.to_owned(), file.contents().to_vec())));
    let mut files: Vec<NewFile> = own.chain(folder.dirs().flat_map(newsroom)).collect();
    files.sort();
    files
}

/// Writes all files or none: where one fails, those before it are taken away again, and the error comes
/// with the name of the file. None of them may be there yet.
pub(super) fn write(tree: &dyn Tree, files: &[NewFile]) -> Result<(), (String, io::Error)> {
    for (at, (file, bytes)) in files.iter().enumerate() {
        if let Err(error) = tree.write(file, bytes, Writing::InPlace) {
            // The failed one may have been begun. What cannot be removed either is left: the error says why.
            files[..=at].iter().for_each(|(written, _)| drop(tree.remove(written)));
            return Err((file.clone(), error));
        }
    }
    Ok(())
}

/// The folder as a shell reads it back.
fn shell_word(given: &str) -> String {
    let plain = given.chars().all(|letter| letter.is_alphanumeric() || "-_./~".contains(letter));
    if plain { given.to_owned() } else { format!("'{}'", given.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Instant;
    use crate::pipeline::{self, Origin, Project, Strictness, View};
    use crate::source::Sources;

    fn said_at(instant: &str) -> Vec<String> {
        let text: String = newsroom(&NEWSROOM)
            .into_iter()
            .map(|(name, bytes)| format!("-- {name} --\n{}", String::from_utf8(bytes).expect("the newsroom is text")))
            .collect();
        let (settings, sources) = Sources::from_txtar(&text);
        let project = Project {
            origin: Origin::Memory(settings, sources),
            at: Instant::parse(instant).expect("a well-formed instant"),
            base_url: None,
            urls: None,
            strictness: Strictness::Check,
            view: View::Public,
            only: None,
        };
        let report = pipeline::check(&project).expect("memory does not fail");
        report.said.iter().map(|said| format!("{} {:?}", said.code.name, said.place)).collect()
    }

    #[test]
    fn the_newsroom_is_clean_while_its_statement_is_held_and_when_it_is_out() {
        for instant in ["2026-01-12 10.00 WIB", "2035-03-12 10.00 WIB"] {
            assert_eq!(said_at(instant), Vec::<String>::new(), "at {instant}");
        }
    }

    #[test]
    fn the_dot_files_are_embedded_and_no_output_is() {
        let names: Vec<String> = newsroom(&NEWSROOM).into_iter().map(|(name, _)| name).collect();
        for name in [".gitignore", ".github/workflows/newsroom.yml", "warta.yaml", "i18n/id/site.ftl"] {
            assert!(names.iter().any(|known| known == name), "{name} is missing from {names:?}");
        }
        // What a build beside the sources would leave, unseen by git.
        assert!(!names.iter().any(|name| name.starts_with("public/") || name.starts_with(".warta/")), "{names:?}");
    }

    #[test]
    fn where_one_file_cannot_be_written_none_is_left() {
        let place = tempfile::tempdir().expect("a folder for the test");
        let folder = Folder::at(place.path());
        let too_long = format!("content/{}.md", "x".repeat(300));
        let files = ["content/a/id.md", "warta.yaml", &too_long].map(|name| (name.to_owned(), b"text".to_vec()));
        let failed = write(&folder, &files).map_err(|(file, _)| file);
        assert_eq!(failed, Err(too_long));
        assert!(folder.is_empty().expect("the folder can be read"));
    }

    #[test]
    fn a_folder_that_a_shell_would_take_apart_is_quoted() {
        assert_eq!(shell_word("ruang-berita"), "ruang-berita");
        assert_eq!(shell_word("Ruang Berita"), "'Ruang Berita'");
        assert_eq!(shell_word("l'info"), r"'l'\''info'");
    }
}
