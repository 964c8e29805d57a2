//! Files that records refer to: found, and noted as used.

use crate::diagnostic::Finding;
use crate::model::{Attachment, Text};
use crate::record::AttachmentRecord;

use super::linker::Linker;
use super::trail::Trail;

const CONTENT: &str = "content";
const ASSETS: &str = "content/assets";

impl Linker<'_> {
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
        self.named_file(record.file?, record.title, trail)
    }

    fn named_file(
        &mut self,
        file: String,
        title: Option<crate::record::Words>,
        trail: &Trail<'_>,
    ) -> Option<Attachment> {
        let folder = self.folder_of(&trail.here());
        let Some((path, size)) = self.find_asset(&file, &folder) else {
            let missing = Finding::error("missing-attachment", trail.here());
            self.findings.push(missing.with("path", file));
            return None;
        };
        self.used_assets.insert(path.clone());
        let name = || path.rsplit('/').next().unwrap_or_default().to_owned();
        let title = title.map_or_else(|| Text::Plain(name()), |title| title.0);
        Some(Attachment { title, path, size })
    }

    /// A file named beside the record, under `content/`, or under `content/assets/`; the first that is there.
    pub(super) fn find_asset(&self, written: &str, folder: &str) -> Option<(String, u64)> {
        let inside = [folder, CONTENT, ASSETS]
            .into_iter()
            .filter_map(|base| joined(base, written));
        let mut found = inside.filter_map(|path| self.asset(&path).map(|asset| (path, asset.size)));
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
