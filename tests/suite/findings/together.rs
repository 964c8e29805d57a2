//! Many mistakes at once: each is found, in the order of their places, and none hides another.

use super::{base, brief, found};
use crate::support::Site;

fn write(site: &Site, files: &[(&str, &str)]) {
    for (path, text) in files {
        site.write(&format!("content/{path}"), text);
    }
}

#[test]
fn all_mistakes_of_all_files_come_at_once_in_the_order_of_their_places() {
    let site = base();
    write(
        &site,
        &[
            // 1 and 2: a form of words that is not there, a reference to nothing.
            (
                "areas/areas.yaml",
                "- {id: guihua, name: 规划, nmae: 规}\n- {id: jianshe, name: 建设, lead: zj}\n",
            ),
            // 3 and 4: no date, no such file.
            (
                "documents/plan.md",
                "---\ntitle: 方案\n---\n\n见[附件](fujian.pdf)。\n",
            ),
            // 5: a year that is not there. 6: a decision that nobody leads.
            (
                "meetings/zhb-02.yaml",
                "title: 例会\ndate: 4月11日\ndecisions:\n  - {id: d, text: 办, action: true, due: 2026-12-01}\n",
            ),
            // 7, 8 and 9: no number, due before it starts, responsible twice.
            (
                "tasks/gh-02.yaml",
                "title: 改造公厕\nlead: zjj\nresponsible: [zjj]\nstart: 2026-05-01\ndue: 2026-04-01\nweight: 多\ntarget: {quantity: 3}\n",
            ),
            // 10 and 11: a tab, a quotation mark without its partner.
            (
                "tasks/gh-03.yaml",
                "- id: a\n  title: 甲\n  lead: zjj\n  due: 2026-12-01\n  target:\n  \tquantity: 3\n- id: b\n  title: \"乙\n  lead: zjj\n  due: 2026-12-01\n  target: {quantity: 3}\n",
            ),
            // 12: a unit whose id is taken.
            ("units/zjj.yaml", "name: 另一个局\n"),
        ],
    );
    assert_eq!(
        brief(&site),
        [
            "unknown-field content/areas/areas.yaml:1:26",
            "unknown-reference content/areas/areas.yaml:2:33",
            "missing-field content/documents/plan.md:2:1",
            "broken-link content/documents/plan.md:5:2",
            "year-less-date content/meetings/zhb-02.yaml:2:7",
            "action-without-lead content/meetings/zhb-02.yaml:4:5",
            "lead-also-responsible content/tasks/gh-02.yaml:3:15",
            "due-before-start content/tasks/gh-02.yaml:5:6",
            "bad-number content/tasks/gh-02.yaml:6:9",
            "yaml-syntax content/tasks/gh-03.yaml:6:3",
            "yaml-syntax content/tasks/gh-03.yaml:8:10",
            "duplicate-id content/units/zjj.yaml:1:1",
        ]
    );
    assert_eq!(site.run(&["check"]).code, 1);
}

#[test]
fn a_file_that_cannot_be_read_hides_nothing_and_breaks_no_reference() {
    let site = base();
    // Nothing of it can be read, yet it is seen to declare the units that others name.
    std::fs::write(
        site.path("content/units/units.yaml"),
        b"- {id: szf, name: \xb1\xea}\n- id: zjj\n  name: \xcc\xe2\n- {id: csgl, name: x}\n",
    )
    .expect("a file of a test");
    write(
        &site,
        &[(
            "tasks/gh-02.yaml",
            "title: 改造公厕\nlead: zjj\nresponsible: [csgl, nobody]\ndue: 2026-12-01\ntarget: {quantity: 3}\n",
        )],
    );
    assert_eq!(
        brief(&site),
        [
            "unknown-reference content/tasks/gh-02.yaml:3:21",
            "not-utf8 content/units/units.yaml:1:19",
        ]
    );
}

#[test]
fn a_broken_record_among_others_hides_neither_them_nor_references_to_it() {
    let site = base();
    write(
        &site,
        &[(
            "tasks/more.yaml",
            "- id: a\n  title: 甲\n  lead: zjj\n  due: 2026-12-01\n  target: {quantity: 3}\n  depends_on: [b, c]\n\
             - id: b\n  title: [乙\n  lead: zjj\n  due: 2026-12-01\n  target: {quantity: 3}\n\
             - id: c\n  title: 丙\n  lead: nobody\n  due: 2026-12-01\n  target: {quantity: 3}\n",
        )],
    );
    assert_eq!(
        brief(&site),
        [
            "yaml-syntax content/tasks/more.yaml:8:10",
            "unknown-reference content/tasks/more.yaml:14:9",
        ]
    );
}

#[test]
fn what_an_empty_file_lacks_is_missed() {
    let site = base();
    write(
        &site,
        &[
            ("units/xzf.yaml", ""),
            (
                "tasks/gh-02.yaml",
                "title: 改造公厕\nlead: xzf\ndue: 2026-12-01\ntarget: {quantity: 3}\n",
            ),
        ],
    );
    assert_eq!(
        brief(&site),
        [
            "unknown-reference content/tasks/gh-02.yaml:2:7",
            "empty-file content/units/xzf.yaml:1:1",
        ]
    );
}

