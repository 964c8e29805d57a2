//! Findings for tools: one JSON object a line.

use serde::Serialize;

use crate::messages::Catalogue;

use super::Severity;
use super::locate::{Located, Spot};
use super::wording::word;

/// What a line holds. Lines and columns count from 1, columns in characters; the end is the position after the last
/// one. They are null where a finding speaks of a file as a whole, and so is the file where it speaks of the site.
#[derive(Serialize)]
struct Line<'a> {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    spot: SpotLine<'a>,
    message: String,
    /// What stands under the marked place.
    label: Option<String>,
    /// Lines of advice, the most likely first.
    hint: Option<String>,
    suggestions: &'a [String],
    related: Vec<RelatedLine<'a>>,
}

#[derive(Serialize)]
struct SpotLine<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct RelatedLine<'a> {
    #[serde(flatten)]
    spot: SpotLine<'a>,
    message: String,
}

pub(crate) fn json(findings: &[Located], catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for located in findings {
        let line = serde_json::to_string(&line(located, catalogue))
            .expect("invariant: a line has text, numbers and lists only");
        text.push_str(&line);
        text.push('\n');
    }
    text
}

fn line<'a>(located: &'a Located, catalogue: &Catalogue) -> Line<'a> {
    let wording = word(&located.finding, catalogue);
    let related = located.related.iter().zip(wording.related);
    Line {
        code: located.finding.code,
        severity: severity_name(located.finding.severity),
        spot: spot_line(&located.spot),
        message: wording.headline,
        label: wording.label,
        hint: (!wording.hints.is_empty()).then(|| wording.hints.join("\n")),
        suggestions: &located.finding.suggestions,
        related: related
            .map(|(spot, message)| RelatedLine {
                spot: spot_line(spot),
                message,
            })
            .collect(),
    }
}

/// The same word in every language.
fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn spot_line(spot: &Spot) -> SpotLine<'_> {
    SpotLine {
        file: spot.path.as_deref(),
        line: spot.span.map(|span| span.line),
        column: spot.span.map(|span| span.column),
        end_line: spot.span.map(|span| span.end_line),
        end_column: spot.span.map(|span| span.end_column),
    }
}
