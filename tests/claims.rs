//! The screen *Claims*: the matrix of what articles say, and what a person does with a claim.

use crate::support::desk::Desk;
use postil::analysis::Standing;
use postil::analysis::matrix::{Axis, Sort};
use postil::app::{
    Action, Answer, ClaimAct, ClaimChange, ClaimField, Command, Effect, LinkAct, MATRIX, NEW_CLAIM, Screen,
    SetValue, told_id,
};
use postil::edit::Act;
use postil::model::{AnnotationId, AttributeId, ClaimId, Decimal, Reference};
use postil::wire::project::read;
use std::rc::Rc;

/// Marks a statement, links it to the claim of these words, which is made if there is none, and says how many.
fn tell(desk: &mut Desk, quote: &str, claim: &str, stance: &str) -> ClaimId {
    desk.mark(quote, "claim");
    let known = desk.session().project.claims.values().find(|own| own.text == claim).cloned();
    let answer = match known {
        Some(own) => Answer::Claim(own.id, own.text, Rc::default()),
        None => Answer::Create(claim.to_owned()),
    };
    desk.act(Action::step(LinkAct::Take(answer)));
    desk.act(Action::step(SetValue(AttributeId::new("stance"), stance.to_owned())));
    match desk.session().selected().and_then(|selected| selected.refers_to.clone()) {
        Some(Reference::Claim(id)) => id,
        other => panic!("it tells the claim: {other:?}"),
    }
}

fn do_(desk: &mut Desk, act: ClaimAct) {
    desk.act(Action::step(act));
}

fn two_reports() -> (Desk, ClaimId) {
    let mut desk = Desk::with("The mayor said the bridge fell.\nNothing else happened.");
    let claim = tell(&mut desk, "the bridge fell", "The bridge fell", "asserts");
    desk.paste("Second", "The ministry denied that the bridge fell.");
    assert_eq!(tell(&mut desk, "the bridge fell", "The bridge fell", "denies"), claim);
    desk.paste("Third", "It rained.");
    (desk, claim)
}

/// How each column stands, row by row.
fn standings(desk: &Desk) -> Vec<Vec<Standing>> {
    let matrix = desk.session().matrix(&desk.state.claims);
    let columns = matrix.columns.len();
    matrix.rows.iter().map(|row| (0..columns).map(|at| row.standing(at)).collect()).collect()
}

#[test]
fn the_matrix_shows_who_denies_what_another_asserts_and_who_is_silent() {
    let (mut desk, claim) = two_reports();
    assert_eq!(standings(&desk), [[Standing::Agree, Standing::Conflict, Standing::Silent]]);

    // Held against the other one, it is the first that conflicts.
    let second = desk.session().mentions_of(&Reference::Claim(claim.clone()))[1].id.clone();
    do_(&mut desk, ClaimAct::Reference(claim.clone(), second.clone()));
    assert_eq!(standings(&desk), [[Standing::Conflict, Standing::Agree, Standing::Silent]]);
    let focused = |effect: &Effect| matches!(effect, Effect::FocusOn(id) if *id == told_id(&second));
    assert!(desk.effects.iter().any(focused), "the button goes: {:?}", desk.effects);

    do_(&mut desk, ClaimAct::New("It rained for a week".into()));
    assert_eq!(standings(&desk).len(), 2, "a claim that nobody tells has a row");
    do_(&mut desk, ClaimAct::Sort(Sort::Coverage));
    let matrix = desk.session().matrix(&desk.state.claims);
    assert_eq!(matrix.rows[0].claim, claim);
    do_(&mut desk, ClaimAct::Axis(Axis::Speakers));
    assert_eq!(desk.session().matrix(&desk.state.claims).columns.len(), 1, "nobody is named");
    desk.run(Command::Undo);
    assert_eq!(standings(&desk).len(), 1, "the matrix follows undo");
}

