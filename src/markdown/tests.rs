//! What bodies become, case by case.

use super::links::reach;
use super::{Labels, Link, Live, RawHtml, Reach, Style, Target, outline, plain, render};

pub(super) const LABELS: Labels = Labels {
    footnotes: "脚注",
    footnote_back: "返回正文",
    table: "表格",
    code: "代码",
    task_done: "已完成",
    task_open: "未完成",
    note: "注意",
    tip: "提示",
    important: "重要",
    warning: "警告",
    caution: "小心",
};

pub(super) fn style(raw_html: RawHtml) -> Style<'static> {
    Style {
        raw_html,
        id_prefix: "n-",
        heading_base: 2,
        hidden_text: "（内部）",
        labels: LABELS,
        live: &|_| None,
    }
}

fn resolve(link: &Link) -> Target {
    match link.destination {
        "task:GH-01" => Target::Href("../tasks/gh-01.html".to_owned()),
        "task:SECRET" => Target::Hidden,
        "task:GONE" => Target::Text,
        "evil" => Target::Href("javascript:alert(1)".to_owned()),
        _ => Target::Keep,
    }
}

fn html(body: &str) -> String {
    render(body, &style(RawHtml::Escape), &resolve).html
}

fn sanitised(body: &str) -> String {
    render(body, &style(RawHtml::Sanitise), &resolve).html
}

#[track_caller]
fn becomes(body: &str, expected: &str) {
    assert_eq!(html(body).trim_end(), expected, "{body}");
}

#[test]
fn emphasis_stands_beside_chinese_punctuation() {
    becomes("**“重点”**内容", "<p><strong>“重点”</strong>内容</p>");
    becomes("**注意：**请", "<p><strong>注意：</strong>请</p>");
    becomes("请**（一）**办", "<p>请<strong>（一）</strong>办</p>");
    becomes("~~删除。~~保留", "<p><del>删除。</del>保留</p>");
    becomes("*a* 和 `*` \\*", "<p><em>a</em> 和 <code>*</code> *</p>");
}

#[test]
fn a_single_tilde_is_a_range() {
    becomes(
        "（5~10天），约~3月（~4月）",
        "<p>（5~10天），约~3月（~4月）</p>",
    );
    becomes("~5天~", "<p>~5天~</p>");
}

#[test]
fn the_mark_itself_survives_in_a_body() {
    becomes(
        "\u{f0f0}**注意：**请\u{f0f0}",
        "<p>\u{f0f0}<strong>注意：</strong>请\u{f0f0}</p>",
    );
}

#[test]
fn marks_stay_out_of_every_event() {
    let body = "[见*（一）](a*（b.html '题*（c')\n\n```x*（y\n码*（z\n```\n\n`码*（`\n\n## 节*（甲 {#id}\n";
    assert!(!html(body).contains('\u{f0f0}'));
    let seen = format!("{:?}", outline(body));
    assert!(
        !seen.contains("f0f0") && seen.contains("a*（b.html"),
        "{seen}"
    );
}

#[test]
fn line_breaks_between_chinese_characters_vanish() {
    becomes("进度\n正常，\n请看。", "<p>进度正常，请看。</p>");
    becomes(
        "进度\n**正常**\n“好”",
        "<p>进度<strong>正常</strong>“好”</p>",
    );
    becomes("**进度**\n正常", "<p><strong>进度</strong>正常</p>");
    becomes("进度\nok\n好", "<p>进度\nok\n好</p>");
    becomes("한국\n어", "<p>한국\n어</p>");
    becomes(
        "[进度](#a)\n[正常](#b)",
        "<p><a href=\"#a\">进度</a><a href=\"#b\">正常</a></p>",
    );
}

