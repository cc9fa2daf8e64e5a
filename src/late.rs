//! Values that are made when somebody asks for them.
//!
//! A site that is built again reads next to nothing: what lists and links show of an edition is known
//! from the last time, and its body is read once more only where its own page, its text or a check of its
//! words needs it.

use std::fmt;
use std::sync::OnceLock;

/// How a value is made again.
type Again<T> = Box<dyn Fn() -> Option<T> + Send + Sync>;

/// A value that is there, or is made at the first question.
pub struct Late<T> {
    // The one cell below `serve` that is filled behind a shared reference, besides the tree in memory:
    // editions are shared by all threads, and whichever asks first reads. Boxed: most are never asked for, and what
    // holds them is moved about.
    value: OnceLock<Box<Made<T>>>,
    again: Option<Again<T>>,
}

#[derive(Debug)]
struct Made<T> {
    value: T,
    is_lost: bool,
}

impl<T: Default> Late<T> {
    /// A value that is there.
    pub fn ready(value: T) -> Late<T> {
        Late { value: OnceLock::from(Box::new(Made { value, is_lost: false })), again: None }
    }

    /// An empty value, which takes no room before somebody asks for it.
    pub fn empty() -> Late<T> {
        Late { value: OnceLock::new(), again: None }
    }

    /// A value that `again` makes, once. Where it gives none, the value is lost.
    pub fn of(again: impl Fn() -> Option<T> + Send + Sync + 'static) -> Late<T> {
        Late { value: OnceLock::new(), again: Some(Box::new(again)) }
    }

    /// The value; an empty one in place of one that is lost.
    pub fn get(&self) -> &T {
        let made = || self.again.as_ref().map_or_else(|| Some(T::default()), |again| again());
        let make = || match made() {
            Some(value) => Box::new(Made { value, is_lost: false }),
            None => Box::new(Made { value: T::default(), is_lost: true }),
        };
        &self.value.get_or_init(make).value
    }

    /// Whether it was asked for and could not be made.
    pub fn is_lost(&self) -> bool {
        self.value.get().is_some_and(|made| made.is_lost)
    }
}

impl<T: fmt::Debug> fmt::Debug for Late<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Late").field(&self.value.get()).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn a_value_is_made_once_and_only_when_it_is_asked_for() {
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        let late = Late::of(move || Some(count.fetch_add(1, Ordering::Relaxed) + 7));
        assert_eq!(asked.load(Ordering::Relaxed), 0);
        assert_eq!((*late.get(), *late.get(), late.is_lost()), (7, 7, false));
        assert_eq!(asked.load(Ordering::Relaxed), 1);
        assert_eq!(*Late::ready(8).get(), 8);
        let empty: Late<String> = Late::empty();
        assert_eq!((empty.get().as_str(), empty.is_lost()), ("", false));
    }

    #[test]
    fn a_value_that_cannot_be_made_is_empty_and_lost() {
        let late: Late<String> = Late::of(|| None);
        assert!(!late.is_lost());
        assert_eq!(late.get(), "");
        assert!(late.is_lost());
    }
}
