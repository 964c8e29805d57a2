//! The contract with themes: each kind of page as the plain values that its template is given.

mod followed;

use super::desk::{Desk, Used};
use super::{Index, Page, Words, compose, pages};
use crate::date::Date;
use crate::model::{Audience, Visibility};
use crate::source::{Asset, File, Source};
use crate::{pipeline, theme};

/// A small office: what it is to show stands in these files.
pub(crate) const OFFICE: &[(&str, &str)] = &[
    (
        "content/site.yaml",
        "title: 试验通报\nlanguage: zh-CN\nas_of: 2026-06-30\nbase_url: https://example.org/t/\ndefault_visibility: public\n\
         audiences:\n  public: [public]\nseries:\n  - {id: lh, name: 例会, kind: meeting}\n  - {id: kh, name: 季度考核, kind: assessment}\n",
    ),
    ("content/calendar.yaml", "off: [2026-06-19]\nwork: []\n"),
    (
        "content/campaigns/gj.yaml",
        "name: 攻坚活动\nperiod: {start: 2026-01-01, end: 2026-12-31, text: 一年左右, approx: true}\ngoal: 补上短板。\n\
         principles: [规划先行]\nkey_periods: [{name: 夏季, from: 2026-06-01, to: 2026-07-31}]\ncommand: [{role: 总指挥, person: lin}]\noffice: zhb\n\
         reporting: {cadence: monthly, cutoff_day: 25, grace_days: 3}\n\
         sponsorships: [{person: lin, area: js, from: 2026-01-01}]\n",
    ),
    (
        "content/areas/areas.yaml",
        "- {id: js, name: 建设, code: A, lead: zjj, sponsor: lin}\n- {id: js-lu, name: 道路, parent: js}\n",
    ),
    (
        "content/units/units.yaml",
        "- {id: zjj, name: 市住房和城乡建设局, short_name: 市住建局, kind: department, level: city, group: 部门,\n   former_names: [{name: 市建设局, until: 2026-03-31}]}\n\
         - {id: zhb, name: 指挥部办公室, kind: committee}\n- {id: mm, name: 保密单位, visibility: restricted}\n",
    ),
    (
        "content/people/people.yaml",
        "- {id: lin, name: 林某某, posts: [{unit: zhb, title: 主任, from: 2025-01-01}]}\n",
    ),
    (
        "content/tasks/tasks.yaml",
        "- {id: js-1, title: 修路, lead: zjj, areas: [js-lu], sponsor: lin, due: 2026-12-31, key: true}\n\
         - id: js-1-1\n  title: 改造 <人民路>\n  parent: js-1\n  lead: zjj\n  responsible: [mm]\n  start: 2026-01-01\n  due: 2026-05-31\n\
         \x20 target: {quantity: 10, unit: 公里}\n  origin: {decision: lh-01-1}\n  progress:\n\
         \x20   - {date: 2026-02-20, quantity: 2}\n    - {date: 2026-05-20, quantity: 6, issues: 缺料, by: zjj}\n    - {date: 2026-07-10, quantity: 9, text: 后来的事}\n\
         \x20 extensions: [{asked_on: 2026-05-25, approved_on: 2026-05-28, approved_by: zhb, due: 2026-06-20, reason: 汛期}]\n\
         \x20 notices: [{number: 督〔2026〕1号, kind: reminder, issued_on: 2026-06-01, issuer: zhb, due: 2026-06-10, signed_for: {who: 张某某, on: 2026-06-02}}]\n\
         - {id: js-2, title: 立标志, lead: zjj, areas: [js], due: 2026-07-10, start: 2026-06-01, depends_on: [js-1-1],\n   target: {text: 全部}}\n\
         - {id: mi-1, title: 不可外传的事, lead: zjj, visibility: restricted, due: 2026-12-31}\n",
    ),
    (
        "content/meetings/lh-01.md",
        "---\nid: lh-01\ntitle: 第1次例会\ndate: 2026-02-02\nseries: lh\nnumber: 1\nkind: regular\nchair: lin\nplace: 三楼\n\
         attendance: {present: [[{text: 各部门负责人}], [{person: lin, unit: zhb}]]}\n\
         agenda:\n  - title: 听取道路情况\n    kind: report\n    presenter: zjj\n    discussion: 只在内部说的话\n    decisions:\n\
         \x20     - {id: lh-01-1, text: 修好人民路, outcome: agreed, lead: zjj, due: 2026-05-31}\n\
         \x20     - {id: lh-01-2, text: 报送清单, action: true, lead: zjj, due: 2026-06-25}\n\
         speeches: [{who: lin, parts: [{verb: 强调, text: 抓紧。}]}]\npledges: [{unit: zjj, text: 按期完成, tasks: [js-1-1]}]\n\
         minutes: {number: 1号, dated: 2026-02-03, state: draft}\n---\n## 议定\n\n见[道路任务](task:js-1-1)和[另一项](task:mi-1)。\n\n- 决定：补报[清单](task:mi-1)数字 @zjj 2026-03-10 {#lh-01-9}\n- 决定：先试点\n",
    ),
    (
        "content/meetings/lh-02.yaml",
        "id: lh-02\ntitle: 第2次例会\ndate: 2026-07-15\nseries: lh\nnumber: 2\nkind: regular\nagenda: [{title: 下半年安排, decisions: [{id: lh-02-1, text: 未来的决定}]}]\n",
    ),
    (
        "content/documents/fa.md",
        "---\nid: 方案\ntitle: 攻坚活动方案\ndate: 2026-01-05\nkind: plan\nissuer: zhb\ndocument_no: 试办发〔2026〕1号\ntasks: [js-1]\n---\n# 总则\n\n全文。\n",
    ),
];

