//! Cells of small matrices.

use super::{MatrixView, matrix};
use crate::site::office::{at_desk, source};

const SITE: &str = "title: 试验\nlanguage: zh-CN\nas_of: 2026-06-30\ndefault_visibility: public\n\
                    audiences: {public: [public]}\n";

fn look(units: &str, tasks: &str) -> MatrixView {
    let areas = "- {id: p, name: 规划}\n- {id: q, name: 建设}\n";
    let files = [
        ("content/site.yaml", SITE),
        ("content/units/u.yaml", units),
        ("content/areas/a.yaml", areas),
        ("content/tasks/t.yaml", tasks),
    ];
    at_desk(&source(&files), |desk| matrix(desk, None))
}

#[test]
fn each_area_has_the_units_that_have_a_part_in_it() {
    let units = "- {id: a, name: 甲局}\n- {id: b, name: 乙局}\n- {id: c, name: 丙局}\n- {id: mi, name: 密, visibility: restricted}\n";
    let tasks = "\
- {id: one, title: 一, lead: b, responsible: [a, mi], supporting: c, areas: p, due: 2026-12-31}
- {id: two, title: 二, parent: one, lead: a, areas: p, due: 2026-12-31}
- {id: three, title: 三, lead: c, supporting: [b], areas: q, due: 2026-12-31}
";
    let view = look(units, tasks);
    let said: Vec<String> = view
        .tables
        .iter()
        .flat_map(|table| {
            let units = table.units.iter().map(|unit| unit.text.as_str());
            let units = format!("{}: {}", table.anchor, units.collect::<Vec<_>>().join(" "));
            let rows = table.rows.iter().map(|row| {
                let cells = row.cells.iter().map(|roles| roles.join("+"));
                let cells: Vec<String> = cells.collect();
                format!("{} {} {}", row.title.text, row.depth, cells.join("|"))
            });
            [units].into_iter().chain(rows).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(
        said,
        [
            "area-p: 甲局 乙局 丙局 此处不显示",
            "一 0 responsible|lead|supporting|responsible",
            "二 1 lead|||",
            "area-q: 乙局 丙局",
            "三 0 supporting|lead",
        ]
    );
}

#[test]
fn more_than_twenty_units_stand_in_tables_below_each_other() {
    let units: String = (1..=23)
        .map(|n| format!("- {{id: u{n}, name: 第{n}局}}\n"))
        .collect();
    let tasks: String = (1..=23)
        .map(|n| format!("- {{id: t{n}, title: 第{n}项, lead: u{n}, areas: p, due: 2026-12-31}}\n"))
        .collect();
    let view = look(&units, &tasks);
    let sizes: Vec<_> = view
        .tables
        .iter()
        .map(|table| (table.units.len(), table.rows.len(), table.caption.as_str()))
        .collect();
    assert_eq!(
        sizes,
        [
            (12, 12, "规划：各单位的责任"),
            (11, 11, "规划：各单位的责任（第13至23个单位）"),
        ]
    );
    let (first, others) = view.tables[1].rows[0].cells.split_first().expect("cells");
    assert_eq!(*first, ["lead"]);
    assert!(others.iter().all(Vec::is_empty));
    assert_eq!(view.tables[1].heading.text, "");
}
