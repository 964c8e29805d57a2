//! Files that ask for too much end with a finding.

use std::fmt::Write;

use super::{base, brief};

#[test]
fn a_billion_laughs_end_with_one_finding() {
    let site = base();
    let mut text = String::from("x-a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for n in 1..10 {
        let all = vec![format!("*a{}", n - 1); 10].join(", ");
        writeln!(text, "x-a{n}: &a{n} [{all}]").expect("a string takes any text");
    }
    text.push_str("title: 改造公厕\nlead: zjj\ndue: 2026-12-01\ntarget: {quantity: 3}\n");
    site.write("content/tasks/gh-02.yaml", &text);
    let found = brief(&site);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("too-many-aliases content/tasks/gh-02.yaml:"),
        "{found:?}"
    );
}

#[test]
fn brackets_and_lists_of_any_depth_end_with_one_finding() {
    for text in [
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        format!("x-deep: {}1{}\n", "[".repeat(100_000), "]".repeat(100_000)),
        "- ".repeat(100_000),
        (0..2_000)
            .map(|n| format!("{}a:\n", " ".repeat(n)))
            .collect(),
    ] {
        let site = base();
        site.write("content/tasks/gh-02.yaml", &text);
        let found = brief(&site);
        assert_eq!(found.len(), 1, "{:?} {found:?}", &text[..20]);
        assert!(found[0].starts_with("too-deep "), "{found:?}");
    }
}

const SITE: &str = "title: 示例\nas_of: 2026-06-30\nlimits: ";

#[test]
fn the_sites_own_limits_are_kept() {
    let tasks = |count: usize| -> String {
        (0..count)
            .map(|n| format!("- {{id: t{n}, title: 任务{n}, lead: zjj, due: 2026-12-01, target: {{quantity: 1}}}}\n"))
            .collect()
    };
    let long = format!("# {}\n", "长".repeat(700));
    let deep = "title: 改造公厕\nlead: zjj\ndue: 2026-12-01\ntarget: {quantity: 3}\nx-a: {b: {c: {d: e}}}\n";
    let alias = "title: 改造公厕\nlead: &u zjj\nx-1: *u\nx-2: *u\nx-3: *u\ndue: 2026-12-01\ntarget: {quantity: 3}\n";
    for (limits, text, expected) in [
        ("{records: 3}", tasks(3), None),
        (
            "{records: 3}",
            tasks(4),
            Some("too-many-records content/tasks/gh-02.yaml:4:3"),
        ),
        ("{file_bytes: 3000}", long.clone() + &tasks(1), None),
        (
            "{file_bytes: 2000}",
            long + &tasks(1),
            Some("too-large content/tasks/gh-02.yaml:0:0"),
        ),
        ("{depth: 5}", deep.to_owned(), None),
        (
            "{depth: 3}",
            deep.to_owned(),
            Some("too-deep content/tasks/gh-02.yaml:5:14"),
        ),
        ("{aliases: 3}", alias.to_owned(), None),
        (
            "{aliases: 2}",
            alias.to_owned(),
            Some("too-many-aliases content/tasks/gh-02.yaml:5:6"),
        ),
    ] {
        let site = base();
        site.write("content/site.yaml", &format!("{SITE}{limits}\n"));
        site.write("content/tasks/gh-02.yaml", &text);
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(brief(&site), expected, "{limits}");
    }
}

#[test]
fn a_limit_can_be_raised() {
    let site = base();
    let deep = format!(
        "title: 改造公厕\nlead: nobody\ndue: 2026-12-01\ntarget: {{quantity: 3}}\nx-deep: {}1{}\n",
        "[".repeat(80),
        "]".repeat(80)
    );
    site.write("content/tasks/gh-02.yaml", &deep);
    assert_eq!(brief(&site), ["too-deep content/tasks/gh-02.yaml:5:72"]);
    site.write("content/site.yaml", &format!("{SITE}{{depth: 100}}\n"));
    // What is deeper than usual is found in its place all the same.
    assert_eq!(
        brief(&site),
        ["unknown-reference content/tasks/gh-02.yaml:2:7"]
    );
}
