//! Relations: made by picking the other end, shown at both, turned round and deleted.

use crate::support::desk::Desk;
use crate::support::relating::{
    Scene, all, click, history, kind, notice, relate, rows, scene, select, selected, step,
};
use postil::app::{Action, ClaimAct, Command, RelateAct, RelationAct, RelationChange, Screen, Statistics};
use postil::model::{ClaimId, Filler, LabelId};

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
