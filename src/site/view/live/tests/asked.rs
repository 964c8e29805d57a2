//! Problems, indicators, changes, ranks and pictures of the same small office.

use super::{Filled, filled, ids, sentence};

/// The texts of the cells, row by row, each with what is said after it.
fn texts(filled: &Filled) -> Vec<Vec<String>> {
    let rows = filled.groups.iter().flat_map(|group| &group.rows);
    rows.map(|row| {
        let cells = row.cells.iter().map(|cell| {
            let parts: Vec<&str> = cell.parts.iter().map(|part| part.text.as_str()).collect();
            parts.join("、") + &cell.tag
        });
        cells.collect()
    })
    .collect()
}

fn headings(filled: &Filled) -> Vec<&str> {
    let groups = filled.groups.iter();
    groups
        .filter_map(|group| Some(group.heading.as_ref()?.text.as_str()))
        .collect()
}

#[test]
fn problems_and_indicators_are_chosen_by_their_facts() {
    for (directive, condition, wanted) in [
        ("problems", "state: open", "wet new"),
        ("problems", "state: closed", "full"),
        ("problems", "light: red", "wet"),
        ("problems", "overdue: true", "wet"),
        ("problems", "days_overdue: {min: 20, max: 20}", "wet"),
        ("problems", "rectified_on: 2026-05-10", "full"),
        ("problems", "closed_on: {after: 2026-05-14}", "full"),
        ("problems", "severity: {max: 2}", "wet"),
        ("problems", "lead: b", "full new"),
        ("problems", "areas: q", "wet full"),
        ("indicators", "met: true", "calls"),
        ("indicators", "met: false", "cover"),
        ("indicators", "attained: {max: 50}", "cover"),
        ("indicators", "value: {min: 50}", "cover"),
        ("indicators", "change: 5", "cover"),
        ("indicators", "change: none", "calls"),
        ("indicators", "provisional: true", "cover"),
        ("indicators", "target_by: 2026-12-31", "cover calls"),
    ] {
        let filled = filled(&format!("{directive}\nwhere: {{{condition}}}"));
        assert_eq!(ids(&filled).concat().join(" "), wanted, "{condition}");
    }
    let columns = filled("indicators\ncolumns: [title, value, change, attained, met]");
    let wanted = [
        ["覆盖率", "50", "+5", "50.00%", ""],
        ["投诉", "8", "", "125.00%", "是"],
    ];
    assert_eq!(texts(&columns), wanted);
}

#[test]
fn figures_of_problems_and_indicators() {
    for (figure, wanted) in [
        ("count(of=\"problems\")", "3"),
        ("count(of=\"problems\", state=\"closed\")", "1"),
        ("count(\"indicators\", met=true)", "1"),
        // One of three was put right, and that one is closed; of the two whose limit is past one came in time.
        ("rate(\"rectified\", of=\"problems\")", "33.33%"),
        ("rate(\"closure\", of=\"problems\")", "100.00%"),
        ("rate(\"on_time\", of=\"problems\")", "50.00%"),
        ("rate(\"overdue\", of=\"problems\", lead=\"b\")", "0.00%"),
        ("rate(\"closure\", of=\"problems\", lead=\"a\")", "—"),
        ("rate(\"met\", of=\"indicators\")", "50.00%"),
        ("sum(\"days_overdue\", of=\"problems\")", "20"),
        ("date(\"closed_on\", of=\"problems\")", "2026年5月15日"),
        ("date(\"observed_on\", of=\"indicators\")", "2026年6月20日"),
    ] {
        let text = format!("共{{{{ {figure} }}}}。");
        assert_eq!(sentence(&text), format!("<p>共{wanted}。</p>"), "{figure}");
    }
}

