//! Forms of writing that are all right, each tried with `--deny-warnings`, and dates that never are.

use super::{base, brief, found};

/// A task that is right when these lines join it.
fn task(lines: &str) -> String {
    format!("title: 改造公厕\nlead: zjj\nstart: 2026-01-01\ndue: 2026-12-31\n{lines}")
}

#[test]
fn all_these_are_right() {
    let right = [
        ("tasks/a.yaml", task("target: {quantity: \"32\", unit: 座}\nweight: \"1.5\"\nkey: \"true\"\n")),
        ("tasks/b.yaml", task("target: {quantity: 32}\nphase: 2026\nowner: 12345\n")),
        ("tasks/c.yaml", task("target: {text: 建成}\nareas: guihua\nresponsible: csgl\nmeasures: 先急后缓\nprogress: {date: 2026-03-31, percent: 10}\n")),
        ("tasks/d.yaml", task("target: {text: {zh: 建成, en: Built}}\nowner: {en: Zhang}\nphase: {zh-CN: 全程}\n")),
        (
            "tasks/e.yaml",
            task("x-remark: 甲\ntarget: {quantity: 3, x-source: 台账}\nmilestones:\n  - {title: 选址, due: 2026-03-31, x-a: {b: [c]}}\nprogress:\n  - date: 2026-03-31\n    quantity: 1\n    x-checked: true\n"),
        ),
        ("tasks/f.yaml", format!("\u{feff}{}", task("target: {quantity: 3}\n"))),
        ("tasks/g.yaml", task("target: {quantity: 3}\n").replace('\n', "\r\n")),
        ("tasks/h.md", format!("\u{feff}---\r\n{}---\r\n\r\n正文。\r\n", task("target: {quantity: 3}\n").replace('\n', "\r\n"))),
        ("tasks/公厕-2026.yaml", task("target: {quantity: 3}\ndepends_on: GH-01\n")),
        ("tasks/GH-02.B_1.yaml", task("target: {quantity: 3}\nparent: null\nsponsor:\n")),
        ("tasks/list.yaml", "- id: Задача-1\n  title: 甲\n  lead: ZJJ\n  ongoing: true\n  target: {quantity: 3}\n---\nid: 二\ntitle: 乙\nlead: zjj\ndue: '2026-12-31'\ntarget: {quantity: 3}\ndepends_on: [задача-1]\n".to_owned()),
        ("documents/2026-03-11-walk.md", "\u{feff}# 走访记录\r\n\r\n看了老街。\r\n".to_owned()),
    ];
    for (path, text) in &right {
        let site = base();
        site.write(&format!("content/{path}"), text);
        assert_eq!(found(&site), [], "{path}");
        assert_eq!(site.run(&["check", "--deny-warnings"]).code, 0, "{path}");
    }
}

#[test]
fn places_do_not_count_a_byte_order_mark_nor_line_ends_of_two_characters() {
    for (front, end) in [
        ("", "\n"),
        ("\u{feff}", "\n"),
        ("", "\r\n"),
        ("\u{feff}", "\r\n"),
    ] {
        let site = base();
        let text = task("target: {quantity: 三}\nweight: 0\n").replace('\n', end);
        site.write("content/tasks/a.yaml", &format!("{front}{text}"));
        let note = format!(
            "{front}---{end}title: 方案{end}date: 三月{end}---{end}{end}见[表](b.pdf)。{end}"
        );
        site.write("content/documents/a.md", &note);
        assert_eq!(
            brief(&site),
            [
                "year-less-date content/documents/a.md:3:7",
                "broken-link content/documents/a.md:6:2",
                "bad-number content/tasks/a.yaml:5:20",
                "weight-not-positive content/tasks/a.yaml:6:9",
            ]
        );
    }
}

#[test]
fn a_year_is_never_guessed_and_a_day_is_offered_where_it_is_plain() {
    for (written, code, offered) in [
        ("3月11日", "year-less-date", ""),
        ("03-11", "year-less-date", ""),
        ("3/11", "year-less-date", ""),
        ("6月底前", "year-less-date", ""),
        ("三月底", "year-less-date", ""),
        ("11 March", "year-less-date", ""),
        ("2026-02-30", "impossible-date", ""),
        ("2026-31-12", "impossible-date", "2026-12-31"),
        ("2026年12月31日", "bad-date", "2026-12-31"),
        ("2026/12/31", "bad-date", "2026-12-31"),
        ("2026-3-1", "bad-date", "2026-03-01"),
        ("20261231", "bad-date", "2026-12-31"),
        ("年底", "bad-date", ""),
    ] {
        let site = base();
        let text = task("target: {quantity: 3}\n").replace("2026-12-31", written);
        site.write("content/tasks/gh-02.yaml", &text);
        let all = found(&site);
        let codes: Vec<&str> = all.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, [code], "{written}");
        assert_eq!(all[0].suggestions.join(" "), offered, "{written}");
        assert_eq!((all[0].line, all[0].column), (4, 6), "{written}");
    }
}

#[test]
fn ids_are_offered_for_names_and_slips() {
    for (written, offered) in [
        ("市住建局", "zjj"),
        ("市住房和城乡建设局", "zjj"),
        ("zj", "zjj"),
        ("csg1", "csgl"),
        ("CSG", "csgl"),
        ("完全不同", ""),
    ] {
        let site = base();
        let text =
            task("target: {quantity: 3}\n").replace("lead: zjj", &format!("lead: {written}"));
        site.write("content/tasks/gh-02.yaml", &text);
        let all = found(&site);
        assert_eq!(all.len(), 1, "{all:?}");
        assert_eq!(all[0].code, "unknown-reference");
        assert_eq!(all[0].suggestions.join(" "), offered, "{written}");
    }
}
