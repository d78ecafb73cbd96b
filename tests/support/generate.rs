//! Projects of any shape, from a seed: Unicode of every kind, overlapping and discontinuous
//! fragments, registries, relations, carried JSON. Every project that comes out keeps its invariants.

use postil::model::*;
use postil::sorted::Map;
use postil::text::{Byte, LineEnds, Span, Text};
use std::rc::Rc;

/// Pieces that break what counts wrongly or quotes wrongly.
const PIECES: &[&str] = &[
    "Marzouk",
    " ",
    "\n",
    "\n\n",
    "👩‍👩‍👧",
    "e\u{301}",
    "한국",
    "क्षि",
    "🇮🇩",
    "\"",
    "\\",
    "<script>alert(1)</script>",
    "العربية",
    "\u{200d}",
    "😀",
    "é",
    "\t",
    "\u{2028}",
    "ХАМАС",
    "a",
    "1.400",
    "\u{1}",
    "นี่",
    "\u{feff}",
    "中文",
    "’",
    "/",
];
const JSON: &[&str] = &[
    "null",
    "true",
    "1.00",
    "123456789012345678901234567890",
    "\"\\u00e9\"",
    "[]",
    "{\"b\":1,\"a\":[null,{}]}",
    "-0",
    "\"<b>\"",
];

/// A source of choices: the same seed, the same choices.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    pub fn below(&mut self, n: usize) -> usize {
        // SplitMix64: every seed is a good one.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    pub fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.one_in(2).then(|| make(self))
    }

    pub fn string(&mut self, longest: usize) -> String {
        (0..self.below(longest + 1)).map(|_| *self.pick(PIECES)).collect()
    }

    fn many<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }
}

pub fn text(d: &mut Dice) -> Text {
    let longest = if d.one_in(4) { 3000 } else { 30 };
    Text::new(d.string(longest)).expect("no piece holds NUL")
}

pub fn raw(d: &mut Dice) -> RawJson {
    let json: &&str = d.pick(JSON);
    postil::wire::raw(json).expect("valid JSON")
}

pub fn time(d: &mut Dice) -> Timestamp {
    Timestamp(1_698_398_100_000 + d.below(1_000_000_000) as i64)
}

pub fn fragments(d: &mut Dice, text: &Text) -> Option<Fragments> {
    let mut places: Vec<u32> = text.as_str().char_indices().map(|(at, _)| at as u32).collect();
    places.push(text.span().end().0);
    let count = 1 + d.below(3);
    let spans = (0..count).map(|_| Span::new(Byte(*d.pick(&places)), Byte(*d.pick(&places)))).collect();
    Fragments::join(spans)
}

fn origin(d: &mut Dice, people: &[PersonId]) -> Origin {
    Origin {
        by: d.pick(people).clone(),
        how: *d.pick(&[How::Manual, How::Suggested, How::Propagated, How::Imported, How::Adjudicated]),
        rule: d.string(1),
        score: d.maybe(|d| decimal(&format!("0.{}", d.below(1000)))),
        created: time(d),
        modified: d.maybe(time),
        from: d.many(2, |d| d.string(2)),
        source: d.maybe(raw),
    }
}

pub fn metadata(d: &mut Dice) -> Metadata {
    Metadata {
        title: d.string(4),
        outlet: d.string(2),
        byline: d.many(2, |d| d.string(2)),
        url: d.string(2),
        language: (*d.pick(&["", "id", "en", "zh-Hant"])).to_owned(),
        language_guessed: d.one_in(2),
        published: (*d.pick(&["", "2023", "2023-10-27"])).to_owned(),
        retrieved: d.string(1),
        license: d.string(1),
        split: d.string(1),
        other: d.many(3, |d| (d.string(2), raw(d))).into_iter().collect(),
    }
}