#[test]
fn changes_are_counted_and_told_with_old_and_new() {
    let all = filled(
        "changes\nsince: 2026-05-31\nwhere: {category: [finished, newly_overdue, new, moved]}",
    );
    assert_eq!(
        all.sentences,
        ["与2026年5月31日相比，台账事项：完成 1项、新逾期 1项；问题：新增 1个、新逾期 1个；指标：有新数据 1项。".replace(' ', "")]
    );
    assert_eq!(
        headings(&all),
        ["新增（1）", "完成（1）", "新逾期（2）", "有新数据（1）"]
    );
    assert_eq!(all.note, "共5条变化");
    let one = filled(
        "changes\nsince: 2026-05-31\nwhere: {type: task, category: finished}\ncolumns: [title, what, was, is]",
    );
    assert_eq!(texts(&one), [["丙", "完成时间", "", "2026-06-01"]]);
    let values = filled(
        "changes\nsince: 2026-05-31\nwhere: {category: moved}\ncolumns: [title, lead, was, is]",
    );
    assert_eq!(texts(&values), [["覆盖率", "", "45", "50"]]);
    let few = filled("changes\nsince: 2026-05-31\nwhere: {category: newly_overdue}\nlimit: 1");
    assert_eq!(few.note, "共2条变化，另有1条未列出");
    let without = filled("changes");
    assert!(without.columns.is_empty() && without.sentences.len() == 1);
    let still = filled("changes\nsince: 2026-06-29\nwhere: {category: closed}");
    assert_eq!(still.sentences, ["与2026年6月29日相比没有变化。"]);
}

#[test]
fn ranks_are_shared_and_what_has_none_stands_apart() {
    let ranks = filled("ranking\nof: k");
    assert_eq!(headings(&ranks), ["部门", "县区：没有数据、不排名"]);
    let wanted = [
        ["并列第1名", "甲局", "90.00", "良好", "—"],
        ["并列第1名", "丙局", "90.00", "良好", "—"],
        ["—", "乙局", "—", "—", "—"],
    ];
    assert_eq!(texts(&ranks), wanted);
    // Both share the first rank.
    assert_eq!(
        filled("ranking\nlimit: 1\nwhere: {group: 部门}").groups[0]
            .rows
            .len(),
        2
    );
    // The period has not ended then.
    let early = filled("ranking\nas_of: 2026-05-31");
    assert_eq!(early.sentences, ["还没有可以排名的考核结果。"]);
}

#[test]
fn pictures_say_what_their_tables_say() {
    let lights = filled("chart\ngroup: lead");
    assert_eq!(
        texts(&lights),
        [
            ["甲局", "3", "1", "1", "1", "0", "0"],
            ["乙局", "2", "0", "0", "0", "1", "1"],
        ]
    );
    let picture = lights.picture.unwrap();
    let labels: Vec<&str> = picture
        .shapes
        .iter()
        .map(|shape| shape.text.as_str())
        .collect();
    let labels: Vec<&str> = labels.into_iter().filter(|text| !text.is_empty()).collect();
    assert_eq!(
        labels,
        ["甲局，共3项", "1", "1", "1", "乙局，共2项", "1", "1"]
    );
    // Three items are 600 wide: one is red, the ongoing one has no data, one is green.
    let fills = picture
        .shapes
        .iter()
        .filter(|s| s.class.starts_with("fill"));
    let fills: Vec<&str> = fills.map(|shape| shape.path.as_str()).take(2).collect();
    assert_eq!(fills, ["M10 26h200v18h-200z", "M210 26h200v18h-200z"]);
    let progress = filled("chart\nshow: progress\nwhere: {id: [late, near]}");
    // (50 + 90) / 2; 100, for it is past due, and 29 of 34 days: 85.29.
    assert_eq!(
        texts(&progress),
        [["合计", "2", "70.00%", "92.65%", "−22.65"]]
    );
    let line = filled("timeline\nwhere: {id: [late, always]}");
    let bars = line.picture.unwrap().shapes;
    // From 1 January to 30 June are 180 days on 620; the limit is day 160, and what has no limit runs on to the edge.
    let rooms = bars.iter().filter(|shape| shape.class == "room");
    let rooms: Vec<&str> = rooms.map(|shape| shape.path.as_str()).collect();
    assert_eq!(rooms, ["M10 64h551v14h-551z", "M10 108h620v14h-620z"]);
    // It is 20 days past its limit: 160 of 180 days are 8888 of 10,000, and 551 of 620.
    let late = bars.iter().find(|shape| shape.class == "late").unwrap();
    assert!(late.path.starts_with("M561 "), "{}", late.path);
    assert_eq!(ids(&filled("timeline\nlimit: 1")).concat(), ["late"]);
    let observed = filled("chart\nshow: indicator\nof: cover");
    assert_eq!(texts(&observed)[1][..2], ["2026-06-20", "50"]);
    assert!(observed.picture.is_some());
}
