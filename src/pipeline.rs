//! The one function: sources → editions → site → plan → files.

mod begun;
mod hurry;
mod settled;

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant as Clock};

use rayon::prelude::*;

use crate::check::{self, Reading};
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported, Severity};
use crate::digest::Digest;
use crate::locale::{Formats, Instant, Locale, PerLocale};
use crate::model::document;
use crate::model::folder::{self, Knowledge};
use crate::model::ledger::{self, Ledger};
use crate::model::memo::{KeptLedger, KeptLines, Learned, Memo, TermsOf, Texts};
pub use crate::model::site::View;
use crate::model::site::{self, Parsed, ParsedDocument, Site, Weight};
use crate::output::surroundings::Surroundings;
use crate::output::{self, Listing, Plan};
use crate::settings::{BaseUrl, DEFAULT_THEME, Keeping, Settings, UrlStyle};
use crate::source::{LEDGER_FILE, LedgerFile, SETTINGS_FILE, Source, Sources, load};
use crate::store::tree::Tree;
use crate::store::write::{self, Progress, Trust, Written};
use crate::syntax::fluent::{Isolation, MessageFile, Messages};
use crate::syntax::ledger::{self as syntax_ledger, Line};
use crate::theme::{Theme, ThemeFiles, templates};
pub use begun::{Begun, begin, begin_changed, begin_fetching};
pub use hurry::{Hurried, Shown, hurried};
pub use settled::{Held, MadeOf, Settled, Summary};

/// How the codes of what the ledger is held against begin.
const LEDGER_AREA: &str = "W10";

/// How the codes of languages that do not agree begin.
const PARITY_AREA: &str = "W11";

/// A site to build, and how.
#[derive(Debug, Clone)]
pub struct Project {
    /// Where its files are.
    pub origin: Origin,
    /// The instant that it is built for.
    pub at: Instant,
    /// The base URL, where it should not be that of the settings.
    pub base_url: Option<BaseUrl>,
    /// The form of URLs, where it should not be that of the settings.
    pub urls: Option<UrlStyle>,
    /// What weighs as an error.
    pub strictness: Strictness,
    /// What is shown.
    pub view: View,
    /// The path below `content/` of the one document that is shown, where it is not the whole site.
    pub only: Option<String>,
}

/// Where the files of a site are.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "a process has one of it, or a few in tests")]
pub enum Origin {
    /// A folder.
    Folder(PathBuf),
    /// Memory: the settings' file, if there is one, and the rest.
    Memory(Option<Source>, Sources),
}

/// What weighs as an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// What is public: a held document's mistakes are warnings.
    Build,
    /// Every approved document, as if released.
    Check,
}

