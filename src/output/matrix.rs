//! The statements of an event: state × agenda item × language, with the gaps.

use std::sync::Arc;

use super::desk::Desk;
use crate::locale::{Locale, Phrase, Voice};
use crate::model::document::{Card, Document};
use crate::model::site::Public;
use crate::settings::Kind;
use crate::syntax::kinds::{self, KindFacts, TextHeld};
use crate::theme::view::{self, Html};

/// What the matrix is made of.
#[derive(Debug, Hash)]
pub struct MatrixInput {
    agenda: Vec<(String, Phrase)>,
    states: Vec<String>,
    statements: Vec<StatementInput>,
}

#[derive(Debug, Hash)]
struct StatementInput {
    /// The state; none for an organisation, whose name is then the second.
    country: Option<String>,
    organization: Phrase,
    agenda: Option<String>,
    text: TextHeld,
    speaker: String,
    title: (Phrase, Locale),
    editions: Vec<Arc<Card>>,
}

/// Gathers the statements of an event. None where no state was announced and nothing was said, and where
/// the event stands alone: a table without the others' statements would say that nobody spoke.
pub fn input(public: &Public, of_event: &[Arc<Document>], desk: &Desk, event: &Document) -> Option<MatrixInput> {
    let KindFacts::Event(facts) = &event.facts.kind else { return None };
    let statements: Vec<StatementInput> = of_event
        .iter()
        .filter(|document| document.kind == Kind::Statement)
        .filter_map(|document| statement(public, desk, document))
        .collect();
    if public.is_alone || statements.is_empty() && facts.states.is_empty() {
        return None;
    }
    let agenda = facts.agenda.iter().map(|(key, title)| (key.word.clone(), desk.phrase(title, &event.facts)));
    Some(MatrixInput {
        agenda: agenda.collect(),
        states: facts.states.iter().map(|state| state.word.clone()).collect(),
        statements,
    })
}

fn statement(public: &Public, desk: &Desk, document: &Document) -> Option<StatementInput> {
    let KindFacts::Statement(facts) = &document.facts.kind else { return None };
    // A statement that is withdrawn in every language is on record no longer.
    if document.editions.values().all(|edition| edition.withdrawal.is_some()) {
        return None;
    }
    let shown = document.editions.get(&desk.locale).or_else(|| document.editions.values().next())?;
    let organization = facts.organization.as_ref().map(|texts| desk.phrase(texts, &document.facts));
    Some(StatementInput {
        country: facts.country.as_ref().map(|country| country.word.clone()),
        organization: organization.unwrap_or_default(),
        agenda: facts.agenda.as_ref().map(|agenda| agenda.word.clone()),
        text: facts.text,
        speaker: facts.speaker.as_ref().map(|speaker| speaker.name.clone()).unwrap_or_default(),
        title: (shown.title.clone(), shown.locale.clone()),
        editions: document.editions.locales().filter_map(|locale| public.card(&document.id, locale)).cloned().collect(),
    })
}

/// The matrix as templates see it: announced states and states that spoke, in the order of their
/// names in this language, then organisations.
pub fn view(desk: &Desk, input: &MatrixInput) -> view::Matrix {
    let formats = desk.voice.formats();
    let mut states: Vec<(String, String)> = Vec::new();
    let spoke = input.statements.iter().filter_map(|statement| statement.country.clone());
    for code in input.states.iter().cloned().chain(spoke) {
        if !states.iter().any(|(known, _)| *known == code) {
            states.push((code.clone(), desk.country(&code).name));
        }
    }
    states.sort_by(|(code, name), (other_code, other)| formats.compare(name, other).then_with(|| code.cmp(other_code)));
    let columns = columns(input);
    let mut rows: Vec<view::Row> = states
        .into_iter()
        .map(|(code, name)| {
            let own = input.statements.iter().filter(|statement| statement.country.as_ref() == Some(&code));
            row(desk, &columns, code.clone(), name, own.collect())
        })
        .collect();
    let organisations = input.statements.iter().filter(|statement| statement.country.is_none());
    rows.extend(
        organisations
            .map(|statement| row(desk, &columns, String::new(), statement.organization.text(), vec![statement])),
    );
    let with_text = rows.iter().filter(|row| row.held).count();
    view::Matrix {
        without_text: rows.len() - with_text,
        with_text,
        rows,
        columns: columns
            .into_iter()
            .map(|(key, title)| view::AgendaItem {
                title: Html(match key {
                    "" => desk.html(&desk.say("not-recorded", crate::locale::Arguments::NONE)),
                    _ => desk.html(title),
                }),
                key: key.to_owned(),
            })
            .collect(),
        locales: desk.locales.iter().map(|names| locale_view(&names.locale, &names.here)).collect(),
    }
}

/// The agenda items, and, if any statement names none, an empty key for “not recorded”.
fn columns(input: &MatrixInput) -> Vec<(&str, &Phrase)> {
    static NOTHING: Phrase = Phrase { runs: Vec::new() };
    let mut columns: Vec<(&str, &Phrase)> = input.agenda.iter().map(|(key, title)| (key.as_str(), title)).collect();
    if columns.is_empty() || input.statements.iter().any(|statement| statement.agenda.is_none()) {
        columns.push(("", &NOTHING));
    }
    columns
}

fn row(desk: &Desk, columns: &[(&str, &Phrase)], code: String, name: String, own: Vec<&StatementInput>) -> view::Row {
    let cell = |key: &str| {
        let in_cell = own.iter().filter(|statement| statement.agenda.as_deref().unwrap_or("") == key);
        in_cell.map(|statement| entry(desk, statement)).collect()
    };
    view::Row {
        code,
        name,
        held: own.iter().any(|statement| statement.text != TextHeld::None),
        cells: columns.iter().map(|(key, _)| cell(key)).collect(),
    }
}

fn entry(desk: &Desk, statement: &StatementInput) -> view::Entry {
    let edition = |card: &Arc<Card>| view::EntryEdition {
        lang: card.locale.as_str().to_owned(),
        name: own_name(desk, &card.locale),
        code: card.locale.as_str().to_uppercase(),
        href: desk.href(&card.route),
    };
    let is_gap = |locale: &Locale| !statement.editions.iter().any(|card| card.locale == *locale);
    let gaps = desk.locales.iter().filter(|names| is_gap(&names.locale));
    view::Entry {
        title: Html(statement.title.0.html_in(&statement.title.1)),
        speaker: statement.speaker.clone(),
        text: kinds::word_of(&TextHeld::ALL, &statement.text),
        editions: statement.editions.iter().map(edition).collect(),
        gaps: gaps.map(|names| locale_view(&names.locale, &names.own)).collect(),
    }
}

fn own_name(desk: &Desk, locale: &Locale) -> String {
    let known = desk.locales.iter().find(|names| names.locale == *locale);
    known.map_or_else(|| locale.as_str().to_owned(), |names| names.own.clone())
}

fn locale_view(locale: &Locale, name: &str) -> view::MatrixLocale {
    view::MatrixLocale { lang: locale.as_str().to_owned(), name: name.to_owned(), code: locale.as_str().to_uppercase() }
}
