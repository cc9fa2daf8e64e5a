//! `warta theme`: the files of the theme that is part of the program, and copies of them to edit.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::console::Console;
use super::{End, Failure, Outcome, init, site};
use crate::diagnostic::nearest;
use crate::source::load;
use crate::store::tree::Folder;
use crate::theme;

/// Lists the theme's files, or copies some of them.
pub(super) fn run(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    match own.subcommand() {
        Some(("list", _)) => list(console, matches),
        Some(("eject", own)) => eject(console, matches, own),
        _ => Err(Failure::Usage(console.words.say("usage-missing-command", &[]))),
    }
}

/// Prints every file, with a mark before those that the site has itself.
fn list(console: &Console<'_>, matches: &ArgMatches) -> Outcome {
    let root = site::root(console, matches)?;
    let Some(settings) = site::settings(console, &root)? else { return Ok(End::Errors) };
    let folder = format!("themes/{}", settings.theme);
    let mark = |name: &str, bytes: &[u8]| match root.join(&folder).join(name).is_file() {
        false => ' ',
        true if load::again(&root, &format!("{folder}/{name}")).is_some_and(|own| own.as_bytes() == bytes) => '=',
        true => '*',
    };
    let line = |(name, bytes): (String, &[u8])| format!("{} {name}\n", mark(&name, bytes));
    let lines: String = theme::embedded().into_iter().map(line).collect();
    console.result(&lines)?;
    if lines.lines().any(|line| !line.starts_with(' ')) {
        console.tell("theme-marks", &[("folder", folder)]);
    }
    Ok(End::Clean)
}

/// Where copies go.
struct Place {
    folder: PathBuf,
    /// What stands before the name of a file in the theme.
    prefix: String,
    /// What stands before that where the file is named to a person.
    shown: String,
}

/// Writes copies: all that were asked for, or none where one of them is there already.
fn eject(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Outcome {
    let given = own.get_one::<String>("path").map_or("", String::as_str);
    let Some(place) = place(console, matches, own)? else { return Ok(End::Errors) };
    let files = chosen(given, &place.prefix).ok_or_else(|| unknown(console, given))?;
    let shown = |name: &str| format!("{}{name}", place.shown);
    let taken: BTreeSet<&str> = files.iter().filter_map(|(name, _)| taken(&place.folder, name)).collect();
    if !taken.is_empty() {
        let names: Vec<String> = taken.iter().map(|name| shown(name)).collect();
        let values = [("files", names.join(", ")), ("count", names.len().to_string())];
        return Err(Failure::Usage(console.words.say("usage-theme-taken", &values)));
    }
    init::write(&Folder::at(&place.folder), &files).map_err(|(file, error)| {
        let values = [("file", shown(&file)), ("reason", error.to_string())];
        Failure::Machine(console.words.say("machine-write", &values))
    })?;
    for (file, _) in &files {
        console.tell("theme-made", &[("file", shown(file))]);
    }
    Ok(End::Clean)
}

/// The theme's folder in the site, or another that was named, for which no site is needed. None where the
/// settings have mistakes.
fn place(console: &Console<'_>, matches: &ArgMatches, own: &ArgMatches) -> Result<Option<Place>, Failure> {
    if let Some(out) = own.get_one::<String>("out") {
        let folder = std::path::absolute(out).map_err(|error| {
            let values = [("file", out.clone()), ("reason", error.to_string())];
            Failure::Machine(console.words.say("machine-write", &values))
        })?;
        let shown = format!("{}/", out.trim_end_matches('/'));
        return Ok(Some(Place { folder, prefix: String::new(), shown }));
    }
    let folder = site::root(console, matches)?;
    let settings = site::settings(console, &folder)?;
    let place = |theme: &str| Place { folder, prefix: format!("themes/{theme}/"), shown: String::new() };
    Ok(settings.map(|settings| place(&settings.theme)))
}

/// The files that a path names: one, those of a folder, or with `.` all. None if there is nothing of that name.
fn chosen(given: &str, prefix: &str) -> Option<Vec<init::NewFile>> {
    let path = inside(given, prefix);
    let is_meant = |name: &str| {
        let rest = name.strip_prefix(path);
        path == "." || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let files = theme::embedded().into_iter().filter(|(name, _)| is_meant(name));
    let files: Vec<init::NewFile> = files.map(|(name, bytes)| (format!("{prefix}{name}"), bytes.to_vec())).collect();
    (!files.is_empty()).then_some(files)
}

/// The path below the theme's folder: the shell completes it from the site's root, and ends folders with a slash.
fn inside<'a>(given: &'a str, prefix: &str) -> &'a str {
    let path = given.strip_prefix("./").filter(|rest| !rest.is_empty()).unwrap_or(given);
    let path = path.strip_prefix(prefix).unwrap_or(path);
    path.strip_suffix('/').unwrap_or(path)
}

