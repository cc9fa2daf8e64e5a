//! What there is to tell the author, in the browser: as JSON for the script's panel, and as a page
//! where no page of the site can be shown.

use serde::Serialize;

use super::page;
use super::snapshot::Standing;
use crate::diagnostic::words::Words;
use crate::diagnostic::{Diagnostic, Severity};

/// The style sheet of the panel and of the page.
pub(super) const STYLES: &str = "/.warta/reload.css";

#[derive(Serialize)]
struct Panel {
    language: &'static str,
    label: String,
    counts: String,
    /// That the pages are older than the sources; null where they are not.
    stale: Option<String>,
    diagnostics: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    severity: &'static str,
    /// The word for the severity.
    level: String,
    /// `file:line:column`; null for what concerns no file.
    place: Option<String>,
    message: String,
    help: Option<String>,
}

/// The panel's content as JSON.
pub(super) fn json(said: &[Diagnostic], standing: Standing, words: &Words) -> String {
    serde_json::to_string(&panel(said, standing, words)).expect("text has a JSON form")
}

/// A whole page of diagnostics. It is shown instead of a page with this fingerprint.
pub(super) fn page(said: &[Diagnostic], title: &str, fingerprint: &str, words: &Words) -> String {
    let panel = panel(said, Standing::Broken, words);
    let entries: String = panel.diagnostics.iter().map(entry).collect();
    let (title, counts, script) = (escaped(&words.say(title, &[])), escaped(&panel.counts), page::script(fingerprint));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{STYLES}\">\n{script}\n</head>\n\
         <body class=\"warta-page\">\n<main>\n<h1>{title}</h1>\n<p>{counts}</p>\n<ul class=\"entries\">\n{entries}</ul>\n</main>\n</body>\n</html>\n",
        language = panel.language,
    )
}

fn panel(said: &[Diagnostic], standing: Standing, words: &Words) -> Panel {
    let of = |severity: Severity| said.iter().filter(|said| said.severity == severity).count().to_string();
    let counts = [("errors", of(Severity::Error)), ("warnings", of(Severity::Warning))];
    // The gravest first: the panel is small.
    let mut sorted: Vec<&Diagnostic> = said.iter().collect();
    sorted.sort_by_key(|said| std::cmp::Reverse(said.severity));
    Panel {
        language: words.language().tag(),
        label: words.say("serve-panel", &[]),
        counts: words.say("closing-counts", &counts),
        stale: (standing == Standing::Stale).then(|| words.say("serve-stale", &[])),
        diagnostics: sorted.into_iter().map(|said| Entry::of(said, words)).collect(),
    }
}

impl Entry {
    fn of(said: &Diagnostic, words: &Words) -> Entry {
        Entry {
            code: said.code.id,
            severity: match said.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            },
            level: words.severity(said.severity),
            place: said.place.as_ref().map(ToString::to_string),
            message: words.message(said),
            help: words.help(said),
        }
    }
}

// The same elements and classes as the script makes.
fn entry(entry: &Entry) -> String {
    let Entry { code, severity, .. } = entry;
    let paragraph = |class: &str, text: &str| format!("<p class=\"{class}\">{}</p>", escaped(text));
    let place = entry.place.as_deref().map(|place| paragraph("place", place)).unwrap_or_default();
    let help = entry.help.as_deref().map(|help| paragraph("help", help)).unwrap_or_default();
    let (level, message) = (escaped(&entry.level), paragraph("message", &entry.message));
    format!(
        "<li class=\"{severity}\"><p class=\"head\"><b>{level}</b> <code>{code}</code></p>{message}{place}{help}</li>\n"
    )
}

fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
