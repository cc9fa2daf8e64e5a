//! How pages look: compiled templates, messages, assets.
//!
//! The default theme is embedded; a file of the same path in the site's `themes/<name>/` replaces it,
//! one by one. Out: a [`Theme`] that renders a view ([`view`]) to bytes, and the digests that tell
//! when a page made with it has to be made again.

mod chain;
pub mod functions;
pub mod templates;
pub mod view;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use tera::{Context, Tera};

use functions::Say;

use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported, Span};
use crate::digest::Digest;
use crate::locale::{Locale, PerLocale, escaped};
use crate::model::route::Route;
use crate::model::site::Voices;
use crate::settings::Settings;
use crate::source::yaml::{self, Fields};
use crate::source::{Asset, Source, Sources};
use crate::syntax::fluent::Messages;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/warta");

/// How many bytes most pages have at most: room for them is asked for once.
const USUAL_PAGE: usize = 32 * 1024;

/// Compiled templates, messages and assets.
pub struct Theme {
    tera: Tera,
    /// The messages of each locale of the site: the site's over the theme's.
    pub voices: PerLocale<Arc<Messages>>,
    say: PerLocale<Say>,
    /// The theme's assets with the routes under which they go out.
    pub assets: Vec<(Arc<Asset>, Route)>,
    /// The templates' sources, for checks.
    pub templates: Vec<Source>,
    /// The names of the theme's texts that the site gave itself.
    own: BTreeSet<Arc<str>>,
    closures: BTreeMap<String, Digest>,
    /// How wide pages show the pictures of documents, for the attribute `sizes`.
    pub picture_sizes: String,
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Theme").field("templates", &self.closures.keys()).finish_non_exhaustive()
    }
}

/// The files of a theme: the embedded ones, replaced one by one by the site's own.
#[derive(Debug, Clone, Default)]
pub struct ThemeFiles {
    /// `theme.yaml`, templates and FTL files, sorted by name.
    pub texts: Vec<Source>,
    /// Assets, sorted by name.
    pub assets: Vec<Asset>,
    /// The names of the texts that are the site's own.
    pub own: BTreeSet<Arc<str>>,
}

impl ThemeFiles {
    /// Lays the site's files over the embedded ones.
    pub fn over_embedded(sources: &Sources, name: &str) -> ThemeFiles {
        let mut texts: BTreeMap<Arc<str>, Source> = BTreeMap::new();
        let mut assets: BTreeMap<Arc<str>, Asset> = BTreeMap::new();
        for file in embedded_files(&EMBEDDED) {
            let path: Arc<str> = format!("themes/{name}/{}", file.path().display()).into();
            match file.contents_utf8() {
                Some(text) if !file.path().starts_with("assets") => {
                    texts.insert(Arc::clone(&path), Source::new(path, text));
                }
                _ => {
                    assets.insert(Arc::clone(&path), Asset::in_memory(path, file.contents()));
                }
            }
        }
        texts.extend(sources.theme.iter().map(|source| (Arc::clone(&source.file), source.clone())));
        assets.extend(sources.theme_assets.iter().map(|asset| (Arc::clone(&asset.file), asset.clone())));
        let own = sources.theme.iter().map(|source| Arc::clone(&source.file)).collect();
        ThemeFiles { texts: texts.into_values().collect(), assets: assets.into_values().collect(), own }
    }

    /// The files below one folder of the theme.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = &Source> {
        self.texts.iter().filter(move |source| inside(&source.file).starts_with(folder))
    }
}

/// The text of an embedded file of the theme, by its name in the site; none if there is none.
pub fn embedded_text(file: &str) -> Option<&'static str> {
    let rest = file.strip_prefix("themes/")?.split_once('/')?.1;
    EMBEDDED.get_file(rest)?.contents_utf8()
}

/// The files of the theme that is part of the program, with their names below the theme's folder, in order.
pub fn embedded() -> Vec<(String, &'static [u8])> {
    let name = |file: &include_dir::File<'_>| {
        let parts: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    };
    let mut files: Vec<_> = embedded_files(&EMBEDDED).into_iter().map(|file| (name(file), file.contents())).collect();
    files.sort();
    files
}

fn embedded_files(folder: &'static Dir<'static>) -> Vec<&'static include_dir::File<'static>> {
    let below = folder.dirs().flat_map(embedded_files);
    folder.files().chain(below).collect()
}

/// The part of a theme file's name below the theme's folder.
fn inside(file: &str) -> &str {
    file.strip_prefix("themes/").and_then(|rest| rest.split_once('/')).map_or(file, |(_, inside)| inside)
}

impl Theme {
    /// Compiles the templates. Mistakes in them are diagnostics; a page that needs a broken template
    /// is then a diagnostic too.
    pub fn compile(settings: &Settings, files: &ThemeFiles, voices: PerLocale<Arc<Messages>>) -> Reported<Theme> {
        let mut said = Vec::new();
        let picture_sizes = about(files, &mut said).unwrap_or_else(|| "100vw".to_owned());
        let templates = files.below("templates/").cloned().collect();
        let theme = Theme::of(settings, templates, asset_routes(&files.assets), voices).take(&mut said);
        Reported::new(Theme { own: files.own.clone(), picture_sizes, ..theme }, said)
    }

