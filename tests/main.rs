//! The tests of Warta.
