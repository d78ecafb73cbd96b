//! Overlapping spans into flat segments: what one block is drawn from.

use super::{Byte, Span};
use crate::sorted::sort_by;

/// The longest run of a block that the same spans cover; perhaps none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<K> {
    /// Where it stands in the text.
    pub span: Span,
    /// What covers it, in document order: what starts first comes first, of two with the same start
    /// the longer one. Of nested spans the innermost is the last.
    pub covering: Vec<Cover<K>>,
}

/// One of the things that cover a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover<K> {
    /// Which.
    pub key: K,
    /// Whether it begins with this segment, and not in an earlier segment or block.
    pub starts: bool,
    /// Whether it ends with this segment, and does not go on behind it or in the next block.
    pub ends: bool,
}

/// Cuts a block at every end of a span. `pieces` are the fragments that overlap the block, in any
/// order, each with the key of its annotation; they may reach over its ends. Touching fragments of
/// one annotation count as one. The segments follow each other without gaps; an empty block has none.
pub fn segments<K: Copy + Ord>(block: Span, pieces: &[(K, Span)]) -> Vec<Segment<K>> {
    let mut pieces = joined(pieces);
    pieces.retain(|(_, span)| span.overlaps(block));
    sort_by(&mut pieces, |&(a, s), &(b, t)| document_order(a, s).cmp(&document_order(b, t)));
    let clip = |span: Span| (span.start().max(block.start()), span.end().min(block.end()));
    let mut cuts: Vec<Byte> = pieces.iter().flat_map(|&(_, span)| <[Byte; 2]>::from(clip(span))).collect();
    cuts.extend([block.start(), block.end()]);
    sort_by(&mut cuts, Ord::cmp);
    cuts.dedup();
    let mut waiting = pieces.iter().peekable();
    // Those that cover the segment at hand, in document order, since they come in that order.
    let mut open: Vec<(K, Span)> = Vec::new();
    let mut segments = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        open.retain(|(_, span)| span.end() > start);
        while let Some(&piece) = waiting.next_if(|(_, span)| span.start() <= start) {
            open.push(piece);
        }
        let cover =
            |&(key, span): &(K, Span)| Cover { key, starts: span.start() == start, ends: span.end() == end };
        segments.push(Segment { span: Span::new(start, end), covering: open.iter().map(cover).collect() });
    }
    segments
}

/// The pieces by key, those of one key that overlap or touch joined into one.
pub(super) fn joined<K: Copy + Ord>(pieces: &[(K, Span)]) -> Vec<(K, Span)> {
    let mut pieces: Vec<(K, Span)> = pieces.iter().copied().filter(|(_, span)| !span.is_empty()).collect();
    sort_by(&mut pieces, Ord::cmp);
    pieces.dedup_by(|(key, span), (before, last)| {
        let touch = key == before && span.start() <= last.end();
        if touch {
            *last = Span::new(last.start(), last.end().max(span.end()));
        }
        touch
    });
    pieces
}

/// What starts first comes first, of two with the same start the longer one.
pub(super) fn document_order<K: Ord>(key: K, span: Span) -> impl Ord {
    (span.start(), std::cmp::Reverse(span.end()), key)
}
