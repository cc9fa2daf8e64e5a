//! The tests of Warta.

mod bad_input;
mod check;
