//! What the labels, attributes and types of relations of a file are in the project.

use crate::app::schema::id_of;
use crate::formats::Annotated;
use crate::model::{
    Attribute, AttributeId, AttributeType, AttributeValue, Decimal, Filler, Label, LabelId, Project,
    RelationType, RelationTypeId, SLOTS, Schema,
};
use crate::sorted::{Map, Set};
use crate::text::folded;

/// What a label of a file becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelTo {
    /// One that is there.
    Own(LabelId),
    /// A new one.
    New,
    /// Nothing: its annotations are not taken.
    Nothing,
}

/// A label of files, and what it becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadLabel {
    /// As the files call it.
    pub name: String,
    /// How many annotations have it, and whole articles.
    pub uses: usize,
    /// What it becomes.
    pub to: LabelTo,
}

/// The labels of what was read, in the order of the files; `chosen` is what the person chose, by name.
pub fn read_labels<'a>(
    sets: impl Iterator<Item = &'a Annotated>,
    here: &Schema,
    chosen: &Map<String, LabelTo>,
) -> Vec<ReadLabel> {
    let mut labels: Vec<ReadLabel> = Vec::new();
    for Annotated { project, uses, .. } in sets {
        for label in &project.schema.labels {
            let uses = uses.get(label.id.as_str()).copied().unwrap_or(0);
            match labels.iter_mut().find(|own| folded(&own.name) == folded(&label.name)) {
                Some(own) => own.uses += uses,
                None => {
                    let to = chosen.get(&label.name).cloned();
                    let to = to.or_else(|| same(here, label).map(LabelTo::Own)).unwrap_or(LabelTo::New);
                    labels.push(ReadLabel { name: label.name.clone(), uses, to });
                }
            }
        }
    }
    labels
}

/// Names that data sets have for the same, folded: those of CoNLL-2003, OntoNotes and spaCy beside words of English and
/// Indonesian.
const TAGS: &[&[&str]] = &[
    &["person", "per", "pers", "people", "orang", "tokoh"],
    &["organisation", "organization", "org", "organisasi"],
    &["place", "location", "loc", "gpe", "tempat", "lokasi"],
    &["event", "evt", "peristiwa"],
    &["time", "date", "waktu", "tanggal"],
    &["quantity", "qty", "kuantitas", "jumlah"],
    &["claim", "klaim"],
];

/// The label that goes by the same name, or that one of the two says is called so elsewhere: `PER` is *Person*.
fn same(here: &Schema, label: &Label) -> Option<LabelId> {
    let name = folded(&label.name);
    let named = |own: &&Label| folded(&own.name) == name;
    let group = TAGS.iter().find(|group| group.contains(&name.as_str()));
    let tagged = |own: &&Label| group.is_some_and(|group| group.contains(&folded(&own.name).as_str()));
    let called = |own: &&Label| {
        own.equivalents.values().any(|other| folded(other) == name)
            || label.equivalents.values().any(|other| folded(other) == folded(&own.name))
    };
    let labels = || here.labels.iter();
    let own = labels().find(named).or_else(|| labels().find(called)).or_else(|| labels().find(tagged));
    own.map(|own| own.id.clone())
}

/// What the names of one file are in the project.
#[derive(Default)]
pub(super) struct Names {
    /// Labels; those that are not here are not taken.
    pub(super) labels: Map<LabelId, LabelId>,
    /// Attributes.
    pub(super) attributes: Map<AttributeId, AttributeId>,
    /// Types of relations, and the names of their roles.
    pub(super) relations: Map<RelationTypeId, (RelationTypeId, Map<String, String>)>,
}

impl Names {
    /// Takes into a schema what a file has and it has not.
    pub(super) fn of(read: &Annotated, labels: &[ReadLabel], schema: &mut Schema) -> Self {
        let set = &read.project;
        let mut names = Self::default();
        for label in &set.schema.labels {
            let to = labels.iter().find(|own| folded(&own.name) == folded(&label.name)).map(|own| &own.to);
            let own = match to {
                Some(LabelTo::Nothing) => continue,
                Some(LabelTo::Own(id)) if schema.label(id).is_some() => id.clone(),
                // Another file of the same set may have brought it.
                _ => match schema.labels.iter().find(|own| folded(&own.name) == folded(&label.name)) {
                    Some(own) => own.id.clone(),
                    None => fresh(label, schema),
                },
            };
            remember(label, &own, &read.format, schema);
            for attribute in &label.attributes {
                names.attribute(attribute, Some(&own), set, schema);
            }
            names.labels.insert(label.id.clone(), own);
        }
        for kind in &set.schema.relation_types {
            names.relation(kind, schema);
        }
        // What is said of relations is an attribute of no label.
        for attribute in set.relations.values().flat_map(|own| own.attributes.keys()) {
            names.attribute(attribute, None, set, schema);
        }
        names
    }