/// How long each stage took, in the order of the pipeline.
#[derive(Debug, Clone, Default)]
pub struct Stages(pub Vec<(&'static str, Duration)>);

impl Stages {
    /// Runs a stage and takes its time.
    pub fn time<T>(&mut self, name: &'static str, stage: impl FnOnce() -> T) -> T {
        let start = Clock::now();
        let value = stage();
        self.0.push((name, start.elapsed()));
        value
    }
}

/// What there is before any file is made.
#[derive(Debug)]
pub struct Prepared {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The site.
    pub site: Site,
    /// The theme.
    pub theme: Arc<Theme>,
    /// What goes where.
    pub plan: Plan,
    /// Whether one document was asked for that has no page.
    pub lacks_only: bool,
    /// The documents of which a file is not as it is known, by their paths; none where nothing is known.
    pub fresh: Option<BTreeSet<Arc<str>>>,
}

/// What a build came to.
#[derive(Debug, Default)]
pub struct Report {
    /// What there is to say.
    pub said: Vec<Diagnostic>,
    /// What was prepared; none where not even the settings could be read.
    pub prepared: Option<Prepared>,
    /// What was written; none where nothing was.
    pub written: Option<Written>,
    /// What there is to tell besides; none where nothing was written.
    pub summary: Option<Summary>,
    /// What it was made of.
    pub made_of: Option<MadeOf>,
    /// How long each stage took.
    pub stages: Stages,
}

impl Report {
    /// Whether anything said is an error.
    pub fn has_errors(&self) -> bool {
        self.said.iter().any(Diagnostic::is_error)
    }
}

/// Builds the site once into `tree`, whose name is for diagnostics. Nothing is written if there is an
/// error; what an author can mend is in the report, what the machine does wrong is the error.
pub fn build(project: &Project, tree: &dyn Tree, name: &str, progress: Progress<'_>) -> io::Result<Report> {
    prepare(project).map(|report| finish(report, tree, name, progress))
}

/// Writes what was prepared, as [`build`] does. Nothing is written if there is an error, or if what was
/// to be shown alone is nowhere.
pub fn finish(report: Report, tree: &dyn Tree, name: &str, progress: Progress<'_>) -> Report {
    finish_trusting(report, (tree, write::Found::of(tree)), name, (progress, Trust::Known))
}

/// The same into a tree that was looked at, or without believing what it says of itself.
pub fn finish_trusting(
    mut report: Report,
    tree: (&dyn Tree, write::Found),
    name: &str,
    (progress, trust): (Progress<'_>, Trust),
) -> Report {
    let is_sound = !report.has_errors();
    let Some(prepared) = report.prepared.as_ref().filter(|prepared| is_sound && !prepared.lacks_only) else {
        return report;
    };
    let stages = &mut report.stages;
    let write = || write::write(&prepared.plan, tree, name, (progress, trust));
    let (written, summary) = stages.time("write", || rayon::join(write, || Summary::of(prepared)));
    let mut said = Vec::new();
    report.written = written.take(&mut said);
    report.summary = report.written.as_ref().map(|_| summary);
    report.said.extend(templates::merged(said));
    report
}

/// Judges the site: everything up to the last byte, which goes nowhere. So a template that fails on some
/// page is found too.
pub fn check(project: &Project) -> io::Result<Report> {
    check_known(project, begin(project, None)?, None)
}

/// The same of a site that was read, with what is known from the last time, which is brought up to date.
pub fn check_known(project: &Project, begun: Begun, memo: Option<&mut Memo>) -> io::Result<Report> {
    let mut report = go_on(project, begun, memo);
    if let Some(prepared) = &report.prepared
        && !report.has_errors()
    {
        let pages = prepared.plan.artifacts.par_iter().filter(|artifact| artifact.listing != Listing::File);
        let said: Vec<Diagnostic> = report.stages.time("render", || {
            let said = pages.map(|page| page.bytes().map(|made| made.said));
            said.collect::<io::Result<Vec<_>>>().map(|said| said.into_iter().flatten().collect())
        })?;
        report.said.extend(templates::merged(said));
    }
    Ok(report)
}

/// Everything before the first byte: reads, parses, joins, checks, plans.
pub fn prepare(project: &Project) -> io::Result<Report> {
    prepare_known(project, None)
}

/// The same with what is known from the last time, which is brought up to date. What comes out is the same
/// with any memo and with none.
pub fn prepare_known(project: &Project, memo: Option<&mut Memo>) -> io::Result<Report> {
    begin(project, memo.as_deref()).map(|begun| go_on(project, begun, memo))
}

/// The report of the last build, if nothing has changed since then: neither what was read, nor what is due
/// at the instant, nor the tree.
pub fn unchanged(project: &Project, begun: &Begun, last: Option<&Settled>, tree: &dyn Tree) -> Option<Report> {
    begun.read.as_ref()?;
    let start = Clock::now();
    let report = last?.report(begun.made_of.inputs, &project.at, tree)?;
    let mut stages = begun.report.stages.clone();
    stages.0.push(("write", start.elapsed()));
    Some(Report { stages, ..report })
}

/// What a build writes down of itself for the next; none where it did not come to its end.
pub fn settle(project: &Project, report: &Report) -> Option<Settled> {
    Settled::of(&project.at, report)
}

/// Everything between reading and the first byte.
pub fn go_on(project: &Project, begun: Begun, memo: Option<&mut Memo>) -> Report {
    // On one of the threads that read the texts: what is made takes the room that they leave. An allocator gives
    // that to no other thread.
    rayon::scope(|_| prepared(project, begun, memo))
}

fn prepared(project: &Project, begun: Begun, mut memo: Option<&mut Memo>) -> Report {
    let Begun { mut report, read, made_of, .. } = begun;
    let (said, stages) = (&mut report.said, &mut report.stages);
    let Some((settings, settings_file, mut sources)) = read else { return report };
    said.extend(unknown_theme(&settings, &sources));
    let fresh = memo.as_deref().filter(|memo| !memo.files.is_empty()).map(|memo| fresh(memo, &sources));
    let values = stages
        .time("parse", || values(project, (&settings, settings_file), &mut sources, memo.as_deref_mut()))
        .take(said);
    let Values { documents, theme, ledger, until, learned } = values;
    report.made_of = Some(MadeOf { until, ..made_of });
    let statics = sources.statics.iter().cloned().map(Arc::new).collect();
    let parsed = Parsed { documents, statics, ledger, signatures: sources.signatures.clone() };
    let (no_texts, no_terms) = (Texts::default(), TermsOf::default());
    let known = memo.as_deref().map_or((&no_texts, &no_terms), |memo| (&memo.texts, &memo.terms));
    let known = site::KnownTexts { texts: known.0, terms: known.1 };
    let site = stages
        .time("assemble", || site::assemble(&settings, parsed, &theme.voices(), &project.at, project.view, known))
        .take(said);
    let reading = if said.iter().any(Diagnostic::is_error) { Reading::Partial } else { Reading::Whole };
    let is_kept = memo.is_some();
    said.extend(stages.time("check", || checked(&site, &theme, reading, (memo, &sources, learned))));
    let judges = [output::hidden_collisions, output::redirect_mistakes, output::dead_paths, output::gone_addresses];
    let (plan, of_plan) = stages.time("plan", || {
        let mut plan = output::plan(&site.public, &theme);
        let newsroom = plan.value.newsroom.as_deref().filter(|_| is_kept);
        let of_plan = || judges.par_iter().map(|judge| judge(&plan.value, &site)).collect::<Vec<_>>();
        let (of_plan, surroundings) = rayon::join(of_plan, || newsroom.map(Surroundings::of));
        plan.value.surroundings = surroundings;
        (plan, of_plan)
    });
    let mut plan = plan.take(said);
    said.extend(of_plan.into_iter().flatten());
    check::lint::without_doubles(said);
    said.extend(lost(&site));
    weigh(said, &site, project.strictness);
    if project.view == View::Preview {
        // A correction is written before it is recorded, and its author wants to see it.
        said.iter_mut().filter(|said| said.code.id.starts_with(LEDGER_AREA)).for_each(soften);
    }
    let mut lacks_only = false;
    if let Some(id) = &project.only {
        // The site was judged as a whole: what one document by itself lacks is no mistake.
        let alone = site.public.alone(id);
        lacks_only = alone.is_none();
        plan = alone.map(|alone| output::plan(&Arc::new(alone), &theme).take(&mut Vec::new())).unwrap_or_default();
    }
    report.prepared = Some(Prepared { settings, site, theme, plan, lacks_only, fresh });
    report
}

/// The documents of which a file that was read is not as it is known.
fn fresh(memo: &Memo, sources: &Sources) -> BTreeSet<Arc<str>> {
    let is_fresh = |source: &&Source| memo.kept(&source.file, source.digest).is_none();
    sources.documents.iter().filter(is_fresh).map(|source| folder::folder_of(&source.file).into()).collect()
}

/// Everything that was read, as values, and when the first of it comes into force that is not yet.
struct Values {
    documents: Vec<ParsedDocument>,
    theme: Arc<Theme>,
    ledger: Option<Ledger>,
    until: Option<i128>,
    /// What may be kept of the documents' files.
    learned: Vec<Learned>,
}

/// Parses everything that was read, side by side. The texts of documents are given back meanwhile.
fn values(
    project: &Project,
    (settings, settings_file): (&Arc<Settings>, Digest),
    sources: &mut Sources,
    memo: Option<&mut Memo>,
) -> Reported<Values> {
    let files = ThemeFiles::over_embedded(sources, &settings.theme);
    // What is kept of them is their names and digests: the texts are as much as all pages together, and nothing
    // reads them again but a diagnostic, from disk.
    let texts = sources.take_texts();
    let ledger_file = sources.ledger.take();
    let sources = &*sources;
    let known = memo.as_deref().and_then(|memo| knowledge(project, memo, (settings, settings_file)));
    let reading = folder::Reading { sources, settings, known };
    let ledger = || kept_ledger(ledger_file, (settings, &project.at), reading.known.as_ref());
    let theme = || theme(sources, &files, settings);
    let (folders, (theme, ledger)) = rayon::join(|| folder::read_known(texts, &reading), || rayon::join(theme, ledger));
    let mut said = Vec::new();
    let folders = folders.take(&mut said);
    let (documents, learned, typed) = (folders.documents, folders.learned, folders.typed);
    let (theme, ledger) = (Arc::new(theme.take(&mut said)), ledger.take(&mut said));
    let until = settled::until(&documents, &project.at).into_iter().chain(ledger.until).min();
    if let Some(memo) = memo {
        memo.typed = typed;
        memo.ledger = ledger.kept;
    }
    Reported::new(Values { documents, theme, ledger: ledger.ledger, until, learned }, said)
}

/// The theme with the messages of the site.
fn theme(sources: &Sources, files: &ThemeFiles, settings: &Settings) -> Reported<Theme> {
    let mut said = Vec::new();
    let voices = voices(sources, files, settings).take(&mut said);
    let theme = Theme::compile(settings, files, voices).take(&mut said);
    Reported::new(theme, said)
}

/// Checks the site, and brings up to date what is known of it: what was read, and what was learned of its files.
fn checked(
    site: &Site,
    theme: &Theme,
    reading: Reading,
    (memo, sources, learned): (Option<&mut Memo>, &Sources, Vec<Learned>),
) -> Vec<Diagnostic> {
    let Some(memo) = memo else { return check::run_known(site, theme, reading, None) };
    let before = memo.take_files();
    let check = || check::run_known(site, theme, reading, Some(&mut memo.verdicts));
    let texts = || site::texts(&site.public);
    let (said, (known, files)) = rayon::join(check, || rayon::join(texts, || Memo::renewed(before, sources, learned)));
    (memo.texts, memo.terms) = known;
    memo.put_files(files, sources);
    said
}

/// What is known, for the parser: only of a site on disk can a text be had once more.
fn knowledge<'a>(
    project: &Project,
    memo: &'a Memo,
    (settings, file): (&Arc<Settings>, Digest),
) -> Option<Knowledge<'a>> {
    let Origin::Folder(root) = &project.origin else { return None };
    let again = Arc::new(load::Files { root: root.clone() });
    let settings_digest = Digest::of(&(file, &settings.base_url, settings.urls));
    Some(Knowledge { memo, again, settings: Arc::clone(settings), settings_digest })
}

/// The words whose bodies were asked for and are no longer what they were.
fn lost(site: &Site) -> Vec<Diagnostic> {
    let words = site.parsed.iter().flat_map(|document| &document.words).filter_map(|(_, words)| words.as_ref());
    words.filter_map(|words| words.lost()).collect()
}

/// What was read of the ledger.
#[derive(Default)]
struct LedgerRead {
    /// As it is at the instant, where one is kept.
    ledger: Option<Ledger>,
    /// When the first of its later lines comes into force.
    until: Option<i128>,
    /// What may be kept of it.
    kept: Option<KeptLedger>,
}

/// The ledger at an instant; says if it should be and is not there.
fn kept_ledger(
    file: Option<LedgerFile>,
    (settings, at): (&Settings, &Instant),
    known: Option<&Knowledge<'_>>,
) -> Reported<LedgerRead> {
    let (kept, place) = &settings.ledger;
    match (file, kept) {
        (_, Keeping::Off) | (None, Keeping::IfThere) => Reported::clean(LedgerRead::default()),
        (Some(file), _) => lines(file, known).map(|(lines, kept)| {
            let until = settled::until_lines(&lines, at);
            LedgerRead { ledger: Some(Ledger::at(lines, at)), until, kept }
        }),
        (None, Keeping::On) => {
            let place = place.clone().unwrap_or_else(|| Place::start_of(&SETTINGS_FILE.into()));
            let missing = Diagnostic::new(&codes::LEDGER_MISSING, place).with("file", LEDGER_FILE);
            Reported::new(LedgerRead::default(), vec![missing])
        }
    }
}

/// The lines of the ledger, sorted, and what a memo may keep of them: where nothing is to be said of them, which has to
/// be said again next time.
fn lines(file: LedgerFile, known: Option<&Knowledge<'_>>) -> Reported<(Vec<Line>, Option<KeptLedger>)> {
    let LedgerFile { file, digest, stamp, source } = file;
    let stamp = stamp.unwrap_or_default();
    let kept = known.and_then(|known| known.memo.ledger.as_ref()).filter(|kept| kept.digest == digest);
    if let Some((lines, kept)) = kept.and_then(|kept| Some((kept.lines.lines(&file)?, kept))) {
        return Reported::clean((lines, Some(KeptLedger { stamp, ..kept.clone() })));
    }
    let Some(source) = source.or_else(|| known?.again.source(&file, digest)) else {
        return Reported::new((Vec::new(), None), vec![folder::lost(&file)]);
    };
    let Reported { value: mut lines, said } = syntax_ledger::read(&source);
    ledger::sort(&mut lines);
    let kept = known.filter(|_| said.is_empty());
    let kept = kept.map(|_| KeptLedger { stamp, digest, lines: KeptLines::of_lines(&lines) });
    Reported::new((lines, kept), said)
}

/// Says that the theme that the settings name has no file: every page would be the default theme's.
fn unknown_theme(settings: &Settings, sources: &Sources) -> Option<Diagnostic> {
    let is_there = settings.theme == DEFAULT_THEME || !sources.theme.is_empty() || !sources.theme_assets.is_empty();
    let place = settings.theme_place.clone().filter(|_| !is_there)?;
    Some(Diagnostic::new(&codes::UNKNOWN_THEME, place).with("value", &settings.theme))
}

/// The messages of each locale: the site's over the theme's.
fn voices(sources: &Sources, files: &ThemeFiles, settings: &Settings) -> Reported<PerLocale<Arc<Messages>>> {
    let mut said = Vec::new();
    let mut voices = Vec::new();
    for locale in &settings.locales {
        let Some(formats) = Formats::new(&locale.tag, &locale.formats) else {
            said.push(
                Diagnostic::new(&codes::BAD_LOCALE, Place::start_of(&SETTINGS_FILE.into()))
                    .with("value", locale.formats.as_str()),
            );
            continue;
        };
        let folder = format!("i18n/{}/", locale.tag);
        let theme = files.below(&folder).map(|source| message_file(source, &locale.tag, &mut said)).collect::<Vec<_>>();
        let own = sources.messages.iter().filter(|source| source.file.starts_with(&folder));
        let own = own.map(|source| message_file(source, &locale.tag, &mut said)).collect::<Vec<_>>();
        let messages = Messages::new(Arc::new(formats), &[theme, own], isolation(settings)).take(&mut said);
        voices.push((locale.tag.clone(), Arc::new(messages)));
    }
    said.extend(sources.messages.iter().filter(|source| !is_of_locale(&source.file, settings)).map(stray));
    Reported::new(voices.into_iter().collect(), said)
}

/// Whether a message file lies in the folder of one of the site's locales.
fn is_of_locale(file: &str, settings: &Settings) -> bool {
    let folder = file.strip_prefix("i18n/").and_then(|rest| rest.split_once('/')).map(|(folder, _)| folder);
    folder.is_some_and(|folder| settings.tag(folder).is_some())
}

fn stray(source: &Source) -> Diagnostic {
    Diagnostic::new(&codes::STRAY_FILE, Place::start_of(&source.file))
}

fn message_file(source: &Source, locale: &Locale, said: &mut Vec<Diagnostic>) -> Arc<MessageFile> {
    Arc::new(MessageFile::read(&source.file, locale, &source.text).take(said))
}

/// Values are isolated where directions mix: with languages of one direction the marks only end up in
/// titles and searches.
fn isolation(settings: &Settings) -> Isolation {
    let mut directions = settings.tags().map(Locale::direction);
    let first = directions.next();
    match directions.any(|direction| Some(direction) != first) {
        true => Isolation::On,
        false => Isolation::Off,
    }
}

/// Lowers what is not about to be public: a held document's errors to warnings in a build, a draft's
/// always. For what is found after [`prepare`] too.
pub fn weigh(said: &mut [Diagnostic], site: &Site, strictness: Strictness) {
    for diagnostic in said {
        let places = diagnostic.place.iter();
        // Two languages are judged together: what they do not agree in matters once both are public.
        let weights = match diagnostic.code.id.starts_with(PARITY_AREA) {
            true => places.chain(&diagnostic.other).map(|place| site.weight_of_edition(&place.file)).min(),
            false => places.map(|place| site.weight_of(&place.file)).min(),
        };
        let weight = weights.unwrap_or(Weight::Public);
        let counts = match strictness {
            Strictness::Build => weight == Weight::Public,
            Strictness::Check => weight != Weight::Draft,
        };
        if !counts {
            soften(diagnostic);
        }
    }
}

/// Makes an error a warning.
fn soften(diagnostic: &mut Diagnostic) {
    diagnostic.severity = diagnostic.severity.min(Severity::Warning);
}

/// Gives a file's text again, to print the lines of a diagnostic.
pub fn text_again(origin: &Origin, file: &str) -> Option<String> {
    let found = match origin {
        Origin::Folder(root) => load::again(root, file),
        Origin::Memory(settings, sources) => {
            let texts = [&sources.documents, &sources.messages, &sources.theme, &sources.signatures];
            let ledger = sources.ledger.iter().flat_map(|ledger| &ledger.source);
            let all = settings.iter().chain(ledger).chain(texts.into_iter().flatten());
            all.clone().find(|source| *source.file == *file).map(|source| source.text.clone())
        }
    };
    found.or_else(|| crate::theme::embedded_text(file).map(str::to_owned))
}

/// The editions that are held, with what is known of when they go out.
pub fn held(site: &Site) -> impl Iterator<Item = &Arc<document::Edition>> {
    site.held.iter().flat_map(|document| document.editions.values())
}
