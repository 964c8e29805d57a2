//! Shares with one decimal.

use crate::derive::shares;

fn texts(counts: &[u32], sum_to_100: bool) -> Vec<String> {
    let shares = shares(counts, sum_to_100);
    shares
        .into_iter()
        .map(|share| share.map_or("—".to_owned(), |s| s.fixed(1)))
        .collect()
}

#[test]
fn rounded_one_by_one() {
    assert_eq!(
        texts(&[17, 10, 24, 9, 162], false),
        ["7.7", "4.5", "10.8", "4.1", "73.0"]
    );
    assert_eq!(texts(&[1, 1, 1], false), ["33.3", "33.3", "33.3"]);
    // 1 of 16 is 6.25: half a tenth is rounded away from zero.
    assert_eq!(texts(&[1, 15], false), ["6.3", "93.8"]);
}

#[test]
fn made_to_add_up_by_the_largest_remainder() {
    // Cut down: 7.6 4.5 10.8 4.0 72.9; lost most: 162 (0.730 of a tenth) and 17 (0.577).
    assert_eq!(
        texts(&[17, 10, 24, 9, 162], true),
        ["7.7", "4.5", "10.8", "4.0", "73.0"]
    );
    assert_eq!(texts(&[1, 1, 1], true), ["33.4", "33.3", "33.3"]);
    assert_eq!(texts(&[1, 15], true), ["6.3", "93.7"]);
    assert_eq!(texts(&[0, 4], true), ["0.0", "100.0"]);
}

#[test]
fn nothing_has_no_shares() {
    assert_eq!(texts(&[0, 0], true), ["—", "—"]);
    assert_eq!(texts(&[0, 0], false), ["—", "—"]);
    assert!(shares(&[], true).is_empty());
}
