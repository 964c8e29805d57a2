//! Bulletins: an edition is started, released once, and stays what it was whatever becomes of the records.

use crate::build::built;
use crate::findings::{base, brief, found};
use crate::support::{Run, Site};

mod compared;

const SERIES: &str = "series:\n  - {id: jb, name: 攻坚简报, kind: bulletin, layout: brief, numbering: year, issuers: [zjj]}\n";
const REVIEWS: &str = "reviews: [{stage: 终审, who: 林某某, on: 2026-05-31}]\n";
const FIRST: &str = "content/bulletins/jb-2026-01.md";
const FROZEN: &str = "content/bulletins/jb-2026-01.frozen.json";
const PAGE: &str = "public/bulletins/jb-2026-01.html";

/// The site of the fixtures with a series of bulletins, and a task for each thing that an edition tells.
pub fn office() -> Site {
    let site = base();
    let settings = site.read("content/site.yaml");
    site.write("content/site.yaml", &(settings + SERIES));
    site.write(
        "content/tasks/sr-01.yaml",
        "title: 整治背街小巷\nlead: csgl\nareas: guihua\nstart: 2026-01-01\ndue: 2026-05-20\ntarget: {quantity: 20, unit: 条}\n\
         progress:\n  - {date: 2026-05-10, quantity: 15}\n",
    );
    site
}

fn replace(site: &Site, path: &str, was: &str, is: &str) {
    let text = site.read(path);
    assert!(text.contains(was), "{path}: {was}");
    site.write(path, &text.replacen(was, is, 1));
}

/// A draft for May, reviewed.
pub fn drafted(site: &Site) {
    let run = site.run(&["new", "bulletin", "--series", "jb", "--as-of", "2026-05-31"]);
    assert_eq!(run.code, 0, "{}", run.err);
    replace(
        site,
        FIRST,
        "kind: progress\n",
        &format!("kind: progress\n{REVIEWS}"),
    );
}

pub fn released(site: &Site) {
    let run = site.run(&["release", "jb-2026-01"]);
    assert_eq!(run.code, 0, "{}", run.err);
}

fn build(site: &Site) {
    built(&site.run(&["build", "-q"]));
}

