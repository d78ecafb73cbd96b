//! A schema and another that comes in, label by label: what becomes of each.

use super::{Fate, Merge, MergeRow};
use crate::app::schema::key::{self, Has, Whose};
use crate::app::schema::uses::Uses;
use crate::app::schema::{id_of, labels};
use crate::model::{Attribute, AttributeId, Filler, Label, LabelId, RelationType, SLOTS, Schema};
use crate::sorted::{Map, Set};
use crate::text::folded;
use crate::words::schema as words;

/// A merge on its way.
pub(super) struct Merging<'a> {
    merge: &'a Merge,
    here: &'a Schema,
    schema: Schema,
    rows: Vec<MergeRow>,
    /// Ids of labels that come in, and what they are here.
    labels: Map<LabelId, LabelId>,
    attributes: Map<AttributeId, AttributeId>,
    removed: Vec<LabelId>,
    /// Of what is here, what was met.
    met: Set<String>,
}

fn same_name(a: &str, b: &str) -> bool {
    folded(a) == folded(b)
}

impl<'a> Merging<'a> {
    pub(super) fn new(merge: &'a Merge, here: &'a Schema, uses: &Uses) -> Self {
        let incoming = &merge.incoming;
        let mut labels = Map::new();
        for (n, label) in incoming.labels.iter().enumerate() {
            let by_id = here.label(&label.id);
            let named = || here.labels.iter().find(|own| same_name(&own.name, &label.name));
            // A label that is here is met by one that comes in, not by two.
            let free = |own: &&Label| {
                own.id == label.id
                    || !incoming.labels.iter().any(|other| other.id == own.id)
                        && !incoming.labels[..n].iter().any(|other| same_name(&other.name, &own.name))
            };
            if let Some(own) = by_id.or_else(named).filter(free) {
                labels.insert(label.id.clone(), own.id.clone());
            }
        }
        let met: Set<&LabelId> = labels.values().collect();
        let unused = |label: &&Label| {
            !met.contains(&label.id) && uses.label(&label.id) + uses.entities(&label.id) == 0
        };
        let removed = here.labels.iter().filter(|_| merge.remove_unused).filter(unused);
        let removed: Vec<LabelId> = removed.map(|label| label.id.clone()).collect();
        let mut schema = here.clone();
        removed.iter().for_each(|id| labels::forget(&mut schema, id));
        Self {
            merge,
            here,
            schema,
            rows: Vec::new(),
            labels,
            attributes: Map::new(),
            removed,
            met: Set::new(),
        }
    }

    /// The attribute as it is called here, taken in if it is not.
    fn attribute(&mut self, id: &AttributeId) -> Option<AttributeId> {
        if let Some(own) = self.attributes.get(id) {
            return Some(own.clone());
        }
        let new = self.merge.incoming.attribute(id)?.clone();
        let own = match self.schema.attributes.iter_mut().find(|own| own.id == *id) {
            Some(own) if own.kind == new.kind => {
                let more: Vec<String> =
                    new.values.iter().filter(|value| !own.values.contains(value)).cloned().collect();
                own.values.extend(more);
                own.required |= new.required;
                if !new.default.is_empty() {
                    own.default = new.default;
                }
                own.id.clone()
            }
            there => {
                let taken = there.is_some();
                let free =
                    |own: &str| self.schema.attributes.iter().any(|attribute| attribute.id.as_str() == own);
                let own = if taken { AttributeId::new(id_of(id.as_str(), free)) } else { new.id.clone() };
                self.schema.attributes.push(Attribute { id: own.clone(), ..new });
                own
            }
        };
        self.attributes.insert(id.clone(), own.clone());
        Some(own)
    }

