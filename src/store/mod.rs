//! The only writer of disk: artifacts into a tree, the manifest of what is there, and what is known of the
//! site until the next time.

pub mod cache;
pub mod folders;
pub mod manifest;
pub mod replace;
pub mod rows;
pub mod sizes;
pub mod tree;
mod whole;
pub mod write;
