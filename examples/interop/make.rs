//! Building a project in a few words: where an annotation stands is found by its quotes.

use postil::model::{
    Annotation, AnnotationId, Argument, Attribute, AttributeId, AttributeType, AttributeValue, Document,
    DocumentId, DocumentStatus, Filler, Fragments, How, Kind, Label, LabelId, Metadata, Origin, Person,
    PersonId, PersonKind, Project, Relation, RelationId, RelationType, RelationTypeId, Role, Status,
    Timestamp,
};
use postil::text::{Byte, LineEnds, Span, Text};
use std::rc::Rc;

/// When everything was made: 2023-10-27T09:15:00Z.
pub(crate) const NOW: Timestamp = Timestamp(1_698_398_100_000);

/// A label with the ids of its attributes.
pub(crate) fn label(id: &str, name: &str, kind: Kind, attributes: &[&str]) -> Label {
    Label {
        id: LabelId::new(id),
        name: name.to_owned(),
        kind,
        group: String::new(),
        colour: 0,
        key: None,
        description: String::new(),
        parent: None,
        equivalents: Default::default(),
        attributes: attributes.iter().map(|id| AttributeId::new(*id)).collect(),
    }
}

/// An attribute; of a choice, with its values.
pub(crate) fn attribute(id: &str, name: &str, kind: AttributeType, values: &[&str]) -> Attribute {
    Attribute {
        id: AttributeId::new(id),
        name: name.to_owned(),
        kind,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        required: false,
        default: String::new(),
    }
}

/// A type of relation, each role with what may fill it.
pub(crate) fn relation_type(
    id: &str,
    name: &str,
    symmetric: bool,
    roles: &[(&str, &[Filler])],
) -> RelationType {
    let roles =
        roles.iter().map(|(name, fillers)| Role { name: (*name).to_owned(), fillers: fillers.to_vec() });
    RelationType {
        id: RelationTypeId::new(id),
        name: name.to_owned(),
        symmetric,
        roles: roles.collect(),
        key: None,
    }
}

/// Somebody, or something, that makes annotations.
pub(crate) fn person(project: &mut Project, id: &str, name: &str, kind: PersonKind) {
    let person = Person { id: PersonId::new(id), name: name.to_owned(), kind, version: String::new() };
    project.people.insert(person.id.clone(), person);
}

/// A document with a title and a text.
pub(crate) fn document(project: &mut Project, id: &str, title: &str, text: &str) {
    let document = Document {
        id: DocumentId::new(id),
        order: project.documents().len() as u32,
        text: Text::new(text).expect("a text without NUL"),
        line_ends: LineEnds::default(),
        media_type: "text/plain".to_owned(),
        metadata: Metadata { title: title.to_owned(), ..Metadata::default() },
        status: DocumentStatus::Done,
        labels: Vec::new(),
        source: None,
    };
    assert!(project.insert_document(Rc::new(document)), "{id} is new");
}

/// What Ani made by hand.
pub(crate) fn by_hand() -> Origin {
    Origin {
        by: PersonId::new("p-ani"),
        how: How::Manual,
        rule: String::new(),
        score: None,
        created: NOW,
        modified: None,
        from: Vec::new(),
        source: None,
    }
}

/// Marks what reads like the quotes, each the first behind the one before. `change` says more of it.
pub(crate) fn mark(
    project: &mut Project,
    document: &str,
    id: &str,
    label: &str,
    quotes: &[&str],
    change: impl FnOnce(&mut Annotation),
) {
    let document = DocumentId::new(document);
    let text = project.document(&document).expect("its document").text.clone();
    let mut at = 0;
    let spans = quotes.iter().map(|quote| {
        let start = at + text.as_str()[at..].find(quote).unwrap_or_else(|| panic!("{id}: no {quote}"));
        at = start + quote.len();
        Span::new(Byte(start as u32), Byte(at as u32))
    });
    let mut annotation = Annotation {
        id: AnnotationId::new(id),
        document: document.clone(),
        label: LabelId::new(label),
        fragments: Fragments::new(spans.collect()).expect("spans in order"),
        attributes: Default::default(),
        refers_to: None,
        note: String::new(),
        unsure: false,
        status: Status::Open,
        origin: by_hand(),
    };
    change(&mut annotation);
    project.annotations_mut(&document).expect("its document").insert(Rc::new(annotation));
}

/// Gives an attribute to an annotation.
pub(crate) fn give(annotation: &mut Annotation, id: &str, value: AttributeValue) {
    annotation.attributes.insert(AttributeId::new(id), value);
}

/// Relates records, each with its role.
pub(crate) fn relate(project: &mut Project, id: &str, kind: &str, ends: &[(&str, &str)]) {
    let end = |&(role, target): &(&str, &str)| Argument { role: role.to_owned(), target: target.to_owned() };
    let kind = RelationTypeId::new(kind);
    let relation = Relation {
        id: RelationId::new(id),
        symmetric: project.schema.relation_type(&kind).is_some_and(|own| own.symmetric),
        kind,
        arguments: ends.iter().map(end).collect(),
        trigger: None,
        attributes: Default::default(),
    };
    project.relations.insert(relation.id.clone(), relation);
}
