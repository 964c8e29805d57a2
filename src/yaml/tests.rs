//! Both readings, faults and places.

use serde::Deserialize;

use super::{Limits, Reading, Shape, read};

#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Sample {
    id: Option<String>,
    title: Option<String>,
    severity: Option<u8>,
    tags: Vec<String>,
}

#[test]
fn explore() {
    for text in [
        "id: a\n\ttitle: x\n",
        "id: a\ntags:\n\t- x\n",
        "id: a\ntags:\n  - x\n\t- y\n",
        "\tid: a\n",
        "id:\ta\n",
        "id: a\ntitle：标题\n",
        "title：标题\nid: a\n",
        "id: a\ntitle：标题\ndue: x\n",
        "title：标题\n",
        "title：标题\ndue：x\n",
        "id: a\ntitle:标题\n",
        "title:标题\nid: a\n",
        "id: a\ntitle:标题\ndue: 1\n",
        "title:标题\n",
        "id: a\ntitle: \"标题\ndue: 1\n",
        "id: a\ntitle: '标题\ndue: 1\nx: 'y'\n",
        "id: a\ntitle: \"标题\" 续\ndue: 1\n",
        "id: a\ntitle: “标题\n",
        "title: \"a\"b\"\n",
        "title: \"标题”\ndue: 2\nx: \"y\"\n",
        "id: a\n  title: b\n",
        "  id: a\ntitle: b\n",
        "id: a\ntags:\n  - a\n - b\n",
        "id: a\nx:\n    y: 1\n  z: 2\n",
        "id: a\n title: b\ndue: c\n",
        "id: a\ntags:\n  甲\n  - 乙\n",
        "tags:\n  - a\n  b\n",
        "tags:\n  - a\n  b: c\n",
        "- id: a\nid: b\n",
        "- id: a\n  title: b\n title: c\n",
        "id: a\n- b\n",
        "tags:\n  -a\n  -b\n",
        "id: a\nx: y\n  - z\n",
        "title: @甲\n",
        "title: %50\n",
        "title: `x`\n",
        "title: *甲* 乙\n",
        "title: &甲 乙\n",
        "title: !甲 乙\n",
        "title: [甲] 乙\n",
        "title: {甲} 乙\n",
        "title: > 乙\n",
        "title: | 乙\n",
        "title: , 乙\n",
        "title: ] 乙\n",
        "title: - 乙\n",
        "title: ? 乙\n",
        "title: # 乙\nx: y\n",
        "title: 【甲】乙\n",
        "title: *甲\n",
        "- *甲\n",
        "*甲: b\n",
        "@a: b\n",
        "title: ## a\n",
        "title: *重点*：乙\n",
        "title: 甲: 乙\n",
        "title: 甲: 乙: 丙\n",
        "id: a\ntitle: see a: b\n",
        "- title: a: b\n",
        "tags: ［a，b］\n",
        "tags: [a，b]\n",
        "tags: [a，b\ndue: 1\n",
        "tags: [a, b\ndue: 1\n",
        "tags: {zh：甲，en：b}\n",
        "tags: {a: b\ndue: 1\n",
        "tags: [a, b］\nx: y\n",
        "tags: 【a，b】\n",
        "tags: {a:b}\n",
        "tags: [a b: c, d]\n",
        "id: a\n---x\nb: c\n",
        "id: a\n...\nid: b\n",
        "---\nid: \"a\n---\nid: b\n",
        "id: a\0b\n",
        "id: a\nid\n",
        "id: a\n随便写的\ndue: 1\n",
        "id: a\ntext: |\n 甲\n  乙\ndue\n",
        "text: |\n  a\n b\nx: y\n",
        "text: |\n\ta\n",
        "title: \"a\\d\"\n",
        "? a\n: b\n",
        "id: a,\ntitle: b,\n",
        "a: b:\n",
        "a: 'it's'\n",
        "id: a\n = b\n",
        "id = a\ntitle = b\n",
        "title: a\n\n\n  continued: x\n",
        "　id: a\n",
        "id: a\n　title: b\n",
        "id: a\nx:\n　　- y\n",
        "id: a\ntags:\n  －甲\n",
        "id: a\ntags:\n  - a\n  － b\n",
        "id : a\n",
        "id: a #c\n#x\n",
        "title: \"a\nb: c\nd: \"e\"\n",
        "title: a\n  - b\n",
        "<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> x\n",
    ] {
        let r: Reading<Sample> = super::read(text, Shape::Records, &Limits::default());
        let mut out = String::new();
        for f in r.faults {
            out += &format!(
                "{:?} at {}«{}»{} record {:?}\n      ",
                f.kind,
                &text[..f.start],
                &text[f.start..f.end],
                &text[f.end..],
                f.record
            )
            .replace("\n", "\\n");
        }
        for e in r.entries {
            out += &format!("{e:?}; ");
        }

        println!(
            "{text:?}\n      {}",
            out.replace("Syntax { reason: \"other\", detail: ", "")
        );
    }
}

#[test]
fn bombs() {
    let t = |name: &str, text: String| {
        let now = std::time::Instant::now();
        let r = super::fast::read::<Sample>(&text, Shape::Records, &Limits::default()).is_none();
        let a = now.elapsed();
        let now = std::time::Instant::now();
        let r: Reading<Sample> = super::read_marked(&text, Shape::Records, &Limits::default());
        println!(
            "{name}: fast {a:?} marked {:?} {:?} {}",
            now.elapsed(),
            r.faults.first(),
            r.faults.len()
        );
    };
    let n = 100_000;
    t("flow list", format!("id: {}", "[".repeat(n)));
    t(
        "flow list closed",
        format!("id: {}{}", "[".repeat(n), "]".repeat(n)),
    );
    t("flow map", format!("id: {}", "{a: ".repeat(n)));
    t("block list", format!("id:\n {}", "- ".repeat(n)));
    t("block question", format!("{}", "? ".repeat(n)));
    t(
        "block map",
        (0..2000)
            .map(|i| format!("{}a:\n", " ".repeat(i)))
            .collect(),
    );
    t(
        "indent",
        (0..2000)
            .map(|i| format!("{}- \n", " ".repeat(i)))
            .collect(),
    );
    let mut laugh = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for i in 1..30 {
        laugh += &format!(
            "a{i}: &a{i} [*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0},*a{0}]\n",
            i - 1
        );
    }
    t("laugh", laugh);
    t("many docs", "---\n".repeat(n));
    t("many docs2", "---\nid: \"\n".repeat(20000));
    t("many keys", (0..n).map(|i| format!("k{i}: 1\n")).collect());
    t("dup keys", (0..n).map(|_| "id: 1\n".to_string()).collect());
    t("list of bad", (0..n).map(|_| "- 1\n".to_string()).collect());
    t("one line", "x".repeat(1_000_000));
    t(
        "anchors",
        (0..20000).map(|i| format!("- &a{i} x\n")).collect(),
    );
    t("quotes", "\"".repeat(n));
    t("colon", "a:\n".repeat(1) + &": ".repeat(n));
    t("commas", format!("[{}", ",".repeat(n)));
    t(
        "bad lines",
        (0..20000).map(|_| "- a: b: c\n".to_string()).collect(),
    );
}
