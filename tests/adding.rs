//! Much that comes in is put together in slices: how far it is is told, all of it comes at once, or nothing, and what is done
//! meanwhile neither changes it nor is lost.

use crate::support::desk::Desk;
use crate::support::files;
use postil::app::{Action, Command, Dialog, Effect, IncomingAct, LabelTo, Step};
use postil::formats::Reading;
use postil::model::{Project, check};
use std::collections::BTreeSet;
use std::rc::Rc;

fn brat() -> Reading {
    files::read_texts(&[("a.txt", "Ada met Bob in Rome."), ("a.ann", "T1\tPER 0 3\tAda\n")])
}

fn hand_in(desk: &mut Desk, reading: Reading) {
    desk.act(Action::files_read(Box::new(reading)));
}

fn project(desk: &Desk) -> &Project {
    &desk.state.session.as_ref().expect("a project").project
}

/// Four articles of 6,000 marks.
fn rows() -> String {
    let row = |n: usize| {
        let marks: Vec<String> =
            (0..6_000).map(|at| format!("[{},{},\"PER\"]", 4 * at, 4 * at + 3)).collect();
        format!("{{\"text\":\"{n} {}\",\"label\":[{}]}}\n", "Ada ".repeat(6_000), marks.join(","))
    };
    (0..4).map(row).collect()
}

/// How many articles of how many are ready.
fn far(desk: &Desk) -> Option<(usize, usize)> {
    match &desk.state.dialog {
        Some(Dialog::Incoming(incoming)) => incoming.adding,
        _ => None,
    }
}

/// A desk that has begun to add them.
fn handed_in() -> Desk {
    let mut desk = Desk::new();
    hand_in(&mut desk, files::read_one("rows.jsonl", rows().as_bytes()));
    desk.act(Action::step(IncomingAct::Add));
    assert_eq!(far(&desk), Some((0, 4)));
    assert_eq!(project(&desk).documents().len(), 0);
    desk
}

/// How many articles and annotations there are.
fn added(desk: &Desk) -> (usize, usize) {
    (project(desk).documents().len(), project(desk).annotation_count())
}

/// The next slice.
fn slice(desk: &Desk) -> Option<Rc<dyn Step>> {
    desk.effects.iter().find_map(|effect| match effect {
        Effect::Soon(step) => Some(step.clone()),
        _ => None,
    })
}

/// Of many annotations the page is told how far they are; then all comes at once.
#[test]
fn all_comes_at_once() {
    let mut desk = handed_in();
    let mut seen = vec![0];
    while let Some(step) = slice(&desk) {
        assert_eq!(added(&desk), (0, 0));
        desk.act(Action::Step(step));
        seen.extend(far(&desk).map(|(ready, _)| ready));
    }
    assert!(seen.is_sorted() && seen.len() > 10 && seen.last() == Some(&3), "{seen:?}");
    assert_eq!(desk.state.dialog, None);
    assert_eq!(added(&desk), (4, 24_000));
    let ids: BTreeSet<_> = project(&desk).all_annotations().map(|own| own.id.clone()).collect();
    assert_eq!(ids.len(), 24_000);
    desk.act(Action::Run(Command::Undo));
    assert_eq!(project(&desk).documents().len(), 0, "in one step");
}

/// Something is done before it is whole.
#[test]
fn what_is_done_meanwhile_begins_it_anew() {
    let mut desk = handed_in();
    for _ in 0..8 {
        let step = slice(&desk).expect("it is not whole");
        desk.act(Action::Step(step));
    }
    let step = slice(&desk).expect("it is not whole");
    let before = far(&desk);
    desk.act(Action::RenameProject("Flood".into())).act(Action::Step(step));
    assert!(far(&desk) < before, "it was begun anew");
    desk.later();
    assert_eq!(added(&desk), (4, 24_000));
    assert_eq!(check(project(&desk)), []);
}

/// What is stopped is not added, nor is what came then.
#[test]
fn another_preview_is_not_mistaken_for_it() {
    let mut desk = handed_in();
    let step = slice(&desk).expect("it is not whole");
    desk.act(Action::ReadingFiles(0, 1));
    hand_in(&mut desk, brat());
    desk.act(Action::Step(step));
    desk.later();
    assert_eq!(project(&desk).documents().len(), 4, "what comes meanwhile waits");
    assert!(matches!(&desk.state.dialog, Some(Dialog::Incoming(incoming)) if incoming.documents.len() == 1));

    let mut desk = handed_in();
    let stale = slice(&desk).expect("it is not whole");
    desk.act(Action::CloseDialog);
    hand_in(&mut desk, brat());
    desk.act(Action::Step(stale));
    desk.later();
    assert_eq!(project(&desk).documents().len(), 0, "what was stopped is not added, nor is what came then");

    // Nor does it go on in another preview that is being added.
    let mut desk = handed_in();
    let stale = slice(&desk).expect("it is not whole");
    desk.act(Action::CloseDialog);
    let three: String = rows().lines().take(3).map(|row| row.to_owned() + "\n").collect();
    hand_in(&mut desk, files::read_one("three.jsonl", three.as_bytes()));
    desk.act(Action::step(IncomingAct::Add));
    let own = slice(&desk).expect("it is not whole");
    desk.act(Action::Step(stale));
    assert!(slice(&desk).is_none(), "one of them goes on");
    desk.act(Action::Step(own));
    desk.later();
    assert_eq!(added(&desk), (3, 18_000));
}

/// It is added as it was chosen when that began, and what is pasted meanwhile waits.
#[test]
fn nothing_is_chosen_meanwhile() {
    let mut desk = handed_in();
    for act in [
        IncomingAct::Take(0, false),
        IncomingAct::Correct(1, true),
        IncomingAct::Label("PER".into(), LabelTo::Nothing),
        IncomingAct::Unit(None),
    ] {
        let before = far(&desk);
        let step = slice(&desk).expect("it is not whole");
        desk.act(Action::step(act));
        assert_eq!((far(&desk), slice(&desk).is_none()), (before, true));
        desk.act(Action::Step(step));
    }
    let step = slice(&desk).expect("it is not whole");
    for _ in 0..2 {
        // The second time it is there already, which somebody must look at.
        desk.act(Action::pasted("Alone".into(), "Ada is alone.".into(), String::new()));
    }
    desk.act(Action::Step(step));
    desk.later();
    assert_eq!(added(&desk), (5, 24_000));
    assert_eq!(desk.state.corrections.len(), 0);
    let Some(Dialog::Incoming(pasted)) = &desk.state.dialog else { panic!("what was pasted is shown") };
    assert_eq!((pasted.documents.len(), pasted.adding), (1, None));
}
