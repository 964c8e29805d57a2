//! Pictures that were made for the preview: each is made once, as long as there is room for it.

use std::collections::VecDeque;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::digest::Digest;
use crate::photo::{self, Picture};

/// How much is kept: some hundred photographs in the sizes that pages show.
const MOST_BYTES: usize = 64 * 1024 * 1024;

#[derive(Default)]
pub(super) struct Shelf {
    kept: Mutex<Kept>,
    /// Held while a picture is made: one at a time is what an office's machine can bear beside its other work.
    making: Mutex<()>,
}

/// What was made, with the address of each; the latest use stands last.
#[derive(Default)]
struct Kept(VecDeque<(String, Arc<[u8]>)>);

impl Shelf {
    /// The picture at an address of the site, of this width, made of the file there; none: it cannot be made.
    pub(super) fn picture(
        &self,
        address: &str,
        at: &Path,
        (picture, width): (&Picture, u32),
    ) -> Option<Arc<[u8]>> {
        if let Some(known) = held(&self.kept).take(address) {
            return Some(known);
        }
        let _one = held(&self.making);
        // Somebody else may have waited for the same.
        if let Some(known) = held(&self.kept).take(address) {
            return Some(known);
        }
        let original = fs::read(at).ok()?;
        let made = photo::make(picture, &original, &[width]).ok()?.pop()?;
        let bytes: Arc<[u8]> = made.into();
        // An address tells what its picture is made from; a file that has changed since belongs to another one.
        if address.contains(&photo::key(&Digest::of(&original).hex())) {
            held(&self.kept).put((address.to_owned(), Arc::clone(&bytes)), MOST_BYTES);
        }
        Some(bytes)
    }
}

/// A picture whose making failed has left everything as it was.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Kept {
    fn take(&mut self, address: &str) -> Option<Arc<[u8]>> {
        let place = self.0.iter().position(|(one, _)| one == address)?;
        let one = self.0.remove(place)?;
        let bytes = Arc::clone(&one.1);
        self.0.push_back(one);
        Some(bytes)
    }

    /// Those that were used longest ago make room.
    fn put(&mut self, one: (String, Arc<[u8]>), most: usize) {
        self.0.push_back(one);
        let mut all: usize = self.0.iter().map(|(_, bytes)| bytes.len()).sum();
        while all > most
            && let Some((_, oldest)) = self.0.pop_front()
        {
            all -= oldest.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn what_was_used_longest_ago_makes_room() {
        let mut kept = Kept::default();
        let put = |kept: &mut Kept, name: &str, length: usize| {
            kept.put((name.to_owned(), vec![0; length].into()), 10);
        };
        put(&mut kept, "a", 4);
        put(&mut kept, "b", 6);
        assert_eq!(kept.take("a").map(|bytes| bytes.len()), Some(4));
        put(&mut kept, "c", 1);
        assert!(kept.take("b").is_none());
        assert!(kept.take("a").is_some() && kept.take("c").is_some());
        // What is larger than all the room is not kept.
        put(&mut kept, "d", 11);
        assert!(kept.take("d").is_none());
    }
}
