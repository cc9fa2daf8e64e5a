//! How much of a long row one thread takes at a time.
//!
//! Whoever is done early helps with what nobody has begun: of a thousand documents in one piece that is nothing, and a
//! core waits. A piece is long enough that handing it out costs next to nothing beside it.

/// Documents that are read, judged or made into pages.
pub(crate) const DOCUMENTS: usize = 16;

/// Files that the system is asked about, and whatever else is done as soon.
pub(crate) const FILES: usize = 128;
