//! What a statement says: speakers, cue, figure, time and evidence, typed or picked in the text.

use crate::support::desk::Desk;
use postil::analysis::Statement;
use postil::app::{
    Action, Caret, Command, EntityAct, NAMING, Picked, SetValue, Shared, SpeakerChoice, StatementAct,
    value_text,
};
use postil::model::{
    AnnotationId, AttributeId, AttributeValue, CUE, EVIDENCE, EvidenceStance, LabelId, QUANTITY, SPEAKERS,
    STANCES, Speaker, Stance, TIME,
};
use postil::wire;

const TEXT: &str = "The ministry said on 7 May that at least 1,400 people are held. A clerk denied it.";

/// A statement with a mention, a cue and a time inside and beside it.
struct Scene {
    desk: Desk,
    ministry: AnnotationId,
    cue: AnnotationId,
    time: AnnotationId,
    claim: AnnotationId,
    other: AnnotationId,
}

fn scene() -> Scene {
    let mut desk = Desk::with(TEXT);
    let ministry = desk.mark("The ministry", "organisation");
    let cue = desk.mark("said", "cue");
    let time = desk.mark("on 7 May", "time");
    let other = desk.mark("A clerk denied it", "claim");
    let claim = desk.mark("at least 1,400 people are held", "claim");
    Scene { desk, ministry, cue, time, claim, other }
}

fn id(key: &str) -> AttributeId {
    AttributeId::new(key)
}

fn step(desk: &mut Desk, act: StatementAct) {
    desk.act(Action::step(act));
}

fn said(desk: &Desk, of: &AnnotationId) -> Statement {
    Statement::read(desk.session().annotation(of).expect("there"), &wire::STATEMENT)
}

fn selected(desk: &Desk) -> AnnotationId {
    desk.session().selected().expect("one is selected").id.clone()
}

fn click(desk: &mut Desk, ids: &[&AnnotationId]) {
    let ids = ids.iter().map(|id| (*id).clone()).collect();
    let caret = Caret::at(desk.find("said").start());
    desk.act(Action::Click { caret, ids, add: false });
}

fn select(desk: &mut Desk, of: &AnnotationId) {
    desk.act(Action::SelectAnnotation { id: of.clone(), add: false, range: false });
}

fn history(desk: &Desk) -> String {
    let shown = desk.state.history.shown(desk.session());
    shown.first().map(|done| done.what.clone()).unwrap_or_default()
}

#[test]
fn speaker_and_cue_are_picked_by_a_click() {
    let Scene { mut desk, ministry, cue, claim, .. } = scene();
    desk.run(Command::Pick(Picked::Speaker));
    assert!(desk.said().contains("Speaker of Claim “at least"), "{}", desk.said());
    assert!(desk.session().picking.is_some());
    let entries = desk.session().history.entries().len();
    // A statement lies around its speaker: the one inside is meant, and never the statement itself.
    click(&mut desk, &[&claim, &ministry]);
    assert_eq!(said(&desk, &claim).speakers, [Speaker::Annotation(ministry.clone())]);
    assert_eq!(desk.session().history.entries().len(), entries + 1, "one act");
    assert_eq!((selected(&desk), desk.session().picking.is_none()), (claim.clone(), true));
    assert_eq!(desk.said(), "Speaker: Organisation “The ministry”");
    let names = desk.session().speaker_names(desk.session().annotation(&claim).expect("there"));
    assert_eq!(names[0].1, "“The ministry”", "no id is shown");
    assert!(history(&desk).ends_with("Speakers: → “The ministry”"), "{}", history(&desk));

    desk.run(Command::Pick(Picked::Cue));
    click(&mut desk, &[&cue]);
    assert_eq!(said(&desk, &claim).cue, Some(cue.clone()));
    assert!(history(&desk).ends_with("Cue: → “said”"), "{}", history(&desk));
    desk.run(Command::Undo);
    assert_eq!((said(&desk, &claim).cue, said(&desk, &claim).speakers.len()), (None, 1));
    desk.run(Command::Redo);
    step(&mut desk, StatementAct::TakeOff(id(CUE)));
    assert_eq!(said(&desk, &claim).cue, None);
}

