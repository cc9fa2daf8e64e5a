//! One file in, one value out: each reader here sees its own text and the settings, nothing else.

pub mod amend;
pub mod blocks;
pub mod digests;
pub mod face;
pub mod facts;
mod figures;
pub mod fluent;
pub mod highlight;
pub mod kinds;
pub mod ledger;
pub mod life;
pub mod lock;
pub mod markdown;
pub mod names;
pub mod placeable;
pub mod sieve;
pub mod values;
pub mod waive;
pub mod weekday;
pub mod words;
pub mod wordset;