#[test]
fn what_is_written_of_a_claim_is_undone_step_by_step() {
    let (mut desk, claim) = two_reports();
    let change = |desk: &mut Desk, change| do_(desk, ClaimAct::Change(claim.clone(), change));
    change(&mut desk, ClaimChange::Text("The bridge at Semarang fell".into()));
    change(&mut desk, ClaimChange::Topic(" bridges ".into()));
    change(&mut desk, ClaimChange::Verdict("true".into()));
    let own = |desk: &Desk| desk.session().project.claims.get(&claim).expect("it is there").clone();
    assert_eq!(own(&desk).topic, "bridges");
    assert_eq!(own(&desk).verdict.map(|verdict| verdict.label), Some("true".to_owned()));
    assert_eq!(desk.session().claim_facets().topics, ["bridges"]);

    change(&mut desk, ClaimChange::Verdict(String::new()));
    assert_eq!(own(&desk).verdict, None, "an empty verdict is none");
    change(&mut desk, ClaimChange::Text("  ".into()));
    assert_eq!(own(&desk).text, "The bridge at Semarang fell", "a claim has words");
    let wrong = |desk: &Desk| desk.state.claims.wrong.last().map(|(field, _)| *field);
    assert_eq!(wrong(&desk), Some(ClaimField::Text));
    change(&mut desk, ClaimChange::Date("soon".into()));
    assert!(own(&desk).verdict.is_none(), "no date, no verdict: {}", desk.said());
    assert_eq!(wrong(&desk), Some(ClaimField::Date));
    change(&mut desk, ClaimChange::Date(String::new()));
    assert_eq!(wrong(&desk), Some(ClaimField::Text), "it was put right, the other was not");
    desk.run(Command::Undo).run(Command::Undo).run(Command::Undo).run(Command::Undo);
    assert_eq!(own(&desk).text, "The bridge fell");
}

#[test]
fn deleting_a_claim_leaves_its_statements() {
    let (mut desk, claim) = two_reports();
    do_(&mut desk, ClaimAct::Open(claim.clone(), None));
    do_(&mut desk, ClaimAct::Delete(claim.clone()));
    assert_eq!(desk.said(), "Claim deleted; 2 statements stay, without a link");
    assert!(desk.state.claims.open.is_none() && standings(&desk).is_empty());
    assert_eq!(desk.session().project.annotation_count(), 2);
    desk.run(Command::Undo);
    assert_eq!(desk.session().times(&Reference::Claim(claim)), 2);
    assert!(desk.session().mentions_agree());
}

#[test]
fn keys_go_from_cell_to_cell_and_stop_at_the_edges() {
    let (mut desk, _) = two_reports();
    let focused = |desk: &Desk| match &desk.effects[..] {
        [Effect::FocusInList { list, row, element }] => {
            assert_eq!(*list, MATRIX);
            (*row, element.clone())
        }
        other => panic!("the focus moves: {other:?}"),
    };
    do_(&mut desk, ClaimAct::Step(0, 1));
    assert_eq!(focused(&desk), (0, format!("{MATRIX}-0-1")));
    do_(&mut desk, ClaimAct::Step(5, isize::MAX / 2));
    assert_eq!(focused(&desk), (0, format!("{MATRIX}-0-3")));
    do_(&mut desk, ClaimAct::Step(-1, isize::MIN / 2));
    assert_eq!(focused(&desk), (0, format!("{MATRIX}-0-0")));
}

/// The two statements of the claim, in the order of the articles.
fn statements(desk: &Desk, claim: &ClaimId) -> Vec<AnnotationId> {
    let all = desk.session().mentions_of(&Reference::Claim(claim.clone()));
    all.iter().map(|annotation| annotation.id.clone()).collect()
}

fn reference(desk: &Desk, claim: &ClaimId) -> Option<AnnotationId> {
    desk.session().project.claims.get(claim)?.reference.clone()
}

#[test]
fn the_chosen_reference_is_kept_with_the_claim() {
    let (mut desk, claim) = two_reports();
    let second = statements(&desk, &claim)[1].clone();
    do_(&mut desk, ClaimAct::Reference(claim.clone(), AnnotationId::new("elsewhere")));
    assert_eq!(reference(&desk, &claim), None, "it must tell the claim");
    do_(&mut desk, ClaimAct::Reference(claim.clone(), second.clone()));
    assert_eq!(desk.session().history.next_undo().map(|entry| entry.act), Some(Act::ChooseReference));
    let loaded = read(desk.file().as_bytes()).expect("it reads");
    assert_eq!((loaded.issues, loaded.value.claims[&claim].reference.as_ref()), (vec![], Some(&second)));

    desk.run(Command::Undo);
    assert_eq!(reference(&desk, &claim), None);
    desk.run(Command::Redo);
    do_(&mut desk, ClaimAct::Earliest(claim.clone(), second));
    assert_eq!(reference(&desk, &claim), None);
}

