//! Photographs of a place, before and after.

use serde::Serialize;

use crate::model::{Attachment, Photos};
use crate::site::desk::Desk;

use super::item::say;

#[derive(Debug, Serialize)]
pub(crate) struct PhotosView {
    /// Before, then after; at least one.
    pub(crate) photos: Vec<PhotoView>,
    pub(crate) caption: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct PhotoView {
    pub(crate) src: String,
    /// What it shows, and whether before or after.
    pub(crate) alt: String,
    pub(crate) label: String,
}

/// Pairs with a file, in written order.
pub(crate) fn photos(desk: &Desk<'_>, pairs: &[Photos]) -> Vec<PhotosView> {
    let views = pairs.iter().map(|pair| PhotosView {
        photos: [("photo-before", &pair.before), ("photo-after", &pair.after)]
            .into_iter()
            .filter_map(|(id, photo)| Some(self::photo(desk, pair, id, photo.as_ref()?)))
            .collect(),
        caption: desk.words.optional(pair.caption.as_ref()),
    });
    views.filter(|view| !view.photos.is_empty()).collect()
}

fn photo(desk: &Desk<'_>, pair: &Photos, id: &str, photo: &Attachment) -> PhotoView {
    let words = desk.words;
    let label = words.plain(id);
    let shown = pair.alt.as_ref().filter(|alt| !alt.is_empty());
    let shown = words.optional(shown.or(pair.caption.as_ref()));
    let alt = if shown.is_empty() {
        label.clone()
    } else {
        say(
            desk,
            "photo-alt",
            &[("label", label.clone()), ("shown", shown)],
        )
    };
    PhotoView {
        src: desk.asset(&photo.path),
        alt,
        label,
    }
}
