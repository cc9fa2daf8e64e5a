//! Requests → answers.
//!
//! Two doors stand before every answer: the host that the browser names must be this machine, and the
//! method must only read. Without the first, a page from elsewhere whose name is made to lead to
//! 127.0.0.1 could read drafts and held documents (DNS rebinding).

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::Response;
use percent_encoding::percent_decode_str;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};

use super::address::{self, Found};
use super::kept::Kept;
use super::snapshot::Snapshot;
use super::{News, events, media, page, panel};
use crate::diagnostic::words::Words;
use crate::diagnostic::{Diagnostic, print};
use crate::output::Artifact;

/// What an answer is made of.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) seen: watch::Receiver<Arc<Snapshot>>,
    pub(super) words: Arc<Words>,
    pub(super) news: mpsc::UnboundedSender<News>,
    pub(super) kept: Arc<Kept>,
}

/// An answer in full.
struct Answer {
    status: StatusCode,
    media_type: &'static str,
    body: Vec<u8>,
    location: Option<String>,
}

const TEXT: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";

/// Answers for as long as the runtime runs.
pub(super) async fn answer(listener: TcpListener, desk: Desk) {
    let site = Router::new().fallback(request).with_state(desk);
    // It only ends with the runtime: a connection that cannot be taken is waited out.
    let _ = axum::serve(listener, site).await;
}

