//! What the facts say of a document's life after its release: changes, withdrawal, removal.

use super::facts::{FactsReader, Pointer, Texts};
use crate::diagnostic::{Place, Span};
use crate::locale::{Instant, Locale};
use crate::source::yaml::{Node, Value};

/// What happened to a document after its release.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LifeFacts {
    /// The changes, in the order of their instants.
    pub changes: Vec<Change>,
    /// The withdrawal.
    pub withdrawn: Option<Box<Withdrawal>>,
    /// The removal.
    pub removed: Option<Box<Removal>>,
}

impl LifeFacts {
    /// The changes of the edition in this language since its own release, in order: one that went out
    /// later than the others never said what was changed before.
    pub fn changes_since<'a>(
        &'a self,
        released: Option<&'a Instant>,
        locale: &'a Locale,
    ) -> impl Iterator<Item = &'a Change> {
        let is_since = move |at: &Instant| released.is_none_or(|released| at.moment() >= released.moment());
        self.changes.iter().filter(move |change| is_since(&change.at) && change.affects(locale))
    }
}

/// A change of a released text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When it was made.
    pub at: Instant,
    /// What kind of change it is.
    pub grade: Grade,
    /// Whether readers have to know: it then moves the dates of feeds and shows a notice.
    pub is_major: bool,
    /// What was changed.
    pub note: Texts,
    /// The editions that it changes; none for all.
    pub affects: Option<Vec<Locale>>,
    /// Where it is written.
    pub place: Place,
}

impl Change {
    /// Whether it changes the edition in this language.
    pub fn affects(&self, locale: &Locale) -> bool {
        self.affects.as_ref().is_none_or(|locales| locales.contains(locale))
    }
}

/// The kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grade {
    /// A slip of the pen: the meaning is the same.
    Editorial,
    /// Said more clearly.
    Clarification,
    /// It was wrong.
    Correction,
    /// It is different now.
    Update,
}

impl Grade {
    /// Each with its word in facts and templates.
    pub const ALL: [(&'static str, Grade); 4] = [
        ("editorial", Grade::Editorial),
        ("clarification", Grade::Clarification),
        ("correction", Grade::Correction),
        ("update", Grade::Update),
    ];

    /// Whether readers have to know of such a change where its author does not say: of a correction they
    /// do, of a slip of the pen they need not.
    pub fn is_major(self) -> bool {
        matches!(self, Grade::Correction | Grade::Update)
    }
}

/// A withdrawal: the text stays, marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Since when.
    pub at: Instant,
    /// The editions that are withdrawn; none for all.
    pub editions: Option<Vec<Locale>>,
    /// Why.
    pub reason: Texts,
    /// What takes its place.
    pub replaced_by: Option<Pointer>,
    /// Where it is written.
    pub place: Place,
}

impl Withdrawal {
    /// Whether it withdraws the edition in this language.
    pub fn covers(&self, locale: &Locale) -> bool {
        self.editions.as_ref().is_none_or(|locales| locales.contains(locale))
    }
}

/// The removal of a whole document: from its instant on nothing of it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// Since when.
    pub at: Instant,
    /// Why.
    pub reason: Texts,
    /// Where it is written.
    pub place: Place,
}

pub(crate) fn read(reader: &mut FactsReader<'_>) -> LifeFacts {
    let mut changes = changes(reader);
    changes.sort_by(|one, other| one.at.cmp(&other.at));
    LifeFacts { changes, withdrawn: withdrawal(reader), removed: removal(reader) }
}

fn changes(reader: &mut FactsReader<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for node in reader.fields.list("changes") {
        let mut inner = reader.inner(node);
        let at = inner.required_instant("at");
        inner.fields.required("grade");
        let grade = inner.fields.choice("grade", &Grade::ALL);
        let is_major = inner.fields.flag("major");
        inner.fields.required("note");
        let note = inner.texts("note");
        let affects = inner.locales("affects");
        reader.fields.said.extend(inner.fields.finish(|_| None));
        let place = reader.fields.place(start_of(node));
        if let (Some(at), Some(grade), Some(note)) = (at, grade, note) {
            let is_major = is_major.unwrap_or(grade.is_major());
            changes.push(Change { at, grade, is_major, note, affects, place });
        }
    }
    changes
}

fn withdrawal(reader: &mut FactsReader<'_>) -> Option<Box<Withdrawal>> {
    let node = reader.fields.node("withdrawn")?;
    let mut inner = reader.inner(node);
    let at = inner.required_instant("at");
    let editions = inner.locales("editions");
    inner.fields.required("reason");
    let reason = inner.texts("reason");
    let replaced_by = inner.pointer("replaced_by");
    reader.fields.said.extend(inner.fields.finish(|_| None));
    let place = reader.fields.place(start_of(node));
    Some(Box::new(Withdrawal { at: at?, editions, reason: reason?, replaced_by, place }))
}

fn removal(reader: &mut FactsReader<'_>) -> Option<Box<Removal>> {
    let node = reader.fields.node("removed")?;
    let mut inner = reader.inner(node);
    let at = inner.required_instant("at");
    inner.fields.required("reason");
    let reason = inner.texts("reason");
    reader.fields.said.extend(inner.fields.finish(|_| None));
    let place = reader.fields.place(start_of(node));
    Some(Box::new(Removal { at: at?, reason: reason?, place }))
}

/// The first column of a map or value, for what concerns the whole of it.
fn start_of(node: &Node) -> Span {
    match &node.value {
        Value::Map(pairs) => pairs.first().map_or(node.span, |(key, _)| key.span),
        _ => node.span,
    }
}
