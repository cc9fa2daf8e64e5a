//! Parallel views: the public editions of an outcome document side by side, block by block.
//!
//! Blocks are paired by their anchors, which are the same in all editions of a document. There is a view
//! for each language, its own text first; a document with one public edition has none, and a withdrawn
//! edition is in none.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use tera::Value;

use super::desk::Desk;
use super::frame::Frame;
use super::{Artifact, Listing, Newsroom, Output, Plan, fills};
use crate::diagnostic::{Place, Reported};
use crate::digest::Hashed;
use crate::locale::{Arguments, Locale, Phrase, When};
use crate::model::document::{Document, Edition};
use crate::model::route::{Route, encode};
use crate::model::site::Site;
use crate::settings::Kind;
use crate::syntax::facts::{Authoritative, Facts};
use crate::syntax::markdown::BlockKind;
use crate::theme::view::{self, Html};

/// The parallel views.
#[derive(Debug)]
pub struct Parallels;

/// What a parallel view is made of.
#[derive(Debug, Hash)]
struct ParallelInput {
    frame: Frame,
    facts: Arc<Hashed<Facts>>,
    columns: Vec<ColumnInput>,
}

#[derive(Debug, Hash)]
struct ColumnInput {
    desk: Arc<Desk>,
    edition: Arc<Edition>,
    places: fills::Places,
}

impl Output for Parallels {
    fn name(&self) -> &'static str {
        "parallel views"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let documents = newsroom.public.documents.par_iter();
        Reported::clean(documents.flat_map_iter(|document| artifacts(newsroom, document)).collect())
    }
}

fn artifacts(newsroom: &Arc<Newsroom>, document: &Arc<Document>) -> Vec<Artifact> {
    let views: Arc<[(Locale, Route)]> = views(newsroom, document).into();
    let artifact = |edition: &Arc<Edition>| {
        let desk = Arc::clone(newsroom.desks.get(&edition.locale)?);
        let (newsroom, own, edition) = (Arc::clone(newsroom), Arc::clone(document), Arc::clone(edition));
        let (route, place) = (beside(&edition.route, &desk.parallel), edition.words.slug_place());
        let late = Artifact::late(route, move || input(&newsroom, &desk, &own, &edition), page);
        Some(late.listed(Listing::Listed(Arc::clone(&views))).written_at(place).of_document(&document.id))
    };
    let editions = shown(document);
    if editions.len() > 1 { editions.into_iter().filter_map(artifact).collect() } else { Vec::new() }
}

/// Where the views of a document are.
fn views(newsroom: &Newsroom, document: &Document) -> Vec<(Locale, Route)> {
    let address = |edition: &Arc<Edition>| {
        let desk = newsroom.desks.get(&edition.locale)?;
        Some((edition.locale.clone(), beside(&edition.route, &desk.parallel)))
    };
    shown(document).into_iter().filter_map(address).collect()
}

/// The editions that stand side by side.
fn shown(document: &Document) -> Vec<&Arc<Edition>> {
    let is_shown = document.kind == Kind::Outcome && document.has_page();
    document.editions.values().filter(|edition| is_shown && edition.withdrawal.is_none()).collect()
}

/// Where the parallel view of an edition in the desk's language is, if there is one.
pub(super) fn route(desk: &Desk, document: &Document, edition: &Edition) -> Option<Route> {
    let is_one_of_many = edition.withdrawal.is_none() && shown(document).len() > 1;
    is_one_of_many.then(|| beside(&edition.route, &desk.parallel))
}

/// The parallel views that come with held editions and drafts, each with the place where its address is written.
pub(super) fn hidden(plan: &Plan, site: &Site) -> Vec<(Route, Place)> {
    let Some(newsroom) = &plan.newsroom else { return Vec::new() };
    let (mut hidden, mut seen) = (Vec::new(), BTreeSet::new());
    for document in site.held.iter().chain(&site.drafts).filter(|document| document.kind == Kind::Outcome) {
        if !seen.insert(&document.id) {
            continue;
        }
        // The editions of one document can have different standings.
        let same = site.all().filter(|other| other.id == document.id);
        let editions: Vec<&Arc<Edition>> = same.flat_map(|document| document.editions.values()).collect();
        for edition in editions.iter().filter(|_| editions.len() > 1) {
            let Some(desk) = newsroom.desks.get(&edition.locale) else { continue };
            hidden.push((beside(&edition.route, &desk.parallel), edition.words.slug_place()));
        }
    }
    hidden
}

