//! One entity with all that is known of it, and every mention of it.

use crate::app::Session;
use crate::model::{Alias, Annotation, DocumentId, Entity, EntityId, Reference};
use crate::sorted::Map;
use std::rc::Rc;

/// A row of the mentions.
#[derive(Clone, Debug, PartialEq)]
pub enum CardRow {
    /// The heading of an article, and how many of its mentions follow.
    Article(DocumentId, usize),
    /// A mention in it.
    Mention(Rc<Annotation>),
}

/// Another name, and how often it is written so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The name.
    pub alias: Alias,
    /// How many mentions; none where a person gave the name.
    pub times: usize,
}

/// The card of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The entity.
    pub entity: Entity,
    /// What else it is called.
    pub spellings: Vec<Spelling>,
    /// Its mentions, article by article, in the order of the text.
    pub rows: Vec<CardRow>,
    /// How many mentions there are.
    pub mentions: usize,
    /// In how many articles.
    pub articles: usize,
}

impl Session {
    /// The card of an entity, `None` where it is gone; made anew only after the project changed.
    pub fn card(&self, id: &EntityId) -> Option<Rc<Card>> {
        let key = (self.counter, id.clone());
        let mut kept = self.kept.card.borrow_mut();
        if let Some((of, card)) = &*kept
            && *of == key
        {
            return Some(card.clone());
        }
        let card = Rc::new(self.look_at(id)?);
        Some(kept.insert((key, card)).1.clone())
    }

    fn look_at(&self, id: &EntityId) -> Option<Card> {
        let entity = self.project.entities.get(id)?.clone();
        let all = self.mentions_of(&Reference::Entity(id.clone()));
        let times = self.spelled(&all);
        let (mut rows, mut articles): (Vec<CardRow>, usize) = (Vec::new(), 0);
        for of_one in all.chunk_by(|a, b| a.document == b.document) {
            articles += 1;
            rows.push(CardRow::Article(of_one[0].document.clone(), of_one.len()));
            rows.extend(of_one.iter().cloned().map(CardRow::Mention));
        }
        let times = |alias: &Alias| times.get(&alias.value).copied().unwrap_or_default();
        let spellings = entity
            .other_names()
            .map(|alias| Spelling { times: times(alias), alias: alias.clone() })
            .collect();
        Some(Card { spellings, entity, rows, mentions: all.len(), articles })
    }

    /// How often each name is written in these.
    fn spelled(&self, all: &[Rc<Annotation>]) -> Map<String, usize> {
        let mut times = Map::new();
        for annotation in all {
            *times.get_or_insert_with(self.named(annotation), || 0) += 1;
        }
        times
    }

    /// What most of these are called; of several that are written as often, the longest, which says most.
    pub(super) fn called(&self, all: &[Rc<Annotation>]) -> Option<String> {
        let times = self.spelled(all);
        times.iter().max_by_key(|(name, times)| (**times, name.len())).map(|(name, _)| name.clone())
    }
}
