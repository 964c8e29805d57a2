//! Places on the timeline, worked out by hand.

use super::{TimelineView, link_of, pages, timeline};
use crate::site::desk::Desk;
use crate::site::office::{at_desk, source};
use crate::site::route::{Page, route};

const SITE: &str = "title: 试验\nlanguage: zh-CN\nas_of: 2026-06-30\ndefault_visibility: public\n\
                    audiences: {public: [public]}\n";
const UNITS: &str = "- {id: a, name: 甲局}\n- {id: b, name: 乙局}\n";
const AREAS: &str =
    "- {id: p, name: 规划}\n- {id: p1, name: 专项, parent: p}\n- {id: q, name: 建设}\n";

/// The axis runs from 1 January to 31 December 2026, 364 days. Days from 1 January, and 10,000 times that over 364:
/// 1 February 31, 851. 1 March 59, 1620. 31 March 89, 2445. 1 April 90, 2472. 15 April 104, 2857. 30 April 119, 3269.
/// 1 May 120, 3296. 10 May 129, 3543. 31 May 150, 4120. 1 June 151, 4148. 30 June 180, 4945. 31 July 211, 5796.
/// 1 September 243, 6675.
const TASKS: &str = "\
- {id: jia, title: 延期又逾期, lead: a, areas: p, start: 2026-01-01, due: 2026-03-31,
   extensions: [{approved_on: 2026-03-20, due: 2026-05-31}, {approved_on: 2026-07-20, due: 2026-08-31}],
   progress: [{date: 2026-05-01, percent: 50, forecast: 2026-07-31}, {date: 2026-07-02, percent: 60, forecast: 2026-09-30}]}
- {id: yi, title: 完成得晚, lead: a, areas: p1, start: 2026-02-01, due: 2026-04-30, progress: {date: 2026-05-10, percent: 100, finished: true}}
- {id: bing, title: 常态化, lead: a, areas: q, ongoing: true, start: 2026-03-01, suspended: {from: 2026-04-01, to: 2026-04-15, reason: 汛期}}
- {id: ding, title: 看节点, lead: a, areas: q, due: 2026-12-31, milestones: [{title: 一, due: 2026-04-01, done_on: 2026-03-30},
   {title: 二, due: 2026-05-01, key: true}, {title: 三, due: 2026-09-01, done_on: 2026-08-30}]}
- {id: wu, title: 取消的, lead: b, areas: q, start: 2026-01-01, due: 2026-02-01, cancelled: {on: 2026-06-01, reason: 合并}}
";

