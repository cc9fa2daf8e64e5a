//! `.htaccess`, for Apache 2.4 with `mod_rewrite` and `mod_headers`.

use std::fmt::Write;

use super::{ASKED, Hosting, KEPT, Lasting};
use crate::diagnostic::Reported;
use crate::output::decoded;
use crate::settings::UrlStyle;

pub(super) fn htaccess(hosting: &Hosting) -> Reported<Vec<u8>> {
    let mut text = String::from("DirectoryIndex index.html\nAddCharset utf-8 .html .txt .css .js .xml .json\n");
    text.push_str("<FilesMatch \"^feed\\.xml$\">\nForceType \"application/atom+xml; charset=utf-8\"\n</FilesMatch>\n");
    headers(&mut text, hosting);
    errors(&mut text, hosting);
    rules(&mut text, hosting);
    Reported::clean(text.into_bytes())
}

fn headers(text: &mut String, hosting: &Hosting) {
    text.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in &hosting.headers {
        line!(text, "Header always set {name} \"{value}\"");
    }
    line!(text, "Header always set Cache-Control \"{ASKED}\"");
    for lasting in &hosting.lasting {
        let (folder, end) = match lasting {
            Lasting::Folder(folder) => (folder.as_str(), ""),
            Lasting::File(route) => (&*route.file, "$"),
        };
        // Where nothing is, the address asked for is that of the error page by the time of this question.
        let path = pattern(&format!("{}/{folder}", hosting.base));
        let set = format!("Header always set Cache-Control \"{KEPT}\"");
        line!(text, "<If \"%{{REQUEST_URI}} =~ m#^{path}{end}#\">\n{set}\n</If>");
    }
    text.push_str("</IfModule>\n");
}

fn errors(text: &mut String, hosting: &Hosting) {
    let base = &hosting.base;
    line!(text, "ErrorDocument 404 {base}/404.html");
    for locale in &hosting.locales {
        let folder = pattern(&format!("{base}/{locale}/"));
        line!(text, "<If \"%{{REQUEST_URI}} =~ m#^{folder}#\">\nErrorDocument 404 {base}/{locale}/404.html\n</If>");
    }
    for route in &hosting.gone {
        let path = pattern(&decoded(&format!("{base}{}", route.url.trim_end_matches('/'))));
        let page = format!("{base}/{}", route.file);
        line!(text, "<If \"%{{REQUEST_URI}} =~ m#^{path}/?$#\">\nErrorDocument 410 {page}\n</If>");
    }
}

fn rules(text: &mut String, hosting: &Hosting) {
    text.push_str("<IfModule mod_rewrite.c>\nRewriteEngine On\n");
    for (path, to) in hosting.ways() {
        let slash = if Hosting::has_slash_form(&path) { "/?" } else { "" };
        let from = pattern(path.trim_start_matches('/'));
        line!(text, "RewriteRule \"^{from}{slash}$\" \"{}\" [R=301,L,NE]", substitution(to));
    }
    for route in &hosting.gone {
        // The page itself is asked for again, inside, for the body of the answer.
        let path = pattern(&decoded(route.url.trim_matches('/')));
        line!(text, "RewriteCond %{{ENV:REDIRECT_STATUS}} ^$\nRewriteRule \"^{path}/?$\" - [G]");
    }
    if hosting.urls == UrlStyle::Clean {
        text.push_str("RewriteCond %{REQUEST_FILENAME} !-d\nRewriteCond %{REQUEST_FILENAME}.html -f\n");
        text.push_str("RewriteRule \"^(.*[^/])$\" \"$1.html\" [L]\n");
    }
    text.push_str("</IfModule>\n");
}

/// A text as a pattern inside quotation marks, which matches it alone.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        // A class has no meaning for the reader of the file, unlike a backslash before a quotation mark.
        match letter {
            '^' => pattern.push_str("\\^"),
            _ if letter.is_alphanumeric() || matches!(letter, '/' | '-' | '_') => pattern.push(letter),
            _ if letter.is_ascii() => {
                let _ = write!(pattern, "\\x{:02x}", u32::from(letter));
            }
            _ => pattern.push(letter),
        }
    }
    pattern
}

/// A target inside quotation marks: `%1` and `$1` mean something there.
fn substitution(to: &str) -> String {
    let mut text = String::new();
    for letter in to.chars() {
        if matches!(letter, '%' | '$') {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}
