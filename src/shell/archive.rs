//! `tongbao archive`: packages for the records office, each whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use crate::archive::{self, Content, Files, KeyFault, Terms, Unknown};
use crate::derive::Report;
use crate::diagnostic::{Checked, Severity};
use crate::messages::{Arg, Catalogue};
use crate::model::{Audience, Project, Visibility};
use crate::output::Refusal;
use crate::site::Page;
use crate::source::Asset;
use crate::{names, pipeline, theme};

use super::Ending;
use super::cli::{Options, Packing};
use super::clock::Watch;
use super::console::{Console, number};
use super::disk;
use super::input::{self, Input};
use super::publish::occupied;

pub(super) fn archive(options: &Options, wanted: &Packing, console: Console) -> Ending {
    let mut watch = Watch::start();
    let (mut input, console) = match input::read(options, console, &mut watch) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    if input.counts.errors > 0 {
        console.findings(&input.findings, &input.source);
        console.tell("archive-stopped", &[]);
        return Ending::Findings;
    }
    match pack(&mut input, options, wanted, &console) {
        Ok(made) => {
            console.findings(&input.findings, &input.source);
            let place = wanted.folder.display().to_string();
            let values = [
                ("count", Arg::Number(number(made))),
                ("place", Arg::Text(&place)),
            ];
            console.tell("archived", &values);
            Ending::Well
        }
        Err(Stop::Said(ending)) => ending,
        Err(Stop::World(refusal)) => {
            console.refused(&refusal);
            Ending::Refused
        }
    }
}

/// Why nothing was written.
enum Stop {
    /// It was said already.
    Said(Ending),
    World(Refusal),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Stop {
        Stop::World(refusal)
    }
}

/// Makes the packages, and how many there are.
fn pack(
    input: &mut Input,
    options: &Options,
    wanted: &Packing,
    console: &Console,
) -> Result<usize, Stop> {
    if let Some(why) = occupied(&wanted.folder, &options.root) {
        let path = wanted.folder.display().to_string();
        let id = format!("refused-archive-{}", why.word());
        console.fail(&id, &[("path", Arg::Text(&path))]);
        return Err(Stop::Said(Ending::Refused));
    }
    target_is_free(&wanted.folder, console)?;
    let key = key(wanted.sign.as_deref(), console)?;
    let language = input.project.site.language;
    let Checked {
        value: theme,
        findings,
    } = theme::load(&input.source, theme::PLAIN, language);
    input.find(findings, options.deny_warnings);
    let words = Catalogue::built_in(language);
    let report = pipeline::report(&input.project, input.as_of);
    let records = archive::find(&report, &input.source, &wanted.what).map_err(|unknown| {
        if !not_out(input, &wanted.what, console) {
            self::unknown(&unknown, &wanted.what, console);
        }
        Stop::Said(Ending::Refused)
    })?;
    let with_sources = sources_go_in(input, wanted, (&report, &records), console)?;
    let terms = Terms {
        audience: &input.audience.name,
        source_id: wanted.source_id.as_deref(),
        records: with_sources,
        words: &words,
        read: &|asset| disk::asset_bytes(&options.root, asset),
    };
    let building = Building::begin(&wanted.folder)?;
    let mut found = Vec::new();
    for record in &records {
        let Checked {
            value: mut files,
            findings,
        } = pipeline::package(&report, &theme, &input.source, (*record, &terms))?;
        if findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
        {
            found.extend(findings);
            break;
        }
        found.extend(findings);
        if !archive::shows(&report, &files, *record) {
            let name = archive::name(&report, *record);
            console.fail("archive-no-page", &[("id", Arg::Text(&name))]);
            return Err(Stop::Said(Ending::Refused));
        }
        if let Some(key) = &key {
            archive::sign(&mut files, key).map_err(|fault| key_fault(fault, wanted, console))?;
        }
        let top = match wanted.what.as_str() {
            "all" => building.at.join(archive::name(&report, *record)),
            _ => building.at.clone(),
        };
        write(&options.root, &top, &files)?;
    }
    drop(report);
    input.find(found, options.deny_warnings);
    if input.counts.errors > 0 {
        console.findings(&input.findings, &input.source);
        console.tell("archive-stopped", &[]);
        return Err(Stop::Said(Ending::Findings));
    }
    building.finish(&wanted.folder)?;
    Ok(records.len())
}

/// A folder that is there has to be empty: what is in it is nothing of ours.
fn target_is_free(folder: &Path, console: &Console) -> Result<(), Stop> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            folder.symlink_metadata().is_err()
        }
        Err(_) => false,
    };
    if is_free {
        return Ok(());
    }
    let path = folder.display().to_string();
    console.fail("refused-archive-there", &[("path", Arg::Text(&path))]);
    Err(Stop::Said(Ending::Refused))
}

fn key(file: Option<&Path>, console: &Console) -> Result<Option<String>, Stop> {
    let Some(file) = file else {
        return Ok(None);
    };
    let bytes = fs::read(file).map_err(Refusal::at("read", file))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(_) => Err(no_key("key-not-a-key", file, console)),
    }
}

fn key_fault(fault: KeyFault, wanted: &Packing, console: &Console) -> Stop {
    let id = match fault {
        KeyFault::NotAKey => "key-not-a-key",
        KeyFault::Encrypted => "key-encrypted",
        KeyFault::Kind => "key-kind",
    };
    no_key(id, wanted.sign.as_deref().unwrap_or(Path::new("")), console)
}