#[test]
fn a_statement_that_goes_is_no_reference_any_more() {
    let gone: [fn(&mut Desk); 3] = [
        |desk| _ = desk.run(Command::Delete),
        |desk| _ = desk.act(Action::step(LinkAct::Take(Answer::Nothing))),
        |desk| _ = desk.act(Action::step(LinkAct::Take(Answer::Create("Another claim".into())))),
    ];
    for (n, go) in gone.into_iter().enumerate() {
        let (mut desk, claim) = two_reports();
        let second = statements(&desk, &claim)[1].clone();
        do_(&mut desk, ClaimAct::Reference(claim.clone(), second.clone()));
        let document = desk.session().project.in_order()[1].id.clone();
        do_(&mut desk, ClaimAct::GoTo(document, second.clone()));
        go(&mut desk);
        assert_eq!(reference(&desk, &claim), None, "{n}: in the same act");
        assert_eq!(standings(&desk)[0][0], Standing::Agree, "{n}: the earliest is the reference");
        desk.run(Command::Undo);
        assert_eq!(reference(&desk, &claim), Some(second), "{n}: one step back");
    }
}

#[test]
fn a_file_with_a_reference_that_does_not_tell_the_claim_is_put_right() {
    let (mut desk, claim) = two_reports();
    let first = statements(&desk, &claim)[0].clone();
    do_(&mut desk, ClaimAct::Reference(claim.clone(), first.clone()));
    let written = format!("\"reference\":\"{first}\"");
    assert!(desk.file().contains(&written));
    for other in ["nowhere", "\\u0000"] {
        let file = desk.file().replace(&written, &format!("\"reference\":\"{other}\""));
        let loaded = read(file.as_bytes()).expect("it reads");
        assert_eq!(loaded.value.claims[&claim].reference, None);
        let [issue] = &loaded.issues[..] else { panic!("one issue: {:?}", loaded.issues) };
        assert!(issue.path.starts_with("claims[0]") && issue.line.is_some(), "{issue}");
    }
}

/// The claims in their order, by their words.
fn rows(desk: &Desk) -> Vec<String> {
    let session = desk.session();
    let shown = session.shown_matrix(&desk.state.claims);
    shown.rows.into_iter().map(|row| row.claim).collect()
}

fn columns(desk: &Desk) -> Vec<String> {
    let shown = desk.session().shown_matrix(&desk.state.claims);
    shown.columns.into_iter().map(|head| head.name).collect()
}

