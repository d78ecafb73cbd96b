//! Schemas that come with Postil, beside the one that a new project begins with.

use super::{
    Attribute, AttributeId, AttributeType, CERTAINTIES, Filler, Kind, Label, LabelId, RelationType,
    RelationTypeId, Role, SLOTS, STANCES, Schema,
};
use crate::sorted::Map;

/// A row of a tag set: the tag, what it marks, its description.
type Tag = (&'static str, Kind, &'static str);

const CONLL_2003: &[Tag] = &[
    ("PER", Kind::Entity, "Names of people, also of fictional ones."),
    ("ORG", Kind::Entity, "Names of companies, institutions, parties, teams."),
    ("LOC", Kind::Entity, "Names of places: countries, cities, regions, buildings."),
    ("MISC", Kind::Entity, "Other names and what is derived from names: nationalities, events, works."),
];

const ONTO_NOTES_5: &[Tag] = &[
    ("PERSON", Kind::Entity, "People, including fictional."),
    ("NORP", Kind::Entity, "Nationalities, religious or political groups."),
    ("FAC", Kind::Entity, "Buildings, airports, highways, bridges."),
    ("ORG", Kind::Entity, "Companies, agencies, institutions."),
    ("GPE", Kind::Entity, "Countries, cities, states."),
    ("LOC", Kind::Entity, "Places that are no GPE: mountain ranges, bodies of water."),
    ("PRODUCT", Kind::Entity, "Vehicles, weapons, foods; not services."),
    ("EVENT", Kind::Entity, "Named hurricanes, battles, wars, sports events."),
    ("WORK_OF_ART", Kind::Entity, "Titles of books, songs, films."),
    ("LAW", Kind::Entity, "Named documents made into laws."),
    ("LANGUAGE", Kind::Entity, "Any named language."),
    ("DATE", Kind::Other, "Absolute or relative dates or periods."),
    ("TIME", Kind::Other, "Times smaller than a day."),
    ("PERCENT", Kind::Other, "Percentages, with their sign or word."),
    ("MONEY", Kind::Other, "Sums of money, with the unit."),
    ("QUANTITY", Kind::Other, "Measurements, as of weight or distance."),
    ("ORDINAL", Kind::Other, "First, second, and so on."),
    ("CARDINAL", Kind::Other, "Numbers that are nothing of the above."),
];

const NERGRIT: &[Tag] = &[
    ("PERSON", Kind::Entity, "Nama orang."),
    ("ORGANISATION", Kind::Entity, "Nama organisasi: perusahaan, lembaga, partai, klub."),
    ("PLACE", Kind::Entity, "Nama tempat: negara, kota, wilayah, bangunan."),
];

/// A tag set as a schema: ids and names are the tags, digits and letters the keys.
fn tag_set(scheme: &str, tags: &[Tag]) -> Schema {
    // Letters that no command has.
    let keys: Vec<char> = "123456789qwertyuio".chars().collect();
    let label = |(n, &(tag, kind, description)): (usize, &Tag)| Label {
        id: LabelId::new(tag),
        name: tag.to_owned(),
        kind,
        group: String::new(),
        colour: (n % usize::from(SLOTS)) as u8,
        key: keys.get(n).copied(),
        description: description.to_owned(),
        parent: None,
        equivalents: Map::from_iter([(scheme.to_owned(), tag.to_owned())]),
        attributes: Vec::new(),
    };
    Schema { labels: tags.iter().enumerate().map(label).collect(), ..Schema::default() }
}

/// The four types of CoNLL-2003.
pub fn conll_2003() -> Schema {
    tag_set("conll2003", CONLL_2003)
}

/// The eighteen types of OntoNotes 5.
pub fn onto_notes_5() -> Schema {
    tag_set("ontonotes5", ONTO_NOTES_5)
}

/// The three types of NERGrit as IndoNLU has them.
pub fn nergrit() -> Schema {
    tag_set("nergrit", NERGRIT)
}