#[test]
fn links_go_to_the_caller_and_keep_to_the_allow_list() {
    becomes(
        "[a](task:GH-01)",
        "<p><a href=\"../tasks/gh-01.html\">a</a></p>",
    );
    becomes("甲[密](task:SECRET \"密\")乙", "<p>甲（内部）乙</p>");
    becomes("[a](task:GONE)", "<p>a</p>");
    becomes("[a](task:OTHER)", "<p>a</p>");
    becomes("[a](evil)", "<p>a</p>");
    for address in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#9;script:alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "http://",
    ] {
        becomes(&format!("[a]({address})"), "<p>a</p>");
    }
    becomes("<a@b.cn>", "<p><a href=\"mailto:a@b.cn\">a@b.cn</a></p>");
    becomes(
        "[a](<b c.html> '\"')",
        "<p><a href=\"b%20c.html\" title=\"&quot;\">a</a></p>",
    );
    becomes(
        "[<http://b.cn>](a.html)",
        "<p><a href=\"a.html\">http://b.cn</a></p>",
    );
    becomes("[](a.html)", "<p><a href=\"a.html\">a.html</a></p>");
    assert_eq!(reach("tel:12345"), Reach::Outside);
    assert_eq!(reach("person:zhang"), Reach::Record);
    assert_eq!(reach("第1节:a.html"), Reach::Local);
}

#[test]
fn bare_urls_stop_at_chinese() {
    becomes(
        "见https://example.cn/a_b_c?x=1&y=2，再看。",
        "<p>见<a href=\"https://example.cn/a_b_c?x=1&amp;y=2\">https://example.cn/a_b_c?x=1&amp;y=2</a>，再看。</p>",
    );
    becomes(
        "(http://example.cn/a(b)).",
        "<p>(<a href=\"http://example.cn/a(b)\">http://example.cn/a(b)</a>).</p>",
    );
    becomes(
        "ftp://a.cn javascript://a",
        "<p>ftp://a.cn javascript://a</p>",
    );
    becomes(
        "[http://a.cn](b.html)",
        "<p><a href=\"b.html\">http://a.cn</a></p>",
    );
    becomes("`http://a.cn`", "<p><code>http://a.cn</code></p>");
}

#[test]
fn headings_have_stable_ids() {
    let rendered = render(
        "# 总体 要求\n## 总体 要求\n## A & B {#Own}\n###### x\n## ！\n",
        &style(RawHtml::Escape),
        &resolve,
    );
    let ids: Vec<_> = rendered
        .contents
        .iter()
        .map(|h| (h.level, h.id.as_str()))
        .collect();
    let expected = [
        (2, "n-总体-要求"),
        (3, "n-总体-要求-2"),
        (3, "n-Own"),
        (6, "n-x"),
        (3, "n-section"),
    ];
    assert_eq!(ids, expected);
    assert_eq!(rendered.contents[2].text, "A & B");
    assert!(rendered.html.contains("<h3 id=\"n-Own\">A &amp; B</h3>"));
    let taken = outline("# a-2\n# a\n# a\n# b {#a}\n");
    let ids: Vec<_> = taken
        .headings
        .iter()
        .map(|h| (h.id.as_str(), h.is_id_taken))
        .collect();
    assert_eq!(
        ids,
        [("a-2", false), ("a", false), ("a-3", false), ("a-4", true)]
    );
}

#[test]
fn a_hidden_link_is_in_no_id_and_no_text() {
    let body = "## 见[机密](task:SECRET)[^1]\n\n[![机密](a.png)](task:SECRET)\n\n[*机密*](task:SECRET)\n\n[^1]: 公开\n";
    let rendered = render(body, &style(RawHtml::Escape), &resolve);
    assert!(
        !format!("{rendered:?}").contains("机密"),
        "{}",
        rendered.html
    );
    assert_eq!(rendered.contents[0].text, "见（内部）");
    let text = plain(body, "（内部）", &resolve, &|_| String::new());
    assert!(
        !text.contains("机密") && text.contains("见（内部）"),
        "{text}"
    );
}

