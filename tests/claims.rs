//! The screen *Claims*: the matrix of what articles say, and what a person does with a claim.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use postil::analysis::Standing;
use postil::analysis::matrix::{Axis, Sort};
use postil::app::{Action, Answer, ClaimAct, ClaimChange, Command, Effect, LinkAct, MATRIX, SetValue};
use postil::model::{AttributeId, ClaimId, Reference};
use std::rc::Rc;
use support::desk::Desk;

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
    do_(&mut desk, ClaimAct::Reference(claim.clone(), second));
    assert_eq!(standings(&desk), [[Standing::Conflict, Standing::Agree, Standing::Silent]]);

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
    change(&mut desk, ClaimChange::Date("soon".into()));
    assert!(own(&desk).verdict.is_none(), "no date, no verdict: {}", desk.said());
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
