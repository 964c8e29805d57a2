//! What is in the files: formats that last, text that opens, nothing loaded from elsewhere, nothing that runs.

use super::super::format::{self, Format};
use super::super::html::{Tag, is_remote, resolve, tags};
use super::{Entry, Fault, Folder, Section};

const PAGES: &str = "data/pages/";

/// Elements that bring foreign things onto a page.
const EMBEDDED: [&str; 7] = [
    "iframe",
    "object",
    "embed",
    "applet",
    "base",
    "form",
    "foreignobject",
];

pub(super) fn check(folder: &Folder<'_>, faults: &mut Vec<Fault>) {
    for file in folder.files().filter(|file| file.path.starts_with("data/")) {
        let usability = |code| Fault::new(Section::Usability, code, &file.path, "");
        match format::of(&file.path) {
            Format::Unknown => faults.push(usability("format")),
            _ if file.size == 0 => faults.push(usability("empty")),
            Format::Binary(starts) if !starts.iter().any(|start| file.bytes.starts_with(start)) => {
                faults.push(usability("not-what-it-says"));
            }
            Format::Binary(_) => {}
            Format::Text => match std::str::from_utf8(&file.bytes) {
                Ok(text) if !text.contains('\0') => text_file(folder, file, text, faults),
                _ => faults.push(usability("not-utf8")),
            },
        }
    }
}

fn text_file(folder: &Folder<'_>, file: &Entry, text: &str, faults: &mut Vec<Fault>) {
    match format::ending(&file.path).as_str() {
        "html" => {
            if !is_page(text) {
                faults.push(Fault::new(Section::Usability, "not-a-page", &file.path, ""));
            }
            marked(folder, file, text, faults);
        }
        "svg" | "xml" => marked(folder, file, text, faults),
        "css" => faults.extend(
            remote_style(text)
                .map(|address| Fault::new(Section::Usability, "remote", &file.path, &address)),
        ),
        _ => {}
    }
}

/// It begins as a page, has a title, and ends.
fn is_page(text: &str) -> bool {
    let start: String = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .chars()
        .take(15)
        .collect();
    let all = tags(text);
    let has = |name: &str, closes: bool| {
        all.iter()
            .any(|tag| tag.name == name && tag.closes == closes)
    };
    start.eq_ignore_ascii_case("<!doctype html>")
        && ["html", "title", "body"]
            .iter()
            .all(|name| has(name, false) && has(name, true))
}

fn marked(folder: &Folder<'_>, file: &Entry, text: &str, faults: &mut Vec<Fault>) {
    let path = &file.path;
    for tag in tags(text).iter().filter(|tag| !tag.closes) {
        let mut safety =
            |code, detail: &str| faults.push(Fault::new(Section::Safety, code, path, detail));
        if tag.name == "script" {
            safety("script", "<script>");
        }
        if EMBEDDED.contains(&tag.name.as_str()) || is_refresh(tag) {
            safety("embedded", &format!("<{}>", tag.name));
        }
        for (name, value) in &tag.attributes {
            if name.starts_with("on") {
                safety("script", name);
            }
            if is_running(value)
                && ["href", "src", "xlink:href", "action", "data"].contains(&name.as_str())
            {
                safety("script", value);
            }
        }
        links(folder, file, tag, faults);
    }
    if let Some(address) = remote_style(text) {
        faults.push(Fault::new(Section::Usability, "remote", path, &address));
    }
}

fn is_refresh(tag: &Tag) -> bool {
    tag.name == "meta"
        && tag
            .value("http-equiv")
            .is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
}

fn is_running(value: &str) -> bool {
    let value: String = value
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let value = value.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:text/html"]
        .iter()
        .any(|start| value.starts_with(start))
}

/// What is loaded has to be here, and what a page links to.
fn links(folder: &Folder<'_>, file: &Entry, tag: &Tag, faults: &mut Vec<Fault>) {
    const LOADED: [&str; 7] = [
        "src",
        "srcset",
        "poster",
        "data",
        "background",
        "xlink:href",
        "href",
    ];
    let path = &file.path;
    for (name, value) in &tag.attributes {
        if !LOADED.contains(&name.as_str()) || value.is_empty() {
            continue;
        }
        let is_link = tag.name == "a" || tag.name == "area";
        if is_remote(value) {
            let is_inline = value.trim_start().starts_with("data:");
            if !is_link && !is_inline {
                faults.push(Fault::new(Section::Usability, "remote", path, value));
            }
            continue;
        }
        let Some(route) = path.strip_prefix(PAGES).filter(|_| path.ends_with(".html")) else {
            continue;
        };
        let there =
            resolve(route, value).is_some_and(|to| folder.file(&format!("{PAGES}{to}")).is_some());
        if !there && name != "srcset" {
            faults.push(Fault::new(Section::Integrity, "broken-link", path, value));
        }
    }
}

/// The first address outside that a style loads something from.
fn remote_style(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let addresses = lower.match_indices("url(").map(|(at, _)| &lower[at + 4..]);
    let imports = lower
        .match_indices("@import")
        .map(|(at, _)| &lower[at + 7..]);
    addresses.chain(imports).find_map(|rest| {
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        let end = rest.find([')', '"', '\'', ';']).unwrap_or(rest.len());
        let address = rest[..end].trim();
        let is_outside = is_remote(address) && !address.starts_with("data:");
        is_outside.then(|| address.to_owned())
    })
}
