//! The command line: what it says, in which language, to which stream and with which exit code.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::create::{is_chinese, new_site};
use crate::support::Site;

const COMMANDS: [&str; 13] = [
    "build",
    "check",
    "serve",
    "facts",
    "changes",
    "archive",
    "verify",
    "explain",
    "init",
    "new",
    "confirm",
    "release",
    "completions",
];
/// A month's end, a leap day and a new year: days on which dates around them go wrong.
/// Not even a warning.
#[test]
fn the_exit_code_tells_errors_warnings_and_refusals_apart() {
    let site = new_site("en", "2026-03-31");
    let code = |words: &[&str]| site.run(words).code;
    assert_eq!(code(&["check"]), 0);
    for words in [
        &["check", "nowhere"][..],
        &["facts", "nowhere"],
        &["build", "nowhere"],
        &["new", "task", "--root", "nowhere"],
        &["check", "--audience", "nobody"],
        &["facts", "--audience", "nobody"],
        &["check", "--as-of", "2026-02-30"],
        &["check", "--as-of", "3-11"],
        &["check", "--as-of"],
        &["check", "--lang", "fr"],
        &["check", "--message-format", "xml"],
        &["check", "--threads", "0"],
        &["check", "--threads", "many"],
        &["check", "-q", "-v"],
        &["check", ".", "again"],
        &["check", "--bogus"],
        &["--out", "site", "check"],
        &["chek"],
        &["init"],
        &["new"],
        &["confirm"],
        &["confirm", "task-01", "--on", "3-11"],
        &["confirm", "task-01", "--root", "nowhere"],
        &["confirm", "no-such-task"],
        &["completions", "tcsh"],
        &["explain", "no-such-code"],
    ] {
        let run = site.run(words);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{words:?}");
        assert!(!run.err.trim().is_empty(), "{words:?}");
    }
    let warned = "- {id: w, title: Unmeasured, areas: [paving], lead: housing, due: 2026-12-31}\n";
    site.write("content/tasks/w.yaml", warned);
    assert_eq!(code(&["check"]), 0);
    assert_eq!(code(&["facts"]), 0);
    assert_eq!(code(&["check", "--deny-warnings"]), 1);
    assert_eq!(code(&["facts", "--deny-warnings"]), 1);
    site.write("content/tasks/w.yaml", &warned.replace("housing", "hosing"));
    assert_eq!(code(&["check"]), 1);
    assert_eq!(code(&["facts"]), 1);
}

/// Words that stand as they are in every language: names of things that people type.
const TYPED: [&str; 43] = [
    "tongbao",
    "build",
    "check",
    "serve",
    "facts",
    "changes",
    "text",
    "markdown",
    "archive",
    "verify",
    "explain",
    "init",
    "new",
    "confirm",
    "release",
    "completions",
    "YAML",
    "Markdown",
    "JSON",
    "site",
    "yaml",
    "audiences",
    "as_of",
    "main_series",
    "public",
    "human",
    "json",
    "github",
    "GitHub",
    "zh-CN",
    "en",
    "task",
    "meeting",
    "shell",
    "SHELL",
    "bash",
    "zsh",
    "fish",
    "bulletin",
    "all",
    "SSH",
    "ssh-keygen",
    "Ed",
];

