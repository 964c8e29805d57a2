//! Findings for people: the message, the line with the place marked, and how to mend it; the only module that names
//! `annotate_snippets`.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use crate::messages::{Arg, Catalogue};
use crate::source::Source;

use super::Severity;
use super::locate::{Located, Span, Spot, file};
use super::wording::{Wording, word};

/// Lines that need more columns are cut around the place.
const COLUMNS: usize = 140;

/// As many characters as are marked, so that a cut line can be shown around them.
const LONGEST_MARK: usize = 60;

/// All findings as text for a terminal, an empty line after each.
pub(crate) fn human(
    findings: &[Located],
    source: &Source,
    catalogue: &Catalogue,
    colour: bool,
) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    // Boxes are drawn with characters whose width differs between Chinese and other terminals.
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(COLUMNS);
    let mut text = String::new();
    for located in findings {
        let wording = word(&located.finding, catalogue);
        let group = group(located, &wording, source, catalogue);
        text.push_str(&renderer.render(&[group]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(
    located: &'a Located,
    wording: &'a Wording,
    source: &Source,
    catalogue: &Catalogue,
) -> Group<'a> {
    let level = match located.finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level
        .with_name(wording.severity.as_str())
        .primary_title(wording.headline.as_str())
        .id(located.finding.code);
    let own = shown(
        &located.spot,
        wording.label.as_deref(),
        AnnotationKind::Primary,
    );
    let related = located.related.iter().zip(&wording.related);
    let related = related.map(|(spot, label)| shown(spot, Some(label), AnnotationKind::Context));
    let mut group = Group::with_title(title);
    for shown in std::iter::once(own).chain(related).flatten() {
        group = group.element(element(&shown, source));
    }
    for hint in &wording.hints {
        let line = catalogue.say("hint-line", &[("text", Arg::Text(hint))]);
        let line = normalize_untrusted_str(&line);
        group = group.element(Level::HELP.no_name().message(line));
    }
    group
}

/// A place with what is said there.
struct Shown<'a> {
    path: &'a str,
    span: Option<Span>,
    label: Option<&'a str>,
    kind: AnnotationKind,
}

fn shown<'a>(spot: &'a Spot, label: Option<&'a str>, kind: AnnotationKind) -> Option<Shown<'a>> {
    Some(Shown {
        path: spot.path.as_deref()?,
        span: spot.span,
        label,
        kind,
    })
}

fn element(shown: &Shown, source: &Source) -> Element<'static> {
    let path = normalize_untrusted_str(shown.path);
    let line = shown.span.and_then(|span| marked_line(source, &span));
    let (Some(span), Some((line, marked))) = (shown.span, line) else {
        return Origin::path(path).into();
    };
    let label = shown.label.map(normalize_untrusted_str);
    Snippet::source(line)
        .path(path)
        .line_start(span.line)
        .annotation(shown.kind.span(marked).label(label))
        .into()
}

/// The line where a place begins, and the part of it to mark, in bytes of that line.
fn marked_line(source: &Source, span: &Span) -> Option<(String, Range<usize>)> {
    let bytes = &file(source, span.file)?.bytes;
    let (before, after) = (bytes.get(..span.start)?, bytes.get(span.start..)?);
    let first = before.iter().rposition(|byte| *byte == b'\n');
    let before = &before[first.map_or(0, |place| place + 1)..];
    let before = before.strip_prefix(b"\xef\xbb\xbf").unwrap_or(before);
    let rest = after.iter().position(|byte| *byte == b'\n');
    let after = &after[..rest.unwrap_or(after.len())];
    let after = after.strip_suffix(b"\r").unwrap_or(after);
    let marked = &after[..(span.end - span.start).min(after.len())];
    // Bytes that are not UTF-8 are shown as one sign each, in the text as in the part before it.
    let (before, marked, after) = (
        String::from_utf8_lossy(before),
        String::from_utf8_lossy(marked),
        String::from_utf8_lossy(&after[marked.len()..]),
    );
    let kept = marked
        .char_indices()
        .nth(LONGEST_MARK)
        .map_or(marked.len(), |(place, _)| place);
    let range = before.len()..before.len() + kept;
    Some((format!("{before}{marked}{after}"), range))
}