#[test]
fn rows_and_columns_are_moved_and_stay_where_they_were_put() {
    let (mut desk, bridge) = two_reports();
    for words in ["A claim", "Because"] {
        do_(&mut desk, ClaimAct::New(words.into()));
    }
    do_(&mut desk, ClaimAct::Sort(Sort::Name));
    assert_eq!(rows(&desk), ["A claim", "Because", "The bridge fell"]);
    // By keys: the order that is seen becomes one's own, and the keys stay at the row.
    do_(&mut desk, ClaimAct::Open(bridge.clone(), None));
    do_(&mut desk, ClaimAct::Shift(-1, 0));
    assert_eq!(rows(&desk), ["A claim", "The bridge fell", "Because"]);
    assert_eq!(
        (desk.state.claims.sort, desk.state.claims.at, desk.said()),
        (Sort::Given, (1, 0), "Row 2 of 3")
    );
    let focused = |effect: &Effect| matches!(effect, Effect::FocusInList { row: 1, .. });
    assert!(desk.effects.iter().any(focused));
    do_(&mut desk, ClaimAct::MoveRow(bridge.clone(), -5));
    assert_eq!(rows(&desk)[0], "The bridge fell");
    do_(&mut desk, ClaimAct::MoveRow(bridge.clone(), -1));
    assert_eq!(desk.said(), "It can go no further");

    do_(&mut desk, ClaimAct::Shift(0, 1));
    assert_eq!(desk.said(), "Go to a cell of the column first");
    do_(&mut desk, ClaimAct::Step(0, 1));
    do_(&mut desk, ClaimAct::Shift(0, 1));
    assert_eq!((columns(&desk).join(" "), desk.said()), ("Second Report Third".into(), "Column 2 of 3"));
    assert_eq!(desk.state.claims.at, (0, 2));
    // What is moved among outlets is another order.
    do_(&mut desk, ClaimAct::Axis(Axis::Outlets));
    do_(&mut desk, ClaimAct::Axis(Axis::Articles));
    assert_eq!(columns(&desk), ["Second", "Report", "Third"]);

    let loaded = read(desk.file().as_bytes()).expect("it reads");
    assert_eq!((loaded.issues, &loaded.value.matrix), (vec![], &desk.session().project.matrix));
    assert_eq!(desk.session().history.next_undo().map(|entry| entry.act), Some(Act::ArrangeMatrix));
    desk.run(Command::Undo);
    assert_eq!(columns(&desk), ["Report", "Second", "Third"]);
    desk.run(Command::Undo).run(Command::Undo);
    assert_eq!(rows(&desk).len(), 3);
    assert_eq!(*desk.session().project.matrix, Default::default(), "as nobody has put them");
}

#[test]
fn what_a_filter_hides_keeps_its_place() {
    let (mut desk, _) = two_reports();
    let mut ids = Vec::new();
    for (words, topic) in [("b", "x"), ("c", "y"), ("d", "x")] {
        do_(&mut desk, ClaimAct::New(words.into()));
        let id = desk.state.claims.open.clone().expect("it is open");
        do_(&mut desk, ClaimAct::Change(id.clone(), ClaimChange::Topic(topic.into())));
        ids.push(id);
    }
    do_(&mut desk, ClaimAct::Topic(Some("x".into())));
    assert_eq!(rows(&desk), ["b", "d"]);
    do_(&mut desk, ClaimAct::MoveRow(ids[2].clone(), -1));
    assert_eq!(rows(&desk), ["d", "b"]);
    do_(&mut desk, ClaimAct::Topic(None));
    assert_eq!(rows(&desk), ["The bridge fell", "d", "b", "c"]);
}

#[test]
fn what_is_seen_is_what_is_moved() {
    // Seen through the filter both count the same; without it the second counts more.
    let (mut desk, first) = two_reports();
    do_(&mut desk, ClaimAct::New("Nobody was there".into()));
    let second = desk.state.claims.open.clone().expect("it is open");
    let language = desk.session().document().expect("open").metadata.language.clone();
    do_(&mut desk, ClaimAct::Sort(Sort::Name));
    do_(&mut desk, ClaimAct::Language(Some(language)));
    let seen = rows(&desk);
    assert_eq!(seen, ["Nobody was there", "The bridge fell"]);
    do_(&mut desk, ClaimAct::MoveRow(second.clone(), 1));
    assert_eq!(rows(&desk), ["The bridge fell", "Nobody was there"], "{}", desk.said());
    assert_eq!(desk.session().project.matrix.claims, [first.to_string(), second.to_string()]);
}

