//! Warta builds newsrooms for press offices, in languages that agree.
//!
//! The pipeline, in the order of the floors. [`source`] reads the site's files, and nobody else reads
//! any. [`settings`] resolves `warta.yaml`. [`syntax`] makes a value of each file, alone: facts, words,
//! Markdown bodies with slots, messages. [`model`] joins them into one immutable site, parted by standing
//! into public, held and drafts. [`check`] looks at all three and says what is wrong. [`theme`] compiles
//! the templates. [`output`] plans what goes where, from the public part only: every file is a pure
//! function of one small input, whose digest is its fingerprint. [`store`] makes the bytes whose
//! fingerprint is new and writes them. [`pipeline`] is the one function that calls all of these;
//! [`command`] and `serve` are what people use. `external` asks whether links out of the site lead anywhere. What there is to tell an author is a
//! [`diagnostic::Diagnostic`] everywhere, never a panic and never prose.

pub mod bytes;
pub mod diagnostic;
pub mod digest;
pub mod late;
pub mod locale;
mod share;

pub mod settings;
pub mod source;

pub mod syntax;

pub mod model;

pub mod check;
pub mod theme;

pub mod output;

pub mod store;

pub mod pipeline;

#[cfg(feature = "serve")]
pub mod serve;

#[cfg(feature = "external")]
pub mod external;

pub mod command;
