//! `news-sitemap.xml`: what went out in the last two days, in the schema of Google News
//! (`http://www.google.com/schemas/sitemap-news/0.9`). Which two days was decided when the site was
//! joined; the file is there without an entry too.

use std::sync::Arc;

use super::desk::Desk;
use super::feed::Xml;
use super::{Artifact, Newsroom, Output};
use crate::diagnostic::Reported;
use crate::model::document::Card;
use crate::model::route::Route;

/// The file.
pub(super) const NEWS_SITEMAP: &str = "news-sitemap.xml";

/// The schema's limit of entries.
const ENTRIES: usize = 1000;

/// The sitemap of the last two days.
#[derive(Debug)]
pub struct NewsSitemap;

#[derive(Debug, Hash)]
struct NewsInput {
    entries: Vec<(Arc<Desk>, Arc<Card>)>,
}

impl Output for NewsSitemap {
    fn name(&self) -> &'static str {
        "news-sitemap"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let entry = |card: &Arc<Card>| Some((Arc::clone(newsroom.desks.get(&card.locale)?), Arc::clone(card)));
        let entries = newsroom.public.news.iter().take(ENTRIES).filter_map(entry).collect();
        let artifact = Artifact::new(Route::file(NEWS_SITEMAP), NewsInput { entries }, news_sitemap);
        Reported::clean(vec![artifact.followed()])
    }
}

fn news_sitemap(input: &NewsInput) -> Reported<Vec<u8>> {
    let mut xml = Xml::new();
    let spaces = [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9"),
    ];
    match input.entries.is_empty() {
        true => xml.empty("urlset", &spaces),
        false => {
            xml.open("urlset", &spaces);
            input.entries.iter().for_each(|(desk, card)| add(&mut xml, desk, card));
            xml.close("urlset");
        }
    }
    Reported::clean(xml.finish())
}

fn add(xml: &mut Xml, desk: &Desk, card: &Card) {
    let publication = if desk.site.publisher.is_empty() { &desk.site.title } else { &desk.site.publisher };
    let released = card.released.as_ref().map(|released| released.in_zone(&desk.zone).iso());
    xml.open("url", &[]);
    xml.leaf("loc", &[], &desk.absolute(&card.route));
    xml.open("news:news", &[]);
    xml.open("news:publication", &[]);
    xml.leaf("news:name", &[], publication);
    xml.leaf("news:language", &[], language(card.locale.as_str()));
    xml.close("news:publication");
    xml.leaf("news:publication_date", &[], &released.unwrap_or_default());
    xml.leaf("news:title", &[], &card.title.text());
    xml.close("news:news");
    xml.close("url");
}

/// ISO 639; for Chinese the two tags that the schema has for its scripts.
fn language(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or(tag) {
        "zh" if ["Hant", "TW", "HK", "MO"].iter().any(|part| tag.split('-').any(|own| own == *part)) => "zh-tw",
        "zh" => "zh-cn",
        language => language,
    }
}
