//! Directives and figures on a small office whose facts were worked out by hand.

use crate::date::Date;
use crate::model::{Body, Language, Project};
use crate::site::desk::{Desk, Used};
use crate::site::office::{public, source};
use crate::site::view::body::body_with;
use crate::site::{Index, Words};
use crate::{pipeline, theme};

mod asked;
mod said;

use super::{Filled, Piece, Pieces, pieces};

/// On 30 June 2026: `late` is 20 days overdue at 50 % and red; `later` starts in July and is grey; `over` is finished
/// since 1 June; `near` is due in 5 days at 90 %, 5 points ahead of its plan, and green; `always` has no end.
const TASKS: &str = "\
- {id: late, title: 甲, lead: a, areas: p1, start: 2026-01-01, due: 2026-06-10, progress: {date: 2026-03-01, percent: 50}}
- {id: later, title: 乙, lead: b, areas: p, start: 2026-07-15, due: 2026-12-31, budget: {planned: '10.5', paid: '0.25'}}
- {id: over, title: 丙, lead: b, areas: q, start: 2026-01-01, due: 2026-12-31, progress: {date: 2026-06-01, percent: 100, finished: true}}
- {id: near, title: 丁, lead: a, responsible: b, areas: q, start: 2026-06-01, due: 2026-07-05, tags: [急], budget: {planned: '4.5'},
   progress: {date: 2026-06-20, percent: 90, text: 快了}}
- {id: always, title: 戊, lead: a, ongoing: true, start: 2026-01-01, progress: {date: 2026-05-01, text: 照常}}
";

const OTHERS: [(&str, &str); 7] = [
    (
        "content/site.yaml",
        "title: 试验\nlanguage: zh-CN\nas_of: 2026-06-30\ndefault_visibility: public\naudiences: {public: [public]}\nseries: [{id: kh, name: 考核, kind: assessment}]\n",
    ),
    (
        "content/units/u.yaml",
        "- {id: a, name: 甲局, group: 部门}\n- {id: b, name: 乙局, parent: a, group: 县区}\n- {id: c, name: 丙局, group: 部门}\n- {id: mi, name: 密, visibility: restricted}\n",
    ),
    (
        "content/areas/a.yaml",
        "- {id: p, name: 规划}\n- {id: p1, name: 专项, parent: p}\n- {id: q, name: 建设}\n",
    ),
    (
        "content/meetings/m.yaml",
        "id: m\ntitle: 例会\ndate: 2026-02-02\ndecisions: [{id: d1, text: 原则通过, outcome: agreed, lead: a}, {id: d2, text: 听取汇报, outcome: noted}]\n",
    ),
    ("content/problems/p.yaml", PROBLEMS),
    ("content/indicators/i.yaml", INDICATORS),
    (
        "content/assessments/k.yaml",
        "id: k\nseries: kh\ntitle: 半年考核\nperiod: {from: 2026-01-01, to: 2026-06-30}\ngroups: [部门, 县区]\n\
         criteria: [{id: pj, name: 评价, weight: 1, kind: manual}]\n\
         manual_scores: [{unit: a, criterion: pj, score: 90}, {unit: c, criterion: pj, score: 90}]\n\
         bands: [{name: 良好, min: 80}, {name: 合格, min: 60}]\n",
    ),
];

/// On 30 June 2026: `wet` is 20 days past its limit and untouched; `full` was put right on 10 May and is closed since the
/// 15th; `new` was found in June and has until July.
const PROBLEMS: &str = "\
- {id: wet, title: 积水, found_on: 2026-05-01, lead: a, areas: q, severity: 2, due: 2026-06-10}
- {id: full, title: 占道, found_on: 2026-04-01, lead: b, areas: q, due: 2026-05-20, progress: {date: 2026-05-10, finished: true, text: 清了},
   closure: {requested_on: 2026-05-11, verified_on: 2026-05-14, closed_on: 2026-05-15, verdict: accepted}}
- {id: new, title: 破损, found_on: 2026-06-20, lead: b, due: 2026-07-31}
";

/// `cover` is half of its way from 40 to 60, and rose by 5; `calls` is at 8 where 10 is allowed.
const INDICATORS: &str = "\
- {id: cover, name: 覆盖率, kind: numeric, baseline: {date: 2025-12-31, value: 40}, targets: [{by: 2026-12-31, value: 60}],
   observations: [{date: 2026-03-31, value: 45}, {date: 2026-06-20, value: 50, provisional: true}]}
