//! New sites and new records: nothing is wrong in them, and nothing is written over.

use std::fs;

use serde_json::Value;

use crate::findings::brief;
use crate::support::{Run, Site};

/// Each type, and the first two files of it in a new site.
const KINDS: [(&str, [&str; 2]); 13] = [
    ("campaign", ["campaigns/campaign-01.yaml"; 2]),
    ("area", ["areas/area-01.yaml", "areas/area-02.yaml"]),
    ("unit", ["units/unit-01.yaml", "units/unit-02.yaml"]),
    ("person", ["people/person-01.yaml", "people/person-02.yaml"]),
    ("task", ["tasks/task-03.yaml", "tasks/task-04.yaml"]),
    (
        "meeting",
        ["meetings/meeting-02.md", "meetings/meeting-03.md"],
    ),
    (
        "document",
        ["documents/document-01.md", "documents/document-02.md"],
    ),
    (
        "problem",
        ["problems/problem-01.yaml", "problems/problem-02.yaml"],
    ),
    (
        "indicator",
        [
            "indicators/indicator-01.yaml",
            "indicators/indicator-02.yaml",
        ],
    ),
    (
        "instruction",
        [
            "instructions/instruction-01.yaml",
            "instructions/instruction-02.yaml",
        ],
    ),
    (
        "inspection",
        [
            "inspections/inspection-01.yaml",
            "inspections/inspection-02.yaml",
        ],
    ),
    (
        "assessment",
        [
            "assessments/assessment-01.yaml",
            "assessments/assessment-02.yaml",
        ],
    ),
    (
        "bulletin",
        ["bulletins/bulletin-01.md", "bulletins/bulletin-02.md"],
    ),
];

/// Series for bulletins and assessments, which have to belong to one.
fn with_series(site: &Site) {
    let settings = site.read("content/site.yaml");
    assert_eq!(settings.matches("\nseries:\n").count(), 1);
    let more = "\nseries:\n  - {id: news, name: News, kind: bulletin}\n  \
                - {id: scores, name: Scores, kind: assessment}\n";
    site.write("content/site.yaml", &settings.replace("\nseries:\n", more));
}

const DAYS: [&str; 3] = ["2026-03-31", "2028-02-29", "2027-01-01"];

