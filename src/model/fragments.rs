//! The spans of one annotation.

use crate::sorted::sort_by;
use crate::text::Span;

/// One or more spans of one text, none empty, ascending and disjoint (they may touch).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fragments(Vec<Span>);

impl Fragments {
    /// Checks the invariant; `None` where it does not hold.
    pub fn new(spans: Vec<Span>) -> Option<Self> {
        let fine = !spans.is_empty()
            && spans.iter().all(|span| !span.is_empty())
            && spans.windows(2).all(|pair| pair[0].end() <= pair[1].start());
        fine.then_some(Self(spans))
    }

    /// One span; `None` if it is empty.
    pub fn one(span: Span) -> Option<Self> {
        Self::new(vec![span])
    }

    /// Any spans in any order: sorted, and those that overlap joined. `None` if nothing is left.
    pub fn join(mut spans: Vec<Span>) -> Option<Self> {
        spans.retain(|span| !span.is_empty());
        sort_by(&mut spans, Ord::cmp);
        let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut() {
                Some(last) if span.start() < last.end() => {
                    *last = Span::new(last.start(), last.end().max(span.end()))
                }
                _ => joined.push(span),
            }
        }
        Self::new(joined)
    }

    /// The spans, ascending.
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    /// From the first fragment's start to the last one's end.
    pub fn hull(&self) -> Span {
        let (first, last) = (self.0[0], self.0[self.0.len() - 1]);
        Span::new(first.start(), last.end())
    }

    /// Total length in bytes, gaps left out.
    pub fn covered(&self) -> u32 {
        self.0.iter().map(|span| span.len()).sum()
    }

    /// Whether some fragment shares a byte with the span.
    pub fn overlaps(&self, span: Span) -> bool {
        self.0.iter().any(|own| own.overlaps(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Byte;

    fn spans(list: &[(u32, u32)]) -> Vec<Span> {
        list.iter().map(|&(a, b)| Span::new(Byte(a), Byte(b))).collect()
    }

    #[test]
    fn only_ascending_disjoint_spans_are_fragments() {
        assert!(Fragments::new(spans(&[(0, 2), (2, 3)])).is_some(), "touching is fine");
        for bad in [&[][..], &[(1, 1)], &[(0, 3), (2, 4)], &[(4, 5), (0, 1)]] {
            assert!(Fragments::new(spans(bad)).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn join_sorts_and_merges() {
        let joined = Fragments::join(spans(&[(8, 9), (0, 3), (2, 5), (5, 6), (7, 7)])).expect("not empty");
        assert_eq!(joined.spans(), spans(&[(0, 5), (5, 6), (8, 9)]));
        assert_eq!(joined.covered(), 7);
        assert_eq!(joined.hull(), spans(&[(0, 9)])[0]);
        assert!(Fragments::join(spans(&[(3, 3)])).is_none());
    }
}
