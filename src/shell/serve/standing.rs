//! A site that stands in memory: each of its files is made when a browser first asks for it.

use std::collections::HashMap;

use crate::diagnostic::Finding;
use crate::digest::Digest;
use crate::photo::Picture;
use crate::render::{Held, Sheet};

/// A site of which pages are made, and the pages that were made so far.
pub(super) struct Standing<'g> {
    held: Held<'g>,
    pages: HashMap<String, Printed>,
}

/// A page with the digest of its bytes.
#[derive(Clone)]
pub(super) struct Printed {
    pub(super) status: u16,
    pub(super) bytes: Vec<u8>,
    pub(super) digest: String,
}

/// A file of the site, as a browser is given it.
pub(super) enum File {
    Page(Printed),
    Made(Vec<u8>),
    /// By its path in the source.
    OnDisk(String),
    /// Of this width, made of the file at this path in the source.
    Picture(String, Picture, u32),
}

impl<'g> Standing<'g> {
    pub(super) fn new(held: Held<'g>) -> Standing<'g> {
        let pages = HashMap::new();
        Standing { held, pages }
    }

    pub(super) fn file(&mut self, address: &str) -> Result<File, Box<Finding>> {
        if self.pages.contains_key(address) {
            return self.page(address).map(File::Page);
        }
        match self.held.print(address)? {
            Some(Sheet::Made(bytes)) => Ok(File::Made(bytes.into_owned())),
            Some(Sheet::Asset(asset)) => Ok(File::OnDisk(asset.path.clone())),
            Some(Sheet::Picture(asset, picture, width)) => {
                Ok(File::Picture(asset.path.clone(), *picture, width))
            }
            Some(Sheet::Page(bytes)) => Ok(File::Page(self.note(address, 200, bytes))),
            None => self.missing(address).map(File::Page),
        }
    }

    /// The page at an address, or what stands in its place.
    pub(super) fn page(&mut self, address: &str) -> Result<Printed, Box<Finding>> {
        if let Some(printed) = self.pages.get(address) {
            return Ok(printed.clone());
        }
        match self.held.print(address)? {
            Some(Sheet::Page(bytes)) => Ok(self.note(address, 200, bytes)),
            _ => self.missing(address),
        }
    }

    fn missing(&mut self, address: &str) -> Result<Printed, Box<Finding>> {
        let bytes = self.held.missing(address)?;
        Ok(printed(404, bytes))
    }

    fn note(&mut self, address: &str, status: u16, bytes: Vec<u8>) -> Printed {
        let printed = printed(status, bytes);
        self.pages.insert(address.to_owned(), printed.clone());
        printed
    }
}

fn printed(status: u16, bytes: Vec<u8>) -> Printed {
    let digest = Digest::of(&bytes).hex();
    Printed {
        status,
        bytes,
        digest,
    }
}
