//! `warta init`.
