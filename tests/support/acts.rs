//! Transactions of any shape in a project of any shape, from a seed.

use super::generate::*;
use postil::edit::*;
use postil::model::*;
use postil::sorted::Map;
use postil::text::LineEnds;
use std::rc::Rc;

/// The stamp of the `counter`th transaction.
pub fn stamp(d: &mut Dice, project: &Project, counter: u64) -> Stamp {
    let people: Vec<PersonId> = project.people.keys().cloned().collect();
    let id = TransactionId { actor: Actor("t".into()), counter };
    Stamp { id, person: d.pick(&people).clone(), time: time(d) }
}

/// A transaction that fits the project: of one act as a person does it, or of one op of any kind.
pub fn transaction(d: &mut Dice, project: &Project, counter: u64) -> Option<Transaction> {
    let stamp = stamp(d, project, counter);
    let all: Vec<Rc<Annotation>> = project.all_annotations().cloned().collect();
    let documents: Vec<Rc<Document>> = project.documents().cloned().collect();
    let single = |act, op| {
        let Stamp { id, person, time } = stamp.clone();
        Some(Transaction { id, person, time, act, undoes: None, ops: vec![op] })
    };
    let mut build = Builder::new(project, stamp.clone(), Act::Mark);
    match d.below(29) {
        0 => {
            let id = build.new_id();
            build.add_document(document(d, id));
            let id = build.new_id();
            build.add_document(document(d, id));
        }
        1 if !documents.is_empty() => drop(build.remove_documents(&[d.pick(&documents).id.clone()])),
        2 if !documents.is_empty() => drop(build.set_metadata(&d.pick(&documents).id, metadata(d))),
        3..=5 if !documents.is_empty() => {
            let document = d.pick(&documents);
            build.annotate(&document.id, &LabelId::new("person"), fragments(d, &document.text)?);
        }
        6 if !all.is_empty() => {
            let home = d.pick(&all).document.clone();
            let some: Vec<AnnotationId> = all.iter().map(|a| a.id.clone()).filter(|_| d.one_in(2)).collect();
            build.remove_annotations(&home, &some);
        }
        7..=8 if !all.is_empty() => {
            let annotation = d.pick(&all).clone();
            let text = project.document(&annotation.document)?.text.clone();
            for _ in 0..3 {
                let (key, value) = attribute(d, project);
                let field = match d.below(7) {
                    0 => AnnotationField::Label(LabelId::new("place")),
                    1 => AnnotationField::Fragments(fragments(d, &text)?),
                    2 => AnnotationField::Attribute(key, d.maybe(|_| value)),
                    3 => AnnotationField::RefersTo(reference(d, project)),
                    4 => AnnotationField::Note(d.string(3)),
                    5 => AnnotationField::Unsure(d.one_in(2)),
                    _ => AnnotationField::Status(Status::Rejected),
                };
                build.set(&annotation.document, &annotation.id, field);
            }
        }
        9 => {
            let name = d.string(3);
            build.rename_project(name);
            let mut schema = (*project.schema).clone();
            schema.labels[0].name = d.string(2);
            build.set_schema(schema);
        }
        10 => {
            let id = format!("e{}", d.below(5));
            let entity = Box::new(entity(d, id));
            let from = project.entities.get(&entity.id).cloned().map(Box::new);
            return single(Act::Note, Op::SetEntity { from, to: Some(entity) });
        }
        11 => {
            let id = format!("c{}", d.below(5));
            let mut claim = Box::new(claim(d, id));
            claim.reference = told(d, project, &claim.id);
            let from = project.claims.get(&claim.id).cloned().map(Box::new);
            return single(Act::Note, Op::SetClaim { from, to: Some(claim) });
        }
        12 => {
            let id = format!("r{}", d.below(5));
            let relation = relation(d, project, id)?;
            let from = project.relations.get(&relation.id).cloned().map(Box::new);
            let to = d.maybe(|_| Box::new(relation));
            return single(Act::Note, Op::SetRelation { from, to });
        }
        13 if !documents.is_empty() => {
            let label = LabelId::new(*d.pick(&["person", "place"]));
            let labels = vec![DocumentLabel { label, origin: build.origin(How::Manual) }];
            build.set_document_labels(&d.pick(&documents).id, labels);
            let text = d.string(5);
            build.set_guidelines(text);
        }
        17..=18 if !documents.is_empty() => {
            let before = d.pick(&documents);
            let new = Document { text: text(d), line_ends: LineEnds::default(), ..(**before).clone() };
            let mut places = Map::new();
            for annotation in project.annotations(&before.id)?.iter() {
                if let Some(fragments) = fragments(d, &new.text).filter(|_| !d.one_in(4)) {
                    places.insert(annotation.id.clone(), fragments);
                }
            }
            build.correct(new, &places);
        }
        19..=20 => {
            let ids: Vec<EntityId> = project.entities.keys().cloned().collect();
            let into = ids.get(d.below(ids.len().max(1)))?;
            // The same ones may be named twice, and the one that stays among them.
            let others = [d.pick(&ids).clone(), d.pick(&ids).clone(), into.clone()];
            build.merge_entities(into, &others, &all);
        }
        21 => {
            let ids: Vec<EntityId> = project.entities.keys().cloned().collect();
            let some: Vec<EntityId> = ids.into_iter().filter(|_| d.one_in(2)).collect();
            build.remove_entities(&some, &all);
        }
        22 => {
            let id = project.claims.keys().next()?;
            build.remove_claim(id);
        }
        23 if !all.is_empty() => {
            let mention = d.pick(&all);
            let id = EntityId::new(build.new_id());
            build.set_entity(Entity { id: id.clone(), ..entity(d, String::new()) });
            let alias = Alias { value: d.string(2), language: String::new(), script: String::new() };
            build.learn(&id, alias);
            build.refer(&mention.document, &mention.id, Some(Reference::Entity(id)));
        }
        25 => drop(build.arrange(arrangement(d))),
        // One act may link a statement elsewhere and touch the claim that is held against it.
        26 => {
            let id = project.claims.keys().next()?;
            let claim =
                Claim { topic: d.string(2), reference: told(d, project, id), ..project.claims[id].clone() };
            build.set_claim(claim);
            for statement in all.iter().filter(|a| matches!(a.refers_to, Some(Reference::Claim(_)))) {
                if d.one_in(2) {
                    build.refer(&statement.document, &statement.id, reference(d, project));
                }
            }
        }
        27 => {
            let new = relation(d, project, String::new())?;
            build.relate(&new.kind, new.symmetric, new.arguments);
            let ids: Vec<RelationId> = project.relations.keys().cloned().collect();
            if let Some(id) = ids.get(d.below(ids.len().max(1))) {
                let other = relation(d, project, id.to_string())?;
                build.set_relation(other);
                if d.one_in(2) {
                    build.unrelate(id);
                }
            }
        }
        // Ends of one relation go one after the other.
        28 if !documents.is_empty() => {
            let ids: Vec<EntityId> = project.entities.keys().cloned().collect();
            let some: Vec<EntityId> = ids.into_iter().filter(|_| d.one_in(2)).collect();
            build.remove_entities(&some, &all);
            let gone = d.pick(&documents).id.clone();
            build.remove_documents(&[gone]);
            if let Some(id) = project.claims.keys().next() {
                build.remove_claim(id);
            }
        }
        14 => drop(build.move_label(&LabelId::new("person"), &LabelId::new("place"))),
        15 => drop(build.delete_labelled(&LabelId::new("place"))),
        16 => {
            let (key, value) = attribute(d, project);
            build.change_values(&key, None, |old| (*old != value).then(|| value.clone()));
            if let Some(relation) = project.relations.values().next() {
                build.rename_role(&relation.kind, &relation.arguments[0].role, "renamed");
            }
        }
        _ => {
            let person = d.pick(&project.people.values().cloned().collect::<Vec<_>>()).clone();
            build.set_person(Person { name: d.string(3), ..person });
        }
    }
    build.finish()
}