/// The route of a page with a hyphen and a word after its last one.
fn beside(route: &Route, word: &str) -> Route {
    let encoded = encode(word);
    let file = route.file.strip_suffix("/index.html").map(|stem| format!("{stem}-{word}/index.html"));
    let url = route.url.strip_suffix('/').map(|stem| format!("{stem}-{encoded}/"));
    Route::new(
        file.unwrap_or_else(|| format!("{}-{word}.html", route.file.trim_end_matches(".html"))),
        url.unwrap_or_else(|| format!("{}-{encoded}", route.url)),
    )
}

/// What it reads of other documents has to be in the [`surroundings`](super::surroundings).
fn input(newsroom: &Newsroom, desk: &Arc<Desk>, document: &Document, own: &Edition) -> ParallelInput {
    let mut editions = shown(document);
    editions.sort_by_key(|edition| edition.locale != own.locale);
    let columns = editions.iter().filter_map(|edition| {
        let desk = newsroom.desks.get(&edition.locale)?;
        let places = fills::places(desk, &newsroom.public, document, edition);
        Some(ColumnInput { desk: Arc::clone(desk), edition: Arc::clone(edition), places })
    });
    let columns = columns.collect();
    ParallelInput { frame: frame(newsroom, desk, document, own), facts: Arc::clone(&document.facts), columns }
}

fn frame(newsroom: &Newsroom, desk: &Arc<Desk>, document: &Document, edition: &Edition) -> Frame {
    let title = Arguments::new().with("title", edition.title.text().as_str());
    let title = desk.say("parallel-title", &title);
    let mut frame = Frame::new(desk, "parallel.html", "parallel", title, beside(&edition.route, &desk.parallel));
    frame.description = edition.summary.as_ref().map(Phrase::text).unwrap_or_default();
    frame.editions = views(newsroom, document);
    frame.x_default = super::chooser::x_default(&newsroom.public, &frame.editions);
    if desk.list(&document.collection).is_some() {
        frame.feeds = vec![super::feed::of_collection(&newsroom.public, desk, &document.collection)];
    }
    frame.crumbs = super::document::crumbs(&newsroom.public, desk, document, edition);
    frame.crumbs.push((edition.title.clone(), edition.route.clone()));
    frame
}

fn page(input: &ParallelInput) -> Reported<Vec<u8>> {
    let mut page = input.frame.render([("parallel", Value::from_serializable(&view(input)))]);
    page.said.extend(input.columns.iter().flat_map(|column| column.edition.words.lost()));
    page
}

fn view(input: &ParallelInput) -> view::Parallel {
    let facts: &Facts = &input.facts;
    let fills: Vec<Vec<String>> = input
        .columns
        .iter()
        .map(|column| fills::of(&column.desk, &column.places, &input.facts, &column.edition))
        .collect();
    view::Parallel {
        columns: input
            .columns
            .iter()
            .zip(&fills)
            .map(|(column, fills)| column_view(input, facts, column, fills))
            .collect(),
        rows: rows(input, &fills),
    }
}

fn column_view(input: &ParallelInput, facts: &Facts, column: &ColumnInput, fills: &[String]) -> view::ParallelColumn {
    let (desk, edition, here) = (&column.desk, &column.edition, &input.frame.desk);
    let prefix = prefix(input, column);
    let note = |note: &crate::syntax::markdown::Note| view::Note {
        number: note.number,
        id: format!("{prefix}note-{}", note.number),
        back: format!("#{prefix}note-ref-{}", note.number),
        html: Html(apart(&note.prose.fill(fills), &prefix)),
    };
    view::ParallelColumn {
        lang: desk.locale.as_str().to_owned(),
        dir: desk.dir(&desk.locale),
        name: desk.locales.iter().find(|own| own.locale == desk.locale).map(|own| own.own.clone()).unwrap_or_default(),
        language: here.language(&desk.locale),
        href: here.href(&edition.route),
        address: here.absolute(&edition.route),
        publisher: [&desk.site.publisher, &desk.site.title]
            .into_iter()
            .find(|name| !name.is_empty())
            .cloned()
            .unwrap_or_default(),
        published: edition.instant().map(|instant| desk.moment(&When::At(instant.clone()))),
        title: Html(desk.html(&edition.title)),
        summary: edition.summary.as_ref().map(|summary| Html(desk.html(summary))).unwrap_or_default(),
        original: facts.original.as_ref().is_some_and(|(original, _)| *original == desk.locale),
        authoritative: match facts.authoritative.as_ref().map(|(which, _)| which) {
            None => false,
            Some(Authoritative::All) => true,
            Some(Authoritative::One(locale)) => *locale == desk.locale,
        },
        notes: edition.words.body().notes.iter().map(note).collect(),
    }
}