fn look<T>(tasks: &str, look: impl FnOnce(&Desk<'_>) -> T) -> T {
    let files = [
        ("content/site.yaml", SITE),
        ("content/units/u.yaml", UNITS),
        ("content/areas/a.yaml", AREAS),
        ("content/tasks/t.yaml", tasks),
    ];
    at_desk(&source(&files), look)
}

/// Title, lengths and signs of every line, as the template writes them.
fn drawn(view: &TimelineView) -> Vec<String> {
    let lines = view.groups.iter().flat_map(|group| &group.rows);
    let drawn = lines.map(|line| {
        let pieces = line.pieces.iter();
        let pieces = pieces.map(|one| format!("{} {}+{}", one.kind, one.x, one.width));
        let signs = line.signs.iter();
        let signs = signs.map(|one| format!("{} {}", one.kind, one.x));
        let all: Vec<String> = pieces.chain(signs).collect();
        format!("{}: {}", line.title.text, all.join(", "))
    });
    drawn.collect()
}

#[test]
fn strips_stand_where_their_days_are() {
    let view = look(TASKS, |desk| timeline(desk, None));
    assert_eq!(
        drawn(&view),
        [
            "延期又逾期: span 0.00%+41.20%, done 0.00%+20.60%, late 41.20%+8.25%, forecast 49.45%+8.51%, \
             original 24.45%, expected 57.96%",
            "完成得晚: span 8.51%+24.18%, done 8.51%+24.18%, late 32.69%+2.74%, finished 35.43%",
            "常态化: open 16.20%+83.80%, pause 24.72%+3.85%, onward 100.00%",
            "看节点: open 0.00%+100.00%, stone-met 24.72%, key-stone-late 32.96%, stone 66.75%",
            "取消的: span 0.00%+8.51%, cancelled 41.48%",
        ]
    );
}

#[test]
fn what_is_drawn_is_said_as_well() {
    let view = look(TASKS, |desk| timeline(desk, None));
    let lines: Vec<_> = view.groups.iter().flat_map(|group| &group.rows).collect();
    assert_eq!(lines[0].span, "2026年1月1日至2026年5月31日");
    assert_eq!(lines[0].original, "2026年3月31日");
    // 31 May to 31 July are 61 days.
    assert_eq!(lines[0].notes[1], "预计2026年7月31日完成，比现行时限晚61天");
    assert_eq!(lines[1].notes, ["2026年5月10日完成，比现行时限晚10天"]);
    assert_eq!(
        lines[2].notes,
        ["常态化", "2026年4月1日至2026年4月15日暂停"]
    );
    let stones: Vec<&str> = lines[3]
        .stones
        .iter()
        .map(|one| one.said.as_str())
        .collect();
    assert_eq!(
        stones,
        [
            "一（2026年3月30日完成）",
            "二（应于2026年5月1日完成，已逾期）",
            "三（应于2026年9月1日完成）",
        ]
    );
    assert_eq!(lines[4].notes, ["2026年6月1日取消"]);
}

#[test]
fn areas_are_groups_and_labels_stand_apart() {
    let view = look(TASKS, |desk| timeline(desk, None));
    let groups: Vec<_> = view
        .groups
        .iter()
        .map(|group| (group.anchor.as_str(), group.rows.len()))
        .collect();
    assert_eq!(groups, [("area-p", 2), ("area-q", 3)]);
    let axis = view.axis.unwrap();
    // Every two months are at least 59 of 364 days apart, 16 of 100: enough for a wide page, too little for a narrow one,
    // where every third month has 90 at least.
    let labels: Vec<_> = axis
        .ticks
        .iter()
        .map(|tick| (tick.text.as_str(), tick.only))
        .collect();
    assert_eq!(
        labels,
        [
            ("2026-01", ""),
            ("2026-03", "wide"),
            ("2026-04", "narrow"),
            ("2026-05", "wide"),
            ("2026-07", ""),
            ("2026-09", "wide"),
            ("2026-10", "narrow"),
            ("2026-11", "wide"),
        ]
    );
    assert_eq!((axis.today.as_str(), axis.anchor), ("49.45%", "start"));
    assert_eq!(axis.today_text, "截至2026年6月30日");
}

#[test]
fn more_than_a_hundred_and_fifty_lines_are_split() {
    let line = |n: usize| {
        let area = match n {
            0 => "",
            1..=310 => "areas: p1, ",
            _ => "areas: q, ",
        };
        format!(
            "- {{id: t-{n}, title: 第{n}项, lead: a, {area}start: 2026-01-01, due: 2026-12-31}}\n"
        )
    };
    let tasks: String = (0..320).map(line).collect();
    look(&tasks, |desk| {
        let all = pages(desk);
        let routes: Vec<String> = all
            .iter()
            .map(|page| route(desk.report.project, *page))
            .collect();
        assert_eq!(
            routes,
            [
                "timeline.html",
                "timeline-p.html",
                "timeline/p-2.html",
                "timeline-q.html",
            ]
        );
        let index = timeline(desk, None);
        assert!(index.axis.is_none() && index.groups.is_empty());
        let parts: Vec<_> = index
            .parts
            .iter()
            .map(|part| (part.link.href.as_str(), part.lines.as_str()))
            .collect();
        assert_eq!(
            parts,
            [
                ("timeline-p.html", "300行"),
                ("timeline/p-2.html", "10行"),
                ("timeline-q.html", "9行"),
                ("timeline-q.html#without-area", "1行"),
            ]
        );
        let Page::TimelineOf(area, part) = all[2] else {
            panic!("{all:?}");
        };
        let sheet = timeline(desk, Some((area, part)));
        assert_eq!(sheet.groups[0].rows[0].id, "t-301");
        assert_eq!(sheet.back.href, "timeline.html");
        let areas = &desk.report.project.areas;
        let last = areas.keys().last().unwrap();
        assert_eq!(link_of(desk, last).href, "timeline-q.html#area-q");
    });
}

#[test]
fn a_site_without_tasks_has_nothing_to_draw() {
    let view = look("[]\n", |desk| timeline(desk, None));
    assert!(view.axis.is_none() && view.groups.is_empty() && view.parts.is_empty());
}

#[test]
fn the_last_day_of_the_calendar_is_drawn_like_any_other() {
    let tasks = "\
- {id: jia, title: 甲, lead: a, start: 2026-01-01, due: 9999-12-31}
- {id: yi, title: 乙, lead: a, ongoing: true, start: 2026-01-01, milestones: [{title: 一, due: 9999-12-31}]}
- {id: bing, title: 丙, lead: a, start: 2026-01-01, due: 2026-12-31, progress: {date: 2026-05-01, percent: 50, forecast: 9999-12-31}}
";
    for as_of in ["2026-06-30", "9999-12-31"] {
        let site = SITE.replace("2026-06-30", as_of);
        let files = [
            ("content/site.yaml", site.as_str()),
            ("content/units/u.yaml", UNITS),
            ("content/areas/a.yaml", AREAS),
            ("content/tasks/t.yaml", tasks),
        ];
        let view = at_desk(&source(&files), |desk| timeline(desk, None));
        assert_eq!(view.groups[0].rows.len(), 3, "{as_of}");
        let ticks = view.axis.unwrap().ticks;
        assert!((1..30).contains(&ticks.len()), "{as_of}: {}", ticks.len());
    }
}

#[test]
fn a_milestone_done_late_is_neither_on_time_nor_open() {
    let tasks = "\
- {id: jia, title: 甲, lead: a, start: 2026-01-01, due: 2026-12-31, milestones: [{title: 一, due: 2026-04-01, done_on: 2026-04-11},
   {title: 二, due: 2026-05-01, key: true, done_on: 2026-05-02}, {title: 三, due: 2026-06-01, key: true, done_on: 2026-06-01}]}
