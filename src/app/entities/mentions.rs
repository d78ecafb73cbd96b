//! Which mentions speak of which entity, and which statements tell which claim, in all articles: looked for once, then
//! kept up with each act.

use crate::app::Session;
use crate::edit::{AnnotationField, Op, Transaction};
use crate::model::{
    Annotation, AnnotationId, AttributeId, AttributeValue, DocumentId, EntityId, Project, Reference, Speaker,
};
use crate::sorted::{Map, Set};
use std::cell::Ref;
use std::rc::Rc;

/// An annotation of any article.
type Place = (DocumentId, AnnotationId);

/// Who refers to what, by the id of the entity or claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Mentions {
    entities: Map<Rc<str>, Set<Place>>,
    claims: Map<Rc<str>, Set<Place>>,
    /// Attributes whose values may name an entity.
    attributes: Set<(Place, AttributeId)>,
}

impl Mentions {
    /// Looks at all annotations.
    fn of(project: &Project) -> Self {
        let mut mentions = Self::default();
        for annotation in project.all_annotations() {
            mentions.refers(annotation, true);
        }
        mentions
    }

    /// The annotations that refer to this, in no order that a reader would know.
    fn places(&self, to: &Reference) -> Option<&Set<Place>> {
        match to {
            Reference::Entity(id) => self.entities.get(id.as_str()),
            Reference::Claim(id) => self.claims.get(id.as_str()),
            Reference::Nil(_) => None,
        }
    }

    fn refers(&mut self, annotation: &Annotation, does: bool) {
        self.set(&annotation.document, &annotation.id, annotation.refers_to.as_ref(), does);
        for (key, value) in &annotation.attributes {
            self.holds(&annotation.document, &annotation.id, key, Some(value).filter(|_| does));
        }
    }

    /// What an attribute says now.
    fn holds(
        &mut self,
        document: &DocumentId,
        id: &AnnotationId,
        key: &AttributeId,
        to: Option<&AttributeValue>,
    ) {
        let place = ((document.clone(), id.clone()), key.clone());
        if matches!(to, Some(AttributeValue::Text(_) | AttributeValue::Speakers(_))) {
            self.attributes.insert(place);
        } else {
            self.attributes.remove(&place);
        }
    }

    fn set(&mut self, document: &DocumentId, id: &AnnotationId, to: Option<&Reference>, does: bool) {
        let (registry, to) = match to {
            Some(Reference::Entity(id)) => (&mut self.entities, id.as_str()),
            Some(Reference::Claim(id)) => (&mut self.claims, id.as_str()),
            Some(Reference::Nil(_)) | None => return,
        };
        let place = (document.clone(), id.clone());
        match registry.get_mut(to) {
            Some(places) if does => drop(places.insert(place)),
            Some(places) => {
                places.remove(&place);
                if places.is_empty() {
                    registry.remove(to);
                }
            }
            None if does => drop(registry.insert(to.into(), Set::from_iter([place]))),
            None => {}
        }
    }

    /// What a transaction, which is applied, has changed.
    fn follow(&mut self, transaction: &Transaction) {
        for op in &transaction.ops {
            match op {
                Op::AddAnnotation(annotation) => self.refers(annotation, true),
                Op::RemoveAnnotation(annotation) => self.refers(annotation, false),
                Op::SetAnnotation {
                    document,
                    id,
                    from: AnnotationField::RefersTo(from),
                    to: AnnotationField::RefersTo(to),
                } => {
                    self.set(document, id, from.as_ref(), false);
                    self.set(document, id, to.as_ref(), true);
                }
                Op::SetAnnotation { document, id, to: AnnotationField::Attribute(key, value), .. } => {
                    self.holds(document, id, key, value.as_ref());
                }
                _ => {}
            }
        }
    }
}

impl Session {
    /// How many annotations refer to this.
    pub fn times(&self, to: &Reference) -> usize {
        self.kept_mentions().places(to).map_or(0, Set::len)
    }

    /// The annotations that refer to an entity or name it in an attribute.
    pub(super) fn bearing_on(&self, id: &EntityId) -> Vec<Rc<Annotation>> {
        let mentions = self.kept_mentions();
        let referring = mentions.entities.get(id.as_str());
        let speaks = |speaker: &Speaker| matches!(speaker, Speaker::Entity(of) if of == id);
        let names = |value: &AttributeValue| match value {
            AttributeValue::Text(text) => text == id.as_str(),
            AttributeValue::Speakers(chain) => chain.iter().any(speaks),
            _ => false,
        };
        let at = |(document, id): &Place| self.project.annotation(document, id).cloned();
        let mut all: Vec<Rc<Annotation>> = referring.into_iter().flatten().filter_map(at).collect();
        let others = mentions.attributes.iter().map(|(place, _)| place);
        let others = others.filter(|place| referring.is_none_or(|all| !all.contains(*place)));
        let mut others: Vec<&Place> = others.collect();
        // Those of one annotation stand together.
        others.dedup();
        all.extend(others.into_iter().filter_map(at).filter(|own| own.attributes.values().any(names)));
        all
    }

    /// The annotations that refer to this, article by article as they were added, in the order of the text.
    pub fn mentions_of(&self, to: &Reference) -> Vec<Rc<Annotation>> {
        let mentions = self.kept_mentions();
        let places = mentions.places(to).into_iter().flatten();
        // What they are ordered by is looked up once for each, not at each comparison.
        let mut all: Vec<_> = places
            .filter_map(|(document, id)| {
                let annotation = self.project.annotation(document, id)?.clone();
                let order = self.project.document(document).map(|document| document.order);
                Some((order, annotation.fragments.hull().start(), annotation))
            })
            .collect();
        crate::sorted::sort_by(&mut all, |a, b| (a.0, &a.2.document, a.1).cmp(&(b.0, &b.2.document, b.1)));
        all.into_iter().map(|(.., annotation)| annotation).collect()
    }

    /// The other annotations of the open article that refer to what the selected one refers to.
    pub fn same_here(&self) -> Vec<AnnotationId> {
        self.reading.as_ref().map(|reading| self.same_in(&reading.document)).unwrap_or_default()
    }

    /// The same in another article.
    pub(in crate::app) fn same_in(&self, document: &DocumentId) -> Vec<AnnotationId> {
        let Some(selected) = self.selected().or_else(|| self.selected_aside()) else { return Vec::new() };
        let Some(to) = &selected.refers_to else { return Vec::new() };
        let mentions = self.kept_mentions();
        let places = mentions.places(to).into_iter().flatten();
        let there = places.filter(|(of, id)| of == document && *id != selected.id);
        there.map(|(_, id)| id.clone()).collect()
    }

    fn kept_mentions(&self) -> Ref<'_, Mentions> {
        let kept = &self.kept.mentions;
        if kept.borrow().is_none() {
            *kept.borrow_mut() = Some(Mentions::of(&self.project));
        }
        Ref::map(kept.borrow(), |kept| kept.as_ref().expect("it was made"))
    }

    /// Keeps up with a transaction that was applied.
    pub(in crate::app) fn follow_mentions(&self, transaction: &Transaction) {
        if let Some(mentions) = &mut *self.kept.mentions.borrow_mut() {
            mentions.follow(transaction);
        }
    }

    /// Whether what is kept is what a look at all annotations would find.
    #[doc(hidden)]
    pub fn mentions_agree(&self) -> bool {
        *self.kept_mentions() == Mentions::of(&self.project)
    }
}
