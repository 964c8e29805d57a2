//! What is said of the record against what its page shows: elements, numbers and files of `metadata.json`, sums of the bag.

use std::collections::BTreeSet;

use super::super::bag::INFO;
use super::super::html::{Tag, tags, text_of};
use super::super::metadata::{ELEMENTS, FORM, Sheet};
use super::{Fault, Folder, Section};

const METADATA: &str = "data/metadata.json";
const XML: &str = "data/metadata.xml";

pub(super) fn check(folder: &Folder<'_>, faults: &mut Vec<Fault>) {
    let info = folder.text(INFO).map(lines);
    if info.is_none() && folder.file(INFO).is_none() {
        faults.push(Fault::new(Section::Integrity, "missing", INFO, ""));
    }
    let info = info.unwrap_or_default();
    sum(folder, &info, faults);
    for path in [METADATA, XML] {
        if folder.file(path).is_none() {
            faults.push(Fault::new(Section::Integrity, "missing", path, ""));
        }
    }
    let Some(file) = folder.file(METADATA) else {
        return;
    };
    let sheet = serde_json::from_slice::<Sheet>(&file.bytes).ok();
    let Some(sheet) = sheet.filter(|sheet| sheet.form == FORM) else {
        faults.push(Fault::new(
            Section::Usability,
            "metadata-unreadable",
            METADATA,
            "",
        ));
        return;
    };
    elements(&sheet, faults);
    numbers(folder, &sheet, faults);
    page(folder, &sheet, faults);
    for (label, own) in [
        ("External-Identifier", &sheet.record),
        ("Bagging-Date", &sheet.as_of),
    ] {
        if !info
            .iter()
            .any(|(name, value)| name == label && value == own)
        {
            faults.push(Fault::new(
                Section::Authenticity,
                "info-differs",
                INFO,
                label,
            ));
        }
    }
}

/// `Label: value`; a line that begins with a space goes on with the value before.
fn lines(text: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for line in text.replace("\r\n", "\n").replace('\r', "\n").lines() {
        match (
            line.starts_with([' ', '\t']),
            all.last_mut(),
            line.split_once(':'),
        ) {
            (true, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (_, _, Some((label, value))) => {
                all.push((label.trim().to_owned(), value.trim().to_owned()))
            }
            _ => {}
        }
    }
    all
}

fn sum(folder: &Folder<'_>, info: &[(String, String)], faults: &mut Vec<Fault>) {
    let payload = folder.files().filter(|file| file.path.starts_with("data/"));
    let (size, count) = payload.fold((0_u64, 0_u64), |(size, count), file| {
        (size + file.size, count + 1)
    });
    let there = format!("{size}.{count}");
    let said = info.iter().find(|(label, _)| label == "Payload-Oxum");
    if folder.file(INFO).is_some() && said.is_none_or(|(_, said)| *said != there) {
        faults.push(Fault::new(Section::Integrity, "sum", INFO, &there));
    }
}

fn elements(sheet: &Sheet, faults: &mut Vec<Fault>) {
    for (_, element, needed) in ELEMENTS {
        let mut own = sheet.items.iter().filter(|item| item.element == element);
        match (own.next(), own.next()) {
            (Some(item), None) if item.value.trim().is_empty() && needed => {
                faults.push(Fault::new(
                    Section::Integrity,
                    "element-missing",
                    METADATA,
                    element,
                ));
            }
            (None, _) if needed => {
                faults.push(Fault::new(
                    Section::Integrity,
                    "element-missing",
                    METADATA,
                    element,
                ));
            }
            (Some(_), Some(_)) => {
                faults.push(Fault::new(
                    Section::Integrity,
                    "element-twice",
                    METADATA,
                    element,
                ));
            }
            _ => {}
        }
    }
}

/// Files are numbered from 1 without a gap, and are there.
fn numbers(folder: &Folder<'_>, sheet: &Sheet, faults: &mut Vec<Fault>) {
    for (place, piece) in sheet.files.iter().enumerate() {
        if piece.no != place + 1 {
            let expected = (place + 1).to_string();
            faults.push(Fault::new(
                Section::Integrity,
                "number",
                &piece.path,
                &expected,
            ));
        }
        if folder.file(&piece.path).is_none() {
            faults.push(Fault::new(Section::Integrity, "missing", &piece.path, ""));
        }
    }
    let listed: BTreeSet<&str> = sheet
        .files
        .iter()
        .map(|piece| piece.path.as_str())
        .collect();
    let made =
        |path: &str| path == METADATA || path == XML || path.starts_with("data/pages/theme/");
    let payload = folder
        .files()
        .filter(|file| file.path.starts_with("data/") && !made(&file.path));
    for file in payload.filter(|file| !listed.contains(file.path.as_str())) {
        faults.push(Fault::new(
            Section::Integrity,
            "unlisted",
            &file.path,
            METADATA,
        ));
    }
}

/// Title, dates and number as the page shows them.
fn page(folder: &Folder<'_>, sheet: &Sheet, faults: &mut Vec<Fault>) {
    let Some(html) = folder.text(&sheet.page) else {
        return;
    };
    let title = heading(html);
    let whole = text_of(html);
    for item in sheet.items.iter().filter(|item| !item.shown.is_empty()) {
        let shown = item.shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_title = item.element.ends_with("title");
        let holds = match is_title {
            true => title.as_deref() == Some(shown.as_str()) && item.value == item.shown,
            false => whole.contains(&shown),
        };
        if !holds {
            let code = "page-differs";
            faults.push(Fault::new(
                Section::Authenticity,
                code,
                &sheet.page,
                &item.element,
            ));
        }
    }
}

/// The text of the first heading.
fn heading(html: &str) -> Option<String> {
    let all = tags(html);
    let is = |tag: &&Tag, closes: bool| tag.name == "h1" && tag.closes == closes;
    let start = all.iter().find(|tag| is(tag, false))?;
    let end = all
        .iter()
        .find(|tag| is(tag, true) && tag.start >= start.end)?;
    Some(text_of(&html[start.end..end.start]))
}
