//! What a site was made of, told by one digest: whether another build would make the same.

use std::fs;
use std::path::Path;

use crate::digest::Digest;
use crate::output::Refusal;

use super::list::{INPUTS, OWN};

const PART: &str = ".tongbao/inputs.part";
const HEAD: &str = "tongbao-inputs 1 ";

/// The input of a build. A digest names no file: what a site was made of is not for all who read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inputs {
    /// Nanoseconds since 1970: files that were written later are told by their bytes too.
    pub(crate) sure: i64,
    pub(crate) digest: Digest,
    /// How many pages came of it.
    pub(crate) pages: usize,
}

impl Inputs {
    /// Those of the site in `folder`, where they can be read.
    pub(crate) fn of(folder: &Path) -> Option<Inputs> {
        let text = fs::read_to_string(folder.join(INPUTS)).ok()?;
        let mut words = text.strip_prefix(HEAD)?.strip_suffix('\n')?.split(' ');
        let inputs = Inputs {
            sure: words.next()?.parse().ok()?,
            digest: Digest::from_hex(words.next()?)?,
            pages: words.next()?.parse().ok()?,
        };
        words.next().is_none().then_some(inputs)
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), Refusal> {
        let own = folder.join(OWN);
        fs::create_dir_all(&own).map_err(Refusal::at("write-list", &own))?;
        let (sure, digest, pages) = (self.sure, self.digest.hex(), self.pages);
        let part = folder.join(PART);
        fs::write(&part, format!("{HEAD}{sure} {digest} {pages}\n"))
            .and_then(|()| fs::rename(&part, folder.join(INPUTS)))
            .map_err(Refusal::at("write-list", &part))
    }
}
