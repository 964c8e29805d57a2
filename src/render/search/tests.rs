//! What is written can be read: by the vectors that the script is tested with too, and by a reader of the files of its own.

mod reader;

use proptest::prelude::{Strategy, any, prop, prop_assert, proptest};

use super::fold::{Class, Terms, class, fold, squeezed, terms};
use super::text::{lines, texts};
use super::{Note, Reading, Sheet, Standing, list, put, shards};
use crate::digest::Digest;
use crate::messages::Catalogue;
use crate::model::Language;
use crate::output::{Memory, Sink, Site};
use crate::site::{Entry, Words};
use reader::Reader;

#[test]
fn the_vectors_hold() {
    let text = include_str!("../../../tests/fixtures/search/vectors.json");
    let vectors: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
    assert!(vectors.len() > 10);
    for vector in &vectors {
        let text = vector["text"].as_str().unwrap();
        let plain: String = squeezed(text).map(|(c, _)| c).collect();
        assert_eq!(plain, vector["squeezed"].as_str().unwrap(), "{text}");
        let mut found = Found(Vec::new());
        terms(text, &mut found);
        assert_eq!(serde_json::json!(found.0), vector["terms"], "{text}");
    }
}

/// Terms as the vectors write them.
struct Found(Vec<Vec<String>>);

impl Terms for Found {
    fn pair(&mut self, one: char, two: Option<char>) {
        let two = two.map(String::from).unwrap_or_default();
        self.0.push(vec![one.to_string(), two]);
    }

    fn word(&mut self, word: &str) {
        self.0.push(vec![word.to_owned()]);
    }
}

#[test]
fn a_letter_that_is_known_at_once_is_what_the_tables_say() {
    for c in ('\0'..=char::MAX).filter(|c| !c.is_whitespace()) {
        let folded = fold(c);
        let told: Vec<_> = squeezed(&c.to_string()).collect();
        match class(folded) {
            Class::Space => assert!(told.is_empty(), "{c:?}"),
            class => assert_eq!(told, [(folded, class)], "{c:?}"),
        }
    }
}

#[test]
fn spaces_and_letters_without_width_are_told_from_those_that_begin_like_them() {
    let line = "〇㐀，\u{3000}、\u{1680}ー\u{feff}ﬀ\u{200b}—\u{a0}·\u{ad}é";
    assert_eq!(read(&format!("<p>{line}</p>")), ["〇㐀， 、 ーﬀ— ·é"]);
}

#[test]
fn a_text_is_quoted_so_that_a_script_can_be_read() {
    let mut texts = shards::Texts::new("0-0");
    texts.add("—\u{2028}“a\"\\\u{2029}\n\t”");
    texts.add("");
    let file = String::from_utf8(texts.finish()).unwrap();
    assert_eq!(
        file,
        "tongbaoSearch(\"t\",\"0-0\",[\"—\\u2028“a\\\"\\\\\\u2029\\n\t”\",\n\"\"]);\n"
    );
}

fn page(main: &str) -> String {
    format!(
        "<html><body><h1>站</h1><main id=\"main\">{main}</main><footer>脚</footer></body></html>"
    )
}

fn read(main: &str) -> Vec<String> {
    let all = texts(&page(main), &[]);
    lines(&all[0]).map(str::to_owned).collect()
}

