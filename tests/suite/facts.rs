//! What `tongbao facts` tells beyond the figures: how lights stand to an earlier day, what is worst, and what is next.

use serde_json::{Value, json};

use crate::build::built;
use crate::release::office;
use crate::support::Site;

/// The site of the bulletins, with a parent task, a problem and an assessment.
fn programme() -> Site {
    let site = office();
    let settings = site.read("content/site.yaml");
    let more = "  - {id: kh, name: 考核, kind: assessment}\n\
                audiences: {public: [public], all: [public, internal, restricted]}\n";
    site.write("content/site.yaml", &(settings + more));
    let lanes = site.read("content/tasks/sr-01.yaml");
    let finished = "  - {date: 2026-06-20, quantity: 20, finished: true}\n";
    site.write("content/tasks/sr-01.yaml", &(lanes + finished));
    site.write(
        "content/tasks/fq.yaml",
        "- {id: fq-01, title: 清理废弃线缆, lead: csgl, areas: jianshe, start: 2026-01-01, due: 2026-12-31}\n\
         - id: fq-01-1\n  title: 清理主干道线缆\n  parent: fq-01\n  lead: csgl\n  areas: jianshe\n  start: 2026-01-01\n  due: 2026-06-10\n\
         \x20 target: {quantity: 30, unit: 条}\n\
         \x20 notices:\n    - {number: 督1, kind: reminder, issued_on: 2026-06-12, due: 2026-06-20}\n\
         \x20   - {number: 督2, kind: notice, issued_on: 2026-06-15, due: 2026-06-18, closed_on: 2026-06-25}\n",
    );
    site.write(
        "content/problems/wt-1.yaml",
        "{title: 路灯不亮, found_on: 2026-05-01, areas: jianshe, lead: zjj, due: 2026-06-15}\n",
    );
    site.write(
        "content/assessments/kh-1.yaml",
        "title: 上半年考核\nseries: kh\nperiod: {from: 2026-01-01, to: 2026-06-30}\n\
         criteria: [{id: jd, name: 进度, weight: 1, kind: progress}]\n",
    );
    site
}

fn facts(site: &Site, more: &[&str]) -> Value {
    let words: Vec<&str> = ["facts"].iter().chain(more).copied().collect();
    let run = site.run(&words);
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

fn row<'f>(facts: &'f Value, list: &str, id: &str) -> &'f Value {
    let mut rows = facts[list].as_array().expect("a list").iter();
    rows.find(|row| row["id"] == id).expect("a row")
}

#[test]
fn lights_are_set_against_the_day_that_is_asked_for() {
    let site = programme();
    let alone = facts(&site, &["--audience", "all"]);
    assert!(alone["compared_with"].is_null());
    assert!(row(&alone, "tasks", "sr-01")["trend"].is_null());
    let since = facts(&site, &["--audience", "all", "--since", "2026-05-31"]);
    assert_eq!(since["compared_with"], "2026-05-31");
    // Red since 20 May, done on 20 June; behind by 16 and by 24 points; due in 15 days without any progress, then late.
    assert_eq!(row(&since, "tasks", "sr-01")["trend"], "better");
    assert_eq!(row(&since, "tasks", "gh-01")["trend"], "same");
    assert_eq!(row(&since, "problems", "wt-1")["trend"], "worse");
    let late = site.run(&["facts", "--since", "2026-06-30", "--lang", "en"]);
    assert_eq!((late.code, late.out.as_str()), (2, ""));
    assert!(late.err.contains("--since 2026-06-30"), "{}", late.err);

    built(&site.run(&["build", "-q", "--audience", "all", "--since", "2026-05-31"]));
    let printed = site.run(&["facts", "--audience", "all", "--since", "2026-05-31"]);
    assert_eq!(site.read("public/data/facts.json"), printed.out);
}

#[test]
fn what_is_worst_and_what_comes_next_is_told_with_the_ids() {
    let site = programme();
    let facts = facts(&site, &["--audience", "all"]);
    let red = json!({"light": "red", "tasks": ["fq-01-1"], "decisions": []});
    let yellow = json!({"light": "yellow", "tasks": ["gh-01"], "decisions": []});
    assert_eq!(row(&facts, "tasks", "fq-01")["worst_below"], red);
    assert!(row(&facts, "tasks", "fq-01-1")["worst_below"].is_null());
    assert_eq!(row(&facts, "units", "csgl")["worst_below"], red);
    assert_eq!(row(&facts, "units", "zjj")["worst_below"], yellow);
    assert_eq!(row(&facts, "units", "szf")["worst_below"], red);
    // One of its two items is late, the other done.
    let shares = &row(&facts, "units", "csgl")["as_lead"]["shares"];
    let share = |light: &str| shares[light].as_f64();
    assert_eq!((share("red"), share("done")), (Some(50.0), Some(50.0)));
    assert_eq!(share("green"), Some(0.0));
    let below = &row(&facts, "units", "szf")["as_lead"]["shares"];
    assert!(below["red"].is_null(), "it leads nothing: {below}");
    // The reminder was due on 20 June and has no response; the notice is closed.
    let ladder = json!({
        "rung": "reminder",
        "open": [{"number": "督1", "kind": "reminder", "issued_on": "2026-06-12", "due": "2026-06-20", "unanswered": true}],
        "due": "2026-06-20",
        "next": "notice",
    });
    assert_eq!(row(&facts, "tasks", "fq-01-1")["notices"], ladder);
    assert!(row(&facts, "tasks", "gh-01")["notices"].is_null());
}

#[test]
fn scores_for_those_who_do_not_see_everything_say_so() {
    let site = programme();
    let note = "只计入本站读者可以看到的记录";
    for (audience, is_partial) in [("public", true), ("all", false)] {
        let facts = facts(&site, &["--audience", audience]);
        let row = row(&facts, "assessments", "kh-1");
        assert_eq!(row["counts_visible_only"], is_partial, "{audience}");
        built(&site.run(&["build", "-q", "--audience", audience, "--out", audience]));
        let page = site.read(&format!("{audience}/assessments/kh-1.html"));
        assert_eq!(page.contains(note), is_partial, "{audience}");
    }
}
