//! What is read from disk, as values: the only reader of the site.
//!
//! In: a folder, or files in memory ([`Sources::from_txtar`] for tests). Out: [`Sources`], sorted by
//! name whatever the order of the walk. Never looks into a file further than UTF-8; never writes.

pub mod folders;
pub mod load;
pub mod picture;
pub mod stamp;
pub(crate) mod stamps;
mod walk;
pub mod yaml;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::digest::Digest;
use picture::Picture;
use stamp::Stamp;

/// The settings' file, relative to the site's root.
pub const SETTINGS_FILE: &str = "warta.yaml";

/// The file in which what was released is recorded, relative to the site's root.
pub const LEDGER_FILE: &str = "ledger.jsonl";

/// The largest text file that is read, in bytes: a release of four million characters is a mistake.
pub const TEXT_LIMIT: u64 = 4 * 1024 * 1024;

/// A text file: Markdown, YAML, FTL or a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name, relative to the site's root, with `/` between folders.
    pub file: Arc<str>,
    /// Its text, as written.
    pub text: String,
    /// The digest of its bytes.
    pub digest: Digest,
}

impl Source {
    /// A text under a name.
    pub fn new(file: impl Into<Arc<str>>, text: impl Into<String>) -> Source {
        let text = text.into();
        Source { file: file.into(), digest: Digest::of_bytes(text.as_bytes()), text }
    }
}

/// A file that is handed on as it is: an image, a PDF, a style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its name, relative to the site's root, with `/` between folders.
    pub file: Arc<str>,
    /// Where its bytes are.
    pub content: Content,
    /// The digest of its bytes.
    pub digest: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// What it is as a picture.
    pub picture: Picture,
}

impl Asset {
    /// Bytes in memory under a name.
    pub fn in_memory(file: impl Into<Arc<str>>, bytes: impl Into<Arc<[u8]>>) -> Asset {
        let (file, bytes) = (file.into(), bytes.into());
        Asset {
            picture: Picture::read(&file, &bytes),
            file,
            digest: Digest::of_bytes(&bytes),
            size: bytes.len() as u64,
            content: Content::Memory(bytes),
        }
    }

    /// The file's bytes.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        self.content.bytes()
    }
}

/// Where the bytes of an asset are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A file on disk, by its full path.
    Disk(PathBuf),
    /// Memory.
    Memory(Arc<[u8]>),
}

impl Content {
    /// Reads the bytes.
    #[expect(clippy::disallowed_methods, reason = "source is the one reader of disk")]
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        match self {
            Content::Disk(path) => std::fs::read(path),
            Content::Memory(bytes) => Ok(bytes.to_vec()),
        }
    }
}

/// The ledger's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerFile {
    /// Its name.
    pub file: Arc<str>,
    /// The digest of its bytes.
    pub digest: Digest,
    /// Which file it is, as far as the system tells.
    pub stamp: Option<Stamp>,
    /// Its text; none where it is as it was when it was read last, and was not read.
    pub source: Option<Source>,
}

impl LedgerFile {
    /// One that was read.
    pub fn read(source: Source, stamp: Option<Stamp>) -> LedgerFile {
        LedgerFile { file: Arc::clone(&source.file), digest: source.digest, stamp, source: Some(source) }
    }
}

/// Everything that was read, each list sorted by file name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// Text files under `content/`: facts, words and locks.
    pub documents: Vec<Source>,
    /// Files of documents that are as they were when they were read last, with their digests: their
    /// texts were not read.
    pub same: Vec<(Arc<str>, Digest)>,
    /// The stamp of each file of the site's folders, as far as there is one.
    pub stamps: Vec<(Arc<str>, Stamp)>,
    /// Text files under `content/` that are there and could not be read: they must not be said to be
    /// missing.
    pub unread: Vec<Arc<str>>,
    /// Other files under `content/`.
    pub assets: Vec<Asset>,
    /// Files under `static/`.
    pub statics: Vec<Asset>,
    /// FTL files under `i18n/`.
    pub messages: Vec<Source>,
    /// The site's own text files of the theme (`themes/<name>/`), over the embedded ones.
    pub theme: Vec<Source>,
    /// The site's own assets of the theme (`themes/<name>/assets/`).
    pub theme_assets: Vec<Asset>,
    /// The ledger, if there is one.
    pub ledger: Option<LedgerFile>,
    /// Detached signatures of the list of texts (`signatures/*.minisig`).
    pub signatures: Vec<Source>,
}

impl Sources {
    /// Takes the texts of documents out; their names and digests stay.
    pub fn take_texts(&mut self) -> Vec<Source> {
        let bare = |source: &Source| {
            let (file, text, digest) = (Arc::clone(&source.file), String::new(), source.digest);
            Source { file, text, digest }
        };
        let bare = self.documents.iter().map(bare).collect();
        std::mem::replace(&mut self.documents, bare)
    }

