//! Letters as the search compares them, one for one; `themes/default/assets/search.js` has the same tables.

/// What a letter is to the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Punctuation and signs: nothing of their own to find, but part of a phrase.
    Mark,
    Space,
    /// A letter or digit of a script that writes spaces between words.
    Word,
    /// A letter of a script that writes none, taken two by two.
    Gram,
}

/// One letter for one letter, so that places in a folded text are places in the text as it is written: full width to
/// half, capitals to small, the circles and the letter that people type to the zero of Chinese numerals, hyphens, quotation marks
/// and the brackets of documents' numbers, which are on no keyboard, to plain ones.
pub(super) fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '[' | '\u{3010}' | '\u{3014}' | '\u{fe5d}' => '(',
        ']' | '\u{3011}' | '\u{3015}' | '\u{fe5e}' => ')',
        '\0'..='\u{7f}' => c,
        '\u{a0}' | '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            let half = u32::from(c) - 0xfee0;
            char::from_u32(half).map_or(c, fold)
        }
        '\u{25cb}' | '\u{25ef}' | '零' => '〇',
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{80}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' => {
            let mut small = c.to_lowercase();
            match (small.next(), small.next()) {
                (Some(small), None) if class(small) == Class::Word => small,
                _ => c,
            }
        }
        _ => c,
    }
}

/// Of a folded letter.
pub(super) fn class(c: char) -> Class {
    match c {
        ' ' => Class::Space,
        '0'..='9' | 'a'..='z' => Class::Word,
        '\u{b5}' | '\u{d7}' | '\u{f7}' => Class::Mark,
        '\u{c0}'..='\u{2af}' | '\u{370}'..='\u{52f}' => Class::Word,
        '\u{1e00}'..='\u{1fff}' => Class::Word,
        '\u{530}'..='\u{1dff}' | '\u{2e80}'..='\u{2fdf}' => Class::Gram,
        '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3031}'..='\u{303c}' => Class::Gram,
        '\u{30fb}' => Class::Mark,
        '\u{3041}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{abff}' => Class::Gram,
        '\u{ac00}'..='\u{d7ff}' | '\u{e000}'..='\u{faff}' => Class::Gram,
        '\u{ff66}'..='\u{ffdc}' | '\u{20000}'..='\u{10ffff}' => Class::Gram,
        _ => Class::Mark,
    }
}

/// A letter as it is compared, with what it is.
fn letter(c: char) -> (char, Class) {
    match c {
        // Most letters of a Chinese text, known at once.
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{96f5}' | '\u{96f7}'..='\u{9fff}' => {
            (c, Class::Gram)
        }
        _ => {
            let c = fold(c);
            (c, class(c))
        }
    }
}

/// A line folded, without the spaces that stand beside letters of scripts that write none: `第 3 号` is `第3号`, and a
/// name of two letters that was set as wide as one of three is found.
pub(super) fn squeezed(line: &str) -> impl Iterator<Item = (char, Class)> + '_ {
    let mut chars = line.chars();
    let (mut last, mut held) = (Class::Gram, None);
    std::iter::from_fn(move || {
        if held.is_some() {
            return held.take();
        }
        let mut space = false;
        let (c, class) = loop {
            match letter(chars.next()?) {
                (_, Class::Space) => space = true,
                found => break found,
            }
        };
        let before = std::mem::replace(&mut last, class);
        if space && class != Class::Gram && before != Class::Gram {
            held = Some((c, class));
            return Some((' ', Class::Space));
        }
        Some((c, class))
    })
}

/// How many letters of a word are kept as a term.
const LONGEST: usize = 32;

/// Is told the terms of the index.
pub(super) trait Terms {
    /// Two neighbours, at least one of them a gram letter; one alone where a run ends.
    fn pair(&mut self, one: char, two: Option<char>);
    fn word(&mut self, word: &str);
}

/// Tells every term of a line.
pub(super) fn terms(line: &str, told: &mut impl Terms) {
    let mut letters = squeezed(line).peekable();
    let (mut word, mut length) = (String::new(), 0);
    while let Some((c, class)) = letters.next() {
        let next = letters.peek().copied();
        match class {
            Class::Gram => {
                let beside = next.filter(|(_, class)| matches!(class, Class::Gram | Class::Word));
                told.pair(c, beside.map(|(next, _)| next));
            }
            Class::Word => {
                if length < LONGEST {
                    word.push(c);
                }
                length += 1;
                if next.is_none_or(|(_, class)| class != Class::Word) {
                    told.word(&word);
                    word.clear();
                    length = 0;
                }
                if let Some((next, Class::Gram)) = next {
                    told.pair(c, Some(next));
                }
            }
            Class::Mark | Class::Space => {}
        }
    }
}
