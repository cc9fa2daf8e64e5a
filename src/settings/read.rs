//! Reading `warta.yaml`: every mistake at once, and settings as far as they can be had.

use std::sync::Arc;

use super::redirect::{self, Redirect, Target};
use super::*;
use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported, Span};
use crate::locale::{Locale, PerLocale, Zone};
use crate::source::Source;
use crate::source::yaml::{self, Fields, Key, Node, Value};

/// Reads the settings. None where the file is not YAML or lacks what nothing can be judged without
/// (`locales`, `collections`).
pub fn read(source: &Source) -> Reported<Option<Settings>> {
    let mut said = Vec::new();
    let Some(node) = yaml::parse_map(&source.file, &source.text, 0).take(&mut said) else {
        return Reported::new(None, said);
    };
    let mut fields = Fields::of(&source.file, &node);
    let settings = resolve(&mut fields, &source.file);
    said.extend(fields.finish(|_| None));
    Reported::new(settings, said)
}

fn resolve(fields: &mut Fields<'_>, file: &Arc<str>) -> Option<Settings> {
    let base_url = base_url(fields);
    let locales = locales(fields);
    let tags: Vec<Locale> = locales.iter().map(|locale| locale.tag.clone()).collect();
    let x_default = x_default(fields, &tags);
    let (time_zone, has_faulty_zone) = time_zone(fields);
    let (theme, theme_place) = theme(fields);
    let urls = fields.choice("urls", &[("clean", UrlStyle::Clean), ("directory", UrlStyle::Directory)]);
    let notice = fields.text("notice").map(|(id, span)| (id.to_owned(), Place::new(file, span)));
    let (collections, faulty_collections) = collections(fields, file, &tags);
    let taxonomies = taxonomies(fields, file, &tags);
    let search = fields.choice("search", &[("on", Search::On), ("off", Search::Off)]).unwrap_or(Search::On);
    let targets = Targets { collections: &collections, faulty: &faulty_collections, taxonomies: &taxonomies, search };
    let menu_entries = menu(fields, "menu", &targets);
    let footer = menu(fields, "footer", &targets);
    let sections = own::read(fields, file, &tags);
    let publisher = publisher(fields, file);
    let avif = avif(fields, file);
    let html = raw_html(fields, file);
    let ledger = keeping(fields);
    let redirects = redirects(fields, file);
    let hosts = hosts(fields, file);
    let checks = checks::read(fields);
    for (key, is_empty) in [
        (
            "locales",
            matches!(fields.node("locales").map(|node| &node.value), Some(Value::List(nodes)) if nodes.is_empty()),
        ),
        (
            "collections",
            matches!(fields.node("collections").map(|node| &node.value), Some(Value::Map(pairs)) if pairs.is_empty()),
        ),
    ] {
        if is_empty {
            fields.missing(key);
        }
    }
    let enough = !locales.is_empty() && !collections.is_empty();
    Some(Settings {
        base_url: base_url.unwrap_or_else(no_base_url),
        x_default,
        time_zone,
        has_faulty_zone,
        theme,
        theme_place,
        urls: urls.unwrap_or(UrlStyle::Clean),
        notice,
        faulty_collections,
        taxonomies,
        menu: menu_entries,
        footer,
        sections: sections.pages,
        parallel: sections.parallel,
        publisher,
        search,
        avif,
        html,
        ledger,
        redirects,
        hosts,
        checks,
        locales: enough.then_some(locales)?,
        collections,
    })
}

fn base_url(fields: &mut Fields<'_>) -> Option<BaseUrl> {
    fields.required("base_url")?;
    let (text, span) = fields.text("base_url")?;
    let url = BaseUrl::parse(text);
    if url.is_none() {
        let place = fields.place(span);
        fields.say(Diagnostic::new(&codes::BAD_BASE_URL, place).with("value", text));
    }
    url
}

/// Stands for a base URL that could not be read, so that the rest of the site can be judged: nothing is
/// built with it, because that it could not be read is an error.
fn no_base_url() -> BaseUrl {
    BaseUrl { origin: "https://base-url.invalid".to_owned(), path: String::new() }
}

fn locales(fields: &mut Fields<'_>) -> Vec<LocaleSettings> {
    fields.required("locales");
    let mut locales: Vec<LocaleSettings> = Vec::new();
    for node in fields.list("locales") {
        let Some((locale, span)) = locale_entry(fields, node) else { continue };
        if locales.iter().any(|known| known.tag == locale.tag) {
            let place = fields.place(span);
            fields.say(Diagnostic::new(&codes::DUPLICATE_LOCALE, place).with("locale", locale.tag.as_str()));
        } else {
            locales.push(locale);
        }
    }
    locales
}

