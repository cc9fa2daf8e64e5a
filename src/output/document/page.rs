//! A document page's view, made of its input alone.

use super::*;
use crate::syntax::markdown::{Block, BlockKind};

pub(super) fn page(input: &DocumentInput) -> Reported<Vec<u8>> {
    let fills = fills::of(&input.frame.desk, &input.places, &input.facts.0, &input.edition);
    let view = Value::from_serializable(&view(input, &fills));
    let mut page = input.frame.render([("doc", view)]);
    page.said.extend(input.edition.words.lost());
    page
}

fn view(input: &DocumentInput, fills: &[String]) -> view::Doc {
    let desk = &input.frame.desk;
    let facts: &Facts = &input.facts.0;
    let words = &input.edition.words;
    let kind = kind_of(facts);
    let original = facts.original.as_ref().map(|(original, _)| desk.language(original));
    let (authoritative, authoritative_language) = authoritative(desk, facts);
    let collection = view::Crumb {
        title: Html(desk.html(&input.collection.0)),
        href: input.collection.1.as_ref().filter(|_| !desk.is_alone).map(|route| desk.href(route)).unwrap_or_default(),
    };
    let mut doc = view::Doc {
        id: input.edition.document.to_string(),
        kind: kind.word(),
        collection,
        title: Html(desk.html(&input.edition.title)),
        title_text: input.edition.title.text(),
        summary: input.edition.summary.as_ref().map(|summary| Html(desk.html(summary))).unwrap_or_default(),
        keywords: words.keywords.clone(),
        body: Html(words.body().prose.fill(fills)),
        state: input.state,
        held_until: (input.state == "held")
            .then(|| input.edition.instant().map(|instant| desk.moment(&When::At(instant.clone()))))
            .flatten(),
        published: input.edition.instant().map(|instant| desk.moment(&When::At(instant.clone()))),
        lang: desk.locale.as_str().to_owned(),
        original: input.original,
        original_language: original.unwrap_or_default(),
        authoritative,
        authoritative_language,
        topics: input
            .topics
            .iter()
            .map(|(title, route)| view::Crumb {
                title: Html(desk.html(title)),
                href: if desk.is_alone { String::new() } else { desk.href(route) },
            })
            .collect(),
        event: input.event.as_ref().map(|card| desk.link(card)),
        files: input.files.iter().map(|file| file_view(desk, file)).collect(),
        image: image(input),
        previous: input.older.as_ref().map(|card| desk.link(card)),
        next: input.newer.as_ref().map(|card| desk.link(card)),
        related: input.related.iter().map(|card| desk.card(card)).collect(),
        extra: facts.extra.as_ref().map_or(serde_json::Value::Null, json),
        has_code: !words.body().code.is_empty(),
        parallel: input.parallel.as_ref().map(|route| desk.href(route)).unwrap_or_default(),
        ..view::Doc::default()
    };
    add_parts(&mut doc, input, fills);
    add_life(&mut doc, input);
    add_kind(&mut doc, input);
    if matches!(facts.kind, KindFacts::Outcome(_)) {
        doc.blocks = blocks(input, fills);
    }
    doc
}

fn add_parts(doc: &mut view::Doc, input: &DocumentInput, fills: &[String]) {
    let body = input.edition.words.body();
    doc.notes = body
        .notes
        .iter()
        .map(|note| view::Note {
            number: note.number,
            id: format!("note-{}", note.number),
            back: format!("#note-ref-{}", note.number),
            html: Html(note.prose.fill(fills)),
        })
        .collect();
    doc.outline = body
        .outline
        .iter()
        .map(|heading| view::Heading {
            level: heading.level,
            id: heading.id.clone(),
            title: Html(heading.prose.fill(fills)),
        })
        .collect();
}

/// The text block by block, each to be cited by its anchor.
fn blocks(input: &DocumentInput, fills: &[String]) -> Vec<view::Block> {
    let body = input.edition.words.body();
    let block = |block: &Block| view::Block {
        anchor: block.anchor.clone(),
        number: number_of(&block.anchor),
        heading: matches!(block.kind, BlockKind::Heading(_)),
        html: Html(body.prose.fill_part(block.html.clone(), fills)),
    };
    body.blocks.iter().map(block).collect()
}

