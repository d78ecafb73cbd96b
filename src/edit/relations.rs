//! Relations: made, changed, taken away; and what becomes of them when an end goes or becomes another.

use super::{Builder, Op};
use crate::model::{Argument, Relation, RelationId, RelationTypeId};
use crate::sorted::{Map, Set, order};

impl Builder<'_> {
    /// Relates records in named roles.
    pub fn relate(&mut self, kind: &RelationTypeId, symmetric: bool, arguments: Vec<Argument>) -> RelationId {
        let id = RelationId::new(self.new_id());
        self.set_relation(Relation {
            id: id.clone(),
            kind: kind.clone(),
            arguments,
            symmetric,
            trigger: None,
            attributes: Map::new(),
        });
        id
    }

    /// A relation as the ops so far leave it.
    pub fn relation(&self, id: &RelationId) -> Option<&Relation> {
        match self.draft.related.get(id) {
            Some(now) => now.as_ref(),
            None => self.project.relations.get(id),
        }
    }

    /// Takes a relation in, or puts it in the place of the one with its id.
    pub fn set_relation(&mut self, relation: Relation) -> &mut Self {
        let id = relation.id.clone();
        self.put(&id, Some(relation))
    }

    /// Takes a relation away.
    pub fn unrelate(&mut self, id: &RelationId) -> &mut Self {
        self.put(id, None)
    }

    fn put(&mut self, id: &RelationId, to: Option<Relation>) -> &mut Self {
        let from = self.relation(id);
        if from != to.as_ref() {
            let from = from.cloned();
            self.draft.related.insert(id.clone(), to.clone());
            self.push(Op::SetRelation { from: from.map(Box::new), to: to.map(Box::new) });
        }
        self
    }

    /// What ends at records that go ends there no more. A relation with fewer than two ends left goes with them.
    pub(super) fn drop_relations(&mut self, gone: impl Fn(&str) -> bool) {
        self.move_ends(|target| gone(target).then_some(None));
    }

    /// Ends for which `to` gives another record move there, or go where it gives none. A relation of which fewer than two
    /// different ends are left goes.
    pub(super) fn move_ends<'t>(&mut self, to: impl Fn(&str) -> Option<Option<&'t str>>) {
        let project = self.project;
        for id in project.relations.keys() {
            // Every removal comes by all relations: what is not touched is passed over before anything is copied.
            let Some(now) = self.relation(id) else { continue };
            let moves = now.arguments.iter().any(|end| to(&end.target).is_some());
            let lost = now.trigger.as_ref().is_some_and(|trigger| to(trigger.as_str()) == Some(None));
            if !moves && !lost {
                continue;
            }
            let mut relation = now.clone();
            relation.trigger = relation.trigger.filter(|_| !lost);
            for Argument { role, target } in std::mem::take(&mut relation.arguments) {
                let moved = to(&target);
                let target = match moved {
                    Some(Some(other)) => other.to_owned(),
                    Some(None) => continue,
                    None => target,
                };
                let end = Argument { role, target };
                // What stood there twice before is not this act's to mend.
                if moved.is_none() || !relation.arguments.contains(&end) {
                    relation.arguments.push(end);
                }
            }
            let different: Set<&str> = relation.arguments.iter().map(|end| end.target.as_str()).collect();
            match different.len() {
                0 | 1 if moves => self.unrelate(id),
                _ => self.set_relation(relation),
            };
        }
    }

    /// Of relations that say the same by now, because what they end at became one record, one stays: the first, or one
    /// with a trigger or values of its own, which would be lost.
    pub(super) fn drop_doubles(&mut self, at: &str) {
        let ends = |own: &&Relation| own.arguments.iter().any(|end| end.target == at);
        let ids = self.project.relations.keys();
        let all: Vec<Relation> = ids.filter_map(|id| self.relation(id)).filter(ends).cloned().collect();
        let own = |relation: &Relation| (relation.trigger.clone(), relation.attributes.clone());
        let is_bare = |relation: &Relation| relation.trigger.is_none() && relation.attributes.is_empty();
        // Only those of one type that end at the same records can say the same: they are brought together first, or an
        // entity with thousands of relations would be merged for minutes.
        let keys: Vec<(&RelationTypeId, Set<&str>)> = all
            .iter()
            .map(|one| (&one.kind, one.arguments.iter().map(|end| end.target.as_str()).collect()))
            .collect();
        let together = order(all.len(), &|one, other| keys[one].cmp(&keys[other]));
        for alike in together.chunk_by(|one, other| keys[*one] == keys[*other]) {
            for &n in alike {
                let one = &all[n];
                let says_all = |&m: &usize| {
                    let other = &all[m];
                    let first = m < n && (is_bare(one) || own(other) == own(one));
                    (first || is_bare(one) && !is_bare(other)) && other.says_the_same(one)
                };
                if alike.iter().any(says_all) {
                    self.unrelate(&one.id);
                }
            }
        }
    }
}
