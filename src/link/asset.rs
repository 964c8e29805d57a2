//! Files that records refer to: found, and noted as used.

use crate::diagnostic::{Finding, Place, Value};
use crate::model::{Attachment, Text};
use crate::photo::{Fault, Look, MOST_PIXELS};
use crate::record::AttachmentRecord;
use crate::source::Asset;

use super::linker::Linker;
use super::trail::Trail;

const CONTENT: &str = "content";
const ASSETS: &str = "content/assets";

impl<'a> Linker<'a> {
    pub(super) fn attachments(
        &mut self,
        records: Vec<AttachmentRecord>,
        trail: &Trail<'_>,
    ) -> Vec<Attachment> {
        let each = records.into_iter().enumerate();
        each.filter_map(|(place, record)| self.attachment(record, &trail.place(place)))
            .collect()
    }

    pub(super) fn attachment(
        &mut self,
        record: AttachmentRecord,
        trail: &Trail<'_>,
    ) -> Option<Attachment> {
        let file = self.require(record.file, trail, "file")?;
        self.named_file(file, record.title, &trail.key("file"))
    }

    /// A photograph, whose file is named by the field at `trail` itself.
    pub(super) fn photograph(
        &mut self,
        record: AttachmentRecord,
        trail: &Trail<'_>,
    ) -> Option<Attachment> {
        let file = self.named_file(record.file?, record.title, trail)?;
        if file.file.look.is_none() {
            self.findings
                .push(Finding::warning("image-format", trail.here()));
        }
        Some(file)
    }

    fn named_file(
        &mut self,
        file: String,
        title: Option<crate::record::Words>,
        trail: &Trail<'_>,
    ) -> Option<Attachment> {
        let folder = self.folder_of(&trail.here());
        let Some(found) = self.find_asset(&file, &folder) else {
            let missing = Finding::error("missing-attachment", trail.here());
            self.findings.push(missing.with("path", file));
            return None;
        };
        let file = found.clone();
        self.used_assets.insert(file.path.clone());
        let name = || file.path.rsplit('/').next().unwrap_or_default().to_owned();
        let title = title.map_or_else(|| Text::Plain(name()), |title| title.0);
        Some(Attachment { title, file })
    }

    /// A file named beside the record, under `content/`, or under `content/assets/`; the first that is there.
    pub(super) fn find_asset(&self, written: &str, folder: &str) -> Option<&'a Asset> {
        let inside = [folder, CONTENT, ASSETS]
            .into_iter()
            .filter_map(|base| joined(base, written));
        let mut found = inside.filter_map(|path| self.asset(&path));
        found.next()
    }

    /// The folder of the file in which a finding would be.
    pub(super) fn folder_of(&self, place: &crate::diagnostic::Place) -> String {
        let file = place
            .file()
            .and_then(|file| self.source.files.get(file.0 as usize));
        let path = file.map_or("", |file| file.path.as_str());
        path.rsplit_once('/')
            .map_or(CONTENT, |(folder, _)| folder)
            .to_owned()
    }
}

/// What there is to say of an image file.
pub(super) fn look(asset: &Asset, look: &Look) -> Vec<Finding> {
    let place = || Place::Path(asset.path.clone());
    let pixels = |finding: Finding, width: u32, height: u32| {
        finding
            .with("width", width as usize)
            .with("height", height as usize)
    };
    let broken = |cause| Finding::error("broken-image", place()).with("cause", Value::Word(cause));
    match look {
        Look::Vector(_) => Vec::new(),
        Look::Foreign => vec![Finding::error("foreign-image", place())],
        Look::Faulty(Fault::NotAnImage) => vec![broken("image-is-none")],
        Look::Faulty(Fault::CutShort) => vec![broken("image-cut-short")],
        Look::Faulty(Fault::Damaged) => vec![broken("image-damaged")],
        Look::Faulty(Fault::TooManyBytes) => vec![broken("image-too-long")],
        Look::Faulty(Fault::TooManyPixels { width, height }) => {
            let most = usize::try_from(MOST_PIXELS).unwrap_or(usize::MAX);
            let large = Finding::error("image-too-large", place()).with("limit", most);
            vec![pixels(large, *width, *height)]
        }
        Look::Faulty(Fault::Active(what)) => {
            vec![Finding::error("active-drawing", place()).with("what", what.as_str())]
        }
        Look::Picture(picture) => {
            let huge = Finding::warning("huge-image", place());
            let huge = pixels(huge, picture.width, picture.height);
            let moving = Finding::warning("moving-image", place());
            let said = [(picture.huge, huge), (picture.moves, moving)];
            said.into_iter()
                .filter_map(|(is_so, finding)| is_so.then_some(finding))
                .collect()
        }
    }
}

/// A relative path within `content/`, with `.` and `..` taken; none when it leaves.
pub(super) fn joined(base: &str, written: &str) -> Option<String> {
    if written.starts_with('/') || written.contains('\\') {
        return None;
    }
    let mut steps: Vec<&str> = base.split('/').collect();
    for step in written.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    (steps.first() == Some(&CONTENT) && steps.len() > 1).then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_path_stays_inside_the_content() {
        assert_eq!(
            joined("content/tasks/a", "../../assets/x.svg").as_deref(),
            Some("content/assets/x.svg")
        );
        assert_eq!(
            joined("content", "assets/./x.svg").as_deref(),
            Some("content/assets/x.svg")
        );
        for out in ["../../../x", "/etc/passwd", "..\\x", "../../.."] {
            assert_eq!(joined("content/tasks", out), None, "{out}");
        }
    }
}
