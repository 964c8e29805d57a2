//! Problems, indicators, inspections, instructions and assessments of the small office.

/// Beside the files of the office itself.
pub(crate) const FOLLOWED: &[(&str, &str)] = &[
    (
        "content/units/more.yaml",
        "- {id: jtj, name: 市交通运输局, short_name: 市交通局, kind: department, group: 部门}\n\
         - {id: slj, name: 市水利局, kind: department, group: 部门}\n\
         - {id: wgj, name: 市文化广电局, kind: department, group: 部门}\n",
    ),
    (
        "content/tasks/more.yaml",
        "- id: pw-1\n  title: 疏通人民路雨水管\n  lead: jtj\n  areas: [js]\n  start: 2026-02-01\n  due: 2026-04-30\n  target: {text: 全线疏通}\n\
         \x20 origin: {inspection: dc-01}\n  progress: [{date: 2026-03-20, percent: 60}, {date: 2026-04-20, percent: 100, finished: true}]\n\
         \x20 closure: {requested_on: 2026-04-22, verified_on: 2026-04-28, verifier: zhb, closed_on: 2026-05-06, verdict: accepted}\n\
         - id: pw-2\n  title: 建立排水巡查制度\n  lead: slj\n  areas: [js]\n  start: 2026-02-01\n  due: 2026-08-31\n  target: {text: 印发制度}\n\
         \x20 origin: {instruction: ps-01}\n  progress: [{date: 2026-06-20, percent: 40}]\n",
    ),
    (
        "content/problems/problems.yaml",
        "- id: wt-1\n  title: 人民路 <北段> 逢雨积水\n  found_on: 2026-01-20\n  found_by: zhb\n  source: 市民来信\n  areas: [js-lu]\n  place: 人民路北段\n\
         \x20 severity: 3\n  lead: jtj\n  responsible: [slj]\n  due: 2026-06-15\n  measures: [疏通管道, 定期清淤]\n  tasks: [pw-1]\n\
         \x20 closure:\n    - {requested_on: 2026-04-25, verified_on: 2026-04-27, verifier: zhb, verdict: returned, note: 北口仍有积水}\n\
         \x20   - {requested_on: 2026-05-08, verified_on: 2026-05-12, verifier: zhb, publicised: {from: 2026-05-13, to: 2026-05-19}, closed_on: 2026-05-21, verdict: accepted, note: 现场核查合格}\n\
         \x20 reopened: [{on: 2026-06-10, reason: 汛期再次积水}]\n\
         \x20 photos: [{before: assets/qian.png, after: assets/hou.png, caption: 人民路北口雨后, alt: 路口积水的路面}]\n\
         - id: wt-2\n  title: 排水设施无人巡查\n  found_on: 2026-01-20\n  severity: 2\n  lead: slj\n  due: 2026-08-31\n  tasks: [pw-2, mi-1]\n\
         - {id: wt-3, title: 工地围挡破损, found_on: 2026-03-01, areas: [js], severity: 1, lead: zjj, due: 2026-03-31,\n   progress: [{date: 2026-03-20, text: 已修复, finished: true}],\n\
         \x20  closure: {requested_on: 2026-03-21, verified_on: 2026-03-25, verifier: zhb, publicised: {from: 2026-03-26, to: 2026-04-01}, closed_on: 2026-04-02, verdict: accepted}}\n\
         - {id: wt-4, title: 绿化带缺株, found_on: 2026-06-01, areas: [js], place: 城南}\n\
         - {id: wt-5, title: 照明灯具损坏, found_on: 2026-05-01, areas: [js], lead: zjj, due: 2026-06-20, progress: [{date: 2026-05-20, percent: 50}]}\n\
         - {id: wt-6, title: 后来发现的问题, found_on: 2026-07-05, areas: [js], lead: zjj}\n\
         - {id: wt-7, title: 不公开的问题, found_on: 2026-02-05, areas: [js], lead: zjj, visibility: restricted}\n",
    ),
    (
        "content/indicators/indicators.yaml",
        "- id: zb-1\n  name: 污水集中收集率\n  kind: numeric\n  unit_of_measure: \"%\"\n  direction: up\n  areas: [js]\n  owner: jtj\n\
         \x20 baseline: {date: 2022-12-31, value: 62}\n  targets: [{by: 2024-12-31, value: 70}, {by: 2026-12-31, value: 80}]\n\
         \x20 observations:\n    - {date: 2023-12-31, value: 64.5, source: 年报}\n    - {date: 2024-12-31, value: 71.2, source: 年报}\n\
         \x20   - {date: 2025-12-31, value: 73.8, source: 年报}\n    - {date: 2026-06-20, value: 75.5, source: 快报, provisional: true}\n\
         - {id: zb-2, name: 历史文化传承, kind: qualitative, areas: [js], observations: [{date: 2025-12-31, text: 街区立面修复有序，说明牌仍不足。, source: 专家评议}]}\n\
         - {id: zb-3, name: 供水漏损率, kind: numeric, unit_of_measure: \"%\", direction: band, owner: jtj, baseline: {value: 14},\n   targets: [{by: 2026-12-31, value: [8, 10]}], observations: [{date: 2026-05-31, value: 11, source: 抄表}]}\n\
         - {id: zb-4, name: 排水综合水平, kind: composite, areas: [js-lu], parts: [{indicator: zb-1, weight: 2}, {indicator: zb-3}]}\n",
    ),
    (
        "content/instructions/ps.yaml",
        "- {id: ps-01, date: 2026-01-25, by: lin, text: 排水要有人管、有人查。, about: 排水设施管理, lead: slj, due: 2026-08-31, visibility: public}\n\
         - {id: ps-02, date: 2026-02-10, by: lin, text: 只给少数人看的批示, tasks: [js-1]}\n",
    ),
    (
        "content/inspections/dc.yaml",
        "- id: dc-01\n  title: 第一次排水督查\n  date: 2026-01-28\n  inspectors: [zhb, 特邀监督员]\n  method: 现场核实\n  scope: {areas: [js], units: [jtj, slj]}\n\
         \x20 findings:\n    - {id: f1, text: 人民路雨水口堵塞, unit: jtj, place: 人民路, severity: 3, points: 4, due: 2026-02-28, problem: wt-1,\n\
         \x20      rectification: [{on: 2026-02-20, text: 已清理12处雨水口}, {on: 2026-07-02, text: 之后的清理}],\n       photos: [{before: assets/qian.png, alt: 被淤泥堵住的雨水口}]}\n\
         \x20   - {text: 巡查没有记录, unit: slj, severity: 2, points: 1.5}\n  conclusion: 排水设施管护不到位。\n  feedback: {sent_on: 2026-02-02, response: 两单位已认领问题。}\n\
         - id: dc-02\n  title: 排水督查回头看\n  date: 2026-06-12\n  inspectors: [zhb]\n  scope: {units: [jtj]}\n  follow_up_of: dc-01\n\
         \x20 findings: [{id: g1, text: 北口雨后仍积水, unit: jtj, problem: wt-1, points: 2}]\n",
    ),
    (
        "content/assessments/kh.yaml",
        "- id: kh-1\n  title: 一季度考核\n  series: kh\n  period: {from: 2026-01-01, to: 2026-03-31}\n  groups: [部门]\n\
         \x20 criteria:\n    - {id: jd, name: 任务进度, weight: 60, kind: progress}\n    - {id: rg, name: 领导评价, weight: 40, kind: manual, max: 10}\n\
         \x20 manual_scores: [{unit: zjj, criterion: rg, score: 9}, {unit: jtj, criterion: rg, score: 8}, {unit: slj, criterion: rg, score: 8}]\n\
         - id: kh-2\n  title: 二季度考核\n  series: kh\n  period: {from: 2026-04-01, to: 2026-06-30}\n  groups: [部门]\n\
         \x20 criteria:\n    - {id: jd, name: 任务进度, weight: 40, kind: progress, note: 按权重平均}\n    - {id: as, name: 按时完成, weight: 20, kind: on_time}\n\
         \x20   - {id: dc, name: 督查情况, weight: 20, kind: inspection}\n    - {id: zb, name: 指标, weight: 10, kind: indicator}\n    - {id: rg, name: 领导评价, weight: 10, kind: manual, max: 10}\n\
         \x20 manual_scores: [{unit: zjj, criterion: rg, score: 8, by: lin, reason: 调度及时}, {unit: jtj, criterion: rg, score: 9}]\n\
         \x20 bonuses: [{unit: slj, points: 2, reason: 获省级表扬, source: 省厅通报, on: 2026-05-20}]\n\
         \x20 deductions: [{unit: zjj, points: 1.5, reason: 迟报材料, source: 第3期简报}]\n  vetoes: [{unit: jtj, reason: 发生责任事故}]\n\
         \x20 bands: [{name: 优秀, min: 90}, {name: 良好, min: 75}, {name: 合格, min: 60}, {name: 不合格, min: 0}]\n\
         - {id: kh-3, title: 三季度考核, series: kh, period: {from: 2026-07-01, to: 2026-09-30}, criteria: [{id: jd, name: 任务进度, weight: 1, kind: progress}], added_on: 2026-06-15}\n",
    ),
];