fn locale_entry(fields: &mut Fields<'_>, node: &Node) -> Option<(LocaleSettings, Span)> {
    if let Value::Scalar(text) = &node.value {
        let tag = locale(fields, text, node.span)?;
        return Some((LocaleSettings { formats: usual_formats(&tag), tag }, node.span));
    }
    let file = fields.place(node.span).file;
    let mut inner = Fields::of(&file, node);
    inner.required("tag");
    let tag = inner.text("tag").and_then(|(text, span)| locale(&mut inner, text, span));
    let formats = inner.text("formats").and_then(|(text, span)| locale(&mut inner, text, span));
    fields.said.extend(inner.finish(|_| None));
    let tag = tag?;
    let formats = formats.unwrap_or_else(|| usual_formats(&tag));
    Some((LocaleSettings { tag, formats }, node.span))
}

// CLDR's `en` writes American dates and `en-ID` writes 4.300 in English.
fn usual_formats(tag: &Locale) -> Locale {
    match tag.as_str() {
        "en" => Locale::parse("en-GB").unwrap_or_else(|| tag.clone()),
        _ => tag.clone(),
    }
}

fn locale(fields: &mut Fields<'_>, text: &str, span: Span) -> Option<Locale> {
    let locale = Locale::parse(text);
    if locale.is_none() {
        let place = fields.place(span);
        fields.say(Diagnostic::new(&codes::BAD_LOCALE, place).with("value", text));
    }
    locale
}

fn x_default(fields: &mut Fields<'_>, tags: &[Locale]) -> XDefault {
    let Some((text, span)) = fields.text("x_default") else { return XDefault::Chooser };
    match tags.iter().find(|tag| tag.as_str() == text) {
        _ if text == "chooser" => XDefault::Chooser,
        Some(tag) => XDefault::Locale(tag.clone()),
        None => {
            let known: Vec<&str> = std::iter::once("chooser").chain(tags.iter().map(Locale::as_str)).collect();
            let file = fields.place(span).file;
            fields.say(yaml::unknown_value(&file, span, "x_default", text, &known));
            XDefault::Chooser
        }
    }
}

/// The zone, and whether it is written and could not be read.
fn time_zone(fields: &mut Fields<'_>) -> (Zone, bool) {
    let Some((text, span)) = fields.text("time_zone") else { return (Zone::utc(), false) };
    if let Some(zone) = Zone::named(text) {
        return (zone, false);
    }
    let place = fields.place(span);
    fields.say(Diagnostic::new(&codes::UNKNOWN_ZONE, place).with("value", text));
    (Zone::utc(), true)
}

fn keeping(fields: &mut Fields<'_>) -> (Keeping, Option<Place>) {
    let place = fields.node("ledger").map(|node| node.span).map(|span| fields.place(span));
    let kept = fields.choice("ledger", &[("on", Keeping::On), ("off", Keeping::Off)]);
    (kept.unwrap_or(Keeping::IfThere), place)
}

/// The theme's name and its place. A name that is no folder's could lead out of the site: it is then the
/// default theme's, and the mistake is said.
fn theme(fields: &mut Fields<'_>) -> (String, Option<Place>) {
    let Some((name, span)) = fields.text("theme") else { return (DEFAULT_THEME.to_owned(), None) };
    let place = fields.place(span);
    if is_segment(name) {
        return (name.to_owned(), Some(place));
    }
    fields.say(Diagnostic::new(&codes::UNKNOWN_THEME, place).with("value", name));
    (DEFAULT_THEME.to_owned(), None)
}

