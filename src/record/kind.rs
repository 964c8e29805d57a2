//! The record types, each with its folder under `content/`.

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum RecordKind {
    Campaign,
    Area,
    Unit,
    Person,
    Task,
    Meeting,
    Decision,
    Document,
    Problem,
    Indicator,
    Instruction,
    Inspection,
    Assessment,
    Bulletin,
}

impl RecordKind {
    /// The types that have a folder of their own, in the order of the content model.
    pub(crate) const FOLDERS: [RecordKind; 13] = [
        RecordKind::Campaign,
        RecordKind::Area,
        RecordKind::Unit,
        RecordKind::Person,
        RecordKind::Task,
        RecordKind::Meeting,
        RecordKind::Document,
        RecordKind::Problem,
        RecordKind::Indicator,
        RecordKind::Instruction,
        RecordKind::Inspection,
        RecordKind::Assessment,
        RecordKind::Bulletin,
    ];

    /// The folder under `content/`, and the first part of its pages' routes.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            RecordKind::Campaign => "campaigns",
            RecordKind::Area => "areas",
            RecordKind::Unit => "units",
            RecordKind::Person => "people",
            RecordKind::Task => "tasks",
            RecordKind::Meeting => "meetings",
            RecordKind::Decision => "decisions",
            RecordKind::Document => "documents",
            RecordKind::Problem => "problems",
            RecordKind::Indicator => "indicators",
            RecordKind::Instruction => "instructions",
            RecordKind::Inspection => "inspections",
            RecordKind::Assessment => "assessments",
            RecordKind::Bulletin => "bulletins",
        }
    }

    pub(crate) fn of_folder(folder: &str) -> Option<RecordKind> {
        RecordKind::FOLDERS
            .into_iter()
            .find(|kind| kind.folder() == folder)
    }

    /// The word before the colon in links to records, `task:ID`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            RecordKind::Campaign => "campaign",
            RecordKind::Area => "area",
            RecordKind::Unit => "unit",
            RecordKind::Person => "person",
            RecordKind::Task => "task",
            RecordKind::Meeting => "meeting",
            RecordKind::Decision => "decision",
            RecordKind::Document => "document",
            RecordKind::Problem => "problem",
            RecordKind::Indicator => "indicator",
            RecordKind::Instruction => "instruction",
            RecordKind::Inspection => "inspection",
            RecordKind::Assessment => "assessment",
            RecordKind::Bulletin => "bulletin",
        }
    }

    /// The key of its name in the catalogue of messages.
    pub(crate) fn label(self) -> &'static str {
        match self {
            RecordKind::Campaign => "type-campaign",
            RecordKind::Area => "type-area",
            RecordKind::Unit => "type-unit",
            RecordKind::Person => "type-person",
            RecordKind::Task => "type-task",
            RecordKind::Meeting => "type-meeting",
            RecordKind::Decision => "type-decision",
            RecordKind::Document => "type-document",
            RecordKind::Problem => "type-problem",
            RecordKind::Indicator => "type-indicator",
            RecordKind::Instruction => "type-instruction",
            RecordKind::Inspection => "type-inspection",
            RecordKind::Assessment => "type-assessment",
            RecordKind::Bulletin => "type-bulletin",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RecordKind;
    use crate::markdown::{Reach, outline};

    #[test]
    fn bodies_can_link_to_records_of_every_type() {
        for kind in RecordKind::FOLDERS
            .into_iter()
            .chain([RecordKind::Decision])
        {
            let body = format!("[x]({}:x)", kind.word());
            let reaches: Vec<Reach> = outline(&body).links.iter().map(|one| one.reach).collect();
            assert_eq!(reaches, [Reach::Record], "{body}");
        }
    }
}