#[test]
fn by_keys_and_given_up() {
    let Scene { mut desk, ministry, cue, time, claim, .. } = scene();
    desk.run(Command::Pick(Picked::Speaker));
    desk.run(Command::PreviousAnnotation).run(Command::PreviousAnnotation);
    desk.run(Command::PreviousAnnotation);
    assert_eq!(selected(&desk), ministry);
    desk.run(Command::OpenAnnotation);
    assert_eq!(said(&desk, &claim).speakers, [Speaker::Annotation(ministry.clone())]);
    assert_eq!(selected(&desk), claim);

    desk.run(Command::Pick(Picked::Cue)).run(Command::OpenAnnotation);
    assert!(desk.said().contains("statement itself"), "{}", desk.said());
    assert!(desk.session().picking.is_some(), "another one may be picked");
    let before = desk.file();
    click(&mut desk, &[]);
    assert_eq!(desk.said(), "No mark here");
    select(&mut desk, &cue);
    desk.run(Command::Escape);
    assert_eq!((selected(&desk), desk.said()), (claim.clone(), "Nothing picked"));
    assert_eq!((desk.file(), desk.session().picking.is_none()), (before, true));

    // The same key gives up as well, and nothing is picked for what is no statement.
    desk.run(Command::Pick(Picked::Time)).run(Command::Pick(Picked::Time));
    assert!(desk.session().picking.is_none());
    select(&mut desk, &time);
    desk.run(Command::Pick(Picked::Time));
    assert_eq!((desk.said(), desk.session().picking.is_none()), ("Select one statement first", true));
}

#[test]
fn speakers_are_entities_or_words() {
    let Scene { mut desk, claim, .. } = scene();
    desk.act(Action::step(EntityAct::New("Ministry of Health".into(), LabelId::new("organisation"))));
    select(&mut desk, &claim);
    step(&mut desk, StatementAct::Type("minis".into()));
    let choices = desk.session().speaker_choices("minis");
    let SpeakerChoice::Entity(entity, name, _) = choices[0].clone() else { panic!("{choices:?}") };
    assert_eq!((name.as_str(), &choices[1]), ("Ministry of Health", &SpeakerChoice::Words("minis".into())));
    assert_eq!(desk.session().speaker_choices("  "), []);
    step(&mut desk, StatementAct::Take(choices[0].clone()));
    // What is typed is not lost when the field is left.
    step(&mut desk, StatementAct::Type("this paper".into()));
    step(&mut desk, StatementAct::Leave);
    let chain = vec![Speaker::Entity(entity.clone()), Speaker::Text("this paper".into())];
    assert_eq!(said(&desk, &claim).speakers, chain);
    assert!(history(&desk).contains("→ Ministry of Health ← this paper"), "{}", history(&desk));
    let before = desk.file();
    step(&mut desk, StatementAct::Type("this paper".into()));
    step(&mut desk, StatementAct::Leave);
    step(&mut desk, StatementAct::Type("nobody".into()));
    step(&mut desk, StatementAct::Close);
    step(&mut desk, StatementAct::Leave);
    assert_eq!(desk.file(), before, "nobody speaks twice, and what was put away is not taken");
    step(&mut desk, StatementAct::Earlier(1));
    step(&mut desk, StatementAct::Reword(0, " this weekly ".into()));
    assert_eq!(said(&desk, &claim).speakers[0], Speaker::Text("this weekly".into()));
    step(&mut desk, StatementAct::RemoveSpeaker(0));
    assert_eq!(said(&desk, &claim).speakers, [Speaker::Entity(entity)]);
    step(&mut desk, StatementAct::RemoveSpeaker(0));
    let left = desk.session().annotation(&claim).expect("there").attributes.contains_key(SPEAKERS);
    assert!(!left, "an empty chain is none");
    assert_eq!(NAMING, "add-speaker");
}