/// A row of a preset: id, name, kind, key, description, attributes.
type Row = (&'static str, &'static str, Kind, char, &'static str, &'static [&'static str]);

const ATTRIBUTION: &[Row] = &[
    (
        "claim",
        "Claim",
        Kind::Claim,
        'c',
        "What the report says to be so: one proposition, with who says it.",
        &["stance", "certainty", "checkworthy"],
    ),
    (
        "source",
        "Source",
        Kind::Entity,
        's',
        "Whoever the report makes responsible for a claim: a person, a body, a paper, an unnamed official.",
        &["source-type"],
    ),
    ("cue", "Cue", Kind::Other, 'u', "The words that attribute: said, according to, denied.", &[]),
    (
        "quotation",
        "Quotation",
        Kind::Other,
        'q',
        "Words that the report gives as somebody's own.",
        &["directness"],
    ),
    (
        "evidence",
        "Evidence",
        Kind::Other,
        'e',
        "What the report offers in support: a figure, a document, a witness.",
        &[],
    ),
    (
        "figure",
        "Figure",
        Kind::Other,
        'g',
        "A number that a claim stands on, with what it counts.",
        &["figure"],
    ),
    ("time", "Time", Kind::Other, 't', "A date, a time or a duration.", &["date"]),
];

/// Claims, who makes them, and on what they stand.
pub fn attribution() -> Schema {
    let attribute = |id: &str, name: &str, kind: AttributeType, values: &[&str]| Attribute {
        id: AttributeId::new(id),
        name: name.to_owned(),
        kind,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        required: false,
        default: String::new(),
    };
    let label = |(n, &(id, name, kind, key, description, attributes)): (usize, &Row)| Label {
        id: LabelId::new(id),
        name: name.to_owned(),
        kind,
        group: String::new(),
        colour: n as u8,
        key: Some(key),
        description: description.to_owned(),
        parent: None,
        equivalents: Map::new(),
        attributes: attributes.iter().map(|id| AttributeId::new(*id)).collect(),
    };
    let role = |name: &str, label: &str| Role {
        name: name.to_owned(),
        fillers: vec![Filler::Label(LabelId::new(label))],
    };
    let relation = |id: &str, name: &str, symmetric: bool, key: char, roles: Vec<Role>| RelationType {
        id: RelationTypeId::new(id),
        name: name.to_owned(),
        symmetric,
        roles,
        key: Some(key),
    };
    Schema {
        labels: ATTRIBUTION.iter().enumerate().map(label).collect(),
        attributes: vec![
            attribute("stance", "Stance", AttributeType::Choice, STANCES),
            attribute("certainty", "Certainty", AttributeType::Choice, CERTAINTIES),
            attribute("checkworthy", "Worth checking", AttributeType::Flag, &[]),
            attribute(
                "source-type",
                "Type of source",
                AttributeType::Choice,
                &["named person", "named body", "medium", "document", "unnamed", "unclear"],
            ),
            attribute("directness", "Directness", AttributeType::Choice, &["direct", "indirect", "mixed"]),
            attribute("figure", "Figure", AttributeType::Quantity, &[]),
            attribute("date", "Date", AttributeType::Date, &[]),
        ],
        relation_types: vec![
            relation(
                "attribution",
                "Attribution",
                false,
                'a',
                vec![role("claim", "claim"), role("source", "source"), role("cue", "cue")],
            ),
            relation(
                "support",
                "Support",
                false,
                'o',
                vec![role("evidence", "evidence"), role("claim", "claim")],
            ),
            relation(
                "contradiction",
                "Contradiction",
                true,
                'd',
                vec![role("one", "claim"), role("other", "claim")],
            ),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_holds_together() {
        for (schema, labels) in [
            (super::super::news(), 9),
            (conll_2003(), 4),
            (onto_notes_5(), 18),
            (nergrit(), 3),
            (attribution(), 7),
        ] {
            assert_eq!(schema.labels.len(), labels);
            let mut keys: Vec<char> = schema.labels.iter().filter_map(|label| label.key).collect();
            keys.extend(schema.relation_types.iter().filter_map(|kind| kind.key));
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), all, "one key does one thing");
            for label in &schema.labels {
                assert!(label.colour < SLOTS);
                assert!(!label.description.is_empty(), "{} has a hint", label.id);
                assert_eq!(schema.attributes_of(label).count(), label.attributes.len());
            }
            for filler in schema.relation_types.iter().flat_map(|kind| &kind.roles).flat_map(|r| &r.fillers) {
                assert!(matches!(filler, Filler::Label(id) if schema.label(id).is_some()));
            }
        }
    }
}