";
    let view = look(tasks, |desk| timeline(desk, None));
    let line = &view.groups[0].rows[0];
    let signs: Vec<&str> = line.signs.iter().map(|sign| sign.kind).collect();
    assert_eq!(
        signs,
        ["stone-met-late", "key-stone-met-late", "key-stone-met"]
    );
    let said: Vec<&str> = line.stones.iter().map(|one| one.said.as_str()).collect();
    assert_eq!(
        said,
        [
            "一（应于2026年4月1日，2026年4月11日完成，晚10天）",
            "二（应于2026年5月1日，2026年5月2日完成，晚1天）",
            "三（2026年6月1日完成）",
        ]
    );
}

#[test]
fn one_mistyped_year_does_not_stretch_the_axis() {
    let tasks = "\
- {id: jia, title: 甲, lead: a, start: 2026-01-01, due: 2206-12-31}
- {id: yi, title: 乙, lead: a, start: 2026-01-01, due: 2026-12-31}
";
    let view = look(tasks, |desk| timeline(desk, None));
    let lines = &view.groups[0].rows;
    // The axis is that of the other task, 2026.
    let drawn = drawn(&view);
    assert_eq!(drawn[0], "甲: span 0.00%+100.00%, beyond 100.00%");
    assert_eq!(drawn[1], "乙: span 0.00%+100.00%");
    assert_eq!(lines[0].notes[0], "图上画不下2206年12月31日");
    assert_eq!(view.axis.unwrap().ticks[0].text, "2026-01");
}
