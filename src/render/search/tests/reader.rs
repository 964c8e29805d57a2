//! A reader of the files of a search, written from their description and not from what writes them.

use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Reader {
    files: BTreeMap<String, Vec<u8>>,
    index: BTreeMap<String, String>,
    width: u32,
    titles: usize,
}

impl Reader {
    pub(super) fn new(files: BTreeMap<String, Vec<u8>>) -> Reader {
        let text = String::from_utf8(files["search/index.js"].clone()).unwrap();
        let inside = text
            .strip_prefix("tongbaoSearch(\"i\",")
            .unwrap()
            .strip_suffix(");\n")
            .unwrap();
        let (version, inside) = inside.split_once(',').unwrap();
        assert_eq!(version.len(), 14);
        let mut rest = inside.strip_prefix('{').unwrap().strip_suffix('}').unwrap();
        let mut index = BTreeMap::new();
        while !rest.is_empty() {
            let (name, after) = rest.split_once(':').unwrap();
            let (value, after) = value(after);
            index.insert(name.to_owned(), value);
            rest = after.strip_prefix(',').unwrap_or(after);
        }
        let number = |name: &str| index[name].parse::<usize>().unwrap();
        Reader {
            width: number("width") as u32,
            titles: number("titles"),
            index,
            files,
        }
    }

    fn shard(&self, family: &str, name: &str) -> Vec<String> {
        let text = &self.files[&format!("search/{family}/{name}.js")];
        let text = std::str::from_utf8(text).unwrap();
        let start = format!("tongbaoSearch(\"{family}\",\"{name}\",");
        let inside = text
            .strip_prefix(&start)
            .unwrap()
            .strip_suffix(");\n")
            .unwrap();
        let mut rest = inside.strip_prefix('[').unwrap_or(inside);
        let mut all = Vec::new();
        while rest.starts_with('"') {
            let (one, after) = value(rest);
            all.push(one);
            rest = after.trim_start_matches([',', '\n']);
        }
        all
    }

    pub(super) fn shards(&self, family: &str) -> usize {
        let start = format!("search/{family}/");
        self.files
            .keys()
            .filter(|path| path.starts_with(&start))
            .count()
    }

    pub(super) fn pair(&self, one: char, two: Option<char>) -> Vec<(u32, bool)> {
        let two = two.map_or(".".to_owned(), String::from);
        self.look_up(&one.to_string(), &two)
    }

    pub(super) fn word(&self, word: &str) -> Vec<(u32, bool)> {
        self.look_up(word, ".")
    }

    /// The documents of a term, and whether it stands in a name. Only the shard that may have it is opened.
    fn look_up(&self, head: &str, second: &str) -> Vec<(u32, bool)> {
        let key = |head: &str, second: &str| {
            (
                head.to_owned(),
                if second == "." {
                    String::new()
                } else {
                    second.to_owned()
                },
            )
        };
        let bounds = self.index["bounds"].split(' ').map(|bound| {
            let (head, second) = bound.split_once(',').unwrap();
            key(head, second)
        });
        let sought = key(head, second);
        let Some(number) = bounds
            .filter(|bound| *bound <= sought)
            .count()
            .checked_sub(1)
        else {
            return Vec::new();
        };
        let text = self.shard("g", &number.to_string()).remove(0);
        for group in text.split(' ') {
            let mut entries = group.split(',');
            if entries.next() != Some(head) {
                continue;
            }
            for entry in entries {
                if let Some(lists) = entry.strip_prefix(second) {
                    return self.documents(lists);
                }
            }
        }
        Vec::new()
    }

    fn documents(&self, lists: &str) -> Vec<(u32, bool)> {
        let (all, titles) = match lists.split_once('.') {
            Some((all, "")) => (all, all),
            Some((all, titles)) => (all, titles),
            None => (lists, ""),
        };
        let titles: BTreeSet<u32> = numbers(titles, self.width).into_iter().collect();
        let all = numbers(all, self.width).into_iter();
        all.map(|number| (number, titles.contains(&number)))
            .collect()
    }

    pub(super) fn title(&self, number: usize) -> (String, String) {
        let line = &self.shard("d", &(number / self.titles).to_string())[number % self.titles];
        let mut fields = line.split('\t');
        (
            fields.next().unwrap().to_owned(),
            fields.next().unwrap().to_owned(),
        )
    }

