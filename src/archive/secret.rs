//! What source files hold that an audience may not see: such a file does not go into a package made for it.

use std::collections::BTreeMap;

use crate::derive::Report;
use crate::model::{Audience, Chronicle, Head, Project, Shelf, Text, Visibility};
use crate::names;
use crate::site::{Index, Page};
use crate::source::{FileId, Source};

use super::contents;

/// A file that cannot be copied, and the record in it that is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hidden {
    pub(crate) path: String,
    pub(crate) id: String,
}

/// Ids of records that an audience may not see, whole or in part, with the file of each.
pub(crate) struct Secrets {
    /// The files of such records, with the first of their ids.
    files: BTreeMap<FileId, String>,
    /// Ids of records that are hidden whole: a reference to one is not shown.
    ids: Vec<String>,
}

/// Gathers them from the project of those who may see everything.
pub(crate) fn secrets(all: &Project, audience: &Audience) -> Secrets {
    let mut secrets = Secrets {
        files: BTreeMap::new(),
        ids: Vec::new(),
    };
    let is_hidden = |head: &Head| !audience.may_see(head.visibility);
    gather(&mut secrets, &all.campaigns, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.areas, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.units, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.people, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.tasks, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.meetings, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.decisions, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.documents, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.problems, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.indicators, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.instructions, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.inspections, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.assessments, |r| &r.head, is_hidden);
    gather(&mut secrets, &all.bulletins, |r| &r.head, is_hidden);
    let restricted = !audience.may_see(Visibility::Restricted);
    let mut contact = |head: &Head, contact: Option<&Text>| {
        if restricted && contact.is_some() {
            secrets.add(head);
        }
    };
    for (_, unit) in all.units.iter() {
        contact(&unit.now.head, unit.now.contact.as_ref());
    }
    for (_, person) in all.people.iter() {
        contact(&person.now.head, person.now.contact.as_ref());
    }
    secrets.ids.sort();
    secrets.ids.dedup();
    secrets
}

fn gather<T>(
    secrets: &mut Secrets,
    shelf: &Shelf<T>,
    head: impl Fn(&T) -> &Head,
    is_hidden: impl Fn(&Head) -> bool,
) {
    for (_, Chronicle { now, before }) in shelf.iter() {
        let versions = before.iter().map(|(_, then)| then).chain([now]);
        if versions.map(&head).any(&is_hidden) {
            let head = head(now);
            secrets.add(head);
            secrets.ids.push(names::folded(&head.id).into_owned());
        }
    }
}

impl Secrets {
    fn add(&mut self, head: &Head) {
        for file in contents::written_in(head) {
            self.files.entry(file).or_insert_with(|| head.id.clone());
        }
    }

    /// The source files of a record's package that hold or name what is hidden.
    pub(crate) fn of_package(
        &self,
        report: &Report<'_>,
        source: &Source,
        record: Page,
    ) -> Vec<Hidden> {
        let index = Index::new(report);
        let pages = contents::pages(report, &index, record);
        let files = contents::sources(report, source, &pages);
        let mut hidden = Vec::new();
        for file in files {
            let place = source
                .files
                .iter()
                .position(|other| other.path == file.path);
            let id = place
                .and_then(|place| u32::try_from(place).ok())
                .map(FileId);
            let held = id.and_then(|id| self.files.get(&id).cloned());
            let found = held.or_else(|| {
                let text = String::from_utf8_lossy(&file.bytes);
                let text = names::folded(&text).into_owned();
                self.ids.iter().find(|id| names_it(&text, id)).cloned()
            });
            hidden.extend(found.map(|id| Hidden {
                path: file.path.clone(),
                id,
            }));
        }
        hidden
    }
}

/// Whether an id stands in a text by itself.
fn names_it(text: &str, id: &str) -> bool {
    let goes_on = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.match_indices(id).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(goes_on);
        let after = text[at + id.len()..].chars().next().is_some_and(goes_on);
        !before && !after
    })
}

#[cfg(test)]
mod tests {
    use super::names_it;

    #[test]
    fn an_id_stands_by_itself_between_signs_and_chinese() {
        for (text, id, there) in [
            ("depends_on: [gh-01]", "gh-01", true),
            ("见gh-01。", "gh-01", true),
            ("gh-011, x-gh-01, gh-01_a", "gh-01", false),
            ("任务甲的前提", "任务甲", true),
        ] {
            assert_eq!(names_it(text, id), there, "{text}");
        }
    }
}
