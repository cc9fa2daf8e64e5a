//! What every page has around its own: title, languages, crumbs, menu; and rendering.

use std::sync::Arc;

use tera::{Context, Value};

use super::desk::Desk;
use crate::diagnostic::Reported;
use crate::digest::Digest;
use crate::locale::{Locale, Phrase};
use crate::model::route::Route;
use crate::model::site::View;
use crate::theme::view::{self, Html};

/// What every page has around its own.
#[derive(Debug, Clone, Hash)]
pub struct Frame {
    /// What pages of this locale share.
    pub desk: Arc<Desk>,
    /// The template, and the digest of it and all that it needs.
    pub template: (&'static str, Digest),
    /// The word for the kind of page.
    pub kind: &'static str,
    /// The title.
    pub title: Phrase,
    /// A description for search engines.
    pub description: String,
    /// Where the page is.
    pub route: Route,
    /// The page in each language that it exists in, itself included.
    pub editions: Vec<(Locale, Route)>,
    /// The page for readers of no language of the site.
    pub x_default: Option<Route>,
    /// The pages above it, the home page first.
    pub crumbs: Vec<(Phrase, Route)>,
    /// Feeds about what it shows.
    pub feeds: Vec<(Route, String)>,
    /// Whether search engines are asked to leave it out.
    pub noindex: bool,
}

impl Frame {
    /// A page without description, crumbs, feeds and other languages.
    pub fn new(desk: &Arc<Desk>, template: &'static str, kind: &'static str, title: Phrase, route: Route) -> Frame {
        Frame {
            template: (template, desk.theme.closure(template)),
            editions: vec![(desk.locale.clone(), route.clone())],
            desk: Arc::clone(desk),
            kind,
            title,
            description: String::new(),
            route,
            x_default: None,
            crumbs: Vec::new(),
            feeds: Vec::new(),
            noindex: false,
        }
    }

    /// The crumb of the home page.
    pub fn home_crumb(desk: &Desk) -> (Phrase, Route) {
        (desk.home_name.clone(), desk.home.clone())
    }

    /// Renders the page with its own values beside those of every page.
    pub fn render(&self, own: impl IntoIterator<Item = (&'static str, Value)>) -> Reported<Vec<u8>> {
        let mut context = Context::new();
        context.insert("lang", self.desk.locale.as_str());
        context.insert("dir", self.desk.dir(&self.desk.locale));
        context.insert_value("site", self.desk.shared.site.clone());
        context.insert_value("say", self.desk.shared.say.html.clone());
        context.insert_value("say_text", self.desk.shared.say.text.clone());
        context.insert_value("menu", self.menu());
        context.insert("page", &self.page());
        for (name, value) in own {
            context.insert_value(name, value);
        }
        match self.desk.theme.render(self.template.0, &context) {
            Ok(html) => Reported::clean(html),
            Err(said) => Reported::new(Vec::new(), vec![said.with("page", self.desk.href(&self.route))]),
        }
    }

    fn menu(&self) -> Value {
        let here = self.desk.href(&self.route);
        let own = self.edition(&self.desk.locale).map(|route| self.desk.href(route));
        let is_below = |href: &String| *href == here || (href.ends_with('/') && here.starts_with(href));
        let place = |item: &view::MenuItem| match &item.href {
            href if !is_below(href) => 0,
            href if own.as_ref() == Some(href) => 2,
            _ => 1,
        };
        let items = self.desk.menu.iter().zip(&self.desk.shared.menu);
        Value::from(items.map(|(item, shown)| shown[place(item)].clone()).collect::<Vec<_>>())
    }

    fn page(&self) -> view::Page {
        let desk = &self.desk;
        let title_text = self.title.text();
        let head_title = match self.kind {
            "home" | "chooser" => title_text.clone(),
            _ => [title_text.as_str(), " – ", &desk.site.title].concat(),
        };
        let own = |locale: &&super::desk::LocaleNames| locale.locale == desk.locale;
        view::Page {
            kind: self.kind,
            title: Html(desk.html(&self.title)),
            title_text,
            head_title,
            description: self.description.clone(),
            canonical: desk.absolute(&self.route),
            og_type: if self.kind == "document" { "article" } else { "website" },
            og_locale: desk.locales.iter().find(own).map(|own| own.open_graph.clone()).unwrap_or_default(),
            og_alternates: match self.is_closed() {
                true => Vec::new(),
                false => self.other_languages().map(|(names, _)| names.open_graph.clone()).collect(),
            },
            noindex: self.is_closed(),
            alternates: self.alternates(),
            feeds: self
                .feeds
                .iter()
                .filter(|_| desk.view != View::Preview)
                .map(|(route, title)| view::FeedLink { href: desk.href(route), title: title.clone() })
                .collect(),
            crumbs: self
                .crumbs
                .iter()
                .filter(|_| !desk.is_alone)
                .map(|(title, route)| view::Crumb { title: Html(desk.html(title)), href: desk.href(route) })
                .collect(),
            switcher: self.switcher(),
            missing: self.missing(),
        }
    }

    /// Whether it is kept from search engines; it then names no alternates either.
    fn is_closed(&self) -> bool {
        self.noindex || self.desk.view == View::Preview
    }

    fn edition(&self, locale: &Locale) -> Option<&Route> {
        self.editions.iter().find(|(known, _)| known == locale).map(|(_, route)| route)
    }

    fn other_languages(&self) -> impl Iterator<Item = (&super::desk::LocaleNames, &Route)> {
        let here = &self.desk.locale;
        let others = self.desk.locales.iter().filter(move |names| names.locale != *here);
        others.filter_map(|names| Some((names, self.edition(&names.locale)?)))
    }

    // A set of one says nothing: search engines want mutual links between at least two pages, but
    // a page that later gains a translation then has the same form, so self and x-default always stand.
    fn alternates(&self) -> Vec<view::Alternate> {
        if self.is_closed() {
            return Vec::new();
        }
        let editions = self.editions.iter().map(|(locale, route)| (locale.as_str(), route));
        let default = self.x_default.iter().filter(|_| !self.desk.is_alone).map(|route| ("x-default", route));
        editions
            .chain(default)
            .map(|(hreflang, route)| view::Alternate { hreflang: hreflang.to_owned(), href: self.desk.absolute(route) })
            .collect()
    }

    fn switcher(&self) -> Vec<view::Language> {
        let known = self.desk.locales.iter().filter_map(|names| Some((names, self.edition(&names.locale)?)));
        known
            .map(|(names, route)| view::Language {
                lang: names.locale.as_str().to_owned(),
                name: names.own.clone(),
                language: names.here.clone(),
                href: self.desk.href(route),
                current: names.locale == self.desk.locale,
            })
            .collect()
    }

    fn missing(&self) -> Vec<view::Language> {
        // Their home pages are not there where a document stands alone.
        let missing = self.desk.locales.iter().filter(|names| self.edition(&names.locale).is_none());
        let missing = missing.filter(|_| !self.desk.is_alone);
        missing
            .map(|names| view::Language {
                lang: names.locale.as_str().to_owned(),
                name: names.own.clone(),
                language: names.here.clone(),
                href: names.home.clone(),
                current: false,
            })
            .collect()
    }
}