    pub(super) fn text(&self, number: usize) -> String {
        let mut first = 0;
        for (batch, counts) in self.index["texts"].split(' ').enumerate() {
            let counts = counts.split(',').filter(|count| !count.is_empty());
            for (part, count) in counts.enumerate() {
                let count: usize = count.parse().unwrap();
                if number < first + count {
                    return self
                        .shard("t", &format!("{batch}-{part}"))
                        .swap_remove(number - first);
                }
                first += count;
            }
        }
        panic!("no text of {number}");
    }

    pub(super) fn facet(&self, name: &str) -> Vec<(String, Vec<u32>)> {
        let fields: Vec<&str> = self.index[name].split('\t').collect();
        let choices = fields.chunks(2);
        choices
            .map(|choice| (choice[0].to_owned(), numbers(choice[1], self.width)))
            .collect()
    }

    /// The documents that hold a phrase of letters: those that have every pair of it, then looked up in title and text.
    pub(super) fn phrase(&self, phrase: &str) -> Vec<u32> {
        let letters: Vec<char> = phrase.chars().collect();
        let mut found: Option<BTreeSet<u32>> = None;
        for pair in letters.windows(2) {
            let some = self.pair(pair[0], Some(pair[1])).into_iter();
            let some: BTreeSet<u32> = some.map(|(number, _)| number).collect();
            found = Some(match found {
                Some(found) => found.intersection(&some).copied().collect(),
                None => some,
            });
        }
        let holds = |number: &u32| {
            let (title, _) = self.title(*number as usize);
            let text = self.text(*number as usize);
            text.split('\t')
                .chain([title.as_str()])
                .any(|line| plain(line).contains(phrase))
        };
        found
            .unwrap_or_default()
            .into_iter()
            .filter(holds)
            .collect()
    }
}

/// A value of a script, a text or a number, and what follows it.
fn value(text: &str) -> (String, &str) {
    let Some(inside) = text.strip_prefix('"') else {
        let end = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        return (text[..end].to_owned(), &text[end..]);
    };
    let mut out = String::new();
    let mut letters = inside.char_indices();
    while let Some((at, c)) = letters.next() {
        match c {
            '"' => return (out, &inside[at + 1..]),
            '\\' => out.push(letters.next().unwrap().1),
            c => out.push(c),
        }
    }
    panic!("no end: {text}");
}

/// The numbers of a list, bit by bit.
pub(super) fn numbers(list: &str, width: u32) -> Vec<u32> {
    let digit = |c: char| match c {
        'A'..='Z' => c as u32 - 'A' as u32,
        'a'..='z' => c as u32 - 'a' as u32 + 26,
        '0'..='9' => c as u32 - '0' as u32 + 52,
        '-' => 62,
        _ => 63,
    };
    let bits: Vec<u32> = list
        .chars()
        .flat_map(|c| (0..6).rev().map(move |bit| digit(c) >> bit & 1))
        .collect();
    let number = |bits: &[u32]| bits.iter().fold(0, |sum, bit| sum * 2 + bit);
    let whole = 6 * width as usize;
    if list.is_empty() {
        return Vec::new();
    }
    if list.len() == width as usize {
        return vec![number(&bits)];
    }
    let k = number(&bits[..6]) as usize;
    let mut all = vec![number(&bits[6..6 + whole])];
    let mut rest = &bits[6 + whole..];
    loop {
        let ones = rest.iter().take(20).take_while(|bit| **bit == 1).count();
        let step = if ones == 20 {
            let step = number(&rest[20..20 + whole]);
            rest = &rest[20 + whole..];
            step
        } else if ones < rest.len() {
            let low = &rest[ones + 1..ones + 1 + k];
            rest = &rest[ones + 1 + k..];
            ((ones as u32) << k) + number(low)
        } else {
            return all;
        };
        all.push(all[all.len() - 1] + 1 + step);
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// A line without spaces, with one zero.
pub(super) fn plain(line: &str) -> String {
    line.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == '○' { '〇' } else { c })
        .collect()
}

/// Every run of two to `longest` Chinese letters of a line.
pub(super) fn phrases(line: &str, longest: usize) -> BTreeSet<String> {
    let letters: Vec<char> = plain(line).chars().collect();
    let mut all = BTreeSet::new();
    for run in letters.split(|c| !is_han(*c)) {
        for length in 2..=longest {
            all.extend(
                run.windows(length)
                    .map(|some| some.iter().collect::<String>()),
            );
        }
    }
    all
}