pub fn document(d: &mut Dice, id: String) -> Document {
    Document {
        id: DocumentId::new(id),
        order: d.below(6) as u32,
        text: text(d),
        line_ends: LineEnds { crlf: d.below(3) as u32, cr: d.below(2) as u32, lf: d.below(5) as u32 },
        media_type: (*d.pick(&["text/plain", "text/markdown", ""])).to_owned(),
        metadata: metadata(d),
        status: *d.pick(&[
            DocumentStatus::New,
            DocumentStatus::InWork,
            DocumentStatus::Done,
            DocumentStatus::Checked,
        ]),
        labels: Vec::new(),
        source: d.maybe(|d| DocumentSource { format: d.string(1), file: d.string(2), raw: d.maybe(raw) }),
    }
}

pub fn schema(d: &mut Dice) -> Schema {
    let mut schema = news();
    let attribute = |id: &str, kind, d: &mut Dice| Attribute {
        id: AttributeId::new(id),
        name: d.string(2),
        kind,
        values: d.many(2, |d| d.string(1)),
        required: d.one_in(2),
        default: String::new(),
    };
    schema.attributes.push(attribute("names", AttributeType::Entity, d));
    // The cue of a statement names an annotation whether or not the schema says so.
    if d.one_in(2) {
        schema.attributes.push(attribute("cue", AttributeType::Annotation, d));
    }
    schema.attributes.push(attribute("free", AttributeType::Text, d));
    for n in 0..d.below(3) {
        schema.labels.push(Label {
            id: LabelId::new(format!("own-{n}")),
            name: d.string(2),
            kind: *d.pick(&[Kind::Entity, Kind::Claim, Kind::Other]),
            group: d.string(1),
            colour: d.below(SLOTS.into()) as u8,
            key: d.maybe(|d| *d.pick(&['x', 'é', '中', '"'])),
            description: d.string(2),
            parent: d.maybe(|_| LabelId::new("person")),
            equivalents: d.many(2, |d| (d.string(1), d.string(1))).into_iter().collect(),
            attributes: vec![AttributeId::new("free")],
        });
    }
    let filler = |d: &mut Dice| {
        d.pick(&[
            Filler::Label(LabelId::new("person")),
            Filler::Annotation,
            Filler::Entity,
            Filler::Claim,
            Filler::Document,
        ])
        .clone()
    };
    schema.relation_types.push(RelationType {
        id: RelationTypeId::new("says"),
        name: d.string(2),
        symmetric: d.one_in(2),
        roles: d.many(3, |d| Role { name: d.string(1), fillers: d.many(2, filler) }),
        key: d.maybe(|d| *d.pick(&['y', 'ж', '関'])),
    });
    schema
}

pub fn entity(d: &mut Dice, id: String) -> Entity {
    Entity {
        id: EntityId::new(id),
        name: d.string(3),
        label: LabelId::new(*d.pick(&["person", "place"])),
        aliases: d.many(2, |d| Alias { value: d.string(2), language: d.string(1), script: d.string(1) }),
        ids: d.many(2, |d| ExternalId { scheme: "wikidata".into(), id: d.string(1), url: d.string(1) }),
        description: d.string(2),
        note: d.string(2),
    }
}

pub fn claim(d: &mut Dice, id: String) -> Claim {
    let rating = |d: &mut Dice| Rating {
        value: decimal(&format!("{}.50", d.below(50))),
        best: d.maybe(|_| decimal("5")),
        worst: d.maybe(|_| decimal("1e-300")),
    };
    Claim {
        id: ClaimId::new(id),
        text: d.string(5),
        language: d.string(1),
        topic: d.string(1),
        check_worthiness: d.string(1),
        verdict: d.maybe(|d| Verdict {
            label: d.string(1),
            scheme: d.string(1),
            rating: d.maybe(rating),
            justification: d.string(3),
            by: d.string(1),
            url: d.string(1),
            date: d.string(1),
        }),
        reference: None,
    }
}

/// An annotation that tells a claim.
pub fn told(d: &mut Dice, project: &Project, claim: &ClaimId) -> Option<AnnotationId> {
    let tells = Some(Reference::Claim(claim.clone()));
    let all = project.all_annotations().filter(|annotation| annotation.refers_to == tells);
    let all: Vec<AnnotationId> = all.map(|annotation| annotation.id.clone()).collect();
    if all.is_empty() { None } else { d.maybe(|d| d.pick(&all).clone()) }
}

