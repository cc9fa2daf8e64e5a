//! The tests of Warta.

#[cfg(feature = "serve")]
mod serve;
