//! What stands around the main part of a page, in a theme of the site's own.

use super::{built, text, with_template};
use crate::diagnostic::Finding;

#[test]
fn a_site_frames_the_main_part_of_its_pages_itself() {
    let own = |frame: &str| {
        let component = format!(
            "{{% component main_part(page, before, after, contents) %}}{frame}{{% endcomponent main_part %}}"
        );
        let site = with_template("components/main_part.html", &component);
        let built = built(&site, None);
        assert!(built.findings.is_empty(), "{:?}", built.findings);
        let page = text(&built.value, "units/zjj.html");
        let main = page.split("<main").nth(1).unwrap();
        main.split("</main>").next().unwrap().to_owned()
    };
    let framed = own("[{{ before }}|{{ contents | length }}|{{ after }}]");
    let (before, rest) = framed.split_once('|').unwrap();
    assert!(
        before.ends_with("</h1>") && before.contains("[\n<h1"),
        "{before}"
    );
    let (contents, after) = rest.split_once('|').unwrap();
    assert!(contents.parse::<usize>().unwrap() >= 3, "{contents}");
    assert!(
        after.contains("<h2 id=\"") && after.ends_with(']'),
        "{after}"
    );
    // What a frame leaves out is printed all the same.
    let bare = own("-");
    assert!(bare.ends_with(after.trim_end_matches(']')));
    assert!(bare.contains(before.split_once('[').unwrap().1));
}

#[test]
fn what_is_wrong_with_an_own_frame_is_found_in_it() {
    let frame = "{% component main_part(after, colour) %}{{ after }}{% endcomponent main_part %}";
    let wrong = built(&with_template("components/main_part.html", frame), None);
    let template = |finding: &Finding| format!("{:?}", finding.values);
    assert_eq!(wrong.findings.len(), 1);
    assert!(template(&wrong.findings[0]).contains("components/main_part.html"));
    let old = built(
        &with_template("base.html", "{{ page.title | outline }}"),
        None,
    );
    assert!(
        template(&old.findings[0]).contains("base.html"),
        "{:?}",
        old.findings
    );
}

#[test]
fn a_page_without_a_whole_main_part_is_printed_as_it_is() {
    for text in [
        "<h2>a</h2>",
        "<main><h2>a</h2>",
        "<main-menu><h2>a</h2></main>",
    ] {
        let built = built(&with_template("404.html", text), None);
        let page = &built.value["404.html"];
        assert_eq!(page, text.as_bytes());
    }
    let quoted = "<main data-x=\"a > b\"><h1>A</h1><h2>b\u{1}c</h2></main>";
    let built = built(&with_template("404.html", quoted), None);
    let page = text(&built.value, "404.html");
    assert!(page.contains("b\"><h1>A</h1><h2 id=\"bc\">"), "{page}");
}
