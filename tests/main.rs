//! The tests of Warta.

mod check;
mod bad_input;