pub(crate) fn source(files: &[(&str, &str)]) -> Source {
    let mut files: Vec<File> = files
        .iter()
        .map(|(path, text)| File {
            path: (*path).to_owned(),
            bytes: text.as_bytes().to_vec().into(),
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Source {
        files,
        ..Source::default()
    }
}

/// The office with its problems, indicators, inspections, instructions and assessments.
pub(crate) fn whole() -> Source {
    let asset = |path: &str| Asset {
        path: path.to_owned(),
        size: 2048,
        digest: String::new(),
        look: None,
    };
    let files: Vec<(&str, &str)> = OFFICE.iter().chain(followed::FOLLOWED).copied().collect();
    Source {
        assets: ["content/assets/hou.png", "content/assets/qian.png"]
            .map(asset)
            .to_vec(),
        ..source(&files)
    }
}

pub(crate) fn public() -> Audience {
    Audience::new("public".to_owned(), vec![Visibility::Public])
}

/// Shows what `look` makes of a site at its own date, from the root of the site.
pub(crate) fn at_desk<T>(source: &Source, look: impl FnOnce(&Desk<'_>) -> T) -> T {
    let project = pipeline::project(source, pipeline::settings(source), &public()).value;
    let report = pipeline::report(&project, Date::parse("2026-06-30").unwrap());
    let theme = theme::load(source, "default", project.site.language).value;
    let words = Words::new(project.site.language, &theme.catalogue);
    let (index, used) = (Index::new(&report), Used::default());
    look(&Desk {
        report: &report,
        index: &index,
        words: &words,
        root: "",
        top: "",
        used: &used,
        rows: None,
    })
}

fn view(wanted: impl Fn(&str) -> bool) -> String {
    view_of(&source(OFFICE), wanted)
}

fn view_of(source: &Source, wanted: impl Fn(&str) -> bool) -> String {
    let project = pipeline::project(source, pipeline::settings(source), &public()).value;
    let report = pipeline::report(&project, Date::parse("2026-06-30").unwrap());
    let theme = theme::load(source, "default", project.site.language).value;
    let words = Words::new(project.site.language, &theme.catalogue);
    let index = Index::new(&report);
    let all: Vec<Page> = pages(&report, &index, &words);
    let composed = all
        .into_iter()
        .filter_map(|page| compose(&report, &index, &words, (page, None)));
    let mut found: Vec<String> = composed
        .filter(|composed| wanted(&composed.page.route))
        .map(|composed| {
            let page = serde_json::to_value(&composed.page).unwrap();
            let view = serde_json::to_value(&composed.view).unwrap();
            serde_json::to_string_pretty(&serde_json::json!({ "page": page, "view": view }))
                .unwrap()
        })
        .collect();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

macro_rules! views {
    ($($name:ident: $route:literal,)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(view(|route| route == $route));
        }
    )*};
}

views! {
    overview: "index.html",
    ledger: "tasks.html",
    timeline: "timeline.html",
    matrix: "matrix.html",
    task: "tasks/js-1-1.html",
    parent_task: "tasks/js-1.html",
    areas: "areas.html",
    area: "areas/js.html",
    units: "units.html",
    unit: "units/zjj.html",
    people: "people.html",
    person: "people/lin.html",
    campaign: "campaigns/gj.html",
    meetings: "meetings.html",
    meeting: "meetings/lh-01.html",
    upcoming_meeting: "meetings/lh-02.html",
    decisions: "decisions.html",
    documents: "documents.html",
    calendar: "calendar.html",
    not_reported: "not-reported.html",
    supervision: "supervision.html",
    unit_notice: "notices/unit-zjj.html",
    task_notices: "notices/task-js-1-1.html",
    sponsors: "sponsors.html",
    key_periods: "key-periods.html",
    decisions_of_a_year: "decisions-2026.html",
    about: "about.html",
}

#[test]
fn document() {
    insta::assert_snapshot!(view(|route| route.starts_with("documents/")));
}

macro_rules! followed_views {
    ($($name:ident: $route:literal,)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(view_of(&whole(), |route| route == $route));
        }
    )*};
}

