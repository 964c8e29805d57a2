//! With which day pages are compared: the main series' latest edition, or the one that is asked for.

use crate::build::built;
use crate::findings::found;
use crate::release::{drafted, office, released};
use crate::support::Site;

const PAGE: &str = "public/changes.html";

fn main_series(site: &Site, id: &str) {
    let settings = site.read("content/site.yaml");
    site.write(
        "content/site.yaml",
        &format!("{settings}main_series: {id}\n"),
    );
}

#[test]
fn a_main_series_that_is_not_there_is_found_with_the_one_that_is_meant() {
    let site = office();
    main_series(&site, "jbb");
    let found = found(&site);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, "unknown-reference");
    assert_eq!(found[0].suggestions, ["jb"]);
}

#[test]
fn pages_are_compared_with_the_edition_that_is_out_and_with_no_draft() {
    let site = office();
    main_series(&site, "jb");
    drafted(&site);
    built(&site.run(&["build", "-q"]));
    assert!(!site.path(PAGE).exists());
    assert!(!site.read("public/index.html").contains("changes.html"));
    released(&site);
    // Reported on 10 May with 15 of 20, on 20 June with all of them and finished.
    let task = site.read("content/tasks/sr-01.yaml");
    site.write(
        "content/tasks/sr-01.yaml",
        &format!("{task}  - {{date: 2026-06-20, quantity: 20, finished: true}}\n"),
    );
    built(&site.run(&["build", "-q"]));
    let page = site.read(PAGE);
    assert!(page.contains("2026年5月31日至2026年6月30日"), "{page}");
    for sides in ["<td><del>75</del>%</td>", "<td><ins>100</ins>%</td>"] {
        assert!(page.contains(sides), "{sides} in\n{page}");
    }
    // Red for being late, then done.
    let task = site.read("public/tasks/sr-01.html");
    assert!(task.contains("trend-better"), "{task}");
    assert!(task.contains("与2026年5月31日相比"), "{task}");
}

#[test]
fn a_day_may_be_asked_for_and_has_to_be_an_earlier_one() {
    let site = office();
    built(&site.run(&["build", "-q", "--since", "2026-05-01"]));
    let page = site.read(PAGE);
    assert!(page.contains("2026年5月1日至2026年6月30日"), "{page}");
    let late = site.run(&["build", "--since", "2026-06-30", "--lang", "en"]);
    assert_eq!(late.code, 2, "{}", late.err);
    assert!(late.err.contains("--since 2026-06-30"), "{}", late.err);
}