#[test]
fn one_mistake_is_one_finding() {
    const TASK: &str =
        "title: 改造公厕\nlead: zjj\nstart: 2026-01-01\ndue: 2026-12-31\ntarget: {quantity: 3}\n";
    for (from, to, expected) in [
        ("lead: zjj", "lead: [zjj", "yaml-syntax"),
        ("lead: zjj", "leda: zjj", "unknown-field"),
        ("lead: zjj", "lead: [zjj, csgl]", "wrong-type"),
        ("lead: zjj", "lead：zjj", "yaml-syntax"),
        ("due: 2026-12-31", "due: 2026-31-12", "impossible-date"),
        ("due: 2026-12-31", "due:2026-12-31", "yaml-syntax"),
        ("due: 2026-12-31", "deu: 2026-12-31", "unknown-field"),
        (
            "target: {quantity: 3}",
            "target: {quantity: 三}",
            "bad-number",
        ),
        (
            "target: {quantity: 3}",
            "target: {quantity： 3}",
            "yaml-syntax",
        ),
        (
            "target: {quantity: 3}",
            "traget: {quantity: 3}",
            "unknown-field",
        ),
        ("title: 改造公厕", "title: 改造: 公厕", "yaml-syntax"),
        ("title: 改造公厕", "titel: 改造公厕", "unknown-field"),
        ("start: 2026-01-01", "start: 2027-01-01", "due-before-start"),
    ] {
        let site = base();
        write(&site, &[("tasks/gh-02.yaml", &TASK.replace(from, to))]);
        let codes: Vec<String> = found(&site).into_iter().map(|one| one.code).collect();
        assert_eq!(codes, [expected], "{to}");
    }
}

#[test]
fn a_cycle_is_named_whole_however_long() {
    let site = base();
    let tasks: String = (0..12)
        .map(|n| {
            let next = (n + 1) % 12;
            format!("- {{id: step-number-{n:02}, title: 第{n}步, lead: zjj, due: 2026-12-01, depends_on: step-number-{next:02}, target: {{quantity: 1}}}}\n")
        })
        .collect();
    write(&site, &[("tasks/steps.yaml", &tasks)]);
    assert_eq!(brief(&site), ["cycle content/tasks/steps.yaml:1:76"]);
    let run = site.run(&["check", "--lang", "en"]);
    let names: Vec<String> = (0..12).map(|n| format!("step-number-{n:02}")).collect();
    let (last, first) = names.split_last().expect("names");
    let whole = format!("{} and {last}, and back to the first", first.join(", "));
    assert!(run.err.contains(&whole), "{}", run.err);
}

#[test]
fn a_fault_in_what_was_is_found_where_it_stands() {
    let site = base();
    write(
        &site,
        &[(
            "tasks/gh-02.yaml",
            "title: 改造公厕\nlead: zjj\ndue: 2026-12-01\ntarget: {quantity: 3}\namended:\n  - on: 2026-03-01\n    was: {due: 6月底, lead: nobody, statr: 2026-01-01}\n  - on: 3月5日\n",
        )],
    );
    assert_eq!(
        brief(&site),
        [
            "year-less-date content/tasks/gh-02.yaml:7:16",
            "unknown-reference content/tasks/gh-02.yaml:7:27",
            "unknown-field content/tasks/gh-02.yaml:7:35",
            "year-less-date content/tasks/gh-02.yaml:8:9",
        ]
    );
}

#[test]
fn a_fault_of_the_past_and_of_today_is_one_fault() {
    let site = base();
    write(
        &site,
        &[(
            "tasks/gh-02.yaml",
            "title: 改造公厕\nlead: nobody\nstart: 2026-05-01\ndue: 2026-04-01\ntarget: {quantity: 3}\nweight: 0\nprogress:\n  - {date: 2026-05-02}\namended:\n  - {on: 2026-03-01, was: {title: 新建公厕}}\n",
        )],
    );
    assert_eq!(
        brief(&site),
        [
            "unknown-reference content/tasks/gh-02.yaml:2:7",
            "due-before-start content/tasks/gh-02.yaml:4:6",
            "weight-not-positive content/tasks/gh-02.yaml:6:9",
            "empty-progress content/tasks/gh-02.yaml:8:5",
        ]
    );
}

