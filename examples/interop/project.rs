//! The project: what readers stumble over, each case once or twice.

use crate::make::{NOW, attribute, by_hand, document, give, label, mark, person, relate, relation_type};
use postil::model::{
    Alias, AnnotationId, AttributeType, AttributeValue, Claim, ClaimId, Decimal, DocumentId, DocumentLabel,
    Entity, EntityId, Evidence, ExternalId, Filler, How, Kind, LabelId, Nil, PersonId, PersonKind, Project,
    ProjectId, Rating, Reference, RelationId, Schema, Speaker, Status, Verdict, When, check,
};
use postil::wire::raw;

/// Signs of two UTF-16 units, a family of several code points, accents of their own; what is marked is nested, crossing,
/// discontinuous, across paragraphs, at the beginning and at the end.
const ENGLISH: &str = "😀 Ada Lovelace of the Analytical Society met José at the cafe\u{301} in New York and Boston harbour.\n\n\
    “Between 3 and 5 people 👩‍👩‍👧 were safe,” she said on 27 October 2023.\nThe minister\n\ndenied it: Quebec\u{301}";
const ARABIC: &str = "قال موسى أبو مرزوق إن ٢٢٤ شخصا بخير.\nوصل إلى موسكو يوم الجمعة.";
const CHINESE: &str = "莫斯科（路透社）——北京大学校长说，二百二十四人安全。𠮷野家开业了。";
const INDONESIAN: &str = "Moskow – Musa Abu Marzuk, a.l. Dr. H. Marzuk, tiba pukul 09.30.\n\tIa mengatakan 1.400 orang selamat\u{2028}di Gaza.";

fn schema() -> Schema {
    let all = ["role", "sure", "remark", "count", "figure", "day", "who", "cue"];
    let values = |id: &str| Filler::Label(LabelId::new(id));
    Schema {
        labels: vec![
            label("person", "Person", Kind::Entity, &all),
            label("org", "Organisation & body", Kind::Entity, &[]),
            label("place", "مكان", Kind::Entity, &[]),
            label("claim", "Claim", Kind::Claim, &["stance", "certainty", "cue", "quantity"]),
            label("cue", "Cue", Kind::Other, &[]),
            label("event", "Event", Kind::Entity, &[]),
        ],
        attributes: vec![
            attribute(
                "role",
                "Role",
                AttributeType::Choice,
                &["head of state", "minister", "Ministerpräsident"],
            ),
            attribute("sure", "Named in full", AttributeType::Flag, &[]),
            attribute("remark", "Remark", AttributeType::Text, &[]),
            attribute("count", "Count", AttributeType::Number, &[]),
            attribute("figure", "Figure", AttributeType::Quantity, &[]),
            attribute("day", "Day", AttributeType::Date, &[]),
            attribute("who", "Spoken to", AttributeType::Entity, &[]),
            attribute("cue", "Cue", AttributeType::Annotation, &[]),
            attribute("stance", "Stance", AttributeType::Choice, postil::model::STANCES),
            attribute("certainty", "Certainty", AttributeType::Choice, postil::model::CERTAINTIES),
            attribute("quantity", "Quantity", AttributeType::Quantity, &[]),
        ],
        relation_types: vec![
            relation_type(
                "member",
                "Member of",
                false,
                &[("member", &[values("person")]), ("body", &[values("org")])],
            ),
            relation_type("contradiction", "Contradicts", true, &[("one", &[Filler::Claim]), ("other", &[])]),
            relation_type("meeting", "Meeting", false, &[("who", &[]), ("whom", &[]), ("where", &[])]),
        ],
    }
}

pub(crate) fn project() -> Project {
    let mut project = Project::new(ProjectId::new("interop"), "Interop".to_owned(), schema(), NOW);
    "CC-BY-4.0".clone_into(&mut project.license);
    "Mark every name.".clone_into(&mut project.guidelines);
    person(&mut project, "p-ani", "Ani", PersonKind::Person);
    person(&mut project, "p-budi", "Budi \"B\" Wijaya", PersonKind::Person);
    person(&mut project, "p-rule", "names", PersonKind::Rule);
    registries(&mut project);
    documents(&mut project);
    english(&mut project);
    others(&mut project);
    relations(&mut project);
    assert_eq!(check(&project), [], "the project is whole");
    project
}