#[test]
fn tables_scroll_and_align_by_class() {
    becomes(
        "| a | 数 |  |\n|---|--:|:-:|\n| 1 | **2。**元 | 3 |",
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"表格 1\">\n<table>\n<thead><tr><th scope=\"col\">a</th>\
         <th class=\"right\" scope=\"col\">数</th><td></td></tr></thead>\n<tbody>\n<tr><td>1</td><td class=\"right\">\
         <strong>2。</strong>元</td><td class=\"center\">3</td></tr>\n</tbody>\n</table>\n</div>",
    );
}

#[test]
fn footnotes_are_numbered_by_reference_and_lead_back() {
    let out = html("乙[^b]甲[^a]乙[^b]\n\n[^a]: 甲注\n[^b]: 乙注\n[^c]: 无\n");
    let expected = "<p>乙<sup class=\"footnote-ref\" id=\"n-fnref:1\"><a href=\"#n-fn:1\" role=\"doc-noteref\">1</a></sup>甲\
        <sup class=\"footnote-ref\" id=\"n-fnref:2\"><a href=\"#n-fn:2\" role=\"doc-noteref\">2</a></sup>乙\
        <sup class=\"footnote-ref\" id=\"n-fnref:1-2\"><a href=\"#n-fn:1\" role=\"doc-noteref\">1</a></sup></p>\n\
        <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\">\n<ol>\n<li id=\"n-fn:1\"><p>乙注 \
        <a class=\"footnote-back\" href=\"#n-fnref:1\" role=\"doc-backlink\" aria-label=\"返回正文 1\">↩\u{fe0e}</a> \
        <a class=\"footnote-back\" href=\"#n-fnref:1-2\" role=\"doc-backlink\" aria-label=\"返回正文 1-2\">↩\u{fe0e}</a></p>\n</li>\n\
        <li id=\"n-fn:2\"><p>甲注 \
        <a class=\"footnote-back\" href=\"#n-fnref:2\" role=\"doc-backlink\" aria-label=\"返回正文 2\">↩\u{fe0e}</a></p>\n</li>\n</ol>\n</section>\n";
    assert_eq!(out, expected);
}

#[test]
fn lists_alerts_and_definitions_are_named() {
    becomes(
        "- [x] 办\n- [ ] 等",
        "<ul>\n<li class=\"task done\"><input type=\"checkbox\" disabled checked aria-label=\"已完成\"> 办</li>\n\
         <li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"未完成\"> 等</li>\n</ul>",
    );
    becomes(
        "> [!WARNING]\n> 当心",
        "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">警告</p>\n<p>当心</p>\n</div>",
    );
    becomes("词\n: 义", "<dl>\n<dt>词</dt>\n<dd>义</dd>\n</dl>");
    becomes(
        "3. a\n   - b",
        "<ol start=\"3\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>",
    );
}

#[test]
fn a_lone_image_is_a_figure() {
    becomes(
        "![图](a.png '说明')",
        "<figure><img src=\"a.png\" alt=\"图\" loading=\"lazy\" decoding=\"async\"><figcaption>说明</figcaption></figure>",
    );
    becomes(
        "见![**图**一](a.png '说明')",
        "<p>见<img src=\"a.png\" alt=\"图一\" loading=\"lazy\" decoding=\"async\" title=\"说明\"></p>",
    );
    becomes("![图](data:image/png,x)", "<p>图</p>");
    becomes("![图](mailto:a@b.cn)", "<p>图</p>");
    becomes("![机密](task:SECRET)", "<p>（内部）</p>");
}

#[test]
fn raw_html_is_text_unless_allowed() {
    becomes("a<b>c</b>", "<p>a&lt;b&gt;c&lt;/b&gt;</p>");
    becomes(
        "<script>x</script>",
        "<p>&lt;script&gt;x&lt;/script&gt;</p>",
    );
    let body = "# 题\n\n<p id=\"n-题\" class=\"table\" style=\"x\" onclick=\"y\">a<script>x</script><a href=\"javascript:x\">b</a>\
                <kbd>c</kbd></p>\n\n- [x] d\n";
    assert_eq!(
        sanitised(body),
        "<h2 id=\"n-题\">题</h2>\n<p>a<a>b</a><kbd>c</kbd></p>\n<ul>\n<li class=\"task done\">\
         <input type=\"checkbox\" disabled checked aria-label=\"已完成\"> d</li>\n</ul>\n"
    );
}

