//! Files of the content on a page: where they are, what is said of them, and that the page uses them.

use crate::messages::Arg;
use crate::model::Attachment;
use crate::source::Asset;

use super::desk::Desk;
use super::picture::{self, Sizes, Use};
use super::view::parts::Download;
use super::words::number;

impl Desk<'_> {
    pub(crate) fn downloads(&self, files: &[Attachment]) -> Vec<Download> {
        files.iter().map(|file| self.download(file)).collect()
    }

    pub(crate) fn download(&self, file: &Attachment) -> Download {
        let title = self.words.text(&file.title);
        let file = &file.file;
        let name = file.path.rsplit('/').next().unwrap_or_default();
        Download {
            title: if title.is_empty() {
                name.to_owned()
            } else {
                title
            },
            href: self.file(file),
            note: self.file_note(file),
        }
    }

    /// What a file is. Of a picture the size on the disk is not known here, and says less than its pixels do.
    fn file_note(&self, file: &Asset) -> String {
        if let Some(picture) = picture::picture(file) {
            let kind = picture.ending().to_uppercase();
            let pixels = |number: u32| number.to_string();
            let (width, height) = (pixels(picture.width), pixels(picture.height));
            let values = [
                ("kind", Arg::Text(kind.as_str())),
                ("width", Arg::Text(&width)),
                ("height", Arg::Text(&height)),
            ];
            return self.words.say("picture-note", &values);
        }
        let extension = file.path.rsplit_once('.').map(|(_, e)| e.to_uppercase());
        let kib = usize::try_from(file.size.div_ceil(1024)).unwrap_or(usize::MAX);
        let values = [
            ("kind", Arg::Text(&extension.unwrap_or_default())),
            ("size", number(kib)),
        ];
        self.words.say("file-note", &values)
    }

    /// Where a file of the content is to be opened or taken away.
    pub(crate) fn file(&self, asset: &Asset) -> String {
        self.used.note(asset, Use::Given);
        format!("{}{}", self.top, picture::given_route(asset))
    }

    /// A picture within the page.
    pub(crate) fn picture(&self, asset: &Asset) -> Sizes {
        self.used.note(asset, Use::Shown);
        picture::sizes(asset, self.top)
    }
}
