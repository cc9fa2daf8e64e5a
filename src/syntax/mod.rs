//! One file in, one value out: each reader here sees its own text and nothing else.

pub mod highlight;
pub mod markdown;
pub mod placeable;
