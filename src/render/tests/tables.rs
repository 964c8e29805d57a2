//! Tables and lists of whole sites: what adds up, what stands under what, and what is left out in words.

use super::{Files, built, text};
use crate::date::Date;
use crate::model::Language;
use crate::pipeline;
use crate::site::office::{OFFICE, public, source};

fn rows(files: &Files, path: &str) -> Vec<serde_json::Value> {
    serde_json::from_slice(&files[path]).unwrap()
}

#[test]
fn each_scorecard_counts_every_light_that_is_in_force() {
    let files = built(&source(OFFICE), None).value;
    let lights = ["red", "yellow", "no_data", "green", "grey", "done"];
    let count = |row: &serde_json::Value, column: &str| row[column].as_u64().unwrap();
    for name in ["campaigns", "areas", "people", "units"] {
        let rows = rows(&files, &format!("data/{name}.json"));
        assert!(rows.iter().any(|row| count(row, "total") > 0), "{name}");
        for row in &rows {
            let sum: u64 = lights.iter().map(|light| count(row, light)).sum();
            assert_eq!(sum, count(row, "total"), "{name}: {row}");
            assert!(row.get("orange").is_none(), "{name}: {row}");
        }
    }
    for row in rows(&files, "data/units.json") {
        let involved = |light: &&str| count(&row, &format!("involved_{light}"));
        let sum: u64 = lights.iter().map(involved).sum();
        assert_eq!(sum, count(&row, "involved_total"), "{row}");
    }
}

#[test]
fn a_light_that_the_rules_give_has_its_column() {
    let mut files = OFFICE.to_vec();
    let rules = "rules: {light: [{light: orange, when: {overdue: true}}]}\n";
    let site = format!("{}{rules}", files[0].1);
    files[0].1 = &site;
    let files = built(&source(&files), None).value;
    let units = text(&files, "data/units.csv");
    let head = units.lines().next().unwrap();
    assert!(
        head.contains(",橙灯,") && head.contains(",牵头或责任：橙灯,"),
        "{head}"
    );
}

#[test]
fn all_facts_are_published_as_the_command_prints_them() {
    let source = source(OFFICE);
    let files = built(&source, None).value;
    let project = pipeline::project(&source, pipeline::settings(&source), &public()).value;
    let report = pipeline::report(&project, Date::parse("2026-06-30").unwrap());
    let printed =
        serde_json::to_string_pretty(&crate::derive::facts(&report, project.site.language))
            .unwrap();
    assert_eq!(text(&files, "data/facts.json"), format!("{printed}\n"));
    assert!(text(&files, "about.html").contains("href=\"data/facts.json\""));
}

#[test]
fn spreadsheets_have_words_where_programs_have_codes() {
    for (language, state, light) in [
        (Language::Chinese, "未启动", "亮灯"),
        (Language::English, "Not started", "Light"),
    ] {
        let files = built(&source(OFFICE), Some(language)).value;
        let sheet = text(&files, "data/tasks.csv");
        assert!(sheet.contains(&format!(",{state},")), "{sheet}");
        assert!(!sheet.contains(",not_started,"), "{sheet}");
        assert_eq!(sheet.lines().next().unwrap().matches(light).count(), 1);
        let rows = rows(&files, "data/tasks.json");
        let row = rows.iter().find(|row| row["id"] == "js-2").unwrap();
        assert_eq!(row["state"], "not_started");
    }
}

/// The office with one more file of tasks, read before its own.
fn with_tasks(tasks: &str) -> Files {
    let mut files = OFFICE.to_vec();
    files.push(("content/tasks/a.yaml", tasks));
    built(&source(&files), None).value
}

/// The row of a table that has this id, from its opening tag.
fn row_of<'p>(page: &'p str, id: &str) -> &'p str {
    let at = page
        .find(&format!("<span class=\"id\">{id}</span>"))
        .unwrap();
    let from = page[..at].rfind("<tr").unwrap();
    &page[from..from + page[from..].find("</tr>").unwrap()]
}

#[test]
fn children_stand_under_their_parent_wherever_they_are_written() {
    let files = with_tasks(
        "- {id: xs, title: 小事, parent: js-1, lead: zjj, due: 2026-12-31, target: {text: 全部}}\n\
         - {id: dg, title: 单个, parent: js-1, lead: zhb, due: 2026-12-31, target: {text: 全部}}\n",
    );
    for path in ["units/zjj.html", "areas/js.html", "people/lin.html"] {
        let page = text(&files, path);
        let at = |id: &str| {
            page.find(&format!("<span class=\"id\">{id}</span>"))
                .unwrap()
        };
        assert!(at("js-1") < at("xs") && at("xs") < at("js-1-1") && at("js-1-1") < at("js-2"));
        assert!(
            row_of(&page, "js-1").contains("class=\"parent-row\""),
            "{path}"
        );
        assert!(row_of(&page, "xs").contains("depth-1"), "{path}");
        assert!(row_of(&page, "js-2").contains("depth-0"), "{path}");
    }
    let alone = text(&files, "units/zhb.html");
    let row = row_of(&alone, "dg");
    assert!(
        row.contains("depth-0") && !row.contains("parent-row"),
        "{row}"
    );
}

