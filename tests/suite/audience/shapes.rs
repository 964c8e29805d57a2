//! The fields of every record type, as the program's own text declares them, so that no field can be forgotten.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The fields of every record and every part of one, by the name of its type; and the first word of each closed list.
pub struct Shapes {
    structs: BTreeMap<String, Vec<(String, String)>>,
    words: BTreeMap<String, String>,
    /// The name of a record type, and its folder.
    pub kinds: Vec<(String, String)>,
}

impl Shapes {
    pub fn read() -> Shapes {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/record");
        let text = |name: &str| {
            let text = fs::read_to_string(folder.join(name)).expect("the program's text");
            let lines = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            lines.collect::<Vec<_>>().join("\n")
        };
        let mut structs: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for entry in fs::read_dir(&folder).expect("the folder of record types") {
            let name = entry.expect("an entry").file_name();
            let text = text(&name.to_string_lossy());
            for opening in ["record!(", "part!(", "pub(crate) struct "] {
                // The macro of parts has no fields of its own.
                let shapes = text.split(opening).skip(1).filter_map(shape);
                structs.extend(shapes.filter(|(_, fields)| !fields.is_empty()));
            }
        }
        let common = structs.remove("$name").expect("the common fields");
        assert!(
            common.iter().any(|(field, _)| field == "body"),
            "{common:?}"
        );
        let kinds = kinds(&text("kind.rs"));
        for (kind, _) in &kinds {
            let own = structs
                .get_mut(&format!("{kind}Record"))
                .unwrap_or_else(|| panic!("no fields of {kind} were found"));
            own.extend(common.clone());
        }
        Shapes {
            structs,
            words: words(),
            kinds,
        }
    }

    pub fn fields(&self, name: &str) -> &[(String, String)] {
        let fields = self.structs.get(name);
        fields.unwrap_or_else(|| panic!("{name} is a shape that this test does not know"))
    }

    pub fn word(&self, list: &str) -> &str {
        self.words
            .get(list)
            .unwrap_or_else(|| panic!("{list} has no words"))
    }
}

/// `Name { field: Type, … }`, when the text begins so.
fn shape(text: &str) -> Option<(String, Vec<(String, String)>)> {
    let (name, rest) = text.split_once('{')?;
    let name = name.trim();
    if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || c == '$') {
        return None;
    }
    // In the macro of all records a repetition follows the common fields.
    let inside = rest.split(['}', '(']).next()?;
    let inside = match name {
        "$name" => rest.split("$(").next()?,
        _ if rest.trim_start().starts_with("pub(crate)") => rest.split('}').next()?,
        _ => inside,
    };
    let plain = inside
        .replace("pub(crate)", "")
        .replace("$crate::record::", "")
        .replace("$crate::model::", "")
        .replace("head::", "");
    let fields = plain.split(',').filter_map(|field| {
        let (name, kind) = field.split_once(':')?;
        Some((name.trim().to_owned(), kind.trim().to_owned()))
    });
    Some((name.to_owned(), fields.collect()))
}

/// `Kind::Campaign => "campaigns"`: the folders stand before all other words.
fn kinds(text: &str) -> Vec<(String, String)> {
    let mut kinds: Vec<(String, String)> = Vec::new();
    for line in text.split("RecordKind::").skip(1) {
        let Some((kind, rest)) = line.split_once(" => \"") else {
            continue;
        };
        let known = kinds.iter().any(|(known, _)| known == kind);
        if kind != "Decision" && !known {
            let folder = rest.split('"').next().unwrap_or_default();
            kinds.push((kind.to_owned(), folder.to_owned()));
        }
    }
    assert!(kinds.len() >= 13, "{kinds:?}");
    kinds
}

/// The first word of every closed list of the model: `worded!(Light { Red "red", …`.
fn words() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model");
    let mut first = BTreeMap::new();
    for entry in fs::read_dir(&folder).expect("the folder of the model") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("the program's text");
        let lists = text.split("worded!(").skip(1).filter_map(|list| {
            let (name, rest) = list.split_once(' ')?;
            Some((name.to_owned(), rest.split('"').nth(1)?.to_owned()))
        });
        first.extend(lists);
    }
    assert!(first.len() >= 15, "{first:?}");
    first
}
