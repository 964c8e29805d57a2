//! The theme `plain` against `default`, whose templates it uses: no part of a page may be left without a rule.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Classes of `default` that `plain` leaves alone, with the reason; each has to be there, so that the list cannot rot.
const LEFT_ALONE: [(&str, &str); 20] = [
    ("calls", "a list of points like the other"),
    ("edition-to", "a paragraph like any"),
    ("errata", "a note like the others of an edition"),
    ("find", "no script brings tools"),
    ("folded", "no script brings tools"),
    ("heads", "a table like any: nothing sticks here"),
    ("lead-in", "a paragraph like any"),
    ("light-green", "lights differ by their signs"),
    ("pager", "no script brings tools"),
    ("pairs", "a list of links"),
    ("previous", "stands at the left, where everything begins"),
    ("rates", "figures like the others"),
    ("records", "a table like any: nothing sorts or sticks here"),
    ("table-bar", "no script brings tools"),
    ("table-said", "no script brings tools"),
    ("tool", "no script brings tools"),
    ("tools-place", "no script brings tools"),
    ("trend-better", "an arrow and a word say it"),
    ("trend-worse", "an arrow and a word say it"),
    ("two", "facts stand in one column"),
];

fn themes() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("themes")
}

/// The templates below `folder`, by their names.
fn templates(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("it is there") {
        let path = entry.expect("it is there").path();
        if path.is_dir() {
            found.extend(templates(&path));
        } else {
            let name = path
                .file_name()
                .expect("it is there")
                .to_str()
                .expect("it is there")
                .to_owned();
            found.push((name, fs::read_to_string(&path).expect("it is there")));
        }
    }
    found
}

/// `text` with each tag of the template language cut out; marks stay where a value stood and where a choice was made.
fn without_tags(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        bare.push_str(&rest[..at]);
        let value = rest[at..].starts_with("{{");
        let (mark, end) = if value { (VALUE, "}}") } else { (CHOICE, "%}") };
        bare.push(mark);
        let length = rest[at..].find(end).expect("a tag is closed") + end.len();
        rest = &rest[at + length..];
    }
    bare + rest
}

const VALUE: char = '\u{1}';
const CHOICE: char = '\u{2}';

/// The words of every `class="…"`, but for those that a value or a choice completes.
fn words(text: &str) -> BTreeSet<String> {
    let values = text.split("class=\"").skip(1);
    let values = values.filter_map(|rest| rest.split('"').next());
    let whole = |part: &&str| {
        let kept = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !part.is_empty() && part.chars().all(kept)
    };
    values
        .flat_map(str::split_whitespace)
        .filter(|word| !word.split(CHOICE).any(|part| part.ends_with('-')))
        .flat_map(|word| word.split(CHOICE))
        .filter(whole)
        .map(str::to_owned)
        .collect()
}

/// What a template writes as classes: in its HTML, and in the arguments of components.
fn classes(template: &str) -> BTreeSet<String> {
    let mut found = words(&without_tags(template));
    for call in template.split("{{").skip(1) {
        let call = call.split("}}").next().expect("it is there");
        if call.trim_start().starts_with('<') {
            found.extend(words(call));
        }
    }
    found
}

/// The classes that the rules of a style sheet name.
fn ruled(css: &str) -> BTreeSet<String> {
    let mut text = String::new();
    for (at, part) in css.split("/*").enumerate() {
        text.push_str(if at == 0 {
            part
        } else {
            part.split_once("*/").expect("a comment is closed").1
        });
    }
    // What stands before a brace and behind the last declaration is a selector, or the head of a group of rules.
    let selectors = text
        .split('{')
        .map(|part| part.rsplit(['}', ';']).next().expect("it is there"));
    let named = selectors.flat_map(|selector| selector.split('.').skip(1));
    let name = |rest: &str| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        rest[..end.unwrap_or(rest.len())].to_owned()
    };
    named.map(name).collect()
}

#[test]
fn every_class_of_the_default_templates_has_a_rule_in_plain() {
    let ruled =
        ruled(&fs::read_to_string(themes().join("plain/assets/plain.css")).expect("it is there"));
    let mut written = BTreeSet::new();
    let mut bare = Vec::new();
    for (name, template) in templates(&themes().join("default/templates")) {
        // `plain` has a frame of its own, and no search.
        let of_the_frame = ["base.html", "main_part.html", "search.html"];
        if of_the_frame.contains(&name.as_str()) {
            continue;
        }
        for class in classes(&template) {
            let left = LEFT_ALONE.iter().any(|(other, _)| *other == class);
            if !left && !ruled.contains(&class) {
                bare.push(format!("{name}: .{class}"));
            }
            written.insert(class);
        }
    }
    assert!(written.len() > 100, "{} classes", written.len());
    assert!(bare.is_empty(), "no rule in plain.css\n{}", bare.join("\n"));
    for (class, why) in LEFT_ALONE {
        assert!(
            written.contains(class),
            "no template writes .{class}: {why}"
        );
        assert!(!ruled.contains(class), ".{class} has a rule: {why}");
    }
}

#[test]
fn plain_needs_no_variable_grid_or_flex_and_stays_small() {
    let css = fs::read_to_string(themes().join("plain/assets/plain.css")).expect("it is there");
    assert!(css.len() < 20_480, "{} bytes", css.len());
    let (screen, paper) = css.split_once("@media print").expect("rules for paper");
    for word in ["var(", "grid-", ": grid", ": flex", ": -ms-flexbox"] {
        assert!(
            !screen.contains(word),
            "{word} is more than old browsers have"
        );
    }
    for word in ["grid-", ": grid", ": flex"] {
        assert!(!paper.contains(word), "{word} on paper");
    }
}

#[test]
fn classes_are_found_in_html_and_in_calls_of_components() {
    let template = "<p class=\"a {% if x == \"y\" %}b{% else %}c{% endif %} d-{{ e }} f-{% if x %}g{% endif %} h{% if x %} i{% endif %}\">{{ <f class=\"g-h\" /> }}";
    let found: Vec<String> = classes(template).into_iter().collect();
    assert_eq!(found, ["a", "b", "c", "g-h", "h", "i"]);
    let css = "/* .no */ .a .b:hover > p.c { margin: .5em; } @media x { .d-e, .f { top: 0; } }";
    let found: Vec<String> = ruled(css).into_iter().collect();
    assert_eq!(found, ["a", "b", "c", "d-e", "f"]);
}
