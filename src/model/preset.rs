//! Schemas that come with Postil.

use super::{Attribute, AttributeId, AttributeType, CERTAINTIES, Kind, Label, LabelId, STANCES, Schema};

/// A row of a label preset: id, name, kind, colour slot, key, description.
type Row = (&'static str, &'static str, Kind, u8, char, &'static str);

const NEWS: &[Row] = &[
    ("person", "Person", Kind::Entity, 0, '1', "A named human being."),
    (
        "organisation",
        "Organisation",
        Kind::Entity,
        1,
        '2',
        "A body of people that acts as one: party, ministry, company, agency.",
    ),
    ("place", "Place", Kind::Entity, 2, '3', "A named place: country, city, region, building."),
    ("event", "Event", Kind::Entity, 3, '4', "A named or dated thing that happened."),
    (
        "claim",
        "Claim",
        Kind::Claim,
        4,
        'c',
        "What the report says to be so: one proposition, with who says it.",
    ),
    ("time", "Time", Kind::Other, 5, 't', "A date, a time or a duration."),
    ("quantity", "Quantity", Kind::Other, 6, 'q', "A figure with what it counts."),
    ("cue", "Cue", Kind::Other, 7, 'u', "The words that attribute a claim: said, according to, denied."),
    (
        "furniture",
        "Page furniture",
        Kind::Other,
        8,
        'f',
        "Not the article: advertising, menus, cookie notices, other headlines.",
    ),
];

/// The schema for news: what a new project begins with.
pub fn news() -> Schema {
    let choice = |id: &str, name: &str, values: &[&str]| Attribute {
        id: AttributeId::new(id),
        name: name.to_owned(),
        kind: AttributeType::Choice,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        required: false,
        default: String::new(),
    };
    let label = |&(id, name, kind, colour, key, description): &Row| Label {
        id: LabelId::new(id),
        name: name.to_owned(),
        kind,
        group: String::new(),
        colour,
        key: Some(key),
        description: description.to_owned(),
        parent: None,
        equivalents: Default::default(),
        attributes: match kind {
            Kind::Claim => vec![AttributeId::new("stance"), AttributeId::new("certainty")],
            Kind::Entity | Kind::Other => Vec::new(),
        },
    };
    Schema {
        labels: NEWS.iter().map(label).collect(),
        attributes: vec![choice("stance", "Stance", STANCES), choice("certainty", "Certainty", CERTAINTIES)],
        relation_types: Vec::new(),
    }
}
