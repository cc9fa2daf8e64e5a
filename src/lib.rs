//! Warta builds bilingual newsrooms for press offices.

pub mod diagnostic;
pub mod digest;
pub mod locale;
pub mod syntax;
