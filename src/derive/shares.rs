//! Shares of a whole with one decimal, optionally made to add up.

use crate::decimal::Decimal;

use super::report::ProblemRollUp;

/// Each count as a percentage of all, with one decimal; all none when there is nothing to share.
///
/// Rounded one by one the shares may miss 100.0 by a few tenths. To make them add up, every share is cut down to a
/// tenth and the tenths that are left go to those that lost most, the earlier one where two lost the same.
pub(crate) fn shares(counts: &[u32], sum_to_100: bool) -> Vec<Option<Decimal>> {
    let total: u64 = counts.iter().copied().map(u64::from).sum();
    if total == 0 {
        return vec![None; counts.len()];
    }
    let thousandfold = counts.iter().map(|count| u64::from(*count) * 1000);
    if !sum_to_100 {
        // Half a tenth is rounded up.
        return thousandfold
            .map(|n| Some(tenths((2 * n + total) / (2 * total))))
            .collect();
    }
    let mut whole: Vec<u64> = thousandfold.clone().map(|n| n / total).collect();
    let lost: Vec<u64> = thousandfold.map(|n| n % total).collect();
    let mut by_loss: Vec<usize> = (0..counts.len()).collect();
    by_loss.sort_by_key(|place| std::cmp::Reverse(lost[*place]));
    let left = usize::try_from(1000 - whole.iter().sum::<u64>()).unwrap_or(0);
    for place in by_loss.into_iter().take(left) {
        whole[place] += 1;
    }
    whole.into_iter().map(|n| Some(tenths(n))).collect()
}

fn tenths(count: u64) -> Decimal {
    let count = Decimal::from_whole(i64::try_from(count).unwrap_or(i64::MAX));
    let tenth = count.over(Decimal::from_whole(10));
    tenth.expect("invariant: ten is not zero")
}

impl ProblemRollUp {
    /// Each state's share of all problems, with one decimal, in the order of `ProblemState::ALL`; none: nothing is counted.
    pub(crate) fn state_shares(&self, add_up: bool) -> Vec<Option<Decimal>> {
        shares(&self.by_state, add_up)
    }
}
