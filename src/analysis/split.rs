//! Which articles a program is trained with, and which it is judged by: a split by whole articles, in which every label
//! has its share of every part.
//!
//! Sechidis et al., *On the Stratification of Multi-label Data* (2011), greedily: the label that the fewest articles have
//! is dealt out first, each of its articles to the part that lacks most of it and has room. How many articles a part has
//! is decided before. The same seed and the same articles give the same split, in whatever order they come.

use crate::model::{DocumentId, LabelId};
use crate::sorted::{Map, Set, sort_by};

/// An article that is to be split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splittable {
    /// Which.
    pub id: DocumentId,
    /// How often each label stands in it.
    pub labels: Map<LabelId, usize>,
    /// The part in which it stays, if it is in one already.
    pub stays: Option<usize>,
}

/// The part of each article, by its place among as many parts as there are shares. Without shares there are none.
pub fn split(articles: &[Splittable], shares: &[u32], seed: u64) -> Map<DocumentId, usize> {
    let whole: i64 = shares.iter().map(|share| i64::from(*share)).sum();
    if whole == 0 {
        return Map::new();
    }
    let mut dealt = Dealt::of(articles, shares, whole);
    let mut parts: Map<DocumentId, usize> = Map::new();
    let mut left: Vec<&Splittable> = Vec::new();
    for own in articles {
        match own.stays.filter(|part| *part < shares.len()) {
            Some(part) => {
                dealt.give(own, part);
                parts.insert(own.id.clone(), part);
            }
            None => left.push(own),
        }
    }
    sort_by(&mut left, |a, b| (lot(&a.id, seed), &a.id).cmp(&(lot(&b.id, seed), &b.id)));
    while !left.is_empty() {
        // Those without a label come last.
        let label = rarest(&left);
        let (now, later) = left.into_iter().partition(|own| match &label {
            Some(label) => own.labels.contains_key(label),
            None => true,
        });
        left = later;
        // The articles that have most of it first: with the small ones what is missing can be made up for.
        let mut now: Vec<&Splittable> = now;
        let count = |own: &Splittable| label.as_ref().map(|label| own.labels[label]);
        sort_by(&mut now, |a, b| count(b).cmp(&count(a)));
        for own in now {
            let part = dealt.part_for(label.as_ref());
            dealt.give(own, part);
            parts.insert(own.id.clone(), part);
        }
    }
    parts
}

/// The label that the fewest of the articles have.
fn rarest(left: &[&Splittable]) -> Option<LabelId> {
    let mut counts: Map<&LabelId, usize> = Map::new();
    for label in left.iter().flat_map(|own| own.labels.keys()) {
        *counts.get_or_insert_with(label, || 0) += 1;
    }
    counts.iter().min_by_key(|(label, count)| (**count, **label)).map(|(label, _)| (*label).clone())
}

/// What each part lacks.
struct Dealt {
    shares: Vec<i64>,
    whole: i64,
    /// How many articles more have room.
    room: Vec<i64>,
    /// How much of a label a part lacks, as many times as all shares are together, so that it is a whole number.
    lacks: Map<LabelId, Vec<i64>>,
}

impl Dealt {
    fn of(articles: &[Splittable], shares: &[u32], whole: i64) -> Self {
        let shares: Vec<i64> = shares.iter().map(|share| i64::from(*share)).collect();
        let labels: Set<&LabelId> = articles.iter().flat_map(|own| own.labels.keys()).collect();
        let mut lacks: Map<LabelId, Vec<i64>> =
            labels.iter().map(|label| ((*label).clone(), vec![0; shares.len()])).collect();
        for (label, count) in articles.iter().flat_map(|own| own.labels.iter()) {
            let lacks = lacks.get_mut(label).into_iter().flatten();
            lacks.zip(&shares).for_each(|(lacks, share)| *lacks += *count as i64 * share);
        }
        Self { room: rooms(articles.len() as i64, &shares, whole), shares, whole, lacks }
    }

    /// The part that lacks most of a label and has room, or that lacks most articles.
    fn part_for(&self, label: Option<&LabelId>) -> usize {
        let lacks = label.and_then(|label| self.lacks.get(label));
        let parts = (0..self.shares.len()).filter(|&part| self.shares[part] > 0);
        let place = |&part: &usize| {
            (self.room[part] > 0, lacks.map_or(0, |lacks| lacks[part]), self.room[part], -(part as i64))
        };
        parts.max_by_key(place).unwrap_or_default()
    }

