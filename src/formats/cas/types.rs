//! The types of feature structures: which there are, and which features each has.

use crate::formats::write::stands;
use crate::model::{
    AttributeId, AttributeType, AttributeValue, Kind, LabelId, Project, Schema, names_annotation,
};
use crate::sorted::{Map, Set};
use crate::wire::json;

pub(super) const METADATA: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
pub(super) const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
pub(super) const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
pub(super) const ARTICLE: &str = "custom.Article";
pub(super) const DOCUMENT_LABEL: &str = "custom.DocumentLabel";
pub(super) const PART: &str = "custom.Part";
pub(super) const PARTS_LINK: &str = "custom.PartsLink";
pub(super) const ARGUMENTS_LINK: &str = "custom.FrameArgumentsLink";

const ANNOTATION: &str = "uima.tcas.Annotation";
const TEXT: &str = "uima.cas.String";
const FLAG: &str = "uima.cas.Boolean";
const NUMBER: &str = "uima.cas.Double";

/// What attributes are features of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Entity,
    Claim,
    Span,
    Relation,
    Frame,
}

impl Layer {
    /// Each with its type.
    pub(super) const ALL: [(Self, &str); 5] = [
        (Self::Entity, "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"),
        (Self::Claim, "custom.Claim"),
        (Self::Span, "custom.Span"),
        (Self::Relation, "custom.Relation"),
        (Self::Frame, "custom.Frame"),
    ];

    /// Of the annotations with a label.
    pub(super) fn of(schema: &Schema, label: &LabelId) -> Self {
        match schema.label(label).map(|label| label.kind) {
            Some(Kind::Entity) => Self::Entity,
            Some(Kind::Claim) => Self::Claim,
            Some(Kind::Other) | None => Self::Span,
        }
    }

    /// The name of its type.
    pub(super) fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The features that it has whatever the project.
    fn features(self) -> Features {
        match self {
            Self::Entity | Self::Claim | Self::Span => OF_SPANS,
            Self::Relation => OF_RELATIONS,
            Self::Frame => OF_FRAMES,
        }
    }
}

const OF_SPANS: Features = &[
    ("value", TEXT),
    ("identifier", TEXT),
    ("id", TEXT),
    ("referent", TEXT),
    ("referentName", TEXT),
    ("nil", FLAG),
    ("note", TEXT),
    ("unsure", FLAG),
    ("status", TEXT),
    ("by", TEXT),
    ("created", TEXT),
    ("how", TEXT),
    ("parts", "custom.PartsLink[]"),
];
const OF_RELATIONS: Features = &[
    ("Governor", ANNOTATION),
    ("Dependent", ANNOTATION),
    ("value", TEXT),
    ("id", TEXT),
    ("symmetric", FLAG),
    ("sourceRole", TEXT),
    ("targetRole", TEXT),
    ("trigger", ANNOTATION),
];
const OF_FRAMES: Features = &[
    ("value", TEXT),
    ("id", TEXT),
    ("symmetric", FLAG),
    ("trigger", ANNOTATION),
    ("arguments", "custom.FrameArgumentsLink[]"),
];
const OF_LINKS: Features = &[("role", TEXT), ("target", ANNOTATION)];

/// Name and range of features.
type Features = &'static [(&'static str, &'static str)];

/// The types that are not layers: name, what it is a kind of, features.
const OTHERS: &[(&str, &str, Features)] = &[
    (
        METADATA,
        "uima.tcas.DocumentAnnotation",
        &[
            ("documentTitle", TEXT),
            ("documentId", TEXT),
            ("documentUri", TEXT),
            ("collectionId", TEXT),
            ("documentBaseUri", TEXT),
            ("isLastSegment", FLAG),
        ],
    ),
    (SENTENCE, ANNOTATION, &[("id", TEXT)]),
    (TOKEN, ANNOTATION, &[("parent", ANNOTATION), ("id", TEXT)]),
    (
        ARTICLE,
        "uima.cas.AnnotationBase",
        &[
            ("outlet", TEXT),
            ("byline", "uima.cas.String[]"),
            ("published", TEXT),
            ("retrieved", TEXT),
            ("license", TEXT),
            ("split", TEXT),
            ("status", TEXT),
            ("metadata", TEXT),
        ],
    ),
    (DOCUMENT_LABEL, "uima.cas.AnnotationBase", &[("value", TEXT)]),
    (PART, ANNOTATION, &[]),
    (PARTS_LINK, "uima.cas.TOP", OF_LINKS),
    (ARGUMENTS_LINK, "uima.cas.TOP", OF_LINKS),
];

