//! Not a byte early: built for an instant, the output equals a build of sources without what is not
//! public then, without the references to it and its lines in the ledger.
//!
//! [`random`] says so of random newsrooms, [`own`] of each document of this repository's, and
//! [`canaries`] of each class of leaks that is known, by a word that no file may hold.

mod canaries;
mod draw;
mod model;
mod own;
mod random;
mod render;

use std::collections::BTreeMap;

use warta::pipeline::Project;

use crate::support;

/// Files by name, as a folder would hold them.
type Sources = BTreeMap<String, String>;

/// A project of these files, built for an instant.
fn project(files: &Sources, at: &str) -> Project {
    let text: String = files.iter().map(|(name, text)| format!("-- {name} --\n{text}")).collect();
    Project { at: support::at(at), ..support::project(&text) }
}