#[test]
fn figure_and_time_are_typed_and_read() {
    let Scene { mut desk, time, claim, .. } = scene();
    let of = desk.session().annotation(&claim).expect("there").clone();
    let shown = desk.session().statement_attributes(&of);
    let keys: Vec<&str> = shown.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(keys, [QUANTITY, TIME], "the label has stance and certainty itself");
    assert!(shown.iter().all(|(_, value)| *value == Shared::Same(None)), "nothing is taken by itself");
    let read = desk.session().figures_read(&of);
    let read: Vec<String> = read.iter().map(ToString::to_string).collect();
    assert_eq!(read, ["1.4 people", "1400 people"], "both readings in an Indonesian article");
    // By key: the first, the next, and round again.
    for expected in ["1.4 people", "1400 people", "1.4 people"] {
        desk.run(Command::TakeFigure);
        assert_eq!(said(&desk, &claim).quantity.expect("taken").to_string(), expected);
        assert_eq!(desk.said(), expected);
    }
    desk.run(Command::Undo).run(Command::Undo).run(Command::Undo);
    // So is the stance: each of them, and none.
    for expected in STANCES.iter().copied().map(Some).chain([None, Some("asserts")]) {
        desk.run(Command::NextStance);
        assert_eq!(said(&desk, &claim).stance.map(Stance::word), expected);
        assert_eq!(desk.said(), expected.unwrap_or("No stance"));
    }
    (0..8).for_each(|_| {
        desk.run(Command::Undo);
    });
    let quantity = desk.session().figures_read(&of).into_iter().find(|one| one.low.as_str() == "1400");
    step(&mut desk, StatementAct::TakeFigure(id(QUANTITY), quantity.expect("it was read")));
    let quantity = said(&desk, &claim).quantity.expect("taken");
    assert_eq!((quantity.to_string().as_str(), quantity.written.as_str()), ("1400 people", "1,400 people"));
    assert!(history(&desk).ends_with("Quantity: → 1400 people"), "{}", history(&desk));
    desk.act(Action::step(SetValue(id(QUANTITY), "≥ 1500 people".into())));
    assert_eq!(said(&desk, &claim).quantity.expect("typed").to_string(), "≥ 1500 people");

    desk.act(Action::step(SetValue(id(TIME), "2031-05-07/2031-05-06".into())));
    assert_eq!(said(&desk, &claim).when, None, "{}", desk.said());
    desk.act(Action::step(SetValue(id(TIME), "2031-05-07/2031-05-09".into())));
    desk.run(Command::Pick(Picked::Time));
    click(&mut desk, &[&time]);
    let when = said(&desk, &claim).when.expect("both");
    assert_eq!((when.annotation.as_ref(), when.value.as_str()), (Some(&time), "2031-05-07/2031-05-09"));
    desk.act(Action::step(SetValue(id(TIME), String::new())));
    assert_eq!(said(&desk, &claim).when.expect("the mention stays").annotation, Some(time));
    step(&mut desk, StatementAct::TakeOff(id(TIME)));
    assert_eq!(said(&desk, &claim).when, None);
    assert_eq!(value_text(desk.session().annotation(&claim).expect("there").attributes.get(TIME)), "");
}

