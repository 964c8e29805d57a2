//! Plain words that stand for numbers and truth, by the same rules as the fast reading.

pub(super) fn truth(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// `12`, `-3`, `+3`, `0x1f`, `0o17`, `0b11`; not `007`, which is a number of something.
pub(super) fn integer(text: &str) -> Option<i128> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ if digits.len() > 1 && digits.starts_with('0') => return None,
        _ => (10, digits),
    };
    if !digits.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let number = i128::from_str_radix(digits, radix).ok()?;
    Some(if negative { -number } else { number })
}

pub(super) fn float(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let infinite = matches!(unsigned, ".inf" | ".Inf" | ".INF");
    match text {
        ".nan" | ".NaN" | ".NAN" => Some(f64::NAN),
        _ if infinite && text.starts_with('-') => Some(f64::NEG_INFINITY),
        _ if infinite => Some(f64::INFINITY),
        _ if unsigned.starts_with(['-', '+']) => None,
        _ => text.parse().ok().filter(|number: &f64| number.is_finite()),
    }
}
