//! The tests of Warta.

mod check;