    fn give(&mut self, own: &Splittable, part: usize) {
        self.room[part] -= 1;
        for (label, count) in &own.labels {
            if let Some(lacks) = self.lacks.get_mut(label) {
                lacks[part] -= *count as i64 * self.whole;
            }
        }
    }
}

/// How many articles each part has: by its share, rounded so that all are dealt, and one at least where there are enough.
fn rooms(count: i64, shares: &[i64], whole: i64) -> Vec<i64> {
    let mut rooms: Vec<i64> = shares.iter().map(|share| count * share / whole).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    sort_by(&mut order, |&a, &b| (count * shares[b] % whole).cmp(&(count * shares[a] % whole)));
    let rest = count - rooms.iter().sum::<i64>();
    order.into_iter().take(rest as usize).for_each(|part| rooms[part] += 1);
    if count >= shares.iter().filter(|share| **share > 0).count() as i64 {
        while let Some(empty) = (0..rooms.len()).find(|&part| rooms[part] == 0 && shares[part] > 0) {
            let Some(most) = (0..rooms.len()).max_by_key(|&part| (rooms[part], -(part as i64))) else {
                break;
            };
            rooms[most] -= 1;
            rooms[empty] += 1;
        }
    }
    rooms
}

/// A number that the seed draws for an article: FNV-1a of its id, mixed as SplitMix64 does.
fn lot(id: &DocumentId, seed: u64) -> u64 {
    let hash = id.as_str().bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let mut z = hash.wrapping_add(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(labels: &[&[(&str, usize)]]) -> Vec<Splittable> {
        let own = |(n, labels): (usize, &&[(&str, usize)])| Splittable {
            id: DocumentId::new(format!("d{n}")),
            labels: labels.iter().map(|(label, count)| (LabelId::new(*label), *count)).collect(),
            stays: None,
        };
        labels.iter().enumerate().map(own).collect()
    }

    fn sizes(parts: &Map<DocumentId, usize>) -> [usize; 3] {
        [0, 1, 2].map(|part| parts.values().filter(|own| **own == part).count())
    }

    #[test]
    fn parts_have_their_shares() {
        for (count, shares, expected) in [
            (10, [80, 10, 10], [8, 1, 1]),
            (3, [80, 10, 10], [1, 1, 1]),
            (2, [80, 10, 10], [2, 0, 0]),
            (5, [80, 10, 10], [3, 1, 1]),
            (7, [1, 0, 0], [7, 0, 0]),
            (101, [70, 15, 15], [71, 15, 15]),
            (0, [80, 10, 10], [0, 0, 0]),
        ] {
            let all = articles(&vec![&[("a", 1)][..]; count]);
            assert_eq!(sizes(&split(&all, &shares, 1)), expected, "{count} by {shares:?}");
        }
        assert!(split(&articles(&[&[]]), &[0, 0, 0], 1).is_empty());
    }

    #[test]
    fn a_rare_label_is_in_every_part() {
        let rare: &[(&str, usize)] = &[("common", 5), ("rare", 1)];
        let mut labels = vec![&[("common", 5)][..]; 27];
        labels.extend([rare; 10]);
        let all = articles(&labels);
        for seed in 0..20 {
            let parts = split(&all, &[80, 10, 10], seed);
            assert_eq!(sizes(&parts), [29, 4, 4]);
            let mut homes: Vec<usize> = all[27..].iter().map(|own| parts[&own.id]).collect();
            sort_by(&mut homes, Ord::cmp);
            assert_eq!(homes, [0, 0, 0, 0, 0, 0, 0, 0, 1, 2], "{seed}");
        }
    }

    #[test]
    fn what_has_a_part_keeps_it() {
        let mut all = articles(&[&[("a", 1)][..]; 10]);
        for (n, part) in [(0, 2), (4, 2), (5, 1), (9, 7)] {
            all[n].stays = Some(part);
        }
        let parts = split(&all, &[80, 10, 10], 3);
        assert_eq!([0, 4, 5].map(|n| parts[&all[n].id]), [2, 2, 1]);
        assert_eq!(sizes(&parts), [7, 1, 2]);
    }
}
