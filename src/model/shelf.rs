//! Shelves of nouns, the keys that name a place on them, and what an audience may see through a reference.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

use crate::date::Date;

/// A place on the shelf of `T`: made by `link` alone, so what it names is there.
pub(crate) struct Key<T>(u32, PhantomData<fn() -> T>);

impl<T> Key<T> {
    pub(crate) fn new(place: usize) -> Key<T> {
        Key(
            u32::try_from(place).expect("invariant: fewer than 2^32 records"),
            PhantomData,
        )
    }

    pub(crate) fn place(self) -> usize {
        self.0 as usize
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Key<T> {
        *self
    }
}
impl<T> Copy for Key<T> {}
impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Key<T>) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Key<T> {}
impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Key<T>) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Key<T>) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// A reference as this audience sees it.
#[derive(Debug)]
pub(crate) enum Seen<T> {
    Shown(Key<T>),
    /// The record is there, this audience may not see it: shown as “not shown here”, without title, id or link.
    Hidden,
}

impl<T> Seen<T> {
    pub(crate) fn key(&self) -> Option<Key<T>> {
        match self {
            Seen::Shown(key) => Some(*key),
            Seen::Hidden => None,
        }
    }
}

impl<T> Clone for Seen<T> {
    fn clone(&self) -> Seen<T> {
        *self
    }
}
impl<T> Copy for Seen<T> {}
impl<T> PartialEq for Seen<T> {
    fn eq(&self, other: &Seen<T>) -> bool {
        self.key() == other.key()
    }
}
impl<T> Eq for Seen<T> {}

/// A record as it is now and as it was before each amendment.
#[derive(Debug, Clone)]
pub(crate) struct Chronicle<T> {
    pub(crate) now: T,
    /// (on, the record as it was read before that day), earliest day first.
    pub(crate) before: Vec<(Date, T)>,
}

impl<T> Chronicle<T> {
    pub(crate) fn at(&self, day: Date) -> &T {
        self.before
            .iter()
            .find(|(on, _)| day < *on)
            .map_or(&self.now, |(_, then)| then)
    }
}

/// All nouns of one type, in the order of their files and of writing. One that is the same in two projects stands once
/// in memory.
#[derive(Debug, Clone)]
pub(crate) struct Shelf<T>(Vec<Arc<Chronicle<T>>>);

impl<T> Shelf<T> {
    pub(crate) fn new(nouns: impl IntoIterator<Item = impl Into<Arc<Chronicle<T>>>>) -> Shelf<T> {
        Shelf(nouns.into_iter().map(Into::into).collect())
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn keys(
        &self,
    ) -> impl DoubleEndedIterator<Item = Key<T>> + ExactSizeIterator + use<T> {
        (0..self.0.len()).map(Key::new)
    }

    pub(crate) fn chronicle(&self, key: Key<T>) -> &Chronicle<T> {
        &self.0[key.place()]
    }

    /// The noun as it is held: one that is the same in two projects stands once in memory.
    pub(crate) fn held(&self, key: Key<T>) -> &Arc<Chronicle<T>> {
        &self.0[key.place()]
    }

    /// The noun as it was read on a day.
    pub(crate) fn at(&self, key: Key<T>, day: Date) -> &T {
        self.0[key.place()].at(day)
    }

    /// For `link`, which fills in what needs every noun on its shelf.
    pub(crate) fn nouns_mut(&mut self) -> impl Iterator<Item = &mut Chronicle<T>>
    where
        T: Clone,
    {
        self.0.iter_mut().map(Arc::make_mut)
    }

    /// The same, each as it is held.
    pub(crate) fn held_mut(&mut self) -> impl Iterator<Item = &mut Arc<Chronicle<T>>> {
        self.0.iter_mut()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Key<T>, &Chronicle<T>)> {
        self.0
            .iter()
            .enumerate()
            .map(|(place, noun)| (Key::new(place), &**noun))
    }
}

impl<T> Default for Shelf<T> {
    fn default() -> Shelf<T> {
        Shelf(Vec::new())
    }
}