fn unknown(console: &Console<'_>, given: &str) -> Failure {
    let near = nearest_file(given).unwrap_or_default();
    Failure::Usage(console.words.say("usage-unknown-theme-file", &[("path", given.to_owned()), ("nearest", near)]))
}

/// The file or folder that may be meant: by its whole name, or by the last part of it.
fn nearest_file(given: &str) -> Option<String> {
    let files: Vec<String> = theme::embedded().into_iter().map(|(name, _)| name).collect();
    let folders = files.iter().flat_map(|name| name.match_indices('/').map(|(at, _)| &name[..at]));
    let known: BTreeSet<&str> = files.iter().map(String::as_str).chain(folders).collect();
    let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    let by_last = || {
        let meant = last(given.trim_end_matches('/'));
        let near = nearest(&meant, known.iter().map(|name| name.rsplit('/').next().unwrap_or_default()))?;
        known.iter().find(|name| last(name) == near).map(|name| (*name).to_owned())
    };
    nearest(given, known.iter().copied()).map(str::to_owned).or_else(by_last)
}

/// What is in the way of a new file: something of its name, or a file where a folder above it has to be.
fn taken<'a>(root: &Path, file: &'a str) -> Option<&'a str> {
    let above = file.match_indices('/').map(|(at, _)| &file[..at]);
    let blocked = above.into_iter().find(|above| {
        let path = root.join(above);
        path.symlink_metadata().is_ok() && !path.is_dir()
    });
    blocked.or_else(|| root.join(file).symlink_metadata().is_ok().then_some(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(given: &str) -> Vec<String> {
        chosen(given, "themes/house/").unwrap_or_default().into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn a_path_is_a_file_a_folder_or_everything() {
        for given in
            ["theme.yaml", "./theme.yaml", "themes/house/theme.yaml", "./themes/house/theme.yaml", "theme.yaml/"]
        {
            assert_eq!(names(given), ["themes/house/theme.yaml"], "{given}");
        }
        assert!(names("templates/").contains(&"themes/house/templates/base.html".to_owned()));
        assert!(names("templates").iter().all(|name| name.starts_with("themes/house/templates/")));
        for given in [".", "./", "themes/house/."] {
            assert_eq!(names(given).len(), theme::embedded().len(), "{given}");
        }
        for given in ["", "/", "..", "template", "templates/base", "/theme.yaml", "themes/warta/theme.yaml", "*"] {
            assert_eq!(names(given), Vec::<String>::new(), "{given}");
        }
    }

    #[test]
    fn the_nearest_is_looked_for_by_the_whole_name_and_by_its_end() {
        assert_eq!(nearest_file("templates/pages.html").as_deref(), Some("templates/page.html"));
        assert_eq!(nearest_file("base.html").as_deref(), Some("templates/base.html"));
        assert_eq!(nearest_file("themes/warta/assets/css").as_deref(), Some("assets/css"));
        assert_eq!(nearest_file("template").as_deref(), Some("templates"));
        assert_eq!(nearest_file("letterhead.docx"), None);
    }
}