#[test]
fn ratings_are_numbers_on_a_scale() {
    let (mut desk, claim) = two_reports();
    let change = |desk: &mut Desk, change| do_(desk, ClaimAct::Change(claim.clone(), change));
    let rating = |desk: &Desk| desk.session().project.claims[&claim].verdict.clone()?.rating;
    let refused = |desk: &Desk| desk.state.claims.wrong.last().map(|(field, _)| *field);
    change(&mut desk, ClaimChange::Best("5".into()));
    assert_eq!((rating(&desk), refused(&desk)), (None, Some(ClaimField::Best)), "{}", desk.said());
    change(&mut desk, ClaimChange::Rating("2,5".into()));
    assert_eq!(refused(&desk), Some(ClaimField::Best), "what was typed there is not taken yet");
    change(&mut desk, ClaimChange::Best("5".into()));
    change(&mut desk, ClaimChange::Worst("1".into()));
    assert_eq!(refused(&desk), None);
    let number = |text| Decimal::new(text);
    let own = rating(&desk).expect("it is rated");
    assert_eq!((Some(own.value), own.best, own.worst), (number("2.5"), number("5"), number("1")));
    change(&mut desk, ClaimChange::Rating("many".into()));
    assert_eq!(refused(&desk), Some(ClaimField::Rating));
    assert!(rating(&desk).is_some(), "it stays as it was");
    change(&mut desk, ClaimChange::Rating(" ".into()));
    assert_eq!((rating(&desk), desk.session().project.claims[&claim].verdict.clone()), (None, None));
    do_(&mut desk, ClaimAct::Tolerance("much".into()));
    assert_eq!((refused(&desk), desk.state.claims.tolerance), (Some(ClaimField::Tolerance), None));
    do_(&mut desk, ClaimAct::Tolerance("5 %".into()));
    assert_eq!((refused(&desk), desk.state.claims.tolerance), (None, Some(5)));
}

#[test]
fn the_focus_stays_on_the_page_when_a_claim_goes() {
    let (mut desk, bridge) = two_reports();
    do_(&mut desk, ClaimAct::New("Another".into()));
    let goes_to = |desk: &Desk| match desk.effects.last() {
        Some(Effect::FocusInList { element, .. }) => element.clone(),
        Some(Effect::FocusOn(id)) => id.clone(),
        other => panic!("the focus goes somewhere: {other:?}"),
    };
    do_(&mut desk, ClaimAct::Delete(bridge));
    assert_eq!(goes_to(&desk), format!("{MATRIX}-0-0"));
    let last = desk.session().project.claims.keys().next().expect("one is left").clone();
    do_(&mut desk, ClaimAct::Delete(last));
    assert_eq!(goes_to(&desk), NEW_CLAIM);
}

#[test]
fn the_whole_matrix_is_printed() {
    let (mut desk, _) = two_reports();
    desk.act(Action::Show(Screen::Claims)).run(Command::Print);
    assert!(desk.state.printing.is_some() && matches!(desk.effects[..], [Effect::Print]));
    desk.act(Action::Show(Screen::Library)).run(Command::Print);
    assert!(desk.state.printing.is_none(), "another screen is printed as it is");
}

#[test]
fn one_of_two_that_conflict_with_each_other_only_becomes_the_reference_from_the_head_of_the_row() {
    let mut desk = Desk::with("It has more than 200. Here it has 224. There it has 220.");
    let quantity = |desk: &mut Desk, figure: &str| {
        desk.act(Action::step(SetValue(AttributeId::new("quantity"), figure.into())));
    };
    let claim = tell(&mut desk, "more than 200", "It has many", "reports");
    quantity(&mut desk, "> 200");
    for figure in ["224", "220"] {
        assert_eq!(tell(&mut desk, figure, "It has many", "reports"), claim);
        quantity(&mut desk, figure);
    }
    do_(&mut desk, ClaimAct::New("Another".into()));
    do_(&mut desk, ClaimAct::Sort(Sort::Conflict));
    let shown = |desk: &Desk| desk.session().shown_matrix(&desk.state.claims).rows[0].clone();
    let clash = shown(&desk).clash.expect("224 and 220 conflict, which more than 200 hides");
    assert_eq!(clash.words(), "224 against 220");
    assert_eq!(clash.words_in_full(), "224 (Report) against 220 (Report)");
    assert_eq!(standings(&desk)[0], [Standing::Compatible]);

    let two = clash.sides[1].statement.clone();
    do_(&mut desk, ClaimAct::HoldRow(claim.clone(), two.clone()));
    assert_eq!(reference(&desk, &claim), Some(two));
    assert_eq!((shown(&desk).clash, standings(&desk)[0][0]), (None, Standing::Conflict));
    let focused = desk.effects.iter().any(
        |effect| matches!(effect, Effect::FocusInList { element, .. } if *element == format!("{MATRIX}-0-0")),
    );
    assert!(focused, "the button goes: {:?}", desk.effects);
    desk.run(Command::Undo);
    assert_eq!(shown(&desk).clash, Some(clash));
}
