//! What relations may hold: which ends fit a role, and what becomes of a relation when an end, its type or a key goes or
//! changes.

use crate::support::desk::Desk;
use crate::support::relating::{Scene, TEXT, all, click, kind, notice, relate, rows, scene, select, step};
use crate::support::tellings;
use postil::app::{
    Action, Answer, Command, EntityAct, LinkAct, RelateAct, RelationAct, RelationChange, Session,
};
use postil::edit::{Act, Actor, Builder, History, Op, Stamp, TransactionId};
use postil::model::{
    AnnotationId, Argument, EntityId, Filler, LabelId, Misfit, PersonId, Relation, RelationId, RelationType,
    Role, Timestamp, misfits,
};
use postil::sorted::Map;
use postil::storage::Texts;
use std::time::{Duration, Instant};

#[test]
fn a_role_for_an_entity_takes_what_the_mark_refers_to() {
    let Scene { mut desk, ada, guild, .. } = scene();
    desk.act(Action::step(RelationAct::Add("Leads".into())));
    let change = |to| Action::step(RelationAct::Change(kind("leads"), to));
    desk.act(change(RelationChange::Filler(1, Filler::Entity)));
    select(&mut desk, &ada);
    desk.act(Action::Relate(kind("leads")));
    click(&mut desk, &[&guild]);
    assert!(notice(&desk).contains("refers to no entity yet, and “to” is an entity"), "{}", notice(&desk));
    desk.run(Command::Escape);
    select(&mut desk, &guild);
    let answers = desk.session().link_choices(desk.session().selected().expect("there"), "Harbour Guild");
    desk.act(Action::step(LinkAct::Take(answers[0].clone())));
    relate(&mut desk, &ada, "leads", &guild);
    let entity = desk.session().project.entities.keys().next().expect("one was made").clone();
    assert_eq!(all(&desk), [format!("leads from={ada} to={entity}")]);
    let row = rows(&desk, &guild)[0].clone();
    assert_eq!((row.through.as_str(), row.ends[0].text.as_str()), ("Harbour Guild", "“Ada Lind”"));
    // Merged into another one the relation follows; deleted it goes.
    desk.act(Action::step(EntityAct::New("The Guild".into(), LabelId::new("organisation"))));
    let other =
        desk.session().project.entities.keys().find(|id| **id != entity).expect("the new one").clone();
    desk.act(Action::step(EntityAct::Merge(other.clone(), entity)));
    assert_eq!(all(&desk), [format!("leads from={ada} to={other}")]);
    desk.act(Action::step(EntityAct::Delete(other)));
    assert_eq!(all(&desk), [] as [&str; 0]);
    desk.run(Command::Undo).run(Command::Undo);
    assert_eq!(all(&desk).len(), 1);
}

#[test]
fn entities_that_become_one_leave_no_relation_twice() {
    let Scene { mut desk, ada, guild, town, .. } = scene();
    desk.act(Action::step(RelationAct::Add("Leads".into())));
    desk.act(Action::step(RelationAct::Change(kind("leads"), RelationChange::Filler(1, Filler::Entity))));
    let create = |desk: &mut Desk, of: &AnnotationId, name: &str| {
        select(desk, of);
        desk.act(Action::step(LinkAct::Take(Answer::Create(name.into()))));
        let entities = &desk.session().project.entities;
        entities.values().find(|own| own.name == name).expect("it was made").id.clone()
    };
    let (one, two) = (create(&mut desk, &guild, "Harbour Guild"), create(&mut desk, &town, "The Guild"));
    relate(&mut desk, &ada, "leads", &guild);
    relate(&mut desk, &ada, "leads", &town);
    assert_eq!(all(&desk).len(), 2);
    desk.act(Action::step(EntityAct::Merge(one.clone(), two.clone())));
    assert_eq!(all(&desk), [format!("leads from={ada} to={one}")]);
    desk.run(Command::Undo);
    assert_eq!(all(&desk).len(), 2, "one undo brings both back");
    // One with a word that expresses it stays, whichever was made first.
    let session = desk.session();
    let mut project = session.project.clone();
    let last = project.relations.keys().last().expect("two").clone();
    project.relations.get_mut(&last).expect("there").trigger = Some(ada.clone());
    let session = Session::new(project, History::default(), Texts::default(), session.counter);
    desk.act(Action::Opened(Box::new(session)));
    desk.act(Action::step(EntityAct::Merge(one, two)));
    let left = &desk.session().project.relations;
    assert_eq!(left.keys().collect::<Vec<_>>(), [&last]);
}

