//! Findings as workflow commands, which GitHub shows beside the changed lines.

use std::fmt::Write;

use crate::messages::Catalogue;

use super::Severity;
use super::locate::Located;
use super::wording::word;

pub(crate) fn github(findings: &[Located], catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for located in findings {
        let finding = &located.finding;
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let mut properties = Vec::new();
        if let Some(path) = &located.spot.path {
            properties.push(format!("file={}", escape_property(path)));
        }
        if let Some(span) = located.spot.span {
            properties.push(format!("line={},col={}", span.line, span.column));
        }
        properties.push(format!("title={}", escape_property(finding.code)));
        let wording = word(finding, catalogue);
        let message: Vec<String> = std::iter::once(wording.headline)
            .chain(wording.hints)
            .collect();
        let message = escape(&message.join("\n"));
        writeln!(text, "::{command} {}::{message}", properties.join(","))
            .expect("invariant: a string takes any text");
    }
    text
}

fn escape(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}
