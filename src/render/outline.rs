//! The headings of a page: each gets a place that can be linked to, and together they are its table of contents.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use serde::Serialize;

use super::tags::{every, find, next_tag};

/// How an id begins.
const ID: &str = " id=\"";

/// A page with fewer headings is read at a glance.
const WORTH_CONTENTS: usize = 3;

/// Letters of an id that is made from a heading.
const LONG: usize = 40;

/// Ids that the frame of a page has.
const OF_THE_FRAME: [&str; 1] = ["main"];

/// The main part of a page, cut after its first heading.
pub(super) struct Outline<'h> {
    /// Up to the end of the first heading; empty when the page does not open with it.
    pub(super) before: &'h str,
    after: &'h str,
    /// What the headings get, by its place in `after`.
    added: Vec<(usize, String)>,
    /// Its headings in order; none on a short page.
    pub(super) entries: Vec<Entry>,
}

impl Outline<'_> {
    /// What comes after the first heading.
    pub(super) fn write_after(&self, out: &mut String) {
        let mut done = 0;
        for (place, text) in &self.added {
            out.push_str(&self.after[done..*place]);
            out.push_str(text);
            done = *place;
        }
        out.push_str(&self.after[done..]);
    }
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Entry {
    /// 2 or 3.
    pub(super) level: u8,
    pub(super) id: String,
    /// Safe HTML without tags.
    pub(super) text: String,
}

/// A heading as it stands in the page: where its tag ends, what is in it, and where its end tag begins.
struct Heading<'h> {
    level: u8,
    /// Just behind `<h2`.
    name_end: usize,
    id: Option<&'h str>,
    inner: &'h str,
    close: usize,
    /// It stands in a summary, which is pressed to fold its part: nothing else in there can be pressed.
    folds: bool,
}

/// Second-level headings, and those third-level ones that have an id already (which text gives them), with a link of
/// their own that is called `label`.
pub(super) fn outline<'h>(html: &'h str, label: &str) -> Outline<'h> {
    let (top, headings) = headings(html);
    let label = label.replace('&', "&amp;").replace('"', "&quot;");
    let mut taken: Option<BTreeSet<Cow<'_, str>>> = None;
    let mut added = Vec::with_capacity(2 * headings.len());
    let mut entries = Vec::with_capacity(headings.len());
    for heading in &headings {
        let text = text_of(heading.inner);
        let id = match heading.id {
            Some(id) => id.to_owned(),
            None => {
                let taken = taken.get_or_insert_with(|| {
                    let frame = OF_THE_FRAME.into_iter();
                    ids(html).chain(frame).map(Cow::Borrowed).collect()
                });
                let id = free(&id_of(&text), taken);
                added.push((heading.name_end - top, format!(" id=\"{id}\"")));
                taken.insert(Cow::Owned(id.clone()));
                id
            }
        };
        if !heading.folds {
            let link = format!("<a class=\"permalink\" href=\"#{id}\" aria-label=\"{label}\"></a>");
            added.push((heading.close - top, link));
        }
        let level = heading.level;
        entries.push(Entry { level, id, text });
    }
    if entries.len() < WORTH_CONTENTS {
        entries.clear();
    }
    // Nothing is put in before the end of the first heading.
    let (before, after) = html.split_at(top);
    Outline {
        before,
        after,
        added,
        entries,
    }
}

/// Where the heading ends with which the page opens, 0 when it opens otherwise; and the headings below.
fn headings(html: &str) -> (usize, Vec<Heading<'_>>) {
    let blank = html.len() - html.trim_start().len();
    let opens = html[blank..].starts_with("<h1");
    let end_of_first = find(html, "</h1>").filter(|_| opens);
    let top = end_of_first.map_or(0, |n| n + "</h1>".len());
    // A heading in a summary folds its part.
    let summaries: Vec<(usize, bool)> = every(html, "summary")
        .filter_map(|at| match &html[..at] {
            before if before.ends_with("</") => Some((at, false)),
            before if before.ends_with('<') => Some((at, true)),
            _ => None,
        })
        .collect();
    let comments: Vec<Range<usize>> = every(html, "<!--")
        .map(|at| at..find(&html[at..], "-->").map_or(html.len(), |n| at + n))
        .collect();
    let is_comment = |place: usize| comments.iter().any(|one| one.contains(&place));
    let (mut found, mut done) = (Vec::new(), top);
    for start in every(html, "<h") {
        let level = match html.as_bytes().get(start + 2) {
            Some(b'2') => 2,
            Some(b'3') => 3,
            _ => continue,
        };
        if start < done || is_comment(start) || !is_text_at(html, start) {
            continue;
        }
        let Some((_, end)) = next_tag(html, start) else {
            continue;
        };
        let close = ["</h2>", "</h3>"][usize::from(level) - 2];
        let Some(length) = find(&html[end..], close) else {
            continue;
        };
        done = end + length;
        let mut rest = html[start..end].split(ID).skip(1);
        let id = rest.next().and_then(|rest| rest.split('"').next());
        if level == 2 || id.is_some() {
            let before = summaries.partition_point(|(at, _)| *at < start);
            found.push(Heading {
                level,
                name_end: start + 3,
                id,
                inner: &html[end..done],
                close: done,
                folds: before > 0 && summaries[before - 1].1,
            });
        }
    }
    (top, found)
}