#[test]
fn every_misfit_is_found() {
    let Scene { mut desk, ada, guild, town, claim } = scene();
    relate(&mut desk, &ada, "affiliation", &guild);
    let session = desk.session();
    let own = session.project.relations.values().next().expect("one").clone();
    let schema = &session.project.schema;
    let two = schema.relation_type(&kind("affiliation"));
    let three = RelationType {
        roles: ["a", "b", "c"]
            .map(|name| Role { name: name.into(), fillers: vec![Filler::Annotation] })
            .into(),
        ..two.expect("it is there").clone()
    };
    let end = |role: &str, target: &AnnotationId| Argument { role: role.into(), target: target.to_string() };
    let with = |ends: Vec<Argument>| Relation { arguments: ends, ..own.clone() };
    let missing = |role: &str| Misfit::Missing(role.into());
    let cases = [
        ("as it should be", two, own.clone(), vec![]),
        ("the type is gone", None, own.clone(), vec![Misfit::NoType]),
        ("one end", two, with(vec![end("member", &ada)]), vec![Misfit::Few, missing("body")]),
        (
            "a place for a person",
            two,
            with(vec![end("member", &town), end("body", &guild)]),
            vec![Misfit::Filler("member".into())],
        ),
        ("the same twice", two, with(vec![end("member", &guild), end("body", &guild)]), vec![Misfit::Same]),
        (
            "a role of another type",
            two,
            with(vec![end("member", &ada), end("where", &town)]),
            vec![Misfit::NoRole("where".into()), missing("body")],
        ),
        ("two of three roles", Some(&three), with(vec![end("a", &ada), end("c", &claim)]), vec![]),
    ];
    for (name, kind, relation, expected) in cases {
        assert_eq!(misfits(&session.project, kind, &relation), expected, "{name}");
    }
}

/// What a file brings of a type that the schema does not have stays, is named by its id and can be deleted.
#[test]
fn a_relation_without_a_type_stays_until_it_is_deleted() {
    let Scene { mut desk, ada, guild, .. } = scene();
    relate(&mut desk, &ada, "affiliation", &guild);
    let file = desk.file().replace("\"type\":\"affiliation\"", "\"type\":\"kinship\"");
    let read = postil::wire::project::read(file.as_bytes()).expect("it is read");
    assert_eq!(read.issues, []);
    let project = read.value;
    assert_eq!(postil::wire::project::to_string(&project, postil::wire::project::Texts::Inline), file);
    let id = RelationId::new(project.relations.keys().next().expect("it is there").as_str());
    let session = postil::app::Session::new(project, History::default(), Texts::default(), 50);
    desk.act(Action::Opened(Box::new(session)));
    desk.act(Action::OpenArticle(desk.session().project.in_order()[0].id.clone()));
    select(&mut desk, &ada);
    let row = rows(&desk, &ada)[0].clone();
    assert_eq!(row.kind, "kinship");
    assert_eq!(
        row.wrong,
        ["The schema has no relation type “kinship”. The relation is kept until you delete it."]
    );
    step(&mut desk, RelateAct::Delete(id));
    assert_eq!(all(&desk), [] as [&str; 0]);
}

#[test]
fn the_key_of_a_type_is_one_that_nothing_has() {
    let mut desk = Desk::with(TEXT);
    let key = |desk: &mut Desk, typed: &str| {
        desk.act(Action::step(RelationAct::Change(kind("location"), RelationChange::Key(typed.into()))));
        let schema = desk.session().project.schema.clone();
        let wrong = desk.state.schema.wrong.as_ref().map_or("", |(_, why)| why.as_str());
        (schema.relation_type(&kind("location")).expect("there").key, wrong.to_owned())
    };
    assert_eq!(key(&mut desk, "g").0, Some('g'));
    assert_eq!(key(&mut desk, "1").1, "1 marks with Person already. Choose another key.");
    assert!(key(&mut desk, "p").1.contains("p is the key of a command"));
    assert_eq!(key(&mut desk, "m").1, "m begins the relation Belongs to already. Choose another key.");
    assert_eq!(key(&mut desk, ""), (None, String::new()));
    assert!(desk.file().contains("\"key\":\"m\""), "the file has the others");
}

/// How long it takes to merge two entities of which each is related to so many others, at best of some times.
fn merging(relations: usize) -> Duration {
    let mut project = tellings::empty();
    for id in ["one", "two"] {
        tellings::add_entity(&mut project, id, "person", id);
    }
    for n in 0..relations {
        let id = RelationId::new(format!("r{n:05}"));
        let end = |role: &str, target: String| Argument { role: role.into(), target };
        // Every fourth says the same of both.
        let other = if n % 4 == 1 { n - 1 } else { n };
        let of = ["one", "two"][n % 2].to_owned();
        let arguments = vec![end("from", of), end("to", format!("mark {other}"))];
        let relation = Relation {
            id: id.clone(),
            kind: kind("leads"),
            arguments,
            symmetric: false,
            trigger: None,
            attributes: Map::new(),
        };
        project.relations.insert(id, relation);
    }
    let once = |_| {
        let start = Instant::now();
        let id = TransactionId { actor: Actor("t".into()), counter: 1 };
        let stamp = Stamp { id, person: PersonId::new("p"), time: Timestamp(0) };
        let mut builder = Builder::new(&project, stamp, Act::MergeEntities);
        builder.merge_entities(&EntityId::new("one"), &[EntityId::new("two")], &[]);
        let ops = builder.finish().expect("they are merged").ops;
        let gone = ops.iter().filter(|op| matches!(op, Op::SetRelation { to: None, .. })).count();
        assert_eq!(gone, relations / 4);
        start.elapsed()
    };
    (0..3).map(once).min().expect("it is done some times")
}

#[test]
fn four_times_as_many_relations_take_no_sixteen_times_as_long_to_merge() {
    let (few, many) = (merging(1_000), merging(4_000));
    assert!(many < few * 10, "{few:?}, {many:?}");
}