#[test]
fn a_text_is_what_is_read_on_the_page() {
    for (main, expected) in [
        (
            "<h1>题</h1><p>甲<b>乙</b>丙</p><p>丁</p>",
            &["甲乙丙", "丁"][..],
        ),
        (
            "<p>&lt;人民路&gt; &amp; 5&#x2F;6&#39;&nbsp;A&copy;</p>",
            &["<人民路> & 5/6' A&copy;"],
        ),
        ("<dl><dt>牵头</dt><dd>市局</dd></dl>", &["市局"]),
        ("<p>上<br>下</p>", &["上", "下"]),
        (
            "<p>软\u{ad}连\u{200b}字  \n 两\u{3000}格</p>",
            &["软连字 两 格"],
        ),
        (
            "<p title=\"not hidden here\">露</p><nav><a>去处</a></nav><svg><text>图</text></svg><p hidden>藏</p><p>见</p>",
            &["露", "见"],
        ),
        ("<span aria-hidden=\"true\">▲</span><p>好转</p>", &["好转"]),
        (
            "<p>正文<sup class=\"footnote-ref\" id=\"r\"><a href=\"#f\">1</a></sup>。</p>",
            &["正文。"],
        ),
        (
            "<p>图 <img src=\"a.svg\" alt=\"桥的图\"> 下</p>",
            &["图 桥的图 下"],
        ),
        (
            "<div data-search=\"skip\"><table><tr><td>别人的</td></tr></table></div><p>自己的</p>",
            &["自己的"],
        ),
        (
            "<div class=\"body\"><div data-search=\"skip\"><table><tr><th>表头</th><td>一</td><td>二</td></tr></table></div></div>",
            &["表头", "一", "二"],
        ),
        (
            "<div class=\"body\"><figure class=\"chart picture\"><svg><desc>述</desc></svg><figcaption><p>述</p><ul class=\"legend\"><li>例</li></ul></figcaption></figure><figure class=\"photos\"><figcaption>桥头</figcaption></figure></div><ul class=\"legend timeline-legend\"><li>例</li></ul>",
            &["桥头"],
        ),
        ("<!-- <p>注</p> --><p title=\"a > b\">文</p>", &["文"]),
        ("没有标记", &["没有标记"]),
    ] {
        assert_eq!(read(main), expected, "{main}");
    }
}

#[test]
fn a_page_without_a_main_part_has_no_text() {
    assert_eq!(texts("<p>甲</p>", &["a".to_owned()]), ["", ""]);
    assert_eq!(texts("</main><main", &[]), [""]);
}

#[test]
fn lines_know_what_they_stand_under_and_parts_stand_alone() {
    let main = "<p>前</p><h2 id=\"一\">一</h2><p>甲</p><div id=\"d-1\"><p>议定</p><p>再议</p></div><p>乙</p>";
    let all = texts(&page(main), &["d-1".to_owned()]);
    assert_eq!(all, ["前\t\t一\t一\t甲\t乙", "\td-1\t议定\t再议"]);
    assert_eq!(lines(&all[0]).collect::<Vec<_>>(), ["前", "一", "甲", "乙"]);
    assert_eq!(lines(&all[1]).collect::<Vec<_>>(), ["议定", "再议"]);
    let main = "<div id=\"a\"><p>甲</p></div><p>乙</p>";
    assert_eq!(texts(&page(main), &[]), ["\ta\t甲\t\t\t乙"]);
    assert_eq!(read(main), ["甲", "乙"]);
}

/// Documents of a title and some lines, a batch of pages each.
type Batches = [Vec<(String, Vec<String>)>];

/// Puts them and reads the files.
fn written(batches: &Batches) -> Reader {
    Reader::new(over(batches, None).0.files)
}

