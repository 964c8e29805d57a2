//! Cycles among references of one type, each found once and named whole.

/// Every cycle of a graph given as the targets of each node; a cycle starts at its smallest node.
pub(super) fn cycles(targets: &[Vec<usize>]) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; targets.len()];
    let mut found: Vec<Vec<usize>> = Vec::new();
    for start in 0..targets.len() {
        if marks[start] != Mark::New {
            continue;
        }
        // (node, how many of its targets were looked at): a stack of our own, since chains may be long.
        let mut way = vec![(start, 0)];
        marks[start] = Mark::Open;
        while let Some((node, next)) = way.last_mut() {
            let Some(target) = targets[*node].get(*next).copied() else {
                marks[*node] = Mark::Done;
                way.pop();
                continue;
            };
            *next += 1;
            match marks[target] {
                Mark::New => {
                    marks[target] = Mark::Open;
                    way.push((target, 0));
                }
                Mark::Open => {
                    let from = way.iter().position(|(node, _)| *node == target);
                    let from = from.expect("invariant: an open node is on the way");
                    found.push(turned(way[from..].iter().map(|(node, _)| *node).collect()));
                }
                Mark::Done => {}
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The same cycle, from its smallest node on.
fn turned(mut cycle: Vec<usize>) -> Vec<usize> {
    let smallest = cycle
        .iter()
        .enumerate()
        .min_by_key(|(_, node)| **node)
        .map_or(0, |(place, _)| place);
    cycle.rotate_left(smallest);
    cycle
}

#[cfg(test)]
mod tests {
    use super::cycles;

    #[test]
    fn each_cycle_is_found_once() {
        assert_eq!(
            cycles(&[vec![1], vec![2], vec![0], vec![0]]),
            [vec![0, 1, 2]]
        );
        assert_eq!(cycles(&[vec![0]]), [vec![0]]);
        assert_eq!(
            cycles(&[vec![1, 2], vec![0], vec![0]]),
            [vec![0, 1], vec![0, 2]]
        );
        assert!(cycles(&[vec![1, 2], vec![2], vec![]]).is_empty());
    }

    #[test]
    fn a_long_chain_is_no_matter() {
        let chain: Vec<Vec<usize>> = (1..=200_000).map(|next| vec![next % 200_000]).collect();
        assert_eq!(cycles(&chain).len(), 1);
    }
}