pub fn arrangement(d: &mut Dice) -> Arrangement {
    let names = |d: &mut Dice| d.many(2, |d| d.string(1));
    let ids = |d: &mut Dice, of: &str| d.many(3, |d| format!("{of}{}", d.below(5)));
    Arrangement { claims: ids(d, "c"), articles: ids(d, "d"), outlets: names(d), speakers: names(d) }
}

/// What an attribute may hold; annotations and entities that it names are there.
pub fn attribute(d: &mut Dice, project: &Project) -> (AttributeId, AttributeValue) {
    let annotations: Vec<String> = project.all_annotations().map(|a| a.id.to_string()).collect();
    let entities: Vec<EntityId> = project.entities.keys().cloned().collect();
    let speaker = |d: &mut Dice| match d.below(3) {
        0 if !annotations.is_empty() => Speaker::Annotation(AnnotationId::new(d.pick(&annotations).as_str())),
        1 if !entities.is_empty() => Speaker::Entity(d.pick(&entities).clone()),
        _ => Speaker::Text(d.string(2)),
    };
    let named =
        |d: &mut Dice| (!annotations.is_empty()).then(|| AnnotationId::new(d.pick(&annotations).as_str()));
    let evidence = |d: &mut Dice| Evidence {
        document: None,
        annotations: d.many(2, |d| named(d)).into_iter().flatten().collect(),
        url: d.string(1),
        text: d.string(1),
        stance: *d.pick(&[EvidenceStance::Supports, EvidenceStance::Refutes, EvidenceStance::Context]),
    };
    let (id, value) = match d.below(10) {
        0 => ("speakers", AttributeValue::Speakers(d.many(3, speaker))),
        1 if !entities.is_empty() => ("names", AttributeValue::Text(d.pick(&entities).to_string())),
        2 if !annotations.is_empty() => ("cue", AttributeValue::Text(d.pick(&annotations).clone())),
        3 => ("sure", AttributeValue::Flag(d.one_in(2))),
        4 => (
            "count",
            AttributeValue::Number(decimal(d.pick::<&str>(&[
                "0",
                "-1.5",
                "0.10",
                "1e300",
                "9007199254740993",
                "220",
            ]))),
        ),
        5 => {
            ("quantity", AttributeValue::Json(postil::wire::raw("{\"op\":\">\",\"low\":200}").expect("JSON")))
        }
        6 => ("evidence", AttributeValue::Evidence(d.many(2, evidence))),
        7 => {
            let annotation = named(d);
            let value = if annotation.is_none() { "2031-03" } else { *d.pick(&["", "2031-03/2031-04"]) };
            ("time", AttributeValue::When(When { annotation, value: value.to_owned() }))
        }
        8 => ("time", AttributeValue::Json(postil::wire::raw("{\"calendar\":\"own\"}").expect("JSON"))),
        _ => ("free", AttributeValue::Text(d.string(3))),
    };
    (AttributeId::new(id), value)
}

fn decimal(text: &str) -> Decimal {
    Decimal::new(text).expect("a number")
}

pub fn annotation(d: &mut Dice, project: &Project, id: String) -> Option<Annotation> {
    let documents: Vec<_> = project.documents().cloned().collect();
    let people: Vec<PersonId> = project.people.keys().cloned().collect();
    if documents.is_empty() || people.is_empty() {
        return None;
    }
    let document = d.pick(&documents).clone();
    let labels: Vec<LabelId> = project.schema.labels.iter().map(|l| l.id.clone()).collect();
    let attributes: Map<_, _> = d.many(3, |d| attribute(d, project)).into_iter().collect();
    Some(Annotation {
        id: AnnotationId::new(id),
        document: document.id.clone(),
        label: d.pick(&labels).clone(),
        fragments: fragments(d, &document.text)?,
        attributes,
        refers_to: reference(d, project),
        note: d.string(3),
        unsure: d.one_in(2),
        status: *d.pick(&[Status::Suggested, Status::Open, Status::Accepted, Status::Rejected]),
        origin: origin(d, &people),
    })
}