fn registries(project: &mut Project) {
    let label = LabelId::new("person");
    let mut ada = Entity::new(EntityId::new("e-ada"), "Ada Lovelace".to_owned(), label.clone());
    ada.ids.push(ExternalId {
        scheme: "wikidata".to_owned(),
        id: "Q7259".to_owned(),
        url: "https://www.wikidata.org/wiki/Q7259".to_owned(),
    });
    ada.aliases.push(Alias {
        value: "Augusta".to_owned(),
        language: "en".to_owned(),
        script: "Latn".to_owned(),
    });
    let marzouk = Entity::new(EntityId::new("e-marzouk"), "موسى أبو مرزوق".to_owned(), label);
    for entity in [ada, marzouk] {
        project.entities.insert(entity.id.clone(), entity);
    }
    let mut safe = Claim::new(ClaimId::new("c-safe"), "224 people were safe.".to_owned());
    "en".clone_into(&mut safe.language);
    let number = |text: &str| Decimal::new(text).expect("a number");
    safe.verdict = Some(Verdict {
        label: "Mostly true".to_owned(),
        scheme: "house".to_owned(),
        rating: Some(Rating { value: number("4"), best: Some(number("5")), worst: Some(number("1")) }),
        justification: "Two agencies say so.".to_owned(),
        by: "Fact desk".to_owned(),
        url: "https://example.org/checks/1".to_owned(),
        date: "2023-10-30".to_owned(),
    });
    let arrived = Claim::new(ClaimId::new("c-arrived"), "Marzouk arrived in Moscow.".to_owned());
    for claim in [safe, arrived] {
        project.claims.insert(claim.id.clone(), claim);
    }
}

fn documents(project: &mut Project) {
    document(project, "d-en", "Society, \"harbour\"; cafe\u{301} 😀", ENGLISH);
    document(project, "d-ar", "موسكو", ARABIC);
    document(project, "d-zh", "北京", CHINESE);
    document(project, "d-id", "=HYPERLINK(\"x\")", INDONESIAN);
    document(project, "d-empty", "Nothing", "");
    let fields = [
        ("d-en", "en", "TASS", "train"),
        ("d-ar", "ar", "WAFA", "dev"),
        ("d-zh", "zh-Hans", "新华社", "test"),
    ];
    for (id, language, outlet, split) in fields {
        project.change_document(&DocumentId::new(id), |document| {
            let own = &mut document.metadata;
            language.clone_into(&mut own.language);
            outlet.clone_into(&mut own.outlet);
            split.clone_into(&mut own.split);
            own.byline = vec!["A. Writer".to_owned(), "B, C".to_owned()];
            own.url = format!("https://example.org/{id}?a=1&b=2");
            "2023-10-27".clone_into(&mut own.published);
            own.other.insert("views".to_owned(), raw("12345678901234567890").expect("JSON"));
            document.labels.push(DocumentLabel { label: LabelId::new("event"), origin: by_hand() });
        });
    }
}