/// The collections, and the names of those whose kind could not be read.
fn collections(fields: &mut Fields<'_>, file: &Arc<str>, tags: &[Locale]) -> (Vec<Collection>, Vec<String>) {
    fields.required("collections");
    let (mut collections, mut faulty) = (Vec::new(), Vec::new());
    for (key, node) in fields.map("collections") {
        let mut inner = Fields::of(file, node);
        inner.required("kind");
        let kind = inner.choice("kind", &Kind::ALL);
        let section = per_locale(&mut inner, "section", tags);
        for (locale, section) in section.iter() {
            check_segment(&mut inner, section, locale, key.span);
        }
        let path = path_pattern(&mut inner, kind, &section);
        let pairing = inner.choice("pairing", &[("required", Pairing::Required), ("announced", Pairing::Announced)]);
        let acceptance = inner.choice("acceptance", &[("required", Acceptance::Required), ("off", Acceptance::Off)]);
        let stale = [("error", Stale::Error), ("warning", Stale::Warning), ("banner", Stale::Banner)];
        let stale = inner.choice("stale", &stale);
        fields.said.extend(inner.finish(|_| None));
        let name = key.name.clone();
        let Some(kind) = kind else {
            faulty.push(name);
            continue;
        };
        let pairing = pairing.unwrap_or(Pairing::Required);
        let acceptance = acceptance.unwrap_or(Acceptance::usual(kind));
        let stale = stale.unwrap_or(Stale::usual(acceptance));
        let place = Place::new(file, key.span);
        collections.push(Collection { name, kind, section, path, pairing, acceptance, stale, place });
    }
    (collections, faulty)
}

/// The pattern of a collection's paths; the usual one where what is written cannot make URLs.
fn path_pattern(fields: &mut Fields<'_>, kind: Option<Kind>, section: &PerLocale<String>) -> PathPattern {
    let usual = match section.is_empty() {
        true => PathPattern(vec![PathPart::Slug]),
        false => PathPattern(vec![PathPart::Section, PathPart::Text("/".to_owned()), PathPart::Slug]),
    };
    let Some((text, span)) = fields.text("path") else { return usual };
    let faulty = match PathPattern::parse(text) {
        Err(part) => part,
        Ok(pattern) if pattern.uses(&PathPart::Section) && section.is_empty() => "{section}".to_owned(),
        Ok(pattern) if pattern.uses(&PathPart::Year) && kind == Some(Kind::Page) => "{year}".to_owned(),
        Ok(pattern) => match text.split('/').find(|part| !is_segment(&part.replace(['{', '}'], ""))) {
            Some("") => text.to_owned(),
            Some(part) => part.to_owned(),
            None => return pattern,
        },
    };
    let place = fields.place(span);
    fields.say(Diagnostic::new(&codes::BAD_PATH_PATTERN, place).with("value", text).with("part", faulty));
    usual
}

/// Says that a segment cannot be part of a URL.
pub(super) fn check_segment(fields: &mut Fields<'_>, segment: &str, locale: &Locale, span: Span) {
    if !is_segment(segment) {
        fields.say(bad_segment(fields.place(span), segment, locale));
    }
}

/// What is said of a segment that cannot be part of a URL.
pub(super) fn bad_segment(place: Place, segment: &str, locale: &Locale) -> Diagnostic {
    Diagnostic::new(&codes::BAD_SEGMENT, place).with("value", segment).with("locale", locale.as_str())
}

/// Reads a map by locale under `key`; unknown locales, and locales of the site without a value, are
/// diagnostics. A missing key gives an empty map.
pub fn per_locale(fields: &mut Fields<'_>, key: &'static str, tags: &[Locale]) -> PerLocale<String> {
    let Some(node) = fields.node(key) else { return PerLocale::default() };
    let Value::Map(pairs) = &node.value else {
        let file = fields.place(node.span).file;
        fields.say(yaml::wrong_type(&file, node, "map-by-locale"));
        return PerLocale::default();
    };
    by_locale(fields, pairs, node.span, tags)
}

/// The same for pairs already found; `span` is the map's.
pub fn by_locale(fields: &mut Fields<'_>, pairs: &[(Key, Node)], span: Span, tags: &[Locale]) -> PerLocale<String> {
    let mut found: Vec<(Locale, String)> = Vec::new();
    for (key, node) in pairs {
        let Some(tag) = tags.iter().find(|tag| tag.as_str() == key.name) else {
            let place = fields.place(key.span);
            let known: Vec<&str> = tags.iter().map(Locale::as_str).collect();
            fields.say(
                Diagnostic::new(&codes::UNKNOWN_LOCALE, place).with("value", &key.name).with("known", known.join(", ")),
            );
            continue;
        };
        if let Value::Scalar(text) = &node.value {
            found.push((tag.clone(), text.clone()));
        } else {
            let file = fields.place(node.span).file;
            fields.say(yaml::wrong_type(&file, node, "text"));
        }
    }
    for tag in tags.iter().filter(|tag| !pairs.iter().any(|(key, _)| key.name == tag.as_str())) {
        let place = fields.place(span);
        fields.say(Diagnostic::new(&codes::LOCALE_WITHOUT_VALUE, place).with("locale", tag.as_str()));
    }
    // The site's order, whatever the order in the file.
    tags.iter().filter_map(|tag| found.iter().find(|(locale, _)| locale == tag).cloned()).collect()
}

