//! Schemas that come with Postil.

use super::{
    Attribute, AttributeId, AttributeType, CERTAINTIES, Filler, Kind, Label, LabelId, RelationType,
    RelationTypeId, Role, STANCES, Schema,
};

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

/// A row of relation types: id, name, whether its ends are alike, key, then each role with the labels that may fill it.
type Tie = (&'static str, &'static str, bool, char, [(&'static str, &'static str); 2]);

const NEWS_RELATIONS: &[Tie] = &[
    (
        "affiliation",
        "Belongs to",
        false,
        'm',
        [("member", "person organisation"), ("body", "organisation place")],
    ),
    ("location", "Located in", false, 'i', [("what", "organisation place event"), ("where", "place")]),
    ("contradiction", "Contradicts", true, 'd', [("one", "claim"), ("other", "claim")]),
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
    let role = |(name, labels): (&str, &str)| Role {
        name: name.to_owned(),
        fillers: labels.split(' ').map(|label| Filler::Label(LabelId::new(label))).collect(),
    };
    let relation = |&(id, name, symmetric, key, roles): &Tie| RelationType {
        id: RelationTypeId::new(id),
        name: name.to_owned(),
        symmetric,
        roles: roles.map(role).into(),
        key: Some(key),
    };
    Schema {
        labels: NEWS.iter().map(label).collect(),
        attributes: vec![choice("stance", "Stance", STANCES), choice("certainty", "Certainty", CERTAINTIES)],
        relation_types: NEWS_RELATIONS.iter().map(relation).collect(),
    }
}
