//! Reads Rust just far enough to see which paths a file names; what is compiled for tests alone is left out.

use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Word(String),
    /// `::`
    Step,
    Mark(char),
    /// A text, a character or a lifetime: nothing that names a path.
    Other,
}

/// What a file says when it is shipped.
pub(super) struct Shipped {
    pub(super) tokens: Vec<Token>,
    /// Modules declared for tests alone.
    pub(super) test_modules: BTreeSet<String>,
}

pub(super) fn shipped(text: &str) -> Shipped {
    let all = tokens(text);
    let mut kept = Vec::new();
    let mut test_modules = BTreeSet::new();
    let mut at = 0;
    while at < all.len() {
        if !is_test_gate(&all[at..]) {
            kept.push(all[at].clone());
            at += 1;
            continue;
        }
        let end = end_of_item(&all, at + GATE.len());
        let item = &all[at + GATE.len()..end];
        if let Some(name) = declared_module(item) {
            test_modules.insert(name);
        }
        at = end;
    }
    Shipped {
        tokens: kept,
        test_modules,
    }
}

/// Every path that is named, `use` trees spread out into one path for each leaf.
pub(super) fn paths(tokens: &[Token]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            Token::Word(word) if word == "use" => {
                at = spread(tokens, at + 1, &[], &mut found);
            }
            Token::Word(word) => {
                let mut path = vec![word.clone()];
                at += 1;
                while let [Token::Step, Token::Word(next), ..] = &tokens[at..] {
                    path.push(next.clone());
                    at += 2;
                }
                found.push(path);
            }
            _ => at += 1,
        }
    }
    found
}

/// Macros that are called, by name.
pub(super) fn macros(tokens: &[Token]) -> BTreeSet<String> {
    tokens
        .windows(3)
        .filter_map(|three| match three {
            [
                Token::Word(name),
                Token::Mark('!'),
                Token::Mark('(' | '[' | '{'),
            ] => Some(name.clone()),
            _ => None,
        })
        .collect()
}

/// How many `allow` attributes stand there without a reason.
pub(super) fn allows_without_reason(tokens: &[Token]) -> usize {
    let opens = |at: usize| {
        matches!(&tokens[at..], [Token::Word(word), Token::Mark('('), ..] if word == "allow")
            && at > 0
            && matches!(tokens[at - 1], Token::Mark('[') | Token::Mark(','))
    };
    (0..tokens.len())
        .filter(|at| opens(*at))
        .filter(|at| {
            let inside = tokens[*at..]
                .iter()
                .take_while(|token| **token != Token::Mark(')'));
            !inside
                .into_iter()
                .any(|token| *token == Token::Word("reason".to_owned()))
        })
        .count()
}

/// One `use` tree from `at`; gives the place after it.
fn spread(
    tokens: &[Token],
    mut at: usize,
    before: &[String],
    found: &mut Vec<Vec<String>>,
) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) if word == "as" => at += 2,
            Some(Token::Word(word)) => {
                path.push(word.clone());
                at += 1;
            }
            Some(Token::Step) => at += 1,
            Some(Token::Mark('*')) => {
                path.push("*".to_owned());
                at += 1;
            }
            Some(Token::Mark('{')) => {
                at += 1;
                while !matches!(tokens.get(at), Some(Token::Mark('}')) | None) {
                    at = spread(tokens, at, &path, found);
                    if tokens.get(at) == Some(&Token::Mark(',')) {
                        at += 1;
                    }
                }
                return at + 1;
            }
            _ => {
                if path.len() > before.len() {
                    found.push(path);
                }
                return at;
            }
        }
    }
}

/// `#[cfg(test)]`
const GATE: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

fn is_test_gate(tokens: &[Token]) -> bool {
    tokens.len() >= GATE.len()
        && GATE.iter().zip(tokens).all(|(part, token)| match token {
            Token::Word(word) => word == part,
            Token::Mark(mark) => part.len() == 1 && part.starts_with(*mark),
            _ => false,
        })
}