/// Slips in a list of records: what the rest of the record and other files say of it is no further finding.
#[test]
fn one_slip_in_a_list_is_one_finding() {
    const TASKS: &str = "- id: a\n  title: 甲\n  lead: zjj\n  due: 2026-12-31\n  target: {quantity: 3}\n  progress:\n    - {date: 2026-02-01, percent: 100, finished: true}\n    - {date: 2026-03-01, text: 已验收}\n  closure: {closed_on: 2026-04-01, verdict: accepted}\n- id: b\n  title: 乙\n  lead: zjj\n  due: 2026-12-31\n  target: {quantity: 3}\n  parent: a\n";
    for (from, to, expected) in [
        (
            "- id: b",
            "　- id: b",
            "yaml-syntax content/tasks/more.yaml:10:1",
        ),
        (
            "- id: b",
            "- id：b",
            "yaml-syntax content/tasks/more.yaml:10:5",
        ),
        (
            "- id: b",
            "- id b",
            "yaml-syntax content/tasks/more.yaml:10:3",
        ),
        (
            "- id: b",
            "  id: b",
            "yaml-syntax content/tasks/more.yaml:10:3",
        ),
        (
            "  progress:",
            "\tprogress:",
            "yaml-syntax content/tasks/more.yaml:6:1",
        ),
        (
            "  progress:",
            "　progress:",
            "yaml-syntax content/tasks/more.yaml:6:1",
        ),
        (
            "  due: 2026-12-31\n  target: {quantity: 3}\n  progress",
            "\tdue: 2026-12-31\n  target: {quantity: 3}\n  progress",
            "yaml-syntax content/tasks/more.yaml:4:1",
        ),
        (
            "finished: true}",
            "finished: true",
            "yaml-syntax content/tasks/more.yaml:7:7",
        ),
        (
            "- {date: 2026-02-01",
            "- ｛date: 2026-02-01",
            "yaml-syntax content/tasks/more.yaml:7:7",
        ),
        (
            "- {date: 2026-02-01",
            "- {date：2026-02-01",
            "yaml-syntax content/tasks/more.yaml:7:12",
        ),
        (
            "- {date: 2026-02-01",
            "- {date 2026-02-01",
            "yaml-syntax content/tasks/more.yaml:7:12",
        ),
    ] {
        let site = base();
        let text = TASKS.replacen(from, to, 1);
        let uses =
            "title: 丙\nlead: zjj\ndue: 2026-12-31\ntarget: {quantity: 3}\ndepends_on: [a, b]\n";
        write(
            &site,
            &[("tasks/more.yaml", &text), ("tasks/uses.yaml", uses)],
        );
        assert_eq!(brief(&site), [expected], "{to}");
    }
}

#[test]
fn one_slip_in_the_settings_is_one_finding() {
    const SITE: &str = "title: 示例\nas_of: 2026-06-30\naudiences:\n  public: [public]\n  inner: [public, internal]\nseries:\n  - id: dd\n    name: 调度会\n";
    for (from, to, expected) in [
        ("- id: dd", "- id：dd", "yaml-syntax content/site.yaml:7:7"),
        ("  inner", "  public", "duplicate-key content/site.yaml:5:3"),
        ("title:", "titel:", "unknown-field content/site.yaml:1:1"),
        ("series:", "seires:", "unknown-field content/site.yaml:6:1"),
        (
            "[public]",
            "[publik]",
            "unknown-value content/site.yaml:4:12",
        ),
    ] {
        let site = base();
        let meeting = "title: 例会\ndate: 2026-04-11\nseries: dd\nnumber: 1\n";
        write(
            &site,
            &[
                ("site.yaml", &SITE.replacen(from, to, 1)),
                ("meetings/m.yaml", meeting),
            ],
        );
        assert_eq!(brief(&site), [expected], "{to}");
    }
}

/// Only where work days are counted is a year without a calendar anybody's concern, and it is told once.
#[test]
fn a_year_without_a_calendar_is_told_once_and_only_where_days_are_counted() {
    let task = |n: u8, due: &str| {
        let text = format!("title: 任务{n}\nlead: zjj\ndue: {due}\ntarget: {{quantity: 3}}\n");
        (format!("tasks/t{n}.yaml"), text)
    };
    for (calendar, dues, years) in [
        (None, ["2026-12-31", "2029-12-31"], vec![]),
        (None, ["2025-12-31", "2026-06-01"], vec!["2025", "2026"]),
        (
            Some("off: [2026-01-01]\n"),
            ["2026-06-30", "2027-12-31"],
            vec![],
        ),
        (
            Some("off: [2026-01-01]\n"),
            ["2024-12-31", "2025-06-01"],
            vec!["2024", "2025"],
        ),
        (
            Some("off: [2024-01-01]\n"),
            ["2027-12-31", "2027-12-30"],
            vec!["2026"],
        ),
    ] {
        let site = base();
        std::fs::remove_file(site.path("content/calendar.yaml")).expect("the base's calendar");
        if let Some(text) = calendar {
            site.write("content/calendar.yaml", text);
        }
        for (n, due) in (1..).zip(dues) {
            let (path, text) = task(n, due);
            write(&site, &[(&path, &text)]);
        }
        let run = site.run(&["check", "--lang", "en"]);
        let told: Vec<&str> = run
            .err
            .lines()
            .filter_map(|line| line.split_once("the work-day calendar has nothing for "))
            .map(|(_, year)| year)
            .collect();
        assert_eq!(told, years, "{}", run.err);
    }
}

#[test]
fn a_calendar_that_cannot_be_read_lacks_nothing_else() {
    let site = base();
    write(&site, &[("calendar.yaml", "off:\n  - 1月1日\n")]);
    assert_eq!(brief(&site), ["year-less-date content/calendar.yaml:2:5"]);
}
