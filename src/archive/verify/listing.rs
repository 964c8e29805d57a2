//! What the manifests list against what is there: every file named that is missing, added or changed.

use std::collections::BTreeMap;

use super::super::bag::{DECLARED, INFO, MANIFEST, TAG_MANIFEST, decoded};
use super::{Fault, Folder, Kind, Section};

pub(super) fn check(folder: &Folder<'_>, faults: &mut Vec<Fault>) {
    for (name, is_payload) in [(MANIFEST, true), (TAG_MANIFEST, false)] {
        let Some(text) = folder.text(name) else {
            if folder.file(name).is_none() {
                faults.push(Fault::new(Section::Integrity, "missing", name, ""));
            }
            continue;
        };
        let listed = read(text, (name, is_payload), faults);
        compare(folder, &listed, faults);
        let unlisted = folder.0.values().filter(|entry| match is_payload {
            true => entry.path.starts_with("data/"),
            false => [DECLARED, INFO, MANIFEST].contains(&entry.path.as_str()),
        });
        let unlisted = unlisted.filter(|entry| entry.kind != Kind::EmptyFolder);
        for entry in unlisted.filter(|entry| !listed.contains_key(&entry.path)) {
            faults.push(Fault::new(
                Section::Integrity,
                "unlisted",
                &entry.path,
                name,
            ));
        }
    }
}

/// Digests by path; what cannot be read, leads out or stands twice is told.
fn read(
    text: &str,
    (name, is_payload): (&str, bool),
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, String> {
    let mut listed = BTreeMap::new();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (place, line) in text.lines().enumerate() {
        if line.is_empty() {
            continue;
        }
        let number = (place + 1).to_string();
        let Some((digest, path)) = entry(line) else {
            faults.push(Fault::new(Section::Integrity, "bad-line", name, &number));
            continue;
        };
        if !is_safe(&path) {
            faults.push(Fault::new(Section::Safety, "unsafe-path", name, &path));
        } else if path.starts_with("data/") != is_payload {
            faults.push(Fault::new(Section::Integrity, "bad-line", name, &number));
        } else if listed.insert(path.clone(), digest).is_some() {
            faults.push(Fault::new(Section::Integrity, "listed-twice", &path, name));
        }
    }
    listed
}

/// `digest  path`, or `digest *path`.
fn entry(line: &str) -> Option<(String, String)> {
    let (digest, path) = line.split_once([' ', '\t'])?;
    let is_digest = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit());
    let path = path.trim_start_matches([' ', '\t']);
    let path = path.strip_prefix('*').unwrap_or(path);
    (is_digest && !path.is_empty()).then(|| (digest.to_ascii_lowercase(), decoded(path)))
}

/// Whether a path stays in the folder, on every system.
fn is_safe(path: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    !path.starts_with('~')
        && !path.contains(['\\', ':'])
        && !path.chars().any(char::is_control)
        && path.split('/').all(is_part)
}

fn compare(folder: &Folder<'_>, listed: &BTreeMap<String, String>, faults: &mut Vec<Fault>) {
    for (path, digest) in listed {
        match folder.0.get(path.as_str()) {
            None => faults.push(Fault::new(Section::Integrity, "missing", path, "")),
            // A link or a pipe is told as such.
            Some(entry) if entry.kind != Kind::File => {}
            Some(entry) if entry.digest != *digest => {
                faults.push(Fault::new(Section::Authenticity, "changed", path, ""));
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{entry, is_safe, read};

    const DIGEST: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn a_line_is_read_as_the_tools_write_it() {
        let path = |line: &str| entry(line).map(|(_, path)| path);
        let some = |path: &str| Some(path.to_owned());
        assert_eq!(path(&format!("{DIGEST}  data/a b")), some("data/a b"));
        assert_eq!(path(&format!("{DIGEST} *data/a")), some("data/a"));
        assert_eq!(
            path(&format!("{DIGEST}\tdata/a%25b%0Ac")),
            some("data/a%b\nc")
        );
        assert_eq!(path(&format!("{DIGEST}  data/a%20b")), some("data/a%20b"));
        assert_eq!(path("abc  data/a"), None);
        assert_eq!(
            entry(&format!("{}  data/a", DIGEST.to_uppercase()))
                .unwrap()
                .0,
            DIGEST
        );
    }

    #[test]
    fn line_ends_of_every_kind_are_line_ends() {
        let text = format!("{DIGEST}  data/a\r\n{DIGEST}  data/b\r{DIGEST}  data/c\n");
        let mut faults = Vec::new();
        let listed = read(&text, ("m", true), &mut faults);
        assert_eq!(
            listed.into_keys().collect::<Vec<_>>(),
            ["data/a", "data/b", "data/c"]
        );
        assert!(faults.is_empty());
    }

    #[test]
    fn what_leads_out_or_stands_twice_is_told() {
        let text =
            format!("{DIGEST}  data/../../x\n{DIGEST}  data/a\n{DIGEST}  data/a\n{DIGEST}  b\nx\n");
        let mut faults = Vec::new();
        read(&text, ("m", true), &mut faults);
        let codes: Vec<_> = faults
            .iter()
            .map(|fault| (fault.code, fault.detail.as_str()))
            .collect();
        let expected = [
            ("unsafe-path", "data/../../x"),
            ("listed-twice", "m"),
            ("bad-line", "4"),
            ("bad-line", "5"),
        ];
        assert_eq!(codes, expected);
    }

    #[test]
    fn a_path_stays_inside() {
        for path in [
            "/etc/x", "data//x", "data/./x", "..", "~/x", "data\\x", "c:/x", "data/",
        ] {
            assert!(!is_safe(path), "{path}");
        }
        assert!(is_safe("data/记录/a b.yaml"));
    }
}