fn taxonomies(fields: &mut Fields<'_>, file: &Arc<str>, tags: &[Locale]) -> Vec<Taxonomy> {
    let mut taxonomies = Vec::new();
    for (key, node) in fields.map("taxonomies") {
        let mut inner = Fields::of(file, node);
        inner.required("section");
        let section = per_locale(&mut inner, "section", tags);
        for (locale, section) in section.iter() {
            check_segment(&mut inner, section, locale, key.span);
        }
        let of = inner.choice("of", &[("country", ())]);
        let terms = terms(&mut inner, file, tags);
        if of.is_none() && terms.is_empty() {
            inner.missing("terms");
        }
        fields.said.extend(inner.finish(|_| None));
        let terms = if of.is_some() { Terms::Countries } else { Terms::Listed(terms) };
        taxonomies.push(Taxonomy { name: key.name.clone(), section, terms, place: Place::new(file, key.span) });
    }
    taxonomies
}

fn terms(fields: &mut Fields<'_>, file: &Arc<str>, tags: &[Locale]) -> Vec<Term> {
    let mut terms = Vec::new();
    for node in fields.list("terms") {
        match &node.value {
            Value::Map(pairs) if pairs.len() == 1 => {
                let (key, slug) = &pairs[0];
                let mut inner = Fields::of(file, slug);
                let slug = per_locale(&mut inner, "slug", tags);
                for slug in slug.values().filter(|slug| !is_segment(slug)) {
                    let place = inner.place(key.span);
                    inner.say(Diagnostic::new(&codes::BAD_SLUG, place).with("value", slug));
                }
                fields.said.extend(inner.finish(|_| None));
                terms.push(Term { name: key.name.clone(), slug, place: Place::new(file, key.span) });
            }
            _ => {
                let Some((name, span)) = fields.scalar(node) else { continue };
                terms.push(Term { name: name.to_owned(), slug: PerLocale::default(), place: Place::new(file, span) });
            }
        }
    }
    terms
}

/// What entries of a menu may lead to besides documents.
struct Targets<'a> {
    collections: &'a [Collection],
    faulty: &'a [String],
    taxonomies: &'a [Taxonomy],
    search: Search,
}

fn menu(fields: &mut Fields<'_>, key: &'static str, targets: &Targets<'_>) -> Vec<MenuEntry> {
    let mut menu = Vec::new();
    for node in fields.list(key) {
        let (text, span, label) = match &node.value {
            Value::Map(_) => {
                let file = fields.place(node.span).file;
                let mut inner = Fields::of(&file, node);
                inner.required("to");
                let to = inner.text("to").map(|(text, span)| (text.to_owned(), span));
                let label = inner.text("label").map(|(id, _)| id.to_owned());
                fields.said.extend(inner.finish(|_| None));
                let Some((text, span)) = to else { continue };
                (text, span, label)
            }
            _ => {
                let Some((text, span)) = fields.scalar(node) else { continue };
                (text.to_owned(), span, None)
            }
        };
        let target = menu_target(fields, key, (&text, span), targets);
        menu.extend(target.map(|target| MenuEntry { target, label, place: fields.place(span) }));
    }
    menu
}

fn menu_target(
    fields: &mut Fields<'_>,
    key: &str,
    (text, span): (&str, Span),
    targets: &Targets<'_>,
) -> Option<MenuTarget> {
    match text.split_once(':') {
        Some(("collection", name)) if targets.faulty.iter().any(|faulty| faulty == name) => None,
        Some(("collection", name)) => {
            let listed = targets.collections.iter().filter(|known| !known.section.is_empty());
            let known = listed.map(|known| known.name.as_str());
            known_target(fields, key, span, name, known.collect()).map(MenuTarget::Collection)
        }
        Some(("taxonomy", name)) => {
            let known = targets.taxonomies.iter().map(|known| known.name.as_str());
            known_target(fields, key, span, name, known.collect()).map(MenuTarget::Taxonomy)
        }
        Some(("page", name)) => {
            let is_there = |page: OwnPage| page != OwnPage::Search || targets.search == Search::On;
            let known = OwnPage::ALL.iter().filter(|(_, page)| is_there(*page)).map(|(word, _)| *word).collect();
            let name = known_target(fields, key, span, name, known)?;
            OwnPage::ALL.iter().find(|(word, _)| *word == name).map(|(_, page)| MenuTarget::Own(*page))
        }
        Some(("doc", name)) => Some(MenuTarget::Document(name.to_owned())),
        _ => {
            let place = fields.place(span);
            fields.say(Diagnostic::new(&codes::BAD_MENU_ENTRY, place).with("value", text));
            None
        }
    }
}

