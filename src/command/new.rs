//! `warta new`.
