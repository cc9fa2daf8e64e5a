//! The tests of Warta: one binary, because its crates are heavy to link.
//!
//! Every test builds a site, through [`warta::pipeline`] or the command, and looks at what came out.
//! How to add one stands in `README.md`.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read what was built, write sites to build, and stop at what they did not expect"
)]

mod acceptance;
mod agreement;
mod bad_input;
mod cache;
mod canonical;
mod check;
mod command;
mod contact;
mod due;
mod early;
mod event_lists;
mod external;
mod floors;
mod formats;
mod gone;
mod growth;
mod guide;
mod hurry;
mod ledger;
mod life;
mod lint;
#[cfg(target_os = "linux")]
mod listed;
mod messages;
mod mutants;
mod names;
mod newsroom;
mod own_pages;
mod parallel;
mod parity;
mod pictures;
mod preview;
mod record;
mod references;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod sites;
mod speed;
mod staleness;
mod status;
mod steady;
mod support;
mod timeline;
mod values;