pub fn reference(d: &mut Dice, project: &Project) -> Option<Reference> {
    let entities: Vec<_> = project.entities.keys().cloned().collect();
    let claims: Vec<_> = project.claims.keys().cloned().collect();
    match d.below(5) {
        0 => Some(Reference::Nil(Nil)),
        1 if !entities.is_empty() => Some(Reference::Entity(d.pick(&entities).clone())),
        2 if !claims.is_empty() => Some(Reference::Claim(d.pick(&claims).clone())),
        _ => None,
    }
}

pub fn relation(d: &mut Dice, project: &Project, id: String) -> Option<Relation> {
    let mut targets: Vec<String> = project.all_annotations().map(|a| a.id.to_string()).collect();
    let trigger =
        if targets.is_empty() { None } else { d.maybe(|d| AnnotationId::new(d.pick(&targets).as_str())) };
    targets.extend(project.entities.keys().map(|id| id.to_string()));
    targets.extend(project.claims.keys().map(|id| id.to_string()));
    targets.extend(project.documents().map(|document| document.id.to_string()));
    if targets.is_empty() {
        return None;
    }
    let count = 2 + d.below(2);
    Some(Relation {
        id: RelationId::new(id),
        // The schema may not have it.
        kind: RelationTypeId::new(*d.pick(&["says", "affiliation", "gone"])),
        arguments: (0..count)
            .map(|_| Argument { role: d.string(1), target: d.pick(&targets).clone() })
            .collect(),
        symmetric: d.one_in(2),
        trigger,
        attributes: d.many(2, |d| attribute(d, project)).into_iter().collect(),
    })
}

/// A project of about `size` records of each kind.
pub fn project(size: usize, seed: u64) -> Project {
    let d = &mut Dice::new(seed);
    let schema = schema(d);
    let mut project = Project::new(ProjectId::new(d.string(2)), d.string(3), schema, time(d));
    project.modified = time(d);
    project.license = d.string(1);
    project.guidelines = d.string(3);
    project.extra.mappings = d.maybe(raw);
    project.extra.source = d.maybe(raw);
    project.extra.extensions = d.many(2, |d| (format!("x-{}", d.string(1)), raw(d))).into_iter().collect();
    for n in 0..size.min(3) + 1 {
        let kind = *d.pick(&[PersonKind::Person, PersonKind::Rule, PersonKind::Import]);
        let person =
            Person { id: PersonId::new(format!("p{n}")), name: d.string(2), kind, version: d.string(1) };
        project.people.insert(person.id.clone(), person);
    }
    let people: Vec<PersonId> = project.people.keys().cloned().collect();
    for n in 0..size {
        let entity = entity(d, format!("e{n}"));
        project.entities.insert(entity.id.clone(), entity);
        let claim = claim(d, format!("c{n}"));
        project.claims.insert(claim.id.clone(), claim);
        let mut document = document(d, format!("d{n}"));
        document.labels =
            d.many(1, |d| DocumentLabel { label: LabelId::new("event"), origin: origin(d, &people) });
        project.insert_document(Rc::new(document));
    }
    for n in 0..size * 3 {
        if let Some(annotation) = annotation(d, &project, format!("a{n}")) {
            let home = annotation.document.clone();
            project.annotations_mut(&home).expect("its document").insert(Rc::new(annotation));
        }
    }
    let ids: Vec<ClaimId> = project.claims.keys().cloned().collect();
    for id in ids {
        let reference = told(d, &project, &id);
        if let Some(claim) = project.claims.get_mut(&id) {
            claim.reference = reference;
        }
    }
    if d.one_in(2) {
        project.matrix = Rc::new(arrangement(d));
    }
    for n in 0..size {
        if let Some(relation) = relation(d, &project, format!("r{n}")) {
            project.relations.insert(relation.id.clone(), relation);
        }
    }
    project
}
