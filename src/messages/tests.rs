//! Both languages say the same things, and values read as people write them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Arg, Catalogue, forms, ids_of, own};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::model::Language;

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

fn number(text: &str) -> Arg<'static> {
    Arg::Number(Decimal::parse(text).expect("a number in a test"))
}

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

/// `id` and `id.attribute`, each with the variables that it names.
fn outline(texts: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let mut outline: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in texts {
        let (mut message, mut part) = (String::new(), String::new());
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(id) = ids_of(line).next() {
                message = id.to_owned();
                part = message.clone();
            } else if let Some((name, _)) = line
                .strip_prefix("    .")
                .and_then(|rest| rest.split_once(" ="))
            {
                part = format!("{message}.{name}");
            }
            let named = line
                .split('$')
                .skip(1)
                .filter_map(|rest| rest.split([' ', '}']).next());
            let variables = outline.entry(part.clone()).or_default();
            variables.extend(named.map(str::to_owned));
        }
    }
    outline.remove("");
    outline
}

#[test]
fn both_languages_have_the_same_messages_parts_and_variables() {
    let (chinese, english) = (
        outline(&own(Language::Chinese)),
        outline(&own(Language::English)),
    );
    assert!(chinese.contains_key("unknown-reference.explain"));
    assert_eq!(
        chinese["unknown-reference"],
        BTreeSet::from(["id", "type"].map(str::to_owned))
    );
    for (part, variables) in &chinese {
        assert_eq!(Some(variables), english.get(part), "{part}");
    }
    assert_eq!(chinese.len(), english.len());
}

#[test]
fn what_is_explained_is_a_code() {
    let explained: BTreeSet<String> = outline(&own(Language::Chinese))
        .into_keys()
        .filter_map(|part| Some(part.strip_suffix(".explain")?.to_owned()))
        .collect();
    let codes = crate::diagnostic::codes().map(|code| code.name.to_owned());
    assert_eq!(explained, codes.collect());
}

#[test]
fn no_message_is_written_twice() {
    for language in LANGUAGES {
        let mut seen = BTreeSet::new();
        let texts = own(language).into_iter().chain([forms(language)]);
        for id in texts.flat_map(ids_of) {
            assert!(seen.insert(id), "{} {id}", language.tag());
        }
    }
}

#[test]
fn every_id_that_is_written_is_found() {
    for language in LANGUAGES {
        let catalogue = Catalogue::built_in(language);
        for id in own(language).into_iter().flat_map(ids_of) {
            assert!(catalogue.has(id), "{} {id}", language.tag());
        }
    }
}

#[test]
fn the_layout_of_long_texts_is_kept() {
    let catalogue = Catalogue::parse(
        Language::Chinese,
        &["a = 头\n    .explain =\n        一：\n\n            二\n        三\n"],
    )
    .unwrap();
    assert_eq!(
        catalogue.attribute("a", "explain", &[]).as_deref(),
        Some("一：\n\n    二\n三")
    );
}

#[test]
fn dates_read_as_people_write_them() {
    let date = Date::parse("2016-03-01").unwrap();
    let chinese = Catalogue::built_in(Language::Chinese);
    let english = Catalogue::built_in(Language::English);
    assert_eq!(chinese.long_date(date), "2016年3月1日");
    assert_eq!(english.long_date(date), "1 March 2016");
    let months: Vec<String> = (1..=12)
        .map(|month| english.long_date(Date::new(2026, month, 1).unwrap()))
        .collect();
    assert_eq!(months[4..7], ["1 May 2026", "1 June 2026", "1 July 2026"]);
    assert_eq!(months.iter().collect::<BTreeSet<_>>().len(), 12);
}

#[test]
fn a_catalogue_may_choose_its_words_by_the_day() {
    let text = "date-long = { $month ->\n    [3] March\n   *[other] month { $month }\n } { $day ->\n    [1] 1st\n   *[other] { $day }th\n }, { $year }\nsaid = on { $day }\n";
    let catalogue = Catalogue::parse(Language::English, &[text]).unwrap();
    for (iso, expected) in [
        ("2016-03-01", "March 1st, 2016"),
        ("0999-11-12", "month 11 12th, 999"),
    ] {
        let date = Date::parse(iso).unwrap();
        assert_eq!(catalogue.long_date(date), expected);
        let said = catalogue.say("said", &[("day", Arg::Date(date))]);
        assert_eq!(said, format!("on {expected}"));
    }
}