fn add_life(doc: &mut view::Doc, input: &DocumentInput) {
    let desk = &input.frame.desk;
    let moment = |at: &Instant| desk.moment(&When::At(at.clone()));
    let change = |change: &EditionChange| view::Change {
        date: moment(&change.at),
        grade: kinds::word_of(&Grade::ALL, &change.grade),
        major: change.is_major,
        note: Html(desk.html(&change.note)),
    };
    let edition = &input.edition;
    doc.changes = edition.changes.iter().rev().map(change).collect();
    doc.notice = edition.changes.iter().rev().find(|change| change.is_major).map(change);
    doc.updated = edition.updated().filter(|updated| Some(*updated) != edition.instant()).map(moment);
    doc.withdrawn = edition.withdrawal.as_ref().map(|withdrawal| view::Withdrawal {
        date: moment(&withdrawal.at),
        reason: Html(desk.html(&withdrawal.reason)),
        replaced_by: input.replacement.as_ref().map(|card| desk.link(card)),
    });
    doc.stale = edition.stale.as_ref().map(|stale| view::Stale {
        changed: stale.changed.as_ref().map(moment),
        language: desk.language(&stale.original),
    });
    doc.verification = verification::of_edition(desk, edition);
}

fn add_kind(doc: &mut view::Doc, input: &DocumentInput) {
    let desk = &input.frame.desk;
    let facts: &Facts = &input.facts.0;
    match &facts.kind {
        KindFacts::Release(release) => {
            doc.release = Some(view::Release {
                place: desk.text(release.place.as_ref(), facts),
                number: release.number.clone().unwrap_or_default(),
                contact: Html(
                    release
                        .contact
                        .as_ref()
                        .map(|texts| contact::html(desk, &desk.phrase(texts, facts)))
                        .unwrap_or_default(),
                ),
            });
        }
        KindFacts::Statement(statement) => {
            doc.statement = Some(statement_view(desk, facts, statement, input.agenda.as_ref()))
        }
        KindFacts::Outcome(outcome) => {
            doc.outcome = Some(view::Outcome {
                adopted: outcome.adopted.map(|day| desk.moment(&When::Day(day))),
                standing: outcome.standing.map_or("", |standing| kinds::word_of(&Standing::ALL, &standing)),
            });
        }
        KindFacts::Event(event) => {
            doc.event_facts = input.programme.as_ref().map(|own| event_view(desk, facts, event, own))
        }
        KindFacts::Page => {}
    }
}

fn kind_of(facts: &Facts) -> Kind {
    match facts.kind {
        KindFacts::Release(_) => Kind::Release,
        KindFacts::Statement(_) => Kind::Statement,
        KindFacts::Outcome(_) => Kind::Outcome,
        KindFacts::Event(_) => Kind::Event,
        KindFacts::Page => Kind::Page,
    }
}

fn authoritative(desk: &Desk, facts: &Facts) -> (&'static str, String) {
    match facts.authoritative.as_ref().map(|(which, _)| which) {
        None => ("", String::new()),
        Some(Authoritative::All) => ("all", String::new()),
        Some(Authoritative::One(locale)) if *locale == desk.locale => ("this", desk.language(locale)),
        Some(Authoritative::One(locale)) => ("other", desk.language(locale)),
    }
}

fn image(input: &DocumentInput) -> Option<view::Image> {
    let desk = &input.frame.desk;
    let (image, shown) = (input.edition.words.image.as_ref()?, input.image.as_ref()?);
    let facts: &Facts = &input.facts.0;
    let caption = image.caption.as_ref().map(|caption| {
        let arguments = crate::model::inline::arguments(facts);
        desk.html(&crate::model::inline::resolve_word(caption, desk.voice.as_ref(), &arguments, &mut Vec::new()))
    });
    Some(view::Image {
        src: desk.href(&shown.src),
        srcset: fills::srcset(desk, &shown.choices),
        avif: fills::srcset(desk, &shown.avif),
        sizes: desk.theme.picture_sizes.clone(),
        alt: image.alt.clone(),
        caption: Html(caption.unwrap_or_default()),
        credit: image.credit.clone().unwrap_or_default(),
        width: shown.dimensions.map_or(0, |dimensions| dimensions.width),
        height: shown.dimensions.map_or(0, |dimensions| dimensions.height),
    })
}

fn file_view(desk: &Desk, file: &FileInput) -> view::File {
    view::File {
        title: Html(desk.html(&file.title)),
        href: desk.href(&file.route),
        lang: file.lang.as_ref().map(|lang| lang.as_str().to_owned()).unwrap_or_default(),
        language: file.lang.as_ref().map(|lang| desk.language(lang)).unwrap_or_default(),
        foreign: file.lang.as_ref().is_some_and(|lang| *lang != desk.locale),
        size: size(desk, file.size),
        r#type: file.ending.clone(),
    }
}

