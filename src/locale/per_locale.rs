//! A value for each of some locales, in the site's order.

use super::Locale;

/// A small map by locale that keeps its order. A site has a handful of locales, so it is a vector.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PerLocale<T>(Vec<(Locale, T)>);

impl<T> PerLocale<T> {
    /// A map without entries.
    pub fn new() -> PerLocale<T> {
        PerLocale(Vec::new())
    }

    /// The value for `locale`.
    pub fn get(&self, locale: &Locale) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == locale).map(|(_, value)| value)
    }

    /// The values, to be changed, in order.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The value for `locale`, to be changed.
    pub fn get_mut(&mut self, locale: &Locale) -> Option<&mut T> {
        self.0.iter_mut().find(|(known, _)| known == locale).map(|(_, value)| value)
    }

    /// Sets the value for `locale`: in its old position if it has one, else at the end. Returns the
    /// value it had.
    pub fn insert(&mut self, locale: Locale, value: T) -> Option<T> {
        match self.get_mut(&locale) {
            Some(old) => Some(std::mem::replace(old, value)),
            None => {
                self.0.push((locale, value));
                None
            }
        }
    }

    /// Whether `locale` has a value.
    pub fn has(&self, locale: &Locale) -> bool {
        self.get(locale).is_some()
    }

    /// How many locales have a value.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no locale has a value.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Locales and values, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Locale, &T)> + DoubleEndedIterator + Clone {
        self.0.iter().map(|(locale, value)| (locale, value))
    }

    /// The locales, in order.
    pub fn locales(&self) -> impl ExactSizeIterator<Item = &Locale> + DoubleEndedIterator + Clone {
        self.0.iter().map(|(locale, _)| locale)
    }

    /// The values, in the order of their locales.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &T> + DoubleEndedIterator + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// The first locale and its value.
    pub fn first(&self) -> Option<(&Locale, &T)> {
        self.iter().next()
    }

    /// The same locales with other values.
    pub fn map<U>(&self, mut change: impl FnMut(&Locale, &T) -> U) -> PerLocale<U> {
        PerLocale(self.0.iter().map(|(locale, value)| (locale.clone(), change(locale, value))).collect())
    }
}

impl<T> Default for PerLocale<T> {
    fn default() -> PerLocale<T> {
        PerLocale::new()
    }
}

/// Of two values for one locale the later one stays, in the position of the earlier.
impl<T> FromIterator<(Locale, T)> for PerLocale<T> {
    fn from_iter<I: IntoIterator<Item = (Locale, T)>>(pairs: I) -> PerLocale<T> {
        let pairs = pairs.into_iter();
        let mut all = PerLocale(Vec::with_capacity(pairs.size_hint().0));
        for (locale, value) in pairs {
            all.insert(locale, value);
        }
        all
    }
}

impl<T> IntoIterator for PerLocale<T> {
    type Item = (Locale, T);
    type IntoIter = std::vec::IntoIter<(Locale, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_insertion_and_the_later_value_stays() {
        let [id, en] = ["id", "en"].map(|tag| Locale::parse(tag).expect("a tag of the test"));
        let all: PerLocale<u8> = [(id.clone(), 1), (en.clone(), 2), (id.clone(), 3)].into_iter().collect();
        assert_eq!(all.locales().collect::<Vec<_>>(), [&id, &en]);
        assert_eq!(all.map(|_, value| value * 2).get(&id), Some(&6));
        assert!(!PerLocale::<u8>::new().has(&en));
    }
}
