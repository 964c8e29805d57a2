//! Templates and assets of a theme, read from the source like all other input; the only module that names `include_dir`
//! and `minifier`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::diagnostic::{Checked, Finding, Place, Value};
use crate::digest::{Digest, Hasher};
use crate::messages::Catalogue;
use crate::model::{Language, Site};
use crate::source::{File, Source};

/// The themes that come with the program, by name; a site's own theme replaces files of one of them.
const BUILT_IN: [(&str, Dir<'_>); 3] = [
    (DEFAULT, include_dir!("$CARGO_MANIFEST_DIR/themes/default")),
    (
        "official",
        include_dir!("$CARGO_MANIFEST_DIR/themes/official"),
    ),
    (PLAIN, include_dir!("$CARGO_MANIFEST_DIR/themes/plain")),
];

/// The theme that all others take their templates and words from.
const DEFAULT: &str = "default";

/// The names that a site's own theme cannot have.
pub(crate) const BUILT_IN_NAMES: [&str; 3] = [BUILT_IN[0].0, BUILT_IN[1].0, BUILT_IN[2].0];

/// The setting that says whether a theme stands on the assets of the one below it.
const ASSETS: &str = "assets";

/// The theme of archives: one style sheet, no scripts.
pub(crate) const PLAIN: &str = "plain";

/// A theme, ready for use.
pub(crate) struct Theme {
    /// By name, `task.html`.
    pub(crate) templates: BTreeMap<String, Part>,
    /// By name, `site.css`.
    pub(crate) assets: BTreeMap<String, Part>,
    /// `key: value` lines of `theme.yaml`, over those of the theme below it; for templates.
    pub(crate) settings: BTreeMap<String, String>,
    /// The words of the site's own language.
    pub(crate) catalogue: Arc<Catalogue>,
    /// Those of the other languages that a site is built in.
    pub(crate) others: BTreeMap<Language, Arc<Catalogue>>,
    /// Over all that pages take from it: templates, settings and words.
    pub(crate) digest: Digest,
}

/// One file of a theme.
pub(crate) struct Part {
    pub(crate) bytes: Cow<'static, [u8]>,
    /// Where the site has it; none: it is built in.
    pub(crate) path: Option<String>,
}

/// The theme of a site, with the words of every language that it is built in.
pub(crate) fn of_site(source: &Source, site: &Site) -> Checked<Theme> {
    let mut loaded = load(source, &site.theme, site.language);
    for language in site.languages.iter().copied() {
        if language != site.language {
            // What is wrong with the rest of the theme was found with the first language.
            let other = load(source, &site.theme, language);
            let known = |finding: &Finding| loaded.findings.contains(finding);
            let new = other.findings.into_iter().filter(|one| !known(one));
            let new: Vec<Finding> = new.collect();
            loaded.findings.extend(new);
            let mut both = Hasher::new();
            for theme in [&loaded.value, &other.value] {
                both.update(theme.digest.hex().as_bytes());
            }
            loaded.value.digest = both.finish();
            loaded.value.others.insert(language, other.value.catalogue);
        }
    }
    loaded
}

/// The theme of this name: files under `themes/<name>/` over those of the built-in theme of that name, or of the one that
/// its `theme.yaml` names as `extends`, else over the default. That there is such a theme was checked where its name is
/// written.
pub(crate) fn load(source: &Source, name: &str, language: Language) -> Checked<Theme> {
    let mut findings = Vec::new();
    let folder = format!("themes/{name}/");
    let own: Vec<(&str, &File)> = source
        .themes
        .iter()
        .filter_map(|file| Some((file.path.strip_prefix(&folder)?, file)))
        .collect();
    let base = base(name, &own, &mut findings);
    let mut files = stack(base);
    findings.extend(other_contract(&own, &files));
    let mut settings = settings_of(&files);
    let own_settings = own_settings(&own);
    if own_settings.get(ASSETS).is_some_and(|word| word == "own") {
        files.retain(|path, _| !path.starts_with("assets/"));
    }
    settings.extend(own_settings);
    for (inside, file) in own {
        // A copy that was not changed is the built-in file.
        if let Some(bytes) = original(base, inside).filter(|bytes| *bytes == file.bytes.as_slice())
        {
            files.entry(inside.to_owned()).or_insert_with(|| Part {
                bytes: small(inside, bytes),
                path: None,
            });
            continue;
        }
        let path = Some(file.path.clone());
        let bytes = Cow::Owned(file.bytes.to_vec());
        files.insert(inside.to_owned(), Part { bytes, path });
    }
    let catalogue = catalogue(&files, language, &mut findings);
    let value = Theme {
        digest: digest(&files, language, &settings),
        templates: take(&mut files, "templates/"),
        assets: take(&mut files, "assets/"),
        settings,
        catalogue: Arc::new(catalogue),
        others: BTreeMap::new(),
    };
    Checked { value, findings }
}

fn digest(
    files: &BTreeMap<String, Part>,
    language: Language,
    settings: &BTreeMap<String, String>,
) -> Digest {
    let mut hasher = Hasher::new();
    let mut add = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    add(language.tag().as_bytes());
    for (name, part) in files {
        if !name.starts_with("assets/") {
            add(name.as_bytes());
            add(&part.bytes);
        }
    }
    for (name, value) in settings {
        add(name.as_bytes());
        add(value.as_bytes());
    }
    hasher.finish()
}

impl Theme {
    /// The words of a language that the theme was loaded for.
    pub(crate) fn words(&self, language: Language) -> &Arc<Catalogue> {
        self.others.get(&language).unwrap_or(&self.catalogue)
    }
}

impl Part {
    pub(crate) fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }
}

