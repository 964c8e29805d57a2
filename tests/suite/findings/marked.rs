//! Decisions that are lines of the minutes: what is wrong with one is shown at its very line and column.

use super::{base, found};

const MINUTES: &str = "---
title: 第二次例会
date: 2026-04-11
decisions: [{id: zhb-2-a, text: 先试点}]
---
会议决定如下。

- 待办：拿出布点方案 @zjj @nobody 2026-05-31 {#zhb-2-b}
- 待办：报送清单 2026-05-31 {#zhb-2-c}
- 待办：办理移交 @zjj {#zhb-2-d}
- 待办：5月底前完成 @zjj {#zhb-2-e}
- 决定：同一个编号 {#zhb-2-a}

```
待办：这是例子 @nobody
```
";

#[test]
fn a_fault_in_a_marked_line_is_found_at_its_place() {
    let site = base();
    site.write("content/meetings/zhb-02.md", MINUTES);
    let run = site.run(&["check", "--lang", "en"]);
    let places: Vec<(&str, &str)> = run
        .err
        .lines()
        .zip(run.err.lines().skip(1))
        .filter(|(head, _)| head.starts_with("error["))
        .map(|(head, place)| {
            let code = head.split(['[', ']']).nth(1).expect("a code");
            let place = place.rsplit_once(".md:").expect("a place").1;
            (code, place)
        })
        .collect();
    let mut places = places;
    places.sort_by_key(|(_, place)| place.split(':').next().map(str::len).zip(Some(*place)));
    // Columns count characters: `- 待办：拿出布点方案 @zjj ` is 17 of them.
    assert_eq!(
        places,
        [
            ("unknown-reference", "8:18"),
            ("action-without-lead", "9:3"),
            ("action-without-due", "10:3"),
            ("year-less-date", "11:6"),
            ("duplicate-id", "12:12"),
        ],
        "{}",
        run.err
    );
}

#[test]
fn a_unit_is_known_by_its_id_and_by_its_name() {
    let site = base();
    let good = "# 第二次例会\n\nACTION: plan @zjj 2026-05-31 {#zhb-2-b}\n\n决定：按方案办\n";
    site.write("content/meetings/2026-04-11-zhb.md", good);
    assert_eq!(found(&site), []);
}

#[test]
fn a_decision_keeps_the_names_and_dates_of_its_sentence() {
    let site = base();
    let minutes = "# 第二次例会\n\n决定：大桥由@zjj在第10次例会上作书面说明，自2026-05-01起施行\n\n**Action:** plan @zjj 2026-05-31 {#zhb-2-b}\n";
    site.write("content/meetings/2026-04-11-zhb.md", minutes);
    let run = site.run(&["build", "--as-of", "2026-04-12"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let page = site.read("public/meetings/2026-04-11-zhb.html");
    assert!(!page.contains("@zjj") && !page.contains("{#"), "{page}");
    assert!(
        page.contains("在第10次例会上作书面说明，自2026-05-01起施行"),
        "{page}"
    );
    assert!(page.contains("大桥由市住建局在第10次例会上"), "{page}");
}