    /// Reads a whole site out of one text: each file begins at a line `-- name --`. The settings'
    /// file is handed back apart. Everything else is sorted in as [`load::folder`] would.
    ///
    /// ```
    /// let (settings, sources) = warta::source::Sources::from_txtar("\
    /// -- warta.yaml --
    /// locales: [id, en]
    /// -- content/pages/about/id.md --
    /// Halo.
    /// ");
    /// assert!(settings.is_some());
    /// assert_eq!(sources.documents[0].text, "Halo.\n");
    /// ```
    pub fn from_txtar(text: &str) -> (Option<Source>, Sources) {
        let mut settings = None;
        let mut sources = Sources::default();
        for (name, content) in txtar_files(text) {
            if name == SETTINGS_FILE {
                settings = Some(Source::new(name, content));
            } else {
                sources.add(name, content);
            }
        }
        sources.sort();
        (settings, sources)
    }

    fn add(&mut self, name: &str, text: String) {
        match Home::of(name) {
            Some(Home::Document) => self.documents.push(Source::new(name, text)),
            Some(Home::Message) => self.messages.push(Source::new(name, text)),
            Some(Home::Signature) => self.signatures.push(Source::new(name, text)),
            None if name == LEDGER_FILE => self.ledger = Some(LedgerFile::read(Source::new(name, text), None)),
            Some(Home::ThemeText) => self.theme.push(Source::new(name, text)),
            Some(Home::DocumentAsset) => self.assets.push(Asset::in_memory(name, text.into_bytes())),
            Some(Home::Static) => self.statics.push(Asset::in_memory(name, text.into_bytes())),
            Some(Home::ThemeAsset) => self.theme_assets.push(Asset::in_memory(name, text.into_bytes())),
            None => {}
        }
    }

    /// Takes in a file that is handed on as it is.
    pub fn add_asset(&mut self, asset: Asset) {
        match Home::of(&asset.file) {
            Some(Home::Static) => self.statics.push(asset),
            Some(Home::ThemeAsset) => self.theme_assets.push(asset),
            _ => self.assets.push(asset),
        }
    }

    /// Puts every list in the order of the file names.
    pub fn sort(&mut self) {
        self.unread.sort();
        self.same.sort();
        self.stamps.sort();
        for list in [&mut self.documents, &mut self.messages, &mut self.theme, &mut self.signatures] {
            list.sort_by(|one, two| one.file.cmp(&two.file));
        }
        for list in [&mut self.assets, &mut self.statics, &mut self.theme_assets] {
            list.sort_by(|one, two| one.file.cmp(&two.file));
        }
    }
}

/// What a file is, told by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// `document.yaml`, `<locale>.md` or `document.lock` below `content/`.
    Document,
    /// Anything else below `content/`.
    DocumentAsset,
    /// An FTL file below `i18n/`.
    Message,
    /// `theme.yaml`, a template or an FTL file of a theme.
    ThemeText,
    /// Anything below a theme's `assets/`.
    ThemeAsset,
    /// Anything below `static/`.
    Static,
    /// A minisign signature below `signatures/`.
    Signature,
}

impl Home {
    /// Tells what the file of this name is; none if nothing reads it.
    pub fn of(name: &str) -> Option<Home> {
        let (top, rest) = name.split_once('/')?;
        let last = rest.rsplit('/').next().unwrap_or(rest);
        match top {
            "content" if matches!(last, "document.yaml" | "document.lock") || last.ends_with(".md") => {
                Some(Home::Document)
            }
            "content" => Some(Home::DocumentAsset),
            "static" => Some(Home::Static),
            "i18n" if last.ends_with(".ftl") => Some(Home::Message),
            "signatures" if last.ends_with(".minisig") => Some(Home::Signature),
            "themes" => Home::in_theme(rest.split_once('/')?.1),
            _ => None,
        }
    }

    fn in_theme(inside: &str) -> Option<Home> {
        match inside.split_once('/') {
            None if inside == "theme.yaml" => Some(Home::ThemeText),
            Some(("templates" | "i18n", _)) => Some(Home::ThemeText),
            Some(("assets", _)) => Some(Home::ThemeAsset),
            _ => None,
        }
    }
}

/// Takes a file's bytes as text, without a byte-order mark; bytes that are not UTF-8 give a
/// diagnostic at the first wrong one.
pub fn decode(file: &Arc<str>, bytes: Vec<u8>) -> Reported<Option<String>> {
    match String::from_utf8(bytes) {
        Ok(text) => Reported::clean(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))),
        Err(wrong) => {
            let upto = wrong.utf8_error().valid_up_to();
            let good = String::from_utf8_lossy(&wrong.as_bytes()[..upto]).into_owned();
            let span = crate::diagnostic::Span::of(&good, good.len(), good.len());
            Reported::new(None, vec![Diagnostic::new(&codes::NOT_UTF8, Place::new(file, span))])
        }
    }
}

fn txtar_files(text: &str) -> Vec<(&str, String)> {
    let mut files: Vec<(&str, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        let name = bare.strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"));
        match (name, files.last_mut()) {
            (Some(name), _) => files.push((name, String::new())),
            (None, Some((_, content))) => content.push_str(line),
            (None, None) => {}
        }
    }
    files
}