#[test]
fn help_speaks_one_language() {
    let site = Site::empty();
    let typed: BTreeSet<&str> = TYPED
        .into_iter()
        .chain([
            "theme",
            "powershell",
            "elvish",
            "unreachable",
            "unknown-reference",
        ])
        .collect();
    let commands = COMMANDS.map(|command| vec![command, "--help"]);
    for words in commands.into_iter().chain([vec!["--help"], vec!["-h"]]) {
        let chinese = site.run_with(&words, &[("LANG", "zh_CN.UTF-8")]);
        assert_eq!((chinese.code, chinese.err.as_str()), (0, ""));
        for word in chinese
            .out
            .split(|c: char| !c.is_ascii_alphabetic() && !"-_".contains(c))
        {
            let plain = word.starts_with('-') || word.len() < 2 || typed.contains(word);
            assert!(plain, "{words:?}: {word:?} in\n{}", chinese.out);
        }
        let asked: Vec<&str> = words.iter().copied().chain(["--lang", "zh"]).collect();
        assert_eq!(site.run(&asked).out, chinese.out);
        let english = site.run(&words);
        assert_eq!((english.code, english.err.as_str()), (0, ""));
        assert!(english.out.contains("Usage:\n  tongbao"), "{}", english.out);
        assert!(!english.out.chars().any(is_chinese), "{}", english.out);
        let options =
            |text: &str| text.matches("\n  -").count() + text.matches("\n      --").count();
        assert_eq!(options(&english.out), options(&chinese.out));
    }
}

#[test]
fn faults_of_usage_speak_the_language_that_was_asked_for() {
    let site = Site::empty();
    for words in [
        &["check", "--bogus"][..],
        &["chek"],
        &["check", "--lang"],
        &["check", "--threads", "0"],
        &["check", "--message-format", "xml"],
        &["check", "-q", "-v"],
        &["new"],
        &["check", "--as-of", "3-11"],
        &["check", "--audience", "nobody", "nowhere"],
        &["explain", "no-such-code"],
    ] {
        let chinese = site.run_with(words, &[("LC_ALL", "zh_CN.UTF-8")]).err;
        assert!(
            chinese.lines().all(|line| line.chars().any(is_chinese)),
            "{chinese}"
        );
        let english = site.run_with(words, &[("LC_ALL", "C")]).err;
        assert!(!english.chars().any(is_chinese), "{english}");
        assert_eq!(chinese.lines().count(), english.lines().count());
    }
    let run = site.run(&["chek", "--lang=zh"]);
    assert!(run.err.contains("想写的是“check”吗？"), "{}", run.err);
}

#[test]
fn findings_speak_the_sites_language_unless_another_is_asked_for() {
    let site = new_site("zh-CN", "2026-03-31");
    site.write(
        "content/tasks/w.yaml",
        "title: 甲\nlead: zj\ndue: 2026-12-31\n",
    );
    let english = [("LC_ALL", "en_GB.UTF-8")];
    assert!(
        site.run_with(&["check"], &english)
            .err
            .contains("错误[unknown-reference]")
    );
    let asked = site.run_with(&["check", "--lang", "en"], &english);
    assert!(
        asked.err.contains("error[unknown-reference]"),
        "{}",
        asked.err
    );
}