#[test]
fn values_read_as_people_write_them() {
    let text = "n = { $n }\nd = { $d }\n";
    let three = names(&["甲", "乙", "丙"]);
    for (language, list, choice) in [
        (Language::Chinese, "甲、乙、丙", "“甲”、“乙”或“丙”"),
        (Language::English, "甲, 乙 and 丙", "“甲”, “乙” or “丙”"),
    ] {
        let catalogue = Catalogue::parse(language, &[text]).unwrap();
        let said = |arg| catalogue.say("n", &[("n", arg)]);
        assert_eq!(said(Arg::List(&three)), list);
        assert_eq!(said(Arg::Choice(&three)), choice);
        assert_eq!(said(Arg::List(&three[..1])), "甲");
        assert_eq!(said(Arg::List(&[])), "");
        assert_eq!(said(Arg::Text("{ $x } \\u0041")), "{ $x } \\u0041");
        for digits in [
            "0",
            "-2.5",
            "33.3",
            "0.1",
            "1234567.89",
            "12345678901234567.89",
        ] {
            assert_eq!(said(number(digits)), digits);
        }
    }
}

#[test]
fn plurals_follow_the_value() {
    let text = "files = { $n ->\n    [0] none\n    [one] a file\n   *[other] { $n } files\n}\n";
    let catalogue = Catalogue::parse(Language::English, &[text]).unwrap();
    for (digits, said) in [
        ("0", "none"),
        ("1", "a file"),
        ("2", "2 files"),
        ("1.5", "1.5 files"),
        ("21", "21 files"),
        ("12345678901234567.89", "12345678901234567.89 files"),
    ] {
        assert_eq!(catalogue.say("files", &[("n", number(digits))]), said);
    }
}

#[test]
fn the_summary_of_a_build_reads_well() {
    let built = |language, warnings| {
        let args = [
            ("pages", number("312")),
            ("records", number("407")),
            ("errors", number("0")),
            ("warnings", number(warnings)),
            ("seconds", number("0.8")),
            ("place", Arg::Text("public/index.html")),
        ];
        Catalogue::built_in(language).say("built", &args)
    };
    assert_eq!(
        built(Language::Chinese, "2"),
        "已建成 312 页（407 条记录，0 个错误，2 条提醒），用时 0.8 秒：public/index.html"
    );
    assert_eq!(
        built(Language::English, "1"),
        "Built 312 pages (407 records, 0 errors, 1 warning) in 0.8 s: public/index.html"
    );
}

#[test]
fn a_missing_message_or_value_is_visible() {
    let catalogue =
        Catalogue::parse(Language::English, &["a = { $x }!\n    .b = { $x }\n"]).unwrap();
    assert_eq!(catalogue.say("nothing", &[]), "⟦nothing⟧");
    assert_eq!(catalogue.say("a", &[("x", Arg::Word("gone"))]), "⟦gone⟧!");
    assert_eq!(catalogue.say("a", &[]), "{$x}!");
    assert_eq!(catalogue.attribute("a", "b", &[]), None);
    assert_eq!(catalogue.attribute("a", "c", &[]), None);
    assert!(catalogue.has("a") && !catalogue.has("b"));
}

#[test]
fn later_texts_override_earlier_ones() {
    let texts = ["a = one\nb = two\n", "\u{feff}a = three\r\nc = { $x }\r\n"];
    let catalogue = Catalogue::parse(Language::English, &texts).unwrap();
    let plain: Vec<(&str, String)> = catalogue.plain_messages().collect();
    assert_eq!(plain, [("a", "three".to_owned()), ("b", "two".to_owned())]);
}

#[test]
fn what_is_wrong_with_a_text_is_placed() {
    let texts = ["a = one\n", "\u{feff}b = { $x\nc = two\n"];
    let faults = Catalogue::parse(Language::English, &texts).err().unwrap();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].text, 1);
    // The brace that has no partner is missed at the end of its line, or later.
    assert!(faults[0].start >= "\u{feff}b = { $x".len() && faults[0].end <= texts[1].len());
}

#[test]
fn a_catalogue_can_be_shared_among_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Catalogue::built_in(Language::Chinese));
}
