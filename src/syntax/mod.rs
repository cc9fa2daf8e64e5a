//! One file, one value, alone.

pub mod fluent;
