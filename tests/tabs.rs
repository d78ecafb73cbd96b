//! A project that another tab works in: it is shown, and nothing is changed here.

use crate::support::desk::Desk;
use postil::app::{Action, Command, Effect, Saved, Screen};
use postil::edit::Transaction;
use postil::model::{LabelId, ProjectId};
use std::rc::Rc;

fn appended(desk: &Desk) -> Vec<Rc<Transaction>> {
    let written = desk.effects.iter().filter_map(|effect| match effect {
        Effect::Append(transaction) => Some(transaction.clone()),
        _ => None,
    });
    written.collect()
}

/// Two tabs of one project with an article; the second reads along.
fn two() -> (Desk, Desk) {
    let first = Desk::with("Ada met Ben in Rome.");
    let mut second = Desk::with("Ada met Ben in Rome.");
    second.act(Action::Saved(Saved::Saved)).act(Action::ReadAlong(true));
    (first, second)
}

#[test]
fn who_reads_along_changes_nothing_and_is_told_why() {
    let (_, mut desk) = two();
    let before = desk.file();
    desk.select("Rome");
    for action in [
        Action::Mark(LabelId::new("place")),
        Action::Run(Command::Undo),
        Action::RenameProject("Other".into()),
        Action::RemoveDocuments(vec![desk.document()]),
        Action::pasted("More".into(), "More text.".into(), "en".into()),
        Action::DeleteProject,
    ] {
        desk.act(action.clone());
        assert_eq!(desk.file(), before, "{action:?}");
        assert!(appended(&desk).is_empty(), "{action:?}");
        assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::DeleteProject(..))));
        let said = desk.state.notice.take().map(|notice| notice.text).unwrap_or_default();
        assert!(said.contains("another tab works in this project"), "{action:?}: {said}");
    }
}

#[test]
fn what_the_other_tab_does_is_shown_and_can_be_taken_back_after_taking_over() {
    let (mut first, mut second) = two();
    let mut done = Vec::new();
    for (quote, label) in [("Ada", "person"), ("Ben", "person"), ("Rome", "place")] {
        first.mark(quote, label);
        done.extend(appended(&first));
    }
    first.run(Command::Undo);
    done.extend(appended(&first));
    for transaction in done {
        second.act(Action::Followed(transaction));
        assert!(second.effects.iter().any(|effect| matches!(effect, Effect::Patch { .. })), "it is drawn");
    }
    assert_eq!(second.file(), first.file());
    assert_eq!(second.state.saved, Saved::Saved, "it is on the disk already");
    assert_eq!(second.session().counter, first.session().counter, "no id is given twice");

    let mut taken = second.session().clone();
    taken.along = false;
    second.act(Action::OpenedAgain(Box::new(taken)));
    assert_eq!(second.state.screen, Screen::Read, "the person stays where they are");
    second.run(Command::Redo);
    assert_eq!(appended(&second).len(), 1);
    second.mark("met", "event");
    assert_eq!(appended(&second).len(), 1);
}

#[test]
fn what_does_not_fit_is_read_anew() {
    let (mut first, mut second) = two();
    let id = first.mark("Ada", "person");
    first.act(Action::SelectAnnotation { id, add: false, range: false });
    first.act(Action::SetNote("who?".into()));
    for transaction in appended(&first) {
        let before = second.file();
        second.act(Action::Followed(transaction));
        assert_eq!(second.file(), before);
    }
    assert!(second.effects.iter().any(|effect| matches!(effect, Effect::ReadAgain)));
}

#[test]
fn a_tab_that_is_asked_lets_go_before_it_answers() {
    let (mut first, _) = two();
    first.mark("Ada", "person");
    first.act(Action::HandOver);
    assert!(matches!(first.effects[..], [Effect::HandOver]), "after what was appended before");
    first.select("Rome").act(Action::Mark(LabelId::new("place")));
    assert!(appended(&first).is_empty());
    // What it had could not be saved: it stays this tab's.
    first.act(Action::ReadAlong(false));
    first.mark("Rome", "place");
    assert_eq!(appended(&first).len(), 1);
}

#[test]
fn what_arrived_before_is_not_called_unchanged_when_its_field_is_left() {
    let (mut first, _) = two();
    let id = first.mark("Ada", "person");
    first.act(Action::SelectAnnotation { id, add: false, range: false });
    // It is taken because the other tab asks, and once more when typing rests and when the focus leaves.
    first.act(Action::SetNote("who?".into()));
    assert_eq!(appended(&first).len(), 1);
    first.act(Action::HandOver);
    let before = first.state.notice.clone();
    first.act(Action::SetNote("who?".into()));
    assert_eq!(first.state.notice, before);
    first.act(Action::SetNote("who is it?".into()));
    assert!(appended(&first).is_empty());
    let said = first.state.notice.take().map(|notice| notice.text).unwrap_or_default();
    assert!(said.contains("another tab works in this project"), "this one did not arrive: {said}");
}

#[test]
fn a_reader_is_told_that_nobody_works_any_more() {
    let (mut first, mut second) = two();
    first.act(Action::Alone(true));
    assert!(!first.session().alone, "who works is not alone");
    second.act(Action::Alone(true));
    assert!(second.session().alone && second.said().contains("is closed"), "{}", second.said());
    second.act(Action::Alone(false));
    assert!(!second.session().alone && second.session().along);
}

#[test]
fn a_project_that_another_tab_deleted_gives_way() {
    let (_, mut desk) = two();
    desk.act(Action::Deleted("p".into(), Vec::new()));
    assert!(desk.state.session.is_none());
    assert!(desk.state.notice.as_ref().is_some_and(|notice| notice.text.contains("“Test”")));
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::CreateProject(_))));
    desk.act(Action::OpenProject(ProjectId::new("other")));
}