/// What the ids of a column begin with: the page's own are as on the document's page, so that an address
/// with an anchor is good on both.
fn prefix(input: &ParallelInput, column: &ColumnInput) -> String {
    let is_own = column.edition.locale == input.frame.desk.locale;
    if is_own { String::new() } else { format!("{}-", column.edition.locale) }
}

/// The blocks of all columns by their anchors. The first column gives the order; a block that it lacks
/// stands after the one before it in its own text.
fn rows(input: &ParallelInput, fills: &[Vec<String>]) -> Vec<view::ParallelRow> {
    let mut rows: Vec<view::ParallelRow> = Vec::new();
    for (at, (column, fills)) in input.columns.iter().zip(fills).enumerate() {
        let (body, prefix) = (column.edition.words.body(), prefix(input, column));
        let mut next = 0;
        for block in &body.blocks {
            let place = rows.iter().position(|row| row.anchor == block.anchor).unwrap_or_else(|| {
                rows.insert(next, empty_row(block.anchor.clone(), input.columns.len()));
                next
            });
            next = place + 1;
            let html = apart(&body.prose.fill_part(block.html.clone(), fills), &prefix);
            let row = &mut rows[place];
            row.heading |= matches!(block.kind, BlockKind::Heading(_));
            row.cells[at] = Html(html);
        }
    }
    rows
}

fn empty_row(anchor: String, columns: usize) -> view::ParallelRow {
    let number = super::document::number_of(&anchor);
    view::ParallelRow { anchor, number, heading: false, cells: vec![Html::default(); columns] }
}

/// The same HTML with another beginning of its ids, and of its links to them: two texts with the same ids
/// stand on one page.
fn apart(html: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..=open]);
        rest = tag_apart(&mut out, &rest[open + 1..], prefix);
    }
    out.push_str(rest);
    out
}

/// Writes a tag, from behind its bracket, likewise. Gives what stands behind it.
fn tag_apart<'h>(out: &mut String, html: &'h str, prefix: &str) -> &'h str {
    let mut rest = html;
    while let Some(at) = rest.find(['"', '\'', '>']) {
        let (sign, is_id) = (rest.as_bytes()[at], rest[..at].ends_with(" id="));
        let is_link = sign == b'"' && rest[..at].ends_with(" href=") && rest[at + 1..].starts_with('#');
        let begun = at + 1 + usize::from(is_link);
        out.push_str(&rest[..begun]);
        rest = &rest[begun..];
        if sign == b'>' {
            return rest;
        }
        out.push_str(if is_id || is_link { prefix } else { "" });
        let end = rest.find(char::from(sign)).map_or(rest.len(), |end| end + 1);
        out.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    out.push_str(rest);
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_links_to_them_are_kept_apart_and_words_are_not_touched() {
        let html = "<p id=\"p1\" title=' id=\"x\"'>a id=\"b\" <a href=\"#note-1\">1</a> <a href=\"/x#p1\">x</a></p>";
        assert_eq!(
            apart(html, "en-"),
            "<p id=\"en-p1\" title=' id=\"x\"'>a id=\"b\" <a href=\"#en-note-1\">1</a> <a href=\"/x#p1\">x</a></p>"
        );
        assert_eq!(apart(html, ""), html);
        assert_eq!(apart("<p data-id=\"p1\" id=\"p2\">", "en-"), "<p data-id=\"p1\" id=\"en-p2\">");
    }

    #[test]
    fn a_view_stands_beside_its_document_in_both_forms_of_addresses() {
        let route = |file: &str, url: &str| Route::new(file, url);
        let parallel = |file: &str, url: &str| beside(&route(file, url), "parallel");
        assert_eq!(parallel("en/a.html", "/en/a"), route("en/a-parallel.html", "/en/a-parallel"));
        assert_eq!(parallel("en/a/index.html", "/en/a/"), route("en/a-parallel/index.html", "/en/a-parallel/"));
        assert_eq!(beside(&route("fr/a.html", "/fr/a"), "côte"), route("fr/a-côte.html", "/fr/a-c%C3%B4te"));
    }
}
