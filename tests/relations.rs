//! Relations: made by picking the other end, shown at both, and what becomes of them when an end goes.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use postil::app::{
    Action, Answer, Caret, ClaimAct, Command, EntityAct, LinkAct, RelateAct, RelationAct, RelationChange,
    RelationRow, Screen, Session, Statistics,
};
use postil::edit::History;
use postil::model::{
    AnnotationId, Argument, ClaimId, Filler, LabelId, Misfit, Relation, RelationId, RelationType,
    RelationTypeId, Role, misfits,
};
use postil::storage::Texts;
use support::desk::Desk;

const TEXT: &str = "Ada Lind of the Harbour Guild spoke in Brenhaven. The guild left. Nobody came, she said.";

struct Scene {
    desk: Desk,
    ada: AnnotationId,
    guild: AnnotationId,
    town: AnnotationId,
    claim: AnnotationId,
}

fn scene() -> Scene {
    let mut desk = Desk::with(TEXT);
    let ada = desk.mark("Ada Lind", "person");
    let guild = desk.mark("Harbour Guild", "organisation");
    let town = desk.mark("Brenhaven", "place");
    let claim = desk.mark("Nobody came", "claim");
    Scene { desk, ada, guild, town, claim }
}

fn kind(id: &str) -> RelationTypeId {
    RelationTypeId::new(id)
}

fn step(desk: &mut Desk, act: RelateAct) {
    desk.act(Action::step(act));
}

fn select(desk: &mut Desk, id: &AnnotationId) {
    desk.act(Action::SelectAnnotation { id: id.clone(), add: false, range: false });
}

fn click(desk: &mut Desk, ids: &[&AnnotationId]) {
    let ids = ids.iter().map(|id| (*id).clone()).collect();
    desk.act(Action::Click { caret: Caret::at(desk.find("spoke").start()), ids, add: false });
}

fn relate(desk: &mut Desk, from: &AnnotationId, id: &str, to: &AnnotationId) {
    select(desk, from);
    desk.act(Action::Relate(kind(id)));
    click(desk, &[to]);
}

/// Every relation: its type, and each end's role and id.
fn all(desk: &Desk) -> Vec<String> {
    let ends = |own: &Relation| -> Vec<String> {
        own.arguments.iter().map(|end| format!("{}={}", end.role, end.target)).collect()
    };
    let relations = desk.session().project.relations.values();
    relations.map(|own| format!("{} {}", own.kind, ends(own).join(" "))).collect()
}

fn rows(desk: &Desk, of: &AnnotationId) -> Vec<RelationRow> {
    let annotation = desk.session().anywhere(&desk.document(), of).expect("it is there").clone();
    desk.session().relation_rows(&annotation)
}

fn selected(desk: &Desk) -> AnnotationId {
    desk.session().selected().expect("one is selected").id.clone()
}

