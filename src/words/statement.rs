//! What a statement says: speakers, cue, figure, time and evidence.

use super::count;

/// `1 piece of evidence`, `3 pieces of evidence`.
pub fn pieces(n: usize) -> String {
    count(n, "piece of evidence", "pieces of evidence", "bukti")
}