#[test]
fn completions_know_every_command_and_option() {
    let site = Site::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = site.run(&["completions", shell, "--lang", "zh"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{shell}");
        for word in COMMANDS
            .into_iter()
            .chain(["deny-warnings", "message-format", "as-of"])
        {
            assert!(run.out.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn the_version_is_the_packages() {
    for word in ["--version", "-V"] {
        let run = Site::empty().run(&[word]);
        assert_eq!(run.code, 0);
        assert_eq!(
            run.out,
            concat!("tongbao ", env!("CARGO_PKG_VERSION"), "\n")
        );
    }
}

/// The one task of the sample is finished in the month.
#[test]
fn changes_are_told_in_three_forms_and_never_backwards() {
    let site = new_site("en", "2026-03-31");
    site.write(
        "content/tasks/paving.yaml",
        "id: paving\ntitle: Pave the *square*\nlead: housing\nstart: 2026-01-01\ndue: 2026-04-30\n\
         target: {quantity: 1, text: done}\nprogress:\n  - {date: 2026-02-10, percent: 40}\n  - {date: 2026-03-20, percent: 100, finished: true}\n",
    );
    let days = ["changes", "--from", "2026-02-28", "--to", "2026-03-31"];
    let run = |format: &str| site.run(&[&days[..], &["--lang", "en", "--format", format]].concat());
    let text = run("text");
    assert_eq!(text.code, 0, "{}", text.err);
    assert!(
        text.out.contains("- State: In progress → Finished"),
        "{}",
        text.out
    );
    assert!(text.out.contains("- Actual: 40% → 100%"), "{}", text.out);
    assert!(
        run("markdown")
            .out
            .contains("## paving Pave the \\*square\\*")
    );
    let json: Value = serde_json::from_str(&run("json").out).expect("JSON");
    let records = json["records"].as_array().expect("a list");
    let paving = records
        .iter()
        .find(|r| r["id"] == "paving")
        .expect("the task");
    let categories = paving["categories"].to_string();
    assert!(categories.contains("finished") && !categories.contains("begun"));
    assert_eq!(paving["progress_delta"], 60);
    assert_eq!(
        site.run(&["changes", "--from", "2026-04-01", "--to", "2026-03-31"])
            .code,
        2
    );
    assert_eq!(site.run(&["changes"]).code, 2);
}

#[test]
fn facts_are_json_with_the_promised_keys_and_findings_stand_aside() {
    let site = new_site("en", "2026-03-31");
    let warned = "{title: Unmeasured, areas: [paving], lead: housing, due: 2026-12-31}\n";
    site.write("content/tasks/w.yaml", warned);
    let run = site.run(&["facts", "--as-of", "2026-03-31"]);
    assert_eq!(run.code, 0);
    assert!(run.err.starts_with("warning[no-target]"), "{}", run.err);
    let facts: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(facts["as_of"], "2026-03-31");
    let item = "id title lead state light reasons pace planned_percent actual_percent gap original_due \
                effective_due days_overdue work_days_overdue due_soon stale finished_on closed_on milestones";
    let roll_up = "total excluded by_state by_light by_pace start_rate completion_rate on_time_rate \
                   overdue_count overdue_rate closure_rate report_rate weighted_progress";
    let has = |row: &Value, keys: &str| {
        for key in keys.split_whitespace() {
            assert!(row.get(key).is_some(), "{key} in {row}");
        }
    };
    for (list, keys, number) in [
        ("campaigns", roll_up, 1),
        ("areas", roll_up, 2),
        ("people", roll_up, 2),
        ("units", "id as_lead involved", 4),
        ("tasks", item, 3),
        ("decisions", item, 2),
    ] {
        let rows = facts[list].as_array().expect("a list");
        assert_eq!(rows.len(), number, "{list}");
        rows.iter().for_each(|row| has(row, keys));
    }
    has(&facts["units"][0]["as_lead"], roll_up);
    has(&facts["units"][0]["involved"], roll_up);
    has(&facts["tasks"][0]["reasons"][0], "code values");
    has(&facts["areas"][0], "id");
    // By hand: 12 of 40 streets are done, and the plan has (31 January, 0) and (30 April, 40) around 31 March.
    assert_eq!(facts["tasks"][0]["actual_percent"].to_string(), "30");
    assert_eq!(facts["tasks"][0]["planned_percent"].to_string(), "26.52");
    site.write("content/tasks/w.yaml", "title: [");
    let run = site.run(&["facts"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let site = Site::empty();
    let list = site.run(&["explain"]);
    assert_eq!(list.code, 0);
    assert!(list.out.lines().count() > 80, "{}", list.out);
    for code in list.out.lines() {
        for language in ["zh-CN", "en"] {
            let run = site.run(&["explain", code, "--lang", language]);
            assert_eq!((run.code, run.err.as_str()), (0, ""), "{code}");
            let chinese = run.out.chars().any(is_chinese);
            assert!(run.out.lines().count() > 1, "{}", run.out);
            assert!(chinese || language == "en", "{}", run.out);
        }
    }
}

#[test]
fn options_stand_before_or_after_what_they_belong_to() {
    let site = Site::empty();
    assert_eq!(site.run(&["init", "a/b", "--lang", "en"]).code, 0);
    site.write("a/b/content/tasks/w.yaml", "title: [");
    let wanted = site.run(&["check", "a/b", "--lang", "zh", "--message-format", "json"]);
    assert_eq!(wanted.code, 1);
    for words in [
        &["--lang", "zh", "--message-format", "json", "check", "a/b"][..],
        &["check", "--lang=zh", "--message-format=json", "a/b"],
        &["--message-format=json", "check", "a/b", "--lang=zh"],
    ] {
        assert_eq!(site.run(words).out, wanted.out, "{words:?}");
    }
    let here = Site::copy_of("content");
    let elsewhere = Site::empty();
    let root = here.path("");
    let root = root.to_str().expect("a path of a test");
    assert_eq!(
        here.run(&["facts"]).out,
        elsewhere.run(&["facts", root]).out
    );
}

#[test]
fn the_places_locale_and_time_zone_change_no_fact() {
    let environments = [
        [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "C")],
        [("TZ", "Etc/GMT+12"), ("LC_ALL", "zh_CN.UTF-8")],
        [("TZ", "Asia/Kathmandu"), ("LC_ALL", "tr_TR.UTF-8")],
    ];
    let site = Site::copy_of("content");
    let settings = site.read("content/site.yaml");
    let undated = settings.replace("\nas_of:", "\n# as_of:");
    assert_ne!(undated, settings);
    for settings in [&settings, &undated] {
        site.write("content/site.yaml", settings);
        // Between two runs that agree no midnight has passed.
        let agreeing = || {
            let one = site.run(&["facts"]).out;
            let others = environments.map(|place| site.run_with(&["facts"], &place).out);
            (site.run(&["facts"]).out == one).then_some((one, others))
        };
        let (one, others) = agreeing().or_else(agreeing).expect("one midnight a day");
        assert!(one.len() > 10_000);
        for other in others {
            assert!(other == one, "the environment has changed the facts");
        }
    }
}

#[test]
fn findings_come_in_the_form_that_was_asked_for() {
    let site = new_site("zh-CN", "2026-03-31");
    site.write(
        "content/tasks/w.yaml",
        "id: w\ntitle: 甲\nlead: zj\ndue: 2026-02-30\ntarget: {text: 乙}\n",
    );
    let json = site.run(&["check", "--message-format", "json"]);
    let codes: Vec<Value> = json
        .out
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).expect("JSON on every line")["code"].clone()
        })
        .collect();
    assert_eq!(codes, ["unknown-reference", "impossible-date"]);
    let github = site.run(&["check", "--message-format", "github"]);
    let lines: Vec<&str> = github.out.lines().collect();
    assert_eq!(lines.len(), 2, "{}", github.out);
    assert!(
        lines[0].starts_with("::error file=content/tasks/w.yaml,line=3,"),
        "{}",
        lines[0]
    );
    assert_eq!((json.code, github.code), (1, 1));
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let site = new_site("en", "2026-03-31");
    let run = site.run(&["check", "-q"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    site.write("content/tasks/w.yaml", "title: [");
    let run = site.run(&["check", "-q"]);
    assert_eq!(run.code, 1);
    assert!(run.err.starts_with("error[yaml-syntax]"), "{}", run.err);
    assert!(site.run(&["check", "-v"]).err.len() > run.err.len());
}

#[test]
fn what_is_said_before_a_site_is_read_is_in_its_language() {
    let site = Site::empty();
    site.write("content/site.yaml", "title: Works\nlanguage: en\n");
    let chinese = [("LANG", "zh_CN.UTF-8")];
    let run = site.run_with(&["explain", "bad-date"], &chinese);
    assert!(run.out.contains("date"), "{}", run.out);
    assert!(!run.out.contains('日'), "{}", run.out);
    let run = site.run_with(&["verify", "nothing"], &chinese);
    assert!(run.err.is_ascii(), "{}", run.err);
    let run = site.run_with(&["build", "--no-such-option"], &chinese);
    assert!(
        !run.err.contains('。') && run.err.contains("no-such-option"),
        "{}",
        run.err
    );
    let run = site.run_with(&["explain", "bad-date", "--lang", "zh-CN"], &chinese);
    assert!(run.out.contains('日'), "{}", run.out);
}