followed_views! {
    supervision_of_problems: "supervision.html",
    unit_notice_of_problems: "notices/unit-jtj.html",
    problems: "problems.html",
    problem: "problems/wt-1.html",
    indicators: "indicators.html",
    indicator: "indicators/zb-1.html",
    judged_indicator: "indicators/zb-2.html",
    inspections: "inspections.html",
    inspection: "inspections/dc-01.html",
    inspection_that_looks_back: "inspections/dc-02.html",
    instructions: "instructions.html",
    instruction: "instructions/ps-01.html",
    assessments: "assessments.html",
    assessment: "assessments/kh-2.html",
    unit_with_problems: "units/jtj.html",
}

#[test]
fn what_there_is_none_of_has_no_page_and_no_entry() {
    let menu = |source: &Source| {
        let project = pipeline::project(source, pipeline::settings(source), &public()).value;
        let report = pipeline::report(&project, Date::parse("2026-06-30").unwrap());
        let theme = theme::load(source, "default", project.site.language).value;
        let words = Words::new(project.site.language, &theme.catalogue);
        let index = Index::new(&report);
        let listed = pages(&report, &index, &words).contains(&Page::Problems);
        let entries = super::site_view(&report, &words).menu;
        let entries = entries.iter().map(|entry| entry.section);
        (listed, entries.collect::<Vec<&str>>().join(" "))
    };
    let (listed, entries) = menu(&source(OFFICE));
    assert!(!listed && !entries.contains("problems") && !entries.contains("instructions"));
    let (listed, entries) = menu(&whole());
    assert!(listed && entries.contains("problems indicators") && entries.contains("assessments"));
}

/// The office with two editions, both released.
fn with_editions() -> Source {
    let site = "series:\n  - {id: tb, name: 攻坚通报, kind: bulletin, layout: formal, numbering: year, issuers: [zhb]}\n";
    let head = "series: tb\nissuers: [zhb]\nsignatory: lin\nreviews: [{stage: 终审, who: lin, on: 2026-03-01}]\n";
    let bulletin = |number: u32, rest: &str| {
        format!(
            "---\ntitle: 第{number}期\nnumber: {number}\n{head}{rest}---\n## 总体\n\n共{{{{ count() }}}}项，见[道路](task:js-1-1)。\n\n```tasks\ncolumns: [title, lead, due, actual, light]\n```\n"
        )
    };
    let first = bulletin(
        1,
        "period: {from: 2026-01-01, to: 2026-02-28}\nas_of: 2026-02-28\ndated: 2026-03-01\n",
    );
    let second = bulletin(
        2,
        "period: {from: 2026-03-01, to: 2026-05-31}\nas_of: 2026-05-31\ndated: 2026-06-05\naddressees: [各部门]\ncommended: [{unit: zjj, text: 报送及时}]\n\
         errata: [{on: 2026-06-20, was: 第2期, is: 第二期, reason: 体例}]\n",
    );
    let files = OFFICE.iter().map(|(path, text)| match *path {
        "content/site.yaml" => (*path, text.replace("series:\n", site)),
        _ => (*path, (*text).to_owned()),
    });
    let bulletins = [
        ("content/bulletins/tb-1.md", first),
        ("content/bulletins/tb-2.md", second),
    ];
    let files: Vec<(&str, String)> = files.chain(bulletins).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (*p, t.as_str())).collect();
    let mut source = source(&files);
    let theme = theme::load(&source, "default", crate::model::Language::Chinese).value;
    for id in ["tb-1", "tb-2"] {
        let edition = pipeline::edition(&source, &theme, id).unwrap();
        source.frozen.push(File {
            path: format!("content/bulletins/{id}.frozen.json"),
            bytes: crate::frozen::write(&edition).into(),
        });
    }
    source
}

#[test]
fn bulletins() {
    insta::assert_snapshot!(view_of(&with_editions(), |route| route == "bulletins.html"));
}

#[test]
fn bulletin() {
    insta::assert_snapshot!(view_of(&with_editions(), |route| route == "bulletins/tb-2.html"));
}

#[test]
fn compare() {
    insta::assert_snapshot!(view_of(&with_editions(), |route| route == "compare/tb-2.html"));
}