#[test]
fn a_parent_without_its_children_heads_no_group() {
    let files = with_tasks(
        "- {id: zong, title: 总事, lead: zhb, due: 2026-12-31}\n\
         - {id: fen, title: 分事, parent: zong, lead: zjj, due: 2026-12-31, target: {text: 全部}}\n",
    );
    assert!(!row_of(&text(&files, "units/zhb.html"), "zong").contains("parent-row"));
    assert!(row_of(&text(&files, "tasks.html"), "zong").contains("parent-row"));
}

#[test]
fn what_is_cancelled_shows_no_schedule() {
    let task = |more: &str| {
        let lead = "- {id: qx, title: 取消的事, lead: zjj, areas: [js], start: 2026-01-01, due: 2026-12-31, target: {text: 全部}";
        with_tasks(&format!("{lead}{more}}}\n"))
    };
    let shown = |files: &Files| {
        let page = text(files, "tasks/qx.html");
        let scheduled = page.contains("<dt>序时进度</dt>");
        assert_eq!(scheduled, page.contains("class=\"bar\""));
        scheduled
    };
    let running = task("");
    assert!(shown(&running) && row_of(&text(&running, "tasks.html"), "qx").contains('%'));
    let cancelled = task(", cancelled: {on: 2026-06-01, reason: 不再需要}");
    assert!(!shown(&cancelled) && !row_of(&text(&cancelled, "tasks.html"), "qx").contains('%'));
}

#[test]
fn rows_of_score_tables_add_up_to_their_total() {
    let files = built(&source(OFFICE), None).value;
    for path in [
        "areas.html",
        "units.html",
        "people.html",
        "units/zjj.html",
        "index.html",
    ] {
        let page = text(&files, path);
        let table = page
            .split("<table")
            .find(|table| table.contains(">缺数据</th>"));
        let body = table.unwrap().split("<tbody>").nth(1).unwrap();
        let rows = body.split("</tbody>").next().unwrap().split("<tr>").skip(1);
        let mut counted = 0;
        for row in rows {
            let cells = row.split("<td class=\"n\">").skip(1).take(7);
            let cells: Vec<u32> = cells
                .map(|cell| cell.split('<').next().unwrap().parse().unwrap())
                .collect();
            assert_eq!(cells[0], cells[1..].iter().sum::<u32>(), "{path}: {row}");
            counted += cells[0];
        }
        assert!(counted > 0, "{path}");
    }
}

#[test]
fn the_overview_says_how_many_items_its_table_of_areas_leaves_out() {
    // 报送清单 is decided without an area; without action it is not counted.
    let files = built(&source(OFFICE), None).value;
    assert!(text(&files, "index.html").contains("另有1项未列入工作方面。"));
    let mut files = OFFICE.to_vec();
    let decided = |file: &&mut (&str, &str)| file.0 == "content/meetings/lh-01.md";
    let meeting = files.iter_mut().find(decided).unwrap();
    let noted = meeting.1.replace("报送清单, action: true,", "报送清单,");
    meeting.1 = &noted;
    let counted = built(&source(&files), None).value;
    assert!(!text(&counted, "index.html").contains("未列入工作方面"));
    // The table shows the first classification alone.
    files.push((
        "content/areas/b.yaml",
        "- {id: qy, name: 区域, axis: 片区}\n",
    ));
    let task = "- {id: bq, title: 片区的事, lead: zjj, areas: [qy], due: 2026-12-31, target: {text: 全部}}\n";
    files.push(("content/tasks/b.yaml", task));
    let counted = built(&source(&files), None).value;
    assert!(text(&counted, "index.html").contains("另有1项未列入工作方面。"));
}

#[test]
fn the_register_of_decisions_shows_the_light_of_each_task() {
    let files = built(&source(OFFICE), None).value;
    let register = text(&files, "decisions.html");
    let row = row_of(&register, "lh-01-1");
    let (_, after) = row.split_once("tasks/js-1-1.html").unwrap();
    assert!(after.contains("class=\"light light-red\""), "{row}");
}

#[test]
fn a_site_with_a_title_alone_says_that_nothing_is_there() {
    for (language, nothing) in [
        (Language::Chinese, "还没有内容。"),
        (Language::English, "Nothing here yet."),
    ] {
        let site = [("content/site.yaml", "title: 空\nas_of: 2026-06-30\n")];
        let files = built(&source(&site), Some(language)).value;
        for name in ["units", "areas", "people", "decisions", "tasks"] {
            let page = text(&files, &format!("{name}.html"));
            let main = page.split("<h1>").nth(1).unwrap();
            let main = main.split("</main>").next().unwrap();
            assert!(main.contains(nothing), "{name}: {main}");
            for part in [
                "class=\"note\"",
                "class=\"lead\"",
                "class=\"tallies\"",
                "<h2",
            ] {
                assert!(!main.contains(part), "{name}: {main}");
            }
        }
    }
}
