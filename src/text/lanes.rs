//! Lanes for spans that overlap, so that each is drawn at a height of its own.

use super::segments::{document_order, joined};
use super::{Byte, Span};
use crate::sorted::{Map, sort_by};

/// Which annotation of a block is drawn in which lane. Lane 0 is the one nearest to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lanes<K> {
    lanes: Map<K, u32>,
    count: u32,
}

impl<K: Copy + Ord> Lanes<K> {
    /// Gives each annotation of a block the lowest lane in which none of its fragments overlaps what
    /// is there already. They come in document order, the longer first where two start together, so
    /// an outer one lies above what is nested in it and a new one moves nothing that stands before
    /// it. `pieces` are as in [`segments`](super::segments).
    pub fn new(pieces: &[(K, Span)]) -> Self {
        let mut annotations: Map<K, Vec<Span>> = Map::new();
        for (key, span) in joined(pieces) {
            annotations.get_or_insert_with(key, Vec::new).push(span);
        }
        let mut order: Vec<(K, Span)> = annotations.iter().map(|(&key, spans)| (key, hull(spans))).collect();
        sort_by(&mut order, |&(a, s), &(b, t)| document_order(a, s).cmp(&document_order(b, t)));
        let mut taken: Vec<Lane> = Vec::new();
        let mut lanes = Map::new();
        for (key, _) in order {
            let spans = &annotations[&key];
            let lane = taken.iter().position(|lane| lane.is_free(spans)).unwrap_or(taken.len());
            if lane == taken.len() {
                taken.push(Lane::default());
            }
            taken[lane].take(spans);
            lanes.insert(key, lane as u32);
        }
        Self { lanes, count: taken.len() as u32 }
    }

    /// The lane of an annotation; `None` for one that is not in the block.
    pub fn lane(&self, key: K) -> Option<u32> {
        self.lanes.get(&key).copied()
    }

    /// How many lanes the block needs.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// How many of these annotations do not fit into `limit` lanes: the k of "+k".
    pub fn over(&self, keys: impl IntoIterator<Item = K>, limit: u32) -> usize {
        keys.into_iter().filter(|&key| self.lane(key).is_some_and(|lane| lane >= limit)).count()
    }
}

/// From the first start to the last end of spans in order.
fn hull(spans: &[Span]) -> Span {
    let start = spans.first().map(|span| span.start()).unwrap_or_default();
    let end = spans.last().map(|span| span.end()).unwrap_or_default();
    Span::new(start, end)
}

/// What stands in one lane: start to end, disjoint.
#[derive(Default)]
struct Lane(Map<Byte, Byte>);

impl Lane {
    fn is_free(&self, spans: &[Span]) -> bool {
        spans.iter().all(|span| {
            // Ends rise with starts, so only the last that starts before the span's end can overlap.
            self.0.last_below(&span.end()).is_none_or(|(_, &end)| end <= span.start())
        })
    }

    fn take(&mut self, spans: &[Span]) {
        self.0.extend(spans.iter().map(|span| (span.start(), span.end())));
    }
}
