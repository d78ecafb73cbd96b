//! Names that begin with what is typed.

use super::fold::{Part, fold_name, parts};
use super::index::{Name, NameIndex};
use super::postings::Of;
use super::skeleton::{Readings, readings};
use super::word::Word;
use crate::model::{EntityId, LabelId};
use crate::sorted::{Map, sort_by};

/// How a name meets what is typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Whole,
    Start,
    Words,
    Skeleton,
}

/// A word that was typed, or its start.
struct Typed {
    folded: String,
    /// Skeletons with which a word must begin; none where they would say too little.
    skeletons: Vec<String>,
    /// Its likeliest sounds.
    sounds: String,
}

impl Typed {
    fn new(part: Part) -> Self {
        let Readings { mut skeletons, mut sounds, .. } = readings(&part, false);
        skeletons.retain(|skeleton| skeleton.chars().nth(1).is_some());
        Self { folded: part.folded, skeletons, sounds: sounds.swap_remove(0).0 }
    }

    fn begins(&self, name: &Name, by_skeleton: bool) -> bool {
        let sounds_so = |word: &Word| {
            let Readings { skeletons, sounds, .. } = &word.read;
            sounds.iter().any(|(sounds, _)| sounds.starts_with(&self.sounds))
                || skeletons.iter().any(|one| self.skeletons.iter().any(|typed| one.starts_with(typed)))
        };
        let mut words = name.words.iter();
        words.any(|word| word.folded.starts_with(&self.folded) || by_skeleton && sounds_so(word))
    }
}

/// An entity that was found: by what, and how.
struct Found<'a> {
    rank: Rank,
    name: &'a Name,
}

impl NameIndex {
    /// Entities with a name of which words begin with what is typed, in any order, each with its best such name as
    /// written. Those of the wanted type come first; then the best: the whole name typed, its start, starts of words,
    /// starts of skeletons (Marz finds Марзук); then the shorter name.
    pub fn type_ahead(&self, typed: &str, label: Option<&LabelId>, limit: usize) -> Vec<(EntityId, String)> {
        let whole = fold_name(typed);
        let mut typed: Vec<Typed> = parts(typed).into_iter().map(Typed::new).collect();
        // The word that says most has the fewest names.
        let says = |typed: &Typed| (typed.skeletons.first().map_or(0, String::len), typed.folded.len());
        sort_by(&mut typed, |a, b| says(b).cmp(&says(a)).then_with(|| a.folded.cmp(&b.folded)));
        let Some(longest) = typed.first() else { return Vec::new() };
        let mut found: Map<&EntityId, Found> = Map::new();
        let mut look = |slot: u32| {
            let name = self.name(slot);
            let rank = if name.folded == whole {
                Rank::Whole
            } else if name.folded.starts_with(&whole) {
                Rank::Start
            } else if typed.iter().all(|typed| typed.begins(name, false)) {
                Rank::Words
            } else if typed.iter().all(|typed| typed.begins(name, true)) {
                Rank::Skeleton
            } else {
                return;
            };
            let key = |rank: Rank, name: &Name| (rank, name.value.chars().count(), name.value.clone());
            let best = found.get_or_insert_with(&name.entity, || Found { rank, name });
            if key(rank, name) < key(best.rank, best.name) {
                *best = Found { rank, name };
            }
        };
        self.postings.from(Of::Name, &whole).for_each(&mut look);
        self.postings.from(Of::Word, &longest.folded).for_each(&mut look);
        for skeleton in &longest.skeletons {
            self.postings.from(Of::Skeleton, skeleton).for_each(&mut look);
        }
        let mut found: Vec<_> = found
            .into_iter()
            .map(|(id, Found { rank, name })| {
                (!self.fits(id, label), rank, name.value.chars().count(), &name.value, id)
            })
            .collect();
        sort_by(&mut found, Ord::cmp);
        found.into_iter().take(limit).map(|(.., value, id)| (id.clone(), value.clone())).collect()
    }
}
