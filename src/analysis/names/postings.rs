//! Which names hold what: rows of a key and the slot of a name, sorted.

use crate::sorted::sort_by;

/// What a key is of. Keys of one kind stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    /// A whole name, folded.
    Name,
    /// A word of it, folded.
    Word,
    /// A skeleton of a word.
    Skeleton,
    /// A skeleton of the whole name as if it were one word.
    Joined,
    /// The first letters of its words.
    Initials,
}

/// A key, its kind, and a slot.
type Row = (Of, Box<str>, u32);

/// So many rows in a stretch, and no more.
const LONGEST: usize = 256;

/// Rows in order. One sorted list in place of a map for each kind, so that a prefix is a run of rows; in stretches, so that
/// a row is put in and taken out without moving all that is behind it.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings(Vec<Vec<Row>>);

impl Postings {
    /// Takes many rows, in any order.
    pub(super) fn new(mut rows: Vec<Row>) -> Self {
        sort_by(&mut rows, Ord::cmp);
        rows.dedup();
        let mut stretches: Vec<Vec<Row>> = Vec::new();
        for row in rows {
            match stretches.last_mut() {
                Some(last) if last.len() < LONGEST / 2 => last.push(row),
                _ => stretches.push(vec![row]),
            }
        }
        Self(stretches)
    }

    /// Puts a row in.
    pub(super) fn insert(&mut self, row: Row) {
        // The stretch that begins last at or before the row.
        let stretch = self.0.partition_point(|stretch| stretch[0] <= row).saturating_sub(1);
        let Some(rows) = self.0.get_mut(stretch) else {
            self.0.push(vec![row]);
            return;
        };
        if let Err(at) = rows.binary_search(&row) {
            rows.insert(at, row);
            if rows.len() > LONGEST {
                let rest = rows.split_off(LONGEST / 2);
                self.0.insert(stretch + 1, rest);
            }
        }
    }

    /// Takes a row out.
    pub(super) fn remove(&mut self, row: &Row) {
        let Some(stretch) = self.0.partition_point(|stretch| stretch[0] <= *row).checked_sub(1) else {
            return;
        };
        if let Ok(at) = self.0[stretch].binary_search(row) {
            self.0[stretch].remove(at);
            if self.0[stretch].is_empty() {
                self.0.remove(stretch);
            }
        }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// The slots of the names that have a key.
    pub(super) fn of(&self, of: Of, key: &str) -> impl Iterator<Item = u32> {
        self.rows(of, key).take_while(move |row| row.0 == of && &*row.1 == key).map(|row| row.2)
    }

    /// The slots of the names that have a key with this start, once for each such key.
    pub(super) fn from(&self, of: Of, start: &str) -> impl Iterator<Item = u32> {
        self.rows(of, start).take_while(move |row| row.0 == of && row.1.starts_with(start)).map(|row| row.2)
    }

    /// The rows from a key on.
    fn rows(&self, of: Of, key: &str) -> impl Iterator<Item = &Row> {
        let before = |row: &Row| (row.0, &*row.1) < (of, key);
        let stretch = self.0.partition_point(|stretch| before(&stretch[0])).saturating_sub(1);
        let at = self.0.get(stretch).map_or(0, |rows| rows.partition_point(before));
        self.0[stretch..].iter().flatten().skip(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(key: u32, slot: u32) -> Row {
        (Of::Word, "abcdefgh"[..1 + key as usize % 8].into(), slot)
    }

    proptest! {
        #[test]
        fn rows_go_in_and_out_one_by_one_as_all_at_once(
            acts in prop::collection::vec((any::<bool>(), 0_u32..8, 0_u32..400), 0..200), many in 0_u32..1_500,
        ) {
            let mut rows: Vec<Row> = (0..many).map(|at| row(at, at / 8)).collect();
            let mut postings = Postings::new(rows.clone());
            for (put, key, slot) in acts {
                let row = row(key, slot);
                rows.retain(|other| *other != row);
                if put {
                    postings.insert(row.clone());
                    rows.push(row);
                } else {
                    postings.remove(&row);
                }
            }
            rows.sort();
            prop_assert!(postings.0.iter().flatten().eq(&rows));
            prop_assert!(postings.0.iter().all(|stretch| !stretch.is_empty() && stretch.len() <= LONGEST));
            for key in ["a", "abc", "abcdefgh", "b", ""] {
                let expected: Vec<u32> = rows.iter().filter(|row| &*row.1 == key).map(|row| row.2).collect();
                prop_assert_eq!(postings.of(Of::Word, key).collect::<Vec<_>>(), expected);
                let expected: Vec<u32> = rows.iter().filter(|row| row.1.starts_with(key)).map(|row| row.2).collect();
                prop_assert_eq!(postings.from(Of::Word, key).collect::<Vec<_>>(), expected);
                prop_assert_eq!(postings.of(Of::Initials, key).count(), 0);
            }
        }
    }
}
