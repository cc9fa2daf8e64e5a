//! The tests of Warta.

mod check;
#[cfg(feature = "serve")]
mod serve;
