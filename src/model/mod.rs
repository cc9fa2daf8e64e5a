//! The site as one immutable value.
//!
//! [`site::assemble`] is the only join: parsed files in, a [`site::Site`] out, parted by standing
//! into public, held and drafts. Knows no Markdown, template or Fluent library and no disk; messages
//! are reached through the trait [`crate::locale::Voice`].

pub mod acceptance;
pub mod canonical;
mod cards;
pub mod compare;
pub mod document;
pub mod due;
pub mod folder;
pub mod inline;
pub mod ledger;
pub mod life;
pub mod memo;
pub mod news;
pub mod removal;
pub mod route;
pub mod site;
pub mod staleness;
pub mod status;
pub mod taxonomy;
pub mod terms;
pub mod worddiff;