/// The built-in theme below a theme of this name.
fn base(name: &str, own: &[(&str, &File)], findings: &mut Vec<Finding>) -> &'static str {
    let built_in = |sought: &str| {
        let mut names = BUILT_IN.iter().map(|(name, _)| *name);
        names.find(|name| *name == sought)
    };
    if let Some(name) = built_in(name) {
        return name;
    }
    let Some((_, file)) = own.iter().find(|(inside, _)| *inside == "theme.yaml") else {
        return DEFAULT;
    };
    let settings = settings(&String::from_utf8_lossy(&file.bytes));
    let Some(wanted) = settings.get("extends") else {
        return DEFAULT;
    };
    built_in(wanted).unwrap_or_else(|| {
        let place = Place::Path(file.path.clone());
        let unknown = Finding::error("unknown-theme", place).with("name", wanted.as_str());
        let all = BUILT_IN.iter().map(|(name, _)| (*name).to_owned());
        findings.push(unknown.with("themes", Value::List(all.collect())));
        DEFAULT
    })
}

/// A site's theme that says that it was made for another version of the views than the built-in themes are.
fn other_contract(own: &[(&str, &File)], built_in: &BTreeMap<String, Part>) -> Option<Finding> {
    let (_, file) = own.iter().find(|(inside, _)| *inside == "theme.yaml")?;
    let asked = own_settings(own).remove("contract")?;
    let given = settings_of(built_in).remove("contract")?;
    let other = Finding::warning("theme-contract", Place::Path(file.path.clone()));
    (asked != given).then(|| other.with("asked", asked).with("given", given))
}

/// The files of a built-in theme over those of the default; one whose settings say `assets: own` takes none of its assets.
fn stack(name: &str) -> BTreeMap<String, Part> {
    let above = built_in(name);
    let keeps_to_own = settings_of(&above)
        .get(ASSETS)
        .is_some_and(|word| word == "own");
    let mut files = built_in(DEFAULT);
    files.retain(|path, _| !(keeps_to_own && path.starts_with("assets/")));
    files.extend(above);
    files
}

/// The version of the views that the built-in themes are made for.
pub(crate) fn contract() -> String {
    let mut settings = settings_of(&built_in(DEFAULT));
    settings.remove("contract").unwrap_or_default()
}

/// What the settings of the theme say among these files.
fn settings_of(files: &BTreeMap<String, Part>) -> BTreeMap<String, String> {
    let part = files.get("theme.yaml");
    part.map(|part| settings(&part.text())).unwrap_or_default()
}