#[test]
fn evidence_is_an_address_or_stands_in_any_article() {
    let Scene { mut desk, claim, .. } = scene();
    let first = desk.document();
    step(&mut desk, StatementAct::AddAddress("the list".into()));
    assert_eq!(said(&desk, &claim).evidence, []);
    step(&mut desk, StatementAct::AddAddress(" https://example.org/list ".into()));
    step(&mut desk, StatementAct::Bears(0, EvidenceStance::Context));
    desk.run(Command::Pick(Picked::Evidence));
    desk.paste("Second", "The register holds 1,400 names.");
    let there = desk.document();
    assert!(desk.session().picking.is_some(), "it goes on in another article");
    desk.select("1,400 names").act(Action::Mark(LabelId::new("quantity")));
    let names = desk.marked("1,400 names");
    assert_eq!((desk.document(), selected(&desk)), (first, claim.clone()), "back at the statement");
    let evidence = said(&desk, &claim).evidence;
    assert_eq!(
        (evidence[0].url.as_str(), evidence[0].stance),
        ("https://example.org/list", EvidenceStance::Context)
    );
    assert_eq!((&evidence[1].document, &evidence[1].annotations), (&Some(there.clone()), &vec![names]));
    let of = desk.session().annotation(&claim).expect("there").clone();
    let rows = desk.session().evidence_rows(&of);
    assert_eq!((rows[1].text.as_str(), rows[1].article.as_str()), ("“1,400 names”", "Second"));
    // What names an article that goes, goes with it.
    desk.act(Action::RemoveDocuments(vec![there]));
    assert_eq!(said(&desk, &claim).evidence.len(), 1);
    desk.run(Command::Undo);
    assert_eq!(desk.session().project.annotations(&of.document).expect("there").len(), 5);
    assert!(desk.file().contains("\"refutes\"") || desk.file().contains("\"supports\""));
    step(&mut desk, StatementAct::RemoveEvidence(0));
    step(&mut desk, StatementAct::RemoveEvidence(0));
    assert!(!desk.session().annotation(&claim).expect("there").attributes.contains_key(EVIDENCE));
}

#[test]
fn loops_are_refused() {
    let Scene { mut desk, claim, other, cue, .. } = scene();
    for (part, key) in [(Picked::Speaker, SPEAKERS), (Picked::Evidence, EVIDENCE)] {
        select(&mut desk, &claim);
        desk.run(Command::Pick(part));
        click(&mut desk, &[&other]);
        assert!(desk.session().annotation(&claim).expect("there").attributes.contains_key(key));
        select(&mut desk, &other);
        desk.run(Command::Pick(part));
        let before = desk.file();
        click(&mut desk, &[&claim]);
        assert_eq!(desk.file(), before, "it would lead back");
        let notice = desk.state.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
        assert!(notice.contains("this statement by its own"), "{notice}");
        click(&mut desk, &[&cue]);
        assert!(
            desk.session().annotation(&other).expect("there").attributes.contains_key(key),
            "another one is fine"
        );
    }
}

#[test]
fn a_loop_that_a_file_brought_ends() {
    let Scene { mut desk, claim, other, .. } = scene();
    let third = desk.mark("people are held", "claim");
    for (of, by) in [(&claim, &other), (&other, &claim)] {
        select(&mut desk, of);
        let chain = AttributeValue::Speakers(vec![Speaker::Annotation(by.clone())]);
        desk.act(Action::SetAttribute(id(SPEAKERS), Some(chain)));
    }
    select(&mut desk, &third);
    desk.run(Command::Pick(Picked::Speaker));
    click(&mut desk, &[&claim]);
    assert_eq!(said(&desk, &third).speakers, [Speaker::Annotation(claim)], "it leads round, and not here");
}

#[test]
fn what_names_a_deleted_annotation_goes_with_it() {
    let Scene { mut desk, ministry, cue, time, claim, .. } = scene();
    for (part, of) in [
        (Picked::Speaker, &ministry),
        (Picked::Cue, &cue),
        (Picked::Time, &time),
        (Picked::Evidence, &ministry),
    ] {
        desk.run(Command::Pick(part));
        click(&mut desk, &[of]);
    }
    desk.act(Action::step(SetValue(id(TIME), "2031-05".into())));
    let before = said(&desk, &claim);
    desk.act(Action::ClearSelection);
    for of in [&ministry, &cue, &time] {
        desk.act(Action::SelectAnnotation { id: of.clone(), add: true, range: false });
    }
    desk.run(Command::Delete);
    let left = said(&desk, &claim);
    assert_eq!((left.speakers.len(), left.cue, left.evidence.len()), (0, None, 0));
    assert_eq!(left.when.map(|when| (when.annotation, when.value)), Some((None, "2031-05".to_owned())));
    desk.run(Command::Undo);
    assert_eq!(said(&desk, &claim), before, "all of it comes back in one step");

    // What is being picked for is deleted.
    select(&mut desk, &claim);
    desk.run(Command::Pick(Picked::Cue)).run(Command::Delete);
    assert!(desk.session().picking.is_none());
}

