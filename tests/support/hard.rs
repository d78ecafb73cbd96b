//! A project of the cases that break writers: what is marked at 0 and at the end, nested, crossing, in fragments, over
//! the end of a paragraph, right to left, in emoji and combining marks, and an empty article.

use super::columns::{mark, marked};
use postil::model::*;
use postil::text::{Byte, Span};

/// The spans of pieces of a text, one after the other.
fn places(text: &str, pieces: &[&str]) -> Vec<Span> {
    let mut from = 0;
    let mut spans = Vec::new();
    for piece in pieces {
        let at = from + text[from..].find(piece).expect("a piece of the text");
        from = at + piece.len();
        spans.push(Span::new(Byte(at as u32), Byte(from as u32)));
    }
    spans
}

/// The same whenever it is made.
pub fn hard() -> Project {
    let mut project = marked(&[
        "[Person:Joko Widodo] tiba di [Place:[Place:Jakarta] Pusat]. Ia said “no” at 9 a.m. [Organisation:PKB-[Person:Ani]]",
        "  \u{FEFF}[Person:👩‍👩‍👧] e\u{301}[Place:e\u{301}]x  [Place:New\u{A0}York]\n\n[Event:Two\nlines. End] [Claim:was here]. ",
        "",
        "قال [Person:محمد] نعم. [Place:القاهرة]",
        "left and right arms, a|b=c (d) [Person:Ben-Gurion, David] \\ % # _ ",
        "他说。[Place:台北]很美。",
        " \n\u{200B}",
    ]);
    let people: Vec<PersonId> = project.people.keys().cloned().collect();
    for (document, label, pieces) in [
        ("d0", "Place", &["Widodo", "Jakarta"][..]),
        ("d0", "Person", &["Widodo tiba"]),
        ("d1", "Event", &["York\n\nTwo"]),
        ("d4", "Place", &["left", "arms"]),
        ("d4", "Place", &["right arms"]),
        ("d4", "Person", &["left and"]),
        ("d4", "Organisation", &["a|b=c (d)"]),
    ] {
        let id = DocumentId::new(document);
        let spans = places(project.document(&id).expect("an article").text.as_str(), pieces);
        mark(&mut project, &id, label, spans, &people[0]);
    }
    let mut joko = Entity::new(EntityId::new("e-1"), "Joko Widodo".to_owned(), LabelId::new("person"));
    joko.ids.push(ExternalId { scheme: "wikidata".into(), id: "Q3318231".into(), url: String::new() });
    let mut city = Entity::new(EntityId::new("e-2"), "Jakarta".to_owned(), LabelId::new("place"));
    city.ids.push(ExternalId { scheme: "own".into(), id: "a-b(c)|d=e, f".into(), url: String::new() });
    for entity in [joko, city] {
        project.entities.insert(entity.id.clone(), entity);
    }
    let homes: Vec<DocumentId> = project.documents().map(|document| document.id.clone()).collect();
    for home in homes {
        let Some(all) = project.annotations_mut(&home) else { continue };
        let ids: Vec<AnnotationId> = all.iter().map(|annotation| annotation.id.clone()).collect();
        for (n, id) in ids.iter().enumerate() {
            all.change(id, |annotation| {
                annotation.refers_to = match (annotation.label.as_str(), n % 4) {
                    (_, 3) => Some(Reference::Nil(Nil)),
                    ("person", _) => Some(Reference::Entity(EntityId::new("e-1"))),
                    ("place", _) => Some(Reference::Entity(EntityId::new("e-2"))),
                    _ => None,
                };
                if n == 0 {
                    annotation.note = "Is it - he, or (she)?\n=|%".to_owned();
                    annotation.unsure = true;
                    let value = AttributeValue::Text("a b-c".to_owned());
                    annotation.attributes.insert(AttributeId::new("role"), value);
                }
            });
        }
    }
    for (home, split) in [("d0", "train"), ("d1", "dev"), ("d3", "test"), ("d4", "train")] {
        project
            .change_document(&DocumentId::new(home), |document| document.metadata.split = split.to_owned());
    }
    project.change_document(&DocumentId::new("d0"), |document| {
        document.metadata.byline = vec!["Ani".to_owned(), "Budi, \"S.\"".to_owned()];
        document.metadata.published = "2023-10-27".to_owned();
        document.metadata.language = "id".to_owned();
        let views = postil::wire::raw("{\"views\": 1400}").expect("JSON");
        document.metadata.other.insert("counts".to_owned(), views);
    });
    project
}
