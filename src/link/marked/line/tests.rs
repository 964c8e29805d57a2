//! Marked lines and their parts.

use super::{Line, Read, lines};

/// Knows two units, 财政局 and ctjt.
fn read_all(body: &str) -> Read {
    lines(body, &|name| {
        let known = ["财政局", "ctjt"].into_iter();
        let known = known.filter(|unit| name.starts_with(unit));
        known.map(str::len).next().unwrap_or(name.len())
    })
}

fn read(body: &str) -> Vec<Line> {
    read_all(body).lines
}

fn names(line: &Line) -> Vec<&str> {
    line.units.iter().map(|(_, name)| name.as_str()).collect()
}

fn texts(body: &str) -> Vec<String> {
    read(body).into_iter().map(|line| line.text).collect()
}

#[test]
fn a_line_has_units_a_limit_and_an_id() {
    let body = "前文\n\n- 待办：核定缺口 @czj @mzj 2026-07-31 {#zhb-10-9}\n";
    let [line] = &read(body)[..] else { panic!() };
    assert!(line.action);
    assert_eq!(line.text, "核定缺口");
    assert_eq!(names(line), ["czj", "mzj"]);
    assert_eq!(line.due.as_ref().unwrap().1, "2026-07-31");
    assert_eq!(line.id.as_ref().unwrap().1, "zhb-10-9");
    assert_eq!(line.inside, []);
    for (range, written) in [
        (
            &line.range,
            "待办：核定缺口 @czj @mzj 2026-07-31 {#zhb-10-9}",
        ),
        (&line.units[1].0, "@mzj"),
        (&line.due.as_ref().unwrap().0, "2026-07-31"),
        (&line.id.as_ref().unwrap().0, "{#zhb-10-9}"),
    ] {
        assert_eq!(&body[range.clone()], written);
    }
}

#[test]
fn the_mark_stands_at_the_beginning_and_outside_code_and_comments() {
    let body = "会议作出决定：不算\n```\nACTION: no @x\n```\n    决定：也不算\n\nRESOLVED: yes\n1. 决定：算\n> 待办: 也算\n\n\
         <!--\n决定：注释不算\n\n待办：也不算 @x\n-->\n\n文字 <!--\n决定：句中注释不算\n-->\n";
    let found = read(body);
    assert_eq!(texts(body), ["yes", "算", "也算"]);
    assert_eq!(found.iter().filter(|line| line.action).count(), 1);
}

#[test]
fn a_mark_is_read_in_any_case_and_in_bold() {
    let body = "Action: one @x\n\nresolved: two\n\n**决定：**三\n\n**决定**：四\n\n- **Action: five @x 2026-05-31**\n\n\
         __待办：__六\n\n**决定：七**八\n";
    let found = read(body);
    assert_eq!(
        texts(body),
        ["one", "two", "三", "四", "five", "六", "**七**八"]
    );
    let actions = found.iter().filter(|line| line.action).count();
    assert_eq!(actions, 3);
    assert_eq!(found[4].due.as_ref().unwrap().1, "2026-05-31");
    assert!(body[found[2].range.clone()].starts_with("决定"));
}

#[test]
fn what_looks_like_a_mark_is_told_where_something_follows() {
    let body = "待办事项：办 @x\n\n**议定**：按方案办\n\nDecision: go\n\n议定事项：\n\n1. 决定：算\n\n会议决议：不算\n";
    let read = read_all(body);
    let near: Vec<&str> = read.near.iter().map(|(_, word)| word.as_str()).collect();
    assert_eq!(near, ["待办事项", "议定", "Decision"]);
    assert_eq!(&body[read.near[1].0.clone()], "议定");
    assert_eq!(read.lines.len(), 1);
}

#[test]
fn a_sentence_keeps_its_units_and_dates() {
    let line = read("决定：望澜大桥由@ctjt在第10次例会上作书面说明").remove(0);
    assert_eq!(line.text, "望澜大桥由@ctjt在第10次例会上作书面说明");
    let [(range, 0)] = &line.inside[..] else {
        panic!("{:?}", line.inside)
    };
    assert_eq!(&line.text[range.clone()], "@ctjt");

    let line =
        read("决定：自2026-03-01起，由@ctjt 牵头办理  @财政局，2026-05-31。{#m-1}").remove(0);
    assert_eq!(line.text, "自2026-03-01起，由@ctjt 牵头办理。");
    assert_eq!(line.due.unwrap().1, "2026-05-31");
    assert_eq!(
        names(&read("待办：由@ctjt、@财政局 2026-05-31")[0]),
        ["ctjt", "财政局"]
    );
    assert_eq!(
        texts("待办：由@ctjt、@财政局 2026-05-31"),
        ["由@ctjt、@财政局"]
    );
    assert_eq!(texts("决定：完成于2026-05-31"), ["完成于2026-05-31"]);
}

#[test]
fn quotations_are_read_as_they_stand() {
    let body = "决定：印发《2026-03-01 @ctjt 方案》和“@财政局 2026年3月2日”的通知";
    let line = read(body).remove(0);
    assert_eq!(line.text, body.strip_prefix("决定：").unwrap());
    assert_eq!((names(&line).len(), line.due), (0, None));
    assert_eq!(
        texts("决定：见[`2026-03-01`](document:2026-03-02) @x"),
        ["见[`2026-03-01`](document:2026-03-02)"]
    );
}

#[test]
fn a_date_in_words_stays_in_the_sentence() {
    let line = read("待办：2016年3月11日前由@财政局牵头报送").remove(0);
    assert_eq!(line.due.unwrap().1, "2016-03-11");
    assert_eq!(line.text, "2016年3月11日前由@财政局牵头报送");
    assert_eq!(line.units[0].1, "财政局");
}

#[test]
fn the_limit_is_at_the_end_or_the_one_date_there_is() {
    let due = |text: &str| read(text).remove(0).due.map(|(_, due)| due);
    let two = |text: &str| read(text).remove(0).two;
    let both = |first: &str, second: &str| Some([first.to_owned(), second.to_owned()]);
    assert_eq!(
        due("待办：按2016-03-01方案办 2016-04-01").unwrap(),
        "2016-04-01"
    );
    assert_eq!(due("待办：2016年3月1日至2016年4月1日"), None);
    assert_eq!(
        two("待办：2016年3月1日至2016年4月1日"),
        both("2016年3月1日", "2016年4月1日")
    );
    assert_eq!(
        two("待办：办理 @x 2016-03-01 2016-04-01"),
        both("2016-03-01", "2016-04-01")
    );
    assert_eq!(due("待办：3月11日前办"), Some("3月11日".to_owned()));
    assert_eq!(due("决定：3月11日起施行"), None);
    assert_eq!(due("决定：2026年3月11日起施行"), None);
    assert_eq!(due("决定：3月底前办 @x"), Some("3月底".to_owned()));
}

#[test]
fn an_address_names_no_unit() {
    let line = read("ACTION: write to a@b.example @x.").remove(0);
    assert_eq!(names(&line), ["x"]);
    assert_eq!(line.text, "write to a@b.example.");
}