/// What no feature may be called: words of UIMA, and those that programs in Python and Java stumble over.
const TAKEN: &str = "begin end sofa self type xmiID elements address get set class def for from in is if import lambda not or \
    and pass raise return try while with yield None True False as assert async await break continue del elif else \
    except finally global nonlocal int long float double boolean byte char short void new this super null public \
    private static switch case default do package abstract interface enum";

/// What a feature holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Range {
    Text,
    Flag,
    Number,
    Annotation,
    /// The id of an entity.
    Entity,
    /// Text that is JSON.
    Json,
}

impl Range {
    /// Each with its word in descriptions and its type.
    pub(super) const ALL: [(Self, &str, &str); 6] = [
        (Self::Text, "text", TEXT),
        (Self::Flag, "flag", FLAG),
        (Self::Number, "number", NUMBER),
        (Self::Annotation, "annotation", ANNOTATION),
        (Self::Entity, "entity", TEXT),
        (Self::Json, "json", TEXT),
    ];

    /// Of an attribute by the schema alone.
    fn of_type(kind: AttributeType) -> Self {
        match kind {
            AttributeType::Choice | AttributeType::Text | AttributeType::Date => Self::Text,
            AttributeType::Entity => Self::Entity,
            AttributeType::Flag => Self::Flag,
            AttributeType::Number => Self::Number,
            AttributeType::Quantity => Self::Json,
            AttributeType::Annotation => Self::Annotation,
        }
    }

    /// Of a value of this attribute.
    fn of_value(value: &AttributeValue, schema: &Schema, key: &AttributeId) -> Self {
        let is_entity = || schema.attribute(key).is_some_and(|own| own.kind == AttributeType::Entity);
        match value {
            AttributeValue::Text(_) if names_annotation(schema, key) => Self::Annotation,
            AttributeValue::Text(_) if is_entity() => Self::Entity,
            AttributeValue::Text(_) => Self::Text,
            AttributeValue::Flag(_) => Self::Flag,
            AttributeValue::Number(_) => Self::Number,
            _ => Self::Json,
        }
    }
}

/// The feature of an attribute.
pub(super) struct Feature {
    pub(super) name: String,
    pub(super) range: Range,
    /// The name of the attribute, and its id where that is another one.
    shown: String,
}

/// The types of a project.
pub(super) struct Types {
    pub(super) features: Map<AttributeId, Feature>,
    layers: Map<Layer, Set<AttributeId>>,
}

impl Types {
    pub(super) fn of(project: &Project) -> Self {
        let schema = &project.schema;
        let mut layers: Map<Layer, Set<AttributeId>> = Map::new();
        let mut ranges: Map<AttributeId, Range> = Map::new();
        for label in &schema.labels {
            let own = layers.get_or_insert_with(Layer::of(schema, &label.id), Set::new);
            own.extend(label.attributes.iter().cloned());
        }
        let mut use_in = |layer, key: &AttributeId, value: &AttributeValue| {
            layers.get_or_insert_with(layer, Set::new).insert(key.clone());
            let range = Range::of_value(value, schema, key);
            match ranges.get_mut(key) {
                Some(there) if *there != range => *there = Range::Json,
                Some(_) => {}
                None => {
                    ranges.insert(key.clone(), range);
                }
            }
        };
        for annotation in project.all_annotations().filter(|annotation| stands(annotation)) {
            let layer = Layer::of(schema, &annotation.label);
            annotation.attributes.iter().for_each(|(key, value)| use_in(layer, key, value));
        }
        for relation in project.relations.values() {
            let layer = if relation.arguments.len() == 2 { Layer::Relation } else { Layer::Frame };
            relation.attributes.iter().for_each(|(key, value)| use_in(layer, key, value));
        }
        let fixed = Layer::ALL.iter().flat_map(|(layer, _)| layer.features());
        let mut taken: Set<String> = fixed.map(|(name, _)| (*name).to_owned()).collect();
        taken.extend(TAKEN.split_whitespace().map(str::to_owned));
        let used: Set<&AttributeId> = layers.values().flat_map(|own| own.iter()).collect();
        let features = used.iter().map(|id| {
            let own = schema.attribute(id);
            let range = ranges.get(*id).copied();
            let range = range.or_else(|| own.map(|own| Range::of_type(own.kind))).unwrap_or(Range::Text);
            let name = own.map_or(id.as_str(), |own| &own.name);
            let shown = if name == id.as_str() { name.to_owned() } else { format!("{name} ({id})") };
            ((*id).clone(), Feature { name: apart(name, id.as_str(), &mut taken), range, shown })
        });
        let features = features.collect();
        Self { features, layers }
    }

