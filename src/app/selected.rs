//! What is selected, and what was computed of it and of the lists: ten thousand may be, and every key press asks.

use super::library::KeptLibrary;
use super::{Filter, Session};
use crate::model::{AnnotationId, Attribute, AttributeId, AttributeValue, DocumentId, EntityId, LabelId};
use crate::sorted::Set;
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

/// The selected annotations; the last is the one that region *Annotation* shows. A slice that also knows quickly
/// whether one is in it.
#[derive(Clone, Debug, Default)]
pub struct Selected(Rc<(Vec<AnnotationId>, Set<AnnotationId>)>);

impl Selected {
    /// Whether one is selected. Logarithmic.
    pub fn contains(&self, id: &AnnotationId) -> bool {
        self.0.1.contains(id)
    }
}

impl From<Vec<AnnotationId>> for Selected {
    fn from(ids: Vec<AnnotationId>) -> Self {
        let members = ids.iter().cloned().collect();
        Self(Rc::new((ids, members)))
    }
}

impl Deref for Selected {
    type Target = [AnnotationId];

    fn deref(&self) -> &[AnnotationId] {
        &self.0.0
    }
}

/// What several selected annotations have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Bulk {
    /// How many.
    pub count: usize,
    /// Their label, if it is one.
    pub label: Option<LabelId>,
    /// Their note; `None` where they differ.
    pub note: Option<String>,
    /// Whether all are unsure.
    pub unsure: bool,
    /// The attributes that the labels of all of them have, each with its value, if it is one.
    pub attributes: Vec<(AttributeId, Shared)>,
}

/// What several annotations have as an attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum Shared {
    /// All the same, or none of them anything.
    Same(Option<AttributeValue>),
    /// Several values.
    Mixed,
}

/// What the list shows is computed once for these.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ListKey {
    document: DocumentId,
    filter: Filter,
    /// The counter of the next transaction: it grows with every change.
    counter: u64,
    annotations: usize,
}

/// What was computed of one thing at one state of the project.
pub(super) type Computed<K, T> = RefCell<Option<((u64, K), Rc<T>)>>;

/// What was computed last, and what it was computed from.
#[derive(Debug, Default)]
pub(super) struct Kept {
    shown: RefCell<Option<(ListKey, Rc<[AnnotationId]>)>>,
    bulk: RefCell<Option<(Selected, u64, Rc<Bulk>)>>,
    pub(super) questions: RefCell<Option<(u64, super::Questions, super::questions::Found)>>,
    pub(super) all_queued: Computed<(), [super::Queued]>,
    pub(super) queued: Computed<super::Queue, [super::Queued]>,
    pub(super) queued_by: Computed<(), super::queue::QueuedBy>,
    pub(super) seen_queued: Computed<(super::Queue, usize), [super::Queued]>,
    pub(super) uses: RefCell<Option<(u64, Rc<super::Uses>)>>,
    pub(super) followers: super::follow::Followers,
    pub(super) names: RefCell<super::entities::KeptNames>,
    pub(super) mentions: RefCell<Option<super::entities::Mentions>>,
    pub(super) suggested: Computed<AnnotationId, [super::Answer]>,
    pub(super) card: Computed<EntityId, super::Card>,
    pub(super) matrix: Computed<super::ClaimsScreen, crate::analysis::Matrix>,
    pub(super) whole_matrix: Computed<super::ClaimsScreen, crate::analysis::Matrix>,
    pub(super) relations: RefCell<super::relations::KeptRelations>,
    pub(super) hits: super::hits::KeptHits,
    pub(super) library: KeptLibrary,
    pub(super) statistics: RefCell<Option<(u64, Rc<super::Statistics>)>>,
}

impl Clone for Kept {
    /// A copy of a project is worked in on its own: it keeps nothing yet. Copying all of it is code that the first load
    /// would pay for.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Session {
    /// The annotations that the list shows, in the order of the text; looked for anew only after the project, the
    /// article or the filter changed.
    pub fn shown(&self) -> Rc<[AnnotationId]> {
        let Some(reading) = &self.reading else { return Rc::default() };
        let Some(all) = self.project.annotations(&reading.document) else { return Rc::default() };
        let key = ListKey {
            document: reading.document.clone(),
            filter: reading.filter.clone(),
            counter: self.counter,
            annotations: all.len(),
        };
        let mut kept = self.kept.shown.borrow_mut();
        match &*kept {
            Some((of, shown)) if *of == key => shown.clone(),
            _ => kept.insert((key, self.look_for_shown().into())).1.clone(),
        }
    }

    /// What the selected annotations have in common, where they are several; looked at anew only after the project or
    /// the selection changed.
    pub fn bulk(&self) -> Option<Rc<Bulk>> {
        let selected = &self.reading.as_ref()?.selected;
        let mut kept = self.kept.bulk.borrow_mut();
        if let Some((of, counter, bulk)) = &*kept
            && Rc::ptr_eq(&of.0, &selected.0)
            && *counter == self.counter
        {
            return Some(bulk.clone());
        }
        let mut all = selected.iter().filter_map(|id| self.annotation(id));
        let first = all.next()?;
        let mut bulk = Bulk {
            count: 1,
            label: Some(first.label.clone()),
            note: Some(first.note.clone()),
            unsure: first.unsure,
            attributes: self.attributes_of(&first.label, |id| first.attributes.get(id)),
        };
        for annotation in all {
            bulk.count += 1;
            if !bulk.attributes.is_empty() {
                let schema = &self.project.schema;
                let label = schema.label(&annotation.label);
                bulk.attributes.retain(|(id, _)| label.is_some_and(|label| label.attributes.contains(id)));
                for (id, shared) in &mut bulk.attributes {
                    let same = matches!(shared, Shared::Same(value) if value.as_ref() == annotation.attributes.get(id));
                    if !same {
                        *shared = Shared::Mixed;
                    }
                }
            }
            bulk.label = bulk.label.take().filter(|label| *label == annotation.label);
            bulk.note = bulk.note.take().filter(|note| *note == annotation.note);
            bulk.unsure &= annotation.unsure;
        }
        if bulk.count < 2 {
            return None;
        }
        Some(kept.insert((selected.clone(), self.counter, Rc::new(bulk))).2.clone())
    }

    /// The attributes of a label, each with its value.
    pub fn attributes_of<'a>(
        &self,
        label: &LabelId,
        value: impl Fn(&AttributeId) -> Option<&'a AttributeValue>,
    ) -> Vec<(AttributeId, Shared)> {
        let schema = &self.project.schema;
        let attributes = schema.label(label).into_iter().flat_map(|label| schema.attributes_of(label));
        let one = |attribute: &Attribute| (attribute.id.clone(), Shared::Same(value(&attribute.id).cloned()));
        attributes.map(one).collect()
    }
}
