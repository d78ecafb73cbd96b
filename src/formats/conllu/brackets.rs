//! Mentions in brackets: which entity each is of, and what stands at each token.

use crate::sorted::{Map, sort_by};
use std::ops::Range;

/// A mention in the tokens of an article.
pub(super) struct Mention {
    /// Its fragments, in order and with something between them.
    pub(super) pieces: Vec<Range<usize>>,
    /// The entity it refers to, by a key of its own; `None` for a mention that nobody has linked.
    pub(super) entity: Option<String>,
    /// What follows the id: `-Person-1-link:Q42`.
    pub(super) fields: String,
}

impl Mention {
    fn hull(&self) -> Range<usize> {
        self.pieces[0].start..self.pieces[self.pieces.len() - 1].end
    }
}

/// Gives ids to entities, from 1 through a file.
#[derive(Default)]
pub(super) struct Ids {
    last: usize,
    /// Of the entities that have one; of one article or of all.
    known: Map<String, usize>,
}

impl Ids {
    fn new_id(&mut self) -> usize {
        self.last += 1;
        self.last
    }

    /// Forgets which entities had ids, and says which had: the next article has its own.
    pub(super) fn forget(&mut self) -> impl Iterator<Item = String> + use<> {
        std::mem::take(&mut self.known).into_iter().map(|(key, _)| key)
    }
}

/// What stands in `Entity` at each token, and how many mentions have an entity of their own for want of brackets that
/// tell two of one entity apart. Mentions come in the order of the text.
pub(super) fn brackets(tokens: usize, mentions: &[Mention], ids: &mut Ids) -> (Vec<String>, usize) {
    let mut alone = 0;
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut taken: Map<usize, Vec<&Mention>> = Map::new();
    for mention in mentions {
        let id = match &mention.entity {
            None => ids.new_id(),
            Some(key) => {
                let id = match ids.known.get(key) {
                    Some(&id) => id,
                    None => {
                        let id = ids.new_id();
                        ids.known.insert(key.clone(), id);
                        id
                    }
                };
                let others = taken.get_or_insert_with(id, Vec::new);
                if others.iter().any(|other| confused(mention, other)) {
                    alone += 1;
                    ids.new_id()
                } else {
                    others.push(mention);
                    id
                }
            }
        };
        let count = mention.pieces.len();
        for (n, range) in mention.pieces.iter().enumerate() {
            let name = match count {
                1 => format!("e{id}"),
                _ => format!("e{id}[{}/{count}]", n + 1),
            };
            pieces.push(Piece { range: range.clone(), name, fields: &mention.fields });
        }
    }
    // The longer of two that begin together is opened first, and the one that was opened last is closed first.
    sort_by(&mut pieces, |a, b| a.range.start.cmp(&b.range.start).then(b.range.end.cmp(&a.range.end)));
    let mut at: Vec<At> = Vec::new();
    at.resize_with(tokens, At::default);
    for piece in &pieces {
        let (first, last) = (piece.range.start, piece.range.end - 1);
        if first == last {
            at[first].single.push_str(&format!("({}{})", piece.name, piece.fields));
        } else {
            at[first].open.push_str(&format!("({}{}", piece.name, piece.fields));
            at[last].close.insert_str(0, &format!("{})", piece.name));
        }
    }
    (at.into_iter().map(At::together).collect(), alone)
}

/// Whether a reader could not tell which of two mentions of one entity a bracket closes. It closes the one that was
/// opened last, and knows fragments by the entity alone.
fn confused(one: &Mention, other: &Mention) -> bool {
    let (a, b) = (one.hull(), other.hull());
    let apart = a.end <= b.start || b.end <= a.start;
    let within = a.start >= b.start && a.end <= b.end || b.start >= a.start && b.end <= a.end;
    let whole = one.pieces.len() == 1 && other.pieces.len() == 1;
    !(apart || whole && within)
}

/// A fragment of a mention, or a whole one.
struct Piece<'a> {
    range: Range<usize>,
    name: String,
    fields: &'a str,
}

/// The brackets at a token.
#[derive(Default)]
struct At {
    close: String,
    open: String,
    single: String,
}

impl At {
    /// In the order that udapi writes: a mention of one token stands inside those that begin or end there.
    fn together(self) -> String {
        match self.open.is_empty() {
            true => self.single + &self.close,
            false => self.close + &self.open + &self.single,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mentions as entity and ranges.
    fn shown(mentions: &[(&str, &[(usize, usize)])]) -> (String, usize) {
        let mention = |(entity, pieces): &(&str, &[(usize, usize)])| Mention {
            pieces: pieces.iter().map(|&(start, end)| start..end).collect(),
            entity: (!entity.is_empty()).then(|| (*entity).to_owned()),
            fields: "-X".to_owned(),
        };
        let mentions: Vec<Mention> = mentions.iter().map(mention).collect();
        let (at, alone) = brackets(4, &mentions, &mut Ids::default());
        (at.join(" "), alone)
    }

    #[test]
    fn brackets_tell_mentions_apart() {
        for (mentions, expected, alone) in [
            (&[("a", &[(0, 1)][..]), ("", &[(2, 4)]), ("a", &[(3, 4)])][..], "(e1-X)  (e2-X (e1-X)e2)", 0),
            (&[("", &[(0, 3)]), ("", &[(2, 4)]), ("", &[(2, 3)])], "(e1-X  e1)(e2-X(e3-X) e2)", 0),
            (&[("", &[(0, 2), (3, 4)])], "(e1[1/2]-X e1[1/2])  (e1[2/2]-X)", 0),
            (&[("a", &[(0, 3)]), ("a", &[(0, 2)])], "(e1-X(e1-X e1) e1) ", 0),
            (&[("a", &[(0, 3)]), ("a", &[(1, 4)])], "(e1-X (e2-X e1) e2)", 1),
            (&[("a", &[(0, 1), (2, 3)]), ("a", &[(1, 2)])], "(e1[1/2]-X) (e2-X) (e1[2/2]-X) ", 1),
            (&[("a", &[(0, 2)]), ("a", &[(2, 4)])], "(e1-X e1) (e1-X e1)", 0),
        ] {
            assert_eq!(shown(mentions), (expected.to_owned(), alone), "{mentions:?}");
        }
    }
}