    fn of(
        settings: &Settings,
        templates: Vec<Source>,
        assets: Vec<(Arc<Asset>, Route)>,
        voices: PerLocale<Arc<Messages>>,
    ) -> Reported<Theme> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html", ".xml"]);
        tera.set_escape_fn(escape);
        let say = functions::register(&mut tera, settings, &voices, &assets);
        let said = templates::add(&mut tera, &templates);
        let closures = templates::closures(&templates);
        Reported::new(
            Theme {
                tera,
                voices,
                say,
                assets,
                templates,
                own: BTreeSet::new(),
                closures,
                picture_sizes: String::new(),
            },
            said,
        )
    }

    /// The theme with other versions of some of its templates and assets. None where one of the files is
    /// neither, or the theme cannot be compiled with it.
    pub fn revised(&self, settings: &Settings, files: &Sources) -> Option<Theme> {
        let (mut templates, mut own) = (self.templates.clone(), self.own.clone());
        for source in &files.theme {
            *templates.iter_mut().find(|known| known.file == source.file)? = source.clone();
            own.insert(Arc::clone(&source.file));
        }
        let mut assets: Vec<Asset> = self.assets.iter().map(|(asset, _)| Asset::clone(asset)).collect();
        for asset in &files.theme_assets {
            *assets.iter_mut().find(|known| known.file == asset.file)? = asset.clone();
        }
        let made = Theme::of(settings, templates, asset_routes(&assets), self.voices.clone());
        let picture_sizes = self.picture_sizes.clone();
        made.said.is_empty().then(|| Theme { own, picture_sizes, ..made.value })
    }

    /// Renders a template with a context.
    pub fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, Diagnostic> {
        let mut html = Vec::with_capacity(USUAL_PAGE);
        self.tera.render_to(template, context, &mut html).map(|()| html).map_err(|error| {
            let said = templates::diagnostics(&error, &self.templates, &codes::TEMPLATE_RENDERING, Some(template));
            let first = said.into_iter().next().unwrap_or_else(|| Diagnostic::nowhere(&codes::TEMPLATE_RENDERING));
            first.with("page-template", template)
        })
    }

    /// The digest of a template with all that it extends, includes and calls.
    pub fn closure(&self, template: &str) -> Digest {
        self.closures.get(template).copied().unwrap_or_default()
    }

    /// The digests of all templates, each with all that it extends, includes and calls, by name.
    pub fn closures(&self) -> &BTreeMap<String, Digest> {
        &self.closures
    }

    /// The messages of a locale that need no arguments, as templates see them. None for a locale without messages.
    pub fn say(&self, locale: &Locale) -> Say {
        self.say.get(locale).cloned().unwrap_or_default()
    }

    /// The messages of a locale, as the model sees them.
    pub fn voices(&self) -> Voices {
        self.voices.iter().map(|(locale, messages)| (locale.clone(), Arc::clone(messages) as Arc<_>)).collect()
    }

    /// Whether a file of messages is the site's, not the program's: what is wrong in it can be mended.
    pub fn is_of_site(&self, file: &Arc<str>) -> bool {
        file.starts_with("i18n/") || self.own.contains(file)
    }

    /// The messages of a locale of the site.
    pub fn voice(&self, locale: &Locale) -> Option<&Arc<Messages>> {
        self.voices.get(locale)
    }
}

/// Escapes a text as Tera does, which looks at each byte by itself.
fn escape(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    escaped(text, |piece| out.write_all(piece.as_bytes()))
}

fn template_name(file: &str) -> &str {
    inside(file).strip_prefix("templates/").unwrap_or(file)
}

fn source_of<'a>(templates: &'a [Source], name: &str) -> Option<&'a Source> {
    templates.iter().find(|source| template_name(&source.file) == name)
}

/// The routes of assets: the name with ten digits of the digest, so that a host may keep them forever.
fn asset_routes(assets: &[Asset]) -> Vec<(Arc<Asset>, Route)> {
    let route = |asset: &Asset| {
        let path = inside(&asset.file).to_owned();
        let (stem, ending) = path.rsplit_once('.').unwrap_or((&path, ""));
        let dot = if ending.is_empty() { "" } else { "." };
        Route::file(&format!("{stem}.{}{dot}{ending}", asset.digest.short()))
    };
    assets.iter().map(|asset| (Arc::new(asset.clone()), route(asset))).collect()
}

/// Reads `theme.yaml`: how wide pages show pictures, and what is wrong with the rest.
fn about(files: &ThemeFiles, said: &mut Vec<Diagnostic>) -> Option<String> {
    let source = files.texts.iter().find(|source| inside(&source.file) == "theme.yaml")?;
    let node = yaml::parse(&source.file, &source.text, 0).take(said)?;
    let mut fields = Fields::of(&source.file, &node);
    for key in ["name", "version", "description", "author", "license"] {
        fields.text(key);
    }
    let picture_sizes = fields.text("picture_sizes").map(|(sizes, _)| sizes.to_owned());
    said.extend(fields.finish(|_| None));
    picture_sizes
}

/// A place in a template, from Tera's span: its lines count from 1, its columns from 0.
fn place_of(file: &Arc<str>, span: &tera::Span) -> Place {
    let span = Span {
        line: span.start_line.max(1) as u32,
        column: span.start_col as u32 + 1,
        end_line: span.end_line.max(1) as u32,
        end_column: span.end_col as u32 + 1,
    };
    Place::new(file, span)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_is_escaped_as_tera_escapes_it(text in "([a-z&<>\"'/ ]|\\PC){0,60}") {
            let (mut own, mut plain) = (Vec::new(), Vec::new());
            escape(&text, &mut own)?;
            tera::escape_html(&text, &mut plain)?;
            prop_assert_eq!(own, plain);
        }
    }
}