    fn attribute(&mut self, id: &AttributeId, label: Option<&LabelId>, set: &Project, schema: &mut Schema) {
        let Some(new) = set.schema.attribute(id) else { return };
        let known = self.attributes.get(id).cloned();
        // A file may not say of a text that it was chosen, or is a date.
        let words = |kind| matches!(kind, AttributeType::Choice | AttributeType::Text | AttributeType::Date);
        let same = |own: &&Attribute| {
            (own.id == new.id || folded(&own.name) == folded(&new.name))
                && (own.kind == new.kind
                    || words(new.kind) && (words(own.kind) || reads_as(set, id, own.kind)))
        };
        let own = known.or_else(|| schema.attributes.iter().find(same).map(|own| own.id.clone()));
        let own = own.unwrap_or_else(|| {
            let taken = |id: &str| schema.attributes.iter().any(|own| own.id.as_str() == id);
            let own = AttributeId::new(id_of(&new.name, taken));
            schema.attributes.push(Attribute { id: own.clone(), ..new.clone() });
            own
        });
        if let Some(there) = schema.attributes.iter_mut().find(|there| there.id == own)
            && there.kind == AttributeType::Choice
        {
            let more: Vec<String> =
                new.values.iter().filter(|value| !there.values.contains(value)).cloned().collect();
            there.values.extend(more);
        }
        if let Some(label) = schema.labels.iter_mut().find(|there| Some(&there.id) == label)
            && !label.attributes.contains(&own)
        {
            label.attributes.push(own.clone());
        }
        self.attributes.insert(id.clone(), own);
    }

    fn relation(&mut self, new: &RelationType, schema: &mut Schema) {
        let same = |own: &&mut RelationType| folded(&own.name) == folded(&new.name);
        let Some(own) = schema.relation_types.iter_mut().find(same) else {
            let taken = |id: &str| schema.relation_types.iter().any(|own| own.id.as_str() == id);
            let id = RelationTypeId::new(id_of(&new.name, taken));
            let mut own = RelationType { id: id.clone(), key: None, ..new.clone() };
            for role in &mut own.roles {
                role.fillers.retain_mut(|filler| match filler {
                    Filler::Label(label) => self.labels.get(label).map(|own| *label = own.clone()).is_some(),
                    _ => true,
                });
            }
            schema.relation_types.push(own);
            self.relations.insert(new.id.clone(), (id, Map::new()));
            return;
        };
        // Files that know two ends alone call them as they like: the first is the first.
        let strange = new.roles.iter().all(|role| own.role(&role.name).is_none());
        let mut roles = Map::new();
        if strange && own.roles.len() == new.roles.len() {
            for (new, own) in new.roles.iter().zip(&own.roles) {
                roles.insert(new.name.clone(), own.name.clone());
            }
        } else {
            let more: Vec<_> =
                new.roles.iter().filter(|role| own.role(&role.name).is_none()).cloned().collect();
            own.roles.extend(more);
        }
        self.relations.insert(new.id.clone(), (own.id.clone(), roles));
    }
}

/// Whether all that a file says in words under an attribute can be said as this kind. Some formats have nothing but words.
fn reads_as(set: &Project, id: &AttributeId, kind: AttributeType) -> bool {
    let annotations = set.all_annotations().filter_map(|own| own.attributes.get(id));
    let relations = set.relations.values().filter_map(|own| own.attributes.get(id));
    annotations.chain(relations).all(|value| read_as(value, kind).is_some())
}

/// A value in words as a number, or as yes or no; `None` where it is not, or another kind is wanted.
pub(super) fn read_as(value: &AttributeValue, kind: AttributeType) -> Option<AttributeValue> {
    let AttributeValue::Text(text) = value else { return None };
    match (kind, text.as_str()) {
        (AttributeType::Number, number) => Decimal::new(number).map(AttributeValue::Number),
        (AttributeType::Flag, "true" | "yes") => Some(AttributeValue::Flag(true)),
        (AttributeType::Flag, "false" | "no") => Some(AttributeValue::Flag(false)),
        _ => None,
    }
}

/// What a label is called in files of this format: it is written so, and known again, the next time.
fn remember(label: &Label, own: &LabelId, format: &str, schema: &mut Schema) {
    let called = label.equivalents.get(format).unwrap_or(&label.name);
    if let Some(own) = schema.labels.iter_mut().find(|there| there.id == *own)
        && own.name != *called
        && !own.equivalents.contains_key(format)
    {
        own.equivalents.insert(format.to_owned(), called.clone());
    }
}

/// Takes a label into a schema, with a colour that no other has while there is one. Its key and its attributes are not
/// taken: hands know the keys that are there.
fn fresh(label: &Label, schema: &mut Schema) -> LabelId {
    let taken: Set<&str> = schema.labels.iter().map(|own| own.id.as_str()).collect();
    let id = LabelId::new(id_of(&label.name, |id| taken.contains(id)));
    let free = |slot: &u8| schema.labels.iter().all(|own| own.colour != *slot);
    let colour = Some(label.colour).filter(free).or_else(|| (0..SLOTS).find(free)).unwrap_or(label.colour);
    schema.labels.push(Label {
        id: id.clone(),
        colour,
        key: None,
        parent: None,
        attributes: Vec::new(),
        ..label.clone()
    });
    id
}