#[test]
fn a_draft_of_a_series_is_right_from_the_start() {
    let site = office();
    drafted(&site);
    assert_eq!(brief(&site), [] as [&str; 0]);
    let text = site.read(FIRST);
    for line in [
        "series: jb",
        "number: 1",
        "period: {from: 2026-01-01, to: 2026-05-31}",
        "as_of: 2026-05-31",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    build(&site);
    let page = site.read(PAGE);
    // Two tasks stand in the ledger; one of them was due on 20 May and is not finished.
    assert!(
        page.contains("截至2026年5月31日，台账共有任务2项"),
        "{page}"
    );
    assert!(page.contains("有1项任务超过完成时限"), "{page}");
    assert!(page.contains("送审稿"), "{page}");
    let next = site.run(&["new", "bulletin", "--series", "jb", "--as-of", "2026-06-30"]);
    assert_eq!(next.code, 0, "{}", next.err);
    let text = site.read("content/bulletins/jb-2026-02.md");
    assert!(text.contains("number: 2\n"), "{text}");
    assert!(
        text.contains("{from: 2026-06-01, to: 2026-06-30}"),
        "{text}"
    );
    assert!(text.contains("2026年6月进展情况通报"), "{text}");
    assert!(
        text.contains("```changes\ntitle: 与上期相比\nsince: 2026-05-31\n```"),
        "{text}"
    );
    // Who issues it is said by the series, and nobody has signed one yet.
    assert!(text.contains("\n# issuers: [\"zjj\"]"), "{text}");
    assert!(text.contains("\n# signatory: 签发人\n"), "{text}");
    let early = site.run(&["new", "bulletin", "--series", "jb", "--as-of", "2026-06-30"]);
    assert_eq!(early.code, 2, "{}", early.err);
    let unknown = site.run(&["new", "bulletin", "--series", "xx", "--lang", "en"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("There are: jb."), "{}", unknown.err);
}

/// Three editions, of May, June and July; a task is finished in June and a limit moved in July.
fn three(site: &Site) {
    drafted(site);
    released(site);
    replace(
        site,
        "content/tasks/sr-01.yaml",
        "quantity: 15}\n",
        "quantity: 15}\n  - {date: 2026-06-20, quantity: 18}\n  - {date: 2026-07-20, quantity: 20, finished: true}\n",
    );
    for (number, day) in [("02", "2026-06-30"), ("03", "2026-07-31")] {
        let run = site.run(&["new", "bulletin", "--series", "jb", "--as-of", day]);
        assert_eq!(run.code, 0, "{}", run.err);
        let path = format!("content/bulletins/jb-2026-{number}.md");
        let reviews =
            format!("kind: progress\nreviews: [{{stage: 终审, who: 林某某, on: {day}}}]\n");
        replace(site, &path, "kind: progress\n", &reviews);
        let run = site.run(&["release", &format!("jb-2026-{number}")]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
}

#[test]
fn any_two_editions_are_compared() {
    let site = office();
    three(&site);
    replace(
        &site,
        FIRST,
        "kind: progress\n",
        "kind: progress\nwithdrawn: {on: 2026-08-01, reason: 数据有误}\n",
    );
    built(&site.run(&["build", "-q", "--as-of", "2026-08-02"]));
    let page = site.read("public/compare/jb-2026-01--jb-2026-03.html");
    let (_, row) = page
        .split_once("<th scope=\"row\">实际进度</th>")
        .expect("the figure");
    let (row, _) = row.split_once("</tr>").expect("its end");
    // 15 of 20 in May, 18 in June, all in July: the step between is not told.
    assert!(
        row.contains("75") && row.contains("100") && !row.contains("90"),
        "{row}"
    );
    assert!(page.contains("第3期与第1期比较"), "{page}");
    assert!(page.contains("第1期（2026-05-31，已撤回）"), "{page}");
    assert!(page.contains(">主要数字"), "{page}");
    let edition = site.read("public/bulletins/jb-2026-03.html");
    for way in [
        "../compare/jb-2026-01--jb-2026-03.html",
        "../compare/jb-2026-03.html",
    ] {
        assert!(edition.contains(&format!("href=\"{way}\"")), "{way}");
    }
    let list = site.read("public/bulletins.html");
    for way in ["jb-2026-02", "jb-2026-03", "jb-2026-01--jb-2026-03"] {
        assert!(
            list.contains(&format!("href=\"compare/{way}.html\"")),
            "{way}"
        );
    }
    // What was frozen is told, whatever the records say now.
    replace(
        &site,
        "content/tasks/sr-01.yaml",
        "quantity: 15}",
        "quantity: 3}",
    );
    built(&site.run(&["build", "-q", "--as-of", "2026-08-02"]));
    assert_eq!(
        site.read("public/compare/jb-2026-01--jb-2026-03.html"),
        page
    );
}

#[test]
fn drafts_are_in_nothing_that_the_public_gets() {
    let site = office();
    let settings = site.read("content/site.yaml");
    let settings = settings + "base_url: https://example.org/tb/\n";
    site.write("content/site.yaml", &settings);
    drafted(&site);
    built(&site.run(&["build", "-q", "--audience", "public", "--out", "open"]));
    for (path, bytes) in site.files("open") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("jb-2026-01") && !text.contains("送审稿"),
            "{path}"
        );
    }
    released(&site);
    built(&site.run(&["build", "-q", "--audience", "public", "--out", "open"]));
    assert!(
        site.read("open/bulletins/jb-2026-01.html")
            .contains("第1期")
    );
    let address = "https://example.org/tb/bulletins/jb-2026-01.html";
    assert!(site.read("open/feed.xml").contains(address), "the feed");
    assert!(
        site.read("open/sitemap.xml").contains(address),
        "the site map"
    );
}

#[test]
fn a_bulletin_counts_what_its_own_readers_may_see() {
    let site = office();
    site.write(
        "content/tasks/nb-01.yaml",
        "title: 内部事项\nlead: zjj\nareas: guihua\ndue: 2026-12-31\nvisibility: internal\ntarget: {quantity: 1}\n",
    );
    drafted(&site);
    build(&site);
    assert!(
        site.read(PAGE).contains("台账共有任务2项"),
        "a public draft in an internal build"
    );
    replace(
        &site,
        FIRST,
        "kind: progress\n",
        "kind: progress\nvisibility: internal\n",
    );
    build(&site);
    assert!(
        site.read(PAGE).contains("台账共有任务3项"),
        "an internal draft"
    );
    released(&site);
    // What was counted for few is shown to no more, whatever the record says later.
    replace(
        &site,
        FIRST,
        "visibility: internal\n",
        "visibility: public\n",
    );
    built(&site.run(&["build", "-q", "--audience", "public", "--out", "open"]));
    let is_there = site.path("open/bulletins/jb-2026-01.html").exists();
    assert!(!is_there, "an internal edition on the public site");
}

/// What is released is shown as it was; `check` tells what became of the records since.
#[test]
fn an_edition_stays_what_it_was() {
    let site = office();
    drafted(&site);
    released(&site);
    let frozen = site.read(FROZEN);
    build(&site);
    let page = site.read(PAGE);
    assert!(
        page.contains("整治背街小巷") && !page.contains("送审稿"),
        "{page}"
    );

    // Later facts, and a past that was amended, change nothing.
    replace(
        &site,
        "content/tasks/sr-01.yaml",
        "quantity: 15}\n",
        "quantity: 15}\n  - {date: 2026-06-20, quantity: 20, finished: true}\n",
    );
    replace(
        &site,
        "content/tasks/sr-01.yaml",
        "due: 2026-05-20\n",
        "due: 2026-06-30\namended: [{on: 2026-06-10, by: zjj, reason: 核对, was: {due: 2026-05-20}}]\n",
    );
    assert_eq!(brief(&site), [] as [&str; 0]);

    // A past that was rewritten is found, at the figure and at the table.
    replace(
        &site,
        "content/tasks/sr-01.yaml",
        "amended: [{on: 2026-06-10, by: zjj, reason: 核对, was: {due: 2026-05-20}}]\n",
        "",
    );
    let told = found(&site);
    assert!(!told.is_empty());
    assert!(
        told.iter().all(|one| one.code == "edition-differs"),
        "{told:?}"
    );
    assert!(told.iter().all(|one| one.file == FIRST), "{told:?}");
    let line = 1 + site
        .read(FIRST)
        .lines()
        .position(|line| line.contains("逾期未完成{{"))
        .expect("the sentence");
    assert!(told.iter().any(|one| one.line == line as u64), "{told:?}");
    built(&site.run(&["build", "-q"]));
    assert_eq!(site.read(FROZEN), frozen);
    // The page of the edition reads as before: only the bulletin's own text is looked at.
    let article = |page: &str| {
        let (_, rest) = page.split_once("<article").expect("an article");
        rest.split_once("</article>").expect("its end").0.to_owned()
    };
    assert_eq!(article(&site.read(PAGE)), article(&page));
}

#[test]
fn errata_and_withdrawal_stand_beside_what_was_released() {
    let site = office();
    drafted(&site);
    released(&site);
    replace(
        &site,
        FIRST,
        REVIEWS,
        &format!(
            "{REVIEWS}errata: [{{on: 2026-06-08, was: 共有任务2项, is: 共有任务3项, reason: 漏计一项}}]\n"
        ),
    );
    site.write(
        "content/tasks/nb-01.yaml",
        "title: 漏计的事项\nlead: zjj\nareas: guihua\nstart: 2026-05-30\ndue: 2026-12-31\ntarget: {quantity: 1}\n",
    );
    let told = found(&site);
    let corrected: Vec<_> = told
        .iter()
        .filter(|one| one.code == "edition-corrected")
        .collect();
    // The sentence, and the figure that is kept beside it.
    assert_eq!(corrected.len(), 2, "{told:?}");
    assert!(
        corrected.iter().all(|one| one.severity == "note"),
        "{told:?}"
    );
    build(&site);
    let page = site.read(PAGE);
    assert!(page.contains("台账共有任务2项"), "{page}");
    assert!(
        page.contains("<del>共有任务2项</del>") && page.contains("<ins>共有任务3项</ins>"),
        "{page}"
    );
    replace(
        &site,
        FIRST,
        REVIEWS,
        &format!("{REVIEWS}withdrawn: {{on: 2026-06-20, reason: 数字有误}}\n"),
    );
    build(&site);
    let page = site.read(PAGE);
    assert!(
        page.contains("本期已于2026年6月20日撤回") && page.contains("台账共有任务2项"),
        "{page}"
    );
    assert!(site.read("public/bulletins.html").contains("已撤回"));
    built(&site.run(&["build", "-q", "--as-of", "2026-06-19"]));
    assert!(!site.read(PAGE).contains("撤回"), "the day before");
}

/// An edition is a function of the records at its own date: made again, it is the same to the byte.
#[test]
fn a_rebuilt_edition_has_the_same_bytes() {
    let site = office();
    drafted(&site);
    released(&site);
    let first = site.read(FROZEN);
    replace(
        &site,
        "content/tasks/sr-01.yaml",
        "due: 2026-05-20\n",
        "due: 2026-07-31\namended: [{on: 2026-06-10, by: zjj, reason: 核对, was: {due: 2026-05-20}}]\n",
    );
    replace(
        &site,
        "content/units/units.yaml",
        "name: 市城市管理局",
        "name: 市城市管理和综合执法局, amended: [{on: 2026-06-15, by: zjj, was: {name: 市城市管理局}}]",
    );
    replace(
        &site,
        "content/tasks/gh-01.yaml",
        "quantity: 3}\n",
        "quantity: 3}\n  - {date: 2026-06-05, quantity: 9}\n",
    );
    site.write(
        "content/tasks/js-01.yaml",
        "title: 新建停车场\nadded_on: 2026-06-12\nlead: zjj\nareas: guihua\nstart: 2026-06-12\ndue: 2026-12-31\ntarget: {quantity: 2}\n",
    );
    std::fs::remove_file(site.path(FROZEN)).expect("the edition");
    let run = site.run_with(
        &[
            "release",
            "jb-2026-01",
            "--as-of",
            "2027-01-31",
            "--threads",
            "1",
        ],
        &[("TZ", "America/New_York"), ("LANG", "zh_CN.UTF-8")],
    );
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(site.read(FROZEN), first);
}

/// What no text of the edition shows is held against it as well: its figures, and what changed since the edition before.
#[test]
fn a_rewritten_past_is_found_in_figures_that_no_text_shows() {
    let site = office();
    drafted(&site);
    let text = site.read(FIRST);
    let (head, _) = text.split_once("---\n\n").expect("a body");
    site.write(FIRST, &format!("{head}---\n\n没有数字的正文。\n"));
    released(&site);
    assert_eq!(brief(&site), [] as [&str; 0]);
    replace(
        &site,
        "content/tasks/sr-01.yaml",
        "quantity: 15}",
        "quantity: 20, finished: true}",
    );
    let run = site.run(&["check", "-v"]);
    // Two tasks, one of them finished now: half of the ledger.
    assert!(run.err.contains("完成率不再是“0”，而是“50”"), "{}", run.err);
    let told = found(&site);
    assert!(
        told.len() > 5 && told.iter().all(|one| one.code == "edition-differs"),
        "{told:?}"
    );
}

/// A day that is compared with is no edition.
#[test]
fn red_is_counted_over_editions_alone() {
    let site = office();
    let settings = site.read("content/site.yaml");
    site.write("content/site.yaml", &(settings + "main_series: jb\n"));
    replace(
        &site,
        "content/tasks/sr-01.yaml",
        "due: 2026-05-20",
        "due: 2026-02-20",
    );
    let changes = |from: &str| {
        let run = site.run(&["changes", "--from", from, "--to", "2026-06-20"]);
        assert_eq!(run.code, 0, "{}", run.err);
        run.out
    };
    let light = |out: &str| out.contains("期红灯");
    assert!(!light(&changes("2026-06-20")) && !light(&changes("2026-06-10")));
    drafted(&site);
    released(&site);
    // The task is red from February on.
    assert!(
        changes("2026-06-10").contains("连续2期红灯"),
        "{}",
        changes("2026-06-10")
    );
}

/// A site shows its as-of date; who asks for a later edition is told so.
#[test]
fn an_edition_after_the_as_of_date_is_announced_and_not_lost() {
    let site = office();
    let settings = site.read("content/site.yaml");
    let early = settings.replace("as_of: 2026-06-30", "as_of: 2026-05-20");
    assert_ne!(early, settings);
    site.write("content/site.yaml", &early);
    drafted(&site);
    let archive = |words: &str| {
        let run = site.run(&["archive", "jb-2026-01", "package"]);
        assert_eq!(run.code, 2, "{}", run.err);
        assert!(run.err.contains(words), "{}", run.err);
    };
    archive("草稿不归档");
    let run = site.run(&["release", "jb-2026-01"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("--as-of 2026"), "{}", run.err);
    archive("在网站的截止日");
    let told: Vec<String> = found(&site).into_iter().map(|one| one.code).collect();
    assert_eq!(told, ["dated-after-as-of"]);
    let then = site.run(&["check", "--as-of", "2026-06-30"]);
    assert!(!then.err.contains("dated-after-as-of"), "{}", then.err);
}

#[test]
fn a_draft_speaks_the_language_of_its_site() {
    let site = base();
    let none = site.run(&["new", "bulletin", "--series", "jb"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("还没有通报系列"), "{}", none.err);
    let site = office();
    let act = ["new", "bulletin", "--series", "jb", "--as-of", "2026-05-31"];
    let run = site.run(&[&act[..], &["--lang", "en"]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("攻坚简报"), "{}", run.err);
    let text = site.read(FIRST);
    assert!(
        text.contains("台账共有任务") && !text.contains("ledger"),
        "{text}"
    );
    replace(&site, FIRST, "kind: progress\n", "kind: recheck\n");
    let run = site.run(&["new", "bulletin", "--series", "jb", "--as-of", "2026-06-30"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let next = site.read("content/bulletins/jb-2026-02.md");
    assert!(next.contains("kind: recheck\n"), "{next}");
    assert!(next.contains("攻坚简报（2026年6月）"), "{next}");
}

fn refused(change: impl Fn(&Site), words: &str, code: i32) {
    let site = office();
    drafted(&site);
    change(&site);
    let Run {
        code: real, err, ..
    } = site.run(&["release", "jb-2026-01"]);
    assert_eq!(real, code, "{words}: {err}");
    assert!(err.contains(words), "{words} in\n{err}");
    let names = site.files("content/bulletins");
    let frozen = names.iter().filter(|(path, _)| path.contains("frozen"));
    assert_eq!(frozen.count(), 0, "{words}");
}

#[test]
fn what_is_not_ready_is_not_released() {
    let edit =
        |was: &'static str, is: &'static str| move |site: &Site| replace(site, FIRST, was, is);
    refused(edit(REVIEWS, ""), "没有审核记录", 1);
    refused(edit("who: 林某某, ", ""), "没有审核记录", 1);
    refused(
        edit("on: 2026-05-31}]", "on: 2026-06-02}]"),
        "2026年6月2日晚于成文日期",
        1,
    );
    refused(edit("who: 林某某", "who: 审核人"), "模板里的“审核人”", 1);
    refused(edit("who: 林某某", "who: A reader"), "模板里的", 1);
    refused(
        |site| {
            let hidden = "title: 内部事项\nlead: zjj\ndue: 2026-12-31\nvisibility: internal\ntarget: {quantity: 1}\n";
            site.write("content/tasks/nb-01.yaml", hidden);
            replace(
                site,
                FIRST,
                REVIEWS,
                &format!("{REVIEWS}criticised: [{{task: nb-01}}]\n"),
            );
        },
        "names-hidden",
        1,
    );
    refused(
        edit("dated: 2026-05-31", "dated: 2999-01-01"),
        "还没有到",
        1,
    );
    refused(
        edit("count(overdue=true)", "count(overdo=true)"),
        "个错误",
        1,
    );
    refused(edit("as_of: 2026-05-31", "as_of: 2026-05-30"), "条提醒", 1);
    refused(
        edit(
            REVIEWS,
            "reviews: [{stage: 终审, who: 林某某, on: 2026-05-31}]\nwithdrawn: {on: 2026-06-01}\n",
        ),
        "withdrawn",
        1,
    );
    refused(
        |site| {
            site.write("content/tasks/bad.yaml", "title: 缺牵头单位\n");
        },
        "个错误",
        1,
    );
}

#[test]
fn editions_are_released_in_turn_and_once() {
    let site = office();
    drafted(&site);
    let new = site.run(&["new", "bulletin", "--series", "jb", "--as-of", "2026-06-30"]);
    assert_eq!(new.code, 0, "{}", new.err);
    let second = "content/bulletins/jb-2026-02.md";
    let reviews = "kind: progress\nreviews: [{stage: 终审, who: 林某某, on: 2026-06-30}]\n";
    replace(&site, second, "kind: progress\n", reviews);
    let early = site.run(&["release", "jb-2026-02"]);
    assert_eq!(early.code, 1);
    assert!(early.err.contains("第 1 期"), "{}", early.err);
    released(&site);
    let once = site.read(FROZEN);
    let twice = site.run(&["release", "jb-2026-01"]);
    assert_eq!(twice.code, 2, "{}", twice.err);
    assert_eq!(site.read(FROZEN), once);
    replace(&site, second, "number: 2\n", "number: 4\n");
    let gap = site.run(&["release", "jb-2026-02"]);
    assert_eq!(gap.code, 1, "{}", gap.err);
    replace(&site, second, "number: 4\n", "number: 2\n");
    let next = site.run(&["release", "jb-2026-02"]);
    assert_eq!(next.code, 0, "{}", next.err);
    let unknown = site.run(&["release", "jb-2026-03"]);
    assert_eq!(unknown.code, 2);
    build(&site);
    let compare = site.read("public/compare/jb-2026-02.html");
    // Nothing was reported in June: the plan went on, and the task of the lanes stayed overdue.
    assert!(
        compare.contains("2026年5月31日和2026年6月30日"),
        "{compare}"
    );
    let list = site.read("public/bulletins.html");
    let place = |text: &str| {
        list.find(text)
            .unwrap_or_else(|| panic!("{text} in\n{list}"))
    };
    assert!(place("第2期") < place("第1期"), "the latest first");
}