#[test]
fn nobody_can_borrow_what_is_ours() {
    let forged = "# 题\n\n<b own0=\"0\">x</b> o&#119;n1=\"0\" <i title='<b own1=\"0\"'>y</i> &lt;b own&#49;=\"0\"\n";
    let out = sanitised(forged);
    assert_eq!(out.matches("id=").count(), 1, "{out}");
    assert!(
        !out.contains("<b own") && out.contains("&lt;b own1="),
        "{out}"
    );
}

#[test]
fn what_is_plain_in_escaped_mode_is_the_same_when_sanitised() {
    let body = "# 题\n\n甲[^1]\n\n| a |\n|--:|\n| 1 |\n\n> [!TIP]\n> x\n\n![图](a.png 'b')\n\n```rust\nx\n```\n\n[^1]: 注\n";
    assert_eq!(sanitised(body), html(body));
}

#[test]
fn live_facts_are_filled_outside_code() {
    let fill = |live: &Live| match live {
        Live::Figure { text, .. } => {
            (*text == "count(light=\"red_x\")").then(|| "<b>3</b>".to_owned())
        }
        Live::Block { info, text, .. } => {
            (*info == "tasks").then(|| format!("<table>{text}</table>"))
        }
    };
    let style = Style {
        live: &fill,
        ..style(RawHtml::Escape)
    };
    let body = "共 {{ count(light=\"red_x\") }} 项 `{{ a }}` {{ b }}\n\n```tasks\nsort: due\n```\n";
    assert_eq!(
        render(body, &style, &resolve).html,
        "<p>共 <b>3</b> 项 <code>{{ a }}</code> {{ b }}</p>\n<table>sort: due\n</table>\n"
    );
    let seen = outline(body);
    let figures: Vec<_> = seen
        .figures
        .iter()
        .map(|(_, range)| &body[range.clone()])
        .collect();
    assert_eq!(figures, ["{{ count(light=\"red_x\") }}", "{{ b }}"]);
    assert_eq!(seen.code_blocks[0].info.as_deref(), Some("tasks"));
    assert!(body[seen.code_blocks[0].range.clone()].starts_with("```tasks"));
}

#[test]
fn the_outline_has_places_in_the_body() {
    let body = "**注意：**请看[甲**（乙）**](task:A '题')，https://a.cn/x。\n\n未写[^x]\\[^y]**“好”**![图](b.png)\n";
    let seen = outline(body);
    let links: Vec<_> = seen
        .links
        .iter()
        .map(|l| (&body[l.range.clone()], l.text.as_str()))
        .collect();
    assert_eq!(
        links,
        [
            ("[甲**（乙）**](task:A '题')", "甲（乙）"),
            ("https://a.cn/x", "https://a.cn/x"),
            ("![图](b.png)", "图"),
        ]
    );
    let undefined: Vec<_> = seen
        .undefined_footnotes
        .iter()
        .map(|(_, range)| &body[range.clone()])
        .collect();
    assert_eq!(undefined, ["[^x]"]);
}

#[test]
fn plain_text_has_lines_and_no_marks() {
    let body = "# 题\n\n**进度\n正常**，ok\ngo\n\n- 甲\n- 乙\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```tasks\nx\n```\n\n{{ n }}项\n";
    let text = plain(body, "", &resolve, &|_| "3".to_owned());
    assert_eq!(text, "题\n进度正常，ok go\n甲\n乙\na b\n1 2\n3项");
}

#[test]
fn no_character_that_html_bars_is_written() {
    becomes(
        "a\u{1}b\u{85}c\u{fffe}d\u{1ffff}",
        "<p>a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}</p>",
    );
}