fn known_target(fields: &mut Fields<'_>, key: &str, span: Span, name: &str, known: Vec<&str>) -> Option<String> {
    if known.contains(&name) {
        return Some(name.to_owned());
    }
    let file = fields.place(span).file;
    fields.say(yaml::unknown_value(&file, span, key, name, &known));
    None
}

fn publisher(fields: &mut Fields<'_>, file: &Arc<str>) -> Publisher {
    let Some(node) = fields.node("publisher") else { return Publisher::default() };
    let mut inner = Fields::of(file, node);
    let name = inner.text("name").map(|(id, span)| (id.to_owned(), Place::new(file, span)));
    let corrections = inner
        .text("corrections")
        .map(|(target, span)| (target.strip_prefix("doc:").unwrap_or(target).to_owned(), Place::new(file, span)));
    let key = inner.text("key").map(|(key, span)| (key.trim().to_owned(), Place::new(file, span)));
    let faulty = key.as_ref().filter(|(key, _)| minisign_verify::PublicKey::from_base64(key).is_err());
    if let Some((_, place)) = faulty {
        inner.say(Diagnostic::new(&codes::BAD_SIGNING_KEY, place.clone()));
    }
    fields.said.extend(inner.finish(|_| None));
    Publisher { name, corrections, key }
}

/// Whether pictures are made as AVIF; says so where they should be, and this program cannot.
fn avif(fields: &mut Fields<'_>, file: &Arc<str>) -> Avif {
    let Some(node) = fields.node("pictures") else { return Avif::Off };
    let mut inner = Fields::of(file, node);
    let mut avif = inner.choice("avif", &[("on", Avif::On), ("off", Avif::Off)]).unwrap_or(Avif::Off);
    if cfg!(not(feature = "avif")) && avif == Avif::On {
        let place = inner.node("avif").map(|node| node.span).map(|span| inner.place(span));
        inner.say(Diagnostic::new(&codes::AVIF_LACKING, place.unwrap_or_else(|| Place::start_of(file))));
        avif = Avif::Off;
    }
    fields.said.extend(inner.finish(|_| None));
    avif
}

fn raw_html(fields: &mut Fields<'_>, file: &Arc<str>) -> RawHtml {
    let Some(node) = fields.node("markdown") else { return RawHtml::Refuse };
    let mut inner = Fields::of(file, node);
    let html = inner.choice("html", &[("refuse", RawHtml::Refuse), ("allow", RawHtml::Allow)]);
    fields.said.extend(inner.finish(|_| None));
    html.unwrap_or(RawHtml::Refuse)
}

fn redirects(fields: &mut Fields<'_>, file: &Arc<str>) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for (key, node) in fields.map("redirects") {
        let Some((text, span)) = fields.scalar(node) else { continue };
        let (place, to_place) = (Place::new(file, key.span), Place::new(file, span));
        let (from, to) = (redirect::path(&key.name), Target::parse(text));
        if from.is_none() {
            let said = Diagnostic::new(&codes::BAD_REDIRECT, place.clone()).with("value", &key.name);
            fields.say(said.with("what", "source"));
        }
        if to.is_none() {
            let said = Diagnostic::new(&codes::BAD_REDIRECT, to_place.clone()).with("value", text);
            fields.say(said.with("what", "target"));
        }
        if let (Some(from), Some(to)) = (from, to) {
            redirects.push(Redirect { from, to, place, to_place });
        }
    }
    redirects
}

fn hosts(fields: &mut Fields<'_>, file: &Arc<str>) -> Vec<Host> {
    if fields.node("hosts").is_none() {
        return vec![Host::Netlify];
    }
    let mut hosts = Vec::new();
    for (text, span) in fields.texts("hosts") {
        match Host::ALL.iter().find(|(word, _)| *word == text) {
            Some((_, host)) if hosts.contains(host) => {}
            Some((_, host)) => hosts.push(*host),
            None => {
                let known: Vec<&str> = Host::ALL.iter().map(|(word, _)| *word).collect();
                fields.say(yaml::unknown_value(file, span, "hosts", text, &known));
            }
        }
    }
    hosts
}
