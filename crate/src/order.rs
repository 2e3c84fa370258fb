//! One stable sort for everything: the library's own is compiled anew for each type, 15 KB (brotli) of the wasm in all.

use std::cmp::Ordering;

/// Sorts by a key, stably; in n log n steps.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts as `compare` tells, stably; in n log n steps.
pub fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    if items.windows(2).all(|pair| compare(&pair[0], &pair[1]).is_le()) {
        return;
    }
    let order = merged(items.len() as u32, &|one, other| compare(&items[one as usize], &items[other as usize]).is_le());
    let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| taken[at as usize].take()));
}

/// The places `0..count` in order: runs of growing length are merged.
fn merged(count: u32, comes_first: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count).collect();
    let mut spare = order.clone();
    let mut run = 1;
    while run < order.len() {
        for (from, into) in order.chunks(run * 2).zip(spare.chunks_mut(run * 2)) {
            let (mut left, mut right) = from.split_at(run.min(from.len()));
            for slot in into {
                let take_left = match (left.first(), right.first()) {
                    (Some(one), Some(other)) => comes_first(*one, *other),
                    (one, _) => one.is_some(),
                };
                let side = if take_left { &mut left } else { &mut right };
                if let Some((first, rest)) = side.split_first() {
                    *slot = *first;
                    *side = rest;
                }
            }
        }
        std::mem::swap(&mut order, &mut spare);
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn as_the_library_sorts(items in proptest::collection::vec((0..20u8, proptest::num::u16::ANY), 0..200)) {
            let mut ours = items.clone();
            by_key(&mut ours, |(key, _)| *key);
            let mut theirs = items;
            theirs.sort_by_key(|(key, _)| *key);
            proptest::prop_assert_eq!(ours, theirs);
        }
    }
}
