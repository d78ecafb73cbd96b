//! Sorts of a few hundred bytes each.

use std::cmp::Ordering;

/// Sorts in place; equal items in any order. A heap sort: n log n at worst, without a buffer.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let count = items.len();
    // The first half of the rounds makes the heap, the second takes the greatest off it, one by one.
    for round in (1..count + count / 2).rev() {
        let (mut root, end) = if round >= count { (round - count, count) } else { (0, round) };
        if round < count {
            items.swap(0, round);
        }
        loop {
            let mut child = 2 * root + 1;
            if child >= end {
                break;
            }
            if child + 1 < end && compare(&items[child], &items[child + 1]) == Ordering::Less {
                child += 1;
            }
            if compare(&items[root], &items[child]) != Ordering::Less {
                break;
            }
            items.swap(root, child);
            root = child;
        }
    }
}

/// The order in which items stand when they are sorted, by their places; equal ones keep theirs. A merge sort: half the
/// comparisons of a heap sort, and none too many where they are sorted already. One for all types.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = order.clone();
    let mut width = 1;
    while width < count {
        for start in (0..count).step_by(2 * width) {
            let (middle, end) = ((start + width).min(count), (start + 2 * width).min(count));
            let (mut left, mut right) = (start, middle);
            let greater = |left: usize, right: usize| compare(order[left], order[right]) == Ordering::Greater;
            let sorted = middle == end || !greater(middle - 1, middle);
            for place in &mut merged[start..end] {
                let from_left = left < middle && (sorted || right == end || !greater(left, right));
                let next = if from_left { &mut left } else { &mut right };
                *place = order[*next];
                *next += 1;
            }
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

/// Sorts a short list in place and keeps the order of equal items. Quick where little is out of order; n² at worst.
pub fn insertion_sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && compare(&items[at - 1], &items[at]) == Ordering::Greater {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Map, Set};
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in prop::collection::vec((0_u8..20, 0_u32..1_000), 0..200)) {
            let mut expected = items.clone();
            expected.sort();
            let mut sorted = items.clone();
            sort_by(&mut sorted, Ord::cmp);
            prop_assert_eq!(&sorted, &expected);
            let mut stable = items.clone();
            insertion_sort_by(&mut stable, |a, b| a.0.cmp(&b.0));
            let by_place = order(items.len(), &|a, b| items[a].0.cmp(&items[b].0));
            let ordered: Vec<_> = by_place.into_iter().map(|at| items[at]).collect();
            let mut expected = items;
            expected.sort_by_key(|item| item.0);
            prop_assert_eq!(&stable, &expected);
            prop_assert_eq!(ordered, expected);
        }

        #[test]
        fn maps_and_sets_are_those_of_the_standard_library(
            acts in prop::collection::vec((0_u8..3, 0_u16..40, 0_u8..9), 0..120),
        ) {
            let (mut map, mut model) = (Map::new(), BTreeMap::new());
            let (mut set, mut set_model) = (Set::new(), BTreeSet::new());
            let unsorted: Vec<(u16, u8)> = acts.iter().map(|&(_, key, value)| (key, value)).collect();
            for (act, key, value) in acts {
                if act == 0 {
                    prop_assert_eq!(map.remove(&key), model.remove(&key));
                    prop_assert_eq!(set.remove(&key), set_model.remove(&key));
                } else {
                    prop_assert_eq!(map.insert(key, value), model.insert(key, value));
                    prop_assert_eq!(set.insert(key), set_model.insert(key));
                }
                prop_assert_eq!(map.get(&key), model.get(&key));
                prop_assert_eq!(set.contains(&key), set_model.contains(&key));
            }
            prop_assert!(map.iter().eq(model.iter()));
            let again: Map<_, _> = unsorted.iter().copied().collect();
            prop_assert!(again.iter().eq(unsorted.into_iter().collect::<BTreeMap<_, _>>().iter()));
            prop_assert!(set.iter().eq(set_model.iter()));
        }
    }
}