/// Whether a place is not inside of a tag. No value of an attribute holds a whole tag: it is written out there.
fn is_text_at(html: &str, place: usize) -> bool {
    let before = html[..place].rfind('<');
    let tag = before.and_then(|at| next_tag(html, at));
    tag.is_none_or(|(start, end)| start >= place || end <= place)
}

/// Whatever looks like an id; one too many does no harm.
fn ids(html: &str) -> impl Iterator<Item = &str> {
    let places = every(html, ID).map(|at| &html[at + ID.len()..]);
    places.filter_map(|rest| rest.split('"').next())
}

/// Without tags and letters that nobody sees, and with single spaces.
fn text_of(inner: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    while let Some((start, end)) = next_tag(inner, at) {
        text.push_str(&inner[at..start]);
        at = end;
    }
    text.push_str(&inner[at..]);
    let mut text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    text.retain(|c| !c.is_control());
    text
}

/// Letters and figures of the text, with hyphens between its words.
fn id_of(text: &str) -> String {
    let mut id = String::new();
    let mut entity = false;
    for letter in text.chars() {
        match letter {
            '&' => entity = true,
            ';' if entity => entity = false,
            _ if entity => {}
            _ if letter.is_alphanumeric() => {
                id.extend(letter.to_lowercase());
                continue;
            }
            _ => {}
        }
        if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id: String = id.chars().take(LONG).collect();
    match id.trim_end_matches('-') {
        "" => "section".to_owned(),
        id => id.to_owned(),
    }
}

/// The id itself, or with the first number that makes it the page's only one.
fn free(id: &str, taken: &BTreeSet<Cow<'_, str>>) -> String {
    let mut free = id.to_owned();
    let mut number = 2;
    while taken.contains(free.as_str()) {
        free = format!("{id}-{number}");
        number += 1;
    }
    free
}

#[cfg(test)]
mod tests {
    use super::outline;

    fn after(html: &str) -> String {
        let mut out = String::new();
        outline(html, "§").write_after(&mut out);
        out
    }

    fn ids(html: &str) -> Vec<String> {
        let entries = outline(html, "§").entries.into_iter();
        entries
            .map(|e| format!("{} {} {}", e.level, e.id, e.text))
            .collect()
    }

    #[test]
    fn headings_get_ids_from_their_text_and_keep_their_own() {
        let html = "<h1>T</h1><h2>进展情况</h2><h2 id=\"own\">Own &amp; kept</h2><h3>no</h3><h3 id=\"b-1\">Part</h3><h2>A &amp; B, <a href=\"x\">C</a></h2>";
        assert_eq!(
            ids(html),
            [
                "2 进展情况 进展情况",
                "2 own Own &amp; kept",
                "3 b-1 Part",
                "2 a-b-c A &amp; B, C",
            ]
        );
    }

    #[test]
    fn no_two_places_of_a_page_have_one_id() {
        let html = "<p id=\"a\"></p><h2>A</h2><h2>A</h2><h2>Main</h2><h2>?!</h2>";
        assert_eq!(
            ids(html),
            ["2 a-2 A", "2 a-3 A", "2 main-2 Main", "2 section ?!"]
        );
    }

    #[test]
    fn the_page_is_cut_after_the_heading_that_it_opens_with() {
        let cut = outline("\n<h1 class=\"x\">T</h1><p>t</p><h2>A</h2>", "§");
        assert_eq!(cut.before, "\n<h1 class=\"x\">T</h1>");
        assert_eq!(
            after("\n<h1 class=\"x\">T</h1><p>t</p><h2>A</h2>"),
            "<p>t</p><h2 id=\"a\">A<a class=\"permalink\" href=\"#a\" aria-label=\"§\"></a></h2>"
        );
        assert!(
            cut.entries.is_empty(),
            "one heading is no table of contents"
        );
        let whole = "<article><h1>T</h1></article>";
        assert_eq!(
            (outline(whole, "§").before, after(whole).as_str()),
            ("", whole)
        );
    }

    #[test]
    fn a_heading_that_folds_its_part_has_no_link_of_its_own() {
        let html = "<details id=\"d\"><summary><h2>A</h2></summary><h2>B</h2></details>";
        assert_eq!(
            after(html),
            "<details id=\"d\"><summary><h2 id=\"a\">A</h2></summary><h2 id=\"b\">B\
             <a class=\"permalink\" href=\"#b\" aria-label=\"§\"></a></h2></details>"
        );
    }

    #[test]
    fn what_only_looks_like_a_heading_is_left_alone() {
        for html in [
            "<p title=\"<h2 onclick=x>\">t</p>",
            "<!-- <h2>x</h2> --><p>1 <h2",
            "<!-- <b>a</b> <h2>x</h2> -->",
            "<p title='a > <h2>'>t</p><p title=\"a <b <h2>x</h2>\">t</p>",
            "<p>a < b</p><h2>open",
            "<hr><header>x</header>",
            "",
        ] {
            assert_eq!(after(html), html);
        }
    }
}
