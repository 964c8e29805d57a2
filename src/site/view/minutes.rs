//! The text of the minutes, with its marked lines leading to the decisions that they are.

use crate::markdown;
use crate::model::{Decision, Head, LinkTarget, Meeting, RecordRef};
use crate::site::desk::Desk;

use super::body::{BodyView, body};

/// Stand in the Markdown where a link to a decision begins and ends; the number of the line is between the first two.
const OPENS: char = '\u{e000}';
const NUMBERED: char = '\u{e002}';
const CLOSES: char = '\u{e001}';

/// Where a decision's line has its anchor; empty when it is no line of the minutes.
pub(crate) fn line_anchor(decision: &Decision) -> String {
    match decision.line {
        Some(_) => format!("{}-line", decision.head.slug),
        None => String::new(),
    }
}

/// The body of a meeting: marked lines are anchored, their units shown by name, their ids left out.
pub(crate) fn minutes(desk: &Desk<'_>, meeting: &Meeting) -> BodyView {
    let shelf = &desk.report.project.decisions;
    let there = meeting.decisions.iter();
    let there = there.filter(|key| desk.report.decisions[key.place()].is_some());
    let mut marked: Vec<&Decision> = there
        .map(|key| shelf.at(*key, desk.as_of()))
        .filter(|decision| decision.line.is_some())
        .collect();
    let start = |decision: &Decision| decision.line.as_ref().map(|line| line.range.start);
    marked.sort_by_key(|decision| start(decision));
    let mut head = meeting.head.clone();
    if !marked.is_empty() {
        // The decisions stand in this text, whatever language it is read in.
        head.translations.clear();
    }
    // From the end, so that what stands before keeps its place.
    for (number, decision) in marked.iter().enumerate().rev() {
        rewrite(desk, &mut head, (number, decision));
    }
    let mut view = body(desk, &head);
    for (number, decision) in marked.iter().enumerate() {
        view.html = linked(&view.html, number, decision);
    }
    view
}

fn rewrite(desk: &Desk<'_>, head: &mut Head, (number, decision): (usize, &Decision)) {
    let (Some(body), Some(line)) = (&mut head.body, &decision.line) else {
        return;
    };
    let Some(written) = body.markdown.get(line.range.clone()) else {
        return;
    };
    let Some(colon) = written.find(['：', ':']) else {
        return;
    };
    let mut cuts: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    let units = decision.lead.iter().chain(&decision.responsible);
    for (range, unit) in line.units.iter().zip(units) {
        let destination = format!("unit:{}", range.start);
        let name = markdown::backslashed(&desk.seen_unit(*unit).text);
        cuts.push((range.clone(), format!("[{name}](<{destination}>)")));
        let target = LinkTarget::Record(RecordRef::Unit(*unit), None);
        body.links.insert(destination, target);
    }
    cuts.extend(line.id.iter().map(|range| (range.clone(), String::new())));
    // What ends a bold mark stays outside of the link.
    let word = written[..colon].trim_end_matches(['*', '_']);
    let mark = line.range.start..line.range.start + word.len();
    let word = format!("{OPENS}{number}{NUMBERED}{word}{CLOSES}");
    cuts.push((mark, word));
    // Another line of the same paragraph begins a line of its own.
    cuts.push((line.range.end..line.range.end, "  ".to_owned()));
    cuts.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, text) in cuts {
        body.markdown.replace_range(range, &text);
    }
}

fn linked(html: &str, number: usize, decision: &Decision) -> String {
    let opens = format!("{OPENS}{number}{NUMBERED}");
    let (Some(at), anchor) = (html.find(&opens), line_anchor(decision)) else {
        return html.to_owned();
    };
    let inside = &html[at + opens.len()..];
    let Some(end) = inside.find(CLOSES) else {
        return html.to_owned();
    };
    format!(
        "{}<a class=\"marked\" id=\"{anchor}\" href=\"#{}\">{}</a>{}",
        &html[..at],
        decision.head.slug,
        &inside[..end],
        &inside[end + CLOSES.len_utf8()..]
    )
}