pub fn new_site(language: &str, day: &str) -> Site {
    let site = Site::empty();
    let run = site.run(&["init", ".", "--lang", language, "--as-of", day]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    site
}

fn assert_clean(run: &Run) {
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
}

pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn a_new_site_has_nothing_wrong_on_any_day() {
    for language in ["zh-CN", "en"] {
        for day in DAYS {
            let site = new_site(language, day);
            let words = ["check", "--deny-warnings", "--lang", "en", "--as-of", day];
            let run = site.run(&words);
            assert_clean(&run);
            assert!(
                run.err
                    .starts_with("Checked 13 records and found nothing wrong")
            );
        }
    }
    let site = Site::empty();
    assert_eq!(site.run(&["init", "today"]).code, 0);
    assert_clean(&site.run(&["check", "today", "--deny-warnings"]));
}

#[test]
fn every_file_of_a_new_site_explains_itself_in_its_language() {
    for language in ["zh-CN", "en"] {
        let site = new_site(language, "2026-03-31");
        let files = site.files("content");
        assert_eq!(files.len(), 10);
        for (path, bytes) in files {
            let text = String::from_utf8(bytes).expect("texts are UTF-8");
            let comment = |line: &&str| line.trim_start().starts_with('#');
            let said: String = text.lines().filter(comment).collect();
            assert!(!said.is_empty(), "{path}");
            // The one Chinese word of the English texts shows a title in two languages.
            let chinese = said.replace("中文名", "").chars().any(is_chinese);
            assert_eq!(chinese, language == "zh-CN", "{path}");
            assert!(
                !text.contains("{today") && !text.contains("{year"),
                "{path}"
            );
        }
        let settings = site.read("content/site.yaml");
        assert!(settings.contains(&format!("\nlanguage: {language}\n")));
    }
}

#[test]
fn a_new_record_of_every_type_has_the_next_free_id_and_nothing_wrong() {
    for language in ["zh-CN", "en"] {
        let site = new_site(language, "2026-03-31");
        with_series(&site);
        for round in [0, 1] {
            for (kind, path) in KINDS.map(|(kind, paths)| (kind, paths[round])) {
                assert!(!site.path(&format!("content/{path}")).exists());
                let run = site.run(&["new", kind, "--as-of", "2026-03-31"]);
                assert_clean(&run);
                assert!(run.err.contains(path), "{}", run.err);
                let text = site.read(&format!("content/{path}"));
                assert!(text.contains("\n# ") || text.contains("  # "), "{path}");
            }
            // A second campaign asks every record for the one that it belongs to: a matter of its own, below.
            fs::remove_file(site.path("content/campaigns/campaign-01.yaml")).expect("a new file");
            assert_clean(&site.run(&["check", "--deny-warnings", "--as-of", "2026-03-31"]));
        }
        let second = site.read("content/bulletins/bulletin-02.md");
        assert!(second.contains("\nseries: news\nnumber: 2\n"), "{second}");
    }
}

#[test]
fn a_bulletin_or_an_assessment_without_a_series_to_belong_to_lacks_only_that() {
    let site = new_site("en", "2026-03-31");
    for kind in ["bulletin", "assessment"] {
        assert_clean(&site.run(&["new", kind, "--as-of", "2026-03-31"]));
    }
    let found = brief(&site);
    let expected = [
        "missing-field content/assessments/assessment-01.yaml:4:1",
        "missing-field content/bulletins/bulletin-01.md:4:1",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_second_campaign_asks_every_record_for_its_own() {
    let site = new_site("en", "2026-03-31");
    assert_clean(&site.run(&["new", "campaign", "--as-of", "2026-03-31"]));
    let run = site.run(&["check", "--as-of", "2026-03-31"]);
    assert_eq!(run.code, 0);
    // Two tasks and a meeting of the new site name no campaign.
    assert_eq!(
        run.err.matches("warning[no-campaign]").count(),
        3,
        "{}",
        run.err
    );
}

#[test]
fn a_new_record_has_nothing_wrong_in_the_sample() {
    let site = Site::copy_of("content");
    for (kind, _) in KINDS.iter().filter(|(kind, _)| *kind != "campaign") {
        assert_clean(&site.run(&["new", kind, "--as-of", "2026-06-30"]));
    }
    assert_clean(&site.run(&["check", "--deny-warnings"]));
}

#[test]
fn a_title_is_kept_as_it_was_typed() {
    let site = new_site("en", "2026-03-31");
    let title = "他说“{today}”: \"a\\b\" # {unit}";
    assert_clean(&site.run(&["new", "task", title, "--id", "null"]));
    let facts: Value = serde_json::from_str(&site.run(&["facts"]).out).expect("JSON");
    let tasks = facts["tasks"].as_array().expect("a list");
    let task = tasks.iter().find(|task| task["id"] == "null");
    assert_eq!(task.expect("the new task")["title"], title);
}

#[test]
fn an_id_of_a_hidden_record_is_taken() {
    let site = new_site("zh-CN", "2026-03-31");
    let hidden =
        "- {id: task-03, title: 内部, visibility: restricted, lead: zjj, due: 2026-12-31}\n";
    site.write("content/tasks/more.yaml", hidden);
    let run = site.run(&["new", "task"]);
    assert!(run.err.contains("tasks/task-04.yaml"), "{}", run.err);
    let run = site.run(&["new", "task", "--id", "TASK-03"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("编号“TASK-03”已经用了"), "{}", run.err);
}

#[test]
fn nothing_is_written_over() {
    let site = new_site("en", "2026-03-31");
    let before = site.files(".");
    for words in [
        &["init", "."][..],
        &["init", "content/site.yaml"],
        &["new", "task", "--id", "task-01"],
        &["new", "task", "--id", "Task-02"],
        &["new", "unit", "--id", "housing"],
        &["new", "task", "--id", "a b"],
        &["new", "task", "--id", "../../x"],
        &["new", "task", "--id", ".hidden"],
        &["new", "task", "--id", ""],
        &["new", "decision"],
        &["new", "tasks"],
    ] {
        let run = site.run(words);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{words:?}");
        assert!(!run.err.is_empty(), "{words:?}");
    }
    assert_eq!(site.files("."), before);
}

#[test]
fn a_new_theme_builds_and_its_files_hold() {
    for language in ["zh-CN", "en"] {
        let site = new_site(language, "2026-03-31");
        assert_eq!(
            site.run(&["new", "theme", "city", "--lang", language]).code,
            0
        );
        let run = site.run(&["build", "--theme", "city", "--deny-warnings"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let page = site.read("public/index.html");
        assert!(page.contains("href=\"theme/city.css\""), "{page}");
        assert!(site.read("public/theme/city.css").contains("--accent"));
        site.write(
            &format!("themes/city/i18n/{language}.ftl"),
            "menu-units = 我们的单位\n",
        );
        site.run(&["build", "--theme", "city"]);
        assert!(site.read("public/index.html").contains("我们的单位"));
    }
}

#[test]
fn what_there_can_be_is_told() {
    let site = new_site("en", "2026-03-31");
    let run = site.run(&["new", "photo", "x"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("or “theme”"), "{}", run.err);
    let run = site.run(&["new", "theme", "city"]);
    assert!(
        run.err.contains("tongbao build --theme city;"),
        "{}",
        run.err
    );
    let root = site.path(".").display().to_string();
    let run = site.run(&["new", "theme", "town", "--root", &root]);
    let next = format!("tongbao build --theme town {root};");
    assert!(run.err.contains(&next), "{}", run.err);
    let run = site.run(&["build", "--theme", "citty"]);
    assert_eq!(run.code, 2);
    let all = "city | default | official | plain | town";
    assert!(run.err.contains(all), "{}", run.err);
}

#[test]
fn a_theme_needs_a_name_of_its_own() {
    let site = new_site("en", "2026-03-31");
    assert_eq!(site.run(&["new", "theme", "city"]).code, 0);
    let before = site.files(".");
    let refused = [
        (&["new", "theme"][..], "the name of the theme"),
        (&["new", "theme", "plain"], "comes with the program"),
        (&["new", "theme", "../x"], "cannot be the name"),
        (&["new", "theme", "City"], "cannot be the name"),
        (&["new", "theme", "city"], "is there already"),
    ];
    for (words, said) in refused {
        let run = site.run(words);
        assert_eq!(run.code, 2, "{words:?}");
        assert!(run.err.contains(said), "{words:?}: {}", run.err);
    }
    assert_eq!(site.files("."), before);
}
