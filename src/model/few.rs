//! Values by their keys where most records have none or two of them: a tree would take the room of eleven.

use std::borrow::Borrow;

/// A small map, in the order of its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Few<K, V>(Vec<(K, V)>);

impl<K: Ord, V> Few<K, V> {
    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        Some(&self.0[place].1)
    }

    /// One by one; to make many of them, collect.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(one, _)| one.borrow().cmp(key))
    }
}

/// Of values with the same key the last stands.
impl<K: Ord, V> FromIterator<(K, V)> for Few<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(all: I) -> Few<K, V> {
        let mut all: Vec<(K, V)> = all.into_iter().collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                std::mem::swap(later, earlier);
            }
            is_same
        });
        all.shrink_to_fit();
        Few(all)
    }
}

impl<K, V> Default for Few<K, V> {
    fn default() -> Few<K, V> {
        Few(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    fn pairs(few: &Few<String, u8>) -> Vec<(&str, u8)> {
        few.iter().map(|(key, value)| (&**key, *value)).collect()
    }

    #[test]
    fn values_stand_in_the_order_of_their_keys_and_the_last_of_a_key_holds() {
        let written = [("b", 1), ("a", 2), ("c", 3), ("b", 4), ("b", 5)];
        let mut few: Few<String, u8> = written
            .map(|(key, value)| (key.to_owned(), value))
            .into_iter()
            .collect();
        assert_eq!(pairs(&few), [("a", 2), ("b", 5), ("c", 3)]);
        few.insert("c".to_owned(), 6);
        few.insert("aa".to_owned(), 7);
        assert_eq!(pairs(&few), [("a", 2), ("aa", 7), ("b", 5), ("c", 6)]);
        assert_eq!((few.get("aa"), few.get("d")), (Some(&7), None));
        assert_eq!(few.values().copied().collect::<Vec<u8>>(), [2, 7, 5, 6]);
    }
}
