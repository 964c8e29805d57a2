//! Work spread over threads with its results in order; the only module that names `rayon`.

use rayon::iter::{
    IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator,
};

/// The results of `work`, in the order of `items` whatever the threads do.
pub(crate) fn map<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(usize, &T) -> R + Sync + Send,
) -> Vec<R> {
    items
        .par_iter()
        .enumerate()
        .map(|(place, item)| work(place, item))
        .collect()
}

/// The same with items given away.
pub(crate) fn map_owned<T: Send, R: Send>(
    items: Vec<T>,
    work: impl Fn(T) -> R + Sync + Send,
) -> Vec<R> {
    items.into_par_iter().map(work).collect()
}

/// Two works side by side.
pub(crate) fn both<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    rayon::join(one, other)
}

/// Sets how many threads are used; called once, before any work.
pub(crate) fn use_threads(number: usize) {
    // A second call finds the pool built, which is what was wanted.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(number)
        .build_global();
}

/// Does all work on the thread that calls this, so that what it costs can be counted there; called once, before any work.
#[cfg(any(test, feature = "bench"))]
pub(crate) fn use_this_thread() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1);
    pool.use_current_thread()
        .build_global()
        .expect("invariant: nothing was spread over threads before");
}
