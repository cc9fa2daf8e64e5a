//! What the folders of the site were found to hold: one that is as it was need not be listed again.
//!
//! In: the folders of the last time. Out: the files below a folder of the site, and its folders for the next time. A
//! folder has another time of change as soon as a name in it is added, removed or made another thing; git's untracked
//! cache rests on the same. Only what is ordinary is told here: files and folders on a file system that is known to
//! keep such times. For links, and for whatever there is something to say of, all is walked plainly.

#[cfg(target_os = "linux")]
mod listing;
#[cfg(test)]
#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "the tests lay out what is walked")]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::stamp::Stamp;
use super::walk::Found;

#[cfg(target_os = "linux")]
pub(super) use listing::below;

/// Elsewhere folders are listed each time.
#[cfg(not(target_os = "linux"))]
pub(super) fn below(_: &std::path::Path, _: &str, _: &Folders) -> Option<Below> {
    None
}

/// What folders hold, by their names relative to the site's root.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folders(BTreeMap<Box<str>, Listed>);

/// What one folder holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    /// Which folder it was, from before it was listed.
    stamp: Stamp,
    /// What is in it, sorted, one name a line, that of a folder with a slash at its end. Names that are no part of
    /// the site are left out.
    names: Box<str>,
}

/// What was found below a folder.
#[derive(Debug, Default)]
pub(super) struct Below {
    /// The files.
    pub(super) found: Vec<Found>,
    /// The folders that may be remembered, by name.
    pub(super) folders: Vec<(Box<str>, Listed)>,
}

impl Below {
    /// This and the others together.
    pub(super) fn with(mut self, others: Vec<Below>) -> Below {
        self.found.reserve_exact(others.iter().map(|other| other.found.len()).sum());
        self.folders.reserve(others.iter().map(|other| other.folders.len()).sum());
        for other in others {
            self.found.extend(other.found);
            self.folders.extend(other.folders);
        }
        self
    }
}

impl FromIterator<(Box<str>, Listed)> for Folders {
    fn from_iter<I: IntoIterator<Item = (Box<str>, Listed)>>(folders: I) -> Folders {
        Folders(folders.into_iter().collect())
    }
}

impl Folders {
    /// Those of which a later change would have shown, if the walk came after `begun` ([`Stamp::is_settled`]): the
    /// others must not be believed.
    pub fn settled(&self, begun: &Stamp) -> Folders {
        let settled = self.0.iter().filter(|(_, listed)| listed.stamp.is_settled(begun));
        settled.map(|(name, listed)| (name.clone(), listed.clone())).collect()
    }

    /// Whether those are the same that were settled before; asked at each build, and so without a copy.
    pub fn is_settled_as(&self, before: &Folders, begun: &Stamp) -> bool {
        self.0.iter().filter(|(_, listed)| listed.stamp.is_settled(begun)).eq(&before.0)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}
