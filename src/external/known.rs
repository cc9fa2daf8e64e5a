//! Addresses that were there not long ago, as they are kept between runs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::locale::Instant;

/// The folder in the site that holds the file; it may be deleted at any time.
pub const FOLDER: &str = ".warta";

/// The file in that folder.
pub const FILE: &str = "links.json";

/// Counts the forms of the file.
const VERSION: u32 = 1;

/// How long it is believed that something is still there, in seconds: a week.
const BELIEVED: i64 = 7 * 24 * 60 * 60;

/// Addresses that were there, each with the second since 1970 at which it was asked. That something is gone or
/// could not be asked is never kept: it is asked again each time.
#[derive(Debug)]
pub struct Known {
    now: i64,
    there: BTreeMap<String, i64>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    there: BTreeMap<String, i64>,
}

impl Known {
    /// Reads what is still believed at `now`. A file that is not there, is of another form or is not whole
    /// holds nothing.
    pub fn read(bytes: &[u8], now: &Instant) -> Known {
        let now = now.moment().as_second();
        let written = serde_json::from_slice::<Written>(bytes).ok().filter(|written| written.version == VERSION);
        let mut there = written.map(|written| written.there).unwrap_or_default();
        // One from the future was written by a clock that was wrong.
        there.retain(|_, asked| (0..BELIEVED).contains(&now.saturating_sub(*asked)));
        Known { now, there }
    }

    /// Whether the address was there not long ago.
    pub fn has(&self, address: &str) -> bool {
        self.there.contains_key(address)
    }

    /// Notes that the address is there now.
    pub(super) fn note(&mut self, address: &str) {
        self.there.insert(address.to_owned(), self.now);
    }

    /// The bytes of the file: JSON, one address a line.
    pub fn bytes(&self) -> Vec<u8> {
        let written = Written { version: VERSION, there: self.there.clone() };
        let mut bytes =
            serde_json::to_vec_pretty(&written).unwrap_or_else(|_| unreachable!("numbers and texts are JSON"));
        bytes.push(b'\n');
        bytes
    }
}
