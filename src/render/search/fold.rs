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

/// A line folded, without the spaces that stand beside letters of scripts that write none: `第 3 号` is `第3号`, and a
/// name of two letters that was set as wide as one of three is found.
pub(super) fn squeezed(line: &str) -> Vec<(char, Class)> {
    let mut letters: Vec<(char, Class)> = Vec::with_capacity(line.len() / 2);
    let mut space = false;
    for c in line.chars() {
        let c = fold(c);
        let class = class(c);
        if class == Class::Space {
            space = true;
            continue;
        }
        if space && class != Class::Gram {
            let last = letters.last();
            let beside = last.is_none_or(|(_, last)| *last == Class::Gram);
            if !beside {
                letters.push((' ', Class::Space));
            }
        }
        space = false;
        letters.push((c, class));
    }
    letters
}

/// How many letters of a word are kept as a term.
const LONGEST: usize = 32;

/// A term of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// Two neighbours, at least one of them a gram letter; one alone where a run ends.
    Pair(char, Option<char>),
    Word(String),
}

/// Every term of a line.
pub(super) fn terms(line: &str, found: &mut dyn FnMut(Term)) {
    let letters = squeezed(line);
    let (mut word, mut length) = (String::new(), 0);
    for (place, (c, class)) in letters.iter().copied().enumerate() {
        let next = letters.get(place + 1).copied();
        match class {
            Class::Gram => {
                let beside = next.filter(|(_, class)| matches!(class, Class::Gram | Class::Word));
                found(Term::Pair(c, beside.map(|(next, _)| next)));
            }
            Class::Word => {
                if length < LONGEST {
                    word.push(c);
                }
                length += 1;
                if next.is_none_or(|(_, class)| class != Class::Word) {
                    found(Term::Word(std::mem::take(&mut word)));
                    length = 0;
                }
                if let Some((next, Class::Gram)) = next {
                    found(Term::Pair(c, Some(next)));
                }
            }
            Class::Mark | Class::Space => {}
        }
    }
}
