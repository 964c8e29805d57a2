//! The languages that a site is built in: its own, and those that stand beside it.

use crate::diagnostic::{Finding, Origin, Path};
use crate::model::Language;
use crate::record::SiteRecord;

/// The language of the root: what `language` says, else the first that is listed.
pub(super) fn first(record: &SiteRecord) -> Language {
    let listed = record.languages.0.first();
    let own = record.language.as_ref().or(listed);
    own.map_or(Language::Chinese, |word| word.0)
}

/// The site's own language, and all that it is built in. The own one is built in any case, listed or not.
pub(super) fn languages(
    record: &SiteRecord,
    origin: Origin,
    findings: &mut Vec<Finding>,
) -> (Language, Vec<Language>) {
    let own = first(record);
    let mut all: Vec<Language> = Vec::new();
    for (place, word) in record.languages.0.iter().enumerate() {
        if all.contains(&word.0) {
            let at = origin.at(Path::new("languages").place(place));
            findings.push(Finding::warning("language-twice", at).with("language", word.0.tag()));
        } else {
            all.push(word.0);
        }
    }
    if !all.is_empty() && !all.contains(&own) {
        let unlisted = Finding::error("language-not-listed", origin.field("language"));
        findings.push(unlisted.with("language", own.tag()));
    }
    if !all.contains(&own) {
        all.insert(0, own);
    }
    (own, all)
}

#[cfg(test)]
mod tests {
    use crate::model::Language::{self, Chinese, English};
    use crate::source::{File, Source};

    fn read(settings: &str) -> (Language, Vec<Language>, Vec<&'static str>) {
        let text = format!("title: 试验\n{settings}");
        let file = File {
            path: "content/site.yaml".to_owned(),
            bytes: text.clone().into_bytes().into(),
        };
        let source = Source {
            files: vec![file],
            ..Source::default()
        };
        let read = crate::config::read(&source);
        let site = read.value.site;
        assert_eq!(crate::config::language(text.as_bytes()), site.language);
        let codes = read.findings.iter().map(|one| one.code).collect();
        (site.language, site.languages, codes)
    }

    #[test]
    fn a_site_is_built_in_the_languages_that_are_listed_and_in_its_own() {
        for (settings, own, all, codes) in [
            ("", Chinese, vec![Chinese], vec![]),
            ("language: en\n", English, vec![English], vec![]),
            (
                "languages: [en, zh-CN]\n",
                English,
                vec![English, Chinese],
                vec![],
            ),
            (
                "language: zh\nlanguages: [en, zh-CN]\n",
                Chinese,
                vec![English, Chinese],
                vec![],
            ),
            (
                "language: zh-CN\nlanguages: [en]\n",
                Chinese,
                vec![Chinese, English],
                vec!["language-not-listed"],
            ),
            (
                "languages: [zh, en, zh-CN]\n",
                Chinese,
                vec![Chinese, English],
                vec!["language-twice"],
            ),
        ] {
            assert_eq!(read(settings), (own, all, codes), "{settings}");
        }
    }

    #[test]
    fn a_language_that_is_not_known_is_found() {
        let (own, all, codes) = read("languages: [zh-CN, fr]\n");
        assert_eq!((own, all), (Chinese, vec![Chinese]));
        assert_eq!(codes, ["unknown-value"]);
    }
}