#[test]
fn a_file_with_words_of_its_own_loses_none() {
    let Scene { mut desk, claim, .. } = scene();
    let own = AttributeValue::Json(wire::raw(r#"{"value":"2031","calendar":"julian"}"#).expect("JSON"));
    desk.act(Action::SetAttribute(id(TIME), Some(own)));
    assert!(desk.file().contains("julian"));
    assert_eq!(said(&desk, &claim).when, None);
}

#[test]
fn what_is_marked_while_something_is_picked_is_the_pick() {
    let Scene { mut desk, ministry, claim, .. } = scene();
    desk.run(Command::Pick(Picked::Speaker));
    desk.select("A clerk").act(Action::Mark(LabelId::new("person")));
    let clerk = desk.marked("A clerk");
    assert_eq!(selected(&desk), claim, "back to the statement");
    assert!(desk.session().picking.is_none());
    assert_eq!(said(&desk, &claim).speakers, [Speaker::Annotation(clerk.clone())]);
    assert!(desk.said().contains("A clerk"), "{}", desk.said());
    // What is marked so already is meant, and is not marked twice.
    let marks = desk.marks().len();
    desk.run(Command::Pick(Picked::Speaker));
    desk.select("The ministry").act(Action::Mark(LabelId::new("organisation")));
    assert_eq!(said(&desk, &claim).speakers, [Speaker::Annotation(clerk), Speaker::Annotation(ministry)]);
    assert_eq!(desk.marks().len(), marks);
    // The pick and the mark are undone one by one.
    desk.run(Command::Undo).run(Command::Undo);
    assert_eq!(said(&desk, &claim).speakers, []);
    assert_eq!(desk.marks().len(), marks);
    desk.run(Command::Undo);
    assert_eq!(desk.marks().len(), marks - 1);
}

#[test]
fn the_pen_rests_while_something_is_picked() {
    let Scene { mut desk, claim, .. } = scene();
    desk.act(Action::Pen(Some(LabelId::new("person"))));
    select(&mut desk, &claim);
    desk.run(Command::Pick(Picked::Cue));
    let marks = desk.marks();
    desk.select("denied").run(Command::OpenAnnotation);
    assert_eq!(desk.marks(), marks, "neither a drag nor Enter marks with the label of the pen");
    assert!(desk.session().picking.is_some(), "and nothing was picked");
    // Without the pen the key of a label marks what is selected, and that is picked.
    assert_eq!(desk.session().pen(), None);
    desk.act(Action::Mark(LabelId::new("cue")));
    assert_eq!(selected(&desk), claim);
    let cue = said(&desk, &claim).cue.expect("it was picked");
    let document = desk.session().document().expect("open").clone();
    let mark = desk.session().annotation(&cue).expect("it was marked").clone();
    assert_eq!(document.text.slice(mark.fragments.hull()), "denied");
    // Then it goes on with its own label.
    desk.select("clerk");
    assert_eq!(desk.marks().len(), marks.len() + 2);
    let last = desk.session().selected().map(|own| own.label.clone());
    assert_eq!(last, Some(LabelId::new("person")));
}

#[test]
fn what_is_picked_is_said_where_the_sheet_was() {
    let Scene { mut desk, claim, .. } = scene();
    select(&mut desk, &claim);
    desk.state.layout.sheet = true;
    desk.run(Command::Pick(Picked::Speaker));
    assert!(
        !desk.state.layout.sheet && desk.state.notice.is_none(),
        "a line stands there as long as it is picked"
    );
    assert!(desk.session().picking_words().is_some_and(|words| words.starts_with("Speaker of Claim")));
    assert!(!desk.state.asks_name(), "it stands where the question for the name may be");
    step(&mut desk, StatementAct::GiveUp);
    assert_eq!(desk.session().picking_words(), None);
}