fn own_settings(own: &[(&str, &File)]) -> BTreeMap<String, String> {
    let file = own.iter().find(|(inside, _)| *inside == "theme.yaml");
    file.map(|(_, file)| settings(&String::from_utf8_lossy(&file.bytes)))
        .unwrap_or_default()
}

fn built_in(name: &str) -> BTreeMap<String, Part> {
    let mut files = BTreeMap::new();
    let mut open: Vec<&Dir<'static>> = BUILT_IN
        .iter()
        .filter(|(known, _)| *known == name)
        .map(|(_, folder)| folder)
        .collect();
    while let Some(folder) = open.pop() {
        open.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            let bytes = small(&path, file.contents());
            files.insert(path, Part { bytes, path: None });
        }
    }
    files
}

/// A file of a built-in theme, or of the default below it, as it was written.
fn original(name: &str, inside: &str) -> Option<&'static [u8]> {
    let themes = BUILT_IN.iter().filter(|(known, _)| *known == name);
    let below = BUILT_IN.iter().filter(|(known, _)| *known == DEFAULT);
    let mut found = themes
        .chain(below)
        .filter_map(|(_, folder)| folder.get_file(inside));
    found.next().map(|file| file.contents())
}

/// Sheets and scripts without what only those need who write them: pages carry them over slow networks.
fn small(path: &str, bytes: &'static [u8]) -> Cow<'static, [u8]> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Cow::Borrowed(bytes);
    };
    let small = match path.rsplit_once('.') {
        Some((_, "js")) => minifier::js::minify(text).to_string(),
        Some((_, "css")) => match minifier::css::minify(text) {
            Ok(small) => small.to_string(),
            Err(_) => return Cow::Borrowed(bytes),
        },
        _ => return Cow::Borrowed(bytes),
    };
    Cow::Owned(small.into_bytes())
}

/// The default theme's words.
fn words(language: &str) -> Option<&'static str> {
    let (_, folder) = BUILT_IN.iter().find(|(name, _)| *name == DEFAULT)?;
    folder
        .get_file(format!("i18n/{language}.ftl"))?
        .contents_utf8()
}

fn take(files: &mut BTreeMap<String, Part>, folder: &str) -> BTreeMap<String, Part> {
    let names: Vec<String> = files
        .keys()
        .filter(|name| name.starts_with(folder))
        .cloned()
        .collect();
    let parts = names.into_iter().filter_map(|name| {
        let part = files.remove(&name)?;
        Some((name[folder.len()..].to_owned(), part))
    });
    parts.collect()
}

/// The interface's messages; a site's own file is laid over the built-in one message by message.
fn catalogue(
    files: &BTreeMap<String, Part>,
    language: Language,
    findings: &mut Vec<Finding>,
) -> Catalogue {
    let name = format!("i18n/{}.ftl", language.tag());
    let built_in = words(language.tag()).expect("invariant: every language is built in");
    let own = files
        .get(&name)
        .and_then(|part| Some((part.text(), part.path.as_ref()?)));
    if let Some((text, path)) = own {
        match Catalogue::parse(language, &[built_in, &text]) {
            Ok(catalogue) => return catalogue,
            Err(faults) => findings.extend(faults.into_iter().map(|fault| {
                let line = text[..fault.start.min(text.len())].matches('\n').count() + 1;
                Finding::error("message-error", Place::Path(path.clone()))
                    .with("line", line)
                    .with("message", fault.reason)
            })),
        }
    }
    Catalogue::parse(language, &[built_in])
        .unwrap_or_else(|faults| panic!("invariant: built-in messages are right: {faults:?}"))
}

/// Flat `key: value` lines; quotation marks around a value are dropped.
fn settings(text: &str) -> BTreeMap<String, String> {
    let lines = text
        .lines()
        .filter(|line| !line.starts_with(['#', ' ', '-']));
    lines
        .filter_map(|line| line.split_once(':'))
        .map(|(key, value)| {
            let value = value.split(" #").next().unwrap_or_default();
            let value = value.trim().trim_matches(['"', '\'']);
            (key.trim().to_owned(), value.to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests;