    pub(super) fn label(&mut self, n: usize) {
        let new = &self.merge.incoming.labels[n];
        let taken = !self.merge.left_out.contains(&n);
        let choice = Some((n, taken));
        let own = self.labels.get(&new.id).and_then(|id| self.here.label(id)).cloned();
        if let Some(own) = &own {
            self.met.insert(own.id.to_string());
        }
        // What it would become; put in only if it is taken.
        let before = self.schema.clone();
        let attributes_before = self.attributes.clone();
        let mut label = own.clone().unwrap_or_else(|| self.fresh(new));
        let mut how: Vec<String> = Vec::new();
        if own.is_some() {
            label.name.clone_from(&new.name);
            label.kind = new.kind;
            if !new.group.is_empty() {
                label.group.clone_from(&new.group);
            }
            if !new.description.is_empty() {
                label.description.clone_from(&new.description);
            }
            for (scheme, name) in &new.equivalents {
                label.equivalents.insert(scheme.clone(), name.clone());
            }
        }
        // A label keeps the key and the colour that it has here: hands and eyes know them.
        if let Some(key) = new.key.filter(|_| label.key.is_none()) {
            match key::clash(&self.schema, Whose::Label(&label.id), key).map(Has::name) {
                Some(by) => how.push(words::without_key(&key.to_string(), &by)),
                None => label.key = Some(key),
            }
        }
        for id in &new.attributes {
            if let Some(id) = self.attribute(id)
                && !label.attributes.contains(&id)
            {
                label.attributes.push(id);
            }
        }
        if let Some(parent) = new.parent.as_ref().map(|id| self.labels.get(id).unwrap_or(id).clone())
            && self.schema.label(&parent).is_some()
        {
            label.parent = Some(parent);
        }
        let values =
            |schema: &Schema| label.attributes.iter().map(|id| schema.attribute(id).cloned()).collect();
        let (was, is): (Vec<_>, Vec<_>) = (values(&before), values(&self.schema));
        let fate = match &own {
            None => Fate::Added,
            Some(own) if *own == label && was == is => Fate::Same,
            Some(own) => {
                how.extend(differences(own, &label, was != is));
                Fate::Changed
            }
        };
        let row_name = own.as_ref().map_or(&label.name, |own| &own.name).clone();
        let colour = Some(label.colour);
        let choice = choice.filter(|_| fate != Fate::Same);
        if taken {
            match self.schema.labels.iter_mut().find(|other| other.id == label.id) {
                Some(own) => *own = label,
                None => {
                    self.labels.insert(new.id.clone(), label.id.clone());
                    self.schema.labels.push(label);
                }
            }
        } else {
            (self.schema, self.attributes) = (before, attributes_before);
        }
        self.rows.push(MergeRow { name: row_name, colour, fate, how: how.join("; "), choice });
    }

    /// A label as it comes in: with an id and, where there is one, a colour of its own.
    fn fresh(&self, new: &Label) -> Label {
        let taken = |id: &str| {
            self.schema.labels.iter().chain(&self.here.labels).any(|label| label.id.as_str() == id)
        };
        let id = if taken(new.id.as_str()) { id_of(&new.name, taken) } else { new.id.to_string() };
        let free = |slot: &u8| self.schema.labels.iter().all(|label| label.colour != *slot);
        let colour = Some(new.colour).filter(free).or_else(|| (0..SLOTS).find(free)).unwrap_or(new.colour);
        Label { id: LabelId::new(id), colour, key: None, parent: None, attributes: Vec::new(), ..new.clone() }
    }

