//! The last step of a record: the new text is judged, and takes the place of the old one.

use std::sync::Arc;

use super::super::console::Console;
use super::super::{End, Failure, Outcome};
use super::{Record, unreadable};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::pipeline::{self, Origin, Project, Strictness, View};
use crate::settings::Acceptance;
use crate::source::{Source, Sources, load};
use crate::store::replace::replace;
use crate::syntax::amend::{self, Addition};
use crate::syntax::facts;

impl Record {
    /// Adds to the facts, prints what was added, and tells what to do next.
    pub(in crate::command) fn add(&self, console: &Console<'_>, addition: &Addition, changed: &[Locale]) -> Outcome {
        let file = &self.source.file;
        let Some(text) = amend::amended(file, &self.source.text, addition).filter(|text| self.holds(text, addition))
        else {
            let values = [("file", file.to_string()), ("key", addition.key().to_owned())];
            console.error(&console.words.say("record-no-place", &values));
            console.diagnostics(&mut Vec::new(), &|_| None)?;
            return console.record(&addition.entry()).map(|()| End::Errors);
        };
        let (mut own, mut others) = self.new_mistakes(console, &text)?;
        if !own.is_empty() {
            console.diagnostics(&mut own, &|named| match named == &**file {
                true => Some(text.clone()),
                false => load::again(&self.root, named),
            })?;
            console.error(&console.words.say("record-wrong-entry", &[("file", file.to_string())]));
            return console.record(&addition.entry()).map(|()| End::Errors);
        }
        self.write(console, &text)?;
        console.record(&addition.entry())?;
        self.say_next(console, changed);
        if !others.is_empty() {
            console.tell("record-later", &[]);
        }
        console.diagnostics(&mut others, &|file| load::again(&self.root, file))?;
        Ok(End::Clean)
    }

    /// Whether the new text, read as facts, says the addition, and reads without a mistake.
    fn holds(&self, text: &str, addition: &Addition) -> bool {
        let source = Source::new(Arc::clone(&self.source.file), text);
        let read = facts::read(&source, self.kind, &self.settings);
        read.value.is_some_and(|facts| addition.is_in(&self.facts.life, &facts.life))
    }

    /// What is wrong with the site with the new text and was not before: in the facts, and elsewhere.
    fn new_mistakes(&self, console: &Console<'_>, text: &str) -> Result<(Vec<Diagnostic>, Vec<Diagnostic>), Failure> {
        let old = self.said(console, self.sources.clone())?;
        let mut sources = self.sources.clone();
        let own = sources.documents.iter_mut().filter(|source| source.file == self.source.file);
        own.for_each(|source| *source = Source::new(Arc::clone(&source.file), text));
        let key = |said: &Diagnostic| {
            let file = said.place.as_ref().map(|place| Arc::clone(&place.file));
            (said.code.id, file, said.arguments.clone())
        };
        let mut known: Vec<_> = old.iter().map(key).collect();
        let is_new = |said: &Diagnostic| match known.iter().position(|known| *known == key(said)) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        };
        let mut new = self.said(console, sources)?;
        let mut is_new = is_new;
        new.retain(|said| is_new(said));
        Ok(new.into_iter().partition(|said| said.place.as_ref().is_some_and(|place| place.file == self.source.file)))
    }

    /// What there is to say of the site at the instant of the record.
    fn said(&self, console: &Console<'_>, sources: Sources) -> Result<Vec<Diagnostic>, Failure> {
        let settings = load::settings(&self.root).map_err(|error| unreadable(console, &self.root, &error))?;
        let project = Project {
            origin: Origin::Memory(settings.value, sources),
            at: self.at.clone(),
            base_url: None,
            urls: None,
            strictness: Strictness::Build,
            view: View::Public,
            only: None,
        };
        let report = pipeline::prepare(&project).map_err(|error| unreadable(console, &self.root, &error))?;
        Ok(report.said)
    }

    /// Puts the new text into the place of the old one, if that is still what was read.
    fn write(&self, console: &Console<'_>, text: &str) -> Result<(), Failure> {
        let file = &self.source.file;
        // A link stays one: what it leads to is written.
        let path = load::resolved(&self.root.join(&**file));
        let found = load::again(&self.root, file).unwrap_or_default();
        // The reader takes a byte-order mark away; it goes back to its place.
        let mark = if found.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        if found.strip_prefix('\u{feff}').unwrap_or(&found) != self.source.text {
            return Err(Failure::Usage(console.words.say("usage-changed-meanwhile", &[("file", file.to_string())])));
        }
        replace(&path, format!("{mark}{text}").as_bytes()).map_err(|error| {
            let values = [("file", file.to_string()), ("reason", error.to_string())];
            Failure::Machine(console.words.say("machine-write", &values))
        })
    }

    fn say_next(&self, console: &Console<'_>, changed: &[Locale]) {
        console.tell("record-written", &[("file", self.source.file.to_string())]);
        console.tell("record-next", &[]);
        if !changed.is_empty() {
            let files: Vec<String> =
                changed.iter().map(|locale| format!("content/{}/{locale}.md", self.document)).collect();
            console.tell("record-step-words", &[("files", files.join(", "))]);
            self.say_accept(console, changed);
        }
        for step in ["record-step-check", "record-step-build", "record-step-seal"] {
            console.tell(step, &[]);
        }
    }

    /// A translation that was accepted is behind its original once that has changed.
    fn say_accept(&self, console: &Console<'_>, changed: &[Locale]) {
        let collection = self.document.split('/').next().and_then(|name| self.settings.collection(name));
        let Some((original, _)) = self.facts.original.as_ref().filter(|(original, _)| changed.contains(original))
        else {
            return;
        };
        if collection.is_none_or(|collection| collection.acceptance == Acceptance::Off) {
            return;
        }
        for locale in self.editions.locales().filter(|locale| *locale != original) {
            let values = [("document", self.document.clone()), ("language", locale.as_str().to_owned())];
            console.tell("new-step-accept", &values);
        }
    }
}
