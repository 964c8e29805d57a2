//! Supervision: problems to press for stand under the unit that answers for them, each with its reasons.

use crate::build::built;
use crate::findings::base;
use crate::support::Site;

/// At 30 June: (id, lead, and the rest of the record).
const PROBLEMS: [(&str, &str, &str); 8] = [
    ("late", "zjj", "due: 2026-06-29"),
    ("soon", "zjj", "due: 2026-07-15"),
    ("later", "zjj", "due: 2026-07-16"),
    (
        "came-back",
        "csgl",
        "due: 2026-12-31, closure: [{requested_on: 2026-05-02, verified_on: 2026-05-05, verdict: returned}]",
    ),
    (
        "asked-again",
        "csgl",
        "due: 2026-12-31, closure: [{requested_on: 2026-05-02, verified_on: 2026-05-05, verdict: returned}, {requested_on: 2026-06-01}]",
    ),
    (
        "again",
        "csgl",
        "due: 2026-05-31, closure: [{requested_on: 2026-04-20, verified_on: 2026-04-22, verdict: returned}, \
         {requested_on: 2026-05-02, verified_on: 2026-05-05, closed_on: 2026-05-08, verdict: accepted}], reopened: [{on: 2026-06-10}]",
    ),
    (
        "done",
        "csgl",
        "due: 2026-03-31, closure: [{requested_on: 2026-05-02, verified_on: 2026-05-05, closed_on: 2026-05-08, verdict: accepted}]",
    ),
    ("nobody", "", "due: 2026-06-01"),
];

fn office() -> Site {
    let site = base();
    for (id, lead, rest) in PROBLEMS {
        let lead = match lead {
            "" => String::new(),
            lead => format!("lead: {lead}, "),
        };
        let text =
            format!("{{title: wt-{id}, found_on: 2026-03-01, areas: guihua, {lead}{rest}}}\n");
        site.write(&format!("content/problems/{id}.yaml"), &text);
    }
    site
}

/// Of each problem in a table its reasons, with the heading that it stands under.
fn pressed(page: &str) -> Vec<(String, String, String)> {
    let (_, rest) = page.split_once("<h2 id=\"problems\">").expect("problems");
    let (table, _) = rest.split_once("</table>").expect("a table");
    let cells = |row: &str| -> Vec<String> {
        let cells = row.split("</t").map(|cell| {
            let (mut text, mut inside) = (String::new(), false);
            for letter in cell.chars() {
                match letter {
                    '<' => inside = true,
                    '>' if inside => inside = false,
                    letter if !inside => text.push(letter),
                    _ => {}
                }
            }
            text.replace("d>", "").replace("h>", "").trim().to_owned()
        });
        cells.collect()
    };
    let mut unit = String::new();
    let mut found = Vec::new();
    for row in table.split("<tr").skip(2) {
        let cells = cells(&format!("<tr{row}"));
        if row.contains("group-row") {
            unit = cells[0].split(' ').next().unwrap_or_default().to_owned();
        } else {
            let title = cells[0].split(' ').next().unwrap_or_default().to_owned();
            found.push((unit.clone(), title, cells[5].clone()));
        }
    }
    found
}

#[test]
fn problems_are_pressed_for_under_their_lead_with_the_reasons() {
    let site = office();
    built(&site.run(&["build", "-q"]));
    let page = site.read("public/supervision.html");
    let found = pressed(&page);
    let found: Vec<(&str, &str, &str)> = found
        .iter()
        .map(|(unit, title, why)| (unit.as_str(), title.as_str(), why.as_str()))
        .collect();
    let of = |wanted: &str| -> Vec<&str> {
        let all = found.iter().filter(|(_, title, _)| *title == wanted);
        all.map(|(_, _, why)| *why).collect()
    };
    assert_eq!(of("wt-late"), ["逾期"], "{found:?}");
    // Fifteen days away, and sixteen.
    assert_eq!(of("wt-soon"), ["临期"], "{found:?}");
    assert!(of("wt-later").is_empty(), "{found:?}");
    assert_eq!(of("wt-came-back"), ["退回重办"], "{found:?}");
    assert!(of("wt-asked-again").is_empty(), "{found:?}");
    // What was returned before it was closed is no reason any more.
    assert_eq!(of("wt-again"), ["逾期、反弹"], "{found:?}");
    assert!(of("wt-done").is_empty(), "{found:?}");
    assert_eq!(of("wt-nobody"), ["逾期"], "{found:?}");
    let last = found.last().expect("a problem");
    assert_eq!(*last, ("没有明确牵头单位", "wt-nobody", "逾期"));

    let notice = site.read("public/notices/unit-csgl.html");
    assert!(notice.contains("需要督办的问题"), "{notice}");
    assert!(notice.contains("wt-again") && notice.contains("wt-came-back"));
    assert!(!notice.contains("wt-late") && !notice.contains("wt-done"));
}
