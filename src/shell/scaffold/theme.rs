//! The files of a new theme: settings, a sheet, words.

use crate::model::Language;
use crate::theme::{BUILT_IN_NAMES, contract};

use super::filled;

/// Why there can be no theme of a name.
pub(in crate::shell) enum UnfitName {
    /// It cannot be the name of a folder on every system, and part of an address.
    BadName,
    /// A theme that comes with the program has it.
    BuiltIn,
}

/// The files of a theme by path, their words in the language of the office.
pub(in crate::shell) fn theme(
    name: &str,
    language: Language,
) -> Result<Vec<(String, String)>, UnfitName> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(plain) || !name.starts_with(char::is_alphanumeric) {
        return Err(UnfitName::BadName);
    }
    if BUILT_IN_NAMES.contains(&name) {
        return Err(UnfitName::BuiltIn);
    }
    macro_rules! of {
        ($file:literal) => {
            match language {
                Language::Chinese => include_str!(concat!("zh-CN/theme/", $file)),
                Language::English => include_str!(concat!("en/theme/", $file)),
            }
        };
    }
    let sheet = format!("assets/{name}.css");
    let texts = [
        ("theme.yaml", of!("theme.yaml")),
        (&sheet, of!("sheet.css")),
        ("i18n/zh-CN.ftl", of!("words.zh-CN.ftl")),
        ("i18n/en.ftl", of!("words.en.ftl")),
    ];
    let text = |text: &str| {
        filled(text, |word| match word {
            "name" => Some(name.to_owned()),
            "contract" => Some(contract()),
            _ => None,
        })
    };
    let files = texts.map(|(path, raw)| (format!("themes/{name}/{path}"), text(raw)));
    Ok(files.to_vec())
}
