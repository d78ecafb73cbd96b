//! Mentions out of brackets.

use super::lines::Word;
use std::collections::BTreeMap;
use std::ops::Range;

/// A mention that was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ReadMention<'a> {
    /// Its entity in the file, or in the document.
    pub(super) entity: &'a str,
    /// What the other fields say.
    pub(super) fields: Vec<(&'a str, &'a str)>,
    /// Its first and its last word, for each fragment.
    pub(super) pieces: Vec<(usize, usize)>,
    /// The line that it begins in.
    pub(super) line: u32,
    /// Whether all of it was closed.
    closed: bool,
}

/// A bracket without its other one, by its line.
pub(super) type Stray<'a> = (u32, &'a str);

/// The fields where nothing is said of them.
pub(super) const FIELDS: &str = "eid-etype-head-other";

/// The mentions of a document, in the order in which they begin. `fields` is what `# global.Entity` says.
pub(super) fn mentions<'a>(words: &[Word<'a>], fields: &'a str) -> (Vec<ReadMention<'a>>, Vec<Stray<'a>>) {
    let mut all: Vec<ReadMention<'a>> = Vec::new();
    let mut strays = Vec::new();
    // Open brackets by what they are called, and mentions that wait for their next fragment by their entity.
    let mut open: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut waiting: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, word) in words.iter().enumerate() {
        for chunk in chunks(word.entity) {
            let (opens, closes) = (chunk.starts_with('('), chunk.ends_with(')'));
            let inner = chunk.trim_matches(['(', ')']);
            let name = if opens { name(inner, fields) } else { inner };
            let (entity, part) = part(name);
            if opens {
                let number = match part {
                    Some((this, _)) if this > 1 => {
                        let next = |number: &usize| all[*number].pieces.len() + 1 == this;
                        let list = waiting.get_mut(entity);
                        list.and_then(|list| Some(list.remove(list.iter().position(next)?)))
                    }
                    _ => {
                        let fields = fields.split('-').zip(inner.split('-'));
                        let fields = fields.filter(|(key, value)| !IDS.contains(key) && !value.is_empty());
                        let fields = fields.collect();
                        let line = word.line;
                        all.push(ReadMention { entity, fields, pieces: Vec::new(), line, closed: false });
                        Some(all.len() - 1)
                    }
                };
                let Some(number) = number else {
                    strays.push((word.line, chunk));
                    continue;
                };
                all[number].pieces.push((n, n));
                open.entry(name).or_default().push(number);
            }
            if closes {
                let Some(number) = open.get_mut(name).and_then(Vec::pop) else {
                    strays.push((word.line, chunk));
                    continue;
                };
                let mention = &mut all[number];
                if let Some(last) = mention.pieces.last_mut() {
                    last.1 = n;
                }
                match part {
                    Some((this, count)) if this < count => waiting.entry(entity).or_default().push(number),
                    _ => mention.closed = true,
                }
            } else if !opens {
                strays.push((word.line, chunk));
            }
        }
    }
    strays.extend(all.iter().filter(|own| !own.closed).map(|own| (own.line, own.entity)));
    all.retain(|own| own.closed);
    (all, strays)
}

/// Fields that say which entity it is.
const IDS: [&str; 2] = ["eid", "GRP"];

/// The entity of an opening bracket, with the number of the fragment.
fn name<'a>(inner: &'a str, fields: &str) -> &'a str {
    let found = fields.split('-').zip(inner.split('-')).find(|(key, _)| IDS.contains(key));
    found.map_or(inner, |(_, name)| name)
}

/// `e1[2/3]` as `e1`, 2 and 3.
fn part(name: &str) -> (&str, Option<(usize, usize)>) {
    let parts = || {
        let (entity, part) = name.strip_suffix(']')?.rsplit_once('[')?;
        let (this, count) = part.split_once('/')?;
        Some((entity, (this.parse().ok()?, count.parse().ok()?)))
    };
    parts().map_or((name, None), |(entity, part)| (entity, Some(part)))
}

/// The brackets of a word, each up to the next one: `(e1-person`, `(e2)`, `e1)`.
fn chunks(entity: &str) -> impl Iterator<Item = &str> {
    let mut rest = entity;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let from = if matches!(first, '(' | ')') { 1 } else { 0 };
        let end = rest[from..].find(['(', ')']).map_or(rest.len(), |at| {
            let at = from + at;
            if rest[at..].starts_with(')') && first != ')' { at + 1 } else { at }
        });
        let chunk;
        (chunk, rest) = rest.split_at(end);
        Some(chunk)
    })
}

/// Where a fragment stands, from its first word to its last; `None` where none of its words is written.
pub(super) fn place(words: &[Word<'_>], piece: (usize, usize)) -> Option<Range<usize>> {
    let mut places = words.get(piece.0..=piece.1)?.iter().filter_map(|word| word.place.clone());
    let first = places.next()?;
    let end = places.next_back().map_or(first.end, |last| last.end);
    Some(first.start..end.max(first.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(entities: &[&str], fields: &str) -> (String, usize) {
        let word = |(n, entity): (usize, &&'static str)| Word { line: n as u32, place: None, entity };
        let entities: Vec<&'static str> = entities.iter().map(|own| &*own.to_string().leak()).collect();
        let words: Vec<Word<'_>> = entities.iter().enumerate().map(word).collect();
        let fields: &'static str = fields.to_owned().leak();
        let (all, strays) = mentions(&words, fields);
        let one = |own: &ReadMention<'_>| format!("{}{:?}{:?}", own.entity, own.pieces, own.fields);
        (all.iter().map(one).collect::<Vec<_>>().join(" "), strays.len())
    }

    #[test]
    fn brackets_are_mentions() {
        for (entities, fields, expected, strays) in [
            (
                &["(e1-person-1(e2)", "e1)"][..],
                FIELDS,
                "e1[(0, 1)][(\"etype\", \"person\"), (\"head\", \"1\")] e2[(0, 0)][]",
                0,
            ),
            (&["(e1[1/2])", "(e1[2/2]", "e1[2/2])"], FIELDS, "e1[(0, 0), (1, 2)][]", 0),
            (&["(e1", "(e1", "e1)", "e1)"], FIELDS, "e1[(0, 3)][] e1[(1, 2)][]", 0),
            (&["(place-7", "7)"], "entity-GRP", "7[(0, 1)][(\"entity\", \"place\")]", 0),
            (&["e1)", "(e2", "(e3[2/2])", "x", ")", "(", "()"], FIELDS, "[(6, 6)][]", 6),
        ] {
            assert_eq!(shown(entities, fields), (expected.to_owned(), strays), "{entities:?}");
        }
    }
}