- {id: calls, name: 投诉, kind: numeric, direction: down, targets: [{by: 2026-12-31, value: 10}], observations: [{date: 2026-05-31, value: 8}]}
";

/// Reads a site with this body, and shows what `look` makes of it at the desk of 30 June 2026.
fn with_body<T>((markdown, language): (&str, Language), look: impl Fn(&Desk<'_>, &Body) -> T) -> T {
    let note = format!("---\ntitle: 记\ndate: 2026-01-05\n---\n{markdown}");
    let mut files = OTHERS.to_vec();
    files.extend([
        ("content/tasks/t.yaml", TASKS),
        ("content/documents/n.md", &note),
    ]);
    let source = source(&files);
    let project = pipeline::project(&source, pipeline::settings(&source), &public());
    let errors = project.findings.iter();
    let errors = errors.filter(|one| one.severity == crate::diagnostic::Severity::Error);
    assert_eq!(
        errors.collect::<Vec<_>>(),
        Vec::<&crate::diagnostic::Finding>::new()
    );
    let project: Project = project.value;
    let report = pipeline::report(&project, Date::parse("2026-06-30").unwrap());
    let theme = theme::load(&source, "default", language).value;
    let words = Words::new(language, &theme.catalogue);
    let (index, used) = (Index::new(&report), Used::default());
    let desk = Desk {
        report: &report,
        index: &index,
        words: &words,
        root: "../",
        top: "../",
        used: &used,
        rows: None,
    };
    let document = project.documents.keys().next().unwrap();
    let head = &project.documents.at(document, report.as_of).head;
    look(&desk, head.body.as_ref().unwrap())
}

fn filled(fence: &str) -> Filled {
    let body = format!("```{fence}\n```\n");
    with_body((&body, Language::Chinese), |desk, body| {
        match pieces(desk, body).into_values().next() {
            Some(Piece::Directive(filled)) => filled,
            other => panic!("no directive: {other:?}"),
        }
    })
}

/// The ids of the rows, group by group.
fn ids(filled: &Filled) -> Vec<Vec<&str>> {
    let groups = filled.groups.iter();
    let head = |cells: &[super::Cell]| cells.iter().map(|cell| cell.id.len()).max();
    groups
        .map(|group| {
            let rows = group.rows.iter();
            assert!(rows.clone().all(|row| head(&row.cells).is_some()));
            rows.map(|row| row.cells[0].id.as_str()).collect()
        })
        .collect()
}

fn chosen(condition: &str) -> Vec<String> {
    let filled = filled(&format!("tasks\nwhere: {{{condition}}}"));
    ids(&filled)
        .concat()
        .into_iter()
        .map(str::to_owned)
        .collect()
}

#[test]
fn conditions_choose_by_hand() {
    for (condition, wanted) in [
        ("light: red", "late"),
        ("light: [red, done]", "late over"),
        ("state: {not: finished}", "late later near always"),
        ("state: {not: [finished, in_progress]}", "later"),
        ("due: {before: 2026-07-05}", "late"),
        ("due: {max: 2026-07-05}", "late near"),
        ("due: {after: 2026-07-05}", "later over"),
        ("due: {after: 2026-06-10, before: 2026-12-31}", "near"),
        ("due: {min: 2026-06-10, max: 2026-06-10}", "late"),
        ("due: 2026-12-31", "later over"),
        ("due: none", "always"),
        ("due: {not: none}", "late later over near"),
        ("actual: {min: 90}", "over near"),
        ("actual: {max: 50}", "late"),
        ("gap: {min: 50}", "late"),
        ("areas: p", "later"),
        ("areas: {below: p}", "late later"),
        ("areas: [p1, q]", "late over near"),
        ("areas: none", "always"),
        ("lead: b", "later over"),
        ("unit: b", "later over"),
        ("lead: {below: a}", "late later over near always"),
        ("involved: b", "later over near"),
        ("group: 县区", "later over"),
        ("tags: 急", "near"),
        ("title: [甲, 戊]", "late always"),
        ("overdue: true", "late"),
        ("days_overdue: {min: 20}", "late"),
        ("due_soon: true", "near"),
        ("ongoing: true", "always"),
        ("finished_on: {before: 2026-06-02}", "over"),
        ("sponsor: none, light: [green, grey]", "later near"),
    ] {
        let wanted: Vec<&str> = wanted.split(' ').collect();
        assert_eq!(chosen(condition), wanted, "{condition}");
    }
}

#[test]
fn nothing_that_holds_is_said_in_words() {
    for fence in [
        "tasks\nwhere: {days_overdue: {min: 21}}",
        // A unit that may not be seen is nobody's, and no two of them are one.
        "tasks\nwhere: {responsible: mi}",
        // The due day itself is on time.
        "tasks\nwhere: {overdue: true}\nas_of: 2026-06-10",
    ] {
        let filled = filled(fence);
        assert_eq!(filled.sentences, ["没有符合条件的任务。"], "{fence}");
        assert!(filled.columns.is_empty() && filled.groups.is_empty());
    }
}

#[test]
fn what_no_key_tells_apart_stays_in_written_order() {
    for (keys, wanted) in [
        ("actual", "late near over later always"),
        ("-actual", "over near late later always"),
        ("lead", "late near always later over"),
        ("[-lead, -due]", "later over near late always"),
        ("light", "late always near later over"),
    ] {
        let filled = filled(&format!("tasks\nsort: {keys}"));
        assert_eq!(ids(&filled).concat().join(" "), wanted, "{keys}");
    }
}

#[test]
fn groups_follow_the_records_and_a_limit_says_what_it_leaves_out() {
    let grouped = filled("tasks\ngroup: areas");
    let headings = grouped.groups.iter().map(|group| group.heading.as_ref());
    let headings: Vec<&str> = headings.map(|part| part.unwrap().text.as_str()).collect();
    assert_eq!(headings, ["规划", "专项", "建设", "未注明"]);
    let rows = [
        vec!["later"],
        vec!["late"],
        vec!["over", "near"],
        vec!["always"],
    ];
    assert_eq!(ids(&grouped), rows);
    let few = filled("tasks\nlimit: 2\ntitle: 头两项");
    assert_eq!(
        (few.title.as_str(), ids(&few)),
        ("头两项", vec![vec!["late", "later"]])
    );
    assert_eq!(few.note, "共5项，另有3条未列出");
    assert_eq!(filled("tasks\nlimit: 5").note, "共5项");
}

#[test]
fn units_and_decisions_have_fields_of_their_own() {
    let units = filled("units\ncolumns: [title, total, red, completion_rate]\nsort: -total");
    let texts = |filled: &Filled| -> Vec<Vec<String>> {
        let rows = filled.groups.iter().flat_map(|group| &group.rows);
        rows.map(|row| {
            let cells = row.cells.iter();
            cells
                .map(|cell| {
                    cell.parts
                        .first()
                        .map(|p| p.text.clone())
                        .unwrap_or_default()
                })
                .collect()
        })
        .collect()
    };
    // Of three items one is ongoing and in no rate.
    let wanted = [["甲局", "3", "1", "0.00%"], ["乙局", "2", "0", "50.00%"]];
    assert_eq!(texts(&units), wanted);
    let idle = filled("units\nwhere: {total: 0}\ncolumns: [title, completion_rate]");
    assert_eq!(texts(&idle), [["丙局", "—"]]);
    let decisions =
        filled("decisions\nwhere: {outcome: agreed}\ncolumns: [title, date, outcome, lead]");
    assert_eq!(
        texts(&decisions),
        [["原则通过", "2026-02-02", "同意", "甲局"]]
    );
}

#[test]
fn a_summary_reads_as_an_office_writes() {
    let said = filled("summary\nwhere: {lead: b}\nsince: 2026-05-31");
    let wanted = "截至2026年6月30日，2项任务中，已完成1项，占50.00%；推进中0项，未启动1项。亮灯情况：灰灯1项、办结1项。\
                  没有逾期任务。与2026年5月31日相比，完成率提高50.00个百分点，仍没有逾期任务。";
    assert_eq!(said.sentences, [wanted]);
    let english = with_body(
        ("```summary\nwhere: {light: red}\n```", Language::English),
        |desk, body| pieces(desk, body).into_values().next(),
    );
    let Some(Piece::Directive(english)) = english else {
        panic!("no directive")
    };
    let wanted = "As of 30 June 2026, there is one task; it is not finished. Lights: Red 1. One task is overdue (100.00%). \
                  One task was due by then; it was not finished on time.";
    assert_eq!(english.sentences, [wanted]);
    let groups = filled("summary\ngroup: lead\ncolumns: [total, done]");
    assert_eq!(groups.groups[0].rows.len(), 2);
    assert_eq!(groups.columns[0].label, "牵头单位");
}

fn sentence(text: &str) -> String {
    with_body((text, Language::Chinese), |desk, body| {
        body_with(desk, body, &pieces(desk, body))
            .html
            .trim()
            .to_owned()
    })
}

#[test]
fn figures_are_right_to_the_last_digit() {
    for (figure, wanted) in [
        ("count()", "5"),
        ("count(light=\"red\")", "1"),
        ("count(area=\"q\", light=[green, done])", "2"),
        ("count(area={below: p})", "2"),
        ("count(\"units\")", "2"),
        ("count(\"decisions\", outcome=\"noted\")", "1"),
        ("count(overdue=true, as_of=\"2026-06-10\")", "0"),
        // Four have an end, one of them is finished.
        ("rate(\"completion\")", "25.00%"),
        ("rate(\"completion\", unit=\"b\")", "50.00%"),
        ("rate(\"overdue\")", "25.00%"),
        ("rate(\"on_time\")", "0.00%"),
        ("rate(\"closure\", light=\"red\")", "—"),
        // (50 + 0 + 100 + 90) / 4
        ("rate(\"progress\")", "60.00%"),
        ("sum(\"days_overdue\")", "20"),
        ("sum(\"budget_planned\")", "15"),
        ("sum(\"budget_planned\", light=\"red\")", "—"),
        ("days(to=\"2026-12-31\")", "184"),
        ("days(from=\"2026-01-01\", to=\"2026-01-31\")", "30"),
        ("days(\"2026-06-01\")", "−29"),
        ("date()", "2026年6月30日"),
        ("date(\"2026-12-31\")", "2026年12月31日"),
        ("date(\"finished_on\")", "2026年6月1日"),
        ("date(\"closed_on\")", "—"),
    ] {
        let text = format!("共{{{{ {figure} }}}}。");
        assert_eq!(sentence(&text), format!("<p>共{wanted}。</p>"), "{figure}");
    }
}

#[test]
fn code_stays_code() {
    assert_eq!(
        sentence("`{{ count() }}`"),
        "<p><code>{{ count() }}</code></p>"
    );
    let fence = sentence("```text\n{{ count() }}\n```");
    assert!(
        fence.contains("<code class=\"language-text\">{{ count() }}\n</code>"),
        "{fence}"
    );
}

#[test]
fn what_was_kept_is_shown_as_it_was() {
    let markdown = "前{{ count() }}。\n\n```tasks\nwhere: {light: red}\n```\n\n<!--live 3-->后。\n";
    with_body((markdown, Language::Chinese), |desk, body| {
        let filled = pieces(desk, body);
        let kept: Pieces = serde_json::from_str(&serde_json::to_string(&filled).unwrap()).unwrap();
        let shown = |pieces| serde_json::to_value(body_with(desk, body, pieces)).unwrap();
        assert_eq!(shown(&filled), shown(&kept));
        let view = body_with(desk, body, &kept);
        let [before, table, after] = &view.parts[..] else {
            panic!("{view:?}")
        };
        assert!(before.html.contains("<p>前5。</p>") && after.html.contains("后。"));
        let table = table.table.as_ref().unwrap();
        let link = serde_json::to_value(&table.groups[0].rows[0].cells[0]).unwrap();
        assert_eq!(link["links"][0]["href"], "../tasks/late.html");
        // Without its pieces a body stands as it was written.
        let bare = body_with(desk, body, &Pieces::new());
        assert!(
            bare.parts.is_empty() && bare.html.contains("{{ count() }}"),
            "{bare:?}"
        );
    });
}

#[test]
fn every_field_has_a_name_in_both_languages() {
    for language in [Language::Chinese, Language::English] {
        with_body(("文。", language), |desk, _| {
            for field in crate::model::Field::ALL {
                let word = field.word().replace('_', "-");
                let named = ["field", "column"].map(|family| format!("{family}-{word}"));
                assert!(named.iter().any(|id| desk.words.has(id)), "{word}");
            }
        });
    }
}