/// A size in kilobytes or megabytes of the SI, one decimal from a megabyte up.
fn size(desk: &Desk, bytes: u64) -> String {
    let formats = desk.voice.formats();
    let (figure, unit) = match bytes {
        0..1_000_000 => (bytes.div_ceil(1000).to_string(), "kB"),
        _ => (format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000), "MB"),
    };
    format!("{} {unit}", formats.number(&figure, &Default::default()))
}

fn statement_view(desk: &Desk, facts: &Facts, statement: &StatementFacts, agenda: Option<&Phrase>) -> view::Statement {
    let speaker = statement.speaker.as_ref();
    view::Statement {
        country: statement.country.as_ref().map(|code| desk.country(&code.word)),
        organization: desk.text(statement.organization.as_ref(), facts),
        speaker: speaker.map(|speaker| speaker.name.clone()).unwrap_or_default(),
        role: desk.text(speaker.and_then(|speaker| speaker.role.as_ref()), facts),
        delivered: statement.delivered.map(|day| desk.moment(&When::Day(day))),
        delivery: statement.delivery.map_or("", |delivery| kinds::word_of(&Delivery::ALL, &delivery)),
        agenda: Html(agenda.map(|agenda| desk.html(agenda)).unwrap_or_default()),
        text: kinds::word_of(&TextHeld::ALL, &statement.text),
    }
}

fn event_view(desk: &Desk, facts: &Facts, event: &EventFacts, own: &EventInput) -> view::Event {
    let cards = |cards: &[Arc<Card>]| cards.iter().map(|card| desk.card(card)).collect();
    view::Event {
        starts: event.starts.as_ref().map(|when| desk.moment(when)),
        ends: event.ends.as_ref().map(|when| desk.moment(when)),
        when: event.starts.as_ref().map(|starts| span_of(desk, event, starts, event.ends.as_ref())).unwrap_or_default(),
        venue: desk.text(event.venue.as_ref(), facts),
        mode: event.mode.map_or("", |mode| kinds::word_of(&Mode::ALL, &mode)),
        parent: own.parent.as_ref().map(|card| desk.link(card)),
        children: own.children.iter().map(|card| desk.link(card)).collect(),
        agenda: event
            .agenda
            .iter()
            .map(|(key, title)| view::AgendaItem { key: key.word.clone(), title: desk.text(Some(title), facts) })
            .collect(),
        programme: event
            .programme
            .iter()
            .map(|entry| view::ProgrammeEntry {
                when: span_of(desk, event, &entry.starts, entry.ends.as_ref()),
                title: desk.text(Some(&entry.title), facts),
            })
            .collect(),
        outcomes: cards(&own.outcomes),
        releases: cards(&own.releases),
        releases_list: own.list.as_ref().map(|(route, _)| desk.href(route)).unwrap_or_default(),
        releases_count: own.list.as_ref().map_or(own.releases.len(), |(_, total)| *total),
        statements: cards(&own.statements),
        states_count: event.states.len(),
        matrix: own.matrix.as_ref().map(|matrix| matrix::view(desk, matrix)),
    }
}

/// From when to when, in words, in the event's own zone.
fn span_of(desk: &Desk, event: &EventFacts, starts: &When, ends: Option<&When>) -> String {
    let formats = desk.voice.formats();
    let zone = event.time_zone.as_ref().unwrap_or(&desk.zone);
    match (starts, ends) {
        (When::At(from), Some(When::At(to))) => formats.instant_range(from, to, zone),
        (When::Day(from), Some(to)) if to.date() != *from => formats.date_range(*from, to.date()),
        (starts, _) => formats.when(starts, zone),
    }
}

/// The facts' free values for templates: scalars as texts, as typed.
fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Yaml::Null => serde_json::Value::Null,
        Yaml::Scalar(text) if text == "true" || text == "false" => serde_json::Value::Bool(text == "true"),
        Yaml::Scalar(text) => serde_json::Value::String(text.clone()),
        Yaml::List(nodes) => nodes.iter().map(json).collect(),
        Yaml::Map(pairs) => pairs.iter().map(|(key, node)| (key.name.clone(), json(node))).collect(),
    }
}
