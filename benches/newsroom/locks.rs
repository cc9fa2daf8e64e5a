//! The acceptance of a translation, written as `warta accept` does: against the words of the original.

use warta::diagnostic::Span;
use warta::locale::{Instant, Locale};
use warta::settings::{self, Settings};
use warta::source::Source;
use warta::syntax::lock::{Accepted, Lock};
use warta::syntax::words;

use super::document::Written;

/// What is needed to accept translations.
pub(crate) struct Acceptance {
    settings: Settings,
    at: Instant,
}

impl Acceptance {
    pub(crate) fn of_settings(text: &str) -> Acceptance {
        let settings = settings::read(&Source::new("warta.yaml", text)).value.expect("the settings are right");
        Acceptance { settings, at: Instant::parse("2005-01-01 09.00 WITA").expect("an instant") }
    }

    /// The lock of a document whose translation was accepted.
    pub(crate) fn lock(&self, folder: &str, written: &Written) -> String {
        let tag = |tag: &str| Locale::parse(tag).expect("a tag");
        let original = written.words.iter().find(|(locale, _)| *locale == written.original);
        let (_, text) = original.expect("there is an original");
        let source = Source::new(format!("{folder}/{}.md", written.original), text.as_str());
        let read = words::read(&source, &self.settings, None).value.expect("the words are right");
        let accepted = Accepted {
            locale: tag(if written.original == "id" { "en" } else { "id" }),
            original: tag(written.original),
            at: self.at.clone(),
            words: read.wording.expect("the parts of an original"),
            span: Span::START,
        };
        Lock::default().with(accepted).text()
    }
}
