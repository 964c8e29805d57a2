//! What the file system under a site can do, and the door by which a test ends a build before any change on disk.

use crate::output::Refusal;

#[derive(Debug)]
pub(super) struct Means {
    /// Two folders can change places in one act.
    pub(super) exchange: bool,
    /// A file can stand in two folders.
    pub(super) links: bool,
    #[cfg(test)]
    pub(super) steps: tests::Steps,
}

impl Default for Means {
    fn default() -> Means {
        Means {
            exchange: true,
            links: true,
            #[cfg(test)]
            steps: tests::Steps::default(),
        }
    }
}

impl Means {
    /// Announces a change on disk: a kill can come before each, and the site has to be whole after it.
    pub(super) fn step(&self) -> Result<(), Refusal> {
        #[cfg(test)]
        self.steps.take()?;
        Ok(())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::{Error, ErrorKind};
    use std::path::Path;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use crate::output::Refusal;

    /// How many changes are still allowed; once none is left none comes back, as after a kill.
    #[derive(Debug)]
    pub(in super::super) struct Steps(AtomicUsize);

    impl Default for Steps {
        fn default() -> Steps {
            Steps::until(usize::MAX)
        }
    }

    impl Steps {
        pub(in super::super) fn until(count: usize) -> Steps {
            Steps(AtomicUsize::new(count))
        }

        pub(super) fn take(&self) -> Result<(), Refusal> {
            let less = |left: usize| left.checked_sub(1);
            match self
                .0
                .fetch_update(Ordering::SeqCst, Ordering::SeqCst, less)
            {
                Ok(_) => Ok(()),
                Err(_) => {
                    let killed = Error::from(ErrorKind::Interrupted);
                    Err(Refusal::at("killed", Path::new(""))(killed))
                }
            }
        }
    }
}