/// Puts them over what was put before: pages that stand there are not read. Tells what was noted.
fn over(batches: &Batches, before: Option<&(Site, Note)>) -> (Site, Note) {
    let sink = Memory::over(before.map(|(site, _)| site.clone()));
    let standing = before.and_then(|(_, note)| Standing::read(note.clone(), &sink).unwrap());
    assert_eq!(standing.is_some(), before.is_some());
    let made = batches.iter().enumerate().map(|(number, pages)| {
        let texts = standing
            .as_ref()
            .and_then(|standing| standing.texts(number));
        let mut reading = Reading::new(number, (&sink, &|_| Ok(None)), texts);
        for (place, (title, lines)) in pages.iter().enumerate() {
            let lines: Vec<String> = lines
                .iter()
                .map(|line| format!("<p>{}</p>", escaped(line)))
                .collect();
            let html = page(&lines.concat());
            let route = format!("tasks/{number}-{place}.html");
            let stays = sink.last(&route).unwrap().as_deref() == Some(html.as_bytes());
            if !(stays && sink.keep(&[&route]).unwrap()) {
                sink.put(&route, html.as_bytes()).unwrap();
            }
            let entry = Entry {
                kind: "task",
                ..Entry::default()
            };
            let sheet = Sheet {
                title: title.clone(),
                route,
                entries: vec![entry],
                of: Some(Digest::of(format!("{title}\0{html}").as_bytes())),
            };
            reading.page(sheet, (!stays).then_some(&html)).unwrap();
        }
        reading.finish().unwrap()
    });
    let made = made.collect();
    let catalogue = Catalogue::parse(Language::Chinese, &["word-task = 任务\n"]).unwrap();
    let words = Words::new(Language::Chinese, &catalogue);
    let offered = (&[Vec::new(), Vec::new()], &words);
    let note = put(made, standing, offered, &sink).unwrap().note;
    (sink.into_site().0, note)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn one(title: &str, lines: &[&str]) -> (String, Vec<String>) {
    (
        title.to_owned(),
        lines.iter().map(|line| (*line).to_owned()).collect(),
    )
}

#[test]
fn terms_titles_and_texts_come_back() {
    let reader = written(&[
        vec![
            one("修路", &["国道G303线", "修桥\\补\"路\""]),
            one("修桥", &["按期"]),
        ],
        vec![],
        vec![one("Report", &["the bridge 修路"])],
    ]);
    assert_eq!(reader.pair('修', Some('路')), [(0, true), (2, false)]);
    assert_eq!(reader.pair('修', Some('桥')), [(0, false), (1, true)]);
    assert_eq!(reader.pair('路', None), [(0, true), (2, false)]);
    assert_eq!(reader.pair('3', Some('线')), [(0, false)]);
    assert_eq!(reader.word("report"), [(2, true)]);
    assert_eq!(reader.word("g303"), [(0, false)]);
    assert!(reader.word("g30").is_empty());
    assert_eq!(
        reader.title(2),
        ("Report".to_owned(), "tasks/2-0.html".to_owned())
    );
    assert_eq!(reader.text(0), "国道G303线\t修桥\\补\"路\"");
    assert_eq!(reader.text(2), "the bridge 修路");
    assert_eq!(reader.facet("kinds"), [("任务".to_owned(), vec![0, 1, 2])]);
}

#[test]
fn many_documents_take_several_shards_of_each_family() {
    let letters: Vec<char> = ('\u{4e00}'..='\u{4fff}').collect();
    let batches: Vec<Vec<(String, Vec<String>)>> = (0..6)
        .map(|batch| {
            let page = |place: usize| {
                let from = (batch * 37 + place * 11) % 300;
                let line: String = letters[from..from + 200].iter().collect();
                (format!("题{batch}{place}"), vec![line; 20])
            };
            (0..24).map(page).collect()
        })
        .collect();
    let reader = written(&batches);
    for family in ["g", "d", "t"] {
        assert!(reader.shards(family) > 1, "{family}");
    }
    // The sixth and the seventh letter of the document that starts at 11 stand in every one that starts at or before 5, or ends later.
    for (at, pair) in letters.windows(2).enumerate().take(480) {
        let starts = (0..144).map(|n| (n / 24 * 37 + n % 24 * 11) % 300);
        let expected = (0..)
            .zip(starts)
            .filter(|(_, from)| *from <= at && at + 1 < from + 200);
        let expected: Vec<(u32, bool)> = expected.map(|(n, _)| (n, false)).collect();
        assert_eq!(reader.pair(pair[0], Some(pair[1])), expected, "{at}");
    }
}

#[test]
fn what_is_no_list_is_not_read() {
    for text in ["", "A", "AA!", "一二", "A\u{e9}A"] {
        assert_eq!(list::read(text, 2), None, "{text}");
    }
}

#[test]
fn an_index_that_is_not_there_as_it_was_left_is_not_taken() {
    let (site, note) = over(&[vec![one("修路", &["修桥"])]], None);
    let sink = |shard: Option<&str>| {
        let mut before = site.clone();
        let old = before.files.remove("search/g/0.js").unwrap();
        let old = String::from_utf8(old).unwrap();
        let changed = shard.map(|shard| old.replace(",桥A", shard).into_bytes());
        before
            .files
            .extend(changed.map(|new| ("search/g/0.js".to_owned(), new)));
        Memory::over(Some(before))
    };
    let is_read = |shard| {
        Standing::read(note.clone(), &sink(shard))
            .unwrap()
            .is_some()
    };
    assert!(is_read(Some(",桥A")));
    for shard in [
        None,
        Some(",桥"),
        Some(",桥!"),
        Some(",桥A\\\""),
        Some(",桥A\");"),
    ] {
        assert!(!is_read(shard), "{shard:?}");
    }
}

fn han() -> impl Strategy<Value = char> {
    let common = prop::sample::select(
        "市县区城建设管理攻坚提档升级〇○"
            .chars()
            .collect::<Vec<char>>(),
    );
    prop::strategy::Union::new(vec![
        common.boxed(),
        prop::char::range('\u{4e00}', '\u{4e30}').boxed(),
        prop::char::range('\u{20000}', '\u{20008}').boxed(),
        prop::char::range('\u{3400}', '\u{3408}').boxed(),
    ])
}

fn line() -> impl Strategy<Value = String> {
    let run =
        prop::collection::vec(han(), 1..8).prop_map(|run| run.into_iter().collect::<String>());
    let other = prop::sample::select(vec![
        "，", " ", "2026", "G303", "ab ", "〔", "。", "　", "-", "\"", "&", "<b",
    ]);
    let piece = (run, other).prop_map(|(run, other)| run + other);
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn lists_come_back(numbers in prop::collection::btree_set(0_u32..5000, 1..300), wide in any::<bool>()) {
        let numbers: Vec<u32> = numbers.into_iter().collect();
        let width = list::width(if wide { 300_000 } else { 5000 });
        let text = list::written(&numbers, width);
        prop_assert!(reader::numbers(&text, width) == numbers);
        prop_assert!(list::read(&text, width) == Some(numbers));
    }

    #[test]
    fn every_phrase_of_letters_is_found(documents in prop::collection::vec((line(), prop::collection::vec(line(), 0..4)), 1..9), cut in 1_usize..4) {
        let batches: Vec<Vec<(String, Vec<String>)>> = documents.chunks(cut).map(<[_]>::to_vec).collect();
        let reader = written(&batches);
        for (number, (title, lines)) in (0..).zip(&documents) {
            for line in lines.iter().chain([title]) {
                for phrase in reader::phrases(line, 5) {
                    let found = reader.phrase(&phrase);
                    prop_assert!(found.contains(&number), "{phrase} of {line}: {found:?}");
                    for other in found {
                        let (title, lines) = &documents[other as usize];
                        let holds = lines.iter().chain([title]).any(|line| reader::plain(line).contains(&phrase));
                        prop_assert!(holds, "{phrase} in {other}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_index_that_is_read_back_is_the_one_made_of_all(
        before in prop::collection::vec(batch(), 0..5),
        then in prop::collection::vec(prop::option::of(batch()), 0..5),
    ) {
        // A batch is as it was before, or another one.
        let none = Vec::new();
        let old = before.iter().chain(std::iter::repeat(&none));
        let now = then.into_iter().zip(old).map(|(new, old)| new.unwrap_or_else(|| old.clone()));
        let now: Vec<Vec<(String, Vec<String>)>> = now.collect();
        let stands = over(&before, None);
        prop_assert!(over(&now, Some(&stands)) == over(&now, None));
    }
}

fn batch() -> impl Strategy<Value = Vec<(String, Vec<String>)>> {
    prop::collection::vec((line(), prop::collection::vec(line(), 0..4)), 0..4)
}
