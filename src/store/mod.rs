//! The only writer of disk: artifacts into a tree, and the manifest of what is there.

pub mod manifest;
pub mod replace;
pub mod tree;
pub mod write;
