//! The names of a registry, to be asked.

use super::postings::{Of, Postings};
use super::word::{Word, initials, joined, words};
use crate::model::{Entity, EntityId, LabelId};
use crate::sorted::Map;
use std::cell::RefCell;
use std::rc::Rc;

/// A name or alias of an entity.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) entity: EntityId,
    /// Its type.
    pub(super) label: LabelId,
    /// As written.
    pub(super) value: String,
    /// BCP 47, or empty.
    pub(super) language: String,
    /// Its words with blanks between, folded.
    pub(super) folded: String,
    pub(super) words: Vec<Word>,
}

/// An entity of the registry.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) label: LabelId,
    /// Its canonical name.
    pub(super) name: String,
    /// The slots of its names.
    slots: Vec<u32>,
}

/// So many names of articles are remembered.
const HEARD: usize = 1_000;

/// The names and aliases of a registry, by all that [`suggest`](Self::suggest) and [`type_ahead`](Self::type_ahead) ask
/// for. Built once; then entities go in and out one by one. What it answers does not depend on the order of these acts.
#[derive(Clone, Debug, Default)]
pub struct NameIndex {
    names: Vec<Option<Name>>,
    free: Vec<u32>,
    pub(super) entities: Map<EntityId, Known>,
    pub(super) postings: Postings,
    /// Names that articles have, with their words: the same ones come with each mention of an article.
    heard: RefCell<Map<String, Rc<[Word]>>>,
}

impl NameIndex {
    /// Takes a whole registry.
    pub fn new<'a>(entities: impl IntoIterator<Item = &'a Entity>) -> Self {
        let mut index = Self::default();
        let mut rows = Vec::new();
        for entity in entities {
            index.remove(&entity.id);
            index.add(entity, &mut |row| rows.push(row));
        }
        index.postings = Postings::new(rows);
        index
    }

    /// Puts an entity in, in place of what was known of it.
    pub fn insert(&mut self, entity: &Entity) {
        self.remove(&entity.id);
        let mut rows = Vec::new();
        self.add(entity, &mut |row| rows.push(row));
        rows.into_iter().for_each(|row| self.postings.insert(row));
    }

    /// Takes an entity out, if it is there.
    pub fn remove(&mut self, id: &EntityId) {
        let Some(known) = self.entities.remove(id) else { return };
        for slot in known.slots {
            if let Some(name) = self.names[slot as usize].take() {
                rows(&name, slot, &mut |row| self.postings.remove(&row));
                self.free.push(slot);
            }
        }
    }

    /// The words of a name that stands in an article.
    pub(super) fn words_of(&self, name: &str) -> Rc<[Word]> {
        let mut heard = self.heard.borrow_mut();
        if heard.len() >= HEARD {
            *heard = Map::new();
        }
        heard.get_or_insert_with(name.to_owned(), || words(name).into()).clone()
    }

    /// How many entities, names and rows it holds.
    #[cfg(test)]
    pub(super) fn size(&self) -> (usize, usize, usize) {
        (self.entities.len(), self.names.iter().flatten().count(), self.postings.len())
    }

    /// The name in a slot.
    pub(super) fn name(&self, slot: u32) -> &Name {
        self.names[slot as usize].as_ref().expect("a posting leads to a name")
    }

    /// The names of an entity, the canonical one first.
    pub(super) fn names_of(&self, id: &EntityId) -> impl Iterator<Item = &Name> {
        let slots = self.entities.get(id).map_or(&[][..], |known| &known.slots);
        slots.iter().map(|&slot| self.name(slot))
    }

    /// Whether the type of an entity is the wanted one, or none is wanted.
    pub(super) fn fits(&self, id: &EntityId, label: Option<&LabelId>) -> bool {
        label.is_none_or(|label| self.entities.get(id).is_some_and(|known| known.label == *label))
    }

    fn add(&mut self, entity: &Entity, put: &mut dyn FnMut((Of, Box<str>, u32))) {
        let aliases = entity.aliases.iter().map(|alias| (&alias.value, alias.language.as_str()));
        let own = aliases.clone().find(|(value, _)| **value == entity.name).unwrap_or((&entity.name, ""));
        let mut slots: Vec<u32> = Vec::new();
        for (value, language) in std::iter::once(own).chain(aliases) {
            let words = words(value);
            let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
            let folded = folded.join(" ");
            if folded.is_empty() || slots.iter().any(|&slot| self.name(slot).value == *value) {
                continue;
            }
            let name = Name {
                entity: entity.id.clone(),
                label: entity.label.clone(),
                value: value.clone(),
                language: language.to_owned(),
                folded,
                words,
            };
            let slot = self.free.pop().unwrap_or(self.names.len() as u32);
            rows(&name, slot, put);
            match self.names.get_mut(slot as usize) {
                Some(place) => *place = Some(name),
                None => self.names.push(Some(name)),
            }
            slots.push(slot);
        }
        self.entities.insert(
            entity.id.clone(),
            Known { label: entity.label.clone(), name: entity.name.clone(), slots },
        );
    }
}

/// All that a name is found by.
fn rows(name: &Name, slot: u32, put: &mut dyn FnMut((Of, Box<str>, u32))) {
    let mut put = |of, key: &str| put((of, key.into(), slot));
    put(Of::Name, &name.folded);
    for word in name.words.iter().filter(|word| word.weight > 0) {
        put(Of::Word, &word.folded);
        word.read.skeletons.iter().for_each(|skeleton| put(Of::Skeleton, skeleton));
    }
    joined(&name.words).iter().for_each(|key| put(Of::Joined, key));
    if name.words.len() > 1 {
        initials(&name.words).iter().for_each(|key| put(Of::Initials, key));
    }
}