/// The place after the item that begins at `at`: after its `;`, or after the bracket that closes its body.
fn end_of_item(tokens: &[Token], mut at: usize) -> usize {
    let mut depth = 0usize;
    while at < tokens.len() {
        match tokens[at] {
            Token::Mark('{' | '(' | '[') => depth += 1,
            Token::Mark(mark @ ('}' | ')' | ']')) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && mark == '}' {
                    return at + 1;
                }
            }
            Token::Mark(';') if depth == 0 => return at + 1,
            _ => {}
        }
        at += 1;
    }
    at
}

fn declared_module(item: &[Token]) -> Option<String> {
    match item {
        [.., Token::Word(word), Token::Word(name), Token::Mark(';')] if word == "mod" => {
            Some(name.clone())
        }
        _ => None,
    }
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let characters: Vec<char> = text.chars().collect();
    let mut all = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let rest = &characters[at..];
        at += match rest {
            ['/', '/', ..] => until_line_end(rest),
            ['/', '*', ..] => comment(rest),
            ['"', ..] => {
                let length = quoted(rest);
                // A path inside an attribute's text, as serde takes them.
                let inside: String = rest[1..length - 1].iter().collect();
                if inside.starts_with("crate::") {
                    all.extend(tokens(&inside));
                } else {
                    all.push(Token::Other);
                }
                length
            }
            ['\'', ..] => {
                all.push(Token::Other);
                character_or_lifetime(rest)
            }
            [':', ':', ..] => {
                all.push(Token::Step);
                2
            }
            [first, ..] if first.is_alphanumeric() || *first == '_' => match raw(rest) {
                Some(length) => {
                    all.push(Token::Other);
                    length
                }
                None => {
                    let word: String = rest
                        .iter()
                        .take_while(|c| c.is_alphanumeric() || **c == '_')
                        .collect();
                    let length = word.chars().count();
                    all.push(Token::Word(word));
                    length
                }
            },
            [first, ..] => {
                if !first.is_whitespace() {
                    all.push(Token::Mark(*first));
                }
                1
            }
            [] => break,
        };
    }
    all
}

fn until_line_end(rest: &[char]) -> usize {
    rest.iter().position(|c| *c == '\n').unwrap_or(rest.len())
}

fn comment(rest: &[char]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest[at..] {
            ['/', '*', ..] => {
                depth += 1;
                at += 2;
            }
            ['*', '/', ..] => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    at
}

fn quoted(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    panic!("a text that is never closed");
}

fn character_or_lifetime(rest: &[char]) -> usize {
    match rest {
        ['\'', '\\', _, tail @ ..] => {
            let close = tail.iter().position(|c| *c == '\'');
            3 + close.expect("a character that is closed") + 1
        }
        ['\'', _, '\'', ..] => 3,
        _ => {
            let name = rest[1..]
                .iter()
                .take_while(|c| c.is_alphanumeric() || **c == '_');
            1 + name.count()
        }
    }
}

/// The length of a raw text (`r"…"`, `br#"…"#`), or none where a word stands.
fn raw(rest: &[char]) -> Option<usize> {
    let letters = rest
        .iter()
        .take_while(|c| matches!(c, 'b' | 'c' | 'r'))
        .count();
    if letters == 0 || letters > 2 || rest[letters - 1] != 'r' {
        return None;
    }
    let hashes = rest[letters..].iter().take_while(|c| **c == '#').count();
    let open = letters + hashes;
    if rest.get(open) != Some(&'"') {
        return None;
    }
    let closes = |at: &usize| {
        rest[*at] == '"'
            && rest[at + 1..].len() >= hashes
            && rest[at + 1..at + 1 + hashes].iter().all(|c| *c == '#')
    };
    let close = (open + 1..rest.len()).find(closes);
    Some(close.expect("a raw text that is closed") + hashes + 1)
}