fn notice(desk: &Desk) -> &str {
    desk.state.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

fn history(desk: &Desk) -> String {
    let shown = desk.state.history.shown(desk.session());
    shown.first().map(|done| format!("{}: {}", done.act, done.what)).unwrap_or_default()
}

#[test]
fn one_is_made_by_its_key_and_a_click_and_undone() {
    let Scene { mut desk, ada, guild, .. } = scene();
    let before = desk.file();
    select(&mut desk, &ada);
    desk.act(Action::Relate(kind("affiliation")));
    assert!(
        desk.said()
            .starts_with("Belongs to: Person “Ada Lind” as “member”. Pick “body” (Organisation, Place)")
    );
    assert_eq!(
        desk.session().picking_words().expect("it is picked"),
        desk.said().split(". Click").next().unwrap()
    );
    // A mark lies in another one: the innermost that is not the first end.
    click(&mut desk, &[&guild]);
    assert_eq!(all(&desk), [format!("affiliation member={ada} body={guild}")]);
    assert_eq!(desk.said(), "Belongs to: “Ada Lind” → “Harbour Guild”");
    assert_eq!(
        (selected(&desk), desk.session().picking.is_none()),
        (ada.clone(), true),
        "back at the first end"
    );
    assert_eq!(history(&desk), "Relate: Belongs to: “Ada Lind” → “Harbour Guild”");
    let (at_ada, at_guild) = (&rows(&desk, &ada)[0], &rows(&desk, &guild)[0]);
    assert_eq!((at_ada.leads, at_ada.ends[0].text.as_str()), (true, "“Harbour Guild”"));
    assert_eq!((at_guild.leads, at_guild.ends[0].text.as_str()), (false, "“Ada Lind”"));
    assert_eq!((&at_ada.wrong, &at_ada.free), (&vec![], &vec![]));
    let counted = Statistics::of(&desk.session().project, &|_| 0).relations;
    assert_eq!(counted, [("Belongs to".to_owned(), 1)]);
    // The same again says nothing new.
    relate(&mut desk, &ada, "affiliation", &guild);
    assert_eq!((desk.said(), all(&desk).len()), ("This relation is there already", 1));
    desk.run(Command::Undo);
    assert_eq!(notice(&desk), "Undone: Relate, Belongs to");
    assert_eq!(
        (all(&desk), before.contains("relations\": []")),
        (vec![], desk.file().contains("relations\": []"))
    );
    desk.run(Command::Redo);
    assert_eq!(all(&desk).len(), 1);
}

#[test]
fn by_keys_alone_and_given_up() {
    let Scene { mut desk, guild, town, .. } = scene();
    select(&mut desk, &guild);
    desk.run(Command::Relate);
    assert!(desk.effects.iter().any(|effect| format!("{effect:?}").contains("\"relate\"")), "to the box");
    step(&mut desk, RelateAct::Type("loc".into()));
    let of = desk.session().selected().expect("there").clone();
    let names = |typed: &str| -> Vec<(String, bool)> {
        let choices = desk.session().relate_choices(&of, typed);
        choices.into_iter().map(|choice| (choice.name, choice.fits)).collect()
    };
    assert_eq!(names("loc"), [("Located in".to_owned(), true)]);
    assert_eq!(names("").last(), Some(&("Contradicts".to_owned(), false)), "what fits comes first");
    step(&mut desk, RelateAct::Take(kind("location")));
    assert!(desk.session().reading.as_ref().is_some_and(|reading| reading.relating.is_none()));
    desk.run(Command::NextAnnotation);
    assert_eq!(selected(&desk), town);
    desk.run(Command::OpenAnnotation);
    assert_eq!(all(&desk), [format!("location what={guild} where={town}")]);

    // Escape gives up and goes back; so does the key, once there is no other role.
    desk.act(Action::Relate(kind("location"))).run(Command::NextAnnotation).run(Command::Escape);
    assert_eq!((selected(&desk), desk.said(), all(&desk).len()), (guild.clone(), "Nothing picked", 1));
    desk.act(Action::Relate(kind("affiliation")));
    assert!(desk.said().contains("as “member”. Pick “body”"), "{}", desk.said());
    desk.act(Action::Relate(kind("affiliation")));
    assert!(
        desk.said().contains("as “body”. Pick “member”"),
        "the key again: the next role. {}",
        desk.said()
    );
    desk.act(Action::Relate(kind("affiliation")));
    assert_eq!((desk.said(), desk.session().picking.is_none()), ("Nothing picked", true));
    desk.act(Action::ClearSelection).act(Action::Relate(kind("location")));
    assert_eq!((desk.said(), desk.session().picking.is_none()), ("Select an annotation first", true));
}

#[test]
fn what_does_not_fit_is_refused_with_the_reason_and_picking_goes_on() {
    let Scene { mut desk, ada, guild, town, claim } = scene();
    select(&mut desk, &claim);
    desk.act(Action::Relate(kind("location")));
    assert!(
        notice(&desk).starts_with(
            "Claim “Nobody came” does not fit into Located in: what (Organisation, Place, Event)"
        )
    );
    assert!(desk.session().picking.is_none());
    select(&mut desk, &ada);
    desk.act(Action::Relate(kind("affiliation")));
    click(&mut desk, &[&claim]);
    assert_eq!(notice(&desk), "Claim “Nobody came” cannot be “body”: that may be Organisation, Place.");
    click(&mut desk, &[&ada]);
    assert_eq!(notice(&desk), "This is the mark itself. Pick another one.");
    click(&mut desk, &[]);
    assert_eq!((desk.said(), desk.session().picking.is_some()), ("No mark here", true));
    click(&mut desk, &[&town]);
    assert_eq!(all(&desk), [format!("affiliation member={ada} body={town}")]);
    // It fits only the other way round, so that is meant.
    relate(&mut desk, &guild, "affiliation", &ada);
    assert_eq!(all(&desk)[1], format!("affiliation member={ada} body={guild}"));
}

#[test]
fn the_other_end_may_be_in_another_article() {
    let Scene { mut desk, guild, .. } = scene();
    let first = desk.document();
    select(&mut desk, &guild);
    desk.act(Action::Relate(kind("location")));
    desk.paste("Second", "The pier of Nordhavn is closed.");
    let there = desk.document();
    assert!(desk.session().picking.is_some(), "it goes on in another article");
    desk.select("Nordhavn").act(Action::Mark(LabelId::new("place")));
    let pier = desk.marked("Nordhavn");
    assert_eq!((desk.document(), selected(&desk)), (first.clone(), guild.clone()), "back at the first end");
    let row = rows(&desk, &guild)[0].clone();
    assert_eq!((row.ends[0].text.as_str(), row.ends[0].article.as_str()), ("“Nordhavn”", "Second"));
    assert_eq!(desk.session().arcs(), [], "nothing is drawn to another article");

    step(&mut desk, RelateAct::GoTo(row.ends[0].end.clone()));
    assert_eq!((desk.document(), selected(&desk)), (there.clone(), pier.clone()));
    assert!(desk.said().ends_with("Shift+B goes back"), "{}", desk.said());
    assert_eq!(rows(&desk, &pier)[0].ends[0].article, "Report");
    desk.run(Command::WayBack);
    assert_eq!((desk.document(), selected(&desk)), (first.clone(), guild.clone()));
    desk.run(Command::WayBack);
    assert_eq!(desk.said(), "You followed no relation here");

    // The article goes, and the relation with it; both come back.
    desk.act(Action::RemoveDocuments(vec![there]));
    assert_eq!(all(&desk), [] as [&str; 0]);
    desk.run(Command::Undo);
    assert_eq!(all(&desk), [format!("location what={guild} where={pier}")]);
}

#[test]
fn turned_round_and_deleted() {
    let Scene { mut desk, guild, town, .. } = scene();
    relate(&mut desk, &guild, "affiliation", &town);
    let id = rows(&desk, &guild)[0].id.clone();
    step(&mut desk, RelateAct::Turn(id.clone()));
    assert!(
        notice(&desk).contains("cannot be turned round: Place “Brenhaven” cannot be “member”"),
        "{}",
        notice(&desk)
    );
    desk.act(Action::step(RelationAct::Change(
        kind("affiliation"),
        RelationChange::Filler(0, Filler::Label(LabelId::new("place"))),
    )));
    step(&mut desk, RelateAct::Turn(id.clone()));
    assert_eq!(all(&desk), [format!("affiliation member={town} body={guild}")]);
    assert_eq!(history(&desk), "Change relation: Belongs to: “Brenhaven” → “Harbour Guild”");
    step(&mut desk, RelateAct::Delete(id));
    assert_eq!((all(&desk).len(), desk.state.notice.as_ref().is_some_and(|notice| notice.undo)), (0, true));
    assert_eq!(notice(&desk), "Deleted Belongs to: “Brenhaven” → “Harbour Guild”");
    desk.run(Command::Undo);
    assert_eq!(all(&desk).len(), 1);
}

#[test]
fn three_roles_get_one_more_end_and_lose_it_again() {
    let Scene { mut desk, ada, town, claim, .. } = scene();
    desk.act(Action::step(RelationAct::Add("Told by".into())));
    let change = |to| Action::step(RelationAct::Change(kind("told-by"), to));
    desk.act(change(RelationChange::AddRole("place".into())));
    relate(&mut desk, &claim, "told-by", &ada);
    let row = rows(&desk, &claim)[0].clone();
    assert_eq!(
        (row.free.as_slice(), row.wrong.len()),
        (&["place".to_owned()][..], 0),
        "two of three are enough"
    );
    select(&mut desk, &claim);
    step(&mut desk, RelateAct::More(row.id.clone(), "place".into()));
    assert!(
        desk.said().starts_with("Told by of Claim “Nobody came”: pick “place” (anything)"),
        "{}",
        desk.said()
    );
    click(&mut desk, &[&ada]);
    assert_eq!(notice(&desk), "Two of its ends are the same.");
    click(&mut desk, &[&town]);
    assert_eq!(all(&desk), [format!("told-by from={claim} to={ada} place={town}")]);
    // Of three ends one goes, and two are left; of two none.
    select(&mut desk, &town);
    desk.run(Command::Delete);
    assert_eq!(all(&desk), [format!("told-by from={claim} to={ada}")]);
    select(&mut desk, &ada);
    desk.run(Command::Delete);
    assert_eq!(all(&desk), [] as [&str; 0]);
    desk.run(Command::Undo).run(Command::Undo);
    assert_eq!(all(&desk), [format!("told-by from={claim} to={ada} place={town}")]);
}

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
fn arcs_are_those_of_what_is_selected() {
    let Scene { mut desk, ada, guild, town, claim } = scene();
    relate(&mut desk, &ada, "affiliation", &guild);
    relate(&mut desk, &guild, "location", &town);
    select(&mut desk, &guild);
    let arcs: Vec<_> = desk.session().arcs().into_iter().map(|arc| (arc.to, arc.name, arc.leads)).collect();
    assert_eq!(
        arcs,
        [(ada, "Belongs to".to_owned(), Some(false)), (town, "Located in".to_owned(), Some(true))]
    );
    select(&mut desk, &claim);
    assert_eq!(desk.session().arcs(), []);
}

#[test]
fn claims_are_related_on_their_screen() {
    let Scene { mut desk, .. } = scene();
    for text in ["Nobody came", "Somebody came", "Few came"] {
        desk.act(Action::step(ClaimAct::New(text.into())));
    }
    desk.act(Action::Show(Screen::Claims));
    let claim = |text: &str| -> ClaimId {
        let all = desk.session().project.claims.values();
        all.filter(|own| own.text == text).map(|own| own.id.clone()).next().expect("there")
    };
    let (nobody, somebody, few) = (claim("Nobody came"), claim("Somebody came"), claim("Few came"));
    let types: Vec<String> =
        desk.session().claim_relation_types().iter().map(|kind| kind.name.clone()).collect();
    assert_eq!(types, ["Same as", "Supports", "Contradicts", "Updates"], "the schema has none for claims");
    let relate = |desk: &mut Desk, from: &ClaimId, id: &str, to: &ClaimId| {
        desk.act(Action::step(ClaimAct::Open(from.clone(), None)));
        step(desk, RelateAct::ClaimKind(kind(id)));
        step(desk, RelateAct::TypeClaim("came".into()));
        step(desk, RelateAct::TakeClaim(to.clone()));
    };
    relate(&mut desk, &few, "supports", &somebody);
    assert_eq!(desk.said(), "Supports: Few came → Somebody came");
    assert_eq!(desk.state.claims.relating.words, None, "the box is put away");
    assert_eq!(
        desk.session().other_claims(&few, "came some"),
        [(somebody.clone(), "Somebody came".to_owned())]
    );
    relate(&mut desk, &somebody, "supports", &nobody);
    relate(&mut desk, &nobody, "supports", &few);
    assert!(notice(&desk).contains("this would be a loop"), "{}", notice(&desk));
    assert_eq!(desk.state.claims.relating.words.as_deref(), Some("came"), "what was typed stays");
    relate(&mut desk, &nobody, "supports", &nobody);
    assert_eq!(notice(&desk), "Two of its ends are the same.");
    // Turning one round makes no loop either.
    relate(&mut desk, &few, "supports", &nobody);
    let short = desk.session().project.relations.keys().next_back().expect("it is there").clone();
    step(&mut desk, RelateAct::Turn(short.clone()));
    assert!(notice(&desk).contains("this would be a loop"), "{}", notice(&desk));
    step(&mut desk, RelateAct::Delete(short));
    relate(&mut desk, &nobody, "contradicts", &somebody);
    relate(&mut desk, &somebody, "contradicts", &nobody);
    assert_eq!(notice(&desk), "This relation is there already", "it has no direction");
    assert_eq!(all(&desk).len(), 3);
    let rows = desk.session().claim_relations(&somebody);
    let shown: Vec<_> =
        rows.iter().map(|row| (row.kind.as_str(), row.leads, row.ends[0].text.as_str())).collect();
    assert_eq!(
        shown,
        [
            ("Supports", false, "Few came"),
            ("Supports", true, "Nobody came"),
            ("Contradicts", false, "Nobody came"),
        ]
    );
    step(&mut desk, RelateAct::GoTo(rows[0].ends[0].end.clone()));
    assert_eq!(desk.state.claims.open, Some(few));
    desk.act(Action::step(ClaimAct::Delete(nobody)));
    assert_eq!(all(&desk).len(), 1);
    desk.run(Command::Undo);
    assert_eq!(all(&desk).len(), 3);
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