async fn request(State(desk): State<Desk>, request: Request) -> Response {
    let (method, uri) = (request.method().clone(), request.uri().clone());
    if !names_this_machine(request.headers()) {
        return refusal(&desk, StatusCode::FORBIDDEN, "serve-refused-host").send(&method);
    }
    if method != Method::GET && method != Method::HEAD {
        let mut response = refusal(&desk, StatusCode::METHOD_NOT_ALLOWED, "serve-refused-method").send(&method);
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    if uri.path() == "/.warta/events" && method == Method::GET {
        let path = parameter(&uri, "path").unwrap_or_else(|| "/".to_owned());
        return secured(events::stream(desk.seen, path, parameter(&uri, "fingerprint")));
    }
    // Making a page takes milliseconds of work, which would keep other connections waiting.
    let answer = tokio::task::spawn_blocking(move || own(&desk, &uri).unwrap_or_else(|| site(&desk, &uri))).await;
    answer.unwrap_or_else(|_| Answer::of(StatusCode::INTERNAL_SERVER_ERROR, TEXT, "")).send(&method)
}

/// Whether the host named is this machine, whatever the port (RFC 9110, section 7.2).
fn names_this_machine(headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let Ok(host) = host.to_str() else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// The value of a parameter of the query, decoded.
fn parameter(uri: &Uri, name: &str) -> Option<String> {
    let values = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = values.into_iter().find(|(key, _)| *key == name)?;
    Some(percent_decode_str(value).decode_utf8_lossy().into_owned())
}

/// The server's own files.
fn own(desk: &Desk, uri: &Uri) -> Option<Answer> {
    let name = uri.path().strip_prefix("/.warta/")?;
    let script = "text/javascript; charset=utf-8";
    Some(match name {
        "reload.js" => Answer::of(StatusCode::OK, script, include_str!("reload.js")),
        "reload.css" => Answer::of(StatusCode::OK, "text/css; charset=utf-8", include_str!("reload.css")),
        "events" => Answer::of(StatusCode::OK, "text/event-stream", ""),
        "diagnostics" => Answer::of(StatusCode::OK, "application/json; charset=utf-8", diagnostics(desk, uri)),
        _ => refusal(desk, StatusCode::NOT_FOUND, "serve-nothing-here"),
    })
}

/// What there is to say of the site and, where a path is given, of the page there.
fn diagnostics(desk: &Desk, uri: &Uri) -> String {
    let snapshot = snapshot(desk);
    let mut said = snapshot.said.clone();
    if let Some(path) = parameter(uri, "path")
        && let Found::File(artifact) | Found::Nothing(Some(artifact)) = address::find(&snapshot, &path)
        && let Ok(made) = artifact.bytes()
    {
        said.extend(made.said);
        print::sort(&mut said);
    }
    panel::json(&said, snapshot.standing, &desk.words)
}

/// What stands at a path of the site.
fn site(desk: &Desk, uri: &Uri) -> Answer {
    let snapshot = snapshot(desk);
    let found = address::find(&snapshot, uri.path());
    let fingerprint = found.fingerprint(&snapshot);
    match &found {
        Found::File(artifact) => file(desk, artifact, StatusCode::OK, &fingerprint),
        Found::Nothing(Some(artifact)) => file(desk, artifact, StatusCode::NOT_FOUND, &fingerprint),
        Found::Nothing(None) => refusal(desk, StatusCode::NOT_FOUND, "serve-nothing-here"),
        Found::Folder(path) => Answer::elsewhere(StatusCode::PERMANENT_REDIRECT, path, uri),
        Found::Elsewhere(path) => Answer::elsewhere(StatusCode::TEMPORARY_REDIRECT, path, uri),
        Found::Broken => mistakes(desk, &snapshot.said, "serve-broken-site", &fingerprint),
    }
}

fn file(desk: &Desk, artifact: &Artifact, status: StatusCode, fingerprint: &str) -> Answer {
    let made = match desk.kept.bytes(artifact) {
        Ok(made) => made,
        // A copied file that went away or cannot be read; the watcher will tell in a moment.
        Err(error) => {
            let values = [("file", artifact.route.file.to_string()), ("reason", error.to_string())];
            return Answer::of(StatusCode::INTERNAL_SERVER_ERROR, TEXT, desk.words.say("machine-read", &values));
        }
    };
    let has_errors = made.said.iter().any(Diagnostic::is_error);
    if !made.said.is_empty() {
        let _ = desk.news.send(News::Page(made.said.clone()));
    }
    if has_errors {
        return mistakes(desk, &made.said, "serve-broken-page", fingerprint);
    }
    let media_type = media::media_type(&artifact.route.file, &made.value);
    let body = if media_type == HTML { page::with_script(made.value, fingerprint) } else { made.value };
    Answer::of(status, media_type, body)
}

fn mistakes(desk: &Desk, said: &[Diagnostic], title: &str, fingerprint: &str) -> Answer {
    Answer::of(StatusCode::INTERNAL_SERVER_ERROR, HTML, panel::page(said, title, fingerprint, &desk.words))
}

fn refusal(desk: &Desk, status: StatusCode, message: &str) -> Answer {
    Answer::of(status, TEXT, format!("{}\n", desk.words.say(message, &[])))
}

fn snapshot(desk: &Desk) -> Arc<Snapshot> {
    Arc::clone(&desk.seen.borrow())
}

impl Answer {
    fn of(status: StatusCode, media_type: &'static str, body: impl Into<Vec<u8>>) -> Answer {
        Answer { status, media_type, body: body.into(), location: None }
    }

    fn elsewhere(status: StatusCode, path: &str, uri: &Uri) -> Answer {
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        Answer { location: Some(format!("{path}{query}")), ..Answer::of(status, TEXT, "") }
    }

    /// The response to a request of this method: one that only wants the head gets the same one.
    fn send(self, method: &Method) -> Response {
        let length = self.body.len();
        let body = if *method == Method::HEAD { Body::empty() } else { Body::from(self.body) };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        if let Some(location) = self.location.and_then(|location| HeaderValue::from_str(&location).ok()) {
            headers.insert(header::LOCATION, location);
        }
        secured(response)
    }
}

/// Nothing is kept, guessed at, or shown inside a page from elsewhere.
fn secured(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_let_in() {
        let lets_in = |host: &'static str| {
            names_this_machine(&HeaderMap::from_iter([(header::HOST, HeaderValue::from_static(host))]))
        };
        for host in ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "[::1]"] {
            assert!(lets_in(host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "localhost.evil.example:8000",
            "127.0.0.1.nip.io",
            "localhost:80a",
            "::1",
            "0.0.0.0:8000",
        ] {
            assert!(!lets_in(host), "{host}");
        }
        assert!(!names_this_machine(&HeaderMap::new()));
    }

    #[test]
    fn parameters_are_decoded_and_the_rest_of_a_query_is_left_alone() {
        let uri = Uri::from_static("/.warta/events?x&fingerprint=a-1&path=%2Fen%2Fa%2520b");
        assert_eq!(parameter(&uri, "path").as_deref(), Some("/en/a%20b"));
        assert_eq!(parameter(&uri, "fingerprint").as_deref(), Some("a-1"));
        assert_eq!(parameter(&uri, "y"), None);
    }
}