    pub(super) fn relation(&mut self, n: usize) {
        let new = &self.merge.incoming.relation_types[n];
        let choice = self.merge.incoming.labels.len() + n;
        let taken = !self.merge.left_out.contains(&choice);
        let mut kind = new.clone();
        for role in &mut kind.roles {
            role.fillers.retain_mut(|filler| match filler {
                Filler::Label(id) => {
                    let own = self.labels.get(&*id).unwrap_or(id).clone();
                    let known = self.schema.label(&own).is_some();
                    *id = own;
                    known
                }
                _ => true,
            });
        }
        let by_id = self.schema.relation_types.iter().position(|own| own.id == new.id);
        let named = || self.schema.relation_types.iter().position(|own| same_name(&own.name, &new.name));
        let at = by_id.or_else(named);
        let mut how = vec![words::a_relation_type().to_owned()];
        // It keeps the key that it has here: hands know it.
        let own = at.map(|at| &self.schema.relation_types[at]);
        let own_key = own.and_then(|own| own.key);
        if let Some(key) = new.key.filter(|_| own_key.is_none())
            && let Some(by) =
                key::clash(&self.schema, own.map_or(Whose::New, |own| Whose::Relation(&own.id)), key)
        {
            how.push(words::without_key(&key.to_string(), &by.name()));
            kind.key = None;
        }
        let fate = match at {
            Some(at) => {
                let own = &mut self.schema.relation_types[at];
                self.met.insert(format!("relation {}", own.id));
                let merged = with_roles(own, kind);
                match *own == merged {
                    true => Fate::Same,
                    false => {
                        if taken {
                            *own = merged;
                        }
                        Fate::Changed
                    }
                }
            }
            None => {
                if taken {
                    self.schema.relation_types.push(kind);
                }
                Fate::Added
            }
        };
        let choice = Some((choice, taken)).filter(|_| fate != Fate::Same);
        self.rows.push(MergeRow { name: new.name.clone(), colour: None, fate, how: how.join("; "), choice });
    }

    pub(super) fn finish(mut self) -> (Schema, Vec<MergeRow>) {
        for label in self.here.labels.iter().filter(|label| !self.met.contains(label.id.as_str())) {
            let fate = if self.removed.contains(&label.id) { Fate::Removed } else { Fate::Kept };
            let (name, colour) = (label.name.clone(), Some(label.colour));
            self.rows.push(MergeRow { name, colour, fate, how: String::new(), choice: None });
        }
        let met = |kind: &RelationType| self.met.contains(&format!("relation {}", kind.id));
        for kind in self.here.relation_types.iter().filter(|kind| !met(kind)) {
            let how = words::a_relation_type().to_owned();
            let (name, fate) = (kind.name.clone(), Fate::Kept);
            self.rows.push(MergeRow { name, colour: None, fate, how, choice: None });
        }
        (self.schema, self.rows)
    }
}

/// In which ways a label becomes another.
fn differences(from: &Label, to: &Label, attributes: bool) -> Option<String> {
    let mut what: Vec<String> = Vec::new();
    if from.name != to.name {
        what.push(words::named(&to.name));
    }
    let key = to.key.map(String::from).unwrap_or_default();
    let parts = [
        (from.kind != to.kind, words::kind()),
        (from.group != to.group, words::group()),
        (from.description != to.description, words::description()),
        (attributes || from.attributes != to.attributes, words::attributes()),
        (from.equivalents != to.equivalents || from.parent != to.parent, words::equivalents()),
    ];
    what.extend(parts.iter().filter(|(differs, _)| *differs).map(|(_, word)| folded(word)));
    if from.key != to.key {
        what.push(words::with_key(&key));
    }
    (!what.is_empty()).then(|| what.join(", "))
}

/// A relation type with the roles of another: its own stay, since relations name them, and each may be filled by what
/// either allows.
fn with_roles(own: &RelationType, other: RelationType) -> RelationType {
    let mut roles = own.roles.clone();
    for role in other.roles {
        match roles.iter_mut().find(|own| own.name == role.name) {
            // Anything may fill it.
            Some(own) if own.fillers.is_empty() || role.fillers.is_empty() => own.fillers.clear(),
            Some(own) => {
                let more: Vec<Filler> =
                    role.fillers.into_iter().filter(|filler| !own.fillers.contains(filler)).collect();
                own.fillers.extend(more);
            }
            None => roles.push(role),
        }
    }
    let key = own.key.or(other.key);
    RelationType { id: own.id.clone(), name: other.name, symmetric: other.symmetric, roles, key }
}
