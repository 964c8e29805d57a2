//! The table of all codes: what can be found, how serious it is, and which values its message shows.

use super::Severity;

/// One kind of finding; its words stand in the catalogues under `name`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) name: &'static str,
    pub(crate) severity: Severity,
    /// The values that the message may show.
    pub(crate) values: &'static [&'static str],
}

/// All codes, in the order in which `explain` lists them.
pub(crate) fn codes() -> impl Iterator<Item = &'static Code> {
    let records = FORM.iter().chain(LINKS).chain(RECORDS);
    records.chain(WARNINGS).chain(BULLETINS)
}

/// None when there is no such code.
pub(crate) fn code(name: &str) -> Option<&'static Code> {
    codes().find(|code| code.name == name)
}

const fn error(name: &'static str, values: &'static [&'static str]) -> Code {
    Code {
        name,
        severity: Severity::Error,
        values,
    }
}

const fn warning(name: &'static str, values: &'static [&'static str]) -> Code {
    Code {
        name,
        severity: Severity::Warning,
        values,
    }
}

const fn note(name: &'static str, values: &'static [&'static str]) -> Code {
    Code {
        name,
        severity: Severity::Note,
        values,
    }
}

/// A file by itself.
const FORM: &[Code] = &[
    error("yaml-syntax", &["reason", "detail"]),
    error("front-matter-not-yaml", &[]),
    error("front-matter-not-closed", &[]),
    error("not-utf8", &["encoding"]),
    error("forbidden-character", &["character"]),
    error("too-large", &["size", "limit"]),
    error("too-deep", &[]),
    error("too-many-aliases", &[]),
    error("too-many-records", &[]),
    error("too-many-faults", &[]),
    error("unreadable-file", &["cause"]),
    error("unknown-field", &["field"]),
    error("unknown-value", &["value", "candidates"]),
    error("wrong-type", &["expected", "found"]),
    error("bad-date", &["value"]),
    error("year-less-date", &["value"]),
    error("impossible-date", &["value"]),
    error("bad-number", &["value"]),
    error("bad-value", &["expected", "value"]),
    error("duplicate-key", &["key"]),
    error("missing-field", &["field", "type"]),
    error("not-a-record", &[]),
    error("key-not-text", &[]),
    error("merge-key", &[]),
    error("yaml-tag", &[]),
    error("second-document", &[]),
    error("unknown-folder", &["folder"]),
    error("stray-note", &[]),
    error("stray-translation", &[]),
    error("note-without-title", &[]),
    error("note-without-date", &[]),
    error("bad-id", &["id"]),
    error("bad-slug", &["value"]),
    warning("empty-file", &[]),
    error("bad-language", &["language"]),
    error("body-twice", &[]),
    error("bad-time", &["value"]),
    error("bad-url", &["url"]),
];

/// Records side by side.
const LINKS: &[Code] = &[
    error("duplicate-id", &["type", "id"]),
    error("unknown-reference", &["type", "id"]),
    error("cycle", &["field", "members"]),
    error("same-route", &["route"]),
    error("missing-attachment", &["path"]),
    error("broken-link", &["target"]),
    error("broken-anchor", &["target"]),
    error("unknown-filter", &["name", "directive", "candidates"]),
    error("unknown-column", &["name", "directive", "candidates"]),
    error("unknown-option", &["name", "candidates"]),
    error("unfit-condition", &["operator", "field"]),
    error("unfit-option", &["option", "directive"]),
    error("unknown-figure", &["name"]),
    error("unknown-argument", &["name", "figure"]),
    error("figure-syntax", &["figure"]),
    error("lead-also-responsible", &[]),
    error("due-before-start", &["due", "start"]),
    error("due-and-ongoing", &[]),
    error("due-or-ongoing-missing", &[]),
    error("milestone-outside-task", &["date", "start", "due"]),
    error("plan-point-outside", &["date", "start", "due"]),
    error("plan-point-twice", &["date"]),
    error("plan-falls", &["from", "to"]),
    error("weight-not-positive", &[]),
    error("target-not-positive", &[]),
    error("percent-out-of-range", &["value"]),
    error("empty-progress", &[]),
    error("span-ends-before-start", &[]),
    warning("extension-before-due", &["extension", "due"]),
    error("action-without-lead", &[]),
    error("progress-without-action", &[]),
    error("attendee-without-name", &[]),
    error("action-without-due", &[]),
    error("two-dates", &["first", "second"]),
    warning("due-before-meeting", &["due", "held"]),
    note("no-mark", &["value"]),
    error("missing-site", &[]),
    error("unknown-time-zone", &["value"]),
    error("pace-out-of-order", &[]),
    error("rule-without-condition", &[]),
    error("sponsorship-of-one", &[]),
    error("language-not-listed", &["language"]),
    error("unknown-theme", &["name", "themes"]),
    warning("theme-contract", &["asked", "given"]),
    error("template-error", &["template", "line", "message"]),
    error("message-error", &["line", "message"]),
    error("classified", &["value"]),
    error("bad-cutoff", &["value", "last"]),
];

/// Within one problem, indicator, inspection, assessment or bulletin.
const RECORDS: &[Code] = &[
    error("day-before-record", &["field", "first"]),
    warning("reopened-while-open", &["date"]),
    error("bad-severity", &["value"]),
    error("photos-without-file", &[]),
    error("foreign-image", &[]),
    error("broken-image", &["cause"]),
    error("image-too-large", &["width", "height", "limit"]),
    error("active-drawing", &["what"]),
    error("points-negative", &["value"]),
    error("bad-target", &["count", "kind"]),
    error("target-twice", &["date"]),
    error("empty-observation", &[]),
    error("number-for-judgement", &[]),
    warning("observation-without-source", &[]),
    error("composite-without-parts", &[]),
    error("parts-without-composite", &[]),
    error("score-not-positive", &["value"]),
    error("too-many-decimals", &["value", "most"]),
    error("score-out-of-range", &["value", "max"]),
    error("scored-twice", &[]),
    error("unknown-criterion", &["id"]),
    error("band-twice", &["value"]),
    error("dated-before-as-of", &["as_of", "dated"]),
];

/// What does not keep a site from being built.
const WARNINGS: &[Code] = &[
    warning("percent-falls-without-text", &["from", "to"]),
    warning("full-not-finished", &[]),
    warning("closed-without-finish", &[]),
    warning("no-target", &[]),
    warning("duplicate-title", &["title"]),
    warning("unit-not-active", &["unit", "date"]),
    warning("post-not-valid", &["person", "date"]),
    warning("number-gap", &["series", "from", "to"]),
    warning("number-twice", &["series", "number"]),
    warning("notice-rung-falls", &[]),
    warning("image-without-alt", &["image"]),
    warning("image-format", &[]),
    warning("huge-image", &["width", "height"]),
    warning("moving-image", &[]),
    warning("undefined-footnote", &["name"]),
    warning("unknown-directive", &["name"]),
    warning("unused-asset", &[]),
    warning("private-number", &["kind", "number"]),
    warning("no-sponsor", &[]),
    warning("no-campaign", &["type"]),
    warning("decision-without-id", &["id"]),
    warning("calendar-year-missing", &["year"]),
    warning("date-far-off", &["date"]),
    warning("language-twice", &["language"]),
    note("future-record", &["date"]),
];

/// Bulletins and what was released of them.
const BULLETINS: &[Code] = &[
    error("edition-unreadable", &["line"]),
    error("edition-format", &["format"]),
    error("edition-digest", &["written", "real"]),
    error("edition-without-bulletin", &["file"]),
    error("edition-of-another", &["id", "bulletin"]),
    error("erratum-before-dated", &["on", "dated"]),
    error("withdrawn-before-dated", &["on", "dated"]),
    warning("edition-edited", &["was", "is", "more"]),
    warning("edition-differs", &["at", "was", "is", "more"]),
    warning("edition-out-of-order", &["as_of", "before"]),
    warning("as-of-before-period-end", &["as_of", "to"]),
    warning("released-without-review", &[]),
    warning("erratum-of-nothing", &[]),
    warning("bulletin-in-one-language", &[]),
    warning("names-hidden", &["visibility"]),
    warning("shown-in-edition", &["id", "editions"]),
    note("dated-after-as-of", &["dated", "as_of"]),
    note("edition-corrected", &["was", "is", "on"]),
];