fn no_key(id: &str, file: &Path, console: &Console) -> Stop {
    console.fail(id, &[("path", Arg::Text(&file.display().to_string()))]);
    Stop::Said(Ending::Refused)
}

/// Says so when what was asked for is a bulletin that is not out at the as-of date.
fn not_out(input: &Input, asked: &str, console: &Console) -> bool {
    let id = asked.strip_prefix("bulletin:").unwrap_or(asked);
    let bulletins = input.project.bulletins.iter().map(|(_, one)| &one.now);
    let mut bulletins = bulletins.filter(|one| names::folded(&one.head.id) == names::folded(id));
    let Some(bulletin) = bulletins.next() else {
        return false;
    };
    let id = ("id", Arg::Text(&bulletin.head.id));
    if bulletin.released.is_none() {
        console.fail("archive-draft", &[id]);
    } else if bulletin.dated > input.as_of {
        let dated = bulletin.dated.to_string();
        let days = [
            ("dated", Arg::Text(&dated)),
            ("as_of", Arg::Date(input.as_of)),
        ];
        console.fail("archive-later", &[&[id][..], &days].concat());
    } else {
        return false;
    }
    true
}

fn unknown(unknown: &Unknown, asked: &str, console: &Console) {
    let id = Arg::Text(asked);
    match unknown {
        Unknown::Record(near) if near.is_empty() => console.fail("archive-unknown", &[("id", id)]),
        Unknown::Record(near) => {
            console.fail(
                "archive-unknown-near",
                &[("id", id), ("near", Arg::Choice(near))],
            );
        }
        Unknown::Type => console.fail("archive-type", &[("id", id)]),
        Unknown::Several(all) => {
            console.fail("archive-several", &[("id", id), ("all", Arg::Choice(all))]);
        }
        Unknown::Nothing => console.fail("archive-nothing", &[]),
    }
}

/// Whether the source files go into the packages. They have comments and ids that no page shows, so they go only to
/// readers of what is internal, and no file goes that holds more than these may see.
fn sources_go_in(
    input: &Input,
    wanted: &Packing,
    (report, records): (&Report<'_>, &[Page]),
    console: &Console,
) -> Result<bool, Stop> {
    if wanted.without_records {
        return Ok(false);
    }
    if !input.audience.may_see(Visibility::Internal) {
        console.tell("archive-without-records", &[]);
        return Ok(false);
    }
    let all = everything(input);
    let secrets = archive::secrets(&all, &input.audience);
    let mut told = Vec::new();
    for record in records {
        for hidden in secrets.of_package(report, &input.source, *record) {
            if !told.contains(&hidden) {
                let values = [
                    ("path", Arg::Text(&hidden.path)),
                    ("id", Arg::Text(&hidden.id)),
                ];
                console.fail("archive-hidden", &values);
                told.push(hidden);
            }
        }
    }
    match told.is_empty() {
        true => Ok(true),
        false => Err(Stop::Said(Ending::Refused)),
    }
}

/// The records as those see them who may see everything.
fn everything(input: &Input) -> Project {
    let all = Audience::up_to(Visibility::Restricted);
    pipeline::project(&input.source, pipeline::settings(&input.source), &all).value
}

/// A folder beside the one that is asked for; gone when it is dropped before it took its place.
struct Building {
    at: PathBuf,
    is_placed: bool,
}

impl Building {
    fn begin(folder: &Path) -> Result<Building, Refusal> {
        let full = std::path::absolute(folder).map_err(Refusal::at("create", folder))?;
        let name = full
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let above = full.parent().unwrap_or(Path::new(".")).to_path_buf();
        fs::create_dir_all(&above).map_err(Refusal::at("create", &above))?;
        let at = above.join(format!(".{name}.archive-{}", std::process::id()));
        fs::create_dir(&at).map_err(Refusal::at("create", &at))?;
        Ok(Building {
            at,
            is_placed: false,
        })
    }

    fn finish(mut self, folder: &Path) -> Result<(), Refusal> {
        // An empty folder gives way; some systems do not rename onto one.
        if folder.is_dir() {
            fs::remove_dir(folder).map_err(Refusal::at("remove", folder))?;
        }
        fs::rename(&self.at, folder).map_err(Refusal::at("rename", folder))?;
        self.is_placed = true;
        Ok(())
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        if !self.is_placed {
            let _ = fs::remove_dir_all(&self.at);
        }
    }
}

fn write(root: &Path, top: &Path, files: &Files) -> Result<(), Refusal> {
    for (path, content) in files {
        let at = top.join(path);
        let folder = at.parent().unwrap_or(top);
        fs::create_dir_all(folder).map_err(Refusal::at("create", folder))?;
        match content {
            Content::Bytes(bytes) => fs::write(&at, bytes).map_err(Refusal::at("write", &at))?,
            Content::Asset(asset) => copy(root, &at, asset)?,
        }
    }
    Ok(())
}

/// An asset as it was when it was read: one that changed since would not fit its digest.
fn copy(root: &Path, at: &Path, asset: &Asset) -> Result<(), Refusal> {
    let from = root.join(&asset.path);
    let mut source = fs::File::open(&from).map_err(Refusal::at("read", &from))?;
    let mut target = fs::File::create_new(at).map_err(Refusal::at("write", at))?;
    let (_, digest) = disk::pour(&mut source, &mut target).map_err(Refusal::at("copy", &from))?;
    if digest.hex() != asset.digest {
        let changed = std::io::Error::from(std::io::ErrorKind::ResourceBusy);
        return Err(Refusal::at("copy", &from)(changed));
    }
    Ok(())
}