fn english(project: &mut Project) {
    let document = "d-en";
    mark(project, document, "a-01", "person", &["😀 Ada Lovelace"], |own| {
        own.refers_to = Some(Reference::Entity(EntityId::new("e-ada")));
        "Two lines,\n\"quoted\"; and a tab\there.".clone_into(&mut own.note);
        let text = |text: &str| AttributeValue::Text(text.to_owned());
        give(own, "role", text("head of state"));
        give(own, "sure", AttributeValue::Flag(true));
        give(own, "remark", text("NA"));
        give(own, "count", AttributeValue::Number(Decimal::new("-1.50").expect("a number")));
        let figure = "{\"op\":\"≥\",\"low\":3,\"high\":5,\"unit\":\"people\"}";
        give(own, "figure", AttributeValue::Json(raw(figure).expect("JSON")));
        give(own, "day", text("2023-10-27"));
        give(own, "who", text("e-marzouk"));
    });
    mark(project, document, "a-02", "org", &["the Analytical Society"], |_| {});
    mark(project, document, "a-03", "org", &["Analytical"], |own| own.unsure = true);
    mark(project, document, "a-04", "person", &["José"], |own| own.refers_to = Some(Reference::Nil(Nil)));
    mark(project, document, "a-05", "place", &["cafe\u{301} in New York"], |own| {
        own.status = Status::Accepted
    });
    mark(project, document, "a-06", "place", &["New York and Boston"], |_| {});
    mark(project, document, "a-07", "place", &["New York", "harbour"], |_| {});
    mark(project, document, "a-08", "place", &["Boston harbour"], |_| {});
    mark(
        project,
        document,
        "a-09",
        "claim",
        &["“Between 3 and 5 people 👩‍👩‍👧 were safe,”"],
        |own| {
            own.refers_to = Some(Reference::Claim(ClaimId::new("c-safe")));
            give(own, "stance", AttributeValue::Text("reports".to_owned()));
            let chain = [Speaker::Entity(EntityId::new("e-ada")), Speaker::Text("TASS".to_owned())];
            give(own, "speakers", AttributeValue::Speakers(chain.to_vec()));
            give(own, "time", AttributeValue::When(When { annotation: None, value: "2023-10".to_owned() }));
            let evidence = Evidence { url: "https://example.org/e".to_owned(), ..Evidence::default() };
            give(own, "evidence", AttributeValue::Evidence(vec![evidence]));
        },
    );
    mark(project, document, "a-10", "cue", &["she said"], |own| {
        own.origin.by = PersonId::new("p-budi");
        own.origin.how = How::Adjudicated;
    });
    let gives =
        |own: &mut postil::model::Annotation| give(own, "cue", AttributeValue::Text("a-10".to_owned()));
    if let Some(all) = project.annotations_mut(&DocumentId::new(document)) {
        all.change(&AnnotationId::new("a-09"), gives);
    }
    mark(project, document, "a-11", "claim", &["The minister\n\ndenied it"], |_| {});
    mark(project, document, "a-12", "place", &["Quebec\u{301}"], |_| {});
    mark(project, document, "a-13", "person", &["minister"], |own| {
        own.status = Status::Suggested;
        own.origin.by = PersonId::new("p-rule");
        own.origin.how = How::Suggested;
        own.origin.score = Decimal::new("0.75");
    });
    mark(project, document, "a-14", "person", &["people"], |own| own.status = Status::Rejected);
}

fn others(project: &mut Project) {
    let marzouk = || Some(Reference::Entity(EntityId::new("e-marzouk")));
    mark(project, "d-ar", "b-01", "person", &["موسى أبو مرزوق"], |own| own.refers_to = marzouk());
    mark(project, "d-ar", "b-02", "claim", &["٢٢٤ شخصا بخير"], |_| {});
    mark(project, "d-ar", "b-03", "place", &["موسكو"], |_| {});
    mark(project, "d-zh", "c-01", "place", &["莫斯科"], |_| {});
    mark(project, "d-zh", "c-02", "org", &["北京大学"], |_| {});
    mark(project, "d-zh", "c-03", "place", &["北京"], |_| {});
    mark(project, "d-zh", "c-04", "org", &["𠮷野家"], |_| {});
    mark(project, "d-id", "i-01", "person", &["Musa Abu Marzuk"], |own| own.refers_to = marzouk());
    mark(project, "d-id", "i-02", "person", &["Marzuk, a.l. Dr. H. Marzuk"], |_| {});
    mark(project, "d-id", "i-03", "claim", &["1.400 orang selamat\u{2028}di Gaza"], |_| {});
    mark(project, "d-id", "i-04", "cue", &["mengata"], |_| {});
}

fn relations(project: &mut Project) {
    relate(project, "r-1", "member", &[("member", "a-01"), ("body", "a-02")]);
    relate(project, "r-2", "meeting", &[("who", "a-01"), ("whom", "a-04"), ("where", "a-05")]);
    relate(project, "r-3", "contradiction", &[("one", "a-09"), ("other", "b-02")]);
    relate(project, "r-4", "contradiction", &[("one", "c-safe"), ("other", "c-arrived")]);
    relate(project, "r-5", "member", &[("member", "a-13"), ("body", "a-02")]);
    relate(project, "r-6", "contradiction", &[("one", "a-11"), ("other", "a-09")]);
    if let Some(relation) = project.relations.get_mut(&RelationId::new("r-1")) {
        relation.trigger = Some(AnnotationId::new("a-10"));
    }
}
