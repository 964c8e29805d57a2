//! What holds for every body, whatever it is.

use std::collections::HashSet;

use proptest::prelude::*;

use super::tests::style;
use super::{RawHtml, Target, outline, plain, render};

/// A body made of pieces that mean something to the parser.
fn body() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "*",
        "**",
        "~~",
        "~",
        "_",
        "`",
        "```",
        "\n",
        "\n\n",
        " ",
        "    ",
        "# ",
        "> ",
        "> [!NOTE]\n",
        "- ",
        "1. ",
        "- [ ] ",
        "- [x] ",
        "|",
        "\n|-|-:|\n",
        "[",
        "]",
        "](a)",
        "](task:x)",
        "![",
        "(",
        ")",
        "[^1]",
        "\n[^1]: ",
        "[^2]",
        "\n\n[^2]: ",
        "\n: ",
        "中",
        "文",
        "a",
        "“",
        "”",
        "。",
        "：",
        "\\",
        "{{",
        "}}",
        "{#a}",
        "http://a.cn/",
        "<b>",
        "</b>",
        "<div>",
        "</p>",
        "<a href='x'>",
        "</a>",
        "<!--",
        "\u{f0f0}",
        "\0",
        "\r",
        "---",
        "&lt;",
        "<http://b.cn>",
        "\t",
    ]);
    let pieces = prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => pieces, 1 => any::<String>()]
}

fn target(turn: usize) -> Target {
    match turn % 4 {
        0 => Target::Keep,
        1 => Target::Hidden,
        2 => Target::Text,
        _ => Target::Href("b.html".to_owned()),
    }
}

/// Reads HTML as a stack of tags, and tells what is wrong with it.
fn fault(html: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = HashSet::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>')? + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let name = tag.split(' ').next().unwrap_or_default();
        if let Some(id) = tag
            .split("id=\"")
            .nth(1)
            .and_then(|id| id.split('"').next())
            && !ids.insert(id)
        {
            return Some(format!("id {id} twice"));
        }
        if name == "a" && open.contains(&"a") {
            return Some("a link in a link".to_owned());
        }
        let block = [
            "p",
            "div",
            "ul",
            "ol",
            "table",
            "pre",
            "figure",
            "blockquote",
            "dl",
            "section",
            "hr",
        ];
        if block.contains(&name)
            && open
                .iter()
                .any(|o| ["p", "h2", "h3", "h4", "h5", "h6", "dt"].contains(o))
        {
            return Some(format!("{name} in {open:?}"));
        }
        if !["br", "hr", "img", "input", "wbr"].contains(&name) {
            open.push(name);
        }
    }
    (!open.is_empty()).then(|| format!("{open:?} stay open"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, max_global_rejects: 1_000_000, rng_seed: proptest::test_runner::RngSeed::Fixed(2016), ..ProptestConfig::default() })]

    #[test]
    fn every_body_gives_balanced_html(body in body(), turn in 0_usize..4) {
        let resolve = |link: &super::Link| target(turn + link.destination.len());
        let html = render(&body, &style(RawHtml::Escape), &resolve).html;
        prop_assert_eq!(fault(&html), None, "{}", html);
        prop_assert!(!html.contains(" style=") || body.contains(" style="));
    }

    #[test]
    fn every_body_can_be_sanitised(body in body(), turn in 0_usize..4) {
        let html = render(&body, &style(RawHtml::Sanitise), &|_| target(turn)).html;
        prop_assert!(!html.contains("own0="), "{}", html);
        prop_assert!(!html.contains("<script"));
        let ids: Vec<_> = html.split(" id=\"").skip(1).filter_map(|id| id.split('"').next()).collect();
        let once: HashSet<_> = ids.iter().collect();
        prop_assert_eq!(ids.len(), once.len(), "{}", html);
    }

    #[test]
    fn every_place_is_inside_the_body(body in body()) {
        let seen = outline(&body);
        let ranges = seen.links.iter().map(|l| &l.range)
            .chain(seen.headings.iter().map(|h| &h.range))
            .chain(seen.code_blocks.iter().map(|c| &c.range))
            .chain(seen.undefined_footnotes.iter().map(|(_, range)| range));
        for range in ranges {
            prop_assert!(body.get(range.clone()).is_some(), "{:?}", range);
        }
        for (_, range) in &seen.figures {
            let text = body.get(range.clone());
            prop_assert!(text.is_some_and(|t| t.starts_with('{') && t.ends_with('}')), "{:?}", text);
        }
    }

    #[test]
    fn every_body_has_a_text(body in body(), turn in 0_usize..4) {
        let text = plain(&body, "隐", &|_| target(turn), &|at| at.to_string());
        prop_assert_eq!(text.trim_end(), text.as_str());
    }
}
