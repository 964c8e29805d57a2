//! The READMEs tell the truth: their records are read, and what they show is what is printed.

use std::fs;
use std::path::Path;

use crate::support::Site;

const PAGES: [(&str, &str); 2] = [("README.md", "en"), ("README.zh-CN.md", "zh-CN")];

fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(path).expect("a page of the top")
}

/// The fenced blocks of a language, in order.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if info == language {
            found.push(block.join("\n"));
        }
    }
    found
}

/// The site of the README's example, with settings added.
fn example(record: &str, settings: &str) -> Site {
    let site = Site::empty();
    let head = "title: {zh: 示例市, en: Shili}\nas_of: 2026-06-30\n";
    site.write("content/site.yaml", &format!("{head}{settings}\n"));
    let units = "- {id: gongyong, name: {zh: 市公用事业局, en: Public Utilities Bureau}}\n";
    site.write("content/units/units.yaml", units);
    site.write("content/calendar.yaml", "off: [2026-10-01]\n");
    site.write("content/tasks/drains.yaml", &format!("{record}\n"));
    site
}

#[test]
fn the_record_comes_to_what_is_said_of_it() {
    for (name, _) in PAGES {
        let page = page(name);
        let yaml = blocks(&page, "yaml");
        let run = example(&yaml[0], "").run(&["facts"]);
        let facts: serde_json::Value = serde_json::from_str(&run.out).expect("facts are JSON");
        let task = &facts["tasks"][0];
        assert_eq!(task["light"], "yellow", "{name}");
        for (figure, shown) in [
            ("gap", "29.45"),
            ("planned_percent", "49.45"),
            ("actual_percent", "20"),
            ("days_to_due", "184"),
        ] {
            assert_eq!(task[figure].to_string(), shown, "{name}: {figure}");
            assert!(page.contains(shown), "{name}: {figure}");
        }
    }
}

#[test]
fn the_findings_are_printed_as_they_are_shown() {
    for (name, language) in PAGES {
        let page = page(name);
        let shown = blocks(&page, "");
        let record = &blocks(&page, "yaml")[0];
        let wrong = record
            .replace("lead: gongyong", "lead: gongyon")
            .replace("due: 2026-12-31", "due: 12月31日前");
        for (record, expected) in [(record, &shown[0]), (&wrong, &shown[1])] {
            let run = example(record, "").run(&["check", "--lang", language]);
            let printed = run.out + &run.err;
            assert!(printed.contains(expected), "{name}:\n{printed}");
        }
    }
}

#[test]
fn the_settings_are_settings() {
    for (name, language) in PAGES {
        let yaml = blocks(&page(name), "yaml");
        assert_eq!(yaml.len(), 3, "{name}: a record, rules, audiences");
        for settings in &yaml[1..] {
            let run = example(&yaml[0], settings).run(&["check", "--lang", language]);
            assert_eq!(run.code, 0, "{name}:\n{}", run.err);
        }
        let run = example(&yaml[0], &yaml[1]).run(&["facts"]);
        let facts: serde_json::Value = serde_json::from_str(&run.out).expect("facts are JSON");
        assert_eq!(facts["tasks"][0]["light"], "red", "{name}: 29.45 > 20");
    }
}

/// The commands for the records office, run on the sample, print what is shown.
#[test]
fn a_package_is_made_and_checked_as_shown() {
    for (name, language) in PAGES {
        let page = page(name);
        let commands = blocks(&page, "sh");
        let commands = commands
            .iter()
            .find(|block| block.contains("tongbao archive"));
        let site = Site::copy_of("content");
        let mut printed = String::new();
        for line in commands.expect("the commands").lines() {
            let mut words: Vec<&str> = line.split(' ').skip(1).collect();
            words.extend(["--lang", language]);
            let run = site.run(&words);
            assert_eq!(run.code, 0, "{name}: {line}\n{}", run.err);
            printed += &run.out;
        }
        let shown = &blocks(&page, "")[2];
        assert_eq!(printed.trim_end(), shown, "{name}");
    }
}

/// The commands for a bulletin, run on the sample, with a review written down in between.
#[test]
fn a_bulletin_is_started_and_released_as_shown() {
    for (name, language) in PAGES {
        let commands = blocks(&page(name), "sh");
        let commands = commands
            .iter()
            .find(|block| block.contains("tongbao release"));
        let site = Site::copy_of("content");
        for id in ["tb-2026-1", "tb-2026-2", "tb-2026-3"] {
            if !site
                .path(&format!("content/bulletins/{id}.frozen.json"))
                .exists()
            {
                let run = site.run(&["release", id]);
                assert_eq!(run.code, 0, "{id}: {}", run.err);
            }
        }
        for line in commands.expect("the commands").lines() {
            let mut words: Vec<&str> = line.split(' ').skip(1).collect();
            words.extend(["--lang", language]);
            let run = site.run(&words);
            assert_eq!(run.code, 0, "{name}: {line}\n{}", run.err);
            let draft = "content/bulletins/tb-2026-4.md";
            let text = site.read(draft);
            if !text.contains("\nreviews:") {
                let reviews = "reviews: [{stage: 终审, who: gu-nanping, on: 2026-07-31}]";
                let text =
                    text.replacen("kind: progress", &format!("kind: progress\n{reviews}"), 1);
                site.write(draft, &text);
            }
        }
        let frozen = site.read("content/bulletins/tb-2026-4.frozen.json");
        assert!(frozen.contains("\"number\": \"4\""), "{name}: {frozen}");
    }
}

/// A command or an option that is not described, or described and not there.
#[test]
fn the_tables_hold_the_whole_command_line() {
    let site = Site::empty();
    let mut real: Vec<String> = Vec::new();
    for command in [
        "build", "new", "changes", "confirm", "archive", "verify", "serve",
    ] {
        let help = site.run(&[command, "--help", "--lang", "en"]).out;
        real.extend(words(&help, "--"));
    }
    real.push("--version".to_owned());
    let help = site.run(&["--help", "--lang", "en"]).out;
    let commands: Vec<String> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect();
    assert!(commands.len() > 5, "{help}");
    for (name, _) in PAGES {
        let page = page(name);
        for command in &commands {
            assert!(
                page.contains(&format!("| `tongbao {command}")),
                "{name}: {command}"
            );
        }
        for option in &real {
            assert!(page.contains(option.as_str()), "{name}: {option}");
        }
        let told = words(&page, "--").into_iter();
        let mut foreign = told
            .filter(|option| !real.contains(option) && option != "--release" && option != "--path");
        assert_eq!(foreign.next(), None, "{name}");
    }
}

/// Words such as `--out`, each once.
fn words(text: &str, start: &str) -> Vec<String> {
    let mut found: Vec<String> = text
        .split(|c: char| !(c.is_ascii_alphabetic() || c == '-'))
        .filter(|word| word.starts_with(start) && !word.trim_matches('-').is_empty())
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}
