//! `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them.
//!
//! Only what both take: Cloudflare refuses a file with another status than 200 and those of redirects, so
//! that nothing here says 404 or 410; and it joins a header that two rules give, so that no two rules for
//! `Cache-Control` can meet.

use std::fmt::Write;

use super::{ASKED, Hosting, KEPT, Lasting};
use crate::diagnostic::Reported;
use crate::output::redirect::encoded;

pub(super) fn headers(hosting: &Hosting) -> Reported<Vec<u8>> {
    let base = &hosting.base;
    let mut text = format!("{base}/*\n");
    for (name, value) in &hosting.headers {
        line!(text, "  {name}: {value}");
    }
    for top in &hosting.tops {
        line!(text, "{base}{top}\n  Cache-Control: {ASKED}");
    }
    for lasting in &hosting.lasting {
        let path = match lasting {
            Lasting::Folder(folder) => format!("/{}*", encoded(folder)),
            Lasting::File(route) => route.url.to_string(),
        };
        line!(text, "{base}{path}\n  Cache-Control: {KEPT}");
    }
    line!(text, "{base}/*.txt\n  Content-Type: text/plain; charset=utf-8");
    for feed in &hosting.feeds {
        line!(text, "{base}{}\n  Content-Type: application/atom+xml; charset=utf-8", feed.url);
    }
    Reported::clean(text.into_bytes())
}

pub(super) fn redirects(hosting: &Hosting) -> Reported<Vec<u8>> {
    let base = &hosting.base;
    let mut text = String::new();
    for (path, to) in hosting.ways() {
        let from = encoded(&path);
        line!(text, "{base}{from} {to} 301");
        if Hosting::has_slash_form(&path) {
            line!(text, "{base}{from}/ {to} 301");
        }
    }
    Reported::clean(text.into_bytes())
}
