//! A released edition with a mark in every field: it is for those for whom it was released, whatever its record says later.

use super::every_field::{holding, marked};
use crate::build::{built, change};
use crate::support::Site;

const PATH: &str = "content/bulletins/out-1.md";

/// What only those may see who see what is internal; written after the release: what is put right, and that it is withdrawn.
const MARKS: [&str; 12] = [
    "zqi-out-title",
    "zqi-out-addressee",
    "zqi-out-copy",
    "zqi-out-number",
    "zqi-out-urgency",
    "zqi-out-commended",
    "zqi-out-criticised",
    "zqi-out-stage",
    "zqi-out-reviewer",
    "zqi-out-body",
    "zqi-out-erratum",
    "zqi-out-withdrawn",
];

/// An internal edition with a table of internal tasks, released; then its record calls itself public.
fn released() -> Site {
    let (site, _) = marked();
    let settings = "content/site.yaml";
    let series = "\nseries:\n  - {id: out, name: Out, kind: bulletin, numbering: running}\n";
    change(&site, settings, "\nseries:\n", series);
    site.write(
        PATH,
        "---\nid: zqi-out\ntitle: zqi-out-title\nvisibility: internal\nseries: out\nnumber: 1\n\
         period: {from: 2026-01-01, to: 2026-03-10}\nas_of: 2026-03-10\ndated: 2026-03-10\nissuers: [zqi-unit]\n\
         addressees: [zqi-out-addressee]\ncopy_to: [zqi-out-copy]\ndocument_no: zqi-out-number\nurgency: zqi-out-urgency\n\
         commended: [{text: zqi-out-commended}]\ncriticised: [{unit: zqi-unit, text: zqi-out-criticised}]\n\
         reviews: [{stage: zqi-out-stage, who: zqi-out-reviewer, on: 2026-03-10}]\n---\n\
         zqi-out-body {{ count() }}\n\n```tasks\ncolumns: [title, lead, light]\n```\n",
    );
    let run = site.run(&["release", "zqi-out"]);
    assert_eq!(run.code, 0, "{}", run.err);
    change(
        &site,
        PATH,
        "visibility: internal\n",
        "visibility: public\nerrata: [{on: 2026-03-12, was: zqi-out-body, is: zqi-out-erratum, reason: zqi-out-erratum}]\n\
         withdrawn: {on: 2026-03-20, reason: zqi-out-withdrawn}\n",
    );
    site
}

#[test]
fn a_released_edition_is_for_those_for_whom_it_was_released() {
    let site = released();
    let frozen = site.read("content/bulletins/zqi-out.frozen.json");
    assert!(frozen.contains("zqi-out-title") && frozen.contains("zqi-1-task-title"));
    built(&site.run(&["build", "-q", "--audience", "public"]));
    let files = site.files("public");
    for mark in ["zqi-", "zqr-"] {
        assert_eq!(holding(&files, mark), [""; 0], "{mark}");
    }
    for act in [
        &["facts", "--since", "2026-01-31"][..],
        &["changes", "--from", "2026-01-31"],
        &["changes", "--from", "2026-01-31", "--format", "markdown"],
        &["changes", "--from", "2026-01-31", "--format", "json"],
    ] {
        let public = site.run(&[act, &["--audience", "public"]].concat());
        assert_eq!(public.code, 0, "{act:?}: {}", public.err);
        let said = public.out;
        assert!(said.contains("zqp-"), "{act:?}: {said}");
        assert!(!said.contains("zqi-") && !said.contains("zqr-"), "{act:?}");
        let command = site.run(&[act, &["--audience", "command"]].concat()).out;
        assert!(
            command.contains("zqi-") && command.contains("zqr-"),
            "{act:?}"
        );
    }
    // Were these marks wrong, they would be nowhere for anybody.
    built(&site.run(&["build", "-q", "--out", "inside"]));
    let files = site.files("inside");
    for mark in MARKS {
        assert!(!holding(&files, mark).is_empty(), "{mark}");
    }
    assert_eq!(holding(&files, "zqr-"), [""; 0]);
}