    /// The value of `%TYPES`, a type in each line.
    pub(super) fn json(&self) -> String {
        let mut types: Vec<String> = Vec::new();
        for (name, above, features) in OTHERS {
            types.push(described(name, above, features, &[]));
        }
        for (layer, name) in Layer::ALL {
            let own = self.layers.get(&layer).into_iter().flat_map(Set::iter);
            let own: Vec<&Feature> = own.filter_map(|id| self.features.get(id)).collect();
            types.push(described(name, ANNOTATION, layer.features(), &own));
        }
        format!("{{\n{}\n}}", types.join(",\n"))
    }
}

/// A type in JSON, behind its key.
fn described(name: &str, above: &str, features: &[(&str, &str)], attributes: &[&Feature]) -> String {
    let mut out = String::new();
    let word = |out: &mut String, key: &str, value: &str| {
        json::key(out, key);
        json::text(out, value);
    };
    json::text(&mut out, name);
    out.push_str(":{");
    word(&mut out, "%NAME", name);
    word(&mut out, "%SUPER_TYPE", above);
    let mut feature = |name: &str, range: &str, description: Option<String>| {
        json::key(&mut out, name);
        out.push('{');
        word(&mut out, "%NAME", name);
        word(&mut out, "%RANGE", range);
        if let Some(description) = description {
            word(&mut out, "%DESCRIPTION", &description);
        }
        out.push('}');
    };
    features.iter().for_each(|(name, range)| feature(name, range, None));
    for own in attributes {
        let (_, word, range) = Range::ALL[own.range as usize];
        feature(&own.name, range, Some(format!("{word}: {}", own.shown)));
    }
    out.push('}');
    out
}

/// A name for a feature: letters of ASCII, digits and underscores, a letter first, and another one than all others.
fn apart(name: &str, id: &str, taken: &mut Set<String>) -> String {
    let fit = |name: &str| -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let fit: String = name.chars().map(plain).collect();
        fit.trim_matches(|c: char| !c.is_ascii_alphabetic() && !c.is_ascii_digit()).to_owned()
    };
    let begins = |name: &String| name.starts_with(|c: char| c.is_ascii_alphabetic());
    let plain = [fit(name), fit(id)].into_iter().find(begins).unwrap_or_else(|| "attribute".to_owned());
    let mut numbered = (2..).map(|n| format!("{plain}_{n}"));
    let mut own = plain.clone();
    while taken.contains(own.as_str()) {
        own = numbered.next().unwrap_or_default();
    }
    taken.insert(own.clone());
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_have_names_that_programs_can_read() {
        let mut taken: Set<String> = TAKEN.split_whitespace().map(str::to_owned).collect();
        for (name, id, expected) in [
            ("Named in full", "x", "Named_in_full"),
            ("named-in.full", "x", "named_in_full"),
            ("Named in full", "x", "Named_in_full_2"),
            ("class", "x", "class_2"),
            ("名", "own", "own"),
            ("名", "名", "attribute"),
            ("1st", "_", "attribute_2"),
            ("_a_", "x", "a"),
        ] {
            assert_eq!(apart(name, id, &mut taken), expected, "{name}");
        }
    }
}
