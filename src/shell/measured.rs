//! What measuring a pass needs of the world: a site that is read, and files that are published.

use std::path::Path;

use crate::output::{Refusal, Sink};
use crate::source::Source;

use super::input;
use super::publish::{Publication, Target};

/// Every input file of a site.
pub(crate) fn source(root: &Path) -> Result<Source, Refusal> {
    input::source(root)
}

/// Publishes what `put` puts, into a folder that is not there yet or holds the site that was published there last.
pub(crate) fn publish(
    (root, out): (&Path, &Path),
    put: impl FnOnce(&dyn Sink) -> Result<(), Refusal>,
) -> Result<usize, Refusal> {
    let target = Target::check(out, root, "", None);
    let target = target.expect("invariant: the folder is the bench's own");
    let publication = Publication::begin(target, || ())?;
    put(&publication)?;
    Ok(publication.finish()?.written)
}
