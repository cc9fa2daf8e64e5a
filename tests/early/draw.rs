//! Choices out of a list of numbers: the list is what proptest makes, and makes smaller when a case
//! fails. Where it ends, and wherever it holds zero, the simplest choice is taken.

/// What is left of the list.
pub(super) struct Draw<'a>(std::slice::Iter<'a, u16>);

impl<'a> Draw<'a> {
    pub(super) fn new(numbers: &'a [u16]) -> Draw<'a> {
        Draw(numbers.iter())
    }

    /// A number below `end`; zero is the simplest.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0.next().map_or(0, |number| usize::from(*number) % end)
    }

    /// True in so many of a hundred cases; false is the simplest.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of these; the first is the simplest.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Some of these, in order; none is the simplest.
    pub(super) fn some<T: Copy>(&mut self, from: &[T]) -> Vec<T> {
        from.iter().filter(|_| self.chance(40)).copied().collect()
    }
}
