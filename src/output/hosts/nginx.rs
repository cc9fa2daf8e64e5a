//! `nginx.conf`: a part of a `server` block, to be included there.

use std::fmt::Write;

use super::{ASKED, Hosting, KEPT, Lasting};
use crate::diagnostic::Reported;
use crate::output::decoded;
use crate::settings::UrlStyle;

pub(super) fn conf(hosting: &Hosting) -> Reported<Vec<u8>> {
    let mut text = String::from("# For a server block: include /…/nginx.conf;\nindex index.html;\ncharset utf-8;\n");
    text.push_str("charset_types text/plain text/css text/xml text/javascript application/javascript ");
    text.push_str("application/json application/xml application/atom+xml image/svg+xml;\n");
    headers(&mut text, hosting);
    exact(&mut text, hosting);
    line!(text, "location ~ /feed\\.xml$ {{\n    types {{ }}\n    default_type application/atom+xml;\n}}");
    for locale in &hosting.locales {
        folder(&mut text, hosting, &format!("/{locale}/"));
    }
    folder(&mut text, hosting, "/");
    Reported::clean(text.into_bytes())
}

// `add_header` in a location would take the place of those of the server: it stands in none.
fn headers(text: &mut String, hosting: &Hosting) {
    line!(text, "set $warta_cache \"{ASKED}\";");
    for lasting in &hosting.lasting {
        let (sign, path) = match lasting {
            Lasting::Folder(folder) => ("~", format!("^{}", escaped(&format!("{}/{folder}", hosting.base)))),
            Lasting::File(route) => ("=", format!("{}{}", hosting.base, decoded(&route.url))),
        };
        // A value can name variables, and nothing takes that from it.
        if !path.contains('$') {
            line!(text, "if ($uri {sign} {}) {{ set $warta_cache \"{KEPT}\"; }}", quoted(&path));
        }
    }
    for (name, value) in &hosting.headers {
        line!(text, "add_header {name} \"{value}\" always;");
    }
    text.push_str("add_header Cache-Control $warta_cache always;\n");
}

fn exact(text: &mut String, hosting: &Hosting) {
    let base = &hosting.base;
    for (path, to) in hosting.ways() {
        let to = to.replace('$', "%24");
        let mut forms = vec![format!("{base}{path}")];
        if Hosting::has_slash_form(&path) {
            forms.push(format!("{base}{path}/"));
        }
        for from in forms {
            line!(text, "location = {} {{ return 301 {}; }}", quoted(&from), quoted(&to));
        }
    }
    for route in &hosting.gone {
        let path = decoded(route.url.trim_end_matches('/'));
        for from in [format!("{base}{path}"), format!("{base}{path}/")] {
            let page = format!("{base}/{}", route.file);
            line!(text, "location = {} {{ error_page 410 {}; return 410; }}", quoted(&from), quoted(&page));
        }
    }
}

fn folder(text: &mut String, hosting: &Hosting, folder: &str) {
    let base = &hosting.base;
    let tries = match hosting.urls {
        UrlStyle::Clean => "$uri $uri.html $uri/ =404",
        UrlStyle::Directory => "$uri $uri/ =404",
    };
    line!(text, "location {base}{folder} {{\n    error_page 404 {base}{folder}404.html;\n    try_files {tries};\n}}");
}

/// A text as a pattern that matches it alone.
fn escaped(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '-' | '_') || !letter.is_ascii();
    text.chars().map(|letter| if is_plain(letter) { letter.to_string() } else { format!("\\{letter}") }).collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
