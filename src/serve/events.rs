//! Server-Sent Events: tells one browser tab when what stands at its path would be another page.
//!
//! In: the path, and the fingerprint of the page that the tab shows. Out: `change`, after which the tab
//! reloads, or `diagnostics`, after which it asks what there is to say.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_core::Stream;
use tokio::sync::{mpsc, watch};

use super::address;
use super::snapshot::Snapshot;

/// Follows the snapshots for a tab that shows `path` with the fingerprint `known`; without one, the tab
/// is taken to show what stands there now.
pub(super) fn stream(mut snapshots: watch::Receiver<Arc<Snapshot>>, path: String, known: Option<String>) -> Response {
    let seen = Arc::clone(&snapshots.borrow_and_update());
    let known = known.unwrap_or_else(|| address::find(&seen, &path).fingerprint(&seen));
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(Tab { snapshots, seen, path, known, sender }.follow());
    // A browser that went away is noticed only when something is sent.
    Sse::new(Told(receiver)).keep_alive(KeepAlive::default()).into_response()
}

struct Tab {
    snapshots: watch::Receiver<Arc<Snapshot>>,
    seen: Arc<Snapshot>,
    path: String,
    known: String,
    sender: mpsc::Sender<Event>,
}

impl Tab {
    /// Sends what there is to tell until the tab or the server goes away.
    async fn follow(mut self) {
        let mut news = self.page_news();
        loop {
            if let Some(name) = news.take()
                && self.sender.send(Event::default().event(name).data(&self.path)).await.is_err()
            {
                return;
            }
            tokio::select! {
                changed = self.snapshots.changed() => if changed.is_err() { return },
                () = self.sender.closed() => return,
            }
            let next = Arc::clone(&self.snapshots.borrow_and_update());
            let other = (&next.said, next.standing) != (&self.seen.said, self.seen.standing);
            self.seen = next;
            news = self.page_news().or(other.then_some("diagnostics"));
        }
    }

    fn page_news(&mut self) -> Option<&'static str> {
        let now = address::find(&self.seen, &self.path).fingerprint(&self.seen);
        let is_other = now != self.known;
        self.known = now;
        is_other.then_some("change")
    }
}

struct Told(mpsc::Receiver<Event>);

impl Stream for Told {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(context).map(|event| event.map(Ok))
    }
}
