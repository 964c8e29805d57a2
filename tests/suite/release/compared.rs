//! What an edition is compared with: the latest before it in its series that was released and still stood.

use serde_json::Value;

use super::{FROZEN, drafted, office, released, replace};
use crate::build::built;
use crate::support::Site;

const SECOND: &str = "content/bulletins/jb-2026-02.md";
const PAGE: &str = "public/bulletins/jb-2026-03.html";

/// An edition with a table of lights and the changes, neither with a day of its own to compare with.
fn edition(site: &Site, number: u32, (as_of, dated): (&str, &str)) {
    let text = format!(
        "---\ntitle: 第{number}期\nseries: jb\nnumber: {number}\nperiod: {{from: 2026-06-01, to: {as_of}}}\nas_of: {as_of}\ndated: {dated}\n\
         kind: progress\nreviews: [{{stage: 终审, who: 林某某, on: {as_of}}}]\n---\n\
         ```changes\nwhere: {{category: finished}}\n```\n\n```tasks\ncolumns: [title, light]\n```\n\n```summary\n```\n"
    );
    let path = format!("content/bulletins/jb-2026-{number:02}.md");
    site.write(&path, &text);
}

/// The first edition is out; after its day the lanes are finished.
fn followed() -> Site {
    let site = office();
    drafted(&site);
    released(&site);
    replace(
        &site,
        "content/tasks/sr-01.yaml",
        "quantity: 15}\n",
        "quantity: 15}\n  - {date: 2026-06-20, quantity: 20, finished: true}\n",
    );
    site
}

fn frozen(site: &Site, path: &str) -> Value {
    serde_json::from_str(&site.read(path)).expect("an edition")
}

/// The words of every trend in a table of an edition, by the title of the row.
fn trends(edition: &Value) -> Vec<(String, String)> {
    let live = edition["body"]["live"].as_array().expect("live facts");
    let table = live
        .iter()
        .map(|one| &one["filled"]["directive"])
        .find(|one| one["directive"] == "tasks")
        .expect("a table");
    let rows = table["groups"][0]["rows"].as_array().expect("rows");
    let word = |row: &Value| {
        let title = row["cells"][0]["parts"][0]["text"].as_str();
        let trend = row["cells"][1]["trend"].as_str();
        (
            title.unwrap_or_default().to_owned(),
            trend.unwrap_or_default().to_owned(),
        )
    };
    rows.iter().map(word).collect()
}

#[test]
fn a_released_edition_keeps_how_it_stands_to_the_one_before() {
    let site = followed();
    edition(&site, 2, ("2026-06-30", "2026-06-30"));
    let run = site.run(&["release", "jb-2026-02"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let second = frozen(&site, "content/bulletins/jb-2026-02.frozen.json");
    // Overdue since 20 May, so red on 31 May; finished on 20 June.
    let lanes = ("整治背街小巷".to_owned(), "better".to_owned());
    assert!(trends(&second).contains(&lanes), "{second:#}");
    let said = second["body"]["live"][0].to_string();
    assert!(said.contains("2026年5月31日"), "{said}");
    assert_eq!(second["changes"]["with"], "jb-2026-01");
    // The first has none before it.
    let first = frozen(&site, FROZEN);
    assert!(first["changes"].is_null(), "{first:#}");
    // Made again it is the same, whichever day the site itself is compared with.
    let check = site.run(&["check", "--as-of", "2026-12-31"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    assert!(!check.out.contains("edition-differs"), "{}", check.out);
}

/// The days that the third edition is compared with, in its own text and on its page of changes.
fn compared_with(site: &Site) -> (String, bool, bool) {
    built(&site.run(&["build", "-q", "--as-of", "2026-08-31"]));
    let page = site.read(PAGE);
    let (_, body) = page.split_once("<article").expect("an article");
    let (body, _) = body.split_once("</article>").expect("its end");
    let changes = site.read("public/compare/jb-2026-03.html");
    let day = if changes.contains("2026年5月31日和") {
        "2026年5月31日"
    } else {
        "2026年6月30日"
    };
    (
        day.to_owned(),
        body.contains(day),
        page.contains("本期与第1期的主要数字"),
    )
}

#[test]
fn what_was_withdrawn_or_not_released_is_not_what_an_edition_is_compared_with() {
    let site = followed();
    edition(&site, 2, ("2026-06-30", "2026-06-30"));
    edition(&site, 3, ("2026-07-31", "2026-08-02"));
    let first = ("2026年5月31日".to_owned(), true, true);
    assert_eq!(compared_with(&site), first, "the second is a draft");
    let run = site.run(&["release", "jb-2026-02"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let second = ("2026年6月30日".to_owned(), true, false);
    assert_eq!(compared_with(&site), second, "the second is out");
    let withdraw = |on: &str| {
        let text = site.read(SECOND);
        let kept = text.lines().filter(|line| !line.starts_with("withdrawn:"));
        let text: String = kept.map(|line| format!("{line}\n")).collect();
        site.write(SECOND, &text);
        let line = format!("kind: progress\nwithdrawn: {{on: {on}, reason: 数字有误}}\n");
        replace(&site, SECOND, "kind: progress\n", &line);
    };
    withdraw("2026-08-03");
    assert_eq!(compared_with(&site), second, "withdrawn a day later");
    withdraw("2026-08-02");
    assert_eq!(compared_with(&site), first, "withdrawn on its day");
}
