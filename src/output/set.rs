//! Files that are made of one thing which is dear to have: the sizes of a picture, which has to be decoded first.
//!
//! In: what they are all made of, and what each of them is besides. Out: an artifact for each, with a fingerprint
//! of its own. Those that are wanted at once are made at once; one by itself is made by itself.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

use super::{Artifact, Produce};
use crate::diagnostic::Reported;
use crate::digest::Digest;
use crate::model::route::Route;

/// How the files of a set are made: those of these numbers, in this order.
type Make = dyn Fn(&[usize]) -> Vec<Reported<Vec<u8>>> + Send + Sync;

/// What makes files of what they are all made of, one for each part, in their order.
type FromParts<I, P> = fn(&I, &[&P]) -> Vec<Reported<Vec<u8>>>;

/// The files of one set.
pub(super) struct Set {
    make: Box<Make>,
}

/// One file of a set.
#[derive(Clone)]
pub(super) struct Member {
    set: Arc<Set>,
    at: usize,
}

impl Member {
    /// Makes this file alone.
    pub(super) fn bytes(&self) -> Reported<Vec<u8>> {
        // One is asked for, so one is made.
        (self.set.make)(&[self.at]).pop().unwrap_or_else(|| Reported::clean(Vec::new()))
    }
}

impl fmt::Debug for Member {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Member").field("at", &self.at).finish_non_exhaustive()
    }
}

impl Artifact {
    /// Whether it is one of a set: making it takes longer than keeping it.
    pub fn is_of_set(&self) -> bool {
        matches!(self.produce, Produce::Member(..))
    }
}

/// Files that are all made of `input`, each as its part says, by `produce`, which is a plain function and gives
/// as many files as it is handed parts.
pub(super) fn plan<I: Hash + Send + Sync + 'static, P: Hash + Send + Sync + 'static>(
    input: I,
    parts: Vec<(Route, P)>,
    produce: FromParts<I, P>,
) -> Vec<Artifact> {
    let (routes, parts): (Vec<Route>, Vec<P>) = parts.into_iter().unzip();
    let fingerprints: Vec<Digest> = parts.iter().map(|part| Digest::of(&(&input, part))).collect();
    let make = move |wanted: &[usize]| {
        let wanted: Vec<&P> = wanted.iter().map(|at| &parts[*at]).collect();
        produce(&input, &wanted)
    };
    let set = Arc::new(Set { make: Box::new(make) });
    let member = |(at, (route, fingerprint))| {
        Artifact::by(route, Produce::Member(fingerprint, Member { set: Arc::clone(&set), at }))
    };
    routes.into_iter().zip(fingerprints).enumerate().map(member).collect()
}

/// Parts artifacts into those that are made alone, and those of each set, which [`bytes`] makes at once.
pub fn parted<'a>(artifacts: &[&'a Artifact]) -> (Vec<&'a Artifact>, Vec<Vec<&'a Artifact>>) {
    let mut alone = Vec::with_capacity(artifacts.len());
    // By where it lies in memory: that tells sets apart, and nothing depends on their order.
    let mut sets: BTreeMap<usize, Vec<&Artifact>> = BTreeMap::new();
    for artifact in artifacts {
        match &artifact.produce {
            Produce::Member(_, member) => sets.entry(Arc::as_ptr(&member.set).addr()).or_default().push(artifact),
            _ => alone.push(*artifact),
        }
    }
    (alone, sets.into_values().collect())
}

/// Makes the bytes of artifacts of one set, in their order.
pub fn bytes(artifacts: &[&Artifact]) -> Vec<Reported<Vec<u8>>> {
    let members = artifacts.iter().filter_map(|artifact| match &artifact.produce {
        Produce::Member(_, member) => Some(member),
        _ => None,
    });
    let members: Vec<&Member> = members.collect();
    let wanted: Vec<usize> = members.iter().map(|member| member.at).collect();
    members.first().map_or_else(Vec::new, |first| (first.set.make)(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(input: &&str, parts: &[&usize]) -> Vec<Reported<Vec<u8>>> {
        let made = |at: &&usize| format!("{} of {} at once", &input[**at..=**at], parts.len()).into_bytes();
        parts.iter().map(|at| Reported::clean(made(at))).collect()
    }

    #[test]
    fn what_is_missing_of_a_set_is_made_at_once_and_one_by_itself_is_the_same() {
        let route = |at: usize| Route::file(&format!("{at}.txt"));
        let of = |word: &'static str| plan(word, (0..3).map(|at| (route(at), at)).collect(), letters);
        let (first, second) = (of("one"), of("two"));
        let other = Artifact::new(route(9), 9_u32, |_| Reported::clean(Vec::new()));
        let pending = [&second[2], &first[0], &other, &first[2]];
        let (alone, sets) = parted(&pending);
        assert_eq!(alone.iter().map(|artifact| &*artifact.route.file).collect::<Vec<_>>(), ["9.txt"]);
        let mut made: Vec<Vec<String>> = Vec::new();
        for set in &sets {
            made.push(bytes(set).into_iter().map(|made| String::from_utf8_lossy(&made.value).into_owned()).collect());
        }
        made.sort();
        assert_eq!(made, [vec!["o of 1 at once"], vec!["o of 2 at once", "e of 2 at once"]]);
        let one = second[0].bytes().map(|made| made.value);
        assert_eq!(one.ok(), Some(b"t of 1 at once".to_vec()));
        let fingerprints: std::collections::BTreeSet<Digest> =
            first.iter().chain(&second).map(Artifact::fingerprint).collect();
        assert_eq!(fingerprints.len(), 6);
    }
}
